-- The event store, on SQLite. Times are microseconds since 1970, UTC; ids, hashes and item keys are bytes.

CREATE TABLE party (
  tenant INTEGER PRIMARY KEY,
  key    TEXT NOT NULL UNIQUE,
  name   TEXT NOT NULL
) STRICT;

CREATE TABLE word (
  id  INTEGER PRIMARY KEY,
  uri TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE dictionary (
  version INTEGER PRIMARY KEY,
  bytes   BLOB NOT NULL
) STRICT;

CREATE TABLE event (
  tenant       INTEGER NOT NULL,
  id           BLOB    NOT NULL,
  event_time   INTEGER NOT NULL,
  kind         INTEGER NOT NULL,
  action       INTEGER,
  biz_step     INTEGER,
  disposition  INTEGER,
  read_point   INTEGER,
  biz_location INTEGER,
  identity     BLOB,
  content      BLOB    NOT NULL,
  in_error     INTEGER NOT NULL,
  visibility   INTEGER NOT NULL,
  dict         INTEGER NOT NULL,
  doc          BLOB    NOT NULL
) STRICT;

CREATE UNIQUE INDEX event_key      ON event (tenant, id);
CREATE UNIQUE INDEX event_content  ON event (tenant, event_time, content);
CREATE UNIQUE INDEX event_identity ON event (tenant, identity) WHERE identity IS NOT NULL;
CREATE INDEX event_biz_step        ON event (tenant, biz_step, event_time) WHERE biz_step IS NOT NULL;
CREATE INDEX event_biz_location    ON event (tenant, biz_location, event_time) WHERE biz_location IS NOT NULL;
CREATE INDEX event_read_point      ON event (tenant, read_point, event_time) WHERE read_point IS NOT NULL;
CREATE INDEX event_public_time     ON event (event_time, id) WHERE visibility = 2;
CREATE INDEX event_public_key      ON event (id) WHERE visibility = 2;

CREATE TABLE item_event (
  item       BLOB    NOT NULL,
  event_time INTEGER NOT NULL,
  id         BLOB    NOT NULL,
  role       INTEGER NOT NULL,
  tenant     INTEGER NOT NULL,
  visibility INTEGER NOT NULL,
  links      BLOB,
  PRIMARY KEY (item, event_time, id, role, tenant)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_name (
  item BLOB NOT NULL PRIMARY KEY,
  uri  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What occurs, for the lists of the standard's top-level resources.
CREATE TABLE tenant_word (
  tenant INTEGER NOT NULL,
  place  INTEGER NOT NULL,
  word   INTEGER NOT NULL,
  public INTEGER NOT NULL,
  PRIMARY KEY (tenant, place, word)
) STRICT, WITHOUT ROWID;

CREATE INDEX tenant_word_word ON tenant_word (place, word, tenant);

CREATE TABLE tenant_stem (
  tenant INTEGER NOT NULL,
  stem   BLOB    NOT NULL,
  public INTEGER NOT NULL,
  PRIMARY KEY (tenant, stem)
) STRICT, WITHOUT ROWID;

CREATE INDEX tenant_stem_stem ON tenant_stem (stem, tenant, public);

CREATE TABLE outbox (
  id     BLOB    NOT NULL,
  tenant INTEGER NOT NULL,
  PRIMARY KEY (id, tenant)
) STRICT, WITHOUT ROWID;

-- What waits for a listener.
CREATE TABLE delivery (
  tenant INTEGER NOT NULL,
  name   TEXT NOT NULL,
  id     BLOB NOT NULL,
  owner  INTEGER NOT NULL,
  PRIMARY KEY (tenant, name, id, owner)
) WITHOUT ROWID;

CREATE TABLE job (
  id          BLOB    NOT NULL,
  tenant      INTEGER NOT NULL,
  created_at  INTEGER NOT NULL,
  finished_at INTEGER,
  success     INTEGER NOT NULL,
  behaviour   INTEGER NOT NULL,
  events      INTEGER NOT NULL,
  stored      INTEGER NOT NULL,
  same        INTEGER NOT NULL,
  refused     INTEGER NOT NULL,
  errors      TEXT    NOT NULL,
  PRIMARY KEY (id, tenant)
) STRICT;

CREATE INDEX job_tenant ON job (tenant, created_at, id);
CREATE INDEX job_time   ON job (created_at, id);
-- Jobs with errors are few.
CREATE INDEX job_failed_tenant ON job (tenant, created_at, id) WHERE success = 0;
CREATE INDEX job_failed_time   ON job (created_at, id) WHERE success = 0;

CREATE TABLE thing (
  kind    INTEGER NOT NULL,
  tenant  INTEGER NOT NULL,
  name    TEXT    NOT NULL,
  version INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  body    BLOB    NOT NULL,
  PRIMARY KEY (kind, tenant, name)
) STRICT;

CREATE INDEX thing_updated ON thing (kind, updated);

CREATE TABLE master (
  tenant INTEGER NOT NULL,
  kind   INTEGER NOT NULL,
  uri    TEXT    NOT NULL,
  body   BLOB    NOT NULL,
  PRIMARY KEY (tenant, kind, uri)
) STRICT;

CREATE TABLE master_child (
  tenant INTEGER NOT NULL,
  kind   INTEGER NOT NULL,
  parent TEXT    NOT NULL,
  child  TEXT    NOT NULL,
  PRIMARY KEY (tenant, kind, parent, child)
) STRICT, WITHOUT ROWID;
