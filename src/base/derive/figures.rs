//! Each province gets its people, beds and staff for the base year, raked so that they add to the
//! published nation, and the rates its future grows from.
//!
//! Assumption: the share aged 60 and over follows natural increase and migration of the panel years.

use super::sheet::{plain, whole, write};
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

/// Makes `province_figures.csv`.
pub fn figures(ground: &Ground<'_>) -> Result<Figures, DeriveError> {
    let provinces = ground.table("provinces.csv")?;
    let baseline = ground.input("baseline.csv")?;
    let panel = ground.input("panel_rates.csv")?;
    let codes: Vec<&str> = provinces.rows.iter().map(|r| r.text("code")).collect();
    let lines = codes
        .iter()
        .map(|code| {
            baseline
                .find("province", code)
                .ok_or_else(|| DeriveError(format!("baseline.csv has no `{code}`")))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let column = |name: &str| {
        lines
            .iter()
            .map(|l| l.number(name))
            .collect::<Result<Vec<f64>, _>>()
    };

    let nation = ground.national("population")?;
    let population = whole(&column("population")?, nation as u64);
    let beds_total = (ground.national("beds_per_10k")? * nation / 10_000.0).round() as u64;
    let beds = whole(&column("beds")?, beds_total);

    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut add = |province: usize, cells: [String; 8]| {
        let mut row = vec![codes[province].to_owned()];
        row.extend(cells);
        rows.push(row);
    };

    for (at, line) in lines.iter().enumerate() {
        let source = line.text("source_id").to_owned();
        let grade = line.text("grade").to_owned();
        add(
            at,
            [
                "population".into(),
                population[at].to_string(),
                String::new(),
                String::new(),
                "persons".into(),
                source,
                grade,
                "census of 2024 and later estimates, raked to the nation".into(),
            ],
        );
    }
    for (at, line) in lines.iter().enumerate() {
        let note = format!(
            "published figure it leans on: {}; raked to the nation; range read as 80 %",
            line.text("beds_note")
        );
        add(
            at,
            [
                "beds".into(),
                beds[at].to_string(),
                plain(line.number("beds_low")?.min(beds[at] as f64), 0),
                plain(line.number("beds_high")?.max(beds[at] as f64), 0),
                "beds".into(),
                line.text("source_id").to_owned(),
                line.text("grade").to_owned(),
                note,
            ],
        );
    }
    let occupations = ground.table("occupations.csv")?;
    for occupation in &occupations.rows {
        let plural = occupation.text("plural");
        if lines[0].text(plural).is_empty() {
            continue;
        }
        let total = (occupation.number("national_per_10k")? * nation / 10_000.0).round() as u64;
        let heads = whole(&column(plural)?, total);
        let own_range = !lines[0].text(&format!("{plural}_low")).is_empty();
        for (at, line) in lines.iter().enumerate() {
            let central = heads[at] as f64;
            let (low, high) = if own_range {
                (
                    line.number(&format!("{plural}_low"))?,
                    line.number(&format!("{plural}_high"))?,
                )
            } else {
                let range = ground
                    .constants
                    .get(&format!("{}_range", occupation.text("code")))?;
                (central * (1.0 - range), central * (1.0 + range))
            };
            let anchor = line.text(&format!("{plural}_note"));
            add(
                at,
                [
                    plural.to_owned(),
                    heads[at].to_string(),
                    plain(low.min(central), 0),
                    plain(high.max(central), 0),
                    "persons".into(),
                    line.text("source_id").to_owned(),
                    line.text("grade").to_owned(),
                    format!(
                        "published figure it leans on: {anchor}; raked to the nation; range read as 80 %"
                    ),
                ],
            );
            let bottom_up = line.text(&format!("{plural}_bottom_up"));
            if !bottom_up.is_empty() {
                add(
                    at,
                    [
                        format!("{plural}_bottom_up"),
                        bottom_up.to_owned(),
                        String::new(),
                        String::new(),
                        "persons".into(),
                        line.text("source_id").to_owned(),
                        line.text("grade").to_owned(),
                        "counted from the province's own figures, before raking".into(),
                    ],
                );
            }
        }
    }

    let mean = |code: &str, indicator: &str| -> Result<f64, DeriveError> {
        let found = panel
            .rows
            .iter()
            .filter(|r| r.text("province_slug") == code && r.text("indicator") == indicator);
        let values = found
            .map(|r| r.number("value"))
            .collect::<Result<Vec<f64>, _>>()?;
        if values.is_empty() {
            return Err(DeriveError(format!(
                "panel_rates.csv has no `{indicator}` of `{code}`"
            )));
        }
        Ok(values.iter().sum::<f64>() / values.len() as f64)
    };
    let all = |indicator: &str| {
        codes
            .iter()
            .map(|c| mean(c, indicator))
            .collect::<Result<Vec<f64>, _>>()
    };
    let natural = all("natural_increase_rate")?;
    let migration = all("net_migration_rate")?;
    let income = all("income_per_capita_month")?;
    let weighted = |values: &[f64]| -> f64 {
        let people: f64 = population.iter().map(|p| *p as f64).sum();
        values
            .iter()
            .zip(&population)
            .map(|(v, p)| v * *p as f64)
            .sum::<f64>()
            / people
    };
    let log_growth = |per_1000: f64| libm::log1p(per_1000 / 1000.0);
    let rate_note = "mean of the rates of 2010-2013; log growth a year";
    for (at, rate) in natural.iter().enumerate() {
        let growth = plain(log_growth(*rate), 6);
        add(
            at,
            panel_row(
                "natural_increase",
                growth,
                "log growth per year",
                "D",
                rate_note,
            ),
        );
    }
    for (at, rate) in migration.iter().enumerate() {
        let growth = plain(log_growth(*rate), 6);
        add(
            at,
            panel_row(
                "net_migration",
                growth,
                "log growth per year",
                "D",
                rate_note,
            ),
        );
    }
    let assumed =
        |id: &str, value: f64, range: f64, unit: &str, source: &str, note: &str| -> [String; 8] {
            [
                id.to_owned(),
                plain(value, 4),
                plain(value * (1.0 - range), 4),
                plain(value * (1.0 + range), 4),
                unit.to_owned(),
                source.to_owned(),
                "E".to_owned(),
                note.to_owned(),
            ]
        };
    let income_mean = weighted(&income);
    let range = ground.constants.get("income_range")?;
    for (at, value) in income.iter().enumerate() {
        let note =
            "income per head of 2012 over the mean weighted by population; taken for the base year";
        add(
            at,
            assumed(
                "income_index",
                value / income_mean,
                range,
                "ratio",
                "GSO2018",
                note,
            ),
        );
    }
    let elasticity = ground.constants.get("natural_age_elasticity")?;
    let slope = ground.constants.get("migration_age_slope")?;
    let natural_mean = weighted(&natural);
    let shape: Vec<f64> = natural
        .iter()
        .zip(&migration)
        .map(|(n, m)| libm::pow(n / natural_mean, elasticity) * libm::exp(slope * m))
        .collect();
    let level = ground.national("share_60")? / weighted(&shape);
    let range = ground.constants.get("share_60_range")?;
    for (at, shape) in shape.iter().enumerate() {
        let note = "national share spread by natural increase and migration of 2010-2013 (inputs/derivation.csv)";
        add(
            at,
            assumed(
                "share_60",
                shape * level,
                range,
                "share",
                "GSO2018;VNNOW2026_pop",
                note,
            ),
        );
    }
    Ok(Figures {
        table: write(&HEADER, rows),
        population,
        beds,
    })
}

fn panel_row(id: &str, value: String, unit: &str, grade: &str, note: &str) -> [String; 8] {
    [
        id.into(),
        value,
        String::new(),
        String::new(),
        unit.into(),
        "GSO2018".into(),
        grade.into(),
        note.into(),
    ]
}
