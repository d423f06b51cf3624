/* Letters of the Arabic script as they stand on paper: joined to their neighbours and from right to left, inside a line that runs from left to right. */

/** Forms of one letter: alone, at a word's end, and for those that join on both sides at its beginning and in its middle. */
type Forms = readonly string[];

/** Unicode has the forms in this order, letter by letter; the second block first, because it holds the whole of what the first only adds to. */
function readForms(): ReadonlyMap<string, Forms> {
  const forms = new Map<string, string[]>();
  for (const [first, last] of [[0xfe_80, 0xfe_fc], [0xfb_50, 0xfb_ff]] as const) {
    for (let code = first; code <= last; code++) {
      const form = String.fromCharCode(code);
      const letter = form.normalize('NFKC');
      if (letter !== form) forms.set(letter, [...(forms.get(letter) ?? []), form]);
    }
  }
  // ە of Uyghur has the shapes of ه that do not join to the left.
  forms.set('\u06D5', ['\uFEE9', '\uFEEA']);
  return forms;
}
let known: ReadonlyMap<string, Forms> | undefined;

const script = /[\u0600-\u06FF\uFB50-\uFDFF\uFE70-\uFEFF]/u;
/** Words of the script with the spaces between them. */
const phrase = /[\u0600-\u06FF]+(?: +[\u0600-\u06FF]+)*/gu;
const lam = '\u0644';

/** Lam and alef are one shape. */
function shapesOf(word: string, forms: ReadonlyMap<string, Forms>): string[] {
  const letters: string[] = [];
  for (const letter of word) {
    const pair = lam + letter;
    if (letters.at(-1) === lam && forms.has(pair)) letters[letters.length - 1] = pair;
    else letters.push(letter);
  }
  return letters;
}

function join(word: string, forms: ReadonlyMap<string, Forms>): string[] {
  const letters = shapesOf(word, forms);
  const joinsLeft = (at: number): boolean => (forms.get(letters[at] ?? '')?.length ?? 0) >= 4;
  const joinsRight = (at: number): boolean => (forms.get(letters[at] ?? '')?.length ?? 0) >= 2;
  return letters.map((letter, at) => {
    const before = at > 0 && joinsLeft(at - 1) && joinsRight(at);
    const after = joinsLeft(at) && at + 1 < letters.length && joinsRight(at + 1);
    return forms.get(letter)?.[(before ? 1 : 0) + (after ? 2 : 0)] ?? letter;
  });
}

/** The characters of a line in the order of the paper, from the left; digits inside keep theirs. Vowel marks go: names on cards have none. */
export function inOrderOfPaper(line: string): string {
  if (!script.test(line)) return line;
  known ??= readForms();
  const forms = known;
  return line.replaceAll(phrase, (words) =>
    words.replaceAll(/[\p{M}\u0640]/gu, '').split(' ').flatMap((word, at) => [...(at > 0 ? [' '] : []), ...(/^[\u0660-\u0669\u06F0-\u06F9]+$/u.test(word) ? Array.from(word).reverse() : join(word, forms))]).reverse().join(''));
}
