// The view model: everything that any reader of the answer shows, as plain data. Every word, day
// and amount is text already; who shows it computes nothing. Day numbers are there for placing.
#pragma once

#include "core/days/date.hpp"
#include "core/lease/finding.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace offramp {

/// What a piece of the picture means; colour and pattern follow from it.
enum class Tone {
    Calm,    ///< nobody may leave
    Caution, ///< late, still curable; or locked
    Exit,    ///< somebody may leave
    Either,  ///< either side may leave
    Notice,  ///< notice given, the end is coming
    Closed,  ///< the right is gone, or the lease has ended
    Firm,    ///< money payable whatever happens
    Risk,    ///< money that an exit would end
    Unknown, ///< depends on a fact no source states
};

inline constexpr std::size_t tone_count = 9;

/// "calm", "caution", …: class names and the words of machine-readable output.
constexpr std::string_view word_of(Tone tone) {
    constexpr std::array<std::string_view, tone_count> words = {
        "calm", "caution", "exit", "either", "notice", "closed", "firm", "risk", "unknown"};
    return words[static_cast<std::size_t>(tone)];
}

enum class ControlKind { Day, Number, Choice, Toggle, Button };

struct ControlOption {
    std::string id;
    std::string label;
    std::string explanation;
    std::optional<Tone> tone{}; ///< of an outcome: how the picture paints it
    std::int64_t number = 0;    ///< of a place to jump to: the day number that choosing it sets
    friend bool operator==(const ControlOption &, const ControlOption &) = default;
};

/// Something the reader can operate. Canvas and page both show exactly this list.
struct Control {
    std::string id; ///< also the key in a link: `deliver`, `reading.month-count`
    ControlKind kind;
    std::string label;
    std::string value;       ///< as a link writes it: "2026-11-15", "96000", an option's id
    std::string value_text;  ///< in words: "15 November 2026"
    std::string hint;        ///< a sentence that helps; may be empty
    std::int64_t number = 0; ///< day number or count; 1 or 0 for a toggle; what a button jumps to
    std::int64_t min = 0;
    std::int64_t max = 0;
    std::int64_t step = 1;
    bool enabled = true;
    std::vector<ControlOption> options; ///< of a choice
    friend bool operator==(const Control &, const Control &) = default;
};

/// A run of days, both included.
struct Days {
    Date first;
    Date last;
    friend bool operator==(const Days &, const Days &) = default;
};

/// What a control is told: a text as links and the page write it; or, from a picture that knows it
/// already, a day number, a count or the days to show.
using ControlValue = std::variant<std::string, std::int64_t, Days>;

