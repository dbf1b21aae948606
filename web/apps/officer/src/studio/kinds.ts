/** The kinds of answer a question of the application's own can have. */
export const OWN_KINDS = [
  'text', 'yesNo', 'code', 'codes', 'integer', 'decimal', 'date', 'partialDate', 'dateTime', 'phone', 'email', 'idNumber', 'uscc', 'region', 'place', 'file', 'table',
] as const

/** Of whom a person's element is asked: the person, or somebody linked. */
export const LINKED = ['guardian', 'agent', 'emergency-contact', 'spouse', 'father', 'mother'] as const

/** What a question of kind file takes. */
export const ACCEPTS = ['photo', 'signature', 'document'] as const

/** The kinds of a column: a table stands in no other, and files belong to questions. */
export const COLUMN_KINDS = OWN_KINDS.filter(kind => kind !== 'table' && kind !== 'file')

export const isNumber = (kind: string) => kind === 'integer' || kind === 'decimal'
export const isDay = (kind: string) => kind === 'date'
export const isChoice = (kind: string) => kind === 'code' || kind === 'codes'

/** What a question asks for by its wording, as far as it says so: "…吗？" yes or no, "几…" and "多少…" a number. */
export function kindOf(label: string): 'yesNo' | 'integer' | 'date' | 'text' {
  const words = label.replace(/[\s？?。！!]+$/u, '')
  if (/吗$|是否|有没有|^(do|does|did|is|are|was|were|have|has|can|will) /i.test(words)) return 'yesNo'
  if (/几(个|人|桶|次|口|辆|只|条|间|户|岁|天)|多少(个|人|桶|次|口|辆|只|条|间|户|天)|how many/i.test(words)) return 'integer'
  if (/哪(一)?天|日期$/.test(words)) return 'date'
  return 'text'
}
