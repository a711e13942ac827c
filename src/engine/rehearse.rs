//! A question is put into a world, and lived in one block of futures, before it is asked: what the
//! engine cannot carry is refused then, and an override that acts nowhere is found.
//!
//! Assumption: what no system reads in these futures, with everything drawn and every policy at work
//! in all of them, is read in no future.

use super::RunError;
use super::block;
use super::layout::Layout;
use super::prototype::Prototype;
use crate::lanes::WIDTH;
use crate::policy::KINDS;
use crate::policy::when::When;
use crate::scenario::{Scenario, Uncertainty};

/// Ids of the overrides that nothing reads; an error where the question cannot be put into a world.
pub fn idle_overrides(scenario: &Scenario) -> Result<Vec<String>, RunError> {
    if scenario.given().next().is_none() {
        return Prototype::new(scenario).map(|_| Vec::new());
    }
    let mut tried = scenario.clone();
    tried.uncertainty = Uncertainty::Both;
    for plan in &mut tried.policies {
        plan.when = When::Always;
    }
    let prototype = Prototype::new(&tried)?;
    let layout = Layout::of(&prototype);
    let mut model = prototype.instantiate();
    // A law that does not hold is told by the run, with its place.
    let Ok(lived) = block::live(&mut model, &prototype, &layout, 0, WIDTH, false) else {
        return Ok(Vec::new());
    };
    let book = &scenario.base.assumptions;
    let read = |id: &String| {
        let at = book.position(id);
        // Distances are made before the first year, of places without coordinates.
        let made =
            id == "care.tile_km" && scenario.base.provinces.iter().any(|p| p.centre.is_none());
        let waits = KINDS.iter().any(|kind| {
            let mut plans = scenario.policies.iter();
            kind.alone.iter().any(|stem| id.starts_with(stem))
                && !plans.any(|plan| plan.decision.name() == kind.name)
        });
        made || !waits && at.is_none_or(|at| lived.read[at])
    };
    let ids = scenario.given();
    Ok(ids.filter(|id| !read(id)).cloned().collect())
}
