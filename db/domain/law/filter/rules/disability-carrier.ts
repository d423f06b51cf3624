/* Disability and carrying a germ: no ground to turn anybody away; vaccines, schools and what favours disabled people pass. */
import { basis } from '../../legal-basis.ts';
import type { Rule } from '../rule.ts';

const since = '2026-11-21';
const disabledLawful = [
  '残疾(人)?(证|联|优先|也|都|均|可|欢迎|之家|学校|补贴|就业|保障|用品|托养|康复|车|人专|人员优先|军人)', '残(联|奥)', '(不|禁止|不得|严禁|拒绝|杜绝)(得)?歧视', '(聋哑|盲人|特殊|培智|残疾人)(学校|按摩|推拿|道|协会|中心|餐厅|托养|之家)', '(欢迎|优先|照顾|帮扶|适合|关爱|安置)(招用|录用|安排|考虑)?(残疾|聋哑|盲人|残障)', '(残疾|聋哑|残障|盲)(人|的|人士|人员|朋友)?(也|都|均|皆|亦)(可|行|要|能|收|招|欢迎|中)', '(照顾|护理|伺候|陪护|看护|服侍|接送).{0,4}(残疾|聋|盲|瘸|智障|偏瘫|行动不便|腿脚不便)', '盲(道|区|板|沟)', '拐(角|弯)', '残(次|值|渣|膜|枝)',
];
const carrierLawful = [
  '[乙己]肝(疫苗|药|试剂|检测试剂|防治|宣传|门诊|医院|研究|病区|日|免疫球)', '(不|无需|不用|不得|禁止|免|严禁|绝不)(要求|需要|需|做|查|验|检查|检测|体检|强制|化验|问|看|含|包括|提供|出具|检)(.{0,3})(乙肝|两对半|二对半|表面抗原|肝功)', '不(查|验|检|问|体检)(.{0,2})(乙肝|两对半|肝)', '(乙肝|携带者|大三阳|小三阳)(的|者|携带者|病毒携带者)?(也|都|均|皆|亦|同样)(可|行|要|能|收|招|欢迎)', '(不|禁止|不得|严禁|拒绝|杜绝)(得)?歧视', '携带(.{1,6})(工具|物品|证件|身份证|行李)', '(太|朝|向|采|骄|夕|重|端|沈|洛|南|贵|安|阜|汾|岳|浏|信|庆|咸)阳性', '(护理|照顾|陪护).{0,4}(肝炎|艾滋|性病)', '不要(求|查)?乙肝(报告|检查|化验|五项|体检)', '性病(防治|宣传)', '艾滋(病)?(日|宣传|防治)',
];
const promotion30 = basis('就业促进法', '第三十条');

const rule = (id: string, ruleClass: 'disability' | 'carrier', outcome: 'block' | 'staff', patterns: readonly string[], legalBasis: Rule['legalBasis']): Rule =>
  ({ id: `${ruleClass}.${id}`, class: ruleClass, outcome, patterns, exceptions: ruleClass === 'disability' ? disabledLawful : carrierLawful, version: 1, since, legalBasis });

export const disabilityCarrierRules: readonly Rule[] = [
  rule('refuse', 'disability', 'block', ['<refuseBefore>(有)?<disabled>', '<disabled><refuseAfter>'], basis('残疾人保障法', '第三十八条')),
  rule('whole-body', 'disability', 'block', ['(无|没有|没|非|不能有|不得有|不可有|不能是|不得是|不是)(任何|明显|重大|严重)?(身体|肢体|肢|生理)?(上的|的)?(残疾|残障|残缺|残废|缺陷|残$)(人)?', '(四肢|肢体|身体|手脚|躯体)(健全|齐全|完整|无缺|没毛病|无残)'], basis('就业促进法', '第二十九条')),
  rule('hard-of-moving', 'disability', 'staff', ['(腿脚|手脚|行动|走路|腰腿)(不便|不好|不利索|不灵便|有毛病|不方便)(的|者|人)?<refuseAfter>', '<refuseBefore>(腿脚|手脚|行动|走路)(不便|不好|不利索)', '(口吃|结巴|斜眼|秃头|麻子|纹身|有纹身)(的|者|人)?<refuseAfter>', '<refuseBefore>(口吃|结巴|有?纹身)'], basis('就业促进法', '第二十九条')),
  rule('refuse', 'carrier', 'block', ['<refuseBefore>(有|患)?<carrying>', '<carrying><refuseAfter>', '<carrying>(等|患者)?(人员|人)?<refuseAfter>'], promotion30),
  rule('free-of', 'carrier', 'block', ['(无|没有|没|不能有|不得有|不可有|不能是|非|不是|不携带|未患|不能带)(有|患)?<carrying>', '(乙肝|两对半|二对半|表面抗原|hbsag|hiv|艾滋|乙肝五项|五项|澳抗)(.{0,4})(阴性|合格|正常|阳性|过关|没问题)'], promotion30),
  rule('test', 'carrier', 'block', ['(查|检|验|化验|体检|测|抽血|要|需|须|提供|出具|带|含|包括|做|看|交|附|加)(.{0,4})(乙肝|两对半|二对半|乙肝五项|hbsag|表面抗原|澳抗|hiv|大三阳|小三阳)', '(两对半|乙肝五项|乙肝)(检查|化验|体检|检测|筛查|报告|化验单|体检表)'], basis('就业服务与就业管理规定', '第十九条')),
  rule('illness', 'carrier', 'staff', ['(无|没有|没|不得有|不能有|未患)(任何|其他|什么)?(.{0,3})传染(病|性疾病|疾病)', '传染病(的|者|患者|史|人)?<refuseAfter>', '(查|验|检)肝功(能)?', '肝功(能)?(.{0,3})(正常|合格)', '<refuseBefore>(有)?(病的|慢性病|传染病|糖尿病|抑郁症|癌症|癫痫)', '(糖尿病|抑郁症|癌症|精神病|慢性病)(的|者|患者|史)?<refuseAfter>'], promotion30),
];
