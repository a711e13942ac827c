//! Shares of one whole that stand in several assumptions add to no more than the whole: what is over
//! would be scaled away without a word.

use super::AssumptionBook;
use crate::base::TableProblem;
use crate::base::tables::Reader;
use crate::messages::base as messages;

/// Shares of one whole, and how much their middles may add to. `{o}` stands for the code of an
/// occupation.
const WHOLES: &[(&[&str], f64)] = &[
    (&["fund.spending_share", "fund.household_share"], 1.0),
    (&["fund.stay_part", "fund.station_part"], 1.0),
    (&["check.share_pupils", "check.share_workers"], 1.0),
    (
        &[
            "base.private_bed_share",
            "base.central_bed_share",
            "base.other_ministry_bed_share",
        ],
        1.0,
    ),
    (
        &[
            "base.{o}_private_share",
            "base.{o}_central_share",
            "base.{o}_commune_share",
        ],
        1.0,
    ),
    // Weights, drawn one by one and scaled to 1: their middles leave that some room.
    (
        &[
            "visits.share_station",
            "visits.share_regional",
            "visits.share_provincial",
            "visits.share_private",
            "visits.share_central",
        ],
        1.25,
    ),
];

/// Shares that add to more than their whole.
#[derive(Clone, Debug, PartialEq)]
pub struct TooMuch {
    /// Each with its middle.
    pub parts: Vec<(String, f64)>,
    /// What they add to.
    pub sum: f64,
}

impl TooMuch {
    /// Each with its middle, in words.
    pub fn listed(&self) -> String {
        let part = |(id, middle): &(String, f64)| format!("{id} {}", rounded(*middle));
        let all: Vec<String> = self.parts.iter().map(part).collect();
        all.join(", ")
    }

    /// What they add to, as printed.
    pub fn shown(&self) -> f64 {
        rounded(self.sum)
    }

    /// Whether one of them has this id.
    pub fn holds(&self, id: &str) -> bool {
        self.parts.iter().any(|(part, _)| part == id)
    }
}

fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

/// The wholes of a book whose shares add to more, for these occupations.
pub fn too_much<'a>(
    book: &AssumptionBook,
    occupations: impl Iterator<Item = &'a str>,
) -> Vec<TooMuch> {
    let codes: Vec<&str> = occupations.collect();
    let mut found = Vec::new();
    for (ids, most) in WHOLES {
        let each = match ids.iter().any(|id| id.contains("{o}")) {
            true => &codes[..],
            false => &[""],
        };
        for code in each {
            let ids = ids.iter().map(|id| id.replace("{o}", code));
            let held = ids.filter_map(|id| Some((book.get(&id)?.quantile(0.5), id)));
            let parts: Vec<(String, f64)> = held.map(|(middle, id)| (id, middle)).collect();
            let sum: f64 = parts.iter().map(|(_, middle)| middle).sum();
            if sum > most + 1e-9 {
                found.push(TooMuch { parts, sum });
            }
        }
    }
    found
}

/// Refuses shares of a base that add to more than their whole.
pub fn of_one_whole<'a>(
    reader: &mut Reader<'_>,
    book: &AssumptionBook,
    occupations: impl Iterator<Item = &'a str>,
) {
    const FILE: &str = "assumptions.ron";
    for wrong in too_much(book, occupations) {
        let line = reader.line_of_assumption(FILE, &wrong.parts[0].0);
        let said = messages::parts_over_whole(wrong.listed(), wrong.shown());
        let problem = TableProblem::of("base::shares-do-not-add", FILE, line, said);
        reader.problems.push(problem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Base, Distribution};

    #[test]
    fn shares_of_one_whole_are_told_when_they_are_more() {
        let base = Base::builtin();
        let codes = || base.occupations.iter().map(|o| o.code.as_str());
        assert_eq!(too_much(&base.assumptions, codes()), []);
        for (id, value) in [
            ("fund.spending_share", 0.7),
            ("fund.station_part", 0.5),
            ("check.share_workers", 0.9),
            ("base.central_bed_share", 0.95),
            ("base.nurse_commune_share", 0.8),
            ("visits.share_station", 0.9),
        ] {
            let mut book = base.assumptions.clone();
            let at = book.position(id).unwrap();
            book.all[at].distribution = Distribution::Fixed(value);
            let found = too_much(&book, codes());
            assert_eq!(found.len(), 1, "{id}");
            assert!(found[0].holds(id) && found[0].sum > 1.0, "{id}");
        }
    }
}
