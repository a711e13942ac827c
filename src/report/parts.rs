//! A frozen question: a folder that holds all that fixes its numbers, and its parts as they are
//! finished.
//!
//! A question lives scenarios one after the other, each in its replicates: a run one, a comparison its
//! options and what splits their changes, a sweep its points, looking back its origins by each way of
//! going on. Parts are cut out of that row.
//!
//! A part is [written](super::writing) under a name of its own, flushed, and then takes its place whole.
//! Whoever writes the same part at the same time writes the same bytes. A part that was killed leaves
//! what it had, and the next try goes on from there.

use super::ReportError;
use super::draft::{at, sync_folder};
use super::futures::{Belongs, Next, Part, Reading};
use super::manifest::{Named, text};
use crate::lanes::WIDTH;
use crate::results::comparison::InputDifference;
use crate::results::sweep::Effort;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The file that says what is asked.
pub const QUESTION: &str = "question.json";
/// The folder of the base, where the program does not carry it.
pub const BASE: &str = "base";
/// The folder of the parts.
const PARTS: &str = "parts";
/// What [`QUESTION`] begins with.
const FORMAT: &str = "carecast: a frozen question, 2";

/// What is asked of the scenarios that are lived.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Asks {
    /// What one scenario brings.
    Run(Own),
    /// How options differ from one of them.
    Compare {
        /// The options.
        options: Vec<Written>,
        /// Position of the one the others are held against.
        reference: usize,
        /// Whether changes are split over decisions.
        attribute: bool,
        /// In which inputs they differ, and where those are written.
        inputs: Vec<InputDifference>,
    },
    /// How answers follow numbers of a scenario.
    Sweep {
        /// The scenario.
        #[serde(flatten)]
        own: Own,
        /// What is varied, as written.
        over: Vec<String>,
        /// Points of a Latin hypercube; none: a grid.
        latin: Option<u32>,
        /// The targets that are named.
        targets: Vec<String>,
        /// How many futures a point is given.
        effort: Effort,
    },
    /// What earlier years would have forecast.
    Hindcast(Past),
}

/// What is asked of the past.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// Years to forecast from.
    pub origins: Vec<i32>,
    /// The year by which everything used must have been published.
    pub known_by: Option<i32>,
    /// Futures of the whole model from each origin by each way of going on.
    pub futures: u32,
    /// The name of the user's file of what came.
    pub actual: Option<String>,
}

/// A scenario, and what it builds on, with the fingerprints of their files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Own {
    /// The scenario.
    pub scenario: Named,
    /// The files it builds on.
    pub builds_on: Vec<Named>,
}

/// An option and the file it was read from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// The option, with the fingerprint of its file.
    pub option: Named,
    /// That file.
    pub file: String,
}

/// The futures of scenarios that are lived one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lives {
    /// The replicates of each scenario.
    pub replicates: Vec<Range<u32>>,
    /// Whether a scenario may need fewer, which is seen when they are lived: it is not cut.
    pub at_most: bool,
}

impl Lives {
    /// How many futures.
    pub fn futures(&self) -> u64 {
        self.replicates.iter().map(|own| own.len() as u64).sum()
    }

    /// Cuts them in so many parts on borders of blocks, or of scenarios where these are not cut; as
    /// futures before each border, counted over all scenarios.
    fn borders(&self, parts: u32) -> Vec<u64> {
        let block = WIDTH as u64;
        let pieces = |own: &Range<u32>| match self.at_most {
            true => 1,
            false => (own.len() as u64).div_ceil(block),
        };
        let all: u64 = self.replicates.iter().map(pieces).sum();
        let mut scenarios = self.replicates.iter().peekable();
        let (mut before, mut futures) = (0, 0);
        let border = |part: u32| {
            let piece = all * u64::from(part) / u64::from(parts);
            while let Some(own) = scenarios.next_if(|own| before + pieces(own) <= piece) {
                before += pieces(own);
                futures += own.len() as u64;
            }
            futures + (piece - before) * block
        };
        (0..=parts).map(border).collect()
    }
}

/// A frozen question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    format: String,
    /// What is asked.
    pub asks: Asks,
    /// What its futures belong to.
    pub belongs: Belongs,
    /// What is lived.
    pub lives: Lives,
    /// Futures before each part, counted over all scenarios, and in all.
    borders: Vec<u64>,
}

