//! What the workbooks of guesses and of misses say.

use super::{CHANCE, CURRENCY, Column, NO_UNIT, OPTIONS, OWN_UNIT, about, column, columns};
use crate::said::Said;

/// Sheet of the guesses.
pub const GUESSES: Said = Said::new("Which guess matters", "Giả định quan trọng");
/// Sheet of the boxes.
pub const BOXES: Said = Said::new("What misses have in common", "Đặc điểm lượt chưa đạt");

/// Sheet of what knowing is worth.
pub const WORTH: Said = Said::new("What knowing is worth", "Giá trị của thông tin");

/// Sheet of the parts of a designed run.
pub const PARTS: Said = Said::new("Which part matters", "Phần quan trọng");
/// Sheet of its pairs.
pub const PAIRS: Said = Said::new("What two explain together", "Giải thích khi cùng nhau");

/// What a sheet shows, as the first sheet lists it.
pub fn about_guesses(sheet: Said) -> Said {
    match sheet {
        GUESSES => Said::new(
            "Each assumption and each target it can reach: what it explains by itself, and the chance in its lowest and highest fifth",
            "Từng giả định và từng chỉ tiêu mà giả định có thể tác động: phần riêng giả định giải thích, xác suất ở nhóm một phần năm thấp nhất và cao nhất",
        ),
        BOXES => Said::new(
            "Conditions under which most of the futures that miss a target lie",
            "Các điều kiện mà phần lớn lượt mô phỏng chưa đạt chỉ tiêu đều có",
        ),
        PARTS => Said::new(
            "Each group of assumptions, unpublished figures and luck: what it explains alone, and in all",
            "Từng nhóm giả định, số liệu chưa công bố và biến động ngẫu nhiên: phần giải thích riêng và tổng cộng",
        ),
        PAIRS => Said::new(
            "Every two of the four largest parts: what they explain only together",
            "Từng cặp trong bốn phần lớn nhất: phần chỉ giải thích được khi cùng nhau",
        ),
        WORTH => Said::new(
            "What it is worth to the choice to know each guess, all of them, or a future whole",
            "Giá trị đối với lựa chọn khi biết từng giả định, tất cả các giả định, hoặc toàn bộ diễn biến",
        ),
        OPTIONS => Said::new(
            "The options with chance, cost, and what meeting the question is worth less that",
            "Các phương án kèm xác suất, chi phí, và giá trị của việc đạt trừ chi phí",
        ),
        _ => about(sheet),
    }
}

/// Names of the facts, in order.
pub const FACTS: [Said; 8] = [
    Said::new("Scenario", "Kịch bản"),
    Said::new("Country", "Quốc gia"),
    Said::new(
        "Draws read, of the first futures",
        "Số lượt được đọc, từ lượt đầu",
    ),
    Said::new("Seed", "Hạt giống ngẫu nhiên"),
    Said::new("Base", "Bộ số liệu gốc"),
    Said::new("Fingerprint of the scenario", "Mã kiểm tra kịch bản"),
    Said::new("Fingerprint of the base", "Mã kiểm tra bộ số liệu gốc"),
    Said::new("Program", "Chương trình"),
];

/// Unit of a share of the spread.
const OF_SPREAD: Said = Said::new(
    "share of the variance between futures",
    "tỷ lệ phương sai giữa các lượt mô phỏng",
);

