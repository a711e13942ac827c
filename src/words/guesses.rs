//! What is said of guesses: which of them matter, and what the futures that miss a target have in common.

use super::number::{self, grouped, short, trimmed};
use super::report::{sure, upper_first};
use crate::results::guesses::{Condition, Guess, InBox, Index, Missed, OfTarget};
use crate::results::summary::probability;

/// Columns in groups of rows that cannot be put together.
#[cfg(feature = "parquet")]
pub const SEVERAL_GROUPS: &str = "its rows lie in several groups";
/// A column of a kind that is never written there.
#[cfg(feature = "parquet")]
pub const OTHER_COLUMN: &str = "a column holds what no table of draws holds";
/// A build that reads no columns.
#[cfg(not(feature = "parquet"))]
pub const NO_COLUMNS: &str = "this program was built without Parquet and cannot read assumptions.parquet\n  help: build it with the feature `parquet`, which is on unless it is left out";

/// A folder whose draws were not kept.
#[cfg(feature = "parquet")]
pub fn no_draws(folder: &str) -> String {
    format!(
        "{folder} holds no draws (assumptions.parquet)\n  help: live it again with `--draws 10000`, which is what a run keeps unless told otherwise"
    )
}

/// A folder that holds something else than a run.
pub fn not_a_run(folder: &str, verb: &str) -> String {
    format!(
        "{folder} is not the folder of one scenario's run\n  help: give that of a run: carecast {verb} out/baseline"
    )
}

/// What was made of a finished run is not lived.
pub fn made_of_draws(folder: &str) -> String {
    format!(
        "{folder} was read off the draws of finished results and holds no futures of its own\n  help: give the folder that its manifest names under `from`"
    )
}

/// A target that has no answer in the draws.
pub fn no_such_target(id: &str, known: &[&str]) -> String {
    let all: Vec<String> = known.iter().map(|id| format!("    {id}")).collect();
    format!(
        "no target \"{id}\" is asked there\n  help: these are:\n{}",
        all.join("\n")
    )
}

/// Where nothing can be told at all.
pub const TOO_FEW: &str = "Nothing can be told: fewer than 100 futures were lived, no assumption is drawn, or no headline target has an answer. A run of 4,000 futures or more tells most.";

/// What was written.
pub fn written(files: usize, page: &str) -> String {
    format!("{files} files; start with {page}")
}

/// An amount of an assumption in its unit: `84%`, `2.5% a year`, `3.4 billion VND per bed`.
pub fn amount(unit: &str, value: f64) -> String {
    let percent = || {
        let size = (value * 100.0).abs();
        let places = match size {
            s if s < 1.0 => 2,
            s if s < 10.0 => 1,
            _ => 0,
        };
        format!("{}%", trimmed(value * 100.0, places))
    };
    let rate = value.abs() < 1.0;
    match unit {
        "share" | "fraction" | "probability" => percent(),
        "share of pay" => format!("{} of pay", percent()),
        "per year" | "fraction per year" | "log growth per year" if rate => {
            format!("{} a year", percent())
        }
        "per year of public beds" => format!("{} of public beds a year", percent()),
        "" | "none" | "ratio" | "relative" | "log" | "variant" => figure(value),
        "per year" => format!("{} a year", figure(value)),
        unit => format!("{} {unit}", figure(value)),
    }
}

/// A number to three figures.
fn figure(value: f64) -> String {
    let size = value.abs();
    match size {
        s if s >= 1e4 => short(value),
        s if s >= 100.0 || s == 0.0 => grouped(value),
        s => trimmed(value, (2 - number::magnitude(s)).clamp(0, 6) as usize),
    }
}

/// A meaning without what explains it.
pub fn in_short(meaning: &str) -> &str {
    let end = meaning.find([':', ';']).unwrap_or(meaning.len());
    meaning[..end].trim()
}

/// A share of the spread with its interval: `19% (16 to 22)`.
pub fn index(index: &Index) -> String {
    let [value, low, high] = [index.index, index.low, index.high].map(|v| v * 100.0);
    match index.told {
        true => format!(
            "{}% ({} to {})",
            trimmed(value, places(value)),
            trimmed(low, places(value)),
            trimmed(high, places(value))
        ),
        false => CANNOT_TELL.to_owned(),
    }
}

fn places(percent: f64) -> usize {
    usize::from(percent < 9.95)
}

/// A share of the spread alone.
fn share(index: &Index) -> String {
    let value = index.index * 100.0;
    format!("{}%", trimmed(value, places(value)))
}

/// What cannot be told from luck.
pub const CANNOT_TELL: &str = "cannot tell";

