//! The country at the end of an earlier year: the built-in base with an overlay of what was published
//! of that year (`assets/hindcast/`).
//!
//! To 2013 the scope is provincial departments, province by province: hospitals of ministries and of
//! private owners are left out. From 2018 it is the nation as the Ministry counts it, spread over
//! provinces as at the end of the built-in base.
//!
//! Simplification: ages of staff, shares of schools and tables of death are those of the built-in base;
//! nothing else was published for the origins.

use crate::base::{Base, Distribution, Owner, Ranged};
use crate::hindcast::Stock;
use crate::hindcast::calibrate::Fit;
use crate::hindcast::facts::{Facts, OriginRow};
use crate::hindcast::law::Law;
use crate::hindcast::rates::Rates;
use crate::hindcast::variants::{Paths, Variant};
use crate::units::Year;

/// Laws of a later day that stand in for those of an origin, of which nothing was published: how much of
/// planned money is spent.
#[cfg(test)]
pub const STANDS_IN: [&str; 3] = [
    "capex.disburse_province",
    "capex.disburse_central",
    "capex.disburse_conc",
];

/// Years for which a path goes on from an origin.
const YEARS: i32 = 30;
/// Years before an origin over which the growth of people is measured.
const GROWTH_OVER: i32 = 4;
/// Half of a range of 80 %, in standard deviations.
const Z90: f64 = 1.281_551_565_544_600_4;
/// Rules and national figures that the overlay states, which are no assumptions of a base; the second is
/// an assumption of earlier bases.
const NOT_ASSUMED: [&str; 9] = [
    "rule.",
    "base.recount_",
    "base.beds",
    "base.doctors",
    "base.nurses",
    "base.population",
    "base.beds_per_10k",
    "base.doctors_per_10k",
    "base.nurses_per_10k",
];

/// What a base of an origin is made of.
pub struct Origin<'a> {
    /// The year-end.
    pub year: i32,
    /// Tables of the past.
    pub facts: &'a Facts,
    /// Laws fitted on what was published by then, of each stock where there is one.
    pub fits: &'a [Fit],
    /// Growths of official beds.
    pub paths: Paths,
}

