// The days of this scenario as a calendar (RFC 5545): those that are exactly known, each all day
// long and free. No clock is read: the calendar is as old as the day it is seen from.
#include "app/export/ics.hpp"

#include "app/export/parts.hpp"
#include "app/words/text.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

/// `20261031`.
std::string compact(Date day) {
    std::string text = to_iso(day);
    text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
    return text;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

class DayBook {
  public:
    DayBook(const Model &model, const Exhibit &exhibit, std::string_view address)
        : model_(model), exhibit_(exhibit), address_(cited_address(address, exhibit)) {}

    /// Empty when no day is known: a calendar must have an entry.
    std::string write() {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Offramp//Offramp//EN");
        line("CALSCALE:GREGORIAN");
        text("X-WR-CALNAME:", one_line(exhibit_.title));
        bool has_any = false;
        for (const KeyDateRow &row : exhibit_.key_dates) {
            const auto day = parse_iso(row.iso);
            if (day && *day < add_days(*day, 1)) { // the calendar has a day after it
                event(row, *day);
                has_any = true;
            }
        }
        line("END:VCALENDAR");
        return has_any ? std::move(out_) : std::string{};
    }

  private:
    void event(const KeyDateRow &row, Date day) {
        const std::string summary =
            joined({one_line(row.what), " (", one_line(exhibit_.title), ")"});
        line("BEGIN:VEVENT");
        line(joined({"UID:", exhibit_.lease, ".", row.id, "@offramp"}));
        line(joined({"DTSTAMP:", compact(model_.now.as_of), "T000000Z"}));
        line("DTSTART;VALUE=DATE:" + compact(day));
        line("DTEND;VALUE=DATE:" + compact(add_days(day, 1)));
        text("SUMMARY:", summary);
        text("DESCRIPTION:", description(row));
        if (!address_.empty()) {
            line("URL:" + address_);
        }
        line("TRANSP:TRANSPARENT");
        if (asks_for_a_deed(row)) {
            for (const std::string_view days : {"90", "60", "30"}) {
                line("BEGIN:VALARM");
                line("ACTION:DISPLAY");
                line(joined({"TRIGGER:-P", days, "D"}));
                text("DESCRIPTION:", joined({"In ", days, " days: ", summary}));
                line("END:VALARM");
            }
        }
        line("END:VEVENT");
    }

    /// How the day is found, the words behind it, and what it rests on.
    std::string description(const KeyDateRow &row) const {
        std::string out = one_line(row.how) + ".";
        if (const ClauseRow *clause = clause_of(exhibit_, row.clause)) {
            out += joined({"\n", clause->wording, ": ", one_line(clause->text)});
        }
        if (!supposed_.empty()) {
            out += joined({"\nSupposed: ", supposed_, "."});
        }
        return out + joined({"\n", exhibit_.as_of, ". Not legal advice.",
                             address_.empty() ? "" : "\n", address_});
    }

    /// On the days that open and close a window somebody may have to give notice.
    bool asks_for_a_deed(const KeyDateRow &row) const {
        return std::any_of(
            exhibit_.rights.begin(), exhibit_.rights.end(), [&](const RightRow &right) {
                return row.id == right.id + ".first_day" || row.id == right.id + ".last_day";
            });
    }

    void text(std::string_view name, std::string_view value) {
        constexpr std::array<Escape, 4> escapes = {
            {{'\\', "\\\\"}, {';', "\\;"}, {',', "\\,"}, {'\n', "\\n"}}};
        line(joined({name, escaped_by(value, escapes)}));
    }

    /// Folded to 75 octets, never in the middle of a character.
    void line(std::string_view content) {
        for (std::size_t room = 75; room < content.size();
             room = 74) { // a fold begins with a space
            for (int i = 0; i < 3 && is_continuation(content[room]); ++i) {
                --room;
            }
            out_.append(content.substr(0, room)).append("\r\n ");
            content.remove_prefix(room);
        }
        out_.append(content).append("\r\n");
    }

    const Model &model_;
    const Exhibit &exhibit_;
    std::string address_;
    std::string supposed_ = suppositions_of(model_);
    std::string out_;
};

} // namespace

std::string export_ics(const Model &model, const Exhibit &exhibit, std::string_view address) {
    const LocaleScope scope{model.locale};
    return DayBook{model, exhibit, address}.write();
}

} // namespace offramp
