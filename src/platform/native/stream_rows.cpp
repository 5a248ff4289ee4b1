#include "platform/native/stream_rows.hpp"

#include "app/answers/answers.hpp"
#include "app/export/csv.hpp"
#include "io/json/json_writer.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr std::array<std::string_view, 6> amounts = {"headline", "firm",    "firm_as_of",
                                                     "at_risk",  "payable", "credits"};
constexpr std::array<std::string_view, 2> exits = {"first_exit", "exit_as_of"};
constexpr std::array<std::string_view, 6> right_values = {"holder",   "arises", "first_day",
                                                          "last_day", "effect", "status"};
/// Of the exit that CSV names for each holder.
constexpr std::array<std::string_view, 6> exit_values = {"arises", "first_day", "last_day",
                                                         "effect", "exit_fee",  "status"};
struct HolderColumns {
    Holder holder;
    std::string_view name;
};
constexpr std::array<HolderColumns, 2> holders = {
    {{Holder::Tenant, "tenant"}, {Holder::Landlord, "landlord"}}};

std::string money(const LineAnswer &of, std::string_view what) {
    return answer_at(of.lease, of.state, "money." + std::string{what}).value_or("none");
}

std::string value_of(const LineAnswer &of, const Right &right, std::string_view what) {
    return answer_at(of.lease, of.state, "rights." + right.id + "." + std::string{what})
        .value_or("none");
}

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
            if (of.line) {
                json_.member("line", *of.line);
            }
            json_.member("lease", of.lease.id);
            json_.member("title", of.lease.title);
            json_.member("currency", of.lease.currency);
            json_.member("as_of", to_iso(of.as_of));
            for (const std::string_view what : amounts) {
                json_.member(what, money(of, what));
            }
            for (const std::string_view what : exits) {
                json_.member(what, money(of, what));
            }
            json_.list("rights", of.lease.rights, [&](const Right &right) {
                json_.object([&] {
                    json_.member("id", right.id);
                    for (const std::string_view what : right_values) {
                        json_.member(what, value_of(of, right, what));
                    }
                });
            });
            if (!of.warnings.empty()) {
                findings("warnings", of.line, first_of(of.warnings, Severity::Warning));
            }
        });
        return json_.take() + "\n";
    }

    std::string error(std::int64_t line, const std::vector<Finding> &all) {
        json_.object([&] {
            json_.member("line", line);
            findings("error", line, first_of(all, Severity::Error));
        });
        return json_.take() + "\n";
    }

  private:
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

/// The right by which a holder could be out first; none where the holder has none that arises.
const Right *first_exit(const LineAnswer &of, Holder holder) {
    const Right *first = nullptr;
    Date effect = Date::never();
    for (std::size_t i = 0; i < of.lease.rights.size(); ++i) {
        const Right &right = of.lease.rights[i];
        const RightState &state = of.state.rights[i];
        const bool is_theirs = right.holder == holder || right.holder == Holder::Either;
        if (!is_theirs || right.exercise == Exercise::Renewal || state.arises.value == Truth::No) {
            continue;
        }
        const Date least = state.first_effect->value.least;
        if (first == nullptr || least < effect) {
            first = &right;
            effect = least;
        }
    }
    return first;
}

class CsvRow {
  public:
    std::string header() {
        for (const std::string_view name : {"lease", "title", "currency", "as_of"}) {
            cell(name);
        }
        for (const std::string_view amount : amounts) {
            cell(std::string{amount} + "_least");
            cell(std::string{amount} + "_most");
        }
        for (const std::string_view exit : exits) {
            cell(exit);
        }
        for (const HolderColumns &one : holders) {
            cell(std::string{one.name} + "_right");
            for (const std::string_view what : exit_values) {
                cell(std::string{one.name} + "_" + std::string{what});
            }
        }
        for (const std::string_view name : {"rights", "warnings", "line", "error"}) {
            cell(name);
        }
        return row();
    }

    std::string answer(const LineAnswer &of) {
        cell(of.lease.id);
        cell(of.lease.title);
        cell(of.lease.currency);
        cell(to_iso(of.as_of));
        for (const std::string_view what : amounts) {
            bounds(money(of, what));
        }
        for (const std::string_view what : exits) {
            value(money(of, what));
        }
        for (const HolderColumns &one : holders) {
            const Right *right = first_exit(of, one.holder);
            cell(right == nullptr ? "" : right->id);
            for (const std::string_view what : exit_values) {
                value(right == nullptr ? "none" : value_of(of, *right, what));
            }
        }
        cell(std::to_string(of.lease.rights.size()));
        cell(std::to_string(of.warnings.size()));
        cell(of.line ? std::to_string(*of.line) : "");
        cell("");
        return row();
    }

    std::string error(std::int64_t line, const std::vector<Finding> &findings) {
        constexpr std::size_t empty_cells =
            4 + 2 * amounts.size() + exits.size() + holders.size() * (1 + exit_values.size()) + 2;
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
        return row();
    }

  private:
    void raw(std::string_view text) {
        out_ += is_first_ ? "" : ",";
        out_ += text;
        is_first_ = false;
    }
    void cell(std::string_view text) { raw(csv_cell(text)); }
    /// What does not exist has an empty cell.
    void value(std::string_view text) { cell(text == "none" ? "" : text); }
    /// Numbers of our own making, of which a negative one is no formula. Where there is no bound
    /// the cell is empty, so that no sum takes it for an amount.
    void bounds(std::string_view amount) {
        const std::size_t dots = amount.find("..");
        const std::string_view most =
            dots == std::string_view::npos ? amount : amount.substr(dots + 2);
        raw(amount.substr(0, dots));
        raw(most == "unbounded" ? "" : most);
    }
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
