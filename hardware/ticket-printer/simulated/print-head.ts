/* The print head of a simulated printer: letters become lines, lines become papers, as the settings of the moment say. */
import type { Align } from '../paper-line.ts';
import { cellsOf, type PrintedItem, type PrintedRun } from '../printed-paper.ts';

/** Items on one strip; more paper than this between two cuts is a runaway, and the oldest is forgotten. */
const itemsLimit = 2_000;

export interface PrintHead {
  align: Align;
  width: number;
  height: number;
  bold: boolean;
  letter(text: string): void;
  /** Prints what waits in the line and moves on; an empty line moves the paper all the same. */
  lineFeed(): void;
  item(item: PrintedItem): void;
  /** Forgets the letters that wait for the end of their line. */
  dropLine(): void;
  /** Settings as after ESC @. */
  resetSettings(): void;
  /** Prints a line begun, takes the strip. */
  takeStrip(): readonly PrintedItem[];
}

/** `printed` is called for each thing that has reached the paper. */
export function createPrintHead(columns: number, printed: () => void): PrintHead {
  let runs: PrintedRun[] = [];
  let used = 0;
  let strip: PrintedItem[] = [];
  const put = (item: PrintedItem): void => {
    strip.push(item);
    if (strip.length > itemsLimit) strip.shift();
    printed();
  };
  const head: PrintHead = {
    align: 'left', width: 1, height: 1, bold: false,
    letter(text) {
      const columnsNeeded = cellsOf(text) * head.width;
      if (used > 0 && used + columnsNeeded > columns) head.lineFeed();
      used += columnsNeeded;
      const last = runs.at(-1);
      if (last?.width === head.width && last.height === head.height && last.bold === head.bold) runs[runs.length - 1] = { ...last, text: last.text + text };
      else runs.push({ text, width: head.width, height: head.height, bold: head.bold });
    },
    lineFeed() {
      const line = runs;
      runs = [];
      used = 0;
      put({ type: 'line', align: head.align, runs: line });
    },
    item(item) {
      if (runs.length > 0) head.lineFeed();
      put(item);
    },
    dropLine() {
      runs = [];
      used = 0;
    },
    resetSettings() {
      head.align = 'left';
      head.width = 1;
      head.height = 1;
      head.bold = false;
    },
    takeStrip() {
      if (runs.length > 0) head.lineFeed();
      const taken = strip;
      strip = [];
      return taken;
    },
  };
  return head;
}
