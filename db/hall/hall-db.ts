/* The hall's one SQLite file, opened by its one owner. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Fact } from '../domain/fact.ts';
import type { Instant } from '../domain/scalars.ts';
import type { HallView, PersonalRecord } from '../domain/view.ts';
import { openAnswers, type Answers } from './answers.ts';
import { openAudit, type AuditMemory } from './audit/audit.ts';
import { openCounting } from './counting.ts';
import { openFeeds, type Feeds } from './feeds/feeds.ts';
import { openFaces, type Faces } from './faces/faces.ts';
import type { FieldCipher } from '../sealing/field-cipher.ts';
import { readOrMakeKeys } from '../sealing/key-file.ts';
import type { SuiteName } from '../sealing/suites.ts';
import { openJournal, type Journal } from './journal.ts';
import { migrate } from './migrate.ts';
import { planOnce } from './plan-once.ts';
import { recordFact, type Subjects } from './record.ts';
import { openBoards } from './subjects/boards.ts';
import { openFairs } from './subjects/fairs.ts';
import { openDevices } from './subjects/devices.ts';
import { openEmployers } from './subjects/employers.ts';
import { openHiring } from './subjects/hiring/record.ts';
import { openJobs } from './subjects/jobs.ts';
import { openMatching, type MatchingSettings, type MatchingStore } from './subjects/matching/record.ts';
import { openNotes } from './subjects/notes.ts';
import { openPeople } from './subjects/people/record.ts';
import { openPrinting } from './subjects/printing.ts';
import { openQueue } from './subjects/queue.ts';
import { rewritePeople } from './subjects/people/rewrite.ts';
import { provideErasedBody } from './subjects/people/sharing/sharing.ts';
import { openReferrals } from './subjects/referrals.ts';
import { openRecords } from './subjects/records.ts';
import { openCipher } from './sealing/heads.ts';
import { openRotation, type Rotation } from './sealing/rotation.ts';
import { openReadBack, type ReadBack } from './read-back.ts';
import { openShorten, type Shorten } from './shorten.ts';
import { openUplinkCursor, type UplinkCursor } from './uplink-cursor.ts';
import { sha256 } from '../sealing/sha256.ts';

export interface HallDb {
  readonly view: HallView;
  readonly journal: Journal;
  readonly answers: Answers;
  /** Who did what; written with what it tells of. */
  readonly audit: Omit<AuditMemory, 'owed' | 'undone'>;
  readonly faces: Faces;
  readonly uplinkCursor: UplinkCursor;
  /** After a loss: what the city has of this hall comes back. */
  readonly readBack: ReadBack;
  /** Takes what the city has, and was kept long enough, out of the journal, a few rows at a time. For a quiet hour. */
  readonly shorten: Shorten;
  /** what the city owns */
  readonly feeds: Feeds;
  /** the key by which kiosks close for this hall what they must not be able to read again; base64url */
  readonly sealKey: string;
  /** The living plan: its proof, and what it costs. */
  readonly matching: Pick<MatchingStore, 'prove' | 'reading' | 'plan'>;
  /** Last row of the journal that the figures hold. */
  countedTo(): number;
  /** Counts up to `maxRows` further rows of the journal into the figures, in a commit of its own; gives how many rows are still to be counted. Figures follow the journal, so this is asked for often and before figures are told. */
  catchUp(maxRows: number): number;
  /** Everything inside becomes durable with one commit, or not at all. */
  group(run: () => void): void;
  /** One operation inside a group; the journal can be written nowhere else. With `alone`, a throw undoes only this operation (a savepoint, which keeps an image of every page it touches); without, it must undo the group. */
  operation<T>(run: () => T, alone: boolean): T;
  /** One fact into its tables; the journal row follows by `journal.append` in the same operation. */
  record(fact: Fact, records: readonly PersonalRecord[], now: Instant): void;
  /** How rows go over to a new key or suite. */
  readonly rotation: Rotation;
  /** After erasures: leaves no copy of what was erased in any file. False when nothing was erased since the last time. For a quiet hour: it holds everything up for about a second per 100,000 people. */
  rewritePeople(): boolean;
  close(): void;
}

/** The first SQLite without the WAL-reset bug (present in 3.7.0 to 3.51.2). */
const oldestSqlite = [3, 51, 3] as const;

/** `suite`: by which what is written from now on is sealed; the international one when nothing is said. */
export type HallDbSettings = MatchingSettings & { readonly suite?: SuiteName; /** opened by a tool, while the agent rests */ readonly tool?: true };

