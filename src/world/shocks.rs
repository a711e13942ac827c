//! Year shocks: what a year brings that nobody decided.

use crate::lanes::Lanes;
use bevy_ecs::prelude::Resource;
use enum_map::{Enum, EnumMap};

/// Shocks of the year; those with memory keep last year's value until the draw phase renews them.
#[derive(Resource, Clone, Debug, Default)]
pub struct Shocks {
    /// National growth, log.
    pub growth: Lanes,
    /// Provincial growth, log, by province, before centring.
    pub growth_province: Vec<Lanes>,
    /// Resignations, log.
    pub quits: Lanes,
    /// Share of bed money a province gets, log.
    pub capital: Vec<Lanes>,
    /// Appeal of a province to people choosing a post, log.
    pub appeal: Vec<Lanes>,
    /// Disbursed share of provincial money this year.
    pub disbursed_provincial: Lanes,
    /// Disbursed share of the Ministry's money this year.
    pub disbursed_ministry: Lanes,
}

/// Shocks a plan is tested against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Enum)]
pub enum Blow {
    /// Provinces lose beds for a year, and money for new ones.
    Storm,
    /// Everywhere beds are taken out of ordinary use for a year, and money turned elsewhere.
    Epidemic,
    /// Public money is not disbursed.
    Freeze,
    /// Public staff resign more than usual.
    ExitWave,
}

/// What the shocks of a plan's test do to this year; 1 everywhere in a year without one.
///
/// All are off unless a scenario switches one on.
#[derive(Resource, Clone, Debug)]
pub struct Stress {
    /// 1 in futures in which a shock strikes this year; for a wave of resignations, in which one begins.
    pub struck: EnumMap<Blow, Lanes>,
    /// In which futures a wave of resignations began, this year first.
    pub waves: [Lanes; 4],
    /// Part of beds that can be used, by province.
    pub usable: Vec<Lanes>,
    /// Need for bed-days over the usual, by province.
    pub need: Vec<Lanes>,
    /// Part of bed money of a province that still adds beds where it is hit, by province.
    pub still_builds: Vec<Lanes>,
    /// Part of public bed money that still adds beds, everywhere.
    pub still_builds_everywhere: Lanes,
    /// Disbursement over the usual.
    pub disbursed: Lanes,
    /// Resignations of public staff over the usual.
    pub quits: Lanes,
}

impl Default for Stress {
    fn default() -> Self {
        Stress::none(0)
    }
}

impl Stress {
    /// A year without any, in a country of so many provinces.
    pub fn none(provinces: usize) -> Self {
        Stress {
            struck: EnumMap::default(),
            waves: [Lanes::ZERO; 4],
            usable: vec![Lanes::ONE; provinces],
            need: vec![Lanes::ONE; provinces],
            still_builds: vec![Lanes::ONE; provinces],
            still_builds_everywhere: Lanes::ONE,
            disbursed: Lanes::ONE,
            quits: Lanes::ONE,
        }
    }

    /// 1 in futures in which any strikes this year, a wave of resignations in every year it lasts.
    pub fn any(&self) -> Lanes {
        let lasting = self.quits.gt(Lanes::ONE).as_lanes();
        self.struck.values().fold(lasting, |any, s| any.max(*s))
    }
}
