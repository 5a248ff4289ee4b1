// A range of what a form comes to, against all of its points: drawn functions, drawn ranges, and
// every value in them asked for.
#include "core/evaluate/function.hpp"

#include <catch_amalgamated.hpp>

#include <map>
#include <random>
#include <string>
#include <vector>

using namespace offramp;

namespace {

enum class Domain { Day, Moment, Count, Rate, Amount, Truth };

/// The children of each form that is a function of numbers; a list is drawn with one to four.
struct Drawn {
    Form form;
    std::vector<Domain> children;
    bool is_list = false;
};
const std::vector<Drawn> &all_drawn() {
    using enum Domain;
    static const std::vector<Drawn> all = {
        {Form::After, {Day, Count}},
        {Form::Before, {Day, Count}},
        {Form::After, {Moment, Count}},
        {Form::Before, {Moment, Count}},
        {Form::Least, {Day}, true},
        {Form::Most, {Count}, true},
        {Form::Nth, {Count, Day}, true},
        {Form::Rolled, {Day}},
        {Form::StartOf, {Day, Count}},
        {Form::EndOf, {Day, Count}},
        {Form::EndOf, {Day}},
        {Form::DayOf, {Moment}},
        {Form::TimeOn, {Day}},
        {Form::WholeMonths, {Day, Day}},
        {Form::DaysFrom, {Day, Day}},
        {Form::BusinessDaysFrom, {Day, Day}},
        {Form::HoursFrom, {Moment, Moment}},
        {Form::DayOfMonth, {Day}},
        {Form::Sum, {Amount}, true},
        {Form::Sum, {Count}, true},
        {Form::Product, {Count}, true},
        {Form::Difference, {Count, Count}},
        {Form::Difference, {Amount, Amount}},
        {Form::ExcessOver, {Count, Count}},
        {Form::Quotient, {Count, Count}},
        {Form::Quotient, {Amount, Amount}},
        {Form::Scaled, {Amount, Count, Count}},
        {Form::Scaled, {Amount, Count}},
        {Form::Unamortised, {Amount, Rate, Rate, Count, Count}},
        {Form::NotAfter, {Day, Day}},
        {Form::Earlier, {Moment, Moment}},
        {Form::AtLeast, {Count, Count}},
        {Form::MoreThan, {Amount, Amount}},
        {Form::Happens, {Day}},
        {Form::IsBusinessDay, {Day}},
        {Form::Not, {Truth}},
        {Form::All, {Truth}, true},
        {Form::Any, {Truth}, true},
    };
    return all;
}

const Calendar &drawn_calendar(std::uint64_t choice) {
    static const std::vector<Calendar> all = [] {
        std::vector<Calendar> calendars;
        for (std::size_t i = 0; i < public_calendar_names.size(); ++i) {
            calendars.push_back(public_calendar(static_cast<PublicCalendar>(i)));
        }
        return calendars;
    }();
    return all[choice % all.size()];
}

/// A function, the ranges of its children, and what is drawn for both.
class Draw {
  public:
    explicit Draw(std::uint64_t seed) : random_(seed) {}

    std::int64_t number(std::int64_t least, std::int64_t most) {
        return least +
               static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(most - least + 1));
    }
    template <typename Word>
    Word word(int count) {
        return static_cast<Word>(number(0, count - 1));
    }

