//! The workbook: names of its sheets, its columns with what they mean, and the sentences around them.

pub mod comparison;
pub mod guesses;
pub mod seek;
pub mod sweep;
pub mod timing;

use super::number::{self, grouped};
pub use super::page::ALL_PAYERS;
use super::report::{date, lower_first, sentence, things_in_vietnamese};
use crate::base::{Bound, Direction, Form, Level, Owner};
use crate::results::Unit;
use crate::said::date::in_month;
use crate::said::{Said, say};
use crate::units::Year;

/// Sheet that lists the others and says how to read them.
pub const READ_ME: Said = Said::new("Read me", "Hướng dẫn đọc");
/// Sheet of the options.
pub const OPTIONS: Said = Said::new("Options side by side", "So sánh phương án");
/// Sheet of the targets.
pub const TARGETS: Said = Said::new("Targets", "Chỉ tiêu");
/// Sheet of the targets at each year-end.
pub const BY_YEAR: Said = Said::new("Targets by year", "Chỉ tiêu theo năm");
/// Sheet of the costs.
pub const COSTS: Said = Said::new("Cost by payer and year", "Chi phí theo nguồn và năm");
/// Sheet of the costs in the province a question is about.
pub const PROVINCE_COSTS: Said = Said::new("Cost in the province", "Chi phí tại địa phương");
/// Sheet of the provinces.
pub const PROVINCES: Said = Said::new("Provinces", "Tỉnh, thành phố");
/// Sheet of the hospitals.
pub const FACILITIES: Said = Said::new("Facilities", "Cơ sở y tế");
/// Sheet of the assumptions.
pub const ASSUMPTIONS: Said = Said::new("Assumptions", "Giả định");
/// Who does what by when.
pub const TASKS: Said = Said::new("Tasks", "Phân công nhiệm vụ");
/// Sheet of what every column and indicator means.
pub const DICTIONARY: Said = Said::new("Dictionary", "Giải thích thuật ngữ");

/// Every sheet of every workbook.
const EVERY_SHEET: &[Said] = &[
    OPTIONS,
    TARGETS,
    BY_YEAR,
    COSTS,
    PROVINCE_COSTS,
    PROVINCES,
    FACILITIES,
    ASSUMPTIONS,
    TASKS,
    DICTIONARY,
    comparison::PRICES,
    comparison::PARTS,
    comparison::INPUTS,
    guesses::GUESSES,
    guesses::BOXES,
    guesses::PARTS,
    guesses::PAIRS,
    guesses::WORTH,
    seek::GOALS,
    seek::ANSWERS,
    seek::PACKAGES,
    seek::FRONTIER,
    seek::LEVERS,
    sweep::SURFACE,
    sweep::VARIED,
    timing::DECISIONS,
    timing::WAITING,
    timing::ENOUGH,
];

/// The sheet that bears this name in the language that is spoken.
pub fn sheet(name: &str) -> Said {
    let mut all = EVERY_SHEET.iter().copied();
    all.find(|sheet| name == *sheet).unwrap_or(READ_ME)
}

/// What a sheet shows, as the first sheet lists it.
pub fn about(sheet: Said) -> Said {
    match sheet {
        OPTIONS => Said::new(
            "The answers and the costs, one column for each option",
            "Kết quả và chi phí, mỗi phương án một cột",
        ),
        TARGETS => Said::new(
            "Every target: its chance with both errors, the gap, and what it would take",
            "Từng chỉ tiêu: xác suất kèm hai loại sai số, số còn thiếu và điều kiện để đạt",
        ),
        BY_YEAR => Said::new(
            "The same question asked at each year-end, with a chart",
            "Cùng câu hỏi đó vào cuối mỗi năm, kèm biểu đồ",
        ),
        COSTS => Said::new(
            "Money by payer, purpose and year, with sums that follow their cells, and a chart",
            "Chi phí theo nguồn, mục chi và năm, số cộng thay đổi theo các ô, kèm biểu đồ",
        ),
        PROVINCE_COSTS => Said::new(
            "The same for the province that the question is about",
            "Như trên, cho tỉnh, thành phố mà câu hỏi đề cập",
        ),
        PROVINCES => Said::new(
            "Each province beside the nation: medians, ranges and chances",
            "Từng tỉnh, thành phố so với cả nước: trung vị, khoảng và xác suất",
        ),
        FACILITIES => Said::new(
            "Each hospital: beds and occupancy; synthetic ones are marked",
            "Từng bệnh viện: số giường và công suất giường; bệnh viện giả lập được đánh dấu",
        ),
        TASKS => Said::new(
            "Who does what by when, what it costs, and what is spent of the money promised",
            "Phân công nhiệm vụ, thời hạn, kinh phí và phần vốn cam kết được giải ngân",
        ),
        ASSUMPTIONS => Said::new(
            "Every uncertain number with its source and grade, the weakest first",
            "Từng con số chưa chắc chắn kèm nguồn và mức tin cậy, mức thấp nhất trước",
        ),
        DICTIONARY => Said::new(
            "What every column and every indicator means, with its unit",
            "Ý nghĩa và đơn vị của từng cột, từng chỉ số",
        ),
        _ => Said::new("This page", "Trang này"),
    }
}

/// A column as the dictionary explains it.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The column of the table it shows; empty where a sheet lays out what no table holds so.
    pub id: &'static str,
    /// Head of the column.
    pub title: Said,
    /// Unit of its figures, where it has one.
    pub unit: Said,
    /// What it holds.
    pub meaning: Said,
}

const fn column(title: Said, unit: Said, meaning: Said) -> Column {
    let id = "";
    Column {
        id,
        title,
        unit,
        meaning,
    }
}

/// The columns that a sheet shows of a table, one a line: the table's name of it, its head, unit and
/// meaning.
macro_rules! columns {
    ($($id:ident $title:literal $(| $title_vi:literal)?, $unit:expr, $meaning:literal $(| $meaning_vi:literal)?;)*) => {
        [$(Column {
            id: stringify!($id),
            ..column(
                Said::new($title, concat!($($title_vi)?)),
                $unit,
                Said::new($meaning, concat!($($meaning_vi)?)),
            )
        }),*]
    };
}
use columns;

/// Stands for the currency of the run in the unit of a column.
pub const CURRENCY: Said = Said::new("currency", "đơn vị tiền tệ");

/// No unit.
pub const NO_UNIT: Said = Said::new("", "");

/// Unit of a chance.
pub const CHANCE: Said = Said::new("share of futures", "tỷ lệ lượt mô phỏng");
const OWN_UNIT: Said = Said::new("that of the row", "theo từng hàng");
const OF_INDICATOR: Said = Said::new("that of the indicator", "theo chỉ số");
const HEADS: Said = Said::new("heads or beds", "người hoặc giường");

