//! Provinces run most hospitals, in two levels; private owners run the rest.

use super::super::derive::DeriveError;
use super::super::derive::sheet::{whole, within};
use super::{Hospital, Maker};
use carecast::internals::base::{Level, Owner};

impl Maker<'_> {
    /// Private hospitals: as many as published, the others by people and a factor of the region.
    pub(super) fn private(&mut self) -> Result<(), DeriveError> {
        let hospitals = self.ground.national("private_hospitals")?;
        let total = (self.assumption("base.private_bed_share")? * self.all_beds()).round();
        let cap = self.assumption("base.private_cap")?;
        let minimum = self.constant("private_minimum")?;
        let published: Vec<Option<(f64, Option<f64>)>> = (0..self.places.len())
            .map(|at| self.published(at, "private"))
            .collect();
        let mut weights = Vec::new();
        for (place, count) in self.places.iter().zip(&published) {
            let factor = self.constant(&format!("private_factor_{}", place.region))?;
            weights.push(if count.is_some() {
                0.0
            } else {
                place.people * factor
            });
        }
        let told: f64 = published.iter().flatten().map(|(n, _)| n).sum();
        let rest = whole(&weights, (hospitals - told) as u64);
        let counts: Vec<u64> = published
            .iter()
            .zip(rest)
            .map(|(p, r)| p.map_or(r, |(n, _)| n as u64))
            .collect();
        let size: Vec<f64> = counts.iter().map(|n| *n as f64).collect();
        let limits = |at: usize| -> (f64, f64) {
            match published[at] {
                Some((_, Some(beds))) => (beds, beds),
                _ => (
                    size[at] * minimum,
                    (cap * self.places[at].beds).max(size[at] * minimum),
                ),
            }
        };
        let (least, most): (Vec<f64>, Vec<f64>) = (0..size.len()).map(limits).unzip();
        let beds = whole(&within(&size, &least, &most, total)?, total as u64);
        let sigma = self.constant("size_sigma_private")?;
        for at in 0..self.places.len() {
            for number in 1..=counts[at] as usize {
                let hospital =
                    self.synthetic(at, "private", number, Level::Provincial, Owner::Private)?;
                self.places[at].hospitals.push(hospital);
            }
            self.fill(
                at,
                Owner::Private,
                Level::Provincial,
                beds[at],
                sigma,
                minimum,
            )?;
        }
        Ok(())
    }

    /// Hospitals of the provinces take what is left, in two levels.
    pub(super) fn public(&mut self) -> Result<(), DeriveError> {
        let guide = self.ground.input("hospital_guide.csv")?;
        let share = self.assumption("base.provincial_level_share")?;
        let count_share = self.constant("provincial_count_share")?;
        let minimum = self.constant("public_minimum")?;
        let others: usize = self
            .places
            .iter()
            .flat_map(|p| &p.hospitals)
            .filter(|h| h.owner != Owner::Province)
            .count();
        let total = self.ground.national("hospitals")? - others as f64;
        let mut weights = Vec::new();
        for (at, place) in self.places.iter().enumerate() {
            let line = guide.find("province", place.code);
            let line = line.ok_or_else(|| {
                DeriveError(format!("hospital_guide.csv has no `{}`", place.code))
            })?;
            let told = self.published(at, "public").is_some();
            weights.push(if told { 0.0 } else { line.number("hospitals")? });
        }
        let told: f64 = (0..weights.len())
            .filter_map(|at| self.published(at, "public"))
            .map(|(n, _)| n)
            .sum();
        let rest = whole(&weights, (total - told) as u64);
        let sigmas = [
            self.constant("size_sigma_provincial")?,
            self.constant("size_sigma_regional")?,
        ];
        let levels = [Level::Provincial, Level::Regional];
        for (at, rest) in rest.into_iter().enumerate() {
            let count = self
                .published(at, "public")
                .map_or(rest as usize, |(n, _)| n as usize);
            let known = self.published(at, "provincial");
            let mine = |h: &Hospital, level: Level| h.owner == Owner::Province && h.level == level;
            let named = levels.map(|level| {
                self.places[at]
                    .hospitals
                    .iter()
                    .filter(|h| mine(h, level))
                    .count()
            });
            let upper = known.map_or((count_share * count as f64).round() as usize, |(n, _)| {
                n as usize
            });
            let upper = upper.max(named[0] + 1);
            let lower = count.saturating_sub(upper).max(named[1] + 1);
            let main = self.has_main_general(at)?;
            for number in 1..=upper - named[0] {
                let first = number == 1 && !main;
                let group = if first { "general" } else { "provincial" };
                let number = if main { number } else { number - 1 };
                let hospital =
                    self.synthetic(at, group, number, Level::Provincial, Owner::Province)?;
                self.places[at].hospitals.push(hospital);
            }
            for number in 1..=lower - named[1] {
                let hospital =
                    self.synthetic(at, "regional", number, Level::Regional, Owner::Province)?;
                self.places[at].hospitals.push(hospital);
            }
            let taken: u64 = self.places[at]
                .hospitals
                .iter()
                .filter(|h| h.owner != Owner::Province)
                .map(|h| h.beds)
                .sum();
            let left = self.places[at].beds - taken as f64;
            let need = levels.map(|level| {
                let open = self.places[at]
                    .hospitals
                    .iter()
                    .filter(|h| mine(h, level) && h.fixed.is_none())
                    .count();
                self.fixed_beds(at, Owner::Province, level) + minimum * open as f64
            });
            if left < need[0] + need[1] {
                return Err(DeriveError(format!(
                    "`{}` has {left} beds left for its own hospitals, they need {}",
                    self.places[at].code,
                    need[0] + need[1]
                )));
            }
            let wanted = known.and_then(|(_, beds)| beds).unwrap_or(share * left);
            let first = wanted.round().clamp(need[0], left - need[1]);
            for (level, (beds, sigma)) in levels
                .into_iter()
                .zip([first, left - first].into_iter().zip(sigmas))
            {
                self.fill(at, Owner::Province, level, beds as u64, sigma, minimum)?;
            }
        }
        Ok(())
    }

    fn has_main_general(&self, at: usize) -> Result<bool, DeriveError> {
        let named = self.ground.input("hospitals_named.csv")?;
        let code = self.places[at].code;
        Ok(named
            .rows
            .iter()
            .any(|r| r.text("province") == code && r.text("main_general") == "yes"))
    }
}
