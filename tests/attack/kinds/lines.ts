/* Against the lines themselves: floods, hoards, dawdlers, frames too large, frames without an end, messages without a pause. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { connect, type Socket as Line } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Socket } from 'socket.io-client';
import { crowdLimits, dawdleMs } from '@kuaizhao/sync-agent/hall/doors/crowd.ts';
import { besideAt, tally, wait, within, type Attack } from '../outcome.ts';
import type { Stage } from '../stage.ts';

const patienceMs = dawdleMs + 5_000;
const portOf = (url: string): number => Number(new URL(url).port);
const gone = (line: Line): Promise<boolean> => new Promise((told) => { line.once('close', () => { told(true); }); });
const arrived = async (socket: Socket): Promise<boolean> => (socket.connected ? true : await within(10_000, new Promise<boolean>((told) => { socket.once('connect', () => { told(true); }).once('connect_error', () => { told(false); }); }))) === true;

const flood: Attack = {
  name: 'flood of connects',
  async run(stage, short) {
    const { expect, outcome } = tally();
    const seconds = short ? 10 : 30;
    const child = fork(join(import.meta.dirname, '../flood.ts'), ['127.0.0.1', String(portOf(stage.urls().tls)), String(seconds)]);
    const [said] = await once(child, 'message') as [{ begun: number; opened: number; ended: number; open: number; perSecond: number }];
    expect('a thousand a second were not begun', said.perSecond >= 900);
    expect(`${String(said.open)} lines of the flood are still open`, said.open === 0);
    // A machine of the hall that comes now is let in as ever.
    const late = stage.line('kiosk-4', 'kiosk');
    (late.io.opts as { localAddress?: string }).localAddress = besideAt;
    expect('nobody comes in after the flood', await arrived(late));
    late.disconnect();
    return outcome({ connects: said.begun, perSecond: said.perSecond });
  },
};

const crowds: Attack = {
  name: 'many addresses that take every line together',
  async run(stage, short) {
    const { expect, outcome } = tally();
    // Twenty addresses at fifty a second each are within what one address may ask for; what they keep is more than the hall has lines.
    const child = fork(join(import.meta.dirname, '../flood.ts'), ['127.0.0.1', String(portOf(stage.urls().tls)), String(short ? 10 : 30), '20']);
    const told = once(child, 'message') as Promise<[{ begun: number; open: number; perSecond: number }]>;
    let came = 0;
    await wait(5_000);
    for (let n = 0; n < 5; n++) {
      const device = stage.line('kiosk-4', 'kiosk');
      (device.io.opts as { localAddress?: string }).localAddress = besideAt;
      const isIn = await arrived(device);
      came += isIn ? 1 : 0;
      expect('a kiosk of the hall does not come in beside many addresses', isIn);
      device.disconnect();
    }
    const [said] = await told;
    expect('a thousand a second were not begun', said.perSecond >= 900);
    expect(`${String(said.open)} lines of the addresses are still open`, said.open === 0);
    return outcome({ connects: said.begun, perSecond: said.perSecond, devicesIn: came });
  },
};

const hoard: Attack = {
  name: 'lines that are kept and say nothing',
  async run(stage) {
    const { expect, outcome } = tally();
    let cut = 0;
    const lines = Array.from({ length: crowdLimits.strangers + 100 }, () => connect({ host: '127.0.0.1', port: portOf(stage.urls().tls), localAddress: '127.0.0.68' }).on('error', () => undefined).on('close', () => { cut += 1; }));
    await wait(1_500);
    expect(`only ${String(cut)} of those too many were cut at once`, cut >= 100);
    await wait(patienceMs);
    expect(`${String(lines.length - cut)} dawdlers were not cut`, cut === lines.length);
    return outcome({ lines: lines.length });
  },
};

const slow: Attack = {
  name: 'slow heads and half handshakes',
  async run(stage) {
    const { expect, outcome } = tally();
    const { plain, tls } = stage.urls();
    const hello = Buffer.from('1603010200010001fc0303', 'hex');
    const begin: Readonly<Record<string, () => Line>> = {
      'http head': () => connect({ host: '127.0.0.1', port: portOf(plain), localAddress: besideAt }).on('connect', function head(this: Line) { this.write('GET /board/ HTTP/1.1\r\nHost: hall\r\n'); }),
      'half a TLS hello': () => connect({ host: '127.0.0.1', port: portOf(tls), localAddress: besideAt }).on('connect', function half(this: Line) { this.write(hello); }),
      'http head under TLS': () => connectTls({ host: '127.0.0.1', port: portOf(tls), ca: stage.authority.pem, localAddress: besideAt } as object).on('secureConnect', function head(this: Line) { this.write('GET /board/ HTTP/1.1\r\nHost: hall\r\n'); }),
      'a line that knocks at no door': () => upgrade(stage),
    };
    const dawdlers = Object.entries(begin).flatMap(([name, open]) => Array.from({ length: 10 }, () => ({ name, line: open().on('error', () => undefined) })));
    const drip = setInterval(() => { for (const { name, line } of dawdlers) if (name.startsWith('http') && line.writable) line.write('X'); }, 400);
    const ends = await Promise.all(dawdlers.map(({ line }) => within(patienceMs + 5_000, line.destroyed ? Promise.resolve(true) : gone(line))));
    clearInterval(drip);
    for (const [n, end] of ends.entries()) expect(`${dawdlers[n]?.name ?? ''} was not cut`, end === true);
    for (const { line } of dawdlers) line.destroy();
    return outcome();
  },
};

/** By hand, with a certificate of the hall: a websocket whose frames can be broken. */
function upgrade(stage: Stage, then: (line: Line) => void = () => undefined): Line {
  const line = connectTls({ host: '127.0.0.1', port: portOf(stage.urls().tls), ...stage.keysOf('kiosk-5'), localAddress: besideAt } as object);
  line.on('secureConnect', () => { line.write('GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2FtcGxlLXNhbXBsZS1zYQ==\r\n\r\n'); });
  line.once('data', () => { then(line); });
  return line;
}

