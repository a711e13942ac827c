//! What can be decided: each kind of policy with its fields.

use super::file::{
    BEDS, CODES, DURATION, LAST_AGE, MONEY, MONTHS, MULTIPLE, PEOPLE, PER_STATION, POINTS, SHARE,
    STATIONS, TEXT, YEAR,
};
use super::{Narrow, Shape, filled, may, needs, one, with, word};

/// What can be decided.
pub static DECISION: Shape = Shape::Choice(
    "Decision",
    &[
        with(
            "SatelliteHospitals",
            &[needs("links", &Shape::List(&LINK), "the links to open").only(Narrow::Filled)],
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
                )
                .only(Narrow::Filled),
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
            "Initiative",
            &[
                needs("indicator", &TEXT, "id of a followed indicator"),
                needs(
                    "cost",
                    &MONEY,
                    "what it costs a year, all its provinces together, billion at base-year prices",
                ),
                may(
                    "provinces",
                    &CODES,
                    "codes of the provinces it reaches; all of them if left out",
                )
                .only(Narrow::Filled),
            ],
            "money that moves a followed indicator such as insurance cover or stunting",
        ),
        with(
            "ReachMilestone",
            &[
                needs("milestone", &TEXT, "id of a milestone of the base"),
                needs(
                    "by",
                    &YEAR,
                    "year by whose end it is planned to be finished",
                ),
                needs("cost", &MONEY, "whole cost, billion at base-year prices"),
                may(
                    "effort",
                    &MULTIPLE,
                    "pace: 1 as planned, 0.5 twice as long, 0 never",
                ),
            ],
            "a thing to finish by a date, such as a hospital reaching Grade I",
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
                )
                .only(Narrow::Filled),
            ],
            "commune stations are rebuilt or brought to standard",
        ),
        with(
            "PrivateSector",
            &[
                may(
                    "openings",
                    &MULTIPLE,
                    "openings, as a multiple of what opens anyway; 1 or more",
                )
                .only(Narrow::FromOne),
                may(
                    "size",
                    &MULTIPLE,
                    "mean beds of those that open, as a multiple of the usual; 1 or more",
                )
                .only(Narrow::FromOne),
                may(
                    "expansion",
                    &SHARE,
                    "added to the yearly growth of beds that stand: 0.01 is one point",
                ),
                may("ppp", &PPP, "public money that pays part of private beds"),
                may(
                    "provinces",
                    &CODES,
                    "codes of provinces; everywhere if left out",
                )
                .only(Narrow::Filled),
            ],
            "incentives and public money draw private hospitals in",
        ),
        with(
            "TrainingIntake",
            &[
                needs(
                    "occupation",
                    &TEXT,
                    "whom the places train (code of an occupation)",
                ),
                needs(
                    "growth",
                    &MULTIPLE,
                    "places added, in parts of the base intake: 0.3 is three tenths more",
                ),
                may(
                    "a_year",
                    &SHARE,
                    "growth of the raised intake in each further year; none if left out",
                ),
                may(
                    "cap",
                    &MULTIPLE,
                    "most schools can teach, times the base intake; train.capacity if left out",
                ),
                may(
                    "new_schools",
                    &Shape::List(&NEW_SCHOOL),
                    "schools to found; none if left out",
                ),
            ],
            "more places for students, in schools that stand and in new ones",
        ),
        with(
            "Incentives",
            &[
                needs(
                    "employers",
                    &Shape::List(&EMPLOYER),
                    "whose staff is entitled: Central, Provincial, Commune",
                )
                .only(Narrow::Among(&["Central", "Provincial", "Commune"])),
                may(
                    "occupation",
                    &TEXT,
                    "which staff (code of an occupation); all with posts if left out",
                ),
                needs(
                    "points",
                    &POINTS,
                    "allowance in points of pay: 30 raises all pay by three tenths",
                ),
                may(
                    "starting_pay",
                    &SHARE,
                    "added to the first year's pay of those placed (share); none if left out",
                ),
                may("place", &PLACE, "where; Everywhere if left out"),
            ],
            "allowances and starting pay for staff where they are lacking",
        ),
        with(
            "CommuneDoctors",
            &[
                may(
                    "rotation",
                    &ROTATION,
                    "doctors lent by the hospitals of the province; none if left out",
                ),
                may(
                    "recruitment",
                    &RECRUITMENT,
                    "posts funded on top of the base's; none if left out",
                ),
                may(
                    "scholarships",
                    &SCHOLARSHIPS,
                    "students bound to stations; none if left out",
                ),
                may(
                    "provinces",
                    &CODES,
                    "where (codes); all provinces with stations if left out",
                )
                .only(Narrow::Filled),
            ],
            "doctors for commune stations: lent, recruited or bound by scholarships",
        ),
        with(
            "RetirementExtension",
            &[
                needs(
                    "occupation",
                    &TEXT,
                    "whose retirement (code of an occupation with posts)",
                ),
                needs(
                    "share",
                    &SHARE,
                    "share of those who would retire at the age and work on instead",
                ),
                may(
                    "to_age",
                    &LAST_AGE,
                    "age at which they stop, 65 to 70; 65 if left out",
                ),
            ],
            "staff of public employers work on past the retirement age",
        ),
    ],
);

