//! Every facility leaves a trace in the futures recorded: a hospital its beds and whether it has
//! changed owner, a station its doctors. What else is told of it follows from its group and its
//! province.
//!
//! Beds and doctors are kept exactly, in one or two bytes for each facility, year and future; quantiles
//! are taken over all these futures at the end, so that no order of work can reach them. Those of a year
//! lie side by side, as they are noted and as they are told.

mod counts;
mod stations;

use super::block::{self, BlockResult};
use super::checkpoint::plain;
use super::layout::Layout;
use super::prototype::Prototype;
use crate::base::{Base, Level, Owner};
use crate::lanes::Lanes;
use crate::results::record::{FACILITY_PERCENTILES, Facilities, Facility, FacilityYear};
use crate::results::summary::{of_whole, percentiles};
use crate::said::{Told, say};
use crate::units::Year;
use crate::words::{data, report};
use crate::world::care::CareBoard;
use crate::world::country::Index;
use crate::world::facility::{BuiltBeds, GROUPS, Group, HandedOver, StationStaff};
use crate::world::staff::{Employer, HOSPITALS, StaffBoard};
use crate::year::Model;
use bevy_ecs::entity::Entity;
use bevy_ecs::prelude::World;
use counts::Counts;
use enum_map::{Enum, EnumMap};
use fearless_simd::{Level as Machine, dispatch};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// What one block remembers of its facilities.
#[derive(Serialize, Deserialize)]
pub struct Trace {
    #[serde(skip)]
    entities: Vec<Entity>,
    #[serde(skip)]
    stations: Vec<Entity>,
    occupation: Option<usize>,
    lanes: usize,
    #[serde(skip)]
    raw: Vec<f32>,
    /// `[year]`, `[hospital][lane]`.
    beds: Vec<Counts>,
    /// `[year]`, `[station][lane]`: people of the first occupation.
    doctors: Vec<Counts>,
    /// `[year][hospital]`: futures in which it has passed to its province, a bit for each lane.
    #[serde(with = "plain")]
    handed: Vec<u16>,
    /// `[year][province][group][lane]`.
    #[serde(with = "plain")]
    occupancy: Vec<f32>,
    /// `[year][province][employer of hospitals][lane]`: people of one occupation.
    #[serde(with = "plain")]
    heads: Vec<f32>,
}

impl Trace {
    /// An empty trace of the hospitals of a world, in the order of the base, then the slots of
    /// private hospitals opened during the run, then second campuses.
    pub fn new(world: &World, prototype: &Prototype, layout: &Layout, lanes: usize) -> Trace {
        let index = world.resource::<Index>();
        let entities: Vec<Entity> = index
            .hospitals
            .iter()
            .flatten()
            .chain(&index.new_private)
            .chain(&index.campuses)
            .copied()
            .collect();
        let (provinces, years) = (prototype.country().provinces(), layout.years.len());
        let occupation = recorded_occupation(prototype);
        let heads = occupation.map_or(0, |_| provinces * HOSPITALS.len() * years * lanes);
        Trace {
            raw: vec![0.0; entities.len().max(index.stations.len()) * lanes],
            stations: index.stations.clone(),
            beds: Vec::with_capacity(years),
            doctors: Vec::with_capacity(years),
            handed: vec![0; entities.len() * years],
            occupancy: vec![0.0; provinces * GROUPS.len() * years * lanes],
            heads: vec![0.0; heads],
            entities,
            occupation,
            lanes,
        }
    }

    /// Notes the end of a year, the next after the last.
    pub fn note(&mut self, model: &Model, year: usize) {
        let (world, lanes) = (&model.world, self.lanes);
        let put = |row: &mut [f32], cell: usize, value: Lanes| {
            block::put(&mut row[cell * lanes..(cell + 1) * lanes], value);
        };
        for (h, entity) in self.entities.iter().enumerate() {
            let cell = year * self.entities.len() + h;
            let beds = world
                .get::<BuiltBeds>(*entity)
                .expect("hospitals keep their components");
            put(&mut self.raw, h, beds.now);
            if let Some(handed) = world.get::<HandedOver>(*entity) {
                for lane in 0..lanes {
                    self.handed[cell] |= u16::from(handed.0.get(lane) > 0.0) << lane;
                }
            }
        }
        let noted = &self.raw[..self.entities.len() * lanes];
        self.beds.push(Counts::of(noted));
        for (s, entity) in self.stations.iter().enumerate() {
            let staff = world
                .get::<StationStaff>(*entity)
                .expect("stations keep their components");
            put(&mut self.raw, s, staff.0);
        }
        let noted = &self.raw[..self.stations.len() * lanes];
        self.doctors.push(Counts::of(noted));
        let care = world.resource::<CareBoard>();
        let provinces = care.occupancy.len();
        for (p, row) in care.occupancy.iter().enumerate() {
            for (g, value) in row.values().enumerate() {
                let cell = (year * provinces + p) * GROUPS.len() + g;
                put(&mut self.occupancy, cell, *value);
            }
        }
        if let Some(o) = self.occupation {
            for (p, row) in world.resource::<StaffBoard>().heads[o].iter().enumerate() {
                for (k, employer) in HOSPITALS.iter().enumerate() {
                    let cell = (year * provinces + p) * HOSPITALS.len() + k;
                    put(&mut self.heads, cell, row[*employer]);
                }
            }
        }
    }

