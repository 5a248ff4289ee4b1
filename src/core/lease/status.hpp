// The dated states of a right. The words are those of the field.
#pragma once

#include <array>
#include <string_view>

namespace offramp {

enum class Status {
    NotDue,             ///< nothing is late yet
    Grace,              ///< late, and still curable
    Credit,             ///< late, and only money follows
    LockedPrecondition, ///< open but for a precondition
    Exercisable,        ///< notice may be given today
    NoticePending,      ///< notice given, not yet in effect
    Suspended,          ///< notice given, a last chance to deliver is running
    Voided,             ///< delivery in that last chance undid the notice
    Terminated,         ///< the lease has ended
    Lapsed,             ///< the window closed unused
    Extinguished,       ///< delivered before use
    AutoTerminated,     ///< ended without anybody's notice
};

/// Names as case files write them, in the enum's order.
inline constexpr std::array<std::string_view, 12> status_names = {
    "not_due",     "grace",          "credit",       "locked_precondition",
    "exercisable", "notice_pending", "suspended",    "voided",
    "terminated",  "lapsed",         "extinguished", "auto_terminated"};

constexpr std::string_view name_of(Status status) {
    return status_names[static_cast<std::size_t>(status)];
}

} // namespace offramp
