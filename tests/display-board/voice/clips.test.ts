/* The committed voices: complete, small, and in the one format that the player counts on. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clipNames, manifestSchema, voiceFolders, voiceLanguages, voiceLimits } from '@kuaizhao/display-board/voice/clips.ts';

describe.each(voiceLanguages)('%s', (language) => {
  const folder = resolve(import.meta.dirname, '../../../display-board/voice', voiceFolders[language]);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));

  test('every word has its clip, and no file is left over', () => {
    expect(manifest.language).toBe(language);
    expect(Object.keys(manifest.clips).sort()).toEqual([...clipNames[language]].sort());
    expect(readdirSync(folder).sort()).toEqual([...Object.values(manifest.clips).map((clip) => clip.file), 'manifest.json'].sort());
  });

  test('a voice that lacks a word is refused', () => {
    const { again: _again, ...clips } = manifest.clips;
    expect(manifestSchema.safeParse({ ...manifest, clips }).success).toBe(false);
  });

  test('16 kHz, mono, 16 bit, as long as the manifest says, sound from the first to the last 100 ms', () => {
    for (const clip of Object.values(manifest.clips)) {
      const wav = readFileSync(join(folder, clip.file));
      expect([wav.toString('latin1', 0, 4), wav.toString('latin1', 8, 16), wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt16LE(34)]).toEqual(['RIFF', 'WAVEfmt ', 1, 16_000, 16]);
      expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
      expect(wav.readUInt32LE(40)).toBe(wav.length - 44);
      expect(Math.abs((wav.length - 44) / 32 - clip.ms)).toBeLessThan(1);
      const loudest = (from: number, to: number): number => {
        let most = 0;
        for (let at = from - (from % 2); at + 1 < to; at += 2) most = Math.max(most, Math.abs(wav.readInt16LE(at)));
        return most;
      };
      expect(loudest(44, 44 + 3_200)).toBeGreaterThan(300);
      expect(loudest(wav.length - 3_200, wav.length)).toBeGreaterThan(100);
    }
  });

  test('all clips together stay small', () => {
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    expect(bytes).toBeLessThanOrEqual(voiceLimits.folderBytes);
  });
});
