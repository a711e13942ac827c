//! The same seed gives the same bytes however the run is carried out, and a decision moves only what
//! it touches: every other draw stays as it was.

use crate::support::country::{asking, three_provinces};
use carecast::internals::engine::block::BlockResult;
use carecast::internals::engine::layout::Layout;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::engine::{Options, live, run};
use carecast::internals::indicator::Reading;
use carecast::internals::results::{Findings, RunStatistics, ScopeKind};
use carecast::internals::scenario::Scenario;
use carecast::internals::units::Year;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Every kind of policy at once, in the made-up country of three provinces.
const ALL_KINDS: &str = r#"
    (id: "hearts", do: SatelliteHospitals(links: [
        (core: "royal-heart-centre", satellite: "east-vale-general", specialty: "cardiology"),
        (core: "royal-hospital", satellite: "north-mark-general", specialty: "general", from: 2027),
    ])),
    (id: "campus", do: SecondCampus(hospital: "royal-hospital", province: "north-mark", beds: 120, opens: 2026, replaces: 0.5)),
    (id: "heart", do: TransferToProvince(hospitals: ["royal-heart-centre"], year: 2026)),
    (id: "money", do: Investment(amount: Multiple(1.4), money: Planned,
        split: (new_beds: Share(0.5), training_places: Share(0.2), stations: Rest)), payer: Provincial),
    (id: "classes", do: TrainingIntake(occupation: "nurse", growth: 0.3, a_year: 0.02,
        new_schools: [(places: 20, first: 2027, owner: Private)],
        schools: [(school: "royal-university-nurse", capital: 30, first: 2027)]), payer: Ministry),
    (id: "pay", do: Incentives(employers: [Commune], points: 15, starting_pay: 0.5, place: IncomeBelow(1.2))),
    (id: "stations", do: CommuneDoctors(rotation: (doctors: 12), recruitment: (standard: 4.5, funded: 0.5, by: 2028),
        scholarships: (places: 4))),
    (id: "stay", do: RetirementExtension(occupation: "doctor", share: 0.3, to_age: 67)),
    (id: "cut", do: Investment(amount: Multiple(0.6), money: Planned, split: (new_beds: Share(1.0))),
        from: 2026, to: 2028, payer: Ministry),
    (id: "if-full", do: SecondCampus(hospital: "royal-hospital", province: "east-vale", beds: 90, opens: 2027), from: 2026,
        when: Above(indicator: "central_occupancy", level: 1.0)),
    (id: "if-short", do: Investment(amount: Level(40), money: Planned, split: (new_beds: Share(0.7), stations: Rest)),
        payer: Provincial, when: Below(indicator: "beds_per_10k", scope: "north-mark", level: 30)),
    (id: "private", do: PrivateSector(openings: 2, size: 1.3, expansion: 0.02, ppp: (money: 90, share: 0.3)),
        payer: Provincial),
    (id: "rebuild", do: StationUpgrade(pace: Number(2), years: 1.5), from: 2026, payer: Provincial),
    (id: "fees", do: FeeExemption(share: 0.6, by: 2027, contribution: [(2026, 0.05)]), payer: Hospitals),
    (id: "checks", do: CheckUps(share: 0.1, groups: [Elderly, Pupils], budget: 3), payer: Ministry),
    (id: "lines", do: RemoteConsultation(share: 0.6, by: 2027)),
    (id: "closed", do: CloseHospital(hospitals: ["port-saint-regional-03"], year: 2027)),
    (id: "merged", do: MergeHospitals(hospitals: ["north-mark-regional-04"], into: "north-mark-general", year: 2026)),
    (id: "services", do: StationServices(share: 0.7, by: 2028), payer: Provincial),
    (id: "lists", do: FamilyMedicine(share: 0.2, by: 2027)),
"#;

fn base() -> Arc<carecast::internals::base::Base> {
    Arc::new(three_provinces())
}

/// The same, some years long.
fn short(fields: &str) -> Scenario {
    all_kinds(&format!("years: (first: 2025, last: 2029), {fields}"))
}

fn all_kinds(fields: &str) -> Scenario {
    asking(&base(), fields, ALL_KINDS)
}

