//! What a scenario asks, and in which order: the one place that decides which targets lead.

use super::file::QuestionWritten;
use crate::base::{Base, Borders, Target, TargetStatus};
use crate::results::{NATION, Standing};

/// The targets that are asked, by id, the first one first. Every output leads with them; all other
/// targets a scenario answers are what stands around them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// Ids of targets and why each is asked.
    pub asked: Vec<(String, Standing)>,
}

impl Question {
    /// Of the targets a scenario answers: those it writes itself (ids, in its order), and behind them those
    /// of its place; only where there is neither, the adopted ones of the nation.
    pub fn of(
        written: Option<QuestionWritten>,
        place: Option<&str>,
        targets: &[Target],
        own: &[String],
    ) -> Question {
        let others = || {
            let current = targets.iter().filter(|t| t.borders == Borders::Current);
            current.filter(|t| !own.contains(&t.id))
        };
        let as_asked = |t: &Target, why| (t.id.clone(), why);
        let written_here = own.iter().map(|id| (id.clone(), Standing::Own));
        let here = others().filter(|t| Some(t.scope.as_str()) == place);
        let here = here.map(|t| as_asked(t, Standing::Place));
        let asked: Vec<_> = written_here.chain(here).collect();
        let adopted = targets.iter().filter(|t| t.is_adopted());
        let nation = adopted.filter(|t| t.scope == NATION);
        let nation: Vec<_> = nation.map(|t| as_asked(t, Standing::Nation)).collect();
        let nations = asked.is_empty() || written == Some(QuestionWritten::Nation);
        Question {
            asked: match nations && !nation.is_empty() {
                true => nation,
                false => asked,
            },
        }
    }

    /// Where a target stands among those asked, and why it is; `None` for what stands around them.
    pub fn place(&self, target: &str) -> Option<(usize, Standing)> {
        let at = self.asked.iter().position(|(id, _)| id == target)?;
        Some((at, self.asked[at].1))
    }

    /// Both questions: this one, then what the other asks besides.
    pub fn and(&mut self, other: &Question) {
        for (id, why) in &other.asked {
            if self.place(id).is_none() {
                self.asked.push((id.clone(), *why));
            }
        }
    }
}

/// The place a question is about: its province, else its region.
pub fn place<'a>(province: Option<&'a str>, region: Option<&'a str>) -> Option<&'a str> {
    province.or(region)
}

/// The targets of a base that are answered unless a scenario sets others: the adopted ones, and the
/// drafts of the place that is asked about.
pub fn of_base<'a>(base: &'a Base, place: Option<&'a str>) -> impl Iterator<Item = &'a Target> {
    base.targets.iter().filter(move |t| match t.status {
        TargetStatus::Adopted => true,
        TargetStatus::Draft => Some(t.scope.as_str()) == place,
        _ => false,
    })
}
