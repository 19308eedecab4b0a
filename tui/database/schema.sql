-- briefing.db: the compiled briefing. SQLite 3, UTF-8, read-only once written.
-- Texts are in Chinese (_zh) and English (_en). Numbers are stored as REAL and as exact decimal text.
-- Version: PRAGMA user_version.
-- The tables and views of one kind of record (players, policies, statistics) are declared with the
-- kind, in tui/compile/kinds.

-- Facts about the briefing: title_zh, title_en, edition, as_of, core_figures_to (the last
-- month of the newest reported core figure, or empty), fingerprint (of the content and of
-- the code that compiled it).
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- The sections of the briefing in order, with the columns of their lists. tab_*: a shorter title, where
-- there is one. column_ids: JSON list; the
-- columns name, date and value are those that lists are ordered by. columns_*: JSON list of
-- [head, "left" | "right" | "whole" | "spark"]; the cells of a spark are levels from 0 to 7, with :
-- before the first forecast.
CREATE TABLE sections (
    position   INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    kind       TEXT NOT NULL,
    title_zh   TEXT NOT NULL,
    title_en   TEXT NOT NULL,
    tab_zh     TEXT NOT NULL,
    tab_en     TEXT NOT NULL,
    column_ids TEXT NOT NULL,
    columns_zh TEXT NOT NULL,
    columns_en TEXT NOT NULL,
    own_order  TEXT NOT NULL DEFAULT ''
);

-- The kinds of records in the order of their sections. words: the words for `medbrief list` beside
-- the kind itself, separated by commas. search_weight: added to the score of its records.
-- titles_are_names: completion offers the titles as queries. comparable: its records can be set side
-- by side. editable: an editor writes its records; the others are generated. questions: the kinds of
-- question that they answer, separated by spaces.
CREATE TABLE kinds (
    position         INTEGER PRIMARY KEY,
    kind             TEXT NOT NULL UNIQUE,
    label_zh         TEXT NOT NULL,
    label_en         TEXT NOT NULL,
    words            TEXT NOT NULL,
    search_weight    REAL NOT NULL,
    titles_are_names INTEGER NOT NULL,
    comparable       INTEGER NOT NULL,
    editable         INTEGER NOT NULL,
    questions        TEXT NOT NULL
);

-- Everything that has a page. position: order of importance over the whole briefing.
-- disputed: sources disagree on it. cells_*: JSON list, the record's row in the list of its section.
-- ranked_*: its place in that list by importance, then by name; listed_*: in the section's own order.
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
    cells_en TEXT NOT NULL,
    ranked_zh INTEGER NOT NULL,
    ranked_en INTEGER NOT NULL,
    listed_zh INTEGER NOT NULL,
    listed_en INTEGER NOT NULL
);
CREATE INDEX records_by_section ON records (section);

-- The page of a record in a language: JSON, see tui.document.
CREATE TABLE documents (
    id       TEXT NOT NULL,
    language TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (id, language)
) WITHOUT ROWID;

-- What a record answers to a query: one row per observation, rate, event and offering, or one for
-- the whole record.
-- fact: the reference of the figure (ID@PERIOD, ID.METRIC@PERIOD, ID#RATE), '' for none.
-- form: observation; a rate's growth, cagr, share, change, growth_change; event, offering; whole.
-- measure: the measure of a figure. amount_*: the value in words. as_printed: what the source
-- prints, where the value is a correction.
-- value: exact decimal text, which queries are compared with; numeric_value: the same as a number.
-- qualifier: over, at_least, about, order_of_magnitude, nearly or under, where the source gives no
-- exact value.
-- base_value, base_unit: the value without 万 or 亿: 3099 亿元 is CNY 309900000000; exact_base_value:
-- the same as exact decimal text. period_start, period_end: the days of the period, ISO 8601.
-- used: whether it is the value that the briefing uses: of those that compete the preferred one, no
-- rejected one, no forecast where a value is reported. reason_*: why it is preferred or rejected.
-- note_*: the editor's notes, one per line.
-- first_month, last_month: the period as yyyymm, 0 for none. words: folded; by these a query names this answer among those of the record. concepts: those
-- that the words mention. Its quotes are in evidence.
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
    numeric_value REAL,
    qualifier   TEXT,
    unit        TEXT NOT NULL,
    amount_zh   TEXT NOT NULL,
    amount_en   TEXT NOT NULL,
    base_value  REAL,
    exact_base_value TEXT,
    base_unit   TEXT NOT NULL,
    period_start TEXT,
    period_end  TEXT,
    used        INTEGER NOT NULL DEFAULT 1,
    as_printed  TEXT NOT NULL,
    status      TEXT NOT NULL,
    rank        TEXT NOT NULL,
    main        INTEGER NOT NULL,
    words       TEXT NOT NULL,
    concepts    TEXT NOT NULL,
    answer_zh   TEXT NOT NULL,
    answer_en   TEXT NOT NULL,
    reason_zh   TEXT NOT NULL,
    reason_en   TEXT NOT NULL,
    note_zh     TEXT NOT NULL,
    note_en     TEXT NOT NULL
);
CREATE INDEX answers_by_value ON answers (value) WHERE value <> '';
CREATE INDEX answers_by_misprint ON answers (CAST(as_printed AS REAL)) WHERE as_printed <> '';
CREATE INDEX answers_by_id ON answers (id, main DESC, number);

