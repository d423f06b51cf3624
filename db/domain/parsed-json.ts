/* JSON from a row, a file or a wire: bad input is normal input. */

/** What the text says; undefined for text that is not JSON, which JSON itself cannot say. A schema judges it afterwards. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
