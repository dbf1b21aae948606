import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    environment: 'happy-dom',
    include: ['apps/*/src/**/*.test.ts', 'packages/*/{src,test}/**/*.test.ts', 'build/**/*.test.ts'],
    css: true,
  },
})
