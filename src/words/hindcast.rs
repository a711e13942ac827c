//! What is said of looking back: what would have been forecast, beside what came.

pub use super::command::written;
use super::number::{decimal, grouped, percent, trimmed};
use super::report::{chance_range, upper_first};
use crate::hindcast::Stock;
use crate::hindcast::found::{Hindcast, Late, Level, Mark, Scored, Supported, Target, Windowed};
use crate::said::{Said, say, things};
use crate::units::Year;
use std::borrow::Borrow;

/// The command, and the folder of its results.
pub const NAME: &str = "hindcast";
/// Title of the page.
pub const TITLE: Said = Said::new(
    "How right would it have been?",
    "Kiểm định ngược: dự báo đúng đến mức nào?",
);

/// The form was chosen with hindsight.
pub const HINDSIGHT: Said = Said::new(
    "The form of these laws was chosen knowing what came. They say what would have been forecast, never what was.",
    "Dạng của các mô hình thống kê này được chọn khi đã biết kết quả. Số liệu cho biết lẽ ra sẽ dự báo thế nào, không phải dự báo đã thực hiện.",
);

/// What was not looked back on.
pub const ALONE: Said = Said::new(
    "What is scored is the law of official counts alone. Of the model of people, buildings and money only two things enter: how fast built beds grew in its runs from each origin, and how many doctors its schools brought. The whole model was not lived from an earlier base here (`--replicates 0`), so what its policies do has not been looked back on.",
    "Đối tượng được chấm điểm chỉ là mô hình thống kê của số liệu chính thức. Từ mô hình về nhân lực, cơ sở vật chất và vốn chỉ lấy hai yếu tố: tốc độ tăng giường thực kê trong các lượt mô phỏng từ mỗi năm lập dự báo, và số bác sĩ do các trường đào tạo. Ở đây chưa chạy mô hình đầy đủ từ bộ số liệu của năm trước (`--replicates 0`), nên tác động của các giải pháp chưa được kiểm định ngược.",
);

/// What the whole model was lived from.
pub fn whole_model(futures: u32) -> String {
    say! {
        en: format!(
            "The whole model was lived in {} futures from each origin with an overlay (2008, 2011, 2013, 2018, 2020, 2022) by each way of going on: the base of today with the figures, laws and rules of the origin laid over it (`assets/hindcast/origin_laws.csv`), and no policy decided later. Ages of staff, shares of schools, tables of death, and how far off the flow model of staff is (`expected.*`, measured on misses from 2008 to 2022) are those of today. Beside it stands the law of official counts alone. What policies do has not been looked back on: none of then is in the tables.",
            grouped(f64::from(futures))
        ),
        vi: format!("Mô hình đầy đủ chạy {} lượt mô phỏng từ mỗi năm lập dự báo có số liệu thay thế (2008, 2011, 2013, 2018, 2020, 2022), theo từng hướng diễn biến: dùng bộ số liệu gốc hiện nay, thay bằng số liệu, phân phối và quy định của năm lập dự báo (`assets/hindcast/origin_laws.csv`), không thêm giải pháp nào về sau. Tuổi của nhân lực, tỷ trọng của các trường, bảng tử vong và mức sai lệch của mô hình luân chuyển nhân lực (`expected.*`, đo trên sai số từ năm 2008 đến năm 2022) lấy theo hiện nay. Kèm theo là kết quả của riêng mô hình thống kê số liệu chính thức. Tác động của các giải pháp chưa được kiểm định ngược: các bảng không có giải pháp nào của thời kỳ đó.", grouped(f64::from(futures))),
    }
}

/// What one forecast is called.
pub fn target(target: Target) -> &'static str {
    match target {
        Target::Departments(Stock::Beds) => {
            say!(en: "beds of provincial departments", vi: "giường bệnh do Sở Y tế quản lý")
        }
        Target::Departments(Stock::Doctors) => {
            say!(en: "doctors of provincial departments", vi: "bác sĩ thuộc Sở Y tế")
        }
        Target::Departments(Stock::Nurses) => {
            say!(en: "nurses of provincial departments", vi: "điều dưỡng thuộc Sở Y tế")
        }
        Target::Official(Stock::Beds) => {
            say!(en: "official beds", vi: "giường bệnh theo thống kê chính thức")
        }
        Target::Official(Stock::Doctors) => {
            say!(en: "official doctors", vi: "bác sĩ theo thống kê chính thức")
        }
        Target::Official(Stock::Nurses) => {
            say!(en: "official nurses", vi: "điều dưỡng theo thống kê chính thức")
        }
    }
}

/// What is counted, in the middle of a sentence.
fn counted_things(stock: Stock) -> &'static str {
    things::spoken(stock.id())
}

/// What a model is called.
pub fn model(id: &str) -> &'static str {
    match id {
        "plateau" => say! {
            en: "official beds growing as built ones",
            vi: "giường thống kê tăng bằng giường thực kê",
        },
        "half" => say!(en: "half of the recent growth", vi: "một nửa mức tăng gần đây"),
        "goes_on" => say!(en: "recent growth going on", vi: "giữ mức tăng gần đây"),
        "mixture" => say!(en: "the three together", vi: "kết hợp cả ba hướng"),
        "law" => say!(en: "the law alone", vi: "riêng mô hình thống kê"),
        "model" => say!(en: "the whole model", vi: "mô hình đầy đủ"),
        "model_plateau" => say! {
            en: "the whole model, official beds growing as built ones",
            vi: "mô hình đầy đủ, giường thống kê tăng bằng giường thực kê",
        },
        "model_half" => say! {
            en: "the whole model, half of the recent growth",
            vi: "mô hình đầy đủ, một nửa mức tăng gần đây",
        },
        "model_goes_on" => say! {
            en: "the whole model, recent growth going on",
            vi: "mô hình đầy đủ, giữ mức tăng gần đây",
        },
        "model_mixture" => {
            say!(en: "the whole model, the three together", vi: "mô hình đầy đủ, kết hợp cả ba hướng")
        }
        "model_stopped" => say! {
            en: "the whole model, nobody more is registered",
            vi: "mô hình đầy đủ, không ai đăng ký thêm",
        },
        "model_pool" => say! {
            en: "the whole model, the pool is registered",
            vi: "mô hình đầy đủ, nguồn chờ được đăng ký",
        },
        "stopped" => say!(en: "nobody more is registered", vi: "không ai đăng ký thêm"),
        "pool" => say!(en: "the pool is registered", vi: "nguồn chờ được đăng ký"),
        "last_value" => say!(en: "the last value", vi: "giữ nguyên số cuối cùng"),
        "pooled_growth" => say!(en: "pooled growth", vi: "mức tăng bình quân chung"),
        "straight_line" => say!(en: "a straight line", vi: "theo đường thẳng"),
        _ => say!(en: "a model", vi: "một mô hình"),
    }
}

