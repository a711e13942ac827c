//! The page around the answers: its headings, its columns and the paragraphs between them.

use super::number::{decimal, grouped, signs};
use super::report::{lower_first, sentence, things_in_vietnamese, upper_first};
use crate::base::{Distribution, Grade};
use crate::results::Summarised;
use crate::said::{Said, say};
use crate::units::Payer;
use crate::units::Year;

/// What the page is about and how it was made.
pub fn introduction(
    country: &str,
    first: Year,
    last: Year,
    futures: u32,
    currency: &str,
    base: Year,
) -> String {
    let futures = grouped(f64::from(futures));
    say! {
        en: format!(
            "This page looks at {country} from {first} to {last}. We lived {futures} possible futures. In each one, every \
             uncertain number was drawn anew and the years were run through once. A chance of 7 in 10 means that the \
             target was met in 7 of 10 of these futures. Ratios are those of 31 December. Money is in {currency} at the \
             prices of {base} unless said otherwise."
        ),
        vi: format!(
            "Trang này xem xét {country} từ năm {first} đến năm {last}. Chương trình đã mô phỏng {futures} tương lai có \
             thể xảy ra (gọi là lượt mô phỏng). Trong mỗi lượt, mọi con số chưa chắc chắn được lấy ngẫu nhiên lại và \
             các năm được tính lần lượt. Khả năng 7 trên 10 nghĩa là chỉ tiêu đạt trong 7 trên 10 lượt mô phỏng. Các tỷ \
             lệ tính tại thời điểm 31/12. Số tiền tính bằng {currency} theo giá năm {base}, trừ khi ghi khác. Dấu phẩy \
             ngăn phần thập phân, dấu chấm ngăn hàng nghìn."
        ),
    }
}

/// How very many futures were put together.
pub fn summarised(s: Summarised) -> String {
    let exact = grouped(f64::from(s.exact));
    say! {
        en: format!(
            "There were too many futures to keep each. Chances count all of them, and so do percentiles of indicators, \
             whose ranks have a standard error of {:.3} points. Drivers, gaps, costs, the ledger and what becomes of each \
             policy are read off the first {exact}.",
            100.0 * s.rank_error
        ),
        vi: format!(
            "Số lượt mô phỏng quá lớn nên không lưu từng lượt. Xác suất tính trên tất cả các lượt, bách phân vị của các \
             chỉ số cũng vậy, với sai số chuẩn của thứ hạng là {} điểm phần trăm. Yếu tố chi phối, số còn thiếu, kinh \
             phí, sổ theo dõi tăng giảm và kết quả từng giải pháp tính từ {exact} lượt đầu tiên.",
            decimal(100.0 * s.rank_error, 3)
        ),
    }
}

/// How the numbers of the assumptions were laid out, where not each was drawn by itself.
pub fn laid_out(sampling: &str) -> String {
    let by = match sampling {
        "Sobol" => {
            say!(en: "points of a scrambled Sobol sequence", vi: "các điểm của dãy Sobol có xáo trộn")
        }
        _ => say!(en: "Latin hypercubes", vi: "siêu khối Latinh"),
    };
    say! {
        en: format!(
            "The assumptions are laid out by {by} (`sampling: {sampling}`), in sixteen samples that are independent of one \
             another; their spread gives the intervals of the chances."
        ),
        vi: format!(
            "Giá trị của các giả định được phân bố theo {by} (`sampling: {sampling}`), gồm mười sáu mẫu độc lập với nhau; \
             độ phân tán giữa các mẫu cho khoảng tin cậy của các xác suất."
        ),
    }
}

/// What a reader must know when not everything was drawn.
pub fn not_all_drawn(uncertainty: &str) -> Option<&'static str> {
    match uncertainty {
        "both" => None,
        "parameters" => Some(say! {
            en: "**Only the assumptions were drawn in this run.** People and projects followed their expectation, so the \
                 futures differ less than they should.",
            vi: "**Lần chạy này chỉ lấy ngẫu nhiên các giả định.** Biến động nhân lực và dự án lấy theo giá trị kỳ vọng, \
                 nên các lượt mô phỏng khác nhau ít hơn thực tế.",
        }),
        "process" => Some(say! {
            en: "**Only events were drawn in this run.** Every assumption stood at its median, so the futures differ less \
                 than they should and the chances below are too sure of themselves.",
            vi: "**Lần chạy này chỉ lấy ngẫu nhiên các biến cố.** Mọi giả định giữ ở mức trung vị, nên các lượt mô phỏng \
                 khác nhau ít hơn thực tế và các xác suất dưới đây quá chắc chắn.",
        }),
        _ => Some(say! {
            en: "**Nothing was drawn in this run.** Every assumption stood at its median and every count at its \
                 expectation. This is a check of the arithmetic, not a forecast.",
            vi: "**Lần chạy này không lấy ngẫu nhiên yếu tố nào.** Mọi giả định giữ ở mức trung vị, mọi số lượng ở giá trị \
                 kỳ vọng. Đây là phép kiểm tra cách tính, không phải dự báo.",
        }),
    }
}

/// Said when beds without staff stay shut.
pub const GATE_ON: Said = Said::new(
    "The staffing gate is on in this scenario: beds without enough staff stay shut, and the targets for beds are asked of operating beds.",
    "Kịch bản này áp dụng điều kiện đủ nhân lực: giường bệnh không đủ nhân lực không được đưa vào hoạt động và chỉ tiêu giường bệnh tính theo số giường đủ nhân lực vận hành.",
);

/// Heading of what bears the first page out.
pub const BODY: Said = Said::new("What bears it out", "Căn cứ chi tiết");

/// A name that a list follows.
pub fn named(name: &str) -> String {
    format!("**{name}**")
}

/// Heading of the annex.
pub const ANNEX: Said = Said::new("Annex", "Phụ lục");

/// Heading of the answers.
pub const ANSWERS: Said = Said::new("The answers", "Kết quả theo từng chỉ tiêu");

/// Said when no target is a headline.
pub const NO_HEADLINE: Said = Said::new(
    "This scenario asks no target in these years. The other targets are answered below.",
    "Kịch bản này không đặt chỉ tiêu nào trong các năm này. Kết quả của các chỉ tiêu khác nêu ở phần dưới.",
);