static NEW_SCHOOL: Shape = Shape::Record(
    "NewSchool",
    &[
        needs("places", &PEOPLE, "students it admits a year"),
        needs(
            "first",
            &YEAR,
            "first year it admits students; it goes on after the policy's last year",
        ),
        may(
            "cost",
            &MONEY,
            "what it costs to build, billion at base-year prices; places times the usual cost if left out",
        ),
        may(
            "owner",
            &OWNER,
            "who runs it and pays for its student years; whoever pays for the policy if left out",
        ),
    ],
);

static OWNER: Shape = Shape::Choice(
    "Owner",
    &[
        word("Ministry", "the Ministry of Health and its universities"),
        word("OtherMinistry", "any other ministry"),
        word("Province", "the province"),
        word("Private", "a private owner"),
    ],
);

static EMPLOYER: Shape = Shape::Choice(
    "Employer",
    &[
        word("Central", "hospitals of ministries"),
        word("Provincial", "hospitals of provinces, both levels"),
        word("Commune", "commune stations"),
        word("Private", "no public employer: refused here"),
        word("Any", "no employer: refused here"),
    ],
);

static PLACE: Shape = Shape::Choice(
    "Place",
    &[
        word("Everywhere", "in every province"),
        filled("Provinces", &CODES, "in the listed provinces (codes)"),
        one(
            "IncomeBelow",
            &MULTIPLE,
            "in provinces whose income index is below this; the nation's is 1",
        ),
    ],
);

static ROTATION: Shape = Shape::Record(
    "Rotation",
    &[
        needs("doctors", &PEOPLE, "doctors lent a year"),
        may(
            "months",
            &MONTHS,
            "months of each at a station; rotation.fte if left out",
        ),
    ],
);

static RECRUITMENT: Shape = Shape::Record(
    "Recruitment",
    &[
        may("posts", &PEOPLE, "posts added in all; this or a standard"),
        may(
            "standard",
            &PER_STATION,
            "doctors a station should have; this or posts",
        ),
        may(
            "funded",
            &SHARE,
            "share of the posts missing to the standard that is funded; all if left out",
        ),
        may(
            "by",
            &YEAR,
            "year by which all of them are there, in equal steps; the policy's first year if left out",
        ),
    ],
);

static SCHOLARSHIPS: Shape = Shape::Record(
    "Scholarships",
    &[needs(
        "places",
        &PEOPLE,
        "students admitted a year, on top of the ordinary intake",
    )],
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
        )
        .only(Narrow::Positive),
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
        filled(
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
        filled("List", &CODES, "to the listed provinces, by people"),
    ],
);
