//! A national year a second time, in rows of provinces: the model's text read by another hand.
//! Assumptions stand at their medians, counts at their expectations. The base year's end is read
//! off the program (`opening`, rebuilt in `balance`); indicators (`measure`) and what plans and
//! handovers add (`policies`) stand apart.
//!
//! Silent in the model's text, taken from the guide and the program's own words:
//! - Money is shared by beds of last year-end over people of this one; Central beds and those
//!   reclassified (in thirds) by beds of last year-end, private openings by listed beds.
//! - Lumps are beds over lump size, rounded; equally crowded hospitals come in the order of a hash,
//!   those handed over last; what is replaced is taken by beds.
//! - A level without hospitals builds at the other. What opened at base opens the rest by profile.
//! - Money for stations goes as money for beds; where no station is left, to those left elsewhere.
//! - Both levels of a province share one crowding: last year's, by this year's beds.
//! - Entrants go round six times. At most half of the young emigrate. A payer who cannot even spend
//!   what was carried carries the same part of every plan.

pub mod balance;
mod measure;
pub mod official;
pub mod opening;
mod policies;
pub mod row;

use carecast::internals::base::ProjectState;
use carecast::internals::units::Year;
use official::Official;
use opening::{Cohort, Country, Hospital, Medians, Project, all};
use row::{Row, deal, join, over, shift, total, when};

/// What is spent of a steady plan of 1: `d` is disbursed, a share `carry` of the rest carried.
fn long_run(d: f64, carry: f64) -> f64 {
    d * (1.0 / (1.0 - carry * (1.0 - d))).min(1.0 + carry)
}

/// A number of the nation.
fn one_row(x: f64) -> Row {
    Row::of(1, |_| x)
}

/// Retirement and moving up by age band, at the ages of last year and of this one.
fn old_age(m: &Medians, e: usize, bands: usize, ages: &[(Year, f64, f64)]) -> Vec<[f64; 2]> {
    let side = ["ret.work_on_public", "ret.work_on_private"][usize::from(e == 3)];
    let on = *m.get("ret.work_on").unwrap_or_else(|| &m[side]);
    let (men, women) = (m["ret.male_share"], 1.0 - m["ret.male_share"]);
    let ((_, rm, rw), d_m, d_w) = (ages[1], ages[1].1 - ages[0].1, ages[1].2 - ages[0].2);
    let n55 = 5.0 * men + women * ((rw - 55.0) + on * (60.0 - rw));
    let n60 = men * ((rm - 60.0) + on * (65.0 - rm)) + 5.0 * on * women;
    let mut rates = vec![[0.0, 0.2]; bands - 3];
    let (stop, up) = ((1.0 - on) * women * (1.0 - d_w), men + on * women);
    rates.push([stop / n55, up / n55]);
    rates.push([over((1.0 - on) * men * (1.0 - d_m), n60), over(on, n60)]);
    rates.push([m["ret.exit_65"], 0.0]);
    rates
}

impl Country {
    /// One year, phase by phase; with every shock at nothing the first one draws nothing.
    pub fn live(&mut self) {
        let mut official = self.official.take().unwrap_or_else(|| Official::of(self));
        self.t += 1;
        (self.capital, self.cost, self.rebuilt) = (0.0, 0.0, 0.0);
        (self.opened, self.resigned, self.added) = (Row::ZERO, Row::ZERO, [Row::ZERO; 4]);
        self.grow();
        self.link();
        self.hand_over();
        self.spend();
        self.build();
        self.teach();
        self.fund_posts();
        self.leave();
        self.place();
        self.treat();
        self.run();
        official.live(self);
        self.official = Some(official);
    }

    /// Provinces grow by natural increase and migration and together follow the official path.
    fn grow(&mut self) {
        let m = &self.m;
        let (natural, then) = (self.of(|p| p.natural_increase), self.of(|p| p.population));
        let mean = (natural * then).sum() / then.sum();
        let own = mean + (natural - mean) * (1.0 - m["demo.natural_shrink"]);
        let migration = self.of(|p| p.net_migration) * m["demo.migration_mult"];
        let grown = self.people * (own + migration).map(f64::exp);
        let path = |t: i32| self.base.population_path[t as usize].1;
        let national = path(self.t) / path(self.t - 1) * m["demo.growth_drift"].exp();
        self.people = grown.shares() * self.people.sum() * national;
        self.over_60 += m["demo.share60_slope"];
    }

