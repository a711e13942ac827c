//! A user looks at the pictures of a run: every text can be read, none lies on another, and each
//! picture has its figures beside it.

use crate::support::findings;
use crate::support::findings::{FUTURES, ask_provinces, counted, lakeland, viet_nam};
use carecast::internals::base::{Direction, Form, Grade};
use carecast::internals::plot::scene::{Mark, Rect, Scene};
use carecast::internals::plot::{self, Options, Picture, style};
use carecast::internals::results::{
    Findings, OwnCount, Probability, ProvinceCount, ProvinceFocus, Unit,
};
use carecast::internals::units::Year;
use std::fs;

/// Cases that pictures meet in life or in a bad dream.
fn cases() -> Vec<(&'static str, Findings)> {
    let long = "a very long name that nobody would choose but somebody will, ";
    vec![
        ("viet-nam", viet_nam()),
        ("lakeland", lakeland()),
        ("long words", {
            let mut f = viet_nam();
            f.country = long.repeat(4).into();
            f.scenario = "scenario-with-a-long-name-".repeat(8);
            for info in &mut f.indicators {
                info.title = format!("{} {}", info.title, long.repeat(3)).into();
            }
            for point in &mut f.history {
                point.series = format!("{} {}", point.series, long.repeat(3));
            }
            for row in &mut f.ledger {
                row.title = format!("{} {}", row.title, long.repeat(2)).into();
            }
            for scope in &mut f.scopes {
                scope.name = format!("{} {}", scope.name, long).into();
            }
            f
        }),
        ("never", all_probabilities(0)),
        ("always", all_probabilities(FUTURES)),
        ("one future", {
            let mut f = viet_nam();
            for summary in f.summaries.iter_mut().flatten() {
                summary.percentiles = [summary.mean; 7];
                summary.sd = 0.0;
            }
            for whole in &mut f.exceedance {
                whole.quantiles.fill(35.25);
            }
            f
        }),
        ("huge values", {
            let mut f = viet_nam();
            for summary in f.summaries.iter_mut().flatten() {
                summary.mean *= 3.4e9;
                summary.percentiles = summary.percentiles.map(|p| p * 3.4e9);
            }
            for target in &mut f.targets {
                target.threshold *= 3.4e9;
            }
            for row in &mut f.province_probability {
                row.threshold *= 3.4e9;
            }
            for value in f.exceedance.iter_mut().flat_map(|e| &mut e.quantiles) {
                *value *= 3.4e9;
            }
            for row in &mut f.costs {
                row.constant *= 3.4e9;
            }
            for row in &mut f.ledger {
                (row.mean, row.p10, row.p90) = (row.mean * 3.4e7, row.p10 * 3.4e7, row.p90 * 3.4e7);
            }
            for info in &mut f.indicators {
                info.unit = if info.unit == Unit::Share {
                    Unit::Count
                } else {
                    Unit::Money
                };
            }
            f
        }),
        ("nothing moves", {
            let mut f = viet_nam();
            for summary in f.summaries.iter_mut().flatten() {
                summary.mean = 0.0;
                summary.percentiles = [0.0; 7];
            }
            for row in &mut f.ledger {
                (row.mean, row.p10, row.p90) = (0.0, 0.0, 0.0);
            }
            for whole in &mut f.exceedance {
                whole.quantiles.fill(0.0);
            }
            for row in &mut f.costs {
                row.constant = 0.0;
            }
            f
        }),
        ("unknown base year", {
            let mut f = viet_nam();
            let years = f.years.len();
            for cell in f.summaries.iter_mut().step_by(years) {
                *cell = None;
            }
            f
        }),
        ("less is better", {
            let mut f = viet_nam();
            let turned = |p: &Probability| counted(p.of - p.hits);
            for target in &mut f.targets {
                target.direction = Direction::AtMost;
                target.by_year = target.by_year.iter().map(turned).collect();
                target.probability = target.probability.as_ref().map(turned);
            }
            for row in &mut f.province_probability {
                row.direction = Direction::AtMost;
                row.probability = turned(&row.probability);
            }
            f
        }),
        ("a band", banded()),
        ("over, from a year on", {
            let mut f = viet_nam();
            let form = Form {
                strict: true,
                from: Some(Year(2027)),
                ..Form::default()
            };
            f.targets.iter_mut().for_each(|t| t.form = form);
            f.province_probability
                .iter_mut()
                .for_each(|r| r.form = form);
            f
        }),
        ("many purposes of money", {
            let mut f = viet_nam();
            let mut more = Vec::new();
            for (at, row) in f.costs.iter().enumerate() {
                let mut row = row.clone();
                row.purpose = format!("purpose_number_{}_of_many_more", at % 14);
                more.push(row);
            }
            f.costs = more;
            f
        }),
        ("many years", {
            let mut f = viet_nam();
            for at in 10..40 {
                for row in 0..12 {
                    let mut row = f.costs[row * 10].clone();
                    row.year = Year(2026 + at);
                    f.costs.push(row);
                }
            }
            f
        }),
        ("one year", {
            let mut f = viet_nam();
            let (years, kept) = (f.years.len(), 2);
            let mut at = 0;
            f.summaries.retain(|_| {
                at += 1;
                (at - 1) % years < kept
            });
            f.years.truncate(kept);
            for target in &mut f.targets {
                target.by_year.truncate(kept - 1);
            }
            f
        }),
        ("many targets", {
            let mut f = viet_nam();
            for year in 2027..2035 {
                let mut target = f.targets[0].clone();
                target.id = format!("beds_per_10k/nation/{year}/more");
                target.year = Year(year);
                target.threshold = 34.0 + f64::from(year - 2026) * 0.2;
                target.probability = Some(target.by_year[(year - 2026) as usize]);
                f.targets.push(target);
            }
            f
        }),
        ("many series", {
            let mut f = viet_nam();
            for series in 0..7 {
                let mut point = f.history[0].clone();
                point.series = format!("Survey number {series} of health facilities");
                point.year = Year(2012 + series);
                point.value = 24.0;
                f.history.push(point);
            }
            f
        }),
        ("tiny country asked", {
            let mut f = lakeland();
            ask_provinces(&mut f, "nurses_per_10k", Year(2035), 20.0);
            f
        }),
    ]
}

