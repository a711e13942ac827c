//! The sentences of an answer: what a chance, a gap and a year are called by people who plan.

use super::number::{self, decimal, grouped, odds};
use super::targets::SET_BY_SCENARIO;
use crate::base::tracked::is_milestone;
use crate::base::{Bound, Form, TargetStatus};
use crate::results::{Probability, TargetAnswer, Unit, VariantAnswer, Word};
use crate::said::Said;
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

/// The word for a chance, by the ladder of [`Word`].
pub fn word(word: Word) -> &'static str {
    match word {
        Word::Will => "will",
        Word::Probably => "probably",
        Word::Open => "open",
        Word::ProbablyNot => "probably not",
        Word::WillNot => "will not",
    }
}

/// How sure a chance is, the same in every text: its word, in so many of ten or a hundred, and per cent:
/// `probably, about 8 in 10 (77%)`, `will not (<1%)`. Of too few futures only what happened is told.
pub fn sure(said: Option<Word>, p: &Probability) -> String {
    if p.of < 30 {
        return chance(p);
    }
    let percent = number::chance(p);
    match said {
        Some(said @ (Word::Will | Word::WillNot)) => format!("{} ({percent})", word(said)),
        Some(said) => format!("{}, {} ({percent})", word(said), chance(p)),
        None => format!("{} ({percent})", chance(p)),
    }
}

/// The same between its ends, where no figure decides how something goes on.
pub fn sure_by_ways(said: Word, low: &Probability, high: &Probability) -> String {
    let [from, to] = [low, high].map(number::chance);
    let range = chance_range(low.value, high.value);
    format!("{}, {range} ({from} to {to}) by how it goes on", word(said))
}

/// How sure a target is, the same in every text and picture; `None` where it has no chance.
pub fn sure_of(target: &TargetAnswer) -> Option<String> {
    let (p, word) = (target.probability.as_ref()?, target.word()?);
    let ends = target
        .extremes()
        .filter(|_| !target.is_one_chance() && p.of >= 30);
    Some(match ends {
        Some([low, high]) => sure_by_ways(word, low, high),
        None => sure(Some(word), p),
    })
}

/// The chance in each way no figure decides between: `plateau about 6 in 10 (weight 12%)`.
pub fn variants(all: &[VariantAnswer]) -> String {
    let each = all.iter().map(|v| {
        let weight = v.weight.map(|w| format!(" (weight {:.0}%)", w * 100.0));
        let weight = weight.unwrap_or_default();
        format!("*{}* {}{weight}", v.name, chance(&v.probability))
    });
    let each: Vec<String> = each.collect();
    let weights = match all.iter().any(|v| v.weight.is_some()) {
        true => "their mixture is the chance above",
        false => "no figure supports weights, so no mixture is given",
    };
    format!(
        "By how it goes on, which no figure decides: {}; {weights}.",
        each.join("; ")
    )
}

/// The outside view: what rises of the past say, whatever the reasons.
pub fn outside_view(chance: f64, spans: usize, years: i32) -> String {
    format!(
        "The outside view, which takes no part in the word: of {spans} spans of {years} years since 1995 a rise as large came {}.",
        chance_range(chance, chance)
    )
}

/// Where an official count turns: how many must be counted beyond those the model has.
pub fn turns(
    gap: f64,
    things: &str,
    year: Year,
    a_year: Option<f64>,
    lately: Option<(f64, f64)>,
) -> String {
    let a_year = a_year.map(|a| format!(", {} a year", number::short(a)));
    let lately = lately.map(|(low, high)| {
        let [low, high] = [low, high].map(number::short);
        format!(" (lately {low} to {high})")
    });
    format!(
        "The official count turns at about {} {things} registered beyond those the schools bring by {year}{}{}.",
        number::short(gap),
        a_year.unwrap_or_default(),
        lately.unwrap_or_default()
    )
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
        // No sample shows that something never or always happens.
        let a = if a == 0.0 {
            "under 1".to_owned()
        } else {
            a.to_string()
        };
        let b = if b == scale {
            format!("over {}", b - 1.0)
        } else {
            b.to_string()
        };
        format!("{a} to {b} in {unit}")
    }
}

