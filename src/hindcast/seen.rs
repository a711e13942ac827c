//! The targets of 2025 as the whole model would have seen them from earlier years, as last lived: every
//! page of results prints them, and no page lives earlier years again.

use super::Stock;
use super::facts::TABLE_OF_MARKS;
use super::found::{Mark, Seen, Target};
use crate::units::Year;
#[cfg(any(test, feature = "internals"))]
use std::fmt::Write;
use std::sync::OnceLock;

const COLUMNS: &str = "target,threshold,year,came,origin,chance,median\n";
/// What the marks are of.
const TARGETS: [Target; 2] = [
    Target::Official(Stock::Beds),
    Target::Official(Stock::Doctors),
];

/// The marks as last lived, with the chance that would have been given.
pub fn marks() -> &'static [Mark] {
    static READ: OnceLock<Vec<Mark>> = OnceLock::new();
    READ.get_or_init(|| read(TABLE_OF_MARKS).expect("tested: the table of marks has no mistake"))
}

/// The table of marks: chances to a hundredth, medians to a tenth.
#[cfg(any(test, feature = "internals"))]
pub fn table(marks: &[Mark]) -> String {
    let mut text = COLUMNS.to_owned();
    for mark in marks {
        for seen in &mark.seen {
            writeln!(
                text,
                "{},{},{},{},{},{:.2},{:.1}",
                mark.target.id(),
                mark.threshold,
                mark.year,
                mark.came,
                seen.origin,
                seen.chance,
                seen.median
            )
            .expect("text can be written to");
        }
    }
    text
}

fn read(text: &str) -> Option<Vec<Mark>> {
    let mut marks: Vec<Mark> = Vec::new();
    for line in text.strip_prefix(COLUMNS)?.lines() {
        let cells: Vec<&str> = line.split(',').collect();
        let [target, threshold, year, came, origin, chance, median] = cells[..] else {
            return None;
        };
        let target = TARGETS.into_iter().find(|own| own.id() == target)?;
        if marks.last().is_none_or(|mark| mark.target != target) {
            marks.push(Mark {
                target,
                threshold: threshold.parse().ok()?,
                year: Year(year.parse().ok()?),
                came: came.parse().ok()?,
                seen: Vec::new(),
            });
        }
        marks.last_mut()?.seen.push(Seen {
            origin: Year(origin.parse().ok()?),
            by: Vec::new(),
            chance: chance.parse().ok()?,
            median: median.parse().ok()?,
        });
    }
    (!marks.is_empty()).then_some(marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_as_it_is_written() {
        assert_eq!(table(marks()), TABLE_OF_MARKS);
        assert!(read("target\n").is_none());
    }
}
