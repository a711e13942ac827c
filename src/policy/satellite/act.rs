//! Links ripen year by year and keep referrals at home; each link costs money while it is paid for.

use super::SatelliteHospitals;
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::{Act, Plan};
use crate::rules::price;
use crate::world::care::CareBoard;
use crate::world::country::{Clock, Country, Index};
use crate::world::decisions::Decisions;
use crate::world::facility::BuiltBeds;
use crate::world::link::Link;
use crate::world::money::{Costs, Purpose};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;
use std::collections::BTreeMap;

impl Act for SatelliteHospitals {
    /// Opens the links of a plan.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        for link in &self.links {
            let satellite = country
                .base
                .facilities
                .iter()
                .position(|f| f.code == *link.satellite)
                .expect("checked: the satellite exists");
            world.spawn(Link {
                policy,
                province: country.base.facilities[satellite].province,
                satellite,
                specialty: link.specialty.value.clone(),
                from: link.from.as_ref().map_or(plan.from, |y| y.value),
                to: plan.to,
                payer: plan.payer(&country.base),
            });
        }
    }

    fn register(model: &mut Model) {
        model.add(Phase::Policy, links_mature);
        model.add(Phase::Measure, links_cost);
    }
}

/// Years a link has been open in each future, below zero before; and 1 where it is open. A link that
/// would open after the policy's last year does not.
fn opened(link: &Link, clock: &Clock, decisions: &Decisions) -> (Lanes, Lanes) {
    let years = decisions.since(link.policy, link.from, clock.year);
    let at_last = decisions.since(link.policy, link.from, link.to);
    let may = years.ge(Lanes::ZERO) & at_last.ge(Lanes::ZERO);
    (
        years,
        may.as_lanes() * decisions.begun(link.policy, clock.year),
    )
}

/// Share of referrals that links keep at home, by province. Satellites of one province and
/// specialty share its patients by their beds.
fn links_mature(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    index: Res<Index>,
    mut decisions: ResMut<Decisions>,
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
            let may_be_open = link.from <= clock.year;
            if may_be_open && link.province == province && link.specialty == specialty {
                let entity =
                    index.hospitals[link.satellite].expect("checked: a satellite is a hospital");
                // A satellite without beds at base still counts as one bed, so that shares exist.
                let beds = hospitals
                    .get(entity)
                    .expect("hospitals keep their beds")
                    .at_base
                    .max(Lanes::ONE);
                let (years, open) = opened(link, &clock, &decisions);
                // Nothing in its first year, all of it after the lag.
                let ripeness = (years.max(Lanes::ZERO) / lag).min(Lanes::ONE);
                ripe += ripeness * beds * open;
                weight += beds * open;
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
    // The product of a policy is there when the last of its links is open.
    let mut all_open: BTreeMap<usize, Lanes> = BTreeMap::new();
    for link in &links {
        let (_, open) = opened(link, &clock, &decisions);
        let all = all_open.entry(link.policy).or_insert(Lanes::ONE);
        *all = all.min(open);
    }
    for (policy, all) in all_open {
        decisions.note_done(policy, all);
        if decisions.asks_share(policy) {
            let own = links.iter().filter(|link| link.policy == policy);
            let ripe = own.clone().map(|link| {
                let (years, open) = opened(link, &clock, &decisions);
                (years.max(Lanes::ZERO) / lag).min(Lanes::ONE) * open
            });
            let share = ripe.sum::<Lanes>() / own.count() as f64;
            decisions.note_share(policy, share);
        }
    }
}

/// Each link costs money from its first year to the last the policy acts.
fn links_cost(
    clock: Res<Clock>,
    assumed: Res<Assumed>,
    decisions: Res<Decisions>,
    mut costs: ResMut<Costs>,
    links: Query<&Link>,
) {
    for link in &links {
        if (link.from..=link.to).contains(&clock.year) {
            let (_, open) = opened(link, &clock, &decisions);
            costs.charge_in(
                link.policy,
                link.province,
                link.payer,
                Purpose::Links,
                open * price(&assumed, "sat.cost_link"),
            );
        }
    }
}
