//! What is said of guesses: which of them matter, and what the futures that miss a target have in common.

pub use super::command::written;
use super::data;
use super::number::{self, grouped, short, trimmed};
use super::report::{sure, upper_first};
use crate::results::Probability;
use crate::results::guesses::{Condition, Guess, InBox, Index, Missed, OfTarget};
use crate::results::summary::probability;
use crate::said::{Said, say};

/// Columns in groups of rows that cannot be put together.
#[cfg(feature = "parquet")]
pub const SEVERAL_GROUPS: Said = Said::new(
    "its rows lie in several groups",
    "các hàng nằm trong nhiều nhóm",
);
/// A column of a kind that is never written there.
#[cfg(feature = "parquet")]
pub const OTHER_COLUMN: Said = Said::new(
    "a column holds what no table of draws holds",
    "có cột chứa dữ liệu không thuộc bảng giá trị ngẫu nhiên",
);
/// A build that reads no columns.
#[cfg(not(feature = "parquet"))]
pub const NO_COLUMNS: Said = Said::new(
    "this program was built without Parquet and cannot read assumptions.parquet\n  help: build it with the feature `parquet`, which is on unless it is left out",
    "chương trình được biên dịch không có Parquet nên không đọc được assumptions.parquet\n  gợi ý: biên dịch lại với tính năng `parquet`, tính năng này có sẵn nếu không bị tắt",
);

/// A folder whose draws were not kept.
#[cfg(feature = "parquet")]
pub fn no_draws(folder: &str) -> String {
    say! {
        en: format!(
            "{folder} holds no draws (assumptions.parquet)\n  help: live it again with `--draws 10000`, which is what a run keeps unless told otherwise"
        ),
        vi: format!("{folder} không có bảng giá trị ngẫu nhiên (assumptions.parquet)\n  gợi ý: chạy lại với `--draws 10000`, là số được giữ nếu không chọn khác"),
    }
}

/// A folder that holds something else than a run.
pub fn not_a_run(folder: &str, verb: &str) -> String {
    say! {
        en: format!(
            "{folder} is not the folder of one scenario's run\n  help: give that of a run: carecast {verb} out/baseline"
        ),
        vi: format!("{folder} không phải là thư mục kết quả chạy một kịch bản\n  gợi ý: chỉ thư mục của một lần chạy: carecast {verb} out/baseline"),
    }
}

/// What was made of a finished run is not lived.
pub fn made_of_draws(folder: &str) -> String {
    say! {
        en: format!(
            "{folder} was read off the draws of finished results and holds no futures of its own\n  help: give the folder that its manifest names under `from`"
        ),
        vi: format!("{folder} được đọc từ các giá trị ngẫu nhiên của kết quả đã có, không có lượt mô phỏng riêng\n  gợi ý: chỉ thư mục ghi tại `from` trong manifest của thư mục này"),
    }
}

/// A target that has no answer in the draws.
pub fn no_such_target(id: &str, known: &[&str]) -> String {
    let all: Vec<String> = known.iter().map(|id| format!("    {id}")).collect();
    say! {
        en: format!(
            "no target \"{id}\" is asked there\n  help: these are:\n{}",
            all.join("\n")
        ),
        vi: format!("ở đó không có chỉ tiêu nào mang mã \"{id}\"\n  gợi ý: các chỉ tiêu hiện có:\n{}", all.join("\n")),
    }
}

/// Where nothing can be told at all.
pub const TOO_FEW: Said = Said::new(
    "Nothing can be told: fewer than 100 futures were lived, no assumption is drawn, or no headline target has an answer. A run of 4,000 futures or more tells most.",
    "Chưa kết luận được gì: số lượt mô phỏng dưới 100, không có giả định nào được lấy ngẫu nhiên, hoặc không có chỉ tiêu chủ yếu nào có kết quả. Nên chạy từ 4.000 lượt mô phỏng trở lên.",
);

