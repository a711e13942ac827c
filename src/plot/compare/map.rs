//! Where an option changes what it exists for: every province is one tile.

use super::slug;
use crate::base::Direction;
use crate::plot::axis;
use crate::plot::map::{Colours, Legend, Tile, draw_with_footer};
use crate::plot::style::MAP_WIDTH;
use crate::plot::table::{Table, figure};
use crate::plot::{Picture, PlotError};
use crate::results::comparison::{Comparison, ProvinceChange, QuestionKind, Verdict};
use crate::results::{Scope, Unit};
use crate::words::chart as shared;
use crate::words::{chart::compare as words, compare as said};

/// The indicator told by province that an option exists for; else the first that is told.
fn lead(c: &Comparison, o: usize) -> Option<&str> {
    let told = |id: &str| {
        c.provinces
            .iter()
            .any(|p| p.option == o && p.indicator == id)
    };
    let own = c.options[o].serves.iter().find(|id| told(id));
    let any = c
        .provinces
        .iter()
        .find(|p| p.option == o)
        .map(|p| &p.indicator);
    own.or(any).map(String::as_str)
}

/// Draws the map of one option.
pub fn draw(c: &Comparison, o: usize) -> Result<Picture, PlotError> {
    let option = &c.options[o];
    let Some((id, at)) = lead(c, o).and_then(|id| Some((id, c.indicator(id)?))) else {
        let name = format!("tiles-change-{}", slug(&option.name));
        return Ok(Picture::not_drawn(
            "tiles-change",
            name,
            words::NOTHING.to_owned(),
        ));
    };
    let info = &c.indicators[at];
    let name = format!("tiles-change-{}-{id}-{}", slug(&option.name), c.year);
    let scale = said::scale(QuestionKind::Value, info.unit);
    let row = |code: &str| {
        let of = |p: &&ProvinceChange| p.option == o && p.indicator == id && p.province == code;
        c.provinces.iter().find(of)
    };
    // One number of decimals for the whole map: two figures of the largest change.
    let shown = |p: &&ProvinceChange| p.option == o && p.indicator == id;
    let sizes = c
        .provinces
        .iter()
        .filter(shown)
        .map(|p| (p.difference.mean * scale).abs());
    let most = sizes.fold(0.0, f64::max);
    let label =
        |p: &ProvinceChange| said::with_sign(p.difference.mean * scale, said::figures(most));
    let mut tiles: Vec<Tile> = Vec::new();
    let mut told: Vec<(&Scope, &ProvinceChange)> = Vec::new();
    for scope in c.provinces() {
        let found = row(&scope.code);
        if let Some(p) = found {
            told.push((scope, p));
        }
        tiles.push(Tile {
            scope,
            value: found.map(|p| p.difference.mean * scale),
            label: found.map_or(shared::NO_FIGURE.to_owned(), |p| {
                match p.difference.verdict {
                    Verdict::CannotTell | Verdict::TooSmall => format!("({})", label(p)),
                    _ => label(p),
                }
            }),
            outlined: false,
            here: false,
        });
    }
    if most <= 0.0 || tiles.iter().all(|t| t.scope.tile.is_none()) {
        return Ok(Picture::not_drawn(
            "tiles-change",
            name,
            words::NOTHING.to_owned(),
        ));
    }
    let count = |up: bool| {
        let of = |(_, p): &&(&Scope, &ProvinceChange)| {
            let d = &p.difference;
            d.verdict.is_clear() && (d.mean > 0.0) == up
        };
        told.iter().filter(of).count()
    };
    let ends = |most: bool| {
        let mean = |p: &ProvinceChange| p.difference.mean;
        let found = if most {
            told.iter().max_by(|a, b| {
                mean(a.1)
                    .total_cmp(&mean(b.1))
                    .then(b.0.name.cmp(&a.0.name))
            })
        } else {
            told.iter().min_by(|a, b| {
                mean(a.1)
                    .total_cmp(&mean(b.1))
                    .then(a.0.name.cmp(&b.0.name))
            })
        };
        found.map_or(String::new(), |(place, p)| {
            format!("{} {}", place.name, label(p))
        })
    };
    let better = c
        .questions
        .iter()
        .find(|q| q.kind == QuestionKind::Value && q.indicator == id);
    let better = better.and_then(|q| q.better);
    let title = words::map_title(&option.title, &info.title, c.year);
    let subtitle = words::map_answer(
        count(true),
        count(false),
        told.len(),
        &ends(true),
        &ends(false),
        ("higher", "lower"),
    );
    let ticks = axis::round_ticks(-most, most, 6);
    let unit = match info.unit {
        Unit::Share => words::PERCENTAGE_POINTS.to_owned(),
        other => shared::unit(other, &c.currency),
    };
    let legend = Legend {
        title: words::map_legend(&unit),
        ticks,
        unit: Unit::Ratio,
        mark: None,
        colours: if better == Some(Direction::AtMost) {
            Colours::Turned
        } else {
            Colours::Change
        },
    };
    let footer = words::footer(c);
    let notes = (&*words::MAP_NOTE, footer.as_str());
    let scene = draw_with_footer((&title, &subtitle), &tiles, &legend, MAP_WIDTH, notes);
    Ok(Picture {
        chart: "tiles-change",
        name,
        title,
        subtitle,
        scene: Some(scene),
        table: table(c, &option.name, &told),
    })
}

/// The changes in numbers.
fn table(c: &Comparison, option: &str, told: &[(&Scope, &ProvinceChange)]) -> Table {
    let mut table = Table::new(&[
        "option",
        "province",
        "name",
        "indicator",
        "year",
        "value",
        "reference",
        "difference",
        "low",
        "high",
        "verdict",
    ]);
    for (scope, p) in told {
        let d = &p.difference;
        table.row(&[
            ("option", option.to_owned()),
            ("province", scope.code.clone()),
            ("name", scope.name.en.clone()),
            ("indicator", p.indicator.clone()),
            ("year", c.year.to_string()),
            ("value", figure(p.here)),
            ("reference", figure(p.reference)),
            ("difference", figure(d.mean)),
            ("low", figure(d.low)),
            ("high", figure(d.high)),
            ("verdict", said::verdict_in_tables(d.verdict).to_owned()),
        ]);
    }
    table
}
