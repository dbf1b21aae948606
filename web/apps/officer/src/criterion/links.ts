/**
 * The links that a condition may follow, by the type they start at. Codes are the catalogue's, walked forward or by their inverse;
 * under a link a condition may name elements of the far end and of the link itself.
 */
export interface LinkStep {
  code: string
  from: string
  to: string
  kind: string
}

const step = (code: string, from: string, to: string, kind = code): LinkStep => ({ code, from, to, kind })

export const LINK_STEPS: readonly LinkStep[] = [
  step('member', 'person', 'household'), step('lives-in', 'person', 'dwelling'), step('owns', 'person', 'dwelling', 'owner'),
  step('rents', 'person', 'dwelling', 'tenant'), step('guardian', 'person', 'person'), step('ward', 'person', 'person', 'guardian'),
  step('spouse', 'person', 'person'), step('father', 'person', 'person'), step('mother', 'person', 'person'),
  step('fathered', 'person', 'person', 'father'), step('mothered', 'person', 'person', 'mother'), step('agent', 'person', 'person'),
  step('emergency-contact', 'person', 'person'), step('works-at', 'person', 'organisation'),
  step('head', 'household', 'person'), step('has-member', 'household', 'person', 'member'), step('lived-in-by', 'dwelling', 'person', 'lives-in'),
]

/** How many links may stand within each other: each further one multiplies what has to be looked at. */
export const MOST_LINKS = 2

/** The links that start at any of these types. */
export function linksFrom(types: readonly string[]): LinkStep[] {
  return LINK_STEPS.filter(link => types.includes(link.from))
}

/** The types whose elements a condition under the link may name; undefined when the builder does not know the link. */
export function typesUnder(code: string): string[] | undefined {
  const link = LINK_STEPS.find(each => each.code === code)
  return link && [link.to, link.kind]
}
