/* The staff's door: sign in first; then commands in one's own name and the floor whole. */
import type { Logger } from 'pino';
import type { Namespace, Socket } from 'socket.io';
import type { AuditEntry } from '@kuaizhao/db/domain/audit/row.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { CityTrade } from '@kuaizhao/db/domain/trades/city-trade.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { signInSchema, type Desk, type FloorState, type SignInReply } from '@kuaizhao/sync-agent/contract/console.ts';
import { handshakeSchema, limits } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import type { HallClock } from '../clock.ts';
import type { Devices } from '../devices.ts';
import type { Engine } from '../engine.ts';
import type { AskQuestion } from '../queries/open-queries.ts';
import type { createStaffDoor, StaffMember } from '../staff.ts';
import type { AtLine, Gate } from '../trust/gate.ts';
import { accept, guard, replyTo } from './guard.ts';
import { createSeat, type Seat } from './seat.ts';
import { createSecondPerson } from './second-person.ts';

const signedInRoom = 'signedIn';

export interface ConsoleDoorParts {
  readonly engine: Pick<Engine, 'handle'>; readonly audit: Engine['audit']; readonly ask: AskQuestion; readonly staff: ReturnType<typeof createStaffDoor>; readonly devices: Devices;
  readonly gate: Gate; readonly hallName: string; /** who may sign in now */ readonly members: () => readonly StaffMember[]; /** of the city */ readonly trades: () => readonly CityTrade[]; readonly floor: () => FloorState; /** without input for so long a console locks */ readonly idleMs: number; readonly after: HallClock['after']; readonly monotonicMs: () => number; readonly log: Logger;
}

export function openConsoleDoor(door: Namespace, parts: ConsoleDoorParts) {
  door.use((socket, next) => {
    const shake = handshakeSchema.safeParse(socket.handshake.auth);
    if (!shake.success) return next(new Error('malformed'));
    if (shake.data.version !== lanVersion) return next(new Error('wrongVersion'));
    const device = parts.gate.admit(socket, 'console', shake.data);
    if (device === undefined) return next(new Error('unknownDevice'));
    if (door.sockets.size >= limits.devices) return next(new Error('full'));
    Object.assign(socket.data, { deviceId: shake.data.deviceId, enrolled: device === 'plain' ? undefined : device } satisfies AtLine & { deviceId: string });
    return next();
  });
  const seats = new Map<Socket, Seat>();
  door.on('connection', (socket) => {
    const tell = auditAt((socket.data as { deviceId: string }).deviceId, parts);
    const seat = createSeat({ ...parts, locked() {
      void tell.done('locked', seat.member());
      void socket.leave(signedInRoom);
      socket.emit('locked');
    } });
    seats.set(socket, seat);
    socket.on('disconnect', () => {
      void tell.done('signedOut', seat.member(), { name: 'lineLost' });
      seat.leave();
      seats.delete(socket);
    });
    socket.on('input', () => { seat.touched(); });
    welcome(socket, seat, parts, tell);
  });
  return {
    /** After each commit: whoever has another role, another PIN or no account any more is cut off, and every console learns who may sign in. */
    heard(facts: readonly Fact[]): void {
      const gone = new Set(facts.flatMap((fact) => (isOver(fact) ? [fact.staffId] : [])));
      for (const [socket, seat] of seats) if (seat.staffId() !== undefined && gone.has(seat.staffId() ?? '')) socket.disconnect(true);
      if (facts.some(({ type }) => type === 'accountOpened' || type === 'accountRoleSet' || type === 'accountClosed')) door.emit('staff', deskOf(parts).staff);
    },
    watching: (): boolean => (door.adapter.rooms.get(signedInRoom)?.size ?? 0) > 0,
    /** The city's trades are others. */
    tradesAgain: (): void => { door.emit('trades', parts.trades()); },
    publish: (next: FloorState): void => { door.to(signedInRoom).emit('floor', next); },
  };
}

/** What ends a sign-in that somebody has now. */
const isOver = (fact: Fact): fact is Extract<Fact, { type: 'accountRoleSet' | 'accountClosed' | 'accountPinSet' | 'accountRecovered' }> =>
  fact.type === 'accountRoleSet' || fact.type === 'accountClosed' || fact.type === 'accountRecovered' || (fact.type === 'accountPinSet' && fact.by !== fact.staffId);

const deskOf = ({ hallName, members }: Pick<ConsoleDoorParts, 'hallName' | 'members'>): Desk => ({ hallName, staff: members().map(({ staffId, name, role }) => ({ staffId, staffName: name, role })) });

