/* Against the pages: files that are nobody's business by every way of writing a path, methods and bodies that are not asked for, more requests than anybody reads, and what an answer says of its machine. */
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { attackerAt, besideAt, tally, within, type Attack } from '../outcome.ts';
import type { Stage } from '../stage.ts';

const targets = ['package.json', 'hall.json', 'data/hall.key', 'data/ca.key', 'data/hall.db', 'etc/passwd', 'sync-agent/hall/main.ts', '.env', '.git/config', 'node_modules/ws/package.json'] as const;
const ups = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '%252e%252e%252f', '..%5c', '..\\', '....//', '%c0%ae%c0%ae/', '..;/', '.%00./', '%u002e%u002e/'] as const;
/** What only a file that is nobody's business holds. */
const secrets = /"workspaces"|BEGIN (EC )?PRIVATE KEY|root:x:|scrypt\$|SQLite format|requireNode24|\[core\]/u;
const stackTrace = /\bat .*\(?(file:\/\/|\/).*:\d+:\d+|node:internal|Error:/u;

interface Said { readonly status: number; readonly head: string; readonly body: string }
/** As it is written, with nothing put right on the way. */
function raw({ urls, authority }: Stage, secure: boolean, text: string, from = attackerAt): Promise<Said | undefined> {
  const { port } = new URL(secure ? urls().tls : urls().plain);
  return within(10_000, new Promise<Said>((told) => {
    const to = { host: '127.0.0.1', port: Number(port), localAddress: from };
    const line = secure ? connectTls({ ...to, ca: authority.pem } as object) : connect(to);
    let got = '';
    line.on('error', () => undefined).on('data', (more: Buffer) => { got += more.toString('latin1'); }).on('close', () => {
      const [head = '', ...body] = got.split('\r\n\r\n');
      told({ status: Number(/^HTTP\/1\.1 (\d+)/u.exec(head)?.[1] ?? 0), head: head.toLowerCase(), body: body.join('\r\n\r\n') });
    });
    line.write(text);
  }));
}
const get = (path: string, method = 'GET'): string => `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`;

const wanted = ['x-content-type-options: nosniff', 'referrer-policy: no-referrer', "default-src 'none'", 'frame-ancestors', 'cross-origin-opener-policy: same-origin', 'cross-origin-resource-policy: same-origin'] as const;

const traversal: Attack = {
  name: 'path traversal by every spelling',
  async run(stage) {
    const { expect, outcome } = tally();
    const paths = ['/board/', '/console/', '/', '/pair/', '/socket.io/'].flatMap((page) => ups.flatMap((up, n) => [1, 6].map((times) => `${page}${up.repeat(times)}${targets[n % targets.length] ?? ''}`)));
    const direct = [...targets.map((target) => `/${target}`), ...targets.map((target) => `/board/${target}`), '/board/assets/', '/board/assets', '/console/.built', '/board/index.html%00.txt', '//etc/passwd', '/board//../../package.json', 'http://127.0.0.1/../package.json', '/%', '/board/%', '/board/%ff%fe', `/board/${'a'.repeat(8_000)}`];
    for (const [n, path] of [...paths, ...direct].entries()) {
      const said = await raw(stage, n % 2 === 0, get(path));
      const harmless = said !== undefined && !secrets.test(said.body) && !stackTrace.test(said.body) && !/<title>index of|<ul>\s*<li><a href/iu.test(said.body) && (said.status >= 300 || said.body.includes('<!doctype html') || said.body.includes('<!DOCTYPE html'));
      expect(`${path.slice(0, 80)}: ${String(said?.status)}`, harmless);
    }
    return outcome();
  },
};

const answers: Attack = {
  name: 'what an answer gives away, and methods nobody asked for',
  async run(stage) {
    const { expect, outcome } = tally();
    for (const secure of [false, true]) {
      for (const path of ['/board/', '/console/', '/nothing', '/', '/pair/begin', '/enrol/begin', '/board/nothing.js', '/console']) {
        const said = await raw(stage, secure, get(path));
        expect(`${path} without its headers`, said !== undefined && wanted.every((one) => said.head.includes(one)) && (!secure || said.head.includes('strict-transport-security: max-age=')));
        expect(`${path} names its server`, said !== undefined && !/^(server|x-powered-by):/mu.test(said.head));
      }
      for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS', 'PATCH', 'PROPFIND']) {
        const said = await raw(stage, secure, get('/board/', method));
        expect(`${method}: ${String(said?.status)}`, said !== undefined && said.status >= 400 && !stackTrace.test(said.body));
      }
      for (const broken of ['GET / HTTP/9.9\r\n\r\n', 'nonsense\r\n\r\n', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 'POST /enrol/begin HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{', 'POST /enrol/begin HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nGET /x']) {
        const said = await raw(stage, secure, broken);
        expect(`${broken.slice(0, 30)}: ${String(said?.status)}`, said !== undefined && (said.status === 0 || said.status >= 400) && !stackTrace.test(said.body));
      }
    }
    return outcome();
  },
};

const readers: Attack = {
  name: 'more pages than anybody reads',
  async run(stage) {
    const { expect, outcome } = tally();
    const one = 'GET /board/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
    const said = await Promise.all([0, 1, 2].map(() => raw(stage, false, `${one.repeat(900)}${get('/board/')}`, '127.0.0.69')));
    const turned = said.reduce((sum, text) => sum + (`${text?.head ?? ''}\r\n\r\n${text?.body ?? ''}`.match(/HTTP\/1\.1 429/gu)?.length ?? 0), 0);
    expect(`of 2,703 pages at once only ${String(turned)} were turned away`, turned >= 1_000);
    const other = await raw(stage, false, get('/board/'), besideAt);
    expect('somebody else is turned away too', other?.status === 200);
    return outcome({ turned });
  },
};

export const pageAttacks: readonly Attack[] = [traversal, answers, readers];
