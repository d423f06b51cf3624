/* Where the module of a library's process lies: a source file of the house, or beside the bundle that Electron runs. */

/** `from` is the caller's `import.meta.url`; in a bundle every process has its own file `<bundled>.js` beside the main. */
export const entryBeside = (from: string, source: string, bundled: string): URL => new URL(from.endsWith('.ts') ? source : `./${bundled}.js`, from);