    Function function(const Drawn &drawn) {
        const Domain domain = drawn.children[0];
        const bool is_of_instants = domain == Domain::Moment;
        Function function{.form = drawn.form, .is_of_instants = is_of_instants};
        function.endless = domain == Domain::Day     ? std::int64_t{Date::never().day_number()}
                           : domain == Domain::Count ? endless
                                                     : INT64_MAX;
        const bool is_period = drawn.form == Form::After || drawn.form == Form::Before;
        function.unit = is_of_instants ? (number(0, 1) == 0 ? Unit::Hour : Unit::Minute)
                        : is_period    ? word<Unit>(6)
                                       : (number(0, 1) == 0 ? Unit::Month : Unit::Year);
        function.month_end = word<MonthEnd>(4);
        function.counting = word<Counting>(4);
        function.months_back = word<MonthsBack>(2);
        function.roll = word<Roll>(5);
        function.interval = word<Interval>(4);
        function.excess = word<Excess>(2);
        function.rounding = word<Rounding>(3);
        function.amortisation = word<Amortisation>(2);
        function.zone = word<Zone>(zone_count);
        function.second_of_day = static_cast<std::int32_t>(number(0, 86'399));
        function.calendar = &drawn_calendar(random_());
        return function;
    }

    Numbers range(Domain domain) {
        switch (domain) {
        case Domain::Day: {
            // Ends of months and years, holidays, and two ends of the calendar now and then.
            const std::int64_t day = ("2027-12-20"_date).day_number() + number(0, 800);
            const std::int64_t rare = number(0, 40);
            return rare == 0   ? numbers_of(exactly(Date::never()))
                   : rare == 1 ? numbers_of(exactly(Date::dawn()))
                               : Numbers{day, day + number(0, 5)};
        }
        case Domain::Moment: {
            const std::int64_t second = std::int64_t{86'400} * 20'500 + number(0, 40'000'000);
            return number(0, 40) == 0 ? exactly(INT64_MAX) : Numbers{second, second + number(0, 5)};
        }
        case Domain::Count: {
            const std::int64_t count = number(0, 3) == 0 ? number(-9, 6) : number(0, 60);
            return number(0, 40) == 0 ? exactly(endless) : Numbers{count, count + number(0, 5)};
        }
        case Domain::Rate: {
            const std::int64_t rate = number(0, 30);
            return {rate, rate + number(0, 3)};
        }
        case Domain::Amount: {
            const std::int64_t minor = number(0, 3) == 0 ? number(-9, 9) : number(-500, 99'999);
            return number(0, 40) == 0 ? exactly(INT64_MAX) : Numbers{minor, minor + number(0, 5)};
        }
        case Domain::Truth:
            return numbers_of(word<Truth>(3));
        }
        return exactly(std::int64_t{0});
    }

    std::vector<Numbers> ranges(const Drawn &drawn) {
        std::vector<Numbers> all;
        for (const Domain domain : drawn.children) {
            all.push_back(range(domain));
        }
        for (std::int64_t more = drawn.is_list ? number(0, 3) : 0; 0 < more; --more) {
            all.push_back(range(drawn.children.back()));
        }
        return all;
    }

  private:
    std::mt19937_64 random_;
};

/// What a function gives at every point of the ranges, one after another.
Numbers hull_of_points(const Function &function, const std::vector<Numbers> &ranges) {
    std::vector<std::int64_t> point;
    for (const Numbers &range : ranges) {
        point.push_back(range.least);
    }
    Numbers result = at(function, point);
    for (;;) {
        std::size_t i = 0;
        while (i < point.size() && point[i] == ranges[i].most) {
            point[i] = ranges[i].least;
            ++i;
        }
        if (i == point.size()) {
            return result;
        }
        ++point[i];
        result = hull(result, at(function, point));
    }
}

std::string told(const Function &function, const std::vector<Numbers> &ranges) {
    std::string text = "form " + std::to_string(static_cast<int>(function.form)) + " unit " +
                       std::to_string(static_cast<int>(function.unit)) + " month end " +
                       std::to_string(static_cast<int>(function.month_end)) + " counting " +
                       std::to_string(static_cast<int>(function.counting)) + " of";
    for (const Numbers &range : ranges) {
        text += " " + std::to_string(range.least) + ".." + std::to_string(range.most);
    }
    return text;
}

} // namespace

TEST_CASE("A range of what a form comes to is the hull of its points", "[core][lift]") {
    Draw draw{20'260'930};
    std::map<Form, int> drawn_forms;
    for (const Drawn &drawn : all_drawn()) {
        for (int i = 0; i < 1'500; ++i) {
            const Function function = draw.function(drawn);
            const std::vector<Numbers> ranges = draw.ranges(drawn);
            const Numbers lifted = lift(function, ranges);
            const Numbers points = hull_of_points(function, ranges);
            if (lifted != points) {
                FAIL(told(function, ranges)
                     << ": " << lifted.least << ".." << lifted.most << ", and its points are "
                     << points.least << ".." << points.most);
            }
        }
        ++drawn_forms[drawn.form];
    }
    for (std::size_t i = 0; i < form_count; ++i) {
        const Form form = static_cast<Form>(i);
        INFO("form " << i);
        CHECK(is_lifted(form) == (drawn_forms.count(form) != 0));
    }
}

// A point of which little is known has a wider range than its neighbours tell: no later start gives
// an earlier day, whatever the calendar of 2101 will be.
TEST_CASE("What runs beyond the years of a calendar may still be within the range",
          "[core][lift]") {
    Draw draw{1};
    for (const Form form : {Form::After, Form::Before, Form::Rolled, Form::BusinessDaysFrom}) {
        for (int i = 0; i < 400; ++i) {
            Function function = draw.function({form, {Domain::Day}});
            function.unit = Unit::BusinessDay;
            function.calendar = &drawn_calendar(1);
            const std::int64_t edge = ("2100-12-20"_date).day_number() + draw.number(0, 20);
            std::vector<Numbers> ranges = {{edge, edge + draw.number(0, 4)}};
            if (form == Form::BusinessDaysFrom) {
                ranges.push_back({edge, edge + draw.number(0, 9)});
            } else if (form != Form::Rolled) {
                ranges.push_back({draw.number(0, 9), draw.number(9, 12)});
            }
            const Numbers lifted = lift(function, ranges);
            CHECK(lifted.least <= lifted.most);
            for (std::int64_t day = edge; day <= ranges[0].most; ++day) {
                std::vector<Numbers> point = ranges;
                point[0] = exactly(day);
                const Numbers some = lift(function, point);
                CHECK((some.least <= lifted.most && lifted.least <= some.most));
            }
        }
    }
}
