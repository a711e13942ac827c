//! Hospitals and stations stand, some are being built, some change owner: the facility list, named
//! projects, transfers, and what each specialty refers upward.

use super::people::OWNERS;
use super::tables::{Bounds, Names, OFFICIAL_CODE, Reader};
use super::{
    Facility, Level, Owner, Project, ProjectNotUsed, ProjectState, ProposedTransfer, Referral,
    Transfer,
};
use crate::messages::base::{self as messages, Named};
use crate::units::Year;

/// Words of a `level` column.
pub const LEVELS: &[(&str, Level)] = &[
    ("Central", Level::Central),
    ("Provincial", Level::Provincial),
    ("Regional", Level::Regional),
    ("Commune", Level::Commune),
];

/// Facilities, hospitals before stations, each by code.
pub fn facilities(reader: &mut Reader<'_>, provinces: &Names) -> (Vec<Facility>, Names) {
    let mut rows = reader.table(
        "facilities.csv",
        &[
            "code",
            "name",
            "name_en",
            OFFICIAL_CODE,
            "province",
            "level",
            "owner",
            "specialty",
            "beds",
            "beds_known",
            "synthetic",
            "source_id",
            "grade",
            "note",
        ],
    );
    rows.sort_by_key(|row| row.cell("level") == "Commune");
    let mut names = Names::default();
    let mut official = Names::default();
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        let code = reader.code(row, "code");
        names.add(reader, row, "code", &code);
        let level = reader.choice(row, "level", LEVELS);
        let owner = reader.choice(row, "owner", OWNERS);
        let facility = Facility {
            code,
            name: reader.text(row, "name"),
            name_en: row.cell("name_en").to_owned(),
            official_code: reader.official_code(row, &mut official),
            province: reader
                .position(row, "province", Named::Province, provinces)
                .unwrap_or(0),
            level,
            owner,
            specialty: reader.code(row, "specialty"),
            beds: reader.integer(row, "beds", 0, 20_000) as f64,
            beds_known: reader.yes(row, "beds_known"),
            synthetic: reader.yes(row, "synthetic"),
            source_id: row.cell("source_id").to_owned(),
            grade: reader.grade(row),
        };
        let ministry = matches!(owner, Owner::Ministry | Owner::OtherMinistry);
        let fault = if level == Level::Commune && facility.beds > 0.0 {
            Some(("beds", messages::station_has_no_beds()))
        } else if (level == Level::Commune) != (facility.specialty == "station") {
            Some(("specialty", messages::station_is_commune()))
        } else if level == Level::Central && !ministry {
            Some(("owner", messages::central_is_ministry()))
        } else if owner != Owner::Province && level == Level::Commune {
            Some(("owner", messages::station_is_province()))
        } else if facility.synthetic && facility.beds_known {
            Some(("beds_known", messages::synthetic_beds()))
        } else {
            None
        };
        if let Some((column, said)) = fault {
            reader.refuse(row, column, "base::cannot-be", said);
        }
        all.push(facility);
    }
    (all, names)
}

