//! A budget officer opens the workbook of a run: its sums add up from the cells read back, its cells
//! show what the tables print, and nothing in it reaches outside.

use crate::support::small_run;
use crate::support::small_run::{QUESTION, run};
use crate::support::workbook;
use crate::support::workbook::{Book, Cell, Sheet, parts, shown};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn made(options: &[&str]) -> (tempfile::TempDir, PathBuf, Book) {
    let home = tempfile::tempdir().expect("a folder");
    let options = [&["--replicates", "48", "--no-charts"], options].concat();
    let out = run(home.path(), QUESTION, &options);
    let book = Book::open(&out.join("summary.xlsx"));
    (home, out, book)
}

/// Rows of a table by column name.
fn table(out: &Path, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(out.join(name)).expect("a table");
    let head = reader.headers().expect("a head").clone();
    let row = |line: csv::StringRecord| {
        head.iter()
            .map(String::from)
            .zip(line.iter().map(String::from))
            .collect()
    };
    reader.records().map(|r| row(r.expect("a row"))).collect()
}

/// Whether a cell shows a printed number at the decimals that it shows.
fn shows(cell: &Cell, printed: &str) {
    let exact: f64 = printed.parse().expect("digits");
    let held = cell.number().expect("a number");
    assert!(
        (held - exact).abs() <= 1e-11 * exact.abs().max(1.0),
        "{held} {printed}"
    );
    let text = shown(cell);
    let digits: String = text.chars().filter(|c| !",%".contains(*c)).collect();
    let digits = digits.replace('\u{2212}', "-");
    let seen: f64 = digits.parse().unwrap_or_else(|_| panic!("{text} is shown"));
    let scale = if text.ends_with('%') { 100.0 } else { 1.0 };
    let decimals = digits.split_once('.').map_or(0, |(_, d)| d.len());
    let half = 0.5 * 10f64.powi(-(decimals as i32)) + 1e-9;
    assert!((seen - scale * exact).abs() <= half, "{text} for {printed}");
}

/// Whether a cell shows a chance as pages print it.
fn shows_chance(cell: &Cell, row: &BTreeMap<String, String>) {
    let number = |name: &str| row[name].parse::<f64>().expect("digits");
    let (hits, of) = (number("hits"), number("futures"));
    // A mixture of variants is surer than the variant drawn: no share of whole futures.
    let share = number("probability");
    assert!((share - hits / of).abs() <= 0.5 / of + 1e-9);
    let shown_share = cell.number().expect("a number");
    assert!((shown_share - share).abs() < 1e-9);
    let bound = (300.0 / of).ceil();
    let text = shown(cell);
    if hits == 0.0 {
        assert_eq!(text, format!("<{bound}%"));
    } else if hits == of {
        assert_eq!(text, format!(">{}%", 100.0 - bound));
    } else if share < 0.01 {
        assert_eq!(text, "<1%");
    } else if share > 0.99 {
        assert_eq!(text, ">99%");
    } else {
        let seen: f64 = text.trim_end_matches('%').parse().expect("per cent");
        assert!((seen - 100.0 * share).abs() <= 0.5, "{text} for {share}");
    }
}

/// Works every sum of a sheet out again from the cells read back; how many there were.
fn sums_hold(sheet: &Sheet) -> usize {
    let mut sums = 0;
    for (at, cell) in &sheet.cells {
        let Some(formula) = &cell.formula else {
            continue;
        };
        let inside = formula
            .strip_prefix("SUM(")
            .and_then(|rest| rest.strip_suffix(')'));
        let (from, to) = inside
            .and_then(|range| range.split_once(':'))
            .expect("the sum of a stretch");
        let (from, to) = (workbook::at(from), workbook::at(to));
        let mut sum = 0.0;
        for row in from.0..=to.0 {
            for column in from.1..=to.1 {
                assert_ne!((row, column), *at, "a sum of itself");
                // A year in which nothing was spent has an empty cell.
                let held = sheet.cells.get(&(row, column)).and_then(Cell::number);
                sum += held.unwrap_or(0.0);
            }
        }
        assert_eq!(cell.number(), Some(sum), "{formula} at {at:?}");
        sums += 1;
    }
    sums
}

