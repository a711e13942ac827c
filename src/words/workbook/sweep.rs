//! What the workbook of a sweep says.

use super::{CHANCE, COSTS, CURRENCY, Column, NO_UNIT, OPTIONS, TARGETS, about, column};
use crate::results::sweep::Sweep;
use crate::said::{Said, say};
use crate::units::Year;
use crate::words::number::grouped;

/// What a sheet of a sweep's workbook shows.
pub fn about_sweep(sheet: Said) -> Said {
    match sheet {
        OPTIONS => Said::new(
            "Every point in a row: futures, the chance of each target, what the policies serve, and what they cost",
            "Mỗi điểm một hàng: số lượt mô phỏng, xác suất đạt từng chỉ tiêu, kết quả mà các giải pháp hướng tới và chi phí",
        ),
        TARGETS => Said::new(
            "Every target at every point, with the interval that sampling leaves",
            "Từng chỉ tiêu tại từng điểm, kèm khoảng tin cậy do sai số mô phỏng",
        ),
        SURFACE => Said::new(
            "The chance of each target over the first number, with charts",
            "Khả năng đạt từng chỉ tiêu theo tham số thứ nhất, kèm biểu đồ",
        ),
        COSTS => Said::new(
            "Money by payer at every point, with sums that follow their cells",
            "Chi phí theo nguồn tại từng điểm, số cộng thay đổi theo các ô",
        ),
        VARIED => Said::new(
            "The numbers that were varied, from where to where, and where the scenario stands",
            "Các tham số được thay đổi, từ đâu đến đâu, và giá trị trong kịch bản",
        ),
        _ => about(sheet),
    }
}

/// Names of the facts about a sweep, in order.
pub const SWEEP_FACTS: [Said; 10] = [
    Said::new("Scenario", "Kịch bản"),
    Said::new("Country", "Quốc gia"),
    Said::new("Years", "Kỳ mô phỏng"),
    Said::new("Points and futures", "Số điểm và số lượt"),
    Said::new("Seed", "Hạt giống ngẫu nhiên"),
    Said::new("Money", "Đơn vị tiền"),
    Said::new("Base", "Bộ số liệu gốc"),
    Said::new("Fingerprint of the scenario", "Mã kiểm tra kịch bản"),
    Said::new("Fingerprint of the base", "Mã kiểm tra bộ số liệu gốc"),
    Said::new("Program", "Chương trình"),
];

/// Which sweep it is, in a line.
pub fn run_of_sweep(title: &str, sweep: &Sweep, base: &str) -> String {
    say! {
        en: format!(
            "{title}: {} points, {} futures in all, seed {}, base {base}",
            grouped(sweep.points.len() as f64),
            grouped(sweep.futures() as f64),
            sweep.seed
        ),
        vi: format!(
            "{title}: {} điểm, tổng cộng {} lượt mô phỏng, hạt giống {}, bộ số liệu {base}",
            grouped(sweep.points.len() as f64),
            grouped(sweep.futures() as f64),
            sweep.seed
        ),
    }
}

