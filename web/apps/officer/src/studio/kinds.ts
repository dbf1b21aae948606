/** The kinds of answer a question of the application's own can have. */
export const OWN_KINDS = [
  'text', 'yesNo', 'code', 'codes', 'integer', 'decimal', 'date', 'partialDate', 'dateTime', 'phone', 'email', 'idNumber', 'uscc', 'region', 'place', 'file', 'table',
] as const


/** Of whom a person's element is asked: the person, or somebody linked. */
export const LINKED = ['guardian', 'agent', 'emergency-contact', 'spouse', 'father', 'mother'] as const

/** What a question of kind file takes: each a kind of its own for whoever makes a question. */
export const ACCEPTS = ['photo', 'document', 'signature'] as const
export type Accepts = typeof ACCEPTS[number]

type Kind = typeof OWN_KINDS[number]
/** A kind as it is chosen: which file is part of it. */
export type Chosen = Exclude<Kind, 'file'> | `file:${Accepts}`

export const CHOSEN_KINDS: readonly Chosen[] = OWN_KINDS.flatMap(kind => kind === 'file' ? ACCEPTS.map(accepts => `file:${accepts}` as const) : [kind])

/** The kinds of a column: a table stands in no other, and files belong to questions. */
export const COLUMN_KINDS = OWN_KINDS.filter(kind => kind !== 'table' && kind !== 'file')

export const isNumber = (kind: string) => kind === 'integer' || kind === 'decimal'
export const isDay = (kind: string) => kind === 'date'
export const isChoice = (kind: string) => kind === 'code' || kind === 'codes'

/** What a question asks for by its wording, as far as it says so: "…吗？" yes or no, "几…" and "多少…" a number, a photo or a signature a file. */
export function kindOf(label: string): 'yesNo' | 'integer' | 'date' | 'file:photo' | 'file:signature' | 'text' {
  const words = label.replace(/[\s？?。！!]+$/u, '')
  if (/吗$|是否|有没有|^(do|does|did|is|are|was|were|have|has|can|will) /i.test(words)) return 'yesNo'
  if (/几(个|人|桶|次|口|辆|只|条|间|户|岁|天)|多少(个|人|桶|次|口|辆|只|条|间|户|天)|how many/i.test(words)) return 'integer'
  if (/哪(一)?天|日期$/.test(words)) return 'date'
  if (/照片|拍照|拍一张|\bphoto(graph)?s?\b|\bpictures?\b/i.test(words)) return 'file:photo'
  if (/签名|签字|\bsignature\b|\bsign here\b/i.test(words)) return 'file:signature'
  return 'text'
}

/** A chosen kind as the manifest says it. */
export function asked(chosen: string): { kind: Kind; accept?: Accepts } {
  const [kind, accept] = chosen.split(':') as [Kind, Accepts?]
  return accept === undefined ? { kind } : { kind, accept }
}
