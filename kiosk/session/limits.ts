/* How long the kiosk waits for people, in milliseconds; every wait has its name here. */
export const sessionLimits = {
  /** without a sign of life before the warning with its one big 继续 */
  idleMs: 90_000,
  /** the same once the card has been taken back: whoever took it is most likely gone */
  idleLiftedMs: 30_000,
  /** from the warning to the purge */
  warningMs: 30_000,
  /** a finished step (number, job slip) after the card is gone and the paper is out: long enough to read a number */
  doneMs: 8_000,
  /** the same with the card still lying there: then 请取回身份证 */
  doneWithCardMs: 12_000,
  /** a finished step whose paper is still on its way or in trouble: the person waits for it, or taps 补打 */
  paperMs: 30_000,
  /** a sentence about trouble (refused, under sixteen, card not readable) that nobody answers */
  troubleMs: 20_000,
  /** digits of the longest phone number */
  phoneDigits: 12,
  /** from this hour on, local, a worker's card asks first what is to be confirmed after work */
  eveningFrom: '14:00',
  /** trades one worker may choose */
  trades: 6,
  /** jobs of a card that are asked for, and how many that still go on and how many earlier ones the employer's page shows */
  ownJobs: 60,
  liveJobs: 12,
  pastJobs: 6,
  /** how often a job on the screen is asked about again */
  refreshMs: 5_000,
} as const;

/** The service of the window where employers are registered (用工登记), as halls name it. */
export const employersWindow = 'employ';
