//! What is decided about staff, worked out by hand in a country of one province; a lever of size zero
//! leaves every future as it was, and a larger one never gives less.

use crate::support::country::{asking, three_provinces};
use crate::support::step;
use crate::support::step::live_to;
use carecast::internals::base::{Base, Ranged};
use carecast::internals::engine::block;
use carecast::internals::engine::layout::Layout;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::engine::{Options, live};
use carecast::internals::indicator::{Read, View, read};
use carecast::internals::lanes::Lanes;
use carecast::internals::scenario::Scenario;
use carecast::internals::units::Payer;
use carecast::internals::world::country::Index;
use carecast::internals::world::decisions::Decisions;
use carecast::internals::world::money::{Costs, Purpose};
use carecast::internals::world::staff::{Employer, Entrants, PUBLIC, StaffBoard};
use carecast::internals::year::Model;
use enum_map::EnumMap;
use std::sync::Arc;

const DOCTORS: usize = 0;
const NURSES: usize = 1;
const HOSPITALS: Employer = Employer::Provincial;
const STATIONS: Employer = Employer::Commune;

/// The first province of the made-up country, alone.
fn one_province() -> Base {
    let mut base = three_provinces();
    let all = base.population();
    base.provinces.truncate(1);
    // What is known of other provinces, and of projects that are not there, goes with them.
    base.tracked_values.retain(|v| v.province == 0);
    base.milestones.clear();
    let share = base.population() / all;
    for (_, people) in &mut base.population_path {
        *people *= share;
    }
    base.facilities.retain(|f| f.province == 0);
    base.projects.clear();
    base.transfers.clear();
    base.proposed_transfers.clear();
    for school in &mut base.programmes {
        school.province = 0;
    }
    base.targets
        .retain(|t| t.scope == "nation" && t.indicator == "beds_per_10k");
    assert!(base.provinces[0].code == "north-mark");
    // Alone it is the nation, whose figures are single ones.
    let people = base.population() / 1e4;
    let province = &mut base.provinces[0];
    province.beds = Ranged::single(province.beds.central);
    base.beds_per_10k = province.beds.central / people;
    for (occupation, staff) in base.occupations.iter_mut().zip(&mut province.staff) {
        if let Some(staff) = staff {
            *staff = Ranged::single(staff.central);
            occupation.national_per_10k = Some(staff.central / people);
        }
    }
    base
}

/// The same with all doctors in one age band.
fn of_one_age(band: usize) -> Base {
    let mut base = one_province();
    let ages = &mut base.occupations[DOCTORS].age_shares;
    ages.iter_mut().for_each(|share| *share = 0.0);
    ages[band] = 1.0;
    base
}

/// Nobody dies, leaves, goes abroad, enters, drops out or is counted twice; prices are round.
const QUIET: &[(&str, f64)] = &[
    ("exit.death_mult", 0.0),
    ("exit.quit_public_doctor", 0.0),
    ("exit.quit_private_doctor", 0.0),
    ("exit.to_private_doctor", 0.0),
    ("exit.emigrate_doctor", 0.0),
    ("exit.shock_sd", 0.0),
    ("exit.burnout", 0.0),
    ("base.doctor_overcount", 0.0),
    ("entry.doctor", 0.0),
    ("entry.wait_leave", 0.0),
    ("entry.waiting_at_base", 0.0),
    ("allow.quit_effect", -0.04),
    ("allow.attract", 0.12),
    ("allow.points", 30.0),
    ("allow.saturation", 50.0),
    ("allow.starting_weight", 0.5),
    ("cost.allowance", 0.2),
    ("cost.pay_doctor", 200.0),
    ("cost.student_year_doctor", 60.0),
    ("cost.student_year_nurse", 30.0),
    ("cost.training_place", 0.8),
    ("train.completion_doctor", 1.0),
    ("train.completion_nurse", 1.0),
    ("train.enrolled_growth_nurse", 0.0),
    ("train.intake_growth", 0.0),
    ("train.late_share", 0.0),
    ("train.capacity", 2.0),
    ("rotation.stay", 0.0),
    ("rotation.extra_pay", 0.5),
    ("bond.fulfil", 0.6),
];

