/* The names under which the pages of a worker call each other: what `go` says there. */
export const destinations = [
  'home', 'number', 'noCard', 'jobs', 'jobTrades', 'near', 'today', 'later', 'allJobs', 'ownJobs', 'calls', 'wishes', 'evening', 'windows', 'several', 'booked', 'book', 'missed', 'copy', 'data', 'newPhone', 'newTrades', 'consents', 'erase',
  'opinion', 'news', 'steadyJobs', 'training', 'crew',
] as const;
export type Destination = (typeof destinations)[number];
