//! Care costs money, and somebody pays: the insurance fund, households, the budget. The fund takes in
//! contributions and puts by what is left, or owes what is missing.
//!
//! Simplification: a visit to a station, a visit to a hospital and a stay each cost the same everywhere, and
//! every source pays for them in the same proportions; what a fund owes costs no interest.

use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::units::{PAYERS, Payer};
use crate::world::amount::Billion;
use crate::world::country::{Clock, Country};
use crate::world::fund::{FundBoard, Item, Source};
use crate::world::population::Population;
use crate::world::visits::{CareLevers, VisitBoard};
use bevy_ecs::prelude::*;
use enum_map::{EnumMap, enum_map};

/// Visits and stays of the people of a province that were paid for.
fn items(visits: &VisitBoard, p: usize) -> EnumMap<Item, Lanes> {
    enum_map! {
        Item::StationVisit => visits.at_stations[p],
        Item::HospitalVisit => visits.served(p) - visits.at_stations[p],
        Item::Stay => visits.stays[p],
    }
}

/// The base year: what the fund paid is published; what others paid follows from shares of all spending.
pub fn start(
    country: Res<Country>,
    assumed: Res<Assumed>,
    visits: Res<VisitBoard>,
    mut fund: ResMut<FundBoard>,
    levers: Res<CareLevers>,
) {
    if !visits.is_kept() {
        return;
    }
    let fund = &mut *fund;
    let n = country.provinces();
    fund.restart(n);
    let payments = Billion(assumed.get("fund.paid"));
    let all = Billion(payments.0 / assumed.get("fund.spending_share"));
    let households = all * assumed.get("fund.household_share");
    fund.base = enum_map! {
        Source::Fund => payments,
        Source::Households => households,
        Source::Budget => (all - payments - households).or_none(),
    };
    let mut there: EnumMap<Item, Lanes> = EnumMap::default();
    for p in 0..n {
        for (item, many) in items(&visits, p) {
            there[item] += many;
        }
    }
    let (station, stay) = (
        assumed.get("fund.station_part"),
        assumed.get("fund.stay_part"),
    );
    let parts = enum_map! {
        Item::StationVisit => station,
        Item::HospitalVisit => (Lanes::ONE - station - stay).max(Lanes::ZERO),
        Item::Stay => stay,
    };
    // What nobody has in the base year is no part of its spending.
    let parts = EnumMap::from_fn(|item| {
        let some = there[item].gt(Lanes::ZERO);
        some.select(parts[item], Lanes::ZERO)
    });
    let sum = parts.values().copied().sum::<Lanes>();
    fund.weight = EnumMap::from_fn(|item| parts[item].part_of(sum).part_of(there[item]));
    fund.base_income = payments * assumed.get("fund.income_share");
    fund.reserve = payments * assumed.get("fund.reserve_at_base") / 12.0;
    fund.opened_with = fund.reserve;
    share_out(
        fund,
        &visits,
        &levers,
        Lanes::ONE,
        assumed.get("fee.copay_part"),
    );
    fund.income = fund.base_income;
}

/// What the care of each province's people cost, and who paid.
fn share_out(
    fund: &mut FundBoard,
    visits: &VisitBoard,
    levers: &CareLevers,
    dearer: Lanes,
    copay_part: Lanes,
) {
    let base = fund.base;
    let all: Billion = base.values().copied().sum();
    fund.payments = Billion::NONE;
    for p in 0..fund.cost.len() {
        let items = items(visits, p).into_iter();
        let part = items.fold(Lanes::ZERO, |sum, (item, many)| {
            sum + many * fund.weight[item]
        });
        let part = part * dearer;
        fund.cost[p] = all * part;
        let usual = base.map(|_, money| money * part);
        let copayments = usual[Source::Households] * copay_part;
        fund.copayments[p] = copayments;
        let mut paid = usual;
        for payer in PAYERS {
            let moved = copayments * levers.exempt[p][payer];
            // Revenue of hospitals from insurance is the fund's money.
            let to = match payer {
                Payer::Hospitals => Source::Fund,
                _ => Source::Budget,
            };
            paid[to] += moved;
            paid[Source::Households] -= moved;
        }
        fund.payments += paid[Source::Fund];
        fund.paid[p] = paid;
    }
}

/// A year of spending, and of the fund.
pub fn pay(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    population: Res<Population>,
    visits: Res<VisitBoard>,
    levers: Res<CareLevers>,
    mut fund: ResMut<FundBoard>,
) {
    if !visits.is_kept() {
        return;
    }
    let fund = &mut *fund;
    let years = f64::from(clock.elapsed());
    let dearer = (assumed.get("fund.cost_growth") * years).exp();
    share_out(
        fund,
        &visits,
        &levers,
        dearer,
        assumed.get("fee.copay_part"),
    );
    let people = population.nation / country.base.population();
    let richer = (assumed.get("fund.income_growth") * years).exp();
    fund.income = fund.base_income * (people * richer * levers.contributions);
    fund.opened_with = fund.reserve;
    fund.reserve += fund.balance();
}
