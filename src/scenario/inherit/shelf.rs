//! Where a scenario and what it builds on lie: in a folder, or inside the program.

use crate::scenario::file::{BUILT_IN, PACKAGES};
use crate::words::compare as words;
use std::path::{Component, Path, PathBuf};

/// A place that other files are named from.
#[derive(Clone, Debug, PartialEq)]
pub enum Shelf {
    /// A folder.
    Folder(PathBuf),
    /// A folder of the scenarios inside the program, seen from their root.
    Program(PathBuf),
}

/// A file that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Name as the user knows it.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// The place files named in it are seen from.
    pub shelf: Shelf,
    /// What tells it from every other file.
    pub key: String,
}

/// Why a file was not found.
#[derive(Debug)]
pub enum Missing {
    /// Nothing of this name lies there.
    NotThere,
    /// It cannot be read; what the system said.
    Unreadable(String),
}

impl Shelf {
    /// What tells a file from every other, by its name on this shelf.
    pub fn key(&self, name: &Path) -> String {
        match self {
            Shelf::Folder(folder) => {
                let path = folder.join(name);
                let whole = std::fs::canonicalize(&path).unwrap_or(path);
                whole.to_string_lossy().into_owned()
            }
            Shelf::Program(folder) => match inside(folder, name) {
                Some(path) => words::built_in(&path),
                None => String::new(),
            },
        }
    }

    /// The file of a name: beside the one that names it, else a built-in one.
    pub fn find(&self, asked: &str) -> Result<Found, Missing> {
        let name = Path::new(asked);
        match self {
            Shelf::Program(folder) => inside(folder, name)
                .and_then(|path| built_in(&path, ""))
                .or_else(|| built_in(asked, ""))
                .ok_or(Missing::NotThere),
            Shelf::Folder(folder) => {
                let path = folder.join(name);
                if !path.is_file() {
                    return built_in(asked, crate::messages::file::BUILT_IN)
                        .ok_or(Missing::NotThere);
                }
                let bytes = std::fs::read(&path).map_err(|e| Missing::Unreadable(e.to_string()))?;
                Ok(Found {
                    name: path.display().to_string(),
                    bytes,
                    shelf: Shelf::Folder(path.parent().unwrap_or(Path::new("")).to_owned()),
                    key: self.key(name),
                })
            }
        }
    }
}

/// A scenario or package of the program by its path there; `.ron` may be left out.
fn built_in(asked: &str, said: &str) -> Option<Found> {
    let stem = asked.strip_suffix(".ron").unwrap_or(asked);
    let (_, text) = BUILT_IN
        .iter()
        .chain(PACKAGES)
        .find(|(name, _)| *name == stem)?;
    let folder = Path::new(stem).parent().unwrap_or(Path::new(""));
    Some(Found {
        name: format!("{said}{stem}.ron"),
        bytes: text.as_bytes().to_vec(),
        shelf: Shelf::Program(folder.to_owned()),
        key: words::built_in(&format!("{stem}.ron")),
    })
}

/// A path inside the program as seen from its root, with `/` between its parts; none that leads out.
fn inside(folder: &Path, name: &Path) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in folder.join(name).components() {
        match part {
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::CurDir => {}
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}

/// Names of everything the program carries, as another file would name it.
pub fn built_in_names() -> Vec<&'static str> {
    let all = BUILT_IN.iter().chain(PACKAGES);
    all.map(|(name, _)| *name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_beside_another_comes_before_a_built_in_one() {
        let home = tempfile::tempdir().unwrap();
        let shelf = Shelf::Folder(home.path().to_owned());
        let found = shelf.find("baseline.ron").unwrap();
        assert_eq!(found.name, "built-in baseline.ron");
        std::fs::write(home.path().join("baseline.ron"), "mine").unwrap();
        let found = shelf.find("baseline.ron").unwrap();
        assert_eq!(found.bytes, b"mine");
        assert!(
            shelf.find("baseline").is_ok(),
            "the built-in one by its name"
        );
        assert!(matches!(shelf.find("bas"), Err(Missing::NotThere)));
        assert!(shelf.find(".").is_err(), "a folder is no file");
    }

    #[test]
    fn inside_the_program_nothing_of_the_disk_is_read() {
        let shelf = Shelf::Program(PathBuf::from("packages"));
        let found = shelf.find("../baseline.ron").unwrap();
        assert_eq!(
            (found.name.as_str(), found.key.as_str()),
            ("baseline.ron", "built-in baseline.ron")
        );
        assert!(shelf.find("../../Cargo.toml").is_err());
        assert!(shelf.find("/etc/hostname").is_err());
        let top = Shelf::Program(PathBuf::new());
        assert!(top.find("packages/handovers-other-ministries").is_ok());
        assert!(top.find("Cargo.toml").is_err());
    }
}
