//! Tasks: who does what by when, what is there then, what it costs, and what a policy waits for.

use super::hindcast::and;
use super::number::{decimal, grouped, threshold, trimmed};
use super::report::{bound_of, lower_first, upper_first};
use crate::base::Bound;
use crate::results::{Came, Report, Unit};
use crate::said::date::in_month;
use crate::said::{Language, Said, say, within};
use crate::units::Year;
use std::borrow::Borrow;

/// A few names in a row, the rest counted: `A, B and 6 more`.
pub(crate) fn named<S: Borrow<str>>(all: &[S]) -> String {
    const SHOWN: usize = 4;
    match all.len() <= SHOWN + 1 {
        true => and(all),
        false => say!(
            en: format!("{} and {} more", all[..SHOWN].join(", "), all.len() - SHOWN),
            vi: format!("{} (và {} mục khác)", and(&all[..SHOWN]), all.len() - SHOWN),
        ),
    }
}

/// An amount of money each year.
pub fn a_year(amount: f64, currency: &str) -> String {
    say! {
        en: format!("{} {currency} a year", money_figure(amount)),
        vi: format!("{} {currency} mỗi năm", money_figure(amount)),
    }
}

/// An amount as a task shows it: whole, with one decimal where it is small.
pub fn money_figure(amount: f64) -> String {
    if amount.abs() < 99.95 {
        let text = decimal(amount, 1);
        let point = say!(en: ".0", vi: ",0");
        text.strip_suffix(point).unwrap_or(&text).to_owned()
    } else {
        grouped(amount)
    }
}

/// An indicator and the place it is read in.
pub fn what(title: &str, place: Option<&str>) -> String {
    let title = lower_first(title);
    match place {
        Some(place) => format!("{title} ({place})"),
        None => title,
    }
}

/// What is there when an indicator lies where it should.
pub fn reaches(what: &str, unit: Unit, bound: Bound) -> String {
    format!("{what}: {}", bound_of(unit, bound))
}

/// What is there when a milestone is reached.
pub fn milestone_reached(title: &str) -> String {
    say! {
        en: format!("milestone reached: {title}"),
        vi: format!("hoàn thành mốc công việc: {title}"),
    }
}

fn distance(unit: Unit, margin: f64) -> String {
    match unit {
        Unit::Share => say! {
            en: format!("{} points", trimmed(margin * 100.0, 2)),
            vi: format!("{} điểm phần trăm", trimmed(margin * 100.0, 2)),
        },
        _ => threshold(unit, margin),
    }
}

/// Waits for futures that fall behind a target.
pub fn waits_behind(what: &str, unit: Unit, margin: f64, by: Year) -> String {
    let by_much = if margin == 0.0 {
        String::new()
    } else {
        say! {
            en: format!(" by more than {}", distance(unit, margin)),
            vi: format!(" quá {}", distance(unit, margin)),
        }
    };
    say! {
        en: format!("{what}: behind the straight line to the target of {by}{by_much}"),
        vi: format!("{what}: chậm{by_much} so với tiến độ đều hằng năm đến chỉ tiêu năm {by}"),
    }
}

/// Waits for futures below a level.
pub fn waits_below(what: &str, unit: Unit, level: f64) -> String {
    say! {
        en: format!("{what}: below {}", threshold(unit, level)),
        vi: format!("{what}: dưới {}", threshold(unit, level)),
    }
}

/// Waits for futures above a level.
pub fn waits_above(what: &str, unit: Unit, level: f64) -> String {
    say! {
        en: format!("{what}: above {}", threshold(unit, level)),
        vi: format!("{what}: trên {}", threshold(unit, level)),
    }
}