    /// Accounts spend and carry; their money orders beds at unit cost and rebuilds stations.
    fn spend(&mut self) {
        let (m, year, beds) = (self.m.clone(), self.year(), self.beds());
        let carry = m["capex.carry_share"];
        let growth = (1.0 + m["capex.province_growth"]).powi(self.t);
        let steady = long_run(m["capex.disburse_province"], carry);
        let province = m["capex.province_disbursed"] * growth / steady;
        let ordinary = [province, m["capex.moh_plan"]];
        let nation = beds.sum() / self.people.sum();
        let lack = nation / (beds / self.people).max(nation * 0.01);
        let favour = (self.people * lack.powf(m["capex.converge"])).shares();
        let (mut money, mut back) = ([0.0; 2], Row::ZERO);
        for (k, a) in self.accounts.iter_mut().enumerate() {
            let acts = (a.from..=a.to).contains(&year);
            let plan = when(acts, a.amount + a.times * ordinary[a.payer]);
            let spent = a.disbursed * (plan + a.carried);
            a.carried = carry * (plan - (spent - a.carried).max(0.0));
            self.capital += spent;
            money[usize::from(a.central)] += spent * a.beds;
            if k == 0 {
                // What named projects of provinces still cost comes first, evenly up to their year.
                let years = |x: &Project| f64::from((x.planned - year + 1).max(1));
                let due = |x: &Project| when(!x.central, x.to_pay / years(x));
                let all = self.projects.iter().map(due).sum();
                let paid = over(money[0], all).min(1.0);
                money[0] -= all * paid;
                for x in &mut self.projects {
                    x.to_pay -= due(x) * paid;
                }
            }
            let (wanted, mut room) = (spent * a.stations / m["cost.station"], [self.untouched]);
            let left = deal(wanted, &mut room, |_, _| favour);
            deal(left, &mut room, |_, room| room);
            self.rebuilt += wanted.min(self.untouched.sum());
            self.untouched = room[0];
        }
        let cost = |level: &str| m[level] * m["capex.overrun"];
        let upper = m["capex.provincial_level_share"];
        let mut bought = [
            favour * money[1] / cost("capex.unit_central"),
            favour * money[0] * upper / cost("capex.unit_provincial"),
            favour * money[0] * (1.0 - upper) / cost("capex.unit_regional"),
        ];
        // A year begins so many times the best of five years, and only what patients would half fill.
        let full = m["capex.absorb_occupancy"] * 365.0;
        let waiting = |group: usize| total(&self.orders[group]);
        let sent = (self.sent_base * self.scale * self.growth).sum() / full;
        let near = (self.local_base + self.handed) * self.growth / full;
        let standing = total(&self.built[1..]) + waiting(1) + waiting(2);
        let central = self.built[0].sum() + waiting(0).sum();
        let asked = [one_row(bought[0].sum()), bought[1] + bought[2]];
        let places = [one_row(sent - central), near - standing];
        for k in 0..2 {
            let best = self.ready[k].iter().fold(Row::ZERO, |x, y| x.max(*y));
            let most = (best * m["capex.absorb_multiple"]).max(m["capex.project_size"]);
            let begun = asked[k].min(most);
            shift(&mut self.ready[k], begun);
            let part = begun.min(places[k].max(0.0)) / asked[k];
            if k == 0 {
                bought[0] *= part[0];
                back += money[1] * (1.0 - part[0]) * favour;
            } else {
                bought[1] *= part;
                bought[2] *= part;
                back += money[0] * favour * (1.0 - part);
            }
        }
        self.capital -= back.sum();
        for (orders, bought) in self.orders.iter_mut().zip(bought) {
            join(orders, bought, &self.lag);
        }
    }

    /// Beds of a hospital come and go, for a part that has `passed` in the books of its province.
    fn change(&mut self, k: usize, up: f64, down: f64, passed: f64) {
        let h = &mut self.hospitals[k];
        h.beds += up - down;
        self.opened[h.p] += up;
        self.added[1][h.p] += (up - down) * passed;
        self.added[[0, 1, 1, 3][h.group]][h.p] += (up - down) * (1.0 - passed);
    }

