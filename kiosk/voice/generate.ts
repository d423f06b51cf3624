/* Makes the clips that the voices of the kiosk lack, with espeak-ng and ffmpeg: offline, free, replaceable by recordings. `node kiosk/voice/generate.ts`, with `--all` everything anew. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFiles } from '@kuaizhao/kiosk/i18n/languages.ts';
import { manifestFile, packBytesLimit, type Clip, type Manifest } from './pack.ts';
import { vocabularyOf } from './said.ts';

const madeBy = 'espeak-ng and ffmpeg, kiosk/voice/generate.ts';
const bitRate = '24k';
const wordsPerMinute = '160';
/** Opus is decoded at this rate whatever it was made at. */
const samplesPerMs = 48;

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Runs a program to its end and gives its standard output; throws with what it said when it fails. */
function run(program: string, args: readonly string[], input?: Buffer): Buffer {
  const done = spawnSync(program, args, { maxBuffer: 16 * 1024 * 1024, ...(input === undefined ? {} : { input }) });
  if (done.error) throw new Error(`${program} cannot be run (apt-get install espeak-ng ffmpeg)`, { cause: done.error });
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr.toString('utf8').trim()}`);
  return done.stdout;
}

const chineseDigits: Readonly<Record<string, string>> = { '0': '零', '1': '一', '2': '二', '3': '三', '4': '四', '5': '五', '6': '六', '7': '七', '8': '八', '9': '九' };

/** Letters are named as in English; the Mandarin voice of espeak-ng spells Chinese characters, its pinyin voice reads them. */
function speak(language: string, text: string): Buffer {
  const isChinese = language === 'zh-CN' && !/^[A-Z]$/.test(text);
  const spoken = isChinese ? chineseDigits[text] ?? text : text;
  const wave = run('espeak-ng', ['-v', isChinese ? 'cmn-latn-pinyin' : 'en-us', '-s', wordsPerMinute, '-p', '45', '--stdout', spoken]);
  const silence = 'silenceremove=start_periods=1:start_threshold=-50dB';
  return run('ffmpeg', [
    '-hide_banner', '-loglevel', 'error', '-i', 'pipe:0', '-af', `${silence},areverse,${silence},areverse,loudnorm=I=-18:TP=-2`, '-ac', '1', '-ar', '48000',
    '-c:a', 'libopus', '-b:a', bitRate, '-application', 'voip', '-map_metadata', '-1', '-fflags', '+bitexact', '-f', 'ogg', 'pipe:1',
  ], wave);
}

/** The granule position of the last page of an Ogg stream counts its samples. */
const lengthMs = (ogg: Buffer): number => Math.round(Number(ogg.readBigUInt64LE(ogg.lastIndexOf('OggS') + 6)) / samplesPerMs);

function readManifest(folder: string): Manifest['clips'] {
  const path = join(folder, manifestFile);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest).clips : {};
}

function makePack(language: string, all: boolean): void {
  const folder = join(import.meta.dirname, language);
  mkdirSync(folder, { recursive: true });
  const before = all ? {} : readManifest(folder);
  const clips: Record<string, Clip> = {};
  let made = 0;
  for (const text of [...vocabularyOf(language)].sort()) {
    const hash = hashOf(text);
    const known = before[text];
    if (known !== undefined && known.hash === hash && existsSync(join(folder, known.file))) {
      clips[text] = known;
      continue;
    }
    const ogg = speak(language, text);
    const file = `${hash}.opus`;
    writeFileSync(join(folder, file), ogg);
    clips[text] = { file, hash, ms: lengthMs(ogg) };
    made += 1;
  }
  const wanted = new Set([manifestFile, ...Object.values(clips).map((clip) => clip.file)]);
  for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name));
  const manifest: Manifest = { language, madeBy, clips };
  writeFileSync(join(folder, manifestFile), `${JSON.stringify(manifest, undefined, 1)}\n`);
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  if (bytes > packBytesLimit) throw new Error(`${language}: ${String(bytes)} bytes of clips, more than ${String(packBytesLimit)}`);
  process.stdout.write(`${language}: ${String(Object.keys(clips).length)} clips, ${String(made)} of them new, ${String(bytes)} bytes\n`);
}

for (const language of Object.keys(languageFiles)) makePack(language, process.argv.includes('--all'));
