//! The uncertain numbers: each with a unit, a distribution, a source, a grade and a reason. No
//! number about the world hides in code.

use super::tables::Reader;
use super::{Grade, Occupation};
use crate::diagnostic::nearest;
use serde::{Deserialize, Serialize};

/// The law one uncertain number is drawn from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Distribution {
    /// Not drawn: a plain value (its range is carried by the assumption).
    Fixed(f64),
    /// Not drawn: shares that add to 1, for a profile over years.
    Profile(Vec<f64>),
    /// Normal.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// Lognormal.
    LogNormal {
        /// Median.
        median: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// Triangular.
    Triangular {
        /// Lowest value.
        low: f64,
        /// Most likely value.
        mode: f64,
        /// Highest value.
        high: f64,
    },
    /// Uniform.
    Uniform {
        /// Lowest value.
        low: f64,
        /// Highest value.
        high: f64,
    },
    /// Beta on (0, 1).
    Beta(f64, f64),
}

impl Distribution {
    /// The quantile at `u` in (0, 1); a profile has none and gives its first share.
    pub fn quantile(&self, u: f64) -> f64 {
        use crate::chance::quantile as q;
        match *self {
            Distribution::Fixed(v) => v,
            Distribution::Profile(ref shares) => shares[0],
            Distribution::Normal { mean, sd } => mean + sd * q::normal(u),
            Distribution::LogNormal { median, sigma } => median * libm::exp(sigma * q::normal(u)),
            Distribution::Triangular { low, mode, high } => q::triangular(u, low, mode, high),
            Distribution::Uniform { low, high } => low + (high - low) * u,
            Distribution::Beta(a, b) => q::beta(u, a, b),
        }
    }

    /// Whether a draw can differ from its median.
    pub fn is_drawn(&self) -> bool {
        !matches!(self, Distribution::Fixed(_) | Distribution::Profile(_))
    }
}

/// Ties an assumption's rank to a weighted mix of others by a normal copula.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// Correlation of the normal scores with the mix.
    pub rho: f64,
    /// The others and their weights on normal scores (the mix is scaled to unit variance).
    pub to: Vec<(String, f64)>,
}

/// One uncertain number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// Id, dotted: `post.match`.
    pub id: String,
    /// One line of meaning.
    pub meaning: String,
    /// Unit.
    pub unit: String,
    /// Law it is drawn from.
    pub distribution: Distribution,
    /// Plausible range; required for a fixed value of grade E, used by drivers of sensitivity.
    #[serde(default)]
    pub range: Option<(f64, f64)>,
    /// Source ids, `;` between; may be empty for grade E.
    #[serde(default)]
    pub source: String,
    /// Grade.
    pub grade: Grade,
    /// Why this value and this range.
    #[serde(default)]
    pub reason: String,
    /// Tie to others, if any.
    #[serde(default)]
    pub tied: Option<Tie>,
}

/// All assumptions of a base (with a scenario's overrides applied), in file order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumptionBook {
    /// In file order.
    pub all: Vec<Assumption>,
}

impl AssumptionBook {
    /// Position of an id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.all.iter().position(|a| a.id == id)
    }
    /// The assumption with this id.
    pub fn get(&self, id: &str) -> Option<&Assumption> {
        self.position(id).map(|i| &self.all[i])
    }
}

