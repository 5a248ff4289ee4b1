// What is said of the papers beside their terms: parties, sources, clauses, readings, facts that
// are not known, calendars; and of what many elements have. Internal to `document_text.cpp`.
#pragma once

#include "schema/document_text.hpp"

#include <array>

namespace offramp::papers {

using enum Presence;
using enum Arity;

// What many objects have.
inline constexpr std::string_view own_id = "Its id; no two of a kind are alike.";
inline constexpr std::string_view own_name =
    "Its id, by which rules name it; no two in the lease that rules can name are alike.";
inline constexpr std::string_view shown = "What readers see instead of the id.";
inline constexpr Property label = {"label", Optional, "text_or_empty", shown, R"("Late delivery")"};
inline constexpr Property clause = {
    "clause", Optional, "id",
    "The clause that says so; what stands inside has the same clause unless it names its own.",
    R"("late")"};
inline constexpr Property repeat = {"repeat", Optional, "repeat", "Stands for so many elements.",
                                    R"(4)"};

constexpr Property id(std::string_view example) { return {"id", Required, "id", own_id, example}; }
constexpr Property name(std::string_view example) {
    return {"id", Required, "name", own_name, example};
}

inline constexpr std::array party = {
    id(R"("tenant")"),
    Property{"name", Required, "text", "Its name.", R"("Example AI")"},
    Property{"role", Required, "role", "Its part in this lease.", R"("tenant")"},
};

inline constexpr std::array source = {
    id(R"("filing")"),
    Property{"title", OfDocument, "text", "Its title.", R"("Form 8-K of 5 June 2026")"},
    Property{"url", Optional, "address", "Where it is; nothing where it is not public.",
             R"("https://example.org/8-k")"},
    Property{"date", Optional, "text_or_empty", "Its date as it prints it.", R"("2026-06-05")"},
    Property{"kind", OfDocument, "text",
             "How near it is to the paper: `primary`, `primary_partial`, `primary_cited` or "
             "`secondary`.",
             R"("primary")"},
};

inline constexpr std::array clause_object = {
    id(R"("late")"),
    Property{"title", Optional, "text_or_empty", "Its heading.", R"("Late delivery")"},
    Property{"text", OfDocument, "text", "What it says.",
             R"("If the GPUs are a month late, the tenant may leave.")"},
    Property{"is", OfDocument, "wording", "Whose words these are.", R"("paraphrase")"},
    Property{"sources", Optional, "id", "The ids of the sources that have it.", R"(["filing"])",
             List},
};

inline constexpr std::array reading = {
    id(R"("month-count")"),
    Property{"question", Optional, "text_or_empty", "What is disputed.",
             R"("When does the month of grace end?")"},
    Property{"default", Required, "id", "The option taken until somebody takes another.",
             R"("same_day")"},
    Property{
        "options", Required, "option", "The defensible meanings.",
        R"([{"id": "same_day", "label": "on the same date"}, {"id": "whole", "label": "with the month"}])",
        ChoiceList},
    clause,
};

inline constexpr std::array option = {
    Property{"id", Required, "id", "Its name within the reading.", R"("same_day")"},
    Property{"label", Optional, "text_or_empty", shown, R"("on the same date")"},
    Property{"explanation", Optional, "text_or_empty", "Why one may read it so.",
             R"("A month from a day runs to the same date of the next month.")"},
};

inline constexpr Property question = {"question", Optional, "text",
                                      "What is not known; needed where there is no `label`.",
                                      R"("What is paid before the term?")"};
inline constexpr Property value_kind = {"kind", Required, "value_kind", "What it would be.",
                                        R"("amount")"};
inline constexpr Property least = {
    "least", Optional, "bound", "It is no less than this; 0 or the first day of all if not given.",
    R"("0.00")"};
inline constexpr Property most = {"most", Optional, "bound",
                                  "It is no more than this; without it there is no bound.",
                                  R"("400000.00")"};

inline constexpr std::array unknown = {
    name(R"("ramp-fee")"), question, label, value_kind, least, most, clause,
};
inline constexpr std::array input = {
    name(R"("ramp-fee")"),
    question,
    label,
    value_kind,
    least,
    most,
    Property{"supposed", Optional, "bound",
             "What holds until the reader says otherwise; without it the least, and of a day "
             "`never`.",
             R"("0.00")"},
    clause,
};

inline constexpr std::array business_calendar = {
    id(R"("plant")"),
    Property{"label", Optional, "text_or_empty", shown, R"("The plant's working days")"},
    Property{"base", Optional, "public_calendar",
             "The public calendar on which it stands; `weekends` if not given.", R"("us-federal")"},
    Property{"weekend", Optional, "weekday",
             "The days of the week that are no business days; Saturday and Sunday if not given.",
             R"(["SAT", "SUN"])", List},
    Property{"holidays", Optional, "plain_day", "Further days off.", R"(["2026-11-27"])", List},
    Property{"working_days", Optional, "plain_day",
             "Days that are business days whatever else is said of them.", R"(["2026-10-12"])",
             List},
};

// --- What the papers say -----------------------------------------------------------------------

} // namespace offramp::papers
