/* The floor under the protocol: socket.io with acknowledgements, one transaction a batch that inserts its rows and moves a cursor; no chain, no operations, no schema, no figures. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { zstdDecompressSync } from 'node:zlib';
import { Server } from 'socket.io';
import { int8s, texts } from '@kuaizhao/db/city/store/columns.ts';
import { openPostgres } from '@kuaizhao/db/city/store/postgres.ts';
import type { Row } from '@kuaizhao/sync-agent/contract/uplink.ts';

const db = await openPostgres(process.argv[2] ?? '', () => undefined);
await db.script('CREATE TABLE IF NOT EXISTS floor_row (hall text, seq bigint, key text, kind text, clock bigint, body text, PRIMARY KEY (hall, seq)); CREATE TABLE IF NOT EXISTS floor_cursor (hall text PRIMARY KEY, seq bigint)');
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('push', async (hall: string, payload: Uint8Array, reply: (seq: number) => void) => {
    const { rows } = JSON.parse(zstdDecompressSync(payload).toString('utf8')) as { rows: Row[] };
    const last = rows.at(-1)?.seq ?? 0;
    await db.transaction((sql) => {
      sql.soon('INSERT INTO floor_row SELECT $1, seq, key, kind, clock, body FROM unnest($2::int8[], $3::text[], $4::text[], $5::int8[], $6::text[]) AS r (seq, key, kind, clock, body) ON CONFLICT DO NOTHING',
        [hall, int8s(rows.map(({ seq }) => seq)), texts(rows.map(({ key }) => key)), texts(rows.map(({ kind }) => kind)), int8s(rows.map(({ clock }) => clock)), texts(rows.map(({ body }) => body))]);
      sql.soon('INSERT INTO floor_cursor VALUES ($1, $2) ON CONFLICT (hall) DO UPDATE SET seq = greatest(floor_cursor.seq, excluded.seq)', [hall, last]);
      return Promise.resolve();
    });
    reply(last);
  });
});
http.listen(0, '127.0.0.1', () => { process.stdout.write(`${JSON.stringify({ urls: { uplink: `http://127.0.0.1:${(http.address() as AddressInfo).port}` } })}\n`); });
process.once('SIGTERM', () => {
  void io.close().then(() => db.close()).then(() => process.exit(0));
});