/// Columns of the targets.
pub const TARGET_COLUMNS: [Column; 28] = columns! {
    place "Place" | "Địa bàn", NO_UNIT, "The nation, region or province of which it is asked" | "Cả nước, vùng hoặc tỉnh, thành phố được xét";
    claim "Target" | "Chỉ tiêu", NO_UNIT, "What is asked, in words" | "Nội dung chỉ tiêu, viết bằng lời";
    document "Document" | "Văn bản", NO_UNIT, "The document that sets it" | "Văn bản đặt ra chỉ tiêu";
    status "Standing" | "Tình trạng văn bản", NO_UNIT, "Adopted, draft, replaced by a later document, or long-term aim" | "Đã ban hành, dự thảo, đã được văn bản sau thay thế, hoặc tầm nhìn dài hạn";
    probability "Chance" | "Xác suất", CHANCE, "Share of the futures lived in which it holds at the end of its year" | "Tỷ lệ lượt mô phỏng đạt chỉ tiêu vào cuối năm của chỉ tiêu";
    low_95 "Chance, at least" | "Xác suất, cận dưới", CHANCE, "Lower end of the 95% interval that sampling leaves" | "Cận dưới của khoảng tin cậy 95% do sai số mô phỏng";
    high_95 "Chance, at most" | "Xác suất, cận trên", CHANCE, "Upper end of that interval" | "Cận trên của khoảng đó";
    driver_said "Driver that matters most" | "Yếu tố chi phối nhất", NO_UNIT, "The assumption between whose lowest and highest fifth the chance differs most, of those that can be told from luck, with its id, its grade and the 95% interval of the difference" | "Giả định làm xác suất giữa nhóm một phần năm thấp nhất và nhóm cao nhất khác nhau nhiều nhất, trong số các giả định có ảnh hưởng vượt mức ngẫu nhiên; kèm mã, mức tin cậy và khoảng tin cậy 95% của chênh lệch";
    driver_low "Chance in its lowest fifth" | "Xác suất ở nhóm thấp nhất", CHANCE, "Chance in the fifth of the futures where that assumption is lowest" | "Xác suất trong nhóm một phần năm số lượt mô phỏng có giả định đó thấp nhất";
    driver_high "Chance in its highest fifth" | "Xác suất ở nhóm cao nhất", CHANCE, "Chance in the fifth of the futures where it is highest" | "Xác suất trong nhóm một phần năm số lượt mô phỏng có giả định đó cao nhất";
    expected_shortfall "Mean shortfall" | "Thiếu hụt bình quân", OWN_UNIT, "Mean over all futures of what is missing, zero where the target is met" | "Mức thiếu hụt bình quân của tất cả các lượt mô phỏng; lượt đạt chỉ tiêu tính bằng 0";
    median_gap_count "Median gap" | "Số còn thiếu (trung vị)", HEADS, "What the middle future lacks; the report rounds it up to whole heads or beds" | "Số còn thiếu ở mức trung vị; báo cáo làm tròn lên đến người hoặc giường";
    extra_a_year_count "Extra a year" | "Cần thêm mỗi năm", HEADS, "What would have to be added every year from the first one on, beyond what happens anyway, to close that gap" | "Số cần thêm mỗi năm kể từ năm đầu, ngoài mức tăng sẵn có, để bù đủ số còn thiếu";
    multiple_of_present_flow "Times present growth" | "So với mức tăng hiện nay (lần)", Said::new("ratio", "lần"), "How many times today's growth that would be" | "Mức tăng cần có gấp mấy lần mức tăng hiện nay";
    half_met "Half of futures by" | "Một nửa số lượt đạt vào năm", Said::new("year", "năm"), "Year by whose end half of the futures have first met it; empty when they do not in these years" | "Năm mà đến cuối năm một nửa số lượt mô phỏng đã đạt lần đầu; để trống nếu không có trong kỳ mô phỏng";
    not_answered "Instead of a chance" | "Thay cho xác suất", NO_UNIT, "Why there is no chance, or what came of a target that was due before the run" | "Lý do không có xác suất, hoặc kết quả đã công bố của chỉ tiêu đến hạn trước kỳ mô phỏng";
    headline "Headline" | "Chỉ tiêu chủ yếu", NO_UNIT, "Whether the question asks it and it is due in these years" | "Câu hỏi có hỏi chỉ tiêu này và chỉ tiêu đến hạn trong kỳ mô phỏng hay không";
    indicator "Indicator" | "Chỉ số", NO_UNIT, "Id of the indicator, as in the tables" | "Mã chỉ số, như trong các bảng";
    direction "Direction" | "Chiều", NO_UNIT, "at_least, at_most, over, below or between" | "at_least (tối thiểu), at_most (tối đa), over (trên), below (dưới) hoặc between (trong khoảng)";
    threshold "Threshold" | "Mức chỉ tiêu", OWN_UNIT, "What its document asks for" | "Mức mà văn bản yêu cầu";
    threshold_to "To" | "Đến mức", OWN_UNIT, "Of a band, its other end: met from the threshold to this" | "Nếu là khoảng: đầu kia của khoảng, đạt khi nằm từ mức chỉ tiêu đến mức này";
    from_year "From" | "Từ năm", NO_UNIT, "First year-end at which it must hold, where it must from a year on" | "Cuối năm đầu tiên phải đạt, nếu phải đạt liên tục từ một năm";
    unit "Unit" | "Đơn vị", NO_UNIT, "Unit of threshold and shortfall" | "Đơn vị của mức chỉ tiêu và mức thiếu hụt";
    year "Year" | "Năm", Said::new("year", "năm"), "Year at whose end it is asked" | "Năm được xét, tính vào cuối năm";
    hits "Futures that meet it" | "Số lượt đạt", Said::new("futures", "lượt mô phỏng"), "In how many of the futures lived it holds" | "Số lượt mô phỏng đạt chỉ tiêu";
    futures "Futures" | "Số lượt mô phỏng", Said::new("futures", "lượt mô phỏng"), "Futures lived" | "Số lượt đã mô phỏng";
    source_id "Source" | "Nguồn", NO_UNIT, "Ids of the sources of the target" | "Mã các nguồn của chỉ tiêu";
    ids "Target id" | "Mã chỉ tiêu", NO_UNIT, "Id, as in the tables" | "Mã, như trong các bảng";
};

/// Columns of the targets that are printed; those after them are for joining with the tables.
pub const TARGETS_PRINTED: usize = 16;

