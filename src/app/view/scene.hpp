// What the parts of `present` share: a model with its answer. Internal to app.
#pragma once

#include "app/controls/controls.hpp"
#include "app/exhibit/exhibit.hpp"
#include "app/model/model.hpp"
#include "app/words/answer.hpp"
#include "app/words/explain.hpp"
#include "core/ask/ledger.hpp"
#include "core/ask/regimes.hpp"
#include "core/evaluate/day_set.hpp"
#include "core/evaluate/lease_state.hpp"

#include <optional>
#include <vector>

namespace offramp {

struct Scene {
    explicit Scene(const Model &model);

    Seen seen() const { return {lease, scenario, state, as_of, ways}; }

    const Model &model;
    const Lease &lease;
    const Scenario &scenario;
    Date as_of;
    LeaseState state;
    Answered answered;
    std::vector<WayOut> ways;
    Ledger ledger;
    std::optional<RightId> principal; ///< the right that the question is about
    std::optional<Axis> axis;         ///< what the handle drags
    Days whole;                       ///< of the picture, when nothing is zoomed
    Date first_day;                   ///< of what is shown of it
    Date last_day;
    std::vector<Regime> regimes; ///< along the axis, over the whole; empty without an axis
};

/// What the lease's handle drags, if it has one.
std::optional<Axis> axis_of_handle(const Model &model);

/// How a regime is named and coloured.
struct RegimeName {
    Tone tone;
    std::string label;   ///< "Google may leave"
    std::string details; ///< a sentence without a full stop
};
/// A figure of the money, with what it rests on.
struct Figure {
    std::string id;
    std::string label;
    Amount amount;
    std::string note;
    Tone tone;
    std::string question;             ///< that its reasons answer
    std::optional<LedgerWorld> world; ///< in which they are found; absent: that of the scenario
    Date seen_from;                   ///< the day on which the question is asked
};
/// Empty when the lease states no fee.
std::vector<Figure> figures_of(const Answered &answered, Date as_of, const Ledger &ledger);

/// A day of the lease that a reader may ask about.
struct KeyDate {
    std::string id;
    std::string what;
    Dated dated;
    std::optional<ClauseId> clause;
};
/// "15 November 2026"; "not recorded" of a delivery that nobody recorded.
std::string day_text(const KeyDate &key);
/// In order of time.
std::vector<KeyDate> key_dates_of(const Answered &answered);

/// Neighbouring regimes of one name: what the band shows as one piece.
struct Run {
    std::int64_t first;
    std::int64_t last;
    RegimeName name;
};
std::vector<Run> runs_of(const Scene &scene, const std::vector<Regime> &regimes);

/// The regime that holds a value; null when it lies outside the picture.
const Regime *regime_at(const Scene &scene, std::int64_t value);

RegimeName name_regime(const Scene &scene, const Regime &regime);

Tone tone_of(const Lease &lease, const Right &right, Status status);

/// The way out that stands for a right: its tenant's where both sides have one.
const WayOut *way_by(const Scene &scene, RightId right);

/// "31 Oct – 14 Nov 2026", "from 1 Jan 2027", "if delivered after 30 Oct 2026: from 31 Oct 2026
/// until the day before".
std::string window_text(const Answered &answered, const WayOut &way);
/// Its state on the day seen from, in a few words: "may be used now", "not yet".
std::string status_text(const WayOut &way);

/// Whether nothing is supposed of what the handle drags: no day of delivery, no notice.
bool is_handle_open(const Scene &scene);

Verdict present_verdict(const Scene &scene);
std::string present_freshness(const Scene &scene);
/// The first days of months, or of every few months, so that there are not too many.
std::vector<Tick> ticks_of(Date first, Date last);
Timeline present_timeline(const Scene &scene);
std::vector<Handle> present_handles(const Scene &scene);
/// By RightId: runs of days on which another option of one reading gives another status.
std::vector<DayRuns> disputed_days(const Scene &scene);
std::vector<RightRow> present_rights(const Scene &scene);
/// What is due and firm together; at least so much where a fee is not known.
Amount firm_amount(const Ledger &ledger);
/// Until when fees are firm, or why none is: "payable whatever happens: the fees until …".
std::string firm_note(const Lease &lease, const Ledger &ledger);
std::vector<MoneyRow> present_money(const Scene &scene);
std::vector<KeyDateRow> present_key_dates(const Scene &scene);
std::vector<ReadingRow> present_readings(const Scene &scene);
/// "Firm money lies between … and …", under every combination of readings; empty when it is one.
std::string present_readings_range(const Scene &scene);
/// On every axis, the nearest change that turns the answer, each as a sentence. None while
/// something is being dragged.
std::vector<std::string> present_contrasts(const Scene &scene);
/// The reasons for the answer, for what is firm and for the headline; and for `subject`, if other.
std::vector<WhyTree> present_why(const Scene &scene, std::string_view subject);
std::string present_echo(const Scene &scene);
std::vector<Fact> present_summary(const Scene &scene);
std::optional<RegimeMap> present_map(const Scene &scene);

/// What prose may name, made of the finished rows and controls.
std::vector<FigureText> present_figures(const Scene &scene, const Exhibit &exhibit);

/// Fills in what stood in the baseline: the pinned scenario, else the one before the last deed.
void compare(const Scene &scene, Exhibit &exhibit);

} // namespace offramp
