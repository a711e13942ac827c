//! A run's files wait in a hidden folder until all of them are whole; then each takes its final name.
//!
//! What a crash leaves behind is at worst that hidden folder, or a folder of results without its
//! manifest: neither can be mistaken for a finished run.

use super::ReportError;
use super::manifest::{self, Listed};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

/// Files on their way to a folder.
pub struct Draft {
    out: PathBuf,
    stage: Option<tempfile::TempDir>,
    made: Vec<PathBuf>,
    names: Vec<String>,
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
            names: Vec::new(),
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

    /// Writes one file whole.
    pub fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), ReportError> {
        let save = || -> io::Result<()> {
            let mut file = File::create(self.stage().join(name))?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        save().map_err(at(&self.out.join(name)))?;
        self.names.push(name.to_string());
        Ok(())
    }

    /// Writes one file piece by piece.
    #[cfg(feature = "parquet")]
    pub fn stream(
        &mut self,
        name: &str,
        write: impl FnOnce(File) -> io::Result<()>,
    ) -> Result<(), ReportError> {
        File::create(self.stage().join(name))
            .and_then(write)
            .map_err(at(&self.out.join(name)))?;
        self.names.push(name.to_string());
        Ok(())
    }

    /// A folder for others to write into.
    pub fn folder(&self, name: &str) -> Result<PathBuf, ReportError> {
        let folder = self.stage().join(name);
        fs::create_dir_all(&folder).map_err(at(&self.out.join(name)))?;
        Ok(folder)
    }

    /// Takes over what others wrote into `folder`.
    pub fn adopt(&mut self, folder: &str, files: Vec<PathBuf>) {
        let root = self.stage().join(folder);
        let names = files.iter().map(|file| {
            let inside = file.strip_prefix(&root).unwrap_or(file);
            let parts: Vec<_> = inside
                .components()
                .map(|c| c.as_os_str().to_string_lossy())
                .collect();
            format!("{folder}/{}", parts.join("/"))
        });
        let names: Vec<String> = names.collect();
        self.names.extend(names);
    }

    /// Name, size and sha-256 of every file so far, by name, each of them safely on the disk.
    pub fn digests(&self) -> Result<Vec<Listed>, ReportError> {
        let mut names = self.names.clone();
        names.sort();
        names
            .par_iter()
            .map(|name| {
                let path = self.stage().join(name);
                let read = || -> io::Result<Listed> {
                    // Opened for writing because some systems flush only such a handle.
                    File::options().write(true).open(&path)?.sync_all()?;
                    Listed::of(name, File::open(&path)?)
                };
                read().map_err(at(&self.out.join(name)))
            })
            .collect()
    }

    /// Gives every file its final name: the old manifest goes first and the new one comes last, so
    /// a folder with a manifest is whole. Files that only the run before left are removed; files
    /// nobody listed are not touched.
    pub fn publish(self) -> Result<Vec<PathBuf>, ReportError> {
        let old = manifest::names_in(&self.out.join(manifest::NAME));
        let new: BTreeSet<&str> = self.names.iter().map(String::as_str).collect();
        remove(&self.out.join(manifest::NAME))?;
        for name in &self.names {
            if name != manifest::NAME {
                self.settle(name)?;
            }
        }
        for name in old
            .iter()
            .filter(|name| !new.contains(name.as_str()) && stays_inside(name))
        {
            remove(&self.out.join(name))?;
        }
        let _ = fs::remove_dir(self.out.join("charts")); // succeeds only when it is empty
        sync_folder(&self.out);
        self.settle(manifest::NAME)?;
        sync_folder(&self.out);
        Ok(self.names.iter().map(|name| self.out.join(name)).collect())
    }

    fn settle(&self, name: &str) -> Result<(), ReportError> {
        let last = self.out.join(name);
        let settle = || -> io::Result<()> {
            if let Some(folder) = last.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::rename(self.stage().join(name), &last)
        };
        settle().map_err(at(&last))
    }
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

/// Removes the drafts that killed runs have left in a folder.
pub fn sweep(out: &Path) {
    let entries = fs::read_dir(out).into_iter().flatten().flatten();
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with(STAGE) {
            let _ = fs::remove_dir_all(entry.path()); // what cannot be removed is in nobody's way
        }
    }
}

/// What went wrong, and where.
pub fn at(path: &Path) -> impl FnOnce(io::Error) -> ReportError {
    let path = path.to_path_buf();
    move |source| ReportError::Write { path, source }
}

fn remove(path: &Path) -> Result<(), ReportError> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(at(path)(e)),
        _ => Ok(()),
    }
}

/// Whether a name from an old manifest points into the folder of results.
fn stays_inside(name: &str) -> bool {
    let path = Path::new(name);
    !name.is_empty() && path.components().all(|c| matches!(c, Component::Normal(_)))
}

/// Makes new names survive a power cut, where the system lets a folder be flushed.
fn sync_folder(folder: &Path) {
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

    fn manifest_of(draft: &mut Draft) {
        let listed = draft.digests().expect("digests");
        let text = serde_json::json!({ "files": listed }).to_string();
        draft.put(manifest::NAME, text.as_bytes()).expect("written");
    }

    #[test]
    fn nothing_is_left_of_a_run_that_stops() {
        let home = tempfile::tempdir().expect("a folder");
        let out = home.path().join("deep/baseline");
        let mut draft = Draft::open(&out).expect("opened");
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
        let mut first = Draft::open(&out).expect("opened");
        first.put("summary.csv", b"old").expect("written");
        first.put("gone.csv", b"old").expect("written");
        manifest_of(&mut first);
        first.publish().expect("published");
        fs::write(out.join("my notes.txt"), "mine").expect("written");

        let mut second = Draft::open(&out).expect("opened");
        second.put("summary.csv", b"new").expect("written");
        manifest_of(&mut second);
        second.publish().expect("published");
        assert_eq!(
            names(&out),
            ["manifest.json", "my notes.txt", "summary.csv"]
        );
        assert_eq!(fs::read(out.join("summary.csv")).expect("read"), b"new");
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