#[test]
fn every_sum_adds_up_from_its_cells_and_agrees_with_the_table() {
    let (_home, out, book) = made(&["--facilities", "0"]);
    let sheet = book.sheet("Cost by payer and year");
    let sums = sums_hold(sheet);
    assert!(sums > 300, "{sums} sums");

    // Payers, purposes and years are found by their names, and held against the table.
    let years: BTreeMap<u32, String> = (1..sheet.width() - 1)
        .map(|column| (column, shown(&sheet.cells[&(sheet.header(), column)])))
        .collect();
    assert_eq!(years.len(), 10);
    let payers = BTreeMap::from([
        ("Central budget", "Ministry"),
        ("Provincial budgets", "Provincial"),
        ("Hospital revenue (insurance and fees)", "Hospitals"),
        ("Private investors and schools", "Private"),
    ]);
    let costs = table(&out, "costs.csv");
    let spent = |payer: &str, year: Option<&str>, money: &str| -> f64 {
        let mine = costs.iter().filter(|c| {
            (payer.is_empty() || c["payer"] == payer) && year.is_none_or(|y| c["year"] == y)
        });
        mine.map(|c| c[money].parse::<f64>().expect("digits")).sum()
    };
    let near = |a: f64, b: f64| assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{a} {b}");
    let (mut money, mut lines) = ("", BTreeMap::<&str, usize>::new());
    let last = sheet.width() - 1;
    for row in sheet.header() + 1..sheet.height() {
        let Some(name) = sheet.cells.get(&(row, 0)).map(Cell::text) else {
            continue;
        };
        if name.starts_with("At the prices of each year") {
            money = "nominal_mean";
        } else if name.contains("discounted") {
            money = "discounted_mean";
        } else if name.starts_with("At the prices of") {
            money = "constant_mean";
        }
        let of = match name.strip_suffix(", together") {
            Some(payer) => payers[payer],
            None if name == "All payers" => "",
            None if payers.contains_key(name.as_str()) && sheet.cells.contains_key(&(row, 1)) => {
                payers[name.as_str()]
            }
            None => continue,
        };
        for (column, year) in &years {
            let held = sheet.cells[&(row, *column)].number().expect("a sum");
            near(held, spent(of, Some(year), money));
        }
        let all = sheet.cells[&(row, last)].number().expect("a sum");
        near(all, spent(of, None, money));
        *lines.entry(money).or_default() += 1;
    }
    assert_eq!(
        lines.into_values().collect::<Vec<_>>(),
        [9, 9, 9],
        "four payers twice and all of them, in three kinds of money"
    );

    // Every line of the table stands in a cell, and shows it.
    let mut found = 0;
    for line in &costs {
        for money in ["constant_mean", "nominal_mean", "discounted_mean"] {
            let column = years.iter().find(|(_, y)| **y == line["year"]);
            let (column, _) = column.expect("a year");
            let exact: f64 = line[money].parse().expect("digits");
            let same = |c: &&Cell| {
                c.formula.is_none()
                    && c.number()
                        .is_some_and(|v| (v - exact).abs() <= 1e-11 * exact.abs().max(1.0))
            };
            let cell = sheet.column(*column).find(same);
            shows(cell.unwrap_or_else(|| panic!("{line:?}")), &line[money]);
            found += 1;
        }
    }
    assert!(found > 100);
}

