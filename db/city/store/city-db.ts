/* The one small face of the city's database: the rest of db/city writes SQL and does not know which engine runs it. */

import type { Column } from './columns.ts';

export type SqlValue = string | number | boolean | null | Uint8Array | readonly string[] | Column;
export const isColumn = (value: SqlValue): value is Column => typeof value === 'object' && value !== null && 'of' in value && 'values' in value;

export interface Sql {
  /** One statement. `int8` and `date` columns come as number and `YYYY-MM-DD`. The caller names the row type; the statement must keep it. */
  query<T extends object>(text: string, values?: readonly SqlValue[]): Promise<T[]>;
  /** Several statements without values, for migrations. */
  script(text: string): Promise<void>;
}

export interface Transaction extends Sql {
  /** Sent now, in its order among all statements, and heard of at the commit: when it fails, nothing of the transaction is committed and its error is thrown. */
  soon(text: string, values?: readonly SqlValue[]): void;
}

export interface CityDb extends Sql {
  readonly kind: 'postgres' | 'embedded';
  /** Commits when `work` resolves; rolls back and rethrows when it throws. When this resolves, the commit is as durable as the engine makes it. */
  transaction<T>(work: (sql: Transaction) => Promise<T>): Promise<T>;
  /** Waits for what runs. */
  close(): Promise<void>;
}

/** The database cannot be used, said in one line without the password of its address. */
export class CityDbUnavailable extends Error {
  override readonly name = 'CityDbUnavailable';
}

export const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message.split('\n', 1)[0] ?? error.name : 'unknown';
};
