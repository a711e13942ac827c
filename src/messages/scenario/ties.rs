//! Messages about ties that a scenario puts between assumptions.

use crate::said::{Message, messages, say};

messages! {
    twice(a, b) = "\"{a}\" and \"{b}\" are tied twice" => "keep one of the two",
        vi "liên hệ giữa \"{a}\" và \"{b}\" được nêu hai lần" => "chỉ giữ một trong hai";
    with_itself(id) = "\"{id}\" is tied to itself" => "name another assumption in one of the two places",
        vi "\"{id}\" có liên hệ với chính nó" => "thay một trong hai chỗ bằng giả định khác";
    not_drawn(id) = "\"{id}\" is not drawn: it is the same in every future, and nothing can be tied to it"
        => "give it a law in `assumptions`, or leave the tie out",
        vi "\"{id}\" không được lấy ngẫu nhiên: giá trị như nhau trong mọi lượt mô phỏng nên không thể có liên hệ với giả định khác"
        => "đặt phân phối cho giả định này trong `assumptions`, hoặc bỏ liên hệ";
    lapses(a, b, fixed) = "the tie between \"{a}\" and \"{b}\" moves nothing: \"{fixed}\" is the same in every future here"
        => "give \"{fixed}\" a law that is drawn, where the tie is meant",
        vi "liên hệ giữa \"{a}\" và \"{b}\" không có tác dụng: ở đây \"{fixed}\" như nhau trong mọi lượt mô phỏng"
        => "nếu cần liên hệ này, đặt cho \"{fixed}\" một phân phối được lấy ngẫu nhiên";
    rank(value) = "a rank correlation lies between -1 and 1, and {value} does not"
        => "write a number above -1 and below 1; 0 is no tie",
        vi "tương quan hạng nằm giữa -1 và 1; `{value}` không đúng như vậy"
        => "viết một số lớn hơn -1 và nhỏ hơn 1; 0 là không có liên hệ";
    no_reason() = "a tie needs a reason" => "say why the two move together: the report prints it with its grade",
        vi "liên hệ cần có lý do"
        => "nêu vì sao hai giả định thay đổi cùng nhau: báo cáo in lý do kèm mức tin cậy";
}

/// Two numbers cannot be tied so beside the other ties.
pub(crate) fn impossible(a: &str, b: &str, rank: f64, could_be: Option<(f64, f64)>) -> Message {
    let text = say! {
        en: format!("\"{a}\" and \"{b}\" cannot have a rank correlation of {rank} beside the other ties"),
        vi: format!("\"{a}\" và \"{b}\" không thể có tương quan hạng `{rank}` khi giữ các liên hệ còn lại"),
    };
    let help = match could_be {
        Some((low, high)) => {
            // Towards the middle, so that what is written fits.
            let (low, high) = ((low * 100.0).ceil() / 100.0, (high * 100.0).floor() / 100.0);
            say! {
                en: format!("beside the others, and those of the base, theirs can be {low} to {high}"),
                vi: format!("khi giữ các liên hệ còn lại và các liên hệ của bộ số liệu gốc, tương quan của cặp này có thể từ `{low}` đến `{high}`"),
            }
        }
        None => say! {
            en: "more than one tie is at odds with the others: make the strongest of them weaker",
            vi: "có từ hai liên hệ trở lên mâu thuẫn với các liên hệ còn lại: giảm liên hệ mạnh nhất trong số đó",
        }
        .to_owned(),
    };
    Message { text, help }
}
