//! Pictures look the same everywhere: the only place where colours, type sizes and margins are named.

use std::ops::RangeInclusive;

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Paper.
pub const PAPER: Colour = Colour(0xFF, 0xFF, 0xFF);
/// Letters on a tile that is not dark.
pub const BLACK: Colour = Colour(0x00, 0x00, 0x00);
/// Titles and strong labels.
pub const INK: Colour = Colour(0x1A, 0x1A, 0x1A);
/// Subtitles, axis numbers, quiet labels.
pub const QUIET: Colour = Colour(0x59, 0x59, 0x59);
/// Grid lines.
pub const GRID: Colour = Colour(0xE4, 0xE4, 0xE4);
/// Axis lines, leaders and the line that parts what is published from what is simulated.
pub const RULE: Colour = Colour(0x9A, 0x9A, 0x9A);
/// Okabe-Ito blue: what was simulated; gains.
pub const BLUE: Colour = Colour(0x00, 0x72, 0xB2);
/// Okabe-Ito vermilion: targets; losses.
pub const VERMILION: Colour = Colour(0xD5, 0x5E, 0x00);
/// Vermilion dark enough for letters.
pub const VERMILION_INK: Colour = Colour(0xA8, 0x48, 0x00);
/// Okabe-Ito bluish green.
pub const GREEN: Colour = Colour(0x00, 0x9E, 0x73);
/// Okabe-Ito orange.
pub const ORANGE: Colour = Colour(0xE6, 0x9F, 0x00);
/// Okabe-Ito reddish purple.
pub const PURPLE: Colour = Colour(0xCC, 0x79, 0xA7);
/// Okabe-Ito sky blue.
pub const SKY: Colour = Colour(0x56, 0xB4, 0xE9);
/// Lines that only form a background: one for each province behind a few that matter.
pub const FAINT: Colour = Colour(0xCB, 0xD9, 0xE4);
/// A tile without a figure.
pub const NO_FIGURE: Colour = Colour(0xF2, 0xF2, 0xF2);

/// Lines that stand side by side: colour and dash change together, so either is enough.
pub const LINES: [(Colour, &[f64]); 7] = [
    (BLUE, &[]),
    (VERMILION, &[9.0, 4.0]),
    (GREEN, &[3.0, 3.0]),
    (INK, &[12.0, 3.5, 3.0, 3.5]),
    (PURPLE, &[6.0, 2.5]),
    (ORANGE, &[1.6, 2.6]),
    (SKY, &[14.0, 6.0]),
];

/// Dash of target lines.
pub const TARGET_DASH: &[f64] = &[6.0, 4.0];
/// Dash of the line between published and simulated years.
pub const NOW_DASH: &[f64] = &[1.5, 3.0];

/// Shape of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A filled disc.
    Disc,
    /// An open square.
    Square,
    /// A filled triangle.
    Triangle,
    /// A slanted cross.
    Cross,
    /// An open ring.
    Ring,
    /// A filled diamond.
    Diamond,
    /// A filled square.
    Block,
    /// A filled triangle on its tip.
    Tip,
}

/// Regions a picture can tell apart: colour and shape change together. Rings and diamonds are kept
/// for targets.
pub const REGIONS: [(Colour, Shape); 6] = [
    (INK, Shape::Disc),
    (GREEN, Shape::Square),
    (PURPLE, Shape::Triangle),
    (ORANGE, Shape::Block),
    (BLUE, Shape::Tip),
    (QUIET, Shape::Cross),
];

/// Lines drawn over a filled bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hatch {
    /// None.
    Plain,
    /// Slanted upwards.
    Rising,
    /// Slanted downwards.
    Falling,
    /// Level.
    Level,
    /// Upright.
    Upright,
    /// Slanted both ways.
    Crossed,
}

/// Parts of a stacked bar: colour and hatch change together between neighbours.
pub const FILLS: [(Colour, Hatch); 9] = [
    (BLUE, Hatch::Plain),
    (ORANGE, Hatch::Rising),
    (GREEN, Hatch::Falling),
    (PURPLE, Hatch::Level),
    (SKY, Hatch::Upright),
    (QUIET, Hatch::Plain),
    (VERMILION, Hatch::Crossed),
    (INK, Hatch::Rising),
    (RULE, Hatch::Falling),
];

/// Series of published figures: colour and shape change together.
pub const SERIES: [(Colour, Shape); 5] = [
    (INK, Shape::Disc),
    (GREEN, Shape::Square),
    (PURPLE, Shape::Triangle),
    (ORANGE, Shape::Cross),
    (QUIET, Shape::Ring),
];

/// Opacity of the bands that hold 95, 80 and 50 % of futures; they lie on one another.
pub const BANDS: [f64; 3] = [0.14, 0.20, 0.26];
/// Opacity of the interval that sampling leaves around a probability.
pub const INTERVAL: f64 = 0.18;

