/* The city staff's door: a broken message is answered by name, whoever floods is cut, and nothing is told or changed before the sign-in. */
import type { Namespace, Socket } from 'socket.io';
import { entryInputs } from '@kuaizhao/db/domain/registry/entries.ts';
import { localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { StaffPins } from '@kuaizhao/db/city/registry/pins.ts';
import { recordAct } from '@kuaizhao/db/city/registry/read.ts';
import { endEntry, putEntry, type Written } from '@kuaizhao/db/city/registry/write.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { cityChangeSchema, cityDeskLimits as limits, cityDeskVersion, cityHandshakeSchema, citySignInSchema, type CityAnswer, type CityDesk, type CityRefusal, type CitySignInReply } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { cityAskSchema, cityQuestions } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { cityEventRows, cityMayAsk, cityMayChange, cityMayExport } from '@kuaizhao/sync-agent/contract/may/city.ts';
import type { HubParts } from '../hub/parts.ts';
import { markedContractor } from './mark-contractor.ts';
import { createAnswers } from './answers.ts';
import { erase } from './erase.ts';
import { createOwnPin } from './own-pin.ts';
import { createSeat, type Seat, type Sitting } from './seat.ts';
import { createCitySignIn, type CityMember } from './sign-in.ts';

const windowMs = 10_000;
/** beyond this multiple of what is allowed the line is cut */
const cutFactor = 4;

export interface DeskDoorParts extends HubParts {
  readonly db: CityDb;
  readonly pins: StaffPins;
  readonly staff: readonly CityMember[];
  /** without input for so long a desk locks */
  readonly idleMs: number;
  /** halls have something new to read */
  readonly said: () => void;
  /** other hubs work on this database */
  readonly several: boolean;
  /** whose PIN the configuration has just made another */
  readonly given: readonly string[];
}

export function openDeskDoor(door: Namespace, parts: DeskDoorParts): void {
  const desk: CityDesk = { staff: parts.staff.map(({ staffId, name, role }) => ({ staffId, name, role })) };
  const signIn = createCitySignIn(parts.staff, parts);
  const answers = createAnswers(parts);
  const seats = new Map<Socket, Seat>();
  const changed = endOthers(door, seats, parts);
  const ownPin = createOwnPin({ ...parts, changed });
  door.use((socket, next) => {
    const shake = cityHandshakeSchema.safeParse(socket.handshake.auth);
    const why = !shake.success ? 'malformed' : shake.data.version !== cityDeskVersion ? 'wrongVersion' : door.sockets.size >= limits.sockets ? 'full' : undefined;
    next(why === undefined ? undefined : new Error(why));
  });
  door.on('connection', (socket) => {
    guard(socket, parts);
    const seat = createSeat(parts);
    seats.set(socket, seat);
    socket.on('disconnect', () => { seats.delete(socket); });
    welcome(socket, seat, { ...parts, signIn, answers, ownPin });
    socket.emit('desk', desk);
  });
  // Whoever is still signed in at another hub by a PIN that was taken back goes.
  for (const staffId of parts.given) changed(staffId);
}

const pinChanged = 'pinChanged';

/** Gives what ends, here and in every other hub, each desk where this person sits by a PIN that is no longer the one. A hub that does not hear of it finds out at the next message of such a desk. */
function endOthers(door: Namespace, seats: ReadonlyMap<Socket, Seat>, { several, log }: DeskDoorParts): (staffId: string) => void {
  const look = (staffId: unknown): void => {
    for (const [socket, seat] of seats) {
      if (seat.sitting()?.member.staffId !== staffId) continue;
      seat.holds().then((holds) => { if (!holds) socket.disconnect(true); }, () => { log.warn('desks could not be looked at after a PIN was changed'); });
    }
  };
  door.on(pinChanged, look);
  return (staffId) => {
    look(staffId);
    if (several) door.serverSideEmit(pinChanged, staffId);
  };
}

interface WelcomeParts extends DeskDoorParts { readonly signIn: ReturnType<typeof createCitySignIn>; readonly answers: ReturnType<typeof createAnswers>; readonly ownPin: ReturnType<typeof createOwnPin> }

function welcome(socket: Socket, seat: Seat, parts: WelcomeParts): void {
  const { db, now, log } = parts;
  let signingIn = false;
  socket.on('input', () => { seat.touched(); });
  const failed = (error: unknown): void => { log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'the desk could not be answered'); };
  socket.on('signIn', (message: unknown, reply: unknown) => {
    const answer: (given: CitySignInReply) => void = replyTo(reply);
    const attempt = citySignInSchema.safeParse(message);
    if (!attempt.success || signingIn) return answer({ ok: false, waitMs: 0 });
    signingIn = true;
    const { staffId, pin } = attempt.data;
    void (async (): Promise<void> => {
      try {
        const found = await parts.signIn(staffId, pin);
        if (found.ok || found.tried) await recordAct(db, { staffId, act: found.ok ? 'signedIn' : 'signInFailed', about: '', at: now() });
        if (found.ok) seat.sit(found.member, found.kept);
        answer(found.ok ? { ok: true, member: { staffId, name: found.member.name, role: found.member.role }, lockAfterMs: parts.idleMs, ...(found.kept.given ? { mustSetPin: true } : {}) } : { ok: false, waitMs: Math.ceil(found.waitMs) });
      } catch (error) {
        failed(error);
        answer({ ok: false, waitMs: 0 });
      }
      signingIn = false;
    })();
  });
  socket.on('signOut', (...said: unknown[]) => {
    const left = seat.leave();
    if (left !== undefined) recordAct(db, { staffId: left.staffId, act: 'signedOut', about: '', at: now() }).catch(failed);
    replyTo(said.at(-1))();
  });
  serve(socket, seat, parts, failed);
}

