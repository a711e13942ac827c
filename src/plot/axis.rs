//! Numbers become places on the page, and round numbers stand beside the grid.

use super::scene::{Align, Rect, Scene, Type};
use super::style::{GRID, QUIET, RULE, SMALL, THIN, WIDTH};
use crate::lanes::whole_power;
use crate::results::Unit;
use crate::units::Year;
use crate::words::number;

/// A straight scale from values to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    /// `low` to `high` lie at the pixels `from` to `to`; a range without width is opened by a half
    /// on either side.
    pub fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Scale {
        let (low, high) = if high - low > f64::EPSILON * low.abs().max(high.abs()) {
            (low, high)
        } else {
            (low - 0.5, high + 0.5)
        };
        Scale {
            from: (low, high),
            to: (from, to),
        }
    }
    /// The pixel of a value.
    pub fn at(&self, value: f64) -> f64 {
        let (low, high) = self.from;
        self.to.0 + (value - low) / (high - low) * (self.to.1 - self.to.0)
    }
}

/// Round numbers that span `low` to `high`: about `count` of them, the outermost at or beyond the ends.
pub fn round_ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    let (low, high) = if high - low > 1e-9 * low.abs().max(high.abs()).max(1e-9) {
        (low, high)
    } else {
        let pad = (low.abs() * 0.05).max(0.5);
        (low - pad, high + pad)
    };
    let rough = (high - low) / count.max(1) as f64;
    let power = whole_power(10f64, libm::log10(rough).floor() as i32);
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|m| m * power)
        .find(|step| *step >= rough * 0.999)
        .unwrap_or(10.0 * power);
    let first = (low / step + 1e-9).floor() as i64;
    let last = (high / step - 1e-9).ceil() as i64;
    (first..=last).map(|k| k as f64 * step).collect()
}

/// Round numbers an axis bears on a page of this width, of those it bears on a usual one.
pub fn ticks_at(width: f64, usual: usize) -> usize {
    ((usual as f64 * width / WIDTH).round() as usize).max(3)
}

/// Labels of round numbers, all with the same decimals.
pub fn tick_labels(ticks: &[f64], unit: Unit) -> Vec<String> {
    let factor = if unit == Unit::Share { 100.0 } else { 1.0 };
    let largest = ticks.iter().fold(0.0f64, |a, b| a.max(b.abs())) * factor;
    let step = ticks
        .windows(2)
        .map(|w| (w[1] - w[0]) * factor)
        .fold(f64::INFINITY, f64::min);
    let places = (0..4)
        .find(|p| {
            let scaled = step * whole_power(10f64, *p);
            (scaled - scaled.round()).abs() < 1e-6 * scaled.abs().max(1.0)
        })
        .unwrap_or(4) as usize;
    ticks
        .iter()
        .map(|tick| {
            let value = tick * factor;
            let text = if largest >= 1e6 {
                number::short(value)
            } else {
                number::decimal(value, places)
            };
            if unit == Unit::Share {
                format!("{text}%")
            } else {
                text
            }
        })
        .collect()
}

/// Years to print below an axis of this width: every one of a dozen or of a wide axis, round
/// ones of more.
pub fn year_ticks(first: Year, last: Year, width: f64) -> Vec<Year> {
    const ROOM: f64 = 46.0;
    let span = f64::from(last.since(first).max(1));
    const SHORT: f64 = 12.0;
    let every = span <= SHORT || width > WIDTH;
    let step = [1, 2, 5, 10, 20, 50, 100]
        .into_iter()
        .find(|step| (every || *step >= 5) && span / f64::from(*step) * ROOM <= width)
        .unwrap_or(200);
    (first.0..=last.0)
        .filter(|y| y.rem_euclid(step) == 0 || first == last)
        .map(Year)
        .collect()
}

/// Draws horizontal grid lines with their numbers left of the plot.
pub fn draw_levels(scene: &mut Scene, plot: Rect, scale: &Scale, ticks: &[f64], unit: Unit) {
    let letters = Type::normal(SMALL, QUIET);
    for (tick, label) in ticks.iter().zip(tick_labels(ticks, unit)) {
        let y = scale.at(*tick);
        scene.line(&plot.level(y), THIN, GRID, &[]);
        scene.text_centred((plot.left - 8.0, y), Align::Right, letters, &label);
    }
}

/// Draws upright grid lines with their numbers below the plot, leaving out numbers that would meet.
pub fn draw_values(scene: &mut Scene, plot: Rect, scale: &Scale, ticks: &[f64], unit: Unit) {
    let letters = Type::normal(SMALL, QUIET);
    let mut free = f64::NEG_INFINITY;
    for (tick, label) in ticks.iter().zip(tick_labels(ticks, unit)) {
        let x = scale.at(*tick);
        if x < plot.left - 0.5 || x > plot.right + 0.5 {
            continue;
        }
        scene.line(&plot.upright(x), THIN, GRID, &[]);
        let half = letters.width(&label) / 2.0;
        if x - half > free {
            scene.text((x, plot.bottom + 17.0), Align::Middle, letters, &label);
            free = x + half + 10.0;
        }
    }
}

/// Draws the line of years below the plot.
pub fn draw_years(scene: &mut Scene, plot: Rect, scale: &Scale, years: &[Year]) {
    let letters = Type::normal(SMALL, QUIET);
    scene.line(&plot.level(plot.bottom), THIN, RULE, &[]);
    for year in years {
        let x = scale.at(f64::from(year.0));
        scene.line(&[(x, plot.bottom), (x, plot.bottom + 5.0)], THIN, RULE, &[]);
        scene.text(
            (x, plot.bottom + 20.0),
            Align::Middle,
            letters,
            &year.to_string(),
        );
    }
}

/// Room the numbers left of a plot need.
pub fn level_room(ticks: &[f64], unit: Unit) -> f64 {
    let letters = Type::normal(SMALL, QUIET);
    tick_labels(ticks, unit)
        .iter()
        .map(|l| letters.width(l))
        .fold(0.0, f64::max)
        + 8.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_span_the_data() {
        assert_eq!(
            round_ticks(31.2, 38.9, 5),
            vec![30.0, 32.0, 34.0, 36.0, 38.0, 40.0]
        );
        assert_eq!(round_ticks(0.0, 1.0, 5).len(), 6);
        let same = round_ticks(7.0, 7.0, 5);
        assert!(same[0] < 7.0 && same[same.len() - 1] > 7.0);
    }

    #[test]
    fn labels_of_one_axis_share_their_decimals() {
        assert_eq!(
            tick_labels(&[0.0, 2.5, 5.0], Unit::Per10k),
            ["0.0", "2.5", "5.0"]
        );
        assert_eq!(
            tick_labels(&[0.0, 0.2, 0.4], Unit::Share),
            ["0%", "20%", "40%"]
        );
        assert_eq!(
            tick_labels(&[0.0, 500_000.0, 1e6], Unit::Count)[2],
            "1 million"
        );
    }

    #[test]
    fn years_never_crowd() {
        assert_eq!(year_ticks(Year(2026), Year(2035), 600.0).len(), 10);
        let long = year_ticks(Year(2008), Year(2035), 600.0);
        assert_eq!(long.first(), Some(&Year(2010)), "round years");
        assert!(long.len() <= 14);
        assert_eq!(year_ticks(Year(2026), Year(2026), 600.0), vec![Year(2026)]);
    }

    #[test]
    fn a_scale_without_width_still_gives_a_place() {
        let scale = Scale::new((3.0, 3.0), (0.0, 100.0));
        assert_eq!(scale.at(3.0), 50.0);
    }
}