/// A world of expectations at the base year; `other` values stand in place of the quiet ones.
fn quiet(base: Base, other: &[(&str, f64)], policies: &str) -> Model {
    let rows: String = QUIET
        .iter()
        .filter(|(id, _)| other.iter().all(|(o, _)| o != id))
        .chain(other)
        .map(|(id, value)| format!("\"{id}\": Fixed({value:?}),"))
        .collect();
    let fields = format!("uncertainty: none, assumptions: {{{rows}}},");
    let scenario = asking(&Arc::new(base), &fields, policies);
    step::world(&scenario, 0)
}

fn heads(model: &Model, employer: Employer) -> f64 {
    model.world.resource::<StaffBoard>().heads[DOCTORS][0][employer].get(0)
}

fn entrants(model: &Model, occupation: usize) -> Entrants {
    let entity = model.world.resource::<Index>().entrants[occupation];
    *model.world.get::<Entrants>(entity).expect("entrants stay")
}

/// What the first policy costs this year, by the payer.
fn cost(model: &Model, payer: Payer) -> f64 {
    model.world.resource::<Costs>().by_policy[0][payer].0.get(0)
}

fn booked(model: &Model, purpose: Purpose) -> f64 {
    let costs = model.world.resource::<Costs>();
    costs.by.values().map(|row| row[purpose].0.get(0)).sum()
}

fn done(model: &Model) -> f64 {
    model.world.resource::<Decisions>().done(0).get(0)
}

#[track_caller]
fn close(got: f64, hand: f64) {
    assert!(
        (got - hand).abs() <= 1e-9 * hand.abs().max(1.0),
        "got {got}, by hand {hand}"
    );
}

#[test]
fn added_classes_graduate_after_their_years_and_cost_places_once_and_students_each_year() {
    // 420 nurses graduate a year and as many begin; half as many again begin from 2025 on.
    let plan = r#"(id: "more", from: 2025, payer: Ministry,
        do: TrainingIntake(occupation: "nurse", growth: 0.5))"#;
    let mut model = quiet(one_province(), &[], plan);
    let (place, student) = (0.8, 0.03);
    for year in 2025..=2030 {
        live_to(&mut model, year);
        let classes = (year - 2024).min(3);
        let graduates = if year >= 2028 { 630.0 } else { 420.0 };
        close(entrants(&model, NURSES).graduates.get(0), graduates);
        let built = if year == 2025 { 210.0 * place } else { 0.0 };
        let hand = built + f64::from(classes) * 210.0 * student;
        close(cost(&model, Payer::Ministry), hand);
        // Three years of study and one of practice.
        close(done(&model), if year >= 2029 { 1.0 } else { 0.0 });
    }

    // Schools that teach a fifth more than at base, and a new school of 40 from 2026 on, whose
    // private owner pays for its students.
    let plan = r#"(id: "more", from: 2025, to: 2026, payer: Ministry, do: TrainingIntake(
        occupation: "nurse", growth: 0.5, cap: 1.2,
        new_schools: [(places: 40, first: 2026, cost: 100, owner: Private)]))"#;
    let mut model = quiet(one_province(), &[], plan);
    live_to(&mut model, 2025);
    close(cost(&model, Payer::Ministry), 84.0 * (place + student));
    live_to(&mut model, 2026);
    close(cost(&model, Payer::Ministry), 100.0 + 168.0 * student);
    close(cost(&model, Payer::Private), 40.0 * student);
    // After the last year nobody is admitted to larger classes; the school goes on.
    live_to(&mut model, 2029);
    close(
        entrants(&model, NURSES).graduates.get(0),
        420.0 + 84.0 + 40.0,
    );
    close(cost(&model, Payer::Ministry), 0.0);
    close(cost(&model, Payer::Private), 3.0 * 40.0 * student);
    live_to(&mut model, 2030);
    close(entrants(&model, NURSES).graduates.get(0), 420.0 + 40.0);
}

#[test]
fn growth_of_the_raised_intake_compounds() {
    let plan = r#"(id: "more", from: 2026, do: TrainingIntake(
        occupation: "nurse", growth: 0.2, a_year: 0.1))"#;
    let mut model = quiet(one_province(), &[], plan);
    live_to(&mut model, 2028);
    close(entrants(&model, NURSES).graduates.get(0), 420.0);
    for year in 2029..=2031 {
        live_to(&mut model, year);
        let hand = 420.0 * 1.2 * 1.1_f64.powi(year - 2029);
        close(entrants(&model, NURSES).graduates.get(0), hand);
    }
}

/// What points of pay are worth where 50 of them are worth most.
fn worth(points: f64) -> f64 {
    50.0 * (1.0 - (-points / 50.0).exp())
}

