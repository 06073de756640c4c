//! Practices, assistance, library, events, contacts.
