//! What care costs in a year and who pays for it: the insurance fund, households, the budget.

use crate::lanes::Lanes;
use crate::world::amount::Billion;
use bevy_ecs::prelude::Resource;
use enum_map::{Enum, EnumMap};

/// What spending on care is counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Item {
    /// A visit to a station.
    StationVisit,
    /// A visit to a hospital or a private clinic.
    HospitalVisit,
    /// A stay.
    Stay,
}

/// Who pays for care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Source {
    /// The health-insurance fund.
    Fund,
    /// Households, out of pocket.
    Households,
    /// The budget and whoever else pays.
    Budget,
}

/// Current spending on care in a year, at constant prices of the base year; all rows are empty where
/// the base says nothing about it.
#[derive(Resource, Clone, Debug, Default)]
pub struct FundBoard {
    /// What all care of the nation cost in the base year, by who paid.
    pub base: EnumMap<Source, Billion>,
    /// Part of it that one of each item stands for.
    pub weight: EnumMap<Item, Lanes>,
    /// Income of the fund in the base year.
    pub base_income: Billion,
    /// What the care of a province's people cost, whoever pays.
    pub cost: Vec<Billion>,
    /// What was paid for it, by whom.
    pub paid: Vec<EnumMap<Source, Billion>>,
    /// Co-payments within the scope of insurance, before anybody takes them over.
    pub copayments: Vec<Billion>,
    /// Income of the fund.
    pub income: Billion,
    /// What the fund paid.
    pub payments: Billion,
    /// What the fund has put by at the end of the year; below zero what it owes.
    pub reserve: Billion,
    /// The same at the end of last year.
    pub opened_with: Billion,
}

impl FundBoard {
    /// What the fund took in beyond what it paid.
    pub fn balance(&self) -> Billion {
        self.income - self.payments
    }

    /// Makes room for this many provinces.
    pub fn restart(&mut self, provinces: usize) {
        self.cost.clear();
        self.cost.resize(provinces, Billion::NONE);
        self.copayments.clear();
        self.copayments.resize(provinces, Billion::NONE);
        self.paid.clear();
        self.paid.resize(provinces, EnumMap::default());
    }
}