#[test]
fn an_allowance_keeps_staff_along_a_curve_that_flattens_and_is_paid_to_all() {
    let plan = r#"(id: "pay", payer: Ministry, do: Incentives(
        employers: [Commune, Provincial], occupation: "doctor", points: 20))"#;
    let quits = [("exit.quit_public_doctor", 0.1)];
    let mut model = quiet(of_one_age(0), &quits, plan);
    let start = [HOSPITALS, STATIONS].map(|e| heads(&model, e));
    live_to(&mut model, 2025);
    // 30 points of allowance raise pay by a fifth: a point of pay is one and a half of allowance.
    // Stations have 20 points of pay already.
    let effect = -0.04 * 1.5 / 10.0;
    let hospital = 0.1 * (1.0 + effect * worth(20.0));
    let station = 0.1 * (1.0 - 0.04 * 3.0 + effect * (worth(40.0) - worth(20.0)));
    close(heads(&model, HOSPITALS), start[0] * (1.0 - hospital));
    close(heads(&model, STATIONS), start[1] * (1.0 - station));
    let people = heads(&model, HOSPITALS) + heads(&model, STATIONS);
    close(cost(&model, Payer::Ministry), people * 0.2 * 0.2);
}

#[test]
fn pay_draws_those_who_choose_and_starting_pay_is_paid_once() {
    // Few look for a post and all posts are open: they go by open posts times appeal.
    let values = [
        ("allow.quit_effect", 0.0),
        ("entry.doctor", 0.1),
        ("post.match", 1.0),
        ("post.vacancy_doctor", 0.5),
    ];
    let placed = |model: &Model, e: Employer| {
        model.world.resource::<StaffBoard>().placed[DOCTORS][0][e].get(0)
    };
    let plan = r#"(id: "pay", from: 2025, to: 2025, do: Incentives(
        employers: [Commune], occupation: "doctor", points: 10, starting_pay: 0.4))"#;
    let mut without = quiet(of_one_age(0), &values, "");
    let mut with = quiet(of_one_age(0), &values, plan);
    live_to(&mut without, 2025);
    live_to(&mut with, 2025);
    // Half of 40 points of first pay count.
    let more = 0.12 / 30.0 * 1.5 * (worth(20.0 + 10.0 + 20.0) - worth(20.0));
    let ratio = |m: &Model| placed(m, STATIONS) / placed(m, HOSPITALS);
    close(ratio(&with) / ratio(&without), (1.12 + more) / 1.12);
    let hand = 0.2 * (0.1 * heads(&with, STATIONS) + 0.4 * placed(&with, STATIONS));
    close(cost(&with, Payer::Provincial), hand);
    live_to(&mut with, 2026);
    close(cost(&with, Payer::Provincial), 0.0);
}

/// Doctors per station as it is read.
fn per_station(model: &Model) -> f64 {
    let base = &model
        .world
        .resource::<carecast::internals::world::country::Country>()
        .base;
    let registry = carecast::internals::indicator::registry(base);
    let indicator = registry
        .iter()
        .find(|i| i.info.id == "doctors_per_station")
        .expect("in the registry");
    let pools = (0..base.occupations.len())
        .map(|o| entrants(model, o))
        .collect();
    let mut found = Read::default();
    read(&View::of(&model.world, pools), indicator, &[], &mut found);
    found.nation.get(0)
}

fn stations(base: &Base) -> f64 {
    let commune = carecast::internals::base::Level::Commune;
    base.facilities
        .iter()
        .filter(|f| f.level == commune)
        .count() as f64
}

#[test]
fn lent_doctors_count_for_their_months_and_some_stay() {
    let plan = r#"(id: "lend", from: 2025, to: 2025,
        do: CommuneDoctors(rotation: (doctors: 12, months: 6)))"#;
    let n = stations(&one_province());
    let stays = [("rotation.stay", 0.25)];
    let mut model = quiet(of_one_age(0), &stays, plan);
    let (hospital, station) = (heads(&model, HOSPITALS), heads(&model, STATIONS));
    live_to(&mut model, 2025);
    close(heads(&model, HOSPITALS), hospital - 3.0);
    close(heads(&model, STATIONS), station + 3.0);
    close(per_station(&model), (station + 3.0 + 12.0 * 0.5) / n);
    // Half the pay of the time away on top, and the pay of three who stayed in posts of their own as
    // far as those of the base are full.
    close(done(&model), 1.0);
    assert!(cost(&model, Payer::Provincial) >= 0.5 * 6.0 * 0.2 - 1e-9);
    live_to(&mut model, 2026);
    close(per_station(&model), (station + 3.0) / n);
}

