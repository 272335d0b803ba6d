# Places, producers, products.

## Shared
reg-unknown = not known
reg-nothing = not recorded
reg-history = History
reg-save = Save
reg-leave = Leave without saving
reg-edit = Edit
reg-now-in = now in { $place }
reg-as-csv = CSV ({ $count } rows)
reg-as-xlsx = Excel ({ $count } rows)
reg-commune = Commune or ward
reg-commune-hint = Name or code. A former name will do, for example Tân Quy Tây
reg-place-filter = Place
reg-place-filter-hint = Name or code, former names too
reg-clash-title = Someone has just changed this
reg-clash-lead = Yours is not saved. Compare both below, mend where needed, then save once more.
reg-clash-field = Field
reg-clash-theirs = Stored now
reg-clash-yours = Typed by you
reg-distinct = These may be the same. Tick those that surely are others
reg-alike-one = Not { $name } ({ $place }), same { $by }
reg-alike-product = Not { $name } of { $producer } ({ $place })
reg-alike-name = name
reg-alike-registration = registration number
reg-alike-phone = phone
reg-some-producer = a producer elsewhere

## Places
reg-places = Places
reg-places-of = { $place }: { $count } units
reg-places-found = { $count } found, former names included
reg-places-none = There are no places yet. Import a list to begin.
reg-places-empty = No place of that name. Try a shorter one; marks are not needed.
reg-places-import = Import a list of units
reg-place-search = Name or code, former names too
reg-place-name = Place
reg-place-code = Code
reg-place-formerly = Former name
reg-place-stands = Since { $day }
reg-place-ended = No more since { $day }
reg-place-from = Known from
reg-place-until = Ended on
reg-place-until-day = until { $day }
reg-place-within = Within
reg-place-home = Its records are now at home in
reg-place-became = Became
reg-place-formed-from = Formed from
reg-place-holds = Holds { $count } units
reg-place-import-lead = Three lists are taken: the units of a day, new units with the old ones they were formed from, and former units with their own dates. Sen first only checks and writes nothing.
reg-place-import-on = Day the list came into force
reg-place-import-on-hint = For example 1/7/2025

## Import from a file
reg-import = Import producers and products
reg-import-lead = One product a row, with its producer. Sen first only checks and writes nothing.
reg-import-file = CSV or Excel (.xlsx) file
reg-import-check = Check the file
reg-import-do = Import all
reg-import-other = Choose another file
reg-import-template = Download the template
reg-import-producers = New producers
reg-import-known = Known producers
reg-import-products = New products
reg-column-distinct = Not the one known (x)
reg-dry-run-lead = Nothing is written yet. This is what the import would do.
reg-dry-run-added = Added
reg-dry-run-changed = Changed
reg-dry-run-closed = Ended
reg-dry-run-linked = Ties across mergers
reg-dry-run-unchanged = Known, left as they are
reg-bad-title = Cells to mend: { $count }. Mend them in the file, then choose it again
reg-bad-cell = Row { $row }, column { $column }:

## Producers
reg-producer = Producer
reg-producers = Producers
reg-producers-about = { $count } producers match
reg-producers-empty = No producer matches. Drop a condition, or add a producer.
reg-producer-search = Name, registration number or phone
reg-producer-new = Add a producer
reg-producer-edit-title = Edit { $name }
reg-producer-name = Producer's name
reg-producer-no-products = No product yet.
reg-any-kind = Any kind
reg-kind = Kind of producer
reg-kind-cooperative = Cooperative
reg-kind-cooperative-group = Cooperative group
reg-kind-enterprise = Small or medium enterprise
reg-kind-farm = Farm
reg-kind-household = Household business
reg-kind-association = Association (tourism)
reg-kind-operating-centre = Operating centre (tourism)
reg-registration-number = Business registration number
reg-registered-on = Registered on
reg-registered-by = Registered by
reg-phone = Phone
reg-public-phone = Let buyers see the phone
reg-public-phone-yes = The producer agrees that buyers see this number
reg-email = E-mail
reg-address = Address
reg-address-hint = House, road, hamlet
reg-part-producer = Producer
reg-part-representative = Legal representative
reg-part-representative-why = Sex, ethnicity and disability are asked only because the score sheet gives points for them. Only the officer in charge and the producer see them.
reg-representative-name = Representative
reg-representative-title = Title
reg-representative-address = Representative's address
reg-sex = Sex
reg-sex-female = Female
reg-sex-male = Male
reg-ethnicity = Ethnicity
reg-disability = Person with a disability
reg-disability-yes = Yes
reg-disability-no = No
reg-private = Private
reg-private-why = Seen only by the officer in charge, by those who act under consent and by the producer.
reg-members = Members
reg-member-new = Add a member
reg-member-name = Full name
reg-member-title = Work
reg-member-kind = Kind of member
reg-member-official = Official member
reg-member-linked-contributing = Linked contributing member
reg-member-linked-non-contributing = Linked non-contributing member
reg-member-joined-on = Joined on
reg-member-leave = Record as left
reg-member-left-on = left on { $day }
reg-consents = Consents to act on behalf
reg-consents-none = None yet.
reg-consent-new = Record a consent
reg-consent-over = no longer in force

