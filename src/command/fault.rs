//! When the program itself is wrong it says so plainly, and says where.

use super::screen;
use crate::engine::Violation;
use crate::words::command as words;
use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, Ordering};

/// A panic becomes a plain message, told once however many threads fall.
pub fn speak_plainly() {
    static SPOKEN: AtomicBool = AtomicBool::new(false);
    std::panic::set_hook(Box::new(|info| {
        if !SPOKEN.swap(true, Ordering::SeqCst) {
            screen::note(&panic_message(info));
        }
    }));
}

fn panic_message(info: &PanicHookInfo<'_>) -> String {
    let said = info
        .payload()
        .downcast_ref::<&str>()
        .map(|s| s.to_string())
        .or_else(|| info.payload().downcast_ref::<String>().cloned())
        .unwrap_or_else(|| words::NO_MESSAGE.into());
    let place = info
        .location()
        .map(|l| format!("{}:{}", l.file(), l.line()))
        .unwrap_or_default();
    message(&[("what", &said), ("where", &place)], &words::KEPT_WHOLE)
}

/// A broken conservation law, with the entity, the year and the future it was found in.
pub fn violation(broken: &Violation, seed: u64, kept: &str) -> String {
    let year = broken.year.to_string();
    let (future, seed) = (broken.replicate.to_string(), seed.to_string());
    let facts = [
        ("what", broken.detail.as_str()),
        ("entity", &broken.entity),
        ("year", &year),
        ("future", &future),
        ("seed", &seed),
    ];
    message(&facts, kept)
}

fn message(facts: &[(&str, &str)], kept: &str) -> String {
    let mut text = format!("\n{}\n", words::OUR_FAULT);
    for (name, fact) in facts {
        text += &format!("  {name}: {fact}\n");
    }
    text += &format!(
        "  version: {}\n{kept}\n{}",
        env!("CARGO_PKG_VERSION"),
        words::SEND_US
    );
    text
}
