//! The repeated pieces of pages: the frame around each, and the parts within.

pub mod frame;
pub mod shell;
pub mod parts;
pub mod cited;
pub mod model;
