//! The words of pictures of a comparison.

use crate::results::Unit;
use crate::results::comparison::{Comparison, Mean, Question, QuestionKind, Verdict};
use crate::said::{Said, say};
use crate::units::Year;
use crate::words::compare as words;
use crate::words::number::grouped;
use crate::words::report::upper_first;

/// Questions that no option changes have no picture.
pub fn unchanged(c: &Comparison, questions: &[&Question]) -> String {
    let all: Vec<String> = questions.iter().map(|q| words::question(c, q)).collect();
    let all = all.join("; ");
    say! {
        en: format!("no option changes any future in: {all}"),
        vi: format!("không phương án nào làm thay đổi lượt mô phỏng nào về: {all}"),
    }
}

/// Where the figures come from.
pub fn footer(c: &Comparison) -> String {
    let digest: String = c.base_digest.chars().take(8).collect();
    let last = c.replicates.end.saturating_sub(1);
    let span = match c.replicates.start {
        0 => String::new(),
        first => say! {
            en: format!(" (numbers {first} to {last})"),
            vi: format!(" (từ số {first} đến số {last})"),
        },
    };
    let options = words::options(c.options.len() - 1);
    let reference = &c.options[c.reference].name;
    let futures = grouped(f64::from(c.futures()));
    let (base, seed) = (&c.base, c.seed);
    say! {
        en: format!(
            "Source: carecast, {options} against {reference}, base {base} ({digest}), seed {seed}, the same {futures} simulated futures{span} for each"
        ),
        vi: format!(
            "Nguồn: carecast, {options} so với {reference}, bộ số liệu {base} ({digest}), hạt giống {seed}, mỗi phương án cùng {futures} lượt mô phỏng{span}"
        ),
    }
}

/// A question as a title.
fn question_title(c: &Comparison, question: &Question) -> String {
    upper_first(&words::question(c, question))
}

/// Title of the chances by year.
pub fn chance_title(c: &Comparison, question: &Question, best: Option<(&str, &str)>) -> String {
    let title = question_title(c, question);
    match best {
        Some((option, chance)) => say! {
            en: format!("{title}: likeliest under {option}, {chance}"),
            vi: format!("{title}: cao nhất ở phương án {option}, {chance}"),
        },
        None => say! {
            en: format!("{title}: how likely under each option"),
            vi: format!("{title}: khả năng đạt theo từng phương án"),
        },
    }
}

/// The answer of the chances by year.
pub fn chance_answer(
    due: Year,
    best: Option<(&str, &str)>,
    reference: (&str, &str),
    same: bool,
) -> String {
    let (name, chance) = reference;
    say! {
        en: match best {
            _ if same => format!("No option changes the chance in {due}: {chance}."),
            Some(_) => format!("Against {chance} under {name} in {due}. Asked again at each year-end."),
            None => format!(
                "Under {name} {chance} in {due}; no option is clearly better. Asked again at each year-end."
            ),
        },
        vi: match best {
            _ if same => format!("Không phương án nào làm thay đổi xác suất năm {due}: {chance}."),
            Some(_) => format!("So với {name} năm {due}: {chance}. Tính lại vào cuối mỗi năm."),
            None => format!(
                "Ở {name} năm {due}: {chance}; không phương án nào tốt hơn rõ rệt. Tính lại vào cuối mỗi năm."
            ),
        },
    }
}

/// How the chances are to be read.
pub const CHANCE_NOTE: Said = Said::new(
    "Diamonds mark the year the target is due. The band is the sampling error of the reference; differences are known better, since all options live the same futures. Lines that coincide lie under one another.",
    "Hình thoi đánh dấu năm phải đạt chỉ tiêu. Dải màu là sai số mô phỏng của phương án đối chứng; chênh lệch được biết chính xác hơn vì mọi phương án chạy trên cùng các lượt mô phỏng. Các đường trùng nhau nằm chồng lên nhau.",
);

/// Title of the differences.
pub fn difference_title(c: &Comparison, question: &Question) -> String {
    let title = question_title(c, question);
    let reference = &c.options[c.reference].name;
    match question.kind {
        QuestionKind::Target => say! {
            en: format!("{title}: change of the chance"),
            vi: format!("{title}: thay đổi khả năng đạt"),
        },
        QuestionKind::Value => say! {
            en: format!("{title}: change against {reference}"),
            vi: format!("{title}: thay đổi so với {reference}"),
        },
    }
}

/// The answer of the differences.
pub fn difference_answer(counts: &[(Verdict, usize)], reference: &str) -> String {
    let said: Vec<String> = counts
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(verdict, n)| {
            let verdict = words::verdict_short(*verdict);
            say! {
                en: format!("{n} {verdict}"),
                vi: format!("{n} phương án {verdict}"),
            }
        })
        .collect();
    let said = match said.as_slice() {
        [] => say!(en: "Nothing to tell", vi: "Chưa có gì để nêu").to_owned(),
        all => upper_first(&all.join(", ")),
    };
    say! {
        en: format!(
            "{said}, against {reference}. Before the colon each option's own value; lines are 95% intervals."
        ),
        vi: format!(
            "{said}, so với {reference}. Trước dấu hai chấm là giá trị của từng phương án; đoạn thẳng là khoảng tin cậy 95%."
        ),
    }
}

