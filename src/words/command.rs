//! What the program says in a terminal: plain, short, and with a way out.

use super::number::{decimal, grouped};
use crate::results::StopRule;
use crate::said::{Said, say};
use crate::units::Year;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::Path;

/// The first line of a scenario that is written out.
pub const AS_RUN: Said = Said::new(
    "// The scenario as it was run, every default written out.",
    "// Kịch bản đúng như đã chạy, mọi giá trị mặc định được viết đầy đủ.",
);

/// The file a line of a scenario comes from, where no file says it.
pub const NOWHERE: Said = Said::new("(default)", "(mặc định)");

/// A sweep over nothing.
pub const NOTHING_TO_SWEEP: Said = Said::new(
    "say what to vary: --over NAME=LOW..HIGH:COUNT, with a name of the list above",
    "chỉ ra tham số cần thay đổi: --over NAME=LOW..HIGH:COUNT, với một tên trong danh sách trên",
);

/// A length of time: `12 s`, `3 min 20 s`.
pub fn duration(seconds: f64) -> String {
    let s = seconds.max(0.0);
    if s < 9.95 {
        say! {
            en: format!("{s:.1} s"),
            vi: format!("{} giây", decimal(s, 1)),
        }
    } else if s < 99.5 {
        say! {
            en: format!("{s:.0} s"),
            vi: format!("{} giây", decimal(s, 0)),
        }
    } else {
        let whole = s.round() as u64;
        say! {
            en: format!("{} min {} s", whole / 60, whole % 60),
            vi: format!("{} phút {} giây", whole / 60, whole % 60),
        }
    }
}

/// Said before the first future is lived.
pub fn setting_out(name: &str, futures: u32, most: bool, first: Year, last: Year) -> String {
    let most = match most {
        true => say!(en: "at most ", vi: "tối đa "),
        false => "",
    };
    say! {
        en: format!(
        "{name}: living {most}{} futures, {first} to {last}",
        grouped(f64::from(futures))
    ),
        vi: format!("{name}: mô phỏng {most}{} lượt, từ năm {first} đến năm {last}", grouped(f64::from(futures))),
    }
}

/// How a bar tells how far a run has come; what stands in braces is filled in.
pub const BAR: Said = Said::new(
    "{msg} {bar:30} {pos}/{len} futures, {eta} left",
    "{msg} {bar:30} {pos}/{len} lượt mô phỏng, còn {eta}",
);

/// Where a run stands.
pub fn under_way(name: &str, done: u32, total: u32, left: f64) -> String {
    say! {
        en: format!(
        "{name}: {} of {} futures, about {} left",
        grouped(f64::from(done)),
        grouped(f64::from(total)),
        duration(left)
    ),
        vi: format!("{name}: {} trong {} lượt mô phỏng, còn khoảng {}", grouped(f64::from(done)), grouped(f64::from(total)), duration(left)),
    }
}

/// The index of the library was written.
pub fn gallery_written(questions: usize, index: &str) -> String {
    say! {
        en: format!("{questions} questions answered; open {index}"),
        vi: format!("đã trả lời {questions} câu hỏi; mở trước: {index}"),
    }
}

/// Said while tables and pictures are made.
pub fn writing(name: &str) -> String {
    say! {
        en: format!("{name}: writing tables, pictures and report"),
        vi: format!("{name}: đang ghi bảng, hình và báo cáo"),
    }
}

/// How a run went, in three lines.
pub struct Went<'a> {
    /// Scenario.
    pub name: &'a str,
    /// Futures lived.
    pub futures: u32,
    /// Years in each.
    pub years: usize,
    /// Seconds from the first future to the results put together.
    pub seconds: f64,
    /// Futures a second.
    pub speed: f64,
    /// Worker threads.
    pub threads: usize,
    /// Conservation checks.
    pub checks: u64,
    /// Largest memory, MB.
    pub memory: Option<f64>,
    /// Futures taken over from a run that was cut short.
    pub taken_over: u32,
    /// Files written.
    pub files: usize,
    /// Seconds of writing.
    pub writing: f64,
    /// The page to read first.
    pub report: &'a str,
}

/// How a run went, in Vietnamese.
fn went_vi(w: &Went<'_>) -> String {
    let memory = w
        .memory
        .map(|mb| format!("; bộ nhớ nhiều nhất {} MB", grouped(mb)))
        .unwrap_or_default();
    let kept = match w.taken_over {
        0 => String::new(),
        n => format!(" ({} lượt giữ lại từ lần trước)", grouped(f64::from(n))),
    };
    let speed = match w.taken_over == w.futures {
        true => String::new(),
        false => format!("{} lượt mỗi giây, ", grouped(w.speed)),
    };
    format!(
        "{}: {} lượt mô phỏng{kept}, mỗi lượt {} năm, trong {} ({speed}{} luồng)\n\
         {} phép kiểm tra cân đối, tất cả đều đạt{memory}\n\
         {} tệp trong {}; mở trước: {}",
        w.name,
        grouped(f64::from(w.futures)),
        w.years,
        duration(w.seconds),
        w.threads,
        grouped(w.checks as f64),
        w.files,
        duration(w.writing),
        w.report
    )
}

/// How a run went, for people.
pub fn went(w: &Went<'_>) -> String {
    let memory = w
        .memory
        .map(|mb| format!("; largest memory {} MB", grouped(mb)))
        .unwrap_or_default();
    let threads = if w.threads == 1 {
        "1 thread".to_string()
    } else {
        format!("{} threads", w.threads)
    };
    let kept = match w.taken_over {
        0 => String::new(),
        n => format!(", {} of them kept from before,", grouped(f64::from(n))),
    };
    let speed = match w.taken_over == w.futures {
        true => String::new(),
        false => format!("{} futures a second, ", grouped(w.speed)),
    };
    say! {
        en: format!(
        "{}: {} futures of {} years{kept} in {} ({speed}{threads})\n\
         {} conservation checks, all kept{memory}\n\
         {} files in {}; start with {}",
        w.name,
        grouped(f64::from(w.futures)),
        w.years,
        duration(w.seconds),
        grouped(w.checks as f64),
        w.files,
        duration(w.writing),
        w.report
    ),
        vi: went_vi(w),
    }
}

/// What was finished before a run ended early.
pub fn nothing_written(name: &str, folders: &[String]) -> String {
    let before = match folders {
        [] => String::new(),
        all => say! {
            en: format!(" Finished before it and kept: {}.", all.join(", ")),
            vi: format!(" Kết quả đã hoàn thành trước đó được giữ lại: {}.", all.join(", ")),
        },
    };
    say! {
        en: format!("Nothing of {name} was written; what an earlier run left there is as it was.{before}"),
        vi: format!("Chưa ghi kết quả nào của {name}; kết quả của lần chạy trước tại đó vẫn giữ nguyên.{before}"),
    }
}

