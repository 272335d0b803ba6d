# Roles
role-officer = OCOP officer
role-volunteer = Volunteer
role-advisory = Advisory team member
role-council-member = Council member
role-secretary = Council secretary
role-chair = Council chair
role-leader = Leader
role-inspector = Market inspector
role-editor = Editor
role-owner = Owner of a producer
role-member = Member of a producer
role-administrator = Administrator
role-state-held = Held
role-state-to-come = Not yet
role-state-ended = Ended
role-since = since { $day }
role-to = through { $day }
role-field = Role
role-search = Where it is held
role-search-hint = Name or code of a commune, ward or province; for owners and members the producer's name. Example: sa dec
role-find = Find the place
role-found-none = No such place was found. Change the name and search again.
role-where = Choose the place
role-from = From
role-until = Last day
role-until-hint = Leave empty if no end is set
role-give = Give a role
role-give-to = Give a role to { $name }
role-give-go = Give the role
role-end = End
roles-none = No roles.
roles-none-yet = No roles yet. Ask the administrator if you need one.

# Sign-in
sign-in-title = Sign in
sign-in-login = Login
sign-in-password = Password
sign-in-go = Sign in
sign-in-forgot = If you forgot your password, call the administrator for a one-time password:
refusal-sign-in-wrong = The login or the password is not right. Check capital letters and the keyboard.
refusal-sign-in-wait = Too many wrong attempts. Wait { $seconds } seconds and try again.
refusal-key-unknown = This key is wrong or was revoked.
refusal-session-ended = This session has ended already.
said-signed-in = You are signed in.
said-signed-out = You are signed out.
said-session-ended = The session was ended.
said-sessions-ended = The other sessions were ended.

# Password
password-title = Change password
password-must = The password in use works only once. Set your own, then go on.
password-present = Present password
password-one-time = One-time password
password-new = New password
password-new-hint = At least 12 characters. A short sentence that is easy to remember is best; no digits or signs needed
password-again = New password again
password-go = Change password
problem-password-wrong = The present password is not right
problem-password-same = Choose another password than the present one
problem-password-again = The new password must be the same both times
problem-password-common = Many people use this password; it is easily guessed. Try a sentence of your own
problem-password-yours = Do not use your name or login as the password
said-password-changed = The password was changed. Other sessions have ended.

# My page
me-title = My account
me-state = Login { $login } · opened { $since }
me-password = Change password
me-roles = My roles
me-language = Language
me-consents = Acting for
said-language-kept = The language was kept.
sessions-title = Signed in on
sessions-none = Signed in nowhere.
sessions-end-others = End all other sessions
session-opened = Signed in { $at }
session-seen = last used { $at }
session-current = This device
session-end = End
session-device-unknown = Unknown device

# Accounts
accounts-title = Accounts
accounts-state = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
  }
accounts-search = Find a name or login
accounts-none = There is no such account.
accounts-add = Open an account
accounts-add-lead = The account gets a one-time password, to be changed at the first sign-in.
accounts-add-go = Open the account
account-name = Name
account-login = Login
account-login-hint = Small letters without marks, digits and . _ - @, such as van.lh
account-phone = Phone
account-roles = Roles
account-state = State
account-state-open = In use
account-state-new = Password not changed yet
account-state-disabled = Closed
account-see = See the account
account-reset = Give a one-time password
account-disable = Close the account
account-enable = Open the account again
one-time-title = One-time password
one-time-lead = Read it out to { $name } or hand it over in person. It cannot be seen again after this page.
one-time-password = Password
one-time-until = Works until
problem-login-letters = Use only small letters without marks, digits and . _ - @
problem-login-taken = This login is taken
problem-login-unknown = There is no account with this login
problem-role-scope = This role is not held in that kind of place
problem-role-scope-choose = Choose where the role is held
problem-until-before-from = The last day must not be before the first
refusal-role-ended = This role has ended already.
refusal-account-disabled = This account is closed already.
refusal-account-open = This account is not closed.
said-role-given = The role was given.
said-role-ended = The role was ended.
said-account-disabled = The account was closed and its sessions ended.
said-account-enabled = The account was opened again.

