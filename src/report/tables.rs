//! The tables of a run: one row for one fact, units in the header or in a column of their own.

use super::number::{cell, cell_or_empty, unit_in_tables};
use super::page::not_answered;
use crate::base::{Borders, Direction, Grade, TargetStatus};
use crate::results::{Findings, MoneyFate, Probability, Spending, TargetAnswer, Word};

/// Every table with its file name.
pub fn all(f: &Findings) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("summary.csv", summary(f)),
        ("targets.csv", targets(f)),
        ("targets_by_year.csv", targets_by_year(f)),
        ("target_variants.csv", target_variants(f)),
        ("province_chances.csv", province_chances(f)),
        ("drivers.csv", drivers(f)),
        ("tasks.csv", tasks(f)),
        ("policies.csv", policies(f)),
        ("policy_costs.csv", policy_costs(f)),
        ("costs.csv", costs(f)),
        ("ledger.csv", ledger(f)),
        ("binding.csv", binding(f)),
        ("assumptions.csv", assumptions(f)),
    ]
}

/// A table on its way to being a file.
pub(super) struct Table(csv::Writer<Vec<u8>>);

impl Table {
    pub(super) fn new<S: AsRef<str>>(header: &[S]) -> Table {
        let mut table = Table(csv::Writer::from_writer(Vec::new()));
        table.row(header);
        table
    }

    /// A whole table as the bytes of its file.
    pub(super) fn of(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
        let mut table = Table::new(header);
        rows.for_each(|cells| table.row(&cells));
        table.bytes()
    }

    pub(super) fn row<S: AsRef<str>>(&mut self, cells: &[S]) {
        self.0
            .write_record(cells.iter().map(|c| c.as_ref().as_bytes()))
            .expect("memory takes every row, and rows are as long as their header");
    }

    pub(super) fn bytes(self) -> Vec<u8> {
        self.0.into_inner().expect("memory takes every row")
    }
}

fn summary(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "scope",
        "indicator",
        "unit",
        "year",
        "mean",
        "sd",
        "p2_5",
        "p10",
        "p25",
        "p50",
        "p75",
        "p90",
        "p97_5",
        "mc_error",
    ]);
    for (s, scope) in f.scopes.iter().enumerate() {
        for (i, indicator) in f.indicators.iter().enumerate() {
            let unit = unit_in_tables(indicator.unit, &f.currency);
            for (y, year) in f.years.iter().enumerate() {
                let Some(cells) = f.at(s, i, y) else { continue };
                let mut row = vec![
                    scope.code.clone(),
                    indicator.id.clone(),
                    unit.clone(),
                    year.to_string(),
                ];
                row.extend([cell(cells.mean), cell(cells.sd)]);
                row.extend(cells.percentiles.iter().map(|p| cell(*p)));
                row.push(cell(cells.mc_error));
                t.row(&row);
            }
        }
    }
    t.bytes()
}

fn unit_of(f: &Findings, indicator: &str) -> String {
    f.indicator(indicator)
        .map(|i| unit_in_tables(f.indicators[i].unit, &f.currency))
        .unwrap_or_default()
}

fn chance(p: Option<&Probability>) -> [String; 5] {
    match p {
        Some(p) => [
            p.hits.to_string(),
            p.of.to_string(),
            cell(p.value),
            cell(p.low),
            cell(p.high),
        ],
        None => Default::default(),
    }
}

/// Name of a direction in files.
pub fn direction(d: Direction) -> &'static str {
    match d {
        Direction::AtLeast => "at_least",
        Direction::AtMost => "at_most",
    }
}

/// Name of a standing in files.
pub fn status(s: TargetStatus) -> &'static str {
    match s {
        TargetStatus::Adopted => "adopted",
        TargetStatus::Draft => "draft",
        TargetStatus::Superseded => "superseded",
        TargetStatus::Vision => "vision",
    }
}

fn borders(b: Borders) -> &'static str {
    match b {
        Borders::Current => "current",
        Borders::Before2025 => "before-2025",
    }
}

