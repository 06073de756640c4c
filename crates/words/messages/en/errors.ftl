### Pages shown when a request cannot be answered. No exclamation, no apology; what to do instead.
### Keys of this file begin with error-.

## Where to go from an error page

error-home = Go to the first page
error-search = Search

## No such page, or not for this reader (404). The two must read the same.

error-invitation-title = This link opens nothing
error-not-found-title = No page at this address, or not for you to see
error-not-found-text = Tamga does not tell one from the other, so that nobody can learn what exists by guessing.

## The address cannot be read (400)

error-as-of-title = The date in the address cannot be read
error-as-of-future-title = This day has not come yet
# $given is what stood after as_of= in the address.
error-as-of-text = The address asks for the page as of “{ $given }”. Give a date such as 2018-06-30, or take as_of out of the address to see today.
error-as-of-future = The address asks for a day that has not come yet. Take as_of out of the address to see today.

## The token opens nothing (401)

error-token-title = This token opens nothing
error-token-text = It is not known here, was revoked or has run out, or the mandate under which it was made has ended. Make a new one on your account page.

## Other refusals of the server

error-method-title = This address does not take that kind of request
error-method-text = Open the page, and use the links and forms on it.
error-too-large-title = The request is too long
# $limit is a size with its unit, such as 1 MB.
error-too-large-text = At most { $limit } can be sent at once. Nothing was recorded.
error-address-too-long-title = The address is too long
error-address-too-long-text = Search with fewer words, or open the page from its link.
error-busy-title = The answer takes too long
error-busy-text = Try again in a minute. Nothing was recorded.

## Something went wrong here (500)

error-internal-title = Something went wrong here
error-internal-text = The fault is not yours, and it is in the log of this installation. Nothing was recorded by this request.
error-elsewhere-title = This form came from another site
error-elsewhere-text = Nothing was done. Open the page here and send the form again.
