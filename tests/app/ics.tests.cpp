// The calendar that readers take away, unfolded and checked line by line.
#include "app/export/ics.hpp"
#include "app/controls/controls.hpp"
#include "app/operate/follow_link.hpp"
#include "app/view/present.hpp"
#include "support/hostile.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace offramp;
using namespace offramp::testing;

namespace {

constexpr const char *page = "https://example.org/google.html";

std::string ics_of(const Lease &lease, std::string_view link = "",
                   std::string_view address = page) {
    const Model model = follow_link(model_of(std::make_shared<const Lease>(lease)), link);
    return export_ics(model, present(model), address);
}

/// Whether no character of a line was cut.
bool is_whole_utf8(std::string_view text) {
    int pending = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U) {
            if (--pending < 0) {
                return false;
            }
            continue;
        }
        if (pending != 0) {
            return false;
        }
        pending = byte < 0x80U ? 0 : byte < 0xE0U ? 1 : byte < 0xF0U ? 2 : 3;
    }
    return pending == 0;
}

/// Content lines, unfolded. CHECKs that each physical line is short, whole and ends with CRLF.
std::vector<std::string> unfolded(const std::string &text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        const std::string physical = text.substr(at, end - at);
        at = end + 2;
        INFO(physical);
        CHECK((physical.size() <= 75 && !physical.empty() && is_whole_utf8(physical) &&
               std::none_of(physical.begin(), physical.end(),
                            [](char c) { return '\0' <= c && c < ' '; })));
        if (physical[0] == ' ') {
            REQUIRE_FALSE(lines.empty());
            lines.back() += physical.substr(1);
        } else {
            lines.push_back(physical);
        }
    }
    return lines;
}

using Entry = std::map<std::string, std::string>; ///< by property; `alarms` by its triggers

bool is_text_property(const std::string &name) {
    return name == "SUMMARY" || name == "DESCRIPTION" || name == "X-WR-CALNAME";
}

bool is_escaped(const std::string &value) {
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool is_escape = value[i] == '\\' && i + 1 < value.size();
        const std::string_view allowed = is_escape ? "\\;,n" : "";
        const char c = is_escape ? value[++i] : value[i];
        if (is_escape != (allowed.find(c) != std::string_view::npos) ||
            (!is_escape && std::string_view{"\\;,"}.find(c) != std::string_view::npos)) {
            return false;
        }
    }
    return true;
}

/// Every line is one that we write, in a component that may hold it, and text is escaped.
std::vector<Entry> events_of(const std::string &text) {
    static const std::set<std::string> known = {
        "VERSION", "PRODID",  "CALSCALE",    "X-WR-CALNAME", "UID",    "DTSTAMP", "DTSTART",
        "DTEND",   "SUMMARY", "DESCRIPTION", "URL",          "TRANSP", "ACTION",  "TRIGGER"};
    std::vector<Entry> events;
    std::vector<std::string> open;
    for (const std::string &line : unfolded(text)) {
        INFO(line);
        const std::size_t colon = line.find(':');
        REQUIRE(colon != std::string::npos);
        const std::string name = line.substr(0, std::min(colon, line.find(';')));
        const std::string value = line.substr(colon + 1);
        if (name == "BEGIN") {
            open.push_back(value);
            if (value == "VEVENT") {
                events.emplace_back();
            }
            continue;
        }
        if (name == "END") {
            REQUIRE_FALSE(open.empty());
            CHECK(open.back() == value);
            open.pop_back();
            continue;
        }
        CHECK(known.count(name) == 1);
        CHECK((!is_text_property(name) || is_escaped(value)));
        if (!open.empty() && open.back() == "VALARM") {
            events.back()["alarms"] += name == "TRIGGER" ? value + " " : "";
        } else if (!events.empty()) {
            CHECK(events.back().emplace(name, value).second);
        }
    }
    CHECK(open.empty());
    return events;
}

} // namespace

TEST_CASE("The calendar holds every known day of the tables, all day long", "[app][ics]") {
    const char *link = GENERATE("", "deliver=2026-11-15", "deliver=never&as-of=2027-01-01");
    for (const Lease &lease : {google(), anthropic()}) {
        const Model model = follow_link(model_of(std::make_shared<const Lease>(lease)), link);
        const Exhibit exhibit = present(model);
        std::map<std::string, Entry> by_uid;
        for (Entry &event : events_of(export_ics(model, exhibit, page))) {
            const std::string uid = event.at("UID");
            CHECK(by_uid.emplace(uid, std::move(event)).second);
        }
        std::size_t known_days = 0;
        for (const KeyDateRow &row : exhibit.key_dates) {
            if (row.iso.empty()) {
                continue;
            }
            ++known_days;
            const Entry &event = by_uid.at(lease.id + "." + row.id + "@offramp");
            const auto without_hyphens = [](Date day) {
                std::string iso = to_iso(day);
                iso.erase(std::remove(iso.begin(), iso.end(), '-'), iso.end());
                return iso;
            };
            const Date day = *parse_iso(row.iso);
            CHECK(event.at("DTSTART") == without_hyphens(day));
            CHECK(event.at("DTEND") == without_hyphens(add_days(day, 1)));
            CHECK(event.at("DTSTAMP") == without_hyphens(model.now.as_of) + "T000000Z");
            CHECK(event.at("TRANSP") == "TRANSPARENT");
            CHECK(event.at("URL") == std::string{page} + "#" + exhibit.permalink);
        }
        CHECK(by_uid.size() == known_days);
    }
}

