//! Messages about a scenario: its head and what its base carries.

pub mod added;
pub mod assumptions;
pub mod decide;
pub mod figures;
pub mod files;
pub mod plans;
pub mod targets;
pub mod tasks;
pub mod ties;
pub mod told;

use crate::said::number;
use crate::said::{Message, Said, messages, say};

/// Where the codes of provinces stand, for a question about one.
pub(crate) const PROVINCE_CODES: Said = Said::new(
    "provinces.csv of the base lists the codes; leave `province` out for a question about the nation",
    "mã có trong tệp provinces.csv của bộ số liệu gốc; bỏ `province` nếu hỏi về cả nước",
);
/// Where the codes of regions stand, for a question about one.
pub(crate) const REGION_CODES: Said = Said::new(
    "regions.csv of the base lists the codes; leave `region` out for a question about the nation",
    "mã có trong tệp regions.csv của bộ số liệu gốc; bỏ `region` nếu hỏi về cả nước",
);
/// Where the ids of policies stand.
pub(crate) const POLICY_IDS: Said = Said::new(
    "write the id of a policy of this scenario; leave `given` out where only the extended file's policies are given",
    "ghi mã của một giải pháp trong kịch bản này; bỏ `given` nếu chỉ các giải pháp của tệp được kế thừa là do nơi khác quyết định",
);
/// Where the codes of provinces stand.
pub(crate) const PROVINCES: Said = Said::new(
    "provinces.csv of the base lists the codes",
    "mã có trong tệp provinces.csv của bộ số liệu gốc",
);
/// Where indicators are listed.
pub(crate) const INDICATORS: Said = Said::new(
    "`carecast list indicators` prints them all; a target that cannot be answered belongs in targets_not_used.csv",
    "`carecast list indicators` in ra tất cả chỉ số; chỉ tiêu không thể trả lời thì ghi vào targets_not_used.csv",
);

