#include "app/export/book_text.hpp"

#include "app/words/text_table.hpp"

namespace offramp {

namespace {

std::string chances_text(const BookChances &chances) {
    std::string out = "\nHow likely\nSupposed: " + chances.supposed + ". A guess, not a fact.\n" +
                      (chances.error.empty() ? "" : chances.error + "\n");
    for (const std::string &note : chances.notes) {
        out += note + "\n";
    }
    TextTable rows = {{"Each month", "Below " + chances.line, "One in ten at most", "Median",
                       "Nine in ten at most"}};
    for (const ChanceRow &row : chances.rows) {
        rows.push_back({row.months, row.chance, row.tenth, row.median, row.ninetieth});
    }
    return out + (chances.rows.empty() ? "" : text_table(rows));
}

} // namespace

std::string export_book_text(const BookExhibit &exhibit) {
    std::string out = exhibit.title + "\n" + exhibit.as_of + "\n";
    for (const std::string &note : exhibit.notes) {
        out += "Note: " + note + "\n";
    }
    for (const CurrencyBook &money : exhibit.money) {
        TextTable totals;
        for (const Fact &fact : money.totals) {
            totals.push_back({fact.label, fact.value});
        }
        out += "\nMoney, " + money.currency + "\n" + text_table(totals);
        TextTable months = {{"Month", "Due", "Firm", "Conditional", "Cancellable", "Together"}};
        for (const MonthRow &row : money.months) {
            months.push_back(
                {row.month, row.due, row.firm, row.conditional, row.cancellable, row.total});
        }
        out += "\nIncome by month, " + money.currency + "\n" + text_table(months);
        TextTable tenants = {{"Tenant", "Together", "Firm", "Share"}};
        for (const ShareRow &row : money.tenants) {
            tenants.push_back({row.who, row.amount, row.firm, row.share});
        }
        out += "\nBy tenant, " + money.currency + "\n" + text_table(tenants);
    }
    TextTable exits = {
        {"Lease", "Who", "Reading", "May leave?", "Ends", "The other side then has"}};
    for (const ExitRow &row : exhibit.exits) {
        exits.push_back({row.title, row.who, row.reading, row.answer, row.ends, row.runway});
    }
    out += "\nWho may leave, as of this day\n" + text_table(exits);
    for (const SiteView &site : exhibit.sites) {
        TextTable rows = {{"From", "Capacity", "Let", "Delivered", "Own use", "Free"}};
        for (const SiteRow &row : site.rows) {
            rows.push_back({row.from, row.capacity, row.let, row.delivered, row.own, row.free});
        }
        out += "\n" + site.name + "\n" + text_table(rows);
        TextTable claims;
        for (const Fact &claim : site.claims) {
            claims.push_back({claim.label, claim.value});
        }
        out += text_table(claims);
    }
    TextTable worth;
    for (const WorthRow &row : exhibit.worth) {
        worth.push_back({row.label, row.value, row.arithmetic, row.caveat});
    }
    out += worth.empty() ? "" : "\nWorth\n" + text_table(worth);
    TextTable slips;
    for (const SlipRow &row : exhibit.slips) {
        slips.push_back({row.title, row.delivered.empty() ? "no slip supposed" : row.delivered,
                         row.verdict.pill, row.verdict.sentence});
    }
    out += slips.empty() ? "" : "\nThe same slip everywhere\n" + text_table(slips);
    out += exhibit.chances ? chances_text(*exhibit.chances) : "";
    for (const ClaimRow &row : exhibit.claims) {
        out += "\n" + row.label + " (" + row.standing + "): " + row.text + "\n";
    }
    return out;
}

} // namespace offramp