/// Referrals to Central hospitals by specialty.
pub fn referrals(reader: &mut Reader<'_>) -> Vec<Referral> {
    const FILE: &str = "referrals.csv";
    let rows = reader.table(
        FILE,
        &[
            "specialty",
            "share",
            "low",
            "high",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut names = Names::default();
    let mut all = Vec::new();
    for row in &rows {
        let specialty = reader.code(row, "specialty");
        names.add(reader, row, "specialty", &specialty);
        let grade = reader.grade(row);
        reader.range_if_assumed(row, grade, "low", "high");
        let share = reader.number(row, "share", Bounds::Share);
        let low = reader
            .maybe_number(row, "low", Bounds::Share)
            .unwrap_or(share);
        let high = reader
            .maybe_number(row, "high", Bounds::Share)
            .unwrap_or(share);
        all.push(Referral {
            specialty,
            share,
            range: (low, high),
        });
    }
    let sum: f64 = all.iter().map(|r| r.share).sum();
    if reader.clean(FILE) && !all.is_empty() && (sum - 1.0).abs() > 1e-6 {
        let said = messages::referrals_do_not_add(sum);
        reader.refuse_file("base::shares-do-not-add", FILE, said);
    }
    all
}

/// Named building projects in table order.
pub fn projects(reader: &mut Reader<'_>, facilities: &Names, base: Year) -> Vec<Project> {
    let rows = reader.table(
        "projects.csv",
        &[
            "code",
            "name",
            "facility",
            "beds",
            "cost",
            "state",
            "planned",
            "additional",
            "additional_low",
            "additional_high",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut names = Names::default();
    let mut all = Vec::new();
    for row in &rows {
        let code = reader.code(row, "code");
        names.add(reader, row, "code", &code);
        let state = reader.choice(
            row,
            "state",
            &[
                ("Opened", ProjectState::Opened),
                ("Building", ProjectState::Building),
                ("Planned", ProjectState::Planned),
            ],
        );
        let planned = Year(reader.integer(row, "planned", 1950, 2150) as i32);
        let fits = match state {
            ProjectState::Opened => planned == base,
            ProjectState::Building | ProjectState::Planned => planned > base,
        };
        // A year that cannot be has been told of.
        if !fits && planned.0 > 0 {
            let said = messages::year_against_state(planned, row.cell("state"), base);
            reader.refuse(row, "planned", "base::year-against-state", said);
        }
        let additional = reader.number(row, "additional", Bounds::Share);
        reader.number(row, "additional_low", Bounds::Share);
        reader.number(row, "additional_high", Bounds::Share);
        all.push(Project {
            code,
            name: reader.text(row, "name"),
            facility: reader
                .position(row, "facility", Named::Facility, facilities)
                .unwrap_or(0),
            beds: reader.integer(row, "beds", 1, 20_000) as f64,
            cost: reader.maybe_number(row, "cost", Bounds::NotNegative),
            state,
            planned,
            additional,
            grade: reader.grade(row),
        });
    }
    all
}

/// Projects of the sources that are left out.
pub fn projects_not_used(reader: &mut Reader<'_>) -> Vec<ProjectNotUsed> {
    let rows = reader.table(
        "projects_not_used.csv",
        &[
            "name",
            "province",
            "beds",
            "cost",
            "status",
            "reason",
            "source_id",
            "grade",
        ],
    );
    rows.iter()
        .map(|row| {
            reader.grade(row);
            ProjectNotUsed {
                name: reader.text(row, "name"),
                reason: reader.text(row, "reason"),
                source_id: row.cell("source_id").to_owned(),
            }
        })
        .collect()
}

/// Whether a transfer is in the base, decided for later, or only proposed.
#[derive(Clone, Copy, PartialEq)]
enum Standing {
    Done,
    Decided,
    Proposed,
}

/// Decided and proposed changes of owner. Those done by the base year are in the owner column of
/// the facilities already; their row must agree with it.
pub fn transfers(
    reader: &mut Reader<'_>,
    facilities: &[Facility],
    names: &Names,
    base: Year,
) -> (Vec<Transfer>, Vec<ProposedTransfer>) {
    let rows = reader.table(
        "transfers.csv",
        &[
            "facility",
            "from",
            "to",
            "year",
            "status",
            "document",
            "source_id",
            "grade",
            "note",
        ],
    );
    let (mut decided, mut proposed) = (Vec::new(), Vec::new());
    let mut seen = Names::default();
    for row in &rows {
        reader.grade(row);
        let from = reader.choice(row, "from", OWNERS);
        let to = reader.choice(row, "to", OWNERS);
        let status = reader.choice(
            row,
            "status",
            &[
                ("done", Standing::Done),
                ("decided", Standing::Decided),
                ("proposed", Standing::Proposed),
            ],
        );
        let document = reader.text(row, "document");
        let year = if row.cell("year").is_empty() && status == Standing::Proposed {
            None
        } else {
            Some(Year(reader.integer(row, "year", 1950, 2150) as i32))
        };
        let Some(at) = reader.position(row, "facility", Named::Facility, names) else {
            continue;
        };
        seen.add(reader, row, "facility", row.cell("facility"));
        let owner = facilities[at].owner;
        let expected = if status == Standing::Done { to } else { from };
        if owner != expected {
            let said = messages::other_owner(row.cell("facility"), owner, expected);
            reader.refuse(row, "from", "base::owner-disagrees", said);
        }
        match (status, year) {
            (Standing::Done, Some(year)) if year > base => reader.refuse(
                row,
                "year",
                "base::year-against-state",
                messages::transfer_not_done(year, base),
            ),
            (Standing::Decided, Some(year)) if year <= base => reader.refuse(
                row,
                "year",
                "base::year-against-state",
                messages::transfer_over(year, base),
            ),
            (Standing::Decided, Some(year)) => decided.push(Transfer {
                facility: at,
                to,
                year,
            }),
            (Standing::Proposed, _) => {
                let note = [document.as_str(), row.cell("note")].join(": ");
                let note = note.trim_end_matches(": ").to_owned();
                proposed.push(ProposedTransfer {
                    facility: at,
                    to,
                    note,
                });
            }
            _ => {}
        }
    }
    (decided, proposed)
}
