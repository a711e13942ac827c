//! The words of a comparison: what an option changes, how sure that is, and what it costs. Terminal,
//! page, tables and pictures take their numbers from here, so that they agree to the printed digit.

mod figures;

use crate::lanes::whole_power;
use crate::said::{Said, say};
pub use figures::{
    Interval, amount, change, difference, figures, percent_range, scale, split, two,
    unit_of_difference, value, value_in_short, values, with_sign,
};

use super::number::{self, grouped, short, trimmed};
use super::report;
use crate::base::{Direction, TargetStatus};
use crate::results::comparison::{
    Answer, Comparison, Gain, Mean, Paired, PartKind, Payers, Question, QuestionKind, Spread,
    Turned, Verdict,
};
use crate::results::{AssumptionUsed, IndicatorInfo, NATION, Probability};
use crate::units::Year;

/// A field that is not written; it stands in the data of a comparison, in English.
pub const NOT_SAID: &str = "not said";

/// A value that is written, as people read it.
pub fn written(value: &str) -> &str {
    say! {
        en: value,
        vi: match value == NOT_SAID {
            true => "không nêu",
            false => value,
        },
    }
}

/// An assumption that options have otherwise, as the data of a comparison call it.
pub fn assumption(id: &str) -> String {
    format!("assumption {id}")
}

/// A figure of the base year that options have otherwise, as the data of a comparison call it.
pub fn figure(told: &str) -> String {
    [FIGURE, told].concat()
}

/// What a figure of the base year is called among inputs begins so.
pub const FIGURE: &str = "figure ";

/// What an input is, as pages show it.
pub fn input(of: &str) -> String {
    let known = [("assumption ", "giả định "), ("policy ", "giải pháp ")];
    let told = known
        .iter()
        .find_map(|(en, vi)| Some([*vi, of.strip_prefix(*en)?].concat()));
    let figure = || {
        let own = of.strip_prefix(FIGURE)?;
        let (what, place) = own.split_once(" of ").unwrap_or((own, ""));
        let what = report::things_in_vietnamese(what);
        Some(match place {
            "" => format!("số liệu {what}"),
            place => format!("số liệu {what} của {place}"),
        })
    };
    say! {
        en: of.to_owned(),
        vi: match (told.or_else(figure), of) {
            (Some(told), _) => told,
            (None, "scenario") => "kịch bản".to_owned(),
            (None, other) => other.to_owned(),
        },
    }
}

/// Options that do not start from the same figures.
pub const OTHER_START: Said = Said::new(
    "Options start from different figures of the base year: what these change is no one's decision, and stands in the differences with what is decided (in the attribution it is part of the settings).",
    "Các phương án xuất phát từ số liệu năm gốc khác nhau: phần thay đổi do số liệu không do giải pháp nào tạo ra, nhưng vẫn nằm trong chênh lệch cùng với các giải pháp (trong phần đóng góp từng giải pháp, phần này thuộc mục giả định và thiết lập).",
);

/// A policy that options have otherwise, as the data of a comparison call it.
pub fn policy(id: &str) -> String {
    format!("policy {id}")
}

/// A verdict in words; a clear difference too small for the digits of the values says so.
pub fn verdict_on(question: &Question, before: &Answer, now: &Answer) -> String {
    let Some(d) = &now.difference else {
        return String::new();
    };
    if d.verdict.is_clear() && value(question, before) == value(question, now) {
        say! {
            en: format!("{}, by less than the digits shown", verdict(d)),
            vi: format!("{}, chênh lệch nhỏ hơn số chữ số hiển thị", verdict(d)),
        }
    } else {
        verdict(d)
    }
}

/// What a question asks, in words.
pub fn question(c: &Comparison, question: &Question) -> String {
    asked(c, question, NATION)
}

/// The same without its place, where all that is asked is about that place.
pub fn question_here(c: &Comparison, question: &Question) -> String {
    asked(c, question, c.asked_place())
}

/// The same without the option that asks it.
pub fn question_alone(c: &Comparison, question: &Question) -> String {
    let alone = Question {
        asked_by: None,
        ..question.clone()
    };
    asked(c, &alone, c.asked_place())
}

/// What a question asks; its place is told unless it is `home` or the nation.
fn asked(c: &Comparison, question: &Question, home: &str) -> String {
    let place = match c.scopes.iter().find(|s| s.code == question.scope) {
        Some(s) if s.code != NATION && s.code != home => say! {
            en: format!(" in {}", s.name),
            vi: format!(" tại {}", s.name),
        },
        _ => String::new(),
    };
    // What the reference does not ask is marked with the option that does.
    let asked_by = question.asked_by.filter(|_| question.headline);
    let place = match asked_by {
        Some(option) => say! {
            en: format!("{place} (asked by {})", c.options[option].name),
            vi: format!("{place} (do phương án {} đặt ra)", c.options[option].name),
        },
        None => place,
    };
    match (question.kind, question.threshold) {
        (QuestionKind::Target, Some(threshold)) => {
            let claim = report::claim(
                &question.indicator,
                &question.title,
                question.unit,
                (
                    question.better.unwrap_or(Direction::AtLeast),
                    threshold,
                    question.form,
                ),
                question.year,
            );
            format!("{claim}{place}")
        }
        _ => say! {
            en: format!("{}{place} in {}", question.title, question.year),
            vi: format!("{}{place} năm {}", question.title, question.year),
        },
    }
}

/// A verdict in words, with what it would take where it cannot be told.
pub fn verdict(paired: &Paired) -> String {
    match paired.verdict {
        Verdict::Same => say! {
            en: "the same in every future".to_owned(),
            vi: "như nhau trong mọi lượt mô phỏng".to_owned(),
        },
        Verdict::CannotTell => {
            let lived = grouped(f64::from(paired.of()));
            match paired.needed {
                None => say! {
                    en: format!("cannot tell at {lived} futures: as many helped as harmed"),
                    vi: format!("chưa kết luận được với {lived} lượt mô phỏng: số lượt có lợi bằng số lượt bất lợi"),
                },
                Some(n) => say! {
                    en: format!("cannot tell at {lived} futures; {} would tell", many(n)),
                    vi: format!("chưa kết luận được với {lived} lượt mô phỏng; cần {}", many(n)),
                },
            }
        }
        clear => verdict_short(clear).to_owned(),
    }
}

/// The same in one or two words, for a table cell.
pub fn verdict_short(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => say!(en: "better", vi: "tốt hơn"),
        Verdict::Worse => say!(en: "worse", vi: "kém hơn"),
        Verdict::Higher => say!(en: "higher", vi: "cao hơn"),
        Verdict::Lower => say!(en: "lower", vi: "thấp hơn"),
        Verdict::Same => say!(en: "same", vi: "như nhau"),
        Verdict::TooSmall => say!(en: "too small to matter", vi: "không đáng kể"),
        Verdict::CannotTell => say!(en: "cannot tell", vi: "chưa kết luận được"),
    }
}

/// A verdict's name in tables.
pub fn verdict_in_tables(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        Verdict::Higher => "higher",
        Verdict::Lower => "lower",
        Verdict::Same => "same",
        Verdict::TooSmall => "too_small",
        Verdict::CannotTell => "cannot_tell",
    }
}

/// A number of futures that would do, to two figures.
fn many(n: u64) -> String {
    const MOST: f64 = 1e8;
    let n = n as f64;
    if n > MOST {
        return say! {
            en: format!("more than {}", short(MOST)),
            vi: format!("hơn {} lượt", short(MOST)),
        };
    }
    let unit = whole_power(10f64, (super::number::magnitude(n) - 1).max(0));
    let enough = short((n / unit).ceil() * unit);
    say! {
        en: format!("about {enough}"),
        vi: format!("khoảng {enough} lượt"),
    }
}

