//! Finds the replicates that agree with what was reported of tasks: each is lived up to the last report,
//! and taken with the likelihood of the reports under its own path.

use super::block;
use super::prototype::Prototype;
use super::{RunError, Worlds};
use crate::chance::{Chance, Key};
use crate::lanes::{Lanes, WIDTH};
use crate::results::Report;
use crate::scenario::Scenario;
use crate::scenario::agreed::{Agreed, Found};
use crate::units::Year;
use crate::words::command as words;
use crate::world::country::Clock;
use crate::world::decisions::Decisions;
use crate::year::Model;
use rayon::prelude::*;

/// Replicates looked at first: enough to see whether one in a hundred agrees.
const FIRST: u32 = 1_600;
/// Fewer than one in so many is no sample of what the model thinks possible.
const FEWEST: u32 = 100;
/// Most that are looked at in one go.
const MOST: u32 = 64_000;

/// Looks until so many replicates are taken.
pub fn find(agreed: &Agreed, wanted: u32) -> Result<(), RunError> {
    let enough = |found: &Found| found.taken.len() >= wanted as usize;
    if agreed.read(enough) {
        return Ok(());
    }
    let mut found = agreed.read(Found::clone);
    let prototype = Prototype::new(&agreed.scenario)?;
    let (worlds, followed) = (Worlds::of(&prototype), Followed::of(&agreed.scenario));
    while !enough(&found) {
        let taken = found.taken.len() as f64;
        let lacking = f64::from(wanted) - taken;
        let next = match found.looked {
            0 => FIRST,
            looked => {
                let more = lacking * f64::from(looked) / taken.max(1.0) * 1.05;
                let more = (more as u32).clamp(WIDTH as u32, MOST);
                more.next_multiple_of(WIDTH as u32)
            }
        };
        let firsts: Vec<u32> = (found.looked..found.looked + next).step_by(WIDTH).collect();
        let taken = |first| worlds.lend(|model| followed.taken(model, &prototype, first));
        found
            .taken
            .par_extend(firsts.into_par_iter().flat_map_iter(taken));
        found.looked += next;
        if (found.taken.len() as u64) * u64::from(FEWEST) < u64::from(found.looked) {
            let (agree, of) = (found.taken.len(), found.looked);
            return Err(RunError::Setup(words::reports_do_not_fit(agree, of)));
        }
    }
    agreed.put(found);
    Ok(())
}

/// Tasks whose path is held against reports.
struct Followed<'a> {
    /// Position of each policy, with its reports.
    tasks: Vec<(usize, Vec<&'a Report>)>,
    /// The base year, and the year of the last report.
    years: (Year, Year),
}

impl<'a> Followed<'a> {
    fn of(scenario: &'a Scenario) -> Self {
        let base = scenario.base.year;
        let plans = scenario.policies.iter().enumerate();
        let tasks = plans.map(|(at, plan)| (at, plan.telling(base).collect::<Vec<_>>()));
        let tasks: Vec<_> = tasks.filter(|(_, reports)| !reports.is_empty()).collect();
        let reports = tasks.iter().flat_map(|(_, reports)| reports);
        let last = reports.map(|report| report.year).max().unwrap_or(base);
        Followed {
            tasks,
            years: (base, last),
        }
    }

    /// Of sixteen replicates those that are taken.
    fn taken(&self, model: &mut Model, prototype: &Prototype, first: u32) -> Vec<u32> {
        let (base, last) = self.years;
        block::begin(model, prototype, first, WIDTH);
        let mut before = vec![Lanes::ZERO; self.tasks.len()];
        let mut off = Lanes::ZERO;
        for year in (base.0 + 1..=last.0).map(Year) {
            model.world.insert_resource(Clock { base, year });
            model.live_year();
            let decisions = model.world.resource::<Decisions>();
            for ((policy, reports), before) in self.tasks.iter().zip(&mut before) {
                let now = decisions.share(*policy);
                for report in reports.iter().filter(|report| report.year == year) {
                    let then = block::between(*before, now, report.part());
                    let error = (then - report.done) / report.sd;
                    off += error * error;
                }
                *before = now;
            }
        }
        let luck = model.world.resource::<Chance>();
        let luck = luck.parameter(Key::of("task/reports"));
        (0..WIDTH)
            .filter(|lane| luck.get(*lane) < libm::exp(-0.5 * off.get(*lane)))
            .map(|lane| first + lane as u32)
            .collect()
    }
}
