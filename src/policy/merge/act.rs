//! A merger is a closure whose beds pass to the hospital that stays: the system of closures does both.

use super::MergeHospitals;
use crate::policy::close::act::put;
use crate::policy::{Act, Plan};
use crate::world::country::Country;
use crate::year::Model;
use bevy_ecs::prelude::*;

impl Act for MergeHospitals {
    /// Puts the mergers of a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        for code in &self.hospitals {
            let into = Some(&self.into);
            put(world, country, policy, plan, (code, into), self.year.value);
        }
    }

    fn register(_model: &mut Model) {}
}
