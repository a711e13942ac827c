//! People need bed-days, most near home and some in Central hospitals; what it all costs to run.

use super::*;

impl Country<'_> {
    /// Kilometres between two provinces, never below the floor.
    fn distance(&self, p: usize, q: usize) -> f64 {
        let (a, b) = (&self.base.provinces[p], &self.base.provinces[q]);
        let (dx, dy) = (
            f64::from(a.tile.0) - f64::from(b.tile.0),
            f64::from(a.tile.1) - f64::from(b.tile.1),
        );
        let mut km = dx.hypot(dy) * median(self.base, "care.tile_km");
        if let (Some(a), Some(b)) = (a.centre, b.centre) {
            let [phi, psi, lon] = [a.0, b.0, b.1 - a.1].map(f64::to_radians);
            let h = ((psi - phi) / 2.0).sin().powi(2)
                + phi.cos() * psi.cos() * (lon / 2.0).sin().powi(2);
            km = 2.0 * 6371.0 * h.sqrt().min(1.0).asin();
        }
        km.max(median(self.base, "care.distance_floor_km"))
    }

    fn occupancies(&self) -> [f64; 4] {
        ["central", "provincial", "regional", "private"]
            .map(|g| median(self.base, &format!("care.occ_{g}")))
    }

    pub fn start_care(&mut self) {
        let (n, occ) = (self.places.len(), self.occupancies());
        let e = median(self.base, "care.density_elasticity");
        let density = |p: &Place| p.built.iter().sum::<f64>() / p.people;
        let beds: f64 = self.places.iter().flat_map(|p| p.built).sum();
        let nation = beds / self.base.population();
        for h in 0..n {
            let days = self.places[h].built[0] * occ[0] * 365.0;
            let from = shares((0..n).map(|p| self.places[p].people / self.distance(p, h)));
            (0..n).for_each(|p| self.places[p].sent_base += days * from[p]);
        }
        for place in &mut self.places {
            let full: f64 = (1..4).map(|g| place.built[g] * occ[g] * 365.0).sum();
            let own = (density(place) / nation).max(0.01);
            place.local_base = full * own.powf(e - 1.0).clamp(0.5, 1.35);
            place.scale = 1.0;
        }
        self.treat();
    }

    /// Referrals go to hosts by beds over distance, for each of the people in reach, so that at base
    /// every host is as full as assumed; crowded hosts pass some back.
    pub fn treat(&mut self) {
        self.staff_the_beds();
        let (b, n, occ) = (self.base, self.places.len(), self.occupancies());
        let m = |id: &str| median(b, id);
        let beds: Vec<[f64; 4]> = self.places.iter().map(|p| p.built).collect();
        let age = |over_60: f64| 1.0 + over_60 * (m("care.use_ratio60") - 1.0);
        let use_growth = (m("care.use_growth") * f64::from(self.t)).exp();
        let mut days = vec![0.0; n];
        let near = |p: usize, h: usize| b.provinces[p].population / self.distance(p, h);
        let reach: Vec<f64> = (0..n).map(|h| (0..n).map(|p| near(p, h)).sum()).collect();
        for p in 0..n {
            let to = shares((0..n).map(|h| beds[h][0] / reach[h] / self.distance(p, h)));
            let (place, then) = (&mut self.places[p], &b.provinces[p]);
            place.growth = place.people / then.population * age(place.over_60) / age(then.share_60)
                * use_growth;
            let wish = place.sent_base * place.scale * place.growth;
            place.local = place.local_base + place.handed - place.lost;
            place.local = place.local * place.growth + wish * place.kept * m("sat.work");
            place.sent = to.iter().map(|s| s * wish * (1.0 - place.kept)).collect();
            (0..n).for_each(|h| days[h] += place.sent[h]);
        }
        let accepted = |h: usize| {
            let pressure = over(days[h], beds[h][0] * 365.0 * occ[0]);
            if pressure > 0.0 {
                pressure.powf(-m("care.referral_crowding"))
            } else {
                1.0
            }
        };
        let accepted: Vec<f64> = (0..n).map(accepted).collect();
        for p in 0..n {
            let place = &mut self.places[p];
            for h in 0..n {
                place.local += place.sent[h] * (1.0 - accepted[h]);
                place.sent[h] *= accepted[h];
            }
            place.local = place.local.max(0.0);
            let crowd = over(
                place.local,
                (1..4).map(|g| beds[p][g] * occ[g] * 365.0).sum(),
            );
            for g in 1..4 {
                place.full[g] = if beds[p][g] > 0.0 {
                    occ[g] * crowd
                } else {
                    0.0
                };
                place.worked[g] = place.full[g] * beds[p][g] * 365.0;
            }
        }
        for h in 0..n {
            let worked: f64 = self.places.iter().map(|p| p.sent[h]).sum();
            self.places[h].worked[0] = worked;
            self.places[h].full[0] = over(worked, beds[h][0] * 365.0);
        }
    }

    /// Beds stay shut where staff for each bed fall too far below the base year's.
    fn staff_the_beds(&mut self) {
        let stretch = median(self.base, "gate.stretch");
        for place in &mut self.places {
            let by = |b: [f64; 4]| [b[0], b[1] + b[2], 0.0, b[3]];
            let (now, then) = (by(place.built), by(place.built_base));
            let share = [0, 1, 2, 3].map(|e| {
                let staffed = |row: &[Cohort; 4]| {
                    let need = stretch * over(row[e].base, then[e]) * now[e];
                    if need > 0.0 {
                        row[e].heads() / need
                    } else {
                        1.0
                    }
                };
                place
                    .staff
                    .iter()
                    .filter(|row| row[e].posts > 0.0)
                    .map(staffed)
                    .fold(1.0, f64::min)
            });
            place.operating = [0, 1, 2, 3].map(|g| place.built[g] * share[[0, 1, 1, 3][g]]);
        }
    }

    pub fn run_costs(&mut self) {
        let b = self.base;
        let rise = median(b, "cost.allowance") * median(b, "allow.points") / 30.0;
        for p in 0..self.places.len() {
            let beds: f64 = self.places[p].built.iter().sum();
            self.cost += beds * median(b, "cost.bed_year") / 1000.0;
            for (row, o) in self.places[p].staff.iter().zip(&b.occupations) {
                if o.has_posts {
                    let pay = median(b, &format!("cost.pay_{}", o.code)) / 1000.0;
                    self.cost += row[2].heads() * pay * (1.0 + rise);
                }
            }
        }
        for (school, o) in self.schools.iter().zip(&b.occupations) {
            let student = median(b, &format!("cost.student_year_{}", o.code)) / 1000.0;
            self.cost += (school.classes.iter().sum::<f64>() + school.late) * student;
        }
    }
}
