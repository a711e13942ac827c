//! Where plotters draws: its whole numbers are eighths of a pixel here, and what it draws is written
//! down at once as finished SVG.

use super::scene::Point;
use plotters::element::{Drawable, PathElement, PointCollection};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord as Place, BackendStyle as Style, BackendTextStyle, DrawingBackend,
    DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;
use std::fmt::{self, Display, Formatter};

/// Letters of every picture: our own font, and any plain one where a reader lacks it.
const FAMILY: &str = "Noto Sans, sans-serif";
/// Steps of the drawing within one pixel.
const STEPS: f64 = 8.0;

/// A length in steps of the drawing.
pub fn steps(pixels: f64) -> i32 {
    (pixels * STEPS).round() as i32
}

/// Places in steps of the drawing.
pub fn places(points: &[Point]) -> Vec<Place> {
    points.iter().map(|(x, y)| (steps(*x), steps(*y))).collect()
}

/// Steps of the drawing, written in pixels.
struct Pixels(i32);

impl Display for Pixels {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", f64::from(self.0) / STEPS)
    }
}

/// A picture being written. Shapes that follow one another and look alike share a group.
pub struct Svg<'a> {
    out: &'a mut String,
    size: (u32, u32),
    /// Lengths of the dashes and gaps of the next line.
    dashes: &'static [f64],
    /// How the shapes that wait look.
    look: String,
    /// Shapes that look alike: an element, and what it has of its own.
    alike: Vec<(&'static str, String)>,
}

impl<'a> Svg<'a> {
    /// Begins a picture of this size in steps; title and description are for readers who listen to it.
    pub fn new(out: &'a mut String, size: (i32, i32), title: &str, description: &str) -> Svg<'a> {
        let (width, height) = (Pixels(size.0), Pixels(size.1));
        out.push_str(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FAMILY}\" fill=\"none\" \
             stroke-linejoin=\"round\">\n<title>{}</title>\n<desc>{}</desc>\n",
            escaped(title),
            escaped(description),
        ));
        Svg {
            out,
            size: (size.0.unsigned_abs(), size.1.unsigned_abs()),
            dashes: &[],
            look: String::new(),
            alike: Vec::new(),
        }
    }

    fn shape(&mut self, look: String, element: &'static str, own: String) -> Drawn {
        if look != self.look {
            self.write_alike();
            self.look = look;
        }
        self.alike.push((element, own));
        Ok(())
    }

    fn write_alike(&mut self) {
        let shared = self.alike.len() > 1;
        let look = if shared {
            self.out.push_str(&format!("<g{}>\n", self.look));
            ""
        } else {
            &self.look
        };
        for (element, own) in self.alike.drain(..) {
            self.out.push_str(&format!("<{element}{look}{own}\n"));
        }
        if shared {
            self.out.push_str("</g>\n");
        }
    }

    /// How a filled shape looks, or a line.
    fn look<S: Style>(&self, style: &S, filled: bool) -> String {
        if filled {
            return paint("fill", style.color());
        }
        let width = Pixels(style.stroke_width() as i32);
        let mut look = paint("stroke", style.color());
        look.push_str(&format!(" stroke-width=\"{width}\""));
        if !self.dashes.is_empty() {
            let dashes = self.dashes.iter().map(|d| Pixels(steps(*d)).to_string());
            let dashes = dashes.collect::<Vec<_>>().join(" ");
            look.push_str(&format!(" stroke-dasharray=\"{dashes}\""));
        }
        look
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.write_alike();
        self.out.push_str("</svg>\n");
        Ok(())
    }

    fn draw_pixel(&mut self, at: Place, colour: BackendColor) -> Drawn {
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &colour, true)
    }

    fn draw_line<S: Style>(&mut self, from: Place, to: Place, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: Style>(&mut self, from: Place, to: Place, style: &S, fill: bool) -> Drawn {
        let corners = [from, (to.0, from.1), to, (from.0, to.1)];
        self.shape(self.look(style, fill), "path", outline(corners, true))
    }

    fn draw_path<S: Style, I: IntoIterator<Item = Place>>(&mut self, path: I, style: &S) -> Drawn {
        self.shape(self.look(style, false), "path", outline(path, false))
    }

    fn fill_polygon<S: Style, I: IntoIterator<Item = Place>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.shape(self.look(style, true), "path", outline(corners, true))
    }

    fn draw_circle<S: Style>(&mut self, at: Place, r: u32, style: &S, fill: bool) -> Drawn {
        let (x, y, r) = (Pixels(at.0), Pixels(at.1), Pixels(r as i32));
        let own = format!(" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>");
        self.shape(self.look(style, fill), "circle", own)
    }

    /// A text stands on the height of its point, whatever else the style says.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): Place) -> Drawn {
        let mut look = paint("fill", style.color());
        look.push_str(&format!(" font-size=\"{}\"", Pixels(style.size() as i32)));
        look.push_str(match style.style() {
            FontStyle::Bold => " font-weight=\"bold\"",
            _ => "",
        });
        look.push_str(match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        });
        let words = escaped(text).replace('"', "&quot;").replace('\'', "&apos;");
        let (x, y) = (Pixels(x), Pixels(y));
        let own = format!(" x=\"{x}\" y=\"{y}\">{words}</text>");
        self.shape(look, "text", own)
    }
}

/// A line in dashes: plotters itself would draw each dash as a line of its own.
pub struct Dashed {
    /// The line.
    pub path: PathElement<Place>,
    /// Lengths of its dashes and gaps; none where it is solid.
    pub dashes: &'static [f64],
}

impl<'a> PointCollection<'a, Place> for &'a Dashed {
    type Point = &'a Place;
    type IntoIter = &'a [Place];

    fn point_iter(self) -> &'a [Place] {
        self.path.point_iter()
    }
}

impl Drawable<Svg<'_>> for Dashed {
    fn draw<I: Iterator<Item = Place>>(
        &self,
        points: I,
        svg: &mut Svg<'_>,
        area: (u32, u32),
    ) -> Drawn {
        svg.dashes = self.dashes;
        let drawn = self.path.draw(points, svg, area);
        svg.dashes = &[];
        drawn
    }
}

/// The way through some points, each told from the one before.
fn outline(points: impl IntoIterator<Item = Place>, closed: bool) -> String {
    let mut way = String::from(" d=\"");
    let mut last = None;
    for (x, y) in points {
        let (a, b) = last.unwrap_or((x, y));
        way.push_str(&match (x - a, y - b) {
            _ if last.is_none() => format!("M{} {}", Pixels(x), Pixels(y)),
            (0, 0) => String::new(),
            (right, 0) => format!("h{}", Pixels(right)),
            (0, down) => format!("v{}", Pixels(down)),
            (right, down) => format!("l{} {}", Pixels(right), Pixels(down)),
        });
        last = Some((x, y));
    }
    way.push_str(if closed { "z\"/>" } else { "\"/>" });
    way
}

fn paint(what: &str, colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    let mut paint = format!(" {what}=\"#{red:02X}{green:02X}{blue:02X}\"");
    if colour.alpha < 1.0 {
        paint.push_str(&format!(" {what}-opacity=\"{}\"", colour.alpha));
    }
    paint
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