/// In how many futures an option helped, harmed and changed nothing.
#[cfg(any(test, feature = "internals"))]
pub fn futures(paired: &Paired) -> String {
    let n = |count: u32| grouped(f64::from(count));
    let (up, down) = match paired.verdict {
        Verdict::Higher | Verdict::Lower => {
            say!(en: ("higher", "lower"), vi: ("cao hơn", "thấp hơn"))
        }
        _ => say!(en: ("helped", "harmed"), vi: ("có lợi", "bất lợi")),
    };
    let [helped, harmed, unchanged] = [paired.helped, paired.harmed, paired.unchanged].map(n);
    say! {
        en: format!("{up} in {helped}, {down} in {harmed}, unchanged in {unchanged} futures"),
        vi: format!("{up} trong {helped} lượt, {down} trong {harmed} lượt, không đổi trong {unchanged} lượt mô phỏng"),
    }
}

/// What an option costs more, all payers, all years.
pub fn costs_more(cost: Mean, currency: &str, last: Year) -> String {
    let told = amount(Mean {
        value: cost.value.abs(),
        low: cost.low,
        high: cost.high,
    });
    if cost.value == 0.0 && cost.low == cost.high {
        return say!(en: "costs the same", vi: "chi phí không đổi").to_owned();
    }
    let is_more = cost.value > 0.0;
    if cost.low <= 0.0 && cost.high >= 0.0 {
        return say! {
            en: format!("costs neither clearly more nor less by {last}"),
            vi: format!("chi phí đến hết năm {last} không khác biệt rõ rệt"),
        };
    }
    say! {
        en: {
            let way = if is_more { "more" } else { "less" };
            format!("costs {} {currency} {way} by {last}", told.value)
        },
        vi: {
            let way = if is_more { "tốn thêm" } else { "tiết kiệm" };
            format!("{way} {} {currency} đến hết năm {last}", told.value)
        },
    }
}

/// Money of an option that lapses because it cannot be absorbed, beyond that of the reference; what
/// yearly chance alone moves is not worth a word.
pub fn not_absorbed(over: f64, currency: &str) -> Option<String> {
    (over >= 1000.0).then(|| {
        let over = grouped(over);
        say! {
            en: format!("{over} {currency} more lapse because they cannot be absorbed"),
            vi: format!("có thêm {over} {currency} bị hủy dự toán vì không hấp thụ được"),
        }
    })
}

/// The verdict on one option in a sentence: what it costs, and what it changes most.
#[cfg(any(test, feature = "internals"))]
pub fn in_a_sentence(cost: &str, changes: &str) -> String {
    format!("{cost}; {changes}")
}

/// What an option changes in one question.
pub fn changes(claim: &str, before: &str, now: &str, told: &Interval, unit: &str) -> String {
    let unit = if unit.is_empty() {
        String::new()
    } else {
        format!(" {unit}")
    };
    let Interval { value, low, high } = told;
    say! {
        en: format!("{claim}: {now} instead of {before} ({value}{unit}, 95% interval {low} to {high})"),
        vi: format!("{claim}: {now} so với {before} ({value}{unit}; khoảng tin cậy 95%: từ {low} đến {high})"),
    }
}

/// What an option changes most, in few words.
pub fn turned(claim: &str, now: &str, change: &str) -> String {
    say! {
        en: format!("{claim}: {now}, {change}"),
        vi: format!("{claim}: {now}; thay đổi {change}"),
    }
}
/// How many targets an option moves, in few words.
pub fn moves(better: usize, worse: usize, of: usize) -> String {
    say! {
        en: match worse {
            0 => format!("{better} of {of} targets likelier"),
            worse => format!("{better} of {of} targets likelier, {worse} less likely"),
        },
        vi: match (better, worse) {
            (0, 0) => format!("không làm thay đổi rõ rệt khả năng đạt {}", none_of(of, "chỉ tiêu")),
            (b, 0) => format!("tăng khả năng đạt {}", some_of(b, of, "chỉ tiêu")),
            (0, w) => format!("giảm khả năng đạt {}", some_of(w, of, "chỉ tiêu")),
            (b, w) => format!("tăng khả năng đạt {}, giảm khả năng đạt {w} chỉ tiêu", some_of(b, of, "chỉ tiêu")),
        },
    }
}

/// How an option stands on the headline targets.
pub fn standing(better: usize, worse: usize, of: usize, adopted: bool) -> String {
    let targets = match adopted {
        true => ADOPTED.text(),
        false => say!(en: "targets", vi: "chỉ tiêu"),
    };
    say! {
        en: match (better, worse) {
            (0, 0) => format!("makes none of {of} {targets} clearly likelier or less likely"),
            (b, 0) => format!("makes {b} of {of} {targets} likelier, none less likely"),
            (0, w) => format!("makes {w} of {of} {targets} less likely, none likelier"),
            (b, w) => format!("makes {b} of {of} {targets} likelier and {w} less likely"),
        },
        vi: match (better, worse) {
            (0, 0) => format!("không làm thay đổi rõ rệt khả năng đạt {}", none_of(of, targets)),
            (b, 0) => format!("làm tăng khả năng đạt {}, không làm giảm khả năng đạt chỉ tiêu nào", some_of(b, of, targets)),
            (0, w) => format!("làm giảm khả năng đạt {}, không làm tăng khả năng đạt chỉ tiêu nào", some_of(w, of, targets)),
            (b, w) => format!("làm tăng khả năng đạt {} và làm giảm khả năng đạt {w} chỉ tiêu", some_of(b, of, targets)),
        },
    }
}

/// None of so many, in Vietnamese.
fn none_of(of: usize, targets: &str) -> String {
    match of {
        1 => targets.to_owned(),
        of => format!("chỉ tiêu nào trong {of} {targets}"),
    }
}

/// Some of so many, or all of them, in Vietnamese.
fn some_of(some: usize, of: usize, targets: &str) -> String {
    match (some, of) {
        (1, 1) => targets.to_owned(),
        (all, of) if all == of => format!("cả {of} {targets}"),
        (some, of) => format!("{some} trong {of} {targets}"),
    }
}

/// What targets are called that are all the nation's and adopted.
const ADOPTED: Said = Said::new("adopted national targets", "chỉ tiêu quốc gia đã ban hành");

/// Whether all that is asked is adopted and the nation's.
pub fn are_adopted(c: &Comparison) -> bool {
    let mut asked = c.questions.iter().filter(|q| q.headline);
    asked.all(|q| q.scope == NATION && q.status == Some(TargetStatus::Adopted))
}

/// Said of an option that is the reference once more.
pub const SAME_INPUTS: Said = Said::new(
    "decides the same as the reference: every difference is zero",
    "các giải pháp giống phương án đối chứng: mọi chênh lệch bằng 0",
);

/// Title of a comparison.
pub fn title(others: &[&str], reference: &str) -> String {
    match others {
        [one] => say! {
            en: format!("{one} against {reference}"),
            vi: format!("{one} so với {reference}"),
        },
        all => say! {
            en: format!("{} options against {reference}", all.len()),
            vi: format!("{} phương án so với {reference}", all.len()),
        },
    }
}

/// A number of options: `1 option`, `19 options`.
pub fn options(many: usize) -> String {
    say! {
        en: if many == 1 {
            "1 option".to_owned()
        } else {
            format!("{many} options")
        },
        vi: format!("{many} phương án"),
    }
}

