//! A scene becomes an SVG: plotters draws it eight times as large, since its places are whole
//! numbers, and the header brings it back to its size.

use super::PlotError;
use super::measure::ensure_font;
use super::scene::{Mark, Scene};
use super::style::{Colour, PAPER};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::fmt::Display;

/// How much larger plotters draws.
const SCALE: f64 = 8.0;
/// Plotters divides a type size by this when it writes SVG.
const SIZE_FACTOR: f64 = 1.24;
/// Distance from the top of a text to its baseline as plotters writes it, in type sizes.
const TOP_TO_BASELINE: f64 = 0.76;
/// Letters of the picture: our own font, and any plain one where a reader lacks it.
const FAMILY: &str = "Noto Sans, sans-serif";

/// Draws a scene; title and description are for readers who listen to the picture.
pub fn svg(scene: &Scene, title: &str, description: &str) -> Result<String, PlotError> {
    ensure_font();
    let mut drawn = String::new();
    let size = (fine(scene.width) as u32, fine(scene.height) as u32);
    {
        let root = SVGBackend::with_string(&mut drawn, size).into_drawing_area();
        root.fill(&rgb(PAPER)).map_err(failed)?;
        for mark in &scene.marks {
            draw(&root, mark)?;
        }
        root.present().map_err(failed)?;
    }
    Ok(rewritten(&drawn, scene, title, description))
}

fn draw(
    root: &DrawingArea<SVGBackend<'_>, plotters::coord::Shift>,
    mark: &Mark,
) -> Result<(), PlotError> {
    match mark {
        Mark::Line {
            points,
            width,
            colour,
            alpha,
        } => {
            let style = ShapeStyle {
                color: rgb(*colour).mix(*alpha),
                filled: false,
                stroke_width: fine(*width).max(1) as u32,
            };
            root.draw(&PathElement::new(fines(points), style))
                .map_err(failed)
        }
        Mark::Area {
            points,
            colour,
            alpha,
        } => root
            .draw(&Polygon::new(fines(points), rgb(*colour).mix(*alpha)))
            .map_err(failed),
        Mark::Disc {
            centre,
            radius,
            colour,
        } => {
            let centre = (fine(centre.0), fine(centre.1));
            root.draw(&Circle::new(centre, fine(*radius), rgb(*colour).filled()))
                .map_err(failed)
        }
        Mark::Text { text, at, letters } => {
            let top = at.1 - TOP_TO_BASELINE * letters.size;
            let colour = rgb(letters.colour);
            let style = TextStyle::from(
                (
                    "sans-serif",
                    letters.size * SCALE * SIZE_FACTOR,
                    letters.weight.style(),
                )
                    .into_font(),
            )
            .color(&colour)
            .pos(Pos::new(HPos::Left, VPos::Top));
            root.draw(&Text::new(text.as_str(), (fine(at.0), fine(top)), style))
                .map_err(failed)
        }
    }
}

/// The drawing with its size, its font and its words put right.
fn rewritten(drawn: &str, scene: &Scene, title: &str, description: &str) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" \
         role=\"img\" stroke-linejoin=\"round\">\n<title>{}</title>\n<desc>{}</desc>\n",
        scene.width,
        scene.height,
        fine(scene.width),
        fine(scene.height),
        escaped(title),
        escaped(description),
    );
    let mut lines = drawn.lines().skip(1).peekable();
    while let Some(line) = lines.next() {
        if !line.starts_with("<text ") {
            // An area has no edge: how much shines through is a matter of its filling, which costs
            // painters no layer of its own.
            out.push_str(&line.replace("<polygon opacity", "<polygon fill-opacity"));
            out.push('\n');
            continue;
        }
        out.push_str(&with_size(&line.replace(
            "font-family=\"sans-serif\"",
            &format!("font-family=\"{FAMILY}\""),
        )));
        for words in lines.by_ref() {
            out.push_str(words);
            if words == "</text>" {
                break;
            }
        }
        out.push('\n');
    }
    out
}

/// A text's opening tag with its size rounded to what the eye can see.
fn with_size(tag: &str) -> String {
    const KEY: &str = "font-size=\"";
    let Some(start) = tag.find(KEY).map(|at| at + KEY.len()) else {
        return tag.to_owned();
    };
    let Some(end) = tag[start..].find('"').map(|at| at + start) else {
        return tag.to_owned();
    };
    let size: f64 = tag[start..end].parse().unwrap_or(0.0);
    format!(
        "{}{}{}",
        &tag[..start],
        (size * 100.0).round() / 100.0,
        &tag[end..]
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn fine(value: f64) -> i32 {
    (value * SCALE).round() as i32
}

fn fines(points: &[(f64, f64)]) -> Vec<(i32, i32)> {
    points.iter().map(|(x, y)| (fine(*x), fine(*y))).collect()
}

fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

fn failed(error: impl Display) -> PlotError {
    PlotError::Draw(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::scene::{Align, Type};
    use super::super::style::INK;
    use super::*;

    #[test]
    fn the_header_brings_the_drawing_back_to_its_size() {
        let mut scene = Scene::new(200.0, 100.0);
        scene.text(
            (10.0, 50.0),
            Align::Left,
            Type::bold(13.0, INK),
            "Đắẵ ỷợ < 5 & \"more\"",
        );
        let text = svg(&scene, "A & B", "").unwrap();
        assert!(text.contains("width=\"200\" height=\"100\" viewBox=\"0 0 1600 800\""));
        assert!(text.contains("font-family=\"Noto Sans, sans-serif\" font-size=\"104\""));
        assert!(text.contains("font-weight=\"bold\">Đắẵ ỷợ &lt; 5 &amp; &quot;more&quot;</text>"));
        assert!(text.contains("<title>A &amp; B</title>"));
        assert!(text.ends_with("</svg>\n"));
    }
}
