#include "fuzz/fuzz.hpp"

#include "app/export/card.hpp"
#include "app/export/export_as.hpp"
#include "app/export/html.hpp"
#include "app/export/reasons.hpp"
#include "app/export/tables.hpp"
#include "app/export/text.hpp"
#include "app/view/present.hpp"
#include "core/evaluate/evaluate.hpp"
#include "io/exhibit/write_exhibit.hpp"
#include "io/lease/read_lease.hpp"
#include "io/scenario/read_case.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace offramp::fuzz {

namespace {

constexpr std::clock_t most_seconds = 2;

template <typename T>
void expect_range(const Range<T> &range) {
    expect(range.least <= range.most, "a range ends before it begins");
}

void expect_ranges(const LeaseState &state) {
    for (const Reason &reason : state.reasons) {
        expect(reason.value.least <= reason.value.most, "a reason's value ends before it begins");
    }
    for (const FeeState &fee : state.fees) {
        expect_range(fee.amount.value);
        expect_range(fee.total.value);
    }
    for (const RemedyState &remedy : state.remedies) {
        expect_range(remedy.days.value);
        expect_range(remedy.amount.value);
    }
    const MoneyState &money = state.money;
    for (const Priced &sum :
         {money.headline, money.firm, money.payable, money.credits, money.firm_as_of}) {
        expect_range(sum.value);
    }
}

/// What is taken away: the model, its answer and its exhibit.
struct Taken {
    const Model &model;
    const LeaseState &state;
    Exhibit exhibit;
};

void export_in(const char *format, const Taken &taken) {
    expect(
        export_as(format, taken.model, taken.exhibit, "https://example.org/lease.html").has_value(),
        "a format is not known");
}

constexpr std::array<void (*)(const Taken &), 14> ways_to_take = {
    [](const Taken &taken) { export_in("svg", taken); },
    [](const Taken &taken) { export_in("csv", taken); },
    [](const Taken &taken) { export_in("ics", taken); },
    [](const Taken &taken) { export_in("sentence", taken); },
    [](const Taken &taken) { export_in("wikitext", taken); },
    [](const Taken &taken) { export_in("bibtex", taken); },
    [](const Taken &taken) { export_card(taken.model, taken.exhibit); },
    [](const Taken &taken) { export_html(taken.exhibit); },
    [](const Taken &taken) { export_text(taken.exhibit); },
    [](const Taken &taken) { export_figures(taken.exhibit); },
    [](const Taken &taken) {
        export_reasons({*taken.model.lease, taken.model.now.scenario, taken.state},
                       taken.model.now.as_of);
    },
    [](const Taken &taken) {
        export_readings(*taken.model.lease, taken.model.now.scenario, taken.model.now.as_of);
    },
    [](const Taken &taken) { export_months(*taken.model.lease, taken.state); },
    [](const Taken &taken) { write_exhibit(taken.exhibit); },
};

} // namespace

void expect(bool holds, const char *what) {
    if (!holds) {
        std::fprintf(stderr, "offramp: %s\n", what);
        std::abort();
    }
}

LeaseState evaluated(const Lease &lease, const Scenario &scenario, Date as_of) {
    const std::clock_t start = std::clock();
    LeaseState state = evaluate(lease, scenario, as_of);
    expect(std::clock() - start < most_seconds * CLOCKS_PER_SEC, "an evaluation takes too long");
    expect_ranges(state);
    return state;
}

std::uint32_t lot_of(std::string_view input) {
    std::uint32_t lot = 2166136261;
    for (const char c : input) {
        lot = (lot ^ static_cast<unsigned char>(c)) * 16777619;
    }
    return lot ^ lot >> 16;
}

void take_away(Model model, std::uint32_t lot, std::uint32_t one_in) {
    const LeaseState state = evaluated(*model.lease, model.now.scenario, model.now.as_of);
    if (lot % one_in != 0) {
        return;
    }
    // As in a drag: what would turn an answer takes longest, and is sought once, for the reasons.
    model.before_gesture = model.now;
    const Taken taken{model, state, present(model)};
    ways_to_take[lot / one_in % ways_to_take.size()](taken);
}

std::vector<Document> documents_in(const std::string &folder) {
    std::vector<Document> documents;
    for (const auto &entry :
         std::filesystem::directory_iterator{std::string{OFFRAMP_SOURCE_DIR} + "/" + folder}) {
        if (entry.path().extension() == ".json") {
            std::ifstream in{entry.path(), std::ios::binary};
            documents.push_back(
                {entry.path().stem().string(), {std::istreambuf_iterator<char>{in}, {}}});
        }
    }
    std::sort(documents.begin(), documents.end(),
              [](const Document &a, const Document &b) { return a.name < b.name; });
    return documents;
}

std::unique_ptr<Model> model_from(std::string_view text) {
    if (is_case(text)) {
        ReadResult<Case> of = read_case(text);
        return of.value ? std::make_unique<Model>(model_of(std::move(*of.value))) : nullptr;
    }
    ReadResult<Lease> lease = read_lease(text);
    return lease.value ? std::make_unique<Model>(
                             model_of(std::make_shared<const Lease>(std::move(*lease.value))))
                       : nullptr;
}

std::vector<Model> known_models() {
    std::vector<Model> models;
    for (const char *const folder : {"assets/leases", "tests/cases"}) {
        for (const Document &document : documents_in(folder)) {
            const auto model = model_from(document.text);
            expect(model != nullptr, document.name.c_str());
            models.push_back(*model);
        }
    }
    return models;
}

} // namespace offramp::fuzz
