//! What a page for a browser says beside what the same page says as Markdown.

use crate::said::{Said, Told, say};

/// Language of the page, as browsers and readers aloud know it (BCP 47).
pub const LANGUAGE: Said = Said::new("en", "vi");

/// Heading of the list of headings.
pub const CONTENTS: Said = Said::new("On this page", "Mục lục");

/// What to do with the headings of the annex.
pub const ANNEX: Said = Said::new(
    "Each heading opens. What is shut is left out on paper: open what is to be printed.",
    "Bấm vào từng mục để mở. Mục đang đóng không được in ra giấy: hãy mở những mục cần in.",
);

/// Opens every heading of the annex.
pub const OPEN_ALL: Said = Said::new("Open all", "Mở tất cả");

/// Shuts every heading of the annex.
pub const SHUT_ALL: Said = Said::new("Shut all", "Đóng tất cả");

/// What a reader aloud says of a table that can be moved sideways.
pub const TABLE: Said = Said::new("Table", "Bảng");

/// What a click on the head of a column does.
pub const SORT: Said = Said::new("Sort by this column", "Sắp xếp theo cột này");

/// What ends the first page where it stands by itself: the way to the whole, in Markdown.
pub fn the_rest(file: &str) -> String {
    say! {
        en: format!("[What bears it out, the pictures and the annex]({file})"),
        vi: format!("[Căn cứ, hình minh họa và phụ lục]({file})"),
    }
}

/// Heading of what a reader may look up.
pub const LOOK_UP: Said = Said::new("Look up a place", "Tra cứu theo địa phương");

/// What is looked up, and how it is read.
pub const LOOK_UP_LEAD: Said = Said::new(
    "Choose a place, a figure and a year: picture and table follow. The line is the middle future; the dark band holds half of the futures, \
     the next 8 in 10, the faint one 19 in 20. Dashes are what is asked for.",
    "Chọn địa phương, chỉ số và năm: hình và bảng thay đổi theo. Đường đậm là lượt ở giữa; dải đậm chứa một nửa số lượt mô phỏng, \
     dải tiếp theo chứa 8 trên 10 lượt, dải nhạt chứa 19 trên 20 lượt. Đường gạch là mức đặt ra.",
);

/// What is chosen: a place, a figure, a year.
pub const LOOK_UP_CHOICES: [Said; 3] = [
    Said::new("Place", "Địa phương"),
    Said::new("Figure", "Chỉ số"),
    Said::new("Year", "Năm"),
];

/// A year alone; `{place}`, `{figure}`, `{year}` and `{says}` are filled in.
pub const LOOK_UP_YEAR: Said = Said::new(
    "{place}, {year}: {figure}: {says}.",
    "{place}, năm {year}: {figure}: {says}.",
);

/// What is said of a target; `{asked}` and `{chance}` are filled in.
pub const LOOK_UP_TARGET: Said = Said::new(
    "Chance of {asked}: {chance}.",
    "Khả năng đạt mức {asked}: {chance}.",
);

/// Said where a figure is not told of a place.
pub const LOOK_UP_NONE: Said = Said::new(
    "{figure}: not told of {place}.",
    "{figure}: không có số liệu cho {place}.",
);

/// Heads of the table of years.
pub const LOOK_UP_COLUMNS: [Said; 2] = [
    Said::new("Year", "Năm"),
    Said::new(
        "Middle future (8 in 10 futures lie between)",
        "Lượt ở giữa (8 trên 10 lượt nằm trong khoảng)",
    ),
];

/// A bound that a place is held to in its own count.
pub fn on_its_own_count(says: &str) -> String {
    say! {
        en: format!("{says}, judged on the place's own count"),
        vi: format!("{says}, đánh giá theo số liệu riêng của địa phương"),
    }
}

/// Heading of ways that a reader may weigh.
pub const WEIGH: Said = Said::new(
    "Weigh the ways it may go on",
    "Thử thay đổi trọng số các hướng",
);

/// What weighing is.
pub const WEIGH_LEAD: Said = Said::new(
    "No figure decides between these ways. Give each the weight that you hold right: the chance is that of all futures of each way, \
     mixed in these weights.",
    "Không có số liệu nào quyết định giữa các hướng này. Người đọc tự đặt trọng số cho từng hướng: khả năng đạt là kết quả \
     của toàn bộ các lượt mô phỏng theo từng hướng, gộp theo các trọng số đó.",
);

/// Said where no figure supports weights.
pub const WEIGH_NO_FIGURE: Said = Said::new(
    "No figure supports weights here: equal ones stand at the start, and any chance below is yours.",
    "Ở đây không có số liệu làm căn cứ cho trọng số: ban đầu các trọng số bằng nhau, mọi khả năng nêu dưới đây là theo lựa chọn của người đọc.",
);