#[test]
fn recruits_fill_exactly_the_posts_that_were_added_and_are_paid_once() {
    // More people wait than posts are open, every post is as good as another, all are matched.
    let values = [
        ("train.grad_doctor", 5000.0),
        ("entry.waiting_at_base", 1.0),
        ("post.match", 1.0),
        ("post.central_appeal", 1.0),
        ("post.commune_appeal", 1.0),
        ("post.private_appeal", 1.0),
        ("allow.attract", 0.0),
    ];
    let plan = r#"(id: "recruit", from: 2025, payer: Ministry,
        do: CommuneDoctors(recruitment: (posts: 10, by: 2026)))"#;
    let mut without = quiet(of_one_age(0), &values, "");
    let mut with = quiet(of_one_age(0), &values, plan);
    for (year, posts) in [(2025, 5.0), (2026, 10.0), (2027, 10.0)] {
        live_to(&mut without, year);
        live_to(&mut with, year);
        close(heads(&with, STATIONS), heads(&without, STATIONS) + posts);
        close(heads(&with, HOSPITALS), heads(&without, HOSPITALS));
        // Pay with the allowance of stations.
        close(cost(&with, Payer::Ministry), posts * 0.2 * 1.2);
        for purpose in [Purpose::StationPay, Purpose::Allowances] {
            close(booked(&with, purpose), booked(&without, purpose));
        }
        close(done(&with), if year >= 2026 { 1.0 } else { 0.0 });
    }
    // Half of what is missing to twenty doctors a station.
    let n = stations(&one_province());
    let plan = r#"(id: "standard", from: 2025,
        do: CommuneDoctors(recruitment: (standard: 20, funded: 0.5)))"#;
    let mut with = quiet(of_one_age(0), &values, plan);
    let mut without = quiet(of_one_age(0), &values, "");
    live_to(&mut with, 2025);
    live_to(&mut without, 2025);
    let before = heads(&without, STATIONS);
    close(heads(&with, STATIONS), before + 0.5 * (20.0 * n - before));
}

#[test]
fn bound_students_come_to_stations_after_study_and_practice() {
    // No exam in this country: 5 begin in 2025 and 2026, 3 of each class keep their bond.
    let plan =
        r#"(id: "bound", from: 2025, to: 2026, do: CommuneDoctors(scholarships: (places: 5)))"#;
    let mut without = quiet(of_one_age(0), &[], "");
    let mut with = quiet(of_one_age(0), &[], plan);
    for year in 2025..=2034 {
        live_to(&mut without, year);
        live_to(&mut with, year);
        let classes = f64::from((year - 2031).clamp(0, 2));
        close(
            heads(&with, STATIONS),
            heads(&without, STATIONS) + 3.0 * classes,
        );
        close(heads(&with, HOSPITALS), heads(&without, HOSPITALS));
        let students = match year {
            2025 | 2031 => 5.0,
            2026..=2030 => 10.0,
            _ => 0.0,
        };
        let built = if year == 2025 { 5.0 * 0.8 } else { 0.0 };
        let at_school = built + students * 0.06;
        assert!(cost(&with, Payer::Provincial) >= at_school - 1e-9, "{year}");
        if year <= 2031 {
            close(cost(&with, Payer::Provincial), at_school);
        }
        close(done(&with), if year >= 2032 { 1.0 } else { 0.0 });
    }
}

