//! A scenario is asked over and over with other numbers in it; the table, the pictures and a page go
//! to a folder, the range of each chance to the terminal.

use super::doors::{self, Known, Shelf};
use super::parts::{Cut, Into, own};
use super::progress::Progress;
use super::unfinished::at_once;
use super::verify::{self, not_opened};
use super::{Failure, SweepAsks, SweepOptions, VerifyOptions, questions, run, screen, stop};
use crate::diagnostic::{self, Book, Problem, Problems, nearest};
use crate::engine::RunError;
use crate::messages::{arguments as messages, did_you_mean_id};
use crate::plot;
use crate::report::parts::{Asks, Lives, Own};
use crate::report::{self, Pictures, RunBlock, saved};
use crate::results::sweep::{Design, Effort, Sweep};
use crate::said::Message;
use crate::scenario::Scenario;
use crate::scenario::knob::{self, Knob, Unknown};
use crate::study::sweep::{self as study, Over};
use crate::words::report::upper_first;
use crate::words::{command as says, sweep as words};
use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;
use std::time::{Instant, SystemTime};

/// Most futures of a point where nobody says how many.
const MOST: u32 = 2_000;
/// Points of a sweep, at most.
const MOST_POINTS: usize = 5_000;
/// Values of one number, at most.
const MOST_VALUES: usize = 1_000;

/// A sweep.
pub(super) struct Sweeping {
    scenario: Scenario,
    /// The files the planner wrote.
    own: Own,
    over: Vec<Over>,
    /// The same as written.
    texts: Vec<String>,
    design: Design,
    points: Vec<Vec<f64>>,
    how: study::Options,
}

/// Runs the sweep.
pub fn sweep(file: &str, options: &SweepOptions) -> Result<(), Failure> {
    stop::listen();
    let asks = &options.asks;
    if options.list {
        list(&read_scenario(file, asks)?);
        return Ok(());
    }
    options.printed.ready()?;
    let mut sweeping = Sweeping::ask(file, asks)?;
    let many = sweeping.points.len();
    let says = words::setting_out(&sweeping.scenario.name, many, &sweeping.how.effort);
    let into = Into {
        threads: options.threads.map(usize::from),
        pictures: Pictures::of(options.no_charts, options.painted.png()),
        quiet: options.quiet,
        keep: doors::Keep::default(),
        out: &options.out.join(sweeping.name()),
        started: SystemTime::now(),
        nothing: &words::NOTHING_WRITTEN,
    };
    at_once(&mut sweeping, &into, &options.resume, Some(&says))
}

/// The scenario that is asked over and over.
fn read_scenario(file: &str, asks: &SweepAsks) -> Result<Scenario, Failure> {
    let asked = [file.to_owned()];
    let question = questions::ask(&asked, asks.base.as_deref())?.remove(0);
    question.warn();
    let mut scenario = question.scenario;
    scenario.seed = asks.seed.unwrap_or(scenario.seed);
    Ok(scenario)
}

impl Sweeping {
    /// What the user asks.
    pub fn ask(file: &str, asks: &SweepAsks) -> Result<Sweeping, Failure> {
        let scenario = read_scenario(file, asks)?;
        if asks.over.is_empty() {
            list(&scenario);
            return Err(Failure::Refused(says::NOTHING_TO_SWEEP.to_owned()));
        }
        let effort = match asks.replicates {
            Some(n) => Effort::Fixed(n),
            None => study::adaptive(asks.most.unwrap_or(MOST)),
        };
        Sweeping::of(own(&scenario), scenario, asks, effort)?.checked()
    }

    /// What a folder asks: of a sweep over numbers of this scenario.
    pub fn frozen(scenario: Scenario, asks: &Asks) -> Result<Sweeping, Failure> {
        let Asks::Sweep {
            own,
            over,
            latin,
            targets,
            effort,
        } = asks
        else {
            unreachable!("a sweep is asked for");
        };
        let asks = SweepAsks {
            over: over.clone(),
            latin: *latin,
            target: targets.clone(),
            ..SweepAsks::default()
        };
        Sweeping::of(own.clone(), scenario, &asks, effort.clone())
    }

