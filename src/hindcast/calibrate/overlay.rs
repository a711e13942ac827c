//! A fitted law as the text of an overlay: what would be assumed at its origin, never the base itself.

use super::interval::{Interval, Intervals};
use super::recipe::Fit;
use crate::hindcast::Stock;

/// One line of an overlay.
struct Line {
    id: String,
    value: f64,
    range: Option<Interval>,
    unit: &'static str,
    rows: String,
    fit: String,
}

/// Overlay lines of some fitted laws as CSV, each parameter with its range where one is given, what
/// it was fitted on, how well it fits, source and grade (D: derived).
///
/// Columns: `origin,id,law,low,mode,high,unit,rows,fit,source_id,grade,published,note`; `low` and
/// `high` are empty where no range is given. A stock's parameters are `quota.*` for beds and
/// `official.doctors.*`, `official.nurses.*` for staff; observation errors are `observation_sd.*`.
///
/// # Errors
/// Only if the text cannot be written, which memory alone can cause.
pub fn overlay(fits: &[(Fit, Option<Intervals>)]) -> Result<String, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record([
        "origin",
        "id",
        "law",
        "low",
        "mode",
        "high",
        "unit",
        "rows",
        "fit",
        "source_id",
        "grade",
        "published",
        "note",
    ])?;
    for (fit, intervals) in fits {
        for line in lines(fit, intervals.as_ref()) {
            let end = |end: fn(&Interval) -> f64| {
                line.range
                    .as_ref()
                    .map(|range| number(end(range)))
                    .unwrap_or_default()
            };
            out.write_record([
                fit.origin.to_string(),
                line.id,
                "fixed".to_owned(),
                end(|range| range.low),
                number(line.value),
                end(|range| range.high),
                line.unit.to_owned(),
                line.rows,
                line.fit,
                "GSO2018".to_owned(),
                "D".to_owned(),
                (fit.origin + 1).to_string(),
                note(fit),
            ])?;
        }
    }
    let bytes = out
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn note(fit: &Fit) -> String {
    match fit.statistics.not_known_then {
        0 => "low and high: 90 % by parametric bootstrap, where given".to_owned(),
        late => format!("{late} rows not known then"),
    }
}

fn number(value: f64) -> String {
    format!("{value:.5}")
}

fn lines(fit: &Fit, intervals: Option<&Intervals>) -> Vec<Line> {
    let (law, statistics) = (&fit.law, &fit.statistics);
    let (prefix, stock) = match fit.stock {
        Stock::Beds => ("quota", "beds"),
        Stock::Doctors => ("official.doctors", "doctors"),
        Stock::Nurses => ("official.nurses", "nurses"),
    };
    let origin = fit.origin;
    let own = |name: &str| format!("{prefix}.{name}");
    let state = format!("state series 1995-{origin}");
    let changes = format!(
        "{} changes of units {}-{origin}, 1 to {} years",
        statistics.changes.iter().sum::<usize>(),
        fit.first_year,
        statistics.changes.len()
    );
    let miss = format!(
        "rms miss of the sd by horizon {:.5}",
        statistics.miss_of_sd()
    );
    let set = || ("set, not fitted".to_owned(), String::new());
    let line = |id: String, value, range, unit, (rows, fit): (String, String)| Line {
        id,
        value,
        range,
        unit,
        rows,
        fit,
    };
    vec![
        line(
            own("now"),
            law.now,
            intervals.map(|all| all.now),
            "log per year",
            (
                format!("departments {}-{origin}", origin - 4),
                String::new(),
            ),
        ),
        line(
            own("long"),
            law.long,
            intervals.map(|all| all.long),
            "log per year",
            (
                format!("{state}; departments 2002-{origin}"),
                format!(
                    "state {:.5}, departments {:.5} a year",
                    statistics.state_growth, statistics.department_growth
                ),
            ),
        ),
        line(own("long_sd"), law.long_sd, None, "log per year", set()),
        line(own("phi"), law.phi, None, "share", set()),
        line(
            own("sd"),
            law.sd,
            intervals.map(|all| all.sd),
            "log per year",
            (
                state.clone(),
                format!("{} growths", statistics.state_growths),
            ),
        ),
        line(
            own("local_sd"),
            law.local_sd,
            intervals.map(|all| all.local_sd),
            "log per year",
            (changes.clone(), miss.clone()),
        ),
        line(own("converge"), law.converge, None, "share per year", set()),
        line(
            format!("observation_sd.{stock}"),
            law.observation_sd,
            intervals.map(|all| all.observation_sd),
            "log",
            (changes, miss),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::calibrate::{Record, fit};
    use crate::hindcast::facts::Facts;
    use crate::hindcast::synthetic::dice;

    #[test]
    fn an_overlay_names_every_parameter_with_source_and_grade() {
        let facts = Facts::built_in();
        let fits = Stock::ALL.map(|stock| {
            let (panel, nation) = facts.until(2008);
            let record = Record::gather(&panel, &nation, stock, 2008).unwrap();
            let found = fit(&record);
            let mut dice = dice(1);
            let intervals = Intervals::of(&found, &record, 0.9, 99, &mut dice);
            (found, Some(intervals))
        });
        let text = overlay(&fits).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 24);
        assert!(
            rows.iter()
                .all(|row| &row[0] == "2008" && &row[9] == "GSO2018" && &row[10] == "D")
        );
        let now = rows.iter().find(|row| &row[1] == "quota.now").unwrap();
        assert_eq!((&now[4], &now[7]), ("0.03721", "departments 2004-2008"));
        let low: f64 = now[3].parse().unwrap();
        let high: f64 = now[5].parse().unwrap();
        assert!(low < high);
        assert!(rows.iter().any(|row| &row[1] == "observation_sd.nurses"));
    }
}
