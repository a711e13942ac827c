//! What officials count: beds with plan beds, people with what the model misses, and doctors counted
//! beyond people.

use super::reach::Part;
use super::row::{Figure, Row};
use super::staff::heads;
use super::{Fraction, Indicator, Reading, View, beds, reach};
use crate::base::{Base, Grade};
use crate::dynamics::official::missed_id;
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::Said;
use crate::world::official::{OfficialBeds, Recount, chosen};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Beds.
    Beds,
    /// People of the first occupation.
    Heads,
}

/// Whether a base holds the law of plan beds.
pub fn has_beds(base: &Base) -> bool {
    base.assumptions.get("quota.variant").is_some()
}

/// Whether a base says how far the flow model of an occupation misses.
pub fn has_expected(base: &Base, occupation: usize) -> bool {
    let id = missed_id(&base.occupations[occupation]);
    base.assumptions.get(&id).is_some()
}

/// Whether a base holds the law of registration.
pub fn has_recount(base: &Base) -> bool {
    base.assumptions.get("recount.variant").is_some()
}

/// The assumption that draws one of the variants an indicator is told in.
pub fn drawn_by(indicator: &Indicator) -> Option<&'static str> {
    match indicator.reading {
        Reading::Official(Counted::Beds, None) => Some("quota.variant"),
        Reading::Official(Counted::Heads, None) => Some("recount.variant"),
        _ => None,
    }
}

/// The assumption between whose ways no figure decides, where one draws an indicator: its weights are only
/// assumed.
pub fn open_between(base: &Base, indicator: &Indicator) -> Option<String> {
    let drawn = base.assumptions.get(drawn_by(indicator)?)?;
    (drawn.grade == Grade::E).then(|| drawn.id.clone())
}

/// Whether an indicator moves by what is counted, beside what is built and who works: decisions that cost
/// nothing here move it too.
pub fn moves_by_counting(indicator: &Indicator) -> bool {
    let made_of = indicator.made_of;
    made_of.contains(&Part::Plan) || made_of.contains(&Part::Recount)
}

/// The reading of an indicator in one of its variants.
pub fn in_variant(indicator: &Indicator, variant: usize) -> Indicator {
    let Reading::Official(counted, _) = indicator.reading else {
        return indicator.clone();
    };
    Indicator {
        reading: Reading::Official(counted, Some(variant)),
        ..indicator.clone()
    }
}

fn law<'a>(view: &'a View<'_>) -> &'a OfficialBeds {
    let law = view.official.beds.as_ref();
    law.expect("checked: the base holds the law of plan beds")
}

fn recount<'a>(view: &'a View<'_>) -> &'a Recount {
    let law = view.official.recount.as_ref();
    law.expect("checked: the base holds the law of registration")
}

fn expected_heads(view: &View<'_>, o: usize, p: usize) -> Lanes {
    heads(view, o, p) * view.official.factor(o, p)
}

pub(super) const EXPECTED: Row = Row::new(
    "{plural}_per_10k_expected",
    Said::new("{Plural} per 10,000 people (as will be published)", "Số {plural} trên 10.000 dân (theo số sẽ công bố)"),
    Unit::Per10k,
    Said::new("{plural} of the model with the error that looking back found: what targets on people are judged on", "{plural} của mô hình có tính sai số tìm được qua kiểm định ngược: căn cứ xét các chỉ tiêu về nhân lực"),
    Said::new("{plural} * exp(E + v), with what the model misses / people * 10,000", "{plural} * exp(E + v), tính cả phần mô hình bỏ sót / dân số * 10.000"),
    reach::EXPECTED,
    Reading::Ratio(expected),
)
.counts(Said::new("{plural}", "{plural}"))
.figure_of("{plural}_per_10k")
.more()
.of(Figure::Heads)
.published("observation_sd.{plural}")
.given(has_expected);

pub(super) fn expected(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction::per_10k(expected_heads(view, o, p), view, p)
}

