//! What the tables state of the end of the base year is what futures begin with: single figures in
//! every one, ranges in 80 of 100 around their value, hospitals known one by one as published.

use crate::support::country::three_provinces;
use crate::support::step::world;
use carecast::internals::base::stock::{Contradiction, Stock, deviation};
use carecast::internals::base::{Base, Ranged};
use carecast::internals::engine::block;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::lanes::WIDTH;
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::from_text;
use carecast::internals::world::country::Index;
use carecast::internals::world::facility::{BedBoard, BuiltBeds, StationBoard};
use carecast::internals::world::staff::StaffBoard;
use std::sync::Arc;

/// Futures asked; the shares of ranges then err by 0.8 of a point.
const FUTURES: u32 = 5_120;

fn question(base: Arc<Base>, uncertainty: &str) -> Scenario {
    let text = format!(
        "(title: \"T\", base: \"any\", uncertainty: {uncertainty}, policies: [], targets: Only([(indicator: \"beds_per_10k\", at_least: 31, by: 2030)]))"
    );
    match from_text("test.ron", &text, base) {
        Ok((scenario, _)) => scenario,
        Err(rejected) => panic!("{:#?}", rejected.problems.all),
    }
}

/// Each figure of the base year in many futures: `[figure][future]`.
fn lived(
    scenario: &Scenario,
    read: impl Fn(&mut carecast::internals::year::Model, usize) -> Vec<f64>,
) -> Vec<Vec<f64>> {
    let prototype = Prototype::new(scenario).expect("a checked scenario can be put into a world");
    let mut model = prototype.instantiate();
    let mut all: Vec<Vec<f64>> = Vec::new();
    for first in (0..FUTURES).step_by(WIDTH) {
        block::begin(&mut model, &prototype, first, WIDTH);
        for lane in 0..WIDTH {
            for (at, value) in read(&mut model, lane).into_iter().enumerate() {
                if all.len() <= at {
                    all.push(Vec::new());
                }
                all[at].push(value);
            }
        }
    }
    all
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    0.5 * (sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2])
}

/// What is wrong with the futures of a stated figure.
fn fault(what: &str, stated: Ranged, futures: &[f64]) -> Option<String> {
    let middle = median(futures);
    if stated.low == stated.high {
        let all = futures.iter().all(|v| *v == stated.central);
        return (!all).then(|| format!("{what} is not {} in every future", stated.central));
    }
    let inside = futures
        .iter()
        .filter(|v| (stated.low..=stated.high).contains(*v))
        .count();
    let share = inside as f64 / futures.len() as f64;
    let good = (middle - stated.central).abs() <= 0.5 && (share - 0.8).abs() <= 0.03;
    (!good).then(|| {
        format!(
            "{what}: median {middle} of {}, {share:.3} inside",
            stated.central
        )
    })
}

