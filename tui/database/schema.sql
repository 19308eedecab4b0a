-- briefing.db: the compiled briefing. SQLite 3, UTF-8, read-only once written.
-- Texts come in Chinese (_zh) and English (_en). Numbers are kept as decimal text, never as
-- binary floats. Version: PRAGMA user_version.

-- Facts about the briefing: title, edition, as_of, content (the folder), fingerprint.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- The sections of the briefing in order. columns_*: JSON list of [head, "left" | "right" | "whole"].
CREATE TABLE sections (
    position   INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    kind       TEXT NOT NULL,
    title_zh   TEXT NOT NULL,
    title_en   TEXT NOT NULL,
    columns_zh TEXT NOT NULL,
    columns_en TEXT NOT NULL
);

-- Everything that has a page. position: order of importance over the whole briefing.
-- disputed: sources disagree on it. cells_*: JSON list, the record's line in its section's list.
CREATE TABLE records (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL,
    section  TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    date     TEXT NOT NULL DEFAULT '',
    disputed INTEGER NOT NULL DEFAULT 0,
    cells_zh TEXT NOT NULL,
    cells_en TEXT NOT NULL
);
CREATE INDEX records_by_section ON records (section, position);

-- The page of a record in a language: JSON, see tui.document.
CREATE TABLE documents (
    id       TEXT NOT NULL,
    language TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (id, language)
) WITHOUT ROWID;

-- What a record answers when asked: one row per observation, or one for the whole record.
-- fact: how the figure is referred to (ID@PERIOD, ID.METRIC@PERIOD, ID#RATE), '' for none.
-- first_month, last_month: the period as yyyymm, 0 for none. words: folded, by which a query
-- names this answer among those of the record. Its quotes stand in evidence.
CREATE TABLE answers (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL,
    fact        TEXT NOT NULL,
    measure_zh  TEXT NOT NULL,
    measure_en  TEXT NOT NULL,
    period      TEXT NOT NULL,
    first_month INTEGER NOT NULL,
    last_month  INTEGER NOT NULL,
    value       TEXT NOT NULL,
    unit        TEXT NOT NULL,
    status      TEXT NOT NULL,
    rank        TEXT NOT NULL,
    main        INTEGER NOT NULL,
    words       TEXT NOT NULL,
    answer_zh   TEXT NOT NULL,
    answer_en   TEXT NOT NULL
);
CREATE INDEX answers_by_value ON answers (value) WHERE value <> '';
CREATE INDEX answers_by_id ON answers (id, main DESC, number);

-- Where sources disagree: what they say in place of an answer (answers.number), a side each.
CREATE TABLE rivals (
    answer    INTEGER NOT NULL,
    side      INTEGER NOT NULL,
    answer_zh TEXT NOT NULL,
    answer_en TEXT NOT NULL,
    PRIMARY KEY (answer, side)
) WITHOUT ROWID;

-- The quotes on which an answer rests (side 0), and those of each rival (its side).
CREATE TABLE evidence (
    answer   INTEGER NOT NULL,
    side     INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source   TEXT NOT NULL,
    exact    TEXT NOT NULL,
    relation TEXT NOT NULL,
    via_zh   TEXT NOT NULL,
    via_en   TEXT NOT NULL,
    PRIMARY KEY (answer, side, position)
) WITHOUT ROWID;

-- Every citation: which record it bears out (fact: which figure of it), and the quoted words.
CREATE TABLE citations (
    number   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,
    fact     TEXT NOT NULL,
    source   TEXT NOT NULL,
    exact    TEXT NOT NULL,
    prefix   TEXT NOT NULL,
    suffix   TEXT NOT NULL,
    relation TEXT NOT NULL,
    via_zh   TEXT NOT NULL,
    via_en   TEXT NOT NULL
);
CREATE INDEX citations_by_source ON citations (source, id);
CREATE INDEX citations_by_id ON citations (id);

-- The source documents and the files that were read. published: empty where the document has no
-- date; date is then the earliest possible one.
CREATE TABLE sources (
    id       TEXT PRIMARY KEY,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    date     TEXT NOT NULL,
    published TEXT NOT NULL,
    url      TEXT NOT NULL,
    file     TEXT NOT NULL,
    size     INTEGER NOT NULL,
    sha256   TEXT NOT NULL
) WITHOUT ROWID;

-- Which record leads to which.
CREATE TABLE links (
    from_id TEXT NOT NULL,
    to_id   TEXT NOT NULL,
    type    TEXT NOT NULL,
    PRIMARY KEY (from_id, to_id, type)
) WITHOUT ROWID;

-- The texts that a query is compared with, folded (tui.text.fold), one a line, and the index
-- over them. sounds: titles and names in pinyin and initials, from each syllable on. syllables:
-- those of the Chinese title, one for each Chinese character. rowid = records.position.
CREATE TABLE folded (
    position INTEGER PRIMARY KEY,
    titles   TEXT NOT NULL,
    names    TEXT NOT NULL,
    sounds   TEXT NOT NULL,
    body     TEXT NOT NULL,
    syllables TEXT NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5(
    titles, names, sounds, body, content='', prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 0 tokenchars '.%'"
);

-- How a query is read: traditional characters as simplified ones, characters as they sound.
CREATE TABLE variants (char TEXT PRIMARY KEY, simplified TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE readings (char TEXT PRIMARY KEY, sound TEXT NOT NULL) WITHOUT ROWID;

-- For people with sqlite3, Datasette or DuckDB.
CREATE VIEW players AS
    SELECT id, title_zh, title_en FROM records WHERE kind = 'player' ORDER BY position;
CREATE VIEW policies AS
    SELECT id, title_zh, title_en, date AS issued FROM records WHERE kind = 'policy' ORDER BY date;
CREATE VIEW observations AS
    SELECT a.id, a.fact, r.title_zh, r.title_en, a.measure_zh, a.measure_en, a.period, a.value,
           a.unit, a.status, a.rank, a.answer_zh, a.answer_en
    FROM answers a JOIN records r USING (id)
    WHERE a.value <> '' ORDER BY r.position, a.last_month;
