//! The words of pictures that set provinces side by side: ranked, apart over the years, each in a panel.

use super::{bound_of, due, not_adopted, number};
use crate::base::{Bound, Direction};
use crate::results::{IndicatorInfo, Probability, TargetAnswer, Unit};
use crate::said::{Said, say};
use crate::units::Year;

/// Title of a ranking.
pub fn ranking_title(
    indicator: &IndicatorInfo,
    year: Year,
    standing: Option<&Standing>,
    here: Option<Rank>,
) -> String {
    match (standing, here) {
        (Some(standing), _) => standing.title(&indicator.title),
        (None, Some(here)) => here.title(&indicator.title, year),
        (None, None) => say! {
            en: format!("{} in {year}: provinces ranked", indicator.title),
            vi: format!("{}, năm {year}: xếp hạng các tỉnh, thành phố", indicator.title),
        },
    }
}

/// Where the place that the question is about stands among the provinces; 1 is the highest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rank<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its rank, by the median future.
    pub rank: usize,
    /// Provinces with a figure.
    pub of: usize,
}

impl Rank<'_> {
    /// The title of a picture of provinces where nothing is asked of the nation.
    pub fn title(&self, indicator: &str, year: Year) -> String {
        let Rank { name, rank, of } = self;
        say! {
            en: format!(
                "{indicator} in {year}: {name} ranks {rank} of {of} provinces in the median future"
            ),
            vi: format!(
                "{indicator}, năm {year}: {name} xếp thứ {rank} trong {of} tỉnh, thành phố theo trung vị"
            ),
        }
    }
}

/// How provinces stand to what is asked of the nation.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// That in words, with its year.
    pub asked: String,
    /// Provinces whose median meets it.
    pub median: usize,
    /// Provinces in which at least nine futures in ten meet it.
    pub nearly_sure: usize,
    /// Provinces with a figure.
    pub of: usize,
}

impl Standing {
    /// The title of a picture of provinces: in how many the median future meets what is asked.
    pub fn title(&self, indicator: &str) -> String {
        let provinces = of_provinces(self.median, self.of);
        let asked = &self.asked;
        say! {
            en: format!("{indicator}: median future of {provinces} {asked}"),
            vi: match self.median {
                0 => format!("{indicator}: chưa địa phương nào có trung vị đạt mức {asked}"),
                _ => format!("{indicator}: trung vị của {provinces} đạt mức {asked}"),
            },
        }
    }
}

/// So many of the provinces: `15 of 34 provinces`, `no province`.
pub fn of_provinces(count: usize, of: usize) -> String {
    say! {
        en: match count {
            0 => "no province".to_owned(),
            n if n == of => format!("all {of} provinces"),
            n => format!("{n} of {of} provinces"),
        },
        vi: match count {
            0 => "không tỉnh, thành phố nào".to_owned(),
            n if n == of => format!("cả {of} tỉnh, thành phố"),
            n => format!("{n} trong {of} tỉnh, thành phố"),
        },
    }
}

/// The answer of a ranking. `own` counts the provinces' own targets: reached by the median, and all.
pub fn ranking_answer(
    standing: Option<&Standing>,
    ends: Option<[(String, String); 2]>,
    own: (usize, usize),
) -> String {
    let mut text = String::new();
    if let Some(s) = standing {
        let provinces = of_provinces(s.nearly_sure, s.of);
        text += &say! {
            en: format!(
                "That is asked of the nation, and met in 9 of 10 futures or more by {provinces}."
            ),
            vi: match s.nearly_sure {
                0 => "Đây là mức chỉ tiêu cả nước; chưa địa phương nào đạt trong ít nhất 9 trên 10 lượt."
                    .to_owned(),
                _ => format!(
                    "Đây là mức chỉ tiêu cả nước; {provinces} đạt trong ít nhất 9 trên 10 lượt."
                ),
            },
        };
    }
    if let Some([(high, most), (low, least)]) = ends {
        let held = |words: &str| words.replace(' ', "\u{a0}");
        let space = if text.is_empty() { "" } else { " " };
        let [high, most, low, least] = [high, most, low, least].map(|words| held(&words));
        text += &say! {
            en: format!("{space}Highest: {high}\u{a0}{most}; lowest: {low}\u{a0}{least}."),
            vi: format!("{space}Cao nhất: {high}\u{a0}{most}; thấp nhất: {low}\u{a0}{least}."),
        };
    }
    match own {
        (_, 0) => {}
        (reached, all) => text += &own_targets_reached(reached, all),
    }
    text
}

