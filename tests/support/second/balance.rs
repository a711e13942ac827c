//! The opening balance a second time: how the base year's end follows from the tables.
//!
//! Silent in the model's text, taken from the guide and the program's own words:
//! - Ministries are capped one by one, what is cut goes round by listed beds; a province fuller than
//!   full is shrunk in proportion; where a level has no hospital the other has its beds.
//! - Central staff lie as Central beds, private staff as private beds and all staff, half and half; a
//!   province's own hospitals keep a least share; staff nobody knows by province lie as people.
//! - Graduates of the base year practise, a share of them waits, a share of each class is a year late.
//! - Accounts open as after equal plans. Works in progress leave out what named projects were paid,
//!   over five years. A project costs what is published times overrun, else all its beds at unit cost.
//! - Distances are great circles (tiles where a centre is unknown) with a floor.

use super::long_run;
use super::opening::Country;
use super::row::{Row, deal, over, total, when};
use carecast::internals::base::{Facility, Level, Owner, ProjectState, Province, Ranged};

/// Figures of the country at the end of the base year beside those the tables give.
type Pairs = Vec<(String, Row, Row)>;

/// Ministry, other ministries, private, provincial and regional level; none for stations.
fn kind(f: &Facility) -> Option<usize> {
    match (f.level, f.owner) {
        (Level::Commune, _) => None,
        (_, Owner::Ministry) => Some(0),
        (_, Owner::OtherMinistry) => Some(1),
        (_, Owner::Private) => Some(2),
        (level, Owner::Province) => Some(if level == Level::Regional { 4 } else { 3 }),
    }
}

fn one(x: f64) -> Row {
    Row::of(1, |_| x)
}

impl Country {
    /// The opening balance beside the one rebuilt from the tables.
    pub fn opening_balance(&self) -> Pairs {
        let mut pairs = Vec::new();
        self.beds_of_base(&mut pairs);
        self.staff_of_base(&mut pairs);
        self.schools_of_base(&mut pairs);
        self.works_of_base(&mut pairs);
        self.care_of_base(&mut pairs);
        pairs
    }

    /// Stated figures of provinces; what rounding leaves of the nation lies by the widths of their ranges,
    /// read as 80 % of a normal law around the figure.
    fn around(&self, stated: Row, all: f64, range: impl Fn(&Province) -> Ranged) -> Row {
        let width = self.of(|p| {
            let r = range(p);
            let outside = |s: f64| {
                let tail = |x: f64| 0.5 * libm::erfc(x / s / f64::sqrt(2.0));
                tail(r.high - r.central) + tail(r.central - r.low)
            };
            let (mut s, mut step) = (0.0, r.high - r.low);
            for _ in 0..60 {
                if step > 0.0 && outside(s + step) < 0.2 {
                    s += step;
                }
                step *= 0.5;
            }
            s
        });
        stated + width.shares() * (all - stated.sum())
    }

