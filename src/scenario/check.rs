//! What must hold across a scenario: its years, its policies, its assumptions and its targets. All
//! that does not is said at once.

mod added;
mod assumptions;
mod ceiling;
mod decide;
mod figures;
mod ground;
mod late;
mod matters;
mod plans;
mod storm;
mod targets;
mod tasks;
mod ties;

use super::file::{self, YearsWritten};
use super::inherit::Resolved;
use super::{Agreed, Question, Scenario, Uncertainty, question};
use crate::base::Base;
use crate::chance::even::SAMPLES;
use crate::chance::points::DIMENSIONS;
use crate::diagnostic::{Problems, suggestion};
use crate::messages::scenario as messages;
use crate::source::{Spanned, naming};
use crate::units::{Sampling, Year};
use std::sync::Arc;

/// Years after the base year that can be simulated.
pub const FURTHEST: i32 = 25;

/// Checks a file and makes the scenario; without an error among the problems it can be used.
pub fn scenario(
    name: &str,
    text: &str,
    file: Resolved,
    base: Arc<Base>,
    problems: &mut Problems,
) -> Option<Scenario> {
    if file.title.trim().is_empty() {
        problems.refuse(&file.title, "scenario::no-title", messages::no_title());
    }
    named(name, &file, problems);
    if let Some(code) = &file.province {
        let known: Vec<&str> = base.provinces.iter().map(|p| p.code.as_str()).collect();
        if !known.contains(&code.as_str()) {
            problems.refuse(
                code,
                "scenario::unknown-province",
                messages::no_province(
                    &code.value,
                    base.former_help(code, known.iter().copied())
                        .unwrap_or_else(|| suggestion(code, &known, messages::PROVINCE_CODES)),
                ),
            );
        }
    }
    if let Some(code) = &file.region {
        let known: Vec<&str> = base.regions.iter().map(|r| r.code.as_str()).collect();
        if !known.contains(&code.as_str()) {
            let nearest = suggestion(code, &known, messages::REGION_CODES);
            let message = messages::no_region(&code.value, nearest);
            problems.refuse(code, "scenario::unknown-region", message);
        } else if file.province.is_some() {
            let message = messages::two_places(&code.value);
            problems.refuse(code, "scenario::two-places", message);
        }
    }
    let (first, last) = years(file.years.as_ref(), base.year, problems);
    ground::carries(&base, &(first..=last), problems);
    let replicates = replicates(file.replicates.as_ref(), problems);
    discount_rate(file.discount_rate.as_ref(), problems);
    let storm_in = file
        .storm_in
        .as_deref()
        .map(|codes| storm::places(codes, &base, problems));
    let matters = matters::sizes(&file.matters, &base, problems);
    let uncertainty = file
        .uncertainty
        .as_ref()
        .map_or(Uncertainty::default(), |u| u.value);
    if let Some(written) = &file.sampling {
        sampling(written, &base, (uncertainty, replicates), problems);
    }

    let base = added::apply(&file, base, problems);
    let (base, replaced) = figures::apply(&file, base, problems);
    let before = base;
    let base = assumptions::apply(&file.assumptions, before.clone(), problems);
    let base = ties::apply(&file.ties, &before, base, problems);
    assumptions::shocks(&file.assumptions, &base, &(first..=last), problems);
    if storm_in.is_some() {
        storm::strikes(&file, &base, problems);
    }
    plans::check(&file.policies, &base, first..=last, uncertainty, problems);
    tasks::check(&file.policies, &base, (first, last), problems);
    let province = file.province.as_ref().map(|p| p.as_str());
    let place = question::place(province, file.region.as_ref().map(|r| r.as_str()));
    let (targets, own) = targets::answered(
        (&file.targets, place),
        &file.policies,
        &base,
        (first, last),
        problems,
    );
    let first_asked = file.question.map(|q| q.value);
    let question = Question::of(first_asked, place, &targets, &own);
    let ceiling = file
        .ceiling
        .as_ref()
        .map(|written| ceiling::sound(written, &(first..=last), problems));
    ceiling::given(&file.given, &file.policies, problems);
    plans::conditions(&file.policies, &base, &targets, problems);
    if problems.has_errors() {
        return None;
    }
    plans::unsaid(&file.policies, &base, &(first..=last), problems);
    late::check(&file.policies, &base, &(first..=last), problems);
    let mut policies: Vec<_> = file
        .policies
        .into_iter()
        .map(|p| file::plan(p, first, last))
        .collect();
    policies.sort_by(|a, b| a.id.cmp(&b.id));
    let mut scenario = Scenario {
        agreed: None,
        designed: None,
        name: file::stem(name),
        title: file.title.value,
        note: file.note.map(|n| n.value).unwrap_or_default(),
        base,
        province: file.province.map(|p| p.value),
        region: file.region.map(|r| r.value),
        first,
        last,
        replicates,
        seed: file.seed.map_or(file::SEED, |s| s.value),
        uncertainty,
        sampling: file.sampling.map_or(Sampling::default(), |s| s.value),
        staffing_gate: file.staffing_gate.is_some_and(|g| g.value),
        discount_rate: file.discount_rate.map(|r| r.value),
        storm_in,
        ceiling,
        given: {
            let mut ids: Vec<String> = file.given.into_iter().map(|id| id.value).collect();
            ids.sort();
            ids
        },
        matters,
        decide: file.decide,
        figures: file.figures,
        indicators: file.indicators,
        milestones: file.milestones,
        replaced,
        overrides: {
            let written = file.assumptions.into_iter();
            let mut all: Vec<_> = written.map(|(id, law)| (id.value, law.value)).collect();
            all.sort_by(|a, b| a.0.cmp(&b.0));
            all
        },
        policies,
        targets,
        question,
        question_written: first_asked,
        target_choice: file.targets,
        base_name: file.base.value,
        text: text.to_owned(),
        behind: Vec::new(),
        lying: Vec::new(),
        origins: Arc::default(),
    };
    scenario.agreed = Agreed::of(&scenario);
    decide::sound(&scenario, problems);
    Some(scenario)
}

