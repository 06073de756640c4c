### The frame of every page: strip, header, menus, as-of band, footer, print mark.
### Keys of this file begin with shell-. Variables in braces stay as they are.

## Getting about

shell-skip = Skip to content
shell-menu = Menu
shell-navigation = Main navigation
shell-breadcrumb = You are here
shell-language = Language
# On the link to the same page in another language; $language is the name of that language in itself.
shell-language-switch = Read this page in { $language }
# Title of the browser's window. $page is the page, $installation the name of this installation.
shell-title = { $page } · { $installation }
# End of a list of names, such as "Belarus, Kyrgyzstan and Tajikistan"; $items are all but the last, with commas.
shell-list = { $items } and { $last }

## What the page shows: the strip above everything

shell-strip-public = Public record
shell-strip-public-note = Compiled from published sources, named at the foot of the page.

## Main navigation

shell-nav-home = Home
shell-nav-series = Series
shell-nav-search = Search
shell-nav-about = About the reviews

## As of: the page as it was known on a past day

shell-as-of = As of { $date }
shell-as-of-label = As of:
shell-as-of-today = today
shell-as-of-choose = See everything as of
# Beside a past day: the occasion, such as the close of a round.
shell-as-of-close = Close of the { $round }
shell-as-of-read-only = Nothing on this page can be changed.
shell-as-of-return = Return to today
shell-as-of-rule = The past is read-only. You see what you may read today of what was known here then.
shell-as-of-reconstructed = Reconstructed from public sources

## Appearance

shell-appearance = Appearance
shell-appearance-system = System
shell-appearance-light = Light
shell-appearance-dark = Dark

## Search in the header

shell-search-label = Search this installation

## Small words around a record

shell-today = today

## Footer

shell-footer-names = Names and their order imply no opinion on the legal status of any territory.

## Print mark, bottom left of every sheet

# For example: ISK18 · Public · printed 10 June 2026, 14:20 UTC
shell-print-mark = { $symbol } · { $audience } · printed { $moment }
# The same, of the past: AS OF 16 June 2023 · ISK18 · Public · printed …
shell-print-mark-as-of = AS OF { $date } · { $symbol } · { $audience } · printed { $moment }

## As of: the form in which a day is typed
shell-as-of-day = Another day, month or year
shell-as-of-example = 2017-12-31
shell-as-of-earlier = All earlier rounds
shell-as-of-show = Show
## Footer of pages that an editor compiled
shell-footer-archive = Compiled by an editor from public sources; no entry is a statement of a State. Not a measure of compliance with resolution 1540 (2004).

## The exercise

shell-strip-exercise = Exercise
shell-strip-exercise-note = Fictional States, people and texts. Nothing here is the position of any real State or organization.
shell-strip-to-exercise = To the training exercise
shell-strip-to-public = To the public record
shell-footer-exercise = Entries are statements of the fictional State that made them. They are not a measure of compliance with resolution 1540 (2004).
# In a demonstration only: for whom the exercise is read.
shell-reader-public = The public
shell-reader-own = as signed in
shell-reader-choose = Read the exercise as
shell-reader-note = Only in a demonstration: you see what this reader would see.
shell-reader-round = Chair and organizer, { $round }
# In the margin of a printed sheet.
shell-print-reader = as { $reader } may read it

## Main navigation, further items

shell-nav-submissions = Submissions
shell-nav-recommendations = Recommendations
shell-nav-plans = Plans
shell-nav-sharing = Sharing
shell-nav-states = States
shell-nav-glossary = Glossary
shell-nav-help = Help

## Pages of accounts and people

shell-strip-people = This installation
shell-strip-people-note = Accounts and mandates. Names of people stay here and are never sent anywhere.
shell-footer-people = Who could act for whom, and when, is on record; who the people are is known to this installation alone.
