//! A text whose parts may come from several files, and where each part was written.

use std::ops::Range;

/// A stretch of a text that stands somewhere in one piece.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Part {
    /// Its first byte in the text.
    at: usize,
    /// How long it is.
    length: usize,
    /// Its first byte where it was written.
    place: usize,
}

/// A text and where its parts were written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    text: String,
    parts: Vec<Part>,
}

impl Written {
    /// A text that was written as it stands, beginning at a place.
    pub fn at(text: &str, place: usize) -> Written {
        let mut written = Written::default();
        written.push(text, place);
        written
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds a text that was written at a place.
    pub fn push(&mut self, text: &str, place: usize) {
        self.parts.push(Part {
            at: self.text.len(),
            length: text.len(),
            place,
        });
        self.text.push_str(text);
    }

    /// Adds a text that was written nowhere.
    pub fn join(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds another text with its places.
    pub fn append(&mut self, other: &Written) {
        let at = self.text.len();
        let moved = other.parts.iter().map(|p| Part {
            at: p.at + at,
            ..*p
        });
        self.parts.extend(moved);
        self.text.push_str(&other.text);
    }

    /// A stretch of it.
    pub fn slice(&self, range: Range<usize>) -> Written {
        let mut parts = Vec::new();
        for part in &self.parts {
            let from = part.at.max(range.start);
            let to = (part.at + part.length).min(range.end);
            if from < to {
                parts.push(Part {
                    at: from - range.start,
                    length: to - from,
                    place: part.place + (from - part.at),
                });
            }
        }
        Written {
            text: self.text[range].to_owned(),
            parts,
        }
    }

    /// The same text with a stretch replaced.
    pub fn with(&self, range: Range<usize>, other: &Written) -> Written {
        let mut whole = self.slice(0..range.start);
        whole.append(other);
        whole.append(&self.slice(range.end..self.text.len()));
        whole
    }

    /// Where a stretch was written: as much of it as was written in one piece.
    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let behind = self.parts.partition_point(|p| p.at <= range.start);
        let Some(part) = self.parts[..behind].last().or(self.parts.first()) else {
            return range.clone();
        };
        let held = |at: usize| at.clamp(part.at, part.at + part.length) - part.at + part.place;
        held(range.start)..held(range.end)
    }

    /// Where each part of a stretch was written, in its order.
    pub fn places(&self, range: &Range<usize>) -> Vec<usize> {
        let inside = |p: &&Part| p.at < range.end && range.start < p.at + p.length;
        let parts = self.parts.iter().filter(inside);
        parts
            .map(|p| p.place + range.start.saturating_sub(p.at))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_keeps_its_place() {
        let own = Written::at("(a: 1, b: 2)", 100);
        let mut new = Written::default();
        new.join(" ");
        new.push("33", 500);
        let whole = own.with(4..5, &new);
        assert_eq!(whole.text(), "(a:  33, b: 2)");
        assert_eq!(whole.place(&(5..7)), 500..502);
        assert_eq!(whole.place(&(12..13)), 110..111);
        assert_eq!(whole.place(&(0..1)), 100..101);
        // What reaches over several parts ends with the first of them.
        assert_eq!(whole.place(&(1..14)), 101..104);
        assert_eq!(whole.places(&(0..14)), [100, 500, 105]);
        assert_eq!(whole.slice(5..8).place(&(0..2)), 500..502);
    }

    #[test]
    fn what_was_written_nowhere_stands_at_the_end_of_what_is_before_it() {
        let mut whole = Written::at("(a: 1", 10);
        whole.join(", b: 2)");
        assert_eq!(whole.place(&(7..8)), 15..15);
    }
}
