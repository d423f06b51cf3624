/* Papers that some work may not be done without: a closed list with the law behind each, because "certificates" on a posting is one of the few lawful conditions. */
import { z } from 'zod';
import { basis, type LegalBasis } from '../law/legal-basis.ts';

export const certificateSchema = z.enum([
  'welding', 'electrician', 'workAtHeight', 'refrigeration', 'siteScaffold', 'siteElectrician', 'siteCrane',
  'forklift', 'crane', 'boiler', 'driver', 'freightDriver', 'guard', 'health',
]);
export type Certificate = z.infer<typeof certificateSchema>;

export interface CertificateKind { readonly code: Certificate; readonly zh: string; readonly en: string; readonly basis: LegalBasis }

const specialWork = basis('特种作业人员安全技术培训考核管理规定', '第五条');
const siteWork = basis('建筑施工特种作业人员管理规定', '第四条');
const equipment = basis('特种设备安全法', '第十四条');

export const certificates: { readonly [C in Certificate]: CertificateKind } = {
  welding: { code: 'welding', zh: '焊接与热切割作业证', en: 'Welding and cutting permit', basis: specialWork },
  electrician: { code: 'electrician', zh: '电工作业证', en: 'Electrician’s permit', basis: specialWork },
  workAtHeight: { code: 'workAtHeight', zh: '高处作业证', en: 'Work-at-height permit', basis: specialWork },
  refrigeration: { code: 'refrigeration', zh: '制冷与空调作业证', en: 'Refrigeration permit', basis: specialWork },
  siteScaffold: { code: 'siteScaffold', zh: '建筑架子工证', en: 'Site scaffolder’s permit', basis: siteWork },
  siteElectrician: { code: 'siteElectrician', zh: '建筑电工证', en: 'Site electrician’s permit', basis: siteWork },
  siteCrane: { code: 'siteCrane', zh: '建筑起重机械作业证', en: 'Site crane permit', basis: siteWork },
  forklift: { code: 'forklift', zh: '叉车司机证', en: 'Forklift licence', basis: equipment },
  crane: { code: 'crane', zh: '起重机作业证', en: 'Crane operator’s licence', basis: equipment },
  boiler: { code: 'boiler', zh: '锅炉作业证', en: 'Boiler operator’s licence', basis: equipment },
  driver: { code: 'driver', zh: '机动车驾驶证', en: 'Driving licence', basis: basis('道路交通安全法', '第十九条') },
  freightDriver: { code: 'freightDriver', zh: '货运从业资格证', en: 'Freight driver’s qualification', basis: basis('道路运输条例', '第二十二条') },
  guard: { code: 'guard', zh: '保安员证', en: 'Security guard’s certificate', basis: basis('保安服务管理条例', '第十六条') },
  health: { code: 'health', zh: '健康证', en: 'Health certificate', basis: basis('食品安全法', '第四十五条') },
};
