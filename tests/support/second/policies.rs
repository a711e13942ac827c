//! What plans add to the year: money as accounts, hospitals handed over, links between hospitals.
//! Handovers the base lists as decided are among them.

use super::opening::{Account, Country, Hospital, Medians};
use super::row::{Row, over, total, when};
use carecast::internals::base::{Base, Owner};
use carecast::internals::policy::investment::{Allocation, Amount, MoneyKind, ShareOf};
use carecast::internals::policy::{Decision, Plan};
use carecast::internals::units::Payer;

/// A handover on its way, and bed-days it made local by the year in which it did.
pub struct Handover {
    hospital: usize,
    planned: i32,
    until: i32,
    chance: f64,
    integration: f64,
    pending: f64,
    settling: Vec<(i32, f64)>,
}

/// Money of plans: a total in equal parts, or more than the payer's ordinary capital. A multiple that
/// the Ministry pays buys Central beds, everything else beds of the provinces.
pub fn accounts(plans: &[Plan], m: &Medians) -> Vec<Account> {
    let mut accounts = Vec::new();
    for plan in plans {
        let campus = matches!(plan.decision, Decision::SecondCampus(_));
        assert!(!campus, "campuses are not rebuilt");
        let Decision::Investment(d) = &plan.decision else {
            continue;
        };
        let budget = matches!(plan.payer, None | Some(Payer::Ministry | Payer::Provincial));
        let beds_alone = d.split.expansion.is_none() && d.split.training_places.is_none();
        let known = budget && beds_alone && d.allocation == Allocation::Gap;
        assert!(known, "not rebuilt: {}", plan.id);
        let payer = usize::from(plan.payer == Some(Payer::Ministry));
        let usual = m[["capex.disburse_province", "capex.disburse_central"][payer]];
        let (disbursed, of_plan) = match d.money {
            MoneyKind::Planned => (usual, 1.0),
            MoneyKind::Disbursed => (1.0, super::long_run(usual, m["capex.carry_share"])),
        };
        let (amount, times) = match &d.amount {
            Amount::Assumed(id) => (m[&id.value] / f64::from(plan.to.0 - plan.from.0 + 1), 0.0),
            Amount::Multiple(x) if x.value.0 >= 1.0 => (0.0, (x.value.0 - 1.0) * of_plan),
            other => panic!("not rebuilt: {other:?}"),
        };
        let share = |s: &Option<ShareOf>| match s {
            Some(ShareOf::Share(x)) => x.value.0,
            Some(ShareOf::Assumed(id)) => m[&id.value],
            _ => 0.0,
        };
        accounts.push(Account {
            from: plan.from.0,
            to: plan.to.0,
            payer,
            amount,
            times,
            disbursed,
            carried: 0.0,
            beds: share(&d.split.new_beds),
            central: payer == 1 && times > 0.0,
            stations: share(&d.split.stations),
        });
    }
    accounts
}

/// Handovers: those decided happen in their year, of those planned a part each year.
pub fn handovers(
    base: &Base,
    plans: &[Plan],
    m: &Medians,
    hospitals: &[Hospital],
) -> Vec<Handover> {
    let mut handovers = Vec::new();
    let mut add = |facility: usize, planned, until, chance, integration: f64| {
        let at = |h: &Hospital| h.facility == Some(facility);
        handovers.push(Handover {
            hospital: hospitals.iter().position(at).expect("a hospital"),
            planned,
            until,
            chance,
            integration: integration.max(1.0),
            pending: 1.0,
            settling: vec![],
        });
    };
    let years = m["transfer.integration_years"];
    for transfer in base.transfers.iter().filter(|t| t.to == Owner::Province) {
        add(transfer.facility, transfer.year.0, i32::MAX, 1.0, years);
    }
    for plan in plans {
        let Decision::TransferToProvince(d) = &plan.decision else {
            continue;
        };
        let delay = d.mean_delay.as_ref();
        let delay = delay.map_or(m["transfer.delay_mean"], |y| y.value.0);
        let years = d.integration.as_ref().map_or(years, |y| y.value.0);
        for code in &d.hospitals {
            let facility = base.facility(code).expect("checked");
            add(
                facility,
                d.year.value.0,
                plan.to.0,
                1.0 / (1.0 + delay),
                years,
            );
        }
    }
    handovers
}

