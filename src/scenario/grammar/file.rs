//! The scenario file: its top record, years, laws, policies and targets.

use super::decisions::DECISION;
use super::{Field, Holds, Narrow, Shape, Variant, filled, may, needs, one, with, word};

pub(super) static TEXT: Shape = Shape::Text;
pub(super) static FLAG: Shape = Shape::Flag;
pub(super) static YEAR: Shape = Shape::Whole(1900.0, 2100.0);
pub(super) static BEDS: Shape = Shape::Whole(0.0, 20_000.0);
pub(super) static STATIONS: Shape = Shape::Whole(0.0, 20_000.0);
pub(super) static PEOPLE: Shape = Shape::Whole(0.0, 100_000.0);
pub(super) static LAST_AGE: Shape = Shape::Whole(65.0, 70.0);
pub(super) static POINTS: Shape = Shape::Number(0.0, 300.0);
pub(super) static MONTHS: Shape = Shape::Number(0.0, 12.0);
pub(super) static PER_STATION: Shape = Shape::Number(0.0, 20.0);
pub(super) static SHARE: Shape = Shape::Number(0.0, 1.0);
pub(super) static MONEY: Shape = Shape::Number(0.0, f64::INFINITY);
pub(super) static MULTIPLE: Shape = Shape::Number(0.0, 20.0);
pub(super) static DURATION: Shape = Shape::Number(0.0, 50.0);
pub(super) static ANY: Shape = Shape::Number(f64::NEG_INFINITY, f64::INFINITY);
pub(super) static CODES: Shape = Shape::List(&TEXT);

/// A scenario file.
pub static SCENARIO: Shape = Shape::Record(
    "Scenario",
    &[
        needs(
            "title",
            &TEXT,
            "a few words that name the question; charts and reports carry them",
        )
        .only(Narrow::Name),
        may("note", &TEXT, "what a reader should know"),
        may(
            "extends",
            &TEXT,
            "a scenario this one is built on: a file seen from this one, or a built-in name; what is not written here is taken from it",
        ),
        may(
            "packages",
            &CODES,
            "files that hold policies, assumptions and targets to add, seen from this file or built in",
        ),
        may(
            "base",
            &TEXT,
            "\"viet-nam\", or the path of a base folder seen from this file; needed unless the file extends another",
        ),
        may(
            "province",
            &TEXT,
            "code of the province the question is about: reports lead with it",
        ),
        may(
            "years",
            &YEARS,
            "years of the run; ten after the base year if left out",
        ),
        may(
            "replicates",
            &Shape::Whole(1.0, 1_000_000.0),
            "number of futures; 10000 if left out",
        ),
        may(
            "seed",
            &Shape::Whole(0.0, 18_446_744_073_709_551_615.0),
            "seed of all random numbers; 1 if left out",
        ),
        may(
            "uncertainty",
            &UNCERTAINTY,
            "what is drawn; both if left out",
        ),
        may(
            "staffing_gate",
            &FLAG,
            "whether beds without staff stay shut; false if left out",
        ),
        may(
            "discount_rate",
            &Shape::Number(0.0, 0.2),
            "real discount rate of costs; the base's own if left out",
        ),
        may(
            "storm_in",
            &CODES,
            "codes of the provinces a storm strikes, these and no other; drawn for each storm if left out",
        ),
        may(
            "matters",
            &MATTERS,
            "smallest differences that matter when options are compared; 0.5 points of a chance and half of the last digit printed of a value if left out",
        ),
        may(
            "assumptions",
            &Shape::Table(&LAW),
            "laws to use in place of the base's, by id",
        ),
        may(
            "policies",
            &Shape::List(&POLICY),
            "what is decided; needed unless the file extends another or lists packages",
        ),
        may(
            "remove",
            &CODES,
            "ids of policies of the extended file or of packages that are left out",
        ),
        may(
            "overrides",
            &Shape::Table(&Shape::Changes),
            "fields of policies to write anew, by the policy's id; with a path behind the id, the one field it leads to",
        ),
        may(
            "targets",
            &TARGETS,
            "which targets are answered; Adopted if left out",
        ),
    ],
);

/// A package: what a scenario takes up by its field `packages`.
pub static PACKAGE: Shape = Shape::Record(
    "Package",
    &[
        needs("title", &TEXT, "a few words that name the package"),
        may("note", &TEXT, "what a reader should know"),
        may(
            "assumptions",
            &Shape::Table(&LAW),
            "laws to use in place of the base's, by id",
        ),
        may("policies", &Shape::List(&POLICY), "what is decided"),
        may(
            "targets",
            &Shape::List(&TARGET),
            "targets to answer beside those of the scenario",
        ),
    ],
);

static YEARS: Shape = Shape::Record(
    "Years",
    &[
        needs(
            "first",
            &YEAR,
            "first simulated year: the one after the base year",
        ),
        needs("last", &YEAR, "last simulated year"),
    ],
);

static MATTERS: Shape = Shape::Record(
    "Matters",
    &[
        may(
            "chances",
            &Shape::Number(0.0, 0.2),
            "smallest difference of a chance: 0.005 is half a point",
        ),
        may(
            "indicators",
            &Shape::Table(&MONEY),
            "smallest difference of an indicator, in its own unit (a share as a fraction), by its id",
        ),
    ],
);