/// Holds the targets of a workbook against their table; how many have an answer and how many none.
fn targets_hold(out: &Path, book: &Book) -> (usize, usize) {
    let sheet = book.sheet("Targets");
    let of = |name: &str| sheet.titled(name);
    let rows: BTreeMap<String, u32> = sheet
        .rows_below()
        .map(|row| (sheet.cells[&(row, of("Target id"))].text(), row))
        .collect();
    let (mut answered, mut silent) = (0, 0);
    for line in table(out, "targets.csv") {
        let id = match line["kind"].as_str() {
            "joint" => line["together"].replace(';', "; "),
            _ => line["id"].clone(),
        };
        let row = rows[&id];
        let cell = |name: &str| sheet.cells.get(&(row, of(name)));
        if line["probability"].is_empty() {
            assert!(cell("Chance").is_none(), "{id}");
            assert_eq!(
                cell("Instead of a chance").expect("why").text(),
                line["not_answered"]
            );
            silent += 1;
            continue;
        }
        answered += 1;
        shows_chance(cell("Chance").expect("a chance"), &line);
        for (name, printed) in [
            ("Chance, at least", "low_95"),
            ("Chance, at most", "high_95"),
            ("Chance in its lowest fifth", "driver_low"),
            ("Chance in its highest fifth", "driver_high"),
            ("Mean shortfall", "expected_shortfall"),
            ("Median gap", "median_gap_count"),
            ("Extra a year", "extra_a_year_count"),
            ("Times present growth", "multiple_of_present_flow"),
            ("Half of futures by", "first_met_p50"),
            ("Threshold", "threshold"),
            ("Year", "year"),
            ("Futures that meet it", "hits"),
            ("Futures", "futures"),
        ] {
            match cell(name).filter(|c| c.number().is_some()) {
                Some(cell) => shows(cell, &line[printed]),
                None => assert_eq!(line[printed], "", "{id} {name}"),
            }
        }
    }
    (answered, silent)
}

#[test]
fn a_national_run_says_why_a_target_has_no_answer_and_prints_provinces_side_by_side() {
    let home = tempfile::tempdir().expect("a folder");
    small_run::carecast(home.path())
        .args(["run", "baseline", "--replicates", "16", "--no-charts"])
        .args(["--facilities", "0", "--quiet"])
        .assert()
        .code(0);
    let out = home.path().join("out/baseline");
    let book = Book::open(&out.join("summary.xlsx"));
    let (answered, silent) = targets_hold(&out, &book);
    assert!(answered > 15 && silent > 3, "{answered} {silent}");
    let at = book.sheets.iter().position(|s| s.name == "Provinces");
    let name = format!("xl/worksheets/sheet{}.xml", at.expect("a sheet") + 1);
    let text = &parts(&out.join("summary.xlsx"))[&name].1;
    assert!(
        text.contains("<colBreaks") && text.contains(" scale=\""),
        "on several pages"
    );
}

#[test]
fn targets_show_what_their_table_prints() {
    let (_home, out, book) = made(&["--facilities", "0"]);
    let (answered, _) = targets_hold(&out, &book);
    assert!(answered >= 4, "{answered}");

    let sheet = book.sheet("Targets by year");
    let asked = table(&out, "targets_by_year.csv");
    let mut by_target: BTreeMap<String, Vec<&BTreeMap<String, String>>> = BTreeMap::new();
    for line in &asked {
        by_target
            .entry(line["target"].clone())
            .or_default()
            .push(line);
    }
    let mut compared = 0;
    let rows: Vec<u32> = sheet
        .rows_below()
        .filter(|row| {
            sheet
                .cells
                .get(&(*row, 2))
                .is_some_and(|c| c.number().is_some())
        })
        .collect();
    assert_eq!(rows.len(), by_target.len());
    // The order of both is that of the answers; headlines stand first in it.
    let mut order: Vec<&String> = asked.iter().map(|l| &l["target"]).collect();
    order.dedup();
    for (row, target) in rows.iter().zip(order) {
        for (at, line) in by_target[target].iter().enumerate() {
            shows_chance(&sheet.cells[&(*row, 2 + at as u32)], line);
            compared += 1;
        }
    }
    assert_eq!(compared, asked.len());

    let sheet = book.sheet("Options side by side");
    let headline: Vec<_> = table(&out, "targets.csv")
        .into_iter()
        .filter(|l| l["headline"] == "true" && !l["probability"].is_empty())
        .collect();
    let chances: Vec<&Cell> = sheet
        .column(2)
        .filter(|c| c.number().is_some_and(|v| v <= 1.0))
        .collect();
    assert!(chances.len() >= headline.len() && !headline.is_empty());
    for (cell, line) in chances.iter().zip(&headline) {
        shows_chance(cell, line);
    }
    let all: f64 = table(&out, "costs.csv")
        .iter()
        .map(|c| c["constant_mean"].parse::<f64>().expect("digits"))
        .sum();
    let report = crate::support::page::read(&out, "report");
    let total = sheet.rows_below().find(|row| {
        sheet.cells[&(*row, 0)]
            .text()
            .starts_with("All payers, at the prices of 2024")
    });
    let total = &sheet.cells[&(total.expect("a total"), 2)];
    shows(total, &all.to_string());
    assert!(
        report.contains(&format!("| **{}** |", shown(total))) || report.contains(&shown(total))
    );
}

