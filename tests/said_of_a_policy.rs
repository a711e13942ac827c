//! What a planner is told of a policy as it is written: what will be there when it is done, and from
//! where on a number is unusual, told at the first step beyond and not at the edge itself.

use crate::support::country::{asking, three_provinces};
use carecast::internals::base::{Base, Level, Owner, Target};
use carecast::internals::scenario::file::from_text;
use std::sync::Arc;

#[test]
fn every_decision_names_what_is_there_when_it_is_done() {
    let mut base = three_provinces();
    base.currency = "million crowns".into();
    let base = Arc::new(base);
    let cases = [
        (
            r#"SatelliteHospitals(links: [(core: "royal-hospital", satellite: "east-vale-general", specialty: "general")])"#,
            "1 link open to East Vale General",
        ),
        (
            r#"SecondCampus(hospital: "royal-hospital", province: "east-vale", beds: 150, opens: 2027)"#,
            "150 beds of Royal Hospital open in Osttal",
        ),
        (
            r#"TransferToProvince(hospitals: ["royal-heart-centre", "royal-hospital"], year: 2026)"#,
            "Royal Heart Centre and Royal Hospital handed to their provinces",
        ),
        (
            r#"Investment(amount: Level(60), money: Planned, split: (new_beds: Share(0.6), stations: Rest))"#,
            "nine tenths spent of 60 million crowns a year, for new beds and commune stations",
        ),
        (
            r#"Investment(amount: Multiple(0.75), money: Planned, split: (new_beds: Share(1.0)))"#,
            "nine tenths spent of a cut of 25% of ordinary capital, for new beds",
        ),
        (
            r#"Initiative(indicator: "insurance_cover", cost: 20)"#,
            "people with health insurance: moved by 20 million crowns a year",
        ),
        (
            r#"ReachMilestone(milestone: "north-mark-grade-1", by: 2029, cost: 40)"#,
            "North Mark General reaches Grade I",
        ),
        (r#"StationUpgrade(pace: Number(8), years: 1)"#, "8 stations"),
        (r#"StationUpgrade(pace: Share(0.25), years: 1)"#, "25%"),
        (
            r#"PrivateSector(openings: 1.5, size: 1.2)"#,
            "1.5 times the openings",
        ),
        (
            r#"TrainingIntake(occupation: "nurse", growth: 0.3)"#,
            "nurses of the first added class licensed, after 3 years of study and one of practice",
        ),
        (
            r#"Incentives(employers: [Commune], points: 15)"#,
            "an allowance of 15 points of pay in force",
        ),
        (
            r#"CommuneDoctors(rotation: (doctors: 6), recruitment: (posts: 8), scholarships: (places: 5))"#,
            "6 doctors a year lent to stations; 8 posts added and filled; the first of 5 bound students a year at a station",
        ),
        (
            r#"CommuneDoctors(recruitment: (standard: 4.5))"#,
            "posts for 4.5 doctors at every station added and filled",
        ),
        (
            r#"FeeExemption(share: 1, by: 2030)"#,
            "patients make no co-payments by 2030",
        ),
        (
            r#"FeeExemption(share: 0.5, provinces: ["north-mark"])"#,
            "patients are exempt from 50% of co-payments in ",
        ),
        (
            r#"CheckUps(share: 0.9, groups: [Elderly, Pupils], by: 2028)"#,
            "90% of people of 60 and over and pupils and students have a free check-up each year from 2028 on",
        ),
        (
            r#"RemoteConsultation(share: 0.9, by: 2028)"#,
            "90% of the provinces' hospitals can ask Central ones for advice over a line from 2028 on",
        ),
        (
            r#"CloseHospital(hospitals: ["north-mark-regional-01"], year: 2028)"#,
            "North Mark Regional 01 closed",
        ),
        (
            r#"MergeHospitals(hospitals: ["north-mark-regional-01"], into: "north-mark-general", year: 2028)"#,
            "North Mark Regional 01 merged into North Mark General",
        ),
        (
            r#"StationServices(share: 0.8)"#,
            "80% of the stations equipped for care of high blood pressure and diabetes and tests on the spot",
        ),
        (
            r#"FamilyMedicine(share: 0.2, by: 2030)"#,
            "20% of the people on the list of a station doctor from 2030 on",
        ),
        (
            r#"CheckUps(share: 0.05)"#,
            "5% of the people have a free check-up each year",
        ),
        (
            r#"RetirementExtension(occupation: "nurse", share: 0.3, to_age: 67)"#,
            "30% of the nurses who would retire kept at work, to 67 at most",
        ),
    ];
    let mut apart = Vec::new();
    for (decision, hand) in cases {
        let policy = format!("(id: \"p\", payer: Provincial, from: 2026, do: {decision})");
        let scenario = asking(&base, "", &policy);
        let said = scenario.policies[0].decision.product(&base);
        if !said.contains(hand) {
            apart.push(format!("{said} and not {hand}"));
        }
    }
    assert!(apart.is_empty(), "{apart:#?}");
}

/// Codes of what is found in a scenario, errors and warnings, without what a short text leaves open.
fn found(base: &Arc<Base>, fields: &str, policy: &str) -> Vec<&'static str> {
    let text = format!("(title: \"T\", base: \"made-up\", {fields} policies: [{policy}])");
    let all = match from_text("t.ron", &text, base.clone()) {
        Ok((_, warnings)) => warnings.all,
        Err(rejected) => rejected.problems.all,
    };
    let unsaid = [
        "target::after-last-year",
        "policy::payer-open",
        "policy::years-open",
        "investment::no-beds",
        "assumption::unusual",
    ];
    let codes = all.into_iter().map(|p| p.code);
    codes.filter(|code| !unsaid.contains(code)).collect()
}

/// Prices that make every edge a round number.
const PRICES: &str = r#"assumptions: {
    "capex.unit_central": Fixed(10.0), "capex.unit_provincial": Fixed(4.0), "capex.unit_regional": Fixed(2.0),
    "priv.unit": Fixed(1.0), "cost.station": Fixed(5.0), "cost.training_place": Fixed(0.5),
    "capex.province_disbursed": Fixed(300.0), "capex.moh_plan": Fixed(200.0),
    "track.facilities_with_emr.response_money": Fixed(0.5), "ntp.bed_share": Fixed(0.25)},"#;

