//! Text is measured with the font it will be drawn in, so that it is broken, shrunk or shortened
//! before it can be cut.

use super::style::LEADING;
use std::sync::OnceLock;
use ttf_parser::Face;

/// Normal or bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Normal.
    Normal,
    /// Bold.
    Bold,
}

/// The font of a weight; no font of the system is ever used.
fn face(weight: Weight) -> &'static Face<'static> {
    static FACES: OnceLock<[Face<'static>; 2]> = OnceLock::new();
    let [normal, bold] = FACES.get_or_init(|| {
        [notosans::REGULAR_TTF, notosans::BOLD_TTF].map(|font| {
            Face::parse(font, 0)
                .expect("the built-in font is whole: it is compiled into the program")
        })
    });
    match weight {
        Weight::Normal => normal,
        Weight::Bold => bold,
    }
}

/// Width of a line of text: its letters side by side.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let face = face(weight);
    let advance = |c| face.glyph_hor_advance(face.glyph_index(c).unwrap_or_default());
    let units: u32 = text.chars().filter_map(advance).map(u32::from).sum();
    f64::from(units) / f64::from(face.units_per_em()) * size
}

/// Height of a line of text above its baseline; letters with marks stand taller.
pub fn ascent(text: &str, size: f64) -> f64 {
    size * if text.is_ascii() { 0.76 } else { 0.95 }
}

/// Depth of a line of text below its baseline.
pub fn descent(size: f64) -> f64 {
    size * 0.24
}

/// Distance between the baselines of two lines.
pub fn leading(size: f64) -> f64 {
    size * LEADING
}

/// Breaks a text at its blanks into lines no wider than `limit` (a hard blank holds its words
/// together); a word wider than a line is broken inside.
pub fn wrap(text: &str, size: f64, weight: Weight, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if width(&longer, size, weight) <= limit {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            let longer = format!("{line}{letter}");
            if !line.is_empty() && width(&longer, size, weight) > limit {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Breaks a text into as few lines as [`wrap`] does, of nearly equal length.
pub fn balanced(text: &str, size: f64, weight: Weight, limit: f64) -> Vec<String> {
    let mut best = wrap(text, size, weight, limit);
    let (lines, mut limit) = (best.len(), limit);
    while lines > 1 && limit > 24.0 {
        limit -= 12.0;
        let narrower = wrap(text, size, weight, limit);
        if narrower.len() > lines {
            break;
        }
        best = narrower;
    }
    best
}

/// Breaks a text into at most `most` lines; what does not fit ends in an ellipsis at a word.
pub fn wrap_at_most(text: &str, size: f64, weight: Weight, limit: f64, most: usize) -> Vec<String> {
    let mut lines = balanced(text, size, weight, limit);
    if lines.len() > most {
        lines = wrap(text, size, weight, limit);
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = ellipsis(&format!("{last} \u{2026}"), size, weight, limit);
        }
    }
    lines
}

/// A text short enough for `limit`, its end replaced by an ellipsis where needed.
pub fn ellipsis(text: &str, size: f64, weight: Weight, limit: f64) -> String {
    let clean = text.trim_end_matches('\u{2026}').trim_end();
    let was_cut = clean.len() < text.trim_end().len();
    if !was_cut && width(clean, size, weight) <= limit {
        return clean.to_owned();
    }
    let mut kept = clean;
    loop {
        let candidate = format!("{}\u{2026}", kept.trim_end_matches([' ', ',', ';', '.']));
        if width(&candidate, size, weight) <= limit || kept.is_empty() {
            return candidate;
        }
        kept = match kept.rfind(' ') {
            Some(space) if space > kept.len() / 2 => &kept[..space],
            _ => kept
                .char_indices()
                .next_back()
                .map_or("", |(at, _)| &kept[..at]),
        };
    }
}

/// A name fitted into a box: lines and type size.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// Lines from top to bottom.
    pub lines: Vec<String>,
    /// Type size.
    pub size: f64,
}

/// Fits a name into `limit`: on one line, smaller, on two lines, with its first words as initials,
/// and only then with an ellipsis.
pub fn fit_name(name: &str, sizes: (f64, f64), weight: Weight, limit: f64) -> Fitted {
    let (large, small) = sizes;
    let middle = (large + small) / 2.0;
    let fits = |lines: &[String], size: f64| lines.iter().all(|l| width(l, size, weight) <= limit);
    let words: Vec<&str> = name.split_whitespace().collect();
    let one = vec![words.join(" ")];
    for size in [large, middle] {
        if fits(&one, size) {
            return Fitted { lines: one, size };
        }
    }
    for size in [middle, small] {
        for cut in 1..words.len() {
            let two = vec![words[..cut].join(" "), words[cut..].join(" ")];
            if fits(&two, size) {
                return Fitted { lines: two, size };
            }
        }
    }
    if let Some((last, first)) = words.split_last() {
        let capitals = first
            .iter()
            .filter_map(|w| w.chars().next())
            .filter(|c| c.is_uppercase());
        let mut initials: String = capitals.map(|c| format!("{c}.")).collect();
        if !initials.is_empty() {
            initials.push(' ');
        }
        let short = vec![format!("{initials}{last}")];
        if fits(&short, small) {
            return Fitted {
                lines: short,
                size: small,
            };
        }
    }
    Fitted {
        lines: vec![ellipsis(name, small, weight, limit)],
        size: small,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_is_wider_and_width_grows_with_size() {
        let normal = width("Đắẵ ỷợ", 13.0, Weight::Normal);
        assert!(width("Đắẵ ỷợ", 13.0, Weight::Bold) > normal);
        assert!((width("Đắẵ ỷợ", 26.0, Weight::Normal) / normal - 2.0).abs() < 0.02);
    }

    #[test]
    fn wrapped_lines_fit_and_lose_no_word() {
        let text = "Ǻbo Đắẵ ỷợ is a province whose name is long enough to need several lines";
        let lines = wrap(text, 14.0, Weight::Normal, 120.0);
        assert!(lines.len() > 2);
        assert!(
            lines
                .iter()
                .all(|l| width(l, 14.0, Weight::Normal) <= 120.0)
        );
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn balanced_lines_are_as_few_and_leave_no_lone_word() {
        let text = "Put up in existing buildings from hospital revenue";
        let (plain, even) = (
            wrap(text, 13.0, Weight::Normal, 280.0),
            balanced(text, 13.0, Weight::Normal, 280.0),
        );
        assert_eq!((plain.len(), even.len()), (2, 2));
        assert_eq!(plain[1], "revenue");
        assert!(even[1].split(' ').count() > 1);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_inside() {
        let lines = wrap(&"w".repeat(80), 14.0, Weight::Normal, 100.0);
        assert!(
            lines
                .iter()
                .all(|l| width(l, 14.0, Weight::Normal) <= 100.0)
        );
        assert_eq!(lines.concat(), "w".repeat(80));
    }

    #[test]
    fn a_name_is_shrunk_then_broken_then_shortened() {
        let fit = |name: &str| fit_name(name, (13.0, 10.0), Weight::Bold, 80.0);
        assert_eq!(
            fit("Mid"),
            Fitted {
                lines: vec!["Mid".into()],
                size: 13.0
            }
        );
        assert_eq!(fit("Upper Lakeland").lines.len(), 2);
        assert_eq!(fit("Autonomous Federation of Lakes").lines, ["A.F. Lakes"]);
        let cut = fit(&"x".repeat(40)).lines;
        assert!(cut[0].ends_with('\u{2026}') && width(&cut[0], 10.0, Weight::Bold) <= 80.0);
    }
}
