//! One year: the phases in their order, and how systems are put into them.

use bevy_ecs::prelude::*;
use bevy_ecs::schedule::{ScheduleLabel, SingleThreadedExecutor};
use bevy_ecs::system::ScheduleSystem;

/// The parts of a year. Each sees the state the previous one left; none runs backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(usize)]
pub enum Phase {
    /// Year shocks are drawn.
    Draw,
    /// Births, deaths, migration, age shares.
    Demography,
    /// Policies act on the year's levers.
    Policy,
    /// Money by payer and purpose, and the share really disbursed.
    Finance,
    /// Beds open and close.
    Construction,
    /// Study years advance; graduates practise, sit the exam, are licensed.
    Training,
    /// Staff die, retire, leave, move, age.
    Workforce,
    /// Entrants fill posts.
    Placement,
    /// Demand, referral, occupancy.
    Care,
    /// Indicators, costs, laws.
    Measure,
}

/// Every phase in order.
pub const PHASES: [Phase; 10] = [
    Phase::Draw,
    Phase::Demography,
    Phase::Policy,
    Phase::Finance,
    Phase::Construction,
    Phase::Training,
    Phase::Workforce,
    Phase::Placement,
    Phase::Care,
    Phase::Measure,
];

#[derive(ScheduleLabel, Clone, Debug, PartialEq, Eq, Hash)]
enum Label {
    Base,
    Year(Phase),
}

/// Place of a system: the order of registration.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
struct Step(usize);

/// Systems that run one after the other, as they were added.
struct Steps {
    schedule: Schedule,
    /// What runs, as it was added.
    names: Vec<&'static str>,
}

impl Steps {
    fn new(label: Label) -> Self {
        let mut schedule = Schedule::new(label);
        schedule.set_executor(SingleThreadedExecutor::new());
        Steps {
            schedule,
            names: Vec::new(),
        }
    }

    fn add<M>(&mut self, system: impl IntoScheduleConfigs<ScheduleSystem, M>) {
        let step = self.names.len();
        self.names.push(std::any::type_name_of_val(&system));
        self.schedule.add_systems(system.in_set(Step(step)));
        if step > 0 {
            self.schedule
                .configure_sets(Step(step).after(Step(step - 1)));
        }
    }
}

/// A world with the systems that put it at the base year and those that live a year.
pub struct Model {
    /// The world.
    pub world: World,
    base: Steps,
    year: [Steps; PHASES.len()],
}

impl Default for Model {
    fn default() -> Self {
        Self::new()
    }
}

impl Model {
    /// An empty world without systems.
    pub fn new() -> Self {
        Model {
            world: World::new(),
            base: Steps::new(Label::Base),
            year: PHASES.map(|phase| Steps::new(Label::Year(phase))),
        }
    }

    /// Adds a system that puts part of the world at the base year; these run in the order added.
    pub fn at_base<M>(&mut self, system: impl IntoScheduleConfigs<ScheduleSystem, M>) {
        self.base.add(system);
    }

    /// Adds a system to a phase; within a phase systems run in the order added.
    pub fn add<M>(&mut self, phase: Phase, system: impl IntoScheduleConfigs<ScheduleSystem, M>) {
        self.year[phase as usize].add(system);
    }

    /// Refuses systems that touch the same data without an order between them.
    #[cfg(any(test, feature = "internals"))]
    pub fn refuse_races(&mut self) {
        use bevy_ecs::schedule::{LogLevel, ScheduleBuildSettings};
        for steps in std::iter::once(&mut self.base).chain(&mut self.year) {
            steps.schedule.set_build_settings(ScheduleBuildSettings {
                ambiguity_detection: LogLevel::Error,
                ..Default::default()
            });
        }
    }

    /// The systems that put the world at the base year, and those of each phase, as they run.
    #[cfg(any(test, feature = "internals"))]
    pub fn order(&self) -> Vec<(String, &[&'static str])> {
        let phases = PHASES.iter().zip(&self.year);
        let phases = phases.map(|(phase, steps)| (format!("{phase:?}"), steps.names.as_slice()));
        let base = ("Base year".to_owned(), self.base.names.as_slice());
        std::iter::once(base).chain(phases).collect()
    }

    /// Puts the world at the base year.
    pub fn restore(&mut self) {
        self.base.schedule.run(&mut self.world);
    }

    /// Lives one year.
    pub fn live_year(&mut self) {
        for phase in PHASES {
            self.live_phase(phase);
        }
    }

    /// Lives one phase of a year, for whoever measures what each of them takes.
    pub fn live_phase(&mut self, phase: Phase) {
        self.year[phase as usize].schedule.run(&mut self.world);
    }
}
