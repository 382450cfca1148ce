//! What every part of a report stands on: the figures, the forms of numbers, and the heads of parts.

use super::Around;
use super::charts::{self, Mark};
use super::html::Html;
use super::logo::is_logo;
use super::{Part, Wish};
use crate::assessment::{Assessment, Cover, Date, Stage};
use crate::instrument::{Indicator, Instrument, Number, Section, SectionKind, SupportBy, Value};
use crate::score::{Exact, Score, SectionScore, Support, score, support};
use crate::text::report::PaperTexts;
use crate::text::{self, Language, Texts};

/// Lines of a letterhead that are printed.
const HEAD_LINES: usize = 5;

/// A report that is being written.
pub(super) struct Paper<'a> {
    pub h: Html,
    pub t: &'static PaperTexts,
    pub texts: &'static Texts,
    pub language: Language,
    pub instrument: &'a Instrument,
    pub assessment: &'a Assessment,
    pub score: Score,
    pub support: Support,
    pub wish: &'a Wish,
    pub around: Around<'a>,
    pub cover: Cover,
}

/// The score at another stage than the present one: a stage takes over what it leaves untouched.
pub fn at_stage(instrument: &Instrument, assessment: &Assessment, stage: Stage) -> Score {
    score(instrument, &seen_at(assessment, stage))
}

/// The assessment as it stood at a stage.
pub(super) fn seen_at(assessment: &Assessment, stage: Stage) -> Assessment {
    let mut then = assessment.clone();
    then.stage = stage;
    then
}

/// A section and those within it, each with how deep it lies.
pub(super) fn sections(instrument: &Instrument) -> Vec<(&Section, u8)> {
    fn walk<'a>(sections: &'a [Section], depth: u8, all: &mut Vec<(&'a Section, u8)>) {
        for section in sections {
            all.push((section, depth));
            walk(&section.sections, depth + 1, all);
        }
    }
    let mut all = Vec::new();
    walk(&instrument.sections, 0, &mut all);
    all
}

impl<'a> Paper<'a> {
    pub fn new(
        instrument: &'a Instrument,
        assessment: &'a Assessment,
        wish: &'a Wish,
        around: Around<'a>,
    ) -> Self {
        let texts = wish.language.texts();
        Self {
            h: Html::default(),
            t: &texts.report.paper,
            texts,
            language: wish.language,
            instrument,
            assessment,
            score: score(instrument, assessment),
            support: support(instrument, assessment),
            wish,
            around: Around { logo: around.logo.filter(|logo| is_logo(logo)), ..around },
            cover: assessment.records.get(Cover::KEY).unwrap_or_default(),
        }
    }

    /// "Laporan Indeks SPBE, Kota Contoh, 2025".
    pub fn title(&self) -> String {
        let of = self.assessment;
        (self.t.title)(&self.instrument.index_title, &text::readable(&of.agency.name), of.year)
    }

    pub fn write(mut self) -> String {
        let has = |part| self.wish.parts.contains(&part);
        let (summary, minutes, repairs) = (has(Part::Summary), has(Part::Minutes), has(Part::Repairs));
        if summary {
            self.summary();
        }
        self.full();
        if minutes {
            self.minutes();
        }
        if repairs {
            self.repairs();
        }
        self.h.done()
    }

    /// Opens a part on a page of its own, with the letterhead above it.
    pub fn part(&mut self, class: &str, title: &str) {
        self.h.open("article", &[("class", class)]);
        self.letterhead();
        self.h.say("h1", "", title);
    }

    fn letterhead(&mut self) {
        let own: Vec<_> =
            self.cover.letterhead.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let lines: Vec<String> = if own.is_empty() {
            vec![text::readable(&self.assessment.agency.name)]
        } else {
            own.into_iter().take(HEAD_LINES).map(text::readable).collect()
        };
        self.h.open("header", &[("class", "letterhead")]);
        if let Some(logo) = self.around.logo {
            self.h.tag("img", &[("src", logo), ("alt", self.t.logo)]);
        }
        self.h.open("div", &[]);
        for line in lines {
            self.h.say("p", "", &line);
        }
        self.h.close();
        self.h.close();
    }

    /// Who was assessed with what, at which stage, and what is not final about it.
    pub fn identity(&mut self, stage: Stage) {
        let of = self.assessment;
        let kind = text::agency_kind(self.language, of.agency.kind);
        let line = (self.t.identity)(
            &text::readable(&of.agency.name),
            kind,
            of.year,
            &self.instrument.short_title,
            text::stage(self.language, stage),
        );
        self.h.say("p", "identity", &line);
    }

