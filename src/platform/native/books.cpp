#include "platform/native/books.hpp"

#include "app/export/book_text.hpp"
#include "io/book/read_book.hpp"
#include "io/exhibit/write_book_exhibit.hpp"
#include "io/lease/read_lease.hpp"
#include "platform/native/commands.hpp"
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
    std::vector<const Lease *> known;
    for (const Holding &holding : shelf.book->holdings) {
        const std::string file = beside(path, "leases", holding.lease);
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

int show_book(const Arguments &arguments, const NamedFile &file) {
    auto session = load_book(file.path, file.text);
    if (!session) {
        return 1;
    }
    bool json = false;
    BookView view{.row_count = 10'000};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (argument == file.path) {
            continue;
        }
        if (argument == "--json") {
            json = true;
            continue;
        }
        if (i + 1 == arguments.size()) {
            return usage_error(argument + " needs a value.");
        }
        const std::string &value = arguments[++i];
        const std::size_t colon = value.find(':');
        const std::size_t equals = value.find('=');
        std::string error;
        if (argument == "--order") {
            view.order = order_named(value);
            const bool is_known = view.order != BookView::Order::Book || value == "book";
            error = is_known ? "" : "--order takes book, firm, headline or exit.";
        } else if (argument == "--as-of" || argument == "--slip" || argument == "--value" ||
                   argument == "--likely" || argument == "--slipping" || argument == "--line") {
            error = session->set(argument.substr(2), value);
        } else if (argument == "--reading" && equals != std::string::npos) {
            error = session->set("reading." + value.substr(0, equals), value.substr(equals + 1));
        } else if (argument == "--set" && colon < equals && equals != std::string::npos) {
            const auto holding = session->holding_of(value.substr(0, colon));
            error = holding ? session->set(*holding, value.substr(colon + 1, equals - colon - 1),
                                           value.substr(equals + 1))
                            : "this book has no lease " + value.substr(0, colon) + ".";
        } else {
            error = "there is no option " + argument + " " + value + " for a book.";
        }
        if (!error.empty()) {
            return usage_error(error);
        }
    }
    const BookExhibit exhibit = session->present(view);
    print(json ? write_book_exhibit(exhibit) + "\n" : export_book_text(exhibit));
    return 0;
}

} // namespace offramp
