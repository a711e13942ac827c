//! What an indicator says of itself: one constant beside the function that reads it. Texts and ids of
//! rows about an occupation carry `{plural}` (`{Plural}` at the head of a title), those of spreads
//! `{id}` and `{title}` of what is spread.

use super::{Indicator, Part, Reading};
use crate::base::{Base, Direction};
use crate::results::{IndicatorInfo, Unit};
use crate::said::{Language, Said, Told, within};
use crate::words::data;

/// Who stands for an occupation in a base that has none.
const STAFF: Said = Said::new("staff", "nhân lực y tế");

/// What is told in heads or in beds: it decides what can still move it in time, and where it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// People of an occupation per head of population: students take years.
    Heads,
    /// Beds: building takes years.
    Beds,
    /// Anything else.
    Other,
}

/// An indicator, before it is told of which occupation it tells.
#[derive(Clone, Copy)]
pub struct Row {
    pub(super) id: &'static str,
    pub(super) title: Said,
    pub(super) unit: Unit,
    pub(super) meaning: Said,
    pub(super) equation: Said,
    pub(super) made_of: &'static [Part],
    pub(super) reading: Reading,
    pub(super) counts: Said,
    pub(super) stock: Option<&'static str>,
    pub(super) counted: Option<&'static str>,
    pub(super) figure_of: Option<&'static str>,
    pub(super) better: Option<Direction>,
    pub(super) most: Option<f64>,
    pub(super) flow: bool,
    pub(super) promised: bool,
    pub(super) part_of_whole: bool,
    pub(super) of_first: bool,
    pub(super) of_neighbours: bool,
    pub(super) spread: bool,
    pub(super) figure: Figure,
    pub(super) judged_on: Option<&'static str>,
    pub(super) told_in: Option<&'static str>,
    pub(super) asked_beside: Option<&'static str>,
    pub(super) gated: Option<&'static str>,
    pub(super) published: Option<&'static str>,
    /// Whether a base has it, for an occupation.
    pub(super) given: fn(&Base, usize) -> bool,
}

impl Row {
    /// What every indicator has to say. `made_of`: the parts of the model whose assumptions reach it.
    pub(super) const fn new(
        id: &'static str,
        title: Said,
        unit: Unit,
        meaning: Said,
        equation: Said,
        made_of: &'static [Part],
        reading: Reading,
    ) -> Self {
        Row {
            id,
            title,
            unit,
            meaning,
            equation,
            made_of,
            reading,
            counts: Said::new("", ""),
            stock: None,
            counted: None,
            figure_of: None,
            better: None,
            // A share of a whole is at most all of it, where nothing else is said.
            most: match unit {
                Unit::Share => Some(1.0),
                _ => None,
            },
            flow: false,
            promised: false,
            part_of_whole: false,
            of_first: false,
            of_neighbours: false,
            spread: false,
            figure: Figure::Other,
            judged_on: None,
            told_in: None,
            asked_beside: None,
            gated: None,
            published: None,
            given: |_, _| true,
        }
    }
    /// Its top counts these, so that a gap can be told in them.
    pub(super) const fn counts(mut self, things: Said) -> Self {
        self.counts = things;
        self
    }
    /// It is made of this stock of the ledger.
    pub(super) const fn stock(mut self, stock: &'static str) -> Self {
        self.stock = Some(stock);
        self
    }
    /// It tells what provinces publish counts of, by the name of that count: in all, or per 10,000 people.
    pub(super) const fn counted(mut self, what: &'static str) -> Self {
        self.counted = Some(what);
        self
    }
    /// It is the official or the expected figure of this indicator.
    pub(super) const fn figure_of(mut self, plain: &'static str) -> Self {
        self.figure_of = Some(plain);
        self
    }
    /// More is better where no target says otherwise.
    pub(super) const fn more(mut self) -> Self {
        self.better = Some(Direction::AtLeast);
        self
    }
    /// Less is better where no target says otherwise.
    pub(super) const fn less(mut self) -> Self {
        self.better = Some(Direction::AtMost);
        self
    }
    /// It can be at most this.
    pub(super) const fn most(mut self, most: f64) -> Self {
        self.most = Some(most);
        self
    }
    /// It counts what happened during the year.
    pub(super) const fn of_the_year(mut self) -> Self {
        self.flow = true;
        self
    }
    /// It is a part of the check-ups that policies promise, and nothing where none does.
    pub(super) const fn of_promised(mut self) -> Self {
        self.promised = true;
        self
    }
    /// One more in the top is one more in the bottom too.
    pub(super) const fn part_of_whole(mut self) -> Self {
        self.part_of_whole = true;
        self
    }
    /// It tells of the first occupation alone.
    pub(super) const fn of_first(mut self) -> Self {
        self.of_first = true;
        self
    }
    /// It is told of a province's neighbours, who draw on the same people.
    pub(super) const fn of_neighbours(mut self) -> Self {
        self.of_neighbours = true;
        self
    }
    /// Its spread between provinces is told; of occupations, that of the first.
    pub(super) const fn spread(mut self) -> Self {
        self.spread = true;
        self
    }
    /// It is a figure of heads or of beds.
    pub(super) const fn of(mut self, figure: Figure) -> Self {
        self.figure = figure;
        self
    }
    /// What targets on it are judged on, where the base has that.
    pub(super) const fn judged_on(mut self, id: &'static str) -> Self {
        self.judged_on = Some(id);
        self
    }
    /// The official count whose variants a target on it is told in.
    pub(super) const fn told_in(mut self, id: &'static str) -> Self {
        self.told_in = Some(id);
        self
    }
    /// A target on it is asked of this as well, in a question of its own.
    pub(super) const fn asked_beside(mut self, id: &'static str) -> Self {
        self.asked_beside = Some(id);
        self
    }
    /// What targets on it are asked of where beds wait for staff.
    pub(super) const fn gated(mut self, id: &'static str) -> Self {
        self.gated = Some(id);
        self
    }
    /// The assumption that is the sd of the error with which it is published by province.
    pub(super) const fn published(mut self, sd: &'static str) -> Self {
        self.published = Some(sd);
        self
    }
    /// Only bases and occupations have it of which this is true.
    pub(super) const fn given(mut self, given: fn(&Base, usize) -> bool) -> Self {
        self.given = given;
        self
    }

