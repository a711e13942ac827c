//! Which assumptions reach which indicators: an assumption acts in some parts of the model, and an
//! indicator is made from some. What does not reach an indicator cannot drive it, whatever a sample
//! of futures shows.
//!
//! Simplification: a part reaches an indicator or not, whatever the policies of a scenario; a test
//! moves every assumption and finds what moves among what is named here.

use super::{Indicator, Reading};
use crate::base::Base;

/// A part of the model in which assumptions act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Acts in no run that looks ahead, or on prices and payers alone.
    MoneyOnly,
    /// People of provinces.
    People,
    /// Hospitals, beds, capital, projects, crowding.
    Beds,
    /// Named projects: milestones wait for them, and so do beds.
    Projects,
    /// Commune stations and their works.
    Stations,
    /// Doctors over the stations of a province.
    AtStations,
    /// Students, exams, posts, leaving.
    Staff,
    /// Doctors counted beyond people.
    Recount,
    /// Plan beds.
    Plan,
    /// What the flow model misses.
    Missed,
    /// The error of what is published: for the chance of a year, and nothing else.
    Published,
    /// One followed indicator.
    Followed,
    /// Milestones.
    Milestones,
    /// Shocks.
    Shocks,
    /// Staff and stations, where the scenario lets beds wait for them.
    Gated,
    /// Visits and stays, and check-ups at stations.
    Visits,
    /// Who pays for care.
    Fund,
}

use Part::{
    AtStations, Beds, Followed, Fund, Gated, Milestones, Missed, MoneyOnly, People, Plan, Projects,
    Published, Recount, Shocks, Staff, Stations, Visits,
};

/// What rows are made of. Staff ratios have people and the beds that call for staff in them.
pub(super) const PEOPLE: &[Part] = &[People];
pub(super) const BEDS: &[Part] = &[People, Beds, Projects, Shocks, Gated];
pub(super) const OPEN_BEDS: &[Part] = &[People, Beds, Projects, Shocks, Staff, Stations];
pub(super) const PLAN_BEDS: &[Part] = &[People, Beds, Projects, Shocks, Gated, Plan];
pub(super) const STATIONS: &[Part] = &[People, Beds, Projects, Shocks, Stations];
pub(super) const STAFF: &[Part] = &[People, Beds, Projects, Shocks, Stations, Staff];
pub(super) const STAFF_AT_STATIONS: &[Part] =
    &[People, Beds, Projects, Shocks, Stations, Staff, AtStations];
pub(super) const EXPECTED: &[Part] = &[People, Beds, Projects, Shocks, Stations, Staff, Missed];
pub(super) const OFFICIAL: &[Part] = &[
    People, Beds, Projects, Shocks, Stations, Staff, Missed, Recount,
];
pub(super) const MONEY: &[Part] = &[
    MoneyOnly, People, Beds, Projects, Shocks, Stations, Staff, AtStations, Visits, Fund,
];
pub(super) const VISITS: &[Part] = &[People, Beds, Projects, Shocks, Stations, Staff, Visits];
/// Who pays for visits and stays.
pub(super) const FUND: &[Part] = &[
    People, Beds, Projects, Shocks, Stations, Staff, Visits, Fund,
];
pub(super) const SHOCKS: &[Part] = &[Shocks];
/// Milestones stand at the end of projects.
pub(super) const MILESTONES: &[Part] = &[Milestones, Projects, Shocks];

/// Followed figures have laws of their own; they are added up by people or not, and stations that money
/// and works bring to standard are invested in.
pub(super) const fn followed(by_people: bool, invested: bool) -> &'static [Part] {
    match (by_people, invested) {
        (false, false) => &[Followed],
        (true, false) => &[Followed, People],
        (false, true) => &[Followed, Stations, Shocks],
        (true, true) => &[Followed, People, Stations, Shocks],
    }
}

/// Stems of assumption ids and where they act; the longest that fits counts.
const PARTS: &[(&str, Part)] = &[
    ("observation_sd.", Published),
    ("quota.", Plan),
    ("expected.", Missed),
    ("recount.", Recount),
    ("pool.", Recount),
    ("demo.", People),
    ("base.", Beds),
    ("base.station_", Staff),
    ("base.private_clinic_weight", Staff),
    ("base.provincial_floor", Staff),
    ("age.", Staff),
    ("train.", Staff),
    ("exam.", Staff),
    ("entry.", Staff),
    ("ret.", Staff),
    ("exit.", Staff),
    ("post.", Staff),
    ("allow.", Staff),
    ("rotation.", Staff),
    ("rotation.extra_pay", MoneyOnly),
    ("bond.", Staff),
    ("commune.", AtStations),
    ("station.", Stations),
    ("cost.", MoneyOnly),
    ("life.", MoneyOnly),
    ("cost.allowance", Staff),
    ("cost.station", Stations),
    ("cost.training_place", Staff),
    ("capex.", Beds),
    ("bed.", Beds),
    ("bed.fitout_cost", MoneyOnly),
    ("pipe.", Projects),
    ("priv.", Beds),
    ("ntp.", Beds),
    ("care.", Beds),
    ("gate.", Staff),
    ("sat.", Beds),
    ("sat.cost_link", MoneyOnly),
    ("transfer.", Beds),
    ("transfer.staff_loss", Staff),
    ("transfer.subsidy_share", MoneyOnly),
    ("transfer.cost_per_bed", MoneyOnly),
    ("track.", Followed),
    ("milestone.", Milestones),
    ("shock.", Shocks),
    ("visits.", Visits),
    ("check.", Visits),
    ("remote.", Beds),
    ("remote.cost_line", MoneyOnly),
    ("services.", Visits),
    ("services.cost_", MoneyOnly),
    ("services.running", MoneyOnly),
    ("family.", Visits),
    ("family.cost", MoneyOnly),
    ("close.", Beds),
    ("close.cost_per_bed", MoneyOnly),
    ("fund.", Fund),
    ("fee.", Beds),
];

