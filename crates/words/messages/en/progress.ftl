### How far a recommendation or a measure was carried out, as a State reports of itself.
### Keys of this file begin with progress-.

progress-not-started = Not started
progress-under-way = Under way
progress-partly = Partly carried out
progress-carried-out = Carried out
progress-overtaken = Overtaken by events
progress-none = No report
progress-none-public = No public report

## Short, in the cells of boards

progress-short-not-started = Not started
progress-short-under-way = Under way
progress-short-partly = Partly
progress-short-carried-out = Carried out
progress-short-overtaken = Overtaken