/// Beds are asked to lie in a band, of the nation and of every province.
fn banded() -> Findings {
    let mut f = viet_nam();
    let form = Form {
        up_to: Some(37.0),
        ..Form::default()
    };
    let beds = "beds_per_10k";
    let asked = f.targets.iter_mut().filter(|t| t.indicator == beds);
    asked.for_each(|t| t.form.up_to = Some(t.threshold + 2.0));
    let asked = f.province_probability.iter_mut();
    let asked = asked.filter(|r| r.indicator == beds);
    asked.for_each(|r| r.form = form);
    f
}

fn all_probabilities(hits: u32) -> Findings {
    let mut f = viet_nam();
    let set = |p: &mut Probability| *p = counted(hits);
    for target in &mut f.targets {
        target.by_year.iter_mut().for_each(set);
        target.probability.iter_mut().for_each(set);
        target.driver_range = None;
    }
    f.province_probability
        .iter_mut()
        .for_each(|row| set(&mut row.probability));
    f
}

fn drawn(case: &str, findings: &Findings) -> Vec<Picture> {
    plot::pictures(findings).unwrap_or_else(|e| panic!("{case}: {e}"))
}

fn scenes(pictures: &[Picture]) -> impl Iterator<Item = (&str, &Scene)> {
    pictures
        .iter()
        .filter_map(|p| p.scene.as_ref().map(|s| (p.name.as_str(), s)))
}

/// Every text stands on the page and none lies on another.
fn texts_are_apart(case: &str, name: &str, scene: &Scene) {
    let page = Rect::sized(0.0, 0.0, scene.width, scene.height).grown(-4.0);
    for (at, text) in scene.texts.iter().enumerate() {
        assert!(
            page.holds(&text.rect),
            "{case}: {name}: {text:?} leaves the page"
        );
        for other in &scene.texts[at + 1..] {
            assert!(
                !text.rect.meets(&other.rect),
                "{case}: {name}: {text:?} lies on {other:?}"
            );
        }
    }
}

#[test]
fn no_text_lies_on_another_or_leaves_the_page() {
    for (case, findings) in cases() {
        for (name, scene) in scenes(&drawn(case, &findings)) {
            texts_are_apart(case, name, scene);
        }
    }
}

/// Widths a picture is asked for: half a page, where the layout turns, a wide screen.
const WIDTHS: [u32; 6] = [480, 700, 720, 959, 1200, 2000];

/// Every picture of a run, laid out for a width.
fn drawn_at(case: &str, findings: &Findings, width: u32) -> Vec<Picture> {
    let wish = Options {
        width: Some(width),
        ..Options::default()
    };
    plot::wished(findings, None, &wish).unwrap_or_else(|e| panic!("{case}: {e}"))
}

#[test]
fn at_any_width_texts_stay_apart_and_marks_on_the_page() {
    for (case, findings) in cases() {
        for width in WIDTHS {
            let case = format!("{case}, {width} wide");
            for (name, scene) in scenes(&drawn_at(&case, &findings, width)) {
                texts_are_apart(&case, name, scene);
                marks_are_on_the_page(&case, name, scene);
                no_leader_crosses(&case, name, scene);
                assert!(scene.width >= f64::from(width), "{case}: {name}");
            }
        }
    }
}

/// Letter sizes of a picture, each once.
fn sizes(scene: &Scene) -> Vec<f64> {
    let mut sizes: Vec<f64> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { letters, .. } => Some(letters.size),
            _ => None,
        })
        .collect();
    sizes.sort_by(f64::total_cmp);
    sizes.dedup();
    sizes
}