/// The sampling error of a chance: `sampling ±1 point`.
pub fn sampling(low: f64, high: f64) -> String {
    format!("sampling {}", sampling_in_short(low, high))
}

/// The same in a table: `±1 point`.
pub fn sampling_in_short(low: f64, high: f64) -> String {
    let half = (high - low) * 50.0;
    if half < 0.5 {
        "under ±1 point".into()
    } else if half < 1.5 {
        "±1 point".into()
    } else {
        format!("±{} points", half.round())
    }
}

/// Both errors of a chance in a table.
pub fn doubt(
    sampling: &str,
    (low, high): (f64, f64),
    meaning: &str,
    grade: Option<&str>,
) -> String {
    let meaning = lower_first(meaning.trim().trim_end_matches('.'));
    let grade = grade.map_or(String::new(), |g| format!(" (grade {g})"));
    format!("{sampling}; {}: {meaning}{grade}", chance_range(low, high))
}

/// The same where ways that no figure decides between matter most.
pub fn doubt_by_ways(sampling: &str, ways: usize) -> String {
    format!("{sampling}; {ways} ways of going on that no figure decides between (grade E)")
}

/// Whether an assumption moves a chance by a full point, between these ends.
pub fn moves_it(low: f64, high: f64) -> bool {
    (high - low).abs() >= 0.01
}

/// The same where none moves it by a full point.
pub fn no_doubt(sampling: &str) -> String {
    format!("{sampling}; no assumption moves it by a full point")
}

/// The same where none can be told.
pub fn doubt_untold(sampling: &str) -> String {
    format!("{sampling}; cannot tell which assumption matters most")
}

/// A doubt, where a policy acts on the target by an effect that is assumed.
pub fn and_assumed_effect(doubt: &str) -> String {
    format!("{doubt}; a policy's effect on it is assumed (grade E)")
}