/// Ids every base needs, whatever its occupations.
const COMMON: &[&str] = &[
    "observation_sd",
    "revision_sd",
    "demo.growth_drift",
    "demo.shock_nat_sd",
    "demo.shock_prov_sd",
    "demo.shock_ar",
    "demo.migration_mult",
    "demo.natural_shrink",
    "demo.share60_slope",
    "base.doctor_overcount",
    "base.recount_doctors",
    "base.private_bed_share",
    "base.central_bed_share",
    "base.other_ministry_bed_share",
    "base.provincial_level_share",
    "base.central_cap",
    "base.private_cap",
    "base.province_spread",
    "base.station_size_elasticity",
    "train.grad_coverage_doctor",
    "train.intake_growth",
    "train.late_share",
    "train.capacity",
    "train.grad_noise",
    "exam.retry",
    "entry.wait_leave",
    "entry.waiting_at_base",
    "ret.exit_65",
    "exit.death_mult",
    "exit.shock_sd",
    "exit.shock_ar",
    "exit.burnout",
    "post.match",
    "post.vacancy_private",
    "post.commune_standard",
    "post.commune_funded",
    "post.commune_appeal",
    "post.central_appeal",
    "post.private_appeal",
    "post.income_elasticity",
    "post.allocation_sd",
    "post.allocation_ar",
    "commune.sigma",
    "commune.fill_gap",
    "capex.province_disbursed",
    "capex.province_growth",
    "capex.bed_share_province",
    "capex.unit_provincial",
    "capex.unit_regional",
    "capex.unit_central",
    "capex.overrun",
    "capex.replace_share",
    "capex.converge",
    "capex.allocation_sd",
    "capex.allocation_ar",
    "capex.project_size",
    "capex.disburse_province",
    "capex.disburse_central",
    "capex.disburse_conc",
    "capex.carry_share",
    "capex.moh_plan",
    "capex.bed_share_central",
    "capex.build_lag",
    "bed.fitout_rate",
    "bed.fitout_cost",
    "bed.retire_rate",
    "bed.reclassified",
    "bed.at_stations",
    "pipe.counted_at_base",
    "pipe.opened_rest",
    "pipe.cancel",
    "pipe.delay_mean",
    "pipe.campus_delay_mean",
    "priv.openings",
    "priv.openings_growth",
    "priv.size",
    "priv.size_cv2",
    "priv.expansion",
    "priv.closure",
    "priv.unit",
    "ntp.central_invest",
    "ntp.local_invest",
    "ntp.invest_3135",
    "ntp.bed_share",
    "care.use_growth",
    "care.use_ratio60",
    "care.occ_central",
    "care.occ_provincial",
    "care.occ_regional",
    "care.occ_private",
    "care.density_elasticity",
    "care.referral_crowding",
    "care.distance_floor_km",
    "gate.stretch",
    "sat.effect",
    "sat.coverage",
    "sat.lag",
    "sat.work",
    "sat.cost_link",
    "transfer.staff_loss",
    "transfer.service_loss",
    "transfer.delay_mean",
    "transfer.integration_years",
    "transfer.subsidy_share",
    "transfer.cost_per_bed",
    "allow.quit_effect",
    "allow.attract",
    "cost.bed_year",
    "cost.allowance",
    "cost.inflation",
    "cost.discount",
    "cost.training_place",
    "cost.station",
    "base.private_clinic_weight",
];

/// Ids every occupation needs; `{o}` is its code.
const EACH: &[&str] = &[
    "age.{o}_tilt",
    "train.grad_{o}",
    "train.enrolled_growth_{o}",
    "train.completion_{o}",
    "entry.{o}",
    "ret.male_share_{o}",
    "exit.emigrate_{o}",
    "cost.pay_{o}",
    "cost.student_year_{o}",
];

/// Ids an occupation with posts needs besides.
const WITH_POSTS: &[&str] = &[
    "base.{o}_private_share",
    "base.{o}_central_share",
    "exit.quit_public_{o}",
    "exit.to_private_{o}",
    "exit.quit_private_{o}",
    "post.vacancy_{o}",
    "post.norm_{o}_bed",
    "post.payroll_growth_{o}",
    "post.clinic_growth_{o}",
    "post.private_{o}_bed",
];

