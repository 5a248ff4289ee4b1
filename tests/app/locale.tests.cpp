#include "app/words/locale.hpp"
#include "app/export/reasons.hpp"
#include "app/export/tables.hpp"
#include "app/operate/follow_link.hpp"
#include "app/operate/operate.hpp"

#include "app/controls/controls.hpp"
#include "app/view/present.hpp"
#include "app/words/text.hpp"
#include "core/evaluate/evaluate.hpp"
#include "support/documents.hpp"

#include <array>

using namespace offramp;
using namespace offramp::testing;

namespace {

constexpr std::array all_locales = {Locale::EnglishBritain, Locale::EnglishUnitedStates,
                                    Locale::German, Locale::French, Locale::Japanese};

Model model_in(Locale locale, const Lease &lease) {
    return update(model_of(std::make_shared<const Lease>(lease)), ReadIn{locale});
}

std::string number(std::int64_t value) { return std::to_string(value) + " "; }

std::string of_span(const Span &span) {
    return number(span.first_day) + number(span.last_day) + std::string{word_of(span.tone)} +
           (span.current ? "* " : " ");
}

/// All of an Exhibit that programs read: ids, values, ISO days, day numbers, shares, tones.
std::string for_programs(const Exhibit &exhibit) {
    std::string out = exhibit.link + "\n";
    for (const Control &control : exhibit.controls) {
        out += control.id + "=" + control.value + " " + number(control.number) +
               number(control.min) + number(control.max) + (control.enabled ? "on\n" : "off\n");
    }
    const Timeline &timeline = exhibit.timeline;
    out += number(timeline.first_day) + number(timeline.last_day);
    for (const Tick &tick : timeline.ticks) {
        out += number(tick.day) + (tick.year.empty() ? "" : "new year ");
    }
    for (const Span &span : timeline.band) {
        out += of_span(span);
    }
    for (const Lane &lane : timeline.lanes) {
        out += "\n" + lane.id + " ";
        for (const Span &span : lane.spans) {
            out += of_span(span);
        }
        for (const Mark &mark : lane.marks) {
            out += number(mark.day);
        }
    }
    for (const Handle &handle : timeline.handles) {
        out += "\n" + handle.control + " " + number(handle.day);
    }
    for (const RightRow &row : exhibit.rights) {
        out += "\n" + row.id + " " + row.first_iso + " " + row.last_iso + " " + row.effect_iso;
    }
    for (const MoneyRow &row : exhibit.money) {
        out += "\n" + row.id + " " + number(row.share);
    }
    for (const KeyDateRow &row : exhibit.key_dates) {
        out += "\n" + row.id + " " + row.iso + (row.is_past ? " past" : "");
    }
    for (const ReadingRow &row : exhibit.readings) {
        out += "\n" + row.control + " " + row.option + " " + row.first_iso + " " + row.last_iso;
    }
    return out;
}

} // namespace

TEST_CASE("A language tag chooses the locale that writes dates most like its own",
          "[app][locale]") {
    struct Row {
        const char *tag;
        const char *locale;
        const char *why;
    };
    const auto row = GENERATE(
        Row{"en-GB", "en-GB", "itself"}, Row{"en-US", "en-US", "itself"}, Row{"de", "de", "itself"},
        Row{"fr", "fr", "itself"}, Row{"ja", "ja", "itself"},
        Row{"en", "en-US", "English without a region is written as in the United States"},
        Row{"en-PH", "en-US", "month first, as there"},
        Row{"en-Latn-US", "en-US", "a script may stand before the region"},
        Row{"en-u-hc-h23", "en-US", "an extension is no region"},
        Row{"en-GB-u-co-us", "en-GB", "what an extension says is no region"},
        Row{"en-AU", "en-GB", "other English puts the day first"},
        Row{"de-AT", "de", "in whatever region"}, Row{"fr-CA", "fr", "in whatever region"},
        Row{"ja-JP", "ja", "in whatever region"}, Row{"DE-de", "de", "in any case"},
        Row{"EN-us", "en-US", "in any case"}, Row{"den", "en-GB", "a language not known here"},
        Row{"es-ES", "en-GB", "a language not known here"}, Row{"", "en-GB", "nothing said"},
        Row{"-", "en-GB", "no tag"});
    INFO(row.tag << ": " << row.why);
    CHECK(tag_of(locale_of(row.tag)) == row.locale);
}