#[test]
fn letters_keep_their_size_at_any_width() {
    let findings = viet_nam();
    let usual = drawn("viet-nam", &findings);
    for width in WIDTHS {
        let pictures = drawn_at("viet-nam", &findings, width);
        assert_eq!(scenes(&pictures).count(), scenes(&usual).count());
        for ((name, scene), (_, own)) in scenes(&pictures).zip(scenes(&usual)) {
            let (found, known) = (sizes(scene), sizes(own));
            // Names and numbers in tiles are fitted into them, between two sizes.
            let in_tile = |size: &f64| {
                name.starts_with("tiles")
                    && (style::TILE_NAME_MIN..=style::TILE_NUMBER).contains(size)
            };
            assert!(
                found.iter().all(|s| known.contains(s) || in_tile(s)),
                "{name}, {width} wide: {found:?} of {known:?}"
            );
            assert!(found.contains(&style::TITLE), "{name}, {width} wide");
        }
    }
}

#[test]
fn a_picture_asked_for_at_its_usual_width_is_the_usual_one() {
    let findings = viet_nam();
    let usual = drawn("viet-nam", &findings);
    for width in [style::WIDTH, style::MAP_WIDTH] {
        let pictures = drawn_at("viet-nam", &findings, width as u32);
        let same = scenes(&pictures).zip(scenes(&usual));
        for ((name, scene), (_, own)) in same.filter(|(_, (_, own))| own.width == width) {
            assert!(scene == own, "{name} moves");
        }
    }
}

#[test]
fn a_picture_is_as_wide_as_asked_for_unless_its_columns_need_more() {
    let findings = viet_nam();
    for width in WIDTHS {
        let kept: Vec<String> = scenes(&drawn_at("viet-nam", &findings, width))
            .filter(|(_, scene)| scene.width != f64::from(width))
            .map(|(name, _)| name.to_owned())
            .collect();
        let rankings = kept.iter().all(|name| name.starts_with("ranking"));
        assert!(
            rankings && (width < 720 || kept.is_empty()),
            "{width}: {kept:?}"
        );
    }
}

#[test]
fn a_narrow_page_still_names_every_line_and_marker() {
    let findings = viet_nam();
    for width in [480, 700] {
        let pictures = drawn_at("viet-nam", &findings, width);
        let words = |name: &str| {
            let texts = &named(&pictures, name).scene.as_ref().unwrap().texts;
            let all: Vec<&str> = texts.iter().map(|t| t.text.as_str()).collect();
            all.join(" ")
        };
        let fan = words("fan-beds_per_10k");
        for point in findings
            .history
            .iter()
            .filter(|h| h.indicator == "beds_per_10k")
        {
            assert!(
                fan.contains(&point.series),
                "{width}: {} in {fan}",
                point.series
            );
        }
        assert!(fan.contains("2030: at least 35"), "{width}: {fan}");
        let lines = words("attainment");
        for target in findings.targets.iter().filter(|t| t.headline) {
            let info = &findings.indicators[findings.indicator(&target.indicator).unwrap()];
            assert!(
                lines.contains(info.title.text()),
                "{width}: {} in {lines}",
                info.title
            );
        }
        let curve = words("exceedance-beds_per_10k-2030");
        assert!(
            curve.contains("9 in 10") && curve.contains("1 in 10"),
            "{width}: {curve}"
        );
        let money = words("money-payer");
        for payer in ["Central", "Provincial", "Hospital", "Private"] {
            assert!(money.contains(payer), "{width}: {payer} in {money}");
        }
    }
}

/// Whether a line runs through a box.
fn crosses(points: &[(f64, f64)], rect: &Rect) -> bool {
    points.windows(2).any(|pair| {
        let (from, to) = (pair[0], pair[1]);
        let steps = (to.0 - from.0).hypot(to.1 - from.1).ceil().max(1.0) as usize;
        (0..=steps).any(|step| {
            let t = step as f64 / steps as f64;
            let (x, y) = (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t);
            rect.holds(&Rect::sized(x, y, 0.0, 0.0))
        })
    })
}

fn no_leader_crosses(case: &str, name: &str, scene: &Scene) {
    for mark in &scene.marks {
        let Mark::Line { points, colour, .. } = mark else {
            continue;
        };
        for text in &scene.texts {
            let through = *colour == style::RULE && crosses(points, &text.rect.grown(-0.5));
            assert!(!through, "{case}: {name}: {points:?} runs through {text:?}");
        }
    }
}

#[test]
fn no_leader_runs_through_a_text() {
    for (case, findings) in cases() {
        for (name, scene) in scenes(&drawn(case, &findings)) {
            no_leader_crosses(case, name, scene);
        }
    }
}

#[test]
fn no_median_or_chance_runs_through_a_text() {
    let findings = viet_nam();
    for (name, scene) in scenes(&drawn("viet-nam", &findings)) {
        for mark in &scene.marks {
            let Mark::Line { points, width, .. } = mark else {
                continue;
            };
            for text in &scene.texts {
                let through = *width == style::THICK && crosses(points, &text.rect);
                assert!(!through, "{name}: {points:?} runs through {text:?}");
            }
        }
    }
}

