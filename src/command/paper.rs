//! Whether pages are printed, and by which browser of this machine.

use super::{Failure, screen};
use crate::report::paper;
use crate::words::command as words;
use clap::Args;
use std::env;
use std::path::{Path, PathBuf};

/// Names the browser that prints, where it is none of the usual ones.
const BROWSER: &str = "CARECAST_BROWSER";

/// Browsers that print without a window, as they are called on a search path.
const CALLED: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
    "brave-browser",
];

/// Where the same lie that are on no search path, under a folder that a variable names, or from the root.
const LYING: [(&str, &str); 6] = [
    ("ProgramFiles", "Google/Chrome/Application/chrome.exe"),
    ("ProgramFiles(x86)", "Google/Chrome/Application/chrome.exe"),
    ("LOCALAPPDATA", "Google/Chrome/Application/chrome.exe"),
    ("ProgramFiles(x86)", "Microsoft/Edge/Application/msedge.exe"),
    ("ProgramFiles", "Microsoft/Edge/Application/msedge.exe"),
    (
        "",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ),
];

/// Whether pages are printed.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Printed {
    /// Print the page as PDF beside it, with a Chromium, Chrome or Edge of this machine
    #[arg(long)]
    pdf: bool,
}

impl Printed {
    /// Whether it is asked.
    pub fn asked(&self) -> bool {
        self.pdf
    }

    /// Makes ready to print, where that is asked.
    ///
    /// # Errors
    ///
    /// No browser is here: told before anything is lived.
    pub fn ready(&self) -> Result<(), Failure> {
        if self.pdf {
            let browser = browser().ok_or_else(|| Failure::Refused(words::no_browser(BROWSER)))?;
            paper::print_with(browser);
        }
        Ok(())
    }
}

/// Says where a page was not printed.
pub(super) fn tell() {
    if let Some(why) = paper::not_printed() {
        screen::note(&words::not_printed(&why));
    }
}

fn browser() -> Option<PathBuf> {
    if let Some(named) = env::var_os(BROWSER).filter(|name| !name.is_empty()) {
        let named = PathBuf::from(named);
        return named.is_file().then_some(named);
    }
    let folders: Vec<PathBuf> = env::var_os("PATH")
        .map(|all| env::split_paths(&all).collect())
        .unwrap_or_default();
    let called = CALLED.iter().flat_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        folders.iter().map(move |folder| folder.join(&file))
    });
    let lying = LYING.iter().filter_map(|(variable, path)| match *variable {
        "" => Some(PathBuf::from(path)),
        variable => Some(Path::new(&env::var_os(variable)?).join(path)),
    });
    called.chain(lying).find(|path| path.is_file())
}
