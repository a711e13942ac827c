//! What we tell a planner: a mistake has a code, a place, a cause and a way out. All of a file's
//! mistakes are reported at once.

use crate::messages;
use crate::said::Message;
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, SourceCode, SourceSpan, SpanContents,
};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

pub use crate::messages::source::odd_space;

/// Problems drawn; the rest is counted.
const MOST_SHOWN: usize = 60;

/// Bytes of the longest line that is drawn.
const LONGEST_LINE: usize = 500;

/// Characters of the longest sentence; a longer one holds a name without end.
const LONGEST_SENTENCE: usize = 900;

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
    pub span: Option<Range<usize>>,
    /// Words under the underline.
    pub label: String,
    /// What to do.
    pub help: String,
    /// Other places that belong to it, each with its words: where the same id was first used.
    pub notes: Vec<(Range<usize>, String)>,
}

impl Problem {
    /// An error without a place.
    pub fn refusal(code: &'static str, said: Message) -> Problem {
        Problem {
            code,
            severity: Severity::Error,
            message: short(said.text),
            span: None,
            label: messages::HERE.into(),
            help: short(said.help),
            notes: Vec::new(),
        }
    }

    /// A warning without a place.
    pub fn caution(code: &'static str, said: Message) -> Problem {
        Problem {
            severity: Severity::Warning,
            ..Problem::refusal(code, said)
        }
    }

    /// The same problem in words that a terminal only prints.
    fn without_signs(&self) -> Problem {
        let said = |words: &str| harmless(words).replace('\t', " ");
        let mut problem = self.clone();
        problem.message = said(&self.message);
        problem.label = said(&self.label);
        problem.help = said(&self.help);
        for (_, words) in &mut problem.notes {
            *words = said(words);
        }
        problem
    }

    /// The same problem, placed at a byte range.
    pub fn over(mut self, span: Option<Range<usize>>) -> Problem {
        self.span = span;
        self
    }

    /// The same problem, with other words under the underline.
    pub fn label(mut self, label: impl Into<String>) -> Problem {
        self.label = short(label.into());
        self
    }

    /// The same problem, pointing at one more place, if that place is known.
    pub fn note(mut self, span: Option<Range<usize>>, words: impl Into<String>) -> Problem {
        if let Some(span) = span {
            self.notes.push((span, short(words.into())));
        }
        self
    }
}

/// A sentence in which odd spaces are named: `39[no-break space]200`.
pub fn named(sentence: String) -> String {
    if sentence.is_ascii() || !sentence.chars().any(|c| odd_space(c).is_some()) {
        return sentence;
    }
    let mut said = String::new();
    for sign in sentence.chars() {
        match odd_space(sign) {
            Some(name) => said.push_str(&format!("[{name}]")),
            None => said.push(sign),
        }
    }
    said
}

/// Something that was written in a file.
pub trait Placed {
    /// The byte range it was written at; `None` for defaults and values made in code.
    fn place(&self) -> Option<Range<usize>>;
}

/// A sentence whose invisible signs are named, with head and tail; where it is too long it loses its middle.
fn short(sentence: String) -> String {
    let sentence = named(sentence);
    let letters = sentence.chars().count();
    if letters <= LONGEST_SENTENCE {
        return sentence;
    }
    let tail = LONGEST_SENTENCE / 3;
    let head: String = sentence.chars().take(LONGEST_SENTENCE - tail).collect();
    let end: String = sentence.chars().skip(letters - tail).collect();
    format!("{head} ... {end}")
}

/// A text without signs that a terminal would obey (colours, bells, turned reading order), each
/// exchanged for one of the same length, so that places stay true.
fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            '\r' => ' ',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c if c.is_ascii_control() => '?',
            c if c.is_control() => '·',
            c => c,
        })
        .collect()
}

/// The problems of one file, in the order found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    /// In the order found.
    pub all: Vec<Problem>,
}

impl Problems {
    /// Refuses the file for what stands at a place.
    pub fn refuse(&mut self, place: &impl Placed, code: &'static str, said: Message) {
        self.add(Problem::refusal(code, said).over(place.place()));
    }

    /// Warns of what stands at a place.
    pub fn warn(&mut self, place: &impl Placed, code: &'static str, said: Message) {
        self.add(Problem::caution(code, said).over(place.place()));
    }

