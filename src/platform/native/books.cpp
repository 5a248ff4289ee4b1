#include "platform/native/books.hpp"

#include "io/read.hpp"
#include "platform/native/files.hpp"

#include <memory>

namespace offramp {

namespace {

struct Shelf {
    std::optional<Book> book;
    std::vector<std::shared_ptr<const Lease>>
        leases; ///< of the holdings; null where one is missing
    bool is_sound = false;
};

Shelf read_shelf(const std::string &path, const std::string &text) {
    Shelf shelf;
    ReadResult<Book> result = read_book(text);
    print_findings(path, result.findings);
    if (!result.value) {
        return shelf;
    }
    shelf.book = std::move(result.value);
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
    std::vector<const Lease *> known;
    for (const Holding &holding : shelf.book->holdings) {
        const std::string file = folder + "../leases/" + holding.lease + ".json";
        const auto lease_text = read_file(file);
        ReadResult<Lease> lease = lease_text ? read_lease(*lease_text) : ReadResult<Lease>{};
        print_findings(file, lease.findings);
        shelf.leases.push_back(lease.value ? std::make_shared<const Lease>(std::move(*lease.value))
                                           : nullptr);
        known.push_back(shelf.leases.back().get());
    }
    const std::vector<Finding> findings = check_book(text, known);
    print_findings(path, findings);
    shelf.is_sound = !has_errors(findings);
    return shelf;
}

} // namespace

bool validate_book(const std::string &path, const std::string &text) {
    return read_shelf(path, text).is_sound;
}

std::optional<BookSession> load_book(const std::string &path, const std::string &text) {
    Shelf shelf = read_shelf(path, text);
    if (!shelf.is_sound) {
        return std::nullopt;
    }
    return BookSession{std::move(*shelf.book), std::move(shelf.leases)};
}

} // namespace offramp