/** Questions and changes in the name of whoever sits there. */
function serve(socket: Socket, seat: Seat, parts: WelcomeParts, failed: (error: unknown) => void): void {
  let inFlight = 0;
  const hear = (work: (message: unknown, sits: Sitting) => Promise<CityAnswer>, ownPin = false) => (message: unknown, reply: unknown): void => {
    const answer: (given: CityAnswer) => void = replyTo(reply);
    const [stopped, sits] = [seat.stops(ownPin), seat.sitting()];
    if (stopped !== undefined || sits === undefined) return answer(refused(stopped ?? 'notSignedIn'));
    if (inFlight >= limits.inFlight) return answer(refused('tooMany'));
    inFlight += 1;
    void (async (): Promise<void> => {
      try {
        const holds = await seat.holds();
        answer(holds ? await work(message, sits) : refused('notSignedIn'));
        // The page begins anew, at the names.
        if (!holds) socket.disconnect(true);
      } catch (error) {
        failed(error);
        answer(refused('unavailable'));
      }
      inFlight -= 1;
    })();
  };
  socket.on('ask', hear((message, { member }) => ask(message, member, parts.answers)));
  socket.on('change', hear((message, { member }) => change(message, member, parts)));
  socket.on('erase', hear((message, { member }) => erase(message, member, parts)));
  socket.on('setPin', hear((message, sits) => parts.ownPin(message, seat, sits), true));
}

async function ask(message: unknown, asker: CityMember, answers: WelcomeParts['answers']): Promise<CityAnswer> {
  const parsed = cityAskSchema.safeParse(message);
  if (!parsed.success) return refused('malformed');
  const { name } = parsed.data;
  if (!cityMayAsk(asker.role, name)) return refused('notYourRole');
  const asked = cityQuestions[name].request.safeParse(parsed.data.asked);
  if (!asked.success) return refused('malformed', asked.error.issues[0]?.path.join('.'));
  if (name === 'exported' && !cityMayExport(asker.role, cityQuestions.exported.request.parse(asked.data).what)) return refused('notYourRole');
  // Each question is answered by its own function; that name and question belong together the schema has just said.
  const answer = answers[name] as (asked: unknown, member: CityMember) => Promise<unknown>;
  return { ok: true, value: await answer(asked.data, asker) };
}

async function change(message: unknown, { staffId, role }: CityMember, { db, now, said }: WelcomeParts): Promise<CityAnswer> {
  const parsed = cityChangeSchema.safeParse(message);
  if (!parsed.success) return refused('malformed', parsed.error.issues[0]?.path.join('.'));
  const { kind, commandId, expected } = parsed.data;
  if (!cityMayChange(role, kind)) return refused('notYourRole');
  const about = { kind, commandId, expected, staffId, now: now(), today: localDay(now()) };
  if (parsed.data.type === 'end') return answerOf(await endEntry(db, about, parsed.data.key), said);
  const body = entryInputs[kind].safeParse(parsed.data.body);
  return body.success ? answerOf(await putEntry(db, about, 'contractorId' in body.data ? markedContractor(body.data) : body.data), said) : refused('malformed', body.error.issues[0]?.path.join('.'));
}

function answerOf(written: Written, said: () => void): CityAnswer {
  switch (written.kind) {
    case 'written':
      said();
      return { ok: true, value: { key: written.key, version: written.version } };
    case 'changedMeanwhile': return refused('changedMeanwhile');
    case 'stopped': return refused('stopped', written.findings.find(({ weight }) => weight === 'stop')?.code);
    case 'otherCommand': return refused('malformed', 'commandId');
  }
}

const refused = (code: CityRefusal['code'], field?: string): CityAnswer => ({ ok: false, refusal: { code, ...(field === undefined || field === '' ? {} : { field: field.slice(0, 100) }) } });
const replyTo = (reply: unknown): ((value?: unknown) => void) => (typeof reply === 'function' ? (reply as (value: unknown) => void) : () => undefined);

/** Counts messages, answers what nobody knows, and cuts a flood. */
function guard(socket: Socket, { now, log }: HubParts): void {
  let [from, count] = [now(), 0];
  socket.use(([event, ...rest], next) => {
    if (Math.abs(now() - from) > windowMs) [from, count] = [now(), 0];
    count += 1;
    const allowed = limits.perSecond * (windowMs / 1_000);
    if (count > allowed * cutFactor) {
      log.warn({ door: socket.nsp.name }, 'flood cut');
      socket.disconnect(true);
    } else if (count > allowed) replyTo(rest.at(-1))(refused('tooMany'));
    else if (!Object.hasOwn(cityEventRows, event)) replyTo(rest.at(-1))(refused('malformed'));
    else next();
  });
}
