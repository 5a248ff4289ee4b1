// A book: read, held against the leases of the repository, added up, operated and shown.
#include "fuzz/fuzz.hpp"

#include "app/book/session.hpp"
#include "app/export/book_text.hpp"
#include "io/book/read_book.hpp"
#include "io/exhibit/write_book_exhibit.hpp"
#include "io/lease/read_lease.hpp"

using namespace offramp;

namespace {

using Shelf = std::map<std::string, std::shared_ptr<const Lease>>;

Shelf known_leases() {
    Shelf shelf;
    for (const fuzz::Document &document : fuzz::documents_in("assets/leases")) {
        shelf[document.name] =
            std::make_shared<const Lease>(std::move(*read_lease(document.text).value));
    }
    return shelf;
}

/// To show a book takes seconds, with sanitizers, where it has a few large leases.
constexpr std::uint32_t one_in = 64;

/// Sums follow by difference when one lease is touched: they are those of all leases added anew.
void show(const BookSession &session, std::uint32_t lot) {
    std::map<std::string, LedgerSum> sums;
    for (std::size_t i = 0; i < session.states().size(); ++i) {
        sums[session.models()[i].lease->currency].add(session.states()[i]);
    }
    for (const auto &[currency, sum] : session.sums()) {
        fuzz::expect(sum.total() == sums[currency].total(), "a sum of the book is not its leases'");
    }
    if (lot % one_in != 0) {
        return;
    }
    const BookExhibit exhibit = session.present({});
    export_book_text(exhibit);
    write_book_exhibit(exhibit);
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    static const Shelf shelf = known_leases();
    const std::string_view text = fuzz::text_of(data, size);
    ReadResult<Book> book = read_book(text);
    if (!book.value) {
        return 0;
    }
    std::vector<std::shared_ptr<const Lease>> leases;
    std::vector<const Lease *> known;
    for (const Holding &holding : book.value->holdings) {
        const auto lease = shelf.find(holding.lease);
        leases.push_back(lease == shelf.end() ? nullptr : lease->second);
        known.push_back(leases.back().get());
    }
    // More leases take longer and show no more.
    if (has_errors(check_book(text, known)) || 8 < leases.size()) {
        return 0;
    }
    BookSession session{std::move(*book.value), std::move(leases)};
    const std::uint32_t lot = fuzz::lot_of(text);
    show(session, lot);
    session.set("as-of", "2027-03-01");
    show(session, lot);
    return 0;
}
