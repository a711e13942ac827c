//! Corners of the rules that ordinary plans do not reach, worked out by hand in the made-up country.

use crate::support::country::{asking, held, three_provinces};
use crate::support::step;
use crate::support::step::{live_to, live_year};
use carecast::internals::base::{Base, Distribution, Level, Owner};
use carecast::internals::chance::assumed::Assumed;
use carecast::internals::engine::block;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::lanes::{Lanes, WIDTH};
use carecast::internals::rules::long_run;
use carecast::internals::scenario::Scenario;
use carecast::internals::units::{Payer, Year};
use carecast::internals::world::care::CareBoard;
use carecast::internals::world::country::Index;
use carecast::internals::world::decisions::Decisions;
use carecast::internals::world::facility::{BedBoard, Group, StationBoard, Tier};
use carecast::internals::world::ledger::{BedCause, Ledger, PeopleCause};
use carecast::internals::world::money::{Costs, Works};
use carecast::internals::world::population::Population;
use carecast::internals::world::shocks::Stress;
use carecast::internals::world::staff::{Employer, Entrants, StaffBoard};
use carecast::internals::world::tracked::{MilestoneBoard, TrackedBoard};
use carecast::internals::year::Model;
use std::sync::Arc;

/// Positions in the made-up country.
const NORTH_MARK: usize = 0;
const PORT_SAINT: usize = 1;
const EAST_VALE: usize = 2;

/// A world at the base year, its assumptions held at values.
fn world(base: Base, mode: &str, values: &[(&str, f64)], policies: &str) -> Model {
    step::world(&held(base, mode, values, policies), 0)
}

#[track_caller]
fn near(got: f64, hand: f64) {
    assert!(
        (got - hand).abs() <= 1e-9 * hand.abs().max(1e-3),
        "{got} and {hand}"
    );
}

fn paid(model: &Model, policy: usize, payer: Payer) -> f64 {
    model.world.resource::<Costs>().by_policy[policy][payer]
        .0
        .get(0)
}

fn booked(model: &Model, province: usize, cause: BedCause) -> Lanes {
    model.world.resource::<Ledger>().beds[province][cause]
}

#[test]
fn a_new_host_of_central_patients_is_as_full_as_the_others_together() {
    // Crowding sends patients back in full proportion, so every host keeps its fullness of the base.
    let values = [
        ("care.referral_crowding", 1.0),
        ("pipe.campus_delay_mean", 0.0),
    ];
    let mut base = three_provinces();
    base.transfers.clear();
    for hospital in &mut base.facilities {
        if hospital.province == NORTH_MARK && hospital.level == Level::Central {
            hospital.beds = 0.0;
        }
    }
    let campus = r#"(id: "c", from: 2025, do: SecondCampus(hospital: "royal-hospital", province: "north-mark", beds: 300, opens: 2025))"#;
    let mut model = world(base, "none", &values, campus);
    let before = model.world.resource::<CareBoard>().central_base.clone();
    assert_eq!(before[NORTH_MARK].get(0), 0.0);
    live_to(&mut model, 2026);
    let care = model.world.resource::<CareBoard>();
    let beds = model.world.resource::<BedBoard>();
    let (mut full, mut all) = (0.0, 0.0);
    for p in [PORT_SAINT, EAST_VALE] {
        near(care.occupancy[p][Group::Central].get(0), before[p].get(0));
        full += before[p].get(0) * beds.built[p][Group::Central].get(0);
        all += beds.built[p][Group::Central].get(0);
    }
    assert!(beds.built[NORTH_MARK][Group::Central].get(0) > 200.0);
    near(
        care.occupancy[NORTH_MARK][Group::Central].get(0),
        full / all,
    );
}

#[test]
fn money_for_a_level_without_hospitals_builds_at_the_other_level() {
    let opened = |without: Level| {
        let mut base = three_provinces();
        base.projects.clear();
        base.milestones.clear();
        for f in &mut base.facilities {
            let there =
                f.province == NORTH_MARK && f.owner == Owner::Province && f.level == without;
            if there {
                f.level = match without {
                    Level::Regional => Level::Provincial,
                    _ => Level::Regional,
                };
            }
        }
        let mut model = world(base, "none", &[], "");
        let (mut bought, mut opened) = (0.0, 0.0);
        for year in 2025..=2034 {
            live_to(&mut model, year);
            bought += model.world.resource::<Works>().bought_provincial[NORTH_MARK]
                .values()
                .map(|beds| beds.get(0))
                .sum::<f64>();
            opened += booked(&model, NORTH_MARK, BedCause::ProvincialMoney).get(0);
        }
        let works = model.world.resource::<Works>();
        for orders in works.provincial[NORTH_MARK].values() {
            assert_eq!(
                orders.due.get(0),
                0.0,
                "no bed is due and has nowhere to stand"
            );
        }
        (bought, opened)
    };
    let (bought, both) = opened(Level::Commune);
    for without in [Level::Regional, Level::Provincial] {
        let (same, opened) = opened(without);
        // Where beds stand moves the shares of money a little.
        assert!((same - bought).abs() < 0.02 * bought, "{same} and {bought}");
        assert!((opened - both).abs() < 0.02 * both, "{opened} and {both}");
    }
}

