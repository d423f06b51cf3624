/* What most people would take instead: CouchDB's protocol served by express-pouchdb, on LevelDB. Says how many bytes it was sent whenever it is asked to. */
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { PouchConstructor } from './pouch.ts';

type Handler = (request: object, response: object) => void;
const require = createRequire(import.meta.url);
const express = require('express') as () => Handler & { use(handler: unknown): void };
const expressPouch = require('express-pouchdb') as (pouch: PouchConstructor, settings: object) => unknown;
const Pouch = require('pouchdb-node') as PouchConstructor;

const dir = process.argv[2] ?? '';
const app = express();
app.use(expressPouch(Pouch.defaults({ prefix: `${dir}/` }), { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: `${dir}/log.txt` }));
const http = createServer(app);
const sockets = new Set<Socket>();
let ended = 0;
http.on('connection', (socket: Socket) => {
  sockets.add(socket);
  socket.once('close', () => {
    sockets.delete(socket);
    ended += socket.bytesRead;
  });
});
process.on('message', () => { process.send?.([...sockets].reduce((sum, { bytesRead }) => sum + bytesRead, ended)); });
http.listen(0, '127.0.0.1', () => { process.stdout.write(`${JSON.stringify({ urls: { uplink: `http://127.0.0.1:${(http.address() as AddressInfo).port}` } })}\n`); });
process.once('SIGTERM', () => process.exit(0));
