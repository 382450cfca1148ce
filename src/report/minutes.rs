//! Berita Acara Penilaian Mandiri: signed by the coordinator before the values are sent (Permen PANRB 59/2020,
//! annex, chapter III.C). It stands on the values of the self-assessment, whatever the present stage.

use super::figures::{Paper, seen_at};
use crate::assessment::{Closing, Signatory, Stage};
use crate::score::{score, support};
use crate::text;

/// Room to write by hand.
const BLANK: &str = "..............................";

impl Paper<'_> {
    pub(super) fn minutes(&mut self) {
        let t = self.t;
        let then = seen_at(self.assessment, Stage::Mandiri);
        let (score, support) = (score(self.instrument, &then), support(self.instrument, &then));
        let name = text::readable(&self.assessment.agency.name);
        self.part("part minutes", t.minutes);
        self.h.say("p", "centre", &(t.minutes_of)(&self.instrument.short_title, &name, self.assessment.year));
        self.h.say("p", "centre", t.minutes_number);
        let date = self.cover.date.map(|date| self.long_date(date));
        let place = text::readable(self.cover.place.trim());
        let opening = (t.minutes_opening)(
            date.as_deref().unwrap_or(t.blank_date),
            if place.is_empty() { BLANK } else { &place },
            &name,
            &self.instrument.title,
        );
        self.h.say("p", "", &opening);
        self.of_instrument("p", "soft", &self.instrument.regulation);
        self.caveats(&score, Stage::Mandiri);
        self.section_table(&score, "minutes:", true);
        self.h.open("dl", &[("class", "result")]);
        let index = self.rounded(score.standing.index);
        let supported = self.rounded(support.supported.index);
        let answered = (self.texts.score.answered_of)(score.answered, score.total);
        for (term, figure, shown) in [
            (self.instrument.index_title.as_str(), "minutes:index", index.as_str()),
            (t.predicate, "minutes:predicate", &score.standing.predicate),
            (
                if support.estimated { t.supported_estimate } else { t.supported },
                "minutes:supported",
                &supported,
            ),
            (t.answered, "", &answered),
        ] {
            self.h.open("div", &[]);
            self.h.say("dt", "", term);
            self.figure("dd", "", figure, shown);
            self.h.close();
        }
        self.h.close();
        if let Some(closing) = self.assessment.records.get::<Closing>(Stage::Mandiri.code()) {
            let on = closing.on.map(|on| self.date(on)).unwrap_or_default();
            self.h.say("p", "", &(t.minutes_closed)(&text::readable(&closing.by), &on));
        }
        self.signatures();
        self.h.close();
    }

    fn signatures(&mut self) {
        let t = self.t;
        let mut signatories = self.cover.signatories.clone();
        if signatories.is_empty() {
            // "SPBE 2020" is the instrument, SPBE what it is about.
            let about = self.instrument.short_title.split(' ').next().unwrap_or_default();
            signatories.push(Signatory { role: (t.coordinator)(about), ..Signatory::default() });
        }
        self.h.open("section", &[("class", "signing")]);
        self.h.say("p", "", t.minutes_end);
        let place = text::readable(self.cover.place.trim());
        let date = self.cover.date.map(|date| self.date(date));
        let place = if place.is_empty() { BLANK } else { &place };
        self.h.say("p", "where", &format!("{place}, {}", date.as_deref().unwrap_or(BLANK)));
        self.h.open("div", &[("class", "signatures")]);
        for one in &signatories {
            self.h.open("div", &[("class", "signature")]);
            self.h.say("p", "role", &text::readable(&one.role));
            let name = text::readable(one.name.trim());
            self.h.say("p", "name", if name.is_empty() { BLANK } else { &name });
            let number = text::readable(one.number.trim());
            self.h.say("p", "", &(t.nip)(if number.is_empty() { BLANK } else { &number }));
            self.h.close();
        }
        self.h.close();
        self.h.close();
    }
}
