//! By which number a cell of a table is sorted: that which it tells first.

use crate::words::number as words;

/// The number of a cell, where it tells one: of a chance its per cent.
pub fn key(text: &str) -> Option<f64> {
    let text = text.trim();
    if let Some((value, _)) = number(text) {
        return Some(value);
    }
    let mut inside = text.match_indices('(').filter_map(|(at, _)| {
        let (value, behind) = number(&text[at + 1..])?;
        behind.starts_with('%').then_some(value)
    });
    inside.next().or_else(|| in_so_many(text))
}

/// Whether a cell is sorted by what it shows as it stands.
pub fn is_plain(text: &str) -> bool {
    let (group, _) = words::signs();
    text.parse::<f64>().is_ok_and(f64::is_finite) && !text.contains(group)
}

/// The number at the beginning of a text, and what follows it. Less than one and more than 99 lie half a
/// step beyond, so that they sort behind both.
fn number(text: &str) -> Option<(f64, &str)> {
    let bound = text.chars().next().filter(|c| matches!(c, '<' | '>'));
    let text = text.trim_start_matches(['<', '>']);
    let minus = text.starts_with(['-', '\u{2212}']);
    let digits = text.trim_start_matches(['-', '+', '\u{2212}']);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let ends = digits
        .char_indices()
        .find(|(at, c)| {
            let next = digits[at + c.len_utf8()..].chars().next();
            let goes_on = next.is_some_and(|c| c.is_ascii_digit());
            !(c.is_ascii_digit() || (matches!(c, ',' | '.') && goes_on))
        })
        .map_or(digits.len(), |(at, _)| at);
    let (group, part) = words::signs();
    let plain = digits[..ends].replace(group, "").replace(part, ".");
    let value: f64 = plain.parse().ok()?;
    let beyond = match bound {
        Some('<') => -0.5,
        Some(_) => 0.5,
        None => 0.0,
    };
    let signed = if minus { -value } else { value };
    Some((signed + beyond, &digits[ends..]))
}

/// Per cent of what is said as so many in so many.
fn in_so_many(text: &str) -> Option<f64> {
    let between = words::parts_of_odds()
        .into_iter()
        .find(|b| text.contains(b))?;
    let at = text.find(between)?;
    let (of, _) = number(&text[at + between.len()..])?;
    let many = text[..at].rsplit(' ').next()?;
    let (many, _) = number(many)?;
    let share = 100.0 * many / of;
    share.is_finite().then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_sorted_by_what_it_tells_first() {
        for (text, wanted) in [
            ("1,234", Some(1234.0)),
            ("38.1 (31.0 to 45.7)", Some(38.1)),
            ("\u{2212}0.5 points", Some(-0.5)),
            ("+12", Some(12.0)),
            ("<1%", Some(0.5)),
            (">99%", Some(99.5)),
            ("open, about 7 in 10 (75%)", Some(75.0)),
            (
                "probably, 92 to over 99 in 100 (92% to >99%) by how it goes on",
                Some(92.0),
            ),
            ("about 1 in 500 (sampling ±1 point)", Some(0.2)),
            ("about 19 in 20 (sampling ±2 points)", Some(95.0)),
            ("nothing", None),
            ("", None),
        ] {
            assert_eq!(key(text), wanted, "{text}");
        }
        assert!(is_plain("12.5") && !is_plain("1,234") && !is_plain("NaN"));
    }
}
