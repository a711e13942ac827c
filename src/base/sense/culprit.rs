//! Where figures do not add up, the one row that would set it right is named: a slip of the decimal
//! point in one cell, told at that cell.

use super::bands::{self, Action, Band};
use crate::base::places::PUBLISHED;
use crate::base::tables::{Reader, Row};
use crate::base::{Facility, Level, Owner};
use crate::messages::base as messages;
use std::collections::BTreeMap;

/// What rows of tables should add to.
#[derive(Clone, Debug, Default)]
pub struct Adding {
    rows: BTreeMap<&'static str, Vec<Row>>,
}

/// Tables whose rows are kept until all tables are there.
const KEPT: &[&str] = &[
    "national.csv",
    "provinces.csv",
    "province_figures.csv",
    "population_path.csv",
    "occupations.csv",
    "age_shares.csv",
    "schools.csv",
    "referrals.csv",
];

/// Times a number is wrong by when its point slipped or its unit was another.
const SLIPS: &[f64] = &[0.001, 0.01, 0.1, 10.0, 100.0, 1000.0];

/// Fewest provinces among which one is in the middle.
const FEWEST: usize = 5;

/// The value that a slip of the point explains best, if one does.
fn suspect(values: &[f64], total: f64) -> Option<usize> {
    let sum: f64 = values.iter().sum();
    let mut best: Option<(f64, usize)> = None;
    for (at, value) in values.iter().enumerate() {
        let right = total - (sum - value);
        if right <= 0.0 || *value <= 0.0 {
            continue;
        }
        for slip in SLIPS {
            let miss = libm::fabs(libm::log(value / right / slip));
            if miss < 0.25 && best.is_none_or(|(least, _)| miss < least) {
                best = Some((miss, at));
            }
        }
    }
    if best.is_none() && sum > total {
        // Where only one row is as large as what is too much, it is that row.
        let large = |v: &f64| *v >= 0.9 * (sum - total) && *v > 0.5 * total;
        let mut all = values.iter().enumerate().filter(|(_, v)| large(v));
        if let (Some((at, _)), None) = (all.next(), all.next()) {
            return Some(at);
        }
    }
    best.map(|(_, at)| at)
}

fn number(row: &Row, column: &str) -> Option<f64> {
    row.cell(column).parse().ok()
}

impl Adding {
    /// Keeps the rows of a table that are asked again.
    pub fn keep(&mut self, rows: &[Row]) {
        if let Some(first) = rows.first().filter(|row| KEPT.contains(&row.file)) {
            self.rows.insert(first.file, rows.to_vec());
        }
    }

    /// The row of a table that says what `id` says it is about.
    pub fn row(&self, file: &str, id: &str) -> Option<&Row> {
        self.of(file)
            .iter()
            .find(|row| row.kind() == id || (row.has("code") && row.cell("code") == id))
    }

    /// The row of a province's figure.
    pub fn figure(&self, province: &str, indicator: &str) -> Option<&Row> {
        let mut rows = self.of("province_figures.csv").iter();
        rows.find(|row| row.cell("province") == province && row.kind() == indicator)
    }

    fn of(&self, file: &str) -> &[Row] {
        self.rows.get(file).map_or(&[], Vec::as_slice)
    }

    /// Names the cells that keep the tables from adding up, and figures out of all proportion to the
    /// people of their province.
    pub fn tell(&self, reader: &mut Reader<'_>, facilities: &[Facility]) {
        if self.rows.len() < KEPT.len() || !reader.problems.is_empty() {
            return;
        }
        self.sums(reader);
        self.shares(reader);
        if !reader.problems.is_empty() {
            return;
        }
        self.proportions(reader);
        let count =
            |of: &dyn Fn(&Facility) -> bool| facilities.iter().filter(|f| of(f)).count() as f64;
        let hospital = |f: &Facility| f.level != Level::Commune;
        for (id, listed) in [
            ("hospitals", count(&hospital)),
            (
                "private_hospitals",
                count(&|f| hospital(f) && f.owner == Owner::Private),
            ),
            ("stations", count(&|f| !hospital(f))),
        ] {
            self.listed(reader, id, listed);
        }
        self.aged(reader);
    }

    /// How many the list holds against what is published: within the row's own range, else nearly as many.
    fn listed(&self, reader: &mut Reader<'_>, id: &str, listed: f64) {
        let band = bands::of("national.csv", "listed to published", id, Action::Warn);
        let (Some((row, figure)), Some(band)) = (self.national(id), band) else {
            return;
        };
        let said = match (number(row, "low"), number(row, "high")) {
            (Some(low), Some(high)) => (!(low..=high).contains(&listed))
                .then(|| messages::listed_outside(figure, id, listed, low, high)),
            _ => (!band.holds(listed / figure))
                .then(|| messages::listed_and_published(figure, id, listed, band.high)),
        };
        if let Some(said) = said {
            reader.warn(row, "value", "base::unlikely", said);
        }
    }

