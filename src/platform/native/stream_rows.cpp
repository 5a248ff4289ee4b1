#include "platform/native/stream_rows.hpp"

#include "app/answers/answer_text.hpp"
#include "app/answers/answers.hpp"
#include "app/export/csv.hpp"
#include "app/words/answer.hpp"
#include "core/ask/ledger.hpp"
#include "core/ask/published.hpp"
#include "core/ask/ways_out.hpp"
#include "core/evaluate/evaluate.hpp"
#include "io/json/json_writer.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

/// What a row says, and how: it changes when a name gets another meaning or goes.
constexpr int format = 2;

constexpr std::array<std::string_view, 5> ledger_parts = {"headline", "due", "firm", "conditional",
                                                          "cancellable"};
constexpr std::array<std::string_view, 7> way_values = {"kind",  "state", "condition", "from",
                                                        "until", "ends",  "cost"};
struct Side {
    Role role;
    std::string_view name;
};
constexpr std::array<Side, 2> sides = {{{Role::Tenant, "tenant"}, {Role::Landlord, "landlord"}}};

constexpr std::array<std::string_view, 3> quantile_names = {"tenth", "median", "ninetieth"};
constexpr std::array<std::string_view, 4> own_values = {"units", "month", "monthly", "own_price"};
constexpr std::array<std::string_view, 8> leaving_values = {
    "end", "fees", "elsewhere", "exit_fee", "saves", "break_even", "pays_from", "pays_until"};

/// The answers to the question of a line.
class Asked {
  public:
    Asked(const Lease &lease, const QuestionAnswers &answers) : lease_(lease), answers_(answers) {}

    const QuestionExhibit &shown() const { return answers_.shown(); }
    bool has_comparison() const { return answers_.comparison().has_value(); }

    struct LikelyWayName {
        std::string right;
        std::string_view holder;
        std::string path() const {
            return "likely.ways." + right + "." + std::string{holder} + ".";
        }
    };
    std::vector<LikelyWayName> likely_ways() const {
        std::vector<LikelyWayName> all;
        for (const WayProspect &way : answers_.prospect()->ways) {
            all.push_back({get(lease_.rights, way.right).id, word_of_holder(way.holder)});
        }
        return all;
    }
    /// The rights by which the tenant may leave.
    std::vector<std::string> rights_to_leave() const {
        std::vector<std::string> ids;
        for (const StayOrLeave &one : answers_.comparison()->ways) {
            ids.push_back(get(lease_.rights, one.way.right).id);
        }
        return ids;
    }
    std::string value(const std::string &path) const { return answers_.at(path).value_or("none"); }

  private:
    const Lease &lease_;
    const QuestionAnswers &answers_;
};

/// What follows of a line, once for everything that is said of it.
class Answers {
  public:
    explicit Answers(const LineAnswer &of) : of_(of) {
        // Neither rests on notices that are still to come.
        const Scenario now = without_coming_notices(of.lease, of.scenario, of.as_of);
        const bool has_coming = now != of.scenario;
        LeaseState without;
        if (has_coming) {
            evaluate(of.lease, now, of.as_of, without, UpTo::Payments);
        }
        const LeaseState &state = has_coming ? without : of.state;
        ways_ = ways_out(of.lease, now, state, of.as_of);
        ledger_ = of.ledgers.evaluate(of.lease, now, state, of.as_of);
    }

    const std::vector<WayOut> &ways() const { return ways_; }
    PartyAnswer to_question() const { return answer_to_question(seen()); }
    PartyAnswer of_side(Role role) const { return answer_for(seen(), role); }
    std::string money(std::string_view part) const {
        return ledger_answer(of_.lease, ledger_, part).value_or("none");
    }
    const std::string &right_id(const WayOut &way) const {
        return get(of_.lease.rights, way.right).id;
    }
    std::string value(const WayOut &way, std::string_view what) const {
        return way_answer(of_.lease, of_.scenario, way, what).value_or("none");
    }
    std::vector<std::string> unknown() const {
        std::vector<std::string> ids;
        for (const FeeId fee : ledger_.unknown) {
            ids.push_back(get(of_.lease.fees, fee).id);
        }
        return ids;
    }

