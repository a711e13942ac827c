//! Every picture is one page: a bold title, the answer in a grey subtitle, the body, and a footer
//! that says where the figures come from.

use super::measure::{Weight, balanced, leading, wrap, wrap_at_most};
use super::scene::{Align, Rect, Scene, Type};
use super::style::{FOOTER, INK, LONG_TITLE, MAP_WIDTH, MARGIN, QUIET, SUBTITLE, TITLE, WIDTH};
use crate::results::Findings;
use crate::words::chart as words;

/// How tall a page becomes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Height {
    /// This tall; a header longer than usual adds to it instead of pressing the body.
    Page(f64),
    /// As tall as a body of this height needs.
    Body(f64),
}

/// A page with its header and footer drawn.
#[derive(Clone, Debug)]
pub struct Page {
    /// What is drawn so far.
    pub scene: Scene,
    /// Where the body may be drawn.
    pub body: Rect,
}

/// Lines a header of usual length has: one of title, two of subtitle.
const USUAL_HEADER: f64 = TITLE * 1.36 + 2.0 * SUBTITLE * 1.36;
/// Space between header and body.
const AFTER_HEADER: f64 = 14.0;
/// Space between body and footer.
const BEFORE_FOOTER: f64 = 12.0;

/// Sets the title, the subtitle and the footer of a run's picture, and leaves room for the body.
pub fn page(
    findings: &Findings,
    title: &str,
    subtitle: &str,
    note: &str,
    width: f64,
    height: Height,
) -> Page {
    let header = (title, subtitle);
    with_footer(&words::footer(findings), header, note, width, height)
}

/// The same with a footer of one's own.
pub fn with_footer(
    footer: &str,
    (title, subtitle): (&str, &str),
    note: &str,
    width: f64,
    height: Height,
) -> Page {
    let room = width - 2.0 * MARGIN;
    // A narrow page breaks the same words into more lines.
    let more = if width < MAP_WIDTH {
        ((WIDTH - 2.0 * MARGIN) / room).ceil() as usize
    } else {
        1
    };
    let mut title_size = TITLE;
    let mut title_lines = balanced(title, TITLE, Weight::Bold, room);
    if title_lines.len() > 2 * more {
        title_size = LONG_TITLE;
        title_lines = wrap_at_most(title, LONG_TITLE, Weight::Bold, room, 3 * more);
    }
    let subtitle_lines = plain_lines(subtitle, SUBTITLE, room, 5 * more);
    let note_lines = plain_lines(note, FOOTER, room, 3 * more);
    let footer_lines = plain_lines(footer, FOOTER, room, 3 * more);

    let header = title_lines.len() as f64 * leading(title_size)
        + subtitle_lines.len() as f64 * leading(SUBTITLE);
    let footer = (note_lines.len() + footer_lines.len()) as f64 * leading(FOOTER);
    let above = MARGIN - 6.0 + header + AFTER_HEADER;
    let below = BEFORE_FOOTER + footer + MARGIN - 12.0;
    let height = match height {
        Height::Page(height) => {
            height + (header - USUAL_HEADER).max(0.0) + (note_lines.len() as f64) * leading(FOOTER)
        }
        Height::Body(body) => above + body + below,
    }
    .round();

    let mut scene = Scene::new(width, height);
    let mut y = MARGIN - 6.0;
    for line in &title_lines {
        y += leading(title_size);
        scene.text(
            (MARGIN, y - 0.36 * title_size),
            Align::Left,
            Type::bold(title_size, INK),
            line,
        );
    }
    for line in &subtitle_lines {
        y += leading(SUBTITLE);
        scene.text(
            (MARGIN, y - 0.3 * SUBTITLE),
            Align::Left,
            Type::normal(SUBTITLE, QUIET),
            line,
        );
    }
    let mut y = height - below + BEFORE_FOOTER;
    for line in note_lines.iter().chain(&footer_lines) {
        y += leading(FOOTER);
        scene.text(
            (MARGIN, y - 0.3 * FOOTER),
            Align::Left,
            Type::normal(FOOTER, QUIET),
            line,
        );
    }
    let body = Rect {
        left: MARGIN,
        top: above,
        right: width - MARGIN,
        bottom: height - below,
    };
    Page { scene, body }
}

/// Lines of running text, full to the right edge where they are few enough.
fn plain_lines(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let lines = wrap(text, size, Weight::Normal, room);
    if lines.len() > most {
        wrap_at_most(text, size, Weight::Normal, room, most)
    } else {
        lines
    }
}