fn marks_are_on_the_page(case: &str, name: &str, scene: &Scene) {
    let page = Rect::sized(0.0, 0.0, scene.width, scene.height);
    for mark in &scene.marks {
        let points = match mark {
            Mark::Line { points, .. } | Mark::Area { points, .. } => points.clone(),
            Mark::Disc { centre, .. } => vec![*centre],
            Mark::Text { at, .. } => vec![*at],
        };
        for (x, y) in points {
            let inside = page.holds(&Rect::sized(x, y, 0.0, 0.0));
            assert!(inside, "{case}: {name}: {mark:?} has a point at {x}, {y}");
        }
    }
}

#[test]
fn every_mark_has_a_finite_place_on_the_page() {
    for (case, findings) in cases() {
        for (name, scene) in scenes(&drawn(case, &findings)) {
            marks_are_on_the_page(case, name, scene);
        }
    }
}

#[test]
fn a_run_has_every_picture_that_was_promised() {
    let pictures = drawn("viet-nam", &viet_nam());
    let names: Vec<&str> = scenes(&pictures).map(|(name, _)| name).collect();
    for name in [
        "attainment",
        "fan-beds_per_10k",
        "fan-doctors_per_10k",
        "fan-nurses_per_10k",
        "fan-pharmacists_per_10k",
        "fan-private_bed_share",
        "bridge-beds",
        "bridge-doctors",
        "tiles-chance-beds_per_10k-2030",
        "tiles-chance-doctors_per_10k-2030",
        "tiles-median-beds_per_10k-2030",
        "tiles-median-doctors_per_10k-2030",
        "exceedance-beds_per_10k-2030",
        "exceedance-private_bed_share-2030",
        "ranking-beds_per_10k-2030",
        "ranking-doctors_per_10k-2030",
        "provinces-beds_per_10k",
        "provinces-doctors_per_10k",
        "spread-beds_per_10k",
        "spread-doctors_per_10k",
        "money-payer",
        "money-purpose",
    ] {
        assert!(names.contains(&name), "{name} is missing from {names:?}");
    }
}

#[test]
fn every_province_is_on_the_map_with_all_its_letters() {
    let pictures = drawn("viet-nam", &viet_nam());
    let local = |name: &str| {
        ["tiles", "ranking", "provinces"]
            .iter()
            .any(|start| name.starts_with(start))
    };
    for (name, scene) in scenes(&pictures).filter(|(name, _)| local(name)) {
        for province in viet_nam().provinces() {
            let found = scene.texts.iter().any(|t| t.text == *province.name);
            assert!(found, "{name}: {} is missing or shortened", province.name);
        }
    }
}

#[test]
fn a_missing_past_or_target_is_told_in_words() {
    let pictures = drawn("lakeland", &lakeland());
    let attainment = pictures.iter().find(|p| p.chart == "attainment").unwrap();
    assert!(attainment.scene.is_none());
    let figures = String::from_utf8(attainment.table.csv()).unwrap();
    assert!(figures.contains("answers no target"));
    let fan = plot::draw(
        "fan",
        &lakeland(),
        &Options {
            indicator: Some("beds_per_10k".into()),
            ..Options::default()
        },
    );
    assert!(fan.unwrap().scene.is_some());
}

#[test]
fn the_subtitle_gives_the_answer_and_the_footer_the_source() {
    let pictures = drawn("viet-nam", &viet_nam());
    let fan = pictures
        .iter()
        .find(|p| p.name == "fan-beds_per_10k")
        .unwrap();
    assert!(
        fan.title.contains("at least 35 in 2030: ") && fan.title.ends_with("%)"),
        "{}",
        fan.title
    );
    for (name, scene) in scenes(&pictures) {
        let words: String = scene.texts.iter().map(|t| t.text.as_str()).collect();
        for part in ["viet-nam", "3fa9c1d2", "seed 1", "10,000", "baseline"] {
            assert!(words.contains(part), "{name} does not say {part}");
        }
    }
}

#[test]
fn an_unknown_chart_or_indicator_is_named() {
    let error = plot::draw("pie", &viet_nam(), &Options::default())
        .unwrap_err()
        .to_string();
    assert!(error.contains("pie") && error.contains("fan"), "{error}");
    let options = Options {
        indicator: Some("joy".into()),
        ..Options::default()
    };
    assert!(
        plot::draw("fan", &viet_nam(), &options)
            .unwrap_err()
            .to_string()
            .contains("joy")
    );
}

