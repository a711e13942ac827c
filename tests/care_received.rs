//! The care people receive, and who pays for it: the base year adds up to what is published, nothing
//! that is asked for is lost, and each lever does what is worked out here by hand.

use crate::support::country::{asking, held, three_provinces};
use crate::support::step;
use crate::support::step::live_to;
use carecast::internals::base::Base;
use carecast::internals::lanes::{Lanes, WIDTH};
use carecast::internals::units::Payer;
use carecast::internals::world::care::CareBoard;
use carecast::internals::world::facility::BedBoard;
use carecast::internals::world::fund::{FundBoard, Source};
use carecast::internals::world::money::Costs;
use carecast::internals::world::population::Population;
use carecast::internals::world::staff::StaffBoard;
use carecast::internals::world::visits::{CheckUpBoard, Outcome, Place, VisitBoard};
use carecast::internals::year::Model;

fn world(values: &[(&str, f64)], policies: &str) -> Model {
    step::world(&held(three_provinces(), "none", values, policies), 0)
}

#[track_caller]
fn near(got: f64, hand: f64) {
    assert!(
        (got - hand).abs() <= 1e-9 * hand.abs().max(1e-3),
        "{got} and {hand}"
    );
}

fn sum(rows: impl Iterator<Item = Lanes>) -> Lanes {
    rows.fold(Lanes::ZERO, |sum, x| sum + x)
}

#[test]
fn the_base_year_is_what_is_published() {
    for mode in ["none", "both"] {
        let fields = format!("uncertainty: {mode},");
        let scenario = asking(&Base::builtin(), &fields, "");
        let model = step::world(&scenario, 0);
        let visits = model.world.resource::<VisitBoard>();
        let fund = model.world.resource::<FundBoard>();
        let n = scenario.base.provinces.len();
        let served = sum((0..n).map(|p| visits.served(p)));
        let stays = sum(visits.stays.iter().copied());
        let by_level: Vec<Lanes> = [
            Place::Station,
            Place::Regional,
            Place::Provincial,
            Place::Private,
            Place::Central,
        ]
        .map(|place| sum(visits.asked.iter().map(|row| row[place])))
        .to_vec();
        for lane in 0..WIDTH {
            near(served.get(lane), 180e6);
            near(by_level.iter().map(|v| v.get(lane)).sum(), 180e6);
            near(stays.get(lane), 18e6);
            near(fund.payments.0.get(lane), 165_800.0);
            let all = sum(fund.cost.iter().map(|c| c.0)).get(lane);
            let fund_pays = sum(fund.paid.iter().map(|row| row[Source::Fund].0)).get(lane);
            near(fund_pays, 165_800.0);
            let share = fund_pays / all;
            assert!((0.22..=0.34).contains(&share), "{share}");
        }
        if mode == "none" {
            let weights = [0.2, 0.37, 0.25, 0.11, 0.07];
            for (visits, weight) in by_level.iter().zip(weights) {
                // Medians of the weights, over their sum.
                let share = visits.get(0) / 180e6;
                assert!((share - weight).abs() < 0.01, "{share} and {weight}");
            }
        }
    }
}

#[test]
fn a_base_without_figures_on_care_is_lived_as_before() {
    let mut base = three_provinces();
    let stems = ["visits.", "fund.", "fee.", "check."];
    let other = |id: &str| !stems.iter().any(|stem| id.starts_with(stem));
    base.assumptions.all.retain(|a| other(&a.id));
    let mut model = step::world(&held(base, "none", &[], ""), 0);
    let mut with = world(&[], "");
    live_to(&mut model, 2028);
    live_to(&mut with, 2028);
    assert!(!model.world.resource::<VisitBoard>().is_kept());
    assert!(with.world.resource::<VisitBoard>().is_kept());
    let [here, there] = [&model, &with].map(|m| m.world.resource::<BedBoard>().built.clone());
    for (a, b) in here.iter().zip(&there) {
        for (a, b) in a.values().zip(b.values()) {
            assert_eq!(a.get(0).to_bits(), b.get(0).to_bits());
        }
    }
}

