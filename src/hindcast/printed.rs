//! What the design printed of laws and scores, to be found again: kept for tests alone.

use super::Year;
use super::law::Law;
use serde::Deserialize;

/// A law of official counts as fitted at an origin.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct LawRow {
    pub origin: Year,
    pub indicator: String,
    pub g0: f64,
    pub m: f64,
    pub phi: f64,
    pub s: f64,
    pub s_m: f64,
    pub obs_sd: f64,
    pub rw_sd: f64,
    pub kappa: f64,
    pub first_year: Year,
}

impl From<&LawRow> for Law {
    fn from(row: &LawRow) -> Law {
        Law {
            now: row.g0,
            long: row.m,
            phi: row.phi,
            sd: row.s,
            long_sd: row.s_m,
            observation_sd: row.obs_sd,
            local_sd: row.rw_sd,
            converge: row.kappa,
            clip: None,
        }
    }
}

/// What the law alone scores on the rows of one stock, origin and horizon.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ExpectedRow {
    pub indicator: String,
    pub origin: Year,
    pub h: usize,
    pub units: usize,
    pub mape: f64,
    pub bias: f64,
    pub cov50: f64,
    pub cov80: f64,
    pub cov95: f64,
    pub crps_pct: f64,
    pub mape_pooled_growth: f64,
    pub mape_last_value: f64,
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Vec<T> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// Laws as fitted at each origin.
pub fn laws() -> Vec<LawRow> {
    read(include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/hindcast/official_laws.csv"
    )))
}

/// What the law alone must score on the visible years.
pub fn expected() -> Vec<ExpectedRow> {
    read(include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/hindcast/expected_visible.csv"
    )))
}
