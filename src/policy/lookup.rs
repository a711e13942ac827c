//! Codes of a policy are looked up in the base; a code that is not there is explained.

use super::CheckContext;
use crate::base::{Base, Facility, Level, Province};
use crate::diagnostic::{Problems, folded, nearest};
use crate::source::Spanned;
use crate::units::Year;

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
    crate::diagnostic::suggestion(
        word,
        &codes,
        "the table provinces.csv of the base lists every province with its code",
    )
}

#[cfg(test)]
mod tests {
    use crate::scenario::file::from_text;
    use crate::scenario::small;

    /// One policy is written; its problems, each with the text it points at.
    #[track_caller]
    fn policy(decision: &str, expected: &[(&str, &str)]) {
        let text = format!(
            "(title: \"T\", base: \"made-up\", policies: [(id: \"p\", do: {decision}, from: 2027)])"
        );
        let found = match from_text("test.ron", &text, small::base()) {
            Ok((_, warnings)) => warnings.all,
            Err(rejected) => rejected.problems.all,
        };
        let found: Vec<_> = found
            .iter()
            .filter(|p| p.code != "target::after-last-year")
            .map(|p| (p.code, p.span.clone().map_or("", |s| &text[s])))
            .collect();
        assert_eq!(found, expected, "{decision}");
    }

    #[test]
    fn links_join_a_core_hospital_and_a_provincial_one() {
        let link = |core: &str, satellite: &str, specialty: &str, rest: &str| {
            format!(
                "SatelliteHospitals(links: [(core: \"{core}\", satellite: \"{satellite}\", specialty: \"{specialty}\"{rest})])"
            )
        };
        policy(&link("royal", "south-general", "cardiology", ""), &[]);
        policy(
            &link("roial", "south", "general", ""),
            &[
                ("satellite::unknown-hospital", "\"roial\""),
                ("satellite::unknown-hospital", "\"south\""),
            ],
        );
        policy(
            &link("south-regional", "sunny", "hart", ""),
            &[
                ("satellite::core-too-small", "\"south-regional\""),
                ("satellite::not-a-provincial-hospital", "\"sunny\""),
                ("satellite::unknown-specialty", "\"hart\""),
            ],
        );
        policy(
            &link("royal", "station-1", "general", ""),
            &[("satellite::unknown-hospital", "\"station-1\"")],
        );
        policy(
            &link("south-general", "south-general", "general", ""),
            &[("satellite::own-satellite", "\"south-general\"")],
        );
        policy(
            &link("royal", "south-general", "general", ", from: 2036"),
            &[("satellite::starts-outside-horizon", "2036")],
        );
        policy(
            &link("royal", "south-general", "general", ", from: 2026"),
            &[("satellite::starts-outside-horizon", "2026")],
        );
        policy(
            &link("heart", "south-general", "general", ""),
            &[("satellite::other-specialty", "\"general\"")],
        );
        policy(
            "SatelliteHospitals(links: [])",
            &[("satellite::touches-nothing", "\"p\"")],
        );
    }

    #[test]
    fn only_ministry_hospitals_that_stay_can_be_handed_over() {
        policy(
            "TransferToProvince(hospitals: [\"royal\"], year: 2028)",
            &[],
        );
        policy(
            "TransferToProvince(hospitals: [\"royal\", \"leaving\", \"sunny\", \"royal\", \"x\"], year: 2026)",
            &[
                ("transfer::already-decided", "\"leaving\""),
                ("transfer::not-a-ministry-hospital", "\"sunny\""),
                ("transfer::twice", "\"royal\""),
                ("transfer::unknown-hospital", "\"x\""),
                ("transfer::year-outside-horizon", "2026"),
            ],
        );
        policy(
            "TransferToProvince(hospitals: [], year: 2028)",
            &[("transfer::touches-nothing", "\"p\"")],
        );
    }

