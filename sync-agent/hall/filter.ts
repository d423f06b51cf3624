/* `npm run filter -- FILE`: runs the fair-employment filter over JSON lines, for those who write rules and those who check them. */
import { createReadStream, type ReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { once } from 'node:events';
import { z } from 'zod';
import { filterText } from '@kuaizhao/db/domain/law/filter/filter-text.ts';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** Nothing was read, or some lines could not be judged. */
const exitWrong = 2;

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
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  const checked = lineSchema.safeParse(value);
  return checked.success ? checked.data : 'needs {"id": string or number, "text": string}';
}

async function open(path: string): Promise<ReadStream | NodeJS.ReadStream> {
  if (path === '-') return process.stdin.setEncoding('utf8');
  const file = createReadStream(path, { encoding: 'utf8' });
  await once(file, 'open');
  return file;
}

const complain = (message: string): void => {
  process.stderr.write(`${message}\n`);
};

async function main(paths: readonly string[]): Promise<number> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) {
    complain('usage: npm run filter -- FILE   (JSON lines {"id","text"}; - for standard input)');
    return exitWrong;
  }
  const input = await open(path);
  const bad = await filterLines(linesOf(input), process.stdout, complain);
  if (bad > 0) complain(`${bad} ${bad === 1 ? 'line was' : 'lines were'} not judged`);
  return bad > 0 ? exitWrong : 0;
}

const explain = (error: unknown): string => {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'that is a folder, not a file';
  return error instanceof Error ? error.message : 'could not read';
};

if (import.meta.main) {
  // A reader that closes early (| head) wants no more: that is no mistake.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : exitWrong));
  try {
    requireNode24();
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    complain(explain(error));
    process.exitCode = exitWrong;
  }
}
