// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { evaluate, type Criterion, type Facts, type KindedValue, type Truth } from './criterion.ts'
import { parseDay } from './days.ts'
import type { Json, Value, ValueKind } from './value.ts'
import { readValue } from './value.ts'

interface Given {
  values?: Record<string, Json>
  regions?: Record<string, string>
  links?: Record<string, Given[]>
  /** First and last day of the link that leads here. */
  since?: string
  until?: string
  answers?: Record<string, { kind: ValueKind; value: Json }>
}

interface Case {
  name: string
  day?: string
  given: Given
  when: Criterion
  then: Truth
}

const spec = JSON.parse(readFileSync(new URL('../../../../spec/criteria.json', import.meta.url), 'utf8')) as {
  day: string
  elements: Record<string, { kind: ValueKind }>
  evaluate: Case[]
  evaluateInForms: Case[]
}

function facts(given: Given): Facts {
  return {
    value: (element) => {
      const held = given.values?.[element]
      if (held === undefined || held === null) {
        return undefined
      }
      const wrapped = typeof held === 'object' && !Array.isArray(held) ? held : { value: held }
      return { ...kinded(spec.elements[element]!.kind, wrapped.value!), fresh: wrapped.fresh !== false }
    },
    region: (relation) => given.regions?.[relation],
    linked: (link, day) =>
      (given.links?.[link] ?? [])
        .filter(({ since, until }) => !(since && parseDay(since) > day) && !(until && parseDay(until) < day))
        .map(facts),
    answer: (question) => {
      const answer = given.answers?.[question]
      return answer && kinded(answer.kind, answer.value)
    },
  }
}

function kinded(kind: ValueKind, json: Json): KindedValue {
  const read = readValue(kind, json)
  if ('fault' in read) {
    throw new Error(`${kind}: ${read.fault.code}`)
  }
  return { kind, value: read.value as Value }
}

describe('spec/criteria.json', () => {
  test.each([...spec.evaluate, ...spec.evaluateInForms].map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(evaluate(one.when, facts(one.given), parseDay(one.day ?? spec.day))).toBe(one.then)
  })
})
