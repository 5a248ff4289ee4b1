// The sites of a book, what the landlord is said to be worth, one slip for all, and what the
// landlord claims for itself.
#include "app/book/presenter.hpp"

#include "app/view/scene.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::size_t most_slips = 40;
constexpr std::int64_t band_days = 365; ///< of the bands of `slips`

std::string units_text(const Count &count, const std::string &unit) {
    if (count.least == 0 && count.most == INT64_MAX) {
        return "not known";
    }
    return grouped(count) + " " + plural(unit);
}

std::int64_t share_of(std::int64_t part, std::int64_t whole) {
    return thousandths(Money::from_minor(part), Money::from_minor(whole));
}

/// What is left of a site, or by how much more is promised than there is.
std::string free_text(const SiteSpan &span, const std::string &unit) {
    const std::int64_t promised = span.let.least + span.own.least;
    if (span.is_over == Truth::Yes) {
        return "over-committed by at least " +
               units_text(exactly(promised - span.capacity.most), unit);
    }
    if (span.capacity.most == INT64_MAX) {
        return "not known";
    }
    if (span.let.most == INT64_MAX || span.own.most == INT64_MAX) {
        return "at most " +
               units_text(exactly(std::max<std::int64_t>(0, span.capacity.most - promised)), unit) +
               ", less what is not known";
    }
    const Count left = {
        std::max<std::int64_t>(0, span.capacity.least - span.let.most - span.own.most),
        span.capacity.most - promised};
    return span.is_over == Truth::Depends ? "perhaps none" : units_text(left, unit);
}

/// What of the capacity that is let has come: "110,000 of 110,000 GPUs".
std::string delivered_text(const SiteSpan &span, const std::string &unit) {
    const Count none = exactly(std::int64_t{0});
    if (span.awaited == none) {
        return span.let == none ? "–" : "no delivery stated";
    }
    return span.delivered.known()
               ? grouped(span.delivered) + " of " + units_text(span.awaited, unit)
               : "not recorded, of " + units_text(span.awaited, unit);
}

/// What follows of delivery on each day of a year from a day on.
std::vector<Segment> slip_band(const Model &model, DeliveryDay axis, Date due) {
    Scene scene{model};
    std::vector<Segment> band;
    if (!scene.principal) {
        return band;
    }
    scene.axis = axis;
    const std::int64_t first = due.day_number();
    for (const Run &run :
         runs_of(scene, regimes(scene.lease, scene.scenario, axis, first, first + band_days - 1))) {
        const std::int64_t left = share_of(run.first - first, band_days);
        band.push_back({run.name.tone, run.name.label, run.name.details, left,
                        share_of(run.last + 1 - first, band_days) - left});
    }
    return band;
}

Tone tone_of_span(const SiteSpan &span) {
    return span.is_over == Truth::Yes       ? Tone::Exit
           : span.is_over == Truth::Depends ? Tone::Unknown
                                            : Tone::Calm;
}

} // namespace

