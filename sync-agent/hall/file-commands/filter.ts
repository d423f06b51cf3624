/* `npm run filter -- FILE`: runs the fair-employment filter over JSON lines, for those who write rules and those who check them. */
import { createReadStream, type ReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { once } from 'node:events';
import { z } from 'zod';
import { filterText } from '@kuaizhao/db/domain/law/filter/filter-text.ts';
import { complain, exitWrong, fileCommand } from './file-command.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/**
 * One answer a line, in order: `{"id","outcome","rules","version"}`. A line that cannot be judged gets none, but a message with its number;
 * the rest is judged all the same. Gives how many could not be; blank lines are no lines.
 */
export async function filterLines(lines: AsyncIterable<string>, out: Writable, complain: (message: string) => void): Promise<number> {
  let number = 0;
  let bad = 0;
  for await (const raw of lines) {
    number += 1;
    const line = (number === 1 ? raw.replace(/^\uFEFF/, '') : raw).trim();
    if (line === '') continue;
    const read = readLine(line);
    if (typeof read === 'string') {
      bad += 1;
      complain(`line ${number}: ${read}`);
      continue;
    }
    const { outcome, findings, version } = filterText(read.text);
    const rules = [...new Set(findings.map((finding) => finding.ruleId))];
    if (!out.write(`${JSON.stringify({ id: read.id, outcome, rules, version })}\n`)) await once(out, 'drain');
  }
  return bad;
}

/** Lines end with \n and nothing else: node:readline would also cut at U+2028, which may stand inside a text. */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

/** The line's content, or what is wrong with it; never any of its text, which may be a person's. */
function readLine(line: string): z.infer<typeof lineSchema> | string {
  const value = parsedJson(line);
  if (value === undefined) return 'not JSON';
  const checked = lineSchema.safeParse(value);
  return checked.success ? checked.data : 'needs {"id": string or number, "text": string}';
}

async function open(path: string): Promise<ReadStream | NodeJS.ReadStream> {
  if (path === '-') return process.stdin.setEncoding('utf8');
  const file = createReadStream(path, { encoding: 'utf8' });
  await once(file, 'open');
  return file;
}

async function judgeFile(path: string): Promise<number> {
  const bad = await filterLines(linesOf(await open(path)), process.stdout, complain);
  if (bad > 0) complain(`${bad} ${bad === 1 ? 'line was' : 'lines were'} not judged`);
  return bad > 0 ? exitWrong : 0;
}

if (import.meta.main) await fileCommand('npm run filter -- FILE, with JSON lines {"id","text"}', judgeFile);
