// The book's engine for a page: leases first, then the book, then deeds and views. One session.
#include "app/book/session.hpp"
#include "app/words/text.hpp"
#include "io/book/read_book.hpp"
#include "io/exhibit/write_book_exhibit.hpp"
#include "io/lease/read_lease.hpp"
#include "platform/web/desk.hpp"

#include <emscripten/emscripten.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace offramp;

struct Module {
    std::map<std::string, std::shared_ptr<const Lease>, std::less<>> leases;
    std::optional<BookSession> session;
};

Module &module() {
    static Module instance;
    return instance;
}

std::string told(const std::vector<Finding> &findings) {
    std::string text;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Error) {
            text += std::to_string(finding.line) + ":" + std::to_string(finding.column) + ": " +
                    finding.message + "\n";
        }
    }
    return text;
}

/// Cuts the text before a line's end off, and gives it.
std::string_view next_line(std::string_view &rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

} // namespace

extern "C" {

/// Takes the leases, one document a line. Gives what is wrong with them, or nothing.
EMSCRIPTEN_KEEPALIVE const char *offramp_book_leases(const char *text, std::int32_t size) {
    std::string_view rest = text_at(text, size);
    std::string errors;
    for (int number = 1; !rest.empty(); ++number) {
        const std::string_view line = next_line(rest);
        if (line.empty()) {
            continue;
        }
        ReadResult<Lease> lease = read_lease(line);
        if (!lease.value) {
            errors += "lease " + std::to_string(number) + ": " + told(lease.findings);
            continue;
        }
        std::string id = lease.value->id;
        const bool is_new =
            module()
                .leases.try_emplace(id, std::make_shared<const Lease>(std::move(*lease.value)))
                .second;
        if (!is_new) {
            errors += "There are two leases with the id \"" + id + "\".\n";
        }
    }
    return give(std::move(errors));
}

/// Opens the book over the leases taken. Gives what is wrong, or nothing.
EMSCRIPTEN_KEEPALIVE const char *offramp_book_open(const char *text, std::int32_t size) {
    ReadResult<Book> book = read_book(text_at(text, size));
    if (!book.value) {
        return give(told(book.findings));
    }
    std::vector<std::shared_ptr<const Lease>> leases;
    std::vector<const Lease *> known;
    for (const Holding &holding : book.value->holdings) {
        const auto found = module().leases.find(holding.lease);
        leases.push_back(found == module().leases.end() ? nullptr : found->second);
        known.push_back(leases.back().get());
    }
    const std::vector<Finding> findings = check_book(text_at(text, size), known);
    if (has_errors(findings)) {
        return give(told(findings));
    }
    module().session.emplace(std::move(*book.value), std::move(leases));
    return give({});
}

/// Operates a control of a lease, or of the book where no lease is named. Gives the refusal.
EMSCRIPTEN_KEEPALIVE const char *offramp_book_set(const char *lease, std::int32_t lease_size,
                                                  const char *control, std::int32_t control_size,
                                                  const char *value, std::int32_t value_size,
                                                  std::int32_t is_dragging) {
    if (!module().session) {
        return give("There is no book.");
    }
    BookSession &session = *module().session;
    if (lease_size == 0) {
        return give(session.set(text_at(control, control_size), text_at(value, value_size)));
    }
    const auto holding = session.holding_of(text_at(lease, lease_size));
    const Stage stage = is_dragging == 1 ? Stage::Dragging : Stage::Settled;
    return give(holding ? session.set(*holding, text_at(control, control_size),
                                      text_at(value, value_size), stage)
                        : "This book has no such lease.");
}

/// The book as JSON. The view is lines: words, landlord, tenant, site, kind of off-ramp, "soon",
/// order, first row, number of rows.
EMSCRIPTEN_KEEPALIVE const char *offramp_book_exhibit(const char *text, std::int32_t size) {
    if (!module().session) {
        return "null";
    }
    std::string_view rest = text_at(text, size);
    BookView shown;
    for (std::string *line :
         {&shown.words, &shown.landlord, &shown.tenant, &shown.site, &shown.kind}) {
        *line = next_line(rest);
    }
    shown.leaves_soon = next_line(rest) == "soon";
    shown.order = order_named(next_line(rest));
    shown.first_row = number_in(next_line(rest)).value_or(0);
    shown.row_count = number_in(next_line(rest)).value_or(50);
    return give(write_book_exhibit(module().session->present(shown)));
}

} // extern "C"
