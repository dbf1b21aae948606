/**
 * Patterns of RE2 without its engine: a small parser and a simulation of the automaton, so that no text, however long, makes a browser
 * backtrack. What RE2 has and this does not (flags, word boundaries, line anchors inside, classes of Unicode other than scripts and
 * general categories) gives no matcher: the browser then leaves the matter to the server.
 */
export type Matcher = (text: string) => boolean

const MAX_LENGTH = 500
const MAX_REPEATS = 1_000
const MAX_STATES = 20_000

type Test = (c: string) => boolean
type Node =
  | { type: 'char'; test: Test }
  | { type: 'seq' | 'alt'; of: Node[] }
  | { type: 'repeat'; of: Node; min: number; max: number }

const cache = new Map<string, Matcher | undefined>()

/** A matcher of whole texts; undefined when the pattern is none or uses what only the server knows. */
export function compilePattern(pattern: string): Matcher | undefined {
  if (!cache.has(pattern)) {
    cache.set(pattern, build(pattern))
  }
  return cache.get(pattern)
}

function build(pattern: string): Matcher | undefined {
  if (pattern.length > MAX_LENGTH || repeats(pattern) > MAX_REPEATS) {
    return undefined
  }
  try {
    return automaton(new Parser(pattern).parse())
  } catch (e) {
    if (e instanceof Unsupported) {
      return undefined
    }
    throw e
  }
}

/** The product of all counts in braces, as the server bounds it. */
function repeats(pattern: string): number {
  let product = 1
  for (const count of pattern.matchAll(/\{(\d{1,9})(?:,(\d{0,9}))?\}/g)) {
    product *= Math.max(1, Number(count[2] || count[1]))
  }
  return product
}

class Unsupported extends Error {}

class Parser {
  private readonly chars: string[]
  private at = 0

  constructor(pattern: string) {
    this.chars = [...pattern]
  }

  parse(): Node {
    const node = this.alternatives(0)
    if (this.at < this.chars.length) {
      throw new Unsupported()
    }
    return node
  }

  private alternatives(depth: number): Node {
    if (depth > 100) {
      throw new Unsupported()
    }
    const of = [this.sequence(depth)]
    while (this.chars[this.at] === '|') {
      this.at++
      of.push(this.sequence(depth))
    }
    return of.length === 1 ? of[0]! : { type: 'alt', of }
  }

  private sequence(depth: number): Node {
    const of: Node[] = []
    // at the ends of a whole match, anchors say nothing
    if (depth === 0 && this.chars[this.at] === '^') {
      this.at++
    }
    for (;;) {
      const c = this.chars[this.at]
      if (c === undefined || c === '|' || c === ')') {
        return { type: 'seq', of }
      }
      if (depth === 0 && c === '$' && [undefined, '|'].includes(this.chars[this.at + 1])) {
        this.at++
        return { type: 'seq', of }
      }
      of.push(this.repeated(this.atom(depth)))
    }
  }

  private repeated(node: Node): Node {
    const c = this.chars[this.at]
    let min: number
    let max: number
    if (c === '*' || c === '+' || c === '?') {
      this.at++
      min = c === '+' ? 1 : 0
      max = c === '?' ? 1 : Infinity
    } else {
      const count = c === '{' ? /^\{(\d{1,9})(,(\d{0,9}))?\}/.exec(this.chars.slice(this.at, this.at + 25).join('')) : null
      if (!count) {
        return node
      }
      this.at += count[0].length
      min = Number(count[1])
      max = count[2] === undefined ? min : count[3] === '' ? Infinity : Number(count[3])
      if (max < min || min > MAX_REPEATS || (max > MAX_REPEATS && max !== Infinity)) {
        throw new Unsupported()
      }
    }
    if (this.chars[this.at] === '?') {
      this.at++
    }
    if (/[*+?]/.test(this.chars[this.at] ?? '') || /^\{\d/.test(this.chars.slice(this.at, this.at + 2).join(''))) {
      throw new Unsupported()
    }
    return { type: 'repeat', of: node, min, max }
  }

  private atom(depth: number): Node {
    const c = this.chars[this.at++]!
    switch (c) {
      case '(': {
        if (this.chars[this.at] === '?') {
          if (this.chars[this.at + 1] !== ':') {
            throw new Unsupported()
          }
          this.at += 2
        }
        const node = this.alternatives(depth + 1)
        if (this.chars[this.at++] !== ')') {
          throw new Unsupported()
        }
        return node
      }
      case '[':
        return { type: 'char', test: this.set() }
      case '.':
        return { type: 'char', test: (x) => x !== '\n' }
      case '\\':
        return { type: 'char', test: this.escape() }
      case '^': case '$': case '*': case '+': case '?': case ')':
        throw new Unsupported()
      case '{':
        if (/^\d+(,\d*)?\}/.test(this.chars.slice(this.at, this.at + 25).join(''))) {
          throw new Unsupported()
        }
        return { type: 'char', test: (x) => x === '{' }
      default:
        return { type: 'char', test: (x) => x === c }
    }
  }

