//! The page a planner hands on: the answers first, then what drives them, what they cost, and what
//! they rest on.

mod answers;
mod foundations;
mod markdown;
mod money;
mod places;

pub use answers::{headlines, not_answered};

use crate::results::{Findings, ScopeKind};
use crate::units::Year;
use crate::words::number;
use markdown::Page;

/// The whole page. `drawn` are its pictures.
pub fn write(f: &Findings, drawn: &[Shown]) -> String {
    let mut page = Page::titled(&f.title);
    introduction(f, &mut page);
    answers::headline_targets(f, &mut page);
    answers::drivers(f, &mut page);
    answers::too_late(f, &mut page);
    answers::together(f, &mut page);
    pictures(drawn, &mut page);
    foundations::policies(f, &mut page);
    answers::other_national(f, &mut page);
    places::provinces(f, &mut page);
    places::provincial_targets(f, &mut page);
    places::old_borders(f, &mut page);
    money::costs(f, &mut page);
    money::hiring(f, &mut page);
    foundations::assumptions(f, &mut page);
    foundations::facilities(f, &mut page);
    foundations::left_out(f, &mut page);
    foundations::how_to_read(&mut page);
    foundations::files(!drawn.is_empty(), &mut page);
    page.text()
}

/// The first simulated year.
fn first(f: &Findings) -> Year {
    f.years
        .get(1)
        .or(f.years.first())
        .copied()
        .unwrap_or(Year(0))
}

/// The last simulated year.
fn last(f: &Findings) -> Year {
    f.years.last().copied().unwrap_or(Year(0))
}

/// Number of futures lived.
fn futures(f: &Findings) -> u32 {
    f.replicates.end.saturating_sub(f.replicates.start)
}

/// Title of an indicator; its id where the registry has none.
fn title<'a>(f: &'a Findings, indicator: &'a str) -> &'a str {
    f.indicator(indicator)
        .map_or(indicator, |i| &f.indicators[i].title)
}

/// Name of a place as its people write it.
fn place<'a>(f: &'a Findings, scope: &'a str) -> &'a str {
    match f.scope(scope) {
        Some(s) if f.scopes[s].kind == ScopeKind::Nation => &f.country,
        Some(s) => &f.scopes[s].name,
        None => scope,
    }
}

fn introduction(f: &Findings, page: &mut Page) {
    if !f.note.trim().is_empty() {
        page.paragraph(f.note.trim());
    }
    page.paragraph(&format!(
        "This page looks at {} from {} to {}. We lived {} possible futures. In each one, every uncertain number was \
         drawn anew and the years were run through once. A chance of 7 in 10 means that the target was met in 7 of 10 \
         of these futures. Ratios are those of 31 December. Money is in {} at the prices of {} unless said otherwise.",
        f.country,
        first(f),
        last(f),
        number::whole(f64::from(futures(f))),
        f.currency,
        f.years.first().copied().unwrap_or(Year(0)),
    ));
    match f.uncertainty.as_str() {
        "both" => {}
        "parameters" => page.paragraph(
            "**Only the assumptions were drawn in this run.** People and projects followed their expectation, so the \
             futures differ less than they should.",
        ),
        "process" => page.paragraph(
            "**Only events were drawn in this run.** Every assumption stood at its median, so the futures differ less \
             than they should and the chances below are too sure of themselves.",
        ),
        _ => page.paragraph(
            "**Nothing was drawn in this run.** Every assumption stood at its median and every count at its \
             expectation. This is a check of the arithmetic, not a forecast.",
        ),
    }
    if f.staffing_gate {
        page.paragraph(
            "The staffing gate is on in this scenario: beds without enough staff stay shut, and the targets for beds \
             are asked of operating beds.",
        );
    }
}

/// A picture as the page shows it: its file, what it shows, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// File relative to the page; `None` where there was nothing to draw.
    pub file: Option<String>,
    /// Title.
    pub title: String,
    /// What the picture says, or why there is none.
    pub says: String,
}

fn pictures(shown: &[Shown], page: &mut Page) {
    if shown.is_empty() {
        return;
    }
    page.section("Pictures");
    for picture in shown {
        if let Some(file) = &picture.file {
            let text = [picture.title.as_str(), picture.says.as_str()]
                .map(markdown::plain)
                .join(": ");
            page.paragraph(&format!("![{text}]({})", file.replace(' ', "%20")));
        }
    }
    let missing: Vec<String> = shown
        .iter()
        .filter(|p| p.file.is_none())
        .map(|p| format!("Not drawn: {}", markdown::plain(&p.says)))
        .collect();
    page.list(&missing);
}
