#include "app/book/session.hpp"

#include "app/controls/controls.hpp"
#include "app/model/targets.hpp"
#include "app/operate/operate.hpp"
#include "app/words/likely_text.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::int64_t most_slip = 1000; ///< days

} // namespace

BookView::Order order_named(std::string_view word) {
    return word == "firm"       ? BookView::Order::FirmShare
           : word == "headline" ? BookView::Order::Headline
           : word == "exit"     ? BookView::Order::FirstExit
                                : BookView::Order::Book;
}

BookSession::BookSession(Book book, std::vector<std::shared_ptr<const Lease>> leases)
    : book_(std::move(book)), as_of_(book_.information_day) {
    for (auto &lease : leases) {
        models_.push_back(model_of(std::move(lease)));
    }
    std::map<std::string, std::size_t> known;
    for (const Model &model : models_) {
        const auto [at, is_new] =
            known.try_emplace(name_of_party(*model.lease, Role::Tenant), known.size());
        tenants_.push_back(at->second);
        if (is_new) {
            tenant_names_.push_back(at->first);
        }
    }
    for (const Reading &reading : book_.readings) {
        readings_.push_back(reading.default_option);
    }
    evaluate_all();
}

void BookSession::evaluate_all() {
    sums_.clear();
    said_.assign(models_.size(), std::nullopt);
    slips_.reset();
    has_counted_ = false;
    states_.resize(models_.size());
    for (std::size_t i = 0; i < models_.size(); ++i) {
        Supposition &now = models_[i].now;
        now.as_of = as_of_;
        states_[i] = evaluator_.evaluate(*models_[i].lease, now.scenario, as_of_);
        sums_[models_[i].lease->currency].add(states_[i]);
    }
}

void BookSession::evaluate(std::size_t holding) {
    const Model &model = models_[holding];
    LedgerSum &sum = sums_[model.lease->currency];
    sum.remove(states_[holding]);
    states_[holding] = evaluator_.evaluate(*model.lease, model.now.scenario, as_of_);
    sum.add(states_[holding]);
    said_[holding].reset();
    has_counted_ = false;
}

std::string BookSession::set(std::size_t holding, std::string_view control, std::string_view value,
                             Stage stage) {
    if (models_.size() <= holding) {
        return "There is no such lease in this book.";
    }
    const Operation operation = operate(models_[holding], control, std::string{value}, stage);
    if (!operation.action) {
        return operation.error;
    }
    models_[holding] = update(std::move(models_[holding]), *operation.action);
    models_[holding].now.as_of = as_of_;
    evaluate(holding);
    touched_ = holding;
    return {};
}

std::string BookSession::set(std::string_view control, std::string_view value) {
    const std::string refusal = set_in_book(control, value);
    if (refusal.empty()) {
        touched_.reset();
    }
    return refusal;
}

std::string BookSession::set_in_book(std::string_view control, std::string_view value) {
    if (control == "as-of") {
        // A slider knows a day by its number.
        const auto number = value.starts_with('#') ? number_in(value.substr(1)) : std::nullopt;
        const auto day = number ? std::optional{day_of(*number)} : parse_iso(value);
        if (!day || *day < first_allowed || last_allowed < *day) {
            return "Expected a day such as 2026-11-22, from 1900 to 2200.";
        }
        as_of_ = *day;
        echo_ = "As of " + long_date(as_of_) + ".";
        evaluate_all();
        return {};
    }
    if (control == "reset") {
        as_of_ = book_.information_day;
        for (Model &model : models_) {
            model = update(std::move(model), Reset{});
        }
        std::transform(book_.readings.begin(), book_.readings.end(), readings_.begin(),
                       [](const Reading &reading) { return reading.default_option; });
        value_ = 0;
        own_value_.reset();
        slip_.reset();
        likely_.clear();
        slipping_ = Slipping::Together;
        line_.reset();
        echo_ = "As published.";
        evaluate_all();
        return {};
    }
    if (control == "slip") {
        const auto days = number_in(value);
        if (!days || *days < 0 || most_slip < *days) {
            return "Expected a number of days from 0 to " + grouped(most_slip) + ".";
        }
        slip_ = *days;
        slips_.reset();
        echo_ = "Everything " + counted(*slip_, "day") + " late.";
        return {};
    }
    if (control == "likely") {
        const bool is_none = value == "none";
        ParsedLateness parsed = is_none ? ParsedLateness{} : parse_lateness(value);
        if (parsed.error.empty()) {
            likely_ = is_none ? "" : value;
            has_counted_ = false;
            echo_ = likely_.empty() ? "No guess." : "Supposed: " + lateness_phrase(likely_) + ".";
        }
        return std::move(parsed.error);
    }
    if (control == "slipping") {
        if (value != "together" && value != "apart") {
            return "Expected together or apart.";
        }
        slipping_ = value == "apart" ? Slipping::Apart : Slipping::Together;
        has_counted_ = false;
        echo_ = value == "apart" ? "Each lease is late by itself." : "All are late together.";
        return {};
    }
    if (control == "line") {
        const auto amount = parse_decimal(value, minor_digits(book_.currency));
        if (!amount || *amount < Money::zero()) {
            return "Expected an amount in " + book_.currency + ", zero or more.";
        }
        line_ = *amount;
        echo_ = "A line at " + short_money(*line_, book_.currency) + " a month.";
        return {};
    }
    if (control == "value") {
        const auto stated = std::find_if(book_.values.begin(), book_.values.end(),
                                         [&](const StatedValue &one) { return one.id == value; });
        if (stated != book_.values.end()) {
            value_ = static_cast<std::size_t>(stated - book_.values.begin());
            own_value_.reset();
            echo_ = stated->label + ".";
            return {};
        }
        const auto amount = parse_decimal(value, minor_digits(book_.currency));
        if (!amount || *amount <= Money::zero()) {
            return "Expected an amount above nothing, such as 1785000000000.";
        }
        own_value_ = *amount;
        echo_ = column_money(*amount, book_.currency) + ", as you set it.";
        return {};
    }
    for (std::size_t i = 0; i < book_.readings.size(); ++i) {
        const Reading &reading = book_.readings[i];
        if (control != "reading." + reading.id) {
            continue;
        }
        for (std::size_t option = 0; option < reading.options.size(); ++option) {
            if (reading.options[option].id == value) {
                readings_[i] = static_cast<std::int32_t>(option);
                said_.assign(models_.size(), std::nullopt);
                echo_ = reading.question + " " + reading.options[option].label + ".";
                return {};
            }
        }
    }
    return "This book has no control “" + std::string{control} + "” with the value “" +
           std::string{value} + "”.";
}

std::optional<std::size_t> BookSession::holding_of(std::string_view lease) const {
    const auto found = std::find_if(models_.begin(), models_.end(), [lease](const Model &model) {
        return model.lease->id == lease;
    });
    return found == models_.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(std::distance(models_.begin(), found))};
}

} // namespace offramp