/// A chance in words.
pub fn chance(p: f64) -> String {
    chance_range(p, p)
}

/// What a target of the past asks for.
pub fn mark(mark: &Mark) -> String {
    say! {
        en: format!(
            "{} {} per 10,000 people in {}",
            trimmed(mark.threshold, 1),
            target(mark.target),
            mark.year
        ),
        vi: format!("{} {} trên 10.000 dân năm {}", trimmed(mark.threshold, 1), target(mark.target), mark.year),
    }
}

/// The head of the page: how a met target would have been seen.
pub fn marks_title(marks: &[Mark]) -> String {
    let met = marks.iter().filter(|m| m.came >= m.threshold);
    let cautious = met.clone().filter(|m| {
        let mean = m.seen.iter().map(|s| s.chance).sum::<f64>() / m.seen.len().max(1) as f64;
        mean < 0.5
    });
    match (met.count(), cautious.count(), marks.len()) {
        (_, _, 0) => say! {
            en: "No target of 2025 was seen from these origins".to_owned(),
            vi: "Không chỉ tiêu nào của năm 2025 được dự báo từ các năm này".to_owned(),
        },
        (met, low, all) if met == all && low == all => {
            say! {
                en: "The targets of 2025 were met, and would have been given less than even chances"
                    .to_owned(),
                vi: "Các chỉ tiêu năm 2025 đã đạt, trong khi dự báo trước chỉ cho khả năng đạt dưới một nửa".to_owned(),
            }
        }
        (met, low, all) if met == all && low > 0 => say! {
            en: format!(
                "The targets of 2025 were met; {low} of {all} would have been given less than even chances"
            ),
            vi: format!("Các chỉ tiêu năm 2025 đã đạt; {low} trong {all} chỉ tiêu chỉ được dự báo khả năng đạt dưới một nửa"),
        },
        (met, _, all) if met == all => {
            say! {
                en: "The targets of 2025 were met, as would mostly have been expected".to_owned(),
                vi: "Các chỉ tiêu năm 2025 đã đạt, phần lớn đúng như dự báo trước".to_owned(),
            }
        }
        _ => say! {
            en: "The targets of 2025, as they would have been seen".to_owned(),
            vi: "Các chỉ tiêu năm 2025 theo dự báo trước đó".to_owned(),
        },
    }
}

/// A target of 2025 in one sentence.
pub fn mark_says(mark: &Mark) -> String {
    let seen: Vec<String> = mark
        .seen
        .iter()
        .map(|s| {
            say! {
                en: format!("{} from {}", chance(s.chance), s.origin),
                vi: format!("{} (từ năm {})", chance(s.chance), s.origin),
            }
        })
        .collect();
    let verdict = if mark.came >= mark.threshold {
        say!(en: "It was met", vi: "Thực tế đã đạt")
    } else {
        say!(en: "It was missed", vi: "Thực tế chưa đạt")
    };
    say! {
        en: format!(
            "{} would have been given {}. {verdict}: {} came.",
            upper_first(&self::mark(mark)),
            seen.join(", "),
            decimal(mark.came, 1)
        ),
        vi: format!("{}: khả năng đạt theo dự báo trước là {}. {verdict}: {}.", upper_first(&self::mark(mark)), seen.join("; "), decimal(mark.came, 1)),
    }
}

/// A chance in a table.
pub fn chance_in_table(p: f64) -> String {
    match p {
        p if p < 0.005 => say!(en: "under 1%".to_owned(), vi: "dưới 1%".to_owned()),
        p => percent((p * 100.0).round() / 100.0),
    }
}

/// The last row of the table of a mark.
pub fn median_for(mark: &Mark) -> String {
    say! {
        en: format!("median for {}; {} came", mark.year, decimal(mark.came, 1)),
        vi: format!("trung vị năm {}; thực tế {}", mark.year, decimal(mark.came, 1)),
    }
}

/// Headings of the table of marks.
pub fn marks_header(mark: &Mark) -> Vec<String> {
    let mut header = vec![say!(en: "if".to_owned(), vi: "nếu".to_owned())];
    header.extend(
        mark.seen
            .iter()
            .map(|s| say!(en: format!("from {}", s.origin), vi: format!("từ năm {}", s.origin))),
    );
    header
}

/// Whether a law is better than pooled growth by province.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Both its median and its whole distribution are nearer.
    Better,
    /// One is and the other is not, or both by less than a twentieth.
    NoBetter,
    /// Both are further away.
    Worse,
}

/// How a model stands against another.
pub fn standing(own: &Scored, rival: &Scored) -> Standing {
    const CLEAR: f64 = 0.05;
    let ahead = |a: f64, b: f64| a < b * (1.0 - CLEAR);
    if ahead(own.mape, rival.mape) && ahead(own.crps, rival.crps) {
        Standing::Better
    } else if ahead(rival.mape, own.mape) && ahead(rival.crps, own.crps) {
        Standing::Worse
    } else {
        Standing::NoBetter
    }
}

