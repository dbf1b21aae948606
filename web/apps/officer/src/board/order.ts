import type { BoardChild } from '../api/types'

export type Column = 'name' | 'total' | 'done' | 'left' | 'share'
export interface Order {
  column: Column
  down: boolean
}

export const leftOf = (child: Pick<BoardChild, 'total' | 'done'>) => child.total - child.done
export const shareOf = (child: BoardChild) => child.total === 0 ? 1 : child.done / child.total

/** Regions in the order of a column; equal ones by code, so that nothing swaps places without a reason. */
export function inOrder(children: readonly BoardChild[], { column, down }: Order): BoardChild[] {
  const figure = (child: BoardChild): number | string => {
    switch (column) {
      case 'name': return child.region
      case 'left': return leftOf(child)
      case 'share': return shareOf(child)
      default: return child[column]
    }
  }
  return [...children].sort((a, b) => {
    const x = figure(a), y = figure(b)
    const by = x < y ? -1 : x > y ? 1 : 0
    return (down ? -by : by) || (a.region < b.region ? -1 : 1)
  })
}
