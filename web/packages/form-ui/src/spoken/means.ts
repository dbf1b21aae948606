/** How somebody says what an officer fills in. */
export const MEANS = ['in-person', 'phone', 'paper'] as const
export type Spoken = (typeof MEANS)[number]
