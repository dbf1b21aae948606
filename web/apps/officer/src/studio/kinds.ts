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
