//! What tables state of beds and staff in the base year can hold together: sums, ranges, and hospitals
//! known one by one.

use super::bands::{self, Action};
use super::culprit::Adding;
use crate::base::stock::{self, Contradiction, Stock};
use crate::base::tables::{Reader, Row};
use crate::base::{Facility, Level, Occupation, Province, Ranged};
use crate::messages::base as messages;
use crate::said::Message;

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
    let (unit, column, code, said) = match contradiction {
        Contradiction::Sum { sum, total } => (
            None,
            about.nation.2,
            "base::does-not-add-up",
            messages::stock_does_not_add(sum, what, about.ratio, about.people, total, total / sum),
        ),
        Contradiction::TooWide { unit, half, most } => (
            Some(unit),
            "low",
            "base::cannot-be",
            messages::range_too_wide(of(unit), half, what, most),
        ),
        Contradiction::NationTooWide { half, most } => (
            None,
            about.nation.2,
            "base::cannot-be",
            messages::nation_too_wide(half, what, most),
        ),
        Contradiction::AtItsEnd { unit } => {
            (unit, "low", "base::cannot-be", messages::value_at_its_end())
        }
        Contradiction::KnownIsMore { unit, known, low } => (
            Some(unit),
            "low",
            "base::cannot-be",
            messages::known_is_more(of(unit), known, low),
        ),
    };
    let row = match unit {
        Some(unit) => adding.figure(of(unit), what),
        None => adding.row(about.nation.0, about.nation.1),
    };
    match row {
        Some(row) => reader.refuse(row, column, code, said),
        None => reader.refuse_file(code, FIGURES, said),
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
        let said = messages::drawn_and_stated(&occupation.plural, &occupation.code);
        reader.refuse(row, "indicator", "base::cannot-be", said);
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
            Some(messages::hospitals_do_not_add(
                code,
                beds[at],
                stated.central,
                SLACK * 100.0,
            ))
        } else if nowhere {
            Some(messages::no_hospital_for_the_rest(
                code,
                known[at],
                stated.central,
            ))
        } else {
            None
        };
        let off = beds[at] / stated.central;
        let near = bands::of("facilities.csv", "beds to the province's", "", Action::Warn);
        if wrong.is_none()
            && near.is_some_and(|band| !band.holds(off))
            && let Some(row) = adding.figure(code, "beds")
        {
            let apart = (off - 1.0).abs() * 100.0;
            let said = messages::hospitals_nearly_add(code, beds[at], stated.central, apart);
            reader.warn(row, "value", "base::unlikely", said);
        }
        if let Some(said) = wrong {
            tell(reader, adding.figure(code, "beds"), "value", said);
        }
        if stations[at] == 0 {
            let said = messages::no_station(code);
            match adding.row("provinces.csv", code) {
                Some(row) => reader.refuse(row, "code", "base::missing-figure", said),
                None => reader.refuse_file("base::missing-figure", "facilities.csv", said),
            }
        }
    }
}

fn tell(reader: &mut Reader<'_>, row: Option<&Row>, column: &str, said: Message) {
    match row {
        Some(row) => reader.refuse(row, column, "base::does-not-add-up", said),
        None => reader.refuse_file("base::does-not-add-up", FIGURES, said),
    }
}
