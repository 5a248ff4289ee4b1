#include "platform/web/explorer.hpp"

#include "app/controls/controls.hpp"
#include "app/export/export_as.hpp"
#include "app/operate/follow_link.hpp"
#include "app/operate/operate.hpp"
#include "app/view/present.hpp"
#include "io/exhibit/write_exhibit.hpp"
#include "io/lease/read_lease.hpp"

#include <utility>

namespace offramp {

namespace {

std::string text_of(const std::vector<Finding> &findings) {
    std::string text;
    for (const Finding &finding : findings) {
        text += (finding.severity == Severity::Error ? "" : "Warning: ") + finding.message +
                " (line " + std::to_string(finding.line) + ", column " +
                std::to_string(finding.column) +
                (finding.pointer.empty() ? "" : ", at " + finding.pointer) + ")\n";
    }
    return text;
}

} // namespace

Explorer::Explorer(const ui::FontBytes &fonts, bool has_context) : session_(fonts, has_context) {}

bool Explorer::load(std::string_view text, std::string_view opened_on) {
    ReadResult<Lease> result = read_lease(text);
    findings_ = text_of(result.findings);
    if (!result.value) {
        return false;
    }
    model_ =
        std::make_unique<Model>(model_of(std::make_shared<const Lease>(std::move(*result.value))));
    opened_on_ = parse_iso(opened_on).value_or(model_->published.as_of);
    *model_ = update(std::move(*model_), OpenedOn{*opened_on_});
    read_in(locale_);
    return true;
}

void Explorer::read_in(Locale locale) {
    locale_ = locale;
    if (is_loaded()) {
        *model_ = update(std::move(*model_), ReadIn{locale});
        present_anew();
    }
}

void Explorer::follow(std::string_view fragment) {
    // A link that was followed before may have been made on another day.
    Model fresh = update(std::move(*model_), OpenedOn{*opened_on_});
    *model_ = follow_link(std::move(fresh), fragment);
    present_anew();
}

bool Explorer::operate(std::string_view control, const ControlValue &value, Stage stage) {
    Operation operation = offramp::operate(*model_, control, value, stage, &exhibit_);
    refusal_ = std::move(operation.error);
    if (!operation.action) {
        return false;
    }
    *model_ = update(std::move(*model_), *operation.action);
    present_anew();
    return true;
}

void Explorer::frame(const ui::Surface &surface) {
    // What the hand did shows in the frame after it. To make one is quick, to paint it is not: so
    // the reader sees only the last.
    constexpr int most_frames = 4;
    has_map_ = surface.has_map;
    for (int made = 0; made == 0 || (drawn_.again && made < most_frames); ++made) {
        drawn_ = session_.frame(exhibit_, surface);
        for (const ui::Command &command : drawn_.commands) {
            const bool is_dragging = command.stage == ui::CommandStage::Dragging;
            operate(command.control, command.value, is_dragging ? Stage::Dragging : Stage::Settled);
        }
    }
    session_.paint(surface);
}

const std::string &Explorer::exhibit_json() {
    if (exhibit_json_.empty()) {
        exhibit_json_ = write_exhibit(exhibit_);
    }
    return exhibit_json_;
}

std::string Explorer::export_as(std::string_view format, std::string_view address) const {
    return offramp::export_as(format, *model_, exhibit_, address).value_or(std::string{});
}

void Explorer::present_anew() {
    exhibit_ = present(*model_, has_map_);
    exhibit_json_.clear();
    ++revision_;
    settled_revision_ += model_->before_gesture ? 0 : 1;
}

} // namespace offramp