#[test]
fn a_fan_of_one_province_bears_its_name() {
    let options = Options {
        indicator: Some("beds_per_10k".into()),
        scope: Some("da-nang".into()),
        ..Options::default()
    };
    let picture = plot::draw("fan", &viet_nam(), &options).unwrap();
    assert_eq!(picture.name, "fan-beds_per_10k-da-nang");
    assert!(picture.title.ends_with("Đà Nẵng"), "{}", picture.title);
    let nowhere = Options {
        scope: Some("atlantis".into()),
        ..options
    };
    let error = plot::draw("fan", &viet_nam(), &nowhere).unwrap_err();
    assert!(error.to_string().contains("atlantis"), "{error}");
}

#[test]
fn the_figures_beside_a_picture_are_those_drawn() {
    let options = Options {
        indicator: Some("beds_per_10k".into()),
        ..Options::default()
    };
    let findings = viet_nam();
    let table = plot::draw("fan", &findings, &options).unwrap().table;
    let column = |name: &str| table.columns.iter().position(|c| *c == name).unwrap();
    let row = table
        .rows
        .iter()
        .find(|r| r[column("kind")] == "simulated" && r[column("year")] == "2030")
        .unwrap();
    let median: f64 = row[column("p50")].parse().unwrap();
    assert_eq!(
        median,
        findings
            .summary("nation", "beds_per_10k", Year(2030))
            .unwrap()
            .median()
    );
}

#[test]
fn a_band_is_judged_drawn_and_said_with_both_its_ends() {
    let findings = banded();
    let pictures = drawn("a band", &findings);
    let medians = findings
        .provinces()
        .filter_map(|p| findings.summary(&p.code, "beds_per_10k", Year(2030)))
        .map(|s| s.median());
    let (over, within) = medians.fold((0, 0), |(over, within), m| {
        let inside = (35.0..=37.0).contains(&m);
        (over + usize::from(m >= 35.0), within + usize::from(inside))
    });
    assert!(0 < within && within < over, "{within} of {over} lie within");
    for name in [
        "ranking-beds_per_10k-2030",
        "provinces-beds_per_10k",
        "tiles-median-beds_per_10k-2030",
    ] {
        let picture = named(&pictures, name);
        let said = format!("{} {}", picture.title, picture.subtitle);
        assert!(said.contains("between 35 and 37"), "{name}: {said}");
        assert!(said.contains(&format!("{within} of 34")), "{name}: {said}");
    }
    let chance = named(&pictures, "tiles-chance-beds_per_10k-2030");
    assert!(
        chance.title.contains("between 35 and 37"),
        "{}",
        chance.title
    );
    // Both ends stand on the curve, and what lies between them is shaded.
    let curve = named(&pictures, "exceedance-beds_per_10k-2030");
    assert!(curve.title.contains("between 35 and 37"), "{}", curve.title);
    let ends: Vec<(&str, &str)> = column(curve, "kind")
        .into_iter()
        .zip(column(curve, "value"))
        .filter(|(kind, _)| *kind == "target")
        .collect();
    assert_eq!(ends, [("target", "35"), ("target", "37")]);
    let fan = named(&pictures, "fan-beds_per_10k");
    let strips = |picture: &Picture| {
        let marks = &picture.scene.as_ref().expect("drawn").marks;
        let strip = |m: &&Mark| matches!(m, Mark::Area { colour, alpha, .. } if *colour == style::VERMILION && *alpha < 1.0);
        marks.iter().filter(strip).count()
    };
    let whole = drawn("viet-nam", &viet_nam());
    let more = strips(fan) - strips(named(&whole, "fan-beds_per_10k"));
    assert_eq!(more, 1, "the room between the ends is shaded");
}

#[test]
fn provinces_are_asked_each_target_of_its_own_bound() {
    let mut findings = viet_nam();
    // A second question of the same ratio, year and threshold, which only one province answers.
    let mut row = findings.province_probability[0].clone();
    row.form.strict = true;
    row.probability = counted(FUTURES);
    findings.province_probability.insert(0, row);
    let map = plot::draw(
        "tiles-chance",
        &findings,
        &Options {
            indicator: Some("beds_per_10k".into()),
            ..Options::default()
        },
    );
    let map = map.expect("drawn");
    assert_eq!(map.table.rows.len(), 34, "those of the target alone");
    assert_eq!(map.table, plot_of_chances().table);
}

fn plot_of_chances() -> Picture {
    let pictures = drawn("viet-nam", &viet_nam());
    named(&pictures, "tiles-chance-beds_per_10k-2030").clone()
}

/// The cells of a column, in order.
fn column<'a>(picture: &'a Picture, name: &str) -> Vec<&'a str> {
    let at = picture.table.columns.iter().position(|c| *c == name);
    let at = at.unwrap_or_else(|| panic!("{} has no column {name}", picture.name));
    picture.table.rows.iter().map(|r| r[at].as_str()).collect()
}

fn named<'a>(pictures: &'a [Picture], name: &str) -> &'a Picture {
    let found = pictures.iter().find(|p| p.name == name);
    found.unwrap_or_else(|| panic!("{name} was not drawn"))
}