    fn of(
        own: Own,
        scenario: Scenario,
        asks: &SweepAsks,
        effort: Effort,
    ) -> Result<Sweeping, Failure> {
        let over = over(&scenario, asks)?;
        targets(&scenario, &asks.target)?;
        let (design, points) = points(&scenario, &over, asks)?;
        Ok(Sweeping {
            scenario,
            own,
            over,
            texts: asks.over.clone(),
            design,
            points,
            how: study::Options {
                threads: None,
                effort,
                targets: asks.target.clone(),
            },
        })
    }

    /// The same where every point is a scenario.
    fn checked(self) -> Result<Sweeping, Failure> {
        let failed = |failed| cannot_be(&self.scenario, &self.over, &self.texts, failed);
        study::check(&self.scenario, &self.over, &self.points).map_err(failed)?;
        Ok(self)
    }

    /// Lives every point, but for what lies on the shelf; `nothing` is said of what an end before the
    /// time leaves.
    fn live(&self, shelf: Shelf<'_>, quiet: bool, nothing: &str) -> Result<Sweep, Failure> {
        let (scenario, points) = (&self.scenario, (self.design, &self.points[..]));
        let progress = Progress::new(&scenario.name, self.points.len() as u32, quiet);
        let heard = progress.heard();
        let along: (_, doors::Progress<'_>) = (shelf, &heard);
        let lived = study::sweep_behind(scenario, &self.over, points, &self.how, along);
        progress.done();
        lived.map_err(|error| run::ended(error, scenario, nothing))
    }

    /// Writes the results into a folder and says how many files.
    fn write(
        &self,
        found: &Sweep,
        out: &Path,
        pictures: Pictures,
        run: RunBlock,
        nothing: &str,
    ) -> Result<usize, Failure> {
        let made = report::sweep::Made {
            resolved: &self.scenario.resolved(),
            own: &self.own,
            base: (&self.scenario.base.code, &self.scenario.base.digest),
            over: &self.texts,
            run,
        };
        report::sweep::write(found, &made, out, pictures, &stop::requested)
            .map(|files| files.len())
            .map_err(|error| run::unwritten(&error, nothing))
    }

    /// Writes the results and tells the range of each chance.
    fn leave(&self, found: &Sweep, seconds: f64, into: &Into<'_>) -> Result<(), Failure> {
        let run = RunBlock {
            started_at: report::utc(into.started),
            simulate_seconds: seconds,
            futures_per_second: found.futures() as f64 / seconds.max(1e-9),
            machine: report::Machine::this(),
            peak_memory_mb: report::peak_memory_mb(),
            ..RunBlock::default()
        };
        let files = self.write(found, into.out, into.pictures, run, into.nothing)?;
        let page = into.out.join("report.html").display().to_string();
        screen::answer(&format!("{} ({page})", words::page_title(&found.title)));
        for (t, asked) in found.targets.iter().enumerate() {
            let range = plot::lines::chance_range(found, t);
            screen::answer(&format!("  {}. {range}", upper_first(&asked.said)));
        }
        if !into.quiet {
            let name = &self.scenario.name;
            screen::note(&words::went(name, found, seconds, files, &page));
        }
        Ok(())
    }
}

impl Cut for Sweeping {
    fn name(&self) -> String {
        format!("{}-sweep", self.scenario.name)
    }

    fn asks(&self) -> Asks {
        Asks::Sweep {
            own: self.own.clone(),
            over: self.texts.clone(),
            latin: (self.design == Design::Latin).then_some(self.points.len() as u32),
            targets: self.how.targets.clone(),
            effort: self.how.effort.clone(),
        }
    }

    fn files(&self) -> Vec<(String, String)> {
        vec![(report::SCENARIO.to_owned(), self.scenario.resolved())]
    }

    fn lives(&self) -> Lives {
        let effort = &self.how.effort;
        Lives {
            replicates: vec![0..effort.most(); self.points.len()],
            at_most: effort.first() < effort.most(),
        }
    }

