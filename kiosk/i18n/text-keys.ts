/* Keys of all texts as types: a key that does not exist, or a value that a text needs and does not get, is an error of the compiler. */
import type { zhCn } from './zh-cn/texts.ts';

/** The same keys with other words: no fewer, no more. */
export type Translated<Source> = { readonly [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]> };
export type Texts = Translated<typeof zhCn>;

type PathOf<Branch> = { [Key in keyof Branch & string]: Branch[Key] extends string ? Key : `${Key}.${PathOf<Branch[Key]>}` }[keyof Branch & string];
/** `attract.title` and so on. */
export type TextKey = PathOf<typeof zhCn>;

type TextAt<Branch, Path> = Path extends `${infer Head}.${infer Rest}` ? (Head extends keyof Branch ? TextAt<Branch[Head], Rest> : never) : Path extends keyof Branch ? Branch[Path] : never;
type GapsOf<Text> = Text extends `${string}{{${infer Gap}}}${infer Rest}` ? Gap | GapsOf<Rest> : never;
/** Names of the gaps that the text of a key leaves open. */
export type GapsAt<Key extends TextKey> = GapsOf<TextAt<typeof zhCn, Key>>;

/** Gives the text of a key with its gaps filled; what fills them is plain text. */
export type Translate = <Key extends TextKey>(key: Key, ...gaps: [GapsAt<Key>] extends [never] ? [] : [Readonly<Record<GapsAt<Key>, string | number>>]) => string;
