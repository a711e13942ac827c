//! The words of a comparison: what an option changes, how sure that is, and what it costs. Terminal,
//! page, tables and pictures take their numbers from here, so that they agree to the printed digit.

mod figures;

use crate::said::Said;
pub use figures::{
    Interval, amount, change, difference, figures, scale, split, two, unit_of_difference, value,
    value_in_short, values, with_sign,
};

use super::number::{grouped, short, trimmed};
use super::report;
use crate::base::{Direction, TargetStatus};
use crate::results::comparison::{
    Answer, Comparison, Gain, Mean, Paired, PartKind, Payers, Question, QuestionKind, Spread,
    Turned, Verdict,
};
use crate::results::{AssumptionUsed, IndicatorInfo, NATION, Probability};
use crate::units::Year;

/// A field that is not written.
pub const NOT_SAID: Said = Said::en("not said");

/// An assumption that options have otherwise.
pub fn assumption(id: &str) -> String {
    format!("assumption {id}")
}

/// A figure of the base year that options have otherwise.
pub fn figure(told: &str) -> String {
    [FIGURE.text(), told].concat()
}

/// What a figure of the base year is called among inputs begins so.
pub const FIGURE: Said = Said::en("figure ");

/// Options that do not start from the same figures.
pub const OTHER_START: Said = Said::en(
    "Options start from different figures of the base year: what these change is no one's decision, and stands in the differences with what is decided (in the attribution it is part of the settings).",
);

/// A policy that options have otherwise.
pub fn policy(id: &str) -> String {
    format!("policy {id}")
}

/// A verdict in words; a clear difference too small for the digits of the values says so.
pub fn verdict_on(question: &Question, before: &Answer, now: &Answer) -> String {
    let Some(d) = &now.difference else {
        return String::new();
    };
    if d.verdict.is_clear() && value(question, before) == value(question, now) {
        format!("{}, by less than the digits shown", verdict(d))
    } else {
        verdict(d)
    }
}

/// What a question asks, in words.
pub fn question(c: &Comparison, question: &Question) -> String {
    asked(c, question, NATION)
}

/// The same without its place, where all that is asked is about that place.
pub fn question_here(c: &Comparison, question: &Question) -> String {
    asked(c, question, c.asked_place())
}

/// The same without the option that asks it.
pub fn question_alone(c: &Comparison, question: &Question) -> String {
    let alone = Question {
        asked_by: None,
        ..question.clone()
    };
    asked(c, &alone, c.asked_place())
}

/// What a question asks; its place is told unless it is `home` or the nation.
fn asked(c: &Comparison, question: &Question, home: &str) -> String {
    let place = match c.scopes.iter().find(|s| s.code == question.scope) {
        Some(s) if s.code != NATION && s.code != home => format!(" in {}", s.name),
        _ => String::new(),
    };
    // What the reference does not ask is marked with the option that does.
    let asked_by = question.asked_by.filter(|_| question.headline);
    let place = match asked_by {
        Some(option) => format!("{place} (asked by {})", c.options[option].name),
        None => place,
    };
    match (question.kind, question.threshold) {
        (QuestionKind::Target, Some(threshold)) => {
            let claim = report::claim(
                &question.indicator,
                &question.title,
                question.unit,
                (
                    question.better.unwrap_or(Direction::AtLeast),
                    threshold,
                    question.form,
                ),
                question.year,
            );
            format!("{claim}{place}")
        }
        _ => format!("{}{place} in {}", question.title, question.year),
    }
}

/// A verdict in words, with what it would take where it cannot be told.
pub fn verdict(paired: &Paired) -> String {
    match paired.verdict {
        Verdict::Better => "better".to_owned(),
        Verdict::Worse => "worse".to_owned(),
        Verdict::Higher => "higher".to_owned(),
        Verdict::Lower => "lower".to_owned(),
        Verdict::Same => "the same in every future".to_owned(),
        Verdict::TooSmall => "too small to matter".to_owned(),
        Verdict::CannotTell => {
            let lived = grouped(f64::from(paired.of()));
            match paired.needed {
                None => format!("cannot tell at {lived} futures: as many helped as harmed"),
                Some(n) => format!("cannot tell at {lived} futures; {} would tell", many(n)),
            }
        }
    }
}

