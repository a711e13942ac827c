//! Text of a page as a browser shows it: what users typed is text and nothing else.

use maud::{Markup, PreEscaped, Render, html};

/// A text with what is strong, told apart or code in it.
pub fn inline(text: &str) -> Markup {
    let mut out = String::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some((made, behind)) = marked(rest) {
            out += &std::mem::take(&mut plain).render().into_string();
            out += &made.into_string();
            rest = behind;
        } else if let Some((letter, behind)) = escaped(rest) {
            plain.push(letter);
            rest = behind;
        } else {
            plain.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out += &plain.render().into_string();
    PreEscaped(out)
}

/// The same text without any sign of how it is shown.
pub fn bare(text: &str) -> String {
    let shown = inline(text).into_string();
    let mut out = String::new();
    let mut in_tag = false;
    for letter in shown.chars() {
        match letter {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if !in_tag => out.push(letter),
            _ => {}
        }
    }
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// What stands between two signs at the beginning of a text, and what follows.
fn marked(text: &str) -> Option<(Markup, &str)> {
    if let Some((inside, behind)) = between(text, "`") {
        return Some((html! { code { (unescaped(inside)) } }, behind));
    }
    if let Some((inside, behind)) = between(text, "**") {
        return Some((html! { strong { (inline(inside)) } }, behind));
    }
    let (inside, behind) = between(text, "*")?;
    let tight = !inside.starts_with([' ', '*']) && !inside.ends_with(' ');
    tight.then(|| (html! { em { (inline(inside)) } }, behind))
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
    fn signs_become_elements_and_everything_else_is_text() {
        for (text, shown) in [
            (
                "**a `b`** *c*",
                "<strong>a <code>b</code></strong> <em>c</em>",
            ),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("\\* one \\[x\\] &lt;b>", "* one [x] &lt;b&gt;"),
            (
                "`<b>` & \"c\" ]]>",
                "<code>&lt;b&gt;</code> &amp; &quot;c&quot; ]]&gt;",
            ),
            ("a ` b ** c", "a ` b ** c"),
        ] {
            assert_eq!(inline(text).into_string(), shown);
        }
        assert_eq!(bare("**a** &lt;b> & `c`"), "a <b> & c");
    }
}
