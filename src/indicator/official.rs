//! What officials count: beds with plan beds, people with what the model misses, and doctors counted
//! beyond people.

use super::staff::heads;
use super::{Fraction, Indicator, Reading, View, beds, ratio_id};
use crate::base::{Base, Grade};
use crate::dynamics::official::missed_id;
use crate::lanes::Lanes;
use crate::world::official::{OfficialBeds, Recount, chosen};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Beds.
    Beds,
    /// People of the first occupation.
    Heads,
}

/// Id of the question on what will be reported, which stands beside a target on beds as built.
pub fn twin(target: &str) -> String {
    [target, "/official"].concat()
}

/// Whether a base holds the law of plan beds.
pub fn has_beds(base: &Base) -> bool {
    base.assumptions.get("quota.variant").is_some()
}

/// Whether a base says how far the flow model of an occupation misses.
pub fn has_expected(base: &Base, occupation: usize) -> bool {
    let id = missed_id(&base.occupations[occupation]);
    base.assumptions.get(&id).is_some()
}

/// Whether a base holds the law of registration.
pub fn has_recount(base: &Base) -> bool {
    base.assumptions.get("recount.variant").is_some()
}

/// The assumption that draws one of the variants an indicator is told in.
pub fn drawn_by(indicator: &Indicator) -> Option<&'static str> {
    match indicator.reading {
        Reading::Official(Counted::Beds, None) => Some("quota.variant"),
        Reading::Official(Counted::Heads, None) => Some("recount.variant"),
        _ => None,
    }
}

/// The assumption between whose ways no figure decides, where one draws an indicator: its weights are only
/// assumed.
pub fn open_between(base: &Base, indicator: &Indicator) -> Option<String> {
    let drawn = base.assumptions.get(drawn_by(indicator)?)?;
    (drawn.grade == Grade::E).then(|| drawn.id.clone())
}

/// The official count whose variants a target on an indicator is told in: its own, and for people that
/// of heads counted beyond them. Beds that are built have none.
pub fn told_in(base: &Base, id: &str) -> String {
    let people = base.occupations.iter().any(|o| ratio_id(o) == id);
    [id, if people { "_official" } else { "" }].concat()
}

/// The reading of an indicator in one of its variants.
pub fn in_variant(indicator: &Indicator, variant: usize) -> Indicator {
    let Reading::Official(counted, _) = indicator.reading else {
        return indicator.clone();
    };
    Indicator {
        reading: Reading::Official(counted, Some(variant)),
        ..indicator.clone()
    }
}

/// What targets on an indicator are judged on: people with what the model misses.
pub fn judged_on(base: &Base, id: &str) -> Option<String> {
    let occupation = base.occupations.iter().position(|o| ratio_id(o) == id)?;
    has_expected(base, occupation).then(|| [id, "_expected"].concat())
}

/// Id of the sd of the error of what is published of an indicator by province, where one is published.
pub fn observation_id(base: &Base, indicator: &Indicator) -> Option<String> {
    let id = indicator.info.id.as_str();
    let what = match id {
        "beds_per_10k_official" => "beds",
        _ => {
            let occupation = &base.occupations[indicator.occupation];
            let ratio = ratio_id(occupation);
            let end = id.strip_prefix(ratio.as_str())?;
            if !["_expected", "_official"].contains(&end) {
                return None;
            }
            occupation.plural.as_str()
        }
    };
    Some(["observation_sd.", what].concat())
}

fn law<'a>(view: &'a View<'_>) -> &'a OfficialBeds {
    let law = view.official.beds.as_ref();
    law.expect("checked: the base holds the law of plan beds")
}

fn recount<'a>(view: &'a View<'_>) -> &'a Recount {
    let law = view.official.recount.as_ref();
    law.expect("checked: the base holds the law of registration")
}

fn expected_heads(view: &View<'_>, o: usize, p: usize) -> Lanes {
    heads(view, o, p) * view.official.factor(o, p)
}

pub(super) fn expected(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction {
        top: expected_heads(view, o, p),
        bottom: view.population.people[p] / 10_000.0,
    }
}

pub(super) fn expected_factor(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction {
        top: expected_heads(view, o, p),
        bottom: heads(view, o, p),
    }
}

pub(super) fn beds_factor(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction {
        top: law(view).of_the_future(p),
        bottom: beds::count(view, o, p),
    }
}

/// Beds or heads as they will be reported, per 10,000 people.
pub(super) fn per_10k(view: &View<'_>, of: Counted, variant: Option<usize>, p: usize) -> Fraction {
    let top = match of {
        Counted::Beds => {
            let law = law(view);
            match variant {
                Some(variant) => law.counted[p][variant],
                None => law.of_the_future(p),
            }
        }
        Counted::Heads => {
            let law = recount(view);
            let added = match variant {
                Some(variant) => law.added[variant],
                None => chosen(&law.added, law.drawn),
            };
            expected_heads(view, 0, p) + added * law.share[p]
        }
    };
    Fraction {
        top,
        bottom: view.population.people[p] / 10_000.0,
    }
}
