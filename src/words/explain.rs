//! Words of the pages that explain a name.

use super::codes;
use super::number::{grouped, trimmed};
use crate::base::{Borders, Facility, Grade, Level, Owner, ProjectState, TargetStatus};
use crate::messages::did_you_mean;
use crate::results::Unit;
use crate::said::Said;

/// Field names.
pub const UNIT: Said = Said::en("unit");
/// Name of the field for a law.
pub const LAW: Said = Said::en("law");
/// Name of the field for percentiles.
pub const PERCENTILES: Said = Said::en("percentiles");
/// Name of the field for a grade.
pub const GRADE: Said = Said::en("grade");
/// Name of the field for a source.
pub const SOURCE: Said = Said::en("source");
/// Name of the field for a reason.
pub const WHY: Said = Said::en("why");
/// The code the state gives a place.
pub const OFFICIAL_CODE: Said = Said::en("official code");

/// Units of former times that are part of a province.
pub const FORMER: Said = Said::en("took in");

/// A unit of former times.
pub fn former(code: &str, name: &str, since: &str) -> String {
    format!("{code} ({name}), {since}")
}

/// A word that means a unit of former times.
pub fn part_of(code: &str, name: &str, now: &str, since: &str) -> String {
    format!("`{code}` ({name}) is part of `{now}` since {since}: this is the page of `{now}`")
}

/// Why one value is held though others are possible.
pub const HELD: Said = Said::en("not drawn");
/// Name of the field for the place in a year.
pub const ACTS: Said = Said::en("acts in");
/// Name of the field for an equation.
pub const EQUATION: Said = Said::en("equation");
/// Name of the field for a tie.
pub const TIED: Said = Said::en("moves with");
/// Name of the field for the year from which it holds.
pub const SINCE: Said = Said::en("holds since");
/// Name of the field for why two assumptions move together.
pub const WHY_TIED: Said = Said::en("why together");
/// Name of the field for a plausible range.
pub const RANGE: Said = Said::en("range");
/// Name of the field for the plausible range of a profile.
pub const RANGE_OF_MEAN: Said = Said::en("range of mean");
/// Name of the field for a way out.
pub const WAY_OUT: Said = Said::en("way out");
/// Name of the field for the weight of a message.
pub const SEVERITY: Said = Said::en("weight");
/// Name of the field for what a policy serves.
pub const SERVES: Said = Said::en("serves");
/// Name of the field for what a policy leaves alone.
pub const DOES_NOT_MOVE: Said = Said::en("does not move");
/// Name of the field for the time a policy takes.
pub const TIME: Said = Said::en("takes");

/// Why new students cannot help earlier.
pub fn first_licensed(plural: &str, first: crate::units::Year, study_years: u32) -> String {
    format!(
        "{plural} who begin in {first} study {study_years} years and practise one: none is licensed before {}",
        first.plus(study_years as i32 + 1)
    )
}

/// Name of the field for assumptions.
pub const USES: Said = Said::en("uses");
/// Name of the field for scenarios.
pub const SEEN_IN: Said = Said::en("seen in");
/// Name of the field for targets.
pub const TARGETS: Said = Said::en("targets");
/// Name of the field for a scope.
pub const SCOPE: Said = Said::en("read for");
/// Name of the field for a document.
pub const DOCUMENT: Said = Said::en("document");
/// Name of the field for a target's standing.
pub const STATUS: Said = Said::en("standing");
/// Name of the field for today's value.
pub const TODAY: Said = Said::en("today");
/// Title of the picture of a law.
pub const PICTURE: Said = Said::en("how likely each value is (marks: 5 %, median, 95 %)");
/// Title of the picture of a plain value.
pub const PICTURE_FIXED: Said = Said::en("not drawn; its plausible range");
/// Title of the picture of a profile.
pub const PICTURE_PROFILE: Said = Said::en("share of each year");
/// Title of the picture of a choice.
pub const PICTURE_CHOICE: Said = Said::en("chance of each way, in the order of the law");
/// Title of the fields of a policy.
pub const FIELDS: Said = Said::en("what it is given");
/// Title of the fields that every policy may have.
pub const FIELDS_OF_ALL: Said = Said::en("what every policy is given");
/// Title of an example.
pub const EXAMPLE: Said = Said::en("to paste into a scenario");