/// How forecasts stand against pooled growth, one sentence a target.
pub fn against_rival(hindcast: &Hindcast, id: Target, level: Level) -> Option<(Standing, String)> {
    let own = hindcast.overall(id, level, hindcast.headline_model(id))?;
    let rival = hindcast.overall(id, level, "pooled_growth")?;
    let standing = standing(own, rival);
    let said = match standing {
        Standing::Better => {
            say!(en: "better than pooled growth", vi: "sát hơn mức tăng bình quân chung")
        }
        Standing::NoBetter => {
            say!(en: "no better than pooled growth", vi: "không sát hơn mức tăng bình quân chung")
        }
        Standing::Worse => {
            say!(en: "worse than pooled growth", vi: "kém hơn mức tăng bình quân chung")
        }
    };
    let name = match level {
        Level::Provinces => say! {
            en: format!("{} by province", id.stock().id()),
            vi: format!("{} theo địa phương", counted_things(id.stock())),
        },
        Level::Nation => target(id).to_owned(),
    };
    // Where ways of going on are weighed, the one that lately held is told beside them.
    let lately = lately(hindcast, id, level);
    let alone = lately.map(|one| {
        say! {
            en: format!(
                " With {} alone: {}% and {}%.",
                model("goes_on"),
                decimal(one.mape, 1),
                decimal(one.crps, 1)
            ),
            vi: format!(" Chỉ riêng hướng “{}”: {}% và {}%.", model("goes_on"), decimal(one.mape, 1), decimal(one.crps, 1)),
        }
    });
    Some((
        standing,
        say! {
            en: format!(
                "{}: {said}. The median missed by {}% of what came (pooled growth: {}%), the whole distribution by {}% ({}%).{}",
                upper_first(&name),
                decimal(own.mape, 1),
                decimal(rival.mape, 1),
                decimal(own.crps, 1),
                decimal(rival.crps, 1),
                alone.unwrap_or_default()
            ),
            vi: format!("{}: {said}. Trung vị lệch {}% so với thực tế (mức tăng bình quân chung: {}%), toàn bộ phân phối lệch {}% ({}%).{}", upper_first(&name), decimal(own.mape, 1), decimal(rival.mape, 1), decimal(own.crps, 1), decimal(rival.crps, 1), alone.unwrap_or_default()),
        },
    ))
}

/// How forecasts by what lately held stand: of the whole model where it was lived.
pub fn lately(hindcast: &Hindcast, id: Target, level: Level) -> Option<&Scored> {
    let of = |model| hindcast.overall(id, level, model);
    of("model_goes_on").or_else(|| of("goes_on"))
}

/// Title of the part on provinces.
pub fn provinces_title(hindcast: &Hindcast) -> String {
    let targets = hindcast.targets(Level::Provinces);
    let named = |wanted: &dyn Fn(Standing) -> bool| -> Vec<&'static str> {
        targets
            .iter()
            .filter(|id| {
                against_rival(hindcast, **id, Level::Provinces).is_some_and(|(s, _)| wanted(s))
            })
            .map(|id| counted_things(id.stock()))
            .collect()
    };
    let better = named(&|s| s == Standing::Better);
    let not = named(&|s| s != Standing::Better);
    match (better.is_empty(), not.is_empty()) {
        (true, true) => say! {
            en: "Provinces were not looked back on".to_owned(),
            vi: "Các địa phương chưa được kiểm định ngược".to_owned(),
        },
        (false, true) => say! {
            en: format!("By province {} beat pooled growth", and(&better)),
            vi: format!("Theo địa phương, dự báo {} sát hơn mức tăng bình quân chung", and(&better)),
        },
        (true, false) => {
            // One way of going on may beat what would have been told.
            let lately = targets.iter().find(|id| {
                let rival = hindcast.overall(**id, Level::Provinces, "pooled_growth");
                let both = lately(hindcast, **id, Level::Provinces).zip(rival);
                both.is_some_and(|(own, rival)| standing(own, rival) == Standing::Better)
            });
            match lately {
                Some(id) => say! {
                    en: format!(
                        "By province only {} with {} beat pooled growth",
                        id.stock().id(),
                        model("goes_on")
                    ),
                    vi: format!("Theo địa phương, chỉ dự báo {} theo hướng “{}” sát hơn mức tăng bình quân chung", counted_things(id.stock()), model("goes_on")),
                },
                None => say! {
                    en: format!("By province no forecast beats pooled growth: {}", and(&not)),
                    vi: format!("Theo địa phương, không dự báo nào sát hơn mức tăng bình quân chung: {}", and(&not)),
                },
            }
        }
        (false, false) => say! {
            en: format!(
                "By province {} beat pooled growth, {} do not",
                and(&better),
                and(&not)
            ),
            vi: format!("Theo địa phương, dự báo {} sát hơn mức tăng bình quân chung, {} thì không", and(&better), and(&not)),
        },
    }
}

/// Words joined as people join them.
pub fn and<S: Borrow<str>>(words: &[S]) -> String {
    match words {
        [] => String::new(),
        [one] => one.borrow().to_owned(),
        [first @ .., last] => say! {
            en: format!("{} and {}", first.join(", "), last.borrow()),
            vi: {
                // A name that holds a comma or an "and" itself is parted by semicolons.
                let is_long = |word: &str| word.contains(',') || word.contains(" và ");
                match words.iter().any(|word| is_long(word.borrow())) {
                    true => words.join("; "),
                    false => format!("{} và {}", first.join(", "), last.borrow()),
                }
            },
        },
    }
}

/// What the program earns its place by, where a simple rule forecasts as well.
pub const EARNS: Said = Said::new(
    "Where a forecast is no better than pooled growth, use it to see how far off a figure may be, not to rank provinces. The model earns its place by what policies change, which pooled growth cannot say.",
    "Khi dự báo không sát hơn mức tăng bình quân chung, chỉ nên dùng để biết một số liệu có thể sai lệch đến đâu, không dùng để xếp hạng địa phương. Giá trị của mô hình là cho biết các giải pháp làm thay đổi điều gì; mức tăng bình quân chung không cho biết điều đó.",
);