    /// Refuses the file for what stands there a second time, and points at the first.
    pub fn twice(
        &mut self,
        (first, second): (&impl Placed, &impl Placed),
        code: &'static str,
        said: Message,
    ) {
        let twice = Problem::refusal(code, said).over(second.place());
        let twice = twice.label(messages::SECOND_TIME);
        self.add(twice.note(first.place(), messages::FIRST_TIME));
    }

    /// Adds a problem.
    pub fn add(&mut self, problem: Problem) {
        self.all.push(problem);
    }

    /// Whether any of them refuses the file.
    pub fn has_errors(&self) -> bool {
        self.all.iter().any(|p| p.severity == Severity::Error)
    }

    /// Whether there is none at all.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether there are so many that looking for more helps nobody.
    pub fn crowded(&self) -> bool {
        self.all.len() >= 500
    }

    /// Puts them in the order of the file; those without a place come first.
    pub fn sort(&mut self) {
        self.all
            .sort_by_key(|p| p.span.as_ref().map(|s| (s.start, s.end)));
    }
}

/// A file with its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Name as the user knows it.
    pub name: String,
    /// The text places point into.
    pub text: String,
}

/// Texts laid one behind the other, so that one number names a place in all of them: the first
/// begins at 0, each other one byte behind the end of the one before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    pages: Vec<(usize, Source)>,
}

impl Book {
    /// A book of a first text.
    pub fn new(name: &str, text: &str) -> Book {
        let (name, text) = (name.to_owned(), text.to_owned());
        Book {
            pages: vec![(0, Source { name, text })],
        }
    }

    /// The book of a text and those behind it.
    pub fn of(name: &str, text: &str, others: &[Source]) -> Book {
        let mut book = Book::new(name, text);
        for other in others {
            book.add(other.clone());
        }
        book
    }

    /// Adds a text and gives the place where it begins.
    pub fn add(&mut self, source: Source) -> usize {
        let start = self.end() + 1;
        self.pages.push((start, source));
        start
    }

    fn end(&self) -> usize {
        self.pages.last().map_or(0, |(at, s)| at + s.text.len())
    }

    /// Number of the text in which a place lies.
    pub fn page_of(&self, place: usize) -> usize {
        let behind = self.pages.partition_point(|(start, _)| *start <= place);
        behind.saturating_sub(1)
    }

    /// A text by its number.
    pub fn page(&self, number: usize) -> &Source {
        &self.pages[number].1
    }

    /// Where a text begins.
    pub fn start(&self, number: usize) -> usize {
        self.pages[number].0
    }

    /// The texts behind the first.
    pub fn others(&self) -> Vec<Source> {
        let behind = self.pages.iter().skip(1);
        behind.map(|(_, source)| source.clone()).collect()
    }

    /// What stands at a place, if it lies within one text.
    pub fn get(&self, place: std::ops::Range<usize>) -> Option<&str> {
        let (start, source) = &self.pages[self.page_of(place.start)];
        let local = place.start.checked_sub(*start)?..place.end.checked_sub(*start)?;
        source.text.get(local)
    }

    /// The name of the file a place lies in, and its line and column counted from 1.
    pub fn line(&self, place: usize) -> (&str, usize, usize) {
        let (start, source) = &self.pages[self.page_of(place)];
        let (line, column) = line_and_column(&source.text, place - start);
        (&source.name, line, column)
    }

    /// The same in one word.
    fn spot(&self, place: usize) -> String {
        let (file, line, column) = self.line(place);
        format!("{file}:{line}:{column}")
    }

    /// The same places in texts that a terminal only prints.
    fn harmless(&self) -> Book {
        let mut book = self.clone();
        for (_, source) in &mut book.pages {
            source.name = harmless(&messages::file::read(&source.name));
            source.text = harmless(&source.text);
        }
        book
    }
}

impl SourceCode for Book {
    /// A stretch that would run over the end of a text cannot be read: each is drawn by itself.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, source) = &self.pages[self.page_of(span.offset())];
        let local = SourceSpan::from((span.offset() - start, span.len()));
        let read = source.text.as_str().read_span(&local, before, after)?;
        let found = read.span();
        Ok(Box::new(MietteSpanContents::new_named(
            source.name.clone(),
            read.data(),
            (found.offset() + start, found.len()).into(),
            read.line(),
            read.column(),
            read.line_count(),
        )))
    }
}

