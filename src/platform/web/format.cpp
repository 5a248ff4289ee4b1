#include "platform/web/format.hpp"

#include <algorithm>
#include <cstring>

namespace offramp {

namespace {

/// A text of limited room that knows how long it would have been.
class Target {
  public:
    Target(char *text, std::size_t size) : text_(text), size_(size) {}

    void add(char letter) {
        if (length_ + 1 < size_) {
            text_[length_] = letter;
        }
        ++length_;
    }
    void add(const char *text) {
        while (*text != '\0') {
            add(*text++);
        }
    }
    void add(unsigned number, unsigned base, const char *figures, int width) {
        char reversed[16];
        int count = 0;
        do {
            reversed[count++] = figures[number % base];
            number /= base;
        } while (number != 0 || count < width);
        while (count != 0) {
            add(reversed[--count]);
        }
    }
    int close() {
        if (size_ != 0) {
            text_[std::min(length_, size_ - 1)] = '\0';
        }
        return static_cast<int>(length_);
    }

  private:
    char *text_;
    std::size_t size_;
    std::size_t length_ = 0;
};

} // namespace

int format(char *target, std::size_t size, const char *pattern, std::va_list arguments) {
    Target out{target, size};
    for (const char *at = pattern; *at != '\0'; ++at) {
        if (*at != '%') {
            out.add(*at);
            continue;
        }
        const char *kind = at + 1;
        int width = 1;
        if ((*kind == '0' || *kind == '.') && '1' <= kind[1] && kind[1] <= '9') {
            width = kind[1] - '0';
            kind += 2;
        }
        switch (*kind) {
        case 's':
            out.add(va_arg(arguments, const char *));
            break;
        case 'd': {
            const int number = va_arg(arguments, int);
            const auto size_of = static_cast<unsigned>(number);
            if (number < 0) {
                out.add('-');
                --width;
            }
            out.add(number < 0 ? 0U - size_of : size_of, 10, "0123456789", width);
            break;
        }
        case 'x':
            out.add(va_arg(arguments, unsigned), 16, "0123456789abcdef", width);
            break;
        case 'X':
            out.add(va_arg(arguments, unsigned), 16, "0123456789ABCDEF", width);
            break;
        case '%':
            out.add('%');
            break;
        default:
            out.add('%');
            continue;
        }
        at = kind;
    }
    return out.close();
}

} // namespace offramp
