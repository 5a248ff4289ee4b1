// The money of an Exhibit as one bar, for everything that draws it.
#pragma once

#include "app/exhibit/exhibit.hpp"

#include <algorithm>
#include <vector>

namespace offramp {

/// The parts of the headline that have a piece of the bar, in its order. Firm money is told even
/// where there is none; an amount that nothing bounds fills the bar, and leaves no room to tell
/// others apart.
inline std::vector<const MoneyRow *> ledger_bar(const Exhibit &exhibit) {
    std::vector<const MoneyRow *> parts;
    std::int64_t filled = 0; // thousandths
    for (const char *id : {"firm", "conditional", "cancellable"}) {
        const auto row = std::find_if(exhibit.money.begin(), exhibit.money.end(),
                                      [id](const MoneyRow &one) { return one.id == id; });
        const bool is_told =
            row != exhibit.money.end() && filled < 1000 && (row->share != 0 || parts.empty());
        if (is_told) {
            filled += row->share;
            parts.push_back(&*row);
        }
    }
    return parts;
}

} // namespace offramp
