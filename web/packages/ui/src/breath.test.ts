import { expect, test } from 'vitest'
import { breath } from './breath'

test('what waits for its turn goes on after what was due already', async () => {
  const order: string[] = []
  const paused = breath().then(() => order.push('after the pause'))
  await Promise.resolve().then(() => order.push('what was due'))
  await paused
  expect(order).toEqual(['what was due', 'after the pause'])
})