/// Which option is best in most futures.
pub fn best_in_most(title: &str, is_reference: bool, first: &Probability) -> String {
    say! {
        en: {
            let who = match is_reference {
                true => format!("the reference itself, **{title}**"),
                false => format!("**{title}**"),
            };
            format!(
                "Where as many targets are met, the option that costs less comes first: best most often is {who}, in {} of the futures no other option meets more of the targets asked, or as many for less of the money counted.",
                super::report::often_in_per_cent(first)
            )
        },
        vi: {
            let who = match is_reference {
                true => format!("chính phương án đối chứng, **{title}**"),
                false => format!("**{title}**"),
            };
            format!(
                "Khi đạt số chỉ tiêu như nhau thì xếp phương án ít tốn hơn trước: phương án tốt nhất trong nhiều lượt mô phỏng nhất là {who}: trong {} số lượt, không phương án nào khác đạt nhiều chỉ tiêu được xét hơn, hoặc đạt bằng số chỉ tiêu đó mà tốn ít kinh phí hơn.",
                number::chance(first)
            )
        },
    }
}

/// Options that only the table tells.
pub fn more_in_the_table(more: usize) -> String {
    say! {
        en: match more {
            1 => "1 more option stands in the table.".to_owned(),
            n => format!("{n} more options stand in the table."),
        },
        vi: format!("Còn {more} phương án khác nêu trong bảng."),
    }
}

/// How often an option is best, in the table of consequences.
pub const BEST: Said = Said::new(
    "Best in so many futures (most targets met, then least money)",
    "Tỷ lệ lượt mô phỏng là phương án tốt nhất (đạt nhiều chỉ tiêu nhất, sau đó ít kinh phí nhất)",
);
/// What is given up with it at most.
pub const REGRET: Said = Said::new(
    "Largest regret: points of chance behind the best option for a target",
    "Thua kém nhiều nhất: số điểm % xác suất đạt một chỉ tiêu thấp hơn phương án tốt nhất",
);

/// The largest loss of chance against the best option for a target.
pub fn regret(lost: f64, best: &str) -> String {
    let lost = change(points_of(lost), 100.0).value;
    let lost = lost.trim_start_matches('+');
    say! {
        en: format!("{lost}, behind {best}"),
        vi: format!("{lost} so với {best}"),
    }
}
/// How far the change that an option makes most reaches by the guess that moves it most.
pub const DOUBT: Said = Said::new(
    "Doubt: that largest change in the lowest and the highest fifth of the guess that matters most to it",
    "Mức không chắc chắn: thay đổi lớn nhất nói trên ở nhóm một phần năm thấp nhất và cao nhất của giả định ảnh hưởng lớn nhất",
);

/// The same of one option, with that guess.
pub fn hinge([low, high]: [f64; 2], known: Option<&AssumptionUsed>, id: &str) -> String {
    let [low, high] = [low, high].map(|end| with_sign(end * 100.0, 1));
    let guess = guess(known, id);
    say! {
        en: format!("{low} to {high} ({guess})"),
        vi: format!("từ {low} đến {high} ({guess})"),
    }
}

/// Said where no guess can be told from luck.
pub const NO_HINGE: Said = Said::new(
    "no guess can be told from luck",
    "chưa phân biệt được ảnh hưởng của giả định nào với yếu tố ngẫu nhiên",
);

/// Head of what the chance of a target hangs on most.
pub const MAIN_DOUBT: Said = Said::new(
    "Main doubt: its chance in the reference in the lowest and the highest fifth of the guess that matters most",
    "Nguyên nhân chính gây không chắc chắn: khả năng đạt ở phương án đối chứng, ở nhóm một phần năm thấp nhất và cao nhất của giả định ảnh hưởng lớn nhất",
);

/// Said where that is empty for a target.
pub const NO_DOUBT: Said = Said::new(
    "Where no main doubt stands, no guess can be told from luck.",
    "Ô nguyên nhân để trống nghĩa là chưa phân biệt được ảnh hưởng của giả định nào với yếu tố ngẫu nhiên.",
);

/// The chance of a target in the reference by that guess.
pub fn doubt([low, high]: [f64; 2], known: Option<&AssumptionUsed>, id: &str) -> String {
    let range = report::chance_range(low, high);
    let guess = guess(known, id);
    format!("{range} ({guess})")
}

/// How far chances may be off by luck, in points of 100.
pub fn off_by_luck(half: f64) -> String {
    let points = number::decimal((half * 100.0).max(0.1), usize::from(half < 0.0095));
    say! {
        en: format!("Sampling error of each chance: at most ±{points} points; of a change it stands behind it (95%)."),
        vi: format!("Sai số mô phỏng của mỗi khả năng: nhiều nhất ±{points} điểm phần trăm; của thay đổi ghi ngay sau đó (95%)."),
    }
}

/// Said where a chance is told by ways and its change is not.
pub const CHANGE_BY_WAYS: Said = Said::new(
    "Where a chance is told by how it goes on, the change is that in people as the model has them.",
    "Nếu khả năng đạt được nêu theo diễn biến tiếp theo thì thay đổi tính theo số nhân lực của mô hình.",
);

/// Said where no option is better than another.
pub const NONE_BEST: Said = Said::new(
    "No option is best more often than another: all meet as many of the targets asked for as much money.",
    "Không phương án nào tốt nhất nhiều hơn phương án khác: các phương án đạt bằng số chỉ tiêu được xét với kinh phí như nhau.",
);

/// The options that cost more than may be spent.
pub fn over_the_ceiling(named: &[String]) -> String {
    let named = named.join("; ");
    say! {
        en: format!("**Over the ceiling: {named}.**"),
        vi: format!("**Vượt trần kinh phí: {named}.**"),
    }
}

/// A guess by what it means, with its grade.
fn guess(known: Option<&AssumptionUsed>, id: &str) -> String {
    match known {
        Some(a) => super::report::assumption(
            super::guesses::in_short(&a.meaning),
            &format!("{:?}", a.grade),
        ),
        None => id.to_owned(),
    }
}

/// What would turn the order of the two best options.
pub fn order(
    [first, second]: [&str; 2],
    turned: Option<(&Turned, Option<&AssumptionUsed>)>,
) -> String {
    match turned {
        None => say! {
            en: format!(
                "By the number of targets met alone, money not counted: {first} before {second}; no guess by itself turns this order."
            ),
            vi: format!(
                "Xét riêng số chỉ tiêu đạt được, chưa tính kinh phí: {first} trước, {second} sau; không giả định riêng lẻ nào làm đổi thứ tự này."
            ),
        },
        Some((turned, known)) => {
            let unit = known.map_or("", |a| a.unit.en.as_str());
            let at = super::guesses::amount(unit, turned.at);
            let guess = guess(known, &turned.assumption);
            say! {
                en: {
                    let side = if turned.below { "below" } else { "above" };
                    format!(
                        "By the number of targets met alone, money not counted, {first} meets more of the targets asked than {second}; this turns where the guess is {side} {at}: {guess}."
                    )
                },
                vi: {
                    let side = if turned.below { "dưới" } else { "trên" };
                    format!(
                        "Xét riêng số chỉ tiêu đạt được, chưa tính kinh phí: {first} đạt nhiều chỉ tiêu được xét hơn {second}; thứ tự này đảo lại khi giả định sau đây ở mức {side} {at}: {guess}."
                    )
                },
            }
        }
    }
}

/// Said of an option that is best for every target.
pub const NO_REGRET: Said = Said::new("none", "không");

fn points_of(lost: f64) -> Mean {
    Mean {
        value: lost,
        low: lost,
        high: lost,
    }
}