    #[test]
    fn a_campus_has_a_hospital_a_place_a_year_and_a_sensible_cost() {
        policy(
            "SecondCampus(hospital: \"royal\", province: \"north\", beds: 500, opens: 2030, cost: 2500, replaces: 0.5)",
            &[],
        );
        policy(
            "SecondCampus(hospital: \"royal\", province: \"nort\", beds: 5000, opens: 2026, cost: 2500, replaces: 0.5)",
            &[
                ("campus::unknown-province", "\"nort\""),
                ("campus::opens-outside-horizon", "2026"),
                ("campus::cost-implausible", "2500"),
                ("campus::replaces-too-many", "0.5"),
            ],
        );
        policy(
            "SecondCampus(hospital: \"ryal\", province: \"north\", beds: 0, opens: 2030)",
            &[("ron::value", "0")],
        );
    }

    #[test]
    fn money_is_some_amount_and_its_split_is_whole() {
        let money = |amount: &str, split: &str, rest: &str| {
            format!("Investment(amount: {amount}, money: Planned, split: ({split}){rest})")
        };
        let whole = "new_beds: Share(0.4), stations: Rest";
        for amount in [
            "Level(500)",
            "Multiple(0.7)",
            "Profile([(2027, 500), (2028, 0)])",
            "Assumed(\"programme.total\")",
        ] {
            policy(&money(amount, whole, ""), &[]);
        }
        let nothing = "investment::touches-nothing";
        policy(&money("Level(0)", whole, ""), &[(nothing, "0")]);
        policy(&money("Multiple(1.0)", whole, ""), &[(nothing, "1.0")]);
        policy(&money("Profile([])", whole, ""), &[(nothing, "\"p\"")]);
        policy(
            &money("Profile([(2026, 5), (2028, 1), (2028, 1)])", whole, ""),
            &[
                ("investment::year-outside-horizon", "2026"),
                ("investment::year-twice", "2028"),
            ],
        );
        policy(
            &money("Assumed(\"programme.totl\")", whole, ""),
            &[("investment::unknown-assumption", "\"programme.totl\"")],
        );
        policy(
            &money("Assumed(\"post.match\")", whole, ""),
            &[("investment::not-money", "\"post.match\"")],
        );
        let level = |split: &str| money("Level(500)", split, "");
        policy(&level("new_beds: Share(1)"), &[]);
        policy(
            &level("new_beds: Assumed(\"programme.bed_share\"), stations: Rest"),
            &[],
        );
        policy(
            &level("new_beds: Share(0.6), stations: Share(0.3)"),
            &[("investment::split-not-whole", "0.3")],
        );
        policy(
            &level("new_beds: Share(0.6), stations: Share(0.6), equipment: Rest"),
            &[("investment::split-not-whole", "0.6")],
        );
        policy(&level(""), &[("investment::split-not-whole", "\"p\"")]);
        policy(
            &level("new_beds: Rest, stations: Rest"),
            &[("investment::two-rests", "\"p\"")],
        );
        policy(
            &level("new_beds: Assumed(\"programme.bed_share\"), stations: Share(0.9)"),
            &[("investment::split-needs-rest", "0.9")],
        );
        policy(
            &level("new_beds: Assumed(\"programme.total\"), stations: Rest"),
            &[("investment::not-a-share", "\"programme.total\"")],
        );
        policy(
            &level("new_beds: Assumed(\"build.lag\"), stations: Rest"),
            &[("investment::profile-assumption", "\"build.lag\"")],
        );
        policy(
            &money(
                "Level(500)",
                whole,
                ", allocation: List([\"north\", \"north\", \"south\"])",
            ),
            &[
                ("investment::province-twice", "\"north\""),
                ("investment::unknown-province", "\"south\""),
            ],
        );
        policy(
            &money("Level(500)", whole, ", allocation: List([])"),
            &[(nothing, "\"p\"")],
        );
    }
}
