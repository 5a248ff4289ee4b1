// Stay or leave, as plain data.
#pragma once

#include <string>
#include <vector>

namespace offramp {

struct LeavingRow {
    std::string holder;
    std::string right;
    std::string end;       ///< "1 April 2027"
    std::string fees;      ///< that leaving saves
    std::string elsewhere; ///< what the same capacity costs there
    std::string exit_fee;
    std::string saves;      ///< "$11,819,520,000.00", "−$…" where staying is cheaper
    std::string break_even; ///< of one unit for one hour; empty where no day is left
    std::string when;       ///< which ends save money, in a sentence
};

struct ElsewhereExhibit {
    std::string supposed; ///< "$6.00 a GPU-hour elsewhere, …"
    std::string own; ///< "$920,000,000.00 in April 2027 ÷ 110,000 GPUs ÷ 720 hours = $11.6162"
    std::vector<LeavingRow> ways;
    std::string other_side; ///< the landlord's, in a sentence
};

} // namespace offramp