fn targets(f: &Findings) -> Vec<u8> {
    let asked = f.years.get(1..).unwrap_or_default();
    let mut header: Vec<String> = [
        "kind",
        "id",
        "indicator",
        "scope",
        "year",
        "direction",
        "threshold",
        "unit",
        "document",
        "status",
        "borders",
        "headline",
        "source_id",
        "hits",
        "futures",
        "probability",
        "low_95",
        "high_95",
        "expected_shortfall",
        "median_gap_count",
        "extra_a_year_count",
        "multiple_of_present_flow",
        "first_met_p10",
        "first_met_p50",
        "first_met_p90",
        "driver",
        "driver_low",
        "driver_high",
        "driver_swing_points",
        "driver_swing_low_95",
        "driver_swing_high_95",
        "not_answered",
        "together",
        "together_low",
        "together_high",
        "word",
    ]
    .map(String::from)
    .to_vec();
    header.extend(asked.iter().map(|y| format!("p_{y}")));
    let mut t = Table::new(&header);
    for a in &f.targets {
        let silent = not_answered(f, a);
        let answered = silent.is_none();
        let told = |v: Option<f64>| {
            if answered {
                cell_or_empty(v)
            } else {
                String::new()
            }
        };
        let mut row = vec![
            "target".into(),
            a.id.clone(),
            a.indicator.clone(),
            a.scope.clone(),
            a.year.to_string(),
            direction(a.direction).into(),
            cell(a.threshold),
            unit_of(f, &a.indicator),
            a.document.clone(),
            status(a.status).into(),
            borders(a.borders).into(),
            a.headline.to_string(),
            a.source_id.clone(),
        ];
        row.extend(chance(a.probability.as_ref().filter(|_| answered)));
        row.extend([
            told(a.expected_shortfall),
            told(a.median_gap),
            told(a.extra_a_year),
            told(a.multiple_of_flow),
        ]);
        row.extend(a.year_first_met.map(|y| {
            y.filter(|_| asks_by_year(a))
                .map(|y| y.to_string())
                .unwrap_or_default()
        }));
        row.extend([
            a.driver.clone().filter(|_| answered).unwrap_or_default(),
            told(a.driver_range.map(|r| r.0)),
            told(a.driver_range.map(|r| r.1)),
            told(a.driver_swing.map(|s| s[0] * 100.0)),
            told(a.driver_swing.map(|s| s[1] * 100.0)),
            told(a.driver_swing.map(|s| s[2] * 100.0)),
            silent.unwrap_or_default(),
            String::new(),
            String::new(),
            String::new(),
            a.word()
                .filter(|_| answered)
                .map_or("", Word::id)
                .to_owned(),
        ]);
        row.extend((0..asked.len()).map(|i| {
            a.by_year
                .get(i)
                .filter(|_| asks_by_year(a))
                .map(|p| cell(p.value))
                .unwrap_or_default()
        }));
        t.row(&row);
    }
    let column = |name: &str| {
        header
            .iter()
            .position(|h| h == name)
            .expect("a column of this table")
    };
    for j in &f.joint {
        let mut row = vec![String::new(); header.len()];
        row[column("kind")] = "joint".into();
        row[column("id")] = j.name.clone();
        for (i, value) in chance(Some(&j.probability)).into_iter().enumerate() {
            row[column("hits") + i] = value;
        }
        row[column("together")] = j.targets.join(";");
        if let Some([low, high]) = j.bounds {
            row[column("together_low")] = cell(low);
            row[column("together_high")] = cell(high);
        }
        t.row(&row);
    }
    t.bytes()
}

fn target_variants(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "target",
        "assumption",
        "variant",
        "weight",
        "hits",
        "futures",
        "probability",
        "low_95",
        "high_95",
    ]);
    for a in f.targets.iter().filter(|a| not_answered(f, a).is_none()) {
        for v in &a.variants {
            let mut row = vec![
                a.id.clone(),
                v.assumption.clone(),
                v.name.clone(),
                cell_or_empty(v.weight),
            ];
            row.extend(chance(Some(&v.probability)));
            t.row(&row);
        }
    }
    t.bytes()
}

/// A target for old borders is no question about today's provinces, in any year.
fn asks_by_year(a: &TargetAnswer) -> bool {
    a.borders == Borders::Current
}

fn targets_by_year(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "target",
        "year",
        "hits",
        "futures",
        "probability",
        "low_95",
        "high_95",
    ]);
    for a in f.targets.iter().filter(|a| asks_by_year(a)) {
        for (year, p) in f.years.iter().skip(1).zip(&a.by_year) {
            let mut row = vec![a.id.clone(), year.to_string()];
            row.extend(chance(Some(p)));
            t.row(&row);
        }
    }
    t.bytes()
}

fn province_chances(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "province",
        "indicator",
        "year",
        "threshold",
        "unit",
        "hits",
        "futures",
        "probability",
        "low_95",
        "high_95",
    ]);
    for r in &f.province_probability {
        let mut row = vec![
            r.province.clone(),
            r.indicator.clone(),
            r.year.to_string(),
            cell(r.threshold),
            unit_of(f, &r.indicator),
        ];
        row.extend(chance(Some(&r.probability)));
        t.row(&row);
    }
    t.bytes()
}

