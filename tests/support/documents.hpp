// Leases and scenarios from JSON text, for tests that are about what follows from them.
#pragma once

#include "core/evaluate/evaluate.hpp"
#include "io/lease/read_lease.hpp"
#include "io/scenario/read_case.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace offramp::testing {

inline std::string findings_text(const std::vector<Finding> &findings) {
    std::string text;
    for (const Finding &finding : findings) {
        text += std::to_string(finding.line) + ":" + std::to_string(finding.column) + " " +
                finding.code + " at " + finding.pointer + ": " + finding.message + "\n";
    }
    return text;
}

/// Terms and a scenario as a case file has them. REQUIRE, because nothing can follow from none.
inline Case case_of(const std::string &lease, const std::string &scenario = "{}") {
    const auto result =
        read_case(R"({"id":"t","title":"t","source":"t","lease":)" + lease + R"(,"scenario":)" +
                  scenario + R"(,"expect":{"money":{"headline":"0.00"}}})");
    INFO(findings_text(result.findings));
    REQUIRE(result.value);
    return *result.value;
}

inline LeaseState state_of(const Case &of) {
    return evaluate(of.lease, of.hearings.front().scenario, of.hearings.front().as_of);
}

inline std::string text_of_file(const std::string &path_in_repository) {
    std::ifstream in{std::string{OFFRAMP_SOURCE_DIR} + "/" + path_in_repository, std::ios::binary};
    INFO(path_in_repository);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

inline Lease lease_of_file(const std::string &path_in_repository) {
    const auto result = read_lease(text_of_file(path_in_repository));
    INFO(findings_text(result.findings));
    REQUIRE(result.value);
    return *result.value;
}

/// The JSON files of a folder of the repository as paths in it, in the order of their names.
inline std::vector<std::string> documents_in(const std::string &folder) {
    std::vector<std::string> paths;
    for (const auto &entry :
         std::filesystem::directory_iterator{std::string{OFFRAMP_SOURCE_DIR} + "/" + folder}) {
        if (entry.path().extension() == ".json") {
            paths.push_back(folder + "/" + entry.path().filename().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    INFO(folder);
    REQUIRE_FALSE(paths.empty());
    return paths;
}

inline Lease google() { return lease_of_file("assets/leases/spacex-google-2026.json"); }
inline Lease anthropic() { return lease_of_file("assets/leases/spacex-anthropic-2026.json"); }

} // namespace offramp::testing
