/** The shape of an application's manifest: spec/manifest.schema.json, as the API document carries it. */

import type { components } from '@hutong/api'

type Schemas = components['schemas']

export type { Json, Localised, Option, Page, Purpose, Question } from '@hutong/api'

export type Relation = Schemas['ManifestRelation']
export const RELATIONS: readonly Relation[] = ['resides-in', 'registered-in', 'works-in', 'owns']

export type Criterion = Schemas['ManifestCriterion']
export type Operator = Schemas['ManifestOp']
export type Constraint = NonNullable<Schemas['ManifestQuestion']['constraints']>[number]

export type AudienceComponent = Schemas['ManifestAudience']
export type FormComponent = Schemas['ManifestForm']
export type NoticeComponent = Schemas['ManifestNotice']
export type BoardComponent = Schemas['ManifestBoard']
export type VisitComponent = Schemas['ManifestVisit']
export type Reason = VisitComponent['reasons'][number]
export const REASONS: readonly Reason[] = ['no-answer', 'no-phone', 'asked-for-help']
export type Component = Schemas['ManifestComponent']

export const CALCULATIONS = ['sum', 'difference', 'min', 'max', 'count', 'yearsBetween'] as const
export type CalculationOp = (typeof CALCULATIONS)[number]
export type Calculation = Schemas['ManifestCalculation']
export type ComponentKind = Component['kind']

export type Manifest = Schemas['Manifest']