/// The title, the name that the file gives, and those who are responsible go into every table.
fn named(name: &str, file: &Resolved, problems: &mut Problems) {
    let code = "scenario::bad-name";
    if let Some(fault) = naming::fault(&file.title, naming::LONGEST_TITLE) {
        problems.refuse(&file.title, code, fault);
    }
    if let Some(fault) = naming::fault(&file::stem(name), naming::LONGEST) {
        problems.refuse(&file.title, code, messages::file_name(fault.text));
    }
    for policy in &file.policies {
        let named = [&policy.responsible, &policy.coordinating, &policy.authority];
        for who in named.into_iter().flatten() {
            if let Some(fault) = naming::fault(who, naming::LONGEST_TITLE) {
                problems.refuse(who, code, fault);
            }
        }
    }
}

/// The years simulated; the usual ones where the file's own cannot be meant.
fn years(written: Option<&YearsWritten>, base_year: Year, problems: &mut Problems) -> (Year, Year) {
    let usual = (base_year.plus(1), base_year.plus(file::USUAL_YEARS));
    let furthest = base_year.plus(FURTHEST);
    let Some(written) = written else { return usual };
    let (first, last) = (&written.first, &written.last);
    let before = problems.all.len();
    if first.value != usual.0 {
        problems.refuse(
            first,
            "scenario::first-year",
            messages::first_year(usual.0, first.value),
        );
    }
    if last.value < usual.0 {
        problems.refuse(
            last,
            "scenario::last-year",
            messages::last_year_early(last.value, base_year, usual.0, furthest),
        );
    } else if last.value > furthest {
        problems.refuse(
            last,
            "scenario::last-year",
            messages::last_year_late(last.value, furthest),
        );
    }
    if problems.all.len() == before {
        (first.value, last.value)
    } else if (usual.0..=furthest).contains(&last.value) {
        (usual.0, last.value)
    } else {
        usual
    }
}

