/** A text in Chinese and English. */
export interface Localised {
  zh: string
  en?: string | null
}

/** A value as JSON, see spec: what it is depends on the question's kind. Absence is "not answered". */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Answers = Record<string, Json>

export interface RegionRef {
  code: string
  name: Localised
}

export interface RegionNode extends RegionRef {
  level: number
  parent: string | null
  path: RegionRef[]
  children: { code: string; level: number; name: Localised }[]
}

export interface ResidentSession {
  name: string
  newcomer: boolean
  region: RegionRef | null
  /** Whose typing is kept on a device: names the person, says nothing about them. */
  subject?: string
}

export interface Ask {
  application: string
  form: string
  title: Localised
  formTitle?: Localised
  department: string
  questions: number
  closes?: string | null
  draft: boolean
}

export interface Ward {
  subject: string
  name: string
  questions: number
  minutes: number
  asks: Ask[]
}

export interface ResidentHome {
  questions: number
  minutes: number
  asks: Ask[]
  notices: { unread: number }
  /** Those the resident answers for. */
  wards: Ward[]
}

export type QuestionKind =
  | 'text' | 'integer' | 'decimal' | 'date' | 'partialDate' | 'dateTime' | 'yesNo' | 'code' | 'codes' | 'region' | 'subject' | 'place' | 'file' | 'table'
  | 'idNumber' | 'uscc' | 'phone' | 'email'

export interface Option {
  code: string
  label: Localised
}

export interface Question {
  id: string
  label: Localised
  hint?: Localised
  kind: QuestionKind
  element?: string
  codeList?: string
  options?: Option[]
  unit?: string
  required: boolean
  visible?: Json
  constraints?: { criterion: Json; message: Localised }[]
  min?: number | string
  max?: number | string
  maxLength?: number
  pattern?: string
  reuse?: 'held' | 'never'
  accept?: Accept
  householdKind?: 'living' | 'registered' | 'common'
}

/** What a question of kind file takes. */
export type Accept = 'photo' | 'signature' | 'document'

/** A file that the server has taken. */
export interface UploadedFile {
  id: string
  mediaType: string
  bytes: number
  width?: number | null
  height?: number | null
}

export interface Page {
  id: string
  title: Localised
  questions: Question[]
}

export interface FormComponent {
  id: string
  kind: 'form'
  audience: string
  title: Localised
  intro?: Localised
  askKnown?: boolean
  pages: Page[]
}

export type Standing = 'held' | 'heldOld' | 'contested' | 'derived' | 'unknown'

export interface QuestionState {
  state: Standing
  value?: Json
  display?: string
  source?: string
  means?: string
  statedAt?: string
  /** The act that stated the value: sent back so that a change by somebody else is noticed. */
  seen?: string
}

export interface CodeList {
  code?: string
  name?: Localised
  items: { code: string; name: Localised }[]
}

export interface Purpose extends Localised {
  basis?: string
}

/** What was typed before, and what of it has no place in the version in force. */
export interface Draft {
  answers: Answers
  savedAt: string
  version: number
  notCarried?: { question: string; label: Localised }[]
}

/** A form opened for one person: the questions, what is known of the answers, and what was being typed. */
export interface FilledForm {
  application: string
  form: string
  version: number
  title: Localised
  intro?: Localised | null
  purpose?: Purpose | null
  department?: string
  definition: FormComponent
  codeLists: Record<string, CodeList>
  states: Record<string, QuestionState>
  draft: Draft | null
  submitted: Receipt | null
  /** The day on which ages and other dates are judged. */
  day?: string
}

export interface SubmitForm {
  version: number
  answers: Answers
  confirmed: string[]
  seen: Record<string, string>
}

export interface Written {
  label: Localised | string
  to: Localised | string
}

export interface Receipt {
  submission: string
  receipt: string
  submittedAt: string
  reused: number
  derived: number
  confirmed: number
  asked: number
  written: Written[]
}

export interface SubmissionRow {
  id: string
  title: Localised
  department?: string
  submittedAt: string
  receipt: string
}

export interface SubmissionDetail extends SubmissionRow {
  reused?: number
  derived?: number
  confirmed?: number
  asked?: number
  answers?: { id: string; label: Localised; display?: string; outcome?: string; file?: { id: string; accept: Accept } }[]
  written?: Written[]
}

export interface Notice {
  id: string
  title: Localised
  text: Localised
  department?: string
  at: string
  read: boolean
  application?: string
}

export interface DataUse {
  department: string
  application: Localised | string
  at: string
  purpose: Localised | string
}

export interface HeldElement {
  code: string
  name: Localised
  display: string
  standing: Standing
  source?: string
  means?: string
  statedAt?: string
  application?: Localised | string | null
  usedBy: DataUse[]
}

export interface MyData {
  topics: { name: Localised | string; elements: HeldElement[] }[]
}

export interface DemoResident {
  key: string
  name: string
  idNumber?: string | null
  phone?: string | null
  note: Localised | string
}

export interface DemoMessage {
  phone: string
  text: string
  at: string
}
