//! Findings made up for the tests of pictures and reports: shaped like those of a real run, with
//! invented figures, so that no simulation is needed to look at a page.

use carecast::internals::base::{Borders, Direction, Form, Grade, HistoryPoint, TargetStatus};
use carecast::internals::results::*;
use carecast::internals::units::{Payer, Year};

const PROVINCES: &str = include_str!("../fixtures/provinces.csv");

/// Futures of the made-up run.
pub const FUTURES: u32 = 10_000;

/// One indicator: where it starts, what it gains a year, and how fast futures part.
struct Course {
    id: &'static str,
    title: &'static str,
    unit: Unit,
    start: f64,
    gain: f64,
    spread: f64,
    /// Threshold and year of the headline target.
    target: Option<(f64, i32)>,
}

const COURSES: [Course; 7] = [
    Course {
        id: "beds_per_10k",
        title: "Hospital beds per 10,000 people",
        unit: Unit::Per10k,
        start: 34.5,
        gain: 0.16,
        spread: 0.32,
        target: Some((35.0, 2030)),
    },
    Course {
        id: "doctors_per_10k",
        title: "Doctors per 10,000 people",
        unit: Unit::Per10k,
        start: 15.0,
        gain: 0.55,
        spread: 0.30,
        target: Some((19.0, 2030)),
    },
    Course {
        id: "doctors_per_10k_official",
        title: "Doctors per 10,000 people, official counting",
        unit: Unit::Per10k,
        start: 15.0,
        gain: 0.72,
        spread: 0.38,
        target: Some((19.0, 2030)),
    },
    Course {
        id: "nurses_per_10k",
        title: "Nurses per 10,000 people",
        unit: Unit::Per10k,
        start: 14.5,
        gain: 0.42,
        spread: 0.30,
        target: Some((33.0, 2030)),
    },
    Course {
        id: "pharmacists_per_10k",
        title: "Pharmacists per 10,000 people",
        unit: Unit::Per10k,
        start: 3.5,
        gain: 0.16,
        spread: 0.12,
        target: Some((4.0, 2030)),
    },
    Course {
        id: "private_bed_share",
        title: "Share of hospital beds that are private",
        unit: Unit::Share,
        start: 0.072,
        gain: 0.0035,
        spread: 0.003,
        target: Some((0.15, 2030)),
    },
    Course {
        id: "central_occupancy",
        title: "Bed occupancy of central hospitals",
        unit: Unit::Share,
        start: 1.06,
        gain: -0.01,
        spread: 0.02,
        target: None,
    },
];

/// Indicators of the nation alone: how far apart provinces are, and what all of it costs. The last is
/// a flow: it has no value in the base year.
const NATIONAL: [Course; 7] = [
    national("beds_per_10k_lowest", Unit::Per10k, 21.0, 0.35, 0.6),
    national("beds_per_10k_spread", Unit::Ratio, 2.9, -0.04, 0.06),
    national("beds_per_10k_gini", Unit::Ratio, 0.135, -0.002, 0.004),
    national("doctors_per_10k_lowest", Unit::Per10k, 6.4, 0.4, 0.3),
    national("doctors_per_10k_spread", Unit::Ratio, 4.9, -0.08, 0.2),
    national("doctors_per_10k_gini", Unit::Ratio, 0.21, 0.0, 0.006),
    national("total_cost", Unit::Money, 232_000.0, 3_400.0, 9_000.0),
];

const fn national(id: &'static str, unit: Unit, start: f64, gain: f64, spread: f64) -> Course {
    Course {
        id,
        title: id,
        unit,
        start,
        gain,
        spread,
        target: None,
    }
}

/// Code and name of the regions of the fixture.
pub const REGIONS: [(&str, &str); 6] = [
    (
        "northern-midlands-mountains",
        "Trung du và miền núi phía Bắc",
    ),
    ("red-river-delta", "Đồng bằng sông Hồng"),
    ("north-central", "Bắc Trung Bộ"),
    (
        "south-central-coast-highlands",
        "Duyên hải Nam Trung Bộ và Tây Nguyên",
    ),
    ("southeast", "Đông Nam Bộ"),
    ("mekong-delta", "Đồng bằng sông Cửu Long"),
];

/// Standard normal quantiles of the percentiles kept.
const Z: [f64; 7] = [-1.96, -1.2816, -0.6745, 0.0, 0.6745, 1.2816, 1.96];

