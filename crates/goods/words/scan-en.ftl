# Scans, codes of single things, doubts.

scan-scans = Scans
scan-sentence = { $count } scans in the last { $days } days.
scan-none = No scan yet.
scan-province = Province
scan-count = Scans
scan-somewhere = Not known
scan-map = Map of scans by province
scan-how = Sen counts by day and province alone, and keeps neither addresses nor devices.
scan-forged = This code is none of ours
scan-forged-sentence = The code of this one thing does not match its seal. Do not use it, and tell us.
scan-unknown = This code was never printed
scan-unknown-sentence = The code is well made and stands in no print run. Tell us, with a photo of the label.
scan-copied = Suspected copied label
scan-copied-travel = This code was scanned in { $from } and { $to } within { $minutes } minutes: too far to travel. The label may have been copied.
scan-copied-many = { $devices } different devices scanned this code for the first time. The label may have been copied.
scan-first = Code of this one thing: scanned for the first time.
scan-again = Code of this one thing: scanned { $count } times, first { $when }.

report-about = Tell us about { $item }, lot { $lot }
report-lead = A photo of the label helps most. No account and no name is needed.
report-kind = What does not look right
report-kind-copied = The label looks copied
report-kind-other-goods = The goods are not as this page says
report-kind-spoilt = The goods are bad
report-kind-else = Something else
report-note = Say more
report-note-hint = Where and when you bought it, what is odd
report-photo = Photo of the label
report-contact = Phone number, to be called back
report-send = Send
report-reports = Doubts
report-none = Nobody told of any yet.
said-report-added = Thank you. We have it.
refusal-report-too-many = Many people told of this lot within the hour. Call the hotline if it is urgent.
journal-report-label = Somebody told of a label that does not look right
