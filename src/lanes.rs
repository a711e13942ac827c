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
use native::level;
pub use native::{compute_with, instructions};
pub use whole::{cumulative_round, split_by_scores, split_whole};

use fearless_simd::dispatch;
use fearless_simd::prelude::*;
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
    #[inline(always)]
    pub const fn splat(value: f64) -> Lanes {
        Lanes([f64x8::splat(value), f64x8::splat(value)])
    }

    /// One number for each future, in lane order.
    #[inline]
    pub fn from_array(values: [f64; WIDTH]) -> Lanes {
        Lanes(wide::bytemuck::cast(values))
    }

    /// The numbers in lane order.
    #[inline]
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
        // Whether every machine the build is for has a rounding instruction.
        let rounds = cfg!(any(
            target_feature = "sse4.1",
            all(target_arch = "aarch64", target_feature = "neon")
        ));
        if rounds {
            self.halves(f64x8::floor)
        } else {
            floors(&self)
        }
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

    /// The exponential: relative error below 5e-16 between -700 and 700; arguments outside are moved
    /// to that range first, and what is not a number stays so.
    #[inline(never)]
    pub fn exp(self) -> Lanes {
        dispatch!(level(), simd => powers(simd, &self))
    }

    /// The natural logarithm: relative error below 1e-14 for positive normal numbers, and that of the
    /// standard for others.
    #[inline(never)]
    pub fn ln(self) -> Lanes {
        let normal = self.ge(f64::MIN_POSITIVE).all() && self.le(f64::MAX).all();
        if normal {
            dispatch!(level(), simd => logarithms(simd, &self))
        } else {
            self.map(libm::log)
        }
    }

    /// A power with its own exponent in each future.
    pub fn powf(self, exponent: Lanes) -> Lanes {
        self.zip(exponent, libm::pow)
    }

    /// A power with the same exponent in every future.
    pub fn powf_scalar(self, exponent: f64) -> Lanes {
        self.map(|x| libm::pow(x, exponent))
    }

    /// The exponential in half the steps: relative error below 2e-10 between -700 and 700;
    /// arguments outside are moved to that range first (and what is not a number to -700).
    #[inline(never)]
    pub fn exp_fast(self) -> Lanes {
        dispatch!(level(), simd => rough_powers(simd, &self))
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

/// A whole power of one number, by squaring: multiplications in one order, so its bits are the same on every
/// system, which the standard library's `powi` does not promise.
pub fn whole_power(number: f64, exponent: i32) -> f64 {
    let (mut square, mut left, mut power) = (number, exponent.unsigned_abs(), 1.0);
    while left > 0 {
        if left % 2 == 1 {
            power *= square;
        }
        left /= 2;
        if left > 0 {
            square *= square;
        }
    }
    match exponent < 0 {
        true => 1.0 / power,
        false => power,
    }
}

/// Kernels of one number a lane.
macro_rules! lane_by_lane {
    ($($name:ident: $kernel:path;)*) => {$(
        #[inline(always)]
        fn $name<S: Simd>(simd: S, x: &Lanes) -> Lanes {
            let mut found = Lanes::ZERO;
            for at in native::long_starts(simd) {
                native::write::<S>($kernel(simd, native::read(simd, x, at)), &mut found, at);
            }
            found
        }
    )*};
}

lane_by_lane! {
    powers: fast::exp;
    rough_powers: fast::exp_rough;
    logarithms: fast::ln;
    whole_below: native::floor;
}

/// Where in a row the largest number stands, in each future: the first place of it, and 0 in an empty
/// row.
#[inline(never)]
pub fn first_of_largest(row: &[Lanes]) -> Lanes {
    dispatch!(level(), simd => largest(simd, row))
}

#[inline(always)]
fn largest<S: Simd>(simd: S, row: &[Lanes]) -> Lanes {
    let mut places = Lanes::ZERO;
    for at in native::long_starts(simd) {
        let mut most = native::all(simd, f64::NEG_INFINITY);
        let mut place = native::all(simd, 0.0);
        for k in 0..row.len() {
            let number = native::read(simd, &row[k], at);
            let higher = number.simd_gt(most);
            most = higher.select(number, most);
            place = higher.select(native::all(simd, k as f64), place);
        }
        native::write::<S>(place, &mut places, at);
    }
    places
}

/// The sum of a row, in its order.
#[inline(never)]
pub fn total(row: &[Lanes]) -> Lanes {
    dispatch!(level(), simd => add_up(simd, row))
}

#[inline(always)]
fn add_up<S: Simd>(simd: S, row: &[Lanes]) -> Lanes {
    let mut sums = Lanes::ZERO;
    for at in native::long_starts(simd) {
        let mut sum = native::all(simd, 0.0);
        for k in 0..row.len() {
            sum += native::read(simd, &row[k], at);
        }
        native::write::<S>(sum, &mut sums, at);
    }
    sums
}

/// The sum of the products of two rows of one length, in their order.
#[inline(never)]
pub fn sum_of_products(a: &[Lanes], b: &[Lanes]) -> Lanes {
    assert_eq!(a.len(), b.len(), "one factor for each number");
    dispatch!(level(), simd => multiply_and_add(simd, a, b))
}

#[inline(always)]
fn multiply_and_add<S: Simd>(simd: S, a: &[Lanes], b: &[Lanes]) -> Lanes {
    let mut sums = Lanes::ZERO;
    for at in native::long_starts(simd) {
        let mut sum = native::all(simd, 0.0);
        for k in 0..a.len() {
            sum += native::read(simd, &a[k], at) * native::read(simd, &b[k], at);
        }
        native::write::<S>(sum, &mut sums, at);
    }
    sums
}

/// Whether every number of a row is `least` or more in every future; what is not a number is not.
#[inline(never)]
pub fn all_at_least(row: &[Lanes], least: f64) -> bool {
    dispatch!(level(), simd => none_below(simd, row, least))
}

#[inline(always)]
fn none_below<S: Simd>(simd: S, row: &[Lanes], least: f64) -> bool {
    let least = native::all(simd, least);
    let mut fine = least.simd_eq(least);
    for k in 0..row.len() {
        for at in native::long_starts(simd) {
            fine &= native::read(simd, &row[k], at).simd_ge(least);
        }
    }
    fine.all_true()
}

/// With the rounding instruction the machine may have where the build may not count on it.
#[inline(never)]
fn floors(x: &Lanes) -> Lanes {
    dispatch!(level(), simd => whole_below(simd, x))
}

impl AsMut<Lanes> for Lanes {
    #[inline(always)]
    fn as_mut(&mut self) -> &mut Lanes {
        self
    }
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
            assert_eq!(a.abs().powf(b).get(lane), libm::pow(x.abs(), y));
            assert_eq!(a.abs().powf_scalar(0.4).get(lane), libm::pow(x.abs(), 0.4));
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
    fn a_whole_power_is_the_number_so_many_times_multiplied() {
        for (exponent, by_hand) in [(0, 1.0), (1, 3.0), (2, 9.0), (5, 243.0), (-2, 1.0 / 9.0)] {
            assert_eq!(whole_power(3.0, exponent), by_hand);
        }
        assert_eq!(whole_power(10.0, 22), 1e22);
        assert_eq!(whole_power(0.0, 0), 1.0);
        for exponent in -40..40 {
            let (ours, theirs) = (whole_power(0.97, exponent), 0.97_f64.powi(exponent));
            assert!((ours / theirs - 1.0).abs() < 1e-14, "{exponent}");
        }
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
    fn the_largest_of_a_row_is_found_where_it_first_stands() {
        let rows = [ramp(), -ramp(), ramp(), Lanes::splat(0.5)];
        for lane in 0..WIDTH {
            let expected = if lane < 8 { 1.0 } else { 0.0 };
            assert_eq!(first_of_largest(&rows).get(lane), expected, "{lane}");
        }
        let tied = [Lanes::splat(-1.0); 3];
        assert_eq!(first_of_largest(&tied), Lanes::ZERO);
        assert_eq!(first_of_largest(&rows[1..]).get(15), 1.0);
        assert_eq!(first_of_largest(&[]), Lanes::ZERO);
    }

    #[test]
    fn rows_add_up_in_their_order() {
        let row = [ramp(), Lanes::splat(1e16), -ramp(), Lanes::splat(-1e16)];
        let factors = [ramp(), Lanes::splat(2.0), Lanes::splat(0.3), ramp() * 7.0];
        let sum = row.iter().fold(Lanes::ZERO, |sum, x| sum + *x);
        assert_eq!(total(&row), sum);
        let products = row.iter().zip(&factors);
        let products = products.fold(Lanes::ZERO, |sum, (a, b)| sum + *a * *b);
        assert_eq!(sum_of_products(&row, &factors), products);
        assert_eq!(total(&[]), Lanes::ZERO);
    }

    #[test]
    fn one_number_below_is_found_in_any_lane_of_any_row() {
        let fine = [Lanes::splat(2.0), Lanes::splat(0.0), Lanes::ONE];
        assert!(all_at_least(&fine, 0.0) && !all_at_least(&fine, 0.1) && all_at_least(&[], 9.0));
        for lane in 0..WIDTH {
            for (k, wrong) in [(0, -1e-300), (1, f64::NAN), (2, f64::NEG_INFINITY)] {
                let mut row = fine;
                row[k].set(lane, wrong);
                assert!(!all_at_least(&row, 0.0), "{lane}, {wrong}");
            }
        }
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
    fn exponentials_and_logarithms_keep_to_their_stated_error() {
        let (mut rough, mut fine, mut log) = (0.0_f64, 0.0_f64, 0.0_f64);
        for i in 0..40_000 {
            let x = -690.0 + 1380.0 * f64::from(i) / 40_000.0;
            let near = x / 690.0 * 3.0;
            for x in [x, near] {
                let lanes = Lanes::splat(x);
                let exact = libm::exp(x);
                rough = rough.max((lanes.exp_fast().get(7) / exact - 1.0).abs());
                fine = fine.max((lanes.exp().get(7) / exact - 1.0).abs());
                if exact != 1.0 {
                    let back = libm::log(exact);
                    log = log.max((Lanes::splat(exact).ln().get(0) / back - 1.0).abs());
                }
            }
        }
        assert!(rough < 2e-10, "{rough:e}");
        assert!(fine < 5e-16, "{fine:e}");
        assert!(log < 1e-14, "{log:e}");
    }

    #[test]
    fn exponentials_and_logarithms_know_where_they_end() {
        let one = |x: f64, f: fn(Lanes) -> Lanes| f(Lanes::splat(x)).get(3);
        for power in [Lanes::exp, Lanes::exp_fast] {
            assert_eq!(one(0.0, power), 1.0);
            assert!(one(-1e9, power) < 1e-300 && one(1e9, power) > 1e300);
            assert!(one(f64::INFINITY, power) > 1e300);
        }
        assert!(one(f64::NAN, Lanes::exp).is_nan());
        assert!(one(f64::NAN, Lanes::ln).is_nan() && one(-1.0, Lanes::ln).is_nan());
        assert_eq!(one(0.0, Lanes::ln), f64::NEG_INFINITY);
        assert_eq!(one(f64::INFINITY, Lanes::ln), f64::INFINITY);
        assert_eq!(one(1.0, Lanes::ln), 0.0);
        let smallest = one(f64::MIN_POSITIVE, Lanes::ln) / libm::log(f64::MIN_POSITIVE);
        assert!((smallest - 1.0).abs() < 1e-14);
    }

    #[test]
    fn every_machine_has_the_same_bits() {
        for i in 0..2_000 {
            let x = ramp() * f64::from(i) * 0.01 - f64::from(i % 7) * 0.3;
            let bits = |lanes: Lanes| lanes.to_array().map(f64::to_bits);
            for level in native::levels() {
                let powers = dispatch!(level, simd => powers(simd, &x));
                assert_eq!(bits(powers), bits(x.exp()), "{level:?}");
                let rough = dispatch!(level, simd => rough_powers(simd, &x));
                assert_eq!(bits(rough), bits(x.exp_fast()), "{level:?}");
                let logarithms = dispatch!(level, simd => logarithms(simd, &powers));
                assert_eq!(bits(logarithms), bits(x.exp().ln()), "{level:?}");
                let whole = dispatch!(level, simd => whole_below(simd, &x));
                assert_eq!(bits(whole), x.to_array().map(|x| x.floor().to_bits()));
            }
        }
    }
}
