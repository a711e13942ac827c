//! A run's files wait in a hidden folder until all of them are whole; then they take the places of
//! the files of the run before, all of them or none.
//!
//! The files of before step aside into the hidden folder first. Where one of them cannot, or a new
//! one finds its place blocked, all go back to where they were. A program that is killed in between
//! leaves the hidden folder with a list of what was to be exchanged, and the next run into the
//! folder puts it back.

use super::ReportError;
use super::manifest::{self, Listed};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// Files on their way to a folder.
pub struct Draft {
    out: PathBuf,
    stage: Option<tempfile::TempDir>,
    made: Vec<PathBuf>,
    names: Mutex<Vec<String>>,
    under: Mutex<Option<&'static str>>,
}

impl Draft {
    /// Makes the folder, if need be, and a hidden one inside it.
    pub fn open(out: &Path) -> Result<Draft, ReportError> {
        let made = out
            .ancestors()
            .take_while(|p| !p.as_os_str().is_empty() && !p.exists());
        let made = made.map(Path::to_path_buf).collect();
        fs::create_dir_all(out).map_err(at(out))?;
        let mut draft = Draft {
            out: out.to_path_buf(),
            stage: None,
            made,
            names: Mutex::default(),
            under: Mutex::default(),
        };
        let stage = tempfile::Builder::new()
            .prefix(STAGE)
            .tempdir_in(out)
            .map_err(at(out))?;
        draft.stage = Some(stage);
        Ok(draft)
    }

    fn stage(&self) -> &Path {
        self.stage
            .as_ref()
            .expect("open() made it and only drop() takes it")
            .path()
    }

    /// What follows is put into a folder of this name, or beside the rest again.
    pub fn go_under(&self, folder: Option<&'static str>) -> Result<(), ReportError> {
        *self.under.lock().unwrap_or_else(PoisonError::into_inner) = folder;
        folder.map_or(Ok(()), |_| self.folder("").map(|_| ()))
    }

    /// The name under which a file lies in the folder of results.
    fn named(&self, name: &str) -> String {
        let under = *self.under.lock().unwrap_or_else(PoisonError::into_inner);
        match under {
            None => name.to_owned(),
            Some(folder) => format!("{folder}/{name}"),
        }
    }

