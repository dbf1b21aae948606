/** What the server answers officers with; what is absent there is absent here. */

import type { Criterion, Localised, Manifest, Relation } from '../manifest/types'

export interface RegionRef {
  code: string
  name: Localised
}

export interface Post {
  id: string
  title: Localised
  region: RegionRef
  department: string
  roles: string[]
  deputy?: boolean
}

export interface Session {
  account: { name: string; login: string }
  post?: Post | null
  posts: Post[]
}

export interface DemoAccount {
  login: string
  password: string
  name: string
  title: Localised
  region: Localised
  department: string
}

export interface RunningApplication {
  id: string
  title: Localised
  /** People addressed in the own region; 0 when nothing is asked of anybody. */
  total: number
  done: number
  mine: boolean
}

export interface DraftSummary {
  id: string
  title: Localised
  updatedAt: string
  savedBy: string
}

export interface Home {
  running: RunningApplication[]
  drafts: DraftSummary[]
  day: string
}

export interface Region {
  code: string
  level: number
  name: Localised
  /** From the province down to this one. */
  path: RegionRef[]
  children: { code: string; level: number; name: Localised }[]
}

export type Protection = 'open' | 'restricted' | 'encrypted'

export interface DataElement {
  code: string
  name: Localised
  kind: string
  codeList?: string | null
  unit?: string | null
  protection: Protection
  firstRank: string
  validFor?: string | null
  derivedFrom: string[]
  standard?: string | null
  seenAs: string[]
}

export interface CodeList {
  code: string
  name: Localised
  items: { code: string; name: Localised }[]
}

export interface Template {
  id: string
  title: Localised
  summary: Localised
  department: string
  components: string[]
  questions: number
}

export type ApplicationState = 'draft' | 'running' | 'closed'

export interface ApplicationSummary {
  id: string
  state: ApplicationState
  title: Localised
  region: RegionRef
  department: string
  version?: number | null
  revision: number
  savedAt: string
  savedBy: string
  editable: boolean
}

export interface Application extends ApplicationSummary {
  draft?: Manifest | null
  published?: Manifest | null
  publishedAt?: string | null
  publishedBy?: string | null
  closedAt?: string | null
}

export interface Finding {
  severity: 'error' | 'warning'
  code: string
  path: string
  message: string
}

export interface QuestionNumbers {
  form: string
  id: string
  label: Localised
  /** A declaration or consent: asked of everybody, whatever is held. */
  everyTime: boolean
  held: number
  heldOld: number
  contested: number
  derived: number
  unknown: number
  alsoAskedBy: { application: string; title: Localised }[]
}

export interface OnceOnly {
  population: number
  /** People whose data was looked at; where it is fewer than all, the counts are projected. */
  looked: number
  questions: QuestionNumbers[]
  /** Questions that at least half of the people need not be asked, and the share of people for whom those are settled. */
  heldQuestions: number
  heldFor: number
  heldShare: number
}

export interface Check {
  findings: Finding[]
  onceOnly?: OnceOnly | null
}

export interface BoardChild {
  region: string
  name: Localised
  total: number
  done: number
}

export interface Board {
  region: string
  relation: Relation
  total: number
  done: number
  notAsked: number
  contested: number
  children: BoardChild[]
  /** From the own region down to this one. */
  path: RegionRef[]
  asOf: string
}

export interface LeftPerson {
  person: string
  name: string
  age?: number | null
  region: string
  regionName: Localised
  phoneMasked?: string | null
}

export interface Paged<T> {
  items: T[]
  page?: number
  size?: number
  more: boolean
}

export interface SubmissionRow {
  id: string
  person: string
  name: string
  submittedAt: string
  version: number
  receipt: string
  files: SubmittedFile[]
}

/** A file that was submitted; opening it is journalled. */
export interface SubmittedFile {
  id: string
  label: Localised
  accept: 'photo' | 'signature' | 'document'
}

export interface PersonRow {
  id: string
  name: string
  age?: number | null
  region?: string | null
  regionName?: Localised | null
}

export interface PersonElement {
  code: string
  name: Localised
  protection: Protection
  /** Masked for what is encrypted; absent for what is restricted, until a purpose is given. */
  display?: string | null
  standing: string
  source: string
  means: string
  statedAt?: string | null
}

export interface Person {
  id: string
  name: string
  elements: PersonElement[]
}

export interface AudienceQuestion {
  criterion: Criterion
  relation: Relation
  region: string
}