/// An amount of an assumption in its unit, which comes in English: `84%`, `2.5% a year`,
/// `3.4 billion VND per bed`.
pub fn amount(unit: &str, value: f64) -> String {
    let percent = || {
        let size = (value * 100.0).abs();
        let places = match size {
            s if s < 1.0 => 2,
            s if s < 10.0 => 1,
            _ => 0,
        };
        format!("{}%", trimmed(value * 100.0, places))
    };
    let rate = value.abs() < 1.0;
    match unit {
        "share" | "fraction" | "probability" => percent(),
        "share of pay" => {
            say!(en: format!("{} of pay", percent()), vi: format!("{} tiền lương", percent()))
        }
        "per year" | "fraction per year" | "log growth per year" if rate => {
            say!(en: format!("{} a year", percent()), vi: format!("{} mỗi năm", percent()))
        }
        "per year of public beds" => say! {
            en: format!("{} of public beds a year", percent()),
            vi: format!("{} giường công lập mỗi năm", percent()),
        },
        "" | "none" | "ratio" | "relative" | "log" | "variant" => figure(value),
        "per year" => {
            say!(en: format!("{} a year", figure(value)), vi: format!("{} mỗi năm", figure(value)))
        }
        unit => format!("{} {}", figure(value), data::spoken(unit)),
    }
}

/// A number to three figures.
fn figure(value: f64) -> String {
    let size = value.abs();
    match size {
        s if s >= 1e4 => short(value),
        s if s >= 100.0 || s == 0.0 => grouped(value),
        s => trimmed(value, (2 - number::magnitude(s)).clamp(0, 6) as usize),
    }
}

/// A meaning without what explains it.
pub fn in_short(meaning: &str) -> &str {
    let end = meaning.find([':', ';']).unwrap_or(meaning.len());
    meaning[..end].trim()
}

/// A share of the spread with its interval: `19% (16 to 22)`.
pub fn index(index: &Index) -> String {
    match index.told {
        true => number::share_in([index.index, index.low, index.high]),
        false => CANNOT_TELL.to_owned(),
    }
}

fn places(percent: f64) -> usize {
    usize::from(percent < 9.95)
}

/// A share of the spread alone.
fn share(index: &Index) -> String {
    let value = index.index * 100.0;
    format!("{}%", trimmed(value, places(value)))
}

/// What cannot be told from luck.
pub const CANNOT_TELL: Said = Said::new("cannot tell", "chưa kết luận được");

/// The title of the page.
pub fn drivers_title(scenario: &str) -> String {
    say! {
        en: format!("Which guess matters: {scenario}"),
        vi: format!("Giả định nào ảnh hưởng nhiều: {scenario}"),
    }
}

/// What the page tells.
pub fn drivers_lead(futures: u32, tried: u32) -> String {
    say! {
        en: format!(
            "Read off the draws of {} futures that were lived already: nothing was lived anew. {} pairs of an assumption and a target it can reach were tried, so some differ by luck; what stands when at most 5 in 100 of all that are named may be false is told, and of the rest it is said that we cannot tell. An assumption that is tied to others speaks for them too.",
            grouped(futures.into()),
            grouped(tried.into())
        ),
        vi: format!("Đọc từ các giá trị ngẫu nhiên của {} lượt mô phỏng đã có, không chạy thêm. Đã xét {} cặp giả định và chỉ tiêu mà giả định có thể tác động, nên một số cặp khác nhau do ngẫu nhiên; chỉ nêu những cặp còn ý nghĩa khi cho phép nhiều nhất 5 trên 100 cặp được nêu là nêu nhầm do ngẫu nhiên, các cặp còn lại ghi là chưa kết luận được. Giả định có liên hệ với giả định khác thì phản ánh cả các giả định đó.", grouped(futures.into()), grouped(tried.into())),
    }
}

