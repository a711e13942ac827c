//! Followed indicators and milestones.

use super::row::Row;
use super::{Fraction, Indicator, Reading, View, reach, words};
use crate::base::tracked::MILESTONE;
use crate::base::{Base, Weight};
use crate::dynamics::tracked::INVESTED;
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::{Said, Told};
use crate::words::data;

/// A followed indicator: value times weight over weight.
pub fn followed(view: &View<'_>, indicator: usize, p: usize) -> Fraction {
    let weight = view.tracked.weight[indicator][p];
    Fraction {
        top: view.tracked.reading[indicator][p] * weight,
        bottom: weight,
    }
}

/// A milestone: 1 where it is reached, in the places it belongs to.
pub fn milestone(view: &View<'_>, milestone: usize, p: usize) -> Fraction {
    let place = view.country.base.milestones[milestone].province;
    let here = Lanes::splat(if place.is_none_or(|q| q == p) {
        1.0
    } else {
        0.0
    });
    Fraction {
        top: view.milestones.done[milestone] * here,
        bottom: here,
    }
}

/// Rows of the registry: followed indicators in the order of the base, then milestones.
pub fn rows(base: &Base) -> Vec<Indicator> {
    let row = |id: String, title: &str, unit, meaning: Told, made_of, reading| {
        let names = [
            ("{id}", Told::from(id)),
            ("{title}", data::told(title)),
            ("{meaning}", meaning),
        ];
        let own = Row::new(
            "{id}",
            Said::new("{title}", "{title}"),
            unit,
            Said::new("{meaning}", "{meaning}"),
            Said::new("", ""),
            made_of,
            reading,
        );
        Row { most: None, ..own }.fill(0, None, &names)
    };
    let followed = base.tracked.iter().enumerate().map(|(i, t)| {
        let own: Vec<&str> = base
            .tracked_values
            .iter()
            .filter(|v| v.indicator == i)
            .map(|v| base.provinces[v.province].code.as_str())
            .collect();
        row(
            t.id.clone(),
            &t.title,
            t.unit,
            Told::of(|| words::followed(t, &own)),
            reach::followed(t.weight == Weight::People, t.id == INVESTED),
            Reading::Followed(i),
        )
    });
    let milestones = base.milestones.iter().enumerate().map(|(m, milestone)| {
        row(
            format!("{MILESTONE}{}", milestone.id),
            &milestone.title,
            Unit::Share,
            Told::of(|| words::milestone(milestone.planned)),
            reach::MILESTONES,
            Reading::Milestone(m),
        )
    });
    followed.chain(milestones).collect()
}
