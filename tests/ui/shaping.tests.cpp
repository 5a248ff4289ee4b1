// Which writing the picture can set letter by letter.
#include "ui/shaping.hpp"

#include <catch_amalgamated.hpp>

#include <string>

using namespace offramp::ui;
using namespace std::string_literals;

TEST_CASE("Writing that is a row of letters needs no shaping", "[ui][shaping]") {
    struct Row {
        std::string text;
        const char *why;
    };
    const Row rows[] = {
        {"", "nothing"},
        {"May the tenant leave? $30,360,000,000.00 \u2192 31 October", "ASCII and our own signs"},
        {"Soci\u00e9t\u00e9 G\u00e9n\u00e9rale, Stra\u00dfe, \u0141\u00f3d\u017a", "Latin"},
        {"Ti\u1ebfng Vi\u1ec7t", "Vietnamese in whole letters"},
        {"\u0395\u03bb\u03bb\u03ac\u03b4\u03b1", "Greek"},
        {"\u0434\u043e\u0433\u043e\u0432\u043e\u0440", "Cyrillic"},
        {"\u79df\u8cc3\u5951\u7d04", "Chinese"},
        {"\u30ea\u30fc\u30b9\u5951\u7d04", "Japanese"},
        {"\uc784\ub300\ucc28 \uacc4\uc57d", "Korean in syllables"},
        {"\U00020bb7\u91ce\u5bb6", "Chinese above U+FFFF"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        CHECK_FALSE(needs_shaping(row.text));
    }
}

TEST_CASE("Writing whose letters turn, join, stack or combine needs shaping", "[ui][shaping]") {
    struct Row {
        std::string text;
        const char *why;
    };
    const Row rows[] = {
        {"\u05d7\u05d5\u05d6\u05d4", "Hebrew runs to the left"},
        {"\u0639\u0642\u062f", "Arabic runs to the left and joins"},
        {"\u0712\u07a6\u07ca", "Syriac, Thaana, N'Ko"},
        {"\u0905\u0928\u0941\u092c\u0902\u0927", "Devanagari"},
        {"\u0d9a", "Sinhala, the last of its kin"},
        {"\u0e2a\u0e31\u0e0d\u0e0d\u0e32", "Thai stacks its vowels"},
        {"\u0ea5", "Lao"},
        {"\u0f40", "Tibetan"},
        {"\u1000", "Myanmar"},
        {"\u1780", "Khmer"},
        {"\u1820", "Mongolian"},
        {"\u1112\u1161\u11ab", "Korean by parts"},
        {"e\u0301", "a letter and its mark apart"},
        {"\u304b\u3099", "a syllable and its mark apart"},
        {"\u202eabc", "turned by a mark"},
        {"a\u200db", "joined by a mark"},
        {"\U0001f4c5", "a picture in colour"},
        {"\U0001f469\u200d\U0001f4bb", "several pictures for one"},
        {"\u2764\ufe0f", "a sign that is asked to be a picture"},
        {"Lease with \ufeb0 inside", "wherever it stands"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        CHECK(needs_shaping(row.text));
    }
}

TEST_CASE("Bytes that are no UTF-8 cannot be set", "[ui][shaping]") {
    for (const std::string &bytes :
         {"\x80"s, "\xc3"s, "\xc3("s, "\xc0\xaf"s, "\xe0\x80\xaf"s, "\xed\xa0\x80"s, "\xe2\x82"s,
          "\xf4\x90\x80\x80"s, "\xf8\x88\x80\x80\x80"s, "\xff"s}) {
        CHECK(needs_shaping(bytes));
    }
}