/// The way a target is told of.
pub fn of_way(way: &str) -> String {
    let way = data::spoken(way);
    say! {
        en: format!(
            "Told of the way *{way}*: no figure decides between the ways, and they have no weights."
        ),
        vi: format!("Tính theo hướng diễn biến *{way}*: không có số liệu để chọn giữa các hướng, và các hướng không có trọng số."),
    }
}

/// Which guess matters for a target, in one breath.
pub fn matters(of: &OfTarget) -> String {
    let told: Vec<&Guess> = of.guesses.iter().filter(|g| g.is_told()).collect();
    let Some(first) = told.first() else {
        return say! {
            en: format!(
                "of {} guesses tried none can be told from luck",
                of.guesses.len()
            ),
            vi: format!("trong {} giả định đã xét, không giả định nào phân biệt được với ngẫu nhiên", of.guesses.len()),
        };
    };
    let explains = |g: &Guess| g.value.filter(|i| i.told).map(|i| share(&i));
    let spread = explains(first).map(
        |share| say!(en: format!("{share} of the spread"), vi: format!("{share} độ phân tán")),
    );
    let chances = first.tornado.named.then(|| chances(first));
    let of_first: Vec<String> = spread.into_iter().chain(chances).collect();
    let then = told[1..].iter().take(2).map(|g| match explains(g) {
        Some(share) => format!("{} ({share})", in_short(&g.meaning)),
        None => in_short(&g.meaning).to_owned(),
    });
    let then: Vec<String> = then.collect();
    let then = match then.is_empty() {
        true => String::new(),
        false => say! {
            en: format!("; then {}", then.join(", ")),
            vi: format!("; tiếp theo là {}", then.join("; ")),
        },
    };
    say! {
        en: format!(
            "{} matters most: {}{then}. {} of {} guesses can be told from luck",
            in_short(&first.meaning),
            of_first.join(", "),
            told.len(),
            of.guesses.len()
        ),
        vi: format!("ảnh hưởng lớn nhất là {}: {}{then}. {} trong {} giả định phân biệt được với ngẫu nhiên", in_short(&first.meaning), of_first.join("; "), told.len(), of.guesses.len()),
    }
}

/// The chances between which a guess moves a target.
fn chances(g: &Guess) -> String {
    if g.ways.is_empty() {
        let [low, high] = g.ends().map(|p| number::chance(&p));
        return say! {
            en: format!("the chance is {low} in its lowest fifth and {high} in its highest"),
            vi: format!("xác suất đạt là {low} ở nhóm một phần năm thấp nhất và {high} ở nhóm cao nhất"),
        };
    }
    let each = g.ways.iter().map(|way| {
        let (chance, name) = (number::chance(&way.chance), data::spoken(&way.name));
        say! {
            en: format!("{chance} where it is *{name}*"),
            vi: format!("{chance} khi là *{name}*"),
        }
    });
    let each: Vec<String> = each.collect();
    say! {
        en: format!("the chance is {}", each.join(", ")),
        vi: format!("xác suất đạt là {}", each.join("; ")),
    }
}

/// What guesses explain together, and what one cannot say.
pub fn explained(of: &OfTarget) -> Option<String> {
    let sum = of.explained?;
    Some(match sum {
        s if s > 1.0 => say! {
            en: "One by one they explain all of the spread, and some of it twice: they are tied to one another.".to_owned(),
            vi: "Xét từng giả định, các giả định giải thích toàn bộ độ phân tán, một phần bị tính hai lần: các giả định có liên hệ với nhau.".to_owned(),
        },
        s => say! {
            en: format!(
                "One by one they explain {} of the spread of the indicator. The rest is luck from year to year, the error that the model is known to make, guesses that matter only together, and small ones: this cannot part them.",
                number::percent(s)
            ),
            vi: format!("Xét từng giả định, các giả định giải thích {} độ phân tán của chỉ số. Phần còn lại là biến động ngẫu nhiên hằng năm, sai số đã biết của mô hình, các giả định chỉ tác động khi đi cùng nhau và các giả định nhỏ: kết quả này không tách được các phần đó.", number::percent(s)),
        },
    })
}