/// First columns of the targets by year; the years follow.
pub const BY_YEAR_COLUMNS: [Column; 2] = [
    column(
        Said::new("Place", "Địa bàn"),
        NO_UNIT,
        Said::new(
            "The nation, region or province of which it is asked",
            "Cả nước, vùng hoặc tỉnh, thành phố được xét",
        ),
    ),
    column(
        Said::new("Target", "Chỉ tiêu"),
        NO_UNIT,
        Said::new(
            "What is asked, with the year that its document sets",
            "Nội dung chỉ tiêu, kèm năm mà văn bản quy định",
        ),
    ),
];

/// The columns of the years, in the targets by year.
pub const A_YEAR_OF_CHANCES: Column = column(
    Said::new("One column for each year", "Mỗi năm một cột"),
    CHANCE,
    Said::new(
        "Share of the futures in which the same threshold is met at the end of that year",
        "Tỷ lệ lượt mô phỏng đạt cùng mức chỉ tiêu vào cuối năm đó",
    ),
);

/// First column of the costs.
pub const COSTS_FIRST: Column = column(
    Said::new("Payer and purpose", "Nguồn và mục chi"),
    NO_UNIT,
    Said::new("Who pays, and for what", "Nguồn nào chi, chi cho việc gì"),
);
/// The columns of the years, in the costs.
pub const A_YEAR_OF_COSTS: Column = column(
    Said::new("One column for each year", "Mỗi năm một cột"),
    CURRENCY,
    Said::new(
        "Mean over all futures of what is spent in that year",
        "Số chi trong năm, bình quân của tất cả các lượt mô phỏng",
    ),
);
/// Last column of the costs.
pub const ALL_YEARS: Column = column(
    Said::new("All years", "Tổng các năm"),
    CURRENCY,
    Said::new(
        "Sum of the years, worked out by the sheet itself",
        "Tổng các năm, do bảng tính tự cộng",
    ),
);

/// First column of the provinces; a group for each question follows.
pub const PROVINCE: Column = column(
    Said::new("Province", "Tỉnh, thành phố"),
    NO_UNIT,
    Said::new("Name; the nation stands first", "Tên; cả nước đứng đầu"),
);
/// The start of a ratio, in its first group.
pub const AT_START: Column = column(
    Said::new("Start", "Đầu kỳ"),
    OF_INDICATOR,
    Said::new(
        "Median at the end of the base year",
        "Trung vị vào cuối năm gốc",
    ),
);
/// What is told of a province and a ratio at a year-end.
pub const PROVINCE_FIGURES: [Column; 4] = [
    column(
        Said::new("Median", "Trung vị"),
        OF_INDICATOR,
        Said::new("The middle future", "Giá trị ở giữa các lượt mô phỏng"),
    ),
    column(
        Said::new("Low", "Thấp"),
        OF_INDICATOR,
        Said::new(
            "One future in ten ends lower",
            "Một phần mười số lượt mô phỏng có kết quả thấp hơn",
        ),
    ),
    column(
        Said::new("High", "Cao"),
        OF_INDICATOR,
        Said::new(
            "One future in ten ends higher",
            "Một phần mười số lượt mô phỏng có kết quả cao hơn",
        ),
    ),
    column(
        Said::new("Chance", "Xác suất"),
        CHANCE,
        Said::new(
            "Share of futures in which the province by itself stands where the nation wants to stand; no target binds it to",
            "Tỷ lệ lượt mô phỏng mà riêng tỉnh, thành phố đạt mức chỉ tiêu của cả nước; không có chỉ tiêu nào bắt buộc địa phương như vậy",
        ),
    ),
];
/// Last columns of the provinces; those after the first are not printed.
pub const PROVINCE_LAST: [Column; 3] = [
    column(
        Said::new(
            "Staff raised at the start",
            "Nhân lực điều chỉnh tăng đầu kỳ",
        ),
        NO_UNIT,
        Said::new(
            "Occupations counted one by one as fewer than the model uses at the start, because provinces must add to the published nation; the true number may be nearer the lower one",
            "Các nhóm nhân lực có số thống kê ít hơn số mô hình dùng ở đầu kỳ, vì tổng các tỉnh, thành phố phải khớp số công bố của cả nước; số thực tế có thể gần với số thấp hơn",
        ),
    ),
    column(
        Said::new("Region", "Vùng"),
        NO_UNIT,
        Said::new("Region it lies in", "Vùng của tỉnh, thành phố"),
    ),
    column(
        Said::new("Code", "Mã"),
        NO_UNIT,
        Said::new("Code, as in the tables", "Mã, như trong các bảng"),
    ),
];

/// Columns of the hospitals up to the beds.
pub const FACILITY_COLUMNS: [Column; 6] = columns! {
    province "Province" | "Tỉnh, thành phố", NO_UNIT, "Province it stands in" | "Tỉnh, thành phố nơi có bệnh viện";
    name "Hospital" | "Bệnh viện", NO_UNIT, "Name where a list names it; otherwise a made-up one" | "Tên nếu có trong danh sách; nếu không là tên đặt ra";
    synthetic "Synthetic" | "Giả lập", NO_UNIT, "yes: no list names it; it was made up in number and size until counts and beds add to the published totals, and is no real place" | "có: không có trong danh sách nào; số lượng và quy mô được đặt ra để khớp tổng số cơ sở và số giường đã công bố, không phải địa điểm có thật";
    level "Level" | "Cấp", NO_UNIT, "Level of care" | "Cấp chuyên môn theo mô hình";
    owner_at_base "Owner at the start" | "Chủ quản đầu kỳ", NO_UNIT, "Owner at the end of the base year" | "Cơ quan, đơn vị chủ quản vào cuối năm gốc";
    facility "Code" | "Mã", NO_UNIT, "Code, as in facilities.parquet and facilities.csv" | "Mã, như trong facilities.parquet và facilities.csv";
};
/// Beds of a hospital at a year-end.
pub const FACILITY_BEDS: Column = column(
    Said::new("Beds", "Số giường"),
    Said::new("beds", "giường"),
    Said::new(
        "Median of its beds over the futures recorded, at the end of that year",
        "Trung vị số giường trong các lượt mô phỏng có ghi, vào cuối năm đó",
    ),
);
/// Low end of its beds in the last year.
pub const FACILITY_LOW: Column = column(
    Said::new("Beds, low", "Số giường, thấp"),
    Said::new("beds", "giường"),
    Said::new(
        "One future in ten ends lower",
        "Một phần mười số lượt mô phỏng có kết quả thấp hơn",
    ),
);
/// High end of its beds in the last year.
pub const FACILITY_HIGH: Column = column(
    Said::new("Beds, high", "Số giường, cao"),
    Said::new("beds", "giường"),
    Said::new(
        "One future in ten ends higher",
        "Một phần mười số lượt mô phỏng có kết quả cao hơn",
    ),
);
/// Occupancy of a hospital in a year.
pub const FACILITY_OCCUPANCY: Column = column(
    Said::new("Occupancy", "Công suất giường"),
    Said::new("share of bed-days", "tỷ lệ ngày điều trị nội trú"),
    Said::new(
        "Median occupancy of the hospitals of its level and owner in its province: no hospital's own was observed",
        "Trung vị công suất giường của các bệnh viện cùng cấp, cùng chủ quản trong tỉnh, thành phố: không có số liệu riêng của từng bệnh viện",
    ),
);
/// How often it has beds.
pub const FACILITY_OPEN: Column = column(
    Said::new("Open", "Đang hoạt động"),
    CHANCE,
    Said::new(
        "Share of the futures recorded in which it has beds at the end of that year",
        "Tỷ lệ lượt mô phỏng có ghi mà bệnh viện có giường vào cuối năm đó",
    ),
);
/// How often it has changed hands.
pub const FACILITY_HANDED: Column = column(
    Said::new("Handed over", "Đã chuyển giao"),
    CHANCE,
    Said::new(
        "Share of the futures recorded in which it has passed from a ministry to its province by then",
        "Tỷ lệ lượt mô phỏng có ghi mà đến lúc đó bệnh viện đã chuyển từ bộ về địa phương",
    ),
);