  private:
    Seen seen() const { return {of_.lease, of_.scenario, of_.state, of_.as_of, ways_}; }

    const LineAnswer &of_;
    std::vector<WayOut> ways_;
    Ledger ledger_{};
};

/// A text of a finding as the output can hold it. The parser quotes what it could not read: bytes
/// that are no UTF-8, and megabytes of them.
std::string quotable(std::string_view text) {
    constexpr std::size_t most_bytes = 400;
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (most_bytes <= out.size()) {
            return out + "…";
        }
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t size = byte < 0x80                   ? 1
                                 : 0xC2 <= byte && byte < 0xE0 ? 2
                                 : 0xE0 <= byte && byte < 0xF0 ? 3
                                 : 0xF0 <= byte && byte < 0xF5 ? 4
                                                               : 0;
        const std::string_view character = text.substr(i, size);
        const auto follows = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
        const bool is_whole = size != 0 && character.size() == size &&
                              std::all_of(character.begin() + 1, character.end(), follows);
        out += is_whole ? character : replacement;
        i += is_whole ? size : 1;
    }
    return out;
}

/// The first of the errors, or of the warnings; a line has room for so many.
std::vector<Finding> first_of(const std::vector<Finding> &findings, Severity severity) {
    constexpr std::size_t most = 20;
    std::vector<Finding> some;
    for (const Finding &finding : findings) {
        if (finding.severity == severity && some.size() < most) {
            some.push_back(finding);
        }
    }
    return some;
}

class NdjsonRow {
  public:
    std::string answer(const LineAnswer &of) {
        json_.object([&] {
            json_.member("format", std::int64_t{format});
            if (of.line) {
                json_.member("line", *of.line);
            }
            json_.member("lease", of.lease.id);
            json_.member("title", of.lease.title);
            json_.member("currency", of.lease.currency);
            json_.member("as_of", to_iso(of.as_of));
            const Answers answers{of};
            answered("answer", answers.to_question());
            for (const Side &side : sides) {
                answered(side.name, answers.of_side(side.role));
            }
            json_.key("ledger");
            json_.object([&] {
                for (const std::string_view part : ledger_parts) {
                    json_.member(part, answers.money(part));
                }
                json_.list("unknown", answers.unknown(),
                           [&](const std::string &fee) { json_.value(fee); });
            });
            json_.list("ways", answers.ways(), [&](const WayOut &way) {
                json_.object([&] {
                    json_.member("right", answers.right_id(way));
                    json_.member("holder", word_of_holder(way.holder));
                    for (const std::string_view what : way_values) {
                        json_.member(what, answers.value(way, what));
                    }
                });
            });
            if (of.asked) {
                asked(Asked{of.lease, *of.asked});
            }
            if (!of.warnings.empty()) {
                findings("warnings", of.line, first_of(of.warnings, Severity::Warning));
            }
        });
        return json_.take() + "\n";
    }

    std::string error(std::int64_t line, const std::vector<Finding> &all) {
        json_.object([&] {
            json_.member("format", std::int64_t{format});
            json_.member("line", line);
            findings("error", line, first_of(all, Severity::Error));
        });
        return json_.take() + "\n";
    }

  private:
    void answered(std::string_view key, const PartyAnswer &answer) {
        json_.key(key);
        json_.object([&] {
            json_.member("pill", answer.label);
            json_.member("sentence", answer.sentence);
        });
    }

    void asked(const Asked &asked) {
        const QuestionExhibit &shown = asked.shown();
        if (shown.prospect) {
            json_.key("likely");
            json_.object([&] { likely(asked); });
        } else if (!shown.likely_error.empty()) {
            refused("likely", shown.likely_error);
        }
        if (asked.has_comparison()) {
            json_.key("elsewhere");
            json_.object([&] { elsewhere(asked); });
        } else if (!shown.elsewhere_error.empty()) {
            refused("elsewhere", shown.elsewhere_error);
        }
    }