/// The same in one or two words, for a table cell.
pub fn verdict_short(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        Verdict::Higher => "higher",
        Verdict::Lower => "lower",
        Verdict::Same => "same",
        Verdict::TooSmall => "too small to matter",
        Verdict::CannotTell => "cannot tell",
    }
}

/// A verdict's name in tables.
pub fn verdict_in_tables(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::CannotTell => "cannot_tell",
        Verdict::TooSmall => "too_small",
        other => verdict_short(other),
    }
}

/// A number of futures that would do, to two figures.
fn many(n: u64) -> String {
    const MOST: f64 = 1e8;
    let n = n as f64;
    if n > MOST {
        return format!("more than {}", short(MOST));
    }
    let unit = 10f64.powi((super::number::magnitude(n) - 1).max(0));
    format!("about {}", short((n / unit).ceil() * unit))
}

/// In how many futures an option helped, harmed and changed nothing.
#[cfg(any(test, feature = "internals"))]
pub fn futures(paired: &Paired) -> String {
    let n = |count: u32| grouped(f64::from(count));
    let (up, down) = match paired.verdict {
        Verdict::Higher | Verdict::Lower => ("higher", "lower"),
        _ => ("helped", "harmed"),
    };
    format!(
        "{up} in {}, {down} in {}, unchanged in {} futures",
        n(paired.helped),
        n(paired.harmed),
        n(paired.unchanged)
    )
}

/// What an option costs more, all payers, all years.
pub fn costs_more(cost: Mean, currency: &str, last: Year) -> String {
    let told = amount(Mean {
        value: cost.value.abs(),
        low: cost.low,
        high: cost.high,
    });
    if cost.value == 0.0 && cost.low == cost.high {
        return "costs the same".to_owned();
    }
    let way = if cost.value > 0.0 { "more" } else { "less" };
    if cost.low <= 0.0 && cost.high >= 0.0 {
        return format!("costs neither clearly more nor less by {last}");
    }
    format!("costs {} {currency} {way} by {last}", told.value)
}

/// Money of an option that lapses because it cannot be absorbed, beyond that of the reference; what
/// yearly chance alone moves is not worth a word.
pub fn not_absorbed(over: f64, currency: &str) -> Option<String> {
    (over >= 1000.0).then(|| {
        format!(
            "{} {currency} more lapse because they cannot be absorbed",
            grouped(over)
        )
    })
}

/// The verdict on one option in a sentence: what it costs, and what it changes most.
#[cfg(any(test, feature = "internals"))]
pub fn in_a_sentence(cost: &str, changes: &str) -> String {
    format!("{cost}; {changes}")
}

/// What an option changes in one question.
pub fn changes(claim: &str, before: &str, now: &str, told: &Interval, unit: &str) -> String {
    let unit = if unit.is_empty() {
        String::new()
    } else {
        format!(" {unit}")
    };
    format!(
        "{claim}: {now} instead of {before} ({}{unit}, 95% interval {} to {})",
        told.value, told.low, told.high
    )
}

/// What an option changes most, in few words.
pub fn turned(claim: &str, now: &str, change: &str) -> String {
    format!("{claim}: {now}, {change}")
}
/// How many targets an option moves, in few words.
pub fn moves(better: usize, worse: usize, of: usize) -> String {
    match worse {
        0 => format!("{better} of {of} targets likelier"),
        worse => format!("{better} of {of} targets likelier, {worse} less likely"),
    }
}

