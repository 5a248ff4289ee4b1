// Links that are cited: what happens to them on their way, and what happens to one that is cut.
#include "app/controls/controls.hpp"
#include "app/link/link.hpp"
#include "app/link/mended_link.hpp"
#include "app/operate/follow_link.hpp"
#include "app/view/present.hpp"
#include "support/documents.hpp"

#include <vector>

using namespace offramp;
using namespace offramp::testing;

namespace {

Model untouched(const Lease &lease) { return model_of(std::make_shared<const Lease>(lease)); }

/// Pinned, read otherwise, moved: all that a link can hold.
Model full() {
    return follow_link(untouched(google()),
                       "deliver=2026-11-15&units=96000&event.accept=2026-11-20&as-of=2026-12-01"
                       "&reading.month-count=whole_month&a.deliver=2026-10-20&a.units=99000");
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// As the strictest encoder would: all but letters and digits, in upper or lower case.
std::string encoded(std::string_view text, std::string_view digits) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain =
            ('0' <= c && c <= '9') || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
        out +=
            is_plain ? std::string{c} : std::string{'%'} + digits[byte >> 4U] + digits[byte & 15U];
    }
    return out;
}

constexpr std::string_view upper = "0123456789ABCDEF";
constexpr std::string_view lower = "0123456789abcdef";

} // namespace

TEST_CASE("A permalink says its version, its check and the terms it was made for", "[app][link]") {
    const std::string link = permalink_of(untouched(google()));
    CHECK(link.starts_with("v=1."));
    CHECK(link.ends_with("&terms=2026-06-05&on=2026-11-22"));
    CHECK(permalink_of(full()).ends_with("&terms=2026-06-05&on=2026-11-22&" + link_of(full())));
    CHECK(present(full()).permalink == permalink_of(full()));
    const Model followed = follow_link(untouched(google()), permalink_of(full()));
    CHECK(followed.now == full().now);
    CHECK(followed.pinned == full().pinned);
    CHECK(followed.notes.empty());
}

TEST_CASE("A permalink shows on any later day what its writer saw", "[app][link]") {
    const auto opened = [](const Lease &lease, Date day) {
        return update(untouched(lease), OpenedOn{day});
    };
    for (const Lease &lease : {google(), anthropic()}) {
        const Model written = opened(lease, "2026-11-25"_date);
        const Model read = follow_link(opened(lease, "2027-02-01"_date), permalink_of(written));
        CHECK(read.now == written.now);
        CHECK(read.published == written.published);
        CHECK(permalink_of(read) == permalink_of(written));
        CHECK(present(read).verdict == present(written).verdict);
        const Model pinned = follow_link(written, "a=published");
        CHECK(follow_link(opened(lease, "2027-02-01"_date), permalink_of(pinned)).pinned ==
              pinned.pinned);
    }
    CHECK(follow_link(untouched(google()), "deliver=2026-11-15&on=2026-11-05").now ==
          follow_link(untouched(google()), "on=2026-11-05&deliver=2026-11-15").now);
    const Model odd = follow_link(untouched(google()), "on=2026-02-30&deliver=2026-11-15");
    CHECK(odd.notes.size() == 1);
    CHECK(link_of(odd) == "deliver=2026-11-15");
}

