# The event store.

store-address = The event store's address { $address } is wrong. Write sqlite:PATH or postgres://… in the settings.
store-newer = The event store has version { $found }, newer than version { $known } that this program knows. Use a newer program.
store-away = The event store does not answer. Whether what was sent is written is not known; send it again, nothing will be stored twice.
store-full = The event store's disk is full. Make room, then send it again.
store-closed = The event store is closed. Send it again when the program has started anew.
store-too-much = Number { $at }: { $what } is { $found }, and the most is { $most }. Send it in smaller parts.
store-unfit = Number { $at }: { $what } cannot be stored. Remove characters that are not allowed or mend the value, then send it again.
store-broken = The event store is damaged or out of order. Tell whoever runs it, with the number of the operation.
