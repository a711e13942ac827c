//! Messages about the laws a scenario gives to assumptions.

use crate::said::{Said, messages};

/// Where the ids of assumptions stand.
pub(crate) const LIST: Said = Said::new(
    "assumptions.ron of the base lists them all",
    "tệp assumptions.ron của bộ số liệu gốc liệt kê tất cả",
);
/// Under the law of another file.
pub(crate) const FIRST_LAW: Said = Said::new("the first law", "phân phối thứ nhất");
/// Under a law that another file gives too.
pub(crate) const SECOND_LAW: Said = Said::new("the second law", "phân phối thứ hai");

/// Ways out of a law that cannot be drawn from, one for each kind.
pub(crate) mod law {
    use crate::said::Said;

    pub(crate) const FIXED: Said = Said::new("write a plain number", "viết một số thông thường");
    pub(crate) const PROFILE: Said = Said::new(
        "write shares from 0 to 1 that add to 1",
        "viết các tỷ lệ từ 0 đến 1 có tổng bằng 1",
    );
    pub(crate) const NORMAL: Said = Said::new(
        "correct the numbers; a value that is not uncertain is written Fixed(...)",
        "sửa lại các số; giá trị chắc chắn thì viết Fixed(...)",
    );
    pub(crate) const TRIANGULAR: Said = Said::new(
        "put the three numbers in order; `mode` is the most likely value",
        "xếp ba số theo thứ tự tăng dần; `mode` là giá trị có khả năng nhất",
    );
    pub(crate) const UNIFORM: Said = Said::new(
        "exchange the two, or write Fixed(...)",
        "đổi chỗ hai số, hoặc viết Fixed(...)",
    );
    pub(crate) const BETA: Said = Said::new(
        "Beta(11, 2) has its mean at 11/13; larger numbers make it narrower",
        "Beta(11, 2) có trung bình bằng 11/13; số càng lớn thì phân phối càng hẹp",
    );
    pub(crate) const CHOICE: Said = Said::new(
        "write each way once, with chances from 0 to 1 that add to 1",
        "viết mỗi hướng một lần, kèm xác suất từ 0 đến 1 có tổng bằng 1",
    );
}

