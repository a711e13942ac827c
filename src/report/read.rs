//! What people read of results: a workbook, pictures and a page that shows them, once in each language in
//! which results are left. Tables for programs stand beside them and are the same in every language.

use super::draft::Draft;
use super::page::{self, document::Page};
use super::{CHARTS, Pictures, ReportError};
use crate::plot::{self, Picture, PlotError};
use crate::said;

/// What is read of one set of results.
pub(super) struct ToRead<'a> {
    /// Name of the page, without its ending.
    pub name: &'a str,
    /// Puts the workbook.
    pub workbook: &'a (dyn Fn(&Draft) -> Result<(), ReportError> + Sync),
    /// Draws the pictures.
    pub draw: &'a (dyn Fn() -> Result<Vec<Picture>, PlotError> + Sync),
    /// Writes the page that shows them.
    pub page: &'a (dyn Fn(&[Picture]) -> Page + Sync),
}

impl ToRead<'_> {
    /// Puts all of it; nothing stands beside it that could be put at the same time.
    pub fn put(
        &self,
        draft: &Draft,
        pictures: Pictures,
        go_on: &(dyn Fn() -> Result<(), ReportError> + Sync),
    ) -> Result<(), ReportError> {
        self.put_beside(draft, pictures, go_on, &|| Ok(()))
    }

    /// Puts all of it in the first language in which it is left, and in each other one in a folder of its own.
    /// `go_on` is asked between steps; `beside` puts what stands beside the first, at the same time.
    pub fn put_beside(
        &self,
        draft: &Draft,
        pictures: Pictures,
        go_on: &(dyn Fn() -> Result<(), ReportError> + Sync),
        beside: &(dyn Fn() -> Result<(), ReportError> + Sync),
    ) -> Result<(), ReportError> {
        let left = said::left_in();
        let once = |language| said::speaking(language, || self.once(draft, pictures, go_on));
        let (beside, first) = rayon::join(beside, || once(left[0]));
        beside?;
        first?;
        for other in &left[1..] {
            draft.go_under(Some(other.code()))?;
            let ended = once(*other);
            draft.go_under(None)?;
            ended?;
        }
        Ok(())
    }

    fn once(
        &self,
        draft: &Draft,
        pictures: Pictures,
        go_on: &(dyn Fn() -> Result<(), ReportError> + Sync),
    ) -> Result<(), ReportError> {
        let draw = || match pictures {
            Pictures::No => Ok(Vec::new()),
            _ => (self.draw)(),
        };
        let (book, drawn) = rayon::join(|| (self.workbook)(draft), draw);
        book?;
        let drawn = drawn?;
        go_on()?;
        if pictures != Pictures::No {
            let folder = draft.folder(CHARTS)?;
            let files = plot::write(&drawn, &folder, pictures == Pictures::SvgAndPng)?;
            draft.adopt(CHARTS, files);
        }
        go_on()?;
        page::put(draft, self.name, &(self.page)(&drawn))
    }
}
