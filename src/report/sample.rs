//! A made-up country of three provinces whose results exercise every sentence of the report.

use crate::base::{AssumedTable, Borders, Direction, Distribution, Form, Grade, TargetStatus};
use crate::lanes::whole_power;
use crate::results::comparison::Mean;
use crate::results::public::{Counted, Held, PublicLine, PublicMoney};
use crate::results::*;
use crate::scenario::Payer;
use crate::units::{PriceBasis, Year};

const YEARS: std::ops::RangeInclusive<i32> = 2025..=2032;
const FUTURES: u32 = 10_000;

/// A probability with its Wilson interval at 95 %.
pub fn probability(hits: u32, of: u32) -> Probability {
    let (n, z) = (f64::from(of), 1.96);
    let value = f64::from(hits) / n;
    let middle = (value + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (value * (1.0 - value) / n + z * z / (4.0 * n * n)).sqrt();
    Probability {
        hits,
        of,
        value,
        low: (middle - half).max(0.0),
        high: (middle + half).min(1.0),
    }
}

fn scope(code: &str, kind: ScopeKind, name: &str, tile: Option<(u32, u32)>) -> Scope {
    let region = (kind == ScopeKind::Province).then(|| "north".to_string());
    Scope {
        code: code.into(),
        kind,
        name: name.into(),
        name_en: code.into(),
        tile,
        region,
    }
}

fn indicator(id: &str, title: &str, unit: Unit, national_only: bool) -> IndicatorInfo {
    // What it counts and is made of is what the registry says of it.
    let all = crate::indicator::registry(&crate::base::Base::builtin());
    let own = all.into_iter().map(|i| i.info).find(|i| i.id == id);
    IndicatorInfo {
        not_answerable: None,
        title: title.into(),
        unit,
        meaning: format!("{title}.").into(),
        national_only,
        ..own.expect("the built-in base has it")
    }
}

fn summary(middle: f64, spread: f64) -> Summary {
    let percentiles = [-1.96, -1.28, -0.67, 0.0, 0.67, 1.28, 1.96].map(|z| middle + z * spread);
    Summary {
        mean: middle,
        sd: spread,
        percentiles,
        mc_error: spread / f64::from(FUTURES).sqrt(),
    }
}

/// Start of an indicator and its growth a year.
fn path(indicator: usize) -> (f64, f64) {
    [
        (34.5, 0.4),
        (15.0, 0.5),
        (15.0, 0.7),
        (14.5, 0.6),
        (0.07, 0.002),
        (1.05, -0.01),
    ][indicator]
}

struct Asked<'a> {
    indicator: &'a str,
    scope: &'a str,
    year: i32,
    threshold: f64,
    hits: Option<u32>,
    headline: bool,
}

fn answer(asked: Asked<'_>) -> TargetAnswer {
    let by_year = match asked.hits {
        Some(hits) => (1..8)
            .map(|y| probability((hits * y / 6).min(FUTURES), FUTURES))
            .collect(),
        None => Vec::new(),
    };
    TargetAnswer {
        id: format!("{}/{}/{}/plan-7", asked.indicator, asked.scope, asked.year),
        indicator: asked.indicator.into(),
        scope: asked.scope.into(),
        year: Year(asked.year),
        threshold: asked.threshold,
        direction: Direction::AtLeast,
        form: Form::default(),
        document: "Plan 7 (2024)".into(),
        status: TargetStatus::Adopted,
        borders: Borders::Current,
        source_id: "PLAN7".into(),
        headline: asked.headline,
        standing: asked.headline.then_some(Standing::Nation),
        probability: asked.hits.map(|hits| probability(hits, FUTURES)),
        by_year,
        year_first_met: [None; 3],
        expected_shortfall: None,
        median_gap: None,
        median_short: None,
        extra_a_year: None,
        multiple_of_flow: None,
        driver_range: None,
        driver: None,
        driver_swing: None,
        assumed_effects: Vec::new(),
        driver_asked: asked.headline,
        too_late: Vec::new(),
        variants: Vec::new(),
        own_count: None,
    }
}

fn national(indicator: &str, threshold: f64, hits: u32) -> TargetAnswer {
    answer(Asked {
        indicator,
        scope: "nation",
        year: 2030,
        threshold,
        hits: Some(hits),
        headline: true,
    })
}

