//! Futures that agree with what was reported of tasks.
//!
//! A report says how much of a task was done by when. Each future has a path of its own, and is taken with
//! the likelihood of the report under it (normal, the report's sd, over its highest): what is lived is a
//! sample of the futures that can still be, each with the same weight. In the terms of the field this is
//! rejection sampling from the posterior; its effective number is the number of futures lived.

use super::Scenario;
use std::sync::{Arc, RwLock};

/// Which replicates are taken, found as far as they were asked for; one list for all scenarios that are
/// held against one another.
#[derive(Debug)]
pub struct Agreed {
    /// The scenario whose tasks were reported.
    pub scenario: Scenario,
    found: RwLock<Found>,
}

/// Replicates taken so far, in order, and how many were looked at.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Those that agree.
    pub taken: Vec<u32>,
    /// Looked at, from the first on.
    pub looked: u32,
}

impl Agreed {
    /// Of a scenario, where some report tells which futures can be; nothing is looked at yet. Where
    /// nothing is drawn all futures are one, and no report chooses between them.
    pub fn of(scenario: &Scenario) -> Option<Arc<Agreed>> {
        let mut plans = scenario.policies.iter();
        let tells = plans.any(|plan| plan.is_followed(scenario.base.year));
        let draws = scenario.uncertainty.parameters() || scenario.uncertainty.process();
        (tells && draws).then(|| {
            Arc::new(Agreed {
                scenario: Scenario {
                    agreed: None,
                    ..scenario.clone()
                },
                found: RwLock::default(),
            })
        })
    }

    /// What was found so far.
    pub fn read<T>(&self, of: impl FnOnce(&Found) -> T) -> T {
        of(&self
            .found
            .read()
            .expect("nobody panics while the list is open"))
    }

    /// Puts a longer list in place.
    pub fn put(&self, found: Found) {
        let mut known = self
            .found
            .write()
            .expect("nobody panics while the list is open");
        if found.looked > known.looked {
            *known = found;
        }
    }
}
