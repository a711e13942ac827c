//! Links ripen year by year and keep referrals at home; each link costs money while it is paid for.

use super::SatelliteHospitals;
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::Plan;
use crate::units::Payer;
use crate::world::care::CareBoard;
use crate::world::country::{Clock, Country, Index};
use crate::world::facility::BuiltBeds;
use crate::world::link::Link;
use crate::world::money::{Costs, Purpose};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

/// Opens the links of a plan.
pub fn spawn(world: &mut World, country: &Country, plan: &Plan, decision: &SatelliteHospitals) {
    for link in &decision.links {
        let satellite = country
            .base
            .facilities
            .iter()
            .position(|f| f.code == *link.satellite)
            .expect("checked: the satellite exists");
        world.spawn(Link {
            province: country.base.facilities[satellite].province,
            satellite,
            specialty: link.specialty.value.clone(),
            from: link.from.as_ref().map_or(plan.from, |y| y.value),
            to: plan.to,
            payer: plan.payer.unwrap_or(Payer::Ministry),
        });
    }
}

/// Adds the systems of this kind.
pub fn register(model: &mut Model) {
    model.add(Phase::Policy, links_mature);
    model.add(Phase::Measure, links_cost);
}

/// Ripeness of a link: nothing in its first year, all of it after the lag.
fn ripeness(link: &Link, clock: &Clock, lag: Lanes) -> Lanes {
    let years = clock.year.since(link.from).max(0) as f64;
    (Lanes::splat(years) / lag).min(Lanes::ONE)
}

/// Share of referrals that links keep at home, by province. Satellites of one province and
/// specialty share its patients by their beds.
fn links_mature(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    index: Res<Index>,
    mut care: ResMut<CareBoard>,
    links: Query<&Link>,
    hospitals: Query<&BuiltBeds>,
) {
    let (effect, lag) = (assumed.get("sat.effect"), assumed.get("sat.lag"));
    let coverage = assumed.get("sat.coverage");
    for row in &mut care.kept_by_links {
        *row = Lanes::ZERO;
    }
    let mut groups: Vec<(usize, &str)> = links
        .iter()
        .map(|l| (l.province, l.specialty.as_str()))
        .collect();
    groups.sort_unstable();
    groups.dedup();
    for (province, specialty) in groups {
        let (mut ripe, mut weight) = (Lanes::ZERO, Lanes::ZERO);
        for link in &links {
            let open = link.from <= clock.year;
            if open && link.province == province && link.specialty == specialty {
                let entity =
                    index.hospitals[link.satellite].expect("checked: a satellite is a hospital");
                // A satellite without beds at base still counts as one bed, so that shares exist.
                let beds = hospitals
                    .get(entity)
                    .expect("hospitals keep their beds")
                    .at_base
                    .max(Lanes::ONE);
                ripe += ripeness(link, &clock, lag) * beds;
                weight += beds;
            }
        }
        // A specialty's part of all referrals, of which the programme reaches a share.
        let share = country
            .base
            .referrals
            .iter()
            .find(|r| r.specialty == specialty)
            .map_or(0.0, |r| r.share);
        let share = coverage * share;
        care.kept_by_links[province] += effect * share * ripe / weight.max(Lanes::ONE);
    }
    for row in &mut care.kept_by_links {
        *row = row.min(effect * coverage);
    }
}

/// Each link costs money from its first year to the last the policy acts.
fn links_cost(
    clock: Res<Clock>,
    assumed: Res<Assumed>,
    mut costs: ResMut<Costs>,
    links: Query<&Link>,
) {
    for link in &links {
        if (link.from..=link.to).contains(&clock.year) {
            costs.book(link.payer, Purpose::Links, assumed.get("sat.cost_link"));
        }
    }
}