/// What the list of answers is.
pub fn answers_lead(country: &str) -> String {
    say! {
        en: format!("The chance that {country} meets each adopted national target in its year:"),
        vi: format!("Khả năng {country} đạt từng chỉ tiêu quốc gia đã ban hành, đúng năm của chỉ tiêu:"),
    }
}

/// The same of targets that a scenario sets.
pub const OWN_ANSWERS_LEAD: Said = Said::new(
    "The chance that each target of this scenario is met in its year:",
    "Khả năng đạt từng chỉ tiêu của kịch bản này, đúng năm của chỉ tiêu:",
);

/// Heading of the comparators.
pub const COMPARATORS: Said =
    Said::new("Beside its region and the nation", "So với vùng và cả nước");

/// First columns of the comparators.
pub const COMPARATOR_COLUMNS: [Said; 2] = [
    Said::new(
        "Middle future (8 in 10 futures)",
        "Trung vị (8 trên 10 lượt)",
    ),
    Said::new("Year", "Năm"),
];

/// Heading of the drivers.
pub const DRIVERS: Said = Said::new("What drives it", "Yếu tố chi phối kết quả");

/// What the table of drivers is.
pub const DRIVERS_LEAD: Said = Said::new(
    "For each target and each assumption that can reach its indicator we compare the fifth of the futures where the assumption is lowest with the fifth where it is highest. So many assumptions are tried that some differ by luck: listed are those that move a chance by more than 10 points and stand when at most 5 in 100 of all that are named may be false. Each has the 95% interval of its change; the rest are in `drivers.csv`.",
    "Với mỗi chỉ tiêu và mỗi giả định có thể tác động đến chỉ số tương ứng, so sánh nhóm một phần năm số lượt mô phỏng có giả định thấp nhất với nhóm một phần năm cao nhất. Do xét rất nhiều giả định, một số chênh lệch chỉ là ngẫu nhiên: bảng chỉ nêu các giả định làm xác suất thay đổi trên 10 điểm phần trăm và vẫn có ý nghĩa khi giới hạn số trường hợp nêu nhầm do ngẫu nhiên ở mức tối đa 5 trên 100 giả định được nêu. Mỗi thay đổi có kèm khoảng tin cậy 95%; phần còn lại ở tệp `drivers.csv`.",
);

/// Columns of the drivers.
pub const DRIVERS_COLUMNS: [(&str, Said); 6] = [
    ("target", Said::new("Target", "Chỉ tiêu")),
    ("assumption", Said::new("Assumption", "Giả định")),
    ("grade", Said::new("Grade", "Mức tin cậy")),
    (
        "low_fifth_probability",
        Said::new("Chance when it is low", "Xác suất ở nhóm thấp nhất"),
    ),
    (
        "high_fifth_probability",
        Said::new("Chance when it is high", "Xác suất ở nhóm cao nhất"),
    ),
    ("swing_points", Said::new("Change", "Thay đổi")),
];

/// An assumption in the table of drivers.
pub fn driver(meaning: &str, id: &str) -> String {
    format!("{} (`{id}`)", meaning.trim_end_matches('.'))
}

/// Drivers that luck alone could have made.
pub fn unclear(many: usize) -> String {
    say! {
        en: format!(
            "Left out: {many} differences of more than 10 points that luck could have made among so many. More futures \
             would tell."
        ),
        vi: format!(
            "Không nêu {many} chênh lệch trên 10 điểm phần trăm có thể chỉ do ngẫu nhiên vì xét rất nhiều giả định. Cần \
             thêm lượt mô phỏng để kết luận."
        ),
    }
}

/// A change of a chance with its interval, in points with their signs.
pub fn swing(swing: f64, [low, high]: [f64; 2]) -> String {
    super::number::swing_in_short([swing, low, high])
}

/// What the list of targets without drivers is.
pub const CALM_LEAD: Said = Said::new(
    "Of these we cannot tell at this many futures that any assumption moves them by more than 10 points:",
    "Với số lượt mô phỏng này, chưa xác định được giả định nào làm thay đổi trên 10 điểm phần trăm khả năng đạt các chỉ tiêu sau:",
);

/// Heading of targets whose year is over.
pub const MARKS: Said = Said::new(
    "What was asked for by now, and what came",
    "Chỉ tiêu đã đến hạn và kết quả đạt được",
);

/// A target whose year is over, who set it, and what came.
pub fn mark(claim: &str, document: &str, came: &str) -> String {
    format!("{claim} ({document}): {came}.")
}

/// Heading of the levers that cannot act in time.
pub const TOO_LATE: Said = Said::new("Too late to help", "Biện pháp không còn kịp thời");

/// What the list of these levers is.
pub const TOO_LATE_LEAD: Said = Said::new(
    "Levers that cannot act before the year of the target, however hard they are pulled from now on:",
    "Các biện pháp không kịp có tác dụng trước năm của chỉ tiêu, dù từ nay được đẩy mạnh đến đâu:",
);

/// Heading of the joint chances.
pub const TOGETHER: Said = Said::new("All together", "Khả năng đạt đồng thời");

/// Heading of the pictures.
pub const PICTURES: Said = Said::new("Pictures", "Hình minh họa");

/// Why a picture is missing.
pub fn not_drawn(why: &str) -> String {
    say!(en: format!("Not drawn: {why}"), vi: format!("Không có hình: {why}"))
}

/// Heading of the other national targets.
pub const OTHER_NATIONAL: Said = Said::new("Other national targets", "Các chỉ tiêu quốc gia khác");

/// Columns of a list of targets; the first is left out where all are the nation's.
pub const TARGET_COLUMNS: [(&str, Said); 5] = [
    ("place", Said::new("Place", "Địa bàn")),
    ("claim", Said::new("Target", "Chỉ tiêu")),
    ("document", Said::new("Document", "Văn bản")),
    ("status", Said::new("Standing", "Tình trạng văn bản")),
    ("answer", Said::new("Answer", "Kết quả")),
];

/// Heading of the tasks.
pub const TASKS: Said = Said::new(
    "Who does what by when",
    "Nhiệm vụ, cơ quan chủ trì và thời hạn",
);

/// Heading of the decisions.
pub const DECISIONS: Said = Said::new(
    "The decisions in this scenario",
    "Các giải pháp trong kịch bản",
);

/// Said when there are none.
pub const NO_DECISION: Said = Said::new(
    "None beyond what is already under way at the start.",
    "Không có giải pháp nào ngoài những việc đang triển khai ở đầu kỳ.",
);

