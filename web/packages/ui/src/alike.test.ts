import { expect, test } from 'vitest'
import { tellApart, tellApartForEach } from './alike'

const waiting = (application: string, title: string, form = '登记表', published = '2026-11-27T01:00:00Z') => ({ application, title: { zh: title }, formTitle: { zh: form }, published })

test('a title that stands alone needs nothing more', () => {
  const all = [waiting('a', '高龄津贴'), waiting('b', '疫苗接种')]
  expect([...tellApart(all).values()]).toEqual([{}, {}])
})

test('the same title of two applications says when each was published', () => {
  const all = [waiting('a', '疫苗接种'), waiting('b', '疫苗接种', '登记表', '2026-11-28T01:00:00Z'), waiting('c', '高龄津贴')]
  expect([...tellApart(all).values()]).toEqual([{ published: '2026-11-27T01:00:00Z' }, { published: '2026-11-28T01:00:00Z' }, {}])
})

test('two forms of one application say which they are', () => {
  const all = [waiting('a', '人口登记', '本户'), waiting('a', '人口登记', '出租房')]
  expect([...tellApart(all).values()]).toEqual([{ form: { zh: '本户' } }, { form: { zh: '出租房' } }])
})

test('the same title for two persons needs nothing more', () => {
  const all = [{ ...waiting('a', '疫苗接种'), person: '甲' }, { ...waiting('b', '疫苗接种', '登记表', '2026-11-28T01:00:00Z'), person: '乙' }, { ...waiting('a', '疫苗接种'), person: '乙' }]
  expect([all[0], all[1], all[2]].map((one) => tellApartForEach(all).get(one!))).toEqual([{}, { published: '2026-11-28T01:00:00Z' }, { published: '2026-11-27T01:00:00Z' }])
})
