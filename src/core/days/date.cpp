#include "core/days/date.hpp"

namespace offramp {

namespace {

void append_padded(std::string &out, unsigned value, std::size_t width) {
    const std::string digits = std::to_string(value);
    out.append(width - std::min(width, digits.size()), '0');
    out += digits;
}

} // namespace

std::string to_iso(Date day) {
    if (!day.is_day()) {
        return day == Date::never() ? "never" : "dawn";
    }
    const auto ymd = day.ymd();
    std::string out;
    append_padded(out, static_cast<unsigned>(int{ymd.year()}), 4);
    out += '-';
    append_padded(out, unsigned{ymd.month()}, 2);
    out += '-';
    append_padded(out, unsigned{ymd.day()}, 2);
    return out;
}

} // namespace offramp
