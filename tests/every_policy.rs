//! What holds of every kind of policy: a lever of size zero changes nothing, twice the lever does not
//! serve worse, one that waits in vain is not there, and one set off late is the same one written for
//! later. And its money is a part of all money.
//!
//! A new kind is refused here until it has a row in [`EXAMPLES`].

use crate::support::country::{asking, three_provinces};
use crate::support::lived::{found, lived};
use carecast::internals::policy::NAMES;
use carecast::internals::scenario::file::from_text;
use carecast::internals::scenario::{PAYERS, Scenario};
use carecast::internals::units::Year;
use std::sync::Arc;

/// A kind of policy at work in the made-up country of three provinces, whose first simulated year is
/// 2025 and whose last is 2034.
struct Example {
    /// Name of the kind.
    kind: &'static str,
    /// The decision with a lever of this size, all its own years moved by so many: `None` where no
    /// decision of this size can be written, because the lever is a list.
    decision: fn(f64, i32) -> Option<String>,
    /// The size that is nothing.
    nothing: f64,
    /// A size.
    once: f64,
    /// Twice as much.
    twice: f64,
    /// Fields of the policy besides `id`, `do`, `from` and `when`.
    fields: &'static str,
    /// The indicator it serves, and whether more of it is better.
    serves: (&'static str, bool),
    /// Whether the policy set off late is the very same one written with a later `from`.
    later_is_the_same: bool,
}

const LINKS: [(&str, &str); 4] = [
    ("royal-hospital", "east-vale-general"),
    ("royal-hospital", "north-mark-general"),
    ("royal-hospital", "port-saint-general"),
    ("royal-hospital", "north-mark-childrens"),
];

fn links(size: f64, later: i32) -> Option<String> {
    let first = 2026 + later;
    let links: Vec<String> = LINKS[..size as usize]
        .iter()
        .map(|(core, satellite)| {
            format!(
                "(core: \"{core}\", satellite: \"{satellite}\", specialty: \"general\", from: {first})"
            )
        })
        .collect();
    (!links.is_empty()).then(|| format!("SatelliteHospitals(links: [{}])", links.join(", ")))
}

fn campus(size: f64, later: i32) -> Option<String> {
    Some(format!(
        "SecondCampus(hospital: \"royal-hospital\", province: \"east-vale\", beds: {size}, opens: {})",
        2027 + later
    ))
}

fn handover(size: f64, later: i32) -> Option<String> {
    let hospitals = &["royal-heart-centre", "royal-hospital"][..size as usize];
    let named: Vec<String> = hospitals.iter().map(|h| format!("\"{h}\"")).collect();
    (!named.is_empty()).then(|| {
        format!(
            "TransferToProvince(hospitals: [{}], year: {})",
            named.join(", "),
            2026 + later
        )
    })
}

fn level(size: f64, _later: i32) -> Option<String> {
    Some(format!(
        "Investment(amount: Level({size}), money: Planned, split: (new_beds: Share(0.6), training_places: Share(0.1), stations: Rest))"
    ))
}

/// A multiple adds what lies above one.
fn multiple(size: f64, _later: i32) -> Option<String> {
    Some(format!(
        "Investment(amount: Multiple({}), money: Disbursed, split: (expansion: Share(0.8), equipment: Rest), allocation: PerHead)",
        1.0 + size
    ))
}

fn profile(size: f64, later: i32) -> Option<String> {
    let year = 2026 + later;
    Some(format!(
        "Investment(amount: Profile([({year}, {size}), ({}, {})]), money: Planned, split: (new_beds: Share(1.0)), allocation: List([\"east-vale\"]))",
        year + 1,
        size / 2.0
    ))
}

/// A total of an assumption in equal parts over the years that are left.
fn total(size: f64, _later: i32) -> Option<String> {
    (size == 1.0).then(|| {
        "Investment(amount: Assumed(\"ntp.local_invest\"), money: Planned, split: (new_beds: Share(1.0)))"
            .to_owned()
    })
}

/// Money a year for a followed indicator.
fn initiative(size: f64, _later: i32) -> Option<String> {
    Some(format!(
        "Initiative(indicator: \"insurance_cover\", cost: {size}, provinces: [\"north-mark\", \"east-vale\"])"
    ))
}

/// Pace of the work on a milestone.
fn milestone(size: f64, later: i32) -> Option<String> {
    let by = 2029 + later;
    (by <= LAST).then(|| {
        format!(
            "ReachMilestone(milestone: \"north-mark-grade-1\", by: {by}, cost: 40, effort: {size})"
        )
    })
}

/// Stations rebuilt a year.
fn upgrade(size: f64, _later: i32) -> Option<String> {
    Some(format!("StationUpgrade(pace: Number({size}), years: 1)"))
}

/// Openings beyond those that come anyway.
fn private(size: f64, _later: i32) -> Option<String> {
    Some(format!("PrivateSector(openings: {})", 1.0 + size))
}

fn intake(size: f64, _later: i32) -> Option<String> {
    Some(format!(
        "TrainingIntake(occupation: \"nurse\", growth: {size})"
    ))
}

fn allowance(size: f64, _later: i32) -> Option<String> {
    Some(format!("Incentives(employers: [Commune], points: {size})"))
}

fn recruits(size: f64, _later: i32) -> Option<String> {
    Some(format!("CommuneDoctors(recruitment: (posts: {size}))"))
}

fn stay(size: f64, _later: i32) -> Option<String> {
    Some(format!(
        "RetirementExtension(occupation: \"doctor\", share: {size}, to_age: 67)"
    ))
}

/// Co-payments taken over.
fn exemption(size: f64, _later: i32) -> Option<String> {
    Some(format!("FeeExemption(share: {size})"))
}

/// Check-ups promised to a share of the people, few enough for the stations to hold.
fn check_ups(size: f64, _later: i32) -> Option<String> {
    Some(format!("CheckUps(share: {size})"))
}

fn lines(size: f64, _later: i32) -> Option<String> {
    Some(format!("RemoteConsultation(share: {size})"))
}

/// Hospitals of one province, so many of them.
fn some(size: f64) -> Option<String> {
    let all = ["north-mark-regional-01", "north-mark-regional-02"];
    let named = all[..size as usize].iter().map(|h| format!("\"{h}\""));
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| named.join(", "))
}

