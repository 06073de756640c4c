//! A View as a document, and a document as DOCX, XLSX or PDF.
//!
//! Empty until the first report is written: the floor is kept free, so that a report is never tempted to read a store
//! or to live in a page.