/// Columns of the guesses of a target on its page.
pub const GUESS_COLUMNS: [(&str, Said); 8] = [
    ("assumption", Said::new("Guess", "Giả định")),
    ("grade", Said::new("Grade", "Mức tin cậy")),
    (
        "spread_share",
        Said::new(
            "Of the spread of the indicator (95%)",
            "Phần độ phân tán của chỉ số (95%)",
        ),
    ),
    (
        "met_share",
        Said::new(
            "Of whether it is met (95%)",
            "Phần của việc đạt hay không (95%)",
        ),
    ),
    ("low_fifth", Said::new("Lowest fifth", "Nhóm thấp nhất")),
    (
        "low_fifth_probability",
        Said::new("Chance there", "Xác suất ở nhóm"),
    ),
    ("high_fifth", Said::new("Highest fifth", "Nhóm cao nhất")),
    (
        "high_fifth_probability",
        Said::new("Chance there", "Xác suất ở nhóm"),
    ),
];

/// The lowest and the highest fifth of a guess; of a choice the ways in which the target is least and most
/// likely.
pub fn fifths(g: &Guess) -> [String; 2] {
    let unit = &g.unit.en;
    if let Some(ways) = g.extreme_ways() {
        return ways.map(|way| format!("*{}*", data::spoken(&way.name)));
    }
    match g.fifths {
        None => Default::default(),
        Some([low, high]) => [
            say! {
                en: format!("below {}", amount(unit, low)),
                vi: format!("dưới {}", amount(unit, low)),
            },
            say! {
                en: format!("from {}", amount(unit, high)),
                vi: format!("từ {}", amount(unit, high)),
            },
        ],
    }
}

/// How many others there are.
pub fn others(told: usize, shown: usize, untold: usize) -> String {
    let more = match told - shown {
        0 => String::new(),
        n => say! {
            en: format!("{n} more can be told and stand in `guesses.csv`. "),
            vi: format!("{n} giả định khác cũng phân biệt được, xem ở `guesses.csv`. "),
        },
    };
    say! {
        en: format!("{more}Of {untold} guesses we cannot tell that they matter at all."),
        vi: format!("{more}Với {untold} giả định, chưa kết luận được là có ảnh hưởng hay không."),
    }
}

/// Heading of the limits.
pub const LIMITS: Said = Said::new(
    "What this cannot say",
    "Những điều kết quả này không cho biết",
);
/// The limits.
pub const DRIVERS_LIMITS: &[Said] = &[
    Said::new(
        "A share of the spread is what one guess explains by itself (first order). What guesses do only together (pairs, totals) cannot be read off futures that were drawn for another purpose, beside the luck of every year: that takes a run in which guesses are exchanged while the luck is held: `carecast drivers FILE --design`.",
        "Phần độ phân tán là phần do riêng một giả định giải thích (bậc một). Tác động chỉ có khi các giả định đi cùng nhau (theo cặp, tổng cộng) không đọc được từ các lượt mô phỏng lấy ngẫu nhiên cho mục đích khác, lẫn với biến động ngẫu nhiên hằng năm: cần một lần chạy đổi các giả định trong khi giữ nguyên phần ngẫu nhiên: `carecast drivers FILE --design`.",
    ),
    Said::new(
        "The fifths are compared over all futures of the run, shares and ways over those whose draws were kept.",
        "Các nhóm một phần năm được so sánh trên mọi lượt mô phỏng; phần độ phân tán và hướng diễn biến tính trên các lượt có giữ giá trị ngẫu nhiên.",
    ),
    Said::new(
        "A guess that is held fixed, or that no system read in this run, is not among them; nor is what the model leaves out.",
        "Không gồm giả định được giữ cố định hoặc không được sử dụng trong lần chạy này, cũng như những điều mô hình không tính đến.",
    ),
    Said::new(
        "To matter is not to be wrong: a guess of grade E that explains much is where a survey or a register would help most.",
        "Ảnh hưởng lớn không có nghĩa là sai: giả định mức tin cậy E giải thích nhiều là nơi cần điều tra hoặc sổ đăng ký nhất.",
    ),
];

