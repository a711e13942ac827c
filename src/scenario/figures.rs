//! Figures that the asker knows better than the base: as written in a scenario or in a table beside it.

use crate::base::Grade;
use crate::diagnostic::{Problem, Problems};
use crate::messages::base as tables;
use crate::messages::scenario::figures as messages;
use crate::shape::shaped;
use crate::source::Spanned;
use serde::Serialize;
use std::ops::Range;

shaped! {
    /// `(what: "doctors", of: "hung-yen", value: 3882, source: "...", grade: B)`.
    #[derive(PartialEq, Serialize)]
    #[name("Figure")]
    pub struct FigureWritten {
        /// what it is a figure of: beds, the plural of an occupation, an indicator that is followed, or
        /// a price by the id of its assumption
        pub what: Spanned<String>,
        /// code of the province, or of the hospital whose beds it tells; left out of a price
        #[default]
        #[unless("Option::is_none")]
        pub of: Option<Spanned<String>>,
        /// people, beds, a fraction where a share is followed, or money in the base's currency
        pub value: Spanned<f64>,
        /// low end of the range in which 80 of 100 futures lie; a figure without a range holds in every
        /// future
        #[default]
        #[unless("Option::is_none")]
        pub low: Option<Spanned<f64>>,
        /// high end of that range
        #[default]
        #[unless("Option::is_none")]
        pub high: Option<Spanned<f64>>,
        /// where it comes from: author, title, year, table
        pub source: Spanned<String>,
        /// how good it is: A official, B press quoting officials, C secondary, D derived, E assumed
        pub grade: Spanned<Grade>,
        /// why it is better than the base's; needed for grade E
        #[default]
        #[unless("Option::is_none")]
        pub reason: Option<Spanned<String>>,
    }
}

impl FigureWritten {
    /// What it is about: two figures about one thing contradict each other.
    pub fn about(&self) -> (&str, &str) {
        let of = self.of.as_ref().map_or("", |of| of.as_str());
        (&self.what, of)
    }

    /// What it is a figure of, as pages and messages name it.
    pub fn told(&self) -> String {
        match self.about() {
            (what, "") => what.to_owned(),
            (what, of) => messages::of_a_place(what, of),
        }
    }

    /// As it is written in a scenario, on one line.
    pub fn in_a_line(&self) -> String {
        super::ron(self)
    }

    /// Its range, where both ends are written.
    pub fn range(&self) -> Option<(f64, f64)> {
        Some((self.low.as_ref()?.value, self.high.as_ref()?.value))
    }
}

/// Columns of a table of figures: those of a figure in a scenario.
pub const COLUMNS: [&str; 8] = [
    "what", "of", "value", "low", "high", "source", "grade", "reason",
];

