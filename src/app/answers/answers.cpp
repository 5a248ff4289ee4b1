#include "app/answers/answers.hpp"

#include "app/answers/answer_text.hpp"
#include "app/answers/question_answers.hpp"
#include "core/days/instant.hpp"
#include "core/evaluate/evaluate.hpp"

namespace offramp {

namespace {

std::string text_of(Truth truth) {
    return truth == Truth::Yes ? "yes" : truth == Truth::No ? "no" : "depends";
}

std::string text_of(const std::optional<Status> &status) {
    return status ? std::string{name_of(*status)} : "depends";
}

std::string text_of(const Evaluated &named, Kind kind, int digits) {
    if (kind == Kind::Day) {
        return text_of(when_of(named.value));
    }
    if (kind == Kind::Amount) {
        return text_of(amount_of(named.value), digits);
    }
    if (kind == Kind::Truth) {
        return text_of(truth_of(named.value));
    }
    if (kind == Kind::Instant) {
        const Instant moment{named.value.least};
        return !named.value.known()         ? "depends"
               : moment == Instant::never() ? "none"
                                            : to_text(moment, Zone::Utc);
    }
    return text_of(named.value);
}

std::string holder_of(Holder holder) {
    switch (holder) {
    case Holder::Tenant:
        return "tenant";
    case Holder::Landlord:
        return "landlord";
    case Holder::Either:
        return "either";
    case Holder::ThirdParty:
        return "third_party";
    case Holder::Unknown:
        return "unknown";
    }
    return {};
}

std::string scope_of(const Lease &lease, const Right &right) {
    std::string scope;
    for (const TrancheId tranche : right.scope) {
        scope += (scope.empty() ? "" : " ") + get(lease.tranches, tranche).id;
    }
    return scope.empty() ? "lease" : scope;
}

std::optional<std::string> right_answer(const RightState &right, std::string_view path,
                                        int digits) {
    const bool arises = right.arises.value != Truth::No;
    const std::string_view what = take(path);
    if (what == "status" && !path.empty()) {
        const auto day = parse_iso(path);
        return day ? std::optional{text_of(status_on(right, *day))} : std::nullopt;
    }
    if (!path.empty()) {
        return std::nullopt;
    }
    if (what == "arises") {
        return text_of(right.arises.value);
    }
    if (what == "opens") {
        return text_of(right.opens.value);
    }
    if (what == "closes") {
        return text_of(right.closes.value);
    }
    if (what == "first_day") {
        return arises ? text_of(right.opens.value) : "none";
    }
    if (what == "last_day") {
        return arises ? text_of(right.closes.value) : "none";
    }
    if (what == "grace_last_day") {
        return right.grace_last_day ? text_of(right.grace_last_day->value) : "none";
    }
    if (what == "effect") {
        return text_of(right.first_effect->value);
    }
    if (what == "latest_effect") {
        return right.latest_effect ? text_of(right.latest_effect->value) : "none";
    }
    if (what == "notice_effect") {
        return right.notice_effect ? text_of(right.notice_effect->value) : "none";
    }
    if (what == "exit_fee") {
        return right.exit_fee ? text_of(right.exit_fee->value, digits) : "none";
    }
    if (what == "status") {
        return text_of(right.status);
    }
    if (what == "outcome") {
        return right.unsettled_from ? "depends"
                                    : std::string{name_of(right.phases.all().back().status)};
    }
    return std::nullopt;
}

std::optional<std::string> fee_answer(const FeeState &fee, std::string_view what, int digits) {
    const bool is_once = fee.billing.is_once;
    if (what == (is_once ? "amount" : "per_month")) {
        return text_of(fee.amount.value, digits);
    }
    if (what == "total") {
        return text_of(fee.total.value, digits);
    }
    if (what == (is_once ? "on" : "from")) {
        return text_of(fee.from.value);
    }
    if (!is_once && what == "to") {
        return text_of(fee.to.value);
    }
    return std::nullopt;
}

std::optional<std::string> money_answer(const MoneyState &money, std::string_view what,
                                        int digits) {
    if (what == "headline") {
        return text_of(money.headline.value, digits);
    }
    if (what == "firm") {
        return text_of(money.firm.value, digits);
    }
    if (what == "payable") {
        return text_of(money.payable.value, digits);
    }
    if (what == "credits") {
        return text_of(money.credits.value, digits);
    }
    if (what == "first_exit") {
        return money.first_exit ? text_of(money.first_exit->value) : "none";
    }
    if (what == "last_firm_day") {
        return money.last_firm_day ? text_of(money.last_firm_day->value) : "none";
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> answer_at(const Lease &lease, const LeaseState &state,
                                     std::string_view path) {
    const int digits = minor_digits(lease.currency);
    const std::string_view kind = take(path);
    if (kind == "dates" || kind == "moments" || kind == "counts" || kind == "amounts" ||
        kind == "conditions" || kind == "remedies" || kind == "tranches") {
        const auto name = find_name(lease, path);
        if (!name || !state.names[name->at()]) {
            return std::nullopt;
        }
        return text_of(*state.names[name->at()], get(lease.names, *name).kind, digits);
    }
    if (kind == "money") {
        return money_answer(state.money, path, digits);
    }
    const std::string_view id = take(path);
    if (kind == "rights") {
        const auto index = index_of_id(lease.rights, id);
        if (index && path == "holder") {
            return holder_of(lease.rights[*index].holder);
        }
        if (index && path == "scope") {
            return scope_of(lease, lease.rights[*index]);
        }
        return index ? right_answer(state.rights[*index], path, digits) : std::nullopt;
    }
    if (kind == "fees") {
        const auto index = index_of_id(lease.fees, id);
        return index ? fee_answer(state.fees[*index], path, digits) : std::nullopt;
    }
    return std::nullopt;
}

namespace {

/// The answers under one hearing. A question is answered once, and only if something is expected
/// of it: it takes a hundred evaluations and more.
class Heard {
  public:
    Heard(const Lease &lease, const Hearing &hearing)
        : lease_(lease),
          hearing_(hearing),
          state_(evaluate(lease, hearing.scenario, hearing.as_of)) {}

    std::optional<std::string> at(std::string_view path) {
        if (path.starts_with("likely.") || path.starts_with("elsewhere.")) {
            if (!asked_) {
                asked_.emplace(std::make_shared<const Lease>(lease_), hearing_.scenario,
                               hearing_.as_of, hearing_.question);
            }
            return asked_->at(path);
        }
        return path.starts_with("answer.") || path.starts_with("ways.") ||
                       path.starts_with("ledger.")
                   ? seen_answer_at(lease_, hearing_.scenario, state_, hearing_.as_of, path)
                   : answer_at(lease_, state_, path);
    }

  private:
    const Lease &lease_;
    const Hearing &hearing_;
    LeaseState state_;
    std::optional<QuestionAnswers> asked_;
};

} // namespace

std::vector<Mismatch> check_case(const Case &of) {
    std::vector<Mismatch> mismatches;
    for (const Hearing &hearing : of.hearings) {
        Heard heard{of.lease, hearing};
        for (const Expectation &expectation : hearing.expect) {
            const std::string actual =
                heard.at(expectation.path).value_or("no answer has this path");
            if (actual != expectation.text) {
                mismatches.push_back({hearing.title, expectation.path, expectation.text, actual});
            }
        }
    }
    return mismatches;
}

} // namespace offramp