function welcome(socket: Socket, seat: Seat, parts: ConsoleDoorParts, tell: ReturnType<typeof auditAt>): void {
  const { staff, devices, trades, floor, idleMs, monotonicMs, log } = parts;
  const { deviceId } = socket.data as { deviceId: string };
  let signingIn = false;
  guard(socket, 'console', log, monotonicMs);
  const second = createSecondPerson(staff, parts.members, monotonicMs);
  const enter = (): void => {
    if (seat.stops(undefined) !== undefined) return;
    void socket.join(signedInRoom);
    socket.emit('floor', floor());
  };
  devices.connected('console', deviceId);
  socket.on('disconnect', () => devices.lost('console', deviceId));
  socket.on('signIn', (message: unknown, reply: unknown) => {
    const answer: (given: SignInReply) => void = replyTo(reply);
    const attempt = accept(signInSchema, message, 'signIn', log);
    // One try at a time: scrypt costs memory on purpose, and a flood of tries must not cost the hall.
    if (attempt === undefined || signingIn) return answer({ ok: false, waitMs: 0 });
    signingIn = true;
    void staff.signIn(attempt.staffId, attempt.pin).then(async (result) => {
      await (result.ok ? tell.done('signedIn', result.member) : tell.failed('signInFailed', attempt.staffId, result.waitMs));
      signingIn = false;
      if (!result.ok) return answer({ ok: false, waitMs: result.waitMs });
      // Closed while the PIN was being looked at.
      if (!seat.sit(result.member.staffId)) return answer({ ok: false, waitMs: 0 });
      // Who vouched did so for the one who sat here before.
      second.forget();
      // Whoever has to set a PIN first hears nothing of the hall, also where somebody else sat before.
      void socket.leave(signedInRoom);
      answer({ ok: true, staffName: result.member.name, role: result.member.role, ...(result.member.oneTime === true ? { mustSetPin: true } : {}), lockAfterMs: idleMs });
      enter();
    });
  });
  socket.on('signOut', (reply: unknown) => {
    void tell.done('signedOut', seat.member());
    seat.leave();
    second.forget();
    void socket.leave(signedInRoom);
    replyTo(reply)();
  });
  socket.on('vouch', (message: unknown, reply: unknown) => {
    const answer: (given: SignInReply) => void = replyTo(reply);
    const attempt = accept(signInSchema, message, 'vouch', log);
    const asker = seat.staffId();
    if (attempt === undefined || signingIn || asker === undefined || seat.stops(undefined) !== undefined) return answer({ ok: false, waitMs: 0 });
    signingIn = true;
    void second.prove(attempt).then(async (given) => {
      await (given.ok ? tell.done('vouched', { staffId: attempt.staffId, role: given.role }, { subject: asker }) : tell.failed('vouchFailed', attempt.staffId, given.waitMs, { subject: asker }));
      signingIn = false;
      if (seat.staffId() === asker) return answer(given);
      // Signed out meanwhile: the proof is for nobody.
      second.forget();
      answer({ ok: false, waitMs: 0 });
    });
  });
  serve(socket, seat, parts, second, enter);
  socket.emit('desk', deskOf(parts));
  socket.emit('trades', trades());
}

/** Commands and questions in the name of whoever sits there. `enter`: after the own PIN was set. */
function serve(socket: Socket, seat: Seat, { engine, ask }: ConsoleDoorParts, second: ReturnType<typeof createSecondPerson>, enter: () => void): void {
  const { deviceId } = socket.data as { deviceId: string };
  let inFlight = 0;
  socket.on('command', (message: unknown, reply: unknown) => {
    const answer: (given: Answer) => void = replyTo(reply);
    const stopped = seat.stops(message);
    const sits = seat.member();
    if (stopped !== undefined || sits === undefined) return answer({ ok: false, refusal: { code: stopped ?? 'notSignedIn' } });
    if (inFlight >= limits.inFlight) return answer({ ok: false, refusal: { code: 'tooMany' } });
    inFlight += 1;
    seat.touched();
    void engine.handle(message, { role: 'console', staffId: sits.staffId, staffRole: sits.role, deviceId, second: second.take(message) }).then((given) => {
      inFlight -= 1;
      answer(given);
      // The own PIN is set: the hall opens.
      if (sits.oneTime === true) enter();
    });
  });
  socket.on('query', (message: unknown, reply: unknown) => {
    const answer: (given: QueryAnswer) => void = replyTo(reply);
    const stopped = seat.stops(undefined);
    const sits = seat.member();
    if (stopped !== undefined || sits === undefined) return answer({ ok: false, refusal: { code: stopped ?? 'notSignedIn' } });
    if (inFlight >= limits.inFlight) return answer({ ok: false, refusal: { code: 'tooMany' } });
    inFlight += 1;
    void ask(message, { role: 'console', staffId: sits.staffId, staffRole: sits.role, deviceId, second: second.take(message) }).then((given) => { inFlight -= 1; answer(given); });
  });
}

/** What staff do at one console that is no command. */
function auditAt(device: string, { members, audit, log }: Pick<ConsoleDoorParts, 'members' | 'audit' | 'log'>) {
  type About = Pick<AuditEntry, 'subject' | 'name'>;
  const told = async (entry: AuditEntry): Promise<void> => {
    // On a full disk staff must still get in: that is how they hear of it. Nothing else can be done there then.
    if (!await audit(entry)) log.error({ act: entry.act }, 'a row of the audit could not be written');
  };
  return {
    /** By whoever sits there; nothing where nobody does. */
    done: async (act: AuditEntry['act'], member: Pick<StaffMember, 'staffId' | 'role'> | undefined, about: About = {}) => { if (member !== undefined) await told({ act, who: member.staffId, role: member.role, device, ...about, outcome: 'ok' }); },
    /** Whoever is typed there is nobody yet; a name that no member of staff has is not kept at all. */
    failed: (act: AuditEntry['act'], staffId: string, waitMs: number, about: About = {}) =>
      told({ act, who: members().some((one) => one.staffId === staffId) ? staffId : 'nobody', role: 'nobody', device, ...about, outcome: waitMs > 0 ? 'mustWait' : 'pinWrong' }),
  };
}
