/* One broken rule each, by the numbers of sync.md section 2, and the invariant that must notice. A rule that nobody misses is a rule that nobody tests. */
import { factVersion } from '@kuaizhao/db/domain/records/fact-version.ts';
import type { Patch } from './sim/patch.ts';

export interface Mutant {
  readonly rule: number;
  readonly what: string;
  readonly patches: readonly Patch[];
  /** where it must be noticed: `line` unless it says otherwise */
  readonly of?: 'file' | 'people';
}

const batch = 'db/city/journal/apply-batch.ts';
const fold = 'db/city/journal/fold-rows.ts';
const fence = 'db/city/journal/fence.ts';
const greetHall = 'db/city/journal/greet-hall.ts';
const session = 'sync-agent/city/hub/hall-session.ts';
const greet = 'sync-agent/hall/uplink/greet.ts';
const pump = 'sync-agent/hall/uplink/pump.ts';
const push = 'sync-agent/hall/uplink/make-push.ts';
const uplink = 'sync-agent/hall/uplink/uplink.ts';
const identity = 'sync-agent/hall/uplink/identity.ts';
const engine = 'sync-agent/hall/engine.ts';
const journal = 'db/hall/journal.ts';
const place = 'db/hall/feeds/place.ts';
const puller = 'sync-agent/hall/feeds/puller.ts';
const merge = 'db/domain/people/sharing/merge.ts';
const clock = 'db/domain/people/sharing/clock.ts';
const sharing = 'db/hall/subjects/people/sharing/sharing.ts';
const hearing = 'sync-agent/hall/people/hear-erasures.ts';
const following = 'sync-agent/hall/online/follow-feed.ts';

