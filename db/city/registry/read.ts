/* What the city's staff keep, as pages read it: the newest of each entry, its versions, and who did what. */
import type { EntryKind } from '../../domain/registry/entries.ts';
import type { CityDb, Sql } from '../store/city-db.ts';

export interface EntryRow { readonly key: string; readonly version: number; readonly at: number; readonly staffId: string; /** absent: taken back */ readonly body?: unknown }
export interface AuditRow { readonly no: number; readonly at: number; readonly staffId: string; readonly act: string; readonly about: string }

interface Found { key: string; version: number; at: number; staff_id: string; body: string | null }
const entryRow = ({ key, version, at, staff_id: staffId, body }: Found): EntryRow => ({ key, version, at, staffId, ...(body === null ? {} : { body: JSON.parse(body) as unknown }) });

/** The newest version of each entry, also of those taken back, by key. */
export async function entriesOf(db: Sql, kind: EntryKind, limit: number): Promise<EntryRow[]> {
  return (await db.query<Found>('SELECT DISTINCT ON (key) key, version, at, staff_id, body FROM registry_version WHERE kind = $1 ORDER BY key, version DESC LIMIT $2', [kind, limit])).map(entryRow);
}

/** Every version of one entry, the newest first. */
export async function versionsOf(db: Sql, kind: EntryKind, key: string, limit: number): Promise<EntryRow[]> {
  return (await db.query<Found>('SELECT key, version, at, staff_id, body FROM registry_version WHERE kind = $1 AND key = $2 ORDER BY version DESC LIMIT $3', [kind, key, limit])).map(entryRow);
}

/** The newest first, before `before`. */
export function auditRows(db: Sql, before: number | undefined, limit: number): Promise<AuditRow[]> {
  return db.query<AuditRow>('SELECT no, at, staff_id AS "staffId", act, about FROM city_audit WHERE no < coalesce($1::bigint, 9223372036854775807) ORDER BY no DESC LIMIT $2', [before ?? null, limit]);
}

/** Sign-ins and exports: what changed nothing in the registry, and is kept all the same. */
export async function recordAct(db: CityDb, { staffId, act, about, at }: { readonly staffId: string; readonly act: 'signedIn' | 'signInFailed' | 'signedOut' | 'exported'; readonly about: string; readonly at: number }): Promise<void> {
  await db.query('INSERT INTO city_audit (at, staff_id, act, about) VALUES ($1, $2, $3, $4)', [at, staffId, act, about]);
}
