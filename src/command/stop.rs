//! Ctrl-C asks a run to stop in good order; a second one leaves at once.

use super::screen;
use crate::words::command as words;
use std::sync::atomic::{AtomicU32, Ordering};

static PRESSED: AtomicU32 = AtomicU32::new(0);

/// Starts listening. Where the system refuses, Ctrl-C ends the program as it always did, and still
/// no file is half-written.
pub fn listen() {
    let _ = ctrlc::set_handler(|| match PRESSED.fetch_add(1, Ordering::SeqCst) {
        0 => screen::note(&format!("\n{}", words::STOPPING)),
        _ => std::process::exit(130),
    });
}

/// Whether the user asked to stop.
pub fn requested() -> bool {
    PRESSED.load(Ordering::SeqCst) > 0
}