struct Verdict {
    Tone tone = Tone::Unknown;
    std::string holder;   ///< whose answer it is: "Google"
    std::string pill;     ///< "No", "Yes", "It depends"
    std::string sentence; ///< the whole answer
    std::string contrast; ///< the nearest change that would turn it; may be empty
    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// A run of days, both ends included, cut to the picture.
struct Span {
    std::int64_t first_day;
    std::int64_t last_day;
    Tone tone;
    std::string label;    ///< "Google may leave"
    std::string details;  ///< "from 31 October to 14 November 2026"
    bool current = false; ///< in the band: where the handle stands
    friend bool operator==(const Span &, const Span &) = default;
};

enum class MarkKind { Due, Delivered, Notice, Effect, Event };

struct Mark {
    std::int64_t day;
    MarkKind kind;
    std::string label;
    friend bool operator==(const Mark &, const Mark &) = default;
};

struct Lane {
    std::string id;
    std::string label;
    std::vector<Span> spans;
    std::vector<Mark> marks;
    std::vector<Span> disputed; ///< days on which another reading gives another status
    friend bool operator==(const Lane &, const Lane &) = default;
};

struct Tick {
    std::int64_t day;
    std::string label; ///< "Jan"
    std::string year;  ///< "2027" where a year begins, and on the first tick; else empty
    friend bool operator==(const Tick &, const Tick &) = default;
};

/// A day on the picture that the reader can drag.
struct Handle {
    std::string control; ///< id of the control that it sets
    std::int64_t day; ///< may lie outside the picture; while it is open, where a first touch begins
    std::string label; ///< "Delivered"
    std::string value; ///< "15 Nov 2026", "not recorded"
    bool is_open;      ///< nothing is supposed: drawn hollow, beside the axis
    bool is_reported;  ///< a source states it: no hand moves it by accident
    std::string lane;  ///< id of the lane that it stands on; empty: it crosses all of them
    std::optional<std::int64_t> was; ///< where it stood in the baseline, if elsewhere
    friend bool operator==(const Handle &, const Handle &) = default;
};

struct Timeline {
    std::int64_t first_day = 0;
    std::int64_t last_day = 0;
    Days whole; ///< that it can show
    std::vector<Tick> ticks;
    std::string band_label; ///< "If delivered on …"
    std::vector<Span> band;
    std::vector<Lane> lanes;
    std::vector<Handle> handles; ///< the one that the lease is about first
    std::optional<Mark> ghost;   ///< the contract's own day, which stays when the handle moves
    friend bool operator==(const Timeline &, const Timeline &) = default;
};

/// One row of "who may leave".
struct RightRow {
    std::string id;
    std::string holder;
    std::string right;
    Tone tone;
    std::string status;    ///< on the as-of day
    std::string window;    ///< "31 Oct – 14 Nov 2026"
    std::string first_iso; ///< the window's ends; empty when there is none
    std::string last_iso;
    std::string notice; ///< "at once", "90 days"
    std::string effect; ///< first day on which the lease could end
    std::string effect_iso;
    std::string price;       ///< "none stated"
    std::string alternative; ///< what the holder may choose instead; may be empty
    std::string was;         ///< the window in the baseline, if another
    friend bool operator==(const RightRow &, const RightRow &) = default;
};

/// One bar of money. Shares are thousandths of the headline; all of it, in the tone of what is not
/// known, where nothing bounds the amount.
struct MoneyRow {
    std::string id;
    std::string label;
    std::string amount; ///< for a sentence: "$5.5 billion"
    std::string column; ///< for a column: "$5.50 billion"
    std::string exact;  ///< "$5,500,000,000.00"
    std::string note;   ///< "payable before the first free exit, on 1 April 2027"
    std::int64_t share;
    Tone tone;
    std::string was; ///< the amount in the baseline, if another
    friend bool operator==(const MoneyRow &, const MoneyRow &) = default;
};

struct KeyDateRow {
    std::string id;
    std::string iso; ///< empty when there is no such day
    std::string date;
    std::string what;
    std::string how;
    std::string clause;   ///< id; may be empty
    bool is_past = false; ///< on the as-of day
    std::string was;      ///< the date in the baseline, if another
    friend bool operator==(const KeyDateRow &, const KeyDateRow &) = default;
};

/// One line of an explanation. Depth 0 is what is explained; deeper lines are its reasons.
struct WhyRow {
    std::int32_t depth;
    std::string text;
    std::string clause;  ///< id; may be empty
    std::string wording; ///< "paraphrase", "quotation", "derived"; empty without a clause
    std::string title;   ///< of the clause
    friend bool operator==(const WhyRow &, const WhyRow &) = default;
};

/// The reasons for one answer.
struct WhyTree {
    std::string id;    ///< option of the control `explain`
    std::string title; ///< "Why is this much firm?"
    std::vector<WhyRow> rows;
    std::vector<std::string> clauses; ///< ids, in the order in which the rows cite them
    friend bool operator==(const WhyTree &, const WhyTree &) = default;
};

/// What another option of a reading would give, everything else unchanged.
struct ReadingRow {
    std::string control; ///< `reading.month-count`
    std::string option;
    std::string question;
    std::string label;
    std::string consequence; ///< "Google may terminate from 1 November to 14 November 2026; …"
    std::string first_iso;   ///< of the right that the question is about; may be empty
    std::string last_iso;
    std::string firm;       ///< exact
    std::string difference; ///< of firm money: "+$29,677,419.35"; empty when there is none
    friend bool operator==(const ReadingRow &, const ReadingRow &) = default;
};

/// A short answer beside the sentence: who may walk, what is firm.
struct Fact {
    std::string label;
    std::string value;
    std::string subject; ///< option of `explain` that gives its reasons; may be empty
    friend bool operator==(const Fact &, const Fact &) = default;
};

/// One difference between the pinned scenario A and the present one, B.
struct ComparisonRow {
    std::string what;
    std::string a;
    std::string b;
    std::string difference; ///< "+46 days", "−$4,629,677,419.35"; may be empty
    friend bool operator==(const ComparisonRow &, const ComparisonRow &) = default;
};

/// Outcomes by day and by units at once: rows from many units to few.
struct RegimeMap {
    struct Row {
        std::int64_t least; ///< units, both ends included
        std::int64_t most;
        std::string label; ///< "0 to 109,999"
        std::vector<Span> spans;
        friend bool operator==(const Row &, const Row &) = default;
    };
    std::string day_control;
    std::string units_control;
    std::string label;
    std::int64_t first_day;
    std::int64_t last_day;
    std::vector<Tick> ticks;
    std::vector<Row> rows;
    std::int64_t day; ///< where the dot stands; may lie outside
    std::int64_t units;
    std::string day_text;
    std::string units_text;
    friend bool operator==(const RegimeMap &, const RegimeMap &) = default;
};

struct SourceRow {
    std::string id;
    std::string title;
    std::string url;
    std::string date;
    std::string kind;
    friend bool operator==(const SourceRow &, const SourceRow &) = default;
};

struct ClauseRow {
    std::string id;
    std::string title;
    std::string text;
    std::string wording;              ///< "Paraphrase", "Quotation", "Derived here"
    std::vector<std::string> sources; ///< ids
    friend bool operator==(const ClauseRow &, const ClauseRow &) = default;
};

/// A value that prose may name and have follow the handle.
struct FigureText {
    std::string id; ///< `verdict`, `firm.exact`, `late-delivery.window`, `gpus.due`, `deliver`
    std::string text;
    friend bool operator==(const FigureText &, const FigureText &) = default;
};

struct Exhibit {
    std::string lease;
    std::string title;
    std::string question;
    std::string introduction;
    Verdict verdict;
    std::vector<Fact> summary;
    std::string as_of;     ///< "As of 22 November 2026"
    std::string freshness; ///< a day that passed without a recorded outcome; may be empty
    std::string echo;      ///< what the last action changed; may be empty
    std::string baseline;  ///< what `was` speaks of: "A" when one is pinned, else "before"
    std::vector<std::string> notes;
    Timeline timeline;
    std::optional<RegimeMap> map;
    std::vector<ComparisonRow> comparison; ///< empty when nothing is pinned, or nothing differs
    std::vector<RightRow> rights;
    std::vector<MoneyRow> money;
    std::vector<KeyDateRow> key_dates;
    std::vector<ReadingRow> readings;
    std::string readings_range; ///< firm money under all readings together; may be empty
    std::vector<WhyTree> why;
    std::vector<std::string> contrasts; ///< sentences: what else would turn the answer
    std::string explained;              ///< id of the tree to show
    std::vector<Control> controls;
    std::vector<FigureText> figures; ///< no two with one id
    std::vector<ClauseRow> clauses;
    std::vector<SourceRow> sources;
    std::string link;      ///< the fragment that brings a reader here, without `#`; may be empty
    std::string permalink; ///< the same for citing; never empty
    friend bool operator==(const Exhibit &, const Exhibit &) = default;
};

} // namespace offramp
