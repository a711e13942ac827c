//! The words of pictures: titles, the answer in a subtitle, labels, notes and footers.

pub mod compare;
pub mod money;
pub mod provinces;

use super::number;
use super::report::{bound_in, bound_of, date, sure_of};
use crate::base::tracked::is_milestone;
use crate::base::{Bound, TargetStatus};
use crate::results::{Findings, IndicatorInfo, Standing, Summary, TargetAnswer, Unit, Word};
use crate::said::Said;
use crate::units::Year;
use std::path::Path;

/// Where a picture's figures come from.
pub fn footer(findings: &Findings) -> String {
    let futures = findings
        .replicates
        .end
        .saturating_sub(findings.replicates.start);
    let span = if findings.replicates.start == 0 {
        String::new()
    } else {
        format!(
            " (numbers {} to {})",
            findings.replicates.start,
            findings.replicates.end.saturating_sub(1)
        )
    };
    let digest: String = findings.base_digest.chars().take(8).collect();
    let futures = if futures == 1 {
        "1 simulated future".to_owned()
    } else {
        format!("{} simulated futures", number::grouped(f64::from(futures)))
    };
    format!(
        "Source: carecast, scenario {}, base {} ({digest}), seed {}, {futures}{span}",
        findings.scenario, findings.base, findings.seed
    )
}

/// A picture that could not be drawn.
pub fn not_drawn(why: &str) -> String {
    format!("a picture could not be drawn: {why}")
}

/// A picture that could not be painted.
pub fn not_painted(why: &str) -> String {
    format!("a picture could not be painted: {why}")
}

/// A picture larger than memory holds.
pub fn too_large(width: f32, height: f32) -> String {
    format!("a picture of {width} by {height} pixels has no place")
}

/// A picture that could not be put into its file.
pub fn not_written(path: &Path, why: &std::io::Error) -> String {
    format!(
        "{} could not be written: {why}; is the folder there, and is there room on the disk?",
        path.display()
    )
}

/// Stands for an indicator where none is named.
pub const ANY_INDICATOR: Said = Said::en("any indicator");

/// A title in the middle of a sentence.
pub use super::report::lower_first as inside;

/// What is asked before the colon of a label: `2030: at least 35`, `2026 to 2030: over 95%`.
pub fn due(unit: Unit, bound: Bound, year: Year) -> String {
    let asked = bound_of(unit, bound);
    match bound.2.since(year) {
        Some(from) => format!("{from} to {year}: {asked}"),
        None => format!("{}: {asked}", date(bound.2, year)),
    }
}

/// Name of what an axis counts.
pub fn unit(unit: Unit, currency: &str) -> String {
    match unit {
        Unit::Per10k => "per 10,000 people".to_owned(),
        Unit::Share => "share".to_owned(),
        Unit::Count => "number".to_owned(),
        Unit::Money => currency.to_owned(),
        Unit::PerStation => "per station".to_owned(),
        Unit::Ratio => "ratio".to_owned(),
        Unit::Years => "years".to_owned(),
        Unit::Per100 => "per 100".to_owned(),
    }
}

/// What is asked of an indicator, and how sure that is, as a title; nothing where it has no chance.
fn answered_title(head: &str, unit: Unit, target: Option<&TargetAnswer>) -> Option<String> {
    let target = target?;
    let sure = sure_of(target)?;
    let asked = bound_in(unit, target.bound(), target.year);
    Some(format!("{head}, {asked}: {sure}"))
}

/// Title of a fan: the place, and the answer where something is asked.
pub fn fan_title(indicator: &IndicatorInfo, place: &str, target: Option<&TargetAnswer>) -> String {
    let head = format!("{}, {place}", indicator.title);
    answered_title(&head, indicator.unit, target).unwrap_or(head)
}

/// What stands below the answer of a fan: how well it is known, then where the futures lie.
pub fn fan_answer(
    indicator: &IndicatorInfo,
    target: Option<&TargetAnswer>,
    year: Year,
    summary: &Summary,
) -> String {
    let [low, high] = [1, 5].map(|at| number::value(indicator.unit, summary.percentiles[at]));
    let median = number::value(indicator.unit, summary.median());
    let futures = if low == high {
        format!("At least 8 in 10 futures end {year} at {median}.")
    } else {
        format!("Median future in {year}: {median}; 8 in 10 futures lie between {low} and {high}.")
    };
    match target.and_then(known) {
        Some(known) => format!("{known} {futures}"),
        None => futures,
    }
}