    fn scenario(&self, number: u32) -> Cow<'_, Scenario> {
        let point = &self.points[number as usize];
        Cow::Owned(study::at(&self.scenario, &self.over, point).expect(study::SOUND))
    }

    fn live(
        &self,
        number: u32,
        wish: &doors::Wish,
        along: (&mut Known<'_>, doors::Progress<'_>),
    ) -> Result<(), RunError> {
        let question = self.scenario(number);
        if !self.lives().at_most {
            return doors::live_to_keep(&question, wish, along);
        }
        let how = study::Options {
            threads: wish.threads,
            ..self.how.clone()
        };
        study::live_point((&self.scenario, &self.over), &question, &how, along)
    }

    fn merge(&mut self, shelf: Shelf<'_>, into: &Into<'_>) -> Result<(), Failure> {
        let began = Instant::now();
        self.how.threads = into.threads;
        let found = self.live(shelf, into.quiet, into.nothing)?;
        self.leave(&found, began.elapsed().as_secs_f64(), into)
    }
}

/// Lives a finished sweep again and leaves it in the folder `into`; or why it cannot be the same any
/// more.
pub(super) fn again(
    folder: &Path,
    into: &Path,
    options: &VerifyOptions,
) -> Result<Result<(u64, u64), String>, Failure> {
    let manifest: report::sweep::Manifest =
        saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
    let before = report::sweep::saved(folder).map_err(|e| not_opened(&e))?;
    let path = folder.join(report::SCENARIO);
    let (name, base) = (&manifest.scenario.name, &manifest.base.sha256);
    let listed = (manifest.seed, None);
    let scenario = match verify::scenario(&path, name, base, listed, options.base.as_deref())? {
        Ok(scenario) => scenario,
        Err(apart) => return Ok(Err(apart.into())),
    };
    let asked = SweepAsks {
        over: manifest.over.clone(),
        latin: (manifest.design == Design::Latin).then_some(manifest.points),
        target: before.targets.iter().map(|t| t.id.clone()).collect(),
        ..SweepAsks::default()
    };
    let own = Own {
        scenario: manifest.scenario,
        builds_on: manifest.builds_on,
    };
    let mut sweeping = Sweeping::of(own, scenario, &asked, manifest.effort)?.checked()?;
    sweeping.how.threads = options.threads.map(usize::from);
    let nothing = says::NOTHING_CHANGED;
    let found = sweeping.live(Shelf::empty(), options.quiet, &nothing)?;
    let pictures = verify::pictures(&manifest.files, options);
    sweeping.write(&found, into, pictures, RunBlock::default(), &nothing)?;
    Ok(Ok((found.futures(), found.seed)))
}

/// Prints every number that can be varied.
fn list(scenario: &Scenario) {
    let knobs = knob::knobs(scenario);
    let wide = knobs.iter().map(|k| k.name.chars().count()).max();
    let wide = wide.unwrap_or(0);
    screen::answer(&words::list_heading(&scenario.name));
    for knob in knobs {
        let value = match (knob.stands, knob.range) {
            (_, Some((low, high))) => format!("{low}..{high}"),
            (Some(value), None) => value.to_string(),
            (None, None) => String::new(),
        };
        screen::answer(&format!("  {:<wide$}  {value}  {}", knob.name, knob.unit));
    }
}

/// What is wrong with an argument, drawn on it.
pub(super) fn refused(problems: Vec<Problem>, name: &str, text: &str) -> Failure {
    let problems = Problems { all: problems };
    let book = Book::new(name, text);
    let page = diagnostic::render_book(&problems, &book, screen::width(), screen::colour());
    Failure::Refused(page)
}

/// The numbers to vary, with their values.
fn over(scenario: &Scenario, asks: &SweepAsks) -> Result<Vec<Over>, Failure> {
    let mut all: Vec<Over> = Vec::new();
    for text in &asks.over {
        let one = read(scenario, text, asks.latin.is_some())
            .map_err(|problem| refused(vec![*problem], words::ARGUMENT, text))?;
        if all.iter().any(|o| o.knob == one.knob) {
            let said = messages::varied_twice(&one.knob.name);
            let problem = Problem::refusal("sweep::twice", said);
            return Err(refused(
                vec![problem.over(Some(0..text.len()))],
                words::ARGUMENT,
                text,
            ));
        }
        all.push(one);
    }
    Ok(all)
}

