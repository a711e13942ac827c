//! What the measuring programs share: a clock, the machine they ran on, and the middle of a few
//! rounds.
#![allow(dead_code)] // Each program uses the part it needs.

use carecast::internals::report::Machine;
use std::process::Command;
use std::time::Instant;

/// Seconds this thread has worked, whoever else uses the machine; where the system does not tell,
/// seconds gone by.
pub fn worked() -> f64 {
    #[cfg(target_os = "linux")]
    {
        let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        now.tv_sec as f64 + now.tv_nsec as f64 * 1e-9
    }
    #[cfg(not(target_os = "linux"))]
    {
        static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
        START.get_or_init(Instant::now).elapsed().as_secs_f64()
    }
}

/// Seconds the work took this thread, and what it made.
pub fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = worked();
    let made = work();
    (worked() - start, made)
}

/// Seconds all threads together have worked, where the system tells.
fn all_worked() -> Option<f64> {
    #[cfg(target_os = "linux")]
    {
        let now = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
        Some(now.tv_sec as f64 + now.tv_nsec as f64 * 1e-9)
    }
    #[cfg(not(target_os = "linux"))]
    None
}

/// What some work of several threads took.
#[derive(Clone, Copy)]
pub struct Took {
    /// Seconds gone by.
    pub clock: f64,
    /// Seconds worked, all threads together.
    pub worked: Option<f64>,
}

/// What the work took, by all threads, and what it made.
pub fn by_the_clock<T>(work: impl FnOnce() -> T) -> (Took, T) {
    let (start, before) = (Instant::now(), all_worked());
    let made = work();
    let took = Took {
        clock: start.elapsed().as_secs_f64(),
        worked: all_worked()
            .zip(before)
            .map(|(after, before)| after - before),
    };
    (took, made)
}

/// Middle, smallest and largest of a few rounds.
#[derive(Clone, Copy)]
pub struct Rounds {
    pub median: f64,
    pub least: f64,
    pub most: f64,
}

impl Rounds {
    pub fn of(seconds: &[f64]) -> Rounds {
        let mut sorted = seconds.to_vec();
        sorted.sort_by(f64::total_cmp);
        Rounds {
            median: sorted[sorted.len() / 2],
            least: sorted[0],
            most: sorted[sorted.len() - 1],
        }
    }

    /// `12.3 [12.1 12.9]` in units of `unit` seconds.
    pub fn show(&self, unit: f64) -> String {
        format!(
            "{:.1} [{:.1} {:.1}]",
            self.median / unit,
            self.least / unit,
            self.most / unit
        )
    }
}

/// A number from the environment, or what holds without it.
pub fn asked(name: &str, otherwise: u32) -> u32 {
    match std::env::var(name) {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{name} is a whole number above zero, got {text:?}")),
        Err(_) => otherwise,
    }
}

/// Prints what the figures below depend on.
pub fn tell_machine(threads: usize) {
    let machine = Machine::this();
    let model = machine.model.unwrap_or_else(|| "processor unknown".into());
    println!("{model}, {} cores, {}", machine.cores, machine.system);
    println!(
        "built for {} with {}; kernels compute with {}",
        machine.processor,
        instructions(),
        machine.instructions
    );
    let compiler = Command::new("rustc").arg("--version").output().ok();
    let compiler = compiler.and_then(|out| String::from_utf8(out.stdout).ok());
    println!(
        "{}, {}, {threads} thread{}",
        compiler.as_deref().unwrap_or("rustc not found").trim(),
        if cfg!(debug_assertions) {
            "a build that is not for speed"
        } else {
            "release build"
        },
        if threads == 1 { "" } else { "s" },
    );
    if let Ok(load) = std::fs::read_to_string("/proc/loadavg") {
        let load: Vec<&str> = load.split_whitespace().take(2).collect();
        println!("load at the start: {}", load.join(" "));
    }
    println!();
}

/// Whether the build may use the instructions of `x86-64-v3`.
pub const V3: bool = cfg!(all(
    target_feature = "avx2",
    target_feature = "bmi2",
    target_feature = "fma"
));

/// The instructions this build may use.
pub fn instructions() -> &'static str {
    if cfg!(target_feature = "avx512f") {
        "AVX-512 (x86-64-v4)"
    } else if V3 {
        "AVX2 (x86-64-v3)"
    } else if cfg!(target_feature = "sse4.2") {
        "SSE4.2 (x86-64-v2)"
    } else if cfg!(target_feature = "sse2") {
        "SSE2 (the default)"
    } else {
        "its default instructions"
    }
}
