// A question as words in an address, beside those of what is supposed:
// `likely=2026-10-15,2026-11-30,2%&elsewhere=6.00&gap=30&extra=1000000`.
#pragma once

#include "core/ask/question.hpp"

#include <string>
#include <string_view>

namespace offramp {

/// Whether a word of a link belongs to a question: `likely`, `likely.TRANCHE`, `slipping`,
/// `elsewhere`, `gap` or `extra`.
bool asks(std::string_view name);

/// Takes one word. `slipping` is together or apart; `elsewhere` a price of one unit for one hour,
/// at most four decimals; `gap` days without capacity, at most 3,650; `extra` an amount in
/// `currency`; the last two come after `elsewhere`. Gives a sentence where it cannot be taken.
/// Precondition: `asks(name)`.
std::string ask(Question &question, std::string_view name, std::string_view value,
                const std::string &currency);

struct ReadQuestion {
    Question question;
    std::string error; ///< of the first word that cannot be taken; what comes after it is left out
};
/// Of a fragment only what asks; its values stand as they are, with no `%25`.
ReadQuestion read_question(std::string_view fragment, const std::string &currency);

/// The fragment without the words that ask: what is left supposes.
std::string without_question(std::string_view fragment);

} // namespace offramp