/// How an option stands on the headline targets.
pub fn standing(better: usize, worse: usize, of: usize, adopted: bool) -> String {
    let targets = if adopted { &*ADOPTED } else { "targets" };
    match (better, worse) {
        (0, 0) => format!("makes none of {of} {targets} clearly likelier or less likely"),
        (b, 0) => format!("makes {b} of {of} {targets} likelier, none less likely"),
        (0, w) => format!("makes {w} of {of} {targets} less likely, none likelier"),
        (b, w) => format!("makes {b} of {of} {targets} likelier and {w} less likely"),
    }
}

/// What targets are called that are all the nation's and adopted.
const ADOPTED: Said = Said::en("adopted national targets");

/// Whether all that is asked is adopted and the nation's.
pub fn are_adopted(c: &Comparison) -> bool {
    let mut asked = c.questions.iter().filter(|q| q.headline);
    asked.all(|q| q.scope == NATION && q.status == Some(TargetStatus::Adopted))
}

/// Said of an option that is the reference once more.
pub const SAME_INPUTS: Said =
    Said::en("decides the same as the reference: every difference is zero");

/// Title of a comparison.
pub fn title(others: &[&str], reference: &str) -> String {
    match others {
        [one] => format!("{one} against {reference}"),
        all => format!("{} options against {reference}", all.len()),
    }
}

/// A number of options: `1 option`, `19 options`.
pub fn options(many: usize) -> String {
    if many == 1 {
        "1 option".to_owned()
    } else {
        format!("{many} options")
    }
}

/// Which option is best in most futures.
pub fn best_in_most(title: &str, is_reference: bool, first: &Probability) -> String {
    let who = match is_reference {
        true => format!("the reference itself, **{title}**"),
        false => format!("**{title}**"),
    };
    format!(
        "Best most often is {who}: in {} no other option meets more of the targets asked, or as many for less of the money counted.",
        super::report::sure(None, first)
    )
}

/// Options that only the table tells.
pub fn more_in_the_table(more: usize) -> String {
    match more {
        1 => "1 more option stands in the table.".to_owned(),
        n => format!("{n} more options stand in the table."),
    }
}

/// How often an option is best, in the table of consequences.
pub const BEST: Said = Said::en("Best in so many futures (most targets met, then least money)");
/// What is given up with it at most.
pub const REGRET: Said =
    Said::en("Largest regret: points of chance behind the best option for a target");

/// The largest loss of chance against the best option for a target.
pub fn regret(lost: f64, best: &str) -> String {
    format!(
        "{}, behind {best}",
        change(points_of(lost), 100.0).value.trim_start_matches('+')
    )
}
/// How far the change that an option makes most reaches by the guess that moves it most.
pub const DOUBT: Said = Said::en(
    "Doubt: that largest change in the lowest and the highest fifth of the guess that matters most to it",
);

/// The same of one option, with that guess.
pub fn hinge([low, high]: [f64; 2], known: Option<&AssumptionUsed>, id: &str) -> String {
    let ends = [low, high].map(|end| with_sign(end * 100.0, 1));
    format!("{} to {} ({})", ends[0], ends[1], guess(known, id))
}

/// Said where no guess can be told from luck.
pub const NO_HINGE: Said = Said::en("no guess can be told from luck");

/// A guess by what it means, with its grade.
fn guess(known: Option<&AssumptionUsed>, id: &str) -> String {
    match known {
        Some(a) => super::report::assumption(
            super::guesses::in_short(&a.meaning),
            &format!("{:?}", a.grade),
        ),
        None => id.to_owned(),
    }
}

/// What would turn the order of the two best options.
pub fn order(
    [first, second]: [&str; 2],
    turned: Option<(&Turned, Option<&AssumptionUsed>)>,
) -> String {
    match turned {
        None => format!(
            "No guess by itself turns which of the two best meets more of the targets asked: {first} before {second}."
        ),
        Some((turned, known)) => {
            let unit = known.map_or("", |a| a.unit.as_str());
            let side = if turned.below { "below" } else { "above" };
            format!(
                "Of the two best {first} meets more of the targets asked than {second}; this turns where the guess is {side} {}: {}.",
                super::guesses::amount(unit, turned.at),
                guess(known, &turned.assumption)
            )
        }
    }
}

