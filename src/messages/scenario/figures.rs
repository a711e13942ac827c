//! Messages about figures that the asker knows better than the base.

use crate::said::{Message, messages, sentences};

/// Where what a figure can be of is listed.
pub(crate) const WHAT: &str = "write beds, the plural of an occupation, an indicator that is followed (`carecast list indicators`), or the id of a price (`carecast list assumptions`)";
/// Where places are listed.
pub(crate) const PLACES: &str =
    "`carecast list provinces` and `carecast list facilities` show the codes";

sentences! {
    of_a_place(what, of) = "{what} of {of}";
}

messages! {
    no_table(name) = "no table \"{name}\" is there, seen from this file"
        => "write a path seen from this file; `carecast facts PROVINCE --figures --csv` prints a table to begin with";
    no_column(column, columns) = "the table has no column `{column}`"
        => "the first line names the columns: {columns}; `of`, `low`, `high` and `reason` may be left out";
    other_column(column, columns) = "a table of figures has no column `{column}`"
        => "its columns are {columns}";
    other_length(got, wanted) = "the row has {got} cells, and the first line names {wanted} columns"
        => "put texts with a comma into quotation marks, and leave a cell empty where nothing is said";
    no_number(column, cell) = "`{column}` is \"{cell}\", and no number"
        => "write digits, with a point before decimals and nothing between thousands: 3882, 0.85";
    no_value(what) = "the figure of {what} has no value"
        => "fill in `value`, or take the row out";
    no_grade(cell) = "\"{cell}\" is no grade"
        => "write A (official), B (press quoting officials), C (secondary), D (derived) or E (assumed)";
    twice(figure) = "the figure of {figure} is given twice" => "keep one of the two";
    unknown(what, help) = "the base has no figure \"{what}\"" => "{help}";
    not_a_price(what, unit) = "\"{what}\" ({unit}) is no price"
        => "write its law into `assumptions` and say in `note` where it comes from";
    price_of_a_place(what, place) = "\"{what}\" is a price of the whole country, and not one of {place}"
        => "leave `of` out; what costs another amount in one place is written into the policy that pays it";
    not_by_province(what) = "nothing is known of {what} by province: the nation's number is drawn, and all lie by people"
        => "put the counts of all provinces into a base of your own (`carecast base --write`)";
    no_place(what) = "the figure of {what} does not say of which place"
        => "write `of` with the code of a province";
    not_of_a_hospital(what, province) = "{what} are known by province, and not by hospital"
        => "state the figure of {province}";
    beds_of_a_station() = "a commune station has no hospital beds"
        => "beds at stations are the assumption bed.at_stations";
    synthetic(code) = "{code} stands for hospitals that no list names: it is not one that could be counted"
        => "write the real hospital into its row of facilities.csv of a base of your own, or state the beds of the province";
    hospital_is_counted(province) = "beds of one hospital are a count, not an estimate with a range"
        => "leave `low` and `high` out and grade the count A to D, or state the beds of {province} with their range";
    no_source(figure) = "the figure of {figure} does not say where it comes from"
        => "write author, title, year and table into `source`";
    not_inside(value, low, high) = "{value} does not lie between {low} and {high}"
        => "a range is read as 80 % around the value: `low` below it, `high` above it";
    half_a_range() = "a range has two ends"
        => "write `low` and `high`, the value between them, or neither";
    assumed(figure) = "the figure of {figure} is assumed (grade E), and has no range or no reason"
        => "write `low`, `high` and `reason`, or the grade of its source";
    law_too(id) = "\"{id}\" is given a law here and a figure in `figures`"
        => "keep one of the two";
    outside_followed(value, id, low, high) = "{value} is outside what \"{id}\" can be"
        => "it lies between {low} and {high}; a share is a fraction: 85 % is 0.85";
    not_whole(value, figure) = "{value} is no number of {figure}"
        => "people and beds are whole and more than none; a ratio per 10,000 people is turned into a number with the people of the place";
    as_in_base(figure) = "this is what the base already says of {figure}"
        => "take the line out, or write what you know better";
    no_price(value) = "a price is more than 0, got {value}"
        => "prices are in the base's currency of the base year";
    outside_range(value, figure, own, low, high) = "{value} is outside the range that the base gives {figure}"
        => "the base has {own} ({low} to {high}); if it is meant, `source` and `reason` are what a reader will ask for";
    no_room(stated, what, total) = "the figures come to {stated:.0} {what}, and the nation has {total:.0} by its published figure"
        => "what is published of the nation stays: state fewer, or correct the nation in a base of your own (`carecast base --write`)";
    no_hospital(province, known, beds) = "{province} would have {beds:.0} beds and {known:.0} of them in hospitals known one by one, with no other hospital to take up the difference"
        => "state the beds of the province and of its hospitals together";
    known_is_more(province, known, low) = "hospitals of {province} that are known one by one have {known:.0} beds, and the figure lets the province have {low:.0}"
        => "state a higher figure or low end, or the beds of those hospitals too";
    too_wide(province, half, what, most) = "the range of {province} is {half:.0} {what} either side, and the others vary by {most:.0} together: they cannot make up for it while the nation stays"
        => "make the range narrower";
    nation_too_wide(half, what, most) = "the nation is known to {half:.0} {what} either side, and with this figure the provinces vary by {most:.0} together"
        => "give the figure a range: `low` and `high`";
    no_room_followed(id, nation, rest, low, high) = "the nation's \"{id}\" is {nation}; with this figure the provinces without one would be at {rest:.3}"
        => "they lie between {low} and {high}: correct the figure, or the nation's in a base of your own";
    no_law(fault) = "{fault}" => "correct the range";
}