/// The title of the page.
pub fn drivers_title(scenario: &str) -> String {
    format!("Which guess matters: {scenario}")
}

/// What the page tells.
pub fn drivers_lead(futures: u32, tried: u32) -> String {
    format!(
        "Read off the draws of {} futures that were lived already: nothing was lived anew. {} pairs of an assumption and a target it can reach were tried, so some differ by luck; what stands when at most 5 in 100 of all that are named may be false is told, and of the rest it is said that we cannot tell. An assumption that is tied to others speaks for them too.",
        grouped(futures.into()),
        grouped(tried.into())
    )
}

/// The way a target is told of.
pub fn of_way(way: &str) -> String {
    format!(
        "Told of the way *{way}*: no figure decides between the ways, and they have no weights."
    )
}

/// Which guess matters for a target, in one breath.
pub fn matters(of: &OfTarget) -> String {
    let told: Vec<&Guess> = of.guesses.iter().filter(|g| g.is_told()).collect();
    let Some(first) = told.first() else {
        return format!(
            "of {} guesses tried none can be told from luck",
            of.guesses.len()
        );
    };
    let explains = |g: &Guess| g.value.filter(|i| i.told).map(|i| share(&i));
    let spread = explains(first).map(|share| format!("{share} of the spread"));
    let chances = first.tornado.named.then(|| chances(first));
    let of_first: Vec<String> = spread.into_iter().chain(chances).collect();
    let then = told[1..].iter().take(2).map(|g| match explains(g) {
        Some(share) => format!("{} ({share})", in_short(&g.meaning)),
        None => in_short(&g.meaning).to_owned(),
    });
    let then: Vec<String> = then.collect();
    let then = match then.is_empty() {
        true => String::new(),
        false => format!("; then {}", then.join(", ")),
    };
    format!(
        "{} matters most: {}{then}. {} of {} guesses can be told from luck",
        in_short(&first.meaning),
        of_first.join(", "),
        told.len(),
        of.guesses.len()
    )
}

/// The chances between which a guess moves a target.
fn chances(g: &Guess) -> String {
    if g.ways.is_empty() {
        let [low, high] = g.ends().map(|p| number::chance(&p));
        return format!("the chance is {low} in its lowest fifth and {high} in its highest");
    }
    let each = g
        .ways
        .iter()
        .map(|way| format!("{} where it is *{}*", number::chance(&way.chance), way.name));
    format!("the chance is {}", each.collect::<Vec<_>>().join(", "))
}

/// What guesses explain together, and what one cannot say.
pub fn explained(of: &OfTarget) -> Option<String> {
    let sum = of.explained?;
    Some(match sum {
        s if s > 1.0 => "One by one they explain all of the spread, and some of it twice: they are tied to one another.".to_owned(),
        s => format!(
            "One by one they explain {} of the spread of the indicator. The rest is luck from year to year, the error that the model is known to make, guesses that matter only together, and small ones: this cannot part them.",
            number::percent(s)
        ),
    })
}

/// Columns of the guesses of a target on its page.
pub const GUESS_COLUMNS: [(&str, &str); 8] = [
    ("assumption", "Guess"),
    ("grade", "Grade"),
    ("spread_share", "Of the spread of the indicator (95%)"),
    ("met_share", "Of whether it is met (95%)"),
    ("low_fifth", "Lowest fifth"),
    ("low_fifth_probability", "Chance there"),
    ("high_fifth", "Highest fifth"),
    ("high_fifth_probability", "Chance there"),
];

/// The lowest and the highest fifth of a guess; of a choice the ways in which the target is least and most
/// likely.
pub fn fifths(g: &Guess) -> [String; 2] {
    let unit = &g.unit;
    if let Some(ways) = g.extreme_ways() {
        return ways.map(|way| format!("*{}*", way.name));
    }
    match g.fifths {
        None => Default::default(),
        Some([low, high]) => [
            format!("below {}", amount(unit, low)),
            format!("from {}", amount(unit, high)),
        ],
    }
}

/// How many others there are.
pub fn others(told: usize, shown: usize, untold: usize) -> String {
    let more = match told - shown {
        0 => String::new(),
        n => format!("{n} more can be told and stand in `guesses.csv`. "),
    };
    format!("{more}Of {untold} guesses we cannot tell that they matter at all.")
}

/// Heading of the limits.
pub const LIMITS: &str = "What this cannot say";
/// The limits.
pub const DRIVERS_LIMITS: &[&str] = &[
    "A share of the spread is what one guess explains by itself (first order). What guesses do only together (pairs, totals) cannot be read off futures that were drawn for another purpose, beside the luck of every year: that takes a run in which guesses are exchanged while the luck is held.",
    "The fifths are compared over all futures of the run, shares and ways over those whose draws were kept.",
    "A guess that is held fixed, or that no system read in this run, is not among them; nor is what the model leaves out.",
    "To matter is not to be wrong: a guess of grade E that explains much is where a survey or a register would help most.",
];

