#include "schema/document_text.hpp"

#include "schema/papers_text.hpp"

#include <array>

namespace offramp {

namespace {

using namespace papers;

// --- The document ------------------------------------------------------------------------------

constexpr std::array lease = {
    Property{"$schema", Optional, "text", "Where editors find this schema; the reader skips it.",
             R"("../schema/lease.schema.json")"},
    Property{"schema_version", OfDocument, "schema_version", "The version of this format.", R"(1)"},
    Property{"id", OfDocument, "id", "The lease's own name, as in its file's.", R"("harbour")"},
    Property{"title", OfDocument, "text", "One line that says who leases what to whom.",
             R"("Northgrid leases 1,000 GPUs to Example AI")"},
    Property{"terms_version", OfDocument, "text",
             "Which state of the papers this document gives; links made for another one say so.",
             R"("2026-06-01")"},
    Property{"currency", OfDocument, "currency",
             "The currency of all amounts; USD in the terms of a case.", R"("USD")"},
    Property{"information_day", OfDocument, "plain_day",
             "The day up to which what happened is known to whoever wrote this.",
             R"("2026-06-01")"},
    Property{"presentation", OfDocument, "presentation",
             "How the lease asks to be shown; it changes no answer.",
             R"({"question": "Can the tenant walk away?", "handle": "gpus.delivered"})"},
    Property{"parties", OfDocument, "party", "Who has signed.",
             R"([{"id": "tenant", "name": "Example AI", "role": "tenant"}])", List},
    Property{"term", OfDocument, "term", "From when to when the lease runs.",
             R"({"first_day": "2026-10-01", "last_day": "2029-09-30", "clause": "fee"})"},
    Property{"tranches", Optional, "tranche", "The separately dated parts of the delivery.",
             R"([{"id": "gpus", "unit": "GPU", "units": 1000, "due": "2026-09-30"}])", ShortList},
    Property{
        "reported", Optional, "reported",
        "The deliveries that a source reports, and no others. A tranche that is not among them "
        "is supposed to come when it is due.",
        R"([{"tranche": "gpus", "day": "2026-09-30", "clause": "delivery"}])", ShortList},
    Property{"total_units", Optional, "count.value",
             "The units of all tranches as the papers state them; they must add up to it.",
             R"(1020)"},
    Property{"events", Optional, "event",
             "What may happen on a day or at an hour: a reminder, an acceptance, a sale.",
             R"([{"id": "acceptance", "label": "The tenant accepts less"}])", ShortList},
    Property{"delays", Optional, "delay", "Causes of delay; a scenario says on which days.",
             R"([{"id": "force-majeure", "label": "Force majeure"}])", ShortList},
    Property{"dates", Optional, "named_day", "Days worth a name.",
             R"([{"id": "outside-date", "is": {"n": 120, "unit": "day", "after": "gpus.due"}}])",
             ShortList},
    Property{
        "moments", Optional, "named_moment", "Moments worth a name.",
        R"([{"id": "deadline", "is": {"time": "17:00", "on": "gpus.due", "zone": "America/New_York"}}])",
        ShortList},
    Property{"counts", Optional, "named_count", "Numbers worth a name.",
             R"([{"id": "excused-days", "is": {"smallest": ["force-majeure", 60]}}])", ShortList},
    Property{"amounts", Optional, "named_amount", "Amounts worth a name.",
             R"([{"id": "build-cost", "is": "12000000.00"}])", ShortList},
    Property{"conditions", Optional, "named_condition", "Conditions worth a name.",
             R"([{"id": "in-time", "is": {"day": "gpus.delivered", "by": "gpus.due"}}])",
             ShortList},
    Property{
        "fees", Optional, "fee", "What is paid, by the month or once.",
        R"([{"id": "monthly", "from": "term.first_day", "to": "term.last_day", "per_month": "1000000.00"}])",
        ShortList},
    Property{
        "remedies", Optional, "remedy", "What lateness costs while the lease goes on.",
        R"([{"id": "late-credit", "from": "gpus.due", "to": "gpus.delivered", "interval": "include_last", "rungs": [{"per_day": "10000.00"}]}])",
        ShortList},
    Property{
        "caps", Optional, "cap", "What several remedies together come to no more than.",
        R"([{"id": "all-credits", "amount": "5000000.00", "remedies": ["late-credit", "fee-holiday"]}])",
        ShortList},
    Property{
        "rights", Optional, "right", "Who may leave, renew or end what, and when.",
        R"([{"id": "late-delivery", "holder": "tenant", "trigger": {"missed": "gpus.delivered", "by": "gpus.due"}}])",
        ShortList},
    Property{
        "channels", Optional, "channel", "The ways a notice may travel.",
        R"([{"id": "mail", "received": {"n": 3, "unit": "business_day", "after": "sent", "calendar": "us-federal"}}])",
        ShortList},
    Property{"conventions", Optional, "conventions",
             "The words that hold wherever a rule of this lease leaves them out.",
             R"({"month_end": "corresponding_date", "calendar": "us-federal"})"},
    Property{
        "readings", Optional, "reading", "Where the papers can be read in more than one way.",
        R"([{"id": "month-count", "question": "When does the month end?", "default": "same_day", "options": [{"id": "same_day", "label": "on the same date"}, {"id": "whole", "label": "with the month"}]}])",
        ShortList},
    Property{"unknowns", Optional, "unknown",
             "Facts that no source states, and what can be said of them all the same.",
             R"([{"id": "ramp-fee", "kind": "amount", "question": "What is paid before?"}])",
             ShortList},
    Property{"inputs", Optional, "input",
             "Facts that are for the reader to suppose: an election, a number of days bought.",
             R"([{"id": "bought-days", "kind": "count", "label": "Days bought", "most": 60}])",
             ShortList},
    Property{
        "calendars", Optional, "business_calendar",
        "Calendars of business days beside the public ones.",
        R"([{"id": "plant", "base": "us-federal", "holidays": ["2026-11-27"], "weekend": ["SAT", "SUN"]}])",
        ShortList},
    Property{
        "clauses", OfDocument, "clause", "The words behind the rules.",
        R"([{"id": "late", "text": "What the paper says of lateness.", "is": "paraphrase", "sources": ["filing"]}])",
        ShortList},
    Property{"sources", OfDocument, "source", "The publications behind the clauses.",
             R"([{"id": "filing", "title": "The filing", "kind": "primary"}])", ShortList},
};

constexpr std::array presentation = {
    Property{"question", OfDocument, "text", "The question that the first sentence answers.",
             R"("Can the tenant walk away?")"},
    Property{"introduction", Optional, "text_or_empty", "A few sentences for who knows nothing.",
             R"("Northgrid must hand over 1,000 GPUs by 30 September 2026.")"},
    Property{"about", Optional, "about", "Whose way out it asks for; the tenant's if not given.",
             R"("tenant")"},
    Property{"handle", Optional, "day.name", "The day that the reader drags.",
             R"("gpus.delivered")"},
    Property{"first_day", Optional, "plain_day", "The first day of the picture.",
             R"("2026-09-01")"},
    Property{"last_day", Optional, "plain_day", "Its last day, which is later.", R"("2027-12-31")"},
};

constexpr std::array term = {
    Property{"first_day", Required, "day", "The first day of the lease.", R"("2026-10-01")"},
    Property{"last_day", Required, "day", "Its last day, which is part of it.", R"("2029-09-30")"},
    clause,
};

constexpr std::array tranche = {
    name(R"("gpus")"),
    label,
    Property{"unit", Optional, "text", "What is delivered, in the singular.", R"("GPU")"},
    Property{"units", Optional, "count", "How many; 1 if not given.", R"(1000)"},
    Property{"due", Required, "day", "The last day on which delivery is in time.",
             R"("2026-09-30")"},
    Property{"approximate", Optional, "condition.value", "Whether the papers say \"about\".",
             R"(true)"},
    clause,
    repeat,
};

constexpr std::array day_range = range_of("day.value", R"("2026-10-01")", R"("never")");
constexpr std::array count_range = range_of("count.value", R"(400)", R"(600)");

constexpr std::array reported = {
    Property{"tranche", Required, "id", "What was delivered.", R"("gpus")"},
    Property{"day", Required, "when",
             "When: a day, or a range where only a month or a quarter is reported.",
             R"("2026-09-30")"},
    Property{"units", Optional, "number", "How many; all that are owed if not given.", R"(600)"},
    Property{"clause", Required, "id", "The clause that names the sources of the report.",
             R"("delivery")"},
};

constexpr std::array event = {
    name(R"("acceptance")"),
    label,
    Property{"kind", Optional, "event_kind", "Whether it has a day or an hour; a day if not given.",
             R"("day")"},
    clause,
    repeat,
};

constexpr std::array delay = {name(R"("force-majeure")"), label, clause, repeat};

constexpr std::array<Property, 5> named(std::string_view kind, std::string_view own,
                                        std::string_view example) {
    return {name(own), label, Property{"is", Required, kind, "What it is.", example}, clause,
            repeat};
}
constexpr std::array named_day =
    named("day", R"("outside-date")", R"({"n": 120, "unit": "day", "after": "gpus.due"})");
constexpr std::array named_moment =
    named("instant", R"("deadline")",
          R"({"time": "17:00", "on": "gpus.due", "zone": "America/New_York"})");
constexpr std::array named_count =
    named("count", R"("excused-days")", R"({"smallest": ["force-majeure", 60]})");
constexpr std::array named_amount = named("amount", R"("build-cost")", R"("12000000.00")");
constexpr std::array named_condition =
    named("condition", R"("in-time")", R"({"day": "gpus.delivered", "by": "gpus.due"})");

constexpr Property fee_tranche = {"tranche", Optional, "id", "The tranche with which the fee ends.",
                                  R"("storage")"};
constexpr std::array monthly_fee = {
    id(R"("monthly")"),
    label,
    Property{"series", Optional, "text_or_empty",
             "Fees of one series follow each other and may not overlap.", R"("rent")"},
    Property{"from", Required, "day", "The first day that is paid for.", R"("term.first_day")"},
    Property{"to", Required, "day", "The last day that is paid for.", R"("term.last_day")"},
    Property{"per_month", Required, "amount", "For a month; part months are charged by the day.",
             R"("1000000.00")"},
    Property{"billing_day", Optional, "billing_day",
             "The day on which its months begin; the first if not given.", R"(15)"},
    fee_tranche,
    clause,
    repeat,
};
constexpr std::array fee_once = {
    id(R"("prepayment")"),
    label,
    Property{"amount", Required, "amount", "All of it.", R"("5000000.00")"},
    Property{"on", Required, "day",
             "The day on which it is due: that of signing, of a delivery or event, or the last of "
             "the term. It is due in whole if that day comes before the lease ends, else not.",
             R"("term.first_day")"},
    fee_tranche,
    clause,
    repeat,
};

constexpr std::array remedy = {
    name(R"("late-credit")"),
    label,
    Property{"owed_to", Optional, "holder", "Who gets it; the tenant if not given.", R"("tenant")"},
    Property{"from", Required, "day", "Where its days begin.", R"("gpus.due")"},
    Property{"to", Required, "day", "Where they end.", R"("gpus.delivered")"},
    Property{"interval", Optional, "interval",
             "Which of these two days count; needed unless the conventions say it.",
             R"("include_last")"},
    Property{"rungs", Required, "rung", "What each day gives, rung after rung.",
             R"([{"per_day": "10000.00"}, {"after": 30, "per_day": "20000.00"}])", RuleList},
    Property{"mode", Optional, "rungs",
             "How the rungs follow each other; as the conventions say if not given.",
             R"("replace")"},
    Property{"cap", Optional, "amount", "It comes to no more than this.", R"("1500000.00")"},
    Property{"cap_days", Optional, "count", "No more days than this count.", R"(90)"},
    Property{"credited_from", Optional, "day",
             "The first day whose fee is credited, where days of fee are; the remedy's own first "
             "day if not given.",
             R"("term.first_day")"},
    Property{"fee", Optional, "id", "The fee whose days are credited.", R"("monthly")"},
    Property{"sole", Optional, "condition.value",
             "Whether the papers say that there is no other remedy.", R"(true)"},
    clause,
    repeat,
};

constexpr Property rung_after = {"after", Optional, "count",
                                 "Days of the remedy that go before this rung; none if not given.",
                                 R"(30)"};
constexpr std::array rung_of_money = {
    rung_after,
    Property{"per_day", Required, "amount", "What each day gives.", R"("10000.00")"},
    clause,
};
constexpr std::array rung_of_days = {
    rung_after,
    Property{"days_of_fee", Required, "count", "Days of the fee that are credited.", R"(3)"},
    Property{"over", Optional, "count", "For so many days of the remedy; 1 if not given.", R"(2)"},
    clause,
};

constexpr std::array cap = {
    id(R"("all-credits")"),
    label,
    Property{"amount", Required, "amount", "They come to no more than this.", R"("5000000.00")"},
    Property{"remedies", Required, "id",
             "The remedies, 2 to 63. The cap is used up in their order: the first has all that "
             "it comes to, each other what is left. Their days run on.",
             R"(["late-credit", "fee-holiday"])", ChoiceList},
    clause,
    repeat,
};

constexpr std::array channel = {
    id(R"("mail")"),
    label,
    Property{"received", Required, "day",
             "The day on which a notice counts as received that goes this way on the day `sent`.",
             R"({"n": 3, "unit": "business_day", "after": "sent", "calendar": "us-federal"})"},
    clause,
    repeat,
};

constexpr std::array right = {
    name(R"("late-delivery")"),
    label,
    Property{"holder", Required, "holder",
             "Whose right it is; `unknown` where the papers do not say.", R"("tenant")"},
    Property{"exercise", Optional, "exercise", "How it is used; by notice if not given.",
             R"("notice")"},
    Property{"scope", Optional, "id", "The tranches that it ends; the whole lease if not given.",
             R"(["storage"])", List},
    Property{"trigger", Required, "trigger", "What lets it arise.",
             R"({"missed": "gpus.delivered", "by": "gpus.due"})"},
    Property{"condition", Optional, "condition", "What must hold besides.",
             R"({"not": "sublet-allowed"})"},
    Property{"grace", Optional, "day", "The last day on which what was missed still cures.",
             R"({"n": 30, "unit": "day", "after": "gpus.due"})"},
    Property{"window", Optional, "window", "When notice may be given.",
             R"({"last": {"n": 30, "unit": "day", "after": "outside-date"}})"},
    Property{"preconditions", Optional, "day",
             "Days from which on something is met; notice waits for all of them.",
             R"([{"n": 15, "unit": "day", "after": "reminder"}])", List},
    Property{"effect", Optional, "day",
             "The day on which a notice works; the day of the notice if not given.",
             R"({"n": 5, "unit": "day", "after": "late-delivery.notice"})"},
    Property{"latest_effect", Optional, "day",
             "The last day that a notice may name, where it may name one.",
             R"({"n": 180, "unit": "day", "after": "late-delivery.notice"})"},
    Property{"last_chance", Optional, "last_chance",
             "What, if it comes in time, undoes a notice already given.",
             R"({"what": "gpus.delivered", "by": "late-delivery.effect"})"},
    Property{"ends_when", Optional, "day",
             "From this day on the right is gone if it has not been used.", R"("gpus.delivered")"},
    Property{"exit_fee", Optional, "amount", "What leaving costs.", R"("250000.00")"},
    Property{"remedy", Optional, "id", "The remedy that runs before the right opens.",
             R"("late-credit")"},
    Property{"alternative", Optional, "id",
             "The event that the holder may choose instead of leaving.", R"("acceptance")"},
    clause,
    repeat,
};

constexpr std::array trigger_missed = {
    Property{"missed", Required, "day", "What is awaited.", R"("gpus.delivered")"},
    Property{"by", Required, "day", "The last day on which it is in time.", R"("gpus.due")"},
    clause,
};
constexpr std::array trigger_after = {
    Property{"after", Required, "day", "The right arises on the day after this one.",
             R"("2026-12-31")"},
    clause,
};
constexpr std::array trigger_on = {
    Property{"on", Required, "day", "The right arises on this day.", R"("change-of-control")"},
    clause,
};

constexpr std::array window = {
    Property{"first", Optional, "day",
             "The first day for notice; the day after trigger and grace if not given.",
             R"("2027-01-01")"},
    Property{"last", Optional, "day",
             "The last day for notice, which is part of the window; that of the term if not given. "
             "It may count from the first: `<right>.opens`.",
             R"({"n": 30, "unit": "day", "after": "outside-date"})"},
};

constexpr std::array last_chance = {
    Property{"what", Required, "day", "What is awaited.", R"("gpus.delivered")"},
    Property{"by", Required, "day", "The last day on which it undoes the notice.",
             R"("late-delivery.effect")"},
    Property{"meanwhile", Optional, "meanwhile",
             "What becomes of the lease in between; as the conventions say if not given.",
             R"("suspended")"},
};

constexpr std::array objects = {
    ObjectText{
        "lease",
        "A lease: what the papers say, and no supposition. It has at most 4,096 rules, and they "
        "rest on each other no more than 128 deep.",
        lease},
    ObjectText{"presentation", "How a lease asks to be shown.", presentation},
    ObjectText{"party", "One who has signed the lease.", party},
    ObjectText{"source", "A publication.", source},
    ObjectText{"clause", "The words that make a rule.", clause_object},
    ObjectText{"reading", "A dispute about the meaning of the papers.", reading},
    ObjectText{"option", "One of the defensible meanings.", option},
    ObjectText{"unknown", "A fact that no source states.", unknown},
    ObjectText{"input", "A fact that is for the reader to suppose.", input},
    ObjectText{"business_calendar", "A calendar of business days.", business_calendar},
    ObjectText{"term", "From when to when the lease runs.", term},
    ObjectText{"tranche", "A separately dated part of the delivery.", tranche},
    ObjectText{"reported", "A delivery that a source reports.", reported},
    ObjectText{"day_range", "Some day from one to another, both included.", day_range},
    ObjectText{"count_range", "Some number from one to another, both included.", count_range},
    ObjectText{"event", "Something that a scenario may suppose to happen.", event},
    ObjectText{"delay", "A cause of delay, whose days a scenario supposes.", delay},
    ObjectText{"named_day", "A day worth a name.", named_day},
    ObjectText{"named_moment", "A moment worth a name.", named_moment},
    ObjectText{"named_count", "A number worth a name.", named_count},
    ObjectText{"named_amount", "An amount worth a name.", named_amount},
    ObjectText{"named_condition", "A condition worth a name.", named_condition},
    ObjectText{"fee.monthly", "What is paid by the month from one day to another.", monthly_fee},
    ObjectText{"fee.once", "What is paid once: a prepayment, a milestone, a charge at the end.",
               fee_once},
    ObjectText{"remedy", "What lateness costs while the lease goes on.", remedy},
    ObjectText{"rung.money", "A rung that gives money for each day.", rung_of_money},
    ObjectText{"rung.days", "A rung that credits days of fee.", rung_of_days},
    ObjectText{"cap", "A cap that several remedies share.", cap},
    ObjectText{"channel", "A way for notices to travel.", channel},
    ObjectText{"right", "Somebody's right to leave, to renew, or an end that comes by itself.",
               right},
    ObjectText{"trigger.missed", "Something has not happened by the end of a day.", trigger_missed},
    ObjectText{"trigger.after", "A day has passed.", trigger_after},
    ObjectText{"trigger.on", "A day has come.", trigger_on},
    ObjectText{"window", "The days on which notice may be given.", window},
    ObjectText{"last_chance", "What undoes a notice already given.", last_chance},
};

constexpr std::array<std::string_view, 2> when_ways = {"day.value", "day_range"};
constexpr std::array<std::string_view, 2> number_ways = {"count.value", "count_range"};
constexpr std::array<std::string_view, 2> fee_ways = {"fee.monthly", "fee.once"};
constexpr std::array<std::string_view, 2> rung_ways = {"rung.money", "rung.days"};
constexpr std::array<std::string_view, 3> trigger_ways = {"trigger.missed", "trigger.after",
                                                          "trigger.on"};
constexpr std::array<std::string_view, 4> bound_ways = {"day.value", "count.value", "amount.value",
                                                        "condition.value"};

constexpr std::array choices = {
    ChoiceText{"when", "A day, or all days from one to another.", when_ways,
               R"({"from": "2026-10-01", "to": "never"})"},
    ChoiceText{"number", "A number, or all numbers from one to another.", number_ways, R"(600)"},
    ChoiceText{"fee", "What is paid: by the month, or once.", fee_ways,
               R"({"id": "prepayment", "amount": "5000000.00", "on": "term.first_day"})"},
    ChoiceText{"rung", "One rung of a remedy: money for each day, or days of fee.", rung_ways,
               R"({"after": 30, "per_day": "20000.00"})"},
    ChoiceText{"trigger", "What lets a right arise.", trigger_ways,
               R"({"missed": "gpus.delivered", "by": "gpus.due"})"},
    ChoiceText{"bound", "A stated value of the kind that the fact has.", bound_ways, R"("0.00")"},
};

} // namespace

std::span<const ObjectText> lease_objects() { return objects; }
std::span<const ChoiceText> lease_choices() { return choices; }

} // namespace offramp
