#include "schema/grammar_text.hpp"

#include "core/days/calendar.hpp"
#include "io/json/names.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr std::string_view reading = "Disputed: a value for each option of a reading, of which "
                                     "whoever looks at the lease takes one.";
constexpr std::string_view unknown =
    "A value that no source states (`unknowns`), or one that is for the reader to say (`inputs`).";
constexpr std::string_view if_else =
    "One value where a condition holds, and another where it does not.";
constexpr std::string_view is = "A value together with the clause that makes it.";

constexpr std::array texts = {
    Text{"day", "A day; what is due on it is in time until the day ends.",
         R"({"n": 120, "unit": "day", "after": "gpus.due"})"},
    Text{"day.value",
         "A day that exists, from 1900-01-01 to 2200-12-31, or `never`, which is later than all "
         "days, or `dawn`, which is earlier.",
         R"("2026-09-30")"},
    Text{"day.name",
         "A day of this lease: of the term, a tranche, a remedy or a right, or an event, an "
         "unknown, an input or one of `dates`; `sent` is for channels, and `as_of`, the day seen "
         "from, for what is only told.",
         R"("gpus.delivered")"},
    Text{"day.is", is, R"({"is": "2026-09-30", "clause": "delivery"})"},
    Text{
        "day.reading", reading,
        R"({"reading": "month-count", "options": {"same_day": "2026-10-30", "whole": "2026-10-31"}})"},
    Text{"day.unknown", unknown, R"({"unknown": "permit-day"})"},
    Text{"day.if", if_else,
         R"({"if": {"happens": "acceptance"}, "then": "acceptance", "else": "gpus.delivered"})"},
    Text{"day.after",
         "The day that lies n units after a day, which is itself not counted unless `counting` "
         "says so; months and years lead to the same date, as `month_end` says.",
         R"({"n": 1, "unit": "month", "after": "gpus.due", "month_end": "corresponding_date"})"},
    Text{"day.before",
         "The day that lies n units before a day, counted backwards in the same manner; "
         "`months_back` says what months before a day are.",
         R"({"n": 90, "unit": "day", "before": "term.last_day"})"},
    Text{"day.earliest", "The earliest of these days; one that never comes is later than the rest.",
         R"({"earliest": ["gpus.delivered", "acceptance"]})"},
    Text{"day.latest", "The latest of these days, and never if one of them never comes.",
         R"({"latest": ["term.first_day", "gpus.delivered"]})"},
    Text{"day.nth",
         "The n-th of these days in order of time, the first being number 1; never if so many do "
         "not come.",
         R"({"nth": 2, "of": ["gpus.delivered", "storage.delivered", "acceptance"]})"},
    Text{"day.rolled",
         "The day itself where it is a business day of the calendar, otherwise the business day to "
         "which `roll` moves it.",
         R"({"rolled": "gpus.due", "roll": "following", "calendar": "us-federal"})"},
    Text{"day.start_of",
         "The first day of the month or year in which a day lies, or of the one that is `plus` "
         "months or years later.",
         R"({"start_of": "gpus.delivered", "unit": "month", "plus": 1})"},
    Text{"day.end_of",
         "The last day of the month or year in which a day lies, or of the one that is `plus` "
         "months or years later.",
         R"({"end_of": "gpus.delivered", "unit": "year"})"},
    Text{"day.day_of", "The day that a calendar in a zone shows at an instant.",
         R"({"day_of": "certificate", "zone": "America/New_York"})"},
    Text{"day.units_of",
         "The first day by whose end the deliveries of a tranche come to so many units in all.",
         R"({"units_of": "gpus", "reach": 500})"},
    Text{
        "day.days-reach",
        "The first day on which a set of days comes to a number, counted as `measure` says and "
        "over the stretch of time that `within` names and that ends on that day.",
        R"({"days": "outages", "reach": 3, "measure": "occurrences", "within": "rolling_days", "window_days": 30})"},
    Text{"day.first_of", "The first day of a set of days, and never if it is empty.",
         R"({"first_of": "force-majeure"})"},
    Text{"day.last_of", "The last day of a set of days, and never if it is empty or has no end.",
         R"({"last_of": "force-majeure"})"},

    Text{"instant", "A moment, for clauses that name a clock time.",
         R"({"time": "17:00", "on": "gpus.due", "zone": "America/New_York"})"},
    Text{"instant.value",
         "A day and a clock time with the zone, the offset from UTC or both, or `never` or `dawn`.",
         R"("2026-09-30T17:00[America/New_York]")"},
    Text{"instant.name",
         "A moment of this lease: an event whose kind is `instant`, or one of `moments`.",
         R"("certificate")"},
    Text{"instant.is", is, R"({"is": "certificate", "clause": "delivery"})"},
    Text{
        "instant.reading", reading,
        R"({"reading": "month-count", "options": {"same_day": "certificate", "whole": "2026-10-31T17:00Z"}})"},
    Text{"instant.if", if_else,
         R"({"if": "sublet-allowed", "then": "certificate", "else": "2026-09-30T17:00:00-04:00"})"},
    Text{"instant.time",
         "The moment at which clocks in a zone show a time on a day; of two such moments it is the "
         "earlier.",
         R"({"time": "17:00", "on": "gpus.due", "zone": "America/New_York"})"},
    Text{"instant.after", "The moment that lies n hours or minutes after another.",
         R"({"n": 48, "unit": "hour", "after": "certificate"})"},
    Text{"instant.before", "The moment that lies n hours or minutes before another.",
         R"({"n": 30, "unit": "minute", "before": "certificate"})"},
    Text{"instant.earliest", "The earliest of these moments.",
         R"({"earliest": ["certificate", "2026-09-30T17:00Z"]})"},
    Text{"instant.latest", "The latest of these moments, and never if one of them never comes.",
         R"({"latest": ["certificate", "2026-09-30T17:00Z"]})"},

    Text{"count", "A whole number: of units, of days, of months.",
         R"({"smallest": ["force-majeure", 60]})"},
    Text{"count.value", "A whole number from 0 to 1,000,000,000,000, written without a point.",
         R"(1000)"},
    Text{"count.name",
         "A number of this lease: the units that a tranche owes, the days of a remedy, an unknown, "
         "an input, one of `counts`, or a delay, which stands for its number of days.",
         R"("gpus.committed")"},
    Text{"count.is", is, R"({"is": 30, "clause": "late"})"},
    Text{"count.reading", reading,
         R"({"reading": "month-count", "options": {"same_day": 30, "whole": 31}})"},
    Text{"count.unknown", unknown, R"({"unknown": "spare-units"})"},
    Text{"count.if", if_else, R"({"if": "sublet-allowed", "then": 30, "else": 60})"},
    Text{"count.delivered",
         "The units of a tranche that are delivered by the end of a day, in all.",
         R"({"delivered": "gpus", "by": "gpus.due"})"},
    Text{"count.whole_months_from",
         "The whole months from a day to a day, both included; 0 if the second is earlier.",
         R"({"whole_months_from": "term.first_day", "to": "term.last_day"})"},
    Text{"count.days_from",
         "The days from a day to a day, of which `interval` says whether the first and the last "
         "are counted; 0 if the second is earlier.",
         R"({"days_from": "gpus.due", "to": "gpus.delivered", "interval": "include_last"})"},
    Text{"count.business_days_from",
         "The business days from a day to a day, both included; 0 if the second is earlier.",
         R"({"business_days_from": "gpus.due", "to": "acceptance", "calendar": "us-federal"})"},
    Text{"count.hours_from",
         "The whole hours from a moment to a later one; 0 if the second is earlier.",
         R"({"hours_from": "certificate", "to": "2026-09-30T17:00Z"})"},
    Text{"count.days_in",
         "How many days a set has, or occurrences or hours as `measure` says, of those from `from` "
         "to `to`, both included, where these are given.",
         R"({"days_in": "force-majeure", "from": "gpus.due", "to": "outside-date"})"},
    Text{"count.day_of_month", "The number of a day in its month, from 1 to 31.",
         R"({"day_of_month": "gpus.delivered"})"},
    Text{"count.sum", "The sum of these numbers.", R"({"sum": ["force-majeure", "tenant-delay"]})"},
    Text{"count.product", "The product of these numbers.", R"({"product": [2, "force-majeure"]})"},
    Text{"count.smallest", "The smallest of these numbers; with a stated one it is a cap.",
         R"({"smallest": ["force-majeure", 60]})"},
    Text{"count.largest", "The largest of these numbers; with a stated one it is a floor.",
         R"({"largest": ["bought-days", 5]})"},
    Text{"count.count-less", "A number less another, which may come to less than 0.",
         R"({"count": "gpus.committed", "less": {"delivered": "gpus", "by": "gpus.due"}})"},
    Text{"count.count-over",
         "What of a number counts beyond an allowance: nothing up to it, and above it what "
         "`excess` says.",
         R"({"count": "force-majeure", "over": 10, "excess": "only_excess"})"},
    Text{"count.count-divided_by",
         "A number divided by another, made a whole number as `rounding` says.",
         R"({"count": "late-credit.days", "divided_by": 7, "rounding": "up"})"},
    Text{"count.amount-divided_by",
         "How many times an amount goes into another, made a whole number as `rounding` says.",
         R"({"amount": "late-credit.amount", "divided_by": "10000.00", "rounding": "down"})"},

    Text{"amount", "An amount of money in the currency of the lease, exact to its minor unit.",
         R"({"amount": "1000000.00", "times": 50, "over": 100})"},
    Text{"amount.value",
         "A decimal number as text, with at most as many decimals as the currency has and at most "
         "10^15.",
         R"("1000000.00")"},
    Text{"amount.name",
         "An amount of this lease: what a remedy comes to, an unknown, an input or one of "
         "`amounts`.",
         R"("late-credit.amount")"},
    Text{"amount.is", is, R"({"is": "1000000.00", "clause": "fee"})"},
    Text{
        "amount.reading", reading,
        R"({"reading": "month-count", "options": {"same_day": "1000000.00", "whole": "900000.00"}})"},
    Text{"amount.unknown", unknown, R"({"unknown": "ramp-fee"})"},
    Text{"amount.if", if_else, R"({"if": "sublet-allowed", "then": "0.00", "else": "250000.00"})"},
    Text{
        "amount.amount-times",
        "An amount times a number, divided by `over` where it is given, and rounded once, half "
        "up to the minor unit.",
        R"({"amount": "1000000.00", "times": {"delivered": "gpus", "by": "acceptance"}, "over": "gpus.committed"})"},
    Text{"amount.amount-less", "An amount less another, which may come to less than 0.",
         R"({"amount": "5000000.00", "less": "late-credit.amount"})"},
    Text{"amount.sum", "The sum of these amounts.",
         R"({"sum": ["250000.00", "late-credit.amount"]})"},
    Text{"amount.smallest", "The smallest of these amounts; with a stated one it is a cap.",
         R"({"smallest": ["late-credit.amount", "500000.00"]})"},
    Text{"amount.largest", "The largest of these amounts; with a stated one it is a floor.",
         R"({"largest": ["late-credit.amount", "100000.00"]})"},
    Text{"amount.fee",
         "What a fee comes to from a day to a day, both included, as far as the fee runs; part "
         "months are charged by the day.",
         R"({"fee": "monthly", "from": "2027-01-01", "to": "term.last_day"})"},
    Text{
        "amount.unamortised",
        "What remains of a sum that is paid off over `months` months, once `after` of them are "
        "paid, at a yearly interest of `rate` over `over`.",
        R"({"unamortised": "12000000.00", "rate": 9, "over": 100, "months": 36, "after": 12, "amortisation": "level_payments"})"},

    Text{"condition", "Something that holds or does not.",
         R"({"day": "gpus.delivered", "by": "gpus.due"})"},
    Text{"condition.value", "True or false.", R"(true)"},
    Text{"condition.name",
         "A condition of this lease: an unknown, an input or one of `conditions`.",
         R"("sublet-allowed")"},
    Text{"condition.is", is, R"({"is": "sublet-allowed", "clause": "convenience"})"},
    Text{"condition.reading", reading,
         R"({"reading": "month-count", "options": {"same_day": true, "whole": false}})"},
    Text{"condition.unknown", unknown, R"({"unknown": "sublet-allowed"})"},
    Text{"condition.if", if_else,
         R"({"if": "sublet-allowed", "then": true, "else": {"happens": "acceptance"}})"},
    Text{"condition.day-by", "A day is no later than another.",
         R"({"day": "gpus.delivered", "by": "gpus.due"})"},
    Text{"condition.day-before", "A day is earlier than another, and not the same.",
         R"({"day": "acceptance", "before": "gpus.due"})"},
    Text{"condition.instant-by", "A moment is no later than another, to the second.",
         R"({"instant": "certificate", "by": "2026-09-30T17:00[America/New_York]"})"},
    Text{"condition.instant-before", "A moment is earlier than another, and not the same.",
         R"({"instant": "certificate", "before": "2026-09-30T17:00[America/New_York]"})"},
    Text{"condition.count-at_least", "A number is as large as another or larger.",
         R"({"count": {"delivered": "gpus", "by": "gpus.due"}, "at_least": 900})"},
    Text{"condition.count-more_than", "A number is larger than another.",
         R"({"count": "force-majeure", "more_than": 180})"},
    Text{"condition.amount-at_least", "An amount is as large as another or larger.",
         R"({"amount": "late-credit.amount", "at_least": "500000.00"})"},
    Text{"condition.amount-more_than", "An amount is larger than another.",
         R"({"amount": "late-credit.amount", "more_than": "500000.00"})"},
    Text{"condition.happens", "A day comes at all, which is to say that it is not `never`.",
         R"({"happens": "change-of-control"})"},
    Text{"condition.business_day", "A day is a business day of the calendar.",
         R"({"business_day": "acceptance", "calendar": "us-federal"})"},
    Text{"condition.not", "A condition does not hold.", R"({"not": "sublet-allowed"})"},
    Text{"condition.all", "All of these conditions hold.",
         R"({"all": ["sublet-allowed", {"happens": "acceptance"}]})"},
    Text{"condition.any", "At least one of these conditions holds.",
         R"({"any": ["sublet-allowed", {"happens": "acceptance"}]})"},

    Text{"days", "A set of days, such as those of a delay.",
         R"({"union": ["force-majeure", "tenant-delay"]})"},
    Text{"days.name", "The days of a delay of this lease.", R"("force-majeure")"},
    Text{"days.is", is, R"({"is": "force-majeure", "clause": "delays"})"},
    Text{
        "days.reading", reading,
        R"({"reading": "month-count", "options": {"same_day": "force-majeure", "whole": "outages"}})"},
    Text{"days.if", if_else,
         R"({"if": "sublet-allowed", "then": "force-majeure", "else": "outages"})"},
    Text{"days.from-to",
         "The days from a day to a day, of which `interval` says whether the first and the last "
         "are among them.",
         R"({"from": "gpus.due", "to": "gpus.delivered", "interval": "include_last"})"},
    Text{"days.union",
         "The days that are in one of these sets at least, each once; days without a date add up.",
         R"({"union": ["force-majeure", "tenant-delay"]})"},
    Text{"days.intersection",
         "The days that are in all of these sets; days without a date are in none.",
         R"({"intersection": ["force-majeure", "tenant-delay"]})"},
    Text{"days.days-except", "The days of a set that are not in another.",
         R"({"days": "force-majeure", "except": "tenant-delay"})"},
    Text{"days.business_days_of", "The business days of a set.",
         R"({"business_days_of": "force-majeure", "calendar": "us-federal"})"},

    Text{"unit", "What a period is counted in.", R"("month")"},
    Text{"month_end",
         "What months after a day lead to when the month has no such date, or when the day was the "
         "last of its month.",
         R"("corresponding_date")"},
    Text{"counting", "Which days a period of days, weeks or business days counts.",
         R"("exclude_first")"},
    Text{"months_back", "What months before a day are.", R"("subtract")"},
    Text{"calendar",
         "Whose business days: `weekends`, `us-federal`, `us-frb`, `england-wales`, or the id of "
         "one of this lease's `calendars`.",
         R"("us-federal")"},
    Text{"roll", "Where a day goes that is no business day.", R"("following")"},
    Text{"interval", "Which ends of a run of days are counted.", R"("include_both")"},
    Text{"excess", "What counts once an allowance is exceeded.", R"("only_excess")"},
    Text{"rounding", "How a quotient becomes a whole number.", R"("down")"},
    Text{"measure", "What is counted of a set of days.", R"("days")"},
    Text{"within", "The stretch of time over which a set of days is counted.", R"("rolling_days")"},
    Text{"amortisation", "How a sum is paid off month by month.", R"("level_payments")"},
    Text{"zone", "Whose clocks, by the name that the tz database has for them.",
         R"("America/New_York")"},
    Text{"exit_day", "Whether the day is paid for on which the lease ends.", R"("not_served")"},
    Text{"rungs", "How the rungs of a remedy follow each other.", R"("replace")"},
    Text{"meanwhile", "What becomes of the lease while a last chance runs.", R"("suspended")"},
};

