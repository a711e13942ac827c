//! What was published, and when: rows of the tables of the past, each with its source, grade, year of
//! publication and place in its file.

mod read;
mod rows;

pub use read::{At, Sited};
pub use rows::{GraduateRow, NationRow, OriginRow, PanelRow, PastTargetRow};

use super::Year;
use crate::base::TableProblem;
use crate::messages::base as messages;
use std::sync::OnceLock;

/// Code of the base of the country whose past this is.
pub const COUNTRY: &str = "viet-nam";

/// The table of targets of 2025 as last seen from earlier years.
pub const TABLE_OF_MARKS: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/assets/hindcast/seen.csv"
));

/// Every table of the past, read and checked once.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Province, indicator, year: provincial departments, 2002-2013 (population from 1995).
    pub panel: Vec<Sited<PanelRow>>,
    /// The nation by scope: state 1995-2013, the Ministry's points 2018-2025.
    pub nation: Vec<Sited<NationRow>>,
    /// National points that serve the outside view only; no law is fitted on them.
    pub reference: Vec<Sited<NationRow>>,
    /// What an assumption or a rule was at an origin.
    pub origins: Vec<Sited<OriginRow>>,
    /// Graduates a year by occupation.
    pub graduates: Vec<Sited<GraduateRow>>,
    /// Targets of the past and what came of them.
    pub targets: Vec<Sited<PastTargetRow>>,
}

macro_rules! table {
    ($name:literal, $columns:ident, $of:ident) => {
        read::table(
            $name,
            concat!("assets/hindcast/", $name),
            include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/assets/hindcast/",
                $name
            )),
            rows::$columns,
            rows::$of,
        )
        .expect("tested: the built-in tables of the past have no mistake")
    };
}

impl Facts {
    /// The tables that the program carries.
    pub fn built_in() -> &'static Facts {
        static BUILT_IN: OnceLock<Facts> = OnceLock::new();
        BUILT_IN.get_or_init(|| Facts {
            panel: table!("actual_panel34.csv", PANEL, panel),
            nation: table!("actual_national.csv", NATION, nation),
            reference: table!("later_points.csv", NATION, nation),
            origins: table!("origin_laws.csv", ORIGINS, origin),
            graduates: table!("graduates.csv", GRADUATES, graduates),
            targets: table!("targets_past.csv", TARGETS, target),
        })
    }

    /// The panel and the nation as far as this year, as `calibrate` wants them.
    pub fn until(&self, origin: Year) -> (Vec<Sited<PanelRow>>, Vec<Sited<NationRow>>) {
        let panel = self.panel.iter().filter(|row| row.year <= origin);
        let nation = self.nation.iter().filter(|row| row.year <= origin);
        (panel.cloned().collect(), nation.cloned().collect())
    }

    /// The published national value of one indicator, scope and year.
    #[cfg(any(test, feature = "internals"))]
    pub fn national(&self, indicator: &str, scope: &str, year: Year) -> Option<&Sited<NationRow>> {
        self.nation
            .iter()
            .find(|row| row.indicator == indicator && row.scope == scope && row.year == year)
    }

    /// Rows of an origin that a forecaster did not have: published more than a year after it.
    pub fn not_known_then(&self, origin: Year) -> Vec<&Sited<OriginRow>> {
        self.published_after(origin, origin + 1)
    }

    /// Rows of an origin that were published after the year `known_by`.
    pub fn published_after(&self, origin: Year, known_by: Year) -> Vec<&Sited<OriginRow>> {
        self.origins
            .iter()
            .filter(|row| row.origin == origin && row.published > known_by)
            .collect()
    }
}

/// What came, as somebody else wrote it down.
#[derive(Clone, Debug)]
pub enum Came {
    /// Rows of provinces, in the columns of `actual_panel34.csv`.
    Panel(Vec<Sited<PanelRow>>),
    /// Rows of the nation, in the columns of `actual_national.csv`.
    Nation(Vec<Sited<NationRow>>),
}

/// Reads what came from a table of one's own; `shown` is the file as the user knows it. A table with
/// the column `province` tells of provinces, any other of the nation.
///
/// # Errors
/// Everything that is wrong with it.
pub fn came(shown: &str, text: &str) -> Result<Came, Vec<TableProblem>> {
    let header = text.lines().next().unwrap_or_default();
    let of_provinces = header
        .trim_start_matches('\u{feff}')
        .split(',')
        .any(|column| column.trim().trim_matches('"') == "province");
    match of_provinces {
        true => read::table("actual_panel34.csv", shown, text, rows::PANEL, rows::panel)
            .and_then(|rows| {
                once(rows, |row| {
                    (row.province.clone(), row.indicator.clone(), row.year)
                })
            })
            .map(Came::Panel),
        false => read::table(
            "actual_national.csv",
            shown,
            text,
            rows::NATION,
            rows::nation,
        )
        .and_then(|rows| {
            once(rows, |row| {
                (row.scope.clone(), row.indicator.clone(), row.year)
            })
        })
        .map(Came::Nation),
    }
}

