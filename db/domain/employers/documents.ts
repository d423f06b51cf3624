/* The five kinds of employers, and what each shows before anybody trusts it (F10): data, so that the desk, the refusal and the paper say the same. */
import { z } from 'zod';

export const employerKindSchema = z.enum(['enterprise', 'soleTrader', 'household', 'agency', 'contractor']);
export type EmployerKind = z.infer<typeof employerKindSchema>;

export const documentKindSchema = z.enum(['businessLicence', 'agencyLicence', 'idCard', 'promise', 'crewList']);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** Licences carry a credit code (GB 32100); an agency has a number of human-resources service as well (人力资源市场暂行条例 art. 18); people come with card, promise and, as contractors, the list of their crews. */
export const requiredDocuments: { readonly [K in EmployerKind]: readonly DocumentKind[] } = {
  enterprise: ['businessLicence'],
  soleTrader: ['businessLicence'],
  agency: ['businessLicence', 'agencyLicence'],
  household: ['idCard', 'promise'],
  contractor: ['idCard', 'promise', 'crewList'],
};

/** 人力资源服务许可证 number. Provinces write it differently, so only its characters are checked; whether it is true is what staff look up. */
export const agencyLicenceSchema = z.string().regex(/^[\p{Script=Han}A-Z0-9()（）〔〕[\]-]{6,40}$/u).refine((text) => (text.match(/\d/g) ?? []).length >= 6, { error: 'tooFewDigits' });

/** Kinds that are a person, vouched for by card and promise. */
export const isPerson = (kind: EmployerKind): boolean => kind === 'household' || kind === 'contractor';

/** Kinds that post for somebody else: each of their jobs names the real employer. */
export const postsForOthers = (kind: EmployerKind): boolean => kind === 'agency' || kind === 'contractor';
