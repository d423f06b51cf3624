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

  /** Of a name: its first character and a star, as on the board; empty when nothing is left of it. */
  short(): string {
    const [first] = Array.from(this.#text);
    return first === undefined ? '' : `${first}*`;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }
}
