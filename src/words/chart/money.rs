//! The words of the pictures of whole distributions and of money.

use super::{answered_title, inside, known, number};
use crate::base::{Bound, Direction};
use crate::results::{IndicatorInfo, Summary, TargetAnswer, Unit};
use crate::said::{Said, say};
use crate::units::Year;

/// Title of an exceedance curve: the answer where something is asked.
pub fn exceedance_title(
    indicator: &IndicatorInfo,
    place: &str,
    year: Year,
    target: Option<&TargetAnswer>,
) -> String {
    let head = format!("{}, {place}", indicator.title);
    let plain = || {
        say! {
            en: format!("{head}: all futures at the end of {year}"),
            vi: format!("{head}: toàn bộ lượt mô phỏng, cuối năm {year}"),
        }
    };
    answered_title(&head, indicator.unit, target).unwrap_or_else(plain)
}

/// What stands below: how well the chance is known, then the values reached by nine, five and one in ten
/// futures.
pub fn exceedance_answer(
    unit: Unit,
    target: Option<&TargetAnswer>,
    direction: Direction,
    reached: [f64; 3],
) -> String {
    let [most, half, few] = reached.map(|v| number::value(unit, v));
    let beyond = beyond(direction);
    let spread = if most == few {
        say! {
            en: format!("At least 8 in 10 futures stand at {half}."),
            vi: format!("Ít nhất 8 trên 10 lượt có giá trị {half}."),
        }
    } else {
        say! {
            en: format!(
                "9 in 10 futures come to {most} {beyond}, half to {half} {beyond}, 1 in 10 to {few} {beyond}."
            ),
            vi: format!(
                "9 trên 10 lượt có giá trị từ {most} {beyond}, một nửa từ {half} {beyond}, 1 trên 10 từ {few} {beyond}."
            ),
        }
    };
    match target.and_then(known) {
        Some(known) => format!("{known} {spread}"),
        None => spread,
    }
}

/// On which side of a value futures are counted.
fn beyond(direction: Direction) -> &'static str {
    match direction {
        Direction::AtLeast => say!(en: "or more", vi: "trở lên"),
        Direction::AtMost => say!(en: "or less", vi: "trở xuống"),
    }
}
/// Name of the curve's upright axis.
pub const AT_OR_ABOVE: Said = Said::new(
    "share of futures at or above",
    "tỷ lệ lượt mô phỏng từ mức này trở lên",
);
/// The same where a target asks for less.
pub const AT_OR_BELOW: Said = Said::new(
    "share of futures at or below",
    "tỷ lệ lượt mô phỏng từ mức này trở xuống",
);
/// Labels of the points on the curve: nine, five and one in ten futures.
pub fn reached_label(unit: Unit, direction: Direction, tenths: u32, value: f64) -> String {
    let value = number::value(unit, value);
    let beyond = beyond(direction);
    match tenths {
        5 => say! {
            en: format!("half of futures: {value} {beyond}"),
            vi: format!("một nửa số lượt: từ {value} {beyond}"),
        },
        n => say! {
            en: format!("{n} in 10 futures: {value} {beyond}"),
            vi: format!("{n} trên 10 lượt: từ {value} {beyond}"),
        },
    }
}
/// Why a marker may stand off the curve.
pub const MET_AS_PRINTED: Said = Said::new(
    " A target counts as met where the figure as it is published, rounded, reaches it: its marker may stand off the curve.",
    " Chỉ tiêu được tính là đạt khi số liệu công bố, đã làm tròn, đạt mức chỉ tiêu: dấu của chỉ tiêu có thể lệch khỏi đường cong.",
);
/// What the curve is, and its shaded part where a target asks for something.
pub fn exceedance_note(asked: Option<Bound>, year: Year) -> String {
    let what = say! {
        en: "The height of the curve over a value is the share of futures that stand there or beyond",
        vi: "Độ cao của đường cong tại một giá trị là tỷ lệ lượt mô phỏng đạt đến hoặc vượt giá trị đó",
    };
    let Some((_, _, form)) = asked else {
        return format!("{what}.");
    };
    let band = match form.up_to {
        Some(_) => say! {
            en: ": as many futures as the curve falls by between its two lines",
            vi: " (bằng mức giảm của đường cong giữa hai vạch)",
        },
        None => "",
    };
    let since = match form.since(year) {
        Some(from) => say! {
            en: format!(
                " It must hold at every year-end from {from} on, so fewer futures meet it than stand there in {year}."
            ),
            vi: format!(
                " Chỉ tiêu phải đạt ở mọi cuối năm từ năm {from}, nên số lượt đạt ít hơn số lượt ở mức đó trong năm {year}."
            ),
        },
        None => String::new(),
    };
    say! {
        en: format!("{what}; the shaded part meets the target{band}.{since}"),
        vi: format!("{what}; phần tô màu là các lượt đạt chỉ tiêu{band}.{since}"),
    }
}
/// The curve was drawn from percentiles only.
pub const FEW_QUANTILES: Said = Said::new(
    " Drawn through seven percentiles.",
    " Đường cong vẽ qua bảy bách phân vị.",
);
/// No curve can be drawn.
pub fn nothing_to_exceed(indicator: &str, year: Year) -> String {
    say! {
        en: format!("No picture: {indicator} has no distribution in {year}."),
        vi: format!("Không có hình: {indicator} không có phân phối năm {year}."),
    }
}