#[test]
fn a_ranking_goes_down_and_holds_only_targets_for_the_borders_of_today() {
    let pictures = drawn("viet-nam", &viet_nam());
    let ranking = named(&pictures, "ranking-beds_per_10k-2030");
    let medians: Vec<f64> = column(ranking, "p50")
        .iter()
        .map(|m| m.parse().unwrap())
        .collect();
    assert_eq!(medians.len(), 35, "34 provinces and the nation");
    assert!(medians.windows(2).all(|w| w[0] >= w[1]));
    let places = column(ranking, "place");
    let own = column(ranking, "own_target");
    let with_target: Vec<&str> = places
        .iter()
        .zip(&own)
        .filter(|(_, own)| !own.is_empty())
        .map(|(place, _)| *place)
        .collect();
    assert!(with_target.contains(&"phu-tho") && with_target.contains(&"hai-phong"));
    assert!(!with_target.contains(&"ho-chi-minh"), "set for old borders");
    let texts = &ranking.scene.as_ref().unwrap().texts;
    for (_, region) in findings::REGIONS {
        assert!(texts.iter().any(|t| t.text == region), "{region}");
    }
}

#[test]
fn an_exceedance_curve_falls_from_all_to_none_and_agrees_with_the_target() {
    let findings = viet_nam();
    let pictures = drawn("viet-nam", &findings);
    let curve = named(&pictures, "exceedance-beds_per_10k-2030");
    let share: Vec<f64> = column(curve, "share_at_or_beyond")
        .iter()
        .zip(column(curve, "kind"))
        .filter(|(_, kind)| *kind == "curve")
        .map(|(s, _)| s.parse().unwrap())
        .collect();
    assert_eq!(share.len(), 101);
    assert_eq!((share[0], share[100]), (1.0, 0.0));
    assert!(share.windows(2).all(|w| w[0] > w[1]));
    let target = column(curve, "kind").iter().position(|k| *k == "target");
    let read: f64 = column(curve, "share_at_or_beyond")[target.unwrap()]
        .parse()
        .unwrap();
    assert_eq!(read, findings.targets[0].probability.unwrap().value);
}

#[test]
fn every_curve_tells_its_target_wherever_the_futures_stand() {
    let mut asked = 0;
    for (case, findings) in cases() {
        for picture in drawn(case, &findings) {
            let drawn = picture.scene.as_ref();
            let Some(scene) = drawn.filter(|_| picture.chart == "exceedance") else {
                continue;
            };
            if !column(&picture, "kind").contains(&"target") {
                continue;
            }
            asked += 1;
            let year = column(&picture, "year")[0];
            let starts = [format!("{year}: "), format!("2027 to {year}: ")];
            let tells = |text: &str| starts.iter().any(|start| text.starts_with(start));
            let told = scene.texts.iter().any(|t| tells(&t.text));
            assert!(told, "{case}: {} does not tell its target", picture.name);
        }
    }
    assert!(asked > 20, "{asked}");
}

#[test]
fn a_curve_of_a_province_is_drawn_through_its_percentiles() {
    let options = Options {
        indicator: Some("beds_per_10k".into()),
        scope: Some("da-nang".into()),
        ..Options::default()
    };
    let curve = plot::draw("exceedance", &viet_nam(), &options).unwrap();
    assert_eq!(curve.name, "exceedance-beds_per_10k-2030-da-nang");
    assert_eq!(curve.table.rows.len(), 7);

    // A place that publishes a count of its own is drawn in that.
    let mut findings = viet_nam();
    let beds = findings.indicator("beds_per_10k").unwrap();
    findings.indicators[beds].counted = Some("beds".to_owned());
    findings.own_counts.push(ProvinceCount {
        province: "da-nang".to_owned(),
        what: "beds".to_owned(),
        count: OwnCount {
            published: 60.0,
            raked: 50.0,
            source_id: "S".to_owned(),
            grade: Grade::B,
        },
    });
    let own = plot::draw("exceedance", &findings, &options).unwrap();
    let values = |picture: &Picture| -> Vec<f64> {
        let cells = column(picture, "value").into_iter();
        cells.map(|v| v.parse().unwrap()).collect()
    };
    for (own, raked) in values(&own).iter().zip(values(&curve)) {
        assert!((own / raked - 1.2).abs() < 1e-9, "{own} {raked}");
    }
    assert!(own.subtitle.contains("own count"), "{}", own.subtitle);
}

#[test]
fn the_ends_of_a_spread_are_the_extremes_of_the_medians() {
    let findings = viet_nam();
    let pictures = drawn("viet-nam", &findings);
    let spread = named(&pictures, "spread-beds_per_10k");
    let medians: Vec<f64> = findings
        .provinces()
        .filter_map(|p| findings.summary(&p.code, "beds_per_10k", Year(2035)))
        .map(|s| s.median())
        .collect();
    let highest = medians.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let lowest = medians.iter().copied().fold(f64::INFINITY, f64::min);
    let value = |kind: &str| -> f64 {
        let at = (0..spread.table.rows.len())
            .find(|r| column(spread, "kind")[*r] == kind && column(spread, "year")[*r] == "2035");
        column(spread, "p50")[at.unwrap()].parse().unwrap()
    };
    assert_eq!((value("highest"), value("lowest")), (highest, lowest));
    assert!(lowest < value("middle") && value("middle") < highest);
    assert!(
        spread.subtitle.contains("closer together"),
        "{}",
        spread.subtitle
    );
    let doctors = named(&pictures, "spread-doctors_per_10k");
    assert!(
        doctors.subtitle.contains("about as far apart"),
        "{}",
        doctors.subtitle
    );
}

