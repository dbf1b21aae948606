/**
 * What people call the things of the catalogue who do not know its names, the nearest data element first. Both languages, lower case;
 * wordings seen on forms are in the catalogue itself.
 */
const WORDS: readonly [words: string, ...elements: string[]][] = [
  ['old|elderly|how old|years old|老人|老年人|高龄|年纪|岁数|几岁|多大', 'person.age', 'person.birthDate'],
  ['birthday|born|when were you born|生日|哪年出生', 'person.birthDate'],
  ['gender|man|woman|male|female|男女|男的|女的', 'person.sex'],
  ['married|divorced|widowed|single|结婚|离婚|丧偶|已婚|单身', 'person.marital'],
  ['alone|on your own|独居|独自|一个人住|自己住|孤寡', 'person.livesAlone'],
  ['poor|poverty|low income|social assistance|welfare|dibao|低保|困难|贫困|穷', 'person.dibao', 'person.tekun', 'household.economy', 'household.incomeMonthPc'],
  ['hardship|tekun|特困|五保', 'person.tekun'],
  ['phone|telephone|cell phone|cellphone|phone number|contact number|手机|手机号|电话|电话号码', 'person.mobile'],
  ['emergency|紧急联系', 'person.emergencyPhone'],
  ['no phone|without a phone|没有手机|没手机|没有电话', 'person.noPhone'],
  ['where do you live|where you live|住哪|住哪里|住在哪|家在哪', 'person.address'],
  ['house number|building number|flat|apartment|楼号|门牌|几号楼|几单元', 'person.building'],
  ['allergic|allergy|medicine|medication|过敏', 'person.allergy'],
  ['ill|illness|sick|chronic illness|diabetes|high blood pressure|生病|慢病|高血压|糖尿病', 'person.chronic', 'person.pastHistory'],
  ['healthy|how is your health|身体怎么样|身体好', 'person.health'],
  ['blood type|血型', 'person.bloodAbo'],
  ['tall|身高多少|多高', 'person.height'],
  ['walk|wheelchair|stairs|走路|轮椅|下楼|腿脚|行动不便', 'person.mobility', 'person.careNeed'],
  ['care|look after|self care|bedridden|照顾|照护|自理|卧床', 'person.careNeed', 'person.specialCare'],
  ['disabled|disability|残疾|残疾人', 'person.disabilityLevel', 'person.disabilityType', 'person.disabilityCert'],
  ['mentally ill|mental health|精神病', 'person.mental'],
  ['vaccine|vaccination|疫苗|打针', 'person.vaccContra', 'person.vaccReaction'],
  ['health insurance|medical insurance|医保|医保卡', 'person.medicalInsNo', 'person.medicalPay'],
  ['job|work|do you work|unemployed|上班|打工|失业|工作', 'person.employmentStatus', 'person.occupation', 'person.employer'],
  ['company|workplace|单位|公司', 'person.employer'],
  ['schooling|school leaving|文化程度|读过书|上过学', 'person.education'],
  ['read|write|识字|认字', 'person.literate'],
  ['soldier|army|served in the army|当兵|当过兵|退伍', 'person.veteran', 'person.militaryService'],
  ['income|earn|salary|wage|收入|工资|挣多少', 'person.incomeYear', 'household.incomeMonth'],
  ['retired|pension|退休|退休金|养老金', 'person.pension', 'person.retiredAt'],
  ['bank card|bank account|银行卡', 'person.bankAccount'],
  ['id card|id number|identity card|passport|身份证', 'person.idNumber', 'person.idType'],
  ['children|sons|daughters|孩子|几个孩子|子女|儿女', 'person.childrenN', 'person.liveWithChildren'],
  ['family members|how many people|people in your household|几口人|家里几个人', 'household.size'],
  ['car|cars|汽车|车辆|有车', 'household.vehicles'],
  ['rent|tenant|landlord|租房|租的', 'dwelling.kind', 'dwelling.rentUse'],
  ['dialect|language|方言|说什么话', 'person.proxyLanguage'],
  ['photo|picture|portrait|照片|头像', 'person.photo'],
  ['mail|e-mail|email|邮箱', 'person.email'],
]

const OF = new Map<string, { word: string; near: number }[]>()
for (const [words, ...elements] of WORDS) {
  elements.forEach((code, near) => OF.set(code, [...(OF.get(code) ?? []), ...words.split('|').map(word => ({ word, near }))]))
}

/** What people call an element; `near` is 0 where nothing else is meant first. */
export const everydayWords = (code: string): readonly { word: string; near: number }[] => OF.get(code) ?? []