-- Where sources disagree: what is beside an answer (answers.number), one a side: the other values, or
-- what disputes a statement; of a disagreement all sides. by_record, by_fact, by_value: which figure, event or
-- offering of which record says so, as in answers (by_fact '': the record as a whole). by_*: who says
-- so. used: of a figure. reason_*: why the figure is used or not, or why it disputes. via_*: whose
-- figure or words they are, where the sources cite them from someone else.
CREATE TABLE rivals (
    answer    INTEGER NOT NULL,
    side      INTEGER NOT NULL,
    answer_zh TEXT NOT NULL,
    answer_en TEXT NOT NULL,
    by_record TEXT NOT NULL,
    by_fact   TEXT NOT NULL,
    by_value  TEXT NOT NULL,
    by_zh     TEXT NOT NULL,
    by_en     TEXT NOT NULL,
    used      INTEGER,
    reason_zh TEXT NOT NULL,
    reason_en TEXT NOT NULL,
    via_zh    TEXT NOT NULL,
    via_en    TEXT NOT NULL,
    PRIMARY KEY (answer, side)
) WITHOUT ROWID;

-- The quotes that support an answer (side 0), and those of each rival (its side).
CREATE TABLE evidence (
    answer   INTEGER NOT NULL REFERENCES answers (number),
    side     INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source   TEXT NOT NULL REFERENCES sources (id),
    exact    TEXT NOT NULL,
    relation TEXT NOT NULL,
    via_zh   TEXT NOT NULL,
    via_en   TEXT NOT NULL,
    gloss    TEXT NOT NULL,
    PRIMARY KEY (answer, side, position)
) WITHOUT ROWID;

-- Corrected figures among answers (side 0) and rivals (their side): what the source prints, and why the
-- editor corrects it.
CREATE TABLE corrections (
    answer  INTEGER NOT NULL REFERENCES answers (number),
    side    INTEGER NOT NULL,
    text_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    PRIMARY KEY (answer, side)
) WITHOUT ROWID;

-- Every citation: the record that it supports (fact: the figure of it), and the quoted words.
-- gloss: the words in English; empty where they are not translated.
CREATE TABLE citations (
    number   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL REFERENCES entries (id),
    fact     TEXT NOT NULL,
    source   TEXT NOT NULL REFERENCES sources (id),
    exact    TEXT NOT NULL,
    prefix   TEXT NOT NULL,
    suffix   TEXT NOT NULL,
    relation TEXT NOT NULL,
    via_zh   TEXT NOT NULL,
    via_en   TEXT NOT NULL,
    gloss    TEXT NOT NULL
);
CREATE INDEX citations_by_source ON citations (source, id);
CREATE INDEX citations_by_id ON citations (id);

