//! What must hold across a scenario: its years, its policies, its assumptions and its targets. All
//! that does not is said at once.

mod assumptions;
mod targets;

use super::file::{self, PlanWritten, ScenarioFile, YearsWritten};
use super::{Scenario, Uncertainty};
use crate::base::Base;
use crate::diagnostic::{Problem, Problems};
use crate::policy::{CheckContext, Decision};
use crate::source::Spanned;
use crate::units::Year;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Indicators a target may name; an occupation of the base adds `<plural>_per_10k`.
pub const TARGET_INDICATORS: &[&str] = &[
    "beds_per_10k",
    "operating_beds_per_10k",
    "managed_beds_per_10k",
    "beds_at_stations",
    "doctors_per_10k",
    "doctors_per_10k_official",
    "nurses_per_10k",
    "pharmacists_per_10k",
    "private_bed_share",
    "private_hospital_share",
    "doctors_per_station",
    "share_stations_with_4_doctors",
    "central_occupancy",
    "provincial_occupancy",
    "referral_share",
    "graduates",
    "entrants_waiting",
    "resignations",
    "beds_opened",
    "projects_late",
    "capital_spent",
    "total_cost",
];

/// Years after the base year that can be simulated.
pub const FURTHEST: i32 = 25;

/// Checks a file and makes the scenario; without an error among the problems it can be used.
pub fn scenario(
    name: &str,
    text: &str,
    file: ScenarioFile,
    base: Arc<Base>,
    problems: &mut Problems,
) -> Option<Scenario> {
    if file.title.trim().is_empty() {
        problems.at(
            &file.title,
            "scenario::no-title",
            "the title is empty",
            "charts and reports carry the title: a few words that name the question",
        );
    }
    let (first, last) = years(file.years.as_ref(), base.year, problems);
    let replicates = replicates(file.replicates.as_ref(), problems);
    discount_rate(file.discount_rate.as_ref(), problems);
    let uncertainty = file
        .uncertainty
        .as_ref()
        .map_or(Uncertainty::default(), |u| u.value);

    let base = assumptions::apply(&file.assumptions.0, base, problems);
    policies(&file.policies, &base, first..=last, uncertainty, problems);
    let targets = targets::answered(&file.targets, &base, first, last, problems);
    if problems.has_errors() {
        return None;
    }
    let mut policies: Vec<_> = file
        .policies
        .into_iter()
        .map(|p| file::plan(p, first, last))
        .collect();
    policies.sort_by(|a, b| a.id.cmp(&b.id));
    Some(Scenario {
        name: file::stem(name),
        title: file.title.value,
        note: file.note.map(|n| n.value).unwrap_or_default(),
        base,
        first,
        last,
        replicates,
        seed: file.seed.map_or(file::SEED, |s| s.value),
        uncertainty,
        staffing_gate: file.staffing_gate.is_some_and(|g| g.value),
        discount_rate: file.discount_rate.map(|r| r.value),
        overrides: file
            .assumptions
            .0
            .into_iter()
            .map(|(id, law)| (id.value, law.value))
            .collect(),
        policies,
        targets,
        target_choice: file.targets,
        base_name: file.base.value,
        text: text.to_owned(),
    })
}