/// The assumptions a base with these occupations must hold. Doctors are followed more closely than
/// others (`base.doctor_commune` in heads, two shares who work on past the retirement age); any other
/// occupation with posts has `base.<code>_commune_share`, any other at all `ret.work_on_<code>`; one
/// without posts has `exit.quit_<code>`, one with an exam `exam.pass_<code>`, and one without a
/// national figure `base.<plural>_per_10k`.
pub fn required_assumptions(occupations: &[Occupation]) -> Vec<String> {
    let mut ids: Vec<String> = COMMON.iter().map(|id| (*id).to_owned()).collect();
    for occupation in occupations {
        let code = occupation.code.as_str();
        let doctor = code == "doctor";
        let mut add = |pattern: &str| ids.push(pattern.replace("{o}", code));
        EACH.iter().for_each(|pattern| add(pattern));
        if occupation.has_posts {
            WITH_POSTS.iter().for_each(|pattern| add(pattern));
            add(if doctor {
                "base.{o}_commune"
            } else {
                "base.{o}_commune_share"
            });
        } else {
            add("exit.quit_{o}");
        }
        if doctor {
            add("ret.work_on_{o}_public");
            add("ret.work_on_{o}_private");
        } else {
            add("ret.work_on_{o}");
        }
        if occupation.exam_from.is_some() {
            add("exam.pass_{o}");
        }
        if occupation.national_per_10k.is_none() {
            ids.push(format!("base.{}_per_10k", occupation.plural));
        }
    }
    ids
}

const FILE: &str = "assumptions.ron";

