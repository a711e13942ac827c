//! Figures that can be read and cannot be meant.

use crate::said::{Message, messages, sentences};

pub(super) const AT_ITS_END: &str =
    "the value stands at an end of its own range, of which 80 % lies around it";

messages! {
    stock_does_not_add(sum, what, ratio, people, total, factor) = "the provinces have {sum:.0} {what} together; {ratio} per 10,000 of {people:.0} people are {total:.0}"
        => "multiply the {what} of the provinces by {factor:.6}, or correct the national figure: only what rounding leaves may lie between them";
    range_too_wide(province, half, what, most) = "`{province}` may lie {half:.0} {what} from its value, and the others together cannot make up for it: they may lie {most:.0} from theirs, and the sum is the nation's"
        => "narrow its range to {most:.0} either side, widen those of others, or give the nation a range";
    nation_too_wide(half, what, most) = "the nation may lie {half:.0} {what} from its value, the provinces together only {most:.0}"
        => "narrow the range of the nation, or widen those of provinces";
    value_at_its_end() = "{AT_ITS_END}"
        => "move the end away from the value, or leave `low` and `high` empty: a single figure holds in every future";
    known_is_more(province, known, low) = "hospitals of `{province}` with beds_known `yes` have {known:.0} beds together, the province may have {low:.0}"
        => "write a low end of {known:.0} or more, or beds_known `no` for what is an estimate";
    drawn_and_stated(plural, code) = "{plural} of provinces are stated, those of the nation are drawn from `base.{plural}_per_10k`"
        => "write `national_per_10k` of `{code}` in occupations.csv (their sum over the people), or leave the provinces out";
    hospitals_do_not_add(province, beds, stated, apart) = "the hospitals of `{province}` have {beds} beds together, the province has {stated}"
        => "change another hospital of `{province}`, or `beds` of the province; {apart:.0} % apart is allowed";
    no_hospital_for_the_rest(province, known, stated) = "all hospitals of `{province}` have beds_known `yes` and {known} beds together, the province has {stated}: no hospital could hold the rest"
        => "write {known} for the province, or beds_known `no` for a hospital whose beds are an estimate";
    factor_apart(end, apart, middle, widest) = "{end} lies a factor of {apart:.0} from {middle}"
        => "check the decimal point and the unit; within a factor of {widest} a range is taken as it is";
    exchanged() = "the places lie on their tiles (tile_col to the east, tile_row to the south) only if \
             latitude and longitude are exchanged"
        => "write degrees north in `lat` and degrees east in `lon`, or move the tiles";
    one_point(places, north, east) = "all {places} places lie on one point, {north} north and {east} east"
        => "give each place the latitude and longitude of its own centre, or leave both empty";
    same_point(province, other, line) = "`{province}` lies on the point of `{other}` (line {line})"
        => "give each place the latitude and longitude of its own centre";
    far_place(code, value, low, high) = "`{code}` lies at {value} degrees, all other places between {low} and {high}"
        => "check the decimal point, and that latitude (north) and longitude (east) are not exchanged";
    decoded_twice(text, meant) = "`{text}` was decoded twice; it reads `{meant}`"
        => "open the table again as UTF-8 and save it as CSV UTF-8";
    unknown_national(indicator, known) = "no national figure is called `{indicator}`"
        => "write one of: {known}, or take the row out";
    other_unit(indicator, expected, unit) = "`{indicator}` is read in {expected}, not in `{unit}`"
        => "convert the value and its range, and write `{expected}`";
    project_at_station(facility) = "`{facility}` is a commune station, and a project adds beds to a hospital"
        => "name the hospital whose beds grow; new stations are the policy StationUpgrade";
    stock_of_0(id) = "`{id}` of a province cannot be 0, nor its range begin there"
        => "write what there is at least; leave both ends empty where the figure is single";
    orders_too_long(id, shares, years) = "`{id}` has {shares} shares, and beds on order are followed for {years} years"
        => "write at most {years} shares that add to 1";
    not_a_profile(id) = "`{id}` is one number and must be shares by year"
        => "write Profile([...]) with a share for each year, the first for the year of the money; they add to 1";
    listed_and_published(figure, id, listed, most) = "{figure} {id} are published, facilities.csv lists {listed}"
        => "check the digits: the list and the published figure lie within a factor of {most}";
    sum_would_be_right(right, value) = "the sum would be right with {right} in place of {value}"
        => "check the digits and the unit of this cell";
    no_station(province) = "`{province}` has no commune station"
        => "add at least one row to facilities.csv with level Commune and specialty station";
    bad_range(wrong, low, high) = "{wrong}"
        => "put the lower end in `{low}`, the upper end in `{high}`, and the value between the two; is all in one unit?";
    same_name(code, other, line, province, name) = "`{code}` and `{other}` (line {line}) bear the same name in `{province}`: {name}"
        => "if it is one hospital, keep one row: its beds are counted twice; else tell the two apart in their names";
    outside_band(value, unit, low, high, note) = "{value} {unit} lies outside {low} to {high}"
        => "check the unit and the decimal point: {note}";
}

sentences! {
    low_above_high(low, high) = "the low end {low} is above the high end {high}";
    outside_its_range(value, low, high) = "the value {value} lies outside its own range, {low} to {high}";
    only_a_low_end(low) = "half a range: the low end is {low}, the high end is empty";
    only_a_high_end(high) = "half a range: the high end is {high}, the low end is empty";
}

pub(crate) fn jump(people: f64, year: f64, apart: f64, allowed: f64) -> Message {
    let (percent, allowed) = (apart.abs() * 100.0, allowed * 100.0);
    let more = if apart < 0.0 { "fewer" } else { "more" };
    Message {
        text: format!(
            "{people:.0} people in {year}: {percent:.0} % {more} than the years beside it let one expect"
        ),
        help: format!(
            "check the digits and the unit: people of a year lie within {allowed:.0} % of the even path between their neighbours"
        ),
    }
}
