/** Steps back and forward through states that are never changed in place; small steps of one kind become one. */
export class History<T> {
  #past: T[] = []
  #future: T[] = []
  #mergeKey: string | undefined
  #mergedAt = 0

  constructor(private current: T, private readonly limit = 200, private readonly mergeWithin = 1500) {}

  get present(): T {
    return this.current
  }

  get canUndo(): boolean {
    return this.#past.length > 0
  }

  get canRedo(): boolean {
    return this.#future.length > 0
  }

  /** A step with the key of the step just before it, soon after it, joins it: typing a word is one step. */
  step(next: T, mergeKey?: string, now = Date.now()): void {
    const joins = mergeKey !== undefined && mergeKey === this.#mergeKey && now - this.#mergedAt < this.mergeWithin
    if (!joins) this.#past.push(this.current)
    if (this.#past.length > this.limit) this.#past.shift()
    this.#future = []
    this.#mergeKey = mergeKey
    this.#mergedAt = now
    this.current = next
  }

  undo(): boolean {
    const before = this.#past.pop()
    if (before === undefined) return false
    this.#future.push(this.current)
    this.current = before
    this.#mergeKey = undefined
    return true
  }

  redo(): boolean {
    const after = this.#future.pop()
    if (after === undefined) return false
    this.#past.push(this.current)
    this.current = after
    this.#mergeKey = undefined
    return true
  }
}
