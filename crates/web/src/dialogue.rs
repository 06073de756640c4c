//! Questions, replies, observations, statements.