#[test]
fn beds_without_a_place_to_stand_wait() {
    // No public hospital stands in the north, and no Central one anywhere.
    let mut base = three_provinces();
    base.transfers.clear();
    base.projects.clear();
    base.milestones.clear();
    for f in &mut base.facilities {
        if f.level == Level::Central {
            f.beds = 0.0;
        }
        let public = f.owner == Owner::Province && f.level != Level::Commune;
        if f.province == NORTH_MARK && public {
            f.owner = Owner::Private;
        }
    }
    let mut model = world(base, "none", &[], "");
    let mut last = [0.0; 3];
    for year in 2025..=2030 {
        live_to(&mut model, year);
        assert_eq!(
            booked(&model, NORTH_MARK, BedCause::ProvincialMoney).get(0),
            0.0
        );
        let works = model.world.resource::<Works>();
        let [provincial, regional] = works.provincial[NORTH_MARK].into_array();
        let due = [provincial.due, regional.due, works.central.due].map(|x| x.get(0));
        for (now, before) in due.into_iter().zip(last) {
            assert!(now > before, "{due:?} after {last:?}");
        }
        last = due;
    }
}

#[test]
fn a_province_without_stations_leaves_those_of_the_others_their_staff() {
    let stations = |keep: fn(usize) -> bool| {
        let mut base = three_provinces();
        base.facilities
            .retain(|f| f.level != Level::Commune || keep(f.province));
        let model = world(base, "none", &[("base.provincial_floor", 0.0)], "");
        let board = model.world.resource::<StaffBoard>();
        let doctors = board.heads[0]
            .iter()
            .map(|row| row[Employer::Commune].get(0));
        doctors.collect::<Vec<f64>>()
    };
    let all = stations(|_| true);
    let some = stations(|p| p != EAST_VALE);
    assert!(all.iter().all(|doctors| *doctors > 0.0));
    assert_eq!(some[EAST_VALE], 0.0);
    near(some.iter().sum(), all.iter().sum());
}

#[test]
fn a_followed_level_at_its_bound_starts_a_thousandth_of_the_way_off_it() {
    for (value, hand) in [(100.0, 99.9), (0.0, 0.1), (50.0, 50.0)] {
        let mut base = three_provinces();
        let i = base
            .tracked
            .iter()
            .position(|t| t.id == "schools_per_plan")
            .expect("it is followed");
        base.tracked[i].value = Some(value);
        let model = world(base, "none", &[], "");
        let board = model.world.resource::<TrackedBoard>();
        for reading in &board.reading[i] {
            near(reading.get(0), hand);
        }
    }
}

#[test]
fn a_milestone_of_a_project_is_reached_where_the_project_opens() {
    let mut base = three_provinces();
    // The other project of the province opens nothing.
    let other = base
        .projects
        .iter_mut()
        .find(|p| p.code == "royal-campus-2");
    other.expect("the project is listed").beds = 0.0;
    let milestone = base
        .milestones
        .iter()
        .position(|m| m.id == "new-east-vale")
        .expect("the milestone is listed");
    assert!(base.milestones[milestone].project.is_some());
    let mut model = world(base, "both", &[], "");
    let mut opened = [false; WIDTH];
    for year in 2025..=2034 {
        live_to(&mut model, year);
        let beds = booked(&model, EAST_VALE, BedCause::NamedProject);
        let done = model.world.resource::<MilestoneBoard>().done[milestone];
        for (lane, opened) in opened.iter_mut().enumerate() {
            *opened |= beds.get(lane) > 0.0;
            assert_eq!(
                done.get(lane),
                f64::from(u8::from(*opened)),
                "{year} {lane}"
            );
        }
    }
    assert!(opened.contains(&true), "it opens in some future");
}

#[test]
fn an_epidemic_and_a_storm_in_one_year_multiply() {
    let values = [
        ("shock.epidemic_year", 2026.0),
        ("shock.epidemic_beds", 0.1),
        ("shock.epidemic_demand", 0.2),
        ("shock.epidemic_diverted", 0.3),
        ("shock.storm_year", 2026.0),
        ("shock.storm_provinces", 1.0),
        ("shock.storm_beds", 0.25),
        ("shock.storm_demand", 0.5),
        ("shock.storm_diverted", 0.4),
    ];
    let mut model = world(three_provinces(), "none", &values, "");
    for (year, struck) in [(2025, false), (2026, true), (2027, false)] {
        live_to(&mut model, year);
        let stress = model.world.resource::<Stress>();
        let hand = |with: f64| if struck { with } else { 1.0 };
        for p in 0..3 {
            near(stress.usable[p].get(0), hand(0.9 * 0.75));
            near(stress.need[p].get(0), hand(1.2 * 1.5));
            near(stress.still_builds[p].get(0), hand(0.6));
        }
        near(stress.still_builds_everywhere.get(0), hand(0.7));
    }
}