#[test]
fn both_pictures_of_money_add_up_to_all_costs() {
    let findings = viet_nam();
    let pictures = drawn("viet-nam", &findings);
    let all: f64 = findings
        .costs
        .iter()
        .filter(|c| c.year == Year(2035))
        .map(|c| c.constant)
        .sum();
    let total = carecast::internals::words::number::short(all);
    for name in ["money-payer", "money-purpose"] {
        let money = named(&pictures, name);
        assert!(
            money.subtitle.contains(&format!("{total} in 2035")),
            "{}",
            money.subtitle
        );
        let texts = &money.scene.as_ref().unwrap().texts;
        assert!(
            texts.iter().any(|t| t.text == total),
            "{name} lacks {total}"
        );
    }
}

#[test]
fn money_stands_under_the_name_of_the_place_whose_it_is() {
    let mut findings = viet_nam();
    for target in &mut findings.targets {
        target.headline = target.scope == "phu-tho";
    }
    assert_eq!(findings.asked_elsewhere(), Some("phu-tho"));
    let told = |findings: &Findings| -> Vec<Picture> {
        let mut all = drawn("money", findings);
        all.retain(|p| p.chart == "money");
        assert_eq!(all.len(), 2);
        all
    };
    // No money of the province is told: it is the nation's, and said to be.
    for picture in told(&findings) {
        assert!(picture.title.contains("Viet Nam"), "{}", picture.title);
        assert_eq!(picture.table.rows.len(), findings.costs.len());
    }
    let own: Vec<_> = findings.costs.iter().step_by(2).cloned().collect();
    findings.focus = Some(ProvinceFocus {
        province: "phu-tho".to_owned(),
        costs: own.clone(),
        ranks: Vec::new(),
        neighbours: Vec::new(),
    });
    for picture in told(&findings) {
        assert!(picture.title.contains("Phú Thọ"), "{}", picture.title);
        assert_eq!(picture.table.rows.len(), own.len());
    }
}

#[test]
fn what_the_base_does_not_know_by_province_is_not_drawn_by_province() {
    let findings = viet_nam();
    let pictures = drawn("viet-nam", &findings);
    for (name, _) in scenes(&pictures) {
        let local = ["tiles", "ranking", "provinces-", "spread"]
            .iter()
            .any(|start| name.starts_with(start));
        assert!(!(local && name.contains("pharmacists")), "{name}");
    }
    for chart in [
        "tiles-chance",
        "tiles-median",
        "ranking",
        "provinces",
        "spread",
    ] {
        let options = Options {
            indicator: Some("pharmacists_per_10k".into()),
            ..Options::default()
        };
        let picture = plot::draw(chart, &findings, &options).unwrap();
        assert!(picture.scene.is_none(), "{chart}");
        assert!(
            picture.subtitle.contains("pharmacists_per_10k"),
            "{}",
            picture.subtitle
        );
    }
}

#[test]
fn causes_that_cancel_are_left_out_of_a_bridge_and_named_below() {
    let pictures = drawn("viet-nam", &viet_nam());
    let bridge = named(&pictures, "bridge-doctors");
    let texts: Vec<&str> = bridge
        .scene
        .as_ref()
        .unwrap()
        .texts
        .iter()
        .map(|t| t.text.as_str())
        .collect();
    assert!(!texts.contains(&"Moved to private practice (in)"));
    let words = texts.join(" ");
    assert!(words.contains("moved to private practice (in)"), "{words}");
    assert!(
        column(bridge, "cause").contains(&"moved_in"),
        "the figures keep them"
    );
}

#[test]
fn files_are_whole_the_same_twice_and_leave_no_rest() {
    let dir = tempfile::tempdir().unwrap();
    let files = plot::draw_all(&viet_nam(), dir.path(), false).unwrap();
    let read = || {
        files
            .iter()
            .map(|f| fs::read(f).unwrap())
            .collect::<Vec<_>>()
    };
    let first = read();
    assert_eq!(
        plot::draw_all(&viet_nam(), dir.path(), false).unwrap(),
        files
    );
    assert_eq!(read(), first);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), files.len());
    for (file, bytes) in files.iter().zip(&first) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(
            !text.contains("NaN") && !text.contains("inf\""),
            "{}",
            file.display()
        );
        if file.extension().is_some_and(|e| e == "svg") {
            assert!(text.starts_with("<svg ") && text.ends_with("</svg>\n"));
        }
    }
}

