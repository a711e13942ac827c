//! Months and days as the language that is spoken writes them.

use super::say;
use std::fmt::Display;

/// Months by their English names.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month by its English name.
pub(crate) fn month(month: u32) -> &'static str {
    MONTHS[(month.max(1) as usize - 1).min(11)]
}

/// A month in Vietnamese: `tháng 6/2026`, with a nought before January and February.
pub(crate) fn in_month(month: u32, year: impl Display) -> String {
    format!("tháng {}/{year}", with_nought(month, 3))
}

/// A date that data tell in English: `July 2025` is `tháng 7 năm 2025`, `1 July 2025` is
/// `ngày 01 tháng 7 năm 2025`.
pub(crate) fn spoken(english: &str) -> String {
    say! {
        en: english.to_owned(),
        vi: in_vietnamese(english).unwrap_or_else(|| english.to_owned()),
    }
}

fn in_vietnamese(english: &str) -> Option<String> {
    let words: Vec<&str> = english.split(' ').collect();
    let (day, name, year) = match words[..] {
        [name, year] => (None, name, year),
        [day, name, year] => (Some(day.parse().ok()?), name, year),
        _ => return None,
    };
    let month = (1..=12).find(|m| month(*m) == name)?;
    let month = format!("tháng {} năm {year}", with_nought(month, 3));
    Some(day.map_or(month.clone(), |day| {
        format!("ngày {} {month}", with_nought(day, 10))
    }))
}

/// A number with a nought before it where it is below this: an official date cannot be changed by a stroke.
fn with_nought(number: u32, below: u32) -> String {
    match number < below {
        true => format!("0{number}"),
        false => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said::{Language, within};

    #[test]
    fn dates_are_written_as_official_papers_write_them() {
        within(Language::Vi, || {
            assert_eq!(spoken("July 2025"), "tháng 7 năm 2025");
            assert_eq!(spoken("1 February 2025"), "ngày 01 tháng 02 năm 2025");
            assert_eq!(spoken("12 October 2025"), "ngày 12 tháng 10 năm 2025");
            assert_eq!(spoken("2025"), "2025");
        });
        assert_eq!(spoken("July 2025"), "July 2025");
        assert_eq!(in_month(2, 2026), "tháng 02/2026");
        assert_eq!(in_month(6, 2026), "tháng 6/2026");
    }
}
