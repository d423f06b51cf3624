/* A draw as plain lines that a paper can carry and anybody can type again: a mark, a colon, and what it says, over as many lines as it needs. */
import { checkableSchema, type Checkable } from './check.ts';

/** L the list, H its hash, V1 to V3 the values, S the seed, O the numbers by their lots. */
const marks = ['L', 'H', 'V1', 'V2', 'V3', 'S', 'O'] as const;
type Mark = (typeof marks)[number];
const lineOf = /^\s*(L|H|V[123]|S|O)\s*[:：]\s*(.*?)\s*$/;
/** A hash is read aloud and typed by groups. */
const groupOf = 8;

/** Lines no longer than `columns` (at least 16). An id longer than a line goes on in the next one of the same mark. */
export function sheetLines({ numbers, listHash, drawn }: Checkable, columns: number): string[] {
  const room = Math.max(columns, 16);
  return [
    ...wrapped('L', numbers, room), ...wrapped('H', groups(listHash), room),
    ...(drawn === undefined ? [] : [
      ...drawn.values.flatMap((value, at) => wrapped(marks[2 + at] ?? 'V3', pieces(value, room - 4), room)),
      ...wrapped('S', groups(drawn.seed), room), ...wrapped('O', drawn.lots, room),
    ]),
  ];
}

/** The draw out of such lines, whatever else stands between them, or in one sentence what is missing or wrong. */
export function readSheetLines(text: string): Checkable | string {
  const found = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [, mark, words] = lineOf.exec(line) ?? [];
    if (mark !== undefined && words !== undefined) found.set(mark, [...found.get(mark) ?? [], ...words.split(/[\s,，]+/).filter((word) => word !== '')]);
  }
  const list = (mark: Mark): string[] => found.get(mark) ?? [];
  const joined = (mark: Mark): string => list(mark).join('');
  if (found.size === 0) return 'there is no line "L: A001 A002 …" and no JSON';
  const isDrawn = marks.slice(2).some((mark) => found.has(mark));
  const read = checkableSchema.safeParse({
    numbers: list('L'), listHash: joined('H').toLowerCase(),
    ...(isDrawn ? { drawn: { values: marks.slice(2, 5).map(joined).filter((value) => value !== ''), seed: joined('S').toLowerCase(), lots: list('O') } } : {}),
  });
  return read.success ? read.data : wrongLine(read.error.issues[0]?.path ?? []);
}

function wrongLine(path: readonly PropertyKey[]): string {
  const [part, inner, at] = path[0] === 'drawn' ? path.slice(1) : path;
  const mark = { numbers: 'L', listHash: 'H', values: 'V1', seed: 'S', lots: 'O' }[String(part)] ?? 'L';
  const place = typeof inner === 'number' ? inner : at;
  return typeof place === 'number' ? `line ${mark}: its entry ${place + 1} cannot be read` : `line ${mark}: missing, or not as long as it must be`;
}

const groups = (hash: string): string[] => pieces(hash, groupOf);
const pieces = (text: string, size: number): string[] => text.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];

function wrapped(mark: Mark, words: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  let line = `${mark}:`;
  for (const word of words) {
    if (line.length + 1 + word.length > columns) {
      lines.push(line);
      line = `${mark}:`;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
