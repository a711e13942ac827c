//! The facility list: hospitals known by name keep their published beds; the rest are put up so that
//! counts and beds add to each province's estimate and to the nation's shares by owner and level;
//! and every commune unit has its station.
//!
//! Assumption: sizes within a province, owner and level follow a fixed spread; nothing is drawn, so
//! the list is the same to the last bed every time.

mod ministries;
mod provinces;
mod sizes;

use super::derive::figures::Figures;
use super::derive::sheet::{Line, plain, write};
use super::derive::{DeriveError, Ground};
use carecast::internals::base::people::OWNERS;
use carecast::internals::base::plant::LEVELS;
use carecast::internals::base::{Assumption, Level, Owner};

const HEADER: [&str; 13] = [
    "code",
    "name",
    "name_en",
    "province",
    "level",
    "owner",
    "specialty",
    "beds",
    "beds_known",
    "synthetic",
    "source_id",
    "grade",
    "note",
];

/// A hospital of one province on its way into the table.
#[derive(Clone, Debug)]
struct Hospital {
    code: String,
    name: String,
    name_en: String,
    level: Level,
    owner: Owner,
    specialty: String,
    /// Beds where they are fixed: published, or derived in the list of named hospitals.
    fixed: Option<f64>,
    published: bool,
    synthetic: bool,
    /// Size against its neighbours where beds are not fixed, for hospitals of the Ministry.
    weight: f64,
    /// Whether it leads its group in size: a named general hospital.
    leads: bool,
    beds: u64,
    source: String,
    grade: String,
    note: String,
}

/// One province on its way into the table.
struct Place<'a> {
    code: &'a str,
    name: &'a str,
    name_en: &'a str,
    region: &'a str,
    people: f64,
    beds: f64,
    hospitals: Vec<Hospital>,
}

/// What the country's hospitals are made from.
struct Maker<'a> {
    ground: &'a Ground<'a>,
    places: Vec<Place<'a>>,
    book: Vec<Assumption>,
    names: Vec<(String, String, String)>,
    counts: Vec<(usize, String, f64, Option<f64>)>,
}

/// Makes `facilities.csv`.
pub fn facilities(ground: &Ground<'_>, figures: &Figures) -> Result<String, DeriveError> {
    let provinces = ground.table("provinces.csv")?;
    let named = ground.input("hospitals_named.csv")?;
    let names = ground.input("names.csv")?;
    let counts = ground.input("hospital_counts.csv")?;
    let text = ground
        .tables
        .get("assumptions.ron")
        .ok_or_else(|| DeriveError("assumptions.ron is missing".into()))?;
    let book =
        ron::from_str(text).map_err(|error| DeriveError(format!("assumptions.ron: {error}")))?;
    let place_of = |code: &str| -> Result<usize, DeriveError> {
        let at = provinces.rows.iter().position(|p| p.text("code") == code);
        at.ok_or_else(|| DeriveError(format!("no province is called `{code}`")))
    };
    let places = provinces
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| Place {
            code: row.text("code"),
            name: row.text("name"),
            name_en: row.text("name_en"),
            region: row.text("region"),
            people: figures.population[at] as f64,
            beds: figures.beds[at] as f64,
            hospitals: Vec::new(),
        })
        .collect();
    let mut maker = Maker {
        ground,
        places,
        book,
        names: names
            .rows
            .iter()
            .map(|r| {
                (
                    r.text("group").to_owned(),
                    r.text("name").to_owned(),
                    r.text("name_en").to_owned(),
                )
            })
            .collect(),
        counts: Vec::new(),
    };
    for row in &counts.rows {
        let beds = if row.text("beds").is_empty() {
            None
        } else {
            Some(row.number("beds")?)
        };
        maker.counts.push((
            place_of(row.text("province"))?,
            row.text("group").to_owned(),
            row.number("count")?,
            beds,
        ));
    }
    for row in &named.rows {
        let hospital = maker.named(row)?;
        let at = place_of(row.text("province"))?;
        maker.places[at].hospitals.push(hospital);
    }
    maker.university_hospitals(&place_of)?;
    maker.ministry()?;
    maker.other_ministries()?;
    maker.private()?;
    maker.public()?;
    maker.table()
}

