//! Messages about what a planner says of a task: its product, and reports of its progress.

use crate::said::messages;

messages! {
    no_money() = "its product cannot be money: the decision promises no amount"
        => "leave `product` out, or write `Reaches(indicator: ..., at_least: ...)` or `Milestone(...)`",
        vi "sản phẩm không thể là tiền: giải pháp không cam kết số tiền nào"
        => "bỏ `product`, hoặc viết `Reaches(indicator: ..., at_least: ...)` hay `Milestone(...)`";
    no_milestone(id, known) = "there is no milestone \"{id}\""
        => "the milestones are: {known}",
        vi "không có mốc công việc nào mang mã \"{id}\""
        => "các mốc công việc gồm: {known}";
    month(got) = "a month is 1 to 12, got {got}"
        => "the month at whose end this much was done; leave it out for December",
        vi "tháng phải từ 1 đến 12, nhận được {got}"
        => "ghi tháng mà đến cuối tháng đã làm được chừng này; bỏ trống là tháng 12";
    after(year, last) = "the report is of {year}, after the last year {last}"
        => "write when it was reported, a year of the run or before it",
        vi "báo cáo của năm {year}, sau năm cuối {last}"
        => "ghi thời điểm báo cáo, là một năm của lần chạy hoặc sớm hơn";
    before_it_begins(from) = "something is done before the policy begins in {from}"
        => "let `from` be the year in which work began",
        vi "đã có kết quả trước khi giải pháp bắt đầu năm {from}"
        => "ghi vào `from` năm công việc thực sự bắt đầu";
    done_before(id, year) = "{id} was done by {year}, and the run lets it happen again"
        => "what stood at the base year is in the base already: take the policy out of `policies`, or let it stand for what is still to come",
        vi "{id} đã hoàn thành vào năm {year}, nhưng lần chạy lại để việc này diễn ra lần nữa"
        => "những gì có ở năm gốc đã nằm trong bộ số liệu gốc: bỏ giải pháp khỏi `policies`, hoặc chỉ giữ phần còn phải làm";
    sd(got) = "the error of a report is 0.005 to 0.5 of the whole, got {got}"
        => "leave `sd` out for 0.1",
        vi "sai số của báo cáo phải từ `0.005` đến `0.5` của toàn bộ công việc, nhận được {got}"
        => "bỏ `sd` thì dùng 0.1";
    out_of_order() = "reports stand in the order of their dates, one for each"
        => "put the earlier one first",
        vi "các báo cáo xếp theo thứ tự thời gian, mỗi thời điểm một báo cáo"
        => "xếp báo cáo sớm hơn lên trước";
    less_done(was, is) = "less is done than was reported before: {is} after {was}"
        => "`done` is the share of the whole task since it began",
        vi "kết quả ít hơn báo cáo trước: `{is}` sau `{was}`"
        => "`done` là tỷ lệ của toàn bộ nhiệm vụ tính từ khi bắt đầu";
    waits() = "a policy that waits for something has no path to hold a report against"
        => "leave `when` out, since it has begun, or leave `progress` out",
        vi "giải pháp đang chờ điều kiện nên không có tiến độ để đối chiếu báo cáo"
        => "bỏ `when` vì việc đã bắt đầu, hoặc bỏ `progress`";
    moves_nothing(kind) = "the report is printed and moves nothing: how much of a {kind} is done does not follow from what is drawn"
        => "nothing to correct; reports tell which futures can be for building, links, upgrades of stations and money",
        vi "báo cáo được in ra nhưng không làm thay đổi kết quả: giải pháp loại {kind} làm được bao nhiêu không phụ thuộc vào các số ngẫu nhiên"
        => "không cần sửa; báo cáo chỉ cho biết những lượt mô phỏng nào còn có thể xảy ra đối với xây dựng, chuyển giao kỹ thuật hạt nhân - vệ tinh, nâng cấp trạm và kinh phí";
    all_before(first) = "the report is printed and moves nothing: the run begins in {first}, and what stood before is in the base"
        => "nothing to correct; a later report tells which futures can be",
        vi "báo cáo được in ra nhưng không làm thay đổi kết quả: lần chạy bắt đầu năm {first}, những gì có trước đó đã nằm trong bộ số liệu gốc"
        => "không cần sửa; báo cáo muộn hơn mới cho biết những lượt mô phỏng nào có thể xảy ra";
}