/// Columns of the tasks.
pub const TASK_COLUMNS: [Column; 18] = columns! {
    task "Task" | "Nhiệm vụ, giải pháp", NO_UNIT, "Id of the policy, and what it does" | "Mã giải pháp và nội dung";
    responsible "Responsible" | "Cơ quan chủ trì", NO_UNIT, "Who is responsible; empty where nobody is named" | "Cơ quan chịu trách nhiệm; để trống khi chưa xác định";
    coordinating "With" | "Cơ quan phối hợp", NO_UNIT, "Who works with them; empty where nobody is named" | "Cơ quan cùng thực hiện; để trống khi chưa xác định";
    authority "Authority" | "Thẩm quyền", NO_UNIT, "What gives them the power to do it, or who decides" | "Căn cứ thẩm quyền thực hiện, hoặc cấp quyết định";
    deadline "By when" | "Thời hạn hoàn thành", NO_UNIT, "Year at whose end it should be done" | "Năm phải hoàn thành, chậm nhất cuối năm";
    deadline_month "Month" | "Tháng", NO_UNIT, "Month of that year at whose end it should be done; empty: December" | "Tháng phải hoàn thành trong năm đó, chậm nhất cuối tháng; để trống là tháng 12";
    product "Product" | "Sản phẩm", NO_UNIT, "What is there then" | "Kết quả phải có khi đến hạn";
    reported_said "Reported" | "Tiến độ báo cáo", NO_UNIT, "What was reported so far: share done and month, the last first" | "Tiến độ đã báo cáo: tỷ lệ hoàn thành và tháng, báo cáo mới nhất trước";
    cost_mean "Cost" | "Kinh phí", CURRENCY, "Mean over all futures and simulated years, constant prices" | "Bình quân của tất cả các lượt mô phỏng, cộng các năm mô phỏng, giá so sánh";
    cost_p10 "Cost, low" | "Kinh phí, mức thấp", CURRENCY, "One future in ten costs less" | "Một phần mười số lượt mô phỏng tốn ít hơn";
    cost_p90 "Cost, high" | "Kinh phí, mức cao", CURRENCY, "One future in ten costs more" | "Một phần mười số lượt mô phỏng tốn nhiều hơn";
    payers "Paid by" | "Nguồn kinh phí", NO_UNIT, "Who bears a cost of it" | "Các nguồn chi trả";
    on_time "On time" | "Khả năng đúng hạn", CHANCE, "Share of the futures in which the product is there by then; empty where the product is money, and without a year" | "Tỷ lệ lượt mô phỏng có sản phẩm khi đến hạn; để trống khi sản phẩm là giải ngân vốn hoặc không có thời hạn";
    promised_mean "Promised" | "Vốn cam kết", CURRENCY, "Money it promises over all simulated years, mean over all futures; empty where it promises no amount" | "Vốn cam kết trong tất cả các năm mô phỏng, bình quân của tất cả các lượt; để trống khi không cam kết mức vốn";
    spent_mean "Spent" | "Đã giải ngân", CURRENCY, "What is spent of it" | "Phần vốn đã giải ngân";
    unspent_mean "Unspent" | "Chưa giải ngân", CURRENCY, "What is not: it lapses, waits past the last year or finds nothing to buy" | "Phần còn lại: bị hủy dự toán, chờ sang sau năm cuối hoặc không có gì để mua";
    spent_in_time "Spent in time" | "Giải ngân đúng hạn", CHANCE, "Where the product is money: share of the futures in which nine tenths of it are spent by then" | "Khi sản phẩm là giải ngân vốn: tỷ lệ lượt mô phỏng giải ngân được chín phần mười vốn khi đến hạn";
    policy "Id" | "Mã", NO_UNIT, "Id of the policy, as in the tables" | "Mã giải pháp, như trong các bảng";
};
/// Columns of the tasks that are printed.
pub const TASKS_PRINTED: usize = 17;
/// Title of the tasks.
pub const TASKS_TITLE: Said = Said::new(
    "Who does what by when, and what is spent of what is promised",
    "Phân công nhiệm vụ, thời hạn và tình hình giải ngân vốn cam kết",
);

