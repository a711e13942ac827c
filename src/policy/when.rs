//! In which futures a policy acts: in all of them, or in those that fall behind a target, or below
//! or above a level.
//!
//! A future is judged at each year-end, from the one before the policy's first year on; what is decided
//! then acts from the next year on and stays.
//!
//! Assumption: the year-end's figures are known when the next year's decisions are taken.

use super::words;
use crate::base::{Base, Target};
use crate::diagnostic::{Problems, suggestion};
use crate::indicator::Indicator;
use crate::messages::scenario::targets;
use crate::shape::{Measure, Shape, shaped};
use crate::source::Spanned;
use crate::units::Year;
use serde::Serialize;

shaped! {
    /// In which futures a policy acts.
    #[derive(Default, PartialEq, Serialize)]
    pub enum When {
        /// in every future
        #[default]
        Always,
        /// in futures behind the straight line from the base year to a target
        Behind {
            /// id of an indicator that has a target
            indicator: Spanned<String>,
            /// nation, a region or a province (code); the nation if left out
            #[default]
            scope: Option<Spanned<String>>,
            /// year of the target
            by: Spanned<Year>,
            /// how far behind, in the indicator's unit
            #[shape(Shape::Number(0.0, f64::INFINITY, Measure::Bare))]
            margin: Spanned<f64>,
        },
        /// in futures in which an indicator is below a level
        Below {
            /// id of an indicator
            indicator: Spanned<String>,
            /// nation, a region or a province (code); the nation if left out
            #[default]
            scope: Option<Spanned<String>>,
            /// the level, in the indicator's unit
            level: Spanned<f64>,
        },
        /// in futures in which an indicator is above a level
        Above {
            /// id of an indicator
            indicator: Spanned<String>,
            /// nation, a region or a province (code); the nation if left out
            #[default]
            scope: Option<Spanned<String>>,
            /// the level, in the indicator's unit
            level: Spanned<f64>,
        },
    }
}

impl When {
    /// Whether it waits for something.
    pub fn waits(&self) -> bool {
        *self != When::Always
    }

    /// Id of the indicator it looks at, and its scope.
    pub fn looks_at(&self) -> Option<(&Spanned<String>, &str)> {
        match self {
            When::Always => None,
            When::Behind {
                indicator, scope, ..
            }
            | When::Below {
                indicator, scope, ..
            }
            | When::Above {
                indicator, scope, ..
            } => Some((indicator, scope.as_ref().map_or("nation", |s| s.as_str()))),
        }
    }

    /// The target a future may lie behind.
    pub fn target<'a>(&self, targets: &'a [Target]) -> Option<&'a Target> {
        let When::Behind { by, .. } = self else {
            return None;
        };
        let (indicator, scope) = self.looks_at()?;
        targets
            .iter()
            .find(|t| t.indicator == **indicator && t.scope == scope && t.year == by.value)
    }

    /// Adds a problem for everything that cannot be meant.
    pub(crate) fn check(
        &self,
        base: &Base,
        indicators: &[Indicator],
        targets: &[Target],
        problems: &mut Problems,
    ) {
        let Some((indicator, scope)) = self.looks_at() else {
            return;
        };
        let known: Vec<&str> = indicators.iter().map(|i| i.info.id.as_str()).collect();
        let Some(found) = indicators.iter().find(|i| i.info.id == **indicator) else {
            let all = targets::indicators(known.join(", "));
            problems.refuse(
                indicator,
                "when::unknown-indicator",
                words::nothing_to_wait_for(&indicator.value, suggestion(indicator, &known, &all)),
            );
            return;
        };
        if !self.check_scope(base, found, problems) {
            return;
        }
        match self {
            When::Always => {}
            When::Behind { by, margin, .. } => {
                self.check_behind((indicator, scope), found, (by, margin), targets, problems);
            }
            When::Below { level, .. } | When::Above { level, .. } => {
                let share = found.info.unit == crate::results::Unit::Share;
                let percent = share && level.value > 3.0;
                if level.value.is_finite() && level.value >= 0.0 && !percent {
                    plausible(indicator, scope, level, base, targets, problems);
                } else {
                    let said = if percent {
                        words::level_in_percent(&indicator.value, level.value, level.value / 100.0)
                    } else {
                        words::level(&indicator.value, level.value)
                    };
                    problems.refuse(level, "when::level", said);
                }
            }
        }
    }

    /// Whether the place it looks at is one, and the indicator is read there.
    fn check_scope(&self, base: &Base, found: &Indicator, problems: &mut Problems) -> bool {
        if let When::Behind {
            scope: Some(code), ..
        }
        | When::Below {
            scope: Some(code), ..
        }
        | When::Above {
            scope: Some(code), ..
        } = self
        {
            let places: Vec<&str> = std::iter::once("nation")
                .chain(base.regions.iter().map(|r| r.code.as_str()))
                .chain(base.provinces.iter().map(|p| p.code.as_str()))
                .collect();
            if !places.contains(&code.as_str()) {
                let former = base.former_help(code, places.iter().copied());
                let help = former.unwrap_or_else(|| suggestion(code, &places, targets::SCOPES));
                problems.refuse(
                    code,
                    "when::unknown-scope",
                    targets::no_scope(&code.value, help),
                );
                return false;
            }
            if code.value != "nation" && found.info.national_only {
                problems.refuse(
                    code,
                    "when::national-only",
                    words::national_only(&found.info.id),
                );
            }
        }
        true
    }

    /// That a future can lie so far behind a line to a target.
    fn check_behind(
        &self,
        (indicator, scope): (&Spanned<String>, &str),
        found: &Indicator,
        (by, margin): (&Spanned<Year>, &Spanned<f64>),
        targets: &[Target],
        problems: &mut Problems,
    ) {
        if !(margin.value.is_finite() && margin.value >= 0.0) {
            problems.refuse(margin, "when::margin", words::margin(margin.value));
        }
        let far = self.target(targets).filter(|target| {
            margin.value > 0.5 * target.threshold.abs() && target.threshold != 0.0
        });
        if let Some(target) = far {
            problems.warn(
                margin,
                "when::margin",
                words::far_behind(margin.value, target.threshold),
            );
        }
        if found.flow {
            problems.refuse(indicator, "when::no-line", words::no_line(&indicator.value));
        } else if self.target(targets).is_none() {
            let mut years: Vec<String> = targets
                .iter()
                .filter(|t| t.indicator == **indicator && t.scope == scope)
                .map(|t| t.year.to_string())
                .collect();
            years.dedup();
            problems.refuse(
                by,
                "when::no-target",
                words::no_target(&indicator.value, scope, by.value, &years),
            );
        }
    }
}