/// Differences of shares.
pub const PERCENTAGE_POINTS: Said = Said::new("percentage points", "điểm phần trăm");

/// What the axis of differences counts.
pub fn difference_axis(question: &Question, currency: &str) -> String {
    let unit = match (question.kind, question.unit) {
        (QuestionKind::Target, _) | (_, Unit::Share) => PERCENTAGE_POINTS.to_owned(),
        (kind, unit) => words::unit_of_difference(kind, unit, currency),
    };
    let change = say!(en: "change", vi: "thay đổi");
    match unit.as_str() {
        "" => change.to_owned(),
        unit => format!("{change}, {unit}"),
    }
}

/// The axis of changes of the cost.
pub fn cost_change_axis(currency: &str) -> String {
    say! {
        en: format!("change, {currency}"),
        vi: format!("thay đổi, {currency}"),
    }
}

/// Title of the frontier.
pub fn frontier_title(c: &Comparison, question: &Question) -> String {
    let title = question_title(c, question);
    say! {
        en: format!("{title}: what the chance costs"),
        vi: format!("{title}: chi phí để tăng khả năng đạt"),
    }
}

/// The answer of the frontier.
pub fn frontier_answer(efficient: &[&str], dominated: usize) -> String {
    let names = match efficient {
        [] | [_] => say! {
            en: "No option buys a higher chance than the cheapest one.",
            vi: "Không phương án nào đạt xác suất cao hơn phương án ít tốn kém nhất.",
        }
        .to_owned(),
        all => {
            let all = all.join(", ");
            say! {
                en: format!("Efficient, from cheap to dear: {all}."),
                vi: format!("Các phương án hiệu quả, chi phí từ thấp đến cao: {all}."),
            }
        }
    };
    say! {
        en: match dominated {
            0 => names,
            1 => format!("{names} For 1 option another costs less and is at least as likely."),
            n => format!("{names} For {n} options another costs less and is at least as likely."),
        },
        vi: match dominated {
            0 => names,
            n => format!(
                "{names} Với {n} phương án, có phương án khác vừa ít tốn kém hơn vừa có xác suất không thấp hơn."
            ),
        },
    }
}

/// What lies along the cost axis.
pub fn frontier_axis(currency: &str, last: Year) -> String {
    say! {
        en: {
            let cost = super::super::report::lower_first(&words::option_cost(last));
            format!("additional {cost}, {currency}")
        },
        vi: format!(
            "chi phí tăng thêm của tất cả các nguồn đến hết năm {last}, giá so sánh, {currency}"
        ),
    }
}

/// How the frontier is to be read.
pub const FRONTIER_NOTE: Said = Said::new(
    "Filled markers and the line: options that no other beats, by the means found. Crosses are 95% intervals, of the additional cost and of the chance.",
    "Dấu đặc và đường nối: các phương án không bị phương án nào khác vượt, tính theo trung bình. Dấu chữ thập là khoảng tin cậy 95% của chi phí tăng thêm và của xác suất.",
);

/// The same where only some intervals are drawn.
pub const FRONTIER_NOTE_MANY: Said = Said::new(
    "Filled markers and the line: options that no other beats, by the means found; theirs are the 95% intervals drawn, of the additional cost and of the chance. All are in the figures beside the picture.",
    "Dấu đặc và đường nối: các phương án không bị phương án nào khác vượt, tính theo trung bình; chỉ vẽ khoảng tin cậy 95% (chi phí tăng thêm, xác suất) của các phương án này. Tất cả có trong số liệu kèm theo hình.",
);

/// Labels that found no place.
pub fn unlabelled(names: &[&str]) -> String {
    let names = names.join(", ");
    say! {
        en: format!("Without a label: {names}."),
        vi: format!("Không ghi tên được trên hình: {names}."),
    }
}

/// Title of the split of a change.
pub fn attribution_title(option: &str, outcome: &str) -> String {
    say! {
        en: format!("{option}: which decision changes {outcome}"),
        vi: format!("{option}: giải pháp nào làm thay đổi {outcome}"),
    }
}

/// The answer of the split.
pub fn attribution_answer(before: &str, now: &str, most: Option<(&str, &str)>) -> String {
    let most = most.map_or(String::new(), |(part, change)| {
        say! {
            en: format!(" Most of it: {part}, {change}."),
            vi: format!(" Đóng góp nhiều nhất: {part} ({change})."),
        }
    });
    say! {
        en: format!("From {before} to {now}.{most}"),
        vi: format!("Từ {before} đến {now}.{most}"),
    }
}

