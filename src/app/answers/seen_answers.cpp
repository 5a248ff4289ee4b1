// Ways out and ledger under their paths.
#include "app/answers/answers.hpp"

#include "app/answers/answer_text.hpp"
#include "app/words/answer.hpp"
#include "core/ask/ledger.hpp"
#include "core/ask/ways_out.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::string word_of(WayState state) {
    switch (state) {
    case WayState::Open:
        return "open";
    case WayState::Opens:
        return "opens";
    case WayState::Closed:
        return "closed";
    case WayState::If:
        return "if";
    case WayState::Unknown:
        return "unknown";
    case WayState::None:
        return "none";
    case WayState::Given:
        return "given";
    }
    return {};
}

std::string word_of(WayKind kind) {
    switch (kind) {
    case WayKind::Leave:
        return "leave";
    case WayKind::Shrink:
        return "shrink";
    case WayKind::Renew:
        return "renew";
    case WayKind::End:
        return "end";
    }
    return {};
}

/// "gpus.delivered after 2026-10-30", for each run: "… to 2027-01-31" where a run ends, "by …"
/// where it has no beginning.
std::string condition_of(const Lease &lease, const Scenario &scenario, const WayOut &way) {
    std::string text = way.event ? get(lease.events, *way.event).id : "";
    for (const WayRun &run : way.runs) {
        const TrancheId tranche = scenario.deliveries[*way.delivery].tranche;
        text += (text.empty() ? "" : " or ") + get(lease.tranches, tranche).id + ".delivered";
        text += run.first.is_day() ? " after " + to_iso(add_days(run.first, -1)) : "";
        text += run.last.is_day() ? (run.first.is_day() ? " to " : " by ") + to_iso(run.last) : "";
    }
    return text.empty() ? "none" : text;
}

std::string until_of(const WayOut &way) {
    const bool is_until_delivery =
        way.state == WayState::If && !way.runs.empty() && way.runs.front().is_until_delivery;
    return is_until_delivery ? "the day before delivery" : text_of(way.until);
}

} // namespace

std::optional<std::string> way_answer(const Lease &lease, const Scenario &scenario,
                                      const WayOut &way, std::string_view what) {
    const int digits = minor_digits(lease.currency);
    const bool has_days = way.state != WayState::None && way.state != WayState::Unknown;
    if (what == "kind") {
        return word_of(way.kind);
    }
    if (what == "state") {
        return word_of(way.state);
    }
    if (what == "condition") {
        return condition_of(lease, scenario, way);
    }
    if (what == "from") {
        return has_days ? text_of(way.from) : "none";
    }
    if (what == "until") {
        return has_days ? until_of(way) : "none";
    }
    if (what == "ends") {
        return way.ends ? text_of(*way.ends) : "none";
    }
    if (what == "cost") {
        return way.cost ? text_of(*way.cost, digits) : "none";
    }
    return std::nullopt;
}

std::optional<std::string> ledger_answer(const Lease &lease, const Ledger &ledger,
                                         std::string_view what) {
    const int digits = minor_digits(lease.currency);
    if (what == "unknown") {
        std::string ids;
        for (const FeeId fee : ledger.unknown) {
            ids += (ids.empty() ? "" : " ") + get(lease.fees, fee).id;
        }
        return ids.empty() ? "none" : ids;
    }
    const std::pair<std::string_view, Money> parts[] = {{"headline", ledger.headline()},
                                                        {"due", ledger.due},
                                                        {"firm", ledger.firm},
                                                        {"conditional", ledger.conditional},
                                                        {"cancellable", ledger.cancellable}};
    for (const auto &[name, money] : parts) {
        if (name == what) {
            return to_decimal(money, digits);
        }
    }
    return std::nullopt;
}

std::optional<std::string> seen_answer_at(const Lease &lease, const Scenario &scenario,
                                          const LeaseState &state, Date as_of,
                                          std::string_view path) {
    const std::string_view kind = take(path);
    if (kind == "ledger") {
        return ledger_answer(lease, ledger_of(lease, scenario, as_of), path);
    }
    const std::vector<WayOut> ways = ways_out(lease, scenario, state, as_of);
    if (kind == "answer") {
        const bool is_short = path == "pill" || path == "sentence";
        const auto party = is_short ? std::nullopt : role_of(take(path));
        if ((!party && !is_short) || (path != "pill" && path != "sentence")) {
            return std::nullopt;
        }
        const Seen seen{lease, scenario, state, as_of, ways};
        const PartyAnswer answer = party ? answer_for(seen, *party) : answer_to_question(seen);
        return path == "pill" ? answer.label : answer.sentence;
    }
    const auto right = kind == "ways" ? index_of_id(lease.rights, take(path)) : std::nullopt;
    const auto holder = role_of(take(path));
    if (!right || !holder) {
        return std::nullopt;
    }
    for (const WayOut &way : ways) {
        if (way.right.at() == *right && way.holder == *holder) {
            return way_answer(lease, scenario, way, path);
        }
    }
    return std::nullopt;
}

} // namespace offramp