TEST_CASE("Days on which somebody may have to act have reminders", "[app][ics]") {
    std::size_t reminded = 0;
    for (const Entry &event : events_of(ics_of(google(), "deliver=2026-11-15"))) {
        const std::string &uid = event.at("UID");
        const bool is_end_of_window = uid.find("delivery.first_day@") != std::string::npos ||
                                      uid.find("delivery.last_day@") != std::string::npos ||
                                      uid.find("convenience.first_day@") != std::string::npos ||
                                      uid.find("convenience.last_day@") != std::string::npos;
        INFO(uid);
        CHECK(event.count("alarms") == (is_end_of_window ? 1 : 0));
        if (is_end_of_window) {
            CHECK(event.at("alarms") == "-P90D -P60D -P30D ");
            ++reminded;
        }
    }
    CHECK(reminded == 4);
}

TEST_CASE("An entry says how its day is found, by which words, and what is supposed",
          "[app][ics]") {
    const auto events = events_of(ics_of(google(), "deliver=2026-11-15"));
    const auto grace = std::find_if(events.begin(), events.end(), [](const Entry &event) {
        return event.at("UID") == "spacex-google-2026.late-delivery.grace_last_day@offramp";
    });
    REQUIRE(grace != events.end());
    const std::string &text = grace->at("DESCRIPTION");
    INFO(text);
    CHECK(text.find("hence 30 October 2026.\\nParaphrase: If the committed number") !=
          std::string::npos);
    CHECK(text.find("\\nSupposed: GPUs delivered on: 15 November 2026.\\nAs of 22 November 2026. "
                    "Not legal advice.\\nhttps://example.org/google.html#v=1.") !=
          std::string::npos);
    CHECK(ics_of(google()).find("Supposed:") == std::string::npos);
}

TEST_CASE("Entries keep their names from scenario to scenario", "[app][ics]") {
    std::set<std::string> on_time;
    for (const Entry &event : events_of(ics_of(google()))) {
        on_time.insert(event.at("UID"));
    }
    std::set<std::string> late;
    for (const Entry &event : events_of(ics_of(google(), "deliver=2026-11-15&as-of=2027-01-01"))) {
        late.insert(event.at("UID"));
    }
    CHECK(std::includes(late.begin(), late.end(), on_time.begin(), on_time.end()));
    CHECK(ics_of(google()) == ics_of(google()));
}

TEST_CASE("A page that cannot be cited is left out of the calendar", "[app][ics][hostile]") {
    const char *address = GENERATE("", "javascript:alert(1)", "https://a b", "https://a\"b",
                                   "https://a\r\nATTACH:x", "file:///etc/passwd", "http://",
                                   "https://<b>", "//example.org", "https://ex\u202eample");
    for (const Entry &event : events_of(ics_of(google(), "", address))) {
        CHECK(event.count("URL") == 0);
    }
}

TEST_CASE("Calendars stay well formed, whatever a lease holds", "[app][ics][hostile]") {
    for (const std::string &label : hostile_labels()) {
        for (const Lease &lease : {google(), anthropic()}) {
            const std::size_t count = events_of(ics_of(lease, "deliver=2026-11-15")).size();
            CHECK(events_of(ics_of(labelled(lease, label), "deliver=2026-11-15")).size() == count);
        }
    }
}

TEST_CASE("Days that are not exactly known are in no calendar", "[app][ics]") {
    const char *name =
        GENERATE("all-unknown", "cent-to-quadrillion", "forty-tranches", "hundred-years",
                 "long-names", "no-rights", "nothing", "one-day", "sixty-rights");
    const Lease lease = lease_of_file(std::string{"tests/leases/"} + name + ".json");
    const Exhibit exhibit = present(model_of(std::make_shared<const Lease>(lease)));
    const auto known = std::count_if(exhibit.key_dates.begin(), exhibit.key_dates.end(),
                                     [](const KeyDateRow &row) { return !row.iso.empty(); });
    CHECK(events_of(ics_of(lease)).size() == static_cast<std::size_t>(known));
    Exhibit nothing = exhibit;
    nothing.key_dates.clear();
    CHECK(export_ics(model_of(std::make_shared<const Lease>(lease)), nothing, page).empty());
}
