/* The hall's own certificate authority: certificates for the agent and for devices, on P-256. Its key lies beside the database, readable by the agent's user alone, and signs nothing but machines of this hall. */
import 'reflect-metadata';
import { createHash, createPrivateKey, generateKeyPairSync, webcrypto, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import {
  BasicConstraintsExtension, cryptoProvider, ExtendedKeyUsage, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension,
  SubjectAlternativeNameExtension, SubjectKeyIdentifierExtension, X509CertificateGenerator, type Extension, type JsonGeneralName,
} from '@peculiar/x509';
import type { DeviceRole } from '@kuaizhao/db/domain/devices/commands.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { writeDurably } from '@kuaizhao/db/durable/durable-file.ts';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;
export const authorityFiles = { key: 'ca.key', certificate: 'ca.pem' } as const;
const authorityForMs = 20 * 365 * 86_400_000;
/** Clocks of a hall's machines are not one clock. */
const earlierMs = 86_400_000;

export interface DeviceSubject { readonly deviceId: string; readonly role: DeviceRole; /** SPKI of a P-256 key, base64url */ readonly publicKey: string; readonly until: Instant }
export interface Authority {
  /** its own certificate, PEM */
  readonly pem: string;
  /** For the agent under these names and addresses; with a key of its own that is written nowhere. PEM. */
  server(names: readonly string[], until: Instant): Promise<{ readonly key: string; readonly cert: string }>;
  /** PEM. Rejects when the key is none of P-256. */
  device(subject: DeviceSubject): Promise<string>;
}

/** SHA-256 of a public key, in hex: what the hall knows a device by. Throws when it is no P-256 key. */
export function fingerprintOf(publicKey: string): string {
  const spki = Buffer.from(publicKey, 'base64url');
  // The one form of an uncompressed P-256 key.
  if (spki.byteLength !== 91 || !spki.subarray(0, 27).equals(p256Head)) throw new Error('not a P-256 key');
  return createHash('sha256').update(spki).digest('hex');
}
const p256Head = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex');

/** Of the key inside a certificate. */
export const fingerprintIn = (certificate: X509Certificate): string => createHash('sha256').update(certificate.publicKey.export({ type: 'spki', format: 'der' })).digest('hex');

/** Reads the authority of the data directory, or makes one. Throws one line when its key is open to others, when one of the two files is missing, or when they do not belong together. */
export async function openAuthority(dataDir: string, hallId: string, now: () => Instant): Promise<Authority> {
  cryptoProvider.set(webcrypto as unknown as Crypto);
  const [keyPath, pemPath] = [join(dataDir, authorityFiles.key), join(dataDir, authorityFiles.certificate)];
  if (!existsSync(keyPath) && !existsSync(pemPath)) await makeAuthority(dataDir, hallId, now());
  if (!existsSync(keyPath) || !existsSync(pemPath)) throw new Error(`${keyPath} and ${pemPath} belong together, and one is missing: put it back from the backup, or move the other away and enrol every device anew`);
  if (process.platform !== 'win32' && (statSync(keyPath).mode & 0o077) !== 0) throw new Error(`${keyPath} is open to others: chmod 600`);
  const pem = readFileSync(pemPath, 'utf8');
  const [own, secret] = [new X509Certificate(pem), createPrivateKey(readFileSync(keyPath, 'utf8'))];
  if (!own.checkPrivateKey(secret)) throw new Error(`${keyPath} is not the key of ${pemPath}`);
  const key = await webcrypto.subtle.importKey('pkcs8', secret.export({ type: 'pkcs8', format: 'der' }), curve, false, ['sign']);
  const issue = async (spki: Uint8Array<ArrayBuffer>, subject: string, until: Instant, extensions: readonly Extension[]): Promise<string> => {
    const certificate = await X509CertificateGenerator.create({
      serialNumber: serial(), issuer: nameOf(hallId), subject, notBefore: new Date(now() - earlierMs), notAfter: new Date(until),
      publicKey: await webcrypto.subtle.importKey('spki', spki, curve, true, ['verify']) as unknown as CryptoKey, signingKey: key as unknown as CryptoKey, signingAlgorithm: signing,
      extensions: [new BasicConstraintsExtension(false, undefined, true), new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true), ...extensions],
    });
    return certificate.toString('pem');
  };
  return {
    pem,
    async server(names, until) {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const cert = await issue(spkiOf(pair.publicKey.export({ type: 'spki', format: 'der' })), `CN=${hallId}, OU=agent`, until, [
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]), new SubjectAlternativeNameExtension(names.map((value): JsonGeneralName => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value }))),
      ]);
      return { key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
    },
    async device({ deviceId, role, publicKey, until }) {
      fingerprintOf(publicKey);
      return issue(spkiOf(Buffer.from(publicKey, 'base64url')), `CN=${deviceId}, OU=${role}`, until, [
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]), new SubjectAlternativeNameExtension([{ type: 'url', value: `urn:kuaizhao:${hallId}:${role}:${deviceId}` }]),
      ]);
    },
  };
}

async function makeAuthority(dataDir: string, hallId: string, now: Instant): Promise<void> {
  const keys = await webcrypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(), name: nameOf(hallId), notBefore: new Date(now - earlierMs), notAfter: new Date(now + authorityForMs), keys: keys as unknown as CryptoKeyPair, signingAlgorithm: signing,
    extensions: [new BasicConstraintsExtension(true, 0, true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true), await SubjectKeyIdentifierExtension.create(keys.publicKey as unknown as CryptoKey)],
  });
  const secret = createPrivateKey({ key: Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)), format: 'der', type: 'pkcs8' });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeDurably(join(dataDir, authorityFiles.key), secret.export({ type: 'pkcs8', format: 'pem' }));
  writeDurably(join(dataDir, authorityFiles.certificate), certificate.toString('pem'));
}

const nameOf = (hallId: string): string => `CN=Kuaizhao ${hallId}`;
const serial = (): string => Buffer.from(webcrypto.getRandomValues(new Uint8Array(16))).toString('hex').replace(/^./, '4');
const spkiOf = (bytes: Buffer): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);
