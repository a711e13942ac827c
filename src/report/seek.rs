//! What a search for packages leaves behind: a page that answers, its tables in CSV, a workbook, pictures,
//! and a manifest that lists them. As with a run, files appear only when all of them are whole.

use super::draft::Draft;
use super::manifest::{self, Listed, RunBlock};
use super::page::Shown;
use super::page::markdown::{Page, plain};
use super::parts::Own;
use super::read::ToRead;
use super::saved::{self, SavedError};
use super::{Named, Pictures, ReportError, SCENARIO};
use crate::plot;
use crate::results::seek::{Answer, Found, Goal, Next, Seek};
use crate::table::{Cell, Described, Kind, Table, listed};
use crate::units::PAYERS;
use crate::words::seek as words;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// All that was found, for programs.
pub const SEEK: &str = "seek.json";
/// The page.
pub const PAGE: &str = "seek.html";
/// Its name without its ending.
const NAME: &str = "seek";

/// What the manifest of a search says of its question.
#[derive(Clone, Debug, Deserialize)]
pub struct Manifest {
    /// The scenario, with the fingerprint of its file.
    pub scenario: Named,
    /// The files it builds on.
    pub builds_on: Vec<Named>,
    /// The base, with the fingerprint of its tables.
    pub base: Named,
    /// Seed.
    pub seed: u64,
    /// Futures of a check.
    pub replicates: u32,
    /// Every file but the manifest.
    pub files: Vec<Listed>,
}

/// What a search found, as it left it.
pub fn saved(folder: &Path) -> Result<Seek, SavedError> {
    saved::held(folder, SEEK)
}

/// What a search was made from, for its manifest.
pub struct Made<'a> {
    /// The scenario, every default written out.
    pub resolved: &'a str,
    /// Its file and those it builds on.
    pub own: &'a Own,
    /// The base and its fingerprint.
    pub base: (&'a str, &'a str),
    /// How it went.
    pub run: RunBlock,
}

/// The tables of a search.
pub(super) const TABLES: [Described<Seek>; 4] = [
    Described::new("answers", answers, words::ABOUT_ANSWERS),
    Described::new("packages", packages, words::ABOUT_PACKAGES),
    Described::new("frontier", frontier, words::ABOUT_FRONTIER),
    Described::new("levers", levers, words::ABOUT_LEVERS),
];

/// Writes everything about a search into the folder `out` and returns the files, the manifest last.
pub fn write(
    s: &Seek,
    made: &Made<'_>,
    out: &Path,
    pictures: Pictures,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<PathBuf>, ReportError> {
    let go_on = || match stop() {
        true => Err(ReportError::Stopped),
        false => Ok(()),
    };
    let draft = Draft::open(out)?;
    draft.put(SCENARIO, made.resolved.as_bytes())?;
    for table in &TABLES {
        let (name, bytes) = table.csv(s);
        draft.put(&name, &bytes)?;
    }
    let whole = serde_json::to_vec(s).expect("plain data has a JSON form");
    draft.put(SEEK, &whole)?;
    go_on()?;
    let of = (&*made.own.scenario.sha256, made.base);
    read(&draft, s, of, pictures, &go_on)?;
    let listed = draft.digests()?;
    draft.put(manifest::NAME, manifest_text(s, made, &listed).as_bytes())?;
    go_on()?;
    draft.publish()
}

/// Puts what is read: the workbook, the pictures and the page.
pub(super) fn read(
    draft: &Draft,
    s: &Seek,
    (scenario, base): (&str, (&str, &str)),
    pictures: Pictures,
    go_on: &(dyn Fn() -> Result<(), ReportError> + Sync),
) -> Result<(), ReportError> {
    let to_read = ToRead {
        name: NAME,
        #[cfg(feature = "xlsx")]
        workbook: &|draft| super::workbook::sought(draft, s, scenario, base),
        #[cfg(not(feature = "xlsx"))]
        workbook: &|_| {
            let _ = (scenario, base);
            Ok(())
        },
        draw: &|| plot::seek::pictures(s),
        page: &|drawn| page(s, &super::all_on_page(drawn)),
    };
    to_read.put(draft, pictures, go_on)
}

fn manifest_text(s: &Seek, made: &Made<'_>, files: &[Listed]) -> String {
    let base = Named {
        name: made.base.0.to_owned(),
        sha256: made.base.1.to_owned(),
    };
    manifest::text(&serde_json::json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "kind": "seek",
        "scenario": made.own.scenario,
        "builds_on": made.own.builds_on,
        "base": base,
        "country": s.country.en,
        "seed": s.seed,
        "ceiling": s.ceiling,
        "replicates": s.effort.fresh,
        "packages": s.effort.packages,
        "lived": s.effort.lived,
        "futures": s.effort.futures,
        "files": files,
        "run": made.run,
    }))
}

