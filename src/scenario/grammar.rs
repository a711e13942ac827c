//! The shape of a scenario file as data: every record with its fields, every choice with its
//! variants. The JSON Schema, the JSON dialect and the pages about policies are read off it.

mod place;

pub use place::Place;

/// What may stand at a place of a scenario file.
#[derive(Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// A whole number between two bounds.
    Whole(f64, f64),
    /// A number between two bounds.
    Number(f64, f64),
    /// True or false.
    Flag,
    /// A record with its fields.
    Record(&'static str, &'static [Field]),
    /// A list.
    List(&'static Shape),
    /// A row of values without names.
    Row(&'static [Shape]),
    /// A table from ids to values.
    Table(&'static Shape),
    /// One of several.
    Choice(&'static str, &'static [Variant]),
}

/// A field of a record.
#[derive(Debug)]
pub struct Field {
    /// Name.
    pub name: &'static str,
    /// Whether the record cannot do without it.
    pub needed: bool,
    /// What stands there.
    pub shape: &'static Shape,
    /// What it says.
    pub about: &'static str,
}

/// One of several choices.
#[derive(Debug)]
pub struct Variant {
    /// Name.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// What it says.
    pub about: &'static str,
}

/// What a choice holds.
#[derive(Debug)]
pub enum Holds {
    /// Nothing: the name alone.
    Nothing,
    /// One value.
    One(&'static Shape),
    /// Several values in order.
    Row(&'static [Shape]),
    /// Named values.
    Fields(&'static [Field]),
}

const fn needs(name: &'static str, shape: &'static Shape, about: &'static str) -> Field {
    Field {
        name,
        needed: true,
        shape,
        about,
    }
}

const fn may(name: &'static str, shape: &'static Shape, about: &'static str) -> Field {
    Field {
        needed: false,
        ..needs(name, shape, about)
    }
}

const fn word(name: &'static str, about: &'static str) -> Variant {
    Variant {
        name,
        holds: Holds::Nothing,
        about,
    }
}

const fn one(name: &'static str, shape: &'static Shape, about: &'static str) -> Variant {
    Variant {
        name,
        holds: Holds::One(shape),
        about,
    }
}

const fn with(name: &'static str, fields: &'static [Field], about: &'static str) -> Variant {
    Variant {
        name,
        holds: Holds::Fields(fields),
        about,
    }
}

static TEXT: Shape = Shape::Text;
static FLAG: Shape = Shape::Flag;
static YEAR: Shape = Shape::Whole(1900.0, 2100.0);
static BEDS: Shape = Shape::Whole(1.0, 20_000.0);
static SHARE: Shape = Shape::Number(0.0, 1.0);
static MONEY: Shape = Shape::Number(0.0, f64::INFINITY);
static MULTIPLE: Shape = Shape::Number(0.0, 20.0);
static DURATION: Shape = Shape::Number(0.0, 50.0);
static ANY: Shape = Shape::Number(f64::NEG_INFINITY, f64::INFINITY);
static CODES: Shape = Shape::List(&TEXT);

/// A scenario file.
pub static SCENARIO: Shape = Shape::Record(
    "Scenario",
    &[
        needs(
            "title",
            &TEXT,
            "a few words that name the question; charts and reports carry them",
        ),
        may("note", &TEXT, "what a reader should know"),
        needs(
            "base",
            &TEXT,
            "\"viet-nam\", or the path of a base folder seen from this file",
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
            "assumptions",
            &Shape::Table(&LAW),
            "laws to use in place of the base's, by id",
        ),
        needs("policies", &Shape::List(&POLICY), "what is decided"),
        may(
            "targets",
            &TARGETS,
            "which targets are answered; Adopted if left out",
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
                needs("sd", &ANY, "standard deviation"),
            ],
            "normal",
        ),
        with(
            "LogNormal",
            &[
                needs("median", &ANY, "median"),
                needs("sigma", &ANY, "standard deviation of the logarithm"),
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
            about: "beta between 0 and 1: Beta(11, 2) has its mean at 11/13",
        },
    ],
);

static POLICY: Shape = Shape::Record(
    "Policy",
    &[
        needs(
            "id",
            &TEXT,
            "unique in the file: small letters, digits, hyphens",
        ),
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
        may("when", &WHEN, "in which futures it acts"),
    ],
);

static WHEN: Shape = Shape::Choice("When", &[word("Always", "in every future")]);

static PAYER: Shape = Shape::Choice(
    "Payer",
    &[
        word("Ministry", "central budget"),
        word("Provincial", "provincial budgets"),
        word("Hospitals", "hospital revenue: health insurance and fees"),
        word("Private", "private investors and schools"),
    ],
);

static DECISION: Shape = Shape::Choice(
    "Decision",
    &[
        with(
            "SatelliteHospitals",
            &[needs("links", &Shape::List(&LINK), "the links to open")],
            "core hospitals hand techniques down to satellite hospitals",
        ),
        with(
            "SecondCampus",
            &[
                needs("hospital", &TEXT, "the hospital that opens it (code)"),
                needs("province", &TEXT, "where it opens (code)"),
                needs("beds", &BEDS, "beds of the campus"),
                may(
                    "cost",
                    &MONEY,
                    "whole cost, billion at base-year prices; beds times the usual cost if left out",
                ),
                needs("opens", &YEAR, "year of planned opening"),
                may(
                    "replaces",
                    &SHARE,
                    "share of the beds that closes as many at home",
                ),
            ],
            "a hospital opens beds in another place",
        ),
        with(
            "TransferToProvince",
            &[
                needs(
                    "hospitals",
                    &CODES,
                    "codes of hospitals owned by a ministry",
                ),
                needs("year", &YEAR, "planned year of the change"),
                may(
                    "mean_delay",
                    &DURATION,
                    "mean years until the sides agree; the base's assumption if left out",
                ),
                may(
                    "integration",
                    &DURATION,
                    "years until service has recovered; the base's assumption if left out",
                ),
            ],
            "listed Ministry hospitals pass to their provinces",
        ),
        with(
            "Investment",
            &[
                needs("amount", &AMOUNT, "how much, each year the policy acts"),
                needs(
                    "money",
                    &MONEY_KIND,
                    "whether the amount is planned or really disbursed",
                ),
                needs("split", &SPLIT, "what it buys; the shares add to 1"),
                may(
                    "allocation",
                    &ALLOCATION,
                    "how it is shared between provinces; Gap if left out",
                ),
            ],
            "money for beds, stations, equipment and teaching places",
        ),
    ],
);

static LINK: Shape = Shape::Record(
    "SatelliteLink",
    &[
        needs("core", &TEXT, "the hospital that teaches (code)"),
        needs(
            "satellite",
            &TEXT,
            "the hospital that learns (code), owned by a province",
        ),
        needs(
            "specialty",
            &TEXT,
            "one of the base's list of referral specialties",
        ),
        may(
            "from",
            &YEAR,
            "first year of the link; the policy's `from` if left out",
        ),
    ],
);

static AMOUNT: Shape = Shape::Choice(
    "Amount",
    &[
        one(
            "Level",
            &MONEY,
            "the same amount each year, billion at base-year prices",
        ),
        one(
            "Multiple",
            &MULTIPLE,
            "the payer's ordinary health capital times this",
        ),
        one(
            "Profile",
            &Shape::List(&Shape::Row(&[
                Shape::Whole(1900.0, 2100.0),
                Shape::Number(0.0, f64::INFINITY),
            ])),
            "amounts of single years; years left out get nothing",
        ),
        one(
            "Assumed",
            &TEXT,
            "a total given by an assumption, in equal parts over the years",
        ),
    ],
);

static MONEY_KIND: Shape = Shape::Choice(
    "MoneyKind",
    &[
        word("Planned", "only the payer's disbursed share is spent"),
        word("Disbursed", "all of it is spent"),
    ],
);

static SPLIT: Shape = Shape::Record(
    "Split",
    &[
        may(
            "new_beds",
            &SHARE_OF,
            "new hospital beds with equipment, in new buildings",
        ),
        may("expansion", &SHARE_OF, "beds added to standing hospitals"),
        may(
            "stations",
            &SHARE_OF,
            "commune stations, counted as stations rebuilt",
        ),
        may("equipment", &SHARE_OF, "equipment and repair without beds"),
        may("training_places", &SHARE_OF, "teaching places"),
    ],
);

static SHARE_OF: Shape = Shape::Choice(
    "ShareOf",
    &[
        one("Share", &SHARE, "a number"),
        one("Assumed", &TEXT, "the id of an assumption"),
        word("Rest", "what the other purposes leave (at most one)"),
    ],
);

static ALLOCATION: Shape = Shape::Choice(
    "Allocation",
    &[
        word(
            "Gap",
            "like ordinary capital: by people and by lack of beds",
        ),
        word("PerHead", "by people alone"),
        one("List", &CODES, "to the listed provinces, by people"),
    ],
);

static TARGETS: Shape = Shape::Choice(
    "TargetChoice",
    &[
        word("Adopted", "the adopted targets of the base"),
        one("AdoptedAnd", &Shape::List(&TARGET), "these and some more"),
        one("Only", &Shape::List(&TARGET), "only some of one's own"),
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

/// The fields of a kind of policy.
pub fn policy(name: &str) -> Option<&'static [Field]> {
    let Shape::Choice(_, kinds) = &DECISION else {
        return None;
    };
    kinds
        .iter()
        .find(|k| k.name == name)
        .and_then(|k| match k.holds {
            Holds::Fields(fields) => Some(fields),
            _ => None,
        })
}