#[test]
fn provinces_show_what_the_summary_prints() {
    let (_home, out, book) = made(&["--facilities", "0"]);
    let sheet = book.sheet("Provinces");
    let codes: BTreeMap<String, u32> = sheet
        .rows_below()
        .map(|row| (sheet.cells[&(row, sheet.titled("Code"))].text(), row))
        .collect();
    assert_eq!(codes.len(), 4, "the nation and three provinces");
    let summary = table(&out, "summary.csv");
    let chances = table(&out, "province_chances.csv");
    let asked: Vec<(String, String)> = chances
        .iter()
        .map(|l| (l["indicator"].clone(), l["year"].clone()))
        .collect();
    let mut questions: Vec<(String, String)> = Vec::new();
    for (indicator, year) in asked {
        if !questions.iter().any(|(i, _)| *i == indicator) {
            questions.push((indicator.clone(), "2024".into()));
        }
        if !questions.contains(&(indicator.clone(), year.clone())) {
            questions.push((indicator, year));
        }
    }
    assert!(questions.len() >= 4);
    for (code, row) in &codes {
        let mut column = 1;
        for (indicator, year) in &questions {
            let line = summary.iter().find(|l| {
                l["scope"] == *code && l["indicator"] == *indicator && l["year"] == *year
            });
            let line = line.expect("a line");
            let base = year == "2024";
            let printed: &[&str] = if base {
                &["p50"]
            } else {
                &["p50", "p10", "p90"]
            };
            for name in printed {
                shows(&sheet.cells[&(*row, column)], &line[*name]);
                column += 1;
            }
            if !base {
                let chance = chances.iter().find(|l| {
                    l["province"] == *code && l["indicator"] == *indicator && l["year"] == *year
                });
                if let Some(line) = chance {
                    shows_chance(&sheet.cells[&(*row, column)], line);
                } else {
                    assert_eq!(code, "nation");
                }
                column += 1;
            }
        }
    }
}

#[cfg(feature = "parquet")]
#[test]
fn hospitals_show_their_record_and_synthetic_ones_are_marked() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    let (_home, out, book) = made(&["--facilities", "48"]);
    let sheet = book.sheet("Facilities");
    let code = sheet.titled("Code");
    let rows: BTreeMap<String, u32> = sheet
        .rows_below()
        .map(|row| (sheet.cells[&(row, code)].text(), row))
        .collect();
    let file = std::fs::File::open(out.join("facilities.parquet")).expect("the record");
    let reader = SerializedFileReader::new(file).expect("a table");
    let (mut beds, mut hospitals, mut marked) = (0, BTreeSet::new(), 0);
    for record in reader.get_row_iter(None).expect("rows") {
        let record: BTreeMap<String, Field> =
            record.expect("a row").into_columns().into_iter().collect();
        let text = |name: &str| match &record[name] {
            Field::Str(text) => text.clone(),
            other => panic!("{other} is no text"),
        };
        let number = |name: &str| match &record[name] {
            Field::Double(value) => Some(*value),
            _ => None,
        };
        if text("level") == "Commune" {
            assert!(!rows.contains_key(&text("facility")), "a station");
            continue;
        }
        let row = rows[&text("facility")];
        hospitals.insert(text("facility"));
        let synthetic = record["synthetic"] == Field::Bool(true);
        let said = sheet.cells[&(row, sheet.titled("Synthetic"))].text();
        assert_eq!(said, if synthetic { "yes" } else { "no" });
        for column in 0..sheet.width() {
            let filled = sheet.cells[&(row, column)].fill.is_some();
            assert_eq!(filled, synthetic, "{} column {column}", text("facility"));
            marked += usize::from(filled);
        }
        let Field::Int(year) = record["year"] else {
            panic!("a year");
        };
        for (name, printed) in [("Beds", "beds_p50"), ("Occupancy", "occupancy_p50")] {
            let Some(column) = sheet.find(&format!("{name}, {year}")) else {
                continue;
            };
            match number(printed) {
                Some(value) => shows(&sheet.cells[&(row, column)], &value.to_string()),
                None => assert_eq!(sheet.cells[&(row, column)].number(), None),
            }
            beds += 1;
        }
    }
    assert_eq!(hospitals.len(), rows.len());
    assert!(beds > 30 && marked > 0, "{beds} {marked}");
}

