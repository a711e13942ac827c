//! One name is explained: what it means, how it is computed, where it comes from, how to use it. An
//! unknown name leads to the nearest; one that means several things is answered with the list.

mod assumption;
mod density;
mod names;
mod page;
mod places;
mod policy;
mod read_off;

use super::{Failure, desk, screen};
use crate::base::Base;
use crate::base::former::FormerUnit;
use crate::diagnostic::folded;
use crate::scenario::codes;
use crate::words::explain as words;
use clap::Args;
use names::{Found, Name, What};
use page::Page;
pub use places::example as example_of;
use std::path::PathBuf;

/// What to explain.
#[derive(Clone, Debug, Args)]
pub struct ExplainOptions {
    /// A policy, indicator, assumption, target, province, facility, or the code of a message
    #[arg(value_name = "NAME")]
    pub name: String,
    /// The kind meant, where a name has several
    #[arg(long = "as", value_enum, value_name = "KIND")]
    pub kind: Option<What>,
    /// Folder of a base, in place of the built-in one
    #[arg(long, value_name = "DIR")]
    pub base: Option<PathBuf>,
}

/// Prints the page of a name.
pub fn explain(options: &ExplainOptions) -> Result<(), Failure> {
    let base = desk::base(options.base.as_deref())?;
    let name = found(&options.name, options.kind, &base)?;
    screen::answer(&page(&name, &base).draw(screen::width()));
    Ok(())
}

/// The position of the province that a name means, of today or of former times.
pub fn province_named(asked: &str, base: &Base) -> Result<usize, Failure> {
    found(asked, Some(What::Province), base).map(|name| name.at)
}

/// The one thing that a name means; of a unit of former times is said what it is part of.
fn found(asked: &str, kind: Option<What>, base: &Base) -> Result<Name, Failure> {
    match names::find(asked, kind, base) {
        Found::One(name) => {
            let wanted = folded(asked);
            let meant = |f: &&FormerUnit| [&f.code, &f.name].map(|n| folded(n)).contains(&wanted);
            let former = base.former_of(&name.name).find(meant);
            if let Some(unit) = former.filter(|_| name.what == What::Province) {
                let said = words::part_of(&unit.code, &unit.name, &unit.now, &unit.since);
                screen::note(&said);
            }
            Ok(name)
        }
        Found::Many(found, more) => {
            let all = found.iter().map(|n| (n.name.as_str(), n.what.word()));
            let said = words::several(asked, &all.collect::<Vec<_>>(), more);
            Err(Failure::Refused(said))
        }
        Found::None(nearest) => {
            let said = words::unknown(asked, nearest.as_deref());
            Err(Failure::Refused(said))
        }
    }
}

/// The page of a name that exists.
fn page(name: &Name, base: &Base) -> Page {
    match name.what {
        What::Policy => policy::page(&crate::policy::KINDS[name.at], base),
        What::Indicator => read_off::indicator(name.at, base),
        What::Target => read_off::target(&base.targets[name.at], base),
        What::Assumption => assumption::page(&base.assumptions.all[name.at], base),
        What::Facility => places::facility(name.at, base),
        What::Province => places::province(name.at, base),
        What::Code => code(&codes::ALL[name.at]),
    }
}

/// The page of a message's code.
fn code(code: &crate::words::codes::Code) -> Page {
    let mut page = Page::new(code.code, What::Code.said());
    page.say(&code.cause);
    page.field(&words::WAY_OUT, code.way_out);
    page.field(&words::SEVERITY, words::severity(code.weight));
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_page_that_says_something() {
        let base = Base::builtin();
        let mut seen = std::collections::BTreeMap::new();
        for name in names::all(&base) {
            // Stations are all alike.
            let count = seen.entry(name.what).or_insert(0);
            *count += 1;
            if name.what == What::Facility && *count > 100 {
                continue;
            }
            let text = page(&name, &base).draw(90);
            assert!(text.starts_with(&name.name), "{text}");
            assert!(text.lines().count() >= 4, "{text}");
            // Addresses and examples stay whole; sentences are broken.
            let too_long = |line: &str| {
                line.chars().count() > 100 && !line.contains("://") && !line.contains('"')
            };
            assert!(!text.lines().any(too_long), "{text}");
        }
        assert_eq!(seen.len(), 7);
    }

    #[test]
    fn an_indicator_that_only_tests_have_is_explained() {
        let base = Base::builtin();
        let all = names::all(&base);
        let own = all.iter().find(|n| n.name == "people_per_bed");
        let text = page(own.expect("it has a name"), &base).draw(90);
        assert!(
            text.contains("People for each hospital bed: people over"),
            "{text}"
        );
        assert!(text.contains("people / (beds of ministries"), "{text}");
    }
}