/// The ids of a goal's targets.
fn ids(s: &Seek, goal: &Goal) -> String {
    let all: Vec<&str> = goal
        .targets
        .iter()
        .map(|t| s.targets[*t].id.as_str())
        .collect();
    all.join(" + ")
}

/// The number by which a package is known in all tables.
fn number(at: Option<usize>) -> Cell<'static> {
    at.map_or(Cell::Empty, |at| Cell::Whole(at as i64))
}

/// Goals and their levels, one after the other.
fn each_level(s: &Seek) -> impl Iterator<Item = (usize, &Goal, &Answer)> {
    let goals = s.goals.iter().enumerate();
    goals.flat_map(|(g, goal)| goal.answers.iter().map(move |answer| (g, goal, answer)))
}

fn answers(s: &Seek) -> Table<'_> {
    let found = |at: Option<usize>| at.map(|at| s.package(at).best());
    let of = move |at: Option<usize>, g: usize| -> [Option<f64>; 7] {
        let Some(found) = found(at) else {
            return [None; 7];
        };
        let reach = found.goals[g];
        let numbers = [found.cost.value, found.cost.low, found.cost.high];
        let [cost, low, high] = numbers.map(Some);
        let futures = Some(f64::from(found.futures));
        [
            cost,
            low,
            high,
            Some(reach.value),
            Some(reach.low),
            Some(reach.high),
            futures,
        ]
    };
    Table::over(each_level(s))
        .text("goal", move |(_, goal, _)| ids(s, goal))
        .text("by", |(_, goal, _)| format!("{:?}", goal.by))
        .number("at_least", |(_, _, a)| a.at_least)
        .flag("reached", |(_, _, a)| a.package.is_some())
        .put("package", Kind::Whole, |(_, _, a)| number(a.package))
        .numbers(
            [
                "cost",
                "cost_low",
                "cost_high",
                "chance",
                "low",
                "high",
                "fresh_futures",
            ],
            move |(g, _, a)| of(a.package, *g),
        )
        .whole("failed", |(_, _, a)| a.failed.len() as u32)
        .number("if_nothing", move |(g, _, _)| {
            s.package(0).best().goals[*g].value
        })
        .put("best_package", Kind::Whole, |(_, goal, _)| {
            number(Some(goal.best))
        })
        .numbers(
            [
                "best_cost",
                "best_cost_low",
                "best_cost_high",
                "best_chance",
                "best_low",
                "best_high",
                "best_futures",
            ],
            move |(g, goal, _)| of(Some(goal.best), *g),
        )
        .put("over_ceiling_package", Kind::Whole, |(_, _, a)| {
            number(a.stops.as_ref().and_then(|stops| stops.over_ceiling))
        })
        .put("reached_in", Kind::Whole, |(_, _, a)| {
            Cell::year(a.stops.as_ref().and_then(|stops| stops.later))
        })
        .text("at_ends", move |(_, _, a)| {
            let ends = a.stops.iter().flat_map(|stops| &stops.at_ends);
            let ends: Vec<&str> = ends.map(|l| s.levers[*l].policy.as_str()).collect();
            ends.join(" ")
        })
        .table()
}

fn packages(s: &Seek) -> Table<'_> {
    let mut t = Table::over(0..s.packages.len())
        .whole("package", |at| *at as u32)
        .text("decides", move |at| {
            Cell::worded(|| words::package(s, &s.packages[*at].levels))
        });
    for (l, lever) in s.levers.iter().enumerate() {
        t = t.put(lever.policy.clone(), Kind::Text, move |at| {
            let level = usize::from(s.packages[*at].levels[l]);
            Cell::worded(|| words::level_in_short(lever, level))
        });
    }
    let sides: [(&'static str, fn(&Seek, usize) -> Option<&Found>); 2] = [
        ("search", |s, at| Some(&s.packages[at].searched)),
        ("fresh", |s, at| s.packages[at].checked.as_ref()),
    ];
    for (side, of) in sides {
        let some = move |at: &usize, read: &dyn Fn(&Found) -> f64| of(s, *at).map(read);
        t = t
            .number(format!("futures {side}"), move |at| {
                some(at, &|f| f64::from(f.futures))
            })
            .number(format!("cost {side} ({})", s.currency.en), move |at| {
                some(at, &|f| f.cost.value)
            })
            .number(format!("low of cost {side}"), move |at| {
                some(at, &|f| f.cost.low)
            })
            .number(format!("high of cost {side}"), move |at| {
                some(at, &|f| f.cost.high)
            })
            .number(
                format!("counted money {side} ({})", s.currency.en),
                move |at| some(at, &|f| f.money.value),
            );
        for payer in PAYERS {
            t = t.number(format!("{payer:?} {side} ({})", s.currency.en), move |at| {
                some(at, &|f| f.payers[payer as usize])
            });
        }
        t = t.number(format!("chance over ceiling {side}"), move |at| {
            of(s, *at).and_then(|f| f.over).map(|p| p.value)
        });
        for (k, target) in s.targets.iter().enumerate() {
            t = t.number(format!("chance of {} {side}", target.id), move |at| {
                some(at, &|f| f.targets[k].value)
            });
        }
        for g in 0..s.goals.len() {
            let goal = g + 1;
            t = t
                .number(format!("goal {goal} {side}"), move |at| {
                    some(at, &|f| f.goals[g].value)
                })
                .number(format!("low of goal {goal} {side}"), move |at| {
                    some(at, &|f| f.goals[g].low)
                })
                .number(format!("high of goal {goal} {side}"), move |at| {
                    some(at, &|f| f.goals[g].high)
                });
        }
    }
    t.table()
}

