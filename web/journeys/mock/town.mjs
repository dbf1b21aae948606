// An invented resident and two invented forms, for looking at screens without a server: every state a question can be in, every kind of answer.
const at = '2025-06-12T03:20:00Z'

const template = (name) => name

export const PURPOSE = {
  zh: '安排疫苗接种、就近接种点和上门服务，并避开不宜接种的情况。',
  en: 'To plan vaccination sessions nearby and at home.',
  basis: '《中华人民共和国疫苗管理法》',
}

const held = (value, extra = {}) => ({ state: 'held', value, display: String(value), source: 'resident', means: 'self', statedAt: at, seen: 'act-1', ...extra })

/** The answers of GET /api/resident/forms for a template's form component. */
export function formOf(manifest, { submitted, draft, changed }) {
  const definition = manifest.components.find((c) => c.kind === 'form')
  return {
    application: manifest.template,
    form: definition.id,
    version: 1,
    day: '2026-11-25',
    title: template(definition.title),
    intro: definition.intro,
    purpose: manifest.purpose,
    department: manifest.department,
    definition,
    codeLists: { gbt3304_ethnic: { items: ETHNIC.map(([code, zh]) => ({ code, name: { zh, en: zh } })) } },
    states: {
      name: held('王秀英', { source: 'register', means: 'import' }),
      age: { state: 'derived', value: 82, display: '82', source: 'register', means: 'derived', statedAt: at },
      mobile: { state: 'heldOld', display: '199****0011', source: 'resident', means: 'self', statedAt: '2023-04-02T03:20:00Z', seen: 'act-2' },
      address: changed
        ? held('人民中路 18 号 3 幢 402 室', { source: 'officer', means: 'inPerson', seen: 'act-9', statedAt: '2026-11-20T03:20:00Z' })
        : held('人民中路 18 号 3 幢 302 室', { source: 'officer', means: 'inPerson', seen: 'act-3' }),
      idNumber: { state: 'held', display: '9900**********8888', source: 'register', means: 'import', statedAt: at, seen: 'act-5' },
      bankName: { ...held('江苏农村商业银行'), state: 'contested' },
      bankAccount: { state: 'held', display: '**** 1234', source: 'register', means: 'import', statedAt: at, seen: 'act-6' },
    },
    draft: draft ?? null,
    submitted: submitted ?? null,
  }
}

const ETHNIC = ['汉族', '蒙古族', '回族', '藏族', '维吾尔族', '苗族', '彝族', '壮族', '布依族', '朝鲜族', '满族', '侗族', '瑶族', '白族', '土家族'].map((zh, i) => [String(i + 1).padStart(2, '0'), zh])

const q = (id, kind, zh, more = {}) => ({ id, kind, label: { zh, en: zh }, required: true, ...more })

/** A form that takes files. */
export const FILES = {
  template: 'FILES',
  title: { zh: '居住证办理', en: 'Residence permit' },
  department: 'civil-affairs',
  purpose: PURPOSE,
  components: [
    {
      id: 'ask',
      kind: 'form',
      audience: 'who',
      title: { zh: '居住证办理', en: 'Residence permit' },
      intro: { zh: '需要一张照片和您的签名。', en: 'A photo and your signature are needed.' },
      pages: [
        {
          id: 'files',
          title: { zh: '照片和签名', en: 'Photo and signature' },
          questions: [
            q('face', 'file', '您的照片', { accept: 'photo', element: 'person.photo' }),
            q('lease', 'file', '租房合同', { accept: 'document', required: false }),
            q('sign', 'file', '您的签名', { accept: 'signature', reuse: 'never' }),
          ],
        },
      ],
    },
  ],
}

