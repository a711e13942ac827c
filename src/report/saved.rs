//! A finished run is opened again: everything its pictures and pages are made from lies in one file
//! beside the tables.

use super::manifest::{self, Listed, Manifest};
use crate::results::Findings;
use crate::words::command as words;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::{Path, PathBuf};

/// Name of the file that holds the findings.
pub const FINDINGS: &str = "findings.json";

/// Why a folder cannot be opened as a finished run.
#[derive(Debug, thiserror::Error)]
pub enum SavedError {
    /// There is no manifest.
    #[error("{}", words::not_a_run(folder))]
    NotARun {
        /// The folder.
        folder: PathBuf,
    },
    /// A file cannot be read.
    #[error("{}", words::could_not_read(path, source))]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file does not hold what it should.
    #[error("{}", words::unreadable_run(path, detail))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What was wrong.
        detail: String,
    },
    /// A file of another version holds something else than one of ours.
    #[error("{}", words::run_of_another_version(path, version, detail))]
    OtherVersion {
        /// The file.
        path: PathBuf,
        /// The version that wrote it.
        version: String,
        /// What was wrong.
        detail: String,
    },
    /// A file is not the one the run left.
    #[error("{}", words::touched(path))]
    Touched {
        /// The file.
        path: PathBuf,
    },
}

/// The findings as a file: one line for each entry of a list, so that two files can be compared
/// line by line.
pub fn text(findings: &Findings) -> String {
    let whole = serde_json::to_value(findings).expect("plain data has a JSON form");
    let fields = whole.as_object().expect("findings are a record");
    let mut out = String::from("{\n");
    for (n, (name, value)) in fields.iter().enumerate() {
        out += &format!("\"{name}\": ");
        match value.as_array().filter(|rows| !rows.is_empty()) {
            None => out += &value.to_string(),
            Some(rows) => {
                let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
                out += &format!("[\n{}\n]", rows.join(",\n"));
            }
        }
        out += if n + 1 < fields.len() { ",\n" } else { "\n" };
    }
    out + "}\n"
}

/// What left a folder of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A run.
    Run,
    /// A comparison.
    Comparison,
    /// A sweep.
    Sweep,
    /// A search.
    Seek,
    /// A gallery: many runs, and an index.
    Gallery,
    /// A looking back.
    Hindcast,
    /// When decisions must be taken.
    Timing,
    /// Predictions that were put down.
    Register,
    /// What was read off the draws of finished results.
    Guesses,
    /// What groups of guesses explain, from a run that was designed for it.
    Designed,
}

/// What manifests of every kind hold.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    version: String,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    files: Vec<Listed>,
}

/// What left a folder of results.
pub fn kind(folder: &Path) -> Result<Kind, SavedError> {
    let head: Head = manifest_as(folder)?;
    match head.kind.as_deref() {
        None => Ok(Kind::Run),
        Some("comparison") => Ok(Kind::Comparison),
        Some("sweep") => Ok(Kind::Sweep),
        Some("seek") => Ok(Kind::Seek),
        Some("gallery") => Ok(Kind::Gallery),
        Some("hindcast") => Ok(Kind::Hindcast),
        Some("timing") => Ok(Kind::Timing),
        Some("register") => Ok(Kind::Register),
        Some("drivers" | "explain-misses" | "worth") => Ok(Kind::Guesses),
        Some(super::designed::KIND) => Ok(Kind::Designed),
        Some(other) => Err(SavedError::Unreadable {
            path: folder.join(manifest::NAME),
            detail: words::unknown_kind(other),
        }),
    }
}

/// The manifest of a finished run.
pub fn manifest(folder: &Path) -> Result<Manifest, SavedError> {
    manifest_as(folder)
}

/// The manifest of a folder of results, as one of its kind.
pub fn manifest_as<T: DeserializeOwned>(folder: &Path) -> Result<T, SavedError> {
    let path = folder.join(manifest::NAME);
    if !path.is_file() {
        return Err(SavedError::NotARun {
            folder: folder.to_owned(),
        });
    }
    parse(&read(&path)?, path)
}

/// What a listed file holds, after its sum was checked.
pub fn held<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<T, SavedError> {
    let head: Head = manifest_as(folder)?;
    let path = folder.join(name);
    let bytes = read(&path)?;
    let found = Listed::of(name, &bytes[..]).map_err(|source| SavedError::Read {
        path: path.clone(),
        source,
    })?;
    if !head.files.contains(&found) {
        return Err(SavedError::Touched { path });
    }
    parse(&bytes, path).map_err(|error| match error {
        SavedError::Unreadable { path, detail } if head.version != env!("CARGO_PKG_VERSION") => {
            SavedError::OtherVersion {
                path,
                version: head.version,
                detail,
            }
        }
        other => other,
    })
}

fn parse<T: DeserializeOwned>(bytes: &[u8], path: PathBuf) -> Result<T, SavedError> {
    serde_json::from_slice(bytes).map_err(|error| SavedError::Unreadable {
        path,
        detail: error.to_string(),
    })
}

/// The first of the listed files that is not as it was left, or is gone.
pub fn spoilt(folder: &Path, files: &[Listed]) -> Option<PathBuf> {
    let own = |file: &Listed| {
        let read = fs::File::open(folder.join(&file.path));
        read.and_then(|bytes| Listed::of(&file.path, bytes))
            .is_ok_and(|found| found == *file)
    };
    let spoilt = files.iter().find(|file| !own(file))?;
    Some(folder.join(&spoilt.path))
}

/// The findings of a finished run, as it left them.
pub fn findings(folder: &Path) -> Result<Findings, SavedError> {
    let findings: Findings = held(folder, FINDINGS)?;
    let cells = findings.scopes.len() * findings.indicators.len() * findings.years.len();
    if findings.summaries.len() != cells {
        return Err(SavedError::Unreadable {
            path: folder.join(FINDINGS),
            detail: words::too_few_summaries(findings.summaries.len(), cells),
        });
    }
    Ok(findings)
}

fn read(path: &Path) -> Result<Vec<u8>, SavedError> {
    fs::read(path).map_err(|source| SavedError::Read {
        path: path.to_owned(),
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn findings_come_back_to_the_last_digit() {
        let mut findings = sample::findings();
        findings.summaries[0].as_mut().expect("defined").mean = 0.1 + 0.2;
        findings.statistics = Default::default();
        let back: Findings = serde_json::from_str(&text(&findings)).expect("JSON");
        assert_eq!(back, findings);
        assert_eq!(text(&back), text(&findings));
    }

    #[test]
    fn a_mean_that_is_not_defined_stays_so() {
        let mut findings = sample::findings();
        findings.drivers[0].low_mean = f64::NAN;
        let back: Findings = serde_json::from_str(&text(&findings)).expect("JSON");
        assert!(back.drivers[0].low_mean.is_nan());
    }

    #[test]
    fn each_entry_of_a_list_has_a_line_of_its_own() {
        let findings = sample::findings();
        let text = text(&findings);
        assert!(text.lines().count() > findings.summaries.len() + findings.ledger.len());
        let rows = text.lines().filter(|line| line.contains("\"mc_error\""));
        assert_eq!(rows.count(), findings.summaries.iter().flatten().count());
    }
}