    /// Beds open in lumps where they are missed most, and replace some; posts go to who builds.
    fn put_up(&mut self, p: usize, group: usize, beds: f64) {
        let all = &self.hospitals;
        let at = |h: &Hospital, group: usize| h.p == p && h.builder == group;
        let missing = group > 0 && !all.iter().any(|h| at(h, group));
        let group = if missing { 3 - group } else { group };
        let mut row: Vec<usize> = (0..all.len()).collect();
        row.retain(|k| at(&all[*k], group));
        row.sort_by_key(|k| all[*k].builder != all[*k].group);
        row.sort_by_key(|k| (over(all[*k].at_base, all[*k].beds) * -1e9).round() as i64);
        let lumps = (beds / self.m["capex.project_size"] + 0.5).floor();
        let lumps = lumps.max(1.0).min(row.len() as f64);
        for k in &row[..lumps as usize] {
            self.change(*k, beds / lumps, 0.0, self.hospitals[*k].passed.round());
        }
        let replaced = beds * self.m["capex.replace_share"];
        let stock: f64 = row.iter().map(|k| self.hospitals[*k].beds).sum();
        for k in row {
            let h = &self.hospitals[k];
            self.change(k, 0.0, over(replaced * h.beds, stock), h.passed.round());
        }
    }

    /// Projects and orders open; beds wear out, are fitted out, pass to stations; owners open too.
    fn build(&mut self) {
        let (m, year, t) = (self.m.clone(), self.year(), self.t);
        for i in 0..self.projects.len() {
            let x = &mut self.projects[i];
            let delays = [m["pipe.delay_mean"], m["pipe.campus_delay_mean"]];
            let due = x.pending / (1.0 + delays[usize::from(x.central)]);
            let now = match x.state {
                ProjectState::Opened => *self.opened_rest.get(t as usize - 1).unwrap_or(&0.0),
                ProjectState::Building => when(year >= x.planned, due),
                ProjectState::Planned => when(year > x.planned, due),
            };
            x.pending = (x.pending - now).max(0.0);
            let (k, beds) = (x.hospital, now * x.beds);
            self.change(k, beds, 0.0, 0.0);
            let h = &mut self.hospitals[k];
            h.count = h.count.max(when(h.beds > 0.0, 1.0));
            let (nation, at) = (h.group == 0, h.p);
            let ready = self.ready[usize::from(!nation)].last_mut();
            ready.expect("five years")[if nation { 0 } else { at }] += beds.max(0.0);
        }
        let mut open = self
            .orders
            .each_mut()
            .map(|orders| shift(orders, Row::ZERO));
        let stay = self.by_province(|h| when(h.builder == 0, 1.0)).min(1.0);
        open[0] = (self.built[0] * stay).shares() * open[0].sum();
        for (p, group) in (0..self.sent.len()).flat_map(|p| [(p, 1), (p, 2), (p, 0)]) {
            self.put_up(p, group, open[group][p]);
        }
        let new = m["priv.openings"] * (1.0 + m["priv.openings_growth"]).powi(t - 1);
        let new = self.listed_private().shares() * new;
        *self.ready[1].last_mut().expect("five years") += new * m["priv.size"];
        for k in 0..self.hospitals.len() {
            let h = &mut self.hospitals[k];
            let crowd = (self.full[h.builder][h.p] / 0.9).clamp(0.5, 1.3);
            let fitted = (m["bed.fitout_rate"] * crowd * crowd).min(1.0);
            let (up, down, unit) = match h.group {
                3 => (m["priv.expansion"], m["priv.closure"], m["priv.unit"]),
                _ => (fitted, m["bed.retire_rate"], m["bed.fitout_cost"]),
            };
            let new = when(h.facility.is_none(), new[h.p]);
            h.count += new;
            let up = h.beds * up + new * m["priv.size"];
            let (down, passed) = (h.beds * down, h.passed);
            self.capital += up * unit;
            self.change(k, up, down, passed);
        }
        let stock = self.by_province(|h| when(h.group == 2, h.beds));
        let gone = self.built[2].shares() * when(t <= 3, m["bed.reclassified"] / 3.0);
        self.at_stations += gone;
        self.added[1] -= gone;
        for h in self.hospitals.iter_mut().filter(|h| h.group == 2) {
            h.beds *= 1.0 - over(gone[h.p], stock[h.p]);
        }
        let group = |g: usize| self.by_province(|h| when(h.group == g, h.beds * (1.0 - h.passed)));
        self.built = [0, 1, 2, 3].map(group);
        self.built[1] += self.by_province(|h| h.beds * h.passed);
    }