/// Results that could not take their places.
pub fn as_before(why: &dyn Display, folder: &Path) -> String {
    say! {
        en: format!(
        "{why}\n  Results are replaced all or none: {} is as it was before, and nothing of the new ones is left.",
        folder.display()
    ),
        vi: format!("{why}\n  Kết quả chỉ được thay thế khi thay được toàn bộ: {} vẫn như cũ, không còn lại phần nào của kết quả mới.", folder.display()),
    }
}

/// Results that could not take their places, while those of before could not go back.
pub fn set_aside(why: &dyn Display, hidden: &Path) -> String {
    say! {
        en: format!(
        "{why}\n  The results of before wait in {}, the new ones beside them: the next command that writes to the same folder puts those of before back first.",
        hidden.display()
    ),
        vi: format!("{why}\n  Kết quả cũ đang nằm ở {}, kết quả mới ở bên cạnh: lệnh tiếp theo ghi vào cùng thư mục sẽ đưa kết quả cũ trở lại trước.", hidden.display()),
    }
}

/// Finished futures of a run cut short are kept.
pub fn can_be_resumed(name: &str) -> String {
    say! {
        en: format!(
        "The futures {name} had finished are kept: the same command with --resume goes on from them."
    ),
        vi: format!("Các lượt mô phỏng mà {name} đã hoàn thành được giữ lại: chạy lại cùng lệnh với --resume để chạy tiếp từ đó."),
    }
}

/// A run was over before anything was kept.
pub fn begins_anew(name: &str, seconds: u16) -> String {
    say! {
        en: format!(
        "No futures of {name} are kept: that begins {seconds} seconds after a run does (--keep-after). The same command starts from the beginning."
    ),
        vi: format!("Không lượt mô phỏng nào của {name} được giữ lại: việc lưu giữ chỉ bắt đầu {seconds} giây sau khi chạy (--keep-after). Chạy lại cùng lệnh sẽ bắt đầu từ đầu."),
    }
}

/// A run goes on from what was kept.
pub fn going_on(name: &str, futures: u32) -> String {
    say! {
        en: format!(
        "{name}: going on from {} futures that an interrupted run has kept",
        grouped(f64::from(futures))
    ),
        vi: format!("{name}: chạy tiếp từ {} lượt mô phỏng mà lần chạy bị ngắt đã giữ lại", grouped(f64::from(futures))),
    }
}

/// Nothing was kept.
pub fn nothing_to_resume(name: &str) -> String {
    say! {
        en: format!("{name}: no interrupted run has kept anything, so it starts from the beginning"),
        vi: format!("{name}: không có lần chạy bị ngắt nào giữ lại kết quả, nên bắt đầu từ đầu"),
    }
}

/// What was kept is of another question.
pub fn another_unfinished(name: &str) -> String {
    say! {
        en: format!(
        "{name}: the interrupted run here had another scenario, base or seed, other futures, or another build of carecast; its futures are dropped and this run starts from the beginning"
    ),
        vi: format!("{name}: lần chạy bị ngắt tại đây dùng kịch bản, bộ số liệu gốc, hạt giống, các lượt mô phỏng hoặc bản carecast khác; các lượt đã có bị bỏ và lần chạy này bắt đầu từ đầu"),
    }
}

/// What was kept is not asked for.
pub fn started_anew(name: &str) -> String {
    say! {
        en: format!(
        "{name}: starting anew; an interrupted run of the same question was here, and --resume would have gone on from it"
    ),
        vi: format!("{name}: bắt đầu lại từ đầu; tại đây có lần chạy bị ngắt của cùng câu hỏi, thêm --resume thì đã có thể chạy tiếp từ đó"),
    }
}

/// A run of a list was finished before the list was cut short.
pub fn finished_before(name: &str, folder: &str) -> String {
    say! {
        en: format!("{name}: finished before; {folder} stays as it is"),
        vi: format!("{name}: đã hoàn thành từ trước; {folder} giữ nguyên"),
    }
}

/// A run that was finished before, of which a file is not what it left.
pub fn spoilt_since(name: &str, file: &Path) -> String {
    say! {
        en: format!(
        "{name}: finished before, but {} is not the file that run left; it is lived again",
        file.display()
    ),
        vi: format!("{name}: đã hoàn thành từ trước, nhưng {} không còn đúng là tệp của lần chạy đó; kịch bản được chạy lại", file.display()),
    }
}

/// A run that was stopped.
pub const STOPPED: Said = Said::new("the run was stopped", "lần chạy đã bị dừng");

/// A law of the model that did not hold.
pub fn violation(of: &str, year: Year, future: u32, detail: &str) -> String {
    say! {
        en: format!("{of} in {year} of future {future} {detail}"),
        vi: format!("{of} năm {year}, lượt mô phỏng số {future}: {detail}"),
    }
}

/// Threads that could not be started.
pub fn no_threads(threads: usize, why: impl std::fmt::Display) -> String {
    say! {
        en: format!("could not start {threads} worker threads: {why}; ask for fewer with --threads N"),
        vi: format!("không thể khởi động {threads} luồng: {why}; giảm số luồng bằng --threads N"),
    }
}

/// Beds that would open later than they are followed.
pub fn long_lag(most: usize) -> String {
    say! {
        en: format!(
        "capex.build_lag has more than {most} shares; beds on order are followed for {most} years; write at most {most} shares that add to 1"
    ),
        vi: format!("capex.build_lag có hơn {most} tỷ lệ; giường đang đầu tư chỉ được theo dõi trong {most} năm; ghi tối đa {most} tỷ lệ có tổng bằng 1"),
    }
}

/// Reports that next to no future agrees with.
pub fn reports_do_not_fit(agree: usize, of: u32) -> String {
    say! {
        en: format!(
        "of {of} futures looked at {agree} agree with what is reported of tasks: the reports lie outside what the model \
         thinks possible; correct `progress` (share done, date), let `from` and `to` of the policy fit it, or give the \
         report a larger `sd`"
    ),
        vi: format!("trong {of} lượt mô phỏng đã xem xét, chỉ {agree} lượt phù hợp với tiến độ nhiệm vụ được báo cáo: số liệu báo cáo nằm ngoài những gì mô hình cho là có thể xảy ra; sửa `progress` (phần đã làm, ngày), chỉnh `from` và `to` của giải pháp cho phù hợp, hoặc đặt `sd` lớn hơn cho báo cáo"),
    }
}

