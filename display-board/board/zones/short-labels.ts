/* Names of tables in few letters: what all of them end in is said once. Pure. */

/** `2 3 6号桌`: what all names end in is said once. */
export function shortLabels(labels: readonly string[]): string {
  const parts = labels.map((label) => /^([A-Z]?\d+)(\D+)$/.exec(label));
  const [first] = parts;
  if (labels.length < 2 || first === undefined || first === null || !parts.every((part) => part?.[2] === first[2])) return labels.join(' ');
  return `${parts.map((part) => part?.[1] ?? '').join(' ')}${first[2] ?? ''}`;
}
