//! Messages about the files a scenario is made of: what it extends, takes up, removes and writes anew.

use crate::said::{Message, messages, sentences};

/// Where a file that another builds on can lie.
pub(crate) const PATH_OR_NAME: &str =
    "write a path seen from this file, or the name of a built-in scenario";
/// Said of a scenario where a package belongs.
pub(crate) const WHOLE_SCENARIO: &str = "this is a whole scenario: name it in `extends`; a package holds only `title`, `note`, `assumptions`, `policies` and `targets`";
/// Where the policies of a scenario are listed.
pub(crate) const POLICIES: &str = "`carecast check --show` lists the policies";
/// Where the policies of other files are listed.
pub(crate) const REMOVABLE: &str = "`carecast check --show` lists what the other files hold";
/// Said of a policy to remove.
pub(crate) const REMOVED_ALREADY: &str = "it is removed already: keep one of the two";
/// Said of a policy to remove.
pub(crate) const WRITTEN_HERE: &str = "this file writes it itself: take it out there";

sentences! {
    cannot_read(path, reason) = "cannot read {path}: {reason}; check the path, or run a built-in scenario";
    base_named(code) = "write \"{code}\" for the built-in base, or the path of a folder, seen from this file";
}

messages! {
    no_built_in(name, help) = "there is no built-in scenario \"{name}\"" => "{help}";
    no_base(name, help) = "\"{name}\" is neither the built-in base nor a folder" => "{help}";
    not_there(name, help) = "no file \"{name}\" is there, seen from this one, and nothing built in has that name"
        => "{help}";
    unreadable(name, why) = "\"{name}\" cannot be read: {why}"
        => "look at the file's place and permissions";
    too_many(most) = "more than {most} files build on one another"
        => "write the resolved scenario of one of them (`carecast check --show`) and build on that";
    package_twice(name) = "the package \"{name}\" is taken up twice" => "keep one of the two";
    not_removed(id, help) = "no other file brings a policy \"{id}\" that could be removed" => "{help}";
    decided_twice(id) = "two files decide the policy \"{id}\""
        => "to change some of its fields write them into `overrides`; to write it anew name it in `remove`; if both are meant, give one another id";
    no_policy(id, help) = "no policy has the id \"{id}\"" => "{help}";
    anew_twice(path, id) = "`{path}` of \"{id}\" is written anew twice" => "keep one of the two";
    no_fields(key) = "the fields of \"{key}\" to write anew are expected here"
        => "write them with their names in round brackets: (payer: Provincial, from: 2028)";
    idle(what) = "this is what \"{what}\" says already"
        => "take the line out, or write what should differ";
    no_field(kind, field, help) = "a policy of the kind {kind} has no field `{field}`" => "{help}";
    no_part(path, part, help) = "`{path}` has no part `{part}` here" => "{help}";
}

/// Files that build on one another, each named once and the first again.
pub(crate) fn circle(names: &[String]) -> Message {
    Message {
        text: format!(
            "these files build on one another in a circle: {}",
            names.join(" extends ")
        ),
        help: "let one of them stand by itself, without `extends`".to_owned(),
    }
}

/// What could stand where a path leads nowhere, and the nearest of it.
pub(crate) fn there_are(near: Option<&str>, known: &[&str]) -> String {
    let all = known.join(", ");
    match near {
        _ if known.is_empty() => "write the whole value anew, with its name".to_owned(),
        Some(near) => format!("did you mean `{near}`? there are: {all}"),
        None => format!("there are: {all}"),
    }
}
