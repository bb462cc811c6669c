## Errors
error-400-title = That didn't make sense
error-400-text = The request can't be understood.
error-401-title = Signed out
error-401-text = Sign in again; then it goes on.
error-403-title = Not from there
error-403-text = This form was sent from another site. For your safety nothing was done.
error-404-title = There's nothing here
error-404-text = The page has moved, or it never was. Perhaps one of these helps?
error-405-title = Not like that
error-405-text = This address can't be used in this way.
error-410-title = Withdrawn
error-410-text = This story has been withdrawn and can no longer be read here.
error-413-title = Too much
error-413-text = More was sent than we can take.
error-422-title = That doesn’t fit
error-422-text = What was sent isn’t what is expected here.
error-500-title = Something went wrong here
error-500-text = It's our fault, and we've been told. Please try again in a little while.
error-request = Reference: { $id }
error-home = To the front page

## Errors of APIs (RFC 9457)
problem-400 = Bad request
problem-401 = Signed out
problem-403 = Refused
problem-404 = Not found
problem-405 = Method not allowed
problem-410 = Gone
problem-413 = Too large
problem-422 = Not what is expected
problem-500 = Internal error
