/* Draws a printed paper as a self-contained page of HTML: for pictures in tests and for the demo town. */
import qrcode from 'qrcode-generator';
import { cellsOf, type PrintedDots, type PrintedItem, type PrintedPaper, type PrintedRun } from './printed-paper.ts';

/** Font A on 203 dpi paper: 12 dots a half-width column, 24 dots a letter, 30 dots a line. One dot is one CSS pixel. */
const columnDots = 12;
const letterDots = 24;
const lineDots = 30;
/** The rim that the head does not reach: 80 mm paper has 640 dots, 576 of them printable. */
const rimDots = 32;

const style = `
html{background:#8d9399}body{margin:0;padding:24px;display:flex;justify-content:center}
.paper{position:relative;background:linear-gradient(90deg,#f4f3ee,#fdfdfa 8%,#fefefc 50%,#fdfdfa 92%,#f1f0ea);color:#1d1d20;padding:40px ${rimDots}px 52px;box-shadow:0 2px 4px rgba(0,0,0,.35),0 10px 26px rgba(0,0,0,.25)}
.line{display:flex;align-items:flex-end;white-space:pre;box-sizing:border-box;padding-bottom:${lineDots - letterDots}px}
.line span{display:block;position:relative;flex:none}
.line i{position:absolute;left:0;bottom:0;font:400 ${letterDots}px/${letterDots}px "Noto Sans Mono CJK SC","Noto Sans CJK SC","Sarasa Mono SC","NSimSun",monospace;transform-origin:left bottom;text-align:center}
.line .b i{font-weight:700}
.left{justify-content:flex-start;text-align:left}.center{justify-content:center;text-align:center}.right{justify-content:flex-end;text-align:right}
svg{display:block;shape-rendering:crispEdges}.qr{display:flex}`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');

/** Each letter in a box of its own, so that columns stand under columns whatever font the machine has. */
function runHtml(run: PrintedRun): string {
  let html = '';
  for (const character of run.text) {
    const dots = cellsOf(character) * columnDots;
    html += `<span${run.bold ? ' class="b"' : ''} style="width:${dots * run.width}px;height:${letterDots * run.height}px"><i style="width:${dots}px;transform:scale(${run.width},${run.height})">${escaped(character)}</i></span>`;
  }
  return html;
}

function qrHtml(item: Extract<PrintedItem, { type: 'qr' }>): string {
  const code = qrcode(0, item.correction);
  code.addData(item.data, 'Byte');
  code.make();
  const modules = code.getModuleCount();
  const dark = Array.from({ length: modules * modules }, (_, index) => [index % modules, Math.floor(index / modules)] as const).filter(([x, y]) => code.isDark(y, x));
  const size = modules * item.moduleDots;
  return `<svg width="${size}" height="${size}" viewBox="0 0 ${modules} ${modules}" role="img" aria-label="QR"><path d="${dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('')}" fill="#1d1d20"/></svg>`;
}

/** Runs of dots as bars one dot high. */
function dotsHtml({ width, height, bytes }: PrintedDots): string {
  const rowBytes = Math.ceil(width / 8);
  const dark = (x: number, y: number): boolean => x < width && ((bytes[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
  let path = '';
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    if (!dark(x, y)) continue;
    const from = x;
    while (dark(x, y)) x++;
    path += `M${from} ${y}h${x - from}v1h${from - x}z`;
  }
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="dots"><path d="${path}" fill="#1d1d20"/></svg>`;
}

function itemHtml(item: PrintedItem): string {
  if (item.type === 'qr') return `<div class="qr ${item.align}">${qrHtml(item)}</div>`;
  if (item.type === 'dots') return `<div class="qr ${item.align}">${dotsHtml(item)}</div>`;
  const tallest = Math.max(1, ...item.runs.map((run) => run.height));
  // Standard line spacing is 30 dots; a taller line needs its own height and the gap.
  return `<div class="line ${item.align}" style="height:${letterDots * tallest + (lineDots - letterDots)}px">${item.runs.map(runHtml).join('')}</div>`;
}

/** A whole HTML document: no scripts, no outside resources, the paper in `.paper`, its printed width 12 CSS pixels a column (576 for 48). */
export function paperPicture(paper: PrintedPaper): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>paper</title><style>${style}</style><body><main class="paper" style="width:${paper.columns * columnDots}px">${paper.items.map(itemHtml).join('')}</main></body></html>`;
}