/// How well the chance of a target is known: what sampling leaves and, where a driver is told, the
/// assumption that matters most; or between which ways no figure decides.
pub fn known(target: &TargetAnswer) -> Option<String> {
    let probability = target.probability?;
    if let Some(open) = open(target) {
        return Some(open);
    }
    let across = match target.driver_range {
        Some((a, b)) if tenths(a) != tenths(b) => {
            format!(
                ", {} to {} in 10 across the assumption that matters most",
                tenths(a.min(b)),
                tenths(a.max(b))
            )
        }
        None if target.driver_asked => format!("; {}", super::report::NO_DRIVER_TOLD),
        _ => String::new(),
    };
    let error = number::points(&probability);
    Some(format!("Sampling error of the chance: {error}{across}."))
}

/// Between which ways no figure decides, where they have no one chance, and which of them is drawn.
fn open(target: &TargetAnswer) -> Option<String> {
    let first = target.first_way()?;
    let names: Vec<&str> = target.variants.iter().map(|v| v.name.as_str()).collect();
    Some(format!(
        "No figure decides how it goes on ({}); drawn is \"{}\".",
        names.join(", "),
        first.name
    ))
}

fn tenths(probability: f64) -> i64 {
    (probability * 10.0).round() as i64
}

/// Label of the median at the end of a fan.
pub fn median_label(unit: Unit, value: f64) -> String {
    format!("median {}", number::value(unit, value))
}

/// Labels of the bands at the end of a fan, widest first.
pub const BAND_LABELS: [Said; 3] = [Said::en("95% of futures"), Said::en("80%"), Said::en("50%")];
/// Label of the years before the simulation.
pub const PUBLISHED: Said = Said::en("published");
/// Label of the simulated years.
pub const SIMULATED: Said = Said::en("simulated");

/// The chance of a target; where ways that no figure decides between have none together, that of the first
/// with its name: `9% if "stopped"`.
fn chance_if(target: &TargetAnswer) -> Option<String> {
    let chance = number::chance(&target.probability?);
    Some(target.first_way().map_or(chance.clone(), |way| {
        format!("{chance} if \"{}\"", way.name)
    }))
}

/// Label of a target's marker: `2030: at least 35, met in 71%`.
pub fn target_label(target: &TargetAnswer, unit: Unit) -> String {
    let standing = match target.status {
        TargetStatus::Adopted => "",
        TargetStatus::Draft => " (draft)",
        TargetStatus::Superseded => " (superseded)",
        TargetStatus::Vision => " (long-term aim)",
    };
    // Short where the way is named: a label that does not fit is not drawn.
    let met = match chance_if(target) {
        Some(chance) if target.is_one_chance() => format!(", met in {chance}"),
        Some(chance) => format!(": {chance}"),
        None => String::new(),
    };
    let due = due(unit, target.bound(), target.year);
    format!("{due}{standing}{met}")
}

/// Nothing is known of an indicator in a place.
pub fn nothing_to_fan(indicator: &str, place: &str) -> String {
    format!("No picture: {indicator} is not followed for {place}.")
}

/// Said of a milestone, which has no spread to show.
pub fn reached_or_not(title: &str) -> String {
    format!("No picture: {title} is reached or not; the report tells its chance year by year.")
}

/// Title of the attainment picture: the answer of the only target, or how many are likely.
pub fn attainment_title(
    targets: &[(&TargetAnswer, &IndicatorInfo)],
    (part, parts): (usize, usize),
    place: Option<&str>,
) -> String {
    let likely = targets.iter().filter(|(t, _)| chance(t) > 0.5).count();
    let of = targets.len();
    let title = match (targets, likely) {
        ([one], _) => attained(one),
        (_, 0) => format!("None of {of} targets is more likely than not to hold in its year"),
        (_, n) if n == of => {
            format!("All {n} targets are more likely than not to hold in their year")
        }
        (_, 1) => format!("1 of {of} targets is more likely than not to hold in its year"),
        (_, n) => format!("{n} of {of} targets are more likely than not to hold in their year"),
    };
    let title = match place {
        None => title,
        Some(place) => format!("{place}: {}", inside(&title)),
    };
    if parts > 1 {
        format!("{title} ({} of {parts})", part + 1)
    } else {
        title
    }
}