/// Heading of one decision.
pub fn decision(id: &str, from: Year, to: Year) -> String {
    say! {
        en: format!("`{id}`, {from} to {to}"),
        vi: format!("`{id}`, từ năm {from} đến năm {to}"),
    }
}

/// What a decision does.
pub fn does(summary: &str) -> String {
    say! {
        en: sentence(&format!("What it does: {summary}")),
        vi: sentence(&format!("Nội dung: {summary}")),
    }
}

/// How an indicator goes: from a value in a year to another; values carry their unit.
pub fn path(start: &str, from: Year, end: &str, to: Year) -> String {
    say! {
        en: format!("from {start} in {from} to {end} in {to}"),
        vi: format!("{start} năm {from}; {end} năm {to}"),
    }
}

/// What a decision is for, and where that goes: in the place that is asked about, `None` for the nation, and
/// behind it in the nation.
pub fn serves(
    title: &str,
    place: Option<&str>,
    path: Option<&str>,
    nation: Option<&str>,
) -> String {
    let title = lower_first(title);
    let Some(path) = path else {
        return say! {
            en: format!("What it is for: {title}."),
            vi: format!("Mục đích: {title}."),
        };
    };
    let behind = nation.map_or(String::new(), |nation| {
        say! {
            en: format!("; in the nation {nation}"),
            vi: format!("; cả nước: {nation}"),
        }
    });
    let place = match place {
        Some(place) => place.to_owned(),
        None => say!(en: "the nation", vi: "cả nước").to_owned(),
    };
    say! {
        en: format!(
            "What it is for: {title}. In {place} it goes {path}{behind} (medians, with the range of 8 in 10 futures)."
        ),
        vi: format!(
            "Mục đích: {title}. Tính chung {place}: {path}{behind} (trung vị, trong ngoặc là khoảng của 8 trên 10 lượt mô phỏng)."
        ),
    }
}

/// What a decision does not move, and why.
pub fn does_not_move(what: &str) -> String {
    let what = lower_first(what);
    say! {
        en: sentence(&format!("What it does not move: {what}")),
        vi: sentence(&format!("Không làm thay đổi: {what}")),
    }
}

/// How to see what one decision adds.
pub const ONE_DECISION: Said = Said::new(
    "The figures above are those of the whole scenario. To see what one policy adds, run the same scenario without it and with the same seed: the two then differ only through that policy.",
    "Các số liệu trên là của toàn bộ kịch bản. Để biết riêng một giải pháp đóng góp bao nhiêu, chạy lại kịch bản khi bỏ giải pháp đó với cùng hạt giống ngẫu nhiên: hai kết quả khi đó chỉ khác nhau do giải pháp này.",
);

/// Heading of the provinces.
pub fn provinces(year: Year) -> String {
    say! {
        en: format!("Provinces at the end of {year}"),
        vi: format!("Các tỉnh, thành phố, cuối năm {year}"),
    }
}

/// What the table of provinces is.
pub const PROVINCES_LEAD: Said = Said::new(
    "Each cell has the median and, in brackets, the range of 8 in 10 futures. *Meets* is the chance that the province by itself stands where the nation wants to stand. The national target does not bind single provinces.",
    "Mỗi ô ghi trung vị và, trong ngoặc, khoảng của 8 trên 10 lượt mô phỏng. Cột *Đạt* là xác suất riêng địa phương đó đạt mức chỉ tiêu cả nước. Chỉ tiêu quốc gia không ràng buộc từng địa phương. Thứ tự xếp theo số liệu mô hình, không phải đánh giá địa phương.",
);

/// First column of the provinces.
pub const PROVINCE: Said = Said::new("Province", "Tỉnh, thành phố");

/// Column of the chance to meet what is asked.
pub fn meets(asked: &str) -> String {
    say!(en: format!("Meets {asked}"), vi: format!("Đạt {asked}"))
}

/// Who is lowest and who is highest.
pub fn extremes(title: &str, lowest: &[String], highest: &[String]) -> String {
    let [lowest, highest] = [lowest, highest].map(|names| names.join(", "));
    say! {
        en: format!("{title}: lowest in {lowest}; highest in {highest}."),
        vi: format!("{title}: thấp nhất ở {lowest}; cao nhất ở {highest}."),
    }
}

/// Heading of the figures raised to meet the nation.
pub const RAISED: Said = Said::new(
    "Figures raised to meet the national total",
    "Số liệu tăng lên khi cân đối theo tổng cả nước",
);

/// What these figures are.
pub fn raised_lead(raised: usize, all: usize) -> String {
    say! {
        en: format!(
            "In these provinces the staff counted one by one are fewer than the model uses at the start, because the \
             provinces must add to the published national figure. The true number may be nearer the lower one. Figures \
             that differ by more than 5%: {raised} of {all}."
        ),
        vi: format!(
            "Ở các tỉnh, thành phố này, số nhân lực đếm từng nơi thấp hơn số mô hình dùng ở đầu kỳ, vì tổng các địa \
             phương phải bằng số liệu công bố của cả nước. Số thực có thể gần mức thấp hơn. Số liệu chênh lệch trên 5%: \
             {raised} trong {all}."
        ),
    }
}

/// Columns of these figures.
pub const RAISED_COLUMNS: [Said; 5] = [
    Said::new("Province", "Tỉnh, thành phố"),
    Said::new("Occupation", "Nhóm nhân lực"),
    Said::new("Used (people)", "Số sử dụng (người)"),
    Said::new("Counted (people)", "Số đếm được (người)"),
    Said::new("Raised by", "Mức tăng"),
];

/// Said where nobody was counted.
pub const NO_COUNT: Said = Said::new("no count", "không có số liệu");

/// Heading of the provincial targets.
pub const PROVINCIAL: Said = Said::new(
    "Targets of provinces and regions",
    "Chỉ tiêu của các địa phương và vùng",
);

/// Heading of the targets for old borders.
pub const OLD_BORDERS: Said = Said::new(
    "Targets set for borders that no longer exist",
    "Chỉ tiêu đặt cho địa giới trước sắp xếp đơn vị hành chính",
);

/// What these targets are.
pub const OLD_BORDERS_LEAD: Said = Said::new(
    "These targets were set for borders that have changed since. They cannot be met or missed by today's province, so no chance is given. The last column shows where today's province stands in the same year.",
    "Các chỉ tiêu này đặt cho địa giới trước sắp xếp đơn vị hành chính. Không thể nói tỉnh, thành phố hiện nay đạt hay chưa đạt, nên không nêu xác suất. Cột cuối cho biết mức của tỉnh, thành phố hiện nay trong cùng năm.",
);

