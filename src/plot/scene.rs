//! What stands on a page: lines, areas, markers and texts at their places, before any file is
//! written. Every text leaves its box here, so that a test can see whether two of them meet.

use super::measure::{self, Weight};
use super::style::{self, Colour, Hatch, Shape};

/// A point on the page: pixels right of its left edge and below its top.
pub type Point = (f64, f64);

/// A rectangle on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// A rectangle from its upper left corner and its size.
    pub fn sized(left: f64, top: f64, width: f64, height: f64) -> Rect {
        Rect {
            left,
            top,
            right: left + width,
            bottom: top + height,
        }
    }
    /// Width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }
    /// Height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
    /// Whether the two share an area.
    pub fn meets(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
    /// Whether `other` lies inside.
    pub fn holds(&self, other: &Rect) -> bool {
        other.left >= self.left
            && other.right <= self.right
            && other.top >= self.top
            && other.bottom <= self.bottom
    }
    /// The same rectangle with a rim of `by` on every side (negative: without it).
    pub fn grown(&self, by: f64) -> Rect {
        Rect {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }
    /// The line across it at a height.
    pub fn level(&self, y: f64) -> [Point; 2] {
        [(self.left, y), (self.right, y)]
    }
    /// The line down it at a place from the left.
    pub fn upright(&self, x: f64) -> [Point; 2] {
        [(x, self.top), (x, self.bottom)]
    }
    /// Centre.
    pub fn centre(&self) -> Point {
        (
            (self.left + self.right) / 2.0,
            (self.top + self.bottom) / 2.0,
        )
    }
}

/// How a text lies at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// It starts there.
    Left,
    /// It is centred there.
    Middle,
    /// It ends there.
    Right,
}

/// How letters look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Type size.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
}

impl Type {
    /// Normal letters.
    pub fn normal(size: f64, colour: Colour) -> Type {
        Type {
            size,
            weight: Weight::Normal,
            colour,
        }
    }
    /// Bold letters.
    pub fn bold(size: f64, colour: Colour) -> Type {
        Type {
            size,
            weight: Weight::Bold,
            colour,
        }
    }
    /// Width of a text in these letters.
    pub fn width(&self, text: &str) -> f64 {
        measure::width(text, self.size, self.weight)
    }
}

/// A text as drawn, with the box its letters fill.
#[derive(Clone, Debug, PartialEq)]
pub struct TextBox {
    /// The words.
    pub text: String,
    /// The box.
    pub rect: Rect,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// An open line.
    Line {
        /// Points.
        points: Vec<Point>,
        /// Width.
        width: f64,
        /// Colour.
        colour: Colour,
        /// Lengths of its dashes and gaps; none where it is solid.
        dashes: &'static [f64],
    },
    /// A filled polygon.
    Area {
        /// Corners.
        points: Vec<Point>,
        /// Colour.
        colour: Colour,
        /// Opacity.
        alpha: f64,
    },
    /// A filled disc.
    Disc {
        /// Centre.
        centre: Point,
        /// Radius.
        radius: f64,
        /// Colour.
        colour: Colour,
    },
    /// A line of text.
    Text {
        /// The words.
        text: String,
        /// A point of its baseline.
        at: Point,
        /// How it lies there.
        align: Align,
        /// Letters.
        letters: Type,
    },
}

/// A page being drawn; later marks lie on earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Marks from the lowest up.
    pub marks: Vec<Mark>,
    /// Boxes of all texts.
    pub texts: Vec<TextBox>,
}

impl Scene {
    /// An empty page.
    pub fn new(width: f64, height: f64) -> Scene {
        Scene {
            width,
            height,
            marks: Vec::new(),
            texts: Vec::new(),
        }
    }

    /// A line, solid or dashed.
    pub fn line(&mut self, points: &[Point], width: f64, colour: Colour, dashes: &'static [f64]) {
        if points.len() > 1 {
            self.marks.push(Mark::Line {
                points: points.to_vec(),
                width,
                colour,
                dashes,
            });
        }
    }

    /// A filled polygon.
    pub fn area(&mut self, points: Vec<Point>, colour: Colour, alpha: f64) {
        if points.len() > 2 {
            self.marks.push(Mark::Area {
                points,
                colour,
                alpha,
            });
        }
    }

    /// A filled rectangle.
    pub fn rect(&mut self, r: Rect, colour: Colour) {
        let corners = vec![
            (r.left, r.top),
            (r.right, r.top),
            (r.right, r.bottom),
            (r.left, r.bottom),
        ];
        self.area(corners, colour, 1.0);
    }

    /// The outline of a rectangle.
    pub fn outline(&mut self, r: Rect, width: f64, colour: Colour) {
        let half = width / 2.0;
        let corners = [
            (r.left - half, r.top),
            (r.right, r.top),
            (r.right, r.bottom),
            (r.left, r.bottom),
            (r.left, r.top - half),
        ];
        self.line(&corners, width, colour, &[]);
    }

    /// A filled disc.
    pub fn disc(&mut self, centre: Point, radius: f64, colour: Colour) {
        self.marks.push(Mark::Disc {
            centre,
            radius,
            colour,
        });
    }

