// The leases of a book: rows, exits, what is in no sum, and the whole page.
#include "app/book/presenter.hpp"

#include "app/controls/controls.hpp"
#include "app/view/present.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>
#include <numeric>

namespace offramp {

namespace {

constexpr std::int64_t soon = 90; ///< days
constexpr std::size_t most_exit_rows = 60;

std::string lower(std::string text) {
    for (char &c : text) {
        c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

bool holds(const std::string &text, const std::string &part) {
    return lower(text).find(part) != std::string::npos;
}

std::string kind_of(const Right &right) {
    if (right.exercise == Exercise::Automatic) {
        return "by itself";
    }
    return right.trigger.kind == TriggerKind::Missed ? "late delivery" : "on notice";
}

std::vector<std::string> kinds_of(const Lease &lease) {
    std::vector<std::string> kinds;
    for (const Right &right : lease.rights) {
        std::string kind = kind_of(right);
        if (right.exercise != Exercise::Renewal &&
            std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
            kinds.push_back(std::move(kind));
        }
    }
    return kinds;
}

} // namespace

std::vector<Segment> band_of(const Timeline &timeline) {
    std::vector<Segment> band;
    const std::int64_t days = timeline.last_day - timeline.first_day + 1;
    for (const Span &span : timeline.band) {
        const std::int64_t left = (span.first_day - timeline.first_day) * 1000 / days;
        const std::int64_t right = (span.last_day + 1 - timeline.first_day) * 1000 / days;
        band.push_back({span.tone, span.label, span.details, left, right - left});
    }
    return band;
}

std::vector<std::string> BookPresenter::sites_of(std::size_t holding) const {
    std::vector<std::string> names;
    for (const Use &use : book().holdings[holding].uses) {
        const bool applies =
            !use.under || session_.readings_[use.under->reading.at()] == use.under->option;
        const std::string &name = get(book().sites, use.site).name;
        if (applies && std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

bool BookPresenter::leaves_soon(std::size_t holding) const {
    const std::vector<WayOut> &ways = session_.states_[holding].ways;
    const Date last = add_days(session_.as_of_, soon);
    return std::any_of(ways.begin(), ways.end(), [last](const WayOut &way) {
        return is_to_be_had(way) && way.kind == WayKind::Leave && way.from.most <= last;
    });
}

bool BookPresenter::is_chosen(std::size_t holding) const {
    const Lease &own = lease(holding);
    const std::string landlord = name_of_party(own, Role::Landlord);
    const std::string tenant = name_of_party(own, Role::Tenant);
    const std::vector<std::string> sites = sites_of(holding);
    const std::vector<std::string> kinds = kinds_of(own);
    const auto any = [](const std::vector<std::string> &all, const std::string &one) {
        return one.empty() || std::find(all.begin(), all.end(), one) != all.end();
    };
    if ((!view_.landlord.empty() && view_.landlord != landlord) ||
        (!view_.tenant.empty() && view_.tenant != tenant) || !any(sites, view_.site) ||
        !any(kinds, view_.kind) || (view_.leaves_soon && !leaves_soon(holding))) {
        return false;
    }
    std::string all = own.title + "\n" + landlord + "\n" + tenant;
    for (const std::string &site : sites) {
        all += "\n" + site;
    }
    std::string rest = lower(view_.words);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (!holds(all, rest.substr(0, end))) {
            return false;
        }
        rest.erase(0, std::min(end + 1, rest.size()));
    }
    return true;
}

std::vector<std::size_t> BookPresenter::chosen() const {
    std::vector<std::size_t> all(session_.models_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (view_ == BookView{.first_row = view_.first_row, .row_count = view_.row_count}) {
        return all;
    }
    std::erase_if(all, [&](std::size_t holding) { return !is_chosen(holding); });
    const auto &states = session_.states_;
    const auto share = [&](std::size_t i) {
        const Ledger &ledger = states[i].ledger;
        return states[i].is_partial() ? -1
                                      : thousandths(ledger.due + ledger.firm, ledger.headline());
    };
    const auto exit = [&](std::size_t i) {
        Date first = Date::never();
        for (const WayOut &way : states[i].ways) {
            first = is_to_be_had(way) && way.ends ? std::min(first, way.ends->least) : first;
        }
        return first;
    };
    std::stable_sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) {
        switch (view_.order) {
        case BookView::Order::FirmShare:
            return share(b) < share(a);
        case BookView::Order::Headline:
            return states[b].ledger.headline() < states[a].ledger.headline();
        case BookView::Order::FirstExit:
            return exit(a) < exit(b);
        case BookView::Order::Book:
            break;
        }
        return false;
    });
    return all;
}

HoldingRow BookPresenter::row(std::size_t holding) const {
    const Model &model = session_.models_[holding];
    const Lease &own = *model.lease;
    const HoldingState &state = session_.states_[holding];
    const Exhibit exhibit = offramp::present(model);
    const Money whole = state.ledger.headline();
    const Money firm = state.ledger.due + state.ledger.firm;
    const auto sum = [&](Money known) {
        return !state.is_partial() ? column_money(known, own.currency)
               : known == Money::zero()
                   ? "not known"
                   : column_money(Amount{known, Money::unbounded()}, own.currency);
    };
    HoldingRow row{.id = own.id,
                   .title = own.title,
                   .landlord = name_of_party(own, Role::Landlord),
                   .tenant = name_of_party(own, Role::Tenant),
                   .sites = sites_of(holding),
                   .kinds = kinds_of(own),
                   .headline = sum(whole),
                   .firm = sum(firm),
                   .firm_share = {},
                   .share = 0,
                   .tenant_exit = exit_text(answer(holding, Role::Tenant)),
                   .landlord_exit = exit_text(answer(holding, Role::Landlord)),
                   .leaves_soon = leaves_soon(holding),
                   .verdict = exhibit.verdict,
                   .remark = {},
                   .first_day = exhibit.timeline.first_day,
                   .last_day = exhibit.timeline.last_day,
                   .first_text = short_date(Date::from_day_number(exhibit.timeline.first_day)),
                   .last_text = short_date(Date::from_day_number(exhibit.timeline.last_day)),
                   .band = band_of(exhibit.timeline),
                   .controls = {}};
    if (!state.is_partial() && Money::zero() < whole) {
        row.share = thousandths(firm, whole);
        row.firm_share = percent(row.share);
    }
    row.remark = state.last_day < session_.as_of_ ? "The term has ended."
                 : own.fees.empty()               ? "States no fee."
                 : state.is_partial()             ? "A fee is not known: it is in no sum."
                                                  : "";
    std::copy_if(exhibit.controls.begin(), exhibit.controls.end(), std::back_inserter(row.controls),
                 [](const Control &control) {
                     return control.id.starts_with("deliver") || control.id.starts_with("notice.");
                 });
    return row;
}

std::vector<std::string> BookPresenter::notes() const {
    std::vector<std::string> notes;
    std::int64_t partial = 0;
    std::int64_t without = 0;
    std::int64_t ended = 0;
    for (std::size_t i = 0; i < session_.models_.size(); ++i) {
        const bool has_fees = !lease(i).fees.empty();
        without += has_fees ? 0 : 1;
        partial += has_fees && session_.states_[i].is_partial() ? 1 : 0;
        ended += session_.states_[i].last_day < session_.as_of_ ? 1 : 0;
    }
    const auto say = [&](std::int64_t count, const std::string &what) {
        if (0 < count) {
            notes.push_back(counted(count, "lease") + " " + what);
        }
    };
    say(partial,
        "with a fee, or days of a fee, that is not public: what is not public counts in no sum.");
    say(without, "without any stated fee: these count in no sum.");
    say(ended, "whose term has ended.");
    if (1 < session_.sums_.size()) {
        notes.push_back("The leases are in " + std::to_string(session_.sums_.size()) +
                        " currencies: each is shown apart, and nothing is added up across them.");
    }
    return notes;
}

std::vector<Control> BookPresenter::controls() const {
    std::vector<Control> controls;
    const Date day = session_.as_of_;
    controls.push_back({.id = "as-of",
                        .kind = ControlKind::Day,
                        .label = "As of",
                        .value = to_iso(day),
                        .value_text = long_date(day),
                        .hint = {},
                        .number = day.day_number(),
                        .min = add_days(book().information_day, -730).day_number(),
                        .max = add_days(book().information_day, 1460).day_number(),
                        .options = {}});
    for (std::size_t i = 0; i < book().readings.size(); ++i) {
        const Reading &reading = book().readings[i];
        std::vector<ControlOption> options;
        for (const Option &option : reading.options) {
            options.push_back({option.id, option.label, option.explanation, {}});
        }
        const auto chosen = static_cast<std::size_t>(session_.readings_[i]);
        controls.push_back(choice_control("reading." + reading.id, reading.question,
                                          std::move(options), reading.options[chosen].id));
    }
    if (!book().values.empty()) {
        std::vector<ControlOption> options;
        for (const StatedValue &value : book().values) {
            options.push_back(
                {value.id, value.label, column_money(value.amount, book().currency), {}});
        }
        const StatedValue &stated = book().values[session_.value_];
        controls.push_back(choice_control("value", book().landlord + " is said to be worth",
                                          std::move(options),
                                          session_.own_value_ ? "" : stated.id));
        controls.back().value_text =
            column_money(session_.own_value_.value_or(stated.amount), book().currency);
    }
    controls.push_back({.id = "slip",
                        .kind = ControlKind::Number,
                        .label = "Every delivery is late by",
                        .value = session_.slip_ ? std::to_string(*session_.slip_) : "",
                        .value_text = session_.slip_ ? counted(*session_.slip_, "day") : "no days",
                        .hint = {},
                        .number = session_.slip_.value_or(0),
                        .max = 365,
                        .options = {}});
    add_chance_controls(controls);
    return controls;
}

std::vector<Fact> BookPresenter::summary() const {
    std::vector<Fact> facts = {
        {"Leases", grouped(static_cast<std::int64_t>(session_.models_.size())), {}}};
    std::int64_t soon_count = 0;
    for (std::size_t i = 0; i < session_.models_.size(); ++i) {
        soon_count += leaves_soon(i) ? 1 : 0;
    }
    facts.push_back({"Somebody may give notice within " + std::to_string(soon) + " days",
                     counted(soon_count, "lease"),
                     {}});
    return facts;
}

std::string BookPresenter::echo() const {
    if (!session_.touched_) {
        return session_.echo_;
    }
    const Model &model = session_.models_[*session_.touched_];
    const LedgerParts &all = session_.sums_.at(model.lease->currency).total();
    const auto &said = session_.said_[*session_.touched_];
    const Verdict verdict = said ? said->row.verdict : offramp::present(model).verdict;
    return model.lease->title + ": " + verdict.pill + ". Of " +
           short_money(all.headline(), model.lease->currency) + " in all, " +
           short_money(all.due + all.firm, model.lease->currency) + " are firm.";
}

BookExhibit BookPresenter::present() const {
    const std::vector<std::size_t> all = chosen();
    BookExhibit exhibit{.book = book().id,
                        .title = book().title,
                        .introduction = book().introduction,
                        .as_of = "As of " + long_date(session_.as_of_),
                        .echo = {},
                        .notes = notes(),
                        .summary = summary(),
                        .row_count = static_cast<std::int64_t>(all.size()),
                        .first_row = std::clamp(view_.first_row, std::int64_t{0},
                                                static_cast<std::int64_t>(all.size())),
                        .rows = {},
                        .money = money(),
                        .exits = {},
                        .sites = sites(),
                        .worth = worth(),
                        .slips = session_.slips_ ? *session_.slips_ : slips(),
                        .chances = chances(),
                        .claims = claims(),
                        .controls = controls(),
                        .clauses = {},
                        .sources = {}};
    session_.slips_ = exhibit.slips;
    const std::int64_t end =
        exhibit.first_row +
        std::min(exhibit.row_count - exhibit.first_row, std::max(view_.row_count, std::int64_t{0}));
    for (std::int64_t i = exhibit.first_row; i < end; ++i) {
        const std::size_t holding = all[static_cast<std::size_t>(i)];
        auto &said = session_.said_[holding];
        if (!said) {
            said.emplace(BookSession::Said{row(holding), {}});
            exits_of(holding, said->exits);
        }
        exhibit.rows.push_back(said->row);
        if (exhibit.exits.size() < most_exit_rows) {
            exhibit.exits.insert(exhibit.exits.end(), said->exits.begin(), said->exits.end());
        }
    }
    exhibit.echo = echo();
    for (const Clause &clause : book().clauses) {
        std::vector<std::string> sources;
        for (const SourceId source : clause.sources) {
            sources.push_back(get(book().sources, source).title);
        }
        exhibit.clauses.push_back(
            {clause.id, clause.title, clause.text, phrase_of(clause.wording), std::move(sources)});
    }
    for (const Source &source : book().sources) {
        exhibit.sources.push_back({source.id, source.title, source.url, source.date, source.kind});
    }
    return exhibit;
}

BookExhibit BookSession::present(const BookView &view) const {
    return BookPresenter{*this, view}.present();
}

} // namespace offramp
