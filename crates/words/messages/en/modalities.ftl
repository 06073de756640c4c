### The modalities of a round: what its States adopted first.
### Keys of this file begin with modalities-.

modalities-lead = The first thing that the States of a round adopt. The settings of the round follow from it.
modalities-aim = Aim
modalities-adopted = Adopted by the States
modalities-not-adopted = Not adopted yet; this is a draft.
modalities-decision = How texts are adopted
modalities-decision-means = Nothing is adopted over anybody’s objection. Silence is proposed in a session, on a clean chair’s text, with an exact end; any written objection or amendment before it breaks it.
modalities-languages = Authentic languages
modalities-languages-mean = A text may be adopted in one of them; a translation that follows is a courtesy translation until the States confirm it.
modalities-attribution = Names in brackets
modalities-attribution-means = The drafting history stays with the States of this round.
modalities-organizations = Invited organizations
modalities-publication = What becomes public
modalities-custody = Custody of keys and data
modalities-personal-data = Personal data
modalities-reply = Observations
modalities-reply-within = { $days ->
    [one] The States agreed that the State concerned has { $days } day for a reply before others read an observation.
   *[other] The States agreed that the State concerned has { $days } days for a reply before others read an observation.
}
modalities-scope-none = The modalities name no items of a catalogue.
modalities-paragraph = Paragraph
modalities-about = What it is about
