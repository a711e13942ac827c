//! What the verbs of the desk share: the base they look things up in, and our dialect for examples.

use super::Failure;
use crate::base::Base;
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;

/// The built-in base, or the one in a folder.
pub fn base(folder: Option<&Path>) -> Result<Arc<Base>, Failure> {
    match folder {
        None => Ok(Base::builtin()),
        Some(folder) => Base::read_folder(folder)
            .map(Arc::new)
            .map_err(|errors| Failure::Refused(errors.to_string())),
    }
}

/// A value as a scenario file writes it, on one line.
pub fn ron<T: Serialize>(value: &T) -> String {
    let shape = ron::ser::PrettyConfig::new()
        .depth_limit(0)
        .separate_tuple_members(false);
    crate::source::options()
        .to_string_pretty(value, shape)
        .expect("a checked value can be written in our dialect")
}
