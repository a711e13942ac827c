//! People need bed-days: most near home, some in Central hospitals. Where Central hospitals are
//! crowded the overflow stays in the province. What comes out is how full the beds are.
//!
//! Simplification: patients follow beds within a province; crowding changes nothing about need.

use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::world::care::{CareBoard, DAYS, Flows};
use crate::world::country::{Clock, Country};
use crate::world::facility::{BedBoard, Group};
use crate::world::population::Population;
use crate::world::shocks::Stress;
use crate::world::visits::CareLevers;
use bevy_ecs::prelude::*;
use enum_map::EnumMap;

fn safe(x: Lanes) -> Lanes {
    x.gt(Lanes::ZERO).select(x, Lanes::ONE)
}

/// Bed use of an age mix: under 60 counts 1, 60 and over the stated ratio.
fn age_index(share_60: Lanes, ratio: Lanes) -> Lanes {
    Lanes::ONE + share_60 * (ratio - 1.0)
}

/// Local groups with their base occupancy.
fn local_occupancy(assumed: &Assumed) -> [(Group, Lanes); 3] {
    [
        (Group::Provincial, assumed.get("care.occ_provincial")),
        (Group::Regional, assumed.get("care.occ_regional")),
        (Group::Private, assumed.get("care.occ_private")),
    ]
}

/// People of the base year within reach of each host: everybody, over distance.
fn people_in_reach(country: &Country, assumed: &Assumed) -> Vec<Lanes> {
    let floor = assumed.get("care.distance_floor_km");
    (0..country.provinces())
        .map(|c| {
            let near = country.base.provinces.iter().zip(&country.distance);
            near.fold(Lanes::ZERO, |s, (province, row)| {
                s + Lanes::splat(province.population) / floor.max(Lanes::splat(row[c]))
            })
        })
        .collect()
}

/// Share of a province's referrals that goes to each host of Central beds: beds over distance,
/// for each of the people in the host's reach, so that at base every host is as full as assumed.
fn catchment(
    country: &Country,
    assumed: &Assumed,
    reach: &[Lanes],
    central: &[Lanes],
    shares: &mut Flows,
) {
    let floor = assumed.get("care.distance_floor_km");
    let n = country.provinces();
    shares.restart((0..n).filter(|c| central[*c].gt(Lanes::ZERO).any()));
    let hosts = shares.hosts().iter();
    let weights: Vec<Lanes> = hosts.map(|c| central[*c] / reach[*c]).collect();
    for p in 0..n {
        let far = |c: usize| floor.max(Lanes::splat(country.distance[p][c]));
        shares.add(|k, c| weights[k] / far(c));
        let sum = shares.from(p).fold(Lanes::ZERO, |s, (_, w)| s + w);
        for (_, w) in shares.out_of(p) {
            *w = Lanes::part_of(*w, sum);
        }
    }
}

