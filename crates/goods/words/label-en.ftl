# Labels and serials.
journal-print-labels = { $who } made { $count } labels of lot { $lot }
journal-rotate-serial-key = { $who } made serial key { $key }
journal-note-scan = A label was scanned by a device for the first time
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