    /// What a reader must know before taking the index for the index.
    pub fn caveats(&mut self, score: &Score, stage: Stage) {
        if score.answered < score.total {
            let (lowest, highest) = (self.rounded(score.lowest), self.rounded(score.highest));
            let least = self.number(self.instrument.scale.min);
            let line = (self.t.interim)(score.answered, score.total, &least, &lowest, &highest);
            self.h.open("p", &[("class", "caveat"), ("data-figure", "interim")]);
            self.h.say("b", "", self.t.interim_head);
            self.h.text(" ");
            self.h.text(&line);
            self.h.close();
        }
        if stage != Stage::Akhir {
            self.h.say("p", "soft", self.t.not_official);
        }
        if self.instrument.support.by == SupportBy::Items {
            self.h.say("p", "soft", self.t.estimate);
        }
        if let Some(other) = &score.standing.predicate_if_rounded {
            let line = (self.texts.score.if_rounded)(
                &text::exact(self.language, score.standing.index, 4),
                &self.rounded(score.standing.index),
                other,
            );
            self.h.say("p", "soft", &line);
        }
    }

    /// A figure that is the same as on screen, marked with what it is.
    pub fn figure(&mut self, tag: &'static str, class: &str, name: &str, shown: &str) {
        self.h.with(tag, &[("class", class), ("data-figure", name)], shown);
    }

    pub fn rounded(&self, exact: Exact) -> String {
        text::value(self.language, exact.rounded())
    }

    /// The value of an indicator: "3" where the instrument knows no decimals, else "3,00".
    pub fn number(&self, of: Value) -> String {
        match (self.instrument.scale.decimals, of.decimals()) {
            (0, 0) => (of.as_hundredths() / 100).to_string(),
            _ => text::value(self.language, of),
        }
    }

    /// The same, or a dash for none.
    pub fn maybe(&self, of: Option<Value>) -> String {
        of.map_or_else(|| "–".to_owned(), |of| self.number(of))
    }

    pub fn date(&self, date: Date) -> String {
        text::date(self.language, &date.to_string())
    }

    /// "Senin, 5 Oktober 2026".
    pub fn long_date(&self, date: Date) -> String {
        // 1 January 1900 was a Monday.
        let days = Date::new(1900, 1, 1).map_or(0, |monday| monday.days_until(date));
        let weekday = self.t.weekdays[usize::try_from(days.rem_euclid(7)).unwrap_or_default()];
        let month = self.t.months[usize::from(date.month().clamp(1, 12)) - 1];
        (self.t.long_date)(weekday, date.day(), month, date.year())
    }

    pub fn weight(&self, weight: u32) -> String {
        let share = Exact::share(weight, self.instrument.total_weight);
        format!("{}%", text::exact(self.language, share, 0))
    }

    /// Opens a table with these heads, which are repeated on each page. `num` tells which are of figures.
    pub fn table(&mut self, class: &str, heads: &[&str], num: &[usize]) {
        self.h.open("table", &[("class", class)]);
        self.h.open("thead", &[]);
        self.h.open("tr", &[]);
        for (at, head) in heads.iter().enumerate() {
            let class = if num.contains(&at) { "num" } else { "" };
            self.h.with("th", &[("scope", "col"), ("class", class)], head);
        }
        self.h.close();
        self.h.close();
        self.h.open("tbody", &[]);
    }

    pub fn end_table(&mut self) {
        self.h.close();
        self.h.close();
    }

    /// Words of the instrument, which are Indonesian in every report.
    pub fn of_instrument(&mut self, tag: &'static str, class: &str, words: &str) {
        let lang = if self.language == Language::Indonesian { "" } else { "id" };
        self.h.with(tag, &[("class", class), ("lang", lang)], words);
    }

    pub fn heading(&self, section: &Section) -> String {
        let kind = match section.kind {
            SectionKind::Domain => self.t.domain,
            SectionKind::Aspect => self.t.aspect,
        };
        format!("{kind} {}: {}", section.number, section.title)
    }

    /// A link where it is one of the web, else the words.
    pub fn link(&mut self, address: Option<&str>, words: &str) {
        match address {
            Some(address) => self.h.with("a", &[("href", address), ("rel", "noreferrer")], words),
            None => self.h.text(words),
        }
    }

