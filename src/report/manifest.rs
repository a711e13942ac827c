//! What was run, with what, and the fingerprint of every file it left: two runs are the same when
//! all of this but the `run` block is the same.

use crate::results::{Findings, StopRule};
use crate::said;
use crate::units::Year;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{self, Read};
use std::path::Path;

/// Name of the manifest.
pub const NAME: &str = "manifest.json";

/// A file as the manifest lists it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    /// Name, seen from the folder of results.
    pub path: String,
    /// Size.
    pub bytes: u64,
    /// Fingerprint.
    pub sha256: String,
}

impl Listed {
    /// The entry of what can be read from `file`, however long it is.
    pub fn of(name: &str, mut file: impl Read) -> io::Result<Listed> {
        let mut digest = Sha256::new();
        let mut piece = vec![0; 1 << 16];
        let mut bytes = 0;
        loop {
            let read = match file.read(&mut piece) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if read == 0 {
                break;
            }
            digest.update(&piece[..read]);
            bytes += read as u64;
        }
        let sha256 = digest.finalize();
        Ok(Listed {
            path: name.to_string(),
            bytes,
            sha256: sha256.iter().map(|b| format!("{b:02x}")).collect(),
        })
    }
}

/// The machine a run was made on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Machine {
    /// Operating system.
    pub system: String,
    /// Processor family.
    pub processor: String,
    /// Processor model, where the system tells.
    pub model: Option<String>,
    /// Cores this program may use.
    pub cores: usize,
    /// What kernels compute with, such as `Avx2`; it moves no result.
    #[serde(default)]
    pub instructions: String,
}

impl Machine {
    /// This machine.
    pub fn this() -> Machine {
        let model = std::fs::read_to_string("/proc/cpuinfo")
            .ok()
            .and_then(|text| {
                let line = text.lines().find(|line| line.starts_with("model name"))?;
                Some(line.split_once(':')?.1.trim().to_string())
            });
        Machine {
            system: std::env::consts::OS.into(),
            processor: std::env::consts::ARCH.into(),
            model,
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            instructions: crate::lanes::instructions(),
        }
    }
}

/// The largest memory this program has held so far, MB, where the system tells.
pub fn peak_memory_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some((kilobytes / 1024.0).round())
}

/// How a run went: the only part of a manifest that differs between equal runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunBlock {
    /// When it started, UTC, ISO 8601.
    pub started_at: String,
    /// Worker threads.
    pub threads: usize,
    /// Seconds of reading and checking.
    pub read_seconds: f64,
    /// Seconds of simulation.
    pub simulate_seconds: f64,
    /// Seconds of putting futures together.
    pub reduce_seconds: f64,
    /// Seconds of writing tables, pictures and report, up to this manifest.
    pub write_seconds: f64,
    /// Futures lived each second.
    pub futures_per_second: f64,
    /// Years lived each second.
    pub years_per_second: f64,
    /// Futures taken over from a run that was cut short; the others were lived by this one.
    #[serde(default, rename = "kept")]
    pub taken_over: u32,
    /// What the stop rule said at the end, where one was asked for.
    #[serde(default)]
    pub stop_rule: Option<StopRule>,
    /// Conservation laws checked.
    pub checks: u64,
    /// Largest resident memory, MB, where the system tells.
    pub peak_memory_mb: Option<f64>,
    /// The machine.
    pub machine: Machine,
}

impl RunBlock {
    /// The block of a run that started then and took this long to read its files.
    pub fn new(findings: &Findings, started: std::time::SystemTime, read_seconds: f64) -> RunBlock {
        let s = &findings.statistics;
        RunBlock {
            started_at: utc(started),
            threads: s.threads,
            read_seconds,
            simulate_seconds: s.simulate_seconds,
            reduce_seconds: s.reduce_seconds,
            write_seconds: 0.0,
            futures_per_second: s.futures_per_second,
            years_per_second: s.years_per_second,
            taken_over: s.taken_over,
            stop_rule: s.stop_rule.clone(),
            checks: s.checks,
            peak_memory_mb: s.peak_memory_mb.or_else(peak_memory_mb),
            machine: Machine::this(),
        }
    }
}

