//! A figure that somebody knows better takes the place of the base's, and the others make room: what
//! is published of the nation stays, and so does what the provinces add to.
//!
//! Assumption: the others share the difference in proportion to what they have, each with its range.

use super::stock::{self, Contradiction};
use super::{Base, Ranged};

/// Why a figure does not fit among the others.
#[derive(Clone, Debug, PartialEq)]
pub enum Misfit {
    /// The figures stated leave nothing to the others, or leave something and there is no other.
    NoRoom {
        /// What the figures stated add to.
        stated: f64,
        /// What all have together.
        total: f64,
    },
    /// No hospital whose beds are an estimate could take up the difference.
    NoHospital {
        /// The province.
        province: usize,
        /// Beds of its hospitals that are published one by one.
        known: f64,
        /// Beds of the province.
        beds: f64,
    },
    /// Ranges and values cannot hold together.
    Apart(Contradiction),
}

/// What takes the place of a province's figure: its place among the provinces, and the figure.
pub type Stated = (usize, Ranged);

/// Puts figures in the place of those of a row; the others share what is left in proportion. What all
/// add to stays, to the last one where all are whole. Gives what the others were multiplied by.
pub fn rake(row: &mut [Ranged], stated: &[Stated]) -> Result<f64, Misfit> {
    let own = |p: usize| stated.iter().find(|(at, _)| *at == p);
    let total: f64 = row.iter().map(|r| r.central).sum();
    let said: f64 = stated.iter().map(|(_, r)| r.central).sum();
    let others: Vec<usize> = (0..row.len()).filter(|p| own(*p).is_none()).collect();
    let before: f64 = others.iter().map(|p| row[*p].central).sum();
    let left = total - said;
    let misfit = Misfit::NoRoom {
        stated: said,
        total,
    };
    if left < 0.0 || (left > 0.0) != (before > 0.0) {
        return Err(misfit);
    }
    for (p, figure) in stated {
        row[*p] = *figure;
    }
    if left == before {
        return Ok(1.0);
    }
    let factor = left / before;
    let wanted: Vec<f64> = others.iter().map(|p| row[*p].central * factor).collect();
    let whole = left.fract() == 0.0 && others.iter().all(|p| row[*p].central.fract() == 0.0);
    let shares = match whole {
        true => to_whole(&wanted, left),
        false => wanted,
    };
    if shares.iter().any(|share| *share <= 0.0) {
        return Err(misfit);
    }
    for (p, share) in others.into_iter().zip(shares) {
        let by = share / row[p].central;
        row[p] = Ranged {
            central: share,
            ..row[p].times(by)
        };
    }
    Ok(factor)
}

/// Whole numbers near these that add to a whole sum: those with the largest remainders are rounded up, the
/// earlier of equals first.
fn to_whole(wanted: &[f64], sum: f64) -> Vec<f64> {
    let mut whole: Vec<f64> = wanted.iter().map(|w| w.floor()).collect();
    let missing = (sum - whole.iter().sum::<f64>()).round() as usize;
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| {
        let rest = |at: usize| wanted[at] - whole[at];
        rest(*b).total_cmp(&rest(*a)).then(a.cmp(b))
    });
    for at in order.into_iter().take(missing) {
        whole[at] += 1.0;
    }
    whole
}

impl Base {
    /// Puts figures of beds in the place of the provinces' own; hospitals whose beds are an estimate follow
    /// their province. Gives what the other provinces were multiplied by.
    pub fn state_beds(&mut self, stated: &[Stated]) -> Result<f64, Misfit> {
        let mut row: Vec<Ranged> = self.provinces.iter().map(|p| p.beds).collect();
        let factor = rake(&mut row, stated)?;
        for (p, beds) in row.into_iter().enumerate() {
            let before = std::mem::replace(&mut self.provinces[p].beds, beds);
            if before.central != beds.central {
                self.scale_hospitals(p, before.central)?;
            }
        }
        Ok(factor)
    }

    /// Checks that beds of provinces and hospitals can hold together.
    pub fn beds_hold(&self) -> Result<(), Misfit> {
        self.stock_of_beds().map(drop).map_err(Misfit::Apart)
    }

    /// Puts figures of staff in the place of the provinces' own. Gives what the others were multiplied by.
    ///
    /// Every province has a figure of the occupation at `at`.
    pub fn state_staff(&mut self, at: usize, stated: &[Stated]) -> Result<f64, Misfit> {
        let figures = self.provinces.iter().filter_map(|p| p.staff[at]);
        let mut row: Vec<Ranged> = figures.collect();
        let factor = rake(&mut row, stated)?;
        for (province, figure) in self.provinces.iter_mut().zip(row) {
            province.staff[at] = Some(figure);
        }
        let nation = self.occupations[at].national();
        let held = nation.map(|nation| stock::of_staff(nation, &self.provinces, at));
        held.transpose().map_err(Misfit::Apart)?;
        Ok(factor)
    }

