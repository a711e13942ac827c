//! Help beyond `--help`: completions for shells, manual pages.

use super::{Failure, screen};
use crate::diagnostic::suggestion;
use crate::said::Said;
use crate::words::command as words;

/// Prints what makes a shell complete commands.
pub fn completions(mut program: clap::Command, shell: clap_complete::Shell) -> Result<(), Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut program, "carecast", &mut text);
    screen::answer(&String::from_utf8_lossy(&text));
    Ok(())
}

/// Commands that stand in the list, at most.
#[cfg(test)]
const MOST: usize = 20;

/// The commands in their groups, each with what it is for in a line.
pub fn grouped(program: &clap::Command) -> String {
    let names = words::GROUPS.iter().flat_map(|(_, names)| *names);
    let wide = names.map(|name| name.len()).max().unwrap_or(0);
    let line = |name: &&str| {
        let about = program.find_subcommand(name)?.get_about()?.to_string();
        // What stands behind is in the command's own help.
        let short = about.split([':', ';']).next().unwrap_or_default();
        Some(format!("  {name:<wide$}  {short}\n"))
    };
    let group = |(title, names): &(Said, &[&str])| {
        let lines: String = names.iter().filter_map(line).collect();
        format!("{title}:\n{lines}\n")
    };
    words::GROUPS.iter().map(group).collect()
}

/// Prints the manual page of the program, or of one of its commands.
pub fn man(mut program: clap::Command, command: Option<&str>) -> Result<(), Failure> {
    program.build();
    let page = match command {
        None => clap_mangen::Man::new(program),
        Some(name) => {
            let known: Vec<&str> = program.get_subcommands().map(|c| c.get_name()).collect();
            let Some(found) = program.get_subcommands().find(|c| c.get_name() == name) else {
                let help = suggestion(name, &known, known.join(", "));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_in_one_group_or_behind_them_and_the_list_stays_short() {
        let known = crate::command::verbs();
        let shown: Vec<&str> = words::GROUPS
            .iter()
            .flat_map(|(_, n)| *n)
            .copied()
            .collect();
        assert!(shown.len() <= MOST, "{}", shown.len());
        for name in &known {
            let times = shown.iter().filter(|n| *n == name).count();
            let mut behind = words::AFTER_HELP.split([' ', ',', '.', ':']);
            let behind = behind.any(|word| word == name);
            assert!(times == 1 || (times == 0 && behind), "{name}");
        }
        assert!(shown.iter().all(|name| known.iter().any(|k| k == name)));
        for line in grouped(&crate::command::program()).lines() {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}