/// Columns of the assumptions.
pub const ASSUMPTION_COLUMNS: [Column; 12] = columns! {
    grade "Grade" | "Mức tin cậy", NO_UNIT, "A official statistic or decision; B press report quoting officials; C academic or secondary source; D derived from such figures; E assumed, with a range and a reason" | "A số liệu thống kê hoặc văn bản chính thức; B báo chí dẫn lời cơ quan chức năng; C tài liệu khoa học hoặc nguồn thứ cấp; D suy ra từ số liệu đã công bố; E giả định, có khoảng giá trị và lý do";
    id "Assumption" | "Giả định", NO_UNIT, "Id" | "Mã";
    meaning "Meaning" | "Ý nghĩa", NO_UNIT, "What the number is" | "Ý nghĩa của con số";
    unit "Unit" | "Đơn vị", NO_UNIT, "Its unit" | "Đơn vị tính";
    law "Law" | "Phân phối", NO_UNIT, "From what it is drawn, once for each future" | "Phân phối dùng để lấy ngẫu nhiên, mỗi lượt mô phỏng một lần";
    range_in_words "Range" | "Khoảng giá trị", OWN_UNIT, "Range in which it was thought to lie, where that is not the one of its law" | "Khoảng giá trị được cho là có thể, nếu khác với khoảng của phân phối";
    source_id "Source" | "Nguồn", NO_UNIT, "Ids of its sources, as in sources.csv of the base" | "Mã các nguồn, như trong sources.csv của bộ số liệu gốc";
    reason "Reason" | "Lý do", NO_UNIT, "Why this law and no other" | "Lý do chọn phân phối này";
    read "Read" | "Có sử dụng", NO_UNIT, "Whether anything in this run asked for it" | "Lần chạy này có dùng đến giả định hay không";
    changed_by_scenario "Changed by the scenario" | "Kịch bản thay đổi", NO_UNIT, "Whether the scenario put another law in the place of the base's" | "Kịch bản có thay phân phối của bộ số liệu gốc hay không";
    range_low "Range from" | "Khoảng, từ", OWN_UNIT, "Low end of the range" | "Đầu dưới của khoảng";
    range_high "Range to" | "Khoảng, đến", OWN_UNIT, "High end of the range" | "Đầu trên của khoảng";
};
/// Columns of the assumptions that are printed.
pub const ASSUMPTIONS_PRINTED: usize = 10;

/// Columns of the options of a single run.
pub const OPTION_COLUMNS: [Column; 3] = [
    column(
        Said::new("What", "Nội dung"),
        NO_UNIT,
        Said::new(
            "A target, a set of targets, or a payer",
            "Một chỉ tiêu, một nhóm chỉ tiêu hoặc một nguồn chi trả",
        ),
    ),
    column(
        Said::new("Unit", "Đơn vị"),
        NO_UNIT,
        Said::new("Unit of the row", "Đơn vị của hàng"),
    ),
    column(
        Said::new("The option by name", "Tên phương án"),
        OWN_UNIT,
        Said::new(
            "Its figure; chances are shares of the futures lived, money is the mean over them",
            "Số liệu của phương án; xác suất là tỷ lệ lượt mô phỏng, tiền là bình quân của các lượt",
        ),
    ),
];
/// The interval beside the figure of an option.
pub const OPTION_INTERVAL: Column = column(
    Said::new("95% interval", "Khoảng tin cậy 95%"),
    OWN_UNIT,
    Said::new(
        "What sampling leaves open, where the figure is a chance",
        "Phần chưa chắc chắn do sai số mô phỏng, khi số liệu là xác suất",
    ),
);

/// Columns of the dictionary.
pub const DICTIONARY_COLUMNS: [Said; 4] = [
    Said::new("Where", "Vị trí"),
    Said::new("Name", "Tên"),
    Said::new("Unit", "Đơn vị"),
    Said::new("Meaning", "Ý nghĩa"),
];

/// Where an indicator is told.
pub const INDICATOR: Said = Said::new("Indicator", "Chỉ số");

/// Name of an indicator.
pub fn indicator(title: &str, id: &str) -> String {
    format!("{title} ({id})")
}
/// What an indicator counts, and where it is told.
pub fn indicator_meaning(meaning: &str, national_only: bool) -> String {
    let meaning = sentence(meaning);
    if national_only {
        say! {
            en: format!("{meaning} Told for the nation only."),
            vi: format!("{meaning} Chỉ có số liệu cả nước."),
        }
    } else {
        meaning
    }
}

/// Yes or no in a cell.
pub fn yes(is: bool) -> &'static str {
    match is {
        true => say!(en: "yes", vi: "có"),
        false => say!(en: "no", vi: "không"),
    }
}

/// The line under every title: which run this is.
pub fn run(scenario: &str, seed: u64, futures: u32, base: &str) -> String {
    let futures = grouped(f64::from(futures));
    say! {
        en: format!("{scenario}: {futures} futures, seed {seed}, base {base}"),
        vi: format!("{scenario}: {futures} lượt mô phỏng, hạt giống {seed}, bộ số liệu {base}"),
    }
}

/// Heading over what the workbook answers.
pub const THE_RUN: Said = Said::new("What was asked", "Nội dung câu hỏi");
/// Names of the facts about a run, in order.
pub const FACTS: [Said; 14] = [
    Said::new("Question", "Câu hỏi"),
    Said::new("Note", "Ghi chú"),
    Said::new("Scenario", "Kịch bản"),
    Said::new("Country", "Quốc gia"),
    Said::new("Years", "Kỳ mô phỏng"),
    Said::new("Futures", "Số lượt mô phỏng"),
    Said::new("Seed", "Hạt giống ngẫu nhiên"),
    Said::new("What was drawn", "Phần lấy ngẫu nhiên"),
    Said::new("Staffing gate", "Điều kiện đủ nhân lực"),
    Said::new("Money", "Đơn vị tiền"),
    Said::new("Base", "Bộ số liệu gốc"),
    Said::new("Fingerprint of the scenario", "Mã kiểm tra kịch bản"),
    Said::new("Fingerprint of the base", "Mã kiểm tra bộ số liệu gốc"),
    Said::new("Program", "Chương trình"),
];

/// The years of a run.
pub fn years(base: Year, first: Year, last: Year) -> String {
    say! {
        en: format!("{first} to {last}; {base} is known and is where every future begins"),
        vi: format!("Từ năm {first} đến năm {last}; năm {base} đã biết và là điểm xuất phát của mọi lượt mô phỏng"),
    }
}

/// Which futures were lived.
pub fn futures(first: u32, end: u32) -> String {
    let count = end.saturating_sub(first);
    let last = end.saturating_sub(1);
    let number = |n: u32| grouped(f64::from(n));
    say! {
        en: format!("{} (numbers {} to {})", number(count), number(first), number(last)),
        vi: format!("{} (số thứ tự từ {} đến {})", number(count), number(first), number(last)),
    }
}

/// What was drawn.
pub fn drawn(uncertainty: &str) -> &'static str {
    match uncertainty {
        "both" => say!(en: "assumptions and events", vi: "các giả định và các biến cố"),
        "parameters" => say!(
            en: "only assumptions: the futures differ less than they should, and the chances are too sure of themselves",
            vi: "chỉ các giả định: các lượt mô phỏng khác nhau ít hơn mức cần có, xác suất chắc chắn hơn thực tế",
        ),
        "process" => say!(
            en: "only events: the futures differ less than they should, and the chances are too sure of themselves",
            vi: "chỉ các biến cố: các lượt mô phỏng khác nhau ít hơn mức cần có, xác suất chắc chắn hơn thực tế",
        ),
        _ => say!(
            en: "nothing: a check of the arithmetic, no forecast",
            vi: "không lấy ngẫu nhiên: chỉ để kiểm tra phép tính, không phải dự báo",
        ),
    }
}