static UNCERTAINTY: Shape = Shape::Choice(
    "Uncertainty",
    &[
        word("both", "assumptions and events are drawn: the headline"),
        word(
            "parameters",
            "assumptions are drawn; every count takes its expectation",
        ),
        word(
            "process",
            "assumptions stay at their medians; events are drawn",
        ),
        word("none", "assumptions at medians and counts at expectations"),
    ],
);

static LAW: Shape = Shape::Choice(
    "Distribution",
    &[
        one("Fixed", &ANY, "a plain value, not drawn"),
        one(
            "Profile",
            &Shape::List(&SHARE),
            "shares that add to 1, for a profile over years",
        ),
        with(
            "Normal",
            &[
                needs("mean", &ANY, "mean"),
                needs("sd", &ANY, "standard deviation").only(Narrow::Positive),
            ],
            "normal",
        ),
        with(
            "LogNormal",
            &[
                needs("median", &ANY, "median").only(Narrow::Positive),
                needs("sigma", &ANY, "standard deviation of the logarithm").only(Narrow::Positive),
            ],
            "lognormal",
        ),
        with(
            "Triangular",
            &[
                needs("low", &ANY, "lowest value"),
                needs("mode", &ANY, "most likely value"),
                needs("high", &ANY, "highest value"),
            ],
            "triangular",
        ),
        with(
            "Uniform",
            &[
                needs("low", &ANY, "lowest value"),
                needs("high", &ANY, "highest value"),
            ],
            "uniform",
        ),
        Variant {
            name: "Beta",
            holds: Holds::Row(&[
                Shape::Number(0.0, f64::INFINITY),
                Shape::Number(0.0, f64::INFINITY),
            ]),
            narrow: Narrow::Positive,
            about: "beta between 0 and 1: Beta(11, 2) has its mean at 11/13",
        },
        one(
            "Choice",
            &Shape::List(&Shape::Row(&[Shape::Text, Shape::Number(0.0, 1.0)])),
            "one of the named ways of the base, each with its chance; the chances add to 1",
        ),
    ],
);

pub(super) static POLICY: Shape = Shape::Record(
    "Policy",
    &[
        needs(
            "id",
            &TEXT,
            "unique in the file: small letters, digits, hyphens",
        )
        .only(Narrow::Id),
        needs("do", &DECISION, "the decision"),
        may(
            "from",
            &YEAR,
            "first year it acts; the first of the run if left out",
        ),
        may(
            "to",
            &YEAR,
            "last year it acts; the last of the run if left out",
        ),
        may(
            "payer",
            &PAYER,
            "who pays; the decision's own default if left out",
        ),
        may("responsible", &TEXT, "who is responsible (printed)"),
        may(
            "deadline",
            &YEAR,
            "when it should be done (printed, and checked against the years)",
        ),
        may(
            "when",
            &WHEN,
            "futures it acts in: Always, Behind(...), Below(...), Above(...); Always if left out",
        ),
    ],
);

static WHEN: Shape = Shape::Choice(
    "When",
    &[
        word("Always", "in every future"),
        with(
            "Behind",
            &[
                needs("indicator", &TEXT, "id of an indicator that has a target"),
                may(
                    "scope",
                    &TEXT,
                    "nation, a region or a province (code); the nation if left out",
                ),
                needs("by", &YEAR, "year of the target"),
                needs(
                    "margin",
                    &Shape::Number(0.0, f64::INFINITY),
                    "how far behind, in the indicator's unit",
                ),
            ],
            "in futures behind the straight line from the base year to a target",
        ),
        with(
            "Below",
            &LEVEL,
            "in futures in which an indicator is below a level",
        ),
        with(
            "Above",
            &LEVEL,
            "in futures in which an indicator is above a level",
        ),
    ],
);

static LEVEL: [Field; 3] = [
    needs("indicator", &TEXT, "id of an indicator"),
    may(
        "scope",
        &TEXT,
        "nation, a region or a province (code); the nation if left out",
    ),
    needs("level", &ANY, "the level, in the indicator's unit"),
];

static PAYER: Shape = Shape::Choice(
    "Payer",
    &[
        word("Ministry", "central budget"),
        word("Provincial", "provincial budgets"),
        word("Hospitals", "hospital revenue: health insurance and fees"),
        word("Private", "private investors and schools"),
    ],
);

static TARGETS: Shape = Shape::Choice(
    "TargetChoice",
    &[
        word("Adopted", "the adopted targets of the base"),
        one("AdoptedAnd", &Shape::List(&TARGET), "these and some more"),
        filled("Only", &Shape::List(&TARGET), "only some of one's own"),
    ],
);

static TARGET: Shape = Shape::Record(
    "Target",
    &[
        needs("indicator", &TEXT, "id of an indicator"),
        may(
            "at_least",
            &ANY,
            "met at or above; a target has this or at_most",
        ),
        may("at_most", &ANY, "met at or below"),
        needs("by", &YEAR, "year at whose end it must hold"),
        may(
            "scope",
            &TEXT,
            "nation, a region or a province (code); the nation if left out",
        ),
        may("document", &TEXT, "document that sets it"),
    ],
);