fn targets() -> Vec<TargetAnswer> {
    let beds = TargetAnswer {
        year_first_met: [Some(Year(2027)), Some(Year(2029)), None],
        expected_shortfall: Some(0.2),
        median_gap: Some(0.0),
        driver_range: Some((0.82, 0.51)),
        driver_swing: Some([-0.31, -0.34, -0.28]),
        driver: Some("capex.build_lag".into()),
        too_late: vec!["a campus not yet begun opens after 2030".into()],
        ..national("beds_per_10k", 35.0, 7_012)
    };
    let doctors = TargetAnswer {
        expected_shortfall: Some(1.4),
        median_gap: Some(15_204.3),
        extra_a_year: Some(3_040.9),
        multiple_of_flow: Some(1.82),
        driver_range: Some((0.001, 0.14)),
        driver_swing: Some([0.139, 0.124, 0.155]),
        driver: Some("entry.doctor".into()),
        too_late: vec!["more places in medical schools from 2026 add no doctor before 2033".into()],
        ..national("doctors_per_10k", 19.0, 231)
    };
    let official = TargetAnswer {
        year_first_met: [Some(Year(2029)), Some(Year(2031)), Some(Year(2032))],
        expected_shortfall: Some(0.6),
        median_gap: Some(2_100.0),
        extra_a_year: Some(420.0),
        multiple_of_flow: Some(1.1),
        driver_range: Some((0.22, 0.38)),
        driver_swing: Some([0.16, 0.13, 0.19]),
        driver: Some("entry.doctor".into()),
        too_late: vec!["more places in medical schools from 2026 add no doctor before 2033".into()],
        ..national("doctors_per_10k_official", 19.0, 3_010)
    };
    let nurses = TargetAnswer {
        expected_shortfall: Some(15.0),
        median_gap: Some(160_000.0),
        extra_a_year: Some(32_000.0),
        multiple_of_flow: Some(6.3),
        ..national("nurses_per_10k", 33.0, 0)
    };
    let private = TargetAnswer {
        expected_shortfall: Some(0.06),
        median_gap: Some(21_600.0),
        extra_a_year: Some(4_320.0),
        multiple_of_flow: Some(4.0),
        ..national("private_bed_share", 0.15, 12)
    };
    let provincial = answer(Asked {
        indicator: "beds_per_10k",
        scope: "vinh-hai",
        year: 2030,
        threshold: 40.0,
        hits: Some(4_400),
        headline: false,
    });
    let old = TargetAnswer {
        borders: Borders::Before2025,
        ..answer(Asked {
            indicator: "doctors_per_10k",
            scope: "ba-song",
            year: 2030,
            threshold: 12.0,
            hits: Some(9_000),
            headline: false,
        })
    };
    let vision = TargetAnswer {
        status: TargetStatus::Vision,
        ..answer(Asked {
            indicator: "beds_per_10k",
            scope: "nation",
            year: 2050,
            threshold: 45.0,
            hits: None,
            headline: false,
        })
    };
    vec![
        beds, doctors, official, nurses, private, provincial, old, vision,
    ]
}

fn driver(target: &str, assumption: &str, low: u32, high: u32, grade: Grade) -> Driver {
    Driver {
        target: format!("{target}/nation/2030/plan-7"),
        assumption: assumption.into(),
        low: probability(low, 2_000),
        high: probability(high, 2_000),
        low_mean: 35.6,
        high_mean: 34.9,
        grade,
        named: low.abs_diff(high) > 100,
    }
}

fn assumption(id: &str, meaning: &str, distribution: Distribution, grade: Grade) -> AssumptionUsed {
    AssumptionUsed {
        id: id.into(),
        meaning: meaning.into(),
        unit: "share".into(),
        distribution,
        range: Some((0.1, 0.4)),
        source: if grade == Grade::E {
            String::new()
        } else {
            "PLAN7".into()
        },
        grade,
        reason: "No figure is published | the range covers the neighbours.".into(),
        overridden: id == "entry.doctor",
        read: id != "care.unused",
        cut_to: None,
        cut_share: None,
    }
}

