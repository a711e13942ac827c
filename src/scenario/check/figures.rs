//! Figures that the asker knows better take the place of the base's: each is about something the base
//! holds, says where it comes from, and leaves the others room. What is published of the nation stays.

use crate::base::figures::{Misfit, Stated};
use crate::base::stock::{Contradiction, deviation};
use crate::base::{
    Base, Distribution, Facility, Grade, Level, Owner, Ranged, TrackedValue, Weight,
};
use crate::diagnostic::{Problems, suggestion};
use crate::messages::scenario::figures as messages;
use crate::results::{FigureMoved, FigureUsed, Unit};
use crate::scenario::Replaced;
use crate::scenario::figures::FigureWritten;
use crate::scenario::inherit::Resolved;
use crate::source::Spanned;
use crate::words::{data, figures as words};
use std::sync::Arc;

/// A figure so many times the base's, or a part as small, is a slip of the unit or of a digit.
const FARTHEST: f64 = 4.0;
/// Others that are moved by more than this are told.
const OTHERS_TOLD: f64 = 0.05;
/// Others that would be moved by more than this are no longer what their sources say.
const OTHERS_MOST: f64 = 0.25;
/// The same of the other hospitals of a province, whose beds are estimates.
const HOSPITALS_TOLD: f64 = 0.25;
/// See [`HOSPITALS_TOLD`].
const HOSPITALS_MOST: f64 = 0.75;

/// What a figure is about, found in the base.
#[derive(Clone, Copy, Debug, PartialEq)]
enum About {
    /// Beds of a province.
    Beds(usize),
    /// Staff of an occupation in a province.
    Staff(usize, usize),
    /// Beds of a hospital.
    Hospital(usize),
    /// A followed indicator in a province.
    Followed(usize, usize),
    /// A price, by its place in the book.
    Price(usize),
}

/// The base with the figures of a scenario in it, and what they replace; the same base where there are
/// none.
pub(super) fn apply(
    file: &Resolved,
    base: Arc<Base>,
    problems: &mut Problems,
) -> (Arc<Base>, Replaced) {
    let written = &file.figures;
    if written.is_empty() {
        return (base, Replaced::default());
    }
    let before = problems.all.len();
    let mut found: Vec<(&FigureWritten, About)> = Vec::new();
    for (n, figure) in written.iter().enumerate() {
        if problems.crowded() {
            break;
        }
        let twin = written[..n].iter().find(|f| f.about() == figure.about());
        if let Some(first) = twin {
            let said = messages::twice(figure.told());
            problems.twice((&first.what, &figure.what), "figure::twice", said);
            continue;
        }
        let sound = says_where_from(figure, problems);
        let Some(about) = about(figure, &base, problems) else {
            continue;
        };
        let law_too = file.assumptions.iter().find(|(id, _)| *id == figure.what);
        if let (About::Price(_), Some((id, _))) = (about, law_too) {
            let said = messages::law_too(&figure.what.value);
            problems.refuse(id, "figure::law-too", said);
        } else if sound && can_be(figure, about, &base, problems) {
            found.push((figure, about));
        }
    }
    if problems.all[before..]
        .iter()
        .any(|p| p.severity == crate::diagnostic::Severity::Error)
    {
        return (base, Replaced::default());
    }
    let mut changed = (*base).clone();
    let figures = found
        .iter()
        .map(|(figure, about)| used(figure, *about, &base));
    let figures = figures.collect();
    put(&mut changed, &found, problems);
    let moved = moved(&base, &changed, &found);
    (Arc::new(changed), Replaced { figures, moved })
}

fn ranged(figure: &FigureWritten) -> Ranged {
    Ranged::with(figure.value.value, figure.range())
}

