// The days on the picture that can be dragged.
#include "app/model/targets.hpp"
#include "app/view/scene.hpp"

#include "app/words/text.hpp"

namespace offramp {

namespace {

class Handles {
  public:
    explicit Handles(const Scene &scene) : scene_(scene) {}

    std::vector<Handle> all() {
        if (scene_.axis) {
            const bool is_delivery = std::holds_alternative<DeliveryDay>(*scene_.axis);
            const bool is_notice = std::holds_alternative<NoticeDay>(*scene_.axis);
            std::visit(
                [&](const auto &axis) {
                    add(axis, is_delivery ? "Delivered" : is_notice ? "Notice" : "Event", {});
                },
                *scene_.axis);
        }
        add(AsOfDay{}, "Seen from", {});
        // Every other day that is supposed to come stands on the lane of what it belongs to.
        const Scenario &scenario = scene_.scenario;
        for (std::size_t i = 0; i < scenario.deliveries.size(); ++i) {
            add_if(DeliveryDay{i}, scenario.deliveries[i].day, "Delivered",
                   get(scene_.lease.tranches, scenario.deliveries[i].tranche).id);
        }
        for (std::size_t i = 0; i < scene_.lease.rights.size(); ++i) {
            add_if(NoticeDay{RightId{static_cast<std::int32_t>(i)}}, scenario.notices[i].day,
                   "Notice", scene_.lease.rights[i].id);
        }
        for (std::size_t i = 0; i < scene_.lease.events.size(); ++i) {
            if (scene_.lease.events[i].kind == Kind::Day) {
                add_if(EventDay{EventId{static_cast<std::int32_t>(i)}},
                       when_of(scenario.events[i].when), "Day",
                       "event." + scene_.lease.events[i].id);
            }
        }
        return std::move(handles_);
    }

  private:
    void add(const Target &target, std::string label, std::string lane) {
        const std::int64_t number = value_at(scene_.model.now, target);
        const Date day =
            number == Date::never().day_number() ? Date::never() : Date::from_day_number(number);
        handles_.push_back({control_id(scene_.model, target), number, std::move(label),
                            short_date(day), std::move(lane), std::nullopt});
        if (scene_.model.pinned) {
            const std::int64_t was = value_at(*scene_.model.pinned, target);
            if (was != number) {
                handles_.back().was = was;
            }
        }
    }

    template <typename OneAxis>
    void add_if(const OneAxis &axis, const When &when, std::string label, std::string lane) {
        if (scene_.axis != Axis{axis} && when.known() && when.least.is_day()) {
            add(axis, std::move(label), std::move(lane));
        }
    }

    const Scene &scene_;
    std::vector<Handle> handles_;
};

} // namespace

std::vector<Handle> present_handles(const Scene &scene) { return Handles{scene}.all(); }

} // namespace offramp