/// Bed-days of the base year follow from its beds and occupancies; they are what later years grow
/// from.
pub fn start(
    country: Res<Country>,
    assumed: Res<Assumed>,
    beds: Res<BedBoard>,
    population: Res<Population>,
    mut care: ResMut<CareBoard>,
) {
    let n = country.provinces();
    let occupancy = local_occupancy(&assumed);
    let elasticity = assumed.get("care.density_elasticity");
    let ratio = assumed.get("care.use_ratio60");
    let occ_central = assumed.get("care.occ_central");
    let all: Vec<Lanes> = beds
        .built
        .iter()
        .map(|r| r.values().sum::<Lanes>())
        .collect();
    let nation = all.iter().sum::<Lanes>() / population.nation;

    care.age_index_base = population
        .share_60
        .iter()
        .map(|s| age_index(*s, ratio))
        .collect();
    care.referral_scale = vec![Lanes::ONE; n];
    care.handed_days = vec![Lanes::ZERO; n];
    care.service_lost = vec![Lanes::ZERO; n];
    care.kept_by_links = vec![Lanes::ZERO; n];
    care.closed_days = vec![Lanes::ZERO; n];
    care.away = vec![Lanes::ZERO; n];
    care.came = vec![Lanes::ZERO; n];
    care.local_base = (0..n)
        .map(|p| {
            let [provincial, regional, private] =
                occupancy.map(|(g, full)| beds.built[p][g] * full);
            let full = provincial + regional + private;
            let density = (all[p] / population.people[p] / nation).max(Lanes::splat(0.01));
            // Sparse provinces use their beds harder, dense ones less.
            let tilt = (density.ln() * (elasticity - 1.0)).exp().clamp(0.5, 1.35);
            full * tilt * DAYS
        })
        .collect();

    // Central bed-days by origin: people over distance to each host.
    care.reach = people_in_reach(&country, &assumed);
    let central: Vec<Lanes> = beds.built.iter().map(|r| r[Group::Central]).collect();
    let floor = assumed.get("care.distance_floor_km");
    care.referred_base = vec![Lanes::ZERO; n];
    for c in 0..n {
        if !central[c].gt(Lanes::ZERO).any() {
            continue;
        }
        let days = central[c] * occ_central * DAYS;
        for p in 0..n {
            let pull = population.people[p] / floor.max(Lanes::splat(country.distance[p][c]));
            let share = pull / care.reach[c];
            care.referred_base[p] += days * share;
        }
    }
    // The catchment of later years leaves each host as full as at base.
    let care = &mut *care;
    catchment(&country, &assumed, &care.reach, &central, &mut care.flows);
    let mut days = vec![Lanes::ZERO; n];
    for p in 0..n {
        for (c, flow) in care.flows.out_of(p) {
            *flow *= care.referred_base[p];
            days[c] += *flow;
        }
    }
    care.central_base = (0..n)
        .map(|c| Lanes::part_of(days[c], central[c] * DAYS))
        .collect();
    care.growth = vec![Lanes::ONE; n];
    care.occupancy = vec![EnumMap::default(); n];
    care.worked = vec![EnumMap::default(); n];
    care.local = care.local_base.clone();
    care.referred = care.referred_base.clone();
    for c in 0..n {
        care.occupancy[c][Group::Central] = care.central_base[c];
        care.worked[c][Group::Central] = days[c];
        fill_local(care, &beds.built[c], &occupancy, c);
    }
}

/// Local bed-days over the local groups: patients follow beds at their base fullness.
fn fill_local(
    care: &mut CareBoard,
    beds: &EnumMap<Group, Lanes>,
    occupancy: &[(Group, Lanes); 3],
    p: usize,
) {
    let full = occupancy.iter();
    let full = full.fold(Lanes::ZERO, |s, (g, full)| s + beds[*g] * *full) * DAYS;
    let crowd = Lanes::part_of(care.local[p] + care.came[p], full);
    for (group, full) in *occupancy {
        let some = beds[group].gt(Lanes::ZERO);
        care.occupancy[p][group] = some.select(full * crowd, Lanes::ZERO);
        care.worked[p][group] = beds[group] * care.occupancy[p][group] * DAYS;
    }
}

/// Patients of closed hospitals go to those of their province as long as these are not too full
/// (`close.full`); the rest go to other provinces, more where beds are many and near.
fn send_away(
    care: &mut CareBoard,
    country: &Country,
    assumed: &Assumed,
    beds: &[EnumMap<Group, Lanes>],
    growth: &[Lanes],
) {
    care.away.fill(Lanes::ZERO);
    care.came.fill(Lanes::ZERO);
    let closed = |days: &Lanes| days.gt(Lanes::ZERO).any();
    if !care.closed_days.iter().any(closed) {
        return;
    }
    let full = assumed.get("close.full");
    let floor = assumed.get("care.distance_floor_km");
    let near_home = |p: usize| {
        let row = &beds[p];
        row[Group::Provincial] + row[Group::Regional] + row[Group::Private]
    };
    let n = growth.len();
    for p in (0..n).filter(|p| closed(&care.closed_days[*p])) {
        let over = (care.local[p] - near_home(p) * full * DAYS).max(Lanes::ZERO);
        let over = over.min(care.closed_days[p] * growth[p]);
        let pull = |q: usize| match q == p {
            true => Lanes::ZERO,
            false => near_home(q) / floor.max(Lanes::splat(country.distance[p][q])),
        };
        let sum = (0..n).fold(Lanes::ZERO, |sum, q| sum + pull(q));
        let each = over.part_of(sum);
        for q in 0..n {
            let there = each * pull(q);
            care.came[q] += there;
            care.away[p] += there;
        }
    }
    for p in 0..n {
        care.local[p] = (care.local[p] - care.away[p]).max(Lanes::ZERO);
    }
}