#[test]
fn those_kept_past_the_age_do_not_retire_and_are_paid() {
    // All doctors are 60 to 64.
    let base = of_one_age(7);
    let ages = |year: i32| {
        let row = base.retirement_age.iter().find(|(y, ..)| y.0 == year);
        row.map(|(_, men, _)| *men).expect("in the table")
    };
    let (men_age, rise) = (ages(2025), ages(2025) - ages(2024));
    let (m, w, o) = (0.6, 0.4, 0.3);
    let values = [
        ("ret.male_share_doctor", m),
        ("ret.work_on_doctor_public", o),
        ("ret.work_on_doctor_private", 0.6),
        ("ret.exit_65", 0.35),
    ];
    let retires = |o: f64| {
        let n60 = m * ((men_age - 60.0) + o * (65.0 - men_age)) + 5.0 * o * w;
        (1.0 - o) * m * (1.0 - rise) / n60
    };
    let plan = r#"(id: "stay", payer: Hospitals, do: RetirementExtension(
        occupation: "doctor", share: 0.5, to_age: 70))"#;
    let mut with = quiet(base.clone(), &values, plan);
    let mut without = quiet(base.clone(), &values, "");
    let start = EnumMap::from_fn(|e| heads(&with, e));
    live_to(&mut with, 2025);
    live_to(&mut without, 2025);
    for e in PUBLIC {
        close(heads(&without, e), start[e] * (1.0 - retires(o)));
        close(heads(&with, e), start[e] * (1.0 - retires(o + 0.7 * 0.5)));
    }
    close(
        heads(&with, Employer::Private),
        heads(&without, Employer::Private),
    );
    let [a, b, c] = PUBLIC.map(|e| start[e]);
    let kept = 0.5 * retires(o) * (a + b + c);
    close(cost(&with, Payer::Hospitals), kept * 0.2);
    close(done(&with), 1.0);
}

/// All that is kept of the futures of a scenario but what single policies cost, bit for bit.
fn futures(scenario: &Scenario, count: u32) -> Vec<u32> {
    let prototype = Prototype::new(scenario).expect("a checked scenario can be put into a world");
    let layout = Layout::of(&prototype);
    let options = Options {
        threads: Some(1),
        replicates: 0..count,
        ..Options::of(scenario)
    };
    let (blocks, _) = live(&prototype, &layout, &options, &|_, _| true).expect("the laws hold");
    let mut bits = Vec::new();
    for block in &blocks {
        for row in [&block.samples, &block.ledger, &block.costs, &block.assumed] {
            bits.extend(row.iter().map(|v| v.to_bits()));
        }
        bits.extend(block.gaps.iter().flatten().map(|v| v.to_bits()));
        bits.extend(block.hiring.iter().flatten().map(|v| v.to_bits()));
        bits.extend(block.met.iter().map(|m| u32::from(*m)));
        assert!(block.policy_costs.iter().flatten().all(|c| *c == 0.0));
    }
    bits
}

#[test]
fn a_lever_of_size_zero_leaves_every_future_as_it_was() {
    let base = Arc::new(three_provinces());
    let zeros = [
        r#"TrainingIntake(occupation: "doctor", growth: 0, new_schools: [(places: 0, first: 2026)])"#,
        r#"TrainingIntake(occupation: "nurse", growth: 0, a_year: 0, cap: 1)"#,
        r#"Incentives(employers: [Central, Provincial, Commune], points: 0, starting_pay: 0)"#,
        r#"CommuneDoctors(rotation: (doctors: 0), recruitment: (posts: 0), scholarships: (places: 0))"#,
        r#"CommuneDoctors(rotation: (doctors: 0, months: 6), recruitment: (standard: 5, funded: 0))"#,
        r#"RetirementExtension(occupation: "doctor", share: 0, to_age: 68)"#,
    ];
    for mode in ["both", "none"] {
        let fields = format!("years: (first: 2025, last: 2033), uncertainty: {mode},");
        let without = futures(&asking(&base, &fields, ""), 20);
        for zero in zeros {
            let plan = format!("(id: \"zero\", do: {zero})");
            let with = futures(&asking(&base, &fields, &plan), 20);
            assert!(without == with, "{mode}: {zero}");
        }
        // What waits and is never set off does nothing either.
        let plan = r#"(id: "waits", when: Above(indicator: "doctors_per_10k", level: 1000),
            do: CommuneDoctors(rotation: (doctors: 30), recruitment: (standard: 5), scholarships: (places: 9)))"#;
        let with = futures(&asking(&base, &fields, plan), 20);
        assert!(without == with, "{mode}: waits");
    }
}

/// Means over futures of a national indicator, by year.
fn means(policies: &str, id: &str) -> Vec<f64> {
    let base = Arc::new(three_provinces());
    let scenario = asking(&base, "", policies);
    let prototype = Prototype::new(&scenario).expect("a checked scenario can be put into a world");
    let layout = Layout::of(&prototype);
    let options = Options {
        threads: Some(1),
        replicates: 0..64,
        ..Options::of(&scenario)
    };
    let (blocks, _) = live(&prototype, &layout, &options, &|_, _| true).expect("the laws hold");
    let i = prototype.indicators.iter().position(|i| i.info.id == id);
    let first = layout.first_series[i.expect("in the registry")];
    (1..layout.years.len())
        .map(|year| {
            let cell = layout.cell(first, year);
            let sum: f64 = blocks
                .iter()
                .flat_map(|b| &b.samples[cell * b.lanes..(cell + 1) * b.lanes])
                .map(|v| f64::from(*v))
                .sum();
            sum / 64.0
        })
        .collect()
}