/// Findings of a made-up baseline run of Viet Nam.
pub fn viet_nam() -> Findings {
    let years: Vec<Year> = (2025..=2035).map(Year).collect();
    let mut scopes = vec![scope(
        "nation",
        ScopeKind::Nation,
        "Việt Nam",
        "Viet Nam",
        None,
    )];
    let mut factors = vec![(1.0, 1.0)];
    for (code, name) in REGIONS {
        scopes.push(scope(code, ScopeKind::Region, name, code, None));
        factors.push((1.0, 1.0));
    }
    for line in PROVINCES.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |at: usize| cells[at].parse::<f64>().expect("the fixture holds numbers");
        let tile = Some((number(4) as u32, number(5) as u32));
        scopes.push(Scope {
            region: Some(cells[3].to_owned()),
            ..scope(cells[0], ScopeKind::Province, cells[1], cells[2], tile)
        });
        factors.push((number(6) / 34.5, number(7) / 15.0));
    }
    let mut summaries = Vec::new();
    for (place, (beds, staff)) in factors.iter().enumerate() {
        for course in &COURSES {
            let factor = if course.id.starts_with("beds") {
                *beds
            } else {
                *staff
            };
            let factor = if course.unit == Unit::Share {
                1.0
            } else {
                factor
            };
            let local = if (*beds - 1.0).abs() < 1e-12 {
                1.0
            } else {
                2.5
            };
            for at in 0..years.len() {
                summaries.push(Some(course.at(at as f64, factor, local)));
            }
        }
        for course in &NATIONAL {
            for at in 0..years.len() {
                let known = place == 0 && (at > 0 || course.id != "total_cost");
                summaries.push(known.then(|| course.at(at as f64 + 0.5, 1.0, 1.0)));
            }
        }
    }
    let mut targets = Vec::new();
    for course in &COURSES {
        if let Some((threshold, due)) = course.target {
            targets.push(course.answer(threshold, Year(due), &years));
        }
    }
    let mut early = COURSES[0].answer(34.7, Year(2026), &years);
    early.id = "beds_per_10k/nation/2026/na".to_owned();
    early.document = "Resolution on the plan of 2026".into();
    targets.push(early);
    for (place, indicator, threshold, status, borders) in [
        (
            "phu-tho",
            "beds_per_10k",
            50.0,
            TargetStatus::Adopted,
            Borders::Current,
        ),
        (
            "hai-phong",
            "beds_per_10k",
            43.0,
            TargetStatus::Draft,
            Borders::Current,
        ),
        (
            "ho-chi-minh",
            "beds_per_10k",
            42.0,
            TargetStatus::Adopted,
            Borders::Before2025,
        ),
        (
            "ha-tinh",
            "doctors_per_10k",
            14.6,
            TargetStatus::Adopted,
            Borders::Current,
        ),
    ] {
        let course = COURSES.iter().find(|c| c.id == indicator);
        let course = course.expect("the fixture holds the indicator");
        let mut own = course.answer(threshold, Year(2030), &years);
        own.id = format!("{indicator}/{place}/2030/own");
        (own.scope, own.headline) = (place.to_owned(), false);
        (own.status, own.borders, own.standing) = (status, borders, None);
        own.document = "Resolution of the province".into();
        targets.push(own);
    }
    let mut findings = Findings {
        marks: Vec::new(),
        agreed: None,
        scenario: "baseline".to_owned(),
        title: "Plans as adopted".into(),
        note: "".into(),
        country: "Viet Nam".into(),
        currency: "billion VND".into(),
        base: "viet-nam".to_owned(),
        base_digest: "3fa9c1d27be04415aa0b".to_owned(),
        scenario_digest: "90aa11".to_owned(),
        scenario_files: Vec::new(),
        seed: 1,
        replicates: 0..FUTURES,
        summarised: None,
        uncertainty: "both".into(),
        sampling: None,
        staffing_gate: false,
        years,
        scopes,
        indicators: COURSES
            .iter()
            .map(|c| info(c.id, c.title, c.unit, false))
            .chain(NATIONAL.iter().map(|c| info(c.id, c.title, c.unit, true)))
            .collect(),
        summaries,
        targets,
        joint: Vec::new(),
        province_probability: Vec::new(),
        exceedance: COURSES.iter().filter_map(Course::whole).collect(),
        drivers: Vec::new(),
        costs: costs(),
        ledger: ledger(),
        binding: Vec::new(),
        assumptions: Vec::new(),
        assumed_tables: Vec::new(),
        policies: Vec::new(),
        public: None,
        history: history(),
        figures: Vec::new(),
        figures_moved: Vec::new(),
        own_counts: Vec::new(),
        at_base: Vec::new(),
        publishers: Vec::new(),
        bottom_up: Vec::new(),
        focus: None,
        facility_counts: (1660, 1300, 3321),
        statistics: RunStatistics::default(),
    };
    ask_provinces(&mut findings, "beds_per_10k", Year(2030), 35.0);
    ask_provinces(&mut findings, "doctors_per_10k", Year(2030), 19.0);
    findings
}