/// Headings of the tables of scores.
pub const SCORES: [(&str, Said); 9] = [
    ("target", Said::new("what", "đại lượng")),
    ("model", Said::new("forecast by", "dự báo theo")),
    ("rows", Said::new("rows", "số hàng")),
    ("mape", Said::new("median off", "trung vị lệch")),
    ("bias", Said::new("bias", "độ chệch")),
    ("crps", Said::new("CRPS", "CRPS")),
    ("cov50", Said::new("in 50%", "trong 50%")),
    ("cov80", Said::new("in 80%", "trong 80%")),
    ("cov95", Said::new("in 95%", "trong 95%")),
];

/// How to read the scores.
pub const READ_SCORES: Said = Said::new(
    "Median off: mean distance of the median from what came, in % of it. Bias: what came less the median, on logs, in %; above zero the forecast was too low. CRPS: the same distance for the whole distribution, in %. In 50, 80, 95%: how much of what came lay in the central bands.",
    "Trung vị lệch: khoảng cách bình quân từ trung vị đến số thực tế, tính theo % của số thực tế. Độ chệch: số thực tế trừ trung vị, theo thang logarit, tính bằng %; lớn hơn 0 là dự báo quá thấp. CRPS: khoảng cách tương tự của toàn bộ phân phối, tính bằng %. Trong 50, 80, 95%: tỷ lệ số thực tế nằm trong các dải giữa.",
);

/// Title of the part on windows.
pub fn windows_title(windows: &[Windowed]) -> String {
    let inside = windows.iter().filter(|w| is_inside(w)).count();
    say! {
        en: format!(
            "{inside} of {} national windows ended inside the 80% band",
            windows.len()
        ),
        vi: format!("{inside} trong {} giai đoạn dự báo cả nước kết thúc trong dải 80%", windows.len()),
    }
}

/// Whether what came lies in the band.
pub fn is_inside(window: &Windowed) -> bool {
    (window.forecast[0]..=window.forecast[2]).contains(&window.came)
}

/// Why windows are set apart.
pub const APART: Said = Said::new(
    "Windows from every origin over every horizon share years, so they count for less than their number. Of one count these share none.",
    "Các giai đoạn tính từ mọi năm lập dự báo và theo mọi độ dài có chung một số năm, nên cho ít thông tin hơn số lượng của chúng. Ở đây, các giai đoạn của cùng một đại lượng không có năm chung.",
);

/// Headings of the table of windows.
pub const WINDOWS: [Said; 6] = [
    Said::new("what", "đại lượng"),
    Said::new("from", "từ năm"),
    Said::new("to", "đến năm"),
    Said::new("median", "trung vị"),
    Said::new("80% band", "dải 80%"),
    Said::new("came", "thực tế"),
];

/// One row of the table of windows.
pub fn windowed(window: &Windowed) -> Vec<String> {
    let [low, median, high] = window.forecast.map(|v| decimal(v, 1));
    let out = if is_inside(window) {
        ""
    } else {
        say!(en: " (outside)", vi: " (ngoài dải)")
    };
    vec![
        target(window.target).to_owned(),
        window.from.to_string(),
        window.to.to_string(),
        median,
        say!(en: format!("{low} to {high}"), vi: format!("{low}–{high}")),
        format!("{}{out}", decimal(window.came, 1)),
    ]
}

/// Title of the part on what was not known then.
pub fn late_title(used: usize, listed: usize) -> String {
    match used {
        0 => say! {
            en: "Everything used was known then".to_owned(),
            vi: "Mọi số liệu sử dụng đều đã biết vào thời điểm đó".to_owned(),
        },
        n => say! {
            en: format!(
                "{} used here were not known then, of {} listed",
                counted(n, "row"),
                grouped(listed as f64)
            ),
            vi: format!("{} hàng số liệu sử dụng ở đây khi đó chưa biết, trong {} hàng đã liệt kê", grouped(n as f64), grouped(listed as f64)),
        },
    }
}

/// `1 row`, `12 rows`.
pub fn counted(n: usize, what: &str) -> String {
    match n {
        1 => format!("1 {what}"),
        n => format!("{} {what}s", grouped(n as f64)),
    }
}

/// Title of the table of the nation.
pub const NATION: Said = Said::new("The nation, every window", "Cả nước, mọi giai đoạn");

/// What late rows are.
pub const LATE: Said = Said::new(
    "A row published more than a year after an origin is one that a forecaster did not have. Rows marked with a star are used by the forecasts above; the others move nothing here. A rule published later that says it was not yet in force is listed with them. `--known-by YEAR` refuses every used row published later; the law alone (`--replicates 0`) uses fewer.",
    "Hàng số liệu công bố sau năm lập dự báo hơn một năm là hàng mà người lập dự báo khi đó chưa có. Các hàng đánh dấu sao được dùng trong các dự báo ở trên; các hàng khác không ảnh hưởng gì ở đây. Quy định công bố về sau, cho biết khi đó chưa có hiệu lực, cũng được liệt kê cùng. `--known-by YEAR` từ chối mọi hàng được dùng mà công bố sau năm đó; riêng mô hình thống kê (`--replicates 0`) dùng ít hàng hơn.",
);

/// Origins without such rows.
pub fn no_late(origin: Year) -> String {
    say! {
        en: format!("From {origin}: everything was known then."),
        vi: format!("Từ năm {origin}: khi đó mọi số liệu đều đã biết."),
    }
}

/// The rows of an origin that were not known then.
pub fn late_head(origin: Year, used: usize, all: usize) -> String {
    say! {
        en: format!(
            "From {origin}: {} not known then, {used} of them used",
            counted(all, "row")
        ),
        vi: format!("Từ năm {origin}: {} hàng khi đó chưa biết, trong đó {used} hàng được sử dụng", grouped(all as f64)),
    }
}

