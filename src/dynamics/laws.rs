//! The books are opened at the start of a year and must balance at its end, in every future.

use crate::chance::Chance;
use crate::lanes::{Lanes, total};
use crate::units::PAYERS;
use crate::world::amount::Billion;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::facility::{BedBoard, BuiltBeds, StationBoard, StationStaff};
use crate::world::fund::{FundBoard, Source};
use crate::world::ledger::{BedCause, Laws, Ledger, MoneyCause, MoneyPage, PeopleCause, Stocks};
use crate::world::money::{Account, Costs, Flow};
use crate::world::population::Population;
use crate::world::school::{Programme, Students};
use crate::world::staff::{Cohort, Employer, Entrants, Headcount, StaffLevers};
use crate::world::visits::{CheckUpBoard, VisitBoard};
use crate::world::{InProvince, care::CareBoard};
use bevy_ecs::prelude::*;
use enum_map::EnumMap;

/// Stocks as they stand, added up from the entities themselves.
fn beds_by_province(n: usize, hospitals: &Query<(&InProvince, &BuiltBeds)>) -> Vec<Lanes> {
    let mut beds = vec![Lanes::ZERO; n];
    for (place, built) in hospitals {
        beds[place.0] += built.now;
    }
    beds
}

fn people_by_province(
    country: &Country,
    cohorts: &Query<(&Cohort, &Headcount)>,
) -> Vec<Vec<Lanes>> {
    let mut people = vec![vec![Lanes::ZERO; country.provinces()]; country.occupations()];
    for (cohort, heads) in cohorts {
        people[cohort.occupation][cohort.province] += heads.total();
    }
    people
}

fn students_by_occupation(
    country: &Country,
    programmes: &Query<(&Programme, &Students)>,
) -> Vec<Lanes> {
    let mut all = vec![Lanes::ZERO; country.occupations()];
    for (programme, students) in programmes {
        all[programme.occupation] += students.total();
    }
    all
}

/// Stocks as they stand.
fn stocks(
    country: &Country,
    board: &BedBoard,
    hospitals: &Query<(&InProvince, &BuiltBeds)>,
    cohorts: &Query<(&Cohort, &Headcount)>,
    programmes: &Query<(&Programme, &Students)>,
    entrants: &Query<&Entrants>,
) -> Stocks {
    let mut between = vec![Lanes::ZERO; country.occupations()];
    for pool in entrants {
        between[pool.occupation] = pool.practising + pool.retry + pool.waiting + pool.bound;
    }
    Stocks {
        beds: beds_by_province(country.provinces(), hospitals),
        at_stations: board.at_stations.clone(),
        people: people_by_province(country, cohorts),
        students: students_by_occupation(country, programmes),
        entrants: between,
    }
}

/// Closes the base year: its stocks are what the first year opens with.
pub fn start(
    country: Res<Country>,
    board: Res<BedBoard>,
    mut ledger: ResMut<Ledger>,
    hospitals: Query<(&InProvince, &BuiltBeds)>,
    cohorts: Query<(&Cohort, &Headcount)>,
    programmes: Query<(&Programme, &Students)>,
    entrants: Query<&Entrants>,
) {
    ledger.closing = stocks(
        &country,
        &board,
        &hospitals,
        &cohorts,
        &programmes,
        &entrants,
    );
}

/// Starts a new page with the stocks that closed the last year: nothing may change between the two.
pub fn open_the_books(
    mut ledger: ResMut<Ledger>,
    mut beds: ResMut<BedBoard>,
    mut costs: ResMut<Costs>,
    decisions: Res<Decisions>,
    mut levers: ResMut<StaffLevers>,
) {
    ledger.new_page();
    costs.new_page(decisions.len());
    levers.paid_at_stations.clear();
    ledger.opening = std::mem::take(&mut ledger.closing);
    beds.added.fill(EnumMap::default());
    beds.opened.fill(Lanes::ZERO);
}

