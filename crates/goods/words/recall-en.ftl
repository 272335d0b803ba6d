# Recall.

## Deciding
recall-recalls = Recalls
recall-recalls-lead = Lots that must come back, who received any, who was told.
recall-recalls-none = No recall yet.
recall-of = Recall of { $item }, lot { $lot }
recall-lot-title = Recall { $item }, lot { $lot }
recall-reaches = It will reach { $lots } lots: this one and all that was made of it.
recall-reaches-others = And { $count } that machines told of, which are in no book.
recall-reaches-cut = The list was cut for its length: look further by hand.
recall-reason = Why
recall-reason-hint = Such as: a test found more than is allowed
recall-decided-by = Who decided
recall-decided-by-hint = The name on the notice
recall-decided-at = Decided
recall-written-by = Written by
recall-drill = Drill
recall-drill-yes = A drill only, not seen outside
recall-what-happens = As soon as you press it, the pages behind the codes of these lots turn into a warning. The clock of 24 hours begins.
recall-decide = Recall
recall-scope = Reach
recall-scope-whole = found whole in { $seconds } seconds
recall-scope-cut = cut for its length, found in { $seconds } seconds

## The page of a recall
recall-state-running = Recall running
recall-state-lifted = Lifted
recall-state-closed = Closed
recall-state-drill = Drill
recall-drill-says = This is a drill. Buyers see nothing of it.
recall-clock-left = { $left } hours left to tell everyone
recall-clock-late = { $over } hours late
recall-clock-done = everyone told after { $spent } hours
recall-progress = { $all } receivers, { $told } told, { $answered } answered.
recall-receivers = Who received any
recall-receivers-none = The books name nobody who received goods of these lots.
recall-from = delivered by { $producer }
recall-untold = Not told
recall-told = Told
recall-answered = Answered
recall-answered-at = Answered: { $when }
recall-notice-link = Link to answer
recall-how = How they were told
recall-how-phone = Telephone
recall-how-message = Message or e-mail
recall-how-writing = In writing
recall-tell = Note as told
recall-lots = Lots
recall-lots-more = and { $count } more
recall-bad-lot = The lot that caused it
recall-notice = Print the notice
recall-end-title = Ending it
recall-end = How it ends
recall-end-lifted = Lift it: the goods are good
recall-end-closed = Close it: the goods came back or are no more
recall-outcome = Outcome
recall-outcome-hint = How much came back, what was done with it
recall-end-do = End it
recall-ended-lifted = { $who } lifted it { $when }: { $outcome }
recall-ended-closed = { $who } closed it { $when }: { $outcome }

## Receivers
recall-do = What to do now
recall-do-what = Stop selling and using it, keep aside what you still hold, tell those you delivered to.
recall-held = How much you still hold
recall-held-hint = Such as 12 bottles; 0 when none is left
recall-held-unsaid = not said how much
recall-answer = I know
recall-task = This lot, or goods made of it, went through your hands. { $untold } of { $all } you delivered to are not told yet.
recall-task-do = See and tell
recall-warning = Recalled
recall-warning-over = Was recalled
recall-warning-sentence = Do not use goods of this lot. Reason: { $reason }. Since { $since }.
recall-lot = Recall

## Answers
said-recall-decided = Recalled. Tell the receivers below within 24 hours.
said-recall-drilled = The drill has begun.
said-recall-told = Noted.
said-recall-answered = Thank you. We have it.
said-recall-ended = Ended.
refusal-recall-running = This lot is being recalled already.
refusal-recall-over = This recall has ended.
refusal-no-such-notice = No notice has this code.
problem-recall-no-receiver = Choose at least one receiver
journal-decide-recall = { $who } recalled lot { $lot } and what was made of it ({ $lots } lots): { $reason }
journal-drill-recall = { $who } drilled a recall { $lot }: { $reason }
journal-end-recall = { $who } ended a recall: { $reason }
journal-tell-recall = { $who } told { $count } receivers
journal-answer-recall = { $name } answered a recall notice
journal-widen-recall = { $who } added newly made lots to a recall
