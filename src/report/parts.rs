//! A frozen question: a folder that holds all that fixes the numbers of a run, and its parts as they
//! are finished.
//!
//! A part is written under a name of its own, flushed, and then takes its place whole. Whoever writes
//! the same part at the same time writes the same bytes. A part that was killed leaves what it had,
//! and the next try goes on from there.

use super::draft::{at, sync_folder};
use super::futures::{Belongs, Next, Part, Reading, Sealed};
use super::manifest::{Named, text};
use super::{ReportError, SCENARIO};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, TempPath};

/// The file that says what is asked.
pub const QUESTION: &str = "question.json";
/// The folder of the base, where the program does not carry it.
pub const BASE: &str = "base";
/// The folder of the parts.
const PARTS: &str = "parts";
/// What [`QUESTION`] begins with.
const FORMAT: &str = "carecast: a frozen question, 1";

/// A frozen question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    format: String,
    /// What is done with it: a run.
    pub kind: String,
    /// The scenario, with the fingerprint of its file.
    pub scenario: Named,
    /// The files it builds on.
    pub builds_on: Vec<Named>,
    /// Name of the base.
    pub base_name: String,
    /// What its futures belong to.
    pub belongs: Belongs,
    /// Replicates at which parts begin, and the one after the last.
    pub borders: Vec<u32>,
}

impl Frozen {
    /// A run in so many parts, each of whole blocks of `width` futures.
    pub fn run(
        (scenario, builds_on): (Named, Vec<Named>),
        base_name: &str,
        belongs: Belongs,
        replicates: Range<u32>,
        (parts, width): (u32, u32),
    ) -> Frozen {
        let blocks = u64::from((replicates.end - replicates.start).div_ceil(width));
        let border = |part: u32| {
            let before = blocks * u64::from(part) / u64::from(parts) * u64::from(width);
            let border = u64::from(replicates.start) + before;
            border.min(replicates.end.into()) as u32
        };
        Frozen {
            format: FORMAT.into(),
            kind: "run".into(),
            scenario,
            builds_on,
            base_name: base_name.into(),
            belongs,
            borders: (0..=parts).map(border).collect(),
        }
    }

    /// Reads what a folder asks; `None` where it is no frozen question.
    ///
    /// # Errors
    /// What is there cannot be read, or is none that this version makes: why, in words.
    pub fn read(folder: &Path) -> Result<Option<Frozen>, String> {
        let bytes = match fs::read(folder.join(QUESTION)) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(e.to_string()),
        };
        let frozen: Frozen = serde_json::from_slice(&bytes).map_err(|e| e.to_string())?;
        let rises = frozen.borders.is_sorted() && frozen.borders.len() > 1;
        match frozen.format == FORMAT && frozen.kind == "run" && rises {
            true => Ok(Some(frozen)),
            false => Err(frozen.format),
        }
    }

    /// How many parts.
    pub fn parts(&self) -> u32 {
        self.borders.len() as u32 - 1
    }

    /// All replicates.
    pub fn replicates(&self) -> Range<u32> {
        self.borders[0]..self.borders[self.borders.len() - 1]
    }

    /// The replicates of a part.
    pub fn range(&self, index: u32) -> Range<u32> {
        let index = index as usize;
        self.borders[index]..self.borders[index + 1]
    }

    /// What the futures of a part belong to.
    pub fn part(&self, index: u32) -> Belongs {
        let Range { start, end } = self.range(index);
        Belongs {
            part: Some(Part {
                index,
                first: start,
                end,
            }),
            ..self.belongs.clone()
        }
    }

    /// Hands over the entries of a finished part.
    ///
    /// # Errors
    /// It is not there, or is not what it should be.
    pub fn entries(
        &self,
        folder: &Path,
        index: u32,
        take: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Result<(), Flaw> {
        let unreadable = |e: io::Error| Flaw::Unreadable(e.to_string());
        let file = match File::open(place(folder, index)) {
            Ok(file) => file,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(Flaw::Missing),
            Err(e) => return Err(unreadable(e)),
        };
        let (own, mut reading) = Reading::open(file, true).map_err(unreadable)?;
        let asked = self.part(index);
        match own {
            None => return Err(Flaw::Spoilt),
            Some(own) if own == asked => {}
            Some(own) if (&own.version, &own.sources) != (&asked.version, &asked.sources) => {
                return Err(Flaw::OtherBuild);
            }
            Some(_) => return Err(Flaw::Another),
        }
        loop {
            match reading.go_on().map_err(unreadable)? {
                Next::Entry(entry) if take(&entry) => {}
                Next::End(true) => return Ok(()),
                _ => return Err(Flaw::Spoilt),
            }
        }
    }
}

