//! Messages about the targets a scenario answers, and about indicators it names.

use crate::said::{Message, Said, messages, say, sentences};

/// Where codes of scopes stand.
pub(crate) const SCOPES: Said = Said::new(
    "write \"nation\", or a code of regions.csv or provinces.csv of the base",
    "viết \"nation\", hoặc một mã trong regions.csv hay provinces.csv của bộ số liệu gốc",
);

sentences! {
    indicators(names) = "the indicators are: {names}",
        vi "các chỉ số gồm: {names}";
}

messages! {
    none() = "the list of targets is empty: the run would answer nothing"
        => "name at least one target, or write `targets: Adopted`",
        vi "danh sách chỉ tiêu đang trống: lần chạy sẽ không trả lời được gì"
        => "nêu ít nhất một chỉ tiêu, hoặc viết `targets: Adopted`";
    twice() = "the same target is written twice" => "keep one of the two",
        vi "một chỉ tiêu được viết hai lần"
        => "chỉ giữ một trong hai";
    on_nothing(indicator, scope, year) = "{indicator} of {scope} has no value for {year}: no policy of this scenario promises check-ups there then, in every future"
        => "add a policy CheckUps(...) that acts there in that year, or take the target out",
        vi "{indicator} của {scope} không có giá trị cho năm {year}: không giải pháp nào của kịch bản bảo đảm có kế hoạch khám sức khỏe ở đó vào năm đó trong mọi lượt mô phỏng"
        => "thêm giải pháp CheckUps(...) có hiệu lực ở đó trong năm đó, hoặc bỏ chỉ tiêu";
    base_target_on_nothing(id) = "the target {id} of the base is left out: no policy of this scenario promises check-ups, so that it has no value"
        => "add a policy CheckUps(...) that acts there in its year to have it answered",
        vi "bỏ qua chỉ tiêu {id} của bộ số liệu gốc: không giải pháp nào của kịch bản có kế hoạch khám sức khỏe nên chỉ tiêu không có giá trị"
        => "thêm giải pháp CheckUps(...) có hiệu lực ở đó trong năm của chỉ tiêu nếu cần trả lời";
    no_indicator(id, help) = "there is no indicator \"{id}\"" => "{help}",
        vi "không có chỉ số nào mang mã \"{id}\""
        => "{help}";
    outside_years(by, first, last) = "the target is for {by}, outside the years we look at"
        => "the scenario runs from {first} to {last}",
        vi "chỉ tiêu đặt cho năm {by}, ngoài các năm được xem xét"
        => "kịch bản chạy từ năm {first} đến năm {last}";
    no_own_value(indicator, scope) = "the base has no {indicator} of \"{scope}\": it is taken to lie about the rest of the nation"
        => "add its value to tracked_values.csv of the base, or read the answer with care",
        vi "bộ số liệu gốc không có {indicator} của \"{scope}\": tạm coi ở mức chung của các nơi khác trong cả nước"
        => "thêm giá trị vào tracked_values.csv của bộ số liệu gốc, hoặc thận trọng khi đọc kết quả";
    national_only(indicator) = "{indicator} is read for the nation only"
        => "leave `scope` out, or choose an indicator that is read by province",
        vi "{indicator} chỉ có số liệu cả nước"
        => "bỏ `scope`, hoặc chọn chỉ số có số liệu theo tỉnh, thành phố";
    two_thresholds() = "a target has one bound, or `at_least` and `at_most` for a band"
        => "write two targets, one for each",
        vi "chỉ tiêu có một mức, hoặc `at_least` và `at_most` nếu là một khoảng"
        => "viết hai chỉ tiêu, mỗi chỉ tiêu một mức";
    empty_band(low, high) = "no value is at least {low} and at most {high}"
        => "a band goes from the lower value, `at_least`, to the higher, `at_most`",
        vi "không có giá trị nào vừa tối thiểu `{low}` vừa tối đa `{high}`"
        => "viết khoảng từ giá trị thấp, `at_least`, đến giá trị cao, `at_most`";
    no_threshold() = "this target does not say how much"
        => "add `at_least: ...`, `at_most: ...`, `over: ...` or `below: ...`",
        vi "chỉ tiêu này chưa nêu mức cần đạt"
        => "thêm `at_least: ...`, `at_most: ...`, `over: ...` hoặc `below: ...`";
    about(value) = "\"about {value}\" can be neither met nor missed"
        => "say from where on it is met: `at_least: {value}`, or a band such as `at_least: ..., at_most: ...`",
        vi "\"about {value}\" không xác định được khi nào đạt, khi nào chưa đạt"
        => "nêu mức từ đó coi là đạt: `at_least: {value}`, hoặc một khoảng như `at_least: ..., at_most: ...`";
    reduced_and_bound() = "a target that is reduced by a part has no other bound" => "leave one of the two out",
        vi "chỉ tiêu giảm theo tỷ lệ thì không có mức nào khác"
        => "bỏ một trong hai";
    reduce_by(got) = "a part that something falls by lies between 0 and 1, got {got}"
        => "write a fraction: 0.3 for 30%",
        vi "tỷ lệ giảm phải nằm trong khoảng từ 0 đến 1, nhận được {got}"
        => "viết dưới dạng số thập phân với dấu chấm: 30% là 0.3";
    level_unknown(indicator, scope) = "no level of {indicator} in {scope} is published for the base year: nothing to reduce it from"
        => "write the level it comes to: `at_most: ...`",
        vi "chưa có số liệu công bố về {indicator} của {scope} ở năm gốc để tính mức giảm"
        => "viết mức cần đạt: `at_most: ...`";
    month(got) = "a month is 1 to 12, got {got}" => "the month of `by` at whose end it must hold; leave it out for December",
        vi "tháng phải từ 1 đến 12, nhận được {got}"
        => "ghi tháng của năm `by` mà cuối tháng đó phải đạt; bỏ trống là tháng 12";
    month_of_which_year() = "a month belongs to one year: `by`, without `from`"
        => "write `by: 2030, by_month: 6` for the end of June 2030",
        vi "tháng phải thuộc về một năm: dùng `by`, không dùng `from`"
        => "viết `by: 2030, by_month: 6` cho cuối tháng 6 năm 2030";
    told_by_year() = "it is told by year-end alone: what happens during a year, a milestone, or what was due before the run"
        => "leave `by_month` out, or write the year before",
        vi "chỉ tiêu này chỉ xét vào cuối năm: số phát sinh trong năm, mốc công việc, hoặc việc đến hạn trước lần chạy"
        => "bỏ `by_month`, hoặc viết năm trước đó";
    no_year() = "this target does not say when" => "add `by: ...`, the year at whose end it must hold, or `from: ...`",
        vi "chỉ tiêu này chưa nêu thời hạn"
        => "thêm `by: ...`, năm mà đến cuối năm phải đạt, hoặc `from: ...`";
    from_after(from, by) = "the target holds from {from} on, after the year {by} it is set for"
        => "write the first year in `from` and the last in `by`",
        vi "chỉ tiêu tính từ năm {from}, sau năm phải đạt {by}"
        => "viết năm đầu vào `from`, năm cuối vào `by`";
    no_scope(code, help) = "\"{code}\" is neither the nation nor a region or province" => "{help}",
        vi "\"{code}\" không phải là cả nước, vùng hay tỉnh, thành phố"
        => "{help}";
    below_zero(value) = "a target is zero or more, got {value}"
        => "write the value the indicator should reach",
        vi "mức chỉ tiêu phải từ 0 trở lên, nhận được {value}"
        => "viết giá trị mà chỉ số phải đạt";
    share_as_percent(indicator, most, value, share) = "{indicator} is a share and lies between 0 and {most}, got {value}"
        => "a share is written as a fraction: {value}% is {share}",
        vi "{indicator} là một tỷ lệ, nằm trong khoảng từ 0 đến {most}, nhận được {value}"
        => "viết dưới dạng số thập phân với dấu chấm: {value}% là {share}";
    tracked_as_percent(indicator, low, high, value, share) = "{indicator} lies between {low} and {high}, got {value}"
        => "a share is written as a fraction: {value}% is {share}",
        vi "{indicator} nằm trong khoảng từ `{low}` đến `{high}`, nhận được {value}"
        => "viết dưới dạng số thập phân với dấu chấm: {value}% là {share}";
    tracked_outside(indicator, low, high, value) = "{indicator} lies between {low} and {high}, got {value}"
        => "write the value the indicator should reach",
        vi "{indicator} nằm trong khoảng từ `{low}` đến `{high}`, nhận được {value}"
        => "viết giá trị mà chỉ số phải đạt";
    per_station(value) = "{value} at every station is far beyond any plan"
        => "is the decimal point in its place? Write people for each station",
        vi "bình quân {value} người một trạm vượt xa mọi kế hoạch"
        => "dấu chấm thập phân đã đúng chỗ chưa? Viết số người của một trạm";
    many_times(value, times: f64, today) = "{value} per 10,000 people is {times:.0} times today's {today}"
        => "is the threshold meant per 10,000 people?",
        vi "{value} trên 10.000 dân gấp {times:.0} lần mức hiện nay (`{today}`)"
        => "mức chỉ tiêu có phải tính trên 10.000 dân không?";
    per_10k(value) = "{value} per 10,000 people is beyond any country's"
        => "is the decimal point in its place? Write how many there are per 10,000 people",
        vi "{value} trên 10.000 dân cao hơn mọi quốc gia"
        => "dấu chấm thập phân đã đúng chỗ chưa? Viết số lượng trên 10.000 dân";
}

/// Adopted targets that fall due after the last year; the first few are named.
pub(crate) fn after_last_year(ids: &[&str], last: impl std::fmt::Display) -> Message {
    let shown = ids[..ids.len().min(5)].join(", ");
    Message {
        text: say! {
            en: match ids.len() {
                1 => format!("an adopted target falls due after {last} and is not answered: {shown}"),
                n => {
                    let more = if n > 5 { ", ..." } else { "" };
                    format!(
                        "{n} adopted targets fall due after {last} and are not answered: {shown}{more}"
                    )
                }
            },
            vi: {
                let n = ids.len();
                let more = if n > 5 { ", ..." } else { "" };
                format!(
                    "{n} chỉ tiêu đã ban hành đến hạn sau năm {last} nên không có kết quả: {shown}{more}"
                )
            },
        },
        help: say! {
            en: "make `years` longer to have them answered".to_owned(),
            vi: "kéo dài `years` để có kết quả".to_owned(),
        },
    }
}
