/* What can stand on a paper, line by line: the small language in which layouts are written and from which the bytes are composed. */

export type Align = 'left' | 'center' | 'right';
/** How many times as wide and as high as the normal letter, 1 to 8; one number for both. */
export type LetterSize = number | { readonly width: number; readonly height: number };

export type PaperLine =
  /** wraps by itself, between words and between 汉字 */
  | { readonly type: 'text'; readonly text: string; readonly size?: LetterSize; readonly align?: Align; readonly bold?: boolean }
  /** label left, value right, on one line when both fit */
  | { readonly type: 'pair'; readonly left: string; readonly right: string; readonly size?: LetterSize; readonly bold?: boolean }
  /** a line across the paper of one ASCII character, `-` unless told */
  | { readonly type: 'rule'; readonly character?: string }
  /** printable ASCII only, at most 300 characters; `moduleDots` 1 to 8, 6 unless told; centred unless told */
  | { readonly type: 'qr'; readonly data: string; readonly moduleDots?: number; readonly align?: Align }
  | { readonly type: 'feed'; readonly lines: number };