/// What the table of tasks is.
pub fn lead(currency: &str) -> String {
    say! {
        en: format!(
            "One row for each policy. Cost is the mean over all futures and simulated years in {currency} at constant \
             prices, with the range of 8 in 10 futures; it is a part of *What it costs*, not an addition to it. *On time* \
             asks whether the product is there at the end of its deadline: of the month it names, else of the year; of a task whose product is money it asks \
             nothing, and *spent in time* says whether nine tenths of the money are spent by then. The same by year is in `policies.csv` and \
             `policy_costs.csv`, the table itself in `tasks.csv`. Latest starts: `carecast decide when`."
        ),
        vi: format!(
            "Mỗi giải pháp một hàng. Kinh phí là số bình quân của tất cả các lượt mô phỏng, cộng tất cả các năm mô phỏng, \
             tính bằng {currency} theo giá so sánh, kèm khoảng của 8 trên 10 lượt; kinh phí này đã nằm trong mục *Kinh phí và \
             nguồn chi trả*, không cộng thêm. *Khả năng đúng hạn* cho biết sản phẩm có hoàn thành khi hết thời hạn (cuối tháng \
             được nêu; nếu không nêu tháng thì cuối năm) hay không; nhiệm vụ có sản phẩm là giải ngân vốn thì xem *Khả năng giải ngân đúng hạn*: đến thời hạn đó có giải ngân được \
             chín phần mười vốn hay không. Số liệu từng năm ở tệp `policies.csv` và `policy_costs.csv`, bảng này ở tệp \
             `tasks.csv`. Năm bắt đầu muộn nhất: `carecast decide when`."
        ),
    }
}

/// A deadline: its year, or a month of it.
pub fn by(year: Year, month: Option<u32>) -> String {
    match month {
        None | Some(12) => say!(en: year.to_string(), vi: format!("Năm {year}")),
        Some(month) => say! {
            en: format!("{month}/{year}"),
            vi: upper_first(&in_month(month, year)),
        },
    }
}

/// A date of a report: `6/2026`.
fn date(report: &Report) -> String {
    say! {
        en: format!("{}/{}", report.month, report.year),
        vi: in_month(report.month, report.year),
    }
}

/// What was reported of a task, the last first.
pub fn reported(reports: &[Report]) -> String {
    let one = |report: &Report| {
        let source = report.source.as_ref();
        let source = source.map_or(String::new(), |source| format!(" ({source})"));
        say! {
            en: format!(
                "{}% by {}{source}",
                trimmed(report.done * 100.0, 1),
                date(report)
            ),
            vi: format!(
                "{}% đến {}{source}",
                trimmed(report.done * 100.0, 1),
                date(report)
            ),
        }
    };
    reports.iter().rev().map(one).collect::<Vec<_>>().join("; ")
}

/// The same in tables, which are the same in every language: `2026-06 0.4`, in order.
pub fn reported_in_tables(reports: &[Report]) -> String {
    let done = |r: &Report| within(Language::En, || trimmed(r.done, 4));
    let one = |r: &Report| format!("{}-{:02} {}", r.year, r.month, done(r));
    reports.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// What came of a task that was due before the run, in tables.
pub fn came_in_tables(came: Came) -> &'static str {
    match came {
        Came::Done => "done",
        Came::Late => "late",
        Came::Unknown => "unknown",
    }
}

/// What came of a task that was due before the run, as the report has it that tells it.
pub fn came(came: Came, told: Option<&Report>) -> String {
    let part = |report: &Report| trimmed(report.done * 100.0, 1);
    match (came, told) {
        (Came::Done, Some(report)) => say! {
            en: format!("done by {}, in time", date(report)),
            vi: format!("hoàn thành đúng hạn (báo cáo {})", date(report)),
        },
        (Came::Late, Some(report)) if report.is_done() => say! {
            en: format!("late: done by {}", date(report)),
            vi: format!("hoàn thành chậm (báo cáo {})", date(report)),
        },
        (Came::Late, Some(report)) => say! {
            en: format!("late: {}% done by {}", part(report), date(report)),
            vi: format!("chậm tiến độ: đến {} hoàn thành {}%", date(report), part(report)),
        },
        _ => say!(
            en: "was due before the run; no report says whether it is done",
            vi: "thời hạn trước kỳ mô phỏng; chưa có báo cáo về việc hoàn thành",
        )
        .to_owned(),
    }
}

