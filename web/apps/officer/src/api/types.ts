/** The words of the officer's screens for what the API document calls by its own names; every shape comes from the document. */

import type { components } from '@hutong/api'

type Schemas = components['schemas']

export type RegionRef = Schemas['RegionName']
export type Post = Schemas['PostView']
export type Session = Schemas['Session']
export type DemoAccount = Schemas['DemoAccount']

export type RunningApplication = Schemas['Running']
export type DraftSummary = Schemas['Draft']
export type Home = Schemas['Home']

export type Region = Schemas['RegionView']
/** What a list of regions holds, on a site that is being set up or for an administrator. */
export type SetupRegions = Schemas['RegionsView']
export type SetUp = Schemas['SetUp']
export type RegionSheet = Schemas['RegionSheetView']

export type DataElement = Schemas['ElementView']
export type ValueKind = DataElement['kind']
export type Protection = DataElement['protection']
export type CodeList = Schemas['CodeListView']
export type CodeListName = Schemas['CodeListName']
export type AddElement = Schemas['AddElement']
export type AddResourceType = Schemas['AddResourceType']
export type ResourceType = Schemas['ResourceTypeView']
export type ChangeElement = Schemas['ChangeElement']
export type ChangeCodeList = Schemas['ChangeCodeList']
export type MakeCodeList = Schemas['MakeCodeList']
export type Amendment = Schemas['AmendmentView']
export type AmendmentDifference = Schemas['DifferenceView']
/** Which applications name a definition, as far as the reader may know of them. */
export type CatalogueUses = Schemas['UsesBody']

export type Template = Schemas['TemplateItem']
export type ApplicationSummary = Schemas['ApplicationItem']
export type Application = Schemas['ApplicationBody']
export type ApplicationState = Application['state']

export type Finding = Schemas['FindingBody']
export type QuestionNumbers = Schemas['Question']
export type OnceOnly = Schemas['OnceOnly']
export type Check = Schemas['CheckBody']

export type Board = Schemas['BoardBody']
export type BoardChild = Schemas['Child']
export type LeftPerson = Schemas['LeftItem']
/** A photographed paper form at its case; `entered` when the person has answered by now. */
export type Paper = Schemas['PaperItem']
/** A file that was submitted; opening it is journalled. */
export type SubmittedFile = Schemas['SubmittedFile']
export type SubmissionRow = Schemas['SubmissionItem']

export type PersonRow = Schemas['PersonItem']
export type PersonElement = Schemas['PersonValue']
export type Person = Schemas['PersonRecord']
export type AudienceQuestion = Schemas['WantedCount']

/** Somebody who may be chosen as deputy or successor, with the posts held today. */
export type Colleague = Schemas['ColleagueView']
export type HeldPost = Schemas['Held']
/** What waits with a post, kind by kind; paths lie within this app. */
export type Waiting = Schemas['WaitingView']
export type GivePost = Schemas['GivePost']
export type HandOver = Schemas['HandOver']
export type AccountRow = Schemas['AccountRow']
export type CreateAccount = Schemas['CreateAccount']
export type CreatePost = Schemas['CreatePost']
/** Answered once: the server keeps its hash only. */
export type OneTimePassword = Schemas['OneTimePassword']
export type PostRole = CreatePost['roles'][number]

/** One person to be reached for one form; `outcome` is how it ended, absent while open. */
/** Somebody who is said to have moved or died. */
export type Arrival = Schemas['ArrivalBody']
export type Report = Schemas['ReportBody']
export type Decision = Schemas['DecideReport']
export type TaskRow = Schemas['TaskBody']
export type Taker = Schemas['TakerBody']

export interface TaskFilter {
  region?: string
  application?: string
  list?: string
  open?: boolean
  outcome?: string
  person?: string
  page: number
}
export type RecordMandate = Schemas['RecordMandate']