/// Warns of a level far from every value that is known or aimed at: it holds in every future, or in
/// none.
fn plausible(
    indicator: &Spanned<String>,
    scope: &str,
    level: &Spanned<f64>,
    base: &Base,
    targets: &[Target],
    problems: &mut Problems,
) {
    let aims = targets.iter().chain(&base.targets);
    let aims = aims.filter(|t| t.indicator == **indicator && t.scope == scope);
    let past = base.history.iter();
    let past = past.filter(|h| h.indicator == **indicator && h.scope == scope);
    let known: Vec<f64> = aims
        .map(|t| t.threshold)
        .chain(past.map(|h| h.value))
        .filter(|v| *v > 0.0)
        .collect();
    let lowest = known.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = known.iter().copied().fold(0.0, f64::max);
    if !known.is_empty() && !(lowest / 5.0..=highest * 5.0).contains(&level.value) {
        problems.warn(
            level,
            "when::level",
            words::far_level(level.value, &indicator.value, lowest, highest),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::{owned, problems};

    /// A policy waits; what is found?
    #[track_caller]
    fn waits(when: &str, expected: &[(&str, &str)]) {
        let text = format!(
            "(title: \"T\", base: \"made-up\", policies: [(id: \"p\", do: SatelliteHospitals(links: [(core: \"royal\", satellite: \"south-general\", specialty: \"general\")]), when: {when})])"
        );
        assert_eq!(owned(expected), problems(&text), "{when}");
    }

    #[test]
    fn a_policy_waits_for_what_can_be_read() {
        waits("Always", &[]);
        waits("Below(indicator: \"beds_per_10k\", level: 30)", &[]);
        waits(
            "Above(indicator: \"central_occupancy\", scope: \"north\", level: 0.9)",
            &[],
        );
        waits(
            "Behind(indicator: \"beds_per_10k\", by: 2030, margin: 0.5)",
            &[],
        );
        waits(
            "Behind(indicator: \"beds_per_10k\", by: 2029, margin: 0.5)",
            &[("when::no-target", "2029")],
        );
        waits(
            "Behind(indicator: \"beds_opened\", by: 2030, margin: -1)",
            &[("when::no-line", "\"beds_opened\""), ("when::margin", "-1")],
        );
        waits(
            "Below(indicator: \"bedz\", level: 30)",
            &[("when::unknown-indicator", "\"bedz\"")],
        );
        waits(
            "Below(indicator: \"beds_per_10k\", scope: \"nroth\", level: 30)",
            &[("when::unknown-scope", "\"nroth\"")],
        );
        waits(
            "Above(indicator: \"graduates\", scope: \"north\", level: 30)",
            &[("when::national-only", "\"north\"")],
        );
        waits(
            "Above(indicator: \"central_occupancy\", level: 90)",
            &[("when::level", "90")],
        );
        waits(
            "Above(indicator: \"central_occupancy\", level: -0.9)",
            &[("when::level", "-0.9")],
        );
        waits(
            "Below(indicator: \"beds_per_10k\", level: 3000)",
            &[("when::level", "3000")],
        );
        waits(
            "Behind(indicator: \"beds_per_10k\", by: 2030, margin: 25)",
            &[("when::margin", "25")],
        );
    }
}