/// Title of the picture of money.
pub fn money_title(by_purpose: bool, whose: &str, first: Year, last: Year) -> String {
    let question = if by_purpose {
        say!(en: "What the money is for", vi: "Mục đích chi")
    } else {
        say!(en: "Who pays", vi: "Nguồn chi trả")
    };
    say! {
        en: format!("{question}: cost of hospitals and health staff, {whose}, {first} to {last}"),
        vi: format!("{question}: chi phí bệnh viện và nhân lực y tế, {whose}, giai đoạn {first}–{last}"),
    }
}
/// The answer of the picture of money: totals of the first and the last year, the range of the last,
/// and the largest parts over all years.
pub fn money_answer(
    currency: &str,
    (first, from): (Year, f64),
    (last, to): (Year, f64),
    range: Option<&Summary>,
    parts: &[(String, f64)],
) -> String {
    let [from, to] = [from, to].map(number::short);
    let mut text = say! {
        en: format!("{from} {currency} in {first}, {to} in {last}, on average over futures"),
        vi: format!("Bình quân {from} {currency} năm {first}, {to} {currency} năm {last}"),
    };
    if let Some(s) = range {
        let [low, high] = [1, 5].map(|at| number::short(s.percentiles[at]));
        text += &say! {
            en: format!(" (8 in 10 futures: {low} to {high})"),
            vi: format!(" (8 trên 10 lượt: từ {low} đến {high})"),
        };
    }
    text += ".";
    let told: Vec<String> = parts
        .iter()
        .take(2)
        .map(|(name, share)| format!("{} {}", inside(name), number::percent(*share)))
        .collect();
    if !told.is_empty() {
        let told = told.join("; ");
        text += &say! {
            en: format!(" Largest parts over all years: {told}."),
            vi: format!(" Phần lớn nhất tính chung các năm: {told}."),
        };
    }
    text
}
/// Name of the upright axis.
pub fn money_axis(currency: &str, base: Year) -> String {
    say! {
        en: format!("{currency} a year, at prices of {base}"),
        vi: format!("{currency} mỗi năm, theo giá năm {base}"),
    }
}
/// Parts too small to stand alone.
pub fn other_parts(count: usize) -> String {
    say! {
        en: format!("{count} smaller parts"),
        vi: format!("{count} khoản nhỏ khác"),
    }
}
/// What bars and whiskers are.
pub const MONEY_NOTE: Said = Said::new(
    "Bars are means over all futures, at constant prices; the number above a bar is its total.",
    "Cột là bình quân của tất cả các lượt mô phỏng, theo giá so sánh; số trên cột là tổng.",
);
/// The same with whiskers.
pub const MONEY_RANGE_NOTE: Said = Said::new(
    "Bars are means over all futures, at constant prices; the number above a bar is its total, the line through its top holds 8 in 10 futures.",
    "Cột là bình quân của tất cả các lượt mô phỏng, theo giá so sánh; số trên cột là tổng, đoạn thẳng ở đỉnh cột là khoảng của 8 trên 10 lượt.",
);
/// A part with its amount, where the bars it belongs to stand elsewhere.
pub fn in_last_year(part: &str, year: Year) -> String {
    say! {
        en: format!("{part} in {year}"),
        vi: format!("{part} (năm {year})"),
    }
}
/// No picture of money.
pub const NO_MONEY: Said = Said::new(
    "No picture: the run booked no costs.",
    "Không có hình: lần chạy không ghi nhận chi phí nào.",
);