TEST_CASE("A link that hosts and mail clients mangled brings the same scenario", "[app][link]") {
    struct Row {
        const char *why;
        std::string mangled;
    };
    const std::string link = permalink_of(full());
    const std::string address = "https://example.org/leases/google.html?x=1#" + link;
    const std::string secret = "?secret=aZ09bY18cX";
    const auto row = GENERATE_COPY(values<Row>({
        {"nothing happened", link},
        {"WordPress appends its secret with a hash", link + "#" + secret},
        {"and without one", link + secret},
        {"as one more pair", link + "&" + secret},
        {"twice, for a page embedded in an embedded page", link + "#" + secret + "#" + secret},
        {"before what was there", "#" + secret + "#" + link},
        {"the hash is kept", "#" + link},
        {"the hash is doubled", "##" + link},
        {"the whole address is given", address},
        {"the whole address with WordPress's secret", address + "#" + secret},
        {"ampersands as HTML writes them", replaced(link, "&", "&amp;")},
        {"the same, twice over", replaced(link, "&", "&amp;amp;")},
        {"ampersands as WordPress's esc_url writes them", replaced(link, "&", "&#038;")},
        {"percent-encoded, upper case", encoded(link, upper)},
        {"percent-encoded, lower case", encoded(link, lower)},
        {"encoded twice", encoded(encoded(link, upper), upper)},
        {"encoded three times, in mixed case",
         encoded(encoded(encoded(link, lower), upper), lower)},
        {"the ampersands of HTML encoded", encoded(replaced(link, "&", "&amp;"), upper)},
        {"only the equals signs encoded", replaced(link, "=", "%3d")},
        {"the address encoded, its hash as well", encoded(address, upper)},
        {"in brackets", link + ")"},
        {"at the end of a sentence", link + "."},
        {"before a comma", link + ","},
        {"in angle brackets", link + ">"},
        {"in quotation marks", link + "\""},
        {"in single ones", link + "'"},
        {"in typographic ones", link + "”"},
        {"in Markdown's brackets", link + "]"},
        {"before a semicolon", link + ";"},
        {"all of these", link + "\"'>).,]; \t"},
        {"encoded quotation mark", link + "%22"},
        {"a space behind", link + " "},
        {"a space encoded as a form does", link + "+"},
        {"a line broken by a mail client", replaced(link, "&units", "\r\n &units")},
        {"a newsletter counts its readers", link + "&utm_source=letter&utm_medium=email"},
        {"counted before the link", "utm_source=letter&" + link},
        {"a social network marks it", link + "&fbclid=IwAR0_x-1"},
        {"our own page's keys", link + "&theme=dark&view=form"},
        {"a bracket before what a host appends", link + ")&utm_source=letter"},
        {"a trailing ampersand", link + "&"},
        {"wrapped by Safe Links",
         "https://nam02.safelinks.protection.outlook.com/?url=" + encoded(address, upper) +
             "&data=05%7C02%7Ca%40b.org%7C&sdata=xY%2Fz%3D&reserved=0"},
        {"several at once", "#" + encoded(replaced(link, "&", "&amp;"), lower) + ")#" + secret},
    }));
    INFO(row.why << ": " << row.mangled);
    CHECK(mended_link(row.mangled) == link);
    CHECK(mended_link(link) == link);
    const Model followed = follow_link(untouched(google()), row.mangled);
    CHECK(followed.now == full().now);
    CHECK(followed.pinned == full().pinned);
    CHECK(followed.notes.empty());
}

TEST_CASE("A link written by hand is mended as well", "[app][link]") {
    for (const char *link :
         {"#deliver=2026-11-15).", "deliver%3D2026-11-15", "deliver=2026-11-15#?secret=abcdefghij",
          "a=published&amp;deliver=2026-11-15", "terms=2026-06-05&deliver=2026-11-15",
          "deliver=#20772"}) {
        INFO(link);
        const Model followed = follow_link(untouched(google()), link);
        CHECK(followed.now.scenario.deliveries[0].day == exactly("2026-11-15"_date));
        CHECK(followed.notes.empty());
    }
}

TEST_CASE("A permalink cut at any byte is not followed in part", "[app][link][hostile]") {
    const char *words = GENERATE("", "deliver=2026-11-15", "deliver=2026-11-15&a=published",
                                 "units=96000&reading.month-count=whole_month&a.deliver=never",
                                 "as-of=2027-01-01&event.accept=2026-11-20");
    const char *lost_behind = GENERATE("", "#?secret=aZ09bY18cX", ")", "&utm_source=x", "&amp;");
    const Model before = untouched(google());
    const std::string link = permalink_of(follow_link(before, words));
    for (std::size_t size = 1; size < link.size(); ++size) {
        const std::string cut = link.substr(0, size) + lost_behind;
        INFO(cut);
        const Model followed = follow_link(before, cut);
        REQUIRE(followed.notes.size() == 1);
        CHECK(followed.notes[0].find("This link is incomplete") == 0);
        CHECK(followed.now == before.now);
        CHECK_FALSE(followed.pinned);
    }
}

