//! Where a page is too narrow for labels beside their lines, they stand in a list below the plot, each
//! behind a sample of what it names.

use super::measure::{leading, wrap_at_most};
use super::scene::{Align, Rect, Scene, Type};
use super::style::{Colour, Hatch, MARKER, Shape, THICK};

/// What stands before the words.
#[derive(Clone, Copy, Debug)]
pub enum Sample {
    /// A piece of a line.
    Line(Colour, &'static [f64]),
    /// A marker.
    Marker(Colour, Shape),
    /// A piece of a bar.
    Bar(Colour, Hatch),
}

/// One entry: a sample and its lines of words.
#[derive(Clone, Debug)]
struct Entry {
    sample: Sample,
    lines: Vec<(Type, String)>,
}

/// A list of entries below a plot; an empty one takes no room.
#[derive(Clone, Debug, Default)]
pub struct Key {
    entries: Vec<Entry>,
}

/// Room of a sample with the gap behind it.
const SAMPLE: f64 = 36.0;
/// Lines a text may take.
const LINES: usize = 3;
/// Gap above the list, and between its entries.
const GAP: (f64, f64) = (18.0, 3.0);

impl Key {
    /// Adds an entry whose texts are broken to fit a list of this width.
    pub fn add(&mut self, room: f64, sample: Sample, texts: &[(Type, &str)]) {
        let broken = |(letters, text): &(Type, &str)| {
            wrap_at_most(text, letters.size, letters.weight, room - SAMPLE, LINES)
                .into_iter()
                .map(|line| (*letters, line))
                .collect::<Vec<_>>()
        };
        self.entries.push(Entry {
            sample,
            lines: texts.iter().flat_map(broken).collect(),
        });
    }

    /// Height of the list with the gap above it.
    pub fn height(&self) -> f64 {
        if self.entries.is_empty() {
            return 0.0;
        }
        GAP.0 + self.entries.iter().map(Entry::height).sum::<f64>()
    }

    /// Draws the list over the foot of a body.
    pub fn draw(&self, scene: &mut Scene, body: Rect) {
        let mut top = body.bottom - self.height() + GAP.0;
        for entry in &self.entries {
            let first = entry.lines.first().map_or(0.0, |(t, _)| leading(t.size));
            entry.draw_sample(scene, (body.left, top + first / 2.0));
            let mut baseline = top;
            for (letters, line) in &entry.lines {
                baseline += leading(letters.size);
                let place = (body.left + SAMPLE, baseline - 0.3 * letters.size);
                scene.text(place, Align::Left, *letters, line);
            }
            top += entry.height();
        }
    }
}

impl Entry {
    fn height(&self) -> f64 {
        let lines = self.lines.iter().map(|(t, _)| leading(t.size));
        lines.sum::<f64>() + GAP.1
    }

    /// Draws the sample from its left end, on the middle of the first line.
    fn draw_sample(&self, scene: &mut Scene, (x, y): (f64, f64)) {
        let width = SAMPLE - 8.0;
        match self.sample {
            Sample::Line(colour, dash) => {
                scene.line(&[(x, y), (x + width, y)], THICK, colour, dash);
            }
            Sample::Marker(colour, shape) => {
                scene.marker((x + width / 2.0, y), shape, MARKER + 0.5, colour);
            }
            Sample::Bar(colour, hatch) => {
                let bar = Rect::sized(x + (width - 16.0) / 2.0, y - 7.0, 16.0, 14.0);
                scene.bar(bar, colour, hatch);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::{BLUE, INK, SMALL};
    use super::*;

    #[test]
    fn entries_stand_below_one_another_inside_the_list() {
        let letters = Type::normal(SMALL, INK);
        let mut key = Key::default();
        assert_eq!(key.height(), 0.0);
        for text in ["one", "a text that is too long for one line of this list"] {
            key.add(140.0, Sample::Line(BLUE, &[]), &[(letters, text)]);
        }
        let mut scene = Scene::new(200.0, 200.0);
        let body = Rect::sized(20.0, 20.0, 140.0, 160.0);
        key.draw(&mut scene, body);
        assert!(scene.texts.len() > 2);
        for pair in scene.texts.windows(2) {
            assert!(pair[0].rect.bottom <= pair[1].rect.top);
        }
        let top = body.bottom - key.height();
        assert!(
            scene
                .texts
                .iter()
                .all(|t| body.holds(&t.rect) && t.rect.top > top)
        );
    }
}
