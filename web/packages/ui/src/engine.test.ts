import { describe, expect, it } from 'vitest'
import { equip } from './engine'

describe('an engine that lacks newer methods', () => {
  const bare = { Array: { prototype: {} as Record<string, (index: number) => unknown> }, String: { prototype: {} }, Object: {} as Record<string, (owner: object, key: string) => boolean> }
  equip(bare)

  it('counts from either end', () => {
    const at = (index: number) => bare.Array.prototype.at!.call([1, 2, 3], index)
    expect([at(0), at(-1), at(-3), at(3), at(-4), at(1.9), at(NaN)]).toEqual([1, 3, 1, undefined, undefined, 2, 1])
  })

  it('sorts, turns and splices copies', () => {
    const call = (name: string, ...values: unknown[]) => (bare.Array.prototype[name] as unknown as (...values: unknown[]) => unknown[]).apply([3, 1, 2], values)
    expect([call('toSorted'), call('toReversed'), call('toSpliced', 0, 1, 9)]).toEqual([[1, 2, 3], [2, 1, 3], [9, 1, 2]])
  })

  it('tells own members from inherited ones', () => {
    expect(bare.Object.hasOwn!({ a: 1 }, 'a')).toBe(true)
    expect(bare.Object.hasOwn!({}, 'toString')).toBe(false)
  })

  it('leaves alone what is there', () => {
    const own = () => 7
    const rich = { Array: { prototype: { at: own } }, String: { prototype: {} }, Object: {} }
    equip(rich)
    expect(rich.Array.prototype.at).toBe(own)
  })
})
