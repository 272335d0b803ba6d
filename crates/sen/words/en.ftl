# The program's own words.
nav-public-products = OCOP products
nav-public-producers = Makers
nav-public-lookup = Look up a code
nav-inbox = My tasks
nav-certificates = Certificates
nav-repository = Event repository
nav-goods = Lot books
nav-accounts = Accounts
nav-signing-keys = Signing keys
nav-serial-keys = Serial keys
nav-products = Products
nav-producers = Producers
nav-places = Places
nav-dossiers = Dossiers
nav-councils = Councils

backup-summary = Backup of { $at }: { $tables } tables, { $rows } rows, { $files } files; { $entries } journal entries
backup-lost-file = { $file }: the records name this file, and the store has lost it
backup-events-elsewhere = The trace events lie at { $what } and are not in this backup. Back them up with pg_dump.
backup-events-aside = The trace events of the backup lie in events.db.restored: this installation keeps events in PostgreSQL. To use the file, set trace = "sqlite:…/events.db.restored".
backup-settings-aside = The archive’s settings lie in sen.toml.restored and are not in force: the folder has a sen.toml, or they lead to another database.
backup-damaged = { $file }: the part “{ $what }” is damaged or was altered. Nothing was restored; use another backup.
backup-no-archive = { $file }: not a whole backup of Sen ({ $what }). Nothing was restored; use another backup.
backup-journal = { $file }: the journal in the backup does not hold: entry { $what }. Nothing was restored; use another backup.
backup-newer = { $file }: the backup is newer than this program (it has “{ $what }”). Install a newer Sen and restore again.
backup-used = { $what }: there are records here already, and they stay as they are. Restore into an empty folder and an empty database, for example: sen restore { $file } --data ./restored
backup-nothing = { $what }: there are no records to back up. Name the folder with --data, or the database with --database.
backup-records = { $file }: { $what }
backup-fault = { $file }: { $what }

setting-unknown = There is no setting “{ $key }”; run `sen config` for the list.
setting-bad = The setting “{ $key }” cannot be “{ $value }”; expected { $expected }.
setting-file = The settings file cannot be read: { $why }
setting-expects-address = ADDRESS:PORT
setting-expects-number = a whole number
setting-expects-flag = true or false
setting-expects-database = sqlite:PATH or postgres://…
setting-expects-bucket = s3://BUCKET or s3://BUCKET/PREFIX
setting-expects-web = https://…
setting-expects-log-format = text or json

serve-taken = Cannot listen on { $what }
open-folder = The data folder cannot be used: { $what }
open-policies = The access policies do not load: { $what }
open-database = The records database cannot be opened: { $what }
open-newer = The database is newer than this program (it has “{ $what }”). Install a newer Sen.
open-migrate = The database cannot be brought up to date: { $what }
open-files = The files cannot be opened: { $what }

trace-distribute-file = The event store is a file. Distributing needs PostgreSQL with Citus: --trace postgres://…
trace-distribute-no-citus = This PostgreSQL has no Citus. Install it, and run CREATE EXTENSION citus in the database.
trace-distribute-done = { $tables } tables are distributed now; the others were already.
trace-export-done = { $events } events written.
trace-export-day = { $flag } “{ $found }” is no day. Write it as 2026-10-31.
trace-export-days = The last day is before the first.
