/* The check that every process makes before it loads anything native. */

/** Throws one plain line when this is not Node 24. better-sqlite3 13 does not fail on Node 20, it segfaults, so this comes first. */
export function requireNode24(version: string = process.versions.node): void {
  const major = Number(version.split('.')[0]);
  if (major !== 24) throw new Error(`needs Node 24 (this is ${version}); run it through npm, which brings its own: npm run …`);
}
