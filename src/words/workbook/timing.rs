//! What the workbook about when decisions must be taken says.

use super::{CHANCE, CURRENCY, Column, NO_UNIT, about, column, columns};
use crate::said::Said;

/// Sheet of the decisions.
pub const DECISIONS: Said = Said::new("Decisions", "Các giải pháp");
/// Sheet of the price of waiting.
pub const WAITING: Said = Said::new("Price of waiting", "Thiệt hại do chậm trễ");
/// Sheet of the years to which the plan is enough.
pub const ENOUGH: Said = Said::new("Enough to when", "Đủ đến năm nào");

/// What a sheet of this workbook shows.
pub fn about_timing(sheet: Said) -> Said {
    match sheet {
        DECISIONS => Said::new(
            "Each decision: to which target it gives how much, and the last years of start",
            "Từng giải pháp: đóng góp bao nhiêu cho chỉ tiêu nào, và các năm bắt đầu muộn nhất",
        ),
        WAITING => Said::new(
            "Each decision started later, year by year, or left out: chances and money",
            "Từng giải pháp bắt đầu muộn hơn theo từng năm, hoặc bỏ đi: xác suất và kinh phí",
        ),
        ENOUGH => Said::new(
            "Each target at each year-end under the plan as it stands",
            "Từng chỉ tiêu vào cuối mỗi năm theo kế hoạch hiện tại",
        ),
        _ => about(sheet),
    }
}

/// Names of the facts about it, in order.
pub const FACTS: [Said; 10] = [
    Said::new("Scenario", "Kịch bản"),
    Said::new("Country", "Quốc gia"),
    Said::new("Years", "Kỳ mô phỏng"),
    Said::new("Starts are tried to", "Thử năm bắt đầu đến"),
    Said::new("Futures of each variant", "Số lượt mỗi biến thể"),
    Said::new("Seed", "Hạt giống ngẫu nhiên"),
    Said::new("Money", "Đơn vị tiền"),
    Said::new("Base", "Bộ số liệu gốc"),
    Said::new("Fingerprint of the scenario", "Mã kiểm tra kịch bản"),
    Said::new("Program", "Chương trình"),
];

const SHARE: Said = Said::new("share of futures", "tỷ lệ lượt mô phỏng");

/// The decisions.
pub const DECISION_COLUMNS: [Column; 11] = columns! {
    decision "Decision" | "Giải pháp", NO_UNIT, "Id of the policy" | "Mã giải pháp";
    responsible "Responsible" | "Cơ quan chủ trì", NO_UNIT, "Who is responsible" | "Cơ quan chịu trách nhiệm";
    planned_start "Starts" | "Năm bắt đầu", NO_UNIT, "Year in which it starts or opens as planned" | "Năm bắt đầu hoặc đưa vào hoạt động theo kế hoạch";
    product_there "Product there" | "Có sản phẩm", NO_UNIT, "Year by whose end its product is there in half of the futures or more" | "Năm mà đến cuối năm ít nhất một nửa số lượt mô phỏng đã có sản phẩm";
    target "Target" | "Chỉ tiêu", NO_UNIT, "What it clearly serves; empty where leaving it out changes no chance asked clearly" | "Chỉ tiêu mà giải pháp có tác dụng rõ rệt; để trống nếu bỏ giải pháp không làm thay đổi rõ rệt xác suất nào";
    gives "Gives" | "Đóng góp", SHARE, "What is missing of the chance without it" | "Phần xác suất mất đi nếu không có giải pháp";
    last_start_all "Last start for all" | "Hạn bắt đầu giữ đủ", NO_UNIT, "Last year of start in which no loss against the plan is clear" | "Năm bắt đầu muộn nhất mà chưa giảm rõ rệt so với kế hoạch";
    last_start_half "For half" | "Giữ một nửa", NO_UNIT, "Last year of start that loses at most half of what it gives" | "Năm bắt đầu muộn nhất mà chỉ mất tối đa một nửa phần đóng góp";
    last_start_any "For any" | "Còn tác dụng", NO_UNIT, "Last year of start that still gives more than the smallest difference that matters" | "Năm bắt đầu muộn nhất mà phần đóng góp còn lớn hơn mức chênh lệch nhỏ nhất đáng kể";
    money_saved_left_out "Saved without it" | "Tiết kiệm nếu bỏ", CURRENCY, "Public money that the plan does not spend without it, in the mean" | "Số ngân sách nhà nước không phải chi nếu bỏ giải pháp, bình quân";
    currency "Currency" | "Đơn vị tiền", NO_UNIT, "Currency, at constant prices unless the ceiling says otherwise" | "Đơn vị tiền, theo giá so sánh trừ khi mức trần quy định khác";
};

