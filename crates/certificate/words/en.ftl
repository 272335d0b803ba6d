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
act-suspend-explained = From the day below, everyone who scans the code sees that the certificate is suspended, until that is lifted. Where there is a conclusion already, the days for a decision of revocation count from it.
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
act-reason-why = Reason for the suspension
act-reason-why-hint = Not shown on public pages
act-leave = Go back
said-certificate-suspend = Suspended. The public page has changed.
said-certificate-lift = Suspension lifted. The public page has changed.
said-certificate-revoke = Revoked. The public page has changed.
problem-conclusion-after-decision = The conclusion must not be later than the decision
problem-before-issue = This day must not be before the day of issue, { $issued }
refusal-not-recognised = { $stars } stars get no certificate under these rules.
refusal-no-such-code = No certificate has this code.
journal-issue-certificate = { $who } issued certificate { $number } for { $product }, { $stars } stars, by decision { $decision ->
    [none] of unknown number
   *[other] { $decision }
  }
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
verdict-act-unnumbered = Of { $on }
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

# Public pages
portal-hero = Each product a story of { $place }
portal-line = Meet who makes it, know where it is made, and how many stars it has today.
portal-code = A label at hand? Check that it is real
portal-goods = OCOP products today
portal-all = All products
portal-ask = Questions about OCOP? Just call
portal-ask-line = You may ask before you have any papers.
portal-open = Anyone can check
portal-open-line = Stars show only while the certificate holds. The list of products can be downloaded, and the signature on each certificate checked without a network.
door-buy = I want to buy
door-buy-line = { $count ->
    [one] 1 product, call its maker
   *[other] { $count } products, call their makers
  }
door-make = I have a product
door-make-line = See what is missing for a star
door-visit = I want to visit
door-visit-line = Gardens, homestays, sights
products-count = { $count ->
    [one] 1 product
   *[other] { $count } products
  }
products-find = Product, producer or place
products-list = List
products-group = Product group
products-any-group = Any group
products-stars = Stars
products-any-stars = Any stars
products-place = Place
products-any-place = Any place
products-none = No product matches.
products-none-yet = No product has been recognised yet.
products-all = See all products
product-certificate = OCOP certificate of { $stars } stars: { $state }
product-see = See
product-see-what = the certificate
product-story = Story
product-alcohol = Alcohol is not sold to anyone under 18.
product-neighbours = From the same place as { $product }
product-photo = Photo { $number }: { $product }
producers-count = { $count ->
    [one] 1 producer with OCOP products
   *[other] { $count } producers with OCOP products
  }
producers-find = Producer or place
producers-none = No producer matches.
producers-all = See all producers
producer-goods = OCOP products
producer-none = Today none of its products is recognised.
lookup-code = The code under the QR
lookup-code-hint = 10 letters and digits, like 7K3Q9-M2TXA. Small or large letters, with or without hyphen
lookup-go = Look up
lookup-length = A code has 10 letters and digits; you typed { $length }. Look again under the QR
lookup-character = No code has the character “{ $character }”. Look again under the QR
lookup-check = One character was mistyped. Look again under the QR
lookup-none = No certificate has this code. If the label really says so, please tell us
lookup-guess = Is it one of these?
lookup-where = No code?
lookup-instead = Search by the product's name
help-title = Help
help-scan = Scan the code on a label
help-scan-text = Point your phone's camera at the QR and open the link. The first line of the page says whether the certificate holds today. If it does not scan, type the 10 characters under the QR on the lookup page.
help-product = I have a product and want a star
help-product-text = Call { $hotline } or go to the People's Committee of your commune or ward. An officer looks at it with you: which set it belongs to, how many points it has, which papers are missing. You need not upload anything: an officer acts for you with your written consent.
help-office = I am an officer or a council member
help-office-text = Sign in at the top of the page. All that waits for you is on one page.
help-contact = Ask a person
help-contact-text = { $hotline }, in working hours.
accessibility-title = Accessibility
accessibility-how = Who can use these pages
accessibility-how-text = All pages work by keyboard, with a screen reader, at 200 % zoom, without JavaScript and on screens of 320 pixels. A state is always said in words, not by colour alone. We follow WCAG 2.2, level AA.
accessibility-known = What is not good yet
accessibility-known-text = The PDF certificate is not tagged for screen readers; the public page behind the QR says the same. Photos sent by producers may lack a description.
accessibility-contact = If something is hard to use
accessibility-contact-text = Call { $hotline }: we read it to you and mend the page.
report-title = Tell us
report-what = When to tell us
report-what-text = The label differs from the page behind the QR, an expired or revoked product is still sold with the OCOP mark, or the quality is not what the label says.
report-how = How
report-how-text = Call { $hotline } with the code under the QR, where it is sold and the day you saw it. Keep the label and the receipt if you have them. You need not give your name.
data-line = OCOP products whose certificate holds today; free to use, please name the source.
data-download = Download the table (CSV, UTF-8)
data-columns = Columns
data-check = Check the signatures
data-check-line = To machines, the page behind the QR answers with JSON signed with Ed25519 (Accept: application/json) and with JSON-LD (Accept: application/ld+json). Public keys:
data-code = Code under the QR
data-product = Product as on the certificate
data-product-code = Product code (province-commune-number-year)
data-producer = Producer as on the certificate
data-set = Number of the product set (1–26)
data-group = Product group (I–VI)
data-stars = Stars
data-place = Made in, by today's name
data-decision = Number of the decision
data-decided-on = Date of the decision
data-issued = Day of issue
data-expires = Last day it is valid
data-url = Public page

# Tasks in the inbox
task-renewal = Re-evaluation is due: { $product }
task-renewal-pending = Awaiting re-evaluation: { $product }
task-renewal-file = File it
task-renewal-look = See
task-conclude = Decide after the conclusion: { $product }
task-conclude-do = See and decide
task-certificate-detail = { $producer } · certificate { $number }, ends { $expires }

## The keys that sign certificates
signing-keys-title = Signing keys
signing-keys-explained = They sign the data of certificates, so that anyone can check it offline.
signing-keys-public = Public keys
signing-key-id = Key
signing-key-made-at = Made at
signing-key-state = State
signing-key-signs = Signs
signing-key-signed = For checking only
signing-key-replace = Replace the key
signing-key-replace-explained = Replace it when the private key may have been seen, or from time to time. The new key signs from now on; the old one signs no more, and its public part stays here to check what it signed. Printed QR codes do not change. The old key cannot be brought back.
signing-key-replace-go = Make a new key
said-signing-key-made = A new key was made. It signs from now on.
