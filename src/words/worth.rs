//! What is said of what knowing is worth.

use super::guesses::in_short;
use super::number::{self, grouped, odds, trimmed};
use super::report::{sure, upper_first};
use crate::lanes::whole_power;
use crate::results::summary::probability;
use crate::results::worth::{Known, KnownGuess, Measured, Money, OfQuestion, Worth};
use crate::said::{Said, say};

/// A folder that holds no choice.
pub fn no_choice(folder: &str) -> String {
    say! {
        en: format!(
            "{folder} is a run of one scenario: with one option there is nothing to choose, and knowing more changes nothing\n  help: compare it with another, `carecast compare {folder} satellite`, then `carecast decide worth out/compare`"
        ),
        vi: format!(
            "{folder} là kết quả chạy của một kịch bản: chỉ có một phương án thì không có gì để lựa chọn, biết thêm cũng không thay đổi gì\n  gợi ý: so sánh với một phương án khác, `carecast compare {folder} satellite`, rồi `carecast decide worth out/compare`"
        ),
    }
}

/// A folder of another kind.
pub fn not_a_comparison(folder: &str) -> String {
    say! {
        en: format!(
            "{folder} is no comparison\n  help: `carecast compare baseline satellite` makes one; then `carecast decide worth out/compare`"
        ),
        vi: format!(
            "{folder} không phải là kết quả so sánh\n  gợi ý: tạo kết quả so sánh bằng `carecast compare baseline satellite`, rồi `carecast decide worth out/compare`"
        ),
    }
}

/// A comparison whose draws were not kept.
#[cfg(feature = "parquet")]
pub fn no_draws(folder: &str) -> String {
    say! {
        en: format!(
            "{folder} holds no draws (assumptions.parquet): an older version made it\n  help: compare the options again; what they are lies in {folder}/options"
        ),
        vi: format!(
            "{folder} không có bảng giá trị ngẫu nhiên (assumptions.parquet): do phiên bản cũ tạo ra\n  gợi ý: so sánh lại các phương án; các phương án nằm trong {folder}/options"
        ),
    }
}

/// What all targets together are called.
pub fn together(many: usize) -> String {
    match many {
        1 => say!(en: "the target", vi: "chỉ tiêu được xét").to_owned(),
        many => say! {
            en: format!("all {many} targets of the question together"),
            vi: format!("đồng thời cả {many} chỉ tiêu được xét"),
        },
    }
}

/// Title of the page.
pub fn title(options: &[String]) -> String {
    let options = options.join(", ");
    say! {
        en: format!("What it is worth to know more before choosing: {options}"),
        vi: format!("Giá trị của thông tin trước khi lựa chọn: {options}"),
    }
}

/// What the page tells.
pub fn lead(w: &Worth) -> String {
    let (futures, tried) = (grouped(w.futures.into()), grouped(w.tried.into()));
    say! {
        en: format!(
            "Read off {futures} futures in which all options were lived alike. Without knowing more one chooses what is best in the mean; who knows a guess chooses what is best at its true value. {tried} guesses were tried; those that cannot be told from luck are worth nothing here."
        ),
        vi: format!(
            "Tính từ {futures} lượt mô phỏng chung cho mọi phương án. Khi chưa biết thêm, phương án được chọn là phương án tốt nhất tính bình quân; khi biết đúng một giả định, phương án được chọn là phương án tốt nhất theo giá trị thật của giả định đó. Đã xét {tried} giả định; giả định có ảnh hưởng không phân biệt được với ngẫu nhiên được coi là không có giá trị ở đây."
        ),
    }
}

/// Where no option changes anything.
pub const NOTHING: Said = Said::new(
    "No option clearly moves the chance of any target of the question: there is nothing by which knowing more could change the choice. `--target ID` asks one all the same.",
    "Không phương án nào làm thay đổi rõ rệt khả năng đạt chỉ tiêu nào được xét, nên biết thêm cũng không làm đổi lựa chọn. Dùng `--target ID` nếu vẫn muốn xét một chỉ tiêu.",
);

/// Points of chance: `3.2 points`.
pub fn points(value: f64) -> String {
    match value * 100.0 {
        v if v < 0.05 && v > 0.0 => {
            say!(en: "under 0.1 points", vi: "dưới 0,1 điểm phần trăm").to_owned()
        }
        v => say! {
            en: format!("{} points", trimmed(v, 1)),
            vi: format!("{} điểm phần trăm", trimmed(v, 1)),
        },
    }
}

