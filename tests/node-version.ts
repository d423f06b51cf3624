/* Refuses to run tests on the wrong Node: better-sqlite3 13 segfaults on Node 20, which looks like a bug of ours. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';

/** Also makes the folder of what the files of one run have in common, gone with the run: its processes find it by KUAIZHAO_RUN_FOLDER. */
export default function setup(): () => void {
  requireNode24();
  const folder = mkdtempSync(join(tmpdir(), 'kuaizhao-run-'));
  process.env['KUAIZHAO_RUN_FOLDER'] = folder;
  return () => { rmSync(folder, { recursive: true, force: true }); };
}
