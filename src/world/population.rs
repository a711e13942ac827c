//! People, by province.

use crate::lanes::Lanes;
use bevy_ecs::prelude::Resource;

/// People in each province at the end of the year, and the age mix that drives bed use.
#[derive(Resource, Clone, Debug)]
pub struct Population {
    /// Persons by province.
    pub people: Vec<Lanes>,
    /// Share aged 60 and over, by province.
    pub share_60: Vec<Lanes>,
    /// Persons in the nation: the sum over provinces.
    pub nation: Lanes,
}

impl Population {
    /// Adds the provinces up.
    pub fn add_up(&mut self) {
        self.nation = self.people.iter().sum::<Lanes>();
    }
}
