//! Messages about the files a scenario is made of: what it extends, takes up, removes and writes anew.

use crate::said::{Message, Said, messages, say, sentences};

/// Where a file that another builds on can lie.
pub(crate) const PATH_OR_NAME: Said = Said::new(
    "write a path seen from this file, or the name of a built-in scenario",
    "viết đường dẫn tính từ tệp này, hoặc tên của một kịch bản có sẵn",
);
/// Said of a scenario where a package belongs.
pub(crate) const WHOLE_SCENARIO: Said = Said::new(
    "this is a whole scenario: name it in `extends`; a package holds only `title`, `note`, `assumptions`, `policies` and `targets`",
    "đây là một kịch bản đầy đủ: nêu tên trong `extends`; gói chỉ gồm `title`, `note`, `assumptions`, `policies` và `targets`",
);
/// Where the policies of a scenario are listed.
pub(crate) const POLICIES: Said = Said::new(
    "`carecast check --show` lists the policies",
    "`carecast check --show` liệt kê các giải pháp",
);
/// Where the policies of other files are listed.
pub(crate) const REMOVABLE: Said = Said::new(
    "`carecast check --show` lists what the other files hold",
    "`carecast check --show` liệt kê nội dung của các tệp khác",
);
/// Said of a policy to remove.
pub(crate) const REMOVED_ALREADY: Said = Said::new(
    "it is removed already: keep one of the two",
    "giải pháp này đã được bỏ: chỉ giữ một trong hai",
);
/// Said of a policy to remove.
pub(crate) const WRITTEN_HERE: Said = Said::new(
    "this file writes it itself: take it out there",
    "chính tệp này viết giải pháp đó: bỏ ngay tại đó",
);

sentences! {
    cannot_read(path, reason) = "cannot read {path}: {reason}; check the path, or run a built-in scenario",
        vi "không thể đọc {path}: {reason}; kiểm tra đường dẫn, hoặc chạy một kịch bản có sẵn";
    base_named(code) = "write \"{code}\" for the built-in base, or the path of a folder, seen from this file",
        vi "viết \"{code}\" để dùng bộ số liệu gốc có sẵn, hoặc viết đường dẫn thư mục tính từ tệp này";
}

messages! {
    no_built_in(name, help) = "there is no built-in scenario \"{name}\"" => "{help}",
        vi "không có kịch bản có sẵn nào tên \"{name}\""
        => "{help}";
    no_base(name, help) = "\"{name}\" is neither the built-in base nor a folder" => "{help}",
        vi "\"{name}\" không phải là bộ số liệu gốc có sẵn, cũng không phải là thư mục"
        => "{help}";
    not_there(name, help) = "no file \"{name}\" is there, seen from this one, and nothing built in has that name"
        => "{help}",
        vi "không có tệp \"{name}\" theo đường dẫn tính từ tệp này, và không có gì có sẵn mang tên đó"
        => "{help}";
    unreadable(name, why) = "\"{name}\" cannot be read: {why}"
        => "look at the file's place and permissions",
        vi "không thể đọc \"{name}\": {why}"
        => "kiểm tra vị trí và quyền truy cập của tệp";
    too_many(most) = "more than {most} files build on one another"
        => "write the resolved scenario of one of them (`carecast check --show`) and build on that",
        vi "có hơn {most} tệp kế thừa nhau"
        => "lấy kịch bản đầy đủ của một tệp (`carecast check --show`) và viết tiếp từ đó";
    package_twice(name) = "the package \"{name}\" is taken up twice" => "keep one of the two",
        vi "gói \"{name}\" được đưa vào hai lần"
        => "chỉ giữ một trong hai";
    not_removed(id, help) = "no other file brings a policy \"{id}\" that could be removed" => "{help}",
        vi "không tệp nào khác có giải pháp \"{id}\" để bỏ"
        => "{help}";
    decided_twice(id) = "two files decide the policy \"{id}\""
        => "to change some of its fields write them into `overrides`; to write it anew name it in `remove`; if both are meant, give one another id",
        vi "hai tệp cùng quyết định giải pháp \"{id}\""
        => "muốn sửa một số trường thì viết vào `overrides`; muốn viết lại thì nêu tên trong `remove`; nếu cần cả hai thì đặt mã khác cho một giải pháp";
    no_policy(id, help) = "no policy has the id \"{id}\"" => "{help}",
        vi "không có giải pháp nào mang mã \"{id}\""
        => "{help}";
    anew_twice(path, id) = "`{path}` of \"{id}\" is written anew twice" => "keep one of the two",
        vi "`{path}` của \"{id}\" được viết lại hai lần"
        => "chỉ giữ một trong hai";
    no_fields(key) = "the fields of \"{key}\" to write anew are expected here"
        => "write them with their names in round brackets: (payer: Provincial, from: 2028)",
        vi "cần các trường của \"{key}\" để viết lại"
        => "viết kèm tên trường trong ngoặc tròn: (payer: Provincial, from: 2028)";
    idle(what) = "this is what \"{what}\" says already"
        => "take the line out, or write what should differ",
        vi "\"{what}\" vốn đã ghi đúng như vậy"
        => "bỏ dòng này, hoặc viết giá trị cần thay đổi";
    no_field(kind, field, help) = "a policy of the kind {kind} has no field `{field}`" => "{help}",
        vi "giải pháp loại {kind} không có trường `{field}`"
        => "{help}";
    no_part(path, part, help) = "`{path}` has no part `{part}` here" => "{help}",
        vi "`{path}` ở đây không có phần `{part}`"
        => "{help}";
}

/// Files that build on one another, each named once and the first again.
pub(crate) fn circle(names: &[String]) -> Message {
    Message {
        text: say! {
            en: format!(
                "these files build on one another in a circle: {}",
                names.join(" extends ")
            ),
            vi: format!(
                "các tệp này kế thừa nhau thành vòng tròn: {}",
                names.join(" kế thừa ")
            ),
        },
        help: say! {
            en: "let one of them stand by itself, without `extends`".to_owned(),
            vi: "để một tệp đứng độc lập, không dùng `extends`".to_owned(),
        },
    }
}

/// What could stand where a path leads nowhere, and the nearest of it.
pub(crate) fn there_are(near: Option<&str>, known: &[&str]) -> String {
    let all = known.join(", ");
    match near {
        _ if known.is_empty() => say! {
            en: "write the whole value anew, with its name".to_owned(),
            vi: "viết lại toàn bộ giá trị, kèm tên".to_owned(),
        },
        Some(near) => say! {
            en: format!("did you mean `{near}`? there are: {all}"),
            vi: format!("có phải ý bạn là `{near}`? hiện có: {all}"),
        },
        None => say! {
            en: format!("there are: {all}"),
            vi: format!("hiện có: {all}"),
        },
    }
}
