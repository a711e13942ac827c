//! What policies move about private hospitals.

use crate::lanes::Lanes;
use bevy_ecs::prelude::Resource;

/// Levers on private hospitals, set anew each year by the policies that pull them.
#[derive(Resource, Clone, Debug, Default)]
pub struct PrivateLevers {
    /// Part by which hospitals that open are larger, by province; empty where nobody decides.
    pub larger: Vec<Lanes>,
    /// Beds that came of it this year, by province.
    pub more_beds: Vec<Lanes>,
    /// Part of the beds asked for that finds patients this year.
    pub brake: Lanes,
}
