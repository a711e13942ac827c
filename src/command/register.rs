//! Predictions of a run are put down with their date, never over older ones, and held against what
//! comes as years pass.

use super::verify::{self, not_opened};
use super::{Failure, RegisterOptions, VerifyOptions, run, screen, stop};
use crate::base::{Bound, Direction, Form, TableProblem, missed_by, problem};
use crate::hindcast::facts::{self, Came, PanelRow};
use crate::lanes::whole_power;
use crate::report::register::{self as report, CHANCES, Manifest, PREDICTIONS, VARIANTS};
use crate::report::saved::{self, Kind};
use crate::report::{SCENARIO, utc};
use crate::units::Year;
use crate::words::{command as says, hindcast as back, register as words};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// Puts down a run, or holds what was put down against a table.
pub fn register(options: &RegisterOptions) -> Result<(), Failure> {
    stop::listen();
    let folder = &options.folder;
    let shown = folder.display().to_string();
    let kind = saved::kind(folder).map_err(|e| not_opened(&e))?;
    match (kind, &options.score) {
        (Kind::Run, None) => put_down(folder, &options.out),
        (Kind::Register, Some(actuals)) => score(folder, actuals),
        (Kind::Run, Some(_)) => Err(Failure::Refused(words::put_down_first(&shown))),
        (Kind::Register, None) => Err(Failure::Refused(words::score_what(&shown))),
        _ => Err(Failure::Refused(words::not_a_run(&shown))),
    }
}

fn put_down(folder: &Path, under: &Path) -> Result<(), Failure> {
    let findings = saved::findings(folder).map_err(|e| not_opened(&e))?;
    let manifest = saved::manifest(folder).map_err(|e| not_opened(&e))?;
    let own = manifest
        .files
        .iter()
        .filter(|f| f.path == SCENARIO)
        .cloned();
    if saved::spoilt(folder, &own.collect::<Vec<_>>()).is_some() {
        return Err(Failure::CannotRun(says::spoilt(SCENARIO)));
    }
    let resolved = read(&folder.join(SCENARIO))?;
    let day: String = utc(SystemTime::now()).chars().take(10).collect();
    let out = under.join(format!("{}-{day}", findings.scenario));
    let shown = out.display().to_string();
    if fs::symlink_metadata(&out).is_ok() {
        return Err(Failure::Refused(words::taken(&shown)));
    }
    let _lock = run::lock(&out)?;
    let files =
        report::write(&findings, &resolved, &day, &out).map_err(|e| run::not_written(&e))?;
    screen::answer(&words::written(&shown, files.len()));
    Ok(())
}

fn read(path: &Path) -> Result<String, Failure> {
    let shown = path.display().to_string();
    fs::read_to_string(path)
        .map_err(|e| Failure::Refused(back::cannot_read(&shown, &e.to_string())))
}

/// Lives what was put down again and puts it down in the folder `into`; or why it cannot be the same
/// any more.
pub(super) fn again(
    folder: &Path,
    into: &Path,
    options: &VerifyOptions,
) -> Result<Result<(u64, u64), String>, Failure> {
    let manifest: Manifest = saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
    let path = folder.join(SCENARIO);
    let (name, base) = (&manifest.scenario.name, &manifest.base.sha256);
    let lived = &manifest.replicates;
    let listed = (manifest.seed, Some(lived.count));
    let scenario = match verify::scenario(&path, name, base, listed, options.base.as_deref())? {
        Ok(scenario) => scenario,
        Err(apart) => return Ok(Err(apart.into())),
    };
    let futures = lived.first..lived.first.saturating_add(lived.count);
    let asked = (futures, Default::default());
    let mut record = verify::record_again(&scenario, asked, into, options)?;
    let digest = &manifest.scenario.sha256;
    record.findings.scenario_digest.clone_from(digest);
    report::write(
        &record.findings,
        &scenario.resolved(),
        &manifest.registered,
        into,
    )
    .map_err(|error| run::unwritten(&error, &says::NOTHING_CHANGED))?;
    Ok(Ok((u64::from(lived.count), manifest.seed)))
}