/// Columns of these targets.
pub const OLD_BORDERS_COLUMNS: [Said; 4] = [
    Said::new("Lies today in", "Nay thuộc"),
    Said::new("Target", "Chỉ tiêu"),
    Said::new("Document", "Văn bản"),
    Said::new(
        "Today's province: median (8 in 10 futures)",
        "Tỉnh, thành phố hiện nay: trung vị (8 trên 10 lượt)",
    ),
];

/// Said where the year of a target was not lived.
pub const NOT_LIVED: Said = Said::new("not among the years lived", "không thuộc kỳ mô phỏng");

/// Heading of the costs.
pub const COSTS: Said = Said::new("What it costs, and who pays", "Kinh phí và nguồn chi trả");

/// What the costs are.
pub fn costs_lead(currency: &str, base: Year) -> String {
    say! {
        en: format!(
            "Means over all futures, in {currency}. *Constant* is at the prices of {base}. *Nominal* is at the prices of \
             each year. *Discounted* is constant money counted less the later it is spent. The range of each line is in \
             `costs.csv`."
        ),
        vi: format!(
            "Số trung bình của tất cả các lượt mô phỏng, đơn vị {currency}. *Giá so sánh* là giá năm {base}. *Giá hiện \
             hành* là giá của từng năm. *Chiết khấu* là giá so sánh quy về giá trị hiện tại, chi càng muộn tính càng \
             thấp. Khoảng giá trị của từng dòng ở `costs.csv`."
        ),
    }
}

/// Heading of the costs by payer.
pub fn costs_by_payer(first: Year, last: Year) -> String {
    say! {
        en: format!("By payer and purpose, {first} to {last} together"),
        vi: format!("Theo nguồn và mục chi, tổng từ năm {first} đến năm {last}"),
    }
}

/// Columns of the costs by payer.
pub const COSTS_COLUMNS: [Said; 5] = [
    Said::new("Payer", "Nguồn chi trả"),
    Said::new("Purpose", "Mục chi"),
    Said::new("Constant", "Giá so sánh"),
    Said::new("Nominal", "Giá hiện hành"),
    Said::new("Discounted", "Chiết khấu"),
];

/// A line that adds up the purposes.
pub const ALL_PURPOSES: Said = Said::new("all purposes", "tất cả các mục chi");

/// A line or column that adds up the payers.
pub const ALL_PAYERS: Said = Said::new("All payers", "Tất cả các nguồn");

/// An amount and whose it is.
pub fn amount_of(who: &str, amount: f64) -> String {
    let amount = grouped(amount);
    say! {
        en: format!("{who} {amount}"),
        vi: format!("{}: {amount}", lower_first(who)),
    }
}

/// Money that could not be absorbed, by payer.
pub fn not_absorbed(payers: &[String], currency: &str) -> String {
    say! {
        en: format!(
            "Not in these costs, since it is not spent: money that lapses because no province can begin so many beds or \
             stations in a year, in {currency} at constant prices: {}. By year it is `not_absorbed` in `ledger.csv`, by \
             policy in `policy_costs.csv`.",
            payers.join(", ")
        ),
        vi: format!(
            "Không nằm trong kinh phí trên vì không chi: vốn hết hạn, bị hủy dự toán do không địa phương nào khởi công \
             được ngần ấy giường bệnh hoặc trạm y tế trong một năm, tính bằng {currency} theo giá so sánh: {}. Số theo \
             năm ở dòng `not_absorbed` của `ledger.csv`, theo giải pháp ở `policy_costs.csv`.",
            payers.join("; ")
        ),
    }
}

/// Heading of the costs by year.
pub const COSTS_BY_YEAR: Said = Said::new(
    "Year by year, at constant prices",
    "Theo từng năm, giá so sánh",
);

/// Column of the year.
pub const YEAR: Said = Said::new("Year", "Năm");

/// Last columns of the costs by year.
pub const COSTS_TOTALS: [Said; 3] = [
    ALL_PAYERS,
    Said::new("All payers, nominal", "Tất cả các nguồn, giá hiện hành"),
    Said::new("All payers, discounted", "Tất cả các nguồn, chiết khấu"),
];

/// Who pays.
pub fn payer(payer: Payer) -> &'static str {
    match payer {
        Payer::Ministry => say!(en: "Central budget", vi: "Ngân sách trung ương"),
        Payer::Provincial => say!(en: "Provincial budgets", vi: "Ngân sách địa phương"),
        Payer::Hospitals => say! {
            en: "Hospital revenue (insurance and fees)",
            vi: "Nguồn thu của bệnh viện (bảo hiểm y tế và viện phí)",
        },
        Payer::Private => {
            say!(en: "Private investors and schools", vi: "Nhà đầu tư tư nhân và cơ sở đào tạo")
        }
    }
}

