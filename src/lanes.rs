//! Sixteen futures stand side by side: what differs between them is one `Lanes`, with the
//! arithmetic of one number.
//!
//! Everything is `f64`; counts are whole numbers held in it. Every operation is one that IEEE 754
//! rounds in one way only, or a fixed sequence of them, so a lane has the same bits in every build,
//! and never looks at its neighbours: nothing here adds or compares across lanes.

pub(crate) mod fast;
mod mask;
pub(crate) mod native;
mod whole;

pub use mask::Mask;
pub use native::instructions;
pub use whole::{Running, cumulative_round, split_whole};

use fearless_simd::{Level, Simd, dispatch};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};
use wide::f64x8;

/// How many futures stand side by side.
pub const WIDTH: usize = 16;

/// One number in each of sixteen futures.
#[derive(Clone, Copy, Default)]
pub struct Lanes([f64x8; 2]);

impl Lanes {
    /// Zero in every future.
    pub const ZERO: Lanes = Lanes::splat(0.0);
    /// One in every future.
    pub const ONE: Lanes = Lanes::splat(1.0);

    /// The same number in every future.
    pub const fn splat(value: f64) -> Lanes {
        Lanes([f64x8::splat(value), f64x8::splat(value)])
    }

    /// One number for each future, in lane order.
    pub fn from_array(values: [f64; WIDTH]) -> Lanes {
        Lanes(wide::bytemuck::cast(values))
    }

    /// The numbers in lane order.
    pub fn to_array(self) -> [f64; WIDTH] {
        wide::bytemuck::cast(self.0)
    }

    /// The numbers where they lie, in lane order.
    #[inline(always)]
    pub(crate) fn as_array(&self) -> &[f64; WIDTH] {
        wide::bytemuck::cast_ref(&self.0)
    }

    /// The numbers where they lie, to be changed.
    #[inline(always)]
    pub(crate) fn as_mut_array(&mut self) -> &mut [f64; WIDTH] {
        wide::bytemuck::cast_mut(&mut self.0)
    }

    /// The number in one future.
    #[inline]
    pub fn get(&self, lane: usize) -> f64 {
        self.0[lane / 8].as_array()[lane % 8]
    }

    /// Puts a number into one future.
    #[inline]
    pub fn set(&mut self, lane: usize, value: f64) {
        self.0[lane / 8].as_mut_array()[lane % 8] = value;
    }

    /// This part over its whole; zero where the whole is not above zero.
    #[inline]
    pub fn part_of(self, whole: Lanes) -> Lanes {
        let some = whole.gt(Lanes::ZERO);
        some.select(self / some.select(whole, Lanes::ONE), Lanes::ZERO)
    }

    /// The smaller of two; the first if they are equal or if either is not a number.
    #[inline]
    pub fn min(self, other: impl Into<Lanes>) -> Lanes {
        let other = other.into();
        Lanes([
            fast::min(other.0[0], self.0[0]),
            fast::min(other.0[1], self.0[1]),
        ])
    }

    /// The larger of two; the first if they are equal or if either is not a number.
    #[inline]
    pub fn max(self, other: impl Into<Lanes>) -> Lanes {
        let other = other.into();
        Lanes([
            fast::max(other.0[0], self.0[0]),
            fast::max(other.0[1], self.0[1]),
        ])
    }

    /// Moved into `low..=high`; what is not a number becomes `low`.
    #[inline]
    pub fn clamp(self, low: f64, high: f64) -> Lanes {
        let (low, high) = (f64x8::splat(low), f64x8::splat(high));
        self.halves(|half| fast::min(high, fast::max(half, low)))
    }

    /// The largest whole number not above.
    #[inline]
    pub fn floor(self) -> Lanes {
        self.halves(fast::floor)
    }

    /// The nearest whole number, halves upwards: `(x + 0.5).floor()`.
    #[inline]
    pub fn round_half_up(self) -> Lanes {
        (self + 0.5).floor()
    }

    /// The distance from zero.
    #[inline]
    pub fn abs(self) -> Lanes {
        self.halves(f64x8::abs)
    }

    /// The square root.
    #[inline]
    pub fn sqrt(self) -> Lanes {
        self.halves(f64x8::sqrt)
    }

    /// The exponential, to the last digit or so, one lane at a time.
    pub fn exp(self) -> Lanes {
        self.map(libm::exp)
    }

    /// The natural logarithm, to the last digit or so, one lane at a time.
    pub fn ln(self) -> Lanes {
        self.map(libm::log)
    }

    /// A power with its own exponent in each future.
    pub fn powf(self, exponent: Lanes) -> Lanes {
        self.zip(exponent, libm::pow)
    }

    /// A power with the same exponent in every future.
    pub fn powf_scalar(self, exponent: f64) -> Lanes {
        self.map(|x| libm::pow(x, exponent))
    }

    /// The exponential, all lanes at once: relative error below 2e-10 between -700 and 700;
    /// arguments outside are moved to that range first (and what is not a number to -700).
    #[inline(never)]
    pub fn exp_fast(self) -> Lanes {
        dispatch!(Level::new(), simd => exp_rough(simd, &self))
    }