/// Indicator, place and year.
type About = (String, String, i32);

/// What was put down: share and value of each quantile, and chances by target.
struct PutDown {
    quantiles: BTreeMap<About, Vec<(f64, f64)>>,
    /// Target, what it asks, chance.
    chances: BTreeMap<About, Vec<(String, Bound, f64)>>,
    /// Way and chance, by target and year.
    variants: BTreeMap<(String, i32), Vec<(String, f64)>>,
}

fn put_down_in(folder: &Path) -> Result<PutDown, Failure> {
    let manifest: Manifest = saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
    if let Some(file) = saved::spoilt(folder, &manifest.files) {
        return Err(Failure::CannotRun(says::spoilt(
            &file.display().to_string(),
        )));
    }
    let mut all = PutDown {
        quantiles: BTreeMap::new(),
        chances: BTreeMap::new(),
        variants: BTreeMap::new(),
    };
    let number = |cell: &str| cell.parse::<f64>().unwrap_or(f64::NAN);
    let year = |cell: &str| cell.get(..4).and_then(|y| y.parse().ok()).unwrap_or(0);
    for row in rows(&folder.join(PREDICTIONS))? {
        let about = (row[1].to_owned(), row[4].to_owned(), year(&row[3]));
        let of = all.quantiles.entry(about).or_default();
        of.push((number(&row[6]), number(&row[7])));
    }
    let (columns, chances) = table(&folder.join(CHANCES))?;
    for row in chances {
        // By name: older versions put down fewer columns.
        let at = |name: &str| columns.iter().position(|column| column == name);
        let cell = |name: &str| at(name).and_then(|at| row.get(at)).unwrap_or_default();
        let about = (
            cell("indicator").to_owned(),
            cell("location").to_owned(),
            year(cell("year")),
        );
        let bound = bound(cell);
        let of = all.chances.entry(about).or_default();
        of.push((cell("target").to_owned(), bound, number(cell("chance"))));
    }
    for row in rows(&folder.join(VARIANTS))? {
        let about = (row[0].to_owned(), year(&row[3]));
        let of = all.variants.entry(about).or_default();
        of.push((row[5].to_owned(), number(&row[7])));
    }
    Ok(all)
}

/// What a target asks, by its cells.
fn bound<'a>(cell: impl Fn(&str) -> &'a str) -> Bound {
    let number = |name: &str| cell(name).parse::<f64>().ok();
    let direction = match cell("direction") {
        // As older versions named them.
        "AtMost" | "at_most" | "below" => Direction::AtMost,
        _ => Direction::AtLeast,
    };
    let form = Form {
        strict: matches!(cell("direction"), "over" | "below"),
        up_to: number("threshold_to"),
        from: cell("from_year").parse().ok().map(Year),
        // What must hold at the end of another month is not registered.
        month: None,
    };
    (direction, number("threshold").unwrap_or(f64::NAN), form)
}

fn rows(path: &Path) -> Result<Vec<csv::StringRecord>, Failure> {
    table(path).map(|(_, rows)| rows)
}

/// Names of the columns, and the rows.
fn table(path: &Path) -> Result<(csv::StringRecord, Vec<csv::StringRecord>), Failure> {
    let text = read(path)?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut all = || {
        Ok((
            reader.headers()?.clone(),
            reader.records().collect::<Result<_, _>>()?,
        ))
    };
    let shown = path.display().to_string();
    all().map_err(|e: csv::Error| Failure::CannotRun(back::cannot_read(&shown, &e.to_string())))
}

/// Whether what came meets what was asked: in its year, and in every year from which on it must hold;
/// `None` where one of these is not told.
fn met(told: &[(About, f64)], (indicator, place, year): &About, bound: Bound) -> Option<bool> {
    let from = bound.2.from.map_or(*year, |from| from.0.min(*year));
    (from..=*year)
        .map(|year| {
            let mut all = told.iter();
            let (_, came) = all.find(|((i, p, y), _)| (i, p, *y) == (indicator, place, year))?;
            Some(missed_by(bound, *came).is_none())
        })
        .try_fold(true, |all, now| now.map(|now| all && now))
}