constexpr std::array words = {
    WordText{"unit", "day", "calendar days"},
    WordText{"unit", "business_day", "business days of the `calendar`"},
    WordText{"unit", "week", "seven days"},
    WordText{"unit", "month", "months, to the same date"},
    WordText{"unit", "full_month", "calendar months that lie wholly after the day, or before it"},
    WordText{"unit", "year", "twelve months"},
    WordText{"unit", "hour", "hours; of instants only"},
    WordText{"unit", "minute", "minutes; of instants only"},
    WordText{"month_end", "corresponding_date",
             "the same date, else the month's last: 30 September leads to 30 October"},
    WordText{"month_end", "end_of_month",
             "from a month's last day to a month's last day: 30 September leads to 31 October"},
    WordText{"month_end", "next_month",
             "a date that is missing becomes the first of the next month"},
    WordText{"month_end", "open", "nobody says what a missing date becomes: both stay possible"},
    WordText{"counting", "exclude_first", "not the day from which the period runs, but its last"},
    WordText{"counting", "include_both", "the day from which the period runs is day one"},
    WordText{"counting", "clear", "neither end: the act is for the day after the period"},
    WordText{"counting", "leap_day_with_day_before",
             "not the first; 28 and 29 February count as one day"},
    WordText{"months_back", "subtract", "the same date in the earlier month"},
    WordText{"months_back", "forward_test",
             "the last day from which as many months forward do not pass the day"},
    WordText{"roll", "none", "it stays where it is"},
    WordText{"roll", "following", "to the next business day"},
    WordText{"roll", "modified_following",
             "to the next business day, unless that is in the next month: then to the one before"},
    WordText{"roll", "preceding", "to the business day before"},
    WordText{"roll", "modified_preceding",
             "to the business day before, unless that is in the month before: then to the next"},
    WordText{"roll", "by_direction",
             "forward for a period after a day, and back for one before a day"},
    WordText{"interval", "include_first", "the first day but not the last"},
    WordText{"interval", "include_last", "the last day but not the first"},
    WordText{"interval", "exclude_both", "neither"},
    WordText{"interval", "include_both", "both"},
    WordText{"excess", "only_excess", "what is above the allowance"},
    WordText{"excess", "everything", "all of it, from the first"},
    WordText{"rounding", "down", "to the whole number below"},
    WordText{"rounding", "up", "to the whole number above"},
    WordText{"rounding", "half_up", "to the nearest, and a half away from 0"},
    WordText{"measure", "days", "days, each once"},
    WordText{"measure", "occurrences", "runs of days, each once, on its first day"},
    WordText{"measure", "hours",
             "the hours of each run, on its first day; 24 for each day where none are stated"},
    WordText{"within", "ever", "all the time up to the day"},
    WordText{"within", "consecutive", "days without a gap"},
    WordText{"within", "rolling_days", "the last `window_days` days"},
    WordText{"within", "calendar_month", "the month, from its first day"},
    WordText{"within", "calendar_year", "the year, from 1 January"},
    WordText{"amortisation", "level_payments", "by equal monthly payments with interest"},
    WordText{"amortisation", "straight_line", "by equal parts without interest"},
    WordText{"exit_day", "not_served", "no: the lease ends as that day begins"},
    WordText{"exit_day", "served", "yes: the lease ends as that day closes"},
    WordText{"rungs", "replace", "each ends the one before it"},
    WordText{"rungs", "add", "each comes on top of those before it"},
    WordText{"role", "landlord", "who provides"},
    WordText{"role", "tenant", "who rents"},
    WordText{"role", "other", "anybody else, such as a guarantor"},
    WordText{"holder", "tenant", "the tenant"},
    WordText{"holder", "landlord", "the landlord"},
    WordText{"holder", "either", "each of the two"},
    WordText{"holder", "third_party", "somebody else, such as a lender"},
    WordText{"holder", "unknown", "the papers do not say who"},
    WordText{"about", "tenant", "the tenant"},
    WordText{"about", "landlord", "the landlord"},
    WordText{"about", "either", "whoever of the two may leave sooner"},
    WordText{"wording", "quotation", "the words of the contract or filing"},
    WordText{"wording", "paraphrase", "somebody's retelling of them"},
    WordText{"wording", "derived", "a convention or working of this document, in no source"},
    WordText{"exercise", "notice", "somebody must give notice"},
    WordText{"exercise", "automatic", "the lease ends by itself on the first day"},
    WordText{"exercise", "renewal", "notice renews, and ends nothing"},
    WordText{"meanwhile", "suspended", "the lease goes on until the last chance has passed"},
    WordText{"meanwhile", "ended", "the lease has ended, and what is awaited revives it"},
    WordText{"basis", "recorded", "it has happened"},
    WordText{"basis", "supposed", "it is only supposed"},
    WordText{"value_kind", "day", "a day"},
    WordText{"value_kind", "count", "a whole number"},
    WordText{"value_kind", "amount", "an amount of money"},
    WordText{"value_kind", "condition", "true or false"},
    WordText{"event_kind", "day", "a day"},
    WordText{"event_kind", "instant", "a moment, where the hour matters"},
};

} // namespace

std::string_view definition_of(Kind kind) {
    return is_word(kind) ? convention_key(kind) : kind == Kind::Days ? "days" : word_for(kind);
}

std::string definition_of(const Spelling &spelling) {
    std::string name{definition_of(spelling.kind)};
    char separator = '.';
    for (const Slot &slot : spelling.slots) {
        if (slot.need == Need::Lead) {
            name += separator;
            name += slot.key;
            separator = '-';
        }
    }
    return name;
}

std::span<const Text> rule_texts() { return texts; }

const Text &text_of(std::string_view name) {
    static constexpr Text missing = {"", "", "0"};
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [name](const Text &text) { return text.name == name; });
    return found == texts.end() ? missing : *found;
}

std::span<const WordText> word_texts() { return words; }

std::string_view says_of(std::string_view definition, std::string_view word) {
    for (const PublicCalendarName &calendar : public_calendar_names) {
        if (definition == "public_calendar" && calendar.id == word) {
            return calendar.label;
        }
    }
    for (const WordText &text : words) {
        if (text.definition == definition && text.word == word) {
            return text.says;
        }
    }
    return {};
}

} // namespace offramp
