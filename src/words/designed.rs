//! What is said of a designed run: what groups of assumptions, and luck, explain alone and together.

use super::number::{grouped, share_in, trimmed};
use super::report::upper_first;
use crate::results::designed::{Designed, Explains, Index, OfTarget};
use crate::said::{Said, say};
use std::path::Path;

/// The figures of the base year that nobody publishes, as a part of what is drawn.
pub const FIGURES: Said = Said::new("unpublished figures", "số liệu chưa công bố");
/// The luck of people, projects and shocks, as a part of what is drawn.
pub const LUCK: Said = Said::new("luck", "biến động ngẫu nhiên");
/// The table.
pub(crate) const PARTS: Said = Said::new(
    "every group of assumptions, the figures of the base year that are not published, and luck: the share of the spread of a target's indicator, and of whether it is met, that each explains alone (first) and with all it does together with others (total), with intervals",
    "mọi nhóm giả định, các số liệu năm gốc chưa công bố và biến động ngẫu nhiên: tỷ lệ độ phân tán của chỉ số và của việc đạt hay chưa đạt chỉ tiêu mà từng phần giải thích khi đứng riêng (first) và khi tính cả tác động cùng các phần khác (total), kèm khoảng tin cậy",
);
/// The table of pairs.
pub(crate) const PAIRS: Said = Said::new(
    "every two of the four parts that explain most: the share of the spread of a target's indicator, and of whether it is met, that they explain only together, with intervals",
    "từng cặp trong bốn phần giải thích nhiều nhất: tỷ lệ độ phân tán của chỉ số và của việc đạt hay chưa đạt chỉ tiêu mà hai phần chỉ giải thích được khi đi cùng nhau, kèm khoảng tin cậy",
);
/// Above that table.
pub const PAIRS_LEAD: Said = Said::new(
    "What two of the four largest parts explain only together, beyond what each does alone:",
    "Phần mà hai trong bốn phần lớn nhất chỉ giải thích được khi đi cùng nhau, ngoài phần riêng của mỗi bên:",
);
/// Columns of that table that the page shows.
pub const PAIR_COLUMNS: [(&str, Said); 4] = [
    ("part", Said::new("Part", "Phần")),
    ("other", Said::new("With", "Cùng với")),
    (
        "spread_pair",
        Said::new("Of the spread (95%)", "Độ phân tán (95%)"),
    ),
    (
        "met_pair",
        Said::new("Of whether it is met (95%)", "Việc đạt hay không (95%)"),
    ),
];
/// Above what this cannot say.
pub const LIMITS: Said = Said::new("How to read this", "Cách đọc");
/// What this cannot say.
pub const HOW_TO_READ: &[Said] = &[
    Said::new(
        "*Alone* is what a part explains whatever the others are; *in all* counts what it does together with others too. Where the two differ, it acts through them. Totals may add up to more than the whole.",
        "*Riêng* là phần giải thích được bất kể các phần khác ra sao; *tổng cộng* tính cả tác động khi đi cùng các phần khác. Hai số khác nhau nghĩa là phần này tác động thông qua các phần khác. Tổng các số tổng cộng có thể vượt toàn bộ.",
    ),
    Said::new(
        "*Luck* is what happens to people, projects and shocks from year to year; no survey makes it smaller. *Unpublished figures* are beds and staff of the base year that are drawn because nobody publishes them.",
        "*Biến động ngẫu nhiên* là những gì xảy ra hằng năm với con người, dự án và các cú sốc; không cuộc điều tra nào làm giảm được phần này. *Số liệu chưa công bố* là giường bệnh và nhân lực của năm gốc được lấy ngẫu nhiên vì không có số liệu công bố.",
    ),
    Said::new(
        "Assumptions that are tied to others share a part of their draw: that part counts with the group it comes from.",
        "Các giả định có liên hệ với giả định khác dùng chung một phần giá trị ngẫu nhiên: phần đó tính cho nhóm có giá trị ấy.",
    ),
    Said::new(
        "Intervals take rows for independent, and the design fills the cube more evenly: they are too wide rather than too narrow.",
        "Khoảng tin cậy coi các hàng là độc lập, trong khi thiết kế rải đều hơn: các khoảng này thiên về quá rộng, không quá hẹp.",
    ),
];
/// Columns of the table that the page shows.
pub const COLUMNS: [(&str, Said); 5] = [
    ("part", Said::new("Part", "Phần")),
    (
        "spread_total",
        Said::new(
            "Of the spread, in all (95%)",
            "Độ phân tán, tổng cộng (95%)",
        ),
    ),
    ("spread_first", Said::new("Alone (95%)", "Riêng (95%)")),
    (
        "met_total",
        Said::new(
            "Of whether it is met, in all (95%)",
            "Việc đạt hay không, tổng cộng (95%)",
        ),
    ),
    ("met_first", Said::new("Alone (95%)", "Riêng (95%)")),
];
/// Said where no target can be asked.
pub const NOTHING: Said = Said::new(
    "No headline target is met in some futures and missed in others, or none is due within the years of the run.",
    "Không có chỉ tiêu chủ yếu nào đạt trong một số lượt mô phỏng và chưa đạt trong các lượt khác, hoặc không có chỉ tiêu nào đến hạn trong các năm được chạy.",
);
/// Said of a scenario with reports of tasks.
pub const AGREED: Said = Said::new(
    "This scenario holds reports of tasks, which choose among futures. A design draws each part of a future anew, and such a future need not agree with them: take `progress` out for this.",
    "Kịch bản này có báo cáo tiến độ nhiệm vụ, dùng để chọn các lượt mô phỏng. Thiết kế lấy ngẫu nhiên lại từng phần của một lượt, nên lượt đó có thể không khớp với báo cáo: hãy bỏ `progress` khi chạy theo thiết kế.",
);
/// Said of a scenario in which nothing is drawn.
pub const NOTHING_DRAWN: Said = Said::new(
    "Nothing is drawn in this scenario (`uncertainty: none`): every future is the same, and no part explains more than another. Leave `uncertainty` out, or write another.",
    "Kịch bản này không lấy ngẫu nhiên gì (`uncertainty: none`): mọi lượt mô phỏng như nhau, không phần nào giải thích nhiều hơn phần khác. Hãy bỏ `uncertainty` hoặc viết giá trị khác.",
);
/// Said of a base with too many assumptions.
pub const TOO_MANY: Said = Said::new(
    "The base has more assumptions than a design has numbers for: at most 500. Run `carecast drivers` without --design.",
    "Bộ số liệu gốc có nhiều giả định hơn mức thiết kế cho phép: nhiều nhất 500. Hãy chạy `carecast drivers` không có --design.",
);
/// Said of a target that is named.
pub const NO_TARGET: Said = Said::new(
    "A designed run asks all headline targets at once; leave `--target` out.",
    "Lần chạy theo thiết kế xét mọi chỉ tiêu chủ yếu cùng lúc; hãy bỏ `--target`.",
);
/// Said of a number of rows that does not fill the cube evenly.
pub fn bad_rows(rows: u32) -> String {
    let below = 1u32 << (31 - rows.max(1).leading_zeros());
    let above = 2 * below;
    say! {
        en: format!("{rows} rows do not fill the design evenly: write a power of two, such as {below} or {above}"),
        vi: format!("{rows} hàng không rải đều thiết kế: viết một lũy thừa của 2, ví dụ {below} hoặc {above}"),
    }
}