/// Station, regional, provincial and private visits of 2026 from those of 2024, by hand.
#[test]
fn visits_grow_with_people_age_and_use_and_staff_limit_them() {
    let values = [
        ("visits.station_drift", -0.02),
        ("visits.stretch", 1.0),
        ("visits.central_longer", 1.5),
    ];
    let mut model = world(&values, "");
    let before = model.world.resource::<VisitBoard>().base.clone();
    let workers =
        |model: &Model, p: usize| model.world.resource::<StaffBoard>().at_stations(p).get(0);
    let stations = [0, 1, 2].map(|p| workers(&model, p));
    live_to(&mut model, 2026);
    let visits = model.world.resource::<VisitBoard>();
    let care = model.world.resource::<CareBoard>();
    let (mut days, mut central) = (0.0, 0.0);
    for p in 0..3 {
        let growth = care.growth[p].get(0);
        let at_stations = before[p][Place::Station].get(0) * growth * libm::exp(-0.04);
        near(visits.asked[p][Place::Station].get(0), at_stations);
        // As many for each worker as in the base year, and no more.
        let room = before[p][Place::Station].get(0) * workers(&model, p) / stations[p];
        near(visits.at_stations[p].get(0), at_stations.min(room));
        let left = before[p][Place::Station].get(0) * growth * (1.0 - libm::exp(-0.04));
        near(
            visits.asked[p][Place::Regional].get(0),
            before[p][Place::Regional].get(0) * growth + left,
        );
        let outcome: f64 = visits.outcome[p].values().map(|v| v.get(0)).sum();
        let asked: f64 = visits.asked[p].values().map(|v| v.get(0)).sum();
        near(outcome, asked);
        near(
            visits.stays[p].get(0),
            care.local[p].get(0) / visits.stay.get(0)
                + care.referred[p].get(0) / (1.5 * visits.stay.get(0)),
        );
        days += care.local_base[p].get(0);
        central += care.referred_base[p].get(0);
    }
    // Stays of the base year add to what is stated: 480,000.
    near(
        days / visits.stay.get(0) + central / (1.5 * visits.stay.get(0)),
        480_000.0,
    );
}

const FEES: [(&str, f64); 4] = [
    ("fee.elasticity", 0.2),
    ("fee.copay_part", 0.1),
    ("fund.cost_growth", 0.02),
    ("fund.income_growth", 0.03),
];

/// Half of the co-payments from 2027 on, in two steps: a quarter in 2026. Use rises by 0.2 * 0.1 * 0.25,
/// five in a thousand; households pay 1 - 0.1 * 0.25 of what they would pay for that care.
#[test]
fn an_exemption_moves_money_and_raises_use() {
    let policy = r#"(id: "fees", from: 2026, payer: Hospitals,
        do: FeeExemption(share: 0.5, by: 2027, contribution: [(2026, 0.054)]))"#;
    let [mut without, mut with] = ["", policy].map(|p| world(&FEES, p));
    live_to(&mut without, 2025);
    live_to(&mut with, 2025);
    let share = |model: &Model| {
        let fund = model.world.resource::<FundBoard>();
        sum(fund.paid.iter().map(|row| row[Source::Households].0)).get(0)
    };
    assert_eq!(share(&without).to_bits(), share(&with).to_bits());
    live_to(&mut without, 2026);
    live_to(&mut with, 2026);
    let [plain, moved] = [&without, &with].map(|m| m.world.resource::<FundBoard>());
    let [growth, more] =
        [&without, &with].map(|m| m.world.resource::<CareBoard>().growth[1].get(0));
    near(more, growth * 1.005);
    let base = moved.base;
    let all = base.values().map(|money| money.0.get(0)).sum::<f64>();
    let mut paid = 0.0;
    for p in 0..3 {
        let cost = moved.cost[p].0.get(0);
        let usual = base[Source::Households].0.get(0) / all * cost;
        near(moved.copayments[p].0.get(0), 0.1 * usual);
        near(
            moved.paid[p][Source::Households].0.get(0),
            usual * (1.0 - 0.1 * 0.25),
        );
        let fund = base[Source::Fund].0.get(0) / all * cost;
        near(
            moved.paid[p][Source::Fund].0.get(0),
            fund + 0.1 * 0.25 * usual,
        );
        paid += 0.1 * 0.25 * usual;
    }
    let costs = with.world.resource::<Costs>();
    near(costs.by_policy[0][Payer::Hospitals].0.get(0), paid);
    // The rate rises from 0.045 to 0.054, by a fifth; two years of growth at 0.03.
    let people = with.world.resource::<Population>().nation.get(0) / 3e6;
    let income = moved.base_income.0.get(0) * people * libm::exp(0.06);
    near(plain.income.0.get(0), income);
    near(moved.income.0.get(0), income * 1.2);
    let reserve = moved.opened_with.0.get(0) + moved.income.0.get(0) - moved.payments.0.get(0);
    near(moved.reserve.0.get(0), reserve);
    // All of it in 2027; whoever is exempt elsewhere is not exempt twice.
    live_to(&mut with, 2027);
    let fund = with.world.resource::<FundBoard>();
    let usual = base[Source::Households].0.get(0) / all * fund.cost[0].0.get(0);
    near(
        fund.paid[0][Source::Households].0.get(0),
        usual * (1.0 - 0.1 * 0.5),
    );
}