    /// Puts a count in the place of a hospital's beds; the other hospitals of its province whose beds are
    /// an estimate share the difference. Gives what these were multiplied by.
    pub fn state_hospital(&mut self, at: usize, beds: f64) -> Result<f64, Misfit> {
        let p = self.facilities[at].province;
        let before = self.provinces[p].beds.central;
        let hospital = &mut self.facilities[at];
        let was = std::mem::replace(&mut hospital.beds, beds);
        hospital.beds_known = true;
        // As if the province had changed by what the hospital did.
        self.scale_hospitals(p, before - was + beds)
    }

    /// Hospitals of a province whose beds are an estimate take up what those that are known leave of its
    /// beds, which were `before`.
    fn scale_hospitals(&mut self, p: usize, before: f64) -> Result<f64, Misfit> {
        let beds = self.provinces[p].beds.central;
        let own = self.facilities.iter();
        let own = own.filter(|f| f.province == p && f.beds > 0.0);
        let (mut known, mut estimated) = (0.0, 0.0);
        for facility in own {
            match facility.beds_known {
                true => known += facility.beds,
                false => estimated += facility.beds,
            }
        }
        let (was, left) = (before - known, beds - known);
        if was == left {
            return Ok(1.0);
        }
        if estimated <= 0.0 || was <= 0.0 || left <= 0.0 {
            return Err(Misfit::NoHospital {
                province: p,
                known,
                beds,
            });
        }
        let factor = left / was;
        let others = self.facilities.iter_mut();
        for facility in others.filter(|f| f.province == p && !f.beds_known) {
            facility.beds *= factor;
        }
        Ok(factor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Vec<Ranged> {
        [
            (100.0, 90.0, 110.0),
            (250.0, 200.0, 300.0),
            (51.0, 40.0, 62.0),
        ]
        .map(|(central, low, high)| Ranged { central, low, high })
        .to_vec()
    }

    #[test]
    fn a_figure_equal_to_the_raked_one_moves_nothing() {
        for p in 0..3 {
            let mut raked = row();
            let own = raked[p];
            assert_eq!(rake(&mut raked, &[(p, own)]), Ok(1.0));
            assert_eq!(raked, row());
        }
    }

    #[test]
    fn the_others_share_the_difference_and_the_sum_stays() {
        let mut raked = row();
        let factor = rake(&mut raked, &[(0, Ranged::single(60.0))]).unwrap();
        assert_eq!(raked[0], Ranged::single(60.0));
        assert_eq!(raked.iter().map(|r| r.central).sum::<f64>(), 401.0);
        assert!((factor - 341.0 / 301.0).abs() < 1e-12);
        assert_eq!(raked[1].central, 283.0);
        assert_eq!(raked[2].central, 58.0);
        // Ranges keep their shape.
        assert!((raked[1].low / raked[1].central - 0.8).abs() < 1e-12);
        assert!((raked[1].high / raked[1].central - 1.2).abs() < 1e-12);
    }

    #[test]
    fn figures_that_leave_nothing_to_the_others_do_not_fit() {
        let mut raked = row();
        let most = Ranged::single(401.0);
        assert!(matches!(
            rake(&mut raked, &[(0, most)]),
            Err(Misfit::NoRoom {
                stated: 401.0,
                total: 401.0
            })
        ));
        let all: Vec<Stated> = (0..3).map(|p| (p, Ranged::single(100.0))).collect();
        assert!(rake(&mut row(), &all).is_err());
    }

    #[test]
    fn hospitals_follow_their_province_and_those_that_are_known_stand() {
        let mut base = (*Base::builtin()).clone();
        let p = base.province("hung-yen").unwrap();
        let before = base.clone();
        let beds = before.provinces[p].beds;
        base.state_beds(&[(p, beds.times(1.1))]).unwrap();
        let sum = |b: &Base, known: bool| -> f64 {
            let own = b.facilities.iter();
            let own = own.filter(|f| f.province == p && f.beds_known == known);
            own.map(|f| f.beds).sum()
        };
        assert_eq!(sum(&base, true), sum(&before, true));
        let (was, now) = (sum(&before, false), sum(&base, false));
        let more = beds.central * 0.1;
        assert!((now - was - more).abs() < 0.06 * more, "{was} to {now}");
        let all = |b: &Base| b.provinces.iter().map(|p| p.beds.central).sum::<f64>();
        assert!((all(&base) - all(&before)).abs() < 1e-6);
    }

    #[test]
    fn a_hospital_that_is_counted_leaves_its_province_as_it_is() {
        let mut base = (*Base::builtin()).clone();
        let at = base.facility("thai-binh-general").unwrap();
        let p = base.facilities[at].province;
        let sum = |b: &Base| -> f64 {
            let own = b.facilities.iter().filter(|f| f.province == p);
            own.map(|f| f.beds).sum()
        };
        let (before, beds) = (sum(&base), base.provinces[p].beds);
        let factor = base.state_hospital(at, 900.0).unwrap();
        assert!(factor < 1.0);
        assert_eq!(base.facilities[at].beds, 900.0);
        assert!(base.facilities[at].beds_known);
        assert_eq!(base.provinces[p].beds, beds);
        assert!((sum(&base) / before - 1.0).abs() < 0.01);
        base.beds_hold().unwrap();
    }
}
