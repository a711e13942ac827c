//! Codes of a policy are looked up in the base; a code that is not there is explained.

use super::{CheckContext, words};
use crate::base::{Base, Facility, Level, Occupation, Province};
use crate::diagnostic::{Problems, folded, nearest, suggestion};
use crate::indicator::row::Figure;
use crate::indicator::{Indicator, registry};
use crate::messages::{choose_one, did_you_mean};
use crate::said::Message;
use crate::source::Spanned;
use crate::units::Year;

/// Name of a hospital as its people write it; its code where the base does not know it.
pub(crate) fn hospital_name<'a>(base: &'a Base, code: &'a str) -> &'a str {
    let known = base.facilities.iter().find(|f| f.code == code);
    known.map_or(code, |f| &f.name)
}

/// Whether two lists of places or people have one in common; a list that is left out holds all.
pub(crate) fn meet<T: PartialEq>(a: &Option<Vec<Spanned<T>>>, b: &Option<Vec<Spanned<T>>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a
            .iter()
            .any(|one| b.iter().any(|two| one.value == two.value)),
        _ => true,
    }
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
                problems.refuse(
                    code,
                    id,
                    words::station(&code.value, hospital_help(self.base, code)),
                );
                None
            }
            Some(f) => Some(f),
            None => {
                problems.refuse(
                    code,
                    id,
                    words::no_hospital(&code.value, hospital_help(self.base, code)),
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
            problems.refuse(
                code,
                id,
                words::no_province(&code.value, province_help(self.base, code)),
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
            problems.refuse(
                code,
                id,
                words::no_occupation(
                    &code.value,
                    suggestion(code, &codes, choose_one(codes.join(", "))),
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
        problems.refuse(
            code,
            without,
            words::without_employers(words::staff(&found.plural), choose_one(codes.join(", "))),
        );
        None
    }

    /// A list of provinces: each exists and stands there once. Whether all exist.
    pub(crate) fn provinces(
        &self,
        codes: &[Spanned<String>],
        unknown: &'static str,
        twice: &'static str,
        problems: &mut Problems,
    ) -> bool {
        self.each_once(codes, unknown, (twice, words::in_list_twice), problems)
    }

    /// The same, where the policy has words of its own for a province that stands there twice.
    pub(crate) fn each_once(
        &self,
        codes: &[Spanned<String>],
        unknown: &'static str,
        (twice, said): (&'static str, fn(&str) -> Message),
        problems: &mut Problems,
    ) -> bool {
        let mut sound = true;
        for (n, code) in codes.iter().enumerate() {
            if problems.crowded() {
                return false;
            }
            sound &= self.province(code, unknown, problems).is_some();
            if let Some(earlier) = codes[..n].iter().find(|p| *p == code) {
                problems.twice((earlier, code), twice, said(code));
            }
        }
        sound
    }

    /// Warns where nobody is named who pays; private owners may or may not.
    pub(crate) fn warn_of_open_payer(&self, private: bool, problems: &mut Problems) {
        if self.payer.is_none() {
            let said = if private {
                words::ministry_or_anybody()
            } else {
                words::ministry_or_public()
            };
            problems.warn(self.id, "policy::payer-open", said);
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
            problems.refuse(
                year,
                id,
                words::outside_years(what, year.value, first, last),
            );
            return false;
        }
        let (from, to) = (*self.acts.start(), *self.acts.end());
        if !self.acts.contains(&year.value) {
            problems.refuse(year, id, words::does_not_act(what, year.value, from, to));
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
        return words::code_of(&f.name, &f.code);
    }
    if let Some(at) = base.provinces.iter().position(|p| p.code == wanted) {
        let there: Vec<&str> = hospitals()
            .filter(|f| f.province == at && !f.synthetic)
            .map(|f| f.code.as_str())
            .take(6)
            .collect();
        if !there.is_empty() {
            return words::hospitals_of(&base.provinces[at].code, there.join(", "));
        }
    }
    let named_first = hospitals()
        .filter(|f| !f.synthetic)
        .chain(hospitals().filter(|f| f.synthetic))
        .map(|f| f.code.as_str());
    match nearest(word, named_first) {
        Some(code) => did_you_mean(code),
        None => words::ALL_HOSPITALS.to_owned(),
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
        return words::code_of(&p.name, &p.code);
    }
    let codes: Vec<&str> = base.provinces.iter().map(|p| p.code.as_str()).collect();
    if let Some(help) = base.former_help(word, codes.iter().copied()) {
        return help;
    }
    suggestion(word, &codes, words::ALL_PROVINCES)
}
