// What the rows of a stream say of one line, whichever their layout. Internal to this room.
#pragma once

#include "app/answers/answer_text.hpp"
#include "app/answers/answers.hpp"
#include "app/words/answer.hpp"
#include "platform/native/stream_rows.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

/// What a row says, and how: it changes when a name gets another meaning or goes.
inline constexpr int row_format = 2;

inline constexpr std::array<std::string_view, 5> ledger_parts = {"headline", "due", "firm",
                                                                 "conditional", "cancellable"};
inline constexpr std::array<std::string_view, 7> way_values = {
    "kind", "state", "condition", "from", "until", "ends", "cost"};
struct Side {
    Role role;
    std::string_view name;
};
inline constexpr std::array<Side, 2> sides = {
    {{Role::Tenant, "tenant"}, {Role::Landlord, "landlord"}}};

inline constexpr std::array<std::string_view, 3> quantile_names = {"tenth", "median", "ninetieth"};
inline constexpr std::array<std::string_view, 4> own_values = {"units", "month", "monthly",
                                                               "own_price"};
inline constexpr std::array<std::string_view, 8> leaving_values = {
    "end", "fees", "elsewhere", "exit_fee", "saves", "break_even", "pays_from", "pays_until"};

/// The answers to the question of a line.
class LineQuestion {
  public:
    LineQuestion(const Lease &lease, const QuestionAnswers &answers)
        : lease_(lease), answers_(answers) {}

    const QuestionExhibit &shown() const { return answers_.shown(); }
    bool has_comparison() const { return answers_.comparison().has_value(); }

    struct LikelyWayName {
        std::string right;
        std::string_view holder;
        std::string path() const {
            return "likely.ways." + right + "." + std::string{holder} + ".";
        }
    };
    std::vector<LikelyWayName> likely_ways() const {
        std::vector<LikelyWayName> all;
        for (const WayProspect &way : answers_.prospect()->ways) {
            all.push_back({get(lease_.rights, way.right).id, word_of_holder(way.holder)});
        }
        return all;
    }
    /// The rights by which the tenant may leave.
    std::vector<std::string> rights_to_leave() const {
        std::vector<std::string> ids;
        for (const StayOrLeave &one : answers_.comparison()->ways) {
            ids.push_back(get(lease_.rights, one.way.right).id);
        }
        return ids;
    }
    std::string value(const std::string &path) const { return answers_.at(path).value_or("none"); }

  private:
    const Lease &lease_;
    const QuestionAnswers &answers_;
};

/// What follows of a line, once for everything that is said of it.
class LineResults {
  public:
    explicit LineResults(const LineAnswer &of);

    const std::vector<WayOut> &ways() const { return ways_; }
    PartyAnswer to_question() const { return answer_to_question(seen()); }
    PartyAnswer of_side(Role role) const { return answer_for(seen(), role); }
    std::string money(std::string_view part) const {
        return ledger_answer(of_.lease, ledger_, part).value_or("none");
    }
    const std::string &right_id(const WayOut &way) const {
        return get(of_.lease.rights, way.right).id;
    }
    std::string value(const WayOut &way, std::string_view what) const {
        return way_answer(of_.lease, of_.scenario, way, what).value_or("none");
    }
    std::vector<std::string> unknown() const {
        std::vector<std::string> ids;
        for (const FeeId fee : ledger_.unknown) {
            ids.push_back(get(of_.lease.fees, fee).id);
        }
        return ids;
    }

  private:
    Seen seen() const { return {of_.lease, of_.scenario, of_.state, of_.as_of, ways_}; }

    const LineAnswer &of_;
    std::vector<WayOut> ways_;
    Ledger ledger_{};
};

/// A text of a finding as the output can hold it. The parser quotes what it could not read: bytes
/// that are no UTF-8, and megabytes of them.
std::string quotable(std::string_view text);

/// The first of the errors, or of the warnings; a line has room for so many.
std::vector<Finding> first_of(const std::vector<Finding> &findings, Severity severity);

// One layout each: ndjson_row.cpp and csv_row.cpp.
std::string ndjson_answer(const LineAnswer &of);
std::string ndjson_error(std::int64_t line, const std::vector<Finding> &findings);
std::string csv_header();
std::string csv_answer(const LineAnswer &of);
std::string csv_error(std::int64_t line, const std::vector<Finding> &findings);

} // namespace offramp