    /// The indicator of an occupation, by position; `names`: each placeholder and what stands for it.
    pub(super) fn fill(
        &self,
        occupation: usize,
        whose: Option<usize>,
        names: &[(&str, Told)],
    ) -> Indicator {
        let filled = |text: &str| {
            let put = |text: String, (hole, name): &(&str, Told)| text.replace(hole, name.text());
            names.iter().fold(text.to_owned(), put)
        };
        let said = |text: Said| Told::of(|| filled(text.text()));
        // Ids are the same in every language: they are made of the English names.
        let own = |id: &str| within(Language::En, || filled(id));
        let id = |id: Option<&str>| id.map(own);
        Indicator {
            info: IndicatorInfo {
                id: own(self.id),
                title: said(self.title),
                unit: self.unit,
                meaning: said(self.meaning),
                national_only: matches!(self.reading, Reading::National(_) | Reading::Spread(..)),
                not_answerable: None,
                open_between: None,
                better: self.better,
                counts: said(self.counts),
                stock: id(self.stock),
                counted: id(self.counted),
                figure_of: id(self.figure_of),
                spread_of: None,
                most: self.most,
                of_neighbours: self.of_neighbours,
            },
            reading: self.reading,
            occupation,
            whose,
            made_of: self.made_of,
            flow: self.flow,
            promised: self.promised,
            part_of_whole: self.part_of_whole,
            equation: said(self.equation),
            figure: self.figure,
            judged_on: id(self.judged_on),
            told_in: id(self.told_in),
            asked_beside: id(self.asked_beside),
            gated: id(self.gated),
            published: id(self.published),
        }
    }

    /// The indicator of an occupation of a base, where the base has it; `each`: there is one of every
    /// occupation.
    pub(super) fn in_base(&self, base: &Base, occupation: usize, each: bool) -> Option<Indicator> {
        if !(self.given)(base, occupation) {
            return None;
        }
        let its = base.occupations.get(occupation);
        let plural = its.map_or_else(|| Told::from(STAFF), |o| data::told(&o.plural));
        let capital = Told::of(|| super::capital(plural.text()));
        let names = [("{plural}", plural), ("{Plural}", capital)];
        let about = its.filter(|_| each || self.of_first).map(|_| occupation);
        let mut made = self.fill(occupation, about, &names);
        // What cannot be answered of an occupation is the plain ratio of its heads.
        if let Some(its) = its.filter(|o| !o.not_answerable.is_empty())
            && self.figure == Figure::Heads
            && self.figure_of.is_none()
        {
            made.info.not_answerable = Some(data::told(&its.not_answerable));
        }
        Some(made)
    }
}