/// A made-up country of three provinces, with its own money, no past, no targets, an empty ledger.
pub fn lakeland() -> Findings {
    let mut findings = viet_nam();
    findings.country = "Lakeland".into();
    findings.currency = "million crowns".into();
    findings.base = "lakeland".to_owned();
    findings.history.clear();
    findings.targets.clear();
    findings.ledger.clear();
    findings.province_probability.clear();
    findings.exceedance.clear();
    findings.costs.clear();
    // The nation and the first three provinces, without regions.
    let regions = findings
        .scopes
        .iter()
        .filter(|s| s.kind == ScopeKind::Region);
    let (first, each) = (
        1 + regions.count(),
        findings.indicators.len() * findings.years.len(),
    );
    findings.scopes.drain(1..first);
    findings.summaries.drain(each..first * each);
    findings.scopes.truncate(4);
    findings.summaries.truncate(4 * each);
    let names = [
        ("north", "Upper Lakeland and the Thousand Islands"),
        ("mid", "Mid"),
        ("south", "Lower Lakeland"),
    ];
    for (at, (code, name)) in names.iter().enumerate() {
        let scope = &mut findings.scopes[at + 1];
        (scope.code, scope.name, scope.name_en) =
            ((*code).to_owned(), (*name).into(), (*name).to_owned());
        scope.tile = Some((at as u32 % 2, at as u32 / 2));
        scope.region = None;
    }
    findings
}

/// How often a normal future lies at or above a threshold, as a probability of a run of this size.
pub fn chance(mean: f64, sd: f64, threshold: f64) -> Probability {
    let z = (mean - threshold) / sd.max(1e-9);
    let value = 1.0 / (1.0 + (-1.702 * z).exp());
    counted((value * f64::from(FUTURES)).round() as u32)
}

