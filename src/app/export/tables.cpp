// Two tables for the command line: all readings that matter, and the months.
#include "app/export/tables.hpp"

#include "app/words/text.hpp"
#include "core/ask/readings.hpp"
#include "core/ask/statement.hpp"

namespace offramp {

namespace {

std::string window_of(const RightReading &right) {
    if (right.arises == Truth::No) {
        return "no window";
    }
    const auto iso = [](const When &when) {
        return when.known() ? (when.least.is_day() ? to_iso(when.least) : "–")
                            : std::string{"open"};
    };
    return (right.arises == Truth::Depends ? "perhaps " : "") + iso(right.opens) + " to " +
           iso(right.closes) + ", ends " + iso(right.first_effect);
}

} // namespace

std::string export_readings(const Lease &lease, const Scenario &scenario, Date as_of) {
    const Readings all = readings(lease, scenario, as_of);
    std::string out;
    for (const ReadingId id : all.that_matter) {
        const Reading &reading = get(lease.readings, id);
        out += reading.id + ": " + reading.question + "\n";
    }
    out += all.is_complete ? "" : "There are more combinations than are listed here.\n";
    for (const Combination &one : all.combinations) {
        out += "\n";
        for (std::size_t i = 0; i < all.that_matter.size(); ++i) {
            const Reading &reading = get(lease.readings, all.that_matter[i]);
            out += (i == 0 ? "" : ", ") + reading.id + "=" +
                   reading.options[static_cast<std::size_t>(one.options[i])].id;
        }
        out += "\n";
        for (std::size_t i = 0; i < lease.rights.size(); ++i) {
            out += "  " + lease.rights[i].id + ": " + window_of(one.rights[i]) + "\n";
        }
        if (!lease.fees.empty()) {
            out += "  headline " + exact_money(one.headline, lease.currency) + ", firm " +
                   exact_money(one.firm, lease.currency) + "\n";
        }
    }
    return out;
}

std::string export_months(const Lease &lease, const LeaseState &state) {
    const auto months = statement(state);
    std::string out = months.empty() ? "No months: there is no fee, or one without an end.\n" : "";
    for (const StatementMonth &month : months) {
        out += to_iso(month.first_day).substr(0, 7) + "  fees " +
               exact_money(month.fees, lease.currency) +
               (month.credits == exactly(Money::zero())
                    ? ""
                    : "  credits " + exact_money(month.credits, lease.currency)) +
               "\n";
    }
    return out;
}

} // namespace offramp
