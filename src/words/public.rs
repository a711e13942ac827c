//! The money a question is about: who spends how much to which year, and whether that is too much.

use super::compare::{amount, change};
use super::hindcast::and;
use super::number::{self, grouped};
use super::page::payer;
use super::report::{lower_first, often_in_per_cent, upper_first};
use crate::results::comparison::Mean;
use crate::results::public::{Counted, Held, PublicMoney};
use crate::said::{Said, say};
use crate::units::{Payer, PriceBasis, Year};

/// Heading of the money of a run, or of a comparison.
pub fn heading(counted: &Counted) -> String {
    let to = counted.to;
    match counted.is_public() {
        true => say! {
            en: format!("Public money to {to}"),
            vi: format!("Ngân sách nhà nước đến hết năm {to}"),
        },
        false => say! {
            en: format!("Money to {to}: {}", payers(counted)),
            vi: format!("Kinh phí đến hết năm {to}: {}", payers(counted)),
        },
    }
}

fn payers(counted: &Counted) -> String {
    let all: Vec<String> = counted.payers.iter().map(|p| name(*p)).collect();
    and(&all)
}

fn name(who: Payer) -> String {
    lower_first(payer(who))
}

/// Whose money it is: `public money`, or `money of ...`.
pub fn whose(counted: &Counted) -> String {
    match counted.is_public() {
        true => say!(en: "public money", vi: "ngân sách nhà nước").to_owned(),
        false => say! {
            en: format!("money of {}", payers(counted)),
            vi: format!("kinh phí của {}", payers(counted)),
        },
    }
}

/// When it is spent: `from 2026 to 2030`, `in 2030`.
fn when(counted: &Counted) -> String {
    let Counted { from, to, .. } = counted;
    match from == to {
        true => say!(en: format!("in {to}"), vi: format!("năm {to}")),
        false => say! {
            en: format!("from {from} to {to}"),
            vi: format!("từ năm {from} đến năm {to}"),
        },
    }
}

/// At which prices: `at the prices of 2025`.
pub fn prices(counted: &Counted, base: Year) -> String {
    match counted.prices {
        PriceBasis::Constant => say! {
            en: format!("at the prices of {base}"),
            vi: format!("theo giá năm {base}"),
        },
        PriceBasis::Nominal => {
            say!(en: "at the prices of each year", vi: "theo giá hiện hành").to_owned()
        }
    }
}

/// What the policies of a run spend.
pub fn of_run(m: &PublicMoney, currency: &str, base: Year) -> String {
    let counted = &m.counted;
    let parts = counted.payers.iter().filter(|p| m.of(**p) != 0.0);
    let parts = parts.map(|p| format!("{} {}", name(*p), grouped(m.of(*p))));
    let parts: Vec<String> = parts.collect();
    let parts = match parts.len() {
        0 | 1 => String::new(),
        _ => format!(": {}", parts.join(say!(en: ", ", vi: "; "))),
    };
    let [low, high] = m.range.map(grouped);
    let [spent, promised] = [m.spent.value, m.promised].map(grouped);
    let (whose, when, prices) = (whose(counted), when(counted), prices(counted, base));
    let beside = m.beside.map(|amount| {
        let amount = grouped(amount);
        say! {
            en: format!(" What others have decided and it builds on spends {amount} beside."),
            vi: format!(" Ngoài ra, các giải pháp do nơi khác đã quyết định mà kịch bản kế thừa chi {amount}."),
        }
    });
    let beside = beside.unwrap_or_default();
    say! {
        en: format!(
            "The decisions of this scenario spend {spent} {currency} of {whose} {when} {prices}{parts} (8 in 10 futures: {low} to {high}; promised: {promised}).{beside}"
        ),
        vi: format!(
            "Các giải pháp của kịch bản này chi {spent} {currency} {whose} {when}, {prices}{parts} (8 trên 10 lượt mô phỏng: từ {low} đến {high}; vốn cam kết: {promised}).{beside}"
        ),
    }
}

/// What the same payers spend in the place the question is about.
pub fn in_place(m: &PublicMoney, place: &str, amount: f64, currency: &str) -> String {
    let (amount, whose) = (grouped(amount), whose(&m.counted));
    say! {
        en: format!(
            "In {place} {amount} {currency} of {whose} are spent in these years, ordinary budgets included."
        ),
        vi: format!(
            "Tại {place}, trong các năm này chi {amount} {currency} {whose}, gồm cả ngân sách ngoài các giải pháp."
        ),
    }
}