    void refused(std::string_view key, std::string_view error) {
        json_.key(key);
        json_.object([&] { json_.member("error", error); });
    }

    void likely(const Asked &asked) {
        json_.list("outcomes", asked.shown().prospect->outcomes, [&](const LikelyOutcome &one) {
            json_.object([&] {
                json_.member("label", one.label);
                json_.member("parts", one.parts);
            });
        });
        json_.list("ways", asked.likely_ways(), [&](const Asked::LikelyWayName &way) {
            json_.object([&] {
                json_.member("right", way.right);
                json_.member("holder", way.holder);
                json_.member("arises", asked.value(way.path() + "arises"));
                quantiles(asked, "first", way.path() + "first.");
                quantiles(asked, "ends", way.path() + "ends.");
            });
        });
        quantiles(asked, "firm", "likely.firm.");
    }

    void quantiles(const Asked &asked, std::string_view key, const std::string &path) {
        json_.key(key);
        json_.object([&] {
            for (const std::string_view name : quantile_names) {
                json_.member(name, asked.value(path + std::string{name}));
            }
        });
    }

    void elsewhere(const Asked &asked) {
        for (const std::string_view what : own_values) {
            json_.member(what, asked.value("elsewhere." + std::string{what}));
        }
        json_.list("ways", asked.rights_to_leave(), [&](const std::string &right) {
            json_.object([&] {
                json_.member("right", right);
                for (const std::string_view what : leaving_values) {
                    json_.member(what,
                                 asked.value("elsewhere.ways." + right + "." + std::string{what}));
                }
            });
        });
    }

    void findings(std::string_view key, std::optional<std::int64_t> line,
                  const std::vector<Finding> &all) {
        json_.list(key, all, [&](const Finding &finding) {
            json_.object([&] {
                json_.member("code", finding.code);
                json_.member("message", quotable(finding.message));
                json_.member("pointer", quotable(finding.pointer));
                if (line) {
                    json_.member("line", *line);
                }
                json_.member("column", std::int64_t{finding.column});
            });
        });
    }

    JsonWriter json_{Layout::OneLine};
};

class CsvRow {
  public:
    std::string header() {
        for (const std::string_view name :
             {"format", "lease", "title", "currency", "as_of", "answer", "sentence"}) {
            cell(name);
        }
        for (const Side &side : sides) {
            for (const std::string_view name : {"answer", "right"}) {
                cell(std::string{side.name} + "_" + std::string{name});
            }
            for (const std::string_view what : way_values) {
                cell(std::string{side.name} + "_" + std::string{what});
            }
        }
        for (const std::string_view part : ledger_parts) {
            cell(part);
        }
        for (const std::string_view name : {"unknown", "ways", "warnings", "line", "error"}) {
            cell(name);
        }
        for (const std::string_view name : asked_columns) {
            cell(name);
        }
        return row();
    }

    std::string answer(const LineAnswer &of) {
        const Answers answers{of};
        cell(std::to_string(format));
        cell(of.lease.id);
        cell(of.lease.title);
        cell(of.lease.currency);
        cell(to_iso(of.as_of));
        const PartyAnswer to_question = answers.to_question();
        cell(to_question.label);
        cell(to_question.sentence);
        for (const Side &side : sides) {
            const PartyAnswer own = answers.of_side(side.role);
            const WayOut *way = own.way ? &answers.ways()[*own.way] : nullptr;
            cell(own.label);
            cell(way == nullptr ? "" : answers.right_id(*way));
            for (const std::string_view what : way_values) {
                value(way == nullptr ? "none" : answers.value(*way, what));
            }
        }
        for (const std::string_view part : ledger_parts) {
            raw(answers.money(part)); // a number of our own making: a negative one is no formula
        }
        std::string unknown;
        for (const std::string &fee : answers.unknown()) {
            unknown += (unknown.empty() ? "" : " ") + fee;
        }
        cell(unknown);
        cell(std::to_string(answers.ways().size()));
        cell(std::to_string(of.warnings.size()));
        cell(of.line ? std::to_string(*of.line) : "");
        cell("");
        asked(of);
        return row();
    }