/// Title of the picture of a target.
pub fn tornado_title(of: &OfTarget) -> String {
    let told = of.guesses.iter().filter(|g| g.tornado.named);
    match told.max_by(|a, b| a.moves().total_cmp(&b.moves())) {
        Some(g) => {
            let [low, high] = g.ends().map(|p| number::chance(&p));
            format!(
                "{}: {low} to {high} by {}",
                upper_first(&of.says),
                in_short(&g.meaning)
            )
        }
        None => format!(
            "{}: no guess moves it that can be told from luck",
            upper_first(&of.says)
        ),
    }
}

/// The answer under it.
pub fn tornado_answer(of: &OfTarget) -> String {
    let way = of.way.as_ref().map(|way| format!(" In the way \"{way}\"."));
    format!(
        "{} over all futures. Guesses that move the chance beyond luck: {} of {}.{}",
        upper_first(&sure(None, &of.chance)),
        of.guesses.iter().filter(|g| g.tornado.named).count(),
        of.guesses.len(),
        way.unwrap_or_default()
    )
}

/// How the picture is to be read.
pub const TORNADO_NOTE: &str = "A bar runs from the chance in the lowest fifth of a guess (ring) to that in its highest (disc), or between the ways of a choice; the dashed line is the chance over all futures. At the right: the share of the indicator's spread that the guess explains by itself.";
/// Caption of the axis.
pub const CHANCE_AXIS: &str = "chance that the target is met";
/// Head of the numbers at the right.
pub const OF_SPREAD: &str = "of spread";

/// Title of the page of misses.
pub fn misses_title(scenario: &str) -> String {
    format!("What the futures that miss have in common: {scenario}")
}

/// What the page tells.
pub fn misses_lead(futures: u32) -> String {
    format!(
        "Read off the draws of {} futures that were lived already. Boxes of at most three conditions are sought on one half of them; a condition is named only where it holds again on the other half, and all numbers are counted there.",
        grouped(futures.into())
    )
}

/// What holds in a box.
pub fn conditions(all: &[Condition]) -> String {
    let said: Vec<String> = all.iter().map(condition).collect();
    match said.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => said.join(""),
    }
}

/// A condition in words: `first-attempt pass share, doctors from 2027, is below 84%`.
pub fn condition(c: &Condition) -> String {
    let meaning = in_short(&c.meaning);
    let comma = if meaning.contains(", ") { "," } else { "" };
    let of = |v: f64| amount(&c.unit, v);
    match (c.from, c.below) {
        (Some(from), Some(below)) => {
            format!("{meaning}{comma} lies from {} to {}", of(from), of(below))
        }
        (Some(from), None) => format!("{meaning}{comma} is {} or more", of(from)),
        (None, Some(below)) => format!("{meaning}{comma} is below {}", of(below)),
        (None, None) => {
            let ways: Vec<String> = c.ways.iter().map(|way| format!("*{way}*")).collect();
            format!("{meaning}{comma} is {}", ways.join(" or "))
        }
    }
}

/// What the futures of a box have in common. `verb`: what they do: miss it, or meet it.
pub fn in_box(found: &InBox, nth: usize, verb: &str) -> String {
    // A box after the first is told of what those before it leave.
    let of_all = match nth {
        0 => found.hits_in_all,
        _ => found.hits_left,
    };
    let covered = probability(found.hits, of_all);
    let inside = probability(found.hits, found.inside);
    let left = probability(found.hits_left, found.left);
    let (of, all) = match nth {
        0 => ("", "all"),
        _ => ("Of those that are left, in ", "what is left"),
    };
    let begin = match nth {
        0 => format!("In {}", number::odds(&covered)),
        _ => format!("{of}{}", number::odds(&covered)),
    };
    format!(
        "{begin} of the futures that {verb} ({}), {}. Where that holds, {} {verb} ({}), against {} of {all} ({}).",
        number::chance(&covered),
        conditions(&found.conditions),
        number::odds(&inside),
        number::chance(&inside),
        number::odds(&left),
        number::chance(&left)
    )
}

/// The verbs of a box.
pub const MISS: &str = "miss it";
/// The same of those that meet.
pub const MEET: &str = "meet it";