/// Sheet of the chances over the first number.
pub const SURFACE: Said = Said::new("Chances over one number", "Xác suất theo một tham số");
/// Sheet of what was varied.
pub const VARIED: Said = Said::new("Varied numbers", "Tham số thay đổi");
/// Title of the points.
pub const POINTS_TITLE: Said = Said::new(
    "Every point: chances, figures and costs",
    "Từng điểm: xác suất, số liệu và chi phí",
);
/// Below it.
pub fn points_lead(currency: &str) -> String {
    say! {
        en: format!(
            "Each row is the scenario with these numbers in it, lived in the same futures. Costs are means over the \
             futures, {currency}, all years and payers of all policies."
        ),
        vi: format!(
            "Mỗi hàng là kịch bản với các giá trị ghi ở hàng đó, chạy trên cùng các lượt mô phỏng. Chi phí là bình quân của các \
             lượt, {currency}, tính mọi năm, mọi nguồn và mọi giải pháp."
        ),
    }
}
/// Head of a mean.
pub fn mean_in(title: &str, year: Year) -> String {
    say! {
        en: format!("{title}, {year} (mean)"),
        vi: format!("{title}, năm {year} (trung bình)"),
    }
}
/// Title of the chances.
pub const TARGETS_OVER: Said = Said::new(
    "How likely each target is at every point",
    "Khả năng đạt từng chỉ tiêu tại từng điểm",
);
/// Below it.
pub const TARGETS_OVER_LEAD: Said = Said::new(
    "At least and at most are the 95% interval that sampling leaves. Points lie in the same futures: between two of them less is left to chance than their intervals say.",
    "Cận dưới và cận trên là khoảng tin cậy 95% do sai số mô phỏng. Các điểm dùng chung các lượt mô phỏng: chênh lệch giữa hai điểm ít ngẫu nhiên hơn các khoảng này cho thấy.",
);
/// Title of the chances over the first number.
pub fn surface_title(over: &str) -> String {
    say! {
        en: format!("The chance of each target over {over}"),
        vi: format!("Khả năng đạt từng chỉ tiêu theo {over}"),
    }
}
/// Below it.
pub const SURFACE_LEAD: Said = Said::new(
    "Charts are drawn for targets that are neither certain nor out of reach at every point, up to seven lines each.",
    "Chỉ vẽ biểu đồ cho các chỉ tiêu không phải điểm nào cũng chắc chắn đạt hoặc không thể đạt, mỗi biểu đồ tối đa bảy đường.",
);
/// Title of the costs.
pub const COSTS_OVER: Said = Said::new(
    "What it costs at every point, and who pays",
    "Chi phí tại từng điểm và nguồn chi trả",
);
/// Below it.
pub fn costs_over_lead(currency: &str, base: Year, (first, last): (Year, Year)) -> String {
    say! {
        en: format!(
            "Costs of all policies from {first} to {last}, means over the futures, {currency} at the prices of {base}. \
             The last column is a formula over the cells it adds. Standard errors are in sweep.csv."
        ),
        vi: format!(
            "Chi phí của mọi giải pháp từ năm {first} đến năm {last}, bình quân của các lượt mô phỏng, {currency} theo giá so sánh năm \
             {base}. Cột cuối là công thức cộng các ô cùng hàng. Sai số chuẩn ở tệp sweep.csv."
        ),
    }
}
/// Title of what was varied.
pub const VARIED_TITLE: Said = Said::new("What was varied", "Tham số được thay đổi");
/// Below it.
pub const VARIED_LEAD: Said = Said::new(
    "Everything else stands as the scenario says; what is uncertain is drawn, except a number that was varied, which is set.",
    "Mọi thứ khác giữ như kịch bản; những gì chưa chắc chắn được lấy ngẫu nhiên, riêng tham số thay đổi được đặt cố định.",
);