/// Heading of what decisions cost beside what they do.
pub const VARIANTS: Said = Said::new(
    "If one way of what no figure decides holds",
    "Khi một hướng diễn biến chưa xác định được xảy ra",
);
/// Columns of that table: the ways and what they weigh, and behind the options which is best.
pub const VARIANTS_COLUMNS: [Said; 3] = [
    Said::new("What holds", "Hướng diễn biến"),
    Said::new("Weight", "Trọng số"),
    Said::new("Best most often", "Tốt nhất trong nhiều lượt nhất"),
];
/// What stands above it.
pub fn variants_lead(asked: usize) -> String {
    let targets = match asked {
        1 => say!(en: "the target asked".to_owned(), vi: "chỉ tiêu được xét".to_owned()),
        n => say!(en: format!("the {n} targets asked"), vi: format!("{n} chỉ tiêu được xét")),
    };
    say! {
        en: format!(
            "Each row counts only the futures in which that way was drawn. Under each option stands how many of {targets} are met in half of them \
             or more; last which option is best most often there. `variants.csv` has every chance."
        ),
        vi: format!(
            "Mỗi hàng chỉ tính các lượt mô phỏng đi theo hướng đó. Dưới mỗi phương án là số chỉ tiêu trong {targets} đạt ở ít nhất một nửa số lượt; \
             cột cuối là phương án tốt nhất trong nhiều lượt nhất. `variants.csv` có mọi xác suất."
        ),
    }
}

/// A way of what is chosen.
pub fn variant(meaning: &str, way: &str) -> String {
    say! {
        en: format!("{way} ({})", meaning.split(':').next().unwrap_or(meaning)),
        vi: format!("{way} ({})", meaning.split(':').next().unwrap_or(meaning)),
    }
}

/// How many of all.
pub fn held_of(held: usize, of: usize) -> String {
    say!(en: format!("{held} of {of}"), vi: format!("{held} trong {of}"))
}

/// The best option and how often it is.
pub fn leads(option: &str, often: &str) -> String {
    format!("{option} ({often})")
}

/// Above what costs much and does little.
pub const DEAR: Said = Said::new(
    "What costs much and does little",
    "Giải pháp tốn nhiều kinh phí, tác dụng ít",
);
/// What stands there.
pub fn dear_lead(last: Year, currency: &str) -> String {
    say! {
        en: format!(
            "Of each option with several decisions, the one that costs most (all payers to the end of {last}, {currency}) beside the one that does most for the target the option moves most; every part is under *{ATTRIBUTION}*."
        ),
        vi: format!(
            "Với mỗi phương án có nhiều giải pháp, nêu giải pháp tốn kinh phí nhất (tất cả các nguồn, đến hết năm {last}, {currency}) bên cạnh giải pháp có tác dụng lớn nhất đối với chỉ tiêu mà phương án làm thay đổi nhiều nhất; đầy đủ các giải pháp xem mục *{ATTRIBUTION}*."
        ),
    }
}
/// A decision of an option with what it costs and the points it gives.
pub struct Does<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it costs.
    pub cost: f64,
    /// Points of chance it gives.
    pub points: f64,
}
/// The decision that costs most beside the one that does most.
pub fn dear(option: &str, claim: &str, [costs, does]: [Does<'_>; 2]) -> String {
    let told = |d: &Does<'_>| {
        let (points, cost) = (with_sign(d.points, 1), grouped(d.cost));
        say! {
            en: format!("{}: {cost} for {points} points", d.name),
            vi: format!("{} (chi phí {cost}, thay đổi {points} điểm phần trăm)", d.name),
        }
    };
    let (costs, does) = (told(&costs), told(&does));
    say! {
        en: format!("**{option}**, {claim}: costs most {costs}; does most {does}"),
        vi: format!("**{option}**, {claim}: tốn nhất là {costs}; tác dụng lớn nhất là {does}"),
    }
}

/// What the page is about.
pub fn introduction(c: &Comparison) -> String {
    say! {
        en: introduction_en(c),
        vi: format!(
            "Trang này so sánh {} của {} với “{}”, từ năm {} đến năm {}. Mọi phương án chạy trên cùng {} lượt mô phỏng (hạt giống {}): \
             những gì không do ai quyết định đều như nhau, nên hai phương án chỉ khác nhau ở các giải pháp. Chênh lệch \
             là giá trị của phương án trừ giá trị của phương án đối chứng, tính theo từng lượt mô phỏng. Khoảng tin cậy 95% chỉ phản ánh sai số mô phỏng. \
             Số tiền tính bằng {} theo giá năm {}, trừ khi ghi khác.",
            options(c.options.len() - 1),
            c.country,
            c.options[c.reference].title,
            c.years.get(1).unwrap_or(&c.year),
            c.years.last().unwrap_or(&c.year),
            grouped(f64::from(c.futures())),
            c.seed,
            c.currency,
            c.years[0],
        ),
    }
}

fn introduction_en(c: &Comparison) -> String {
    format!(
        "This page holds {} for {} against \u{201c}{}\u{201d}, {} to {}. All are lived in the same {} futures (seed {}): \
         what nobody decides is the same in all of them, so two options differ only by what was decided. A difference \
         is the option minus the reference, future by future. Intervals are 95% intervals of what the sampling of futures leaves open. \
         Money is in {} at the prices of {} unless said otherwise.",
        options(c.options.len() - 1),
        c.country,
        c.options[c.reference].title,
        c.years.get(1).unwrap_or(&c.year),
        c.years.last().unwrap_or(&c.year),
        grouped(f64::from(c.futures())),
        c.seed,
        c.currency,
        c.years[0],
    )
}

/// Heading of the verdicts.
pub const VERDICTS: Said = Said::new("The verdict", "Kết luận chung");
/// The same of one place.
pub fn verdicts_in(place: &str) -> String {
    format!("{VERDICTS}: {place}")
}
/// What the table of consequences is.
pub fn chances_lead(adopted: bool) -> String {
    let targets = match adopted {
        true => say!(en: "each adopted national target", vi: "từng chỉ tiêu quốc gia đã ban hành"),
        false => say!(en: "each target", vi: "từng chỉ tiêu"),
    };
    say! {
        en: format!(
            "The chance that {targets} is met in its year; after the colon the change in percentage points against the reference. *Cannot tell* means that the interval of the change holds zero, *too small to matter* that the change is below the smallest that counts."
        ),
        vi: format!(
            "Khả năng đạt {targets}, đúng năm của chỉ tiêu; sau dấu hai chấm là thay đổi so với phương án đối chứng, tính bằng điểm phần trăm. *Chưa kết luận được* nghĩa là khoảng tin cậy của thay đổi chứa số 0; *không đáng kể* nghĩa là thay đổi dưới mức nhỏ nhất được coi là có ý nghĩa."
        ),
    }
}
/// Targets that stand elsewhere, since no option moves them.
pub fn left_out(alike: usize, of: usize) -> String {
    say! {
        en: format!(
            "{alike} of {of} targets are left out here: no option changes them in any future. They stand under *{UNMOVED}*."
        ),
        vi: {
            let alike = some_of(alike, of, "chỉ tiêu");
            format!(
                "Không nêu ở đây {alike} mà không phương án nào làm thay đổi trong bất kỳ lượt mô phỏng nào; xem mục *{UNMOVED}*."
            )
        },
    }
}
/// Heading of the targets that no option moves.
pub const UNMOVED: Said = Said::new(
    "What no option changes",
    "Chỉ tiêu không phương án nào làm thay đổi",
);
/// Columns of these targets.
pub const UNMOVED_COLUMNS: [Said; 2] = [
    Said::new("Asked", "Chỉ tiêu"),
    Said::new("Chance", "Xác suất"),
];
/// Heading of the differences.
pub const DIFFERENCES: Said =
    Said::new("What each option changes", "Mỗi phương án làm thay đổi gì");
