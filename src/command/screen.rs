//! Words on their way to a terminal or a file: a reader who hangs up early is no error, a disk that
//! takes no more is one. All that the program prints goes through here.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};

/// What the system said when an answer was first lost.
static LOST: Mutex<Option<io::Error>> = Mutex::new(None);

/// An answer: goes to the standard output. One that is lost is told of by [`lost`].
pub fn answer(text: &str) {
    note_lost(writeln!(io::stdout(), "{text}"));
}

/// Keeps the first error of printing that is not a reader hanging up.
pub fn note_lost(printed: io::Result<()>) {
    if let Err(why) = printed
        && why.kind() != ErrorKind::BrokenPipe
    {
        let mut lost = LOST.lock().unwrap_or_else(PoisonError::into_inner);
        lost.get_or_insert(why);
    }
}

/// Hands over the last answers, and says why some did not arrive, if so.
pub fn lost() -> Option<io::Error> {
    note_lost(io::stdout().flush());
    let mut lost = LOST.lock().unwrap_or_else(PoisonError::into_inner);
    lost.take()
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
