//! Numbers become words: thousands are grouped, chances are told as "about 7 in 10".

use crate::lanes::whole_power;
use crate::results::{Probability, Unit};
pub(crate) use crate::said::number::signs;
pub use crate::said::number::{decimal, grouped, trimmed};
use crate::said::say;

/// An amount as a picture shows it, to four figures from ten thousand on: `12,400`, `353,100`,
/// `1.25 million`, `3.4 billion`.
pub fn short(value: f64) -> String {
    let size = value.abs();
    let (scaled, name) = if size >= 1e15 {
        let text = format!("{value:.1e}").replace('-', "\u{2212}");
        return say! {
            en: text,
            vi: text.replace('.', ","),
        };
    } else if size >= 1e12 {
        (value / 1e12, say!(en: " trillion", vi: "\u{a0}nghìn tỷ"))
    } else if size >= 1e9 {
        (value / 1e9, say!(en: " billion", vi: "\u{a0}tỷ"))
    } else if size >= 1e6 {
        (value / 1e6, say!(en: " million", vi: "\u{a0}triệu"))
    } else {
        let unit = whole_power(10f64, (magnitude(size.max(1.0)) - 3).max(0));
        let unit = if size < 1e4 { 1.0 } else { unit };
        return grouped((value / unit).round() * unit);
    };
    format!("{}{name}", trimmed(scaled, 2))
}

/// A fraction as a percentage: one decimal below ten per cent, none above.
pub fn percent(share: f64) -> String {
    let value = share * 100.0;
    if value.abs() < 9.95 && value != 0.0 {
        format!("{}%", trimmed(value, 1))
    } else {
        format!("{}%", decimal(value, 0))
    }
}

/// A found value of an indicator, with the decimals its unit deserves.
pub fn value(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Share => format!("{}%", decimal(value * 100.0, 1)),
        Unit::Count | Unit::Money => short(value),
        Unit::Per10k | Unit::Years | Unit::Per100 if value.abs() < 1e6 => decimal(value, 1),
        Unit::PerStation | Unit::Ratio if value.abs() < 1e6 => decimal(value, 2),
        _ => short(value),
    }
}

/// Half of the last digit that [`value`] prints of a value of this size: a smaller change does not
/// show.
pub fn half_of_last_digit(unit: Unit, value: f64) -> f64 {
    let size = value.abs();
    match unit {
        Unit::Share => 0.0005,
        Unit::Per10k | Unit::Years | Unit::Per100 if size < 1e6 => 0.05,
        Unit::PerStation | Unit::Ratio if size < 1e6 => 0.005,
        _ => match size {
            s if s < 1e4 => 0.5,
            s if s < 1e6 => 0.5 * whole_power(10f64, magnitude(s) - 3),
            s if s < 1e9 => 0.005e6,
            s if s < 1e12 => 0.005e9,
            s if s < 1e15 => 0.005e12,
            s => 0.05 * whole_power(10f64, magnitude(s)),
        },
    }
}

/// A threshold as its document writes it: `35`, `15%`, `34.7`.
pub fn threshold(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Share => format!("{}%", trimmed(value * 100.0, 2)),
        _ if value.abs() >= 1e6 => short(value),
        _ => trimmed(value, 2),
    }
}

/// A change with its sign: `+12,400`, `−3,100`.
pub fn change(value: f64) -> String {
    let text = short(value);
    if value > 0.0 && text != "0" {
        format!("+{text}")
    } else {
        text
    }
}

/// A swing of a chance with its interval, in points: `+29 points, 20 to 38`.
pub fn swing([swing, low, high]: [f64; 3]) -> String {
    let [swing, low, high] = [swing, low, high].map(|v| change(v * 100.0));
    say! {
        en: format!("{swing} points, 95% interval {low} to {high}"),
        vi: format!("{swing} điểm phần trăm; khoảng tin cậy 95%: từ {low} đến {high}"),
    }
}

/// The same in a cell: `+29 points (20 to 38)`.
pub fn swing_in_short([swing, low, high]: [f64; 3]) -> String {
    let [swing, low, high] = [swing, low, high].map(|v| change(v * 100.0));
    say! {
        en: format!("{swing} points ({low} to {high})"),
        vi: format!("{swing} điểm % (từ {low} đến {high})"),
    }
}