/// Title of the picture of a target.
pub fn tornado_title(of: &OfTarget) -> String {
    let told = of.guesses.iter().filter(|g| g.tornado.named);
    match told.max_by(|a, b| a.moves().total_cmp(&b.moves())) {
        Some(g) => {
            let [low, high] = g.ends().map(|p| number::chance(&p));
            say! {
                en: format!(
                    "{}: {low} to {high} by {}",
                    upper_first(&of.says),
                    in_short(&g.meaning)
                ),
                vi: format!("{}: từ {low} đến {high} tùy theo {}", upper_first(&of.says), in_short(&g.meaning)),
            }
        }
        None => say! {
            en: format!(
                "{}: no guess moves it that can be told from luck",
                upper_first(&of.says)
            ),
            vi: format!("{}: không giả định nào làm thay đổi rõ hơn mức ngẫu nhiên", upper_first(&of.says)),
        },
    }
}

/// The answer under it.
pub fn tornado_answer(of: &OfTarget) -> String {
    let way = of.way.as_deref().map(data::spoken);
    let way = way.map(|way| say!(en: format!(" In the way \"{way}\"."), vi: format!(" Theo hướng diễn biến “{way}”.")));
    say! {
        en: format!(
            "{} over all futures. Guesses that move the chance beyond luck: {} of {}.{}",
            upper_first(&sure(None, &of.chance)),
            of.guesses.iter().filter(|g| g.tornado.named).count(),
            of.guesses.len(),
            way.unwrap_or_default()
        ),
        vi: format!("{}, tính trên mọi lượt mô phỏng. Giả định làm thay đổi xác suất vượt mức ngẫu nhiên: {} trong {}.{}", upper_first(&sure(None, &of.chance)), of.guesses.iter().filter(|g| g.tornado.named).count(), of.guesses.len(), way.unwrap_or_default()),
    }
}

/// How the picture is to be read.
pub const TORNADO_NOTE: Said = Said::new(
    "A bar runs from the chance in the lowest fifth of a guess (ring) to that in its highest (disc), or between the ways of a choice; the dashed line is the chance over all futures. At the right: the share of the indicator's spread that the guess explains by itself.",
    "Thanh đi từ xác suất ở nhóm một phần năm thấp nhất của giả định (vòng tròn) đến nhóm cao nhất (chấm đặc), hoặc giữa các hướng của một lựa chọn; đường đứt nét là xác suất trên mọi lượt mô phỏng. Bên phải: phần độ phân tán của chỉ số do riêng giả định đó giải thích.",
);
/// Caption of the axis.
pub const CHANCE_AXIS: Said = Said::new("chance that the target is met", "xác suất đạt chỉ tiêu");
/// Head of the numbers at the right.
pub const OF_SPREAD: Said = Said::new("of spread", "phần phân tán");

/// Title of the page of misses.
pub fn misses_title(scenario: &str) -> String {
    say! {
        en: format!("What the futures that miss have in common: {scenario}"),
        vi: format!("Điểm chung của các lượt mô phỏng chưa đạt: {scenario}"),
    }
}

/// What the page tells.
pub fn misses_lead(futures: u32) -> String {
    say! {
        en: format!(
            "Read off the draws of {} futures that were lived already. Boxes of at most three conditions are sought on one half of them; a condition is named only where it holds again on the other half, and all numbers are counted there.",
            grouped(futures.into())
        ),
        vi: format!("Đọc từ các giá trị ngẫu nhiên của {} lượt mô phỏng đã có. Các nhóm có nhiều nhất ba điều kiện được tìm trên một nửa số lượt; điều kiện chỉ được nêu khi vẫn đúng trên nửa còn lại, và mọi con số tính trên nửa còn lại.", grouped(futures.into())),
    }
}