-- The source documents, with the fields of a bibliographic reference, and the files that were read.
-- type: a CSL type. short_*: what lists call it. author_*, producer_*, container_*: as the document
-- names them; empty where it does not. published: NULL where the document has no date: it is
-- then from date_earliest to date_latest (NULL: no bound); otherwise both are the date. accessed: the day on
-- which the copy was retrieved; NULL where nobody recorded it.
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
    published     TEXT,
    date_earliest TEXT NOT NULL,
    date_latest   TEXT,
    url          TEXT NOT NULL,
    accessed     TEXT,
    license_zh   TEXT NOT NULL,
    license_en   TEXT NOT NULL,
    file         TEXT NOT NULL,
    size         INTEGER NOT NULL,
    sha256       TEXT NOT NULL
) WITHOUT ROWID;

-- Which record leads to which.
CREATE TABLE links (
    from_id TEXT NOT NULL REFERENCES entries (id),
    to_id   TEXT NOT NULL REFERENCES entries (id),
    type    TEXT NOT NULL,
    PRIMARY KEY (from_id, to_id, type)
) WITHOUT ROWID;

-- The texts that a query is compared with, folded (tui.text.fold), one a line, and the index
-- over them. rowid = records.position. id, kind: as in records, repeated here so that a query does
-- not read the wide rows there. first_month, last_month: from the first to the last of the record's
-- answers, 0 where none has a period. pinyin: titles and names in pinyin and initials, from each
-- syllable on. body: the texts of its page. body_pinyin: the words that name its answers, in pinyin.
-- syllables: of the Chinese title, one for each Chinese character. concepts: the concepts that
-- the titles mention, name_concepts: the names, body_concepts: the page, each as ~ID between spaces.
CREATE TABLE folded (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    first_month INTEGER NOT NULL,
    last_month  INTEGER NOT NULL,
    titles   TEXT NOT NULL,
    names    TEXT NOT NULL,
    pinyin   TEXT NOT NULL,
    body     TEXT NOT NULL,
    body_pinyin TEXT NOT NULL,
    syllables TEXT NOT NULL,
    concepts TEXT NOT NULL,
    name_concepts TEXT NOT NULL,
    body_concepts TEXT NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5(
    titles, names, pinyin, body, concepts, content='', prefix='1 2 3 4 5 6 7 8 10 12 16',
    tokenize="unicode61 remove_diacritics 0 tokenchars '.%~-'"
);

-- Records by their exact names: titles, names and codes, folded, and in full pinyin and initials.
CREATE TABLE exact_names (
    name     TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (name, position)
) WITHOUT ROWID;

-- How a query is normalized: traditional characters to simplified ones, characters to pinyin
-- (others: less usual readings, separated by spaces).
CREATE TABLE variants (char TEXT PRIMARY KEY, simplified TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE readings (
    char   TEXT PRIMARY KEY,
    pinyin TEXT NOT NULL,
    others TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX readings_by_pinyin ON readings (pinyin);

-- The words of queries: those of the concepts (concepts.toml), those that ask, and those that say
-- nothing. term: stems and Chinese characters, separated by spaces, or a word in pinyin. concept: the
-- id of a concept or the kind of question. role: measure, topic, question, qualifier or filler.
CREATE TABLE vocabulary (
    term    TEXT NOT NULL,
    concept TEXT NOT NULL,
    role    TEXT NOT NULL,
    PRIMARY KEY (term, concept, role)
) WITHOUT ROWID;

-- Which parts of a query can be a name or a term. start: the first two tokens of names and terms,
-- separated by a space; length: the number of tokens of one that begins with them.
CREATE TABLE term_lengths (
    start  TEXT NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (start, length)
) WITHOUT ROWID;

-- Questions that readers ask. position: the record that answers; measure: that of its measures, rates,
-- events and offerings that does. question_keys: what a question consists of (concepts, names, words,
-- kinds of question, periods), weight: its share of the vector of the question, of length 1.
-- key_rarity: the logarithm of how rare a key is among the questions.
CREATE TABLE known_questions (
    number   INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    measure  TEXT
);
CREATE TABLE question_keys (
    key      TEXT NOT NULL,
    question INTEGER NOT NULL,
    weight   REAL NOT NULL,
    PRIMARY KEY (key, question)
) WITHOUT ROWID;
CREATE TABLE key_rarity (key TEXT PRIMARY KEY, rarity REAL NOT NULL) WITHOUT ROWID;

-- The Latin words of the briefing by what remains when one letter is left out, for queries with a
-- misspelt word.
CREATE TABLE spellings (
    remainder TEXT NOT NULL,
    word      TEXT NOT NULL,
    PRIMARY KEY (remainder, word)
) WITHOUT ROWID;

-- The values that lists filter records by: facet is kind, level, region, status, tag, source, role,
-- basis or type (of statements, gaps, sources); value is a slug, the labels are its name. A record
-- may have several values of a facet.
CREATE TABLE facets (
    id       TEXT NOT NULL REFERENCES entries (id),
    facet    TEXT NOT NULL,
    value    TEXT NOT NULL,
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    PRIMARY KEY (facet, value, id)
) WITHOUT ROWID;
CREATE INDEX facets_by_id ON facets (id, facet);

-- Events in chronological order: policies, and the events of players (type: policy, founding,
-- financing, launch, listing, partnership, acquisition). date: as precise as it is known;
-- first_day, last_day: the days that it covers, as yyyymmdd. Undated events are not here: see
-- policies with an empty issued, and answers of the form event with an empty period.
-- Evidence: the citations of the same id and fact.
CREATE TABLE timeline (
    position  INTEGER PRIMARY KEY,
    date      TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day  INTEGER NOT NULL,
    type      TEXT NOT NULL,
    type_zh   TEXT NOT NULL,
    type_en   TEXT NOT NULL,
    id        TEXT NOT NULL REFERENCES entries (id),
    fact      TEXT NOT NULL,
    title_zh  TEXT NOT NULL,
    title_en  TEXT NOT NULL,
    text_zh   TEXT NOT NULL,
    text_en   TEXT NOT NULL,
    status    TEXT NOT NULL,
    status_zh TEXT NOT NULL,
    status_en TEXT NOT NULL,
    note_zh   TEXT NOT NULL,
    note_en   TEXT NOT NULL
);

-- Events of all kinds (type as in timeline), undated ones too (date NULL). fact: the reference of the
-- event of a company. date: as precise as it is known; first_day, last_day: the days that it covers
-- (ISO 8601). value to amount_*: the money that changed hands, as in facts. note_*: the editor's
-- notes, one per line; whether the participants are all, among others.
CREATE TABLE events (
    event            TEXT PRIMARY KEY,
    id               TEXT NOT NULL REFERENCES entries (id),
    fact             TEXT,
    type             TEXT NOT NULL,
    type_zh          TEXT NOT NULL,
    type_en          TEXT NOT NULL,
    date             TEXT,
    first_day        TEXT,
    last_day         TEXT,
    title_zh         TEXT NOT NULL,
    title_en         TEXT NOT NULL,
    round_zh         TEXT,
    round_en         TEXT,
    value            REAL,
    exact_value      TEXT,
    qualifier        TEXT,
    unit             TEXT REFERENCES units (unit),
    base_value       REAL,
    exact_base_value TEXT,
    base_unit        TEXT,
    amount_zh        TEXT,
    amount_en        TEXT,
    participants_zh  TEXT,
    participants_en  TEXT,
    status           TEXT NOT NULL,
    note_zh          TEXT,
    note_en          TEXT
);

-- Who took part in an event, and as what.
CREATE TABLE participants (
    event   TEXT NOT NULL REFERENCES events (event),
    company TEXT NOT NULL REFERENCES companies (id),
    role    TEXT NOT NULL,
    role_zh TEXT NOT NULL,
    role_en TEXT NOT NULL,
    PRIMARY KEY (event, company, role)
) WITHOUT ROWID;

-- Units of figures. factor: 1 of it is so many of base_unit: 1 亿元 is CNY 100000000. base_unit: what
-- is counted, as in JSON and CSV: a code of ISO 4217, a singular English noun, %, or count. english:
-- the name of the unit, hundred million CNY.
CREATE TABLE units (
    unit      TEXT PRIMARY KEY,
    base_unit TEXT NOT NULL,
    factor    REAL NOT NULL,
    english   TEXT NOT NULL
);

-- What is counted: a row per statistic (measure is its id) and per metric of a player (ID.METRIC).
-- scope: what counts and what does not. unit: the unit in which observations are compared.
-- names: the names that a query uses for it, folded, one a line.
CREATE TABLE measures (
    measure        TEXT PRIMARY KEY,
    id             TEXT NOT NULL REFERENCES entries (id),
    title_zh       TEXT NOT NULL,
    title_en       TEXT NOT NULL,
    scope_zh       TEXT NOT NULL,
    scope_en       TEXT NOT NULL,
    unit           TEXT NOT NULL REFERENCES units (unit),
    base_unit      TEXT NOT NULL,
    counted_zh     TEXT NOT NULL,
    counted_en     TEXT NOT NULL,
    area_zh        TEXT NOT NULL,
    area_en        TEXT NOT NULL,
    denominator_zh TEXT NOT NULL,
    denominator_en TEXT NOT NULL,
    names          TEXT NOT NULL
);

-- Figures that no source gives: the gap (id) that says so, the statistic or metric, and the first and
-- last month of the time as yyyymm (101 and 999912 where it has no start or end).
CREATE TABLE missing_figures (
    id          TEXT NOT NULL,
    measure     TEXT NOT NULL,
    first_month INTEGER NOT NULL,
    last_month  INTEGER NOT NULL,
    PRIMARY KEY (measure, id, first_month)
) WITHOUT ROWID;
CREATE INDEX missing_figures_of_gap ON missing_figures (id);

-- Pairs of statistics that a reader might confuse (id, other), and how they differ.
CREATE TABLE compare_with (
    id     TEXT NOT NULL REFERENCES entries (id),
    other  TEXT NOT NULL REFERENCES entries (id),
    why_zh TEXT NOT NULL,
    why_en TEXT NOT NULL,
    PRIMARY KEY (id, other)
) WITHOUT ROWID;

-- What a comparison shows of a record beside its figures, in order. target: the record that the
-- value leads to, if any.
CREATE TABLE compared_fields (
    id       TEXT NOT NULL,
    position INTEGER NOT NULL,
    field    TEXT NOT NULL,
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    value_zh TEXT NOT NULL,
    value_en TEXT NOT NULL,
    target   TEXT NOT NULL,
    PRIMARY KEY (id, position)
) WITHOUT ROWID;

-- For readers with sqlite3 or Datasette: the following views, the tables of analysis.sql, timeline,
-- facets, measures, units, sources, citations, compare_with, and those of the kinds.

-- Values of measures, those of players included. measure: see measures.
CREATE VIEW observations AS
    SELECT a.id, a.fact, r.title_zh, r.title_en, a.measure, a.measure_zh, a.measure_en,
           nullif(a.period, '') AS period, a.numeric_value AS value, a.value AS exact_value,
           a.qualifier, a.unit, a.base_value,
           a.exact_base_value, a.base_unit, a.status, a.rank,
           nullif(a.as_printed, '') AS as_printed,
           a.amount_zh, a.amount_en, a.answer_zh, a.answer_en
    FROM answers a JOIN records r USING (id)
    WHERE a.form = 'observation' ORDER BY r.position, a.last_month, a.number;

-- Growth rates, shares and changes as sources state them.
CREATE VIEW rates AS
    SELECT a.id, a.fact, r.title_zh, r.title_en, a.form AS type, a.measure, a.measure_zh,
           a.measure_en, a.period, a.numeric_value AS value, a.value AS exact_value, a.qualifier,
           a.unit, a.status, a.amount_zh, a.amount_en
    FROM answers a JOIN records r USING (id)
    WHERE a.form IN ('growth', 'cagr', 'share', 'change', 'growth_change')
    ORDER BY r.position, a.last_month, a.number;

-- Citations with titles: the quoted words, the record and fact that they support, the source.
CREATE VIEW quotes AS
    SELECT c.id, r.title_zh, r.title_en, nullif(c.fact, '') AS fact, c.exact,
           c.relation, nullif(c.via_zh, '') AS via_zh, nullif(c.via_en, '') AS via_en,
           nullif(c.gloss, '') AS gloss, c.source,
           s.title_zh AS source_zh, s.title_en AS source_en, s.published, nullif(s.url, '') AS url
    FROM citations c JOIN records r ON r.id = c.id JOIN sources s ON s.id = c.source
    ORDER BY c.number;
