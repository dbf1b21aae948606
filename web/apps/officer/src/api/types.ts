import type { Criterion, Json, Localised, Manifest, Relation } from '../manifest/types'

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
}

export interface Session {
  account: { name: string; login: string }
  post: Post | null
  posts: Post[]
}

export interface DemoAccount {
  login: string
  password: string
  name: string
  title: Localised | string
  region: RegionRef | Localised | string
  department: string
}

export interface RunningApplication {
  id: string
  title: Localised
  region?: RegionRef
  department?: string
  total: number
  done: number
  mine: boolean
  closes?: string | null
}

export interface DraftSummary {
  id: string
  title: Localised
  region?: RegionRef
  updatedAt?: string | null
  version?: number | null
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
  parent: string | null
  path: RegionRef[]
  children: { code: string; level: number; name: Localised }[]
}

export type Protection = 'open' | 'restricted' | 'encrypted'

export interface DataElement {
  code: string
  name: Localised
  kind: string
  codeList: string | null
  unit: string | null
  protection: Protection
  firstRank: string
  validFor: string | null
  derivedFrom: string[]
  standard: string | null
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
  version: number | null
  publishedAt: string | null
  editable?: boolean
}

export interface Application extends ApplicationSummary {
  revision: number
  draft: Manifest | null
  published: Manifest | null
  editable: boolean
}

export interface Finding {
  severity: 'error' | 'warning'
  code: string
  path: string
  message: Localised | string
}

export interface QuestionNumbers {
  id: string
  label: Localised
  held: number
  heldOld: number
  contested: number
  derived: number
  unknown: number
  alsoAskedBy: { application: string; title: Localised }[]
}

export interface OnceOnly {
  population: number
  questions: QuestionNumbers[]
  heldShare: number
}

export interface Check {
  findings: Finding[]
  onceOnly: OnceOnly | null
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
  path: RegionRef[]
  asOf: string
}

export interface LeftPerson {
  person: string
  name: string
  age: number | null
  region: string
  regionName: Localised
  phoneMasked: string | null
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
}

export interface PersonRow {
  id: string
  name: string
  age?: number | null
  sex?: string | null
  region?: string | null
  regionName?: Localised | null
}

export interface PersonElement {
  code: string
  name: Localised
  value?: Json
  display: string | Localised | null
  standing: string
  source: string
  means: string
  statedAt: string | null
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
