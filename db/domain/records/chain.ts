/* The hash chain over the journal: any changed, removed or reordered row breaks every value after it. */

/** SHA-256 of UTF-8 text as hex; handed in because the domain also runs in browsers. */
export type Sha256 = (text: string) => string;

/** The chain's value before the first row. */
export const chainStart = '0'.repeat(64);

/** The rows that hold something personal, sealed; nothing else in a journal does, and nothing else can be erased from it. */
export const shareTable = 'share';

const erasedTail = /,"erased":"([0-9a-f]{64})"\}$/;

/** What stands in place of an erased body: what it was about, and its SHA-256. One that is erased already stays as it is. */
export function erasedBody(sha256: Sha256, kind: string, key: string, body: string): string {
  return erasedTail.test(body) ? body : JSON.stringify({ type: kind, workerId: key, erased: sha256(body) });
}

/** `opId` is the boot id and counter, `<boot>-<counter>`. The body enters by its hash, so that erasing a body keeps the chain. */
export function nextHash(sha256: Sha256, previous: string, opId: string, row: { readonly table: string; readonly key: string; readonly kind: string; readonly body: string }): string {
  const erased = row.table === shareTable ? erasedTail.exec(row.body)?.[1] : undefined;
  return sha256(`${previous}\n${opId}\n${row.table}\n${row.key}\n${row.kind}\n${erased ?? sha256(row.body)}`);
}
