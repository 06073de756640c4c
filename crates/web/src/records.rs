//! Records by their ids: pages for those that stand nowhere else.

pub mod mentions;
pub mod record;