/// Columns of the guesses.
pub const GUESS_COLUMNS: [Column; 20] = columns! {
    target "Target" | "Chỉ tiêu", NO_UNIT, "What is asked" | "Nội dung chỉ tiêu";
    assumption "Guess" | "Giả định", NO_UNIT, "The assumption, with its id" | "Giả định, kèm mã";
    grade "Grade" | "Mức tin cậy", NO_UNIT, "A official statistic or decision to E assumed" | "Từ A số liệu, văn bản chính thức đến E giả định";
    unit "Unit" | "Đơn vị", NO_UNIT, "Unit of the assumption" | "Đơn vị của giả định";
    spread_share "Of the spread of the indicator" | "Phần giải thích cho chỉ số", OF_SPREAD, "First-order index: what the guess explains by itself" | "Chỉ số độ nhạy bậc một: phần độ phân tán mà riêng giả định này giải thích";
    spread_told "Can be told" | "Đủ căn cứ", NO_UNIT, "Whether it stands when at most 5 in 100 of all that are named may be false" | "Có còn ý nghĩa hay không khi trong 100 giả định được nêu chỉ cho phép nhiều nhất 5 trường hợp nêu nhầm do ngẫu nhiên";
    low_fifth "Lowest fifth below" | "Nhóm thấp nhất dưới", OWN_UNIT, "The value under which the lowest fifth of its draws lies; of a choice the way with the lowest chance" | "Giá trị mà một phần năm thấp nhất nằm dưới; với một lựa chọn là cách có xác suất thấp nhất";
    low_fifth_probability "Chance there" | "Xác suất ở nhóm", CHANCE, "Chance of the target there" | "Xác suất đạt chỉ tiêu ở nhóm đó";
    high_fifth "Highest fifth from" | "Nhóm cao nhất từ", OWN_UNIT, "The value from which the highest fifth of its draws lies; of a choice the way with the highest chance" | "Giá trị mà một phần năm cao nhất nằm từ đó trở lên; với một lựa chọn là cách có xác suất cao nhất";
    high_fifth_probability "Chance there" | "Xác suất ở nhóm", CHANCE, "Chance of the target there" | "Xác suất đạt chỉ tiêu ở nhóm đó";
    swing_points "Change" | "Thay đổi", Said::new("points", "điểm %"), "Chance in the highest less that in the lowest fifth, with its 95% interval" | "Xác suất ở nhóm cao nhất trừ xác suất ở nhóm thấp nhất, kèm khoảng tin cậy 95%";
    swing_told "Change can be told" | "Thay đổi đủ căn cứ", NO_UNIT, "Whether it stands likewise" | "Có đứng vững theo cùng tiêu chuẩn hay không";
    met_share "Of whether it is met" | "Phần giải thích việc đạt", OF_SPREAD, "First-order index of the target being met or not" | "Chỉ số độ nhạy bậc một của việc đạt hay chưa đạt chỉ tiêu";
    met_told "Can be told" | "Đủ căn cứ", NO_UNIT, "Whether it stands likewise" | "Có đứng vững theo cùng tiêu chuẩn hay không";
    spread_low_95 "Spread from" | "Độ phân tán, từ", OF_SPREAD, "Lower end of the 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    spread_high_95 "Spread to" | "Độ phân tán, đến", OF_SPREAD, "Upper end" | "Cận trên";
    spread_by_luck "By luck" | "Do ngẫu nhiên", Said::new("chance", "xác suất"), "The chance of as much where nothing is explained" | "Xác suất có mức như vậy khi không giải thích được gì";
    swing_low_95 "Change from" | "Thay đổi, từ", Said::new("points", "điểm %"), "Lower end of the 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    swing_high_95 "Change to" | "Thay đổi, đến", Said::new("points", "điểm %"), "Upper end" | "Cận trên";
    swing_by_luck "Change by luck" | "Thay đổi do ngẫu nhiên", Said::new("chance", "xác suất"), "The chance of as much by luck alone" | "Xác suất có mức như vậy chỉ do ngẫu nhiên";
};
/// How many of them are printed.
pub const GUESSES_PRINTED: usize = 14;

/// Columns of the boxes.
pub const BOX_COLUMNS: [Column; 10] = columns! {
    target "Target" | "Chỉ tiêu", NO_UNIT, "What is asked" | "Nội dung chỉ tiêu";
    side "The futures" | "Nhóm lượt", NO_UNIT, "Whether the box is of those that miss the target, or of those that meet it" | "Nhóm các lượt chưa đạt hay các lượt đạt chỉ tiêu";
    conditions "Where" | "Điều kiện", NO_UNIT, "What holds in the box" | "Điều kiện đúng trong nhóm";
    coverage "Of them inside" | "Độ bao phủ", CHANCE, "Of all such futures the share that the box holds (coverage)" | "Trong tất cả các lượt như vậy, tỷ lệ nằm trong nhóm (độ bao phủ)";
    density "Inside they are" | "Mật độ", CHANCE, "Of the futures inside the share of such (density)" | "Trong các lượt thuộc nhóm, tỷ lệ là lượt như vậy (mật độ)";
    base "Of what was left" | "Trong phần còn lại", CHANCE, "The share among the futures that no box before it holds" | "Tỷ lệ trong các lượt mà chưa nhóm nào trước đó bao gồm";
    inside "Futures inside" | "Số lượt trong nhóm", Said::new("futures", "lượt mô phỏng"), "Futures in the box" | "Số lượt mô phỏng trong nhóm";
    hits "Such inside" | "Trong đó", Said::new("futures", "lượt mô phỏng"), "Those of them that miss, or meet" | "Số lượt trong nhóm chưa đạt, hoặc đạt";
    left "Left" | "Còn lại", Said::new("futures", "lượt mô phỏng"), "Futures that no box before it holds" | "Số lượt mà chưa nhóm nào trước đó bao gồm";
    hits_in_all "Such in all" | "Tổng số", Said::new("futures", "lượt mô phỏng"), "All that miss, or meet" | "Tất cả các lượt chưa đạt, hoặc đạt";
};

