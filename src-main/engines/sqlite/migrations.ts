/**
 * The database's versions in order; `PRAGMA user_version` counts how many were applied. A released one is never
 * changed, only followed. Paths are kept relative to the data folder, so that it can be moved; times are milliseconds
 * since 1970. The wide columns of `jobs` come last: lists never read them.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE jobs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    progress REAL NOT NULL,
    message TEXT NOT NULL,
    segments INTEGER NOT NULL,
    error TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    opening TEXT NOT NULL,
    idempotency_key TEXT UNIQUE,
    fingerprint TEXT,
    webhook_url TEXT,
    background_url TEXT,
    request TEXT NOT NULL,
    script TEXT NOT NULL
  ) STRICT;
  CREATE INDEX jobs_by_state ON jobs (state, number);

  CREATE TABLE parts (
    job INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
    segment INTEGER NOT NULL,
    state TEXT NOT NULL,
    error TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (job, segment)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE artifacts (
    download_name TEXT PRIMARY KEY,
    job INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
    segment INTEGER,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (job, path)
  ) STRICT;

  CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job TEXT NOT NULL,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_by_job ON events (job, id);

  CREATE TABLE deliveries (
    id TEXT PRIMARY KEY,
    job INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
    url TEXT NOT NULL,
    event TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    due_at INTEGER,
    attempts TEXT NOT NULL,
    payload TEXT
  ) STRICT;
  CREATE INDEX deliveries_by_job ON deliveries (job, created_at);
  CREATE INDEX deliveries_due ON deliveries (due_at) WHERE due_at IS NOT NULL;
  `,
  `
  -- What files of removed jobs were called, each as one of 2^22 numbers (see usedNames): it never grows beyond that.
  CREATE TABLE used_names (slot INTEGER PRIMARY KEY CHECK (slot BETWEEN 0 AND 4194303)) STRICT;

  -- Scripts and names of files as they are searched (see foldText).
  CREATE TABLE searches (
    job INTEGER PRIMARY KEY REFERENCES jobs ON DELETE CASCADE,
    text TEXT NOT NULL
  ) STRICT;
  INSERT INTO searches (job, text)
    SELECT number, folded(script || coalesce(
      (SELECT char(10) || group_concat(body ->> 'name', char(10)) FROM artifacts WHERE job = number), ''))
    FROM jobs;

  CREATE INDEX removals ON events (id) WHERE type = 'removed';
  `,
  `
  -- What a job says is a phrase now, as JSON; what was said before is a sentence, a JSON string.
  UPDATE jobs SET message = json_quote(message);
  `,
  // Jobs that were removed while their folders may still be there.
  'CREATE TABLE removed_folders (job TEXT PRIMARY KEY) STRICT',
  // From here on `request` may hold `spokenAs` and a finished look, which older versions can not read. What they wrote
  // stays as it is (see shared/job/formerForms).
  '',
]
