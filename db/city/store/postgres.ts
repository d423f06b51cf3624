/* The city's database on a PostgreSQL server: what a city is kept on. */
import type { Writable } from 'node:stream';
import { Pool, types, type ClientBase } from 'pg';
import { CityDbUnavailable, isColumn, reasonOf, type CityDb, type Sql, type SqlValue, type Transaction } from './city-db.ts';
import { binaryColumn } from './columns.ts';
import { migrate } from './migrate.ts';

export const postgresLimits = { connections: 8, connectMs: 5_000, statementMs: 15_000, lockMs: 5_000, idleInTransactionMs: 15_000, preparedStatements: 200 } as const;

const int8 = 20;
const dateType = 1082;
/** int8 as number: sequence numbers and milliseconds stay far below 2^53. Dates as they are written: a Date object would move them by the machine's time zone. */
const parserOf: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === int8) return Number;
  return oid === dateType ? String : types.getTypeParser(oid, format);
};

/** Opens a pool and brings the schema up to date. Throws `CityDbUnavailable` when the server cannot be used. `failed` hears of idle connections that break; they are replaced by themselves. */
export async function openPostgres(url: string, failed: (reason: string) => void): Promise<CityDb> {
  const pool = new Pool({
    connectionString: url, max: postgresLimits.connections, connectionTimeoutMillis: postgresLimits.connectMs,
    statement_timeout: postgresLimits.statementMs, lock_timeout: postgresLimits.lockMs,
    // Longer than the server's own limit, so that it only strikes when the server is silent.
    query_timeout: postgresLimits.statementMs + 5_000,
    idle_in_transaction_session_timeout: postgresLimits.idleInTransactionMs,
    application_name: 'kuaizhao-city', keepAlive: true,
    // Statements go out as they are asked and are answered in their order: a transaction need not wait for each of them.
    pipeline: true,
    types: { getTypeParser: parserOf },
  });
  pool.on('error', (error) => failed(reasonOf(error)));
  const names = new Map<string, string>();
  const db: CityDb = {
    kind: 'postgres',
    ...sqlOver(pool, names),
    transaction: (work) => inTransaction(pool, names, work),
    close: () => pool.end(),
  };
  try {
    await migrated(url);
  } catch (error) {
    await pool.end();
    throw new CityDbUnavailable(reasonOf(error), { cause: error });
  }
  return db;
}

/** On a line of its own without the limits of daily work: a step of the schema may read a year of archive. */
async function migrated(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: postgresLimits.connectMs, application_name: 'kuaizhao-city-schema', types: { getTypeParser: parserOf } });
  pool.on('error', () => undefined);
  const names = new Map<string, string>();
  try {
    await migrate({ ...sqlOver(pool, names), transaction: (work) => inTransaction(pool, names, work) });
  } finally {
    await pool.end();
  }
}

interface Statement { readonly text: string; readonly name?: string; readonly values?: unknown[] }
/** A pool, or a connection of it. */
interface Runner { query(statement: string | Statement): Promise<{ rows: unknown[] }> }

function sqlOver(runner: Runner, names: Map<string, string>): Sql {
  return {
    async query<T extends object>(text: string, values: readonly SqlValue[] = []): Promise<T[]> {
      const { rows } = await runner.query({ ...prepared(text, names), values: values.map((value) => (isColumn(value) ? binaryColumn(value) : value)) });
      return rows as T[];
    },
    async script(text) {
      await runner.query(text);
    },
  };
}

/** The same text is planned once a connection. */
function prepared(text: string, names: Map<string, string>): { text: string; name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { text, name: known };
  if (names.size >= postgresLimits.preparedStatements) return { text };
  const name = `s${names.size}`;
  names.set(text, name);
  return { text, name };
}

async function inTransaction<T>(pool: Pool, names: Map<string, string>, work: (sql: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Without a listener the error of a connection that dies while it is checked out would end the process.
  const onError = (error: Error): void => { broken = error; };
  client.on('error', onError);
  const together = inOnePiece(client);
  const under: Promise<unknown>[] = [];
  let failed: { readonly error: unknown } | undefined;
  const soon = (statement: Promise<unknown>): void => {
    under.push(statement);
    statement.catch((error: unknown) => { failed ??= { error }; });
  };
  try {
    const sql = sqlOver({ query: (statement) => { together(); return client.query(statement); } }, names);
    together();
    soon(client.query('BEGIN'));
    const result = await work({ ...sql, soon: (text, values) => { soon(sql.query(text, values)); } });
    // Sent behind the last statements: one of them that fails makes it a rollback, and is thrown here.
    together();
    soon(client.query('COMMIT'));
    await Promise.all(under);
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((second: unknown) => { broken = second instanceof Error ? second : new Error('rollback failed'); });
    // What follows a failed statement is refused with an error that says nothing.
    throw failed === undefined ? error : failed.error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** Called before each statement: what is asked in one go, however many statements, goes to the server in one piece, for each piece wakes it up. */
function inOnePiece(client: ClientBase): () => void {
  const { connection } = client as ClientBase & { readonly connection?: { readonly stream?: Writable } };
  const stream = connection?.stream;
  let held = false;
  return () => {
    if (held || stream === undefined) return;
    held = true;
    stream.cork();
    // A tick begins when no promise is left that would ask for more.
    process.nextTick(() => {
      held = false;
      stream.uncork();
    });
  };
}