/// The figures of a table in CSV that begins at `start` among the texts; mistakes point at its lines.
pub fn from_table(text: &str, start: usize, problems: &mut Problems) -> Vec<FigureWritten> {
    const CODE: &str = "figures::not-a-table";
    let first = text.lines().next().unwrap_or_default();
    // Where decimals have a comma, spreadsheets part cells by semicolons.
    let parted = if first.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(parted)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let whole = |from: usize| -> Range<usize> {
        let line = text[from..].lines().next().unwrap_or_default();
        from + start..from + start + line.trim_end().len()
    };
    let mut refuse = |place: Range<usize>, said| {
        problems.add(Problem::refusal(CODE, said).over(Some(place)));
    };
    let head = reader.headers().cloned().unwrap_or_default();
    let needed = ["what", "value", "source", "grade"];
    let missing = needed.iter().find(|c| !head.iter().any(|h| h == **c));
    let unknown = head.iter().find(|h| !COLUMNS.contains(h));
    let mut again = head.iter().enumerate();
    let twice = again.find(|(at, h)| head.iter().take(*at).any(|before| before == *h));
    if let Some(column) = missing {
        refuse(whole(0), messages::no_column(column, COLUMNS.join(",")));
        return Vec::new();
    }
    if let Some(column) = unknown {
        refuse(whole(0), messages::other_column(column, COLUMNS.join(",")));
        return Vec::new();
    }
    if let Some((_, column)) = twice {
        refuse(whole(0), tables::column_twice(column));
        return Vec::new();
    }
    let mut figures = Vec::new();
    for row in reader.records().flatten() {
        let from = row.position().map_or(0, |p| p.byte() as usize);
        // Empty lines before a row belong to no row.
        let from = from + text[from..].len() - text[from..].trim_start().len();
        let place = whole(from);
        if row.iter().all(str::is_empty) {
            continue;
        }
        // What was swallowed is lost to every row behind it.
        if let Some(swallowed) = row.iter().find(|cell| cell.contains('\n')) {
            refuse(place, tables::open_quote(swallowed.lines().count()));
            break;
        }
        if row.len() != head.len() {
            refuse(place, messages::other_length(row.len(), head.len()));
            continue;
        }
        let cell = |column: &str| {
            let at = head.iter().position(|h| h == column);
            at.and_then(|at| row.get(at)).unwrap_or_default()
        };
        let here = |value: &str| Spanned {
            value: value.to_owned(),
            span: Some(place.clone()),
        };
        let filled = |column: &str| Some(cell(column)).filter(|cell| !cell.is_empty());
        let mut bad = None;
        let mut number = |column: &'static str| -> Option<Spanned<f64>> {
            let cell = filled(column)?;
            match cell.parse::<f64>().ok().filter(|value| value.is_finite()) {
                Some(value) => Some(Spanned {
                    value,
                    span: Some(place.clone()),
                }),
                None => {
                    bad = bad.take().or(Some(messages::no_number(column, cell)));
                    None
                }
            }
        };
        let (value, low, high) = (number("value"), number("low"), number("high"));
        let grade = Grade::of(cell("grade"));
        let said = match (&value, grade, bad) {
            (_, _, Some(said)) => Some(said),
            (None, ..) => Some(messages::no_value(cell("what"))),
            (_, None, _) => Some(messages::no_grade(cell("grade"))),
            _ => None,
        };
        if let Some(said) = said {
            refuse(place, said);
            continue;
        }
        if let (Some(value), Some(grade)) = (value, grade) {
            figures.push(FigureWritten {
                what: here(cell("what")),
                of: filled("of").map(here),
                value,
                low,
                high,
                source: here(cell("source")),
                grade: Spanned {
                    value: grade,
                    span: Some(place.clone()),
                },
                reason: filled("reason").map(here),
            });
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<FigureWritten>, Vec<(String, String)>) {
        let mut problems = Problems::default();
        let figures = from_table(text, 0, &mut problems);
        let at = |p: Problem| (text[p.span.expect("a place")].to_owned(), p.message);
        (figures, problems.all.into_iter().map(at).collect())
    }

    #[test]
    fn a_row_of_a_table_is_a_figure_of_a_scenario() {
        let (figures, problems) = read(
            "what,of,value,low,high,source,grade,reason\n\
             doctors,hung-yen,3882,3700,4000,\"Yearbook 2025, table 3\",B,counted one by one\n\
             \ncost.station,,7.5,,,Plan 12,A,\n",
        );
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(figures[0].about(), ("doctors", "hung-yen"));
        assert_eq!(figures[0].range(), Some((3700.0, 4000.0)));
        assert_eq!(figures[0].source.value, "Yearbook 2025, table 3");
        assert_eq!(figures[1].about(), ("cost.station", ""));
        assert_eq!(
            (figures[1].grade.value, &figures[1].reason),
            (Grade::A, &None)
        );
    }

    #[test]
    fn semicolons_part_cells_as_well() {
        let (figures, problems) = read("what;of;value;source;grade\nbeds;hue;7300;Report;B\n");
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(figures[0].value.value, 7300.0);
    }

    #[test]
    fn each_mistake_of_a_table_stands_at_its_line() {
        let (figures, problems) = read(
            "what,of,value,source,grade\ndoctors,hue,3.882.000,R,B\nbeds,hue,7000,R,F\n\
             beds,hue,,R,A\nbeds,hue,1\nbeds,hue,7300,R,A\n",
        );
        assert_eq!(figures.len(), 1);
        let lines: Vec<&str> = problems.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(
            lines,
            [
                "doctors,hue,3.882.000,R,B",
                "beds,hue,7000,R,F",
                "beds,hue,,R,A",
                "beds,hue,1"
            ]
        );
        for text in [
            "",
            "what,of,value\n",
            "what,of,value,source,grade,who\n",
            "what,of,value,source,grade,value\n",
            // A quotation mark that is not closed takes the rows behind it.
            "what,of,value,source,grade,reason\nbeds,hue,7300,R,A,\"as\nbeds,hue,7400,R,A,\n",
        ] {
            assert_eq!(read(text).1.len(), 1, "{text}");
        }
    }
}
