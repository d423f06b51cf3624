/* Plays sentences out of the clips of the voices. Clips are decoded once and laid end to end on the audio clock, so that words never overlap. */
import { manifestSchema, type ClipName, type Manifest, type VoiceLanguage } from '../../voice/clips.ts';
import type { Sentence } from '../../voice/sentence.ts';

export const playerLimits = {
  /** a sentence that has not ended this long after it should have is given up */
  graceMs: 3_000,
  loadRetryMs: 30_000,
  /** between two sentences of one call */
  betweenMs: 500,
} as const;

/** `blocked`: the browser wants a touch first (kiosk boards start Chromium with --autoplay-policy=no-user-gesture-required). */
export type SoundState = 'loading' | 'on' | 'blocked' | 'broken';

export interface Player {
  /** True when all was heard to its end. `gain` 0 to 1. A sentence whose voice is not there is left out, the first one never. */
  play(sentences: readonly Sentence[], gain: number): Promise<boolean>;
  /** Loads a further voice. */
  prepare(language: VoiceLanguage): void;
  /** Call it from a touch. */
  unblock(): void;
}

interface Voice { readonly manifest: Manifest; readonly sounds: ReadonlyMap<ClipName, AudioBuffer> }

/** A player for the voices in `folders` (each ends with a slash), the first language at once. A voice that cannot be loaded is tried again; until then sentences fail. */
export function openPlayer(folders: Readonly<Record<VoiceLanguage, string>>, onState: (state: SoundState) => void): Player {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.connect(audio.destination);
  const voices = new Map<VoiceLanguage, Voice>();
  const asked = new Set<VoiceLanguage>();
  const tellState = (): void => {
    if (voices.has('zh-CN')) onState(audio.state === 'running' ? 'on' : 'blocked');
  };
  const load = async (language: VoiceLanguage): Promise<void> => {
    try {
      voices.set(language, await loadVoice(audio, folders[language]));
      tellState();
    } catch {
      // Without its second language a board still calls.
      if (language === 'zh-CN') onState('broken');
      setTimeout(() => { void load(language); }, playerLimits.loadRetryMs);
    }
  };
  const prepare = (language: VoiceLanguage): void => {
    if (asked.has(language)) return;
    asked.add(language);
    void load(language);
  };
  audio.addEventListener('statechange', tellState);
  prepare('zh-CN');
  return {
    play: async (sentences, gain) => {
      // Turned down to nothing is not spoken.
      if (gain === 0) return false;
      const sayable = sentences.filter(({ language }) => voices.has(language));
      if (sayable[0]?.language !== sentences[0]?.language || audio.state !== 'running') return false;
      volume.gain.value = gain;
      return playAll(audio, volume, voices, sayable);
    },
    prepare,
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
  const entries = Object.entries(manifest.clips) as [ClipName, { readonly file: string }][];
  const sounds = await Promise.all(entries.map(async ([name, clip]) => [name, await audio.decodeAudioData(await (await read(clip.file)).arrayBuffer())] as const));
  return { manifest, sounds: new Map(sounds) };
}

function playAll(audio: AudioContext, out: AudioNode, voices: ReadonlyMap<VoiceLanguage, Voice>, sentences: readonly Sentence[]): Promise<boolean> {
  const startAt = audio.currentTime + 0.02;
  let at = startAt;
  let last: AudioBufferSourceNode | undefined;
  for (const { language, words } of sentences) {
    const voice = voices.get(language);
    if (voice === undefined) continue;
    if (last !== undefined) at += playerLimits.betweenMs / 1_000;
    for (const word of words) {
      const sound = word === 'pause' ? undefined : voice.sounds.get(word);
      if (sound === undefined) { at += voice.manifest.pauseMs / 1_000; continue; }
      last = audio.createBufferSource();
      last.buffer = sound;
      last.connect(out);
      last.start(at);
      at += sound.duration + voice.manifest.gapMs / 1_000;
    }
  }
  return new Promise((resolve) => {
    // An output that vanishes (a pulled HDMI cable) never says `ended`.
    const giveUp = setTimeout(() => { resolve(false); }, (at - startAt) * 1_000 + playerLimits.graceMs);
    last?.addEventListener('ended', () => { clearTimeout(giveUp); resolve(true); });
  });
}
