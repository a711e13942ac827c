//! Tables of the past, to look back on.

use crate::said::{Message, messages, say, sentences};

messages! {
    published_before(published, year) = "published in {published}, before the end of {year} that it tells of"
        => "write the year in which the figure first appeared; `year` is the year it tells of",
        vi "công bố năm {published}, trước khi hết năm {year} mà số liệu phản ánh"
        => "ghi năm số liệu xuất hiện lần đầu; `year` là năm số liệu phản ánh";
    not_known_by(id, origin: i32, published, year) = "{id}, used by the forecasts from {origin}, was published in {published}, after {year}"
        => "leave the origin {origin} out, or `--known-by` a later year, or look back on the law alone \
            (`--replicates 0`), which uses fewer rows; without `--known-by` such rows are used, counted and listed",
        vi "{id}, được các dự báo từ năm {origin} sử dụng, công bố năm {published}, sau năm {year}"
        => "bỏ năm lập dự báo {origin}, hoặc đặt `--known-by` là năm muộn hơn, hoặc chỉ kiểm định ngược riêng mô hình thống kê (`--replicates 0`), vốn dùng ít hàng hơn; khi không có `--known-by`, các hàng như vậy được sử dụng, được đếm và liệt kê";
    nobody_to_hold_against(indicator, province: &str, year: i32, rate) = "{indicator} of {province} in {year} has no people to be held against"
        => "add a row `population` (thousand persons) of {province} in {year}, or one of `{rate}`",
        vi "{indicator} của {province} năm {year} không có dân số để tính tỷ lệ"
        => "thêm một hàng `population` (nghìn người) của {province} năm {year}, hoặc một hàng `{rate}`";
    nothing_to_score(furthest, to, indicators, marks) = "no row tells of anything that was forecast"
        => "provinces are forecast for one to {furthest} years from an origin to {to}: {indicators} (or the counts, \
            with population); the nation from 2018 to {marks}: beds_per_10k and doctors_per_10k with the scope `all`",
        vi "không có hàng nào ứng với các dự báo đã lập"
        => "các tỉnh, thành phố được dự báo trước từ 1 đến {furthest} năm, từ các năm lập dự báo đến năm {to}: {indicators} (hoặc số tuyệt đối, kèm dân số); cả nước từ năm 2018 đến năm {marks}: beds_per_10k và doctors_per_10k với phạm vi `all`";
    told_twice(indicator, place, year, line) = "{indicator} of {place} in {year} stands in line {line} too"
        => "keep one of the two rows",
        vi "{indicator} của {place} năm {year} cũng có ở dòng {line}"
        => "chỉ giữ một trong hai hàng";
}

sentences! {
    one_row_of(columns) = "write at least one row of: {columns}",
        vi "ghi ít nhất một hàng gồm: {columns}";
}

pub(crate) fn unknown_place(province: &str, help: Option<String>) -> Message {
    let list = || {
        say! {
            en: "use a code of today's 34 units: `carecast list provinces`".to_owned(),
            vi: "dùng mã của một trong 34 tỉnh, thành phố hiện nay: `carecast list provinces`".to_owned(),
        }
    };
    Message {
        text: say! {
            en: format!("no province is called `{province}`"),
            vi: format!("không có tỉnh, thành phố nào mang mã `{province}`"),
        },
        help: help.unwrap_or_else(list),
    }
}

pub(crate) fn wrong_mark(published: i32, origin: i32, known: bool) -> Message {
    let (knew, word) = match known {
        true => (say!(en: "knew", vi: "đã có"), "yes"),
        false => (say!(en: "did not know", vi: "chưa có"), "no"),
    };
    Message {
        text: say! {
            en: format!(
                "published in {published}, for the origin {origin}: who stood there {knew} it"
            ),
            vi: format!(
                "công bố năm {published}, dùng cho năm lập dự báo {origin}: người lập dự báo khi đó {knew} số liệu này"
            ),
        },
        help: say! {
            en: format!("correct the year of publication, or write {word} in `known_then`"),
            vi: format!("sửa năm công bố, hoặc ghi {word} vào `known_then`"),
        },
    }
}
