#include "app/answers/question_answers.hpp"

#include "app/answers/answer_text.hpp"
#include "app/view/question.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::string day_or_none(const std::optional<Date> &day) { return day ? to_iso(*day) : "none"; }

/// The tenth, median or ninetieth of values; of fewer than all, of those that there are.
template <typename Value, typename Text>
std::optional<std::string> quantile_at(const std::vector<Weighed<Value>> &values,
                                       std::string_view which, Text text) {
    const std::int64_t tenths = which == "tenth"       ? 1
                                : which == "median"    ? 5
                                : which == "ninetieth" ? 9
                                                       : 0;
    if (tenths == 0) {
        return std::nullopt;
    }
    Parts whole = 0;
    for (const Weighed<Value> &one : values) {
        whole += one.parts;
    }
    return values.empty() ? "none" : text(quantile(values, whole * tenths / 10));
}

Chance open_on(const WayProspect &way, Date day) {
    Chance open{0, 0};
    for (const WayProspect::Step &step : way.steps) {
        open = step.from <= day ? step.open : open;
    }
    return open;
}

/// The fees that are expected of "2026-10"; none before the first month and after the last.
std::optional<std::string> month_at(const Prospect &prospect, std::string_view month, int digits) {
    const auto first = parse_iso(std::string{month} + "-01");
    if (!first) {
        return std::nullopt;
    }
    const std::int64_t place = std::int64_t{month_number(*first)} - prospect.first_month;
    return 0 <= place && place < static_cast<std::int64_t>(prospect.months.size())
               ? to_decimal(prospect.months[static_cast<std::size_t>(place)], digits)
               : "none";
}

std::optional<std::string> leaving_at(const StayOrLeave &one, std::string_view what, int digits) {
    const Leaving &first = one.first;
    const std::pair<std::string_view, Money> amounts[] = {{"fees", first.fees},
                                                          {"elsewhere", first.elsewhere},
                                                          {"exit_fee", first.exit_fee},
                                                          {"saves", first.saves}};
    for (const auto &[name, amount] : amounts) {
        if (name == what) {
            return to_decimal(amount, digits);
        }
    }
    return what == "end"          ? std::optional{to_iso(first.end)}
           : what == "break_even" ? std::optional{price_answer(first.break_even)}
           : what == "pays_from"  ? std::optional{day_or_none(one.pays_from)}
           : what == "pays_until" ? std::optional{day_or_none(one.pays_until)}
                                  : std::nullopt;
}

Model model_supposing(std::shared_ptr<const Lease> lease, const Scenario &scenario, Date as_of) {
    Model model = model_of(std::move(lease));
    model.published = {scenario, as_of};
    model.now = model.published;
    return model;
}

} // namespace

std::string price_answer(std::optional<std::int64_t> price) {
    return price ? to_decimal(Money::from_minor(*price), price_digits) : "none";
}

QuestionAnswers::QuestionAnswers(const Model &model, const Question &question)
    : lease_(model.lease) {
    ReckonedQuestion presented = reckon_question(model, question);
    shown_ = std::move(presented.exhibit);
    prospect_ = std::move(presented.prospect);
    comparison_ = std::move(presented.comparison);
}

QuestionAnswers::QuestionAnswers(std::shared_ptr<const Lease> lease, const Scenario &scenario,
                                 Date as_of, const Question &question)
    : QuestionAnswers(model_supposing(std::move(lease), scenario, as_of), question) {}

std::optional<std::string> QuestionAnswers::at(std::string_view path) const {
    const std::string_view kind = take(path);
    const bool is_likely = kind == "likely";
    if (!is_likely && kind != "elsewhere") {
        return std::nullopt;
    }
    const std::string &error = is_likely ? shown_.likely_error : shown_.elsewhere_error;
    return !error.empty() ? std::optional{error} : is_likely ? likely_at(path) : elsewhere_at(path);
}

std::optional<std::string> QuestionAnswers::likely_at(std::string_view path) const {
    if (!prospect_) {
        return std::nullopt;
    }
    const int digits = minor_digits(lease_->currency);
    const std::string_view kind = take(path);
    if (kind == "outcomes") {
        for (const LikelyOutcome &one : shown_.prospect->outcomes) {
            if (one.label == path) {
                return std::to_string(one.parts);
            }
        }
        return std::nullopt;
    }
    if (kind == "firm") {
        return lease_->fees.empty() ? "none"
                                    : quantile_at(prospect_->firm, path, [digits](Money amount) {
                                          return to_decimal(amount, digits);
                                      });
    }
    return kind == "months" ? month_at(*prospect_, path, digits)
           : kind == "ways" ? way_at(path)
                            : std::nullopt;
}

std::optional<std::string> QuestionAnswers::way_at(std::string_view path) const {
    const std::string_view right = take(path);
    const auto holder = role_of(take(path));
    for (const WayProspect &way : prospect_->ways) {
        if (!holder || way.holder != *holder || get(lease_->rights, way.right).id != right) {
            continue;
        }
        const std::string_view what = take(path);
        if (what == "arises" && path.empty()) {
            return text_of(way.arises);
        }
        if (what == "open") {
            const auto day = parse_iso(path);
            return day ? std::optional{text_of(open_on(way, *day))} : std::nullopt;
        }
        const auto iso = [](Date day) { return to_iso(day); };
        return what == "first"  ? quantile_at(way.first, path, iso)
               : what == "ends" ? quantile_at(way.ends, path, iso)
                                : std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string> QuestionAnswers::elsewhere_at(std::string_view path) const {
    if (!comparison_) {
        return std::nullopt;
    }
    const int digits = minor_digits(lease_->currency);
    const std::string_view what = take(path);
    if (what == "ways") {
        const std::string_view right = take(path);
        for (const StayOrLeave &one : comparison_->ways) {
            if (get(lease_->rights, one.way.right).id == right) {
                return leaving_at(one, path, digits);
            }
        }
        return std::nullopt;
    }
    return !path.empty()         ? std::nullopt
           : what == "units"     ? std::optional{std::to_string(comparison_->units)}
           : what == "last_day"  ? std::optional{to_iso(comparison_->last_day)}
           : what == "month"     ? std::optional{to_iso(comparison_->month).substr(0, 7)}
           : what == "monthly"   ? std::optional{to_decimal(comparison_->monthly, digits)}
           : what == "own_price" ? std::optional{price_answer(comparison_->own_price)}
                                 : std::nullopt;
}

} // namespace offramp
