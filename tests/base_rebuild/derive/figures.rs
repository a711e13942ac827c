//! Each province gets its people, beds and staff for the base year, raked so that they add to the
//! published nation, and the rates its future grows from.
//!
//! Assumption: the share aged 60 and over follows natural increase and migration of the panel years.

use super::sheet::{Line, Sheet, plain, whole, write};
use super::{DeriveError, Ground};

/// Figures other derivations build on, in province order.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The table as written.
    pub table: String,
    /// Population by province.
    pub population: Vec<u64>,
    /// Hospital beds by province.
    pub beds: Vec<u64>,
}

const HEADER: [&str; 9] = [
    "province",
    "indicator",
    "value",
    "low",
    "high",
    "unit",
    "source_id",
    "grade",
    "note",
];

/// One row of the table without its province.
struct Figure<'a> {
    indicator: &'a str,
    value: String,
    range: Option<(String, String)>,
    unit: &'a str,
    source: &'a str,
    grade: &'a str,
    note: String,
}

/// Rows in the order they are written.
struct Rows<'a> {
    codes: &'a [&'a str],
    rows: Vec<Vec<String>>,
}

impl Rows<'_> {
    fn add(&mut self, province: usize, figure: Figure<'_>) {
        let (low, high) = figure.range.unwrap_or_default();
        self.rows.push(vec![
            self.codes[province].to_owned(),
            figure.indicator.to_owned(),
            figure.value,
            low,
            high,
            figure.unit.to_owned(),
            figure.source.to_owned(),
            figure.grade.to_owned(),
            figure.note,
        ]);
    }
}

