//! The sentences of the report: what a chance, a gap, a law and a year are called by people who plan.

use super::number::{decimal, odds, whole};
use crate::results::Probability;
use crate::units::Year;

/// Whether a chance is told in tenths; nearer to 0 or 1 it is told in hundredths.
fn in_tenths(p: f64) -> bool {
    (0.075..0.925).contains(&p)
}

/// A chance in words: `about 7 in 10`, `about 1 in 35`, `fewer than 1 in 3,333`; where too few
/// futures were lived for that, what happened in them.
pub fn chance(p: &Probability) -> String {
    let Probability { hits, of, .. } = *p;
    match of {
        0 => "not known, because no future was lived".into(),
        1 if hits == 0 => "not met in the one future lived".into(),
        1 => "met in the one future lived".into(),
        2..30 if hits == 0 => format!("met in none of the {of} futures lived, too few to say more"),
        2..30 if hits == of => format!("met in all {of} futures lived, too few to say more"),
        _ => odds(p),
    }
}

/// A range of chances: `5 to 8 in 10`, `2 to 31 in 100`.
pub fn chance_range(one: f64, other: f64) -> String {
    let (low, high) = if one <= other {
        (one, other)
    } else {
        (other, one)
    };
    let (scale, unit) = if in_tenths(low) && in_tenths(high) {
        (10.0, "10")
    } else {
        (100.0, "100")
    };
    let (a, b) = ((low * scale).round(), (high * scale).round());
    if a == b && b == 0.0 {
        "under 1 in 100".into()
    } else if a == b && b == scale {
        "over 99 in 100".into()
    } else if a == b {
        format!("about {a} in {unit}")
    } else {
        format!("{a} to {b} in {unit}")
    }
}

/// The sampling error of a chance: `sampling ±1 point`.
pub fn sampling(low: f64, high: f64) -> String {
    let half = (high - low) * 50.0;
    if half < 0.5 {
        "sampling under ±1 point".into()
    } else if half < 1.5 {
        "sampling ±1 point".into()
    } else {
        format!("sampling ±{} points", half.round())
    }
}

/// Both errors of a chance: what sampling leaves, and what the assumption that matters most leaves.
pub fn both_errors(sampling: &str, range: Option<(&str, &str)>) -> String {
    match range {
        Some((range, assumption)) => {
            format!("{sampling}; {range} across the assumption that matters most: {assumption}")
        }
        None => sampling.to_string(),
    }
}

/// An assumption named in a sentence: its meaning, its id and its grade.
pub fn assumption(meaning: &str, id: &str, grade: &str) -> String {
    let meaning = meaning.trim().trim_end_matches('.');
    format!("{}, `{id}`, grade {grade}", lower_first(meaning))
}

/// What a target asks for: `at least 35 hospital beds per 10,000 people at the end of 2030`.
/// `counted` says whether the title reads on after a number.
pub fn claim(title: &str, counted: bool, at_least: bool, threshold: &str, year: Year) -> String {
    let title = lower_first(title);
    let comma = if title.contains(", ") { "," } else { "" };
    match (counted, at_least) {
        (true, true) => format!("at least {threshold} {title}{comma} at the end of {year}"),
        (true, false) => format!("at most {threshold} {title}{comma} at the end of {year}"),
        (false, true) => format!("{title}{comma} at {threshold} or more at the end of {year}"),
        (false, false) => format!("{title}{comma} at {threshold} or less at the end of {year}"),
    }
}

/// Said of a target that almost no future meets.
pub fn missed(hits: u32, value: f64) -> Option<&'static str> {
    match (hits, value) {
        (0, _) => Some("It is missed in every future we lived."),
        (_, v) if v <= 0.05 => Some("It is missed in almost every future."),
        _ => None,
    }
}

/// The gap of the median future in whole heads or beds, and what would close it.
pub fn what_it_would_take(
    gap: f64,
    things: &str,
    year: Year,
    extra: Option<f64>,
    first: Year,
    multiple: Option<f64>,
) -> String {
    let mut text = format!(
        "In the median future, {year} ends {} {things} short.",
        whole(gap.ceil())
    );
    if let Some(extra) = extra {
        text += &format!(
            " To close that gap, {} more {things} a year are needed from {first} on, beyond what happens anyway",
            whole(extra.ceil())
        );
        match multiple {
            Some(m) if m.is_finite() && m > 1.0 => {
                text += &format!(
                    ". Growth would have to be {} times that of today.",
                    decimal(m, 1)
                );
            }
            _ => text += ".",
        }
    }
    text
}

