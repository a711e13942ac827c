//! When each decision of a plan must be taken: what is left of the chances asked if one of them starts
//! later or never, and to what year the plan as it stands is enough. Plain data.

use super::comparison::{Mean, Paired, Question};
use super::public::PublicMoney;
use super::{Agreement, AssumptionUsed, Probability};
use crate::base::AssumedTable;
use crate::said::Told;
use crate::units::Year;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Everything found about when decisions must be taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timing {
    /// Scenario name (file stem).
    pub scenario: String,
    /// Title.
    pub title: Told,
    /// Country name.
    pub country: Told,
    /// Currency unit.
    pub currency: Told,
    /// Base year.
    pub base_year: Year,
    /// First and last simulated year of the plan.
    pub years: (Year, Year),
    /// The last year-end to which decisions are moved and lived: that of the last target asked.
    pub to: Year,
    /// Seed.
    pub seed: u64,
    /// Replicates lived of each variant of the plan.
    pub replicates: Range<u32>,
    /// Where only futures are lived that agree with what was reported of tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Agreement>,
    /// What is asked, as far as it is due in these years.
    pub asked: Vec<AskedTarget>,
    /// What the plan's own decisions spend of the money the question is about.
    pub public: PublicMoney,
    /// Its decisions, in the order of the plan.
    pub decisions: Vec<Decision>,
    /// The uncertain numbers.
    pub assumptions: Vec<AssumptionUsed>,
    /// Whole tables of the base that are assumed.
    pub assumed_tables: Vec<AssumedTable>,
}

impl Timing {
    /// How many variants of the plan were lived, the plan itself among them.
    pub fn variants(&self) -> usize {
        let of = |d: &Decision| d.later.len() + usize::from(d.without.is_some());
        1 + self.decisions.iter().map(of).sum::<usize>()
    }
}

/// A target of the question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AskedTarget {
    /// What it asks.
    pub question: Question,
    /// Name of its place; `None` where it is the nation.
    pub place: Option<Told>,
    /// Its chance under the plan as it stands.
    pub chance: Probability,
    /// The chance that the same holds at the end of each simulated year.
    pub by_year: Vec<(Year, Probability)>,
}

/// To what year a plan is enough for a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enough {
    /// In no year is the chance an even one or better.
    Never,
    /// From the first year to the second, and to the end of what is simulated.
    From(Year),
    /// From the first year on without a gap, but no more from the second on: the tipping year.
    Until(Year, Year),
}

impl AskedTarget {
    /// To what year the plan as it stands holds what is asked with a chance of at least one half. Only the last
    /// row of such years without a gap counts.
    pub fn enough(&self) -> Enough {
        let even = |(_, p): &&(Year, Probability)| p.value >= 0.5;
        let Some(last) = self.by_year.iter().rposition(|year| even(&year)) else {
            return Enough::Never;
        };
        // The last row of years without a gap; what held before a gap did not hold to its end.
        let row = self.by_year[..=last].iter().rev().take_while(even);
        let first = row.last().map_or(self.by_year[last].0, |(year, _)| *year);
        match self.by_year.get(last + 1) {
            None => Enough::From(first),
            Some((tips, _)) => Enough::Until(first, *tips),
        }
    }
}

/// One decision of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Id of the policy.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Who is responsible.
    pub responsible: Option<String>,
    /// The year in which it starts (or opens) as planned.
    pub start: Year,
    /// Whether it starts with an opening: a site is then begun years before.
    pub opens: bool,
    /// Whether its product is money.
    pub is_money: bool,
    /// The value it exists for, read in the year in which most is asked; `None` where it serves none.
    pub lead: Option<Question>,
    /// The year by whose end its product is there in half of the futures in which it acts; `None`: in
    /// none of the simulated years.
    pub product: Option<Year>,
    /// What changes if it is left out; `None` where others cannot do without it.
    pub without: Option<Shift>,
    /// What changes if it starts later, year by year, as far as it still can.
    pub later: Vec<Later>,
}

/// A decision that starts later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Later {
    /// In which year.
    pub start: Year,
    /// What changes against the plan.
    pub shift: Shift,
}

/// What changes against the plan as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shift {
    /// The chance of each target asked, in their order, and how it differs from the plan's.
    pub chances: Vec<(Probability, Paired)>,
    /// How the value that the decision exists for differs from the plan's.
    pub lead: Option<Paired>,
    /// Public money beyond that of the plan: mean, billion.
    pub money: Mean,
}