## Products
reg-product = Product, producer
reg-products = Products
reg-products-count = Products
reg-products-about = { $count } products match
reg-products-empty = No product matches. Drop a condition, or add a product from its producer's page.
reg-product-search = Product or producer
reg-product-new = Add a product
reg-product-edit-title = Edit { $name }
reg-product-name = Product's name
reg-product-code = Product code
reg-no-code = not given yet; given when a dossier is received
reg-set = Product set
reg-any-set = All sets
reg-choose-set = Choose a product set
reg-group = Group { $key }: { $name }
reg-unit = Unit
reg-unit-hint = For example bottle of 500 ml
reg-made-in = Made in
reg-made-in-today = Made in
reg-made-in-then = Former name of the place
reg-story = Product story
reg-story-none = No story yet.
reg-photos = Photos
reg-photos-none = No photo yet.
reg-photos-add = Add photos
reg-photos-add-hint = JPEG, PNG or WebP. The public sees a photo only once you publish it.
reg-photo-caption = What the photo shows
reg-photo-public = Published
reg-photo-private = Not published
reg-photo-publish = Publish
reg-photo-withdraw = Withdraw
reg-photo-remove = Remove

## Just done
said-places-imported = The list of units is imported.
said-register-imported = Producers and products are imported.
said-producer-registered = The producer is added.
said-producer-edited = The producer is saved.
said-member-joined = The member is added.
said-member-left = Recorded as left.
said-product-added = The product is added.
said-product-edited = The product is saved.
said-photos-added = The photos are received. The public sees them once you publish.
said-photo-published = The photo is published.
said-photo-withdrawn = The public no longer sees the photo.
said-photo-removed = The photo is removed.

## Journal
journal-import-places = { $who } imported a list of units: { $added } added, { $changed } changed, { $closed } ended
journal-turn-places = { $who } told of { $count } places that change from this day
journal-import-register = { $who } imported { $producers } producers and { $products } products from a file
journal-register-producer = { $who } added the producer { $name }
journal-edit-producer = { $who } edited the producer
journal-edit-members = { $left ->
    [yes] { $who } recorded that { $member } left
   *[no] { $who } added the member { $member }
}
journal-add-product = { $who } added the product { $name }
journal-edit-product = { $who } edited the product
journal-edit-photos = { $step ->
    [published] { $who } published a photo
    [withdrawn] { $who } withdrew a photo
    [removed] { $who } removed a photo
   *[added] { $who } added { $count } photos
}
journal-assign-code = { $who } gave the product its code
journal-see-producer = { $who } saw the producer
journal-see-private = { $who } saw private columns
journal-see-product = { $who } saw the product

## Refusals
refusal-register-no-commune-code = No product code can be given: { $place } has no code of its unit. Import a list of units first.
refusal-register-no-consent-to-publish = { $name } has not consented to the publishing of photos. Record its consent first.
refusal-register-left-already = { $name } is recorded as having left.
refusal-register-rows-refused = Some rows need mending, so nothing was imported.

problem-register-not-a-phone = Enter a phone number, for example 0918 123 456
problem-register-not-an-email = Enter an e-mail address, for example name@example.vn
problem-register-no-such-commune = There is no commune or ward “{ $name }”. Enter a name or a code, for example Sa Đéc or 29905
problem-register-several-communes = Several places have that name. Add the province: { $names }
problem-register-place-not-yours = This place is beyond your own. Ask its officer
problem-register-looks-like-another = It may be known already. Look at those alike and tick them if they surely are others
problem-register-looks-like = It may be known already: { $names }. Put x in the column “Not the one known” if it surely is another
problem-register-not-a-photo = { $name } is no photo. Choose a JPEG, PNG or WebP file
problem-register-too-many-photos = A product has at most { $most } photos. Remove some first
problem-register-rows-unreadable = The file cannot be read. Save it as CSV (UTF-8) or .xlsx
problem-register-rows-open-quote = Row { $row }: a quotation mark opens and never closes. Close it or remove it
problem-register-rows-none = The file has no row below its header
problem-register-rows-too-many = The file has more than { $most } rows. Split it
problem-register-rows-no-list = The header is that of no list of units Sen knows. See the help on the page
problem-register-rows-unknown-column = Columns of no use: { $names }. Remove them or use the names of the template
problem-register-rows-missing-column = Columns missing: { $names }
problem-register-not-a-code = Enter a code in digits: 2 for a province, 5 for a commune
problem-register-not-a-kind = “{ $kind }” is no kind of unit; for example Phường, Xã, Thị trấn
problem-register-not-a-titled-name = Write the kind and the name, for example Tỉnh Đồng Tháp
problem-register-not-an-old-unit = “{ $unit }” cannot be read. Write it as: Phường 4 (Thành phố Mỹ Tho, Tỉnh Tiền Giang) 28252
problem-register-ends-before-it-begins = The end must come after the beginning
problem-register-unit-unknown = { $unit } (code { $code }) is not there on that day. Import the list of units of that day first
