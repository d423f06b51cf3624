/* The probe of a ticket printer: asks everything the kiosk may ask, prints a sheet for the eye, and says which profile fits. */
import type { DeviceLog, Line, PrinterState, Timer } from '../ports.ts';
import { createPrinterLink, type PrinterLink } from '../ticket-printer/driver/printer-link.ts';
import { askPaper, enableStatusPush } from '../ticket-printer/driver/real-time.ts';
import { canPrint, stateOf } from '../ticket-printer/driver/status.ts';
import { printerProfiles, type PaperProfile, type PrinterProfile } from '../ticket-printer/profiles.ts';
import { printerSheet } from './printer-sheet.ts';
import { failureWords, sheetWords, stateWords } from './printer-words.ts';
import type { ProbeReport, ProbeResult, Words } from './report.ts';

export const printerProbeLimits = { doneMs: 1_500, pushMs: 600, sheetSendMs: 30_000, sheetDoneMs: 20_000 } as const;

/** What only an eye can see; what is not told is taken for the careful choice. */
export type Seen = Partial<Pick<PaperProfile, 'columns' | 'characterSet' | 'qr' | 'cutter'>>;
/** One way to the printer, and what kiosk.json says of it. */
export interface PrinterWay { readonly config: Readonly<Record<string, string | number>>; readonly open: () => Promise<Line> }

export interface PrinterProbeParts {
  readonly report: ProbeReport;
  readonly timer: Timer;
  /** tried one after the other until one answers: the speeds of a serial line */
  readonly ways: readonly PrinterWay[];
  /** false for wires that only take: silence is no trouble there */
  readonly answers: boolean;
  readonly sheet: boolean;
  readonly seen: Seen;
}

type Capabilities = Pick<PrinterProfile, 'completion' | 'status'>;
const log: DeviceLog = () => undefined;

/** Two readers of one line: answers to GS r would be noise to the one, pushes noise to the other. */
function createLinks(line: Line, timer: Timer) {
  let pushes = 0;
  const parts = { line, timer, log, pushed: () => { pushes += 1; } };
  return {
    marks: createPrinterLink({ ...parts, profile: { completion: 'mark', status: 'asked' } }),
    papers: createPrinterLink({ ...parts, profile: { completion: 'paper', status: 'asked' } }),
    pushes: () => pushes,
  };
}
type Links = ReturnType<typeof createLinks>;

const tellCapability = (report: ProbeReport, step: string, has: boolean, yes: Words, no: Words): void => report.tell(step, has ? 'fine' : 'note', has ? yes : no, { has });

/** How the printer tells that a paper is out, and whether it pushes its state. */
async function probeAnswers({ marks, papers, pushes }: Links, report: ProbeReport): Promise<Capabilities> {
  const [maker, model] = [await marks.name(66), await marks.name(67)];
  report.tell('model', 'note', { zh: `型号：${model ?? '没有说'}，厂家：${maker ?? '没有说'}`, en: `model: ${model ?? 'not told'}, maker: ${maker ?? 'not told'}` }, { model: model ?? '', maker: maker ?? '' });
  await marks.send(marks.completionOf('KZ#1'), printerProbeLimits.doneMs);
  const mark = await marks.completed('KZ#1', printerProbeLimits.doneMs);
  tellCapability(report, 'mark', mark, { zh: '会说“打完了”（GS ( H）：最好的一种', en: 'tells that a paper is out (GS ( H): the best there is' }, { zh: '不认识 GS ( H', en: 'does not know GS ( H' });
  papers.completionOf('');
  await papers.send(askPaper, printerProbeLimits.doneMs);
  const paper = await papers.completed('', printerProbeLimits.doneMs);
  tellCapability(report, 'paper', paper, { zh: '会在打完后回答纸的状态（GS r）', en: 'answers GS r behind a paper' }, { zh: '不认识 GS r', en: 'does not know GS r' });
  tellCapability(report, 'clear', await marks.clear(), { zh: '会清空自己的缓冲（DLE DC4）：断线之后不会打两张', en: 'clears its buffers (DLE DC4): no second paper after a cut line' }, { zh: '不会清空缓冲：断线之后要人看一眼', en: 'does not clear its buffers: after a cut line a person has to look' });
  await marks.send(enableStatusPush, printerProbeLimits.doneMs);
  await marks.wait(printerProbeLimits.pushMs);
  const pushed = pushes() > 0;
  tellCapability(report, 'push', pushed, { zh: '状态一变就自己说（ASB）', en: 'tells changes of state by itself (ASB)' }, { zh: '状态要问才说', en: 'tells its state when asked' });
  const completion = mark ? 'mark' : paper ? 'paper' : 'none';
  if (completion === 'none') report.tell('completion', 'note', { zh: '不会说“打完了”：每张票要人看一眼出没出来', en: 'never tells that a paper is out: a person says so of each' });
  // Pushed status cannot be told from the answers of GS r.
  return { completion, status: pushed && completion !== 'paper' ? 'pushed' : 'asked' };
}

