//! A made-up country of two provinces, and what a planner is told about scenarios on it: for tests
//! of checks.

use super::file::from_text;
use crate::base::Form;
use crate::base::*;
use crate::units::Year;
use std::sync::Arc;

/// Codes of all problems of a scenario, each with the text it points at.
pub(crate) fn problems(text: &str) -> Vec<(&'static str, String)> {
    // What a short text of a test leaves open is not what it asks about.
    let unsaid = [
        "target::after-last-year",
        "policy::payer-open",
        "policy::years-open",
        "investment::no-beds",
    ];
    let all = match from_text("test.ron", text, base()) {
        Ok((_, warnings)) => warnings.all,
        Err(rejected) => rejected.problems.all,
    };
    all.into_iter()
        .filter(|p| !unsaid.contains(&p.code))
        .map(|p| (p.code, p.span.map_or(String::new(), |s| text[s].to_owned())))
        .collect()
}

/// Asserts what is found when one more field of the top record is written.
#[track_caller]
pub(crate) fn field(field: &str, expected: &[(&str, &str)]) {
    let text = format!("(title: \"T\", base: \"made-up\", policies: [], {field})");
    assert_eq!(owned(expected), problems(&text), "{field}");
}

/// Asserts what is found when one decision is written that acts from 2027.
#[track_caller]
pub(crate) fn decision(decision: &str, expected: &[(&str, &str)]) {
    let text = format!(
        "(title: \"T\", base: \"made-up\", policies: [(id: \"p\", do: {decision}, from: 2027)])"
    );
    assert_eq!(owned(expected), problems(&text), "{decision}");
}

/// Expected problems in the shape of found ones.
pub(crate) fn owned<'a>(expected: &[(&'a str, &str)]) -> Vec<(&'a str, String)> {
    expected
        .iter()
        .map(|(code, at)| (*code, (*at).to_owned()))
        .collect()
}