/// Futures that do not fit into memory.
pub fn too_many_futures(futures: u32, needs: u64, free: Option<u64>) -> String {
    let told = |bytes: u64| match bytes as f64 / 1e9 {
        giga if giga < 9.95 => say! {
            en: format!("{giga:.1} GB"),
            vi: format!("{} GB", decimal(giga, 1)),
        },
        giga => format!("{} GB", grouped(giga)),
    };
    let free = match free {
        Some(free) => say! {
            en: format!("{} are free", told(free)),
            vi: format!("hiện còn trống {}", told(free)),
        },
        None => say!(en: "the system does not lend them", vi: "hệ thống không cấp đủ").to_owned(),
    };
    say! {
        en: format!(
        "{} futures need about {} of memory, and {free}",
        grouped(f64::from(futures)),
        told(needs)
    ),
        vi: format!("{} lượt mô phỏng cần khoảng {} bộ nhớ; {free}", grouped(f64::from(futures)), told(needs)),
    }
}

/// What to do about futures that do not fit into memory.
pub fn fewer_futures(fit: u32) -> String {
    let known = match fit {
        0 => say!(
            en: "ask for fewer futures with --replicates N",
            vi: "giảm số lượt mô phỏng bằng --replicates N",
        )
        .to_owned(),
        fit => say! {
            en: format!(
                "about {} fit: --replicates {fit}, or fewer",
                grouped(f64::from(fit))
            ),
            vi: format!(
                "bộ nhớ đủ cho khoảng {} lượt: --replicates {fit} hoặc ít hơn",
                grouped(f64::from(fit))
            ),
        },
    };
    say! {
        en: format!(
        "{known}; 10,000 know every chance to within a point, and `carecast run` with --until 1pt ends as soon as they do"
    ),
        vi: format!("{known}; 10.000 lượt đã cho biết mọi xác suất với sai số trong 1 điểm phần trăm, và `carecast run` với --until 1pt dừng ngay khi đạt mức đó"),
    }
}

/// Finished futures cannot be kept.
pub fn cannot_keep(name: &str, why: &str, help: &str) -> String {
    say! {
        en: format!(
        "{name}: finished futures are no longer kept ({why}); the run goes on, but cannot be resumed\n  help: {help}"
    ),
        vi: format!("{name}: các lượt đã hoàn thành không còn được lưu giữ ({why}); lần chạy vẫn tiếp tục, nhưng nếu bị ngắt thì không thể chạy tiếp\n  gợi ý: {help}"),
    }
}

/// What the stop rule says at the end.
pub fn stopped_by_rule(name: &str, futures: u32, rule: &StopRule) -> String {
    let points = |share: f64| {
        let points = super::number::trimmed(share * 100.0, 2);
        say!(en: format!("{points} points"), vi: format!("{points} điểm phần trăm"))
    };
    let asked = points(rule.half_width);
    let lived = grouped(f64::from(futures));
    match &rule.widest {
        None => say! {
            en: format!(
                "{name}: no target has a probability to be known, so the run ended after {lived} futures"
            ),
            vi: format!(
                "{name}: không có chỉ tiêu nào cần biết xác suất, nên lần chạy kết thúc sau {lived} lượt mô phỏng"
            ),
        },
        Some((target, half)) if rule.reached => say! {
            en: format!(
                "{name}: every headline probability is known to {asked} after {lived} futures; least well {target}, to {}",
                points(*half)
            ),
            vi: format!(
                "{name}: sau {lived} lượt mô phỏng, sai số xác suất của mọi chỉ tiêu chủ yếu không quá {asked}; lớn nhất là {target}: {}",
                points(*half)
            ),
        },
        Some((target, half)) => say! {
            en: format!(
                "{name}: not every headline probability is known to {asked}: {target} only to {} after {lived} futures, the most allowed; about {} would do\n  help: --until {} --replicates {} allows them",
                points(*half),
                grouped(f64::from(rule.needed)),
                format_args!("{}pt", rule.half_width * 100.0),
                rule.needed
            ),
            vi: format!(
                "{name}: sai số xác suất của các chỉ tiêu chủ yếu chưa về đến {asked}: {target} còn {} sau {lived} lượt mô phỏng, mức tối đa cho phép; cần khoảng {} lượt\n  gợi ý: --until {} --replicates {} cho phép chạy đủ",
                points(*half),
                grouped(f64::from(rule.needed)),
                format_args!("{}pt", rule.half_width * 100.0),
                rule.needed
            ),
        },
    }
}

/// Said of a ceiling that is no amount.
pub const NO_AMOUNT: Said = Said::new(
    "an amount of money from 0 on, such as 60000",
    "số tiền từ 0 trở lên, ví dụ 60000",
);

/// Half-widths are given in points.
pub const NO_POINTS: Said = Said::new(
    "give percentage points from 0.05pt to 25pt, such as 1pt: a probability of 37% is then known as 36 to 38%",
    "cho số điểm phần trăm từ 0.05pt đến 25pt, ví dụ 1pt: xác suất 37% khi đó được biết trong khoảng từ 36% đến 38%",
);

/// Said at the first Ctrl-C.
pub const STOPPING: Said = Said::new(
    "stopping; press Ctrl-C once more to leave at once",
    "đang dừng; nhấn Ctrl-C lần nữa để thoát ngay",
);

/// Said of a fault of ours.
pub const OUR_FAULT: Said = Said::new(
    "Something went wrong inside carecast. This is our fault, not yours.",
    "carecast gặp lỗi bên trong. Đây là lỗi của chương trình, không phải của bạn.",
);

/// Of a fault of ours that says nothing.
pub const NO_MESSAGE: Said = Said::new("no message", "không có thông báo");

/// What a fault of ours leaves.
pub const KEPT_WHOLE: Said = Said::new(
    "Results that were already written are whole; nothing half-written takes their place.",
    "Kết quả đã ghi trước đó còn nguyên vẹn, không bị thay bằng tệp ghi dở.",
);

/// What to do about a fault of ours.
pub const SEND_US: Said = Said::new(
    "Please report these lines together with your scenario file. A run with another --seed may get through, but do not trust its results before this is understood.",
    "Đề nghị gửi các dòng này kèm tệp kịch bản để báo lỗi. Chạy với --seed khác có thể không gặp lỗi, nhưng chưa nên dùng kết quả khi chưa rõ nguyên nhân.",
);

/// Two questions would write to one folder.
pub fn same_folder(one: &str, other: &str, folder: &str) -> String {
    say! {
        en: format!(
        "\"{one}\" and \"{other}\" would both write to {folder}\n  help: rename one of the files, or run them one after the other with different --out folders"
    ),
        vi: format!("\"{one}\" và \"{other}\" cùng ghi vào {folder}\n  gợi ý: đổi tên một trong hai tệp, hoặc chạy lần lượt với các thư mục --out khác nhau"),
    }
}

