// Functions of the C library that are linked for nearly nothing, without the 30 KB that they bring.
// Dear ImGui asks `sscanf` for one whole number, the version of its shaders; its settings file,
// which would need the rest, there is not. nlohmann_json hands over a number with a point as text
// before it converts it, and no document of ours has one as a value.
#include "platform/web/format.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

extern "C" {

int vsnprintf(char *text, std::size_t size, const char *pattern, std::va_list arguments) {
    return offramp::format(text, size, pattern, arguments);
}

int snprintf(char *text, std::size_t size, const char *pattern, ...) {
    std::va_list arguments;
    va_start(arguments, pattern);
    const int length = offramp::format(text, size, pattern, arguments);
    va_end(arguments);
    return length;
}

/// Dear ImGui's renderer would report shaders that fail to compile; the element says so by itself.
int fprintf(std::FILE *, const char *, ...) { return 0; }
/// What em++ calls instead of `fprintf` where no number has a point.
int fiprintf(std::FILE *, const char *, ...) { return 0; }

/// Literal text and `%d`, and nothing else.
int sscanf(const char *text, const char *format, ...) {
    std::va_list arguments;
    va_start(arguments, format);
    int found = 0;
    while (*format != '\0') {
        if (std::strncmp(format, "%d", 2) == 0) {
            char *end = nullptr;
            const long number = std::strtol(text, &end, 10);
            if (end == text) {
                break;
            }
            *va_arg(arguments, int *) = static_cast<int>(number);
            ++found;
            text = end;
            format += 2;
        } else if (*text++ != *format++) {
            break;
        }
    }
    va_end(arguments);
    return found;
}

double strtod(const char *text, char **end) {
    if (end != nullptr) {
        *end = const_cast<char *>(text) + std::strlen(text);
    }
    return 0;
}
float strtof(const char *text, char **end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char *text, char **end) { return strtod(text, end); }

} // extern "C"
