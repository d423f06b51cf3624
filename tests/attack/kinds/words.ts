/* Against what a device that belongs to the hall may say: roles, replays, hostile text in every field, events and keys that nobody knows, nesting without an end. */
import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import type { CommandType } from '@kuaizhao/db/domain/command.ts';
import { staffRoles } from '@kuaizhao/db/domain/staff/role.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { commandRows } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import type { Grant } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import { questionRows } from '@kuaizhao/sync-agent/contract/may/questions.ts';
import { sampleCommands } from '../../fixtures/sample-commands.ts';
import { tally, wait, within, type Attack } from '../outcome.ts';
import { refusedIds } from '../stage.ts';

const types = Object.keys(sampleCommands) as CommandType[];
const questions = Object.entries(questionRows) as [string, Grant][];
/** The code, `yes`, or `silence`. */
const say = async (socket: Socket, event: string, message: unknown): Promise<string> => {
  try {
    const answer = await socket.timeout(10_000).emitWithAck(event, message) as Answer;
    return answer.ok ? 'yes' : answer.refusal.code;
  } catch {
    return 'silence';
  }
};
const come = (socket: Socket): Promise<void> => new Promise((told, failed) => { socket.once('connect', told).once('connect_error', failed); });
/** Below what a device may say in ten seconds. */
const pace = (): Promise<void> => wait(22);

const roles: Attack = {
  name: 'every command and question by every role that may not',
  async run(stage) {
    const { expect, outcome } = tally();
    const kiosk = stage.line('kiosk-4', 'kiosk');
    await come(kiosk);
    const all = async (who: string, socket: Socket, may: (row: Grant) => boolean): Promise<void> => {
      for (const type of types) if (!may(commandRows[type])) {
        const said = await say(socket, 'command', { type, commandId: `${refusedIds}-${type}`, ...sampleCommands[type] });
        expect(`${who} ${type}: ${said}`, said === 'notYourRole');
        await pace();
      }
      for (const [name, row] of questions) if (!may(row)) {
        const said = await say(socket, 'query', { name, asked: {} });
        expect(`${who} asks ${name}: ${said}`, said === 'notYourRole');
        await pace();
      }
    };
    await all('kiosk', kiosk, ({ kiosk: granted }) => granted === true);
    for (const role of staffRoles) {
      const desk = await stage.signedIn(role);
      await all(role, desk, ({ staff }) => staff.includes(role));
      // Who one is, is what the line says, never a message.
      const said = await say(desk, 'command', { type: 'closeDay', commandId: `${refusedIds}-claim`, staffRole: 'admin', actor: { role: 'agent' } });
      expect(`${role} claims to be the agent: ${said}`, said === 'malformed' || said === 'notYourRole');
      desk.disconnect();
    }
    const stranger = stage.line('console-1', 'console');
    await come(stranger);
    for (const event of ['command', 'query', 'vouch']) {
      const said = await say(stranger, event, { type: 'callNext', commandId: `${refusedIds}-early`, windowId: 'w1', name: 'queue', asked: {} });
      expect(`before the PIN ${event}: ${said}`, said !== 'yes');
    }
    const board = stage.line('board-1', 'board');
    await come(board);
    for (const event of ['command', 'query', 'signIn', 'devices']) {
      const said = await say(board, event, { type: 'takeTicket', commandId: `${refusedIds}-board`, service: 'policy' });
      expect(`a board sends ${event}: ${said}`, said === 'malformed');
    }
    for (const socket of [kiosk, stranger, board]) socket.disconnect();
    return outcome();
  },
};

const replays: Attack = {
  name: 'replays of a command',
  async run(stage) {
    const { expect, outcome } = tally();
    const [own, other] = [stage.line('kiosk-4', 'kiosk'), stage.line('kiosk-5', 'kiosk')];
    await Promise.all([come(own), come(other)]);
    const commandId = randomUUID();
    const frame = { type: 'takeTicket', commandId, service: 'policy' };
    expect('the first time', await say(own, 'command', frame) === 'yes');
    for (let n = 0; n < 50; n++) {
      await say(n % 2 === 0 ? own : other, 'command', frame);
      await pace();
    }
    stage.owed.set(commandId, 1);
    const said = await say(own, 'command', { ...frame, service: 'rights' });
    expect(`the same id with something else: ${said}`, said === 'commandChanged');
    for (const socket of [own, other]) socket.disconnect();
    return outcome();
  },
};

/** What must not be in any text: bytes for a printer, the ends of strings, letters that turn lines around, half letters. */
const hostile = ['\u001b@', '\u001d(k\u0004\u00001A2', '\u0000', '\u001b[2J', 'a\u202eb', 'a\u2066b', '\u009b31m', '\r\nHTTP/1.1 200', '\ud800'] as const;
/** What may be a text, and must stay one. */
const markup = ["'; DROP TABLE journal; --", '<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")', '{{7*7}}', '${jndi:ldap://x}', '%s%n%x', '../../hall.key', '{"$ne":1}', 'WIFI:S:x;;'] as const;