/// What holds in a box.
pub fn conditions(all: &[Condition]) -> String {
    let said: Vec<String> = all.iter().map(condition).collect();
    match said.as_slice() {
        [first @ .., last] if !first.is_empty() => say! {
            en: format!("{} and {last}", first.join(", ")),
            vi: format!("{}; {last}", first.join("; ")),
        },
        _ => said.join(""),
    }
}

/// A condition in words: `first-attempt pass share, doctors from 2027, is below 84%`.
pub fn condition(c: &Condition) -> String {
    let meaning = in_short(&c.meaning);
    let comma = if meaning.contains(", ") { "," } else { "" };
    let of = |v: f64| amount(&c.unit.en, v);
    match (c.from, c.below) {
        (Some(from), Some(below)) => {
            say! {
                en: format!("{meaning}{comma} lies from {} to {}", of(from), of(below)),
                vi: format!("{meaning}{comma} trong khoảng từ {} đến {}", of(from), of(below)),
            }
        }
        (Some(from), None) => say! {
            en: format!("{meaning}{comma} is {} or more", of(from)),
            vi: format!("{meaning}{comma} từ {} trở lên", of(from)),
        },
        (None, Some(below)) => say! {
            en: format!("{meaning}{comma} is below {}", of(below)),
            vi: format!("{meaning}{comma} dưới {}", of(below)),
        },
        (None, None) => {
            let ways = c.ways.iter().map(|way| format!("*{}*", data::spoken(way)));
            let ways: Vec<String> = ways.collect();
            say! {
                en: format!("{meaning}{comma} is {}", ways.join(" or ")),
                vi: format!("{meaning}{comma} là {}", ways.join(" hoặc ")),
            }
        }
    }
}

/// What the futures of a box have in common. `verb`: what they do: miss it, or meet it.
pub fn in_box(found: &InBox, nth: usize, verb: &str) -> String {
    // A box after the first is told of what those before it leave.
    let of_all = match nth {
        0 => found.hits_in_all,
        _ => found.hits_left,
    };
    let covered = probability(found.hits, of_all);
    let inside = probability(found.hits, found.inside);
    let left = probability(found.hits_left, found.left);
    let (of, all) = match nth {
        0 => ("", "all"),
        _ => ("Of those that are left, in ", "what is left"),
    };
    let begin = match nth {
        0 => format!("In {}", number::odds(&covered)),
        _ => format!("{of}{}", number::odds(&covered)),
    };
    say! {
        en: format!(
            "{begin} of the futures that {verb} ({}), {}. Where that holds, {} {verb} ({}), against {} of {all} ({}).",
            number::chance(&covered),
            conditions(&found.conditions),
            number::odds(&inside),
            number::chance(&inside),
            number::odds(&left),
            number::chance(&left)
        ),
        vi: in_box_vi(found, nth, verb, [covered, inside, left]),
    }
}

/// The same in Vietnamese; `chances`: held by the box, inside it, and of what was left.
fn in_box_vi(found: &InBox, nth: usize, verb: &str, chances: [Probability; 3]) -> String {
    let [covered, inside, left] = chances.map(|p| number::chance(&p));
    let conditions = conditions(&found.conditions);
    match nth {
        0 => format!(
            "{covered} số lượt {verb} có chung: {conditions}. Khi đó, xác suất {verb} là {inside}, so với {left} tính trên mọi lượt mô phỏng."
        ),
        _ => format!(
            "Trong các lượt {verb} còn lại, {covered} có chung: {conditions}. Khi đó, xác suất {verb} là {inside}, so với {left} tính trên các lượt còn lại."
        ),
    }
}

/// The verbs of a box.
pub const MISS: Said = Said::new("miss it", "chưa đạt");
/// The same of those that meet.
pub const MEET: Said = Said::new("meet it", "đạt");

