# Labels and serials.
journal-print-labels = { $who } made { $count } labels of lot { $lot }
journal-rotate-serial-key = { $who } made serial key { $key }
journal-note-scan = A label was scanned by a device for the first time
refusal-label-recalled = This lot is recalled: no labels are printed for it.
refusal-serials-used-up = This lot has no serials left. Log a new lot and print its labels.

serial-keys-title = Serial keys
serial-keys-explained = Secret keys that make the serials on labels, so that a made-up one is told apart at once.
serial-key-name = Key
serial-key-made-at = Made at
serial-key-state = State
serial-key-seals = In use
serial-key-sealed = For checking only
serial-key-replace = Replace the key
serial-key-replace-explained = Replace it when the secret may have been seen, or from time to time. The new key is used for labels printed from now on; labels printed with the old one stay genuine.
serial-key-replace-go = Make a new key
said-serial-key-made = A new key was made. Labels printed from now on use it.

# On the labels themselves, which are Vietnamese whoever prints them.
label-award = OCOP { $stars } stars · { $code }
label-phone = Tel.: { $phone }
label-lot = Lot: { $lot }
label-made = Made: { $day }
label-expires = Expires: { $day }

labels-title = Labels of lot { $lot }
labels-print = Print labels
labels-make = Make the label file
labels-sample = Look at one label
said-labels-made = The labels were made. Download the file from the list below and print it.
labels-how = Before you print
labels-how-scale = Print at 100 %, never “fit to page”: tills cannot read a code that shrank.
labels-how-try = Print one sheet, scan it with a phone, then print the rest.
labels-how-bank = Keep a bank transfer code (VietQR) elsewhere, not close to this one.
label-stock = Paper
label-stock-hint = The size printed on the pack of sheets or the roll
label-stock-sheet = A4 sheet, { $labels } labels of { $size } mm ({ $maker })
label-stock-roll = Roll, { $across } in a row, { $size } mm
label-parts = On the label
label-parts-hint = Product, maker, lot, dates and the QR code are always there
label-part-serials = A number of its own for each label
label-part-serials-hint = A copied or made-up label is told apart when it is scanned
label-part-address = Address
label-part-phone = Phone
label-part-ean = EAN-13 bar code beside the QR code
label-part-award = OCOP stars
label-count = Number of labels
label-count-hint = From 1 to 1,000,000; one PDF has at most 10,000 labels
label-runs = Labels made
label-run-made = When
label-run-stock = Paper
label-run-count = Labels
label-run-serials = each with its number
label-run-files = Files
label-file-only = PDF
label-file = PDF { $n } / { $files }
label-file-codes = List of codes (CSV)
label-codes-index = Place in the lot
label-codes-serial = Serial
label-codes-link = QR code
problem-label-too-small = { $size ->
    [none] No paper has room for the codes at the size that tills read. Leave out the bar code or the serials
   *[other] This label has no room for the codes at the size that tills read. Choose paper of { $size } mm, or leave out the bar code or the serials
}
problem-label-too-full = { $size ->
    [none] No paper has room for so many words. Leave out the address, the phone or the bar code
   *[other] This label has no room for so many words. Choose paper of { $size } mm, or leave out the address, the phone or the bar code
}
