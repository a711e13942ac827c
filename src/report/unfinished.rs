//! Finished futures wait in a hidden file while a run lasts, so that a run that is cut short can go
//! on from what it had. The file is locked while a run writes to it, so two runs never share a folder.

use super::ReportError;
use super::draft::at;
use super::futures::{self, Belongs, Next, Reading};
use super::lock::Lock;
pub use super::lock::place;
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// What was found in the place of a run's unfinished futures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// So many entries of the same question.
    Entries(usize),
    /// Futures of another question, or of another build of the program.
    Another,
}

/// Finished futures of a run that has not ended yet.
#[derive(Debug)]
pub struct Unfinished {
    open: Mutex<Open>,
}

#[derive(Debug)]
struct Open {
    lock: Lock,
    entries: usize,
    /// Whether the place takes what is kept.
    takes: bool,
}

impl Unfinished {
    /// Opens the file for the run into `folder`. With `resume`, entries that belong to the same
    /// question are handed to `take` in the order in which they were kept, and stay; otherwise the
    /// file begins anew.
    ///
    /// # Errors
    /// The place cannot be written to, or another run is using it.
    pub fn open(
        folder: &Path,
        belongs: &Belongs,
        resume: bool,
        take: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Result<(Unfinished, Found), ReportError> {
        let mut lock = Lock::of(folder)?;
        let path = lock.path().to_path_buf();
        let file = lock.file();
        let (found, whole) = read(file, belongs, resume, take).map_err(at(&path))?;
        let mut rewind = || -> io::Result<()> {
            // Only where there is something to drop: a file that was ever emptied is flushed to the
            // disk by some systems when it is closed, and this one is closed to be removed.
            if file.metadata()?.len() > whole {
                file.set_len(whole)?;
            }
            file.seek(SeekFrom::Start(whole))?;
            if whole == 0 {
                file.write_all(belongs.head().as_bytes())?;
            }
            Ok(())
        };
        rewind().map_err(at(&path))?;
        let entries = match found {
            Found::Entries(n) if resume => n,
            _ => 0,
        };
        let open = Mutex::new(Open {
            lock,
            entries,
            takes: true,
        });
        Ok((Unfinished { open }, found))
    }

    fn hold(&self) -> std::sync::MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps one entry.
    ///
    /// # Errors
    /// It could not be written: from then on nothing is kept, and what was kept is gone, so that a
    /// full disk has room for the results.
    pub fn keep(&self, entry: &[u8]) -> Result<(), ReportError> {
        let mut open = self.hold();
        if !open.takes {
            return Ok(());
        }
        let file = open.lock.file();
        match futures::put(file, entry) {
            Ok(()) => {
                open.entries += 1;
                Ok(())
            }
            Err(error) => {
                let _ = file.set_len(0);
                open.takes = false;
                open.entries = 0;
                Err(at(open.lock.path())(error))
            }
        }
    }

    /// Leaves the entries for a later run, and says where they lie; `None` where there are none,
    /// and nothing is left.
    pub fn leave(self) -> Option<PathBuf> {
        let open = self.open.into_inner();
        let open = open.unwrap_or_else(PoisonError::into_inner);
        if open.entries == 0 {
            open.lock.remove();
            return None;
        }
        Some(open.lock.path().to_path_buf())
    }

    /// The results are written: nothing of this is needed any more.
    pub fn remove(self) {
        let open = self.open.into_inner();
        open.unwrap_or_else(PoisonError::into_inner).lock.remove();
    }
}

/// Hands over whole entries; says what was found and where the last whole entry ends (0: begin anew).
fn read(
    file: &File,
    belongs: &Belongs,
    resume: bool,
    take: &mut dyn FnMut(&[u8]) -> bool,
) -> io::Result<(Found, u64)> {
    if file.metadata()?.len() == 0 {
        return Ok((Found::Nothing, 0));
    }
    let (own, mut reading) = Reading::open(file, false)?;
    if own.as_ref() != Some(belongs) {
        return Ok((Found::Another, 0));
    }
    let (mut entries, mut whole) = (0, 0);
    while let Next::Entry(entry) = reading.go_on()? {
        if resume && !take(&entry) {
            break;
        }
        entries += 1;
        whole = reading.whole();
    }
    Ok(match (entries, resume) {
        (0, _) => (Found::Nothing, 0),
        (n, true) => (Found::Entries(n), whole),
        (n, false) => (Found::Entries(n), 0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn of(question: &str) -> Belongs {
        Belongs {
            version: "1.2.3".into(),
            sources: String::new(),
            question: question.into(),
            base: String::new(),
            seed: 1,
            hospitals: 0,
            part: None,
        }
    }

    fn open(folder: &Path, question: &str, resume: bool) -> (Unfinished, Found, Vec<Vec<u8>>) {
        let mut all = Vec::new();
        let mut take = |entry: &[u8]| {
            all.push(entry.to_vec());
            true
        };
        let (file, found) =
            Unfinished::open(folder, &of(question), resume, &mut take).expect("opened");
        (file, found, all)
    }

    fn keep_three(folder: &Path) {
        let (file, found, _) = open(folder, "a", false);
        assert_eq!(found, Found::Nothing);
        file.keep(b"one").expect("kept");
        file.keep(b"").expect("kept");
        file.keep(b"three").expect("kept");
        assert!(file.leave().is_some());
    }

    #[test]
    fn what_was_kept_is_found_again_and_more_can_follow() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("deep/baseline");
        keep_three(&folder);
        let (file, found, all) = open(&folder, "a", true);
        assert_eq!(found, Found::Entries(3));
        assert_eq!(all, [b"one".to_vec(), Vec::new(), b"three".to_vec()]);
        file.keep(b"four").expect("kept");
        file.leave();
        let (file, _, all) = open(&folder, "a", true);
        assert_eq!(all.len(), 4);
        file.remove();
        assert!(!place(&folder).exists());
    }

    #[test]
    fn a_file_cut_anywhere_gives_its_whole_entries_and_no_other() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("baseline");
        keep_three(&folder);
        let bytes = fs::read(place(&folder)).expect("readable");
        let ends = [bytes.len(), bytes.len() - 13, bytes.len() - 21];
        for cut in 0..bytes.len() {
            fs::write(place(&folder), &bytes[..cut]).expect("written");
            let (file, _, all) = open(&folder, "a", true);
            let whole = match cut {
                c if c >= ends[0] => 3,
                c if c >= ends[1] => 2,
                c if c >= ends[2] => 1,
                _ => 0,
            };
            assert_eq!(all.len(), whole, "cut at {cut}");
            file.keep(b"more").expect("kept");
            drop(file);
            assert_eq!(open(&folder, "a", true).2.len(), whole + 1, "cut at {cut}");
        }
    }

    #[test]
    fn a_changed_byte_ends_what_is_believed() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("baseline");
        keep_three(&folder);
        let mut bytes = fs::read(place(&folder)).expect("readable");
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        fs::write(place(&folder), &bytes).expect("written");
        assert_eq!(open(&folder, "a", true).1, Found::Entries(2));
    }

    #[test]
    fn another_question_does_not_go_on_from_these_futures() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("baseline");
        keep_three(&folder);
        let (_file, found, all) = open(&folder, "b", true);
        assert_eq!((found, all.len()), (Found::Another, 0));
    }

    #[test]
    fn two_runs_do_not_share_a_folder() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("baseline");
        let (first, ..) = open(&folder, "a", false);
        let error = Unfinished::open(&folder, &of("a"), true, &mut |_| true).expect_err("in use");
        assert!(matches!(error, ReportError::Busy(_)), "{error}");
        assert!(error.help().contains("--out"));
        drop(first);
    }

    #[test]
    fn nothing_is_left_where_nothing_was_kept() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("deep/baseline");
        let (file, ..) = open(&folder, "a", false);
        assert_eq!(file.leave(), None);
        assert!(!home.path().join("deep").exists());
    }
}
