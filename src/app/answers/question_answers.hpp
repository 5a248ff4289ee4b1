// The answers to a question under paths of words, as plain text.
#pragma once

#include "app/exhibit/question_exhibit.hpp"
#include "app/model/model.hpp"
#include "core/ask/question.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace offramp {

/// Computed once for all paths. Chances are parts of a million, `least..most` where what no source
/// states decides; days ISO 8601, amounts decimal strings; what does not exist is `none`.
///
///     likely.outcomes.<label>                  such as likely.outcomes.On time
///     likely.ways.<right>.<holder>.arises      that notice can be given on some day
///     likely.ways.<right>.<holder>.open.<day>  that it can be given on that day
///     likely.ways.<right>.<holder>.first.<q>   first day for notice, if there is one; <q> is
///                                              tenth, median or ninetieth
///     likely.ways.<right>.<holder>.ends.<q>    end by that notice
///     likely.firm.<q>                          payable if the first free way out is taken
///     likely.months.<YYYY-MM>                  fees expected of the month, if nobody leaves
///     elsewhere.units, .last_day, .month, .monthly, .own_price
///     elsewhere.ways.<right>.end, .fees, .elsewhere, .exit_fee, .saves, .break_even, .pays_from,
///                            .pays_until
///
/// The holder is tenant, landlord or third_party. Prices of a unit for an hour have four decimals.
class QuestionAnswers {
  public:
    QuestionAnswers(const Model &model, const Question &question);
    /// The same without a reader.
    QuestionAnswers(std::shared_ptr<const Lease> lease, const Scenario &scenario, Date as_of,
                    const Question &question);

    /// Nothing where there is no such path; a sentence where the question cannot be answered.
    std::optional<std::string> at(std::string_view path) const;

    /// Of a guess, and of a price; absent where there is none, and where it cannot be answered.
    const std::optional<Prospect> &prospect() const { return prospect_; }
    const std::optional<Comparison> &comparison() const { return comparison_; }
    /// As readers see them; with sentences that say why there is no answer.
    const QuestionExhibit &shown() const { return shown_; }
    /// The first of the two sentences; empty where all that was asked is answered.
    const std::string &error() const {
        return shown_.likely_error.empty() ? shown_.elsewhere_error : shown_.likely_error;
    }

  private:
    std::optional<std::string> likely_at(std::string_view path) const;
    std::optional<std::string> way_at(std::string_view path) const;
    std::optional<std::string> elsewhere_at(std::string_view path) const;

    std::shared_ptr<const Lease> lease_;
    QuestionExhibit shown_;
    std::optional<Prospect> prospect_;
    std::optional<Comparison> comparison_;
};

/// `none` without a value.
std::string price_answer(std::optional<std::int64_t> price);

} // namespace offramp
