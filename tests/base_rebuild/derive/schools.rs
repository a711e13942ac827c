//! Students enter schools: each listed school takes a share of the nation's places by its quota or
//! its kind, and one row for each region and occupation stands for the schools no list names.
//!
//! Assumption: shares of intake follow quotas where published and the kind of school elsewhere.

use super::sheet::{plain, whole, write};
use super::{DeriveError, Ground};

const HEADER: [&str; 13] = [
    "code",
    "name",
    "name_en",
    "province",
    "owner",
    "occupation",
    "intake_share",
    "low",
    "high",
    "other",
    "source_id",
    "grade",
    "note",
];

/// Shares are written in millionths, so that they add to 1 exactly.
const PARTS: u64 = 1_000_000;

/// Makes `schools.csv`.
pub fn schools(ground: &Ground<'_>) -> Result<String, DeriveError> {
    let listed = ground.input("schools.csv")?;
    let names = ground.input("names.csv")?;
    let baseline = ground.input("baseline.csv")?;
    let regions = ground.table("regions.csv")?;
    let provinces = ground.table("provinces.csv")?;
    let occupations = ground.table("occupations.csv")?;
    let constants = &ground.constants;
    let group = names
        .find("group", "other_schools")
        .ok_or_else(|| DeriveError("names.csv has no `other_schools`".into()))?;

    let mut weights = Vec::new();
    for school in &listed.rows {
        weights.push(if school.text("quota_all_programmes").is_empty() {
            constants.get(&format!("school_weight_{}", school.text("kind")))?
        } else {
            school.number("quota_all_programmes")? * constants.get("school_quota_doctor_share")?
        });
    }
    let total: f64 = weights.iter().sum();
    // The nation's people by region, and the most populous province of each.
    let mut people = vec![0.0; regions.rows.len()];
    let mut seat = vec![("", 0.0); regions.rows.len()];
    for province in &provinces.rows {
        let code = province.text("code");
        let line = baseline
            .find("province", code)
            .ok_or_else(|| DeriveError(format!("baseline.csv has no `{code}`")))?;
        let count = line.number("population")?;
        let region = regions
            .rows
            .iter()
            .position(|r| r.text("code") == province.text("region"));
        let at = region.ok_or_else(|| DeriveError(format!("`{code}` has no region")))?;
        people[at] += count;
        if count > seat[at].1 {
            seat[at] = (code, count);
        }
    }
    let nation: f64 = people.iter().sum();
    let range = constants.get("school_range")?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for occupation in &occupations.rows {
        let code = occupation.text("code");
        let share = constants.get(&format!("listed_{code}_share"))?;
        let mut parts: Vec<f64> = weights.iter().map(|w| w / total * share).collect();
        parts.extend(people.iter().map(|p| p / nation * (1.0 - share)));
        let parts = whole(&parts, PARTS);
        let numbers = |part: u64| -> [String; 3] {
            let value = part as f64 / PARTS as f64;
            [
                plain(value, 6),
                plain(value * (1.0 - range), 6),
                plain((value * (1.0 + range)).min(1.0), 6),
            ]
        };
        for (school, part) in listed.rows.iter().zip(&parts) {
            let [value, low, high] = numbers(*part);
            let quota = school.text("quota_all_programmes");
            let note = if quota.is_empty() {
                format!(
                    "weight of a {} school (inputs/derivation.csv)",
                    school.text("kind")
                )
            } else {
                format!("quota of all programmes {quota} (inputs/derivation.csv)")
            };
            rows.push(vec![
                format!("{}-{code}", school.text("code")),
                school.text("name").to_owned(),
                school.text("name_en").to_owned(),
                school.text("province").to_owned(),
                school.text("owner").to_owned(),
                code.to_owned(),
                value,
                low,
                high,
                "no".to_owned(),
                school.text("source_id").to_owned(),
                "E".to_owned(),
                note,
            ]);
        }
        for (at, region) in regions.rows.iter().enumerate() {
            let [value, low, high] = numbers(parts[listed.rows.len() + at]);
            rows.push(vec![
                format!("other-{}-{code}", region.text("code")),
                format!("{}, {}", group.text("name"), region.text("name")),
                format!("{}, {}", group.text("name_en"), region.text("name_en")),
                seat[at].0.to_owned(),
                "Province".to_owned(),
                code.to_owned(),
                value,
                low,
                high,
                "yes".to_owned(),
                String::new(),
                "E".to_owned(),
                "what the listed schools leave, by people of the region; stands in its most populous province".to_owned(),
            ]);
        }
    }
    Ok(write(&HEADER, rows))
}
