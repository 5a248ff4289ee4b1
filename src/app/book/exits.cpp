// Who may leave the leases of a book, as of its day: the answers of both sides, by reading.
#include "app/book/presenter.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/evaluate/evaluate.hpp"

namespace offramp {

namespace {

/// What the other side has between notice and end.
std::string runway_of(const WayOut &way, Date as_of) {
    const When notice = larger(way.from, exactly(as_of));
    if (!notice.known() || !way.ends->known() || !way.ends->least.is_day()) {
        return "not known";
    }
    const std::int64_t days = days_between(notice.least, way.ends->least);
    return days == 0 ? "none: at once" : counted(days, "day");
}

} // namespace

bool is_to_be_had(const WayOut &way) {
    return way.kind != WayKind::Renew &&
           (way.state == WayState::Open || way.state == WayState::Opens);
}

std::string exit_text(const PartyAnswer &answer) {
    return answer.label + (answer.brief.empty() ? "" : ": " + answer.brief);
}

PartyAnswer BookPresenter::answer(std::size_t holding, Role party) const {
    const Model &model = session_.models_[holding];
    const LeaseState state = evaluate(*model.lease, model.now.scenario, session_.as_of_);
    return answer_for(
        {*model.lease, model.now.scenario, state, session_.as_of_, session_.states_[holding].ways},
        party);
}

void BookPresenter::exits_of(std::size_t holding, std::vector<ExitRow> &rows) const {
    const Model &model = session_.models_[holding];
    const Lease &own = *model.lease;
    const auto rows_for = [&](const std::string &reading, const Scenario &scenario) {
        const LeaseState state = evaluate(own, scenario, session_.as_of_);
        const std::vector<WayOut> ways = ways_out(own, scenario, state, session_.as_of_);
        const Seen seen{own, scenario, state, session_.as_of_, ways};
        const PartyAnswer tenant = answer_for(seen, Role::Tenant);
        const PartyAnswer landlord = answer_for(seen, Role::Landlord);
        const auto row = [&](const std::string &who, const PartyAnswer &answer) {
            const WayOut *way = answer.way ? &ways[*answer.way] : nullptr;
            const bool has_end = way != nullptr && way->ends && is_to_be_had(*way);
            return ExitRow{own.id,
                           own.title,
                           who,
                           reading,
                           exit_text(answer),
                           has_end ? short_date(*way->ends) : "–",
                           has_end && way->ends->known() && way->ends->least.is_day()
                               ? to_iso(way->ends->least)
                               : "",
                           has_end ? runway_of(*way, session_.as_of_) : "–"};
        };
        return exit_text(tenant) == exit_text(landlord)
                   ? std::vector{row("Either side", tenant)}
                   : std::vector{row(name_of_party(own, Role::Tenant), tenant),
                                 row(name_of_party(own, Role::Landlord), landlord)};
    };
    const std::string as_chosen = "as chosen";
    const std::vector<ExitRow> chosen = rows_for(as_chosen, model.now.scenario);
    rows.insert(rows.end(), chosen.begin(), chosen.end());
    const auto add_if_other = [&](const std::string &reading, const Scenario &scenario) {
        std::vector<ExitRow> other = rows_for(as_chosen, scenario);
        if (other == chosen) {
            return;
        }
        for (ExitRow &row : other) {
            row.reading = reading;
            rows.push_back(std::move(row));
        }
    };
    for (std::size_t i = 0; i < own.readings.size(); ++i) {
        const Reading &reading = own.readings[i];
        for (std::size_t option = 0; option < reading.options.size(); ++option) {
            Scenario other = model.now.scenario;
            if (other.readings[i] == static_cast<std::int32_t>(option)) {
                continue;
            }
            other.readings[i] = static_cast<std::int32_t>(option);
            add_if_other(reading.question + " " + reading.options[option].label, other);
        }
    }
}

} // namespace offramp
