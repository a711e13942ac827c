//! What is said of a sweep: the same question asked over and over with other numbers in it.

use super::number::{self, grouped, short, trimmed};
use super::{data, page, report};
use crate::base::Bound;
use crate::results::Unit;
use crate::results::public::Counted;
use crate::results::sweep::{Axis, Effort, Point, Sweep};
use crate::said::{Language, Said, Told, say, within};
use crate::units::{Payer, Year};

/// A sweep that ended before its results were written.
pub const NOTHING_WRITTEN: Said = Said::new(
    "Nothing of this sweep was written; what an earlier one left there is as it was.",
    "Chưa ghi kết quả nào của lần quét này; kết quả của lần trước (nếu có) giữ nguyên.",
);

/// Unit of shares.
pub const SHARE: Said = Said::new("share", "tỷ lệ");
/// Unit of years of the calendar.
pub const YEAR: Said = Said::new("year", "năm");
/// Unit of durations: in no language the word for a year of the calendar.
pub const YEARS: Said = Said::new("years", "số năm");
/// Unit of beds.
pub const BEDS: Said = Said::new("beds", "giường");
/// Unit of multiples.
pub const TIMES: Said = Said::new("times the ordinary amount", "lần mức thông thường");

/// Between a field and its kind of policy.
const OF: Said = Said::new(" of ", " của ");

/// A field of a kind of policy, as results keep it.
pub fn field(kind: &str, path: &str) -> String {
    [path, OF.en, kind].concat()
}

/// What was varied, in the language that is spoken.
pub fn what(axis: &Axis) -> String {
    let kind = |(path, kind): &(&str, &str)| {
        let one_word = kind.bytes().all(|b| b.is_ascii_alphanumeric());
        one_word && kind.starts_with(|c: char| c.is_ascii_uppercase()) && !path.contains(' ')
    };
    match axis.what.split_once(OF.en).filter(kind) {
        Some((path, kind)) => [path, &OF, kind].concat(),
        None => data::spoken(&axis.what).to_owned(),
    }
}

/// The unit of what was varied, in the language that is spoken.
pub fn unit(axis: &Axis) -> &str {
    let own = [SHARE, YEAR, YEARS, BEDS, TIMES];
    match own.iter().find(|unit| unit.en == axis.unit) {
        Some(unit) => unit.text(),
        None => data::spoken(&axis.unit),
    }
}

/// What a target asks for.
pub fn target(
    indicator: &str,
    title: &str,
    unit: Unit,
    place: Option<&str>,
    bound: Bound,
    year: Year,
) -> String {
    let claim = report::claim(indicator, title, unit, bound, year);
    match place {
        None => claim,
        Some(place) => report::claim_in(place, &claim),
    }
}

/// The title of an indicator in a place that is not the nation.
pub fn title_in(title: &str, place: &str) -> String {
    format!("{title} ({place})")
}

/// A value of a number that was varied.
pub fn value(axis: &Axis, value: f64) -> String {
    if axis.share {
        return format!("{}%", trimmed(value * 100.0, 2));
    }
    if axis.unit == YEAR.en {
        return format!("{value:.0}");
    }
    if value.abs() >= 1e6 {
        return short(value);
    }
    trimmed(value, if value.abs() < 0.1 { 5 } else { 3 })
}

/// What was varied and between which values; `stands` says what it is elsewhere.
pub fn varied(axis: &Axis, from: &str, to: &str, stands: &str) -> String {
    let (name, what, unit) = (&axis.name, what(axis), unit(axis));
    say! {
        en: format!("`{name}`, {what} ({unit}): {from} to {to}{stands}"),
        vi: format!("`{name}`, {what} ({unit}): từ {from} đến {to}{stands}"),
    }
}

/// A payer in a key, by the name that files have for it.
pub fn payer(payer: Payer) -> Told {
    Told {
        en: format!("{payer:?}"),
        vi: within(Language::Vi, || page::payer(payer).to_owned()),
    }
}

/// The name of an axis with its unit.
pub fn axis(axis: &Axis) -> String {
    match axis.unit.as_str() {
        "" => axis.name.clone(),
        "fraction" | "probability" => axis.name.clone(),
        _ if axis.share || axis.unit == SHARE.en => axis.name.clone(),
        _ => format!("{} ({})", axis.name, unit(axis)),
    }
}