#[test]
fn a_storm_strikes_the_provinces_that_are_named_and_no_other() {
    let base = three_provinces();
    let named = base.provinces[EAST_VALE].code.clone();
    let fields = format!(
        "uncertainty: both, storm_in: [\"{named}\"], assumptions: {{\"shock.storm_year\": Fixed(2026), \
         \"shock.storm_beds\": Fixed(0.25), \"shock.storm_demand\": Fixed(0.5)}},"
    );
    let mut model = step::world(&asking(&Arc::new(base), &fields, ""), 0);
    for (year, struck) in [(2025, false), (2026, true), (2027, false)] {
        live_to(&mut model, year);
        let stress = model.world.resource::<Stress>();
        for p in [NORTH_MARK, PORT_SAINT, EAST_VALE] {
            let here = struck && p == EAST_VALE;
            for future in 0..WIDTH {
                near(stress.usable[p].get(future), if here { 0.75 } else { 1.0 });
                near(stress.need[p].get(future), if here { 1.5 } else { 1.0 });
            }
        }
    }
}

#[test]
fn what_a_shock_turns_elsewhere_buys_nothing() {
    let policies = r#"
        (id: "a-own", payer: Ministry, from: 2025, do: Investment(amount: Multiple(1.5), money: Disbursed, split: (new_beds: Share(0.5), expansion: Rest))),
        (id: "b-provinces", payer: Provincial, from: 2025, do: Investment(amount: Level(60), money: Disbursed, split: (new_beds: Share(0.5), expansion: Rest))),
        (id: "c-stations", payer: Provincial, from: 2025, do: StationUpgrade(pace: Number(8), cost: 5)),
        (id: "d-private", payer: Provincial, from: 2025, do: PrivateSector(ppp: (money: 60, share: 0.5)))"#;
    let shocked = |policies: &str, shock: &[(&str, f64)]| {
        let mut values = vec![("priv.brake", 0.0)];
        values.extend(shock);
        let mut model = world(three_provinces(), "none", &values, policies);
        live_to(&mut model, 2025);
        let works = model.world.resource::<Works>();
        let provincial = works.bought_provincial.iter().flat_map(|row| row.values());
        (
            works.bought_central.get(0),
            provincial.map(|beds| beds.get(0)).sum::<f64>(),
            [1, 2, 3].map(|n| match policies {
                "" => 0.0,
                _ => paid(&model, n, Payer::Provincial),
            }),
        )
    };
    let pandemic = [
        ("shock.epidemic_year", 2025.0),
        ("shock.epidemic_diverted", 0.25),
    ];
    // Named projects are paid first, out of ordinary money: what policies add is shared alone.
    let (ordinary, ordinary_epidemic) = (shocked("", &[]).1, shocked("", &pandemic).1);
    let plain = shocked(policies, &[]);
    near(plain.2[0], 60.0);
    near(plain.2[1], 40.0);
    near(plain.2[2], 60.0);
    let epidemic = shocked(policies, &pandemic);
    near(epidemic.0, 0.75 * plain.0);
    near(epidemic.1 - ordinary_epidemic, 0.75 * (plain.1 - ordinary));
    assert_eq!(epidemic.2, plain.2);
    let storm = shocked(
        policies,
        &[
            ("shock.storm_year", 2025.0),
            ("shock.storm_provinces", 1.0),
            ("shock.storm_diverted", 0.25),
        ],
    );
    near(storm.0, plain.0);
    near(storm.1, 0.75 * plain.1);
    // A freeze holds back works that would begin and money for private owners.
    let freeze = shocked(
        policies,
        &[
            ("shock.freeze_year", 2025.0),
            ("shock.freeze_disbursed", 0.25),
        ],
    );
    near(freeze.2[1], 0.25 * plain.2[1]);
    near(freeze.2[2], 0.25 * plain.2[2]);
}

#[test]
fn a_wave_of_resignations_is_as_many_times_as_large_where_pay_is_raised() {
    let resigned = |shock: &[(&str, f64)], policy: &str| {
        let mut values = vec![("exit.burnout", 0.0), ("exit.shock_sd", 0.0)];
        values.extend(shock);
        let mut base = three_provinces();
        base.transfers.clear();
        let mut model = world(base, "none", &values, policy);
        live_to(&mut model, 2025);
        let ledger = model.world.resource::<Ledger>();
        -ledger.people[0][NORTH_MARK][PeopleCause::Left].get(0)
    };
    let wave = [("shock.exit_year", 2025.0), ("shock.exit_quits", 1.5)];
    let pay = r#"(id: "a", from: 2025, do: Incentives(employers: [Commune, Provincial, Central], points: 30))"#;
    let (plain, paid) = (resigned(&[], ""), resigned(&[], pay));
    let (waved, both) = (resigned(&wave, ""), resigned(&wave, pay));
    assert!(paid < plain && both < waved, "pay holds people");
    // What pay holds back grows with the wave, by as much as the wave adds among public staff.
    let held = (waved - both) / (plain - paid);
    assert!((held - 1.5).abs() < 0.02, "{held}");
}

#[test]
fn a_campus_is_paid_by_who_owns_its_home() {
    let owners = [
        ("royal-hospital", Payer::Ministry),
        ("north-mark-general", Payer::Provincial),
        ("north-mark-private-01", Payer::Private),
    ];
    for (home, payer) in owners {
        for (beds, whole) in [(100, 120.0), (0, 0.0)] {
            let policy = format!(
                "(id: \"c\", from: 2025, do: SecondCampus(hospital: \"{home}\", province: \"port-saint\", beds: {beds}, opens: 2026, cost: 120))"
            );
            let mut model = world(
                three_provinces(),
                "none",
                &[("capex.overrun", 1.25)],
                &policy,
            );
            let mut sum = 0.0;
            for year in 2025..=2028 {
                live_to(&mut model, year);
                let costs = model.world.resource::<Costs>().by_policy[0];
                let all: f64 = costs.values().map(|x| x.0.get(0)).sum();
                near(all, paid(&model, 0, payer));
                sum += all;
            }
            near(sum, 1.25 * whole);
        }
    }
}