/// A name that cannot be a folder.
pub fn no_folder_name(file: &str) -> String {
    say! {
        en: format!(
        "\"{file}\" has no name that could name its folder of results\n  help: rename the file, for example to my-scenario.ron"
    ),
        vi: format!("\"{file}\" không có tên để đặt cho thư mục kết quả\n  gợi ý: đổi tên tệp, ví dụ thành my-scenario.ron"),
    }
}

/// Neither a file nor a scenario we carry.
pub fn no_such_scenario(word: &str, suggestion: &str) -> String {
    say! {
        en: format!(
        "there is no file \"{word}\" and no built-in scenario of that name\n  help: {suggestion}"
    ),
        vi: format!("không có tệp \"{word}\", cũng không có kịch bản có sẵn nào mang tên đó\n  gợi ý: {suggestion}"),
    }
}

/// The built-in scenarios.
pub fn built_in_scenarios(names: &str) -> String {
    say! {
        en: format!("built-in scenarios are: {names}"),
        vi: format!("các kịch bản có sẵn: {names}"),
    }
}

/// A question that passes every check and cannot be put into a world.
pub fn cannot_be_asked(file: &str, why: &str) -> String {
    say! {
        en: format!("{file} cannot be run: {why}"),
        vi: format!("không thể chạy {file}: {why}"),
    }
}

/// A folder that already holds something.
pub fn folder_taken(folder: &str) -> String {
    say! {
        en: format!(
        "the folder {folder} already holds files, which would be mixed with the base\n  help: give a new or empty folder"
    ),
        vi: format!("thư mục {folder} đã có tệp, sẽ bị lẫn với bộ số liệu gốc\n  gợi ý: chọn thư mục mới hoặc thư mục trống"),
    }
}

/// The built-in base was copied.
pub fn base_written(folder: &str) -> String {
    say! {
        en: format!(
        "The base was written to {folder}.\nEdit its tables, then run: carecast run baseline --base {folder}"
    ),
        vi: format!("Đã ghi bộ số liệu gốc vào {folder}.\nSửa các bảng, rồi chạy: carecast run baseline --base {folder}"),
    }
}

/// The made-up country was copied.
pub fn example_written(folder: &str) -> String {
    say! {
        en: format!(
        "A made-up country of three provinces was written to {folder}.\nWrite a question about it: carecast new first --base {folder}"
    ),
        vi: format!("Đã ghi một quốc gia giả lập gồm ba tỉnh vào {folder}.\nSoạn câu hỏi: carecast new first --base {folder}"),
    }
}

/// A starter was written.
pub fn starter_written(file: &str) -> String {
    say! {
        en: format!(
        "A starter was written to {file}.\nChange it, then: carecast check {file}, and carecast run {file}"
    ),
        vi: format!("Đã ghi tệp mẫu vào {file}.\nSửa tệp, rồi chạy: carecast check {file} và carecast run {file}"),
    }
}

/// A file that is there already.
pub fn file_taken(file: &str) -> String {
    say! {
        en: format!(
        "the file {file} exists already and stays as it is\n  help: give another name, or move the old file away"
    ),
        vi: format!("tệp {file} đã có và được giữ nguyên\n  gợi ý: đặt tên khác, hoặc chuyển tệp cũ đi nơi khác"),
    }
}

/// A starter is commented, and JSON has no comments.
pub fn starter_is_ron(file: &str) -> String {
    say! {
        en: format!(
        "a starter is full of comments, and JSON has none: {file} cannot be one\n  help: give a name without ending, or with the ending .ron"
    ),
        vi: format!("tệp mẫu có nhiều chú thích, mà JSON không có chú thích: {file} không thể là tệp mẫu\n  gợi ý: đặt tên không có đuôi, hoặc có đuôi .ron"),
    }
}

/// A file that cannot be written.
pub fn cannot_write(file: &str, why: &str) -> String {
    say! {
        en: format!(
        "cannot write {file}: {why}\n  help: check that the folder exists, that the disk has room and that you may write there"
    ),
        vi: format!("không thể ghi {file}: {why}\n  gợi ý: kiểm tra xem thư mục có tồn tại không, ổ đĩa còn chỗ không và bạn có quyền ghi ở đó không"),
    }
}

/// What was to be printed did not arrive.
pub fn answers_lost(why: &str) -> String {
    say! {
        en: format!(
        "the answer could not be printed whole: {why}\n  help: free some space where the output goes, or send it to another place; files that were written are whole"
    ),
        vi: format!("không in được đầy đủ kết quả: {why}\n  gợi ý: giải phóng dung lượng ở nơi nhận, hoặc ghi sang nơi khác; các tệp đã ghi vẫn nguyên vẹn"),
    }
}

/// A looking back that was made again.
pub fn looked_back_alike(folder: &Path, files: usize) -> String {
    say! {
        en: format!(
        "identical: {}, looked back again, {files} files",
        folder.display()
    ),
        vi: format!("giống hệt: {}, đã kiểm định ngược lại, {files} tệp", folder.display()),
    }
}

/// A folder without pictures.
pub fn no_pictures(folder: &Path) -> String {
    say! {
        en: format!(
        "{} holds predictions that were put down, and no pictures\n  help: give the folder of the run they were put down from",
        folder.display()
    ),
        vi: format!("{} chứa các dự báo đã ghi lại, không có hình\n  gợi ý: chỉ ra thư mục của lần chạy đã cho các dự báo đó", folder.display()),
    }
}

/// A manual page of a command that does not exist.
pub fn no_such_command(name: &str, help: &str) -> String {
    say! {
        en: format!("there is no command \"{name}\"\n  help: {help}"),
        vi: format!("không có lệnh \"{name}\"\n  gợi ý: {help}"),
    }
}

/// A range of futures that holds none.
pub const NO_FUTURES: Said = Said::new(
    "give a number of futures such as 1000, or a range such as 500..1000 that holds at least one",
    "cho số lượt mô phỏng, ví dụ 1000, hoặc một khoảng có ít nhất một lượt, ví dụ 500..1000",
);

/// Futures that are to be kept find no room on the disk.
pub fn not_put_aside(why: &std::io::Error) -> String {
    say! {
        en: format!(
        "the futures of draws.parquet could not be put aside beside the results, some 80 kB each while the run lasts: {why}; free some space, choose another disk with --out FOLDER, or keep no draws"
    ),
        vi: format!("không thể lưu tạm các lượt mô phỏng của draws.parquet bên cạnh kết quả, khoảng 80 kB mỗi lượt trong lúc chạy: {why}; giải phóng dung lượng, chọn ổ đĩa khác bằng --out FOLDER, hoặc không lưu draws.parquet"),
    }
}