/// Why no box is named.
pub fn no_box(m: &Missed) -> String {
    let hits = m.of - m.misses;
    let of = grouped(m.of.into());
    match (m.misses, hits) {
        (0, _) => say! {
            en: format!("None of {of} futures misses it."),
            vi: format!("Tất cả {of} lượt mô phỏng đều đạt."),
        },
        (_, 0) => say! {
            en: format!(
                "All {of} futures miss it: nothing within the ranges of what is assumed turns that."
            ),
            vi: format!("Tất cả {of} lượt mô phỏng đều chưa đạt: không có gì trong khoảng giá trị của các giả định làm thay đổi được kết quả đó."),
        },
        (misses, _) if misses < 40 => {
            say! {
                en: format!(
                    "Only {misses} of {of} futures miss it: too few to say what they have in common."
                ),
                vi: format!("Chỉ {misses} trong {of} lượt mô phỏng chưa đạt: quá ít để nêu điểm chung."),
            }
        }
        (_, hits) if hits < 40 => {
            say! {
                en: format!(
                    "All but {hits} of {of} futures miss it: nothing that was assumed sets these few apart."
                ),
                vi: format!("Chỉ {hits} trong {of} lượt mô phỏng đạt: không giả định nào phân biệt được số ít lượt này."),
            }
        }
        _ => say! {
            en: format!(
                "No box explains the misses: no three of {} guesses set them apart enough on futures that took no part in the search. Luck and many small things together decide.",
                m.tried
            ),
            vi: format!("Không nhóm điều kiện nào giải thích được các lượt chưa đạt: trong {} giả định, không có ba giả định nào phân biệt đủ rõ trên các lượt không dùng khi tìm. Kết quả do ngẫu nhiên và nhiều yếu tố nhỏ cùng quyết định.", m.tried),
        },
    }
}

/// The first sentence on a target: what misses, and by what.
pub fn missed(m: &Missed) -> String {
    let first = m.missing.first().map(|found| in_box(found, 0, &MISS));
    first
        .or_else(|| m.meeting.first().map(|found| in_box(found, 0, &MEET)))
        .unwrap_or_else(|| no_box(m))
}

/// Columns of the boxes on their page.
pub const BOX_COLUMNS: [(&str, Said); 6] = [
    ("conditions", Said::new("Where", "Điều kiện")),
    ("side", Said::new("The futures", "Các lượt")),
    (
        "coverage",
        Said::new("Of them inside (coverage)", "Trong nhóm (độ bao phủ)"),
    ),
    (
        "density",
        Said::new("Inside they are (density)", "Mật độ trong nhóm"),
    ),
    ("base", Said::new("Of what was left", "Trong phần còn lại")),
    ("inside", Said::new("Futures inside", "Số lượt trong nhóm")),
];

/// Which futures a box is of.
pub fn side(meets: bool) -> &'static str {
    match meets {
        true => say!(en: "meet it", vi: "đạt"),
        false => say!(en: "miss it", vi: "chưa đạt"),
    }
}

/// The limits of boxes.
pub const MISSES_LIMITS: &[Said] = &[
    Said::new(
        "A box says what goes together in these futures, not that one thing alone brings the miss about; what it leaves out may matter less, or everywhere alike.",
        "Nhóm điều kiện cho biết những gì đi cùng nhau trong các lượt mô phỏng này, không có nghĩa là riêng một điều kiện làm chỉ tiêu chưa đạt; những gì không nêu có thể ít ảnh hưởng hơn, hoặc ảnh hưởng như nhau ở mọi nơi.",
    ),
    Said::new(
        "A box is not named unless the odds of missing inside it are at least one and a half times those over all futures looked at.",
        "Không nêu nhóm điều kiện nếu tỷ số giữa số lượt chưa đạt và đạt trong nhóm chưa gấp ít nhất 1,5 lần tỷ số đó trên tất cả các lượt được xét.",
    ),
    Said::new(
        "Where one condition would do nearly as well as another that goes with it, one of the two is named.",
        "Khi một điều kiện gần như thay được điều kiện khác đi cùng, chỉ nêu một trong hai.",
    ),
];