    /// Writes one file whole. It is not waited for until it lies safely on the disk: [`Draft::digests`] does
    /// that for all together, [`Draft::publish`] for the manifest.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<(), ReportError> {
        let name = self.named(name);
        fs::write(self.stage().join(&name), bytes).map_err(at(&self.out.join(&name)))?;
        self.names().push(name);
        Ok(())
    }

    /// The texts of pictures that were put or adopted, by name.
    ///
    /// # Errors
    /// One of them cannot be read: a page is not written without it.
    pub fn pictures<'n>(
        &self,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Result<BTreeMap<&'n str, String>, ReportError> {
        let one = |name: &'n str| {
            let own = self.named(name);
            let text = fs::read_to_string(self.stage().join(&own));
            Ok((name, text.map_err(at(&self.out.join(own)))?))
        };
        names.into_iter().map(one).collect()
    }

    /// Names so far, in the order in which files were finished.
    fn names(&self) -> MutexGuard<'_, Vec<String>> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes one file piece by piece.
    #[cfg(feature = "parquet")]
    pub fn stream(
        &self,
        name: &str,
        write: impl FnOnce(File) -> io::Result<()>,
    ) -> Result<(), ReportError> {
        File::create(self.stage().join(name))
            .and_then(write)
            .map_err(at(&self.out.join(name)))?;
        self.names().push(name.to_string());
        Ok(())
    }

    /// A folder for others to write into.
    pub fn folder(&self, name: &str) -> Result<PathBuf, ReportError> {
        let name = self.named(name);
        let folder = self.stage().join(&name);
        fs::create_dir_all(&folder).map_err(at(&self.out.join(&name)))?;
        Ok(folder)
    }

    /// Where a file that was put lies until all is there.
    pub fn place_of(&self, name: &str) -> PathBuf {
        self.stage().join(self.named(name))
    }

    /// Takes over what others wrote into `folder`.
    pub fn adopt(&self, folder: &str, files: Vec<PathBuf>) {
        let folder = self.named(folder);
        let root = self.stage().join(&folder);
        let names = files.iter().map(|file| {
            let inside = file.strip_prefix(&root).unwrap_or(file);
            let parts: Vec<_> = inside
                .components()
                .map(|c| c.as_os_str().to_string_lossy())
                .collect();
            format!("{folder}/{}", parts.join("/"))
        });
        let names: Vec<String> = names.collect();
        self.names().extend(names);
    }

    /// Whether a file is there so far.
    pub fn has(&self, name: &str) -> bool {
        self.names().iter().any(|known| known == name)
    }

    /// Name, size and sha-256 of every file so far, by name, each of them safely on the disk.
    pub fn digests(&self) -> Result<Vec<Listed>, ReportError> {
        let mut names = self.names().clone();
        names.sort();
        self.flush_all(&names)?;
        names
            .par_iter()
            .map(|name| {
                let file = File::open(self.stage().join(name));
                let listed = file.and_then(|file| Listed::of(name, file));
                listed.map_err(at(&self.out.join(name)))
            })
            .collect()
    }

    /// Waits until files lie safely on the disk: for many at once, since a disk takes as long for one.
    fn flush_all(&self, names: &[String]) -> Result<(), ReportError> {
        const AT_ONCE: usize = 16;
        let next = AtomicUsize::new(0);
        let flush_some = || {
            let mut failed = Vec::new();
            while let Some(name) = names.get(next.fetch_add(1, Ordering::Relaxed)) {
                if let Err(error) = flush(&self.stage().join(name)) {
                    failed.push((name, error));
                }
            }
            failed
        };
        let mut failed = thread::scope(|scope| {
            let some = (0..AT_ONCE.min(names.len())).map(|_| scope.spawn(flush_some));
            let some: Vec<_> = some.collect();
            let ends = some.into_iter().map(|some| some.join());
            ends.flat_map(|end| end.expect("no thread panics while it flushes"))
                .collect::<Vec<_>>()
        });
        failed.sort_by_key(|(name, _)| *name);
        match failed.into_iter().next() {
            Some((name, error)) => Err(at(&self.out.join(name))(error)),
            None => Ok(()),
        }
    }

    /// Gives every file its final name, the manifest last. Files that only the run before left are
    /// removed; files nobody listed are not touched.
    ///
    /// # Errors
    /// A place is blocked: then everything is as it was before.
    pub fn publish(self) -> Result<Vec<PathBuf>, ReportError> {
        self.publish_by(&|from, to| fs::rename(from, to))
    }

    fn publish_by(mut self, rename: Rename<'_>) -> Result<Vec<PathBuf>, ReportError> {
        let mut names = self.names().clone();
        names.sort();
        names.sort_by_key(|name| name == manifest::NAME);
        let old = manifest::names_in(&self.out.join(manifest::NAME));
        let own: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        let gone = old.iter().filter(|name| !own.contains(name.as_str()));
        let gone = gone.filter(|name| stays_inside(name)).cloned().collect();
        let swap = Swap { names, gone };
        let text = serde_json::to_vec(&swap).expect("names have a JSON form");
        let list = self.stage().join(SWAP);
        let save = || -> io::Result<()> {
            let mut file = File::create(&list)?;
            file.write_all(&text)?;
            file.sync_all()
        };
        save().map_err(at(&self.out))?;
        let manifest = self.stage().join(manifest::NAME);
        if manifest.exists() {
            flush(&manifest).map_err(at(&self.out.join(manifest::NAME)))?;
        }
        sync_folder(self.stage());
        if let Err(error) = swap.make(self.stage(), &self.out, rename) {
            let blocked = Box::new(error);
            if swap.undo(self.stage(), &self.out, rename).is_err() {
                // What stepped aside is not lost: the next run into the folder tries again.
                let kept = self.stage.take().expect("open() made it");
                let aside = kept.keep();
                return Err(ReportError::Aside { blocked, aside });
            }
            let out = self.out.clone();
            return Err(ReportError::AsBefore { blocked, out });
        }
        for name in &swap.gone {
            swept(&self.out, name);
        }
        sync_folder(&self.out);
        let files = swap.names.iter().map(|name| self.out.join(name));
        Ok(files.collect())
    }
}

/// Waits until a file lies safely on the disk.
fn flush(path: &Path) -> io::Result<()> {
    // Opened for writing because some systems flush only such a handle.
    File::options().write(true).open(path)?.sync_all()
}

/// How a file gets another name.
type Rename<'a> = &'a dyn Fn(&Path, &Path) -> io::Result<()>;

/// Files that are to be exchanged together.
#[derive(Serialize, Deserialize)]
struct Swap {
    /// New files, in the order in which they take their places; with the last one it is done.
    names: Vec<String>,
    /// Files of the run before that have no successor.
    gone: Vec<String>,
}

impl Swap {
    /// Files of before step aside, the manifest first; new ones take their places, the manifest last.
    fn make(&self, stage: &Path, out: &Path, rename: Rename<'_>) -> Result<(), ReportError> {
        let aside = stage.join(ASIDE);
        for name in self.names.iter().rev().chain(&self.gone) {
            let place = out.join(name);
            match fs::symlink_metadata(&place) {
                Ok(there) if there.is_dir() => {
                    return Err(at(&place)(io::ErrorKind::IsADirectory.into()));
                }
                Ok(_) => shift(&place, &aside.join(name), rename).map_err(at(&place))?,
                Err(_) => {}
            }
        }
        for name in &self.names {
            let place = out.join(name);
            shift(&stage.join(name), &place, rename).map_err(at(&place))?;
        }
        Ok(())
    }

