//! A kind of policy: what it is given, what it does to the world, what it asks of the base.

use super::page::Page;
use crate::base::Base;
use crate::policy::Kind;
use crate::scenario::file::BUILT_IN;
use crate::scenario::grammar;
use crate::shape::Field;
use crate::words::data::spoken;
use crate::words::explain as words;

/// The page of a kind of policy.
pub fn page(kind: &Kind, base: &Base) -> Page {
    let mut page = Page::new(kind.name, super::What::Policy.said());
    page.say(&kind.summary);
    page.field(&words::SERVES, kind.serves.join(", "));
    page.field(&words::DOES_NOT_MOVE, kind.does_not_move);
    if kind.trains {
        let rows: Vec<String> = base
            .occupations
            .iter()
            .map(|o| words::first_licensed(&o.plural, base.year.plus(1), o.study_years))
            .collect();
        page.field(&words::TIME, rows.join("; "));
    }
    page.block(&words::FIELDS, &list(kind.fields.iter()));
    page.block(&words::FIELDS_OF_ALL, &list(grammar::of_every_policy()));
    page.field(&words::ACTS, kind.acts);
    page.field(&words::EQUATION, kind.equation);
    let uses: Vec<&str> = base
        .assumptions
        .all
        .iter()
        .map(|a| a.id.as_str())
        .filter(|id| kind.asks(id))
        .collect();
    page.field(&words::USES, uses.join(", "));
    let seen: Vec<&str> = BUILT_IN
        .iter()
        .filter(|(_, text)| text.contains(&format!("do: {}(", kind.name)))
        .map(|(name, _)| *name)
        .collect();
    page.field(&words::SEEN_IN, seen.join(", "));
    page.block(&words::EXAMPLE, &kind.example);
    page
}

/// Fields with what they say, one below the other.
fn list(fields: impl Iterator<Item = &'static Field> + Clone) -> String {
    let wide = fields.clone().map(|f| f.name.len()).max().unwrap_or(0);
    let rows: Vec<String> = fields
        .map(|f| {
            let (name, about) = (f.name, f.about.to_string());
            // Many say themselves what holds where they are left out.
            let may = match f.needed || about.contains("left out") {
                true => "",
                false => &words::MAY_BE_LEFT_OUT,
            };
            format!("{name:<wide$}  {}{may}", spoken(&about))
        })
        .collect();
    rows.join("\n")
}