/// Whether a figure says where it comes from and how sure it is.
fn says_where_from(figure: &FigureWritten, problems: &mut Problems) -> bool {
    let before = problems.all.len();
    if figure.source.trim().is_empty() {
        problems.refuse(
            &figure.source,
            "figure::no-source",
            messages::no_source(figure.told()),
        );
    }
    let value = figure.value.value;
    match (&figure.low, &figure.high) {
        (None, None) => {}
        (Some(low), Some(high)) if low.value < value && value < high.value => {}
        (Some(low), Some(high)) => {
            let said = messages::not_inside(value, low.value, high.value);
            problems.refuse(low, "figure::range", said);
        }
        (Some(end), None) | (None, Some(end)) => {
            problems.refuse(end, "figure::range", messages::half_a_range());
        }
    }
    if figure.grade.value == Grade::E {
        let reason = figure.reason.as_ref().is_some_and(|r| !r.trim().is_empty());
        if figure.low.is_none() || figure.high.is_none() || !reason {
            let said = messages::assumed(figure.told());
            problems.refuse(&figure.grade, "figure::assumed", said);
        }
    }
    problems.all.len() == before
}

/// What a figure is about, where the base has it.
fn about(figure: &FigureWritten, base: &Base, problems: &mut Problems) -> Option<About> {
    let what = figure.what.as_str();
    let occupation = base.occupations.iter().position(|o| o.plural == what);
    let followed = base.tracked.iter().position(|t| t.id == what);
    let assumption = base.assumptions.position(what);
    if what == "beds" {
        let of = place(figure, problems)?;
        if let Some(at) = base.facility(of) {
            return hospital(figure, at, base, problems).then_some(About::Hospital(at));
        }
        return province(figure, base, true, problems).map(About::Beds);
    }
    if let Some(o) = occupation {
        place(figure, problems)?;
        let at = province(figure, base, false, problems)?;
        let stated = base.provinces.iter().all(|p| p.staff[o].is_some());
        if !stated || base.occupations[o].national_per_10k.is_none() {
            let said = messages::not_by_province(what);
            problems.refuse(&figure.what, "figure::unknown", said);
            return None;
        }
        return Some(About::Staff(o, at));
    }
    if let Some(i) = followed {
        place(figure, problems)?;
        return province(figure, base, false, problems).map(|at| About::Followed(i, at));
    }
    if let Some(at) = assumption {
        let own = &base.assumptions.all[at];
        let number = !matches!(
            own.distribution,
            Distribution::Profile(_) | Distribution::Choice(_)
        );
        let is_price = own.unit.starts_with(&base.currency) && own.unit.contains(" per ");
        if !is_price || !number {
            let said = messages::not_a_price(what, data::spoken(&own.unit));
            problems.refuse(&figure.what, "figure::unknown", said);
            return None;
        }
        if let Some(of) = &figure.of {
            let said = messages::price_of_a_place(what, &of.value);
            problems.refuse(of, "figure::unknown-place", said);
            return None;
        }
        return Some(About::Price(at));
    }
    let plurals = base.occupations.iter().map(|o| o.plural.as_str());
    let known: Vec<&str> = std::iter::once("beds")
        .chain(plurals)
        .chain(base.tracked.iter().map(|t| t.id.as_str()))
        .chain(base.assumptions.all.iter().map(|a| a.id.as_str()))
        .collect();
    let help = suggestion(what, &known, messages::WHAT);
    problems.refuse(
        &figure.what,
        "figure::unknown",
        messages::unknown(what, help),
    );
    None
}

/// The place a figure names, where it names one.
fn place<'a>(figure: &'a FigureWritten, problems: &mut Problems) -> Option<&'a str> {
    let of = figure.of.as_ref().map(|of| of.as_str());
    if of.is_none() {
        let said = messages::no_place(&figure.what.value);
        problems.refuse(&figure.what, "figure::unknown-place", said);
    }
    of
}

