// A visitor out of lambdas, one for each alternative of a variant.
#pragma once

namespace offramp {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
// clang 14 does not deduce aggregates by itself.
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace offramp