    pub fn short(&self, number: Number) -> String {
        self.instrument.indicator(number).map(Indicator::named).unwrap_or_else(|| number.to_string())
    }

    /// The sections with their figures, the domains before their aspects; `name` is before each figure's name.
    pub fn section_table(&mut self, score: &Score, name: &str, full: bool) {
        let t = self.t;
        let heads: &[&str] = if full {
            &[t.section, t.weight, t.value, t.adds, t.answered]
        } else {
            &[t.section, t.weight, t.value]
        };
        self.table("sections", heads, &[1, 2, 3, 4]);
        for (section, depth) in sections(self.instrument) {
            let Some(of) = score.section(&section.id) else { continue };
            self.h.open("tr", &[("class", if depth == 0 { "domain" } else { "aspect" })]);
            let title = if full { &section.title } else { &section.short_title };
            self.of_instrument("th", "", title);
            let weight = self.weight(section.weight);
            self.h.say("td", "num", &weight);
            let value = self.rounded(of.value);
            self.figure("td", "num", &format!("{name}section:{}", section.id), &value);
            if full {
                self.h.say("td", "num", &text::exact(self.language, of.contribution, 4));
                self.h.say("td", "num", &format!("{}/{}", of.answered, of.total));
            }
            self.h.close();
        }
        self.end_table();
    }

    pub fn chart(&mut self, chart: Chart) {
        let svg = drawn(self.language, self.instrument, self.assessment, &self.score, chart);
        let class = if chart == Chart::Radar { "chart" } else { "chart wide" };
        self.h.chart(class, &svg);
    }
}

impl Indicator {
    /// "12. Layanan pusat data".
    pub(super) fn named(&self) -> String {
        format!("{}. {}", self.number, self.short_title)
    }
}

/// A chart of a report, which can be saved alone too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    Radar,
    Bars,
    /// From stage to stage.
    Line,
}

impl Chart {
    pub const ALL: [Self; 3] = [Self::Radar, Self::Bars, Self::Line];

    /// For the name of its file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Radar => "radar",
            Self::Bars => "bagian",
            Self::Line => "tahap",
        }
    }
}

/// A chart of an assessment as SVG.
pub fn chart_of(
    language: Language,
    instrument: &Instrument,
    assessment: &Assessment,
    chart: Chart,
) -> String {
    drawn(language, instrument, assessment, &score(instrument, assessment), chart)
}

fn drawn(
    language: Language,
    instrument: &Instrument,
    assessment: &Assessment,
    score: &Score,
    chart: Chart,
) -> String {
    let t = &language.texts().report.paper;
    let (min, max) = (instrument.scale.min, instrument.scale.max);
    let target = assessment.target.map(|target| Exact::from(target).position(min, max));
    let mark = |label: &str, of: Exact| Mark {
        label: label.to_owned(),
        shown: text::value(language, of.rounded()),
        share: of.position(min, max),
    };
    let titled =
        |name: &str| (t.chart_title)(name, &text::readable(&assessment.agency.name), assessment.year);
    match chart {
        Chart::Radar => {
            let of = |section: &Section| Some(mark(&section.short_title, score.section(&section.id)?.value));
            let marks: Vec<_> = instrument.aspects().filter_map(of).collect();
            charts::radar(&titled(t.charts[0]), &marks, target)
        }
        Chart::Bars => {
            let of = |(section, depth): (&Section, u8)| {
                let of: &SectionScore = score.section(&section.id)?;
                let label = &section.short_title;
                Some(mark(&if depth == 0 { label.to_uppercase() } else { label.clone() }, of.value))
            };
            let flat = instrument.sections.iter().all(|section| section.sections.is_empty());
            let marks: Vec<_> = sections(instrument)
                .into_iter()
                .filter_map(|(section, depth)| of((section, depth + u8::from(flat))))
                .collect();
            let ends = [min, max].map(|end| text::value(language, end));
            charts::bars(&titled(t.charts[1]), &marks, target, [&ends[0], &ends[1]])
        }
        Chart::Line => {
            let marks: Vec<_> = super::stages::reached(assessment)
                .into_iter()
                .map(|stage| {
                    let of = at_stage(instrument, assessment, stage).standing.index;
                    mark(t.stages[stage as usize], of)
                })
                .collect();
            charts::line(&titled(t.charts[2]), &marks, target)
        }
    }
}