/// The province a figure is of.
fn province(
    figure: &FigureWritten,
    base: &Base,
    or_hospital: bool,
    problems: &mut Problems,
) -> Option<usize> {
    let of: &Spanned<String> = figure.of.as_ref()?;
    if let Some(at) = base.province(of) {
        return Some(at);
    }
    let hospital = base.facility(of).map(|at| base.facilities[at].province);
    if let Some(at) = hospital {
        let said = messages::not_of_a_hospital(&figure.what.value, &base.provinces[at].code);
        problems.refuse(of, "figure::unknown-place", said);
        return None;
    }
    let known: Vec<&str> = base.provinces.iter().map(|p| p.code.as_str()).collect();
    let hospitals = base.facilities.iter().filter(|f| f.level != Level::Commune);
    let all = known.iter().copied();
    let hospitals: Vec<&str> = match or_hospital {
        true => all
            .clone()
            .chain(hospitals.map(|f| f.code.as_str()))
            .collect(),
        false => all.clone().collect(),
    };
    let help = base
        .former_help(of, all)
        .unwrap_or_else(|| suggestion(of, &hospitals, messages::PLACES));
    let said = messages::unknown_place(&of.value, or_hospital, help);
    problems.refuse(of, "figure::unknown-place", said);
    None
}

/// Whether beds of a hospital can be stated: it has some, is real, and its count is one.
fn hospital(figure: &FigureWritten, at: usize, base: &Base, problems: &mut Problems) -> bool {
    let own: &Facility = &base.facilities[at];
    let of = figure.of.as_ref().unwrap_or(&figure.what);
    let (code, said) = if own.level == Level::Commune {
        ("figure::unknown-place", messages::beds_of_a_station())
    } else if own.synthetic {
        ("figure::unknown-place", messages::synthetic(&own.code))
    } else if figure.low.is_some() || figure.high.is_some() || figure.grade.value == Grade::E {
        let province = &base.provinces[own.province].code;
        ("figure::range", messages::hospital_is_counted(province))
    } else {
        return true;
    };
    problems.refuse(of, code, said);
    false
}

/// Whether a figure is a sound number of what it tells; far from the base's it is a slip, and outside the
/// base's range it is told.
fn can_be(figure: &FigureWritten, about: About, base: &Base, problems: &mut Problems) -> bool {
    let value = figure.value.value;
    let code = "figure::out-of-band";
    let before = problems.all.len();
    let ends = [figure.low.as_ref(), figure.high.as_ref()];
    let mut numbers = std::iter::once(&figure.value).chain(ends.into_iter().flatten());
    match about {
        About::Followed(i, _) => {
            let t = &base.tracked[i];
            if let Some(bad) = numbers.find(|v| !(t.low..=t.high).contains(&v.value)) {
                let said = messages::outside_followed(bad.value, &t.id, t.low, t.high);
                problems.refuse(bad, code, said);
            }
        }
        About::Beds(_) | About::Staff(..) | About::Hospital(_) => {
            let whole = value.fract() == 0.0;
            let bad = numbers.find(|v| v.value <= 0.0);
            if let Some(bad) = bad.or(Some(&figure.value).filter(|_| !whole)) {
                let said = messages::not_whole(bad.value, figure.told());
                problems.refuse(bad, code, said);
            }
        }
        About::Price(_) => {
            if let Some(bad) = numbers.find(|v| v.value <= 0.0) {
                problems.refuse(bad, code, messages::no_price(bad.value));
            }
        }
    }
    if problems.all.len() > before {
        return false;
    }
    let (own, range) = match about {
        About::Beds(p) => of_base(base.provinces[p].beds),
        About::Staff(o, p) => of_base(base.provinces[p].staff[o].unwrap_or(Ranged::single(value))),
        About::Hospital(f) => (base.facilities[f].beds, None),
        About::Price(at) => {
            let a = &base.assumptions.all[at];
            (a.quantile(0.5), a.range)
        }
        About::Followed(..) => return true,
    };
    if value == own && figure.range() == range {
        let said = messages::as_in_base(figure.told());
        problems.warn(&figure.value, "figure::changes-nothing", said);
    }
    let times = value / own;
    if own > 0.0 && !(1.0 / FARTHEST..=FARTHEST).contains(&times) {
        let said = messages::far_from(value, figure.told(), short(own), FARTHEST);
        problems.refuse(&figure.value, code, said);
        return false;
    }
    if let Some((low, high)) = range.filter(|(low, high)| !(*low..=*high).contains(&value)) {
        let (own, low, high) = (short(own), short(low), short(high));
        let said = messages::outside_range(value, figure.told(), own, low, high);
        problems.warn(&figure.value, "figure::unlikely", said);
    }
    true
}