/// The chance as a number, to put targets in order.
fn chance(target: &TargetAnswer) -> f64 {
    target.probability.map_or(0.0, |p| p.value)
}

/// What is asked, and how sure it is.
fn attained((target, indicator): &(&TargetAnswer, &IndicatorInfo)) -> String {
    let sure = sure_of(target).unwrap_or_default();
    let asked = ways_asked(target, indicator.unit);
    format!("{}, {asked}: {sure}", indicator.title)
}

/// What the attainment picture shows, and its ends.
pub fn attainment_answer(targets: &[(&TargetAnswer, &IndicatorInfo)]) -> String {
    let what = "How likely each is to hold at each year-end; diamonds mark the year it is due.";
    let order = |a: &&(&TargetAnswer, &IndicatorInfo), b: &&(&TargetAnswer, &IndicatorInfo)| {
        chance(a.0).total_cmp(&chance(b.0))
    };
    match (targets.iter().max_by(order), targets.iter().min_by(order)) {
        (Some(high), Some(low)) if chance(high.0) - chance(low.0) > 1e-9 => format!(
            "{what} Likeliest: {}. Least likely: {}.",
            inside(&attained(high)),
            inside(&attained(low))
        ),
        _ => what.to_owned(),
    }
}

/// Two targets have the same chances in every year.
pub const TWINS_NOTE: Said =
    Said::en("Targets with the same chances in every year lie on one another.");

/// Second line of a label in the attainment picture.
pub fn attainment_label(target: &TargetAnswer, unit: Unit) -> String {
    let met = chance_if(target).map_or(String::new(), |chance| format!(": {chance}"));
    format!("{}{met}", ways_asked(target, unit))
}

/// Title of the picture of ways: how many targets are how sure.
pub fn ways_title(targets: &[&TargetAnswer], place: Option<&str>) -> String {
    let count = |words: &[Word]| {
        let all = targets.iter().filter_map(|t| t.word());
        all.filter(|w| words.contains(w)).count()
    };
    let yes = count(&[Word::Will, Word::Probably]);
    let no = count(&[Word::WillNot, Word::ProbablyNot]);
    let open = count(&[Word::Open]);
    let are = if open == 1 { "is" } else { "are" };
    let of_the_nation = targets.iter().all(|t| t.standing == Some(Standing::Nation));
    let (before, kind) = match (place, of_the_nation) {
        (Some(place), _) => (format!("{place}: "), ""),
        (None, true) => (String::new(), "national "),
        (None, false) => (String::new(), ""),
    };
    format!(
        "{before}{yes} of {} {kind}targets will be met or probably will, {no} will not or probably not, {open} {are} open",
        targets.len()
    )
}

/// A title of a place.
pub fn of_place(title: &str, place: &str) -> String {
    format!("{title}, {place}")
}

/// What the picture of ways shows.
pub fn ways(of_the_nation: bool) -> &'static str {
    match of_the_nation {
        true => {
            "Chance of each national target in its year; a mark for each way that no figure decides between, larger with its weight"
        }
        false => {
            "Chance of each target in its year; a mark for each way that no figure decides between, larger with its weight"
        }
    }
}

/// What a stroke means in the picture of ways.
pub const WAYS_STROKE: Said = Said::en("the chance; where ways have weights, their mixture");

/// What a ring means in the picture of ways.
pub const WAYS_OUTSIDE: Said = Said::en(
    "the outside view: how often as large a rise came in five years since 1995, whatever the reasons",
);
/// Its row in the table of the picture.
pub const WAYS_OUTSIDE_ID: Said = Said::en("outside view");

/// Names of ways that share a mark.
pub fn ways_key(names: &[&str]) -> String {
    names.join(" / ")
}

/// How sure a target is, in two lines: its word, then the number; in short as per cent.
pub fn ways_word(target: &TargetAnswer, in_short: bool) -> [String; 2] {
    let word = target.word().map_or("", super::report::word).to_owned();
    let number = match (target.extremes(), target.probability) {
        (Some([low, high]), _) if !target.is_one_chance() => {
            let [from, to] = [low, high].map(number::chance);
            match in_short {
                true => format!("{from} to {to}"),
                false => {
                    let range = super::report::chance_range(low.value, high.value);
                    format!("{range} ({from} to {to})")
                }
            }
        }
        (_, Some(p)) if in_short => number::chance(&p),
        (_, Some(p)) => super::report::sure(None, &p),
        _ => String::new(),
    };
    [word, number]
}