/// What a verdict rests on.
pub fn verdicts_lead(told: usize) -> String {
    say! {
        en: verdicts_lead_en(told),
        vi: format!(
            "*Tốt hơn* và *kém hơn* chỉ nêu khi khoảng tin cậy 95% của chênh lệch nằm hẳn về một phía của số 0 \
             và chênh lệch không dưới mức nhỏ nhất có ý nghĩa (cột `matters` của `differences.csv`: trừ khi kịch bản \
             nêu mức khác, là nửa điểm phần trăm của xác suất, hoặc nửa đơn vị của chữ số cuối được in của một giá trị). \
             Trang này và tệp `differences.csv` có {told} kết luận như vậy: nếu thực ra không có gì khác nhau, \
             khoảng 1 trong 20 kết luận vẫn xuất hiện do ngẫu nhiên."
        ),
    }
}

fn verdicts_lead_en(told: usize) -> String {
    format!(
        "*Better* and *worse* are said where the 95% interval of the difference lies wholly on one side of zero \
         and the difference is not below the smallest that matters (column `matters` of `differences.csv`: unless a \
         scenario states another, half a point of a chance, and of a value half of the last digit a report prints). \
         There are {told} verdicts of that kind on this page and in `differences.csv`: if nothing differed at all, \
         about 1 in 20 would still be said by luck."
    )
}
/// How many of what is asked an option leaves as it is.
pub fn alike(many: usize) -> String {
    say! {
        en: match many {
            1 => "One more of what is asked is the same in every future.".to_owned(),
            n => format!("{n} more of what is asked are the same in every future."),
        },
        vi: format!("Còn {many} nội dung khác như nhau trong mọi lượt mô phỏng."),
    }
}

/// Columns of the differences of one option.
pub const DIFFERENCES_COLUMNS: [Said; 6] = [
    Said::new("Asked", "Nội dung"),
    Said::new("Reference", "Đối chứng"),
    Said::new("Option", "Phương án"),
    Said::new(
        "Difference (95% interval)",
        "Chênh lệch (khoảng tin cậy 95%)",
    ),
    Said::new(
        "Futures: helped / harmed / unchanged",
        "Số lượt: có lợi / bất lợi / không đổi",
    ),
    Said::new("Verdict", "Kết luận"),
];
/// Heading of the inputs.
pub const INPUTS: Said = Said::new(
    "What was decided differently",
    "Các phương án khác nhau ở đâu",
);
/// Columns of the inputs.
pub const INPUTS_COLUMNS: [Said; 5] = [
    Said::new("Option", "Phương án"),
    Said::new("What", "Nội dung"),
    Said::new("Field", "Trường"),
    Said::new("Reference", "Đối chứng"),
    Said::new("Option", "Phương án này"),
];
/// Where one side has nothing.
pub const NOT_THERE: Said = Said::new("not there", "không có");
/// Heading of the costs.
pub const COSTS: Said = Said::new("What it costs, and who pays", "Kinh phí và nguồn chi trả");
/// What the table of costs is.
pub const COSTS_LEAD: Said = Said::new(
    "What each option costs more than the reference over all years, means over the futures with the 95% interval. *Constant*, all payers, is the cost of the option wherever one is named. *Nominal* is at the prices of each year, *discounted* counts later money less. Every payer, purpose and year is in `costs.csv`.",
    "Chi phí tăng thêm của mỗi phương án so với phương án đối chứng, tính chung các năm: trung bình của các lượt mô phỏng, kèm khoảng tin cậy 95%. *Giá so sánh*, tất cả các nguồn, là chi phí của phương án ở mọi chỗ nêu chi phí. *Giá hiện hành* tính theo giá từng năm; *chiết khấu* tính số tiền của các năm sau thấp hơn. Chi tiết theo nguồn, mục chi và năm ở tệp `costs.csv`.",
);
/// Columns of the costs.
pub const COSTS_COLUMNS: [Said; 6] = [
    Said::new("Option", "Phương án"),
    Said::new("Payer", "Nguồn chi trả"),
    Said::new("Purpose", "Mục chi"),
    Said::new("Constant", "Giá so sánh"),
    Said::new("Nominal", "Giá hiện hành"),
    Said::new("Discounted", "Chiết khấu"),
];
/// Heading of the prices of gains.
pub const PRICES: Said = Said::new("What a gain costs", "Chi phí cho mỗi kết quả tăng thêm");
/// What the table of prices is.
pub fn prices_lead(currency: &str) -> String {
    say! {
        en: format!(
            "Discounted additional cost up to the year of the gain ({currency}, constant prices), over what is gained in that year: \
             not the whole cost of the option, which stands above. \
             The interval is that of the joint futures. No price is given where the interval of the gain holds zero."
        ),
        vi: format!(
            "Chi phí tăng thêm đã chiết khấu đến năm có kết quả ({currency}, giá so sánh), chia cho kết quả tăng thêm trong năm đó: \
             không phải toàn bộ chi phí của phương án, đã nêu ở trên. \
             Khoảng tin cậy tính trên cùng các lượt mô phỏng. Không nêu chi phí khi khoảng tin cậy của kết quả tăng thêm chứa số 0."
        ),
    }
}
/// Columns of the prices.
pub const PRICES_COLUMNS: [Said; 6] = [
    Said::new("Option", "Phương án"),
    Said::new("Gain", "Kết quả tăng thêm"),
    Said::new("Whose costs", "Nguồn chi trả"),
    Said::new(
        "Discounted cost to the year of the gain",
        "Chi phí chiết khấu đến năm có kết quả",
    ),
    Said::new("Gained", "Mức tăng thêm"),
    Said::new("Cost of one", "Chi phí cho một đơn vị"),
];
/// Said where no gain has a price.
pub const NO_PRICE: Said = Said::new(
    "No option gains clearly in any of these.",
    "Không phương án nào có kết quả tăng thêm rõ rệt.",
);
/// Said where something is gained and nothing more is spent.
pub const COSTS_LESS: Said = Said::new("none: it costs no more", "không: không tốn thêm kinh phí");
/// Heading of the provinces.
pub fn provinces(year: Year) -> String {
    say! {
        en: format!("Who gains, at the end of {year}"),
        vi: format!("Địa phương được hưởng lợi, cuối năm {year}"),
    }
}
/// What is told of provinces.
pub const PROVINCES_LEAD: Said = Said::new(
    "Changes of the provinces in the indicator each option exists for. All provinces and indicators are in `provinces.csv`, spreads in `spread.csv`.",
    "Thay đổi của các tỉnh, thành phố về chỉ số mà mỗi phương án hướng tới. Tất cả tỉnh, thành phố và chỉ số ở tệp `provinces.csv`; mức độ chênh lệch ở tệp `spread.csv`.",
);
/// How provinces fare under an option.
pub fn provinces_fare(
    title: &str,
    better: usize,
    worse: usize,
    of: usize,
    most: &[String],
    least: &[String],
    unit: &str,
) -> String {
    let mut text = say! {
        en: format!("{title}: clearly better in {better} of {of} provinces, clearly worse in {worse}."),
        vi: format!("{title}: {}.", both_ways(("tốt hơn", better), ("kém hơn", worse), of)),
    };
    let unit = match unit {
        "" => String::new(),
        unit => format!(" ({unit})"),
    };
    if !most.is_empty() {
        text += &say! {
            en: format!(" Largest gains{unit}: {}.", most.join(", ")),
            vi: format!(" Cải thiện nhiều nhất{unit}: {}.", most.join("; ")),
        };
    }
    if !least.is_empty() {
        text += &say! {
            en: format!(" Largest losses{unit}: {}.", least.join(", ")),
            vi: format!(" Kém đi nhiều nhất{unit}: {}.", least.join("; ")),
        };
    }
    text
}
/// How provinces fare where neither way is better.
pub fn provinces_move(title: &str, up: usize, down: usize, of: usize) -> String {
    say! {
        en: format!("{title}: clearly higher in {up} of {of} provinces, clearly lower in {down}."),
        vi: format!("{title}: {}.", both_ways(("cao hơn", up), ("thấp hơn", down), of)),
    }
}