/// The last years in which a decision can start and still give what it is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastStart {
    /// All of its points of chance: in no year up to this one is the chance clearly lower.
    pub all: Option<Year>,
    /// Half of them or more.
    pub half: Option<Year>,
    /// Any at all that matter.
    pub any: Option<Year>,
}

impl Decision {
    /// The points of chance that it gives a target, as a fraction: what is lost without it. `None` where
    /// that is not clear.
    pub fn gives(&self, target: usize) -> Option<f64> {
        let (_, lost) = &self.without.as_ref()?.chances[target];
        let clear = lost.verdict == super::comparison::Verdict::Worse;
        clear.then_some(-lost.mean)
    }

    /// The targets to which it clearly gives something, those it gives most first.
    pub fn serves(&self) -> Vec<usize> {
        let many = self.without.as_ref().map_or(0, |w| w.chances.len());
        let given = |target: usize| self.gives(target).unwrap_or(0.0);
        let mut all: Vec<usize> = (0..many).filter(|t| self.gives(*t).is_some()).collect();
        all.sort_by(|a, b| given(*b).total_cmp(&given(*a)).then(a.cmp(b)));
        all
    }

    /// Whether leaving it out clearly changes a chance asked for the worse, or the value it exists for.
    pub fn counts(&self) -> bool {
        let lead = self.without.as_ref().and_then(|w| w.lead.as_ref());
        !self.serves().is_empty() || lead.is_some_and(|d| d.verdict.is_clear())
    }

    /// The last years in which it can start for a target; `None` where it gives that nothing.
    ///
    /// A start counts as giving all where its loss against the plan is not clear, as giving half where it
    /// loses at most half of what the decision gives, and as giving any where more is left than the
    /// smallest difference that matters. Only a row of years without a gap counts, from the planned one on.
    pub fn last_start(&self, target: usize) -> Option<LastStart> {
        let gives = self.gives(target)?;
        let until = |still: &dyn Fn(&Paired) -> bool| {
            let kept = |later: &&Later| still(&later.shift.chances[target].1);
            let row = self.later.iter().take_while(kept);
            Some(row.last().map_or(self.start, |later| later.start))
        };
        let all = |d: &Paired| d.verdict != super::comparison::Verdict::Worse;
        let half = |d: &Paired| -d.mean <= gives / 2.0;
        let any = |d: &Paired| gives + d.mean > d.matters;
        Some(LastStart {
            all: until(&all),
            half: until(&half),
            any: until(&any),
        })
    }

    /// Whether waiting one year clearly costs some chance that is asked.
    pub fn cannot_wait(&self) -> bool {
        let next = self.later.first();
        next.is_some_and(|later| {
            let mut all = later.shift.chances.iter();
            all.any(|(_, d)| d.verdict == super::comparison::Verdict::Worse)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Form;
    use crate::results::comparison::QuestionKind;
    use crate::results::summary::probability;

    fn asked(hits: &[u32]) -> AskedTarget {
        let year = |at: usize| Year(2026 + at as i32);
        AskedTarget {
            question: Question {
                id: "beds".into(),
                kind: QuestionKind::Target,
                indicator: "beds_per_10k".into(),
                title: "Hospital beds per 10,000 people".into(),
                unit: crate::results::Unit::Per10k,
                scope: crate::results::NATION.into(),
                year: Year(2030),
                threshold: Some(35.0),
                form: Form::default(),
                better: None,
                document: "".into(),
                status: None,
                headline: true,
                asked_by: None,
                served_by: Vec::new(),
            },
            place: None,
            chance: probability(hits[0], 100),
            by_year: hits
                .iter()
                .enumerate()
                .map(|(at, hits)| (year(at), probability(*hits, 100)))
                .collect(),
        }
    }

    #[test]
    fn a_plan_is_enough_from_a_year_on_and_until_it_tips() {
        let enough = |hits: &[u32]| asked(hits).enough();
        assert_eq!(enough(&[10, 20, 49]), Enough::Never);
        assert_eq!(enough(&[10, 50, 80]), Enough::From(Year(2027)));
        assert_eq!(enough(&[10, 60, 40]), Enough::Until(Year(2027), Year(2028)));
        assert_eq!(enough(&[60, 40, 50]), Enough::From(Year(2028)));
        assert_eq!(
            enough(&[60, 40, 50, 40]),
            Enough::Until(Year(2028), Year(2029))
        );
    }
}
