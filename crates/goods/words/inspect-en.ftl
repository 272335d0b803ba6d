# Inspection, overview, the national portal.

inspect-title = Inspecting labels
inspect-lead = Scan or type one code after the other. The list keeps what each was worth at that moment.
inspect-code = Code on the label
inspect-code-hint = The scanned link, GTIN and lot, or the code of the goods, a space and the lot number
inspect-finding = What was found
inspect-look = Look
inspect-when = When
inspect-verdict = Verdict
inspect-unknown = No code of Sen's
inspect-forged = Forged code
inspect-not-issued = Never printed
inspect-copied = Suspected copied label
inspect-recalled = Recalled
inspect-expired = Past its date
inspect-unranked = Origin logged, not ranked
inspect-good = Certificate holds
said-inspected = Looked at.
journal-inspect-label = { $who } inspected a label

overview-title = Overview of lot books
overview-lead = The ten items of Circular 02/2024/TT-BKHCN, over each producer's 20 newest lots.
overview-none = No producer within your reach logs yet.
overview-lots = Lots
overview-whole = Complete
overview-missing = Most missed
overview-last = Last logged
overview-stale = nothing for { $days } days
overview-withdrawn = Taken back
overview-findings = Lots with findings
overview-how = Complete = items there out of ten, over the lots. A stage not logged counts as missing.
legal-name = name
legal-picture = picture
legal-producer = maker
legal-address = address
legal-stages = stages
legal-made = day made
legal-code = product code
legal-lot = lot number
legal-expires = use by
legal-standards = standards
legal-missing = Missing under Circular 02/2024: { $items }.
portal-export = File for the national portal
