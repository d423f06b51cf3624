/* The committed voices: a clip for everything that any screen can come to say, and no clip of another text. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageFiles } from '@kuaizhao/kiosk/i18n/languages.ts';
import { jobSteps } from '@kuaizhao/kiosk/session/job/job-steps.ts';
import { partsOf } from '@kuaizhao/kiosk/screens/view/job-parts.ts';
import { manifestFile, packBytesLimit, type Manifest } from '@kuaizhao/kiosk/voice/pack.ts';
import { partKeys, saidBy, vocabularyOf } from '@kuaizhao/kiosk/voice/said.ts';
import { faceOf, hall, morning, portrait, scenes, terms } from '../../pictures/kiosk/faces.ts';

const house = join(import.meta.dirname, '../../../kiosk/voice');
const opusHead = 'OpusHead';
/** asked only of who wants them */
const onceAsked = ['named', 'quotes'] as const;
const parts = [...jobSteps.flatMap((step) => partsOf(step, { draft: terms, bays: hall.bays, now: morning })), ...onceAsked];

describe.each(Object.keys(languageFiles))('%s', (language) => {
  const folder = join(house, language);
  const { clips } = JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')) as Manifest;

  test('§6 every prompt can be heard: each text has a clip made of that very text (npm run voice)', () => {
    const lacking = [...vocabularyOf(language)].filter((text) => clips[text]?.hash !== createHash('sha256').update(text).digest('hex').slice(0, 12));
    expect(lacking).toEqual([]);
  });

  test('§6 every face says something, and all of it is in the pack', () => {
    for (const scene of scenes) {
      for (const part of scene.screen.at.startsWith('job') ? parts : [undefined]) {
        const pieces = saidBy(faceOf(scene, portrait, language, 0), part).flat();
        expect([scene.name, part, pieces.length > 0, pieces.filter((piece) => clips[piece] === undefined)]).toEqual([scene.name, part, true, []]);
      }
    }
  });

  test('no file is left over, each is Opus in one channel, and all together stay small', () => {
    expect(readdirSync(folder).sort()).toEqual([manifestFile, ...new Set(Object.values(clips).map((clip) => clip.file))].sort());
    for (const { file, ms } of Object.values(clips)) {
      const bytes = readFileSync(join(folder, file));
      expect([file, bytes.toString('latin1', 0, 4), bytes.indexOf(opusHead) > 0, bytes[bytes.indexOf(opusHead) + opusHead.length + 1]]).toEqual([file, 'OggS', true, 1]);
      expect(ms).toBeGreaterThan(80);
      expect(bytes.length * 8).toBeLessThan(64 * Math.max(ms, 300));
    }
    expect(readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)).toBeLessThan(packBytesLimit);
  });
});

test('§6 every part of a posting has its sentence', () => {
  expect(parts.filter((part) => partKeys[part] === undefined)).toEqual([]);
  expect(new Set(parts).size).toBe(Object.keys(partKeys).length);
});
