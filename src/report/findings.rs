//! Strengths, weaknesses and recommendations, as people wrote them; proposals are marked as such.

use super::figures::Paper;
use super::proposal;
use crate::assessment::{ALL_SECTIONS, Finding};

impl Paper<'_> {
    pub(super) fn findings(&mut self) {
        let t = self.t;
        let instrument = self.instrument;
        self.h.open("section", &[]);
        self.h.say("h2", "", t.findings);
        let mut any = self.finding(ALL_SECTIONS, t.all_sections);
        for (section, _) in super::figures::sections(instrument) {
            // A domain has words of its own only where somebody wrote them.
            let leaf = section.sections.is_empty();
            if leaf || self.assessment.records.get::<Finding>(&section.id).is_some() {
                let heading = self.heading(section);
                any |= self.finding(&section.id, &heading);
            }
        }
        if !any {
            self.h.say("p", "soft", t.no_findings);
        }
        self.h.close();
    }

    /// Whether there was anything to write.
    fn finding(&mut self, key: &str, heading: &str) -> bool {
        let t = self.t;
        let own: Finding = self.assessment.records.get(key).unwrap_or_default();
        let proposed = if self.wish.proposals {
            proposal(self.language, self.instrument, self.assessment, &self.score, &self.support, key)
        } else {
            None
        };
        let proposed = proposed.unwrap_or_default();
        let all: Vec<(&str, &str, bool)> = [
            (t.finding_parts[0], &own.fulfilment, &proposed.fulfilment),
            (t.finding_parts[1], &own.strengths, &proposed.strengths),
            (t.finding_parts[2], &own.weaknesses, &proposed.weaknesses),
            (t.finding_parts[3], &own.recommendations, &proposed.recommendations),
        ]
        .into_iter()
        .filter_map(|(head, own, proposed)| match (own.trim(), proposed.trim()) {
            ("", "") => None,
            ("", proposed) => Some((head, proposed, true)),
            (own, _) => Some((head, own, false)),
        })
        .collect();
        if all.is_empty() {
            return false;
        }
        self.h.open("section", &[("class", "finding")]);
        self.h.say("h3", "", heading);
        for (head, words, is_proposal) in all {
            self.h.open("p", &[("class", "label")]);
            self.h.text(head);
            if is_proposal {
                self.h.text(" ");
                self.h.say("span", "proposal", t.proposal);
            }
            self.h.close();
            self.h.say("p", if is_proposal { "said proposed" } else { "said" }, words);
        }
        self.h.close();
        true
    }
}