/// On which futures a run rests whose tasks were reported.
pub fn agreed(agree: u32, of: u32) -> String {
    say! {
        en: format!(
            "Reports of progress tell which futures can be: of {} futures looked at, {} agree with them, and only these are \
             lived, each with the same weight (the effective number). A report may be off by its standard deviation, \
             0.1 of the whole unless the file says otherwise: an assumption, grade E.",
            grouped(f64::from(of)),
            grouped(f64::from(agree))
        ),
        vi: format!(
            "Báo cáo tiến độ cho biết những tương lai nào có thể xảy ra: trong {} lượt mô phỏng đã xét có {} lượt phù hợp với \
             báo cáo; chỉ những lượt này được dùng, với trọng số như nhau (số lượt hữu hiệu). Báo cáo có thể sai lệch theo độ \
             lệch chuẩn của nó, bằng 0,1 toàn bộ nhiệm vụ trừ khi tệp ghi khác: đây là giả định, mức tin cậy E.",
            grouped(f64::from(of)),
            grouped(f64::from(agree))
        ),
    }
}

/// Reports that tell nothing about futures, by the ids of their tasks.
pub fn reports_move_nothing(ids: &[&str]) -> String {
    let marked: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    say! {
        en: format!(
            "Printed, and moving nothing: reports of {} (how much of such a task is done does not follow from what is drawn, or \
             the report is older than the run).",
            named(&marked)
        ),
        vi: format!(
            "Chỉ nêu để biết, không làm thay đổi kết quả: báo cáo của {} (mức hoàn thành của nhiệm vụ không suy ra được từ các giá \
             trị lấy ngẫu nhiên, hoặc báo cáo có trước kỳ mô phỏng).",
            named(&marked)
        ),
    }
}

/// Columns of the table of tasks that stand only where some task names one.
pub const NAMED_BY_SOME: [&str; 3] = ["coordinating", "authority", "reported_said"];

/// Columns of the table of tasks.
pub const COLUMNS: [(&str, Said); 12] = [
    ("task_marked", Said::new("Task", "Nhiệm vụ, giải pháp")),
    (
        "responsible_or_nobody",
        Said::new("Responsible", "Cơ quan chủ trì"),
    ),
    ("coordinating", Said::new("With", "Cơ quan phối hợp")),
    ("authority", Said::new("Authority", "Thẩm quyền")),
    ("by", Said::new("By when", "Thời hạn hoàn thành")),
    ("product_said", Said::new("Product", "Sản phẩm")),
    ("reported_said", Said::new("Reported", "Tiến độ báo cáo")),
    ("cost_said", Said::new("Cost", "Kinh phí")),
    ("paid_by", Said::new("Paid by", "Nguồn kinh phí")),
    (
        "on_time_said",
        Said::new("Chance on time", "Khả năng đúng hạn"),
    ),
    (
        "money_said",
        Said::new(
            "Promised, spent, unspent",
            "Vốn cam kết; đã giải ngân; chưa giải ngân",
        ),
    ),
    (
        "in_time_said",
        Said::new("Chance spent in time", "Khả năng giải ngân đúng hạn"),
    ),
];

/// Said in place of a chance on time, where the product is money.
pub const ITS_PRODUCT_IS_MONEY: Said =
    Said::new("its product is money", "sản phẩm là giải ngân vốn");

/// Said where no amount is promised.
pub const NO_PROMISE: Said = Said::new("no amount is promised", "không cam kết mức vốn");

/// Said in place of a chance that money is spent, where the product is something else.
pub const NOT_MONEY: Said = Said::new(
    "its product is not money",
    "sản phẩm không phải là giải ngân vốn",
);

