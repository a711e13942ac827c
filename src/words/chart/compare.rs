//! The words of pictures of a comparison.

use crate::results::comparison::{Comparison, Mean, Question, QuestionKind, Verdict};
use crate::said::Said;
use crate::units::Year;
use crate::words::compare as words;
use crate::words::number::grouped;
use crate::words::report::upper_first;

/// Questions that no option changes have no picture.
pub fn unchanged(c: &Comparison, questions: &[&Question]) -> String {
    let all: Vec<String> = questions.iter().map(|q| words::question(c, q)).collect();
    format!("no option changes any future in: {}", all.join("; "))
}

/// Where the figures come from.
pub fn footer(c: &Comparison) -> String {
    let digest: String = c.base_digest.chars().take(8).collect();
    let span = match c.replicates.start {
        0 => String::new(),
        first => format!(
            " (numbers {first} to {})",
            c.replicates.end.saturating_sub(1)
        ),
    };
    format!(
        "Source: carecast, {} against {}, base {} ({digest}), seed {}, the same {} simulated futures{span} for each",
        words::options(c.options.len() - 1),
        c.options[c.reference].name,
        c.base,
        c.seed,
        grouped(f64::from(c.futures()))
    )
}

/// A question as a title.
fn question_title(c: &Comparison, question: &Question) -> String {
    upper_first(&words::question(c, question))
}

/// Title of the chances by year.
pub fn chance_title(c: &Comparison, question: &Question, best: Option<(&str, &str)>) -> String {
    let title = question_title(c, question);
    match best {
        Some((option, chance)) => format!("{title}: likeliest under {option}, {chance}"),
        None => format!("{title}: how likely under each option"),
    }
}

/// The answer of the chances by year.
pub fn chance_answer(
    due: Year,
    best: Option<(&str, &str)>,
    reference: (&str, &str),
    same: bool,
) -> String {
    let (name, chance) = reference;
    match best {
        _ if same => format!("No option changes the chance in {due}: {chance}."),
        Some(_) => format!("Against {chance} under {name} in {due}. Asked again at each year-end."),
        None => format!(
            "Under {name} {chance} in {due}; no option is clearly better. Asked again at each year-end."
        ),
    }
}

/// How the chances are to be read.
pub const CHANCE_NOTE: Said = Said::en(
    "Diamonds mark the year the target is due. The band is the sampling error of the reference; differences are known better, since all options live the same futures. Lines that coincide lie under one another.",
);

/// Title of the differences.
pub fn difference_title(c: &Comparison, question: &Question) -> String {
    match question.kind {
        QuestionKind::Target => format!("{}: change of the chance", question_title(c, question)),
        QuestionKind::Value => format!(
            "{}: change against {}",
            question_title(c, question),
            c.options[c.reference].name
        ),
    }
}

/// The answer of the differences.
pub fn difference_answer(counts: &[(Verdict, usize)], reference: &str) -> String {
    let said: Vec<String> = counts
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(verdict, n)| format!("{n} {}", words::verdict_short(*verdict)))
        .collect();
    let said = match said.as_slice() {
        [] => "Nothing to tell".to_owned(),
        all => upper_first(&all.join(", ")),
    };
    format!(
        "{said}, against {reference}. Before the colon each option's own value; lines are 95% intervals."
    )
}

/// Differences of shares.
pub const PERCENTAGE_POINTS: Said = Said::en("percentage points");

/// What the axis of differences counts.
pub fn difference_axis(question: &Question, currency: &str) -> String {
    let unit = match words::unit_of_difference(question.kind, question.unit, currency).as_str() {
        "points" => PERCENTAGE_POINTS.to_owned(),
        other => other.to_owned(),
    };
    match unit.as_str() {
        "" => "change".to_owned(),
        unit => format!("change, {unit}"),
    }
}

/// Title of the frontier.
pub fn frontier_title(c: &Comparison, question: &Question) -> String {
    format!("{}: what the chance costs", question_title(c, question))
}

/// The answer of the frontier.
pub fn frontier_answer(efficient: &[&str], dominated: usize) -> String {
    let names = match efficient {
        [] | [_] => "No option buys a higher chance than the cheapest one.".to_owned(),
        all => format!("Efficient, from cheap to dear: {}.", all.join(", ")),
    };
    match dominated {
        0 => names,
        1 => format!("{names} For 1 option another costs less and is at least as likely."),
        n => format!("{names} For {n} options another costs less and is at least as likely."),
    }
}

