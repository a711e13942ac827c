//! What is read off the country at each year-end.

use super::*;

/// One indicator: tops and bottoms by province, counts by province, or one national number.
pub enum Series {
    Ratio(Vec<[f64; 2]>),
    Sum(Vec<f64>),
    Nation(f64),
}

impl Country<'_> {
    /// Every indicator that is rebuilt, by id.
    pub fn read(&self) -> Vec<(String, Series)> {
        let (b, n) = (self.base, self.places.len());
        let first = &b.occupations[0].plural;
        let per = |top: &dyn Fn(&Place) -> f64, bottom: &dyn Fn(&Place) -> f64| {
            Series::Ratio(self.places.iter().map(|p| [top(p), bottom(p)]).collect())
        };
        let sum = |of: &dyn Fn(&Place) -> f64| Series::Sum(self.places.iter().map(of).collect());
        let all = |p: &Place| p.built.iter().sum::<f64>();
        let ten_thousand = |p: &Place| p.people / 1e4;
        let heads = |p: &Place, o: usize| p.staff[o].iter().map(Cohort::heads).sum::<f64>();
        let stations = |p: &Place| p.stations;
        let mut rows = vec![
            ("beds_per_10k".to_owned(), per(&all, &ten_thousand)),
            (
                "operating_beds_per_10k".into(),
                per(&|p| p.operating.iter().sum(), &ten_thousand),
            ),
            (
                "managed_beds_per_10k".into(),
                per(&|p| p.built[1] + p.built[2], &ten_thousand),
            ),
            ("beds_at_stations".into(), sum(&|p| p.at_stations)),
            ("private_bed_share".into(), per(&|p| p.built[3], &all)),
            (
                format!("{first}_per_station"),
                per(&|p| p.staff[0][2].heads(), &stations),
            ),
            (
                format!("share_stations_with_4_{first}"),
                per(&|p| self.with_four(p), &stations),
            ),
            (
                "central_occupancy".into(),
                per(&|p| p.worked[0], &|p| p.built[0] * 365.0),
            ),
            (
                "provincial_occupancy".into(),
                per(&|p| p.worked[1] + p.worked[2], &|p| {
                    (p.built[1] + p.built[2]) * 365.0
                }),
            ),
            (
                "referral_share".into(),
                per(&|p| p.sent.iter().sum(), &|p| {
                    p.local + p.sent.iter().sum::<f64>()
                }),
            ),
            ("bed_days_at_home".into(), sum(&|p| p.local)),
            ("resignations".into(), sum(&|p| p.resigned)),
            ("beds_opened".into(), sum(&|p| p.opened)),
            ("stations_rebuilt".into(), Series::Nation(self.rebuilt)),
            (
                "share_stations_upgraded".into(),
                per(&|p| p.rebuilt, &stations),
            ),
            ("capital_spent".into(), Series::Nation(self.capital)),
            ("total_cost".into(), Series::Nation(self.cost)),
        ];
        let mut hospitals = vec![[0.0; 2]; n];
        for h in &self.hospitals {
            hospitals[h.p][0] += if h.group == 3 { h.count } else { 0.0 };
            hospitals[h.p][1] += h.count;
        }
        rows.push(("private_hospital_share".into(), Series::Ratio(hospitals)));
        let waits = |i: &usize| {
            b.projects[*i].state != ProjectState::Opened && b.projects[*i].planned.0 <= self.year()
        };
        let late = (0..b.projects.len())
            .filter(waits)
            .map(|i| self.pending[i])
            .sum();
        rows.push(("projects_late".into(), Series::Nation(late)));
        for (what, of) in [
            ("graduates", (|s| s.graduates) as fn(&School) -> f64),
            ("entrants_waiting", |s| s.waiting),
        ] {
            rows.push((
                what.into(),
                Series::Nation(self.schools.iter().map(of).sum()),
            ));
            for (o, s) in b.occupations.iter().zip(&self.schools) {
                rows.push((format!("{what}_{}", o.plural), Series::Nation(of(s))));
            }
        }
        for (o, occupation) in b.occupations.iter().enumerate() {
            if occupation.has_posts {
                let posts = |p: &Place| p.staff[o][..3].iter().map(|c| c.posts).sum();
                let gap = |c: &Cohort| (c.posts - c.heads()).max(0.0);
                rows.push((
                    format!("unfilled_posts_{}", occupation.plural),
                    per(&|p| p.staff[o][..3].iter().map(gap).sum(), &posts),
                ));
            }
            let id = format!("{}_per_10k", occupation.plural);
            rows.push((id.clone(), per(&|p| heads(p, o), &ten_thousand)));
            if let Some(more) = maybe(b, &format!("base.recount_{}", occupation.plural)) {
                let years = median(b, &format!("base.recount_{}_years", occupation.plural))
                    .min(f64::from(self.t));
                let nation: f64 = self.places.iter().map(|p| heads(p, o)).sum();
                let wide = |p: &Place| heads(p, o) * (1.0 + more * years / nation);
                rows.push((format!("{id}_official"), per(&wide, &ten_thousand)));
            }
        }
        for (id, top) in [
            ("beds_per_10k".to_owned(), &all as &dyn Fn(&Place) -> f64),
            (format!("{first}_per_10k"), &|p| heads(p, 0)),
        ] {
            let values: Vec<f64> = self
                .places
                .iter()
                .map(|p| top(p) / ten_thousand(p))
                .collect();
            let lowest = values.iter().copied().fold(f64::MAX, f64::min);
            let highest = values.iter().copied().fold(0.0, f64::max);
            let people: Vec<f64> = self.places.iter().map(|p| p.people).collect();
            let whole: f64 = people.iter().sum();
            let mean: f64 = self.places.iter().map(top).sum::<f64>() / whole * 1e4;
            let pairs = (0..n).flat_map(|i| (0..n).map(move |j| (i, j)));
            let gaps: f64 = pairs
                .map(|(i, j)| people[i] * people[j] * (values[i] - values[j]).abs())
                .sum();
            rows.push((format!("{id}_lowest"), Series::Nation(lowest)));
            rows.push((format!("{id}_spread"), Series::Nation(highest / lowest)));
            rows.push((
                format!("{id}_gini"),
                Series::Nation(gaps / (2.0 * whole * whole * mean)),
            ));
        }
        rows
    }

    /// Stations with four of the first occupation or more; alike stations the nearer the standard.
    fn with_four(&self, place: &Place) -> f64 {
        let m = |id: &str| median(self.base, id);
        let (n, heads) = (place.stations, place.staff[0][2].heads());
        let base = over(place.staff[0][2].base, n);
        let gap = m("post.commune_standard") - base;
        let f = if gap > 0.0 {
            ((over(heads, n) - base) / gap).clamp(0.0, 1.0)
        } else {
            1.0
        };
        let sd = m("commune.sigma") * (1.0 - m("commune.fill_gap") * f);
        let score = Distribution::Normal { mean: 0.0, sd };
        let weight = |k: usize| score.quantile((k as f64 + 0.5) / n).exp();
        let weights = shares((0..n as usize).map(weight));
        weights.iter().filter(|w| heads * **w >= 4.0).count() as f64
    }
}