/// Money promised, spent and unspent.
pub fn promised(promised: f64, spent: f64, unspent: f64) -> String {
    [promised, spent, unspent].map(money_figure).join("; ")
}

/// What cannot be spent of the money a policy promises.
pub fn cannot_be_spent(promised: f64, spent: f64, unspent: f64, currency: &str) -> String {
    let [promised, spent, unspent] = [promised, spent, unspent].map(money_figure);
    say! {
        en: format!(
            "Of {promised} {currency} promised, {spent} are spent and {unspent} are not: what is not spent lapses, waits past \
             the last year or finds nothing to buy, and helps nobody."
        ),
        vi: format!(
            "Trong {promised} {currency} vốn cam kết, giải ngân được {spent}, chưa giải ngân {unspent}: phần chưa giải ngân bị hủy dự \
             toán, chờ sang sau năm cuối hoặc không có gì để mua, nên không mang lại kết quả."
        ),
    }
}

/// What is left of the things a policy buys.
pub fn residual(left: f64, cost: f64, last: Year, currency: &str) -> String {
    say! {
        en: format!(
            "Residual value: at the end of {last} what it buys is still worth {} of its {} {currency} (constant prices; each thing \
             loses as much of its worth every year after it opens, over the life of its kind).",
            money_figure(left),
            money_figure(cost)
        ),
        vi: format!(
            "Giá trị còn lại: đến cuối năm {last}, tài sản hình thành còn trị giá {} trong {} {currency} đã chi (giá so sánh; mỗi \
             tài sản giảm giá trị đều hằng năm kể từ khi đưa vào sử dụng, theo thời gian sử dụng của loại tài sản).",
            money_figure(left),
            money_figure(cost)
        ),
    }
}

/// A task by its id and what it does.
pub fn task(id: &str, summary: &str) -> String {
    format!("`{id}`: {summary}")
}

/// Said where nobody, or no year, is named.
pub const NOT_NAMED: Said = Said::new("not named", "chưa xác định");

/// Said where nothing is paid.
pub const NOBODY: Said = Said::new("nobody: no cost", "không phát sinh kinh phí");

/// A cost with its range.
pub fn cost(mean: f64, low: f64, high: f64) -> String {
    let [mean, low, high] = [mean, low, high].map(money_figure);
    if low == high && mean == low {
        mean
    } else {
        say! {
            en: format!("{mean} ({low} to {high})"),
            vi: format!("{mean} (từ {low} đến {high})"),
        }
    }
}

/// The chance that a product is there in time; `of_those` where the policy acts in some futures only.
pub fn on_time(chance: &str, sampling: &str, of_those: bool) -> String {
    let of = match of_those {
        true => say!(en: ", where it acts", vi: ", tính trong các lượt được kích hoạt"),
        false => "",
    };
    format!("{chance}{of} ({sampling})")
}

/// The chance that a product is there at the end of a run that sees no deadline.
pub fn there_by(chance: &str, last: Year) -> String {
    say! {
        en: format!("{chance} by {last}"),
        vi: format!("{chance}, đến hết năm {last}"),
    }
}

/// Said of a policy that no future gives cause to act.
pub const NEVER_ACTS: Said = Said::new(
    "it acts in no future lived",
    "giải pháp không được kích hoạt trong lượt mô phỏng nào",
);

/// What is said of a policy, by what it does and when.
pub fn of_policy(does: &str, (from, to): (Year, Year), said: &str) -> String {
    let (does, said) = (upper_first(does), lower_first(said));
    say! {
        en: format!("{does} ({from} to {to}): {said}"),
        vi: format!("{does} (từ năm {from} đến năm {to}): {said}"),
    }
}