#[test]
fn an_unusual_number_is_told_from_the_first_step_beyond_the_usual() {
    let mut base = three_provinces();
    // No station is left in the east, whose stations stand last in the list.
    base.facilities
        .retain(|f| f.level != Level::Commune || f.province != 2);
    let largest = base
        .facilities
        .iter()
        .map(|f| f.beds)
        .fold(0.0f64, f64::max);
    assert_eq!(largest, 1400.0);
    let public = base.facilities.iter().filter(|f| f.owner != Owner::Private);
    assert_eq!(public.count(), 42);
    let sanatorium = base
        .facilities
        .iter_mut()
        .find(|f| f.code == "forest-sanatorium");
    sanatorium.expect("it is listed").beds = 0.0;
    let base = Arc::new(base);
    let campus = |hospital: &str, rest: &str| {
        format!(
            "SecondCampus(hospital: \"{hospital}\", province: \"port-saint\", opens: 2028, {rest})"
        )
    };
    let level = |amount: f64| {
        format!(
            "Investment(amount: Level({amount}), money: Planned, split: (new_beds: Share(1.0)))"
        )
    };
    let split =
        |shares: &str| format!("Investment(amount: Level(10), money: Planned, split: ({shares}))");
    let school = |cost: f64| {
        format!(
            "TrainingIntake(occupation: \"nurse\", growth: 0.1, new_schools: [(places: 100, first: 2026, cost: {cost})])"
        )
    };
    let station = |cost: f64| format!("StationUpgrade(pace: Number(2), years: 1, cost: {cost})");
    let bound = |places: u32| format!("CommuneDoctors(scholarships: (places: {places}))");
    let (far, cheap) = ("campus::cost-implausible", "station::cost-implausible");
    let cases: Vec<(String, i32, &str)> = vec![
        // As large as the largest hospital.
        (campus("royal-hospital", "beds: 1400"), 2026, ""),
        (
            campus("royal-hospital", "beds: 1401"),
            2026,
            "campus::very-large",
        ),
        // Between three tenths and three times the usual cost, by who builds.
        (
            campus("north-mark-general", "beds: 100, cost: 120"),
            2026,
            "",
        ),
        (
            campus("north-mark-general", "beds: 100, cost: 119"),
            2026,
            far,
        ),
        (
            campus("north-mark-general", "beds: 100, cost: 1200"),
            2026,
            "",
        ),
        (
            campus("north-mark-general", "beds: 100, cost: 1201"),
            2026,
            far,
        ),
        (campus("royal-hospital", "beds: 100, cost: 3000"), 2026, ""),
        (campus("royal-hospital", "beds: 100, cost: 3001"), 2026, far),
        (
            campus("north-mark-regional-01", "beds: 100, cost: 600"),
            2026,
            "",
        ),
        (
            campus("north-mark-regional-01", "beds: 100, cost: 601"),
            2026,
            far,
        ),
        (
            campus("north-mark-private-01", "beds: 100, cost: 300"),
            2026,
            "",
        ),
        (
            campus("north-mark-private-01", "beds: 100, cost: 301"),
            2026,
            far,
        ),
        // All of its 600 beds, and no more.
        (
            campus("north-mark-general", "beds: 600, replaces: 1.0"),
            2026,
            "",
        ),
        (
            campus("north-mark-general", "beds: 601, replaces: 1.0"),
            2026,
            "campus::replaces-too-many",
        ),
        // Twice the ordinary capital of 500.
        (level(1000.0), 2026, ""),
        (level(1001.0), 2026, "investment::large"),
        // Shares add to one, or leave a rest that may be nothing.
        (
            split("new_beds: Share(0.5), stations: Share(0.5)"),
            2026,
            "",
        ),
        (
            split("new_beds: Share(0.5), stations: Share(0.499)"),
            2026,
            "investment::split-not-whole",
        ),
        (
            split("new_beds: Share(0.5), stations: Share(0.5), equipment: Rest"),
            2026,
            "",
        ),
        (
            split("new_beds: Share(0.5), stations: Share(0.501), equipment: Rest"),
            2026,
            "investment::split-not-whole",
        ),
        // A tenth to ten times the usual place of 0.5.
        (school(5.0), 2026, ""),
        (school(4.9), 2026, "intake::cost-implausible"),
        (school(500.0), 2026, ""),
        (school(501.0), 2026, "intake::cost-implausible"),
        // Any way to add a place adds one.
        ("TrainingIntake(occupation: \"nurse\", growth: 0, a_year: 0.05)".into(), 2026, ""),
        (
            "TrainingIntake(occupation: \"nurse\", growth: 0, new_schools: [(places: 30, first: 2026)])".into(),
            2026,
            "",
        ),
        ("TrainingIntake(occupation: \"nurse\", growth: 0, a_year: 0)".into(), 2026, "intake::size-zero"),
        (
            "TrainingIntake(occupation: \"nurse\", growth: 0, new_schools: [(places: 0, first: 2026)])".into(),
            2026,
            "intake::size-zero",
        ),
        // As fast as the fastest project of its class was planned, two years.
        ("ReachMilestone(milestone: \"north-mark-grade-1\", by: 2027, cost: 40)".into(), 2026, ""),
        (
            "ReachMilestone(milestone: \"north-mark-grade-1\", by: 2026, cost: 40)".into(),
            2026,
            "milestone::faster-than-any",
        ),
        // Without a place there is no price of one.
        (
            "TrainingIntake(occupation: \"nurse\", growth: 0.1, new_schools: [(places: 0, first: 2026, cost: 900)])".into(),
            2026,
            "",
        ),
        // Three times more, and a cap that leaves room for just as much.
        ("TrainingIntake(occupation: \"nurse\", growth: 3.0)".into(), 2026, ""),
        ("TrainingIntake(occupation: \"nurse\", growth: 3.1)".into(), 2026, "intake::very-large"),
        ("TrainingIntake(occupation: \"nurse\", growth: 0.25, cap: 1.25)".into(), 2026, ""),
        ("TrainingIntake(occupation: \"nurse\", growth: 0.25, cap: 1.24)".into(), 2026, "intake::cap-below-growth"),
        // One to a hundred points of pay.
        ("Incentives(employers: [Commune], points: 1)".into(), 2026, ""),
        ("Incentives(employers: [Commune], points: 0.9)".into(), 2026, "incentives::points-as-share"),
        ("Incentives(employers: [Commune], points: 100)".into(), 2026, ""),
        ("Incentives(employers: [Commune], points: 101)".into(), 2026, "incentives::very-large"),
        // Ten times the 0.5 that one of 42 public facilities can use.
        ("Initiative(indicator: \"facilities_with_emr\", cost: 210)".into(), 2026, ""),
        ("Initiative(indicator: \"facilities_with_emr\", cost: 211)".into(), 2026, "initiative::more-than-works"),
        // A hospital without beds has none to close too many of.
        (campus("forest-sanatorium", "beds: 100, replaces: 0.5"), 2026, ""),
        // A drawn share counts by its median.
        (
            split("new_beds: Assumed(\"ntp.bed_share\"), stations: Share(0.75), equipment: Rest"),
            2026,
            "",
        ),
        (
            split("new_beds: Assumed(\"ntp.bed_share\"), stations: Share(0.76), equipment: Rest"),
            2026,
            "investment::split-not-whole",
        ),
        // A quarter to four times the usual station of 5.
        (station(1.25), 2026, ""),
        (station(1.24), 2026, cheap),
        (station(20.0), 2026, ""),
        (station(20.1), 2026, cheap),
        // Three years of study and one of practice: licensed in the last year, 2034, or after it.
        (
            "TrainingIntake(occupation: \"nurse\", growth: 0.3)".into(),
            2030,
            "",
        ),
        (
            "TrainingIntake(occupation: \"nurse\", growth: 0.3)".into(),
            2031,
            "intake::after-last-year",
        ),
        (bound(5), 2027, ""),
        (bound(5), 2028, "commune::after-last-year"),
        // Nobody admitted is nobody late.
        (bound(0), 2028, "commune::size-zero"),
        // Stations stand in the north, and none in the east.
        (
            "CommuneDoctors(provinces: [\"north-mark\"], rotation: (doctors: 3))".into(),
            2026,
            "",
        ),
        (
            "CommuneDoctors(provinces: [\"east-vale\"], rotation: (doctors: 3))".into(),
            2026,
            "commune::no-stations",
        ),
        (
            "StationUpgrade(pace: Number(3), years: 1, provinces: [\"east-vale\"])".into(),
            2026,
            "station::none-there",
        ),
        // Of a place that is not there nothing else is said.
        (
            "StationUpgrade(pace: Number(2), years: 1, provinces: [\"nowhere\"])".into(),
            2026,
            "station::unknown-province",
        ),
        // Five times as much as opens anyway besides.
        ("PrivateSector(openings: 3, size: 2)".into(), 2026, ""),
        (
            "PrivateSector(openings: 3.01, size: 2)".into(),
            2026,
            "private::far-from-trend",
        ),
        ("PrivateSector(expansion: 0.1)".into(), 2026, ""),
        (
            "PrivateSector(expansion: 0.11)".into(),
            2026,
            "private::far-from-trend",
        ),
    ];
    let mut apart = Vec::new();
    for (decision, from, hand) in cases {
        let policy = format!("(id: \"p\", payer: Provincial, from: {from}, do: {decision})");
        let fields = format!("years: (first: 2025, last: 2034), {PRICES}");
        let hand: Vec<&str> = Some(hand)
            .filter(|code| !code.is_empty())
            .into_iter()
            .collect();
        let told = found(&base, &fields, &policy);
        if told != hand {
            apart.push(format!("{policy}: {told:?} and not {hand:?}"));
        }
    }
    assert!(apart.is_empty(), "{apart:#?}");
}