    /// The natural logarithm as kernels compute it: relative error below 1e-14 for positive normal
    /// numbers; other arguments give a meaningless number.
    #[cfg(test)]
    pub(crate) fn ln_fast(self) -> Lanes {
        dispatch!(Level::new(), simd => tests::ln(simd, &self))
    }

    /// What a function of one number gives in each future.
    #[inline]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Lanes {
        Lanes::from_array(self.to_array().map(f))
    }

    /// What a function of two numbers gives in each future.
    #[inline]
    pub fn zip(self, other: Lanes, f: impl Fn(f64, f64) -> f64) -> Lanes {
        let (a, b) = (self.to_array(), other.to_array());
        Lanes::from_array(std::array::from_fn(|lane| f(a[lane], b[lane])))
    }

    /// Where this is greater.
    #[inline]
    pub fn gt(self, other: impl Into<Lanes>) -> Mask {
        let other = other.into();
        Mask([self.0[0].simd_gt(other.0[0]), self.0[1].simd_gt(other.0[1])])
    }

    /// Where this is greater or equal.
    #[inline]
    pub fn ge(self, other: impl Into<Lanes>) -> Mask {
        let other = other.into();
        Mask([self.0[0].simd_ge(other.0[0]), self.0[1].simd_ge(other.0[1])])
    }

    /// Where this is less.
    #[inline]
    pub fn lt(self, other: impl Into<Lanes>) -> Mask {
        let other = other.into();
        Mask([self.0[0].simd_lt(other.0[0]), self.0[1].simd_lt(other.0[1])])
    }

    /// Where this is less or equal.
    #[inline]
    pub fn le(self, other: impl Into<Lanes>) -> Mask {
        let other = other.into();
        Mask([self.0[0].simd_le(other.0[0]), self.0[1].simd_le(other.0[1])])
    }

    /// Where both are equal.
    #[inline]
    pub fn eq_to(self, other: impl Into<Lanes>) -> Mask {
        let other = other.into();
        Mask([self.0[0].simd_eq(other.0[0]), self.0[1].simd_eq(other.0[1])])
    }

    #[inline]
    fn halves(self, f: impl Fn(f64x8) -> f64x8) -> Lanes {
        let [first, second] = self.0;
        Lanes([f(first), f(second)])
    }
}

#[inline(always)]
fn exp_rough<S: Simd>(simd: S, x: &Lanes) -> Lanes {
    let mut powers = Lanes::ZERO;
    for at in native::long_starts(simd) {
        let power = fast::exp_rough(simd, native::read(simd, x, at));
        native::write::<S>(power, &mut powers, at);
    }
    powers
}

impl From<f64> for Lanes {
    #[inline]
    fn from(value: f64) -> Lanes {
        Lanes::splat(value)
    }
}

impl PartialEq for Lanes {
    fn eq(&self, other: &Lanes) -> bool {
        self.to_array() == other.to_array()
    }
}

impl fmt::Debug for Lanes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Lanes").field(&self.to_array()).finish()
    }
}

macro_rules! arithmetic {
    ($($Op:ident $op:ident $OpAssign:ident $op_assign:ident;)*) => {$(
        impl $Op for Lanes {
            type Output = Lanes;
            #[inline]
            fn $op(self, other: Lanes) -> Lanes {
                Lanes([self.0[0].$op(other.0[0]), self.0[1].$op(other.0[1])])
            }
        }

        impl $Op<f64> for Lanes {
            type Output = Lanes;
            #[inline]
            fn $op(self, other: f64) -> Lanes {
                self.$op(Lanes::splat(other))
            }
        }

        impl $Op<Lanes> for f64 {
            type Output = Lanes;
            #[inline]
            fn $op(self, other: Lanes) -> Lanes {
                Lanes::splat(self).$op(other)
            }
        }

        impl $OpAssign for Lanes {
            #[inline]
            fn $op_assign(&mut self, other: Lanes) {
                *self = self.$op(other);
            }
        }

        impl $OpAssign<f64> for Lanes {
            #[inline]
            fn $op_assign(&mut self, other: f64) {
                *self = self.$op(other);
            }
        }
    )*};
}

arithmetic! {
    Add add AddAssign add_assign;
    Sub sub SubAssign sub_assign;
    Mul mul MulAssign mul_assign;
    Div div DivAssign div_assign;
}

impl Neg for Lanes {
    type Output = Lanes;
    #[inline]
    fn neg(self) -> Lanes {
        self.halves(|half| -half)
    }
}

impl Sum for Lanes {
    fn sum<I: Iterator<Item = Lanes>>(items: I) -> Lanes {
        items.fold(Lanes::ZERO, |sum, item| sum + item)
    }
}

