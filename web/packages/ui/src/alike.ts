import type { Localised } from './i18n'

/** One form of an application in a list of what waits. */
export interface Waiting {
  application: string
  title: Localised
  formTitle: Localised
  published: string
}

/** What tells lines apart that would read the same. */
export interface Apart {
  /** The application has several forms in the list: which one this is. */
  form?: Localised
  /** Another application has the same title: when this one was published. */
  published?: string
}

/** As `tellApart`, but only among what waits with the same person. */
export function tellApartForEach<T extends Waiting & { person: string }>(all: readonly T[]): Map<T, Apart> {
  const persons = [...new Set(all.map(({ person }) => person))]
  return new Map(persons.flatMap((person) => [...tellApart(all.filter((one) => one.person === person))]))
}

/** How each of some forms is told from others of the same title; empty for most, since a title mostly stands alone. */
export function tellApart<T extends Waiting>(all: readonly T[]): Map<T, Apart> {
  return new Map(all.map((one) => {
    const same = all.filter((other) => other !== one && other.title.zh === one.title.zh)
    return [one, {
      ...(same.some(({ application }) => application === one.application) ? { form: one.formTitle } : {}),
      ...(same.some(({ application }) => application !== one.application) ? { published: one.published } : {}),
    }]
  }))
}
