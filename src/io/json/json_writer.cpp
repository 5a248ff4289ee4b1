#include "io/json/json_writer.hpp"

#include <algorithm>

namespace offramp {

void JsonWriter::value(std::string_view text) {
    begin_value();
    quoted(text);
}

void JsonWriter::value(std::int64_t number) {
    begin_value();
    text_ += std::to_string(number);
}

void JsonWriter::value(bool flag) {
    begin_value();
    text_ += flag ? "true" : "false";
}

void JsonWriter::key(std::string_view name) {
    begin_value();
    quoted(name);
    text_ += layout_ == Layout::Indented ? ": " : ":";
    follows_key_ = true;
}

void JsonWriter::open(char bracket) {
    begin_value();
    text_ += bracket;
    ++depth_;
    is_first_ = true;
}

void JsonWriter::close(char bracket) {
    --depth_;
    if (!is_first_) {
        new_line();
    }
    text_ += bracket;
    is_first_ = false;
}

void JsonWriter::begin_value() {
    if (follows_key_) {
        follows_key_ = false;
        return;
    }
    if (!is_first_) {
        text_ += ',';
    }
    if (0 < depth_) {
        new_line();
    }
    is_first_ = false;
}

void JsonWriter::new_line() {
    if (layout_ == Layout::Indented) {
        text_ += '\n';
        text_.append(static_cast<std::size_t>(2 * depth_), ' ');
    }
}

// Strings of this program are valid UTF-8: they were read as such or written in its source.
void JsonWriter::quoted(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto is_verbatim = [](char c) {
        return c != '"' && c != '\\' && 0x20 <= static_cast<unsigned char>(c);
    };
    text_ += '"';
    while (!text.empty()) {
        const auto escaped = std::find_if_not(text.begin(), text.end(), is_verbatim);
        const auto size = static_cast<std::size_t>(escaped - text.begin());
        text_ += text.substr(0, size);
        text.remove_prefix(size);
        if (text.empty()) {
            break;
        }
        const auto byte = static_cast<unsigned char>(text.front());
        if (byte < 0x20) {
            text_ += "\\u00";
            text_ += digits[byte >> 4];
            text_ += digits[byte & 0xfU];
        } else {
            text_ += '\\';
            text_ += text.front();
        }
        text.remove_prefix(1);
    }
    text_ += '"';
}

} // namespace offramp
