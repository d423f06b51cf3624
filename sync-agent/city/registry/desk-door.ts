/* The city staff's door: a broken message is answered by name, whoever floods is cut, and nothing is told or changed before the sign-in. */
import type { Namespace, Socket } from 'socket.io';
import { entryInputs } from '@kuaizhao/db/domain/registry/entries.ts';
import { inputEveryMs } from '@kuaizhao/db/domain/staff/idle.ts';
import { localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
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
import { createCitySignIn, type CityMember } from './sign-in.ts';

const windowMs = 10_000;
/** beyond this multiple of what is allowed the line is cut */
const cutFactor = 4;

export interface DeskDoorParts extends HubParts {
  readonly db: CityDb;
  readonly staff: readonly CityMember[];
  /** without input for so long a desk locks */
  readonly idleMs: number;
  /** halls have something new to read */
  readonly said: () => void;
}

export function openDeskDoor(door: Namespace, parts: DeskDoorParts): void {
  const desk: CityDesk = { staff: parts.staff.map(({ staffId, name, role }) => ({ staffId, name, role })) };
  const signIn = createCitySignIn(parts.staff, parts.db, parts.now);
  const answers = createAnswers(parts);
  door.use((socket, next) => {
    const shake = cityHandshakeSchema.safeParse(socket.handshake.auth);
    const why = !shake.success ? 'malformed' : shake.data.version !== cityDeskVersion ? 'wrongVersion' : door.sockets.size >= limits.sockets ? 'full' : undefined;
    next(why === undefined ? undefined : new Error(why));
  });
  door.on('connection', (socket) => {
    guard(socket, parts);
    welcome(socket, { ...parts, signIn, answers });
    socket.emit('desk', desk);
  });
}

interface WelcomeParts extends DeskDoorParts { readonly signIn: ReturnType<typeof createCitySignIn>; readonly answers: ReturnType<typeof createAnswers> }

function welcome(socket: Socket, parts: WelcomeParts): void {
  const { db, now, log } = parts;
  let member: CityMember | undefined;
  let [inFlight, signingIn, touchedAt, locked] = [0, false, 0, false];
  // A clock that was set back has not been idle.
  const isLocked = (): boolean => (locked ||= now() - touchedAt > parts.idleMs + inputEveryMs);
  socket.on('input', () => { if (!isLocked()) touchedAt = now(); });
  const failed = (error: unknown): void => { log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'the desk could not be answered'); };
  socket.on('signIn', (message: unknown, reply: unknown) => {
    const answer: (given: CitySignInReply) => void = replyTo(reply);
    const attempt = citySignInSchema.safeParse(message);
    if (!attempt.success || signingIn) return answer({ ok: false, waitMs: 0 });
    signingIn = true;
    member = undefined;
    const { staffId, pin } = attempt.data;
    void (async (): Promise<void> => {
      try {
        const found = await parts.signIn(staffId, pin);
        if (found.ok || found.tried) await recordAct(db, { staffId, act: found.ok ? 'signedIn' : 'signInFailed', about: '', at: now() });
        if (found.ok) [member, touchedAt, locked] = [found.member, now(), false];
        answer(found.ok ? { ok: true, member: { staffId, name: found.member.name, role: found.member.role }, lockAfterMs: parts.idleMs } : { ok: false, waitMs: Math.ceil(found.waitMs) });
      } catch (error) {
        failed(error);
        answer({ ok: false, waitMs: 0 });
      }
      signingIn = false;
    })();
  });
  socket.on('signOut', (...said: unknown[]) => {
    const left = member;
    member = undefined;
    if (left !== undefined) recordAct(db, { staffId: left.staffId, act: 'signedOut', about: '', at: now() }).catch(failed);
    replyTo(said.at(-1))();
  });
  const serve = (work: (message: unknown, member: CityMember) => Promise<CityAnswer>) => (message: unknown, reply: unknown): void => {
    const answer: (given: CityAnswer) => void = replyTo(reply);
    if (member === undefined) return answer(refused('notSignedIn'));
    if (isLocked()) return answer(refused('locked'));
    if (inFlight >= limits.inFlight) return answer(refused('tooMany'));
    inFlight += 1;
    work(message, member).then(answer, (error: unknown) => { failed(error); answer(refused('unavailable')); }).finally(() => { inFlight -= 1; });
  };
  socket.on('ask', serve((message, asker) => ask(message, asker, parts.answers)));
  socket.on('change', serve((message, asker) => change(message, asker, parts)));
  socket.on('erase', serve((message, asker) => erase(message, asker, parts)));
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
