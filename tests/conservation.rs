//! Random countries and plans are thrown at the laws: nothing appears, nothing is lost, and a law
//! that does not hold is told.

use crate::support::country;
use crate::support::country::{asking, question, three_provinces};
use bevy_ecs::prelude::*;
use carecast::internals::base::{Distribution, Level, Owner};
use carecast::internals::engine::layout::Layout;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::engine::{Options, RunError, Violation, block, run};
use carecast::internals::lanes::Lanes;
use carecast::internals::policy::Decision;
use carecast::internals::results::{Findings, LedgerRow};
use carecast::internals::scenario::Scenario;
use carecast::internals::units::Year;
use carecast::internals::world::InProvince;
use carecast::internals::world::amount::Billion;
use carecast::internals::world::country::{Clock, Country};
use carecast::internals::world::facility::{BuiltBeds, StationBoard, StationStaff};
use carecast::internals::world::ledger::Laws;
use carecast::internals::world::money::{Account, Flow};
use carecast::internals::world::population::Population;
use carecast::internals::world::school::{Programme, Students};
use carecast::internals::world::staff::{Cohort, Entrants, Headcount};
use carecast::internals::year::Phase;
use proptest::prelude::*;
use std::sync::Arc;

const MODES: [&str; 4] = ["both", "parameters", "process", "none"];

fn lived(scenario: &Scenario) -> Result<Findings, RunError> {
    let options = Options {
        threads: Some(1),
        ..Options::of(scenario)
    };
    run(scenario, &options, &|_, _| true)
}

/// The mean of a stock's line in a year.
fn line(findings: &Findings, stock: &str, cause: &str, year: Year) -> f64 {
    findings
        .ledger
        .iter()
        .find(|row| row.stock == stock && row.cause == cause && row.year == year)
        .expect("every line is published for every year")
        .mean
}

fn close(a: f64, b: f64) -> bool {
    // Single precision is what a published line was made from.
    (a - b).abs() <= 4e-7 * (a.abs() + b.abs()) + 1e-3
}

/// Closing is opening plus all that was booked, and the next year opens where the last one closed.
fn the_books_balance(findings: &Findings) {
    let mut stocks: Vec<&str> = findings.ledger.iter().map(|r| r.stock.as_str()).collect();
    stocks.dedup();
    // Money spent is no stock: it is held against the costs in `every_policy.rs`.
    stocks.retain(|stock| !stock.starts_with("money:"));
    assert!(stocks.len() > 3 && stocks[0] == "beds");
    for stock in stocks {
        let mut last_closing = None;
        for year in &findings.years[1..] {
            let row = |wanted: &dyn Fn(&LedgerRow) -> bool| -> f64 {
                findings
                    .ledger
                    .iter()
                    .filter(|r| r.stock == stock && r.year == *year && wanted(r))
                    .map(|r| r.mean)
                    .sum()
            };
            let opening = line(findings, stock, "opening_stock", *year);
            let closing = line(findings, stock, "closing_stock", *year);
            let booked = row(&|r| !r.cause.ends_with("_stock"));
            assert!(
                close(closing, opening + booked),
                "{stock} in {year}: {opening} + {booked} is not {closing}"
            );
            if let Some(last) = last_closing {
                assert!(
                    close(opening, last),
                    "{stock} opens {year} with {opening}, not {last}"
                );
            }
            last_closing = Some(closing);
        }
    }
}

/// A stock of the ledger is the one its indicator counts.
fn the_books_are_of_the_indicators(scenario: &Scenario, findings: &Findings) {
    let people = |year: usize| {
        // People of the nation, from a ratio: beds over beds per 10,000.
        let beds = line(findings, "beds", "closing_stock", findings.years[year]);
        let i = findings.indicator("beds_per_10k").expect("always there");
        beds / findings.at(0, i, year).expect("defined").mean
    };
    for occupation in &scenario.base.occupations {
        let id = format!("{}_per_10k", occupation.plural);
        let i = findings.indicator(&id).expect("one for each occupation");
        for year in 1..findings.years.len() {
            let heads = line(
                findings,
                &occupation.plural,
                "closing_stock",
                findings.years[year],
            );
            let read = findings.at(0, i, year).expect("defined").mean * people(year);
            // Means of ratios are not ratios of means: population differs a little by future.
            assert!(
                (heads - read).abs() <= 1e-3 * heads + 1.0,
                "{id}: {heads} and {read}"
            );
        }
    }
}