/// What a bed costs: nothing is overrun but by a quarter.
const PRICES: &[(&str, f64)] = &[
    ("capex.overrun", 1.25),
    ("capex.unit_expansion", 2.0),
    ("capex.unit_central", 8.0),
    ("capex.unit_provincial", 4.0),
    ("capex.unit_regional", 3.2),
    ("capex.provincial_level_share", 0.6),
    ("priv.unit", 3.0),
];

#[test]
fn a_payers_money_buys_the_beds_of_its_kind() {
    let bought = |policies: &str| {
        let mut model = world(three_provinces(), "none", PRICES, policies);
        live_to(&mut model, 2025);
        let works = model.world.resource::<Works>();
        let sum = |row: &[Lanes]| row.iter().map(|x| x.get(0)).collect::<Vec<_>>();
        let level = |l: Tier| {
            let row = works.bought_provincial.iter();
            row.map(|levels| levels[l].get(0)).collect::<Vec<_>>()
        };
        (
            works.bought_central.get(0),
            [
                level(Tier::Provincial),
                level(Tier::Regional),
                sum(&works.bought_private),
            ],
            works.shares.iter().map(|s| s.get(0)).collect::<Vec<_>>(),
        )
    };
    let (central, plain, shares) = bought("");
    let split = "split: (new_beds: Share(0.5), expansion: Share(0.25), equipment: Rest)";

    // A private owner builds private beds, whatever they are called.
    let private = format!(
        "(id: \"p\", payer: Private, from: 2025, do: Investment(amount: Level(240), money: Disbursed, {split}))"
    );
    let (same, with, _) = bought(&private);
    near(same, central);
    for p in 0..3 {
        near(with[0][p], plain[0][p]);
        near(with[1][p], plain[1][p]);
        near(with[2][p] - plain[2][p], shares[p] * 0.75 * 240.0 / 3.0);
    }

    // Provinces build at both levels: 120 for new beds, 60 for beds in standing buildings at 2.5.
    let provinces = format!(
        "(id: \"p\", payer: Provincial, from: 2025, do: Investment(amount: Level(240), money: Disbursed, {split}))"
    );
    let (same, with, _) = bought(&provinces);
    near(same, central);
    for p in 0..3 {
        for (level, share, unit) in [(0, 0.6, 5.0), (1, 0.4, 4.0)] {
            let hand = shares[p] * share * (120.0 / unit + 60.0 / 2.5);
            near(with[level][p] - plain[level][p], hand);
        }
        near(with[2][p], plain[2][p]);
    }
}

#[test]
fn half_of_disbursed_money_more_is_half_of_what_is_spent_in_the_long_run() {
    let (plan, disbursed, carried) = (400.0, 0.8, 0.5);
    let values = [
        ("capex.moh_plan", plan),
        ("capex.disburse_central", disbursed),
        ("capex.carry_share", carried),
        ("capex.overrun", 1.25),
        ("capex.unit_expansion", 2.0),
        ("capex.unit_central", 8.0),
    ];
    let more = |policy: &str| {
        let mut model = world(three_provinces(), "none", &values, policy);
        live_to(&mut model, 2025);
        model
    };
    let steady = long_run(Lanes::splat(disbursed), Lanes::splat(carried)).get(0);
    let policy = |m: f64| {
        format!(
            "(id: \"m\", payer: Ministry, from: 2025, do: Investment(amount: Multiple({m}), money: Disbursed, split: (new_beds: Share(0.5), expansion: Share(0.25), equipment: Rest)))"
        )
    };
    let central = |model: &Model| model.world.resource::<Works>().bought_central.get(0);
    let without = central(&more(""));
    for m in [1.5, 0.75] {
        let with = more(&policy(m));
        let spent = (m - 1.0) * plan * steady;
        near(paid(&with, 0, Payer::Ministry), spent);
        // Own capital of the Ministry: Central beds at 10, beds in standing buildings at 2.5.
        let beds = 0.5 * spent / 10.0 + 0.25 * spent / 2.5;
        near(central(&with), (without + beds).max(0.0));
    }
}