/// Books the year's money of each payer. What accounts do not spend is paid as it arises, from money
/// provided for it.
pub fn close_the_accounts(
    clock: Res<Clock>,
    costs: Res<Costs>,
    mut ledger: ResMut<Ledger>,
    mut laws: ResMut<Laws>,
    accounts: Query<(&Account, &Flow)>,
) {
    for payer in PAYERS {
        let mut page = MoneyPage::default();
        let (mut planned, mut spent) = (Billion::NONE, Billion::NONE);
        for (_, flow) in accounts
            .iter()
            .filter(|(account, _)| account.payer == payer)
        {
            page.carried_in += flow.carried_in;
            page.carried_out += flow.carried_out;
            page.causes[MoneyCause::Lapsed] -= flow.lapsed - flow.not_absorbed;
            page.causes[MoneyCause::NotAbsorbed] -= flow.not_absorbed;
            planned += flow.plan;
            spent += flow.spent;
        }
        let all: Billion = costs.by[payer].values().copied().sum();
        let as_it_arises = all - spent;
        // Whatever an account spends stands in the costs as well.
        laws.balanced(
            clock.year,
            || format!("costs of {payer:?} against its accounts"),
            as_it_arises.min(Billion::NONE),
            Billion::NONE,
        );
        // What was held ready without an account and could not be absorbed.
        let over = costs.not_absorbed[payer];
        page.causes[MoneyCause::NotAbsorbed] -= over;
        page.causes[MoneyCause::Provided] = planned + as_it_arises + over;
        ledger.money[payer] = page;
    }
}

/// Checks that every visit asked for is served somewhere or counted as not served, that what people got is
/// what facilities worked, and that all care is paid for.
pub fn check_care(
    clock: Res<Clock>,
    country: Res<Country>,
    visits: Res<VisitBoard>,
    check_ups: Res<CheckUpBoard>,
    fund: Res<FundBoard>,
    mut laws: ResMut<Laws>,
) {
    let year = clock.year;
    let name = |p: usize| country.base.provinces[p].code.clone();
    let mut served = Lanes::ZERO;
    let mut worked = Lanes::ZERO;
    for (p, row) in visits.outcome.iter().enumerate() {
        laws.agrees(
            year,
            || format!("visits asked for in {}", name(p)),
            total(row.as_slice()),
            total(visits.asked[p].as_slice()),
        );
        let of = || format!("visits of {}", name(p));
        laws.none_negative(year, of, row.as_slice());
        laws.none_negative(year, of, visits.asked[p].as_slice());
        laws.none_negative(year, of, visits.worked[p].as_slice());
        served += visits.served(p);
        worked += total(visits.worked[p].as_slice());
    }
    let nation = || "visits served in the nation".to_owned();
    laws.agrees(year, nation, served, worked);
    for p in 0..check_ups.asked.len() {
        laws.agrees(
            year,
            || format!("check-ups promised in {}", name(p)),
            check_ups.done[p] + check_ups.no_staff[p] + check_ups.no_money[p],
            check_ups.asked[p],
        );
    }
    for (p, paid) in fund.paid.iter().enumerate() {
        let all: Billion = paid.values().copied().sum();
        laws.agrees(
            year,
            || format!("money paid for the care of {}", name(p)),
            all.0,
            fund.cost[p].0,
        );
        let households = paid[Source::Households];
        let of = || format!("money of households in {}", name(p));
        laws.not_negative(year, of, households.0);
    }
    let reserve = fund.opened_with + fund.income - fund.payments;
    let insurance = || "reserve of the insurance fund".to_owned();
    let parts = [fund.opened_with, fund.income, fund.payments];
    let size = parts
        .iter()
        .fold(Lanes::ZERO, |size, part| size.max(part.0.abs()));
    laws.agrees_to(year, insurance, fund.reserve.0, reserve.0, size);
}