    /// Beds: provinces as stated, hospitals known one by one as published, ministries and private owners under their caps.
    fn beds_of_base(&self, pairs: &mut Pairs) {
        let (b, m) = (&self.base, &self.m);
        let all = b.beds_per_10k * b.population() / 1e4;
        let stated = self.of(|p| p.beds.central);
        let own = self.around(stated, all, |p| p.beds);
        let (mut listed, mut known) = ([Row::ZERO; 5], [Row::ZERO; 5]);
        let mut stations = Row::ZERO;
        for f in &b.facilities {
            match kind(f) {
                Some(k) if f.beds_known => known[k][f.province] += f.beds,
                Some(k) => listed[k][f.province] += f.beds,
                None => stations[f.province] += 1.0,
            }
        }
        let free = own - total(&known);
        let mut beds = [Row::ZERO; 5];
        let owners = ["central", "other_ministry", "private"];
        for (k, cap) in ["central", "central", "private"].into_iter().enumerate() {
            let most = (own * m[&format!("base.{cap}_cap")] - known[k]).max(0.0);
            let left = all * m[&format!("base.{}_bed_share", owners[k])] - known[k].sum();
            let mut left = left.max(0.0);
            let mut room = [most];
            for _ in 0..20 {
                let open = |_: usize, room: Row| listed[k] * room.map(|x| when(x > 0.0, 1.0));
                left = deal(left, &mut room, open);
            }
            beds[k] = most - room[0];
        }
        let rest = (free - total(&beds)).max(0.0);
        let share = m["base.provincial_level_share"];
        beds[3] = Row::of(Row::MOST, |p| {
            match (listed[3][p] > 0.0, listed[4][p] > 0.0) {
                (true, true) => {
                    let level = (rest[p] + known[3][p] + known[4][p]) * share;
                    (level - known[3][p]).max(0.0).min(rest[p])
                }
                (upper, _) => when(upper, rest[p]),
            }
        });
        beds[4] = rest - beds[3];
        let fit = free / total(&beds);
        let guessed = beds.map(|row| row * fit);
        let beds: [Row; 5] = std::array::from_fn(|k| guessed[k] + known[k]);
        let built = [beds[0] + beds[1], beds[3], beds[4], beds[2]];
        for (g, built) in built.into_iter().enumerate() {
            pairs.push((format!("beds of group {g}"), self.built[g], built));
        }
        for h in &self.hospitals {
            let f = h.facility.map(|f| &b.facilities[f]);
            let k = f.and_then(kind).unwrap_or(2);
            let weight = f.map_or(0.0, |f| f.beds);
            let share = match f {
                Some(f) if f.beds_known => f.beds,
                _ => guessed[k][h.p] * over(weight, listed[k][h.p]),
            };
            pairs.push((format!("beds of {f:?}"), one(h.beds), one(share)));
            let count = when(weight > 0.0, 1.0);
            pairs.push((format!("count of {f:?}"), one(h.count), one(count)));
        }
        pairs.push(("stations".into(), self.stations, stations));
        let at_stations = stations.shares() * m["bed.at_stations"];
        pairs.push(("beds at stations".into(), self.at_stations, at_stations));
    }

    /// Staff: provinces raked to the nation, then employers, then ages; posts.
    fn staff_of_base(&self, pairs: &mut Pairs) {
        let (b, m) = (&self.base, &self.m);
        let per_station = self.of(|p| p.population) / self.stations;
        let size = self.stations * per_station.powf(m["base.station_size_elasticity"]);
        for (o, trade) in self.trades.iter().enumerate() {
            let (of, m) = (&trade.of, |id: &str| {
                m.get(&id.replace("{}", &trade.of.code))
            });
            let known = |id: &str| *m(id).unwrap_or_else(|| panic!("the base has no {id}"));
            let ratio = format!("base.{}_per_10k", of.plural);
            let ratio = of.national_per_10k.unwrap_or_else(|| known(&ratio));
            let all = ratio * b.population() / 1e4;
            let here = match b.provinces[0].staff[o] {
                Some(_) => {
                    let stated = |p: &Province| p.staff[o].expect("stated for every province");
                    self.around(self.of(|p| stated(p).central), all, stated)
                }
                None => self.of(|p| p.population).shares() * all,
            };
            let mut staff = vec![here];
            if of.has_posts {
                let persons = m("base.{}_commune").copied();
                let persons = persons.unwrap_or_else(|| all * known("base.{}_commune_share"));
                let clinics = known("base.private_clinic_weight");
                let private = self.built[3].shares() * (1.0 - clinics) + here / all * clinics;
                let central = self.built[0].shares() * all * known("base.{}_central_share");
                let commune = size.shares() * persons;
                let private = private * all * known("base.{}_private_share");
                let out = central + commune + private;
                let fit = (here * (1.0 - known("base.provincial_floor")) / out).min(1.0);
                staff = vec![
                    central * fit,
                    here - out * fit,
                    commune * fit,
                    private * fit,
                ];
            }
            let names = m("base.{}_overcount").copied().unwrap_or(0.0);
            let tilt = |k: usize| {
                let from_forty = f64::from(of.first_age) / 5.0 - 8.0 + k as f64;
                of.age_shares[k] * (known("age.{}_tilt") * from_forty).exp()
            };
            let ages = Row::of(of.bands(), tilt).shares();
            for (c, staff) in trade.staff.iter().zip(staff) {
                let who = format!("{} of employer {}", of.plural, c.e);
                for k in 0..of.bands() {
                    let band = staff * ages[k] * (1.0 - names);
                    pairs.push((format!("{who} in band {k}"), c.heads[k], band));
                }
                let last = c.heads[of.bands()];
                pairs.push((format!("names of {who}"), last, staff * names));
                if c.e == 4 {
                    continue;
                }
                let vacancy = ["post.vacancy_{}", "post.vacancy_private"][usize::from(c.e == 3)];
                let posts = staff * (1.0 + known(vacancy));
                pairs.push((format!("posts of {who}"), c.posts, posts));
                pairs.push((format!("{who} at base"), c.at_base, staff));
                let own = self.built[1] + self.built[2];
                let beds = [self.built[0], own, Row::ZERO, self.built[3]][c.e];
                pairs.push((format!("{who} for each bed"), c.per_bed, staff / beds));
            }
        }
    }