#[test]
fn a_level_to_wait_for_is_told_where_it_is_far_from_all_that_is_known() {
    let base = Arc::new(three_provinces());
    let known: Vec<f64> = base
        .targets
        .iter()
        .filter(|t| t.indicator == "beds_per_10k" && t.scope == "nation")
        .map(|t| t.threshold)
        .chain(
            base.history
                .iter()
                .filter(|h| h.indicator == "beds_per_10k" && h.scope == "nation")
                .map(|h| h.value),
        )
        .filter(|v| *v > 0.0)
        .collect();
    let low = known.iter().copied().fold(f64::INFINITY, f64::min) / 5.0;
    let high = known.iter().copied().fold(0.0, f64::max) * 5.0;
    assert!(low > 1.0 && high > 100.0, "{known:?}");
    let wait = |level: f64| {
        let policy = format!(
            "(id: \"p\", payer: Provincial, from: 2026, do: StationUpgrade(pace: Number(3)), when: Below(indicator: \"beds_per_10k\", level: {level:?}))"
        );
        found(&base, "", &policy)
    };
    for (level, told) in [
        (low, false),
        (low * 0.99, true),
        (high, false),
        (high * 1.01, true),
    ] {
        let hand: &[&str] = if told { &["when::level"] } else { &[] };
        assert_eq!(wait(level), hand, "{level}");
    }
    let share = |level: f64| {
        let policy = format!(
            "(id: \"p\", payer: Provincial, from: 2026, do: StationUpgrade(pace: Number(3)), when: Above(indicator: \"insurance_cover\", level: {level:?}))"
        );
        found(&base, "", &policy)
    };
    // A target of nothing says nothing of what is low.
    let mut poor = three_provinces();
    let zero = poor
        .targets
        .iter()
        .find(|t| t.indicator == "beds_per_10k" && t.scope == "nation")
        .cloned()
        .map(|t| Target {
            threshold: 0.0,
            ..t
        });
    poor.targets.extend(zero);
    let policy = format!(
        "(id: \"p\", payer: Provincial, from: 2026, do: StationUpgrade(pace: Number(2)), when: Below(indicator: \"beds_per_10k\", level: {:?}))",
        low * 0.99
    );
    let fields = "targets: Only([(indicator: \"doctors_per_10k\", at_least: 10, by: 2030)]),";
    assert_eq!(found(&Arc::new(poor), fields, &policy), ["when::level"]);

    // A share of more than three is a percentage.
    assert_eq!(share(0.9), [] as [&str; 0]);
    assert_eq!(share(90.0), ["when::level"]);
}

