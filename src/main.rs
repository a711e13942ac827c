//! The command `carecast`.

#![forbid(unsafe_code)]

fn main() {}