#[test]
fn what_a_decision_is_for_is_there_when_its_work_is_over() {
    // In expectation and with certainty: the first year-end at which each product is there.
    let cases = [
        (
            r#"(id: "p", from: 2025, to: 2028, do: Initiative(indicator: "insurance_cover", cost: 20))"#,
            2028,
        ),
        // Thirty stations at eight a year, each ready within a year of its beginning.
        (
            r#"(id: "p", payer: Provincial, from: 2025, to: 2034, do: StationUpgrade(pace: Number(8), years: 1))"#,
            2029,
        ),
        // The last works begin in 2026.
        (
            r#"(id: "p", payer: Provincial, from: 2025, to: 2026, do: StationUpgrade(pace: Number(8), years: 1))"#,
            2027,
        ),
        (
            r#"(id: "p", payer: Provincial, from: 2025, to: 2028, do: Investment(amount: Level(40), money: Disbursed, split: (new_beds: Share(1.0))))"#,
            2028,
        ),
        (
            r#"(id: "p", payer: Provincial, from: 2025, to: 2027, do: PrivateSector(openings: 2))"#,
            2027,
        ),
        (
            r#"(id: "p", from: 2025, do: SatelliteHospitals(links: [
                (core: "royal-hospital", satellite: "east-vale-general", specialty: "general"),
                (core: "royal-hospital", satellite: "north-mark-general", specialty: "general", from: 2027)]))"#,
            2027,
        ),
        (
            r#"(id: "p", from: 2025, do: Incentives(employers: [Commune], points: 10))"#,
            2025,
        ),
        // Nothing is paid, so nothing is in force.
        (
            r#"(id: "p", from: 2025, do: Incentives(employers: [Commune], points: 0))"#,
            2100,
        ),
        // One year late at the median.
        (
            r#"(id: "p", from: 2025, do: ReachMilestone(milestone: "north-mark-grade-1", by: 2028, cost: 40))"#,
            2029,
        ),
    ];
    for (policy, first) in cases {
        let mut model = world(
            three_provinces(),
            "none",
            &[("pipe.delay_mean", 0.0)],
            policy,
        );
        for year in 2025..=2033 {
            live_to(&mut model, year);
            let done = model.world.resource::<Decisions>().done(0).get(0);
            assert_eq!(done, f64::from(u8::from(year >= first)), "{year} {policy}");
        }
    }
}

#[test]
fn two_rotations_lend_no_doctor_twice() {
    // Far more are asked for than the province has: the first takes them all, none is left to lend.
    let lend = |id: &str| {
        format!(
            "(id: \"{id}\", from: 2025, do: CommuneDoctors(provinces: [\"north-mark\"], rotation: (doctors: 100000, months: 12)))"
        )
    };
    let rotated = |policies: &str| {
        let mut base = three_provinces();
        base.transfers.clear();
        let mut model = world(base, "none", &[], policies);
        let hospitals =
            model.world.resource::<StaffBoard>().heads[0][NORTH_MARK][Employer::Provincial].get(0);
        live_to(&mut model, 2025);
        let levers = model
            .world
            .resource::<carecast::internals::world::staff::StaffLevers>();
        (levers.rotated[NORTH_MARK].get(0), hospitals)
    };
    let (one, hospitals) = rotated(&lend("a"));
    assert!(one > 0.0 && one <= hospitals, "{one} of {hospitals}");
    let (two, _) = rotated(&format!("{}, {}", lend("a"), lend("b")));
    near(two, one);
}

#[test]
fn beds_a_storm_takes_leave_the_others_fuller() {
    let occupancy = |shock: &[(&str, f64)]| {
        let mut values = vec![("care.referral_crowding", 0.0)];
        values.extend(shock);
        let mut model = world(three_provinces(), "none", &values, "");
        live_to(&mut model, 2025);
        let care = model.world.resource::<CareBoard>();
        care.occupancy
            .iter()
            .flat_map(|row| row.values())
            .map(|x| x.get(0))
            .collect::<Vec<_>>()
    };
    let plain = occupancy(&[]);
    let storm = occupancy(&[
        ("shock.storm_year", 2025.0),
        ("shock.storm_provinces", 1.0),
        ("shock.storm_beds", 0.25),
        ("shock.storm_demand", 0.0),
        ("shock.storm_diverted", 0.0),
    ]);
    for (storm, plain) in storm.into_iter().zip(plain) {
        near(storm, plain / 0.75);
    }
}

#[test]
fn money_of_a_profile_and_of_a_total_comes_in_its_years() {
    let cases = [
        (
            "payer: Provincial, from: 2025, to: 2028",
            "Profile([(2026, 50), (2028, 25)])",
            Payer::Provincial,
            [0.0, 50.0, 0.0, 25.0, 0.0],
        ),
        // Three years to act in.
        (
            "payer: Ministry, from: 2026, to: 2028",
            "Assumed(\"ntp.local_invest\")",
            Payer::Ministry,
            [0.0, 80.0, 80.0, 80.0, 0.0],
        ),
    ];
    for (fields, amount, payer, hand) in cases {
        let policy = format!(
            "(id: \"m\", {fields}, do: Investment(amount: {amount}, money: Disbursed, split: (new_beds: Share(1.0))))"
        );
        let mut base = three_provinces();
        base.currency = "million crowns".into();
        let mut model = world(base, "none", &[("ntp.local_invest", 240.0)], &policy);
        for (year, hand) in (2025..).zip(hand) {
            live_to(&mut model, year);
            near(paid(&model, 0, payer), hand);
        }
    }
}