/// A row that was not known then.
pub fn late(late: &Late) -> String {
    let star = if late.used { "\\* " } else { "" };
    let note = match late.note.as_str() {
        "" => String::new(),
        note => format!("; {note}"),
    };
    say! {
        en: format!(
            "{star}`{}`, {}, published {}{note}",
            late.id, late.place, late.published
        ),
        vi: format!("{star}`{}`, {}, công bố năm {}{note}", late.id, late.place, late.published),
    }
}

/// Title of the part on targets of the past.
pub fn past_targets_title(met: usize, known: usize) -> String {
    say! {
        en: format!("Of {known} targets of the past whose outcome is known, {met} were met"),
        vi: format!("Trong {known} chỉ tiêu trước đây đã biết kết quả, {met} chỉ tiêu đạt"),
    }
}

/// Headings of the table of targets of the past.
pub const PAST_TARGETS: [Said; 6] = [
    Said::new("what", "đại lượng"),
    Said::new("set in", "đặt ra năm"),
    Said::new("by", "hạn năm"),
    Said::new("asked for", "mức đặt ra"),
    Said::new("came", "thực tế"),
    Said::new("note", "ghi chú"),
];

/// Weights of the three ways for beds, as known at each origin.
fn weights(hindcast: &Hindcast) -> String {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for origin in &hindcast.origins {
        let weights = origin
            .weights
            .map(|w| decimal(w, 2))
            .join(say!(en: ", ", vi: "; "));
        match told.iter_mut().find(|(own, _)| *own == weights) {
            Some((_, years)) => years.push(origin.year.to_string()),
            None => told.push((weights, vec![origin.year.to_string()])),
        }
    }
    let each: Vec<String> = told
        .iter()
        .map(|(weights, years)| {
            let years: Vec<&str> = years.iter().map(String::as_str).collect();
            say! {
                en: format!("{weights} from {}", and(&years)),
                vi: format!("từ năm {}: ({weights})", and(&years)),
            }
        })
        .collect();
    say! {
        en: format!(
            "Weights of the three ways for beds (as built ones, half of the recent growth, all of it) are those known at the origin: {}.",
            each.join("; ")
        ),
        vi: format!("Trọng số của ba hướng về giường bệnh (bằng giường thực kê, một nửa mức tăng gần đây, toàn bộ mức tăng gần đây) lấy theo hiểu biết tại năm lập dự báo: {}.", each.join("; ")),
    }
}

/// How it was done.
pub fn how(hindcast: &Hindcast) -> Vec<String> {
    let origins: Vec<String> = hindcast
        .origins
        .iter()
        .map(|o| o.year.to_string())
        .collect();
    let mut all = vec![
        say! {
            en: format!(
                "Origins: {}. To 2013: the provinces and the nation as provincial departments count them, one to five years ahead; from 2018: the nation as the Ministry counts it, to 2025.",
                origins.join(", ")
            ),
            vi: format!("Năm lập dự báo: {}. Đến năm 2013: các địa phương và cả nước theo số liệu các Sở Y tế, dự báo trước từ 1 đến 5 năm; từ năm 2018: cả nước theo số liệu Bộ Y tế, đến năm 2025.", origins.join(", ")),
        },
        say! {
            en: "Each law is fitted on rows to its origin; a later row is refused. Forecasts of the law alone are closed forms or, for official doctors, 4,000 draws; of the whole model they are its futures.".to_owned(),
            vi: "Mỗi mô hình thống kê được ước lượng từ các hàng số liệu đến năm lập dự báo; hàng muộn hơn bị từ chối. Dự báo của riêng mô hình thống kê tính bằng công thức hoặc, với bác sĩ theo thống kê chính thức, bằng 4.000 lần lấy ngẫu nhiên; dự báo của mô hình đầy đủ là các lượt mô phỏng của mô hình.".to_owned(),
        },
        weights(hindcast),
        say! {
            en: "Rivals on the same rows: the last value; the mean growth of all places since 2004; a straight line since 2004; each with a random walk as wide as growth was until then.".to_owned(),
            vi: "Các cách dự báo để so sánh, trên cùng số liệu: giữ nguyên số cuối cùng; mức tăng bình quân của tất cả các địa phương từ năm 2004; theo đường thẳng từ năm 2004; mỗi cách kèm bước ngẫu nhiên rộng bằng biến động của mức tăng cho đến khi đó.".to_owned(),
        },
        say! {
            en: "Not looked back on: pharmacists, private beds, money, care, official nurses, registration of doctors that goes on as it lately did, and the chance of any target that is set for later years.".to_owned(),
            vi: "Chưa kiểm định ngược: dược sĩ, giường bệnh tư nhân, kinh phí, khám chữa bệnh, điều dưỡng theo thống kê chính thức, việc đăng ký bác sĩ tiếp tục như thời gian gần đây, và khả năng đạt các chỉ tiêu đặt cho những năm sau.".to_owned(),
        },
    ];
    if let Some(file) = &hindcast.actual {
        all.push(say! {
            en: format!(
                "What came was taken from {file} where it tells, else from the tables of the program."
            ),
            vi: format!("Số thực tế lấy từ {file} nếu có, còn lại lấy từ các bảng của chương trình."),
        });
    }
    for (indicator, rows) in &hindcast.passed_over {
        all.push(say! {
            en: format!(
                "{} of `{indicator}` in that file: not looked back on, since no law of it is fitted.",
                upper_first(&counted(*rows, "row"))
            ),
            vi: format!("{} hàng của `{indicator}` trong tệp đó: không kiểm định ngược, vì không ước lượng mô hình thống kê nào cho chỉ số này.", grouped(*rows as f64)),
        });
    }
    if let Some(year) = hindcast.known_by {
        all.push(say! {
            en: format!("Nothing published after {year} is used."),
            vi: format!("Không sử dụng số liệu nào công bố sau năm {year}."),
        });
    }
    all
}

