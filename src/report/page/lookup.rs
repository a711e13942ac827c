//! What a page carries so that its reader can look up another place, figure or year: the middle future and
//! its range of what the question is about, in every place, and the chance of what is asked there. The words
//! are those that tables of the same page print.

use super::answers::{instead, main_year, median_and_range};
use super::place;
use crate::base::{Borders, ends_of};
use crate::results::{
    Findings, NATION, OwnCount, Probability, ProvinceProbability, ScopeKind, Summary, TargetAnswer,
    Unit,
};
use crate::units::Year;
use crate::words::report::{bound_in, upper_first};
use crate::words::{browser as words, number};

/// So many figures are offered.
const MOST: usize = 12;
/// A picture is so many steps high.
pub const STEPS: f64 = 1000.0;

/// What can be looked up.
#[derive(Clone, Debug, PartialEq)]
pub struct LookUp {
    /// Base year and every year lived.
    pub years: Vec<Year>,
    /// Position of the year that is shown first: in which most of what is asked is due.
    pub first: usize,
    /// Places, the one that is asked about first.
    pub places: Vec<String>,
    /// Figures, those of the question first.
    pub figures: Vec<String>,
    /// What is known, `[place][figure]` flattened; `None` where it is not told of the place.
    pub cells: Vec<Option<Known>>,
    /// Whether provinces are among the places.
    pub of_provinces: bool,
}

/// A figure of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The lower and the upper edge of the picture, as printed.
    pub edges: [String; 2],
    /// For each year what is told of it; `None` in a year of which it says nothing.
    pub years: Vec<Option<Told>>,
    /// What is asked of it.
    pub asked: Vec<Asked>,
}

/// A figure of a place in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The middle future with its range, as tables print it.
    pub says: String,
    /// Percentiles in steps from the lower edge.
    pub at: [u16; 7],
}

/// A target on a figure of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What is asked for, with its year.
    pub says: String,
    /// Its chance as printed.
    pub chance: String,
    /// Position of its year.
    pub year: usize,
    /// Its thresholds in steps from the lower edge.
    pub at: Vec<u16>,
}

/// What can be looked up; `None` where there is one place only.
pub fn look_up(f: &Findings) -> Option<LookUp> {
    let mut scopes: Vec<usize> = (0..f.scopes.len()).collect();
    if scopes.len() < 2 {
        return None;
    }
    let asked = f.asked_place();
    scopes.sort_by_key(|s| f.scopes[*s].code != asked);
    let figures = figures(f);
    let pairs = scopes
        .iter()
        .flat_map(|s| figures.iter().map(move |i| (*s, *i)));
    let cells: Vec<Option<Known>> = pairs.map(|(s, i)| known(f, s, i)).collect();
    if cells.iter().all(Option::is_none) {
        return None;
    }
    Some(LookUp {
        years: f.years.clone(),
        first: main_year(f)
            .and_then(|due| f.years.iter().position(|year| *year == due))
            .unwrap_or(f.years.len() - 1),
        places: scopes
            .iter()
            .map(|s| place(f, &f.scopes[*s].code).to_owned())
            .collect(),
        figures: figures
            .iter()
            .map(|i| upper_first(&f.indicators[*i].title))
            .collect(),
        cells,
        of_provinces: f.scopes.iter().any(|s| s.kind == ScopeKind::Province),
    })
}

/// What the question is about, then what is adopted for the nation. What has no one spread over all futures
/// is left out.
fn figures(f: &Findings) -> Vec<usize> {
    let national = |a: &&TargetAnswer| a.scope == NATION && !a.headline;
    let all = f.headlines().chain(f.targets.iter().filter(national));
    let mut found = Vec::new();
    for i in all.filter_map(|a| f.indicator(&a.indicator)) {
        if f.indicators[i].open_between.is_none() && !found.contains(&i) {
            found.push(i);
        }
    }
    found.truncate(MOST);
    found
}