fn drivers(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "target",
        "assumption",
        "grade",
        "unit",
        "low_fifth_probability",
        "low_fifth_low_95",
        "low_fifth_high_95",
        "high_fifth_probability",
        "high_fifth_low_95",
        "high_fifth_high_95",
        "low_fifth_mean",
        "high_fifth_mean",
        "swing_points",
        "swing_low_95",
        "swing_high_95",
        "chance_by_luck",
        "named",
    ]);
    for d in &f.drivers {
        let indicator = f
            .targets
            .iter()
            .find(|a| a.id == d.target)
            .map(|a| a.indicator.as_str());
        let [low, high] = d.swing_range();
        t.row(&[
            d.target.clone(),
            d.assumption.clone(),
            format!("{:?}", d.grade),
            indicator.map(|i| unit_of(f, i)).unwrap_or_default(),
            cell(d.low.value),
            cell(d.low.low),
            cell(d.low.high),
            cell(d.high.value),
            cell(d.high.low),
            cell(d.high.high),
            cell(d.low_mean),
            cell(d.high_mean),
            cell(d.swing() * 100.0),
            cell(low * 100.0),
            cell(high * 100.0),
            cell(d.by_luck()),
            d.named.to_string(),
        ]);
    }
    t.bytes()
}

/// Who does what by when: one row a policy. Cells are empty where nobody, or no year, is named.
fn tasks(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "policy",
        "kind",
        "what",
        "from",
        "to",
        "waits_for",
        "responsible",
        "deadline",
        "product",
        "payers",
        "unit",
        "cost_mean",
        "cost_p10",
        "cost_p90",
        "cost_nominal_mean",
        "cost_discounted_mean",
        "residual_mean",
        "acts_in",
        "futures",
        "share_of_futures",
        "acts_low_95",
        "acts_high_95",
        "first_acts_p10",
        "first_acts_p50",
        "first_acts_p90",
        "on_time_hits",
        "on_time_of",
        "on_time_probability",
        "on_time_low_95",
        "on_time_high_95",
        "there_at_end_probability",
        "promised_mean",
        "spent_mean",
        "unspent_mean",
        "not_absorbed_mean",
        "spent_in_time_hits",
        "spent_in_time_of",
        "spent_in_time_probability",
        "spent_in_time_low_95",
        "spent_in_time_high_95",
        "spent_at_end_probability",
        "serves",
    ]);
    for p in &f.policies {
        let payers: Vec<String> = p.payers.iter().map(|p| format!("{p:?}")).collect();
        let mut row = vec![
            p.id.clone(),
            p.kind.clone(),
            p.summary.clone(),
            p.from.to_string(),
            p.to.to_string(),
            p.when.clone().unwrap_or_default(),
            p.responsible.clone().unwrap_or_default(),
            p.deadline.map(|y| y.to_string()).unwrap_or_default(),
            p.product.clone(),
            payers.join(";"),
            f.currency.clone(),
        ];
        row.extend(spending(&p.cost));
        row.push(cell(p.residual));
        row.extend(chance(lived(Some(&p.acts_at_all))));
        row.extend(
            p.first_acts
                .map(|y| y.map(|y| y.to_string()).unwrap_or_default()),
        );
        row.extend(chance(lived(p.on_time.as_ref())));
        let at_end = lived(p.done.last()).map(|p| p.value);
        row.push(cell_or_empty(at_end.filter(|_| !p.is_money)));
        row.extend(match &p.money {
            Some(m) => [m.promised, m.spent, m.unspent()].map(cell),
            None => Default::default(),
        });
        row.push(cell(p.fate.not_absorbed));
        row.extend(chance(lived(p.spent_in_time.as_ref())));
        row.push(cell_or_empty(at_end.filter(|_| p.is_money)));
        row.push(p.serves.join(";"));
        t.row(&row);
    }
    t.bytes()
}

/// A chance over at least one future.
fn lived(p: Option<&Probability>) -> Option<&Probability> {
    p.filter(|p| p.of > 0)
}

fn spending(s: &Spending) -> [String; 5] {
    [
        s.constant,
        s.constant_p10,
        s.constant_p90,
        s.nominal,
        s.discounted,
    ]
    .map(cell)
}

fn fate(m: &MoneyFate) -> [String; 3] {
    [m.offered, m.lapsed, m.not_absorbed].map(cell)
}