/// Heads of the table of targets by weights.
pub const WEIGH_COLUMNS: [Said; 2] = [
    Said::new("Target", "Chỉ tiêu"),
    Said::new(
        "Chance at these weights (by way)",
        "Khả năng đạt theo các trọng số này (theo từng hướng)",
    ),
];

/// A chance at the weights; `{chance}`, `{low}` and `{high}` are filled in.
pub const WEIGH_CHANCE: Said = Said::new(
    "{chance} ({low} to {high} by way)",
    "{chance} (từ {low} đến {high} tùy hướng)",
);

/// Heading of what a reader may question.
pub const QUESTION: Said = Said::new("Question an assumption", "Thử thay đổi giả định");

/// What questioning an assumption is and is not.
pub fn question_lead(futures: &str) -> String {
    say! {
        en: format!(
        "Narrow a range to what you hold possible: the chances become those of the futures that lie in it, of the first {futures} that \
         were lived. Nothing is lived anew and nothing is guessed beyond what was drawn. The fewer futures are left, the wider the 95% \
         interval; with fewer than 30 no chance is given. A range moves all else that hangs together with it in these futures, and a \
         target that the assumption cannot reach moves by luck alone. Where the ways of going on have weights, each of these futures counts the \
         way it has gone, so that a chance may lie a little off the one printed. Targets without one chance are left out."
    ),
        vi: format!(
            "Thu hẹp một khoảng về những giá trị được cho là có thể xảy ra: khả năng đạt được tính lại chỉ trên các lượt nằm trong khoảng đó, \
             trong {futures} lượt mô phỏng đầu tiên. Chương trình không chạy lại và không suy đoán thêm ngoài những gì đã lấy ngẫu nhiên. Số lượt còn lại càng ít \
             thì khoảng tin cậy 95% càng rộng; dưới 30 lượt thì không nêu khả năng đạt. Thu hẹp một khoảng cũng làm thay đổi mọi yếu tố gắn với giả định đó \
             trong các lượt này; chỉ tiêu không chịu ảnh hưởng của giả định chỉ thay đổi do ngẫu nhiên. Nếu các hướng diễn biến có trọng số, mỗi lượt tính \
             theo hướng mà lượt đó đã đi, nên khả năng đạt có thể lệch đôi chút so với số in trên trang. Không nêu các chỉ tiêu không có một xác suất duy nhất."
        ),
    }
}

/// Heads of the table of targets.
pub const QUESTION_COLUMNS: [Said; 3] = [
    Said::new("Target", "Chỉ tiêu"),
    Said::new("Chance on this page", "Khả năng nêu trên trang"),
    Said::new("In the futures that are left", "Trong các lượt còn lại"),
];

/// What is left of the futures; `{left}` and `{all}` are numbers the page fills in.
pub const QUESTION_LEFT: Said = Said::new(
    "{left} of {all} futures are left.",
    "Còn {left} trong {all} lượt mô phỏng.",
);

/// A chance with its interval; `{chance}`, `{low}` and `{high}` are filled in.
pub const QUESTION_CHANCE: Said = Said::new(
    "{chance} ({low} to {high})",
    "{chance} (từ {low} đến {high})",
);

/// Said where too few futures are left.
pub const QUESTION_FEW: Said = Said::new("too few to tell", "quá ít lượt để kết luận");

/// A range; `{low}` and `{high}` are filled in.
pub const QUESTION_RANGE: Said = Said::new("{low} to {high}", "từ {low} đến {high}");

/// The lower end of a range.
pub const QUESTION_LOW: Said = Said::new("from", "từ");

/// The upper end of a range.
pub const QUESTION_HIGH: Said = Said::new("to", "đến");

/// Takes everything back.
pub const QUESTION_BACK: Said = Said::new("All as it was", "Trở lại ban đầu");

/// An assumption with its unit and grade.
pub fn assumption(meaning: &str, unit: &Told, grade: &str) -> String {
    let meaning = super::report::upper_first(meaning.trim_end_matches('.'));
    match unit.en.as_str() {
        "none" | "variant" | "" => say! {
            en: format!("{meaning} (grade {grade})"),
            vi: format!("{meaning} (mức tin cậy {grade})"),
        },
        _ => say! {
            en: format!("{meaning} ({unit}; grade {grade})"),
            vi: format!("{meaning} ({unit}; mức tin cậy {grade})"),
        },
    }
}

/// A value that was drawn, to three figures.
pub fn value(value: f64) -> String {
    let size = value.abs();
    let places = match size {
        s if s >= 100.0 => 0,
        s if s >= 10.0 => 1,
        s if s >= 1.0 => 2,
        s if s >= 0.1 => 3,
        s if s >= 0.01 => 4,
        _ => 5,
    };
    super::number::trimmed(value, places)
}
