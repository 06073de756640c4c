### Signing in, one's account, the people of a party, the operator.
### Keys of this file begin with people-.

## Signing in

people-sign-in = Sign in
people-sign-in-lede = For delegations, organizations and the people who run this installation. The public record needs no account.
people-sign-in-note = There are no puzzles and no self-registration: the coordinator of your delegation invites you.
people-sign-out = Sign out
people-login = Login
people-login-hint = 3 to 80 characters, for example an official e-mail address.
people-name = Name
people-name-hint = As others of your delegation know you. It stays on this installation.
people-password = Password
people-password-hint = { $count ->
    [one] At least { $count } character. A sentence of several words is best.
   *[other] At least { $count } characters. A sentence of several words is best.
}
people-password-old = Present password
people-password-new = New password
people-password-change = Change the password
people-code = Code
people-code-hint = Six digits from your authenticator, or one of your recovery codes.
people-continue = Continue
people-help = Help
people-help-text = Write to the coordinator of your delegation, or to the organizer of the round. Nobody can tell you your password; a new invitation can be made.
people-again = Give your password again
people-again-why = What comes next weighs: it is done with a fresh sign-in.
people-ready = Accounts of the exercise
people-ready-who = Who it is
people-ready-password = Only in a demonstration. Their password:

## Errors

people-error-wrong = Login, password or code are not right. Try again; capital letters count in the password.
people-error-code = Give the code of your second step too, and the password once more.
people-error-wait = { $count ->
    [one] There were several failures. Try again in { $count } second.
   *[other] There were several failures. Try again in { $count } seconds.
}
people-error-busy = Many are signing in at this moment. Nothing is wrong with what you typed: give the password again in some seconds.
people-error-passkey = This passkey is not known here, or its answer came too late. Try again, or sign in with your password.
people-error-invitation = This invitation is used, revoked, or has run out. Ask for a new one.
people-error-taken = This login is taken. Choose another one.
people-error-password-length = { $count ->
    [one] The password needs at least { $count } character, and at most 256.
   *[other] The password needs at least { $count } characters, and at most 256.
}
people-error-password-easy = This password is easy to guess: it is a common one, follows the keys of the keyboard, or is made of your own name. Take a sentence of several words.
people-error-length = Too short or too long.
people-error-days = Give a whole number of days, from 1 to { $count }.
people-error-store = This cannot be recorded just now. Try again.

## Invitations

people-invitation = You are invited
people-invitation-from = { $party } invites you as { $role }.
people-invitation-operator = You are invited to run this installation.
people-invitation-note = A note with it: { $note }
people-invitation-until = The invitation stands until { $date }.
people-invitation-join = You are signed in as { $name }. Take this invitation for the same account?
people-invitation-take = Take it for this account
people-invitation-accept = Make my account

## For whom one acts

people-acting = For whom I act
people-acting-lede = You act for one at a time. What you write is in its name, with your mandate.
people-acting-none = No mandate
people-acting-none-why = Nobody has given you a mandate, or it has ended. The coordinator of your delegation can give you one.

## One's account

people-account = My account
people-second-step = Second step
people-second-step-off = A code from an authenticator protects your account even from somebody who knows your password.
people-second-step-needed = Coordinators, organizers, chairs and operators need a second step on this installation. Begin one below; until then you reach no other page.
people-second-step-begin = Begin
people-second-step-scan = Take this drawing with your authenticator, or type in the address below it. Then give the code it shows.
people-second-step-confirm = Confirm
people-second-step-on = { $count ->
    [one] A code is asked for when you sign in. { $count } recovery code is left.
   *[other] A code is asked for when you sign in. { $count } recovery codes are left.
}
people-second-step-end = End the second step
people-once = Shown once
people-once-why = Write this down or print it now: it is not kept here and cannot be shown again.
people-sessions = Where you are signed in
people-session-browser = Browser
people-session-since = Since
people-session-used = Last used
people-session-here = this browser
people-session-end = End
people-sessions-end-all = Sign out everywhere else, and forget these browsers
people-devices = Browsers that are remembered
people-devices-what = You signed in from them in the last ninety days: somebody else’s wrong guesses do not make you wait there. A new password and signing out everywhere forget them.
people-device-used = last signed in { $date }
people-passkeys = Passkeys
people-passkeys-what = With a passkey your device signs you in once it knows you by fingerprint, face or its own code. It stands for password and second step together; the password stays valid beside it.
people-passkey-name = What to call it
people-passkey-name-hint = So that you know it again, such as: office laptop.
people-passkey-add = Add a passkey
people-passkey-use = Use a passkey
people-passkey-end = Remove
people-passkey-end-sure = Nobody can sign in with it from now on. Remove it on the device too.
people-passkey-stopped = No passkey was used. Try again, or go on with your password.
people-tokens = Tokens for programs
people-tokens-what = A program with a token reads, or acts, under the mandate under which you act now, until a date.
people-token-name = What the token is for
people-token-days = For how many days
people-token-may-act = It may also act
people-token-make = Make a token
people-token-acts = reads and acts
people-token-reads = only reads
people-token-until = until { $date }
people-token-used = last used { $date }
people-token-revoke = Revoke
people-token-revoked = revoked
people-tokens-how = How a program uses it
people-token-only = Only these acts
people-token-only-hint = Their words, with spaces between, such as: question reply. Empty: all that your mandate may.
people-token-only-these = only: { $acts }
people-token-ran-out = ran out { $date }
people-token-unused = not used yet
people-token-mandate-ended = its mandate has ended

