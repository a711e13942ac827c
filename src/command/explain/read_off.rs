//! What is read off the world, and what is asked of it: indicators and targets.

use super::density::label;
use super::page::Page;
use crate::base::{Base, Direction, Target};
use crate::indicator::{self, Reading};
use crate::words::data::spoken;
use crate::words::explain as words;
use crate::words::{list, model};

/// How an indicator is read.
fn equation(entry: &indicator::Indicator) -> &str {
    match entry.reading {
        Reading::Followed(_) => model::followed(),
        Reading::Milestone(_) => model::milestone(),
        _ => &entry.equation,
    }
}

/// The page of an indicator.
pub fn indicator(at: usize, base: &Base) -> Page {
    let entry = &indicator::registry(base)[at];
    let info = &entry.info;
    let mut page = Page::new(&info.id, super::What::Indicator.said());
    page.say(&format!("{}: {}.", info.title, info.meaning));
    page.field(&words::UNIT, list::unit(info.unit, spoken(&base.currency)));
    page.field(&words::SCOPE, list::read_for(info.national_only));
    page.field(&words::EQUATION, equation(entry));
    page.field(
        &words::ACTS,
        model::measured(
            entry.flow,
            matches!(
                entry.reading,
                Reading::Ratio(_) | Reading::Official(..) | Reading::Followed(_)
            ),
        ),
    );
    let published: Vec<&crate::base::NationalFigure> = base
        .national
        .iter()
        .filter(|figure| figure.indicator == info.id)
        .collect();
    for figure in &published {
        page.field(
            &words::TODAY,
            model::published(&label(figure.value), base.year),
        );
        page.field(&words::GRADE, words::grade(figure.grade));
        sources(&mut page, &figure.source_id, base);
    }
    if let Reading::Followed(i) = entry.reading {
        let t = &base.tracked[i];
        if let Some(value) = t.value {
            page.field(&words::TODAY, model::published(&label(value), base.year));
        }
        page.field(&words::GRADE, words::grade(t.grade));
        sources(&mut page, &t.source_id, base);
    }
    let targets: Vec<&str> = base
        .targets
        .iter()
        .filter(|t| t.indicator == info.id)
        .map(|t| t.id.as_str())
        .collect();
    page.field(&words::TARGETS, targets.join("\n"));
    let wanted = base.targets.iter().find(|t| t.indicator == info.id);
    let threshold = match (wanted, published.first()) {
        (Some(target), _) => target.threshold,
        (None, Some(figure)) => figure.value,
        (None, None) => model::some_threshold(info.unit),
    };
    let side = match entry.reading {
        Reading::Followed(i) if base.tracked[i].better == Direction::AtMost => "at_most",
        _ => "at_least",
    };
    let last = base.year.plus(crate::scenario::file::USUAL_YEARS);
    page.block(
        &words::EXAMPLE,
        &format!(
            "targets: AdoptedAnd([(indicator: \"{}\", {side}: {threshold}, by: {last})]),",
            info.id
        ),
    );

    page
}

/// The page of a target.
pub fn target(target: &Target, base: &Base) -> Page {
    let mut page = Page::new(&target.id, super::What::Target.said());
    let all = indicator::registry(base);
    let entry = all.iter().find(|i| i.info.id == target.indicator);
    let info = entry.map(|i| &i.info);
    let place = base
        .provinces
        .iter()
        .find(|p| p.code == target.scope)
        .map_or(target.scope.as_str(), |p| p.name.as_str());
    let threshold = words::threshold(info.map(|i| i.unit), target.threshold);
    let side = target.form.side(target.direction);
    page.say(&words::target(
        info.map_or(&target.indicator, |i| &i.title),
        place,
        side,
        &threshold,
        &target.year.to_string(),
    ));
    let followed = base.tracked.iter().position(|t| t.id == target.indicator);
    if let (Some(i), Some(p)) = (followed, base.province(&target.scope))
        && base.own_value(i, p).is_none()
    {
        page.say(&model::NO_OWN_VALUE);
    }
    page.field(&words::DOCUMENT, spoken(&target.document));
    page.field(
        &words::STATUS,
        words::standing(target.status, target.borders),
    );
    if let Some(entry) = entry {
        page.field(
            &words::UNIT,
            list::unit(entry.info.unit, spoken(&base.currency)),
        );
        page.field(&words::EQUATION, equation(entry));
    }
    page.field(&words::GRADE, words::grade(target.grade));
    sources(&mut page, &target.source_id, base);
    page.block(
        &words::EXAMPLE,
        &format!(
            "targets: Only([(indicator: \"{}\", {side}: {}, by: {}, scope: \"{}\", document: \"{}\")]),",
            target.indicator, target.threshold, target.year, target.scope, target.document
        ),
    );
    page
}

/// The sources behind a figure, one field each.
pub fn sources(page: &mut Page, ids: &str, base: &Base) {
    let mut any = false;
    for id in ids.split(';').map(str::trim).filter(|id| !id.is_empty()) {
        let cited = base.sources.iter().find(|s| s.id == id).map_or_else(
            || id.to_owned(),
            |s| words::source(&s.title, &s.publisher, &s.date, &s.url),
        );
        page.field(&words::SOURCE, cited);
        any = true;
    }
    if !any {
        page.field(&words::SOURCE, words::NO_SOURCE);
    }
}