/// A file that cannot be used: its problems, its name and its text.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}", summary(problems, file_name))]
pub struct Rejected {
    /// What is wrong, warnings included.
    pub problems: Problems,
    /// Name as the user knows it.
    pub file_name: String,
    /// Text the problems' places point into.
    pub text: String,
    /// Files it builds on; places behind the end of the text point into these, in a [`Book`].
    pub others: Vec<Source>,
}

impl Rejected {
    /// All of it as text for a terminal.
    pub fn render(&self, width: usize, colour: bool) -> String {
        let book = Book::of(&self.file_name, &self.text, &self.others);
        render_book(&self.problems, &book, width, colour)
    }
}

/// Draws the problems of a single text.
#[cfg(any(test, feature = "internals"))]
pub fn render(
    problems: &Problems,
    file_name: &str,
    text: &str,
    width: usize,
    colour: bool,
) -> String {
    render_book(problems, &Book::new(file_name, text), width, colour)
}

/// Draws the problems one under the other, each with its line of its file underlined, then one
/// line that counts them.
pub fn render_book(problems: &Problems, book: &Book, width: usize, colour: bool) -> String {
    let theme = if colour {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(width.saturating_sub(messages::HELP.chars().count() - HELP.len()))
        .with_context_lines(1)
        .without_syntax_highlighting();
    let book = Arc::new(book.harmless());
    let file_name = book.page(0).name.as_str();
    let mut page = String::new();
    for problem in problems.all.iter().take(MOST_SHOWN) {
        let problem = &problem.without_signs();
        let place = problem.span.clone();
        let drawn = match place {
            Some(span) if !fits_a_page(&book, problem) => Drawn {
                problem,
                message: format!("{} ({})", problem.message, book.spot(span.start)),
                source: None,
            },
            _ => Drawn {
                problem,
                message: problem.message.clone(),
                source: Some(Arc::clone(&book)),
            },
        };
        let mut report = String::new();
        handler
            .render_report(&mut report, &drawn)
            .expect("writing to a string does not fail");
        page.push_str(&helped(report, &problem.help));
        page.push('\n');
    }
    if problems.all.len() > MOST_SHOWN {
        let more = problems.all.len() - MOST_SHOWN;
        page.push_str(&messages::and_more(more));
        page.push_str("\n\n");
    }
    // miette pads with blanks; a page that goes into a file or an e-mail should not.
    let mut page: String = page
        .lines()
        .flat_map(|line| [line.trim_end(), "\n"])
        .collect();
    page.push_str(&summary(problems, file_name));
    page.push('\n');
    page
}

/// What miette writes before the way out.
const HELP: &str = "help";

/// The same report with the way out announced in the language that is spoken; its lines stand under
/// one another.
fn helped(report: String, help: &str) -> String {
    let label = |word: &str| format!("  {word}: ");
    let under = |word: &str| format!("\n{}", " ".repeat(label(word).chars().count()));
    match report.rsplit_once(&label(HELP)) {
        Some((before, lines)) if !help.is_empty() => {
            let said = &messages::HELP;
            let lines = lines.replace(&under(HELP), &under(said));
            format!("{before}{}{lines}", label(said))
        }
        _ => report,
    }
}

/// Whether every line that would be drawn is short enough to be read.
fn fits_a_page(book: &Book, problem: &Problem) -> bool {
    let spans = problem
        .notes
        .iter()
        .map(|(span, _)| span)
        .chain(&problem.span);
    // First and last byte to be shown of each text.
    let mut shown: Vec<(usize, usize, usize)> = Vec::new();
    for span in spans {
        let number = book.page_of(span.start);
        let start = book.start(number);
        let (first, last) = (span.start - start, span.end - start);
        match shown.iter_mut().find(|(n, _, _)| *n == number) {
            Some((_, a, b)) => (*a, *b) = ((*a).min(first), (*b).max(last)),
            None => shown.push((number, first, last)),
        }
    }
    shown
        .into_iter()
        .all(|(number, first, last)| short_lines(&book.page(number).text, first, last))
}

/// Whether the lines from a byte to another, with one before and one after, are short.
fn short_lines(text: &str, first: usize, last: usize) -> bool {
    let before: Vec<&str> = text[..first].rsplitn(3, '\n').take(2).collect();
    let start = first - before.iter().map(|l| l.len() + 1).sum::<usize>().min(first);
    let mut end = last;
    for _ in 0..2 {
        end += text[end..].find('\n').map_or(text.len() - end, |n| n + 1);
    }
    text[start..end]
        .lines()
        .all(|line| line.len() <= LONGEST_LINE)
}

/// Line and column of a byte, counted from 1, in characters.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let line_start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    (
        text[..at].matches('\n').count() + 1,
        text[line_start..at].chars().count() + 1,
    )
}

