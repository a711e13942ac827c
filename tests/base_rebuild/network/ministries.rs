//! Ministries keep hospitals in the provinces: those of the Ministry of Health and its universities,
//! and those of other ministries.

use super::super::derive::DeriveError;
use super::super::derive::sheet::{Line, whole, within};
use super::Hospital;
use super::Maker;
use carecast::internals::base::{Level, Owner};

impl Maker<'_> {
    /// Practice hospitals of the universities the Ministry owns: one for each, then a second from
    /// the first on, until the published count is reached.
    pub(super) fn university_hospitals(
        &mut self,
        place_of: &dyn Fn(&str) -> Result<usize, DeriveError>,
    ) -> Result<(), DeriveError> {
        let schools = self.ground.input("schools.csv")?;
        let owned: Vec<&Line> = schools
            .rows
            .iter()
            .filter(|s| s.text("owner") == "Ministry")
            .collect();
        if owned.is_empty() {
            return Ok(());
        }
        let mut number = vec![0; self.places.len()];
        for n in 0..self.constant("university_hospitals")? as usize {
            let school = owned[n % owned.len()];
            let at = place_of(school.text("province"))?;
            number[at] += 1;
            let mut hospital = self.synthetic(
                at,
                "university",
                number[at],
                Level::Central,
                Owner::Ministry,
            )?;
            hospital.weight = self.constant("weight_specialised")?;
            hospital.note = format!(
                "practice hospital of {}; the count is published, not its beds",
                school.text("name_en")
            );
            self.places[at].hospitals.push(hospital);
        }
        Ok(())
    }

    /// Beds of the Ministry over its host provinces: published ones stay, the others take the rest by
    /// weight, and no province gives more than its cap.
    pub(super) fn ministry(&mut self) -> Result<(), DeriveError> {
        let total = (self.assumption("base.central_bed_share")? * self.all_beds()).round();
        let cap = self.assumption("base.central_cap")?;
        let mine = |h: &&Hospital| h.owner == Owner::Ministry;
        let known: Vec<f64> = self
            .places
            .iter()
            .map(|p| {
                p.hospitals
                    .iter()
                    .filter(mine)
                    .filter_map(|h| h.fixed)
                    .sum()
            })
            .collect();
        let weights: Vec<f64> = self
            .places
            .iter()
            .map(|p| {
                p.hospitals
                    .iter()
                    .filter(mine)
                    .filter(|h| h.fixed.is_none())
                    .map(|h| h.weight)
                    .sum()
            })
            .collect();
        let least = vec![0.0; self.places.len()];
        let most: Vec<f64> = self
            .places
            .iter()
            .zip(&known)
            .map(|(p, k)| (cap * p.beds - k).max(0.0))
            .collect();
        let rest = total - known.iter().sum::<f64>();
        let shares = within(&weights, &least, &most, rest)?;
        for (place, share) in self.places.iter_mut().zip(whole(&shares, rest as u64)) {
            let group: Vec<usize> = (0..place.hospitals.len())
                .filter(|i| place.hospitals[*i].owner == Owner::Ministry)
                .collect();
            let open: Vec<usize> = group
                .iter()
                .copied()
                .filter(|i| place.hospitals[*i].fixed.is_none())
                .collect();
            let weights: Vec<f64> = open.iter().map(|i| place.hospitals[*i].weight).collect();
            for (i, beds) in open.iter().zip(whole(&weights, share)) {
                place.hospitals[*i].beds = beds;
            }
            for i in group {
                if let Some(beds) = place.hospitals[i].fixed {
                    place.hospitals[i].beds = beds as u64;
                }
            }
        }
        Ok(())
    }

    /// Hospitals of other ministries: as many as published, else one for each province; beds by
    /// people, a province that has its share in a known hospital gets the least for the others.
    pub(super) fn other_ministries(&mut self) -> Result<(), DeriveError> {
        let total = (self.assumption("base.other_ministry_bed_share")? * self.all_beds()).round();
        let minimum = self.constant("other_ministry_minimum")?;
        let people: f64 = self.places.iter().map(|p| p.people).sum();
        let (mut weights, mut least, mut known_all) = (Vec::new(), Vec::new(), 0.0);
        for at in 0..self.places.len() {
            let count = |owner: Owner| {
                self.places[at]
                    .hospitals
                    .iter()
                    .filter(|h| h.owner == owner)
                    .count()
            };
            let named = count(Owner::OtherMinistry);
            let wanted = match self.published(at, "ministries") {
                Some((n, _)) => (n as usize).saturating_sub(count(Owner::Ministry)),
                None => 1,
            };
            for number in 1..=wanted.saturating_sub(named) {
                let hospital =
                    self.synthetic(at, "sector", number, Level::Central, Owner::OtherMinistry)?;
                self.places[at].hospitals.push(hospital);
            }
            let mine = self.places[at]
                .hospitals
                .iter()
                .filter(|h| h.owner == Owner::OtherMinistry);
            let known: f64 = mine.clone().filter_map(|h| h.fixed).sum();
            let open = mine.filter(|h| h.fixed.is_none()).count();
            let share = (self.places[at].people / people * total - known).max(0.0);
            weights.push(if open > 0 { share } else { 0.0 });
            least.push(minimum * open as f64);
            known_all += known;
        }
        let most = vec![f64::MAX; weights.len()];
        let shares = within(&weights, &least, &most, total - known_all)?;
        let sigma = self.constant("size_sigma_other_ministry")?;
        for (at, open) in whole(&shares, (total - known_all) as u64)
            .into_iter()
            .enumerate()
        {
            let known: f64 = self.fixed_beds(at, Owner::OtherMinistry, Level::Central);
            self.fill(
                at,
                Owner::OtherMinistry,
                Level::Central,
                open + known as u64,
                sigma,
                minimum,
            )?;
        }
        Ok(())
    }
}