/// When a target is first met, over the futures.
pub fn first_met(
    quick: Option<Year>,
    half: Option<Year>,
    slow: Option<Year>,
    last: Year,
) -> String {
    match (quick, half, slow) {
        (_, Some(h), Some(s)) => {
            format!("Half of the futures first reach it by {h}, nine in ten by {s}.")
        }
        (_, Some(h), None) => format!(
            "Half of the futures first reach it by {h}; over one in ten never do by {last}."
        ),
        (Some(q), None, _) => format!(
            "The quickest tenth of the futures first reach it by {q}; over half never do by {last}."
        ),
        (None, None, _) => {
            format!("Fewer than one future in ten reaches it at any year-end up to {last}.")
        }
    }
}

/// Why a target has no answer: its year is not among the years lived.
pub fn outside_years(year: Year, first: Year, last: Year) -> String {
    if year < first {
        format!("{year} is over when the simulation starts; it looks at {first} to {last}")
    } else {
        format!("{year} lies after {last}, the last year of this run")
    }
}

/// Why a target has no answer: the indicator has no value in its place.
pub const NOT_READ_THERE: &str = "this indicator is not read for this place";

/// Why a target set for old borders has no answer.
pub const OLD_BORDERS: &str =
    "it was set for borders that no longer exist, so it is no verdict on today's province";

/// What is counted by an indicator, from its id: `private_bed_share` counts private beds.
pub fn counted_things(indicator: &str) -> String {
    let id = indicator.strip_suffix("_official").unwrap_or(indicator);
    let noun = match id.split_once("_per_") {
        Some((things, _)) => things.to_string(),
        None => match id.strip_suffix("_share") {
            Some(thing) => format!("{thing}s"),
            None => id.to_string(),
        },
    };
    noun.replace('_', " ")
}

/// Text with its first letter small, unless its first word is an abbreviation or a name in capitals.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(a), Some(b)) if a.is_uppercase() && b.is_uppercase() => text.to_string(),
        (Some(a), _) => a.to_lowercase().chain(text.chars().skip(1)).collect(),
        _ => String::new(),
    }
}

/// Text with its first letter capital.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(a) => a.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// What every reader should know about what this model does not do.
pub const LEFT_OUT: &[&str] = &[
    "Quality of care, waiting times and single diseases. A bed is a bed and a doctor is a doctor, whatever the training behind them.",
    "Epidemics, disasters, and further changes of borders or of the law.",
    "Moves of staff from one province to another: nobody publishes them.",
    "Governments that change their plans when a target slips. The plans of the scenario run as written in every future.",
    "Crowding acts on burn-out, on expansion and on beds put up in existing buildings, and on nothing else. It does not change health.",
    "Occupations beyond those in the base, and work outside the facilities followed here.",
    "Targets that are not built from beds, staff, facilities and money, such as insurance cover, stunting or life expectancy.",
];

/// Said of every provincial band.
pub const PROVINCIAL_BANDS_TOO_NARROW: &str = "The provincial bands below are **too narrow**: errors in the published provincial figures and later revisions of provincial plans are not drawn in this run. Read a difference of a few points between two provinces as no difference.";

/// Said of the chances of provincial targets.
pub const PROVINCIAL_CHANCES_TOO_SURE: &str = "Errors in the published provincial figures are not drawn in this run, so the chances below are **too sure of themselves**: the true ones lie nearer to even.";

/// Said where beds count whether or not there are people to staff them.
pub const BEDS_WITHOUT_STAFF: &str = "Beds without staff: built beds count towards the targets, as in the official ratios, whether or not there are people to staff them. `operating_beds_per_10k` in `summary.csv` shows the beds that staff can serve.";

/// The files of a run, each in one line.
pub const FILES: &[&str] = &[
    "`summary.csv`: every indicator for the nation, each region and each province, year by year: mean, spread, percentiles and Monte Carlo error. Shares are fractions.",
    "`targets.csv`: every target with its chance, interval, shortfall and year first met; or the reason why it has no answer.",
    "`targets_by_year.csv`: the same question asked at each year-end.",
    "`province_chances.csv`: the chance that a province by itself reaches the national threshold.",
    "`drivers.csv`: the chance of each headline target in the lowest and highest fifth of each assumption.",
    "`costs.csv`: money by payer, purpose and year.",
    "`ledger.csv`: every change of every national stock by cause and year.",
    "`binding.csv`: whether posts or people were short.",
    "`assumptions.csv`: every uncertain number with its law, source, grade and reason.",
    "`scenario.resolved.ron`: the scenario as it was run, every default written out.",
    "`manifest.json`: version, seed, and a fingerprint of the scenario, the base and every file.",
];

