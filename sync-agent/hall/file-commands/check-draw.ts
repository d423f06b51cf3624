/* `npm run hall -- check-draw FILE`: whether the lots of a draw follow from its own sheet, for anybody who holds the paper or its data. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkableSchema, checkDraw, type Checkable } from '@kuaizhao/db/domain/draws/check.ts';
import { readSheetLines } from '@kuaizhao/db/domain/draws/sheet-text.ts';
import { complain, exitWrong } from './file-command.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';

/** The sheet does not agree with itself. */
const exitDisagrees = 1;
/** The longest list, its lots and everything around them, some times over. */
const mostBytes = 1_000_000;

const queryReplySchema = z.object({ draw: checkableSchema });
const answerSchema = z.object({ value: queryReplySchema });

/** One JSON line: `{"ok":true,"candidates","drawn"}`, or `{"ok":false,"first","sheet","computed"}` with the first thing that does not agree. Gives 0, 1, or 2 when the file is no sheet. */
export function checkDrawFile(path: string): number {
  const text = readFileSync(path === '-' ? process.stdin.fd : path, 'utf8').replace(/^\uFEFF/, '');
  const sheet = text.length > mostBytes ? 'too long for a sheet' : readSheet(text);
  if (typeof sheet === 'string') {
    complain(sheet);
    return exitWrong;
  }
  const wrong = checkDraw(sheet);
  process.stdout.write(`${JSON.stringify(wrong === undefined ? { ok: true, candidates: sheet.numbers.length, drawn: sheet.drawn !== undefined } : { ok: false, ...wrong })}\n`);
  return wrong === undefined ? 0 : exitDisagrees;
}

/** The JSON of the query `drawSheet`, its answer or its draw alone; else the lines of the paper. A string is what is wrong. */
function readSheet(text: string): Checkable | string {
  if (!text.trimStart().startsWith('{')) return readSheetLines(text);
  const json = parsedJson(text);
  if (json === undefined) return 'begins like JSON and is none';
  const [answer, reply] = [answerSchema.safeParse(json), queryReplySchema.safeParse(json)];
  if (answer.success) return answer.data.value.draw;
  if (reply.success) return reply.data.draw;
  const alone = checkableSchema.safeParse(json);
  return alone.success ? alone.data : `is not the sheet of a draw: ${alone.error.issues[0]?.path.join('.') ?? ''}`;
}
