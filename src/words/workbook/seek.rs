//! What the workbook of a search says.

use super::{CHANCE, CURRENCY, Column, NO_UNIT, about, column};
use crate::results::seek::Seek;
use crate::said::{Said, say};
use crate::words::number::grouped;
use crate::words::seek as said;

/// Sheet of the goals: what opens first.
pub const GOALS: Said = Said::new("Answers", "Kết quả");
/// Its title.
pub const GOALS_TITLE: Said = Said::new(
    "What reaches what must hold, and at what price",
    "Giải pháp đạt mục tiêu đề ra và chi phí",
);
/// Sheet of the answers in figures.
pub const ANSWERS: Said = Said::new("Answers in figures", "Kết quả bằng số");
/// Sheet of the packages.
pub const PACKAGES: Said = Said::new("Packages", "Gói giải pháp");
/// Sheet of the frontier.
pub const FRONTIER: Said = Said::new("Frontier", "Đường biên hiệu quả");
/// Sheet of the levers.
pub const LEVERS: Said = Said::new("Levers", "Biện pháp");
/// The tables as sheets: name and title.
pub const SHEETS: [(Said, Said); 4] = [
    (
        ANSWERS,
        Said::new(
            "Every goal at every level, in figures",
            "Mọi mục tiêu ở mọi mức, bằng số",
        ),
    ),
    (
        PACKAGES,
        Said::new(
            "Every package that is told of",
            "Các gói giải pháp được nêu",
        ),
    ),
    (
        FRONTIER,
        Said::new("What more money buys", "Thêm kinh phí thì đạt thêm được gì"),
    ),
    (
        LEVERS,
        Said::new(
            "What each lever is to an answer, and what a step more of it does",
            "Vai trò của từng biện pháp và tác động khi tăng thêm một bậc",
        ),
    ),
];
/// Three decimals.
pub const THOUSANDTHS: &str = "0.000";

/// What a sheet shows.
pub fn about_seek(sheet: Said) -> Said {
    match sheet {
        GOALS => Said::new(
            "For each goal and level the cheapest package found that reaches it, or the best and what stops it",
            "Với từng mục tiêu và mức: gói giải pháp rẻ nhất đạt được, hoặc gói tốt nhất và điểm nghẽn",
        ),
        ANSWERS => said::ABOUT_ANSWERS,
        PACKAGES => said::ABOUT_PACKAGES,
        FRONTIER => said::ABOUT_FRONTIER,
        LEVERS => said::ABOUT_LEVERS,
        _ => about(sheet),
    }
}

/// Names of the facts about a search, in order.
pub const SEEK_FACTS: [Said; 10] = [
    Said::new("Scenario", "Kịch bản"),
    Said::new("Country", "Quốc gia"),
    Said::new("Years", "Kỳ mô phỏng"),
    Said::new("Money that counts", "Kinh phí được tính"),
    Said::new("Seed", "Hạt giống ngẫu nhiên"),
    Said::new("Money", "Đơn vị tiền"),
    Said::new("Base", "Bộ số liệu gốc"),
    Said::new("Fingerprint of the scenario", "Mã kiểm tra kịch bản"),
    Said::new("Fingerprint of the base", "Mã kiểm tra bộ số liệu gốc"),
    Said::new("Program", "Chương trình"),
];

/// Which search it is, in a line.
pub fn run_of_seek(title: &str, s: &Seek, base: &str) -> String {
    say! {
        en: format!(
            "{title}: {} of {} packages lived, {} futures in all, seed {}, base {base}",
            grouped(f64::from(s.effort.lived)),
            grouped(s.effort.packages as f64),
            grouped(s.effort.futures as f64),
            s.seed
        ),
        vi: format!(
            "{title}: đã mô phỏng {} trong {} gói giải pháp, tổng cộng {} lượt, hạt giống {}, bộ số liệu {base}",
            grouped(f64::from(s.effort.lived)),
            grouped(s.effort.packages as f64),
            grouped(s.effort.futures as f64),
            s.seed
        ),
    }
}

/// The goals.
pub const GOAL_COLUMNS: [Column; 9] = [
    column(
        Said::new("What must hold", "Mục tiêu phải đạt"),
        NO_UNIT,
        Said::new("the targets of the goal", "các chỉ tiêu của mục tiêu"),
    ),
    column(
        Said::new("At least", "Tối thiểu"),
        NO_UNIT,
        Said::new(
            "what its measure must reach",
            "mức mà thước đo của mục tiêu phải đạt",
        ),
    ),
    column(
        Said::new("Reached", "Đạt"),
        NO_UNIT,
        Said::new(
            "whether a package found reaches it on futures the search has not seen",
            "có gói giải pháp nào đạt trên các lượt mô phỏng mới, chưa dùng khi tìm kiếm, hay không",
        ),
    ),
    column(
        Said::new("Package", "Gói giải pháp"),
        NO_UNIT,
        Said::new(
            "the cheapest that does; where none does, the best within the ceiling",
            "gói rẻ nhất đạt được; nếu không gói nào đạt thì gói tốt nhất trong mức trần",
        ),
    ),
    column(
        Said::new("Cost", "Chi phí"),
        CURRENCY,
        Said::new(
            "mean over the futures of what it spends beyond nothing decided",
            "số chi tăng thêm so với không có giải pháp nào, bình quân của các lượt mô phỏng",
        ),
    ),
    column(
        Said::new("Chance", "Xác suất"),
        CHANCE,
        Said::new(
            "measure of the goal on fresh futures",
            "thước đo của mục tiêu trên các lượt mô phỏng mới",
        ),
    ),
    column(
        Said::new("At least (95%)", "Cận dưới (95%)"),
        CHANCE,
        Said::new(
            "lower end of the 95% interval of sampling",
            "cận dưới của khoảng tin cậy 95% do sai số mô phỏng",
        ),
    ),
    column(
        Said::new("At most (95%)", "Cận trên (95%)"),
        CHANCE,
        Said::new("upper end of it", "cận trên của khoảng đó"),
    ),
    column(
        Said::new("What stops it", "Điểm nghẽn"),
        NO_UNIT,
        Said::new(
            "why no package reaches it, where none does",
            "lý do không gói nào đạt, nếu không có gói nào đạt",
        ),
    ),
];
