//! What tables state of beds and staff in the base year can hold together: sums, ranges, and hospitals
//! known one by one.

use super::culprit::Adding;
use crate::base::stock::{self, Contradiction, Stock};
use crate::base::tables::Reader;
use crate::base::{Facility, Level, Occupation, Province, Ranged};

/// How far the beds of the facilities of a province may lie from the province's figure: a planner
/// who replaces one synthetic row need not touch the others.
const SLACK: f64 = 0.05;

const FIGURES: &str = "province_figures.csv";

/// A stock and where it is stated.
struct About<'a> {
    /// `beds`, `doctors`.
    what: &'a str,
    /// The nation's figure: table, row, column.
    nation: (&'static str, &'a str, &'static str),
    /// The published ratio.
    ratio: f64,
    people: f64,
}

/// Refuses figures of stocks that contradict each other.
pub fn together(
    reader: &mut Reader<'_>,
    adding: &Adding,
    provinces: &[Province],
    occupations: &[Occupation],
    facilities: &[Facility],
    beds: Ranged,
) {
    let clean = [
        FIGURES,
        "national.csv",
        "provinces.csv",
        "occupations.csv",
        "facilities.csv",
    ];
    if provinces.is_empty() || !clean.iter().all(|file| reader.clean(file)) {
        return;
    }
    let people: f64 = provinces.iter().map(|p| p.population).sum();
    let about = About {
        what: "beds",
        nation: ("national.csv", "beds_per_10k", "value"),
        ratio: beds.central,
        people,
    };
    let held = stock::of_beds(beds, provinces, facilities);
    refuse(reader, adding, provinces, &about, held);
    for (at, occupation) in occupations.iter().enumerate() {
        let Some(ratio) = occupation.national() else {
            drawn_and_stated(reader, adding, provinces, at, occupation);
            continue;
        };
        let about = About {
            what: &occupation.plural,
            nation: ("occupations.csv", &occupation.code, "national_per_10k"),
            ratio: ratio.central,
            people,
        };
        let held = stock::of_staff(ratio, provinces, at);
        refuse(reader, adding, provinces, &about, held);
    }
    by_facility(reader, adding, provinces, facilities);
}

fn refuse(
    reader: &mut Reader<'_>,
    adding: &Adding,
    provinces: &[Province],
    about: &About<'_>,
    held: Result<Stock, Contradiction>,
) {
    let Err(contradiction) = held else { return };
    let what = about.what;
    let of = |unit: usize| provinces[unit].code.as_str();
    let (unit, column, code, message, help) = match contradiction {
        Contradiction::Sum { sum, total } => (
            None,
            about.nation.2,
            "base::does-not-add-up",
            format!(
                "the provinces have {sum:.0} {what} together; {} per 10,000 of {:.0} people are {total:.0}",
                about.ratio, about.people
            ),
            format!(
                "multiply the {what} of the provinces by {:.6}, or correct the national figure: only what rounding leaves may lie between them",
                total / sum
            ),
        ),
        Contradiction::TooWide { unit, half, most } => (
            Some(unit),
            "low",
            "base::cannot-be",
            format!(
                "`{}` may lie {half:.0} {what} from its value, and the others together cannot make up for it: they may lie {most:.0} from theirs, and the sum is the nation's",
                of(unit)
            ),
            format!("narrow its range to {most:.0} either side, widen those of others, or give the nation a range"),
        ),
        Contradiction::NationTooWide { half, most } => (
            None,
            about.nation.2,
            "base::cannot-be",
            format!(
                "the nation may lie {half:.0} {what} from its value, the provinces together only {most:.0}"
            ),
            "narrow the range of the nation, or widen those of provinces".to_owned(),
        ),
        Contradiction::AtItsEnd { unit } => (
            unit,
            "low",
            "base::cannot-be",
            "the value stands at an end of its own range, of which 80 % lies around it".to_owned(),
            "move the end away from the value, or leave `low` and `high` empty: a single figure holds in every future".to_owned(),
        ),
        Contradiction::KnownIsMore { unit, known, low } => (
            Some(unit),
            "low",
            "base::cannot-be",
            format!(
                "hospitals of `{}` with beds_known `yes` have {known:.0} beds together, the province may have {low:.0}",
                of(unit)
            ),
            format!("write a low end of {known:.0} or more, or beds_known `no` for what is an estimate"),
        ),
    };
    let row = match unit {
        Some(unit) => adding.figure(of(unit), what),
        None => adding.row(about.nation.0, about.nation.1),
    };
    match row {
        Some(row) => reader.problem(row, column, code, message, help),
        None => reader.file_problem(code, FIGURES, message, help),
    }
}

