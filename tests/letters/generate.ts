/* `npm run letters`: draws the dots of the letters that printers lack, once, from free fonts of Debian, so that a kiosk needs neither fonts nor anything that draws. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { lettersPath } from '@kuaizhao/hardware/ticket-printer/letters/letters.ts';
import { findBrowser } from '../pictures/browser.ts';

/** apt-get install fonts-noto-cjk fonts-hanazono fonts-dejavu-core */
interface Font {
  readonly family: string;
  readonly file: string;
  /** pixels of its em; DejaVu's letters are 12 dots wide at 20 */
  readonly em: number;
  readonly baseline: number;
  /** dots added around every stroke: thin horizontals of a mincho face would vanish */
  readonly stroke: number;
  readonly dots: 12 | 24;
  readonly ranges: readonly (readonly [number, number])[];
}
const noto = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
const ideographs = [[0x34_00, 0x4d_bf], [0x4e_00, 0x9f_ff], [0xf9_00, 0xfa_ff], [0x2_00_00, 0x2_eb_ef], [0x2_f8_00, 0x2_fa_1f]] as const;
const alphabets = [[0xa0, 0x5_2f], [0x6_00, 0x6_ff], [0x1e_00, 0x1f_ff], [0xfb_50, 0xfd_ff], [0xfe_70, 0xfe_ff]] as const;
/** The first font that has a letter draws it. */
const fonts: readonly Font[] = [
  { family: 'Noto Sans Mono CJK SC', file: noto, em: 24, baseline: 21, stroke: 0, dots: 12, ranges: [[0x20, 0x7e]] },
  { family: 'Noto Sans CJK SC', file: noto, em: 24, baseline: 21, stroke: 0, dots: 24, ranges: [[0xb7, 0xb7], [0x20_10, 0x2b_ff], [0x2e_80, 0x33_ff], ...ideographs, [0xac_00, 0xd7_a3], [0xfe_30, 0xfe_6f], [0xff_01, 0xff_ee]] },
  // ≒ │ ┆ ┊, whose thin lines fall between the dots
  { family: 'Noto Sans CJK SC', file: noto, em: 24, baseline: 21, stroke: 0.9, dots: 24, ranges: [[0x22_52, 0x22_52], [0x25_00, 0x25_0f]] },
  { family: 'DejaVu Sans Mono', file: '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf', em: 20, baseline: 19, stroke: 0, dots: 12, ranges: alphabets },
  // ۆ, ۇ, ۈ of Uyghur, ễ of Vietnamese and the like
  { family: 'DejaVu Sans', file: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', em: 18, baseline: 19, stroke: 0, dots: 12, ranges: alphabets },
  { family: 'HanaMinA', file: '/usr/share/fonts/truetype/hanazono/HanaMinA.ttf', em: 24, baseline: 21, stroke: 0.9, dots: 24, ranges: ideographs },
  { family: 'HanaMinB', file: '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf', em: 24, baseline: 21, stroke: 0.9, dots: 24, ranges: ideographs },
];

/** Aliased and hinted to the grid: letters of 24 dots want whole dots. */
const fontsConf = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir><match target="font">
<edit name="antialias" mode="assign"><bool>false</bool></edit><edit name="hinting" mode="assign"><bool>true</bool></edit><edit name="autohint" mode="assign"><bool>true</bool></edit>
<edit name="hintstyle" mode="assign"><const>hintfull</const></edit></match></fontconfig>`;

/** What the font has, by fontconfig. */
function covered(file: string): Set<number> {
  const charset = execFileSync('fc-query', ['--index=0', '--format=%{charset}', file], { encoding: 'utf8', maxBuffer: 1 << 24 });
  const all = new Set<number>();
  for (const range of charset.trim().split(/\s+/)) {
    const [first = Number.NaN, last = first] = range.split('-').map((hex) => Number.parseInt(hex, 16));
    for (let code = first; code <= last; code++) all.add(code);
  }
  return all;
}

interface Asked { readonly codes: readonly number[]; readonly font: string; readonly baseline: number; readonly stroke: number; readonly dots: number }

/** In the page: the dots of each letter, 24 rows of 2 or 3 bytes. */
function draw({ codes, font, baseline, stroke, dots }: Asked): number[] {
  const canvas = Object.assign(document.createElement('canvas'), { width: 24 * codes.length, height: 24 });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, 24);
  pen.fillStyle = '#000';
  pen.font = font;
  pen.lineWidth = stroke;
  codes.forEach((code, at) => {
    pen.save();
    pen.beginPath();
    pen.rect(at * 24, 0, dots, 24);
    pen.clip();
    pen.fillText(String.fromCodePoint(code), at * 24, baseline);
    if (stroke > 0) pen.strokeText(String.fromCodePoint(code), at * 24, baseline);
    pen.restore();
  });
  const { data } = pen.getImageData(0, 0, canvas.width, 24);
  return codes.flatMap((_, at) => Array.from({ length: 24 }, (__, y) => Array.from({ length: Math.ceil(dots / 8) }, (___, byte) => {
    let bits = 0;
    for (let bit = 0; bit < 8; bit++) {
      const x = byte * 8 + bit;
      if (x < dots && (data[4 * (y * canvas.width + at * 24 + x)] ?? 255) < 128) bits |= 0x80 >> bit;
    }
    return bits;
  })).flat());
}

async function dotsOf(page: Page, { family, em, baseline, stroke, dots }: Font, codes: readonly number[]): Promise<Uint8Array[]> {
  const glyphs: Uint8Array[] = [];
  const bytes = 24 * Math.ceil(dots / 8);
  for (let from = 0; from < codes.length; from += 500) {
    const some = codes.slice(from, from + 500);
    const drawn = await page.evaluate(draw, { codes: some, font: `${em}px "${family}"`, baseline, stroke, dots });
    for (let at = 0; at < some.length; at++) glyphs.push(Uint8Array.from(drawn.slice(at * bytes, (at + 1) * bytes)));
  }
  return glyphs;
}

/** Accents that hang on another letter stand nowhere by themselves. */
const mark = /\p{M}/u;
/** Nothing else may be blank. */
const spaces: ReadonlySet<number> = new Set([0x20, 0x30_00]);

interface Run { readonly first: number; readonly dots: number; readonly glyphs: Uint8Array[] }

async function drawAll(page: Page): Promise<Run[]> {
  const taken = new Set<number>();
  const drawn: { readonly code: number; readonly dots: number; readonly glyph: Uint8Array }[] = [];
  for (const font of fonts) {
    const has = covered(font.file);
    const codes = font.ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at)).filter((code) => has.has(code) && !taken.has(code) && !mark.test(String.fromCodePoint(code)));
    const glyphs = await dotsOf(page, font, codes);
    codes.forEach((code, at) => {
      const glyph = glyphs[at] ?? new Uint8Array();
      if (!spaces.has(code) && glyph.every((byte) => byte === 0)) return;
      taken.add(code);
      drawn.push({ code, dots: font.dots, glyph });
    });
  }
  const runs: Run[] = [];
  for (const { code, dots, glyph } of drawn.sort((one, two) => one.code - two.code)) {
    const last = runs.at(-1);
    if (last !== undefined && last.dots === dots && last.first + last.glyphs.length === code) last.glyphs.push(glyph);
    else runs.push({ first: code, dots, glyphs: [glyph] });
  }
  return runs;
}

/** Count of runs; per run the first letter, how many, dots of width (each 4 bytes, little endian); then the dots. */
function packed(runs: readonly Run[]): Buffer {
  const head = Buffer.alloc(4 + 12 * runs.length);
  head.writeUInt32LE(runs.length, 0);
  runs.forEach(({ first, dots, glyphs }, at) => [first, glyphs.length, dots].forEach((value, place) => head.writeUInt32LE(value, 4 + 12 * at + 4 * place)));
  return brotliCompressSync(Buffer.concat([head, ...runs.flatMap(({ glyphs }) => glyphs)]), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
}

const dir = mkdtempSync(join(tmpdir(), 'letters-'));
writeFileSync(join(dir, 'fonts.conf'), fontsConf);
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--font-render-hinting=full'], env: { ...process.env, FONTCONFIG_FILE: join(dir, 'fonts.conf') } });
try {
  const runs = await drawAll(await browser.newPage());
  const bytes = packed(runs);
  writeFileSync(lettersPath, bytes);
  process.stdout.write(`${JSON.stringify({ letters: runs.reduce((sum, { glyphs }) => sum + glyphs.length, 0), runs: runs.length, bytes: bytes.length })}\n`);
} finally {
  await browser.close();
  rmSync(dir, { recursive: true });
}