/// The country.
pub(crate) fn base() -> Arc<Base> {
    let province = |code: &str, name: &str| Province {
        code: code.into(),
        name: name.into(),
        name_en: name.into(),
        official_code: String::new(),
        region: 0,
        tile: (0, 0),
        centre: None,
        population: 1e6,
        share_60: 0.15,
        natural_increase: 0.005,
        net_migration: 0.0,
        income_index: 1.0,
        beds: Ranged {
            central: 3000.0,
            low: 2500.0,
            high: 3500.0,
        },
        staff: Vec::new(),
        staff_bottom_up: Vec::new(),
        published: Vec::new(),
        told: Vec::new(),
        grade: Grade::D,
    };
    let occupation = |code: &str, has_posts, study_years| Occupation {
        not_answerable: String::new(),
        code: code.into(),
        plural: format!("{code}s"),
        has_posts,
        national_per_10k: Some(10.0),
        national_range: None,
        study_years,
        exam_from: None,
        enrolled_until: Year(2025),
        first_age: 25,
        enter_first_band: 1.0,
        age_shares: vec![1.0],
    };
    let facility = |code: &str, province, level, owner, specialty: &str| Facility {
        code: code.into(),
        name: format!("Hospital {code}"),
        name_en: String::new(),
        official_code: String::new(),
        province,
        level,
        owner,
        specialty: specialty.into(),
        beds: 500.0,
        beds_known: true,
        synthetic: false,
        source_id: String::new(),
        grade: Grade::B,
    };
    let assumption = |id: &str, unit: &str, distribution| Assumption {
        id: id.into(),
        meaning: String::new(),
        unit: unit.into(),
        distribution,
        range: None,
        source: String::new(),
        grade: Grade::E,
        reason: String::new(),
        since: None,
        tied: None,
        held: "made up for tests".into(),
        level_of: String::new(),
    };
    let target = |year, status| Target {
        id: format!("beds_per_10k/nation/{year}/law"),
        indicator: "beds_per_10k".into(),
        scope: "nation".into(),
        year: Year(year),
        threshold: 40.0,
        direction: Direction::AtLeast,
        form: Form::default(),
        document: "Health law".into(),
        status,
        borders: Borders::Current,
        source_id: String::new(),
        grade: Grade::A,
    };
    Arc::new(Base {
        code: "made-up".into(),
        name: "Made-up".into(),
        currency: "billion crowns".into(),
        year: Year(2025),
        regions: vec![Region {
            code: "mainland".into(),
            name: "Mainland".into(),
            name_en: "Mainland".into(),
        }],
        provinces: vec![
            province("north", "Nörth"),
            province("south-coast", "South Coast"),
        ],
        occupations: vec![
            occupation("doctor", true, 6),
            occupation("nurse", true, 3),
            occupation("pharmacist", false, 5),
        ],
        facilities: vec![
            facility("royal", 0, Level::Central, Owner::Ministry, "general"),
            facility("heart", 0, Level::Central, Owner::Ministry, "cardiology"),
            facility("leaving", 0, Level::Central, Owner::Ministry, "lung"),
            facility(
                "north-general",
                0,
                Level::Provincial,
                Owner::Province,
                "general",
            ),
            facility(
                "south-general",
                1,
                Level::Provincial,
                Owner::Province,
                "general",
            ),
            facility(
                "south-regional",
                1,
                Level::Regional,
                Owner::Province,
                "general",
            ),
            facility("sunny", 1, Level::Provincial, Owner::Private, "general"),
            facility("station-1", 1, Level::Commune, Owner::Province, "station"),
        ],
        projects: Vec::new(),
        transfers: vec![Transfer {
            facility: 2,
            to: Owner::Province,
            year: Year(2026),
        }],
        programmes: Vec::new(),
        population_path: Vec::new(),
        retirement_age: Vec::new(),
        beds_per_10k: 35.0,
        history: Vec::new(),
        targets: vec![
            target(2030, TargetStatus::Adopted),
            target(2045, TargetStatus::Adopted),
            target(2031, TargetStatus::Draft),
        ],
        assumptions: AssumptionBook {
            all: vec![
                assumption(
                    "post.match",
                    "share",
                    Distribution::Uniform {
                        low: 0.8,
                        high: 1.0,
                    },
                ),
                assumption(
                    "programme.total",
                    "billion crowns",
                    Distribution::Fixed(5000.0),
                ),
                assumption(
                    "programme.bed_share",
                    "share",
                    Distribution::Uniform {
                        low: 0.0,
                        high: 0.2,
                    },
                ),
                assumption(
                    "shock.storm_chance",
                    "probability",
                    Distribution::Fixed(0.0),
                ),
                assumption("shock.storm_year", "year", Distribution::Fixed(0.0)),
                assumption("shock.storm_beds", "share", Distribution::Fixed(0.1)),
                assumption(
                    "cost.station",
                    "billion crowns per station",
                    Distribution::Fixed(5.0),
                ),
                assumption(
                    "cost.training_place",
                    "billion crowns per place",
                    Distribution::Fixed(0.8),
                ),
                assumption("build.lag", "share", Distribution::Profile(vec![0.5, 0.5])),
                assumption(
                    "capex.unit_central",
                    "billion crowns per bed",
                    Distribution::Fixed(5.0),
                ),
                assumption(
                    "track.insurance_cover.response_money",
                    "billion crowns a year per million people",
                    Distribution::Fixed(30.0),
                ),
            ],
            ties: Vec::new(),
        },
        sources: Vec::new(),
        digest: String::new(),
        warnings: Vec::new(),
        tracked: vec![TrackedIndicator {
            id: "insurance_cover".into(),
            title: "Insured people".into(),
            unit: crate::results::Unit::Share,
            meaning: "people insured over all people".into(),
            low: 0.0,
            high: 1.0,
            better: Direction::AtLeast,
            weight: Weight::People,
            value: Some(0.8),
            printed_to: 0.001,
            judged_on: JudgedOn::Published,
            source_id: String::new(),
            grade: Grade::A,
        }],
        former_units: Vec::new(),
        indicator_rows: Vec::new(),
        tracked_values: vec![TrackedValue {
            indicator: 0,
            province: 0,
            value: 0.9,
            range: None,
            source_id: "T1".into(),
            grade: Grade::A,
        }],
        sums: Vec::new(),
        milestones: vec![
            Milestone {
                id: "royal-grade-1".into(),
                title: "Royal reaches Grade I".into(),
                province: Some(0),
                facility: Some(0),
                project: None,
                planned: Year(2028),
                under_way: false,
                reference: "hospital".into(),
                source_id: String::new(),
                grade: Grade::B,
            },
            Milestone {
                id: "heart-opens".into(),
                title: "Heart opens".into(),
                province: None,
                facility: None,
                project: None,
                planned: Year(2027),
                under_way: true,
                reference: "hospital".into(),
                source_id: String::new(),
                grade: Grade::B,
            },
        ],
        references: vec![ReferenceProject {
            class: "hospital".into(),
            name: "Old wing".into(),
            start: Some(2018.0),
            planned: 2020.0,
            finished: Some(2021.5),
        }],
        referrals: ["general", "cardiology"]
            .map(|specialty| Referral {
                specialty: specialty.into(),
                share: 0.5,
                range: (0.3, 0.7),
            })
            .into(),
        projects_not_used: Vec::new(),
        proposed_transfers: Vec::new(),
        death_rates: Vec::new(),
        share_60: 0.15,
        national: Vec::new(),
        marks: Vec::new(),
        targets_not_used: Vec::new(),
        assumed_tables: Vec::new(),
        files: Vec::new(),
    })
}
