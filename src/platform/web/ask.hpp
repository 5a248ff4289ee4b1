// What a page asks of a lease beside what it shows: how likely, and worth it. Keeps the last
// answer, so that it can be drawn at another width.
#pragma once

#include "app/exhibit/question_exhibit.hpp"
#include "app/export/prospect_svg.hpp"
#include "app/model/model.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace offramp {

class Ask {
  public:
    /// The words of a page: a lease's text, the day it was opened (ISO 8601), a language tag, the
    /// link of what is supposed, and the question as links write it. Gives a QuestionExhibit as
    /// JSON; null for a text that is no lease.
    std::string answer(std::string_view lease, std::string_view day, std::string_view locale,
                       std::string_view link, std::string_view question);

    /// The hill of the last answer as `{"svg", "first", "last", "left", "width", "foot"}`, days as
    /// day numbers and lengths in pixels; null where there is none.
    std::string hill(const HillLook &look) const;

  private:
    std::string lease_; ///< that was read last
    std::shared_ptr<const Lease> read_;
    std::optional<Model> model_;
    QuestionExhibit shown_;
};

} // namespace offramp