/** A form with a question of each kind. */
/** Rows with rules and calculations of their own, and rows that an answer counts. */
export const ROWS = {
  template: 'ROWS',
  title: { zh: '家庭人口和收入', en: 'Household and income' },
  department: 'civil-affairs',
  purpose: PURPOSE,
  components: [
    {
      id: 'ask',
      kind: 'form',
      audience: 'who',
      title: { zh: '家庭人口和收入', en: 'Household and income' },
      pages: [
        {
          id: 'people',
          title: { zh: '家里的人', en: 'People' },
          questions: [
            q('members', 'table', '同住的人', {
              minRows: 1,
              maxRows: 12,
              columns: [
                q('name', 'text', '姓名', { maxLength: 20 }),
                q('relation', 'code', '和您的关系', { options: ['配偶', '子女', '父母', '其他'].map((zh, i) => ({ code: `r${i}`, label: { zh, en: zh } })) }),
                q('born', 'partialDate', '出生日期'),
                q('age', 'integer', '年龄', { required: false, calculate: { yearsBetween: ['born', 'today'] } }),
                q('school', 'text', '在哪里上学', { visible: { answer: 'age', op: '<', value: 18 } }),
                q('income', 'decimal', '每月收入', { unit: { zh: '元', en: 'yuan' }, min: '0', visible: { answer: 'age', op: '>=', value: 18 } }),
              ],
            }),
            q('people', 'integer', '同住人数', { required: false, calculate: { count: 'members' } }),
            q('total', 'decimal', '收入合计', { unit: { zh: '元', en: 'yuan' }, required: false, calculate: { sum: 'members.income' } }),
          ],
        },
        {
          id: 'homes',
          title: { zh: '住房', en: 'Homes' },
          questions: [
            q('homesN', 'integer', '有几处住房？', { min: 0, max: 9 }),
            q('homes', 'table', '住房情况', { countFrom: 'homesN', columns: [q('where', 'text', '在哪里'), q('area', 'decimal', '面积', { unit: { zh: '平方米', en: 'm²' } }), q('rented', 'yesNo', '租出去了吗？', { required: false })] }),
          ],
        },
      ],
    },
  ],
}

export const KINDS = {
  template: 'KINDS',
  title: { zh: '各种问题', en: 'All kinds' },
  department: 'civil-affairs',
  purpose: PURPOSE,
  components: [
    {
      id: 'ask',
      kind: 'form',
      audience: 'who',
      title: { zh: '各种问题', en: 'All kinds' },
      intro: { zh: '每种答案一个问题。', en: 'One question of each kind.' },
      pages: [
        {
          id: 'words',
          title: { zh: '文字和数字', en: 'Words and numbers' },
          questions: [
            q('text', 'text', '家里的联系人是谁？'),
            q('long', 'text', '还有什么要告诉我们的？', { maxLength: 300, required: false }),
            q('integer', 'integer', '家里住几口人？', { unit: { zh: '人', en: 'person | people' }, min: 1, max: 30 }),
            q('decimal', 'decimal', '住房面积有多大？', { unit: { zh: '平方米', en: 'm²' } }),
            q('idNumberQ', 'idNumber', '孩子的身份证号码'),
            q('uscc', 'uscc', '单位的统一社会信用代码', { required: false }),
            q('phone', 'phone', '单位电话', { required: false }),
            q('email', 'email', '电子邮箱', { required: false }),
          ],
        },
        {
          id: 'days',
          title: { zh: '时间', en: 'Days' },
          questions: [q('date', 'date', '哪一天搬来的？'), q('partialDate', 'partialDate', '最近一次体检是什么时候？'), q('dateTime', 'dateTime', '什么时候方便上门？', { required: false })],
        },
        {
          id: 'choices',
          title: { zh: '选择', en: 'Choices' },
          questions: [
            q('yesNo', 'yesNo', '是一个人住吗？'),
            q('code', 'code', '房子是怎么来的？', { options: ['自己买的', '自己盖的', '租的', '单位的'].map((zh, i) => ({ code: `k${i}`, label: { zh, en: zh } })) }),
            q('codes', 'codes', '哪些时候有空？', { required: false, options: ['上午', '下午', '晚上', '周末'].map((zh, i) => ({ code: `t${i}`, label: { zh, en: zh } })) }),
            q('ethnic', 'code', '民族', { codeList: 'gbt3304_ethnic' }),
            q('several', 'codes', '家里有哪些民族？', { codeList: 'gbt3304_ethnic', required: false }),
          ],
        },
        { id: 'places', title: { zh: '地点', en: 'Places' }, questions: [q('region', 'region', '户口在哪里？'), q('place', 'place', '大棚在哪里？', { required: false })] },
      ],
    },
  ],
}