/// A year of care.
pub fn live(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    board: Res<BedBoard>,
    population: Res<Population>,
    stress: Res<Stress>,
    levers: Res<CareLevers>,
    mut care: ResMut<CareBoard>,
) {
    let care = &mut *care;
    let n = country.provinces();
    let ratio = assumed.get("care.use_ratio60");
    let use_growth = (assumed.get("care.use_growth") * clock.elapsed() as f64).exp();
    let elasticity = assumed.get("care.referral_crowding");
    let satellite_work = assumed.get("sat.work");
    let occupancy = local_occupancy(&assumed);
    let usable: Vec<EnumMap<Group, Lanes>>;
    let beds = if country.staffing_gate {
        &board.operating
    } else {
        usable = board
            .built
            .iter()
            .zip(&stress.usable)
            .map(|(row, part)| row.map(|_, beds| beds * *part))
            .collect();
        &usable
    };
    let central: Vec<Lanes> = beds.iter().map(|r| r[Group::Central]).collect();
    catchment(&country, &assumed, &care.reach, &central, &mut care.flows);

    let growth: Vec<Lanes> = (0..n)
        .map(|p| {
            let people = population.people[p] / country.base.provinces[p].population;
            let need = people * age_index(population.share_60[p], ratio) / care.age_index_base[p];
            need * use_growth * stress.need[p] * levers.more_use[p]
        })
        .collect();
    // Referrals each province would send, after what links keep at home.
    let mut kept = vec![Lanes::ZERO; n];
    let wish: Vec<Lanes> = (0..n)
        .map(|p| {
            let all = care.referred_base[p] * care.referral_scale[p] * growth[p];
            let home = all * care.kept_by_links[p];
            kept[p] = home;
            all - home
        })
        .collect();
    let mut days = vec![Lanes::ZERO; n];
    for p in 0..n {
        for (c, flow) in care.flows.out_of(p) {
            *flow *= wish[p];
            days[c] += *flow;
        }
    }
    // Overflow: crowded Central hospitals pass patients back.
    let national_base = {
        let mut worked = Lanes::ZERO;
        let mut of = Lanes::ZERO;
        for c in 0..n {
            worked += care.central_base[c] * central[c];
            of += care.central_base[c]
                .gt(Lanes::ZERO)
                .select(central[c], Lanes::ZERO);
        }
        Lanes::part_of(worked, of)
    };
    let accepted: Vec<Lanes> = (0..n)
        .map(|c| {
            let occupied = Lanes::part_of(days[c], central[c] * DAYS);
            let base = care.central_base[c]
                .gt(Lanes::ZERO)
                .select(care.central_base[c], national_base);
            let pressure = Lanes::part_of(occupied, base);
            let some = pressure.gt(Lanes::ZERO);
            some.select((safe(pressure).ln() * -elasticity).exp(), Lanes::ONE)
        })
        .collect();
    for row in &mut care.worked {
        row[Group::Central] = Lanes::ZERO;
    }
    for p in 0..n {
        let mut taken = Lanes::ZERO;
        for (c, flow) in care.flows.out_of(p) {
            *flow *= accepted[c];
            taken += *flow;
            care.worked[c][Group::Central] += *flow;
        }
        care.referred[p] = taken;
        let overflow = wish[p] - taken;
        let local = care.local_base[p] * growth[p]
            + kept[p] * satellite_work
            + overflow
            + care.handed_days[p] * growth[p];
        care.local[p] = (local - care.service_lost[p] * growth[p]).max(Lanes::ZERO);
    }
    send_away(care, &country, &assumed, beds, &growth);
    for (p, beds) in beds.iter().enumerate() {
        fill_local(care, beds, &occupancy, p);
    }
    care.growth = growth;
    for (c, beds) in central.iter().enumerate() {
        care.occupancy[c][Group::Central] =
            Lanes::part_of(care.worked[c][Group::Central], *beds * DAYS);
    }
}