/// Names of the facts about a choice, in order.
pub const CHOICE_FACTS: [Said; 7] = [
    Said::new("Options", "Các phương án"),
    Said::new("Country", "Quốc gia"),
    Said::new(
        "Draws read, of the first futures",
        "Số lượt được đọc, từ lượt đầu",
    ),
    Said::new("Seed", "Hạt giống ngẫu nhiên"),
    Said::new("Base", "Bộ số liệu gốc"),
    Said::new("Fingerprint of the base", "Mã kiểm tra bộ số liệu gốc"),
    Said::new("Program", "Chương trình"),
];

/// Columns of the parts of a designed run.
pub const PART_COLUMNS: [Column; 15] = columns! {
    target "Target" | "Chỉ tiêu", NO_UNIT, "What is asked" | "Nội dung chỉ tiêu";
    part "Part" | "Phần", NO_UNIT, "A group of assumptions, the figures that are not published, or luck" | "Một nhóm giả định, các số liệu chưa công bố, hoặc biến động ngẫu nhiên";
    assumptions "Assumptions" | "Các giả định", NO_UNIT, "Ids of the assumptions of the group" | "Mã các giả định trong nhóm";
    spread_first "Of the spread, alone" | "Độ phân tán, riêng", OF_SPREAD, "First-order index of the indicator: what the part explains by itself" | "Chỉ số bậc một: phần độ phân tán mà riêng phần này giải thích";
    spread_first_low_95 "From" | "Từ", OF_SPREAD, "Lower end of the 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    spread_first_high_95 "To" | "Đến", OF_SPREAD, "Upper end" | "Cận trên";
    spread_total "Of the spread, in all" | "Độ phân tán, tổng cộng", OF_SPREAD, "Total index: with all the part does together with others" | "Chỉ số tổng: tính cả tác động cùng các phần khác";
    spread_total_low_95 "From" | "Từ", OF_SPREAD, "Lower end of the 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    spread_total_high_95 "To" | "Đến", OF_SPREAD, "Upper end" | "Cận trên";
    met_first "Of whether it is met, alone" | "Việc đạt, riêng", OF_SPREAD, "The same of the target being met or not, alone" | "Như trên, đối với việc đạt hay chưa đạt, khi đứng riêng";
    met_first_low_95 "From" | "Từ", OF_SPREAD, "Lower end of the 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    met_first_high_95 "To" | "Đến", OF_SPREAD, "Upper end" | "Cận trên";
    met_total "Of whether it is met, in all" | "Việc đạt, tổng cộng", OF_SPREAD, "The same, in all" | "Như trên, tổng cộng";
    met_total_low_95 "From" | "Từ", OF_SPREAD, "Lower end of the 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    met_total_high_95 "To" | "Đến", OF_SPREAD, "Upper end" | "Cận trên";
};

