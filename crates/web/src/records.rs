//! Records by their ids: where each stands, and pages for those that stand nowhere else.

pub mod about;
pub mod record;
