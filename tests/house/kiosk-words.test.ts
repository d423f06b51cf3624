/* The kiosk speaks every language the same way: no screen has words of its own, and no style knows left from right. Read from the syntax, not guessed from the text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { files, products, root } from './source.ts';

interface Node { readonly type: string; readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
const spoken: ReadonlySet<string> = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'alt', 'placeholder', 'label', 'hint', 'text', 'name', 'empty', 'note', 'step', 'value', 'more']);
/** whose `name` is that of a drawing */
const drawings: ReadonlySet<string> = new Set(['Icon', 'TradePicture']);
const letters = /\p{L}/u;

/** Literal texts that an expression can come to. Arguments of calls are keys and settings, not words. */
function textsOf(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal': return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'TemplateLiteral': return (node['quasis'] as readonly { value: { raw: string } }[]).map(({ value }) => value.raw);
    case 'ConditionalExpression': return [...textsOf(node['consequent']), ...textsOf(node['alternate'])];
    case 'LogicalExpression': case 'BinaryExpression': return node['operator'] === '===' || node['operator'] === '!==' ? [] : [...textsOf(node['left']), ...textsOf(node['right'])];
    case 'JSXExpressionContainer': case 'ParenthesizedExpression': case 'TSAsExpression': return textsOf(node['expression']);
    default: return [];
  }
}

/** Words that somebody would read or hear in the syntax of a source. */
function wordsOf(node: unknown, element = ''): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((one) => wordsOf(one, element));
  if (!isNode(node)) return [];
  const here = node.type === 'JSXElement' ? (node['openingElement'] as { name: { name?: string } }).name.name ?? '' : element;
  const found = (): readonly string[] => {
    if (node.type === 'JSXText') return [String(node['value'])];
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') return (node['children'] as readonly Node[]).filter((child) => child.type === 'JSXExpressionContainer').flatMap(textsOf);
    if (node.type !== 'JSXAttribute') return [];
    const name = String((node['name'] as { name?: unknown }).name);
    return spoken.has(name) && !(name === 'name' && drawings.has(here)) ? textsOf(node['value']) : [];
  };
  return [...found().filter((text) => letters.test(text)), ...Object.values(node).flatMap((child) => wordsOf(child, here))];
}

const wordsIn = (source: string): readonly string[] => wordsOf(parseAst(source, { lang: 'tsx' }));

test('the rule finds words wherever they hide, and nothing else', () => {
  expect(wordsIn('const a = <p title="Hi">yo {t("x.y")}</p>')).toEqual(['Hi', 'yo ']);
  expect(wordsIn('const a = <B label={on ? `号 ${n}` : t("a")} className="big" />')).toEqual(['号 ']);
  expect(wordsIn('const a = <>{"word"}{n === "key" ? null : `${n} / ${m}`}</>')).toEqual(['word']);
  expect(wordsIn('const a = <Icon name="stop" className="x" />')).toEqual([]);
});

test('§6 a hard-coded word in a screen or in the kit of the kiosk fails', () => {
  const drawn = products.filter(({ path }) => /^kiosk\/(screens|kit)\/.*\.tsx$/.test(path));
  expect(drawn.length).toBeGreaterThan(30);
  expect(drawn.map(({ path, text }) => [path, wordsIn(text)] as const).filter(([, words]) => words.length > 0)).toEqual([]);
});

test('§6 right-to-left works: styles of the kiosk say start and end, never left and right', () => {
  const styles = files.filter((path) => /^kiosk\/(?:kit|screens)\/.*\.css$/.test(path));
  expect(styles.length).toBeGreaterThan(8);
  const physical = /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|left|right|border-(?:top|bottom)-(?:left|right)-radius|float|clear)\s*:|text-align\s*:\s*(?:left|right)/;
  expect(styles.filter((path) => physical.test(readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')))).toEqual([]);
});