/// Money: `900 billion VND`.
pub fn money(value: f64, currency: &str) -> String {
    let rounded = |v: f64| {
        let unit = whole_power(10f64, (number::magnitude(v) - 2).max(0));
        (v / unit).round() * unit
    };
    let figure = match value {
        v if v > 0.0 && v < 1.0 => say!(en: "under 1", vi: "dưới 1").to_owned(),
        v if v >= 100.0 => grouped(rounded(v)),
        v => trimmed(v, 0),
    };
    format!("{figure} {currency}")
}

/// A measure: how its amounts are said.
pub type Amount<'a> = &'a dyn Fn(f64) -> String;

/// In how many futures one would choose otherwise.
fn changes(known: &Known, futures: u32) -> String {
    let hits = (known.changes * f64::from(futures)).round() as u32;
    let often = probability(hits, futures);
    say! {
        en: format!("it would change the choice in {} futures", odds(&often)),
        vi: format!("lựa chọn sẽ thay đổi trong {} số lượt mô phỏng", number::chance(&often)),
    }
}

/// The guess that is most worth knowing.
fn first(guess: &KnownGuess, amount: Amount<'_>, w: &Worth) -> String {
    let survey = guess.survey.map(|known| {
        let (people, worth) = (grouped(w.people.into()), amount(known.value));
        say! {
            en: format!("; a survey of {people} people about it up to {worth}"),
            vi: format!("; khảo sát {people} người về giả định này có giá trị tối đa {worth}"),
        }
    });
    let survey = survey.unwrap_or_default();
    let (meaning, worth) = (in_short(&guess.meaning), amount(guess.known.value));
    let changes = changes(&guess.known, w.futures);
    say! {
        en: format!("knowing {meaning} is worth up to {worth}: {changes}{survey}"),
        vi: format!("biết đúng “{meaning}” có giá trị tối đa {worth}: {changes}{survey}"),
    }
}

/// What knowing is worth in one measure, in one breath.
pub fn measured(m: &Measured, amount: Amount<'_>, w: &Worth) -> String {
    if m.future.changes <= 0.0 {
        return say! {
            en: "Even who knew the whole future would choose the same",
            vi: "Dù biết trước toàn bộ diễn biến, lựa chọn vẫn không đổi",
        }
        .to_owned();
    }
    let (all, future) = (amount(m.all.value), amount(m.future.value));
    match m.guesses.first() {
        Some(guess) => {
            let first = upper_first(&first(guess, amount, w));
            say! {
                en: format!(
                    "{first}. All guesses together: up to {all}; the whole future, luck and all, which no study can tell: {future}"
                ),
                vi: format!(
                    "{first}. Biết đúng mọi giả định: tối đa {all}; biết trước toàn bộ diễn biến, kể cả yếu tố ngẫu nhiên mà không nghiên cứu nào cho biết được: {future}"
                ),
            }
        }
        None => say! {
            en: format!(
                "No guess by itself would change the choice. The whole future, luck and all, which no study can tell: {future}"
            ),
            vi: format!(
                "Không giả định riêng lẻ nào làm đổi lựa chọn. Biết trước toàn bộ diễn biến, kể cả yếu tố ngẫu nhiên mà không nghiên cứu nào cho biết được: {future}"
            ),
        },
    }
}

/// Head of what is said by chance alone.
pub fn by_chance(q: &OfQuestion, w: &Worth) -> String {
    let best = q.chance.best;
    let (option, chance) = (&w.options[best], &q.chances[best]);
    let measured = measured(&q.chance, &points, w);
    say! {
        en: format!(
            "By chance alone, whatever it costs, *{option}* is best: {}. {measured}.",
            sure(None, chance)
        ),
        vi: format!(
            "Chỉ xét khả năng đạt, không kể chi phí, *{option}* là phương án tốt nhất: xác suất {}. {measured}.",
            number::chance(chance)
        ),
    }
}

/// What meeting the question is taken to be worth.
pub fn value(m: &Money, w: &Worth) -> String {
    let amount = money(m.value, &w.currency);
    match m.tie {
        Some([a, b]) => {
            let (a, b) = (&w.options[a], &w.options[b]);
            say! {
                en: format!(
                    "if meeting it is worth {amount}, the value at which *{a}* and *{b}* tie and knowing is worth most (nobody has set it: grade E; `--value` sets another)"
                ),
                vi: format!(
                    "nếu việc đạt chỉ tiêu có giá trị {amount}, là mức mà tại đó *{a}* và *{b}* ngang nhau và thông tin có giá trị lớn nhất (chưa ai ấn định mức này: mức tin cậy E; dùng `--value` để đặt mức khác)"
                ),
            }
        }
        None => say! {
            en: format!("if meeting it is worth {amount}, as you say"),
            vi: format!("nếu việc đạt chỉ tiêu có giá trị {amount}, theo mức đã nêu"),
        },
    }
}