#[test]
fn drawn_shares_that_exceed_the_whole_are_cut_in_proportion() {
    let mut base = three_provinces();
    let at = base.assumptions.position("ntp.bed_share").expect("listed");
    base.assumptions.all[at].distribution = Distribution::Triangular {
        low: 0.0,
        mode: 0.3,
        high: 0.9,
    };
    let policy = r#"(id: "m", payer: Private, from: 2025, do: Investment(amount: Level(60), money: Disbursed,
        split: (new_beds: Assumed("ntp.bed_share"), stations: Share(0.5), equipment: Rest)))"#;
    let values = [("priv.unit", 3.0), ("cost.station", 5.0)];
    let mut model = world(base, "parameters", &values, policy);
    live_to(&mut model, 2025);
    let share = model.world.resource::<Assumed>().get("ntp.bed_share");
    let works = model.world.resource::<Works>();
    let rebuilt = model.world.resource::<StationBoard>().rebuilt;
    let mut beyond = 0;
    for lane in 0..WIDTH {
        let drawn = share.get(lane);
        let whole = (drawn + 0.5).max(1.0);
        let beds: f64 = works.bought_private.iter().map(|b| b.get(lane)).sum();
        near(beds * 3.0, 60.0 * drawn / whole);
        near(rebuilt.get(lane) * 5.0, 60.0 * 0.5 / whole);
        beyond += u32::from(drawn > 0.5);
    }
    assert!((1..WIDTH as u32).contains(&beyond), "{beyond}");
}

#[test]
fn an_initiative_lowers_what_is_better_low() {
    let level = |policy: &str, indicator: &str| {
        let base = three_provinces();
        let i = base
            .tracked
            .iter()
            .position(|t| t.id == indicator)
            .expect("it is followed");
        let mut model = world(base, "none", &[], policy);
        live_to(&mut model, 2028);
        model.world.resource::<TrackedBoard>().reading[i]
            .iter()
            .map(|x| x.get(0))
            .collect::<Vec<_>>()
    };
    for (indicator, sign) in [("stunting_under_5", -1.0), ("insurance_cover", 1.0)] {
        let policy = format!(
            "(id: \"i\", from: 2025, do: Initiative(indicator: \"{indicator}\", cost: 20))"
        );
        for (with, without) in level(&policy, indicator).iter().zip(level("", indicator)) {
            assert!(
                (with - without) * sign > 0.0,
                "{indicator}: {with} {without}"
            );
        }
    }
}

#[test]
fn crowded_private_hospitals_lose_staff() {
    let left = |burnout: f64, full: f64| {
        let values = [
            ("exit.burnout", burnout),
            ("care.occ_private", full),
            ("exit.quit_public_doctor", 0.0),
            ("exit.quit_private_doctor", 0.05),
        ];
        let mut model = world(three_provinces(), "none", &values, "");
        live_to(&mut model, 2025);
        let ledger = model.world.resource::<Ledger>();
        let pages = ledger.people[0].iter();
        pages
            .map(|page| -page[PeopleCause::Left].get(0))
            .sum::<f64>()
    };
    near(left(0.2, 0.6), left(0.0, 0.6));
    let (more, plain) = (left(0.2, 1.0), left(0.0, 1.0));
    assert!(more > 1.02 * plain, "{more} {plain}");
}

