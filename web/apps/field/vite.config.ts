import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { appConfig } from '../../vite.shared.ts'
import { offline } from './offline.ts'

const shared = appConfig('field')

export default defineConfig({ ...shared, plugins: [...(shared.plugins ?? []), offline(shared.base!, dirname(fileURLToPath(import.meta.url)))] })
