/* Refuses to run tests on the wrong Node: better-sqlite3 13 segfaults on Node 20, which looks like a bug of ours. */
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';

export default function setup(): void {
  requireNode24();
}
