//! A figure in a cell: the value in full, and the number format under which a spreadsheet shows the
//! digits that pages print.

use crate::results::{Probability, Unit};
use crate::table::Cell;
use crate::words::number;

/// Whole numbers.
pub const WHOLE: &str = "#,##0";
/// One decimal.
pub const ONE: &str = "#,##0.0";
/// Two decimals.
pub const TWO: &str = "#,##0.00";
/// A share in whole per cent.
pub const PERCENT: &str = "0%";
/// A share in tenths of a per cent.
pub const TENTHS: &str = "0.0%";
/// A year.
pub const YEAR: &str = "0";

/// A figure: its value and how it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The value, in full.
    pub value: f64,
    /// Number format.
    pub format: String,
}

/// A value under a format.
pub fn figure(value: f64, format: &str) -> Figure {
    Figure {
        value,
        format: format.into(),
    }
}

/// A value shown as the very text that a page prints for it.
pub fn printed(value: f64, text: &str) -> Figure {
    let digits = text.trim_start_matches('\u{2212}').trim_end_matches('%');
    let percent = text.ends_with('%');
    let decimals = digits.split_once('.').map_or(0, |(_, d)| d.len());
    let plain = !digits.is_empty()
        && digits
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
    if plain && shown(value, decimals, percent) == text {
        let point = if decimals > 0 { "." } else { "" };
        let (whole, sign) = if percent { ("0", "%") } else { (WHOLE, "") };
        let zeros = "0".repeat(decimals);
        figure(value, &format!("{whole}{point}{zeros}{sign}"))
    } else {
        literal(value, text)
    }
}

/// What no format gives, such as "<1%", is the format itself.
fn literal(value: f64, text: &str) -> Figure {
    figure(value, &format!("\"{}\"", text.replace('"', "")))
}

/// A change shown as the very text that a page prints for it, with its sign.
pub fn signed(value: f64, text: &str) -> Figure {
    let bare = text.trim_start_matches(['+', '\u{2212}']);
    let size = printed(value.abs(), bare);
    if size.format.starts_with('"') {
        // Pages round what is large to a few figures and name its size.
        return if value.abs() >= 1e6 {
            figure(value, WHOLE)
        } else {
            literal(value, text)
        };
    }
    if text.starts_with('+') {
        figure(value, &format!("+{}", size.format))
    } else {
        figure(value, &size.format)
    }
}

/// What a spreadsheet shows: fifteen digits, the last one that is shown rounded away from zero.
fn shown(value: f64, decimals: usize, percent: bool) -> String {
    let text = format!("{:.14e}", value.abs());
    let (mantissa, exponent) = text.split_once('e').expect("a number in powers of ten");
    let digits: Vec<u8> = mantissa
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|b| b - b'0')
        .collect();
    let exponent: i32 = exponent.parse().expect("a whole exponent");
    // Digits kept: those before the point, and the decimals.
    let before = exponent + 1 + if percent { 2 } else { 0 };
    let kept = before + decimals as i32;
    let scaled = if kept < 0 {
        0
    } else {
        let kept = kept as usize;
        let digit = |at: usize| u128::from(digits.get(at).copied().unwrap_or(0));
        let head = (0..kept.min(30)).fold(0u128, |sum, at| sum * 10 + digit(at));
        head + u128::from(digit(kept) >= 5)
    };
    let all = format!("{scaled:0>width$}", width = decimals + 1);
    let (whole, fraction) = all.split_at(all.len() - decimals);
    let mut text = number::grouped(whole.parse().expect("digits"));
    if percent {
        text = text.replace(',', "");
    }
    if decimals > 0 {
        text += &format!(".{fraction}");
    }
    let minus = if value < 0.0 && scaled > 0 {
        "\u{2212}"
    } else {
        ""
    };
    format!("{minus}{text}{}", if percent { "%" } else { "" })
}

/// A cell of a table that holds a number.
pub fn of(cell: &Cell<'_>) -> Option<Figure> {
    let exact = cell.value()?;
    Some(match cell {
        Cell::Year(_) => figure(exact, YEAR),
        Cell::Tenth(_) => figure(exact, ONE),
        Cell::Share(_) => figure(exact, TENTHS),
        Cell::Chance(p) => chance(p),
        Cell::Found(unit, _) => found(*unit, exact),
        Cell::Threshold(unit, _) => threshold(*unit, exact),
        Cell::Told(_, text) => printed(exact, text),
        Cell::Change(_, scale, text) => signed(exact * scale, text),
        _ => figure(exact, WHOLE),
    })
}

/// A chance, which never claims more than its futures show.
pub fn chance(p: &Probability) -> Figure {
    printed(p.value, &number::chance(p))
}

/// A threshold as its document writes it.
pub fn threshold(unit: Unit, value: f64) -> Figure {
    printed(value, &number::threshold(unit, value))
}

/// A found value of an indicator.
pub fn found(unit: Unit, value: f64) -> Figure {
    figure(value, format_of(unit))
}

/// The decimals that a unit deserves.
pub fn format_of(unit: Unit) -> &'static str {
    match unit {
        Unit::Share => TENTHS,
        Unit::Count | Unit::Money => WHOLE,
        Unit::Per10k | Unit::Years | Unit::Per100 => ONE,
        Unit::PerStation | Unit::Ratio => TWO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::probability;

    #[test]
    fn a_format_shows_what_the_page_prints() {
        for (value, text, format) in [
            (35.0, "35", "#,##0"),
            (34.7, "34.7", "#,##0.0"),
            (0.15, "15%", "0%"),
            (0.125, "12.5%", "0.0%"),
            (12_400.4, "12,400", "#,##0"),
            (-3_100.0, "\u{2212}3,100", "#,##0"),
            (0.0075, "0.0075", "#,##0.0000"),
            (0.0, "0", "#,##0"),
            (0.996, "100%", "0%"),
        ] {
            assert_eq!(printed(value, text), figure(value, format), "{text}");
        }
    }

    #[test]
    fn what_a_spreadsheet_would_round_otherwise_is_shown_as_printed() {
        // Half a point: pages round to the even side, spreadsheets away from zero.
        assert_eq!(printed(0.705, "70%").format, "\"70%\"");
        assert_eq!(printed(0.715, "72%").format, "0%");
        assert_eq!(shown(0.705, 0, true), "71%");
        assert_eq!(shown(2.675, 2, false), "2.68");
        assert_eq!(shown(0.004, 0, true), "0%");
        assert_eq!(shown(0.005, 0, true), "1%");
        assert_eq!(shown(-0.04, 1, false), "0.0");
    }

    #[test]
    fn a_change_keeps_its_sign() {
        for (value, text, format) in [
            (12.13, "+12.1", "+#,##0.0"),
            (-0.004_21, "\u{2212}0.00421", "#,##0.00000"),
            (0.0, "0", "#,##0"),
            (1_253_000.0, "+1.25 million", "#,##0"),
            (-93_412.3, "\u{2212}93,412", "#,##0"),
        ] {
            assert_eq!(signed(value, text), figure(value, format), "{text}");
        }
    }

    #[test]
    fn no_chance_is_shown_as_nothing_or_certain() {
        for (hits, of, format) in [
            (0, 10_000, "\"<1%\""),
            (3, 10_000, "\"<1%\""),
            (0, 100, "\"<3%\""),
            (10_000, 10_000, "\">99%\""),
            (7_012, 10_000, "0%"),
        ] {
            let cell = chance(&probability(hits, of));
            assert_eq!(cell.format, format, "{hits} of {of}");
            assert_eq!(cell.value, f64::from(hits) / f64::from(of));
        }
    }
}