# Consent
consent-title = Consent of { $producer }
consent-facts = What was consented to
consent-producer = Producer
consent-account = Who may act
consent-scope = What for
consent-scope-acting = Declaring, handing in papers and following the dossier
consent-scope-publishing = Showing photos, story and phone on public pages
consent-scope-everything = Both the dossier and the public pages
consent-how = How it was given
consent-how-signed-paper = Signed paper
consent-how-recorded-call = Recorded call
consent-how-message = Message
consent-how-in-person = In person, before a witness
consent-witness = Witness
consent-witness-hint = Name and address; needed when given in person
consent-note = Note
consent-note-hint = For a call: which number, when, where the recording is kept
consent-given = Given on
consent-expires = Last day
consent-expires-hint = At most 36 months after it was given
consent-evidence = Paper or picture as proof
consent-evidence-hint = Needed for a paper or a message. PDF or photo
consent-recorded = Recorded by
consent-withdrawn-on = Withdrawn on
consent-state = State
consent-state-held = In force
consent-state-soon = Ending soon
consent-state-over = Ended
consent-state-withdrawn = Withdrawn
consent-until = through { $day }
consent-page = Page { $page }
consent-form-title = Record a consent
consent-form-lead = { $producer } consents that an officer or volunteer acts for it. Everything done on behalf says who did it and by what consent.
consent-form-go = Record
consent-withdraw = Withdraw the consent
consent-withdraw-hint = From then on nobody acts under it. What was done stays as it is.
consents-title = Consents given to me
consents-state = Producers that consented to you acting for them
consents-none = No producer has consented yet. A consent is recorded on the producer's page.
consents-more = { $count } more
problem-consent-file = Add the paper or the picture of the message
problem-consent-witness = Give the witness's name
problem-consent-note = Say which number was called, when, and where the recording is kept
problem-consent-over = The last day must be today or later, and not before the day it was given
problem-consent-long = At the latest { $latest }
refusal-consent-withdrawn = This consent was withdrawn already.
said-consent-given = The consent was recorded.
said-consent-withdrawn = The consent was withdrawn.

# Inbox
inbox-title = My tasks today
inbox-first = To be done first
inbox-empty = Nothing to do today.
inbox-quick = Quick ways
inbox-group-late = Late
inbox-group-soon = Due soon
inbox-group-mine = To do
inbox-group-waiting = Waiting for others
inbox-group-done = Done today
inbox-tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
  }
inbox-count-late = { $count } late
inbox-count-soon = { $count } due soon
inbox-count-mine = { $count } to do
inbox-count-waiting = { $count } waiting for others
inbox-count-none = nothing to do
inbox-late = { $days ->
    [one] { $days } working day late
   *[other] { $days } working days late
  }
inbox-left = { $days ->
    [one] { $days } working day left
   *[other] { $days } working days left
  }
inbox-today = Due today
inbox-due = due { $day }

# API keys
keys-title = API keys
keys-state = Keys with which other programs read and write data. One key a program.
keys-none = There are no keys yet.
key-name = For
key-hint = Begins with
key-scopes = What it may do
key-scope-records-read = read records within the account's rights
key-scope-records-write = write records within the account's rights
key-scope-trace-capture = capture trace events
key-scope-trace-query = query trace events
key-scope-trace-all = ask for the trace events of every party
key-login = With the rights of the account
key-login-hint = Login; leave empty if the key is for tracing only
key-created = Made
key-action = Action
key-state-live = In use
key-state-revoked = Revoked
key-revoke = Revoke
key-add = Make a key
key-add-go = Make the key
key-created-title = New key
key-created-lead = Copy the key for { $name } now. It cannot be seen again after this page.
key-kept = I have copied it
refusal-key-revoked = This key was revoked already.
said-key-revoked = The key was revoked.

# Journal
journal-title = Journal
journal-state = The last 200 changes of this installation
journal-none = Nothing yet.
history-title = History
journal-add-account = { $who } opened the account { $login } for { $name }
journal-disable-account = { $who } closed the account of { $name }
journal-enable-account = { $who } opened the account of { $name } again
journal-reset-password = { $who } gave a one-time password to { $name }
journal-give-role = { $who } gave { $name } the role { $role ->
    [officer] OCOP officer
    [volunteer] volunteer
    [advisory] advisory team member
    [council-member] council member
    [secretary] council secretary
    [chair] council chair
    [leader] leader
    [inspector] market inspector
    [editor] editor
    [owner] owner
    [member] member
   *[administrator] administrator
  } in { $scope }
journal-end-role = { $who } ended for { $name } the role { $role ->
    [officer] OCOP officer
    [volunteer] volunteer
    [advisory] advisory team member
    [council-member] council member
    [secretary] council secretary
    [chair] council chair
    [leader] leader
    [inspector] market inspector
    [editor] editor
    [owner] owner
    [member] member
   *[administrator] administrator
  } in { $scope }
journal-sign-in = { $who } signed in
journal-sign-out = { $who } signed out
journal-end-session = { $who } ended a session
journal-change-password = { $who } changed the password
journal-keep-language = { $who } chose { $lang ->
    [en] English
   *[vi] Vietnamese
  }
journal-give-consent = { $who } recorded that { $producer } consents to { $name } acting for it
journal-withdraw-consent = { $who } withdrew the consent of { $producer }
journal-add-key = { $who } made the API key { $name }
journal-revoke-key = { $who } revoked the API key { $name }
people-leave = Later
people-see = See
