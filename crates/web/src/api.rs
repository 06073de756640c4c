//! The API: the same views as pages and the same acts as files of acts, as JSON. One table names its operations; the
//! router, the OpenAPI document and the readable page are made from it.

// In reading order: a module uses only those above it.
pub mod operation;
pub mod openapi;
pub mod answers;
pub mod read;
pub mod acts;
pub mod problems;
pub mod fields;
pub mod page;
pub mod table;
