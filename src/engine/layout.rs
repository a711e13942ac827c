//! Where each number of a future lies in a block's results.

use super::prototype::Prototype;
use crate::base::{Base, Direction, Form};
use crate::indicator::{judged, official};
use crate::lanes::{Lanes, Mask};
use crate::policy::{Plan, When};
use crate::results::{Scope, ScopeKind, money_of};
use crate::said::{Said, Told};
use crate::units::{PAYERS, Year};
use crate::words;
use crate::world::ledger::{
    BedCause, CLOSING, EntrantCause, MoneyCause, OPENING, PeopleCause, StudentCause,
};
use crate::world::money::PURPOSES;

/// One target as the engine tests it.
#[derive(Clone, Debug)]
pub struct Test {
    /// Position among the prototype's targets.
    pub target: usize,
    /// Position of the indicator that is read (another one than named, with the staffing gate on).
    pub indicator: usize,
    /// Position of the scope.
    pub scope: usize,
    /// Threshold.
    pub threshold: f64,
    /// Direction.
    pub direction: Direction,
    /// How it is meant.
    pub form: Form,
    /// Whether one more in the indicator's top is one more in its bottom too.
    pub part_of_whole: bool,
    /// Position of the target's year among the simulated years, if inside.
    pub year: Option<usize>,
    /// The variants it is told in, if any.
    pub variants: Option<Variants>,
    /// Position of the assumption that is the sd of the error with which the indicator is published
    /// here, if it is.
    pub observed: Option<usize>,
    /// What the ratio is multiplied by before it is judged: where a province publishes a count of its own,
    /// that count over the one raked to the nation; 1 elsewhere.
    pub own: f64,
}

/// The variants a target is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variants {
    /// Position of the reading of the first variant; the others follow.
    pub first: usize,
    /// Position of the assumption that draws one.
    pub drawn: usize,
    /// Whether the target is judged on the indicator that is told in variants, as drawn; else on what
    /// is the same in all, of which the first variant is a copy.
    pub mixed: bool,
}

/// What gives a policy cause to act.
#[derive(Clone, Copy, Debug)]
pub enum Cause {
    /// Behind the straight line from the base year to a target.
    Behind {
        /// Threshold of the target.
        threshold: f64,
        /// Its direction.
        direction: Direction,
        /// Years from the base year to the target's.
        span: f64,
        /// Base year.
        base: Year,
        /// How far behind.
        margin: f64,
    },
    /// Below a level.
    Below(f64),
    /// Above a level.
    Above(f64),
}

impl Cause {
    /// The futures that give cause: `value` now, `start` at base. A number that is not defined
    /// gives none.
    pub fn in_futures(&self, value: Lanes, start: Lanes, year: Year) -> Mask {
        match *self {
            Cause::Below(level) => value.lt(Lanes::splat(level)),
            Cause::Above(level) => value.gt(Lanes::splat(level)),
            Cause::Behind {
                threshold,
                direction,
                span,
                base,
                margin,
            } => {
                let way = (f64::from(year.since(base)) / span).min(1.0);
                let line = start + (Lanes::splat(threshold) - start) * way;
                match direction {
                    Direction::AtLeast => value.lt(line - margin),
                    Direction::AtMost => value.gt(line + margin),
                }
            }
        }
    }
}

/// One policy that waits, as the engine judges it.
#[derive(Clone, Copy, Debug)]
pub struct Condition {
    /// Position of the policy.
    pub policy: usize,
    /// Position of the indicator.
    pub indicator: usize,
    /// Position of the scope.
    pub scope: usize,
    /// What the ratio is multiplied by before it is judged, as a target's is.
    pub own: f64,
    /// What gives cause.
    pub cause: Cause,
}

/// Positions of series, books and tests in a block's results.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Nation, regions, provinces.
    pub scopes: Vec<Scope>,
    /// Base year and simulated years.
    pub years: Vec<Year>,
    /// First series of each indicator; an indicator has one series for each scope, or one for the
    /// nation.
    pub first_series: Vec<usize>,
    /// Number of series.
    pub series: usize,
    /// Ledger lines: stock, cause, title.
    pub ledger: Vec<(String, String, Told)>,
    /// Tests of targets.
    pub tests: Vec<Test>,
    /// Position of the province the question is about.
    pub here: Option<usize>,
    /// Number of policies.
    pub policies: usize,
    /// Policies that wait.
    pub conditions: Vec<Condition>,
    /// Number of occupations.
    pub occupations: usize,
}