/// The price of waiting.
pub const WAITING_COLUMNS: [Column; 14] = columns! {
    decision "Decision" | "Giải pháp", NO_UNIT, "Id of the policy" | "Mã giải pháp";
    start "Start tried" | "Năm bắt đầu thử", NO_UNIT, "Year of start; empty where it is left out" | "Năm bắt đầu; để trống khi bỏ giải pháp";
    planned_start "Starts as planned" | "Bắt đầu theo kế hoạch", NO_UNIT, "Year in which it starts or opens as planned" | "Năm bắt đầu hoặc đưa vào hoạt động theo kế hoạch";
    target "Target" | "Chỉ tiêu", NO_UNIT, "What is asked" | "Nội dung chỉ tiêu";
    chance "Chance" | "Xác suất", CHANCE, "Share of the futures that meet it then" | "Tỷ lệ lượt mô phỏng đạt chỉ tiêu khi đó";
    chance_low "At least" | "Cận dưới", CHANCE, "Lower end of its 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    chance_high "At most" | "Cận trên", CHANCE, "Upper end" | "Cận trên";
    difference "Against the plan" | "So với kế hoạch", SHARE, "Chance minus that of the plan, in the same futures" | "Xác suất trừ xác suất của kế hoạch, trên cùng các lượt mô phỏng";
    low "Change, at least" | "Thay đổi, cận dưới", SHARE, "Lower end of its 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    high "Change, at most" | "Thay đổi, cận trên", SHARE, "Upper end" | "Cận trên";
    verdict "Verdict" | "Kết luận", NO_UNIT, "What can be said of the change" | "Kết luận về thay đổi";
    money_more "Money more" | "Chi thêm", CURRENCY, "Public money beyond that of the plan, mean" | "Ngân sách nhà nước chi thêm so với kế hoạch, bình quân";
    money_low "Money, at least" | "Chi thêm, cận dưới", CURRENCY, "Lower end of its 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    money_high "Money, at most" | "Chi thêm, cận trên", CURRENCY, "Upper end" | "Cận trên";
};

/// The years to which the plan is enough.
pub const ENOUGH_COLUMNS: [Column; 7] = columns! {
    target "Target" | "Chỉ tiêu", NO_UNIT, "What is asked" | "Nội dung chỉ tiêu";
    target_year "Its year" | "Năm của chỉ tiêu", NO_UNIT, "Year at whose end it is asked" | "Năm được xét, tính vào cuối năm";
    year "Year" | "Năm", NO_UNIT, "Year at whose end the same is asked here" | "Năm xét cùng mức chỉ tiêu, tính vào cuối năm";
    chance "Chance" | "Xác suất", CHANCE, "Share of the futures in which it holds then" | "Tỷ lệ lượt mô phỏng đạt chỉ tiêu khi đó";
    low "At least" | "Cận dưới", CHANCE, "Lower end of its 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    high "At most" | "Cận trên", CHANCE, "Upper end" | "Cận trên";
    tipping_year "Tipping year" | "Năm không còn đủ", NO_UNIT, "First year from which the plan is not enough any more" | "Năm đầu tiên kế hoạch không còn đủ";
};
