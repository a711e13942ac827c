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
    Year,
}

/// Place of a system: its phase, then the order of registration.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
struct Step(usize, usize);

/// A world with the systems that put it at the base year and those that live a year.
pub struct Model {
    /// The world.
    pub world: World,
    base: Schedule,
    year: Schedule,
    base_steps: usize,
    steps: [usize; PHASES.len()],
}

impl Default for Model {
    fn default() -> Self {
        Self::new()
    }
}

impl Model {
    /// An empty world without systems.
    pub fn new() -> Self {
        let mut base = Schedule::new(Label::Base);
        base.set_executor(SingleThreadedExecutor::new());
        let mut year = Schedule::new(Label::Year);
        year.set_executor(SingleThreadedExecutor::new());
        Model {
            world: World::new(),
            base,
            year,
            base_steps: 0,
            steps: [0; PHASES.len()],
        }
    }

    /// Adds a system that puts part of the world at the base year; these run in the order added.
    pub fn at_base<M>(&mut self, system: impl IntoScheduleConfigs<ScheduleSystem, M>) {
        let step = self.base_steps;
        self.base_steps += 1;
        self.base.add_systems(system.in_set(Step(0, step)));
        if step > 0 {
            self.base
                .configure_sets(Step(0, step).after(Step(0, step - 1)));
        }
    }

    /// Adds a system to a phase; within a phase systems run in the order added.
    pub fn add<M>(&mut self, phase: Phase, system: impl IntoScheduleConfigs<ScheduleSystem, M>) {
        let phase_index = phase as usize;
        let step = self.steps[phase_index];
        self.steps[phase_index] += 1;
        self.year
            .add_systems(system.in_set(Step(phase_index, step)));
        if step > 0 {
            self.year
                .configure_sets(Step(phase_index, step).after(Step(phase_index, step - 1)));
        }
    }

    /// Chains the phases; called once, after every system has been added.
    pub fn seal(&mut self) {
        let mut last: Option<Step> = None;
        for phase in PHASES {
            let count = self.steps[phase as usize];
            if count == 0 {
                continue;
            }
            if let Some(before) = last {
                self.year
                    .configure_sets(Step(phase as usize, 0).after(before));
            }
            last = Some(Step(phase as usize, count - 1));
        }
    }

    /// Refuses systems that touch the same data without an order between them.
    pub fn refuse_races(&mut self) {
        use bevy_ecs::schedule::{LogLevel, ScheduleBuildSettings};
        for schedule in [&mut self.base, &mut self.year] {
            schedule.set_build_settings(ScheduleBuildSettings {
                ambiguity_detection: LogLevel::Error,
                ..Default::default()
            });
        }
    }

    /// Puts the world at the base year.
    pub fn restore(&mut self) {
        self.base.run(&mut self.world);
    }

    /// Lives one year.
    pub fn live_year(&mut self) {
        self.year.run(&mut self.world);
    }
}
