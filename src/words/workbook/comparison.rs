//! What the workbook of a comparison says.

use super::{
    BY_YEAR, COSTS, Column, NO_UNIT, OPTIONS, OWN_UNIT, PROVINCES, about, column, columns,
};
use crate::said::{Said, say};
use crate::words::report::{lower_first, sentence};

/// Sheet of what gains cost.
pub const PRICES: Said = Said::new("What a gain costs", "Chi phí cho mỗi kết quả");
/// Sheet of the decisions.
pub const PARTS: Said = Said::new("Which decision does it", "Đóng góp từng giải pháp");
/// Sheet of the inputs.
pub const INPUTS: Said = Said::new("Decided differently", "Khác biệt đầu vào");

/// What a sheet of a comparison shows, as the first sheet lists it.
pub fn about_comparison(sheet: Said) -> Said {
    match sheet {
        OPTIONS => Said::new(
            "Chances, figures, costs and the cost of a gain, one group of columns for each option",
            "Xác suất, số liệu, chi phí và chi phí cho mỗi kết quả tăng thêm, mỗi phương án một nhóm cột",
        ),
        BY_YEAR => Said::new(
            "Each target asked at every year-end, option by option, with charts",
            "Từng chỉ tiêu vào cuối mỗi năm theo từng phương án, kèm biểu đồ",
        ),
        COSTS => Said::new(
            "Money by payer, purpose and year of each option, and what it costs more, with sums that follow their cells",
            "Chi phí của từng phương án theo nguồn, mục chi và năm, phần tốn thêm so với đối chứng, số cộng thay đổi theo các ô",
        ),
        PRICES => Said::new(
            "Additional cost over what is gained, where a gain is clear",
            "Chi phí tăng thêm chia cho kết quả tăng thêm, khi kết quả tăng rõ rệt",
        ),
        PROVINCES => Said::new(
            "What changes in each province",
            "Thay đổi ở từng tỉnh, thành phố",
        ),
        PARTS => Said::new(
            "The change of each option, split over its decisions",
            "Thay đổi của từng phương án, tách theo các giải pháp",
        ),
        INPUTS => Said::new(
            "What differs between the options, with file and line",
            "Điểm khác nhau giữa các phương án, kèm tệp và dòng",
        ),
        _ => about(sheet),
    }
}

/// Names of the facts about a comparison, in order.
pub const COMPARISON_FACTS: [Said; 9] = [
    Said::new("Country", "Quốc gia"),
    Said::new("Years", "Kỳ mô phỏng"),
    Said::new("Futures", "Số lượt mô phỏng"),
    Said::new("Seed", "Hạt giống ngẫu nhiên"),
    Said::new("What was drawn", "Phần lấy ngẫu nhiên"),
    Said::new("Money", "Đơn vị tiền"),
    Said::new("Base", "Bộ số liệu gốc"),
    Said::new("Fingerprint of the base", "Mã kiểm tra bộ số liệu gốc"),
    Said::new("Program", "Chương trình"),
];