    fn lanes(&self) -> usize {
        self.lanes
    }

    /// Nothing more is noted.
    pub fn close(mut self) -> Trace {
        self.raw = Vec::new();
        self
    }
}

/// The occupation whose people are told by hospital: the first that has posts.
fn recorded_occupation(prototype: &Prototype) -> Option<usize> {
    let occupations = &prototype.scenario().base.occupations;
    occupations.iter().position(|o| o.has_posts)
}

/// A hospital of the record before anything is known of its years.
struct Known {
    facility: Facility,
    province: usize,
    group: Group,
}

/// A facility of the base with its years.
fn recorded(base: &Base, f: &crate::base::Facility, years: Vec<FacilityYear>) -> Facility {
    Facility {
        code: f.code.clone(),
        name: data::told(&f.name),
        province: base.provinces[f.province].code.clone(),
        level: f.level,
        owner: f.owner,
        synthetic: f.synthetic,
        years,
    }
}

/// Hospitals in the order of traces.
fn known(prototype: &Prototype) -> Vec<Known> {
    let base = &prototype.scenario().base;
    let listed = base.facilities.iter().filter(|f| f.level != Level::Commune);
    let mut all: Vec<Known> = listed
        .map(|f| Known {
            facility: recorded(base, f, Vec::new()),
            province: f.province,
            group: Group::of(f.level, f.owner),
        })
        .collect();
    all.extend(
        base.provinces
            .iter()
            .enumerate()
            .map(|(p, province)| Known {
                facility: Facility {
                    code: format!("new-private:{}", province.code),
                    name: Told::of(|| {
                        report::new_private(say! {
                            en: &province.name_en,
                            vi: &province.name,
                        })
                    }),
                    province: province.code.clone(),
                    level: Level::Provincial,
                    owner: Owner::Private,
                    synthetic: true,
                    years: Vec::new(),
                },
                province: p,
                group: Group::Private,
            }),
    );
    all.extend(prototype.scenario().policies.iter().filter_map(|plan| {
        let opened = plan.decision.opened(base)?;
        let (home, province) = (&base.facilities[opened.home], opened.province);
        Some(Known {
            facility: Facility {
                code: format!("campus:{}", plan.id),
                name: Told::of(|| report::campus(data::spoken(&home.name))),
                province: base.provinces[province].code.clone(),
                level: home.level,
                owner: home.owner,
                synthetic: false,
                years: Vec::new(),
            },
            province,
            group: Group::of(home.level, home.owner),
        })
    }));
    all
}

/// Reduces traces (in replicate order) to what is told of each hospital; `None` where no block left
/// one.
pub fn facilities(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
) -> Option<Facilities> {
    let traces: Vec<&Trace> = blocks.iter().filter_map(|b| b.trace.as_ref()).collect();
    if traces.is_empty() {
        return None;
    }
    let base = &prototype.scenario().base;
    let mut known = known(prototype);
    let members: Vec<Vec<usize>> = (0..base.provinces.len())
        .map(|p| {
            (0..known.len())
                .filter(|h| known[*h].province == p)
                .collect()
        })
        .collect();
    let years = layout.years.len();
    let parts: Vec<Vec<FacilityYear>> = (0..members.len() * years)
        .into_par_iter()
        .map(|k| {
            let at = Place {
                province: k / years,
                provinces: members.len(),
                year: k % years,
            };
            let (p, y) = (at.province, at.year);
            let all = ProvinceYear::gather(&traces, &known, &members[p], at);
            let told = 0..members[p].len();
            told.map(|m| all.tell(m, layout.years[y])).collect()
        })
        .collect();
    for (p, row) in members.iter().enumerate() {
        for (m, h) in row.iter().enumerate() {
            let of_years = (0..years).map(|y| parts[p * years + y][m]);
            known[*h].facility.years = of_years.collect();
        }
    }
    let mut stations = stations::all(prototype, layout, &traces);
    let order = members.into_iter().flatten();
    let mut taken: Vec<Option<Facility>> = known.into_iter().map(|k| Some(k.facility)).collect();
    Some(Facilities {
        futures: traces.iter().map(|t| t.lanes as u32).sum(),
        occupation: recorded_occupation(prototype).map(|o| base.occupations[o].plural.clone()),
        all: {
            let hospitals = order.map(|h| taken[h].take().expect("each hospital has one province"));
            let mut all: Vec<Facility> = hospitals.collect();
            all.append(&mut stations);
            all
        },
    })
}