    /// Students: graduates of the base year are the published ones, later ones grow.
    fn schools_of_base(&self, pairs: &mut Pairs) {
        for s in &self.trades {
            let m = &s.m;
            let graduates = m["train.grad"] * m.get("train.grad_coverage").unwrap_or(&1.0);
            let stay = m["train.completion"].powf(1.0 / f64::from(s.of.study_years));
            let years = s.of.study_years as usize;
            let step = (1.0 + m["train.enrolled_growth"]) / stay;
            let class = |k: usize| graduates * step.powi(k as i32);
            let classes = Row::of(years, |k| s.classes[k]);
            let who = &s.of.plural;
            pairs.push((
                format!("{who} in classes"),
                classes,
                Row::of(years, |k| class(k + 1)),
            ));
            let waiting = when(s.of.has_posts, graduates * m["entry.waiting_at_base"]);
            for (what, x, y) in [
                ("admitted", s.intake, class(years)),
                ("late", s.late, graduates * m["train.late_share"]),
                ("graduated", s.graduates, graduates),
                ("practising", s.practising, graduates),
                ("waiting", s.waiting, waiting),
                ("sitting again", s.again, 0.0),
            ] {
                pairs.push((format!("{who} {what}"), one(x), one(y)));
            }
        }
    }

    /// Works: named projects, money carried over, and beds on order from years of steady spending.
    fn works_of_base(&self, pairs: &mut Pairs) {
        let (b, m) = (&self.base, &self.m);
        let unit = |level: &str| m[&format!("capex.unit_{level}")] * m["capex.overrun"];
        let (remaining, alive) = (m["pipe.remaining_building"], 1.0 - m["pipe.cancel"]);
        let mut paid = 0.0;
        for (x, p) in self.projects.iter().zip(&b.projects) {
            let cost = p.cost.map(|cost| cost * m["capex.overrun"]);
            let cost = cost.unwrap_or(p.beds * unit("provincial"));
            let net = p.beds * p.additional;
            let (beds, pending, to_pay, done) = match p.state {
                ProjectState::Opened => (net * (1.0 - m["pipe.counted_at_base"]), 0.0, 0.0, 1.0),
                ProjectState::Building => (net, 1.0, remaining, 1.0 - remaining),
                ProjectState::Planned => (net, alive, alive, 0.0),
            };
            let owner = b.facilities[p.facility].owner;
            let central = matches!(owner, Owner::Ministry | Owner::OtherMinistry);
            paid += when(!central, done * cost);
            for (what, here, there) in [
                ("owner", when(x.central, 1.0), when(central, 1.0)),
                ("beds", x.beds, beds),
                ("chance", x.pending, pending),
                ("cost", x.to_pay, to_pay * cost),
            ] {
                pairs.push((format!("{what} of {}", p.code), one(here), one(there)));
            }
        }
        let carry = m["capex.carry_share"];
        let steady = |d: f64| long_run(d, carry);
        let kept = |d: f64| ((1.0 - steady(d)) / (1.0 - carry)).min(1.0);
        let d = [m["capex.disburse_province"], m["capex.disburse_central"]];
        let plan = [
            m["capex.province_disbursed"] / steady(d[0]),
            m["capex.moh_plan"],
        ];
        for k in 0..2 {
            let (here, there) = (self.accounts[k].carried, plan[k] * carry * kept(d[k]));
            pairs.push((format!("money carried by payer {k}"), one(here), one(there)));
        }
        let money = plan[0] * steady(d[0]) * m["capex.bed_share_province"];
        let money = (money - paid / self.lag.len() as f64).max(0.0);
        let ministry = plan[1] * steady(d[1]) * m["capex.bed_share_central"];
        let nation = self.beds().sum() / self.people.sum();
        let lack = nation / (self.beds() / self.people).max(nation * 0.01);
        let favour = (self.people * lack.powf(m["capex.converge"])).shares();
        let upper = m["capex.provincial_level_share"];
        let flows = [
            one(ministry / unit("central")),
            favour * (money * upper / unit("provincial")),
            favour * (money * (1.0 - upper) / unit("regional")),
        ];
        let private = self.listed_private().shares() * m["priv.openings"] * m["priv.size"];
        let ready = [one(flows[0].sum()), flows[1] + flows[2] + private];
        for (here, flow) in self.ready.iter().zip(ready) {
            for here in here {
                pairs.push(("beds ready to begin".into(), *here, flow));
            }
        }
        for (group, flow) in flows.into_iter().enumerate() {
            for (k, here) in self.orders[group].iter().enumerate() {
                let later: f64 = self.lag.iter().skip(k + 1).sum();
                let what = format!("beds of group {group} on order for year {k}");
                pairs.push((what, *here, flow * later));
            }
        }
    }

