//! What it is worth to know more before one of several options is chosen: a page, tables, a workbook,
//! pictures.

use super::ReportError;
use super::guesses::{From, Left, pictures};
use super::page::markdown::{Page, plain};
use crate::plot::{self, Picture};
use crate::results::comparison::Comparison;
use crate::results::worth::{Known, KnownGuess, Measured, OfQuestion, Worth};
use crate::said::Told;
use crate::table::Cell::Named;
use crate::table::{Cell, Described, Kind, Table};
use crate::words::page::driver;
use crate::words::report::upper_first;
use crate::words::tables as about;
use crate::words::workbook;
use crate::words::worth as words;
use std::path::{Path, PathBuf};

/// Kind of what `decide worth` leaves.
pub const KIND: &str = "worth";

/// Writes what knowing is worth.
pub fn write(
    c: &Comparison,
    w: &Worth,
    from: &From<'_>,
    out: &Path,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<PathBuf>, ReportError> {
    let options = c.options.iter();
    let options: Vec<_> = options
        .map(|o| serde_json::json!({ "name": o.name, "sha256": o.digest }))
        .collect();
    let left = Left {
        kind: KIND,
        found: w,
        of: serde_json::json!({
            "options": options,
            "reference": c.options[c.reference].name,
            "base": { "name": c.base, "sha256": c.base_digest },
            "seed": c.seed,
            "replicates": { "first": c.replicates.start, "last": c.replicates.end.saturating_sub(1) },
        }),
        tables: &TABLES,
        page: &|shown| page(w, shown),
        draw: &|| plot::worth::pictures(c, w),
        #[cfg(feature = "xlsx")]
        book: &|draft| super::workbook::worth(draft, c, w),
    };
    left.write(from, out, stop)
}

/// Every table.
pub(super) const TABLES: [Described<Worth>; 2] = [
    Described::new("worth", worths, about::WORTH),
    Described::new("options", options, about::WORTH_OPTIONS),
];

/// A measure of a question: by chance, or in money.
#[derive(Clone, Copy)]
struct Of<'a> {
    question: &'a OfQuestion,
    measured: &'a Measured,
    /// What meeting it is taken to be worth; `None` by chance alone.
    value: Option<f64>,
    currency: &'a Told,
}

impl Of<'_> {
    fn amount(&self, v: f64) -> String {
        match self.value {
            None => words::points(v),
            Some(_) => words::money(v, self.currency),
        }
    }
}

fn measures(w: &Worth) -> impl Iterator<Item = Of<'_>> {
    w.questions.iter().flat_map(|q| {
        let of = |measured, value| Of {
            question: q,
            measured,
            value,
            currency: &w.currency,
        };
        let money = q.money.as_ref().map(|m| of(&m.measured, Some(m.value)));
        std::iter::once(of(&q.chance, None)).chain(money)
    })
}

/// What can be known.
#[derive(Clone, Copy)]
enum What<'a> {
    Guess(usize, &'a KnownGuess),
    All(&'a Known),
    Future(&'a Known),
}

impl What<'_> {
    fn known(&self) -> &Known {
        match self {
            What::Guess(_, guess) => &guess.known,
            What::All(known) | What::Future(known) => known,
        }
    }

    fn guess(&self) -> Option<&KnownGuess> {
        match self {
            What::Guess(_, guess) => Some(guess),
            _ => None,
        }
    }
}

fn rows<'a>(of: Of<'a>, most: usize) -> Vec<(Of<'a>, What<'a>)> {
    let guesses = of.measured.guesses.iter().enumerate().take(most);
    let guesses = guesses.map(|(nth, guess)| What::Guess(nth, guess));
    let others = [
        What::All(&of.measured.all),
        What::Future(&of.measured.future),
    ];
    guesses.chain(others).map(|what| (of, what)).collect()
}

fn worths(w: &Worth) -> Table<'_> {
    table(measures(w).flat_map(|of| rows(of, usize::MAX)))
}

