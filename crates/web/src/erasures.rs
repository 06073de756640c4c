//! A spill: erasing what never should have been entered, everywhere it went, and the certificate for whoever answers for
//! secrets.

// In reading order: a module uses only those above it.
pub mod erasing;
pub mod certificate;
pub mod deeds;