/// Elements of a picture; its attributes that are lengths, and all others.
#[cfg(feature = "png")]
const ELEMENTS: [&str; 7] = ["svg", "title", "desc", "g", "path", "circle", "text"];
#[cfg(feature = "png")]
const LENGTHS: [&str; 12] = [
    "width",
    "height",
    "viewBox",
    "x",
    "y",
    "cx",
    "cy",
    "r",
    "d",
    "stroke-width",
    "stroke-dasharray",
    "font-size",
];
#[cfg(feature = "png")]
const OTHERS: [&str; 8] = [
    "role",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-linejoin",
    "font-family",
    "font-weight",
    "text-anchor",
];

#[cfg(feature = "png")]
#[test]
fn a_finished_picture_has_few_words_lengths_in_eighths_and_texts_as_texts() {
    for (case, findings) in cases() {
        for picture in drawn(case, &findings) {
            let (Some(svg), Some(scene)) = (picture.svg().unwrap(), &picture.scene) else {
                continue;
            };
            let name = format!("{case}: {}", picture.name);
            let tree = resvg::usvg::roxmltree::Document::parse(&svg)
                .unwrap_or_else(|e| panic!("{name}: {e}"));
            let mut texts = Vec::new();
            for node in tree.descendants().filter(|node| node.is_element()) {
                let element = node.tag_name().name();
                assert!(ELEMENTS.contains(&element), "{name}: {element}");
                for attribute in node.attributes() {
                    let (key, value) = (attribute.name(), attribute.value());
                    let length = LENGTHS.contains(&key);
                    assert!(length || OTHERS.contains(&key), "{name}: {key}");
                    let numbers = value.split(|c: char| c == ' ' || c.is_ascii_alphabetic());
                    for number in numbers.filter(|n| length && !n.is_empty()) {
                        let eighths = 8.0 * number.parse::<f64>().expect("a number");
                        assert_eq!(eighths.fract(), 0.0, "{name}: {key}: {value}");
                    }
                }
                if element == "text" {
                    texts.push(node.text().expect("a text has words"));
                }
            }
            let meant: Vec<&str> = scene.texts.iter().map(|t| t.text.as_str()).collect();
            assert_eq!(texts, meant, "{name}");
        }
    }
}

/// What the font really needs, asked of the painter: our boxes must not be smaller.
#[cfg(feature = "png")]
#[test]
fn measured_texts_are_as_wide_as_painted_ones() {
    let pictures = drawn("viet-nam", &viet_nam());
    let picture = pictures
        .iter()
        .find(|p| p.name == "tiles-median-beds_per_10k-2030")
        .unwrap();
    let tree = plot::png::tree(&picture.svg().unwrap().unwrap()).unwrap();
    let mut painted = Vec::new();
    collect(tree.root(), &mut painted);
    let texts = &picture.scene.as_ref().unwrap().texts;
    assert_eq!(painted.len(), texts.len());
    for (text, (left, top, right, bottom)) in texts.iter().zip(painted) {
        let painted = Rect {
            left,
            top,
            right,
            bottom,
        };
        assert!(
            text.rect.grown(1.0).holds(&painted),
            "{text:?} is painted at {painted:?}"
        );
        assert!(
            painted.width() > 0.97 * text.rect.width() - 3.0,
            "{text:?} is painted at {painted:?}"
        );
    }
}

#[cfg(feature = "png")]
fn collect(group: &resvg::usvg::Group, found: &mut Vec<(f64, f64, f64, f64)>) {
    for node in group.children() {
        match node {
            resvg::usvg::Node::Group(group) => collect(group, found),
            resvg::usvg::Node::Text(text) => {
                let b = text.flattened().abs_bounding_box();
                found.push((
                    b.left().into(),
                    b.top().into(),
                    b.right().into(),
                    b.bottom().into(),
                ));
            }
            _ => {}
        }
    }
}

#[cfg(feature = "png")]
#[test]
fn a_painted_picture_is_twice_as_large_and_repeats_to_the_byte() {
    let options = Options {
        indicator: Some("beds_per_10k".into()),
        ..Options::default()
    };
    let picture = plot::draw("fan", &viet_nam(), &options).unwrap();
    let svg = picture.svg().unwrap().unwrap();
    let png = plot::png::png(&svg).unwrap();
    let side = |at: usize| f64::from(u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
    let scene = picture.scene.unwrap();
    assert_eq!(
        (side(16), side(20)),
        (2.0 * scene.width, 2.0 * scene.height)
    );
    assert_eq!(png, plot::png::png(&svg).unwrap());
}

/// `cargo test plot_results:: -- --ignored` leaves every picture of every case under
/// `target/tmp/pictures`, to be opened and judged.
#[test]
#[ignore = "paints every picture, to be looked at"]
fn paint_every_picture() {
    let root = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    for (case, findings) in cases() {
        plot::draw_all(&findings, &root.join(case.replace(' ', "-")), true).unwrap();
    }
}
