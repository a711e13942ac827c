//! How right it would have been, in short: every page of results says what the past says of it.

use super::first;
use super::markdown::Page;
use crate::hindcast::facts::COUNTRY;
use crate::hindcast::{outside as view, seen};
use crate::results::{Findings, TargetAnswer};
use crate::words::{hindcast as looking, page as around, report as words};

/// The targets of 2025 as earlier years would have seen them, and what was never looked back on.
pub fn looking_back(f: &Findings, page: &mut Page) {
    if f.base != COUNTRY {
        page.section(around::LOOKING_BACK);
        page.paragraph(around::NOTHING_LOOKED_BACK_ON);
        return;
    }
    page.section(around::LOOKING_BACK);
    page.paragraph(around::LOOKING_BACK_LEAD);
    let said: Vec<String> = seen::marks().iter().map(looking::mark_says).collect();
    page.list(&said);
    page.paragraph(around::NOT_LOOKED_BACK_ON);
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
        assert!(page.text().contains(around::NOTHING_LOOKED_BACK_ON));
    }
}
