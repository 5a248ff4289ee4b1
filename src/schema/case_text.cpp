// The objects of case files and of the scenarios in them.
#include "schema/document_text.hpp"

#include <array>

namespace offramp {

namespace {

using enum Presence;
using enum Arity;

constexpr Property known = {"known", Optional, "plain_day",
                            "The day from which it is known; always if not given.",
                            R"("2026-10-03")"};

constexpr std::array case_file = {
    Property{"id", Required, "id", "The case's own name, as in its file's.", R"("V01")"},
    Property{"title", Required, "text", "What the case is about.",
             R"("Delivery on the last day of grace")"},
    Property{"source", Required, "text", "Where the clause, or the date, comes from.",
             R"("Northgrid's filing of 5 June 2026")"},
    Property{"taxonomy", Optional, "text", "The rows of clause forms that it exercises.",
             R"(["K3", "E1"])", List},
    Property{
        "lease", Required, "terms", "The terms that matter here.",
        R"({"tranches": [{"id": "gpus", "unit": "GPU", "units": 1000, "due": "2026-09-30"}]})"},
    Property{"scenario", Optional, "scenario",
             "What is supposed to have happened; nothing if not given.",
             R"({"deliveries": [{"tranche": "gpus", "day": "2026-10-28"}]})"},
    Property{"question", Optional, "question",
             "What is asked beside the scenario: how likely, and worth it.",
             R"({"likely": {"gpus": {"even": "2026-10-15", "nine_tenth": "2026-11-30"}}})"},
    Property{"expect", Required, "expect", "The answers, worked out by hand.",
             R"({"dates": {"gpus.delivered": "2026-10-28"}})"},
    Property{
        "other_readings", Optional, "hearing",
        "The answers under other readings of the same scenario.",
        R"([{"readings": {"month-count": "whole"}, "expect": {"rights": {"late-delivery": {"grace_last_day": "2026-10-31"}}}}])",
        List},
    Property{
        "other_scenarios", Optional, "hearing", "The answers if other things happened.",
        R"([{"title": "a day later", "scenario": {"deliveries": [{"tranche": "gpus", "day": "2026-10-29"}]}, "expect": {"dates": {"gpus.delivered": "2026-10-29"}}}])",
        List},
    Property{"arithmetic", Optional, "text", "The working, line by line.",
             R"(["30 September + 30 days = 30 October."])", List},
};

constexpr std::array hearing = {
    Property{"title", Optional, "text", "What is different here; the readings if not given.",
             R"("a day later")"},
    Property{"readings", Optional, "id", "The options taken; of other readings those of the case.",
             R"({"month-count": "whole"})", Map},
    Property{"scenario", Optional, "scenario",
             "What happened instead, said from the beginning; as in the case if not given.",
             R"({"deliveries": [{"tranche": "gpus", "day": "2026-10-29"}]})"},
    Property{"question", Optional, "question",
             "What is asked instead; as in the case if not given.",
             R"({"elsewhere": {"price": "6.00"}})"},
    Property{"expect", Required, "expect", "The answers, worked out by hand.",
             R"({"dates": {"gpus.delivered": "2026-10-29"}})"},
    Property{"because", Optional, "text", "Why, for readers; nothing reads it.",
             R"("The month of grace ends with the month.")"},
};

constexpr std::array scenario = {
    Property{"deliveries", Optional, "delivery", "What is delivered when.",
             R"([{"tranche": "gpus", "day": "2026-10-28", "units": 600}])", FactList},
    Property{"notices", Optional, "notice", "Which rights are used when, by their ids.",
             R"({"late-delivery": "2026-11-02"})", Map},
    Property{"events", Optional, "happening", "Which events happen when, by their ids.",
             R"({"acceptance": "2026-11-03"})", Map},
    Property{"delays", Optional, "delay_days", "The days of each cause of delay, by its id.",
             R"({"force-majeure": 12})", Map},
    Property{"readings", Optional, "id", "The option taken of each reading, by its id.",
             R"({"month-count": "whole"})", Map},
    Property{"unknowns", Optional, "supposed", "What is supposed of unknowns, by their ids.",
             R"({"ramp-fee": "250000.00"})", Map},
    Property{"inputs", Optional, "supposed", "What is supposed of inputs, by their ids.",
             R"({"bought-days": 30})", Map},
    Property{"as_of", Optional, "plain_day",
             "The day from which one looks; the information day if not given.", R"("2026-10-15")"},
    Property{"known_at", Optional, "plain_day",
             "What became known only after this day has not happened.", R"("2026-10-15")"},
};

constexpr std::array delivery = {
    Property{"tranche", Required, "id", "What is delivered.", R"("gpus")"},
    Property{"day", Required, "when", "The day on which it is delivered.", R"("2026-10-28")"},
    Property{"units", Optional, "number", "How many in this delivery; all if not given.", R"(600)"},
    Property{"basis", Optional, "basis", "Whether it has happened; supposed if not given.",
             R"("recorded")"},
    known,
};

constexpr std::array notice_dated = {
    Property{"day", Required, "when", "The day on which it counts as received.", R"("2026-11-02")"},
    known,
};
constexpr std::array notice_sent = {
    Property{"sent", Required, "when", "The day on which it is sent.", R"("2026-10-29")"},
    Property{"by", Required, "id", "The channel by which it travels.", R"("mail")"},
    known,
};
constexpr std::array happening_dated = {
    Property{"day", Required, "moment", "When it happens.", R"("2026-11-03")"},
    known,
};

constexpr std::array delay_run = {
    Property{"from", Required, "when", "Its first day.", R"("2026-09-10")"},
    Property{"to", Optional, "when", "Its last day, which is part of it; it goes on if not given.",
             R"("2026-09-21")"},
    Property{"hours", Optional, "hours", "Its hours in all; whole days if not given.", R"(36)"},
    known,
};
constexpr std::array delay_of_both = {
    Property{"runs", Optional, "delay_run", "Runs of days.",
             R"([{"from": "2026-09-10", "to": "2026-09-21"}])", FactList},
    Property{"undated", Optional, "number",
             "Days of which only the number is known; they overlap with nothing.", R"(5)"},
};

constexpr Property never = {"never", Optional, "parts",
                            "How likely it never comes; not at all if not given.", R"(20000)"};

constexpr std::array question = {
    Property{"likely", Optional, "likely",
             "How likely each day of a delivery is, by the id of its tranche. The scenario has the "
             "delivery, on any day.",
             R"({"gpus": {"even": "2026-10-15", "nine_tenth": "2026-11-30"}})", Map},
    Property{"slipping", Optional, "slipping",
             "How several deliveries slip; together if not given.", R"("apart")"},
    Property{"elsewhere", Optional, "elsewhere", "With what staying is compared.",
             R"({"price": "6.00"})"},
};
constexpr std::array guess = {
    Property{"even", Required, "plain_day", "As likely by this day as not.", R"("2026-10-15")"},
    Property{"nine_tenth", Required, "plain_day", "Nine in ten by this day.", R"("2026-11-30")"},
    never,
};
constexpr std::array evenly = {
    Property{"from", Required, "plain_day", "The first day.", R"("2026-10-01")"},
    Property{"to", Required, "plain_day", "The last day.", R"("2026-12-31")"},
    never,
};
constexpr std::array likely_months = {
    Property{"months", Required, "month_parts",
             "The months, in the order of time. With never they add up to a million.",
             R"([{"month": "2026-10", "parts": 400000}, {"month": "2026-11", "parts": 600000}])",
             FactList},
    never,
};
constexpr std::array month_parts = {
    Property{"month", Required, "month", "The calendar month.", R"("2026-10")"},
    Property{"parts", Required, "parts", "How likely it is.", R"(400000)"},
};
constexpr std::array late = {
    Property{"late", Required, "number", "How many days late each of them was.",
             R"([0, 31, {"from": 45, "to": 60}])", FactList},
};
constexpr std::array elsewhere = {
    Property{"price", Required, "price", "Of one unit for one hour.", R"("6.00")"},
    Property{"gap_days", Optional, "gap_days", "Days without capacity after the end.", R"(30)"},
    Property{"extra", Optional, "amount.value", "What leaving costs besides.", R"("1000000.00")"},
};

constexpr std::array instant_range =
    range_of("instant.value", R"("2026-09-30T09:00Z")", R"("2026-09-30T17:00Z")");
constexpr std::array amount_range = range_of("amount.value", R"("100000.00")", R"("250000.00")");
constexpr std::array flag_range = range_of("condition.value", R"(false)", R"(true)");

constexpr std::array right_answers = {
    Property{"arises", Optional, "answer", "`yes`, `no` or `depends`.", R"("yes")"},
    Property{"opens", Optional, "answer", "The first day for notice, had nothing else happened.",
             R"("2026-10-31")"},
    Property{"closes", Optional, "answer", "The last day for notice; it may lie before the first.",
             R"("2026-11-19")"},
    Property{"first_day", Optional, "answer",
             "The first day for notice, and none where the right does not arise.",
             R"("2026-10-31")"},
    Property{"last_day", Optional, "answer",
             "The last day for notice, and none where the right does not arise.",
             R"("2026-11-19")"},
    Property{"grace_last_day", Optional, "answer", "The last day of grace.", R"("2026-10-30")"},
    Property{"effect", Optional, "answer",
             "The day on which a notice works that is given on the first day.", R"("2026-11-05")"},
    Property{"notice_effect", Optional, "answer", "The same for notice on the as-of day.",
             R"("2026-11-07")"},
    Property{"latest_effect", Optional, "answer",
             "The last day that a notice on the first day may name.", R"("2027-04-29")"},
    Property{"exit_fee", Optional, "answer", "What leaving costs.", R"("250000.00")"},
    Property{"outcome", Optional, "answer", "The status after the last change.", R"("terminated")"},
    Property{"status", Optional, "status_answers",
             "The status on the as-of day, or on each of several days.",
             R"({"2026-10-30": "grace", "2026-10-31": "exercisable"})"},
};

constexpr std::array fee_answers = {
    Property{"per_month", Optional, "answer", "For a calendar month.", R"("1000000.00")"},
    Property{"total", Optional, "answer", "Over its whole run.", R"("36000000.00")"},
    Property{"from", Optional, "answer", "The first day that is paid for.", R"("2026-10-01")"},
    Property{"to", Optional, "answer", "The last day that is paid for.", R"("2029-09-30")"},
    Property{"amount", Optional, "answer", "Of a fee charged once.", R"("5000000.00")"},
    Property{"on", Optional, "answer", "The day of a fee charged once.", R"("2026-10-01")"},
};

constexpr std::array money_answers = {
    Property{"headline", Optional, "answer", "Payable if nobody leaves.", R"("36000000.00")"},
    Property{"firm", Optional, "answer",
             "Payable even if every free exit is taken on its first day.", R"("1133333.33")"},
    Property{"payable", Optional, "answer", "Payable in this scenario.", R"("36000000.00")"},
    Property{"credits", Optional, "answer", "What remedies come to.", R"("0.00")"},
    Property{"first_exit", Optional, "answer", "The first day on which somebody leaves for free.",
             R"("2026-11-05")"},
    Property{"last_firm_day", Optional, "answer", "The last day that is paid for then.",
             R"("2026-11-04")"},
};

constexpr std::array holder_answers = {
    Property{"tenant", Optional, "way_answers", "As the tenant may use it.",
             R"({"state": "open", "ends": "2027-05-02"})"},
    Property{"landlord", Optional, "way_answers", "As the landlord may use it.",
             R"({"state": "none"})"},
    Property{"third_party", Optional, "way_answers", "As somebody else may use it.",
             R"({"state": "none"})"},
};

constexpr std::array way_answers = {
    Property{"kind", Optional, "answer",
             "`leave` and `shrink` end the lease or a part of it, `renew` prolongs it, `end` comes "
             "without notice.",
             R"("leave")"},
    Property{"state", Optional, "answer",
             "`open`, `opens`, `closed`, `if`, `unknown`, `none` or `given`, on the as-of day.",
             R"("if")"},
    Property{"condition", Optional, "answer",
             "The last day of the delivery on which the right does not arise, for `if`.",
             R"("gpus.delivered after 2026-10-30")"},
    Property{"from", Optional, "answer", "The first day for notice; its day, if it was given.",
             R"("2026-10-31")"},
    Property{"until", Optional, "answer", "The last day for notice, or `the day before delivery`.",
             R"("2029-06-30")"},
    Property{"ends", Optional, "answer",
             "When the lease ends by the first notice that may still be given.", R"("2027-05-02")"},
    Property{"cost", Optional, "answer", "What that notice costs.", R"("250000.00")"},
};

constexpr std::array party_answers = {
    Property{"pill", Optional, "answer",
             "`Yes`, `Only if late`, `Not yet`, `It depends`, `Not any more` or `No`.",
             R"("Not yet")"},
    Property{"sentence", Optional, "answer", "The answer in words.",
             R"("The tenant may leave from 31 October 2026 on.")"},
    Property{"landlord", Optional, "other_answers", "The same for the landlord.",
             R"({"pill": "No"})"},
};
constexpr std::array other_answers = {
    Property{"pill", Optional, "answer", "As for the tenant.", R"("No")"},
    Property{"sentence", Optional, "answer", "As for the tenant.",
             R"("The lease ended on 1 April 2027.")"},
};

constexpr std::array ledger_answers = {
    Property{"headline", Optional, "answer", "Payable if nobody leaves: the sum of the four parts.",
             R"("36000000.00")"},
    Property{"due", Optional, "answer", "For days before the as-of day.", R"("1000000.00")"},
    Property{"firm", Optional, "answer",
             "Still to come, whatever is delivered and whoever takes the first free way out.",
             R"("3000000.00")"},
    Property{"conditional", Optional, "answer", "Firm once what is open or forecast is delivered.",
             R"("2000000.00")"},
    Property{"cancellable", Optional, "answer", "Ends if somebody takes the first free way out.",
             R"("30000000.00")"},
    Property{"unknown", Optional, "answer",
             "The ids of fees of which no source states the amount or a day.", R"("ramp-fee")"},
};

constexpr std::array likely_answers = {
    Property{"outcomes", Optional, "answers", "The chance of each outcome, by its name.",
             R"({"On time": 105264})"},
    Property{"ways", Optional, "answers",
             "By right and holder: `arises`, that notice can be given on some day; `open`, on that "
             "day; `first` and `ends`, the `tenth`, `median` and `ninetieth` of the first day for "
             "notice and of the end.",
             R"({"late-delivery": {"tenant": {"arises": 369566}}})"},
    Property{"firm", Optional, "answers",
             "The `tenth`, `median` and `ninetieth` of what is payable if the first free way out "
             "is taken.",
             R"({"median": "5520000000.00"})"},
    Property{"months", Optional, "answers", "The fees that are expected of each month.",
             R"({"2026-10": "920000000.00"})"},
};
constexpr std::array elsewhere_answers = {
    Property{"units", Optional, "answer", "How many units there are.", R"(110000)"},
    Property{"last_day", Optional, "answer", "The last day that is paid for.", R"("2029-06-30")"},
    Property{"month", Optional, "answer", "The month of the first end.", R"("2027-04")"},
    Property{"monthly", Optional, "answer", "The fees of that month.", R"("920000000.00")"},
    Property{"own_price", Optional, "answer", "The same for one unit for one hour.",
             R"("11.6162")"},
    Property{"ways", Optional, "answers",
             "By right: `end`, `fees`, `elsewhere`, `exit_fee`, `saves`, `break_even`, `pays_from` "
             "and `pays_until`.",
             R"({"convenience": {"break_even": "11.4466"}})"},
};

constexpr std::array objects = {
    ObjectText{"case", "A worked case: a lease's terms, what happened, and what follows.",
               case_file},
    ObjectText{"hearing", "The same case under other readings or in another scenario.", hearing},
    ObjectText{"scenario", "What is supposed to happen.", scenario},
    ObjectText{"delivery", "What is delivered on a day.", delivery},
    ObjectText{"notice.dated", "A notice that is received on a day.", notice_dated},
    ObjectText{"notice.sent", "A notice on its way.", notice_sent},
    ObjectText{"happening.dated", "An event, and when it is known.", happening_dated},
    ObjectText{"delay_run", "A run of days of delay.", delay_run},
    ObjectText{"delay_days.both", "Runs of days, days of which only the number is known, or both.",
               delay_of_both},
    ObjectText{"question", "What is asked of a lease beside what holds.", question},
    ObjectText{"likely.guess", "Three answers.", guess},
    ObjectText{"likely.evenly", "Every day as likely as the next, both ends included.", evenly},
    ObjectText{"likely.months",
               "Chances of calendar months; within one every day is as likely as the next.",
               likely_months},
    ObjectText{"month_parts", "The chance of a month.", month_parts},
    ObjectText{"likely.late", "As many days late as others were, each as likely as the next.",
               late},
    ObjectText{"elsewhere", "The same capacity elsewhere.", elsewhere},
    ObjectText{"instant_range", "Some moment from one to another, both included.", instant_range},
    ObjectText{"amount_range", "Some amount from one to another, both included.", amount_range},
    ObjectText{"flag_range", "Perhaps, perhaps not.", flag_range},
    ObjectText{"right_answers", "The answers about a right.", right_answers},
    ObjectText{"fee_answers", "The answers about a fee.", fee_answers},
    ObjectText{"money_answers", "The answers about money in all.", money_answers},
    ObjectText{"holder_answers", "The ways out by one right, by who may use it.", holder_answers},
    ObjectText{"way_answers", "One way out, as seen from the as-of day.", way_answers},
    ObjectText{"party_answers", "Whether the tenant may leave, as seen from the as-of day.",
               party_answers},
    ObjectText{"other_answers", "Whether the landlord may.", other_answers},
    ObjectText{"ledger_answers", "Money as seen from the as-of day, in parts.", ledger_answers},
    ObjectText{"likely_answers", "What is likely. Chances are parts of a million.", likely_answers},
    ObjectText{"elsewhere_answers", "What staying and leaving come to.", elsewhere_answers},
};

constexpr std::array<std::string_view, 4> moment_ways = {"day.value", "day_range", "instant.value",
                                                         "instant_range"};
constexpr std::array<std::string_view, 3> notice_ways = {"when", "notice.dated", "notice.sent"};
constexpr std::array<std::string_view, 2> happening_ways = {"moment", "happening.dated"};
constexpr std::array<std::string_view, 3> delay_ways = {"number", "delay_days.runs",
                                                        "delay_days.both"};
constexpr std::array<std::string_view, 8> supposed_ways = {
    "day.value", "count.value", "amount.value", "condition.value",
    "day_range", "count_range", "amount_range", "flag_range"};

constexpr std::array<std::string_view, 4> likely_ways = {"likely.guess", "likely.evenly",
                                                         "likely.months", "likely.late"};

constexpr std::array choices = {
    ChoiceText{"moment", "A day or a moment, by the kind of the event, or a range of them.",
               moment_ways, R"("2026-11-03")"},
    ChoiceText{"notice", "A notice: the day on which it is received, or when and how it is sent.",
               notice_ways, R"({"sent": "2026-10-29", "by": "mail"})"},
    ChoiceText{"happening", "An event: when it happens.", happening_ways, R"("2026-11-03")"},
    ChoiceText{"delay_days", "The days of a delay: a number, runs of days, or both.", delay_ways,
               R"([{"from": "2026-09-10", "to": "2026-09-21"}])"},
    ChoiceText{"supposed", "A value of the kind that the fact has, or a range of them.",
               supposed_ways, R"("250000.00")"},
    ChoiceText{"likely", "How likely each day of a delivery is.", likely_ways,
               R"({"even": "2026-10-15", "nine_tenth": "2026-11-30", "never": 20000})"},
};

} // namespace

std::span<const ObjectText> case_objects() { return objects; }
std::span<const ChoiceText> case_choices() { return choices; }

} // namespace offramp
