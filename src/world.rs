//! What exists: the glossary of components. Plain data; the rules that move it live in `dynamics`
//! and `policy`, which meet only here.
//!
//! One world carries a block of futures side by side: what differs between them is a
//! [`Lanes`](crate::lanes::Lanes), what is the same in all is a plain value.

pub mod amount;
pub mod care;
pub mod closing;
pub mod country;
pub mod decisions;
pub mod facility;
pub mod fund;
pub mod handover;
pub mod ledger;
pub mod link;
pub mod money;
pub mod official;
pub mod population;
pub mod private;
pub mod project;
pub mod school;
pub mod shocks;
pub mod staff;
pub mod tracked;
pub mod visits;

use crate::chance::Key;
use bevy_ecs::prelude::Component;

/// The address of an entity in the random numbers: a fixed hash of its code.
#[derive(Component, Clone, Copy, Debug)]
pub struct Address(pub Key);

/// The province an entity belongs to, by position in the base.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub struct InProvince(pub usize);
