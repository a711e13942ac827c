//! Documents set targets: each usable one becomes a row in our ids and units, the same target told
//! by two sources becomes one row with both, and what cannot be used is kept with the reason.

use super::sheet::{Line, plain, write};
use super::{DeriveError, Ground};
use std::collections::BTreeMap;

const HEADER: [&str; 12] = [
    "id",
    "indicator",
    "scope",
    "year",
    "threshold",
    "direction",
    "document",
    "status",
    "borders",
    "source_id",
    "grade",
    "note",
];
const NOT_USED: [&str; 7] = [
    "scope",
    "indicator",
    "year",
    "value",
    "document",
    "reason",
    "source_id",
];

/// Rows in the order of place, year, indicator and id.
type Rows = BTreeMap<(usize, i64, usize, String), Vec<String>>;

/// A row of one of the three lists, in the same words.
struct Printed<'a> {
    scope: String,
    indicator: &'a str,
    year: &'a str,
    value: &'a str,
    direction: &'a str,
    document: &'a str,
    source: &'a str,
    grade: &'a str,
    note: &'a str,
}

/// Makes `targets.csv`, `marks.csv` of those whose year is over, and `targets_not_used.csv`.
pub fn targets(ground: &Ground<'_>) -> Result<[String; 3], DeriveError> {
    let indicators = ground.input("target_indicators.csv")?;
    let documents = ground.input("target_documents.csv")?;
    let country = ground.table("country.csv")?;
    let provinces = ground.table("provinces.csv")?;
    let base: i64 = country
        .find("key", "base_year")
        .ok_or_else(|| DeriveError("country.csv has no base_year".into()))?
        .number("value")? as i64;
    let lists = [
        ground.input("targets.csv")?,
        ground.input("plan_documents.csv")?,
        ground.input("provincial_targets.csv")?,
    ];
    let mut rank: BTreeMap<String, usize> = BTreeMap::from([("nation".to_owned(), 0)]);
    for (at, province) in provinces.rows.iter().enumerate() {
        rank.insert(province.text("code").to_owned(), at + 1);
    }
    let order: Vec<&str> = indicators
        .rows
        .iter()
        .map(|r| r.text("indicator"))
        .collect();

    let (mut used, mut over) = (Rows::new(), Rows::new());
    let mut refused: Vec<Vec<String>> = Vec::new();
    for printed in lists.iter().flat_map(|list| &list.rows).map(printed) {
        let word = indicators.find("printed", printed.indicator);
        let known = documents.find("printed", printed.document);
        let unusable = refusal(&printed, word, &rank);
        let year = printed.year.parse::<i64>();
        let past = unusable.is_none() && year.is_ok_and(|year| year <= base);
        let reason = match past {
            true => Some(format!("its year is over: {base} is observed")),
            false => unusable.clone().or_else(|| {
                let said = "its document has no standing in inputs/target_documents.csv";
                known.is_none().then(|| said.to_owned())
            }),
        };
        if let Some(reason) = &reason {
            refused.push(vec![
                printed.scope.clone(),
                printed.indicator.to_owned(),
                printed.year.to_owned(),
                printed.value.to_owned(),
                printed.document.to_owned(),
                reason.clone(),
                printed.source.to_owned(),
            ]);
        }
        let (Some(word), Some(document), None) = (word, known, &unusable) else {
            continue;
        };
        let used = if past { &mut over } else { &mut used };
        let year: i64 = printed.year.parse().expect("checked: a whole year");
        let threshold = if word.text("threshold").is_empty() {
            printed.value.parse::<f64>().expect("checked: a number") * word.number("scale")?
        } else {
            word.number("threshold")?
        };
        let indicator = word.text("indicator");
        let key = document.text("key");
        let vision = document
            .text("vision_from")
            .parse::<i64>()
            .is_ok_and(|from| year >= from);
        let status = if vision {
            "vision"
        } else {
            document.text("status")
        };
        let direction = if ["below", "at most"].contains(&printed.direction) {
            "at_most"
        } else {
            "at_least"
        };
        let id = format!("{indicator}/{}/{year}/{key}", printed.scope);
        let place = (
            rank[&printed.scope],
            year,
            order.iter().position(|i| *i == indicator).unwrap_or(0),
            id.clone(),
        );
        let threshold = plain(threshold, 6);
        if let Some(row) = used.get_mut(&place) {
            if row[4] != threshold || row[5] != direction {
                return Err(DeriveError(format!(
                    "`{id}` is told with {} and with {threshold}",
                    row[4]
                )));
            }
            for source in printed.source.split(';') {
                if !row[9].split(';').any(|known| known == source) {
                    row[9] = format!("{};{source}", row[9]);
                }
            }
            row[10] = row[10].clone().min(printed.grade.to_owned());
            if row[11].is_empty() {
                row[11] = printed.note.to_owned();
            }
            continue;
        }
        used.insert(
            place,
            vec![
                id,
                indicator.to_owned(),
                printed.scope.clone(),
                year.to_string(),
                threshold,
                direction.to_owned(),
                document.text("document").to_owned(),
                status.to_owned(),
                document.text("borders").to_owned(),
                printed.source.to_owned(),
                printed.grade.to_owned(),
                printed.note.to_owned(),
            ],
        );
    }
    Ok([
        write(&HEADER, used.into_values()),
        write(&HEADER, over.into_values()),
        write(&NOT_USED, refused),
    ])
}

/// Brings the three lists to the same words.
fn printed(row: &Line) -> Printed<'_> {
    let first = |columns: &[&str]| -> String {
        columns
            .iter()
            .map(|c| row.text(c))
            .find(|t| !t.is_empty())
            .unwrap_or("")
            .to_owned()
    };
    let scope = match first(&["scope", "province_slug", "level"]).as_str() {
        "national" | "commune" | "provincial" | "regional" => "nation".to_owned(),
        other => match other.strip_prefix("province:") {
            Some(_) => row.text("scope_code").to_owned(),
            None => other.to_owned(),
        },
    };
    let pick = |a: &'static str, b: &'static str| {
        if row.text(a).is_empty() {
            row.text(b)
        } else {
            row.text(a)
        }
    };
    Printed {
        scope,
        indicator: row.text("indicator"),
        year: pick("year", "target_year"),
        value: row.text("value"),
        direction: pick("direction", "operator"),
        document: row.text("document"),
        source: row.text("source_id"),
        grade: if row.text("grade").is_empty() {
            "B"
        } else {
            row.text("grade")
        },
        note: row.text("note"),
    }
}

/// Why a row cannot be used, if it cannot.
fn refusal(
    printed: &Printed<'_>,
    word: Option<&Line>,
    rank: &BTreeMap<String, usize>,
) -> Option<String> {
    if printed.direction == "observed" {
        return Some("an observed value, not a target".into());
    }
    match word {
        None => return Some("indicator not known".into()),
        Some(word) if word.text("indicator").is_empty() => {
            return Some(word.text("reason").to_owned());
        }
        Some(_) => {}
    }
    if printed.value == "not found" {
        return Some("no number found".into());
    }
    if printed.value.parse::<f64>().is_err() {
        return Some("a range, or no single number".into());
    }
    if printed.year.parse::<i64>().is_err() {
        return Some("a span of years, not the end of one".into());
    }
    if !rank.contains_key(&printed.scope) {
        return Some("its scope is not the nation, a region or a province".into());
    }
    None
}