/// `NAME=LOW..HIGH:COUNT` or `NAME=VALUE,VALUE,...`; for a Latin hypercube `NAME=LOW..HIGH`.
fn read(scenario: &Scenario, text: &str, latin: bool) -> Result<Over, Box<Problem>> {
    let form = messages::form(latin);
    let no_range = |said, from: usize| {
        let problem = Problem::refusal("sweep::not-a-range", said);
        Box::new(problem.over(Some(from..text.len())))
    };
    let Some((name, values)) = text.split_once('=') else {
        return Err(no_range(messages::no_name(form), 0));
    };
    let start = name.len() - name.trim_start().len();
    let knob = knob::find(scenario, name.trim())
        .map_err(|unknown| Box::new(no_number(name.trim(), start, unknown)))?;
    let at = name.len() + 1;
    let numbers = Numbers { text, knob: &knob };
    let mut found = match values.split_once("..") {
        Some((low, rest)) => {
            let (high, count) = match rest.split_once(':') {
                Some((high, count)) => (high, Some(count)),
                None => (rest, None),
            };
            let from = numbers.one(at..at + low.len())?;
            let high_at = at + low.len() + 2;
            let to = numbers.one(high_at..high_at + high.len())?;
            if from >= to {
                return Err(no_range(messages::ends_turned(from, to, form), at));
            }
            match (latin, count) {
                (true, None) => vec![from, to],
                (true, Some(_)) => return Err(no_range(messages::counted_in_latin(form), 0)),
                (false, None) => return Err(no_range(messages::not_counted(form), 0)),
                (false, Some(count)) => {
                    let place = text.len() - count.len()..text.len();
                    numbers.steps(from, to, count, place)?
                }
            }
        }
        None if latin => return Err(no_range(messages::no_range_in_latin(form), 0)),
        None => numbers.list(at)?,
    };
    found.sort_by(f64::total_cmp);
    Ok(Over {
        knob,
        values: found,
    })
}

fn no_number(name: &str, start: usize, unknown: Unknown) -> Problem {
    let said = match unknown {
        Unknown::InPolicy { near, names } => messages::not_of_policy(name, near, &names),
        Unknown::Anywhere { near } => messages::nowhere(name, near),
    };
    Problem::refusal("sweep::unknown-number", said).over(Some(start..start + name.len()))
}

/// The values of one number.
struct Numbers<'a> {
    text: &'a str,
    knob: &'a Knob,
}