/// The value at a share of a forecast, on the line between its quantiles.
fn at(quantiles: &[(f64, f64)], share: f64) -> f64 {
    let near = quantiles.iter().find(|(u, _)| (u - share).abs() < 1e-9);
    near.map_or(f64::NAN, |(_, value)| *value)
}

/// Twice the mean pinball loss over all shares: the CRPS, as far as the quantiles tell.
fn crps(quantiles: &[(f64, f64)], came: f64) -> f64 {
    let loss = |(u, value): (f64, f64)| {
        let miss = came - value;
        2.0 * if miss >= 0.0 {
            u * miss
        } else {
            (u - 1.0) * miss
        }
    };
    let (first, last) = (quantiles[0], quantiles[quantiles.len() - 1]);
    let nodes: Vec<(f64, f64)> = std::iter::once((0.0, first.1))
        .chain(quantiles.iter().copied())
        .chain(std::iter::once((1.0, last.1)))
        .collect();
    nodes
        .windows(2)
        .map(|pair| 0.5 * (loss(pair[0]) + loss(pair[1])) * (pair[1].0 - pair[0].0))
        .sum()
}

/// What came, by what it is held against.
fn counted(put: &PutDown, came: Came) -> Vec<(About, f64)> {
    match came {
        Came::Panel(rows) => {
            let about = |row: &PanelRow| (row.indicator.clone(), row.province.clone(), row.year);
            rows.iter().map(|row| (about(row), row.value)).collect()
        }
        Came::Nation(rows) => rows
            .iter()
            .flat_map(|row| {
                // What the Ministry counts is held against the official count and against what is expected,
                // where they are put down; what is built or lived in the model is never counted.
                let about = |name: &str| (name.to_owned(), "nation".to_owned(), row.year);
                let counts =
                    ["official", "expected"].map(|count| format!("{}_{count}", row.indicator));
                let mut names: Vec<String> = counts
                    .into_iter()
                    .filter(|name| row.scope == "all" && put.quantiles.contains_key(&about(name)))
                    .collect();
                if names.is_empty() {
                    names.push(row.indicator.clone());
                }
                let each = names.iter().map(|name| (about(name), row.value));
                each.collect::<Vec<_>>()
            })
            .collect(),
    }
}

