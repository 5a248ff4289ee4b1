// What the view models of a lease and of a book have in common, as JSON. Internal to io.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "io/json/json_writer.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offramp {

class ExhibitParts {
  protected:
    using Text = std::pair<std::string_view, std::string_view>;

    void texts(std::initializer_list<Text> members);
    void list(std::string_view name, const std::vector<std::string> &all);
    void facts(std::string_view name, const std::vector<Fact> &all);
    void verdict(const Verdict &verdict);
    void control(const Control &control);
    void papers(const std::vector<ClauseRow> &clauses, const std::vector<SourceRow> &sources);

    template <typename T, typename Write>
    void each(std::string_view name, const std::vector<T> &all, Write write) {
        json_.list(name, all, [&](const T &one) { json_.object([&] { write(one); }); });
    }

    JsonWriter json_{Layout::OneLine};
};

} // namespace offramp