    /// Everything goes back to where it was; what is done to the end stays.
    fn undo(&self, stage: &Path, out: &Path, rename: Rename<'_>) -> Result<(), ReportError> {
        let waits = |name: &String| fs::symlink_metadata(stage.join(name)).is_ok();
        if !self.names.last().is_some_and(waits) {
            return Ok(());
        }
        for name in self.names.iter().filter(|name| !waits(name)) {
            let place = out.join(name);
            shift(&place, &stage.join(name), rename).map_err(at(&place))?;
        }
        let aside = stage.join(ASIDE);
        for name in self.gone.iter().chain(&self.names) {
            let (kept, place) = (aside.join(name), out.join(name));
            if fs::symlink_metadata(&kept).is_ok() {
                shift(&kept, &place, rename).map_err(at(&place))?;
            }
        }
        for name in &self.names {
            swept(out, name);
        }
        sync_folder(out);
        Ok(())
    }
}

/// Removes the folders around a file that is gone, where they are empty.
fn swept(out: &Path, name: &str) {
    let around = Path::new(name).ancestors().skip(1);
    for folder in around.filter(|folder| !folder.as_os_str().is_empty()) {
        let _ = fs::remove_dir(out.join(folder)); // succeeds only when it is empty
    }
}

fn shift(from: &Path, to: &Path, rename: Rename<'_>) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    rename(from, to)
}

impl Drop for Draft {
    fn drop(&mut self) {
        drop(self.stage.take());
        for folder in &self.made {
            let _ = fs::remove_dir(folder); // succeeds only when nothing was published
        }
    }
}

/// How the hidden folders of drafts begin.
const STAGE: &str = ".carecast-";

/// The list of what is exchanged, inside a draft.
const SWAP: &str = ".swap.json";
/// Where files of the run before wait, inside a draft.
const ASIDE: &str = ".before";

/// Removes the drafts that killed runs have left in a folder; where one was killed while files took
/// their places, those of before are put back first.
pub fn sweep(out: &Path) {
    let entries = fs::read_dir(out).into_iter().flatten().flatten();
    for entry in entries {
        if !entry.file_name().to_string_lossy().starts_with(STAGE) {
            continue;
        }
        let stage = entry.path();
        let back = match fs::read(stage.join(SWAP)) {
            Ok(text) => serde_json::from_slice::<Swap>(&text).map_or(true, |swap| {
                let named = swap.names.iter().chain(&swap.gone);
                named.clone().all(|name| stays_inside(name))
                    && swap
                        .undo(&stage, out, &|from, to| fs::rename(from, to))
                        .is_ok()
            }),
            Err(_) => true,
        };
        if back {
            let _ = fs::remove_dir_all(stage); // what cannot be removed is in nobody's way
        }
    }
}

/// What went wrong, and where.
pub fn at(path: &Path) -> impl FnOnce(io::Error) -> ReportError {
    let path = path.to_path_buf();
    move |source| ReportError::Write { path, source }
}

/// Whether a name from an old manifest points into the folder of results.
fn stays_inside(name: &str) -> bool {
    let path = Path::new(name);
    !name.is_empty() && path.components().all(|c| matches!(c, Component::Normal(_)))
}

