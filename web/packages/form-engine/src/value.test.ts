// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ageOn, parseDay } from './days.ts'
import type { Fault } from './fault.ts'
import { readValue, type Json, type ValueKind } from './value.ts'

interface Case {
  name: string
  kind: ValueKind
  columns?: Record<string, ValueKind>
  when: Json
  value?: Json
  fault?: Fault
}

const spec = JSON.parse(readFileSync(new URL('../../../../spec/values.json', import.meta.url), 'utf8')) as {
  read: Case[]
  ages: { day: string; birth: string; age: number }[]
}

describe('spec/values.json', () => {
  test.each(spec.read.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const read = readValue(one.kind, one.when, one.columns)
    if (one.fault) {
      expect(read).toEqual({ fault: one.fault })
    } else {
      expect(read).toEqual({ value: one.value })
      expect(JSON.stringify(readValue(one.kind, one.value, one.columns))).toBe(JSON.stringify(read))
    }
  })

  test.each(spec.ages)('on $day who was born on $birth is $age', ({ day, birth, age }) => {
    expect(ageOn(parseDay(day), parseDay(birth))).toBe(age)
  })
})

test('halves of surrogate pairs are not text', () => {
  for (const text of ['\ud842', '\udfb7', 'a\ud842b', '\udfb7\ud842', '\ud842\udfb7\udfb7']) {
    expect(readValue('text', text)).toEqual({ fault: { code: 'text-characters', args: [] } })
  }
  expect(readValue('text', 'a\ud842\udfb7b')).toEqual({ value: 'a𠮷b' })
})

test('a text has at most 10,000 units', () => {
  expect(readValue('text', 'x'.repeat(10_000))).toHaveProperty('value')
  expect(readValue('text', 'x'.repeat(10_001))).toEqual({ fault: { code: 'text-length', args: ['10000'] } })
})
