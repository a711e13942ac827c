//! What we tell a planner: a mistake has a code, a place, a cause and a way out. All of a file's
//! mistakes are reported at once.

use crate::source::Spanned;

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The file is refused.
    Error,
    /// Legal but unusual; the run goes on.
    Warning,
}

/// A mistake in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Code: `satellite::unknown-hospital`.
    pub code: &'static str,
    /// Severity.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Byte range in the file, where known.
    pub span: Option<std::ops::Range<usize>>,
    /// Words under the underline.
    pub label: String,
    /// What to do.
    pub help: String,
}

/// The problems of one file, in the order found.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    /// In the order found.
    pub all: Vec<Problem>,
}

impl Problems {
    /// Adds an error at a value.
    pub fn at<T>(
        &mut self,
        place: &Spanned<T>,
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.all.push(Problem {
            code,
            severity: Severity::Error,
            message: message.into(),
            span: place.span.clone(),
            label: "here".into(),
            help: help.into(),
        });
    }
}

/// The nearest of `known` to `word`, if near enough to be meant.
pub fn nearest<'a>(_word: &str, _known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    None
}
