### What a party's own list asks before something leaves its delegation: lists, clearances, approval sheet, cover letter.
### Keys of this file begin with clearance-.

## All clearances

clearance-title = Clearance
clearance-version = draft rev. { $number } of { $date }
clearance-lede = Whom your State asks, in which order, before something is shared, and how far that is. Only your own delegation finds this page.
clearance-open = In progress
clearance-ready = Approved by all
clearance-past = Shared, or counting no more
clearance-none = No clearance has begun
clearance-none-why = Where a list is asked, “Share…” on a record leads to its clearance.
clearance-text = What is to be shared
clearance-readers = With whom
clearance-steps = Who is asked
clearance-asked-now = Asked now
clearance-nobody-missing = all have approved
# approved, all: numbers of those who are asked.
clearance-how-far = { $approved } of { $all }

## Lists

clearance-lists = Clearance lists
clearance-lists-none = No list
clearance-lists-none-why = Nothing is asked before your delegation shares something. The coordinator can set a list.
clearance-list = By the list
clearance-list-new = A new list
clearance-list-change = Change the list
clearance-list-change-link = Change…
clearance-list-history = History
clearance-list-lede = Everybody on it approves, in this order, before a text goes to others. How your State decides is its own affair: nobody else sees the list.
clearance-list-name = What the list is called
clearance-list-save = Record the list
clearance-list-anew = What is in progress by the list as it stands counts no more once other steps are asked: it is begun anew.
clearance-list-end = End this list
clearance-list-end-why = From then on nothing is asked by this list before your delegation shares something. The list and its end stay in your history.
clearance-kinds = For which records
clearance-kinds-hint = If you choose none, it is asked for all that no other list of yours names.
clearance-for-all = For all records that no other list names.
clearance-for-kinds = For: { $kinds }.
clearance-steps-how = The number is the place in the order; type another to change it. A row that you empty is left out.
clearance-step-number = Row { $number }
clearance-place = No.
clearance-sort = Who
clearance-words = As it stands on the approval sheet
clearance-agency = Agency
clearance-agency-none = none named
clearance-sort-nobody = choose
clearance-sort-agency = Agency whose field it is
clearance-sort-lead-ministry = Lead ministry
clearance-sort-foreign-ministry = Ministry of foreign affairs
clearance-sort-secrets-review = Review for the protection of secrets
clearance-sort-head-of-delegation = Head of delegation
clearance-sort-other = Another step

## One clearance

clearance-one-title = Clearance: { $text }
clearance-one-lede = It covers exactly this version, for exactly these readers. They approve in order; with each approval goes a letter.
clearance-exactly = Exactly this
clearance-no = No.
clearance-who = Who approves
clearance-name-and-post = Name and post
clearance-letter = Letter
clearance-letter-sent = No. { $number } of { $date }
clearance-letter-received = received under No. { $number } on { $date }
clearance-not-yet = not yet
clearance-correct = Correct…
clearance-take-back = Take back
clearance-scan = Scan…
clearance-step-record = Record the approval: { $step }
clearance-step-correct = Correct the approval: { $step }
clearance-never = Never enter what is classified. The names stay with your delegation and can be erased.
clearance-name = Name
clearance-name-hint = As it stands under the letter.
clearance-post = Post
clearance-their-letter = Their letter
clearance-number = Number
clearance-day = Date
clearance-day-hint = As in 2026-11-30 or 30.11.2026.
clearance-received = Received here, where it was registered
clearance-received-number = Number of receipt
clearance-received-day = Date of receipt
clearance-note = Note
clearance-note-hint = What was said with it, in a few words.
clearance-record = Record the approval
clearance-complete = Everybody on the list has approved.
clearance-to-share = Read who will receive it, and share it
clearance-is-shared = It has been shared with these readers.
clearance-written-since = A later version has been written since. This clearance does not cover it.
clearance-error-name = Give the name as it stands under the letter.
clearance-error-post = Give the post of who signed.
clearance-error-number = Give the number of the letter.
clearance-error-day = Give the date of the letter.
clearance-error-received = Give both the number and the date of receipt, or neither.
clearance-error-day-malformed = “{ $day }” is not a day. Write it as in 2026-11-30 or 30.11.2026.

## On paper

clearance-paper-lede = This sheet is printed alone, without the page around it.
clearance-paper-exercise = Exercise. All States, persons and letters are invented.
clearance-paper-content = Content { $hash }
clearance-sheet = Approval sheet
clearance-signature = Signature
clearance-sheet-covers = An approval covers exactly this version, for exactly these readers.
clearance-cover-letter = Cover letter
clearance-letter-to = Letter to
clearance-our-number = No.
clearance-our-day = of
clearance-letter-of = No. { $number } of { $date }
clearance-letter-subject = Approval of “{ $text }” before it is shared
# facts: the kind, the symbol and the version, in a row.
clearance-letter-please = Please find enclosed “{ $text }” ({ $facts }) for your approval before it is shared.
clearance-letter-readers = It is intended for: { $readers }
clearance-letter-approved = Approved already: { $steps }.
clearance-letter-answer = Please sign the approval sheet, or inform us by letter, giving name and post, that you approve. An approval covers exactly this version, for exactly these readers. Should you have comments, please let us have them in writing.
clearance-enclosed = Enclosed:
clearance-enclosed-sheets = number of sheets
clearance-enclosed-approval = Approval sheet.

## What was just done

clearance-said-approved = The approval is recorded.
clearance-said-taken-back = The approval is taken back.
clearance-said-list = The list is recorded.
clearance-said-ended = The list is ended.

clearance-list-password = Your password was given some time ago. To change the list, give it again; it opens beside this page.
clearance-error-password = Nothing is changed yet. Give your password again by the link below, then save once more: what you typed stands here.