/// In how many futures each policy acts, and its product is there or its money spent, year by year.
fn policies(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "policy",
        "year",
        "acts_in",
        "futures",
        "share_of_futures",
        "acts_low_95",
        "acts_high_95",
        "product_there_hits",
        "product_there_of",
        "product_there_probability",
        "product_there_low_95",
        "product_there_high_95",
        "spent_hits",
        "spent_of",
        "spent_probability",
        "spent_low_95",
        "spent_high_95",
    ]);
    for p in &f.policies {
        for ((year, acts), done) in f.years.iter().skip(1).zip(&p.acts).zip(&p.done) {
            let mut row = vec![p.id.clone(), year.to_string()];
            row.extend(chance(Some(acts)));
            let done = lived(Some(done));
            row.extend(chance(done.filter(|_| !p.is_money)));
            row.extend(chance(done.filter(|_| p.is_money)));
            t.row(&row);
        }
    }
    t.bytes()
}

/// What each policy costs, by payer and year: a part of the costs of the run.
fn policy_costs(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "policy",
        "payer",
        "year",
        "unit",
        "constant_mean",
        "constant_p10",
        "constant_p90",
        "nominal_mean",
        "discounted_mean",
        "residual_mean",
        "offered_mean",
        "lapsed_mean",
        "not_absorbed_mean",
    ]);
    for p in &f.policies {
        for c in &p.costs {
            let mut row = vec![
                p.id.clone(),
                format!("{:?}", c.payer),
                c.year.to_string(),
                f.currency.clone(),
            ];
            row.extend(spending(&c.spending));
            row.push(cell(c.residual));
            row.extend(fate(&c.fate));
            t.row(&row);
        }
    }
    t.bytes()
}

fn costs(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "payer",
        "purpose",
        "year",
        "unit",
        "constant_mean",
        "constant_p10",
        "constant_p90",
        "nominal_mean",
        "discounted_mean",
    ]);
    for c in &f.costs {
        t.row(&[
            format!("{:?}", c.payer),
            c.purpose.clone(),
            c.year.to_string(),
            f.currency.clone(),
            cell(c.constant),
            cell(c.constant_p10),
            cell(c.constant_p90),
            cell(c.nominal),
            cell(c.discounted),
        ]);
    }
    t.bytes()
}

fn ledger(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "stock", "cause", "title", "year", "unit", "mean", "p10", "p90",
    ]);
    for l in &f.ledger {
        let unit = if l.stock.starts_with("money") {
            f.currency.as_str()
        } else {
            "count"
        };
        let year = l.year.to_string();
        let (mean, p10, p90) = (cell(l.mean), cell(l.p10), cell(l.p90));
        t.row(&[&l.stock, &l.cause, &l.title, &year, unit, &mean, &p10, &p90]);
    }
    t.bytes()
}

fn binding(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "occupation",
        "year",
        "share_of_futures_posts_bind",
        "open_posts_mean",
        "people_looking_mean",
    ]);
    for b in &f.binding {
        let year = b.year.to_string();
        t.row(&[
            &b.occupation,
            &year,
            &cell(b.posts_bind),
            &cell(b.open_posts),
            &cell(b.pool),
        ]);
    }
    t.bytes()
}

fn assumptions(f: &Findings) -> Vec<u8> {
    let mut t = Table::new(&[
        "id",
        "grade",
        "unit",
        "law",
        "range_low",
        "range_high",
        "range_in_words",
        "source_id",
        "changed_by_scenario",
        "read",
        "meaning",
        "reason",
        "cut_to",
        "cut_share",
    ]);
    for a in &f.assumptions {
        t.row(&[
            a.id.clone(),
            format!("{:?}", a.grade),
            a.unit.clone(),
            ron::to_string(&a.distribution).expect("a law has a RON form"),
            cell_or_empty(a.range.map(|r| r.0)),
            cell_or_empty(a.range.map(|r| r.1)),
            String::new(),
            a.source.clone(),
            a.overridden.to_string(),
            a.read.to_string(),
            a.meaning.clone(),
            a.reason.clone(),
            a.cut_to.clone().unwrap_or_default(),
            cell_or_empty(a.cut_share),
        ]);
    }
    for table in &f.assumed_tables {
        let mut row = vec![String::new(); 14];
        row[0] = table.name.clone();
        row[1] = format!("{:?}", Grade::E);
        row[3] = "table".into();
        row[6] = table.range.clone();
        row[10] = table.what.clone();
        row[11] = table.reason.clone();
        t.row(&row);
    }
    t.bytes()
}