/// A question, lived.
struct Lived {
    prototype: Prototype,
    layout: Layout,
    blocks: Vec<BlockResult>,
}

fn lived(scenario: &Scenario, replicates: Range<u32>, width: usize, threads: usize) -> Lived {
    let prototype = Prototype::new(scenario).expect("a checked scenario can be put into a world");
    let layout = Layout::of(&prototype);
    let options = Options {
        threads: Some(threads),
        replicates,
        width,
        ..Options::of(scenario)
    };
    let (blocks, used) = live(&prototype, &layout, &options, &|_, _| true).expect("the laws hold");
    assert_eq!(used, threads);
    Lived {
        prototype,
        layout,
        blocks,
    }
}

impl Lived {
    /// All that is kept of each future, bit for bit, in replicate order.
    fn futures(&self) -> Vec<Vec<u32>> {
        let mut all = Vec::new();
        for block in &self.blocks {
            for lane in 0..block.lanes {
                let mut bits = Vec::new();
                for row in [&block.samples, &block.ledger, &block.costs, &block.assumed] {
                    bits.extend(
                        row.iter()
                            .skip(lane)
                            .step_by(block.lanes)
                            .map(|v| v.to_bits()),
                    );
                }
                for row in block.gaps.iter().skip(lane).step_by(block.lanes) {
                    bits.extend(row.map(f32::to_bits));
                }
                for row in block.hiring.iter().skip(lane).step_by(block.lanes) {
                    bits.extend(row.map(f32::to_bits));
                }
                for row in block.policy_costs.iter().skip(lane).step_by(block.lanes) {
                    bits.extend(row.map(f32::to_bits));
                }
                bits.extend(block.met.iter().map(|m| u32::from(m >> lane & 1)));
                let at_work = block.at_work.iter().flatten();
                bits.extend(at_work.map(|m| u32::from(m >> lane & 1)));
                all.push(bits);
            }
        }
        all
    }

    /// One indicator in one scope and year, in every future.
    fn row(&self, indicator: usize, scope: usize, year: usize) -> Vec<f32> {
        let cell = self
            .layout
            .cell(self.layout.first_series[indicator] + scope, year);
        self.blocks
            .iter()
            .flat_map(|b| {
                b.samples[cell * b.lanes..(cell + 1) * b.lanes]
                    .iter()
                    .copied()
            })
            .collect()
    }

    fn indicator(&self, id: &str) -> usize {
        self.prototype
            .indicators
            .iter()
            .position(|i| i.info.id == id)
            .expect("the indicator is in the registry")
    }

    fn year(&self, year: i32) -> usize {
        (year - self.layout.years[0].0) as usize
    }
}

/// All that is read off the world, the ledger and the costs, bit for bit: what two runs with other
/// policies or assumptions can share.
fn told(lived: &Lived) -> Vec<Vec<u32>> {
    lived
        .blocks
        .iter()
        .map(|block| {
            [&block.samples, &block.ledger, &block.costs]
                .into_iter()
                .flatten()
                .map(|v| v.to_bits())
                .chain(block.met.iter().map(|m| u32::from(*m)))
                .chain(block.gaps.iter().flatten().map(|v| v.to_bits()))
                .chain(block.hiring.iter().flatten().map(|v| v.to_bits()))
                .collect()
        })
        .collect()
}

/// Bits of a row: two numbers that are not numbers are the same.
fn bits(row: &[f32]) -> Vec<u32> {
    row.iter().map(|v| v.to_bits()).collect()
}

fn findings(scenario: &Scenario, replicates: Range<u32>, width: usize, threads: usize) -> String {
    let options = Options {
        threads: Some(threads),
        replicates,
        width,
        ..Options::of(scenario)
    };
    let found = run(scenario, &options, &|_, _| true).expect("the laws hold");
    let found = Findings {
        statistics: RunStatistics::default(),
        ..found
    };
    format!("{found:?}")
}

#[test]
fn threads_and_widths_leave_every_future_as_it_is() {
    let scenario = short("");
    let whole = lived(&scenario, 0..37, 16, 1).futures();
    assert_eq!(whole.len(), 37);
    for (width, threads) in [
        (16, 2),
        (16, 4),
        (8, 1),
        (4, 2),
        (2, 4),
        (1, 1),
        (1, 2),
        (5, 1),
    ] {
        let other = lived(&scenario, 0..37, width, threads).futures();
        for (r, (a, b)) in whole.iter().zip(&other).enumerate() {
            assert!(a == b, "future {r}, width {width}, {threads} threads");
        }
    }
}

