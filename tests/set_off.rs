//! Policies that wait, in a block of futures of which some set them off and others do not: where they
//! were not set off nothing at all is different, and nothing is paid.

use crate::support::country::{asking, three_provinces};
use crate::support::lived::lived;
use carecast::internals::scenario::Scenario;
use std::sync::Arc;

const FUTURES: u32 = 48;
/// Simulated years before the policies' first, 2027.
const BEFORE: usize = 2;

/// Decisions of every kind; `WAIT` is what they wait for.
const POLICIES: &str = r#"
(id: "links", from: 2027, do: SatelliteHospitals(links: [(core: "royal-hospital", satellite: "east-vale-general", specialty: "general")]), when: WAIT),
(id: "campus", from: 2027, do: SecondCampus(hospital: "royal-hospital", province: "east-vale", beds: 150, opens: 2028, replaces: 0.2), when: WAIT),
(id: "handover", from: 2027, do: TransferToProvince(hospitals: ["royal-heart-centre"], year: 2028), when: WAIT),
(id: "level", payer: Ministry, from: 2027, do: Investment(amount: Level(60), money: Planned,
    split: (new_beds: Share(0.6), training_places: Share(0.1), stations: Rest)), when: WAIT),
(id: "cut", payer: Provincial, from: 2027, do: Investment(amount: Multiple(0.8), money: Planned,
    split: (expansion: Share(0.8), equipment: Rest)), when: WAIT),
(id: "drive", from: 2027, do: Initiative(indicator: "insurance_cover", cost: 20), when: WAIT),
(id: "nations", from: 2027, do: ReachMilestone(milestone: "vale-campus", by: 2029, cost: 10), when: WAIT),
(id: "milestone", from: 2027, do: ReachMilestone(milestone: "north-mark-grade-1", by: 2029, cost: 40), when: WAIT),
(id: "stations", payer: Provincial, from: 2027, do: StationUpgrade(pace: Number(3), years: 1), when: WAIT),
(id: "private", payer: Provincial, from: 2027, do: PrivateSector(openings: 1.5, size: 1.2, expansion: 0.01, ppp: (money: 60, share: 0.3)), when: WAIT),
(id: "intake", payer: Ministry, from: 2027, do: TrainingIntake(occupation: "nurse", growth: 0.3,
    new_schools: [(places: 30, first: 2028)]), when: WAIT),
(id: "allowance", from: 2027, do: Incentives(employers: [Commune, Provincial], points: 15, starting_pay: 0.5), when: WAIT),
(id: "doctors", from: 2027, do: CommuneDoctors(rotation: (doctors: 6), recruitment: (posts: 8), scholarships: (places: 5)), when: WAIT),
(id: "stay", from: 2027, do: RetirementExtension(occupation: "doctor", share: 0.3, to_age: 67), when: WAIT),
"#;

/// The decisions with what each waits for; none of them where that is not said.
fn asked(wait: Option<&str>) -> Scenario {
    let mut base = three_provinces();
    base.currency = "million crowns".into();
    let policies = wait.map_or(String::new(), |wait| POLICIES.replace("WAIT", wait));
    asking(&Arc::new(base), "", &policies)
}

#[test]
fn a_future_is_the_one_without_policies_or_the_one_with_them_as_they_are_set_off() {
    let without = lived(&asked(None), FUTURES);
    let always = lived(&asked(Some("Always")), FUTURES);
    let mut beds = without.nation("beds_per_10k", 2026);
    beds.sort_by(f64::total_cmp);
    let half = beds[FUTURES as usize / 2];
    let wait = format!("Below(indicator: \"beds_per_10k\", level: {half:?})");
    let scenario = asked(Some(&wait));
    let policies = scenario.policies.len();
    let waiting = lived(&scenario, FUTURES);
    let (plain, set_off, mixed) = (without.futures(), always.futures(), waiting.futures());
    let acts: Vec<_> = (0..policies).map(|n| waiting.acts(n)).collect();
    let paid: Vec<_> = (0..policies).map(|n| waiting.policy_costs(n)).collect();
    let done: Vec<_> = (0..policies).map(|n| waiting.done(n)).collect();
    let paid_always: Vec<_> = (0..policies).map(|n| always.policy_costs(n)).collect();
    let (mut never, mut at_once) = (0, 0);
    for future in 0..FUTURES as usize {
        let rows: Vec<_> = acts.iter().map(|a| &a[future]).collect();
        assert!(
            rows.iter().all(|row| *row == rows[0]),
            "all wait for the same"
        );
        for n in 0..policies {
            assert!(paid[n][future].iter().all(|x| x.is_finite()));
        }
        if !rows[0].contains(&true) {
            never += 1;
            assert_eq!(mixed[future], plain[future], "{future}");
            for n in 0..policies {
                assert!(paid[n][future].iter().all(|x| *x == 0.0));
                assert!(!done[n][future].contains(&true), "{n} in {future}");
            }
        } else if rows[0][BEFORE] {
            at_once += 1;
            assert_eq!(mixed[future], set_off[future], "{future}");
            for n in 0..policies {
                assert_eq!(paid[n][future], paid_always[n][future], "{future}");
            }
        }
    }
    assert!(never > 2 && at_once > 2, "{never} never, {at_once} at once");
}
