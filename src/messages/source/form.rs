//! Messages about mistakes of form: what was expected, what stands there, what to do.

use crate::said::{Message, messages, sentences};

/// Under a name that no field has.
pub(crate) const NO_FIELD: &str = "not a field of this record";
/// Under a name that no choice has.
pub(crate) const NO_CHOICE: &str = "not a choice";
/// Under a field that is written again.
pub(crate) const SECOND_ONE: &str = "the second one";
/// Under what follows a missing comma.
pub(crate) const COMMA_BEFORE: &str = "a comma goes before this";
/// Under a quote of a word processor.
pub(crate) const CURLY: &str = "not a straight quote";
/// Under what stands behind a comma in a number.
pub(crate) const CUT_IN_TWO: &str = "the number was cut in two by the comma";

sentences! {
    needs(field) = "this record needs `{field}`";
}

messages! {
    missing_field(field) = "the field `{field}` is missing" => "add `{field}: ...` to this record";
    missing_unless_extends(field) = "the field `{field}` is missing"
        => "add `{field}: ...` to this record, or `extends: ...` to build on another scenario";
    field_twice(field) = "the field `{field}` is written twice in this record"
        => "keep one of the two";
    missing_comma(found) = "a comma is missing before {found}"
        => "fields and entries are separated by commas";
    missing_colon(found) = "a colon is expected, found {found}"
        => "a field is written `name: value`";
    digits_only(found) = "a whole number is expected, found {found}"
        => "write digits only: 1000 or 1_000, without a point";
    too_much(found) = "{found} has something too much at its end"
        => "compare with one of the built-in scenarios";
    one_number(found) = "one value is expected between these brackets, found {found}"
        => "decimals take a point (0.15); thousands are written 1000 or 1_000";
    one_value(found) = "one value is expected between these brackets, found {found}"
        => "write one value between these brackets";
    named_field(found) = "a field with its name is expected, found {found}"
        => "values in these brackets have names: ( name: value, ... )";
    named_choice(found) = "a choice with its name is expected, found {found}"
        => "a plain value is not enough here; write for instance Level(500), Share(0.4), Fixed(0.9)";
    curly_record() = "a record stands in round brackets, found `{{`"
        => "write ( ... ) instead of {{ ... }}, and the names of fields without quotes: ( title: \"...\", ... )";
    after_the_end() = "the scenario has already ended before this"
        => "a file holds one record in round brackets; was a bracket closed too early?";
    value(refusal, help) = "{refusal}" => "{help}";
    out_of_bounds(found) = "the number {found} is too large, or below zero where it cannot be"
        => "write a whole number of a sensible size";
    whole_number(found) = "a whole number is expected, found {found}"
        => "write digits only, such as 2030 or 1_000";
    number(found) = "a number is expected, found {found}"
        => "write digits with a point, such as 0.15";
    yes_or_no(found) = "`true` or `false` is expected, found {found}"
        => "write true or false, in small letters";
    list(found) = "a list is expected, found {found}"
        => "a list stands in square brackets: [ ..., ... ]";
    list_end(found) = "the end of the list is expected, found {found}" => "close the list with `]`";
    table(found) = "a table in curly brackets is expected, found {found}"
        => "write {{ \"name\": value, ... }}";
    table_end(found) = "the end of the table is expected, found {found}"
        => "close the table with `}}`";
    record(found) = "a record in round brackets is expected, found {found}"
        => "a record is written ( name: value, ... )";
    record_end(found) = "the closing `)` is expected, found {found}"
        => "was a comma or a bracket forgotten?";
    bare_name(found) = "a name without quotes is expected, found {found}"
        => "values stand behind their names, and names have no quotes: `title: \"A new campus\"`";
    other(expected, found) = "{expected} is expected, found {found}"
        => "compare with one of the built-in scenarios";
    unreadable(why) = "this cannot be read: {why}" => "compare with one of the built-in scenarios";
    curly_quotes() = "these quotes are the printed kind, as word processors make them"
        => "write straight quotes: \"...\"";
    percent() = "a share is written as a fraction, without `%`" => "15 % is written 0.15";
    comma_in_number() = "a number cannot hold a comma"
        => "decimals take a point (0.15); thousands are written 1000 or 1_000";
    equals() = "a field is given with a colon, not with `=`" => "write `name: value`";
    semicolon() = "fields and entries are separated by commas, not by `;`" => "write `,` instead";
}

/// A name that no field of a record has: the nearest, then all of them.
pub(crate) fn no_field(found: &str, near: Option<&str>, fields: &[&str]) -> Message {
    let all = fields.join(", ");
    Message {
        text: format!("there is no field `{found}` here"),
        help: match near {
            Some(name) => format!("did you mean `{name}`? the fields are: {all}"),
            None if all.is_empty() => "nothing may stand here".to_owned(),
            None => format!("the fields are: {all}"),
        },
    }
}

/// A name that no choice has: the nearest, then all of them.
pub(crate) fn no_choice(found: &str, near: Option<&str>, choices: &[&str]) -> Message {
    let all = choices.join(", ");
    Message {
        text: format!("`{found}` is not one of the choices here"),
        help: match near {
            Some(name) => format!("did you mean `{name}`? the choices are: {all}"),
            None if all.is_empty() => "nothing may stand here".to_owned(),
            None => format!("the choices are: {all}"),
        },
    }
}

/// A text without quotes; a word is shown with them.
pub(crate) fn text(found: &str, token: &str) -> Message {
    let bare = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    Message {
        text: format!("a text in quotes is expected, found {found}"),
        help: match token.chars().all(bare) {
            true => format!("write \"{token}\", with quotes"),
            false => "texts stand in quotes: \"...\"".to_owned(),
        },
    }
}
