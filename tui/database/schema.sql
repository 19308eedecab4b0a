-- briefing.db: the compiled briefing. SQLite 3, UTF-8, read-only once written.
-- Texts come in Chinese (_zh) and English (_en). Numbers are kept as decimal text, never as
-- binary floats. Version: PRAGMA user_version.

-- Facts about the briefing: title, edition, as_of, content (the folder), fingerprint.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- The sections of the briefing in order. columns_*: JSON list of [head, "left" | "right" | "whole" | "spark"];
-- cells of a spark are levels from 0 to 7, with : before the first forecast.
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
-- form: observation; a rate's growth, cagr, share, change, growth_change; event, offering; whole.
-- measure: of which of the measures it is a figure. amount_*: the value in words. as_printed:
-- what the source prints where its print is wrong and the value corrected.
-- base_value, base_unit: the value without 万 or 亿, exact: 3099 亿元 is 309900000000 元.
-- first_month, last_month: the period as yyyymm, 0 for none. words: folded, by which a query
-- names this answer among those of the record. Its quotes stand in evidence.
CREATE TABLE answers (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL,
    fact        TEXT NOT NULL,
    form        TEXT NOT NULL,
    measure     TEXT NOT NULL,
    measure_zh  TEXT NOT NULL,
    measure_en  TEXT NOT NULL,
    period      TEXT NOT NULL,
    first_month INTEGER NOT NULL,
    last_month  INTEGER NOT NULL,
    value       TEXT NOT NULL,
    unit        TEXT NOT NULL,
    amount_zh   TEXT NOT NULL,
    amount_en   TEXT NOT NULL,
    base_value  TEXT NOT NULL,
    base_unit   TEXT NOT NULL,
    as_printed  TEXT NOT NULL,
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

-- The source documents, with what a reference to one needs, and the files that were read.
-- type: after CSL. short_*: how lists call it. author_*, producer_*, container_*: as the document
-- names them; empty where it does not. published: empty where the document has no date; date is
-- then the earliest possible one, date_latest the latest, if anything sets one.
CREATE TABLE sources (
    id           TEXT PRIMARY KEY,
    type         TEXT NOT NULL,
    title_zh     TEXT NOT NULL,
    title_en     TEXT NOT NULL,
    short_zh     TEXT NOT NULL,
    short_en     TEXT NOT NULL,
    author_zh    TEXT NOT NULL,
    author_en    TEXT NOT NULL,
    producer_zh  TEXT NOT NULL,
    producer_en  TEXT NOT NULL,
    container_zh TEXT NOT NULL,
    container_en TEXT NOT NULL,
    language     TEXT NOT NULL,
    date         TEXT NOT NULL,
    date_latest  TEXT NOT NULL,
    published    TEXT NOT NULL,
    url          TEXT NOT NULL,
    license_zh   TEXT NOT NULL,
    license_en   TEXT NOT NULL,
    file         TEXT NOT NULL,
    size         INTEGER NOT NULL,
    sha256       TEXT NOT NULL
) WITHOUT ROWID;

-- Which record leads to which.
CREATE TABLE links (
    from_id TEXT NOT NULL,
    to_id   TEXT NOT NULL,
    type    TEXT NOT NULL,
    PRIMARY KEY (from_id, to_id, type)
) WITHOUT ROWID;

-- The texts that a query is compared with, folded (tui.text.fold), one a line, and the index
-- over them. rowid = records.position. id, kind: as in records, whose wide rows a query need not
-- read. first_month, last_month: from the first to the last of the record's answers, 0 where none
-- has a period. sounds: titles and names in pinyin and initials, from each syllable on. body: all
-- that its page tells. spoken: in pinyin the words by which its answers are asked for.
-- syllables: of the Chinese title, one for each Chinese character.
CREATE TABLE folded (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    first_month INTEGER NOT NULL,
    last_month  INTEGER NOT NULL,
    titles   TEXT NOT NULL,
    names    TEXT NOT NULL,
    sounds   TEXT NOT NULL,
    body     TEXT NOT NULL,
    spoken   TEXT NOT NULL,
    syllables TEXT NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5(
    titles, names, sounds, body, content='', prefix='1 2 3 4 5 6 7 8 10 12 16',
    tokenize="unicode61 remove_diacritics 0 tokenchars '.%'"
);

-- Who is called exactly so: titles, names and codes, folded, and in full pinyin and by initials.
CREATE TABLE called (
    name     TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (name, position)
) WITHOUT ROWID;

-- How a query is read: traditional characters as simplified ones, characters as they sound.
CREATE TABLE variants (char TEXT PRIMARY KEY, simplified TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE readings (char TEXT PRIMARY KEY, sound TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX readings_by_sound ON readings (sound);

-- By what records are filtered: facet is kind, level, region, status, tag, source, role, basis or
-- type (of statements, gaps, sources); value a slug, with its name. A record may have several.
CREATE TABLE facets (
    id       TEXT NOT NULL,
    facet    TEXT NOT NULL,
    value    TEXT NOT NULL,
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    PRIMARY KEY (facet, value, id)
) WITHOUT ROWID;
CREATE INDEX facets_by_id ON facets (id, facet);

-- What happened when, in order: policies, and the events of players (type: policy, founding,
-- financing, launch, listing, partnership, acquisition). date: as precise as it is known;
-- first_day, last_day: what it covers, as yyyymmdd. What has no date is not here: see policies
-- with an empty issued, and answers of the form event with an empty period.
-- Evidence: the citations of the same id and fact.
CREATE TABLE timeline (
    position  INTEGER PRIMARY KEY,
    date      TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day  INTEGER NOT NULL,
    type      TEXT NOT NULL,
    type_zh   TEXT NOT NULL,
    type_en   TEXT NOT NULL,
    id        TEXT NOT NULL,
    fact      TEXT NOT NULL,
    title_zh  TEXT NOT NULL,
    title_en  TEXT NOT NULL,
    text_zh   TEXT NOT NULL,
    text_en   TEXT NOT NULL,
    status    TEXT NOT NULL,
    status_zh TEXT NOT NULL,
    status_en TEXT NOT NULL
);

-- What is counted: a row per statistic (measure is its id) and per metric of a player (ID.METRIC).
-- scope: what counts and what does not. unit: in which observations are set side by side.
-- names: folded, one a line, by which it is asked for.
CREATE TABLE measures (
    measure        TEXT PRIMARY KEY,
    id             TEXT NOT NULL,
    title_zh       TEXT NOT NULL,
    title_en       TEXT NOT NULL,
    scope_zh       TEXT NOT NULL,
    scope_en       TEXT NOT NULL,
    unit           TEXT NOT NULL,
    base_unit      TEXT NOT NULL,
    counted_zh     TEXT NOT NULL,
    counted_en     TEXT NOT NULL,
    area_zh        TEXT NOT NULL,
    area_en        TEXT NOT NULL,
    denominator_zh TEXT NOT NULL,
    denominator_en TEXT NOT NULL,
    names          TEXT NOT NULL
);

-- Statistics that a reader might take for the same (id, other), and how they differ.
CREATE TABLE compare_with (
    id     TEXT NOT NULL,
    other  TEXT NOT NULL,
    why_zh TEXT NOT NULL,
    why_en TEXT NOT NULL,
    PRIMARY KEY (id, other)
) WITHOUT ROWID;

-- For people with sqlite3 or Datasette: the following tables and views, and timeline.
-- What is not known is an empty text. Without ORDER BY rows come in the briefing's own order of
-- importance (therefore no index on players and policies: SQLite would read along it).

-- Who acts in the industry. parent, group_id: ids of other players.
CREATE TABLE players (
    id          TEXT NOT NULL,
    title_zh    TEXT NOT NULL,
    title_en    TEXT NOT NULL,
    role        TEXT NOT NULL,
    role_zh     TEXT NOT NULL,
    role_en     TEXT NOT NULL,
    ticker      TEXT NOT NULL,
    exchange_zh TEXT NOT NULL,
    exchange_en TEXT NOT NULL,
    legal_name  TEXT NOT NULL,
    founded     TEXT NOT NULL,
    parent      TEXT NOT NULL,
    group_id    TEXT NOT NULL
);

-- Laws, plans, notices. issuers: names as far as the sources give them. period: what it plans for.
CREATE TABLE policies (
    id         TEXT NOT NULL,
    title_zh   TEXT NOT NULL,
    title_en   TEXT NOT NULL,
    number     TEXT NOT NULL,
    level      TEXT NOT NULL,
    region_zh  TEXT NOT NULL,
    region_en  TEXT NOT NULL,
    issued     TEXT NOT NULL,
    issuers_zh TEXT NOT NULL,
    issuers_en TEXT NOT NULL,
    period     TEXT NOT NULL,
    status     TEXT NOT NULL
);

-- Measures of the industry, each with what it counts.
CREATE VIEW statistics AS
    SELECT m.id, m.title_zh, m.title_en, m.unit, m.scope_zh, m.scope_en, m.area_zh, m.area_en,
           m.denominator_zh, m.denominator_en, r.disputed
    FROM measures m JOIN records r USING (id)
    WHERE r.kind = 'statistic' ORDER BY r.position;

-- Values of measures, of statistics and of players alike. measure: see measures.
CREATE VIEW observations AS
    SELECT a.id, a.fact, r.title_zh, r.title_en, a.measure, a.measure_zh, a.measure_en, a.period,
           a.value, a.unit, a.base_value, a.base_unit, a.status, a.rank, a.as_printed,
           a.amount_zh, a.amount_en, a.answer_zh, a.answer_en
    FROM answers a JOIN records r USING (id)
    WHERE a.form = 'observation' ORDER BY r.position, a.last_month, a.number;

-- Growth rates, shares and changes as sources state them.
CREATE VIEW rates AS
    SELECT a.id, a.fact, r.title_zh, r.title_en, a.form AS type, a.measure, a.measure_zh,
           a.measure_en, a.period, a.value, a.unit, a.status, a.amount_zh, a.amount_en
    FROM answers a JOIN records r USING (id)
    WHERE a.form IN ('growth', 'cagr', 'share', 'change', 'growth_change')
    ORDER BY r.position, a.last_month, a.number;

-- Citations as a reader wants them: the words, of which record and fact, in which source.
CREATE VIEW quotes AS
    SELECT c.id, r.title_zh, r.title_en, c.fact, c.exact, c.relation, c.via_zh, c.via_en,
           c.source, s.title_zh AS source_zh, s.title_en AS source_en, s.date, s.url
    FROM citations c JOIN records r ON r.id = c.id JOIN sources s ON s.id = c.source
    ORDER BY c.number;