/// What lies along the cost axis.
pub fn frontier_axis(currency: &str, last: Year) -> String {
    let cost = super::super::report::lower_first(&words::option_cost(last));
    format!("additional {cost}, {currency}")
}

/// How the frontier is to be read.
pub const FRONTIER_NOTE: Said = Said::en(
    "Filled markers and the line: options that no other beats, by the means found. Crosses are 95% intervals, of the additional cost and of the chance.",
);

/// The same where only some intervals are drawn.
pub const FRONTIER_NOTE_MANY: Said = Said::en(
    "Filled markers and the line: options that no other beats, by the means found; theirs are the 95% intervals drawn, of the additional cost and of the chance. All are in the figures beside the picture.",
);

/// Labels that found no place.
pub fn unlabelled(names: &[&str]) -> String {
    format!("Without a label: {}.", names.join(", "))
}

/// Title of the split of a change.
pub fn attribution_title(option: &str, outcome: &str) -> String {
    format!("{option}: which decision changes {outcome}")
}

/// The answer of the split.
pub fn attribution_answer(before: &str, now: &str, most: Option<(&str, &str)>) -> String {
    let most = most.map_or(String::new(), |(part, change)| {
        format!(" Most of it: {part}, {change}.")
    });
    format!("From {before} to {now}.{most}")
}

/// How the split is to be read.
pub fn attribution_note(futures: u32, all: u32, orders: Option<u32>) -> String {
    let how = match orders {
        None => "over all orders in which they could be taken".to_owned(),
        Some(n) => format!("over {n} sampled orders"),
    };
    let n = |count: u32| grouped(f64::from(count));
    let over = if futures < all {
        format!("the first {} of {} common futures", n(futures), n(all))
    } else {
        format!("{} common futures", n(all))
    };
    format!(
        "Each decision has what it adds on average {how} (Shapley values), in {over}; lines are 95% intervals."
    )
}

/// The last bar of a split.
pub const TOGETHER: Said = Said::en("Together");

/// Title of the costs.
pub fn money_title(c: &Comparison) -> String {
    format!(
        "What each option costs more than {}, {}, by who pays",
        c.options[c.reference].name, c.country
    )
}

/// The answer of the costs.
pub fn money_answer(
    currency: &str,
    dearest: Option<(&str, &str)>,
    cheapest: Option<(&str, &str)>,
) -> String {
    let text = match (dearest, cheapest) {
        (Some((name, sum)), None) => format!("{name}: {sum} {currency} over all years."),
        (Some((name, sum)), Some((other, less))) => {
            format!("Dearest: {name}, {sum} {currency} over all years. Cheapest: {other}, {less}.")
        }
        _ => String::new(),
    };
    format!("{text} Below zero is saved. Constant prices, means over the futures.")
}

/// Title of a map of change.
pub fn map_title(option: &str, title: &str, year: Year) -> String {
    format!(
        "{option}: change of {} in each province, {year}",
        crate::words::chart::inside(title)
    )
}

/// The answer of a map of change.
pub fn map_answer(
    up: usize,
    down: usize,
    of: usize,
    highest: &str,
    lowest: &str,
    words: (&str, &str),
) -> String {
    format!(
        "Clearly {} in {up} of {of} provinces, clearly {} in {down}. Largest rise: {highest}; lowest: {lowest}.",
        words.0, words.1
    )
}

/// Above the strip of a map of change.
pub fn map_legend(axis: &str) -> String {
    axis.to_owned()
}

/// The note of a map of change.
pub const MAP_NOTE: Said = Said::en(
    "Means over the same futures. Blue is better, orange worse; where neither is, blue is higher. In brackets: the 95% interval holds zero, or the change is too small to matter.",
);

/// No such picture.
pub const NOTHING: Said = Said::en("No picture: nothing differs.");

/// A change as a label: number, interval, verdict.
pub fn label(told: &words::Interval, verdict: Verdict) -> String {
    match verdict {
        Verdict::Same => words::verdict_short(verdict).to_owned(),
        other => format!("{}, {}", told.with_interval(), words::verdict_short(other)),
    }
}

/// A mean that has no interval.
pub fn exactly(value: f64) -> Mean {
    Mean {
        value,
        low: value,
        high: value,
    }
}
