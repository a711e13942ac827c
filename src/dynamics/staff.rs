//! Staff of the base year by province, occupation, employer and age; staff added up; station
//! doctors spread over stations.
//!
//! Assumption: published counts hold in every future, ranges hold 80 of 100; employers and ages are
//! drawn inside theirs.

use crate::base::stock::Stock;
use crate::chance::Chance;
use crate::chance::assumed::Assumed;
use crate::lanes::{Lanes, split_by_scores, split_whole};
use crate::rules::{Layers, count, lie};
use crate::world::InProvince;
use crate::world::country::{Country, Index};
use crate::world::facility::{
    BedBoard, Group, Station, StationBoard, StationStaff, by_employer as beds_by_employer,
};
use crate::world::staff::{
    Cohort, Employer, HOSPITALS, Headcount, MAX_BANDS, Posts, StaffBoard, StaffLevers,
    WITHOUT_POSTS,
};
use bevy_ecs::prelude::*;
use enum_map::{EnumMap, enum_map};

/// Puts staff and posts at the base year.
pub fn start(
    country: Res<Country>,
    layers: Res<Layers>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    index: Res<Index>,
    mut beds: ResMut<BedBoard>,
    mut board: ResMut<StaffBoard>,
    mut stations: ResMut<StationBoard>,
    mut cohorts: Query<(&Cohort, &mut Headcount, Option<&mut Posts>)>,
    mut stocks: Local<Option<Vec<Option<Stock>>>>,
) {
    let base = &country.base;
    let whole = chance.counts_whole();
    let n = country.provinces();
    let population: f64 = base.provinces.iter().map(|p| p.population).sum();
    let stocks = stocks.get_or_insert_with(|| {
        (0..country.occupations())
            .map(|o| {
                let stock = base.stock_of_staff(o)?;
                Some(stock.expect("checked: staff of the tables hold together"))
            })
            .collect()
    });
    board.heads = vec![vec![EnumMap::default(); n]; country.occupations()];
    board.posts = board.heads.clone();
    board.resigned = vec![vec![Lanes::ZERO; n]; country.occupations()];
    board.placed = board.heads.clone();
    beds.base_staff_per_bed = board.heads.clone();

    for (o, occupation) in base.occupations.iter().enumerate() {
        let code = &occupation.code;
        let heads = match stocks[o].as_ref() {
            Some(stock) => lie(stock, base, &layers, &chance, code, whole),
            None => {
                // The nation's ratio is drawn and nothing is known by province: staff lie by people.
                let ratio = assumed.get(&format!("base.{}_per_10k", occupation.plural));
                let total = count(ratio * (population / 10_000.0), whole);
                let people: Vec<Lanes> = base
                    .provinces
                    .iter()
                    .map(|p| Lanes::splat(p.population))
                    .collect();
                let mut heads = vec![Lanes::ZERO; n];
                split_whole(total, &people, whole, &mut heads);
                heads
            }
        };
        let total = heads.iter().sum::<Lanes>();

        let overcount = assumed.find(&format!("base.{code}_overcount"));
        let by_employer = if occupation.has_posts {
            employers_of(&country, &assumed, &beds, code, total, &heads, whole)
        } else {
            let only = |h: &Lanes| EnumMap::from_iter([(WITHOUT_POSTS, *h)]);
            heads.iter().map(only).collect()
        };

        // Age shares, tilted around the band of ages 40 to 44.
        let tilt = assumed.get(&format!("age.{code}_tilt"));
        let ages: Vec<Lanes> = occupation
            .age_shares
            .iter()
            .enumerate()
            .map(|(b, share)| {
                let from_forty = (occupation.first_age as f64 - 40.0) / 5.0 + b as f64;
                (tilt * from_forty).exp() * *share
            })
            .collect();

        for p in 0..n {
            for (e, cohort_heads) in &by_employer[p] {
                if !occupation.has_posts && e != WITHOUT_POSTS {
                    continue;
                }
                board.heads[o][p][e] = *cohort_heads;
                let entity = index.cohorts[o][p][e];
                let (_, mut headcount, posts) = cohorts
                    .get_mut(entity)
                    .expect("cohorts keep their components");
                let names = match overcount {
                    Some(share) => count(*cohort_heads * share, whole),
                    None => Lanes::ZERO,
                };
                let mut bands = [Lanes::ZERO; MAX_BANDS];
                split_whole(
                    *cohort_heads - names,
                    &ages,
                    whole,
                    &mut bands[..ages.len()],
                );
                *headcount = Headcount { bands, names };
                if let Some(mut posts) = posts {
                    let factor = if e == Employer::Private {
                        assumed.get("post.vacancy_private") + 1.0
                    } else {
                        assumed.of("post.vacancy", code) + 1.0
                    };
                    board.posts[o][p][e] = *cohort_heads * factor;
                    *posts = Posts {
                        now: *cohort_heads * factor,
                        base_staff: *cohort_heads,
                    };
                }
            }
            let built = beds_by_employer(&beds.built[p]);
            for e in HOSPITALS {
                let known = built[e].gt(Lanes::ZERO);
                beds.base_staff_per_bed[o][p][e] = known.select(
                    by_employer[p][e] / known.select(built[e], Lanes::ONE),
                    Lanes::ZERO,
                );
            }
        }
    }
    stations.with_four = vec![Lanes::ZERO; n];
    stations.base_mean = (0..n)
        .map(|p| {
            if country.stations[p] > 0.0 {
                board.heads[0][p][Employer::Commune] / country.stations[p]
            } else {
                Lanes::ZERO
            }
        })
        .collect();
}