    /// The nation's share of people of 60 and over against its provinces'.
    fn aged(&self, reader: &mut Reader<'_>) {
        let Some((row, nation)) = self.national("share_60") else {
            return;
        };
        let (rows, shares) = self.figures("share_60");
        let (mut aged, mut all) = (0.0, 0.0);
        for (own, share) in rows.iter().zip(shares) {
            let people = self.figure(own.cell("province"), "population");
            let people = people.and_then(|row| number(row, "value")).unwrap_or(0.0);
            aged += share * people;
            all += people;
        }
        let band = bands::of(
            "national.csv",
            "share_60 to its provinces",
            "",
            Action::Warn,
        );
        if all > 0.0 && band.is_some_and(|band| !band.holds(nation / (aged / all))) {
            let said = messages::share_60_of_provinces(nation, aged / all);
            reader.warn(row, "value", "base::unlikely", said);
        }
    }

    /// A figure of the nation, with its row.
    fn national(&self, id: &str) -> Option<(&Row, f64)> {
        let row = self.of("national.csv").iter().find(|r| r.kind() == id)?;
        Some((row, number(row, "value")?))
    }

    /// A figure in every province that has it, with its rows.
    fn figures(&self, id: &str) -> (Vec<&Row>, Vec<f64>) {
        let rows = self.of("province_figures.csv").iter();
        let found = rows.filter(|r| r.kind() == id);
        found.filter_map(|r| Some((r, number(r, "value")?))).unzip()
    }

    /// What should add to figures of the nation.
    fn sums(&self, reader: &mut Reader<'_>) {
        let (rows, people) = self.figures("population");
        let sum: f64 = people.iter().sum();
        let begins = self.of("population_path.csv").first();
        let begins = begins.and_then(|row| Some((row, number(row, "population")?)));
        if let (Some((row, nation)), Some((first, path))) = (self.national("population"), begins) {
            let near = |a: f64, b: f64| (a - b).abs() <= 0.5;
            if near(sum, path) && !near(sum, nation) {
                at_fault(reader, row, "value", nation, path);
            } else if near(sum, nation) && !near(path, nation) {
                at_fault(reader, first, "population", path, nation);
            } else if near(path, nation)
                && !near(sum, nation)
                && let Some(at) = suspect(&people, nation)
                && bands::of(rows[at].file, "value", "population", Action::Warn)
                    .is_none_or(|band| band.holds(people[at] - sum + nation))
            {
                at_fault(
                    reader,
                    rows[at],
                    "value",
                    people[at],
                    people[at] - sum + nation,
                );
            }
            self.stocks(reader, nation);
        }
    }

    /// What provinces have against the published ratio of `nation` people: the nation's cell first, then the
    /// one province's that is out of proportion and would be in proportion if the sum were right.
    fn stocks(&self, reader: &mut Reader<'_>, nation: f64) {
        let of_beds = self.national("beds_per_10k");
        let mut ratios = vec![("beds", "value", of_beds)];
        for row in self.of("occupations.csv") {
            let column = "national_per_10k";
            let published = number(row, column).map(|value| (row, value));
            ratios.push((row.cell("plural"), column, published));
        }
        for (id, column, published) in ratios {
            let Some((own, published)) = published.filter(|_| reader.problems.is_empty()) else {
                continue;
            };
            let (rows, values) = self.figures(id);
            let (sum, total) = (values.iter().sum::<f64>(), published * nation / 10_000.0);
            if values.is_empty() || (sum - total).abs() <= 0.001 * total {
                continue;
            }
            let slipped = |slip: &f64| libm::fabs(libm::log(sum / total / slip)) < 0.02;
            if SLIPS.iter().any(slipped) {
                let right = (sum / nation * 1e6).round() / 100.0;
                let said = messages::nation_would_be_right(right, published);
                reader.refuse(own, column, "base::does-not-add-up", said);
            } else if let Some(at) = suspect(&values, total) {
                let right = values[at] - sum + total;
                let each = self.each(id);
                let off = |value: f64| self.proportion(rows[at], value, &each);
                let sure = each.len() < FEWEST || off(values[at]).is_some();
                if sure && right > 0.0 && off(right).is_none() {
                    at_fault(reader, rows[at], "value", values[at], right);
                }
            }
        }
    }

    /// A stock per 10,000 people in each province that has it, in order of size.
    fn each(&self, id: &str) -> Vec<f64> {
        let (rows, values) = self.figures(id);
        let ratios = rows.iter().zip(values);
        let mut each: Vec<f64> = ratios
            .filter_map(|(row, value)| Some(value / self.people(row)? * 10_000.0))
            .collect();
        each.sort_by(f64::total_cmp);
        each
    }