/// In how many provinces it is one way and the other, in Vietnamese.
fn both_ways(one: (&str, usize), other: (&str, usize), of: usize) -> String {
    let first = match one {
        (way, 0) => format!("không nơi nào {way} rõ rệt"),
        (way, n) if n == of => format!("{way} rõ rệt ở cả {of} tỉnh, thành phố"),
        (way, n) => format!("{way} rõ rệt ở {n} trong {of} tỉnh, thành phố"),
    };
    match other {
        (way, 0) => format!("{first}; không nơi nào {way} rõ rệt"),
        (way, n) if n == of => format!("{first}; {way} rõ rệt ở cả {of} nơi"),
        (way, n) if one.1 == 0 => {
            format!("{first}; {way} rõ rệt ở {n} trong {of} tỉnh, thành phố")
        }
        (way, n) => format!("{first}; {way} rõ rệt ở {n} nơi"),
    }
}
/// How the spread between provinces changes.
pub fn spread_changes(measure: Spread, before: &str, now: &str, verdict: &str) -> String {
    let title = measure_title(measure);
    say! {
        en: format!("{title}: {now} instead of {before} ({verdict})."),
        vi: format!("{title}: {now} so với {before} ({verdict})."),
    }
}
/// A verdict on a spread.
pub fn spread_verdict(paired: &Paired) -> String {
    match paired.verdict {
        Verdict::Better => say!(en: "nearer to one another", vi: "thu hẹp chênh lệch").to_owned(),
        Verdict::Worse => say!(en: "further apart", vi: "chênh lệch tăng thêm").to_owned(),
        _ => verdict(paired),
    }
}
/// A measure of spread in words.
pub fn measure_title(measure: Spread) -> &'static str {
    match measure {
        Spread::HighestMinusLowest => say! {
            en: "Highest province minus lowest",
            vi: "Chênh lệch giữa địa phương cao nhất và thấp nhất",
        },
        Spread::StandardDeviation => say! {
            en: "Standard deviation between provinces",
            vi: "Độ lệch chuẩn giữa các tỉnh, thành phố",
        },
    }
}
/// A measure of spread in tables.
pub fn measure_in_tables(measure: Spread) -> &'static str {
    match measure {
        Spread::HighestMinusLowest => "highest_minus_lowest",
        Spread::StandardDeviation => "standard_deviation",
    }
}
/// Head of what was split into parts.
pub const OUTCOME: Said = Said::new("Outcome", "Kết quả");
/// Head of all parts together.
pub const ALL_TOGETHER: Said = Said::new("Together", "Tổng cộng");

/// Heading of the attribution.
pub const ATTRIBUTION: Said = Said::new("Which decision does it", "Đóng góp từng giải pháp");
/// What the attribution is: how many of all futures are split.
pub fn attribution_lead(futures: u32, all: u32, orders: Option<u32>) -> String {
    let how = match orders {
        None => say!(en: "All orders are counted", vi: "Đã tính mọi thứ tự").to_owned(),
        Some(n) => say! {
            en: format!("{n} orders are sampled, and the error that leaves is shown"),
            vi: format!("Đã lấy mẫu {n} thứ tự, kèm sai số do lấy mẫu"),
        },
    };
    let n = |count: u32| grouped(f64::from(count));
    let (over, rest) = if futures < all {
        let kind = way(PartKind::NotSplit);
        let (first, all) = (n(futures), n(all));
        say! {
            en: (
                format!("the first {first} of the {all} futures"),
                format!("; what the other futures add to the difference stands as *{kind}*"),
            ),
            vi: (
                format!("{first} lượt đầu trong {all} lượt mô phỏng"),
                format!("; phần chênh lệch do các lượt còn lại ghi ở mục *{kind}*"),
            ),
        }
    } else {
        let over = say! {
            en: format!("the same {} futures", n(all)),
            vi: format!("cùng {} lượt mô phỏng", n(all)),
        };
        (over, String::new())
    };
    say! {
        en: format!(
            "The change is split over the decisions: each has what it adds on average over all orders in which they could \
             be taken (Shapley values), on {over}. {how}. The parts add up to the difference of the comparison{rest}."
        ),
        vi: format!(
            "Thay đổi được tách theo từng giải pháp: đóng góp của mỗi giải pháp là phần tăng thêm bình quân theo mọi thứ tự \
             thực hiện có thể có (giá trị Shapley), tính trên {over}. {how}. Tổng các đóng góp bằng chênh lệch của so sánh{rest}."
        ),
    }
}
/// In which way a decision differs, in tables.
pub fn part_kind(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Added => "added",
        PartKind::Removed => "removed",
        PartKind::Changed => "changed",
        PartKind::Settings => "assumptions and switches",
        PartKind::NotSplit => "not split (sampling)",
    }
}
/// The same as it is read.
pub fn way(kind: PartKind) -> &'static str {
    let vi = match kind {
        PartKind::Added => "thêm mới",
        PartKind::Removed => "bỏ",
        PartKind::Changed => "thay đổi",
        PartKind::Settings => "giả định và thiết lập",
        PartKind::NotSplit => "chưa tách (do lấy mẫu)",
    };
    say!(en: part_kind(kind), vi: vi)
}
/// A part as printed.
pub fn part(id: &str, kind: PartKind) -> String {
    match kind {
        PartKind::Settings | PartKind::NotSplit => way(kind).to_owned(),
        other => format!("{id} ({})", way(other)),
    }
}
/// The name of an option's cost, the same wherever it is shown: all payers, all simulated years,
/// constant prices.
pub fn option_cost(last: Year) -> String {
    say! {
        en: format!("Cost of all payers to the end of {last}, constant prices"),
        vi: format!("Chi phí của tất cả các nguồn đến hết năm {last}, giá so sánh"),
    }
}
/// Heading of the pictures.
#[cfg(any(test, feature = "internals"))]
pub const PICTURES: Said = Said::new("Pictures", "Hình minh họa");
/// Heading of the methods.
pub const METHODS: Said = Said::new("How to read the numbers", "Cách đọc số liệu");
/// How the numbers are made.
pub fn methods(largest_cut: Option<(f64, f64)>) -> Vec<String> {
    let mut all = say! {
        en: vec![
            "**Difference of a mean**: mean over the futures of option minus reference; interval by normal theory on these differences.".to_owned(),
            "**Difference of a chance**: futures that meet the target only in the option minus those that meet it only in the reference, over all futures; interval of Bonett and Price (2012) for paired shares.".to_owned(),
            "**Beds** are compared as built: options move the official count by their built beds times the share that shows in it, in every future, so it would tell nothing more; what will be reported stands in each option's own run. Chances of provinces leave out the error of what is published, which is the same in every option; a run alone has it.".to_owned(),
            "**Helped, harmed, unchanged**: futures in which the option does better, worse or exactly the same; single numbers are kept to seven digits.".to_owned(),
            "**Cannot tell; so many would tell**: the number of futures at which a true difference of the size seen would be told from zero in 4 of 5 studies.".to_owned(),
            "**Cost of one**: mean additional cost over mean gain of the same futures; interval of Fieller (1954). Intervals are never added.".to_owned(),
        ],
        vi: methods_vi(),
    };
    if let Some((low, high)) = largest_cut {
        let is_one = trimmed(low, 0) == trimmed(high, 0);
        let (low, high) = (short(low), short(high));
        all.push(say! {
            en: format!(
                "**Matched futures**: for what each option is for, the variance of the difference is {} times smaller than with different luck.",
                if is_one { low } else { format!("{low} to {high}") }
            ),
            vi: format!(
                "**Ghép cặp lượt mô phỏng**: với chỉ số mà mỗi phương án hướng tới, phương sai của chênh lệch nhỏ hơn {} lần so với khi dùng các bộ số ngẫu nhiên khác nhau.",
                if is_one { low } else { format!("từ {low} đến {high}") }
            ),
        });
    }
    all
}