/// Whether the dictionary explains every column of every sheet; what it explains.
fn explained(book: &Book, but: &[&str]) -> BTreeSet<(String, String)> {
    let dictionary = book.sheet("Dictionary");
    let known: BTreeSet<(String, String)> = dictionary
        .rows_below()
        .map(|row| {
            let text = |column| dictionary.cells[&(row, column)].text();
            assert!(!text(3).is_empty());
            (text(0), text(1))
        })
        .collect();
    for sheet in &book.sheets {
        let name = sheet.name.as_str();
        if but.contains(&name) {
            continue;
        }
        for column in 0..sheet.width() {
            let title = sheet.cells[&(sheet.header(), column)].text();
            let stem = title
                .rsplit_once(", 20")
                .map_or(title.as_str(), |(stem, _)| stem);
            let stem = match (name, column) {
                (_, _) if title.parse::<u32>().is_ok() => "One column for each year",
                ("Options side by side", 2) if title == "baseline" => "The option by name",
                _ => stem,
            };
            let explained = known.contains(&(name.to_owned(), stem.to_owned()));
            assert!(explained, "{name}: {title}");
        }
    }
    known
}

#[test]
fn assumptions_stand_with_the_weakest_first_and_every_column_is_explained() {
    let (_home, out, book) = made(&["--facilities", "8"]);
    let sheet = book.sheet("Assumptions");
    let lines = table(&out, "assumptions.csv");
    let rows: Vec<u32> = sheet.rows_below().collect();
    assert_eq!(rows.len(), lines.len());
    let grades: Vec<String> = rows.iter().map(|r| sheet.cells[&(*r, 0)].text()).collect();
    let mut sorted = grades.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    assert_eq!(grades, sorted, "E first");
    for (row, grade) in rows.iter().zip(&grades) {
        let id = sheet.cells[&(*row, sheet.titled("Assumption"))].text();
        let line = lines.iter().find(|l| l["id"] == id).expect("a line");
        assert_eq!(*grade, line["grade"]);
        assert_eq!(sheet.cells[&(*row, 0)].fill.is_some(), grade == "E");
        let same = |name: &str, printed: &str| {
            let cell = sheet.cells.get(&(*row, sheet.titled(name)));
            assert_eq!(
                cell.map(Cell::text).unwrap_or_default(),
                line[printed],
                "{id}"
            );
        };
        same("Meaning", "meaning");
        same("Unit", "unit");
        same("Source", "source_id");
        same("Reason", "reason");
        for (name, printed) in [("Range from", "range_low"), ("Range to", "range_high")] {
            if !line[printed].is_empty() {
                shows(&sheet.cells[&(*row, sheet.titled(name))], &line[printed]);
            }
        }
    }

    let known = explained(&book, &["Read me", "Dictionary"]);
    let indicators: BTreeSet<String> = table(&out, "summary.csv")
        .iter()
        .map(|l| l["indicator"].clone())
        .collect();
    for id in indicators {
        let named = |(place, name): &(String, String)| {
            place == "Indicator" && name.ends_with(&format!("({id})"))
        };
        assert!(known.iter().any(named), "{id}");
    }
}