/// Makes new names survive a power cut, where the system lets a folder be flushed.
pub fn sync_folder(folder: &Path) {
    if let Ok(handle) = File::open(folder) {
        let _ = handle.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut all: Vec<String> = fs::read_dir(folder)
            .expect("the folder exists")
            .map(|e| {
                e.expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        all.sort();
        all
    }

    fn manifest_of(draft: &Draft) {
        let listed = draft.digests().expect("digests");
        let text = serde_json::json!({ "files": listed }).to_string();
        draft.put(manifest::NAME, text.as_bytes()).expect("written");
    }

    #[test]
    fn a_picture_that_cannot_be_read_is_an_error_of_the_page() {
        let home = tempfile::tempdir().expect("a folder");
        let draft = Draft::open(home.path()).expect("opened");
        draft.put("a.svg", b"<svg/>").expect("written");
        let read = draft.pictures(["a.svg"]).expect("it is there");
        assert_eq!(read["a.svg"], "<svg/>");
        let mut page = crate::report::page::markdown::Page::titled("T");
        page.picture("what it shows", "a.svg");
        crate::report::page::put(&draft, "one", &page).expect("written");
        page.picture("another", "charts/b.svg");
        let error = crate::report::page::put(&draft, "two", &page).expect_err("not there");
        assert!(error.to_string().contains("b.svg"), "{error}");
    }

    #[test]
    fn nothing_is_left_of_a_run_that_stops() {
        let home = tempfile::tempdir().expect("a folder");
        let out = home.path().join("deep/baseline");
        let draft = Draft::open(&out).expect("opened");
        draft.put("summary.csv", b"a,b\n").expect("written");
        assert!(
            !out.join("summary.csv").exists(),
            "a name appeared before the run was whole"
        );
        drop(draft);
        assert!(!home.path().join("deep").exists());
    }

    #[test]
    fn a_second_run_replaces_the_first_and_keeps_the_users_own_files() {
        let home = tempfile::tempdir().expect("a folder");
        let out = home.path().join("baseline");
        let first = Draft::open(&out).expect("opened");
        first.put("summary.csv", b"old").expect("written");
        first.put("gone.csv", b"old").expect("written");
        manifest_of(&first);
        first.publish().expect("published");
        fs::write(out.join("my notes.txt"), "mine").expect("written");

        let second = Draft::open(&out).expect("opened");
        second.put("summary.csv", b"new").expect("written");
        manifest_of(&second);
        second.publish().expect("published");
        assert_eq!(
            names(&out),
            ["manifest.json", "my notes.txt", "summary.csv"]
        );
        assert_eq!(fs::read(out.join("summary.csv")).expect("read"), b"new");
    }

    /// A folder with a finished run and a file of its user.
    fn before(out: &Path) {
        let first = Draft::open(out).expect("opened");
        first.put("summary.csv", b"old").expect("written");
        first.put("gone.csv", b"old").expect("written");
        first.folder("charts").expect("made");
        first.put("charts/fan.svg", b"old").expect("written");
        manifest_of(&first);
        first.publish().expect("published");
        fs::write(out.join("my notes.txt"), "mine").expect("written");
    }

    /// The run that is to take its place.
    fn after(out: &Path) -> Draft {
        let second = Draft::open(out).expect("opened");
        second.put("summary.csv", b"new").expect("written");
        second.put("more.csv", b"new").expect("written");
        second.folder("charts").expect("made");
        second.put("charts/fan.svg", b"new").expect("written");
        manifest_of(&second);
        second
    }

    fn contents(out: &Path) -> Vec<(String, Vec<u8>)> {
        let mut all = Vec::new();
        for name in names(out) {
            if out.join(&name).is_dir() {
                let inner = contents(&out.join(&name));
                all.extend(inner.into_iter().map(|(n, b)| (format!("{name}/{n}"), b)));
            } else {
                all.push((name.clone(), fs::read(out.join(&name)).expect("read")));
            }
        }
        all
    }

    #[test]
    fn whichever_step_fails_the_run_before_stays_whole() {
        for killed in [false, true] {
            let mut step = 0;
            loop {
                let home = tempfile::tempdir().expect("a folder");
                let out = home.path().join("baseline");
                before(&out);
                let was = contents(&out);
                let taken = std::cell::Cell::new(0);
                // One rename fails; of a program that is killed no later one happens either.
                let rename = |from: &Path, to: &Path| {
                    taken.set(taken.get() + 1);
                    let at = taken.get() - 1;
                    if at == step || (killed && at > step) {
                        return Err(io::ErrorKind::PermissionDenied.into());
                    }
                    fs::rename(from, to)
                };
                let ended = after(&out).publish_by(&rename);
                if ended.is_ok() {
                    assert!(step >= 8, "only {step} steps");
                    break;
                }
                if killed {
                    sweep(&out);
                }
                assert!(contents(&out) == was, "step {step}, killed: {killed}");
                step += 1;
            }
        }
    }

    #[test]
    fn a_blocked_file_leaves_the_run_before_and_is_named() {
        let home = tempfile::tempdir().expect("a folder");
        let out = home.path().join("baseline");
        before(&out);
        fs::create_dir(out.join("more.csv")).expect("made");
        fs::write(out.join("more.csv/mine"), "mine").expect("written");
        let was = contents(&out);
        let error = after(&out).publish().expect_err("blocked");
        assert!(error.to_string().contains("more.csv"), "{error}");
        assert!(error.help().contains("in the way"), "{}", error.help());
        assert!(contents(&out) == was);
    }

    #[test]
    fn an_old_manifest_cannot_point_outside_its_folder() {
        assert!(stays_inside("charts/fan.svg"));
        for name in ["../secret", "/etc/passwd", "", "charts/../../x"] {
            assert!(!stays_inside(name), "{name}");
        }
    }

    #[test]
    fn a_file_in_the_way_is_named_with_a_way_out() {
        let home = tempfile::tempdir().expect("a folder");
        let out = home.path().join("baseline");
        fs::write(&out, "I am a file").expect("written");
        let error = Draft::open(&out).err().expect("refused");
        assert!(error.to_string().contains("baseline"), "{error}");
        assert!(error.help().contains("--out"), "{}", error.help());
    }
}
