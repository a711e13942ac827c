//! Messages about what is to be decided and what must hold.

use crate::said::{Said, messages, say, sentences};
use std::fmt::Display;

/// Where there is nothing to choose from.
pub(crate) const NO_POLICIES: Said = Said::new(
    "this scenario has no policies of its own: write what could be decided in `policies`, at its full size",
    "kịch bản này không có giải pháp riêng: viết những gì có thể quyết định vào `policies`, với quy mô đầy đủ",
);
/// What to seek on where nothing plain stands behind an official count.
pub(crate) const BUILT_INSTEAD: Said = Said::new(
    "set a target on beds that are built or operating, or on people, and name that",
    "đặt chỉ tiêu về giường thực kê, giường đang hoạt động hoặc về số người, rồi nêu chỉ tiêu đó",
);

sentences! {
    policies(ids) = "the policies of this scenario: {ids}",
        vi "các giải pháp của kịch bản này: {ids}";
    numbers(paths) = "its numbers: {paths}",
        vi "các tham số của giải pháp: {paths}";
    targets(ids) = "the targets of this scenario: {ids}",
        vi "các chỉ tiêu của kịch bản này: {ids}";
}

/// Indicators that something plain stands behind, to set a target on.
pub(crate) fn instead(names: impl Display) -> String {
    say! {
        en: format!("set a target on {names}, and name that"),
        vi: {
            let names = names.to_string().replace("` or `", "` hoặc `");
            format!("đặt chỉ tiêu theo {names}, rồi nêu chỉ tiêu đó")
        },
    }
}

messages! {
    no_levers() = "nothing is to be decided" => "name policies in `levers`: `levers: [(policy: \"beds\")]`",
        vi "chưa có gì để quyết định"
        => "nêu các giải pháp trong `levers`: `levers: [(policy: \"beds\")]`";
    no_goals() = "nothing must hold"
        => "name targets and chances in `goals`: `goals: [(targets: [\"...\"], at_least: [0.8])]`",
        vi "chưa nêu mục tiêu nào phải đạt"
        => "nêu chỉ tiêu và xác suất trong `goals`: `goals: [(targets: [\"...\"], at_least: [0.8])]`";
    no_policy(id, help) = "there is no policy \"{id}\" to decide about" => "{help}",
        vi "không có giải pháp nào mang mã \"{id}\" để quyết định"
        => "{help}";
    under_way(id) = "\"{id}\" is under way: reports say how far it is"
        => "what is under way is not decided anew; leave it out of `levers`, and it stays as it is",
        vi "\"{id}\" đang được thực hiện: đã có báo cáo tiến độ"
        => "việc đang thực hiện thì không quyết định lại; bỏ khỏi `levers`, giải pháp vẫn giữ nguyên";
    no_number(id, path, help) = "\"{id}\" has no number at {path}" => "{help}",
        vi "\"{id}\" không có tham số nào tại {path}"
        => "{help}";
    year_has_no_size() = "a year has no size that could grow from nothing"
        => "list years: `values: [2026, 2028]`",
        vi "năm không phải là quy mô để tăng dần từ 0"
        => "liệt kê các năm: `values: [2026, 2028]`";
    no_size(path) = "nothing could grow from nothing to {path}"
        => "write its largest size in the policy: more than 0, or more than 1 for a multiple that can only enlarge",
        vi "không có gì để tăng dần từ 0 đến {path}"
        => "viết quy mô lớn nhất vào giải pháp: trên 0, hoặc trên 1 nếu là số lần chỉ có thể tăng";
    values() = "values are listed of one number" => "name that number alone in `sizes`",
        vi "danh sách giá trị chỉ dành cho một tham số"
        => "chỉ nêu riêng tham số đó trong `sizes`";
    idle() = "steps and a largest are of numbers that grow"
        => "name the numbers in `sizes`, without `values`; a policy that is only in or out has neither",
        vi "số bước và mức lớn nhất chỉ dành cho tham số có thể tăng dần"
        => "nêu các tham số trong `sizes`, không dùng `values`; giải pháp chỉ có hoặc không thì không cần cả hai";
    steps(most: i64) = "a size has 1 to {most} steps, and a largest above 0 and up to 20 times what is written"
        => "4 steps are usual: a quarter, half, three quarters and all of it",
        vi "quy mô có từ 1 đến {most} bước, mức lớn nhất trên 0 và không quá 20 lần giá trị đã viết"
        => "thường dùng 4 bước: một phần tư, một nửa, ba phần tư và toàn bộ";
    too_many(levers: usize, most: usize) = "these {levers} levers make more than {most} packages"
        => "give fewer steps to those that matter less, or leave some in or out",
        vi "{levers} biện pháp này tạo ra hơn {most} gói giải pháp"
        => "giảm số bước của những biện pháp ít quan trọng hơn, hoặc cố định một số biện pháp";
    twice(name) = "\"{name}\" is named twice" => "keep one of the two",
        vi "\"{name}\" được nêu hai lần"
        => "chỉ giữ một trong hai";
    no_target(id, help) = "there is no target \"{id}\" in this scenario" => "{help}",
        vi "kịch bản này không có chỉ tiêu nào mang mã \"{id}\""
        => "{help}";
    no_answer(id) = "\"{id}\" is not answered, so no chance of it can be sought"
        => "`carecast explain` with its indicator says why; name another target",
        vi "\"{id}\" không có kết quả nên không thể tìm xác suất đạt"
        => "`carecast explain` kèm tên chỉ số cho biết lý do; nêu chỉ tiêu khác";
    not_lived(id, first, last) = "\"{id}\" is asked outside the years lived, {first} to {last}"
        => "name a target of a year that is lived, or move `years`",
        vi "\"{id}\" được xét ngoài các năm mô phỏng, từ năm {first} đến năm {last}"
        => "nêu chỉ tiêu của một năm có mô phỏng, hoặc đổi `years`";
    official(id, help) = "\"{id}\" is an official count: signing plan beds, or registering people anew, costs nothing in this model, so the cheapest way to it would be to sign"
        => "{help}",
        vi "\"{id}\" là số thống kê chính thức: trong mô hình, giao thêm giường kế hoạch hay đăng ký lại nhân lực không tốn chi phí, nên cách rẻ nhất để đạt sẽ chỉ là ký văn bản"
        => "{help}";
    goal_of_nothing() = "this chance is of no target" => "name targets: `targets: [\"...\"]`",
        vi "xác suất này không gắn với chỉ tiêu nào"
        => "nêu các chỉ tiêu: `targets: [\"...\"]`";
    chance(got) = "a chance to be reached lies between 0 and 1, got {got}" => "8 in 10 are written 0.8",
        vi "xác suất cần đạt nằm trong khoảng từ 0 đến 1, nhận được {got}"
        => "8 trên 10 viết là 0.8";
    number_of(got, many: usize) = "of {many} targets more than 0 and at most {many} can hold, got {got}"
        => "by: Number counts targets; leave it out for the chance that all of them hold",
        vi "số chỉ tiêu phải đạt lớn hơn 0 và không quá {many} (có {many} chỉ tiêu), nhận được {got}"
        => "`by: Number` là đếm số chỉ tiêu; bỏ trống để tính xác suất đạt đồng thời tất cả";
    no_level() = "nothing says which chance is to be reached" => "write `at_least: [0.5, 0.8]`",
        vi "chưa nêu cần đạt xác suất bao nhiêu"
        => "viết `at_least: [0.5, 0.8]`";
}
