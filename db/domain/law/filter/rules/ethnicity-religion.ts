/* People and faith: nobody is chosen or turned away by them; streets, dishes and canteens are not people. */
import { basis } from '../../legal-basis.ts';
import type { Rule } from '../rule.ts';

const since = '2026-11-21';
const market24 = basis('人力资源市场暂行条例', '第二十四条');

const lawful = [
  '(回民|回族|藏族|苗族|彝族|蒙古族|蒙族|壮族|满族|傣族|白族|羌族|土家族|维吾尔族|维族|朝鲜族|哈萨克族|汉族|汉人|瑶族|侗族|黎族|少数民族|民族|清真|佛教|道教|基督教|天主教|伊斯兰)(街|路|巷|小区|社区|区|县|乡|镇|村|食堂|餐|饭|菜|美食|学校|中学|小学|大学|医院|公墓|大院|聚居|自治|风味|特色|服饰|服装|传统|风情|歌舞|舞蹈|小吃|用品|老人|客人|顾客|旅游|文化|民居|建筑|宾馆|饭店|超市|肉|牛羊肉|面馆|拉面|寺|堂|协会|园|陵|祠|风俗|习俗|节日)', '(不限|不分|不论|不看|不问|不要求|尊重|各)(民族|族别|信仰|宗教)', '民族(不限|均可|无要求|都行|没要求|团结|平等)', '(宗教|信仰)(信仰)?(不限|自由|均可|都行|无要求)', '[汉回]族[和或与及]?[汉回]族(均|都|不限|皆)', '(回|汉|藏|苗|壮|彝|维|蒙|满)(族|民)(的|人|同胞)?(也|都|均|皆)(可|行|要|能|收|招|欢迎|有)', '(不|禁止|不得|严禁|拒绝|杜绝)歧视', '水族(馆|箱|店|用品|世界)', '(会|懂|说|讲|通|熟悉).{0,2}(藏|维|彝|蒙|壮|苗|朝鲜|哈萨克)(语|话|文)', '(优先|照顾)(招用|录用|安排|考虑)?少数民族', '少数民族(的)?(优先|照顾)',
];

const block = (id: string, patterns: readonly string[], exceptions: readonly string[] = lawful, legalBasis = market24): Rule =>
  ({ id: `ethnicityReligion.${id}`, class: 'ethnicityReligion', outcome: 'block', patterns, exceptions, version: 1, since, legalBasis });

export const ethnicityReligionRules: readonly Rule[] = [
  block('refuse-people', ['<refuseBefore><minority>', '<minority><refuseAfter>', '非<minority>', '<minority>(的)?(一律|暂)?不(要|招|收|用|录)'], lawful, basis('就业促进法', '第二十八条')),
  block('only-people', ['<only><some>?<han>', '<want><some>?<han>', '<han><prefer>', '<han>(的)?(才|即可|来|就行)', '^<han>(的)?$', '非<han><refuseAfter>', '非<han>(?!语|字|方)', '民族(要求|限|限定|为|是|必须|须|需)?(为|是)?[汉汗](族)?(?!语|文|字)', '(是|为)<han>(的)?(才|优先)', '<han>(身体|健康|\\d)']),
  {
    id: 'ethnicityReligion.minority-preferred', class: 'ethnicityReligion', outcome: 'staff', patterns: ['<only><some>?<minority>', '<want><some>?<minority>', '<minority><prefer>'], exceptions: lawful, version: 1, since,
    // Some halal kitchens must employ people of the faith's own peoples by local rules: a person decides.
    legalBasis: market24,
  },
  block('refuse-faith', ['<refuseBefore>(有)?<believer>', '<believer>(的|者|人|人员|人士|教友)?<refuseAfter>', '(无|没有|没|不得有|不能有|不可有|不准有|非)(任何)?(宗教|信仰|教派)(信仰)?(的)?(?!限制|要求|歧视)', '不信(教|佛|主|耶稣|宗教)(的|者)?(优先|才|为|即可|来)?']),
  block('only-faith', ['<only><some>?<believer>', '<believer>(的|者|人)?<prefer>']),
];
