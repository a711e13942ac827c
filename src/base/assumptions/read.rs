//! `assumptions.ron` is read and every number is asked for its law, its range, its source and its
//! reason.

use super::{
    Assumption, AssumptionBook, Distribution, required_assumptions, required_for_official,
    required_for_tracked,
};
use crate::base::tables::Reader;
use crate::base::{Grade, Occupation, TableProblem, TrackedIndicator};
use crate::diagnostic::nearest;
use crate::messages::{
    base as messages, scenario::assumptions::cannot_be, source::space_in_number,
};
use crate::said::Message;
use crate::source::eye;

const FILE: &str = "assumptions.ron";

const UNREADABLE: &str = "base::unreadable-assumptions";

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
        let said = space_in_number(name);
        let problem = TableProblem::of(UNREADABLE, FILE, line(place.start), said);
        reader.problems.push(problem);
    }
    let all: Vec<Assumption> = match ron::from_str(&plain) {
        Ok(all) => all,
        Err(error) => {
            let at = error.span.start;
            let said = messages::unreadable_assumption(at.col, error.code);
            let problem = TableProblem::of(UNREADABLE, FILE, Some(at.line as u64), said);
            reader.problems.push(problem);
            return AssumptionBook::default();
        }
    };
    for doubt in eye::thousands(text) {
        let said = doubt.said(text);
        let line = line(doubt.place.start);
        let problem = TableProblem::of("base::thousands-dot", FILE, line, said);
        reader.warnings.push(problem);
    }
    for at in 0..all.len() {
        for (code, said) in faults(reader, &all, at) {
            let line = reader.line_of_assumption(FILE, &all[at].id);
            let problem = TableProblem::of(code, FILE, line, said);
            reader.problems.push(problem);
        }
        if let Some(said) = not_drawn(&all[at]) {
            let line = reader.line_of_assumption(FILE, &all[at].id);
            let problem = TableProblem::of("base::range-not-drawn", FILE, line, said);
            reader.warnings.push(problem);
        }
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
                let near = nearest(&id, known.iter().copied());
                let said = messages::missing_assumption(&id, near);
                reader.refuse_file("base::missing-assumption", FILE, said);
            }
        }
    }
    AssumptionBook {
        all,
        ties: Vec::new(),
    }
}

/// What is wrong with one of the assumptions.
fn faults(reader: &Reader<'_>, all: &[Assumption], at: usize) -> Vec<(&'static str, Message)> {
    let a = &all[at];
    let mut faults = Vec::new();
    let mut fault = |code, said| faults.push((code, said));
    if all[..at].iter().any(|b| b.id == a.id) {
        fault("base::duplicate-code", messages::assumption_twice(&a.id));
    }
    for (field, value) in [("meaning", &a.meaning), ("unit", &a.unit)] {
        if value.trim().is_empty() {
            fault(
                "base::empty-cell",
                messages::assumption_without(&a.id, field),
            );
        }
    }
    if let Some(message) = a.distribution.fault() {
        fault("base::bad-distribution", messages::bad_law(&a.id, message));
    }
    if a.distribution.fault().is_none()
        && let Some(wrong) = a.cannot_be(&a.distribution)
    {
        fault("base::out-of-range", cannot_be(wrong));
    }
    if a.grade == Grade::E {
        if a.reason.trim().is_empty() {
            fault(
                "base::missing-reason",
                messages::assumed_without_reason(&a.id),
            );
        }
        if !a.distribution.is_drawn() && a.range.is_none() {
            fault("base::missing-range", messages::fixed_without_range(&a.id));
        }
    } else if a.source.trim().is_empty() {
        fault(
            "base::missing-source",
            messages::assumption_without_source(&a.id),
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
                messages::range_misses_value(low, high, &a.id),
            );
        }
    }
    if !matches!(a.distribution, Distribution::Fixed(_)) && !a.held.trim().is_empty() {
        fault("base::held-and-drawn", messages::held_and_drawn(&a.id));
    }
    for id in reader.unknown_sources(&a.source) {
        fault(
            "base::unknown-source",
            messages::unknown_source_of(id, &a.id),
        );
    }
    if let Some(tie) = &a.tied {
        if tie.to.is_empty() || !(-1.0..=1.0).contains(&tie.rho) || tie.rho == 0.0 {
            fault("base::bad-tie", messages::empty_tie(&a.id));
        }
        if tie.grade.is_some() == tie.reason.trim().is_empty() {
            fault("base::bad-tie", messages::half_a_tie(&a.id));
        }
        for (other, _) in &tie.to {
            let partner = all.iter().find(|b| b.id == *other);
            if partner
                .is_none_or(|b| !b.distribution.is_drawn() || b.tied.is_some() || b.id == a.id)
            {
                fault("base::bad-tie", messages::bad_partner(&a.id, other));
            }
        }
    }
    faults
}

/// Said of a fixed value with a range that no reason holds.
fn not_drawn(a: &Assumption) -> Option<Message> {
    match a.distribution {
        Distribution::Fixed(v) if a.range.is_some() && a.held.trim().is_empty() => {
            Some(messages::range_not_drawn(&a.id, v))
        }
        _ => None,
    }
}