#[test]
fn a_lever_twice_as_large_never_gives_less() {
    let cases: [(&str, [&str; 3], &str, f64); 10] = [
        (
            r#"TrainingIntake(occupation: "doctor", growth: @)"#,
            ["0", "0.15", "0.3"],
            "doctors_per_10k",
            1.0,
        ),
        (
            r#"TrainingIntake(occupation: "nurse", growth: @)"#,
            ["0", "0.15", "0.3"],
            "graduates",
            1.0,
        ),
        (
            r#"TrainingIntake(occupation: "nurse", growth: 0, new_schools: [(places: @, first: 2025)])"#,
            ["0", "60", "120"],
            "nurses_per_10k",
            1.0,
        ),
        (
            r#"Incentives(employers: [Commune], points: @)"#,
            ["0", "20", "40"],
            "doctors_per_station",
            1.0,
        ),
        (
            r#"Incentives(employers: [Central, Provincial, Commune], points: @)"#,
            ["0", "20", "40"],
            "resignations",
            -1.0,
        ),
        (
            r#"CommuneDoctors(rotation: (doctors: @, months: 6))"#,
            ["0", "10", "20"],
            "doctors_per_station",
            1.0,
        ),
        (
            r#"CommuneDoctors(recruitment: (posts: @, by: 2028))"#,
            ["0", "20", "40"],
            "doctors_per_station",
            1.0,
        ),
        (
            r#"CommuneDoctors(recruitment: (standard: 5, funded: @))"#,
            ["0", "0.4", "0.8"],
            "doctors_per_station",
            1.0,
        ),
        (
            r#"CommuneDoctors(scholarships: (places: @))"#,
            ["0", "8", "16"],
            "doctors_per_station",
            1.0,
        ),
        (
            r#"RetirementExtension(occupation: "doctor", share: @, to_age: 67)"#,
            ["0", "0.4", "0.8"],
            "doctors_per_10k",
            1.0,
        ),
    ];
    for (decision, sizes, id, sign) in cases {
        let of = |size: &str| {
            let plan = format!("(id: \"p\", do: {})", decision.replace('@', size));
            means(&plan, id)
        };
        let rows = sizes.map(of);
        for (less, more) in rows[0]
            .iter()
            .zip(&rows[1])
            .chain(rows[1].iter().zip(&rows[2]))
        {
            let gain = sign * (more - less);
            assert!(gain >= -1e-6 * less.abs(), "{decision} {id}: {rows:?}");
        }
        let last = |row: &Vec<f64>| sign * row.last().copied().expect("years");
        assert!(
            last(&rows[2]) > last(&rows[1]) && last(&rows[1]) > last(&rows[0]),
            "{decision} {id}: {rows:?}"
        );
    }
}

#[test]
fn whole_people_come_to_the_stations_that_are_named() {
    let base = Arc::new(three_provinces());
    let code = |p: usize| base.provinces[p].code.clone();
    let plan = format!(
        r#"(id: "p", do: CommuneDoctors(rotation: (doctors: 40, months: 3), recruitment: (posts: 30),
        scholarships: (places: 7), provinces: ["{}"]))"#,
        code(1)
    );
    let scenario = asking(&base, "", &plan);
    let prototype = Prototype::new(&scenario).expect("a checked scenario can be put into a world");
    let mut model = prototype.instantiate();
    block::begin(&mut model, &prototype, 0, 16);
    live_to(&mut model, 2034);
    let board = model.world.resource::<StaffBoard>();
    for row in &board.heads[DOCTORS] {
        for count in row.values() {
            assert_eq!(count.floor(), *count);
        }
    }
    let levers = model
        .world
        .resource::<carecast::internals::world::staff::StaffLevers>();
    assert_eq!(levers.station_posts(0), Lanes::ZERO);
    assert!(levers.station_posts(1).ge(Lanes::splat(30.0)).all());
    assert_eq!(levers.rotated(1), Lanes::splat(10.0));
    assert_eq!(levers.rotated(2), Lanes::ZERO);
}