#[test]
fn nothing_in_it_reaches_outside_or_knows_the_time() {
    let (_home, out, book) = made(&["--facilities", "0"]);
    let parts = parts(&out.join("summary.xlsx"));
    for (name, (time, text)) in &parts {
        assert_eq!(time, "1980-01-01 00:00:00", "{name}");
        assert!(
            !name.contains("vba") && !name.contains("external"),
            "{name}"
        );
        assert!(!text.contains("TargetMode=\"External\""), "{name}");
        for (at, _) in text.match_indices("http") {
            let address = &text[at..text.len().min(at + 60)];
            let namespace = ["schemas.openxmlformats.org", "purl.org", "www.w3.org"]
                .iter()
                .any(|known| address.contains(known))
                || address.contains("schemas.microsoft.com");
            assert!(namespace, "{name}: {address}");
        }
    }
    let said = &parts["docProps/core.xml"].1;
    assert!(said.contains("2000-01-01T00:00:00Z"), "{said}");
    // The answer opens; the sheet that lists the others stands behind it.
    let read_me = &parts["xl/worksheets/sheet2.xml"].1;
    let links: Vec<&str> = read_me
        .split("location=\"'")
        .skip(1)
        .filter_map(|rest| rest.split('\'').next())
        .collect();
    let names: Vec<&str> = book.sheets.iter().map(|s| s.name.as_str()).collect();
    let others: Vec<&str> = names.iter().copied().filter(|n| *n != "Read me").collect();
    assert_eq!(links, others, "every other sheet is listed");
    let charts: Vec<&String> = parts
        .iter()
        .filter(|(name, _)| name.starts_with("xl/charts/chart"))
        .map(|(_, (_, text))| text)
        .collect();
    assert_eq!(charts.len(), 2);
    for (chart, sheet) in charts
        .iter()
        .zip(["Targets by year", "Cost by payer and year"])
    {
        assert!(chart.contains(&format!("<c:f>'{sheet}'!")), "{sheet}");
    }
}

#[test]
fn sheets_are_ready_to_be_read_and_printed() {
    let (_home, out, book) = made(&["--facilities", "8"]);
    let parts = parts(&out.join("summary.xlsx"));
    let names = &parts["xl/workbook.xml"].1;
    for (at, sheet) in book.sheets.iter().enumerate() {
        let text = &parts[&format!("xl/worksheets/sheet{}.xml", at + 1)].1;
        assert!(text.contains("orientation=\"landscape\""), "{}", sheet.name);
        assert!(text.contains("fitToHeight=\"0\""), "{}", sheet.name);
        let area =
            |kind: &str| names.contains(&format!("name=\"_xlnm.{kind}\" localSheetId=\"{at}\""));
        assert!(area("Print_Area"), "{}", sheet.name);
        if sheet.name != "Read me" {
            assert!(text.contains("state=\"frozen\""), "{}", sheet.name);
            assert!(area("Print_Titles"), "{}", sheet.name);
        }
    }
    let letters: String = book
        .sheets
        .iter()
        .flat_map(|s| s.cells.values().map(Cell::text))
        .collect();
    assert!(!letters.contains("NaN") && !letters.contains("#N"));
}