fn closure(size: f64, later: i32) -> Option<String> {
    let hospitals = some(size)?;
    let year = 2026 + later;
    Some(format!(
        "CloseHospital(hospitals: [{hospitals}], year: {year})"
    ))
}

fn merger(size: f64, later: i32) -> Option<String> {
    let hospitals = some(size)?;
    let year = 2026 + later;
    Some(format!(
        "MergeHospitals(hospitals: [{hospitals}], into: \"north-mark-general\", year: {year})"
    ))
}

fn services(size: f64, _later: i32) -> Option<String> {
    Some(format!("StationServices(share: {size})"))
}

fn lists(size: f64, _later: i32) -> Option<String> {
    Some(format!("FamilyMedicine(share: {size})"))
}

const BEDS: (&str, bool) = ("beds_per_10k", true);

const EXAMPLES: &[Example] = &[
    Example {
        kind: "SatelliteHospitals",
        decision: links,
        nothing: 0.0,
        once: 2.0,
        twice: 4.0,
        fields: "",
        serves: ("referral_share", false),
        later_is_the_same: true,
    },
    Example {
        kind: "SecondCampus",
        decision: campus,
        nothing: 0.0,
        once: 150.0,
        twice: 300.0,
        fields: "",
        serves: BEDS,
        later_is_the_same: true,
    },
    Example {
        kind: "TransferToProvince",
        decision: handover,
        nothing: 0.0,
        once: 1.0,
        twice: 2.0,
        fields: "",
        serves: ("managed_beds_per_10k", true),
        later_is_the_same: true,
    },
    Example {
        kind: "Investment",
        decision: level,
        nothing: 0.0,
        once: 60.0,
        twice: 120.0,
        fields: "payer: Provincial,",
        serves: BEDS,
        later_is_the_same: true,
    },
    Example {
        kind: "Investment",
        decision: multiple,
        nothing: 0.0,
        once: 0.5,
        twice: 1.0,
        fields: "payer: Ministry,",
        serves: BEDS,
        later_is_the_same: true,
    },
    Example {
        kind: "Investment",
        decision: profile,
        nothing: 0.0,
        once: 100.0,
        twice: 200.0,
        fields: "payer: Provincial,",
        serves: BEDS,
        later_is_the_same: true,
    },
    Example {
        kind: "Investment",
        decision: total,
        nothing: 0.0,
        once: 1.0,
        twice: 1.0,
        fields: "payer: Ministry,",
        serves: BEDS,
        later_is_the_same: true,
    },
    Example {
        kind: "Initiative",
        decision: initiative,
        nothing: 0.0,
        once: 20.0,
        twice: 40.0,
        fields: "",
        serves: ("insurance_cover", true),
        later_is_the_same: true,
    },
    Example {
        kind: "ReachMilestone",
        decision: milestone,
        nothing: 0.0,
        once: 1.0,
        twice: 2.0,
        fields: "",
        serves: ("milestone:north-mark-grade-1", true),
        later_is_the_same: true,
    },
    Example {
        kind: "StationUpgrade",
        decision: upgrade,
        nothing: 0.0,
        once: 1.0,
        twice: 2.0,
        fields: "payer: Provincial,",
        serves: ("share_stations_upgraded", true),
        later_is_the_same: true,
    },
    Example {
        kind: "PrivateSector",
        decision: private,
        nothing: 0.0,
        once: 1.0,
        twice: 2.0,
        fields: "payer: Provincial,",
        serves: ("private_bed_share", true),
        later_is_the_same: true,
    },
    Example {
        kind: "TrainingIntake",
        decision: intake,
        nothing: 0.0,
        once: 0.3,
        twice: 0.6,
        fields: "payer: Ministry,",
        serves: ("graduates", true),
        later_is_the_same: true,
    },
    Example {
        kind: "Incentives",
        decision: allowance,
        nothing: 0.0,
        once: 15.0,
        twice: 30.0,
        fields: "",
        serves: ("doctors_per_station", true),
        later_is_the_same: true,
    },
    Example {
        kind: "CommuneDoctors",
        decision: recruits,
        nothing: 0.0,
        once: 20.0,
        twice: 40.0,
        fields: "",
        serves: ("doctors_per_station", true),
        later_is_the_same: true,
    },
    Example {
        kind: "RetirementExtension",
        decision: stay,
        nothing: 0.0,
        once: 0.3,
        twice: 0.6,
        fields: "",
        serves: ("doctors_per_10k", true),
        later_is_the_same: true,
    },
    Example {
        kind: "FeeExemption",
        decision: exemption,
        nothing: 0.0,
        once: 0.5,
        twice: 1.0,
        fields: "",
        serves: ("household_share", false),
        later_is_the_same: true,
    },
    Example {
        kind: "CheckUps",
        decision: check_ups,
        nothing: 0.0,
        once: 0.005,
        twice: 0.01,
        fields: "payer: Ministry,",
        serves: ("check_up_share", true),
        later_is_the_same: true,
    },
    Example {
        kind: "RemoteConsultation",
        decision: lines,
        nothing: 0.0,
        once: 0.5,
        twice: 1.0,
        fields: "",
        serves: ("referral_share", false),
        later_is_the_same: true,
    },
    Example {
        kind: "CloseHospital",
        decision: closure,
        nothing: 0.0,
        once: 1.0,
        twice: 2.0,
        fields: "",
        serves: ("provincial_occupancy", true),
        later_is_the_same: true,
    },
    Example {
        kind: "MergeHospitals",
        decision: merger,
        nothing: 0.0,
        once: 1.0,
        twice: 2.0,
        fields: "",
        serves: ("provincial_occupancy", true),
        later_is_the_same: true,
    },
    Example {
        kind: "StationServices",
        decision: services,
        nothing: 0.0,
        once: 0.3,
        twice: 0.6,
        fields: "payer: Provincial,",
        serves: ("station_visit_share", true),
        later_is_the_same: true,
    },
    Example {
        kind: "FamilyMedicine",
        decision: lists,
        nothing: 0.0,
        once: 0.05,
        twice: 0.1,
        fields: "",
        serves: ("station_visit_share", true),
        later_is_the_same: true,
    },
];

