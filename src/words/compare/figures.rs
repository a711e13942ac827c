//! The figures of a comparison: a change with its interval, two values that differ, and how many
//! digits of each can be told.

use crate::lanes::whole_power;
use crate::results::comparison::{Answer, Mean, Paired, Question, QuestionKind};
use crate::results::{Probability, Unit};
use crate::said::{Said, say};
use crate::words::number::{chance, decimal, short};
use crate::words::report::{chance_range, sure_in_ways};

/// Where there is no value.
pub const NO_VALUE: Said = Said::new("not defined", "không xác định");

/// A number with its interval, all three with the same decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The number.
    pub value: String,
    /// Lower end.
    pub low: String,
    /// Upper end.
    pub high: String,
}

impl Interval {
    /// `+1.2 (+0.9 to +1.5)`.
    pub fn with_interval(&self) -> String {
        if self.low == self.high {
            self.value.clone()
        } else {
            say! {
                en: format!("{} ({} to {})", self.value, self.low, self.high),
                vi: format!("{} (từ {} đến {})", self.value, self.low, self.high),
            }
        }
    }

    /// The same in a unit, which follows the number and not its interval, as in Vietnamese.
    pub fn in_unit(&self, unit: &str) -> String {
        if self.low == self.high {
            format!("{} {unit}", self.value)
        } else {
            format!("{} {unit} (từ {} đến {})", self.value, self.low, self.high)
        }
    }
}

/// Decimals that show two figures of an interval's half, but no more than five of the number; of a
/// number without interval three figures.
fn places(value: f64, low: f64, high: f64) -> usize {
    let half = (high - low) / 2.0;
    let (size, figures) = if half > 0.0 {
        (half, 1.0)
    } else {
        (value.abs(), 2.0)
    };
    if size <= 0.0 || !size.is_finite() {
        return 0;
    }
    let sharp = figures - libm::log10(size).floor();
    let most = match value.abs() {
        v if v > 0.0 && v.is_finite() => 4.0 - libm::log10(v).floor(),
        _ => 6.0,
    };
    sharp.min(most).clamp(0.0, 6.0) as usize
}

/// Decimals that show two figures of a number of this size.
pub fn figures(size: f64) -> usize {
    places(0.0, -10.0 * size, 10.0 * size)
        .saturating_add(1)
        .min(6)
}

/// As many decimals as can be read: in Vietnamese three of them behind a comma look like thousands.
fn legible(places: usize, values: [f64; 3]) -> usize {
    let is_large = values.iter().any(|v| v.abs() >= 1.0);
    say! {
        en: places,
        vi: match places {
            3 if is_large => 2,
            places => places,
        },
    }
}

/// A change with its sign and so many decimals.
pub fn with_sign(value: f64, places: usize) -> String {
    let text = if value.abs() >= 1e8 {
        short(value)
    } else {
        decimal(value, places)
    };
    let zero = text.chars().all(|c| "0.,".contains(c));
    if value > 0.0 && !zero {
        format!("+{text}")
    } else {
        text
    }
}

/// A change with its interval; both are multiplied by `scale` (100 for points of a share).
pub fn change(mean: Mean, scale: f64) -> Interval {
    let [value, low, high] = [mean.value, mean.low, mean.high].map(|v| v * scale);
    let places = legible(places(value, low, high), [value, low, high]);
    Interval {
        value: with_sign(value, places),
        low: with_sign(low, places),
        high: with_sign(high, places),
    }
}

/// The parts of a change and the change itself, all with the change's decimals; what is printed of
/// the parts adds up to what is printed of the change (largest remainders).
pub fn split(parts: &[Mean], total: Mean, scale: f64) -> (Vec<Interval>, Interval) {
    let [value, low, high] = [total.value, total.low, total.high].map(|v| v * scale);
    let places = legible(places(value, low, high), [value, low, high]);
    let unit = whole_power(10f64, places as i32);
    let steps: Vec<f64> = parts.iter().map(|p| p.value * scale * unit).collect();
    let mut whole: Vec<f64> = steps.iter().map(|s| s.floor()).collect();
    let missing = (total.value * scale * unit).round() - whole.iter().sum::<f64>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let fraction = |at: usize| steps[at] - steps[at].floor();
    order.sort_by(|a, b| fraction(*b).total_cmp(&fraction(*a)).then(a.cmp(b)));
    for at in order.into_iter().take(missing.max(0.0) as usize) {
        whole[at] += 1.0;
    }
    let told = |value: f64, mean: &Mean| Interval {
        value: with_sign(value, places),
        low: with_sign(mean.low * scale, places),
        high: with_sign(mean.high * scale, places),
    };
    let parts = whole.iter().zip(parts);
    let parts = parts.map(|(w, mean)| told(w / unit, mean)).collect();
    (parts, told(total.value * scale, &total))
}

/// An amount with its interval, without a sign where it is positive.
pub fn amount(mean: Mean) -> Interval {
    let told = change(mean, 1.0);
    let bare = |text: String| text.trim_start_matches('+').to_owned();
    Interval {
        value: bare(told.value),
        low: bare(told.low),
        high: bare(told.high),
    }
}

/// The difference of a question's answer as printed: points of a probability or share, else the
/// indicator's unit.
pub fn difference(question: &Question, paired: &Paired) -> Interval {
    let mean = Mean {
        value: paired.mean,
        low: paired.low,
        high: paired.high,
    };
    change(mean, scale(question.kind, question.unit))
}

