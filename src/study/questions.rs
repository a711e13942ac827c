//! What is asked of every option: the targets that any of them answers, and the indicators that a
//! differing policy serves.

use super::Candidate;
use super::samples::Wanted;
use crate::base::{Borders, Direction, Form, Target};
use crate::engine::layout::{Layout, Test};
use crate::engine::prototype::Prototype;
use crate::engine::reduce::is_headline;
use crate::indicator::Indicator;
use crate::results::comparison::{Part, Question, QuestionKind as Kind};
use crate::results::{NATION, Standing, the_one_place};
use crate::scenario::Scenario;
use crate::units::Year;

/// The indicator of bed-days met at home.
pub const AT_HOME: &str = "bed_days_at_home";

/// Targets are the same question where these are.
fn same(a: &Target, b: &Target) -> bool {
    a.id == b.id && a.bound() == b.bound()
}

/// The scenarios of the options, each with the targets of all: its own come first, so that what a
/// policy waits for stays what it was. All ask one question: the reference's, then what the others ask
/// besides.
pub fn with_all_targets(asked: &[Candidate], reference: usize) -> Vec<Scenario> {
    let mut question = asked[reference].scenario.question.clone();
    for option in asked {
        question.and(&option.scenario.question);
    }
    // The same futures for all: those that agree with the reports of the reference, else of the first
    // option that has some.
    let reports = std::iter::once(&asked[reference]).chain(asked);
    let agreed = reports.filter_map(|a| a.scenario.agreed.as_ref()).next();
    let mut all: Vec<&Target> = Vec::new();
    for target in asked.iter().flat_map(|a| &a.scenario.targets) {
        if !all.iter().any(|t| same(t, target)) {
            all.push(target);
        }
    }
    let with = |a: &Candidate| {
        let mut scenario = a.scenario.clone();
        scenario.question = question.clone();
        scenario.agreed = agreed.cloned();
        for target in &all {
            if !scenario.targets.iter().any(|t| same(t, target)) {
                scenario.targets.push((*target).clone());
            }
        }
        scenario
    };
    asked.iter().map(with).collect()
}

/// Whether what is kept is the bed-days at home of the nation.
pub fn is_at_home((id, scope): &(String, usize)) -> bool {
    id == AT_HOME && *scope == 0
}

/// The indicators that policies in which an option differs exist for, in order.
pub fn served(reference: &Scenario, here: &Scenario, parts: &[Part]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for part in parts {
        let own = here.policies.iter().find(|p| p.id == part.id);
        let plan = own.or(reference.policies.iter().find(|p| p.id == part.id));
        for id in plan.iter().flat_map(|p| p.decision.serves(&here.base)) {
            if !out.contains(&id) {
                out.push(id);
            }
        }
    }
    out
}

/// The year asked about where no target says another: that in which most headline targets are due
/// (the later of two); the last one where there is none.
pub fn year(prototype: &Prototype, layout: &Layout) -> Year {
    let due = |year: Year| {
        let targets = prototype.targets.iter().enumerate();
        targets
            .filter(|(t, target)| target.year == year && is_headline(prototype, layout, *t))
            .count()
    };
    let years = layout.years[1..].iter().map(|y| (due(*y), *y));
    let best = years.max().expect("at least one year is simulated");
    if best.0 > 0 {
        best.1
    } else {
        layout.years[layout.years.len() - 1]
    }
}

/// Which way of an indicator is better: as targets on it have it, but for a band, which one can leave on
/// either side; else as it says itself.
fn direction(prototype: &Prototype, id: &str) -> Option<Direction> {
    let base = &prototype.scenario().base.targets;
    let mut said = prototype
        .targets
        .iter()
        .chain(base)
        .filter(|t| t.indicator == id && t.form.up_to.is_none());
    let said = said.next().map(|t| t.direction);
    let of_itself = || {
        prototype
            .indicators
            .iter()
            .find(|i| i.info.id == id)?
            .info
            .better
    };
    said.or_else(of_itself)
}

/// The place that every headline target is about: a scope by position; the nation where they are about
/// several.
fn place(prototype: &Prototype, layout: &Layout) -> usize {
    let asked = layout.tests.iter();
    let asked = asked.filter(|test| is_headline(prototype, layout, test.target));
    let code = the_one_place(asked.map(|test| layout.scopes[test.scope].code.as_str()));
    let scope = layout.scopes.iter().position(|s| s.code == code);
    scope.unwrap_or(0)
}

