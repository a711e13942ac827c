//! What a page carries so that its reader can weigh the ways it may go on, which no figure decides between:
//! the chance of each target in each way, from all futures.

use super::answers::{claim, instead};
use super::markdown::plain;
use crate::results::Findings;
use crate::words::data::spoken;
use crate::words::report;

/// Ways that can be weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// What is uncertain, each with its ways.
    pub groups: Vec<Group>,
}

/// The ways of one assumption.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The assumption's id.
    pub id: String,
    /// What it means, in Markdown.
    pub says: String,
    /// Names of its ways.
    pub ways: Vec<String>,
    /// Weights as they stand, adding to 1; equal ones where no figure supports any.
    pub weights: Vec<f64>,
    /// Whether figures support them.
    pub supported: bool,
    /// Targets that go by it.
    pub targets: Vec<Target>,
}

/// A target and its chance in each way.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// What it asks for, in Markdown.
    pub says: String,
    /// Chances, one for each way.
    pub chances: Vec<f64>,
    /// How many futures each stands on.
    pub of: u32,
}

/// What can be weighed; `None` where no target of the question goes by ways.
pub fn weighed(f: &Findings) -> Option<Weighed> {
    let mut groups: Vec<Group> = Vec::new();
    for a in f.headlines().filter(|a| instead(f, a).is_none()) {
        let (Some(first), Some(p)) = (a.variants.first(), a.probability) else {
            continue;
        };
        let at = groups.iter().position(|g| g.id == first.assumption);
        let at = at.unwrap_or_else(|| {
            groups.push(Group {
                id: first.assumption.clone(),
                says: meaning(f, &first.assumption),
                ways: a.variants.iter().map(|v| plain(spoken(&v.name))).collect(),
                weights: weights(a.variants.iter().map(|v| v.weight)),
                supported: a.is_one_chance(),
                targets: Vec::new(),
            });
            groups.len() - 1
        });
        let group = &mut groups[at];
        if group.ways.len() == a.variants.len() {
            group.targets.push(Target {
                says: report::upper_first(&claim(f, a)),
                chances: a.variants.iter().map(|v| v.probability.value).collect(),
                of: p.of,
            });
        }
    }
    (!groups.is_empty()).then_some(Weighed { groups })
}

fn meaning(f: &Findings, id: &str) -> String {
    let about = f.assumptions.iter().find(|a| a.id == id);
    about.map_or_else(|| plain(id), |a| report::upper_first(&plain(&a.meaning)))
}

fn weights(of: impl ExactSizeIterator<Item = Option<f64>>) -> Vec<f64> {
    let many = of.len() as f64;
    let all: Option<Vec<f64>> = of.collect();
    let sum: f64 = all.iter().flatten().sum();
    match all {
        Some(all) if sum > 0.0 => all.into_iter().map(|w| w / sum).collect(),
        _ => vec![1.0 / many; many as usize],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_add_to_one_and_are_equal_where_none_is_supported() {
        assert_eq!(weights([Some(1.0), Some(3.0)].into_iter()), [0.25, 0.75]);
        assert_eq!(weights([None, None].into_iter()), [0.5, 0.5]);
        assert_eq!(weights([Some(0.3), None].into_iter()), [0.5, 0.5]);
    }
}