/// Said of an option that is best for every target.
pub const NO_REGRET: Said = Said::en("none");

fn points_of(lost: f64) -> Mean {
    Mean {
        value: lost,
        low: lost,
        high: lost,
    }
}

/// Heading of what decisions cost beside what they do.
pub const DEAR: Said = Said::en("What costs much and does little");
/// What stands there.
pub fn dear_lead(last: Year, currency: &str) -> String {
    format!(
        "Of each option with several decisions, the one that costs most (all payers to the end of {last}, {currency}) beside the one that does most for          the target the option moves most; every part is under *{ATTRIBUTION}*."
    )
}
/// A decision of an option with what it costs and the points it gives.
pub struct Does<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it costs.
    pub cost: f64,
    /// Points of chance it gives.
    pub points: f64,
}
/// The decision that costs most beside the one that does most.
pub fn dear(option: &str, claim: &str, [costs, does]: [Does<'_>; 2]) -> String {
    let told = |d: &Does<'_>| {
        let points = with_sign(d.points, 1);
        format!("{}: {} for {points} points", d.name, grouped(d.cost))
    };
    format!(
        "**{option}**, {claim}: costs most {}; does most {}",
        told(&costs),
        told(&does)
    )
}

/// What the page is about.
pub fn introduction(c: &Comparison) -> String {
    format!(
        "This page holds {} for {} against \u{201c}{}\u{201d}, {} to {}. All are lived in the same {} futures (seed {}): \
         what nobody decides is the same in all of them, so two options differ only by what was decided. A difference \
         is the option minus the reference, future by future. Intervals are 95% intervals of what the sampling of futures leaves open. \
         Money is in {} at the prices of {} unless said otherwise.",
        options(c.options.len() - 1),
        c.country,
        c.options[c.reference].title,
        c.years.get(1).unwrap_or(&c.year),
        c.years.last().unwrap_or(&c.year),
        grouped(f64::from(c.futures())),
        c.seed,
        c.currency,
        c.years[0],
    )
}

/// Heading of the verdicts.
pub const VERDICTS: Said = Said::en("The verdict");
/// The same of one place.
pub fn verdicts_in(place: &str) -> String {
    format!("{VERDICTS}: {place}")
}
/// What the table of consequences is.
pub fn chances_lead(adopted: bool) -> String {
    let targets = if adopted {
        "each adopted national target"
    } else {
        "each target"
    };
    format!(
        "The chance that {targets} is met in its year; after the colon the change in percentage points against the reference. *Cannot tell* means that the interval of the change holds zero, *too small to matter* that the change is below the smallest that counts."
    )
}
/// Targets that stand elsewhere, since no option moves them.
pub fn left_out(alike: usize, of: usize) -> String {
    format!(
        "{alike} of {of} targets are left out here: no option changes them in any future. They stand under *{UNMOVED}*."
    )
}
/// Heading of the targets that no option moves.
pub const UNMOVED: Said = Said::en("What no option changes");
/// Columns of these targets.
pub const UNMOVED_COLUMNS: [Said; 2] = [Said::en("Asked"), Said::en("Chance")];
/// Heading of the differences.
pub const DIFFERENCES: Said = Said::en("What each option changes");
/// What a verdict rests on.
pub fn verdicts_lead(told: usize) -> String {
    format!(
        "*Better* and *worse* are said where the 95% interval of the difference lies wholly on one side of zero \
         and the difference is not below the smallest that matters (column `matters` of `differences.csv`: unless a \
         scenario states another, half a point of a chance, and of a value half of the last digit a report prints). \
         There are {told} verdicts of that kind on this page and in `differences.csv`: if nothing differed at all, \
         about 1 in 20 would still be said by luck."
    )
}
/// How many of what is asked an option leaves as it is.
pub fn alike(many: usize) -> String {
    match many {
        1 => "One more of what is asked is the same in every future.".to_owned(),
        n => format!("{n} more of what is asked are the same in every future."),
    }
}