impl Numbers<'_> {
    fn fails<T>(&self, place: Range<usize>, said: Message) -> Result<T, Box<Problem>> {
        let problem = Problem::refusal("sweep::value", said);
        Err(Box::new(problem.over(Some(place))))
    }

    /// One value by its place, within what can be read.
    fn one(&self, place: Range<usize>) -> Result<f64, Box<Problem>> {
        let said = &self.text[place.clone()];
        let start = place.start + (said.len() - said.trim_start().len());
        let said = said.trim();
        let place = start..start + said.len();
        if let Some(percent) = said.strip_suffix('%') {
            let fraction = percent.parse::<f64>().ok().map(|p| p / 100.0);
            return self.fails(place, messages::percent(said, fraction));
        }
        let Some(value) = said
            .replace('_', "")
            .parse::<f64>()
            .ok()
            .filter(|v| v.is_finite())
        else {
            return self.fails(place, messages::no_number(said));
        };
        self.fits(value, place)?;
        Ok(value)
    }

    fn fits(&self, value: f64, place: Range<usize>) -> Result<(), Box<Problem>> {
        let (name, (low, high)) = (&self.knob.name, self.knob.bounds);
        if !(low..=high).contains(&value) {
            let said = match (low.is_finite(), high.is_finite()) {
                (true, true) => messages::between(name, low, high, value),
                (true, false) => messages::at_least(name, low, value),
                _ => messages::at_most(name, high, value),
            };
            return self.fails(place, said);
        }
        if self.knob.counts && value.fract() != 0.0 {
            return self.fails(place, messages::whole(name, value));
        }
        Ok(())
    }

    /// So many values at equal distances.
    fn steps(
        &self,
        from: f64,
        to: f64,
        count: &str,
        place: Range<usize>,
    ) -> Result<Vec<f64>, Box<Problem>> {
        let many = count.trim().parse::<usize>().ok();
        let Some(many) = many.filter(|n| (2..=MOST_VALUES).contains(n)) else {
            return self.fails(place, messages::count(MOST_VALUES, count));
        };
        let last = (many - 1) as f64;
        let values: Vec<f64> = (0..many)
            .map(|k| round(from + (to - from) * k as f64 / last))
            .collect();
        for value in &values {
            self.fits(*value, place.clone())?;
        }
        Ok(values)
    }

    /// Values separated by commas or semicolons. Two whole numbers and one comma are one and a half where
    /// decimals are parted off by a comma: what is meant is asked, not guessed.
    fn list(&self, at: usize) -> Result<Vec<f64>, Box<Problem>> {
        let text = &self.text[at..];
        let whole = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if let Some((a, b)) = text.split_once(',')
            && whole(a.trim())
            && whole(b.trim())
            && !self.knob.counts
        {
            let said = messages::comma_between(a.trim(), b.trim());
            return self.fails(at..self.text.len(), said);
        }
        let mut found: Vec<f64> = Vec::new();
        let mut start = at;
        for part in text.split([',', ';']) {
            let place = start..start + part.len();
            let value = self.one(place.clone())?;
            if found.contains(&value) {
                return self.fails(place, messages::value_twice(value));
            }
            found.push(value);
            start += part.len() + 1;
        }
        Ok(found)
    }
}

