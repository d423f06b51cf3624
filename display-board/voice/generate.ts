/* Makes the spoken clips of the voice zh-CN-espeak with espeak-ng and sox: offline, free, replaceable by recordings. `node display-board/voice/generate.ts` */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clipNames, manifestSchema, voiceLimits, type ClipName, type Manifest } from './clips.ts';

const voice = 'zh-CN-espeak';
const folder = join(import.meta.dirname, voice);
const sampleRate = 16_000;
const wordsPerMinute = '165';

const chinese: Partial<Record<ClipName, string>> = {
  '0': '零', '1': '一', '2': '二', '3': '三', '4': '四', '5': '五', '6': '六', '7': '七', '8': '八', '9': '九', ten: '十',
  please: '请', number: '号', goTo: '到', window: '号窗口', table: '号洽谈桌', seeBoard: '请看大屏', again: '再次呼叫',
};

/** Runs a program to its end and gives its standard output; throws with what it said when it fails. */
function run(program: string, args: readonly string[], input?: Buffer): Buffer {
  const done = spawnSync(program, args, { maxBuffer: 16 * 1024 * 1024, ...(input === undefined ? {} : { input }) });
  if (done.error) throw new Error(`${program} cannot be run (apt-get install espeak-ng sox)`, { cause: done.error });
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr.toString('utf8').trim()}`);
  return done.stdout;
}

function make(name: ClipName): Buffer {
  // The Mandarin voice of espeak-ng spells Chinese characters in English; the pinyin voice reads them. Letters are named as in English.
  const text = chinese[name];
  const spoken = run('espeak-ng', ['-v', text === undefined ? 'en-us' : 'cmn-latn-pinyin', '-s', wordsPerMinute, '-p', '45', '--stdout', text ?? name]);
  const edge = ['silence', '1', '0.01', '0.5%', 'fade', 't', '0.005'];
  // sox trims and fades beginnings; turned round, the end is one.
  const pcm = run('sox', [
    '-t', 'wav', '--ignore-length', '-', '-t', 'raw', '-e', 'signed', '-b', '16', '-L', '-c', '1', '-r', String(sampleRate), '-D', '-',
    ...edge, 'reverse', ...edge, 'reverse', 'gain', '-n', '-2',
  ], spoken);
  return Buffer.concat([wavHeader(pcm.length), pcm]);
}

const headerBytes = 44;
const bytesPerMs = (sampleRate * 2) / 1_000;

/** RIFF/WAVE, PCM, mono, 16 bit. Written here because sox cannot go back in a pipe to fill in the lengths. */
function wavHeader(pcmBytes: number): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.write('RIFF', 0);
  header.writeUInt32LE(headerBytes - 8 + pcmBytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(pcmBytes, 40);
  return header;
}

mkdirSync(folder, { recursive: true });
const clips: Partial<Manifest['clips']> = {};
let total = 0;
for (const name of clipNames) {
  const wav = make(name);
  total += wav.length;
  const file = `${name}.wav`;
  writeFileSync(join(folder, file), wav);
  clips[name] = { file, text: chinese[name] ?? name, ms: Math.round((wav.length - headerBytes) / bytesPerMs) };
}
if (total > voiceLimits.folderBytes) throw new Error(`${String(total)} bytes of clips, more than ${String(voiceLimits.folderBytes)}`);
const manifest = manifestSchema.parse({ voice, madeBy: 'espeak-ng and sox, display-board/voice/generate.ts', gapMs: 30, pauseMs: 180, clips });
writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
process.stdout.write(`${String(clipNames.length)} clips, ${String(total)} bytes\n`);
