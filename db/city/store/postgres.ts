/* The city's database on a PostgreSQL server: what a city is kept on. */
import { Pool, types, type ClientBase } from 'pg';
import { CityDbUnavailable, reasonOf, type CityDb, type Sql, type SqlValue } from './city-db.ts';
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
    await migrate(db);
  } catch (error) {
    await pool.end();
    throw new CityDbUnavailable(reasonOf(error), { cause: error });
  }
  return db;
}

/** For hubs that wake each other: one connection that listens and one that notifies, apart from those that work. */
export function openWakePool(url: string, failed: (reason: string) => void): Pool {
  const pool = new Pool({ connectionString: url, max: 2, connectionTimeoutMillis: postgresLimits.connectMs, application_name: 'kuaizhao-city-wake', keepAlive: true });
  pool.on('error', (error) => failed(reasonOf(error)));
  return pool;
}

function sqlOver(runner: Pool | ClientBase, names: Map<string, string>): Sql {
  return {
    async query<T extends object>(text: string, values: readonly SqlValue[] = []): Promise<T[]> {
      const { rows } = await runner.query({ ...prepared(text, names), values: [...values] });
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

async function inTransaction<T>(pool: Pool, names: Map<string, string>, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Without a listener the error of a connection that dies while it is checked out would end the process.
  const onError = (error: Error): void => { broken = error; };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(sqlOver(client, names));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((second: unknown) => { broken = second instanceof Error ? second : new Error('rollback failed'); });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