/// A number that was varied.
pub const AXIS: Column = column(
    Said::new("A number that was varied", "Tham số thay đổi"),
    Said::new("its own", "theo tham số"),
    Said::new(
        "the value it was given at the point",
        "giá trị đặt tại điểm đó",
    ),
);
/// Futures of a point.
pub const SWEEP_FUTURES: Column = column(
    Said::new("Futures", "Số lượt mô phỏng"),
    NO_UNIT,
    Said::new("futures lived at the point", "số lượt mô phỏng tại điểm đó"),
);
/// Chance of a target at a point.
pub const SWEEP_CHANCE: Column = column(
    Said::new("A target", "Một chỉ tiêu"),
    CHANCE,
    Said::new(
        "share of the futures that meet it",
        "tỷ lệ lượt mô phỏng đạt chỉ tiêu",
    ),
);
/// Mean of an indicator at a point.
pub const SWEEP_MEAN: Column = column(
    Said::new("An indicator", "Một chỉ số"),
    Said::new("its own", "theo chỉ số"),
    Said::new(
        "mean over the futures at the end of the year",
        "trung bình của các lượt mô phỏng vào cuối năm",
    ),
);
/// Cost at a point.
pub const SWEEP_COST: Column = column(
    Said::new("Cost of all policies", "Chi phí của mọi giải pháp"),
    CURRENCY,
    Said::new(
        "mean over the futures of what all payers spend on all policies in all years, constant prices",
        "tổng chi của tất cả các nguồn cho mọi giải pháp trong mọi năm, bình quân của các lượt mô phỏng, giá so sánh",
    ),
);
/// What a payer spends at a point.
pub const SWEEP_PAYER: Column = column(
    Said::new("A payer", "Một nguồn chi trả"),
    CURRENCY,
    Said::new(
        "mean over the futures of what it spends on all policies in all years, constant prices",
        "tổng chi của nguồn đó cho mọi giải pháp trong mọi năm, bình quân của các lượt mô phỏng, giá so sánh",
    ),
);
/// The targets at every point.
pub const SWEEP_CHANCES: [Column; 6] = [
    column(
        Said::new("Target", "Chỉ tiêu"),
        NO_UNIT,
        Said::new("what is asked", "nội dung chỉ tiêu"),
    ),
    column(
        Said::new("Year", "Năm"),
        NO_UNIT,
        Said::new(
            "year at whose end it is asked",
            "năm được xét, tính vào cuối năm",
        ),
    ),
    column(
        Said::new("Chance", "Xác suất"),
        CHANCE,
        Said::new(
            "share of the futures that meet it",
            "tỷ lệ lượt mô phỏng đạt chỉ tiêu",
        ),
    ),
    column(
        Said::new("At least", "Cận dưới"),
        CHANCE,
        Said::new(
            "lower end of the 95% interval of sampling",
            "cận dưới của khoảng tin cậy 95% do sai số mô phỏng",
        ),
    ),
    column(
        Said::new("At most", "Cận trên"),
        CHANCE,
        Said::new("upper end of it", "cận trên của khoảng đó"),
    ),
    column(
        Said::new("Futures", "Số lượt mô phỏng"),
        NO_UNIT,
        Said::new("futures lived at the point", "số lượt mô phỏng tại điểm đó"),
    ),
];
/// The first columns of the chances over the first number; one for each of its values follows.
pub const SWEEP_SURFACE: [Column; 2] = [
    column(
        Said::new("Target", "Chỉ tiêu"),
        NO_UNIT,
        Said::new("what is asked", "nội dung chỉ tiêu"),
    ),
    column(
        Said::new("Line", "Đường"),
        NO_UNIT,
        Said::new(
            "value of the second number, where two were varied",
            "giá trị của tham số thứ hai, khi thay đổi hai tham số",
        ),
    ),
];
/// The numbers that were varied.
pub const VARIED_COLUMNS: [Column; 7] = [
    column(
        Said::new("Number", "Tham số"),
        NO_UNIT,
        Said::new(
            "its name: policy or assumption, and field",
            "tên: giải pháp hoặc giả định, và trường",
        ),
    ),
    column(
        Said::new("What it is", "Ý nghĩa"),
        NO_UNIT,
        Said::new("in words", "viết bằng lời"),
    ),
    column(
        Said::new("Unit", "Đơn vị"),
        NO_UNIT,
        Said::new("unit of its values", "đơn vị của các giá trị"),
    ),
    column(
        Said::new("The scenario", "Trong kịch bản"),
        Said::new("its own", "theo tham số"),
        Said::new(
            "what the scenario itself says, where that is one number",
            "giá trị trong kịch bản, nếu là một số",
        ),
    ),
    column(
        Said::new("From", "Từ"),
        Said::new("its own", "theo tham số"),
        Said::new("lowest value", "giá trị thấp nhất"),
    ),
    column(
        Said::new("To", "Đến"),
        Said::new("its own", "theo tham số"),
        Said::new("highest value", "giá trị cao nhất"),
    ),
    column(
        Said::new("Values", "Số giá trị"),
        NO_UNIT,
        Said::new(
            "how many different values it took",
            "số giá trị khác nhau đã thử",
        ),
    ),
];