/// How the staffing gate stood.
pub fn gate(on: bool) -> &'static str {
    match on {
        true => say!(
            en: "on: beds without enough staff stay shut",
            vi: "có áp dụng: giường không đủ nhân lực thì không đưa vào hoạt động",
        ),
        false => say!(
            en: "off: built beds count whether or not there are people to staff them",
            vi: "không áp dụng: giường thực kê được tính dù có đủ nhân lực hay không",
        ),
    }
}

/// In what money is told.
pub fn money(currency: &str, base: Year) -> String {
    say! {
        en: format!("{currency}, at the prices of {base} unless said otherwise"),
        vi: format!("{currency}, theo giá năm {base}, trừ khi ghi khác"),
    }
}

/// Heading over the list of sheets.
pub const SHEETS: Said = Said::new("The sheets", "Các trang tính");
/// Heading over the guide.
pub const HOW_TO_READ: Said = Said::new("How to read it", "Cách đọc");
/// Heading over the limits.
pub const LIMITS: Said = Said::new("What it does not know", "Những điều mô hình không biết");

/// What a reader of the workbook must know beside the guide to the errors.
pub const READING: &[Said] = &[
    Said::new(
        "Cells hold figures in full and show as many digits as report.html prints; the CSV tables have twelve. A chance shown as <1% or >99% is never claimed to be nothing or certain.",
        "Các ô lưu số liệu đầy đủ và hiển thị số chữ số như trong report.html; các bảng CSV có mười hai chữ số. Xác suất ghi <1% hoặc >99% không có nghĩa là bằng 0 hoặc chắc chắn.",
    ),
    Said::new(
        "Sums on the sheet of costs are formulas: change a cell and they follow. Everything else is a result of this run and does not.",
        "Các số cộng ở trang tính chi phí là công thức: sửa một ô thì số cộng thay đổi theo. Mọi số khác là kết quả của lần chạy này và không thay đổi.",
    ),
    Said::new(
        "Your spreadsheet shows thousands and decimals in its own language; the figures are the same.",
        "Phần mềm bảng tính hiển thị dấu hàng nghìn và dấu thập phân theo ngôn ngữ của máy; số liệu vẫn như nhau.",
    ),
];

/// What a coloured name means.
pub const SYNTHETIC_KEY: Said = Said::new(
    "This colour marks what is synthetic: made up so that published totals add up, no real place.",
    "Màu này đánh dấu cơ sở giả lập: đặt ra để khớp các tổng số đã công bố, không phải địa điểm có thật.",
);
/// What a coloured grade means.
pub const WEAK_KEY: Said = Said::new(
    "This colour marks what is assumed without a source (grade E).",
    "Màu này đánh dấu giả định chưa có nguồn (mức tin cậy E).",
);

/// Title of the targets.
pub const TARGETS_TITLE: Said = Said::new(
    "How likely each target is, and what it would take",
    "Khả năng đạt từng chỉ tiêu và điều kiện để đạt",
);
/// Below the title of the targets.
pub const TARGETS_LEAD: Said = Said::new(
    "At least and at most are the 95% interval that sampling leaves; more futures make it narrower. The two fifths show what better data about one assumption could change; more futures do not. Columns to the right of the reasons are for joining with the tables and are not printed.",
    "Cận dưới và cận trên là khoảng tin cậy 95% do sai số mô phỏng; chạy thêm lượt mô phỏng thì khoảng này hẹp lại. Hai nhóm một phần năm cho biết số liệu tốt hơn về một giả định có thể làm thay đổi bao nhiêu; chạy thêm lượt mô phỏng không làm thay đổi điều đó. Các cột bên phải cột lý do dùng để nối với các bảng, không in ra.",
);
/// Below the title of the targets, where provinces have targets.
pub const TARGETS_PROVINCES: Said = Said::new(
    "Chances of staff hold what the model misses and the error of what is published; those of beds that are built hold neither, so they are somewhat too sure of themselves.",
    "Xác suất của chỉ tiêu nhân lực đã tính phần mô hình bỏ sót và sai số của số liệu công bố; của chỉ tiêu giường thực kê thì chưa tính cả hai, nên có phần chắc chắn hơn thực tế.",
);
/// The driver of a target, with the interval of what it moves.
pub fn driver(meaning: &str, id: &str, grade: &str, swing: [f64; 3]) -> String {
    say! {
        en: format!(
            "{} ({id}, grade {grade}; {})",
            sentence(meaning).trim_end_matches('.'),
            super::number::swing(swing)
        ),
        vi: format!(
            "{} ({id}, mức tin cậy {grade}; {})",
            sentence(meaning).trim_end_matches('.'),
            super::number::swing(swing)
        ),
    }
}
/// Said where no assumption can be told to move a chance.
pub const NO_DRIVER_TOLD: Said = Said::new(
    "Cannot tell at this many futures",
    "Chưa kết luận được với số lượt mô phỏng này",
);
/// A set of targets asked together.
pub fn together(name: &str, targets: usize) -> String {
    say! {
        en: format!("{name}: all {targets} targets at once"),
        vi: format!("{name}: đạt đồng thời cả {targets} chỉ tiêu"),
    }
}

