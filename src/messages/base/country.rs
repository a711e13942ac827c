//! Places, people, hospitals and schools, and what is followed and asked of them.

use super::AT_ITS_END;
use crate::said::messages;
use std::fmt::Debug;

messages! {
    also_region(code) = "`{code}` is also the code of a region or of the nation"
        => "give the province another code";
    tile_taken(column, row, other) = "the tile ({column}, {row}) is taken by `{other}`"
        => "give each province its own tile";
    half_a_place() = "only one of `lat` and `lon` is given"
        => "give both, or leave both empty";
    people_are_single() = "people of the base year are a single figure"
        => "leave `low` and `high` empty: how many people live there later is drawn (demo.*)";
    published_is_single() = "a count that a province publishes is a single figure"
        => "leave `low` and `high` empty: targets of the province are judged on the count as published";
    no_figure(province, id) = "`{province}` has no `{id}`"
        => "add a row: {province},{id},value,low,high,unit,source_id,grade,note";
    no_figure_of_staff(province, plural) = "`{province}` has no `{plural}`, other provinces have"
        => "give the figure for every province, or for none (then it is spread by population)";
    year_twice() = "the year stands twice"
        => "keep one of the two rows";
    path_begins(first, base) = "the path begins in {first}, the base year is {base}"
        => "begin with the year {base}";
    people_do_not_add(people, nation) = "the provinces have {people:.0} people together, the nation has {nation:.0}"
        => "correct a province, or `population` in national.csv";
    path_begins_with(path, nation) = "the path begins with {path:.0} people, the nation has {nation:.0}"
        => "begin the path with `population` of national.csv";
    mean_income(mean) = "the mean of `income_index`, weighted by population, is {mean:.3} and not 1"
        => "divide every income_index by this mean";
    station_has_no_beds() = "a commune station has no hospital beds"
        => "write 0: beds at stations are the assumption bed.at_stations";
    station_is_commune() = "`station` and the level Commune go together"
        => "write both or neither";
    central_is_ministry() = "a Central hospital belongs to a ministry"
        => "write Ministry or OtherMinistry, or another level";
    station_is_province() = "a commune station belongs to the province"
        => "write Province";
    synthetic_beds() = "a synthetic hospital has no published beds"
        => "write `no` in one of the two columns";
    referrals_do_not_add(sum) = "the shares of referrals add to {sum:.4} and not to 1"
        => "correct the share of `general`, which takes what the others leave";
    year_against_state(planned, state, base) = "a project that opens in {planned} cannot be `{state}` at the end of {base}"
        => "`Opened` means opened in {base}; the others open later";
    other_owner(facility, owner: impl Debug, here: impl Debug) = "`{facility}` belongs to {owner:?} in facilities.csv, here to {here:?}"
        => "facilities.csv holds the owner at the end of the base year: correct one of the two";
    transfer_not_done(year, base) = "a transfer of {year} is not done at the end of {base}"
        => "write `decided`";
    transfer_over(year, base) = "a transfer of {year} is over at the end of {base}"
        => "write `done` and set the owner in facilities.csv";
    first_band() = "the first band begins at 20 or at 25"
        => "write 20 or 25";
    not_an_occupation(text) = "`{text}` is not an occupation's code"
        => "use small letters without accents, and `_` between words: it becomes a column name";
    next_band(occupation, expected, age, first, last) = "the next band of `{occupation}` begins at {expected}, not at {age}"
        => "give every band from {first} to {last}, five years apart, in order";
    missing_bands(occupation, bands, needed, first, last) = "`{occupation}` has {bands} bands, it needs {needed}"
        => "give every band from {first} to {last}";
    ages_do_not_add(occupation, sum) = "the age shares of `{occupation}` add to {sum:.4} and not to 1"
        => "correct the shares; the last band closes at 69";
    ages_begin(first, base) = "the ages begin in {first}, the base year is {base}"
        => "begin with the year {base}";
    bands_apart() = "the bands are not five years apart"
        => "give every band in order";
    bands_run(from, to, first, last) = "the bands run from {from} to {to}"
        => "give every band from {first} to {last}";
    intake_does_not_add(occupation, sum) = "the intake shares for `{occupation}` add to {sum:.6} and not to 1"
        => "change the share of the `other` schools so that the sum is 1";
    not_an_indicator(id, example) = "`{id}` is not an indicator's id"
        => "an id has small letters, digits and `_`: `{example}`";
    bounds_out_of_order(high, low) = "{high} is not above the lower bound {low}"
        => "write the lower bound first; the indicator lies between the two";
    outside_bounds(value, low, high) = "{value} is not between the bounds {low} and {high}"
        => "shares are fractions: 95 % is 0.95; a level on its bound could not move";
    no_width() = "the range has no width"
        => "leave both ends empty where the figure is single";
    value_on_its_end() = "{AT_ITS_END}"
        => "move the end away from the value, or leave both ends empty: a single figure holds in every future";
    finish_before_start() = "the planned finish is not after the start"
        => "write years with their fraction: 2024.5 is the middle of 2024";
}
