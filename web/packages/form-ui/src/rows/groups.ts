import { computed, type ComputedRef } from 'vue'
import type { RowView } from '@hutong/form-engine'

/** Rows that the browser lays out together, or leaves out together where they are out of sight. */
export const ROWS_IN_GROUP = 20

export interface RowGroup {
  /** The position of its first row, from 0. */
  from: number
  rows: readonly RowView[]
}

/**
 * A long table in parts: two hundred lines that each wait to come into sight cost a slow phone more than ten parts do. A part whose rows
 * have not changed stays the same object, so that only the part that is typed into is drawn anew.
 */
export function useGroups(rows: () => readonly RowView[]): ComputedRef<RowGroup[]> {
  return computed<RowGroup[]>((before) => {
    const all = rows()
    return Array.from({ length: Math.ceil(all.length / ROWS_IN_GROUP) }, (_, i) => {
      const some = all.slice(i * ROWS_IN_GROUP, (i + 1) * ROWS_IN_GROUP)
      const old = before?.[i]
      return old?.rows.length === some.length && old.rows.every((row, at) => row === some[at]) ? old : { from: i * ROWS_IN_GROUP, rows: some }
    })
  })
}

/** The row of a group that is open. */
export const openIn = ({ rows }: RowGroup, open: string | undefined): string | undefined => (rows.some(({ id }) => id === open) ? open : undefined)
