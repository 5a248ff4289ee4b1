// Everything a reader's session is, as one value; and the closed list of what a reader can do.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/words/locale.hpp"
#include "core/ask/case.hpp"
#include "core/ask/regimes.hpp"
#include "core/lease/scenario.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace offramp {

/// What a reader may change, and may undo.
struct Supposition {
    Scenario scenario;
    Date as_of;
    friend bool operator==(const Supposition &, const Supposition &) = default;
};

struct AsOfDay {
    friend bool operator==(const AsOfDay &, const AsOfDay &) = default;
};
struct ChosenOption {
    ReadingId reading;
    friend bool operator==(const ChosenOption &, const ChosenOption &) = default;
};
/// One number of a supposition: an axis of the scenario, the as-of day, or a reading's option.
using Target = std::variant<DeliveryDay, DeliverySize, NoticeDay, EventDay, DelayLength,
                            UnknownValue, AsOfDay, ChosenOption>;

struct Model {
    std::shared_ptr<const Lease> lease; ///< never null; shared because it never changes
    Supposition published;              ///< what Reset returns to
    Supposition now;
    std::vector<Supposition> past;             ///< oldest first
    std::vector<Supposition> future;           ///< nearest last
    std::optional<Supposition> before_gesture; ///< while something is being dragged
    std::optional<Supposition> pinned;         ///< A, which the present is compared with
    std::string subject = "verdict";           ///< what is explained: id of a row, or "verdict"
    std::optional<Days> view;                  ///< what the picture shows; nothing: all of it
    Locale locale = Locale::EnglishBritain;
    std::vector<std::string> notes; ///< what a link held that could not be taken, by name
};

/// A lease that supposes nothing, seen from its information day: deliveries are as reported or
/// open, and nobody has given notice.
Model model_of(std::shared_ptr<const Lease> lease);

/// A worked case under its own scenario.
Model model_of(Case of);

enum class Stage {
    Dragging, ///< shown at once, kept only when the gesture settles
    Settled,
};

/// In the place of a day of delivery or of a fact that no source states: nothing is supposed of it,
/// so that it may be any day, or never, or whatever the lease allows.
inline constexpr std::int64_t open_day = Date::dawn().day_number();

/// Sets one number: a day number (`Date::never()` included), units, minor units, an
/// option's index, or `open_day`.
struct Set {
    Target target;
    std::int64_t value;
    Stage stage = Stage::Settled;
};
struct CancelGesture {};
struct Undo {};
struct Redo {};
struct Reset {};
struct Explain {
    std::string subject;
};
struct Pin {};
struct Unpin {};
/// Shows some days of the picture, or all of it.
struct Look {
    std::optional<Days> view;
};
/// The platform's one word about the clock: the day the page was opened. Comes before any link.
struct OpenedOn {
    Date day;
};
/// How dates, numbers and money are written from now on. No deed: undo, reset and links leave it.
struct ReadIn {
    Locale locale;
};
using Action = std::variant<Set, CancelGesture, Undo, Redo, Reset, Explain, Pin, Unpin, Look,
                            OpenedOn, ReadIn>;

Model update(Model model, const Action &action);

/// What stands in a target's place now; for a range, its least value; `open_day` for what is open.
std::int64_t value_at(const Supposition &supposition, const Target &target);
/// All that may stand there.
Numbers range_at(const Supposition &supposition, const Target &target);

/// All that can be set in this model, in the order in which it is shown.
std::vector<Target> targets_of(const Model &model);

} // namespace offramp
