//! Named projects open, late or never: those inaugurated in the base year bring the rest of their
//! beds, those being built open with a yearly chance from their planned year, planned ones may be
//! cancelled.

use crate::base::ProjectState;
use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Process};
use crate::lanes::Lanes;
use crate::rules::{count, unit_cost};
use crate::world::Address;
use crate::world::InProvince;
use crate::world::amount::Billion;
use crate::world::country::{Clock, Country};
use crate::world::facility::{BedBoard, BuiltBeds, Establishments, Group, Hospital, Tier};
use crate::world::ledger::{BedCause, Ledger};
use crate::world::money::Works;
use crate::world::project::{Building, Progress, ProjectBoard};
use bevy_ecs::prelude::*;

/// Names of the draws made here.
pub const PROCESSES: &[Process] = &[CANCEL, OPEN];

const CANCEL: Process = Process::named("projects/cancel");
const OPEN: Process = Process::named("projects/open");

/// Where projects stand at the end of the base year.
pub fn start(
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    mut projects: Query<(&Building, &Address, &mut Progress)>,
) {
    let whole = chance.counts_whole();
    let uncounted = Lanes::ONE - assumed.get("pipe.counted_at_base");
    let cancel = assumed.get("pipe.cancel");
    let remaining = assumed.get("pipe.remaining_building");
    for (building, address, mut progress) in &mut projects {
        let unit = unit_cost(&assumed, Tier::Provincial);
        let cost = match building.cost {
            Some(cost) => Billion(Lanes::splat(cost)) * assumed.get("capex.overrun"),
            None => Lanes::splat(building.beds) * unit,
        };
        *progress = match building.state {
            ProjectState::Opened => {
                let rest = uncounted * building.net_beds;
                Progress {
                    rest: count(rest, whole),
                    paid_at_base: cost,
                    ..Progress::default()
                }
            }
            ProjectState::Building => Progress {
                pending: Lanes::ONE,
                to_pay: cost * remaining,
                paid_at_base: cost * (Lanes::ONE - remaining),
                ..Progress::default()
            },
            ProjectState::Planned => {
                let cancelled = chance
                    .draw(CANCEL, address.0, country.base_year(), 0)
                    .bernoulli(0, cancel);
                let alive = Lanes::ONE - cancelled;
                Progress {
                    pending: alive,
                    to_pay: cost * alive,
                    cancelled,
                    ..Progress::default()
                }
            }
        };
    }
}

/// Projects due this year open.
pub fn open(
    clock: Res<Clock>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    mut board: ResMut<BedBoard>,
    mut ledger: ResMut<Ledger>,
    mut works: ResMut<Works>,
    mut projects: Query<(&Building, &Address, &mut Progress)>,
    mut hospitals: Query<(&Hospital, &InProvince, &mut BuiltBeds, &mut Establishments)>,
) {
    let whole = chance.counts_whole();
    let provincial_delay = assumed.get("pipe.delay_mean");
    let central_delay = assumed.get("pipe.campus_delay_mean");
    for (building, address, mut progress) in &mut projects {
        let beds = match building.state {
            ProjectState::Opened => {
                // The rest opens over the first years, by profile.
                let k = (clock.elapsed() - 1) as usize;
                let profile = assumed.profile("pipe.opened_rest");
                let Some(share) = profile.get(k) else {
                    continue;
                };
                let later: f64 = profile[k..].iter().sum();
                let now = count(progress.rest * (share / later), whole);
                progress.rest -= now;
                now
            }
            state => {
                let first = match state {
                    ProjectState::Planned => building.planned.plus(1),
                    _ => building.planned,
                };
                if clock.year < first || !progress.pending.gt(Lanes::ZERO).any() {
                    continue;
                }
                let delay = if building.central {
                    central_delay
                } else {
                    provincial_delay
                };
                // A yearly chance whose mean wait is the delay.
                let chance_now = Lanes::ONE / (delay + 1.0);
                let opens = chance.draw(OPEN, address.0, clock.year, 0).binomial(
                    0,
                    &progress.pending,
                    &chance_now,
                );
                progress.pending -= opens;
                count(opens * building.net_beds, whole)
            }
        };
        let (hospital, place, mut built, mut count) = hospitals
            .get_mut(building.hospital)
            .expect("projects belong to hospitals");
        built.now += beds;
        count.0 = count.0.max(built.now.gt(Lanes::ZERO).as_lanes());
        ledger.book_beds(place.0, BedCause::NamedProject, beds);
        board.opened[place.0] += beds;
        board.added[place.0][hospital.group.employer()] += beds;
        // What is put up by whomever shows what builders can begin next year.
        if hospital.group == Group::Central {
            works.ready_central.show(beds);
        } else {
            works.ready[place.0].show(beds);
        }
    }
}

/// Counts projects past their planned year that are not open.
pub fn count_late(
    clock: Res<Clock>,
    mut board: ResMut<ProjectBoard>,
    projects: Query<(&Building, &Progress)>,
) {
    board.late = Lanes::ZERO;
    for (building, progress) in &projects {
        if clock.year >= building.planned {
            board.late += progress.pending;
        }
    }
}
