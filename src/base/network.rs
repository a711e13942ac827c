//! The facility list: hospitals known by name keep their published beds; the rest are put up so that
//! counts and beds add to each province's estimate and to the nation's shares by owner and level;
//! and every commune unit has its station.
//!
//! Assumption: sizes within a province, owner and level follow a fixed spread; nothing is drawn, so
//! the list is the same to the last bed every time.

use super::derive::figures::Figures;
use super::derive::sheet::{Line, plain, whole, within, write};
use super::derive::{DeriveError, Ground};
use super::{Assumption, Level, Owner};

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
    /// Size against its neighbours, for hospitals of the Ministry.
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
        let word = |column: &str, words: &[&str]| -> Result<usize, DeriveError> {
            let at = words.iter().position(|w| *w == row.text(column));
            at.ok_or_else(|| DeriveError(format!("`{}` has no known {column}", row.text("code"))))
        };
        let level = [Level::Central, Level::Provincial, Level::Regional]
            [word("level", &["Central", "Provincial", "Regional"])?];
        let owner = [
            Owner::Ministry,
            Owner::OtherMinistry,
            Owner::Province,
            Owner::Private,
        ][word(
            "owner",
            &["Ministry", "OtherMinistry", "Province", "Private"],
        )?];
        let status = word("beds_status", &["published", "estimated", "unknown"])?;
        let fixed = if status == 2 {
            None
        } else {
            Some(row.number("beds")?)
        };
        Ok(Hospital {
            code: row.text("code").to_owned(),
            name: row.text("name").to_owned(),
            name_en: row.text("name_en").to_owned(),
            level,
            owner,
            specialty: row.text("specialty").to_owned(),
            fixed,
            published: status == 0,
            synthetic: false,
            weight: match fixed {
                Some(beds) => beds / self.constant("beds_per_weight")?,
                None => self.constant(&format!("weight_{}", row.text("size")))?,
            },
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

    /// Practice hospitals of the universities the Ministry owns: one for each, then a second from
    /// the first on, until the published count is reached.
    fn university_hospitals(
        &mut self,
        place_of: &dyn Fn(&str) -> Result<usize, DeriveError>,
    ) -> Result<(), DeriveError> {
        let schools = self.ground.input("schools.csv")?;
        let owned: Vec<&Line> = schools
            .rows
            .iter()
            .filter(|s| s.text("owner") == "Ministry")
            .collect();
        if owned.is_empty() {
            return Ok(());
        }
        let mut number = vec![0; self.places.len()];
        for n in 0..self.constant("university_hospitals")? as usize {
            let school = owned[n % owned.len()];
            let at = place_of(school.text("province"))?;
            number[at] += 1;
            let mut hospital = self.synthetic(
                at,
                "university",
                number[at],
                Level::Central,
                Owner::Ministry,
            )?;
            hospital.weight = self.constant("weight_specialised")?;
            hospital.note = format!(
                "practice hospital of {}; the count is published, not its beds",
                school.text("name_en")
            );
            self.places[at].hospitals.push(hospital);
        }
        Ok(())
    }

    /// Beds of the Ministry over its host provinces: published ones stay, the others take the rest by
    /// weight, and no province gives more than its cap.
    fn ministry(&mut self) -> Result<(), DeriveError> {
        let total = (self.assumption("base.central_bed_share")? * self.all_beds()).round();
        let cap = self.assumption("base.central_cap")?;
        let mine = |h: &&Hospital| h.owner == Owner::Ministry;
        let known: Vec<f64> = self
            .places
            .iter()
            .map(|p| {
                p.hospitals
                    .iter()
                    .filter(mine)
                    .filter_map(|h| h.fixed)
                    .sum()
            })
            .collect();
        let weights: Vec<f64> = self
            .places
            .iter()
            .map(|p| {
                p.hospitals
                    .iter()
                    .filter(mine)
                    .filter(|h| h.fixed.is_none())
                    .map(|h| h.weight)
                    .sum()
            })
            .collect();
        let least = vec![0.0; self.places.len()];
        let most: Vec<f64> = self
            .places
            .iter()
            .zip(&known)
            .map(|(p, k)| (cap * p.beds - k).max(0.0))
            .collect();
        let rest = total - known.iter().sum::<f64>();
        let shares = within(&weights, &least, &most, rest)?;
        for (place, share) in self.places.iter_mut().zip(whole(&shares, rest as u64)) {
            let group: Vec<usize> = (0..place.hospitals.len())
                .filter(|i| place.hospitals[*i].owner == Owner::Ministry)
                .collect();
            let open: Vec<usize> = group
                .iter()
                .copied()
                .filter(|i| place.hospitals[*i].fixed.is_none())
                .collect();
            let weights: Vec<f64> = open.iter().map(|i| place.hospitals[*i].weight).collect();
            for (i, beds) in open.iter().zip(whole(&weights, share)) {
                place.hospitals[*i].beds = beds;
            }
            for i in group {
                if let Some(beds) = place.hospitals[i].fixed {
                    place.hospitals[i].beds = beds as u64;
                }
            }
        }
        Ok(())
    }

    /// Hospitals of other ministries: as many as published, else one for each province; beds by
    /// people, a province that has its share in a known hospital gets the least for the others.
    fn other_ministries(&mut self) -> Result<(), DeriveError> {
        let total = (self.assumption("base.other_ministry_bed_share")? * self.all_beds()).round();
        let minimum = self.constant("other_ministry_minimum")?;
        let people: f64 = self.places.iter().map(|p| p.people).sum();
        let (mut weights, mut least, mut known_all) = (Vec::new(), Vec::new(), 0.0);
        for at in 0..self.places.len() {
            let count = |owner: Owner| {
                self.places[at]
                    .hospitals
                    .iter()
                    .filter(|h| h.owner == owner)
                    .count()
            };
            let named = count(Owner::OtherMinistry);
            let wanted = match self.published(at, "ministries") {
                Some((n, _)) => (n as usize).saturating_sub(count(Owner::Ministry)),
                None => 1,
            };
            for number in 1..=wanted.saturating_sub(named) {
                let hospital =
                    self.synthetic(at, "sector", number, Level::Central, Owner::OtherMinistry)?;
                self.places[at].hospitals.push(hospital);
            }
            let mine = self.places[at]
                .hospitals
                .iter()
                .filter(|h| h.owner == Owner::OtherMinistry);
            let known: f64 = mine.clone().filter_map(|h| h.fixed).sum();
            let open = mine.filter(|h| h.fixed.is_none()).count();
            let share = (self.places[at].people / people * total - known).max(0.0);
            weights.push(if open > 0 { share } else { 0.0 });
            least.push(minimum * open as f64);
            known_all += known;
        }
        let most = vec![f64::MAX; weights.len()];
        let shares = within(&weights, &least, &most, total - known_all)?;
        let sigma = self.constant("size_sigma_other_ministry")?;
        for (at, open) in whole(&shares, (total - known_all) as u64)
            .into_iter()
            .enumerate()
        {
            let known: f64 = self.fixed_beds(at, Owner::OtherMinistry, Level::Central);
            self.fill(
                at,
                Owner::OtherMinistry,
                Level::Central,
                open + known as u64,
                sigma,
                minimum,
            )?;
        }
        Ok(())
    }

    /// Private hospitals: as many as published, the others by people and a factor of the region.
    fn private(&mut self) -> Result<(), DeriveError> {
        let hospitals = self.ground.national("private_hospitals")?;
        let total = (self.assumption("base.private_bed_share")? * self.all_beds()).round();
        let cap = self.assumption("base.private_cap")?;
        let minimum = self.constant("private_minimum")?;
        let published: Vec<Option<(f64, Option<f64>)>> = (0..self.places.len())
            .map(|at| self.published(at, "private"))
            .collect();
        let mut weights = Vec::new();
        for (place, count) in self.places.iter().zip(&published) {
            let factor = self.constant(&format!("private_factor_{}", place.region))?;
            weights.push(if count.is_some() {
                0.0
            } else {
                place.people * factor
            });
        }
        let told: f64 = published.iter().flatten().map(|(n, _)| n).sum();
        let rest = whole(&weights, (hospitals - told) as u64);
        let counts: Vec<u64> = published
            .iter()
            .zip(rest)
            .map(|(p, r)| p.map_or(r, |(n, _)| n as u64))
            .collect();
        let size: Vec<f64> = counts.iter().map(|n| *n as f64).collect();
        let limits = |at: usize| -> (f64, f64) {
            match published[at] {
                Some((_, Some(beds))) => (beds, beds),
                _ => (
                    size[at] * minimum,
                    (cap * self.places[at].beds).max(size[at] * minimum),
                ),
            }
        };
        let (least, most): (Vec<f64>, Vec<f64>) = (0..size.len()).map(limits).unzip();
        let beds = whole(&within(&size, &least, &most, total)?, total as u64);
        let sigma = self.constant("size_sigma_private")?;
        for at in 0..self.places.len() {
            for number in 1..=counts[at] as usize {
                let hospital =
                    self.synthetic(at, "private", number, Level::Provincial, Owner::Private)?;
                self.places[at].hospitals.push(hospital);
            }
            self.fill(
                at,
                Owner::Private,
                Level::Provincial,
                beds[at],
                sigma,
                minimum,
            )?;
        }
        Ok(())
    }

    /// Hospitals of the provinces take what is left, in two levels.
    fn public(&mut self) -> Result<(), DeriveError> {
        let guide = self.ground.input("hospital_guide.csv")?;
        let share = self.assumption("base.provincial_level_share")?;
        let count_share = self.constant("provincial_count_share")?;
        let minimum = self.constant("public_minimum")?;
        let others: usize = self
            .places
            .iter()
            .flat_map(|p| &p.hospitals)
            .filter(|h| h.owner != Owner::Province)
            .count();
        let total = self.constant("hospitals_total")? - others as f64;
        let mut weights = Vec::new();
        for (at, place) in self.places.iter().enumerate() {
            let line = guide.find("province", place.code);
            let line = line.ok_or_else(|| {
                DeriveError(format!("hospital_guide.csv has no `{}`", place.code))
            })?;
            let told = self.published(at, "public").is_some();
            weights.push(if told {
                0.0
            } else {
                line.number("hospitals_doh_2016")?
            });
        }
        let told: f64 = (0..weights.len())
            .filter_map(|at| self.published(at, "public"))
            .map(|(n, _)| n)
            .sum();
        let rest = whole(&weights, (total - told) as u64);
        let sigmas = [
            self.constant("size_sigma_provincial")?,
            self.constant("size_sigma_regional")?,
        ];
        let levels = [Level::Provincial, Level::Regional];
        for (at, rest) in rest.into_iter().enumerate() {
            let count = self
                .published(at, "public")
                .map_or(rest as usize, |(n, _)| n as usize);
            let known = self.published(at, "provincial");
            let mine = |h: &Hospital, level: Level| h.owner == Owner::Province && h.level == level;
            let named = levels.map(|level| {
                self.places[at]
                    .hospitals
                    .iter()
                    .filter(|h| mine(h, level))
                    .count()
            });
            let upper = known.map_or((count_share * count as f64).round() as usize, |(n, _)| {
                n as usize
            });
            let upper = upper.max(named[0] + 1);
            let lower = count.saturating_sub(upper).max(named[1] + 1);
            let main = self.has_main_general(at)?;
            for number in 1..=upper - named[0] {
                let first = number == 1 && !main;
                let group = if first { "general" } else { "provincial" };
                let number = if main { number } else { number - 1 };
                let hospital =
                    self.synthetic(at, group, number, Level::Provincial, Owner::Province)?;
                self.places[at].hospitals.push(hospital);
            }
            for number in 1..=lower - named[1] {
                let hospital =
                    self.synthetic(at, "regional", number, Level::Regional, Owner::Province)?;
                self.places[at].hospitals.push(hospital);
            }
            let taken: u64 = self.places[at]
                .hospitals
                .iter()
                .filter(|h| h.owner != Owner::Province)
                .map(|h| h.beds)
                .sum();
            let left = self.places[at].beds - taken as f64;
            let need = levels.map(|level| {
                let open = self.places[at]
                    .hospitals
                    .iter()
                    .filter(|h| mine(h, level) && h.fixed.is_none())
                    .count();
                self.fixed_beds(at, Owner::Province, level) + minimum * open as f64
            });
            if left < need[0] + need[1] {
                return Err(DeriveError(format!(
                    "`{}` has {left} beds left for its own hospitals, they need {}",
                    self.places[at].code,
                    need[0] + need[1]
                )));
            }
            let wanted = known.and_then(|(_, beds)| beds).unwrap_or(share * left);
            let first = wanted.round().clamp(need[0], left - need[1]);
            for (level, (beds, sigma)) in levels
                .into_iter()
                .zip([first, left - first].into_iter().zip(sigmas))
            {
                self.fill(at, Owner::Province, level, beds as u64, sigma, minimum)?;
            }
        }
        Ok(())
    }

    fn has_main_general(&self, at: usize) -> Result<bool, DeriveError> {
        let named = self.ground.input("hospitals_named.csv")?;
        let code = self.places[at].code;
        Ok(named
            .rows
            .iter()
            .any(|r| r.text("province") == code && r.text("main_general") == "yes"))
    }

    fn fixed_beds(&self, at: usize, owner: Owner, level: Level) -> f64 {
        let mine = self.places[at]
            .hospitals
            .iter()
            .filter(|h| h.owner == owner && h.level == level);
        mine.filter_map(|h| h.fixed).sum()
    }

    /// Shares `total` beds among the hospitals of one owner and level of a province: fixed ones keep
    /// theirs, the others follow the quantiles of a log-logistic spread, named general hospitals first
    /// and named special ones in the middle.
    fn fill(
        &mut self,
        at: usize,
        owner: Owner,
        level: Level,
        total: u64,
        sigma: f64,
        minimum: f64,
    ) -> Result<(), DeriveError> {
        let hospitals = &mut self.places[at].hospitals;
        let mine: Vec<usize> = (0..hospitals.len())
            .filter(|i| hospitals[*i].owner == owner && hospitals[*i].level == level)
            .collect();
        let mut known = 0;
        let (mut leaders, mut special, mut plain) = (Vec::new(), Vec::new(), Vec::new());
        for i in mine {
            match hospitals[i].fixed {
                Some(beds) => {
                    hospitals[i].beds = beds as u64;
                    known += beds as u64;
                }
                None if hospitals[i].leads => leaders.push(i),
                None if hospitals[i].synthetic => plain.push(i),
                None => special.push(i),
            }
        }
        let half = plain.len() / 2;
        let order: Vec<usize> = leaders
            .into_iter()
            .chain(plain[..half].to_vec())
            .chain(special)
            .chain(plain[half..].to_vec())
            .collect();
        if order.is_empty() {
            return Ok(());
        }
        let n = order.len() as f64;
        let scale = sigma * 3f64.sqrt() / std::f64::consts::PI;
        let sizes: Vec<f64> = (0..order.len())
            .map(|rank| {
                let u = 1.0 - (rank as f64 + 0.5) / n;
                libm::exp(scale * libm::log(u / (1.0 - u)))
            })
            .collect();
        let rest = total.saturating_sub(known);
        let least = vec![minimum; order.len()];
        let most = vec![f64::MAX; order.len()];
        let beds = whole(&within(&sizes, &least, &most, rest as f64)?, rest);
        for (i, beds) in order.into_iter().zip(beds) {
            hospitals[i].beds = beds;
        }
        Ok(())
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
