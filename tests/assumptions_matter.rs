//! No uncertain number is there for show: every row of the book of assumptions is read by a system
//! and, moved across its range, changes something that is published.

use crate::support::country::{asking, three_provinces};
use carecast::internals::base::{Assumption, Base, Distribution, Owner};
use carecast::internals::chance::assumed::Assumed;
use carecast::internals::engine::block::{self, BlockResult};
use carecast::internals::engine::layout::Layout;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::engine::{Options, live, run};
use carecast::internals::indicator::reach::reaches;
use carecast::internals::lanes::{Lanes, WIDTH};
use carecast::internals::scenario::{Scenario, Uncertainty};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Rows that no system of a year reads, and why.
const NOT_READ: &[(&str, &str)] = &[(
    "care.tile_km",
    "read once, where distances are made, and only for a centre without coordinates",
)];

/// Rows that change nothing in the built-in base, and why; each is shown to act elsewhere.
const ONLY_ELSEWHERE: &[(&str, &str)] = &[(
    "base.private_cap",
    "no province comes near it; it binds where private beds stand close together",
)];

/// Questions no built-in scenario asks: beds added to standing hospitals, teaching places, a campus
/// of a Central hospital, private owners drawn in, stations brought to standard, fees waived, check-ups, pay
/// and doctors for stations, lines, services and lists, hospitals that close.
const MORE: &str = r#"
    (id: "wards", payer: Provincial, do: Investment(amount: Level(900), money: Planned, split: (expansion: Share(1.0)))),
    (id: "places", payer: Ministry, do: Investment(amount: Level(900), money: Planned, split: (training_places: Share(1.0)))),
    (id: "cover", payer: Ministry, do: Initiative(indicator: "insurance_cover", cost: 900)),
    (id: "vaccines", payer: Ministry, do: Initiative(indicator: "immunisation_under_1", cost: 900)),
    (id: "growth", payer: Ministry, do: Initiative(indicator: "stunting_under_5", cost: 900)),
    (id: "long-life", payer: Ministry, do: Initiative(indicator: "life_expectancy", cost: 900)),
    (id: "records", payer: Ministry, do: Initiative(indicator: "people_with_e_record", cost: 900)),
    (id: "medical-records", payer: Ministry, do: Initiative(indicator: "facilities_with_emr", cost: 900)),
    (id: "renewed", payer: Ministry, do: Initiative(indicator: "facilities_invested", cost: 900)),
    (id: "birth-ratio", payer: Ministry, do: Initiative(indicator: "sex_ratio_at_birth", cost: 900)),
    (id: "flood", payer: Provincial, do: Investment(amount: Level(30000), money: Disbursed, split: (new_beds: Share(1.0)), allocation: List(["lai-chau"]))),
    (id: "grade-1", do: ReachMilestone(milestone: "lai-chau-grade-1", by: 2029, cost: 300)),
    (id: "pay", payer: Ministry, do: Incentives(employers: [Commune], points: 20, starting_pay: 0.5)),
    (id: "stations", do: CommuneDoctors(rotation: (doctors: 1000), scholarships: (places: 300))),
    (id: "campus", do: SecondCampus(hospital: "cho-ray", province: "dong-nai", beds: 500, opens: 2028)),
    (id: "owners", payer: Provincial, do: PrivateSector(openings: 2, size: 1.2)),
    (id: "standard", payer: Provincial, do: StationUpgrade(pace: Number(200))),
    (id: "fees", payer: Hospitals, do: FeeExemption(share: 0.5, contribution: [(2027, 0.054)])),
    (id: "checks", payer: Ministry, do: CheckUps(share: 0.4, groups: [Pupils, Workers])),
    (id: "lines", payer: Ministry, do: RemoteConsultation(share: 0.8)),
    (id: "closed", payer: Provincial, do: CloseHospital(hospitals: ["lai-chau-general", "lai-chau-regional-01"], year: 2027)),
    (id: "services", payer: Provincial, do: StationServices(share: 0.8)),
    (id: "lists", payer: Hospitals, do: FamilyMedicine(share: 0.5)),
"#;

/// Every shock in a year of its own: what each does is then felt.
const SHOCKS: &str = r#"assumptions: {"shock.storm_year": Fixed(2028), "shock.epidemic_year": Fixed(2029),
    "shock.freeze_year": Fixed(2030), "shock.exit_year": Fixed(2031)},"#;

/// The built-in scenarios in the order in which an effect is looked for, and one more.
fn scenarios() -> Vec<Scenario> {
    let names = [
        "baseline",
        "satellite",
        "transfer",
        "investment-high",
        "investment-low",
    ];
    let mut all: Vec<Scenario> = names
        .iter()
        .map(|name| Scenario::built_in(name).expect("built in").0)
        .collect();
    let mut more = asking(&Base::builtin(), SHOCKS, MORE);
    more.name = "more".into();
    all.push(more);
    all
}

