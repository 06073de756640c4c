### The API: its problems, its operations, and its readable page.
### Keys of this file begin with api-.

## The page

api-title = API
api-lede = What the pages show, and every act, as JSON: the same views, the same rules.
api-operations = Operations
api-tokens-how = A token made on the page “My account”. It is sent as “Authorization: Bearer …”.

## What an operation does

api-op-readable = This page.
api-op-openapi = All of this as an OpenAPI document (3.1), made from the program itself.
api-op-me = Who asks: for whom the token or the session reads and acts, as what, until when.
api-op-kinds = The kinds of record.
api-op-kind = One kind, with the JSON Schema of what such a record says.
api-op-records = Records of a kind, of an owner, or about a record, in pages. Their order is that of their ids and means nothing.
api-op-record = One record, as you may see it now or as of a past day.
api-op-history = The versions of a record, as far as you may see them.
api-op-search = Records in which all these words stand, best first.
api-op-parties = The States and organizations that are known here, with their records.
api-op-acts = The acts there are.
api-op-act = One act, with the JSON Schema of its form.
api-op-perform = Do an act, in the same JSON as in a file of acts. The same id again does nothing twice, and says so.

## What stands in an address

api-asked-lang = The language of names and problems; otherwise that of the Accept-Language header.
api-asked-as-of = As of a past day: a date such as 2017-12-31, a month, a year, or the short name of a round.
api-asked-kind = Only records of this kind.
api-asked-kind-of = The kind.
api-asked-owner = Only records of this owner.
api-asked-about = Only records that are about this one or stand under it: a round, a State, a recommendation.
api-asked-after = Only records after this one; the answer gives the address of the next page.
api-asked-limit = How many records a page has at most; 50 if nothing is asked.
api-asked-record = The record.
api-asked-q = The words, in any of the languages; all of them must stand in a record.
api-asked-page = Which page, from 1.
api-asked-act = The word of the act.

## Acts that do not write a record of one kind

api-act-adopt = Adoption declared
api-act-clear = Clearance begun
api-act-share = Sharing
api-act-withdraw = Withdrawal
api-act-erase = Erasure
api-act-mark = Marking

## Problems: what is asked

api-parameter = The address cannot be read
api-parameter-unknown = There is no parameter “{ $name }” here. The page of the API lists them.
api-parameter-twice = The parameter { $name } is given twice.
api-parameter-value = “{ $given }” is no value for { $name }. The page of the API shows what is.
api-parameter-missing = The parameter { $name } is missing.

## Problems: what is sent

api-not-read = The request cannot be read
api-media = An act is sent as application/json, not as “{ $given }”.
api-not-utf8 = The text is not UTF-8.
api-not-json = This is not JSON: { $detail }
api-too-deep = It is nested too deep.
api-null = There is no null here. Leave out what is not known.
api-number = Numbers are whole, and not beyond 2^53.
api-characters = The text has control characters or characters that turn the direction of writing, or is not in Unicode’s form NFC.

## Problems: who asks

api-not-taken = The act is not taken
api-nobody = Show a token that may act, or sign in and choose for whom you act.
api-not-fresh = Give your password again; an act is done with a fresh sign-in. Programs use a token.
api-token-reads = This token only reads. Make one that may also act.
api-token-narrow = This token does only these acts: { $acts }.
api-other-world = You act for somebody of the other world. Acts of the exercise are sent to /exercise/api/acts, all others to /api/acts.
api-too-fast = { $count ->
    [one] Too many acts at once. Send the next one in { $count } second.
   *[other] Too many acts at once. Send the next one in { $count } seconds.
}

## Problems: what became of an act

api-refused = The act was not done

## The readable page

api-page-begin = How to begin
api-page-begin-text = Ask in JSON; no token is needed for what everybody may read. The language of names and problems is that of the header Accept-Language, or of lang= in the address.
api-page-lists = Lists come in pages: “next” is the address of the next one. as_of= asks for a past day: what may be read today of what was known then. What may not be read is answered like what does not exist.
api-page-openapi = The same as an OpenAPI document
api-page-tokens = Tokens
api-page-tokens-make = A token is made after a fresh sign-in on the page:
api-page-tokens-may = It stands for one mandate. It reads what its person may read and, if that was chosen, does what its person may do, or only the acts that were named. It ends on its day, when it is revoked, and with its mandate.
api-page-tokens-not = It is shown once; here only its hash is kept. It opens nothing of the account itself: no password, no sessions, no other tokens. Its last use is listed. A party may do twenty acts a second, two hundred at once.
api-page-parameters = What stands in the address
api-page-parameter = Parameter
api-page-required = Needed
api-page-needed = needed
api-page-optional = may be left out
api-page-shape = Shape
api-page-meaning = Meaning
api-page-field = Field
api-page-gives = Answers with
api-page-refuses = May be refused with
api-page-takes = The body is one act in JSON:
api-page-acts = Acts and their fields
api-page-acts-text = An act is an object with its word (act), an id of your own (a random UUID: the same act handed in twice is done once), and its fields. Unknown fields are refused.
api-page-fields-english = Names and meanings of fields are those of the program, in English.
api-page-act-fields = Fields of the act
api-page-body-fields = Fields of its body
api-page-schema = As a JSON Schema
api-page-problems = Problems
api-page-problems-text = What goes wrong is told as problem details (RFC 9457), in the reader’s language. The type is an address on this page and is the same in every language.
api-page-problem-fields = Fields of a problem
