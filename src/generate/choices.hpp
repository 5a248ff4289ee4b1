// A source of choices that can be played again: what is generated from it shrinks when its choices
// do. Deterministic on every platform.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace offramp {

class Choices {
  public:
    /// Choices that follow from a seed, and are recorded.
    explicit Choices(std::uint64_t seed) : state_(seed) {}
    /// The choices of an earlier recording; zeros after its end.
    explicit Choices(std::vector<std::uint64_t> recorded)
        : recorded_(std::move(recorded)), is_replay_(true) {}

    /// A number from `least` to `most`, both included; a choice of 0 gives `least`.
    std::int64_t number(std::int64_t least, std::int64_t most) {
        const auto size = static_cast<std::uint64_t>(most - least) + 1;
        const std::uint64_t choice = next() % size;
        if (!is_replay_) {
            recorded_.back() = choice;
        }
        return least + static_cast<std::int64_t>(choice);
    }
    /// True in `part` of `whole` cases; a choice of 0 gives false.
    bool chance(std::int64_t part, std::int64_t whole) {
        return whole - part <= number(0, whole - 1);
    }

    const std::vector<std::uint64_t> &recorded() const { return recorded_; }

  private:
    /// SplitMix64 (Steele, Lea and Flood 2014).
    std::uint64_t next() {
        if (is_replay_) {
            return place_ < recorded_.size() ? recorded_[place_++] : 0;
        }
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        mixed ^= mixed >> 31U;
        recorded_.push_back(mixed);
        return mixed;
    }

    std::uint64_t state_ = 0;
    std::vector<std::uint64_t> recorded_;
    std::size_t place_ = 0;
    bool is_replay_ = false;
};

/// The smallest recording found for which a law still fails: runs of choices are taken out, and
/// single choices made smaller, as long as that goes on.
template <typename Fails>
std::vector<std::uint64_t> shrunk(std::vector<std::uint64_t> recorded, Fails fails) {
    bool is_smaller = true;
    for (int round = 0; is_smaller && round < 100; ++round) {
        is_smaller = false;
        for (std::size_t size = 8; 0 < size; size /= 2) {
            for (std::size_t at = 0; at + size <= recorded.size();) {
                auto shorter = recorded;
                const auto from = shorter.begin() + static_cast<std::ptrdiff_t>(at);
                shorter.erase(from, from + static_cast<std::ptrdiff_t>(size));
                if (fails(shorter)) {
                    recorded = std::move(shorter);
                    is_smaller = true;
                } else {
                    ++at;
                }
            }
        }
        for (std::size_t at = 0; at < recorded.size(); ++at) {
            for (const std::uint64_t smaller : {std::uint64_t{0}, recorded[at] / 2}) {
                auto lower = recorded;
                lower[at] = smaller;
                if (smaller < recorded[at] && fails(lower)) {
                    recorded = std::move(lower);
                    is_smaller = true;
                }
            }
        }
    }
    return recorded;
}

} // namespace offramp