messages! {
    twice(id) = "the assumption \"{id}\" is given twice" => "keep one of the two",
        vi "giả định \"{id}\" được nêu hai lần"
        => "chỉ giữ một trong hai";
    unknown(id, help) = "the base has no assumption \"{id}\"" => "{help}",
        vi "bộ số liệu gốc không có giả định \"{id}\""
        => "{help}";
    shock_outside(year, first, last) = "this shock strikes in {year}, outside the years we look at"
        => "the scenario runs from {first} to {last}; 0 means no given year",
        vi "cú sốc này xảy ra vào năm {year}, ngoài các năm được xem xét"
        => "kịch bản chạy từ năm {first} đến năm {last}; 0 nghĩa là không định năm";
    shock_never(shock, first, last, year) = "nothing lets this shock strike: its chance is 0 and it has no year in {first} to {last}"
        => "add \"{shock}year\": Fixed({year}) or \"{shock}chance\": Fixed(0.1)",
        vi "cú sốc này không thể xảy ra: xác suất bằng 0 và không định năm nào trong khoảng từ {first} đến {last}"
        => "thêm \"{shock}year\": Fixed({year}) hoặc \"{shock}chance\": Fixed(0.1)";
    no_law(fault, help) = "{fault}" => "{help}",
        vi "{fault}"
        => "{help}";
    other_length(id, shares, new) = "\"{id}\" is a profile of {shares} shares, not of {new}"
        => "write {shares} shares that add to 1",
        vi "\"{id}\" là dãy gồm {shares} tỷ lệ, không phải {new}"
        => "viết {shares} tỷ lệ có tổng bằng 1";
    stays_choice(id, names, ways) = "\"{id}\" is one of {names}, and must stay a choice between them"
        => "write Choice([{ways}]) with chances that add to 1; 1.0 is certain",
        vi "\"{id}\" là một trong các hướng {names}, và phải giữ là lựa chọn giữa các hướng đó"
        => "viết Choice([{ways}]) với các xác suất có tổng bằng 1; 1.0 là chắc chắn";
    no_choice(id) = "\"{id}\" is a number, not a choice between named ways"
        => "write Fixed(...), Triangular(...), Normal(...), LogNormal(...), Uniform(...) or Beta(...)",
        vi "\"{id}\" là một số, không phải lựa chọn giữa các hướng có tên"
        => "viết Fixed(...), Triangular(...), Normal(...), LogNormal(...), Uniform(...) hoặc Beta(...)";
    stays_profile(id, shares) = "\"{id}\" is a profile over years and must stay one"
        => "write Profile([...]) with {shares} shares that add to 1",
        vi "\"{id}\" là dãy tỷ lệ theo năm và phải giữ như vậy"
        => "viết Profile([...]) với {shares} tỷ lệ có tổng bằng 1";
    no_profile(id) = "\"{id}\" is one number, not a profile over years"
        => "write Fixed(...), Triangular(...), Normal(...), LogNormal(...), Uniform(...) or Beta(...)",
        vi "\"{id}\" là một số, không phải dãy tỷ lệ theo năm"
        => "viết Fixed(...), Triangular(...), Normal(...), LogNormal(...), Uniform(...) hoặc Beta(...)";
    as_in_base(id) = "this is what the base already says about \"{id}\""
        => "take the line out, or write what should differ",
        vi "bộ số liệu gốc đã ghi đúng như vậy về \"{id}\""
        => "bỏ dòng này, hoặc viết giá trị cần thay đổi";
    as_in_files(id) = "the files behind this one already say this about \"{id}\""
        => "take the line out, or write what should differ",
        vi "các tệp mà tệp này dựa vào đã ghi đúng như vậy về \"{id}\""
        => "bỏ dòng này, hoặc viết giá trị cần thay đổi";
    share_outside(id, unit, middle) = "\"{id}\" is a {unit}, between 0 and 1; the middle of this law is {middle}"
        => "a share is a fraction: 15% is written 0.15",
        vi "\"{id}\" là một tỷ lệ hoặc xác suất, nằm trong khoảng từ 0 đến 1; trung vị của phân phối này là `{middle}`"
        => "viết dưới dạng số thập phân với dấu chấm: 15% là 0.15";
    cannot_be(fault) = "{fault}"
        => "write a law that lies inside, at least for the most part; what is left outside is cut off",
        vi "{fault}"
        => "viết một phân phối nằm trong giới hạn, ít nhất là phần lớn; phần nằm ngoài sẽ bị cắt bỏ";
    unusual(id, middle, low, high, unit) = "the middle of this law, {middle}, lies outside the base's range of \"{id}\""
        => "the base has {low} to {high} ({unit}); say in `note` why this scenario differs",
        vi "trung vị của phân phối này, `{middle}`, nằm ngoài khoảng giá trị của \"{id}\" trong bộ số liệu gốc"
        => "bộ số liệu gốc có khoảng từ `{low}` đến `{high}` ({unit}); ghi vào `note` vì sao kịch bản này khác";
    parts_over_whole(parts, sum) = "shares of one whole add to {sum}: {parts}"
        => "together they are at most 1: lower this one or another of them; what is over would be scaled away without a word",
        vi "các tỷ lệ của cùng một tổng thể cộng lại thành `{sum}`: {parts}"
        => "tổng tối đa là 1: giảm tỷ lệ này hoặc tỷ lệ khác trong số đó; phần vượt sẽ bị co lại mà không có thông báo";
    too_far(id, end, low, high, unit, most) = "\"{id}\" at {end} would lie over {most} times beyond the base's range: it is in another unit"
        => "the base has {low} to {high} ({unit}); write the law in that unit",
        vi "\"{id}\" ở mức `{end}` sẽ vượt khoảng giá trị của bộ số liệu gốc hơn `{most}` lần: số này theo đơn vị khác"
        => "bộ số liệu gốc có khoảng từ `{low}` đến `{high}` ({unit}); viết phân phối theo đơn vị đó";
    too_far_from(id, end, value, unit, most) = "\"{id}\" at {end} would lie over {most} times from the base's own: it is in another unit"
        => "the base has {value} ({unit}); write the law in that unit",
        vi "\"{id}\" ở mức `{end}` sẽ cách số của bộ số liệu gốc hơn `{most}` lần: số này theo đơn vị khác"
        => "bộ số liệu gốc có `{value}` ({unit}); viết phân phối theo đơn vị đó";
    wide(id, from, to, low, high, unit) = "one future in ten lies outside {from} to {to}, far from the base's range of \"{id}\""
        => "the base has {low} to {high} ({unit}); has a decimal point slipped?",
        vi "một phần mười số lượt mô phỏng nằm ngoài khoảng từ `{from}` đến `{to}`, rất xa khoảng giá trị của \"{id}\" trong bộ số liệu gốc"
        => "bộ số liệu gốc có khoảng từ `{low}` đến `{high}` ({unit}); có phải dấu chấm thập phân đặt sai chỗ?";
    in_two_files(id) = "two files give \"{id}\" different laws"
        => "write the one that counts into `assumptions` of this scenario",
        vi "hai tệp ghi hai phân phối khác nhau cho \"{id}\""
        => "viết phân phối được dùng vào `assumptions` của kịch bản này";
}