/// Origins that nothing was held against.
pub fn not_looked_back(origin: Year) -> String {
    say! {
        en: format!("From {origin}: not looked back on. Nothing that was forecast has come in the tables."),
        vi: format!("Từ năm {origin}: chưa kiểm định ngược. Các bảng chưa có số thực tế nào ứng với dự báo."),
    }
}

/// Footer of a picture.
pub fn footer(hindcast: &Hindcast) -> String {
    let origins: Vec<String> = hindcast
        .origins
        .iter()
        .map(|o| o.year.to_string())
        .collect();
    let source = hindcast.actual.as_deref().map_or(
        String::new(),
        |file| say!(en: format!("; what came: {file}"), vi: format!("; số thực tế: {file}")),
    );
    say! {
        en: format!(
            "Source: carecast, looking back from {}; published figures with their sources in assets/hindcast{source}",
            origins.join(", ")
        ),
        vi: format!("Nguồn: carecast, kiểm định ngược từ các năm {}; số liệu công bố và nguồn ở assets/hindcast{source}", origins.join(", ")),
    }
}

/// Said under every picture.
pub const PICTURE_NOTE: Said = Said::new(
    "The form of the law was chosen knowing the outcome: what would have been forecast, never what was.",
    "Dạng của mô hình thống kê được chọn khi đã biết kết quả: hình cho biết lẽ ra sẽ dự báo thế nào, không phải dự báo đã thực hiện.",
);

/// Title of a picture of bands.
pub fn bands_title(id: Target, inside: usize, all: usize, above: usize) -> String {
    let name = upper_first(target(id));
    match (all, inside, above) {
        (0, _, _) => say! {
            en: format!("{name}: no figure to hold the forecasts against"),
            vi: format!("{name}: không có số liệu để đối chiếu dự báo"),
        },
        (all, inside, above) if inside == all && above == all => {
            say! {
                en: format!("{name} ended inside the 80% band each time, and each time above the middle"),
                vi: format!("{name} lần nào cũng nằm trong dải 80%, và đều cao hơn mức giữa"),
            }
        }
        (all, inside, above) if inside == all && above == 0 => {
            say! {
                en: format!("{name} ended inside the 80% band each time, and each time below the middle"),
                vi: format!("{name} lần nào cũng nằm trong dải 80%, và đều thấp hơn mức giữa"),
            }
        }
        (all, inside, _) if inside == all => {
            say! {
                en: format!("{name} ended inside the 80% band each time"),
                vi: format!("{name} lần nào cũng nằm trong dải 80%"),
            }
        }
        (all, inside, above) if inside > 0 && above == all => say! {
            en: format!(
                "{name} ended inside {inside} of {all} bands of 80%, each time above the middle"
            ),
            vi: format!("{name} nằm trong dải 80% ở {inside} trong {all} lần, lần nào cũng cao hơn mức giữa"),
        },
        (all, 0, above) if above == all => say! {
            en: format!("{name} ended above every 80% band"),
            vi: format!("{name} cao hơn mọi dải 80%"),
        },
        (all, 0, 0) => say! {
            en: format!("{name}, {}: below every 80% band", counted(all, "origin")),
            vi: format!("{name}, {all} năm lập dự báo: thấp hơn mọi dải 80%"),
        },
        (all, inside, above) => say! {
            en: format!(
                "{name} ended inside {inside} of {all} bands of 80%, above the middle in {above}"
            ),
            vi: format!("{name} nằm trong dải 80% ở {inside} trong {all} lần, cao hơn mức giữa ở {above} lần"),
        },
    }
}

/// Subtitle of a picture of bands.
pub fn bands_subtitle(model: &str) -> String {
    say! {
        en: format!(
            "Per 10,000 people: dots are what was published, lines and bands (50 and 80%) what would have been forecast ({}).",
            self::model(model)
        ),
        vi: format!("Trên 10.000 dân: chấm là số đã công bố; đường và dải (50 và 80%) là dự báo lẽ ra được đưa ra ({}).", self::model(model)),
    }
}

/// An origin in a key.
pub fn from(origin: Year, came: Option<(Year, f64, [f64; 3])>) -> String {
    match came {
        None => say! {
            en: format!("from {origin}: no figure to hold it against"),
            vi: format!("từ năm {origin}: chưa có số liệu để đối chiếu"),
        },
        Some((year, came, [low, median, high])) => say! {
            en: format!(
                "from {origin}: {} in {year} (80%: {} to {}); {} came",
                decimal(median, 1),
                decimal(low, 1),
                decimal(high, 1),
                decimal(came, 1)
            ),
            vi: format!("từ năm {origin}: {} năm {year} (80%: từ {} đến {}); thực tế {}", decimal(median, 1), decimal(low, 1), decimal(high, 1), decimal(came, 1)),
        },
    }
}

/// The line of a target.
pub fn target_line(threshold: f64, year: Year) -> String {
    say! {
        en: format!("target of {year}: {}", trimmed(threshold, 1)),
        vi: format!("chỉ tiêu năm {year}: {}", trimmed(threshold, 1)),
    }
}

