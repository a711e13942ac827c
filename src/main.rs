//! The command `carecast`.

#![forbid(unsafe_code)]

fn main() -> std::process::ExitCode {
    carecast::program()
}
