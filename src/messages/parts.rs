//! Messages about a question that is lived in parts.

use crate::said::{Said, messages, sentences};

messages! {
    not_cut(what) = "{what} lives no futures: there is nothing to be cut into parts"
        => "do it on one machine; `carecast freeze --help` names what can be frozen",
        vi "{what} không chạy lượt mô phỏng nào nên không có gì để chia thành các phần"
        => "thực hiện trên một máy; `carecast freeze --help` cho biết những gì có thể chốt";
    no_question(folder, detail) = "{folder} holds no question that this version has frozen{detail}"
        => "give the folder that `carecast freeze` made, or make one: carecast freeze baseline --parts 8 --out frozen",
        vi "{folder} không chứa câu hỏi nào do phiên bản này chốt{detail}"
        => "chỉ ra thư mục do `carecast freeze` tạo, hoặc tạo mới: carecast freeze baseline --parts 8 --out frozen";
    another_question(folder) = "{folder} holds another frozen question, with its parts"
        => "choose another folder with --out, or remove this one first",
        vi "{folder} chứa một câu hỏi đã chốt khác, cùng các phần của câu hỏi đó"
        => "chọn thư mục khác bằng --out, hoặc xóa thư mục này trước";
    other_build(folder, version, ours) = "{folder} was frozen by carecast {version}, built from other sources than this one ({ours})"
        => "use the program that froze it, built for any machine; or freeze the question again, into another folder",
        vi "{folder} được chốt bằng carecast {version}, biên dịch từ mã nguồn khác với chương trình này ({ours})"
        => "dùng chương trình đã chốt câu hỏi, bản biên dịch cho mọi loại máy; hoặc chốt lại câu hỏi vào thư mục khác";
    of_a_run_alone(flag, name, folder) = "{flag} keeps futures of a run one by one, and what {folder} asks is no run: {name}"
        => "leave {flag} out, or live one of its scenarios by itself: carecast run FILE {flag}",
        vi "{flag} giữ lại từng lượt mô phỏng của một lần chạy, trong khi câu hỏi trong {folder} không phải là lần chạy một kịch bản: {name}"
        => "bỏ {flag}, hoặc chạy riêng một kịch bản của câu hỏi: carecast run FILE {flag}";
    touched(folder, detail) = "what {folder} asks is not what was frozen: {detail}"
        => "copy the folder anew from where it was frozen, or freeze the question again, into another folder",
        vi "nội dung câu hỏi trong {folder} không còn như khi chốt: {detail}"
        => "sao chép lại thư mục từ nơi đã chốt, hoặc chốt lại câu hỏi vào thư mục khác";
    no_part(index, last) = "there is no part {index}" => "parts are numbered from 0 to {last}",
        vi "không có phần {index}"
        => "các phần đánh số từ 0 đến {last}";
    no_index(names) = "it is not said which part"
        => "write its number after the folder, or --index-from-env NAME; without them one of {names} says it",
        vi "chưa cho biết là phần nào"
        => "ghi số của phần sau tên thư mục, hoặc dùng --index-from-env NAME; nếu không, số được lấy từ một trong các biến {names}";
    not_an_index(name, value) = "{name} is `{value}`, which is no number of a part"
        => "parts are numbered from 0",
        vi "{name} là `{value}`, không phải số của một phần"
        => "các phần đánh số từ 0";
    unset(name) = "{name} is not set" => "write the number of the part after the folder",
        vi "biến {name} chưa được đặt"
        => "ghi số của phần sau tên thư mục";
    indices_differ(said) = "the machine says two numbers of a part: {said}"
        => "say which one counts, such as --index-from-env SLURM_ARRAY_TASK_ID",
        vi "máy cho biết hai số khác nhau của phần: {said}"
        => "cho biết dùng số nào, chẳng hạn --index-from-env SLURM_ARRAY_TASK_ID";
    incomplete(few, parts, flaws, folder, ranges)
        = "{few} of {parts} parts cannot be put together:\n{flaws}"
        => "`carecast part {folder} INDEX` for {ranges}; `carecast missing {folder} --ranges` prints these numbers for an array of jobs",
        vi "{few} trong {parts} phần chưa ghép được:\n{flaws}"
        => "`carecast part {folder} INDEX` cho các phần {ranges}; `carecast missing {folder} --ranges` in các số này để gửi một loạt tác vụ";
}

/// What lives no futures.
pub(crate) const FIT: Said = Said::new("a fit of laws", "việc ước lượng phân phối");
/// What lives no futures.
pub(crate) const LAW_ALONE: Said = Said::new(
    "looking back on the law alone",
    "kiểm định ngược riêng mô hình thống kê",
);

/// Why a part cannot be used.
pub(crate) const MISSING: Said = Said::new("not there yet", "chưa có");
/// Why a part cannot be used.
pub(crate) const SPOILT: Said = Said::new(
    "cut short, or changed since it was written",
    "bị dở dang, hoặc bị thay đổi sau khi ghi",
);
/// Why a part cannot be used.
pub(crate) const OTHER_BUILD: Said = Said::new(
    "made by another version, or by a build from other sources",
    "do phiên bản khác tạo ra, hoặc do chương trình biên dịch từ mã nguồn khác",
);
/// Why a part cannot be used.
pub(crate) const ANOTHER: Said = Said::new(
    "of another question, or another part of this one",
    "thuộc câu hỏi khác, hoặc là phần khác của câu hỏi này",
);

