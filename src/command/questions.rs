//! Names on the command line become checked scenarios. All are read before the first one runs, and
//! one mistake refuses all.

use super::{Failure, doors, screen};
use crate::diagnostic::{self, Problems};
use crate::scenario::{Sampling, Scenario};
use crate::words::command as words;
use std::ops::Range;
use std::path::{Component, Path};
use std::time::Instant;

/// A scenario as the user asked for it.
pub struct Question {
    /// What the user typed.
    pub typed: String,
    /// The scenario, checked.
    pub scenario: Scenario,
    /// What is legal but unusual in it.
    pub warnings: Problems,
    /// Seconds of reading and checking.
    pub seconds: f64,
}

impl Question {
    /// Takes over a seed, a ceiling and a number of futures from the command line; which futures are asked.
    pub fn set(
        &mut self,
        (seed, ceiling): (Option<u64>, Option<f64>),
        replicates: Option<&Range<u32>>,
    ) -> Result<Range<u32>, Failure> {
        let scenario = &mut self.scenario;
        scenario.hold_to(ceiling);
        scenario.seed = seed.unwrap_or(scenario.seed);
        let asked = replicates.cloned().unwrap_or(0..scenario.replicates);
        scenario.replicates = asked.end - asked.start;
        if asked.start > 0 {
            self.is_no_latin(&words::A_RANGE)?;
        }
        Ok(asked)
    }

    /// Refuses what asks for other futures than a Latin hypercube is made of.
    pub fn is_no_latin(&self, asked: &str) -> Result<(), Failure> {
        match self.scenario.sampling {
            Sampling::LatinHypercube => Err(Failure::Refused(words::latin_is_whole(asked))),
            Sampling::Random | Sampling::Sobol => Ok(()),
        }
    }

    /// Tells the warnings.
    pub fn warn(&self) {
        if !self.warnings.is_empty() {
            screen::note(&diagnostic::render_book(
                &self.warnings,
                &self.scenario.book(&self.typed),
                screen::width(),
                screen::colour(),
            ));
        }
    }
}

/// Reads and checks everything that was asked; the second part is what the user reads of the rest.
pub fn read_all(files: &[String], base: Option<&Path>) -> (Vec<Question>, Vec<String>) {
    let mut questions = Vec::new();
    let mut refused = Vec::new();
    for asked in files {
        let began = Instant::now();
        let sound = |(scenario, warnings): (Scenario, Problems)| {
            doors::rehearse(&scenario, asked).map(|()| (scenario, warnings))
        };
        match read(asked, base).and_then(sound) {
            Ok((scenario, warnings)) => questions.push(Question {
                typed: asked.clone(),
                scenario,
                warnings,
                seconds: began.elapsed().as_secs_f64(),
            }),
            Err(message) => refused.push(message),
        }
    }
    (questions, refused)
}

/// The questions, if every one of them is sound.
pub fn ask(files: &[String], base: Option<&Path>) -> Result<Vec<Question>, Failure> {
    sound(read_all(files, base))
}

/// Refuses all where one is refused.
pub fn sound((questions, refused): (Vec<Question>, Vec<String>)) -> Result<Vec<Question>, Failure> {
    if refused.is_empty() {
        Ok(questions)
    } else {
        Err(Failure::Refused(refused.join("\n")))
    }
}

/// A file where there is one, else a built-in scenario of that name.
pub fn read(asked: &str, base: Option<&Path>) -> doors::Read {
    let path = Path::new(asked);
    // A folder that happens to bear the name of a built-in scenario does not hide it.
    let hidden = path.is_dir() && doors::built_in_names().contains(&asked);
    if path.exists() && !hidden {
        return doors::read_file(path, base);
    }
    doors::read_built_in(asked, base).unwrap_or_else(|| {
        let known = doors::built_in_names();
        let list = words::built_in_scenarios(&known.join(", "));
        Err(words::no_such_scenario(
            asked,
            &diagnostic::suggestion(asked, &known, &list),
        ))
    })
}

/// Each question needs a folder of its own under `out`.
pub fn folders_differ(questions: &[Question], out: &Path) -> Result<(), Failure> {
    for (i, question) in questions.iter().enumerate() {
        let name = &question.scenario.name;
        let parts: Vec<Component<'_>> = Path::new(name).components().collect();
        if !matches!(parts[..], [Component::Normal(_)]) {
            return Err(Failure::Refused(words::no_folder_name(&question.typed)));
        }
        // Some systems do not tell capitals from small letters in names of folders.
        let twin = questions[..i]
            .iter()
            .find(|q| q.scenario.name.to_lowercase() == name.to_lowercase());
        if let Some(twin) = twin {
            let folder = out.join(name).display().to_string();
            return Err(Failure::Refused(words::same_folder(
                &twin.typed,
                &question.typed,
                &folder,
            )));
        }
    }
    Ok(())
}
