import { shallowRef } from 'vue'
import { expect, it } from 'vitest'
import type { RowView } from '@hutong/form-engine'
import { openIn, ROWS_IN_GROUP, useGroups } from './groups'

const row = (id: string): RowView => ({ id, cells: {}, faults: [] }) as unknown as RowView
const rows = (count: number): RowView[] => Array.from({ length: count }, (_, i) => row(`r${i}`))

it('puts rows into groups in their order', () => {
  const groups = useGroups(() => rows(2 * ROWS_IN_GROUP + 1)).value
  expect(groups.map(({ from, rows: some }) => [from, some.length])).toEqual([[0, ROWS_IN_GROUP], [ROWS_IN_GROUP, ROWS_IN_GROUP], [2 * ROWS_IN_GROUP, 1]])
  expect(useGroups(() => []).value).toEqual([])
})

it('makes anew only the group whose row has changed', () => {
  const all = shallowRef(rows(3 * ROWS_IN_GROUP))
  const groups = useGroups(() => all.value)
  const before = groups.value
  all.value = all.value.map((one, i) => (i === ROWS_IN_GROUP ? row(one.id) : one))
  expect(groups.value.map((group, i) => group === before[i])).toEqual([true, false, true])
})

it('makes anew every group from where a row was taken out', () => {
  const all = shallowRef(rows(3 * ROWS_IN_GROUP))
  const groups = useGroups(() => all.value)
  const before = groups.value
  all.value = all.value.filter((_, i) => i !== ROWS_IN_GROUP)
  expect(groups.value.map((group, i) => group === before[i])).toEqual([true, false, false])
})

it('knows which group has the open row', () => {
  const [first, second] = useGroups(() => rows(2 * ROWS_IN_GROUP)).value as [never, never]
  expect([openIn(first, 'r25'), openIn(second, 'r25'), openIn(first, undefined)]).toEqual([undefined, 'r25', undefined])
})
