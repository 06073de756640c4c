//! Recommendations: the list, one, the follow-up board, lineage.
