//! Fitted laws as an overlay: what would be assumed at an origin, never the base itself.

use super::interval::{Interval, Intervals};
use super::recipe::{CONVERGE, Fit, PHI};
use crate::hindcast::variants::{Paths, SD};
use crate::hindcast::{Stock, Year, words};
use crate::said::Told;

/// One assumption as it would be set at an origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Id of the assumption.
    pub id: &'static str,
    /// Value; of a choice none.
    pub value: Option<f64>,
    /// Law, as a scenario writes it.
    pub law: String,
    /// 90 % range, where one was told.
    pub range: Option<Interval>,
    /// Unit, in English.
    pub unit: &'static str,
    /// What it was fitted on.
    pub rows: Told,
    /// How well it fits.
    pub fit: Told,
}

/// Laws as they would be set at an origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlay {
    /// The origin.
    pub origin: Year,
    /// Assumptions in the order in which they are written.
    pub lines: Vec<Line>,
}

/// What an overlay is made of.
pub struct Parts<'a> {
    /// The origin.
    pub origin: Year,
    /// The laws of each stock with their ranges, fitted at the origin or the last year before it.
    pub fits: &'a [(Fit, Option<Intervals>)],
    /// Growths of official beds now and in the long run.
    pub paths: Option<Paths>,
    /// What these growths were told from.
    pub paths_from: Told,
    /// Weights of plateau, half and goes on as known at the origin.
    pub weights: [f64; 3],
}

/// Columns of an overlay as a table.
const COLUMNS: [&str; 11] = [
    "origin",
    "id",
    "law",
    "low",
    "value",
    "high",
    "unit",
    "rows",
    "fit",
    "source_id",
    "grade",
];

/// Who published the rows: provinces and the state series, and the Ministry's points.
const SOURCES: &str = "GSO2018;VNA2026_kq";

impl Overlay {
    /// The assumptions that an origin supports.
    pub fn of(parts: &Parts<'_>) -> Overlay {
        let mut lines = Vec::new();
        let weights = parts.weights.map(|w| format!("{w:.4}"));
        // The last takes what rounding left.
        let last = 1.0 - (rounded(parts.weights[0]) + rounded(parts.weights[1]));
        lines.push(Line {
            id: "quota.variant",
            value: None,
            law: format!(
                "Choice([(\"plateau\", {}), (\"half\", {}), (\"goes on\", {last:.4})])",
                weights[0], weights[1]
            ),
            range: None,
            unit: "variant",
            rows: words::WEIGHTS.into(),
            fit: Told::default(),
        });
        let beds = parts.fits.iter().find(|(fit, _)| fit.stock == Stock::Beds);
        // The ranges of growth are those of departments, where it is theirs.
        let own = |(fit, _): &&(Fit, Option<Intervals>)| fit.origin == parts.origin;
        let ranges = beds.filter(own).and_then(|(_, ranges)| ranges.as_ref());
        if let Some(paths) = parts.paths {
            for (id, value, range, share) in [
                ("quota.now_half", paths.now, ranges.map(|r| r.now), 0.5),
                ("quota.long_half", paths.long, ranges.map(|r| r.long), 0.5),
                ("quota.now_on", paths.now, ranges.map(|r| r.now), 1.0),
                ("quota.long_on", paths.long, ranges.map(|r| r.long), 1.0),
            ] {
                lines.push(Line {
                    range: range.map(|range| range.times(share)),
                    ..Line::fixed(
                        id,
                        share * value,
                        words::LOG_A_YEAR.en,
                        parts.paths_from.clone(),
                    )
                });
            }
        }
        let set = Told::from(words::SET);
        lines.push(Line::fixed("quota.phi", PHI, "share", set.clone()));
        match beds {
            Some((fit, ranges)) => lines.push(Line {
                range: ranges.map(|r| r.sd),
                ..Line::fixed(
                    "quota.sd",
                    fit.law.sd,
                    "log",
                    Told::of(|| words::state_growths(fit.statistics.state_growths, fit.origin)),
                )
            }),
            None => lines.push(Line::fixed("quota.sd", SD, "log", set.clone())),
        }
        lines.push(Line::fixed(
            "quota.converge",
            CONVERGE,
            "share",
            set.clone(),
        ));
        lines.push(Line::fixed("expected.converge", CONVERGE, "share", set));
        for (fit, ranges) in parts.fits {
            let (local, observation) = match fit.stock {
                Stock::Beds => ("quota.local_sd", "observation_sd.beds"),
                Stock::Doctors => ("expected.local_sd_doctors", "observation_sd.doctors"),
                Stock::Nurses => ("expected.local_sd_nurses", "observation_sd.nurses"),
            };
            let statistics = &fit.statistics;
            let rows = Told::of(|| {
                words::changes(
                    statistics.changes.iter().sum::<usize>(),
                    fit.first_year,
                    fit.origin,
                    statistics.changes.len(),
                )
            });
            let miss = Told::of(|| words::miss_of_sd(statistics.miss_of_sd()));
            for (id, value, range) in [
                (local, fit.law.local_sd, ranges.map(|r| r.local_sd)),
                (
                    observation,
                    fit.law.observation_sd,
                    ranges.map(|r| r.observation_sd),
                ),
            ] {
                lines.push(Line {
                    range,
                    fit: miss.clone(),
                    ..Line::fixed(id, value, "log", rows.clone())
                });
            }
        }
        Overlay {
            origin: parts.origin,
            lines,
        }
    }

