//! Plans that reach a share of people or facilities, in some provinces, in equal steps up to a year.

pub(super) mod words;

use super::{CheckContext, Plan};
use crate::diagnostic::Problems;
use crate::lanes::Lanes;
use crate::said::Message;
use crate::source::Spanned;
use crate::units::{Payer, Year};
use crate::world::country::Country;
use crate::world::decisions::Decisions;
use crate::world::staff::{Employer, StaffBoard, StaffLevers};

/// Whether a list names a province; one that is left out names all of them.
pub(crate) fn reaches(listed: Option<&Vec<Spanned<String>>>, code: &str) -> bool {
    listed.is_none_or(|row| row.iter().any(|p| p.value == code))
}

/// Where and when a plan acts, and who pays.
#[derive(Clone, Debug)]
pub struct Rollout {
    /// Position of the policy in the scenario.
    pub policy: usize,
    /// Whether the plan reaches a province.
    pub reach: Vec<bool>,
    /// Who pays.
    pub payer: Payer,
    /// First year.
    pub from: Year,
    /// Year by which the whole share is reached.
    pub by: Year,
    /// Last year.
    pub to: Year,
}

/// How far a plan is in a year.
#[derive(Clone, Copy, Debug)]
pub struct Ripe {
    /// 1 in the futures in which it acts.
    pub acts: Lanes,
    /// Part of the whole share that is reached, nothing where it does not act.
    pub part: Lanes,
    /// 1 in the futures in which the whole share would be reached by now, whether or not it acts.
    pub whole: Lanes,
}

impl Rollout {
    /// Of a plan as it is written.
    pub fn new(
        country: &Country,
        policy: usize,
        plan: &Plan,
        (by, listed): (&Option<Spanned<Year>>, &Option<Vec<Spanned<String>>>),
    ) -> Self {
        let provinces = country.base.provinces.iter();
        Rollout {
            policy,
            reach: provinces
                .map(|p| reaches(listed.as_ref(), &p.code))
                .collect(),
            payer: plan.payer(&country.base),
            from: plan.from,
            by: by.as_ref().map_or(plan.from, |y| y.value),
            to: plan.to,
        }
    }

    /// Whether a year lies between its first and its last.
    pub fn covers(&self, year: Year) -> bool {
        (self.from..=self.to).contains(&year)
    }

    /// How far it is in a year that is not before its first.
    pub fn ripe(&self, decisions: &Decisions, year: Year) -> Ripe {
        let acts = decisions.acts(self.policy, year);
        let steps = f64::from(self.by.since(self.from) + 1).max(1.0);
        let gone = decisions.since(self.policy, self.from, year) + 1.0;
        Ripe {
            acts,
            part: (gone / steps).clamp(0.0, 1.0) * acts,
            whole: gone.ge(Lanes::splat(steps)).as_lanes(),
        }
    }

    /// Provinces it reaches.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        let all = self.reach.iter().enumerate();
        all.filter(|(_, there)| **there).map(|(p, _)| p)
    }

    /// The product is there once the whole share is reached, and stays after the last year.
    pub fn note_done(&self, decisions: &mut Decisions, ripe: Ripe, year: Year) {
        let there = match year <= self.to {
            true => ripe.whole * ripe.acts,
            false => decisions.done(self.policy),
        };
        decisions.note_done(self.policy, there);
    }

    /// The product is there when the whole share is promised and as much is kept.
    pub fn note_kept(
        &self,
        decisions: &mut Decisions,
        ripe: Ripe,
        (promised, kept): (Lanes, Lanes),
    ) {
        let whole = (ripe.whole * ripe.acts).gt(Lanes::ZERO);
        let kept = kept.ge(promised * 0.999) & promised.gt(Lanes::ZERO);
        decisions.note_done(self.policy, (whole & kept).as_lanes());
    }
}

/// Doctors who work at the stations of a province: the first occupation, with those who are lent to them.
pub(super) fn station_doctors(
    country: &Country,
    staff: &StaffBoard,
    lent: &StaffLevers,
    p: usize,
) -> Lanes {
    match country.base.occupations.first() {
        Some(first) if first.has_posts => staff.heads[0][p][Employer::Commune] + lent.rotated(p),
        _ => Lanes::ZERO,
    }
}

/// Codes of what is wrong with where and when, and what is said of an empty list.
pub(super) struct Said {
    pub no_province: (&'static str, fn() -> Message),
    pub unknown: &'static str,
    pub twice: &'static str,
    pub outside: &'static str,
}

impl CheckContext<'_> {
    /// Adds a problem for a list of provinces and a year that cannot be meant.
    pub(super) fn rollout(
        &self,
        by: Option<&Spanned<Year>>,
        listed: Option<&Vec<Spanned<String>>>,
        said: &Said,
        problems: &mut Problems,
    ) {
        if let Some(listed) = listed {
            if listed.is_empty() {
                let (id, message) = said.no_province;
                problems.refuse(self.id, id, message());
            }
            self.provinces(listed, said.unknown, said.twice, problems);
        }
        if let Some(by) = by {
            self.acts_in(by, &words::REACHED, said.outside, problems);
        }
    }
}