/// Holds what was put down against a table of what came.
fn score(folder: &Path, actuals: &Path) -> Result<(), Failure> {
    let put = put_down_in(folder)?;
    let shown = actuals.display().to_string();
    let text = read(actuals)?;
    let at_fault = |all: &[TableProblem]| {
        Failure::Refused(problem::listed(&back::at_fault(&shown, all.len()), all))
    };
    let came = facts::came(&shown, &text).map_err(|all| at_fault(&all))?;
    let told = counted(&put, came);
    let header = "kind,target,location,year,came,predicted,low,high,score\n";
    let mut table = String::from(header);
    let (mut values, mut inside, mut chances, mut brier) = (0, 0, 0, 0.0);
    let mut said = Vec::new();
    for ((indicator, place, year), came) in &told {
        let about = (indicator.clone(), place.clone(), *year);
        if let Some(quantiles) = put.quantiles.get(&about) {
            let band @ [low, median, high] = [0.1, 0.5, 0.9].map(|u| at(quantiles, u));
            let score = 100.0 * crps(quantiles, *came) / came;
            table += &format!(
                "value,{indicator},{place},{year},{came},{median},{low},{high},{score:.4}\n"
            );
            values += 1;
            inside += usize::from((low..=high).contains(came));
            said.push(words::value(indicator, place, *year, band, *came));
        }
        for (target, bound, chance) in put.chances.get(&about).into_iter().flatten() {
            let Some(met) = met(&told, &about, *bound) else {
                continue;
            };
            let missed = |chance: f64| whole_power(chance - f64::from(u8::from(met)), 2);
            let miss = missed(*chance);
            table += &format!("chance,{target},{place},{year},{came},{chance},,,{miss:.4}\n");
            chances += 1;
            brier += miss;
            said.push(words::chance(target, *year, *chance, met));
            let ways = put.variants.get(&(target.clone(), *year));
            for (way, chance) in ways.into_iter().flatten() {
                let miss = missed(*chance);
                table += &format!(
                    "variant,{target} ({way}),{place},{year},{came},{chance},,,{miss:.4}\n"
                );
                said.push(words::variant(target, *year, way, *chance, met));
            }
        }
    }
    if values == 0 {
        let mut names: Vec<&str> = put.quantiles.keys().map(|(id, _, _)| id.as_str()).collect();
        names.dedup();
        let years = || put.quantiles.keys().map(|(_, _, year)| *year);
        let ends = [years().min(), years().max()].map(|y| y.unwrap_or(0).to_string());
        let examples = &names[..names.len().min(3)];
        return Err(at_fault(&[TableProblem {
            code: "hindcast::nothing-to-score",
            file: shown.clone(),
            line: None,
            column: String::new(),
            message: words::NOTHING.to_owned(),
            help: words::tells_of(examples, (&ends[0], &ends[1])),
        }]));
    }
    let stem = actuals.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("scored-{}.csv", crate::plot::file_name(&stem));
    let path = folder.join(name);
    super::calibrate::put(&path, table.as_bytes(), false)?;
    for line in said {
        screen::answer(&line);
    }
    let mean = brier / f64::from(chances.max(1));
    screen::answer(&words::together(values, inside, chances as usize, mean));
    screen::answer(&path.display().to_string());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_is_judged_by_the_whole_bound() {
        let cells = |all: &'static [(&str, &str)]| {
            move |name: &str| {
                let found = all.iter().find(|(known, _)| *known == name);
                found.map_or("", |(_, cell)| cell)
            }
        };
        let about = |year| ("cover".to_owned(), "nation".to_owned(), year);
        let told = [
            (about(2026), 0.94),
            (about(2027), 0.95),
            (about(2028), 0.97),
        ];
        let holds = |year, bound| met(&told, &about(year), bound);
        let old = bound(cells(&[("direction", "AtLeast"), ("threshold", "0.95")]));
        assert_eq!(holds(2027, old), Some(true));
        let over = bound(cells(&[("direction", "over"), ("threshold", "0.95")]));
        assert_eq!(
            [2027, 2028].map(|y| holds(y, over)),
            [Some(false), Some(true)]
        );
        let band = bound(cells(&[
            ("direction", "between"),
            ("threshold", "0.93"),
            ("threshold_to", "0.96"),
        ]));
        assert_eq!(
            [2027, 2028].map(|y| holds(y, band)),
            [Some(true), Some(false)]
        );
        let on = bound(cells(&[
            ("direction", "at_least"),
            ("threshold", "0.95"),
            ("from_year", "2027"),
        ]));
        assert_eq!(holds(2028, on), Some(true));
        let on = bound(cells(&[
            ("direction", "at_least"),
            ("threshold", "0.95"),
            ("from_year", "2026"),
        ]));
        assert_eq!(holds(2028, on), Some(false));
        let before = bound(cells(&[
            ("direction", "at_least"),
            ("threshold", "0.9"),
            ("from_year", "2025"),
        ]));
        assert_eq!(holds(2026, before), None, "2025 is not told");
    }

    #[test]
    fn the_score_of_a_wide_forecast_is_worse_than_of_a_narrow_one_and_none_is_negative() {
        let of = |spread: f64| -> Vec<(f64, f64)> {
            [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]
                .map(|u| (u, 30.0 + spread * (u - 0.5)))
                .to_vec()
        };
        let (narrow, wide) = (crps(&of(1.0), 30.0), crps(&of(8.0), 30.0));
        assert!(0.0 <= narrow && narrow < wide, "{narrow} {wide}");
        // A point forecast scores its distance.
        assert!((crps(&of(0.0), 33.0) - 3.0).abs() < 1e-12);
    }
}