#[test]
fn policies_that_wait_act_in_some_futures_and_not_in_others() {
    // Guards the comparisons around it: a condition that always or never holds would show little.
    let lived = lived(&short(""), 0..64, 16, 2);
    let years = lived.layout.simulated();
    let plans = &lived.prototype.scenario().policies;
    for (n, plan) in plans.iter().enumerate().filter(|(_, p)| p.when.waits()) {
        let last = n * years + years - 1;
        let acting: u32 = lived
            .blocks
            .iter()
            .map(|b| b.at_work[last][0].count_ones())
            .sum();
        assert!((4..=60).contains(&acting), "{}: {acting} of 64", plan.id);
    }
}

#[test]
fn threads_and_widths_leave_the_findings_as_they_are() {
    // Years in which targets fall due, and enough futures for drivers.
    let scenario = all_kinds("years: (first: 2025, last: 2031),");
    let whole = findings(&scenario, 0..120, 16, 1);
    assert!(whole.contains("Driver {"));
    for (width, threads) in [(16, 2), (16, 4), (7, 2), (1, 2)] {
        assert!(
            whole == findings(&scenario, 0..120, width, threads),
            "{width} {threads}"
        );
    }
}

#[test]
fn a_part_of_the_run_gives_the_rows_of_the_whole() {
    for uncertainty in ["both", "parameters", "process", "none"] {
        let scenario = short(&format!("uncertainty: {uncertainty},"));
        let whole = lived(&scenario, 0..40, 16, 2).futures();
        for part in [0..16, 16..32, 3..4, 5..29, 39..40] {
            let alone = lived(&scenario, part.clone(), 16, 1).futures();
            let rows = &whole[part.start as usize..part.end as usize];
            assert!(rows == alone, "{uncertainty}, {part:?}");
        }
    }
}

#[test]
fn another_seed_is_another_future() {
    let of = |seed: u64| {
        let scenario = short(&format!("seed: {seed},"));
        lived(&scenario, 0..16, 16, 1).futures()
    };
    let (one, again, two) = (of(1), of(1), of(2));
    assert!(one == again);
    assert!(one.iter().zip(&two).all(|(a, b)| a != b));
}

#[test]
fn no_two_futures_are_equal_after_the_first_year() {
    let scenario = short("");
    let lived = lived(&scenario, 0..256, 16, 2);
    let first_year: Vec<Vec<u32>> = (0..256)
        .map(|r| {
            let block = &lived.blocks[r / 16];
            (0..lived.layout.series)
                .map(|s| block.samples[lived.layout.cell(s, 1) * 16 + r % 16].to_bits())
                .collect()
        })
        .collect();
    assert_eq!(first_year.iter().collect::<BTreeSet<_>>().len(), 256);
}

#[test]
fn each_layer_spreads_the_futures_and_none_spreads_nothing() {
    for (uncertainty, spreads) in [
        ("both", true),
        ("parameters", true),
        ("process", true),
        ("none", false),
    ] {
        let scenario = all_kinds(&format!("uncertainty: {uncertainty},"));
        let lived = lived(&scenario, 0..16, 16, 1);
        let last = lived.layout.years.len() - 1;
        for id in [
            "beds_per_10k",
            "doctors_per_10k",
            "nurses_per_10k",
            "central_occupancy",
            "total_cost",
        ] {
            let row = lived.row(lived.indicator(id), 0, last);
            let different = bits(&row).into_iter().collect::<BTreeSet<_>>().len();
            assert_eq!(different > 12, spreads, "{uncertainty}: {id} {row:?}");
            assert!(spreads || different == 1, "{uncertainty}: {id} {row:?}");
        }
        // Counts are whole where events are drawn, real numbers where they are expected.
        let closing = lived
            .layout
            .ledger
            .iter()
            .position(|(stock, cause, _)| stock == "doctors" && cause == "closing_stock")
            .expect("the ledger follows doctors");
        let years = lived.layout.simulated();
        let heads = lived.blocks[0].ledger[(closing * years + years - 1) * 16];
        let whole = matches!(uncertainty, "both" | "process");
        assert_eq!(heads.fract() == 0.0, whole, "{uncertainty}: {heads}");
    }
}