TEST_CASE("A permalink changed at any byte is not followed", "[app][link][hostile]") {
    const Model before = untouched(google());
    const std::string link = permalink_of(full());
    for (std::size_t at = 4; at < link.size(); ++at) {
        std::string changed = link;
        changed[at] = changed[at] == '7' ? '8' : '7';
        INFO(changed);
        const Model followed = follow_link(before, changed);
        REQUIRE(followed.notes.size() == 1);
        CHECK(followed.now == before.now);
        CHECK_FALSE(followed.pinned);
    }
}

TEST_CASE("A permalink that does not fit is refused in plain English", "[app][link][hostile]") {
    struct Row {
        const char *why;
        const char *link;
        const char *says;
    };
    const auto row = GENERATE(values<Row>({
        {"a later version", "v=2.0000&deliver=2026-11-15", "made by a newer Offramp"},
        {"a much later one, whatever follows", "v=170", "made by a newer Offramp"},
        {"a version that never was", "v=0.0000&deliver=2026-11-15", "incomplete"},
        {"no version", "v=&deliver=2026-11-15", "incomplete"},
        {"only the key", "v&deliver=2026-11-15", "incomplete"},
        {"a version too large to read", "v=99999999999.0000&x=1", "incomplete"},
        {"no check", "v=1&deliver=2026-11-15", "incomplete"},
        {"an empty check", "v=1.&deliver=2026-11-15", "incomplete"},
        {"another check", "v=1.zzzz&deliver=2026-11-15", "incomplete"},
        {"its beginning is lost", "deliver=2026-11-15&v=1.8z2k", "incomplete"},
    }));
    INFO(row.why);
    const Model before = untouched(google());
    const Model followed = follow_link(before, row.link);
    REQUIRE(followed.notes.size() == 1);
    INFO(followed.notes[0]);
    CHECK(followed.notes[0].find(row.says) != std::string::npos);
    CHECK(followed.now == before.now);
}

TEST_CASE("A link made for other terms is followed, and says so", "[app][link]") {
    const std::string link = permalink_of(full());
    Lease lease = google();
    lease.terms_version = "2027-01-31";
    const Model followed = follow_link(untouched(lease), link);
    CHECK(followed.now == full().now);
    REQUIRE(followed.notes.size() == 1);
    CHECK(followed.notes[0] == "This link was made for the terms of “2026-06-05”; what it shows "
                               "here follows today’s terms, “2027-01-31”.");
    const Model hostile =
        follow_link(untouched(google()), "terms=<b>\x01\u202e" + std::string(200, 'x'));
    REQUIRE(hostile.notes.size() == 1);
    CHECK(hostile.notes[0].find("<b>???xxx") != std::string::npos);
    CHECK(hostile.notes[0].find(std::string(60, 'x')) == std::string::npos);
}

TEST_CASE("Terms of any name make a link of plain letters that knows them", "[app][link]") {
    const char *terms = GENERATE("", "v1.", "5 June 2026", "a&b=c#d", "第一版", "%41", "x)", "..",
                                 "a name of more than forty characters, as nobody writes them");
    Lease lease = google();
    lease.terms_version = terms;
    const std::string link = permalink_of(untouched(lease));
    INFO(link);
    CHECK(mended_link(link) == link);
    CHECK(follow_link(untouched(lease), link).notes.empty());
    lease.terms_version += "x";
    CHECK(follow_link(untouched(lease), link).notes.size() == 1);
}

TEST_CASE("Every control of every lease says its value in letters of a link", "[app][link]") {
    for (const Lease &lease :
         {google(), anthropic(), lease_of_file("tests/leases/forty-tranches.json"),
          lease_of_file("tests/leases/sixty-rights.json")}) {
        const Model model = untouched(lease);
        for (const Control &control : controls_of(model)) {
            const std::string pair = control.id + "=" + control.value;
            INFO(pair);
            CHECK((control.kind == ControlKind::Button || mended_link(pair) == pair));
        }
    }
}
