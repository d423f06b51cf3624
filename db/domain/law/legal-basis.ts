/* Where a rule of law comes from, in a form that a screen can show and a lawyer can look up. */

export interface LegalBasis {
  /** Full name of the law, without book-title marks. */
  readonly law: string;
  /** `第十二条`, several with `、`; empty when the whole document is meant. */
  readonly article: string;
}

export const basis = (law: string, article: string): LegalBasis => ({ law, article });
