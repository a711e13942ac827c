//! What officials count beside what is built and who works: figures that read the world and write
//! nothing to it.

use crate::lanes::Lanes;
use bevy_ecs::prelude::Resource;

/// A local walk: provinces part and converge, and the nation stands.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// How far each province has come, log.
    pub now: Vec<Lanes>,
    /// Share of each province in what is counted in the base year.
    pub weight: Vec<Lanes>,
    /// What is counted per head in each province over that of the nation in the base year, log.
    pub apart: Vec<Lanes>,
}

/// Official beds of a base that holds their law.
#[derive(Clone, Debug, Default)]
pub struct OfficialBeds {
    /// Beds as they will be reported, `[province][variant]`.
    pub counted: Vec<[Lanes; 3]>,
    /// Position of the variant drawn in each future.
    pub drawn: Lanes,
    /// Log growth of the year for the nation, by variant.
    pub growth: [Lanes; 3],
    /// Sum of those since the base year.
    pub grown: [Lanes; 3],
    /// How provinces part and converge.
    pub local: Walk,
    /// Beds per head of each province in the base year.
    pub at_base: Vec<Lanes>,
}

/// People of one occupation with what the flow model misses.
#[derive(Clone, Debug, Default)]
pub struct Expected {
    /// Expected over modelled people, by province.
    pub factor: Vec<Lanes>,
    /// What the flow model misses for the nation, log.
    pub missed: Lanes,
    /// Its growth in the year.
    pub miss_growth: Lanes,
    /// How provinces part and converge.
    pub local: Walk,
}

/// Heads counted beyond people, for the first occupation.
#[derive(Clone, Debug, Default)]
pub struct Recount {
    /// Heads of the nation added since the base year, by variant.
    pub added: [Lanes; 3],
    /// Position of the variant drawn in each future.
    pub drawn: Lanes,
    /// People with a degree who are not yet counted in the base year.
    pub pool: Lanes,
    /// Share of each province in the heads of the base year.
    pub share: Vec<Lanes>,
}

/// Everything official.
#[derive(Resource, Clone, Debug, Default)]
pub struct OfficialBoard {
    /// Beds, where the base holds the law of plan beds.
    pub beds: Option<OfficialBeds>,
    /// People by occupation, where the base says how far the flow model misses.
    pub expected: Vec<Option<Expected>>,
    /// Heads counted beyond people, where the base holds the law of registration.
    pub recount: Option<Recount>,
}

impl OfficialBoard {
    /// Expected over modelled people of an occupation in a province; 1 where nothing is said to be
    /// missed.
    pub fn factor(&self, occupation: usize, province: usize) -> Lanes {
        match self.expected.get(occupation) {
            Some(Some(expected)) => expected.factor[province],
            _ => Lanes::ONE,
        }
    }
}

impl OfficialBeds {
    /// Beds of a province that will be reported in the variant of each future.
    pub fn of_the_future(&self, province: usize) -> Lanes {
        chosen(&self.counted[province], self.drawn)
    }
}

/// The number of the variant at a position drawn in each future.
pub fn chosen(of: &[Lanes; 3], drawn: Lanes) -> Lanes {
    let [first, second, third] = *of;
    drawn
        .lt(0.5)
        .select(first, drawn.lt(1.5).select(second, third))
}
