//! Words on their way to a terminal or a file: a reader who hangs up early is no error.

use std::io::{IsTerminal, Write};

/// An answer: goes to the standard output.
pub fn answer(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Everything else: goes to the standard error.
pub fn note(text: &str) {
    let text = text.trim_end();
    if !text.is_empty() {
        let _ = writeln!(std::io::stderr(), "{text}");
    }
}

/// Whether notes go to a terminal.
pub fn is_terminal() -> bool {
    std::io::stderr().is_terminal()
}

/// Whether answers go to a terminal.
pub fn answers_to_terminal() -> bool {
    std::io::stdout().is_terminal()
}

/// Whether notes may be coloured.
pub fn colour() -> bool {
    is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// Columns of the terminal, as far as it tells.
pub fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    told.unwrap_or(100usize).clamp(60, 140)
}
