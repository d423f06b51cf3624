/* A value about a person that must not travel by accident. */

/** Holds a name, number or phone so that printing, logging or sending it shows `***`; only `reveal()` gives it, and that word can be searched for. */
export class Personal {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }
}
