//! Codes of tables of the past: what was published, and what came.

use super::{Code, refuses};
use crate::said::Said;

/// Codes about looking back.
pub(super) const CODES: &[Code] = &[
    refuses(
        "hindcast::no-people",
        Said::new(
            "A count of a province has neither people of the same year to be held against nor a rate beside it.",
            "Số đếm của một tỉnh, thành phố không có dân số cùng năm để đối chiếu, cũng không có tỷ lệ đi kèm.",
        ),
        Said::new(
            "Add a row `population` (thousand persons) of the province and year, or a row of the rate.",
            "Thêm hàng `population` (nghìn người) của địa phương và năm đó, hoặc hàng ghi tỷ lệ.",
        ),
    ),
    refuses(
        "hindcast::not-known-by",
        Said::new(
            "A forecast uses a row that was published after the year named by --known-by.",
            "Dự báo dùng một hàng được công bố sau năm ghi ở --known-by.",
        ),
        Said::new(
            "Leave that origin out or name a later year; without --known-by such rows are used, counted and listed.",
            "Bỏ năm lập dự báo đó hoặc ghi năm muộn hơn; không ghi --known-by thì các hàng như vậy vẫn được dùng, được đếm và liệt kê.",
        ),
    ),
    refuses(
        "hindcast::nothing-to-score",
        Said::new(
            "No row of a file of what came tells of a place, count and year that was forecast or put down.",
            "Không hàng nào trong tệp số liệu thực tế nói về địa bàn, số đếm và năm đã được dự báo hoặc ghi lại trước.",
        ),
        Said::new(
            "The message names what was: provinces and the nation for one to five years after an origin, or the indicators of predictions.csv.",
            "Thông báo nêu những gì đã dự báo: các tỉnh, thành phố và cả nước trong một đến năm năm sau năm lập dự báo, hoặc các chỉ số của predictions.csv.",
        ),
    ),
    refuses(
        "hindcast::published-before",
        Said::new(
            "A figure is said to be published before the end of the year that it tells of.",
            "Số liệu được ghi là công bố trước khi kết thúc năm mà số liệu phản ánh.",
        ),
        Said::new(
            "`year` is the year the figure tells of, `published` the year in which it first appeared.",
            "`year` là năm số liệu phản ánh, `published` là năm số liệu được công bố lần đầu.",
        ),
    ),
    refuses(
        "hindcast::told-twice",
        Said::new(
            "Two rows of a table tell of the same place, indicator and year.",
            "Hai hàng của một bảng nói về cùng một địa bàn, chỉ số và năm.",
        ),
        Said::new("Keep one of the two rows.", "Giữ một trong hai hàng."),
    ),
    refuses(
        "hindcast::unknown-origin",
        Said::new(
            "Nothing was published from which a forecast of this origin could start.",
            "Không có số liệu nào đã công bố để lập dự báo từ năm này.",
        ),
        Said::new(
            "Name one or more of the origins that the message lists.",
            "Ghi một hoặc nhiều năm lập dự báo trong số các năm mà thông báo liệt kê.",
        ),
    ),
    refuses(
        "hindcast::unknown-place",
        Said::new(
            "A row of a file of what came names a province by another code than the base does.",
            "Một hàng của tệp số liệu thực tế ghi mã tỉnh, thành phố khác với mã trong bộ số liệu gốc.",
        ),
        Said::new(
            "`carecast list provinces` shows the codes of today's units.",
            "`carecast list provinces` cho biết mã của các đơn vị hành chính hiện nay.",
        ),
    ),
    refuses(
        "hindcast::wrong-mark",
        Said::new(
            "A row of an origin says that it was known then though it was published more than a year later, or the other way round.",
            "Một hàng của năm lập dự báo được đánh dấu là khi đó đã biết, dù công bố sau đó hơn một năm; hoặc ngược lại.",
        ),
        Said::new(
            "Correct the year of publication, or the mark: looking back uses what was not known then, and counts and lists it.",
            "Sửa năm công bố hoặc dấu đã biết: kiểm định ngược vẫn dùng số liệu khi đó chưa biết, nhưng đếm và liệt kê riêng.",
        ),
    ),
];
