//! A budget officer looks at the pictures of a comparison: with two options and with twenty every text
//! can be read, none lies on another, and each picture has its figures beside it.

use carecast::internals::base::Base;
use carecast::internals::plot::scene::{Mark, Rect, Scene};
use carecast::internals::plot::{Picture, compare as pictures};
use carecast::internals::results::comparison::{Comparison, Mean};
use carecast::internals::scenario::file::from_text;
use carecast::internals::study::compare::{Candidate, Options, compare};
use std::sync::{Arc, OnceLock};

fn base() -> Arc<Base> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bases/three-provinces");
    Arc::new(Base::read_folder(folder).expect("the made-up base has no mistake"))
}

/// Plans of the made-up country, each with a little more money than the one before.
fn compared(options: usize) -> Comparison {
    let base = base();
    let asked: Vec<Candidate> = (0..options)
        .map(|n| {
            let money = |id: &str, times: f64, payer: &str| {
                format!(
                    "(id: \"{id}\", do: Investment(amount: Multiple({times}), money: Disbursed, \
                     split: (new_beds: Rest), allocation: Gap), from: 2026, payer: {payer}),"
                )
            };
            let policies = match n {
                0 => String::new(),
                n => format!(
                    "{}{}",
                    money("provinces-buy-beds", 0.4 + 0.3 * n as f64, "Provincial"),
                    money("the-ministry-buys-beds", 2.0, "Ministry")
                ),
            };
            let name = format!("kế-hoạch-đầu-tư-số-{n}");
            let text = format!(
                "(title: \"Kế hoạch đầu tư số {n}\", base: \"here\", \
                 years: (first: 2025, last: 2031), policies: [{policies}])"
            );
            let (scenario, _) = from_text(&name, &text, base.clone()).expect("a sound scenario");
            Candidate {
                name,
                file: "here".into(),
                scenario,
            }
        })
        .collect();
    let how = Options {
        threads: None,
        replicates: 0..64,
        attribute: options < 6,
    };
    compare(&asked, 0, &how, &|_, _| true).expect("lived")
}

fn two() -> &'static Comparison {
    static TWO: OnceLock<Comparison> = OnceLock::new();
    TWO.get_or_init(|| compared(2))
}

fn twenty() -> &'static Comparison {
    static TWENTY: OnceLock<Comparison> = OnceLock::new();
    TWENTY.get_or_init(|| compared(20))
}

/// Cases that pictures meet in life or in a bad dream.
fn cases() -> Vec<(&'static str, Comparison)> {
    let long = "a name that nobody would choose but somebody will ".repeat(3);
    let times = |c: &mut Comparison, by: f64| {
        let scale = |m: &mut Mean| {
            m.value *= by;
            (m.low, m.high) = (m.low * by, m.high * by);
            (m.low, m.high) = (m.low.min(m.high), m.low.max(m.high));
        };
        for line in &mut c.costs {
            scale(&mut line.constant.difference);
        }
        for price in &mut c.prices {
            scale(&mut price.cost);
        }
        for d in c.answers.iter_mut().filter_map(|a| a.difference.as_mut()) {
            d.mean *= by;
            d.low *= by;
            d.high *= by;
        }
        for p in &mut c.provinces {
            p.difference.mean *= by;
        }
        for share in c
            .attribution
            .iter_mut()
            .flat_map(|a| &mut a.outcomes)
            .flat_map(|o| &mut o.shares)
        {
            scale(&mut share.change);
        }
    };
    let changed = |c: &Comparison, change: &dyn Fn(&mut Comparison)| {
        let mut c = c.clone();
        change(&mut c);
        c
    };
    vec![
        ("two", two().clone()),
        ("twenty", twenty().clone()),
        ("seven", changed(twenty(), &|c| keep(c, 7))),
        ("eight", changed(twenty(), &|c| keep(c, 8))),
        (
            "long words",
            changed(twenty(), &|c| {
                for option in &mut c.options {
                    option.name += &long;
                    option.title.en += &long;
                }
                for question in &mut c.questions {
                    question.title.en += &long;
                }
                c.country.en += &long;
            }),
        ),
        (
            "long words, two",
            changed(two(), &|c| {
                for option in &mut c.options {
                    option.name += &long;
                    option.title.en += &long;
                }
                for part in c.attribution.iter_mut().flat_map(|a| &mut a.parts) {
                    part.id += &long.replace(' ', "-");
                }
            }),
        ),
        ("huge", changed(twenty(), &|c| times(c, 3.4e9))),
        ("less", changed(two(), &|c| times(c, -1.0))),
        ("nothing", changed(two(), &|c| times(c, 0.0))),
    ]
}

