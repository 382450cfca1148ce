//! How to get to a target: the shortest way, the action plan, and what would be if.

mod action;
mod count;
mod options;
mod run;
mod shortest;
mod solve;
mod suppose;

pub use action::{Action, ActionPlan, action_plan};
pub use count::{Equals, count};
pub use options::Options;
pub use shortest::{Blocked, Exchange, Outcome, Shortest, Way, WayStep, shortest};
pub use solve::{Climb, Rise, Solution, solve};
pub use suppose::{differing, neighbour, present, suppose};
