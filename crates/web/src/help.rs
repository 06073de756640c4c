//! Glossary and help.

pub mod glossary;
pub mod guide;