    std::string error(std::int64_t line, const std::vector<Finding> &findings) {
        constexpr std::size_t empty_cells =
            6 + sides.size() * (2 + way_values.size()) + ledger_parts.size() + 3;
        cell(std::to_string(format));
        for (std::size_t i = 0; i < empty_cells; ++i) {
            cell("");
        }
        cell(std::to_string(line));
        std::string text;
        for (const Finding &finding : first_of(findings, Severity::Error)) {
            text += (text.empty() ? "" : " ") + finding.code + " at column " +
                    std::to_string(finding.column) + ": " + quotable(finding.message);
        }
        cell(text);
        nothing_asked();
        return row();
    }

  private:
    static constexpr std::array<std::string_view, 7> asked_columns = {
        "likely_outcomes",       "likely_ways", "likely_firm_tenth", "likely_firm_median",
        "likely_firm_ninetieth", "break_even",  "question_error"};

    void nothing_asked() {
        for (std::size_t i = 0; i < asked_columns.size(); ++i) {
            cell("");
        }
    }

    /// "On time 105263; Late 533867", "late-delivery tenant 360870; …", "convenience 11.4466".
    void asked(const LineAnswer &of) {
        if (!of.asked) {
            return nothing_asked();
        }
        const Asked asked{of.lease, *of.asked};
        const QuestionExhibit &shown = asked.shown();
        std::string outcomes;
        std::string ways;
        const auto add = [](std::string &list, const std::string &name, const std::string &value) {
            list += (list.empty() ? "" : "; ") + name + " " + value;
        };
        if (shown.prospect) {
            for (const LikelyOutcome &one : shown.prospect->outcomes) {
                add(outcomes, one.label, std::to_string(one.parts));
            }
            for (const Asked::LikelyWayName &way : asked.likely_ways()) {
                add(ways, way.right + " " + std::string{way.holder},
                    asked.value(way.path() + "arises"));
            }
        }
        cell(outcomes);
        cell(ways);
        for (const std::string_view name : quantile_names) {
            value(shown.prospect ? asked.value("likely.firm." + std::string{name}) : "none");
        }
        std::string prices;
        for (const std::string &right :
             asked.has_comparison() ? asked.rights_to_leave() : std::vector<std::string>{}) {
            add(prices, right, asked.value("elsewhere.ways." + right + ".break_even"));
        }
        cell(prices);
        const bool has_both = !shown.likely_error.empty() && !shown.elsewhere_error.empty();
        cell(shown.likely_error + (has_both ? " " : "") + shown.elsewhere_error);
    }

    void raw(std::string_view text) {
        out_ += is_first_ ? "" : ",";
        out_ += text;
        is_first_ = false;
    }
    void cell(std::string_view text) { raw(csv_cell(text)); }
    /// What does not exist has an empty cell.
    void value(std::string_view text) { cell(text == "none" ? "" : text); }
    std::string row() { return std::move(out_) + "\n"; }

    std::string out_;
    bool is_first_ = true;
};

} // namespace

std::string header_row(StreamLayout layout) {
    return layout == StreamLayout::Csv ? CsvRow{}.header() : std::string{};
}

std::string answer_row(StreamLayout layout, const LineAnswer &answer) {
    return layout == StreamLayout::Csv ? CsvRow{}.answer(answer) : NdjsonRow{}.answer(answer);
}

std::string error_row(StreamLayout layout, std::int64_t line,
                      const std::vector<Finding> &findings) {
    return layout == StreamLayout::Csv ? CsvRow{}.error(line, findings)
                                       : NdjsonRow{}.error(line, findings);
}

} // namespace offramp
