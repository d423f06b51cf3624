/* A voice is a folder: a clip a file, and a manifest that says what is spoken in each. A recording of the same sentence under the same name replaces a clip. */

export interface Clip {
  readonly file: string;
  /** of the text, so that a sentence that was changed is found to be spoken wrong */
  readonly hash: string;
  readonly ms: number;
}
export interface Manifest {
  readonly language: string;
  readonly madeBy: string;
  /** by the text that is spoken */
  readonly clips: Readonly<Record<string, Clip>>;
}

export const manifestFile = 'manifest.json';
/** of one language */
export const packBytesLimit = 6 * 1024 * 1024;
