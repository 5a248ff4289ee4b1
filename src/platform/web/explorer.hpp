// One explorer: a model, its Exhibit, and the session that draws it. Knows neither JavaScript nor
// WebGL, so that it is tested natively.
#pragma once

#include "app/model/model.hpp"
#include "ui/session.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

class Explorer {
  public:
    explicit Explorer(const ui::FontBytes &fonts, bool has_context = true);

    bool can_draw() const { return session_.can_draw(); }

    /// Reads a lease and shows it, seen from `opened_on` (ISO 8601; any other text keeps the
    /// lease's own day). False keeps what was shown before; `findings` then says why.
    bool load(std::string_view text, std::string_view opened_on);
    bool is_loaded() const { return model_ != nullptr; }

    /// How dates, numbers and money are written from now on, for this lease and later ones.
    void read_in(Locale locale);

    /// Takes the fragment of an address; what it cannot take is named in the Exhibit's notes.
    void follow(std::string_view fragment);

    /// One operation on a control, from the page or from the canvas. False, with a sentence in
    /// `refusal`, when the value cannot be taken; nothing has then changed.
    bool operate(std::string_view control, const ControlValue &value, Stage stage);

    /// Draws one frame and applies what the reader did in it. Precondition: is_loaded().
    void frame(const ui::Surface &surface);

    const Exhibit &exhibit() const { return exhibit_; }
    const ui::Drawn &drawn() const { return drawn_; }
    ui::Session &session() { return session_; }
    /// Grows with every change of the Exhibit.
    int revision() const { return revision_; }
    /// Grows with every change that is not part of a drag still going on.
    int settled_revision() const { return settled_revision_; }
    const std::string &findings() const { return findings_; }
    const std::string &refusal() const { return refusal_; }
    const std::string &exhibit_json();
    /// What a reader takes away, as `export_as` has it; `address` is the page's. Empty for an
    /// unknown format, and for a calendar without days. Precondition: is_loaded().
    std::string export_as(std::string_view format, std::string_view address) const;

  private:
    void present_anew();

    ui::Session session_;
    Locale locale_ = Locale::EnglishBritain;
    std::unique_ptr<Model> model_;
    Exhibit exhibit_;
    std::string exhibit_json_; ///< empty until asked for
    ui::Drawn drawn_{};
    std::string findings_;
    std::string refusal_;
    std::optional<Date> opened_on_; ///< once there is a lease
    bool has_map_ = false;          ///< somebody sees the map
    int revision_ = 0;
    int settled_revision_ = 0;
};

} // namespace offramp
