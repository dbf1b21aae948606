import vue from '@vitejs/plugin-vue'
import type { UserConfig } from 'vite'
import { engineCheck } from './build/engine.mjs'
import { messages } from './build/messages.mjs'

/**
 * The oldest engines that the apps are built for: Chromium 86, as in older WeChat for Android, and Safari 14, since WeChat on iOS uses the
 * system's engine. build/engine.mjs holds the output to it.
 */
export const ENGINES = ['es2020', 'chrome86', 'safari14']

/**
 * The build all apps share: one base path each, no inlined assets (the content security policy allows 'self' only), and a
 * target that the browser inside WeChat on a phone of 2020 still reads.
 */
export function appConfig(name: 'resident' | 'officer' | 'field', server = process.env.HUTONG_SERVER ?? 'http://localhost:8080'): UserConfig {
  return {
    base: `/${name}/`,
    plugins: [vue(), messages(), engineCheck()],
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_I18N_FULL_INSTALL__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      target: ENGINES,
      cssTarget: ENGINES.filter((engine) => !engine.startsWith('es')),
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: true,
      sourcemap: false,
      // The libraries that every page of an app needs: they stay as they are, and kept by the browser, while the app changes.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'vue', test: /\/node_modules\/(?:@?vue|@intlify|vue-router|vue-i18n|pinia)\// }] } } },
    },
    server: { proxy: { '/api': { target: server, changeOrigin: true }, '/fonts': { target: server, changeOrigin: true } } },
  }
}
