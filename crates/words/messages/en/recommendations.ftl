### Recommendations: the list, one, the follow-up board, lineage.
### Keys of this file begin with recommendations-.