/// Leaves only the first options.
fn keep(c: &mut Comparison, options: usize) {
    let before = c.options.len();
    let kept = |at: &usize| at % before < options;
    let answers = c.answers.iter().enumerate().filter(|(at, _)| kept(at));
    c.answers = answers.map(|(_, a)| a.clone()).collect();
    c.options.truncate(options);
    c.costs.retain(|l| l.option < options);
    c.prices.retain(|p| p.option < options);
    c.provinces.retain(|p| p.option < options);
}

fn drawn(case: &str, c: &Comparison) -> Vec<Picture> {
    pictures::pictures(c).unwrap_or_else(|e| panic!("{case}: {e}"))
}

fn texts_are_apart(case: &str, name: &str, scene: &Scene) {
    let page = Rect::sized(0.0, 0.0, scene.width, scene.height).grown(-4.0);
    for (at, text) in scene.texts.iter().enumerate() {
        assert!(
            page.holds(&text.rect),
            "{case}: {name}: {text:?} leaves the page {page:?}"
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
    for (case, c) in cases() {
        for picture in drawn(case, &c) {
            if let Some(scene) = &picture.scene {
                texts_are_apart(case, &picture.name, scene);
            }
        }
    }
}

#[test]
fn every_mark_lies_on_the_page() {
    for (case, c) in cases() {
        for picture in drawn(case, &c) {
            let Some(scene) = &picture.scene else {
                continue;
            };
            let page = Rect::sized(0.0, 0.0, scene.width, scene.height);
            for mark in &scene.marks {
                let points = match mark {
                    Mark::Line { points, .. } | Mark::Area { points, .. } => points.clone(),
                    Mark::Disc { centre, .. } => vec![*centre],
                    Mark::Text { at, .. } => vec![*at],
                };
                for (x, y) in points {
                    let inside = page.holds(&Rect::sized(x, y, 0.0, 0.0));
                    assert!(inside, "{case}: {}: {x}, {y} of {mark:?}", picture.name);
                }
            }
        }
    }
}

#[test]
fn both_sizes_have_every_kind_of_picture_with_its_figures() {
    for c in [two(), twenty()] {
        let all = drawn("kinds", c);
        let mut kinds = vec![
            "difference",
            "chance",
            "frontier",
            "cost-by-payer",
            "tiles-change",
        ];
        if c.options.len() == 2 {
            kinds.push("attribution");
        }
        for kind in kinds {
            let one = all.iter().find(|p| p.chart == kind && p.scene.is_some());
            let one = one.unwrap_or_else(|| panic!("no {kind}"));
            assert!(
                !one.table.rows.is_empty() && !one.title.is_empty() && !one.subtitle.is_empty()
            );
        }
        let mut names: Vec<&str> = all.iter().map(|p| p.name.as_str()).collect();
        let many = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), many, "every picture has a file of its own");
    }
}

#[test]
fn every_option_is_named_in_the_picture_of_differences() {
    let c = twenty();
    let all = drawn("names", c);
    let one = all.iter().find(|p| p.chart == "difference").expect("drawn");
    let scene = one.scene.as_ref().expect("drawn");
    for option in &c.options {
        assert!(
            scene.texts.iter().any(|t| t.text == option.name),
            "{}",
            option.name
        );
    }
}