/// Rows of which no two tell of the same place, indicator and year.
fn once<T>(
    rows: Vec<Sited<T>>,
    about: fn(&T) -> (String, String, Year),
) -> Result<Vec<Sited<T>>, Vec<TableProblem>> {
    let mut first = std::collections::BTreeMap::new();
    let mut problems = Vec::new();
    for row in &rows {
        let told = about(&row.row);
        match first.get(&told) {
            None => {
                first.insert(told, row.at.line);
            }
            Some(line) => {
                let said = messages::told_twice(&told.1, &told.0, told.2, line);
                problems.push(row.at.problem("year", "hindcast::told-twice", said));
            }
        }
    }
    if problems.is_empty() {
        Ok(rows)
    } else {
        Err(problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Grade;

    #[test]
    fn the_tables_are_read_whole_with_their_sources() {
        let facts = Facts::built_in();
        assert_eq!(facts.panel.len(), 5_232);
        assert_eq!(facts.nation.len(), 274);
        assert_eq!(facts.origins.len(), 209);
        let hanoi = facts
            .panel
            .iter()
            .find(|row| {
                row.province == "ha-noi" && row.indicator == "population" && row.year == 2008
            })
            .unwrap();
        assert_eq!(
            (hanoi.source_id.as_str(), hanoi.grade, hanoi.published),
            ("GSO2018", Grade::A, 2009)
        );
    }

    #[test]
    fn nothing_after_the_origin_is_handed_on() {
        let (panel, nation) = Facts::built_in().until(2008);
        assert!(panel.iter().all(|row| row.year <= 2008));
        assert!(nation.iter().all(|row| row.year <= 2008));
        assert!(panel.len() > 1_000 && nation.len() > 100);
    }

    #[test]
    fn what_a_forecaster_did_not_have_is_listed() {
        let late = Facts::built_in().not_known_then(2020);
        assert!(late.iter().any(|row| row.id == "base.beds_per_10k"));
        assert!(late.iter().all(|row| row.published > 2021));
    }

    #[test]
    fn a_row_of_an_origin_whose_date_is_shifted_is_refused() {
        let read = |row: &str| {
            let text = format!("{}\n{row}\n", rows::ORIGINS.join(","));
            read::table("o.csv", "o.csv", &text, rows::ORIGINS, rows::origin)
        };
        assert!(read("2018,a,fixed,,1.0,,S,A,2019,yes,").is_ok());
        assert!(read("2018,a,fixed,,1.0,,S,A,2020,no,").is_ok());
        for shifted in [
            "2018,a,fixed,,1.0,,S,A,2020,yes,",
            "2018,a,fixed,,1.0,,S,A,2019,no,",
        ] {
            let problem = &read(shifted).unwrap_err()[0];
            assert_eq!(problem.code, "hindcast::wrong-mark");
            assert_eq!(
                (problem.line, problem.column.as_str()),
                (Some(2), "known_then")
            );
        }
    }

    const HEADER: &str =
        "indicator,year,value,unit,scope,source_id,grade,published,vintage,published_note,note\n";

    #[test]
    fn every_mistake_of_a_table_is_told_with_line_column_and_way_out() {
        let body = "x,2001,abc,u,state,S,A,2002,,,\n\
                    x,201,1.5,u,state,S,A,2002,,,\n\
                    x,2002,1.5,u,state,S,F,2003,,,\n\
                    x,2003,-1.5,u,state,S,A,2004,,,\n\
                    x,2004,1.5,u,state,S,A,2000,,,\n\
                    x,2005,1.5,u,state,,A,2006,,,\n\
                    x,2006,1.5\n";
        let problems = came("mine.csv", &format!("{HEADER}{body}")).unwrap_err();
        let told: Vec<(u64, &str)> = problems
            .iter()
            .map(|problem| (problem.line.unwrap(), problem.column.as_str()))
            .collect();
        for place in [
            (2, "value"),
            (3, "year"),
            (4, "grade"),
            (5, "value"),
            (6, "published"),
            (7, "source_id"),
            (8, ""),
        ] {
            assert!(told.contains(&place), "{place:?}: {told:?}");
        }
        assert!(
            problems
                .iter()
                .all(|problem| problem.file == "mine.csv" && !problem.help.is_empty())
        );
    }

    #[test]
    fn a_missing_column_and_an_empty_table_are_told() {
        let problems = came("mine.csv", "province,indicator,year\nhue,beds,2014\n").unwrap_err();
        assert!(
            problems
                .iter()
                .any(|problem| problem.column == "value" && problem.code == "base::missing-column")
        );
        let problems = came("mine.csv", HEADER).unwrap_err();
        assert!(problems[0].help.contains("indicator,year"), "{problems:?}");
    }

    #[test]
    fn a_figure_told_twice_is_told() {
        let row = "x,2001,1,u,state,S,A,2002,,,\n";
        let problems = came("mine.csv", &format!("{HEADER}{row}{row}")).unwrap_err();
        assert_eq!(problems[0].code, "hindcast::told-twice");
        assert_eq!(problems[0].line, Some(3));
        assert!(problems[0].message.contains("line 2"), "{problems:?}");
    }
}