/// One line that counts the problems of a file.
pub fn summary(problems: &Problems, file_name: &str) -> String {
    let count = |severity| {
        problems
            .all
            .iter()
            .filter(|p| p.severity == severity)
            .count()
    };
    messages::summary(file_name, count(Severity::Error), count(Severity::Warning))
}

/// One problem as miette wants to see it.
#[derive(Debug)]
struct Drawn<'a> {
    problem: &'a Problem,
    message: String,
    source: Option<Arc<Book>>,
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Drawn<'_> {}

impl Diagnostic for Drawn<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let word = match self.problem.severity {
            Severity::Error => messages::ERROR,
            Severity::Warning => messages::WARNING,
        };
        Some(Box::new(format!("{word}: {}", self.problem.code)))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.problem.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        if self.problem.help.is_empty() {
            None
        } else {
            Some(Box::new(&self.problem.help))
        }
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        self.problem.span.as_ref()?;
        self.source.as_ref().map(|s| s as &dyn miette::SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.source.as_ref()?;
        let span = self.problem.span.as_ref()?;
        let first = LabeledSpan::new_primary_with_span(
            Some(self.problem.label.clone()),
            (span.start, span.len()),
        );
        let others =
            self.problem.notes.iter().map(|(s, words)| {
                LabeledSpan::new_with_span(Some(words.clone()), (s.start, s.len()))
            });
        Some(Box::new(std::iter::once(first).chain(others)))
    }
}

/// The nearest of `known` to `word`, if near enough to be meant. Accents, capitals, blanks and
/// underscores do not count; a word that is the beginning of one known name is taken for it.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = folded(word);
    if wanted.is_empty() {
        return None;
    }
    let letters = wanted.chars().count();
    let allowed = (letters / 3).clamp(1, 6);
    let mut best: Option<(usize, &'a str)> = None;
    for name in known {
        let candidate = folded(name);
        // Names that differ more in length are no slips of each other: a long word is told quickly.
        let mut distance = letters.abs_diff(candidate.chars().count());
        if distance <= allowed {
            distance = strsim::damerau_levenshtein(&wanted, &candidate);
        }
        // "bach" for "bach-mai", "dong-hoi" for "viet-nam-cu-ba-dong-hoi": a whole part of a name.
        if letters >= 3 && format!("-{candidate}-").contains(&format!("-{wanted}-")) {
            distance = distance.min(1);
        }
        if distance <= allowed && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// A word without accents, capitals, blanks and underscores, for comparing.
pub fn folded(word: &str) -> String {
    word.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'đ' => 'd',
            '_' | ' ' | '.' | '–' => '-',
            c => c,
        })
        .collect::<String>()
        .trim_matches('-')
        .to_owned()
}