/// Of how many targets that provinces set for themselves the median future reaches how many.
fn own_targets_reached(reached: usize, all: usize) -> String {
    say! {
        en: match (reached, all) {
            (0, 1) => {
                " The median future misses the one target a province set for itself.".to_owned()
            }
            (_, 1) => {
                " The median future reaches the one target a province set for itself.".to_owned()
            }
            (0, all) => format!(
                " The median future reaches none of the {all} targets provinces set for themselves."
            ),
            (n, all) => format!(
                " The median future reaches {n} of the {all} targets provinces set for themselves."
            ),
        },
        vi: match (reached, all) {
            (0, 1) => {
                " Ở mức trung vị, chưa đạt chỉ tiêu duy nhất do địa phương tự đặt.".to_owned()
            }
            (_, 1) => " Ở mức trung vị, đạt chỉ tiêu duy nhất do địa phương tự đặt.".to_owned(),
            (0, all) => format!(
                " Ở mức trung vị, chưa đạt chỉ tiêu nào trong {all} chỉ tiêu do các địa phương tự đặt."
            ),
            (n, all) if n == all => {
                format!(" Ở mức trung vị, đạt cả {all} chỉ tiêu do các địa phương tự đặt.")
            }
            (n, all) => format!(
                " Ở mức trung vị, đạt {n} trong {all} chỉ tiêu do các địa phương tự đặt."
            ),
        },
    }
}

/// Column of medians and ranges.
pub const RANKING_COLUMN: Said = Said::new("median (8 in 10 futures)", "trung vị (8 trên 10 lượt)");
/// Column of the provinces' own targets.
pub const OWN_TARGET_COLUMN: Said = Said::new("own target, met in", "chỉ tiêu riêng: xác suất");
/// The range behind a median.
pub fn range(unit: Unit, low: f64, high: f64) -> String {
    format!(
        "({}\u{2013}{})",
        number::value(unit, low),
        number::value(unit, high)
    )
}
/// A province's own target beside its row.
pub fn own_target(target: &TargetAnswer, unit: Unit) -> String {
    // At least is what nearly all ask: it goes without saying beside a number.
    let value = match (target.direction, target.form.strict, target.form.up_to) {
        (Direction::AtLeast, false, None) => number::threshold(unit, target.threshold),
        (_, _, Some(up_to)) => {
            let [low, high] = [target.threshold, up_to].map(|v| number::threshold(unit, v));
            say! {
                en: format!("{low} to {high}"),
                vi: format!("{low}–{high}"),
            }
        }
        _ => bound_of(unit, target.bound()),
    };
    let draft = not_adopted(target.status);
    let met = target
        .probability
        .as_ref()
        .map_or(String::new(), |p: &Probability| {
            format!(": {}", number::chance(p))
        });
    format!("{value}{draft}{met}")
}
/// What the marks of a ranking mean.
pub const RANKING_NOTE: Said = Said::new(
    "Markers stand at the median future, bars hold 8 in 10 futures; diamonds are provinces' own targets for the year (rings: not adopted), set for today's borders. Official and expected figures of provinces carry the error of what is published; others carry none, and their true spread is wider than shown.",
    "Dấu tròn là trung vị, thanh ngang là khoảng của 8 trên 10 lượt; hình thoi là chỉ tiêu riêng của địa phương cho năm này (viền rỗng: chưa ban hành), đặt theo địa giới hiện nay. Xếp theo số liệu mô hình, không phải đánh giá địa phương. Số thống kê chính thức và số dự kiến của địa phương đã tính sai số của số liệu công bố; số liệu khác chưa tính nên chênh lệch thực tế rộng hơn hình vẽ.",
);
/// No ranking can be drawn.
pub fn nothing_to_rank(indicator: &str) -> String {
    say! {
        en: format!("No picture: {indicator} is not known province by province."),
        vi: format!("Không có hình: {indicator} không có số liệu theo từng tỉnh, thành phố."),
    }
}

/// What is asked of the nation, beside its line.
pub fn nation_threshold(unit: Unit, bound: Bound, year: Year) -> String {
    let due = due(unit, bound, year);
    say! {
        en: format!("nation, {due}"),
        vi: format!("cả nước, {due}"),
    }
}

/// Title of the picture of a spread.
pub fn spread_title(indicator: &IndicatorInfo, country: &str) -> String {
    let title = &indicator.title;
    say! {
        en: format!("{title}: how far apart provinces are, {country}"),
        vi: format!("{title}: mức độ chênh lệch giữa các tỉnh, thành phố, {country}"),
    }
}

