//! One number for each province, with the arithmetic of one number; nothing over nothing is zero.
//! Rows are added up, wait in queues, and are dealt out.

use std::ops::{Add, AddAssign, Div, DivAssign, Index, IndexMut, Mul, MulAssign, Sub, SubAssign};

/// One number for each province; what lies past the last of them stays zero wherever it is summed.
#[derive(Clone, Copy, Debug)]
pub struct Row(pub [f64; Row::MOST]);

impl Row {
    /// Most provinces.
    pub const MOST: usize = 40;
    pub const ZERO: Row = Row([0.0; Row::MOST]);

    pub fn of(n: usize, value: impl Fn(usize) -> f64) -> Row {
        assert!(n <= Row::MOST, "{n} provinces");
        Row(std::array::from_fn(|p| if p < n { value(p) } else { 0.0 }))
    }

    pub fn map(self, value: impl Fn(f64) -> f64) -> Row {
        Row(self.0.map(value))
    }

    pub fn powf(self, power: f64) -> Row {
        self.map(|x| x.powf(power))
    }

    pub fn sum(self) -> f64 {
        self.0.iter().sum()
    }

    /// Shares of the whole.
    pub fn shares(self) -> Row {
        self / self.sum()
    }

    pub fn min(self, other: impl Into<Row>) -> Row {
        both(self, other.into(), f64::min)
    }

    pub fn max(self, other: impl Into<Row>) -> Row {
        both(self, other.into(), f64::max)
    }
}

/// What is read off: tops and, for a ratio, bottoms by province; a national number stands first.
pub type Series = (Row, Option<Row>);

/// Tops over bottoms.
pub fn ratio(top: Row, bottom: Row) -> Series {
    (top, Some(bottom))
}

/// Counts by province.
pub fn count(top: Row) -> Series {
    (top, None)
}

/// One number for the nation.
pub fn nation(x: f64) -> Series {
    (Row::of(1, |_| x), None)
}

/// Rows added up, province by province.
pub fn total(rows: &[Row]) -> Row {
    rows.iter().fold(Row::ZERO, |sum, row| sum + *row)
}

/// A year passes in a queue: what is first comes out, and something joins at the end.
pub fn shift<T>(queue: &mut Vec<T>, last: T) -> T {
    queue.push(last);
    queue.remove(0)
}

/// Joins a queue by a profile over years.
pub fn join(queue: &mut [Row], more: Row, profile: &[f64]) {
    for (row, share) in queue.iter_mut().zip(profile) {
        *row += more * *share;
    }
}

/// One round of dealing out by weight, nobody above the room; what is left comes back.
pub fn deal(amount: f64, room: &mut [Row], weight: impl Fn(usize, Row) -> Row) -> f64 {
    let weights: Vec<Row> = (0..room.len()).map(|k| weight(k, room[k])).collect();
    let (all, mut left) = (total(&weights).sum(), amount);
    for (room, weight) in room.iter_mut().zip(weights) {
        let more = (weight * over(amount, all)).min(*room);
        *room -= more;
        left -= more.sum();
    }
    left
}

/// A part over a whole; nothing of nothing.
pub fn over(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// A number where something holds, nothing elsewhere.
pub fn when(holds: bool, value: f64) -> f64 {
    if holds { value } else { 0.0 }
}

fn both(a: Row, b: Row, of: impl Fn(f64, f64) -> f64) -> Row {
    Row(std::array::from_fn(|p| of(a.0[p], b.0[p])))
}

impl From<f64> for Row {
    fn from(x: f64) -> Row {
        Row([x; Row::MOST])
    }
}

impl Index<usize> for Row {
    type Output = f64;
    fn index(&self, p: usize) -> &f64 {
        &self.0[p]
    }
}

impl IndexMut<usize> for Row {
    fn index_mut(&mut self, p: usize) -> &mut f64 {
        &mut self.0[p]
    }
}

macro_rules! arithmetic {
    ($($name:ident $call:ident $assign:ident $call_assign:ident $of:expr;)*) => {$(
        impl<T: Into<Row>> $name<T> for Row {
            type Output = Row;
            fn $call(self, other: T) -> Row {
                both(self, other.into(), $of)
            }
        }
        impl $name<Row> for f64 {
            type Output = Row;
            fn $call(self, other: Row) -> Row {
                both(self.into(), other, $of)
            }
        }
        impl<T: Into<Row>> $assign<T> for Row {
            fn $call_assign(&mut self, other: T) {
                *self = both(*self, other.into(), $of);
            }
        }
    )*};
}

arithmetic! {
    Add add AddAssign add_assign |a, b| a + b;
    Sub sub SubAssign sub_assign |a, b| a - b;
    Mul mul MulAssign mul_assign |a, b| a * b;
    Div div DivAssign div_assign over;
}
