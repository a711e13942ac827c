//! Retirement by five-year bands, and those whom a policy keeps at work past the age.

use crate::lanes::Lanes;
use crate::world::staff::KeptOn;

/// Retirement and ageing from the three oldest bands, by the ages in force.
#[derive(Clone, Copy, Debug)]
pub struct Retirement {
    /// Yearly chance to retire in bands 55-59, 60-64, 65-69.
    pub retire: [Lanes; 3],
    /// Yearly chance to move up from bands 55-59, 60-64, 65-69.
    pub move_up: [Lanes; 3],
}

impl Retirement {
    /// `men`: share of men; `works_on`: share who stay past the age; ages of men and women in force
    /// and their rise since last year; `exit_65`: yearly exit of those aged 65 to 69.
    ///
    /// A plain "share of the band past the age" would retire people already gone; here the occupied
    /// years of a band carry the flow.
    pub fn new(
        men: Lanes,
        works_on: Lanes,
        ages: (f64, f64),
        rises: (f64, f64),
        exit_65: Lanes,
    ) -> Self {
        let (age_men, age_women) = ages;
        let (rise_men, rise_women) = rises;
        let women = Lanes::ONE - men;
        let n55 = men * 5.0 + women * ((works_on * (60.0 - age_women)) + (age_women - 55.0));
        let n60 = men * (works_on * (65.0 - age_men) + (age_men - 60.0)) + works_on * women * 5.0;
        let n60_safe = n60.max(Lanes::splat(1e-9));
        let stops = Lanes::ONE - works_on;
        Retirement {
            retire: [
                stops * women * (1.0 - rise_women) / n55,
                (stops * men * (1.0 - rise_men) / n60_safe).min(Lanes::ONE),
                exit_65,
            ],
            move_up: [
                (men + works_on * women) / n55,
                (works_on / n60_safe).min(Lanes::ONE),
                Lanes::ZERO,
            ],
        }
    }

    /// The same rule where a policy keeps some of those who would stop. The kept stand beside those
    /// who work on by themselves, up to their last age: with `o` working on by themselves and `x`
    /// kept, those kept to 65 leave on their 65th birthday; those kept longer leave from 65-69 as
    /// others do, and all of them at their last age.
    ///
    /// With nobody kept it is the rule without a policy, bit for bit.
    pub fn keeping(
        men: Lanes,
        works_on: Lanes,
        ages: (f64, f64),
        rises: (f64, f64),
        exit_65: Lanes,
        kept: &KeptOn,
    ) -> Self {
        let more = (Lanes::ONE - works_on) * kept.share;
        let all = works_on + more;
        let mut rule = Retirement::new(men, all, ages, rises, exit_65);
        let (age_men, _) = ages;
        let women = Lanes::ONE - men;
        let n60 = men * (all * (65.0 - age_men) + (age_men - 60.0)) + all * women * 5.0;
        let n60 = n60.max(Lanes::splat(1e-9));
        let at_65 = kept.to_age.le(Lanes::splat(65.0)) & more.gt(Lanes::ZERO);
        let leave = (more / n60).min(Lanes::ONE);
        rule.retire[1] = at_65.select((rule.retire[1] + leave).min(Lanes::ONE), rule.retire[1]);
        rule.move_up[1] = at_65.select((works_on / n60).min(Lanes::ONE), rule.move_up[1]);
        let longer = kept.to_age.gt(Lanes::splat(65.0)) & more.gt(Lanes::ZERO);
        let left = past_65(exit_65, kept.to_age);
        let stay = works_on + more * (Lanes::ONE - left);
        let some = longer & stay.gt(Lanes::ZERO);
        let exit = exit_65 * all / some.select(stay, Lanes::ONE);
        rule.retire[2] = some.select(exit.min(Lanes::ONE), rule.retire[2]);
        rule
    }
}

/// Part of those who reach 65 that is still there at a later age, leaving at `exit_65` a year.
pub fn past_65(exit_65: Lanes, age: Lanes) -> Lanes {
    (Lanes::ONE - exit_65).powf((age - 65.0).max(Lanes::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGES: (f64, f64) = (62.0, 58.0);
    const STILL: (f64, f64) = (0.0, 0.0);

    fn rule(o: f64, share: f64, to_age: f64) -> Retirement {
        Retirement::keeping(
            Lanes::splat(0.6),
            Lanes::splat(o),
            AGES,
            STILL,
            Lanes::splat(0.35),
            &KeptOn {
                share: Lanes::splat(share),
                to_age: Lanes::splat(to_age),
            },
        )
    }

    #[test]
    fn keeping_nobody_is_the_rule_without_a_policy_bit_for_bit() {
        for o in [0.0, 0.13, 0.31, 0.6, 1.0] {
            let plain = Retirement::new(
                Lanes::splat(0.6),
                Lanes::splat(o),
                AGES,
                STILL,
                Lanes::splat(0.35),
            );
            for to_age in [65.0, 67.0, 70.0] {
                let kept = rule(o, 0.0, to_age);
                for k in 0..3 {
                    assert_eq!(plain.retire[k], kept.retire[k], "{o} {to_age} {k}");
                    assert_eq!(plain.move_up[k], kept.move_up[k], "{o} {to_age} {k}");
                }
            }
        }
    }

    #[test]
    fn whoever_comes_into_a_band_leaves_it_in_a_steady_country() {
        let (m, w, o) = (0.6, 0.4, 0.3);
        for (share, to_age) in [(0.5, 65.0), (0.5, 68.0), (1.0, 70.0)] {
            let x = (1.0 - o) * share;
            let r = rule(o, share, to_age);
            let of = |l: Lanes| l.get(0);
            // One person a year reaches 55.
            let n55 = 5.0 * m + w * (3.0 + (o + x) * 2.0);
            let n60 = m * (2.0 + (o + x) * 3.0) + 5.0 * (o + x) * w;
            let to_60 = n55 * of(r.move_up[0]);
            assert!((n55 * of(r.retire[0]) + to_60 - 1.0).abs() < 1e-12);
            let to_65 = n60 * of(r.move_up[1]);
            assert!((n60 * of(r.retire[1]) + to_65 - to_60).abs() < 1e-12);
            let expected = if to_age > 65.0 { o + x } else { o };
            assert!((to_65 - expected).abs() < 1e-12, "{share} {to_age}");
            // From 65 on: those kept have all left at their last age.
            let q = if to_age > 65.0 {
                0.65_f64.powf(to_age - 65.0)
            } else {
                1.0
            };
            let n65 = (o + x * (1.0 - q)) / 0.35;
            assert!((n65 * of(r.retire[2]) - to_65).abs() < 1e-12);
        }
    }
}
