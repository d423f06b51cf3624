/* Compares a picture with the one a person looked at and approved; APPROVE=1 writes the approved ones anew. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';

const actualRoot = join(dirname(fileURLToPath(import.meta.url)), '.actual');
/** A pixel differs when one of its channels is off by more than this (of 255): antialiasing moves less. */
const channelTolerance = 24;
/** Share of the pixels that may differ before the picture is another picture. */
const pixelTolerance = 0.005;

/** Share of differing pixels, 0 to 1; 1 when the sizes differ. */
export function difference(one: PNG, other: PNG): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let differing = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    for (let channel = at; channel < at + 3; channel++) {
      if (Math.abs((one.data[channel] ?? 0) - (other.data[channel] ?? 0)) > channelTolerance) {
        differing++;
        break;
      }
    }
  }
  return differing / (one.width * one.height);
}

/** PNG bytes without alpha and packed as tightly as zlib can: approved pictures live in the repository. */
const packed = (png: PNG): Buffer => PNG.sync.write(png, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });

/**
 * Throws when `png` differs from the approved picture (more than 0.5 % of pixels by more than 24 of 255 in a channel), or when there is none.
 * The actual picture is then in `tests/pictures/.actual`, and the message says where. With `APPROVE=1` the picture becomes the approved one.
 */
export function expectPicture(png: Buffer, approvedPath: string): void {
  const actual = PNG.sync.read(png);
  if (process.env['APPROVE'] === '1') {
    // The same picture keeps its bytes, so that approving one change does not touch every file.
    if (existsSync(approvedPath) && difference(actual, PNG.sync.read(readFileSync(approvedPath))) === 0) return;
    mkdirSync(dirname(approvedPath), { recursive: true });
    writeFileSync(approvedPath, packed(actual));
    return;
  }
  const share = existsSync(approvedPath) ? difference(actual, PNG.sync.read(readFileSync(approvedPath))) : undefined;
  if (share !== undefined && share <= pixelTolerance) return;
  const actualPath = join(actualRoot, basename(dirname(dirname(approvedPath))), basename(approvedPath));
  mkdirSync(dirname(actualPath), { recursive: true });
  writeFileSync(actualPath, packed(actual));
  const why = share === undefined ? 'has no approved picture' : `differs in ${(share * 100).toFixed(2)} % of its pixels (limit ${(pixelTolerance * 100).toFixed(1)} %)`;
  throw new Error(`${basename(approvedPath)} ${why}: look at ${relative(process.cwd(), actualPath)}, and if it is right, run again with APPROVE=1`);
}