export const mutants: readonly Mutant[] = [
  { rule: 1, of: 'file', what: 'the journal is written after the commit of the tables', patches: [{ file: engine, find: 'const span = db.journal.append(fresh, command.commandId, context.now);', replace: 'const { seq } = db.journal.head(); const span = { first: seq + 1, last: seq + fresh.length }; setTimeout(() => { try { db.group(() => { db.operation(() => db.journal.append(fresh, command.commandId, context.now), false); }); } catch { /* a machine that has ended writes no more */ } }, 5);' }] },
  { rule: 2, what: 'a batch may end inside an operation', patches: [{ file: push, find: 'const { rows, boots } = journal.read(at.seq + 1, maxRows, maxBytes);', replace: 'const { rows: found, boots } = journal.read(at.seq + 1, maxRows, maxBytes); const rows = found.length > 1 ? found.slice(0, -1) : found;' }, { file: 'sync-agent/city/hub/open-batch.ts', find: 'opened.at(-1)?.end === true ?', replace: 'opened.length > 0 ?' }] },
  { rule: 3, what: 'the hub acknowledges before it has committed', patches: [{ file: session, find: 'const applied = await applyBatch(', replace: 'const last = opened.rows.at(-1)!; void applyBatch(parts.journal, { hallId, epoch: push.epoch, token: push.token, previous: push.previous, rows: opened.rows, now: parts.now() }, parts.judge).catch(() => undefined); if (last !== undefined) return { kind: \'ack\', cursor: { seq: last.seq, hash: push.previous }, quarantined: 0, credit: 2 }; const applied = await applyBatch(' }, { file: pump, find: "      if (journal.hashAt(reply.cursor.seq) !== reply.cursor.hash) return forked;\n      rewinds = 0;", replace: '      rewinds = 0;' }] },
  { rule: 4, what: 'a gap is applied instead of answered', patches: [{ file: batch, find: "if (cursor.seq < before) return { kind: 'rewind', cursor };", replace: 'if (cursor.seq < before) Object.assign(cursor, { seq: before, hash: batch.previous });' }] },
  { rule: 4, what: 'the cursor stays where it was', patches: [{ file: batch, find: 'await tx.setCursor(hall.hallNo, batch.epoch, reachedNow);', replace: '' }] },
  { rule: 5, what: 'operations are not remembered', patches: [{ file: batch, find: 'const accepted = await tx.takeNew(hallNo, rows);', replace: 'const accepted = rows;' }] },
  { rule: 6, what: 'a fork begins no new epoch', patches: [{ file: greet, find: '  await identity.renew();', replace: '' }] },
  { rule: 7, what: 'a row that the disk changed is pushed', patches: [{ file: push, find: 'if (after !== journal.hashAt(last.seq)) throw', replace: 'if (after === undefined) throw' }, { file: pump, find: "      if (journal.hashAt(reply.cursor.seq) !== reply.cursor.hash) return forked;\n      rewinds = 0;", replace: '      rewinds = 0;' }] },
  { rule: 7, what: 'nobody compares the chains', patches: [
    { file: batch, find: 'reached !== undefined && reached !== cursor.hash', replace: 'reached === cursor.hash && cursor.seq < 0' },
    { file: greetHall, find: 'seq < cursor.seq || (seq === cursor.seq && hash !== cursor.hash)', replace: 'seq < 0 && hash === cursor.hash' },
    { file: greet, find: 'if (journal.hashAt(cursor.seq) !== cursor.hash) return', replace: 'if (cursor.seq < 0) return' },
    { file: greet, find: '  return seq > journal.head().seq || journal.hashAt(seq) !== hash;', replace: '  return seq < 0;' },
    { file: pump, find: "      if (journal.hashAt(reply.cursor.seq) !== reply.cursor.hash) return forked;\n      rewinds = 0;", replace: '      rewinds = 0;' },
    { file: pump, find: '    if (journal.hashAt(reply.cursor.seq) !== reply.cursor.hash) return { kind: \'forked\', reason: forkReason(journal, reply.cursor) };\n    rewinds += 1;', replace: '    rewinds += 1;' },
  ] },
  { rule: 8, what: 'a replaced token is taken again: two machines are one hall', patches: [{ file: fence, find: 'if (retired || (shown === undefined', replace: 'if ((shown === undefined' }] },
  { rule: 8, what: 'only the newest token that was handed out counts: an answer that came late is an alarm', patches: [{ file: fence, find: 'handed: [...used.handed, next].slice(-handedMost)', replace: 'handed: [next]' }, { file: fence, find: 'usedToken(tokens, shown) ?? { token: shown, handed: [], retired: [...tokens.token === null ? [] : [tokens.token], ...tokens.handed] }', replace: 'usedToken(tokens, shown)' }, { file: fence, find: '  return { ...used,', replace: '  if (used === undefined) return undefined;\n  return { ...used,' }] },
  { rule: 8, what: 'a token is used before it is on disk', patches: [{ file: identity, find: 'keepToken: (token) => save(', replace: 'keepToken: (token) => { now = { ...now, token }; return save(' }, { file: identity, find: '({ ...identity, token, restoreCode: undefined })),', replace: '({ ...identity, token, restoreCode: undefined })); },' }] },
  { rule: 9, what: 'the hall does not go back when the hub has', patches: [{ file: pump, find: '    keep(reply.cursor);\n    sent = reply.cursor;', replace: '    keep(confirmed);' }, { file: pump, find: 'let sent = start.cursor;', replace: 'let sent = { seq: journal.acked(), hash: journal.hashAt(journal.acked()) ?? start.cursor.hash };' }] },
  { rule: 9, what: 'rows go that the city has not acknowledged', patches: [{ file: 'db/domain/operations/shorten.ts', find: 'if (seq > acked || clock >= before) break;', replace: 'if (clock >= before) break;' }] },
  { rule: 9, what: 'a hub that went back further than a hall keeps says nothing of it', patches: [{ file: greetHall, find: '    if (lacks > 0 && base !== undefined) await tx.noteGap(', replace: '    if (seq < 0 && base !== undefined) await tx.noteGap(' }] },
  { rule: 9, what: 'the last row that is gone speaks for all before it', patches: [{ file: greetHall, find: 'await tx.missing(hall.hallNo, past)', replace: 'await tx.missing(hall.hallNo, [{ boot: base.boot, first: base.counter, last: base.counter }])' }] },
  { rule: 6, what: 'a new epoch begins at the first row, although that is gone', patches: [{ file: greetHall, find: '(base === undefined ? { seq: 0, hash: chainStart } : { seq: base.seq, hash: base.hash })', replace: '{ seq: 0, hash: chainStart }' }] },
  { rule: 10, what: 'a hall that lost rows does not read them back', patches: [{ file: uplink, find: 'if (lacksOwn(parts, greeting.own))', replace: 'if (lacksOwn(parts, undefined) && greeting.credit < 0)' }] },
  { rule: 11, what: 'the mark runs ahead of the page', patches: [{ file: place, find: '{ ...now, position: to, stamp,', replace: '{ ...now, position: head, stamp: headStamp ?? stamp,' }] },
  { rule: 11, what: 'a hall goes on in a history that the city does not have', patches: [{ file: puller, find: '          feeds.restart(feed);', replace: '' }] },
  { rule: 12, of: 'people', what: 'the word that comes last counts, whenever it was written', patches: [{ file: merge, find: 'compareClocks(one.clock, other.clock) || compareValues(one.value, other.value)', replace: 'compareClocks(one.clock, other.clock) && -1' }] },
  { rule: 12, what: 'two words of one person are brought together in the order in which they come', patches: [{ file: merge, find: 'compareClocks(one.clock, other.clock) || compareValues(one.value, other.value)', replace: 'compareClocks(one.clock, other.clock) && -1' }] },
  { rule: 12, of: 'people', what: 'a clock that was put back undercuts what was seen', patches: [{ file: clock, find: 'return newest.at >= now ? { at: newest.at, n: newest.n + 1 } : { at: now, n: 0 };', replace: 'return { at: now, n: newest.n };' }] },
  { rule: 13, what: 'a wrong clock stops the uplink', patches: [{ file: session, find: 'if (!hello.versions.includes(uplinkVersion))', replace: 'if (Math.abs(hello.clock - parts.now()) > 60_000) return { kind: \'refuse\', nonce: hello.nonce, reason: \'malformed\' }; if (!hello.versions.includes(uplinkVersion))' }] },
  { rule: 14, of: 'people', what: 'what was told of somebody stays in the journal', patches: [{ file: sharing, find: 'for (const statement of [notDue, notTold, forgetCity, blank])', replace: 'for (const statement of [notDue, notTold, forgetCity])' }] },
  { rule: 14, of: 'people', what: 'erasing a body breaks the chain', patches: [{ file: 'db/domain/records/chain.ts', find: '${erased ?? sha256(row.body)}', replace: '${sha256(row.body)}' }] },
  { rule: 14, what: 'a row whose body was erased no longer fits the chain', patches: [{ file: 'db/domain/records/chain.ts', find: '${erased ?? sha256(row.body)}', replace: '${sha256(row.body)}' }] },
  { rule: 14, of: 'people', what: 'an erasure is not done again after a restore', patches: [{ file: following, find: '      if (told !== feed) return;\n      due = true;', replace: '      if (told !== feed) return;' }] },
  { rule: 14, of: 'people', what: 'an erasure is said to be done, and nobody was looked for', patches: [{ file: hearing, find: 'workerIds.push(...found.workerIds);', replace: '' }] },
  { rule: 14, what: 'an erasure is told as done for nobody', patches: [{ file: hearing, find: 'workerIds.push(...found.workerIds);', replace: '' }] },
  { rule: 15, what: 'a copy is shown before it is whole', patches: [{ file: place, find: '  if (to === head) return { generation, cursor: { ...noCursor, generation,', replace: '  if (to <= head) return { generation, cursor: { ...noCursor, generation,' }] },
  { rule: 15, what: 'a copy is made in the one that counts', patches: [{ file: place, find: 'copy_generation: newest(now) + 1, copy_position: 0', replace: 'copy_generation: newest(now), copy_position: 0' }, { file: place, find: 'generation: newest(now) + 1, copying: true, began: head', replace: 'generation: Math.max(1, newest(now)), copying: true, began: head' }] },
  { rule: 16, what: 'a row of a newer hall is thrown away', patches: [{ file: batch, find: 'const accepted = await tx.takeNew(hallNo, rows);', replace: `const accepted = (await tx.takeNew(hallNo, rows)).filter((row) => row.v <= ${factVersion});` }] },
  { rule: 16, what: 'a newer hub does not look again at what waits', patches: [{ file: 'db/city/journal/release.ts', find: 'tx.waitingRows(hall.hallNo, releasedAtOnce)', replace: 'tx.waitingRows(hall.hallNo, 0)' }] },
  { rule: 17, what: 'batches without a window', patches: [{ file: pump, find: 'Math.min(credit, windowOf())', replace: '64' }, { file: push, find: 'let maxRows = batchRows;', replace: 'let maxRows = 1;' }] },
  { rule: 18, what: 'a row that fits nothing stops the hall', patches: [{ file: fold, find: '    else wait(row, judged.reason);', replace: '    else throw new Error(judged.reason);' }] },
  { rule: 18, what: 'what comes after a waiting row goes past it', patches: [{ file: fold, find: '    stuck.add(row.key);', replace: '' }] },
  { rule: 19, what: 'the uplink waits for a wake-up for ever', patches: [{ file: uplink, find: 'idle.wait(pace.pollMs)', replace: 'idle.wait(1e12)' }] },
  { rule: 20, what: 'a hall pulls when it is woken, and only then', patches: [{ file: puller, find: 'await nap.wait(waitMs * (0.75 + parts.unit() / 4));', replace: 'await nap.wait(failed ? waitMs : 1e12);' }] },
  { rule: 21, of: 'file', what: 'a command is answered before its commit', patches: [{ file: engine, find: '        queue({ work: (alone) => carryOut(parts, command, actor, alone), done: (outcome) => resolve(answerOf(parts, command, actor, outcome)) });', replace: "        queue({ work: (alone) => carryOut(parts, command, actor, alone), done: (outcome) => resolve(answerOf(parts, command, actor, outcome)) }); resolve({ ok: true, commandId: command.commandId, facts: [], papers: [] });" }] },
  { rule: 5, of: 'file', what: 'an operation whose row went is not known any more', patches: [{ file: journal, find: 'first <= @counter ORDER BY first DESC LIMIT 1) WHERE last >= @counter', replace: 'first <= @counter ORDER BY first DESC LIMIT 1) WHERE last > @counter + 1000' }] },
  { rule: 7, of: 'file', what: 'a journal that got shorter begins where it did', patches: [{ file: journal, find: '      start = begin();\n', replace: '' }] },
  { rule: 22, of: 'file', what: 'young rows go as soon as the city has them', patches: [{ file: 'db/domain/operations/shorten.ts', find: 'if (seq > acked || clock >= before) break;', replace: 'if (seq > acked) break;' }] },
  { rule: 22, of: 'file', what: 'rows go that no figure has counted', patches: [{ file: 'db/hall/shorten.ts', find: 'Math.min(cursor.get().seq, countedTo())', replace: 'cursor.get().seq' }] },
  { rule: 22, what: 'a full disk ends the uplink', patches: [{ file: uplink, find: "    return { kind: 'lost', reason: 'failed here' };", replace: '    await new Promise(() => undefined); throw error;' }] },
];
