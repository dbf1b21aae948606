import { createRouter, createWebHistory } from 'vue-router'
import { useSession } from './session/session'

declare module 'vue-router' {
  interface RouteMeta {
    title?: string
    open?: boolean
    /** One thing at a time, without the tabs. */
    plain?: boolean
  }
}

/** Every screen with its address; addresses hold ids, no names. */
export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
  routes: [
    { path: '/', redirect: '/calls' },
    { path: '/calls', name: 'calls', component: () => import('./views/CallsView.vue'), meta: { title: 'nav.calls' } },
    { path: '/doors', name: 'doors', component: () => import('./views/DoorsView.vue'), meta: { title: 'nav.doors' } },
    { path: '/me', name: 'me', component: () => import('./views/MeView.vue'), meta: { title: 'nav.me' } },
    { path: '/fill/:application/:form/:person', name: 'fill', component: () => import('./views/FillView.vue'), props: true, meta: { plain: true } },
    { path: '/sign-in', name: 'signIn', component: () => import('./views/SignInView.vue'), meta: { title: 'signIn.title', open: true, plain: true } },
    { path: '/:rest(.*)*', redirect: '/calls' },
  ],
})

router.beforeEach(async (to) => {
  const { session, post, load } = useSession()
  if (session.value === undefined) {
    try {
      await load()
    } catch {
      return to.meta.open ? true : { name: 'signIn' }
    }
  }
  if (!post.value) return to.meta.open ? true : { name: 'signIn' }
  return to.meta.open ? { path: '/' } : true
})
