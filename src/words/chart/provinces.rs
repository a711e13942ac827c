//! The words of pictures that set provinces side by side: ranked, apart over the years, each in a panel.

use super::{bound_of, due, number};
use crate::base::{Bound, Direction, TargetStatus};
use crate::results::{IndicatorInfo, Probability, TargetAnswer, Unit};
use crate::said::Said;
use crate::units::Year;

/// Title of a ranking.
pub fn ranking_title(
    indicator: &IndicatorInfo,
    year: Year,
    standing: Option<&Standing>,
    here: Option<Rank>,
) -> String {
    match (standing, here) {
        (Some(standing), _) => standing.title(&indicator.title),
        (None, Some(here)) => here.title(&indicator.title, year),
        (None, None) => format!("{} in {year}: provinces ranked", indicator.title),
    }
}

/// Where the place that the question is about stands among the provinces; 1 is the highest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rank<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its rank, by the median future.
    pub rank: usize,
    /// Provinces with a figure.
    pub of: usize,
}

impl Rank<'_> {
    /// The title of a picture of provinces where nothing is asked of the nation.
    pub fn title(&self, indicator: &str, year: Year) -> String {
        let Rank { name, rank, of } = self;
        format!("{indicator} in {year}: {name} ranks {rank} of {of} provinces in the median future")
    }
}

/// How provinces stand to what is asked of the nation.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// That in words, with its year.
    pub asked: String,
    /// Provinces whose median meets it.
    pub median: usize,
    /// Provinces in which at least nine futures in ten meet it.
    pub nearly_sure: usize,
    /// Provinces with a figure.
    pub of: usize,
}

impl Standing {
    /// The title of a picture of provinces: in how many the median future meets what is asked.
    pub fn title(&self, indicator: &str) -> String {
        let provinces = of_provinces(self.median, self.of);
        format!("{indicator}: median future of {provinces} {}", self.asked)
    }
}

/// So many of the provinces: `15 of 34 provinces`, `no province`.
pub fn of_provinces(count: usize, of: usize) -> String {
    match count {
        0 => "no province".to_owned(),
        n if n == of => format!("all {of} provinces"),
        n => format!("{n} of {of} provinces"),
    }
}

/// The answer of a ranking. `own` counts the provinces' own targets: reached by the median, and all.
pub fn ranking_answer(
    standing: Option<&Standing>,
    ends: Option<[(String, String); 2]>,
    own: (usize, usize),
) -> String {
    let mut text = String::new();
    if let Some(s) = standing {
        text += &format!(
            "That is asked of the nation, and met in 9 of 10 futures or more by {}.",
            of_provinces(s.nearly_sure, s.of)
        );
    }
    if let Some([(high, most), (low, least)]) = ends {
        let held = |words: &str| words.replace(' ', "\u{a0}");
        let space = if text.is_empty() { "" } else { " " };
        text += &format!(
            "{space}Highest: {}\u{a0}{}; lowest: {}\u{a0}{}.",
            held(&high),
            held(&most),
            held(&low),
            held(&least)
        );
    }
    match own {
        (_, 0) => {}
        (reached, all) => {
            text += &match (reached, all) {
                (0, 1) => {
                    " The median future misses the one target a province set for itself.".to_owned()
                }
                (_, 1) => " The median future reaches the one target a province set for itself."
                    .to_owned(),
                (0, all) => format!(
                    " The median future reaches none of the {all} targets provinces set for themselves."
                ),
                (n, all) => format!(
                    " The median future reaches {n} of the {all} targets provinces set for themselves."
                ),
            };
        }
    }
    text
}

/// Column of medians and ranges.
pub const RANKING_COLUMN: Said = Said::en("median (8 in 10 futures)");
/// Column of the provinces' own targets.
pub const OWN_TARGET_COLUMN: Said = Said::en("own target, met in");
/// The range behind a median.
pub fn range(unit: Unit, low: f64, high: f64) -> String {
    format!(
        "({}\u{2013}{})",
        number::value(unit, low),
        number::value(unit, high)
    )
}
/// A province's own target beside its row.
pub fn own_target(target: &TargetAnswer, unit: Unit) -> String {
    // At least is what nearly all ask: it goes without saying beside a number.
    let value = match (target.direction, target.form.strict, target.form.up_to) {
        (Direction::AtLeast, false, None) => number::threshold(unit, target.threshold),
        (_, _, Some(up_to)) => {
            let [low, high] = [target.threshold, up_to].map(|v| number::threshold(unit, v));
            format!("{low} to {high}")
        }
        _ => bound_of(unit, target.bound()),
    };
    let draft = if target.status == TargetStatus::Adopted {
        ""
    } else {
        " (draft)"
    };
    let met = target
        .probability
        .as_ref()
        .map_or(String::new(), |p: &Probability| {
            format!(": {}", number::chance(p))
        });
    format!("{value}{draft}{met}")
}
/// What the marks of a ranking mean.
pub const RANKING_NOTE: Said = Said::en(
    "Markers stand at the median future, bars hold 8 in 10 futures; diamonds are provinces' own targets for the year (rings: drafts), set for today's borders. Official and expected figures of provinces carry the error of what is published; others carry none, and their true spread is wider than shown.",
);
/// No ranking can be drawn.
pub fn nothing_to_rank(indicator: &str) -> String {
    format!("No picture: {indicator} is not known province by province.")
}

