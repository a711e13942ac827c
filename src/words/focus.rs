//! What is said of the province a question is about.

use super::number::grouped;
use crate::said::{Said, say};
use crate::units::Year;

/// Heading of its targets.
pub fn answers(name: &str) -> String {
    say! {
        en: format!("{name}: the answers"),
        vi: format!("{name}: kết quả theo từng chỉ tiêu"),
    }
}

/// What the list of answers is, where all are about one place.
pub fn answers_lead(name: &str) -> String {
    say! {
        en: format!("The chance that {name} meets each target asked of it, in its year:"),
        vi: format!("Khả năng {name} đạt từng chỉ tiêu đặt ra cho địa phương, đúng năm của chỉ tiêu:"),
    }
}

/// Heading of its ranks.
pub fn ranks(name: &str) -> String {
    say! {
        en: format!("Where {name} stands among the provinces"),
        vi: format!("{name}: thứ hạng trong các tỉnh, thành phố"),
    }
}

/// What the ranks are.
pub const RANKS_LEAD: Said = Said::new(
    "Rank 1 is the province with the most for its people. The range is that of 8 in 10 futures.",
    "Thứ hạng 1 là địa phương có tỷ lệ cao nhất so với số dân. Trong ngoặc là khoảng của 8 trên 10 lượt mô phỏng. Thứ hạng xếp theo số liệu mô hình, không phải đánh giá địa phương.",
);

/// Columns of the ranks.
pub const RANK_COLUMNS: [Said; 4] = [
    Said::new("Ratio", "Chỉ số"),
    Said::new("Year", "Năm"),
    Said::new("Median (8 in 10 futures)", "Trung vị (8 trên 10 lượt)"),
    Said::new("Rank", "Thứ hạng"),
];

/// A rank with its range.
pub fn rank(middle: u32, low: u32, high: u32, of: u32) -> String {
    if low == high {
        say!(en: format!("{middle} of {of}"), vi: format!("{middle} trên {of}"))
    } else {
        say! {
            en: format!("{middle} of {of} ({low} to {high})"),
            vi: format!("{middle} trên {of} ({low}–{high})"),
        }
    }
}

/// Heading of its hospitals.
pub fn hospitals(name: &str) -> String {
    say!(en: format!("{name}: its hospitals"), vi: format!("{name}: các bệnh viện"))
}

/// Said where hospitals were not recorded.
pub const NOT_RECORDED: Said = Said::new(
    "Hospitals were not recorded in this run: leave out `--facilities 0` to have them here.",
    "Lần chạy này không ghi số liệu từng bệnh viện: bỏ `--facilities 0` để có bảng này.",
);

/// What the table of hospitals is.
pub fn hospitals_lead(all: usize, synthetic: usize, futures: u32) -> String {
    let [all, synthetic] = [all, synthetic].map(|n| grouped(n as f64));
    let futures = grouped(f64::from(futures));
    say! {
        en: format!(
            "{all} hospitals, over the first {futures} futures. {synthetic} of them are marked *synthetic*: no list names them, so their \
             number and size are made up to agree with published totals. Replace them in `facilities.csv` of your own base. \
             Patients follow beds within the province, so a hospital is as full as its group."
        ),
        vi: format!(
            "{all} bệnh viện, tính từ {futures} lượt mô phỏng đầu tiên. {synthetic} bệnh viện ghi *giả lập* là không có \
             thật: không danh sách nào nêu tên, số lượng và quy mô được đặt ra cho khớp với tổng đã công bố. Thay bằng \
             bệnh viện thật trong `facilities.csv` của bộ số liệu riêng. Người bệnh phân bổ theo số giường trong tỉnh, \
             thành phố, nên công suất của một bệnh viện bằng công suất của nhóm bệnh viện đó."
        ),
    }
}

/// Columns of the hospitals.
pub fn hospital_columns(base: Year, year: Year) -> [String; 6] {
    say! {
        en: [
            "Hospital".into(),
            "Named or synthetic".into(),
            "Owner".into(),
            format!("Beds {base}"),
            format!("Beds {year} (8 in 10 futures)"),
            format!("Occupancy {year}"),
        ],
        vi: [
            "Bệnh viện".into(),
            "Có tên hoặc giả lập".into(),
            "Chủ quản".into(),
            format!("Số giường năm {base}"),
            format!("Số giường năm {year} (8 trên 10 lượt)"),
            format!("Công suất giường năm {year}"),
        ],
    }
}

