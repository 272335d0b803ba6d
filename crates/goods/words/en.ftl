# Traceability: lots logged, codes on labels, the page behind a code.

## Book
goods-logbook = Lot book
goods-logbook-of = Lot book: { $producer }
goods-logbooks = Lot books
goods-logbooks-lead = Choose a producer to see or to log.
goods-logbooks-none = There is no producer within your reach yet.
goods-log = Log something
goods-logged = Logged
goods-logged-none = Nothing logged yet. Choose something above to log the first time.
goods-again = Log again like this
goods-older = See earlier entries
goods-lots = Lots at hand
goods-lots-none = No lot has anything left.
goods-items = Goods and materials
goods-items-none = No goods yet. They appear here after the first entry.
goods-item-product = Product
goods-item-material = Material
goods-partners = Buyers and suppliers
goods-partners-none = Nobody yet. Names appear here after a purchase, a delivery or a sale.
goods-partner-unreached = No phone yet
goods-sites = Places of work
goods-sites-none = None yet. Add a field, garden, pond or workshop away from your own premises.
goods-site-new = Add a place of work
goods-site-called = Name of the place
goods-site-called-hint = For example Tân Khánh Đông field, Second still
goods-site-commune = Commune or ward
goods-site-commune-hint = Name or code. A former name will do, for example Tân Quy Tây
goods-save = Save
goods-as-csv = Download the list (CSV)
goods-as-xlsx = Download the list (Excel)
goods-leave = Leave

## What happens
goods-log-buy = Buy in
goods-log-harvest = Harvest
goods-log-process = Process
goods-log-pack = Pack
goods-log-ship = Ship
goods-log-receive = Receive
goods-log-sell = Sell
goods-log-destroy = Destroy
goods-kind-buy = Bought in
goods-kind-harvest = Harvested
goods-kind-process = Processed
goods-kind-pack = Packed
goods-kind-ship = Shipped
goods-kind-receive = Received
goods-kind-sell = Sold
goods-kind-destroy = Destroyed
goods-side-of = Lots
goods-side-in = Used
goods-side-out = Made
goods-line = { $item }, lot { $lot }: { $quantity }
goods-lot-of = { $item }, lot { $lot }
goods-lot = Lot { $lot }

## Fields
goods-which = Which lot, how much
goods-from-which = From which lot, how much
goods-into-what = What was made
goods-none-at-hand = No lot has anything left. Log a purchase, a harvest or a receipt first.
goods-at-hand = { $item }, lot { $lot }, { $left } { $unit } left
goods-more-lots = { $count } other lots
goods-how-much = How much
goods-item = Goods
goods-item-new = Other goods, named below
goods-item-name = Name of other goods
goods-item-name-hint = Only when you chose other goods, such as Glutinous rice
goods-item-called = Name of the goods
goods-lot-number = Lot number
goods-lot-number-hint = You may leave the number that Sen suggests
goods-quantity = How much
goods-quantity-hint = Such as 120 or 0,5
goods-unit = Unit
goods-unit-kgm = kg
goods-unit-grm = g
goods-unit-tne = tonnes
goods-unit-ltr = litres
goods-unit-mlt = ml
goods-unit-h87 = pieces
goods-expires-on = Use by
goods-made-on = Made on
goods-left = Left
goods-link = Code on the label
goods-label = Code on the label of the lot received
goods-label-hint = Paste the scanned link, or type the code of the goods, a space and the lot number
goods-supplier = Supplier
goods-buyer = Buyer
goods-partner = Other side
goods-partner-none = Not told
goods-partner-name = Name of someone new
goods-partner-name-hint = Only when they are not in the list
goods-partner-phone = Phone of someone new
goods-partner-called = Name
goods-partner-known = This producer on Sen
goods-partner-known-hint = Chosen, programs of both sides know from whom to whom goods went
goods-partner-unknown = Not known, or not there
goods-phone = Phone
goods-email = E-mail
goods-address = Address
goods-site = Where
goods-site-name = Name of a new place of work
goods-site-name-hint = Only when it is not in the list. For example Tân Khánh Đông field
goods-day = Day
goods-on-day = On which day
goods-time = Time
goods-note = Note
goods-photos = Photos
goods-confirmed = The figures look odd
goods-confirmed-yes = They are right, log it
goods-gtin = GTIN
goods-gtin-hint = The number under the bar code, where there is one. Without, Sen uses a key of its own
goods-keeps = Keeps for how many days
goods-standards = Standards and regulations applied
goods-standards-hint = Such as TCVN 7043:2013
goods-own-code = Sen's key { $code }