    /// Care: local bed-days from beds, Central ones from all provinces by people over distance.
    fn care_of_base(&self, pairs: &mut Pairs) {
        let (b, m, n) = (&self.base, &self.m, self.sent.len());
        let usual = ["central", "provincial", "regional", "private"];
        let usual = usual.map(|group| m[&format!("care.occ_{group}")]);
        let km = |p: usize, q: usize| {
            let (a, b) = (&b.provinces[p], &b.provinces[q]);
            let [dx, dy] = [(a.tile.0, b.tile.0), (a.tile.1, b.tile.1)];
            let [dx, dy] = [dx, dy].map(|(x, y)| f64::from(x) - f64::from(y));
            let mut km = dx.hypot(dy) * m["care.tile_km"];
            if let (Some(a), Some(b)) = (a.centre, b.centre) {
                let [phi, psi, lon] = [a.0, b.0, b.1 - a.1].map(f64::to_radians);
                let across = phi.cos() * psi.cos() * (lon / 2.0).sin().powi(2);
                let h = ((psi - phi) / 2.0).sin().powi(2) + across;
                km = 2.0 * 6371.0 * h.sqrt().min(1.0).asin();
            }
            km.max(m["care.distance_floor_km"])
        };
        let people = self.of(|p| p.population);
        let mut sent_base = Row::ZERO;
        for h in 0..n {
            let far = Row::of(n, |p| km(p, h));
            let near = people / far;
            sent_base += near.shares() * self.built[0][h] * usual[0] * 365.0;
            pairs.push((format!("kilometres to {h}"), self.km[h], far));
            pairs.push((format!("reach of {h}"), one(self.reach[h]), one(near.sum())));
            let full = when(self.built[0][h] > 0.0, usual[0]);
            pairs.push((format!("occupancy of {h}"), one(self.full[0][h]), one(full)));
        }
        pairs.push(("bed-days sent".into(), self.sent_base, sent_base));
        let days = [1, 2, 3].map(|g| self.built[g] * usual[g] * 365.0);
        let nation = self.beds().sum() / people.sum();
        let dense = (self.beds() / people / nation).max(0.01);
        let tilt = dense.powf(m["care.density_elasticity"] - 1.0);
        let tilt = tilt.max(0.5).min(1.35);
        let local = total(&days) * tilt;
        pairs.push(("bed-days at home".into(), self.local_base, local));
        pairs.push(("bed-days at home, now".into(), self.local, local));
        for g in 1..4 {
            let some = self.built[g].map(|beds| when(beds > 0.0, usual[g]));
            pairs.push((format!("occupancy of group {g}"), self.full[g], some * tilt));
        }
    }
}
