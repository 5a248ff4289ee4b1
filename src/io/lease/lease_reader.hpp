// Reading a lease document, while it runs. Internal to io.
// Ids are declared before rules are read, so that rules may refer to what stands further down.
#pragma once

#include "io/lease/readers.hpp"
#include "io/lease/rule_reader.hpp"

namespace offramp {

class LeaseReader {
  public:
    LeaseReader(const Cursor &root, Extent extent) : root_(root), extent_(extent) {}

    Lease read();

  private:
    // What the papers are: read_lease.cpp.
    void head();
    void party(const Cursor &at);
    void unknown(const Cursor &at, bool is_input);
    void calendar(const Cursor &at);
    void conventions();
    void declare_names();
    void limit(std::string_view key) const;
    void presentation();

    // What they say: read_terms.cpp.
    void term();
    void tranche(const Cursor &at);
    void reported(const Cursor &at);
    void event(const Cursor &at);
    void delay(const Cursor &at);
    void key_value(const Cursor &at, Kind kind, std::vector<KeyValue> &all);
    void fee(const Cursor &at);
    void remedy(const Cursor &at);
    void cap(const Cursor &at);
    Rung rung(const Cursor &at, MaybeClause clause);
    void channel(const Cursor &at);
    void right(const Cursor &at);
    Trigger trigger(const Cursor &right, MaybeClause inherited);

    std::optional<Cursor> need(const Cursor &at, std::string_view key) const {
        return extent_ == Extent::Document ? at.require(key) : at.find(key);
    }
    std::string text(const Cursor &at, std::string_view key) const;
    static std::string optional_text(const Cursor &at, std::string_view key);
    /// The id that `declare_names` has declared.
    static std::string declared_id(const Cursor &at);
    static bool flag(const Cursor &at, std::string_view key);
    RuleId needed(const Cursor &at, std::string_view key, Kind kind, MaybeClause clause);
    RuleId given(const Cursor &at, std::string_view key, Kind kind, MaybeClause clause);

    template <typename ReadOne>
    void each(std::string_view key, ReadOne read_one) const {
        if (const auto list = root_.find(key)) {
            for (const Cursor &element : list->elements()) {
                read_one(element);
            }
        }
    }

    Cursor root_;
    Extent extent_;
    Lease lease_{};
    RuleReader rules_{lease_};
    IdTable parties_{"party"};
    IdTable sources_{"source"};
    IdTable events_{"event"};
    IdTable remedies_{"remedy"};
    IdTable caps_{"cap"};
    IdTable channels_{"channel"};
};

} // namespace offramp
