//! Text of a page as a browser shows it: what users typed is text and nothing else.

use crate::report::page::spans::{Span, spans};
use maud::{Markup, html};

pub use crate::report::page::spans::bare;

/// A text with what is strong, told apart or code in it.
pub fn inline(text: &str) -> Markup {
    shown(&spans(text))
}

fn shown(all: &[Span]) -> Markup {
    html! {
        @for span in all {
            @match span {
                Span::Text(text) => (text),
                Span::Code(text) => code { (text) },
                Span::Strong(inside) => strong { (shown(inside)) },
                Span::Apart(inside) => em { (shown(inside)) },
            }
        }
    }
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
    }
}