std::vector<SiteView> BookPresenter::sites() const {
    std::vector<SiteView> views;
    std::vector<Let> lets;
    if (book().sites.empty()) {
        return views;
    }
    for (std::size_t i = 0; i < session_.models_.size(); ++i) {
        const Model &model = session_.models_[i];
        lets.push_back({model.lease.get(), &model.now.scenario, &session_.states_[i]});
    }
    for (std::size_t i = 0; i < book().sites.size(); ++i) {
        const Site &site = book().sites[i];
        const std::vector<Claim> claims =
            claims_on(book(), SiteId{static_cast<std::int32_t>(i)}, lets, session_.readings_);
        Date first = book().information_day;
        Date last = book().information_day;
        for (const Capacity &step : site.capacity) {
            first = std::min(first, step.from);
        }
        for (const Claim &claim : claims) {
            first = std::min(first, claim.from.is_day() ? claim.from : first);
            last = std::max(last, claim.to.is_day() ? claim.to : last);
        }
        const std::vector<SiteSpan> spans = site_spans(site, claims, first, last);
        std::int64_t most = 1;
        for (const SiteSpan &span : spans) {
            most = std::max(
                {most, span.let.least + span.own.least,
                 span.capacity.most == INT64_MAX ? span.capacity.least : span.capacity.most});
        }
        SiteView view{site.id, site.name, site.unit, {}, {}};
        const std::int64_t days = days_between(first, last) + 1;
        for (const SiteSpan &span : spans) {
            const std::int64_t left = days_between(first, span.first) * 1000 / days;
            const std::int64_t right = (days_between(first, span.last) + 1) * 1000 / days;
            const std::int64_t let = share_of(span.let.least, most);
            const std::int64_t own = share_of(span.own.least, most);
            const std::int64_t all =
                span.capacity.most == INT64_MAX ? 0 : share_of(span.capacity.most, most);
            const bool is_known = span.let.known() && span.own.known() && span.capacity.known();
            std::vector<Segment> bar;
            const auto add = [&](Tone tone, const char *label, std::int64_t from, std::int64_t to) {
                if (from < to) {
                    bar.push_back({tone, label, {}, from, to - from});
                }
            };
            add(Tone::Firm, "let", 0, let);
            add(Tone::Notice, "own use", let, let + own);
            if (is_known) {
                add(Tone::Calm, "free", let + own, all);
            } else {
                add(Tone::Unknown, "not known", let + own, all);
            }
            view.rows.push_back(
                {short_date(span.first), short_date(span.last), to_iso(span.first),
                 units_text(span.capacity, site.unit), units_text(span.let, site.unit),
                 delivered_text(span, site.unit),
                 span.own == exactly(std::int64_t{0}) ? "–" : units_text(span.own, site.unit),
                 free_text(span, site.unit), tone_of_span(span), left, right - left,
                 std::move(bar)});
        }
        const auto wording = [&](ClauseId clause) {
            return " (" + phrase_of(get(book().clauses, clause).wording) + ")";
        };
        for (const Capacity &step : site.capacity) {
            view.claims.push_back({"Capacity from " + short_date(step.from),
                                   units_text(step.units, site.unit) + wording(step.clause),
                                   {}});
        }
        for (const Claim &claim : claims) {
            const bool is_own = claim.kind == Claim::Kind::Own;
            const std::string who = is_own ? book().own_uses[claim.index].label
                                           : name_of_party(lease(claim.index), Role::Tenant);
            const bool is_first = claim.priority == claims.front().priority;
            view.claims.push_back({who,
                                   units_text(claim.units, site.unit) + wording(claim.clause) +
                                       ", " + short_days(claim.from, claim.to) +
                                       (is_first ? ", served first" : ", served after those"),
                                   {}});
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<WorthRow> BookPresenter::worth() const {
    const auto found = session_.sums_.find(book().currency);
    if (book().values.empty() || found == session_.sums_.end() || found->second.months().empty()) {
        return {};
    }
    const LedgerSum &sum = found->second;
    const std::string &currency = book().currency;
    const StatedValue &stated = book().values[session_.value_];
    const Money value = session_.own_value_.value_or(stated.amount);
    const std::int32_t next = month_number(session_.as_of_) + 1;
    const LedgerParts year = ledger_in(sum, next, next + 11);
    const auto text = [&](Money amount) { return column_money(amount, currency); };
    const std::string clause = get(book().clauses, stated.clause).text;
    std::vector<WorthRow> rows = {{"Stated value", text(value),
                                   session_.own_value_ ? "As you set it." : stated.label,
                                   session_.own_value_ ? "" : clause}};
    const auto multiple = [&](const std::string &label, Money income, const std::string &caveat) {
        const bool is_any = Money::zero() < income;
        const Money tenths =
            scale(Money::from_minor(10), value.minor(), is_any ? income.minor() : 1);
        rows.push_back({label, is_any ? decimal(tenths.minor(), 1) + " times" : "no multiple",
                        is_any ? text(value) + " ÷ " + text(income) : "There is no such income.",
                        caveat});
    };
    const auto share = [&](const std::string &label, Money income, const std::string &caveat) {
        rows.push_back({label, percent(thousandths(income, value)),
                        text(income) + " ÷ " + text(value), caveat});
    };
    multiple("Value to the income of the next twelve months", year.headline(),
             "If nobody leaves and everything is delivered. Income is not profit.");
    multiple("Value to the firm income of the next twelve months", year.due + year.firm,
             "Payable whatever is delivered and whoever leaves.");
    const LedgerParts &all = sum.total();
    share("All known fees over their terms, of the value", all.headline(),
          "Added up as they fall due, at no rate of interest.");
    share("Firm fees, of the value", all.due + all.firm, "What is due by now counts.");
    share("Conditional and cancellable, of the value", all.conditional + all.cancellable,
          "Hangs on deliveries that nobody has recorded, or ends if somebody takes the first free "
          "way "
          "out.");
    return rows;
}

std::vector<SlipRow> BookPresenter::slips() const {
    std::vector<SlipRow> rows;
    for (std::size_t i = 0; i < session_.models_.size() && rows.size() < most_slips; ++i) {
        const Lease &own = lease(i);
        const bool waits =
            std::any_of(own.rights.begin(), own.rights.end(), [](const Right &right) {
                return right.trigger.kind == TriggerKind::Missed;
            });
        if (!waits) {
            continue;
        }
        const Scenario &published = session_.models_[i].published.scenario;
        const LeaseState state = evaluate(own, published, session_.as_of_);
        for (std::size_t d = 0; d < published.deliveries.size(); ++d) {
            const When due = day_named(state, name_of_due(published.deliveries[d].tranche)).value;
            if (!due.most.is_day() || !due.least.is_day()) {
                continue;
            }
            Model model = session_.models_[i];
            model.now = model.published;
            model.now.as_of = session_.as_of_;
            std::string supposed_day;
            if (session_.slip_) {
                const Date late = add_days(due.most, *session_.slip_);
                suppose(model.now.scenario, DeliveryDay{d},
                        exactly(std::int64_t{late.day_number()}));
                supposed_day = long_date(late);
            }
            const Verdict verdict = present_verdict(Scene{model});
            rows.push_back({own.id, own.title,
                            long_date(due) + (due.known() ? "" : "; the last of these is taken"),
                            std::move(supposed_day), verdict,
                            slip_band(model, DeliveryDay{d}, due.most)});
            break; // the first part of the delivery is the one that the lease is late with first
        }
    }
    return rows;
}

std::vector<ClaimRow> BookPresenter::claims() const {
    std::vector<ClaimRow> rows;
    const auto clause_of = [&](ClauseId id) -> const Clause & { return get(book().clauses, id); };
    for (const OwnUse &own : book().own_uses) {
        rows.push_back({own.label,
                        get(book().sites, own.site).name + " from " + long_date(own.from) +
                            " on: " + units_text(own.units, get(book().sites, own.site).unit) +
                            ". " + clause_of(own.clause).text,
                        phrase_of(clause_of(own.clause).wording), clause_of(own.clause).id});
    }
    for (const Reclaim &reclaim : book().reclaims) {
        const auto holding = session_.holding_of(reclaim.lease);
        std::string text = clause_of(reclaim.clause).text;
        if (holding && reclaim.right) {
            const std::vector<WayOut> &ways = session_.states_[*holding].ways;
            const auto way = std::find_if(ways.begin(), ways.end(), [&](const WayOut &one) {
                return one.holder == Role::Landlord && one.ends &&
                       get(lease(*holding).rights, one.right).id == *reclaim.right;
            });
            if (way != ways.end()) {
                const When notice = larger(way->from, exactly(session_.as_of_));
                text += " By the lease’s own way out the capacity could be back on " +
                        short_date(*way->ends) + ", after notice on " + short_date(notice) + ".";
            }
        }
        rows.push_back({reclaim.label, std::move(text),
                        phrase_of(clause_of(reclaim.clause).wording) +
                            (reclaim.is_disputed ? ", disputed" : ""),
                        clause_of(reclaim.clause).id});
    }
    return rows;
}

} // namespace offramp
