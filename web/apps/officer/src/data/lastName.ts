/** The name looked for last: kept while the app is open, so that going back from a person shows the list again. It stays out of the address. */
let name = ''

export const lastName = () => name

export function rememberName(looked: string): void {
  name = looked
}