/// Title of the targets by year.
pub const BY_YEAR_TITLE: Said = Said::new(
    "The chance of each target, asked at every year-end",
    "Khả năng đạt từng chỉ tiêu vào cuối mỗi năm",
);
/// Below it.
pub const BY_YEAR_LEAD: Said = Said::new(
    "Each row keeps its threshold and asks whether it is met at the end of the year above. The year that its document sets is shaded.",
    "Mỗi hàng giữ nguyên mức chỉ tiêu và xét có đạt vào cuối năm ghi ở đầu cột hay không. Năm do văn bản quy định được tô nền.",
);
/// Group of the headline targets.
pub fn headline(adopted: bool) -> &'static str {
    match adopted {
        true => say!(en: "Adopted national targets", vi: "Chỉ tiêu quốc gia đã ban hành"),
        false => say!(en: "Targets asked", vi: "Chỉ tiêu được xét"),
    }
}
/// Group of the others.
pub const OTHERS: Said = Said::new(
    "Other targets in today's borders",
    "Các chỉ tiêu khác theo địa giới hiện nay",
);
/// Title of a chart of chances.
pub fn chance_chart(part: usize, parts: usize, adopted: bool) -> String {
    let title = match adopted {
        true => say!(
            en: "Chance of the adopted national targets, by year-end",
            vi: "Khả năng đạt các chỉ tiêu quốc gia đã ban hành, vào cuối mỗi năm",
        ),
        false => say!(
            en: "Chance of the targets asked, by year-end",
            vi: "Khả năng đạt các chỉ tiêu được xét, vào cuối mỗi năm",
        ),
    };
    match parts {
        1 => title.to_owned(),
        _ => say! {
            en: format!("{title} ({} of {parts})", part + 1),
            vi: format!("{title} (phần {} trong {parts})", part + 1),
        },
    }
}
/// Name of a line in that chart.
pub fn line(title: &str, unit: Unit, (direction, threshold, form): Bound, year: Year) -> String {
    let value = number::threshold(unit, threshold);
    let asked = match (form.up_to, direction, form.strict) {
        (Some(up_to), ..) => say! {
            en: format!("{value} to {}", number::threshold(unit, up_to)),
            vi: format!("từ {value} đến {}", number::threshold(unit, up_to)),
        },
        (None, Direction::AtLeast, false) => format!("≥ {value}"),
        (None, Direction::AtMost, false) => format!("≤ {value}"),
        (None, Direction::AtLeast, true) => format!("> {value}"),
        (None, Direction::AtMost, true) => format!("< {value}"),
    };
    format!("{title} {asked} ({})", date(form, year))
}

/// Title of the costs.
pub const COSTS_TITLE: Said = Said::new(
    "What it costs, who pays, and when",
    "Chi phí, nguồn chi trả và thời gian chi",
);
/// Title of the costs in one province.
pub fn costs_in(place: &str) -> String {
    format!("{COSTS_TITLE}: {place}")
}
/// A title about one place.
pub fn in_place(title: &str, place: &str) -> String {
    format!("{title}, {place}")
}
/// Below it.
pub fn costs_lead(currency: &str) -> String {
    say! {
        en: format!(
            "Means over all futures, {currency}. Every sum is a formula over the cells it adds. A range for each line is \
             in costs.csv: ranges do not add up, so none stands beside a sum."
        ),
        vi: format!(
            "Bình quân của tất cả các lượt mô phỏng, {currency}. Mọi số cộng là công thức trên các ô được cộng. Khoảng của từng dòng \
             ở tệp costs.csv: các khoảng không cộng được với nhau nên không ghi cạnh số cộng."
        ),
    }
}
/// Said where nothing was spent.
pub const NO_COSTS: Said = Said::new(
    "No cost was booked in this run.",
    "Lần chạy này không phát sinh chi phí.",
);
/// Heading of the costs at constant prices.
pub fn constant(base: Year) -> String {
    say! {
        en: format!("At the prices of {base}"),
        vi: format!("Theo giá so sánh năm {base}"),
    }
}
/// Heading of the costs at the prices of their year.
pub const NOMINAL: Said = Said::new("At the prices of each year", "Theo giá hiện hành");
/// Heading of the discounted costs.
pub fn discounted(base: Year) -> String {
    say! {
        en: format!("At the prices of {base}, counted less the later it is spent (discounted to {base})"),
        vi: format!("Theo giá so sánh năm {base}, chi càng muộn tính càng ít (chiết khấu về năm {base})"),
    }
}
/// Row that adds up the purposes of a payer.
pub fn all_of(payer: &str) -> String {
    say! {
        en: format!("{payer}, together"),
        vi: format!("{payer}, cộng"),
    }
}
/// Title of the chart of costs.
pub fn costs_chart(currency: &str, base: Year) -> String {
    say! {
        en: format!("Cost by payer and year ({currency}, prices of {base})"),
        vi: format!("Chi phí theo nguồn và năm ({currency}, giá so sánh năm {base})"),
    }
}

/// Said among the limits.
pub const PROVINCIAL_BANDS: Said = Said::new(
    "Official and expected figures of provinces hold what the model misses and the error of what is published; bands and chances of the others are somewhat too sure of themselves.",
    "Số liệu chính thức và dự kiến của các tỉnh, thành phố đã gồm phần mô hình bỏ sót và sai số của số liệu công bố; khoảng và xác suất của các số khác có phần chắc chắn hơn thực tế.",
);

/// Title of the provinces.
pub const PROVINCES_TITLE: Said = Said::new(
    "Provinces beside the nation",
    "Các tỉnh, thành phố so với cả nước",
);
/// Below it.
pub const PROVINCES_LEAD: Said = Said::new(
    "Low and high leave out the lowest and the highest tenth of the futures. Bands of beds as built and of people as the model has them are somewhat too narrow; read a small difference between two provinces as no difference. The chance of a province is that of standing where the nation wants to stand; the national target does not bind single provinces.",
    "Cột thấp và cột cao bỏ đi một phần mười số lượt mô phỏng thấp nhất và cao nhất. Khoảng của giường thực kê và nhân lực theo mô hình hơi hẹp hơn thực tế; chênh lệch nhỏ giữa hai địa phương nên coi như không khác nhau. Xác suất của một tỉnh, thành phố là khả năng đạt mức chỉ tiêu của cả nước; chỉ tiêu quốc gia không ràng buộc riêng từng địa phương. Thứ tự và so sánh dựa trên số liệu mô hình, không phải đánh giá địa phương.",
);
/// What four columns are about.
pub fn province_question(title: &str, year: Year, asked: Option<(&str, Form)>) -> String {
    match asked {
        Some((asked, form)) => {
            let since = form.since(year);
            let since = since.map_or(String::new(), |from| {
                say! {
                    en: format!(" at every year-end from {from}"),
                    vi: format!(" vào cuối mỗi năm từ năm {from}"),
                }
            });
            say! {
                en: format!(
                    "{title}, end of {}; chance of {asked}{since}",
                    date(form, year)
                ),
                vi: match form.month {
                    Some(month) => format!(
                        "{title}, cuối {}; xác suất ở mức {asked}{since}",
                        in_month(month, year)
                    ),
                    None => format!("{title}, cuối năm {year}; xác suất ở mức {asked}{since}"),
                },
            }
        }
        None => say! {
            en: format!("{title}, end of {year}"),
            vi: format!("{title}, cuối năm {year}"),
        },
    }
}
/// Between occupations, which may hold a decimal comma.
pub const BETWEEN: Said = Said::new(", ", "; ");

/// An occupation whose count was raised.
pub fn raised(occupation: &str, by: &str) -> String {
    say! {
        en: format!("{occupation} by {by}"),
        vi: format!("{} tăng thêm {by}", things_in_vietnamese(occupation)),
    }
}
/// An occupation that was not counted.
pub fn not_counted(occupation: &str) -> String {
    say! {
        en: format!("{occupation} (no count)"),
        vi: format!("{} (không có số thống kê)", things_in_vietnamese(occupation)),
    }
}