/// Makes `province_figures.csv`.
pub fn figures(ground: &Ground<'_>) -> Result<Figures, DeriveError> {
    let provinces = ground.table("provinces.csv")?;
    let baseline = ground.input("baseline.csv")?;
    let codes: Vec<&str> = provinces.rows.iter().map(|r| r.text("code")).collect();
    let lines = codes
        .iter()
        .map(|code| {
            let line = baseline.find("province", code);
            line.ok_or_else(|| DeriveError(format!("baseline.csv has no `{code}`")))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let mut rows = Rows {
        codes: &codes,
        rows: Vec::new(),
    };
    let population = people(ground, &mut rows, &lines)?;
    let nation = ground.national("population")?;
    let total = ground.national("beds_per_10k")? * nation / 10_000.0;
    let beds = counted(ground, &mut rows, &lines, "beds", "beds", total, None)?;
    let occupations = ground.table("occupations.csv")?;
    for occupation in &occupations.rows {
        let plural = occupation.text("plural");
        if lines[0].text(plural).is_empty() {
            continue;
        }
        let total = occupation.number("national_per_10k")? * nation / 10_000.0;
        let code = Some(occupation.text("code"));
        counted(ground, &mut rows, &lines, plural, "persons", total, code)?;
    }
    published(ground, &mut rows)?;
    rates(ground, &mut rows, &population)?;
    Ok(Figures {
        table: write(&HEADER, rows.rows),
        population,
        beds,
    })
}

fn people(
    ground: &Ground<'_>,
    rows: &mut Rows<'_>,
    lines: &[&Line],
) -> Result<Vec<u64>, DeriveError> {
    let estimates = lines
        .iter()
        .map(|l| l.number("population"))
        .collect::<Result<Vec<f64>, _>>()?;
    let population = whole(&estimates, ground.national("population")? as u64);
    for (at, line) in lines.iter().enumerate() {
        let figure = Figure {
            indicator: "population",
            value: population[at].to_string(),
            range: None,
            unit: "persons",
            source: line.text("source_id"),
            grade: line.text("grade"),
            note: "latest census brought to the base year, raked to the nation".to_owned(),
        };
        rows.add(at, figure);
    }
    Ok(population)
}

/// Beds or staff: the estimates raked to the nation, with their range, and the count before raking
/// where there is one.
fn counted(
    ground: &Ground<'_>,
    rows: &mut Rows<'_>,
    lines: &[&Line],
    what: &str,
    unit: &str,
    total: f64,
    occupation: Option<&str>,
) -> Result<Vec<u64>, DeriveError> {
    let estimates = lines
        .iter()
        .map(|l| l.number(what))
        .collect::<Result<Vec<f64>, _>>()?;
    let raked = whole(&estimates, total.round() as u64);
    let (low, high) = (format!("{what}_low"), format!("{what}_high"));
    let bottom_up = format!("{what}_bottom_up");
    for (at, line) in lines.iter().enumerate() {
        let central = raked[at] as f64;
        let range = match occupation {
            Some(code) if line.text(&low).is_empty() => {
                let range = ground.constants.get(&format!("{code}_range"))?;
                (central * (1.0 - range), central * (1.0 + range))
            }
            _ => (line.number(&low)?, line.number(&high)?),
        };
        let figure = |indicator, value, range, note| Figure {
            indicator,
            value,
            range,
            unit,
            source: line.text("source_id"),
            grade: line.text("grade"),
            note,
        };
        let range = (
            plain(range.0.min(central), 0),
            plain(range.1.max(central), 0),
        );
        let anchor = line.text(&format!("{what}_note"));
        let note = format!(
            "published figure it leans on: {anchor}; raked to the nation; range read as 80 %"
        );
        let value = raked[at].to_string();
        rows.add(at, figure(what, value, Some(range), note));
        let count = line.text(&bottom_up);
        if !count.is_empty() {
            let note = "counted from the province's own figures, before raking".to_owned();
            rows.add(at, figure(&bottom_up, count.to_owned(), None, note));
        }
    }
    Ok(raked)
}

/// What provinces publish of themselves and their raked figures do not stand on.
fn published(ground: &Ground<'_>, rows: &mut Rows<'_>) -> Result<(), DeriveError> {
    let counts = ground.input("published_counts.csv")?;
    for line in &counts.rows {
        let code = line.text("province");
        let at = rows.codes.iter().position(|known| *known == code);
        let at = at.ok_or_else(|| DeriveError(format!("there is no province `{code}`")))?;
        let indicator = format!("{}_published", line.text("what"));
        let figure = Figure {
            indicator: &indicator,
            value: line.text("per_10k").to_owned(),
            range: None,
            unit: "per 10000",
            source: line.text("source_id"),
            grade: line.text("grade"),
            note: line.text("note").to_owned(),
        };
        rows.add(at, figure);
    }
    Ok(())
}

/// A series of the panel: its mean over the years kept, by province.
struct Series {
    means: Vec<f64>,
    years: String,
    source: String,
}

fn series(panel: &Sheet, codes: &[&str], indicator: &str) -> Result<Series, DeriveError> {
    let mine = || {
        panel
            .rows
            .iter()
            .filter(|r| r.text("indicator") == indicator)
    };
    let mut means = Vec::new();
    for code in codes {
        let values = mine()
            .filter(|r| r.text("province_slug") == *code)
            .map(|r| r.number("value"))
            .collect::<Result<Vec<f64>, _>>()?;
        if values.is_empty() {
            let message = format!("panel_rates.csv has no `{indicator}` of `{code}`");
            return Err(DeriveError(message));
        }
        means.push(values.iter().sum::<f64>() / values.len() as f64);
    }
    let first = mine().map(|r| r.text("year")).min().unwrap_or("");
    let last = mine().map(|r| r.text("year")).max().unwrap_or("");
    Ok(Series {
        means,
        years: if first == last {
            first.to_owned()
        } else {
            format!("{first}-{last}")
        },
        source: mine().next().map_or("", |r| r.text("source_id")).to_owned(),
    })
}

fn rates(ground: &Ground<'_>, rows: &mut Rows<'_>, population: &[u64]) -> Result<(), DeriveError> {
    let panel = ground.input("panel_rates.csv")?;
    let natural = series(&panel, rows.codes, "natural_increase_rate")?;
    let migration = series(&panel, rows.codes, "net_migration_rate")?;
    let income = series(&panel, rows.codes, "income_per_capita_month")?;
    for (indicator, series) in [
        ("natural_increase", &natural),
        ("net_migration", &migration),
    ] {
        for (at, per_1000) in series.means.iter().enumerate() {
            let figure = Figure {
                indicator,
                value: plain(libm::log1p(per_1000 / 1000.0), 6),
                range: None,
                unit: "log growth per year",
                source: &series.source,
                grade: "D",
                note: format!("mean of the rates of {}", series.years),
            };
            rows.add(at, figure);
        }
    }
    let weighted = |values: &[f64]| -> f64 {
        let people: f64 = population.iter().map(|p| *p as f64).sum();
        let sum: f64 = values
            .iter()
            .zip(population)
            .map(|(v, p)| v * *p as f64)
            .sum();
        sum / people
    };
    let mut assumed = |indicator: &str, unit: &str, source: &str, note: &str, values: Vec<f64>| {
        let id = if indicator == "share_60" {
            "share_60_range"
        } else {
            "income_range"
        };
        let range = ground.constants.get(id)?;
        for (at, value) in values.into_iter().enumerate() {
            let figure = Figure {
                indicator,
                value: plain(value, 4),
                range: Some((
                    plain(value * (1.0 - range), 4),
                    plain(value * (1.0 + range), 4),
                )),
                unit,
                source,
                grade: "E",
                note: note.to_owned(),
            };
            rows.add(at, figure);
        }
        Ok::<(), DeriveError>(())
    };
    let mean = weighted(&income.means);
    let note = format!(
        "income per head of {} over the mean weighted by population, taken for the base year",
        income.years
    );
    let values = income.means.iter().map(|v| v / mean).collect();
    assumed("income_index", "ratio", &income.source, &note, values)?;

    let elasticity = ground.constants.get("natural_age_elasticity")?;
    let slope = ground.constants.get("migration_age_slope")?;
    let mean = weighted(&natural.means);
    let shape: Vec<f64> = natural
        .means
        .iter()
        .zip(&migration.means)
        .map(|(n, m)| libm::pow(n / mean, elasticity) * libm::exp(slope * m))
        .collect();
    let level = ground.national("share_60")? / weighted(&shape);
    let note = format!(
        "national share spread by natural increase and migration of {} (inputs/derivation.csv)",
        natural.years
    );
    let nation = ground.table("national.csv")?;
    let published = nation
        .find("indicator", "share_60")
        .map_or("", |r| r.text("source_id"));
    let source = format!("{};{published}", natural.source);
    let values = shape.iter().map(|s| s * level).collect();
    assumed("share_60", "share", &source, &note, values)
}
