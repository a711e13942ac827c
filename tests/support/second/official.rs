//! What officials count, without luck: plan beds grow by their law, provinces converge, and heads are
//! counted beyond people.

use super::opening::{Cohort, Country, Trade, all};
use super::row::{Row, Series, over, ratio};

/// A local walk: shares and distances of the base year, and how far a province has come.
#[derive(Clone)]
pub struct Walk {
    weight: Row,
    apart: Row,
    pub now: Row,
}

impl Walk {
    fn of(counts: Row, people: Row) -> Walk {
        let nation = over(counts.sum(), people.sum());
        let apart = counts / people / nation;
        Walk {
            weight: counts.shares(),
            apart: apart.map(|x| if x > 0.0 { x.ln() } else { 0.0 }),
            now: Row::ZERO,
        }
    }

    fn step(&mut self, converge: f64) {
        let now = self.now * (1.0 - converge) - self.apart * converge;
        self.now = now - (now * self.weight).sum();
    }

    fn factor(&self) -> Row {
        let each = self.now.map(f64::exp);
        each / (each * self.weight).sum()
    }
}

/// Official counts at the end of a year.
#[derive(Clone)]
pub struct Official {
    per_head: Row,
    beds: Walk,
    growth: [f64; 3],
    grown: [f64; 3],
    trades: Vec<Walk>,
    first: Row,
    counted: f64,
}

fn heads(trade: &Trade) -> Row {
    all(&trade.staff, Cohort::total)
}

impl Official {
    /// The base year, where they are what is built and who works.
    pub fn of(country: &Country) -> Official {
        let now = |id: &str| country.m.get(id).copied().unwrap_or_default();
        let people = country.people;
        Official {
            per_head: country.beds() / people,
            beds: Walk::of(country.beds(), people),
            growth: [
                now("quota.reference"),
                now("quota.now_half"),
                now("quota.now_on"),
            ],
            grown: [0.0; 3],
            trades: country
                .trades
                .iter()
                .map(|t| Walk::of(heads(t), people))
                .collect(),
            first: heads(&country.trades[0]).shares(),
            counted: heads(&country.trades[0]).sum(),
        }
    }

    /// A year passes.
    pub fn live(&mut self, country: &Country) {
        let m = &country.m;
        if m.contains_key("quota.variant") {
            self.beds.step(m["quota.converge"]);
            let long = [
                m["quota.reference"],
                m["quota.long_half"],
                m["quota.long_on"],
            ];
            for (v, long) in long.into_iter().enumerate() {
                let growth = long + m["quota.phi"] * (self.growth[v] - long);
                self.growth[v] = growth.max(m["quota.slowest"]).min(m["quota.fastest"]);
                self.grown[v] += self.growth[v];
            }
        }
        if let Some(converge) = m.get("expected.converge") {
            self.trades.iter_mut().for_each(|walk| walk.step(*converge));
        }
    }

    /// Every indicator of official counts.
    pub fn read(&self, country: &Country, put: &mut impl FnMut(&str, Series)) {
        let (m, people) = (&country.m, country.people / 1e4);
        if let Some(variant) = m.get("quota.variant") {
            let (v, beds) = (*variant as usize, country.beds());
            let due = m["quota.reference"] * f64::from(country.t);
            let rise = beds / country.people / self.per_head;
            let share = if v == 0 { 1.0 } else { m["quota.built_share"] };
            let shown = rise.map(|x| if x > 0.0 { (x.ln() - due) * share } else { 0.0 });
            let per_head = self.per_head * self.grown[v].exp() * shown.map(f64::exp);
            let counted = match country.t {
                0 => beds,
                _ => per_head * self.beds.factor() * country.people,
            };
            put("beds_per_10k_official", ratio(counted, people));
            put("beds_official_factor", ratio(counted, beds));
        }
        for (k, (trade, walk)) in country.trades.iter().zip(&self.trades).enumerate() {
            if !trade.m.contains_key("expected.sd") {
                continue;
            }
            let (plural, now) = (&trade.of.plural, heads(trade));
            let factor = match country.t {
                0 => Row::of(country.sent.len(), |_| 1.0),
                _ => walk.factor(),
            };
            let expected = now * factor;
            put(
                &format!("{plural}_per_10k_expected"),
                ratio(expected, people),
            );
            put(&format!("{plural}_expected_factor"), ratio(expected, now));
            if k == 0 && m.contains_key("recount.variant") {
                let added = self.counted_beyond(country);
                let wide = expected + self.first * added;
                put(&format!("{plural}_per_10k_official"), ratio(wide, people));
            }
        }
    }

    /// Heads counted beyond people.
    fn counted_beyond(&self, country: &Country) -> f64 {
        let (m, trade) = (&country.m, &country.trades[0]);
        let years = f64::from(country.t);
        match m["recount.variant"] as usize {
            0 => 0.0,
            1 => self.pool(country, trade) * (1.0 - (1.0 - m["recount.rate"]).powf(years)),
            _ => {
                let most = m["recount.until"] - f64::from(country.base.year.0);
                m["recount.flow"] * years.min(most)
            }
        }
    }

    /// Doctors with a degree whom nobody counts, at the end of the base year.
    fn pool(&self, country: &Country, trade: &Trade) -> f64 {
        let m = &country.m;
        let base = country.base.year.0;
        let of = |year: i32| {
            let at = |known: i32| m[&format!("pool.graduates_{known}")];
            let (from, to) = if year <= 2017 {
                (2006, 2017)
            } else {
                (2017, 2023)
            };
            let part = f64::from(year - from) / f64::from(to - from);
            at(from) * (at(to) / at(from)).powf(part)
        };
        let enter = trade.m["entry"] * trade.m["train.grad_coverage"];
        let mut all = m["pool.counted_2010"] / (1.0 - m["pool.outside"]);
        for year in 2010..base {
            all = all * (1.0 - m["pool.loss"]) + of(year) * enter;
        }
        (all - (1.0 - m[&format!("base.{}_overcount", trade.of.code)]) * self.counted).max(0.0)
    }
}