/// What money is for, in a planner's words; a purpose not known here keeps its own name.
pub fn purpose(id: &str) -> String {
    let known = match id {
        "capital" => say! {
            en: "Ordinary capital: building and equipment",
            vi: "Vốn đầu tư công ngoài chương trình: xây dựng và trang thiết bị",
        },
        "programme" => say! {
            en: "Investment programmes",
            vi: "Chương trình đầu tư",
        },
        "campus" => say! {
            en: "New campuses",
            vi: "Cơ sở 2 của bệnh viện",
        },
        "private_beds" => say! {
            en: "New private beds",
            vi: "Giường bệnh tư nhân mới",
        },
        "fit_out" => say! {
            en: "Beds put up in existing buildings",
            vi: "Tăng giường thực kê trong nhà hiện có",
        },
        "operation" => say! {
            en: "Running hospitals, pay of their staff included",
            vi: "Chi hoạt động bệnh viện, gồm tiền lương",
        },
        "subsidy" => say! {
            en: "Running subsidies to hospitals",
            vi: "Ngân sách hỗ trợ chi thường xuyên cho bệnh viện",
        },
        "station_pay" => say! {
            en: "Pay at commune stations",
            vi: "Tiền lương tại trạm y tế xã",
        },
        "allowances" => say! {
            en: "Allowances of station staff",
            vi: "Phụ cấp cho nhân lực trạm y tế xã",
        },
        "training" => say! {
            en: "Training of students",
            vi: "Đào tạo sinh viên",
        },
        "links" => say! {
            en: "Links between core and satellite hospitals",
            vi: "Chuyển giao kỹ thuật hạt nhân - vệ tinh",
        },
        "handovers" => say! {
            en: "Handing hospitals over",
            vi: "Chuyển giao bệnh viện",
        },
        "staffing" => say! {
            en: "Rotation, recruitment and scholarships",
            vi: "Luân phiên, tuyển dụng và học bổng",
        },
        "initiatives" => say! {
            en: "Initiatives and milestones",
            vi: "Chương trình can thiệp và mốc công việc",
        },
        "private_support" => say! {
            en: "Support of private owners",
            vi: "Hỗ trợ nhà đầu tư tư nhân",
        },
        "fee_exemption" => say! {
            en: "Co-payments taken over from patients",
            vi: "Chi trả thay phần cùng chi trả của người bệnh",
        },
        "check_ups" => say! {
            en: "Free check-ups",
            vi: "Khám sức khỏe định kỳ miễn phí",
        },
        "station_services" => say! {
            en: "Services at stations",
            vi: "Dịch vụ tại trạm y tế",
        },
        "remote_consultation" => say! {
            en: "Remote consultation",
            vi: "Hội chẩn từ xa",
        },
        "closures" => say! {
            en: "Closing and merging hospitals",
            vi: "Giải thể, sáp nhập bệnh viện",
        },
        "family_medicine" => say! {
            en: "Lists of people kept by station doctors",
            vi: "Danh sách quản lý của bác sĩ trạm y tế",
        },
        other => return upper_first(&other.replace('_', " ")),
    };
    known.into()
}

/// Heading of what limits hiring.
pub const HIRING: Said = Said::new(
    "What limits hiring: posts or people",
    "Điểm nghẽn tuyển dụng: vị trí việc làm hay nguồn người",
);

/// What that means.
pub const HIRING_LEAD: Said = Said::new(
    "When open posts are fewer than the people looking for one, more posts would bring more staff, and more graduates would not. When people are fewer, it is the other way round.",
    "Khi số vị trí việc làm còn trống ít hơn số người tìm việc, bổ sung vị trí việc làm sẽ tăng được nhân lực, còn tăng số tốt nghiệp thì không. Khi thiếu người thì ngược lại.",
);

/// Columns of hiring.
pub const HIRING_COLUMNS: [(&str, Said); 5] = [
    ("occupation", Said::new("Occupation", "Nhóm nhân lực")),
    ("year", Said::new("Year", "Năm")),
    (
        "share_of_futures_posts_bind",
        Said::new(
            "Futures in which posts were short",
            "Tỷ lệ lượt mô phỏng thiếu vị trí việc làm",
        ),
    ),
    (
        "open_posts_mean",
        Said::new("Open posts (mean)", "Vị trí còn trống (trung bình)"),
    ),
    (
        "people_looking_mean",
        Said::new("People looking (mean)", "Người tìm việc (trung bình)"),
    ),
];

/// Which side limits hiring in most futures.
pub fn hiring(occupation: &str, posts: usize, years: usize) -> String {
    let called = || {
        let id = occupation.to_lowercase();
        upper_first(things_in_vietnamese(&id))
    };
    if posts == years {
        say! {
            en: format!("{occupation}: posts are short in most futures, in every year."),
            vi: format!("{}: thiếu vị trí việc làm ở đa số lượt mô phỏng, trong mọi năm.", called()),
        }
    } else if posts == 0 {
        say! {
            en: format!("{occupation}: people are short in most futures, in every year."),
            vi: format!("{}: thiếu nguồn người ở đa số lượt mô phỏng, trong mọi năm.", called()),
        }
    } else {
        say! {
            en: format!(
                "{occupation}: posts are short in most futures in {posts} of the {years} years, people in the others."
            ),
            vi: format!(
                "{}: ở đa số lượt mô phỏng, {posts} trong {years} năm thiếu vị trí việc làm, các năm còn lại thiếu nguồn người.",
                called()
            ),
        }
    }
}

/// Heading of the assumptions.
pub const RESTS_ON: Said = Said::new("What it rests on", "Các giả định");

/// How many assumptions there are, by grade.
pub fn rests_on(all: usize, by_grade: &[(Grade, usize)]) -> String {
    let counts: Vec<String> = by_grade
        .iter()
        .map(|(g, n)| say!(en: format!("{n} of grade {g:?}"), vi: format!("{n} ở mức {g:?}")))
        .collect();
    let counts = counts.join(", ");
    say! {
        en: format!(
            "{all} assumptions: {counts}. The weakest come first. The whole list is in `assumptions.csv`."
        ),
        vi: format!(
            "{all} giả định, theo mức tin cậy: {counts}. Giả định yếu nhất nêu trước. Danh sách đầy đủ ở `assumptions.csv`."
        ),
    }
}

/// Heading of the assumptions of one grade.
pub fn of_grade(grade: Grade, all: usize) -> String {
    let founded = founded(grade);
    say! {
        en: format!("Grade {grade:?}: {founded} ({all})"),
        vi: format!("Mức tin cậy {grade:?}: {founded} ({all})"),
    }
}

/// What a grade stands for.
pub fn founded(grade: Grade) -> &'static str {
    match grade {
        Grade::A => say! {
            en: "official statistics and decisions",
            vi: "số liệu thống kê hoặc văn bản chính thức",
        },
        Grade::B => say! {
            en: "press reports quoting officials",
            vi: "báo chí dẫn lời cơ quan chức năng",
        },
        Grade::C => say! {
            en: "academic and secondary sources",
            vi: "tài liệu khoa học hoặc nguồn thứ cấp",
        },
        Grade::D => say! {
            en: "derived from published figures",
            vi: "suy ra từ số liệu đã công bố",
        },
        Grade::E => say! {
            en: "assumed, with a range and a reason",
            vi: "giả định, có khoảng giá trị và lý do",
        },
    }
}

/// Heading of the tables that are assumed as a whole.
pub fn assumed_tables(all: usize) -> String {
    say! {
        en: format!("Grade E: whole tables of the base, assumed with a range and a reason ({all})"),
        vi: format!("Mức tin cậy E: cả bảng của bộ số liệu gốc là giả định, có khoảng giá trị và lý do ({all})"),
    }
}

