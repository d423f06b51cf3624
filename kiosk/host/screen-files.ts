/* The built screens as an allow-list in memory: what was built is served, by its exact name, and nothing else exists. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface ScreenFile { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }
export type ScreenFiles = ReadonlyMap<string, ScreenFile>;

/** `kiosk/dist/screens`, seen from the sources; the built main of Electron has another place and says its own. */
export const builtScreens = join(import.meta.dirname, '../dist/screens');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json',
  '.png': 'image/png', '.webp': 'image/webp', '.woff2': 'font/woff2', '.wav': 'audio/wav', '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg', '.opus': 'audio/ogg',
};

/** A page that is more than this is not ours. */
const totalBytesLimit = 200 * 1024 * 1024;

/** By address inside the page (`/index.html`, also as `/`). Empty when the screens are not built. */
export function readScreenFiles(folder: string = builtScreens): ScreenFiles {
  const files = new Map<string, ScreenFile>();
  let total = 0;
  for (const path of listFiles(folder)) {
    const type = types[extname(path)];
    if (type === undefined) continue;
    const bytes = Uint8Array.from(readFileSync(path));
    total += bytes.length;
    if (total > totalBytesLimit) throw new Error('the built screens are larger than a page can be');
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { type, bytes });
  }
  const index = files.get('/index.html');
  if (index !== undefined) files.set('/', index);
  return files;
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** What the page may do: load its own files and speak to where it came from. */
export const screenHeaders = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cache-control': 'no-cache',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
} as const;
