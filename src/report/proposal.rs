use crate::assessment::{ALL_SECTIONS, Assessment, Finding};
use crate::instrument::{Instrument, Section};
use crate::score::{IndicatorScore, Score, Support};
use crate::text::{self, Language};

/// So many indicators are named in each text.
const FEW: usize = 3;

/// What the values alone say of a section, or of all sections ([`ALL_SECTIONS`]), for a person to take over
/// and mend. Nothing of it is stored until then. None for a section that the instrument does not know.
pub fn proposal(
    language: Language,
    instrument: &Instrument,
    assessment: &Assessment,
    score: &Score,
    support: &Support,
    section: &str,
) -> Option<Finding> {
    let t = &language.texts().report.paper;
    let (title, value, answered, total, mut all) = if section == ALL_SECTIONS {
        let all: Vec<_> = score.indicators().cloned().collect();
        (instrument.index_title.clone(), score.standing.index, score.answered, score.total, all)
    } else {
        let of = score.section(section)?;
        let all: Vec<_> = of.all_indicators().cloned().collect();
        (title_of(&instrument.sections, section)?, of.value, of.answered, of.total, all)
    };
    let name = |one: &IndicatorScore| {
        let named = instrument.indicator(one.number).map(|of| of.named()).unwrap_or_default();
        let value = one.value.map(|value| text::value(language, value)).unwrap_or_default();
        (t.named_value)(&named, &value)
    };
    let names = |some: Vec<&IndicatorScore>| some.into_iter().map(name).collect::<Vec<_>>().join("; ");
    let short = all.iter().filter(|one| support.is_short(one.number)).count();
    let shown = text::value(language, value.rounded());
    let fulfilment = (t.propose_fulfilment)(&title, &shown, answered, total, short);

    all.retain(|one| one.value.is_some());
    // Upper and lower half of the scale: what lies in its middle is neither strong nor weak.
    let (min, max) = (instrument.scale.min, instrument.scale.max);
    let middle = (min.as_hundredths() + max.as_hundredths()) / 2;
    let mut strong: Vec<_> = all
        .iter()
        .filter(|one| one.counted.as_hundredths() > middle && !support.is_short(one.number))
        .collect();
    strong.sort_by(|a, b| {
        b.counted.cmp(&a.counted).then(b.weight.cmp(&a.weight)).then(a.number.cmp(&b.number))
    });
    strong.truncate(FEW);
    let mut weak: Vec<_> = all.iter().filter(|one| one.counted.as_hundredths() < middle).collect();
    weak.sort_by(|a, b| {
        a.counted.cmp(&b.counted).then(b.weight.cmp(&a.weight)).then(a.number.cmp(&b.number))
    });
    weak.truncate(FEW);
    let mut gains: Vec<_> = all.iter().filter(|one| one.gain.is_some()).collect();
    gains.sort_by(|a, b| b.gain.cmp(&a.gain).then(a.counted.cmp(&b.counted)).then(a.number.cmp(&b.number)));

    let mut recommendations = Vec::new();
    if answered < total {
        recommendations.push((t.propose_open)(total - answered));
    }
    if short > 0 {
        recommendations.push((t.propose_support)(short));
    }
    for one in gains.into_iter().take(FEW) {
        let indicator = instrument.indicator(one.number)?;
        let next = instrument.model_of(indicator).and_then(|model| model.level_above(one.counted));
        if let Some(next) = next {
            let criterion = indicator.criteria.get(&next.level).map(String::as_str).unwrap_or_default();
            recommendations.push((t.propose_raise)(&indicator.named(), next.level, criterion));
        }
    }
    let strengths = if strong.is_empty() { String::new() } else { (t.propose_strong)(&names(strong)) };
    let mut weaknesses = Vec::new();
    if !weak.is_empty() {
        weaknesses.push((t.propose_weak)(&names(weak)));
    }
    let unsupported: Vec<_> = all.iter().filter(|one| support.is_short(one.number)).take(FEW).collect();
    if !unsupported.is_empty() {
        weaknesses.push((t.propose_unsupported)(&names(unsupported)));
    }
    // Nothing is written of an assessment that holds nothing.
    if assessment.answers.is_empty() {
        return Some(Finding::default());
    }
    Some(Finding {
        fulfilment,
        strengths,
        weaknesses: weaknesses.join("\n"),
        recommendations: recommendations.join("\n"),
        ..Finding::default()
    })
}

/// "Domain 1: Kebijakan Internal".
fn title_of(sections: &[Section], id: &str) -> Option<String> {
    let own = |section: &Section| (section.id == id).then(|| section.title.clone());
    sections.iter().find_map(|section| own(section).or_else(|| title_of(&section.sections, id)))
}
