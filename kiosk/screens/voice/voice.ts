/* The voice of the screens: plays the clips of a speech one after the other, and stops when the screen says something else. Silent where a clip, a pack or sound itself is missing. */
import type { Speech } from '@kuaizhao/kiosk/voice/pieces.ts';
import { createClips, type Clips } from './clips.ts';

export interface Voice {
  /** Stops what is said and says this, at a volume of 0 to 1. */
  say(language: string, speech: Speech, volume: number): void;
  stop(): void;
}

export const silentVoice: Voice = { say: () => undefined, stop: () => undefined };

/** between two sentences, and between two clips of one, seconds */
const breath = 0.32;
const joint = 0.02;
/** clips of one speech: the longest text that is read out has 30 */
const clipsLimit = 120;

/** `at`: where the packs are. Sound begins with the first touch where the browser wants one. */
export function createVoice(at = './voice/'): Voice {
  let sound: Sound | undefined;
  let playing: readonly AudioBufferSourceNode[] = [];
  let turn = 0;
  const stop = (): void => {
    turn += 1;
    for (const source of playing) source.stop();
    playing = [];
  };
  const say = async (language: string, speech: Speech, volume: number): Promise<void> => {
    stop();
    const mine = turn;
    sound ??= openSound(at);
    const pieces = speech.flatMap((sentence) => sentence.map((text, index) => ({ text, before: index === 0 ? breath : joint }))).slice(0, clipsLimit);
    const buffers = await sound.clips.of(language, pieces.map(({ text }) => text));
    // Somebody went on in the meantime; or nobody has touched yet and the browser keeps still: said now, it would come out over another screen.
    if (mine !== turn || sound.context.state !== 'running') return;
    sound.gain.gain.value = volume;
    playing = play(sound, pieces.map(({ before }, index) => ({ before, buffer: buffers[index] })));
  };
  return { say: (language, speech, volume) => void say(language, speech, volume), stop };
}

interface Sound { readonly context: AudioContext; readonly gain: GainNode; readonly clips: Clips }

function openSound(at: string): Sound {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.connect(context.destination);
  const wake = (): void => { if (context.state === 'suspended') void context.resume(); };
  globalThis.addEventListener('pointerdown', wake, { passive: true });
  wake();
  return { context, gain, clips: createClips(context, at) };
}

function play({ context, gain }: Sound, pieces: readonly { readonly before: number; readonly buffer: AudioBuffer | undefined }[]): readonly AudioBufferSourceNode[] {
  let when = context.currentTime;
  return pieces.flatMap(({ before, buffer }) => {
    if (buffer === undefined) return [];
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(gain);
    when += before;
    source.start(when);
    when += buffer.duration;
    source.addEventListener('ended', () => source.disconnect(), { once: true });
    return [source];
  });
}
