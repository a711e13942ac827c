//! A law drawn in letters: bars as high as its density, marks at its percentiles.

use crate::base::{Cut, Distribution};
use crate::lanes::Lanes;
use crate::words::list::rounded;
use crate::words::number::trimmed;

/// Bars in a picture.
const BARS: usize = 56;
/// Rows of bars.
const ROWS: usize = 4;
/// Eighths of a row.
const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Percentiles that are marked, and those that are told.
const MARKED: [f64; 3] = [0.05, 0.5, 0.95];
/// Percentiles that are told.
pub const TOLD: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// A number as a label.
pub fn label(value: f64) -> String {
    let value = rounded(value);
    let places = if value != 0.0 && value.abs() < 1.0 {
        6
    } else {
        3
    };
    trimmed(value, places)
}

/// The picture of what a cut leaves of a law, with its range, if it has anything to show.
pub fn draw(law: &Distribution, cut: Option<&Cut>, range: Option<(f64, f64)>) -> Option<String> {
    match law {
        Distribution::Fixed(value) => {
            let (low, high) = range?;
            (low < high && (low..=high).contains(value)).then(|| line(low, *value, high))
        }
        Distribution::Profile(shares) => {
            let years = shares.iter().enumerate();
            Some(profile(years.map(|(n, share)| (n.to_string(), *share))))
        }
        Distribution::Choice(ways) => Some(profile(ways.iter().cloned())),
        law => Some(bars(&|u| law.quantiles_in(Lanes::splat(u), cut).get(0))),
    }
}

/// A plain value inside its plausible range.
fn line(low: f64, value: f64, high: f64) -> String {
    let at = (((value - low) / (high - low)) * (BARS - 1) as f64).round() as usize;
    let axis: String = (0..BARS)
        .map(|i| match i {
            _ if i == at => '●',
            0 => '├',
            i if i == BARS - 1 => '┤',
            _ => '─',
        })
        .collect();
    let marks = [(0, label(low)), (at, label(value)), (BARS - 1, label(high))];
    format!("{axis}\n{}", labels(&marks))
}

/// Shares one under the other, each with its name.
fn profile(shares: impl Iterator<Item = (String, f64)>) -> String {
    let shares: Vec<(String, f64)> = shares.collect();
    let all = || shares.iter().map(|(_, share)| *share);
    let most = all().fold(f64::MIN_POSITIVE, f64::max);
    let widest = shares.iter().map(|(name, _)| name.chars().count()).max();
    let width = widest.unwrap_or(0).max(2);
    let rows: Vec<String> = shares
        .iter()
        .map(|(name, share)| {
            let eighths = (share / most * 40.0 * 8.0).round() as usize;
            let bar = "█".repeat(eighths / 8);
            let rest = EIGHTHS[eighths % 8].to_string();
            format!("{name:>width$}  {bar}{} {}", rest.trim_end(), label(*share))
        })
        .collect();
    rows.join("\n")
}

/// The share of futures at or below a value, from the quantile function.
fn below(quantile: &dyn Fn(f64) -> f64, value: f64) -> f64 {
    let (mut low, mut high) = (1e-9, 1.0 - 1e-9);
    for _ in 0..48 {
        let middle = 0.5 * (low + high);
        if quantile(middle) <= value {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

fn bars(quantile: &dyn Fn(f64) -> f64) -> String {
    let (low, high) = (quantile(0.002), quantile(0.998));
    let step = (high - low) / BARS as f64;
    let edges: Vec<f64> = (0..=BARS)
        .map(|i| below(quantile, low + step * i as f64))
        .collect();
    let mass: Vec<f64> = edges.windows(2).map(|w| (w[1] - w[0]).max(0.0)).collect();
    let most = mass.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let heights: Vec<usize> = mass
        .iter()
        .map(|m| (m / most * (ROWS * 8) as f64).round() as usize)
        .collect();
    let mut rows: Vec<String> = (0..ROWS)
        .rev()
        .map(|row| {
            let bar = |h: &usize| EIGHTHS[h.saturating_sub(row * 8).min(8)];
            heights.iter().map(bar).collect::<String>()
        })
        .collect();
    let marks: Vec<(usize, String)> = MARKED
        .iter()
        .map(|u| {
            let value = quantile(*u);
            let at = ((value - low) / step).floor().clamp(0.0, (BARS - 1) as f64);
            (at as usize, label(value))
        })
        .collect();
    rows.push(
        (0..BARS)
            .map(|i| {
                if marks.iter().any(|(at, _)| *at == i) {
                    '┴'
                } else {
                    '─'
                }
            })
            .collect(),
    );
    rows.push(labels(&marks));
    let rows: Vec<&str> = rows.iter().map(|r| r.trim_end()).collect();
    rows.join("\n")
}

/// Labels centred under their marks; one that would touch the one before it moves right.
fn labels(marks: &[(usize, String)]) -> String {
    let mut text = String::new();
    for (at, label) in marks {
        let width = label.chars().count();
        let wanted = at.saturating_sub(width / 2);
        let so_far = text.chars().count();
        let start = if so_far == 0 {
            wanted
        } else {
            wanted.max(so_far + 2)
        };
        text.push_str(&" ".repeat(start - so_far));
        text.push_str(label);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stand_where_the_law_is_dense() {
        let law = Distribution::Triangular {
            low: 0.0,
            mode: 1.0,
            high: 1.0,
        };
        let picture = draw(&law, None, None).unwrap();
        let rows: Vec<&str> = picture.lines().collect();
        assert_eq!(rows.len(), ROWS + 2);
        // Only the right end reaches the top row.
        assert!(
            rows[0].starts_with("      ") && rows[0].ends_with('█'),
            "{picture}"
        );
        assert_eq!(rows[ROWS].matches('┴').count(), 3);
        assert!(rows[ROWS + 1].contains("0.7071"), "{picture}");
    }

    #[test]
    fn a_uniform_law_is_flat() {
        let law = Distribution::Uniform {
            low: 2.0,
            high: 4.0,
        };
        let picture = draw(&law, None, None).unwrap();
        assert_eq!(picture.lines().next().unwrap().chars().count(), BARS);
        assert!(
            picture
                .lines()
                .next()
                .unwrap()
                .chars()
                .all(|c| c == '█' || c == '▇')
        );
    }

    #[test]
    fn a_plain_value_stands_in_its_range_and_a_profile_by_its_shares() {
        let picture = draw(&Distribution::Fixed(3.0), None, Some((2.0, 4.0))).unwrap();
        assert!(picture.contains('●') && picture.contains('4'), "{picture}");
        assert_eq!(draw(&Distribution::Fixed(3.0), None, None), None);
        let picture = draw(&Distribution::Profile(vec![0.25, 0.75]), None, None).unwrap();
        assert_eq!(picture.lines().count(), 2);
        assert!(picture.lines().all(|l| l.contains("0.")));
    }
}