pub(super) const EXPECTED_FACTOR: Row = Row::new(
    "{plural}_expected_factor",
    Said::new(
        "Expected over modelled {plural}",
        "Số {plural} dự kiến so với mô hình (lần)",
    ),
    Unit::Ratio,
    Said::new(
        "what the heads of the model are multiplied by for what it misses",
        "hệ số nhân với số người của mô hình để bù phần mô hình bỏ sót",
    ),
    Said::new(
        "{plural} with what the model misses / {plural}",
        "{plural} tính cả phần mô hình bỏ sót / {plural}",
    ),
    reach::EXPECTED,
    Reading::Ratio(expected_factor),
)
.given(has_expected);

pub(super) fn expected_factor(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction {
        top: expected_heads(view, o, p),
        bottom: heads(view, o, p),
    }
}

pub(super) const BEDS_FACTOR: Row = Row::new(
    "beds_official_factor",
    Said::new("Official over built beds", "Số giường theo thống kê chính thức so với giường thực kê (lần)"),
    Unit::Ratio,
    Said::new("what built beds are multiplied by for plan beds, in the variant of each future", "hệ số nhân với giường thực kê để tính đến giường kế hoạch, theo hướng diễn biến của từng lượt mô phỏng"),
    Said::new("official beds / built beds", "giường theo thống kê chính thức / giường thực kê"),
    reach::PLAN_BEDS,
    Reading::Ratio(beds_factor),
)
.of(Figure::Beds)
.given(|base, _| has_beds(base));

pub(super) fn beds_factor(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction {
        top: law(view).of_the_future(p),
        bottom: beds::count(view, o, p),
    }
}

pub(super) const BEDS: Row = Row::new(
    "beds_per_10k_official",
    Said::new("Hospital beds per 10,000 people, official count", "Số giường bệnh trên 10.000 dân, theo thống kê chính thức"),
    Unit::Per10k,
    Said::new("beds that the ministry will report: those built and plan beds, in the variant of each future", "số giường mà Bộ Y tế sẽ công bố: giường thực kê và giường kế hoạch, theo hướng diễn biến của từng lượt mô phỏng"),
    Said::new("built beds * growth of the official count beside building / people * 10,000", "giường thực kê * mức tăng của số thống kê chính thức ngoài phần xây dựng / dân số * 10.000"),
    reach::PLAN_BEDS,
    Reading::Official(Counted::Beds, None),
)
.counts(Said::new("beds", "giường bệnh"))
.figure_of("beds_per_10k")
.more()
.of(Figure::Beds)
.published("observation_sd.beds")
.given(|base, _| has_beds(base));

pub(super) const HEADS: Row = Row::new(
    "{plural}_per_10k_official",
    Said::new("{Plural} per 10,000 people, official count", "Số {plural} trên 10.000 dân, theo thống kê chính thức"),
    Unit::Per10k,
    Said::new("the same with {plural} counted beyond people as registration goes on, in the variant of each future", "như trên, cộng số {plural} được thống kê thêm ngoài số người của mô hình khi việc đăng ký tiếp tục, theo hướng diễn biến của từng lượt mô phỏng"),
    Said::new("({plural} with what the model misses + heads counted beyond people) / people * 10,000", "({plural} tính cả phần mô hình bỏ sót + số thống kê thêm ngoài số người của mô hình) / dân số * 10.000"),
    reach::OFFICIAL,
    Reading::Official(Counted::Heads, None),
)
.counts(Said::new("{plural}", "{plural}"))
.figure_of("{plural}_per_10k")
.more()
.of(Figure::Heads)
.published("observation_sd.{plural}")
.given(|base, o| o == 0 && has_recount(base));

/// Beds or heads as they will be reported, per 10,000 people.
pub(super) fn per_10k(view: &View<'_>, of: Counted, variant: Option<usize>, p: usize) -> Fraction {
    let top = match of {
        Counted::Beds => {
            let law = law(view);
            match variant {
                Some(variant) => law.counted[p][variant],
                None => law.of_the_future(p),
            }
        }
        Counted::Heads => {
            let law = recount(view);
            let added = match variant {
                Some(variant) => law.added[variant],
                None => chosen(&law.added, law.drawn),
            };
            expected_heads(view, 0, p) + added * law.share[p]
        }
    };
    Fraction::per_10k(top, view, p)
}