/// One facility's counts at the end of one year, in every future.
fn every(
    traces: &[&Trace],
    counts: fn(&Trace) -> &[Counts],
    facility: usize,
    year: usize,
) -> Vec<f32> {
    let mut row = vec![0.0; traces.iter().map(|t| t.lanes).sum()];
    let mut from = 0;
    for t in traces {
        counts(t)[year].copy(facility * t.lanes, &mut row[from..from + t.lanes]);
        from += t.lanes;
    }
    row
}

/// A province among all, and a year.
#[derive(Clone, Copy)]
struct Place {
    province: usize,
    provinces: usize,
    year: usize,
}

/// All futures of one province and year.
struct ProvinceYear {
    futures: usize,
    /// `[member][future]`.
    beds: Vec<Vec<f32>>,
    /// `[member][future]`, for hospitals that changed owner in some future.
    handed: Vec<Option<Vec<bool>>>,
    groups: Vec<Group>,
    /// By future.
    occupancy: EnumMap<Group, Vec<f32>>,
    /// Quantiles of each group's occupancy.
    fullness: EnumMap<Group, [f64; 3]>,
    /// By future.
    employer_beds: EnumMap<Employer, Vec<f32>>,
    /// By future.
    heads: Option<EnumMap<Employer, Vec<f32>>>,
}

/// Quantiles of one number a future, none of them negative; `None` where there is no future.
fn quantiles(row: impl Iterator<Item = f32>) -> Option<[f64; 3]> {
    let row: Vec<f32> = row.map(|n| n.max(0.0)).collect();
    quantiles_of(&row)
}

/// The same of numbers of which none is negative.
fn quantiles_of(row: &[f32]) -> Option<[f64; 3]> {
    (!row.is_empty()).then(|| percentiles(row, FACILITY_PERCENTILES))
}

/// Quantiles of counts, which are whole in nearly every run.
fn quantiles_of_counts(row: &[f32]) -> Option<[f64; 3]> {
    of_whole(row, FACILITY_PERCENTILES).or_else(|| quantiles(row.iter().copied()))
}

/// Each part over its whole; zero where there is no whole.
#[inline(never)]
fn parts_of(parts: &[f32], wholes: &[f32]) -> Vec<f32> {
    let mut shares = vec![0.0; parts.len().min(wholes.len())];
    dispatch!(Machine::new(), _simd => {
        for ((share, part), whole) in shares.iter_mut().zip(parts).zip(wholes) {
            let some = *whole > 0.0;
            let of = if some { *whole } else { 1.0 };
            *share = if some { *part / of } else { 0.0 };
        }
    });
    shares
}

/// Each product of two rows, zero at least.
#[inline(never)]
fn products_of(a: &[f32], b: &[f32]) -> Vec<f32> {
    let mut products = vec![0.0; a.len().min(b.len())];
    dispatch!(Machine::new(), _simd => {
        for ((product, a), b) in products.iter_mut().zip(a).zip(b) {
            let both = *a * *b;
            *product = if both > 0.0 { both } else { 0.0 };
        }
    });
    products
}

/// Adds a row to sums.
#[inline(never)]
fn add_to(sums: &mut [f32], row: &[f32]) {
    dispatch!(Machine::new(), _simd => {
        for (sum, number) in sums.iter_mut().zip(row) {
            *sum += *number;
        }
    });
}