/// Splits each province's staff over employers.
fn employers_of(
    country: &Country,
    assumed: &Assumed,
    beds: &BedBoard,
    code: &str,
    total: Lanes,
    heads: &[Lanes],
    whole: bool,
) -> Vec<EnumMap<Employer, Lanes>> {
    let n = heads.len();
    let base = &country.base;
    let central = total * assumed.of_share("central_share", code);
    let private = total * assumed.of_share("private_share", code);
    // Commune staff are known as persons for some occupations, as a share for others.
    let commune = match assumed.find(&format!("base.{code}_commune")) {
        Some(persons) => persons,
        None => total * assumed.of_share("commune_share", code),
    };
    let (central_beds, private_beds) = (beds.nation(Group::Central), beds.nation(Group::Private));
    let clinics = assumed.get("base.private_clinic_weight");
    let elasticity = assumed.get("base.station_size_elasticity");
    let station_weight: Vec<Lanes> = base
        .provinces
        .iter()
        .zip(&country.stations)
        .map(|(p, stations)| {
            if *stations > 0.0 {
                (elasticity * libm::log(p.population / stations)).exp() * *stations
            } else {
                Lanes::ZERO
            }
        })
        .collect();
    let station_sum = station_weight.iter().sum::<Lanes>();
    let ceiling = Lanes::ONE - assumed.get("base.provincial_floor");
    (0..n)
        .map(|p| {
            let c = central * Lanes::part_of(beds.built[p][Group::Central], central_beds);
            let m = commune * Lanes::part_of(station_weight[p], station_sum);
            let hospitals = Lanes::part_of(beds.built[p][Group::Private], private_beds);
            let practice = Lanes::part_of(heads[p], total);
            let v = private * (hospitals * (Lanes::ONE - clinics) + practice * clinics);
            // The province's own hospitals keep at least a floor of its staff.
            let outside = c + m + v;
            let most = heads[p] * ceiling;
            let too_many = outside.gt(most);
            let fit = too_many.select(most / too_many.select(outside, Lanes::ONE), Lanes::ONE);
            let parts = enum_map! {
                Employer::Central => c * fit,
                Employer::Provincial => heads[p] - outside * fit,
                Employer::Commune => m * fit,
                Employer::Private => v * fit,
            };
            let mut out = EnumMap::default();
            split_whole(heads[p], parts.as_slice(), whole, out.as_mut_slice());
            out
        })
        .collect()
}

/// Adds staff and posts up by occupation, province and employer.
pub fn add_up(
    levers: Res<StaffLevers>,
    mut board: ResMut<StaffBoard>,
    cohorts: Query<(&Cohort, &Headcount, Option<&Posts>)>,
) {
    for (cohort, heads, posts) in &cohorts {
        let (o, p, e) = (cohort.occupation, cohort.province, cohort.employer);
        board.heads[o][p][e] = heads.total();
        board.posts[o][p][e] = posts.map_or(Lanes::ZERO, |posts| posts.now);
        if o == 0 && e == Employer::Commune {
            board.posts[o][p][e] += levers.station_posts(p);
        }
    }
}

/// Spreads the doctors of a province's stations (the first occupation) over the stations: whole
/// people, adding up exactly; new ones go first to the stations that lack them. Where only expectations
/// are lived the doctors of a province are not whole, and the broken one is at its last station: a
/// station with four doctors is one and the same thing in every run.
pub fn spread_over_stations(
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    staff: Res<StaffBoard>,
    mut board: ResMut<StationBoard>,
    mut stations: Query<(&Station, &InProvince, &mut StationStaff)>,
    mut row: Local<Vec<f64>>,
) {
    let whole = chance.counts_whole();
    let standard = assumed.get("post.commune_standard");
    let sigma = assumed.get("commune.sigma");
    let fill = assumed.get("commune.fill_gap");

    let board = &mut *board;
    board.with_four.fill(Lanes::ZERO);
    // Stations stand in one table, province by province.
    let tables = stations.contiguous_iter_mut();
    for (scores, places, mut heads) in tables.expect("stations stand in tables") {
        let heads = heads.bypass_change_detection();
        let mut first = 0;
        for here in places.chunk_by(|a, b| a.0 == b.0) {
            let (p, own) = (here[0].0, first..first + here.len());
            first = own.end;
            // Weights are flatter the nearer the province is to the standard.
            let mean = staff.heads[0][p][Employer::Commune] / country.stations[p];
            let gap = standard - board.base_mean[p];
            let open = gap.gt(Lanes::ZERO);
            let progress = (mean - board.base_mean[p]) / open.select(gap, Lanes::ONE);
            let progress = open.select(progress.clamp(0.0, 1.0), Lanes::ONE);
            let spread = sigma * (Lanes::ONE - fill * progress);
            row.clear();
            row.extend(scores[own.clone()].iter().map(|station| station.score));
            let total = count(staff.heads[0][p][Employer::Commune], whole);
            let heads = &mut heads[own];
            split_by_scores(total, spread, &row, heads);
            for heads in heads {
                board.with_four[p] += heads.0.ge(Lanes::splat(4.0)).as_lanes();
            }
        }
    }
}
