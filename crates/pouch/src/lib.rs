//! pouch
