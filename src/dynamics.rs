//! What happens if nobody decides anything, in the order of a year. The files do not import one
//! another: they meet in `world`.
//!
//! In the terms of the field: people and staff move by the cohort-component method, entrants are the
//! licensed labour supply without a post, to place is to match supply to posts, to leave is attrition.

pub mod care;
pub mod construction;
pub mod costs;
pub mod demography;
pub mod finance;
pub mod fund;
pub mod laws;
pub mod milestones;
pub mod network;
pub mod official;
pub mod placement;
pub mod private;
pub mod projects;
pub mod shocks;
pub mod staff;
pub mod stress;
pub mod tracked;
pub mod training;
pub mod visits;
pub mod workforce;

use crate::year::{Model, Phase};

/// Adds the systems that put the world at the base year, in the order they need one another.
pub fn register_base(model: &mut Model) {
    model.at_base(demography::start);
    model.at_base(network::start);
    model.at_base(staff::start);
    model.at_base(training::start);
    model.at_base(projects::start);
    model.at_base(shocks::start);
    model.at_base(stress::start);
    model.at_base(finance::start);
    model.at_base(care::start);
    model.at_base(network::add_up_beds);
    model.at_base(network::staff_the_beds);
    model.at_base(staff::spread_over_stations);
    model.at_base(visits::start);
    model.at_base(fund::start);
    model.at_base(projects::count_late);
    model.at_base(tracked::start);
    model.at_base(milestones::start);
    model.at_base(milestones::reach);
    model.at_base(official::start);
    model.at_base(laws::start);
}

/// Adds the systems of a year that come before policies in their phases.
pub fn register_before_policies(model: &mut Model) {
    // Books, shocks and orders of the year are set anew before a policy adds to them.
    model.add(Phase::Draw, laws::open_the_books);
    model.add(Phase::Draw, shocks::draw);
    model.add(Phase::Draw, stress::strike);
    model.add(Phase::Draw, visits::new_year);
    model.add(Phase::Demography, demography::grow);
    model.add(Phase::Finance, finance::share_out);
    model.add(Phase::Finance, finance::spend_ordinary_capital);
}

/// Adds the systems of a year that come after policies in their phases.
pub fn register_after_policies(model: &mut Model) {
    // All money of the year is offered by now: only then is it known what a province cannot absorb.
    model.add(Phase::Finance, finance::absorb);
    model.add(Phase::Construction, projects::open);
    model.add(Phase::Construction, projects::count_late);
    model.add(Phase::Construction, milestones::reach);
    model.add(Phase::Construction, construction::open_provincial);
    model.add(Phase::Construction, construction::open_central);
    model.add(Phase::Construction, construction::wear_and_fit_out);
    model.add(Phase::Construction, construction::reclassify);
    model.add(Phase::Construction, private::open);
    model.add(Phase::Construction, private::open_paid_by_policy);
    model.add(Phase::Construction, network::add_up_beds);
    model.add(Phase::Training, training::study);
    model.add(Phase::Training, training::license);
    // Posts come before anybody leaves, so those who ask to move find the private posts of the year.
    model.add(Phase::Workforce, placement::fund_posts);
    model.add(Phase::Workforce, workforce::exit);
    model.add(Phase::Workforce, workforce::move_to_private);
    model.add(Phase::Workforce, workforce::age);
    model.add(Phase::Placement, placement::place);
    model.add(Phase::Placement, placement::place_without_posts);
    model.add(Phase::Placement, staff::add_up);
    model.add(Phase::Placement, staff::spread_over_stations);
    model.add(Phase::Care, network::staff_the_beds);
    model.add(Phase::Care, care::live);
    model.add(Phase::Care, visits::live);
    model.add(Phase::Care, fund::pay);
    model.add(Phase::Care, tracked::advance);
    model.add(Phase::Measure, official::advance);
    model.add(Phase::Measure, costs::running);
    // Last: they look at a year that nothing moves any more.
    model.add(Phase::Measure, laws::close_the_accounts);
    model.add(Phase::Measure, laws::check);
    model.add(Phase::Measure, laws::check_care);
}
