import { defineConfig } from 'vite'
import { compileHint } from '../../build/hint.mjs'
import { preload } from '../../build/preload.mjs'
import { appConfig } from '../../vite.shared.ts'

const shared = appConfig('resident')

export default defineConfig({ ...shared, plugins: [...(shared.plugins ?? []), preload('/src/app.ts'), compileHint(/^(?:vue|app|index|useLoad)$/)] })
