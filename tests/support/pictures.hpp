// What an SVG that strangers open may hold.
#pragma once

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace offramp::testing {

/// CHECKs that a picture is well-formed XML of shapes and text alone: known elements and
/// attributes, every one closed, no reference to anything outside.
inline void check_picture(const std::string &svg) {
    static const std::set<std::string> elements = {"svg",  "title", "desc",  "g",   "rect",
                                                   "line", "text",  "tspan", "path"};
    static const std::set<std::string> attributes = {"xmlns",
                                                     "viewBox",
                                                     "role",
                                                     "font-family",
                                                     "font-size",
                                                     "class",
                                                     "width",
                                                     "height",
                                                     "fill",
                                                     "x",
                                                     "y",
                                                     "x1",
                                                     "x2",
                                                     "y1",
                                                     "y2",
                                                     "stroke",
                                                     "text-anchor",
                                                     "font-weight",
                                                     "stroke-width",
                                                     "rx",
                                                     "stroke-dasharray",
                                                     "paint-order",
                                                     "d",
                                                     "letter-spacing",
                                                     "stroke-opacity"};
    INFO(svg.substr(0, 3000));
    std::vector<std::string> open;
    for (std::size_t at = svg.find('<'); at != std::string::npos; at = svg.find('<', at + 1)) {
        const std::size_t end = svg.find('>', at);
        REQUIRE(end != std::string::npos);
        std::string tag = svg.substr(at + 1, end - at - 1);
        if (tag.starts_with("/")) {
            REQUIRE_FALSE(open.empty());
            CHECK("/" + open.back() == tag);
            open.pop_back();
            continue;
        }
        const bool is_empty = tag.ends_with("/");
        tag.resize(tag.size() - (is_empty ? 1 : 0));
        const std::string name = tag.substr(0, tag.find(' '));
        CHECK(elements.count(name) == 1);
        for (std::size_t place = name.size(); place < tag.size();) {
            const std::size_t equals = tag.find("=\"", place);
            const std::size_t quote = tag.find('"', equals + 2);
            REQUIRE(quote != std::string::npos);
            const std::string attribute = tag.substr(place + 1, equals - place - 1);
            INFO(attribute);
            CHECK(attributes.count(attribute) == 1);
            const std::string value = tag.substr(equals + 2, quote - equals - 2);
            CHECK((attribute == "xmlns" || value.find("//") == std::string::npos));
            CHECK(value.find("url(") == std::string::npos);
            place = quote + 1;
        }
        if (!is_empty) {
            open.push_back(name);
        }
    }
    CHECK(open.empty());
    CHECK(std::none_of(svg.begin(), svg.end(), [](char c) {
        return '\0' <= c && c < ' ' && c != '\t' && c != '\n' && c != '\r';
    }));
    for (std::size_t at = svg.find('&'); at != std::string::npos; at = svg.find('&', at + 1)) {
        const std::string entity = svg.substr(at, svg.find(';', at) - at);
        CHECK(std::set<std::string>{"&amp", "&lt", "&gt", "&quot", "&#39"}.count(entity) == 1);
    }
}

} // namespace offramp::testing
