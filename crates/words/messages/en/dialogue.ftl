### Questions, replies, observations, statements.
### Keys of this file begin with dialogue-.
