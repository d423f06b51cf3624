/* The one way to change what the city's staff keep: version, audit and feed in one transaction. */
import { entrySchemas, feedOfKind, keyOf, type EntryKind } from '../../domain/registry/entries.ts';
import { endFindingsOf, findingsOf, type Finding } from '../../domain/registry/findings.ts';
import { publish } from '../feeds/publish.ts';
import type { CityDb, Sql } from '../store/city-db.ts';

export interface Change {
  readonly kind: EntryKind;
  readonly staffId: string;
  readonly commandId: string;
  /** the version that was edited; 0 when there was none */
  readonly expected: number;
  readonly now: number;
  readonly today: string;
}
export type Written =
  | { readonly kind: 'written'; readonly key: string; readonly version: number }
  /** somebody else was quicker, or the entry is gone */
  | { readonly kind: 'changedMeanwhile' }
  | { readonly kind: 'stopped'; readonly findings: readonly Finding[] }
  /** the command id was used for something else */
  | { readonly kind: 'otherCommand' };

/** `body` fits the schema of its kind (else this throws). The same command again is answered as the first time. */
export function putEntry(db: CityDb, change: Change, body: unknown): Promise<Written> {
  const parsed = entrySchemas[change.kind].parse(body);
  return write(db, change, keyOf(change.kind, parsed), parsed);
}

/** Takes an entry back; its versions stay. `stopped`: it may not be, and the finding says why. */
export const endEntry = (db: CityDb, change: Change, key: string): Promise<Written> => write(db, change, key, null);

function write(db: CityDb, { kind, staffId, commandId, expected, now, today }: Change, key: string, body: object | null): Promise<Written> {
  return db.transaction(async (sql): Promise<Written> => {
    // People edit seldom: one at a time is simple, and two who edit the same entry are told apart.
    await sql.script('LOCK TABLE registry_version IN SHARE ROW EXCLUSIVE MODE');
    const [done] = await sql.query<{ kind: string; key: string; version: number; staff_id: string; body: string | null }>('SELECT kind, key, version, staff_id, body FROM registry_version WHERE command_id = $1', [commandId]);
    const text = body === null ? null : JSON.stringify(body);
    if (done !== undefined) return done.kind === kind && done.key === key && done.staff_id === staffId && done.body === text ? { kind: 'written', key, version: done.version } : { kind: 'otherCommand' };
    const [newest] = await sql.query<{ version: number; body: string | null }>('SELECT version, body FROM registry_version WHERE kind = $1 AND key = $2 ORDER BY version DESC LIMIT 1', [kind, key]);
    if ((newest?.version ?? 0) !== expected || (body === null && (newest === undefined || newest.body === null))) return { kind: 'changedMeanwhile' };
    const findings = body === null ? endFindingsOf(kind, JSON.parse(newest?.body ?? 'null'), today) : findingsOf(kind, body, { others: await bodiesOf(sql, kind), now, today });
    if (findings.some(({ weight }) => weight === 'stop')) return { kind: 'stopped', findings };
    const version = expected + 1;
    await sql.query('INSERT INTO registry_version (kind, key, version, at, staff_id, command_id, body) VALUES ($1, $2, $3, $4, $5, $6, $7)', [kind, key, version, now, staffId, commandId, text]);
    await sql.query('INSERT INTO city_audit (at, staff_id, act, about) VALUES ($1, $2, $3, $4)', [now, staffId, body === null ? 'ended' : 'put', `${kind} ${key} ${version}`]);
    const feed = feedOfKind[kind];
    if (feed !== undefined) await publish(sql, feed, [{ key, kind, body: text }], now);
    return { kind: 'written', key, version };
  });
}

/** The newest bodies of a kind that were not taken back. */
async function bodiesOf(sql: Sql, kind: EntryKind): Promise<unknown[]> {
  const rows = await sql.query<{ body: string }>('SELECT body FROM (SELECT DISTINCT ON (key) body FROM registry_version WHERE kind = $1 ORDER BY key, version DESC) AS newest WHERE body IS NOT NULL', [kind]);
  return rows.map(({ body }): unknown => JSON.parse(body));
}
