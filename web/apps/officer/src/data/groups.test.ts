import { describe, expect, it } from 'vitest'
import { catalogued } from '../test/catalogued'
import { groupsOf } from './groups'

const found = ['dwelling.area', 'household.size', 'organisation.name', 'person.age', 'person.mobile', 'person.sex', 'person.unheardOf'].map(code => catalogued(code, code))
const shape = (typed: string) => groupsOf(found, typed).map(group => [group.name, group.elements.map(element => element.code)])

describe('data elements under headings', () => {
  it('stand by topic while nothing is typed, in the order of the topics', () => {
    expect(shape(' ')).toEqual([
      ['identity', ['person.age', 'person.sex']], ['contact', ['person.mobile']], ['residence', ['dwelling.area']], ['household', ['household.size']],
      ['organisation', ['organisation.name']], ['other', ['person.unheardOf']],
    ])
  })

  it('stand nearest first once something is typed, the others by topic, each once', () => {
    expect(shape('a')).toEqual([
      ['near', ['dwelling.area', 'household.size', 'organisation.name', 'person.age', 'person.mobile']], ['identity', ['person.sex']], ['other', ['person.unheardOf']],
    ])
  })

  it('has no heading for nothing', () => {
    expect(groupsOf([], '宠物')).toEqual([])
  })
})
