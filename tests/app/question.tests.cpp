// Questions in a link, and what they draw.
#include "app/view/question.hpp"
#include "app/answers/question_answers.hpp"
#include "app/answers/question_figures.hpp"
#include "app/export/prospect_svg.hpp"
#include "app/link/question_text.hpp"
#include "app/view/present.hpp"
#include "app/words/likely_text.hpp"
#include "support/documents.hpp"
#include "support/pictures.hpp"

#include <random>

using namespace offramp;
using namespace offramp::testing;

namespace {

Model google_on(Date day) {
    return update(model_of(std::make_shared<const Lease>(google())), OpenedOn{day});
}

} // namespace

TEST_CASE("A link asks beside what it supposes, and each asks only its own", "[app][question]") {
    const ReadQuestion read = read_question(
        "deliver=2026-11-15&likely.gpus=2026-10-15,2026-11-30,2%&slipping=apart&as-of=2026-09-27"
        "&elsewhere=6.25&gap=30&extra=1000000",
        "USD");
    CHECK(read.error.empty());
    REQUIRE(read.question.likely.size() == 1);
    CHECK(read.question.likely.front() ==
          LikelyTranche{"gpus", Guess{"2026-10-15"_date, "2026-11-30"_date, 20'000}});
    CHECK(read.question.slipping == Slipping::Apart);
    REQUIRE(read.question.elsewhere);
    CHECK(read.question.elsewhere->price == 62'500);
    CHECK(read.question.elsewhere->gap_days == 30);
    CHECK(read.question.elsewhere->extra == Money::from_minor(100'000'000));
    CHECK_FALSE(asks("deliver"));
    CHECK_FALSE(asks("likelyhood"));
}

TEST_CASE("Each answer to a question has a path, and what is none has nothing", "[app][question]") {
    const Model model = google_on("2026-09-27"_date);
    const QuestionAnswers asked{
        model, read_question("likely=2026-10-15,2026-11-30,2%&elsewhere=6", "USD").question};
    CHECK(asked.error().empty());
    struct Row {
        const char *path;
        std::optional<std::string> text;
        const char *why;
    };
    const std::vector<Row> rows = {
        {"likely.outcomes.Google may leave", "316522", "a label has blanks"},
        {"likely.outcomes.Nobody may leave", std::nullopt, "no such outcome"},
        {"likely.ways.late-delivery.tenant.open.2026-11-14", "239131", "on a day"},
        {"likely.ways.late-delivery.tenant.open.soon", std::nullopt, "no day"},
        {"likely.ways.late-delivery.landlord.arises", std::nullopt, "not the landlord's"},
        {"likely.ways.late-delivery.tenant", std::nullopt, "the way itself is no answer"},
        {"likely.firm.tenth", "890322580.65", "an amount"},
        {"likely.firm.mode", std::nullopt, "none of the three"},
        {"likely.months.2026-10", "920000000.00", "a month"},
        {"likely.months.2030-01", "none", "after the term"},
        {"likely.months.October", std::nullopt, "no month"},
        {"elsewhere.ways.convenience.break_even", "11.4466", "a price"},
        {"elsewhere.ways.late-delivery.end", std::nullopt, "no end is known of it"},
        {"elsewhere.price", std::nullopt, "what is asked is no answer"},
        {"unlikely.firm.tenth", std::nullopt, "no question"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        CHECK(asked.at(row.path) == row.text);
    }
}

TEST_CASE("What cannot be answered is a sentence at each of its paths, and has no figures",
          "[app][question]") {
    const Model model = google_on("2026-11-01"_date);
    const QuestionAnswers asked{
        model, read_question("likely=2026-10-15,2026-11-30,2%&elsewhere=6", "USD").question};
    CHECK(asked.at("likely.firm.tenth") == asked.error());
    CHECK(asked.error().find("lies before 2026-11-01") != std::string::npos);
    CHECK(asked.at("elsewhere.ways.convenience.break_even") == "11.4466");
    for (const FigureText &figure : question_figures(*model.lease, asked)) {
        CHECK(figure.id.starts_with("elsewhere."));
    }
    CHECK_FALSE(QuestionAnswers{model, {}}.at("likely.firm.tenth"));
}

TEST_CASE("What a link supposes is what it does not ask", "[app][question]") {
    CHECK(without_question("deliver=2026-11-15&likely.gpus=2026-10-15,2026-11-30&gap=30"
                           "&as-of=2026-09-27&&slipping") ==
          "deliver=2026-11-15&as-of=2026-09-27&");
    CHECK(without_question("elsewhere=6").empty());
    CHECK(without_question("deliver") == "deliver");
}

TEST_CASE("Months of a guess in percent are all of a hundred", "[app][question]") {
    const ParsedLikely shares = parse_likely("2026-10:40%,2026-11:50.5%,never:9.5%");
    REQUIRE(shares.likely);
    CHECK(*shares.likely ==
          Likely{Months{{{"2026-10-01"_date, 400'000}, {"2026-11-01"_date, 505'000}}, 95'000}});
    CHECK(parse_likely("2026-10:40%,2026-11:50%").error ==
          "“2026-10:40%,2026-11:50%” adds up to 90 %; months and never in % are all of 100 %.");
    CHECK_FALSE(parse_likely("2026-10:40,2026-11:60%").likely);
    CHECK(parse_likely("2026-10:40,2026-11:50").likely); // weights are of each other
}

TEST_CASE("What a link asks and nobody can take is a sentence", "[app][question]") {
    struct Row {
        const char *fragment;
        const char *said;
        const char *why;
    };
    const std::vector<Row> rows = {
        {"likely=soon", "is not", "no guess"},
        {"likely", "is not", "a word without a value"},
        {"slipping=sideways", "together or apart", "a third way"},
        {"elsewhere=-1", "the price of one unit", "below zero"},
        {"elsewhere=1000001", "the price of one unit", "more than a million an hour"},
        {"gap=30", "after elsewhere", "a gap of nothing"},
        {"elsewhere=6&gap=3651", "up to 3,650", "more than ten years"},
        {"elsewhere=6&extra=1.234", "an amount in USD", "finer than a cent"},
        {"elsewhere=6&extra=-5", "an amount in USD", "a cost below zero"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        CHECK(read_question(row.fragment, "USD").error.find(row.said) != std::string::npos);
    }
    CHECK(read_question("elsewhere=" + std::string(5000, '9'), "USD").error.size() < 300);
}

TEST_CASE("Nothing is claimed before somebody guesses or names a price", "[app][question]") {
    const QuestionExhibit shown = present_question(google_on("2026-09-27"_date), {});
    CHECK_FALSE(shown.prospect);
    CHECK_FALSE(shown.elsewhere);
    CHECK(shown.likely_error.empty());
    CHECK(shown.elsewhere_error.empty());
    REQUIRE(shown.deliveries.size() == 1);
    CHECK(shown.deliveries.front().label == "GPUs delivered on");
    CHECK(shown.deliveries.front().day == "2026-09-30");
}

TEST_CASE("The hill fits every width, on the days that a hand holds still", "[app][question]") {
    Question question;
    question.likely.push_back({{}, Guess{"2026-10-15"_date, "2026-11-30"_date, 20'000}});
    const QuestionExhibit shown = present_question(google_on("2026-09-27"_date), question);
    REQUIRE(shown.prospect);
    const HillDrawing own = draw_hill(*shown.prospect, {});
    CHECK(own.axis == Days{"2026-09-27"_date, "2027-01-31"_date});
    for (const std::int64_t width : {280, 328, 640, 960}) {
        for (const bool is_dark : {false, true}) {
            INFO(width);
            const HillDrawing drawn =
                draw_hill(*shown.prospect, {.width = width, .is_dark = is_dark});
            check_picture(drawn.svg);
            CHECK(drawn.left + drawn.width < width);
        }
    }
    const Days held{"2026-10-01"_date, "2026-12-31"_date};
    const HillDrawing narrow = draw_hill(*shown.prospect, {.axis = held});
    CHECK(narrow.axis == held);
    check_picture(narrow.svg);
}

TEST_CASE(
    "Whatever is written is a guess or refused in a sentence, and a guess reads as it is written",
    "[app][question]") {
    const std::vector<std::string> pieces = {"2026-10-15", "2026-11-30", "2200-12-31",
                                             "0001-01-01", "9999-12-31", "2026-10",
                                             "never",      "late:",      ",",
                                             "..",         ":",          "=",
                                             "&",          "%",          ".",
                                             "-",          "2%",         "0",
                                             "1",          "3999",       "9999999999999999999",
                                             "é",          " ",          ""};
    std::minstd_rand random{20'261'130};
    const auto below = [&random](std::size_t count) { return random() % count; };
    int guesses = 0;
    for (int i = 0; i < 60'000; ++i) {
        std::string text;
        for (std::size_t j = 0, count = 1 + below(6); j < count; ++j) {
            text += pieces[below(pieces.size())];
        }
        const ParsedLikely parsed = parse_likely(text);
        if (parsed.likely) {
            ++guesses;
            const ParsedLikely again = parse_likely(likely_text(*parsed.likely));
            if (!again.likely || *again.likely != *parsed.likely) {
                FAIL_CHECK(text);
            }
        } else if (parsed.error.empty()) {
            FAIL_CHECK(text);
        }
        const ParsedLateness late = parse_lateness(text);
        if (late.days.has_value() != late.error.empty()) {
            FAIL_CHECK(text);
        }
        if (late.days) {
            CHECK_FALSE(lateness_phrase(text).empty());
        }
        read_question("likely=" + text + "&elsewhere=" + text, "USD");
    }
    CHECK(100 < guesses);
}
