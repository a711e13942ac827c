//! Codes of a policy are looked up in the base; a code that is not there is explained.

use super::CheckContext;
use crate::base::{Base, Facility, Level, Occupation, Province};
use crate::diagnostic::{Problem, Problems, folded, nearest, suggestion};
use crate::indicator::row::Figure;
use crate::indicator::{Indicator, registry};
use crate::source::Spanned;
use crate::units::Year;

/// Name of a hospital as its people write it; its code where the base does not know it.
pub(crate) fn hospital_name<'a>(base: &'a Base, code: &'a str) -> &'a str {
    let known = base.facilities.iter().find(|f| f.code == code);
    known.map_or(code, |f| &f.name)
}

impl CheckContext<'_> {
    /// The hospital with this code, or a problem that names the nearest.
    pub(crate) fn hospital(
        &self,
        code: &Spanned<String>,
        id: &'static str,
        problems: &mut Problems,
    ) -> Option<&Facility> {
        let found = self.base.facilities.iter().find(|f| f.code == code.value);
        match found {
            Some(f) if f.level == Level::Commune => {
                problems.at(
                    code,
                    id,
                    format!("\"{}\" is a commune station, not a hospital", code.value),
                    hospital_help(self.base, code),
                );
                None
            }
            Some(f) => Some(f),
            None => {
                problems.at(
                    code,
                    id,
                    format!("there is no hospital with the code \"{}\"", code.value),
                    hospital_help(self.base, code),
                );
                None
            }
        }
    }

    /// The province with this code, or a problem that names the nearest.
    pub(crate) fn province(
        &self,
        code: &Spanned<String>,
        id: &'static str,
        problems: &mut Problems,
    ) -> Option<&Province> {
        let found = self.base.provinces.iter().find(|p| p.code == code.value);
        if found.is_none() {
            problems.at(
                code,
                id,
                format!("there is no province with the code \"{}\"", code.value),
                province_help(self.base, code),
            );
        }
        found
    }

    /// The occupation with this code, or a problem that names the nearest.
    pub(crate) fn occupation(
        &self,
        code: &Spanned<String>,
        id: &'static str,
        problems: &mut Problems,
    ) -> Option<&Occupation> {
        let all = &self.base.occupations;
        let found = all.iter().find(|o| o.code == code.value);
        if found.is_none() {
            let codes: Vec<&str> = all.iter().map(|o| o.code.as_str()).collect();
            problems.at(
                code,
                id,
                format!("there is no occupation with the code \"{}\"", code.value),
                suggestion(
                    code,
                    &codes,
                    &format!("choose one of: {}", codes.join(", ")),
                ),
            );
        }
        found
    }

    /// The same for an occupation whose staff are followed by employer; a problem with the code
    /// `without` where they are not.
    pub(crate) fn with_posts(
        &self,
        code: &Spanned<String>,
        id: &'static str,
        without: &'static str,
        problems: &mut Problems,
    ) -> Option<&Occupation> {
        let found = self.occupation(code, id, problems)?;
        if found.has_posts {
            return Some(found);
        }
        let all = self.base.occupations.iter().filter(|o| o.has_posts);
        let codes: Vec<&str> = all.map(|o| o.code.as_str()).collect();
        problems.at(
            code,
            without,
            format!(
                "the base follows {} without employers: nobody knows which of them are public",
                found.plural
            ),
            format!("choose one of: {}", codes.join(", ")),
        );
        None
    }

    /// A list of provinces: each exists and stands there once.
    pub(crate) fn provinces(
        &self,
        codes: &[Spanned<String>],
        unknown: &'static str,
        twice: &'static str,
        problems: &mut Problems,
    ) {
        for (n, code) in codes.iter().enumerate() {
            if problems.crowded() {
                return;
            }
            self.province(code, unknown, problems);
            if let Some(earlier) = codes[..n].iter().find(|p| *p == code) {
                problems.add(
                    Problem::error(
                        twice,
                        format!("\"{}\" is in the list twice", code.value),
                        "keep one of the two",
                    )
                    .over(code.span.clone())
                    .label("the second time")
                    .note(earlier.span.clone(), "the first time"),
                );
            }
        }
    }

    /// Warns where nobody is named who pays; beside the Ministry these may.
    pub(crate) fn warn_of_open_payer(&self, others: &str, problems: &mut Problems) {
        if self.payer.is_none() {
            problems.warn_at(
                self.id,
                "policy::payer-open",
                "nobody is named who pays: the provinces are taken",
                format!("add `payer: Ministry`, {others}"),
            );
        }
    }

    /// Whether a year lies in the scenario and in the years the policy acts; a problem if not.
    pub(crate) fn acts_in(
        &self,
        year: &Spanned<Year>,
        what: &str,
        id: &'static str,
        problems: &mut Problems,
    ) -> bool {
        let (first, last) = (*self.years.start(), *self.years.end());
        if !self.years.contains(&year.value) {
            problems.at(
                year,
                id,
                format!("{what} {}, outside the years we look at", year.value),
                format!("the scenario runs from {first} to {last}"),
            );
            return false;
        }
        let (from, to) = (*self.acts.start(), *self.acts.end());
        if !self.acts.contains(&year.value) {
            problems.at(
                year,
                id,
                format!("{what} {}, when the policy does not act", year.value),
                format!(
                    "the policy acts from {from} to {to}: change the year, or its `from` and `to`"
                ),
            );
            return false;
        }
        true
    }
}

