/* The names of the console's pages, apart from the pages themselves: a page may lead to another without knowing it. */

/** Ids are part of the page's address (`#floor`), so that a desk comes back where it was. */
export const pageIds = ['window', 'table', 'floor', 'figures', 'ledger', 'catalogue', 'directory', 'evidence', 'worker', 'registerEmployer', 'post', 'postings', 'bulk', 'review', 'employers', 'contractors', 'exports', 'audit', 'trail', 'urgent', 'people', 'merges', 'crews', 'referrals', 'training', 'disputes', 'appeals', 'help', 'opinions', 'live', 'boards', 'notices', 'day', 'devices', 'shifts', 'appointments', 'fairs', 'rules', 'trades', 'accounts'] as const;
export type PageId = (typeof pageIds)[number];
