/* What all three ledgers are asked by. */
export interface LedgerAsked { readonly from: string; readonly to: string; readonly number?: string; readonly trade?: string }