/// The nation's ratio is drawn from an assumption: provinces that state theirs would contradict it.
fn drawn_and_stated(
    reader: &mut Reader<'_>,
    adding: &Adding,
    provinces: &[Province],
    at: usize,
    occupation: &Occupation,
) {
    let Some(province) = provinces.iter().find(|p| p.staff[at].is_some()) else {
        return;
    };
    if let Some(row) = adding.figure(&province.code, &occupation.plural) {
        reader.problem(
            row,
            "indicator",
            "base::cannot-be",
            format!(
                "{} of provinces are stated, those of the nation are drawn from `base.{}_per_10k`",
                occupation.plural, occupation.plural
            ),
            format!(
                "write `national_per_10k` of `{}` in occupations.csv (their sum over the people), or leave the provinces out",
                occupation.code
            ),
        );
    }
}

/// Beds and stations of the list against the province's figures.
fn by_facility(
    reader: &mut Reader<'_>,
    adding: &Adding,
    provinces: &[Province],
    facilities: &[Facility],
) {
    let n = provinces.len();
    let (mut beds, mut known, mut guessed, mut stations) =
        (vec![0.0; n], vec![0.0; n], vec![0.0; n], vec![0; n]);
    for facility in facilities {
        let p = facility.province;
        beds[p] += facility.beds;
        stations[p] += usize::from(facility.level == Level::Commune);
        if facility.beds_known {
            known[p] += facility.beds;
        } else {
            guessed[p] += facility.beds;
        }
    }
    for (at, province) in provinces.iter().enumerate() {
        let code = &province.code;
        let stated = province.beds;
        let nowhere = guessed[at] == 0.0 && known[at] != stated.central;
        let wrong = if (beds[at] - stated.central).abs() > SLACK * stated.central {
            Some((
                format!(
                    "the hospitals of `{code}` have {} beds together, the province has {}",
                    beds[at], stated.central
                ),
                format!(
                    "change another hospital of `{code}`, or `beds` of the province; {:.0} % apart is allowed",
                    SLACK * 100.0
                ),
            ))
        } else if nowhere {
            Some((
                format!(
                    "all hospitals of `{code}` have beds_known `yes` and {} beds together, the province has {}: no hospital could hold the rest",
                    known[at], stated.central
                ),
                format!(
                    "write {} for the province, or beds_known `no` for a hospital whose beds are an estimate",
                    known[at]
                ),
            ))
        } else {
            None
        };
        if let Some((message, help)) = wrong {
            tell(reader, adding.figure(code, "beds"), "value", message, help);
        }
        if stations[at] == 0 {
            let message = format!("`{code}` has no commune station");
            let help =
                "add at least one row to facilities.csv with level Commune and specialty station";
            match adding.row("provinces.csv", code) {
                Some(row) => reader.problem(row, "code", "base::missing-figure", message, help),
                None => {
                    reader.file_problem(
                        "base::missing-figure",
                        "facilities.csv",
                        message,
                        help.into(),
                    );
                }
            }
        }
    }
}

fn tell(
    reader: &mut Reader<'_>,
    row: Option<&crate::base::tables::Row>,
    column: &str,
    message: String,
    help: String,
) {
    match row {
        Some(row) => reader.problem(row, column, "base::does-not-add-up", message, help),
        None => reader.file_problem("base::does-not-add-up", FIGURES, message, help),
    }
}