/// By what a difference is multiplied to be printed.
pub fn scale(kind: QuestionKind, unit: Unit) -> f64 {
    if kind == QuestionKind::Target || unit == Unit::Share {
        100.0
    } else {
        1.0
    }
}

/// The unit of a difference, as it follows the number; empty where the title carries it.
pub fn unit_of_difference(kind: QuestionKind, unit: Unit, currency: &str) -> String {
    match (kind, unit) {
        (QuestionKind::Target, _) | (_, Unit::Share) => {
            say!(en: "points", vi: "điểm phần trăm").to_owned()
        }
        (_, Unit::Per10k) => say!(en: "per 10,000", vi: "trên 10.000 dân").to_owned(),
        (_, Unit::PerStation) => say!(en: "per station", vi: "trên một trạm").to_owned(),
        (_, Unit::Money) => currency.to_owned(),
        (_, Unit::Years) => say!(en: "years", vi: "tuổi").to_owned(),
        (_, Unit::Per100) => say!(en: "per 100", vi: "trên 100 bé gái").to_owned(),
        (_, Unit::Count | Unit::Ratio) => String::new(),
    }
}

/// The value of an answer: a chance as every text has it.
pub fn value(question: &Question, answer: &Answer) -> String {
    match &answer.probability {
        Some(p) => sure_in_ways(p, &answer.ways),
        None => value_in_short(question, answer),
    }
}

/// The same where there is room for a number only.
pub fn value_in_short(question: &Question, answer: &Answer) -> String {
    match (answer.ends(), &answer.probability, answer.value) {
        (Some([low, high]), Some(p), _) if p.of >= 30 => chance_range(low.value, high.value),
        (_, Some(p), _) => chance(p),
        (_, None, Some(v)) => crate::words::number::value(question.unit, v.value),
        (_, None, None) => NO_VALUE.to_owned(),
    }
}

/// Two chances in per cent: `10%–83%`.
pub fn percent_range(low: &Probability, high: &Probability) -> String {
    let [low, high] = [low, high].map(crate::words::number::chance);
    format!("{low}–{high}")
}

/// Two values of a question, before and now, as printed; where they would look the same, with the
/// decimals of their difference.
pub fn values(question: &Question, before: &Answer, now: &Answer) -> (String, String) {
    let (a, b) = (value(question, before), value(question, now));
    match (&now.difference, before.value, now.value) {
        (Some(d), Some(x), Some(y)) if a == b => {
            exactly(scale(question.kind, question.unit), x.value, y.value, d).unwrap_or((a, b))
        }
        _ => (a, b),
    }
}

/// Two values of an indicator, the same way.
pub fn two(unit: Unit, before: f64, now: f64, d: &Paired) -> (String, String) {
    let [a, b] = [before, now].map(|v| crate::words::number::value(unit, v));
    if a != b {
        return (a, b);
    }
    exactly(scale(QuestionKind::Value, unit), before, now, d).unwrap_or((a, b))
}

/// Both with the decimals of their difference; `None` where there is no difference.
fn exactly(scale: f64, before: f64, now: f64, d: &Paired) -> Option<(String, String)> {
    if d.mean == 0.0 {
        return None;
    }
    let places = places(d.mean * scale, d.low * scale, d.high * scale);
    // In Vietnamese three decimals behind a comma look like thousands.
    let places = say! {
        en: places,
        vi: if places == 3 { 4 } else { places },
    };
    let sign = if scale > 1.0 { "%" } else { "" };
    let exact = |v: f64| format!("{}{sign}", decimal(v * scale, places));
    Some((exact(before), exact(now)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(value: f64, low: f64, high: f64) -> Mean {
        Mean { value, low, high }
    }

    #[test]
    fn printed_parts_add_up_to_the_printed_change() {
        let third = mean(1.0 / 3.0, 0.3, 0.4);
        let (parts, total) = split(&[third; 3], mean(1.0, 0.0, 2.0), 1.0);
        let shown: Vec<&str> = parts.iter().map(|p| p.value.as_str()).collect();
        assert_eq!(
            (shown, total.value.as_str()),
            (vec!["+0.4", "+0.3", "+0.3"], "+1.0")
        );
        let (parts, total) = split(
            &[mean(-0.0261, -0.03, -0.02), mean(0.0514, 0.05, 0.06)],
            mean(0.0253, 0.0, 0.05),
            100.0,
        );
        let shown: Vec<&str> = parts.iter().map(|p| p.value.as_str()).collect();
        assert_eq!(
            (shown, total.value.as_str()),
            (vec!["\u{2212}2.6", "+5.1"], "+2.5")
        );
    }

    #[test]
    fn a_change_shows_two_figures_of_its_error() {
        let cases = [
            (
                mean(0.1213, 0.1099, 0.1327),
                100.0,
                "+12.1 (+11.0 to +13.3)",
            ),
            (
                mean(-0.00421, -0.00433, -0.00409),
                1.0,
                "\u{2212}0.00421 (\u{2212}0.00433 to \u{2212}0.00409)",
            ),
            (
                mean(93_412.3, 91_000.0, 95_800.0),
                1.0,
                "+93,412 (+91,000 to +95,800)",
            ),
            (
                mean(57_956.000_014, 57_956.000_011, 57_956.000_017),
                1.0,
                "+57,956",
            ),
            (mean(0.0, 0.0, 0.0), 100.0, "0"),
            (mean(0.3, -0.2, 0.8), 1.0, "+0.30 (\u{2212}0.20 to +0.80)"),
        ];
        for (mean, scale, text) in cases {
            assert_eq!(change(mean, scale).with_interval(), text);
        }
    }
}