/// A manifest, as written and as read back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Name of the program.
    pub program: String,
    /// Its version.
    pub version: String,
    /// The scenario, with the fingerprint of its file.
    pub scenario: Named,
    /// The files it builds on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub builds_on: Vec<Named>,
    /// The base, with the fingerprint of its tables.
    pub base: Named,
    /// Country.
    pub country: String,
    /// Seed.
    pub seed: u64,
    /// Replicates lived.
    pub replicates: Replicates,
    /// Layers of randomness.
    pub uncertainty: String,
    /// How the numbers of the assumptions were laid out, where not each was drawn by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sampling: Option<String>,
    /// Whether the staffing gate was on.
    pub staffing_gate: bool,
    /// Years.
    pub years: Years,
    /// Futures in which hospitals were recorded one by one.
    #[serde(default)]
    pub hospital_futures: u32,
    /// Futures of which assumptions were kept one by one.
    #[serde(default)]
    pub assumption_futures: u32,
    /// Every file but the manifest.
    pub files: Vec<Listed>,
    /// How the run went.
    pub run: RunBlock,
}

/// A thing and its fingerprint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// Name.
    pub name: String,
    /// sha-256, hex.
    pub sha256: String,
}

/// Replicates by number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replicates {
    /// The first.
    pub first: u32,
    /// The last.
    pub last: u32,
    /// How many.
    pub count: u32,
}

/// Years of a run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Years {
    /// The base year.
    pub base: Option<Year>,
    /// The first simulated year.
    pub first: Option<Year>,
    /// The last simulated year.
    pub last: Option<Year>,
}

impl Manifest {
    /// The manifest of a run.
    pub fn of(
        findings: &Findings,
        (hospital_futures, assumption_futures): (u32, u32),
        files: Vec<Listed>,
        run: RunBlock,
    ) -> Manifest {
        let lived = &findings.replicates;
        let named = |name: &str, sha256: &str| Named {
            name: name.into(),
            sha256: sha256.into(),
        };
        Manifest {
            program: env!("CARGO_PKG_NAME").into(),
            version: env!("CARGO_PKG_VERSION").into(),
            scenario: named(&findings.scenario, &findings.scenario_digest),
            builds_on: findings
                .scenario_files
                .iter()
                .map(|(name, digest)| named(name, digest))
                .collect(),
            base: named(&findings.base, &findings.base_digest),
            country: findings.country.en.clone(),
            seed: findings.seed,
            replicates: Replicates {
                first: lived.start,
                last: lived.end.saturating_sub(1),
                count: lived.end.saturating_sub(lived.start),
            },
            uncertainty: findings.uncertainty.clone(),
            sampling: findings.sampling.clone(),
            staffing_gate: findings.staffing_gate,
            years: Years {
                base: findings.years.first().copied(),
                first: findings.years.get(1).copied(),
                last: findings.years.last().copied(),
            },
            hospital_futures,
            assumption_futures,
            files,
            run,
        }
    }

    /// Its text.
    pub fn text(&self) -> String {
        text(self)
    }

    /// Whether a file is listed.
    pub fn lists(&self, path: &str) -> bool {
        self.files.iter().any(|f| f.path == path)
    }
}

/// The text of a manifest of any kind.
pub fn text(manifest: &impl Serialize) -> String {
    let mut whole = serde_json::to_value(manifest).expect("plain data has a JSON form");
    whole["languages"] = serde_json::json!(said::left_in());
    let mut text = serde_json::to_string_pretty(&whole).expect("plain data has a JSON form");
    text.push('\n');
    text
}

/// Names of the files an earlier manifest lists; none where there is no such manifest.
pub fn names_in(path: &Path) -> Vec<String> {
    #[derive(Deserialize)]
    struct Old {
        #[serde(default)]
        files: Vec<Listed>,
    }
    std::fs::read(path)
        .ok()
        .and_then(|bytes| serde_json::from_slice::<Old>(&bytes).ok())
        .map(|old| old.files.into_iter().map(|f| f.path).collect())
        .unwrap_or_default()
}

/// A moment in UTC as ISO 8601, to the second.
pub fn utc(moment: std::time::SystemTime) -> String {
    let seconds = moment
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |d| d.as_secs());
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    // Days since 1 March of year 0, in eras of 400 years: leap days then fall at the end of a year.
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = era * 400 + year + u64::from(month <= 2);
    format!(
        "{year:04}-{month:02}-{day_of_month:02}T{:02}:{:02}:{:02}Z",
        rest / 3_600,
        rest % 3_600 / 60,
        rest % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn moments_are_written_as_the_calendar_has_them() {
        let cases = [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_767_225_599, "2025-12-31T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(utc(UNIX_EPOCH + Duration::from_secs(seconds)), expected);
        }
    }

    #[test]
    fn a_fingerprint_is_the_published_sha_256() {
        let listed = Listed::of("abc", &b"abc"[..]).expect("memory can be read");
        assert_eq!(listed.bytes, 3);
        assert_eq!(
            listed.sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
