#include "platform/web/ask.hpp"

#include "app/link/question_text.hpp"
#include "app/operate/follow_link.hpp"
#include "app/view/question.hpp"
#include "io/exhibit/write_question.hpp"
#include "io/json/json_writer.hpp"
#include "io/lease/read_lease.hpp"

namespace offramp {

std::string Ask::answer(std::string_view lease, std::string_view day, std::string_view locale,
                        std::string_view link, std::string_view question) {
    // A hand that drags the hill asks again and again about one lease.
    if (!read_ || lease != lease_) {
        ReadResult<Lease> result = read_lease(lease);
        lease_ = lease;
        read_ = result.value ? std::make_shared<const Lease>(std::move(*result.value)) : nullptr;
    }
    model_.reset();
    shown_ = {};
    if (!read_) {
        return "null";
    }
    Model model = model_of(read_);
    model = update(std::move(model), ReadIn{locale_of(locale)});
    model = update(std::move(model), OpenedOn{parse_iso(day).value_or(model.published.as_of)});
    model_ = follow_link(std::move(model), link);
    const ReadQuestion read = read_question(question, model_->lease->currency);
    shown_ = present_question(*model_, read.question);
    if (shown_.likely_error.empty() && shown_.elsewhere_error.empty()) {
        shown_.likely_error = read.error;
    }
    return write_question(shown_);
}

std::string Ask::hill(const HillLook &look) const {
    if (!model_ || !shown_.prospect) {
        return "null";
    }
    const LocaleScope scope{model_->locale};
    const HillDrawing drawing = draw_hill(*shown_.prospect, look);
    JsonWriter json{Layout::OneLine};
    json.object([&] {
        json.member("svg", drawing.svg);
        json.member("first", std::int64_t{drawing.axis.first.day_number()});
        json.member("last", std::int64_t{drawing.axis.last.day_number()});
        json.member("left", drawing.left);
        json.member("width", drawing.width);
        json.member("foot", drawing.foot);
    });
    return json.take();
}

} // namespace offramp
