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
        expect_range(fee.per_month.value);
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

void take_away(Model model) {
    // As in a drag: what would turn an answer takes longest, and is sought once, for the reasons.
    model.before_gesture = model.now;
    const Lease &lease = *model.lease;
    const auto &[scenario, as_of] = model.now;
    const LeaseState state = evaluated(lease, scenario, as_of);
    const Exhibit exhibit = present(model);
    for (const char *const format : {"svg", "csv", "ics", "sentence", "wikitext", "bibtex"}) {
        expect(export_as(format, model, exhibit, "https://example.org/lease.html").has_value(),
               "a format is not known");
    }
    export_card(model, exhibit);
    export_html(exhibit);
    export_text(exhibit);
    export_figures(exhibit);
    export_reasons({lease, scenario, state}, as_of);
    export_readings(lease, scenario, as_of);
    export_months(lease, state);
    write_exhibit(exhibit);
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