/// What a number is in a sentence: what it says of itself, its name where another says the same.
pub fn told(sweep: &Sweep, axis: &Axis) -> String {
    let same = sweep.axes.iter().filter(|other| other.what == axis.what);
    match same.count() > 1 || axis.what.is_empty() {
        true => axis.name.clone(),
        false => report::lower_first(&what(axis)),
    }
}

/// A value with its unit: `5 billion VND`, `50%`, `2030`.
fn with_unit(axis: &Axis, v: f64) -> String {
    let bare =
        axis.share || [SHARE.en, YEAR.en, "", "fraction", "probability"].contains(&&*axis.unit);
    match bare {
        true => value(axis, v),
        false => format!("{} {}", value(axis, v), unit(axis)),
    }
}

/// A point by its values.
pub fn at(sweep: &Sweep, point: &Point) -> String {
    let pairs = sweep.axes.iter().zip(&point.at);
    let said: Vec<String> = pairs
        .map(|(axis, v)| {
            let value = with_unit(axis, *v);
            if sweep.axes.len() == 1 && value.contains(|c: char| c.is_alphabetic() || c == '%') {
                return value;
            }
            let name = told(sweep, axis);
            say! {
                en: format!("{name} {value}"),
                vi: format!("{name} = {value}"),
            }
        })
        .collect();
    said.join(say!(en: ", ", vi: "; "))
}

/// Title of a picture of several chances.
pub fn chances_title(number: &str) -> String {
    say! {
        en: format!("The chance of each target over {number}"),
        vi: format!("Khả năng đạt từng chỉ tiêu theo {number}"),
    }
}

/// A sentence about one of several targets.
pub fn one_of(said: &str, sentence: &str) -> String {
    format!("{}: {sentence}", report::upper_first(said))
}

/// How a chance runs over the points.
pub fn chance_range(sweep: &Sweep, low: (&Point, &str), high: (&Point, &str)) -> String {
    let ((at_low, low), (at_high, high)) = (low, high);
    if low == high {
        return say! {
            en: format!("The chance is {low} at every point."),
            vi: format!("Khả năng đạt ở mọi điểm: {low}."),
        };
    }
    let [at_low, at_high] = [at_low, at_high].map(|point| at(sweep, point));
    say! {
        en: format!("The chance runs from {low} (at {at_low}) to {high} (at {at_high})."),
        vi: format!("Khả năng đạt thấp nhất: {low} (khi {at_low}); cao nhất: {high} (khi {at_high})."),
    }
}

/// How far the chances at the two ends may be off.
pub fn doubts(low: &str, high: &str) -> String {
    match low == high {
        true => say! {
            en: format!("Doubt: {low}."),
            vi: format!("Mức không chắc chắn: {low}."),
        },
        false => say! {
            en: format!("Doubt where it is lowest: {low}. Where it is highest: {high}."),
            vi: format!("Mức không chắc chắn ở nơi thấp nhất: {low}. Ở nơi cao nhất: {high}."),
        },
    }
}

/// The error of a point of which nothing else was kept.
pub fn sampling_alone(sampling: &str, scenario: &str) -> String {
    say! {
        en: format!("{sampling} of sampling alone; `carecast drivers {scenario}` tells which assumption matters most"),
        vi: format!("{sampling}, chỉ gồm sai số mô phỏng; `carecast drivers {scenario}` cho biết giả định ảnh hưởng lớn nhất"),
    }
}

/// Column of the money the question is about.
pub fn money(counted: &Counted, currency: &str) -> String {
    format!("{} ({currency})", super::public::heading(counted))
}

/// Column of all payers.
pub fn all_payers(sweep: &Sweep) -> String {
    let (last, currency) = (sweep.years.1, &sweep.currency);
    say! {
        en: format!("All payers to {last} ({currency})"),
        vi: format!("Tất cả các nguồn đến hết năm {last} ({currency})"),
    }
}

/// Title of the picture of costs.
pub const COST_TITLE: Said = Said::new("What the policies cost", "Chi phí của các giải pháp");

/// How costs run over the points.
pub fn cost_range(sweep: &Sweep, low: f64, high: f64) -> String {
    let ((first, last), base) = (sweep.years, sweep.base_year);
    let ([low, high], currency) = ([low, high].map(short), &sweep.currency);
    say! {
        en: format!(
            "Cost of all policies from {first} to {last}, mean over the futures, at prices of {base}: {low} to {high} {currency}."
        ),
        vi: format!(
            "Chi phí của tất cả các giải pháp từ năm {first} đến năm {last}, bình quân các lượt mô phỏng, theo giá năm {base}: từ {low} đến {high} {currency}."
        ),
    }
}

