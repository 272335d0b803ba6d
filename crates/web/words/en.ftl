# Words of the frame and the components. Every key stands in vi.ftl too.

## Frame
frame-skip = Skip to main content
frame-nav = Main
frame-nav-small = Main, small screen
frame-menu = Menu
frame-count = tasks
frame-me = My account
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-other-language = Tiếng Việt
frame-home = Home
frame-help = Guide
frame-accessibility = Accessibility
frame-hotline = OCOP hotline
frame-lookup = Look up a label
frame-staff = Officers and producers
frame-search = Search
frame-search-label = Search products, makers
frame-search-small = Search, small screen
frame-crumbs = Breadcrumb
frame-leave-room = Sen, leave the marking room
frame-behalf = Acting on behalf
frame-behalf-whom = You are acting for { $producer }
frame-behalf-consent = , under the consent of { $date }.
frame-behalf-see = See the consent

## Footer of the public pages
foot-see = See
foot-products = OCOP products
foot-producers = Makers
foot-do = Do
foot-report = Tell us
foot-data = Data
foot-open-data = Open data
foot-sen = This site runs on Sen, the open platform for the programme One Commune One Product.

## Session
session-ending = The session ends in %minutes% minutes.
session-ended = The session has ended. Sign in again; what you typed is kept.
session-stay = Keep working

## Forms; %time% and its like are filled in by the page's script
form-error-prefix = Error:
form-error-of = { $label }: { $message }
form-errors-title = Places to correct: { $count }
form-optional = (optional)
form-day = Day
form-month = Month
form-year = Year
form-saving = Saving
form-saved-at = Saved %time%
form-unsent = Kept on this device, not sent yet. Trying again
form-refused = Not saved. Reload the page and enter it again
form-conflict = Someone has just changed this part. Yours is not saved.
form-merge = See and merge the two
form-signed-out = The session has ended; what you just typed is kept on this device.

## Tables
table-filter = Filter
table-filtering = Filtering:
table-drop-filter = remove this condition
table-drop-all = Remove all
pager-label = Pages
pager-page = Page
pager-previous = Previous
pager-next = Next
pager-from = Rows { $from }–
pager-of = of { $total }

## Steps
stepper-label = Steps
stepper-done = (done)

## Stars
stars-now = { $stars } stars
stars-former = Formerly { $stars } stars
stars-none = not ranked yet
stars-gate = Lowest level for { $stars } stars

## Verdict
verdict-today = If marked today
verdict-points = { $points } points
verdict-gates = Minimum requirements
verdict-met = meets { $met }
verdict-of = of { $of }
verdict-missing = , still missing
verdict-path = Shortest way to { $stars } stars
verdict-path-size = steps: { $count }

## Criteria and marks
criterion-points = Points: { $points }
criterion-points-short = { $points } pt
marking-progress = Progress of marking
marking-choose = Choose the points before saving
marking-unsent = Marks not sent yet: %count%, kept on this device
marking-refused = Not accepted: %reason%
marking-keys = Use keyboard shortcuts
marking-key-points = choose points
marking-key-save = save and go on
marking-key-back = back
marking-key-note = note

## Files
upload-send = Send files
upload-drop = Drop files here, or choose files
upload-sending = Sending %name%: %percent%%
upload-sent = Received
upload-failed = Not sent. Try again when connected
upload-too-big = The file is larger than %size%. Retake or shrink the picture
upload-retry = Send again
upload-choose = Choose at least one file