impl Country {
    /// Links ripen, nothing in their first year, and each costs money while its policy lasts;
    /// satellites of one province and specialty count by their base beds.
    pub fn link(&mut self) {
        let (m, year) = (self.m.clone(), self.year());
        let mut links: Vec<(usize, &str, f64, f64)> = Vec::new();
        for plan in &self.plans {
            let Decision::SatelliteHospitals(d) = &plan.decision else {
                continue;
            };
            for link in &d.links {
                let from = link.from.as_ref().map_or(plan.from, |y| y.value).0;
                if year < from {
                    continue;
                }
                let facility = self.base.facility(&link.satellite);
                let at = |h: &&Hospital| h.facility == facility;
                let h = self.hospitals.iter().find(at).expect("a hospital");
                let ripe = (f64::from(year - from) / m["sat.lag"]).min(1.0);
                links.push((h.p, &link.specialty.value, h.at_base.max(1.0), ripe));
                self.cost += when(year <= plan.to.0, m["sat.cost_link"]);
            }
        }
        self.kept = Row::ZERO;
        for (p, specialty, beds, ripe) in &links {
            let same = links.iter().filter(|l| (l.0, l.1) == (*p, *specialty));
            let all: f64 = same.map(|l| l.2).sum();
            let mut rows = self.base.referrals.iter();
            let row = rows.find(|r| r.specialty == *specialty);
            let share = row.map_or(0.0, |r| r.share) * beds / all;
            self.kept[*p] += m["sat.effect"] * m["sat.coverage"] * share * ripe;
        }
    }

    /// Hospitals pass to their province with their share by beds of staff, posts and bed-days; some
    /// staff and, while they settle in, some service are lost. Of one that is only likely to pass, a part
    /// does each year; the province builds for it once more than half of it has.
    pub fn hand_over(&mut self) {
        let (m, year) = (self.m.clone(), self.year());
        self.lost = Row::ZERO;
        let n = self.sent.len();
        for handover in &mut self.handovers {
            let h = &mut self.hospitals[handover.hospital];
            let p = h.p;
            if (handover.planned..=handover.until).contains(&year) {
                let now = handover.pending * handover.chance;
                handover.pending -= now;
                h.passed += now;
                h.builder = if h.passed >= 0.5 { 1 } else { h.group };
                let beds = h.beds * now;
                let share = over(beds, self.built[0][p]).min(1.0);
                self.built[0][p] -= beds;
                self.built[1][p] += beds;
                self.cost += beds * m["transfer.cost_per_bed"];
                for trade in &mut self.trades {
                    let bands = trade.of.bands();
                    let [from, to, ..] = &mut trade.staff[..] else {
                        continue;
                    };
                    for (k, (x, y)) in from.heads.iter_mut().zip(&mut to.heads).enumerate() {
                        let lost = when(k < bands, m["transfer.staff_loss"]);
                        y[p] += x[p] * share * (1.0 - lost);
                        x[p] *= 1.0 - share;
                    }
                    to.posts[p] += from.posts[p] * share;
                    from.posts[p] *= 1.0 - share;
                }
                let going = self.sent[p] * share;
                self.scale *= Row::of(n, |_| 1.0) - going / total(&self.sent);
                self.sent[p] -= going;
                let days = going.sum() / self.growth[p];
                self.handed[p] += days;
                handover.settling.push((year, days));
            }
            for (from, days) in &handover.settling {
                let left = 1.0 - f64::from(year - from) / handover.integration;
                self.lost[p] += days * m["transfer.service_loss"] * left.max(0.0);
            }
        }
    }
}
