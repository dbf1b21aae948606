/**
 * Why something is refused: a code of the spec and what its text needs, in the order of the spec. The texts for people are kept by
 * whoever shows them.
 */
export interface Fault {
  readonly code: string
  readonly args: readonly string[]
  /** Of a cell of a table: the row by its id, and the column. */
  readonly row?: string
  readonly column?: string
}

export function fault(code: string, ...args: (string | number)[]): Fault {
  return { code, args: args.map(String) }
}
