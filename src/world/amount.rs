//! Money and prices as they are reckoned with: a count at a price is money, money at a price buys a
//! count, a share of money is money. No other product is one.

use crate::lanes::Lanes;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// Money, in billion at constant prices of the base year; below zero where it is taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Billion(pub Lanes);

/// What one bed, place, station or year of work costs.
#[derive(Clone, Copy, Debug)]
pub struct Price(Lanes);

impl Billion {
    /// None.
    pub const NONE: Billion = Billion(Lanes::ZERO);

    /// The smaller of two.
    #[inline]
    pub fn min(self, other: Billion) -> Billion {
        Billion(self.0.min(other.0))
    }

    /// At least nothing.
    #[inline]
    pub fn or_none(self) -> Billion {
        Billion(self.0.max(Lanes::ZERO))
    }

    /// This part over its whole; zero where the whole is not above zero.
    #[inline]
    pub fn part_of(self, whole: Billion) -> Lanes {
        self.0.part_of(whole.0)
    }
}

impl Price {
    /// As it stands in the book, in billion.
    #[inline]
    pub fn billion(each: Lanes) -> Price {
        Price(each)
    }

    /// Pay, and the year of a bed or a student, stand there in million.
    #[inline]
    pub fn million(each: Lanes) -> Price {
        Price(each * (1.0 / 1000.0))
    }

    /// So many times as dear.
    #[inline]
    pub fn times(self, dearer: impl Into<Lanes>) -> Price {
        Price(self.0 * dearer.into())
    }
}

macro_rules! operators {
    ($($Left:ty, $Op:ident $op:ident $Right:ty => $Output:ident, |$a:ident, $b:ident| $value:expr;)*) => {$(
        impl $Op<$Right> for $Left {
            type Output = $Output;
            #[inline]
            fn $op(self, other: $Right) -> $Output {
                let ($a, $b) = (self, other);
                $Output($value)
            }
        }
    )*};
}

operators! {
    Billion, Add add Billion => Billion, |a, b| a.0 + b.0;
    Billion, Sub sub Billion => Billion, |a, b| a.0 - b.0;
    Billion, Mul mul Lanes => Billion, |money, share| money.0 * share;
    Billion, Mul mul f64 => Billion, |money, share| money.0 * share;
    Billion, Div div f64 => Billion, |money, parts| money.0 / parts;
    Lanes, Mul mul Price => Billion, |count, price| count * price.0;
}

impl Div<Price> for Billion {
    type Output = Lanes;
    #[inline]
    fn div(self, price: Price) -> Lanes {
        self.0 / price.0
    }
}

impl Neg for Billion {
    type Output = Billion;
    #[inline]
    fn neg(self) -> Billion {
        Billion(-self.0)
    }
}

impl AddAssign for Billion {
    #[inline]
    fn add_assign(&mut self, other: Billion) {
        self.0 += other.0;
    }
}

impl SubAssign for Billion {
    #[inline]
    fn sub_assign(&mut self, other: Billion) {
        self.0 -= other.0;
    }
}

impl Sum for Billion {
    fn sum<I: Iterator<Item = Billion>>(all: I) -> Billion {
        all.fold(Billion::NONE, Add::add)
    }
}
