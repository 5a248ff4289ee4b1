// JSON text out, value by value. A tree of nlohmann's values would cost the page 9 KB and each
// drag a millisecond; what is written here needs neither numbers with points nor look-ups.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

enum class Layout { OneLine, Indented };

class JsonWriter {
  public:
    explicit JsonWriter(Layout layout) : layout_(layout) {}

    /// The text so far; whole when everything that was opened is closed.
    std::string take() { return std::move(text_); }

    void value(std::string_view text);
    void value(const std::string &text) { value(std::string_view{text}); }
    void value(const char *text) { value(std::string_view{text}); }
    void value(std::int64_t number);
    void value(bool flag);

    void key(std::string_view name);
    template <typename T>
    requires(!std::invocable<T>) void member(std::string_view name, const T &one) {
        key(name);
        value(one);
    }
    template <std::invocable Write>
    void member(std::string_view name, Write write) {
        key(name);
        write();
    }

    template <std::invocable Write>
    void object(Write write) {
        open('{');
        write();
        close('}');
    }
    template <typename T, typename Write>
    void list(std::string_view name, const std::vector<T> &all, Write write_one) {
        key(name);
        array(all, write_one);
    }
    template <typename T, typename Write>
    void array(const std::vector<T> &all, Write write_one) {
        open('[');
        for (const T &one : all) {
            write_one(one);
        }
        close(']');
    }

  private:
    void open(char bracket);
    void close(char bracket);
    void begin_value();
    void new_line();
    void quoted(std::string_view text);

    Layout layout_;
    std::string text_;
    int depth_ = 0;
    bool is_first_ = true; ///< in the innermost object or array
    bool follows_key_ = false;
};

} // namespace offramp