/// Columns of these tables.
pub const TABLES_COLUMNS: [(&str, Said); 4] = [
    ("id", Said::new("Table", "Bảng")),
    ("meaning", Said::new("What it says", "Nội dung")),
    ("range_in_words", Said::new("Range", "Khoảng giá trị")),
    ("reason", Said::new("Reason", "Lý do")),
];

/// Columns of the assumptions of grade E.
pub const WEAK_COLUMNS: [(&str, Said); 5] = [
    ("assumption", Said::new("Assumption", "Giả định")),
    ("unit", Said::new("Unit", "Đơn vị")),
    ("law", Said::new("Law", "Phân phối")),
    ("range_or_law", Said::new("Range", "Khoảng giá trị")),
    ("reason", Said::new("Reason", "Lý do")),
];

/// Columns of the other assumptions.
pub const FOUNDED_COLUMNS: [(&str, Said); 4] = [
    ("assumption", Said::new("Assumption", "Giả định")),
    ("unit", Said::new("Unit", "Đơn vị")),
    ("law", Said::new("Law", "Phân phối")),
    ("source_id", Said::new("Source", "Nguồn")),
];

/// An assumption in a table.
pub fn assumption(id: &str, meaning: &str, changed: bool) -> String {
    let changed = if changed {
        say!(en: " **Changed by this scenario.**", vi: " **Kịch bản này thay đổi.**")
    } else {
        ""
    };
    format!("`{id}`: {}{changed}", sentence(meaning))
}

/// A range in a table, where there is one of its own.
pub fn range(range: Option<(f64, f64)>) -> String {
    match range {
        Some((low, high)) => say! {
            en: format!("{} to {}", figure(low), figure(high)),
            vi: format!("từ {} đến {}", figure(low), figure(high)),
        },
        None => say!(en: "that of its law", vi: "theo phân phối").into(),
    }
}

/// The law an assumption is drawn from.
pub fn law(law: &Distribution) -> String {
    say!(en: law_in_english(law), vi: law_in_vietnamese(law))
}

fn law_in_english(law: &Distribution) -> String {
    let n = |v: f64| figure(v);
    match law {
        Distribution::Fixed(v) => format!("fixed at {}", n(*v)),
        Distribution::Profile(shares) => {
            let shares: Vec<String> = shares.iter().map(|s| n(*s)).collect();
            format!("profile {}", shares.join(", "))
        }
        Distribution::Normal { mean, sd } => format!("normal, mean {}, sd {}", n(*mean), n(*sd)),
        Distribution::LogNormal { median, sigma } => {
            format!(
                "lognormal, median {}, sd of the log {}",
                n(*median),
                n(*sigma)
            )
        }
        Distribution::Triangular { low, mode, high } => {
            format!(
                "triangular, {} to {}, most likely {}",
                n(*low),
                n(*high),
                n(*mode)
            )
        }
        Distribution::Uniform { low, high } => format!("uniform, {} to {}", n(*low), n(*high)),
        Distribution::Beta(a, b) => {
            let mean = (a / (a + b) * 1e4).round() / 1e4;
            format!("beta({}, {}), mean {}", n(*a), n(*b), n(mean))
        }
        Distribution::Choice(ways) => {
            let percent = |chance: f64| (chance * 1e4).round() / 1e2;
            let each = ways.iter();
            let each: Vec<String> = each
                .map(|(name, chance)| format!("{name} {}%", n(percent(*chance))))
                .collect();
            format!("one of: {}", each.join(", "))
        }
        Distribution::Percentiles(_) | Distribution::Variants(_) => super::laws::told(law),
    }
}

fn law_in_vietnamese(law: &Distribution) -> String {
    let n = |v: f64| figure(v);
    match law {
        Distribution::Fixed(v) => format!("cố định bằng {}", n(*v)),
        Distribution::Profile(shares) => {
            let shares: Vec<String> = shares.iter().map(|s| n(*s)).collect();
            format!("dãy tỷ lệ theo năm: {}", shares.join("; "))
        }
        Distribution::Normal { mean, sd } => {
            format!("chuẩn: trung bình {}; độ lệch chuẩn {}", n(*mean), n(*sd))
        }
        Distribution::LogNormal { median, sigma } => format!(
            "log-chuẩn: trung vị {}; độ lệch chuẩn của log {}",
            n(*median),
            n(*sigma)
        ),
        Distribution::Triangular { low, mode, high } => format!(
            "tam giác: từ {} đến {}; khả năng nhất {}",
            n(*low),
            n(*high),
            n(*mode)
        ),
        Distribution::Uniform { low, high } => {
            format!("phân phối đều: từ {} đến {}", n(*low), n(*high))
        }
        Distribution::Beta(a, b) => {
            let mean = (a / (a + b) * 1e4).round() / 1e4;
            format!("beta({}; {}): trung bình {}", n(*a), n(*b), n(mean))
        }
        Distribution::Choice(ways) => {
            let percent = |chance: f64| (chance * 1e4).round() / 1e2;
            let each = ways.iter();
            let each: Vec<String> = each
                .map(|(name, chance)| {
                    format!("{} {}%", super::data::spoken(name), n(percent(*chance)))
                })
                .collect();
            format!("một trong các hướng: {}", each.join("; "))
        }
        Distribution::Percentiles(_) | Distribution::Variants(_) => super::laws::told(law),
    }
}

/// Assumptions that nothing in a run asked for.
pub fn idle(ids: &[String]) -> String {
    let ids = ids.join(", ");
    say! {
        en: format!("Not used in this run, because nothing in it asks for them: {ids}."),
        vi: format!("Lần chạy này không dùng đến: {ids}."),
    }
}

/// Heading of the facilities.
pub const FACILITIES: Said = Said::new(
    "Facilities, and how many are synthetic",
    "Cơ sở y tế và số cơ sở giả lập",
);