/// The same in money.
pub fn by_money(q: &OfQuestion, w: &Worth) -> String {
    let Some(m) = &q.money else {
        let best = &w.options[q.chance.best];
        return say! {
            en: format!(
                "In money: *{best}* is best or as good at every value of meeting it, so no two options tie; `--value` sets one."
            ),
            vi: format!(
                "Tính bằng tiền: *{best}* tốt nhất hoặc không kém phương án nào với mọi giá trị của việc đạt chỉ tiêu, nên không có hai phương án nào ngang nhau; dùng `--value` để đặt một giá trị."
            ),
        };
    };
    let amount = |v: f64| money(v, &w.currency);
    let value = value(m, w);
    let measured = lower(&measured(&m.measured, &amount, w));
    say! {
        en: format!("In money, {value}: {measured}."),
        vi: format!("Tính bằng tiền, {value}: {measured}."),
    }
}

fn lower(text: &str) -> String {
    super::report::lower_first(text)
}

/// Columns of the options on the page.
pub const OPTION_COLUMNS: [(&str, Said); 4] = [
    ("option", Said::new("Option", "Phương án")),
    ("chance", Said::new("Chance", "Xác suất")),
    (
        "cost",
        Said::new(
            "Public money beyond the reference",
            "Ngân sách nhà nước tăng thêm so với đối chứng",
        ),
    ),
    (
        "benefit",
        Said::new("Worth less cost", "Giá trị trừ chi phí"),
    ),
];

/// Columns of the guesses on the page.
pub const GUESS_COLUMNS: [(&str, Said); 6] = [
    ("guess", Said::new("To know", "Biết đúng giả định")),
    ("grade", Said::new("Grade", "Mức tin cậy")),
    ("worth", Said::new("Worth up to", "Giá trị tối đa")),
    (
        "error",
        Said::new("Give or take (1 sd)", "Sai số (1 độ lệch chuẩn)"),
    ),
    (
        "changes",
        Said::new("Changes the choice in", "Đổi lựa chọn trong"),
    ),
    (
        "survey",
        Said::new("A survey about it up to", "Khảo sát, tối đa"),
    ),
];

/// What a survey of a guess is worth.
pub fn survey(known: Option<&Known>, amount: Amount<'_>, nth: usize) -> String {
    match known {
        Some(known) => amount(known.value),
        None if nth < 5 => say!(en: "no share of people", vi: "không phải tỷ lệ người").to_owned(),
        None => String::new(),
    }
}

/// Rows that are no guess.
pub const ALL: Said = Said::new(
    "all guesses that can be told to matter, as far as their effects add up",
    "mọi giả định xác định được là có ảnh hưởng, trong phạm vi các tác động cộng dồn",
);
/// The whole future.
pub const FUTURE: Said = Said::new(
    "the whole future, with all its luck: no study tells it",
    "toàn bộ diễn biến, kể cả yếu tố ngẫu nhiên: không nghiên cứu nào cho biết được",
);

/// The limits.
pub fn limits(w: &Worth) -> Vec<String> {
    let people = grouped(w.people.into());
    let mut all = say! {
        en: vec![
            "Worth is to this choice between these options, made once: a guess that matters to the targets and moves no choice is worth nothing here.".to_owned(),
            format!("A survey asks {people} people, drawn at random and answering truly; it is told only of guesses that are shares of people who can be asked one by one (who passed, took up work, stayed). What it costs must be taken off."),
            "Money is public money beyond the reference to the year of the targets. What it is worth to meet the question is a judgement.".to_owned(),
            "Guesses that are tied to others speak for them too: their worths do not add up.".to_owned(),
        ],
        vi: vec![
            "Giá trị ở đây là giá trị đối với một lần lựa chọn giữa các phương án này: giả định có ảnh hưởng đến chỉ tiêu nhưng không làm đổi lựa chọn thì không có giá trị.".to_owned(),
            format!("Cuộc khảo sát hỏi {people} người, chọn ngẫu nhiên và trả lời đúng; chỉ nêu cho các giả định là tỷ lệ người có thể hỏi từng người (ai đã đạt, đã nhận việc, đã ở lại). Phải trừ đi chi phí khảo sát."),
            "Số tiền là ngân sách nhà nước tăng thêm so với phương án đối chứng đến năm của các chỉ tiêu. Giá trị của việc đạt chỉ tiêu là một nhận định.".to_owned(),
            "Giả định có liên quan đến giả định khác thì cũng đại diện cho các giả định đó: không cộng các giá trị với nhau.".to_owned(),
        ],
    };
    if held(w) {
        let bound = say! {
            en: "Some worths lay a little beyond their bound, by less than their error, and were held to it.",
            vi: "Một số giá trị hơi vượt giới hạn, ít hơn sai số của chúng, và đã được đưa về giới hạn.",
        };
        all.push(bound.to_owned());
    }
    all
}

