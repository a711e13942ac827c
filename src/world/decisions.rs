//! The policies of a scenario at work: in which futures each has been set off, since when, and in
//! which its product is there.

use crate::lanes::{Lanes, Mask};
use crate::units::Year;
use crate::world::amount::Billion;
use bevy_ecs::prelude::Resource;

/// One policy at work.
#[derive(Clone, Debug)]
struct Running {
    from: Year,
    to: Year,
    /// Whether it waits for something.
    waits: bool,
    /// 1 in futures in which it has been set off.
    on: Lanes,
    /// Years by which its start came later than written.
    late: Lanes,
    /// 1 in futures in which its product is there.
    done: Lanes,
    /// Whether reports of its progress are held against what is done of it.
    reported: bool,
    /// Share of the whole that is done, where reports are.
    share: Lanes,
    /// Money promised and spent since the base year; a cut counts below zero.
    money: Option<[Billion; 2]>,
}

/// Part of all money promised that must be spent for it to count as spent.
const SPENT: f64 = 0.9;

/// The policies of a scenario at work, by position in the scenario.
///
/// A policy that waits is judged at each year-end, from the one before its first year on, and acts
/// from the next year on; once set off it stays in force to its last year. What is set off late
/// comes later by as much.
#[derive(Resource, Clone, Debug, Default)]
pub struct Decisions {
    rows: Vec<Running>,
}

impl Decisions {
    /// Adds a policy that acts `from` a year `to` a year, and says whether it waits for something.
    pub fn add(&mut self, from: Year, to: Year, waits: bool) {
        self.rows.push(Running {
            from,
            to,
            waits,
            on: Lanes::ZERO,
            late: Lanes::ZERO,
            done: Lanes::ZERO,
            reported: false,
            share: Lanes::ZERO,
            money: None,
        });
    }

    /// Puts every policy at the base year: those that wait for nothing are set off.
    pub fn restore(&mut self) {
        for row in &mut self.rows {
            row.on = Lanes::splat(if row.waits { 0.0 } else { 1.0 });
            row.late = Lanes::ZERO;
            row.done = Lanes::ZERO;
            row.share = Lanes::ZERO;
            row.money = None;
        }
    }

    /// 1 in the futures in which a policy acts in `year`, 0 in the others.
    pub fn acts(&self, policy: usize, year: Year) -> Lanes {
        let row = &self.rows[policy];
        if (row.from..=row.to).contains(&year) {
            row.on
        } else {
            Lanes::ZERO
        }
    }

    /// 1 in the futures in which a policy has been set off by `year`, whether or not its last year
    /// is past: what it began goes on.
    pub fn begun(&self, policy: usize, year: Year) -> Lanes {
        let row = &self.rows[policy];
        if year >= row.from {
            row.on
        } else {
            Lanes::ZERO
        }
    }

    /// Years by which a policy started later than written: 0 where it waits for nothing.
    pub fn late(&self, policy: usize) -> Lanes {
        self.rows[policy].late
    }

    /// Years since `planned`, counted from the day a policy really started: below zero while what
    /// it plans for that year is still to come.
    pub fn since(&self, policy: usize, planned: Year, year: Year) -> Lanes {
        Lanes::splat(f64::from(year.since(planned))) - self.rows[policy].late
    }

    /// Sets off a policy at the end of `year` in the futures that say yes and have not before. Not
    /// before its first year is next, nor when its last year is over.
    pub fn set_off(&mut self, policy: usize, year: Year, where_: Mask) {
        let row = &mut self.rows[policy];
        let next = year.plus(1);
        if !(row.from..=row.to).contains(&next) {
            return;
        }
        // A policy that has been set off stays so, and its delay with it.
        let fresh = where_ & row.on.lt(Lanes::ONE);
        let late = f64::from(next.since(row.from));
        row.late = fresh.select(Lanes::splat(late), row.late);
        row.on = fresh.select(Lanes::ONE, row.on);
    }

    /// Notes in which futures the product of a policy is there.
    pub fn note_done(&mut self, policy: usize, done: Lanes) {
        self.rows[policy].done = done;
    }

    /// 1 in futures in which the product of a policy is there.
    pub fn done(&self, policy: usize) -> Lanes {
        self.rows[policy].done
    }

