import type { Plugin } from 'vite'

export function missingIn(code: string): string[]
export function engineCheck(): Plugin