const REGIONS = {
  320000000000: ['江苏省', 1, null],
  320600000000: ['南通市', 2, '320000000000'],
  320613000000: ['崇川区', 3, '320600000000'],
  320612000000: ['通州区', 3, '320600000000'],
  320613001000: ['虹桥街道', 4, '320613000000'],
  320613002000: ['城东街道', 4, '320613000000'],
  320613002001: ['北濠东村社区', 5, '320613002000'],
  320613002002: ['濠东社区', 5, '320613002000'],
}

export function region(code) {
  const node = (c) => ({ code: c, level: REGIONS[c][1], name: { zh: REGIONS[c][0], en: REGIONS[c][0] } })
  const path = []
  for (let up = REGIONS[code][2]; up; up = REGIONS[up][2]) path.unshift(node(up))
  return { ...node(code), phone: '0513-15400001', path, children: Object.keys(REGIONS).filter((c) => REGIONS[c][2] === code).map(node) }
}

export const DATA = {
  topics: [
    {
      name: { zh: '身份', en: 'Identity' },
      elements: [
        { code: 'person.name', name: { zh: '姓名', en: 'Name' }, display: '王秀英', standing: 'held', source: 'register', means: 'import', statedAt: at, usedBy: [] },
        { code: 'person.idNumber', name: { zh: '身份证号码', en: 'ID number' }, display: '9900**********8888', standing: 'held', source: 'register', means: 'import', statedAt: at, usedBy: [] },
        { code: 'person.age', name: { zh: '年龄', en: 'Age' }, display: '82 岁', standing: 'derived', usedBy: [{ department: 'health', application: { zh: '疫苗接种摸底', en: 'Vaccination survey' }, at: '2026-11-22T02:00:00Z', purpose: PURPOSE }] },
      ],
    },
    {
      name: { zh: '联系和住址', en: 'Contact and address' },
      elements: [
        {
          code: 'person.mobile', name: { zh: '联系电话', en: 'Phone' }, display: '199 0000 0011', standing: 'heldOld', source: 'resident', means: 'self', statedAt: '2023-04-02T03:20:00Z', application: { zh: '居民信息登记', en: 'Registration' },
          usedBy: [{ department: 'health', application: { zh: '疫苗接种摸底', en: 'Vaccination survey' }, at: '2026-11-22T02:00:00Z', purpose: PURPOSE }],
        },
        { code: 'person.address', name: { zh: '现住地址', en: 'Address' }, display: '人民中路 18 号 3 幢 302 室', standing: 'held', source: 'officer', means: 'inPerson', statedAt: at, usedBy: [] },
      ],
    },
    { name: { zh: '补贴和待遇', en: 'Benefits' }, elements: [{ code: 'person.bankName', name: { zh: '开户银行', en: 'Bank' }, display: '江苏农村商业银行', standing: 'contested', source: 'resident', statedAt: at, usedBy: [] }] },
  ],
}

export const NOTICES = [
  { id: 'n1', title: { zh: '请您告诉我们疫苗接种情况', en: 'Please tell us about your vaccination' }, text: { zh: '您好，社区卫生服务中心正在了解居民的疫苗接种情况，只问还不知道的几项，大约一分钟。\n不方便用手机也没关系，网格员会打电话或者上门帮您填写。', en: 'Hello.' }, department: 'health', at: '2026-11-23T01:00:00Z', read: false, application: 'T11' },
  { id: 'n2', title: { zh: '请您确认高龄津贴', en: 'Please confirm your old-age allowance' }, text: { zh: '您好，一年一次的高龄津贴确认开始了。', en: 'Hello.' }, department: 'civil-affairs', at: '2026-11-20T01:00:00Z', read: true, application: 'T01' },
]

export const RESIDENTS = [
  { key: 'alone', name: '王秀英', idNumber: '990000194403128888', phone: '19900000011', note: { zh: '82 岁，一个人住，户口在外区', en: '82, lives alone, registered elsewhere' } },
  { key: 'complete', name: '李建国', idNumber: '990000196003128888', phone: '19900000012', note: { zh: '66 岁，信息齐全', en: '66, complete file' } },
  { key: 'newcomer', name: '陈小云', idNumber: null, phone: '19900000013', note: { zh: '刚搬来，还没有登记', en: 'Just moved in, not on file' } },
]