/// Of indicators a kind of policy serves, those that are no ratio of another occupation.
pub(super) fn ratios_of(base: &Base, occupation: &str, serves: &[&str]) -> Vec<String> {
    let whose = base.occupations.iter().position(|o| o.code == occupation);
    let own = |i: &Indicator| i.figure != Figure::Heads || i.whose == whose;
    let known = registry(base).into_iter().filter(own);
    let known: Vec<String> = known.map(|i| i.info.id).collect();
    let all = serves.iter().map(|id| (*id).to_owned());
    all.filter(|id| known.contains(id)).collect()
}

/// What to write instead of an unknown hospital: the hospital that has this name, the hospitals of
/// the province that was named, or the nearest code.
fn hospital_help(base: &Base, word: &str) -> String {
    let wanted = folded(word);
    let hospitals = || base.facilities.iter().filter(|f| f.level != Level::Commune);
    let named = hospitals().find(|f| {
        folded(&f.name) == wanted || (!f.name_en.is_empty() && folded(&f.name_en) == wanted)
    });
    if let Some(f) = named {
        return format!("write the code of {}: \"{}\"", f.name, f.code);
    }
    if let Some(at) = base.provinces.iter().position(|p| p.code == wanted) {
        let there: Vec<&str> = hospitals()
            .filter(|f| f.province == at && !f.synthetic)
            .map(|f| f.code.as_str())
            .take(6)
            .collect();
        if !there.is_empty() {
            return format!(
                "\"{}\" is a province; some hospitals there: {}",
                base.provinces[at].code,
                there.join(", ")
            );
        }
    }
    let named_first = hospitals()
        .filter(|f| !f.synthetic)
        .chain(hospitals().filter(|f| f.synthetic))
        .map(|f| f.code.as_str());
    match nearest(word, named_first) {
        Some(code) => format!("did you mean \"{code}\"?"),
        None => {
            "the table facilities.csv of the base lists every hospital with its code".to_owned()
        }
    }
}

/// What to write instead of an unknown province.
pub(crate) fn province_help(base: &Base, word: &str) -> String {
    let wanted = folded(word);
    let named = base
        .provinces
        .iter()
        .find(|p| folded(&p.name) == wanted || folded(&p.name_en) == wanted);
    if let Some(p) = named {
        return format!("write the code of {}: \"{}\"", p.name, p.code);
    }
    let codes: Vec<&str> = base.provinces.iter().map(|p| p.code.as_str()).collect();
    if let Some(help) = base.former_help(word, codes.iter().copied()) {
        return help;
    }
    crate::diagnostic::suggestion(
        word,
        &codes,
        "the table provinces.csv of the base lists every province with its code",
    )
}