/// The same in a table: its word, with the per cent where there is one chance.
pub fn ways_in_table(target: &TargetAnswer) -> String {
    let word = target.word().map_or("", Word::id);
    match target.probability.filter(|_| target.is_one_chance()) {
        Some(p) => format!("{word}, {}", number::chance(&p)),
        None => word.to_owned(),
    }
}

/// What a target asks for, and when.
pub fn ways_asked(target: &TargetAnswer, unit: Unit) -> String {
    if is_milestone(&target.indicator) {
        return format!("by {}", target.year);
    }
    bound_in(unit, target.bound(), target.year)
}

/// No target can be answered.
pub const NO_TARGETS: Said =
    Said::en("No picture: the scenario answers no target of the nation within its years.");

/// Title of the map of chances; `likely` provinces are above one half.
pub fn chance_map_title(
    indicator: &IndicatorInfo,
    bound: Bound,
    year: Year,
    (likely, all): (usize, usize),
) -> String {
    let asked = bound_in(indicator.unit, bound, year);
    format!(
        "{}, {asked}: more likely than not in {}",
        indicator.title,
        provinces::of_provinces(likely, all)
    )
}

/// What the map of chances shows, and its ends.
pub fn chance_map_answer(highest: &[(String, String)], lowest: &[(String, String)]) -> String {
    let what = "The chance of what is asked of the nation, asked of each province's own ratio.";
    extremes(what.to_owned(), highest, lowest)
}

/// Title of the map of medians.
pub fn median_map_title(
    indicator: &IndicatorInfo,
    year: Year,
    standing: Option<&provinces::Standing>,
    here: Option<provinces::Rank>,
) -> String {
    match (standing, here) {
        (Some(standing), _) => standing.title(&indicator.title),
        (None, Some(here)) => here.title(&indicator.title, year),
        (None, None) => format!("{} in {year}, by province", indicator.title),
    }
}

/// What the map of medians shows, and its ends.
pub fn median_map_answer(
    asked: bool,
    all: usize,
    highest: &[(String, String)],
    lowest: &[(String, String)],
) -> String {
    let what = match asked {
        true => format!(
            "Median future of {all} provinces; outlined where it meets what is asked of the nation."
        ),
        false => format!("Median future of {all} provinces."),
    };
    extremes(what, highest, lowest)
}

fn extremes(count: String, highest: &[(String, String)], lowest: &[(String, String)]) -> String {
    let list = |names: &[(String, String)]| {
        let held =
            |(name, value): &(String, String)| format!("{name} {value}").replace(' ', "\u{a0}");
        names.iter().map(held).collect::<Vec<_>>().join(", ")
    };
    if highest.is_empty() || highest.first().map(|h| &h.1) == lowest.first().map(|l| &l.1) {
        return count;
    }
    format!(
        "{count} Highest: {}; lowest: {}.",
        list(highest),
        list(lowest)
    )
}

/// How many provinces share one printed value.
pub fn many_provinces(count: usize) -> String {
    format!("{count} provinces")
}

/// What provincial figures leave out.
pub const PROVINCES_NOTE: Said = Said::en(
    "Official and expected figures of provinces carry the error of what is published; others carry none, and their true spread is wider than shown. Tiles stand roughly where the provinces lie; their size means nothing.",
);
/// Above the legend of chances.
pub const CHANCE_LEGEND: Said = Said::en("share of futures");
/// Beside the mark of what is asked on a legend.
pub fn legend_threshold(bound: &str) -> String {
    format!("asked: {bound}")
}
/// Beside the outlined tile of a legend.
pub const OUTLINE_LEGEND: Said = Said::en("median meets it");
/// In a tile without a figure.
pub const NO_FIGURE: &str = "\u{2013}";
/// No map can be drawn.
pub fn nothing_to_map(indicator: &str) -> String {
    format!(
        "No picture: there is no figure of {indicator} for provinces that have a place on the map."
    )
}

/// Title of a bridge.
pub fn bridge_title(stock: &str, country: &str, from: Year, to: Year) -> String {
    format!(
        "What changes the number of {}, {country}, {from} to {to}",
        stock.replace('_', " ")
    )
}