fn held(w: &Worth) -> bool {
    let measures = w.questions.iter().flat_map(|q| {
        let money = q.money.as_ref().map(|m| &m.measured);
        std::iter::once(&q.chance).chain(money)
    });
    let of = |m: &Measured| {
        m.all.held
            || m.guesses
                .iter()
                .any(|g| g.known.held || g.survey.is_some_and(|s| s.held))
    };
    measures.into_iter().any(of)
}

/// Title of the picture of a question.
pub fn picture_title(q: &OfQuestion, m: &Measured, amount: Amount<'_>) -> String {
    let asked = upper_first(&q.says);
    match m.guesses.first() {
        Some(guess) => {
            let (meaning, worth) = (in_short(&guess.meaning), amount(guess.known.value));
            say! {
                en: format!("{asked}: to know {meaning} is worth up to {worth}"),
                vi: format!("{asked}: biết đúng “{meaning}” có giá trị tối đa {worth}"),
            }
        }
        None => say! {
            en: format!("{asked}: no guess by itself would change the choice"),
            vi: format!("{asked}: không giả định riêng lẻ nào làm đổi lựa chọn"),
        },
    }
}

/// The answer under it.
pub fn picture_answer(q: &OfQuestion, m: &Measured, amount: Amount<'_>, w: &Worth) -> String {
    let best = &w.options[m.best];
    let (all, future) = (amount(m.all.value), amount(m.future.value));
    let own = q.money.as_ref();
    let own = own.filter(|own| std::ptr::eq(&own.measured, m));
    let value = own
        .map(|own| format!(" {}.", upper_first(&value(own, w)).replace(['*', '`'], "")))
        .unwrap_or_default();
    say! {
        en: format!(
            "Best in the mean: {best}. All guesses together are worth up to {all}, the whole future {future}.{value}"
        ),
        vi: format!(
            "Tốt nhất tính bình quân: {best}. Biết đúng mọi giả định có giá trị tối đa {all}, biết trước toàn bộ diễn biến: {future}.{value}"
        ),
    }
}

/// How the picture is to be read.
pub const PICTURE_NOTE: Said = Said::new(
    "A bar is what knowing the guess would be worth to this choice, with its 95% interval; the diamond is what a survey about it would be, where it is a share of people. At the right: in how many futures one would then choose otherwise.",
    "Mỗi thanh là giá trị của việc biết đúng giả định đối với lựa chọn này, kèm khoảng tin cậy 95%; hình thoi là giá trị của một cuộc khảo sát về giả định đó, khi giả định là một tỷ lệ người. Bên phải: tỷ lệ lượt mô phỏng mà lựa chọn khi đó sẽ khác đi.",
);
/// Head of the numbers at the right.
pub const CHANGES: Said = Said::new("choice changes", "đổi lựa chọn");
/// Caption of the axis in chance.
pub const POINTS: Said = Said::new("points of chance", "điểm phần trăm xác suất");

/// A share of futures.
pub fn share(v: f64) -> String {
    number::percent(v)
}

/// Head of the guesses of a measure.
pub fn measure(value: Option<f64>, currency: &str) -> String {
    match value {
        None => say!(en: "By chance alone", vi: "Chỉ xét khả năng đạt").to_owned(),
        Some(value) => {
            let worth = money(value, currency);
            say! {
                en: format!("In money, where meeting it is worth {worth}"),
                vi: format!("Tính bằng tiền, khi việc đạt chỉ tiêu có giá trị {worth}"),
            }
        }
    }
}