fn holds(base: Base) {
    let base = Arc::new(base);
    let scenario = question(base.clone(), "both");
    let n = base.provinces.len();
    let beds = lived(&scenario, |model, lane| {
        let board = model.world.resource::<BedBoard>();
        let beds = (0..n).map(|p| board.built[p].values().map(|b| b.get(lane)).sum());
        let mut found: Vec<f64> = beds.collect();
        found.push(found.iter().sum());
        found
    });
    let mut faults = Vec::new();
    for (p, province) in base.provinces.iter().enumerate() {
        faults.extend(fault(
            &format!("beds of {}", province.code),
            province.beds,
            &beds[p],
        ));
    }
    let whole = |ratio: f64| (ratio * base.population() / 1e4 + 0.5).floor();
    let nation = Ranged::single(whole(base.beds_per_10k));
    faults.extend(fault("beds of the nation", nation, &beds[n]));
    for (o, occupation) in base.occupations.iter().enumerate() {
        let heads = lived(&scenario, |model, lane| {
            let board = model.world.resource::<StaffBoard>();
            let heads = (0..n).map(|p| board.heads[o][p].values().map(|h| h.get(lane)).sum());
            let mut found: Vec<f64> = heads.collect();
            found.push(found.iter().sum());
            found
        });
        for (p, province) in base.provinces.iter().enumerate() {
            if let Some(stated) = province.staff[o] {
                let what = format!("{} of {}", occupation.plural, province.code);
                faults.extend(fault(&what, stated, &heads[p]));
            }
        }
        if let Some(stated) = occupation.national() {
            let nation = stated.times(base.population() / 1e4);
            let single = stated.low == stated.high;
            let nation = if single {
                Ranged::single(whole(stated.central))
            } else {
                nation
            };
            faults.extend(fault(&occupation.plural, nation, &heads[n]));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_shipped_base_year_is_that_of_its_tables() {
    holds(Base::builtin().as_ref().clone());
}

#[test]
fn the_base_year_of_the_made_up_country_is_that_of_its_tables() {
    holds(three_provinces());
}

#[test]
fn single_figures_hold_in_every_future_beside_ranges() {
    let mut base = three_provinces();
    base.provinces[0].beds = Ranged::single(base.provinces[0].beds.central);
    for p in [1, 2] {
        let beds = &mut base.provinces[p].beds;
        *beds = Ranged::with(
            beds.central,
            Some((beds.central - 150.0, beds.central + 150.0)),
        );
        let doctors = base.provinces[p].staff[0].as_mut().expect("stated");
        *doctors = Ranged::single(doctors.central);
    }
    let north = base.provinces[0].staff[0].as_mut().expect("stated");
    *north = Ranged::single(north.central);
    holds(base);
}

#[test]
fn a_nation_with_a_range_moves_with_its_provinces() {
    let mut base = three_provinces();
    base.occupations[1].national_range = Some((19.0, 21.0));
    holds(base);
}

#[test]
fn hospitals_known_one_by_one_have_their_published_beds_in_every_future() {
    for base in [Base::builtin().as_ref().clone(), three_provinces()] {
        let base = Arc::new(base);
        for mode in ["both", "none", "process", "parameters"] {
            let scenario = question(base.clone(), mode);
            for first in [0, 160] {
                let model = world(&scenario, first);
                let index = model.world.resource::<Index>();
                let mut known = 0;
                for (facility, entity) in base.facilities.iter().zip(&index.hospitals) {
                    let Some(entity) = entity.filter(|_| facility.beds_known) else {
                        continue;
                    };
                    known += 1;
                    let beds = model
                        .world
                        .get::<BuiltBeds>(entity)
                        .expect("hospitals have beds");
                    for lane in 0..WIDTH {
                        let found = beds.now.get(lane);
                        assert_eq!(found, facility.beds, "{} {mode}", facility.code);
                    }
                }
                assert_eq!(
                    known,
                    base.facilities.iter().filter(|f| f.beds_known).count()
                );
            }
        }
    }
}

#[test]
fn stations_are_those_of_the_list() {
    let base = Arc::new(three_provinces());
    let model = world(&question(base.clone(), "both"), 0);
    assert_eq!(model.world.resource::<StationBoard>().with_four.len(), 3);
    let listed = base.facilities.iter().filter(|f| f.specialty == "station");
    let stations = &model
        .world
        .resource::<carecast::internals::world::country::Country>()
        .stations;
    assert_eq!(stations.iter().sum::<f64>(), listed.count() as f64);
}

/// The variance a law gives a unit, from its own parts.
fn variance(stock: &Stock, p: usize) -> f64 {
    let n = stock.centre.len();
    // Weight of each unit's score in the distance of unit p, and of the nation's.
    let mut weights = vec![0.0; n];
    for q in 0..n {
        weights[q] -= stock.closes[p] * stock.own[q];
        weights[stock.leader] += stock.closes[p] * stock.common[q];
    }
    weights[p] += stock.own[p];
    weights[stock.leader] -= stock.common[p];
    let nation = stock.closes[p] * stock.nation;
    weights.iter().map(|w| w * w).sum::<f64>() + nation * nation
}

#[test]
fn every_range_that_can_hold_has_the_width_it_states() {
    let ranged = |value: f64, half: f64| Ranged::with(value, Some((value - half, value + half)));
    for (nation, halves) in [
        (0.0, vec![10.0, 10.0]),
        (0.0, vec![30.0, 20.0, 25.0]),
        (0.0, vec![30.0, 20.0, 24.0, 5.0]),
        (0.0, vec![60.0, 20.0, 24.0, 30.0]),
        (0.0, vec![73.9, 20.0, 24.0, 30.0]),
        (12.0, vec![30.0, 20.0, 25.0]),
        (70.0, vec![30.0, 20.0, 25.0]),
        (40.0, vec![30.0, 20.0, 25.0]),
        (12.0, vec![60.0, 20.0, 24.0, 30.0]),
        (0.0, vec![30.0, 0.0, 24.0, 20.0]),
    ] {
        let units: Vec<_> = halves
            .iter()
            .map(|half| {
                Some(if *half > 0.0 {
                    ranged(1000.0, *half)
                } else {
                    Ranged::single(1000.0)
                })
            })
            .collect();
        let total = 1000.0 * units.len() as f64;
        let all = if nation > 0.0 {
            ranged(total, nation)
        } else {
            Ranged::single(total)
        };
        let zero = vec![0.0; units.len()];
        let stock = Stock::new(all, &units, &zero, &zero).expect("can hold");
        assert!(
            (stock.closes.iter().sum::<f64>() - 1.0).abs() < 1e-9,
            "{stock:?}"
        );
        for (p, unit) in units.iter().flatten().enumerate() {
            let sd = deviation(*unit).expect("the value lies inside");
            let found = variance(&stock, p).sqrt();
            assert!(
                (found - sd).abs() < 1e-6,
                "{nation} {halves:?}: {found} {sd}"
            );
        }
    }
}

#[test]
fn figures_that_cannot_hold_together_are_refused() {
    let ranged =
        |value: f64, half: f64| Some(Ranged::with(value, Some((value - half, value + half))));
    let zero = vec![0.0; 3];
    let told = |nation: Ranged, units: [Option<Ranged>; 3], known: &[f64]| {
        Stock::new(nation, &units, &zero, known).expect_err("cannot hold")
    };
    let nation = Ranged::single(300.0);
    let wide = told(
        nation,
        [
            ranged(100.0, 50.0),
            ranged(100.0, 20.0),
            ranged(100.0, 20.0),
        ],
        &zero,
    );
    assert!(
        matches!(wide, Contradiction::TooWide { unit: 0, .. }),
        "{wide:?}"
    );
    let alone = told(
        nation,
        [
            ranged(100.0, 5.0),
            Some(Ranged::single(100.0)),
            Some(Ranged::single(100.0)),
        ],
        &zero,
    );
    assert!(
        matches!(alone, Contradiction::TooWide { unit: 0, .. }),
        "{alone:?}"
    );
    let sum = told(
        nation,
        [ranged(100.0, 5.0), ranged(100.0, 5.0), ranged(110.0, 5.0)],
        &zero,
    );
    assert!(matches!(sum, Contradiction::Sum { .. }), "{sum:?}");
    let apart = told(
        Ranged::with(300.0, Some((250.0, 350.0))),
        [
            ranged(100.0, 10.0),
            ranged(100.0, 10.0),
            ranged(100.0, 10.0),
        ],
        &zero,
    );
    assert!(
        matches!(apart, Contradiction::NationTooWide { .. }),
        "{apart:?}"
    );
    let end = told(
        nation,
        [
            Some(Ranged::with(100.0, Some((100.0, 120.0)))),
            ranged(100.0, 10.0),
            ranged(100.0, 10.0),
        ],
        &zero,
    );
    assert_eq!(end, Contradiction::AtItsEnd { unit: Some(0) });
    let known = told(
        nation,
        [
            ranged(100.0, 10.0),
            ranged(100.0, 10.0),
            ranged(100.0, 10.0),
        ],
        &[95.0, 0.0, 0.0],
    );
    assert!(
        matches!(known, Contradiction::KnownIsMore { unit: 0, .. }),
        "{known:?}"
    );
}
