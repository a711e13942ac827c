//! Where figures do not add up, the one row that would set it right is named: a slip of the decimal
//! point in one cell, told at that cell.

use super::bands::{self, Action};
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
        self.proportions(reader, &self.figures("population"));
        let count =
            |of: &dyn Fn(&Facility) -> bool| facilities.iter().filter(|f| of(f)).count() as f64;
        let hospital = |f: &Facility| f.level != Level::Commune;
        let most = bands::limit("national.csv", "listed to published", Action::Warn);
        for (id, listed) in [
            ("hospitals", count(&hospital)),
            (
                "private_hospitals",
                count(&|f| hospital(f) && f.owner == Owner::Private),
            ),
            ("stations", count(&|f| !hospital(f))),
        ] {
            if let Some((row, figure)) = self.national(id)
                && (figure > most * listed || listed > most * figure)
            {
                let said = messages::listed_and_published(figure, id, listed, most);
                reader.warn(row, "value", "base::unlikely", said);
            }
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
            {
                at_fault(
                    reader,
                    rows[at],
                    "value",
                    people[at],
                    people[at] - sum + nation,
                );
            }
            let mut ratios = vec![(
                "beds".to_owned(),
                self.national("beds_per_10k").map(|(_, v)| v),
            )];
            for row in self.of("occupations.csv") {
                ratios.push((
                    row.cell("plural").to_owned(),
                    number(row, "national_per_10k"),
                ));
            }
            for (id, published) in ratios {
                let Some(published) = published.filter(|_| reader.problems.is_empty()) else {
                    continue;
                };
                let (rows, values) = self.figures(&id);
                let (sum, total) = (values.iter().sum::<f64>(), published * nation / 10_000.0);
                if (sum - total).abs() > 0.001 * total
                    && let Some(at) = suspect(&values, total)
                {
                    at_fault(
                        reader,
                        rows[at],
                        "value",
                        values[at],
                        values[at] - sum + total,
                    );
                }
            }
        }
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

    /// Figures of a province against its people.
    fn proportions(&self, reader: &mut Reader<'_>, people: &(Vec<&Row>, Vec<f64>)) {
        for row in self.of("province_figures.csv") {
            let id = row.kind();
            if super::limits::NO_STOCKS.contains(&id) || id.ends_with(PUBLISHED) {
                continue;
            }
            let own = |r: &&Row| r.cell("province") == row.cell("province");
            let at = people.0.iter().position(own);
            let value = row.cell("value").parse::<f64>().ok();
            if let (Some(at), Some(value), Some(band)) = (
                at,
                value,
                bands::of(row.file, "per 10000 people", id, Action::Warn),
            ) {
                let ratio = value / people.1[at] * 10_000.0;
                if !band.holds(ratio) {
                    bands::tell(reader, row, "value", band, ratio);
                }
            }
        }
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