fn frontier(s: &Seek) -> Table<'_> {
    let steps = s.goals.iter().enumerate().flat_map(|(g, goal)| {
        let steps = goal.frontier.iter().enumerate();
        steps.map(move |(k, at)| (g, k, *at))
    });
    Table::over(steps)
        .text("goal", move |(g, ..)| ids(s, &s.goals[*g]))
        .whole("step", |(_, k, _)| *k as u32 + 1)
        .whole("package", |(_, _, at)| *at as u32)
        .text("decides", move |(_, _, at)| {
            Cell::worded(|| words::package(s, &s.packages[*at].levels))
        })
        .numbers(
            ["cost", "cost_low", "cost_high", "chance", "low", "high"],
            move |(g, _, at)| {
                let found = &s.package(*at).searched;
                let (reach, cost) = (found.goals[*g], found.cost);
                [
                    cost.value,
                    cost.low,
                    cost.high,
                    reach.value,
                    reach.low,
                    reach.high,
                ]
            },
        )
        .whole("futures", move |(_, _, at)| s.package(*at).searched.futures)
        .numbers(
            ["fresh_chance", "fresh_low", "fresh_high"],
            move |(g, _, at)| {
                let fresh = s.package(*at).checked.as_ref().map(|found| found.goals[*g]);
                [
                    fresh.map(|r| r.value),
                    fresh.map(|r| r.low),
                    fresh.map(|r| r.high),
                ]
            },
        )
        .table()
}

fn levers(s: &Seek) -> Table<'_> {
    let rows = each_level(s).flat_map(move |(g, goal, answer)| {
        let next = answer.next.iter().enumerate();
        next.map(move |(l, next)| (g, goal, answer, l, next))
    });
    let mean = |of: fn(&Next) -> crate::results::comparison::Mean| {
        move |next: &Next| -> [Option<f64>; 3] {
            let mean = next.level.map(|_| of(next));
            [
                mean.map(|m| m.value),
                mean.map(|m| m.low),
                mean.map(|m| m.high),
            ]
        }
    };
    let (cost, gain) = (mean(|n| n.cost), mean(|n| n.gain));
    Table::over(rows)
        .text("goal", move |(_, goal, ..)| ids(s, goal))
        .number("at_least", |(_, _, a, ..)| a.at_least)
        .put("package", Kind::Whole, |(_, goal, a, ..)| {
            number(Some(a.package.unwrap_or(goal.best)))
        })
        .text("lever", move |(_, _, _, l, _)| s.levers[*l].policy.as_str())
        .text("level", move |(_, goal, a, l, _)| {
            let at = a.package.unwrap_or(goal.best);
            let level = usize::from(s.package(at).levels[*l]);
            Cell::worded(|| words::level_in_short(&s.levers[*l], level))
        })
        .text("near_the_answer", |(_, _, a, l, _)| {
            Cell::worded(|| a.needs.get(*l).map_or("", |need| words::need(*need)))
        })
        .flag("at_its_end", |(.., next)| next.level.is_none())
        .text("next_level", move |(_, _, _, l, next)| {
            let level = next.level.map(usize::from);
            Cell::worded(|| {
                level.map_or(String::new(), |at| words::level_in_short(&s.levers[*l], at))
            })
        })
        .numbers(["step_cost", "step_cost_low", "step_cost_high"], move |r| {
            cost(r.4)
        })
        .numbers(["step_gain", "step_gain_low", "step_gain_high"], move |r| {
            gain(r.4)
        })
        .numbers(
            ["gain_per_1000", "gain_per_1000_low", "gain_per_1000_high"],
            |(.., next)| {
                let rate = next.per_thousand();
                [
                    rate.map(|m| m.value),
                    rate.map(|m| m.low),
                    rate.map(|m| m.high),
                ]
            },
        )
        .flag("over_ceiling", |(.., next)| next.over)
        .table()
}

