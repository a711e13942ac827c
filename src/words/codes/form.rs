//! Codes of form: the text of a file cannot be read as it stands.

use super::{Code, refuses, warns};
use crate::said::Said;

/// Codes about files, RON and JSON.
pub(super) const CODES: &[Code] = &[
    refuses(
        "file::empty",
        Said::new(
            "The file holds nothing but blanks.",
            "Tệp không có nội dung, chỉ có khoảng trắng.",
        ),
        Said::new(
            "Write a starter with `carecast new NAME`, or copy one of the built-in scenarios and change it.",
            "Tạo tệp mẫu bằng `carecast new NAME`, hoặc sao chép một kịch bản có sẵn rồi sửa.",
        ),
    ),
    refuses(
        "file::not-utf8",
        Said::new(
            "The file was saved in an older encoding, so that letters with accents cannot be told.",
            "Tệp được lưu bằng bảng mã cũ nên không đọc được chữ có dấu.",
        ),
        Said::new(
            "Save it again with the encoding UTF-8; in most editors under Save as, Encoding.",
            "Lưu lại bằng bảng mã UTF-8; phần lớn trình soạn thảo có mục này trong phần Lưu dưới dạng (Save as), Encoding.",
        ),
    ),
    refuses(
        "file::too-large",
        Said::new(
            "The file is larger than a scenario can sensibly be; usually the wrong file was named.",
            "Tệp lớn hơn mức hợp lý của một kịch bản; thường là do ghi nhầm tên tệp.",
        ),
        Said::new(
            "Name the scenario file. Tables of places and figures belong into a base folder: `carecast base --write DIR`.",
            "Ghi tên tệp kịch bản. Các bảng địa bàn và số liệu thuộc thư mục bộ số liệu gốc: `carecast base --write DIR`.",
        ),
    ),
    refuses(
        "json::syntax",
        Said::new(
            "A file that starts with `{` or ends in .json is read as JSON, and JSON is strict: names in double quotes, no comma after the last entry, no comments.",
            "Tệp bắt đầu bằng `{` hoặc có đuôi .json được đọc theo JSON, và JSON quy định chặt: tên đặt trong ngoặc kép, không có dấu phẩy sau mục cuối, không có chú thích.",
        ),
        Said::new(
            "Correct the place shown; words of explanation go into the field \"note\". A file with comments is written in RON: `carecast new NAME`.",
            "Sửa chỗ được chỉ ra; lời giải thích ghi vào trường \"note\". Tệp có chú thích thì viết theo RON: `carecast new NAME`.",
        ),
    ),
    refuses(
        "ron::after-the-end",
        Said::new(
            "The record that holds the scenario was closed, and something still follows.",
            "Bản ghi chứa kịch bản đã đóng mà phía sau vẫn còn nội dung.",
        ),
        Said::new(
            "Look for a `)` that stands too early, or delete what follows the last one.",
            "Tìm dấu `)` đặt quá sớm, hoặc xóa phần sau dấu cuối cùng.",
        ),
    ),
    refuses(
        "ron::bracket-never-closed",
        Said::new(
            "A bracket is opened and the file ends before it is closed; often the end of the file was lost, or an entry misses its last bracket.",
            "Một dấu ngoặc được mở mà đến hết tệp vẫn chưa đóng; thường do mất phần cuối tệp, hoặc một mục thiếu dấu ngoặc cuối.",
        ),
        Said::new(
            "Add the closing bracket where the record or list should end.",
            "Thêm dấu ngoặc đóng ở chỗ bản ghi hoặc danh sách kết thúc.",
        ),
    ),
    refuses(
        "ron::bracket-never-opened",
        Said::new(
            "A closing bracket has no partner before it.",
            "Một dấu ngoặc đóng không có dấu mở tương ứng ở trước.",
        ),
        Said::new(
            "Delete it, or look for an earlier bracket that closes too soon.",
            "Xóa dấu đó, hoặc tìm dấu ngoặc phía trước đóng quá sớm.",
        ),
    ),
    refuses(
        "ron::brackets-differ",
        Said::new(
            "A bracket of one kind is closed by another kind; usually the closing bracket of a list or record was forgotten in between.",
            "Dấu ngoặc loại này bị đóng bằng loại khác; thường do quên dấu ngoặc đóng của một danh sách hoặc bản ghi ở giữa.",
        ),
        Said::new(
            "Put the missing bracket before the place shown. Records stand in ( ), lists in [ ], tables in { }.",
            "Thêm dấu ngoặc thiếu trước chỗ được chỉ ra. Bản ghi đặt trong ( ), danh sách trong [ ], bảng trong { }.",
        ),
    ),
    refuses(
        "ron::comma-in-number",
        Said::new(
            "A number was written with a comma, for thousands or as the decimal sign, and the comma cut it in two.",
            "Số được viết với dấu phẩy, để phân cách hàng nghìn hoặc phần thập phân, nên bị cắt thành hai số.",
        ),
        Said::new(
            "Decimals take a point: 0.15. Thousands are written 1000 or 1_000.",
            "Phần thập phân dùng dấu chấm: 0.15. Hàng nghìn viết 1000 hoặc 1_000.",
        ),
    ),
    refuses(
        "ron::comment-never-closed",
        Said::new(
            "A comment that starts with /* has no */, so the rest of the file is part of it.",
            "Chú thích bắt đầu bằng /* mà không có */, nên phần còn lại của tệp thành chú thích.",
        ),
        Said::new(
            "Close it with */, or use // for a comment of one line.",
            "Đóng bằng */, hoặc dùng // cho chú thích một dòng.",
        ),
    ),
    refuses(
        "ron::curly-quotes",
        Said::new(
            "A word processor replaced the straight quotes by printed ones.",
            "Phần mềm soạn thảo văn bản đã thay dấu ngoặc kép thẳng bằng dấu ngoặc kép cong.",
        ),
        Said::new(
            "Write straight quotes: \"...\". A plain text editor leaves them alone.",
            "Viết dấu ngoặc kép thẳng: \"...\". Trình soạn thảo văn bản thuần không tự thay dấu này.",
        ),
    ),
    refuses(
        "ron::field-twice",
        Said::new(
            "A record names the same field twice, so it is not clear which one counts.",
            "Một bản ghi có cùng một trường hai lần, nên không rõ trường nào có giá trị.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "ron::missing-colon",
        Said::new(
            "Between the name of a field and its value there is no colon.",
            "Giữa tên trường và giá trị không có dấu hai chấm.",
        ),
        Said::new("Write `name: value`.", "Viết `name: value`."),
    ),
    refuses(
        "ron::missing-comma",
        Said::new(
            "Two fields or entries follow one another without a comma.",
            "Hai trường hoặc hai mục nối nhau mà không có dấu phẩy.",
        ),
        Said::new(
            "Put a comma before the place shown; a comma after the last entry does no harm.",
            "Thêm dấu phẩy trước chỗ được chỉ ra; dấu phẩy sau mục cuối không gây lỗi.",
        ),
    ),
    refuses(
        "ron::missing-field",
        Said::new(
            "A record lacks a field it cannot do without; sometimes the field is there under a misspelt name.",
            "Bản ghi thiếu một trường bắt buộc; đôi khi trường có mặt nhưng viết sai tên.",
        ),
        Said::new(
            "Add the field. `carecast explain` with the name of the policy lists its fields.",
            "Thêm trường. `carecast explain` kèm tên giải pháp liệt kê các trường.",
        ),
    ),
    refuses(
        "ron::number-too-large",
        Said::new(
            "A whole number is too large for what it counts, or below zero where it cannot be.",
            "Số nguyên quá lớn so với nội dung cần đếm, hoặc nhỏ hơn 0 ở chỗ không thể âm.",
        ),
        Said::new(
            "Write a whole number of a sensible size, without a sign.",
            "Viết số nguyên có độ lớn hợp lý, không có dấu.",
        ),
    ),
    refuses(
        "ron::one-value",
        Said::new(
            "A place that takes one value holds several, or none; often a decimal comma made two numbers of one.",
            "Chỗ chỉ nhận một giá trị lại có nhiều giá trị, hoặc không có giá trị nào; thường do dấu phẩy thập phân tách một số thành hai.",
        ),
        Said::new(
            "Write one value between the brackets; decimals take a point.",
            "Viết một giá trị trong ngoặc; phần thập phân dùng dấu chấm.",
        ),
    ),
    refuses(
        "ron::odd-space",
        Said::new(
            "A space that is not the one of the keyboard stands inside a number: word processors and web pages put it between thousands.",
            "Bên trong số có một dấu cách không phải của bàn phím: phần mềm văn bản và trang web chèn dấu này giữa các hàng nghìn.",
        ),
        Said::new(
            "Delete it: thousands are written 1000 or 1_000.",
            "Xóa dấu đó: hàng nghìn viết 1000 hoặc 1_000.",
        ),
    ),
    refuses(
        "ron::percent",
        Said::new(
            "A share was written with the sign for per cent.",
            "Tỷ lệ được viết kèm dấu phần trăm.",
        ),
        Said::new(
            "Shares are fractions: 15% is written 0.15.",
            "Tỷ lệ viết dạng số thập phân với dấu chấm: 15% là 0.15.",
        ),
    ),
    refuses(
        "ron::text-never-closed",
        Said::new(
            "A text in quotes has no closing quote, so the rest of the file is part of it.",
            "Văn bản mở ngoặc kép mà không đóng, nên phần còn lại của tệp thuộc vào văn bản đó.",
        ),
        Said::new(
            "Add the quote at the end of the text. A quote inside a text is written \\\".",
            "Thêm dấu ngoặc kép ở cuối văn bản. Dấu ngoặc kép bên trong văn bản viết là \\\".",
        ),
    ),
    warns(
        "ron::thousands-dot",
        Said::new(
            "A number with three digits behind its dot may be meant as thousands: 39.200 is read as 39.2.",
            "Số có ba chữ số sau dấu chấm có thể là hàng nghìn: 39.200 được đọc là 39.2.",
        ),
        Said::new(
            "Write 39200 or 39_200 for the thousands, or 39.2.",
            "Viết 39200 hoặc 39_200 nếu là hàng nghìn, hoặc viết 39.2.",
        ),
    ),
    refuses(
        "ron::too-deep",
        Said::new(
            "Brackets stand inside brackets more than 64 times; a scenario needs fewer than ten.",
            "Dấu ngoặc lồng nhau hơn 64 lớp; một kịch bản cần chưa đến mười lớp.",
        ),
        Said::new(
            "Look for a bracket that was repeated by mistake.",
            "Tìm dấu ngoặc bị lặp nhầm.",
        ),
    ),
    refuses(
        "ron::unexpected",
        Said::new(
            "At this place something of another kind is needed: a text in quotes, a number, a list, a record.",
            "Chỗ này cần loại nội dung khác: văn bản trong ngoặc kép, số, danh sách hoặc bản ghi.",
        ),
        Said::new(
            "The message says what is expected and what was found; `carecast explain` with the name of the policy shows an example.",
            "Thông báo nêu nội dung cần có và nội dung tìm thấy; `carecast explain` kèm tên giải pháp cho một ví dụ.",
        ),
    ),
    refuses(
        "ron::unknown-choice",
        Said::new(
            "A word is not one of the choices that may stand here; choices are written with their capitals and without quotes.",
            "Từ được viết không thuộc các lựa chọn cho phép ở chỗ này; lựa chọn viết đúng chữ hoa và không có ngoặc kép.",
        ),
        Said::new(
            "Take one of the choices the message lists.",
            "Dùng một trong các lựa chọn mà thông báo liệt kê.",
        ),
    ),
    refuses(
        "ron::unknown-field",
        Said::new(
            "A record has no field of this name; usually it is misspelt or belongs into another record.",
            "Bản ghi không có trường mang tên này; thường do viết sai tên hoặc trường thuộc bản ghi khác.",
        ),
        Said::new(
            "Take the name the message proposes; it lists all fields of the record.",
            "Dùng tên mà thông báo gợi ý; thông báo liệt kê mọi trường của bản ghi.",
        ),
    ),
    refuses(
        "ron::value",
        Said::new(
            "A value breaks the rule of its unit: a share above 1, a negative amount, a year such as 30.",
            "Giá trị không đúng quy tắc của đơn vị: tỷ lệ lớn hơn 1, số tiền âm, năm viết là 30.",
        ),
        Said::new(
            "The message states the rule. Shares and rates are fractions, years have four digits, amounts are zero or more.",
            "Thông báo nêu quy tắc. Tỷ lệ và tốc độ viết dạng số thập phân, năm có bốn chữ số, số tiền từ 0 trở lên.",
        ),
    ),
];