/// Effects of policies on a target that are assumed, as many as a short sentence holds; the rest is counted.
pub fn assumed_effects(meanings: &[String]) -> String {
    const WORDS: usize = 26;
    let (mut shown, mut words) = (Vec::new(), 0);
    for meaning in meanings {
        words += meaning.split_whitespace().count();
        if words > WORDS && !shown.is_empty() {
            break;
        }
        shown.push(lower_first(meaning.trim_end_matches('.')));
    }
    let more = match meanings.len() - shown.len() {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    format!(
        "Assumed without a source (grade E) is how policies act on it: {}{more}.",
        shown.join("; ")
    )
}

/// A sentence set in strong letters.
pub fn strong(text: &str) -> String {
    format!("**{}**", sentence(text))
}

/// Both errors of a chance: what sampling leaves, and what the assumption that matters most leaves.
pub fn both_errors(sampling: &str, low: f64, high: f64, assumption: &str) -> String {
    if !moves_it(low, high) {
        return no_doubt(sampling);
    }
    let range = chance_range(low, high);
    format!("{sampling}; {range} across the assumption that matters most: {assumption}")
}

/// Said where no assumption can be told to move a chance.
pub const NO_DRIVER_TOLD: Said =
    Said::en("cannot tell at this many futures which assumption matters most");

/// The error of a chance that sampling leaves, where no driver can be told from luck.
pub fn no_driver_told(sampling: &str) -> String {
    format!("{sampling}; {NO_DRIVER_TOLD}")
}

/// An assumption named in a sentence: its meaning and its grade.
pub fn assumption(meaning: &str, grade: &str) -> String {
    let meaning = meaning.trim().trim_end_matches('.');
    format!("{}, grade {grade}", lower_first(meaning))
}

/// A claim of another place than the question's.
pub fn claim_in(place: &str, claim: &str) -> String {
    format!("in {place}, {claim}")
}

/// A document and how it stands.
pub fn set_by(document: &str, status: TargetStatus) -> String {
    format!("{document}, {}", standing(status))
}

/// What a target asks of an indicator, by its id, title and unit: `at least 35 hospital beds per
/// 10,000 people at the end of 2030`; of a milestone, that it is reached by then.
pub fn claim(indicator: &str, title: &str, unit: Unit, bound: Bound, year: Year) -> String {
    let title = lower_first(title);
    if is_milestone(indicator) {
        return format!("{title} by the end of {year}");
    }
    let asked = bound_of(unit, bound);
    let when = when(bound.2, year);
    // Whether the title reads on after a number.
    let counted = matches!(unit, Unit::Per10k | Unit::Count | Unit::PerStation);
    let comma = if title.contains(", ") { "," } else { "" };
    match counted {
        true => format!("{asked} {title}{comma} {when}"),
        false => format!("{title}, {asked} {when}"),
    }
}

/// A threshold with its side: `at least 35`, `over 95%`, `between 4 and 5`.
pub fn bound_of(unit: Unit, (direction, threshold, form): Bound) -> String {
    let value = number::threshold(unit, threshold);
    if let Some(up_to) = form.up_to {
        return format!("between {value} and {}", number::threshold(unit, up_to));
    }
    format!("{} {value}", form.side(direction).replace('_', " "))
}

/// The same with its year or years: `at least 35 in 2030`, `over 95% in every year from 2026 to 2030`.
pub fn bound_in(unit: Unit, bound: Bound, year: Year) -> String {
    let asked = bound_of(unit, bound);
    match bound.2.since(year) {
        Some(from) => format!("{asked} in every year from {from} to {year}"),
        None => format!("{asked} in {}", date(bound.2, year)),
    }
}

/// When a target must hold.
pub fn when(form: Form, year: Year) -> String {
    match form.since(year) {
        Some(from) => format!("at every year-end from {from} to {year}"),
        None => format!("at the end of {}", date(form, year)),
    }
}

/// The year by whose end a target must hold, or the month of it: `2030`, `June 2030`.
pub fn date(form: Form, year: Year) -> String {
    match form.month {
        Some(month) => format!("{} {year}", month_of(month)),
        None => year.to_string(),
    }
}

/// A month by its name.
fn month_of(month: u32) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS[(month as usize - 1).min(11)]
}

/// What came of a target that was due before the run: its value, by how much it was missed, and who says so.
pub fn observed(unit: Unit, value: f64, missed: Option<f64>, source: &str) -> String {
    let came = number::threshold(unit, value);
    let by = missed.map(|short| match unit {
        Unit::Share => format!("{} points", number::trimmed(short * 100.0, 2)),
        _ => number::trimmed(short, 2),
    });
    match by {
        None => format!("observed: met, {came} ({source})"),
        Some(by) => format!("observed: missed by {by}, {came} ({source})"),
    }
}

