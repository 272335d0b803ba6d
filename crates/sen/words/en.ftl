# The program's own words.
home-title = One Commune One Product programme
home-line = The open platform on which a locality runs OCOP, from the first visit to the QR code on a shelf.
home-decrees = Rules on board
home-decree = { $number }, in force since { $from }: { $sheets } sheets, { $criteria } criteria
