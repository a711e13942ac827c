//! When the program itself is wrong it says so plainly, and says where.

use super::screen;
use crate::engine::RunError;
use crate::world::ledger::Violation;
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
        .unwrap_or_else(|| "no message".into());
    let place = info
        .location()
        .map(|l| format!("{}:{}", l.file(), l.line()))
        .unwrap_or_default();
    message(
        &[("what", &said), ("where", &place)],
        "Results that were already written are whole; nothing half-written takes their place.",
    )
}

/// A broken conservation law, with the entity, the year and the future it was found in; other
/// errors have none.
pub fn violation(error: &RunError, seed: u64, kept: &str) -> Option<String> {
    let RunError::Violation(Violation {
        entity,
        year,
        replicate,
        detail,
    }) = error
    else {
        return None;
    };
    let (year, replicate, seed) = (year.to_string(), replicate.to_string(), seed.to_string());
    let facts = [
        ("what", detail.as_str()),
        ("entity", entity),
        ("year", &year),
        ("future", &replicate),
        ("seed", &seed),
    ];
    Some(message(&facts, kept))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Year;

    #[test]
    fn a_broken_law_names_entity_year_and_future() {
        let error = RunError::Violation(Violation {
            entity: "ba-song/doctor/commune".into(),
            year: Year(2031),
            replicate: 417,
            detail: "doctors: 12 before + 3 in - 1 out, but 15 after".into(),
        });
        let text = violation(&error, 1, "Nothing was written.").expect("a violation");
        for part in [
            "our fault",
            "ba-song/doctor/commune",
            "2031",
            "417",
            "15 after",
            "Nothing was written.",
        ] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
        assert_eq!(violation(&RunError::Interrupted, 1, ""), None);
    }
}