/// A grade with what it stands for.
pub fn grade(grade: Grade) -> String {
    let words = match grade {
        Grade::A => "official statistic or text of a decision",
        Grade::B => "press report quoting officials, or an official report",
        Grade::C => "academic or secondary source",
        Grade::D => "derived here from such figures",
        Grade::E => "assumed, with a range and a reason",
    };
    format!("{grade:?}: {words}")
}

/// A source as it is cited.
pub fn source(title: &str, publisher: &str, date: &str, address: &str) -> String {
    let parts: Vec<&str> = [title, publisher, date, address]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}

/// No source stands behind a figure.
pub const NO_SOURCE: Said = Said::en("none: assumed here");

/// Percentiles of a law on one line.
pub fn percentiles(values: &[(f64, String)]) -> String {
    let parts: Vec<String> = values
        .iter()
        .map(|(u, value)| format!("{} % {value}", trimmed(u * 100.0, 1)))
        .collect();
    parts.join(", ")
}

/// A tie to others.
pub fn tie(rho: f64, others: &[&str]) -> String {
    format!(
        "{} (correlation of ranks about {})",
        others.join(", "),
        trimmed(rho, 2)
    )
}

/// The year from which a law of the day holds.
pub fn since(year: i32) -> String {
    format!(
        "{year}: a rule, a programme or a way of counting of its day; a base of an earlier year states its own"
    )
}

/// Why two assumptions move together, and how well that is known.
pub fn why_tied(reason: &str, grade: Grade) -> String {
    format!("{reason} (grade {grade:?})")
}

/// A plausible range.
pub fn range(low: &str, high: &str) -> String {
    format!("{low} to {high}")
}

/// Comment above an override that holds a drawn number still.
pub const HOLD: Said = Said::en("// held at its median; any other law may stand here");
/// Comment above an override of a choice.
pub const CERTAIN: Said = Said::en("// one way is certain");
/// Comment above an override that draws a number that is plain.
pub const DRAW: Said = Said::en("// drawn from its plausible range");
/// Comment above an override of a profile.
pub const RESHAPE: Said = Said::en("// shares that add to 1, as many as here");

/// A target as a sentence.
pub fn target(indicator: &str, scope: &str, side: &str, threshold: &str, year: &str) -> String {
    let side = side.replace('_', " ");
    format!("{indicator}, {scope}: {side} {threshold} by the end of {year}")
}

/// A threshold in its unit.
pub fn threshold(unit: Option<Unit>, value: f64) -> String {
    match unit {
        Some(unit) => super::number::threshold(unit, value),
        None => trimmed(value, 4),
    }
}

/// A target's standing.
pub fn standing(status: TargetStatus, borders: Borders) -> String {
    let status = match status {
        TargetStatus::Adopted => "adopted: in force, answered by every scenario",
        TargetStatus::Draft => "draft: not adopted when the data were compiled",
        TargetStatus::Superseded => "superseded: replaced by a later document",
        TargetStatus::Vision => "vision: a long-term orientation",
    };
    match borders {
        Borders::Current => status.to_owned(),
        Borders::Before2025 => {
            format!(
                "{status}; set for borders that have changed since, so it is no verdict on today's unit"
            )
        }
    }
}

/// What a facility is, in a sentence.
pub fn facility(f: &Facility, province: &str) -> String {
    let owner = match f.owner {
        Owner::Ministry => "the Ministry of Health",
        Owner::OtherMinistry => "another ministry",
        Owner::Province => "the province",
        Owner::Private => "private owners",
    };
    let what = match (f.level, f.owner) {
        (Level::Commune, _) => "a commune station".to_owned(),
        (_, Owner::Private) => "a private hospital".to_owned(),
        (Level::Central, _) => "a central hospital".to_owned(),
        (Level::Provincial, _) => "a provincial hospital".to_owned(),
        (Level::Regional, _) => "a regional hospital (former district level)".to_owned(),
    };
    format!("{}: {what} in {province}, owned by {owner}", f.name)
}