/// Width of a picture.
pub const WIDTH: f64 = 960.0;
/// Height of a picture.
pub const HEIGHT: f64 = 600.0;
/// Widths a picture can be asked for, in pixels.
pub const WIDTHS: RangeInclusive<u32> = 480..=2400;
/// A page narrower than this has no room for labels beside its lines; they stand below the plot.
pub const NARROW: f64 = 720.0;
/// Width of a tile map.
pub const MAP_WIDTH: f64 = 860.0;
/// Space between the edge of the page and everything on it.
pub const MARGIN: f64 = 28.0;

/// Title.
pub const TITLE: f64 = 22.0;
/// A title too long for two lines.
pub const LONG_TITLE: f64 = 17.0;
/// Subtitle.
pub const SUBTITLE: f64 = 15.0;
/// Labels beside data.
pub const LABEL: f64 = 13.0;
/// Axis numbers and quiet labels.
pub const SMALL: f64 = 12.5;
/// Footer.
pub const FOOTER: f64 = 11.0;
/// Number in a tile.
pub const TILE_NUMBER: f64 = 16.0;
/// Name in a tile.
pub const TILE_NAME: f64 = 12.5;
/// Smallest name in a tile.
pub const TILE_NAME_MIN: f64 = 10.0;
/// Distance between lines of text, in type sizes.
pub const LEADING: f64 = 1.36;

/// Width of data lines.
pub const THICK: f64 = 2.4;
/// Width of second lines: targets, whiskers, open markers.
pub const MEDIUM: f64 = 1.6;
/// Width of the grid and of leaders.
pub const THIN: f64 = 0.9;
/// Radius of markers.
pub const MARKER: f64 = 4.0;

/// Height of a picture of this width: a wide one is lower in proportion, a narrow one taller.
pub fn tall(width: f64) -> f64 {
    HEIGHT + 0.2 * (width - WIDTH)
}

/// Cividis at `t` between 0 (dark blue) and 1 (yellow), readable with any colour vision.
///
/// Source: the polynomial fit of d3-scale-chromatic (ISC licence) to the map of Nunez, Anderton and
/// Renslow, PLoS ONE 13(7), 2018.
pub fn cividis(t: f64) -> Colour {
    let t = t.clamp(0.0, 1.0);
    let byte = |v: f64| v.round().clamp(0.0, 255.0) as u8;
    Colour(
        byte(-4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))))),
        byte(32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))))),
        byte(81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67))))),
    )
}

/// Blue and vermilion light enough for letters on every shade between them.
const LIGHT_BLUE: Colour = Colour(0x52, 0xA5, 0xD8);
const LIGHT_VERMILION: Colour = Colour(0xEE, 0x8B, 0x42);

/// Vermilion at 0, nearly white at 0.5, blue at 1: a change for the worse, none, for the better.
pub fn diverging(t: f64) -> Colour {
    const MIDDLE: Colour = Colour(0xF7, 0xF7, 0xF5);
    let (end, far) = if t < 0.5 {
        (LIGHT_VERMILION, 1.0 - 2.0 * t.max(0.0))
    } else {
        (LIGHT_BLUE, 2.0 * t.min(1.0) - 1.0)
    };
    let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * far).round() as u8;
    Colour(
        mix(MIDDLE.0, end.0),
        mix(MIDDLE.1, end.1),
        mix(MIDDLE.2, end.2),
    )
}

/// The ink that reads best on a ground: paper white or black, whichever contrasts more.
pub fn ink_on(ground: Colour) -> Colour {
    if contrast(ground, PAPER) >= contrast(ground, BLACK) {
        PAPER
    } else {
        BLACK
    }
}

/// Contrast of two colours, 1 to 21 (WCAG 2.1).
pub fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance of a colour (WCAG 2.1).
fn luminance(colour: Colour) -> f64 {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            libm::pow((c + 0.055) / 1.055, 2.4)
        }
    };
    0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_on_every_shade_of_the_scale_can_be_read() {
        for step in 0..=100 {
            let ground = cividis(f64::from(step) / 100.0);
            assert!(contrast(ground, ink_on(ground)) >= 4.5, "{ground:?}");
        }
    }

    #[test]
    fn letters_on_every_shade_of_a_change_can_be_read() {
        for step in 0..=100 {
            let ground = diverging(f64::from(step) / 100.0);
            assert!(contrast(ground, BLACK) >= 7.0, "{ground:?}");
        }
    }

    #[test]
    fn cividis_grows_lighter_all_the_way() {
        let shades: Vec<f64> = (0..=50)
            .map(|s| luminance(cividis(f64::from(s) / 50.0)))
            .collect();
        assert!(shades.windows(2).all(|w| w[1] > w[0]));
    }

    #[test]
    fn no_two_lines_share_both_colour_and_dash() {
        for (at, a) in LINES.iter().enumerate() {
            for b in &LINES[at + 1..] {
                assert!(a.0 != b.0 && a.1 != b.1);
            }
        }
    }
}