## The people of a party

people-ours = Our people
people-ours-lede = Who acts for you here, as what, and since when. Each change is an act on record.
people-mandates = Mandates
people-person = Person
people-as = As
people-since = Since
people-until = Until
people-end = End the mandate
people-end-sure = From now on this person can do nothing in your name. The mandate stays on record with its dates; a new invitation is needed to come back.
people-ended = ended
people-nobody-yet = nobody yet
people-invited-until = invited until { $date }
people-invite = Invite somebody
people-invite-how = You get a link that stands for fourteen days and works once. Pass it on yourself, by a way you trust.
people-invite-whom = For whom
people-invite-whom-hint = A note for you and for the invited person. It stays on this installation.
people-invite-make = Make the link
people-invite-again = New link
people-invite-revoke = Revoke the link
people-invite-revoke-sure = The link opens nothing any more. You can make a new one at any time.
people-agencies = For which agencies (contributors)
people-texts = Which texts (translators)
people-texts-hint = The addresses of their pages, one in a line. A translator reads these texts and nothing else that is not public.
people-until-hint = The last day. For a translator it must be given.
people-role-coordinator = Writes and shares everything in your name, and appoints people.
people-role-contributor = Drafts for the agencies named below; shares nothing.
people-role-translator = Translates the texts named below, until the day given.
people-role-reader = Reads what you may read; writes nothing.
people-role-organizer = Leads the round: writes and shares in its name, and appoints people.
people-role-chair = Leads the meetings of the round.
people-role-editor = Writes the public archive, and appoints people.
people-note-verbale = Note verbale
people-note-verbale-hint = Number and date of the note that nominates the person, if there is one.
people-link = The link
people-link-why = It is shown once and works once. Whoever has it can take the invitation.
people-link-why-password = It sets a new password once, within three days; a second step stays. The person and the other coordinators are told that you made it.
people-link-why-second-step = It takes away a lost second step once, within three days, and asks for the password. The person and the other coordinators are told that you made it.
people-renew-password = Link for a new password
people-renew-second-step = Link for a lost second step
people-renewal-password = A new password
people-renewal-password-what = All sessions end; then sign in with it. A second step stays as it is.
people-renewal-second-step = Take away the second step
people-renewal-second-step-what = For an authenticator that is lost. All sessions end; then sign in with the password alone, and begin a new second step.
people-renewal-until = The link stands until { $date }.
people-told = Links made for your account
people-told-what = If you did not ask for one, change your password: that makes it void. Then tell your coordinator.
# $who made it; $became says whether it was used.
people-told-password = { $date }: { $who } made a link for a new password, { $became }.
people-told-second-step = { $date }: { $who } made a link that takes away the second step, { $became }.
people-told-operator = the operator
people-told-used = used { $date }
people-told-open = not used, open until { $date }
people-told-unused = not used

## The operator

people-who-operates = operator of the installation
people-operator = This installation
people-operator-lede = States and organizations, and the accounts of this installation. Nothing that is not public is shown here.
people-parties = States and organizations kept here
people-parties-none = None yet.
people-party-create = Create a State or an organization
people-party-create-how = It says its name once, and its first coordinator gets a link. From then on only its own people act for it. Its root key is held in trust here until it brings its own.
people-party-label = Label
people-party-label-hint = Capital letters, such as KGZ.
people-party-name-en = Name in English
people-party-name-ru = Name in Russian
people-party-sort = What it is
people-party-coordinator = For whom the first link is
people-party-make = Create, and make the link
people-accounts = Accounts
people-accounts-how = A forgotten password: make a link, and pass it on by a way you trust. It is told to the person and to the coordinators of the party. An account is disabled first, then deleted; what its person did stays on record under a random id.
people-delete = Delete
people-disable = Disable
people-disable-sure = The person is signed out at once and cannot come in until you enable the account again.
people-delete-sure = The account, its sessions and tokens are gone for good. What was done under it stays on record, without a name.
people-token-revoke-sure = Programs that use it are refused from now on. It cannot be brought back.
people-enable = Enable
people-yes = yes
people-no = no

## What was just done

people-said-joined = The invitation is yours. Choose for whom you act.
people-said-acting = You act for the one you chose.
people-said-password = The password is changed; you are signed out everywhere else.
people-said-renewed = Done. Sign in now.
people-said-second-step-ended = The second step is ended.
people-said-sessions = Ended.
people-said-passkey = The passkey is added.
people-said-passkey-ended = The passkey is removed.
people-said-token-revoked = The token is revoked.
people-said-changed = Done, and on record.

people-reads = What others learn of your reading
people-reads-text = Who shares a text with your side sees on which days it was read for your State or organization, and never by whom.
people-reads-more = What is noted and what is not