/// Title of the picture of a target's boxes.
pub fn boxes_title(m: &Missed) -> String {
    let says = upper_first(&m.says);
    let first = m.missing.first().or(m.meeting.first());
    let verb = match m.missing.is_empty() {
        true => MEET,
        false => MISS,
    };
    let Some(found) = first else {
        return say! {
            en: format!("{says}: nothing sets the misses apart"),
            vi: format!("{says}: không có gì phân biệt được các lượt chưa đạt"),
        };
    };
    let share = number::chance(&probability(found.hits, found.hits_in_all));
    let shares = match found.conditions.len() {
        1 => say!(en: "one condition".to_owned(), vi: "một điều kiện".to_owned()),
        many => say!(en: format!("{many} conditions"), vi: format!("{many} điều kiện")),
    };
    say! {
        en: format!("{says}: {share} of the futures that {verb} share {shares}"),
        vi: format!("{says}: {share} số lượt {verb} có chung {shares}"),
    }
}

/// How the picture of boxes is to be read.
pub const BOXES_NOTE: Said = Said::new(
    "A bar runs from the share among the futures that no box above holds (ring) to that inside the box (disc); the dashed line is the share of all. At the right: the share inside, and how many of all such futures the box holds. Counted on futures that took no part in the search.",
    "Thanh đi từ tỷ trọng trong các lượt không thuộc nhóm điều kiện nào ở trên (vòng tròn) đến tỷ trọng trong nhóm (chấm đặc); đường đứt nét là tỷ trọng trên mọi lượt. Bên phải: tỷ trọng trong nhóm, và phần số lượt như vậy mà nhóm bao gồm. Tính trên các lượt không dùng khi tìm.",
);
/// Head of the numbers at the right.
pub const OF_BOXES: Said = Said::new("inside, held", "trong nhóm, bao gồm");

/// Caption of the axis of boxes.
pub fn boxes_axis(verb: &str) -> String {
    say!(en: format!("share of futures that {verb}"), vi: format!("tỷ trọng số lượt {verb}"))
}

/// A target with the way it is told of.
pub fn with_way(says: &str, way: Option<&str>) -> String {
    match way.map(data::spoken) {
        Some(way) => say! {
            en: format!("{} (way \"{way}\")", upper_first(says)),
            vi: format!("{} (hướng diễn biến “{way}”)", upper_first(says)),
        },
        None => upper_first(says),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_said_in_their_units() {
        for (unit, value, said) in [
            ("share", 0.84, "84%"),
            ("fraction", 0.025, "2.5%"),
            ("per year", 0.0056, "0.56% a year"),
            ("per year", 3.0, "3 a year"),
            ("billion VND per bed", 3.4, "3.4 billion VND per bed"),
            ("beds", 1_390.2, "1,390 beds"),
            ("ratio", 0.0421, "0.0421"),
            ("persons", 0.0, "0 persons"),
        ] {
            assert_eq!(amount(unit, value), said);
        }
    }

    #[test]
    fn conditions_read_as_a_sentence() {
        let number = |meaning: &str, from, below| Condition {
            assumption: String::new(),
            meaning: meaning.into(),
            unit: "share".into(),
            from,
            below,
            ways: Vec::new(),
            holds: 0.5,
        };
        let ways = Condition {
            ways: vec!["stopped".to_owned(), "pool".to_owned()],
            ..number(
                "how registration goes on: it has stopped, or not",
                None,
                None,
            )
        };
        let all = [
            number("pass share, doctors", None, Some(0.84)),
            number("posts filled", Some(0.1), Some(0.25)),
            ways,
        ];
        assert_eq!(
            conditions(&all),
            "pass share, doctors, is below 84%, posts filled lies from 10% to 25% and how registration goes on is *stopped* or *pool*"
        );
        assert_eq!(conditions(&all[..1]), "pass share, doctors, is below 84%");
    }
}
