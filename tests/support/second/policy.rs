//! Links between hospitals ripen, and hospitals of ministries pass to their provinces.

use super::*;

impl Country<'_> {
    pub fn agreements(&self) -> Vec<(usize, i32, i32, f64, f64)> {
        let m = |id: &str| median(self.base, id);
        let years = m("transfer.integration_years");
        let decided = self
            .base
            .transfers
            .iter()
            .filter(|t| t.to == Owner::Province);
        let mut all: Vec<_> = decided
            .map(|t| (t.facility, t.year.0, i32::MAX, 1.0, years))
            .collect();
        for plan in self.plans {
            let Decision::TransferToProvince(d) = &plan.decision else {
                continue;
            };
            let delay = d
                .mean_delay
                .as_ref()
                .map_or(m("transfer.delay_mean"), |y| y.value.0);
            let years = d.integration.as_ref().map_or(years, |y| y.value.0);
            for code in &d.hospitals {
                let f = self.base.facility(code).expect("checked");
                all.push((f, d.year.value.0, plan.to.0, 1.0 / (1.0 + delay), years));
            }
        }
        all
    }

    /// Links ripen; the sides of a handover agree and hospitals change hands.
    pub fn decide(&mut self) {
        let (b, year) = (self.base, self.year());
        let m = |id: &str| median(b, id);
        self.places
            .iter_mut()
            .for_each(|p| (p.kept, p.lost) = (0.0, 0.0));
        let mut links = Vec::new();
        for plan in self.plans {
            let Decision::SatelliteHospitals(d) = &plan.decision else {
                continue;
            };
            for link in &d.links {
                let from = link.from.as_ref().map_or(plan.from, |y| y.value).0;
                let f = b.facility(&link.satellite).expect("checked");
                let h = self
                    .hospitals
                    .iter()
                    .find(|h| h.facility == f)
                    .expect("a hospital");
                if from <= year {
                    links.push((
                        h.p,
                        link.specialty.value.clone(),
                        h.at_base.max(1.0),
                        year - from,
                    ));
                    self.cost += if year <= plan.to.0 {
                        m("sat.cost_link")
                    } else {
                        0.0
                    };
                }
            }
        }
        for (p, specialty, beds, age) in &links {
            let same = links.iter().filter(|l| (l.0, &l.1) == (*p, specialty));
            let weight = beds / same.map(|l| l.2).sum::<f64>();
            let share = b
                .referrals
                .iter()
                .find(|r| r.specialty == *specialty)
                .map_or(0.0, |r| r.share);
            let ripe = (f64::from(*age) / m("sat.lag")).min(1.0);
            self.places[*p].kept += m("sat.effect") * m("sat.coverage") * share * ripe * weight;
        }
        for k in 0..self.handovers.len() {
            let h = &mut self.handovers[k];
            if (h.planned..=h.until).contains(&year) {
                let now = h.pending * h.chance;
                h.pending -= now;
                self.hand_over(k, now);
            }
            let h = &self.handovers[k];
            let p = self.hospitals[h.hospital].p;
            for (from, days) in &h.settling {
                let left = 1.0 - f64::from(year - from) / h.integration.max(1.0);
                self.places[p].lost += days * m("transfer.service_loss") * left.max(0.0);
            }
        }
    }

    /// A hospital takes its share by beds of staff, posts and bed-days to its province.
    fn hand_over(&mut self, k: usize, now: f64) {
        let (b, year) = (self.base, self.year());
        let hospital = &mut self.hospitals[self.handovers[k].hospital];
        let (p, beds) = (hospital.p, hospital.now * now);
        hospital.passed += now;
        let place = &mut self.places[p];
        let share = over(beds, place.built[0]).min(1.0);
        place.built[0] -= beds;
        place.built[1] += beds;
        for (row, o) in place.staff.iter_mut().zip(&b.occupations) {
            if o.has_posts {
                let [from, to, ..] = row;
                let stay = 1.0 - median(b, "transfer.staff_loss");
                for (x, y) in from.bands.iter_mut().zip(&mut to.bands) {
                    (*x, *y) = (*x * (1.0 - share), *y + *x * share * stay);
                }
                (from.names, to.names) =
                    (from.names * (1.0 - share), to.names + from.names * share);
                (from.posts, to.posts) =
                    (from.posts * (1.0 - share), to.posts + from.posts * share);
            }
        }
        let growth = place.growth;
        let mut days = 0.0;
        for from in &mut self.places {
            let going = from.sent[p] * share;
            from.scale *= 1.0 - over(going, from.sent.iter().sum());
            from.sent[p] -= going;
            days += going / growth;
        }
        self.places[p].handed += days;
        self.handovers[k].settling.push((year, days));
        self.cost += beds * median(b, "transfer.cost_per_bed");
    }
}
