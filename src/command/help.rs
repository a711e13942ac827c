//! Help beyond `--help`: completions for shells, manual pages.

use super::{Failure, screen};
use crate::diagnostic::suggestion;
use crate::words::command as words;

/// Prints what makes a shell complete commands.
pub fn completions(mut program: clap::Command, shell: clap_complete::Shell) -> Result<(), Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut program, "carecast", &mut text);
    screen::answer(&String::from_utf8_lossy(&text));
    Ok(())
}

/// Prints the manual page of the program, or of one of its commands.
pub fn man(mut program: clap::Command, command: Option<&str>) -> Result<(), Failure> {
    program.build();
    let page = match command {
        None => clap_mangen::Man::new(program),
        Some(name) => {
            let known: Vec<&str> = program.get_subcommands().map(|c| c.get_name()).collect();
            let Some(found) = program.get_subcommands().find(|c| c.get_name() == name) else {
                let help = suggestion(name, &known, &known.join(", "));
                return Err(Failure::Refused(words::no_such_command(name, &help)));
            };
            clap_mangen::Man::new(found.clone())
        }
    };
    let mut text = Vec::new();
    page.render(&mut text)
        .map_err(|why| Failure::Ours(why.to_string()))?;
    screen::answer(&String::from_utf8_lossy(&text));
    Ok(())
}