/// What is asked of the nation, beside its line.
pub fn nation_threshold(unit: Unit, bound: Bound, year: Year) -> String {
    format!("nation, {}", due(unit, bound, year))
}

/// Title of the picture of a spread.
pub fn spread_title(indicator: &IndicatorInfo, country: &str) -> String {
    format!(
        "{}: how far apart provinces are, {country}",
        indicator.title
    )
}

/// One measure at the first and the last year: median, and the 80 % range at the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Median in the first year.
    pub from: f64,
    /// Median in the last year.
    pub to: f64,
    /// 10th and 90th percentile in the last year.
    pub range: (f64, f64),
}

/// The answer of the picture of a spread.
pub fn spread_answer(
    unit: Unit,
    (first, last): (Year, Year),
    ends: [(&str, f64, &str, f64); 2],
    gini: Option<Change>,
) -> String {
    let value = |v: f64| number::value(unit, v);
    let [(low_from, a, high_from, b), (low_to, c, high_to, d)] = ends;
    let mut text = String::new();
    if let Some(g) = gini {
        // A change below one part in twenty is not told as a change, and one that the middle 8 in 10
        // futures leave open only as a tendency.
        let open = g.range.0 <= g.from && g.from <= g.range.1;
        let moved = match (g.to < 0.95 * g.from, g.to > 1.05 * g.from, open) {
            (true, _, false) => "Provinces draw closer together",
            (true, _, true) => "Provinces tend to draw closer together, though not in every future",
            (_, true, false) => "Provinces drift further apart",
            (_, true, true) => "Provinces tend to drift further apart, though not in every future",
            _ => "Provinces stay about as far apart as they are",
        };
        text += &format!(
            "{moved}: the Gini coefficient goes from {} in {first} to {} in {last} (8 in 10 futures: {} to {}). ",
            number::decimal(g.from, 3),
            number::decimal(g.to, 3),
            number::decimal(g.range.0, 3),
            number::decimal(g.range.1, 3)
        );
    }
    text += &format!(
        "Medians in {first}: from {} ({low_from}) to {} ({high_from}); in {last}: from {} ({low_to}) to {} ({high_to}).",
        value(a),
        value(b),
        value(c),
        value(d)
    );
    text
}

/// Labels of the three lines of a spread.
pub fn spread_label(rank: usize, name: &str, value: &str) -> [String; 2] {
    match rank {
        0 => [format!("highest: {value}"), name.to_owned()],
        1 => [format!("middle: {value}"), "half are below".to_owned()],
        _ => [format!("lowest: {value}"), name.to_owned()],
    }
}
/// Heading of the panel of a Gini coefficient.
pub const GINI: Said = Said::en("Gini coefficient between provinces (0: all alike)");
/// Heading of the panel of highest over lowest.
pub const HIGHEST_OVER_LOWEST: Said = Said::en("Highest province over lowest, times");
/// What the lines of a spread are; `measured` where its measures stand below them.
pub fn spread_note(measured: bool) -> String {
    let lines = "Thin lines: each province's median; thick lines: in each year the highest, the middle and the lowest of them.";
    let below = if measured {
        " Below: median over futures, the band holds 8 in 10."
    } else {
        ""
    };
    format!(
        "{lines}{below} Official and expected figures of provinces carry the error of what is published; others carry none, and their true spread is wider than shown."
    )
}
/// No spread can be drawn.
pub fn nothing_to_spread(indicator: &str) -> String {
    format!("No picture: {indicator} is not known for two provinces or more.")
}

/// Title of the small panels.
pub fn panels_title(
    indicator: &IndicatorInfo,
    (first, last): (Year, Year),
    standing: Option<&Standing>,
) -> String {
    match standing {
        Some(standing) => standing.title(&indicator.title),
        None => format!(
            "{}, province by province, {first} to {last}",
            indicator.title
        ),
    }
}
/// The answer of the small panels.
pub fn panels_answer(year: Year, standing: Option<&Standing>, all: usize) -> String {
    match standing {
        Some(s) if s.median == 0 => {
            "That is asked of the nation. All panels share one scale.".to_owned()
        }
        Some(_) => "That is asked of the nation; provinces whose median future meets it are outlined. All panels share one scale.".to_owned(),
        None => {
            format!("Median future of {all} provinces in {year}. All panels share one scale.")
        }
    }
}
/// Lines of the key to the panels: the dot, the band, what is asked, the outline.
pub fn panels_key(year: Year, bound: Option<&str>) -> [String; 4] {
    [
        format!("median, with its value in {year}"),
        "8 in 10 futures".to_owned(),
        bound.map_or(String::new(), |b| format!("asked of the nation: {b}")),
        "median meets it".to_owned(),
    ]
}
/// What the panels leave out.
pub const PANELS_NOTE: Said = Said::en(
    "Official and expected figures of provinces carry the error of what is published; others carry none, and their true spread is wider than shown. Panels stand roughly where the provinces lie.",
);
/// The same where the page is too narrow for a map.
pub const PANELS_IN_ORDER_NOTE: Said = Said::en(
    "Official and expected figures of provinces carry the error of what is published; others carry none, and their true spread is wider than shown. Panels follow the map from its top to its bottom.",
);
