/* The hash chain over the journal: any changed, removed or reordered row breaks every value after it. */

/** SHA-256 of UTF-8 text as hex; handed in because the domain also runs in browsers. */
export type Sha256 = (text: string) => string;

/** The chain's value before the first row. */
export const chainStart = '0'.repeat(64);

/** `opId` is the boot id and counter, `<boot>-<counter>`. The body enters by its hash, so that erasing a body keeps the chain. */
export function nextHash(sha256: Sha256, previous: string, opId: string, row: { readonly table: string; readonly key: string; readonly kind: string; readonly body: string }): string {
  return sha256(`${previous}\n${opId}\n${row.table}\n${row.key}\n${row.kind}\n${sha256(row.body)}`);
}
