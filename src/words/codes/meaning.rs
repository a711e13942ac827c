//! Codes of meaning: the file can be read, and what it says cannot be meant or is unusual.

use super::{Code, Weight, both, refuses, warns};
use crate::said::Said;

/// Codes about scenarios, policies, assumptions and targets.
pub(super) const CODES: &[Code] = &[
    refuses(
        "assumption::acts-nowhere",
        Said::new(
            "A scenario overrides an assumption that nothing in its run reads, as the effect of a policy it does not have: the answers would be the same without the line.",
            "Kịch bản thay một giả định mà lần chạy không dùng đến, ví dụ tác động của một giải pháp không có trong kịch bản: bỏ dòng đó thì kết quả vẫn như vậy.",
        ),
        Said::new(
            "Take the line out, or add the policy that asks for it.",
            "Bỏ dòng đó, hoặc thêm giải pháp cần đến giả định.",
        ),
    ),
    warns(
        "assumption::changes-nothing",
        Said::new(
            "A scenario overrides an assumption with the law the base has already.",
            "Kịch bản thay một giả định bằng đúng phân phối đã có trong bộ số liệu gốc.",
        ),
        Said::new(
            "Take the line out, or write what should differ.",
            "Bỏ dòng đó, hoặc ghi nội dung cần khác.",
        ),
    ),
    refuses(
        "assumption::in-two-files",
        Said::new(
            "An extended file and a package, or two packages, give the same assumption different laws.",
            "Tệp được kế thừa và một gói giải pháp, hoặc hai gói giải pháp, đặt phân phối khác nhau cho cùng một giả định.",
        ),
        Said::new(
            "Write the law that counts into `assumptions` of the scenario itself: it comes last and wins.",
            "Ghi phân phối cần dùng vào `assumptions` của chính kịch bản: phần này đọc sau cùng và có giá trị quyết định.",
        ),
    ),
    refuses(
        "assumption::not-a-law",
        Said::new(
            "The numbers of a law do not make one: low above high, a standard deviation of 0, shares or weights that do not add to 1, percentiles that do not rise; or most of the law lies outside what the quantity can be, as a price of 0.",
            "Các số không hợp thành một phân phối: giá trị thấp lớn hơn giá trị cao, độ lệch chuẩn bằng 0, tổng các tỷ lệ hoặc trọng số khác 1, các bách phân vị không tăng dần; hoặc phần lớn phân phối nằm ngoài mức đại lượng có thể đạt, ví dụ đơn giá bằng 0.",
        ),
        Said::new(
            "Correct the numbers. A value that is not uncertain is written Fixed(...).",
            "Sửa các số. Giá trị chắc chắn thì viết Fixed(...).",
        ),
    ),
    refuses(
        "assumption::other-kind",
        Said::new(
            "An assumption that is one number was given a profile over years, or the other way round, or with another number of years.",
            "Giả định là một số lại được đặt một dãy theo năm, hoặc ngược lại, hoặc dãy có số năm khác.",
        ),
        Said::new(
            "Keep the kind the base has: `carecast explain` with the id of the assumption shows it.",
            "Giữ đúng loại trong bộ số liệu gốc: xem `carecast explain` kèm mã giả định.",
        ),
    ),
    refuses(
        "assumption::over-whole",
        Said::new(
            "Several assumptions are shares of one whole, and with a scenario's laws their middles add to more than all of it: what is over would be scaled away without a word.",
            "Nhiều giả định là các tỷ lệ của cùng một tổng thể; với các phân phối của kịch bản, tổng trung vị của chúng vượt quá toàn bộ: phần vượt sẽ bị co lại mà không có thông báo.",
        ),
        Said::new(
            "Lower one of the shares that the message lists, so that together they are at most 1.",
            "Giảm một trong các tỷ lệ mà thông báo liệt kê để tổng tối đa là 1.",
        ),
    ),
    refuses(
        "assumption::share-outside",
        Said::new(
            "An assumption measured as a share got a law whose middle lies outside 0 to 1; often per cent were written.",
            "Giả định đo bằng tỷ lệ được đặt phân phối có trung vị nằm ngoài khoảng từ 0 đến 1; thường do viết theo phần trăm.",
        ),
        Said::new(
            "Write fractions: 85% is 0.85.",
            "Viết dạng số thập phân với dấu chấm: 85% là 0.85.",
        ),
    ),
    refuses(
        "assumption::too-far",
        Said::new(
            "A scenario gives an assumption a law that reaches many times beyond the base's range, as 180 million visits written as 180: it is in another unit.",
            "Kịch bản đặt cho một giả định phân phối vượt khoảng giá trị của bộ số liệu gốc rất nhiều lần, ví dụ 180 triệu lượt khám ghi thành 180: số này theo đơn vị khác.",
        ),
        Said::new(
            "Write the law in the unit of the base: `carecast explain` with the id of the assumption shows it.",
            "Viết phân phối theo đơn vị của bộ số liệu gốc: xem `carecast explain` kèm mã giả định.",
        ),
    ),
    refuses(
        "assumption::twice",
        Said::new(
            "The same assumption is overridden twice.",
            "Cùng một giả định bị thay hai lần.",
        ),
        Said::new("Keep one of the two lines.", "Giữ một trong hai dòng."),
    ),
    refuses(
        "assumption::unknown",
        Said::new(
            "The base has no assumption of this id.",
            "Bộ số liệu gốc không có giả định mang mã này.",
        ),
        Said::new(
            "`carecast list assumptions --match TEXT` finds the id.",
            "Tìm mã bằng `carecast list assumptions --match TEXT`.",
        ),
    ),
    warns(
        "assumption::unusual",
        Said::new(
            "The middle of the law lies outside the range the base gives the assumption: legal, but far from what the sources support.",
            "Trung vị của phân phối nằm ngoài khoảng giá trị của giả định trong bộ số liệu gốc: vẫn hợp lệ nhưng khác xa mức mà các nguồn cho thấy.",
        ),
        Said::new(
            "Check the unit and the decimal point. If it is meant, say in `note` why this scenario differs.",
            "Kiểm tra đơn vị và dấu thập phân. Nếu đúng chủ ý, ghi vào `note` lý do kịch bản này khác.",
        ),
    ),
    warns(
        "assumption::wide",
        Said::new(
            "The middle of the law is sound, but one future in ten lies further outside the base's range than three times its width: usually a decimal point has slipped in one of its numbers.",
            "Trung vị của phân phối hợp lý, nhưng cứ mười lượt mô phỏng có một lượt nằm ngoài khoảng của bộ số liệu gốc quá ba lần độ rộng của khoảng: thường do đặt nhầm dấu thập phân ở một số.",
        ),
        Said::new(
            "Check each number of the law against `carecast explain` with the id of the assumption.",
            "Đối chiếu từng số của phân phối với `carecast explain` kèm mã giả định.",
        ),
    ),
    refuses(
        "extends::circle",
        Said::new(
            "A scenario extends a file that in the end extends the scenario itself.",
            "Kịch bản kế thừa một tệp mà cuối cùng tệp đó lại kế thừa chính kịch bản này.",
        ),
        Said::new(
            "Let one of them stand by itself, without `extends`. What several scenarios share can go into a package.",
            "Để một trong các tệp tự đứng riêng, không có `extends`. Phần dùng chung cho nhiều kịch bản có thể đưa vào gói giải pháp.",
        ),
    ),
    refuses(
        "extends::not-found",
        Said::new(
            "`extends` names a file that is not there and is no built-in scenario, or one that cannot be read.",
            "`extends` ghi một tệp không có, cũng không phải kịch bản có sẵn, hoặc một tệp không đọc được.",
        ),
        Said::new(
            "Write the path as seen from the file that names it, or the name of a built-in scenario: `carecast list scenarios`.",
            "Ghi đường dẫn tính từ tệp có dòng đó, hoặc tên kịch bản có sẵn: `carecast list scenarios`.",
        ),
    ),
    refuses(
        "extends::too-many",
        Said::new(
            "More than sixteen files build on one another.",
            "Hơn mười sáu tệp kế thừa nối tiếp nhau.",
        ),
        Said::new(
            "Write one of them out with `carecast check --show` and build on that.",
            "Xuất đầy đủ một tệp bằng `carecast check --show` rồi kế thừa từ tệp đó.",
        ),
    ),
    refuses(
        "figure::assumed",
        Said::new(
            "A figure is graded E, and has no range or no reason.",
            "Số liệu có mức tin cậy E mà không có khoảng giá trị hoặc lý do.",
        ),
        Said::new(
            "Write `low`, `high` and `reason`; or the grade of its source, where it has one.",
            "Ghi `low`, `high` và `reason`; hoặc ghi mức tin cậy của nguồn nếu có nguồn.",
        ),
    ),
    warns(
        "figure::changes-nothing",
        Said::new(
            "A figure is the one the base has already, with its range.",
            "Số liệu trùng với số đã có trong bộ số liệu gốc, kể cả khoảng giá trị.",
        ),
        Said::new(
            "Take it out, or write what you know better.",
            "Bỏ số liệu đó, hoặc ghi số liệu tốt hơn.",
        ),
    ),
    refuses(
        "figure::does-not-fit",
        Said::new(
            "With the figure the provinces cannot add to what is published of the nation, hospitals known one by one have more beds than their province, ranges contradict each other, or others would be moved by over a quarter, hospitals whose beds are an estimate by over three.",
            "Với số liệu này, tổng các tỉnh, thành phố không thể bằng số đã công bố của cả nước, các bệnh viện đã biết có nhiều giường hơn cả tỉnh, thành phố, các khoảng mâu thuẫn nhau, hoặc nơi khác phải điều chỉnh quá một phần tư; với bệnh viện có số giường ước tính là quá ba lần.",
        ),
        Said::new(
            "What is published of the nation stays. State figures of more places, a range, or correct the nation in a base of your own: `carecast base --write DIR`.",
            "Số đã công bố của cả nước giữ nguyên. Ghi thêm số liệu của nơi khác, ghi một khoảng giá trị, hoặc sửa số cả nước trong bộ số liệu gốc riêng: `carecast base --write DIR`.",
        ),
    ),
    refuses(
        "figure::law-too",
        Said::new(
            "A price stands in `figures` and in `assumptions`.",
            "Một đơn giá có mặt cả ở `figures` và `assumptions`.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    warns(
        "figure::moves-others",
        Said::new(
            "Other places are moved by more than a twentieth (hospitals whose beds are an estimate by more than a quarter) so that the nation, or the province, stays.",
            "Các nơi khác phải điều chỉnh quá một phần hai mươi (bệnh viện có số giường ước tính: quá một phần tư) để giữ nguyên số của cả nước hoặc của tỉnh, thành phố.",
        ),
        Said::new(
            "The report lists each. If their sources are as good, the figure of the nation is what does not fit.",
            "Báo cáo liệt kê từng nơi. Nếu nguồn của các nơi đó cũng tốt như vậy thì chính số của cả nước không khớp.",
        ),
    ),
    refuses(
        "figure::no-source",
        Said::new(
            "A figure does not say where it comes from.",
            "Số liệu không ghi nguồn.",
        ),
        Said::new(
            "Write author, title, year and table into `source`.",
            "Ghi tác giả, tên tài liệu, năm và bảng vào `source`.",
        ),
    ),
    refuses(
        "figure::out-of-band",
        Said::new(
            "A figure cannot be: no whole people or beds, a share over 1, or over four times what the base has, or under a quarter.",
            "Số liệu không thể có: số người hoặc số giường không nguyên, tỷ lệ lớn hơn 1, hoặc hơn bốn lần hay chưa đến một phần tư số của bộ số liệu gốc.",
        ),
        Said::new(
            "Look for a unit or a digit that slipped: numbers, not ratios per 10,000; a share is a fraction.",
            "Tìm đơn vị hoặc chữ số bị nhầm: ghi số lượng, không ghi tỷ số trên 10.000 dân; tỷ lệ viết dạng số thập phân.",
        ),
    ),
    refuses(
        "figure::range",
        Said::new(
            "A range has one end, does not hold its value, or is given for the beds of one hospital, which are counted.",
            "Khoảng giá trị chỉ có một đầu, không chứa giá trị, hoặc được ghi cho số giường của một bệnh viện, vốn là số đếm.",
        ),
        Said::new(
            "Write `low` below and `high` above the value, or neither.",
            "Ghi `low` thấp hơn và `high` cao hơn giá trị, hoặc bỏ cả hai.",
        ),
    ),
    refuses(
        "figure::twice",
        Said::new(
            "Two figures are about the same thing in the same place, in the scenario or in its table.",
            "Hai số liệu nói về cùng một nội dung ở cùng một nơi, trong kịch bản hoặc trong bảng kèm theo.",
        ),
        Said::new(
            "Keep one of the two. A file that extends another may state a figure anew.",
            "Giữ một trong hai. Tệp kế thừa tệp khác được ghi lại số liệu mới.",
        ),
    ),
    refuses(
        "figure::unknown",
        Said::new(
            "The base has no such figure, it is no price, or nothing is known of it by province.",
            "Bộ số liệu gốc không có số liệu này, đây không phải đơn giá, hoặc không có số theo tỉnh, thành phố.",
        ),
        Said::new(
            "Write beds, the plural of an occupation, an indicator that is followed, or the id of a price; `carecast facts PROVINCE` prints what can be stated.",
            "Ghi giường bệnh (beds), tên số nhiều của nhóm nhân lực, một chỉ số theo dõi, hoặc mã một đơn giá; `carecast facts PROVINCE` in ra những gì có thể khai báo.",
        ),
    ),
    refuses(
        "figure::unknown-place",
        Said::new(
            "`of` is missing, names no province or hospital of the base, a hospital where provinces are known, or stands beside a price.",
            "Thiếu `of`, hoặc `of` không phải tỉnh, thành phố hay bệnh viện của bộ số liệu gốc, là bệnh viện trong khi số liệu theo tỉnh, thành phố, hoặc đi kèm một đơn giá.",
        ),
        Said::new(
            "`carecast list provinces` and `carecast list facilities` show the codes.",
            "`carecast list provinces` và `carecast list facilities` cho biết các mã.",
        ),
    ),
    warns(
        "figure::unlikely",
        Said::new(
            "A figure lies outside the range that the base gives it.",
            "Số liệu nằm ngoài khoảng giá trị mà bộ số liệu gốc đưa ra.",
        ),
        Said::new(
            "Look at it again; if it is meant, say in `reason` why it is better.",
            "Xem lại số liệu; nếu đúng chủ ý, ghi vào `reason` vì sao số này tốt hơn.",
        ),
    ),
    refuses(
        "figures::not-a-table",
        Said::new(
            "The table of figures cannot be read: a column is missing or unknown, a cell is no number, a grade is none of A to E.",
            "Không đọc được bảng số liệu: thiếu hoặc thừa cột, ô không phải là số, mức tin cậy không thuộc từ A đến E.",
        ),
        Said::new(
            "`carecast facts PROVINCE --figures --csv` prints a table to begin with.",
            "`carecast facts PROVINCE --figures --csv` in ra một bảng để bắt đầu.",
        ),
    ),
    refuses(
        "figures::not-found",
        Said::new(
            "`figures_from` names a table that is not there.",
            "`figures_from` ghi một bảng không có.",
        ),
        Said::new(
            "Write a path seen from the file that names it.",
            "Ghi đường dẫn tính từ tệp có dòng đó.",
        ),
    ),
    warns(
        "override::changes-nothing",
        Said::new(
            "A field of a policy is written anew with the value it has already.",
            "Một trường của giải pháp được ghi lại bằng đúng giá trị đã có.",
        ),
        Said::new(
            "Take the line out, or write what should differ.",
            "Bỏ dòng đó, hoặc ghi nội dung cần khác.",
        ),
    ),
    refuses(
        "override::not-fields",
        Said::new(
            "Under the id of a policy `overrides` holds something else than fields in round brackets.",
            "Dưới mã giải pháp, `overrides` chứa nội dung khác chứ không phải các trường trong ngoặc tròn.",
        ),
        Said::new(
            "Write (payer: Provincial, from: 2028), or put the path of the field behind the id: \"ntp-2031-2035.split.stations\": Share(0.2).",
            "Viết (payer: Provincial, from: 2028), hoặc ghi đường dẫn của trường sau mã: \"ntp-2031-2035.split.stations\": Share(0.2).",
        ),
    ),
    refuses(
        "override::twice",
        Said::new(
            "The same field of a policy is written anew twice, or a part of a field that is written anew as a whole.",
            "Cùng một trường của giải pháp được ghi lại hai lần, hoặc ghi lại một phần của trường đã được ghi lại toàn bộ.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "override::unknown-field",
        Said::new(
            "`overrides` names a field that policies of this kind do not have, or a part that is not there.",
            "`overrides` ghi một trường mà loại giải pháp này không có, hoặc một phần không tồn tại.",
        ),
        Said::new(
            "`carecast explain` with the kind of the policy lists its fields; `carecast check --show` shows the policy as it stands.",
            "`carecast explain` kèm loại giải pháp liệt kê các trường; `carecast check --show` cho xem giải pháp hiện tại.",
        ),
    ),
    refuses(
        "override::unknown-policy",
        Said::new(
            "`overrides` names a policy that neither this file nor those it builds on hold.",
            "`overrides` ghi một giải pháp không có trong tệp này và các tệp được kế thừa.",
        ),
        Said::new(
            "`carecast check --show` lists the policies with the files they come from.",
            "`carecast check --show` liệt kê các giải pháp và tệp chứa từng giải pháp.",
        ),
    ),
    refuses(
        "package::not-found",
        Said::new(
            "`packages` names a file that is not there and is not built in, or one that cannot be read.",
            "`packages` ghi một tệp không có và không có sẵn trong chương trình, hoặc một tệp không đọc được.",
        ),
        Said::new(
            "Write the path as seen from the file that names it.",
            "Ghi đường dẫn tính từ tệp có dòng đó.",
        ),
    ),
    refuses(
        "package::twice",
        Said::new(
            "The same package is taken up twice, for instance by the scenario and by the file it extends.",
            "Cùng một gói giải pháp được đưa vào hai lần, ví dụ ở kịch bản và ở tệp được kế thừa.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "policy::bad-id",
        Said::new(
            "The id of a policy holds capitals, blanks or accents.",
            "Mã giải pháp chứa chữ in hoa, dấu cách hoặc chữ có dấu.",
        ),
        Said::new(
            "Write small letters, digits and hyphens: \"ntp-2026-2030\".",
            "Viết chữ thường không dấu, chữ số và dấu gạch nối: \"ntp-2026-2030\".",
        ),
    ),
    refuses(
        "policy::deadline-month",
        Said::new(
            "The month of a deadline is none of 1 to 12, or has no year.",
            "Tháng của thời hạn không thuộc từ 1 đến 12, hoặc không kèm năm.",
        ),
        Said::new(
            "Write `deadline: 2028, deadline_month: 6` for the end of June 2028; leave the month out for December.",
            "Viết `deadline: 2028, deadline_month: 6` cho cuối tháng 6/2028; bỏ trống tháng thì hiểu là tháng 12.",
        ),
    ),
    refuses(
        "policy::deadline-before-start",
        Said::new(
            "The deadline lies before the first year of the policy.",
            "Thời hạn hoàn thành sớm hơn năm bắt đầu của giải pháp.",
        ),
        Said::new(
            "Move the deadline, or let the policy start earlier.",
            "Lùi thời hạn, hoặc cho giải pháp bắt đầu sớm hơn.",
        ),
    ),
    refuses(
        "added::bad-id",
        Said::new(
            "An indicator or milestone that the scenario declares has an id of other letters than ids have.",
            "Chỉ số hoặc mốc công việc khai báo trong kịch bản có mã dùng ký tự không được phép.",
        ),
        Said::new(
            "Indicators: small letters, digits and _. Milestones: small letters, digits and hyphens.",
            "Chỉ số: chữ thường không dấu, chữ số và dấu _. Mốc công việc: chữ thường không dấu, chữ số và dấu gạch nối.",
        ),
    ),
    refuses(
        "added::known",
        Said::new(
            "The scenario declares an indicator or milestone that is there already.",
            "Kịch bản khai báo một chỉ số hoặc mốc công việc đã có.",
        ),
        Said::new(
            "Ask the one that is there, or give yours another id.",
            "Dùng chỉ số hoặc mốc đã có, hoặc đặt mã khác.",
        ),
    ),
    refuses(
        "added::unknown",
        Said::new(
            "What the scenario declares is made of an indicator, stands in a province, or is read off a class of projects that the base does not have.",
            "Nội dung khai báo trong kịch bản dựa vào một chỉ số, một tỉnh, thành phố hoặc một nhóm dự án mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "The message says what it has.",
            "Thông báo nêu những gì bộ số liệu gốc có.",
        ),
    ),
    refuses(
        "added::no-sum",
        Said::new(
            "The parts of a sum do not add up: shares and spreads have no sum, parts are of one unit, each stands once.",
            "Các thành phần không cộng được với nhau: tỷ lệ và mức chênh lệch không có tổng; các thành phần phải cùng đơn vị và mỗi thành phần chỉ có một lần.",
        ),
        Said::new(
            "Sum what is counted per 10,000 people, per station, in heads or in money.",
            "Cộng các số tính trên 10.000 dân, trên một trạm, số người hoặc số tiền.",
        ),
    ),
    refuses(
        "added::no-source",
        Said::new(
            "An indicator that is followed, or a milestone, says neither where it comes from nor why.",
            "Chỉ số theo dõi hoặc mốc công việc không ghi nguồn, cũng không ghi lý do.",
        ),
        Said::new(
            "Write `source`, and of an indicator `reason`: why its laws hold its own past.",
            "Ghi `source`; với chỉ số ghi thêm `reason`: vì sao phân phối phù hợp với số liệu quá khứ.",
        ),
    ),
    refuses(
        "added::outside",
        Said::new(
            "A level of an indicator that the scenario declares lies outside its own bounds.",
            "Một mức của chỉ số khai báo trong kịch bản nằm ngoài giới hạn của chính chỉ số đó.",
        ),
        Said::new(
            "Write a share as a fraction, or state `low` and `high`.",
            "Viết tỷ lệ dạng số thập phân, hoặc ghi `low` và `high`.",
        ),
    ),
    refuses(
        "added::cannot",
        Said::new(
            "What the scenario declares cannot be lived on this base: a milestone planned for a year that is over, or a base without the assumptions that takes.",
            "Nội dung khai báo trong kịch bản không mô phỏng được với bộ số liệu gốc này: mốc công việc đặt vào năm đã qua, hoặc bộ số liệu thiếu giả định cần thiết.",
        ),
        Said::new(
            "The message names what is missing.",
            "Thông báo nêu phần còn thiếu.",
        ),
    ),
    refuses(
        "target::month",
        Said::new(
            "The month of a target is none of 1 to 12, has no year, or the indicator is told by year-end alone.",
            "Tháng của chỉ tiêu không thuộc từ 1 đến 12, không kèm năm, hoặc chỉ số chỉ tính vào cuối năm.",
        ),
        Said::new(
            "Write `by: 2030, by_month: 6` for the end of June 2030; leave the month out for December.",
            "Viết `by: 2030, by_month: 6` cho cuối tháng 6/2030; bỏ trống tháng thì hiểu là tháng 12.",
        ),
    ),
    refuses(
        "target::reduce-by",
        Said::new(
            "A target is reduced by no part between 0 and 1, or no level of the base year is published to reduce it from.",
            "Mức giảm của chỉ tiêu không phải một phần từ 0 đến 1, hoặc năm gốc không có số đã công bố để tính mức giảm.",
        ),
        Said::new(
            "Write a fraction, or the level it comes to: `at_most: ...`.",
            "Viết mức giảm dạng số thập phân, hoặc ghi mức phải đạt: `at_most: ...`.",
        ),
    ),
    refuses(
        "task::report",
        Said::new(
            "A report of progress cannot be meant: its month is none, it lies after the last year or before the policy begins, less is done than before, or the policy waits for something.",
            "Báo cáo tiến độ không hợp lệ: tháng sai, thời điểm sau năm cuối hoặc trước khi giải pháp bắt đầu, khối lượng ít hơn lần báo cáo trước, hoặc giải pháp còn chờ điều kiện.",
        ),
        Said::new(
            "Write `progress: [(year: 2026, month: 6, done: 0.4)]` in the order of dates; `done` is the share of the whole task.",
            "Viết `progress: [(year: 2026, month: 6, done: 0.4)]` theo thứ tự thời gian; `done` là phần đã làm trong toàn bộ nhiệm vụ.",
        ),
    ),
    warns(
        "task::done-before",
        Said::new(
            "A report says that the task was done before the first year of the run, and the policy happens in the run.",
            "Báo cáo cho biết nhiệm vụ đã xong trước năm đầu của kỳ mô phỏng, trong khi giải pháp lại diễn ra trong kỳ.",
        ),
        Said::new(
            "What stood at the base year is in the base: take the policy out, or let it stand for what is still to come.",
            "Những gì đã có ở năm gốc nằm trong bộ số liệu gốc: bỏ giải pháp này, hoặc để giải pháp chỉ phần còn phải làm.",
        ),
    ),
    warns(
        "task::moves-nothing",
        Said::new(
            "A report of progress is printed and tells nothing about futures: the kind of decision has no path, or the report is older than the run.",
            "Báo cáo tiến độ được in ra nhưng không cho biết gì về các lượt mô phỏng: loại giải pháp này không có tiến độ tính được, hoặc báo cáo cũ hơn kỳ mô phỏng.",
        ),
        Said::new(
            "Nothing to correct. Reports tell which futures can be for building, links, upgrades of stations and money.",
            "Không cần sửa. Báo cáo chỉ giúp chọn lượt mô phỏng phù hợp đối với xây dựng, liên kết bệnh viện, nâng cấp trạm và kinh phí.",
        ),
    ),
    refuses(
        "task::no-money",
        Said::new(
            "`product: Money` on a decision that promises no amount.",
            "Ghi `product: Money` cho giải pháp không gắn với số tiền nào.",
        ),
        Said::new(
            "Leave `product` out, or name an indicator and a value, or a milestone.",
            "Bỏ `product`, hoặc ghi một chỉ số kèm giá trị, hoặc một mốc công việc.",
        ),
    ),
    refuses(
        "task::unknown-milestone",
        Said::new(
            "`product` names a milestone that the base does not have.",
            "`product` ghi một mốc công việc mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "The message lists those it has; `carecast list indicators --match milestone:` shows them.",
            "Thông báo liệt kê các mốc hiện có; xem thêm `carecast list indicators --match milestone:`.",
        ),
    ),
    warns(
        "policy::deadline-unseen",
        Said::new(
            "The deadline lies after the last year of the run.",
            "Thời hạn hoàn thành sau năm cuối của kỳ mô phỏng.",
        ),
        Said::new(
            "Make `years` longer to see whether it is kept.",
            "Kéo dài `years` để biết có kịp thời hạn không.",
        ),
    ),
    refuses(
        "policy::ends-before-start",
        Said::new(
            "A policy ends before it starts.",
            "Giải pháp kết thúc trước khi bắt đầu.",
        ),
        Said::new(
            "Exchange `from` and `to`, or correct one.",
            "Đổi chỗ `from` và `to`, hoặc sửa một trong hai.",
        ),
    ),
    refuses(
        "policy::in-two-files",
        Said::new(
            "Two of the files a scenario is made of decide a policy of the same id.",
            "Hai trong số các tệp tạo nên kịch bản có giải pháp cùng mã.",
        ),
        Said::new(
            "To change some fields write them into `overrides`. To write the policy anew name it in `remove`. If both are meant, give one another id.",
            "Muốn đổi vài trường thì ghi vào `overrides`. Muốn viết lại giải pháp thì ghi mã vào `remove`. Nếu cần cả hai thì đặt mã khác cho một giải pháp.",
        ),
    ),
    refuses(
        "remove::unknown-policy",
        Said::new(
            "`remove` names a policy that the files behind the scenario do not hold.",
            "`remove` ghi một giải pháp không có trong các tệp mà kịch bản dựa vào.",
        ),
        Said::new(
            "`carecast check --show` lists the policies with the files they come from.",
            "`carecast check --show` liệt kê các giải pháp và tệp chứa từng giải pháp.",
        ),
    ),
    refuses(
        "policy::id-twice",
        Said::new(
            "Two policies have the same id, and tables and random numbers go by it.",
            "Hai giải pháp trùng mã, trong khi các bảng và số ngẫu nhiên đều dựa vào mã.",
        ),
        Said::new(
            "Give each its own id.",
            "Đặt cho mỗi giải pháp một mã riêng.",
        ),
    ),
    warns(
        "policy::no-deadline",
        Said::new(
            "Other policies of the file say by when they are to be done, this one does not.",
            "Các giải pháp khác trong tệp có thời hạn hoàn thành, giải pháp này thì không.",
        ),
        Said::new(
            "Add `deadline: 2030`, the year at whose end its product is to be there.",
            "Thêm `deadline: 2030`, là năm mà đến cuối năm đó phải có sản phẩm.",
        ),
    ),
    warns(
        "policy::nobody-responsible",
        Said::new(
            "Other policies of the file say who is responsible, this one does not.",
            "Các giải pháp khác trong tệp có cơ quan chủ trì, giải pháp này thì không.",
        ),
        Said::new(
            "Add `responsible: \"...\"`, the office that answers for it.",
            "Thêm `responsible: \"...\"`, là cơ quan chịu trách nhiệm.",
        ),
    ),
    warns(
        "policy::opens-too-late",
        Said::new(
            "Much of what a policy pays for opens after the last year of the run: the run shows its cost and not what it brings. The share in the message is the part of the cost that buys nothing inside the years lived.",
            "Phần lớn những gì giải pháp chi trả chỉ đưa vào hoạt động sau năm cuối của kỳ mô phỏng: kết quả cho thấy chi phí mà chưa cho thấy hiệu quả. Tỷ lệ trong thông báo là phần chi phí chưa mang lại gì trong các năm mô phỏng.",
        ),
        Said::new(
            "Begin earlier, or let `years` run longer.",
            "Bắt đầu sớm hơn, hoặc kéo dài `years`.",
        ),
    ),
    refuses(
        "policy::outside-horizon",
        Said::new(
            "A policy starts or ends outside the years of the run.",
            "Giải pháp bắt đầu hoặc kết thúc ngoài các năm mô phỏng.",
        ),
        Said::new(
            "Change `from` or `to`, or make `years` longer.",
            "Sửa `from` hoặc `to`, hoặc kéo dài `years`.",
        ),
    ),
    warns(
        "policy::payer-open",
        Said::new(
            "Money is given and nobody is named who pays, so the provinces are taken.",
            "Có kinh phí mà không ghi nguồn, nên tính vào ngân sách địa phương.",
        ),
        Said::new(
            "Add `payer: Ministry`, `Provincial`, `Hospitals` or `Private` to the policy.",
            "Thêm `payer: Ministry`, `Provincial`, `Hospitals` hoặc `Private` vào giải pháp.",
        ),
    ),
    warns(
        "policy::years-open",
        Said::new(
            "Money is given by a policy that does not say in which years it acts, so every year of the run is taken, and a total is spread over all of them.",
            "Giải pháp cấp kinh phí mà không ghi các năm thực hiện, nên tính cho mọi năm của kỳ mô phỏng, và tổng mức được chia đều cho các năm.",
        ),
        Said::new(
            "Write `from` and `to` beside the decision.",
            "Ghi `from` và `to` cạnh nội dung giải pháp.",
        ),
    ),
    refuses(
        "scenario::discount-rate",
        Said::new(
            "The discount rate lies outside 0 to 0.2; often per cent were written.",
            "Tỷ lệ chiết khấu nằm ngoài khoảng từ `0` đến `0.2`; thường do viết theo phần trăm.",
        ),
        Said::new(
            "3% is written 0.03; leave it out to use the base's own.",
            "3% viết là 0.03; bỏ trống thì dùng tỷ lệ của bộ số liệu gốc.",
        ),
    ),
    both(
        "scenario::sampling",
        Said::new(
            "The numbers of the assumptions cannot be laid out so (the base has more assumptions than a Sobol sequence has numbers), or it would do nothing: nothing is drawn, or there are few futures for the sixteen samples that tell the error.",
            "Không thể phân bố giá trị của các giả định theo cách này (bộ số liệu gốc có nhiều giả định hơn số chiều của dãy Sobol), hoặc cách này không có tác dụng: không có gì được lấy ngẫu nhiên, hoặc có quá ít lượt mô phỏng cho mười sáu mẫu dùng để tính sai số.",
        ),
        Said::new(
            "Leave `sampling` out, or change what the message names.",
            "Bỏ `sampling`, hoặc sửa điều mà thông báo nêu.",
        ),
    ),
    warns(
        "scenario::few-replicates",
        Said::new(
            "So few futures leave every probability uncertain by many points.",
            "Số lượt mô phỏng ít như vậy khiến mọi xác suất có sai số nhiều điểm phần trăm.",
        ),
        Said::new(
            "1000 are good for a first look, 10000 for a result.",
            "1000 lượt đủ để xem sơ bộ, 10000 lượt cho kết quả chính thức.",
        ),
    ),
    refuses(
        "scenario::ceiling",
        Said::new(
            "A ceiling on what may be spent is no amount, or holds no year of the run, or nobody's money.",
            "Mức trần chi không phải là một số tiền, hoặc không gồm năm nào của kỳ mô phỏng, hoặc không gắn với nguồn nào.",
        ),
        Said::new(
            "Write `ceiling: (amount: 60000, payers: [Ministry, Provincial], from: 2026, to: 2030)`; all but the amount can be left out.",
            "Viết `ceiling: (amount: 60000, payers: [Ministry, Provincial], from: 2026, to: 2030)`; chỉ số tiền là bắt buộc.",
        ),
    ),
    refuses(
        "scenario::given",
        Said::new(
            "`given` names what is no policy of the scenario, or names one twice.",
            "`given` nêu một mã không phải là giải pháp của kịch bản, hoặc nêu một giải pháp hai lần.",
        ),
        Said::new(
            "Name policies that others have decided, such as `given: [\"ntp-central-2026-2030\"]`: their money stands beside the ceiling.",
            "Nêu các giải pháp do nơi khác đã quyết định, ví dụ `given: [\"ntp-central-2026-2030\"]`: kinh phí của các giải pháp này nêu riêng, không tính vào mức trần.",
        ),
    ),
    refuses(
        "decide::lever",
        Said::new(
            "A lever of a search is no policy of the scenario, or one that is under way; or there is none.",
            "Biện pháp cần tìm không phải giải pháp của kịch bản, hoặc là giải pháp đang thực hiện; hoặc không có biện pháp nào.",
        ),
        Said::new(
            "Name policies of the scenario by their ids; write each in `policies` at its full size.",
            "Ghi mã các giải pháp của kịch bản; trong `policies` ghi mỗi giải pháp ở quy mô đầy đủ.",
        ),
    ),
    refuses(
        "decide::size",
        Said::new(
            "What a lever sizes is no number of its policy, or none that grows from nothing, or its steps and values do not fit.",
            "Nội dung quy định quy mô của biện pháp không phải là một số của giải pháp, hoặc là số không tăng từ 0, hoặc các bước và giá trị không khớp.",
        ),
        Said::new(
            "Name numbers of the policy in `sizes`, as amount; `steps` divide what is written there, `values` are those of one number.",
            "Ghi các số của giải pháp vào `sizes`, ví dụ amount; `steps` chia nhỏ số đã ghi, `values` là các giá trị của một số.",
        ),
    ),
    refuses(
        "decide::too-many",
        Said::new(
            "The levers of a search make more packages than can be looked through.",
            "Các biện pháp tạo ra nhiều gói giải pháp hơn mức có thể xem hết.",
        ),
        Said::new(
            "Give fewer steps to levers that matter less.",
            "Đặt ít bước hơn cho các biện pháp ít quan trọng.",
        ),
    ),
    refuses(
        "decide::twice",
        Said::new(
            "A policy is a lever twice, or a target stands twice in a goal.",
            "Một giải pháp được ghi làm biện pháp hai lần, hoặc một chỉ tiêu có hai lần trong một mục tiêu.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "decide::goal",
        Said::new(
            "A goal of a search is no target of the scenario, or one that has no answer; or there is none.",
            "Mục tiêu tìm kiếm không phải chỉ tiêu của kịch bản, hoặc là chỉ tiêu không có kết quả; hoặc không có mục tiêu nào.",
        ),
        Said::new(
            "Name targets of the scenario by their ids; the message lists them.",
            "Ghi mã các chỉ tiêu của kịch bản; thông báo liệt kê các mã.",
        ),
    ),
    refuses(
        "decide::official",
        Said::new(
            "A search is asked for the cheapest way to an official count. Options are compared and sought on beds that are built or operating and on people: official counts only say what will be reported, and what moves them beside that costs nothing here.",
            "Yêu cầu tìm cách ít tốn kém nhất để đạt một số liệu thống kê chính thức. Các phương án được so sánh và tìm kiếm theo giường thực kê hoặc giường đang hoạt động và theo số người: số thống kê chính thức chỉ cho biết điều sẽ được báo cáo, và phần làm số này thay đổi thêm không tốn chi phí trong mô hình.",
        ),
        Said::new(
            "Set a target on the indicator the message names.",
            "Đặt chỉ tiêu theo chỉ số mà thông báo nêu.",
        ),
    ),
    refuses(
        "decide::at-least",
        Said::new(
            "The chance that a goal must reach is none, or is given in per cent.",
            "Khả năng đạt mà mục tiêu yêu cầu không phải là xác suất, hoặc được viết theo phần trăm.",
        ),
        Said::new(
            "8 in 10 are written 0.8; by: Number counts targets.",
            "8 trên 10 viết là 0.8; by: Number thì đếm số chỉ tiêu.",
        ),
    ),
    refuses(
        "scenario::matters",
        Said::new(
            "A smallest difference that matters is no size (negative, twice, a chance or share in points), or of no indicator of the base.",
            "Mức chênh lệch nhỏ nhất có ý nghĩa không hợp lệ (số âm, ghi hai lần, xác suất hoặc tỷ lệ viết theo điểm phần trăm), hoặc thuộc chỉ số mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "Chances and shares are fractions: half a point is written 0.005; 0 lets every difference matter.",
            "Xác suất và tỷ lệ viết dạng số thập phân: nửa điểm phần trăm là 0.005; ghi 0 thì mọi chênh lệch đều có ý nghĩa.",
        ),
    ),
    refuses(
        "scenario::first-year",
        Said::new(
            "A run starts in the year after the base year, and another year is given.",
            "Kỳ mô phỏng bắt đầu từ năm sau năm gốc, nhưng lại ghi năm khác.",
        ),
        Said::new(
            "Write that year as `first`; policies have their own `from`.",
            "Ghi năm đó vào `first`; các giải pháp có `from` riêng.",
        ),
    ),
    refuses(
        "scenario::last-year",
        Said::new(
            "The last year is not after the base year, or further away than the assumptions carry.",
            "Năm cuối không sau năm gốc, hoặc xa hơn mức các giả định cho phép.",
        ),
        Said::new(
            "Choose a last year between the two the message names.",
            "Chọn năm cuối trong khoảng giữa hai năm mà thông báo nêu.",
        ),
    ),
    refuses(
        "scenario::bad-name",
        Said::new(
            "A title, the name of the file or the name of who is responsible begins with a sign that spreadsheets take for a formula (=, +, -, @), holds a sign that is not seen, or is unreasonably long.",
            "Tiêu đề, tên tệp hoặc tên cơ quan chủ trì bắt đầu bằng dấu mà phần mềm bảng tính hiểu là công thức (=, +, -, @), chứa ký tự không nhìn thấy được, hoặc quá dài.",
        ),
        Said::new(
            "Let it begin with a letter or a digit, and keep it short.",
            "Bắt đầu bằng chữ cái hoặc chữ số, và viết ngắn gọn.",
        ),
    ),
    refuses(
        "scenario::no-title",
        Said::new(
            "The title is empty, and every chart and report carries it.",
            "Tiêu đề bỏ trống, trong khi mọi hình và báo cáo đều ghi tiêu đề.",
        ),
        Said::new(
            "Write a few words that name the question.",
            "Viết vài từ nêu câu hỏi cần trả lời.",
        ),
    ),
    refuses(
        "scenario::replicates",
        Said::new(
            "The number of futures is zero, negative or beyond a million.",
            "Số lượt mô phỏng bằng 0, âm hoặc lớn hơn một triệu.",
        ),
        Said::new(
            "1000 are good for a first look, 10000 for a result.",
            "1000 lượt đủ để xem sơ bộ, 10000 lượt cho kết quả chính thức.",
        ),
    ),
    refuses(
        "scenario::unknown",
        Said::new(
            "No scenario of that name is built in.",
            "Không có kịch bản có sẵn nào mang tên này.",
        ),
        Said::new(
            "`carecast list scenarios` shows those that are; a file is named with its path.",
            "`carecast list scenarios` liệt kê các kịch bản có sẵn; tệp thì ghi cả đường dẫn.",
        ),
    ),
    refuses(
        "scenario::unknown-base",
        Said::new(
            "The base is neither the built-in one nor a folder that exists; paths are seen from the scenario file.",
            "Bộ số liệu gốc không phải bộ có sẵn, cũng không phải thư mục tồn tại; đường dẫn tính từ tệp kịch bản.",
        ),
        Said::new(
            "Write \"viet-nam\", or the path of a folder made with `carecast base --write DIR`.",
            "Viết \"viet-nam\", hoặc đường dẫn thư mục tạo bằng `carecast base --write DIR`.",
        ),
    ),
    refuses(
        "scenario::unknown-province",
        Said::new(
            "A scenario is about a province that the base does not have.",
            "Kịch bản nói về một tỉnh, thành phố mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "Write a code of provinces.csv, such as `lai-chau`; leave `province` out for a question about the nation.",
            "Ghi một mã của provinces.csv, ví dụ `lai-chau`; bỏ `province` nếu câu hỏi là về cả nước.",
        ),
    ),
    refuses(
        "scenario::unknown-region",
        Said::new(
            "A scenario is about a region that the base does not have.",
            "Kịch bản nói về một vùng mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "Write a code of regions.csv; leave `region` out for a question about the nation.",
            "Ghi một mã của regions.csv; bỏ `region` nếu câu hỏi là về cả nước.",
        ),
    ),
    refuses(
        "scenario::two-places",
        Said::new(
            "A scenario names a province and a region that its question is about.",
            "Kịch bản ghi cả tỉnh, thành phố lẫn vùng cho câu hỏi của mình.",
        ),
        Said::new(
            "Keep one of the two; targets of other places can be written with their `scope`.",
            "Giữ một trong hai; chỉ tiêu của nơi khác có thể ghi bằng `scope`.",
        ),
    ),
    refuses(
        "shock::place",
        Said::new(
            "A storm strikes named provinces, and one of them is not of the base, is named twice, or none is named.",
            "Bão xảy ra ở các tỉnh, thành phố được ghi tên, nhưng có nơi không thuộc bộ số liệu gốc, ghi hai lần, hoặc không ghi nơi nào.",
        ),
        Said::new(
            "`carecast list provinces` shows the codes; leave `storm_in` out to have them drawn.",
            "`carecast list provinces` cho biết các mã; bỏ `storm_in` thì nơi có bão được lấy ngẫu nhiên.",
        ),
    ),
    warns(
        "shock::place-idle",
        Said::new(
            "Provinces of a storm are named, and no storm strikes, or the chance that a province is hit is given too.",
            "Có ghi các tỉnh, thành phố chịu bão nhưng không có bão nào, hoặc lại ghi cả xác suất một tỉnh, thành phố chịu bão.",
        ),
        Said::new(
            "Give the storm a year or a chance, and leave `shock.storm_provinces` to storms without names.",
            "Ghi năm hoặc xác suất có bão, và chỉ dùng `shock.storm_provinces` khi không ghi tên nơi chịu bão.",
        ),
    ),
    warns(
        "shock::never-strikes",
        Said::new(
            "A scenario changes what a shock does, and neither its yearly chance nor its year lets it strike.",
            "Kịch bản thay đổi hậu quả của một cú sốc nhưng xác suất hằng năm và năm đều không cho cú sốc xảy ra.",
        ),
        Said::new(
            "Give its chance or its year too: `\"shock.storm_year\": Fixed(2028)`.",
            "Ghi thêm xác suất hoặc năm: `\"shock.storm_year\": Fixed(2028)`.",
        ),
    ),
    warns(
        "shock::outside-horizon",
        Said::new(
            "A shock is put in a year the run does not reach.",
            "Cú sốc được đặt vào năm ngoài kỳ mô phỏng.",
        ),
        Said::new(
            "Write a year of the run, or 0 for none.",
            "Ghi một năm trong kỳ mô phỏng, hoặc 0 nếu không có cú sốc.",
        ),
    ),
    refuses(
        "parts::another-question",
        Said::new(
            "The folder holds another question that was frozen before, with its parts.",
            "Thư mục đang chứa một câu hỏi khác đã chốt trước đó, cùng các phần của câu hỏi.",
        ),
        Said::new(
            "Freeze into another folder, or remove this one first.",
            "Chốt vào thư mục khác, hoặc xóa thư mục này trước.",
        ),
    ),
    refuses(
        "parts::incomplete",
        Said::new(
            "Parts of a frozen question are not there, are cut short, have changed since they were written, or belong to another question or build.",
            "Các phần của câu hỏi đã chốt bị thiếu, bị cắt, đã thay đổi sau khi ghi, hoặc thuộc câu hỏi khác hay bản chương trình khác.",
        ),
        Said::new(
            "Live those parts again: `carecast missing DIR --ranges` prints their numbers for an array of jobs. A part that cannot be used is replaced.",
            "Chạy lại các phần đó: `carecast missing DIR --ranges` in số thứ tự để chạy hàng loạt. Phần không dùng được sẽ được thay thế.",
        ),
    ),
    refuses(
        "parts::index",
        Said::new(
            "It is not said which part is meant, or two variables of the environment say different ones.",
            "Không rõ cần chạy phần nào, hoặc hai biến môi trường cho hai số khác nhau.",
        ),
        Said::new(
            "Write its number, from 0, after the folder, or name the variable: `--index-from-env SLURM_ARRAY_TASK_ID`.",
            "Ghi số thứ tự, tính từ 0, sau thư mục; hoặc ghi tên biến: `--index-from-env SLURM_ARRAY_TASK_ID`.",
        ),
    ),
    refuses(
        "parts::no-question",
        Said::new(
            "The folder holds no question that this version has frozen.",
            "Thư mục không có câu hỏi nào do phiên bản này chốt.",
        ),
        Said::new(
            "Give the folder that `carecast freeze` made.",
            "Ghi thư mục do `carecast freeze` tạo ra.",
        ),
    ),
    refuses(
        "parts::not-cut",
        Said::new(
            "A fit was to be frozen, or looking back on the law alone: no futures are lived in them.",
            "Yêu cầu chốt một phép ước lượng, hoặc phép kiểm định ngược chỉ gồm mô hình thống kê: cả hai không có lượt mô phỏng nào.",
        ),
        Said::new(
            "Do it on one machine; runs, comparisons, sweeps and looking back with the whole model can be frozen.",
            "Thực hiện trên một máy; có thể chốt lần chạy, so sánh, quét tham số và kiểm định ngược với mô hình đầy đủ.",
        ),
    ),
    refuses(
        "parts::of-a-run-alone",
        Said::new(
            "`merge` was asked to keep futures one by one of a question that is not a run.",
            "Yêu cầu `merge` giữ từng lượt mô phỏng của một câu hỏi không phải là lần chạy.",
        ),
        Said::new(
            "Leave the option out, or run one of the scenarios with it.",
            "Bỏ tùy chọn đó, hoặc chạy một trong các kịch bản kèm tùy chọn đó.",
        ),
    ),
    refuses(
        "parts::other-build",
        Said::new(
            "The question was frozen by another version, or by a build from other sources: its numbers may be others.",
            "Câu hỏi được chốt bằng phiên bản khác hoặc bằng bản dịch từ mã nguồn khác: kết quả tính có thể khác.",
        ),
        Said::new(
            "Use the program that froze it, built for any machine, or freeze the question again.",
            "Dùng đúng bản chương trình đã chốt câu hỏi, dịch cho máy nào cũng được, hoặc chốt lại câu hỏi.",
        ),
    ),
    refuses(
        "parts::touched",
        Said::new(
            "The scenario or the base in the folder of a frozen question is not what was frozen.",
            "Kịch bản hoặc bộ số liệu gốc trong thư mục của câu hỏi không còn giống lúc chốt.",
        ),
        Said::new(
            "Copy the folder anew from where it was frozen, or freeze the question again.",
            "Sao chép lại thư mục từ nơi đã chốt, hoặc chốt lại câu hỏi.",
        ),
    ),
    refuses(
        "run::memory",
        Said::new(
            "So many futures do not fit into the memory that is free; nothing was lived.",
            "Bộ nhớ còn trống không đủ cho số lượt mô phỏng này; chưa chạy lượt nào.",
        ),
        Said::new(
            "Ask for as many as the message says, or for `--until 1pt`, which ends as soon as every chance is known well enough.",
            "Yêu cầu số lượt như thông báo nêu, hoặc dùng `--until 1pt` để dừng ngay khi mọi xác suất đủ chính xác.",
        ),
    ),
    refuses(
        "sweep::not-a-range",
        Said::new(
            "What follows --over is no name with values.",
            "Nội dung sau --over không phải là tên kèm giá trị.",
        ),
        Said::new(
            "Write NAME=LOW..HIGH:COUNT or NAME=VALUE,VALUE,...; for a Latin hypercube NAME=LOW..HIGH.",
            "Viết NAME=LOW..HIGH:COUNT hoặc NAME=VALUE,VALUE,...; với siêu khối Latinh viết NAME=LOW..HIGH. Phần thập phân dùng dấu chấm.",
        ),
    ),
    refuses(
        "sweep::too-many-points",
        Said::new(
            "The values of all numbers multiplied make more points than can be lived.",
            "Nhân số giá trị của mọi tham số tạo ra nhiều điểm hơn mức có thể mô phỏng.",
        ),
        Said::new(
            "Give fewer values, or ask for a Latin hypercube: `--latin 200`.",
            "Ghi ít giá trị hơn, hoặc lấy mẫu siêu khối Latinh: `--latin 200`.",
        ),
    ),
    refuses(
        "sweep::twice",
        Said::new(
            "The same number is varied by two --over.",
            "Hai --over cùng thay đổi một tham số.",
        ),
        Said::new(
            "Name each number once, with all its values.",
            "Ghi mỗi tham số một lần, kèm mọi giá trị.",
        ),
    ),
    refuses(
        "sweep::unknown-number",
        Said::new(
            "The scenario has no number of this name: neither in one of its policies nor among the assumptions.",
            "Kịch bản không có tham số mang tên này, cả trong các giải pháp lẫn trong các giả định.",
        ),
        Said::new(
            "`carecast sweep FILE --list` shows every number that can be varied.",
            "`carecast sweep FILE --list` liệt kê mọi tham số có thể thay đổi.",
        ),
    ),
    refuses(
        "sweep::unknown-target",
        Said::new(
            "The scenario answers no target of this id.",
            "Kịch bản không có kết quả cho chỉ tiêu mang mã này.",
        ),
        Said::new(
            "`carecast list targets` shows the ids.",
            "`carecast list targets` cho biết các mã.",
        ),
    ),
    refuses(
        "sweep::value",
        Said::new(
            "A value is no number, or one the scenario cannot hold.",
            "Giá trị không phải là số, hoặc là số mà kịch bản không nhận.",
        ),
        Said::new(
            "Choose other values; the message says which fit.",
            "Chọn giá trị khác; thông báo nêu các giá trị phù hợp.",
        ),
    ),
    warns(
        "target::after-last-year",
        Said::new(
            "Adopted targets fall due after the last year of the run and are not answered.",
            "Một số chỉ tiêu đã ban hành có thời hạn sau năm cuối của kỳ mô phỏng nên không có kết quả.",
        ),
        Said::new(
            "Make `years` longer, or list the targets you ask for with `targets: Only([...])`.",
            "Kéo dài `years`, hoặc ghi các chỉ tiêu cần hỏi bằng `targets: Only([...])`.",
        ),
    ),
    Code {
        weight: Weight::Both,
        ..refuses(
            "target::implausible",
            Said::new(
                "A threshold is negative, or more than eight times today's value.",
                "Mức chỉ tiêu là số âm, hoặc hơn tám lần giá trị hiện nay.",
            ),
            Said::new(
                "Write the value the indicator should reach, per 10,000 people for ratios of beds and staff.",
                "Ghi giá trị mà chỉ số cần đạt; với giường bệnh và nhân lực tính trên 10.000 dân.",
            ),
        )
    },
    refuses(
        "target::national-only",
        Said::new(
            "A target names a province or region for an indicator that is read for the nation only.",
            "Chỉ tiêu ghi một tỉnh, thành phố hoặc vùng cho chỉ số chỉ tính cho cả nước.",
        ),
        Said::new(
            "Leave `scope` out, or choose an indicator that is read by province.",
            "Bỏ `scope`, hoặc chọn chỉ số tính theo tỉnh, thành phố.",
        ),
    ),
    warns(
        "target::no-own-value",
        Said::new(
            "A target asks for a followed indicator in a province for which the base has no value: the province is taken to lie about the rest of the nation.",
            "Chỉ tiêu hỏi về một chỉ số theo dõi ở tỉnh, thành phố mà bộ số liệu gốc không có số: địa phương được coi là dao động quanh mức của phần còn lại của cả nước.",
        ),
        Said::new(
            "Add the value to tracked_values.csv of the base, or read the answer with care.",
            "Thêm giá trị vào tracked_values.csv của bộ số liệu gốc, hoặc đọc kết quả một cách thận trọng.",
        ),
    ),
    refuses(
        "target::about",
        Said::new(
            "A target says about how much: that can be neither met nor missed.",
            "Chỉ tiêu ghi mức “khoảng”: không thể xác định là đạt hay chưa đạt.",
        ),
        Said::new(
            "Say from where on it is met, or write a band from `at_least` to `at_most`.",
            "Ghi rõ từ mức nào là đạt, hoặc ghi khoảng từ `at_least` đến `at_most`.",
        ),
    ),
    refuses(
        "target::empty-band",
        Said::new(
            "A band ends before it begins: no value is at least the one and at most the other.",
            "Khoảng kết thúc trước khi bắt đầu: không giá trị nào vừa tối thiểu bằng số này vừa tối đa bằng số kia.",
        ),
        Said::new(
            "Write the lower value in `at_least` and the higher one in `at_most`.",
            "Ghi giá trị thấp vào `at_least` và giá trị cao vào `at_most`.",
        ),
    ),
    refuses(
        "target::no-year",
        Said::new(
            "A target says neither `by` nor `from`, or begins after it ends.",
            "Chỉ tiêu không ghi `by` hoặc `from`, hoặc bắt đầu sau khi kết thúc.",
        ),
        Said::new(
            "Add `by`, the year at whose end it must hold, or `from`, the first year-end at which it must.",
            "Thêm `by` là năm phải đạt vào cuối năm, hoặc `from` là cuối năm đầu tiên phải đạt.",
        ),
    ),
    refuses(
        "target::no-threshold",
        Said::new(
            "A target does not say how much.",
            "Chỉ tiêu không ghi mức phải đạt.",
        ),
        Said::new(
            "Add `at_least: ...`, `at_most: ...`, `over: ...` or `below: ...`.",
            "Thêm `at_least: ...`, `at_most: ...`, `over: ...` hoặc `below: ...`.",
        ),
    ),
    refuses(
        "target::on-nothing",
        Said::new(
            "A target asks for a part of the check-ups that policies promise, and no policy of the scenario promises any there in its year: the indicator has no value, and no future could be told to meet or miss it.",
            "Chỉ tiêu hỏi một phần số lượt khám sức khỏe theo kế hoạch, nhưng không giải pháp nào của kịch bản có kế hoạch ở địa bàn đó trong năm đó: chỉ số không có giá trị, không xác định được đạt hay chưa đạt.",
        ),
        Said::new(
            "Add a policy CheckUps(...) that acts there in that year in every future, or take the target out.",
            "Thêm giải pháp CheckUps(...) có hiệu lực ở đó trong năm đó ở mọi lượt mô phỏng, hoặc bỏ chỉ tiêu.",
        ),
    ),
    refuses(
        "target::outside-horizon",
        Said::new(
            "A target is for a year the run does not reach.",
            "Chỉ tiêu thuộc năm ngoài kỳ mô phỏng.",
        ),
        Said::new(
            "Change `by` or `from`, or make `years` longer.",
            "Sửa `by` hoặc `from`, hoặc kéo dài `years`.",
        ),
    ),
    refuses(
        "target::share-as-percent",
        Said::new(
            "A threshold of a share is above 1; per cent were written.",
            "Mức chỉ tiêu của một tỷ lệ lớn hơn 1 do viết theo phần trăm.",
        ),
        Said::new(
            "15% is written 0.15.",
            "15% viết là 0.15, phần thập phân dùng dấu chấm.",
        ),
    ),
    refuses(
        "target::touches-nothing",
        Said::new(
            "The list of targets is empty, so the run would answer nothing.",
            "Danh sách chỉ tiêu trống nên lần chạy không trả lời được gì.",
        ),
        Said::new(
            "Name at least one target, or write `targets: Adopted`.",
            "Ghi ít nhất một chỉ tiêu, hoặc viết `targets: Adopted`.",
        ),
    ),
    refuses(
        "target::twice",
        Said::new(
            "The same target is written twice.",
            "Cùng một chỉ tiêu được ghi hai lần.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "target::two-thresholds",
        Said::new(
            "A target has more than one bound, and they are no band.",
            "Chỉ tiêu có nhiều hơn một mức và các mức đó không tạo thành khoảng.",
        ),
        Said::new(
            "Write a target for each; a band is `at_least` with `at_most`.",
            "Ghi mỗi mức thành một chỉ tiêu; một khoảng là `at_least` cùng với `at_most`.",
        ),
    ),
    refuses(
        "target::unknown-indicator",
        Said::new(
            "There is no indicator of this id that a target may name.",
            "Không có chỉ số mang mã này để đặt chỉ tiêu.",
        ),
        Said::new(
            "`carecast list indicators` shows the ids.",
            "`carecast list indicators` cho biết các mã.",
        ),
    ),
    refuses(
        "target::unknown-scope",
        Said::new(
            "The scope is neither the nation nor a region nor a province.",
            "Phạm vi không phải cả nước, vùng hay tỉnh, thành phố.",
        ),
        Said::new(
            "Write \"nation\" or the code of a place: `carecast list provinces`.",
            "Viết \"nation\" hoặc mã của địa bàn: `carecast list provinces`.",
        ),
    ),
    warns(
        "target::without-policy",
        Said::new(
            "A target of the base asks for a part of the check-ups that policies promise, and the scenario promises none there in its year: the target is left out.",
            "Chỉ tiêu của bộ số liệu gốc hỏi một phần số lượt khám sức khỏe theo kế hoạch, nhưng kịch bản không có kế hoạch ở đó trong năm đó: chỉ tiêu được bỏ qua.",
        ),
        Said::new(
            "Add a policy CheckUps(...) that acts there in its year to have it answered.",
            "Thêm giải pháp CheckUps(...) có hiệu lực ở đó trong năm đó nếu cần trả lời.",
        ),
    ),
    refuses(
        "tie::cannot",
        Said::new(
            "A tie is between an assumption and itself or one that is not drawn, is given twice, or has a rank correlation that is not between -1 and 1.",
            "Liên hệ nối một giả định với chính giả định đó hoặc với giả định không được lấy ngẫu nhiên, được khai hai lần, hoặc có tương quan hạng không nằm giữa -1 và 1.",
        ),
        Said::new(
            "Tie two different assumptions that are drawn, once, by a number above -1 and below 1.",
            "Khai liên hệ một lần giữa hai giả định khác nhau được lấy ngẫu nhiên, bằng một số lớn hơn -1 và nhỏ hơn 1.",
        ),
    ),
    refuses(
        "tie::impossible",
        Said::new(
            "The ties of a scenario, with those of the base, are at odds: no numbers can have all these correlations at once. The pair named is the last without which the others hold together.",
            "Các liên hệ của kịch bản, cùng các liên hệ của bộ số liệu gốc, mâu thuẫn với nhau: không có bộ số nào có đồng thời tất cả các tương quan này. Cặp được nêu là cặp cuối cùng mà khi bỏ đi thì các liên hệ còn lại phù hợp với nhau.",
        ),
        Said::new(
            "The message says what the rank correlation of the pair can be beside the others; make this one or another of them weaker.",
            "Thông báo cho biết tương quan hạng của cặp này có thể nằm trong khoảng nào khi giữ các liên hệ còn lại; hãy giảm liên hệ này hoặc một liên hệ khác.",
        ),
    ),
    warns(
        "tie::lapses",
        Said::new(
            "One of the two that a tie joins is fixed by this scenario, by a point of a sweep or by a search: with one of them the same in every future there is nothing to tie, and the tie is left out.",
            "Một trong hai giả định của liên hệ được cố định bởi kịch bản này, bởi một điểm quét tham số hoặc bởi tìm kiếm: khi một giả định như nhau trong mọi lượt mô phỏng thì không còn gì để liên hệ, và liên hệ được bỏ qua.",
        ),
        Said::new(
            "Nothing needs doing, unless the tie is meant: then give the fixed one a law that is drawn.",
            "Không cần làm gì; nếu vẫn cần liên hệ, đặt cho giả định bị cố định một phân phối được lấy ngẫu nhiên.",
        ),
    ),
    refuses(
        "tie::no-reason",
        Said::new(
            "A tie of a scenario says no reason. Reports print it among the assumptions, with its grade.",
            "Một liên hệ của kịch bản chưa nêu lý do. Báo cáo in liên hệ này trong danh mục giả định, kèm mức tin cậy.",
        ),
        Said::new(
            "Write into `reason` why the two move together.",
            "Ghi vào `reason` lý do hai giả định thay đổi cùng nhau.",
        ),
    ),
    refuses(
        "tie::unknown",
        Said::new(
            "A tie names an assumption the base does not have.",
            "Liên hệ nêu một giả định không có trong bộ số liệu gốc.",
        ),
        Said::new(
            "`carecast list assumptions --match TEXT` finds the id.",
            "Tìm mã bằng `carecast list assumptions --match TEXT`.",
        ),
    ),
    both(
        "when::level",
        Said::new(
            "A policy waits for a level that the indicator cannot have, often per cent where a share is meant; or for one far from all that is known or aimed at.",
            "Giải pháp chờ một mức mà chỉ số không thể có, thường do viết phần trăm thay cho tỷ lệ; hoặc chờ một mức khác xa mọi số đã biết hay được đặt làm chỉ tiêu.",
        ),
        Said::new(
            "Write the level in the indicator's unit: 85% is 0.85.",
            "Ghi mức theo đơn vị của chỉ số: 85% là 0.85.",
        ),
    ),
    both(
        "when::margin",
        Said::new(
            "A policy waits for futures that lie behind by less than nothing, or by more than half the target.",
            "Giải pháp chờ các lượt mô phỏng chậm một khoảng nhỏ hơn 0, hoặc lớn hơn một nửa mức chỉ tiêu.",
        ),
        Said::new(
            "Write how far behind the line to the target a future must lie, in the indicator's unit: 0 or more.",
            "Ghi mức chậm so với tiến độ đến chỉ tiêu, theo đơn vị của chỉ số, từ 0 trở lên.",
        ),
    ),
    refuses(
        "when::national-only",
        Said::new(
            "A policy waits for an indicator in a region or province, which is read for the nation only.",
            "Giải pháp chờ một chỉ số của vùng hoặc tỉnh, thành phố, trong khi chỉ số chỉ tính cho cả nước.",
        ),
        Said::new(
            "Leave `scope` out, or wait for an indicator that is read by province.",
            "Bỏ `scope`, hoặc chờ một chỉ số tính theo tỉnh, thành phố.",
        ),
    ),
    refuses(
        "when::no-line",
        Said::new(
            "A policy waits for futures behind a target on something counted over a year: there is no straight line to it.",
            "Giải pháp chờ các lượt mô phỏng chậm so với chỉ tiêu về một số cộng dồn trong năm: không có tiến độ đều hằng năm cho số này.",
        ),
        Said::new(
            "Wait with `Below(...)` or `Above(...)`.",
            "Chờ bằng `Below(...)` hoặc `Above(...)`.",
        ),
    ),
    refuses(
        "when::no-target",
        Said::new(
            "A policy waits for futures behind a target which the scenario does not answer.",
            "Giải pháp chờ các lượt mô phỏng chậm so với một chỉ tiêu mà kịch bản không có kết quả.",
        ),
        Said::new(
            "Add the target to `targets`, or name the year of one that is answered.",
            "Thêm chỉ tiêu vào `targets`, hoặc ghi năm của chỉ tiêu có kết quả.",
        ),
    ),
    refuses(
        "when::unknown-indicator",
        Said::new(
            "A policy waits for an indicator that does not exist.",
            "Giải pháp chờ một chỉ số không tồn tại.",
        ),
        Said::new(
            "`carecast list indicators --match TEXT` finds the id.",
            "Tìm mã bằng `carecast list indicators --match TEXT`.",
        ),
    ),
    refuses(
        "when::unknown-scope",
        Said::new(
            "A policy waits for something in a place that is neither the nation nor a region or province.",
            "Giải pháp chờ ở một nơi không phải cả nước, vùng hay tỉnh, thành phố.",
        ),
        Said::new(
            "Write `nation`, or a code of regions.csv or provinces.csv of the base.",
            "Viết `nation`, hoặc một mã của regions.csv hay provinces.csv trong bộ số liệu gốc.",
        ),
    ),
];
