import type { Plugin } from 'vite'

export function preload(module: string): Plugin
