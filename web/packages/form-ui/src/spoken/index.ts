export { default as MeansChoice } from './MeansChoice.vue'
export { default as ProvenDialog } from './ProvenDialog.vue'
export { MEANS, type Spoken } from './means'
export { showRefusal } from './refusal'