/// The sentence that leads from an unknown word to a known one: the nearest if there is one, else
/// the whole list while it is short, else `where_to_look`.
pub fn suggestion(word: &str, known: &[&str], where_to_look: impl AsRef<str>) -> String {
    match nearest(word, known.iter().copied()) {
        Some(name) => messages::did_you_mean(name),
        None if !known.is_empty() && known.len() <= 12 => messages::choose_one(known.join(", ")),
        None => where_to_look.as_ref().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, help: &str) -> Message {
        let (text, help) = (text.to_owned(), help.to_owned());
        Message { text, help }
    }

    fn wrong(code: &'static str, text: &str, help: &str) -> Problem {
        Problem::refusal(code, said(text, help))
    }

    #[test]
    fn the_nearest_name_is_found_through_accents_capitals_and_slips() {
        let known = ["dong-nai", "dong-thap", "ha-noi", "cho-ray", "beds_per_10k"];
        for (word, found) in [
            ("hanoi", Some("ha-noi")),
            ("Hà Nội", Some("ha-noi")),
            ("Ha\u{300} No\u{302}\u{323}i", Some("ha-noi")),
            ("Đồng Nai", Some("dong-nai")),
            ("dong_thap", Some("dong-thap")),
            ("cho", Some("cho-ray")),
            ("beds_per_10000", Some("beds_per_10k")),
            ("singapore", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), found, "{word}");
        }
    }

    #[test]
    fn a_short_list_is_told_and_a_long_one_is_pointed_to() {
        assert_eq!(suggestion("zzz", &["a", "b"], "see"), "choose one of: a, b");
        assert_eq!(suggestion("zzz", &["abcdefgh"; 20], "see"), "see");
    }

    #[test]
    fn problems_without_a_place_come_first_and_the_rest_follow_the_file() {
        let mut problems = Problems::default();
        problems.add(wrong("b", "", "").over(Some(9..10)));
        problems.add(wrong("a", "", "").over(Some(2..3)));
        problems.add(Problem::caution("none", said("", "")));
        problems.sort();
        let codes: Vec<_> = problems.all.iter().map(|p| p.code).collect();
        assert_eq!(codes, ["none", "a", "b"]);
        assert_eq!(
            summary(&problems, "x.ron"),
            "x.ron: 2 mistakes to correct, 1 warning"
        );
    }

    #[test]
    fn a_line_without_end_is_named_not_drawn() {
        let text = format!("first\n{}é!\nlast", "x".repeat(2000));
        let at = text.find('!').unwrap();
        let mut problems = Problems::default();
        problems.add(wrong("a::b", "wrong", "right").over(Some(at..at + 1)));
        let page = render(&problems, "x.ron", &text, 100, false);
        assert!(
            page.contains("wrong (x.ron:2:2002)") && page.len() < 300,
            "{page}"
        );
        problems.all = vec![problems.all[0].clone().over(Some(0..1)); 100];
        let page = render(&problems, "x.ron", &text, 100, false);
        assert!(page.contains("... and 40 more"));
    }

    #[test]
    fn a_terminal_is_given_no_orders_and_places_stay_true() {
        let text = "a\u{1b}[31m \u{85}\u{202e}b\u{7}! c";
        assert_eq!(harmless(text).len(), text.len());
        let at = text.find('!').unwrap();
        let mut problems = Problems::default();
        let loud = wrong("a::b", "wrong: \u{1b}[0m\tx", "right");
        problems.add(loud.over(Some(at..at + 1)).label("\u{7}here"));
        let page = render(&problems, "x\u{8}.ron", text, 100, false);
        assert!(page.chars().all(|c| c == '\n' || !c.is_control()), "{page}");
        assert!(page.contains("wrong: ?[0m x") && page.contains("a?[31m ·\u{fffd}b?! c"));
    }

    #[test]
    fn a_name_without_end_is_cut_in_its_middle() {
        let name = "é".repeat(5000);
        let problem = wrong("a::b", &format!("no `{name}` here"), "right");
        let said = &problem.message;
        assert!(said.starts_with("no `é") && said.ends_with("é` here"));
        assert!(said.chars().count() < 910);
        assert_eq!(nearest(&name, ["beds", "staff"]), None);
    }

    #[test]
    fn a_place_in_another_file_is_drawn_in_that_file() {
        let mut book = Book::new("a.ron", "one\ntwo");
        let start = book.add(Source {
            name: "b.ron".into(),
            text: "three\nfour\nfive".into(),
        });
        let mut problems = Problems::default();
        let twice = wrong("a::b", "twice", "once").over(Some(start + 6..start + 10));
        problems.add(twice.label("again").note(Some(4..7), "first"));
        let page = render_book(&problems, &book, 100, false);
        for part in [
            "a.ron:2:1",
            "b.ron:2:1",
            "2 │ four",
            "2 │ two",
            "again",
            "first",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert_eq!(book.get(start + 6..start + 10), Some("four"));
        assert_eq!(book.get(4..start + 3), None);
        assert_eq!((book.page_of(7), book.page_of(start)), (0, 1));
    }

    #[test]
    fn colour_changes_nothing_but_colour() {
        let mut problems = Problems::default();
        problems.add(wrong("a::b", "wrong", "right").over(Some(2..4)));
        let plain = render(&problems, "x.ron", "ab cd", 80, false);
        let coloured = render(&problems, "x.ron", "ab cd", 80, true);
        assert!(!plain.contains('\u{1b}') && coloured.contains('\u{1b}'));
        assert!(plain.contains("x.ron:1:3"));
    }
}
