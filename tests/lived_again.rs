//! A world that has lived some futures is put back at the base year and lives others: it lives them as
//! a world does that has lived none.

use crate::support::country::{asking, three_provinces};
use crate::support::step::live_year;
use carecast::internals::engine::block;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::lanes::WIDTH;
use carecast::internals::units::Year;
use carecast::internals::world::care::CareBoard;
use carecast::internals::world::decisions::Decisions;
use carecast::internals::world::facility::{BedBoard, StationBoard};
use carecast::internals::world::ledger::Ledger;
use carecast::internals::world::money::{Costs, Works};
use carecast::internals::world::shocks::{Shocks, Stress};
use carecast::internals::world::staff::{StaffBoard, StaffLevers};
use carecast::internals::world::tracked::{MilestoneBoard, TrackedBoard};
use carecast::internals::year::Model;
use std::sync::Arc;

const BASE: Year = Year(2024);
const LAST: i32 = 2030;

/// Decisions of every kind, some of which wait; most of them do not end before the last year, so that they
/// leave something behind.
const POLICIES: &str = r#"
(id: "links", from: 2025, do: SatelliteHospitals(links: [(core: "royal-hospital", satellite: "east-vale-general", specialty: "general")])),
(id: "campus", from: 2025, do: SecondCampus(hospital: "royal-hospital", province: "east-vale", beds: 150, opens: 2026, replaces: 0.2)),
(id: "handover", from: 2026, do: TransferToProvince(hospitals: ["royal-heart-centre"], year: 2026)),
(id: "level", payer: Ministry, from: 2025, do: Investment(amount: Level(60), money: Planned,
    split: (new_beds: Share(0.6), training_places: Share(0.1), stations: Rest))),
(id: "early", payer: Ministry, from: 2025, to: 2027, do: Investment(amount: Level(30), money: Planned, split: (new_beds: Share(1.0)))),
(id: "early-too", payer: Provincial, from: 2025, to: 2026, do: Investment(amount: Level(30), money: Planned, split: (new_beds: Share(1.0)))),
(id: "cut", payer: Provincial, from: 2026, do: Investment(amount: Multiple(0.8), money: Planned,
    split: (expansion: Share(0.8), equipment: Rest))),
(id: "drive", from: 2025, do: Initiative(indicator: "insurance_cover", cost: 20)),
(id: "milestone", from: 2025, do: ReachMilestone(milestone: "north-mark-grade-1", by: 2027, cost: 40)),
(id: "stations", payer: Provincial, from: 2025, do: StationUpgrade(pace: Number(3), years: 1)),
(id: "private", payer: Provincial, from: 2025, do: PrivateSector(openings: 1.5, size: 1.2, expansion: 0.01, ppp: (money: 60, share: 0.3))),
(id: "intake", payer: Ministry, from: 2025, do: TrainingIntake(occupation: "nurse", growth: 0.3,
    new_schools: [(places: 30, first: 2026)])),
(id: "allowance", from: 2025, do: Incentives(employers: [Commune, Provincial], points: 15, starting_pay: 0.5),
    when: Below(indicator: "beds_per_10k", level: 31)),
(id: "doctors", from: 2025, do: CommuneDoctors(rotation: (doctors: 6), recruitment: (posts: 8), scholarships: (places: 5))),
(id: "stay", from: 2025, do: RetirementExtension(occupation: "doctor", share: 0.3, to_age: 67)),
(id: "fees", payer: Hospitals, from: 2025, do: FeeExemption(share: 0.4, by: 2028, contribution: [(2026, 0.05)])),
(id: "checks", payer: Ministry, from: 2025, do: CheckUps(share: 0.1, budget: 5)),
(id: "lines", from: 2025, do: RemoteConsultation(share: 0.6, by: 2027)),
(id: "closed", from: 2025, do: CloseHospital(hospitals: ["port-saint-regional-03"], year: 2027)),
(id: "merged", from: 2025, do: MergeHospitals(hospitals: ["north-mark-regional-04"], into: "north-mark-general", year: 2026)),
(id: "services", from: 2025, do: StationServices(share: 0.7, by: 2028), payer: Provincial),
(id: "lists", from: 2025, do: FamilyMedicine(share: 0.2, by: 2027)),
"#;

/// Everything that is written down of a world, year by year.
fn lived(model: &mut Model, prototype: &Prototype, first: u32) -> Vec<String> {
    block::begin(model, prototype, first, WIDTH);
    let mut told = Vec::new();
    for year in BASE.0..=LAST {
        if year > BASE.0 {
            live_year(model, year);
        }
        let world = &model.world;
        told.push(format!(
            "{year} {:?} {:?} {:?} {:?} {:?}",
            world.resource::<BedBoard>(),
            world.resource::<StationBoard>(),
            world.resource::<StaffBoard>(),
            world.resource::<CareBoard>(),
            world.resource::<TrackedBoard>(),
        ));
        if year > BASE.0 {
            told.push(format!(
                "{year} {:?} {:?} {:?} {:?}",
                world.resource::<MilestoneBoard>(),
                world.resource::<Stress>(),
                world.resource::<Shocks>(),
                world.resource::<Decisions>(),
            ));
            told.push(format!(
                "{year} {:?} {:?} {:?} {:?}",
                world.resource::<Costs>(),
                world.resource::<Works>(),
                world.resource::<Ledger>(),
                world.resource::<StaffLevers>(),
            ));
        }
    }
    told
}

#[test]
fn a_world_that_has_lived_lives_on_as_one_that_has_not() {
    // A wave of resignations that begins in the last year is still running when the world goes back.
    let fields = r#"uncertainty: both, assumptions: {"shock.exit_year": Fixed(2030.0), "shock.exit_years": Fixed(3.0), "shock.exit_quits": Fixed(2.0)},"#;
    let scenario = asking(&Arc::new(three_provinces()), fields, POLICIES);
    let prototype = Prototype::new(&scenario).expect("a checked scenario can be put into a world");
    let fresh = lived(&mut prototype.instantiate(), &prototype, WIDTH as u32);
    let mut used = prototype.instantiate();
    let other = lived(&mut used, &prototype, 0);
    let again = lived(&mut used, &prototype, WIDTH as u32);
    assert_ne!(other, again, "other futures");
    for (a, b) in fresh.iter().zip(&again) {
        let apart = a.bytes().zip(b.bytes()).position(|(x, y)| x != y);
        let near = |text: &str, at: usize| {
            text[at.saturating_sub(200)..]
                .chars()
                .take(300)
                .collect::<String>()
        };
        assert!(a == b, "{:?}", apart.map(|at| (near(a, at), near(b, at))));
    }
}