    /// A scenario file that sets these assumptions; those the base does not have stand in comments.
    pub fn ron(&self, has: &dyn Fn(&str) -> bool) -> String {
        let mut text = format!(
            "{}\n(\n    title: \"{}\",\n    extends: \"baseline.ron\",\n    assumptions: {{\n",
            words::overlay(self.origin),
            words::fitted_at(self.origin)
        );
        for line in &self.lines {
            let range = line
                .range
                .map_or(String::new(), |range| match range.high.is_finite() {
                    true => words::range(range.low, range.high) + "; ",
                    false => words::range_from(range.low) + "; ",
                });
            let fit = match line.fit.text() {
                "" => String::new(),
                fit => format!("; {fit}"),
            };
            text += &format!("        // {range}{}{fit}.\n", line.rows);
            let stroke = match has(line.id) {
                true => String::new(),
                false => format!("// {}: ", words::NOT_IN_BASE),
            };
            text += &format!("        {stroke}\"{}\": {},\n", line.id, line.law);
        }
        text + "    },\n)\n"
    }

    /// The same as a table, with source and grade of each row.
    pub fn csv(&self) -> String {
        let row = "memory takes every row, and rows are as long as their header";
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(COLUMNS).expect(row);
        for line in &self.lines {
            let end = |of: fn(&Interval) -> f64| {
                let value = line.range.as_ref().map(of);
                value
                    .filter(|v| v.is_finite())
                    .map_or(String::new(), number)
            };
            out.write_record([
                self.origin.to_string(),
                line.id.to_owned(),
                line.law.clone(),
                end(|range| range.low),
                line.value.map_or(String::new(), number),
                end(|range| range.high),
                line.unit.to_owned(),
                line.rows.en.clone(),
                line.fit.en.clone(),
                SOURCES.to_owned(),
                "D".to_owned(),
            ])
            .expect(row);
        }
        let bytes = out.into_inner().expect("memory takes every row");
        String::from_utf8(bytes).expect("cells are texts")
    }
}

impl Line {
    fn fixed(id: &'static str, value: f64, unit: &'static str, rows: Told) -> Line {
        Line {
            id,
            value: Some(value),
            law: format!("Fixed({})", number(value)),
            range: None,
            unit,
            rows,
            fit: Told::default(),
        }
    }
}

fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

fn number(value: f64) -> String {
    format!("{value:.5}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::calibrate::{Record, fit};
    use crate::hindcast::facts::Facts;
    use crate::hindcast::synthetic::dice;

    fn overlay() -> Overlay {
        let facts = Facts::built_in();
        let fits = Stock::ALL.map(|stock| {
            let (panel, nation) = facts.until(2008);
            let record = Record::gather(&panel, &nation, stock, 2008).unwrap();
            let found = fit(&record);
            let intervals = Intervals::of(&found, &record, 0.9, 99, &mut dice(1));
            (found, Some(intervals))
        });
        Overlay::of(&Parts {
            origin: 2008,
            paths: Paths::of(&fits[0].0),
            paths_from: "departments 2004-2008".into(),
            fits: &fits,
            weights: [1.0 / 3.0; 3],
        })
    }

    #[test]
    fn a_table_names_every_law_with_source_and_grade() {
        let text = overlay().csv();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 15);
        assert!(rows.iter().all(|row| &row[0] == "2008" && &row[10] == "D"));
        let now = rows.iter().find(|row| &row[1] == "quota.now_on").unwrap();
        assert_eq!((&now[4], &now[7]), ("0.03721", "departments 2004-2008"));
        let (low, high): (f64, f64) = (now[3].parse().unwrap(), now[5].parse().unwrap());
        assert!(low < 0.03721 && 0.03721 < high);
    }

    #[test]
    fn what_the_base_does_not_have_stands_in_a_comment() {
        let text = overlay().ron(&|id| id != "quota.phi");
        assert!(
            text.contains("        \"quota.now_half\": Fixed(0.0186"),
            "{text}"
        );
        assert!(text.contains("// not in this base: \"quota.phi\": Fixed(0.90000),\n"));
        assert!(text.contains("(\"plateau\", 0.3333), (\"half\", 0.3333), (\"goes on\", 0.3334)"));
    }
}