impl<'a> Sum<&'a Lanes> for Lanes {
    fn sum<I: Iterator<Item = &'a Lanes>>(items: I) -> Lanes {
        items.copied().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[inline(always)]
    pub(super) fn ln<S: Simd>(simd: S, x: &Lanes) -> Lanes {
        let mut logs = Lanes::ZERO;
        for at in native::long_starts(simd) {
            native::write::<S>(fast::ln(simd, native::read(simd, x, at)), &mut logs, at);
        }
        logs
    }

    fn ramp() -> Lanes {
        Lanes::from_array(std::array::from_fn(|lane| lane as f64 - 7.5))
    }

    #[test]
    fn a_lane_computes_as_a_single_number_would() {
        let (a, b) = (ramp(), Lanes::splat(3.0) - ramp() * 0.25);
        for lane in 0..WIDTH {
            let (x, y) = (a.get(lane), b.get(lane));
            assert_eq!((a + b).get(lane), x + y);
            assert_eq!((a - b).get(lane), x - y);
            assert_eq!((a * b).get(lane), x * y);
            assert_eq!((a / b).get(lane), x / y);
            assert_eq!((2.0 / b).get(lane), 2.0 / y);
            assert_eq!((-a).get(lane), -x);
            assert_eq!(a.abs().sqrt().get(lane), x.abs().sqrt());
            assert_eq!(a.min(b).get(lane), x.min(y));
            assert_eq!(a.max(b).get(lane), x.max(y));
            assert_eq!(a.clamp(-2.0, 3.0).get(lane), x.clamp(-2.0, 3.0));
            assert_eq!(a.exp().get(lane), libm::exp(x));
            assert_eq!(a.abs().powf(b).get(lane), libm::pow(x.abs(), y));
            assert_eq!(a.abs().powf_scalar(0.4).get(lane), libm::pow(x.abs(), 0.4));
            assert_eq!(a.abs().ln().get(lane), libm::log(x.abs()));
            assert_eq!(a.gt(b).get(lane), x > y);
            assert_eq!(a.ge(b).get(lane), x >= y);
            assert_eq!(a.lt(b).get(lane), x < y);
            assert_eq!(a.le(0.5).get(lane), x <= 0.5);
            assert_eq!(a.eq_to(-0.5).get(lane), x == -0.5);
        }
        let mut c = a;
        c += b;
        c *= 2.0;
        c -= a;
        c /= b;
        assert_eq!(c, ((a + b) * 2.0 - a) / b);
        assert_eq!([a, b, c].iter().sum::<Lanes>(), a + b + c);
        c.set(11, 4.0);
        assert_eq!(c.get(11), 4.0);
        assert_eq!(Lanes::from_array(a.to_array()), a);
    }

    #[test]
    fn the_floor_has_the_bits_of_the_standard_floor() {
        for x in [
            0.0,
            -0.0,
            0.3,
            -0.3,
            0.5,
            1.5,
            -1.5,
            2.0,
            -2.0,
            4503599627370495.5,
            -4503599627370495.5,
            9007199254740993.0,
            -1e300,
            1e-300,
            f64::INFINITY,
            f64::NEG_INFINITY,
        ] {
            for lane in [0, 5, 15] {
                let got = Lanes::splat(x).floor().get(lane);
                assert_eq!(got.to_bits(), x.floor().to_bits(), "{x}");
            }
        }
        assert!(Lanes::splat(f64::NAN).floor().get(3).is_nan());
        assert_eq!(Lanes::splat(2.5).round_half_up(), Lanes::splat(3.0));
        assert_eq!(Lanes::splat(-2.5).round_half_up(), Lanes::splat(-2.0));
    }

    #[test]
    fn what_is_no_number_has_a_defined_place() {
        let nan = Lanes::splat(f64::NAN);
        assert_eq!(Lanes::ONE.min(nan), Lanes::ONE);
        assert_eq!(Lanes::ONE.max(nan), Lanes::ONE);
        assert!(nan.min(Lanes::ONE).get(0).is_nan());
        assert_eq!(nan.clamp(2.0, 3.0), Lanes::splat(2.0));
        let negative_zero = Lanes::splat(-0.0);
        assert!(negative_zero.max(0.0).get(0).is_sign_negative());
    }

    #[test]
    fn fast_functions_keep_to_their_stated_error() {
        let (mut rough, mut log) = (0.0_f64, 0.0_f64);
        for i in 0..40_000 {
            let x = -690.0 + 1380.0 * f64::from(i) / 40_000.0;
            let near = x / 690.0 * 3.0;
            for x in [x, near] {
                let lanes = Lanes::splat(x);
                let exact = libm::exp(x);
                rough = rough.max((lanes.exp_fast().get(7) / exact - 1.0).abs());
                if exact != 1.0 {
                    let back = libm::log(exact);
                    log = log.max((Lanes::splat(exact).ln_fast().get(0) / back - 1.0).abs());
                }
            }
        }
        assert!(rough < 2e-10, "{rough:e}");
        assert!(log < 1e-14, "{log:e}");
        assert_eq!(Lanes::ZERO.exp_fast(), Lanes::ONE);
        assert!(Lanes::splat(-1e9).exp_fast().get(0) < 1e-300);
    }
}
