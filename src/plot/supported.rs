//! Which values of a law the past supports, beside the range that the base gives it: what lies outside
//! is ruled out.

use super::Picture;
use super::axis::{self, Scale};
use super::key::{Key, Sample};
use super::page::{Height, with_footer};
use super::scene::{Align, Rect, Type};
use super::style::*;
use super::table::{Table, figure};
use crate::hindcast::found::Supported;
use crate::results::Unit;
use crate::units::Year;
use crate::words::hindcast as words;

/// Height of a row.
const ROW: f64 = 34.0;

/// Laws with the range that the past gives them, one row each.
pub fn supported(origin: Year, laws: &[Supported]) -> Picture {
    let name = format!("laws-{origin}");
    let title = words::supported_title(origin, laws);
    if laws.is_empty() {
        return Picture::not_drawn("laws", name, title);
    }
    let letters = Type::normal(LABEL, INK);
    let quiet = Type::normal(SMALL, QUIET);
    let room = WIDTH - 2.0 * MARGIN;
    let mut key = Key::default();
    key.add(room, Sample::Line(BLUE, &[]), &[(letters, &words::FITTED)]);
    if laws.iter().any(|law| law.base.is_some()) {
        let (bar, mark) = (
            Sample::Bar(FAINT, Hatch::Plain),
            Sample::Marker(INK, Shape::Diamond),
        );
        key.add(room, bar, &[(letters, &words::BASE_RANGE)]);
        key.add(room, mark, &[(letters, &words::BASE_VALUE)]);
    }
    let height = Height::Body(laws.len() as f64 * ROW + 70.0 + key.height());
    let header = (title.as_str(), &*words::SUPPORTED);
    let mut page = with_footer(&words::laws_footer(origin), header, "", WIDTH, height);
    key.draw(&mut page.scene, page.body);
    let scene = &mut page.scene;
    let labels = laws.iter().map(|law| letters.width(&law.id));
    let notes: Vec<String> = laws.iter().map(words::ruled_out).collect();
    let told = notes
        .iter()
        .map(|note| quiet.width(note))
        .fold(0.0, f64::max);
    let plot = Rect {
        left: page.body.left + labels.fold(0.0, f64::max) + 14.0,
        top: page.body.top + 10.0,
        right: page.body.right - told - 14.0,
        bottom: page.body.bottom - key.height() - 40.0,
    };
    let ends = laws.iter().flat_map(|law| {
        let base = law.base.map(|(_, low, high)| [low, high]);
        let own = [law.low, law.high, law.fitted];
        own.into_iter().chain(base.into_iter().flatten())
    });
    // A standard deviation fitted near nothing has no upper end.
    let ends = ends.filter(|end: &f64| end.is_finite());
    let (low, high) = ends.fold((0.0, 0.0), |(low, high), end: f64| {
        (end.min(low), end.max(high))
    });
    let ticks = axis::round_ticks(low, high, 6);
    let edge = ticks[ticks.len() - 1];
    let x = Scale::new((ticks[0], edge), (plot.left + 8.0, plot.right - 8.0));
    axis::draw_values(scene, plot, &x, &ticks, Unit::Ratio);
    let mut table = Table::new(&[
        "law",
        "fitted",
        "low",
        "high",
        "base",
        "base_low",
        "base_high",
    ]);
    for (n, (law, note)) in laws.iter().zip(&notes).enumerate() {
        let y = plot.top + (n as f64 + 0.5) * ROW;
        scene.text_centred((page.body.left, y), Align::Left, letters, &law.id);
        scene.text_centred((page.body.right, y), Align::Right, quiet, note);
        if let Some((_, low, high)) = law.base {
            let bar = Rect {
                left: x.at(low),
                top: y - 9.0,
                right: x.at(high),
                bottom: y + 9.0,
            };
            scene.rect(bar, FAINT);
        }
        scene.line(
            &[(x.at(law.low), y), (x.at(law.high.min(edge)), y)],
            THICK + 1.0,
            BLUE,
            &[],
        );
        scene.marker((x.at(law.fitted), y), Shape::Disc, MARKER, BLUE);
        if let Some((value, _, _)) = law.base {
            scene.marker((x.at(value), y - 9.0), Shape::Diamond, MARKER - 0.8, INK);
        }
        let base = law
            .base
            .map(|(value, low, high)| [value, low, high].map(figure));
        let [value, low, high] = base.unwrap_or_default();
        table.row(&[
            ("law", law.id.clone()),
            ("fitted", figure(law.fitted)),
            ("low", figure(law.low)),
            ("high", figure(law.high)),
            ("base", value),
            ("base_low", low),
            ("base_high", high),
        ]);
    }
    Picture {
        chart: "laws",
        name,
        title,
        subtitle: words::SUPPORTED.to_owned(),
        scene: Some(page.scene),
        table,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_outside_the_range_of_the_past_is_ruled_out() {
        let law = |low: f64, high: f64| Supported {
            id: "quota.local_sd".to_owned(),
            fitted: 0.05,
            low,
            high,
            base: Some((0.045, 0.03, 0.07)),
        };
        for (low, high, share) in [
            (0.03, 0.07, 0.0),
            (0.05, f64::INFINITY, 0.5),
            (0.04, 0.06, 0.5),
            (0.08, 0.09, 1.0),
        ] {
            let found = law(low, high).ruled_out().unwrap();
            assert!((found - share).abs() < 1e-12, "{low} {high}: {found}");
        }
        let picture = supported(Year(2013), &[law(0.05, f64::INFINITY)]);
        assert!(
            picture.title.contains("rules out a good part"),
            "{}",
            picture.title
        );
        let scene = picture.scene.unwrap();
        let page = Rect::sized(0.0, 0.0, scene.width, scene.height);
        assert!(scene.texts.iter().all(|text| page.holds(&text.rect)));
    }
}
