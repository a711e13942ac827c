//! What is read off the country at each year-end, by indicator.

use super::official::Official;
use super::opening::{Cohort, Country, all};
use super::row::{Row, Series, count, nation, ratio, total, when};

impl Country {
    /// Every indicator that is rebuilt, by id.
    pub fn read(&self) -> Vec<(String, Series)> {
        let mut rows = Vec::new();
        let mut put = |id: &str, series: Series| rows.push((id.to_owned(), series));
        let (n, people) = (self.sent.len(), self.people / 1e4);
        let (beds, own) = (self.beds(), self.built[1] + self.built[2]);
        put("beds_per_10k", ratio(beds, people));
        put(
            "operating_beds_per_10k",
            ratio(total(&self.operating), people),
        );
        put("managed_beds_per_10k", ratio(own, people));
        put("people", count(self.people));
        put("beds", count(beds));
        put("beds_public", count(self.built[0] + own));
        put("beds_private", count(self.built[3]));
        put("beds_at_stations", count(self.at_stations));
        put("private_bed_share", ratio(self.built[3], beds));
        let private = self.by_province(|h| when(h.group == 3, h.count));
        put(
            "private_hospital_share",
            ratio(private, self.by_province(|h| h.count)),
        );
        put("beds_opened", count(self.opened));
        let worked = [0, 1, 2].map(|g| self.full[g] * self.built[g]);
        put("central_occupancy", ratio(worked[0], self.built[0]));
        put("provincial_occupancy", ratio(worked[1] + worked[2], own));
        let sent = total(&self.sent);
        put("referral_share", ratio(sent, sent + self.local));
        put("bed_days_at_home", count(self.local));
        put("resignations", count(self.resigned));
        put("stations_rebuilt", nation(self.rebuilt));
        let upgraded = self.stations - self.untouched;
        put("share_stations_upgraded", ratio(upgraded, self.stations));
        put("capital_spent", nation(self.capital));
        put("total_cost", nation(self.cost));
        let late = self.projects.iter().filter(|x| x.planned <= self.year());
        put("projects_late", nation(late.map(|x| x.pending).sum()));

        let (mut graduates, mut waiting) = (0.0, 0.0);
        for s in &self.trades {
            let plural = &s.of.plural;
            graduates += s.graduates;
            waiting += s.waiting;
            put(&format!("graduates_{plural}"), nation(s.graduates));
            put(&format!("entrants_waiting_{plural}"), nation(s.waiting));
            let (heads, public) = (all(&s.staff, Cohort::total), &s.staff[..s.staff.len() - 1]);
            let unfilled = all(public, |c| (c.posts - c.total()).max(0.0));
            let posts = all(public, |c| c.posts);
            put(&format!("unfilled_posts_{plural}"), ratio(unfilled, posts));
            put(&format!("{plural}_per_10k"), ratio(heads, people));
            put(&format!("heads_{plural}"), count(heads));
        }
        let official = self.official.clone();
        official
            .unwrap_or_else(|| Official::of(self))
            .read(self, &mut put);
        put("graduates", nation(graduates));
        put("entrants_waiting", nation(waiting));

        let (first, staff) = (&self.trades[0].of.plural, &self.trades[0].staff);
        for (id, top) in [("beds", beds), (first, all(staff, Cohort::total))] {
            let density = top / people;
            let lowest = density.0[..n].iter().copied().fold(f64::MAX, f64::min);
            let highest = density.0.iter().copied().fold(0.0, f64::max);
            let gap = |p: usize| (people * (density - density[p]).map(f64::abs)).sum() * people[p];
            let gini = Row::of(n, gap).sum() / (2.0 * people.sum() * top.sum());
            put(&format!("{id}_per_10k_lowest"), nation(lowest));
            put(&format!("{id}_per_10k_spread"), nation(highest / lowest));
            put(&format!("{id}_per_10k_gini"), nation(gini));
        }
        // Stations are the more alike the nearer their province has come to the standard.
        let (heads, then) = (staff[2].total(), staff[2].at_base / self.stations);
        let gap = self.m["post.commune_standard"] - then;
        let near = (heads / self.stations - then) / gap + gap.map(|x| when(x <= 0.0, 1.0));
        let even = near.max(0.0).min(1.0) * self.m["commune.fill_gap"];
        let sd = (1.0 - even) * self.m["commune.sigma"];
        let with_four = Row::of(n, |p| {
            // Whole people, by rounded running sums; a broken one is at the last station.
            let weights = self.scores[p].iter().map(|score| (sd[p] * score).exp());
            let all: f64 = weights.clone().sum();
            let (mut sum, mut given, mut count) = (0.0, 0.0, 0.0);
            for (k, weight) in weights.enumerate() {
                sum += heads[p] * weight / all;
                let last = k + 1 == self.scores[p].len();
                let reached = if last {
                    heads[p]
                } else {
                    (sum + 0.5).floor().min(heads[p].floor())
                };
                count += when(reached - given >= 4.0, 1.0);
                given = reached;
            }
            count
        });
        let id = format!("share_stations_with_4_{first}");
        put(&id, ratio(with_four, self.stations));
        put(&format!("{first}_per_station"), ratio(heads, self.stations));
        rows
    }
}