/// Columns of the pairs of a designed run.
pub const PAIR_COLUMNS: [Column; 9] = columns! {
    target "Target" | "Chỉ tiêu", NO_UNIT, "What is asked" | "Nội dung chỉ tiêu";
    part "Part" | "Phần", NO_UNIT, "One of the four parts that explain most" | "Một trong bốn phần giải thích nhiều nhất";
    other "With" | "Cùng với", NO_UNIT, "Another of them" | "Một phần khác trong số đó";
    spread_pair "Of the spread, only together" | "Độ phân tán, chỉ khi cùng nhau", OF_SPREAD, "What both explain only together, beyond what each does alone" | "Phần chỉ giải thích được khi hai bên đi cùng nhau, ngoài phần riêng của mỗi bên";
    spread_pair_low_95 "From" | "Từ", OF_SPREAD, "Lower end of the 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    spread_pair_high_95 "To" | "Đến", OF_SPREAD, "Upper end" | "Cận trên";
    met_pair "Of whether it is met, only together" | "Việc đạt, chỉ khi cùng nhau", OF_SPREAD, "The same of the target being met or not" | "Như trên, đối với việc đạt hay chưa đạt";
    met_pair_low_95 "From" | "Từ", OF_SPREAD, "Lower end of the 95% interval" | "Cận dưới của khoảng tin cậy 95%";
    met_pair_high_95 "To" | "Đến", OF_SPREAD, "Upper end" | "Cận trên";
};

/// Columns of what knowing is worth.
pub const WORTH_COLUMNS: [Column; 11] = columns! {
    question "Question" | "Câu hỏi", NO_UNIT, "By what the choice is judged" | "Căn cứ đánh giá lựa chọn";
    measure "Measure" | "Thước đo", NO_UNIT, "By chance alone, or in money: what meeting the question is worth less what options cost" | "Chỉ theo xác suất, hoặc bằng tiền: giá trị của việc đạt trừ chi phí của phương án";
    value_of_meeting "Meeting it is worth" | "Giá trị của việc đạt", CURRENCY, "What meeting the question is taken to be worth" | "Giá trị được gán cho việc đạt yêu cầu của câu hỏi";
    guess "To know" | "Thông tin cần biết", NO_UNIT, "The assumption, with its id; all of them; or the whole future" | "Giả định, kèm mã; tất cả các giả định; hoặc toàn bộ diễn biến";
    grade "Grade" | "Mức tin cậy", NO_UNIT, "A official statistic or decision to E assumed" | "Từ A số liệu, văn bản chính thức đến E giả định";
    worth "Worth up to" | "Giá trị tối đa", OWN_UNIT, "Expected value of (partial) perfect information" | "Giá trị kỳ vọng của thông tin hoàn hảo (từng phần)";
    error "Error" | "Sai số", OWN_UNIT, "Its standard error" | "Sai số chuẩn";
    changes "Changes the choice" | "Làm đổi lựa chọn", CHANCE, "Share of futures in which one would choose otherwise" | "Tỷ lệ lượt mô phỏng mà lựa chọn sẽ khác đi";
    survey "Asking people" | "Khảo sát", OWN_UNIT, "Expected value of a survey about it, where it is a share of people and among the five that matter" | "Giá trị kỳ vọng của một cuộc khảo sát, khi giả định là một tỷ lệ người và thuộc năm giả định quan trọng";
    survey_changes "Survey changes the choice" | "Khảo sát làm đổi lựa chọn", CHANCE, "Share of surveys after which one would choose otherwise" | "Tỷ lệ cuộc khảo sát mà sau đó lựa chọn sẽ khác đi";
    unit "Unit" | "Đơn vị", NO_UNIT, "Unit of the row" | "Đơn vị của hàng";
};

/// Columns of the options.
pub const CHOICE_COLUMNS: [Column; 6] = columns! {
    question "Question" | "Câu hỏi", NO_UNIT, "By what the choice is judged" | "Căn cứ đánh giá lựa chọn";
    option "Option" | "Phương án", NO_UNIT, "Its name" | "Tên phương án";
    chance "Chance" | "Xác suất", CHANCE, "Chance that the question is met" | "Khả năng đạt yêu cầu của câu hỏi";
    cost "Public money" | "Ngân sách nhà nước", CURRENCY, "Mean of what it spends beyond the reference to the year of the targets" | "Số chi bình quân tăng thêm so với phương án đối chứng, đến năm của các chỉ tiêu";
    value_of_meeting "Meeting it is worth" | "Giá trị của việc đạt", CURRENCY, "What meeting the question is taken to be worth" | "Giá trị được gán cho việc đạt yêu cầu của câu hỏi";
    benefit "Worth less cost" | "Giá trị trừ chi phí", CURRENCY, "Chance times worth, less cost" | "Xác suất nhân giá trị, trừ chi phí";
};