/// How it stands to the ceiling.
pub fn held(m: &PublicMoney, held: &Held, currency: &str) -> String {
    let amount = format!("{} {currency}", grouped(held.amount));
    let risk = risk(held);
    let apart = grouped((m.spent.value - held.amount).abs());
    match m.is_over() {
        true => say! {
            en: format!("Over the ceiling of {amount} by {apart} in the mean; {risk}"),
            vi: format!("Vượt mức trần {amount}, bình quân vượt {apart}; {risk}"),
        },
        false => say! {
            en: format!("Within the ceiling of {amount}, {apart} left in the mean; {risk}"),
            vi: format!("Trong mức trần {amount}, bình quân còn lại {apart}; {risk}"),
        },
    }
}

/// How likely more is spent than may be.
fn risk(held: &Held) -> String {
    let over = often_in_per_cent(&held.over);
    say! {
        en: format!("chance of going over: {over}"),
        vi: format!("xác suất vượt mức trần: {over}"),
    }
}

/// What an option spends more than the reference, in the verdict on it.
pub fn more(m: &PublicMoney, currency: &str) -> String {
    let counted = &m.counted;
    let spent = m.spent;
    let what = format!("{} {}", whose(counted), when(counted));
    if spent.value == 0.0 && spent.low == spent.high {
        return say! {
            en: format!("spends as much {what}"),
            vi: format!("mức chi {what} không đổi"),
        };
    }
    if spent.low <= 0.0 && spent.high >= 0.0 {
        return say! {
            en: format!("spends neither clearly more nor less {what}"),
            vi: format!("mức chi {what} không khác biệt rõ rệt"),
        };
    }
    let told = amount(Mean {
        value: spent.value.abs(),
        ..spent
    });
    let is_more = spent.value > 0.0;
    let said = say! {
        en: {
            let way = if is_more { "more" } else { "less" };
            format!("spends {} {currency} {way} of {what}", told.value)
        },
        vi: {
            let way = if is_more { "chi thêm" } else { "chi ít hơn" };
            format!("{way} {} {currency} {what}", told.value)
        },
    };
    // What is offered and not spent is half of what an option decides.
    match m.promised - spent.value > 0.1 * m.promised.abs() {
        true => say! {
            en: format!("{said} (promised: {})", grouped(m.promised)),
            vi: format!("{said} (vốn cam kết: {})", grouped(m.promised)),
        },
        false => said,
    }
}

/// The same in few words, with how it stands to its ceiling.
pub fn more_in_short(m: &PublicMoney, currency: &str) -> String {
    let whose = whose(&m.counted);
    let spent = amount(m.spent).value;
    let sign = if m.spent.value > 0.0 { "+" } else { "" };
    let what = say! {
        en: format!("{sign}{spent} {currency} of {whose}"),
        vi: format!("{sign}{spent} {currency} {whose}"),
    };
    match (&m.ceiling, m.is_over()) {
        (Some(held), true) => {
            let over = number::chance(&held.over);
            say! {
                en: format!("over the ceiling ({over}): {what}"),
                vi: format!("vượt mức trần (xác suất {over}): {what}"),
            }
        }
        (Some(held), false) if held.over.value < 0.05 => say! {
            en: format!("{what}, within the ceiling"),
            vi: format!("{what}, trong mức trần"),
        },
        (Some(held), false) => {
            let over = number::chance(&held.over);
            say! {
                en: format!("{what}, within the ceiling (over in {over})"),
                vi: format!("{what}, trong mức trần (xác suất vượt {over})"),
            }
        }
        (None, _) => what,
    }
}

/// The same against a ceiling.
pub fn more_held(m: &PublicMoney, held: &Held, currency: &str) -> String {
    let amount = format!("{} {currency}", grouped(held.amount));
    let risk = risk(held);
    say! {
        en: {
            let way = if m.is_over() { "over" } else { "within" };
            format!("{way} the ceiling of {amount} ({risk})")
        },
        vi: {
            let way = if m.is_over() { "vượt" } else { "trong" };
            format!("{way} mức trần {amount} ({risk})")
        },
    }
}

/// What the table of a comparison's money is.
pub fn lead_of_comparison(counted: &Counted, currency: &str, base: Year) -> String {
    let (whose, when, prices) = (whose(counted), when(counted), prices(counted, base));
    say! {
        en: format!(
            "What each option spends of {whose} {when} more than the reference, in {currency} {prices}, all it brings about included; of the reference, what its own decisions spend. \
             *Promised* is what decisions offer, of which some is not disbursed or finds nothing to buy. What all payers spend to the last year stands further below."
        ),
        vi: format!(
            "Số chi {whose} tăng thêm của mỗi phương án so với phương án đối chứng {when}, tính bằng {currency} {prices}, gồm mọi khoản chi kéo theo; với phương án đối chứng là số chi cho các giải pháp của chính phương án đó. \
             *Vốn cam kết* là số vốn các giải pháp dành ra, trong đó một phần không giải ngân hết hoặc không có gì để chi. Số chi của tất cả các nguồn đến năm cuối nêu ở phần sau."
        ),
    }
}