/// A probability from a count, with its Wilson interval.
pub fn counted(hits: u32) -> Probability {
    let (n, z2) = (f64::from(FUTURES), 1.96f64 * 1.96);
    let value = f64::from(hits) / n;
    let centre = (value + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = (value * (1.0 - value) / n + z2 / (4.0 * n * n)).sqrt() * 1.96 / (1.0 + z2 / n);
    Probability {
        hits,
        of: FUTURES,
        value,
        low: (centre - half).max(0.0),
        high: (centre + half).min(1.0),
    }
}

/// Asks a national threshold of every province.
pub fn ask_provinces(findings: &mut Findings, indicator: &str, year: Year, threshold: f64) {
    let rows: Vec<ProvinceProbability> = findings
        .provinces()
        .filter_map(|p| {
            let s = findings.summary(&p.code, indicator, year)?;
            Some(ProvinceProbability {
                province: p.code.clone(),
                indicator: indicator.to_owned(),
                year,
                threshold,
                direction: Direction::AtLeast,
                form: Form::default(),
                probability: chance(s.mean, s.sd, threshold),
            })
        })
        .collect();
    findings.province_probability.extend(rows);
}

impl Course {
    fn mean(&self, years: f64) -> f64 {
        self.start + self.gain * years
    }
    fn sd(&self, years: f64) -> f64 {
        self.spread * years.powf(0.75)
    }
    fn at(&self, years: f64, factor: f64, local: f64) -> Summary {
        let mean = self.mean(years) * factor;
        let sd = self.sd(years) * factor * local;
        Summary {
            mean,
            sd,
            percentiles: Z.map(|z| mean + z * sd),
            mc_error: sd / f64::from(FUTURES).sqrt(),
        }
    }
    /// The whole distribution in the year the target is due: a logistic one, as in [`chance`].
    fn whole(&self) -> Option<Exceedance> {
        let (_, due) = self.target?;
        let years = f64::from(due - 2025);
        let (mean, sd) = (self.mean(years), self.sd(years));
        let quantiles = (0..=100).map(|k| {
            let p = f64::from(k).clamp(0.2, 99.8) / 100.0;
            mean + sd * (p / (1.0 - p)).ln() / 1.702
        });
        Some(Exceedance {
            indicator: self.id.to_owned(),
            scope: "nation".to_owned(),
            year: Year(due),
            quantiles: quantiles.collect(),
        })
    }
    fn answer(&self, threshold: f64, due: Year, years: &[Year]) -> TargetAnswer {
        let by_year: Vec<Probability> = (1..years.len())
            .map(|at| chance(self.mean(at as f64), self.sd(at as f64), threshold))
            .collect();
        let probability = by_year[(due.0 - 2026) as usize];
        TargetAnswer {
            assumed_effects: Vec::new(),
            variants: Vec::new(),
            own_count: None,
            id: format!("{}/nation/{due}/qd201", self.id),
            indicator: self.id.to_owned(),
            scope: "nation".to_owned(),
            year: due,
            threshold,
            direction: Direction::AtLeast,
            form: Form::default(),
            document: "Decision 201/QD-TTg".into(),
            status: TargetStatus::Adopted,
            borders: Borders::Current,
            source_id: "SEED3".to_owned(),
            headline: true,
            standing: Some(Standing::Nation),
            probability: Some(probability),
            by_year,
            year_first_met: [None; 3],
            expected_shortfall: Some(0.4),
            median_gap: Some(1200.0),
            median_short: Some(0.1),
            extra_a_year: Some(240.0),
            multiple_of_flow: Some(1.2),
            driver_range: Some((
                (probability.value - 0.2).max(0.0),
                (probability.value + 0.15).min(1.0),
            )),
            driver: Some("priv.openings".to_owned()),
            driver_swing: Some([0.35, 0.31, 0.39]),
            driver_asked: true,
            too_late: Vec::new(),
        }
    }
}

fn scope(
    code: &str,
    kind: ScopeKind,
    name: &str,
    name_en: &str,
    tile: Option<(u32, u32)>,
) -> Scope {
    Scope {
        code: code.to_owned(),
        kind,
        name: name.into(),
        name_en: name_en.to_owned(),
        tile,
        region: None,
    }
}

/// Indicator, series, and the values of some years.
type Published = (&'static str, &'static str, &'static [(i32, f64)]);

fn history() -> Vec<HistoryPoint> {
    let ministry = "Ministry of Health, all hospitals, public and private";
    let statistics =
        "General Statistics Office, state-managed facilities, without commune stations";
    let rows: [Published; 6] = [
        (
            "beds_per_10k",
            statistics,
            &[
                (2010, 22.0),
                (2011, 24.0),
                (2012, 24.9),
                (2013, 25.0),
                (2016, 26.8),
            ],
        ),
        (
            "beds_per_10k",
            ministry,
            &[
                (2016, 25.0),
                (2022, 31.0),
                (2023, 32.0),
                (2024, 33.6),
                (2025, 34.5),
            ],
        ),
        (
            "doctors_per_10k",
            statistics,
            &[
                (2010, 7.1),
                (2011, 7.1),
                (2012, 7.3),
                (2013, 7.6),
                (2016, 8.4),
            ],
        ),
        (
            "doctors_per_10k",
            ministry,
            &[
                (2020, 9.81),
                (2022, 11.5),
                (2023, 12.5),
                (2024, 14.0),
                (2025, 15.0),
            ],
        ),
        (
            "nurses_per_10k",
            ministry,
            &[(2020, 11.4), (2023, 13.2), (2025, 14.5)],
        ),
        (
            "private_bed_share",
            ministry,
            &[(2020, 0.05), (2023, 0.062), (2025, 0.07)],
        ),
    ];
    let mut points = Vec::new();
    for (indicator, series, values) in rows {
        for (year, value) in values {
            points.push(HistoryPoint {
                scope: "nation".to_owned(),
                indicator: indicator.to_owned(),
                year: Year(*year),
                value: *value,
                series: series.to_owned(),
                grade: Grade::B,
                source_id: "S1".to_owned(),
            });
        }
    }
    points
}

/// What payers pay for, billion a year at constant prices.
fn costs() -> Vec<CostRow> {
    let lines: [(Payer, &str, f64); 12] = [
        (Payer::Ministry, "capital", 3_400.0),
        (Payer::Ministry, "programme", 2_100.0),
        (Payer::Ministry, "subsidy", 4_430.0),
        (Payer::Ministry, "training", 4_500.0),
        (Payer::Provincial, "capital", 29_800.0),
        (Payer::Provincial, "subsidy", 26_150.0),
        (Payer::Provincial, "station_pay", 3_800.0),
        (Payer::Provincial, "allowances", 790.0),
        (Payer::Hospitals, "fit_out", 930.0),
        (Payer::Hospitals, "operation", 129_700.0),
        (Payer::Private, "private_beds", 9_300.0),
        (Payer::Private, "operation", 17_000.0),
    ];
    let mut rows = Vec::new();
    for (payer, purpose, amount) in lines {
        for at in 0..10 {
            let constant = amount * (1.0 + 0.015 * f64::from(at));
            rows.push(CostRow {
                payer,
                purpose: purpose.to_owned(),
                year: Year(2026 + at),
                constant,
                constant_p10: 0.8 * constant,
                constant_p90: 1.2 * constant,
                nominal: constant * 1.035f64.powi(at + 1),
                discounted: constant / 1.03f64.powi(at + 1),
            });
        }
    }
    rows
}

/// The ledger of beds and doctors, exact in its means.
fn ledger() -> Vec<LedgerRow> {
    let beds: &[(&str, &str, f64)] = &[
        ("opened_provincial", "Opened with provincial money", 3_900.0),
        ("opened_named", "Named projects", 2_300.0),
        (
            "opened_private",
            "Private hospitals opened or enlarged",
            1_450.0,
        ),
        (
            "fitted_out",
            "Put up in existing buildings from hospital revenue",
            1_900.0,
        ),
        ("opened_ministry", "Opened with Ministry money", 420.0),
        ("opened_programme", "National Target Programme", 260.0),
        ("satellite", "Satellite hospitals", 8.0),
        ("campus", "Second campuses", 11.0),
        ("retired", "Old beds closed", -1_700.0),
        ("replaced", "Replaced by new beds", -2_100.0),
        ("reclassified", "Passed to commune stations", -640.0),
        ("closed_private", "Private hospitals closed", -150.0),
    ];
    let doctors: &[(&str, &str, f64)] = &[
        ("entered", "Newly licensed and placed", 9_300.0),
        ("returned", "Came from the pool that waited", 700.0),
        ("retired", "Retired", -1_750.0),
        ("resigned", "Left the profession", -900.0),
        ("died", "Died", -260.0),
        ("emigrated", "Emigrated", -120.0),
        ("moved_in", "Moved to private practice (in)", 851.0),
        ("moved_out", "Moved to private practice (out)", -851.0),
    ];
    let mut rows = Vec::new();
    for (stock, start, causes) in [("beds", 353_107.0, beds), ("doctors", 153_525.0, doctors)] {
        let mut level = start;
        for at in 0..10 {
            let mut row = |cause: &str, title: &str, mean: f64, half: f64| {
                rows.push(LedgerRow {
                    stock: stock.to_owned(),
                    cause: cause.to_owned(),
                    title: title.into(),
                    year: Year(2026 + at),
                    mean,
                    p10: mean - half,
                    p90: mean + half,
                });
            };
            row(
                "opening_stock",
                "Opening stock",
                level,
                1_800.0 * f64::from(at),
            );
            for (cause, title, mean) in causes {
                row(cause, title, *mean, mean.abs() * 0.3);
                level += mean;
            }
            row(
                "closing_stock",
                "Closing stock",
                level,
                1_800.0 * f64::from(at + 1),
            );
        }
    }
    rows
}

/// An indicator of the made-up findings; what it counts and is made of is what the registry says of it.
fn info(id: &str, title: &str, unit: Unit, national_only: bool) -> IndicatorInfo {
    let all = carecast::internals::indicator::registry(&carecast::internals::base::Base::builtin());
    let own = all.into_iter().map(|i| i.info).find(|i| i.id == id);
    IndicatorInfo {
        not_answerable: None,
        open_between: None,
        title: title.into(),
        unit,
        meaning: title.into(),
        national_only,
        ..own.expect("the built-in base has it")
    }
}
