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
            std::visit([&](const auto &axis) { add(axis, what_is(axis), {}); }, *scene_.axis);
        }
        add(AsOfDay{}, "As of", {});
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
    static const char *what_is(const DeliveryDay &) { return "Delivered"; }
    static const char *what_is(const NoticeDay &) { return "Notice"; }
    template <typename Other>
    static const char *what_is(const Other &) {
        return "Event";
    }

    void add(const Target &target, std::string label, std::string lane) {
        const auto *delivery = std::get_if<DeliveryDay>(&target);
        std::int64_t number = value_at(scene_.model.now, target);
        const bool is_never = number == Date::never().day_number();
        const bool is_untouched = is_open(scene_.model, target);
        if (is_untouched) {
            number = first_touch_day(scene_.model, target).day_number();
        }
        const Date day = is_never ? Date::never() : Date::from_day_number(number);
        handles_.push_back(
            {control_id(scene_.model, target), number, std::move(label),
             !is_untouched         ? short_date(day)
             : delivery != nullptr ? "not recorded"
                                   : "none supposed",
             is_untouched,
             delivery != nullptr &&
                 scene_.scenario.deliveries[delivery->delivery].basis == Basis::Recorded,
             std::move(lane), std::nullopt});
        if (scene_.model.pinned) {
            const std::int64_t was = value_at(*scene_.model.pinned, target);
            if (was != value_at(scene_.model.now, target) && was != open_day) {
                handles_.back().was = was;
            }
        }
    }

    template <typename OneAxis>
    void add_if(const OneAxis &axis, const When &when, std::string label, std::string lane) {
        const bool is_there = is_any_day(when) || (when.known() && when.least.is_day());
        if (scene_.axis != Axis{axis} && is_there) {
            add(axis, std::move(label), std::move(lane));
        }
    }

    const Scene &scene_;
    std::vector<Handle> handles_;
};

} // namespace

std::vector<Handle> present_handles(const Scene &scene) { return Handles{scene}.all(); }

} // namespace offramp