fn methods_vi() -> Vec<String> {
    [
        "**Chênh lệch của giá trị trung bình**: trung bình của phương án trừ phương án đối chứng qua các lượt mô phỏng; khoảng tin cậy tính theo phân phối chuẩn của các chênh lệch này.",
        "**Chênh lệch của xác suất**: số lượt chỉ có phương án đạt chỉ tiêu trừ số lượt chỉ có phương án đối chứng đạt, chia cho tổng số lượt; khoảng tin cậy theo Bonett và Price (2012) cho tỷ lệ ghép cặp.",
        "**Số giường** được so sánh theo giường thực kê: các phương án làm thay đổi số liệu công bố bằng số giường thực kê nhân với tỷ lệ được phản ánh trong số liệu đó, ở mọi lượt mô phỏng, nên so sánh số công bố không cho biết gì thêm; số liệu sẽ được báo cáo nêu ở kết quả chạy riêng của từng phương án. Xác suất của các tỉnh, thành phố chưa tính sai số của số liệu công bố, vốn như nhau ở mọi phương án; kết quả chạy riêng có tính.",
        "**Có lợi, bất lợi, không đổi**: số lượt mô phỏng mà phương án cho kết quả tốt hơn, kém hơn hoặc đúng bằng; số liệu của từng lượt được giữ bảy chữ số.",
        "**Chưa kết luận được; cần bao nhiêu lượt**: số lượt mô phỏng để một chênh lệch thật có độ lớn như quan sát được phân biệt với số 0 trong 4 trên 5 lần nghiên cứu.",
        "**Chi phí cho một đơn vị**: chi phí tăng thêm bình quân chia cho kết quả tăng thêm bình quân của cùng các lượt mô phỏng; khoảng tin cậy theo Fieller (1954). Không cộng các khoảng tin cậy với nhau.",
    ]
    .map(String::from)
    .to_vec()
}
/// Heading of the files.
pub const FILES: Said = Said::new("Files", "Các tệp kèm theo");
/// The workbook.
pub const FILES_WORKBOOK: Said = Said::new(
    "`summary.xlsx`: options side by side, costs with live sums, what a gain costs and who gains, as a workbook to print and to work on",
    "`summary.xlsx`: so sánh các phương án, chi phí với tổng tự tính, chi phí cho mỗi kết quả tăng thêm và địa phương được hưởng lợi; bảng tính để in và làm việc",
);
/// What lies beside the page.
pub const FILES_LIST: [Said; 2] = [
    Said::new(
        "`comparison.json`: all of it, for programs",
        "`comparison.json`: toàn bộ kết quả, dùng cho chương trình máy tính",
    ),
    Said::new(
        "`options/`: every scenario as it was lived, defaults written out",
        "`options/`: từng kịch bản đúng như khi chạy, ghi đủ các giá trị mặc định",
    ),
];

/// What is gained, in words.
pub fn gain(c: &Comparison, gain: &Gain) -> String {
    match gain {
        Gain::Point(id) => {
            let question = c.questions.iter().find(|q| q.id == *id);
            let claim = question.map_or(id.clone(), |q| self::question(c, q));
            say! {
                en: format!("one point of the chance of {claim}"),
                vi: format!("mỗi điểm phần trăm tăng thêm của khả năng đạt {claim}"),
            }
        }
        Gain::Head(plural) => say! {
            en: format!("one more of the {plural} at the end of {}", c.year),
            vi: format!("mỗi {} tăng thêm, cuối năm {}", report::things_in_vietnamese(plural), c.year),
        },
        Gain::Bed => say! {
            en: format!("one more hospital bed at the end of {}", c.year),
            vi: format!("mỗi giường bệnh tăng thêm, cuối năm {}", c.year),
        },
        Gain::BedDayAtHome => say! {
            en: format!("one more bed-day treated at home in {}", c.year),
            vi: format!("mỗi ngày điều trị nội trú tại tỉnh tăng thêm, năm {}", c.year),
        },
    }
}
/// What is gained, in tables.
pub fn gain_in_tables(gain: &Gain) -> String {
    match gain {
        Gain::Point(id) => format!("point:{id}"),
        Gain::Head(plural) => format!("head:{plural}"),
        Gain::Bed => "bed".to_owned(),
        Gain::BedDayAtHome => "bed_day_at_home".to_owned(),
    }
}
/// Whose costs, in words.
pub fn payers(payers: Payers) -> &'static str {
    match payers {
        Payers::All => say!(en: "all payers", vi: "tất cả các nguồn"),
        Payers::Budgets => say! {
            en: "central and provincial budgets",
            vi: "ngân sách trung ương và địa phương",
        },
    }
}
/// Whose costs, in tables.
pub fn payers_in_tables(payers: Payers) -> &'static str {
    match payers {
        Payers::All => "all",
        Payers::Budgets => "budgets",
    }
}
/// The cost of one unit of gain; below a tenth of the currency's unit it is told for a million units.
pub fn price(price: Mean, currency: &str) -> String {
    const MANY: f64 = 1e6;
    if price.value != 0.0 && price.value.abs() < 0.01 {
        let told = amount(Mean {
            value: price.value * MANY,
            low: price.low * MANY,
            high: price.high * MANY,
        });
        say! {
            en: format!("{} {currency} a million", told.with_interval()),
            vi: format!("{} cho một triệu đơn vị", told.in_unit(currency)),
        }
    } else {
        let told = amount(price);
        say! {
            en: format!("{} {currency}", told.with_interval()),
            vi: told.in_unit(currency),
        }
    }
}

/// The discount rate of a file that states none.
pub const BASES_RATE: Said = Said::new("that of the base", "theo bộ số liệu gốc");

/// What the options of a comparison share.
#[derive(Clone, Copy)]
pub enum Shared {
    /// The base, to the bit.
    Base,
    /// The seed.
    Seed,
    /// The years lived.
    Years,
    /// The futures lived.
    Futures,
    /// The layers of randomness.
    Uncertainty,
    /// How the assumptions are laid out.
    Sampling,
    /// The discount rate.
    DiscountRate,
}

/// Options that do not share what a comparison needs.
pub fn not_shared(what: Shared, one: (&str, &str), other: (&str, &str)) -> String {
    let (head, help) = say!(en: apart_en(what), vi: apart_vi(what));
    let word = say!(en: "help", vi: "gợi ý");
    format!(
        "{head}\n  {}: {}\n  {}: {}\n  {word}: {help}",
        one.0, one.1, other.0, other.1
    )
}