const frames: Attack = {
  name: 'frames too large, broken or without an end',
  async run(stage, short) {
    const { expect, outcome } = tally();
    for (let n = 0; n < (short ? 5 : 20); n++) {
      const socket = stage.line('kiosk-4', 'kiosk');
      if (!await arrived(socket)) { expect('the device could not come in', false); continue; }
      const cut = new Promise<boolean>((told) => { socket.once('disconnect', () => { told(true); }); });
      socket.emit('command', { type: 'addNote', commandId: 'command-large', note: 'x'.repeat(1_000_000) });
      expect('a megabyte was taken', await within(5_000, cut) === true);
      socket.disconnect();
    }
    const broken: readonly Buffer[] = [
      // Says a megabyte comes and sends four bytes; an unknown kind of frame; a control frame in pieces; no mask, which a client must use.
      Buffer.concat([Buffer.from('81ff00000000000f424000000000', 'hex'), Buffer.from('abcd')]), Buffer.from('8b8000000000', 'hex'), Buffer.from('098000000000', 'hex'), Buffer.from('810161', 'hex'),
      // Half of a small frame, and nothing more: the hall's ping is never answered.
      Buffer.from('81fe1000000000', 'hex'),
    ];
    const ends = await Promise.all(broken.map((bytes) => within(20_000, gone(upgrade(stage, (line) => { line.write(bytes); }).on('error', () => undefined)))));
    for (const [n, end] of ends.entries()) expect(`broken frame ${String(n)} was not cut`, end === true);
    return outcome();
  },
};

const chatter: Attack = {
  name: 'messages without a pause',
  async run(stage) {
    const { expect, outcome } = tally();
    for (const [what, send] of [
      ['events', (socket: Socket) => { socket.emit('query', { name: 'serviceWaits', asked: {} }); }],
      ['doors that are none', (socket: Socket) => { (socket.io as unknown as { engine: { write(text: string): void } }).engine.write('0/nowhere,{}'); }],
    ] as const) {
      const socket = stage.line('kiosk-4', 'kiosk');
      if (!await arrived(socket)) { expect('the device could not come in', false); continue; }
      const cut = new Promise<boolean>((told) => { socket.once('disconnect', () => { told(true); }); });
      for (let n = 0; n < 6_000 && socket.connected; n++) {
        send(socket);
        if (n % 200 === 0) await wait(5);
      }
      expect(`a flood of ${what} was not cut`, await within(10_000, cut) === true);
      socket.disconnect();
    }
    return outcome();
  },
};

export const lineAttacks: readonly Attack[] = [flood, crowds, hoard, slow, frames, chatter];
