//! What decisions may spend, and the money a question is about whether it names a ceiling or not.

use super::Scenario;
use crate::results::Standing;
use crate::results::public::{Counted, PUBLIC};
use crate::units::{PAYERS, Payer, PriceBasis, Year};
use serde::Serialize;

/// The most that decisions may spend.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ceiling {
    /// Billion, in all its years together.
    pub amount: f64,
    /// Whose money counts, where it is said; never empty. Public money where it is not.
    pub payers: Option<Vec<Payer>>,
    /// First year that counts, where it is said.
    pub from: Option<Year>,
    /// Last year that counts, where it is said.
    pub to: Option<Year>,
    /// At which prices.
    pub prices: PriceBasis,
}

impl Ceiling {
    /// An amount of public money from the first year to the last one of the question's targets, at
    /// constant prices.
    pub fn of(amount: f64) -> Ceiling {
        Ceiling {
            amount,
            payers: None,
            from: None,
            to: None,
            prices: PriceBasis::Constant,
        }
    }
}

impl Scenario {
    /// Sets a ceiling that is named beside the scenario: only its amount where the scenario has one.
    pub fn hold_to(&mut self, amount: Option<f64>) {
        let Some(amount) = amount else { return };
        match &mut self.ceiling {
            Some(own) => own.amount = amount,
            None => self.ceiling = Some(Ceiling::of(amount)),
        }
    }

    /// The money that the question is about: what the ceiling counts, and where there is none, public money
    /// to the [year](Self::year_of_money) of the question.
    pub fn counted(&self) -> Counted {
        let ceiling = self.ceiling.as_ref();
        let payers = ceiling.and_then(|c| c.payers.clone());
        let payers = payers.unwrap_or_else(|| PUBLIC.to_vec());
        let from = ceiling.and_then(|c| c.from).unwrap_or(self.first);
        Counted {
            payers: PAYERS.into_iter().filter(|p| payers.contains(p)).collect(),
            from,
            to: ceiling
                .and_then(|c| c.to)
                .unwrap_or_else(|| self.year_of_money().max(from)),
            prices: ceiling.map(|c| c.prices).unwrap_or_default(),
        }
    }

    /// To which year money is counted: the last in which a target that is asked is due. Of the nation's
    /// targets, which nobody chose, it is the year in which most are due: one far target among them would
    /// hide what the others cost.
    pub fn year_of_money(&self) -> Year {
        let lived = self.first..=self.last;
        let asked = self.question.asked.iter();
        let due = asked.filter_map(|(id, standing)| {
            let target = self.targets.iter().find(|t| t.id == *id)?;
            lived
                .contains(&target.year)
                .then_some((target.year, *standing))
        });
        let due: Vec<(Year, Standing)> = due.collect();
        let nations = due
            .iter()
            .all(|(_, standing)| *standing == Standing::Nation);
        let many = |year: Year| due.iter().filter(|(y, _)| *y == year).count();
        let years = due.iter().map(|(year, _)| *year);
        let year = match nations {
            true => years.max_by_key(|year| (many(*year), *year)),
            false => years.max(),
        };
        year.unwrap_or(self.last)
    }
}
