### The first page.
### Keys of this file begin with home-.

home-title = Peer reviews of resolution 1540 (2004)
home-lead = The public record of the reviews in which States look together, voluntarily and as equals, at how each of them implements the resolution.
home-find = Find in the public record
# Before examples of a search.
home-try = For example:
home-what = What is shown here
home-what-record = Meetings held since { $year }, with the States and organizations that took part, what was on the agenda, what came of it, and what became of the recommendations as far as public sources tell.
home-what-sources = Every entry names its sources. Where sources differ, both stand side by side. Where no public source is recorded, the page says so; the State concerned may supply one.
home-what-past = Any page can be seen as it was known on a past day: choose the day at the top of the page.

## Where everything stands

home-doors = Where to find what
home-follow-up = Follow-up board
home-library = Library
home-events = Events
home-practices = Practices
home-assistance = Needs and offers
home-contacts = Contacts
home-door-states = Names, agencies, treaties, laws and rounds of each State, as far as sources tell.
home-door-recommendations = What rounds recommended, to whom, and how one text goes back to another.
home-door-follow-up = What each addressee last reported, and what rounds concluded. No totals.
home-door-plans = National action plans and the road map, with measures and their terms as written.
home-door-library = Laws, regulations, reports and papers.
home-door-events = Round tables, trainings and seminars between rounds.
home-door-submissions = What each State brought to a round, with questions and replies.
home-door-practices = What States found to work and share.
home-door-assistance = What States need, and what others offer.
home-door-contacts = Whom to call, by office.

## The exercise

home-exercise-title = Training exercise
home-exercise-lead = A fictional region in full swing, for training and for trying things out.
home-in-session = In session now
home-latest-round = Latest round
home-today = Today
home-stands = In this demonstration the exercise stands still on { $date }: its round is in session on whatever day you try it.
home-no-round = No round yet
home-no-round-why = A round appears here once it is proposed.
home-all-rounds = All rounds
home-reads = What you see depends on who you are
home-reads-text = Each record is read by those to whom its owner opened it. A State sees its own drafts and what others shared with it; an agency sees what concerns it; an invited organization sees what was shared with organizations; the public sees what was published. What you may not read is not on the page, and nothing tells that it exists.
home-reads-how = In this demonstration you can change sides: choose the reader at the top right of any page.
home-reads-now = You are now reading for: { $reader }