/// The answer of a bridge.
pub fn bridge_answer(
    stock: &str,
    (from, start): (Year, f64),
    (to, end): (Year, f64),
    range: (f64, f64),
    largest: [Option<(&str, f64)>; 2],
) -> String {
    let stock = stock.replace('_', " ");
    let mut text = format!(
        "{} {stock} at the end of {from} become {} at the end of {to}, {} on average (8 in 10 futures: {} to {}).",
        number::short(start),
        number::short(end),
        number::change(end - start),
        number::short(range.0),
        number::short(range.1),
    );
    if let Some((cause, value)) = largest[0] {
        text += &format!(
            " Largest gain: {} ({}).",
            inside(cause),
            number::change(value)
        );
    }
    if let Some((cause, value)) = largest[1] {
        text += &format!(
            " Largest loss: {} ({}).",
            inside(cause),
            number::change(value)
        );
    }
    text
}

/// Label of the first or last row of a bridge.
pub fn year_end(year: Year) -> String {
    format!("End of {year}")
}
/// Row of gains too small to stand alone.
pub fn other_gains(causes: usize) -> String {
    format!("{causes} smaller gains")
}
/// Row of losses too small to stand alone.
pub fn other_losses(causes: usize) -> String {
    format!("{causes} smaller losses")
}
/// Row of what the booked causes leave over.
pub const UNBOOKED: Said = Said::en("Not booked to a cause");
/// Name of a bridge's axis.
pub fn bridge_axis(stock: &str, from_zero: bool) -> String {
    let stock = stock.replace('_', " ");
    if from_zero {
        stock
    } else {
        format!("{stock} (the axis does not start at zero)")
    }
}
/// The whisker of the last row, explained, and the causes left out because they cancel.
pub fn bridge_note(cancelled: &[(String, String, f64)]) -> String {
    let mut note = "Changes are means over all futures, added over the years; the line through the last diamond holds 8 in 10 futures.".to_owned();
    for (first, second, moved) in cancelled {
        note += &format!(
            " Left out, since they cancel: {} and {} ({} each way).",
            inside(first),
            inside(second),
            number::short(*moved)
        );
    }
    note
}
/// No ledger, no bridge.
pub fn nothing_to_bridge(stock: &str) -> String {
    format!("No picture: the ledger holds no complete account of {stock} over these years.")
}

/// An unknown chart.
pub fn unknown_chart(id: &str, known: &[&str]) -> String {
    format!(
        "there is no chart called \"{id}\"; the charts are {}",
        known.join(", ")
    )
}
/// No chart can be asked for all of a wish.
pub const NO_SUCH_PICTURE: Said = Said::en(
    "no chart can be asked for all of this at once\n  help: a fan takes --indicator and --scope; maps and bridges take --indicator and --year",
);

/// A code that the findings do not hold.
pub fn unknown_code(kind: &str, code: &str) -> String {
    format!("the results hold no {kind} called \"{code}\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Direction, Form};

    #[test]
    fn titles_inside_sentences_keep_their_acronyms() {
        assert_eq!(
            inside("Doctors per 10,000 people"),
            "doctors per 10,000 people"
        );
        assert_eq!(inside("NCD care at stations"), "NCD care at stations");
        assert_eq!(inside(""), "");
    }

    #[test]
    fn bounds_read_as_a_document_writes_them() {
        let (plain, year) = (Form::default(), Year(2030));
        let strict = Form {
            strict: true,
            from: Some(Year(2026)),
            ..plain
        };
        let band = Form {
            up_to: Some(5.0),
            ..plain
        };
        let told = |unit, bound| bound_in(unit, bound, year);
        assert_eq!(
            told(Unit::Share, (Direction::AtLeast, 0.15, plain)),
            "at least 15% in 2030"
        );
        assert_eq!(
            told(Unit::Per10k, (Direction::AtMost, 34.7, plain)),
            "at most 34.7 in 2030"
        );
        assert_eq!(
            told(Unit::PerStation, (Direction::AtLeast, 4.0, band)),
            "between 4 and 5 in 2030"
        );
        let over = (Direction::AtLeast, 0.95, strict);
        let said = "over 95% in every year from 2026 to 2030";
        assert_eq!(told(Unit::Share, over), said);
        assert_eq!(due(Unit::Share, over, year), "2026 to 2030: over 95%");
    }
}
