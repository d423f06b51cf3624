/* Markup whose every word is text: whatever came from outside is escaped, and nothing else can be put in. */

/** Markup that was made here. */
export interface Markup { readonly html: string }

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => escapes[letter] ?? '');

type Part = string | number | Markup | readonly Markup[];
const htmlOf = (part: Part): string => (typeof part === 'string' || typeof part === 'number' ? escaped(String(part)) : 'html' in part ? part.html : part.map(({ html }) => html).join(''));

/** A template whose values are text unless they are markup themselves. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({ html: strings.reduce((all, text, at) => `${all}${htmlOf(parts[at - 1] ?? '')}${text}`) });
export const nothing: Markup = { html: '' };