sentences! {
    unreadable(why) = "cannot be read ({why})",
        vi "không đọc được ({why})";
    flawed(which: &str, why: &str) = "part {which}: {why}",
        vi "phần {which}: {why}";
    other_base(found) = "its base has the fingerprint {found}",
        vi "mã kiểm tra của bộ số liệu gốc là {found}";
    frozen(name, folder, many, parts: u32, last: u32) = "{name}: {many} in {parts} parts; `carecast part {folder} INDEX` lives one, from 0 to {last}, and `carecast merge {folder}` puts them together",
        vi "{name}: {many}, chia thành {parts} phần; `carecast part {folder} INDEX` chạy một phần, từ 0 đến {last}, và `carecast merge {folder}` ghép các phần lại";
    frozen_before(name, folder) = "{name}: {folder} holds this very question already, with the parts that are finished",
        vi "{name}: {folder} đã chứa đúng câu hỏi này, cùng các phần đã xong";
    living(name, index: u32, parts: u32, many) = "{name}: living part {index} (of {parts}, numbered from 0), {many}",
        vi "{name}: đang mô phỏng phần {index} (tổng số {parts} phần), {many}";
    going_on(index: u32, futures) = "part {index} goes on from {futures} futures that an earlier try has left",
        vi "phần {index} chạy tiếp từ {futures} lượt mô phỏng mà lần chạy trước để lại";
    finished(index: u32, file) = "part {index} is finished: {file}",
        vi "phần {index} đã xong: {file}";
    finished_before(index: u32, file) = "part {index} was finished before: {file}",
        vi "phần {index} đã xong từ trước: {file}";
    cut_short(index: u32) = "Part {index} is not finished. What was lived of it is kept: the same command goes on from there.",
        vi "Phần {index} chưa xong. Những lượt đã mô phỏng được giữ lại: chạy lại cùng lệnh để tiếp tục từ đó.";
    merging(name, many, parts: u32) = "{name}: putting together {many} of {parts} parts",
        vi "{name}: đang ghép {many} từ {parts} phần";
    submitting(name: &str, ranges, round: u16) = "{name}: submitting parts {ranges} (round {round})",
        vi "{name}: đang gửi các phần {ranges} (lần {round})";
    parts_there(name: &str, there: u32, parts: u32) = "{name}: {there} of {parts} parts are there",
        vi "{name}: đã có {there} trong {parts} phần";
    engine_ended(engine: &str, status) = "{engine} ended with {status}; what it lived is kept, the rest is submitted again",
        vi "{engine} kết thúc ({status}); những lượt đã mô phỏng được giữ lại, phần còn lại được gửi tiếp";
    engine_ended_last(engine: &str, status) = "{engine} ended with {status}; what it lived is kept",
        vi "{engine} kết thúc ({status}); những lượt đã mô phỏng được giữ lại";
    kept(folder) = "What was lived is kept. `carecast missing {folder}` says what is not there yet; the same command goes on from there.",
        vi "Những lượt đã mô phỏng được giữ lại. `carecast missing {folder}` cho biết phần nào chưa có; cùng lệnh này sẽ tiếp tục từ đó.";
    no_engine_said(engine: &str) = "{engine} is not on this machine\n  help: run this where jobs are submitted; without --go the commands are only printed, to be copied there",
        vi "máy này không có {engine}\n  gợi ý: chạy lệnh này ở nơi gửi tác vụ; nếu không có --go, các lệnh chỉ được in ra để sao chép sang đó";
    logs_of_jobs(folder) = "What each job says goes to {folder}; make that folder first.",
        vi "Thông báo của từng tác vụ được ghi vào {folder}; tạo thư mục này trước.";
    beyond_array(last: u32, usual: u32) = "Part {last} lies beyond what Slurm takes unless it is set up for more (MaxArraySize, usually {usual}): freeze into fewer parts, or ask for more.",
        vi "Số phần {last} vượt mức Slurm nhận nếu chưa được cấu hình lớn hơn (MaxArraySize, thường là {usual}): chốt câu hỏi thành ít phần hơn, hoặc đề nghị tăng mức này.";
    no_longer_waiting(name: &str, folder) = "No longer waiting for {name}. Jobs that were submitted go on; `carecast missing {folder}` says what is not there yet, and the same command goes on from there.",
        vi "Không chờ {name} nữa. Các tác vụ đã gửi vẫn chạy tiếp; `carecast missing {folder}` cho biết phần nào chưa có, và cùng lệnh này sẽ tiếp tục từ đó.";
    futures(n) = "{n} futures",
        vi "{n} lượt mô phỏng";
    points(n: usize) = "{n} points",
        vi "{n} điểm tính";
    left_alone(name) = "Nothing of {name} was written; its parts are as they were.",
        vi "Chưa ghi kết quả nào của {name}; các phần giữ nguyên như trước.";
}
