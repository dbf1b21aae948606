import { match } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { asksForPeople, best, rank, type Found } from './everything'

const pinyin = (words: string, letters: string) => match(words, letters, { continuous: true }) !== null
const found = (name: string, ...words: string[]): Found => ({ id: name, kind: 'command', icon: 'search', name, words: [name, ...words], run: () => undefined })

describe('the search over everything', () => {
  it('prefers what begins with the words, then what has them inside, then pinyin', () => {
    expect(rank(['疫苗接种摸底'], '疫苗')).toBe(0)
    expect(rank(['疫苗接种摸底'], '摸底')).toBe(1)
    expect(rank(['疫苗接种摸底'], 'ymjz', pinyin)).toBe(2)
    expect(rank(['疫苗接种摸底'], 'ymjz')).toBeUndefined()
    expect(rank(['疫苗接种摸底'], '高龄', pinyin)).toBeUndefined()
  })

  it('finds by either language, whatever the case', () => {
    expect(rank(['高龄津贴', 'Old-age allowance'], 'ALLOW')).toBe(1)
  })

  it('keeps the order among equals and stops at the most', () => {
    const all = [found('任务'), found('数据'), found('新建任务')]
    expect(best(all, '任务', 5).map(each => each.name)).toEqual(['任务', '新建任务'])
    expect(best(all, '', 2).map(each => each.name)).toEqual(['任务', '数据'])
  })

  it('asks for people from two characters on', () => {
    expect(asksForPeople('王')).toBe(false)
    expect(asksForPeople(' 王秀 ')).toBe(true)
  })
})
