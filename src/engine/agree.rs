//! Finds the replicates that agree with what was reported of tasks: each is lived up to the last report,
//! and taken with the likelihood of the reports under its own path.

use super::RunError;
use super::block;
use super::prototype::Prototype;
use crate::chance::{Chance, Key};
use crate::lanes::{Lanes, WIDTH};
use crate::results::Report;
use crate::scenario::agreed::{Agreed, Found};
use crate::words::command as words;
use crate::world::country::Clock;
use crate::world::decisions::Decisions;
use crate::year::Model;
use rayon::prelude::*;
use std::sync::Mutex;

/// Replicates looked at first: enough to see whether one in a hundred agrees.
const FIRST: u32 = 1_600;
/// Fewer than one in so many is no sample of what the model thinks possible.
const FEWEST: u32 = 100;
/// Most that are looked at in one go.
const MOST: u32 = 64_000;

/// Looks until so many replicates are taken.
pub fn find(agreed: &Agreed, wanted: u32) -> Result<(), RunError> {
    let mut found = agreed.read(Found::clone);
    if found.taken.len() as u32 >= wanted {
        return Ok(());
    }
    let prototype = Prototype::new(&agreed.scenario)?;
    let worlds = Mutex::new(Vec::new());
    while (found.taken.len() as u32) < wanted {
        let taken = found.taken.len() as f64;
        let lacking = f64::from(wanted) - taken;
        let next = match found.looked {
            0 => FIRST,
            looked => {
                let more = lacking * f64::from(looked) / taken.max(1.0) * 1.05;
                (more as u32)
                    .clamp(WIDTH as u32, MOST)
                    .next_multiple_of(WIDTH as u32)
            }
        };
        let firsts: Vec<u32> = (found.looked..found.looked + next).step_by(WIDTH).collect();
        let blocks = firsts.into_par_iter().map(|first| {
            let idle = worlds
                .lock()
                .expect("no worker panics while it holds the lock")
                .pop();
            let mut model = idle.unwrap_or_else(|| prototype.instantiate());
            let taken = taken_of(&mut model, &prototype, first);
            worlds
                .lock()
                .expect("no worker panics while it holds the lock")
                .push(model);
            taken
        });
        found.taken.par_extend(blocks.flatten_iter());
        found.looked += next;
        if (found.taken.len() as u64) * u64::from(FEWEST) < u64::from(found.looked) {
            let (agree, of) = (found.taken.len(), found.looked);
            return Err(RunError::Setup(words::reports_do_not_fit(agree, of)));
        }
    }
    agreed.put(found);
    Ok(())
}

/// Of sixteen replicates those that are taken.
fn taken_of(model: &mut Model, prototype: &Prototype, first: u32) -> Vec<u32> {
    let scenario = prototype.scenario();
    let base = scenario.base.year;
    let followed: Vec<(usize, Vec<&Report>)> = scenario
        .policies
        .iter()
        .enumerate()
        .map(|(at, plan)| (at, plan.telling(base).collect()))
        .filter(|(_, reports): &(_, Vec<_>)| !reports.is_empty())
        .collect();
    let reports = followed.iter().flat_map(|(_, reports)| reports);
    let last = reports.map(|report| report.year).max().unwrap_or(base);
    block::begin(model, prototype, first, WIDTH);
    let mut before = vec![Lanes::ZERO; followed.len()];
    let mut off = Lanes::ZERO;
    for year in (base.0 + 1..=last.0).map(crate::units::Year) {
        model.world.insert_resource(Clock { base, year });
        model.live_year();
        let decisions = model.world.resource::<Decisions>();
        for ((policy, reports), before) in followed.iter().zip(&mut before) {
            let now = decisions.share(*policy);
            for report in reports.iter().filter(|report| report.year == year) {
                let then = *before + (now - *before) * report.part();
                let error = (then - report.done) / report.sd;
                off += error * error;
            }
            *before = now;
        }
    }
    let luck = model
        .world
        .resource::<Chance>()
        .parameter(Key::of("task/reports"));
    (0..WIDTH)
        .filter(|lane| luck.get(*lane) < libm::exp(-0.5 * off.get(*lane)))
        .map(|lane| first + lane as u32)
        .collect()
}