#[test]
fn bound_doctors_are_licensed_and_look_for_posts_like_others() {
    let values = [
        ("train.completion_doctor", 1.0),
        ("train.late_share", 0.0),
        ("bond.fulfil", 0.6),
        ("entry.doctor", 0.5),
    ];
    let mut base = three_provinces();
    let years = base.occupations[0].study_years as i32;
    base.population_path = (2020..=2050)
        .map(|y| (Year(y), base.population()))
        .collect();
    let pool = |policy: &str| {
        let mut model = world(base.clone(), "none", &values, policy);
        live_to(&mut model, 2025 + years + 1);
        let entity = model.world.resource::<Index>().entrants[0];
        let pool = model.world.get::<Entrants>(entity).expect("entrants stay");
        (pool.licensed.get(0), pool.looking.get(0))
    };
    let (licensed, looking) = pool("");
    let with = pool(r#"(id: "b", from: 2025, do: CommuneDoctors(scholarships: (places: 10)))"#);
    near(with.0 - licensed, 10.0);
    // Six keep to their bond; half of the four others look for a post.
    near(with.1 - looking, 6.0 + 0.5 * 4.0);
}

#[test]
fn recruits_are_paid_the_allowance_of_stations() {
    // More people wait than posts are open, and all are matched: recruits fill their posts at once.
    let cost = |points: f64| {
        let values = [
            ("train.grad_doctor", 5000.0),
            ("entry.waiting_at_base", 1.0),
            ("post.match", 1.0),
            ("cost.pay_doctor", 200.0),
            ("cost.allowance", 0.2),
            ("allow.points", points),
        ];
        let policy = r#"(id: "r", payer: Provincial, from: 2025, do: CommuneDoctors(recruitment: (posts: 5)))"#;
        let mut model = world(three_provinces(), "none", &values, policy);
        live_to(&mut model, 2026);
        paid(&model, 0, Payer::Provincial)
    };
    // A fifth of pay at 30 points, two fifths at 60.
    near(cost(30.0), 5.0 * 0.2 * 1.2);
    near(cost(60.0), 5.0 * 0.2 * 1.4);
}

#[test]
fn a_decision_to_keep_staff_that_has_ended_is_paid_no_more() {
    let policy = |age: u32| {
        format!(
            "(id: \"k\", payer: Provincial, from: 2025, to: 2028, do: RetirementExtension(occupation: \"doctor\", share: 0.5, to_age: {age}))"
        )
    };
    let costs = |age: u32| {
        let mut model = world(three_provinces(), "none", &[], &policy(age));
        let mut row = Vec::new();
        for year in 2025..=2031 {
            live_to(&mut model, year);
            row.push(paid(&model, 0, Payer::Provincial));
        }
        row
    };
    let (short, long) = (costs(65), costs(70));
    for row in [&short, &long] {
        assert!(
            row[..4].iter().all(|x| *x > 0.0 && x.is_finite()),
            "{row:?}"
        );
        assert_eq!(row[4..], [0.0; 3]);
    }
    let one_more = costs(66);
    assert!(long[3] > one_more[3] && one_more[3] > 1.001 * short[3]);
}

#[test]
fn private_money_where_no_private_hospital_stands_is_braked_by_people() {
    let mut base = three_provinces();
    for f in &mut base.facilities {
        if f.province == NORTH_MARK && f.owner == Owner::Private {
            f.owner = Owner::Province;
        }
    }
    let people: Vec<f64> = base.provinces.iter().map(|p| p.population).collect();
    let values = [
        ("priv.openings", 10.0),
        ("priv.openings_growth", 0.0),
        ("priv.size", 60.0),
        ("priv.brake", 0.5),
        ("priv.unit", 3.0),
        ("demo.growth_drift", 0.0),
        ("capex.absorb_multiple", 80.0),
    ];
    let policy = r#"(id: "p", payer: Ministry, from: 2025, do: PrivateSector(ppp: (money: 600, share: 0.5), provinces: ["north-mark"]))"#;
    let mut model = world(base, "none", &values, policy);
    live_to(&mut model, 2025);
    let now = model.world.resource::<Population>();
    let share = now.people[NORTH_MARK].get(0) / now.nation.get(0);
    assert!((share / (people[NORTH_MARK] / people.iter().sum::<f64>()) - 1.0).abs() < 0.05);
    // 400 beds are asked for; the brake sets them against what would open by people.
    let anyway = 600.0 * share;
    near(
        paid(&model, 0, Payer::Ministry),
        600.0 * anyway / (anyway + 0.5 * 400.0),
    );
}

#[test]
fn hospitals_handed_over_in_one_year_take_along_what_each_takes_alone() {
    let handed = |hospitals: &str| {
        let mut base = three_provinces();
        base.transfers.clear();
        let policy = format!(
            "(id: \"t\", from: 2025, do: TransferToProvince(hospitals: [{hospitals}], year: 2025, mean_delay: 0))"
        );
        let mut model = world(base, "none", &[], &policy);
        live_to(&mut model, 2025);
        model.world.resource::<CareBoard>().handed_days[PORT_SAINT].get(0)
    };
    let one = handed("\"royal-heart-centre\"");
    let other = handed("\"garrison-hospital\"");
    assert!(one > 0.0 && other > 0.0);
    near(
        handed("\"royal-heart-centre\", \"garrison-hospital\""),
        one + other,
    );
}

#[test]
fn beds_lack_the_doctors_that_hospitals_lend() {
    let operating = |policy: &str| {
        let base = three_provinces();
        let rows = "\"gate.stretch\": Fixed(0.95),";
        let fields = format!("uncertainty: none, staffing_gate: true, assumptions: {{{rows}}},");
        let scenario = asking(&Arc::new(base), &fields, policy);
        let prototype =
            Prototype::new(&scenario).expect("a checked scenario can be put into a world");
        let mut model = prototype.instantiate();
        block::begin(&mut model, &prototype, 0, WIDTH);
        live_to(&mut model, 2025);
        let beds = model.world.resource::<BedBoard>();
        beds.operating[NORTH_MARK][Group::Provincial].get(0)
    };
    let lend = r#"(id: "l", from: 2025, do: CommuneDoctors(provinces: ["north-mark"], rotation: (doctors: 200, months: 12)))"#;
    assert!(operating(lend) < 0.8 * operating(""));
}

#[test]
fn a_link_that_was_not_set_off_takes_no_share_of_patients() {
    let link = |id: &str, satellite: &str, when: &str| {
        format!(
            "(id: \"{id}\", from: 2025, do: SatelliteHospitals(links: [(core: \"royal-hospital\", satellite: \"{satellite}\", specialty: \"general\")]), {when})"
        )
    };
    let kept = |policies: &str| {
        let mut model = world(three_provinces(), "none", &[], policies);
        live_to(&mut model, 2028);
        model.world.resource::<CareBoard>().kept_by_links[NORTH_MARK].get(0)
    };
    let first = link("a", "north-mark-general", "");
    let never = "when: Below(indicator: \"beds_per_10k\", level: 8.0)";
    let alone = kept(&first);
    assert!(alone > 0.0);
    near(
        kept(&format!(
            "{first}, {}",
            link("b", "north-mark-childrens", never)
        )),
        alone,
    );
}

#[test]
fn a_satellite_gains_the_work_stated_for_each_day_kept_at_home() {
    let local = |work: f64| {
        let link = r#"(id: "a", from: 2025, do: SatelliteHospitals(links: [(core: "royal-hospital", satellite: "north-mark-general", specialty: "general")]))"#;
        let mut model = world(three_provinces(), "none", &[("sat.work", work)], link);
        live_to(&mut model, 2028);
        model.world.resource::<CareBoard>().local[NORTH_MARK].get(0)
    };
    let (less, all, more) = (local(0.8), local(1.0), local(1.2));
    assert!(more > all);
    near(more - all, all - less);
}

#[test]
fn private_beds_cut_in_one_province_fill_another_to_its_cap_and_no_further() {
    let mut base = three_provinces();
    for f in &mut base.facilities {
        if f.owner == Owner::Private {
            f.beds = [5000.0, 2500.0, 300.0][f.province];
        }
    }
    let values = [("base.private_bed_share", 0.2), ("base.private_cap", 0.25)];
    let model = world(base, "none", &values, "");
    let beds = &model.world.resource::<BedBoard>().built;
    let share =
        |p: usize| beds[p][Group::Private].get(0) / beds[p].values().map(|b| b.get(0)).sum::<f64>();
    near(share(NORTH_MARK), 0.25);
    near(share(PORT_SAINT), 0.25);
    let all: f64 = beds
        .iter()
        .flat_map(|row| row.values())
        .map(|b| b.get(0))
        .sum();
    let private: f64 = beds.iter().map(|row| row[Group::Private].get(0)).sum();
    near(private, 0.2 * all);
    assert!(share(EAST_VALE) < 0.25);
}

#[test]
fn private_beds_that_a_cap_cuts_stand_in_other_provinces() {
    let private = |cap: f64| {
        let mut base = three_provinces();
        // The smallest province has most of the private beds.
        for f in &mut base.facilities {
            if f.owner == Owner::Private && f.province == NORTH_MARK {
                f.beds = 5000.0;
            }
        }
        let values = [("base.private_bed_share", 0.08), ("base.private_cap", cap)];
        let model = world(base, "none", &values, "");
        let beds = model.world.resource::<BedBoard>();
        let own = beds.built[NORTH_MARK].map(|_, b| b.get(0));
        let all: f64 = beds
            .built
            .iter()
            .map(|row| row[Group::Private].get(0))
            .sum();
        (own[Group::Private] / own.values().sum::<f64>(), all)
    };
    let (share, all) = private(0.25);
    let (free, same) = private(0.45);
    near(share, 0.25);
    assert!(free > 0.25);
    near(all, same);
}

#[test]
fn bound_doctors_who_fail_the_exam_twice_are_bound_no_more() {
    // Doctors of the built-in base sit an exam.
    let (scenario, _) = Scenario::built_in("baseline").expect("the baseline is sound");
    let base = scenario.base;
    let first = base.year.0 + 1;
    let fields = r#"uncertainty: none, assumptions: {"train.completion_doctor": Fixed(1.0), "train.late_share": Fixed(0.0),
        "exam.pass_doctor": Fixed(0.6), "exam.retry": Fixed(0.5)},"#;
    let policy = format!(
        "(id: \"b\", from: {first}, to: {first}, do: CommuneDoctors(scholarships: (places: 10)))"
    );
    let scenario = asking(&base, fields, &policy);
    let mut model = step::world(&scenario, 0);
    let taught = first + base.occupations[0].study_years as i32;
    for year in first..=taught + 2 {
        live_year(&mut model, year);
        let entity = model.world.resource::<Index>().entrants[0];
        let pool = model.world.get::<Entrants>(entity).expect("entrants stay");
        // Ten graduate and practise, four of them sit the exam again, and then nobody is left.
        let hand = match year - taught {
            0 => 10.0,
            1 => 4.0,
            _ => 0.0,
        };
        assert!(
            (pool.bound.get(0) - hand).abs() < 1e-9,
            "{year}: {}",
            pool.bound.get(0)
        );
    }
}

