//! Every name that can be explained, and the way from what was typed to one of them.

use crate::base::Base;
use crate::diagnostic::{folded, nearest};
use crate::indicator;
use crate::policy::KINDS;
use crate::scenario::codes;
use crate::words::explain as words;
use clap::ValueEnum;

/// Names listed when a word fits many.
const MOST_LISTED: usize = 20;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum What {
    /// A policy
    Policy,
    /// An indicator
    Indicator,
    /// An assumption
    Assumption,
    /// A target
    Target,
    /// A province
    Province,
    /// A hospital or station
    Facility,
    /// The code of a message
    Code,
}

impl What {
    /// The kind as pages call it.
    pub fn said(self) -> &'static str {
        match self {
            What::Policy => words::A_POLICY.text(),
            What::Indicator => words::AN_INDICATOR.text(),
            What::Assumption => words::AN_ASSUMPTION.text(),
            What::Target => words::A_TARGET.text(),
            What::Province => words::A_PROVINCE.text(),
            What::Facility => words::A_FACILITY.text(),
            What::Code => words::A_CODE.text(),
        }
    }

    /// The kind as it is typed behind `--as`.
    pub fn word(self) -> &'static str {
        match self {
            What::Policy => "policy",
            What::Indicator => "indicator",
            What::Assumption => "assumption",
            What::Target => "target",
            What::Province => "province",
            What::Facility => "facility",
            What::Code => "code",
        }
    }
}

/// A name that can be explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// What it stands for.
    pub what: What,
    /// The name itself.
    pub name: String,
    /// Other names it is known by.
    pub also: Vec<String>,
    /// Position in the table of its kind.
    pub at: usize,
}

/// What was found for a word.
#[derive(Debug, PartialEq)]
pub enum Found {
    /// The one that is meant.
    One(Name),
    /// Several fit: some of them, and how many more.
    Many(Vec<Name>, usize),
    /// Nothing fits; the nearest name, if one is near.
    None(Option<String>),
}

/// Every name, better known ones first.
pub fn all(base: &Base) -> Vec<Name> {
    let mut names = Vec::new();
    let mut put = |what, at, name: &str, also: &[&str]| {
        names.push(Name {
            what,
            name: name.to_owned(),
            also: also
                .iter()
                .filter(|a| !a.is_empty())
                .map(|a| (*a).to_owned())
                .collect(),
            at,
        });
    };
    for (at, kind) in KINDS.iter().enumerate() {
        put(What::Policy, at, kind.name, &[]);
    }
    for (at, i) in indicator::registry(base).iter().enumerate() {
        put(What::Indicator, at, &i.info.id, &[&i.info.title]);
    }
    for (at, a) in base.assumptions.all.iter().enumerate() {
        put(What::Assumption, at, &a.id, &[]);
    }
    for (at, t) in base.targets.iter().enumerate() {
        put(What::Target, at, &t.id, &[]);
    }
    for (at, p) in base.provinces.iter().enumerate() {
        let mut also = vec![p.name.as_str(), &p.name_en];
        for former in base.former_of(&p.code) {
            also.extend([former.code.as_str(), &former.name]);
        }
        put(What::Province, at, &p.code, &also);
    }
    for (at, code) in codes::ALL.iter().enumerate() {
        put(What::Code, at, code.code, &[]);
    }
    for synthetic in [false, true] {
        for (at, f) in base.facilities.iter().enumerate() {
            if f.synthetic == synthetic {
                put(What::Facility, at, &f.code, &[&f.name, &f.name_en]);
            }
        }
    }
    names
}

/// The names a word may mean: those equal to it, else those that hold it, else the nearest.
pub fn find(asked: &str, kind: Option<What>, base: &Base) -> Found {
    let mut names = all(base);
    names.retain(|n| kind.is_none_or(|k| n.what == k));
    if let Some(name) = names.iter().find(|n| kind.is_some() && n.name == asked) {
        return Found::One(name.clone());
    }
    let wanted = folded(asked);
    let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<Name> {
        let of = |n: &&Name| fits(&folded(&n.name)) || n.also.iter().any(|a| fits(&folded(a)));
        names.iter().filter(of).cloned().collect()
    };
    let mut found = fitting(&|name| name == wanted);
    if found.is_empty() && wanted.chars().count() >= 2 {
        found = fitting(&|name| name.contains(&wanted));
    }
    match found.len() {
        0 => {
            let near = nearest(asked, names.iter().map(|n| n.name.as_str()));
            Found::None(near.map(str::to_owned))
        }
        1 => Found::One(found.remove(0)),
        n => {
            found.truncate(MOST_LISTED);
            Found::Many(found, n.saturating_sub(MOST_LISTED))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(asked: &str) -> (What, String) {
        match find(asked, None, &Base::builtin()) {
            Found::One(name) => (name.what, name.name),
            other => panic!("{asked}: {other:?}"),
        }
    }

    #[test]
    fn names_are_found_through_accents_parts_and_capitals() {
        for (asked, what, name) in [
            ("post.match", What::Assumption, "post.match"),
            ("Post Match", What::Assumption, "post.match"),
            ("beds_per_10k", What::Indicator, "beds_per_10k"),
            ("satellitehospitals", What::Policy, "SatelliteHospitals"),
            ("Bệnh viện Bạch Mai", What::Facility, "bach-mai"),
            ("Lai Châu", What::Province, "lai-chau"),
            (
                "doctors_per_10k/nation/2030/qd201",
                What::Target,
                "doctors_per_10k/nation/2030/qd201",
            ),
            ("one-value", What::Code, "ron::one-value"),
        ] {
            assert_eq!(one(asked), (what, name.to_owned()), "{asked}");
        }
    }

    #[test]
    fn a_word_that_fits_many_lists_them_and_a_strange_one_finds_the_nearest() {
        let base = Base::builtin();
        let Found::Many(some, more) = find("regional", None, &base) else {
            panic!("one name only")
        };
        assert_eq!(some.len(), MOST_LISTED);
        assert!(more > 100);
        let slip = find("post.mach", None, &base);
        assert_eq!(slip, Found::None(Some("post.match".into())));
        assert_eq!(find("xylophone", None, &base), Found::None(None));
        let Found::One(only) = find("cho-ray", Some(What::Facility), &base) else {
            panic!("the code itself is enough")
        };
        assert_eq!(only.name, "cho-ray");
    }
}
