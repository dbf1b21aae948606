import type { Plugin } from 'vite'

export function compileHint(chunks: RegExp): Plugin