impl Origin<'_> {
    fn fit(&self, stock: Stock) -> Option<&Law> {
        let own = |fit: &&Fit| fit.stock == stock;
        self.fits.iter().find(own).map(|fit| &fit.law)
    }

    fn rows(&self) -> impl Iterator<Item = &OriginRow> {
        let own = |row: &&OriginRow| row.origin == self.year;
        self.facts.origins.iter().map(|row| &row.row).filter(own)
    }

    fn stated(&self, id: &str) -> Option<f64> {
        self.rows().find(|row| row.id == id)?.mode
    }

    /// The country at the end of the origin. `None` where the tables do not tell of it.
    pub fn base(&self) -> Option<Base> {
        let mut base = (*Base::builtin()).clone();
        base.year = Year(self.year);
        base.digest = format!("{} at {}", base.digest, self.year);
        // Decided or published later: not there at an origin.
        base.projects.clear();
        base.projects_not_used.clear();
        base.transfers.clear();
        base.proposed_transfers.clear();
        base.targets.clear();
        base.marks.clear();
        base.targets_not_used.clear();
        base.tracked.clear();
        base.tracked_values.clear();
        base.milestones.clear();
        base.references.clear();
        base.history.clear();
        base.indicator_rows.clear();
        base.national.clear();
        base.warnings.clear();
        for province in &mut base.provinces {
            province.published.clear();
        }
        for occupation in &mut base.occupations {
            occupation.exam_from = None;
            occupation.enrolled_until = Year(self.year + occupation.study_years as i32);
            occupation.national_range = None;
        }
        match self.fit(Stock::Beds) {
            Some(_) => self.departments(&mut base)?,
            None => self.nation(&mut base)?,
        }
        base.retirement_age = self.retirement()?;
        self.assume(&mut base)?;
        Some(base)
    }

    /// Ages by the law of the day: three and four months a year from 2021, to 62 and 60, once it was
    /// passed.
    fn retirement(&self) -> Option<Vec<(Year, f64, f64)>> {
        let men = self.stated("rule.retirement_men")?;
        let women = self.stated("rule.retirement_women")?;
        let rising = self.year >= 2020;
        let of = |ahead: i32| {
            let years = if rising { f64::from(ahead) } else { 0.0 };
            let (men, women) = (men + years / 4.0, women + years / 3.0);
            (Year(self.year + ahead), men.min(62.0), women.min(60.0))
        };
        Some((0..=YEARS).map(of).collect())
    }

    /// Provincial departments, each province as published.
    fn departments(&self, base: &mut Base) -> Option<()> {
        let rates = Stock::ALL.map(|stock| Rates::gather(&self.facts.panel, stock));
        base.facilities.retain(|f| f.owner == Owner::Province);
        let [beds, doctors, nurses] = &rates;
        let place = |code: &str| beds.provinces.iter().position(|own| own == code);
        let mut then = 0.0;
        for (p, province) in base.provinces.iter_mut().enumerate() {
            let at = place(&province.code)?;
            let people = |year| Some(beds.population(at, year)? * 1e3);
            province.population = people(self.year)?;
            let before = people(self.year - GROWTH_OVER)?;
            then += before;
            province.natural_increase = 0.0;
            province.net_migration =
                libm::log(province.population / before) / f64::from(GROWTH_OVER);
            let count = |rates: &Rates, stock| {
                let at = rates
                    .provinces
                    .iter()
                    .position(|own| *own == province.code)?;
                // Where a year is not comparable the last one that is stands in its place.
                let known = (self.year - GROWTH_OVER..=self.year).rev();
                let rate = known.filter_map(|year| rates.log_rate(at, year)).next()?;
                let sd = self.fit(stock)?.observation_sd;
                let value = libm::exp(rate) * province.population / 1e4;
                let end = |sign: f64| value * libm::exp(sign * Z90 * sd);
                Some(Ranged::with(value, Some((end(-1.0), end(1.0)))))
            };
            province.beds = count(beds, Stock::Beds)?;
            let standing: f64 = base
                .facilities
                .iter()
                .filter(|f| f.province == p)
                .map(|f| f.beds)
                .sum();
            for facility in base.facilities.iter_mut().filter(|f| f.province == p) {
                facility.beds = (facility.beds * province.beds.central / standing).round();
                facility.beds_known = false;
            }
            province
                .staff_bottom_up
                .iter_mut()
                .for_each(|own| *own = None);
            province.staff[0] = Some(count(doctors, Stock::Doctors)?);
            province.staff[1] = Some(count(nurses, Stock::Nurses)?);
        }
        let people = base.population();
        let growth = libm::log(people / then) / f64::from(GROWTH_OVER);
        for province in &mut base.provinces {
            province.net_migration -= growth;
            province.natural_increase = growth;
        }
        base.population_path = path(self.year, people, growth);
        let beds: f64 = base.provinces.iter().map(|p| p.beds.central).sum();
        base.beds_per_10k = beds / people * 1e4;
        for o in 0..2 {
            let of = |staff: &[Option<Ranged>]| staff[o].map_or(0.0, |own| own.central);
            let heads: f64 = base.provinces.iter().map(|p| of(&p.staff)).sum();
            base.occupations[o].national_per_10k = Some(heads / people * 1e4);
        }
        Some(())
    }

    /// The nation as the Ministry counts it, spread as it is now.
    fn nation(&self, base: &mut Base) -> Option<()> {
        let people = self.stated("base.population")?;
        let growth = self.growth_of_people(people)?;
        let ratio = people / base.population();
        let rates = [
            "base.beds_per_10k",
            "base.doctors_per_10k",
            "base.nurses_per_10k",
        ];
        let [beds, doctors, nurses] = rates.map(|id| self.stated(id));
        let beds_ratio = beds? / base.beds_per_10k * ratio;
        // Beds are whole, as tables state them.
        for facility in &mut base.facilities {
            facility.beds = (facility.beds * beds_ratio).round();
        }
        for (o, rate) in [doctors?, nurses?].into_iter().enumerate() {
            let now = base.occupations[o].national_per_10k?;
            base.occupations[o].national_per_10k = Some(rate);
            for province in &mut base.provinces {
                let own = &mut province.staff[o];
                *own = own.map(|heads| heads.times(rate / now * ratio));
            }
        }
        for province in &mut base.provinces {
            province.population *= ratio;
            let beds = province.beds.times(beds_ratio);
            province.beds = Ranged {
                central: beds.central.round(),
                low: beds.low.round(),
                high: beds.high.round(),
            };
        }
        let standing: f64 = base.provinces.iter().map(|p| p.beds.central).sum();
        base.beds_per_10k = standing / people * 1e4;
        base.population_path = path(self.year, people, growth);
        Some(())
    }

    /// Yearly growth of people from the last published point before the origin.
    fn growth_of_people(&self, people: f64) -> Option<f64> {
        let stated = self
            .facts
            .origins
            .iter()
            .filter(|row| row.id == "base.population");
        let before = stated
            .filter(|row| row.origin < self.year)
            .filter_map(|row| Some((row.origin, row.mode?)))
            .max_by_key(|(year, _)| *year)?;
        Some(libm::log(people / before.1) / f64::from(self.year - before.0))
    }

    /// Assumptions of the origin, and the laws of official beds as fitted. What the flow model of staff
    /// misses is a law of nature, which stays that of the base.
    fn assume(&self, base: &mut Base) -> Option<()> {
        let book = &mut base.assumptions.all;
        if self.fit(Stock::Beds).is_some() {
            // What is registered outside departments is not theirs.
            book.retain(|a| !a.id.starts_with("recount.") && !a.id.starts_with("pool."));
        }
        book.retain(|a| !a.id.starts_with("track.") && !a.id.starts_with("milestone."));
        let mut set = |id: &str, law: Distribution| {
            let own = book.iter_mut().find(|a| a.id == id)?;
            own.distribution = law;
            Some(())
        };
        for row in self.rows() {
            let stated = NOT_ASSUMED
                .iter()
                .any(|own| match own.ends_with(['.', '_']) {
                    true => row.id.starts_with(own),
                    false => row.id == *own,
                });
            if stated {
                continue;
            }
            let law = match (row.low, row.mode, row.high) {
                (Some(low), Some(mode), Some(high)) => Distribution::Triangular { low, mode, high },
                (_, Some(value), _) => Distribution::Fixed(value),
                _ => return None,
            };
            set(&row.id, law)?;
        }
        let mut fixed = |id: &str, value: f64| set(id, Distribution::Fixed(value));
        let (now_half, long_half) = self.paths.growths(Variant::Half);
        let (now_on, long_on) = self.paths.growths(Variant::GoesOn);
        fixed("quota.reference", self.paths.built)?;
        fixed("quota.now_half", now_half)?;
        fixed("quota.long_half", long_half)?;
        fixed("quota.now_on", now_on)?;
        fixed("quota.long_on", long_on)?;
        // The slowest and the fastest year were not known at an origin.
        fixed("quota.slowest", -1.0)?;
        fixed("quota.fastest", 1.0)?;
        if let Some(law) = self.fit(Stock::Beds) {
            fixed("quota.sd", law.sd)?;
            fixed("quota.local_sd", law.local_sd)?;
            fixed("observation_sd.beds", law.observation_sd)?;
        }
        Some(())
    }
}

fn path(from: i32, people: f64, growth: f64) -> Vec<(Year, f64)> {
    let of = |ahead: i32| {
        (
            Year(from + ahead),
            people * libm::exp(growth * f64::from(ahead)),
        )
    };
    (0..=YEARS).map(of).collect()
}
