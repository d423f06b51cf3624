/* Words that belong to nobody, to be looked for wherever the town writes or sends: in every way in which programs write text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import iconv from 'iconv-lite';

/** Base64 says the same bytes in three ways, by where they begin; the letters at the edges belong to neighbours too. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').replace(/=+$/, '');
    return text.slice(before === 0 ? 0 : before + 1, (bytes.length + before) % 3 === 0 ? undefined : -1);
  });
}

/** UTF-8, GBK, UTF-16, JSON with escapes, as a part of a URL, base64 (both alphabets) and hex of UTF-8 and GBK. */
export function formsOf(word: string): Buffer[] {
  const [utf8, gbk] = [Buffer.from(word, 'utf8'), iconv.encode(word, 'gbk')];
  const escaped = (upper: boolean): string => Array.from(word, (letter) => {
    const code = letter.charCodeAt(0).toString(16).padStart(4, '0');
    return letter > '~' ? `\\u${upper ? code.toUpperCase() : code}` : letter;
  }).join('');
  const texts = [encodeURIComponent(word), escaped(false), escaped(true), ...[utf8, gbk].flatMap((bytes) => [...base64Forms(bytes).flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]), bytes.toString('hex'), bytes.toString('hex').toUpperCase()])];
  return [utf8, gbk, Buffer.from(word, 'utf16le'), ...texts.map((text) => Buffer.from(text, 'latin1'))];
}

/** Which of the words are in these bytes, as `where: word`. */
export function canariesIn(bytes: Buffer, where: string, words: readonly string[]): string[] {
  return words.filter((word) => formsOf(word).some((form) => bytes.includes(form))).map((word) => `${where}: ${word}`);
}

/** The same over every file below `dir`. Also gives how many files and bytes were looked at, so that an empty folder is no proof. */
export function canariesBelow(dir: string, words: readonly string[]): { readonly found: string[]; readonly files: readonly string[]; readonly bytes: number } {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  let bytes = 0;
  const found = paths.flatMap((path) => {
    const content = readFileSync(path);
    bytes += content.length;
    return canariesIn(content, relative(dir, path), words);
  });
  return { found, files: paths.map((path) => relative(dir, path)), bytes };
}
