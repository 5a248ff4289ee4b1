// Leases whose every text is somebody's attempt at the reader of an export.
#pragma once

#include "support/documents.hpp"

#include <string>
#include <vector>

namespace offramp::testing {

/// A lease that holds `label` wherever a document may hold free text.
inline Lease labelled(Lease lease, const std::string &label) {
    lease.title = lease.terms_version = label;
    lease.presentation.question = lease.presentation.introduction = label;
    for (Party &party : lease.parties) {
        party.name = label;
    }
    for (Tranche &tranche : lease.tranches) {
        tranche.label = tranche.unit = label;
    }
    const auto label_each = [&](auto &all) {
        for (auto &one : all) {
            one.label = label;
        }
    };
    label_each(lease.events);
    label_each(lease.delays);
    label_each(lease.dates);
    label_each(lease.counts);
    label_each(lease.amounts);
    label_each(lease.conditions);
    label_each(lease.fees);
    label_each(lease.remedies);
    label_each(lease.rights);
    label_each(lease.channels);
    for (Unknown &unknown : lease.unknowns) {
        unknown.question = label;
    }
    for (Reading &reading : lease.readings) {
        reading.question = label;
        for (Option &option : reading.options) {
            option.label = option.explanation = label;
        }
    }
    for (Clause &clause : lease.clauses) {
        clause.title = clause.text = label;
    }
    for (Source &source : lease.sources) {
        source.title = source.date = source.kind = label;
        source.url += label;
    }
    return lease;
}

inline std::vector<std::string> hostile_labels() {
    return {"<script>alert('x')</script>&\"",
            "\"><svg onload=alert(1)><foreignObject>&nbsp;<image href=\"//evil\"/>",
            "]]><!-- --><?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///\">]>",
            "=HYPERLINK(\"https://evil.example\",\"click\")",
            "+1-2",
            "-2+3,\"quoted\"",
            "@SUM(A1:A9)",
            "\t=1+1",
            "\r=1+1",
            "\r\n=1+1\r\n\"\r\n",
            "a\r\nEND:VEVENT\r\nEND:VCALENDAR\nATTACH:file:///etc/passwd",
            "a;b,c\\d\\n:e",
            "\u202egnihton \u2066left\u2029open\u0085",
            "}}|quote=x</ref>[[File:x]]~~~~ '''b''' {{delete}} __NOTOC__ https://evil",
            "},\n@book{x, title={{a\\input{b} % c $ # _ ^ ~ & {{{",
            std::string{"nul"} + '\0' + " bell\x07 escape\x1b[31m delete\x7f",
            std::string(3000, 'W'),
            "長" + std::string(200, 'x') +
                "長い契約の名前がここに続き、行の途中で切られてはならない𝄞",
            " "};
}

} // namespace offramp::testing