/// First year of every example.
const FROM: i32 = 2026;
const LAST: i32 = 2034;

impl Example {
    /// The policy as it stands in a file.
    fn line(&self, size: f64, later: i32, when: &str) -> Option<String> {
        let decision = (self.decision)(size, later)?;
        Some(format!(
            "(id: \"policy\", do: {decision}, from: {}, {} {when})",
            FROM + later,
            self.fields
        ))
    }

    fn asked(&self, size: f64, later: i32, when: &str) -> Scenario {
        let line = self.line(size, later, when);
        question(&line.expect("a decision of this size can be written"))
    }
}

fn question(policies: &str) -> Scenario {
    let mut base = three_provinces();
    // As its assumptions are measured: totals of money may then be named.
    base.currency = "million crowns".into();
    asking(&Arc::new(base), "", policies)
}

fn without() -> Vec<Vec<u32>> {
    lived(&question(""), 32).futures()
}

#[test]
fn every_kind_of_policy_has_an_example() {
    for kind in NAMES {
        assert!(
            EXAMPLES.iter().any(|e| e.kind == *kind),
            "{kind} needs a row in EXAMPLES"
        );
    }
    for example in EXAMPLES {
        let scenario = example.asked(example.once, 0, "");
        assert_eq!(scenario.policies[0].decision.name(), example.kind);
        let served = scenario.policies[0].decision.serves(&scenario.base);
        assert!(
            served.iter().any(|id| id == example.serves.0),
            "{}",
            example.kind
        );
    }
}