fn apart_en(what: Shared) -> (&'static str, &'static str) {
    match what {
        Shared::Base => (
            "options can only be compared on one base",
            "write the same `base` in both files, or give --base DIR for all of them; a finished run keeps its own",
        ),
        Shared::Seed => (
            "options can only be compared on one seed",
            "write the same `seed` in both files, or give --seed N for all of them; a finished run keeps its own",
        ),
        Shared::Years => (
            "options can only be compared on one span of years",
            "write the same `years` in both files",
        ),
        Shared::Futures => (
            "options can only be compared on one number of futures",
            "write the same `replicates` in both files, or give --replicates N for all of them; a finished run keeps its own",
        ),
        Shared::Uncertainty => (
            "options can only be compared on one kind of uncertainty",
            "write the same `uncertainty` in both files",
        ),
        Shared::Sampling => (
            "options can only be compared on one layout of the assumptions",
            "write the same `sampling` in both files",
        ),
        Shared::DiscountRate => (
            "options can only be compared on one discount rate",
            "write the same `discount_rate` in both files",
        ),
    }
}

fn apart_vi(what: Shared) -> (&'static str, &'static str) {
    match what {
        Shared::Base => (
            "chỉ so sánh được các phương án trên cùng một bộ số liệu gốc",
            "ghi cùng `base` trong cả hai tệp, hoặc dùng --base DIR cho tất cả; kết quả đã chạy giữ nguyên bộ số liệu của mình",
        ),
        Shared::Seed => (
            "chỉ so sánh được các phương án trên cùng một hạt giống",
            "ghi cùng `seed` trong cả hai tệp, hoặc dùng --seed N cho tất cả; kết quả đã chạy giữ nguyên hạt giống của mình",
        ),
        Shared::Years => (
            "chỉ so sánh được các phương án trên cùng một giai đoạn",
            "ghi cùng `years` trong cả hai tệp",
        ),
        Shared::Futures => (
            "chỉ so sánh được các phương án trên cùng số lượt mô phỏng",
            "ghi cùng `replicates` trong cả hai tệp, hoặc dùng --replicates N cho tất cả; kết quả đã chạy giữ nguyên số lượt của mình",
        ),
        Shared::Uncertainty => (
            "chỉ so sánh được các phương án có cùng lựa chọn `uncertainty`",
            "ghi cùng `uncertainty` trong cả hai tệp",
        ),
        Shared::Sampling => (
            "chỉ so sánh được các phương án trên cùng một cách phân bố giá trị giả định",
            "ghi cùng `sampling` trong cả hai tệp",
        ),
        Shared::DiscountRate => (
            "chỉ so sánh được các phương án trên cùng một tỷ lệ chiết khấu",
            "ghi cùng `discount_rate` trong cả hai tệp",
        ),
    }
}
/// Too few options.
pub const TOO_FEW: Said = Said::new(
    "a comparison needs at least two options\n  help: carecast compare baseline my-plan.ron",
    "cần ít nhất hai phương án để so sánh\n  gợi ý: carecast compare baseline my-plan.ron",
);
/// Too many options.
pub fn too_many(most: usize) -> String {
    say! {
        en: format!(
            "at most {most} options can be compared at once\n  help: leave some out, or compare them in groups with one --reference"
        ),
        vi: format!(
            "mỗi lần so sánh được tối đa {most} phương án\n  gợi ý: bớt phương án, hoặc so sánh theo nhóm với cùng một --reference"
        ),
    }
}
/// The reference is not among the options.
pub fn no_such_reference(word: &str, help: &str) -> String {
    say! {
        en: format!("--reference {word} is none of the options\n  help: {help}"),
        vi: format!("--reference {word} không phải là phương án nào trong số đã nêu\n  gợi ý: {help}"),
    }
}
/// The options that can be the reference.
pub fn references(names: &[&str]) -> String {
    let names = names.join(", ");
    say! {
        en: format!("the options are: {names}"),
        vi: format!("các phương án gồm: {names}"),
    }
}
/// Said before the first future is lived.
pub fn setting_out(
    options: usize,
    reference: &str,
    futures: u32,
    first: Year,
    last: Year,
) -> String {
    let (options, futures) = (self::options(options), grouped(f64::from(futures)));
    say! {
        en: format!(
            "comparing {options} against {reference}: {futures} futures of each, {first} to {last}"
        ),
        vi: format!(
            "đang so sánh {options} với {reference}: {futures} lượt mô phỏng mỗi phương án, từ năm {first} đến năm {last}"
        ),
    }
}
/// Name of a comparison's progress.
pub const NAME: &str = "compare";
/// Said while tables and pictures are made.
pub const WRITING: Said = Said::new(
    "compare: writing tables, pictures and report",
    "compare: đang ghi bảng, hình và báo cáo",
);
/// What is left where a comparison ended early.
pub const NOTHING_WRITTEN: Said = Said::new(
    "Nothing of this comparison was written; what an earlier one left there is as it was.",
    "Chưa ghi gì của lần so sánh này; kết quả của lần trước, nếu có, vẫn giữ nguyên.",
);
/// How a comparison went.
pub fn went(c: &Comparison, files: usize, writing: f64, page: &str) -> String {
    let s = &c.statistics;
    let speed = (s.futures + s.attribution_futures) as f64 / s.seconds.max(1e-9);
    let besides = match s.attribution_futures {
        0 => String::new(),
        n => {
            let more = grouped(n as f64);
            say! {
                en: format!(" and {more} more to split changes over decisions"),
                vi: format!(" và thêm {more} lượt để tách đóng góp từng giải pháp"),
            }
        }
    };
    let [seconds, writing] = [s.seconds, writing].map(super::command::duration);
    let (futures, speed, threads) = (grouped(s.futures as f64), grouped(speed), s.threads);
    say! {
        en: format!(
            "{futures} futures{besides} in {seconds} ({speed} a second, {threads} threads)\n{files} files in {writing}; start with {page}"
        ),
        vi: format!(
            "{futures} lượt mô phỏng{besides}, trong {seconds} ({speed} lượt mỗi giây, {threads} luồng)\n{files} tệp trong {writing}; mở trước: {page}"
        ),
    }
}

/// A scenario the program carries, as a place; it stands in the data of a comparison, in English.
pub fn built_in(name: &str) -> String {
    [crate::messages::file::BUILT_IN, name].concat()
}

/// A run folder that is asked for other futures than it holds.
pub fn as_it_was_lived(folder: &str, flag: &str, scenario: &str) -> String {
    say! {
        en: format!(
            "the run in {folder} is compared as it was lived, and {flag} asks for other futures\n  help: leave {flag} out, or give the scenario: {scenario}"
        ),
        vi: format!(
            "kết quả chạy trong {folder} được so sánh đúng như đã chạy, còn {flag} yêu cầu các lượt mô phỏng khác\n  gợi ý: bỏ {flag}, hoặc nêu kịch bản: {scenario}"
        ),
    }
}

/// A run folder whose base has changed.
pub fn base_of_run_changed(folder: &str, then: &str, now: &str) -> String {
    let cut = |digest: &str| digest.chars().take(12).collect::<String>();
    let (then, now) = (cut(then), cut(now));
    say! {
        en: format!(
            "the base of the run in {folder} has changed since\n  sha-256 then: {then}\n  sha-256 now:  {now}\n  help: run the scenario again with `carecast run`, or compare the scenario files"
        ),
        vi: format!(
            "bộ số liệu gốc của kết quả chạy trong {folder} đã thay đổi\n  sha-256 trước: {then}\n  sha-256 nay:   {now}\n  gợi ý: chạy lại kịch bản bằng `carecast run`, hoặc so sánh các tệp kịch bản"
        ),
    }
}

/// The title of an indicator; its id where it is not among those compared.
pub fn indicator<'a>(indicators: &'a [IndicatorInfo], id: &'a str) -> &'a str {
    indicators
        .iter()
        .find(|i| i.id == id)
        .map_or(id, |i| i.title.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_futures_is_told_to_two_figures_upwards() {
        assert_eq!(many(23_456), "about 24,000");
        assert_eq!(many(7), "about 7");
        assert_eq!(many(u64::MAX), "more than 100 million");
    }
}