  private set(): Test {
    const negated = this.chars[this.at] === '^'
    if (negated) {
      this.at++
    }
    const tests: Test[] = []
    for (let first = true; first || this.chars[this.at] !== ']'; first = false) {
      const c = this.chars[this.at++]
      if (c === undefined || (c === '[' && this.chars[this.at] === ':') || (c === ']' && first)) {
        throw new Unsupported()
      }
      if (c === '\\' && !/[^A-Za-z0-9]/.test(this.chars[this.at] ?? 'x')) {
        tests.push(this.escape())
        continue
      }
      const from = c === '\\' ? this.chars[this.at++]! : c
      if (this.chars[this.at] !== '-' || this.chars[this.at + 1] === ']') {
        tests.push((x) => x === from)
        continue
      }
      this.at++
      let to = this.chars[this.at++]
      if (to === '\\') {
        to = this.chars[this.at++]
        if (!/[^A-Za-z0-9]/.test(to ?? 'x')) {
          throw new Unsupported()
        }
      }
      const low = from.codePointAt(0)!
      const high = to?.codePointAt(0) ?? -1
      if (high < low || to === '[') {
        throw new Unsupported()
      }
      tests.push((x) => x.codePointAt(0)! >= low && x.codePointAt(0)! <= high)
    }
    this.at++
    return (x) => tests.some((test) => test(x)) !== negated
  }

  private escape(): Test {
    const c = this.chars[this.at++]
    switch (c) {
      case 'd': return (x) => /^[0-9]$/.test(x)
      case 'D': return (x) => !/^[0-9]$/.test(x)
      case 'w': return (x) => /^[0-9A-Za-z_]$/.test(x)
      case 'W': return (x) => !/^[0-9A-Za-z_]$/.test(x)
      case 's': return (x) => /^[\t\n\f\r ]$/.test(x)
      case 'S': return (x) => !/^[\t\n\f\r ]$/.test(x)
      case 't': return (x) => x === '\t'
      case 'n': return (x) => x === '\n'
      case 'r': return (x) => x === '\r'
      case 'p': case 'P': return this.property(c === 'P')
      default:
        if (c === undefined || /[A-Za-z0-9]/.test(c) || c.codePointAt(0)! > 127) {
          throw new Unsupported()
        }
        return (x) => x === c
    }
  }

  private property(negated: boolean): Test {
    const name = /^\{(\^?)(Han|Latin|L|Lu|Ll|N|Nd|P)\}/.exec(this.chars.slice(this.at, this.at + 10).join(''))
    if (!name) {
      throw new Unsupported()
    }
    this.at += name[0].length
    const property = name[2]!.length > 2 ? `Script=${name[2]}` : name[2]
    const test = new RegExp(`^\\p{${property}}$`, 'u')
    const wanted = negated === (name[1] === '^')
    return (x) => test.test(x) === wanted
  }
}

/** A state of the automaton: a test to pass on to the next state, or ways to go on without one. The last state accepts. */
interface State {
  test?: Test
  to: number[]
}

function automaton(node: Node): Matcher {
  const states: State[] = []
  const add = (state: State): number => {
    if (states.length >= MAX_STATES) {
      throw new Unsupported()
    }
    return states.push(state) - 1
  }
  const emit = (part: Node, next: number): number => {
    switch (part.type) {
      case 'char':
        return add({ test: part.test, to: [next] })
      case 'seq':
        return part.of.reduceRight((to, of) => emit(of, to), next)
      case 'alt':
        return add({ to: part.of.map((of) => emit(of, next)) })
      case 'repeat': {
        let to = next
        if (part.max === Infinity) {
          const loop = add({ to: [next] })
          states[loop]!.to.unshift(emit(part.of, loop))
          to = loop
        } else {
          for (let i = part.min; i < part.max; i++) {
            to = add({ to: [emit(part.of, to), next] })
          }
        }
        for (let i = 0; i < part.min; i++) {
          to = emit(part.of, to)
        }
        return to
      }
    }
  }
  const end = add({ to: [] })
  const start = emit(node, end)
  return (text) => {
    let current = reach(states, [start])
    for (const c of text) {
      const next: number[] = []
      for (const state of current) {
        if (states[state]!.test?.(c)) {
          next.push(states[state]!.to[0]!)
        }
      }
      if (next.length === 0) {
        return false
      }
      current = reach(states, next)
    }
    return current.has(end)
  }
}

function reach(states: State[], from: number[]): Set<number> {
  const reached = new Set<number>()
  const open = [...from]
  while (open.length > 0) {
    const at = open.pop()!
    if (!reached.has(at)) {
      reached.add(at)
      if (!states[at]!.test) {
        open.push(...states[at]!.to)
      }
    }
  }
  return reached
}
