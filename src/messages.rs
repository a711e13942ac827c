//! Every message about what was asked: what is wrong with a scenario or a base, and the way out. What
//! a policy or an indicator says about itself stands with it; answers are worded in `words`.

pub mod base;
pub mod scenario;
pub mod source;