/// A range of more futures than are lived at once.
pub fn more_than(most: u32) -> String {
    say! {
        en: format!(
        "at most {} futures: so many know every chance to 0.1 points, which what is assumed moves far more; others are \
         lived by their numbers, such as {most}..{}",
        grouped(f64::from(most)),
        2 * most
    ),
        vi: format!("tối đa {} lượt mô phỏng: chừng đó lượt đã cho biết mọi xác suất với sai số 0,1 điểm phần trăm, trong khi các giả định làm thay đổi nhiều hơn hẳn; các lượt khác chạy theo số thứ tự, ví dụ {most}..{}", grouped(f64::from(most)), 2 * most),
    }
}

/// A folder without a manifest.
pub fn not_a_run(folder: &Path) -> String {
    say! {
        en: format!(
        "{} is not a finished run: it holds no manifest.json\n  help: give the folder of one scenario's results, such as out/baseline; a run that was cut short goes on with `carecast run` and --resume",
        folder.display()
    ),
        vi: format!("{} không phải kết quả của một lần chạy đã hoàn thành: không có manifest.json\n  gợi ý: chỉ ra thư mục kết quả của một kịch bản, ví dụ out/baseline; lần chạy bị ngắt thì chạy tiếp bằng `carecast run` và --resume", folder.display()),
    }
}

/// A saved file that cannot be understood.
pub fn unreadable_run(path: &Path, detail: &str) -> String {
    say! {
        en: format!(
        "{} cannot be understood: {detail}\n  help: it may come from another version of the program; make the run again with `carecast run`",
        path.display()
    ),
        vi: format!("không đọc được {}: {detail}\n  gợi ý: tệp có thể do phiên bản khác của chương trình ghi; chạy lại bằng `carecast run`", path.display()),
    }
}

/// A saved file that another version wrote in another form.
pub fn run_of_another_version(path: &Path, version: &str, detail: &str) -> String {
    say! {
        en: format!(
        "{} was written by carecast {version} and cannot be opened by carecast {}: {detail}\n  help: make the run again with `carecast run`, or open it with carecast {version}",
        path.display(),
        env!("CARGO_PKG_VERSION"),
    ),
        vi: format!("{} do carecast {version} ghi, carecast {} không mở được: {detail}\n  gợi ý: chạy lại bằng `carecast run`, hoặc mở bằng carecast {version}", path.display(), env!("CARGO_PKG_VERSION")),
    }
}

/// A saved file that was changed.
pub fn touched(path: &Path) -> String {
    say! {
        en: format!(
        "{} is not the file the run left: its fingerprint is not the one in manifest.json\n  help: `carecast verify` names what changed; make the run again to have it whole",
        path.display()
    ),
        vi: format!("{} không còn đúng là tệp của lần chạy: mã kiểm tra khác với manifest.json\n  gợi ý: `carecast verify` chỉ ra chỗ đã thay đổi; chạy lại để có kết quả nguyên vẹn", path.display()),
    }
}

/// A listed file is gone.
pub fn missing_file(name: &str) -> String {
    say! {
        en: format!("{name}: the saved run lacks this file"),
        vi: format!("{name}: kết quả đã lưu thiếu tệp này"),
    }
}

/// A file no run makes now.
pub fn extra_file(name: &str) -> String {
    say! {
        en: format!("{name}: the saved run has this file, and the same run made now does not"),
        vi: format!("{name}: kết quả đã lưu có tệp này, cùng lần chạy đó làm lại bây giờ thì không có"),
    }
}

/// A file that only the manifest knows.
pub fn listed_only(name: &str) -> String {
    say! {
        en: format!("{name}: manifest.json lists this file, and neither run has it"),
        vi: format!("{name}: manifest.json có ghi tệp này, nhưng cả hai lần chạy đều không có"),
    }
}

/// A file differs.
pub fn differs(name: &str, place: &str) -> String {
    format!("{name}: {place}")
}

/// A line differs.
pub fn line_differs(line: usize, saved: &str, again: &str) -> String {
    say! {
        en: format!("line {line}\n  saved: {saved}\n  now:   {again}"),
        vi: format!("dòng {line}\n  đã lưu:  {saved}\n  lần này: {again}"),
    }
}

/// A cell of a table differs.
pub fn cell_differs(line: usize, key: &str, column: &str, saved: &str, again: &str) -> String {
    say! {
        en: format!("line {line} ({key}), column {column}\n  saved: {saved}\n  now:   {again}"),
        vi: format!("dòng {line} ({key}), cột {column}\n  đã lưu:  {saved}\n  lần này: {again}"),
    }
}

/// A row of a table differs.
pub fn row_differs(row: usize, saved: &str, again: &str) -> String {
    say! {
        en: format!("row {row}\n  saved: {saved}\n  now:   {again}"),
        vi: format!("hàng {row}\n  đã lưu:  {saved}\n  lần này: {again}"),
    }
}

/// A cell of a table without lines differs.
pub fn cell_of_row_differs(
    row: usize,
    key: &str,
    column: &str,
    saved: &str,
    again: &str,
) -> String {
    say! {
        en: format!("row {row} ({key}), column {column}\n  saved: {saved}\n  now:   {again}"),
        vi: format!("hàng {row} ({key}), cột {column}\n  đã lưu:  {saved}\n  lần này: {again}"),
    }
}

/// Said of files that have no rows.
pub const DIFFERENT_BYTES: Said = Said::new(
    "its bytes differ; what it shows may look the same",
    "nội dung ghi trong tệp khác nhau; hình thức hiển thị có thể vẫn như nhau",
);
/// Said of a table that cannot be opened.
pub const UNREADABLE_TABLE: Said = Said::new(
    "the saved table cannot be opened",
    "không mở được bảng đã lưu",
);
/// Where one file ends before the other.
pub const NO_LINE: Said = Said::new("nothing", "không có gì");
/// Where one table ends before the other.
pub const A_ROW: Said = Said::new("one more row", "thêm một hàng");

/// What a saved run was asked for, in Vietnamese.
fn thing(what: &str) -> &str {
    match what {
        "chart" => "loại hình",
        "place" => "địa bàn",
        "indicator" => "chỉ số",
        "year" => "năm",
        other => other,
    }
}

/// A code or year a saved run does not know.
pub fn unknown_in_run(what: &str, code: &str, help: &str) -> String {
    say! {
        en: format!("this run holds no {what} called \"{code}\"\n  help: {help}"),
        vi: format!("lần chạy này không có {} \"{code}\"\n  gợi ý: {help}", thing(what)),
    }
}

