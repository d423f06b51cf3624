/* Connections by which hubs wake each other, apart from those that work. Whoever listens on one does not hear its end, and may be anywhere between asking for one and using it when the hub closes. */
import { Pool, type PoolClient } from 'pg';
import { reasonOf } from './city-db.ts';
import { postgresLimits } from './postgres.ts';

export interface WakePool {
  readonly pool: Pool;
  /** Ends all connections, also those that were never given back. Who asks for one afterwards waits for ever, and so does not ask again. */
  close(): Promise<void>;
}

/** One connection that listens and one that notifies. `failed` hears of those that break. */
export function openWakePool(url: string, failed: (reason: string) => void): WakePool {
  const pool = new Pool({ connectionString: url, max: 2, connectionTimeoutMillis: postgresLimits.connectMs, application_name: 'kuaizhao-city-wake', keepAlive: true });
  pool.on('error', (error) => failed(reasonOf(error)));
  const held = new Set<PoolClient>();
  let closed = false;
  const connect = pool.connect.bind(pool);
  const hold = async (): Promise<PoolClient> => {
    const client = await connect();
    if (closed) {
      client.release(true);
      return new Promise(() => undefined);
    }
    held.add(client);
    // While it is held the pool does not hear its errors, and nobody else does.
    client.on('error', (error) => failed(reasonOf(error)));
    const release = client.release.bind(client);
    client.release = (broken) => {
      held.delete(client);
      release(broken);
    };
    return client;
  };
  // `pool.query` asks with a callback and gives back by itself.
  pool.connect = ((then?: Parameters<typeof connect>[0]) => (then === undefined ? hold() : connect(then))) as typeof pool.connect;
  return {
    pool,
    async close() {
      closed = true;
      for (const client of held) {
        client.removeAllListeners('end');
        client.release(true);
      }
      await pool.end();
    },
  };
}