/// Everything asked, and the numbers of a future it needs. Of what only some options ask, `asked` says
/// which was the first.
pub fn questions(
    prototype: &Prototype,
    layout: &Layout,
    served: &[Vec<String>],
    (asked, reference): (&[Candidate], usize),
) -> (Vec<Question>, Wanted) {
    let year = year(prototype, layout);
    let here = place(prototype, layout);
    let asked_by = |id: &str| {
        let asks = |a: &Candidate| a.scenario.question.place(id).is_some();
        match asks(&asked[reference]) {
            true => None,
            false => asked.iter().position(asks),
        }
    };
    let known = |id: &str| prototype.indicators.iter().find(|i| i.info.id == id);
    let asking = |id: &str| {
        let serves = |(_, all): &(usize, &Vec<String>)| all.iter().any(|known| known == id);
        let options = served.iter().enumerate().filter(serves);
        options.map(|(o, _)| o).collect::<Vec<usize>>()
    };
    let mut targets: Vec<Question> = Vec::new();
    for (t, target) in prototype.targets.iter().enumerate() {
        let lived = layout
            .tests
            .iter()
            .any(|x| x.target == t && x.year.is_some());
        let Some(indicator) = known(&target.indicator).filter(|_| lived) else {
            continue;
        };
        if target.borders == Borders::Before2025 {
            continue;
        }
        // Options are compared on beds that are built: what will be reported moves by decisions that
        // cost nothing here.
        let reported = |x: &Test| x.target == t && x.variants.is_some_and(|told| told.mixed);
        if layout.tests.iter().any(reported) {
            continue;
        }
        targets.push(Question {
            id: target.id.clone(),
            kind: Kind::Target,
            scope: target.scope.clone(),
            year: target.year,
            threshold: Some(target.threshold),
            form: target.form,
            better: Some(target.direction),
            document: crate::words::data::told(&target.document),
            status: Some(target.status),
            headline: is_headline(prototype, layout, t),
            asked_by: asked_by(&target.id),
            served_by: asking(&target.indicator),
            ..value(indicator, (year, layout, here), None, &[])
        });
    }
    // Values are asked of what is served, then of what headline targets are about.
    let mut wanted: Vec<&str> = Vec::new();
    let about = targets
        .iter()
        .filter(|q| q.headline)
        .map(|q| q.indicator.as_str());
    for id in served.iter().flatten().map(String::as_str).chain(about) {
        if !wanted.contains(&id) && known(id).is_some() {
            wanted.push(id);
        }
    }
    let values: Vec<Question> = wanted
        .iter()
        .filter_map(|id| known(id))
        .map(|i| {
            value(
                i,
                (year, layout, here),
                direction(prototype, &i.info.id),
                &asking(&i.info.id),
            )
        })
        .collect();
    let read_in = |id: &str| match known(id).is_some_and(|i| i.info.national_only) {
        true => 0,
        false => here,
    };
    let told = wanted.iter().map(|id| ((*id).to_owned(), read_in(id)));
    let mut indicators: Vec<(String, usize)> = told.collect();
    // What a bed-day at home costs is told of the nation, whose costs are counted.
    if known(AT_HOME).is_some() && !indicators.iter().any(is_at_home) {
        indicators.push((AT_HOME.to_owned(), 0));
    }
    let base = &prototype.scenario().base;
    let told_by_province = |i: &Indicator| !i.info.national_only && !i.unknown_by_province(base);
    let local = values
        .iter()
        .filter(|q| known(&q.indicator).is_some_and(told_by_province));
    let local = local.map(|q| q.indicator.clone()).collect();
    let (mut first, other): (Vec<Question>, Vec<Question>) =
        targets.into_iter().partition(|q| q.headline);
    // Those that a scenario writes in its order, the base's in the base's.
    let question = &prototype.scenario().question;
    first.sort_by_key(|q| match question.place(&q.id) {
        Some((place, Standing::Own)) => (q.asked_by.map(|option| option + 1), place),
        _ => (q.asked_by.map(|option| option + 1), usize::MAX),
    });
    let (nation, provinces): (Vec<Question>, Vec<Question>) =
        other.into_iter().partition(|q| q.scope == NATION);
    let all = first
        .into_iter()
        .chain(values)
        .chain(nation)
        .chain(provinces);
    let position = layout.years.iter().position(|y| *y == year);
    let wanted = Wanted {
        indicators,
        local,
        year: position.expect("the year asked about is lived"),
    };
    (all.collect(), wanted)
}

fn value(
    indicator: &Indicator,
    (year, layout, here): (Year, &Layout, usize),
    better: Option<Direction>,
    served_by: &[usize],
) -> Question {
    Question {
        id: format!("{}@{year}", indicator.info.id),
        kind: Kind::Value,
        indicator: indicator.info.id.clone(),
        title: indicator.info.title.clone(),
        unit: indicator.info.unit,
        scope: match indicator.info.national_only {
            true => NATION.to_owned(),
            false => layout.scopes[here].code.clone(),
        },
        year,
        threshold: None,
        form: Form::default(),
        better,
        document: crate::words::data::told(""),
        status: None,
        headline: false,
        asked_by: None,
        served_by: served_by.to_vec(),
    }
}

/// Position of the test that answers a target question in one option's results.
pub fn test(question: &Question, prototype: &Prototype, layout: &Layout) -> Option<(usize, usize)> {
    let target = prototype.targets.iter().position(|t| {
        t.id == question.id
            && Some(t.threshold) == question.threshold
            && (Some(t.direction), t.form) == (question.better, question.form)
    })?;
    let test = layout.tests.iter().position(|t| t.target == target)?;
    Some((test, layout.tests[test].year?))
}
