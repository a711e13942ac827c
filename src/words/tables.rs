//! What each table holds, as pages and manifests list it; and what a row of it is, as its file says, in
//! English in every language.

use crate::said::Said;

pub(crate) const SUMMARY: Said = Said::new(
    "every indicator for the nation, each region and each province, year by year: mean, spread, percentiles and Monte Carlo error. Shares are fractions",
    "mọi chỉ số của cả nước, từng vùng và từng tỉnh, thành phố, theo năm: trung bình, độ phân tán, bách phân vị và sai số Monte Carlo. Tỷ lệ ghi dạng số thập phân",
);
pub(crate) const TARGETS: Said = Said::new(
    "every target with its chance, interval, shortfall and year first met; or the reason why it has no answer",
    "mọi chỉ tiêu với xác suất, khoảng tin cậy, mức thiếu hụt và năm đạt lần đầu; hoặc lý do không có kết quả",
);
pub(crate) const TARGETS_BY_YEAR: Said = Said::new(
    "the same question asked at each year-end",
    "cùng các chỉ tiêu, tính tại mỗi cuối năm",
);
pub(crate) const TARGET_VARIANTS: Said = Said::new(
    "the chance of each target in every way that no figure decides between, from all futures, with weights where they are supported",
    "xác suất đạt từng chỉ tiêu theo từng hướng diễn biến mà chưa có số liệu nào để lựa chọn, tính từ tất cả các lượt mô phỏng, có trọng số khi đủ căn cứ",
);
pub(crate) const PROVINCE_CHANCES: Said = Said::new(
    "the chance that a province by itself reaches the national threshold",
    "xác suất từng tỉnh, thành phố tự đạt mức chỉ tiêu cả nước",
);
pub(crate) const DRIVERS: Said = Said::new(
    "the chance of each headline target in the lowest and highest fifth of each assumption that can reach it, with the interval of the swing and whether it can be told from luck",
    "xác suất đạt từng chỉ tiêu chủ yếu ở nhóm một phần năm thấp nhất và cao nhất của mỗi giả định có thể tác động, kèm khoảng tin cậy của mức thay đổi và có phân biệt được với ngẫu nhiên hay không",
);
pub(crate) const TASKS: Said = Said::new(
    "who does what by when: each policy with its product, its cost, who pays, the chance that it is there in time, and money promised, spent and unspent",
    "ai làm việc gì, khi nào: từng giải pháp với sản phẩm, kinh phí, nguồn kinh phí, khả năng đúng hạn và vốn cam kết, đã giải ngân, chưa giải ngân",
);
pub(crate) const POLICIES: Said = Said::new(
    "in how many futures each policy acts, and its product is there or its money spent, year by year",
    "số lượt mô phỏng mà từng giải pháp được kích hoạt, có sản phẩm hoặc đã giải ngân, theo năm",
);
pub(crate) const POLICY_COSTS: Said = Said::new(
    "what each policy costs, by payer and year: a part of `costs.csv`; and what is left of it at the end of the last year",
    "kinh phí của từng giải pháp theo nguồn chi trả và năm: một phần của `costs.csv`; và phần còn lại vào cuối năm cuối",
);
pub(crate) const PUBLIC_MONEY: Said = Said::new(
    "public money that decisions spend to the year of the targets, by payer and year and together, and the chance of going over the ceiling",
    "ngân sách nhà nước chi cho các giải pháp đến năm của các chỉ tiêu, theo nguồn chi trả, theo năm và tổng cộng, và xác suất vượt trần",
);
pub(crate) const COSTS: Said = Said::new(
    "money by payer, purpose and year",
    "kinh phí theo nguồn chi trả, mục chi và năm",
);
pub(crate) const LEDGER: Said = Said::new(
    "every change of every national stock by cause and year, money of each payer included",
    "mọi biến động của từng đại lượng cấp quốc gia theo nguyên nhân và năm, gồm cả kinh phí của từng nguồn",
);
pub(crate) const BINDING: Said = Said::new(
    "whether posts or people were short",
    "thiếu vị trí việc làm hay thiếu nguồn người",
);
pub(crate) const ASSUMPTIONS: Said = Said::new(
    "every uncertain number with its law, source, grade and reason",
    "mọi con số chưa chắc chắn với phân phối, nguồn, mức tin cậy và lý do",
);
pub(crate) const FIGURES: Said = Said::new(
    "figures of the base year: those of the asker beside the base's, the ratios these move, counts that provinces publish of themselves, and what raking to the nation made of counts from below",
    "số liệu năm gốc: số liệu người dùng đưa vào bên cạnh số liệu gốc, các tỷ lệ thay đổi theo, số liệu do địa phương công bố, và số liệu địa phương sau khi cân đối theo tổng cả nước",
);
pub(crate) const REGISTER_PREDICTIONS: Said = Said::new(
    "every indicator as quantiles, in the form of public scoring tools",
    "mọi chỉ số dưới dạng phân vị, theo định dạng của các công cụ chấm điểm dự báo công khai",
);
pub(crate) const REGISTER_CHANCES: Said = Said::new(
    "the chance of every target at each year-end",
    "xác suất đạt từng chỉ tiêu tại mỗi cuối năm",
);
pub(crate) const REGISTER_VARIANTS: Said = Said::new(
    "the chance of each target in its year by each way that no figure decides between",
    "xác suất đạt từng chỉ tiêu đúng năm, theo từng hướng diễn biến mà chưa có số liệu nào để lựa chọn",
);
pub(crate) const SCORES: Said = Said::new(
    "each model by origin and horizon: error, bias, CRPS, coverage of bands",
    "từng mô hình theo năm lập dự báo và tầm dự báo: sai số, độ chệch, CRPS, tỷ lệ bao phủ của dải dự báo",
);
pub(crate) const FORECASTS: Said = Said::new(
    "every forecast as quantiles, in the form of public scoring tools",
    "mọi dự báo dưới dạng phân vị, theo định dạng của các công cụ chấm điểm dự báo công khai",
);
pub(crate) const CAME: Said = Said::new(
    "what was published of everything forecast",
    "số liệu đã công bố của mọi nội dung được dự báo",
);
pub(crate) const COMPARED_OPTIONS: Said = Said::new(
    "the options, with what each costs",
    "các phương án và chi phí của từng phương án",
);
pub(crate) const COMPARED_INPUTS: Said = Said::new(
    "what was decided differently, with files and lines",
    "các phương án khác nhau ở đâu, kèm tệp và dòng",
);
pub(crate) const COMPARED_DIFFERENCES: Said = Said::new(
    "every question and option, with interval, futures and verdict",
    "mọi nội dung và phương án, kèm khoảng tin cậy, số lượt mô phỏng và kết luận",
);
pub(crate) const COMPARED_BY_YEAR: Said =
    Said::new("the same at every year-end", "tương tự, tại mỗi cuối năm");