/// One measure at the first and the last year: median, and the 80 % range at the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Median in the first year.
    pub from: f64,
    /// Median in the last year.
    pub to: f64,
    /// 10th and 90th percentile in the last year.
    pub range: (f64, f64),
}

/// The answer of the picture of a spread.
pub fn spread_answer(
    unit: Unit,
    (first, last): (Year, Year),
    ends: [(&str, f64, &str, f64); 2],
    gini: Option<Change>,
) -> String {
    let value = |v: f64| number::value(unit, v);
    let [(low_from, a, high_from, b), (low_to, c, high_to, d)] = ends;
    let mut text = String::new();
    if let Some(g) = gini {
        // A change below one part in twenty is not told as a change, and one that the middle 8 in 10
        // futures leave open only as a tendency.
        let open = g.range.0 <= g.from && g.from <= g.range.1;
        let moved = match (g.to < 0.95 * g.from, g.to > 1.05 * g.from, open) {
            (true, _, false) => say! {
                en: "Provinces draw closer together",
                vi: "Chênh lệch giữa các tỉnh, thành phố thu hẹp",
            },
            (true, _, true) => say! {
                en: "Provinces tend to draw closer together, though not in every future",
                vi: "Chênh lệch giữa các tỉnh, thành phố có xu hướng thu hẹp, nhưng không phải trong mọi lượt mô phỏng",
            },
            (_, true, false) => say! {
                en: "Provinces drift further apart",
                vi: "Chênh lệch giữa các tỉnh, thành phố tăng thêm",
            },
            (_, true, true) => say! {
                en: "Provinces tend to drift further apart, though not in every future",
                vi: "Chênh lệch giữa các tỉnh, thành phố có xu hướng tăng thêm, nhưng không phải trong mọi lượt mô phỏng",
            },
            _ => say! {
                en: "Provinces stay about as far apart as they are",
                vi: "Chênh lệch giữa các tỉnh, thành phố gần như giữ nguyên",
            },
        };
        let [from, to, low, high] =
            [g.from, g.to, g.range.0, g.range.1].map(|v| number::decimal(v, 3));
        text += &say! {
            en: format!(
                "{moved}: the Gini coefficient goes from {from} in {first} to {to} in {last} (8 in 10 futures: {low} to {high}). "
            ),
            vi: {
                let goes = match g.to.total_cmp(&g.from) {
                    _ if from == to => "đến",
                    std::cmp::Ordering::Less => "xuống",
                    _ => "lên",
                };
                format!(
                    "{moved}: hệ số Gini từ {from} năm {first} {goes} {to} năm {last} (8 trên 10 lượt: từ {low} đến {high}). "
                )
            },
        };
    }
    let [a, b, c, d] = [a, b, c, d].map(value);
    text += &say! {
        en: format!(
            "Medians in {first}: from {a} ({low_from}) to {b} ({high_from}); in {last}: from {c} ({low_to}) to {d} ({high_to})."
        ),
        vi: format!(
            "Trung vị năm {first}: từ {a} ({low_from}) đến {b} ({high_from}); năm {last}: từ {c} ({low_to}) đến {d} ({high_to})."
        ),
    };
    text
}

/// Labels of the three lines of a spread.
pub fn spread_label(rank: usize, name: &str, value: &str) -> [String; 2] {
    say! {
        en: match rank {
            0 => [format!("highest: {value}"), name.to_owned()],
            1 => [format!("middle: {value}"), "half are below".to_owned()],
            _ => [format!("lowest: {value}"), name.to_owned()],
        },
        vi: match rank {
            0 => [format!("cao nhất: {value}"), name.to_owned()],
            1 => [format!("ở giữa: {value}"), "một nửa thấp hơn".to_owned()],
            _ => [format!("thấp nhất: {value}"), name.to_owned()],
        },
    }
}
/// Heading of the panel of a Gini coefficient.
pub const GINI: Said = Said::new(
    "Gini coefficient between provinces (0: all alike)",
    "Hệ số Gini giữa các địa phương (0: như nhau)",
);
/// Heading of the panel of highest over lowest.
pub const HIGHEST_OVER_LOWEST: Said = Said::new(
    "Highest province over lowest, times",
    "Cao nhất so với thấp nhất, lần",
);
/// What the lines of a spread are; `measured` where its measures stand below them.
pub fn spread_note(measured: bool) -> String {
    let lines = say! {
        en: "Thin lines: each province's median; thick lines: in each year the highest, the middle and the lowest of them.",
        vi: "Đường mảnh: trung vị của từng tỉnh, thành phố; đường đậm: mức cao nhất, ở giữa và thấp nhất trong từng năm.",
    };
    let below = match measured {
        true => say! {
            en: " Below: median over futures, the band holds 8 in 10.",
            vi: " Phần dưới: trung vị của các lượt mô phỏng, dải màu là khoảng của 8 trên 10 lượt.",
        },
        false => "",
    };
    say! {
        en: format!(
            "{lines}{below} Official and expected figures of provinces carry the error of what is published; others carry none, and their true spread is wider than shown."
        ),
        vi: format!(
            "{lines}{below} Số thống kê chính thức và số dự kiến của địa phương đã tính sai số của số liệu công bố; số liệu khác chưa tính nên chênh lệch thực tế rộng hơn hình vẽ."
        ),
    }
}
/// No spread can be drawn.
pub fn nothing_to_spread(indicator: &str) -> String {
    say! {
        en: format!("No picture: {indicator} is not known for two provinces or more."),
        vi: format!("Không có hình: {indicator} chưa có số liệu của ít nhất hai tỉnh, thành phố."),
    }
}

