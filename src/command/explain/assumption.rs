//! An uncertain number: what it means, how likely each of its values is, why, and where it acts.

use super::page::Page;
use super::{density, read_off};
use crate::base::{Assumption, Base, Distribution};
use crate::command::desk;
use crate::words::data::spoken;
use crate::words::explain as words;
use crate::words::model;

/// The page of an assumption.
pub fn page(a: &Assumption, base: &Base) -> Page {
    let mut page = Page::new(&a.id, super::What::Assumption.said());
    page.say(spoken(&a.meaning));
    page.field(&words::UNIT, spoken(&a.unit));
    page.field(&words::LAW, desk::ron(&a.distribution));
    if let Some((low, high)) = a.range {
        let range = words::range(&density::label(low), &density::label(high));
        page.field(
            match a.distribution {
                Distribution::Profile(_) => &words::RANGE_OF_MEAN,
                _ => &words::RANGE,
            },
            range,
        );
    }
    if a.distribution.is_drawn() && !matches!(a.distribution, Distribution::Choice(_)) {
        let values: Vec<(f64, String)> = density::TOLD
            .iter()
            .map(|u| (*u, density::label(a.quantile(*u))))
            .collect();
        page.field(&words::PERCENTILES, words::percentiles(&values));
    }
    if let Some(tie) = &a.tied {
        let others: Vec<&str> = tie.to.iter().map(|(id, _)| id.as_str()).collect();
        page.field(&words::TIED, words::tie(tie.rho, &others));
        if !tie.reason.is_empty() {
            let grade = tie.grade.unwrap_or(a.grade);
            page.field(
                &words::WHY_TIED,
                words::why_tied(spoken(&tie.reason), grade),
            );
        }
    }
    if let Some(since) = a.since {
        page.field(&words::SINCE, words::since(since));
    }
    if let Some(picture) = density::draw(&a.distribution, a.cut().as_ref(), a.range) {
        let title = match a.distribution {
            Distribution::Fixed(_) => words::PICTURE_FIXED,
            Distribution::Profile(_) => words::PICTURE_PROFILE,
            Distribution::Choice(_) => words::PICTURE_CHOICE,
            _ => words::PICTURE,
        };
        page.block(&title, &picture);
    }
    if let Some(rule) = model::rule(&a.id) {
        page.field(&words::ACTS, rule.acts);
        page.field(&words::EQUATION, rule.equation);
    }
    page.field(&words::GRADE, words::grade(a.grade));
    page.field(&words::WHY, spoken(&a.reason));
    if !a.held.is_empty() {
        page.field(&words::HELD, spoken(&a.held));
    }
    read_off::sources(&mut page, &a.source, base);
    page.block(&words::EXAMPLE, &example(a));
    page
}

/// An override of this assumption that says something new.
pub fn example(a: &Assumption) -> String {
    let (comment, law) = match (&a.distribution, a.range) {
        (Distribution::Profile(shares), _) => {
            let mut turned = shares.clone();
            turned.reverse();
            (words::RESHAPE, Distribution::Profile(turned))
        }
        (Distribution::Choice(ways), _) => {
            let last = ways.len() - 1;
            let certain = ways.iter().enumerate();
            let certain =
                certain.map(|(k, (name, _))| (name.clone(), f64::from(u8::from(k == last))));
            (words::CERTAIN, Distribution::Choice(certain.collect()))
        }
        (Distribution::Fixed(_), Some((low, high))) if low < high => {
            (words::DRAW, Distribution::Uniform { low, high })
        }
        _ => {
            let median = crate::words::list::rounded(a.quantile(0.5));
            (words::HOLD, Distribution::Fixed(median))
        }
    };
    format!(
        "{comment}\nassumptions: {{ \"{}\": {} }},",
        a.id,
        desk::ron(&law)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::file::from_text;

    #[test]
    fn every_example_is_accepted_as_it_stands() {
        let base = Base::builtin();
        let rows: Vec<String> = base
            .assumptions
            .all
            .iter()
            .map(|a| {
                let example = example(a);
                let (_, row) = example.split_once('{').unwrap();
                row.trim_end_matches("},").to_owned()
            })
            .collect();
        let text = format!(
            "(title: \"T\", base: \"viet-nam\", policies: [], assumptions: {{{}}})",
            rows.join(",")
        );
        let read = from_text("t.ron", &text, Base::builtin());
        let (scenario, _) = read.unwrap_or_else(|e| panic!("{}", e.render(100, false)));
        assert_eq!(scenario.overrides.len(), base.assumptions.all.len());
    }
}