pub(crate) const COMPARED_PAIRS: Said = Said::new(
    "every two options against one another, target by target",
    "từng cặp phương án so với nhau, theo từng chỉ tiêu",
);
pub(crate) const COMPARED_VARIANTS: Said = Said::new(
    "every option on every target if one way of what no figure decides between holds: chance, and change from the reference in the same futures",
    "từng phương án theo từng chỉ tiêu khi một hướng chưa có số liệu phân định xảy ra: xác suất, và thay đổi so với phương án đối chứng trên cùng các lượt mô phỏng",
);
pub(crate) const COMPARED_COSTS: Said = Said::new(
    "costs by payer, purpose and year",
    "chi phí theo nguồn chi trả, mục chi và năm",
);
pub(crate) const COMPARED_COST_EFFECTIVENESS: Said =
    Said::new("what gains cost", "chi phí cho mỗi kết quả tăng thêm");
pub(crate) const COMPARED_PROVINCES: Said = Said::new("who gains", "địa phương được hưởng lợi");
pub(crate) const COMPARED_SPREAD: Said = Said::new("who gains", "địa phương được hưởng lợi");
pub(crate) const COMPARED_ATTRIBUTION: Said = Said::new(
    "the change split over decisions",
    "thay đổi tách theo từng giải pháp",
);
pub(crate) const SWEEP_POINTS: Said = Said::new(
    "one row for each point: the values set, futures lived, chances, means and costs",
    "mỗi điểm một hàng: các giá trị đã đặt, số lượt mô phỏng, xác suất, trung bình và chi phí",
);
pub(crate) const GUESSES: Said = Said::new(
    "every assumption that can reach a target: the share of the spread of its indicator and of whether it is met that it explains by itself, with intervals, and the chance of the target in its lowest and highest fifth",
    "mọi giả định có thể tác động đến một chỉ tiêu: tỷ lệ độ phân tán của chỉ số và của việc đạt hay chưa đạt mà riêng giả định đó giải thích được, kèm khoảng tin cậy, và xác suất đạt chỉ tiêu ở nhóm một phần năm thấp nhất và cao nhất",
);
pub(crate) const BOXES: Said = Said::new(
    "boxes of at most three conditions in which the futures that miss a target lie, or those that meet it, with coverage and density",
    "các nhóm không quá ba điều kiện, trong đó tập trung các lượt mô phỏng chưa đạt chỉ tiêu hoặc các lượt đạt, kèm độ bao phủ và mật độ",
);
pub(crate) const WORTH: Said = Said::new(
    "what it is worth to the choice between the options to know each guess, all of them, or a future whole, by chance and in money, with errors; and of surveys about the guesses that matter most",
    "giá trị đối với việc lựa chọn phương án khi biết đúng từng giả định, mọi giả định, hoặc toàn bộ diễn biến, tính theo xác suất và bằng tiền, kèm sai số; và giá trị của khảo sát về các giả định ảnh hưởng lớn nhất",
);
pub(crate) const WORTH_OPTIONS: Said = Said::new(
    "the options: chance, public money beyond the reference, and what meeting the question is worth less that",
    "các phương án: xác suất, ngân sách nhà nước tăng thêm so với đối chứng, và giá trị của việc đạt chỉ tiêu trừ số đó",
);

pub(crate) const ROWS_SUMMARY: Said =
    Said::en("one indicator in one scope at the end of one year; shares are fractions");
pub(crate) const ROWS_FACILITIES: Said = Said::en(
    "one facility at the end of one year, over the first so many futures; open and handed_over are shares of them; within a province patients and staff follow beds",
);
pub(crate) const ROWS_ASSUMPTIONS: Said = Said::en(
    "one of the first futures: what was assumed in it, whether it meets each target in its year (empty where a target has no answer), and the indicator of each target in that year, by place",
);
pub(crate) const ROWS_CHOICES: Said = Said::en(
    "one of the first futures, the same for all options: what was assumed in it, and of each option whether it meets each headline target and all together, and what it spends of public money beyond the reference to the year of the targets",
);
pub(crate) const ROWS_DRAWS: Said = Said::en(
    "one future of one scope at the end of one year; one column for each indicator, empty where it is not read or not defined",
);
pub(crate) const ROWS_SWEEP: Said =
    Said::en("one point of a sweep; chances and shares are fractions");
pub(crate) const ROWS_FORECASTS: Said =
    Said::en("one quantile of one forecast; values per 10,000 people");
