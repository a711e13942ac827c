//! The care people receive, and who pays for it: the base year adds up to what is published, nothing
//! that is asked for is lost, and each lever does what is worked out here by hand.

use crate::support::country::{asking, held, three_provinces};
use crate::support::step;
use crate::support::step::live_to;
use carecast::internals::base::Base;
use carecast::internals::lanes::{Lanes, WIDTH};
use carecast::internals::units::Payer;
use carecast::internals::world::care::CareBoard;
use carecast::internals::world::country::Country;
use carecast::internals::world::facility::{BedBoard, Group, HospitalBoard};
use carecast::internals::world::fund::{FundBoard, Source};
use carecast::internals::world::money::Costs;
use carecast::internals::world::population::Population;
use carecast::internals::world::staff::{Employer, StaffBoard};
use carecast::internals::world::visits::{CareLevers, CheckUpBoard, Outcome, Place, VisitBoard};
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

/// Bed-days referred grow as without the line; half of the hospitals have one, advice is asked about 0.2 of
/// the patients and keeps 0.4 of these at home: 0.04.
#[test]
fn advice_over_a_line_keeps_patients_at_home() {
    let values = [
        ("remote.uptake", 0.2),
        ("remote.avoided", 0.4),
        ("remote.cost_line", 0.3),
        ("care.referral_crowding", 0.0),
    ];
    let policy = r#"(id: "lines", from: 2026, payer: Ministry,
        do: RemoteConsultation(share: 1.0, by: 2027, provinces: ["north-mark"]))"#;
    let [mut without, mut with] = ["", policy].map(|p| world(&values, p));
    live_to(&mut without, 2026);
    live_to(&mut with, 2026);
    let [usual, care] = [&without, &with].map(|m| m.world.resource::<CareBoard>());
    near(care.kept_by_links[0].get(0), 0.04);
    near(care.kept_by_links[1].get(0), 0.0);
    let sent = usual.referred[0].get(0);
    near(care.referred[0].get(0), 0.96 * sent);
    near(care.local[0].get(0), usual.local[0].get(0) + 0.04 * sent);
    let [usual, visits] = [&without, &with].map(|m| m.world.resource::<VisitBoard>());
    let central = usual.asked[0][Place::Central].get(0);
    near(visits.asked[0][Place::Central].get(0), 0.96 * central);
    // Six hospitals of the province's own, half of them with a line.
    let costs = with.world.resource::<Costs>();
    near(
        costs.by_policy[0][Payer::Ministry].0.get(0),
        6.0 * 0.5 * 0.3,
    );
}

/// The general hospital of the north closes. What the other beds cannot take at `close.full` goes south and
/// east by beds over kilometres, and no bed-day is lost.
#[test]
fn patients_of_a_closed_hospital_go_on_to_other_provinces() {
    let values = [("close.full", 0.9), ("close.cost_per_bed", 0.05)];
    let policy = r#"(id: "gone", from: 2026, payer: Provincial,
        do: CloseHospital(hospitals: ["north-mark-general"], year: 2026))"#;
    let [mut without, mut with] = ["", policy].map(|p| world(&values, p));
    let before = with.world.resource::<BedBoard>().built[0];
    live_to(&mut without, 2026);
    live_to(&mut with, 2026);
    let beds = with.world.resource::<BedBoard>();
    let [usual, care] = [&without, &with].map(|m| m.world.resource::<CareBoard>());
    let costs = with.world.resource::<Costs>();
    let gone = costs.by_policy[0][Payer::Provincial].0.get(0) / 0.05;
    assert!(
        gone > 400.0 && gone < before[Group::Provincial].get(0),
        "{gone}"
    );
    let near_home = |p: usize| -> f64 {
        [Group::Provincial, Group::Regional, Group::Private]
            .map(|group| beds.built[p][group].get(0))
            .iter()
            .sum()
    };
    let asked = care.local[0].get(0) + care.away[0].get(0);
    near(care.local[0].get(0), near_home(0) * 0.9 * 365.0);
    // Their need is what it was, but for what Central hospitals pass back.
    near(
        asked + care.referred[0].get(0),
        usual.local[0].get(0) + usual.referred[0].get(0),
    );
    let came: f64 = care.came.iter().map(|c| c.get(0)).sum();
    near(came, care.away[0].get(0));
    near(care.came[0].get(0), 0.0);
    assert!(care.came[1].get(0) > 0.0 && care.came[2].get(0) > 0.0);
    for p in 0..3 {
        let worked: f64 = [Group::Provincial, Group::Regional, Group::Private]
            .map(|group| care.worked[p][group].get(0))
            .iter()
            .sum();
        near(worked, care.local[p].get(0) + care.came[p].get(0));
    }
}