/// The years simulated; the usual ones where the file's own cannot be meant.
fn years(written: Option<&YearsWritten>, base_year: Year, problems: &mut Problems) -> (Year, Year) {
    let usual = (base_year.plus(1), base_year.plus(file::USUAL_YEARS));
    let furthest = base_year.plus(FURTHEST);
    let Some(written) = written else { return usual };
    let (first, last) = (&written.first, &written.last);
    let before = problems.all.len();
    if first.value != usual.0 {
        problems.at(
            first,
            "scenario::first-year",
            format!(
                "a run starts in {}, the year after the base year, not in {}",
                usual.0, first.value
            ),
            format!("write `first: {}`; policies have their own `from`", usual.0),
        );
    }
    if last.value < usual.0 {
        problems.at(
            last,
            "scenario::last-year",
            format!(
                "the last year {} is not after the base year {base_year}",
                last.value
            ),
            format!("choose a last year from {} to {furthest}", usual.0),
        );
    } else if last.value > furthest {
        problems.at(
            last,
            "scenario::last-year",
            format!("the last year {} is too far away", last.value),
            format!("the model can be run to {furthest}: the assumptions carry no further"),
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
        Ok(n) if (1..=1_000_000).contains(&n) => {
            if n < 200 {
                problems.warn_at(
                    written,
                    "scenario::few-replicates",
                    format!(
                        "{n} {} leave a probability uncertain by {} points",
                        if n == 1 { "future" } else { "futures" },
                        sampling_points(n)
                    ),
                    format!(
                        "1000 bring it to {}, 10000 to {}",
                        sampling_points(1000),
                        sampling_points(10_000)
                    ),
                );
            }
            n
        }
        _ => {
            problems.at(
                written,
                "scenario::replicates",
                format!(
                    "the number of futures is between 1 and 1000000, got {}",
                    written.value
                ),
                "1000 are good for a first look, 10000 for a result",
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
        let help = if (1.0..=20.0).contains(&rate.value) {
            format!(
                "a rate is a fraction: {} % is written {}",
                rate.value,
                rate.value / 100.0
            )
        } else {
            "3 % is written 0.03; leave it out to use the base's own".to_owned()
        };
        problems.at(
            rate,
            "scenario::discount-rate",
            format!("the discount rate is between 0 and 0.2, got {}", rate.value),
            help,
        );
    }
}

fn policies(
    written: &[PlanWritten],
    base: &Base,
    years: RangeInclusive<Year>,
    uncertainty: Uncertainty,
    problems: &mut Problems,
) {
    for (n, plan) in written.iter().enumerate() {
        id(plan, &written[..n], problems);
        let acts = acts(plan, &years, problems);
        deadline(plan, &acts, &years, problems);
        let context = CheckContext {
            id: &plan.id,
            base,
            years: years.clone(),
            acts,
            payer: plan.payer,
            uncertainty,
        };
        plan.decision.check(&context, problems);
        together(&written[..n], plan, problems);
        if problems.crowded() {
            return;
        }
    }
}

fn id(plan: &PlanWritten, earlier: &[PlanWritten], problems: &mut Problems) {
    let kebab = |s: &str| {
        s.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
    };
    if !kebab(&plan.id) {
        let better = crate::diagnostic::folded(&plan.id);
        let help = if kebab(&better) {
            format!("write \"{better}\"")
        } else {
            "write small letters, digits and hyphens, such as \"ntp-2026-2030\"".to_owned()
        };
        problems.at(
            &plan.id,
            "policy::bad-id",
            format!("\"{}\" cannot be the id of a policy", plan.id.value),
            help,
        );
    }
    if let Some(first) = earlier.iter().find(|p| p.id == plan.id) {
        problems.add(
            Problem::error(
                "policy::id-twice",
                format!("two policies have the id \"{}\"", plan.id.value),
                "give each its own: tables and random numbers use it",
            )
            .over(plan.id.span.clone())
            .label("the second time")
            .note(first.id.span.clone(), "the first time"),
        );
    }
}

/// The years a policy acts; all of them where its own cannot be meant.
fn acts(
    plan: &PlanWritten,
    years: &RangeInclusive<Year>,
    problems: &mut Problems,
) -> RangeInclusive<Year> {
    let (first, last) = (*years.start(), *years.end());
    let inside =
        |year: &Option<Spanned<Year>>, verb: &str, usual, problems: &mut Problems| match year {
            None => usual,
            Some(y) if years.contains(&y.value) => y.value,
            Some(y) => {
                problems.at(
                    y,
                    "policy::outside-horizon",
                    format!(
                        "the policy {verb} in {}, outside the years we look at",
                        y.value
                    ),
                    format!("the scenario runs from {first} to {last}"),
                );
                usual
            }
        };
    let from = inside(&plan.from, "starts", first, problems);
    let to = inside(&plan.to, "ends", last, problems);
    if from > to {
        let place = plan.to.as_ref().or(plan.from.as_ref());
        let place = place.expect("checked: defaults are in order, so one was written");
        problems.add(
            Problem::error(
                "policy::ends-before-start",
                format!("the policy ends in {to}, before it starts in {from}"),
                "exchange the two years, or correct one",
            )
            .over(place.span.clone())
            .note(
                plan.from.as_ref().and_then(|y| y.span.clone()),
                "it starts here",
            ),
        );
        return years.clone();
    }
    from..=to
}

fn deadline(
    plan: &PlanWritten,
    acts: &RangeInclusive<Year>,
    years: &RangeInclusive<Year>,
    problems: &mut Problems,
) {
    let Some(deadline) = &plan.deadline else {
        return;
    };
    let (from, last) = (*acts.start(), *years.end());
    if deadline.value < from {
        problems.at(
            deadline,
            "policy::deadline-before-start",
            format!(
                "the deadline {} is before the policy starts in {from}",
                deadline.value
            ),
            "move the deadline, or let the policy start earlier",
        );
    } else if deadline.value > last {
        problems.warn_at(
            deadline,
            "policy::deadline-unseen",
            format!(
                "the deadline {} is after the last year {last}",
                deadline.value
            ),
            "the run cannot tell whether it is kept; make `years` longer to see it",
        );
    }
}

/// What a policy may not do because an earlier one of the file does it.
fn together(earlier: &[PlanWritten], later: &PlanWritten, problems: &mut Problems) {
    match &later.decision {
        Decision::TransferToProvince(transfer) => {
            let known = || {
                earlier.iter().filter_map(|p| match &p.decision {
                    Decision::TransferToProvince(t) => Some(&t.hospitals),
                    _ => None,
                })
            };
            for hospital in &transfer.hospitals {
                if let Some(first) = known().flatten().find(|h| *h == hospital) {
                    problems.add(
                        Problem::error(
                            "transfer::twice",
                            format!("\"{}\" is handed over by two policies", hospital.value),
                            "a hospital changes hands once: keep one of the two",
                        )
                        .over(hospital.span.clone())
                        .label("the second time")
                        .note(first.span.clone(), "the first time"),
                    );
                }
            }
        }
        Decision::SatelliteHospitals(satellites) => {
            let known = || {
                earlier.iter().filter_map(|p| match &p.decision {
                    Decision::SatelliteHospitals(s) => Some((&p.id, &s.links)),
                    _ => None,
                })
            };
            for link in &satellites.links {
                let first = known()
                    .flat_map(|(id, links)| links.iter().map(move |l| (id, l)))
                    .find(|(_, l)| l.same(link));
                if let Some((id, first)) = first {
                    problems.add(
                        Problem::error(
                            "satellite::link-twice",
                            format!(
                                "the policy \"{}\" already links these two in {}",
                                id.value, link.specialty.value
                            ),
                            "keep one of the two links",
                        )
                        .over(link.satellite.span.clone())
                        .label("the second time")
                        .note(first.satellite.span.clone(), "the first time"),
                    );
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::file::from_text;
    use crate::scenario::small;

    /// Codes of all problems, each with the text it points at.
    fn problems(text: &str) -> Vec<(&'static str, String)> {
        let all = match from_text("test.ron", text, small::base()) {
            Ok((_, warnings)) => warnings.all,
            Err(rejected) => rejected.problems.all,
        };
        all.into_iter()
            .filter(|p| p.code != "target::after-last-year")
            .map(|p| (p.code, p.span.map_or(String::new(), |s| text[s].to_owned())))
            .collect()
    }

    /// One field of the top record is written; what is found?
    #[track_caller]
    fn field(field: &str, expected: &[(&str, &str)]) {
        let text = format!("(title: \"T\", base: \"made-up\", policies: [], {field})");
        assert_eq!(owned(expected), problems(&text), "{field}");
    }

    /// One policy is written; what is found?
    #[track_caller]
    fn policy(policy: &str, expected: &[(&str, &str)]) {
        let text = format!("(title: \"T\", base: \"made-up\", policies: [(id: \"p\", {policy})])");
        assert_eq!(owned(expected), problems(&text), "{policy}");
    }

    fn owned<'a>(expected: &[(&'a str, &str)]) -> Vec<(&'a str, String)> {
        expected
            .iter()
            .map(|(code, at)| (*code, (*at).to_owned()))
            .collect()
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

    #[test]
    fn policies_have_ids_and_years_in_order() {
        let link = "do: SatelliteHospitals(links: [(core: \"royal\", satellite: \"south-general\", specialty: \"general\")])";
        policy(link, &[]);
        policy(
            &format!("{link}, from: 2040"),
            &[("policy::outside-horizon", "2040")],
        );
        policy(
            &format!("{link}, from: 2030, to: 2028"),
            &[("policy::ends-before-start", "2028")],
        );
        policy(
            &format!("{link}, from: 2030, deadline: 2028"),
            &[("policy::deadline-before-start", "2028")],
        );
        policy(
            &format!("{link}, deadline: 2040"),
            &[("policy::deadline-unseen", "2040")],
        );
        policy(&format!("{link}, when: Always"), &[]);
        policy(
            &format!("{link}, when: Behind(\"x\", 2, 0.1)"),
            &[("policy::conditional", "Behind")],
        );
        field(
            &format!(
                "note: \"\", assumptions: {{}}, targets: Adopted, years: (first: 2026, last: 2030), policies: [(id: \"A b\", {link})]"
            ),
            &[("ron::field-twice", "policies")],
        );
        let two = format!(
            "(title: \"\", base: \"b\", policies: [(id: \"A b\", {link}), (id: \"A b\", {link})])"
        );
        assert_eq!(
            problems(&two),
            owned(&[
                ("scenario::no-title", "\"\""),
                ("policy::bad-id", "\"A b\""),
                ("policy::bad-id", "\"A b\""),
                ("policy::id-twice", "\"A b\""),
                ("satellite::link-twice", "\"south-general\""),
            ])
        );
    }

    #[test]
    fn targets_are_ones_we_can_answer() {
        let only = |t: &str| format!("targets: Only([({t})])");
        field(
            &only("indicator: \"beds_per_10k\", at_least: 38, by: 2030, scope: \"north\""),
            &[],
        );
        field(
            &only("indicator: \"beds_per_10000\", at_least: 38, by: 2036, scope: \"nroth\""),
            &[
                ("target::unknown-indicator", "\"beds_per_10000\""),
                ("target::outside-horizon", "2036"),
                ("target::unknown-scope", "\"nroth\""),
            ],
        );
        field(
            &only("indicator: \"private_bed_share\", at_least: 15, by: 2030"),
            &[("target::share-as-percent", "15")],
        );
        field(
            &only("indicator: \"beds_per_10k\", by: 2030"),
            &[("target::no-threshold", "\"beds_per_10k\"")],
        );
        field(
            &only("indicator: \"beds_per_10k\", at_least: 3, at_most: 4, by: 2030"),
            &[("target::two-thresholds", "4")],
        );
        field(
            &only("indicator: \"beds_per_10k\", at_least: 350, by: 2030"),
            &[("target::implausible", "350")],
        );
        field("targets: Only([])", &[("target::touches-nothing", "")]);
        field(
            "targets: AdoptedAnd([(indicator: \"beds_per_10k\", at_least: 40, by: 2030)])",
            &[("target::already-adopted", "\"beds_per_10k\"")],
        );
    }

    #[test]
    fn adopted_targets_after_the_last_year_are_named_and_drafts_left_out() {
        let text = "(title: \"T\", base: \"made-up\", policies: [])";
        let (scenario, warnings) = from_text("a/test.ron", text, small::base()).unwrap();
        assert_eq!(scenario.name, "test");
        assert_eq!(scenario.targets.len(), 1);
        assert_eq!(warnings.all[0].code, "target::after-last-year");
    }

    #[test]
    fn assumptions_keep_kind_unit_and_range() {
        let row = |r: &str| format!("assumptions: {{{r}}}");
        field(&row("\"post.match\": Uniform(low: 0.82, high: 0.95)"), &[]);
        field(
            &row("\"post.match\": Uniform(low: 0.8, high: 1.0)"),
            &[(
                "assumption::changes-nothing",
                "Uniform(low: 0.8, high: 1.0)",
            )],
        );
        field(
            &row("\"post.match\": Fixed(0.5)"),
            &[("assumption::unusual", "Fixed(0.5)")],
        );
        field(
            &row("\"post.match\": Fixed(90)"),
            &[("assumption::share-outside", "Fixed(90)")],
        );
        field(
            &row("\"post.mach\": Fixed(0.9)"),
            &[("assumption::unknown", "\"post.mach\"")],
        );
        field(
            &row("\"build.lag\": Fixed(0.9)"),
            &[("assumption::other-kind", "Fixed(0.9)")],
        );
        field(
            &row("\"build.lag\": Profile([1.0])"),
            &[("assumption::other-kind", "Profile([1.0])")],
        );
        field(
            &row("\"build.lag\": Profile([0.3, 0.6])"),
            &[("assumption::not-a-law", "Profile([0.3, 0.6])")],
        );
        field(&row("\"build.lag\": Profile([0.3, 0.7])"), &[]);
        field(
            &row("\"post.match\": Fixed(0.9), \"post.match\": Fixed(0.91)"),
            &[("assumption::twice", "\"post.match\"")],
        );
        for law in [
            "Triangular(low: 0.9, mode: 0.8, high: 1.0)",
            "Triangular(low: 0.9, mode: 0.9, high: 0.9)",
            "Normal(mean: 0.9, sd: 0)",
            "LogNormal(median: -1, sigma: 0.1)",
            "LogNormal(median: 1, sigma: 0)",
            "Uniform(low: 1, high: 0)",
            "Beta(0, 1)",
            "Fixed(inf)",
        ] {
            field(
                &row(&format!("\"post.match\": {law}")),
                &[("assumption::not-a-law", law)],
            );
        }
        field(
            &row("\"post.match\": Normal(mean: 0.9, std: 0.1)"),
            &[("ron::unknown-field", "std")],
        );
    }
}