/// A share of a spread with its interval: `19% (16 to 22)`.
pub fn share_in([share, low, high]: [f64; 3]) -> String {
    let places = usize::from(share * 100.0 < 9.95);
    let [share, low, high] = [share, low, high].map(|v| trimmed(v * 100.0, places));
    say! {
        en: format!("{share}% ({low} to {high})"),
        vi: format!("{share}% (từ {low} đến {high})"),
    }
}

/// A probability as a whole percentage that never claims more than the sample shows: none of 10,000
/// is `<1%`, all of them `>99%`, none of 100 is `<3%`.
pub fn chance(probability: &Probability) -> String {
    if probability.of == 0 {
        return say!(en: "unknown", vi: "chưa rõ").to_owned();
    }
    let bound = bound_percent(probability.of);
    if probability.hits == 0 {
        return format!("<{bound}%");
    }
    if probability.hits == probability.of {
        return format!(">{}%", 100 - bound);
    }
    let value = probability.value * 100.0;
    if value < 1.0 {
        "<1%".to_owned()
    } else if value > 99.0 {
        ">99%".to_owned()
    } else {
        format!("{}%", decimal(value, 0))
    }
}

/// The largest probability, in whole per cent, that no event in `of` futures leaves likely: three in
/// `of` (the rule of three).
fn bound_percent(of: u32) -> u32 {
    300u32.div_ceil(of).clamp(1, 99)
}

/// What parts so many from so many in [`odds`].
pub(crate) fn parts_of_odds() -> [&'static str; 2] {
    say!(en: [" in "; 2], vi: [" trên ", " trong "])
}

/// A probability in words, as it stands in a sentence: `about 7 in 10`, `fewer than 1 in 3,333`,
/// `about 29 in 30`.
pub fn odds(probability: &Probability) -> String {
    let of = probability.of;
    if of < 3 || (of < 30 && probability.hits == of) {
        let hits = probability.hits;
        return say! {
            en: format!("{hits} of {of}"),
            vi: format!("{hits} trong {of}"),
        };
    }
    let rule = f64::from(of / 3);
    let third = grouped(rule);
    let value = probability.value;
    if probability.hits == 0 {
        say!(en: format!("fewer than 1 in {third}"), vi: format!("dưới 1 trong {third}"))
    } else if probability.hits == of {
        let others = grouped((rule - 1.0).max(0.0));
        say! {
            en: format!("more than {others} in {third}"),
            vi: format!("hơn {others} trên {third}"),
        }
    } else if value < 0.075 {
        let many = grouped(one_in(value));
        say!(en: format!("about 1 in {many}"), vi: format!("khoảng 1 trong {many}"))
    } else if value >= 0.925 {
        let many = one_in(1.0 - value);
        let [all_but_one, many] = [many - 1.0, many].map(grouped);
        say! {
            en: format!("about {all_but_one} in {many}"),
            vi: format!("khoảng {all_but_one} trên {many}"),
        }
    } else {
        let tenths = (value * 10.0).round().clamp(1.0, 9.0);
        say! {
            en: format!("about {tenths:.0} in 10"),
            vi: format!("khoảng {tenths:.0} trên 10"),
        }
    }
}

/// The power of ten a number above zero reaches.
pub(crate) fn magnitude(size: f64) -> i32 {
    libm::log10(size).floor() as i32
}

/// One in how many, to two figures at most.
fn one_in(value: f64) -> f64 {
    let many = 1.0 / value;
    let unit = if many < 30.0 {
        1.0
    } else {
        whole_power(10f64, magnitude(many) - 1).max(5.0)
    };
    (many / unit).round() * unit
}

