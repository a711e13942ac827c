//! Numbers as the language that is spoken writes them.

use super::{Language, language};

/// What groups thousands and what parts decimals off, as the law on accounting has it in Vietnamese.
pub(crate) fn signs() -> (char, char) {
    match language() {
        Language::En => (',', '.'),
        Language::Vi => ('.', ','),
    }
}

/// A whole number with its thousands grouped: `12,400`.
pub fn grouped(value: f64) -> String {
    let rounded = value.round();
    let digits = format!("{:.0}", rounded.abs());
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(signs().0);
        }
        grouped.push(digit);
    }
    if rounded < 0.0 {
        format!("\u{2212}{grouped}")
    } else {
        grouped
    }
}

/// A number with a fixed count of decimals, thousands grouped, and a true minus sign.
pub fn decimal(value: f64, places: usize) -> String {
    let fixed = format!("{:.places$}", value.abs());
    let (integer, fraction) = fixed.split_once('.').unwrap_or((fixed.as_str(), ""));
    let mut text = grouped(integer.parse().unwrap_or(0.0));
    if !fraction.is_empty() {
        text = format!("{text}{}{fraction}", signs().1);
    }
    let is_zero = fixed.chars().all(|c| c == '0' || c == '.');
    if value < 0.0 && !is_zero {
        format!("\u{2212}{text}")
    } else {
        text
    }
}

/// A number without needless zeros: `35`, `34.7`, at most `places` decimals.
pub fn trimmed(value: f64, places: usize) -> String {
    let text = decimal(value, places);
    let (_, part) = signs();
    if places > 0 && text.contains(part) {
        text.trim_end_matches('0').trim_end_matches(part).to_owned()
    } else {
        text
    }
}
