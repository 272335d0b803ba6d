# Refusals: what is the matter, and the way out.
refusal-not-found = There is no such page, or you may not see it.
refusal-not-signed-in = Please sign in to do this.
refusal-not-allowed = This account may not do this. Ask the administrator if it should.
refusal-invalid = Some fields need mending.
refusal-changed-meanwhile = Someone has just changed this. Look again, then save once more.
refusal-records-unavailable = The database is away for the moment. What was reported as saved is kept. Try again in a few minutes.
refusal-files-unavailable = The file store is away for the moment. Try again in a few minutes.
refusal-unexpected = Something went wrong on our side. Give this code to the administrator: { $operation }.
refusal-too-large = What was sent is larger than allowed.
refusal-too-many = Sent too often. Try again in { $seconds } seconds.

problem-required = Fill in this field
problem-too-long = Shorten it to at most { $most } characters
problem-too-short = Enter at least { $least } characters
problem-not-a-choice = Choose one from the list
problem-not-a-number = Enter a number, for example { $example }
problem-out-of-range = Enter a number from { $least } to { $most }
problem-not-a-date = Enter a date, for example 14/10/2026
problem-date-after-today = This date must be today, { $today }, or earlier
problem-not-a-key = This link is not right. Open the page again from its list
problem-file-too-large = The file is larger than { $megabytes } MB. Take the photo again or reduce it
problem-file-kind = Only PDF, JPEG, PNG or WebP files are taken
problem-file-broken = The file { $name } is damaged and does not open. Save or photograph it again
problem-file-broken-off = The upload broke off. Send it again
problem-file-empty = The file is empty. Choose another
problem-file-too-many-pages = The file has more than { $pages } pages. Split it