/// Half the width of a probability's interval, in points: `1 point`, `under 1 point`, `4 points`.
pub fn points(probability: &Probability) -> String {
    let half = (probability.high - probability.low) * 50.0;
    match half.round() {
        r if half < 0.95 || r < 1.0 => {
            say!(en: "under 1 point", vi: "dưới 1 điểm phần trăm").to_owned()
        }
        1.0 => say!(en: "about 1 point", vi: "khoảng 1 điểm phần trăm").to_owned(),
        r => say! {
            en: format!("about {r:.0} points"),
            vi: format!("khoảng {r:.0} điểm phần trăm"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn probability(hits: u32, of: u32) -> Probability {
        let value = f64::from(hits) / f64::from(of);
        Probability {
            hits,
            of,
            value,
            low: (value - 0.01).max(0.0),
            high: (value + 0.01).min(1.0),
        }
    }

    #[test]
    fn thousands_are_grouped_and_minus_is_a_minus_sign() {
        for (value, text) in [
            (0.0, "0"),
            (-0.2, "0"),
            (999.5, "1,000"),
            (12_400.0, "12,400"),
            (-3_100.0, "\u{2212}3,100"),
            (1_234_567.0, "1,234,567"),
        ] {
            assert_eq!(grouped(value), text);
        }
        assert_eq!(decimal(-1234.56, 1), "\u{2212}1,234.6");
        assert_eq!(decimal(-0.01, 1), "0.0");
        assert_eq!(short(2.5e9), "2.5 billion");
        assert_eq!(short(353_107.0), "353,100");
        assert_eq!(short(-9_999.0), "\u{2212}9,999");
    }

    #[test]
    fn vietnamese_parts_decimals_by_a_comma_and_groups_by_dots() {
        crate::said::within(crate::said::Language::Vi, || {
            assert_eq!(grouped(-12_400.0), "\u{2212}12.400");
            assert_eq!(decimal(1234.56, 1), "1.234,6");
            assert_eq!(trimmed(34.70, 2), "34,7");
            assert_eq!(trimmed(12_000.0, 0), "12.000");
            assert_eq!(short(1.25e6), "1,25\u{a0}triệu");
            assert_eq!(short(3.4e12), "3,4\u{a0}nghìn tỷ");
            assert_eq!(percent(0.085), "8,5%");
            assert_eq!(odds(&probability(7_100, 10_000)), "khoảng 7 trên 10");
            assert_eq!(odds(&probability(0, 10_000)), "dưới 1 trong 3.333");
            assert_eq!(
                points(&probability(5_000, 10_000)),
                "khoảng 1 điểm phần trăm"
            );
        });
        assert_eq!(decimal(1234.56, 1), "1,234.6");
    }

    #[test]
    fn a_change_of_a_whole_last_digit_shows_and_one_of_less_may_not() {
        let money = [3.0, 4_321.0, 54_320.0, 543_200.0, 1.25e6, 3.4e9, 7.11e12];
        let mut all: Vec<(Unit, f64)> = money.map(|v| (Unit::Money, v)).to_vec();
        all.extend(money.map(|v| (Unit::Count, v)));
        all.extend([(Unit::Share, 0.423), (Unit::Per10k, 36.1)]);
        all.extend([(Unit::PerStation, 3.35), (Unit::Ratio, 0.25)]);
        for (unit, at) in all {
            let half = half_of_last_digit(unit, at);
            let print = |v: f64| value(unit, v);
            assert_eq!(print(at), print(at + 0.98 * half), "{unit:?} {at}");
            assert_ne!(print(at), print(at + 2.0 * half), "{unit:?} {at}");
        }
    }

    #[test]
    fn thresholds_are_written_as_their_document_writes_them() {
        assert_eq!(threshold(Unit::Per10k, 35.0), "35");
        assert_eq!(threshold(Unit::Per10k, 34.7), "34.7");
        assert_eq!(threshold(Unit::Share, 0.15), "15%");
    }

    #[test]
    fn a_chance_never_claims_more_than_the_sample_shows() {
        for (hits, of, words, figure) in [
            (0, 10_000, "fewer than 1 in 3,333", "<1%"),
            (10_000, 10_000, "more than 3,332 in 3,333", ">99%"),
            (0, 100, "fewer than 1 in 33", "<3%"),
            (7_100, 10_000, "about 7 in 10", "71%"),
            (300, 10_000, "about 1 in 35", "3%"),
            (500, 10_000, "about 1 in 20", "5%"),
            (9_900, 10_000, "about 99 in 100", "99%"),
            (1, 10_000, "about 1 in 10,000", "<1%"),
            (1, 2, "1 of 2", "50%"),
        ] {
            assert_eq!(odds(&probability(hits, of)), words, "{hits} of {of}");
            assert_eq!(chance(&probability(hits, of)), figure, "{hits} of {of}");
        }
    }

    #[test]
    fn sampling_error_is_told_in_points() {
        assert_eq!(points(&probability(5_000, 10_000)), "about 1 point");
        assert_eq!(
            points(&Probability {
                hits: 5,
                of: 10,
                value: 0.5,
                low: 0.2,
                high: 0.8
            }),
            "about 30 points"
        );
        assert_eq!(
            points(&Probability {
                hits: 0,
                of: 10_000,
                value: 0.0,
                low: 0.0,
                high: 0.0004
            }),
            "under 1 point"
        );
    }
}
