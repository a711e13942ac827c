//! Capital is planned, disbursed in part, carried or lost, and orders beds at unit cost.

use super::*;

/// Carried money is spent first; of the plan's unspent part a share is carried one year.
fn spend(carried: &mut f64, plan: f64, d: f64, carry: f64) -> f64 {
    let spent = d * (plan + *carried);
    *carried = carry * (plan - (spent - *carried).max(0.0));
    spent
}

/// What is spent and carried of a plan of 1 after many equal years.
fn steady(d: f64, carry: f64) -> (f64, f64) {
    let (mut carried, mut spent) = (0.0, 0.0);
    for _ in 0..500 {
        spent = spend(&mut carried, 1.0, d, carry);
    }
    (spent, carried)
}

impl Country<'_> {
    /// The plan, disbursed share and steady spending of ordinary capital: provinces, Ministry.
    pub fn ordinary(&self, ministry: bool) -> (f64, f64, f64) {
        let m = |id: &str| median(self.base, id);
        let d = m(if ministry {
            "capex.disburse_central"
        } else {
            "capex.disburse_province"
        });
        let share = steady(d, m("capex.carry_share")).0;
        if ministry {
            return (m("capex.moh_plan"), d, m("capex.moh_plan") * share);
        }
        let spent = m("capex.province_disbursed") * (1.0 + m("capex.province_growth")).powi(self.t);
        (spent / share, d, spent)
    }

    /// Unit costs: Central, provincial, regional.
    pub fn units(&self) -> [f64; 3] {
        let of = |id: &str| median(self.base, &format!("capex.unit_{id}"));
        ["central", "provincial", "regional"].map(|id| of(id) * median(self.base, "capex.overrun"))
    }

    /// How bed money of provinces lies over them: people and lack of beds.
    pub fn favour(&self) -> Vec<f64> {
        let e = median(self.base, "capex.converge");
        let density = |p: &Place| p.built.iter().sum::<f64>() / p.people;
        let beds: f64 = self.places.iter().flat_map(|p| p.built).sum();
        let nation = beds / self.places.iter().map(|p| p.people).sum::<f64>();
        let weight = |p: &Place| p.people * (nation / density(p).max(nation * 0.01)).powf(e);
        shares(self.places.iter().map(weight))
    }

    pub fn central_project(&self, i: usize) -> bool {
        let f = &self.base.facilities[self.base.projects[i].facility];
        matches!(f.owner, Owner::Ministry | Owner::OtherMinistry)
    }

    pub fn start_works(&mut self) {
        let m = |id: &str| median(self.base, id);
        let (lag, unit) = (profile(self.base, "capex.build_lag"), self.units());
        let backlog = |flow: f64| [0, 1, 2, 3, 4].map(|k| flow * lag[k + 1..].iter().sum::<f64>());
        let mut paid = 0.0;
        for (i, p) in self.base.projects.iter().enumerate() {
            let net = p.beds * p.additional;
            let cost = p.cost.map_or(p.beds * unit[1], |c| c * m("capex.overrun"));
            let (pending, to_pay, done) = match p.state {
                ProjectState::Opened => (net * (1.0 - m("pipe.counted_at_base")), 0.0, 1.0),
                ProjectState::Building => (
                    1.0,
                    m("pipe.remaining_building"),
                    1.0 - m("pipe.remaining_building"),
                ),
                ProjectState::Planned => (1.0 - m("pipe.cancel"), 1.0 - m("pipe.cancel"), 0.0),
            };
            self.pending.push(pending);
            self.to_pay.push(to_pay * cost);
            paid += if self.central_project(i) {
                0.0
            } else {
                done * cost
            };
        }
        let carry = m("capex.carry_share");
        let (own, ministry) = (self.ordinary(false), self.ordinary(true));
        self.carried[0] = own.0 * steady(own.1, carry).1;
        self.carried[1] = ministry.0 * steady(ministry.1, carry).1;
        let money = (own.2 * m("capex.bed_share_province") - paid / lag.len() as f64).max(0.0);
        let upper = m("capex.provincial_level_share");
        self.orders = backlog(ministry.2 * m("capex.bed_share_central") / unit[0]);
        for (place, share) in self.favour().iter().enumerate() {
            let part = [upper / unit[1], (1.0 - upper) / unit[2]];
            self.places[place].orders = part.map(|x| backlog(money * share * x));
        }
        for (f, planned, until, chance, integration) in self.agreements() {
            let hospital = self
                .hospitals
                .iter()
                .position(|h| h.facility == f)
                .expect("a hospital");
            self.handovers.push(Handover {
                hospital,
                planned,
                until,
                chance,
                integration,
                pending: 1.0,
                settling: vec![],
            });
        }
    }

    /// Stations are rebuilt by people and lack of beds; where none is left, elsewhere by those left.
    fn rebuild(&mut self, wanted: f64) {
        let favour = self.favour();
        let free: f64 = self.places.iter().map(|p| p.stations - p.rebuilt).sum();
        self.rebuilt += wanted.min(free);
        let mut elsewhere = wanted;
        for (place, share) in self.places.iter_mut().zip(&favour) {
            let here = (wanted * share).min(place.stations - place.rebuilt);
            place.rebuilt += here;
            elsewhere -= here;
        }
        let room: f64 = self.places.iter().map(|p| p.stations - p.rebuilt).sum();
        for place in &mut self.places {
            let left = place.stations - place.rebuilt;
            place.rebuilt += left * over(elsewhere, room).clamp(0.0, 1.0);
        }
    }

    /// Ordinary capital and the money of plans are spent; beds are ordered at unit cost.
    pub fn spend(&mut self) {
        let (b, year, unit) = (self.base, self.year(), self.units());
        let m = |id: &str| median(b, id);
        let carry = m("capex.carry_share");
        let (own, ministry) = (self.ordinary(false), self.ordinary(true));
        let spent = spend(&mut self.carried[0], own.0, own.1, carry);
        let mut money = spent * m("capex.bed_share_province");
        let due: Vec<f64> = (0..b.projects.len())
            .map(|i| {
                let years = (b.projects[i].planned.0 - year + 1).max(1);
                if self.central_project(i) {
                    0.0
                } else {
                    self.to_pay[i] / f64::from(years)
                }
            })
            .collect();
        let fit = over(money, due.iter().sum()).min(1.0);
        for (to_pay, due) in self.to_pay.iter_mut().zip(&due) {
            *to_pay -= due * fit;
            money -= due * fit;
        }
        let by_ministry = spend(&mut self.carried[1], ministry.0, ministry.1, carry);
        let mut central = by_ministry * m("capex.bed_share_central") / unit[0];
        self.capital += spent + by_ministry;
        for (i, plan) in self.plans.iter().enumerate() {
            let Decision::Investment(d) = &plan.decision else {
                continue;
            };
            let budget = plan
                .payer
                .is_none_or(|p| p == Payer::Ministry || p == Payer::Provincial);
            let beds_alone = d.split.expansion.is_none() && d.split.training_places.is_none();
            let known = budget && beds_alone && d.allocation == Allocation::Gap;
            assert!(known, "not rebuilt: {}", plan.id);
            let national = plan.payer == Some(Payer::Ministry);
            let acts = (plan.from.0..=plan.to.0).contains(&year);
            let ordinary = self.ordinary(national);
            let planned = d.money == MoneyKind::Planned;
            let amount = match &d.amount {
                _ if !acts => 0.0,
                Amount::Assumed(id) => m(id) / f64::from(plan.to.0 - plan.from.0 + 1),
                Amount::Multiple(x) if x.value.0 >= 1.0 => {
                    (x.value.0 - 1.0) * if planned { ordinary.0 } else { ordinary.2 }
                }
                other => panic!("not rebuilt: {other:?}"),
            };
            let d_share = if planned { ordinary.1 } else { 1.0 };
            let spent = spend(&mut self.carried[2 + i], amount, d_share, carry);
            let share = |s: &Option<ShareOf>| match s {
                Some(ShareOf::Share(x)) => x.value.0,
                Some(ShareOf::Assumed(id)) => m(id),
                _ => 0.0,
            };
            self.capital += spent;
            if d.split.stations.is_some() {
                let built = spent * share(&d.split.stations) / m("cost.station");
                self.rebuild(built);
            }
            let beds = spent * share(&d.split.new_beds);
            match d.amount {
                Amount::Multiple(_) if national => central += beds / unit[0],
                _ => money += beds,
            }
        }
        self.cost += self.capital;
        self.ordered = (money, central);
    }
}
