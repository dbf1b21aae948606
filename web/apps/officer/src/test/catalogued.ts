import type { DataElement } from '../api/types'

/** A data element of the catalogue as tests need it. */
export const catalogued = (code: string, zh: string, more: Partial<DataElement> = {}): DataElement => ({
  code, name: { zh, en: code }, kind: 'text', protection: 'open', firstRank: 'resident', derivedFrom: [], standard: '', seenAs: [], builtIn: true, retired: false, version: 1, ...more,
})
