//! What can be decided: each kind of policy with its fields.

use super::file::{BEDS, CODES, DURATION, MONEY, MULTIPLE, SHARE, STATIONS, TEXT, YEAR};
use super::{Shape, may, needs, one, with, word};

/// What can be decided.
pub static DECISION: Shape = Shape::Choice(
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
        with(
            "StationUpgrade",
            &[
                needs("pace", &PACE, "at how many stations works begin each year"),
                may(
                    "cost",
                    &MONEY,
                    "cost of one station, billion; the base's assumption if left out",
                ),
                may(
                    "years",
                    &DURATION,
                    "years of works at one station; the base's assumption if left out",
                ),
                may(
                    "provinces",
                    &CODES,
                    "codes of provinces; everywhere if left out",
                ),
            ],
            "commune stations are rebuilt or brought to standard",
        ),
        with(
            "PrivateSector",
            &[
                may(
                    "openings",
                    &MULTIPLE,
                    "private hospitals that open, as a multiple of what opens anyway; 1 or more",
                ),
                may(
                    "size",
                    &MULTIPLE,
                    "mean beds of those that open, as a multiple of the usual; 1 or more",
                ),
                may(
                    "expansion",
                    &SHARE,
                    "added to the yearly growth of private beds that stand: 0.01 is one point",
                ),
                may("ppp", &PPP, "public money that pays part of private beds"),
                may(
                    "provinces",
                    &CODES,
                    "codes of provinces; everywhere if left out",
                ),
            ],
            "incentives and public money draw private hospitals in",
        ),
    ],
);

static PACE: Shape = Shape::Choice(
    "Pace",
    &[
        one("Number", &STATIONS, "so many stations"),
        one(
            "Share",
            &SHARE,
            "this share of all stations of the provinces that take part",
        ),
    ],
);

static PPP: Shape = Shape::Record(
    "Ppp",
    &[
        needs(
            "money",
            &MONEY,
            "public money offered in each year, billion at base-year prices",
        ),
        needs(
            "share",
            &SHARE,
            "share of the cost of a bed that the public pays",
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