fn table<'a>(rows: impl IntoIterator<Item = (Of<'a>, What<'a>)>) -> Table<'a> {
    Table::over(rows)
        .text("question", |(of, _)| {
            Named(
                of.question.id.as_str().into(),
                upper_first(&of.question.says).into(),
            )
        })
        .text("measure", |(of, _)| match of.value {
            None => "chance",
            Some(_) => "money",
        })
        .number("value_of_meeting", |(of, _)| of.value)
        .text("unit", |(of, _)| match of.value {
            None => Cell::telling(workbook::CHANCE.into()),
            Some(_) => Cell::told(of.currency),
        })
        .text("guess", |(_, what)| match what {
            What::Guess(_, g) => {
                let said = driver(&plain(&g.meaning), &g.assumption);
                Named(g.assumption.as_str().into(), said.into())
            }
            What::All(_) => Named("all".into(), words::ALL.into()),
            What::Future(_) => Named("future".into(), words::FUTURE.into()),
        })
        .text("grade", |(_, what)| {
            what.guess()
                .map_or(String::new(), |g| format!("{:?}", g.grade))
        })
        .put("worth", Kind::Number, |(of, what)| {
            let v = what.known().value;
            Cell::Told(v, of.amount(v))
        })
        .put("error", Kind::Number, |(of, what)| {
            let v = what.known().error;
            Cell::Told(v, of.amount(v))
        })
        .put("changes", Kind::Number, |(_, what)| {
            let v = what.known().changes;
            Cell::Told(v, words::share(v))
        })
        .flag("held_to_bound", |(_, what)| what.known().held)
        .put("survey", Kind::Number, |(of, what)| match what {
            What::Guess(nth, g) => {
                let said = words::survey(g.survey.as_ref(), &|v| of.amount(v), *nth);
                match g.survey {
                    Some(known) => Cell::Told(known.value, said),
                    None => Named("".into(), said.into()),
                }
            }
            _ => Cell::Empty,
        })
        .number("survey_error", |(_, what)| {
            Some(what.guess()?.survey?.error)
        })
        .number("survey_changes", |(_, what)| {
            Some(what.guess()?.survey?.changes)
        })
        .table()
}

fn options(w: &Worth) -> Table<'_> {
    options_of(w, &w.questions)
}

fn options_of<'a>(w: &'a Worth, questions: &'a [OfQuestion]) -> Table<'a> {
    let each = questions
        .iter()
        .flat_map(|q| (0..w.options.len()).map(move |o| (q, o)));
    Table::over(each)
        .text("question", |(q, _)| {
            Named(q.id.as_str().into(), upper_first(&q.says).into())
        })
        .text("option", move |(_, o)| w.options[*o].as_str())
        .put("chance", Kind::Number, |(q, o)| Cell::Chance(q.chances[*o]))
        .put("cost", Kind::Number, move |(_, o)| {
            Cell::Number(w.costs[*o])
        })
        .text("unit", move |_| Cell::told(&w.currency))
        .number("value_of_meeting", |(q, _)| {
            q.money.as_ref().map(|m| m.value)
        })
        .number("benefit", |(q, o)| {
            Some(q.money.as_ref()?.measured.benefits[*o])
        })
        .table()
}

/// Guesses of a measure that a page shows.
const SHOWN: usize = 10;

fn page(w: &Worth, shown: &[Picture]) -> Page {
    let mut page = Page::titled(&words::title(&w.options));
    page.paragraph(&words::lead(w));
    if w.questions.is_empty() {
        page.paragraph(&words::NOTHING);
    }
    for q in &w.questions {
        page.section(&upper_first(&plain(&q.says)));
        page.list(&[words::by_chance(q, w), words::by_money(q, w)]);
        page.of(
            &options_of(w, std::slice::from_ref(q)),
            &words::OPTION_COLUMNS,
            1,
        );
        for of in measures(w).filter(|of| std::ptr::eq(of.question, q)) {
            if of.measured.guesses.is_empty() {
                continue;
            }
            page.part(&words::measure(of.value, &w.currency));
            page.of(&table(rows(of, SHOWN)), &words::GUESS_COLUMNS, 2);
        }
        pictures(&mut page, shown, &q.id);
    }
    page.section(&crate::words::guesses::LIMITS);
    page.list(&words::limits(w));
    page
}

/// The answers for the terminal: by chance and in money of what leads, in money of the others.
pub fn said(w: &Worth) -> Vec<String> {
    if w.questions.is_empty() {
        return vec![words::NOTHING.to_owned()];
    }
    let each = w.questions.iter().enumerate();
    each.map(|(at, q)| {
        let chance = (at == 0).then(|| words::by_chance(q, w));
        let both: Vec<String> = chance.into_iter().chain([words::by_money(q, w)]).collect();
        format!(
            "{}: {}",
            upper_first(&q.says),
            both.join(" ").replace(['*', '`'], "")
        )
    })
    .collect()
}
