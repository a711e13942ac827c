//! The model, page by page: what is computed, in the order it is computed, and what each number
//! means. A reader who knows health planning and no Rust can follow it; links lead to the code.
//!
//! The question: *given a network of health facilities, its staff, its schools and its money, and a
//! package of policies, how likely is each target to be met in its year, what does the package cost,
//! who pays, and which package is better?*
//!
//! | page | what it says |
//! |---|---|
//! | [`vocabulary`] | the words, and what exists |
//! | [`a_year`] | the ten phases of a year and the systems in them |
//! | [`people`] | how provinces grow and age |
//! | [`workforce`] | how staff leave, retire, move, and are hired into posts |
//! | [`training`] | from the first study year to the licence |
//! | [`money`] | accounts, beds on order, named projects, private owners, costs |
//! | [`care`] | bed-days, referral, crowding |
//! | [`randomness`] | addresses, layers, samplers and their errors |
//! | [`policies`] | every kind of policy, and the scenario file |
//! | [`indicators`] | what is read off the world |
//! | [`answers`] | targets, probabilities, drivers, gaps |
//! | [`plans`] | the plans that are shipped, sentence by sentence: where each is answered, or why not |
//! | [`comparing`] | options on the same draws: differences, prices of gains, who gains, which decision does it |
//! | [`deciding`] | the cheapest package that reaches what must hold, by when each decision must be taken, what waiting costs |
//! | [`guesses`] | which guess matters, what misses have in common, what knowing more is worth |
//! | [`past`] | how right it would have been: forecasts from earlier years, and what came |
//! | [`conservation`] | the laws every run is held to, and exit code 70 |
//! | [`execution`] | blocks, lanes, threads, and why the bytes are the same |
//! | [`cluster`] | many machines: ten lines to a million futures; Slurm, HyperQueue and others |
//! | [`foundations`] | sources, grades, assumed tables, the base year |
//! | [`extending`] | a new policy, indicator, occupation, country |
//! | [`vi`] | the pages for users in Vietnamese |
//!
//! Names in `code` with a dot, such as `post.match`, are ids of assumptions; the report and
//! `assumptions.csv` of every run list each with its law, range, source, grade and reason. Figures
//! quoted on these pages are those of the built-in base.

macro_rules! pages {
    ($folder:literal: $($page:ident)*) => {
        $(
            #[doc = include_str!(concat!($folder, stringify!($page), ".md"))]
            pub mod $page {}
        )*
    };
}

pages! {
    "guide/": vocabulary a_year people workforce training money care randomness policies indicators answers plans comparing deciding
    guesses past conservation execution cluster foundations extending
}

/// Các trang dành cho người dùng, bằng tiếng Việt. Các trang về cách tính chỉ có bằng tiếng Anh.
///
/// | trang | nội dung |
/// |---|---|
/// | [`policies`](vi::policies) | mọi loại giải pháp, và tệp kịch bản |
/// | [`answers`](vi::answers) | chỉ tiêu, xác suất, yếu tố chi phối, số còn thiếu |
/// | [`comparing`](vi::comparing) | so sánh các phương án trên cùng các lượt mô phỏng |
/// | [`deciding`](vi::deciding) | gói ít tốn kém nhất đạt điều phải đạt, phải quyết định khi nào, chậm trễ gây thiệt hại gì |
/// | [`guesses`](vi::guesses) | giả định nào ảnh hưởng nhiều, các lượt chưa đạt có điểm gì chung, biết thêm đáng giá bao nhiêu |
/// | [`past`](vi::past) | nếu dự báo từ những năm trước thì đúng đến đâu |
/// | [`indicators`](vi::indicators) | các chỉ số |
/// | [`vocabulary`](vi::vocabulary) | các thuật ngữ |
pub mod vi {
    pages! {
        "guide/vi/": vocabulary policies indicators answers comparing deciding guesses past
    }
}
