//! What happens in some futures only: a yes or no for each, and the choice between two numbers.

use super::{Lanes, WIDTH};
use std::fmt;
use std::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Not};
use wide::f64x8;

/// Yes or no in each of sixteen futures.
#[derive(Clone, Copy)]
pub struct Mask(pub(super) [f64x8; 2]);

impl Mask {
    /// No in every future.
    pub const NONE: Mask = Mask([f64x8::splat(0.0); 2]);
    /// Yes in every future.
    pub const ALL: Mask = Mask([f64x8::splat(f64::from_bits(u64::MAX)); 2]);

    /// One answer for each future, in lane order.
    #[inline]
    pub fn from_array(answers: [bool; WIDTH]) -> Mask {
        Lanes::from_array(answers.map(|yes| if yes { 1.0 } else { 0.0 })).gt(0.0)
    }

    /// Whether some future says yes.
    #[inline]
    pub fn any(self) -> bool {
        (self.0[0] | self.0[1]).any()
    }

    /// Whether every future says yes.
    #[inline]
    pub fn all(self) -> bool {
        (self.0[0] & self.0[1]).all()
    }

    /// How many futures say yes.
    #[inline]
    pub fn count(self) -> usize {
        self.bits().count_ones() as usize
    }

    /// What one future says.
    #[inline]
    pub fn get(self, lane: usize) -> bool {
        assert!(lane < WIDTH, "a lane is below {WIDTH}, got {lane}");
        self.bits() >> lane & 1 == 1
    }

    /// `yes` where the answer is yes, `no` elsewhere.
    #[inline]
    pub fn select(self, yes: impl Into<Lanes>, no: impl Into<Lanes>) -> Lanes {
        let (yes, no) = (yes.into(), no.into());
        Lanes([
            self.0[0].select(yes.0[0], no.0[0]),
            self.0[1].select(yes.0[1], no.0[1]),
        ])
    }

    /// One where the answer is yes, zero elsewhere.
    #[inline]
    pub fn as_lanes(self) -> Lanes {
        let one = f64x8::splat(1.0);
        Lanes([self.0[0] & one, self.0[1] & one])
    }

    fn bits(self) -> u32 {
        self.0[0].to_bitmask() | self.0[1].to_bitmask() << 8
    }
}

impl BitAnd for Mask {
    type Output = Mask;
    #[inline]
    fn bitand(self, other: Mask) -> Mask {
        Mask([self.0[0] & other.0[0], self.0[1] & other.0[1]])
    }
}

impl BitOr for Mask {
    type Output = Mask;
    #[inline]
    fn bitor(self, other: Mask) -> Mask {
        Mask([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }
}

impl BitAndAssign for Mask {
    #[inline]
    fn bitand_assign(&mut self, other: Mask) {
        *self = *self & other;
    }
}

impl BitOrAssign for Mask {
    #[inline]
    fn bitor_assign(&mut self, other: Mask) {
        *self = *self | other;
    }
}

impl Not for Mask {
    type Output = Mask;
    #[inline]
    fn not(self) -> Mask {
        Mask([!self.0[0], !self.0[1]])
    }
}

impl Default for Mask {
    fn default() -> Mask {
        Mask::NONE
    }
}

impl PartialEq for Mask {
    fn eq(&self, other: &Mask) -> bool {
        self.bits() == other.bits()
    }
}

impl Eq for Mask {}

impl fmt::Debug for Mask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mask({:016b})", self.bits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ramp() -> Lanes {
        Lanes::from_array(std::array::from_fn(|lane| lane as f64 - 7.5))
    }

    #[test]
    fn masks_answer_lane_by_lane() {
        let answers: [bool; WIDTH] = std::array::from_fn(|lane| lane % 3 == 0);
        let mask = Mask::from_array(answers);
        assert_eq!(mask.count(), 6);
        assert!(mask.any() && !mask.all());
        assert!(Mask::ALL.all() && !Mask::NONE.any());
        assert_eq!(mask & !mask, Mask::NONE);
        assert_eq!(mask | !mask, Mask::ALL);
        let chosen = mask.select(ramp(), 100.0);
        for (lane, yes) in answers.into_iter().enumerate() {
            assert_eq!(mask.get(lane), yes);
            assert_eq!(mask.as_lanes().get(lane), if yes { 1.0 } else { 0.0 });
            assert_eq!(chosen.get(lane), if yes { ramp().get(lane) } else { 100.0 });
        }
    }
}