/// How many facilities there are, and how many are synthetic.
pub fn facilities(hospitals: usize, synthetic: usize, stations: usize) -> String {
    let [hospitals, synthetic, stations] =
        [hospitals, synthetic, stations].map(|n| grouped(n as f64));
    say! {
        en: format!(
            "The run follows {hospitals} hospitals and {stations} commune stations. **{synthetic} of the {hospitals} \
             hospitals are synthetic**: no list names them, so they were made up in number and size until counts and beds \
             add to the published totals. The others carry their name. Stations are one for each commune-level unit. \
             Synthetic facilities are never shown as observed; put real ones into `facilities.csv` of your own base \
             (`carecast base --write FOLDER`) to replace them."
        ),
        vi: format!(
            "Lần chạy này theo dõi {hospitals} bệnh viện và {stations} trạm y tế xã. **{synthetic} trong {hospitals} bệnh \
             viện là giả lập (không có thật)**: không danh sách nào nêu tên, nên số lượng và quy mô được đặt ra sao cho \
             số bệnh viện và số giường khớp với tổng đã công bố. Các bệnh viện còn lại mang tên thật. Mỗi đơn vị hành \
             chính cấp xã có một trạm y tế. Cơ sở giả lập không bao giờ được nêu như số liệu thực; đưa cơ sở thật vào \
             `facilities.csv` của bộ số liệu riêng (`carecast base --write FOLDER`) để thay thế."
        ),
    }
}

/// Heading of what is left out.
pub const LEAVES_OUT: Said = Said::new(
    "What the model leaves out",
    "Những điều mô hình không tính đến",
);

/// Heading of the guide to the errors.
pub const READING: Said = Said::new("How to read the errors", "Cách đọc sai số");

/// Heading of the files.
pub const BESIDE: Said = Said::new("Files beside this page", "Các tệp kèm theo");

/// What every reader should know about what this model does not do.
pub const LEFT_OUT: &[Said] = &[
    Said::new(
        "Quality of care, waiting times and single diseases. A bed is a bed and a doctor is a doctor, whatever the training behind them.",
        "Chất lượng khám, chữa bệnh, thời gian chờ và từng bệnh cụ thể. Mọi giường bệnh, mọi bác sĩ được tính như nhau, không phân biệt trình độ đào tạo.",
    ),
    Said::new(
        "Epidemics and disasters, unless a scenario switches their assumptions on (`shock.…`); further changes of borders or of the law.",
        "Dịch bệnh và thiên tai, trừ khi kịch bản bật các giả định tương ứng (`shock.…`); các thay đổi tiếp theo về địa giới hành chính hoặc pháp luật.",
    ),
    Said::new(
        "Moves of staff from one province to another: nobody publishes them.",
        "Việc nhân lực chuyển từ tỉnh, thành phố này sang tỉnh, thành phố khác: chưa có số liệu công bố.",
    ),
    Said::new(
        "Governments that change their plans in ways the scenario does not write down. A policy acts in every future, or in those that give the cause it waits for.",
        "Việc chính quyền điều chỉnh kế hoạch ngoài những gì kịch bản đã ghi. Một giải pháp có tác dụng trong mọi lượt mô phỏng, hoặc chỉ trong các lượt xuất hiện điều kiện kích hoạt.",
    ),
    Said::new(
        "Crowding acts on burn-out, on where and how many beds are begun, expanded or put up in existing buildings, and on referrals to Central hospitals. It does not change health.",
        "Tình trạng quá tải chỉ tác động đến mức kiệt sức của nhân lực, việc khởi công, mở rộng và tăng giường thực kê, và việc chuyển lên tuyến trung ương; không làm thay đổi sức khỏe người dân.",
    ),
    Said::new(
        "Occupations beyond those in the base, and work outside the facilities followed here.",
        "Các nhóm nhân lực ngoài bộ số liệu gốc và việc làm ngoài các cơ sở y tế được theo dõi.",
    ),
    Said::new(
        "How insurance cover, stunting, life expectancy and the like come about: they are followed as levels with a trend, and what moves them is assumed.",
        "Cơ chế hình thành mức bao phủ bảo hiểm y tế, suy dinh dưỡng thấp còi, tuổi thọ trung bình và các chỉ số tương tự: các chỉ số này được theo dõi theo mức và xu hướng, yếu tố tác động là giả định.",
    ),
];

/// Said of every provincial band.
pub const PROVINCIAL_BANDS_TOO_NARROW: Said = Said::new(
    "The provincial bands below are **somewhat too narrow**: beds as built and people as the model has them do not hold what it misses; the columns `_official` and `_expected` do, with the error of what is published. Read a small difference between two provinces as no difference.",
    "Khoảng dự báo cấp tỉnh dưới đây **hơi hẹp hơn thực tế**: số giường thực kê và nhân lực theo mô hình chưa tính phần mô hình bỏ sót; các cột `_official` và `_expected` đã tính phần này cùng sai số của số liệu công bố. Chênh lệch nhỏ giữa hai địa phương nên coi như không khác nhau.",
);

/// Said of the chances of provincial targets.
pub const PROVINCIAL_CHANCES_TOO_SURE: Said = Said::new(
    "Chances of staff hold what the model misses and the error of what is published; those of beds that are built hold neither, so they are **somewhat too sure of themselves**: the true ones lie nearer to even.",
    "Khả năng đạt của chỉ tiêu nhân lực đã tính phần mô hình bỏ sót và sai số của số liệu công bố; của chỉ tiêu giường thực kê thì chưa tính cả hai, nên **có phần quá chắc chắn**: khả năng thực tế gần mức 5 trên 10 hơn.",
);

/// Said where beds count whether or not there are people to staff them.
pub const BEDS_WITHOUT_STAFF: Said = Said::new(
    "Beds without staff: built beds count towards the targets, as in the official ratios, whether or not there are people to staff them. `operating_beds_per_10k` in `summary.csv` shows the beds that staff can serve.",
    "Giường thiếu nhân lực: giường thực kê đều được tính vào chỉ tiêu như cách tính chính thức, dù có đủ nhân lực hay không. Số giường đủ nhân lực vận hành là chỉ số `operating_beds_per_10k` trong `summary.xlsx` và `summary.csv`.",
);

/// Heading of what the past says of the answers.
pub const LOOKING_BACK: Said = Said::new("Looking back", "Kiểm định ngược");

/// What looking back can say.
pub const LOOKING_BACK_LEAD: Said = Said::new(
    "The whole model was put at the ends of earlier years, with what had been published by then. The form of its laws was chosen knowing what came: they say what would have been forecast, never what was.",
    "Toàn bộ mô hình được đặt về cuối các năm trước, chỉ dùng số liệu đã công bố đến khi đó. Dạng phân phối được chọn khi đã biết kết quả: đây là điều mô hình lẽ ra dự báo, không phải dự báo đã có thực.",
);