/// Beds of a facility and how well they are known.
pub fn beds(f: &Facility) -> String {
    match f.level {
        Level::Commune => "none counted: beds at stations stand outside every ratio".to_owned(),
        _ if f.beds_known => format!("{}, published for this facility", grouped(f.beds)),
        _ => format!("about {}, estimated so that totals add up", grouped(f.beds)),
    }
}

/// A facility that was made.
pub const SYNTHETIC: Said = Said::en(
    "This facility was made so that published counts and beds add up: it is no real place. Replace it by editing its row of facilities.csv (carecast base --write DIR).",
);

/// Decided and proposed changes of owner.
pub fn hands_over(year: &str) -> String {
    format!("decided: changes owner in {year} (part of the base)")
}

/// Behind a field that need not be written.
pub const MAY_BE_LEFT_OUT: Said = Said::en(" (may be left out)");

/// How far a building project is.
pub fn project_state(state: ProjectState) -> &'static str {
    match state {
        ProjectState::Opened => "opened",
        ProjectState::Building => "under construction",
        ProjectState::Planned => "planned",
    }
}

/// A building project at a facility.
pub fn project(name: &str, beds: f64, year: &str, state: &str) -> String {
    format!(
        "{name}: {} beds, planned for {year} ({state})",
        grouped(beds)
    )
}

/// Name of the field for projects.
pub const PROJECT: Said = Said::en("project");
/// Name of the field for a change of owner.
pub const OWNER: Said = Said::en("owner");
/// Name of the field for beds.
pub const BEDS: Said = Said::en("beds");
/// Name of the field for a specialty.
pub const SPECIALTY: Said = Said::en("specialty");
/// Name of the field for people.
pub const PEOPLE: Said = Said::en("people");
/// Name of the field for facilities.
pub const FACILITIES: Said = Said::en("facilities");

/// People of a province.
pub fn people(population: f64, share_60: f64) -> String {
    format!(
        "{}, {} of them 60 or older",
        grouped(population),
        super::number::percent(share_60)
    )
}

/// Beds of a province with their range.
pub fn provincial_beds(central: f64, low: f64, high: f64, population: f64) -> String {
    format!(
        "{} ({} to {}), {} per 10,000 people",
        grouped(central),
        grouped(low),
        grouped(high),
        trimmed(central / population * 10_000.0, 1)
    )
}

/// Facilities of a province.
pub fn counts(hospitals: usize, named: usize, stations: usize) -> String {
    format!(
        "{} hospitals ({} of them with their real names) and {} commune stations",
        grouped(hospitals as f64),
        grouped(named as f64),
        grouped(stations as f64)
    )
}

/// How much a message weighs.
pub fn severity(weight: codes::Weight) -> &'static str {
    match weight {
        codes::Weight::Warns => "warning: legal but unusual, the run goes on",
        codes::Weight::Both => "refuses what cannot be meant, warns of what is only unusual",
        codes::Weight::Refuses => "error: the file is refused",
    }
}

/// A word that fits several names.
pub fn several(asked: &str, found: &[(&str, &str)], more: usize) -> String {
    let wide = found.iter().map(|(n, _)| n.chars().count()).max();
    let wide = wide.unwrap_or(0);
    let mut text = format!("\"{asked}\" fits several names; explain one of them:\n");
    for (name, what) in found {
        text += &format!("  {name:<wide$}  {what}\n");
    }
    if more > 0 {
        text += &format!("  ... and {} more\n", grouped(more as f64));
    }
    let twins = found
        .iter()
        .any(|(name, _)| found.iter().filter(|(n, _)| n == name).count() > 1);
    if twins {
        text += "  help: say which kind with --as, for example --as indicator\n";
    }
    text
}

/// A word that fits nothing.
pub fn unknown(asked: &str, nearest: Option<&str>) -> String {
    let help = match nearest {
        Some(name) => did_you_mean(name),
        None => "carecast list policies, indicators, assumptions, targets, provinces or facilities shows what exists".to_owned(),
    };
    format!("nothing is named \"{asked}\"\n  help: {help}")
}
