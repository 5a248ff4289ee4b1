#include "platform/native/files.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

namespace offramp {

namespace {

void complain(const std::string &path, const char *what) {
    std::fprintf(stderr, "offramp: %s: %s: %s\n", path.c_str(), what, std::strerror(errno));
}

} // namespace

std::optional<std::string> read_file(const std::string &path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) {
        complain(path, "cannot be read");
        return std::nullopt;
    }
    return std::string{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

bool write_file(const std::string &path, const std::string &text) {
    if (path == "-") {
        print(text);
        return true;
    }
    std::ofstream out{path, std::ios::binary};
    out << text;
    out.flush();
    if (!out) {
        complain(path, "cannot be written");
        return false;
    }
    return true;
}

void print_findings(const std::string &path, const std::vector<Finding> &findings) {
    for (const Finding &finding : findings) {
        std::fprintf(stderr, "%s:%d:%d: %s: %s%s (at %s)\n", path.c_str(), finding.line,
                     finding.column, finding.code.c_str(),
                     finding.severity == Severity::Warning ? "warning: " : "",
                     finding.message.c_str(),
                     finding.pointer.empty() ? "the whole document" : finding.pointer.c_str());
    }
}

void print(const std::string &text) { std::fwrite(text.data(), 1, text.size(), stdout); }

} // namespace offramp
