//! How far a run has come: a bar in a terminal, a line now and then in a log, nothing when quiet.

use super::screen;
use super::stop;
use crate::words::command as words;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// First wait between two lines of a log; it doubles up to [`LONGEST`].
const SHORTEST: Duration = Duration::from_secs(2);
/// Longest wait between two lines of a log.
const LONGEST: Duration = Duration::from_secs(30);

/// What tells the user how far a run has come.
pub enum Progress {
    /// Nothing.
    Quiet,
    /// A bar in a terminal.
    Bar(ProgressBar),
    /// A line now and then.
    Lines(Mutex<Log>),
}

/// The lines of a log.
pub struct Log {
    name: String,
    started: Instant,
    next: Duration,
    wait: Duration,
}

impl Log {
    fn new(name: &str, started: Instant) -> Log {
        Log {
            name: name.to_string(),
            started,
            next: SHORTEST,
            wait: SHORTEST,
        }
    }

    /// The line due now, if one is.
    fn due(&mut self, done: u32, total: u32, elapsed: Duration) -> Option<String> {
        if elapsed < self.next || done == 0 || done >= total {
            return None;
        }
        self.wait = (self.wait * 2).min(LONGEST);
        self.next = elapsed + self.wait;
        let left = elapsed.as_secs_f64() * f64::from(total - done) / f64::from(done);
        Some(words::under_way(&self.name, done, total, left))
    }
}

impl Progress {
    /// Of a run of this name over this many futures.
    pub fn new(name: &str, total: u32, quiet: bool) -> Progress {
        if quiet {
            return Progress::Quiet;
        }
        if !screen::is_terminal() {
            return Progress::Lines(Mutex::new(Log::new(name, Instant::now())));
        }
        let bar =
            ProgressBar::with_draw_target(Some(u64::from(total)), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template(words::BAR.text())
            .expect("the template is ours and well formed");
        bar.set_style(style.progress_chars("=> "));
        bar.set_message(name.to_string());
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress::Bar(bar)
    }

    /// Hears of futures that have been lived, of so many in all; `false` once the user has asked to stop.
    pub fn heard(&self) -> impl Fn(u32, u32) -> bool + Sync + '_ {
        |done, total| {
            self.tell(done, total);
            !stop::requested()
        }
    }

    /// So many futures have been lived.
    pub fn tell(&self, done: u32, total: u32) {
        match self {
            Progress::Quiet => {}
            Progress::Bar(bar) => {
                bar.set_length(u64::from(total)); // a stop rule plans in steps
                bar.set_position(u64::from(done));
            }
            Progress::Lines(log) => {
                // A thread that finds the log taken leaves the telling to the other.
                if let Ok(mut log) = log.try_lock() {
                    let elapsed = log.started.elapsed();
                    if let Some(line) = log.due(done, total, elapsed) {
                        screen::note(&line);
                    }
                }
            }
        }
    }

    /// The run is over, one way or the other.
    pub fn done(&self) {
        if let Progress::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_speaks_at_growing_intervals_and_says_what_is_left() {
        let mut log = Log::new("baseline", Instant::now());
        let at = Duration::from_secs;
        assert_eq!(log.due(10, 100, at(1)), None);
        assert_eq!(
            log.due(20, 100, at(3)).as_deref(),
            Some("baseline: 20 of 100 futures, about 12 s left")
        );
        assert_eq!(log.due(30, 100, at(6)), None);
        assert!(log.due(40, 100, at(8)).is_some());
        assert_eq!(log.due(100, 100, at(60)), None);
    }
}
