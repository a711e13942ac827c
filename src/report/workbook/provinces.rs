//! Provinces beside one another and below the nation: for each ratio that a national target asks
//! about, the middle future at the start and in the years of targets, its range, and the chance of
//! standing where the nation wants to stand.

use super::figure;
use super::sheet::{Look, Sheet};
use crate::report::page::{first, last, place, title};
use crate::results::{Findings, Probability, Scope, ScopeKind, TargetAnswer, Unit};
use crate::units::Year;
use crate::words::{number, report::bound_of, workbook as words};
use rust_xlsxwriter::{Worksheet, XlsxError};

const NAME: f64 = 20.0;
const A_FIGURE: f64 = 9.5;
const LAST: [f64; words::PROVINCE_LAST.len()] = [30.0, 34.0, 18.0];

/// A ratio at a year-end, and what the nation asks of it then.
struct Question<'a> {
    indicator: &'a str,
    unit: Unit,
    year: Year,
    target: Option<&'a TargetAnswer>,
    /// Whether its start stands before it.
    start: bool,
}

impl Question<'_> {
    fn columns(&self) -> usize {
        usize::from(self.start) + 3 + usize::from(self.target.is_some())
    }
}

/// Each ratio in every year in which provinces were asked about it; without any such question, the
/// ratios per 10,000 people in the last year.
fn questions(f: &Findings) -> Vec<Question<'_>> {
    let mut all: Vec<Question<'_>> = Vec::new();
    for r in &f.province_probability {
        let of_ratio = |q: &Question<'_>| q.indicator == r.indicator;
        let asked_before = |q: &Question<'_>| q.target.is_some_and(|a| r.asks(a));
        if all.iter().any(asked_before) {
            continue;
        }
        let national = |a: &&TargetAnswer| {
            r.asks(a)
                && f.scope(&a.scope)
                    .is_some_and(|s| f.scopes[s].kind == ScopeKind::Nation)
        };
        let asked = f.targets.iter().find(national);
        if let Some((i, asked)) = f.indicator(&r.indicator).zip(asked) {
            let start = !all.iter().any(of_ratio);
            all.push(Question {
                indicator: &f.indicators[i].id,
                unit: f.indicators[i].unit,
                year: r.year,
                target: Some(asked),
                start,
            });
        }
    }
    if all.is_empty() {
        let ratios = f.indicators.iter();
        let ratios = ratios
            .filter(|i| i.unit == Unit::Per10k && !i.national_only && i.open_between.is_none());
        all.extend(ratios.map(|i| Question {
            indicator: &i.id,
            unit: i.unit,
            year: last(f),
            target: None,
            start: true,
        }));
    }
    all
}

/// The sheet of the provinces.
pub fn sheet(f: &Findings, run: &str) -> Result<Worksheet, XlsxError> {
    let all = questions(f);
    let figures: usize = all.iter().map(Question::columns).sum();
    let mut widths = vec![NAME];
    widths.extend(std::iter::repeat_n(A_FIGURE, figures));
    widths.extend(LAST);
    let mut s = Sheet::new(&words::PROVINCES, &widths, figures + 2, run)?;
    s.title(&words::PROVINCES_TITLE, run, &[&words::PROVINCES_LEAD])?;
    let base = f.years.first().copied().unwrap_or(first(f));
    let mut header = vec![words::PROVINCE.title.to_owned()];
    let (mut groups, mut begins) = (Vec::new(), Vec::new());
    for q in &all {
        let asked = q.target.map(|a| (bound_of(q.unit, a.bound()), a.form));
        let asked = asked.as_ref().map(|(asked, form)| (asked.as_str(), *form));
        let heading = words::province_question(title(f, q.indicator), q.year, asked);
        begins.push(header.len() as u16);
        groups.push((header.len() as u16, q.columns() as u16, heading));
        if q.start {
            header.push(words::at(&words::AT_START.title, base));
        }
        let told = q.columns() - usize::from(q.start);
        let titles = words::PROVINCE_FIGURES[..told].iter();
        header.extend(titles.map(|c| c.title.to_owned()));
    }
    header.extend(words::PROVINCE_LAST.map(|c| c.title.to_owned()));
    s.groups(&groups)?;
    s.header(&header, 1, 1)?;
    let nation = f.scopes.iter().filter(|s| s.kind == ScopeKind::Nation);
    for scope in nation.chain(f.provinces()) {
        line(f, &mut s, scope, &all)?;
    }
    // Three ratios on a page.
    const A_PAGE: usize = 3;
    let begins: Vec<u16> = begins.into_iter().step_by(A_PAGE).skip(1).collect();
    s.pages_across(&begins)?;
    s.done(true)
}

/// The nation or a province.
fn line(f: &Findings, s: &mut Sheet, scope: &Scope, all: &[Question<'_>]) -> Result<(), XlsxError> {
    let row = s.next();
    let look = match scope.kind {
        ScopeKind::Nation => Look::Strong,
        _ => Look::Plain,
    };
    s.text((row, 0), place(f, &scope.code), look)?;
    let base = f.years.first().copied().unwrap_or(first(f));
    let found = |q: &Question<'_>, year| {
        let found = f.summary(&scope.code, q.indicator, year);
        found.map_or([f64::NAN; 7], |s| s.percentiles)
    };
    let mut column = 1;
    for q in all {
        let [_, low, _, middle, _, high, _] = found(q, q.year);
        let start = q.start.then(|| found(q, base)[3]);
        for value in start.into_iter().chain([middle, low, high]) {
            s.figure((row, column), &figure::found(q.unit, value), look)?;
            column += 1;
        }
        if q.target.is_some() {
            s.some((row, column), chance(f, scope, q).map(figure::chance), look)?;
            column += 1;
        }
    }
    let region = scope.region.as_deref().map_or("", |r| place(f, r));
    for text in [raised(f, scope).as_str(), region, &scope.code] {
        s.text((row, column), text, look)?;
        column += 1;
    }
    Ok(())
}

/// The chance of the nation, or of a province by itself.
fn chance<'a>(f: &'a Findings, scope: &Scope, q: &Question<'a>) -> Option<&'a Probability> {
    let asked = q.target?;
    if scope.kind == ScopeKind::Nation {
        return asked.probability.as_ref();
    }
    let mut all = f.province_probability.iter();
    let mine = all.find(|r| r.province == scope.code && r.asks(asked));
    mine.map(|r| &r.probability)
}

/// Occupations counted as fewer than the model uses, by more than a twentieth.
fn raised(f: &Findings, scope: &Scope) -> String {
    let mine = f
        .bottom_up
        .iter()
        .filter(|b| b.province == scope.code && b.used > 1.05 * b.bottom_up);
    let said = mine.map(|b| {
        if b.bottom_up > 0.0 {
            let by = number::percent(b.used / b.bottom_up - 1.0);
            words::raised(&b.occupation, &by)
        } else {
            words::not_counted(&b.occupation)
        }
    });
    said.collect::<Vec<String>>().join(words::BETWEEN.text())
}
