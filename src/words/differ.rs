//! What is said of two questions that are held against each other.

use super::number::trimmed;
use super::report::date;
pub use super::sweep::{BEDS, SHARE, TIMES as MULTIPLE};
use crate::base::Bound;
use crate::said::{Said, say};
use crate::units::Year;

/// Heading of differences of the base.
pub const BASE: Said = Said::new("base", "bộ số liệu gốc");
/// Heading of differences of the run itself.
pub const RUN: Said = Said::new("the run", "lần chạy");
/// Heading of figures in place of the base's.
pub const FIGURES: Said = Said::new("figures of the base year", "số liệu năm gốc");
/// Heading of differences of assumptions.
pub const ASSUMPTIONS: Said = Said::new("assumptions", "giả định");
/// Heading of policies that only one of them has.
pub const POLICIES: Said = Said::new("policies", "giải pháp");
/// Heading of differences of targets.
pub const TARGETS: Said = Said::new("targets", "chỉ tiêu");
/// The base year.
pub const BASE_YEAR: Said = Said::new("base year", "năm gốc");
/// The currency.
pub const CURRENCY: Said = Said::new("currency", "đơn vị tiền");
/// A table of the base.
pub const TABLE: Said = Said::new("table", "bảng");
/// The value the base has.
pub const BASES_OWN: Said = Said::new("the base's own", "theo bộ số liệu gốc");
/// A field that is not written.
pub const LEFT_OUT: Said = Said::new("left out", "không ghi");
/// Unit of durations.
pub const DURATION: Said = Said::new("years", "năm");
/// Said when nothing differs.
pub const SAME: Said = Said::new(
    "the same question: inputs, units and targets are equal",
    "cùng một câu hỏi: đầu vào, đơn vị và chỉ tiêu đều như nhau",
);

/// Heading of a policy that both have.
pub fn policy(id: &str) -> String {
    say! {
        en: format!("policy \"{id}\""),
        vi: format!("giải pháp \"{id}\""),
    }
}

/// A kind of policy and what it does.
pub fn kind(name: &str, summary: &str) -> String {
    format!("{name}: {summary}")
}

/// The years of a run.
pub fn years(first: Year, last: Year) -> String {
    say! {
        en: format!("{first} to {last}"),
        vi: format!("từ năm {first} đến năm {last}"),
    }
}

/// The unit of an assumption, as a thing of its own.
pub fn unit_of(id: &str) -> String {
    say! {
        en: format!("unit of {id}"),
        vi: format!("đơn vị của {id}"),
    }
}

/// The stated range of an assumption.
pub fn range_of(id: &str) -> String {
    say! {
        en: format!("stated range of {id}"),
        vi: format!("khoảng giá trị đã nêu của {id}"),
    }
}

/// A range.
pub fn range(low: f64, high: f64) -> String {
    let [low, high] = [low, high].map(figure);
    say! {
        en: format!("{low} to {high}"),
        vi: format!("từ {low} đến {high}"),
    }
}

/// A law with its median and the range that nine futures in ten lie in.
pub fn law(law: &str, median: f64, low: f64, high: f64) -> String {
    let (median, range) = (figure(median), range(low, high));
    say! {
        en: format!("{law}, median {median}, 5 to 95%: {range}"),
        vi: format!("{law}; trung vị {median}; 90% ở giữa: {range}"),
    }
}

/// A figure with four digits that say something.
fn figure(value: f64) -> String {
    let size = value.abs();
    let places = if size >= 1000.0 || size == 0.0 {
        0.0
    } else {
        (3.0 - libm::log10(size).floor()).min(9.0)
    };
    trimmed(value, places as usize)
}

/// A target.
pub fn target(indicator: &str, scope: &str, bound: Bound, year: Year, document: &str) -> String {
    say! {
        en: target_en(indicator, scope, bound, year, document),
        vi: target_vi(indicator, scope, bound, year, document),
    }
}

fn target_en(
    indicator: &str,
    scope: &str,
    (direction, threshold, form): Bound,
    year: Year,
    document: &str,
) -> String {
    let year = date(form, year);
    let side = form.side(direction).replace('_', " ");
    let up_to = form.up_to.map(|v| format!(" and at most {v}"));
    let up_to = up_to.unwrap_or_default();
    let from = form.from.map(|from| format!(" from {from} on,"));
    let from = from.unwrap_or_default();
    let place = if scope == "nation" {
        String::new()
    } else {
        format!(" in {scope}")
    };
    format!("{indicator}{place} {side} {threshold}{up_to}{from} by {year} ({document})")
}

fn target_vi(
    indicator: &str,
    scope: &str,
    (direction, threshold, form): Bound,
    year: Year,
    document: &str,
) -> String {
    let place = match scope {
        "nation" => String::new(),
        scope => format!(" tại {scope}"),
    };
    let side = match form.side(direction) {
        "at_least" => "tối thiểu",
        "at_most" => "không quá",
        "over" => "trên",
        _ => "dưới",
    };
    let threshold = trimmed(threshold, 9);
    let asked = match form.up_to {
        Some(up_to) => format!("từ {threshold} đến {}", trimmed(up_to, 9)),
        None => format!("{side} {threshold}"),
    };
    let when = match (form.from, form.month) {
        (Some(from), _) => format!("mọi năm từ năm {from} đến năm {year}"),
        (None, Some(month)) => format!("chậm nhất tháng {month}/{year}"),
        (None, None) => format!("chậm nhất năm {year}"),
    };
    format!("{indicator}{place}: {asked}, {when} ({document})")
}

/// The first line of a comparison.
pub fn sides(a: (&str, &str), b: (&str, &str)) -> String {
    format!("A: {} ({})\nB: {} ({})", a.0, a.1, b.0, b.1)
}

/// A value that is another one.
pub fn other(what: &str, a: &str, b: &str, unit: &str) -> String {
    let unit = match unit {
        "" => String::new(),
        unit => format!(" ({unit})"),
    };
    format!("{what}: {a} → {b}{unit}")
}

/// Something that only one side has.
pub fn only(what: &str, side: &str) -> String {
    say! {
        en: format!("{what}, only in {side}"),
        vi: format!("{what}, chỉ có ở {side}"),
    }
}
