/** The tables of the relay's log on SQLite. Numbers of rooms are short names of their 20 bytes. */
export const schema = `
CREATE TABLE IF NOT EXISTS rooms (
  key INTEGER PRIMARY KEY,
  room BLOB NOT NULL UNIQUE,
  owner BLOB NOT NULL,
  last INTEGER NOT NULL,
  head BLOB NOT NULL,
  manifest INTEGER NOT NULL,
  version INTEGER NOT NULL,
  epoch BLOB NOT NULL,
  snapshot INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  live INTEGER NOT NULL,
  superseded INTEGER NOT NULL,
  gone_at INTEGER
) STRICT;

CREATE TABLE IF NOT EXISTS links (
  room INTEGER NOT NULL,
  id BLOB NOT NULL,
  role TEXT NOT NULL,
  digest BLOB NOT NULL,
  revoked INTEGER NOT NULL,
  envelope BLOB NOT NULL,
  used_at INTEGER NOT NULL,
  PRIMARY KEY (room, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS records (
  room INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  link BLOB NOT NULL,
  id BLOB NOT NULL,
  head BLOB NOT NULL,
  superseded_at INTEGER,
  size INTEGER NOT NULL,
  record BLOB NOT NULL,
  UNIQUE (room, number)
) STRICT;

CREATE UNIQUE INDEX IF NOT EXISTS records_by_id ON records (room, link, id);
CREATE INDEX IF NOT EXISTS records_superseded ON records (superseded_at) WHERE superseded_at IS NOT NULL;
`

/** Version of the tables, in the file itself. A file of a later one is not touched. */
export const SCHEMA_VERSION = 1

/** Opens of a file that a relay serves from: a commit is on disk before it is told (docs/PROTOCOL.md L1). */
export const pragmas = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA busy_timeout = 5000;
PRAGMA secure_delete = ON;
`