fn costs() -> Vec<CostRow> {
    let mut rows = Vec::new();
    for (payer, purpose, a_year) in [
        (Payer::Ministry, "beds_central", 1_200.0),
        (Payer::Provincial, "beds_provincial", 8_400.5),
        (Payer::Provincial, "operation", 2_000.0),
        (Payer::Hospitals, "pay", 91_000.0),
    ] {
        for (n, year) in YEARS.skip(1).enumerate() {
            rows.push(CostRow {
                payer,
                purpose: purpose.into(),
                year: Year(year),
                constant: a_year,
                constant_p10: 0.8 * a_year,
                constant_p90: 1.2 * a_year,
                nominal: a_year * whole_power(1.035f64, n as i32 + 1),
                discounted: a_year / whole_power(1.03f64, n as i32 + 1),
            });
        }
    }
    rows
}

/// A policy in every future with all that is asked of it, and one that waits and names nobody.
fn policies() -> Vec<PolicyUsed> {
    let years = || YEARS.skip(1).map(Year);
    let links = PolicyUsed {
        reports: Vec::new(),
        reports_tell: false,
        id: "links-south".into(),
        kind: "SatelliteHospitals".into(),
        summary: "core hospitals hand techniques down to satellite hospitals".into(),
        serves: vec!["central_occupancy".into()],
        does_not_move: "A link changes referral, not beds".into(),
        from: Year(2026),
        to: Year(2030),
        responsible: Some("Ministry of Health".into()),
        coordinating: Some("The two hospitals".into()),
        authority: Some("Decision 7".into()),
        deadline_month: Some(6),
        deadline: Some(Year(2028)),
        when: None,
        product: "2 links open to Bệnh viện Ba Sông and Bệnh viện Vĩnh Hải".into(),
        payers: vec![Payer::Ministry],
        costs: years()
            .take(5)
            .map(|year| PolicyCost {
                payer: Payer::Ministry,
                year,
                spending: Spending {
                    constant: 4.0,
                    constant_p10: 3.2,
                    constant_p90: 4.8,
                    nominal: 4.2,
                    discounted: 3.8,
                },
                residual: 0.0,
                fate: MoneyFate::default(),
            })
            .collect(),
        cost: Spending {
            constant: 20.0,
            constant_p10: 16.0,
            constant_p90: 24.0,
            nominal: 21.0,
            discounted: 19.0,
        },
        residual: 0.0,
        fate: MoneyFate::default(),
        acts: years()
            .map(|y| probability(if y.0 <= 2030 { FUTURES } else { 0 }, FUTURES))
            .collect(),
        acts_at_all: probability(FUTURES, FUTURES),
        first_acts: [Some(Year(2026)); 3],
        done: years().map(|_| probability(FUTURES, FUTURES)).collect(),
        on_time: Some(probability(FUTURES, FUTURES)),
        spent_in_time: None,
        is_money: false,
        money: None,
    };
    let campus = PolicyUsed {
        reports: vec![crate::results::Report {
            year: Year(2026),
            month: 6,
            done: 0.4,
            sd: 0.1,
            source: Some("report of July".into()),
        }],
        reports_tell: true,
        id: "campus-if-behind".into(),
        kind: "SecondCampus".into(),
        summary: "a hospital opens beds in another place".into(),
        serves: vec!["beds_per_10k".into()],
        does_not_move: "".into(),
        from: Year(2027),
        to: Year(2032),
        responsible: None,
        coordinating: None,
        authority: None,
        deadline_month: None,
        deadline: None,
        when: Some("hospital beds per 10,000 people: behind the straight line to the target of 2030 by more than 0.5".into()),
        product: "500 beds of Bệnh viện Ba Sông open in Vĩnh Hải".into(),
        payers: vec![Payer::Provincial],
        costs: vec![PolicyCost {
            payer: Payer::Provincial,
            year: Year(2029),
            spending: Spending {
                constant: 700.0,
                constant_p10: 0.0,
                constant_p90: 2_100.0,
                nominal: 780.0,
                discounted: 630.0,
            },
            residual: 0.0,
            fate: MoneyFate::default(),
        }],
        cost: Spending {
            constant: 700.0,
            constant_p10: 0.0,
            constant_p90: 2_100.0,
            nominal: 780.0,
            discounted: 630.0,
        },
        residual: 0.0,
        fate: MoneyFate::default(),
        acts: years()
            .map(|y| probability(if y.0 < 2028 { 0 } else { 3_400 }, FUTURES))
            .collect(),
        acts_at_all: probability(3_400, FUTURES),
        first_acts: [2028, 2028, 2030].map(|y| Some(Year(y))),
        done: years()
            .map(|y| probability(if y.0 < 2031 { 0 } else { 1_200 }, 3_400))
            .collect(),
        on_time: None,
        spent_in_time: None,
        is_money: false,
        money: None,
    };
    let fund = PolicyUsed {
        id: "more-money".into(),
        kind: "Investment".into(),
        summary: "money buys beds, stations, equipment and teaching places".into(),
        responsible: Some("The provinces".into()),
        coordinating: None,
        authority: None,
        deadline_month: None,
        deadline: Some(Year(2030)),
        when: None,
        product: "nine tenths spent of 12,000 billion crowns a year, for new beds".into(),
        cost: Spending {
            constant: 16_000.0,
            constant_p10: 15_000.0,
            constant_p90: 17_000.0,
            nominal: 17_500.0,
            discounted: 15_000.0,
        },
        residual: 0.0,
        fate: MoneyFate::default(),
        costs: Vec::new(),
        acts_at_all: probability(FUTURES, FUTURES),
        first_acts: [Some(Year(2027)); 3],
        acts: years().map(|_| probability(FUTURES, FUTURES)).collect(),
        done: years().map(|_| probability(0, FUTURES)).collect(),
        spent_in_time: Some(probability(0, FUTURES)),
        is_money: true,
        money: Some(Promised {
            promised: 60_000.0,
            spent: 16_000.0,
        }),
        ..campus.clone()
    };
    vec![campus, links, fund]
}

