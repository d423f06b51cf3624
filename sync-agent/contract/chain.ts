/* The chain's rule lives in the domain, because the hall's journal and the hub both keep it. */
export { nextHash, type Sha256 } from '@kuaizhao/db/domain/records/chain.ts';