/// A value without the dust of binary fractions.
fn round(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

/// Every target that is named exists and falls due in the run.
fn targets(scenario: &Scenario, asked: &[String]) -> Result<(), Failure> {
    let known: Vec<&str> = scenario.targets.iter().map(|t| t.id.as_str()).collect();
    for id in asked {
        if known.contains(&id.as_str()) {
            continue;
        }
        let help = match nearest(id, known.iter().copied()) {
            Some(near) => did_you_mean_id(near),
            None => messages::TARGETS.to_owned(),
        };
        let problem = Problem::refusal("sweep::unknown-target", messages::no_target(id, help));
        return Err(refused(
            vec![problem.over(Some(0..id.len()))],
            "--target",
            id,
        ));
    }
    Ok(())
}

fn points(
    scenario: &Scenario,
    over: &[Over],
    asks: &SweepAsks,
) -> Result<(Design, Vec<Vec<f64>>), Failure> {
    let many = over
        .iter()
        .try_fold(1usize, |n, o| n.checked_mul(o.values.len()));
    let asked = asks.latin.map_or(many, |n| Some(n as usize));
    match asked.filter(|n| *n <= MOST_POINTS) {
        None => {
            let said = messages::too_many_points(MOST_POINTS);
            let problem = Problem::refusal("sweep::too-many-points", said);
            let last = asks.over.last().map_or("", String::as_str);
            Err(refused(
                vec![problem.over(Some(0..last.len()))],
                words::ARGUMENT,
                last,
            ))
        }
        Some(count) => Ok(match asks.latin {
            Some(_) => (Design::Latin, study::latin(over, count, scenario.seed)),
            None => (Design::Grid, study::grid(over)),
        }),
    }
}

/// A point that is no scenario: told at the argument that brings it about.
fn cannot_be(
    scenario: &Scenario,
    over: &[Over],
    texts: &[String],
    (point, problems): (Vec<f64>, Vec<Problem>),
) -> Failure {
    let alone = |(one, value): (&Over, &f64)| knob::set(scenario, &[(&one.knob, *value)]).is_err();
    let at = over.iter().zip(&point).position(alone).unwrap_or(0);
    let text = &texts[at];
    let values = text.find('=').map_or(0, |n| n + 1);
    let name = &over[at].knob.name;
    let told = problems.into_iter().map(|p| {
        let said = messages::no_scenario(name, point[at], p.message, p.help);
        Problem::refusal("sweep::value", said).over(Some(values..text.len()))
    });
    refused(told.collect(), words::ARGUMENT, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{file::from_text, small};

    const TEXT: &str = r#"(title: "A", base: "made-up", policies: [
        (id: "money", do: Investment(amount: Multiple(1.5), money: Planned,
            split: (new_beds: Share(0.6), equipment: Rest)), from: 2027, payer: Provincial),
        (id: "campus", do: SecondCampus(hospital: "royal", province: "south-coast", beds: 300,
            opens: 2030)),
    ])"#;

    fn scenario() -> Scenario {
        let read = from_text("t.ron", TEXT, small::base());
        read.unwrap_or_else(|e| panic!("{}", e.render(100, false)))
            .0
    }

    fn values(text: &str) -> Vec<f64> {
        read(&scenario(), text, false)
            .map(|o| o.values)
            .unwrap_or_else(|p| panic!("{p:?}"))
    }

    #[test]
    fn values_are_a_range_with_a_count_or_a_list() {
        assert_eq!(
            values("money.amount=0.5..2.0:7"),
            [0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0]
        );
        assert_eq!(values("post.match = 0.9,0.8 , 0.85"), [0.8, 0.85, 0.9]);
        assert_eq!(values("post.match=0..0.3:4"), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(
            values("campus.beds=100..1_000:4"),
            [100.0, 400.0, 700.0, 1000.0]
        );
        let latin = read(&scenario(), "post.match=0.8..0.9", true).unwrap();
        assert_eq!(latin.values, [0.8, 0.9]);
    }

    #[test]
    fn a_slip_in_an_argument_is_pointed_at() {
        for (text, code, at, said) in [
            (
                "money.amount",
                "sweep::not-a-range",
                "money.amount",
                "values",
            ),
            (
                "money.amuont=1,2",
                "sweep::unknown-number",
                "money.amuont",
                "money.amount",
            ),
            (
                "mony.amount=1,2",
                "sweep::unknown-number",
                "mony.amount",
                "money.amount",
            ),
            ("post.match=0.8..x:3", "sweep::value", "x", "number"),
            (
                "post.match=0.9..0.8:3",
                "sweep::not-a-range",
                "0.9..0.8:3",
                "low end",
            ),
            (
                "post.match=0.8..0.9",
                "sweep::not-a-range",
                "post.match=0.8..0.9",
                "how many",
            ),
            ("post.match=0.8..0.9:1", "sweep::value", "1", "between 2"),
            ("post.match=80%", "sweep::value", "80%", "0.8"),
            ("post.match=0.8,0.9,0.80", "sweep::value", "0.80", "twice"),
            (
                "money.amount=1;21",
                "sweep::value",
                "21",
                "between 0 and 20",
            ),
            ("campus.beds=100..200:4", "sweep::value", "4", "whole"),
        ] {
            let problem = *read(&scenario(), text, false).unwrap_err();
            assert_eq!(problem.code, code, "{text}");
            assert_eq!(&text[problem.span.clone().unwrap()], at, "{text}");
            let words = format!("{} {}", problem.message, problem.help);
            assert!(words.contains(said), "{text}: {words}");
        }
    }

    #[test]
    fn a_value_that_makes_no_scenario_is_told_at_its_argument() {
        let s = scenario();
        let text = "campus.opens=2030,2050".to_owned();
        let over = [read(&s, &text, false).unwrap()];
        let points = study::grid(&over);
        let failed = study::check(&s, &over, &points).unwrap_err();
        let failure = cannot_be(&s, &over, &[text], failed);
        assert_eq!(failure.code(), 2);
        for part in ["campus.opens = 2050", "sweep::value", "--over:1:14"] {
            assert!(
                failure.message().contains(part),
                "{part}: {}",
                failure.message()
            );
        }
    }
}