/// Title of the small panels.
pub fn panels_title(
    indicator: &IndicatorInfo,
    (first, last): (Year, Year),
    standing: Option<&Standing>,
) -> String {
    match standing {
        Some(standing) => standing.title(&indicator.title),
        None => say! {
            en: format!("{}, province by province, {first} to {last}", indicator.title),
            vi: format!("{}, theo từng tỉnh, thành phố, giai đoạn {first}–{last}", indicator.title),
        },
    }
}
/// The answer of the small panels.
pub fn panels_answer(year: Year, standing: Option<&Standing>, all: usize) -> String {
    match standing {
        Some(s) if s.median == 0 => say! {
            en: "That is asked of the nation. All panels share one scale.",
            vi: "Đây là mức chỉ tiêu cả nước. Các ô dùng chung một thang đo.",
        }
        .to_owned(),
        Some(_) => say! {
            en: "That is asked of the nation; provinces whose median future meets it are outlined. All panels share one scale.",
            vi: "Đây là mức chỉ tiêu cả nước; ô có viền là địa phương có trung vị đạt mức đó. Các ô dùng chung một thang đo.",
        }
        .to_owned(),
        None => say! {
            en: format!("Median future of {all} provinces in {year}. All panels share one scale."),
            vi: format!("Trung vị của {all} tỉnh, thành phố năm {year}. Các ô dùng chung một thang đo."),
        },
    }
}
/// Lines of the key to the panels: the dot, the band, what is asked, the outline.
pub fn panels_key(year: Year, bound: Option<&str>) -> [String; 4] {
    say! {
        en: [
            format!("median, with its value in {year}"),
            "8 in 10 futures".to_owned(),
            bound.map_or(String::new(), |b| format!("asked of the nation: {b}")),
            "median meets it".to_owned(),
        ],
        vi: [
            format!("trung vị, kèm giá trị năm {year}"),
            "8 trên 10 lượt".to_owned(),
            bound.map_or(String::new(), |b| format!("mức chỉ tiêu cả nước: {b}")),
            "trung vị đạt mức".to_owned(),
        ],
    }
}
/// What the panels leave out.
pub const PANELS_NOTE: Said = Said::new(
    "Official and expected figures of provinces carry the error of what is published; others carry none, and their true spread is wider than shown. Panels stand roughly where the provinces lie.",
    "Số thống kê chính thức và số dự kiến của địa phương đã tính sai số của số liệu công bố; số liệu khác chưa tính nên chênh lệch thực tế rộng hơn hình vẽ. Các ô đặt gần đúng vị trí địa phương. Đây là sơ đồ, không phải bản đồ hành chính. Quần đảo Hoàng Sa thuộc TP. Đà Nẵng, quần đảo Trường Sa thuộc tỉnh Khánh Hòa.",
);
/// The same where the page is too narrow for a map.
pub const PANELS_IN_ORDER_NOTE: Said = Said::new(
    "Official and expected figures of provinces carry the error of what is published; others carry none, and their true spread is wider than shown. Panels follow the map from its top to its bottom.",
    "Số thống kê chính thức và số dự kiến của địa phương đã tính sai số của số liệu công bố; số liệu khác chưa tính nên chênh lệch thực tế rộng hơn hình vẽ. Các ô xếp theo thứ tự từ Bắc vào Nam. Đây là sơ đồ, không phải bản đồ hành chính. Quần đảo Hoàng Sa thuộc TP. Đà Nẵng, quần đảo Trường Sa thuộc tỉnh Khánh Hòa.",
);