/// The first year in which two runs differ anywhere in a scope, for indicators that pass.
fn first_difference(
    a: &Lived,
    b: &Lived,
    scope: usize,
    wanted: impl Fn(&str) -> bool,
) -> Option<Year> {
    (0..a.layout.years.len())
        .find(|year| {
            a.prototype
                .indicators
                .iter()
                .enumerate()
                .any(|(i, indicator)| {
                    let here = scope == 0 || !indicator.info.national_only;
                    here && wanted(&indicator.info.id)
                        && bits(&a.row(i, scope, *year)) != bits(&b.row(i, scope, *year))
                })
        })
        .map(|year| a.layout.years[year])
}

fn is_of_beds(id: &str) -> bool {
    matches!(
        id,
        "beds_per_10k"
            | "managed_beds_per_10k"
            | "beds_opened"
            | "beds_at_stations"
            | "beds"
            | "beds_public"
            | "beds_private"
            | "private_bed_share"
    )
}

fn is_of_money(id: &str) -> bool {
    matches!(id, "capital_spent" | "total_cost")
}

const ONE_CAMPUS: &str = r#"(id: "new-wing",
    do: SecondCampus(hospital: "north-mark-general", province: "north-mark", beds: 137, opens: 2027))"#;

#[test]
fn one_more_campus_leaves_the_draws_of_every_other_province_untouched() {
    // Money follows the lack of beds; with that tie cut, no bed elsewhere depends on the campus.
    for (assumptions, tied) in [
        ("assumptions: {\"capex.converge\": Fixed(0.0)},", false),
        ("", true),
    ] {
        let ask = |policies: &str| {
            let scenario = asking(&base(), assumptions, policies);
            lived(&scenario, 0..32, 16, 2)
        };
        let (without, with) = (ask(""), ask(ONE_CAMPUS));
        let opened = with.year(2027);
        for (s, scope) in with.layout.scopes.iter().enumerate() {
            if scope.kind != ScopeKind::Province {
                continue;
            }
            let any = first_difference(&without, &with, s, |id| !is_of_money(id));
            assert!(
                any.is_none_or(|y| y >= Year(2027)),
                "{}: {any:?}",
                scope.code
            );
            let beds = first_difference(&without, &with, s, is_of_beds);
            if scope.code == "north-mark" {
                assert_eq!(beds, Some(Year(2027)));
                let i = with.indicator("beds_opened");
                let more: Vec<f32> = with
                    .row(i, s, opened)
                    .iter()
                    .zip(without.row(i, s, opened))
                    .map(|(a, b)| a - b)
                    .collect();
                // In its first year the campus fits out a few beds of its own.
                assert!(
                    more.iter().all(|m| *m == 0.0 || (137.0..145.0).contains(m)),
                    "{more:?}"
                );
                assert!(more.iter().any(|m| *m > 0.0));
            } else if tied {
                assert!(
                    beds.is_none_or(|y| y > Year(2027)),
                    "{}: {beds:?}",
                    scope.code
                );
            } else {
                assert_eq!(beds, None, "{}", scope.code);
            }
        }
    }
}

#[test]
fn a_policy_that_touches_nothing_drawn_leaves_every_draw_as_it_was() {
    let ask = |policies: &str| lived(&asking(&base(), "", policies), 0..16, 16, 1);
    let without = ask(ONE_CAMPUS);
    let repair = r#"(id: "another", do: Investment(amount: Level(40), money: Planned, split: (equipment: Share(1.0))),
        payer: Provincial), "#;
    let with = ask(&format!("{repair}{ONE_CAMPUS}"));
    for s in 0..with.layout.scopes.len() {
        assert_eq!(
            first_difference(&without, &with, s, |id| !is_of_money(id)),
            None
        );
    }
    assert_eq!(
        first_difference(&without, &with, 0, is_of_money),
        Some(Year(2025))
    );
    // A link in its first year is not ripe: it costs money and keeps nobody at home yet.
    let link = r#"(id: "late", do: SatelliteHospitals(links: [
        (core: "royal-hospital", satellite: "east-vale-general", specialty: "general", from: 2034)])),"#;
    let with = ask(&format!("{link}{ONE_CAMPUS}"));
    for s in 0..with.layout.scopes.len() {
        assert_eq!(
            first_difference(&without, &with, s, |id| !is_of_money(id)),
            None
        );
    }
    assert_eq!(
        first_difference(&without, &with, 0, is_of_money),
        Some(Year(2034))
    );
}