/// Reads and checks the uncertain numbers.
pub fn read(reader: &mut Reader<'_>, occupations: &[Occupation]) -> AssumptionBook {
    let Some(text) = reader.text_of(FILE) else {
        return AssumptionBook::default();
    };
    let all: Vec<Assumption> = match ron::from_str(text) {
        Ok(all) => all,
        Err(error) => {
            reader.problems.push(super::TableProblem {
                code: "base::unreadable-assumptions",
                file: FILE.to_owned(),
                line: Some(error.span.start.line as u64),
                column: String::new(),
                message: format!("column {}: {}", error.span.start.col, error.code),
                help: "each assumption is written like its neighbours: (id: \"...\", meaning: \"...\", ...)".into(),
            });
            return AssumptionBook::default();
        }
    };
    let mut faults: Vec<(String, &'static str, String, String)> = Vec::new();
    for (at, a) in all.iter().enumerate() {
        let mut fault = |code, message: String, help: &str| {
            faults.push((a.id.clone(), code, message, help.to_owned()))
        };
        if all[..at].iter().any(|b| b.id == a.id) {
            fault(
                "base::duplicate-code",
                format!("`{}` stands twice", a.id),
                "keep one of the two",
            );
        }
        for (field, value) in [("meaning", &a.meaning), ("unit", &a.unit)] {
            if value.trim().is_empty() {
                fault(
                    "base::empty-cell",
                    format!("`{}` has no {field}", a.id),
                    "say in a few words what it is",
                );
            }
        }
        if let Some(message) = a.distribution.fault() {
            fault(
                "base::bad-distribution",
                format!("`{}`: {message}", a.id),
                "correct the parameters",
            );
        }
        if a.grade == Grade::E {
            if a.reason.trim().is_empty() {
                fault(
                    "base::missing-reason",
                    format!("`{}` is assumed (grade E) and has no reason", a.id),
                    "say in `reason` why this value and this range",
                );
            }
            if !a.distribution.is_drawn() && a.range.is_none() {
                fault(
                    "base::missing-range",
                    format!("`{}` is assumed (grade E), fixed, and has no range", a.id),
                    "add `range: Some((low, high))`",
                );
            }
        } else if a.source.trim().is_empty() {
            fault(
                "base::missing-source",
                format!("`{}` has no source", a.id),
                "name an id of sources.csv, or use grade E with a range and a reason",
            );
        }
        if let Some((low, high)) = a.range {
            let inside = match a.distribution {
                Distribution::Fixed(v) => (low..=high).contains(&v),
                _ => true,
            };
            if low >= high || !inside {
                fault(
                    "base::range-misses-value",
                    format!(
                        "the range ({low}, {high}) of `{}` is empty or misses its value",
                        a.id
                    ),
                    "write the lower end first, the value between the two",
                );
            }
        }
        for id in reader.unknown_sources(&a.source) {
            fault(
                "base::unknown-source",
                format!("the source `{id}` of `{}` is not in sources.csv", a.id),
                "correct the id, or add the source to sources.csv",
            );
        }
        if let Some(tie) = &a.tied {
            if tie.to.is_empty() || !(-1.0..=1.0).contains(&tie.rho) || tie.rho == 0.0 {
                fault(
                    "base::bad-tie",
                    format!(
                        "the tie of `{}` has no partner, or a correlation that is 0 or beyond 1",
                        a.id
                    ),
                    "a tie has a correlation between -1 and 1 and at least one partner",
                );
            }
            for (other, _) in &tie.to {
                let partner = all.iter().find(|b| b.id == *other);
                if partner
                    .is_none_or(|b| !b.distribution.is_drawn() || b.tied.is_some() || b.id == a.id)
                {
                    fault(
                        "base::bad-tie",
                        format!(
                            "`{}` is tied to `{other}`, which is not a drawn, untied assumption",
                            a.id
                        ),
                        "tie to assumptions that are drawn and not tied themselves",
                    );
                }
            }
        }
    }
    for (id, code, message, help) in faults {
        let line = text
            .lines()
            .position(|line| line.contains(&format!("id: \"{id}\"")))
            .map(|n| n as u64 + 1);
        reader.problems.push(super::TableProblem {
            code,
            file: FILE.to_owned(),
            line,
            column: String::new(),
            message,
            help,
        });
    }
    let known: Vec<&str> = all.iter().map(|a| a.id.as_str()).collect();
    if reader.clean("occupations.csv") {
        for id in required_assumptions(occupations) {
            if !known.contains(&id.as_str()) {
                let help = match nearest(&id, known.iter().copied()) {
                    Some(near) => {
                        format!("`{near}` is close: is it this one? Otherwise add `{id}`")
                    }
                    None => format!("add `{id}` with its distribution, grade and reason"),
                };
                reader.file_problem(
                    "base::missing-assumption",
                    FILE,
                    format!("the assumption `{id}` is missing"),
                    help,
                );
            }
        }
    }
    AssumptionBook { all }
}

impl Distribution {
    /// What is wrong with the parameters, if anything.
    pub fn fault(&self) -> Option<String> {
        let finite = |values: &[f64]| values.iter().all(|v| v.is_finite());
        match self {
            Distribution::Fixed(v) if !finite(&[*v]) => Some("the value is not a number".into()),
            Distribution::Profile(shares) => {
                let sum: f64 = shares.iter().sum();
                if shares.is_empty() || shares.iter().any(|s| !(0.0..=1.0).contains(s)) {
                    Some("a profile holds shares between 0 and 1".into())
                } else if (sum - 1.0).abs() > 1e-9 {
                    Some(format!(
                        "the shares of the profile add to {sum} and not to 1"
                    ))
                } else {
                    None
                }
            }
            Distribution::Normal { mean, sd } if !finite(&[*mean, *sd]) || *sd <= 0.0 => {
                Some("a standard deviation is more than 0".into())
            }
            Distribution::LogNormal { median, sigma }
                if !finite(&[*median, *sigma]) || *median <= 0.0 || *sigma <= 0.0 =>
            {
                Some("the median and the sigma of a lognormal are more than 0".into())
            }
            Distribution::Triangular { low, mode, high }
                if !finite(&[*low, *mode, *high]) || low >= high || mode < low || mode > high =>
            {
                Some(format!(
                    "low {low}, mode {mode} and high {high} are not in order"
                ))
            }
            Distribution::Uniform { low, high } if !finite(&[*low, *high]) || low >= high => {
                Some(format!("low {low} is not below high {high}"))
            }
            Distribution::Beta(a, b) if !finite(&[*a, *b]) || *a <= 0.0 || *b <= 0.0 => {
                Some("both parameters of a beta are more than 0".into())
            }
            _ => None,
        }
    }

    /// The value taken as most likely: the mode of a triangular, the median or mean of the others.
    pub fn most_likely(&self) -> f64 {
        match *self {
            Distribution::Fixed(v) => v,
            Distribution::Profile(ref shares) => shares[0],
            Distribution::Normal { mean, .. } => mean,
            Distribution::LogNormal { median, .. } => median,
            Distribution::Triangular { mode, .. } => mode,
            Distribution::Uniform { low, high } => (low + high) / 2.0,
            Distribution::Beta(a, b) => a / (a + b),
        }
    }
}