    /// A study year passes; last year's graduates are licensed and some look for a post.
    fn teach(&mut self) {
        let (t, year) = (self.t, self.year());
        for s in &mut self.trades {
            let m = &s.m;
            let stay = m["train.completion"].powf(1.0 / f64::from(s.of.study_years));
            s.classes.iter_mut().for_each(|class| *class *= stay);
            let grown = (1.0 + m["train.intake_growth"]).powi(t);
            let admitted = s.intake * grown.min(m["train.capacity"]);
            let finished = shift(&mut s.classes, admitted);
            s.graduates = finished * (1.0 - m["train.late_share"]) + s.late;
            s.late = finished * m["train.late_share"];
            let later = m.get("exam.begins").copied().unwrap_or(0.0) as i32;
            let examined = s.of.exam_from.is_some_and(|from| from.0 + later <= year);
            let pass = if examined { m["exam.pass"] } else { 1.0 };
            let licensed = s.practising * pass + s.again * when(examined, m["exam.retry"]);
            s.again = s.practising * (1.0 - pass);
            s.practising = s.graduates;
            s.waiting = s.waiting * (1.0 - m["entry.wait_leave"]) + licensed * m["entry"];
        }
    }

    /// Posts grow with payrolls and new beds, at stations towards the standard.
    fn fund_posts(&mut self) {
        let progress = (f64::from(self.t) / 5.0).min(1.0);
        for (o, trade) in self.trades.iter_mut().enumerate() {
            let m = &trade.m;
            for c in trade.staff.iter_mut().filter(|c| c.e < 4) {
                let new = self.added[c.e].max(0.0);
                let gap = (self.stations * m["post.commune_standard"] - c.at_base).max(0.0);
                let gap = gap * m["post.commune_funded"] * progress;
                c.posts = match c.e {
                    2 if o == 0 => c.posts.max(c.at_base * (1.0 + m["post.vacancy"]) + gap),
                    3 => c.posts * (1.0 + m["post.clinic_growth"]) + new * m["post.private_bed"],
                    _ => c.posts * (1.0 + m["post.payroll_growth"]) + new * m["post.norm_bed"],
                };
            }
        }
    }

    /// Staff leave by one joint chance; some move to open private posts; all grow older.
    fn leave(&mut self) {
        let own = self.full[1] * self.built[1] + self.full[2] * self.built[2];
        let own = own / (self.built[1] + self.built[2]);
        let crowd = [self.full[0], own, Row::ZERO, self.full[3], Row::ZERO];
        let ages = &self.base.retirement_age[self.t as usize - 1..];
        for trade in &mut self.trades {
            let (m, bands) = (&trade.m, trade.of.bands());
            let (under_40, under_60) = ((40 - trade.of.first_age as usize) / 5, bands - 2);
            let young = all(&trade.staff, |c| total(&c.heads[..under_40])).sum();
            let abroad = over(m["exit.emigrate"], young).min(0.5);
            let mut asked = Row::ZERO;
            for c in &mut trade.staff {
                let (rate, moving) = match c.e {
                    0..=2 => (m["exit.quit_public"], m["exit.to_private"]),
                    3 => (m["exit.quit_private"], 0.0),
                    _ => (m["exit.quit"], 0.0),
                };
                let pay = when(c.e == 2, m["allow.quit_effect"] * m["allow.points"] / 10.0);
                let burnout = (crowd[c.e] - 1.0).max(0.0) * m["exit.burnout"] * 10.0;
                let quit = ((1.0 + burnout) * rate * (1.0 + pay)).min(0.9);
                let (mut gone, mut causes, mut resigned) = (Row::ZERO, Row::ZERO, Row::ZERO);
                (c.moves, c.old) = (quit * moving, old_age(m, c.e, bands, ages));
                for (k, heads) in c.heads[..bands].iter_mut().enumerate() {
                    let died = (m["exit.death_mult"] * trade.deaths[k]).min(1.0);
                    let ([retired, _], abroad) = (c.old[k], when(k < under_40, abroad));
                    let quits = quit * when(k < under_60, 1.0 - moving);
                    let stay = (1.0 - quits) * (1.0 - died) * (1.0 - retired) * (1.0 - abroad);
                    gone += *heads * (1.0 - stay);
                    causes += *heads * (quits + died + retired + abroad);
                    resigned += *heads * quits;
                    *heads *= stay;
                }
                self.resigned += gone * resigned / causes * when(c.e < 4, 1.0);
                asked += total(&c.heads[..under_60]) * c.moves;
            }
            let (private, public) = trade.staff.split_last_mut().expect("an employer");
            let share = ((private.posts - private.total()).max(0.0) / asked).min(1.0);
            self.resigned += asked * share;
            for c in public {
                for k in 0..under_60 {
                    let go = c.heads[k] * c.moves * share;
                    c.heads[k] -= go;
                    private.heads[k] += go;
                }
            }
            for c in &mut trade.staff {
                for k in (1..bands).rev() {
                    let older = c.heads[k - 1] * c.old[k - 1][1];
                    c.heads[k - 1] -= older;
                    c.heads[k] += older;
                }
            }
        }
    }