/// Stems of assumptions that name an occupation and reach all: money for teaching places is shared by
/// graduates, and private posts by those who look for one.
const SHARED: [&str; 2] = ["train.grad_", "post.vacancy_private"];

fn part(assumption: &str) -> Option<Part> {
    let fits = PARTS
        .iter()
        .filter(|(stem, _)| assumption.starts_with(stem));
    fits.max_by_key(|(stem, _)| stem.len())
        .map(|(_, part)| *part)
}

/// Of whom an assumption tells: the occupation whose code or plural its id names.
fn occupation(base: &Base, assumption: &str) -> Option<usize> {
    let named = |name: &str| assumption.split(['.', '_']).any(|word| word == name);
    let mut all = base.occupations.iter();
    all.position(|o| named(&o.code) || named(&o.plural))
}

/// What sums are made of whose parts have nothing in common.
const ALL: &[Part] = &[
    People, Beds, Projects, Shocks, Gated, Stations, Staff, AtStations, Missed, Recount, Plan,
    Visits, Fund,
];

/// What a sum is made of: what one of its parts is, where that holds what the others are.
pub(super) fn of_sum(parts: &[&Indicator]) -> &'static [Part] {
    let holds = |made: &[Part]| {
        let mut others = parts.iter().flat_map(|part| part.made_of);
        others.all(|part| made.contains(part))
    };
    let mut each = parts.iter().map(|part| part.made_of);
    each.find(|made| holds(made)).unwrap_or(ALL)
}

/// Whether an assumption can reach an indicator. `gate`: beds wait for staff. What stands in no part of
/// the model known here reaches everything.
pub fn reaches(assumption: &str, indicator: &Indicator, base: &Base, gate: bool) -> bool {
    let Some(part) = part(assumption) else {
        return true;
    };
    let whose = occupation(base, assumption);
    let part = match (part, whose) {
        // Shares, overcounts and ratios of staff in the base year.
        (Beds, Some(_)) if assumption.starts_with("base.") => Staff,
        (part, _) => part,
    };
    let made_of = |part| indicator.made_of.contains(&part);
    let own = match (part, indicator.reading, indicator.whose.zip(whose)) {
        (Followed, Reading::Followed(i), _) => {
            let own = ["track.", &base.tracked[i].id, "."].concat();
            assumption == "track.province_ratio" || assumption.starts_with(&own)
        }
        (Staff | Missed | Recount, _, Some((its, whose))) => {
            its == whose || SHARED.iter().any(|stem| assumption.starts_with(stem))
        }
        _ => true,
    };
    own && (made_of(part) || gate && made_of(Gated) && [Staff, Stations].contains(&part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::registry;

    #[test]
    fn nurse_tuition_reaches_costs_and_nothing_else() {
        let base = Base::builtin();
        let reached: Vec<String> = registry(&base)
            .into_iter()
            .filter(|i| reaches("cost.student_year_nurse", i, &base, false))
            .map(|i| i.info.id)
            .collect();
        assert_eq!(reached, ["capital_spent", "total_cost"]);
    }

    #[test]
    fn a_followed_indicator_has_its_own_assumptions_and_people() {
        let base = Base::builtin();
        let all = registry(&base);
        let cover = all.iter().find(|i| i.info.id == "insurance_cover");
        let cover = cover.expect("it is followed");
        for assumption in &base.assumptions.all {
            let id = assumption.id.as_str();
            let own = id.starts_with("track.insurance_cover.") || id == "track.province_ratio";
            let expected = own || id.starts_with("demo.");
            assert_eq!(reaches(id, cover, &base, false), expected, "{id}");
        }
    }

    #[test]
    fn every_assumption_of_the_base_stands_in_a_part() {
        for assumption in &Base::builtin().assumptions.all {
            assert!(part(&assumption.id).is_some(), "{}", assumption.id);
        }
    }
}
