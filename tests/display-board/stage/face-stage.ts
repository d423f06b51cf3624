/* A stage for one face: serves its built page under the agent's security headers and speaks the contract over socket.io; the test plays the server's part. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { Server, type Socket } from 'socket.io';
import type { z } from 'zod';

const dist = resolve(import.meta.dirname, '../../../display-board/dist');
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.wav': 'audio/wav', '.json': 'application/json' };
/** No inline script and no inline style; antd of the console is the one thing that writes <style> elements. */
const policyOf = (face: string, framed = false): string => (face === 'console' ? strictPolicy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").concat("; frame-src 'self'") : framed ? strictPolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'") : strictPolicy);
const strictPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface Stage {
  /** address of the page */
  readonly url: string;
  /** sockets that are connected now */
  readonly sockets: Set<Socket>;
  /** what the face said, in order: event and message */
  readonly heard: { readonly event: string; readonly message: unknown }[];
  /** Sends to all; refuses a message that the contract would refuse. */
  tell<T>(event: string, schema: z.ZodType<T>, message: T): void;
  /** The server is gone: every line is cut and none accepted. */
  leave(): Promise<void>;
  /** It is back on the same port. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export interface StageParts {
  readonly face: 'board' | 'console' | 'city' | 'pair';
  readonly namespace: string;
  readonly onConnect: (socket: Socket) => void;
  /** error text of the handshake, when it refuses */
  readonly refuse?: (auth: unknown) => string | undefined;
}

export async function openStage({ face, namespace, onConnect, refuse }: StageParts): Promise<Stage> {
  if (!existsSync(join(dist, face, 'index.html'))) throw new Error(`display-board/dist/${face} is not built: npm run build`);
  const sockets = new Set<Socket>();
  const heard: { event: string; message: unknown }[] = [];
  let http: HttpServer | undefined;
  let io: Server | undefined;
  const start = async (port: number): Promise<number> => {
    http = createServer((request, response) => { serve(face, request, response); });
    io = new Server(http, { transports: ['websocket'], serveClient: false });
    const door = io.of(namespace);
    door.use((socket, next) => {
      const why = refuse?.(socket.handshake.auth);
      next(why === undefined ? undefined : new Error(why));
    });
    door.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('disconnect', () => sockets.delete(socket));
      socket.onAny((event: string, message: unknown) => heard.push({ event, message }));
      onConnect(socket);
    });
    await new Promise<void>((done) => { http?.listen(port, '127.0.0.1', done); });
    return (http.address() as AddressInfo).port;
  };
  const stop = async (): Promise<void> => {
    const closed = io?.close();
    // Pages keep their connections open; a server that is gone does not wait for them.
    http?.closeAllConnections();
    await closed;
  };
  const port = await start(0);
  return {
    url: `http://127.0.0.1:${String(port)}/`, sockets, heard,
    tell: (event, schema, message) => {
      schema.parse(message);
      io?.of(namespace).emit(event, message);
    },
    leave: stop,
    comeBack: async () => { await start(port); },
    close: stop,
  };
}

/** Beside the console stands the board's page, as it does on the agent: a plan is looked at in a frame before it is published. */
function serve(face: string, request: IncomingMessage, response: ServerResponse): void {
  const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://stage').pathname);
  const framed = face === 'console' && asked.startsWith('/board/');
  const folder = join(dist, framed ? 'board' : face);
  const path = framed ? asked.slice('/board'.length) : asked;
  const file = join(folder, path === '/' ? 'index.html' : path);
  response.setHeader('content-security-policy', policyOf(framed ? 'board' : face, framed));
  if (!file.startsWith(folder) || !existsSync(file)) { response.writeHead(404).end(); return; }
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}