/// How the split is to be read.
pub fn attribution_note(futures: u32, all: u32, orders: Option<u32>) -> String {
    let how = match orders {
        None => say! {
            en: "over all orders in which they could be taken",
            vi: "qua mọi thứ tự thực hiện có thể có",
        }
        .to_owned(),
        Some(n) => say! {
            en: format!("over {n} sampled orders"),
            vi: format!("qua {n} thứ tự chọn ngẫu nhiên"),
        },
    };
    let n = |count: u32| grouped(f64::from(count));
    let over = if futures < all {
        let (futures, all) = (n(futures), n(all));
        say! {
            en: format!("the first {futures} of {all} common futures"),
            vi: format!("{futures} lượt đầu trong {all} lượt mô phỏng chung"),
        }
    } else {
        let all = n(all);
        say! {
            en: format!("{all} common futures"),
            vi: format!("{all} lượt mô phỏng chung"),
        }
    };
    say! {
        en: format!(
            "Each decision has what it adds on average {how} (Shapley values), in {over}; lines are 95% intervals."
        ),
        vi: format!(
            "Mỗi giải pháp ghi phần đóng góp bình quân {how} (giá trị Shapley), trên {over}; đoạn thẳng là khoảng tin cậy 95%."
        ),
    }
}

/// The last bar of a split.
pub const TOGETHER: Said = Said::new("Together", "Tổng cộng");

/// Title of the costs.
pub fn money_title(c: &Comparison) -> String {
    let (reference, country) = (&c.options[c.reference].name, &c.country);
    say! {
        en: format!("What each option costs more than {reference}, {country}, by who pays"),
        vi: format!("Chi phí tăng thêm của từng phương án so với {reference}, {country}, theo nguồn chi trả"),
    }
}

/// The answer of the costs.
pub fn money_answer(
    currency: &str,
    dearest: Option<(&str, &str)>,
    cheapest: Option<(&str, &str)>,
) -> String {
    let text = match (dearest, cheapest) {
        (Some((name, sum)), None) => say! {
            en: format!("{name}: {sum} {currency} over all years."),
            vi: format!("{name}: {sum} {currency} tính chung các năm."),
        },
        (Some((name, sum)), Some((other, less))) => say! {
            en: format!("Dearest: {name}, {sum} {currency} over all years. Cheapest: {other}, {less}."),
            vi: format!("Cao nhất: {name}, {sum} {currency} tính chung các năm. Thấp nhất: {other}, {less}."),
        },
        _ => String::new(),
    };
    say! {
        en: format!("{text} Below zero is saved. Constant prices, means over the futures."),
        vi: format!("{text} Dưới 0 là tiết kiệm. Giá so sánh, bình quân của các lượt mô phỏng."),
    }
}

/// Title of a map of change.
pub fn map_title(option: &str, title: &str, year: Year) -> String {
    let title = crate::words::chart::inside(title);
    say! {
        en: format!("{option}: change of {title} in each province, {year}"),
        vi: format!("{option}: thay đổi {title} ở từng tỉnh, thành phố, năm {year}"),
    }
}

/// The answer of a map of change.
pub fn map_answer(
    up: usize,
    down: usize,
    of: usize,
    highest: &str,
    lowest: &str,
    words: (&str, &str),
) -> String {
    say! {
        en: format!(
            "Clearly {} in {up} of {of} provinces, clearly {} in {down}. Largest rise: {highest}; lowest: {lowest}.",
            words.0, words.1
        ),
        vi: {
            let many = |n: usize| match n {
                0 => "không nơi nào".to_owned(),
                n if n == of => format!("cả {of} tỉnh, thành phố"),
                n => format!("{n} trong {of} tỉnh, thành phố"),
            };
            format!(
                "Cao hơn rõ rệt: {}; thấp hơn rõ rệt: {}. Tăng nhiều nhất: {highest}; ít nhất: {lowest}.",
                many(up),
                many(down)
            )
        },
    }
}

/// Above the strip of a map of change.
pub fn map_legend(axis: &str) -> String {
    axis.to_owned()
}

/// The note of a map of change.
pub const MAP_NOTE: Said = Said::new(
    "Means over the same futures. Blue is better, orange worse; where neither is, blue is higher. In brackets: the 95% interval holds zero, or the change is too small to matter.",
    "Bình quân trên cùng các lượt mô phỏng. Màu xanh là tốt hơn, màu cam là kém hơn; nếu không xét tốt kém thì màu xanh là cao hơn. Trong ngoặc: khoảng tin cậy 95% chứa số 0, hoặc thay đổi quá nhỏ. Đây là sơ đồ, không phải bản đồ hành chính. Quần đảo Hoàng Sa thuộc TP. Đà Nẵng, quần đảo Trường Sa thuộc tỉnh Khánh Hòa.",
);

/// No such picture.
pub const NOTHING: Said = Said::new(
    "No picture: nothing differs.",
    "Không có hình: không có gì khác nhau.",
);

/// A change as a label: number, interval, verdict.
pub fn label(told: &words::Interval, verdict: Verdict) -> String {
    match verdict {
        Verdict::Same => words::verdict_short(verdict).to_owned(),
        other => format!("{}, {}", told.with_interval(), words::verdict_short(other)),
    }
}

/// A mean that has no interval.
pub fn exactly(value: f64) -> Mean {
    Mean {
        value,
        low: value,
        high: value,
    }
}