/** Opens or makes `<dir>/hall.db` and `<dir>/hall.key`. Throws when another process owns the file, when the key file is open to others or lacks a key of this database, or when the schema is newer than this program. */
export function openHallDb(dir: string, boot: string, settings: HallDbSettings = {}): HallDb {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const ring = readOrMakeKeys(join(dir, 'hall.key'));
  const sql = openFile(join(dir, 'hall.db'));
  const within = guardOperations(sql);
  let scrubDue = false;
  migrate(sql);
  const { cipher, heads } = openCipher(sql, ring, settings.suite);
  const { subjects, view, matching } = openMemory(sql, cipher, settings);
  const journal = openJournal(sql, boot);
  const audit = openAudit(sql, boot, within, settings.tool === true);
  const counting = openCounting(sql);
  const feeds = openFeeds(sql, cipher);
  const [runGroup, runAlone] = [sql.transaction((run: () => void) => run()), sql.transaction((run: () => unknown) => run())];
  const undone = (changes: number): void => { journal.refresh(); matching.undone(changes); audit.undone(); };
  const uplinkCursor = openUplinkCursor(sql);
  const db: Omit<HallDb, 'readBack' | 'shorten'> = {
    view, matching, sealKey: cipher.box.publicKey, journal, audit,
    answers: openAnswers(sql, journal, cipher),
    faces: openFaces(sql, subjects, cipher, feeds),
    uplinkCursor, feeds,
    rotation: openRotation(sql, cipher, heads, subjects.employers.movedIndexes),
    countedTo: counting.countedTo,
    catchUp: (maxRows) => counting.catchUp(maxRows, journal.head().seq, (run) => runGroup.immediate(() => within(run))),
    group(run) {
      const [before, owed] = [matching.changes(), audit.owed()];
      try {
        runGroup.immediate(run);
      } catch (error) {
        undone(before);
        audit.undone(owed);
        throw error;
      }
      if (scrubDue) scrubDue = !scrub(sql);
    },
    operation<T>(run: () => T, alone: boolean): T {
      if (!sql.inTransaction) throw new Error('an operation belongs to a group');
      const before = matching.changes();
      try {
        return within(() => (alone ? runAlone(run) as T : run()));
      } catch (error) {
        undone(before);
        throw error;
      } finally {
        matching.lap();
      }
    },
    record(fact, records, now) {
      recordFact(subjects, fact, records, now);
      matching.heard(fact, now);
      scrubDue ||= fact.type === 'workerErased' || fact.type === 'retentionRan' || (fact.type === 'consentWithdrawn' && fact.purpose === 'sharing');
    },
    rewritePeople() {
      const rewritten = rewritePeople(sql);
      if (rewritten) scrubDue = !scrub(sql);
      return rewritten;
    },
    close: () => sql.close(),
  };
  return { ...db, readBack: openReadBack({ ...db, sql, cursor: uplinkCursor }), shorten: openShorten({ ...db, sql, cursor: uplinkCursor }) };
}

/** What must be written inside an operation only asks SQLite, and SQLite asks here. Gives what runs something as an operation. */
function guardOperations(sql: SqliteDatabase.Database): <T>(run: () => T) => T {
  let inside = false;
  sql.function('in_operation', { directOnly: false }, () => {
    if (!inside) throw new Error('the journal is written inside an operation only');
    return 1;
  });
  return (run) => {
    const before = inside;
    inside = true;
    try {
      return run();
    } finally {
      inside = before;
    }
  };
}

/** All subjects over one file, their views as one, and the plan that follows them. */
function openMemory(sql: SqliteDatabase.Database, cipher: FieldCipher, settings: MatchingSettings) {
  const [jobs, queue, employers] = [openJobs(sql), openQueue(sql, cipher), openEmployers(sql, cipher)];
  const people = openPeople(sql, cipher, (ticketId) => queue.view.ticket(ticketId));
  const subjects: Subjects = {
    people, employers, jobs, queue, hiring: openHiring(sql, cipher, { queue: queue.view, jobs, employers, people }), printing: openPrinting(sql), records: openRecords(sql), referrals: openReferrals(sql), devices: openDevices(sql), boards: openBoards(sql), fairs: openFairs(sql), notes: openNotes(sql, cipher),
  };
  const tables = { ...people.view, ...employers.view, ...jobs.view, ...queue.view, ...subjects.hiring.view, ...subjects.printing.view, ...subjects.referrals.view, ...subjects.devices.view, ...subjects.boards.view, ...subjects.fairs.view };
  const matching = openMatching(sql, cipher, tables, settings);
  return { subjects, matching, view: { ...tables, ...matching.view } };
}

/** The file with everything that makes it durable and ours alone. */
function openFile(path: string): SqliteDatabase.Database {
  const sql = new SqliteDatabase(path, { timeout: 1_000 });
  planOnce(sql);
  // Exclusive: a second agent on the same file fails at once instead of corrupting the sequence.
  sql.pragma('locking_mode = EXCLUSIVE');
  sql.pragma('journal_mode = WAL');
  sql.pragma('synchronous = FULL');
  sql.pragma('foreign_keys = ON');
  // The page images of a savepoint would spill into a file of their own from 64 KB on, which is one check-in.
  sql.pragma('temp_store = MEMORY');
  // What is deleted is overwritten: an erased name must not stay readable in a free page.
  sql.pragma('secure_delete = ON');
  // 8 MB: the hot pages of a day and the upper ones of three years; what lies below is one call away, in the memory that the machine keeps of its files. Whatever there is, the first long read, of a backlog for instance, fills, and it is never given back. The 2 MB that SQLite begins with make every picture of the hall a walk to the file.
  sql.pragma('cache_size = -8192');
  // A checkpoint at every thousand pages would fall into every seventieth tap and take longer than the tap.
  sql.pragma('wal_autocheckpoint = 4000');
  checkSqlite(sql);
  provideErasedBody(sql, sha256);
  return sql;
}

/** Pages of before an erasure leave the write-ahead log as well: it is written back and cut to nothing. False when it could not be now; the next commit tries again. */
function scrub(sql: SqliteDatabase.Database): boolean {
  try {
    const [result] = sql.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return result?.busy === 0;
  } catch {
    // A full disk. What was committed before this stands, and nobody may be told otherwise.
    return false;
  }
}

function checkSqlite(sql: SqliteDatabase.Database): void {
  const text = (sql.prepare('SELECT sqlite_version() AS version').get() as { version: string }).version;
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number);
  const weight = (a: number, b: number, c: number) => a * 1_000_000 + b * 1_000 + c;
  if (weight(major, minor, patch) < weight(...oldestSqlite)) throw new Error(`SQLite ${text} can lose commits; 3.51.3 or newer is needed`);
}
