import everyday from './everyday.json'

/** An option as it is read, with its code. */
export interface Named {
  code: string
  name: string
}

const BRACKETS = /[（(【[][^）)】\]]*[）)】\]]/g
const MARKS = /[\s·•、，,。.；;：:（）()【】[\]“”"'\-—/]/g

const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(MARKS, '')

/** How an option may be written: as it stands, without marks, and without what stands in brackets. */
function spellings(name: string): string[] {
  return [...new Set([bare(name), bare(name.replace(BRACKETS, ''))])]
}

/** What people say every day, and what the lists of the standards call it. */
const EVERYDAY: readonly [said: string[], listed: string[]][] = everyday.map(({ said, listed }) => [said.map(bare), listed.map(bare)])

function meant(wanted: string): string[] {
  return EVERYDAY.filter(([said]) => said.includes(wanted)).flatMap(([, listed]) => listed)
}

/**
 * How well an option fits what was typed; lower is better, undefined does not fit: the very words, their beginning, somewhere in them, an everyday word for them (earlier ones first), its letters in their order.
 * The code itself fits too.
 */
function rank(option: Named, wanted: string, others: string[]): number | undefined {
  const names = spellings(option.name)
  if (names.includes(wanted) || option.code.toLowerCase() === wanted) return 0
  if (names.some((name) => name.startsWith(wanted))) return 1
  const said = others.findIndex((other) => names.includes(other))
  if (said >= 0) return 2 + said / 100
  if (names.some((name) => name.includes(wanted))) return 3
  if (others.some((other) => names.some((name) => name.includes(other)))) return 4
  return wanted.length > 1 && names.some((name) => inOrder(name, wanted)) ? 5 : undefined
}

function inOrder(name: string, wanted: string): boolean {
  let at = 0
  for (const letter of name) if (letter === wanted[at]) at++
  return at === wanted.length
}

/** The options that fit what was typed, best first; all of them when nothing was typed. */
export function findOptions<T extends Named>(options: readonly T[], typed: string): T[] {
  const wanted = bare(typed)
  if (!wanted) return [...options]
  const others = meant(wanted)
  const ranked = options.flatMap((option) => {
    const at = rank(option, wanted, others)
    return at === undefined ? [] : [{ option, at }]
  })
  // Letters scattered over a name are for when nothing better is there.
  const best = ranked.some(({ at }) => at < 5) ? ranked.filter(({ at }) => at < 5) : ranked
  return best.sort((a, b) => a.at - b.at).map(({ option }) => option)
}

/** The one option that what was typed can only mean; undefined when there is none, or more than one. */
export function onlyOption<T extends Named>(options: readonly T[], typed: string): T | undefined {
  const wanted = bare(typed)
  if (!wanted) return undefined
  const exact = options.filter(({ name }) => bare(name) === wanted)
  if (exact.length === 1) return exact[0]
  const found = findOptions(options, typed)
  return found.length === 1 ? found[0] : undefined
}
