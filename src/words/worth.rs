//! What is said of what knowing is worth.

use super::guesses::in_short;
use super::number::{self, grouped, odds, trimmed};
use super::report::{sure, upper_first};
use crate::results::summary::probability;
use crate::results::worth::{Known, KnownGuess, Measured, Money, OfQuestion, Worth};
use crate::said::Said;

/// A folder that holds no choice.
pub fn no_choice(folder: &str) -> String {
    format!(
        "{folder} is a run of one scenario: with one option there is nothing to choose, and knowing more changes nothing\n  help: compare it with another, `carecast compare {folder} satellite`, then `carecast decide worth out/compare`"
    )
}

/// A folder of another kind.
pub fn not_a_comparison(folder: &str) -> String {
    format!(
        "{folder} is no comparison\n  help: `carecast compare baseline satellite` makes one; then `carecast decide worth out/compare`"
    )
}

/// A comparison whose draws were not kept.
#[cfg(feature = "parquet")]
pub fn no_draws(folder: &str) -> String {
    format!(
        "{folder} holds no draws (assumptions.parquet): an older version made it\n  help: compare the options again; what they are lies in {folder}/options"
    )
}

/// What all targets together are called.
pub fn together(many: usize) -> String {
    match many {
        1 => "the target".to_owned(),
        many => format!("all {many} targets of the question together"),
    }
}

/// Title of the page.
pub fn title(options: &[String]) -> String {
    format!(
        "What it is worth to know more before choosing: {}",
        options.join(", ")
    )
}

/// What the page tells.
pub fn lead(w: &Worth) -> String {
    format!(
        "Read off {} futures in which all options were lived alike. Without knowing more one chooses what is best in the mean; who knows a guess chooses what is best at its true value. {} guesses were tried; those that cannot be told from luck are worth nothing here.",
        grouped(w.futures.into()),
        grouped(w.tried.into())
    )
}

/// Where no option changes anything.
pub const NOTHING: Said = Said::en(
    "No option clearly moves the chance of any target of the question: there is nothing by which knowing more could change the choice. `--target ID` asks one all the same.",
);

/// Points of chance: `3.2 points`.
pub fn points(value: f64) -> String {
    match value * 100.0 {
        v if v < 0.05 && v > 0.0 => "under 0.1 points".to_owned(),
        v => format!("{} points", trimmed(v, 1)),
    }
}

/// Money: `900 billion VND`.
pub fn money(value: f64, currency: &str) -> String {
    let rounded = |v: f64| {
        let unit = 10f64.powi((number::magnitude(v) - 2).max(0));
        (v / unit).round() * unit
    };
    let figure = match value {
        v if v > 0.0 && v < 1.0 => "under 1".to_owned(),
        v if v >= 100.0 => grouped(rounded(v)),
        v => trimmed(v, 0),
    };
    format!("{figure} {currency}")
}

/// A measure: how its amounts are said.
pub type Amount<'a> = &'a dyn Fn(f64) -> String;

/// In how many futures one would choose otherwise.
fn changes(known: &Known, futures: u32) -> String {
    let hits = (known.changes * f64::from(futures)).round() as u32;
    format!(
        "it would change the choice in {} futures",
        odds(&probability(hits, futures))
    )
}

/// The guess that is most worth knowing.
fn first(guess: &KnownGuess, amount: Amount<'_>, w: &Worth) -> String {
    let survey = guess.survey.map(|known| {
        format!(
            "; a survey of {} people about it up to {}",
            grouped(w.people.into()),
            amount(known.value)
        )
    });
    format!(
        "knowing {} is worth up to {}: {}{}",
        in_short(&guess.meaning),
        amount(guess.known.value),
        changes(&guess.known, w.futures),
        survey.unwrap_or_default()
    )
}

/// What knowing is worth in one measure, in one breath.
pub fn measured(m: &Measured, amount: Amount<'_>, w: &Worth) -> String {
    if m.future.changes <= 0.0 {
        return "Even who knew the whole future would choose the same".to_owned();
    }
    match m.guesses.first() {
        Some(guess) => format!(
            "{}. All guesses together: up to {}; the whole future, luck and all, which no study can tell: {}",
            upper_first(&first(guess, amount, w)),
            amount(m.all.value),
            amount(m.future.value)
        ),
        None => format!(
            "No guess by itself would change the choice. The whole future, luck and all, which no study can tell: {}",
            amount(m.future.value)
        ),
    }
}

/// Head of what is said by chance alone.
pub fn by_chance(q: &OfQuestion, w: &Worth) -> String {
    let best = q.chance.best;
    format!(
        "By chance alone, whatever it costs, *{}* is best: {}. {}.",
        w.options[best],
        sure(None, &q.chances[best]),
        measured(&q.chance, &points, w)
    )
}

/// What meeting the question is taken to be worth.
pub fn value(m: &Money, w: &Worth) -> String {
    let amount = money(m.value, &w.currency);
    match m.tie {
        Some([a, b]) => format!(
            "if meeting it is worth {amount}, the value at which *{}* and *{}* tie and knowing is worth most (nobody has set it: grade E; `--value` sets another)",
            w.options[a], w.options[b]
        ),
        None => format!("if meeting it is worth {amount}, as you say"),
    }
}

