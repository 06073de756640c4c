### The first page.
### Keys of this file begin with home-.

home-title = Peer reviews of resolution 1540 (2004)
home-lead = The public record of the reviews in which States look together, voluntarily and as equals, at how each of them implements the resolution.
home-find = Find in the public record
# Before examples of a search.
home-try = For example:
home-what = What is shown here
home-what-record = Meetings held since 2013, with the States and organizations that took part, what was on the agenda, what came of it, and what became of the recommendations as far as public sources tell.
home-what-sources = Every entry names its sources. Where sources differ, both stand side by side. Where no public source is recorded, the page says so; the State concerned may supply one.
home-what-past = Any page can be seen as it was known on a past day: choose the day at the top of the page.