    /// People of the province of a row.
    fn people(&self, row: &Row) -> Option<f64> {
        let people = self.figure(row.cell("province"), "population")?;
        number(people, "value").filter(|people| *people > 0.0)
    }

    /// How many times the middle province's a stock per head is, with its band, where that lies outside.
    fn proportion(&self, row: &Row, value: f64, each: &[f64]) -> Option<(f64, f64, &'static Band)> {
        if each.len() < FEWEST {
            return None;
        }
        let own = value / self.people(row)? * 10_000.0;
        let times = own / each[each.len() / 2];
        let what = "over the middle province";
        let band = bands::of(row.file, what, row.kind(), Action::Warn)?;
        (!band.holds(times)).then_some((own, times, band))
    }

    /// What should add to one.
    fn shares(&self, reader: &mut Reader<'_>) {
        for (file, group, column) in [
            ("age_shares.csv", "occupation", "share"),
            ("schools.csv", "occupation", "intake_share"),
            ("referrals.csv", "", "share"),
        ] {
            let mut groups: BTreeMap<&str, (Vec<&Row>, Vec<f64>)> = BTreeMap::new();
            for row in self.of(file) {
                if let Some(value) = number(row, column) {
                    let of = if group.is_empty() {
                        ""
                    } else {
                        row.cell(group)
                    };
                    let (rows, values) = groups.entry(of).or_default();
                    rows.push(row);
                    values.push(value);
                }
            }
            for (rows, values) in groups.values() {
                let sum: f64 = values.iter().sum();
                if (sum - 1.0).abs() > 1e-6
                    && let Some(at) = suspect(values, 1.0)
                {
                    at_fault(reader, rows[at], column, values[at], values[at] - sum + 1.0);
                }
            }
        }
    }

    /// Figures of a province against its people, and against those of the other provinces.
    fn proportions(&self, reader: &mut Reader<'_>) {
        let mut each: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        let mut off: BTreeMap<&str, Vec<Off<'_>>> = BTreeMap::new();
        for row in self.of("province_figures.csv") {
            let id = row.kind();
            if super::limits::NO_STOCKS.contains(&id) || id.ends_with(PUBLISHED) {
                continue;
            }
            let (Some(people), Some(value)) = (self.people(row), number(row, "value")) else {
                continue;
            };
            let each = each.entry(id).or_insert_with(|| self.each(id));
            if let Some((own, times, band)) = self.proportion(row, value, each) {
                let all = off.entry(row.cell("province")).or_default();
                all.push(Off {
                    row,
                    own,
                    times,
                    band,
                });
                continue;
            }
            let ratio = value / people * 10_000.0;
            let band = bands::of(row.file, "per 10000 people", id, Action::Warn);
            if let Some(band) = band.filter(|band| !band.holds(ratio)) {
                bands::tell(reader, row, "value", band, ratio);
            }
        }
        for (province, all) in off {
            tell_off(reader, province, &all, self.figure(province, "population"));
        }
    }
}

/// A figure out of proportion to the people of its province.
struct Off<'a> {
    row: &'a Row,
    own: f64,
    times: f64,
    band: &'static Band,
}

/// Tells of figures out of proportion: of the people, where all stocks are on one side, else of each.
fn tell_off(reader: &mut Reader<'_>, province: &str, all: &[Off<'_>], people: Option<&Row>) {
    let high = all.iter().filter(|off| off.times > 1.0).count();
    if let Some(people) = people
        && all.len() > 2
        && (high == 0 || high == all.len())
    {
        let whats: Vec<&str> = all.iter().map(|off| off.row.kind()).collect();
        let said = messages::people_out_of_proportion(province, whats.join(", "));
        reader.warn(people, "value", "base::unlikely", said);
        return;
    }
    for off in all {
        let short = |value: f64| (value * 100.0).round() / 100.0;
        let (own, times) = (short(off.own), short(off.times));
        let (low, high) = (off.band.low, off.band.high);
        let said = messages::out_of_proportion(off.row.kind(), own, times, low, high);
        reader.warn(off.row, "value", "base::unlikely", said);
    }
}

/// Names a cell that keeps a sum from being right.
fn at_fault(reader: &mut Reader<'_>, row: &Row, column: &str, value: f64, right: f64) {
    let right = (right * 1e6).round() / 1e6;
    let said = messages::sum_would_be_right(right, value);
    reader.refuse(row, column, "base::does-not-add-up", said);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_whose_point_slipped_is_found() {
        let right = [500.0, 800.0, 1200.0, 40.0];
        let total: f64 = right.iter().sum();
        for at in 0..right.len() {
            for slip in SLIPS {
                let mut values = right;
                values[at] *= slip;
                assert_eq!(suspect(&values, total), Some(at), "{at} times {slip}");
            }
        }
        assert_eq!(suspect(&[500.0, 900.0, 1100.0, 140.0], total), None);
    }
}