/// Title of the page.
pub fn title(scenario: &str) -> String {
    say! {
        en: format!("Which part matters, alone and with others: {scenario}"),
        vi: format!("Phần nào ảnh hưởng nhiều, khi đứng riêng và khi đi cùng phần khác: {scenario}"),
    }
}

/// What the page tells.
pub fn lead(found: &Designed) -> String {
    let [rows, futures] = [found.rows, found.futures].map(|n| grouped(n.into()));
    let parts = found.parts.len();
    say! {
        en: format!("A designed run of {rows} rows. Each row was lived with two draws of everything, and once more for each of {parts} parts with the second draw of that part alone in place of the first and all else held, and for every two of the largest with both: {futures} futures in all."),
        vi: format!("Lần chạy theo thiết kế có {rows} hàng. Mỗi hàng được mô phỏng với hai bộ giá trị ngẫu nhiên của mọi phần, rồi thêm một lần cho từng phần trong {parts} phần, chỉ thay giá trị của riêng phần đó bằng giá trị trong bộ thứ hai và giữ nguyên các phần còn lại, và cho từng cặp phần lớn nhất với cả hai phần: tổng cộng {futures} lượt mô phỏng."),
    }
}

/// A folder of a designed run, of which no row is kept.
pub fn rows_are_gone(folder: &Path) -> String {
    let folder = folder.display();
    say! {
        en: format!("{folder} holds what a designed run found; its rows are not kept\n  help: live it once more with carecast drivers FILE --design: the same scenario and seed leave the same bytes"),
        vi: format!("{folder} chứa kết quả của lần chạy theo thiết kế; các hàng không được lưu lại\n  gợi ý: chạy lại bằng carecast drivers FILE --design: cùng kịch bản và hạt giống cho ra các tệp giống hệt"),
    }
}

