# Certificates
certificates = Certificates
certificates-count = { $count ->
    [one] 1 certificate matches
   *[other] { $count } certificates match
  }
certificates-find = Product, producer, place or number
certificates-any-state = Any state
certificates-ends = Ends within
certificates-any-end = Any time
certificates-within = the next { $days } days
certificates-csv = Download the table (CSV)
certificates-none = No certificate matches.
certificate-title = Certificate { $number }
certificate-product = Product, producer
certificate-producer = Producer
certificate-product-code = Product code
certificate-number = Number
certificate-stars = Stars
certificate-state = State
certificate-set = Product set
certificate-place = Made in
certificate-decision = Decision of recognition
certificate-authority = Signed by
certificate-rules = Graded by
certificate-issued = Issued on
certificate-expires = Last day
certificate-window = Re-evaluation is filed
certificate-code = Code under the QR
certificate-pdf = Print (PDF)
certificate-public = Public page
certificate-events = Since it was issued
certificate-history = Who did what
certificate-acts = Decide about this certificate
place-then-now = { $then } (today { $now })
state-valid = Valid
state-expiring = Ending soon
state-in-re-evaluation = Awaiting re-evaluation
state-expired = Expired
state-suspended = Suspended
state-revoked = Revoked
state-superseded = Replaced by a new one
window-not-yet = Re-evaluation is filed from { $opens } to { $closes }.
window-open = Re-evaluation can be filed now, until { $closes }.
window-late = The window for re-evaluation closed on { $closes }. Filed before { $expires }, the certificate is kept until the result, at most until { $late }.
window-pending = Re-evaluation has been filed; the certificate is kept until the result, at most until { $late }.
event-issued = Issued
event-suspended = Suspended
event-lifted = Suspension lifted
event-revoked = Revoked
event-superseded = Replaced by a new certificate
event-re-evaluation-filed = Re-evaluation filed
event-re-evaluation-closed = Re-evaluation ended without a new certificate
event-act = No. { $number }
event-concluded = after the conclusion of { $on }
event-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
  }

# The three acts
act-suspend = Suspend
act-suspend-title = Enter a decision of suspension
act-suspend-explained = From the day below, everyone who scans the code sees that the certificate is suspended. The days for a decision of revocation count from the conclusion.
act-suspend-submit = Suspend this certificate
act-lift = Lift the suspension
act-lift-title = Enter a decision that lifts the suspension
act-lift-explained = The certificate holds again, until its last day.
act-lift-submit = Lift the suspension
act-revoke = Revoke
act-revoke-title = Enter a decision of revocation
act-revoke-explained = A revocation cannot be taken back: the product has to be evaluated anew. All public pages change at once.
act-revoke-submit = Revoke this certificate
act-number = Number of the decision
act-number-hint = For example 1850/QĐ-UBND
act-on = Date of the decision
act-authority = Signed by
act-authority-hint = For example Chairman of the People's Committee of Đồng Tháp province
act-ground = Ground
act-concluded = Date of the conclusion
act-concluded-hint = The day of the inspection's conclusion, or the day the commune confirmed that production stopped
act-reason = A note for the office
act-reason-hint = Not shown on public pages
act-leave = Go back
said-certificate-suspend = Suspended. The public page has changed.
said-certificate-lift = Suspension lifted. The public page has changed.
said-certificate-revoke = Revoked. The public page has changed.
problem-conclusion-after-decision = The conclusion must not be later than the decision
problem-before-issue = This day must not be before the day of issue, { $issued }
refusal-not-recognised = { $stars } stars get no certificate under these rules.
refusal-no-such-code = No certificate has this code.
journal-issue-certificate = { $who } issued certificate { $number } for { $product }, { $stars } stars, by decision { $decision }
journal-suspend-certificate = { $who } entered decision of suspension { $act }, from { $on }
journal-lift-certificate = { $who } entered decision { $act } that lifts the suspension, from { $on }
journal-revoke-certificate = { $who } entered decision of revocation { $act }, from { $on }
journal-note-re-evaluation = { $who } noted: { $what ->
    [re-evaluation-filed] re-evaluation filed
   *[other] re-evaluation ended without a new certificate
  }
journal-refresh-verdicts = { $who } brought the public pages up to the register
journal-rotate-signing-key = { $who } made signing key { $key }

# The page behind the QR
verdict-title-valid = Valid
verdict-title-expiring = Valid
verdict-title-in-re-evaluation = Valid
verdict-title-expired = Expired
verdict-title-suspended = Suspended
verdict-title-revoked = Revoked
verdict-title-superseded = Replaced by a new certificate
verdict-sentence-valid = OCOP product of { $stars } stars, until the end of { $expires }.
verdict-sentence-expiring = OCOP product of { $stars } stars, until the end of { $expires }. Ending soon: { $days ->
    [one] 1 day left
   *[other] { $days } days left
  }.
verdict-sentence-in-re-evaluation = OCOP product of { $stars } stars. The certificate says { $expires }; it is kept while its re-evaluation is pending, at most until the end of { $late }.
verdict-sentence-expired = The OCOP certificate ended on { $expires }. Today this product is no longer an OCOP product.
verdict-sentence-suspended = The OCOP certificate is suspended since { $since }. Today this product must not carry OCOP stars or the OCOP mark.
verdict-sentence-revoked = The OCOP certificate was revoked on { $since }. This product is no longer an OCOP product.
verdict-sentence-superseded = A new certificate took the place of this one on { $since }. See the new one for the stars of today.
verdict-meaning = What this means
verdict-meaning-expired = The goods may still be sold, but without OCOP stars and mark.
verdict-meaning-revoked = The goods must not carry OCOP stars or the OCOP mark. If you see them sold with it, please tell us.
verdict-meaning-suspended = The authority is looking into it. Until then the goods must not carry OCOP stars or the OCOP mark.
verdict-meaning-pending = The producer has filed for re-evaluation; the certificate is kept until the result.
verdict-product = Product
verdict-call = Call the producer
verdict-story = Story
verdict-see-new = See the new certificate
verdict-report = Does the label look different? Tell us
verdict-report-old = Still sold with the OCOP mark? Tell us
verdict-place = Made in
verdict-place-then = when recognised, until { $until }
verdict-place-when = when recognised
verdict-place-now = since { $since }, the same spot
verdict-grounds = Grounds
verdict-decision = Decision of recognition
verdict-act = No. { $number } of { $on }
verdict-authority = Signed by
verdict-validity = Valid for { $months } months
verdict-act-suspended = Decision of suspension
verdict-act-revoked = Decision of revocation
verdict-act-superseded = New decision of recognition
verdict-ground = Ground given in the decision
verdict-conclusion = After the conclusion of
verdict-rules = Graded by
verdict-graded = { $decree } of { $year }, set { $set }
verdict-number = Certificate No.
verdict-code = Code
verdict-answered = Answered at { $time }, { $weekday } { $day }, from the register of certificates of { $place }.