/// The same in money.
pub fn by_money(q: &OfQuestion, w: &Worth) -> String {
    let Some(m) = &q.money else {
        return format!(
            "In money: *{}* is best or as good at every value of meeting it, so no two options tie; `--value` sets one.",
            w.options[q.chance.best]
        );
    };
    let amount = |v: f64| money(v, &w.currency);
    format!(
        "In money, {}: {}.",
        value(m, w),
        lower(&measured(&m.measured, &amount, w))
    )
}

fn lower(text: &str) -> String {
    super::report::lower_first(text)
}

/// Columns of the options on the page.
pub const OPTION_COLUMNS: [(&str, Said); 4] = [
    ("option", Said::en("Option")),
    ("chance", Said::en("Chance")),
    ("cost", Said::en("Public money beyond the reference")),
    ("benefit", Said::en("Worth less cost")),
];

/// Columns of the guesses on the page.
pub const GUESS_COLUMNS: [(&str, Said); 6] = [
    ("guess", Said::en("To know")),
    ("grade", Said::en("Grade")),
    ("worth", Said::en("Worth up to")),
    ("error", Said::en("Give or take (1 sd)")),
    ("changes", Said::en("Changes the choice in")),
    ("survey", Said::en("A survey about it up to")),
];

/// What a survey of a guess is worth.
pub fn survey(known: Option<&Known>, amount: Amount<'_>, nth: usize) -> String {
    match known {
        Some(known) => amount(known.value),
        None if nth < 5 => "no share of people".to_owned(),
        None => String::new(),
    }
}

/// Rows that are no guess.
pub const ALL: Said =
    Said::en("all guesses that can be told to matter, as far as their effects add up");
/// The whole future.
pub const FUTURE: Said = Said::en("the whole future, with all its luck: no study tells it");

/// The limits.
pub fn limits(w: &Worth) -> Vec<String> {
    let mut all = vec![
        "Worth is to this choice between these options, made once: a guess that matters to the targets and moves no choice is worth nothing here.".to_owned(),
        format!("A survey asks {} people, drawn at random and answering truly; it is told only of guesses that are shares of people who can be asked one by one (who passed, took up work, stayed). What it costs must be taken off.", grouped(w.people.into())),
        "Money is public money beyond the reference to the year of the targets. What it is worth to meet the question is a judgement.".to_owned(),
        "Guesses that are tied to others speak for them too: their worths do not add up.".to_owned(),
    ];
    if held(w) {
        all.push("Some worths lay a little beyond their bound, by less than their error, and were held to it.".to_owned());
    }
    all
}

fn held(w: &Worth) -> bool {
    let measures = w.questions.iter().flat_map(|q| {
        let money = q.money.as_ref().map(|m| &m.measured);
        std::iter::once(&q.chance).chain(money)
    });
    let of = |m: &Measured| {
        m.all.held
            || m.guesses
                .iter()
                .any(|g| g.known.held || g.survey.is_some_and(|s| s.held))
    };
    measures.into_iter().any(of)
}

/// Title of the picture of a question.
pub fn picture_title(q: &OfQuestion, m: &Measured, amount: Amount<'_>) -> String {
    match m.guesses.first() {
        Some(guess) => format!(
            "{}: to know {} is worth up to {}",
            upper_first(&q.says),
            in_short(&guess.meaning),
            amount(guess.known.value)
        ),
        None => format!(
            "{}: no guess by itself would change the choice",
            upper_first(&q.says)
        ),
    }
}

/// The answer under it.
pub fn picture_answer(q: &OfQuestion, m: &Measured, amount: Amount<'_>, w: &Worth) -> String {
    format!(
        "Best in the mean: {}. All guesses together are worth up to {}, the whole future {}.{}",
        w.options[m.best],
        amount(m.all.value),
        amount(m.future.value),
        q.money
            .as_ref()
            .filter(|own| std::ptr::eq(&own.measured, m))
            .map(|own| format!(" {}.", upper_first(&value(own, w)).replace(['*', '`'], "")))
            .unwrap_or_default()
    )
}

/// How the picture is to be read.
pub const PICTURE_NOTE: Said = Said::en(
    "A bar is what knowing the guess would be worth to this choice, with its 95% interval; the diamond is what a survey about it would be, where it is a share of people. At the right: in how many futures one would then choose otherwise.",
);
/// Head of the numbers at the right.
pub const CHANGES: Said = Said::en("choice changes");
/// Caption of the axis in chance.
pub const POINTS: Said = Said::en("points of chance");

/// A share of futures.
pub fn share(v: f64) -> String {
    number::percent(v)
}

/// Head of the guesses of a measure.
pub fn measure(value: Option<f64>, currency: &str) -> String {
    match value {
        None => "By chance alone".to_owned(),
        Some(value) => format!(
            "In money, where meeting it is worth {}",
            money(value, currency)
        ),
    }
}
