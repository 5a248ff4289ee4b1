// Example: {"id": "break-#", "repeat": 2, "trigger": {"on": "anniversary-#"}} becomes "break-1" on
// "anniversary-1" and "break-2" on "anniversary-2". What follows sees a document that was written
// out by hand.
#include "io/lease/repeat.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace offramp {

namespace {

constexpr std::array<std::string_view, 13> lists = {
    "tranches",   "events", "delays",   "dates", "moments",  "counts", "amounts",
    "conditions", "fees",   "remedies", "caps",  "channels", "rights"};
constexpr int most_repeats = 24;

class Repeats {
  public:
    Repeats(JsonDocument &document, std::vector<Finding> &findings)
        : document_(document), findings_(findings) {}

    void write_out() {
        const std::int32_t own = member(0, "lease");
        const std::int32_t lease = own != -1 && node(own).kind == JsonKind::Object ? own : 0;
        for (const std::string_view list : lists) {
            const std::int32_t all = member(lease, list);
            std::int32_t element =
                all != -1 && node(all).kind == JsonKind::Array ? node(all).first_child : -1;
            while (element != -1) {
                const std::int32_t next = node(element).next;
                write_out(element);
                element = next;
            }
        }
    }

  private:
    JsonNode &node(std::int32_t index) { return document_.nodes[static_cast<std::size_t>(index)]; }

    std::int32_t member(std::int32_t object, std::string_view key) {
        std::int32_t found = node(object).kind == JsonKind::Object ? node(object).first_child : -1;
        while (found != -1 && node(found).key != key) {
            found = node(found).next;
        }
        return found;
    }

    void write_out(std::int32_t element) {
        const std::int32_t repeat = member(element, "repeat");
        if (repeat == -1) {
            return;
        }
        int count = 0;
        for (int n = 2; n <= most_repeats; ++n) {
            const bool is_it =
                node(repeat).kind == JsonKind::Number && node(repeat).text == std::to_string(n);
            count = is_it ? n : count;
        }
        take_out(element, repeat);
        if (count == 0) {
            return complain(repeat, "wrong_number",
                            "Expected a whole number from 2 to " + std::to_string(most_repeats) +
                                " here.");
        }
        const std::int32_t id = member(element, "id");
        if (id != -1 && node(id).text.find('#') == std::string::npos) {
            return complain(id, "no_number",
                            "What is repeated needs \"#\" in its id, so that each has its own.");
        }
        const auto copies = static_cast<std::size_t>(count);
        std::size_t bytes = 0;
        const std::size_t values = size_of(element, bytes);
        bytes_ += copies * bytes;
        if (max_json_bytes < bytes_ || max_json_values < document_.nodes.size() + copies * values) {
            return complain(repeat, "too_many_values", "Written out, this document is too large.");
        }
        std::int32_t last = element;
        for (int number = 2; number <= count; ++number) {
            const std::int32_t copy = copied(element, node(element).parent);
            node(copy).next = std::exchange(node(last).next, copy);
            last = copy;
        }
        const std::int32_t list = node(element).parent;
        node(list).last_child = node(list).last_child == element ? last : node(list).last_child;
        std::int32_t one = element;
        for (int number = 1; number <= count; ++number) {
            put(one, std::to_string(number));
            one = node(one).next;
        }
    }

    void take_out(std::int32_t object, std::int32_t child) {
        std::int32_t before = -1;
        for (std::int32_t at = node(object).first_child; at != child; at = node(at).next) {
            before = at;
        }
        (before == -1 ? node(object).first_child : node(before).next) = node(child).next;
        if (node(object).last_child == child) {
            node(object).last_child = before;
        }
    }

    /// The values in it, itself included, and the bytes of their texts.
    std::size_t size_of(std::int32_t value, std::size_t &bytes) {
        std::size_t size = 1;
        bytes += node(value).key.size() + 2 * node(value).text.size(); // `#` may become two digits
        for (std::int32_t at = node(value).first_child; at != -1; at = node(at).next) {
            size += size_of(at, bytes);
        }
        return size;
    }

    std::int32_t copied(std::int32_t value, std::int32_t parent) {
        JsonNode copy = node(value);
        copy.parent = parent;
        copy.origin = value;
        copy.first_child = copy.last_child = copy.next = -1;
        const auto own = static_cast<std::int32_t>(document_.nodes.size());
        document_.nodes.push_back(std::move(copy));
        for (std::int32_t at = node(value).first_child; at != -1; at = node(at).next) {
            const std::int32_t child = copied(at, own);
            (node(own).first_child == -1 ? node(own).first_child
                                         : node(node(own).last_child).next) = child;
            node(own).last_child = child;
        }
        return own;
    }

    void put(std::int32_t value, const std::string &number) {
        JsonNode &one = node(value);
        if (one.kind == JsonKind::String && one.text.find('#') != std::string_view::npos) {
            one.kind = one.text == "#" ? JsonKind::Number : one.kind;
            std::string text;
            for (const char c : one.text) {
                text.append(c == '#' ? number : std::string(1, c));
            }
            one.text = document_.unescaped.emplace_front(std::move(text));
        }
        for (std::int32_t at = one.first_child; at != -1; at = node(at).next) {
            put(at, number);
        }
    }

    void complain(std::int32_t at, std::string code, std::string message) {
        if (findings_.size() < max_findings) {
            findings_.push_back(
                finding_at(document_, at, Severity::Error, std::move(code), std::move(message)));
        }
    }

    JsonDocument &document_;
    std::vector<Finding> &findings_;
    std::size_t bytes_ = 0;
};

} // namespace

void write_out_repeats(JsonDocument &document, std::vector<Finding> &findings) {
    Repeats{document, findings}.write_out();
}

} // namespace offramp
