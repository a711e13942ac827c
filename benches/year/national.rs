//! The model's own national year: the built-in baseline, block by block and phase by phase.

use crate::support::{timed, worked};
use carecast::internals::engine::block;
use carecast::internals::engine::layout::Layout;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::lanes::WIDTH;
use carecast::internals::scenario::Scenario;
use carecast::internals::units::Year;
use carecast::internals::world::country::Clock;
use carecast::internals::year::{Model, PHASES};

/// The phases, then putting the world at its base year.
pub const PARTS: usize = PHASES.len() + 1;

/// A world of the baseline, and what it took to make it.
pub struct National {
    prototype: Prototype,
    layout: Layout,
    model: Model,
    next: u32,
    /// Seconds to read and check the scenario, to prepare the run, to make one world.
    pub set_up: [f64; 3],
}

impl National {
    pub fn new() -> National {
        let (read, (scenario, _)) =
            timed(|| Scenario::built_in("baseline").expect("the baseline can be read"));
        let (prepare, (prototype, layout)) = timed(|| {
            let prototype = Prototype::new(&scenario).expect("the baseline can be run");
            let layout = Layout::of(&prototype);
            (prototype, layout)
        });
        let (make, model) = timed(|| prototype.instantiate());
        National {
            prototype,
            layout,
            model,
            next: 0,
            set_up: [read, prepare, make],
        }
    }

    /// Replicate-years of one block.
    pub fn years(&self) -> f64 {
        (self.layout.simulated() * WIDTH) as f64
    }

    /// Lives the next block as a run does; seconds.
    pub fn live(&mut self) -> f64 {
        let first = self.next;
        self.next += WIDTH as u32;
        let (seconds, lived) = timed(|| {
            block::live(
                &mut self.model,
                &self.prototype,
                &self.layout,
                first,
                WIDTH,
                false,
            )
        });
        lived.unwrap_or_else(|broken| panic!("{broken:?}"));
        seconds
    }

    /// Lives the next block phase by phase and reads nothing off; seconds of each part.
    pub fn parts(&mut self) -> [f64; PARTS] {
        let first = self.next;
        self.next += WIDTH as u32;
        let mut parts = [0.0; PARTS];
        let begin = || block::begin(&mut self.model, &self.prototype, first, WIDTH);
        (parts[PHASES.len()], ()) = timed(begin);
        let scenario = self.prototype.scenario();
        let base = scenario.base.year;
        for year in (scenario.first.0..=scenario.last.0).map(Year) {
            self.model.world.insert_resource(Clock { base, year });
            for (phase, part) in PHASES.into_iter().zip(&mut parts) {
                let start = worked();
                self.model.live_phase(phase);
                *part += worked() - start;
            }
        }
        parts
    }
}
