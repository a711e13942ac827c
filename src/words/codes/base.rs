//! Codes of a base: a table a planner edited does not hold together.

use super::{Code, both, refuses, warns};
use crate::said::Said;

/// Codes about the tables of a base.
pub(super) const CODES: &[Code] = &[
    refuses(
        "base::bad-distribution",
        Said::new(
            "The numbers of an assumption's law do not make one.",
            "Các số trong phân phối của một giả định không hợp thành một phân phối.",
        ),
        Said::new(
            "Put low, mode and high in order; standard deviations are above 0; shares of a profile add to 1.",
            "Xếp giá trị thấp, giá trị thường gặp nhất và giá trị cao theo thứ tự; độ lệch chuẩn lớn hơn 0; tổng các tỷ lệ của một dãy theo năm bằng 1.",
        ),
    ),
    refuses(
        "base::bad-name",
        Said::new(
            "A name or code begins with a sign that spreadsheets take for a formula (=, +, -, @), or has more letters than a table can show; or a cell holds a sign that is not seen.",
            "Tên hoặc mã bắt đầu bằng dấu mà phần mềm bảng tính hiểu là công thức (=, +, -, @), hoặc dài hơn mức bảng có thể hiển thị; hoặc ô chứa ký tự không nhìn thấy được.",
        ),
        Said::new(
            "Let names begin with a letter or a digit, keep them under 120 letters (titles 400), and type anew what was copied.",
            "Đặt tên bắt đầu bằng chữ cái hoặc chữ số, ngắn hơn 120 ký tự (tiêu đề: 400), và gõ lại phần đã sao chép.",
        ),
    ),
    refuses(
        "base::bad-tie",
        Said::new(
            "An assumption is tied to one that does not exist or cannot be drawn, or with a correlation outside -1 to 1.",
            "Một giả định có liên hệ với giả định không tồn tại hoặc không lấy ngẫu nhiên, hoặc với hệ số tương quan nằm ngoài khoảng từ -1 đến 1.",
        ),
        Said::new(
            "Tie it to drawn assumptions of the same file, with `rho` between -1 and 1.",
            "Đặt liên hệ với giả định có lấy ngẫu nhiên trong cùng tệp, `rho` từ -1 đến 1.",
        ),
    ),
    refuses(
        "base::bands-out-of-order",
        Said::new(
            "Age bands do not follow one another in steps of five years.",
            "Các nhóm tuổi không nối tiếp nhau theo bước năm năm.",
        ),
        Said::new(
            "Write one row for each band, from the first age in steps of five.",
            "Ghi mỗi nhóm một hàng, từ tuổi đầu tiên, theo bước năm năm.",
        ),
    ),
    refuses(
        "base::cannot-be",
        Said::new(
            "Level, owner, specialty and beds of a facility contradict one another.",
            "Cấp, chủ quản, chuyên khoa và số giường của một cơ sở y tế mâu thuẫn với nhau.",
        ),
        Said::new(
            "The message names the two; correct one of them.",
            "Thông báo nêu hai mục mâu thuẫn; sửa một trong hai.",
        ),
    ),
    refuses(
        "base::decoded-twice",
        Said::new(
            "A table was saved in one alphabet and read in another: two or three wrong letters stand for each right one.",
            "Bảng được lưu bằng một bảng mã ký tự và đọc bằng bảng mã khác: mỗi chữ đúng biến thành hai hoặc ba chữ sai.",
        ),
        Said::new(
            "Open it again as UTF-8, and save it as CSV UTF-8.",
            "Mở lại tệp bằng UTF-8 rồi lưu thành CSV UTF-8.",
        ),
    ),
    refuses(
        "base::does-not-add-up",
        Said::new(
            "Figures of provinces or facilities do not add up to the published total, or facilities hold more beds than their province.",
            "Cộng số liệu các tỉnh, thành phố hoặc các cơ sở y tế không ra tổng đã công bố, hoặc các cơ sở y tế có nhiều giường hơn cả tỉnh, thành phố.",
        ),
        Said::new(
            "Correct the figure that was changed last, or the total it belongs to.",
            "Sửa số liệu thay đổi gần nhất, hoặc sửa tổng mà số liệu đó thuộc về.",
        ),
    ),
    refuses(
        "base::duplicate-code",
        Said::new("Two rows have the same code.", "Hai hàng có cùng một mã."),
        Said::new(
            "Give each row a code of its own.",
            "Đặt cho mỗi hàng một mã riêng.",
        ),
    ),
    refuses(
        "base::empty-cell",
        Said::new(
            "A cell that must hold something is empty.",
            "Một ô bắt buộc phải có nội dung lại bỏ trống.",
        ),
        Said::new(
            "Fill it in; the guide README.md of the base says what it means.",
            "Điền nội dung; tệp hướng dẫn README.md của bộ số liệu gốc giải thích ý nghĩa của ô.",
        ),
    ),
    refuses(
        "base::empty-table",
        Said::new(
            "A table has a heading and no rows.",
            "Bảng chỉ có dòng tiêu đề, không có hàng nào.",
        ),
        Said::new(
            "Add its rows, or start again from `carecast base --write DIR`.",
            "Thêm các hàng, hoặc làm lại từ `carecast base --write DIR`.",
        ),
    ),
    warns(
        "base::exchanged",
        Said::new(
            "Places lie on their tiles only if latitude and longitude are exchanged.",
            "Địa phương chỉ nằm đúng ô của sơ đồ nếu đổi chỗ vĩ độ và kinh độ.",
        ),
        Said::new(
            "Write degrees north in `lat` and degrees east in `lon`.",
            "Ghi vĩ độ Bắc vào `lat` và kinh độ Đông vào `lon`.",
        ),
    ),
    warns(
        "base::far-place",
        Said::new(
            "A place lies far from all other places of the country.",
            "Một địa phương nằm xa mọi địa phương khác của cả nước.",
        ),
        Said::new(
            "Check the decimal point, and that latitude and longitude are not exchanged.",
            "Kiểm tra dấu thập phân và xem vĩ độ, kinh độ có bị đổi chỗ không.",
        ),
    ),
    refuses(
        "base::half-a-place",
        Said::new(
            "A province has a latitude without a longitude, or the other way round.",
            "Một tỉnh, thành phố có vĩ độ mà không có kinh độ, hoặc ngược lại.",
        ),
        Said::new(
            "Fill both cells or leave both empty.",
            "Điền cả hai ô hoặc bỏ trống cả hai.",
        ),
    ),
    refuses(
        "base::held-and-drawn",
        Said::new(
            "An assumption says in `held` why it is not drawn, and its law is drawn.",
            "Giả định ghi ở `held` lý do không lấy ngẫu nhiên, nhưng phân phối lại có lấy ngẫu nhiên.",
        ),
        Said::new(
            "Take `held` out, or write Fixed(...).",
            "Bỏ `held`, hoặc viết Fixed(...).",
        ),
    ),
    warns(
        "base::idle-assumption",
        Said::new(
            "assumptions.ron holds a number that nothing reads.",
            "assumptions.ron có một số không được dùng ở đâu cả.",
        ),
        Said::new(
            "Correct its id, or take it out: changing it would change nothing.",
            "Sửa mã, hoặc bỏ dòng đó: thay đổi số này không làm thay đổi kết quả.",
        ),
    ),
    both(
        "base::jump",
        Said::new(
            "The people of a year lie far from the path between the years beside it.",
            "Dân số của một năm lệch xa so với các năm liền kề.",
        ),
        Said::new(
            "Check the digits and the unit of the row; over 20% off is refused, over 5% is warned.",
            "Kiểm tra chữ số và đơn vị của hàng; lệch trên 20% thì bị từ chối, trên 5% thì có cảnh báo.",
        ),
    ),
    refuses(
        "base::levels-of-another-country",
        Said::new(
            "Numbers of assumptions.ron that are as large as a country (people, beds, money) are those of another country than the one of country.csv.",
            "Các số trong assumptions.ron gắn với quy mô quốc gia (dân số, giường bệnh, kinh phí) là của một nước khác với nước ghi ở country.csv.",
        ),
        Said::new(
            "Write the country's own, each with `level_of` and its code; the message holds a block to start from.",
            "Ghi số của chính nước đó, mỗi số kèm `level_of` và mã nước; thông báo có sẵn một đoạn để bắt đầu.",
        ),
    ),
    refuses(
        "base::missing-assumption",
        Said::new(
            "An assumption the model asks for is missing; often its id was misspelt.",
            "Thiếu một giả định mà mô hình cần; thường là do viết sai mã.",
        ),
        Said::new(
            "Add it to assumptions.ron; the message names the id.",
            "Thêm giả định vào assumptions.ron; thông báo nêu mã cần có.",
        ),
    ),
    refuses(
        "base::missing-column",
        Said::new("A table lacks a column.", "Bảng thiếu một cột."),
        Said::new(
            "Add the column; the built-in table shows its name.",
            "Thêm cột; bảng có sẵn trong chương trình cho biết tên cột.",
        ),
    ),
    refuses(
        "base::missing-figure",
        Said::new(
            "A figure is missing for a place, an occupation or a year that needs one.",
            "Thiếu số liệu của một địa bàn, nhóm nhân lực hoặc năm cần có số liệu.",
        ),
        Said::new(
            "Add the row the message shows.",
            "Thêm hàng mà thông báo nêu.",
        ),
    ),
    refuses(
        "base::missing-range",
        Said::new(
            "An assumed figure (grade E) has no range.",
            "Số liệu giả định (mức tin cậy E) không có khoảng giá trị.",
        ),
        Said::new(
            "Fill the low and the high end.",
            "Điền giá trị thấp và giá trị cao.",
        ),
    ),
    refuses(
        "base::missing-reason",
        Said::new(
            "An assumed figure (grade E) does not say why it has this value.",
            "Số liệu giả định (mức tin cậy E) không nêu lý do chọn giá trị đó.",
        ),
        Said::new(
            "Write the reason in `note`, or in `reason` of an assumption.",
            "Ghi lý do vào `note`, hoặc vào `reason` của giả định.",
        ),
    ),
    refuses(
        "base::missing-source",
        Said::new(
            "A figure of grade A to D names no source.",
            "Số liệu có mức tin cậy từ A đến D không ghi nguồn.",
        ),
        Said::new(
            "Name an id of sources.csv, or use grade E with a range and a reason.",
            "Ghi một mã trong sources.csv, hoặc dùng mức E kèm khoảng giá trị và lý do.",
        ),
    ),
    refuses(
        "base::missing-table",
        Said::new(
            "A table of the base is not in the folder.",
            "Thư mục không có một bảng của bộ số liệu gốc.",
        ),
        Said::new(
            "Copy it from a fresh base: `carecast base --write DIR`.",
            "Sao chép bảng từ bộ số liệu mới tạo: `carecast base --write DIR`.",
        ),
    ),
    refuses(
        "base::no-folder",
        Said::new(
            "The folder of the base cannot be opened.",
            "Không mở được thư mục của bộ số liệu gốc.",
        ),
        Said::new(
            "Check the path, or make a base with `carecast base --write DIR`.",
            "Kiểm tra đường dẫn, hoặc tạo bộ số liệu bằng `carecast base --write DIR`.",
        ),
    ),
    refuses(
        "base::not-a-code",
        Said::new(
            "A code holds capitals, blanks or accents.",
            "Mã chứa chữ in hoa, dấu cách hoặc chữ có dấu.",
        ),
        Said::new(
            "Write small letters, digits and hyphens (occupations: underscores).",
            "Viết chữ thường không dấu, chữ số và dấu gạch nối (nhóm nhân lực: dấu gạch dưới).",
        ),
    ),
    refuses(
        "base::not-a-number",
        Said::new(
            "A cell that needs a number holds something else.",
            "Ô cần một số lại chứa nội dung khác.",
        ),
        Said::new(
            "Write digits with a point for decimals, without blanks or signs of thousands.",
            "Viết chữ số, phần thập phân dùng dấu chấm, không có dấu cách và dấu phân cách hàng nghìn.",
        ),
    ),
    refuses(
        "base::not-assumed",
        Said::new(
            "A table listed as assumed is not one of the base, or not assumed.",
            "Bảng được liệt kê là giả định không có trong bộ số liệu gốc, hoặc không phải là giả định.",
        ),
        Said::new(
            "Correct the name, or the grade of its rows.",
            "Sửa tên bảng, hoặc sửa mức tin cậy của các hàng.",
        ),
    ),
    refuses(
        "base::not-whole",
        Said::new(
            "A cell that counts things holds a fraction.",
            "Ô dùng để đếm lại chứa số lẻ.",
        ),
        Said::new("Write a whole number.", "Viết số nguyên."),
    ),
    both(
        "base::one-point",
        Said::new(
            "Two places, or all of them, have the same latitude and longitude.",
            "Hai địa phương, hoặc tất cả các địa phương, có cùng vĩ độ và kinh độ.",
        ),
        Said::new(
            "Give each place its own centre, or leave both cells empty.",
            "Ghi cho mỗi địa phương tọa độ trung tâm riêng, hoặc bỏ trống cả hai ô.",
        ),
    ),
    refuses(
        "base::open-quote",
        Said::new(
            "A quote is opened in a cell and not closed, so that the rows below are taken for its text.",
            "Một ô mở dấu ngoặc kép mà không đóng, nên các hàng bên dưới bị coi là nội dung của ô.",
        ),
        Said::new(
            "Close it, or take it out; a note stays on one line.",
            "Đóng hoặc bỏ dấu ngoặc kép; ghi chú phải nằm trên một dòng.",
        ),
    ),
    refuses(
        "base::other-currency",
        Said::new(
            "An amount of assumptions.ron is not in the currency of country.csv, or in another scale of it.",
            "Một khoản tiền trong assumptions.ron không theo đơn vị tiền của country.csv, hoặc theo bậc khác của đơn vị đó.",
        ),
        Said::new(
            "Convert its numbers and write the currency of country.csv; pay, student years and bed-years count a thousandth of it.",
            "Quy đổi các số và ghi đơn vị tiền của country.csv; tiền lương, chi phí một năm đào tạo và một năm giường tính bằng một phần nghìn đơn vị đó.",
        ),
    ),
    refuses(
        "base::other-unit",
        Said::new(
            "The unit beside a figure is not the one the figure is read in.",
            "Đơn vị ghi cạnh số liệu không phải đơn vị dùng để đọc số liệu đó.",
        ),
        Said::new(
            "Convert the value and its range to the unit named, and write that unit.",
            "Quy đổi giá trị và khoảng giá trị sang đơn vị được nêu, và ghi đơn vị đó.",
        ),
    ),
    refuses(
        "base::out-of-range",
        Said::new(
            "A number lies outside what its column allows.",
            "Một số nằm ngoài khoảng mà cột cho phép.",
        ),
        Said::new(
            "The message states the limits; check the unit and the decimal point.",
            "Thông báo nêu giới hạn; kiểm tra đơn vị và dấu thập phân.",
        ),
    ),
    refuses(
        "base::owner-disagrees",
        Said::new(
            "A change of owner starts from an owner the facility does not have.",
            "Việc đổi chủ quản bắt đầu từ một chủ quản mà cơ sở y tế đó không thuộc về.",
        ),
        Said::new(
            "Correct `from`, or the owner in facilities.csv.",
            "Sửa `from`, hoặc sửa chủ quản trong facilities.csv.",
        ),
    ),
    refuses(
        "base::path-too-short",
        Said::new(
            "A path of years ends before the last year of the run.",
            "Dãy số theo năm kết thúc trước năm cuối của kỳ mô phỏng.",
        ),
        Said::new(
            "Add a row for the last year, or end the run sooner.",
            "Thêm hàng cho năm cuối, hoặc kết thúc kỳ mô phỏng sớm hơn.",
        ),
    ),
    refuses(
        "base::range-misses-value",
        Said::new(
            "A value lies outside its own range from low to high.",
            "Giá trị nằm ngoài khoảng từ thấp đến cao của chính nó.",
        ),
        Said::new(
            "Correct the value or the range.",
            "Sửa giá trị hoặc sửa khoảng.",
        ),
    ),
    warns(
        "base::range-not-drawn",
        Said::new(
            "An assumption has a range and is fixed: no future takes another value of the range, so the answers are too sure.",
            "Giả định có khoảng giá trị nhưng lại cố định: không lượt mô phỏng nào lấy giá trị khác trong khoảng, nên kết quả chắc chắn quá mức.",
        ),
        Said::new(
            "Give it a law, or say in `held` why one value is held.",
            "Đặt phân phối cho giả định, hoặc ghi ở `held` lý do giữ một giá trị.",
        ),
    ),
    refuses(
        "base::row-width",
        Said::new(
            "A row has more or fewer cells than its heading, often because a text with a comma has no quotes.",
            "Một hàng có nhiều hoặc ít ô hơn dòng tiêu đề, thường vì nội dung có dấu phẩy mà không đặt trong ngoặc kép.",
        ),
        Said::new(
            "Put texts that hold a comma in double quotes.",
            "Đặt nội dung có dấu phẩy trong dấu ngoặc kép.",
        ),
    ),
    warns(
        "base::same-name",
        Said::new(
            "Two facilities of one province bear the same name: one may stand under two codes.",
            "Hai cơ sở y tế của một tỉnh, thành phố trùng tên: có thể một cơ sở bị ghi dưới hai mã.",
        ),
        Said::new(
            "Keep one row, or tell the two apart in their names.",
            "Giữ một hàng, hoặc đặt tên để phân biệt hai cơ sở.",
        ),
    ),
    refuses(
        "base::shares-do-not-add",
        Said::new(
            "Shares that must add to 1 do not.",
            "Các tỷ lệ phải có tổng bằng 1 nhưng không bằng 1.",
        ),
        Said::new(
            "Correct the shares of the table the message names.",
            "Sửa các tỷ lệ trong bảng mà thông báo nêu.",
        ),
    ),
    both(
        "base::stray-file",
        Said::new(
            "A file looks like a table of the base and has another ending or other capitals, so it is not read.",
            "Một tệp giống bảng của bộ số liệu gốc nhưng khác đuôi tệp hoặc khác chữ hoa, chữ thường nên không được đọc.",
        ),
        Said::new(
            "Save it under the name of the table, or move it out of the folder.",
            "Lưu tệp đúng tên bảng, hoặc chuyển ra khỏi thư mục.",
        ),
    ),
    warns(
        "base::thousands-dot",
        Said::new(
            "A number with three digits behind its dot may be meant as thousands: 39.200 is read as 39.2.",
            "Số có ba chữ số sau dấu chấm có thể là hàng nghìn: 39.200 được đọc là 39.2.",
        ),
        Said::new(
            "Write 39200 for the thousands, or 39.2.",
            "Viết 39200 nếu là hàng nghìn, hoặc viết 39.2.",
        ),
    ),
    refuses(
        "base::tile-taken",
        Said::new(
            "Two provinces have the same place on the tile map.",
            "Hai tỉnh, thành phố có cùng một vị trí trên sơ đồ ô.",
        ),
        Said::new(
            "Give each its own column and row.",
            "Đặt cho mỗi nơi cột và hàng riêng.",
        ),
    ),
    refuses(
        "base::unknown-column",
        Said::new(
            "A table has a column nobody reads; often the name is misspelt.",
            "Bảng có một cột không dùng đến; thường là do viết sai tên.",
        ),
        Said::new(
            "Rename or delete it: nothing is ignored silently.",
            "Đổi tên hoặc xóa cột: không nội dung nào bị bỏ qua mà không báo.",
        ),
    ),
    refuses(
        "base::unknown-indicator",
        Said::new(
            "A row of history, targets or national figures is about something that is not reckoned.",
            "Một hàng của số liệu quá khứ, chỉ tiêu hoặc số liệu cả nước nói về chỉ số không được tính.",
        ),
        Said::new(
            "Correct the id; `carecast list indicators` prints all of them.",
            "Sửa mã; `carecast list indicators` liệt kê tất cả các chỉ số.",
        ),
    ),
    warns(
        "base::unlikely",
        Said::new(
            "A figure lies outside what any country reports in its unit, or out of proportion to its neighbours.",
            "Số liệu nằm ngoài mức mà bất kỳ nước nào từng báo cáo theo đơn vị đó, hoặc không tương xứng với các số bên cạnh.",
        ),
        Said::new(
            "Check the unit and the decimal point; the bands stand in assets/bands.csv, each with its reason.",
            "Kiểm tra đơn vị và dấu thập phân; các khoảng ghi ở assets/bands.csv, mỗi khoảng kèm lý do.",
        ),
    ),
    refuses(
        "base::unknown-name",
        Said::new(
            "A row names a place, facility or occupation that no table holds.",
            "Một hàng ghi địa bàn, cơ sở y tế hoặc nhóm nhân lực không có trong bảng nào.",
        ),
        Said::new(
            "Correct the code, or add the row it points to.",
            "Sửa mã, hoặc thêm hàng mà mã đó trỏ đến.",
        ),
    ),
    refuses(
        "base::unknown-source",
        Said::new(
            "A row names a source that is not in sources.csv.",
            "Một hàng ghi nguồn không có trong sources.csv.",
        ),
        Said::new(
            "Correct the id, or add the source with title, publisher, date and address.",
            "Sửa mã, hoặc thêm nguồn kèm tiêu đề, cơ quan công bố, ngày và địa chỉ.",
        ),
    ),
    refuses(
        "base::unknown-table",
        Said::new(
            "The folder holds a table the program does not know.",
            "Thư mục có một bảng mà chương trình không biết.",
        ),
        Said::new(
            "Rename it if it is misspelt; put your own files elsewhere.",
            "Đổi tên nếu viết sai; để tệp riêng ở nơi khác.",
        ),
    ),
    refuses(
        "base::unknown-word",
        Said::new(
            "A cell takes one of a few words and holds another.",
            "Ô chỉ nhận một trong vài từ nhưng lại chứa từ khác.",
        ),
        Said::new(
            "Take one of the words the message lists.",
            "Dùng một trong các từ mà thông báo liệt kê.",
        ),
    ),
    refuses(
        "base::unreadable-assumptions",
        Said::new(
            "The file assumptions.ron cannot be read.",
            "Không đọc được tệp assumptions.ron.",
        ),
        Said::new(
            "Correct the place shown; the same rules hold as for a scenario file.",
            "Sửa chỗ được chỉ ra; quy tắc viết giống như tệp kịch bản.",
        ),
    ),
    refuses(
        "base::unreadable-row",
        Said::new(
            "A row cannot be read as CSV, often because a quote is not closed or the text is not UTF-8.",
            "Một hàng không đọc được như CSV, thường vì dấu ngoặc kép chưa đóng hoặc nội dung không phải UTF-8.",
        ),
        Said::new(
            "Close the quote, and save the table as CSV in UTF-8.",
            "Đóng dấu ngoặc kép và lưu bảng thành CSV theo UTF-8.",
        ),
    ),
    refuses(
        "base::unreadable-table",
        Said::new(
            "A table of the base cannot be opened or is not a text in UTF-8.",
            "Một bảng của bộ số liệu gốc không mở được hoặc không phải văn bản UTF-8.",
        ),
        Said::new(
            "Save it as CSV in UTF-8, and check that you may read it.",
            "Lưu thành CSV theo UTF-8, và kiểm tra quyền đọc tệp.",
        ),
    ),
    refuses(
        "base::year-against-state",
        Said::new(
            "The year of a project or a change of owner contradicts its state.",
            "Năm của một dự án hoặc của việc đổi chủ quản mâu thuẫn với tình trạng được ghi.",
        ),
        Said::new(
            "What is done lies in the base year or before; what is planned lies after it.",
            "Việc đã xong thuộc năm gốc hoặc trước đó; việc theo kế hoạch thuộc các năm sau.",
        ),
    ),
    refuses(
        "base::years-out-of-order",
        Said::new(
            "Years of a table do not follow one another, or do not reach far enough.",
            "Các năm trong bảng không nối tiếp nhau, hoặc không kéo dài đủ.",
        ),
        Said::new(
            "Write one row for each year, from the base year on.",
            "Ghi mỗi năm một hàng, từ năm gốc trở đi.",
        ),
    ),
];
