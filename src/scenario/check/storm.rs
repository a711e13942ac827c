//! The provinces a storm strikes, where a scenario names them.

use crate::base::Base;
use crate::diagnostic::{Problems, suggestion};
use crate::messages::scenario as messages;
use crate::scenario::inherit::Resolved;
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
            problems.refuse(
                code,
                "shock::place",
                messages::no_storm_province(
                    &code.value,
                    base.former_help(code, known.iter().copied())
                        .unwrap_or_else(|| suggestion(code, &known, messages::PROVINCES)),
                ),
            );
        } else if named.contains(&code.value) {
            problems.refuse(code, "shock::place", messages::storm_twice(&code.value));
        } else {
            named.push(code.value.clone());
        }
    }
    if written.is_empty() {
        problems.add(crate::diagnostic::Problem::refusal(
            "shock::place",
            messages::storm_nowhere(),
        ));
    }
    named
}

/// Warns of named provinces that nothing strikes, and of a chance of being hit that is not read
/// because they are named. `base` holds the laws of the file.
pub(super) fn strikes(file: &Resolved, base: &Base, problems: &mut Problems) {
    let Some(first) = file.storm_in.iter().flatten().next() else {
        return;
    };
    let most = |id: &str| {
        let law = base.assumptions.get(id);
        law.map_or(0.0, |a| a.distribution.quantile(0.999))
    };
    if most("shock.storm_year") < 0.5 && most("shock.storm_chance") <= 0.0 {
        problems.warn(first, "shock::place-idle", messages::storm_never());
    }
    let given = file
        .assumptions
        .iter()
        .find(|(id, _)| **id == "shock.storm_provinces");
    if let Some((id, _)) = given {
        problems.warn(id, "shock::place-idle", messages::storm_chance_unread());
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