#[test]
fn a_margin_is_measured_by_the_target_that_is_waited_for() {
    let base = Arc::new(three_provinces());
    let fields = r#"targets: Only([(indicator: "beds_per_10k", at_least: 40, by: 2030), (indicator: "doctors_per_10k", at_least: 10, by: 2030)]),"#;
    let wait = |margin: f64| {
        let policy = format!(
            "(id: \"p\", payer: Provincial, from: 2026, do: StationUpgrade(pace: Number(2)), when: Behind(indicator: \"doctors_per_10k\", by: 2030, margin: {margin:?}))"
        );
        found(&base, fields, &policy)
    };
    assert_eq!(wait(5.0), [] as [&str; 0]);
    assert_eq!(wait(5.1), ["when::margin"]);
}

#[test]
fn who_owns_a_hospital_is_said_where_it_cannot_be_handed_over() {
    let base = Arc::new(three_provinces());
    for (hospital, owner) in [
        ("north-mark-private-01", "belongs to private owners already"),
        ("north-mark-general", "belongs to its province already"),
    ] {
        let text = format!(
            "(title: \"T\", base: \"made-up\", policies: [(id: \"p\", do: TransferToProvince(hospitals: [\"{hospital}\"], year: 2026), from: 2026)])"
        );
        let refused = from_text("t.ron", &text, base.clone()).expect_err("it is no ministry's");
        let all = &refused.problems.all;
        assert!(all.iter().any(|p| p.message.contains(owner)), "{all:?}");
    }
}

#[test]
fn a_province_written_by_its_name_is_answered_with_its_code() {
    let base = Arc::new(three_provinces());
    for name in ["Nordmark", "North Mark", "NORTH MARK"] {
        let text = format!(
            "(title: \"T\", base: \"made-up\", policies: [(id: \"p\", do: StationUpgrade(pace: Number(2), provinces: [\"{name}\"]), from: 2026)])"
        );
        let refused = from_text("t.ron", &text, base.clone()).expect_err("it is no code");
        let all = &refused.problems.all;
        let way_out = "write the code of Nordmark: \"north-mark\"";
        assert!(all.iter().any(|p| p.help.contains(way_out)), "{all:?}");
    }
}
