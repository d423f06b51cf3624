/* What decisions about merging need to know. */

export interface ProposalRow { readonly proposalId: string; readonly from: string; readonly into: string; readonly open: boolean }
export interface MergeRow { readonly mergeId: string; readonly from: string; readonly into: string; readonly stands: boolean }
/** How a record stands among others. */
export interface Joint { readonly erased: boolean; readonly mergedInto: string | undefined; /** others are merged into it */ readonly holdsOthers: boolean }

export interface MergingView {
  joint(workerId: string): Joint | undefined;
  /** True when both hold a mainland number and the numbers differ: then they are two people. */
  differentNumbers(one: string, other: string): boolean;
  proposal(proposalId: string): ProposalRow | undefined;
  merge(mergeId: string): MergeRow | undefined;
}