#[test]
fn a_lever_of_size_zero_changes_nothing() {
    let without = without();
    let mut written = 0;
    for example in EXAMPLES {
        if example.line(example.nothing, 0, "").is_none() {
            continue;
        }
        written += 1;
        let idle = lived(&example.asked(example.nothing, 0, ""), 32);
        assert!(idle.futures() == without, "{}", example.kind);
        assert!(
            idle.policy_costs(0)
                .iter()
                .flatten()
                .all(|cost| *cost == 0.0),
            "{}",
            example.kind
        );
    }
    assert!(written >= 4);
}

#[test]
fn a_list_without_an_entry_is_refused() {
    for decision in [
        "SatelliteHospitals(links: [])",
        "TransferToProvince(hospitals: [], year: 2026)",
        "CloseHospital(hospitals: [], year: 2026)",
        "MergeHospitals(hospitals: [], into: \"north-mark-general\", year: 2026)",
        "Investment(amount: Profile([]), money: Planned, split: (new_beds: Share(1.0)))",
        "Investment(amount: Level(5), money: Planned, split: (new_beds: Share(1.0)), allocation: List([]))",
    ] {
        let text = format!(
            "(title: \"T\", base: \"made-up\", policies: [(id: \"policy\", do: {decision})])"
        );
        let rejected = from_text("t.ron", &text, Arc::new(three_provinces())).unwrap_err();
        let codes: Vec<&str> = rejected.problems.all.iter().map(|p| p.code).collect();
        assert!(
            codes.iter().any(|code| code.ends_with("::touches-nothing")),
            "{decision}: {codes:?}"
        );
    }
}

/// Mean of the paired differences of two rows, and its standard error.
fn paired(more: &[f64], less: &[f64]) -> (f64, f64) {
    let n = more.len() as f64;
    let differences: Vec<f64> = more.iter().zip(less).map(|(a, b)| a - b).collect();
    let mean = differences.iter().sum::<f64>() / n;
    let squares: f64 = differences.iter().map(|d| (d - mean).powi(2)).sum();
    (mean, (squares / (n - 1.0) / n).sqrt())
}

#[test]
fn twice_the_lever_does_not_serve_worse() {
    const FUTURES: u32 = 2_000;
    let nothing = lived(&question(""), FUTURES);
    for example in EXAMPLES {
        let (indicator, more_is_better) = example.serves;
        let once = lived(&example.asked(example.once, 0, ""), FUTURES);
        let twice = lived(&example.asked(example.twice, 0, ""), FUTURES);
        let mut helps = 0.0f64;
        for year in [2029, LAST] {
            for (more, less) in [(&once, &nothing), (&twice, &once)] {
                let (after, before) = (more.nation(indicator, year), less.nation(indicator, year));
                let (mut mean, error) = paired(&after, &before);
                if !more_is_better {
                    mean = -mean;
                }
                let worse = |(a, b): &(&f64, &f64)| if more_is_better { a < b } else { a > b };
                let hurt = after.iter().zip(&before).filter(worse).count();
                println!(
                    "{}: {indicator} in {year}: {mean:+.3e} (error {error:.1e}), worse in {:.1} % of futures",
                    example.kind,
                    100.0 * hurt as f64 / f64::from(FUTURES)
                );
                assert!(
                    mean >= -3.0 * error,
                    "{} in {year}: {indicator} is served worse by {mean} (error {error})",
                    example.kind
                );
                helps = helps.max(mean / error.max(1e-12));
            }
        }
        assert!(helps > 3.0, "{} moves {indicator} at all", example.kind);
    }
}

