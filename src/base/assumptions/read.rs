//! `assumptions.ron` is read and every number is asked for its law, its range, its source and its
//! reason.

use super::{
    Assumption, AssumptionBook, Distribution, required_assumptions, required_for_official,
    required_for_tracked,
};
use crate::base::tables::Reader;
use crate::base::{Grade, Occupation, TableProblem, TrackedIndicator};
use crate::diagnostic::nearest;
use crate::source::eye;

const FILE: &str = "assumptions.ron";

/// Reads and checks the uncertain numbers.
pub fn read(
    reader: &mut Reader<'_>,
    occupations: &[Occupation],
    tracked: &[TrackedIndicator],
    milestones: bool,
) -> AssumptionBook {
    let Some(text) = reader.text_of(FILE) else {
        return AssumptionBook::default();
    };
    let line = |at: usize| Some(text[..at].matches('\n').count() as u64 + 1);
    let (plain, odd) = eye::plain(text);
    for (place, name) in odd {
        reader.problems.push(TableProblem {
            code: "base::unreadable-assumptions",
            file: FILE.to_owned(),
            line: line(place.start),
            column: String::new(),
            message: format!("a {name} stands inside a number"),
            help: "delete it; thousands are written 1000 or 1_000".into(),
        });
    }
    let all: Vec<Assumption> = match ron::from_str(&plain) {
        Ok(all) => all,
        Err(error) => {
            reader.problems.push(TableProblem {
                code: "base::unreadable-assumptions",
                file: FILE.to_owned(),
                line: Some(error.span.start.line as u64),
                column: String::new(),
                message: format!("column {}: {}", error.span.start.col, error.code),
                help: "each assumption is written like its neighbours: (id: \"...\", meaning: \"...\", ...)".into(),
            });
            return AssumptionBook::default();
        }
    };
    for doubt in eye::thousands(text) {
        let said = doubt.said(text);
        reader.warnings.push(TableProblem {
            code: "base::thousands-dot",
            file: FILE.to_owned(),
            line: line(doubt.place.start),
            column: String::new(),
            message: said.text,
            help: said.help,
        });
    }
    let mut faults: Vec<(String, &'static str, String, String)> = Vec::new();
    for (at, a) in all.iter().enumerate() {
        let mut fault = |code, message: String, help: &str| {
            faults.push((a.id.clone(), code, message, help.to_owned()))
        };
        if all[..at].iter().any(|b| b.id == a.id) {
            fault(
                "base::duplicate-code",
                format!("`{}` stands twice", a.id),
                "keep one of the two",
            );
        }
        for (field, value) in [("meaning", &a.meaning), ("unit", &a.unit)] {
            if value.trim().is_empty() {
                fault(
                    "base::empty-cell",
                    format!("`{}` has no {field}", a.id),
                    "say in a few words what it is",
                );
            }
        }
        if let Some(message) = a.distribution.fault() {
            fault(
                "base::bad-distribution",
                format!("`{}`: {message}", a.id),
                "correct the parameters",
            );
        }
        if a.distribution.fault().is_none()
            && let Some(message) = a.cannot_be(&a.distribution)
        {
            fault(
                "base::out-of-range",
                message,
                "write a law that lies inside, at least for the most part; what is left outside is cut off",
            );
        }
        if a.grade == Grade::E {
            if a.reason.trim().is_empty() {
                fault(
                    "base::missing-reason",
                    format!("`{}` is assumed (grade E) and has no reason", a.id),
                    "say in `reason` why this value and this range",
                );
            }
            if !a.distribution.is_drawn() && a.range.is_none() {
                fault(
                    "base::missing-range",
                    format!("`{}` is assumed (grade E), fixed, and has no range", a.id),
                    "add `range: Some((low, high))`",
                );
            }
        } else if a.source.trim().is_empty() {
            fault(
                "base::missing-source",
                format!("`{}` has no source", a.id),
                "name an id of sources.csv, or use grade E with a range and a reason",
            );
        }
        if let Some((low, high)) = a.range {
            let inside = match a.distribution {
                Distribution::Fixed(v) => (low..=high).contains(&v),
                _ => true,
            };
            if low >= high || !inside {
                fault(
                    "base::range-misses-value",
                    format!(
                        "the range ({low}, {high}) of `{}` is empty or misses its value",
                        a.id
                    ),
                    "write the lower end first, the value between the two",
                );
            }
        }
        match a.distribution {
            Distribution::Fixed(v) if a.range.is_some() && a.held.trim().is_empty() => {
                let line = reader.line_of_assumption(FILE, &a.id);
                reader.warnings.push(TableProblem {
                    code: "base::range-not-drawn",
                    file: FILE.to_owned(),
                    line,
                    column: String::new(),
                    message: format!(
                        "`{}` has a range and is Fixed({v}): no future takes another value of the range",
                        a.id
                    ),
                    help: "give it a law (Triangular, Uniform, ...), or say in `held` why one value is held".into(),
                });
            }
            Distribution::Fixed(_) => {}
            _ if !a.held.trim().is_empty() => fault(
                "base::held-and-drawn",
                format!(
                    "`{}` says why it is held, and it is not: its law is drawn or a profile",
                    a.id
                ),
                "take `held` out, or write Fixed(...)",
            ),
            _ => {}
        }
        for id in reader.unknown_sources(&a.source) {
            fault(
                "base::unknown-source",
                format!("the source `{id}` of `{}` is not in sources.csv", a.id),
                "correct the id, or add the source to sources.csv",
            );
        }
        if let Some(tie) = &a.tied {
            if tie.to.is_empty() || !(-1.0..=1.0).contains(&tie.rho) || tie.rho == 0.0 {
                fault(
                    "base::bad-tie",
                    format!(
                        "the tie of `{}` has no partner, or a correlation that is 0 or beyond 1",
                        a.id
                    ),
                    "a tie has a correlation between -1 and 1 and at least one partner",
                );
            }
            if tie.grade.is_some() == tie.reason.trim().is_empty() {
                fault(
                    "base::bad-tie",
                    format!(
                        "the tie of `{}` has a grade or a reason, and not both",
                        a.id
                    ),
                    "write `grade:` and `reason:` of the tie, or neither where the assumption's own hold for it",
                );
            }
            for (other, _) in &tie.to {
                let partner = all.iter().find(|b| b.id == *other);
                if partner
                    .is_none_or(|b| !b.distribution.is_drawn() || b.tied.is_some() || b.id == a.id)
                {
                    fault(
                        "base::bad-tie",
                        format!(
                            "`{}` is tied to `{other}`, which is not a drawn, untied assumption",
                            a.id
                        ),
                        "tie to assumptions that are drawn and not tied themselves",
                    );
                }
            }
        }
    }
    for (id, code, message, help) in faults {
        let line = reader.line_of_assumption(FILE, &id);
        reader.problems.push(TableProblem {
            code,
            file: FILE.to_owned(),
            line,
            column: String::new(),
            message,
            help,
        });
    }
    let known: Vec<&str> = all.iter().map(|a| a.id.as_str()).collect();
    if reader.clean("occupations.csv") {
        let followed = required_for_tracked(tracked, milestones);
        for id in required_assumptions(occupations)
            .into_iter()
            .chain(followed)
            .chain(required_for_official(&known, occupations))
        {
            if !known.contains(&id.as_str()) {
                let help = match nearest(&id, known.iter().copied()) {
                    Some(near) => {
                        format!("`{near}` is close: is it this one? Otherwise add `{id}`")
                    }
                    None => format!("add `{id}` with its distribution, grade and reason"),
                };
                reader.file_problem(
                    "base::missing-assumption",
                    FILE,
                    format!("the assumption `{id}` is missing"),
                    help,
                );
            }
        }
    }
    AssumptionBook { all }
}
