/* The staff's door: sign in first; then commands in one's own name and the floor whole. */
import type { Logger } from 'pino';
import type { Namespace, Socket } from 'socket.io';
import type { CityTrade } from '@kuaizhao/db/domain/trades/city-trade.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { signInSchema, type Desk, type FloorState, type SignInReply } from '@kuaizhao/sync-agent/contract/console.ts';
import { handshakeSchema, limits } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import type { Devices } from '../devices.ts';
import type { Engine } from '../engine.ts';
import type { AskQuestion } from '../queries/open-queries.ts';
import type { createStaffDoor, StaffMember } from '../staff.ts';
import type { AtLine, Gate } from '../trust/gate.ts';
import { accept, guard, replyTo } from './guard.ts';
import { createSecondPerson } from './second-person.ts';

const signedInRoom = 'signedIn';

export interface ConsoleDoorParts {
  readonly engine: Engine; readonly ask: AskQuestion; readonly staff: ReturnType<typeof createStaffDoor>; readonly devices: Devices;
  readonly gate: Gate; readonly desk: Desk; /** of the city */ readonly trades: () => readonly CityTrade[]; readonly floor: () => FloorState; readonly monotonicMs: () => number; readonly log: Logger;
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
  door.on('connection', (socket) => welcome(socket, parts));
  return {
    watching: (): boolean => (door.adapter.rooms.get(signedInRoom)?.size ?? 0) > 0,
    /** The city's trades are others. */
    tradesAgain: (): void => { door.emit('trades', parts.trades()); },
    publish: (next: FloorState): void => { door.to(signedInRoom).emit('floor', next); },
  };
}

function welcome(socket: Socket, { engine, ask, staff, devices, desk, trades, floor, monotonicMs, log }: ConsoleDoorParts): void {
  const { deviceId } = socket.data as { deviceId: string };
  let signedIn: StaffMember | undefined;
  let inFlight = 0;
  let signingIn = false;
  guard(socket, ['signIn', 'signOut', 'vouch', 'command', 'query'], log, monotonicMs);
  const second = createSecondPerson(staff, monotonicMs);
  devices.connected('console', deviceId);
  socket.on('disconnect', () => devices.lost('console', deviceId));
  socket.on('signIn', (message: unknown, reply: unknown) => {
    const answer: (given: SignInReply) => void = replyTo(reply);
    const attempt = accept(signInSchema, message, 'signIn', log);
    // One try at a time: scrypt costs memory on purpose, and a flood of tries must not cost the hall.
    if (attempt === undefined || signingIn) return answer({ ok: false, waitMs: 0 });
    signingIn = true;
    void staff.signIn(attempt.staffId, attempt.pin).then((result) => {
      signingIn = false;
      if (!result.ok) return answer({ ok: false, waitMs: result.waitMs });
      signedIn = result.member;
      // Who vouched did so for the one who sat here before.
      second.forget();
      void socket.join(signedInRoom);
      answer({ ok: true, staffName: result.member.name, role: result.member.role });
      socket.emit('floor', floor());
    });
  });
  socket.on('signOut', (reply: unknown) => {
    signedIn = undefined;
    second.forget();
    void socket.leave(signedInRoom);
    replyTo(reply)();
  });
  socket.on('vouch', (message: unknown, reply: unknown) => {
    const answer: (given: SignInReply) => void = replyTo(reply);
    const attempt = accept(signInSchema, message, 'vouch', log);
    if (attempt === undefined || signingIn || signedIn === undefined) return answer({ ok: false, waitMs: 0 });
    signingIn = true;
    const asker = signedIn.staffId;
    void second.prove(attempt).then((given) => {
      signingIn = false;
      if (signedIn?.staffId === asker) return answer(given);
      // Signed out meanwhile: the proof is for nobody.
      second.forget();
      answer({ ok: false, waitMs: 0 });
    });
  });
  socket.on('command', (message: unknown, reply: unknown) => {
    const answer: (given: Answer) => void = replyTo(reply);
    if (signedIn === undefined) return answer({ ok: false, refusal: { code: 'notSignedIn' } });
    if (inFlight >= limits.inFlight) return answer({ ok: false, refusal: { code: 'tooMany' } });
    inFlight += 1;
    void engine.handle(message, { role: 'console', staffId: signedIn.staffId, staffRole: signedIn.role }).then((given) => { inFlight -= 1; answer(given); });
  });
  socket.on('query', (message: unknown, reply: unknown) => {
    const answer: (given: QueryAnswer) => void = replyTo(reply);
    if (signedIn === undefined) return answer({ ok: false, refusal: { code: 'notSignedIn' } });
    if (inFlight >= limits.inFlight) return answer({ ok: false, refusal: { code: 'tooMany' } });
    inFlight += 1;
    void ask(message, { role: 'console', staffId: signedIn.staffId, staffRole: signedIn.role, second: second.take(message) }).then((given) => { inFlight -= 1; answer(given); });
  });
  socket.emit('desk', desk);
  socket.emit('trades', trades());
}
