// Functions of the C library that are linked and never matter, without the 20 KB that they bring.
// Dear ImGui would read its settings file with `sscanf`; there is none. nlohmann_json hands over a
// number with a point as text before it converts it, and no document of ours has one as a value.
#include <cstdarg>
#include <cstring>

extern "C" {

int sscanf(const char *, const char *, ...) { return 0; }

double strtod(const char *text, char **end) {
    if (end != nullptr) {
        *end = const_cast<char *>(text) + std::strlen(text);
    }
    return 0;
}
float strtof(const char *text, char **end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char *text, char **end) { return strtod(text, end); }

} // extern "C"
