//! Finished futures are written while a question is lived, one block after the other in their order,
//! so that whoever comes after a try that was cut short goes on from what it had. There is one format
//! ([`futures`]) and this one writer of it, for a part that is lived by itself and for a question
//! that a machine lives at once: that is one part, and what is left of it is never put together from
//! the disk.
//!
//! What a machine lives at once waits in the hidden file that keeps others out of the folder of its
//! results, and is written on in place. A part may be lived by several machines at a time, which know
//! nothing of one another: each writes a file of its own, begun with what another try has left.

use super::ReportError;
use super::draft::{at, sync_folder};
use super::futures::{self, Belongs, Reading};
use super::lock::Lock;
use super::parts::{Frozen, place, tries_of};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::TempPath;

/// Most bytes that wait beside the results of a question that is lived at once: some forty thousand futures
/// of the built-in base, 95 kB each and as much again where facilities are recorded (the first 2,000).
/// Futures behind them are lived again where such a run is cut short; a million would take 95 GB of a disk
/// whose owner asked for a folder of results, and who wants to keep so many freezes the question and says
/// where.
pub const MOST: u64 = 4 << 30;

/// What was found in the place of unfinished futures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// Futures of the same question.
    Same,
    /// Futures of another question, or of another build of the program.
    Another,
}

/// Says of one entry after the other whether it is the one that comes next.
pub type Follows<'a> = &'a mut dyn FnMut(&[u8]) -> bool;

/// Finished futures that are being written.
#[derive(Debug)]
pub struct Writing {
    open: Mutex<Open>,
    /// Where what is whole of an earlier try begins and ends.
    before: (u64, u64),
}

#[derive(Debug)]
struct Open {
    file: File,
    /// Where the next entry begins.
    end: u64,
    /// Whether what is put is taken.
    takes: bool,
    lies: Lies,
}

/// Where it lies.
#[derive(Debug)]
enum Lies {
    /// In the hidden file beside a folder of results, which grows no further than so many bytes.
    Beside { lock: Lock, most: u64 },
    /// Under a name of its own beside the place of a part, which is sealed once it is whole.
    Part {
        own: TempPath,
        place: PathBuf,
        begins: String,
        entries: u64,
        sum: Sha256,
    },
}

impl Writing {
    /// Goes on in the hidden file that is locked. Entries of the same question stay as long as they
    /// follow one another by `follows`; the rest, and all where that is `None`, goes. It grows to `most`
    /// bytes and takes nothing more.
    ///
    /// # Errors
    /// The place cannot be written to.
    pub fn beside(
        lock: Lock,
        belongs: &Belongs,
        follows: Option<Follows<'_>>,
        most: u64,
    ) -> Result<(Writing, Found), ReportError> {
        let path = lock.path().to_path_buf();
        let start = || -> io::Result<(Writing, Found)> {
            let mut file = lock.handle()?;
            let size = file.metadata()?.len();
            let (found, kept) = look(&file, belongs, follows)?;
            // Only where there is something to drop: a file that was ever emptied is flushed to the
            // disk by some systems when it is closed, and this one is closed to be removed.
            let stays = kept.map_or(0, |(_, ends)| ends);
            if size > stays {
                file.set_len(stays)?;
            }
            file.seek(SeekFrom::Start(stays))?;
            let before = match kept {
                Some(kept) => kept,
                None => {
                    file.write_all(belongs.head().as_bytes())?;
                    let end = file.stream_position()?;
                    (end, end)
                }
            };
            Ok((
                Writing::of(file, before, Lies::Beside { lock, most }),
                found,
            ))
        };
        start().map_err(at(&path))
    }