impl Frozen {
    /// A question in so many parts.
    pub fn new(asks: Asks, belongs: Belongs, lives: Lives, parts: u32) -> Frozen {
        Frozen {
            format: FORMAT.into(),
            asks,
            belongs,
            borders: lives.borders(parts),
            lives,
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
        match frozen.format == FORMAT && rises {
            true => Ok(Some(frozen)),
            false => Err(frozen.format),
        }
    }

    /// How many parts.
    pub fn parts(&self) -> u32 {
        self.borders.len() as u32 - 1
    }

    /// The futures of a part, counted over all scenarios.
    fn range(&self, index: u32) -> Range<u64> {
        let index = index as usize;
        self.borders[index]..self.borders[index + 1]
    }

    /// The same by scenario: its number and replicates.
    pub fn pieces(&self, index: u32) -> Vec<(u32, Range<u32>)> {
        let range = self.range(index);
        let mut before = 0;
        let piece = |(own, number): (&Range<u32>, u32)| {
            let first = range.start.max(before);
            let place = |future: u64| own.start + (future - before) as u32;
            let end = range.end.min(before + own.len() as u64);
            let piece = (first < end).then(|| (number, place(first)..place(end)));
            before += own.len() as u64;
            piece
        };
        self.lives
            .replicates
            .iter()
            .zip(0..)
            .filter_map(piece)
            .collect()
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

/// Holds entries of a part against the place where each must stand.
pub struct Walk {
    pieces: VecDeque<(u32, Range<u32>)>,
    at_most: bool,
    begun: bool,
    leaps: bool,
}

impl Walk {
    /// From the beginning of a part.
    pub fn along(frozen: &Frozen, index: u32) -> Walk {
        Walk {
            pieces: frozen.pieces(index).into(),
            at_most: frozen.lives.at_most,
            begun: false,
            leaps: false,
        }
    }

    /// The same where some may be lacking, before and between those there are.
    pub fn leaping(frozen: &Frozen, index: u32) -> Walk {
        Walk {
            leaps: true,
            // It passes over scenarios by leaping.
            at_most: false,
            ..Walk::along(frozen, index)
        }
    }

    /// Whether this is what comes next: scenario, first replicate and number of futures.
    pub fn follows(&mut self, place: (u32, u32, u32)) -> bool {
        if self.leaps {
            self.leap(place);
        }
        let Some((scenario, left)) = self.pieces.front_mut() else {
            return false;
        };
        let lanes = (left.len() as u32).min(WIDTH as u32);
        if place == (*scenario, left.start, lanes) {
            left.start += lanes;
            self.begun = left.start < left.end;
            if !self.begun {
                self.pieces.pop_front();
            }
            return true;
        }
        self.pass_over() && self.follows(place)
    }

    /// Passes over what is lacking before a place, if a block that lies ahead has it.
    fn leap(&mut self, (scenario, first, lanes): (u32, u32, u32)) {
        let mut pieces = self.pieces.iter();
        let Some(at) = pieces.position(|(own, _)| *own == scenario) else {
            return;
        };
        let left = &mut self.pieces[at].1;
        let block = WIDTH as u32;
        let ahead = left.contains(&first)
            && (first - left.start).is_multiple_of(block)
            && lanes == (left.end - first).min(block);
        if ahead {
            left.start = first;
            self.pieces.drain(..at);
        }
    }

    /// Goes on to the next scenario where this one may have ended.
    fn pass_over(&mut self) -> bool {
        let may = self.at_most && std::mem::take(&mut self.begun);
        may && self.pieces.pop_front().is_some()
    }

    /// Whether nothing is lacking.
    pub fn is_over(&mut self) -> bool {
        self.pass_over();
        self.pieces.is_empty()
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

/// Where tries of a part lie that are not finished, and how their names begin.
pub(super) fn tries_of(folder: &Path, index: u32) -> (PathBuf, String) {
    (folder.join(PARTS), format!(".{index:05}.part-"))
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
        scenarios: &[(String, String)],
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
            for (name, text) in scenarios {
                let place = inside(name);
                fs::create_dir_all(place.parent().unwrap_or(stage.path()))?;
                whole(&place, text.as_bytes())?;
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn frozen(replicates: &[Range<u32>], at_most: bool, parts: u32) -> Frozen {
        let own = Own {
            scenario: Named {
                name: "a".into(),
                sha256: String::new(),
            },
            builds_on: Vec::new(),
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
        let lives = Lives {
            replicates: replicates.to_vec(),
            at_most,
        };
        Frozen::new(Asks::Run(own), belongs, lives, parts)
    }

    #[test]
    fn parts_tile_the_replicates_on_borders_of_blocks() {
        for (own, scenarios, parts) in [
            (0..1, 1, 1),
            (0..470, 1, 3),
            (5..475, 1, 7),
            (0..480, 1, 64),
            (3..10_003, 1, 9),
            (5..475, 3, 7),
            (0..20, 2, 9),
        ] {
            let mut replicates = vec![own; scenarios];
            if scenarios == 3 {
                replicates[1].end = 21;
            }
            let frozen = frozen(&replicates, false, parts);
            let blocks = |range: &Range<u32>| range.len().div_ceil(WIDTH);
            let even = replicates.iter().map(blocks).sum::<usize>();
            let most = even.div_ceil(parts as usize);
            let mut all: Vec<(u32, Range<u32>)> = Vec::new();
            for part in 0..parts {
                let pieces = frozen.pieces(part);
                let long: usize = pieces.iter().map(|(_, range)| blocks(range)).sum();
                assert!(long <= most, "{replicates:?}: {long}");
                for (scenario, range) in pieces {
                    match all.last_mut().filter(|(own, _)| *own == scenario) {
                        Some((_, before)) => {
                            assert_eq!(before.end, range.start);
                            assert!(before.len().is_multiple_of(WIDTH));
                            before.end = range.end;
                        }
                        None => all.push((scenario, range)),
                    }
                }
            }
            let whole: Vec<_> = (0..).zip(replicates.iter().cloned()).collect();
            assert_eq!(all, whole, "{parts}");
        }
    }

    #[test]
    fn scenarios_that_are_not_cut_fall_to_parts_whole() {
        let frozen = frozen(&[0..500, 0..500, 0..500], true, 2);
        assert_eq!(frozen.pieces(0), [(0, 0..500)]);
        assert_eq!(frozen.pieces(1), [(1, 0..500), (2, 0..500)]);
    }

    #[test]
    fn entries_follow_one_another_or_a_part_lacks_some() {
        let walk = |frozen: &Frozen, places: &[(u32, u32, u32)]| {
            let mut walk = Walk::along(frozen, 0);
            let follow = places.iter().all(|place| walk.follows(*place));
            follow && walk.is_over()
        };
        let all = [(0, 3, 16), (0, 19, 4), (1, 3, 16), (1, 19, 4)];
        let cut = frozen(&[3..23, 3..23], false, 1);
        assert!(walk(&cut, &all));
        assert!(!walk(&cut, &all[..3]) && !walk(&cut, &all[1..]));
        assert!(!walk(&cut, &[all[0], all[2], all[3]]));
        // Where fewer may do, a scenario that was begun may have ended.
        let fewer = frozen(&[3..23, 3..23], true, 1);
        assert!(walk(&fewer, &all) && walk(&fewer, &all[..3]));
        assert!(walk(&fewer, &[all[0], all[2], all[3]]));
        assert!(!walk(&fewer, &all[..2]) && !walk(&fewer, &all[2..]));
    }

    #[test]
    fn some_may_be_lacking_of_what_waits_but_none_goes_back() {
        // Whether or not a scenario may end before its last future.
        for at_most in [false, true] {
            some_may_be_lacking(&frozen(&[3..43, 3..43], at_most, 1));
        }
    }

    fn some_may_be_lacking(of: &Frozen) {
        let follow = |places: &[(u32, u32, u32)]| {
            let mut walk = Walk::leaping(of, 0);
            places.iter().all(|place| walk.follows(*place))
        };
        let all = [(0, 3, 16), (0, 19, 16), (0, 35, 8), (1, 3, 16), (1, 19, 16)];
        assert!(follow(&all) && follow(&all[1..]) && follow(&all[4..]));
        assert!(follow(&[all[0], all[2], all[4]]));
        assert!(!follow(&[all[1], all[0]]) && !follow(&[all[3], all[2]]));
        // Neither off the border of a block, nor of another length, nor of a third scenario.
        for place in [(0, 20, 16), (0, 35, 16), (1, 19, 8), (2, 3, 16)] {
            let mut walk = Walk::leaping(of, 0);
            assert!(!walk.follows(place));
            assert!(walk.follows(all[1]), "{place:?} moves nothing");
        }
    }
}
