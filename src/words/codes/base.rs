//! Codes of a base: a table a planner edited does not hold together.

use super::{Code, both, refuses, warns};

/// Codes about the tables of a base.
pub(super) const CODES: &[Code] = &[
    refuses(
        "base::bad-distribution",
        "The numbers of an assumption's law do not make one.",
        "Put low, mode and high in order; standard deviations are above 0; shares of a profile add to 1.",
    ),
    refuses(
        "base::bad-name",
        "A name or code begins with a sign that spreadsheets take for a formula (=, +, -, @), or has more letters than a table can show; or a cell holds a sign that is not seen.",
        "Let names begin with a letter or a digit, keep them under 120 letters (titles 400), and type anew what was copied.",
    ),
    refuses(
        "base::bad-tie",
        "An assumption is tied to one that does not exist or cannot be drawn, or with a correlation outside -1 to 1.",
        "Tie it to drawn assumptions of the same file, with `rho` between -1 and 1.",
    ),
    refuses(
        "base::bands-out-of-order",
        "Age bands do not follow one another in steps of five years.",
        "Write one row for each band, from the first age in steps of five.",
    ),
    refuses(
        "base::cannot-be",
        "Level, owner, specialty and beds of a facility contradict one another.",
        "The message names the two; correct one of them.",
    ),
    refuses(
        "base::decoded-twice",
        "A table was saved in one alphabet and read in another: two or three wrong letters stand for each right one.",
        "Open it again as UTF-8, and save it as CSV UTF-8.",
    ),
    refuses(
        "base::does-not-add-up",
        "Figures of provinces or facilities do not add up to the published total, or facilities hold more beds than their province.",
        "Correct the figure that was changed last, or the total it belongs to.",
    ),
    refuses(
        "base::duplicate-code",
        "Two rows have the same code.",
        "Give each row a code of its own.",
    ),
    refuses(
        "base::empty-cell",
        "A cell that must hold something is empty.",
        "Fill it in; the guide README.md of the base says what it means.",
    ),
    refuses(
        "base::empty-table",
        "A table has a heading and no rows.",
        "Add its rows, or start again from `carecast base --write DIR`.",
    ),
    warns(
        "base::exchanged",
        "Places lie on their tiles only if latitude and longitude are exchanged.",
        "Write degrees north in `lat` and degrees east in `lon`.",
    ),
    warns(
        "base::far-place",
        "A place lies far from all other places of the country.",
        "Check the decimal point, and that latitude and longitude are not exchanged.",
    ),
    refuses(
        "base::half-a-place",
        "A province has a latitude without a longitude, or the other way round.",
        "Fill both cells or leave both empty.",
    ),
    refuses(
        "base::held-and-drawn",
        "An assumption says in `held` why it is not drawn, and its law is drawn.",
        "Take `held` out, or write Fixed(...).",
    ),
    warns(
        "base::idle-assumption",
        "assumptions.ron holds a number that nothing reads.",
        "Correct its id, or take it out: changing it would change nothing.",
    ),
    both(
        "base::jump",
        "The people of a year lie far from the path between the years beside it.",
        "Check the digits and the unit of the row; over 20 % off is refused, over 5 % is warned.",
    ),
    refuses(
        "base::levels-of-another-country",
        "Numbers of assumptions.ron that are as large as a country (people, beds, money) are those of another country than the one of country.csv.",
        "Write the country's own, each with `level_of` and its code; the message holds a block to start from.",
    ),
    refuses(
        "base::missing-assumption",
        "An assumption the model asks for is missing; often its id was misspelt.",
        "Add it to assumptions.ron; the message names the id.",
    ),
    refuses(
        "base::missing-column",
        "A table lacks a column.",
        "Add the column; the built-in table shows its name.",
    ),
    refuses(
        "base::missing-figure",
        "A figure is missing for a place, an occupation or a year that needs one.",
        "Add the row the message shows.",
    ),
    refuses(
        "base::missing-range",
        "An assumed figure (grade E) has no range.",
        "Fill the low and the high end.",
    ),
    refuses(
        "base::missing-reason",
        "An assumed figure (grade E) does not say why it has this value.",
        "Write the reason in `note`, or in `reason` of an assumption.",
    ),
    refuses(
        "base::missing-source",
        "A figure of grade A to D names no source.",
        "Name an id of sources.csv, or use grade E with a range and a reason.",
    ),
    refuses(
        "base::missing-table",
        "A table of the base is not in the folder.",
        "Copy it from a fresh base: `carecast base --write DIR`.",
    ),
    refuses(
        "base::no-folder",
        "The folder of the base cannot be opened.",
        "Check the path, or make a base with `carecast base --write DIR`.",
    ),
    refuses(
        "base::not-a-code",
        "A code holds capitals, blanks or accents.",
        "Write small letters, digits and hyphens (occupations: underscores).",
    ),
    refuses(
        "base::not-a-number",
        "A cell that needs a number holds something else.",
        "Write digits with a point for decimals, without blanks or signs of thousands.",
    ),
    refuses(
        "base::not-assumed",
        "A table listed as assumed is not one of the base, or not assumed.",
        "Correct the name, or the grade of its rows.",
    ),
    refuses(
        "base::not-whole",
        "A cell that counts things holds a fraction.",
        "Write a whole number.",
    ),
    both(
        "base::one-point",
        "Two places, or all of them, have the same latitude and longitude.",
        "Give each place its own centre, or leave both cells empty.",
    ),
    refuses(
        "base::open-quote",
        "A quote is opened in a cell and not closed, so that the rows below are taken for its text.",
        "Close it, or take it out; a note stays on one line.",
    ),
    refuses(
        "base::other-currency",
        "An amount of assumptions.ron is not in the currency of country.csv, or in another scale of it.",
        "Convert its numbers and write the currency of country.csv; pay, student years and bed-years count a thousandth of it.",
    ),
    refuses(
        "base::other-unit",
        "The unit beside a figure is not the one the figure is read in.",
        "Convert the value and its range to the unit named, and write that unit.",
    ),
    refuses(
        "base::out-of-range",
        "A number lies outside what its column allows.",
        "The message states the limits; check the unit and the decimal point.",
    ),
    refuses(
        "base::owner-disagrees",
        "A change of owner starts from an owner the facility does not have.",
        "Correct `from`, or the owner in facilities.csv.",
    ),
    refuses(
        "base::path-too-short",
        "A path of years ends before the last year of the run.",
        "Add a row for the last year, or end the run sooner.",
    ),
    refuses(
        "base::range-misses-value",
        "A value lies outside its own range from low to high.",
        "Correct the value or the range.",
    ),
    warns(
        "base::range-not-drawn",
        "An assumption has a range and is fixed: no future takes another value of the range, so the answers are too sure.",
        "Give it a law, or say in `held` why one value is held.",
    ),
    refuses(
        "base::row-width",
        "A row has more or fewer cells than its heading, often because a text with a comma has no quotes.",
        "Put texts that hold a comma in double quotes.",
    ),
    warns(
        "base::same-name",
        "Two facilities of one province bear the same name: one may stand under two codes.",
        "Keep one row, or tell the two apart in their names.",
    ),
    refuses(
        "base::shares-do-not-add",
        "Shares that must add to 1 do not.",
        "Correct the shares of the table the message names.",
    ),
    both(
        "base::stray-file",
        "A file looks like a table of the base and has another ending or other capitals, so it is not read.",
        "Save it under the name of the table, or move it out of the folder.",
    ),
    warns(
        "base::thousands-dot",
        "A number with three digits behind its dot may be meant as thousands: 39.200 is read as 39.2.",
        "Write 39200 for the thousands, or 39.2.",
    ),
    refuses(
        "base::tile-taken",
        "Two provinces have the same place on the tile map.",
        "Give each its own column and row.",
    ),
    refuses(
        "base::unknown-column",
        "A table has a column nobody reads; often the name is misspelt.",
        "Rename or delete it: nothing is ignored silently.",
    ),
    refuses(
        "base::unknown-indicator",
        "A row of history, targets or national figures is about something that is not reckoned.",
        "Correct the id; `carecast list indicators` prints all of them.",
    ),
    warns(
        "base::unlikely",
        "A figure lies outside what any country reports in its unit, or out of proportion to its neighbours.",
        "Check the unit and the decimal point; the bands stand in assets/bands.csv, each with its reason.",
    ),
    refuses(
        "base::unknown-name",
        "A row names a place, facility or occupation that no table holds.",
        "Correct the code, or add the row it points to.",
    ),
    refuses(
        "base::unknown-source",
        "A row names a source that is not in sources.csv.",
        "Correct the id, or add the source with title, publisher, date and address.",
    ),
    refuses(
        "base::unknown-table",
        "The folder holds a table the program does not know.",
        "Rename it if it is misspelt; put your own files elsewhere.",
    ),
    refuses(
        "base::unknown-word",
        "A cell takes one of a few words and holds another.",
        "Take one of the words the message lists.",
    ),
    refuses(
        "base::unreadable-assumptions",
        "The file assumptions.ron cannot be read.",
        "Correct the place shown; the same rules hold as for a scenario file.",
    ),
    refuses(
        "base::unreadable-row",
        "A row cannot be read as CSV, often because a quote is not closed or the text is not UTF-8.",
        "Close the quote, and save the table as CSV in UTF-8.",
    ),
    refuses(
        "base::unreadable-table",
        "A table of the base cannot be opened or is not a text in UTF-8.",
        "Save it as CSV in UTF-8, and check that you may read it.",
    ),
    refuses(
        "base::year-against-state",
        "The year of a project or a change of owner contradicts its state.",
        "What is done lies in the base year or before; what is planned lies after it.",
    ),
    refuses(
        "base::years-out-of-order",
        "Years of a table do not follow one another, or do not reach far enough.",
        "Write one row for each year, from the base year on.",
    ),
];