/// A synthetic hospital.
pub const SYNTHETIC: Said = Said::new("synthetic", "giả lập");
/// Owner.
pub const MINISTRY: Said = Said::new("Ministry of Health", "Bộ Y tế");
/// Owner.
pub const OTHER_MINISTRY: Said = Said::new("other ministry", "bộ, ngành khác");
/// Owner.
pub const PRIVATE: Said = Said::new("private", "tư nhân");
/// Owner and level.
pub const REGIONAL: Said = Said::new("province, regional level", "địa phương, khu vực");
/// Owner and level.
pub const PROVINCIAL: Said = Said::new("province, provincial level", "địa phương, cấp tỉnh");

/// A number of beds with its range.
pub fn with_range([low, middle, high]: [f64; 3]) -> String {
    if low.round() == high.round() {
        grouped(middle)
    } else {
        let [low, middle, high] = [low, middle, high].map(grouped);
        say! {
            en: format!("{middle} ({low} to {high})"),
            vi: format!("{middle} ({low}–{high})"),
        }
    }
}

/// Heading of its money.
pub fn money(name: &str) -> String {
    say!(en: format!("{name}: its money"), vi: format!("{name}: kinh phí"))
}

/// What the money is.
pub fn money_lead(currency: &str, base: Year) -> String {
    say! {
        en: format!(
            "What is spent in the province, whoever pays: means over all futures, in {currency} at the prices of {base}. The \
             provinces' ordinary capital is shared out like the money for beds, the Ministry's by Central beds. Training of \
             students is not counted by province."
        ),
        vi: format!(
            "Số chi tại địa phương, không phân biệt nguồn: trung bình của tất cả các lượt mô phỏng, tính bằng {currency} \
             theo giá năm {base}. Vốn đầu tư công của địa phương phân bổ như vốn cho giường bệnh, của Bộ Y tế phân bổ theo \
             số giường tuyến trung ương. Chi đào tạo sinh viên không tính theo từng địa phương."
        ),
    }
}

/// Heading of its neighbours.
pub fn neighbours(name: &str) -> String {
    say! {
        en: format!("Who looks for the same people as {name}"),
        vi: format!("{name}: các địa phương cùng thu hút nhân lực"),
    }
}

/// What the table of neighbours is.
pub fn neighbours_lead(name: &str) -> String {
    say! {
        en: format!(
            "New doctors and nurses choose among open posts; a richer province draws more of them (`post.income_elasticity`, \
             grade E). *Pull* is the appeal of a post there over that of the same post in {name}. Staff already at work do \
             not move between provinces in this model, because nobody publishes such moves: the real loss to richer \
             neighbours may be larger."
        ),
        vi: format!(
            "Bác sĩ, điều dưỡng mới ra trường chọn trong các vị trí việc làm còn trống; địa phương có thu nhập cao hơn thu \
             hút được nhiều hơn (`post.income_elasticity`, mức tin cậy E). *Sức hút* là độ hấp dẫn của một vị trí ở nơi đó \
             so với cùng vị trí ở {name}. Nhân lực đang làm việc không chuyển giữa các địa phương trong mô hình này vì \
             chưa có số liệu công bố: thực tế số chuyển sang địa phương có thu nhập cao hơn có thể lớn hơn."
        ),
    }
}

/// First columns of the neighbours.
pub const NEIGHBOUR_COLUMNS: [Said; 4] = [
    Said::new("Province", "Tỉnh, thành phố"),
    Said::new("Distance (km)", "Khoảng cách (km)"),
    Said::new("Income index", "Chỉ số thu nhập"),
    Said::new("Pull", "Sức hút"),
];

/// A title and a year.
pub fn in_year(title: &str, year: Year) -> String {
    say!(en: format!("{title}, {year}"), vi: format!("{title}, năm {year}"))
}
