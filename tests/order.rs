//! The order of a year is written down: two systems that touch the same data are never left to race.

use bevy_ecs::prelude::*;
use carecast::engine::prototype::Prototype;
use carecast::scenario::Scenario;
use carecast::scenario::file::BUILT_IN;
use carecast::world::country::Clock;
use carecast::year::{Model, Phase};

#[test]
fn every_pair_of_systems_that_shares_data_has_an_order() {
    for (name, _) in BUILT_IN {
        let (scenario, _) = Scenario::built_in(name).expect("built-in scenarios can be read");
        let prototype = Prototype::new(&scenario).expect("built-in scenarios can be run");
        let mut model = prototype.instantiate();
        model.refuse_races();
        model.restore();
        model.world.insert_resource(Clock {
            base: scenario.base.year,
            year: scenario.first,
        });
        model.live_year();
    }
}

#[derive(Resource, Default)]
struct Stock(f64);

fn add(mut stock: ResMut<Stock>) {
    stock.0 += 1.0;
}

fn double(mut stock: ResMut<Stock>) {
    stock.0 *= 2.0;
}

fn stock_with(mut model: Model) -> f64 {
    model.world.init_resource::<Stock>();
    model.refuse_races();
    model.live_year();
    model.world.resource::<Stock>().0
}

#[test]
#[should_panic(expected = "ambig")]
fn two_systems_in_one_place_are_refused() {
    let mut model = Model::new();
    model.add(Phase::Care, (add, double));
    stock_with(model);
}

#[test]
fn systems_run_by_phase_and_then_in_the_order_they_were_added() {
    let mut model = Model::new();
    model.add(Phase::Measure, double);
    model.add(Phase::Draw, add);
    model.add(Phase::Draw, double);
    assert_eq!(stock_with(model), 4.0);
}