/// Why no box is named.
pub fn no_box(m: &Missed) -> String {
    let hits = m.of - m.misses;
    let of = grouped(m.of.into());
    match (m.misses, hits) {
        (0, _) => format!("None of {of} futures misses it."),
        (_, 0) => format!(
            "All {of} futures miss it: nothing within the ranges of what is assumed turns that."
        ),
        (misses, _) if misses < 40 => {
            format!(
                "Only {misses} of {of} futures miss it: too few to say what they have in common."
            )
        }
        (_, hits) if hits < 40 => {
            format!(
                "All but {hits} of {of} futures miss it: nothing that was assumed sets these few apart."
            )
        }
        _ => format!(
            "No box explains the misses: no three of {} guesses set them apart enough on futures that took no part in the search. Luck and many small things together decide.",
            m.tried
        ),
    }
}

/// The first sentence on a target: what misses, and by what.
pub fn missed(m: &Missed) -> String {
    let first = m.missing.first().map(|found| in_box(found, 0, MISS));
    first
        .or_else(|| m.meeting.first().map(|found| in_box(found, 0, MEET)))
        .unwrap_or_else(|| no_box(m))
}

/// Columns of the boxes on their page.
pub const BOX_COLUMNS: [(&str, &str); 6] = [
    ("conditions", "Where"),
    ("side", "The futures"),
    ("coverage", "Of them inside (coverage)"),
    ("density", "Inside they are (density)"),
    ("base", "Of what was left"),
    ("inside", "Futures inside"),
];

/// Which futures a box is of.
pub fn side(meets: bool) -> &'static str {
    match meets {
        true => "meet it",
        false => "miss it",
    }
}

/// The limits of boxes.
pub const MISSES_LIMITS: &[&str] = &[
    "A box says what goes together in these futures, not that one thing alone brings the miss about; what it leaves out may matter less, or everywhere alike.",
    "A box in which the odds of missing are not at least half as great again is not named.",
    "Where one condition would do nearly as well as another that goes with it, one of the two is named.",
];

/// Title of the picture of a target's boxes.
pub fn boxes_title(m: &Missed) -> String {
    let says = upper_first(&m.says);
    let first = m.missing.first().or(m.meeting.first());
    let verb = match m.missing.is_empty() {
        true => MEET,
        false => MISS,
    };
    let Some(found) = first else {
        return format!("{says}: nothing sets the misses apart");
    };
    let share = number::chance(&probability(found.hits, found.hits_in_all));
    let shares = match found.conditions.len() {
        1 => "one condition".to_owned(),
        many => format!("{many} conditions"),
    };
    format!("{says}: {share} of the futures that {verb} share {shares}")
}

/// How the picture of boxes is to be read.
pub const BOXES_NOTE: &str = "A bar runs from the share among the futures that no box above holds (ring) to that inside the box (disc); the dashed line is the share of all. At the right: the share inside, and how many of all such futures the box holds. Counted on futures that took no part in the search.";
/// Head of the numbers at the right.
pub const OF_BOXES: &str = "inside, held";

/// Caption of the axis of boxes.
pub fn boxes_axis(verb: &str) -> String {
    format!("share of futures that {verb}")
}

/// A target with the way it is told of.
pub fn with_way(says: &str, way: Option<&str>) -> String {
    match way {
        Some(way) => format!("{} (way \"{way}\")", upper_first(says)),
        None => upper_first(says),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_said_in_their_units() {
        for (unit, value, said) in [
            ("share", 0.84, "84%"),
            ("fraction", 0.025, "2.5%"),
            ("per year", 0.0056, "0.56% a year"),
            ("per year", 3.0, "3 a year"),
            ("billion VND per bed", 3.4, "3.4 billion VND per bed"),
            ("beds", 1_390.2, "1,390 beds"),
            ("ratio", 0.0421, "0.0421"),
            ("persons", 0.0, "0 persons"),
        ] {
            assert_eq!(amount(unit, value), said);
        }
    }

    #[test]
    fn conditions_read_as_a_sentence() {
        let number = |meaning: &str, from, below| Condition {
            assumption: String::new(),
            meaning: meaning.to_owned(),
            unit: "share".to_owned(),
            from,
            below,
            ways: Vec::new(),
            holds: 0.5,
        };
        let ways = Condition {
            ways: vec!["stopped".to_owned(), "pool".to_owned()],
            ..number(
                "how registration goes on: it has stopped, or not",
                None,
                None,
            )
        };
        let all = [
            number("pass share, doctors", None, Some(0.84)),
            number("posts filled", Some(0.1), Some(0.25)),
            ways,
        ];
        assert_eq!(
            conditions(&all),
            "pass share, doctors, is below 84%, posts filled lies from 10% to 25% and how registration goes on is *stopped* or *pool*"
        );
        assert_eq!(conditions(&all[..1]), "pass share, doctors, is below 84%");
    }
}