const NEVER: &str = "when: Below(indicator: \"beds_per_10k\", level: 0.001)";
const AT_ONCE: &str = "when: Above(indicator: \"beds_per_10k\", level: 0.001)";

#[test]
fn a_policy_that_waits_in_vain_is_not_there() {
    let without = without();
    for example in EXAMPLES {
        let waits = lived(&example.asked(example.once, 0, NEVER), 32);
        assert!(waits.futures() == without, "{}", example.kind);
        let costs = waits.policy_costs(0);
        assert!(
            costs.iter().flatten().all(|c| *c == 0.0),
            "{}",
            example.kind
        );
        for row in waits.acts(0).iter().chain(&waits.done(0)) {
            assert!(!row.contains(&true), "{}", example.kind);
        }
    }
}

#[test]
fn a_policy_with_cause_from_the_start_is_the_one_that_does_not_wait() {
    for example in EXAMPLES {
        let always = lived(&example.asked(example.once, 0, ""), 32);
        let waits = lived(&example.asked(example.once, 0, AT_ONCE), 32);
        assert!(waits.futures() == always.futures(), "{}", example.kind);
        assert_eq!(waits.policy_costs(0), always.policy_costs(0));
        assert_eq!(waits.acts(0), always.acts(0), "{}", example.kind);
        assert_eq!(waits.done(0), always.done(0), "{}", example.kind);
    }
}

/// Futures give cause one after the other: beds rise above a level that some reach soon, some late
/// and some never.
#[test]
fn a_policy_set_off_late_is_the_same_one_written_for_later() {
    const FUTURES: u32 = 48;
    let without = lived(&question(""), FUTURES);
    let mut at_end = without.nation("beds_per_10k", 2030);
    at_end.sort_by(f64::total_cmp);
    // Between two futures: samples are rounded, and the engine judges unrounded numbers.
    let middle = at_end.len() / 2;
    let level = (at_end[middle] + at_end[middle + 1]) / 2.0;
    let when = format!("when: Above(indicator: \"beds_per_10k\", level: {level})");
    // The year-end at which each future gives cause; from the one before the first year on.
    let cause: Vec<Option<i32>> = (0..FUTURES as usize)
        .map(|r| (FROM - 1..LAST).find(|y| without.nation("beds_per_10k", *y)[r] > level))
        .collect();
    let mut years: Vec<i32> = cause.iter().flatten().copied().collect();
    years.sort_unstable();
    years.dedup();
    assert!(years.len() >= 3, "{years:?}");
    assert!(cause.contains(&None), "some future gives no cause");
    let before = without.futures();
    for example in EXAMPLES.iter().filter(|e| e.later_is_the_same) {
        let kind = example.kind;
        let mut held = 0;
        let waits = lived(&example.asked(example.once, 0, &when), FUTURES);
        let (futures, costs, acts) = (waits.futures(), waits.policy_costs(0), waits.acts(0));
        for r in (0..FUTURES as usize).filter(|r| cause[*r].is_none()) {
            assert!(futures[r] == before[r], "{kind}: future {r} gives no cause");
            assert!(costs[r].iter().all(|c| *c == 0.0), "{kind}: future {r}");
            assert!(!acts[r].contains(&true), "{kind}: future {r}");
        }
        for year in &years {
            let late = year + 1 - FROM;
            // Its own years, moved by as much, still lie within the run.
            if (example.decision)(example.once, late).is_none() || year + 3 > LAST {
                continue;
            }
            let written = lived(&example.asked(example.once, late, ""), FUTURES);
            let same = written.futures();
            for r in (0..FUTURES as usize).filter(|r| cause[*r] == Some(*year)) {
                held += 1;
                assert!(futures[r] == same[r], "{kind}: future {r}, cause in {year}");
                assert_eq!(costs[r], written.policy_costs(0)[r], "{kind}: {r}, {year}");
                assert_eq!(acts[r], written.acts(0)[r], "{kind}: {r}, {year}");
                assert_eq!(waits.done(0)[r], written.done(0)[r], "{kind}: {r}, {year}");
                let idle = (year + 1 - 2025) as usize;
                assert!(idle > 0 && costs[r][..idle].iter().all(|c| *c == 0.0));
            }
        }
        assert!(held > 0, "{kind}: no future was held against a later one");
    }
}