/// The codes a saved run knows.
pub fn known_codes(known: &[&str]) -> String {
    say! {
        en: format!("it holds {}", known.join(", ")),
        vi: format!("lần chạy này có {}", known.join(", ")),
    }
}

/// The years a saved run holds.
pub fn years_from_to(first: Year, last: Year) -> String {
    say! {
        en: format!("it holds {first} to {last}"),
        vi: format!("lần chạy này có từ năm {first} đến năm {last}"),
    }
}

/// The folder of a run's own pictures is asked for.
pub fn pictures_of_the_run(folder: &Path) -> String {
    say! {
        en: format!(
        "{} holds the pictures the run itself left, which manifest.json lists\n  help: choose another folder with --out FOLDER, or leave it out to draw into redrawn/",
        folder.display()
    ),
        vi: format!("{} chứa các hình của chính lần chạy, có ghi trong manifest.json\n  gợi ý: chọn thư mục khác bằng --out FOLDER, hoặc bỏ tùy chọn này để vẽ vào redrawn/", folder.display()),
    }
}

/// Nothing of a wish could be drawn.
pub fn nothing_drawn(reasons: &[&str]) -> String {
    say! {
        en: format!(
        "there is nothing to draw: {}\n  help: leave out --year, --scope or --indicator, or choose another",
        reasons.join("; ")
    ),
        vi: format!("không có gì để vẽ: {}\n  gợi ý: bỏ --year, --scope hoặc --indicator, hoặc chọn giá trị khác", reasons.join("; ")),
    }
}

/// A picture is asked for that is too narrow or too wide.
pub fn no_such_width(asked: u32, widths: &RangeInclusive<u32>) -> String {
    say! {
        en: format!(
        "a picture is {} to {} pixels wide, not {asked}\n  help: the letters keep their size, so a narrower picture would lose its labels; half a page takes about 480, a wide screen 2000",
        widths.start(),
        widths.end()
    ),
        vi: format!("hình rộng từ {} đến {} điểm ảnh, không thể là {asked}\n  gợi ý: cỡ chữ giữ nguyên, nên hình hẹp hơn sẽ mất nhãn; nửa trang cần khoảng 480, màn hình rộng cần 2000", widths.start(), widths.end()),
    }
}

/// A picture stays wider than asked for.
pub fn least_width(name: &str, least: f64) -> String {
    say! {
        en: format!("{name} needs {least} pixels for its columns and is drawn that wide"),
        vi: format!("{name} cần {} điểm ảnh cho các cột và được vẽ rộng như vậy", grouped(least)),
    }
}

/// A run made by another version.
pub fn another_version(theirs: &str, ours: &str) -> String {
    say! {
        en: format!(
        "this run was made by carecast {theirs}, and this is carecast {ours}: numbers may have moved between the two, see \"Changes that move the numbers\" in README.md"
    ),
        vi: format!("kết quả này do carecast {theirs} tạo ra, chương trình đang chạy là carecast {ours}: số liệu có thể đã thay đổi giữa hai phiên bản, xem mục \"Các thay đổi làm số liệu thay đổi\" trong README.vi.md"),
    }
}

/// No temporary folder.
pub fn no_room_to_verify(why: &str) -> String {
    say! {
        en: format!(
        "a temporary folder to live the run again could not be made: {why}\n  help: set the environment variable TMPDIR to a folder with room"
    ),
        vi: format!("không tạo được thư mục tạm để chạy lại: {why}\n  gợi ý: đặt biến môi trường TMPDIR là một thư mục còn chỗ"),
    }
}

/// A saved run is the same as the one made now.
pub fn identical(folder: &Path, files: usize, futures: u64, seed: u64) -> String {
    say! {
        en: format!(
        "identical: {} ({files} files, {} futures, seed {seed})",
        folder.display(),
        grouped(futures as f64)
    ),
        vi: format!("giống hệt: {} ({files} tệp, {} lượt mô phỏng, hạt giống {seed})", folder.display(), grouped(futures as f64)),
    }
}

/// A saved gallery is the same as the one made now.
pub fn gallery_identical(folder: &Path, files: usize, runs: usize) -> String {
    say! {
        en: format!(
        "identical: {} ({files} files, {runs} runs)",
        folder.display()
    ),
        vi: format!("giống hệt: {} ({files} tệp, {runs} lần chạy)", folder.display()),
    }
}

/// An index whose questions are not those of this program.
pub fn index_not_made_again(name: &str) -> String {
    say! {
        en: format!(
        "the index is not compared: the scenario {name} is not the one this program carries; its run is"
    ),
        vi: format!("trang mục lục không được so sánh: kịch bản {name} không phải bản có trong chương trình này; kết quả chạy của kịch bản thì có"),
    }
}

/// A file that is not the one that was left.
pub fn spoilt(name: &str) -> String {
    say! {
        en: format!("{name}: its fingerprint is not the one in manifest.json"),
        vi: format!("{name}: mã kiểm tra khác với manifest.json"),
    }
}

/// A run that could not be made.
pub fn could_not_run(name: &str, why: &str, kept: &str) -> String {
    say! {
        en: format!("{name} could not run: {why}\n{kept}"),
        vi: format!("không thể chạy {name}: {why}\n{kept}"),
    }
}

/// Said before the files are read.
pub fn reading(version: &str, files: &str) -> String {
    say! {
        en: format!("carecast {version}: reading {files}"),
        vi: format!("carecast {version}: đang đọc {files}"),
    }
}

/// What is said of the schema in the schema.
pub const THIS_SCHEMA: Said = Said::new(
    "this schema, for editors; nothing is read from it",
    "lược đồ này, dành cho trình soạn thảo; chương trình không đọc gì từ đây",
);

/// The commands by what they are for; those that stand in no group are named behind the list.
pub const GROUPS: [(Said, &[&str]); 5] = [
    (
        Said::new("Ask", "Chạy mô phỏng"),
        &["run", "compare", "sweep", "gallery"],
    ),
    (
        Said::new("Decide", "Chọn giải pháp"),
        &["decide", "drivers", "explain-misses"],
    ),
    (
        Said::new("Write a question", "Soạn câu hỏi"),
        &["new", "check", "diff", "list", "facts", "explain", "base"],
    ),
    (
        Said::new("How right it would have been", "Kiểm định độ chính xác"),
        &["hindcast", "calibrate", "register"],
    ),
    (
        Said::new(
            "Draw, show, check again",
            "Vẽ lại, hiển thị lại, kiểm tra lại",
        ),
        &["plot", "show", "verify"],
    ),
];