/// Checks every law of the year.
pub fn check(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    mut ledger: ResMut<Ledger>,
    population: Res<Population>,
    board: Res<BedBoard>,
    stations: Res<StationBoard>,
    care: Res<CareBoard>,
    mut laws: ResMut<Laws>,
    hospitals: Query<(&InProvince, &BuiltBeds)>,
    cohorts: Query<(&Cohort, &Headcount)>,
    programmes: Query<(&Programme, &Students)>,
    entrants: Query<&Entrants>,
    accounts: Query<(&Account, &Flow)>,
    station_staff: Query<(&InProvince, &StationStaff)>,
) {
    let year = clock.year;
    let base = &country.base;
    laws.counts_whole = chance.counts_whole();
    let name = |p: usize| base.provinces[p].code.clone();

    let stocks = stocks(
        &country,
        &board,
        &hospitals,
        &cohorts,
        &programmes,
        &entrants,
    );
    let [away, came] = [&care.away, &care.came].map(|row| total(row));
    laws.agrees(
        year,
        || "bed-days of closed hospitals in other provinces".to_owned(),
        away,
        came,
    );
    for (p, closing) in stocks.beds.iter().enumerate() {
        let expected = ledger.opening.beds[p] + total(ledger.beds[p].as_slice());
        laws.equal(
            year,
            || format!("beds of {}", name(p)),
            *closing,
            expected,
            1e5,
        );
        laws.equal(
            year,
            || format!("beds by group of {}", name(p)),
            total(board.built[p].as_slice()),
            *closing,
            1e5,
        );
        laws.not_negative(
            year,
            || format!("beds at stations of {}", name(p)),
            board.at_stations[p],
        );
        let passed = -ledger.beds[p][BedCause::Reclassified];
        laws.equal(
            year,
            || {
                format!(
                    "beds at stations of {} against those passed to them",
                    name(p)
                )
            },
            board.at_stations[p],
            ledger.opening.at_stations[p] + passed,
            1e5,
        );
        // Money buys parts of stations, so their sum is a number that was rounded.
        laws.not_negative(
            year,
            || format!("stations of {} that no policy has touched", name(p)),
            Lanes::splat(country.stations[p] + 1e-6) - stations.by_money[p] - stations.begun[p],
        );
        laws.not_negative(
            year,
            || format!("stations of {} at which works go on", name(p)),
            stations.begun[p] - stations.upgraded[p],
        );
        laws.not_negative(year, || format!("bed-days of {}", name(p)), care.local[p]);
        laws.not_negative(
            year,
            || format!("people of {}", name(p)),
            population.people[p],
        );
    }
    for (place, built) in &hospitals {
        laws.not_negative(
            year,
            || format!("beds of a hospital in {}", name(place.0)),
            built.now,
        );
    }

    for (o, occupation) in base.occupations.iter().enumerate() {
        for (p, closing) in stocks.people[o].iter().enumerate() {
            let expected = ledger.opening.people[o][p] + total(ledger.people[o][p].as_slice());
            laws.equal(
                year,
                || format!("{} of {}", occupation.plural, name(p)),
                *closing,
                expected,
                1e5,
            );
        }
    }
    for (cohort, heads) in &cohorts {
        let what = || {
            format!(
                "an age band of {} in {}",
                base.occupations[cohort.occupation].plural,
                name(cohort.province)
            )
        };
        laws.none_negative(year, what, &heads.bands[..cohort.bands]);
        laws.not_negative(
            year,
            || format!("names in {}", name(cohort.province)),
            heads.names,
        );
    }

    for (programme, enrolled) in &programmes {
        for slot in enrolled.pipeline.iter().chain([&enrolled.late]) {
            let what = || {
                format!(
                    "students: {}",
                    base.occupations[programme.occupation].plural
                )
            };
            laws.not_negative(year, what, *slot);
        }
    }
    for pool in &entrants {
        let o = pool.occupation;
        let what = &base.occupations[o].plural;
        let expected = ledger.opening.students[o] + total(ledger.students[o].as_slice());
        laws.equal(
            year,
            || format!("students: {what}"),
            stocks.students[o],
            expected,
            1e6,
        );
        let expected = ledger.opening.entrants[o] + total(ledger.entrants[o].as_slice());
        laws.equal(
            year,
            || format!("between school and post: {what}"),
            stocks.entrants[o],
            expected,
            1e5,
        );
        for (stage, people) in [
            ("waiting", pool.waiting),
            ("practising", pool.practising),
            ("sitting the exam again", pool.retry),
            ("bound to stations", pool.bound),
        ] {
            laws.not_negative(year, || format!("{stage}: {what}"), people);
        }
        let placed = ledger.people[o]
            .iter()
            .fold(Lanes::ZERO, |s, page| s + page[PeopleCause::Placed]);
        laws.equal(year, || format!("placed: {what}"), placed, pool.placed, 1e5);
    }

    for (account, flow) in &accounts {
        let available = flow.plan + flow.carried_in;
        let used = flow.spent + flow.lapsed + flow.carried_out;
        laws.balanced(
            year,
            || format!("money of {:?} for {}", account.payer, account.name),
            used,
            available,
        );
    }

    // Doctors at stations add to the commune cohort.
    let mut at_stations = vec![Lanes::ZERO; country.provinces()];
    for (place, heads) in &station_staff {
        at_stations[place.0] += heads.0;
    }
    for (cohort, heads) in &cohorts {
        let p = cohort.province;
        if cohort.occupation == 0
            && cohort.employer == Employer::Commune
            && country.stations[p] > 0.0
        {
            laws.equal(
                year,
                || format!("doctors at stations of {}", name(p)),
                at_stations[p],
                heads.total(),
                1e4,
            );
            laws.not_negative(
                year,
                || format!("stations with four doctors in {}", name(p)),
                stations.with_four[p],
            );
        }
    }
    let nation = population.people.iter().sum::<Lanes>();
    laws.equal(
        year,
        || "people of the nation".into(),
        population.nation,
        nation,
        1e9,
    );
    ledger.closing = stocks;
}