/// A part by its name, as people read it.
pub fn part(name: &str) -> &str {
    let own = [FIGURES, LUCK].into_iter().find(|own| own.en == name);
    own.map_or(name, |own| own.text())
}

/// A share with its interval: `19% (16 to 22)`.
pub fn index(index: &Index) -> String {
    share_in([index.index, index.low, index.high])
}

/// Title of a picture: what explains most.
pub fn picture_title(of: &OfTarget) -> String {
    let first = of.parts.iter().find(|e| e.value.or(e.met).is_some());
    let Some(first) = first.map(|e| part(&e.part)) else {
        return upper_first(&of.says);
    };
    say! {
        en: format!("{}: most hangs on {first}", upper_first(&of.says)),
        vi: format!("{}: phụ thuộc nhiều nhất vào {first}", upper_first(&of.says)),
    }
}

/// What a picture shows.
pub const PICTURE_ANSWER: Said = Said::new(
    "Share of the spread that each part explains: by itself (ring), and with all it does together with others (disc).",
    "Tỷ lệ độ phân tán mà từng phần giải thích: khi đứng riêng (vòng tròn), và khi tính cả tác động cùng các phần khác (chấm đặc).",
);

/// What stands under it.
pub const PICTURE_NOTE: Said = Said::new(
    "From a designed run. A long bar: the part acts through others. Shares in all may add up to more than the whole.",
    "Từ lần chạy theo thiết kế. Thanh dài: phần này tác động thông qua các phần khác. Tổng các tỷ lệ có thể vượt toàn bộ.",
);

/// Its axis.
pub const PICTURE_AXIS: Said = Said::new("share of the spread", "tỷ lệ độ phân tán");

/// Above the numbers at its right.
pub const IN_ALL: Said = Said::new("in all (95%)", "tổng cộng (95%)");

/// What matters for a target, in one breath.
pub fn matters(of: &OfTarget) -> String {
    let said = |e: &Explains| {
        let both = e.value.or(e.met)?;
        let whole = |v: f64| trimmed(v * 100.0, 0);
        let (part, total, first) = (
            part(&e.part),
            whole(both.total.index),
            whole(both.first.index),
        );
        Some(say! {
            en: format!("{part} {total}% ({first}% alone)"),
            vi: format!("{part} {total}% (riêng {first}%)"),
        })
    };
    let first: Vec<String> = of.parts.iter().filter_map(said).take(3).collect();
    match first.is_empty() {
        true => say!(en: "the same in all rows", vi: "như nhau ở mọi hàng").to_owned(),
        false => say! {
            en: format!("of the spread, with all it does together: {}", first.join(", ")),
            vi: format!("độ phân tán, tính cả tác động cùng các phần khác: {}", first.join("; ")),
        },
    }
}