/// What was written once more.
pub fn shown(files: usize, page: &Path) -> String {
    written(files, &page.display().to_string())
}

/// What was written, and where to begin.
pub fn written(files: usize, page: &str) -> String {
    say! {
        en: format!("{files} files; start with {page}"),
        vi: format!("{files} tệp; mở trước: {page}"),
    }
}

/// Where what is shown again would take the place of what was left.
pub fn shown_beside(out: &Path) -> String {
    let out = out.display();
    say! {
        en: format!("{out} is the folder of the run itself, which stays as it was left\n  help: name another folder with --out, or leave it out"),
        vi: format!("{out} chính là thư mục kết quả của lần chạy, phải giữ nguyên\n  gợi ý: nêu thư mục khác bằng --out, hoặc bỏ --out"),
    }
}

/// Futures that do not begin with the first.
pub const A_RANGE: Said = Said::new("a range of futures", "một khoảng lượt mô phỏng");
/// A run that ends when enough is known.
pub const A_STOP_RULE: Said = Said::new("--until", "--until");

/// A Latin hypercube and what would ask for a part of it, or for more than it has.
pub fn latin_is_whole(asked: &str) -> String {
    say! {
        en: format!("`sampling: LatinHypercube` cuts every range into as many parts as the run has futures: {asked} would draw others\n  help: write `sampling: Sobol`, whose futures stay the same in a longer run, or leave it out"),
        vi: format!("`sampling: LatinHypercube` chia mỗi khoảng giá trị thành số phần bằng số lượt mô phỏng: {asked} sẽ cho các giá trị khác\n  gợi ý: viết `sampling: Sobol`, khi chạy dài hơn các lượt mô phỏng vẫn giữ nguyên, hoặc bỏ dòng này"),
    }
}

/// A folder that holds another result.
pub fn shown_over(out: &Path) -> String {
    let out = out.display();
    say! {
        en: format!("{out} holds a result of its own, which would be written over\n  help: name another folder with --out, or leave it out"),
        vi: format!("{out} đang chứa một kết quả khác và sẽ bị ghi đè\n  gợi ý: nêu thư mục khác bằng --out, hoặc bỏ --out"),
    }
}

/// What cannot be shown again.
pub fn not_shown(folder: &Path) -> String {
    let folder = folder.display();
    say! {
        en: format!("{folder} holds no run, comparison, sweep or answer of decide\n  help: make it once more with --lang; a gallery is shown run by run"),
        vi: format!("{folder} không chứa lần chạy, bản so sánh, bản quét tham số hay kết quả của decide\n  gợi ý: tạo lại với --lang; với thư viện, hiển thị từng lần chạy"),
    }
}

/// The page of `--help` around the commands.
pub fn help_page(groups: &str) -> String {
    say! {
        en: format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{groups}Options:\n{{options}}{{after-help}}"
    ),
        vi: format!(
            "{{about-with-newline}}\nCách dùng: {{usage}}\n\n{groups}Tùy chọn:\n{{options}}{{after-help}}"
        ),
    }
}

/// The end of the help.
pub const AFTER_HELP: Said = Said::new(
    "Without a command, the built-in baseline runs into out/baseline/.\n\nA question in parts, on any number of machines: freeze, submit, part, missing, merge. For shells, editors and programs: completions, man, schema.\n\nExit codes: 0 answered, 1 could not run, 2 a file or the arguments are at fault, 3 parts of a question are missing or spoilt, 70 an error of ours, 130 interrupted.",
    "Không ghi lệnh thì kịch bản baseline có sẵn được chạy vào out/baseline/.\n\nChia một câu hỏi thành nhiều phần, trên bao nhiêu máy cũng được: freeze, submit, part, missing, merge. Dành cho shell, trình soạn thảo và chương trình khác: completions, man, schema.\n\nMã thoát: 0 có kết quả, 1 không chạy được, 2 tệp hoặc tham số sai, 3 các phần của câu hỏi thiếu hoặc hỏng, 70 lỗi của chương trình, 130 bị ngắt giữa chừng.",
);

/// Results whose pictures are drawn as they are.
pub const A_COMPARISON: Said = Said::new("a comparison", "bản so sánh phương án");
/// Results whose pictures are drawn as they are.
pub const A_SWEEP: Said = Said::new("a sweep", "bản khảo sát tham số");
/// Results whose pictures are drawn as they are.
pub const A_TIMING: Said = Said::new(
    "an answer about when to decide",
    "bản phân tích thời điểm thực hiện",
);
/// Results whose pictures are drawn as they are.
pub const A_SEARCH: Said = Said::new("a search", "bản tìm giải pháp");
/// Results whose pictures are drawn as they are.
pub const A_HINDCAST: Said = Said::new("a looking back", "bản kiểm định ngược");

/// A file or folder that could not be written.
pub fn could_not_write(path: &Path, why: &dyn Display) -> String {
    say! {
        en: format!("could not write {}: {why}", path.display()),
        vi: format!("không thể ghi {}: {why}", path.display()),
    }
}

/// A file that could not be read.
pub fn could_not_read(path: &Path, why: &dyn Display) -> String {
    say! {
        en: format!("could not read {}: {why}", path.display()),
        vi: format!("không thể đọc {}: {why}", path.display()),
    }
}

/// A picture that could not be drawn.
pub fn no_picture(why: &dyn Display) -> String {
    say! {
        en: format!("a picture could not be made: {why}"),
        vi: format!("không vẽ được một hình: {why}"),
    }
}

/// Another run writes to the same folder.
pub fn busy(path: &Path) -> String {
    say! {
        en: format!(
        "another run is writing to {} at this moment",
        path.display()
    ),
        vi: format!("một lần chạy khác đang ghi vào {}", path.display()),
    }
}

