//! Beds open, are replaced, wear out, are fitted out, and pass to stations.

use super::*;

/// Adds what was bought, passes a year, and hands over what opens.
fn open(orders: &mut [f64; 5], bought: f64, lag: &[f64]) -> f64 {
    orders
        .iter_mut()
        .zip(lag)
        .for_each(|(o, s)| *o += bought * s);
    let now = orders[0];
    *orders = [orders[1], orders[2], orders[3], orders[4], 0.0];
    now
}

impl Country<'_> {
    /// Beds wear out, are fitted out, pass to stations; private hospitals open, expand and close.
    pub fn build(&mut self) {
        let m = |id: &str| median(self.base, id);
        self.open_ordered();
        let (fit_out, cost) = (m("bed.fitout_rate"), m("bed.fitout_cost"));
        for h in self.hospitals.iter_mut() {
            let place = &mut self.places[h.p];
            let group = if h.passed >= 0.5 { 1 } else { h.group };
            let crowd = (place.full[group] / 0.9).clamp(0.5, 1.3);
            let (up, down, unit) = match h.group {
                3 => (m("priv.expansion"), m("priv.closure"), m("priv.unit")),
                _ => (
                    (fit_out * crowd * crowd).min(1.0),
                    m("bed.retire_rate"),
                    cost,
                ),
            };
            let (up, down) = (h.now * up, h.now * down);
            h.now += up - down;
            place.opened += up;
            place.added[1] += (up - down) * h.passed;
            place.added[[0, 1, 1, 3][h.group]] += (up - down) * (1.0 - h.passed);
            self.capital += up * unit;
            self.cost += up * unit;
        }
        let lower = |p: &Place| p.built[2];
        let regional = shares(self.places.iter().map(lower));
        let openings = m("priv.openings") * (1.0 + m("priv.openings_growth")).powi(self.t - 1);
        let mut listed = vec![0.0; self.places.len()];
        let private = |f: &&Facility| f.owner == Owner::Private;
        self.base
            .facilities
            .iter()
            .filter(private)
            .for_each(|f| listed[f.province] += f.beds);
        if listed.iter().all(|b| *b == 0.0) {
            listed = self.base.provinces.iter().map(|p| p.population).collect();
        }
        let market = shares(listed);
        let first = self.hospitals.len() - self.places.len();
        for (p, place) in self.places.iter_mut().enumerate() {
            if self.t <= 3 {
                let gone = m("bed.reclassified") / 3.0 * regional[p];
                let here = |h: &&mut Hospital| h.p == p && h.group == 2;
                let stock: f64 = self.hospitals.iter_mut().filter(here).map(|h| h.now).sum();
                let gone = gone.min(stock);
                self.hospitals
                    .iter_mut()
                    .filter(here)
                    .for_each(|h| h.now *= 1.0 - over(gone, stock));
                place.at_stations += gone;
                place.added[1] -= gone;
            }
            let slot = &mut self.hospitals[first + p];
            let beds = openings * market[p] * m("priv.size");
            slot.now += beds;
            slot.count += openings * market[p];
            place.opened += beds;
            place.added[3] += beds;
            self.capital += beds * m("priv.unit");
            self.cost += beds * m("priv.unit");
        }
        self.add_up();
    }

    /// Beds that were ordered open: those of named projects, of provinces, of the Ministry.
    fn open_ordered(&mut self) {
        let m = |id: &str| median(self.base, id);
        let (lag, favour, unit) = (
            profile(self.base, "capex.build_lag"),
            self.favour(),
            self.units(),
        );
        let (money, central) = self.ordered;
        let upper = m("capex.provincial_level_share");
        for p in 0..self.places.len() {
            self.places[p].added = [0.0; 4];
            self.places[p].opened = 0.0;
        }
        self.open_projects();
        for p in 0..self.places.len() {
            for (level, part) in [upper / unit[1], (1.0 - upper) / unit[2]]
                .into_iter()
                .enumerate()
            {
                let now = open(
                    &mut self.places[p].orders[level],
                    money * favour[p] * part,
                    &lag,
                );
                self.put_up(p, level + 1, now);
            }
        }
        let now = open(&mut self.orders, central, &lag);
        let stays = |p: usize| !self.members(p, 0).is_empty();
        let host = |p: usize| {
            if stays(p) {
                self.places[p].built[0]
            } else {
                0.0
            }
        };
        for (p, share) in shares((0..self.places.len()).map(host)).iter().enumerate() {
            self.put_up(p, 0, now * share);
        }
    }

    fn open_projects(&mut self) {
        let (b, year) = (self.base, self.year());
        let rest = profile(b, "pipe.opened_rest");
        for (i, project) in b.projects.iter().enumerate() {
            let central = self.central_project(i);
            let delay = median(
                b,
                if central {
                    "pipe.campus_delay_mean"
                } else {
                    "pipe.delay_mean"
                },
            );
            let first = project.planned.0 + i32::from(project.state == ProjectState::Planned);
            let now = match project.state {
                ProjectState::Opened => {
                    self.pending[i] * rest.get(self.t as usize - 1).unwrap_or(&0.0)
                }
                _ if year < first => 0.0,
                _ => self.pending[i] / (1.0 + delay),
            };
            let mut beds = now;
            if project.state != ProjectState::Opened {
                self.pending[i] -= now;
                beds *= project.beds * project.additional;
            }
            let h = self
                .hospitals
                .iter_mut()
                .find(|h| h.facility == project.facility)
                .expect("a hospital");
            h.now += beds;
            h.count = h.count.max(f64::from(h.now > 0.0));
            self.places[h.p].opened += beds;
            self.places[h.p].added[[0, 1, 1, 3][h.group]] += beds;
        }
    }

    /// Hospitals of a province that a group builds for; the builder follows the owner once the
    /// hospital has more likely passed than not.
    fn members(&self, p: usize, group: usize) -> Vec<usize> {
        let at = |k: &usize| self.hospitals[*k].p == p;
        let own = |k: &usize| self.hospitals[*k].group == group && self.hospitals[*k].passed < 0.5;
        let passed = |k: &usize| self.hospitals[*k].passed >= 0.5;
        let all = || (0..self.hospitals.len()).filter(at);
        let mut row: Vec<usize> = all().filter(own).collect();
        match group {
            1 if !row.is_empty() => row.extend(all().filter(passed)),
            1 | 2 if row.is_empty() => {
                return all()
                    .filter(|k| self.hospitals[*k].group == 3 - group)
                    .collect();
            }
            _ => {}
        }
        row
    }

    /// Beds open in lumps at the hospitals that gained least, and a share of them replaces old ones.
    fn put_up(&mut self, p: usize, group: usize, beds: f64) {
        let m = |id: &str| median(self.base, id);
        let mut row = self.members(p, group);
        if row.is_empty() || beds <= 0.0 {
            return;
        }
        let crowd = |h: &Hospital| if h.now > 0.0 { h.at_base / h.now } else { 1e-6 };
        let rank = |k: &usize| -(crowd(&self.hospitals[*k]) * 1e9).round() as i64;
        let replaced = beds * m("capex.replace_share");
        let lumps = (beds / m("capex.project_size") + 0.5)
            .floor()
            .max(1.0)
            .min(row.len() as f64);
        row.sort_by_key(rank);
        for k in &row[..lumps as usize] {
            self.hospitals[*k].now += beds / lumps;
        }
        let stock: f64 = row.iter().map(|k| self.hospitals[*k].now).sum();
        for k in row {
            self.hospitals[k].now *= 1.0 - replaced / stock;
        }
        self.places[p].opened += beds;
        self.places[p].added[usize::from(group > 0)] += beds - replaced;
    }

    fn add_up(&mut self) {
        self.places.iter_mut().for_each(|p| p.built = [0.0; 4]);
        for h in &self.hospitals {
            self.places[h.p].built[1] += h.now * h.passed;
            self.places[h.p].built[h.group] += h.now * (1.0 - h.passed);
        }
    }
}
