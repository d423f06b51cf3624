/* Makes the spoken clips of the board's voices with espeak-ng and sox: offline, free, replaceable by recordings. `node display-board/voice/generate.ts` */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clipNames, manifestSchema, voiceFolders, voiceLanguages, voiceLimits, type ClipName, type Manifest, type VoiceLanguage } from './clips.ts';

const sampleRate = 16_000;
const wordsPerMinute = '165';

const chinese: Partial<Record<ClipName, string>> = {
  '0': '零', '1': '一', '2': '二', '3': '三', '4': '四', '5': '五', '6': '六', '7': '七', '8': '八', '9': '九', ten: '十',
  please: '请', number: '号', goTo: '到', window: '号窗口', table: '号洽谈桌', job: '招工单', seeBoard: '请看大屏', again: '再次呼叫',
};
const english: Partial<Record<ClipName, string>> = { goTo: 'please go to', window: 'window', table: 'table', job: 'for job', seeBoard: 'please see the board', again: 'calling again' };
const texts: Record<VoiceLanguage, Partial<Record<ClipName, string>>> = { 'zh-CN': chinese, en: english };

/** Runs a program to its end and gives its standard output; throws with what it said when it fails. */
function run(program: string, args: readonly string[], input?: Buffer): Buffer {
  const done = spawnSync(program, args, { maxBuffer: 16 * 1024 * 1024, ...(input === undefined ? {} : { input }) });
  if (done.error) throw new Error(`${program} cannot be run (apt-get install espeak-ng sox)`, { cause: done.error });
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr.toString('utf8').trim()}`);
  return done.stdout;
}

function make(name: ClipName, language: VoiceLanguage): Buffer {
  // The Mandarin voice of espeak-ng spells Chinese characters in English; the pinyin voice reads them. Letters are named as in English.
  const text = texts[language][name];
  const isChinese = language === 'zh-CN' && text !== undefined;
  const spoken = run('espeak-ng', ['-v', isChinese ? 'cmn-latn-pinyin' : 'en-us', '-s', wordsPerMinute, '-p', '45', '--stdout', text ?? name]);
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

function makeVoice(language: VoiceLanguage): void {
  const voice = voiceFolders[language];
  const folder = join(import.meta.dirname, voice);
  mkdirSync(folder, { recursive: true });
  const clips: Manifest['clips'] = {};
  let total = 0;
  for (const name of clipNames[language]) {
    const wav = make(name, language);
    total += wav.length;
    const file = `${name}.wav`;
    writeFileSync(join(folder, file), wav);
    clips[name] = { file, text: texts[language][name] ?? name, ms: Math.round((wav.length - headerBytes) / bytesPerMs) };
  }
  if (total > voiceLimits.folderBytes) throw new Error(`${String(total)} bytes of clips, more than ${String(voiceLimits.folderBytes)}`);
  const manifest = manifestSchema.parse({ voice, language, madeBy: 'espeak-ng and sox, display-board/voice/generate.ts', gapMs: 30, pauseMs: 180, clips });
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  process.stdout.write(`${voice}: ${String(clipNames[language].length)} clips, ${String(total)} bytes\n`);
}

for (const language of voiceLanguages) makeVoice(language);