/// Money that was offered and could not be absorbed.
pub fn not_absorbed(offered: f64, spent: f64, over: f64, currency: &str) -> String {
    say! {
        en: format!(
            "Of {} {currency} offered, {} are spent; {} lapse because they cannot be absorbed: there is no room for more \
             beds or stations a year.",
            money_figure(offered),
            money_figure(spent),
            money_figure(over)
        ),
        vi: format!(
            "Trong {} {currency} được bố trí, đã chi {}; {} bị hủy dự toán vì không hấp thụ được: mỗi năm không thể làm \
             thêm giường bệnh hoặc trạm y tế xã.",
            money_figure(offered),
            money_figure(spent),
            money_figure(over)
        ),
    }
}

/// What a policy waits for.
pub fn waits(what: &str) -> String {
    say! {
        en: format!(
            "What it waits for: {what}. A future is judged at each year-end; the policy acts from the next year on and costs \
             nothing where it does not act."
        ),
        vi: format!(
            "Điều kiện kích hoạt: {what}. Mỗi lượt mô phỏng được xét vào cuối mỗi năm; giải pháp có tác dụng từ năm sau và không phát \
             sinh chi phí ở những lượt không được kích hoạt."
        ),
    }
}

/// In how many futures a policy that waits acts, and since when.
pub fn acts_in(chance: &str, first: [Option<Year>; 3]) -> String {
    match first {
        [Some(low), Some(middle), Some(high)] if low == high => {
            say! {
                en: format!("It acts in {chance} futures, first in {middle}."),
                vi: format!("Giải pháp được kích hoạt trong {chance} lượt mô phỏng, bắt đầu từ năm {middle}."),
            }
        }
        [Some(low), Some(middle), Some(high)] => say! {
            en: format!(
                "It acts in {chance} futures, first in {middle} in the middle one of these (8 in 10 of them: {low} to {high})."
            ),
            vi: format!(
                "Giải pháp được kích hoạt trong {chance} lượt mô phỏng; trung vị của năm bắt đầu trong các lượt đó là {middle} \
                 (8 trên 10 lượt: từ {low} đến {high})."
            ),
        },
        _ => format!("{}.", upper_first(&NEVER_ACTS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_names_are_told_and_the_rest_counted() {
        assert_eq!(named(&["A"]), "A");
        assert_eq!(named(&["A", "B"]), "A and B");
        assert_eq!(named(&["A", "B", "C", "D", "E"]), "A, B, C, D and E");
        assert_eq!(
            named(&["A", "B", "C", "D", "E", "F"]),
            "A, B, C, D and 2 more"
        );
    }

    #[test]
    fn what_a_policy_waits_for_reads_as_a_sentence() {
        let beds = what("Hospital beds per 10,000 people", None);
        assert_eq!(
            waits_behind(&beds, Unit::Per10k, 0.5, Year(2030)),
            "hospital beds per 10,000 people: behind the straight line to the target of 2030 by more than 0.5"
        );
        let full = what("Occupancy of central hospitals", Some("Nörth"));
        assert_eq!(
            waits_above(&full, Unit::Share, 0.9),
            "occupancy of central hospitals (Nörth): above 90%"
        );
        assert_eq!(distance(Unit::Share, 0.02), "2 points");
        assert_eq!(
            acts_in("about 4 in 10", [2027, 2029, 2031].map(|y| Some(Year(y)))),
            "It acts in about 4 in 10 futures, first in 2029 in the middle one of these (8 in 10 of them: 2027 to 2031)."
        );
        assert_eq!(acts_in("", [None; 3]), "It acts in no future lived.");
    }

    #[test]
    fn small_costs_keep_a_decimal() {
        assert_eq!(cost(4.25, 3.0, 5.5), "4.2 (3 to 5.5)");
        assert_eq!(cost(12345.6, 12345.6, 12345.6), "12,346");
        assert_eq!(cost(-3000.0, -4000.0, -2000.0), "−3,000 (−4,000 to −2,000)");
    }
}