/// The same where nothing was published.
pub const OBSERVED_NOWHERE: Said = Said::en("observed: not published");

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
    due: &str,
    extra: Option<f64>,
    first: Year,
    multiple: Option<f64>,
) -> String {
    let mut text = format!(
        "In the median future, {due} ends {} {things} short.",
        grouped(gap.ceil())
    );
    if let Some(extra) = extra {
        text += &format!(
            " To close that gap, {} more {things} a year are needed from {first} on, beyond what happens anyway",
            grouped(extra.ceil())
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
        (_, Some(h), Some(s)) if h == s => format!("Nine in ten futures first reach it by {s}."),
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
pub const NOT_READ_THERE: Said = Said::en("this indicator is not read for this place");

/// Why no figure answers a target.
pub fn never_answered(why: &str) -> String {
    format!("not answerable with published figures: {why}")
}

/// What chances of several targets at once leave out.
pub fn left_out(claims: &[String]) -> String {
    format!(
        "Left out, because published figures cannot answer them: {}.",
        claims.join("; ")
    )
}

/// Why a target set for old borders has no answer.
pub const OLD_BORDERS: Said = Said::en(
    "it was set for borders that no longer exist, so it is no verdict on today's province",
);

/// Said of a target without an answer.
pub fn unanswered(why: &str) -> String {
    format!("not answered: {why}")
}

/// The mean shortfall; `by` carries its unit.
pub fn shortfall(by: &str) -> String {
    format!("The average shortfall over all futures is {by}.")
}

/// A shortfall of a share.
pub fn points(points: f64) -> String {
    format!("{} points", decimal(points, 1))
}

/// Points a missed target to the levers that come too late for it.
pub const SEE_TOO_LATE: Said =
    Said::en("Some levers cannot act before that year; see *Too late to help*.");

/// Where a target stands.
pub fn from_document(document: &str) -> String {
    match document == SET_BY_SCENARIO {
        true => sentence(&upper_first(document)),
        false => sentence(&format!("Set by {document}")),
    }
}

/// In which of two ways it is counted.
pub fn counted_as(title: &str) -> String {
    format!("*{title}*:")
}

/// The chance that several targets hold at once.
pub fn at_once(
    name: &str,
    chance: &str,
    sampling: &str,
    bounds: Option<[f64; 2]>,
    many: usize,
) -> String {
    let told = bounds.filter(|[low, high]| high - low >= 0.01);
    let apart = told.map_or(String::new(), |[low, high]| {
        format!(
            " Official beds and staff are drawn independently: however they hang together, it lies between {} and {}.",
            number::percent((low * 100.0).round() / 100.0),
            number::percent((high * 100.0).round() / 100.0)
        )
    });
    format!("**{name}**, {many} targets at once: **{chance}** ({sampling}).{apart}")
}

/// A standing of a target in words.
pub fn standing(status: TargetStatus) -> &'static str {
    match status {
        TargetStatus::Adopted => "adopted",
        TargetStatus::Draft => "draft",
        TargetStatus::Superseded => "replaced by a later document",
        TargetStatus::Vision => "long-term aim",
    }
}

/// One line for a terminal: a target and how sure it is.
pub fn headline(claim: &str, said: &str) -> String {
    format!("{claim}: {said}")
}

/// The same of a target that is answered for two counts.
pub fn headline_of_two(claim: &str, official: &str, built: &str) -> String {
    format!("{claim}: {official} (as built: {built})")
}

/// Said in short of a target that no figure answers.
pub const NEVER_IN_SHORT: Said = Said::en("not answerable with published figures");

/// Said in a terminal when there is no headline target.
pub fn no_headline(futures: u32) -> String {
    format!(
        "{} futures lived; no target that is asked falls in these years",
        grouped(f64::from(futures))
    )
}

/// Name of the second campus of a hospital.
pub fn campus(home: &str) -> String {
    format!("{home}, second campus")
}

/// Name of the private hospitals that open in a province during a run.
pub fn new_private(province: &str) -> String {
    format!("Private hospitals opened during the run, {province}")
}

/// Said in a terminal when there are more answers than lines.
pub fn more_in_report(more: usize) -> String {
    format!("and {more} more in report.html")
}

/// A median with its range of eight futures in ten.
pub fn with_range(median: &str, low: &str, high: &str) -> String {
    format!("{median} ({low} to {high})")
}

/// Text that ends like a sentence and begins like one.
pub fn sentence(text: &str) -> String {
    let text = upper_first(text.trim());
    if text.ends_with(['.', '!', '?']) {
        text
    } else {
        format!("{text}.")
    }
}

/// Text with its first letter small, unless it begins with an abbreviation or a name: a word in
/// capitals, or two words with capital letters.
pub fn lower_first(text: &str) -> String {
    let second = text.split(' ').nth(1);
    if second.is_some_and(|word| word.starts_with(char::is_uppercase)) {
        return text.to_string();
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_said_wherever_the_year_is() {
        let form = Form {
            month: Some(6),
            ..Form::default()
        };
        let june = (crate::base::Direction::AtLeast, 35.0, form);
        let year = Year(2030);
        assert_eq!(
            bound_in(Unit::Per10k, june, year),
            "at least 35 in June 2030"
        );
        assert_eq!(when(form, year), "at the end of June 2030");
        assert_eq!(date(Form::default(), year), "2030");
    }

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
}