/// The page: its first part answers, in one table and few words; what bears it out follows.
pub fn page(s: &Seek, shown: &[Shown]) -> Page {
    let mut page = Page::titled(&words::page_title(&s.title));
    page.section(&words::POSSIBLE);
    for said in words::possible(s) {
        page.paragraph(&said);
    }
    table_of_answers(s, &mut page);
    let first = &s.goals[0];
    page.section(&words::FRONTIER);
    page.paragraph(&words::stairs(s));
    page.section(&words::NEAR);
    let named = first.answers.iter().rfind(|a| a.package.is_some());
    match named {
        Some(answer) => {
            page.paragraph(&words::near(s, first, answer));
            let told: Vec<String> = answer
                .near
                .iter()
                .map(|at| words::near_one(s, *at))
                .collect();
            page.list(&told);
            page.list(&words::needs(s, answer));
        }
        None => page.paragraph(&words::NO_NEAR),
    }
    page.section(&words::next_heading(&s.currency));
    if let Some(answer) = named.or(first.answers.last()) {
        page.paragraph(&words::next_of(s, first, answer));
        page.list(&words::next_steps(s, first, answer));
    }
    page.annexed(&words::ANNEX);
    for picture in shown {
        match &picture.file {
            Some(file) => page.picture(&plain(&picture.title), file),
            None => page.paragraph(&picture.says),
        }
    }
    annex(s, &mut page);
    page.section(&words::HOW);
    page.list(&words::how(s));
    page.list(&listed(&TABLES));
    page
}

/// One row for each goal: without decisions, at best, and the cheapest for each level.
fn table_of_answers(s: &Seek, page: &mut Page) {
    let mut levels: Vec<(String, f64)> = Vec::new();
    for (_, goal, answer) in each_level(s) {
        let head = words::cheapest_for(goal.by, answer.at_least);
        if levels.iter().all(|(known, _)| *known != head) {
            levels.push((head, answer.at_least));
        }
    }
    let best = match s.ceiling {
        Some(_) => words::ANSWERS[1],
        None => words::BEST,
    };
    let mut heads = vec![
        words::must_hold(s),
        words::ANSWERS[0].to_owned(),
        best.to_owned(),
    ];
    heads.extend(levels.iter().map(|(head, _)| head.clone()));
    let row = |(g, goal): (usize, &Goal)| {
        let nothing = words::reached_in_short(goal.by, s.package(0).best(), g);
        let best = words::best_in_a_cell(s, g, s.package(goal.best));
        let mut row = vec![words::goal_in_short(s, g), nothing, best];
        row.extend(levels.iter().map(|(head, _)| {
            let mut own = goal.answers.iter();
            let answer = own.find(|a| words::cheapest_for(goal.by, a.at_least) == *head);
            answer.map_or(String::new(), |a| words::answer_in_a_cell(s, g, a))
        }));
        row
    };
    let rows: Vec<Vec<String>> = s.goals.iter().enumerate().map(row).collect();
    page.table(&heads, &rows);
    page.paragraph(&words::money_is(s));
}

/// Every goal in words, what stops it, and its frontier.
fn annex(s: &Seek, page: &mut Page) {
    page.section(&words::ALL_ANSWERS);
    for g in 0..s.goals.len() {
        let lines = words::in_terminal(s, g);
        let [first, rest @ ..] = &lines[..] else {
            continue;
        };
        page.part(first.trim());
        let rest: Vec<&str> = rest.iter().map(|line| line.trim()).collect();
        page.list(&rest);
    }
    page.section(&words::PACKAGES);
    let heads: Vec<String> = s.levers.iter().map(|lever| lever.policy.clone()).collect();
    let mut all = vec![words::NUMBER.to_owned()];
    all.extend(heads);
    all.push(s.currency.to_string());
    all.extend((1..=s.goals.len()).map(words::goal_number));
    let rows: Vec<Vec<String>> = s
        .packages
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let mut row = vec![at.to_string()];
            let levels = s.levers.iter().zip(&one.levels);
            row.extend(levels.map(|(lever, l)| words::level_in_short(lever, usize::from(*l))));
            row.push(crate::words::number::grouped(one.best().cost.value));
            let goals = s.goals.iter().enumerate();
            row.extend(goals.map(|(g, goal)| words::reached_in_short(goal.by, one.best(), g)));
            row
        })
        .collect();
    page.table(&all, &rows);
}