/// What was never looked back on.
pub const NOT_LOOKED_BACK_ON: Said = Said::new(
    "Both counts by province were looked back on to 2013; doctors and nurses of provinces were forecast no better than by pooled growth: the model earns its place by what policies do. **Not looked back on** is every other chance on this page: beds as built, of which no series exists, the private share, followed indicators, milestones, and what policies do. `carecast hindcast` has the whole.",
    "Cả hai cách thống kê theo tỉnh, thành phố được kiểm định ngược đến năm 2013; với bác sĩ và điều dưỡng từng địa phương, mô hình dự báo không tốt hơn cách lấy mức tăng chung: giá trị của mô hình là ở tác động của các giải pháp. **Chưa kiểm định ngược** mọi xác suất khác trong trang này: giường thực kê (không có chuỗi số liệu), tỷ lệ tư nhân, chỉ số theo dõi, mốc công việc và tác động của các giải pháp. Xem đầy đủ bằng `carecast hindcast`.",
);

/// Where the base is of a country whose past is not held.
pub const NOTHING_LOOKED_BACK_ON: Said = Said::new(
    "No chance on this page has been looked back on: no published figures of this country's past are held.",
    "Chưa xác suất nào trong trang này được kiểm định ngược: chương trình không có chuỗi số liệu công bố trước đây của quốc gia này.",
);

/// The files of a run, each in one line.
pub const FILES: &[Said] = &[
    Said::new(
        "`scenario.resolved.ron`: the scenario as it was run, every default written out.",
        "`scenario.resolved.ron`: kịch bản đúng như đã chạy, ghi rõ mọi giá trị mặc định.",
    ),
    Said::new(
        "`manifest.json`: version, seed, and a fingerprint of the scenario, the base and every file.",
        "`manifest.json`: phiên bản, hạt giống ngẫu nhiên, mã kiểm tra của kịch bản, bộ số liệu gốc và từng tệp.",
    ),
];

/// The workbook.
pub const FILES_WORKBOOK: Said = Said::new(
    "`summary.xlsx`: the answers, costs with live sums, provinces, hospitals and assumptions, to print and to work on. It is for people; tables in CSV are for programs, and a Windows set to Vietnamese would misread them.",
    "`summary.xlsx`: kết quả, kinh phí có công thức cộng, số liệu địa phương, bệnh viện và giả định, để in và làm việc. Nên mở tệp này trước; các bảng CSV dành cho chương trình khác, Windows cài tiếng Việt sẽ đọc sai.",
);

/// What is pasted into a paper of somebody's own.
pub const FILES_WORD: Said = Said::new(
    "`report.docx`: the first page and the table of tasks for Word, to paste into a paper of your own.",
    "`report.docx`: trang đầu và bảng nhiệm vụ dùng cho Word, để đưa vào văn bản của đơn vị.",
);

/// The folder of pictures.
pub const FILES_CHARTS: Said = Said::new(
    "`charts/`: the pictures, each with a table of the numbers it shows.",
    "`charts/`: các hình, mỗi hình kèm bảng số liệu của hình.",
);

/// How the two errors of a chance are to be read.
pub const HOW_TO_READ: &[Said] = &[
    Said::new(
        "*Sampling* is the error left because we lived a limited number of futures. More futures make it smaller. It is a 95% interval.",
        "*Sai số mô phỏng* là sai số do số lượt mô phỏng có hạn. Chạy thêm lượt thì sai số giảm. Đây là khoảng tin cậy 95%.",
    ),
    Said::new(
        "*Across the assumption that matters most* is the chance in the fifth of the futures where that assumption is lowest, and in the fifth where it is highest. More futures do not make it smaller; only better data do.",
        "*Khi giả định ảnh hưởng lớn nhất thay đổi* là xác suất ở nhóm một phần năm số lượt mô phỏng có giả định đó thấp nhất và ở nhóm cao nhất. Chạy thêm lượt mô phỏng không làm hẹp khoảng này; chỉ số liệu tốt hơn mới làm được.",
    ),
    Said::new(
        "*Fewer than 1 in* so many means that it never happened in three times as many futures. It does not mean that it cannot happen.",
        "*Dưới 1 trong* một số nào đó nghĩa là không xảy ra lần nào trong số lượt mô phỏng gấp ba lần số đó, không có nghĩa là không thể xảy ra.",
    ),
    Said::new(
        "*Median* is the middle future: half of them end higher, half lower. *8 in 10* ranges leave out the lowest and the highest tenth.",
        "*Trung vị* là mức ở giữa: một nửa số lượt mô phỏng cao hơn, một nửa thấp hơn. *Khoảng của 8 trên 10 lượt* bỏ một phần mười thấp nhất và một phần mười cao nhất.",
    ),
    Said::new(
        "Both errors are errors inside the model. What the model leaves out is listed above, and no interval here covers it.",
        "Cả hai loại sai số đều là sai số trong phạm vi mô hình. Những điều mô hình không tính đến nêu ở trên; không khoảng nào ở đây bao quát được.",
    ),
    Said::new(
        "Grades: A official statistic or decision; B press report quoting officials; C academic or secondary source; D derived from such figures; E assumed, with a range and a reason.",
        "Mức tin cậy: A số liệu thống kê hoặc văn bản chính thức; B báo chí dẫn lời cơ quan chức năng; C tài liệu khoa học hoặc nguồn thứ cấp; D suy ra từ số liệu đã công bố; E giả định, có khoảng giá trị và lý do.",
    ),
];

/// A number of an assumption as it was written, with its thousands grouped.
pub fn figure(value: f64) -> String {
    let text = format!("{value}");
    let (head, tail) = text
        .split_once('.')
        .map_or((text.as_str(), None), |(h, t)| (h, Some(t)));
    let (_, point) = signs();
    let sign = if head.starts_with('-') {
        "\u{2212}"
    } else {
        ""
    };
    let head = grouped(head.trim_start_matches('-').parse().unwrap_or(0.0));
    tail.map_or_else(
        || format!("{sign}{head}"),
        |tail| format!("{sign}{head}{point}{tail}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stay_as_they_were_written() {
        for (value, text) in [
            (0.25, "0.25"),
            (11_300.0, "11,300"),
            (-1_000.5, "\u{2212}1,000.5"),
            (-0.2, "\u{2212}0.2"),
        ] {
            assert_eq!(figure(value), text);
        }
    }
}
