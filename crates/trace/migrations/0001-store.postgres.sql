-- The event store, on PostgreSQL: in a schema of its own, which is the search path. Times are microseconds since 1970, UTC.
-- Every unique key of what is spread by tenant has the tenant, and item_event has the part, so that both can be
-- distributed over several machines.

CREATE TABLE party (
  tenant integer PRIMARY KEY,
  key    text COLLATE "C" NOT NULL UNIQUE,
  name   text COLLATE "C" NOT NULL
);

CREATE TABLE word (
  id  integer PRIMARY KEY,
  uri text COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE dictionary (
  version integer PRIMARY KEY,
  bytes   bytea NOT NULL
);

CREATE TABLE event (
  event_time   bigint   NOT NULL,
  tenant       integer  NOT NULL,
  biz_step     integer,
  disposition  integer,
  read_point   integer,
  biz_location integer,
  kind         smallint NOT NULL,
  action       smallint,
  in_error     smallint NOT NULL,
  visibility   smallint NOT NULL,
  dict         integer  NOT NULL,
  id           uuid     NOT NULL,
  content      uuid     NOT NULL,
  identity     uuid,
  doc          bytea    NOT NULL
);

-- Documents are compressed already.
ALTER TABLE event ALTER COLUMN doc SET STORAGE EXTERNAL;

CREATE UNIQUE INDEX event_key      ON event (tenant, id);
CREATE UNIQUE INDEX event_content  ON event (tenant, event_time, content);
CREATE UNIQUE INDEX event_identity ON event (tenant, identity) WHERE identity IS NOT NULL;
CREATE INDEX event_biz_step        ON event (tenant, biz_step, event_time) WHERE biz_step IS NOT NULL;
CREATE INDEX event_biz_location    ON event (tenant, biz_location, event_time) WHERE biz_location IS NOT NULL;
CREATE INDEX event_read_point      ON event (tenant, read_point, event_time) WHERE read_point IS NOT NULL;
CREATE INDEX event_public_time     ON event (event_time, id) WHERE visibility = 2;
CREATE INDEX event_public_key      ON event (id) WHERE visibility = 2;
CREATE INDEX event_time           ON event (event_time, id);
CREATE INDEX event_record_time    ON event (id);

CREATE TABLE item_event (
  event_time bigint   NOT NULL,
  part       integer  NOT NULL,
  tenant     integer  NOT NULL,
  visibility smallint NOT NULL,
  role       smallint NOT NULL,
  id         uuid     NOT NULL,
  item       bytea    NOT NULL,
  links      bytea
);

-- That a row is unique follows from its event, which is written in the same transaction.
CREATE INDEX item_event_item ON item_event (item, event_time);

CREATE TABLE item_name (
  item bytea NOT NULL PRIMARY KEY,
  uri  text COLLATE "C" NOT NULL
);

-- What occurs, for the lists of the standard's top-level resources.
CREATE TABLE tenant_word (
  tenant integer NOT NULL,
  place  smallint NOT NULL,
  word   integer NOT NULL,
  public smallint NOT NULL,
  PRIMARY KEY (tenant, place, word)
);

CREATE INDEX tenant_word_word ON tenant_word (place, word, tenant);

CREATE TABLE tenant_stem (
  tenant integer NOT NULL,
  stem   bytea    NOT NULL,
  public smallint NOT NULL,
  PRIMARY KEY (tenant, stem)
);

CREATE INDEX tenant_stem_stem ON tenant_stem (stem, tenant, public);

CREATE TABLE outbox (
  id     uuid    NOT NULL,
  tenant integer NOT NULL,
  PRIMARY KEY (id, tenant)
);

-- What waits for a listener.
CREATE TABLE delivery (
  tenant integer NOT NULL,
  name   text COLLATE "C" NOT NULL,
  id     uuid    NOT NULL,
  owner  integer NOT NULL,
  PRIMARY KEY (tenant, name, id, owner)
);

CREATE TABLE job (
  id          uuid    NOT NULL,
  tenant      integer NOT NULL,
  created_at  bigint NOT NULL,
  finished_at bigint,
  success     smallint NOT NULL,
  behaviour   smallint NOT NULL,
  events      bigint NOT NULL,
  stored      bigint NOT NULL,
  same        bigint NOT NULL,
  refused     bigint NOT NULL,
  errors      text    NOT NULL,
  PRIMARY KEY (id, tenant)
);

CREATE INDEX job_tenant ON job (tenant, created_at, id);
CREATE INDEX job_time   ON job (created_at, id);
-- Jobs with errors are few.
CREATE INDEX job_failed_tenant ON job (tenant, created_at, id) WHERE success = 0;
CREATE INDEX job_failed_time   ON job (created_at, id) WHERE success = 0;

CREATE TABLE thing (
  kind    smallint NOT NULL,
  tenant  integer NOT NULL,
  name    text COLLATE "C"    NOT NULL,
  version bigint NOT NULL,
  updated bigint NOT NULL,
  body    bytea    NOT NULL,
  PRIMARY KEY (kind, tenant, name)
);

CREATE INDEX thing_updated ON thing (kind, updated);

CREATE TABLE master (
  tenant integer NOT NULL,
  kind   smallint NOT NULL,
  uri    text COLLATE "C"    NOT NULL,
  body   bytea    NOT NULL,
  PRIMARY KEY (tenant, kind, uri)
);

CREATE TABLE master_child (
  tenant integer NOT NULL,
  kind   smallint NOT NULL,
  parent text COLLATE "C"    NOT NULL,
  child  text COLLATE "C"    NOT NULL,
  PRIMARY KEY (tenant, kind, parent, child)
);