    /// Entrants fill open posts by appeal and the rest wait; without posts they go where staff are.
    fn place(&mut self) {
        let income = self.of(|p| p.income_index);
        for s in &mut self.trades {
            let (m, pool, posts) = (&s.m, s.waiting, s.of.has_posts);
            let rich = income.powf(m["post.income_elasticity"]);
            let stations = m["post.commune_appeal"] * (1.0 + m["allow.attract"]);
            let mut appeal = [1.0, 1.0, stations, m["post.private_appeal"]];
            appeal[0] = m["post.central_appeal"];
            let pull = |c: &Cohort| if posts { rich * appeal[c.e] } else { c.total() };
            let pull: Vec<Row> = s.staff.iter().map(pull).collect();
            let open = |c: &Cohort| (c.posts - c.total()).max(when(!posts, pool));
            let open: Vec<Row> = s.staff.iter().map(open).collect();
            let most = pool.min(total(&open).sum());
            let placed = if posts { m["post.match"] * most } else { pool };
            let (mut left, mut room) = (placed, open.clone());
            for _ in 0..6 {
                left = deal(left, &mut room, |k, room| room * pull[k]);
            }
            s.waiting = when(posts, pool - placed + left);
            for (k, c) in s.staff.iter_mut().enumerate() {
                let come = open[k] - room[k];
                c.heads[0] += come * s.of.enter_first_band;
                c.heads[1] += come * (1.0 - s.of.enter_first_band);
            }
        }
    }

    /// Referrals go to hosts by beds over distance, per head in reach; crowded ones pass some back.
    fn treat(&mut self) {
        let m = self.m.clone();
        let usual = ["central", "provincial", "regional", "private"];
        let usual = usual.map(|group| m[&format!("care.occ_{group}")]);
        let age = |over_60: Row| over_60 * (m["care.use_ratio60"] - 1.0) + 1.0;
        let older = age(self.over_60) / age(self.of(|p| p.share_60));
        let growth = (m["care.use_growth"] * f64::from(self.t)).exp();
        self.growth = self.people / self.of(|p| p.population) * older * growth;
        let wish = self.sent_base * self.scale * self.growth;
        self.local = (self.local_base + self.handed - self.lost) * self.growth;
        self.local += wish * self.kept * m["sat.work"];
        let near = self.built[0] / self.reach;
        let pull: Vec<Row> = (0..self.km.len()).map(|h| near[h] / self.km[h]).collect();
        for (h, pull_h) in pull.iter().enumerate() {
            let come = wish * (1.0 - self.kept) * *pull_h / total(&pull);
            let full = over(come.sum(), self.built[0][h] * 365.0 * usual[0]);
            let taken = when(full > 0.0, full.powf(-m["care.referral_crowding"]));
            self.sent[h] = come * taken;
            self.local += come * (1.0 - taken);
            self.full[0][h] = full * taken * usual[0];
        }
        let room = [1, 2, 3].map(|g| self.built[g] * usual[g] * 365.0);
        for g in 1..4 {
            let some = self.built[g].map(|beds| when(beds > 0.0, 1.0));
            self.full[g] = some * self.local / total(&room) * usual[g];
        }
    }

    /// Beds without staff stay shut; hospitals, stations and schools cost money.
    fn run(&mut self) {
        let own = self.built[1] + self.built[2];
        let built = [self.built[0], own, Row::ZERO, self.built[3]];
        let mut open = [Row::from(1.0); 4];
        let mut millions = self.beds().sum() * self.m["cost.bed_year"];
        for trade in &self.trades {
            let m = &trade.m;
            let students = trade.classes.iter().sum::<f64>() + trade.late;
            millions += students * m["cost.student_year"];
            let rise = 1.0 + m["cost.allowance"] * m["allow.points"] / 30.0;
            for c in trade.staff.iter().filter(|c| c.e < 4) {
                millions += when(c.e == 2, c.total().sum() * m["cost.pay"] * rise);
                let need = built[c.e] * c.per_bed * m["gate.stretch"];
                let none = need.map(|x| when(x <= 0.0, 1.0));
                open[c.e] = open[c.e].min(c.total() / need + none);
            }
        }
        self.operating = [0, 1, 2, 3].map(|g| self.built[g] * open[[0, 1, 1, 3][g]]);
        self.cost += self.capital + millions / 1000.0;
    }
}