## An entry
goods-when = When
goods-written = Written by
goods-written-by = { $who }, { $when }
goods-withdrawn = Withdrawn
goods-withdrawn-by = { $who } withdrew it { $when }: { $reason }
goods-wrong = Was it wrong?
goods-wrong-why = The entry stays in the book, struck through. The page behind the code no longer tells of it. Then log it again as it was.
goods-reason = What was wrong
goods-withdraw = Withdraw this entry
goods-photo-of = Photo of the entry: { $entry }
goods-came-from = Where it came from
goods-went-to = Where it went
goods-gaps = { $count } places were not logged or are not public, drawn dashed.
goods-graph-cut = The list is long, so a part of it is drawn.
goods-import = Import a list
goods-import-lead = A row an entry. First Sen only looks, and writes nothing.
goods-import-entries = New entries
goods-import-known = Imported from this list before
goods-column-kind = What
goods-column-side = Used or made
goods-column-from = Used from lot
goods-column-from-hint = Lot number, a space, how much; several parted by semicolons
goods-column-confirmed = Figures are right (x)
said-goods-imported = The list was imported.
problem-goods-from-unclear = Write lot number, a space, how much, such as NEP1 300; MEN1 5
recipe-recipe = Recipe
recipe-of = Recipe: { $item }
recipe-lead = Write down a usual batch. Where more comes out than that, Sen asks.
recipe-in = Used
recipe-part = Material
recipe-nothing = Nothing
recipe-makes = Made
recipe-out = How much is made
recipe-tolerance = How many percent more may be
problem-goods-beyond-recipe = By the recipe at most { $most } comes out. Mend the quantity, or tick this box when it is right
problem-goods-made-of-itself = Goods are not made of themselves
goods-public-page = See it as a buyer does

## The page behind the code
goods-way = The way of the lot
goods-way-none = No step was logged for this lot yet.
goods-gap = Not logged where it came from
goods-hidden = A step that is not public
goods-legal = About the lot
goods-legal-name = Goods
goods-legal-producer = Made by
goods-legal-address = Made in
goods-legal-code = Product code
goods-legal-lot = Lot number
goods-legal-made = Made on
goods-legal-expires = Use by
goods-legal-standards = Standards and regulations
goods-legal-certificate = OCOP certificate
goods-not-logged = not logged
goods-see-certificate = See the certificate
goods-answered = Answered { $when }, { $place }
goods-past = Past its date
goods-past-its-date = This lot expired on { $day }. Better not to use it.
goods-unranked = Origin is logged
goods-unranked-sentence = These goods are not ranked by OCOP. Below is what their maker logged.
goods-step-receiving = Received
goods-step-shipping = Shipped
goods-step-packing = Packed
goods-step-commissioning = Lot begun
goods-step-creating-class-instance = Made
goods-step-storing = Stored
goods-step-transporting = Transported
goods-step-inspecting = Inspected
goods-step-retail-selling = Sold
goods-step-destroying = Destroyed
goods-step-other = Another step

## Answers
said-entry-logged = Logged.
said-entry-withdrawn = The entry was withdrawn.
said-goods-kept = Saved.
refusal-no-such-lot = No lot has this code. Look at the code on the label again.
refusal-goods-withdrawn-already = This entry was withdrawn before.
problem-goods-in-the-future = Day and time must be before now
problem-goods-nothing-in = Say how much of at least one lot was used
problem-goods-nothing-out = Say what was made, and how much
problem-goods-no-lot = Say how much of at least one lot
problem-goods-too-many-lots = One entry has at most 100 lots. Log several entries
problem-goods-too-many-photos = One entry has at most 10 photos
problem-goods-not-a-photo = Choose a JPEG, PNG or WebP photo
problem-goods-not-a-time = Enter a time, such as 7:30
problem-goods-not-a-quantity = Enter a number, such as 120 or 0,5; at most three decimal places
problem-goods-nothing = It must be more than 0
problem-goods-too-much = That is too much. Use a larger unit, such as tonnes
problem-goods-unknown-label = No lot has this code. Scan again, or type the code of the goods, a space and the lot number
problem-goods-not-a-lot-number = A lot number has at most 20 letters without marks, digits and - . / , such as 261129A
problem-goods-expires-before-made = It must be after the day it was made
problem-goods-no-such-lot = This lot is not in the book. Receive it before you use it
problem-goods-not-yours = Choose goods from the list
problem-goods-no-such-producer = Choose a producer of the list; it must have the same name
problem-goods-no-such-partner = Choose a buyer or supplier from the list
problem-goods-no-such-site = Choose a place from the list
problem-goods-more-than-there = Lot { $lot } has only { $left } left. Mend the quantity, or tick this box when the book lacks something
problem-goods-other-unit = Lot { $lot } was counted in another unit before. Mend the unit, or tick this box when it is right
problem-goods-more-out-than-in = More weight comes out than went in. Mend the quantity, or tick this box when it is right
problem-goods-not-a-gtin = Enter all 8, 12, 13 or 14 digits of the GTIN; the last is a check digit
problem-goods-gtin-taken = Other goods have this GTIN
problem-goods-name-taken = This name is in the book already

## Journal
journal-see-logbook = { $who } looked at the lot book
journal-log-entry = { $who } logged: { $kind ->
    [buy] bought in
    [harvest] harvested
    [process] processed
    [pack] packed
    [ship] shipped
    [receive] received
    [sell] sold
    [destroy] destroyed
    [list] imported a list
   *[other] something
 }, lots { $lots }
journal-withdraw-entry = { $who } withdrew an entry: { $reason }
journal-keep-logbook = { $who } changed { $what } in the lot book
journal-adopt-lot = { $who } began lot { $lot } of { $item }, told by a program
journal-refresh-lots = { $who } refreshed the pages of lots
