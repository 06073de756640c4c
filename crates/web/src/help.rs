//! Glossary and help.
