//! Smallest differences that matter: each has an indicator it is about, and is a size.

use crate::base::Base;
use crate::diagnostic::{Problems, suggestion};
use crate::indicator::registry;
use crate::messages::scenario::{self, Of, targets as messages};
use crate::results::Unit;
use crate::scenario::Matters;
use crate::scenario::file::MattersWritten;
use crate::source::Spanned;

/// The largest smallest difference of a chance: above it nothing would ever be told.
const MOST_OF_A_CHANCE: f64 = 0.2;
/// The same of a share.
const MOST_OF_A_SHARE: f64 = 1.0;

/// The sizes stated.
pub(super) fn sizes(written: &MattersWritten, base: &Base, problems: &mut Problems) -> Matters {
    let mut stated = Matters::default();
    if let Some(size) = &written.chances {
        within(size, Of::Chance, MOST_OF_A_CHANCE, problems);
        stated.chances = Some(size.value);
    }
    if written.indicators.0.is_empty() {
        return stated;
    }
    let indicators = registry(base);
    let known: Vec<&str> = indicators.iter().map(|i| i.info.id.as_str()).collect();
    for (id, size) in &written.indicators.0 {
        if problems.crowded() {
            break;
        }
        let Some(indicator) = indicators.iter().find(|i| i.info.id == id.value) else {
            let all = messages::indicators(known.join(", "));
            problems.refuse(
                id,
                "scenario::matters",
                messages::no_indicator(&id.value, suggestion(id, &known, &all)),
            );
            continue;
        };
        match indicator.info.unit {
            Unit::Share => within(size, Of::Share, MOST_OF_A_SHARE, problems),
            _ => within(size, Of::Indicator, f64::INFINITY, problems),
        }
        if stated
            .indicators
            .insert(id.value.clone(), size.value)
            .is_some()
        {
            problems.refuse(id, "scenario::matters", scenario::matters_twice(&id.value));
        }
    }
    stated
}

fn within(size: &Spanned<f64>, of: Of, most: f64, problems: &mut Problems) {
    if size.value.is_finite() && (0.0..=most).contains(&size.value) {
        return;
    }
    problems.refuse(
        size,
        "scenario::matters",
        scenario::smallest_difference(of, most, size.value),
    );
}

#[cfg(test)]
mod tests {
    use crate::scenario::file::from_text;
    use crate::scenario::small::{self, field};

    #[test]
    fn sizes_are_read_and_nonsense_is_refused() {
        let text = r#"(title: "T", base: "made-up", policies: [],
            matters: (chances: 0.01, indicators: {"beds_per_10k": 0.2, "private_bed_share": 0}))"#;
        let (scenario, _) = from_text("t.ron", text, small::base()).expect("sound");
        assert_eq!(scenario.matters.chances, Some(0.01));
        assert_eq!(scenario.matters.indicators["beds_per_10k"], 0.2);
        let bad = "scenario::matters";
        field("matters: (chances: -0.01)", &[(bad, "-0.01")]);
        field("matters: (chances: 0.5)", &[(bad, "0.5")]);
        field(
            "matters: (indicators: {\"beds_per_10k\": -1})",
            &[(bad, "-1")],
        );
        field(
            "matters: (indicators: {\"private_bed_share\": 5})",
            &[(bad, "5")],
        );
        field(
            "matters: (indicators: {\"bed_per_10k\": 1})",
            &[(bad, "\"bed_per_10k\"")],
        );
        field(
            "matters: (indicators: {\"beds_per_10k\": 1, \"beds_per_10k\": 2})",
            &[(bad, "\"beds_per_10k\"")],
        );
    }
}