#[test]
fn a_comparison_shows_what_its_tables_print() {
    let home = tempfile::tempdir().expect("a folder");
    let money = |times: f64| {
        format!(
            "(id: \"more\", do: Investment(amount: Multiple({times}), money: Disbursed, split: (new_beds: Rest), allocation: Gap), from: 2026, to: 2030, payer: Provincial)"
        )
    };
    for (name, policies) in [
        ("nothing", String::new()),
        ("more", money(2.0)),
        ("much", money(4.0)),
    ] {
        let text = format!(
            "(title: \"Plan {name}\", base: \"here\", years: (first: 2025, last: 2030), replicates: 64, seed: 5, policies: [{policies}])"
        );
        std::fs::write(home.path().join(format!("{name}.ron")), text).expect("written");
    }
    small_run::carecast(home.path())
        .args(["compare", "nothing.ron", "more.ron", "much.ron"])
        .args(["--no-charts", "--quiet", "--base"])
        .arg(small_run::base())
        .assert()
        .code(0);
    let out = home.path().join("out/compare");
    let book = Book::open(&out.join("summary.xlsx"));
    let options = ["nothing", "more", "much"];
    let scaled = |printed: &str, by: f64| {
        let value: f64 = printed.parse().expect("digits");
        (by * value).to_string()
    };

    // Options side by side: every question in the order of its table within its kind.
    let sheet = book.sheet("Options side by side");
    let lines = table(&out, "differences.csv");
    let rank = |l: &BTreeMap<String, String>| match (l["kind"].as_str(), l["headline"].as_str()) {
        ("target", "yes") => 0,
        ("target", _) => 1,
        _ => 2,
    };
    let mut questions: Vec<&BTreeMap<String, String>> =
        lines.iter().filter(|l| l["option"] == "nothing").collect();
    questions.sort_by_key(|l| rank(l));
    let rows: Vec<u32> = sheet
        .rows_below()
        .filter(|row| {
            sheet
                .cells
                .get(&(*row, 1))
                .is_some_and(|c| !c.text().is_empty())
        })
        .collect();
    assert!(questions.len() > 5 && rows.len() > questions.len() + 5);
    let mut changed = 0;
    for (row, question) in rows.iter().zip(&questions) {
        for (at, option) in options.iter().enumerate() {
            let line = lines
                .iter()
                .find(|l| l["question"] == question["question"] && l["option"] == *option)
                .expect("a line");
            let first = match at {
                0 => 2,
                at => 3 + 5 * (at as u32 - 1),
            };
            let cell = |column: u32| &sheet.cells[&(*row, column)];
            if line["value"].is_empty() {
                assert_eq!(cell(first).number(), None);
                continue;
            }
            let held = cell(first).number().expect("a figure");
            let printed: f64 = line["value"].parse().expect("digits");
            assert!(
                (held - printed).abs() <= 1e-9 * printed.abs().max(1.0),
                "{line:?}"
            );
            if line["kind"] == "value" {
                shows(cell(first), &line["value"]);
            }
            if line["difference"].is_empty() {
                continue;
            }
            let points = line["kind"] == "target" || line["unit"] == "fraction";
            let by = if points { 100.0 } else { 1.0 };
            for (at, name) in ["difference", "low", "high"].iter().enumerate() {
                shows(cell(first + 1 + at as u32), &scaled(&line[*name], by));
            }
            let said = cell(first + 4).text();
            let verdict = line["verdict"].replace('_', " ");
            assert!(said.contains(&verdict), "{said} {verdict}");
            changed += 1;
        }
    }
    assert_eq!(changed, 2 * questions.len());

    // Costs: sums hold, and the sections are those of the table.
    let sheet = book.sheet("Cost by payer and year");
    assert!(sums_hold(sheet) > 200);
    let costs = table(&out, "costs.csv");
    let last = sheet.width() - 1;
    let totals: Vec<f64> = sheet
        .rows_below()
        .filter(|row| sheet.cells[&(*row, 0)].text() == "All payers")
        .map(|row| sheet.cells[&(row, last)].number().expect("a sum"))
        .collect();
    let printed = |option: &str, column: &str| -> f64 {
        let line = costs.iter().find(|l| {
            l["option"] == option
                && l["payer"] == "all"
                && l["purpose"] == "all"
                && l["year"] == "all"
        });
        line.expect("a line")[column].parse().expect("digits")
    };
    let expected = [
        printed("nothing", "constant"),
        printed("more", "constant"),
        printed("more", "constant_difference"),
        printed("much", "constant"),
        printed("much", "constant_difference"),
    ];
    assert_eq!(totals.len(), expected.len());
    for (held, printed) in totals.iter().zip(expected) {
        assert!(
            (held - printed).abs() <= 1e-7 * printed.abs().max(1.0),
            "{held} {printed}"
        );
    }

    // What a gain costs, and what changes in each province: the tables row by row.
    let by_row = |sheet: &Sheet, name: &str, columns: &[(u32, &str, bool)]| {
        let lines = table(&out, name);
        let rows: Vec<u32> = sheet.rows_below().collect();
        assert_eq!(rows.len(), lines.len(), "{name}");
        assert!(!rows.is_empty(), "{name}");
        for (row, line) in rows.iter().zip(&lines) {
            let points = line.get("unit").is_some_and(|unit| unit == "fraction");
            for (column, printed, change) in columns {
                let cell = sheet.cells.get(&(*row, *column));
                match line[*printed].as_str() {
                    "" => assert!(cell.is_none_or(|c| c.number().is_none()), "{line:?}"),
                    text => {
                        let by = if points && *change { 100.0 } else { 1.0 };
                        shows(cell.expect("a figure"), &scaled(text, by));
                    }
                }
            }
        }
    };
    let prices = [
        (3, "discounted_cost_to_year", true),
        (4, "discounted_cost_to_year_low", true),
        (5, "discounted_cost_to_year_high", true),
        (6, "gained", true),
        (7, "gained_low", true),
        (8, "gained_high", true),
        (9, "price", true),
        (10, "price_low", true),
        (11, "price_high", true),
    ];
    by_row(
        book.sheet("What a gain costs"),
        "cost_effectiveness.csv",
        &prices,
    );
    let provinces = [
        (4, "reference_value", false),
        (5, "value", false),
        (6, "difference", true),
        (7, "low", true),
        (8, "high", true),
        (10, "helped", false),
        (11, "harmed", false),
        (12, "unchanged", false),
    ];
    by_row(book.sheet("Provinces"), "provinces.csv", &provinces);

    let parts = parts(&out.join("summary.xlsx"));
    assert!(parts.keys().any(|name| name.starts_with("xl/charts/chart")));
    assert!(
        !parts
            .values()
            .any(|(_, text)| text.contains("TargetMode=\"External\""))
    );
    explained(&book, &["Read me", "Dictionary"]);
}