messages! {
    no_title() = "the title is empty"
        => "charts and reports carry the title: a few words that name the question",
        vi "tiêu đề đang để trống"
        => "biểu đồ và báo cáo đều in tiêu đề: viết vài từ nêu rõ câu hỏi";
    file_name(fault) = "the scenario is called after its file, and {fault}"
        => "give the file a name that begins with a letter or a digit, and not too long",
        vi "tên kịch bản lấy theo tên tệp, mà {fault}"
        => "đặt tên tệp bắt đầu bằng chữ cái hoặc chữ số và không quá dài";
    no_province(code, help) = "there is no province \"{code}\"" => "{help}",
        vi "không có tỉnh, thành phố nào mang mã \"{code}\""
        => "{help}";
    no_region(code, help) = "there is no region \"{code}\"" => "{help}",
        vi "không có vùng nào mang mã \"{code}\""
        => "{help}";
    two_places(region) = "the question is about a province, and about the region \"{region}\" too"
        => "keep one of the two; targets of other places can be written in `targets` with their `scope`",
        vi "câu hỏi vừa nêu một tỉnh, thành phố, vừa nêu vùng \"{region}\""
        => "chỉ giữ một trong hai; chỉ tiêu của nơi khác có thể viết vào `targets` kèm `scope`";
    first_year(usual, first) = "a run starts in {usual}, the year after the base year, not in {first}"
        => "write `first: {usual}`; policies have their own `from`",
        vi "lần chạy bắt đầu từ năm {usual}, ngay sau năm gốc, không phải từ năm {first}"
        => "viết `first: {usual}`; mỗi giải pháp có `from` riêng";
    last_year_early(last, base, usual, furthest) = "the last year {last} is not after the base year {base}"
        => "choose a last year from {usual} to {furthest}",
        vi "năm cuối {last} không sau năm gốc {base}"
        => "chọn năm cuối từ {usual} đến {furthest}";
    last_year_late(last, furthest) = "the last year {last} is too far away"
        => "the model can be run to {furthest}: the assumptions carry no further",
        vi "năm cuối {last} quá xa"
        => "mô hình chạy được đến năm {furthest}: sau năm đó các giả định không còn dùng được";
    replicates(got) = "the number of futures is between 1 and 1000000, got {got}"
        => "1000 are good for a first look, 10000 for a result",
        vi "số lượt mô phỏng phải từ 1 đến 1000000, nhận được {got}"
        => "1000 lượt đủ để xem nhanh, 10000 lượt để lấy kết quả";
    no_storm_province(code, help) = "there is no province \"{code}\" for a storm to strike" => "{help}",
        vi "không có tỉnh, thành phố nào mang mã \"{code}\" để bão đổ bộ"
        => "{help}";
    storm_twice(code) = "\"{code}\" is named twice" => "keep one of the two",
        vi "\"{code}\" được nêu hai lần"
        => "chỉ giữ một trong hai";
    storm_nowhere() = "the list of provinces that a storm strikes is empty: no storm would do anything"
        => "name at least one, or leave `storm_in` out to have them drawn",
        vi "danh sách tỉnh, thành phố chịu bão đang trống: bão sẽ không gây tác động nào"
        => "nêu ít nhất một nơi, hoặc bỏ `storm_in` để chương trình lấy ngẫu nhiên";
    storm_never() = "provinces of a storm are named, and no storm strikes: its chance is 0 and it has no year"
        => "add \"shock.storm_year\": Fixed(2028) or \"shock.storm_chance\": Fixed(0.1) to `assumptions`",
        vi "có nêu tỉnh, thành phố chịu bão nhưng bão không xảy ra: xác suất bằng 0 và không định năm"
        => "thêm \"shock.storm_year\": Fixed(2028) hoặc \"shock.storm_chance\": Fixed(0.1) vào `assumptions`";
    storm_chance_unread() = "the storm strikes the provinces that `storm_in` names: this chance is not read"
        => "take one of the two out",
        vi "bão đổ bộ vào các tỉnh, thành phố nêu trong `storm_in`: xác suất này không được sử dụng"
        => "bỏ một trong hai";
    ceiling_amount(got) = "a ceiling is an amount of money from 0 on, got {got}"
        => "write what may be spent in all its years together, in the base's currency: `ceiling: (amount: 60000)`",
        vi "mức trần là số tiền từ 0 trở lên, nhận được {got}"
        => "viết tổng số được phép chi trong tất cả các năm, theo đơn vị tiền của bộ số liệu gốc: `ceiling: (amount: 60000)`";
    ceiling_year(year, first, last) = "the run goes from {first} to {last}: money of {year} is not counted"
        => "choose a year from {first} to {last}",
        vi "lần chạy từ năm {first} đến năm {last}: kinh phí năm {year} không được tính"
        => "chọn một năm từ {first} đến {last}";
    ceiling_years(from, to) = "a ceiling from {from} to {to} holds no year"
        => "`to` is {from} or later",
        vi "mức trần từ năm {from} đến năm {to} không gồm năm nào"
        => "`to` phải là {from} hoặc muộn hơn";
    ceiling_nobody() = "the ceiling is on nobody's money"
        => "name a payer, or leave `payers` out: the Ministry's and the provinces' money counts then",
        vi "mức trần không áp dụng cho nguồn nào"
        => "nêu một nguồn chi trả, hoặc bỏ `payers`: khi đó tính kinh phí của Bộ Y tế và của các địa phương";
    ceiling_payer_twice(payer) = "{payer} is named twice" => "keep one of the two",
        vi "nguồn chi trả `{payer}` được nêu hai lần"
        => "chỉ giữ một trong hai";
    given_unknown(id, nearest) = "no policy is called \"{id}\"" => "{nearest}",
        vi "không có giải pháp nào tên là \"{id}\""
        => "{nearest}";
    given_twice(id) = "\"{id}\" is named twice" => "keep one of the two",
        vi "\"{id}\" được nêu hai lần"
        => "chỉ giữ một trong hai";
    matters_twice(id) = "\"{id}\" has two smallest differences" => "keep one of the two",
        vi "\"{id}\" có hai mức chênh lệch nhỏ nhất"
        => "chỉ giữ một trong hai";
    more_warnings(more) = "the tables of the base have {more} more warnings"
        => "correct those above; the others are told then",
        vi "các bảng của bộ số liệu gốc còn {more} cảnh báo nữa"
        => "sửa những chỗ nêu trên; các cảnh báo còn lại sẽ được nêu sau";
    path_too_short(last, end) = "population_path.csv ends in {last}, the run goes to {end}"
        => "add a row for {end} or later to population_path.csv, or end the run in {last}",
        vi "population_path.csv kết thúc ở năm {last}, trong khi lần chạy đến năm {end}"
        => "thêm hàng cho năm {end} hoặc muộn hơn vào population_path.csv, hoặc kết thúc lần chạy ở năm {last}";
}

/// So few futures that chances are coarse: how coarse, and with 1000 and 10000 of them.
pub(crate) fn few_replicates(n: u32, points: impl Fn(u32) -> f64) -> Message {
    let some = points(n);
    Message {
        text: say! {
            en: match n {
                1 => format!("1 future leaves a probability uncertain by {some} points"),
                n => format!("{n} futures leave a probability uncertain by {some} points"),
            },
            vi: format!("với {n} lượt mô phỏng, sai số của xác suất lên đến {some} điểm phần trăm"),
        },
        help: say! {
            en: format!(
                "1000 bring it to {}, 10000 to {}",
                points(1000),
                points(10_000)
            ),
            vi: format!(
                "1000 lượt đưa sai số xuống {}, 10000 lượt xuống {}",
                points(1000),
                points(10_000)
            ),
        },
    }
}