/// Every example at once, one of them only where central hospitals are full.
fn package() -> Scenario {
    let mut policies = String::new();
    for (n, example) in EXAMPLES.iter().enumerate() {
        let when = if n == 3 {
            "when: Above(indicator: \"central_occupancy\", level: 1.0), deadline: 2030, responsible: \"The provinces\""
        } else {
            ""
        };
        let line = example.line(example.once, 0, when).expect("can be written");
        policies += &line.replace("\"policy\"", &format!("\"policy-{n}\""));
        policies += ",";
    }
    // A cut beside what is added.
    policies += "(id: \"cut\", do: Investment(amount: Multiple(0.8), money: Planned, split: (new_beds: Share(1.0))), from: 2026, to: 2028, payer: Ministry)";
    question(&policies)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-5 * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn costs_are_the_money_of_the_ledger_and_policies_a_part_of_them() {
    let scenario = package();
    let findings = found(&scenario, 48);
    // Purposes that only policies spend on, and those that others spend on too: handovers decided in
    // the base, ordinary students, private owners.
    let of_policies = [
        "programme",
        "campus",
        "links",
        "initiatives",
        "staffing",
        "private_support",
        "fee_exemption",
        "check_ups",
        "remote_consultation",
        "closures",
        "station_services",
        "family_medicine",
    ];
    let mut of_all_policies = 0.0;
    let shared = ["handovers", "training", "private_beds", "allowances"];
    for payer in PAYERS {
        let stock = format!("money:{}", format!("{payer:?}").to_lowercase());
        for year in &findings.years[1..] {
            let rows = findings.costs.iter();
            let rows: Vec<_> = rows
                .filter(|c| c.payer == payer && c.year == *year)
                .collect();
            let costs: f64 = rows.iter().map(|c| c.constant).sum();
            let ledger = |cause: &str| -> f64 {
                let lines = findings.ledger.iter();
                lines
                    .filter(|l| l.stock == stock && l.year == *year && l.cause == cause)
                    .map(|l| l.mean)
                    .sum()
            };
            for row in &rows {
                assert!(
                    near(-ledger(&row.purpose), row.constant),
                    "{payer:?} {year}"
                );
            }
            let carried = ledger("opening_stock") - ledger("closing_stock");
            let spent = ledger("provided") + ledger("lapsed") + ledger("not_absorbed") + carried;
            assert!(near(spent, costs), "{payer:?} in {year}: {spent} {costs}");

            let policies: f64 = findings
                .policies
                .iter()
                .flat_map(|p| &p.costs)
                .filter(|c| c.payer == payer && c.year == *year)
                .map(|c| c.spending.constant)
                .sum();
            let own: f64 = rows
                .iter()
                .filter(|c| of_policies.contains(&c.purpose.as_str()))
                .map(|c| c.constant)
                .sum();
            let also: f64 = rows
                .iter()
                .filter(|c| shared.contains(&c.purpose.as_str()))
                .map(|c| c.constant)
                .sum();
            of_all_policies += policies;
            let slack = 1e-5 * costs.abs();
            assert!(policies <= costs + slack, "{payer:?} in {year}");
            assert!(
                policies >= own - slack && policies <= own + also + slack,
                "{payer:?} in {year}: {policies} {own} {also}"
            );
        }
    }
    assert!(of_all_policies > 0.0, "policies spend");
    let carries = |stock: &str| {
        findings
            .ledger
            .iter()
            .any(|l| l.stock == stock && l.cause == "closing_stock" && l.mean > 0.0)
    };
    assert!(carries("money:ministry") && carries("money:provincial"));
}

#[test]
fn what_became_of_a_policy_is_what_the_futures_say() {
    let scenario = package();
    let findings = found(&scenario, 48);
    let lived = lived(&scenario, 48);
    assert_eq!(findings.policies.len(), scenario.policies.len());
    for (n, policy) in findings.policies.iter().enumerate() {
        assert_eq!(policy.id, scenario.policies[n].id);
        assert_eq!(policy.acts.len(), findings.years.len() - 1);
        let (acts, done, costs) = (lived.acts(n), lived.done(n), lived.policy_costs(n));
        for y in 0..policy.acts.len() {
            let hits = acts.iter().filter(|row| row[y]).count();
            assert_eq!(policy.acts[y].hits as usize, hits, "{}", policy.id);
            let there = acts.iter().zip(&done);
            let there = there.filter(|(a, d)| a.contains(&true) && d[y]).count();
            assert_eq!(policy.done[y].hits as usize, there, "{}", policy.id);
            assert_eq!(policy.done[y].of, policy.acts_at_all.hits);
        }
        let all: f64 = costs.iter().flatten().sum::<f64>() / costs.len() as f64;
        assert!(near(all, policy.cost.constant), "{}: {all}", policy.id);
        let parts: f64 = policy.costs.iter().map(|c| c.spending.nominal).sum();
        assert!(near(parts, policy.cost.nominal), "{}", policy.id);
        assert!(policy.cost.constant_p10 <= policy.cost.constant_p90);
        assert!(!policy.product.is_empty());
        let waits = scenario.policies[n].when.waits();
        assert_eq!(policy.when.is_some(), waits);
        if !waits {
            assert_eq!(policy.acts_at_all.hits, 48);
            let from = Some(scenario.policies[n].from);
            assert_eq!(policy.first_acts, [from; 3]);
        }
    }
    let waiting = findings
        .policies
        .iter()
        .find(|p| p.when.is_some())
        .expect("one waits");
    let hits = waiting.acts_at_all.hits;
    assert!(0 < hits && hits < 48, "{hits}");
    assert!(waiting.first_acts[0] >= Some(Year(FROM)));
    // Its deadline is 2030, the sixth simulated year.
    let due = Some(waiting.done[5]);
    let (on_time, spent) = if waiting.is_money {
        (None, due)
    } else {
        (due, None)
    };
    assert_eq!((waiting.on_time, waiting.spent_in_time), (on_time, spent));
    assert_eq!(waiting.responsible.as_deref(), Some("The provinces"));
}

/// Public money for private beds is offered whether or not owners come; what they do not take is
/// unspent, and spent money is no product that is there in time.
#[test]
fn money_promised_spent_and_unspent_stand_side_by_side() {
    let plan = |do_: &str| {
        format!(
            "(id: \"p\", from: 2026, to: 2030, deadline: 2030, responsible: \"The provinces\", payer: Provincial, do: {do_})"
        )
    };
    let of = |do_: &str| {
        let mut all = found(&question(&plan(do_)), 48).policies;
        all.pop().expect("one policy")
    };
    let ppp = of("PrivateSector(ppp: (money: 12000, share: 0.3))");
    let money = ppp.money.expect("money is promised");
    assert!(near(money.promised, 5.0 * 12_000.0), "{money:?}");
    assert!(
        0.0 < money.spent && money.spent < 0.9 * money.promised,
        "{money:?}"
    );
    assert!(near(money.unspent(), money.promised - money.spent));
    assert_eq!(ppp.on_time, None);
    assert_eq!(ppp.spent_in_time.expect("it has a deadline").hits, 0);

    // An initiative spends all it promises, and says nothing of its goal.
    let cover = of("Initiative(indicator: \"insurance_cover\", cost: 100)");
    let money = cover.money.expect("money is promised");
    assert!(
        near(money.promised, 500.0) && near(money.spent, 500.0),
        "{money:?}"
    );
    assert_eq!(cover.on_time, None);
    assert_eq!(cover.spent_in_time.expect("it has a deadline").hits, 48);

    let fund = of("Investment(amount: Level(1000), money: Planned, split: (new_beds: Share(1.0)))");
    let money = fund.money.expect("money is promised");
    assert!(near(money.promised, 5_000.0) && money.spent < money.promised);
    assert!(
        near(money.spent, fund.cost.constant),
        "what is carried is spent by and by"
    );
    assert!(fund.on_time.is_none() && fund.spent_in_time.is_some());

    let links = of(&links(2.0, 0).expect("can be written"));
    assert!(links.money.is_none() && links.on_time.is_some() && links.spent_in_time.is_none());
}
