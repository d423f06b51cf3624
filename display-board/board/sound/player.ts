/* Plays sentences out of the clips of one voice. Clips are decoded once and laid end to end on the audio clock, so that words never overlap. */
import { manifestSchema, type ClipName, type Manifest } from '../../voice/clips.ts';
import type { Said } from '../../voice/sentence.ts';

export const playerLimits = {
  /** a sentence that has not ended this long after it should have is given up */
  graceMs: 3_000,
  loadRetryMs: 30_000,
} as const;

/** `blocked`: the browser wants a touch first (kiosk boards start Chromium with --autoplay-policy=no-user-gesture-required). */
export type SoundState = 'loading' | 'on' | 'blocked' | 'broken';

export interface Player {
  /** True when it was heard to its end. */
  play(sentence: readonly Said[]): Promise<boolean>;
  /** Call it from a touch. */
  unblock(): void;
}

interface Voice { readonly manifest: Manifest; readonly sounds: ReadonlyMap<ClipName, AudioBuffer> }

/** A player for the voice in `folder` (ends with a slash). A voice that cannot be loaded is tried again; until then sentences fail. */
export function openPlayer(folder: string, onState: (state: SoundState) => void): Player {
  const audio = new AudioContext();
  let voice: Voice | undefined;
  const tellState = (): void => {
    if (voice !== undefined) onState(audio.state === 'running' ? 'on' : 'blocked');
  };
  const load = async (): Promise<void> => {
    try {
      voice = await loadVoice(audio, folder);
      tellState();
    } catch {
      onState('broken');
      setTimeout(() => { void load(); }, playerLimits.loadRetryMs);
    }
  };
  audio.addEventListener('statechange', tellState);
  void load();
  return {
    play: async (sentence) => (voice === undefined || audio.state !== 'running' ? false : playAll(audio, voice, sentence)),
    unblock: () => { void audio.resume(); },
  };
}

async function loadVoice(audio: AudioContext, folder: string): Promise<Voice> {
  const read = async (file: string): Promise<Response> => {
    const response = await fetch(`${folder}${file}`);
    if (!response.ok) throw new Error(`${file}: ${String(response.status)}`);
    return response;
  };
  const manifest = manifestSchema.parse(await (await read('manifest.json')).json());
  const entries = Object.entries(manifest.clips) as [ClipName, Manifest['clips'][ClipName]][];
  const sounds = await Promise.all(entries.map(async ([name, clip]) => [name, await audio.decodeAudioData(await (await read(clip.file)).arrayBuffer())] as const));
  return { manifest, sounds: new Map(sounds) };
}

function playAll(audio: AudioContext, { manifest, sounds }: Voice, sentence: readonly Said[]): Promise<boolean> {
  const startAt = audio.currentTime + 0.02;
  let at = startAt;
  let last: AudioBufferSourceNode | undefined;
  for (const word of sentence) {
    const sound = word === 'pause' ? undefined : sounds.get(word);
    if (sound === undefined) { at += manifest.pauseMs / 1_000; continue; }
    last = audio.createBufferSource();
    last.buffer = sound;
    last.connect(audio.destination);
    last.start(at);
    at += sound.duration + manifest.gapMs / 1_000;
  }
  return new Promise((resolve) => {
    // An output that vanishes (a pulled HDMI cable) never says `ended`.
    const giveUp = setTimeout(() => { resolve(false); }, (at - startAt) * 1_000 + playerLimits.graceMs);
    last?.addEventListener('ended', () => { clearTimeout(giveUp); resolve(true); });
  });
}
