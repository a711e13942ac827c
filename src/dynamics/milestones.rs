//! Milestones are reached late: how late is drawn from the delays of real projects of their class.
//!
//! Those of the base that are under way finish after their planned year; the others wait for a
//! policy. One that is a building project is reached when that project opens.

use crate::base::ReferenceClass;
use crate::base::tracked::MILESTONE;
use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Key, Process};
use crate::lanes::{Lanes, WIDTH};
use crate::world::Address;
use crate::world::country::{Clock, Country};
use crate::world::project::{Building, Progress};
use crate::world::tracked::MilestoneBoard;
use bevy_ecs::prelude::*;

/// Names of the draws made here.
pub const PROCESSES: &[Process] = &[DELAY];

const DELAY: Process = Process::named("milestones/delay");

/// Draws how late each milestone comes.
pub fn start(
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    mut board: ResMut<MilestoneBoard>,
) {
    let base = &country.base;
    *board = MilestoneBoard::default();
    if base.milestones.is_empty() {
        return;
    }
    let on_time = assumed.get("milestone.on_time");
    for m in &base.milestones {
        let class = ReferenceClass::of(&m.reference, &base.references);
        let key = Key::of(&format!("{MILESTONE}{}", m.id));
        let uniform = chance.draw(DELAY, key, base.year, 0).uniform(0);
        let mut delay = [0.0; WIDTH];
        for (lane, slot) in delay.iter_mut().enumerate() {
            *slot = class.delay(uniform.get(lane), on_time.get(lane));
        }
        board.delay.push(Lanes::from_array(delay));
        board.planned.push(Lanes::splat(f64::INFINITY));
        board.done.push(Lanes::ZERO);
    }
}

/// Marks those reached by the end of the year.
pub fn reach(
    clock: Res<Clock>,
    country: Res<Country>,
    mut board: ResMut<MilestoneBoard>,
    projects: Query<(&Building, &Address, &Progress)>,
) {
    let base = &country.base;
    let board = &mut *board;
    let now = Lanes::splat(f64::from(clock.year.0));
    for (i, m) in base.milestones.iter().enumerate() {
        if let Some(project) = m.project {
            let key = Key::of(&base.projects[project].code);
            if let Some((_, _, progress)) = projects.iter().find(|(_, a, _)| a.0 == key) {
                board.done[i] = Lanes::ONE - progress.pending - progress.cancelled;
            }
            continue;
        }
        let mut planned = board.planned[i];
        if m.under_way {
            planned = planned.min(f64::from(m.planned.0));
        }
        let reached = (planned + board.delay[i]).le(now).as_lanes();
        board.done[i] = board.done[i].max(reached);
    }
}