/// Name of an option, where it matters which one the others are held against.
pub fn option_name(name: &str, reference: bool) -> String {
    if reference {
        say! {
            en: format!("{name} (reference)"),
            vi: format!("{name} (đối chứng)"),
        }
    } else {
        name.to_owned()
    }
}
/// An option on the first sheet.
pub fn option(title: &str, note: &str, digest: &str) -> String {
    let note = match note.trim() {
        "" => String::new(),
        note => format!(" {}", sentence(note)),
    };
    say! {
        en: format!("{}{note} Fingerprint {digest}.", sentence(title)),
        vi: format!("{}{note} Mã kiểm tra: {digest}.", sentence(title)),
    }
}
/// What is compared.
pub fn compared(names: &[&str], reference: &str) -> String {
    let others: Vec<&str> = names.iter().copied().filter(|n| *n != reference).collect();
    say! {
        en: format!("{} against {reference}", others.join(", ")),
        vi: format!("{} so với {reference}", others.join(", ")),
    }
}
/// Title of the options of a comparison.
pub const COMPARED_TITLE: Said = Said::new("Options side by side", "So sánh phương án");
/// Below it.
pub fn compared_lead(reference: &str) -> String {
    say! {
        en: format!(
            "Every option lives the same futures as the reference ({reference}), so a difference is that of the \
             decisions. Changes of chances and shares are in points. At least and at most are the 95% interval of the \
             change; better and worse are said only where it lies wholly on one side of zero."
        ),
        vi: format!(
            "Mọi phương án chạy trên cùng các lượt mô phỏng với phương án đối chứng ({reference}), nên chênh lệch là do các giải \
             pháp. Thay đổi của xác suất và tỷ lệ tính bằng điểm phần trăm. Cận dưới và cận trên là khoảng tin cậy 95% của thay \
             đổi; chỉ ghi tốt hơn hoặc kém hơn khi cả khoảng nằm về một phía của số 0."
        ),
    }
}
/// Columns of an option held against the reference.
pub const DIFFERENCE_COLUMNS: [Column; 5] = columns! {
    value "Figure" | "Số liệu", OWN_UNIT, "Chance or mean under the option" | "Xác suất hoặc trung bình của phương án";
    difference "Change" | "Thay đổi", Said::new("that of the row; points for chances and shares", "theo từng hàng; xác suất và tỷ lệ tính bằng điểm %"), "Option minus reference, mean over the same futures" | "Phương án trừ phương án đối chứng, trung bình trên cùng các lượt mô phỏng";
    low "Change, at least" | "Thay đổi, cận dưới", Said::new("that of the row; points for chances and shares", "theo từng hàng; xác suất và tỷ lệ tính bằng điểm %"), "Lower end of the 95% interval of the change; of a price, its own lower end" | "Cận dưới của khoảng tin cậy 95% của thay đổi; với chi phí cho một đơn vị là cận dưới của chính số đó";
    high "Change, at most" | "Thay đổi, cận trên", Said::new("that of the row; points for chances and shares", "theo từng hàng; xác suất và tỷ lệ tính bằng điểm %"), "Upper end of that interval" | "Cận trên của khoảng đó";
    verdict "Verdict" | "Kết luận", NO_UNIT, "better or worse where the interval lies wholly on one side of zero; otherwise that it cannot be told, and how many futures would tell" | "tốt hơn hoặc kém hơn khi cả khoảng nằm về một phía của số 0; nếu không thì chưa kết luận được, kèm số lượt mô phỏng cần có";
};
/// Group of the targets that are no headline.
pub const OTHER_CHANCES: Said =
    Said::new("Chance of other targets", "Khả năng đạt các chỉ tiêu khác");