/// A question whose decision costs money.
const BEDS: &str = r#"(
    title: "Money for beds", base: "viet-nam", years: (first: 2025, last: 2030), seed: 3,
    policies: [
        (id: "money", do: Investment(amount: Level(100), money: Disbursed,
            split: (new_beds: Share(0.8), equipment: Rest)), from: 2026, to: 2029, payer: Provincial),
    ],
    targets: Only([(indicator: "beds_per_10k", at_least: 30, by: 2030)]),
)"#;

#[test]
fn the_workbook_of_a_sweep_holds_its_points_and_its_sums_follow_their_cells() {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::write(home.path().join("beds.ron"), BEDS).expect("written");
    let sweep = |out: &str| {
        small_run::carecast(home.path())
            .args(["sweep", "beds.ron", "--quiet", "--replicates", "48"])
            .args(["--over", "money.level=0,200,400", "--no-charts"])
            .args(["--over", "post.match=0.8,0.9", "--out", out, "--base"])
            .arg(small_run::base())
            .assert()
            .code(0);
        home.path().join(out).join("beds-sweep")
    };
    let (out, again) = (sweep("one"), sweep("two"));
    let bytes = |out: &Path| std::fs::read(out.join("summary.xlsx")).expect("a workbook");
    assert!(bytes(&out) == bytes(&again), "equal sweeps, equal bytes");
    let book = Book::open(&out.join("summary.xlsx"));
    let rows = table(&out, "sweep.csv");
    assert_eq!(rows.len(), 6);
    let held = |row: &BTreeMap<String, String>, start: &str| -> f64 {
        let cell = row.iter().find(|(name, _)| name.starts_with(start));
        let (_, cell) = cell.unwrap_or_else(|| panic!("{start} in {row:?}"));
        cell.parse().expect("digits")
    };
    let near = |a: Option<f64>, b: f64| {
        let a = a.expect("a number");
        assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{a} {b}");
    };
    let number = |sheet: &Sheet, row: u32, column: u32| {
        sheet.cells.get(&(row, column)).and_then(Cell::number)
    };

    let points = book.sheet("Options side by side");
    assert_eq!(points.rows_below().count(), rows.len());
    for (row, point) in points.rows_below().zip(&rows) {
        near(number(points, row, 0), held(point, "money.amount"));
        near(number(points, row, 1), held(point, "post.match"));
        near(number(points, row, 2), held(point, "futures"));
        near(number(points, row, 3), held(point, "chance of"));
        near(
            number(points, row, points.width() - 1),
            held(point, "cost ("),
        );
    }
    let costs = book.sheet("Cost by payer and year");
    assert_eq!(sums_hold(costs), rows.len());
    for (row, point) in (costs.header() + 1..).zip(&rows) {
        near(number(costs, row, 2), held(point, "cost to Ministry"));
        near(number(costs, row, costs.width() - 1), held(point, "cost ("));
    }
    let surface = book.sheet("Chances over one number");
    let first = surface.header() + 1;
    for (at, line) in [0.8, 0.9].into_iter().enumerate() {
        let wanted = rows.iter().filter(|p| held(p, "post.match") == line);
        for (column, point) in (2..).zip(wanted) {
            near(
                number(surface, first + at as u32, column),
                held(point, "chance of"),
            );
        }
    }
    assert!(book.sheet("Assumptions").rows_below().count() > 50);
    assert!(book.sheet("Varied numbers").rows_below().count() == 2);
}