fn replicates(written: Option<&Spanned<i64>>, problems: &mut Problems) -> u32 {
    let Some(written) = written else {
        return file::REPLICATES;
    };
    match u32::try_from(written.value) {
        Ok(n) if (1..=file::MOST_REPLICATES).contains(&n) => {
            if n < 200 {
                problems.warn(
                    written,
                    "scenario::few-replicates",
                    messages::few_replicates(n, sampling_points),
                );
            }
            n
        }
        _ => {
            problems.refuse(
                written,
                "scenario::replicates",
                messages::replicates(written.value),
            );
            file::REPLICATES
        }
    }
}

/// Half-width of the 95 % interval of a probability near one half, in points.
fn sampling_points(replicates: u32) -> f64 {
    (1.96 * (0.25 / f64::from(replicates)).sqrt() * 100.0)
        .ceil()
        .min(50.0)
}

fn discount_rate(written: Option<&Spanned<f64>>, problems: &mut Problems) {
    let Some(rate) = written else { return };
    if !(0.0..=0.2).contains(&rate.value) {
        problems.refuse(
            rate,
            "scenario::discount-rate",
            messages::discount_rate(rate.value),
        );
    }
}

/// Fewest futures in each of the sixteen samples of a layout whose spread tells its error.
const FEW_ROWS: u32 = 16;

/// How assumptions are laid out: there are numbers for them, something is drawn, and enough of it.
fn sampling(
    written: &Spanned<Sampling>,
    base: &Base,
    (uncertainty, replicates): (Uncertainty, u32),
    problems: &mut Problems,
) {
    const CODE: &str = "scenario::sampling";
    let own = written.value;
    let many = base.assumptions.all.len();
    let fewest = FEW_ROWS * SAMPLES as u32;
    if own == Sampling::Sobol && many > DIMENSIONS {
        problems.refuse(
            written,
            CODE,
            messages::too_many_to_lay_out(many, DIMENSIONS),
        );
    } else if own != Sampling::Random && !uncertainty.parameters() {
        problems.warn(
            written,
            CODE,
            messages::nothing_to_lay_out(uncertainty.name()),
        );
    } else if own != Sampling::Random && replicates < fewest {
        problems.warn(written, CODE, messages::few_to_lay_out(replicates, fewest));
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::field;

    #[test]
    fn a_layout_needs_something_to_lay_out_and_enough_of_it() {
        let code = "scenario::sampling";
        field("sampling: Sobol, replicates: 1000", &[]);
        field("sampling: Random, replicates: 200", &[]);
        field(
            "sampling: LatinHypercube, replicates: 200",
            &[(code, "LatinHypercube")],
        );
        field("sampling: Sobol, uncertainty: process", &[(code, "Sobol")]);
        field("sampling: sobol", &[("ron::unknown-choice", "sobol")]);
    }

    #[test]
    fn years_stay_between_base_and_furthest_year() {
        field("years: (first: 2026, last: 2050)", &[]);
        field(
            "years: (first: 2025, last: 2035)",
            &[("scenario::first-year", "2025")],
        );
        field(
            "years: (first: 2026, last: 2051)",
            &[("scenario::last-year", "2051")],
        );
        field(
            "years: (first: 2026, last: 2025)",
            &[("scenario::last-year", "2025")],
        );
    }

    #[test]
    fn a_question_is_about_a_province_that_exists() {
        field("province: \"north\"", &[]);
        field(
            "province: \"nort\"",
            &[("scenario::unknown-province", "\"nort\"")],
        );
    }

    #[test]
    fn numbers_of_the_run_are_sensible() {
        field("replicates: 0", &[("scenario::replicates", "0")]);
        field(
            "replicates: 1000001",
            &[("scenario::replicates", "1000001")],
        );
        field("replicates: 199", &[("scenario::few-replicates", "199")]);
        field("replicates: 200, seed: 18446744073709551615", &[]);
        field("discount_rate: 3", &[("scenario::discount-rate", "3")]);
        field(
            "discount_rate: 0.2, staffing_gate: true, uncertainty: none",
            &[],
        );
        field("seed: -1", &[("ron::number-too-large", "-1")]);
        field("uncertainty: Both", &[("ron::unknown-choice", "Both")]);
    }
}
