// The command line: the second shell, which keeps the core honest.
#include "platform/native/commands.hpp"
#include "platform/native/files.hpp"

#include <cstdio>
#include <string_view>

namespace {

constexpr std::string_view usage =
    R"(offramp: who may leave an AI-compute lease, when, on what notice, at what price, and why

  offramp show LEASE.json|CASE.json [supposing] [--why] [--json] [--locale TAG]
                                    --why: the reasons for every answer, line by line
                                    --readings: every combination that matters
                                    --months: fees and credits by month
                                    --figures: what prose may name, as id, tab and text
                                    --likely [TRANCHE=]GUESS: chances of each outcome and way
                                    out, what is firm and expected fees, where GUESS is
                                      2026-10-15,2026-11-30,2%  even odds by, nine in ten by,
                                                                never
                                      2026-10-01..2026-12-31,5% evenly, never
                                      2026-10:40,2026-11:50,never:10  weights of months; with
                                                                % they add up to 100 %
                                      late:0,31,45..60          days late, as others were
                                    --slipping together|apart: several deliveries by the same
                                    days (the default), or each by itself
                                    --elsewhere PRICE [--gap DAYS] [--extra AMOUNT]: stay or
                                    leave, where a unit costs so much an hour elsewhere, some
                                    days are without capacity, and leaving costs more besides
                                    --locale: how dates, numbers and money are written: en-GB
                                    (the default), en-US, de, fr or ja
  offramp show BOOK.json [--as-of D] [--slip DAYS] [--value ID|AMOUNT] [--reading ID=OPTION]
                 [--set LEASE:CONTROL=VALUE] [--order book|firm|headline|exit] [--json]
                 [--likely GUESS] [--slipping together|apart] [--line AMOUNT]
                                    a landlord's book: income by month, first exits, sites, worth
                                    --likely: how likely the income of each month is, where GUESS
                                    says how late everything comes: 30,90,2% (days late of even
                                    odds, of nine in ten, never) or late:0,31,45..60
                                    --line: the chance that a month brings less
  offramp show STORY.json [--json]  the steps of a story, with its figures filled in
  offramp validate FILE...          exit 0, or 1 with file:line:column: code: message
  offramp check CASE.json...        runs case files; closes with N passed, M failed
  offramp render LEASE.json --to html|svg|csv|ics|json|text|sentence|wikitext|bibtex|card|likely
                 [supposing] [-o FILE] [--locale TAG] [--address URL]
                                    --address: the page that citations and calendars name
                                    likely: the hill of --likely, with the chances as dots;
                                    csv and card have the chances of --likely too, csv also
                                    the amounts of --elsewhere
  offramp stream [--to ndjson|csv] [--as-of DAY]
                                    reads leases from standard input, one a line, or
                                    {"lease": ..., "scenario": ..., "question": ...,
                                    "as_of": ...}, and writes an answer for each, in order; a
                                    line that cannot be read gives its errors, and exit code 1
                                    at the end.
                                    CSV has a row for each lease: amounts as least and most,
                                    and for tenant and landlord the right that ends it first
                                    --no-header: CSV without its first row, for pieces
                                    --lines: the number of its line before each answer
                                    --stats: rate and peak memory, on standard error
  offramp slips LEASE.json... [--json]
                                    how late reported deliveries came, and the guess that it makes
                                    for --likely
  offramp generate N [--seed S]     N leases that nobody signed, for stream
  offramp schema lease|case|story   the JSON Schema of lease documents, case files or stories
  offramp palette                   the colours as CSS custom properties
  offramp bench [LEASE.json]        the figures of the budgets
  offramp bench --leases N          time and memory for N generated leases
  offramp --version                 the version

supposing:
  --deliver 2026-11-15 | never      what the lease's handle drags; of another tranche:
  --deliver TRANCHE=2026-11-15      --deliver and --units with its id
  --units N                         --as-of 2026-11-22
  --notice RIGHT=2027-01-01         --event ID=2026-11-01
  --link FRAGMENT                   what a link to a scenario supposes, before the others
  --reading ID=OPTION               --set CONTROL=VALUE, for whatever else a reader may set
)";

int run(int argc, char **argv) {
    const offramp::Arguments arguments{argv + 1 + (1 < argc), argv + argc};
    const std::string_view command = 1 < argc ? argv[1] : "";
    if (command == "show") {
        return offramp::show(arguments);
    }
    if (command == "slips") {
        return offramp::slips(arguments);
    }
    if (command == "validate") {
        return offramp::validate(arguments);
    }
    if (command == "check") {
        return offramp::check(arguments);
    }
    if (command == "render") {
        return offramp::render(arguments);
    }
    if (command == "schema") {
        return offramp::schema(arguments);
    }
    if (command == "palette") {
        return offramp::palette(arguments);
    }
    if (command == "bench") {
        return offramp::bench(arguments);
    }
    if (command == "stream") {
        return offramp::stream(arguments);
    }
    if (command == "generate") {
        return offramp::generate(arguments);
    }
    if (command == "--version") {
        std::puts("offramp " OFFRAMP_VERSION);
        return 0;
    }
    const bool asked = command == "help" || command == "--help" || command == "-h";
    std::fwrite(usage.data(), 1, usage.size(), asked ? stdout : stderr);
    return asked ? 0 : 2;
}

} // namespace

int main(int argc, char **argv) {
    const int exit_code = run(argc, argv);
    const std::string_view command = 1 < argc ? argv[1] : "";
    const bool has_written = command == "stream" || command == "generate"; // line by line
    return has_written || offramp::flush_output() ? exit_code : 1;
}