impl Maker<'_> {
    fn constant(&self, id: &str) -> Result<f64, DeriveError> {
        self.ground.constants.get(id)
    }

    fn assumption(&self, id: &str) -> Result<f64, DeriveError> {
        let found = self.book.iter().find(|a| a.id == id);
        found
            .map(|a| a.distribution.most_likely())
            .ok_or_else(|| DeriveError(format!("assumptions.ron has no `{id}`")))
    }

    fn published(&self, at: usize, group: &str) -> Option<(f64, Option<f64>)> {
        self.counts
            .iter()
            .find(|(place, g, _, _)| *place == at && g == group)
            .map(|(_, _, n, beds)| (*n, *beds))
    }

    fn all_beds(&self) -> f64 {
        self.places.iter().map(|p| p.beds).sum()
    }

    /// A hospital of the list of names.
    fn named(&self, row: &Line) -> Result<Hospital, DeriveError> {
        let unknown =
            |column: &str| DeriveError(format!("`{}` has no known {column}", row.text("code")));
        let level = LEVELS.iter().find(|(word, _)| *word == row.text("level"));
        let owner = OWNERS.iter().find(|(word, _)| *word == row.text("owner"));
        let published = row.text("beds_status") == "published";
        let fixed = match row.text("beds_status") {
            "unknown" => None,
            "published" | "estimated" => Some(row.number("beds")?),
            _ => return Err(unknown("beds_status")),
        };
        Ok(Hospital {
            code: row.text("code").to_owned(),
            name: row.text("name").to_owned(),
            name_en: row.text("name_en").to_owned(),
            level: level.ok_or_else(|| unknown("level"))?.1,
            owner: owner.ok_or_else(|| unknown("owner"))?.1,
            specialty: row.text("specialty").to_owned(),
            fixed,
            published,
            synthetic: false,
            weight: self.constant(&format!("weight_{}", row.text("size")))?,
            leads: row.text("size") == "general" && fixed.is_none(),
            beds: 0,
            source: row.text("source_id").to_owned(),
            grade: row.text("grade").to_owned(),
            note: row.text("note").to_owned(),
        })
    }

    /// A hospital that stands for one whose name is not in the sources.
    fn synthetic(
        &self,
        at: usize,
        group: &str,
        number: usize,
        level: Level,
        owner: Owner,
    ) -> Result<Hospital, DeriveError> {
        let (_, name, name_en) = self
            .names
            .iter()
            .find(|(g, _, _)| g == group)
            .ok_or_else(|| DeriveError(format!("names.csv has no `{group}`")))?;
        let place = &self.places[at];
        let (code, tail) = if group == "general" {
            (format!("{}-general", place.code), String::new())
        } else {
            (
                format!("{}-{group}-{number:02}", place.code),
                format!(" {number:02}"),
            )
        };
        Ok(Hospital {
            code,
            name: format!("{name}, {}{tail}", place.name),
            name_en: format!("{name_en}, {}{tail}", place.name_en),
            level,
            owner,
            specialty: "general".to_owned(),
            fixed: None,
            published: false,
            synthetic: true,
            weight: 1.0,
            leads: group == "general",
            beds: 0,
            source: "HERE".to_owned(),
            grade: "D".to_owned(),
            note: String::new(),
        })
    }

    fn table(&self) -> Result<String, DeriveError> {
        let yes = |b: bool| if b { "yes" } else { "no" }.to_owned();
        let mut rows: Vec<Vec<String>> = Vec::new();
        for place in &self.places {
            let mut hospitals = place.hospitals.clone();
            // Owner and level first; within them named ones, then by number.
            hospitals.sort_by_key(|h| (h.owner as usize, h.level as usize, h.synthetic));
            for h in hospitals {
                rows.push(vec![
                    h.code,
                    h.name,
                    h.name_en,
                    place.code.to_owned(),
                    format!("{:?}", h.level),
                    format!("{:?}", h.owner),
                    h.specialty,
                    plain(h.beds as f64, 0),
                    yes(h.published),
                    yes(h.synthetic),
                    h.source,
                    if h.fixed.is_none() {
                        "D".to_owned()
                    } else {
                        h.grade
                    },
                    h.note,
                ]);
            }
        }
        let stations = self.ground.input("stations.csv")?;
        for place in &self.places {
            let kinds: Vec<&Line> = stations
                .rows
                .iter()
                .filter(|r| r.text("province") == place.code)
                .collect();
            let mut total = 0.0;
            for kind in &kinds {
                total += kind.number("count")?;
            }
            let width = plain(total, 0).len().max(2);
            let mut number = 0;
            for kind in kinds {
                for _ in 0..kind.number("count")? as usize {
                    number += 1;
                    rows.push(vec![
                        format!("{}-station-{number:0width$}", place.code),
                        format!("{}, {} {number:0width$}", kind.text("name"), place.name),
                        format!(
                            "{}, {} {number:0width$}",
                            kind.text("name_en"),
                            place.name_en
                        ),
                        place.code.to_owned(),
                        "Commune".to_owned(),
                        "Province".to_owned(),
                        "station".to_owned(),
                        "0".to_owned(),
                        "no".to_owned(),
                        "yes".to_owned(),
                        kind.text("source_id").to_owned(),
                        kind.text("grade").to_owned(),
                        String::new(),
                    ]);
                }
            }
        }
        Ok(write(&HEADER, rows))
    }
}