#[test]
fn an_exam_that_begins_a_year_later_spares_one_class() {
    let (scenario, _) = Scenario::built_in("baseline").expect("the baseline is sound");
    let base = scenario.base;
    let from = base.occupations[0].exam_from.expect("doctors sit an exam");
    let failed = |in_time: f64| {
        let fields = format!(
            r#"uncertainty: none, assumptions: {{"exam.pass_doctor": Fixed(0.75),
            "exam.begins": Choice([("as the law says", {in_time:.1}), ("a year later", {:.1})])}},"#,
            1.0 - in_time
        );
        let scenario = asking(&base, &fields, "");
        let mut model = step::world(&scenario, 0);
        let mut rows = Vec::new();
        for year in base.year.0 + 1..=from.0 + 1 {
            let entity = model.world.resource::<Index>().entrants[0];
            let sits = model.world.get::<Entrants>(entity);
            let sits = sits.expect("entrants stay").practising.get(0);
            live_year(&mut model, year);
            let pool = model.world.get::<Entrants>(entity);
            let again = pool.expect("entrants stay").retry.get(0);
            rows.push((year - from.0, again / sits));
        }
        rows
    };
    for (in_time, hand) in [(1.0, [0.0, 0.25, 0.25]), (0.0, [0.0, 0.0, 0.25])] {
        let rows = failed(in_time);
        for (hand, (after, share)) in hand.iter().zip(&rows[rows.len() - 3..]) {
            assert!((share - hand).abs() < 1e-9, "{in_time} {after}: {share}");
        }
    }
}
