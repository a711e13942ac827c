//! The order of a year is written down: two systems that touch the same data are never left to race,
//! and none changes its place unseen.

use bevy_ecs::prelude::*;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::scenario::Scenario;
use carecast::internals::year::{Model, Phase};

/// Systems that share data run as they were added, so that none is left to race; which comes first is a
/// decision about the model. It is written down here: one that moves is seen.
#[test]
fn the_order_of_a_year_is_the_one_written_down() {
    let (scenario, _) = Scenario::built_in("baseline").expect("built-in scenarios can be read");
    let prototype = Prototype::new(&scenario).expect("built-in scenarios can be run");
    let model = prototype.instantiate();
    let mut lines = Vec::new();
    for (phase, systems) in model.order() {
        lines.push(phase);
        let names = systems
            .iter()
            .map(|name| name.trim_start_matches("carecast::"));
        lines.extend(names.map(|name| format!("  {name}")));
    }
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("order", lines.join("\n"));
    });
}

/// Two that share data are really put in another order where they are added in another order.
#[test]
fn another_order_is_another_year() {
    let lived = |first: bool| {
        let mut model = Model::new();
        if first {
            model.add(Phase::Care, add);
        }
        model.add(Phase::Care, double);
        if !first {
            model.add(Phase::Care, add);
        }
        stock_with(model)
    };
    assert_eq!((lived(true), lived(false)), (2.0, 1.0));
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