/// A merger leaves every bed in the province, at the level of the hospital that stays, one hospital fewer.
#[test]
fn a_merger_moves_beds_and_loses_none() {
    let policy = r#"(id: "one", from: 2026, payer: Provincial, do: MergeHospitals(
        hospitals: ["north-mark-regional-01"], into: "north-mark-general", year: 2026))"#;
    let [mut without, mut with] = ["", policy].map(|p| world(&[("close.cost_per_bed", 0.05)], p));
    live_to(&mut without, 2026);
    live_to(&mut with, 2026);
    let [usual, beds] = [&without, &with].map(|m| m.world.resource::<BedBoard>().built[0]);
    let all = |row: &enum_map::EnumMap<Group, Lanes>| -> f64 {
        row.values().map(|beds| beds.get(0)).sum()
    };
    assert!(
        (all(&usual) - all(&beds)).abs() < 20.0,
        "{usual:?} {beds:?}"
    );
    assert!(beds[Group::Regional].get(0) < usual[Group::Regional].get(0) - 50.0);
    let [usual, merged] = [&without, &with].map(|m| m.world.resource::<HospitalBoard>().all[0]);
    near(merged.get(0), usual.get(0) - 1.0);
    let care = with.world.resource::<CareBoard>();
    near(sum(care.away.iter().copied()).get(0), 0.0);
}

const SERVICES: [(&str, f64); 7] = [
    ("services.rise_chronic", 0.2),
    ("services.rise_tests", 0.1),
    ("services.doctors", 80.0),
    ("services.cost_chronic", 0.05),
    ("services.cost_tests", 1.0),
    ("services.running", 0.06),
    ("visits.stretch", 1.0),
];

/// Half of the stations offer both from 2027 on, a quarter in 2026; a station has so many doctors in a
/// thousand that are needed. Hospitals of the province lose what stations gain.
#[test]
fn services_draw_visits_as_far_as_there_are_doctors() {
    let policy = r#"(id: "services", from: 2026, payer: Provincial,
        do: StationServices(share: 0.5, by: 2027))"#;
    let [mut without, mut with] = ["", policy].map(|p| world(&SERVICES, p));
    live_to(&mut without, 2026);
    live_to(&mut with, 2026);
    let [usual, visits] = [&without, &with].map(|m| m.world.resource::<VisitBoard>());
    let staff = with.world.resource::<StaffBoard>();
    let stations = &with.world.resource::<Country>().stations;
    for p in 0..3 {
        let doctors = staff.heads[0][p][Employer::Commune].get(0) / stations[p];
        let before = usual.asked[p][Place::Station].get(0);
        let moved = before * 0.25 * 0.3 * doctors / 80.0;
        near(visits.asked[p][Place::Station].get(0), before + moved);
        let hospitals = [Place::Regional, Place::Provincial, Place::Private];
        let there = |board: &VisitBoard| -> f64 {
            hospitals.iter().map(|h| board.asked[p][*h].get(0)).sum()
        };
        near(there(visits), there(usual) - moved);
        for place in hospitals {
            let part = usual.asked[p][place].get(0) / there(usual);
            near(visits.asked[p][place].get(0), part * there(visits));
        }
    }
    // A quarter of the stations equipped for both, and run.
    let quarter = 0.25 * stations.iter().sum::<f64>();
    let costs = with.world.resource::<Costs>();
    near(
        costs.by_policy[0][Payer::Provincial].0.get(0),
        quarter * (1.05 + 2.0 * 0.06),
    );
}

/// Two in ten are promised a list; a doctor keeps one of 100. A tenth of the visits of those on a list move.
#[test]
fn lists_are_kept_as_far_as_there_are_doctors() {
    let values = [("family.moved", 0.1), ("family.cost", 60.0)];
    let policy =
        r#"(id: "lists", from: 2026, payer: Hospitals, do: FamilyMedicine(share: 0.2, list: 100))"#;
    let [mut without, mut with] = ["", policy].map(|p| world(&values, p));
    live_to(&mut without, 2026);
    live_to(&mut with, 2026);
    let [usual, visits] = [&without, &with].map(|m| m.world.resource::<VisitBoard>());
    let staff = with.world.resource::<StaffBoard>();
    let people = &with.world.resource::<Population>().people;
    let levers = with.world.resource::<CareLevers>();
    let mut all = 0.0;
    for p in 0..3 {
        let doctors = staff.heads[0][p][Employer::Commune].get(0);
        let listed = (100.0 * doctors).min(0.2 * people[p].get(0));
        near(levers.on_lists[p].get(0), listed);
        let part = 0.1 * listed / people[p].get(0);
        let before = usual.asked[p][Place::Regional].get(0);
        near(
            visits.asked[p][Place::Regional].get(0),
            before * (1.0 - part),
        );
        let central = usual.asked[p][Place::Central].get(0);
        near(visits.asked[p][Place::Central].get(0), central);
        all += listed;
    }
    let costs = with.world.resource::<Costs>();
    near(
        costs.by_policy[0][Payer::Hospitals].0.get(0),
        all * 60.0 * 1e-6,
    );
}

/// 30 million crowns at half a million a place are 60 places at the school, whose owner pays for students.
#[test]
fn capital_of_a_school_buys_places() {
    let values = [
        ("cost.training_place", 0.5),
        ("cost.student_year_nurse", 10.0),
    ];
    let policy = r#"(id: "school", from: 2026, payer: Provincial, do: TrainingIntake(occupation: "nurse",
        growth: 0, schools: [(school: "royal-university-nurse", capital: 30, first: 2026)]))"#;
    let mut model = world(&values, policy);
    live_to(&mut model, 2026);
    let costs = model.world.resource::<Costs>();
    near(costs.by_policy[0][Payer::Provincial].0.get(0), 30.0);
    near(costs.by_policy[0][Payer::Ministry].0.get(0), 60.0 * 0.01);
}
