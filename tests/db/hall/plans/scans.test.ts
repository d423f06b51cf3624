/* No statement of the hall reads a whole table that grows: every one that is prepared is asked for its plan. */
import { expect, test } from 'vitest';
import { preparedStatements } from './prepared.ts';

/** Whole tables that may be read, because they stay small. Nothing else may. */
const small: Readonly<Record<string, string>> = {
  counting: 'one row', journal_base: 'one row', audit_base: 'one row', people_rewritten: 'one row', counted_ticket: 'the open numbers of three days; read when a day opens',
  queue_step_row: 'acts of the open day; read when a person is erased', leased_holder: 'strangers with a leased number of the open day; forgotten when a day opens', ticket_priority: 'priority numbers of the open day; read by the daily clearing',
  erasure: 'counted once at the start and once a day', answer: 'a fortnight; cleared once a day in the quiet hour',
  sealing_head: 'a row for each suite and key that rows may have',
  board: 'forty boards with a plan at most', enrolled_device: 'a row for each machine that ever joined the hall; read when somebody asks for the list',
  account: 'a row for each member of staff that ever worked here', recovery_code: 'one row at most',
  device_state: 'a row for each part of a machine of the hall', readiness: 'a row for each machine of the hall',
};
/** Indexes that hold only what is open, and may be read from end to end. */
const openOnly: Readonly<Record<string, string>> = {
  merge_proposal_open: 'proposals nobody has decided', call_open: 'people on their way to a window or table', job_in_review: 'postings that wait for staff', job_to_check: 'postings shown before they were checked', help_case_open: 'help cases that are open', print_job_unfinished: 'papers that have not come out yet',
};
/** Statements by a part of their text. */
const onPurpose: readonly (readonly [part: RegExp, why: string])[] = [
  [/name_sealed IS NOT NULL AND name_index IS NULL/, 'once, when a file of an older program is opened'],
  [/FROM employer WHERE .*ORDER BY registered_at DESC, employer_id LIMIT \+@limit$/, 'newest first down its index until the page is full; employers of one hall are thousands, and the benchmark of views holds it'],
  [/FROM employer WHERE kind IN \('contractor', 'household'\) AND number_sealed IS NOT NULL ORDER BY kind$/, 'when the list of the city has changed, somebody registers as an employer, or a person’s sheet is opened; employers of one hall are thousands'],
  [/share_told WHERE told_to <> \+\?/, 'once, when the city has another key'],
  [/FROM share_due LIMIT \+\?$/, 'the first few of those who wait; mostly nobody does'],
  [/FROM journal_past ORDER BY boot, first LIMIT \+\?$/, 'its key read from the beginning, once in each epoch: when a disk or the city went back'],
  [/FROM training_wish GROUP BY trade/, 'one year of wishes, counted down an index of nothing but trades'],
];
/** Not a table: what a statement brings along, and rows another part of the same plan has found already. */
const notATable = /^SCAN (CONSTANT ROW|\(subquery-\d+\)|json_each|wanted)/;

/** `SCAN t` in the order of its key, ended by LIMIT 1 or by a page, with nothing to skip and nothing to sort. */
const stopsAtLimit = (text: string, plan: readonly string[]): boolean => /ORDER BY \w+ DESC LIMIT (1|\+\?)$/.test(text.trim()) && !/ WHERE /.test(text) && plan.every((detail) => !detail.includes('TEMP B-TREE'));

test('F22 F2 F14 §6 no statement of the hall reads a whole table that grows: visits, tickets, jobs, calls, hires, facts and people least of all', () => {
  const { texts, plan } = preparedStatements();
  expect(texts.length).toBeGreaterThan(350);
  const scanning = texts.flatMap((text) => {
    const flat = text.replaceAll(/\s+/g, ' ');
    const details = plan(text);
    if (onPurpose.some(([part]) => part.test(flat)) || stopsAtLimit(flat, details)) return [];
    return details.filter((detail) => {
      const [, table = '', index = ''] = /^SCAN (\S+)(?: USING (?:COVERING )?INDEX (\S+))?/.exec(detail) ?? [];
      return table !== '' && !notATable.test(detail) && !(table in small) && !(index in openOnly) && !isIdleKeyCheck(flat, detail);
    }).map((detail) => `${detail}: ${flat}`);
  });
  expect(scanning).toEqual([]);
});

/** Statements that read every row of a day, by a part of their text; a day has 5,000 numbers. */
const wholeDay: readonly (readonly [part: RegExp, why: string])[] = [
  [/^SELECT max\(\w+\) AS \w+ FROM \w+ WHERE day = /, 'the last entry of an index, one seek'],
  [/ORDER BY call\.last_at DESC, call\.call_id LIMIT \+\?$/, 'newest first down its index until the page is full'],
  [/GROUP BY 1, 2$/, 'when somebody asks to close the day'],
  [/^UPDATE (ticket|call) SET .*(closed_from|'closed')/, 'when a day is closed or opened again'],
  [/state IN \('waiting', 'called'\) ORDER BY place_in_day$/, 'the plan of the day made anew, when an agent starts'],
  [/FROM ticket INDEXED BY ticket_parked/, 'only those that are parked'],
  [/FROM job INDEXED BY job_by_day_trade .* GROUP BY trade/, 'the jobs of a day by trade; the benchmark of views holds it'],
];
const ofDays = 'ticket|visit|hire|call|job|proposal|print_job|journal|audit|answer';

test('F1 F2 §6 nothing that is asked at a tap or a call reads every number of the day', () => {
  const { texts, plan } = preparedStatements();
  const reading = texts.flatMap((text) => {
    const flat = text.replaceAll(/\s+/g, ' ').trim();
    if (wholeDay.some(([part]) => part.test(flat))) return [];
    return plan(text).filter((detail) => new RegExp(`^SEARCH (${ofDays}) .*\\(day=\\?( AND last_at[<>]\\?)?\\)$`).test(detail)).map((detail) => `${detail}: ${flat}`);
  });
  expect(reading).toEqual([]);
});

/** SQLite plans a look for children that waited for this parent; it runs only while a deferred key is broken, and no key of ours is deferred. */
const isIdleKeyCheck = (text: string, detail: string): boolean => text.startsWith('INSERT INTO ticket (') && /^SCAN (dispute|lot|ticket_trade)$/.test(detail);
