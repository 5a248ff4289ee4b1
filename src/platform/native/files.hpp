// Files in and out, for the command line alone.
#pragma once

#include "core/lease/finding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace offramp {

/// Nothing when the file cannot be read; standard error then says why.
std::optional<std::string> read_file(const std::string &path);

struct NamedFile {
    std::string path;
    std::string text;
};
/// The first argument that names a JSON file, read; nothing where it cannot be.
std::optional<NamedFile> document_among(const std::vector<std::string> &arguments);

/// The document of that id in a folder beside the file's own: ../leases/<id>.json.
std::string beside(const std::string &path, const std::string &folder, const std::string &id);

/// False when it cannot be written; standard error then says why. "-" is standard output.
bool write_file(const std::string &path, const std::string &text);

/// `file:line:column: code: message` on standard error, one line each.
void print_findings(const std::string &path, const std::vector<Finding> &findings);

void print(const std::string &text);

/// False when what was printed did not arrive: a full disk, a closed pipe; standard error says so.
bool flush_output();

} // namespace offramp