/// Rows of the ledger: stock, cause and title, from the opening to the closing of each stock.
fn ledger(base: &Base) -> Vec<(String, String, Told)> {
    let titled = |causes: &[(&'static str, Said)]| -> Vec<(&'static str, Told)> {
        let each = causes.iter();
        each.map(|(id, title)| (*id, Told::from(*title))).collect()
    };
    let mut ledger = Vec::new();
    let mut book = |stock: &str, causes: Vec<(&str, Told)>| {
        let opening = titled(&[OPENING]).into_iter();
        for (id, title) in opening.chain(causes).chain(titled(&[CLOSING])) {
            ledger.push((stock.to_owned(), id.to_owned(), title));
        }
    };
    book("beds", titled(BedCause::ALL));
    for o in &base.occupations {
        book(&o.plural, titled(PeopleCause::ALL));
    }
    for o in &base.occupations {
        book(&format!("students:{}", o.plural), titled(StudentCause::ALL));
    }
    for o in &base.occupations {
        book(&format!("entrants:{}", o.plural), titled(EntrantCause::ALL));
    }
    for payer in PAYERS {
        let purposes = PURPOSES.map(|(_, id)| (id, Told::of(|| words::page::purpose(id))));
        let mut causes = titled(MoneyCause::ALL);
        causes.extend(purposes);
        book(&money_of(payer), causes);
    }
    ledger
}

/// The nation, its regions and its provinces.
fn scopes(base: &Base) -> Vec<Scope> {
    let scope = |code: &str, kind, name: &str, name_en: &str| Scope {
        code: code.into(),
        kind,
        name: crate::words::data::told(name),
        name_en: name_en.into(),
        tile: None,
        region: None,
    };
    let mut scopes = vec![scope("nation", ScopeKind::Nation, &base.name, &base.name)];
    for r in &base.regions {
        scopes.push(scope(&r.code, ScopeKind::Region, &r.name, &r.name_en));
    }
    for p in &base.provinces {
        scopes.push(Scope {
            tile: Some(p.tile),
            region: Some(base.regions[p.region].code.clone()),
            ..scope(&p.code, ScopeKind::Province, &p.name, &p.name_en)
        });
    }
    scopes
}

/// The indicator that a question about this one is asked of: of operating beds with the gate on.
fn with_gate(prototype: &Prototype, indicator: usize) -> usize {
    let gated = prototype.indicators[indicator].gated.as_deref();
    let gated = gated.filter(|_| prototype.scenario().staffing_gate);
    let own = gated.and_then(|id| prototype.position(id));
    own.unwrap_or(indicator)
}

/// Position of the indicator that what is asked of another is judged on.
pub fn judged_on(prototype: &Prototype, named: usize) -> usize {
    let judged = judged(&prototype.indicators, named);
    judged.unwrap_or_else(|| with_gate(prototype, named))
}

/// How a target is tested; `None` where it is not judged.
fn test(prototype: &Prototype, scopes: &[Scope], years: &[Year], at: usize) -> Option<Test> {
    let target = &prototype.targets[at];
    let assumptions = &prototype.scenario().base.assumptions;
    let named = prototype.position(&target.indicator)?;
    let indicator = with_gate(prototype, named);
    // What published figures cannot answer is not judged: no chance, no part of a joint
    // one, nothing to search for.
    if prototype.indicators[indicator]
        .info
        .not_answerable
        .is_some()
    {
        return None;
    }
    let scope = scopes.iter().position(|s| s.code == target.scope)?;
    if prototype.indicators[indicator].info.national_only && scope != 0 {
        return None;
    }
    let indicator = judged_on(prototype, named);
    let named = &prototype.indicators[named];
    let own = &prototype.indicators[indicator];
    let sees =
        prototype.scenario().uncertainty.parameters() && scopes[scope].kind == ScopeKind::Province;
    let sd = own.published.as_deref().filter(|_| sees);
    let told = named.told_in.as_deref().unwrap_or(&named.info.id);
    let variants = prototype.position(told).and_then(|told| {
        let told = &prototype.indicators[told];
        let drawn = official::drawn_by(told)?;
        let mut all = prototype.variants.iter();
        let first = all.position(|i| i.info.id == told.info.id)?;
        Some(Variants {
            first: prototype.indicators.len() + first,
            drawn: assumptions.position(drawn)?,
            mixed: told.info.id == own.info.id,
        })
    });
    Some(Test {
        own: own_factor(prototype, scopes, (indicator, scope)),
        variants,
        observed: sd.and_then(|id| assumptions.position(id)),
        target: at,
        indicator,
        scope,
        threshold: target.threshold,
        direction: target.direction,
        form: target.form,
        part_of_whole: prototype.indicators[indicator].part_of_whole,
        year: years[1..].iter().position(|y| *y == target.year),
    })
}

/// What an indicator of a place is multiplied by to be told as the place itself counts it; 1 where it
/// publishes no count of its own.
pub fn own_factor(
    prototype: &Prototype,
    scopes: &[Scope],
    (indicator, scope): (usize, usize),
) -> f64 {
    let own = prototype.own_count(indicator, &scopes[scope].code);
    own.map_or(1.0, |(_, factor)| factor)
}

/// How a policy that waits is judged.
fn condition(
    prototype: &Prototype,
    scopes: &[Scope],
    policy: usize,
    plan: &Plan,
) -> Option<Condition> {
    let base_year = prototype.scenario().base.year;
    let (id, place) = plan.when.looks_at()?;
    let mut indicator = prototype
        .position(id)
        .expect("checked: the indicator exists");
    let cause = match &plan.when {
        When::Always => return None,
        When::Below { level, .. } => Cause::Below(level.value),
        When::Above { level, .. } => Cause::Above(level.value),
        When::Behind { margin, .. } => {
            let target = plan.when.target(&prototype.scenario().targets);
            let target = target.expect("checked: the target is answered");
            indicator = with_gate(prototype, indicator);
            Cause::Behind {
                threshold: target.threshold,
                direction: target.direction,
                span: f64::from(target.year.since(base_year)),
                base: base_year,
                margin: margin.value,
            }
        }
    };
    let scope = scopes.iter().position(|s| s.code == place);
    let scope = scope.expect("checked: the place exists");
    // Levels are those of the run; a target is judged as its place counts.
    let own = match cause {
        Cause::Behind { .. } => own_factor(prototype, scopes, (indicator, scope)),
        Cause::Below(_) | Cause::Above(_) => 1.0,
    };
    Some(Condition {
        policy,
        indicator,
        scope,
        own,
        cause,
    })
}

impl Layout {
    /// Whether some target must hold at the end of a month that is no year-end.
    pub fn some_month(&self) -> bool {
        self.tests.iter().any(|test| test.form.month.is_some())
    }

    /// The layout of a prototype's results.
    pub fn of(prototype: &Prototype) -> Self {
        let scenario = prototype.scenario();
        let base = &scenario.base;
        let scopes = scopes(base);
        let years: Vec<Year> = (base.year.0..=scenario.last.0).map(Year).collect();
        let mut first_series = Vec::new();
        let mut series = 0;
        for indicator in &prototype.indicators {
            first_series.push(series);
            series += if indicator.info.national_only {
                1
            } else {
                scopes.len()
            };
        }
        let tests = (0..prototype.targets.len())
            .filter_map(|target| test(prototype, &scopes, &years, target))
            .collect();
        let plans = scenario.policies.iter().enumerate();
        let conditions = plans
            .filter_map(|(policy, plan)| condition(prototype, &scopes, policy, plan))
            .collect();
        Layout {
            here: scenario
                .province
                .as_ref()
                .and_then(|code| base.provinces.iter().position(|p| p.code == *code)),
            policies: scenario.policies.len(),
            conditions,
            scopes,
            years,
            first_series,
            series,
            ledger: ledger(base),
            tests,
            occupations: base.occupations.len(),
        }
    }

    /// Years that are simulated.
    pub fn simulated(&self) -> usize {
        self.years.len() - 1
    }
    /// Position of a cell in the samples of a future.
    pub fn cell(&self, series: usize, year: usize) -> usize {
        series * self.years.len() + year
    }
    /// Cells of samples.
    pub fn cells(&self) -> usize {
        self.series * self.years.len()
    }
}
