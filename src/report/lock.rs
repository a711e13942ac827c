//! One command at a time writes to a folder of results: while it does, a hidden file beside the
//! folder is locked.

use super::ReportError;
use super::draft::at;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A folder of results that no other command writes to.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    made: Vec<PathBuf>,
    file: Option<File>,
}

/// The hidden file that belongs to `folder`: beside it. A link leads to the folder it stands for.
pub fn place(folder: &Path) -> PathBuf {
    let known = match folder.file_name().is_none() || folder.is_symlink() {
        true => fs::canonicalize(folder).ok(),
        false => None,
    };
    let folder = known.as_deref().unwrap_or(folder);
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.unfinished"))
}

impl Lock {
    /// Locks `folder`, which need not be there yet.
    ///
    /// # Errors
    /// The place cannot be written to, or another command is writing to the folder.
    pub fn of(folder: &Path) -> Result<Lock, ReportError> {
        let path = place(folder);
        let parent = path.parent().unwrap_or(Path::new("")).to_path_buf();
        let missing = |p: &&Path| !p.as_os_str().is_empty() && !p.exists();
        let made = parent.ancestors().take_while(missing);
        let made = made.map(Path::to_path_buf).collect();
        if !parent.as_os_str().is_empty() {
            fs::create_dir_all(&parent).map_err(at(&parent))?;
        }
        let mut options = File::options();
        let options = options.read(true).write(true).create(true).truncate(false);
        let file = loop {
            let file = options.open(&path).map_err(at(&path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(ReportError::Busy(folder.to_path_buf()));
                }
                // A system without locks: the files of results still appear whole.
                Err(TryLockError::Error(_)) => break file,
            }
            // Whoever held it before may have removed it since it was opened.
            if is_at(&file, &path) {
                break file;
            }
        };
        Ok(Lock {
            path,
            made,
            file: Some(file),
        })
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file, to be closed before the lock ends.
    pub fn handle(&self) -> io::Result<File> {
        let file = self.file.as_ref();
        file.expect("it is there until the lock ends").try_clone()
    }

    /// Ends the lock; nothing of the file is needed any more.
    pub fn remove(mut self) {
        self.file
            .take()
            .into_iter()
            .for_each(|file| self.put_away(file));
    }

    fn put_away(&self, file: File) {
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
            drop(file);
        } else {
            drop(file);
            let _ = fs::remove_file(&self.path);
        }
        for folder in &self.made {
            let _ = fs::remove_dir(folder); // succeeds only when it is empty
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // What a run that was cut short has left in the file stays.
        let empty = |file: &File| file.metadata().is_ok_and(|m| m.len() == 0);
        if let Some(file) = self.file.take().filter(empty) {
            self.put_away(file);
        }
    }
}

/// Whether this open file is the one that has this name.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let both = file.metadata().and_then(|a| Ok((a, fs::metadata(path)?)));
    both.is_ok_and(|(a, b)| (a.dev(), a.ino()) == (b.dev(), b.ino()))
}

/// Whether this open file is the one that has this name: a file that is open keeps its name here.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_commands_do_not_share_a_folder() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("deep/compare");
        let first = Lock::of(&folder).expect("free");
        let error = Lock::of(&folder).expect_err("taken");
        assert!(matches!(error, ReportError::Busy(_)), "{error}");
        drop(first);
        assert!(!home.path().join("deep").exists(), "something was left");
        drop(Lock::of(&folder).expect("free again"));
    }

    #[test]
    fn what_a_run_left_there_stays() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("baseline");
        fs::write(place(&folder), "futures").expect("written");
        drop(Lock::of(&folder).expect("free"));
        assert_eq!(fs::read(place(&folder)).expect("there"), b"futures");
    }
}