/// What the sample's policies spend of public money: more than they may.
fn public_money() -> PublicMoney {
    let line = |payer, year, spent| PublicLine {
        payer,
        year: Year(year),
        spent,
        promised: spent,
    };
    let mut lines: Vec<PublicLine> = (2026..=2030)
        .map(|year| line(Payer::Ministry, year, 4.0))
        .collect();
    lines.push(line(Payer::Provincial, 2029, 700.0));
    PublicMoney {
        counted: Counted {
            payers: vec![Payer::Ministry, Payer::Provincial],
            from: Year(2026),
            to: Year(2030),
            prices: PriceBasis::Constant,
        },
        spent: Mean {
            value: 720.0,
            low: 702.0,
            high: 738.0,
        },
        range: [16.0, 2_124.0],
        promised: 720.0,
        lines,
        beside: Some(3_000.0),
        ceiling: Some(Held {
            amount: 700.0,
            over: probability(3_100, FUTURES),
        }),
    }
}

/// The results of a made-up run.
pub fn findings() -> Findings {
    let scopes = vec![
        scope("nation", ScopeKind::Nation, "Toàn quốc", None),
        scope("north", ScopeKind::Region, "Miền Bắc", None),
        scope("ba-song", ScopeKind::Province, "Ba Sông", Some((0, 0))),
        scope("vinh-hai", ScopeKind::Province, "Vĩnh Hải", Some((1, 0))),
        scope("dai-lam", ScopeKind::Province, "Đại Lâm", Some((0, 1))),
    ];
    let indicators = vec![
        indicator(
            "beds_per_10k",
            "Hospital beds per 10,000 people",
            Unit::Per10k,
            false,
        ),
        indicator(
            "doctors_per_10k",
            "Doctors per 10,000 people",
            Unit::Per10k,
            false,
        ),
        indicator(
            "doctors_per_10k_official",
            "Doctors per 10,000 people, official count",
            Unit::Per10k,
            false,
        ),
        indicator(
            "nurses_per_10k",
            "Nurses per 10,000 people",
            Unit::Per10k,
            false,
        ),
        indicator(
            "private_bed_share",
            "Share of hospital beds that are private",
            Unit::Share,
            false,
        ),
        indicator(
            "central_occupancy",
            "Occupancy of central hospitals",
            Unit::Share,
            true,
        ),
    ];
    let years: Vec<Year> = YEARS.map(Year).collect();
    let mut summaries = Vec::new();
    for (s, scope) in scopes.iter().enumerate() {
        for (i, info) in indicators.iter().enumerate() {
            let (start, growth) = path(i);
            for y in 0..years.len() {
                let defined = scope.kind == ScopeKind::Nation || !info.national_only;
                let size = [1.0, 1.0, 0.7, 1.3, 0.95][s];
                let middle = size * (start + growth * y as f64);
                summaries.push(defined.then(|| summary(middle, 0.02 * middle * (y as f64).sqrt())));
            }
        }
    }
    Findings {
        marks: Vec::new(),
        agreed: None,
        public: Some(public_money()),
        scenario: "sample".into(),
        title: "A sample".into(),
        note: "Made up to show every sentence.".into(),
        country: "Sample Land".into(),
        currency: "billion SLD".into(),
        base: "sample-land".into(),
        base_digest: "b".repeat(64),
        scenario_digest: "5".repeat(64),
        scenario_files: Vec::new(),
        seed: 1,
        replicates: 0..FUTURES,
        summarised: None,
        uncertainty: "both".into(),
        sampling: None,
        staffing_gate: false,
        years,
        scopes,
        indicators,
        summaries,
        targets: targets(),
        joint: vec![JointAnswer {
            name: "Plan 7, 2030".into(),
            targets: vec![
                "beds_per_10k/nation/2030/plan-7".into(),
                "doctors_per_10k/nation/2030/plan-7".into(),
            ],
            probability: probability(0, FUTURES),
            bounds: None,
        }],
        province_probability: [("ba-song", 0), ("vinh-hai", 9_998), ("dai-lam", 4_312)]
            .map(|(province, hits)| ProvinceProbability {
                province: province.into(),
                indicator: "beds_per_10k".into(),
                year: Year(2030),
                threshold: 35.0,
                direction: Direction::AtLeast,
                form: Form::default(),
                probability: probability(hits, FUTURES),
            })
            .to_vec(),
        exceedance: Vec::new(),
        drivers: vec![
            driver("beds_per_10k", "capex.build_lag", 1_640, 1_020, Grade::E),
            driver("beds_per_10k", "entry.doctor", 1_400, 1_410, Grade::D),
            driver("doctors_per_10k", "entry.doctor", 2, 280, Grade::D),
        ],
        costs: costs(),
        ledger: vec![
            LedgerRow {
                stock: "beds".into(),
                cause: "opened_private".into(),
                title: "Opened, private".into(),
                year: Year(2026),
                mean: 1_203.25,
                p10: 800.0,
                p90: 1_600.0,
            },
            LedgerRow {
                stock: "money:provincial".into(),
                cause: "spent".into(),
                title: "Spent".into(),
                year: Year(2026),
                mean: -8_400.5,
                p10: -9_000.0,
                p90: -7_800.0,
            },
        ],
        binding: vec![
            BindingRow {
                occupation: "doctors".into(),
                year: Year(2026),
                posts_bind: 0.8,
                open_posts: 3_000.0,
                pool: 9_100.0,
            },
            BindingRow {
                occupation: "doctors".into(),
                year: Year(2027),
                posts_bind: 0.3,
                open_posts: 9_000.0,
                pool: 8_100.0,
            },
        ],
        assumptions: vec![
            assumption(
                "entry.doctor",
                "Share of licensed doctors who look for a post.",
                Distribution::Beta(11.0, 2.0),
                Grade::D,
            ),
            assumption(
                "capex.build_lag",
                "Years from money to open beds",
                Distribution::Triangular {
                    low: 0.0,
                    mode: 2.0,
                    high: 4.0,
                },
                Grade::E,
            ),
            assumption(
                "care.unused",
                "Share nobody asks for",
                Distribution::Fixed(0.25),
                Grade::E,
            ),
            assumption(
                "money.inflation",
                "Yearly rise of prices",
                Distribution::Normal {
                    mean: 0.035,
                    sd: 0.01,
                },
                Grade::A,
            ),
        ],
        assumed_tables: vec![AssumedTable {
            name: "age_shares.csv".into(),
            what: "age of staff at base by five-year band".into(),
            range: "each share times 0.75 to 1.3".into(),
            reason: "no age table of health staff is published".into(),
        }],
        policies: policies(),
        history: Vec::new(),
        figures: Vec::new(),
        figures_moved: Vec::new(),
        own_counts: Vec::new(),
        at_base: Vec::new(),
        publishers: Vec::new(),
        bottom_up: vec![
            BottomUp {
                province: "ba-song".into(),
                occupation: "doctors".into(),
                used: 1_300.0,
                bottom_up: 1_000.0,
            },
            BottomUp {
                province: "dai-lam".into(),
                occupation: "doctors".into(),
                used: 1_010.0,
                bottom_up: 1_000.0,
            },
        ],
        focus: None,
        facility_counts: (1_660, 1_204, 3_321),
        statistics: RunStatistics {
            threads: 2,
            simulate_seconds: 12.5,
            futures_per_second: 800.0,
            ..Default::default()
        },
    }
}