impl Frozen {
    /// The entries of all parts in the order of their futures, read as they are asked for; they end where one
    /// is not whole. That parts are what was written, [`entries`](Frozen::entries) has found before.
    pub fn all_entries<'a>(&'a self, folder: &'a Path) -> impl Iterator<Item = Vec<u8>> + 'a {
        let mut parts = 0..self.parts();
        let mut open: Option<Reading<File>> = None;
        std::iter::from_fn(move || {
            loop {
                if let Some(reading) = &mut open {
                    match reading.go_on().ok()? {
                        Next::Entry(entry) => return Some(entry),
                        Next::End(true) => open = None,
                        _ => return None,
                    }
                }
                let file = File::open(place(folder, parts.next()?)).ok()?;
                open = Some(Reading::open(file, false).ok()?.1);
            }
        })
    }
}

/// Why a part cannot be put to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is not there.
    Missing,
    /// Its end is not there, or it is not what was written.
    Spoilt,
    /// Another version or build from other sources made it.
    OtherBuild,
    /// It is of another question, or another part.
    Another,
    /// The system does not let it be read.
    Unreadable(String),
}

/// Where a part lies.
pub fn place(folder: &Path, index: u32) -> PathBuf {
    folder.join(PARTS).join(format!("{index:05}.part"))
}

/// How the names of a part that is not finished begin.
fn begins(index: u32) -> String {
    format!(".{index:05}.part-")
}

/// A question on its way to its folder.
pub struct Stage(TempDir);

impl Stage {
    /// Writes all of it beside the place where it will lie.
    ///
    /// # Errors
    /// The place cannot be written to.
    pub fn write(
        out: &Path,
        frozen: &Frozen,
        scenario: &str,
        tables: &[(String, Vec<u8>)],
    ) -> Result<Stage, ReportError> {
        let above = out.parent().filter(|p| !p.as_os_str().is_empty());
        let above = above.unwrap_or(Path::new("."));
        let save = || -> io::Result<Stage> {
            fs::create_dir_all(above)?;
            let stage = folder_beside(above)?;
            let inside = |name: &str| stage.path().join(name);
            fs::create_dir(inside(PARTS))?;
            if !tables.is_empty() {
                fs::create_dir(inside(BASE))?;
            }
            for (name, bytes) in tables {
                whole(&inside(BASE).join(name), bytes)?;
            }
            whole(&inside(SCENARIO), scenario.as_bytes())?;
            whole(&inside(QUESTION), text(frozen).as_bytes())?;
            Ok(Stage(stage))
        };
        save().map_err(at(out))
    }

    /// Where it waits.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Gives the folder its name.
    ///
    /// # Errors
    /// Something is there already.
    pub fn publish(self, out: &Path) -> Result<(), ReportError> {
        let _ = fs::remove_dir(out); // succeeds only when it is empty
        fs::rename(self.0.path(), out).map_err(at(out))?;
        let _ = self.0.keep(); // nothing bears this name any more
        sync_folder(out.parent().unwrap_or(Path::new("")));
        Ok(())
    }
}

/// A hidden folder that whoever may read its neighbours may read.
fn folder_beside(above: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".carecast-");
    #[cfg(unix)]
    let all = std::os::unix::fs::PermissionsExt::from_mode(0o777);
    #[cfg(unix)]
    builder.permissions(all);
    builder.tempdir_in(above)
}

fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A part that is being written.
pub struct Writing {
    file: Sealed<File>,
    own: TempPath,
    place: PathBuf,
    begins: String,
}

impl Writing {
    /// Begins a part. Entries that an earlier try has left are taken over as long as they are
    /// `sound`.
    ///
    /// # Errors
    /// The place cannot be written to.
    pub fn begin(
        folder: &Path,
        frozen: &Frozen,
        index: u32,
        sound: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Result<Writing, ReportError> {
        let (place, begins) = (place(folder, index), begins(index));
        let above = folder.join(PARTS);
        let belongs = frozen.part(index);
        let left = others(&above, &begins);
        let most = |path: &PathBuf| fs::metadata(path).map_or(0, |m| m.len());
        let left = left.into_iter().max_by_key(most);
        let start = || -> io::Result<Writing> {
            fs::create_dir_all(&above)?;
            let mut builder = tempfile::Builder::new();
            let made = builder
                .prefix(&begins)
                .make_in(&above, |path| File::create_new(path))?;
            let (file, own) = made.into_parts();
            let mut file = Sealed::begin(file, &belongs)?;
            // Whoever left it may be at it still, or clear it away at this moment.
            let before = left.and_then(|path| Reading::open(File::open(path).ok()?, false).ok());
            if let Some((Some(known), mut reading)) = before
                && known == belongs
            {
                while let Ok(Next::Entry(entry)) = reading.go_on()
                    && sound(&entry)
                {
                    file.put(&entry)?;
                }
            }
            Ok(Writing {
                file,
                own,
                place: place.clone(),
                begins: begins.clone(),
            })
        };
        start().map_err(at(&place))
    }

    /// Writes one entry.
    ///
    /// # Errors
    /// It could not be written.
    pub fn put(&mut self, entry: &[u8]) -> Result<(), ReportError> {
        self.file.put(entry).map_err(at(&self.place))
    }

    /// The part takes its place; what earlier tries have left goes.
    ///
    /// # Errors
    /// It could not be written.
    pub fn finish(self) -> Result<(), ReportError> {
        let above = self.place.parent().unwrap_or(Path::new(""));
        let end = || -> io::Result<()> {
            self.file.seal()?.sync_all()?;
            self.own.persist(&self.place).map_err(|e| e.error)
        };
        end().map_err(at(&self.place))?;
        sync_folder(above);
        for left in others(above, &self.begins) {
            let _ = fs::remove_file(left); // what cannot be removed is in nobody's way
        }
        Ok(())
    }

    /// What was written stays for another try.
    pub fn leave(self) {
        let _ = self.own.keep();
    }
}

/// Files that other tries of a part have left.
fn others(above: &Path, begins: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(above).into_iter().flatten().flatten();
    let left = entries.filter(|e| e.file_name().to_string_lossy().starts_with(begins));
    left.map(|e| e.path()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_tile_the_replicates_on_borders_of_blocks() {
        for (replicates, parts) in [
            (0..1, 1),
            (0..470, 3),
            (5..475, 7),
            (0..480, 64),
            (3..10_003, 9),
        ] {
            let own = Named {
                name: "a".into(),
                sha256: String::new(),
            };
            let belongs = Belongs {
                version: String::new(),
                sources: String::new(),
                question: String::new(),
                base: String::new(),
                seed: 1,
                hospitals: 0,
                part: None,
            };
            let asked = (own, Vec::new());
            let frozen = Frozen::run(asked, "a", belongs, replicates.clone(), (parts, 16));
            assert_eq!(
                (frozen.parts(), frozen.replicates()),
                (parts, replicates.clone())
            );
            let longest = (0..parts).map(|part| frozen.range(part).len()).max();
            let even = replicates.len().div_ceil(16).div_ceil(parts as usize) * 16;
            assert!(
                longest.is_some_and(|long| long <= even),
                "{replicates:?}: {longest:?}"
            );
            let inner = &frozen.borders[1..parts as usize];
            assert!(
                inner
                    .iter()
                    .all(|border| (border - replicates.start).is_multiple_of(16))
            );
        }
    }
}
