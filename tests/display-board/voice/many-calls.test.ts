/* Many calls at once and a loudspeaker that says each of them three times and in English: with the lengths of the real clips, on a clock of the test, every one is heard before it is stale. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { playerLimits } from '@kuaizhao/display-board/board/sound/player.ts';
import type { VoiceRule } from '@kuaizhao/display-board/board/sound/rule.ts';
import { startVoice } from '@kuaizhao/display-board/board/sound/voice.ts';
import { manifestSchema, voiceFolders, type VoiceLanguage } from '@kuaizhao/display-board/voice/clips.ts';
import type { Sentence } from '@kuaizhao/display-board/voice/sentence.ts';
import { voiceQueueLimits } from '@kuaizhao/display-board/voice/voice-queue.ts';
import { call } from '../stage/morning.ts';

const manifestOf = (language: VoiceLanguage) => manifestSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../display-board/voice', voiceFolders[language], 'manifest.json'), 'utf8')));
const manifests = { 'zh-CN': manifestOf('zh-CN'), en: manifestOf('en') };
const lengthMs = (sentences: readonly Sentence[]): number => sentences.reduce((sum, { language, words }, at) => {
  const { clips, pauseMs, gapMs } = manifests[language];
  return sum + (at === 0 ? 0 : playerLimits.betweenMs) + words.reduce((all, word) => all + (word === 'pause' ? pauseMs : (clips[word]?.ms ?? 0) + gapMs), 0);
}, 0);

/** A voice whose loudspeaker takes as long as the clips do, on a clock that runs from one end to the next. */
function openSpeaker(rule: Partial<VoiceRule>) {
  let now = 0;
  let ends: { readonly at: number; readonly heard: (whole: boolean) => void } | undefined;
  const spoken: { readonly callId: string; readonly at: number }[] = [];
  const said: number[] = [];
  const voice = startVoice({
    player: { prepare: () => undefined, play: (sentences) => { said.push(sentences.length); return new Promise((heard) => { ends = { at: now + lengthMs(sentences), heard }; }); } },
    onSpoken: ({ callId }) => { spoken.push({ callId, at: now }); }, nowMs: () => now, hallNow: () => now,
  });
  voice.ruled({ repeat: 3, second: 'en', mine: () => true, gainAt: () => 1, ...rule });
  voice.sound(true);
  voice.told([]);
  return {
    voice, spoken, said,
    pass: (ms: number): void => { now += ms; },
    /** Until nothing is said any more. */
    async finish(): Promise<void> {
      while (ends !== undefined) {
        const { at, heard } = ends;
        ends = undefined;
        now = Math.max(now, at);
        heard(true);
        await new Promise((done) => { setImmediate(done); });
      }
    },
  };
}
const called = (count: number, more: Partial<BoardCall> = {}): BoardCall[] => Array.from({ length: count }, (_, n) => call(`c${String(n)}`, `A${String(140 + n)}`, 6, { to: { kind: 'table', id: 't6' }, toLabel: '12号洽谈桌', jobNumber: 'J112', at: 1_000, ...more }));

test.each([8, voiceQueueLimits.waiting])('F17 %d called at once, each three times and in English by the plan: while others wait once and in one language, and every one is heard', async (count) => {
  const speaker = openSpeaker({});
  speaker.voice.told(called(count));
  await speaker.finish();
  expect(speaker.spoken.map(({ callId }) => callId)).toEqual(called(count).map(({ callId }) => callId));
  // The last one keeps nobody waiting: it is said as the plan wants it.
  expect(speaker.said).toEqual([...Array.from({ length: count - 1 }, () => 1), 4]);
});

test('F17 called while another is said three times and in English: it is not cut off, and those who came meanwhile are all heard', async () => {
  const speaker = openSpeaker({});
  const first = called(1, { callId: 'first', number: 'A001' });
  speaker.voice.told(first);
  speaker.pass(1_000);
  speaker.voice.told([...called(8), ...first]);
  await speaker.finish();
  expect(speaker.spoken.map(({ callId }) => callId)).toEqual(['first', ...called(8).map(({ callId }) => callId)]);
  expect(speaker.said).toEqual([4, 1, 1, 1, 1, 1, 1, 1, 4]);
});