TEST_CASE("Scopes nest, and the outer locale returns with each end", "[app][locale]") {
    const Date day = "2026-11-15"_date;
    {
        const LocaleScope outer{Locale::German};
        {
            const LocaleScope inner{Locale::EnglishUnitedStates};
            CHECK(long_date(day) == "November 15, 2026");
        }
        CHECK(long_date(day) == "15. November 2026");
    }
    CHECK(long_date(day) == "15 November 2026");
}

TEST_CASE("The locale is no deed: undo, reset and links leave it", "[app][locale]") {
    Model model = model_in(Locale::German, google());
    CHECK(model.past.empty());
    model = update(model, *operate(model, "deliver", "2026-11-15", Stage::Settled).action);
    for (const Action &action : {Action{Undo{}}, Action{Redo{}}, Action{Reset{}}}) {
        model = update(model, action);
        CHECK(model.locale == Locale::German);
    }
    CHECK(follow_link(model, "deliver=2026-11-15").locale == Locale::German);
}

TEST_CASE("A whole Exhibit is written in the model's locale, refusals too", "[app][locale]") {
    const Model model = follow_link(model_in(Locale::German, google()), "deliver=2026-11-15");
    const Exhibit exhibit = present(model);
    CHECK(exhibit.verdict.sentence ==
          "Google may give notice from 1. Januar 2027 on and leave on 1. April 2027. Google could "
          "have left from 31. Oktober 2026 to 14. November 2026.");
    CHECK(exhibit.money.front().amount == "30,4\u00a0Mrd.\u00a0$");
    CHECK(exhibit.rights.front().window == "31. Okt. 2026 – 14. Nov. 2026");
    CHECK(exhibit.timeline.handles.front().value == "15. Nov. 2026");
    CHECK(operate(model, "units", "110001", Stage::Settled).error ==
          "“110001” is not a whole number from 0 to 110.000, as “GPUs delivered then” needs.");
    CHECK(present(model_in(Locale::Japanese, google())).timeline.ticks.front().year == "2026年");
}

TEST_CASE("The tables of the command line are written in the locale around them", "[app][locale]") {
    const Model model = model_of(std::make_shared<const Lease>(google()));
    const Supposition &now = model.now;
    const LeaseState state = evaluate(*model.lease, now.scenario, now.as_of);
    const LocaleScope scope{Locale::French};
    CHECK(export_months(*model.lease, state).find("920\u202f000\u202f000,00\u00a0$US") !=
          std::string::npos);
    CHECK(export_readings(*model.lease, now.scenario, now.as_of).find("$US") != std::string::npos);
    CHECK(export_reasons({*model.lease, now.scenario, state}, now.as_of)
              .find("On 22 novembre 2026: ") != std::string::npos);
}

TEST_CASE("What programs read of an Exhibit is the same in every locale", "[app][locale]") {
    const Lease lease = GENERATE(google(), anthropic());
    const auto *link = GENERATE("", "deliver=2026-11-15", "units=96000&as-of=2027-03-01",
                                "deliver=never", "notice.convenience=2027-01-01");
    const auto in = [&](Locale locale) {
        return present(follow_link(model_in(locale, lease), link));
    };
    const std::string expected = for_programs(in(Locale::EnglishBritain));
    for (const Locale locale : all_locales) {
        INFO(tag_of(locale) << " " << link);
        CHECK(for_programs(in(locale)) == expected);
    }
    CHECK(in(Locale::German) != in(Locale::EnglishBritain));
}