/// Caption over a picture of chances.
pub const CHANCE: Said = Said::new("chance", "xác suất");
/// Caption of the points of a Latin hypercube.
pub const DOTS: Said = Said::new(
    "Each dot is one point; the other numbers differ from dot to dot.",
    "Mỗi chấm là một điểm; các tham số còn lại khác nhau giữa các chấm.",
);
/// Label of the line of all payers.
pub const ALL_PAYERS: Said = Said::new("all payers", "tất cả các nguồn");

/// Where the scenario itself stands.
pub fn stands(axis: &Axis) -> Option<String> {
    axis.stands.map(|v| {
        let value = value(axis, v);
        say! {
            en: format!("the scenario: {value}"),
            vi: format!("kịch bản: {value}"),
        }
    })
}

/// Said of the outlined cell.
pub const OUTLINE: Said = Said::new(
    "The outlined cell is the scenario as it stands.",
    "Ô có viền là kịch bản như hiện có.",
);

/// How many futures each point was given, and why.
pub fn effort(sweep: &Sweep) -> String {
    let points = grouped(sweep.points.len() as f64);
    let count = |n: u32| grouped(f64::from(n));
    match &sweep.effort {
        Effort::Fixed(n) => {
            let each = count(*n);
            say! {
                en: format!("{points} points with the same {each} futures each"),
                vi: format!("{points} điểm, mỗi điểm cùng {each} lượt mô phỏng"),
            }
        }
        Effort::Adaptive {
            first,
            most,
            lines,
            narrow,
        } => {
            let futures = || sweep.points.iter().map(|p| p.futures);
            let few = count(futures().min().unwrap_or(*first));
            let many = count(futures().max().unwrap_or(*first));
            let lines: Vec<String> = lines.iter().map(|l| number::percent(*l)).collect();
            let lines = lines.join(say!(en: ", ", vi: "; "));
            let (most, narrow) = (count(*most), trimmed(narrow * 100.0, 1));
            let open = sweep.points.iter().filter(|p| !p.clear).count();
            let open = say! {
                en: match open {
                    0 => String::new(),
                    1 => format!("; at 1 point it still does after {most} futures"),
                    n => format!("; at {n} points it still does after {most} futures"),
                },
                vi: match open {
                    0 => String::new(),
                    n => format!("; {n} điểm vẫn như vậy sau {most} lượt"),
                },
            };
            say! {
                en: format!(
                    "{points} points with {few} to {many} of the same futures each: more where a 95% interval wider than ±{narrow} points straddles {lines}{open}"
                ),
                vi: format!(
                    "{points} điểm, mỗi điểm từ {few} đến {many} lượt mô phỏng chung: nhiều lượt hơn ở nơi khoảng tin cậy 95% rộng hơn ±{narrow} điểm phần trăm và còn chứa {lines}{open}"
                ),
            }
        }
    }
}

/// The footer of a picture.
pub fn footer(sweep: &Sweep) -> String {
    let (scenario, seed, effort) = (&sweep.scenario, sweep.seed, effort(sweep));
    say! {
        en: format!("Source: carecast, sweep of {scenario}, seed {seed}, {effort}"),
        vi: format!("Nguồn: carecast, quét tham số của kịch bản {scenario}, hạt giống {seed}, {effort}"),
    }
}

/// Said before the first point is lived.
pub fn setting_out(name: &str, points: usize, effort: &Effort) -> String {
    let futures = match effort {
        Effort::Fixed(n) => grouped(f64::from(*n)),
        Effort::Adaptive { first, most, .. } => {
            let [first, most] = [*first, *most].map(|n| grouped(f64::from(n)));
            say! {
                en: format!("{first} to {most}"),
                vi: format!("từ {first} đến {most}"),
            }
        }
    };
    let points = grouped(points as f64);
    say! {
        en: format!("{name}: {points} points, {futures} futures each"),
        vi: format!("{name}: {points} điểm, mỗi điểm {futures} lượt mô phỏng"),
    }
}