/// The user asked to stop.
pub const STOPPED_BEFORE: Said = Said::new(
    "stopped before the results were written",
    "đã dừng trước khi ghi kết quả",
);
/// What to do where a picture could not be drawn.
pub const WITHOUT_PICTURES: Said = Said::new(
    "run again with --no-charts to have the tables and the report without pictures",
    "chạy lại với --no-charts để có các bảng và báo cáo, không có hình",
);
/// What to do where another run writes.
pub const WAIT: Said = Said::new(
    "wait until it has ended, or choose another folder with --out FOLDER",
    "chờ lần chạy đó kết thúc, hoặc chọn thư mục khác bằng --out FOLDER",
);
/// What to do after a stop.
pub const RUN_AGAIN: Said = Said::new(
    "run the same command again; it gives the same results",
    "chạy lại cùng lệnh; kết quả sẽ như nhau",
);
/// What to do where a disk is full.
pub const DISK_FULL: Said = Said::new(
    "the disk is full: free some space, or choose another disk with --out FOLDER",
    "ổ đĩa đã đầy: giải phóng dung lượng, hoặc chọn ổ đĩa khác bằng --out FOLDER",
);
/// What to do where nothing can be written.
pub const CLOSED: Said = Said::new(
    "this place cannot be written to: close programs that have the file open, or choose another folder with --out FOLDER",
    "không ghi được vào nơi này: đóng các chương trình đang mở tệp, hoặc chọn thư mục khác bằng --out FOLDER",
);
/// What to do where a file could not be written.
pub const ANOTHER_FOLDER: Said = Said::new(
    "choose another folder with --out FOLDER, and run the same command again",
    "chọn thư mục khác bằng --out FOLDER, rồi chạy lại cùng lệnh",
);

/// What to do where something of the same name lies.
pub fn in_the_way(path: &Path) -> String {
    say! {
        en: format!(
        "something else is in the way at {}: rename it, or choose another folder with --out FOLDER",
        path.display()
    ),
        vi: format!("tại {} đã có tệp hoặc thư mục khác: đổi tên tệp hoặc thư mục đó, hoặc chọn thư mục khác bằng --out FOLDER", path.display()),
    }
}

/// Findings that lack some.
pub fn too_few_summaries(found: usize, belong: usize) -> String {
    say! {
        en: format!("{found} summaries where {belong} belong"),
        vi: format!("có {found} bản tóm tắt, cần {belong}"),
    }
}

/// A wish that belongs to pictures of a run.
pub fn only_for_runs(flag: &str, of: &str) -> String {
    say! {
        en: format!(
        "pictures of {of} are drawn as they are: {flag} is for those of a run\n  help: leave it out, or choose a kind with --chart"
    ),
        vi: format!("hình của {of} được vẽ nguyên như đã có: {flag} chỉ dùng cho hình của một lần chạy\n  gợi ý: bỏ tùy chọn này, hoặc chọn loại hình bằng --chart"),
    }
}

/// A kind of results of another version.
pub fn unknown_kind(kind: &str) -> String {
    say! {
        en: format!("its kind is \"{kind}\""),
        vi: format!("loại kết quả là \"{kind}\""),
    }
}

/// A gallery that ended before it was written.
pub const NO_GALLERY: Said = Said::new(
    "Nothing of this gallery was written; what an earlier one left there is as it was.",
    "Chưa ghi kết quả nào của thư viện này; kết quả của lần trước tại đó vẫn giữ nguyên.",
);

/// A saved run is not the same as the one made now.
pub fn not_identical(place: &str) -> String {
    say! {
        en: format!("not identical: {place}"),
        vi: format!("không giống: {place}"),
    }
}

/// The base has changed since the run.
pub fn base_changed(base: &str, then: &str, now: &str) -> String {
    let short = |digest: &str| digest.chars().take(12).collect::<String>();
    say! {
        en: format!(
        "the base \"{base}\" has changed since the run, so nothing was lived again\n  sha-256 then: {}\n  sha-256 now:  {}\n  help: give the folder of the base as it was with --base FOLDER",
        short(then),
        short(now)
    ),
        vi: format!("bộ số liệu gốc \"{base}\" đã thay đổi kể từ lần chạy, nên không chạy lại gì\n  sha-256 khi đó:   {}\n  sha-256 hiện nay: {}\n  gợi ý: chỉ ra thư mục của bộ số liệu gốc khi đó bằng --base FOLDER", short(then), short(now)),
    }
}

/// Two files of a run tell two stories.
pub fn run_contradicts_itself(what: &str, manifest: u64, file: u64) -> String {
    say! {
        en: format!(
        "manifest.json says {what} {manifest}, scenario.resolved.ron says {file}: one of them was changed after the run"
    ),
        vi: format!("manifest.json ghi {what} {manifest}, scenario.resolved.ron ghi {file}: một trong hai tệp đã bị sửa sau khi chạy"),
    }
}

/// A kind of file this program cannot make.
pub fn cannot_compare(name: &str) -> String {
    say! {
        en: format!("{name} is not compared: this program was built without the part that makes it"),
        vi: format!("{name} không được so sánh: bản chương trình này không có phần tạo ra tệp đó"),
    }
}

/// A page that was printed says when.
pub fn printed_at(name: &str) -> String {
    say! {
        en: format!("{name} is not compared: it holds the time at which it was printed"),
        vi: format!("{name} không được so sánh: tệp có ghi thời điểm in"),
    }
}

/// No browser prints here, and how a page gets on paper all the same.
pub fn no_browser(variable: &str) -> String {
    say! {
        en: format!(
            "--pdf: no Chromium, Chrome or Edge is found on this machine. Leave --pdf out, open report.html in any browser and print it \
             (Ctrl+P, \"Save as PDF\"); or name the program of such a browser in {variable}"
        ),
        vi: format!(
            "--pdf: không tìm thấy Chromium, Chrome hoặc Edge trên máy này. Bỏ --pdf, mở report.html bằng trình duyệt bất kỳ rồi in \
             (Ctrl+P, chọn lưu dưới dạng PDF); hoặc ghi đường dẫn của trình duyệt vào {variable}"
        ),
    }
}

/// A page that was not printed; everything else is there.
pub fn not_printed(why: &str) -> String {
    say! {
        en: format!("the page was not printed as PDF ({why}): open it in a browser and print it there (Ctrl+P)"),
        vi: format!("trang chưa được in thành PDF ({why}): hãy mở trang bằng trình duyệt và in từ đó (Ctrl+P)"),
    }
}

/// A file that names the version that made it, and shows what others hold.
pub fn names_its_version(name: &str) -> String {
    say! {
        en: format!(
        "{name} is not compared: it names the version that made it; what it shows is in the tables"
    ),
        vi: format!("{name} không được so sánh: tệp có ghi phiên bản đã tạo ra; nội dung đã có trong các bảng"),
    }
}

/// What a check leaves behind.
pub const NOTHING_CHANGED: Said = Said::new(
    "The saved run is as it was.",
    "Kết quả đã lưu vẫn giữ nguyên.",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_as_people_tell_them() {
        let cases = [
            (0.04, "0.0 s"),
            (3.21, "3.2 s"),
            (12.4, "12 s"),
            (200.0, "3 min 20 s"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(duration(seconds), expected);
        }
    }

    #[test]
    fn what_was_kept_is_named() {
        assert!(nothing_written("b", &["out/a".into()]).contains("out/a"));
        assert!(!nothing_written("b", &[]).contains("kept"));
    }
}