/// Columns of the differences of one option.
pub const DIFFERENCES_COLUMNS: [Said; 6] = [
    Said::en("Asked"),
    Said::en("Reference"),
    Said::en("Option"),
    Said::en("Difference (95% interval)"),
    Said::en("Futures: helped / harmed / unchanged"),
    Said::en("Verdict"),
];
/// Heading of the inputs.
pub const INPUTS: Said = Said::en("What was decided differently");
/// Columns of the inputs.
pub const INPUTS_COLUMNS: [Said; 5] = [
    Said::en("Option"),
    Said::en("What"),
    Said::en("Field"),
    Said::en("Reference"),
    Said::en("Option"),
];
/// Where one side has nothing.
pub const NOT_THERE: Said = Said::en("not there");
/// Heading of the costs.
pub const COSTS: Said = Said::en("What it costs, and who pays");
/// What the table of costs is.
pub const COSTS_LEAD: Said = Said::en(
    "What each option costs more than the reference over all years, means over the futures with the 95% interval. *Constant*, all payers, is the cost of the option wherever one is named. *Nominal* is at the prices of each year, *discounted* counts later money less. Every payer, purpose and year is in `costs.csv`.",
);
/// Columns of the costs.
pub const COSTS_COLUMNS: [Said; 6] = [
    Said::en("Option"),
    Said::en("Payer"),
    Said::en("Purpose"),
    Said::en("Constant"),
    Said::en("Nominal"),
    Said::en("Discounted"),
];
/// Heading of the prices of gains.
pub const PRICES: Said = Said::en("What a gain costs");
/// What the table of prices is.
pub fn prices_lead(currency: &str) -> String {
    format!(
        "Discounted additional cost up to the year of the gain ({currency}, constant prices), over what is gained in that year: \
         not the whole cost of the option, which stands above. \
         The interval is that of the joint futures. No price is given where the interval of the gain holds zero."
    )
}
/// Columns of the prices.
pub const PRICES_COLUMNS: [Said; 6] = [
    Said::en("Option"),
    Said::en("Gain"),
    Said::en("Whose costs"),
    Said::en("Discounted cost to the year of the gain"),
    Said::en("Gained"),
    Said::en("Cost of one"),
];
/// Said where no gain has a price.
pub const NO_PRICE: Said = Said::en("No option gains clearly in any of these.");
/// Said where something is gained and nothing more is spent.
pub const COSTS_LESS: Said = Said::en("none: it costs no more");
/// Heading of the provinces.
pub fn provinces(year: Year) -> String {
    format!("Who gains, at the end of {year}")
}
/// What is told of provinces.
pub const PROVINCES_LEAD: Said = Said::en(
    "Changes of the provinces in the indicator each option exists for. All provinces and indicators are in `provinces.csv`, spreads in `spread.csv`.",
);
/// How provinces fare under an option.
pub fn provinces_fare(
    title: &str,
    better: usize,
    worse: usize,
    of: usize,
    most: &[String],
    least: &[String],
    unit: &str,
) -> String {
    let mut text =
        format!("{title}: clearly better in {better} of {of} provinces, clearly worse in {worse}.");
    let unit = match unit {
        "" => String::new(),
        unit => format!(" ({unit})"),
    };
    if !most.is_empty() {
        text += &format!(" Largest gains{unit}: {}.", most.join(", "));
    }
    if !least.is_empty() {
        text += &format!(" Largest losses{unit}: {}.", least.join(", "));
    }
    text
}
/// How provinces fare where neither way is better.
pub fn provinces_move(title: &str, up: usize, down: usize, of: usize) -> String {
    format!("{title}: clearly higher in {up} of {of} provinces, clearly lower in {down}.")
}
/// How the spread between provinces changes.
pub fn spread_changes(measure: Spread, before: &str, now: &str, verdict: &str) -> String {
    format!(
        "{}: {now} instead of {before} ({verdict}).",
        measure_title(measure)
    )
}
/// A verdict on a spread.
pub fn spread_verdict(paired: &Paired) -> String {
    match paired.verdict {
        Verdict::Better => "nearer to one another".to_owned(),
        Verdict::Worse => "further apart".to_owned(),
        _ => verdict(paired),
    }
}
/// A measure of spread in words.
pub fn measure_title(measure: Spread) -> &'static str {
    match measure {
        Spread::HighestMinusLowest => "Highest province minus lowest",
        Spread::StandardDeviation => "Standard deviation between provinces",
    }
}
/// A measure of spread in tables.
pub fn measure_in_tables(measure: Spread) -> &'static str {
    match measure {
        Spread::HighestMinusLowest => "highest_minus_lowest",
        Spread::StandardDeviation => "standard_deviation",
    }
}
/// Heading of the attribution.
pub const ATTRIBUTION: Said = Said::en("Which decision does it");
/// What the attribution is: how many of all futures are split.
pub fn attribution_lead(futures: u32, all: u32, orders: Option<u32>) -> String {
    let how = match orders {
        None => "All orders are counted".to_owned(),
        Some(n) => format!("{n} orders are sampled, and the error that leaves is shown"),
    };
    let n = |count: u32| grouped(f64::from(count));
    let (over, rest) = if futures < all {
        let rest = format!(
            "; what the other futures add to the difference stands as *{}*",
            part_kind(PartKind::NotSplit)
        );
        (
            format!("the first {} of the {} futures", n(futures), n(all)),
            rest,
        )
    } else {
        (format!("the same {} futures", n(all)), String::new())
    };
    format!(
        "The change is split over the decisions: each has what it adds on average over all orders in which they could \
         be taken (Shapley values), on {over}. {how}. The parts add up to the difference of the comparison{rest}."
    )
}
/// In which way a decision differs.
pub fn part_kind(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Added => "added",
        PartKind::Removed => "removed",
        PartKind::Changed => "changed",
        PartKind::Settings => "assumptions and switches",
        PartKind::NotSplit => "not split (sampling)",
    }
}
/// A part as printed.
pub fn part(id: &str, kind: PartKind) -> String {
    match kind {
        PartKind::Settings | PartKind::NotSplit => part_kind(kind).to_owned(),
        other => format!("{id} ({})", part_kind(other)),
    }
}
/// The name of an option's cost, the same wherever it is shown: all payers, all simulated years,
/// constant prices.
pub fn option_cost(last: Year) -> String {
    format!("Cost of all payers to the end of {last}, constant prices")
}
/// Heading of the pictures.
#[cfg(any(test, feature = "internals"))]
pub const PICTURES: Said = Said::en("Pictures");
/// Heading of the methods.
pub const METHODS: Said = Said::en("How to read the numbers");
/// How the numbers are made.
pub fn methods(largest_cut: Option<(f64, f64)>) -> Vec<String> {
    let mut all = vec![
        "**Difference of a mean**: mean over the futures of option minus reference; interval by normal theory on these differences.".to_owned(),
        "**Difference of a chance**: futures that meet the target only in the option minus those that meet it only in the reference, over all futures; interval of Bonett and Price (2012) for paired shares.".to_owned(),
        "**Beds** are compared as built: options move the official count by their built beds times the share that shows in it, in every future, so it would tell nothing more; what will be reported stands in each option's own run. Chances of provinces leave out the error of what is published, which is the same in every option; a run alone has it.".to_owned(),
        "**Helped, harmed, unchanged**: futures in which the option does better, worse or exactly the same; single numbers are kept to seven digits.".to_owned(),
        "**Cannot tell; so many would tell**: the number of futures at which a true difference of the size seen would be told from zero in 4 of 5 studies.".to_owned(),
        "**Cost of one**: mean additional cost over mean gain of the same futures; interval of Fieller (1954). Intervals are never added.".to_owned(),
    ];
    if let Some((low, high)) = largest_cut {
        all.push(format!(
            "**Matched futures**: for what each option is for, the variance of the difference is {} times smaller than with different luck.",
            if trimmed(low, 0) == trimmed(high, 0) {
                short(low)
            } else {
                format!("{} to {}", short(low), short(high))
            }
        ));
    }
    all
}
/// Heading of the files.
pub const FILES: Said = Said::en("Files");
/// The workbook.
pub const FILES_WORKBOOK: Said = Said::en(
    "`summary.xlsx`: options side by side, costs with live sums, what a gain costs and who gains, as a workbook to print and to work on",
);
/// What lies beside the page.
pub const FILES_LIST: [Said; 2] = [
    Said::en("`comparison.json`: all of it, for programs"),
    Said::en("`options/`: every scenario as it was lived, defaults written out"),
];