/// Title of the picture of coverage.
pub fn reliability_title(worst: Option<(Target, f64)>) -> String {
    match worst {
        None => say! {
            en: "Bands of provinces were not looked back on".to_owned(),
            vi: "Dải dự báo của các địa phương chưa được kiểm định ngược".to_owned(),
        },
        Some((id, held)) if (held - 80.0).abs() <= 7.0 => say! {
            en: format!(
                "Bands of provinces hold about what they promise: at worst {held:.0}% in 80% bands ({})",
                id.stock().id()
            ),
            vi: format!("Dải dự báo của các địa phương gần đúng mức đã định: lệch nhất là {held:.0}% trong dải 80% ({})", counted_things(id.stock())),
        },
        Some((id, held)) if held < 80.0 => say! {
            en: format!(
                "Bands of {} were too narrow: {held:.0}% of what came lay in 80% bands",
                id.stock().id()
            ),
            vi: format!("Dải dự báo {} quá hẹp: {held:.0}% số thực tế nằm trong dải 80%", counted_things(id.stock())),
        },
        Some((id, held)) => say! {
            en: format!(
                "Bands of {} were too wide: {held:.0}% of what came lay in 80% bands",
                id.stock().id()
            ),
            vi: format!("Dải dự báo {} quá rộng: {held:.0}% số thực tế nằm trong dải 80%", counted_things(id.stock())),
        },
    }
}

/// Subtitle of the picture of coverage.
pub const RELIABILITY: Said = Said::new(
    "Share of what came in provinces that lay inside the central bands of 50, 80 and 95%; on the grey line bands hold what they promise.",
    "Tỷ lệ số thực tế của các địa phương nằm trong dải giữa 50, 80 và 95%; trên đường xám, dải dự báo đúng mức đã định.",
);

/// Title of the picture of skill.
pub fn skill_title(hindcast: &Hindcast) -> String {
    provinces_title(hindcast)
}

/// Subtitle of the picture of skill.
pub const SKILL: Said = Said::new(
    "How much smaller the CRPS is than that of pooled growth, by years ahead, provinces of all origins; below zero pooled growth is nearer.",
    "CRPS nhỏ hơn bao nhiêu so với mức tăng bình quân chung, theo số năm dự báo trước, gộp các địa phương và mọi năm lập dự báo; dưới 0 là mức tăng bình quân chung sát hơn.",
);

/// Title of the picture of chances given to what came.
pub fn pit_title(upper: Option<(Target, f64)>) -> String {
    match upper {
        None => say! {
            en: "Provinces were not looked back on".to_owned(),
            vi: "Các địa phương chưa được kiểm định ngược".to_owned(),
        },
        Some((id, share)) if share >= 0.6 => say! {
            en: format!(
                "Forecasts of {} were too low: {:.0}% of what came lay in their upper half",
                id.stock().id(),
                share * 100.0
            ),
            vi: format!("Dự báo {} quá thấp: {:.0}% số thực tế nằm ở nửa trên của dự báo", counted_things(id.stock()), share * 100.0),
        },
        Some((id, share)) if share <= 0.4 => say! {
            en: format!(
                "Forecasts of {} were too high: {:.0}% of what came lay in their lower half",
                id.stock().id(),
                (1.0 - share) * 100.0
            ),
            vi: format!("Dự báo {} quá cao: {:.0}% số thực tế nằm ở nửa dưới của dự báo", counted_things(id.stock()), (1.0 - share) * 100.0),
        },
        Some(_) => {
            say! {
                en: "What came in provinces lies about evenly in both halves of the forecasts".to_owned(),
                vi: "Số thực tế của các địa phương phân bố gần đều ở hai nửa của dự báo".to_owned(),
            }
        }
    }
}

/// Subtitle of the picture of chances given to what came.
pub const PIT: Said = Said::new(
    "Share of provinces by the chance that was given to at most what came; where forecasts are right, every bar is as high as the line.",
    "Tỷ lệ địa phương theo xác suất mà dự báo dành cho mức không vượt số thực tế; dự báo đúng thì mọi cột cao bằng đường kẻ.",
);

/// Caption of an axis.
pub const INSIDE: Said = Said::new("share inside", "tỷ lệ nằm trong dải");
/// Caption of an axis.
pub const PROMISED: Said = Said::new("promised", "mức đã định");
/// Caption of an axis.
pub const YEARS_AHEAD: Said = Said::new("years ahead", "số năm dự báo trước");
/// Caption of an axis.
pub const NEARER: Said = Said::new(
    "nearer than pooled growth",
    "sát hơn mức tăng bình quân chung",
);
/// Caption of an axis.
pub const GIVEN: Said = Said::new(
    "chance given to at most what came",
    "xác suất dành cho mức không vượt số thực tế",
);
/// Caption of an axis.
pub const PER_10K: Said = Said::new("per 10,000 people", "trên 10.000 dân");
/// Label of the dots.
pub const PUBLISHED: Said = Said::new("what was published", "số đã công bố");

/// A looking back that ended before its results were written.
pub const NOTHING_WRITTEN: Said = Said::new(
    "Nothing of this looking back was written; what an earlier one left there is as it was.",
    "Lần kiểm định ngược này chưa ghi gì; kết quả lần trước vẫn giữ nguyên.",
);

/// Title of the part on how it was done.
pub const HOW_DONE: Said = Said::new("How it was done", "Cách thực hiện");

/// A result nobody published.
pub const NOT_KNOWN: Said = Said::new("not known", "chưa rõ");

/// A file of what came that is at fault.
pub fn at_fault(file: &str, mistakes: usize) -> String {
    say! {
        en: format!("{file} cannot be used: {}", counted(mistakes, "mistake")),
        vi: format!("{file} không sử dụng được: có {mistakes} lỗi"),
    }
}

/// Rows that were published too late for `--known-by`.
pub fn too_late(rows: usize, year: i32) -> String {
    say! {
        en: format!(
            "{} used by these origins came after {year}",
            counted(rows, "row")
        ),
        vi: format!("{} hàng mà các năm lập dự báo này sử dụng được công bố sau năm {year}", grouped(rows as f64)),
    }
}

/// A file of what came that cannot be read.
pub fn cannot_read(file: &str, why: &str) -> String {
    say! {
        en: format!("{file} cannot be read: {why}\n  help: give a table saved as CSV with commas, in UTF-8"),
        vi: format!("{file} không đọc được: {why}\n  gợi ý: lưu bảng thành CSV phân cách bằng dấu phẩy, mã UTF-8"),
    }
}

