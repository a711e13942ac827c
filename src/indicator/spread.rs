//! How far provinces lie from one another.

use super::row::Row;
use super::{Fraction, Indicator, Reading, reach};
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::{Said, Told};

/// A measure of the spread between provinces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// The lowest province.
    Lowest,
    /// Highest over lowest.
    Ratio,
    /// Gini coefficient, weighted by population.
    Gini,
}

const BETWEEN: Said = Said::new(
    "spread between provinces",
    "chênh lệch giữa các tỉnh, thành phố",
);

/// The spreads of an indicator, whose unit, parts and position each takes over.
pub(super) const ROWS: [Row; 3] = [
    Row::new(
        "{id}_lowest",
        Said::new("{title}: lowest province", "{title}: tỉnh thấp nhất"),
        Unit::Ratio,
        BETWEEN,
        Said::new(
            "the lowest province's value",
            "giá trị của tỉnh, thành phố thấp nhất",
        ),
        reach::PEOPLE,
        Reading::Spread(0, Spread::Lowest),
    )
    .counts(Said::new("{things}", "{things}"))
    .more(),
    Row::new(
        "{id}_spread",
        Said::new(
            "{title}: highest province over lowest",
            "{title}: tỉnh cao nhất so với tỉnh thấp nhất (lần)",
        ),
        Unit::Ratio,
        BETWEEN,
        Said::new(
            "highest province / lowest province",
            "tỉnh, thành phố cao nhất / tỉnh, thành phố thấp nhất",
        ),
        reach::PEOPLE,
        Reading::Spread(0, Spread::Ratio),
    )
    .less(),
    Row::new(
        "{id}_gini",
        Said::new(
            "{title}: Gini coefficient between provinces",
            "{title}: hệ số Gini giữa các tỉnh",
        ),
        Unit::Ratio,
        BETWEEN,
        Said::new(
            "Gini coefficient of the provinces' values, weighted by people",
            "hệ số Gini của giá trị các tỉnh, thành phố, trọng số là dân số",
        ),
        reach::PEOPLE,
        Reading::Spread(0, Spread::Gini),
    )
    .less(),
];

impl Row {
    /// The spread of an indicator, read at this position.
    pub(super) fn between_provinces(&self, position: usize, of: &Indicator) -> Indicator {
        let info = &of.info;
        let names = [
            ("{id}", Told::from(info.id.as_str())),
            ("{title}", info.title.clone()),
            ("{things}", info.counts.clone()),
        ];
        let mut made = self.fill(of.occupation, of.whose, &names);
        made.info.spread_of = Some(info.id.clone());
        (made.made_of, made.figure) = (of.made_of, of.figure);
        if let Reading::Spread(at, spread) = &mut made.reading {
            *at = position;
            // The lowest province's value is a value; the others compare.
            if *spread == Spread::Lowest {
                made.info.unit = info.unit;
            }
        }
        made
    }
}

pub(super) fn spread_of(spread: Spread, values: &[Lanes], people: &[Lanes]) -> Lanes {
    let lowest = values
        .iter()
        .copied()
        .reduce(|a, b| a.min(b))
        .unwrap_or(Lanes::ZERO);
    match spread {
        Spread::Lowest => lowest,
        Spread::Ratio => {
            let highest = values
                .iter()
                .copied()
                .reduce(|a, b| a.max(b))
                .unwrap_or(Lanes::ZERO);
            Fraction {
                top: highest,
                bottom: lowest,
            }
            .value()
        }
        Spread::Gini => {
            // Mean absolute difference between two people's provinces over twice the mean.
            let (mut gaps, mut mean, mut all) = (Lanes::ZERO, Lanes::ZERO, Lanes::ZERO);
            for (i, (a, n)) in values.iter().zip(people).enumerate() {
                mean += *a * *n;
                all += *n;
                for (b, m) in values.iter().zip(people).take(i) {
                    gaps += (*a - *b).abs() * *n * *m;
                }
            }
            Fraction {
                top: gaps,
                bottom: mean * all,
            }
            .value()
        }
    }
}
