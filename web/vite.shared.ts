import vue from '@vitejs/plugin-vue'
import type { UserConfig } from 'vite'

/**
 * The build all apps share: one base path each, no inlined assets (the content security policy allows 'self' only), and a
 * target that the browser inside WeChat on a three-year-old phone still reads.
 */
export function appConfig(name: 'resident' | 'officer' | 'field', server = process.env.HUTONG_SERVER ?? 'http://localhost:8080'): UserConfig {
  return {
    base: `/${name}/`,
    plugins: [vue()],
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_I18N_FULL_INSTALL__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      target: ['es2020', 'chrome87', 'safari14'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: true,
      sourcemap: false,
    },
    server: { proxy: { '/api': { target: server, changeOrigin: true } } },
  }
}
