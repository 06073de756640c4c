//! National action plans and the road map.

// In reading order: a module uses only those above it.
pub mod told;
pub mod gantt;
pub mod rows;
pub mod list;
pub mod plan;
pub mod roadmap;
pub mod measure;