#[test]
fn two_exemptions_take_over_no_more_than_there_is() {
    let policies = r#"(id: "fund", from: 2026, payer: Hospitals, do: FeeExemption(share: 0.7)),
        (id: "north", from: 2026, payer: Provincial, do: FeeExemption(share: 0.6, provinces: ["north-mark"]))"#;
    let mut model = world(&FEES, policies);
    live_to(&mut model, 2026);
    let fund = model.world.resource::<FundBoard>();
    let costs = model.world.resource::<Costs>();
    near(
        costs.by_policy[1][Payer::Provincial].0.get(0),
        fund.copayments[0].0.get(0) * 0.3,
    );
    let all: f64 = (0..3).map(|p| fund.copayments[p].0.get(0)).sum();
    near(costs.by_policy[0][Payer::Hospitals].0.get(0), all * 0.7);
}

const CHECKS: [(&str, f64); 4] = [
    ("check.per_worker", 1000.0),
    ("check.station_time", 0.1),
    ("check.cost", 200.0),
    ("visits.stretch", 1.0),
];

/// A fifth of the people are promised a check-up; each station worker has time for 100 of them.
#[test]
fn stations_hold_the_check_ups_they_have_time_for() {
    let policy = r#"(id: "checks", from: 2026, payer: Ministry, do: CheckUps(share: 0.2))"#;
    let mut without = world(&CHECKS, "");
    let mut with = world(&CHECKS, policy);
    live_to(&mut without, 2026);
    live_to(&mut with, 2026);
    let board = with.world.resource::<CheckUpBoard>();
    let people = &with.world.resource::<Population>().people;
    let staff = with.world.resource::<StaffBoard>();
    let [usual, visits] = [&without, &with].map(|m| m.world.resource::<VisitBoard>());
    let mut all = 0.0;
    for p in 0..3 {
        let workers = staff.at_stations(p).get(0);
        let asked = 0.2 * people[p].get(0);
        near(board.asked[p].get(0), asked);
        near(board.done[p].get(0), 100.0 * workers);
        near(board.no_staff[p].get(0), asked - 100.0 * workers);
        near(board.no_money[p].get(0), 0.0);
        // A tenth of their work is gone, and so is room for a tenth of their visits.
        near(
            visits.room[p][Place::Station].get(0),
            0.9 * usual.room[p][Place::Station].get(0),
        );
        assert!(visits.at_stations[p].get(0) < usual.at_stations[p].get(0));
        let own = |board: &VisitBoard| board.outcome[p][Outcome::OwnLevel].get(0);
        assert!(own(visits) < own(usual));
        all += 100.0 * workers;
    }
    // 0.2 thousand crowns each.
    let costs = with.world.resource::<Costs>();
    near(
        costs.by_policy[0][Payer::Ministry].0.get(0),
        all * 0.2 / 1000.0,
    );
}

/// One in a hundred of the elderly, which stations have time for; there is money for 10 people.
#[test]
fn money_may_be_shorter_than_time() {
    let policy = r#"(id: "checks", from: 2026, payer: Ministry,
        do: CheckUps(share: 0.01, groups: [Elderly], budget: 0.002))"#;
    let mut model = world(&CHECKS, policy);
    live_to(&mut model, 2026);
    let board = model.world.resource::<CheckUpBoard>();
    let population = model.world.resource::<Population>();
    let asked: f64 = (0..3)
        .map(|p| 0.01 * population.people[p].get(0) * population.share_60[p].get(0))
        .sum();
    near(sum(board.asked.iter().copied()).get(0), asked);
    near(sum(board.no_staff.iter().copied()).get(0), 0.0);
    near(sum(board.done.iter().copied()).get(0), 10.0);
    near(sum(board.no_money.iter().copied()).get(0), asked - 10.0);
    let costs = model.world.resource::<Costs>();
    near(costs.by_policy[0][Payer::Ministry].0.get(0), 0.002);
}
