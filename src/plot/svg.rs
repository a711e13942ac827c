//! A scene becomes an SVG: plotters draws its marks, and our backend writes them down.

use super::PlotError;
use super::backend::{Dashed, Svg, places, steps};
use super::measure::Weight;
use super::scene::{Align, Mark, Scene};
use super::style::{Colour, PAPER};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// Draws a scene; title and description are for readers who listen to the picture.
pub fn svg(scene: &Scene, title: &str, description: &str) -> Result<String, PlotError> {
    let mut text = String::new();
    let size = (steps(scene.width), steps(scene.height));
    let page = Svg::new(&mut text, size, title, description).into_drawing_area();
    page.fill(&rgb(PAPER))
        .and_then(|()| scene.marks.iter().try_for_each(|mark| draw(&page, mark)))
        .and_then(|()| page.present())
        .map_err(|e| PlotError::Draw(e.to_string()))?;
    drop(page);
    Ok(text)
}

fn draw<'a>(page: &DrawingArea<Svg<'a>, Shift>, mark: &Mark) -> DrawResult<(), Svg<'a>> {
    match mark {
        Mark::Line {
            points,
            width,
            colour,
            dashes,
        } => {
            let style = rgb(*colour).stroke_width(steps(*width).max(1).unsigned_abs());
            page.draw(&Dashed {
                path: PathElement::new(places(points), style),
                dashes,
            })
        }
        Mark::Area {
            points,
            colour,
            alpha,
        } => page.draw(&Polygon::new(places(points), rgb(*colour).mix(*alpha))),
        Mark::Disc {
            centre,
            radius,
            colour,
        } => {
            let centre = (steps(centre.0), steps(centre.1));
            page.draw(&Circle::new(centre, steps(*radius), rgb(*colour).filled()))
        }
        Mark::Text {
            text,
            at,
            align,
            letters,
        } => {
            let weight = match letters.weight {
                Weight::Normal => FontStyle::Normal,
                Weight::Bold => FontStyle::Bold,
            };
            let align = match align {
                Align::Left => HPos::Left,
                Align::Middle => HPos::Center,
                Align::Right => HPos::Right,
            };
            let style = FontDesc::new(FontFamily::SansSerif, steps(letters.size).into(), weight)
                .color(&rgb(letters.colour))
                .pos(Pos::new(align, VPos::Bottom));
            page.draw(&Text::new(text.as_str(), (steps(at.0), steps(at.1)), style))
        }
    }
}

fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

#[cfg(test)]
mod tests {
    use super::super::scene::Type;
    use super::super::style::INK;
    use super::*;

    #[test]
    fn shapes_that_look_alike_share_a_group_and_texts_stay_texts() {
        let mut scene = Scene::new(200.0, 100.0);
        scene.line(&[(10.0, 20.0), (40.06, 20.0)], 0.9, INK, &[6.0, 3.5]);
        scene.line(&[(10.0, 30.0), (12.0, 28.5)], 0.9, INK, &[6.0, 3.5]);
        let letters = Type::bold(12.5, INK);
        scene.text((10.0, 50.0), Align::Right, letters, "Đắẵ ỷợ < 5 & \"more\"");
        assert_eq!(
            svg(&scene, "A & B", "").unwrap(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\" \
             viewBox=\"0 0 200 100\" role=\"img\" font-family=\"Noto Sans, sans-serif\" fill=\"none\" \
             stroke-linejoin=\"round\">\n<title>A &amp; B</title>\n<desc></desc>\n\
             <path fill=\"#FFFFFF\" d=\"M0 0h200v100h-200z\"/>\n\
             <g stroke=\"#1A1A1A\" stroke-width=\"0.875\" stroke-dasharray=\"6 3.5\">\n\
             <path d=\"M10 20h30\"/>\n<path d=\"M10 30l2 -1.5\"/>\n</g>\n\
             <text fill=\"#1A1A1A\" font-size=\"12.5\" font-weight=\"bold\" text-anchor=\"end\" \
             x=\"10\" y=\"50\">Đắẵ ỷợ &lt; 5 &amp; &quot;more&quot;</text>\n</svg>\n"
        );
    }
}