    /// Begins a part with what another try has left, as long as entries follow one another by `follows`.
    ///
    /// # Errors
    /// The place cannot be written to.
    pub fn part(
        folder: &Path,
        frozen: &Frozen,
        index: u32,
        follows: Follows<'_>,
    ) -> Result<Writing, ReportError> {
        let place = place(folder, index);
        let (above, begins) = tries_of(folder, index);
        let belongs = frozen.part(index);
        let start = || -> io::Result<Writing> {
            fs::create_dir_all(&above)?;
            let left = left(&above, &begins, &belongs);
            let mut options = File::options();
            let options = options.read(true).write(true).create_new(true);
            let mut builder = tempfile::Builder::new();
            let made = builder
                .prefix(&begins)
                .make_in(&above, |path| options.open(path))?;
            let (mut file, own) = made.into_parts();
            let head = belongs.head();
            file.write_all(head.as_bytes())?;
            let from = head.len() as u64;
            let lies = Lies::Part {
                own,
                place: place.clone(),
                begins,
                entries: 0,
                sum: Sha256::new_with_prefix(head),
            };
            let mut writing = Writing::of(file, (from, from), lies);
            for entry in left.take_while(|entry| follows(entry)) {
                writing.hold().put(&entry)?;
            }
            let end = writing.hold().end;
            writing.before.1 = end;
            Ok(writing)
        };
        start().map_err(at(&place))
    }

    fn of(file: File, before: (u64, u64), lies: Lies) -> Writing {
        let open = Mutex::new(Open {
            file,
            end: before.1,
            takes: true,
            lies,
        });
        Writing { open, before }
    }

    fn hold(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The entries of the earlier try, read as they are asked for.
    pub fn entries(&self) -> impl Iterator<Item = Vec<u8>> + Send + '_ {
        let (next, end) = self.before;
        let from = Within {
            of: self,
            next,
            end,
        };
        futures::whole(Reading::of_entries(from))
    }

    /// Writes one entry behind the others.
    ///
    /// # Errors
    /// It could not be written: from then on nothing is taken, and what was kept beside a folder is
    /// gone, so that a full disk has room for the results.
    pub fn put(&self, entry: &[u8]) -> Result<(), ReportError> {
        let mut open = self.hold();
        let long = futures::long(entry);
        let full = matches!(open.lies, Lies::Beside { most, .. } if open.end + long > most);
        open.takes &= !full;
        if !open.takes {
            return Ok(());
        }
        open.put(entry).map_err(|error| {
            open.takes = false;
            if let Lies::Beside { .. } = open.lies {
                open.end = 0;
                let _ = open.file.set_len(0);
            }
            at(open.lies.path())(error)
        })
    }

    /// The part takes its place; what other tries have left goes.
    ///
    /// # Errors
    /// It could not be written.
    pub fn finish(self) -> Result<(), ReportError> {
        let Open {
            mut file,
            end,
            lies,
            ..
        } = self.into_open();
        let Lies::Part {
            own,
            place,
            begins,
            entries,
            sum,
        } = lies
        else {
            unreachable!("what waits beside results takes no place");
        };
        let seal = || -> io::Result<()> {
            file.seek(SeekFrom::Start(end))?;
            futures::seal(&mut file, entries, sum)?;
            file.sync_all()?;
            own.persist(&place).map_err(|e| e.error)
        };
        seal().map_err(at(&place))?;
        let above = place.parent().unwrap_or(Path::new(""));
        sync_folder(above);
        for left in others(above, &begins) {
            let _ = fs::remove_file(left); // what cannot be removed is in nobody's way
        }
        Ok(())
    }

    /// What was written stays for another try; whether that is anything. A hidden file without
    /// futures goes.
    pub fn leave(self) -> bool {
        let (begins, _) = self.before;
        let Open {
            file, end, lies, ..
        } = self.into_open();
        drop(file);
        match lies {
            Lies::Beside { lock, .. } if end <= begins => lock.remove(),
            Lies::Beside { .. } => {}
            Lies::Part { own, .. } => drop(own.keep()),
        }
        end > begins
    }