/// A number of the base as messages show it.
fn short(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

fn of_base(figure: Ranged) -> (f64, Option<(f64, f64)>) {
    let range = (figure.low < figure.high).then_some((figure.low, figure.high));
    (figure.central, range)
}

/// Puts the figures into the base; what cannot be put is refused, and what moves others far is told.
fn put(base: &mut Base, found: &[(&FigureWritten, About)], problems: &mut Problems) {
    let of = |wanted: &dyn Fn(About) -> Option<usize>| -> Vec<(&FigureWritten, Stated)> {
        let mine = found.iter().filter_map(|(figure, about)| {
            let at = wanted(*about)?;
            Some((*figure, (at, ranged(figure))))
        });
        mine.collect()
    };
    let beds = of(&|about| match about {
        About::Beds(p) => Some(p),
        _ => None,
    });
    let stated: Vec<Stated> = beds.iter().map(|(_, stated)| *stated).collect();
    if !stated.is_empty() {
        let put = base.state_beds(&stated);
        rest(put, &beds, base, "beds", problems);
    }
    for (figure, about) in found {
        if let About::Hospital(at) = about {
            let put = base.state_hospital(*at, figure.value.value);
            hospitals(put, figure, *at, base, problems);
        }
    }
    let bedded = of(&|about| match about {
        About::Beds(p) => Some(p),
        About::Hospital(f) => Some(base.facilities[f].province),
        _ => None,
    });
    if let Some((first, _)) = bedded.first()
        && !problems.has_errors()
        && let Err(misfit) = base.beds_hold()
    {
        let blamed = blamed(&misfit, &bedded).unwrap_or(first);
        let said = does_not_fit(&misfit, base, "beds");
        problems.refuse(&blamed.value, "figure::does-not-fit", said);
    }
    for o in 0..base.occupations.len() {
        let staff = of(&|about| match about {
            About::Staff(own, p) if own == o => Some(p),
            _ => None,
        });
        let stated: Vec<Stated> = staff.iter().map(|(_, stated)| *stated).collect();
        if !stated.is_empty() {
            let put = base.state_staff(o, &stated);
            let plural = base.occupations[o].plural.clone();
            rest(put, &staff, base, &plural, problems);
        }
    }
    for (figure, about) in found {
        match about {
            // The asker's figure is what the place counts now.
            About::Beds(p) | About::Staff(_, p) => {
                let published = &mut base.provinces[*p].published;
                published.retain(|own| own.what != figure.what.value);
            }
            About::Followed(i, p) => follow(base, figure, (*i, *p), problems),
            About::Price(at) => price(base, figure, *at, problems),
            About::Hospital(_) => {}
        }
    }
}

/// Tells what became of the provinces without a figure of their own.
fn rest(
    put: Result<f64, Misfit>,
    figures: &[(&FigureWritten, Stated)],
    base: &Base,
    what: &str,
    problems: &mut Problems,
) {
    let Some((first, _)) = figures.first() else {
        return;
    };
    let factor = match put {
        Ok(factor) => factor,
        Err(misfit) => {
            let blamed = blamed(&misfit, figures).unwrap_or(first);
            let said = does_not_fit(&misfit, base, what);
            problems.refuse(&blamed.value, "figure::does-not-fit", said);
            return;
        }
    };
    let by = factor - 1.0;
    if by.abs() > OTHERS_MOST {
        let said = messages::others_too_far(what, by * 100.0, OTHERS_MOST * 100.0);
        problems.refuse(&first.value, "figure::does-not-fit", said);
    } else if by.abs() > OTHERS_TOLD {
        let said = messages::others_moved(what, by * 100.0);
        problems.warn(&first.value, "figure::moves-others", said);
    }
}

/// The figure at fault, where one is.
fn blamed<'a>(
    misfit: &Misfit,
    figures: &[(&'a FigureWritten, Stated)],
) -> Option<&'a FigureWritten> {
    let at = match misfit {
        Misfit::NoHospital { province, .. } => *province,
        Misfit::Apart(
            Contradiction::TooWide { unit, .. }
            | Contradiction::KnownIsMore { unit, .. }
            | Contradiction::AtItsEnd { unit: Some(unit) },
        ) => *unit,
        _ => return None,
    };
    let own = figures.iter().find(|(_, (p, _))| *p == at);
    own.map(|(figure, _)| *figure)
}

/// Why figures do not fit, and the way out.
fn does_not_fit(misfit: &Misfit, base: &Base, what: &str) -> crate::said::Message {
    let name = |p: &usize| base.provinces[*p].code.clone();
    match misfit {
        Misfit::NoRoom { stated, total } => messages::no_room(*stated, what, *total),
        Misfit::NoHospital {
            province,
            known,
            beds,
        } => messages::no_hospital(name(province), *known, *beds),
        Misfit::Apart(Contradiction::KnownIsMore { unit, known, low }) => {
            messages::known_is_more(name(unit), *known, *low)
        }
        Misfit::Apart(Contradiction::TooWide { unit, half, most }) => {
            messages::too_wide(name(unit), *half, what, *most)
        }
        Misfit::Apart(Contradiction::NationTooWide { half, most }) => {
            messages::nation_too_wide(*half, what, *most)
        }
        Misfit::Apart(Contradiction::Sum { sum, total }) => messages::no_room(*sum, what, *total),
        Misfit::Apart(Contradiction::AtItsEnd { .. }) => crate::messages::base::value_at_its_end(),
    }
}

/// Tells what became of the other hospitals of a province.
fn hospitals(
    put: Result<f64, Misfit>,
    figure: &FigureWritten,
    at: usize,
    base: &Base,
    problems: &mut Problems,
) {
    let province = &base.provinces[base.facilities[at].province].code;
    match put {
        Err(misfit) => {
            let said = does_not_fit(&misfit, base, "beds");
            problems.refuse(&figure.value, "figure::does-not-fit", said);
        }
        Ok(factor) if (factor - 1.0).abs() > HOSPITALS_MOST => {
            let said = messages::hospitals_too_far(province, (factor - 1.0) * 100.0);
            problems.refuse(&figure.value, "figure::does-not-fit", said);
        }
        Ok(factor) if (factor - 1.0).abs() > HOSPITALS_TOLD => {
            let said = messages::hospitals_moved(province, (factor - 1.0) * 100.0);
            problems.warn(&figure.value, "figure::moves-others", said);
        }
        Ok(_) => {}
    }
}

/// Puts the value of a followed indicator of a province; the nation's own is kept, so the other provinces
/// must have room.
fn follow(
    base: &mut Base,
    figure: &FigureWritten,
    (i, p): (usize, usize),
    problems: &mut Problems,
) {
    let value = TrackedValue {
        indicator: i,
        province: p,
        value: figure.value.value,
        range: figure.range(),
        source_id: figure.source.value.clone(),
        grade: figure.grade.value,
    };
    let mut all = base.tracked_values.iter_mut();
    match all.find(|v| (v.indicator, v.province) == (i, p)) {
        Some(own) => *own = value,
        None => base.tracked_values.push(value),
    }
    let t = &base.tracked[i];
    let Some(nation) = t.value else { return };
    let weight = |at: usize| match t.weight {
        Weight::People => base.provinces[at].population,
        Weight::Plain => 1.0,
        Weight::Facilities => {
            let own = base.facilities.iter();
            let public = own.filter(|f| f.province == at && f.owner != Owner::Private);
            public.count() as f64
        }
    };
    let (mut all, mut known, mut others) = (0.0, 0.0, 0.0);
    for at in 0..base.provinces.len() {
        all += weight(at);
        match base.own_value(i, at) {
            Some(own) => known += weight(at) * own.value,
            None => others += weight(at),
        }
    }
    let rest = (nation * all - known) / others;
    if others > 0.0 && !(t.low..=t.high).contains(&rest) {
        let said = messages::no_room_followed(&t.id, nation, rest, t.low, t.high);
        problems.refuse(&figure.value, "figure::does-not-fit", said);
    }
}

/// Puts a price into the book: its law, its source and its grade.
fn price(base: &mut Base, figure: &FigureWritten, at: usize, problems: &mut Problems) {
    let value = ranged(figure);
    let own = &mut base.assumptions.all[at];
    own.distribution = match deviation(value) {
        Some(sd) if sd > 0.0 => Distribution::Normal {
            mean: value.central,
            sd,
        },
        _ => Distribution::Fixed(value.central),
    };
    own.range = figure.range();
    own.source.clone_from(&figure.source.value);
    own.grade = figure.grade.value;
    own.reason = figure
        .reason
        .as_ref()
        .map_or(String::new(), |r| r.value.clone());
    own.held = String::new();
    if let Some(fault) = own.distribution.fault() {
        problems.refuse(&figure.value, "figure::range", messages::no_law(fault));
    }
}

/// A figure beside the one of the base.
fn used(figure: &FigureWritten, about: About, base: &Base) -> FigureUsed {
    let ranged = |own: Ranged| (Some(own.central), of_base(own).1);
    let told = |p: usize, what: &str| {
        let told = base.provinces[p].told(what);
        told.map_or((String::new(), None), |t| {
            (t.source_id.clone(), Some(t.grade))
        })
    };
    let ((before, before_range), (before_source, before_grade), unit) = match about {
        About::Beds(p) => (
            ranged(base.provinces[p].beds),
            told(p, "beds"),
            words::BEDS.en.to_owned(),
        ),
        About::Staff(o, p) => {
            let own = base.provinces[p].staff[o].map_or((None, None), ranged);
            (own, told(p, &figure.what), words::PEOPLE.en.to_owned())
        }
        About::Hospital(f) => {
            let own = &base.facilities[f];
            let from = (own.source_id.clone(), Some(own.grade));
            ((Some(own.beds), None), from, words::BEDS.en.to_owned())
        }
        About::Followed(i, p) => {
            let own = base.own_value(i, p);
            let from = own.map(|v| v.grade);
            let before = own.map_or((None, None), |v| (Some(v.value), v.range));
            let unit = match base.tracked[i].unit {
                Unit::Share => words::FRACTION.en,
                Unit::Years => words::YEARS.en,
                Unit::Per100 => words::PER_100.en,
                _ => "",
            };
            let unit = unit.to_owned();
            (before, (String::new(), from), unit)
        }
        About::Price(at) => {
            let own = &base.assumptions.all[at];
            let before = (Some(own.quantile(0.5)), own.range);
            (
                before,
                (own.source.clone(), Some(own.grade)),
                own.unit.clone(),
            )
        }
    };
    FigureUsed {
        what: figure.what.value.clone(),
        of: figure
            .of
            .as_ref()
            .map_or(String::new(), |of| of.value.clone()),
        unit,
        before,
        before_range,
        before_source,
        before_grade,
        value: figure.value.value,
        range: figure.range(),
        source: figure.source.value.clone(),
        grade: figure.grade.value,
        reason: figure
            .reason
            .as_ref()
            .map_or(String::new(), |r| r.value.clone()),
    }
}

/// Ratios of provinces that are other ones now, or that a figure is about.
fn moved(before: &Base, after: &Base, found: &[(&FigureWritten, About)]) -> Vec<FigureMoved> {
    let plurals = before.occupations.iter().map(|o| o.plural.as_str());
    let stocks: Vec<&str> = std::iter::once("beds").chain(plurals).collect();
    let mut moved = Vec::new();
    for (s, what) in stocks.into_iter().enumerate() {
        for (p, province) in before.provinces.iter().enumerate() {
            let own = found.iter().any(|(_, about)| match about {
                About::Beds(at) => s == 0 && *at == p,
                About::Staff(o, at) => s == o + 1 && *at == p,
                _ => false,
            });
            let ratio = |base: &Base| base.raked_per_10k(p, what);
            if let (Some(was), Some(now)) = (ratio(before), ratio(after))
                && (own || was != now)
            {
                moved.push(FigureMoved {
                    what: what.to_owned(),
                    province: province.code.clone(),
                    before: was,
                    after: now,
                    own,
                });
            }
        }
    }
    moved
}
