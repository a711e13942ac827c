//! A world at its base year, lived year by year; the laws hold in every one.

#![allow(dead_code)]

use carecast::internals::engine::block;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::lanes::WIDTH;
use carecast::internals::scenario::Scenario;
use carecast::internals::units::Year;
use carecast::internals::world::country::Clock;
use carecast::internals::world::ledger::Laws;
use carecast::internals::year::Model;

/// A world at the base year, of sixteen futures from `first` on.
pub fn world(scenario: &Scenario, first: u32) -> Model {
    let prototype = Prototype::new(scenario).expect("a checked scenario can be put into a world");
    let mut model = prototype.instantiate();
    block::begin(&mut model, &prototype, first, WIDTH);
    model
}

pub fn live_year(model: &mut Model, year: i32) {
    let base = model.world.resource::<Clock>().base;
    let year = Year(year);
    model.world.insert_resource(Clock { base, year });
    model.live_year();
    assert_eq!(model.world.resource::<Laws>().violation, None, "{year}");
}

/// Lives on to the end of a year.
pub fn live_to(model: &mut Model, last: i32) {
    for year in model.world.resource::<Clock>().year.0 + 1..=last {
        live_year(model, year);
    }
}