    /// Nothing of this is needed any more.
    pub fn remove(self) {
        let Open { file, lies, .. } = self.into_open();
        drop(file);
        if let Lies::Beside { lock, .. } = lies {
            lock.remove();
        }
    }

    fn into_open(self) -> Open {
        let open = self.open.into_inner();
        open.unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    fn put(&mut self, entry: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.end))?;
        let before = futures::before(entry);
        self.file.write_all(&before)?;
        self.file.write_all(entry)?;
        self.end += futures::long(entry);
        if let Lies::Part { entries, sum, .. } = &mut self.lies {
            *entries += 1;
            sum.update(before);
            sum.update(entry);
        }
        Ok(())
    }
}

impl Lies {
    fn path(&self) -> &Path {
        match self {
            Lies::Beside { lock, .. } => lock.path(),
            Lies::Part { place, .. } => place,
        }
    }
}

/// What was there when writing began, read between what is written: some systems let nobody read a
/// locked file but by the handle that holds it.
struct Within<'a> {
    of: &'a Writing,
    next: u64,
    end: u64,
}

impl Read for Within<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.end - self.next).unwrap_or(usize::MAX);
        let most = to.len().min(left);
        let mut open = self.of.hold();
        open.file.seek(SeekFrom::Start(self.next))?;
        let read = open.file.read(&mut to[..most])?;
        self.next += read as u64;
        Ok(read)
    }
}

/// What lies in a hidden file, and where what is wanted of it begins and ends.
fn look(
    mut file: &File,
    belongs: &Belongs,
    follows: Option<Follows<'_>>,
) -> io::Result<(Found, Option<(u64, u64)>)> {
    file.rewind()?;
    if file.metadata()?.len() == 0 {
        return Ok((Found::Nothing, None));
    }
    let (own, reading) = Reading::open(file, false)?;
    if own.as_ref() != Some(belongs) {
        return Ok((Found::Another, None));
    }
    let begins = reading.whole();
    let mut all = futures::whole(reading).peekable();
    if all.peek().is_none() {
        return Ok((Found::Nothing, None));
    }
    let Some(follows) = follows else {
        return Ok((Found::Same, None));
    };
    let wanted = all.take_while(|entry| follows(entry));
    match wanted.map(|entry| futures::long(&entry)).sum() {
        0 => Ok((Found::Another, None)),
        long => Ok((Found::Same, Some((begins, begins + long)))),
    }
}

/// The entries that the longest of other tries of a part has left, as far as they are whole. Whoever
/// left them may be at it still, or clear them away at this moment.
fn left(above: &Path, begins: &str, belongs: &Belongs) -> impl Iterator<Item = Vec<u8>> + use<> {
    let most = |path: &PathBuf| fs::metadata(path).map_or(0, |m| m.len());
    let file = others(above, begins).into_iter().max_by_key(most);
    let open = |path: PathBuf| Reading::open(File::open(path).ok()?, false).ok();
    let left = file.and_then(open);
    let left = left.filter(|(own, _)| own.as_ref() == Some(belongs));
    left.into_iter()
        .flat_map(|(_, reading)| futures::whole(reading))
}

