//! Indicators and milestones that a scenario declares beside those of its base.

use crate::base::{Distribution, Grade};
use crate::shape::{Measure, Shape, shaped};
use crate::source::Spanned;
use crate::units::Year;
use serde::Serialize;

shaped! {
    /// `(id: "doctors_and_nurses_per_10k", title: "...", is: Sum(["doctors_per_10k", "nurses_per_10k"]))`.
    #[derive(PartialEq, Serialize)]
    #[name("Indicator")]
    pub struct IndicatorWritten {
        /// unique: small letters, digits and _
        pub id: Spanned<String>,
        /// as tables and pictures name it
        #[only(Name)]
        pub title: Spanned<String>,
        /// how it comes about
        pub is: IndicatorIs,
        /// where its figures come from; needed of one that is followed
        #[default]
        #[unless("Option::is_none")]
        pub source: Option<Spanned<String>>,
        /// how good they are: A official, B press quoting officials, C secondary, D derived, E assumed;
        /// E if left out
        #[default]
        #[unless("Option::is_none")]
        pub grade: Option<Spanned<Grade>>,
        /// why these laws; needed of one that is followed
        #[default]
        #[unless("Option::is_none")]
        pub reason: Option<Spanned<String>>,
    }
}

shaped! {
    /// How an indicator of a scenario comes about.
    #[derive(PartialEq, Serialize)]
    pub enum IndicatorIs {
        /// the sum of others of one unit, by their ids; each as targets on it are judged
        #[only(Filled)]
        Sum(Vec<Spanned<String>>),
        /// followed: a level, a trend and noise, as insurance cover is
        Followed(Box<FollowedWritten>),
    }
}

shaped! {
    /// `(unit: Share, value: 0.35, trend: Triangular(low: 0.01, mode: 0.03, high: 0.05), better: Higher)`.
    #[derive(PartialEq, Serialize)]
    #[name("Followed")]
    pub struct FollowedWritten {
        /// what it is measured in
        pub unit: FollowedUnit,
        /// level at the end of the base year
        pub value: Spanned<f64>,
        /// it never falls below this; 0 if left out
        #[default]
        #[unless("Option::is_none")]
        #[shape(Shape::Number(f64::NEG_INFINITY, f64::INFINITY, Measure::Bare))]
        pub low: Option<Spanned<f64>>,
        /// it never rises above this; 1 of a share, 100 if left out
        #[default]
        #[unless("Option::is_none")]
        #[shape(Shape::Number(f64::NEG_INFINITY, f64::INFINITY, Measure::Bare))]
        pub high: Option<Spanned<f64>>,
        /// which way is better
        pub better: Better,
        /// movement a year without any initiative, at the level of the base year, in its unit
        pub trend: Spanned<Distribution>,
        /// standard deviation of the yearly shock; 0 if left out
        #[default]
        #[unless("Option::is_none")]
        #[shape(Shape::Number(0.0, f64::INFINITY, Measure::Bare))]
        pub noise: Option<Spanned<f64>>,
        /// most an initiative adds to a year's movement; if left out none moves it
        #[default]
        #[unless("Option::is_none")]
        pub response: Option<Spanned<Distribution>>,
        /// yearly money, per million people, at which an initiative has 63% of its most
        #[default]
        #[unless("Option::is_none")]
        pub response_money: Option<Spanned<Distribution>>,
        /// provinces with a level of their own: (code, level)
        #[default]
        #[unless("Vec::is_empty")]
        #[shape(Shape::List(&Shape::Row(&[&Shape::Text, &Shape::Number(f64::NEG_INFINITY, f64::INFINITY, Measure::Bare)])))]
        pub places: Vec<(Spanned<String>, Spanned<f64>)>,
    }
}

shaped! {
    /// What a followed indicator is measured in.
    #[derive(Copy, PartialEq, Eq, Serialize)]
    pub enum FollowedUnit {
        /// a part of a whole, as a fraction
        Share,
        /// years
        Years,
        /// so many to a hundred
        Per100,
    }
}

shaped! {
    /// Which way is better.
    #[derive(Copy, PartialEq, Eq, Serialize)]
    pub enum Better {
        /// more of it
        Higher,
        /// less of it
        Lower,
    }
}

shaped! {
    /// `(id: "oncology-centre", title: "...", scope: "lai-chau", planned: 2029, reference: "provincial-hospital", source: "...", grade: B)`.
    #[derive(PartialEq, Serialize)]
    #[name("Milestone")]
    pub struct MilestoneWritten {
        /// unique: small letters, digits, hyphens
        pub id: Spanned<String>,
        /// what is reached
        #[only(Name)]
        pub title: Spanned<String>,
        /// code of the province; the nation if left out
        #[default]
        #[unless("Option::is_none")]
        pub scope: Option<Spanned<String>>,
        /// planned year: finished by its end
        pub planned: Spanned<Year>,
        /// whether work goes on without any policy; false if left out
        #[default]
        #[unless("std::ops::Not::not")]
        pub under_way: bool,
        /// real projects of the base that its delay is read off, by the name of their class
        pub reference: Spanned<String>,
        /// where it stands
        pub source: Spanned<String>,
        /// how good that is: A official, B press quoting officials, C secondary, D derived, E assumed
        pub grade: Spanned<Grade>,
    }
}
