//! The page a planner hands on: the answers first, then what drives them, what they cost, and what
//! they rest on.

mod answers;
pub(super) mod document;
mod figures;
mod focus;
mod foundations;
mod front;
pub(super) mod html;
pub(super) mod lookup;
pub(super) mod markdown;
mod money;
mod past;
mod places;
pub(super) mod questioned;
mod spans;
pub(super) mod tasks;
pub(super) mod weighed;
#[cfg(feature = "xlsx")]
mod word;

pub use answers::{
    Instead, claim, claim_alone, headlines, in_short, instead, main_doubt, main_year, paired,
};
pub use front::{over, spent};
pub use markdown::opening;
pub use tasks::all_not_absorbed as not_absorbed;

use super::ReportError;
use super::draft::Draft;
use crate::results::{Facilities, Findings, Futures, ScopeKind};
use crate::units::Year;
use crate::words::{browser, page as words};
use markdown::Page;
#[cfg(feature = "xlsx")]
use std::path::Path;

/// Leaves a page under a name: whole as one file for a browser, with the pictures that were put before it,
/// and as Markdown, of a page in parts the first with the way to the others.
pub(super) fn put(draft: &Draft, name: &str, page: &Page) -> Result<(), ReportError> {
    let alone = format!("{name}.html");
    let text = match page.first() {
        Some(mut first) => {
            first.paragraph(&browser::the_rest(&alone));
            first.text()
        }
        None => page.text(),
    };
    draft.put(&format!("{name}.md"), text.as_bytes())?;
    let files = page.blocks.iter().filter_map(|block| match block {
        document::Block::Picture { file, .. } => Some(file.as_str()),
        _ => None,
    });
    let pictures = draft.pictures(files)?;
    let html = html::page(page, &|file| pictures.get(file).cloned());
    draft.put(&alone, html.as_bytes())?;
    super::paper::print(draft, name)?;
    #[cfg(feature = "xlsx")]
    {
        let file = format!("{name}.docx");
        let bytes = word::document(&page.handed_on(&words::TASKS));
        draft.put(&file, &bytes.map_err(super::draft::at(Path::new(&file)))?)?;
    }
    Ok(())
}

/// The whole page. `drawn` are its pictures; `facilities` are told of where the question is about one
/// province.
pub fn write(
    f: &Findings,
    facilities: Option<&Facilities>,
    futures: Option<&Futures>,
    drawn: &[Shown],
) -> Page {
    let mut page = Page::titled(&f.title);
    front::write(f, &mut page);
    page.divided(&words::BODY);
    introduction(f, &mut page);
    if let Some(known) = lookup::look_up(f) {
        page.looked_up(known);
    }
    if let Some(questioned) = futures.and_then(|all| questioned::questioned(f, all)) {
        page.questioned(questioned);
    }
    if let Some(ways) = weighed::weighed(f) {
        page.weighed(ways);
    }
    answers::headline_targets(f, &mut page);
    figures::of_the_asker(f, &mut page);
    places::beside(f, &mut page);
    answers::too_late(f, &mut page);
    answers::together(f, &mut page);
    money::public(f, &mut page);
    foundations::tasks(f, &mut page);
    past::looking_back(f, &mut page);
    page.annexed(&words::ANNEX);
    focus::standing(f, &mut page);
    pictures(drawn, &mut page);
    answers::drivers(f, &mut page);
    foundations::policies(f, &mut page);
    focus::province(f, facilities, &mut page);
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
    page
}

/// The first simulated year.
pub fn first(f: &Findings) -> Year {
    f.years
        .get(1)
        .or(f.years.first())
        .copied()
        .unwrap_or(Year(0))
}

/// The last simulated year.
pub fn last(f: &Findings) -> Year {
    f.years.last().copied().unwrap_or(Year(0))
}

/// Number of futures lived.
pub fn futures(f: &Findings) -> u32 {
    f.replicates.end.saturating_sub(f.replicates.start)
}

/// Title of an indicator; its id where the registry has none.
pub fn title<'a>(f: &'a Findings, indicator: &'a str) -> &'a str {
    f.indicator(indicator)
        .map_or(indicator, |i| &f.indicators[i].title)
}

/// Name of a place as its people write it.
pub fn place<'a>(f: &'a Findings, scope: &'a str) -> &'a str {
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
    let base = f.years.first().copied().unwrap_or(first(f));
    page.paragraph(&words::introduction(
        &f.country,
        first(f),
        last(f),
        futures(f),
        &f.currency,
        base,
    ));
    if let Some(summarised) = f.summarised {
        page.paragraph(&words::summarised(summarised));
    }
    if let Some(warning) = words::not_all_drawn(&f.uncertainty) {
        page.paragraph(warning);
    }
    if let Some(sampling) = &f.sampling {
        page.paragraph(&words::laid_out(sampling));
    }
    if f.staffing_gate {
        page.paragraph(&words::GATE_ON);
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

pub(super) fn pictures(shown: &[Shown], page: &mut Page) {
    if shown.is_empty() {
        return;
    }
    page.section(&words::PICTURES);
    for picture in shown {
        if let Some(file) = &picture.file {
            let text = [picture.title.as_str(), picture.says.as_str()]
                .map(markdown::plain)
                .join(": ");
            page.picture(&text, file);
        }
    }
    let missing: Vec<String> = shown
        .iter()
        .filter(|p| p.file.is_none())
        .map(|p| words::not_drawn(&markdown::plain(&p.says)))
        .collect();
    page.list(&missing);
}