/// So few futures that sixteen samples tell no error.
pub(crate) fn few_to_lay_out(futures: u32, fewest: u32) -> Message {
    Message {
        text: say! {
            en: match futures {
                1 => "1 future is too few for sixteen samples whose spread tells the error".to_owned(),
                n => format!("{n} futures are few for sixteen samples whose spread tells the error"),
            },
            vi: format!("{futures} lượt mô phỏng là quá ít cho mười sáu mẫu dùng để tính sai số"),
        },
        help: say! {
            en: format!("ask for {fewest} futures or more, or leave `sampling` out"),
            vi: format!("yêu cầu ít nhất {fewest} lượt mô phỏng, hoặc bỏ `sampling`"),
        },
    }
}

messages! {
    too_many_to_lay_out(many, most) = "the base has {many} assumptions, and a Sobol sequence has numbers for {most}"
        => "write `sampling: LatinHypercube`, or leave it out",
        vi "bộ số liệu gốc có {many} giả định, trong khi dãy Sobol chỉ có số cho {most}"
        => "viết `sampling: LatinHypercube`, hoặc bỏ trống";
    nothing_to_lay_out(layers) = "no assumption is drawn with `uncertainty: {layers}`, so there is nothing to lay out"
        => "leave `sampling` out, or write `uncertainty: both`",
        vi "với `uncertainty: {layers}` không giả định nào được lấy ngẫu nhiên nên không có gì để phân bố đều"
        => "bỏ `sampling`, hoặc viết `uncertainty: both`";
}

/// A discount rate outside its bounds.
pub(crate) fn discount_rate(rate: f64) -> Message {
    Message {
        text: say! {
            en: format!("the discount rate is between 0 and 0.2, got {rate}"),
            vi: format!("tỷ lệ chiết khấu phải từ `0` đến `0.2`, nhận được {rate}"),
        },
        help: match rate {
            1.0..=20.0 => say! {
                en: format!("a rate is a fraction: {rate}% is written {}", rate / 100.0),
                vi: format!(
                    "viết dưới dạng số thập phân với dấu chấm: {}% là {}",
                    number::trimmed(rate, 4),
                    rate / 100.0
                ),
            },
            _ => say! {
                en: "3% is written 0.03; leave it out to use the base's own".to_owned(),
                vi: "3% viết là 0.03; bỏ trống để dùng tỷ lệ của bộ số liệu gốc".to_owned(),
            },
        },
    }
}

/// What a smallest difference is of.
#[derive(Clone, Copy)]
pub(crate) enum Of {
    Chance,
    Share,
    Indicator,
}

/// A smallest difference that is no size of what it is of.
pub(crate) fn smallest_difference(of: Of, most: f64, got: f64) -> Message {
    Message {
        text: match of {
            Of::Chance => say! {
                en: format!(
                    "the smallest difference of a chance that matters lies between 0 and {most}, got {got}"
                ),
                vi: format!(
                    "mức chênh lệch xác suất nhỏ nhất được coi là đáng kể phải từ `0` đến `{most}`, nhận được {got}"
                ),
            },
            Of::Share => say! {
                en: format!(
                    "the smallest difference of a share that matters lies between 0 and {most}, got {got}"
                ),
                vi: format!(
                    "mức chênh lệch tỷ lệ nhỏ nhất được coi là đáng kể phải từ `0` đến `{most}`, nhận được {got}"
                ),
            },
            Of::Indicator => say! {
                en: format!(
                    "the smallest difference of an indicator that matters is a number from 0 on, got {got}"
                ),
                vi: format!(
                    "mức chênh lệch chỉ số nhỏ nhất được coi là đáng kể là một số từ 0 trở lên, nhận được {got}"
                ),
            },
        },
        help: match most.is_finite() && (most..=100.0).contains(&got) {
            true => say! {
                en: format!("a fraction: {got} points are written {}", got / 100.0),
                vi: format!(
                    "viết dưới dạng số thập phân với dấu chấm: {} điểm phần trăm là {}",
                    number::trimmed(got, 4),
                    got / 100.0
                ),
            },
            false => say! {
                en: "0 lets every difference matter that can be told; leave it out for the usual size"
                    .to_owned(),
                vi: "viết 0 thì mọi chênh lệch kết luận được đều coi là đáng kể; bỏ trống để dùng mức thông thường"
                    .to_owned(),
            },
        },
    }
}

/// An indicator of a table that is none, in so many rows.
pub(crate) fn nothing_reckons(place: &str, id: &str, rows: usize, help: String) -> Message {
    let text = say! {
        en: match rows {
            1 => format!("{place} (indicator): the row of `{id}`, which nothing reckons"),
            n => format!("{place} (indicator): the first of {n} rows of `{id}`, which nothing reckons"),
        },
        vi: match rows {
            1 => format!("{place} (indicator): hàng của `{id}`, một chỉ số không có trong mô hình"),
            n => format!(
                "{place} (indicator): hàng đầu tiên trong {n} hàng của `{id}`, một chỉ số không có trong mô hình"
            ),
        },
    };
    Message { text, help }
}
