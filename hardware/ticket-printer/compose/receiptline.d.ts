/* The parts of receiptline 4 that are used; it ships no types. */
declare module 'receiptline' {
  interface Commands {
    normal(): string;
    align(align: 0 | 1 | 2): string;
    em(): string;
    text(text: string, encoding: string): string;
    lf(): string;
  }
  interface Symbol { readonly data: string; readonly type: 'qrcode'; readonly cell: number; readonly level: 'l' | 'm' | 'q' | 'h'; readonly quietZone: boolean }
  const receiptline: {
    readonly commands: { readonly generic: Commands };
    readonly qrcode: { generate(symbol: Symbol): readonly Uint8Array[] };
  };
  export default receiptline;
}
