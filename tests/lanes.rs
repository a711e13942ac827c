//! Rows of numbers, one for each future: equal only where all are, and told with all of them.

use carecast::internals::lanes::{Lanes, Mask, WIDTH};

#[test]
fn rows_are_equal_only_where_every_number_is() {
    for lane in 0..WIDTH {
        let mut other = Lanes::ONE;
        assert!(other == Lanes::ONE);
        other.set(lane, 2.0);
        assert!(other != Lanes::ONE, "{lane}");
        let mask = other.gt(Lanes::ONE);
        assert!(mask != Mask::NONE && mask != Mask::ALL, "{lane}");
        assert!(mask == other.ge(2.0), "{lane}");
        assert!(mask.any() && !mask.all() && !(!mask).all(), "{lane}");
    }
}

#[test]
fn a_row_is_told_with_every_number() {
    let row = Lanes::from_array(std::array::from_fn(|lane| 100.0 + lane as f64));
    let told = format!("{row:?}");
    for lane in 0..WIDTH {
        assert!(told.contains(&format!("{}", 100 + lane)), "{told}");
    }
    let told = format!("{:?}", row.gt(Lanes::splat(114.5)));
    assert!(told.contains("1000000000000000"), "{told}");
}

#[test]
fn marks_of_both_halves_are_joined_and_cut() {
    let first = Lanes::from_array(std::array::from_fn(|lane| lane as f64));
    let low = first.lt(Lanes::splat(10.0));
    let high = first.ge(5.0);
    let mut both = low;
    both &= high;
    let mut either = first.lt(Lanes::splat(2.0));
    either |= first.ge(14.0);
    for lane in 0..WIDTH {
        let (in_both, in_either) = ((5..10).contains(&lane), !(2..14).contains(&lane));
        let at = |mask: Mask| mask.as_lanes().get(lane) == 1.0;
        assert_eq!(at(both), in_both, "{lane}");
        assert_eq!(at(either), in_either, "{lane}");
    }
}
