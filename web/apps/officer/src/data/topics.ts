import type { PersonElement } from '../api/types'

export const TOPICS = ['identity', 'contact', 'residence', 'household', 'health', 'benefits', 'work', 'organisation', 'other'] as const
export type Topic = typeof TOPICS[number]

const WORDS: [Topic, RegExp][] = [
  ['identity', /^(name|namePinyin|formerName|sex|birth|age|ethnic|idNumber|idType|idExpiry|nationality|nativePlace|marital|political|religion|photo|veteran|military|otherParty|death)/],
  ['contact', /^(mobile|phone|email|wechat|emergencyPhone|mailAddr|noPhone|homepage|proxyLanguage)/],
  ['residence', /^(address|region|grid|building|hukou|resid|workRegion|zip|street|inflow|moved|hmtKind)/],
  ['health', /^(health|chronic|mobility|mental|disability|care|specialCare|blood|allergy|vacc|pastHistory|exposure|height|medical|nrcms|injury|needAid|needRehab|needBarrier|needDetails)/],
  ['benefits', /^(dibao|tekun|pension|otherAllowance|bank|incomeYear|specialGroup)/],
  ['work', /^(employ|occupation|work|labour|education|edu|degree|retired|business|shop|skill|literate|preschool|hobby|needJob)/],
  ['household', /^(livesAlone|liveWith|children|onlyChild|leftbehind)/],
]

/** The heading of a data element, by its code or a path over a link. */
export function topicOf(code: string): Topic {
  const [resource, field = ''] = (code.split('/').pop() ?? code).split('.')
  if (code.includes('/')) return 'household'
  if (resource === 'household' || resource === 'member') return 'household'
  if (resource === 'dwelling') return 'residence'
  if (resource === 'organisation') return 'organisation'
  return WORDS.find(([, words]) => words.test(field))?.[0] ?? 'other'
}

/** A person's values under the headings officers look for; a heading without values is left out. */
export function topicsOf(elements: readonly PersonElement[]): { name: Topic; elements: PersonElement[] }[] {
  return TOPICS
    .map(name => ({ name, elements: elements.filter(element => topicOf(element.code) === name) }))
    .filter(topic => topic.elements.length > 0)
}