/// What the table of a run's money is.
pub const LEAD_OF_RUN: Said = Said::new(
    "By payer and year, means over the futures:",
    "Theo nguồn chi trả và năm, trung bình của các lượt mô phỏng:",
);

/// First columns of a comparison's money; payers follow, then the last columns.
pub const OPTION: Said = Said::new("Option", "Phương án");
/// Last columns of a comparison's money.
pub const TOTALS: [Said; 4] = [
    Said::new("Together", "Tổng cộng"),
    Said::new("Promised", "Vốn cam kết"),
    Said::new("Ceiling", "Mức trần"),
    Said::new("Chance of going over", "Xác suất vượt trần"),
];
/// Columns of a run's money.
pub const YEAR: Said = Said::new("Year", "Năm");
/// Last columns of a run's money.
pub const TOGETHER: Said = Said::new("Together", "Tổng cộng");
/// The row of all years.
pub const ALL_YEARS: Said = Said::new("all years", "tổng các năm");
/// An amount with its prices.
pub fn at_prices(what: &str, prices: &str) -> String {
    format!("{what}, {prices}")
}

/// The range of 8 futures in 10.
pub fn eight_in_ten(low: &str, high: &str) -> String {
    say! {
        en: format!("8 in 10 futures: {low} to {high}"),
        vi: format!("8 trên 10 lượt mô phỏng: từ {low} đến {high}"),
    }
}

/// Said of what is over the ceiling in the mean.
pub const OVER: Said = Said::new("over the ceiling", "vượt mức trần");

/// Said where there is no ceiling.
pub const NONE: Said = Said::new("none", "không có");

/// The option that others are held against.
pub fn reference(name: &str) -> String {
    say! {
        en: format!("{name} (reference: its own decisions)"),
        vi: format!("{name} (đối chứng: các giải pháp của chính phương án)"),
    }
}

/// What an option spends in all, by everybody and to the last year, behind what the question is about.
pub fn all_payers(cost: &str) -> String {
    say! {
        en: format!("all payers together: {cost}"),
        vi: format!("tính tất cả các nguồn: {cost}"),
    }
}

/// Head of the money in the table of consequences.
pub fn beyond(counted: &Counted, currency: &str) -> String {
    let (whose, when) = (upper_first(&whose(counted)), when(counted));
    say! {
        en: format!("{whose} {when}, beyond the reference ({currency})"),
        vi: format!("{whose} {when}, tăng thêm so với đối chứng ({currency})"),
    }
}

/// The reference's own decisions there.
pub fn own_decisions(m: &PublicMoney) -> String {
    let spent = grouped(m.spent.value);
    say! {
        en: format!("its own decisions: {spent}"),
        vi: format!("các giải pháp của chính phương án: {spent}"),
    }
}

/// What an option spends more there; `usual` is what is counted of the reference.
pub fn more_in_a_cell(m: &PublicMoney, usual: &Counted) -> String {
    named(&change(m.spent, 1.0).value, &m.counted, usual)
}

/// A name or an amount, with what is counted of it where that is not as usual.
pub fn named(name: &str, counted: &Counted, usual: &Counted) -> String {
    match otherwise(counted, usual) {
        None => name.to_owned(),
        Some(what) => format!("{name} ({what})"),
    }
}

/// What is counted, where that is not as usual.
pub fn otherwise(counted: &Counted, usual: &Counted) -> Option<String> {
    if counted == usual {
        return None;
    }
    let prices = match (counted.prices == usual.prices, counted.prices) {
        (true, _) => "",
        (_, PriceBasis::Constant) => say!(en: ", constant prices", vi: ", giá so sánh"),
        (_, PriceBasis::Nominal) => say!(en: ", prices of each year", vi: ", giá hiện hành"),
    };
    Some(format!("{} {}{prices}", whose(counted), when(counted)))
}

/// Head of the ceiling in the table of consequences.
pub const CEILING: Said = Said::new(
    "Ceiling, and the chance of going over",
    "Mức trần và xác suất vượt",
);

/// The ceiling of an option there.
pub fn against_ceiling(m: &PublicMoney) -> String {
    match &m.ceiling {
        None => NONE.to_owned(),
        Some(held) => {
            let way = match m.is_over() {
                true => say!(en: "over", vi: "vượt"),
                false => say!(en: "within", vi: "trong"),
            };
            format!(
                "{way} {} ({})",
                grouped(held.amount),
                number::chance(&held.over)
            )
        }
    }
}

/// The ceiling and the chance of going over, in two cells.
pub fn ceiling_and_chance(m: &PublicMoney) -> [String; 2] {
    match &m.ceiling {
        None => [NONE.to_owned(), String::new()],
        Some(held) => [grouped(held.amount), often_in_per_cent(&held.over)],
    }
}