/// The folder of pictures.
pub const FILES_CHARTS: &str =
    "`charts/`: the pictures, each with a table of the numbers it shows.";

/// Who pays.
pub fn payer(key: &str) -> &'static str {
    match key {
        "ministry" => "Central budget",
        "provincial" => "Provincial budgets",
        "hospitals" => "Hospital revenue (insurance and fees)",
        _ => "Private investors and schools",
    }
}

/// How well founded a grade is.
pub fn grade(letter: &str) -> &'static str {
    match letter {
        "A" => "official statistics and decisions",
        "B" => "press reports quoting officials",
        "C" => "academic and secondary sources",
        "D" => "derived from published figures",
        _ => "assumed, with a range and a reason",
    }
}

/// Which side limits hiring in most futures.
pub fn hiring(occupation: &str, posts: usize, years: usize) -> String {
    if posts == years {
        format!("{occupation}: posts are short in most futures, in every year.")
    } else if posts == 0 {
        format!("{occupation}: people are short in most futures, in every year.")
    } else {
        format!(
            "{occupation}: posts are short in most futures in {posts} of the {years} years, people in the others."
        )
    }
}

/// A number of an assumption as it was written, with commas between thousands.
pub fn figure(value: f64) -> String {
    let text = format!("{value}");
    let (head, tail) = text
        .split_once('.')
        .map_or((text.as_str(), None), |(h, t)| (h, Some(t)));
    let sign = if head.starts_with('-') { "-" } else { "" };
    let head = whole(head.trim_start_matches('-').parse().unwrap_or(0.0));
    tail.map_or_else(
        || format!("{sign}{head}"),
        |tail| format!("{sign}{head}.{tail}"),
    )
}

/// How the two errors of a chance are to be read.
pub const HOW_TO_READ: &[&str] = &[
    "*Sampling* is the error left because we lived a limited number of futures. More futures make it smaller. It is a 95% interval.",
    "*Across the assumption that matters most* is the chance in the fifth of the futures where that assumption is lowest, and in the fifth where it is highest. More futures do not make it smaller; only better data do.",
    "*Fewer than 1 in 3,333* means that it never happened in 10,000 futures. It does not mean that it cannot happen.",
    "*Median* is the middle future: half of them end higher, half lower. *8 in 10* ranges leave out the lowest and the highest tenth.",
    "Both errors are errors inside the model. What the model leaves out is listed above, and no interval here covers it.",
    "Grades: A official statistic or decision; B press report quoting officials; C academic or secondary source; D derived from such figures; E assumed, with a range and a reason.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_futures_claim_little() {
        let chance_of = |hits: u32, of: u32| {
            let value = f64::from(hits) / f64::from(of);
            chance(&Probability {
                hits,
                of,
                value,
                low: 0.0,
                high: 1.0,
            })
        };
        let cases = [
            (7_012, 10_000, "about 7 in 10"),
            (0, 10_000, "fewer than 1 in 3,333"),
            (
                0,
                8,
                "met in none of the 8 futures lived, too few to say more",
            ),
            (8, 8, "met in all 8 futures lived, too few to say more"),
            (1, 1, "met in the one future lived"),
            (0, 1, "not met in the one future lived"),
        ];
        for (hits, of, expected) in cases {
            assert_eq!(chance_of(hits, of), expected, "{hits} of {of}");
        }
    }

    #[test]
    fn a_range_of_chances_is_told_from_low_to_high() {
        assert_eq!(chance_range(0.82, 0.51), "5 to 8 in 10");
        assert_eq!(chance_range(0.02, 0.31), "2 to 31 in 100");
        assert_eq!(chance_range(0.0, 0.001), "under 1 in 100");
        assert_eq!(chance_range(0.68, 0.71), "about 7 in 10");
    }

    #[test]
    fn sampling_error_is_half_the_interval_in_points() {
        assert_eq!(sampling(0.69, 0.71), "sampling ±1 point");
        assert_eq!(sampling(0.5, 0.64), "sampling ±7 points");
        assert_eq!(sampling(0.0, 0.0004), "sampling under ±1 point");
    }

    #[test]
    fn an_indicator_counts_what_its_name_says() {
        assert_eq!(counted_things("beds_per_10k"), "beds");
        assert_eq!(counted_things("doctors_per_10k_official"), "doctors");
        assert_eq!(counted_things("private_bed_share"), "private beds");
    }
}
