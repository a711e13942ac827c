//! How right it would have been, in short: every page of results says what the past says of it.

use super::markdown::{Page, plain};
use super::{first, place, title};
use crate::base::missed_by;
use crate::hindcast::facts::COUNTRY;
use crate::hindcast::{outside as view, seen};
use crate::results::{Findings, NATION, TargetAnswer, Unit};
use crate::words::{hindcast as looking, page as around, report as words};

/// The targets of 2025 as earlier years would have seen them, and what was never looked back on.
pub fn looking_back(f: &Findings, page: &mut Page) {
    marks(f, page);
    if f.base != COUNTRY {
        page.section(&around::LOOKING_BACK);
        page.paragraph(&around::NOTHING_LOOKED_BACK_ON);
        return;
    }
    page.section(&around::LOOKING_BACK);
    page.paragraph(&around::LOOKING_BACK_LEAD);
    let said: Vec<String> = seen::marks().iter().map(looking::mark_says).collect();
    page.list(&said);
    page.paragraph(&around::NOT_LOOKED_BACK_ON);
}

/// What plans asked for by the base year, and what came.
fn marks(f: &Findings, page: &mut Page) {
    if f.marks.is_empty() {
        return;
    }
    page.section(&around::MARKS);
    let said = f.marks.iter().map(|mark| {
        let unit = f.info(&mark.indicator).map_or(Unit::Ratio, |i| i.unit);
        let title = title(f, &mark.indicator);
        let claim = words::claim(&mark.indicator, title, unit, mark.bound, mark.year);
        let claim = match mark.scope == NATION {
            true => claim,
            false => words::claim_in(&plain(place(f, &mark.scope)), &claim),
        };
        let came = match f.published(&mark.indicator, &mark.scope, mark.year) {
            None => words::OBSERVED_NOWHERE.to_owned(),
            Some(point) => {
                let missed = missed_by(mark.bound, point.value);
                let from = plain(&f.publishers_of(&point.source_id));
                let grade = format!("{:?}", point.grade);
                words::observed(
                    unit,
                    point.value,
                    missed,
                    &words::published_by(&from, &grade),
                )
            }
        };
        around::mark(&words::upper_first(&claim), &plain(&mark.document), &came)
    });
    page.list(&said.collect::<Vec<_>>());
}

/// The chance that the past gives to a rise as large as a target on official beds asks, whatever the
/// reasons.
pub fn outside(f: &Findings, a: &TargetAnswer) -> Option<String> {
    let base = first(f).0 - 1;
    let (of, scope, year) = (&a.indicator, &a.scope, a.year.0);
    let (chance, spans) = view::of_target(&f.base, base, of, scope, year, a.bound())?;
    Some(words::outside_view(chance, spans, view::AHEAD))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_page_says_what_the_past_says_of_its_answers() {
        let mut found = sample::findings();
        found.base = COUNTRY.to_owned();
        let mut page = Page::titled("T");
        looking_back(&found, &mut page);
        let text = page.text();
        assert!(
            text.contains("33 official beds per 10,000 people in 2025"),
            "{text}"
        );
        assert!(
            text.contains("15 official doctors per 10,000 people in 2025"),
            "{text}"
        );
        assert!(text.contains("Not looked back on"), "{text}");

        found.base = "elsewhere".to_owned();
        let mut page = Page::titled("T");
        looking_back(&found, &mut page);
        assert!(page.text().contains(&*around::NOTHING_LOOKED_BACK_ON));
    }
}
