/* The key of this browser: made here, kept by the browser, and never to be read out again, not even by this page. It signs what the hall asks for. */

const place = { database: 'kuaizhao', store: 'device', own: 'own' } as const;
const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

export interface BrowserKey {
  /** SPKI, base64url */
  readonly publicKey: string;
  /** IEEE P1363, base64url */
  sign(words: string): Promise<string>;
}

/** A new one, good until the page is left; `keep` makes it the browser's own. Rejects where a browser has no keys or no store (an address without https, a private window). */
export async function makeKey(): Promise<BrowserKey & { keep(): Promise<void> }> {
  const pair = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
  // A store that cannot be opened is known before anybody compares signs.
  (await opened()).close();
  return { ...await keyOf(pair), keep: () => kept(pair) };
}

/** The one that was kept; undefined when there is none, or none can be had. */
export async function ownKey(): Promise<BrowserKey | undefined> {
  try {
    const database = await opened();
    const pair: unknown = await done(database.transaction(place.store).objectStore(place.store).get(place.own)).finally(() => { database.close(); });
    return isPair(pair) ? await keyOf(pair) : undefined;
  } catch {
    return undefined;
  }
}

const isPair = (found: unknown): found is CryptoKeyPair => typeof found === 'object' && found !== null && 'privateKey' in found && found.privateKey instanceof CryptoKey && 'publicKey' in found && found.publicKey instanceof CryptoKey;

async function keyOf({ privateKey, publicKey }: CryptoKeyPair): Promise<BrowserKey> {
  return {
    publicKey: base64url(await crypto.subtle.exportKey('spki', publicKey)),
    sign: async (words) => base64url(await crypto.subtle.sign(signing, privateKey, new TextEncoder().encode(words))),
  };
}

async function kept(pair: CryptoKeyPair): Promise<void> {
  const database = await opened();
  await done(database.transaction(place.store, 'readwrite').objectStore(place.store).put(pair, place.own)).finally(() => { database.close(); });
}

function opened(): Promise<IDBDatabase> {
  const asked = indexedDB.open(place.database, 1);
  asked.addEventListener('upgradeneeded', () => { asked.result.createObjectStore(place.store); });
  return done(asked);
}

const done = <T>(asked: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  asked.addEventListener('success', () => { resolve(asked.result); });
  asked.addEventListener('error', () => { reject(asked.error ?? new Error('no store')); });
});

const base64url = (bytes: ArrayBuffer): string => btoa(String.fromCodePoint(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
