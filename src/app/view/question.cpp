#include "app/view/question.hpp"

#include "app/model/targets.hpp"
#include "app/view/elsewhere.hpp"
#include "app/view/prospect.hpp"
#include "app/words/text.hpp"

namespace offramp {

namespace {

std::vector<GuessedDelivery> deliveries_of(const Model &model) {
    const LocaleScope scope{model.locale};
    const Supposition &now = model.now;
    std::vector<GuessedDelivery> all;
    for (std::size_t i = 0; i < now.scenario.deliveries.size(); ++i) {
        const Delivery &delivery = now.scenario.deliveries[i];
        if (!is_delivered(delivery, now.as_of)) {
            const Target target = DeliveryDay{i};
            const Date day = std::max(first_touch_day(model, target), now.as_of);
            all.push_back({get(model.lease->tranches, delivery.tranche).id, label_of(model, target),
                           to_iso(day)});
        }
    }
    return all;
}

} // namespace

ReckonedQuestion reckon_question(const Model &model, const Question &question) {
    ReckonedQuestion reckoned;
    QuestionExhibit &shown = reckoned.exhibit;
    shown.deliveries = deliveries_of(model);
    shown.currency = model.lease->currency;
    shown.unit = model.lease->tranches.empty() ? "unit" : model.lease->tranches.front().unit;
    if (!question.likely.empty()) {
        PresentedProspect presented = present_prospect(model, question.likely, question.slipping);
        shown.prospect = std::move(presented.exhibit);
        shown.likely_error = std::move(presented.error);
        reckoned.prospect = std::move(presented.numbers);
    }
    if (question.elsewhere) {
        PresentedElsewhere presented = present_elsewhere(model, *question.elsewhere);
        shown.elsewhere = std::move(presented.exhibit);
        shown.elsewhere_error = std::move(presented.error);
        reckoned.comparison = std::move(presented.numbers);
    }
    return reckoned;
}

QuestionExhibit present_question(const Model &model, const Question &question) {
    return reckon_question(model, question).exhibit;
}

} // namespace offramp