/// An overlay of another ending.
pub fn overlay_is_ron(file: &str) -> String {
    say! {
        en: format!(
            "{file} is no name of a scenario\n  help: fitted laws are written as a scenario: end the name in .ron"
        ),
        vi: format!("{file} không phải là tên kịch bản\n  gợi ý: các phân phối ước lượng được ghi thành kịch bản: tên tệp phải kết thúc bằng .ron"),
    }
}

/// A file that is there already.
pub fn overlay_taken(file: &str) -> String {
    say! {
        en: format!(
            "{file} is there already, and nothing is overwritten\n  help: choose another name, or overwrite it with --force"
        ),
        vi: format!("đã có {file}, chương trình không ghi đè\n  gợi ý: chọn tên khác, hoặc ghi đè bằng --force"),
    }
}

/// Laws that were written.
pub fn overlay_written(file: &str, table: &str, known: usize, all: usize) -> String {
    let rest = match all - known {
        0 => String::new(),
        n => say! {
            en: format!(" ({n} of them in comments: this base does not have them)"),
            vi: format!(" (trong đó {n} phân phối ghi ở chú thích: bộ số liệu này không có các phân phối đó)"),
        },
    };
    say! {
        en: format!(
            "{all} laws written to {file}{rest}, with ranges and fit in {table}; the base is as it was\nTo use them: carecast run {file}"
        ),
        vi: format!("đã ghi {all} phân phối vào {file}{rest}, khoảng giá trị và độ khớp ở {table}; bộ số liệu gốc giữ nguyên\nĐể sử dụng: carecast run {file}"),
    }
}

/// Title of the picture of what the past supports.
pub fn supported_title(origin: Year, laws: &[Supported]) -> String {
    let out: Vec<&str> = laws
        .iter()
        .filter(|law| law.ruled_out().is_some_and(|share| share >= 0.25))
        .map(|law| law.id.as_str())
        .collect();
    let told = laws.iter().any(|law| law.base.is_some());
    match (out.as_slice(), told) {
        (_, false) => say! {
            en: format!("What was published to {origin} supports these laws"),
            vi: format!("Số liệu công bố đến năm {origin} phù hợp với các phân phối này"),
        },
        ([], true) => say! {
            en: format!("What was published to {origin} rules out little of any range"),
            vi: format!("Số liệu công bố đến năm {origin} hầu như không loại trừ phần nào của các khoảng giá trị"),
        },
        ([one], true) => {
            say! {
                en: format!("What was published to {origin} rules out a good part of the range of {one}"),
                vi: format!("Số liệu công bố đến năm {origin} loại trừ phần đáng kể của khoảng giá trị {one}"),
            }
        }
        (all, true) => say! {
            en: format!(
                "What was published to {origin} rules out a good part of the range of {} laws",
                all.len()
            ),
            vi: format!("Số liệu công bố đến năm {origin} loại trừ phần đáng kể của khoảng giá trị của {} phân phối", all.len()),
        },
    }
}

/// Subtitle of that picture.
pub const SUPPORTED: Said = Said::new(
    "Growths and standard deviations a year, on logs: what was fitted with its 90% range, and the range that the base gives the law.",
    "Mức tăng và độ lệch chuẩn mỗi năm, theo thang logarit: giá trị ước lượng với khoảng 90%, và khoảng giá trị trong bộ số liệu gốc.",
);
/// Key of that picture.
pub const FITTED: Said = Said::new(
    "fitted, with its 90% range (made-up pasts fitted again)",
    "ước lượng, với khoảng 90% (ước lượng lại từ các quá khứ giả lập)",
);
/// Key of that picture.
pub const BASE_RANGE: Said = Said::new("range of the base", "khoảng của bộ số liệu gốc");
/// Key of that picture.
pub const BASE_VALUE: Said = Said::new("value of the base", "giá trị của bộ số liệu gốc");

/// How much of a range is ruled out.
pub fn ruled_out(law: &Supported) -> String {
    match law.ruled_out() {
        None => String::new(),
        Some(share) if share < 0.005 => {
            say!(en: "nothing ruled out".to_owned(), vi: "không loại trừ".to_owned())
        }
        Some(share) if share > 0.995 => {
            say!(en: "all ruled out".to_owned(), vi: "loại trừ toàn bộ".to_owned())
        }
        Some(share) => say! {
            en: format!("{:.0}% ruled out", share * 100.0),
            vi: format!("loại trừ {:.0}%", share * 100.0),
        },
    }
}

/// Footer of that picture.
pub fn laws_footer(origin: Year) -> String {
    say! {
        en: format!("Source: carecast, laws fitted on rows to {origin}; sources in assets/hindcast"),
        vi: format!("Nguồn: carecast, phân phối ước lượng từ số liệu đến năm {origin}; nguồn ở assets/hindcast"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_law_is_better_only_where_both_scores_say_so() {
        let of = |mape: f64, crps: f64| Scored {
            target: Target::Departments(Stock::Beds),
            level: Level::Provinces,
            windows: crate::hindcast::found::Windows::All,
            origin: None,
            horizon: None,
            model: "law",
            rows: 1,
            mape,
            bias: 0.0,
            crps,
            coverage: [0.0; 3],
            pit: 0.5,
        };
        let rival = of(10.0, 7.0);
        assert_eq!(standing(&of(8.0, 6.0), &rival), Standing::Better);
        assert_eq!(standing(&of(9.8, 6.0), &rival), Standing::NoBetter);
        assert_eq!(standing(&of(8.0, 8.0), &rival), Standing::NoBetter);
        assert_eq!(standing(&of(12.0, 8.0), &rival), Standing::Worse);
    }

    #[test]
    fn words_are_joined_as_people_join_them() {
        assert_eq!(and(&["beds"]), "beds");
        assert_eq!(
            and(&["beds", "doctors", "nurses"]),
            "beds, doctors and nurses"
        );
        assert_eq!(counted(1, "row"), "1 row");
    }
}