type Path = readonly (string | number)[];
function* texts(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === 'string') yield path;
  else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) yield* texts(inner, [...path, key]);
}
function put(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = put(copy[key], rest, text);
  return copy;
}

const injections: Attack = {
  name: 'hostile text in every field of every command',
  async run(stage, short) {
    const { expect, outcome } = tally();
    const kiosk = stage.line('kiosk-5', 'kiosk');
    await come(kiosk);
    const desk = await stage.signedIn('admin');
    let n = 0;
    for (const type of types) for (const path of texts(sampleCommands[type])) {
      const row = commandRows[type];
      const socket = row.staff.includes('admin') ? desk : row.kiosk === true ? kiosk : undefined;
      if (socket === undefined) continue;
      const tried = short ? [hostile[n % hostile.length] ?? ''] : hostile;
      n += 1;
      for (const text of tried) {
        const said = await say(socket, 'command', { type, commandId: randomUUID(), ...(put(sampleCommands[type], path, `样${text}例`) as object) });
        expect(`${type} ${path.join('.')} ${JSON.stringify(text)}: ${said}`, said !== 'yes' && said !== 'internal' && said !== 'silence');
        await pace();
      }
    }
    // What may be written is kept as it is and comes back as text.
    for (const text of markup) {
      const said = await say(desk, 'command', { type: 'putNotice', commandId: randomUUID(), text, from: Date.now() });
      expect(`a notice ${text}: ${said}`, said === 'yes' || said === 'malformed');
      for (const name of ['findWorkers', 'trace', 'employer']) {
        const asked = await say(desk, 'query', { name, asked: { by: 'name', text, day: text, number: text, employerId: text } });
        expect(`${name} asked with ${text}: ${asked}`, asked !== 'internal' && asked !== 'silence');
      }
      await pace();
    }
    const told = await desk.timeout(10_000).emitWithAck('query', { name: 'notices', asked: { limit: 50 } }) as { ok: boolean; value?: { notices: { text: string }[] } };
    expect('a notice came back as something else', told.ok && (told.value?.notices ?? []).every(({ text }) => (markup as readonly string[]).includes(text)));
    expect('the lines were not kept', desk.connected && kiosk.connected);
    for (const socket of [kiosk, desk]) socket.disconnect();
    return outcome({ fields: n });
  },
};

const unknowns: Attack = {
  name: 'unknown events, keys of prototypes, nesting without an end',
  async run(stage) {
    const { expect, outcome } = tally();
    const desk = await stage.signedIn('admin');
    for (const event of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'admin', 'eval', 'commands', 'connection', '', '../command', 'x'.repeat(2_000)]) {
      const said = await say(desk, event, { type: 'closeDay', commandId: `${refusedIds}-unknown` });
      expect(`event ${event.slice(0, 20)}: ${said}`, said === 'malformed');
    }
    const parsed = (text: string): unknown => JSON.parse(text) as unknown;
    for (const message of [
      parsed('{"type":"closeDay","commandId":"command-refused-proto","__proto__":{"admin":true}}'), parsed('{"type":"__proto__","commandId":"command-refused-proto"}'), parsed('{"type":"constructor","commandId":"command-refused-proto"}'),
      parsed('{"type":"toString","commandId":"command-refused-proto"}'), parsed('{"__proto__":{"type":"closeDay"},"commandId":"command-refused-proto"}'), parsed('{"type":"closeDay","commandId":"command-refused-proto","constructor":{"prototype":{"x":1}}}'), [], null, 7, 'closeDay', [['closeDay']],
    ]) {
      const said = await say(desk, 'command', message);
      expect(`command ${JSON.stringify(message).slice(0, 60)}: ${said}`, said === 'malformed');
      const asked = await say(desk, 'query', message);
      expect(`query ${JSON.stringify(message).slice(0, 60)}: ${asked}`, asked === 'malformed');
    }
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty', 'valueOf']) {
      const said = await say(desk, 'query', { name, asked: {} });
      expect(`question ${name}: ${said}`, said === 'malformed');
    }
    // Twenty thousand arrays inside each other fit into one frame.
    const deep = parsed(`${'['.repeat(15_000)}${']'.repeat(15_000)}`);
    for (const [event, message] of [['command', deep], ['command', { type: 'putNotice', commandId: `${refusedIds}-deep`, text: deep, from: 1 }], ['query', { name: 'queue', asked: deep }], ['query', { name: deep, asked: {} }], ['signIn', deep]] as const) {
      const said = await within(10_000, say(desk, event, message)) ?? 'silence';
      expect(`${event} of fifteen thousand depths: ${said}`, said !== 'yes' && said !== 'internal');
    }
    const fresh = await stage.signedIn('admin');
    expect('nobody can work any more', await say(fresh, 'query', { name: 'queue', asked: { service: 'policy', limit: 1 } }) === 'yes');
    for (const socket of [desk, fresh]) socket.disconnect();
    return outcome();
  },
};

export const wordAttacks: readonly Attack[] = [roles, replays, injections, unknowns];
