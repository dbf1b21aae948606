/** The shape of an application's manifest, as spec/manifest.schema.json has it. */

export interface Localised {
  zh: string
  en?: string
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export type Relation = 'resides-in' | 'registered-in' | 'works-in' | 'owns'
export const RELATIONS: readonly Relation[] = ['resides-in', 'registered-in', 'works-in', 'owns']

export type Criterion =
  | { all: Criterion[] }
  | { any: Criterion[] }
  | { not: Criterion }
  | { element: string; op: string; value?: Json; fresh?: boolean }
  | { answer: string; op: string; value?: Json }
  | { within: string; by: Relation }
  | { link: string; where: Criterion }
  | { always: boolean }

export interface Constraint {
  criterion: Criterion
  message: Localised
}

export interface Option {
  code: string
  label: Localised
}

export interface Question {
  id: string
  label: Localised
  hint?: Localised
  kind: string
  element?: string
  codeList?: string
  options?: Option[]
  unit?: string
  required?: boolean
  visible?: Criterion
  constraints?: Constraint[]
  min?: Json
  max?: Json
  maxLength?: number
  pattern?: string
  reuse?: 'held' | 'never'
  accept?: 'photo' | 'signature' | 'document'
  householdKind?: string
}

export interface Page {
  id: string
  title: Localised
  questions: Question[]
}

export interface AudienceComponent {
  id: string
  kind: 'audience'
  relation: Relation
  criterion: Criterion
}

export interface FormComponent {
  id: string
  kind: 'form'
  audience?: string
  title?: Localised
  intro?: Localised
  askKnown?: boolean
  pages: Page[]
}

export interface NoticeComponent {
  id: string
  kind: 'notice'
  audience?: string
  title?: Localised
  text?: Localised
}

export interface BoardComponent {
  id: string
  kind: 'board'
  form?: string
  relation?: Relation
}

export type Component = AudienceComponent | FormComponent | NoticeComponent | BoardComponent
export type ComponentKind = Component['kind']

export interface Purpose extends Localised {
  basis?: string
}

export interface Manifest {
  manifest: 1
  template?: string
  title: Localised
  summary?: Localised
  department?: string
  purpose?: Purpose
  region?: string
  opens?: string
  closes?: string
  components: Component[]
}