#[test]
fn a_lever_of_size_zero_leaves_every_future_as_it_was() {
    for gate in ["", "staffing_gate: true,"] {
        let ask = |policies: &str| {
            let all = format!("{ONE_CAMPUS}, {policies}");
            told(&lived(&asking(&base(), gate, &all), 0..48, 16, 2))
        };
        let without = ask("");
        for lever in [
            "PrivateSector()",
            "PrivateSector(openings: 1, size: 1, expansion: 0, ppp: (money: 0, share: 0.4))",
            "PrivateSector(openings: 1, provinces: [\"east-vale\"])",
            "StationUpgrade(pace: Number(0))",
            "StationUpgrade(pace: Share(0), cost: 3, years: 0)",
        ] {
            let with = ask(&format!("(id: \"lever\", do: {lever}, payer: Provincial)"));
            assert!(without == with, "{lever}");
        }
    }
}

#[test]
fn a_shock_that_never_strikes_leaves_every_future_as_it_was() {
    for gate in ["", "staffing_gate: true,"] {
        let ask = |laws: &str| {
            let fields = format!("{gate} assumptions: {{{laws}}},");
            told(&lived(&all_kinds(&fields), 0..48, 16, 2))
        };
        let without = ask("");
        for laws in [
            // Worse shocks, none of which strikes.
            r#""shock.storm_beds": Fixed(0.9), "shock.storm_diverted": Fixed(0.9), "shock.exit_quits": Fixed(4.0)"#,
            r#""shock.epidemic_beds": Fixed(0.9), "shock.freeze_disbursed": Fixed(0.0), "shock.exit_years": Fixed(4.0)"#,
            // A year that is not lived.
            r#""shock.storm_year": Fixed(2099), "shock.exit_year": Fixed(2099), "shock.freeze_year": Fixed(1990)"#,
        ] {
            assert!(without == ask(laws), "{laws}");
        }
        let struck = ask(r#""shock.storm_year": Fixed(2028)"#);
        assert!(without.iter().zip(&struck).all(|(a, b)| a != b));
    }
}

/// Means of an indicator of the nation in a year, over the same futures.
fn mean(lived: &Lived, id: &str, year: i32) -> f64 {
    let row = lived.row(lived.indicator(id), 0, lived.year(year));
    row.iter().map(|v| f64::from(*v)).sum::<f64>() / row.len() as f64
}

#[test]
fn twice_a_lever_never_lowers_what_it_serves() {
    let ask = |lever: &str| {
        let policy = format!("(id: \"lever\", do: {lever}, to: 2030, payer: Provincial)");
        lived(&asking(&base(), "", &policy), 0..64, 16, 2)
    };
    for (id, levers) in [
        (
            "private_bed_share",
            [
                "PrivateSector()",
                "PrivateSector(openings: 2)",
                "PrivateSector(openings: 4)",
                "PrivateSector(openings: 8)",
            ],
        ),
        (
            "private_bed_share",
            [
                "PrivateSector(size: 1)",
                "PrivateSector(size: 1.5)",
                "PrivateSector(size: 3)",
                "PrivateSector(size: 6)",
            ],
        ),
        (
            "private_bed_share",
            [
                "PrivateSector(expansion: 0)",
                "PrivateSector(expansion: 0.02)",
                "PrivateSector(expansion: 0.04)",
                "PrivateSector(expansion: 0.08)",
            ],
        ),
        (
            "private_bed_share",
            [
                "PrivateSector(ppp: (money: 0, share: 0.3))",
                "PrivateSector(ppp: (money: 100, share: 0.3))",
                "PrivateSector(ppp: (money: 200, share: 0.3))",
                "PrivateSector(ppp: (money: 400, share: 0.3))",
            ],
        ),
        (
            "share_stations_upgraded",
            [
                "StationUpgrade(pace: Number(0))",
                "StationUpgrade(pace: Number(1))",
                "StationUpgrade(pace: Number(2))",
                "StationUpgrade(pace: Number(4))",
            ],
        ),
    ] {
        let row = levers.map(|lever| mean(&ask(lever), id, 2031));
        assert!(row[0] < row[1], "{id}: {row:?}");
        assert!(row.windows(2).all(|w| w[0] <= w[1]), "{id}: {row:?}");
    }
}

#[test]
fn hospitals_a_policy_draws_in_leave_those_that_open_anyway_where_they_are() {
    let ask = |policies: &str| lived(&asking(&base(), "", policies), 0..32, 16, 2);
    let without = ask("");
    let with = ask(
        r#"(id: "owners", do: PrivateSector(openings: 3, provinces: ["east-vale"]), from: 2027)"#,
    );
    // In the first year only beds of the province itself differ, and never fewer.
    let i = with.indicator("beds_opened");
    let year = with.year(2027);
    for (s, scope) in with.layout.scopes.iter().enumerate() {
        if scope.kind != ScopeKind::Province {
            continue;
        }
        let (a, b) = (without.row(i, s, year), with.row(i, s, year));
        if scope.code == "east-vale" {
            assert!(a.iter().zip(&b).all(|(a, b)| a <= b), "{a:?} {b:?}");
            assert!(a.iter().zip(&b).any(|(a, b)| a < b));
        } else {
            assert_eq!(bits(&a), bits(&b), "{}", scope.code);
        }
    }
}

#[test]
fn the_order_of_policies_in_a_file_moves_nothing() {
    let (a, b) = (
        r#"(id: "a", do: SecondCampus(hospital: "royal-hospital", province: "east-vale", beds: 90, opens: 2027))"#,
        ONE_CAMPUS,
    );
    let one = lived(&asking(&base(), "", &format!("{a}, {b}")), 0..16, 16, 1).futures();
    let two = lived(&asking(&base(), "", &format!("{b}, {a}")), 0..16, 16, 1).futures();
    assert!(one == two);
}

#[test]
fn indicators_that_are_sums_exist() {
    // Guards the comparisons above against a registry that no longer has what they look at.
    let prototype = Prototype::new(&asking(&base(), "", "")).expect("can be run");
    let sums = prototype
        .indicators
        .iter()
        .filter(|i| matches!(i.reading, Reading::Sum(_)))
        .count();
    assert!(sums >= 3);
    for id in [
        "beds_per_10k",
        "managed_beds_per_10k",
        "beds_opened",
        "beds_at_stations",
        "private_bed_share",
    ] {
        assert!(prototype.indicators.iter().any(|i| i.info.id == id), "{id}");
    }
}

const FINGERPRINTS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/fingerprints.txt"
);

/// sha-256 over every bit that is kept of every future.
fn fingerprint(scenario: &Scenario, futures: u32) -> String {
    let mut hash = Sha256::new();
    for future in lived(scenario, 0..futures, 16, 2).futures() {
        for word in future {
            hash.update(word.to_le_bytes());
        }
    }
    hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

#[test]
fn every_build_lives_the_same_futures() {
    let (viet_nam, _) = Scenario::built_in("baseline").expect("built in");
    let cases = [
        ("three-provinces", fingerprint(&all_kinds(""), 32)),
        ("viet-nam-baseline", fingerprint(&viet_nam, 32)),
    ];
    let now: String = cases
        .iter()
        .map(|(name, print)| format!("{name} {print}\n"))
        .collect();
    if std::env::var_os("UPDATE_FINGERPRINT").is_some() {
        println!("{now}");
        std::fs::write(FINGERPRINTS, &now).expect("the fingerprints can be written");
    }
    let kept =
        std::fs::read_to_string(FINGERPRINTS).expect("the fingerprints lie beside the tests");
    assert_eq!(
        kept, now,
        "published numbers move: if that is meant, run with UPDATE_FINGERPRINT=1 and say so in the commit"
    );
}