/// What is gained, in words.
pub fn gain(c: &Comparison, gain: &Gain) -> String {
    match gain {
        Gain::Point(id) => {
            let question = c.questions.iter().find(|q| q.id == *id);
            let claim = question.map_or(id.clone(), |q| self::question(c, q));
            format!("one point of the chance of {claim}")
        }
        Gain::Head(plural) => format!("one more of the {plural} at the end of {}", c.year),
        Gain::Bed => format!("one more hospital bed at the end of {}", c.year),
        Gain::BedDayAtHome => format!("one more bed-day treated at home in {}", c.year),
    }
}
/// What is gained, in tables.
pub fn gain_in_tables(gain: &Gain) -> String {
    match gain {
        Gain::Point(id) => format!("point:{id}"),
        Gain::Head(plural) => format!("head:{plural}"),
        Gain::Bed => "bed".to_owned(),
        Gain::BedDayAtHome => "bed_day_at_home".to_owned(),
    }
}
/// Whose costs, in words.
pub fn payers(payers: Payers) -> &'static str {
    match payers {
        Payers::All => "all payers",
        Payers::Budgets => "central and provincial budgets",
    }
}
/// Whose costs, in tables.
pub fn payers_in_tables(payers: Payers) -> &'static str {
    match payers {
        Payers::All => "all",
        Payers::Budgets => "budgets",
    }
}
/// The cost of one unit of gain; below a tenth of the currency's unit it is told for a million units.
pub fn price(price: Mean, currency: &str) -> String {
    const MANY: f64 = 1e6;
    if price.value != 0.0 && price.value.abs() < 0.01 {
        let told = amount(Mean {
            value: price.value * MANY,
            low: price.low * MANY,
            high: price.high * MANY,
        });
        format!("{} {currency} a million", told.with_interval())
    } else {
        format!("{} {currency}", amount(price).with_interval())
    }
}