/// Sums over provinces are the regions' and the nation's.
fn provinces_add_to_the_nation(scenario: &Scenario) {
    let prototype = Prototype::new(scenario).expect("a checked scenario can be put into a world");
    let layout = Layout::of(&prototype);
    let mut model = prototype.instantiate();
    let out = block::live(&mut model, &prototype, &layout, 0, 4, false).expect("the laws hold");
    let base = &scenario.base;
    for (i, indicator) in prototype.indicators.iter().enumerate() {
        if indicator.info.national_only
            || !matches!(
                indicator.reading,
                carecast::internals::indicator::Reading::Sum(_)
            )
        {
            continue;
        }
        for year in 0..layout.years.len() {
            for lane in 0..out.lanes {
                let at = |scope: usize| {
                    let series = layout.first_series[i] + scope;
                    f64::from(out.samples[layout.cell(series, year) * out.lanes + lane])
                };
                let regions: f64 = (1..=base.regions.len()).map(at).sum();
                let first = 1 + base.regions.len();
                if at(0).is_nan() {
                    // Flows of the base year are not known, in no scope.
                    assert!(year == 0 && (1..first + base.provinces.len()).all(|s| at(s).is_nan()));
                    continue;
                }
                let provinces: f64 = (first..first + base.provinces.len()).map(at).sum();
                assert!(
                    close(at(0), provinces) && close(at(0), regions),
                    "{}",
                    indicator.info.id
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_appears_and_nothing_is_lost(question in question()) {
        for mode in MODES {
            let scenario = question.scenario(mode, "");
            match lived(&scenario) {
                Ok(findings) => {
                    the_books_balance(&findings);
                    the_books_are_of_the_indicators(&scenario, &findings);
                    prop_assert!(findings.statistics.checks > 0);
                }
                Err(error) => prop_assert!(false, "{mode}: {error}"),
            }
            provinces_add_to_the_nation(&scenario);
        }
    }
}

/// The code of a hospital of the Ministry that no plan and no decision hands over.
fn free_hospital(scenario: &Scenario) -> Option<String> {
    let base = &scenario.base;
    let handed = |code: &str| {
        scenario.policies.iter().any(|plan| match &plan.decision {
            Decision::TransferToProvince(t) => t.hospitals.iter().any(|h| h.as_str() == code),
            _ => false,
        })
    };
    (0..base.facilities.len())
        .find(|f| {
            base.facilities[*f].owner == Owner::Ministry
                && base.transfers.iter().all(|t| t.facility != *f)
                && !handed(&base.facilities[*f].code)
        })
        .map(|f| base.facilities[f].code.clone())
}

/// Beds by scope, year and lane.
fn beds(scenario: &Scenario, id: &str) -> Vec<Vec<Vec<f32>>> {
    let prototype = Prototype::new(scenario).expect("a checked scenario can be put into a world");
    let layout = Layout::of(&prototype);
    let mut model = prototype.instantiate();
    let out = block::live(&mut model, &prototype, &layout, 0, 8, false).expect("the laws hold");
    let i = prototype
        .indicators
        .iter()
        .position(|i| i.info.id == id)
        .expect("in the registry");
    (0..layout.scopes.len())
        .map(|s| {
            (0..layout.years.len())
                .map(|y| {
                    let at = layout.cell(layout.first_series[i] + s, y) * out.lanes;
                    out.samples[at..at + out.lanes].to_vec()
                })
                .collect()
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_transfer_leaves_every_bed_where_it_stands(question in question()) {
        for mode in MODES {
            // A handover decides who builds: the Ministry's later beds lie elsewhere, the province's
            // may go to its new hospital, which is fitted out as its province's hospitals are and counts
            // where beds stand empty. With these at rest no bed may differ.
            let at_rest = |extra: &str| {
                let mut scenario = question.scenario(mode, extra);
                let base = Arc::make_mut(&mut scenario.base);
                for (id, rest) in [
                    ("capex.moh_plan", 0.0),
                    ("capex.absorb_occupancy", 1e-6),
                    ("bed.fitout_rate", 0.0),
                    ("bed.retire_rate", 0.0),
                ] {
                    let at = base.assumptions.position(id).expect("every base has it");
                    base.assumptions.all[at].distribution = Distribution::Fixed(rest);
                }
                scenario
            };
            let without = at_rest("");
            let Some(hospital) = free_hospital(&without) else { return Ok(()) };
            let with = at_rest(&format!(
                "(id: \"handover\", do: TransferToProvince(hospitals: [\"{hospital}\"], year: 2026, mean_delay: 0)),"
            ));
            let (a, b) = (beds(&without, "beds_per_10k"), beds(&with, "beds_per_10k"));
            // Base year, the year before, and the year of the handover.
            for (scope, (a, b)) in a.iter().zip(&b).enumerate() {
                for year in 0..3 {
                    prop_assert!(a[year].iter().zip(&b[year]).all(|(x, y)| same(*x, *y, mode)), "{mode}, scope {scope}, year {year}: {:?} {:?}", a[year], b[year]);
                }
            }
            let (a, b) = (beds(&without, "managed_beds_per_10k"), beds(&with, "managed_beds_per_10k"));
            prop_assert!(a[0][1] == b[0][1], "before the handover");
            prop_assert!(a[0][2].iter().zip(&b[0][2]).all(|(x, y)| y >= x), "from the handover on");
        }
    }
}

/// Whole beds agree to the bit; expected ones to rounding, since they are added in another order.
fn same(a: f32, b: f32, mode: &str) -> bool {
    let whole = matches!(mode, "both" | "process");
    a.to_bits() == b.to_bits() || !whole && (a - b).abs() <= 1e-5 * a.abs()
}

/// The made-up country with a money policy, so that every stock and account exists.
fn steady_country() -> Scenario {
    asking(
        &Arc::new(three_provinces()),
        "years: (first: 2025, last: 2030),",
        r#"(id: "money", do: Investment(amount: Level(50), money: Planned, split: (new_beds: Share(1.0))), payer: Provincial)"#,
    )
}

/// Lives one block of 4 futures from replicate 32 on, with a system more at the end of a phase.
fn with_a_fault_in<M>(
    phase: Phase,
    fault: impl IntoScheduleConfigs<bevy_ecs::system::ScheduleSystem, M>,
) -> Result<(), Violation> {
    let scenario = steady_country();
    let prototype = Prototype::new(&scenario).expect("a checked scenario can be put into a world");
    let layout = Layout::of(&prototype);
    let mut model = prototype.instantiate();
    model.add(phase, fault);
    block::live(&mut model, &prototype, &layout, 32, 4, false).map(|_| ())
}

/// The same in the care phase, before the laws of the year are checked.
fn with_a_fault<M>(
    fault: impl IntoScheduleConfigs<bevy_ecs::system::ScheduleSystem, M>,
) -> Result<(), Violation> {
    with_a_fault_in(Phase::Care, fault)
}

/// One more in one future of the block.
fn one_in(lane: usize) -> Lanes {
    let mut lanes = Lanes::ZERO;
    lanes.set(lane, 1.0);
    lanes
}

fn due(clock: &Clock) -> bool {
    clock.year == Year(2028)
}

fn a_bed_vanishes(clock: Res<Clock>, mut hospitals: Query<(&InProvince, &mut BuiltBeds)>) {
    if due(&clock) {
        let mut row = hospitals.iter_mut().filter(|(place, _)| place.0 == 1);
        row.next().expect("there are hospitals").1.now -= one_in(2);
    }
}

fn a_person_appears(clock: Res<Clock>, mut cohorts: Query<(&Cohort, &mut Headcount)>) {
    if due(&clock) {
        let mut row = cohorts
            .iter_mut()
            .filter(|(c, _)| c.province == 2 && c.occupation == 1);
        row.next().expect("there are nurses").1.bands[3] += one_in(1);
    }
}

fn a_student_vanishes(clock: Res<Clock>, mut programmes: Query<(&Programme, &mut Students)>) {
    if due(&clock) {
        let mut row = programmes.iter_mut().filter(|(p, _)| p.occupation == 2);
        row.next().expect("there are technicians").1.pipeline[0] -= one_in(3);
    }
}

fn someone_waits_unasked(clock: Res<Clock>, mut pools: Query<&mut Entrants>) {
    if due(&clock) {
        pools.iter_mut().next().expect("there are entrants").waiting += one_in(0);
    }
}

fn money_is_mislaid(clock: Res<Clock>, mut accounts: Query<(&Account, &mut Flow)>) {
    if due(&clock) {
        let mut row = accounts.iter_mut().filter(|(a, _)| a.name == "money");
        row.next().expect("the policy has an account").1.lapsed -= Billion(one_in(0) * 0.01);
    }
}

fn a_band_is_overdrawn(clock: Res<Clock>, mut cohorts: Query<(&Cohort, &mut Headcount)>) {
    if due(&clock) {
        // The total stays: only the sign of a band is wrong.
        let mut row = cohorts
            .iter_mut()
            .filter(|(c, _)| c.province == 0 && c.occupation == 0);
        let (_, mut heads) = row.next().expect("there are doctors");
        let all = heads.bands[0] + one_in(1);
        heads.bands[0] -= all;
        heads.bands[1] += all;
    }
}

fn a_doctor_leaves_a_station(
    clock: Res<Clock>,
    mut stations: Query<(&InProvince, &mut StationStaff)>,
) {
    if due(&clock) {
        let mut row = stations.iter_mut().filter(|(place, _)| place.0 == 2);
        row.next().expect("there are stations").1.0 -= one_in(1);
    }
}

fn a_station_is_upgraded_that_nobody_began(clock: Res<Clock>, mut stations: ResMut<StationBoard>) {
    if due(&clock) {
        stations.upgraded[1] += one_in(2);
    }
}

fn works_begin_at_stations_that_are_not_there(
    clock: Res<Clock>,
    country: Res<Country>,
    mut stations: ResMut<StationBoard>,
) {
    if due(&clock) {
        // Half of them by money and more than half by works: more than there are.
        stations.by_money[0] += one_in(3) * (0.5 * country.stations[0]);
        stations.begun[0] += one_in(3) * (0.5 * country.stations[0] + 1.0);
    }
}

fn a_number_is_lost(clock: Res<Clock>, mut population: ResMut<Population>) {
    if due(&clock) {
        population.people[1].set(2, f64::NAN);
    }
}

fn a_bed_vanishes_in_idle_company(clock: Res<Clock>, mut hospitals: Query<&mut BuiltBeds>) {
    if due(&clock) {
        hospitals
            .iter_mut()
            .next()
            .expect("there are hospitals")
            .now -= one_in(9);
    }
}

/// Each fault is told with what it is about, the year and the future.
fn are_told<const N: usize>(cases: [(Result<(), Violation>, &str, u32); N], year: i32) {
    for (result, entity, replicate) in cases {
        let violation = result.expect_err(entity);
        assert_eq!(violation.entity, entity);
        assert_eq!(
            (violation.year, violation.replicate),
            (Year(year), replicate),
            "{entity}"
        );
        assert!(!violation.detail.is_empty());
        let told = RunError::Violation(violation).to_string();
        let place = format!("{entity} in {year} of future {replicate}");
        assert!(told.starts_with(&place), "{told}");
    }
}

#[test]
fn a_broken_law_is_told_with_entity_year_and_future() {
    let cases = [
        (with_a_fault(a_bed_vanishes), "beds of port-saint", 34),
        (with_a_fault(a_person_appears), "nurses of east-vale", 33),
        (
            with_a_fault(a_student_vanishes),
            "students: technicians",
            35,
        ),
        (
            with_a_fault(someone_waits_unasked),
            "between school and post: doctors",
            32,
        ),
        (
            with_a_fault(money_is_mislaid),
            "money of Provincial for money",
            32,
        ),
        (
            with_a_fault(a_band_is_overdrawn),
            "an age band of doctors in north-mark",
            33,
        ),
        (
            with_a_fault(a_doctor_leaves_a_station),
            "doctors at stations of east-vale",
            33,
        ),
        (
            with_a_fault(a_station_is_upgraded_that_nobody_began),
            "stations of port-saint at which works go on",
            34,
        ),
        (
            with_a_fault(works_begin_at_stations_that_are_not_there),
            "stations of north-mark that no policy has touched",
            35,
        ),
    ];
    are_told(cases, 2028);
    // What is not a number breaks a law too.
    let violation = with_a_fault(a_number_is_lost).expect_err("not a number");
    assert_eq!((violation.year, violation.replicate), (Year(2028), 34));
}

/// What closes a year opens the next: the books of 2029 do not take over a change nobody booked.
#[test]
fn nothing_changes_between_two_years() {
    let cases = [
        (
            with_a_fault_in(Phase::Measure, a_bed_vanishes),
            "beds of port-saint",
            34,
        ),
        (
            with_a_fault_in(Phase::Measure, a_person_appears),
            "nurses of east-vale",
            33,
        ),
        (
            with_a_fault_in(Phase::Measure, a_student_vanishes),
            "students: technicians",
            35,
        ),
    ];
    are_told(cases, 2029);
}

#[test]
fn idle_company_in_a_block_is_not_asked() {
    assert_eq!(with_a_fault(a_bed_vanishes_in_idle_company), Ok(()));
}

#[test]
fn whole_counts_must_agree_exactly_and_expected_ones_to_rounding() {
    let told = |whole: bool, gap: f64| {
        let mut laws = Laws {
            live: 16,
            counts_whole: whole,
            ..Laws::default()
        };
        let beds = Lanes::splat(1e5);
        laws.equal(Year(2030), || "beds".into(), beds + gap, beds, 1e5);
        assert_eq!(laws.checks, 16);
        laws.violation
    };
    assert_eq!(told(true, 0.0), None);
    assert!(told(true, 1e-9).is_some());
    assert_eq!(told(false, 1e-6), None);
    assert!(told(false, 1e-3).is_some());
    let violation = told(true, 1.0).expect("one bed too many");
    assert_eq!(
        (violation.entity.as_str(), violation.year),
        ("beds", Year(2030))
    );
}

/// What accounts carry out of a year they carry into the next, in every future.
#[test]
fn carried_money_arrives() {
    let scenario = asking(
        &Arc::new(three_provinces()),
        "",
        r#"(id: "money", do: Investment(amount: Profile([(2025, 90), (2026, 10)]), money: Planned, split: (new_beds: Share(1.0))), from: 2025, to: 2026, payer: Ministry),
           (id: "cut", do: Investment(amount: Multiple(0.6), money: Planned, split: (new_beds: Share(1.0))), from: 2026, to: 2027, payer: Ministry)"#,
    );
    let prototype = Prototype::new(&scenario).expect("a checked scenario can be put into a world");
    let mut model = prototype.instantiate();
    model.restore();
    let mut last: Vec<(String, Flow)> = Vec::new();
    for year in 2025..=2034 {
        model.world.insert_resource(Clock {
            base: Year(2024),
            year: Year(year),
        });
        model.live_year();
        let mut query = model.world.query::<(&Account, &Flow)>();
        let now: Vec<(String, Flow)> = query
            .iter(&model.world)
            .map(|(a, f)| (format!("{:?} {}", a.payer, a.name), *f))
            .collect();
        for ((name, flow), (_, before)) in now.iter().zip(&last) {
            assert_eq!(flow.carried_in, before.carried_out, "{name} in {year}");
        }
        for (name, flow) in &now {
            let used = flow.spent + flow.lapsed + flow.carried_out;
            assert!(
                (used - flow.plan - flow.carried_in).0.abs().le(1e-9).all(),
                "{name} in {year}"
            );
            let cut = name.ends_with("cut");
            // A cut never spends, and what is no cut never takes back.
            for part in [flow.plan, flow.spent, flow.lapsed, flow.carried_out] {
                let sign = if cut { -part } else { part };
                assert!(sign.0.ge(0.0).all(), "{name} in {year}: {part:?}");
            }
        }
        last = now;
    }
    assert_eq!(last.len(), 4);
}

/// A country whose provinces own no hospital somewhere: the hospitals that stand there hold all beds.
#[test]
fn no_bed_is_lost_where_the_province_owns_no_hospital() {
    for (level, owner) in [
        (Level::Central, Owner::Ministry),
        (Level::Central, Owner::OtherMinistry),
        (Level::Provincial, Owner::Private),
    ] {
        for mode in MODES {
            let mut base = country::three_provinces();
            for facility in &mut base.facilities {
                let hospital = facility.level != Level::Commune;
                if facility.province == 0 && hospital && facility.owner == Owner::Province {
                    (facility.level, facility.owner) = (level, owner);
                }
            }
            let (known, people) = (base.beds_per_10k, base.population());
            let fields = format!("uncertainty: {mode}, replicates: 64,");
            let findings = lived(&asking(&Arc::new(base), &fields, "")).expect("lived");
            let i = findings.indicator("beds_per_10k").expect("always there");
            let beds = findings.at(0, i, 0).expect("defined");
            // One bed of the nation is what rounding may take.
            let bed = 1e4 / people;
            for found in [beds.mean, beds.median()] {
                assert!(
                    (found - known).abs() <= bed,
                    "{owner:?} {mode}: {found} {known}"
                );
            }
        }
    }
}