/** Sends the sheet and, where the printer can tell, waits until it is out. */
async function probeSheet({ marks, papers }: Links, { completion }: Capabilities, { report, timer }: PrinterProbeParts): Promise<boolean> {
  const link: PrinterLink = completion === 'paper' ? papers : marks;
  const from = timer.now();
  const bytes = Buffer.concat([printerSheet(), completion === 'none' ? Buffer.of() : link.completionOf('KZ#2')]);
  const taken = await link.send(bytes, printerProbeLimits.sheetSendMs);
  const sentMs = Math.round(timer.now() - from);
  const out = taken && completion !== 'none' && (await link.completed('KZ#2', printerProbeLimits.sheetDoneMs));
  const doneMs = Math.round(timer.now() - from);
  const figures = { bytes: bytes.length, sentMs, ...(out ? { doneMs } : {}) };
  if (!taken) report.tell('sheet', 'wrong', { zh: '试纸没有发完：线断了，或者打印机不收了', en: 'the sheet was not taken whole: the line ended, or the printer stopped taking' }, figures);
  else if (completion === 'none') report.tell('sheet', 'note', { zh: `试纸发出去了，${bytes.length} 字节；出来没有要看一眼`, en: `the sheet was sent, ${bytes.length} bytes; whether it came out an eye must tell` }, figures);
  else if (out) report.tell('sheet', 'fine', { zh: `试纸打完了，用了 ${doneMs} 毫秒（${bytes.length} 字节，约 30 厘米）`, en: `the sheet is out after ${doneMs} ms (${bytes.length} bytes, about 30 cm)` }, figures);
  else report.tell('sheet', 'wrong', { zh: '试纸发出去了，但一直没有说打完：看纸、盖子和切刀', en: 'the sheet was sent, and its end was never told: look at paper, cover and cutter' }, figures);
  for (const { step, words } of sheetWords) report.tell(step, 'note', words);
  return taken && (completion === 'none' || out);
}

/** A profile by its name where one says just this, else spelled out. */
export function profileFor(capabilities: Capabilities, { columns = 48, characterSet = 'gb2312', qr = 'raster', cutter = 'partial' }: Seen): string | object {
  const wanted = { columns, characterSet, qr, cutter, ...capabilities };
  const named = Object.entries(printerProfiles).find(([, profile]) => Object.entries(wanted).every(([key, value]) => profile[key as keyof typeof profile] === value));
  return named?.[0] ?? wanted;
}

/** The first way on which somebody answers; one that is alone also when nobody does. Undefined: the report says why. */
async function openWay({ ways, report, timer }: PrinterProbeParts): Promise<{ readonly way: PrinterWay; readonly links: Links; readonly state: PrinterState | undefined } | undefined> {
  const shut = new Set<unknown>();
  for (const way of ways) {
    const { path } = way.config;
    const where = Object.values(way.config).join(' ');
    // A port that cannot be opened is not opened at another speed either.
    if (shut.has(path)) continue;
    try {
      const links = createLinks(await way.open(), timer);
      const status = await links.marks.status();
      if (status !== undefined || ways.length === 1) return { way, links, state: status === undefined ? undefined : stateOf(status) };
      await links.marks.close();
      report.tell('port', 'note', { zh: `${where}：没有回答`, en: `${where}: no answer` }, way.config);
    } catch (error) {
      shut.add(path);
      const words = failureWords(error);
      report.tell('open', ways.length === 1 ? 'wrong' : 'note', { zh: `${where}：${words.zh}`, en: `${where}: ${words.en}` }, way.config);
    }
  }
  // Nothing is printed where nobody answered and nobody said that a printer is there: it could be a card reader.
  if (ways.length !== 1) report.tell('notFound', 'wrong', { zh: '没有一个串口上有会回答的打印机。只收不答的机型：写明 --path 和 --baud', en: 'no printer answers on any serial port; for one that only takes, tell --path and --baud' });
  return undefined;
}

/** 0: what the kiosk needs works. 1: it is there and something is wrong, or it should answer and does not. 3: no way to it. Never rejects. */
export async function probePrinter(parts: PrinterProbeParts): Promise<ProbeResult> {
  const { report, answers, sheet, seen } = parts;
  const found = await openWay(parts).catch(() => undefined);
  if (found === undefined) return 3;
  const { way, links, state } = found;
  try {
    if (state !== undefined) report.tell('state', canPrint(state) ? 'fine' : 'wrong', stateWords(state), { state });
    else if (answers) report.tell('state', 'wrong', { zh: '打印机什么都不回答：通电了吗？波特率对吗？只会收不会说的机型也能用，但每张票要人看', en: 'the printer answers nothing: is it on, is the speed right? One that only takes can be used, and a person looks at each paper' }, { state: 'silent' });
    else report.tell('state', 'note', { zh: '这种线只能发，打印机说的话回不来', en: 'this wire only takes: nothing the printer says comes back' }, { state: 'mute' });
    if (state !== undefined && !canPrint(state)) return 1;
    const capabilities: Capabilities = state === undefined ? { completion: 'none', status: 'none' } : await probeAnswers(links, report);
    if (sheet && !(await probeSheet(links, capabilities, parts))) return 1;
    const printer = { ...way.config, profile: profileFor(capabilities, seen) };
    report.tell('config', 'note', { zh: `写进 kiosk.json： "printer": ${JSON.stringify(printer)}`, en: 'goes into kiosk.json like this; what the sheet shows is told by the options above' }, { profile: typeof printer.profile === 'string' ? printer.profile : 'spelled' });
    return state === undefined && answers ? 1 : 0;
  } finally {
    await links.marks.close();
  }
}
