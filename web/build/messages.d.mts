import type { Plugin } from 'vite'

export function compileMessages(code: string): string
export function messages(): Plugin
