#include "io/json/json_writer.hpp"
#include "platform/native/line_results.hpp"

namespace offramp {

namespace {

class NdjsonRow {
  public:
    std::string answer(const LineAnswer &of) {
        json_.object([&] {
            json_.member("format", std::int64_t{row_format});
            if (of.line) {
                json_.member("line", *of.line);
            }
            json_.member("lease", of.lease.id);
            json_.member("title", of.lease.title);
            json_.member("currency", of.lease.currency);
            json_.member("as_of", to_iso(of.as_of));
            const LineResults answers{of};
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
                asked(LineQuestion{of.lease, *of.asked});
            }
            if (!of.warnings.empty()) {
                findings("warnings", of.line, first_of(of.warnings, Severity::Warning));
            }
        });
        return json_.take() + "\n";
    }

    std::string error(std::int64_t line, const std::vector<Finding> &all) {
        json_.object([&] {
            json_.member("format", std::int64_t{row_format});
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

    void asked(const LineQuestion &asked) {
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

    void likely(const LineQuestion &asked) {
        json_.list("outcomes", asked.shown().prospect->outcomes, [&](const LikelyOutcome &one) {
            json_.object([&] {
                json_.member("label", one.label);
                json_.member("parts", one.parts);
            });
        });
        json_.list("ways", asked.likely_ways(), [&](const LineQuestion::LikelyWayName &way) {
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

    void quantiles(const LineQuestion &asked, std::string_view key, const std::string &path) {
        json_.key(key);
        json_.object([&] {
            for (const std::string_view name : quantile_names) {
                json_.member(name, asked.value(path + std::string{name}));
            }
        });
    }

    void elsewhere(const LineQuestion &asked) {
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

} // namespace

std::string ndjson_answer(const LineAnswer &of) { return NdjsonRow{}.answer(of); }

std::string ndjson_error(std::int64_t line, const std::vector<Finding> &findings) {
    return NdjsonRow{}.error(line, findings);
}

} // namespace offramp
