/* What decisions about sealed quotes need to know. */
import type { AgreedPay } from '../jobs/pay.ts';

export interface SealedQuote { readonly quoteId: string; readonly workerId: string; readonly pay: AgreedPay }

export interface QuotesView {
  /** Those that count, in the order in which they were sealed. Read by the decision that opens them and by nothing else. */
  sealedQuotes(jobId: string): readonly SealedQuote[];
  sealedQuoteOf(jobId: string, workerId: string): string | undefined;
  sealedCount(jobId: string): number;
  quotesWereOpened(jobId: string): boolean;
}

/** Goes into the sealed column beside the fact, never into the journal. */
export interface QuoteRecord { readonly table: 'quote'; readonly quoteId: string; readonly pay: AgreedPay }
