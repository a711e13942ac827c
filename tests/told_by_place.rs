//! A question about one province is told what is spent there. Asked of every province in turn, the
//! answers add up to what the nation spends, for every payer and purpose.
//!
//! Students belong to the nation: their teaching, and places for them, are spent nowhere in particular.

use crate::support::country::{asking, three_provinces};
use crate::support::step;
use crate::support::step::live_year;
use carecast::internals::units::{PAYERS, Payer, Year};
use carecast::internals::world::facility::{BedBoard, Group};
use carecast::internals::world::money::{ByPayer, Costs, PURPOSES, Purpose};
use enum_map::EnumMap;
use std::sync::Arc;

const BASE: Year = Year(2024);
const LAST: i32 = 2031;
const PROVINCES: [&str; 3] = ["north-mark", "port-saint", "east-vale"];

/// Decisions of every kind that is at work somewhere, and every way to share their money.
const POLICIES: &str = r#"
(id: "links", from: 2025, to: 2031, do: SatelliteHospitals(links: [
    (core: "royal-hospital", satellite: "east-vale-general", specialty: "general"),
    (core: "royal-hospital", satellite: "north-mark-general", specialty: "general", from: 2027)])),
(id: "campus", from: 2025, to: 2031, do: SecondCampus(hospital: "royal-hospital", province: "east-vale", beds: 150, opens: 2027)),
(id: "handover", from: 2026, to: 2031, do: TransferToProvince(hospitals: ["royal-heart-centre"], year: 2026)),
(id: "level", payer: Ministry, from: 2025, to: 2028, do: Investment(amount: Level(60), money: Planned,
    split: (new_beds: Share(0.6), training_places: Share(0.1), stations: Rest))),
(id: "per-head", payer: Provincial, from: 2026, to: 2029, do: Investment(amount: Level(40), money: Disbursed,
    split: (expansion: Share(0.8), equipment: Rest), allocation: PerHead)),
(id: "listed", payer: Provincial, from: 2026, to: 2029, do: Investment(amount: Profile([(2026, 50), (2027, 25)]),
    money: Planned, split: (new_beds: Share(1.0)), allocation: List(["east-vale", "north-mark"]))),
(id: "private-money", payer: Private, from: 2026, to: 2029, do: Investment(amount: Level(30), money: Disbursed,
    split: (new_beds: Share(1.0)), allocation: PerHead)),
(id: "by-people", from: 2025, to: 2030, do: Initiative(indicator: "insurance_cover", cost: 20, provinces: ["north-mark", "east-vale"])),
(id: "by-facility", from: 2025, to: 2030, do: Initiative(indicator: "facilities_with_emr", cost: 6)),
(id: "milestone", from: 2025, to: 2030, do: ReachMilestone(milestone: "north-mark-grade-1", by: 2028, cost: 40)),
(id: "stations", payer: Provincial, from: 2025, to: 2030, do: StationUpgrade(pace: Number(3), years: 1, provinces: ["port-saint", "east-vale"])),
(id: "private", payer: Provincial, from: 2025, to: 2030, do: PrivateSector(openings: 1.5, size: 1.2, expansion: 0.01,
    ppp: (money: 60, share: 0.3), provinces: ["port-saint", "east-vale"])),
(id: "allowance", from: 2025, to: 2031, do: Incentives(employers: [Commune, Provincial], points: 15, starting_pay: 0.5)),
(id: "doctors", from: 2025, to: 2031, do: CommuneDoctors(rotation: (doctors: 6), recruitment: (posts: 8))),
(id: "stay", from: 2025, to: 2031, do: RetirementExtension(occupation: "doctor", share: 0.3, to_age: 67)),
(id: "fees", payer: Provincial, from: 2025, to: 2031, do: FeeExemption(share: 0.4, provinces: ["port-saint"])),
(id: "checks", payer: Ministry, from: 2025, to: 2031, do: CheckUps(share: 0.1, by: 2027)),
(id: "lines", from: 2025, do: RemoteConsultation(share: 0.6, by: 2027)),
(id: "closed", from: 2025, do: CloseHospital(hospitals: ["port-saint-regional-03"], year: 2027)),
(id: "merged", from: 2025, do: MergeHospitals(hospitals: ["north-mark-regional-04"], into: "north-mark-general", year: 2026)),
(id: "services", from: 2025, do: StationServices(share: 0.7, by: 2028), payer: Provincial),
(id: "lists", from: 2025, do: FamilyMedicine(share: 0.2, by: 2027)),
"#;

/// The nation's book and the one of the place asked about, year by year.
fn books(place: &str) -> Vec<(ByPayer, ByPayer)> {
    let mut base = three_provinces();
    base.currency = "million crowns".into();
    let fields = format!("province: \"{place}\",");
    let scenario = asking(&Arc::new(base), &fields, POLICIES);
    let mut model = step::world(&scenario, 0);
    (BASE.0 + 1..=LAST)
        .map(|year| {
            live_year(&mut model, year);
            let costs = model.world.resource::<Costs>();
            (costs.by, costs.by_here)
        })
        .collect()
}

#[test]
fn what_is_spent_in_the_provinces_is_what_the_nation_spends() {
    let told = PROVINCES.map(books);
    let mut spent = EnumMap::<Payer, EnumMap<Purpose, f64>>::default();
    for y in 0..told[0].len() {
        let (nation, _) = &told[0][y];
        for payer in PAYERS {
            for (purpose, name) in PURPOSES {
                if purpose == Purpose::Training {
                    continue;
                }
                let row = nation[payer][purpose];
                for lane in 0..16 {
                    let all = row.0.get(lane);
                    let here: f64 = told
                        .iter()
                        .map(|place| place[y].1[payer][purpose].0.get(lane))
                        .sum();
                    assert!(
                        (all - here).abs() <= 1e-9 * all.abs().max(1.0),
                        "{name} of payer {payer:?} in {}: {all} in the nation, {here} in its provinces",
                        BASE.0 + 1 + y as i32
                    );
                    spent[payer][purpose] += all;
                }
            }
        }
    }
    for (purpose, name) in PURPOSES {
        assert!(
            purpose == Purpose::Training || spent.values().any(|row| row[purpose] > 0.0),
            "nothing is spent on {name}"
        );
    }
}

#[test]
fn the_ministrys_capital_is_spent_where_central_beds_stand() {
    let mut base = three_provinces();
    // A hospital that is handed over first takes its beds along.
    base.transfers.clear();
    let base = Arc::new(base);
    for (p, place) in PROVINCES.into_iter().enumerate() {
        let scenario = asking(&base, &format!("province: \"{place}\","), "");
        let mut model = step::world(&scenario, 0);
        let beds = model.world.resource::<BedBoard>().built.clone();
        live_year(&mut model, BASE.0 + 1);
        let costs = model.world.resource::<Costs>();
        let (payer, purpose) = (Payer::Ministry, Purpose::Capital);
        for lane in 0..16 {
            let all: f64 = beds.iter().map(|row| row[Group::Central].get(lane)).sum();
            let hand = beds[p][Group::Central].get(lane) / all;
            let here = costs.by_here[payer][purpose].0.get(lane);
            let got = here / costs.by[payer][purpose].0.get(lane);
            assert!((got - hand).abs() < 1e-9, "{place}: {got} and {hand}");
        }
    }
}
