#include "platform/native/files.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>

namespace offramp {

namespace {

void complain(const std::string &path, const char *what) {
    std::fprintf(stderr, "offramp: %s: %s: %s\n", path.c_str(), what, std::strerror(errno));
}

} // namespace

std::optional<std::string> read_file(const std::string &path) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file{std::fopen(path.c_str(), "rb"),
                                                                std::fclose};
    std::string text;
    std::array<char, 65536> part{};
    std::size_t size = 0;
    while (file && 0 < (size = std::fread(part.data(), 1, part.size(), file.get()))) {
        text.append(part.data(), size);
    }
    if (!file || std::ferror(file.get()) != 0) { // a folder opens, and cannot be read
        complain(path, "cannot be read");
        return std::nullopt;
    }
    return text;
}

std::optional<NamedFile> document_among(const std::vector<std::string> &arguments) {
    for (const std::string &argument : arguments) {
        if (argument.ends_with(".json")) {
            auto text = read_file(argument);
            return text ? std::optional{NamedFile{argument, std::move(*text)}} : std::nullopt;
        }
    }
    return std::nullopt;
}

std::string beside(const std::string &path, const std::string &folder, const std::string &id) {
    const std::size_t slash = path.rfind('/');
    return (slash == std::string::npos ? "" : path.substr(0, slash + 1)) + "../" + folder + "/" +
           id + ".json";
}

bool flush_output() {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) {
        return true;
    }
    std::fprintf(stderr, "offramp: standard output cannot be written: %s\n", std::strerror(errno));
    return false;
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
