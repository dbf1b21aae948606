/**
 * What the oldest engines lack of the methods that the apps and their libraries use; imported before anything else. build/engine.mjs
 * knows this list and ends a build that needs more.
 */

function add(owner: object, name: string, method: (...values: never[]) => unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value: method, writable: true, configurable: true })
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? whole + this.length : whole]
}

/** @param global where the methods belong; another one in tests */
export function equip(global: { Array: { prototype: object }; String: { prototype: object }; Object: object }): void {
  add(global.Array.prototype, 'at', at)
  add(global.String.prototype, 'at', at)
  // Vue calls these three for whoever calls them on a reactive list.
  add(global.Array.prototype, 'toSorted', function (this: unknown[], order?: (a: unknown, b: unknown) => number) {
    return Array.from(this).sort(order)
  })
  add(global.Array.prototype, 'toReversed', function (this: unknown[]) {
    return Array.from(this).reverse()
  })
  add(global.Array.prototype, 'toSpliced', function (this: unknown[], ...how: [number, number, ...unknown[]]) {
    const copy = Array.from(this)
    copy.splice(...how)
    return copy
  })
  add(global.Object, 'hasOwn', (owner: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, key))
}

equip({ Array, String, Object })