impl ProvinceYear {
    fn gather(traces: &[&Trace], known: &[Known], members: &[usize], at: Place) -> ProvinceYear {
        let futures: usize = traces.iter().map(|t| t.lanes).sum();
        // One of so many rows of each province.
        let cells = |of: fn(&Trace) -> &[f32], k: usize, rows: usize| {
            let cell = (at.year * at.provinces + at.province) * rows + k;
            let mut row = Vec::with_capacity(futures);
            for t in traces {
                row.extend_from_slice(&of(t)[cell * t.lanes..(cell + 1) * t.lanes]);
            }
            row
        };
        let beds: Vec<Vec<f32>> = members
            .iter()
            .map(|h| every(traces, |t| &t.beds, *h, at.year))
            .collect();
        let handed: Vec<Option<Vec<bool>>> = members
            .iter()
            .map(|h| {
                let bits = |t: &Trace| t.handed[at.year * known.len() + h];
                traces.iter().any(|t| bits(t) != 0).then(|| {
                    let lanes = |t| (0..Trace::lanes(t)).map(move |l| bits(t) >> l & 1 == 1);
                    traces.iter().copied().flat_map(lanes).collect()
                })
            })
            .collect();
        let groups: Vec<Group> = members.iter().map(|h| known[*h].group).collect();
        let mut employer_beds = EnumMap::from_fn(|_| vec![0.0; futures]);
        for (m, row) in beds.iter().enumerate() {
            match &handed[m] {
                None => {
                    add_to(&mut employer_beds[groups[m].employer()], row);
                }
                Some(handed) => {
                    for (r, b) in row.iter().enumerate() {
                        employer_beds[after(groups[m], handed[r]).employer()][r] += b;
                    }
                }
            }
        }
        let occupancy =
            EnumMap::from_fn(|g: Group| cells(|t| &t.occupancy, g.into_usize(), GROUPS.len()));
        let told = traces[0].occupation.is_some();
        ProvinceYear {
            futures,
            beds,
            handed,
            groups,
            fullness: EnumMap::from_fn(|g| {
                quantiles(occupancy[g].iter().copied()).unwrap_or_default()
            }),
            occupancy,
            employer_beds,
            heads: told.then(|| {
                let row = HOSPITALS.into_iter().enumerate();
                let of = |k| cells(|t| &t.heads, k, HOSPITALS.len());
                row.map(|(k, employer)| (employer, of(k))).collect()
            }),
        }
    }

    /// What is told of a member.
    fn tell(&self, m: usize, year: Year) -> FacilityYear {
        const ALL: &str = "every future holds a number";
        let beds = &self.beds[m];
        let share_of = |hits: usize| hits as f64 / self.futures as f64;
        let open = beds.iter().filter(|b| **b > 0.0).count();
        let part = |beds: f32, of: f32| if of > 0.0 { beds / of } else { 0.0 };
        let handed = self.handed[m].as_deref();
        // One group in every future, or two of them.
        let group = |r: usize| after(self.groups[m], handed.is_some_and(|h| h[r]));
        let own = self.groups[m].employer();
        let shares: Vec<f32> = match handed {
            None => parts_of(beds, &self.employer_beds[own]),
            Some(_) => (0..self.futures)
                .map(|r| part(beds[r], self.employer_beds[group(r).employer()][r]))
                .collect(),
        };
        let occupancy = if handed.is_none() && open == self.futures {
            Some(self.fullness[self.groups[m]])
        } else {
            let with_beds = (0..self.futures).filter(|r| beds[*r] > 0.0);
            quantiles(with_beds.map(|r| self.occupancy[group(r)][r]))
        };
        let staff = self.heads.as_ref().map(|heads| match handed {
            None => quantiles_of(&products_of(&shares, &heads[own])).expect(ALL),
            Some(_) => {
                let each = shares.iter().enumerate();
                quantiles(each.map(|(r, s)| s * heads[group(r).employer()][r])).expect(ALL)
            }
        });
        FacilityYear {
            year,
            open: share_of(open),
            beds: quantiles_of_counts(beds).expect(ALL),
            occupancy,
            staff_share: quantiles_of(&shares).expect(ALL),
            staff,
            handed_over: handed.map_or(0.0, |h| share_of(h.iter().filter(|h| **h).count())),
        }
    }
}

fn after(group: Group, handed: bool) -> Group {
    if handed { Group::Provincial } else { group }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_futures_there_are() {
        let found = quantiles((0..=100).rev().map(|n| n as f32));
        assert_eq!(found, Some([10.0, 50.0, 90.0]));
        assert_eq!(quantiles(std::iter::empty()), None);
    }
}
