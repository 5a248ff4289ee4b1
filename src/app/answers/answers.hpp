// Every answer of the engine under a path of words, as plain text: the one way in which cases,
// machine-readable output and prose elsewhere refer to a result.
#pragma once

#include "core/ask/case.hpp"
#include "core/ask/ledger.hpp"
#include "core/ask/ways_out.hpp"
#include "core/evaluate/lease_state.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

/// The answer at a path, or nothing when there is no such path. Days are ISO 8601, amounts decimal
/// strings; what does not exist is `none`; what is not known is `least..most`.
///
///     rights.<id>.arises                yes, no or depends
///     rights.<id>.opens                 first day for notice, had nothing else happened
///     rights.<id>.closes                last day for notice; may lie before `opens`
///     rights.<id>.first_day, .last_day  the same two, or none when the right does not arise
///     rights.<id>.grace_last_day
///     rights.<id>.effect                end of the lease if notice is given on the first day
///     rights.<id>.notice_effect         the same for notice on the as-of day
///     rights.<id>.exit_fee
///     rights.<id>.holder                tenant, landlord, either, third_party or
///                                       unknown
///     rights.<id>.scope                 lease, or the ids of the tranches that it ends
///     rights.<id>.outcome               the status after the last change
///     rights.<id>.status                on the as-of day
///     rights.<id>.status.<day>
///     rights.<id>.latest_effect         the last day that a notice on the first day may name
///     dates.<name>, moments.<name>, counts.<name>, amounts.<name>, conditions.<name>
///                                       any named value of the lease, such as dates.gpus.due
///     remedies.<id>.days, .credit_days, .amount, .first_day, .last_day
///     tranches.<id>.due, .delivered, .committed
///     fees.<id>.per_month, .total, .from, .to
///     fees.<id>.amount, .total, .on     of a fee charged once
///     money.headline, .firm, .payable, .first_exit, .last_firm_day
///     money.credits                     what remedies come to
std::optional<std::string> answer_at(const Lease &lease, const LeaseState &state,
                                     std::string_view path);

/// The answers that hang on the day seen from, and on what the scenario leaves open:
///
///     answer.pill, answer.sentence      to the question of the lease; answer.landlord.pill and
///                                       answer.tenant.pill of one side
///     ways.<right>.<holder>.kind        leave, shrink, renew or end
///     ways.<right>.<holder>.state       open, opens, closed, if, unknown, none or given
///     ways.<right>.<holder>.condition   of `if`: gpus.delivered after 2026-10-30
///     ways.<right>.<holder>.from, .until, .ends, .cost
///     ledger.headline, .due, .firm, .conditional, .cancellable
///     ledger.unknown                    ids of fees that are in no part
///
/// The holder is tenant, landlord or third_party. Preconditions as of `ways_out`.
std::optional<std::string> seen_answer_at(const Lease &lease, const Scenario &scenario,
                                          const LeaseState &state, Date as_of,
                                          std::string_view path);

/// One of them, of a way out or a ledger at hand: `kind`, `state`, `condition`, `from`, `until`,
/// `ends` and `cost`; `headline`, `due`, `firm`, `conditional`, `cancellable` and `unknown`.
std::optional<std::string> way_answer(const Lease &lease, const Scenario &scenario,
                                      const WayOut &way, std::string_view what);
std::optional<std::string> ledger_answer(const Lease &lease, const Ledger &ledger,
                                         std::string_view what);

/// A stated answer that the engine does not give.
struct Mismatch {
    std::string hearing; ///< title of the reading or scenario; empty for the case's own
    std::string path;
    std::string expected;
    std::string actual;
    friend bool operator==(const Mismatch &, const Mismatch &) = default;
};

/// Runs every hearing of a case, with what `QuestionAnswers` has of its question. A path that no
/// answer has is a mismatch.
std::vector<Mismatch> check_case(const Case &of);

} // namespace offramp