/// Files that other tries of a part have left.
fn others(above: &Path, begins: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(above).into_iter().flatten().flatten();
    let left = entries.filter(|e| e.file_name().to_string_lossy().starts_with(begins));
    left.map(|e| e.path()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lock;
    use super::*;

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

    fn opened(folder: &Path, question: &str, resume: bool) -> (Writing, Found) {
        let lock = Lock::of(folder).expect("free");
        let mut any = |_: &[u8]| true;
        let follows: Option<Follows<'_>> = match resume {
            true => Some(&mut any),
            false => None,
        };
        Writing::beside(lock, &of(question), follows, MOST).expect("opened")
    }

    fn open(folder: &Path, question: &str, resume: bool) -> (Writing, Found, Vec<Vec<u8>>) {
        let (writing, found) = opened(folder, question, resume);
        let all = writing.entries().collect();
        (writing, found, all)
    }

    fn keep_three(folder: &Path) {
        let (file, found, _) = open(folder, "a", false);
        assert_eq!(found, Found::Nothing);
        file.put(b"one").expect("kept");
        file.put(b"").expect("kept");
        file.put(b"three").expect("kept");
        assert!(file.leave());
    }

    #[test]
    fn what_was_kept_is_found_again_and_more_can_follow() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("deep/baseline");
        keep_three(&folder);
        let (file, found) = opened(&folder, "a", true);
        assert_eq!(found, Found::Same);
        // More is written while what was there is read.
        let mut entries = file.entries();
        assert_eq!(entries.next(), Some(b"one".to_vec()));
        file.put(b"four").expect("kept");
        assert_eq!(entries.next(), Some(Vec::new()));
        assert_eq!(entries.next(), Some(b"three".to_vec()));
        assert_eq!(entries.next(), None);
        drop(entries);
        file.leave();
        let (file, _, all) = open(&folder, "a", true);
        assert_eq!(all[2..], [b"three".to_vec(), b"four".to_vec()]);
        file.remove();
        assert!(!lock::place(&folder).exists());
    }

    #[test]
    fn what_does_not_follow_goes() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("baseline");
        keep_three(&folder);
        let lock = Lock::of(&folder).expect("free");
        let mut long = |entry: &[u8]| entry.len() == 3;
        let (file, found) = Writing::beside(lock, &of("a"), Some(&mut long), MOST).expect("opened");
        assert_eq!((found, file.entries().count()), (Found::Same, 1));
        drop(file);
        assert_eq!(open(&folder, "a", true).2.len(), 1);
        let lock = Lock::of(&folder).expect("free");
        let found = Writing::beside(lock, &of("a"), Some(&mut |_| false), MOST).expect("opened");
        assert_eq!(found.1, Found::Another);
    }

    #[test]
    fn no_more_is_kept_than_a_disk_is_meant_to_hold() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("baseline");
        let lock = Lock::of(&folder).expect("free");
        let most = of("a").head().len() as u64 + 2 * 11 + 10;
        let (file, _) = Writing::beside(lock, &of("a"), None, most).expect("opened");
        for entry in [b"one", b"two", b"six"] {
            file.put(entry).expect("taken or let go");
        }
        // Nor is anything behind what was let go.
        file.put(b"").expect("let go");
        assert!(file.leave());
        let all = open(&folder, "a", true).2;
        assert_eq!(all, [b"one".to_vec(), b"two".to_vec()]);
    }

    #[test]
    fn a_file_cut_anywhere_gives_its_whole_entries_and_no_other() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("baseline");
        keep_three(&folder);
        let bytes = fs::read(lock::place(&folder)).expect("readable");
        let ends = [bytes.len(), bytes.len() - 13, bytes.len() - 21];
        for cut in 0..bytes.len() {
            fs::write(lock::place(&folder), &bytes[..cut]).expect("written");
            let (file, _, all) = open(&folder, "a", true);
            let whole = match cut {
                c if c >= ends[0] => 3,
                c if c >= ends[1] => 2,
                c if c >= ends[2] => 1,
                _ => 0,
            };
            assert_eq!(all.len(), whole, "cut at {cut}");
            file.put(b"more").expect("kept");
            drop(file);
            assert_eq!(open(&folder, "a", true).2.len(), whole + 1, "cut at {cut}");
        }
    }

    #[test]
    fn a_changed_byte_ends_what_is_believed() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("baseline");
        keep_three(&folder);
        let mut bytes = fs::read(lock::place(&folder)).expect("readable");
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        fs::write(lock::place(&folder), &bytes).expect("written");
        assert_eq!(open(&folder, "a", true).2.len(), 2);
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
    fn nothing_is_left_where_nothing_was_kept() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("deep/baseline");
        assert!(!open(&folder, "a", false).0.leave());
        assert!(!home.path().join("deep").exists());
    }
}