/// Title of the hospitals.
pub const FACILITIES_TITLE: Said = Said::new(
    "Hospitals, and which of them are synthetic",
    "Các bệnh viện và những bệnh viện giả lập",
);
/// Below it.
pub fn facilities_lead(
    hospitals: usize,
    synthetic: usize,
    stations: usize,
    futures: u32,
) -> String {
    let [h, s, t] = [hospitals, synthetic, stations].map(|n| grouped(n as f64));
    say! {
        en: format!(
            "{s} of {h} hospitals are synthetic: no list names them, and they are no real places. They are coloured and \
             were never observed. Medians over {} futures. Within a province patients follow beds, so occupancy is that of \
             a hospital's level and owner. The {t} commune stations are not on this sheet: they are in facilities.parquet.",
            grouped(f64::from(futures))
        ),
        vi: format!(
            "{s} trong {h} bệnh viện là giả lập: không có trong danh sách nào, không phải địa điểm có thật; các bệnh viện này được tô \
             màu và chưa từng có số liệu quan sát. Số liệu là trung vị của {} lượt mô phỏng. Trong một tỉnh, thành phố, người \
             bệnh được phân theo số giường, nên công suất giường tính theo cấp và chủ quản của bệnh viện. {t} trạm y tế xã không \
             có ở trang tính này mà ở tệp facilities.parquet.",
            grouped(f64::from(futures))
        ),
    }
}
/// Said where no hospital was recorded.
pub const NO_FACILITIES: Said = Said::new(
    "Hospitals were not recorded one by one in this run. Run it again with --facilities 2000 to have them here.",
    "Lần chạy này không ghi số liệu từng bệnh viện. Chạy lại với --facilities 2000 để có số liệu ở đây.",
);
/// A figure of a hospital at a year-end.
pub fn at(what: &str, year: Year) -> String {
    format!("{what}, {year}")
}
/// A level of care in a cell.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Central => say!(en: "central", vi: "tuyến trung ương"),
        Level::Provincial => say!(en: "provincial", vi: "cấp tỉnh"),
        Level::Regional => {
            say!(en: "regional (former district)", vi: "khu vực (tuyến huyện trước đây)")
        }
        Level::Commune => say!(en: "commune station", vi: "trạm y tế xã"),
    }
}
/// An owner in a cell.
pub fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Ministry => say!(en: "Ministry of Health", vi: "Bộ Y tế"),
        Owner::OtherMinistry => say!(en: "another ministry", vi: "bộ, ngành khác"),
        Owner::Province => say!(en: "province", vi: "địa phương (tỉnh, thành phố)"),
        Owner::Private => say!(en: "private", vi: "tư nhân"),
    }
}

/// Title of the assumptions.
pub const ASSUMPTIONS_TITLE: Said = Said::new(
    "What the answers rest on, the weakest first",
    "Các giả định của kết quả, mức tin cậy thấp nhất trước",
);
/// Below it.
pub fn assumptions_lead(all: usize, weak: usize) -> String {
    say! {
        en: format!(
            "{} assumptions, {} of them of grade E: assumed, with a range and a reason, without a source.",
            grouped(all as f64),
            grouped(weak as f64)
        ),
        vi: format!(
            "{} giả định, trong đó {} có mức tin cậy E: con số giả định, có khoảng giá trị và lý do, chưa có nguồn.",
            grouped(all as f64),
            grouped(weak as f64)
        ),
    }
}
/// The law of a table that is assumed as a whole.
pub const A_TABLE: Said = Said::new(
    "a whole table of the base",
    "cả một bảng của bộ số liệu gốc",
);

/// Title of the dictionary.
pub const DICTIONARY_TITLE: Said = Said::new(
    "Every column and every indicator",
    "Giải thích các cột và chỉ số",
);
/// Below it.
pub const DICTIONARY_LEAD: Said = Said::new(
    "Indicators stand first, then the columns of each sheet in their order.",
    "Các chỉ số đứng trước, sau đó là các cột của từng trang tính theo thứ tự.",
);

/// Title of the options of a single run.
pub const OPTIONS_TITLE: Said = Said::new("The option of this run", "Phương án của lần chạy này");
/// Below it.
pub const OPTIONS_LEAD: Said = Said::new(
    "This run answers one option. Options are set side by side only on the same seed: they then differ only through their decisions.",
    "Lần chạy này tính một phương án. Chỉ so sánh các phương án chạy trên cùng một hạt giống ngẫu nhiên: khi đó các phương án chỉ khác nhau ở các giải pháp.",
);
/// Group of the chances.
pub fn chances(adopted: bool) -> &'static str {
    match adopted {
        true => say!(
            en: "Chance of each adopted national target",
            vi: "Khả năng đạt từng chỉ tiêu quốc gia đã ban hành",
        ),
        false => say!(en: "Chance of each target asked", vi: "Khả năng đạt từng chỉ tiêu được xét"),
    }
}
/// Group of the joint chances.
pub const AT_ONCE: Said = Said::new(
    "Chance of several targets at once",
    "Khả năng đạt đồng thời nhiều chỉ tiêu",
);
/// Group of the costs.
pub fn costs_of(first: Year, last: Year) -> String {
    say! {
        en: format!("Cost, {first} to {last} together"),
        vi: format!("Chi phí, tổng từ năm {first} đến năm {last}"),
    }
}
/// A cost in its kind of money.
pub fn cost_in(what: &str, money: &str) -> String {
    format!("{what}, {}", lower_first(money))
}
/// An interval in a cell.
pub fn interval(low: &str, high: &str) -> String {
    say! {
        en: format!("{low} to {high}"),
        vi: format!("{low}–{high}"),
    }
}

/// Foot of a printed page: the run on the left, the sheet and the page on the right.
pub fn foot(run: &str) -> String {
    let run: String = run.replace('&', "&&").chars().take(150).collect();
    say! {
        en: format!("&L&8 {run}&R&8&A, page &P of &N"),
        vi: format!("&L&8 {run}&R&8&A, trang &P/&N"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foot_keeps_what_stands_in_a_title() {
        assert_eq!(
            foot("Beds & staff"),
            "&L&8 Beds && staff&R&8&A, page &P of &N"
        );
    }

    #[test]
    fn what_was_drawn_is_said_for_every_layer() {
        let said = ["both", "parameters", "process", "none"].map(drawn);
        for (at, one) in said.iter().enumerate() {
            assert!(!said[at + 1..].contains(one), "{one}");
        }
    }
}