/// The two ends an assumption is moved between: its 5th and 95th percentile, or its range.
fn ends(a: &Assumption) -> Option<(f64, f64)> {
    match (&a.distribution, a.range) {
        (Distribution::Profile(_), _) => None,
        // A shock that is put in no year, and in one.
        (Distribution::Fixed(_), _) if a.id.starts_with("shock.") && a.id.ends_with("_year") => {
            Some((0.0, 2030.0))
        }
        (Distribution::Fixed(_), Some(range)) => Some(range),
        // A published figure without a range: a twentieth either way.
        (Distribution::Fixed(v), None) => Some((0.95 * v, 1.05 * v)),
        (law, _) => Some((law.quantile(0.05), law.quantile(0.95))),
    }
}

/// All that is published of one future, bit for bit.
fn published(block: &BlockResult, lane: usize) -> Vec<u32> {
    let mut bits: Vec<u32> = Vec::new();
    for row in [&block.samples, &block.ledger, &block.costs] {
        bits.extend(
            row.iter()
                .skip(lane)
                .step_by(block.lanes)
                .map(|v| v.to_bits()),
        );
    }
    bits
}

/// Blocks of futures in which each of `ids` is held at its low and at its high end, sixteen at once, one
/// in each future of a block; the others stay at their medians, and both blocks have the same luck.
/// `told` says what moved between the two.
fn between_ends<'a, T: Send>(
    scenario: &Scenario,
    mode: Uncertainty,
    first: u32,
    ids: &[&'a Assumption],
    told: impl Fn(&Prototype, &Layout, &[&'a Assumption], [BlockResult; 2]) -> Vec<T> + Sync,
) -> Vec<T> {
    assert!(!mode.parameters(), "draws would replace what is held");
    let scenario = Scenario {
        uncertainty: mode,
        ..scenario.clone()
    };
    let prototype = Prototype::new(&scenario).expect("can be put into a world");
    let layout = Layout::of(&prototype);
    ids.par_chunks(WIDTH)
        .flat_map_iter(|chunk| {
            let mut model = prototype.instantiate();
            let mut lived = |end: fn((f64, f64)) -> f64| {
                let mut assumed = model.world.resource_mut::<Assumed>();
                for (lane, a) in chunk.iter().enumerate() {
                    // The other futures keep what the scenario says.
                    let own = scenario.base.assumptions.get(&a.id);
                    let own = own.map_or(&a.distribution, |own| &own.distribution);
                    let mut values = Lanes::splat(own.quantile(0.5));
                    values.set(lane, end(ends(a).expect("profiles are moved otherwise")));
                    assumed.hold(&a.id, values);
                }
                block::live(&mut model, &prototype, &layout, first, WIDTH, false)
                    .expect("the laws hold")
            };
            let both = [lived(|e| e.0), lived(|e| e.1)];
            told(&prototype, &layout, chunk, both)
        })
        .collect()
}

/// Which of `ids` change something between their ends.
fn moved<'a>(
    scenario: &Scenario,
    mode: Uncertainty,
    first: u32,
    ids: &[&'a Assumption],
) -> Vec<&'a str> {
    between_ends(scenario, mode, first, ids, |_, _, chunk, [low, high]| {
        let lanes = chunk.iter().enumerate();
        lanes
            .filter(|(lane, _)| published(&low, *lane) != published(&high, *lane))
            .map(|(_, a)| a.id.as_str())
            .collect()
    })
}

/// Whether two laws of one assumption give different futures, sixteen of them.
fn differs(scenario: &Scenario, mode: Uncertainty, id: &str, laws: [Distribution; 2]) -> bool {
    let futures = laws.map(|law| {
        let mut scenario = Scenario {
            uncertainty: mode,
            ..scenario.clone()
        };
        let book = &mut Arc::make_mut(&mut scenario.base).assumptions;
        let at = book.position(id).expect("in the book");
        book.all[at].distribution = law;
        let prototype = Prototype::new(&scenario).expect("can be put into a world");
        let layout = Layout::of(&prototype);
        let options = Options {
            threads: None,
            replicates: 0..WIDTH as u32,
            width: WIDTH,
            ..Options::of(&scenario)
        };
        let (blocks, _) = live(&prototype, &layout, &options, &|_, _| true).expect("the laws hold");
        (0..WIDTH)
            .map(|lane| published(&blocks[0], lane))
            .collect::<Vec<_>>()
    });
    futures[0] != futures[1]
}

#[test]
fn every_assumption_is_read_by_a_system() {
    let base = Base::builtin();
    let mut read = vec![false; base.assumptions.all.len()];
    let mut by_scenario: BTreeMap<String, usize> = BTreeMap::new();
    for scenario in scenarios() {
        let options = Options {
            replicates: 0..4,
            ..Options::of(&scenario)
        };
        let found = run(&scenario, &options, &|_, _| true).expect("the laws hold");
        for (row, known) in found.assumptions.iter().zip(&mut read) {
            *known |= row.read;
        }
        let count = found.assumptions.iter().filter(|a| a.read).count();
        by_scenario.insert(scenario.name.clone(), count);
    }
    println!("{by_scenario:?} of {}", read.len());
    let unread: BTreeSet<&str> = base
        .assumptions
        .all
        .iter()
        .zip(&read)
        .filter(|(_, read)| !**read)
        .map(|(a, _)| a.id.as_str())
        .collect();
    let expected: BTreeSet<&str> = NOT_READ.iter().map(|(id, _)| *id).collect();
    assert_eq!(unread, expected);
}

#[test]
fn every_assumption_moved_across_its_range_changes_an_output() {
    let base = Base::builtin();
    let excused: Vec<&str> = NOT_READ.iter().map(|(id, _)| *id).collect();
    let mut left: Vec<&Assumption> = base
        .assumptions
        .all
        .iter()
        .filter(|a| !excused.contains(&a.id.as_str()))
        .collect();
    let total = left.len();
    let scenarios = scenarios();
    let started = std::time::Instant::now();

    // Expected counts first, then drawn ones with a few replicates: what acts on events only.
    let tries = [
        (Uncertainty::None, 0),
        (Uncertainty::Process, 0),
        (Uncertainty::Process, 32),
    ];
    for (mode, first) in tries {
        for scenario in &scenarios {
            let ids: Vec<&Assumption> =
                left.iter().copied().filter(|a| ends(a).is_some()).collect();
            let found = moved(scenario, mode, first, &ids);
            left.retain(|a| !found.contains(&a.id.as_str()));
            println!(
                "{mode:?} from {first}, {}: {} move something, {} left, {:?}",
                scenario.name,
                found.len(),
                left.len(),
                started.elapsed()
            );
        }
    }
    // Then both layers: caps that bind only where something else is large, spreads that scale other
    // draws; and profiles, which are no single number.
    left.retain(|a| {
        let laws = match (&a.distribution, ends(a)) {
            (Distribution::Profile(shares), _) => {
                let mut turned = shares.clone();
                turned.reverse();
                [
                    Distribution::Profile(shares.clone()),
                    Distribution::Profile(turned),
                ]
            }
            (_, Some((low, high))) => [Distribution::Fixed(low), Distribution::Fixed(high)],
            (_, None) => unreachable!("only profiles have no ends"),
        };
        let modes = [Uncertainty::None, Uncertainty::Both];
        let where_ = modes
            .iter()
            .find(|mode| differs(&scenarios[0], **mode, &a.id, laws.clone()));
        println!("{}: {where_:?}", a.id);
        where_.is_none()
    });
    // These act where results are made alone: on prices, on what is left of things, and on what is
    // published of provinces.
    let names: BTreeSet<&str> = left.iter().map(|a| a.id.as_str()).collect();
    let mut expected = BTreeSet::from([
        "cost.inflation",
        "cost.discount",
        "life.building",
        "life.equipment",
        "observation_sd.beds",
        "observation_sd.doctors",
        "observation_sd.nurses",
    ]);
    expected.extend(ONLY_ELSEWHERE.iter().map(|(id, _)| *id));
    assert_eq!(names, expected, "of {total}");
    println!("{:?}", started.elapsed());
}

/// Indicators of which an assumption moved across its range changes a number, in one future of a block.
fn moves_of<'a>(
    scenario: &Scenario,
    mode: Uncertainty,
    ids: &[&'a Assumption],
) -> BTreeSet<(&'a str, String)> {
    let all = between_ends(scenario, mode, 0, ids, |prototype, layout, chunk, both| {
        let mut moved = Vec::new();
        for (lane, a) in chunk.iter().enumerate() {
            for (i, indicator) in prototype.indicators.iter().enumerate() {
                let first = layout.first_series[i];
                let next = layout.first_series.get(i + 1).copied();
                let next = next.unwrap_or(layout.series);
                let [low, high] = both.each_ref().map(|block| -> Vec<u32> {
                    (layout.cell(first, 0)..layout.cell(next, 0))
                        .map(|cell| block.samples[cell * block.lanes + lane].to_bits())
                        .collect()
                });
                if low != high {
                    moved.push((a.id.as_str(), indicator.info.id.clone()));
                }
            }
        }
        moved
    });
    all.into_iter().collect()
}

#[test]
fn what_an_assumption_moves_is_among_what_it_is_said_to_reach() {
    let base = Base::builtin();
    let all = base.assumptions.all.iter();
    let ids: Vec<&Assumption> = all.filter(|a| ends(a).is_some()).collect();
    let mut not_said = BTreeSet::new();
    let mut seen = 0;
    for scenario in scenarios() {
        let prototype = Prototype::new(&scenario).expect("can be put into a world");
        for (id, moved) in moves_of(&scenario, Uncertainty::Process, &ids) {
            seen += 1;
            let indicator = prototype.indicators.iter().find(|i| i.info.id == moved);
            let indicator = indicator.expect("just read");
            if !reaches(id, indicator, &scenario.base, scenario.staffing_gate) {
                not_said.insert((id, moved));
            }
        }
    }
    assert!(seen > 1000, "{seen}");
    assert!(not_said.is_empty(), "{not_said:?}");
}

#[test]
fn inflation_and_discount_change_published_costs() {
    let costs = |id: &str, value: f64| {
        let (mut scenario, _) = Scenario::built_in("baseline").expect("built in");
        let book = &mut Arc::make_mut(&mut scenario.base).assumptions;
        let at = book.position(id).expect("in the book");
        book.all[at].distribution = Distribution::Fixed(value);
        let options = Options {
            replicates: 0..1,
            ..Options::of(&scenario)
        };
        let found = run(&scenario, &options, &|_, _| true).expect("the laws hold");
        let sum = |of: fn(&carecast::internals::results::CostRow) -> f64| -> f64 {
            found.costs.iter().map(of).sum()
        };
        (
            sum(|c| c.constant),
            sum(|c| c.nominal),
            sum(|c| c.discounted),
        )
    };
    let base = Base::builtin();
    let of = |id: &str| {
        let (low, high) = ends(base.assumptions.get(id).expect("in the book")).expect("numbers");
        (costs(id, low), costs(id, high))
    };
    let (low, high) = of("cost.inflation");
    assert!(low.0 == high.0 && low.1 < high.1 && low.2 == high.2);
    let (low, high) = of("cost.discount");
    assert!(low.0 == high.0 && low.1 == high.1 && low.2 > high.2);
}

#[test]
fn the_private_cap_binds_where_private_beds_stand_close_together() {
    let mut base = three_provinces();
    base.facilities
        .retain(|f| f.owner != Owner::Private || f.code.starts_with("north-mark"));
    // Projects and transfers name hospitals by position.
    let kept = three_provinces();
    for project in &mut base.projects {
        let code = &kept.facilities[project.facility].code;
        project.facility = base
            .facilities
            .iter()
            .position(|f| f.code == *code)
            .expect("public");
    }
    for transfer in &mut base.transfers {
        let code = &kept.facilities[transfer.facility].code;
        transfer.facility = base
            .facilities
            .iter()
            .position(|f| f.code == *code)
            .expect("public");
    }
    let (low, high) = ends(
        base.assumptions
            .get("base.private_cap")
            .expect("in the book"),
    )
    .expect("a range");
    let scenario = asking(&Arc::new(base), "", "");
    let laws = [Distribution::Fixed(low), Distribution::Fixed(high)];
    assert!(differs(
        &scenario,
        Uncertainty::None,
        "base.private_cap",
        laws
    ));
}

#[test]
fn tiles_give_distances_where_a_centre_has_no_coordinates() {
    let base = three_provinces();
    assert!(base.provinces.iter().any(|p| p.centre.is_none()));
    assert!(Base::builtin().provinces.iter().all(|p| p.centre.is_some()));
    // Another host of Central hospitals than port-saint is needed for distance to matter: there is one.
    let scenario = asking(&Arc::new(base), "", "");
    let laws = [Distribution::Fixed(60.0), Distribution::Fixed(200.0)];
    assert!(differs(&scenario, Uncertainty::None, "care.tile_km", laws));
}

#[test]
fn an_assumption_nobody_reads_would_be_found() {
    // The test above can fail: a row that is only written down changes nothing.
    let mut base = three_provinces();
    let mut idle = base.assumptions.all[0].clone();
    idle.id = "idle.row".into();
    base.assumptions.all.push(idle);
    let scenario = asking(&Arc::new(base), "", "");
    let row = scenario
        .base
        .assumptions
        .get("idle.row")
        .expect("just added")
        .clone();
    let known = scenario
        .base
        .assumptions
        .get("post.match")
        .expect("in the book")
        .clone();
    let found = moved(&scenario, Uncertainty::None, 0, &[&row, &known]);
    assert_eq!(found, ["post.match"]);
}
