import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { Unreachable } from '@hutong/api'
import { formWords } from '@hutong/form-ui/words'
import { breath, bringWords } from '@hutong/ui'
import HomeView from './views/HomeView.vue'
import { useSession } from './session/session'

declare module 'vue-router' {
  interface RouteMeta {
    title?: string
    tab?: string
    /** No tabs: one thing at a time. */
    plain?: boolean
    open?: boolean
  }
}

/** A page about oneself, or about somebody the resident answers for. */
const forWhom = (route: RouteLocationNormalized) => ({ ...route.params, ward: typeof route.query.for === 'string' ? route.query.for : undefined })

/** A page that says words of the form. */
const inFormWords = <P>(page: () => Promise<P>) => async (): Promise<P> => (await Promise.all([page(), bringWords(formWords)]))[0]

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
  routes: [
    { path: '/', name: 'home', component: HomeView, meta: { title: 'nav.home', tab: 'home' } },
    { path: '/sign-in', name: 'signIn', component: inFormWords(() => import('./views/SignInView.vue')), meta: { title: 'signIn.title', plain: true, open: true } },
    { path: '/a/:code', name: 'invitation', component: () => import('./views/InvitationView.vue'), props: true, meta: { title: 'invitation.title', plain: true, open: true } },
    { path: '/form/:application/:form', name: 'form', component: inFormWords(() => import('./views/FormView.vue')), props: forWhom, meta: { plain: true } },
    { path: '/arrival', name: 'arrival', component: inFormWords(() => import('./views/ArrivalView.vue')), meta: { title: 'arrival.title', tab: 'home' } },
    { path: '/messages', name: 'messages', component: () => import('./views/MessagesView.vue'), meta: { title: 'messages.title', tab: 'messages' } },
    { path: '/me', name: 'me', component: () => import('./views/MeView.vue'), meta: { title: 'me.title', tab: 'me' } },
    { path: '/me/data', name: 'data', component: inFormWords(() => import('./views/DataView.vue')), props: forWhom, meta: { title: 'data.title', tab: 'me' } },
    { path: '/me/family', name: 'family', component: () => import('./views/FamilyView.vue'), meta: { title: 'family.title', tab: 'me' } },
    { path: '/me/mandates', name: 'mandates', component: () => import('./views/MandatesView.vue'), meta: { title: 'mandates.title', tab: 'me' } },
    { path: '/me/submissions', name: 'submissions', component: () => import('./views/SubmissionsView.vue'), props: forWhom, meta: { title: 'submissions.title', tab: 'me' } },
    { path: '/me/submissions/:id', name: 'receipt', component: () => import('./views/ReceiptView.vue'), props: forWhom, meta: { title: 'receipt.title', tab: 'me' } },
    { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./views/NowhereView.vue'), meta: { title: 'trouble.notFound', open: true } },
  ],
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (!session.known) {
    try {
      await session.load()
      await breath()
    } catch (error) {
      if (!(error instanceof Unreachable)) session.expire()
    }
  }
  if (to.meta.open || session.current || !session.known) return true
  return { name: 'signIn', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
})
