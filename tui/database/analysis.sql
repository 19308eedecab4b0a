-- Tables and views for analysts, filled from the tables of schema.sql when all records are written.
-- Unknown is NULL. Further tables for analysts are declared with the kinds, in tui/compile/kinds.

-- Every record that has a page, by its id, which other tables refer to. position: its importance in
-- the briefing, 0 first.
CREATE TABLE entries (
    id       TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    date     TEXT,
    disputed INTEGER NOT NULL
);
INSERT INTO entries
    SELECT id, position, kind, title_zh, title_en,
           CASE WHEN kind <> 'source' THEN nullif(date, '') END, disputed
    FROM records ORDER BY position;
UPDATE entries SET date = (SELECT published FROM sources s WHERE s.id = entries.id)
    WHERE kind = 'source';

-- Every typed fact: values of measures, rates, events and offerings (form). Columns as in answers;
-- disputed: it is a side of a disagreement. used: NULL without a value.
CREATE TABLE facts (
    number           INTEGER PRIMARY KEY,
    fact             TEXT NOT NULL,
    id               TEXT NOT NULL REFERENCES entries (id),
    kind             TEXT NOT NULL,
    form             TEXT NOT NULL,
    measure          TEXT REFERENCES measures (measure),
    measure_zh       TEXT NOT NULL,
    measure_en       TEXT NOT NULL,
    value            REAL,
    exact_value      TEXT,
    qualifier        TEXT,
    unit             TEXT REFERENCES units (unit),
    base_value       REAL,
    exact_base_value TEXT,
    base_unit        TEXT,
    period           TEXT,
    period_start     TEXT,
    period_end       TEXT,
    status           TEXT,
    rank             TEXT,
    used             INTEGER,
    disputed         INTEGER NOT NULL,
    as_printed       TEXT,
    amount_zh        TEXT,
    amount_en        TEXT,
    text_zh          TEXT NOT NULL,
    text_en          TEXT NOT NULL,
    reason_zh        TEXT,
    reason_en        TEXT,
    note_zh          TEXT,
    note_en          TEXT
);
INSERT INTO facts
    SELECT a.number, a.fact, a.id, r.kind, a.form, nullif(a.measure, ''),
           coalesce(nullif(a.measure_zh, ''), r.title_zh),
           coalesce(nullif(a.measure_en, ''), r.title_en), a.numeric_value, nullif(a.value, ''),
           a.qualifier, nullif(a.unit, ''), a.base_value, a.exact_base_value,
           nullif(a.base_unit, ''), nullif(a.period, ''), a.period_start, a.period_end,
           nullif(a.status, ''), CASE WHEN a.form = 'observation' THEN a.rank END,
           CASE WHEN a.value <> '' THEN a.used END,
           EXISTS (SELECT 1 FROM disagreements d WHERE d.record = a.id AND d.fact = a.fact
                   AND d.exact_base_value IS a.exact_base_value),
           nullif(a.as_printed, ''), nullif(a.amount_zh, ''), nullif(a.amount_en, ''),
           a.answer_zh, a.answer_en, nullif(a.reason_zh, ''), nullif(a.reason_en, ''),
           nullif(a.note_zh, ''), nullif(a.note_en, '')
    FROM answers a JOIN records r USING (id) WHERE a.form <> 'whole' ORDER BY a.number;

-- Companies, institutions and public bodies: the name of the table before version 7.
CREATE VIEW players AS SELECT * FROM companies;

-- The words of a record, for searches with LIKE, which finds words of any length, Chinese ones too:
-- titles, names, page and quotes. Folded: small letters, simplified characters, half-width.
CREATE VIEW texts AS
    SELECT e.id, e.kind, e.title_zh, e.title_en,
           f.titles || char(10) || f.names || char(10) || f.body AS text
    FROM folded f JOIN entries e USING (id) ORDER BY f.position;