/// How a sweep went.
pub fn went(name: &str, sweep: &Sweep, seconds: f64, files: usize, report: &str) -> String {
    let futures = sweep.futures() as f64;
    let (points, speed) = (sweep.points.len() as f64, futures / seconds.max(1e-9));
    let [futures, points, speed] = [futures, points, speed].map(grouped);
    let time = super::command::duration(seconds);
    let written = super::command::written(files, report);
    say! {
        en: format!(
            "{name}: {futures} futures at {points} points in {time} ({speed} futures a second)\n{written}"
        ),
        vi: format!(
            "{name}: {futures} lượt mô phỏng ở {points} điểm trong {time} ({speed} lượt mô phỏng mỗi giây)\n{written}"
        ),
    }
}

/// Title of the page.
pub fn page_title(title: &str) -> String {
    say! {
        en: format!("{title}: a sweep"),
        vi: format!("{title}: quét tham số"),
    }
}

/// What was varied.
pub const VARIED: Said = Said::new("What was varied", "Tham số được thay đổi");
/// What was found.
pub const CHANCES: Said = Said::new("The chance of each target", "Khả năng đạt từng chỉ tiêu");
/// Costs and indicators.
pub const COSTS: Said = Said::new("What it costs, and what it serves", "Chi phí và kết quả");
/// How it was done.
pub const HOW: Said = Said::new("How it was done", "Cách thực hiện");
/// Same futures.
pub const SAME_FUTURES: Said = Said::new(
    "Every point lives the same futures: two points differ only by the numbers that were set. *Doubt* is what sampling leaves (95%), then the range of the chance across the one assumption that matters most at that point, with the grade of its source (A official, E assumed). Bands in pictures are those of sampling alone.",
    "Mọi điểm chạy trên cùng các lượt mô phỏng: hai điểm chỉ khác nhau ở giá trị tham số. *Mức không chắc chắn* gồm sai số mô phỏng (95%), sau đó là khoảng xác suất khi giả định ảnh hưởng lớn nhất tại điểm đó thay đổi, kèm mức tin cậy của nguồn (A: chính thức; E: giả định). Dải trong biểu đồ chỉ phản ánh sai số mô phỏng.",
);
/// Whose cost it is, and what it leaves out.
pub const COST_IS: Said = Said::new(
    "Cost is the money of the policies alone (`policy_costs.csv` of a run): first that of the payers and years the question is about, then of all payers in all simulated years, at constant prices. What an option costs in a comparison counts the same payers and years at the same prices, and besides the running of the beds and staff that it adds.",
    "Chi phí chỉ gồm kinh phí của các giải pháp (`policy_costs.csv` của một lần chạy): trước hết là phần của các nguồn và các năm mà câu hỏi xét, sau đó là tất cả các nguồn, tất cả các năm mô phỏng, giá so sánh. Chi phí của một phương án khi so sánh tính cùng nguồn, cùng năm, cùng giá, và thêm chi hoạt động cho số giường và nhân lực tăng thêm.",
);
/// A narrower interval than chosen futures allow.
pub const CHOSEN: Said = Said::new(
    "Futures were added where the answer was not clear yet, so the intervals there are a little too narrow.",
    "Số lượt mô phỏng được tăng ở những điểm chưa kết luận được, nên khoảng tin cậy ở đó hơi hẹp hơn thực tế.",
);
/// What a number of a base assumption means here.
pub const FIXED: Said = Said::new(
    "An assumption that is varied is not drawn: it has the value of the point in every future.",
    "Giả định được thay đổi thì không lấy ngẫu nhiên: trong mọi lượt mô phỏng, giả định nhận giá trị của điểm đó.",
);

/// The list of numbers that can be varied.
pub fn list_heading(scenario: &str) -> String {
    say! {
        en: format!("Numbers of {scenario} that --over can vary; of an assumption the range of the base:"),
        vi: format!("Các tham số của {scenario} có thể thay đổi bằng --over; với giả định, nêu khoảng giá trị của bộ số liệu gốc:"),
    }
}

/// What stands where an argument is at fault.
pub const ARGUMENT: &str = "--over";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_people_write_them() {
        let axis = |unit: &str, share| Axis {
            name: "a.b".into(),
            what: String::new(),
            unit: unit.into(),
            share,
            stands: None,
            values: Vec::new(),
        };
        assert_eq!(value(&axis("", false), 0.75), "0.75");
        assert_eq!(value(&axis(&SHARE, true), 0.125), "12.5%");
        assert_eq!(value(&axis(&YEAR, false), 2030.0), "2030");
        assert_eq!(value(&axis("", false), 0.00123), "0.00123");
        assert_eq!(
            super::axis(&axis("billion VND", false)),
            "a.b (billion VND)"
        );
    }
}