/// The discount rate of a file that states none.
pub const BASES_RATE: Said = Said::en("that of the base");

/// What the options of a comparison share.
#[derive(Clone, Copy)]
pub enum Shared {
    /// The base, to the bit.
    Base,
    /// The seed.
    Seed,
    /// The years lived.
    Years,
    /// The futures lived.
    Futures,
    /// The layers of randomness.
    Uncertainty,
    /// The discount rate.
    DiscountRate,
}

/// Options that do not share what a comparison needs.
pub fn not_shared(what: Shared, one: (&str, &str), other: (&str, &str)) -> String {
    let (head, help) = match what {
        Shared::Base => (
            "options can only be compared on one base",
            "write the same `base` in both files, or give --base DIR for all of them; a finished run keeps its own",
        ),
        Shared::Seed => (
            "options can only be compared on one seed",
            "write the same `seed` in both files, or give --seed N for all of them; a finished run keeps its own",
        ),
        Shared::Years => (
            "options can only be compared on one span of years",
            "write the same `years` in both files",
        ),
        Shared::Futures => (
            "options can only be compared on one number of futures",
            "write the same `replicates` in both files, or give --replicates N for all of them; a finished run keeps its own",
        ),
        Shared::Uncertainty => (
            "options can only be compared on one kind of uncertainty",
            "write the same `uncertainty` in both files",
        ),
        Shared::DiscountRate => (
            "options can only be compared on one discount rate",
            "write the same `discount_rate` in both files",
        ),
    };
    format!(
        "{head}\n  {}: {}\n  {}: {}\n  help: {help}",
        one.0, one.1, other.0, other.1
    )
}
/// Too few options.
pub const TOO_FEW: Said = Said::en(
    "a comparison needs at least two options\n  help: carecast compare baseline my-plan.ron",
);
/// Too many options.
pub fn too_many(most: usize) -> String {
    format!(
        "at most {most} options can be compared at once\n  help: leave some out, or compare them in groups with one --reference"
    )
}
/// The reference is not among the options.
pub fn no_such_reference(word: &str, help: &str) -> String {
    format!("--reference {word} is none of the options\n  help: {help}")
}
/// The options that can be the reference.
pub fn references(names: &[&str]) -> String {
    format!("the options are: {}", names.join(", "))
}
/// Said before the first future is lived.
pub fn setting_out(
    options: usize,
    reference: &str,
    futures: u32,
    first: Year,
    last: Year,
) -> String {
    format!(
        "comparing {} against {reference}: {} futures of each, {first} to {last}",
        self::options(options),
        grouped(f64::from(futures))
    )
}
/// Name of a comparison's progress.
pub const NAME: &str = "compare";
/// Said while tables and pictures are made.
pub const WRITING: Said = Said::en("compare: writing tables, pictures and report");
/// What is left where a comparison ended early.
pub const NOTHING_WRITTEN: Said = Said::en(
    "Nothing of this comparison was written; what an earlier one left there is as it was.",
);
/// How a comparison went.
pub fn went(c: &Comparison, files: usize, writing: f64, page: &str) -> String {
    let s = &c.statistics;
    let speed = (s.futures + s.attribution_futures) as f64 / s.seconds.max(1e-9);
    let besides = match s.attribution_futures {
        0 => String::new(),
        n => format!(
            " and {} more to split changes over decisions",
            grouped(n as f64)
        ),
    };
    format!(
        "{} futures{besides} in {} ({} a second, {} threads)\n{files} files in {}; start with {page}",
        grouped(s.futures as f64),
        super::command::duration(s.seconds),
        grouped(speed),
        s.threads,
        super::command::duration(writing),
    )
}
/// A scenario the program carries, as a place.
pub fn built_in(name: &str) -> String {
    format!("built-in {name}")
}

/// A run folder that is asked for other futures than it holds.
pub fn as_it_was_lived(folder: &str, flag: &str, scenario: &str) -> String {
    format!(
        "the run in {folder} is compared as it was lived, and {flag} asks for other futures\n  help: leave {flag} out, or give the scenario: {scenario}"
    )
}

/// A run folder whose base has changed.
pub fn base_of_run_changed(folder: &str, then: &str, now: &str) -> String {
    let cut = |digest: &str| digest.chars().take(12).collect::<String>();
    format!(
        "the base of the run in {folder} has changed since\n  sha-256 then: {}\n  sha-256 now:  {}\n  help: run the scenario again with `carecast run`, or compare the scenario files",
        cut(then),
        cut(now)
    )
}

/// The title of an indicator; its id where it is not among those compared.
pub fn indicator<'a>(indicators: &'a [IndicatorInfo], id: &'a str) -> &'a str {
    indicators
        .iter()
        .find(|i| i.id == id)
        .map_or(id, |i| i.title.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_futures_is_told_to_two_figures_upwards() {
        assert_eq!(many(23_456), "about 24,000");
        assert_eq!(many(7), "about 7");
        assert_eq!(many(u64::MAX), "more than 100 million");
    }
}
