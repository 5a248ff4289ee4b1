#include "app/words/answer.hpp"

#include "app/words/answer_sentences.hpp"
#include "app/words/text.hpp"

namespace offramp {

namespace {

const char *label_of(Pill pill) {
    switch (pill) {
    case Pill::Yes:
        return "Yes";
    case Pill::OnlyIf:
        return "Only if late";
    case Pill::NotYet:
        return "Not yet";
    case Pill::Depends:
        return "It depends";
    case Pill::NotAnyMore:
        return "Not any more";
    case Pill::No:
        return "No";
    }
    return "";
}

class Speaker {
  public:
    Speaker(const Seen &seen, Role party) : seen_(seen), party_(party), says_(seen, party) {}

    PartyAnswer answer() const {
        PartyAnswer answer = without_coming();
        answer.sentence += says_.given_parts() + says_.coming_notices();
        answer.sentence.erase(0, answer.sentence.starts_with(' ') ? 1 : 0);
        return answer;
    }

  private:
    PartyAnswer without_coming() const {
        if (const WayOut *way = says_.first(WayState::Given); way && way->kind != WayKind::Shrink) {
            if (happens(*way->ends) != Truth::Yes) {
                const Date day = way->ends->least;
                const bool is_day = day.is_day();
                return say(Pill::Depends,
                           joined({"Notice was given on ", long_date(way->from),
                                   " (supposed). Whether it ends the lease", is_day ? ", on " : "",
                                   is_day ? long_date(day) : "", is_day ? " at the earliest," : "",
                                   " depends on what is not recorded."}),
                           is_day ? "notice given, perhaps ends " + short_date(day) : "", way);
            }
            const bool has_ended = way->ends->most <= seen_.as_of;
            return say(
                has_ended ? Pill::No : Pill::Yes, says_.given_sentence(*way),
                joined({"notice given, ", has_ended ? "ended " : "ends ", short_date(*way->ends)}),
                way);
        }
        if (const WayOut *way = says_.first(WayState::Open)) {
            return say(Pill::Yes, says_.open_sentence(*way), says_.open_brief(*way), way);
        }
        if (const WayOut *way = says_.perhaps_open()) {
            return say(Pill::Depends, says_.unknown_sentence(*way) + says_.after(*way),
                       "not public", way);
        }
        if (const WayOut *way = says_.first(WayState::If)) {
            PartyAnswer answer =
                say(Pill::OnlyIf, says_.if_sentence(*way), says_.if_brief(*way), way);
            answer.label = says_.if_label(*way);
            return answer;
        }
        if (const WayOut *way = says_.first(WayState::Opens)) {
            return say(Pill::NotYet,
                       says_.lateness() + says_.opens_sentence(*way, false) + says_.could_have(),
                       says_.opens_brief(*way), way);
        }
        if (const WayOut *way = says_.first(WayState::Unknown)) {
            return say(Pill::Depends, says_.unknown_sentence(*way), "not public", way);
        }
        if (const WayOut *way = says_.first(WayState::Closed); way && way->kind != WayKind::End) {
            const std::string could = says_.could_have();
            return say(Pill::NotAnyMore,
                       joined({says_.ended(),
                               says_.ended().empty() && !could.empty() ? could.substr(1) : could}),
                       "until " + short_date(way->until), way);
        }
        if (const WayOut *way = says_.first(WayState::Closed); way && way->delivery) {
            return say(Pill::Depends, "", "perhaps ended", way); // `given_parts` says how
        }
        return say(Pill::No, says_.no_sentence(), says_.no_brief(), nullptr);
    }

    PartyAnswer say(Pill pill, std::string sentence, std::string brief, const WayOut *way) const {
        return {party_,
                pill,
                label_of(pill),
                std::move(sentence),
                std::move(brief),
                way == nullptr ? std::nullopt
                               : std::optional{static_cast<std::size_t>(way - seen_.ways.data())}};
    }

    const Seen &seen_;
    Role party_;
    Sentences says_;
};

} // namespace

PartyAnswer answer_for(const Seen &seen, Role party) { return Speaker{seen, party}.answer(); }

PartyAnswer answer_to_question(const Seen &seen) {
    const About about = seen.lease.presentation.about;
    if (about == About::Landlord) {
        return answer_for(seen, Role::Landlord);
    }
    PartyAnswer tenant = answer_for(seen, Role::Tenant);
    if (about == About::Tenant) {
        return tenant;
    }
    PartyAnswer landlord = answer_for(seen, Role::Landlord);
    // Where both answers are the same, it is whoever may leave sooner.
    const auto end_of = [&seen](const PartyAnswer &answer) {
        const WayOut *way = answer.way ? &seen.ways[*answer.way] : nullptr;
        return way == nullptr ? Date::never() : way->ends ? way->ends->least : way->from.least;
    };
    const bool is_landlord = landlord.pill < tenant.pill ||
                             (landlord.pill == tenant.pill && end_of(landlord) < end_of(tenant));
    return is_landlord ? landlord : tenant;
}

} // namespace offramp
