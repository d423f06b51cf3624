/* The clips of the voices as sound: fetched when a sentence needs them, decoded once, a limited number kept. */
import { manifestFile, type Manifest } from '@kuaizhao/kiosk/voice/pack.ts';

const limits = {
  /** what one person hears, and the digits */
  clipsKept: 60,
  fetchMs: 4_000,
} as const;

export interface Clips {
  /** In the order of the texts; undefined for one that the pack of the language lacks or that does not come. */
  of(language: string, texts: readonly string[]): Promise<readonly (AudioBuffer | undefined)[]>;
}

/** `at`: where the packs are, a folder for each language. */
export function createClips(context: BaseAudioContext, at: string): Clips {
  const packs = new Map<string, Promise<Manifest | undefined>>();
  const decoded = new Map<string, AudioBuffer>();
  const fetched = (path: string): Promise<Response> => fetch(`${at}${path}`, { signal: AbortSignal.timeout(limits.fetchMs) });

  const loadPack = async (language: string): Promise<Manifest | undefined> => {
    try {
      const response = await fetched(`${language}/${manifestFile}`);
      return response.ok ? ((await response.json()) as Manifest) : undefined;
    } catch {
      // Not kept: the next sentence tries again.
      packs.delete(language);
      return undefined;
    }
  };

  const load = async (path: string): Promise<AudioBuffer | undefined> => {
    const known = decoded.get(path);
    if (known !== undefined) return known;
    try {
      const response = await fetched(path);
      if (!response.ok) return undefined;
      const buffer = await context.decodeAudioData(await response.arrayBuffer());
      decoded.set(path, buffer);
      for (const oldest of decoded.keys()) {
        if (decoded.size <= limits.clipsKept) break;
        decoded.delete(oldest);
      }
      return buffer;
    } catch {
      return undefined;
    }
  };

  return {
    async of(language, texts) {
      const loading = packs.get(language) ?? loadPack(language);
      packs.set(language, loading);
      const pack = await loading;
      return Promise.all(texts.map(async (text) => {
        const file = pack?.clips[text]?.file;
        return file === undefined ? undefined : load(`${language}/${file}`);
      }));
    },
  };
}