fn known(f: &Findings, s: usize, i: usize) -> Option<Known> {
    let (scope, info) = (&f.scopes[s], &f.indicators[i]);
    let summaries: Vec<Option<&Summary>> = (0..f.years.len()).map(|y| f.at(s, i, y)).collect();
    let asked = asked(f, &scope.code, &info.id, info.unit);
    let values = summaries
        .iter()
        .flatten()
        .flat_map(|s| [s.percentiles[0], s.percentiles[6]]);
    let thresholds = asked.iter().flat_map(|a| a.thresholds.iter().copied());
    let [low, high] = edges(values.chain(thresholds))?;
    let step = |value: f64| {
        let part = if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        };
        (part.clamp(0.0, 1.0) * STEPS).round() as u16
    };
    let years = summaries.iter().zip(&f.years).map(|(summary, year)| {
        let at = summary.as_ref()?.percentiles.map(step);
        let says = median_and_range(f, &scope.code, &info.id, *year)?;
        Some(Told { says, at })
    });
    Some(Known {
        edges: [low, high].map(|v| number::value(info.unit, v)),
        years: years.collect(),
        asked: asked
            .into_iter()
            .map(|a| Asked {
                says: a.says,
                chance: number::chance(&a.chance),
                year: a.year,
                at: a.thresholds.into_iter().map(step).collect(),
            })
            .collect(),
    })
}

/// The least and the most of these.
fn edges(values: impl Iterator<Item = f64>) -> Option<[f64; 2]> {
    values.filter(|v| v.is_finite()).fold(None, |edges, v| {
        let [low, high] = edges.unwrap_or([v, v]);
        Some([low.min(v), high.max(v)])
    })
}

/// A target before it has a place in a picture.
struct Question {
    says: String,
    chance: Probability,
    year: usize,
    thresholds: Vec<f64>,
}

/// Targets of a place that have one chance, and what the nation asks of a province. A place that is judged on
/// a count of its own is asked that much less or more of the raked figure that is shown.
fn asked(f: &Findings, scope: &str, indicator: &str, unit: Unit) -> Vec<Question> {
    let own = f.targets.iter().filter_map(|a| {
        let here = a.scope == scope && a.indicator == indicator && a.borders == Borders::Current;
        let here = here && a.is_one_chance();
        let chance = a.probability.filter(|_| here && instead(f, a).is_none())?;
        Some((a.bound(), a.year, chance))
    });
    let here = |r: &&ProvinceProbability| r.province == scope && r.indicator == indicator;
    let of_nation = f.province_probability.iter().filter(here);
    let all = own.chain(of_nation.map(|r| (r.bound(), r.year, r.probability)));
    let own = f.own_count(indicator, scope);
    let factor = own.map_or(1.0, OwnCount::factor);
    let mut found: Vec<Question> = Vec::new();
    for (bound, year, chance) in all {
        let Some(at) = f.years.iter().position(|y| *y == year) else {
            continue;
        };
        let mut says = bound_in(unit, bound, year);
        if own.is_some() {
            says = words::on_its_own_count(&says);
        }
        if found.iter().all(|known| known.says != says) {
            found.push(Question {
                says,
                chance,
                year: at,
                thresholds: ends_of(bound).map(|end| end / factor).collect(),
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn every_place_has_its_figures_in_the_words_of_the_tables() {
        let f = sample::findings();
        let found = look_up(&f).expect("there are several places");
        assert_eq!(found.places.len(), f.scopes.len());
        assert_eq!(found.cells.len(), found.places.len() * found.figures.len());
        let first = f
            .headlines()
            .find_map(|a| f.indicator(&a.indicator))
            .expect("a question");
        let code = f.asked_place();
        let year = *f.years.last().expect("years");
        let printed = median_and_range(&f, code, &f.indicators[first].id, year);
        let known = found.cells[0]
            .as_ref()
            .expect("told of the place that is asked about");
        assert_eq!(
            known.years.last().cloned().flatten().map(|t| t.says),
            printed
        );
        let rising = |t: &Told| t.at.windows(2).all(|w| w[0] <= w[1]);
        assert!(known.years.iter().flatten().all(rising));
    }
}