    /// Asks a policy how much of it is done at each year-end.
    pub fn ask_share(&mut self, policy: usize) {
        self.rows[policy].reported = true;
    }

    /// Whether that is asked of it; nobody else reads it.
    pub fn asks_share(&self, policy: usize) -> bool {
        self.rows[policy].reported
    }

    /// Notes how much of the whole of a policy is done.
    pub fn note_share(&mut self, policy: usize, share: Lanes) {
        self.rows[policy].share = share;
    }

    /// Share of the whole of a policy that is done.
    pub fn share(&self, policy: usize) -> Lanes {
        self.rows[policy].share
    }

    /// Adds money that a policy promises and spends in a year.
    pub fn note_money(&mut self, policy: usize, promised: Billion, spent: Billion) {
        let [all, out] = self.rows[policy].money.get_or_insert_default();
        *all += promised;
        *out += spent;
    }

    /// Money a policy has promised and spent since the base year; `None` where it promises no amount.
    pub fn money(&self, policy: usize) -> Option<[Billion; 2]> {
        self.rows[policy].money
    }

    /// 1 in futures in which nine tenths of the money promised so far are spent.
    pub fn mostly_spent(&self, policy: usize) -> Lanes {
        let [all, out] = self.rows[policy].money.unwrap_or_default();
        let (all, out) = (all.0.abs(), out.0.abs());
        (out.ge(all * SPENT) & all.gt(Lanes::ZERO)).as_lanes()
    }

    /// Share that is spent of a policy's money: of what is promised so far and, `a_year` each, in as many
    /// years as are left.
    pub fn share_spent(&self, policy: usize, a_year: Billion, years_left: i32) -> Lanes {
        let [all, out] = self.rows[policy].money.unwrap_or_default();
        let whole = all.0.abs() + a_year.0.abs() * f64::from(years_left.max(0));
        let some = whole.gt(Lanes::ZERO);
        some.select(out.0.abs() / some.select(whole, Lanes::ONE), Lanes::ZERO)
    }

    /// Number of policies.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[cfg(any(test, feature = "internals"))]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_that_waits_starts_the_year_after_it_is_set_off_and_stays() {
        let mut decisions = Decisions::default();
        decisions.add(Year(2027), Year(2030), true);
        decisions.restore();
        assert_eq!(decisions.acts(0, Year(2027)).get(0), 0.0);
        let second = Mask::from_array(std::array::from_fn(|lane| lane == 1));
        // What is seen before the year-end that comes before its first year counts for nothing.
        decisions.set_off(0, Year(2025), Mask::ALL);
        assert!(!decisions.begun(0, Year(2027)).gt(Lanes::ZERO).any());
        decisions.set_off(0, Year(2026), second);
        assert_eq!(decisions.acts(0, Year(2026)).get(1), 0.0);
        assert_eq!(decisions.acts(0, Year(2027)).get(1), 1.0);
        assert_eq!(decisions.late(0).get(1), 0.0);
        let third = Mask::from_array(std::array::from_fn(|lane| lane <= 2));
        decisions.set_off(0, Year(2028), third);
        assert_eq!(decisions.acts(0, Year(2029)).get(0), 1.0);
        let late = decisions.late(0);
        assert_eq!((late.get(0), late.get(1), late.get(2)), (2.0, 0.0, 2.0));
        let since = decisions.since(0, Year(2028), Year(2030));
        assert_eq!((since.get(0), since.get(1)), (0.0, 2.0));
        assert_eq!(decisions.acts(0, Year(2031)).get(0), 0.0);
        assert_eq!(decisions.begun(0, Year(2031)).get(0), 1.0);
        // After its last year nothing sets it off.
        decisions.set_off(0, Year(2030), Mask::ALL);
        assert_eq!(decisions.begun(0, Year(2031)).get(3), 0.0);
    }

    #[test]
    fn a_policy_that_waits_for_nothing_acts_in_every_future() {
        let mut decisions = Decisions::default();
        decisions.add(Year(2026), Year(2035), false);
        decisions.restore();
        assert_eq!(decisions.acts(0, Year(2026)).get(7), 1.0);
        decisions.note_done(0, Lanes::ONE);
        assert_eq!(decisions.done(0).get(7), 1.0);
        decisions.restore();
        assert_eq!(decisions.done(0).get(7), 0.0);
        assert!(!decisions.is_empty() && decisions.len() == 1);
    }
}
