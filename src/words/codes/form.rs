//! Codes of form: the text of a file cannot be read as it stands.

use super::{Code, refuses, warns};

/// Codes about files, RON and JSON.
pub(super) const CODES: &[Code] = &[
    refuses(
        "file::empty",
        "The file holds nothing but blanks.",
        "Write a starter with `carecast new NAME`, or copy one of the built-in scenarios and change it.",
    ),
    refuses(
        "file::not-utf8",
        "The file was saved in an older encoding, so that letters with accents cannot be told.",
        "Save it again with the encoding UTF-8; in most editors under Save as, Encoding.",
    ),
    refuses(
        "file::too-large",
        "The file is larger than a scenario can sensibly be; usually the wrong file was named.",
        "Name the scenario file. Tables of places and figures belong into a base folder: `carecast base --write DIR`.",
    ),
    refuses(
        "json::syntax",
        "A file that starts with `{` or ends in .json is read as JSON, and JSON is strict: names in double quotes, no comma after the last entry, no comments.",
        "Correct the place shown; words of explanation go into the field \"note\". A file with comments is written in RON: `carecast new NAME`.",
    ),
    refuses(
        "ron::after-the-end",
        "The record that holds the scenario was closed, and something still follows.",
        "Look for a `)` that stands too early, or delete what follows the last one.",
    ),
    refuses(
        "ron::bracket-never-closed",
        "A bracket is opened and the file ends before it is closed; often the end of the file was lost, or an entry misses its last bracket.",
        "Add the closing bracket where the record or list should end.",
    ),
    refuses(
        "ron::bracket-never-opened",
        "A closing bracket has no partner before it.",
        "Delete it, or look for an earlier bracket that closes too soon.",
    ),
    refuses(
        "ron::brackets-differ",
        "A bracket of one kind is closed by another kind; usually the closing bracket of a list or record was forgotten in between.",
        "Put the missing bracket before the place shown. Records stand in ( ), lists in [ ], tables in { }.",
    ),
    refuses(
        "ron::comma-in-number",
        "A number was written with a comma, for thousands or as the decimal sign, and the comma cut it in two.",
        "Decimals take a point: 0.15. Thousands are written 1000 or 1_000.",
    ),
    refuses(
        "ron::comment-never-closed",
        "A comment that starts with /* has no */, so the rest of the file is part of it.",
        "Close it with */, or use // for a comment of one line.",
    ),
    refuses(
        "ron::curly-quotes",
        "A word processor replaced the straight quotes by printed ones.",
        "Write straight quotes: \"...\". A plain text editor leaves them alone.",
    ),
    refuses(
        "ron::field-twice",
        "A record names the same field twice, so it is not clear which one counts.",
        "Keep one of the two.",
    ),
    refuses(
        "ron::missing-colon",
        "Between the name of a field and its value there is no colon.",
        "Write `name: value`.",
    ),
    refuses(
        "ron::missing-comma",
        "Two fields or entries follow one another without a comma.",
        "Put a comma before the place shown; a comma after the last entry does no harm.",
    ),
    refuses(
        "ron::missing-field",
        "A record lacks a field it cannot do without; sometimes the field is there under a misspelt name.",
        "Add the field. `carecast explain` with the name of the policy lists its fields.",
    ),
    refuses(
        "ron::number-too-large",
        "A whole number is too large for what it counts, or below zero where it cannot be.",
        "Write a whole number of a sensible size, without a sign.",
    ),
    refuses(
        "ron::one-value",
        "A place that takes one value holds several, or none; often a decimal comma made two numbers of one.",
        "Write one value between the brackets; decimals take a point.",
    ),
    refuses(
        "ron::odd-space",
        "A space that is not the one of the keyboard stands inside a number: word processors and web pages put it between thousands.",
        "Delete it: thousands are written 1000 or 1_000.",
    ),
    refuses(
        "ron::percent",
        "A share was written with the sign for per cent.",
        "Shares are fractions: 15 % is written 0.15.",
    ),
    refuses(
        "ron::text-never-closed",
        "A text in quotes has no closing quote, so the rest of the file is part of it.",
        "Add the quote at the end of the text. A quote inside a text is written \\\".",
    ),
    warns(
        "ron::thousands-dot",
        "A number with three digits behind its dot may be meant as thousands: 39.200 is read as 39.2.",
        "Write 39200 or 39_200 for the thousands, or 39.2.",
    ),
    refuses(
        "ron::too-deep",
        "Brackets stand inside brackets more than 64 times; a scenario needs fewer than ten.",
        "Look for a bracket that was repeated by mistake.",
    ),
    refuses(
        "ron::unexpected",
        "At this place something of another kind is needed: a text in quotes, a number, a list, a record.",
        "The message says what is expected and what was found; `carecast explain` with the name of the policy shows an example.",
    ),
    refuses(
        "ron::unknown-choice",
        "A word is not one of the choices that may stand here; choices are written with their capitals and without quotes.",
        "Take one of the choices the message lists.",
    ),
    refuses(
        "ron::unknown-field",
        "A record has no field of this name; usually it is misspelt or belongs into another record.",
        "Take the name the message proposes; it lists all fields of the record.",
    ),
    refuses(
        "ron::value",
        "A value breaks the rule of its unit: a share above 1, a negative amount, a year such as 30.",
        "The message states the rule. Shares and rates are fractions, years have four digits, amounts are zero or more.",
    ),
];