    /// A marker with a rim of paper, so that it stands off the lines beneath.
    pub fn marker(&mut self, (x, y): Point, shape: Shape, radius: f64, colour: Colour) {
        const SQUARE: &[Point] = &[(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
        const TRIANGLE: &[Point] = &[(0.0, -1.2), (1.1, 0.8), (-1.1, 0.8)];
        const TIP: &[Point] = &[(0.0, 1.2), (1.1, -0.8), (-1.1, -0.8)];
        const DIAMOND: &[Point] = &[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)];
        let (r, rim) = (radius, radius + 1.5);
        // Corners, none of a disc, and how large rim, body and hole are; what has no hole says 0.
        let (corners, sizes) = match shape {
            Shape::Disc => (&[][..], [rim, r, 0.0]),
            Shape::Ring => (&[][..], [rim, r, r - style::MEDIUM]),
            Shape::Square => (SQUARE, [rim, 0.9 * r, 0.9 * r - style::MEDIUM]),
            Shape::Block => (SQUARE, [rim, 0.9 * r, 0.0]),
            Shape::Triangle => (TRIANGLE, [rim + 1.0, r, 0.0]),
            Shape::Tip => (TIP, [rim + 1.0, r, 0.0]),
            Shape::Diamond => (DIAMOND, [1.3 * r + 2.2, 1.3 * r, 0.0]),
            Shape::Cross => {
                let r = 0.85 * r;
                for (from, to) in [
                    ((x - r, y - r), (x + r, y + r)),
                    ((x - r, y + r), (x + r, y - r)),
                ] {
                    self.line(&[from, to], style::MEDIUM + 0.4, colour, &[]);
                }
                return;
            }
        };
        let colours = [style::PAPER, colour, style::PAPER];
        for (size, colour) in sizes
            .into_iter()
            .zip(colours)
            .filter(|(size, _)| *size > 0.0)
        {
            if corners.is_empty() {
                self.disc((x, y), size, colour);
            } else {
                let at = |(right, down): &Point| (x + right * size, y + down * size);
                self.area(corners.iter().map(at).collect(), colour, 1.0);
            }
        }
    }

    /// A bar filled with a colour, and lines of paper over it: parts are told apart without colour.
    pub fn bar(&mut self, r: Rect, colour: Colour, hatch: Hatch) {
        const STEP: f64 = 7.0;
        self.rect(r, colour);
        let mut stroke = |points: &[Point]| self.line(points, 1.1, style::PAPER, &[]);
        let height = r.height();
        if matches!(hatch, Hatch::Rising | Hatch::Falling | Hatch::Crossed) {
            let mut foot = r.left - height + STEP - 1.0;
            while foot < r.right {
                let (from, to) = (foot.max(r.left), (foot + height).min(r.right));
                let (start, end) = (from - foot, to - foot);
                if hatch != Hatch::Falling {
                    stroke(&[(from, r.bottom - start), (to, r.bottom - end)]);
                }
                if hatch != Hatch::Rising {
                    stroke(&[(from, r.top + start), (to, r.top + end)]);
                }
                foot += STEP;
            }
        }
        if hatch == Hatch::Level {
            let mut y = r.top + STEP / 2.0;
            while y < r.bottom {
                stroke(&r.level(y));
                y += STEP - 2.0;
            }
        }
        if hatch == Hatch::Upright {
            let mut x = r.left + STEP / 2.0;
            while x < r.right {
                stroke(&r.upright(x));
                x += STEP - 1.0;
            }
        }
    }

    /// A line of text at a point of its baseline; returns the box its letters fill.
    pub fn text(&mut self, (x, baseline): Point, align: Align, letters: Type, text: &str) -> Rect {
        let width = letters.width(text);
        let left = match align {
            Align::Left => x,
            Align::Middle => x - width / 2.0,
            Align::Right => x - width,
        };
        let rect = Rect {
            left,
            top: baseline - measure::ascent(text, letters.size),
            right: left + width,
            bottom: baseline + measure::descent(letters.size),
        };
        if !text.is_empty() {
            self.marks.push(Mark::Text {
                text: text.to_owned(),
                at: (x, baseline),
                align,
                letters,
            });
            self.texts.push(TextBox {
                text: text.to_owned(),
                rect,
            });
        }
        rect
    }

    /// A text centred on a height instead of standing on a baseline.
    pub fn text_centred(&mut self, (x, y): Point, align: Align, letters: Type, text: &str) -> Rect {
        self.text((x, y + 0.36 * letters.size), align, letters, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_hatch_leaves_its_bar() {
        let bar = Rect::sized(10.0, 20.0, 30.0, 12.0);
        for (_, hatch) in style::FILLS {
            let mut scene = Scene::new(60.0, 60.0);
            scene.bar(bar, style::BLUE, hatch);
            for mark in &scene.marks {
                let (Mark::Line { points, .. } | Mark::Area { points, .. }) = mark else {
                    panic!("a bar is an area with lines");
                };
                for (x, y) in points {
                    let inside = bar.grown(1e-9).holds(&Rect::sized(*x, *y, 0.0, 0.0));
                    assert!(inside, "{hatch:?}: {x}, {y}");
                }
            }
        }
    }

    #[test]
    fn a_text_leaves_its_box() {
        let mut scene = Scene::new(200.0, 100.0);
        let box_ = scene.text(
            (100.0, 50.0),
            Align::Right,
            Type::normal(13.0, style::INK),
            "beds",
        );
        assert!((box_.right - 100.0).abs() < 1e-9 && box_.left < 80.0);
        assert!(box_.top < 45.0 && box_.bottom > 50.0);
        assert_eq!(scene.texts.len(), 1);
    }

    #[test]
    fn touching_rectangles_do_not_meet() {
        let a = Rect::sized(0.0, 0.0, 10.0, 10.0);
        assert!(!a.meets(&Rect::sized(10.0, 0.0, 5.0, 5.0)));
        assert!(a.meets(&Rect::sized(9.9, 0.0, 5.0, 5.0)));
    }
}
