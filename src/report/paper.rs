//! A page as a PDF, printed by a browser that is on the machine: what stands on paper is what the browser's own
//! printing would give. Without a wish for it nothing is printed.

use super::ReportError;
use super::draft::Draft;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

/// Ending of a page that was printed.
pub const ENDING: &str = "pdf";

/// A browser that has not printed a page after this long never will.
const LONGEST: Duration = Duration::from_secs(90);

/// The browser that prints, where pages are to be printed.
static BROWSER: RwLock<Option<PathBuf>> = RwLock::new(None);

/// Why the last page that was not printed was not.
static NOT_PRINTED: Mutex<Option<String>> = Mutex::new(None);

/// Pages are printed by this browser from now on.
pub fn print_with(browser: PathBuf) {
    *BROWSER.write().unwrap_or_else(PoisonError::into_inner) = Some(browser);
}

/// Whether pages are to be printed.
pub fn wished() -> bool {
    BROWSER
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .is_some()
}

/// What the browser said where a page was not printed; asked once.
pub fn not_printed() -> Option<String> {
    let mut last = NOT_PRINTED.lock().unwrap_or_else(PoisonError::into_inner);
    last.take()
}

/// Prints a page that was put, where that is wished. Results are kept where the browser fails: the page is there.
///
/// # Errors
///
/// What was printed could not be written.
pub(super) fn print(draft: &Draft, name: &str) -> Result<(), ReportError> {
    let wished = BROWSER.read().unwrap_or_else(PoisonError::into_inner);
    let Some(browser) = wished.clone() else {
        return Ok(());
    };
    match printed_by(&browser, &draft.place_of(&format!("{name}.html"))) {
        Ok(bytes) => draft.put(&format!("{name}.{ENDING}"), &bytes),
        Err(why) => {
            let mut last = NOT_PRINTED.lock().unwrap_or_else(PoisonError::into_inner);
            *last = Some(why);
            Ok(())
        }
    }
}

/// Prints; a browser of whoever is the machine's master asks to be let out of its sandbox.
fn printed_by(browser: &Path, page: &Path) -> Result<Vec<u8>, String> {
    let first = attempt(browser, page, &[]);
    first.or_else(|_| attempt(browser, page, &["--no-sandbox"]))
}

fn attempt(browser: &Path, page: &Path, more: &[&str]) -> Result<Vec<u8>, String> {
    let said = |e: std::io::Error| format!("{}: {e}", browser.display());
    let profile = tempfile::tempdir().map_err(said)?;
    let to = profile.path().join("page");
    let mut running = Command::new(browser)
        .args([
            "--headless",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
        ])
        .args(["--disable-background-networking", "--no-pdf-header-footer"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(more)
        .arg(format!("--print-to-pdf={}", to.display()))
        .arg(page)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(said)?;
    let began = Instant::now();
    let ended = loop {
        match running.try_wait().map_err(said)? {
            Some(status) => break status.to_string(),
            None if began.elapsed() > LONGEST => {
                running.kill().map_err(said)?;
                break running.wait().map_err(said)?.to_string();
            }
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    };
    match std::fs::read(&to) {
        Ok(bytes) if !bytes.is_empty() => Ok(bytes),
        _ => Err(format!("{}: {ended}", browser.display())),
    }
}
