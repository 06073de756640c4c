### Questions, replies, observations, statements.
### Keys of this file begin with dialogue-.

## Questions of a round

dialogue-questions = Questions
# $round is the title of a round.
dialogue-questions-of = Questions: { $round }
dialogue-questions-lead = What States and organizations ask each other, each question with what became of it.
dialogue-questions-none = No question that you may read
dialogue-questions-none-why = A question is read by those to whom it was shared. It appears here once it is open to you.
dialogue-question = Question
dialogue-follow-up = Follow-up question
dialogue-by = Asked by
dialogue-to = To
dialogue-about = What it is about
dialogue-state = State of the question
dialogue-put = Put on
dialogue-read-by = Read by
dialogue-rule = To reply is voluntary. A question may also be answered orally in a session, or end without a reply.
dialogue-to-observations = Observations of this round
dialogue-to-questions = Questions of this round

## What became of a question

dialogue-state-draft = Draft, not put yet
dialogue-state-open = Open
dialogue-state-replied = Replied
dialogue-state-orally = Answered orally in session
dialogue-state-no-reply = No reply
dialogue-state-withdrawn = Withdrawn
# $state is the State that is asked, $date the day by which a reply is invited.
dialogue-on-list-by = On { $state }’s list, invited by { $date }
dialogue-on-list = On { $state }’s list

## A thread

dialogue-thread = Thread
dialogue-question-to = Question to { $state }
dialogue-to-state = To { $state }
dialogue-moderator = Through the moderator, without a name
dialogue-reply = Reply
dialogue-ending-orally = Answered orally in session
dialogue-ending-no-reply = Ended without a reply
dialogue-ending-withdrawn = Question withdrawn
dialogue-refers = Points to
dialogue-about-nothing = The question names no item and no text.
dialogue-beside = Also asked here

## Observations of a round

dialogue-observations = Observations
dialogue-observations-of = Observations: { $round }
dialogue-observations-lead = What delegations and invited organizations saw at a visit or read at the desk. An observation judges nobody.
dialogue-observations-none = No observation that you may read
dialogue-observations-none-why = An observation is read by those to whom it was shared. It appears here once it is open to you.
dialogue-observation = Observation
dialogue-observed-by = Observed by
dialogue-concerns = Concerns
dialogue-made-at = Made at
dialogue-date = Date
dialogue-sort = Sort
dialogue-sort-practice = Practice worth sharing
dialogue-sort-gap = Gap
dialogue-sort-need = Need
dialogue-sort-comment = Comment