/// A figure so far from the base's that a unit or a digit must have slipped.
pub(crate) fn far_from(value: f64, figure: String, own: f64, most: f64) -> Message {
    Message {
        text: format!(
            "{value} is over {most} times what the base has of {figure}, or as far below it"
        ),
        help: format!(
            "the base has {own}: look for a digit or a unit that slipped; if it is right, put it into a base of your own (`carecast base --write`)"
        ),
    }
}

fn by(percent: f64) -> String {
    let more = if percent < 0.0 { "fewer" } else { "more" };
    format!("{:.1} % {more}", percent.abs())
}

/// Other provinces would be moved too far.
pub(crate) fn others_too_far(what: &str, percent: f64, most: f64) -> Message {
    Message {
        text: format!(
            "the other provinces would have {} {what}, so that the nation stays as it is published",
            by(percent)
        ),
        help: format!(
            "they are held to {most:.0} %: what their sources say would no longer hold; state figures of more provinces, or correct the nation in a base of your own (`carecast base --write`)"
        ),
    }
}

/// Other provinces are moved so far that it is told.
pub(crate) fn others_moved(what: &str, percent: f64) -> Message {
    Message {
        text: format!(
            "the other provinces have {} {what}, so that the nation stays as it is published",
            by(percent)
        ),
        help: "`figures.csv` lists each; if their sources are as good as yours, the nation's figure is what does not fit".to_owned(),
    }
}

/// Other hospitals of a province would be moved too far.
pub(crate) fn hospitals_too_far(province: &str, percent: f64) -> Message {
    Message {
        text: format!(
            "the other hospitals of {province} would have {} beds, so that the province stays as it is",
            by(percent)
        ),
        help: format!("state the beds of {province} too"),
    }
}

/// Other hospitals of a province are moved so far that it is told.
pub(crate) fn hospitals_moved(province: &str, percent: f64) -> Message {
    Message {
        text: format!(
            "the other hospitals of {province} whose beds are an estimate have {} beds, so that the province stays as it is",
            by(percent)
        ),
        help: format!("state the beds of {province} too, if you know them"),
    }
}

/// A place nobody knows.
pub(crate) fn unknown_place(code: &str, or_hospital: bool, help: String) -> Message {
    let what = if or_hospital {
        "province or hospital"
    } else {
        "province"
    };
    Message {
        text: format!("there is no {what} \"{code}\""),
        help,
    }
}