/// Group of the values.
pub const FIGURES: Said = Said::new(
    "Indicators, means over the futures",
    "Các chỉ số, trung bình của các lượt mô phỏng",
);
/// The price of a gain.
pub fn price_of(gain: &str, payers: &str) -> String {
    say! {
        en: format!("{gain}, costs of {payers}"),
        vi: format!("{gain}; chi phí của {payers}"),
    }
}
/// First columns of the targets by year of a comparison.
pub const COMPARED_BY_YEAR: [Column; 2] = [
    column(
        Said::new("Target", "Chỉ tiêu"),
        NO_UNIT,
        Said::new(
            "What is asked, with the year that its document sets",
            "Nội dung chỉ tiêu, kèm năm mà văn bản quy định",
        ),
    ),
    column(
        Said::new("Option", "Phương án"),
        NO_UNIT,
        Said::new("Which option", "Tên phương án"),
    ),
];
/// Heading of an option's costs.
pub fn option_costs(option: &str, money: &str) -> String {
    format!("{option}, {}", lower_first(money))
}
/// Heading of what an option costs more.
pub fn option_costs_more(option: &str, money: &str) -> String {
    say! {
        en: format!("{option}: more than the reference, {}", lower_first(money)),
        vi: format!("{option}: tốn thêm so với đối chứng, {}", lower_first(money)),
    }
}
/// Below the title of the costs of a comparison.
pub fn compared_costs_lead(currency: &str) -> String {
    say! {
        en: format!(
            "Means over the same futures, {currency}. Every sum is a formula over the cells it adds. The interval of each \
             difference is in costs.csv: intervals do not add up, so none stands beside a sum."
        ),
        vi: format!(
            "Bình quân trên cùng các lượt mô phỏng, {currency}. Mọi số cộng là công thức trên các ô được cộng. Khoảng tin cậy của \
             từng chênh lệch ở tệp costs.csv: các khoảng không cộng được với nhau nên không ghi cạnh số cộng."
        ),
    }
}
const MORE: Said = Said::new("currency, discounted", "đơn vị tiền tệ, đã chiết khấu");
/// Columns of the prices.
pub const PRICE_COLUMNS: [Column; 13] = columns! {
    option "Option" | "Phương án", NO_UNIT, "Which option" | "Tên phương án";
    gain "Gain" | "Kết quả tăng thêm", NO_UNIT, "What is gained" | "Kết quả đạt thêm được";
    payers "Whose costs" | "Nguồn chi trả", NO_UNIT, "All payers, or the budgets alone" | "Tất cả các nguồn, hoặc chỉ ngân sách nhà nước";
    discounted_cost_to_year "Discounted cost to the year" | "Chi phí chiết khấu đến năm đó", MORE, "Additional cost up to the year of the gain, discounted, mean over the same futures; not the whole cost of the option" | "Chi phí tăng thêm đến năm đạt kết quả, đã chiết khấu, trung bình trên cùng các lượt mô phỏng; không phải toàn bộ chi phí của phương án";
    discounted_cost_to_year_low "Cost, at least" | "Chi phí, cận dưới", MORE, "Lower end of its 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    discounted_cost_to_year_high "Cost, at most" | "Chi phí, cận trên", MORE, "Upper end" | "Cận trên";
    gained "Gained" | "Mức tăng thêm", Said::new("points, heads, beds or bed-days", "điểm %, người, giường hoặc ngày điều trị"), "Mean gain over the same futures" | "Mức tăng thêm trung bình trên cùng các lượt mô phỏng";
    gained_low "Gained, at least" | "Mức tăng, cận dưới", Said::new("points, heads, beds or bed-days", "điểm %, người, giường hoặc ngày điều trị"), "Lower end of its 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    gained_high "Gained, at most" | "Mức tăng, cận trên", Said::new("points, heads, beds or bed-days", "điểm %, người, giường hoặc ngày điều trị"), "Upper end" | "Cận trên";
    price "Cost of one" | "Chi phí cho một đơn vị", MORE, "Discounted cost to the year over gain, where the gain is clear" | "Chi phí chiết khấu đến năm đó chia cho mức tăng thêm, khi mức tăng rõ rệt";
    price_low "One, at least" | "Một đơn vị, cận dưới", MORE, "Lower end of its 95% interval (Fieller), from the joint futures" | "Cận dưới của khoảng tin cậy 95% (Fieller), tính từ cùng các lượt mô phỏng";
    price_high "One, at most" | "Một đơn vị, cận trên", MORE, "Upper end" | "Cận trên";
    no_price "No price, because" | "Lý do không tính được", NO_UNIT, "Why there is none" | "Lý do không có chi phí cho một đơn vị";
};
/// Columns of the changes by province.
pub const PROVINCE_CHANGES: [Column; 13] = columns! {
    province "Province" | "Tỉnh, thành phố", NO_UNIT, "Name" | "Tên tỉnh, thành phố";
    option "Option" | "Phương án", NO_UNIT, "Which option" | "Tên phương án";
    indicator "Indicator" | "Chỉ số", NO_UNIT, "What is read" | "Chỉ số được đọc";
    unit "Unit" | "Đơn vị", NO_UNIT, "Its unit" | "Đơn vị tính";
    reference_value "Reference" | "Đối chứng", OWN_UNIT, "Mean in the reference" | "Trung bình của phương án đối chứng";
    value "Here" | "Phương án này", OWN_UNIT, "Mean under the option" | "Trung bình của phương án";
    difference "Change" | "Thay đổi", Said::new("that of the row; points for shares", "theo từng hàng; tỷ lệ tính bằng điểm %"), "Option minus reference, mean over the same futures" | "Phương án trừ phương án đối chứng, trung bình trên cùng các lượt mô phỏng";
    low "At least" | "Cận dưới", Said::new("that of the row; points for shares", "theo từng hàng; tỷ lệ tính bằng điểm %"), "Lower end of the 95% interval of the change" | "Cận dưới của khoảng tin cậy 95% của thay đổi";
    high "At most" | "Cận trên", Said::new("that of the row; points for shares", "theo từng hàng; tỷ lệ tính bằng điểm %"), "Upper end" | "Cận trên";
    verdict "Verdict" | "Kết luận", NO_UNIT, "better or worse where the interval lies wholly on one side of zero" | "tốt hơn hoặc kém hơn khi cả khoảng nằm về một phía của số 0";
    helped "Helped" | "Có lợi", Said::new("futures", "lượt mô phỏng"), "Futures in which the province does better" | "Số lượt mô phỏng mà tỉnh, thành phố tốt hơn";
    harmed "Harmed" | "Bất lợi", Said::new("futures", "lượt mô phỏng"), "Futures in which it does worse" | "Số lượt mô phỏng mà tỉnh, thành phố kém hơn";
    unchanged "Unchanged" | "Không đổi", Said::new("futures", "lượt mô phỏng"), "Futures in which nothing changes" | "Số lượt mô phỏng không có thay đổi";
};
/// Below the title of the changes by province.
pub const PROVINCE_CHANGES_LEAD: Said = Said::new(
    "Every indicator and option; the arrows of the header pick rows. Errors of later publications and revisions of provincial plans are not drawn.",
    "Mọi chỉ số và phương án; dùng mũi tên ở tiêu đề cột để lọc hàng. Chưa tính sai số của các lần công bố sau và việc điều chỉnh kế hoạch của địa phương.",
);
/// Columns of the decisions.
pub const PART_COLUMNS: [Column; 7] = columns! {
    option "Option" | "Phương án", NO_UNIT, "Which option" | "Tên phương án";
    outcome "Outcome" | "Kết quả", NO_UNIT, "What changes" | "Nội dung thay đổi";
    part "Part" | "Thành phần", NO_UNIT, "A decision that differs, or all of them" | "Một giải pháp khác biệt, hoặc tất cả";
    change "Change" | "Thay đổi", Said::new("that of the outcome; points for chances and shares", "theo kết quả; xác suất và tỷ lệ tính bằng điểm %"), "What it adds on average over all orders of the decisions" | "Phần đóng góp bình quân theo mọi thứ tự của các giải pháp";
    low "Change, at least" | "Thay đổi, cận dưới", Said::new("that of the outcome; points for chances and shares", "theo kết quả; xác suất và tỷ lệ tính bằng điểm %"), "Lower end of the 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    high "Change, at most" | "Thay đổi, cận trên", Said::new("that of the outcome; points for chances and shares", "theo kết quả; xác suất và tỷ lệ tính bằng điểm %"), "Upper end" | "Cận trên";
    order_error "Error of orders" | "Sai số thứ tự", Said::new("that of the outcome; points for chances and shares", "theo kết quả; xác suất và tỷ lệ tính bằng điểm %"), "Half of the 95% interval that sampling orders leaves, where not all were counted" | "Một nửa khoảng tin cậy 95% do chỉ lấy mẫu các thứ tự, khi không tính hết mọi thứ tự";
};
/// All decisions together.
pub const ALL_PARTS: Said = Said::new("All together", "Tổng cộng");
/// Columns of the inputs.
pub const INPUT_COLUMNS: [Column; 7] = columns! {
    option "Option" | "Phương án", NO_UNIT, "Which option" | "Tên phương án";
    what "What" | "Nội dung", NO_UNIT, "Policy, assumption or field of the scenario" | "Giải pháp, giả định hoặc trường của kịch bản";
    field "Field" | "Trường", NO_UNIT, "Field of it; empty where the whole is on one side only" | "Trường của mục đó; để trống khi cả mục chỉ có ở một bên";
    reference_value "Reference" | "Đối chứng", NO_UNIT, "In the reference" | "Trong phương án đối chứng";
    reference_stands_in "Reference stands in" | "Vị trí ở đối chứng", NO_UNIT, "File and line" | "Tệp và dòng";
    option_value "In the option" | "Trong phương án", NO_UNIT, "In the option" | "Trong phương án";
    option_stands_in "Option stands in" | "Vị trí ở phương án", NO_UNIT, "File and line" | "Tệp và dòng";
};
/// Below the title of the inputs.
pub const INPUTS_LEAD: Said = Said::new(
    "Everything else is the same, down to the draws.",
    "Mọi thứ khác đều như nhau, kể cả các giá trị lấy ngẫu nhiên.",
);
/// Where a value is written.
pub fn written_at(file: &str, line: Option<usize>) -> String {
    match line {
        Some(line) => say! {
            en: format!("{file}, line {line}"),
            vi: format!("{file}, dòng {line}"),
        },
        None => say! {
            en: format!("{file}, not written: the default"),
            vi: format!("{file}, không ghi: giá trị mặc định"),
        },
    }
}
