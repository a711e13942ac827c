//! Text of a page in pieces: what is strong, told apart or code in it. The little Markdown of
//! [`super::markdown`] is read here alone; each kind of page writes the pieces in its own way.

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Text as it is.
    Text(String),
    /// What users type, and names of files.
    Code(String),
    /// What must not be overlooked.
    Strong(Vec<Span>),
    /// What is told apart.
    Apart(Vec<Span>),
}

/// The pieces of a text.
pub fn spans(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some((made, behind)) = marked(rest) {
            if !plain.is_empty() {
                out.push(Span::Text(std::mem::take(&mut plain)));
            }
            out.push(made);
            rest = behind;
        } else if let Some((letter, behind)) = escaped(rest) {
            plain.push(letter);
            rest = behind;
        } else {
            plain.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    if !plain.is_empty() {
        out.push(Span::Text(plain));
    }
    out
}

/// A text without any sign of how it is shown.
pub fn bare(text: &str) -> String {
    fn letters(all: &[Span], out: &mut String) {
        for span in all {
            match span {
                Span::Text(text) | Span::Code(text) => out.push_str(text),
                Span::Strong(inside) | Span::Apart(inside) => letters(inside, out),
            }
        }
    }
    let mut out = String::new();
    letters(&spans(text), &mut out);
    out
}

/// What stands between two signs at the beginning of a text, and what follows.
fn marked(text: &str) -> Option<(Span, &str)> {
    if let Some((inside, behind)) = between(text, "`") {
        return Some((Span::Code(unescaped(inside)), behind));
    }
    if let Some((inside, behind)) = between(text, "**") {
        return Some((Span::Strong(spans(inside)), behind));
    }
    let (inside, behind) = between(text, "*")?;
    let tight = !inside.starts_with([' ', '*']) && !inside.ends_with(' ');
    tight.then(|| (Span::Apart(spans(inside)), behind))
}

fn between<'a>(text: &'a str, sign: &str) -> Option<(&'a str, &'a str)> {
    let (inside, behind) = text.strip_prefix(sign)?.split_once(sign)?;
    (!inside.is_empty()).then_some((inside, behind))
}

/// A letter that Markdown would take for a sign.
fn escaped(text: &str) -> Option<(char, &str)> {
    let signs = [("\\[", '['), ("\\]", ']'), ("\\*", '*'), ("&lt;", '<')];
    let mut all = signs.iter();
    all.find_map(|(written, letter)| Some((*letter, text.strip_prefix(written)?)))
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (letter, behind) = escaped(rest).unwrap_or((first, &rest[first.len_utf8()..]));
        out.push(letter);
        rest = behind;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_read_and_everything_else_is_text() {
        let text = |t: &str| Span::Text(t.to_owned());
        let code = |t: &str| Span::Code(t.to_owned());
        assert_eq!(
            spans("**a `b`** *c*"),
            [
                Span::Strong(vec![text("a "), code("b")]),
                text(" "),
                Span::Apart(vec![text("c")])
            ]
        );
        assert_eq!(spans("2 * 3 * 4"), [text("2 * 3 * 4")]);
        assert_eq!(bare("**a** &lt;b> & `c`"), "a <b> & c");
        assert_eq!(bare("&lt; is &amp; \\[x\\]"), "< is &amp; [x]");
    }
}
