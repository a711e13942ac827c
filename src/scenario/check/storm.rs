//! The provinces a storm strikes, where a scenario names them.

use crate::base::Base;
use crate::diagnostic::{Problems, suggestion};
use crate::scenario::inherit::Whole;
use crate::source::Spanned;

/// The codes named, each once and known to the base.
pub(super) fn places(
    written: &[Spanned<String>],
    base: &Base,
    problems: &mut Problems,
) -> Vec<String> {
    let known: Vec<&str> = base.provinces.iter().map(|p| p.code.as_str()).collect();
    let mut named: Vec<String> = Vec::new();
    for code in written {
        if problems.crowded() {
            break;
        }
        if !known.contains(&code.as_str()) {
            problems.at(
                code,
                "shock::place",
                format!(
                    "there is no province \"{}\" for a storm to strike",
                    code.value
                ),
                base.former_help(code, known.iter().copied())
                    .unwrap_or_else(|| {
                        suggestion(code, &known, "provinces.csv of the base lists the codes")
                    }),
            );
        } else if named.contains(&code.value) {
            problems.at(
                code,
                "shock::place",
                format!("\"{}\" is named twice", code.value),
                "keep one of the two",
            );
        } else {
            named.push(code.value.clone());
        }
    }
    if written.is_empty() {
        problems.add(crate::diagnostic::Problem::error(
            "shock::place",
            "the list of provinces that a storm strikes is empty: no storm would do anything",
            "name at least one, or leave `storm_in` out to have them drawn",
        ));
    }
    named
}

/// Warns of named provinces that nothing strikes, and of a chance of being hit that is not read
/// because they are named. `base` holds the laws of the file.
pub(super) fn strikes(file: &Whole, base: &Base, problems: &mut Problems) {
    let Some(first) = file.storm_in.iter().flatten().next() else {
        return;
    };
    let most = |id: &str| {
        let law = base.assumptions.get(id);
        law.map_or(0.0, |a| a.distribution.quantile(0.999))
    };
    if most("shock.storm_year") < 0.5 && most("shock.storm_chance") <= 0.0 {
        problems.warn_at(
            first,
            "shock::place-idle",
            "provinces of a storm are named, and no storm strikes: its chance is 0 and it has no year",
            "add \"shock.storm_year\": Fixed(2028) or \"shock.storm_chance\": Fixed(0.1) to `assumptions`",
        );
    }
    let given = file
        .assumptions
        .iter()
        .find(|(id, _)| **id == "shock.storm_provinces");
    if let Some((id, _)) = given {
        problems.warn_at(
            id,
            "shock::place-idle",
            "the storm strikes the provinces that `storm_in` names: this chance is not read",
            "take one of the two out",
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::field;

    #[test]
    fn a_storm_strikes_provinces_that_exist() {
        let year = "assumptions: {\"shock.storm_year\": Fixed(2028)}";
        field(&format!("storm_in: [\"north\"], {year}"), &[]);
        field(
            &format!("storm_in: [\"nort\"], {year}"),
            &[("shock::place", "\"nort\"")],
        );
        field(
            &format!("storm_in: [\"north\", \"north\"], {year}"),
            &[("shock::place", "\"north\"")],
        );
        field(
            "storm_in: [\"north\"]",
            &[("shock::place-idle", "\"north\"")],
        );
    }
}
