/** The words of the screens for what the API document calls by its own names; every shape comes from the document. */

import type { components, Json as AnyJson } from './generated/api'

type Schemas = components['schemas']

export type Json = AnyJson
export type Answers = Record<string, Json>

/** A text in Chinese and English; the English one may be missing in a draft. */
export type Localised = Schemas['ManifestShortText']

export type RegionRef = Schemas['RegionRef']
export type RegionNode = Schemas['RegionView']

export type SignIn = Schemas['SignInResident']
export type ResidentSession = Schemas['ResidentSession']
export type Ask = Schemas['AskBody']
export type HelpOffer = Schemas['Offer']
export type Ward = Schemas['Ward']
export type ResidentHome = Schemas['ResidentHome']

export type Question = Schemas['ManifestQuestion']
export type QuestionKind = Question['kind']
export type Option = NonNullable<Question['options']>[number]
/** What a question of kind file takes. */
export type Accept = NonNullable<Question['accept']>
/** A file that the server has taken. */
export type UploadedFile = Schemas['FileBody']
export type Page = Schemas['ManifestPage']
export type FormComponent = Schemas['ManifestForm']

export type QuestionState = Schemas['StateBody']
export type Standing = QuestionState['state']
export type FilledForm = Schemas['FilledForm']
export type CodeList = FilledForm['codeLists'][string]
export type Purpose = Schemas['PurposeBody']
/** What was typed before, and what of it has no place in the version in force. */
export type Draft = Schemas['DraftBody']
/** What a screen submits: it always says what was confirmed and what was seen; what has no answer to be had, only from who fills in at work. */
export type SubmitForm = Required<Schemas['SubmitForm']> & { notKnown?: string[] }
export type Receipt = Schemas['ReceiptBody']
export type Written = Schemas['WrittenBody']
export type SubmissionRow = Schemas['SubmissionRow']
export type SubmissionDetail = Schemas['SubmissionBody']

/** A mandate, seen by one of its sides; no departments and no application means all matters. */
export type Mandate = Schemas['MandateBody']
export type NewMandate = Schemas['GiveMandate']
/** What a newcomer said about where he or she lives, and what became of it. */
export type MyArrival = Schemas['MyArrivalBody']
export type NewArrival = Schemas['SayArrival']
export type Household = Schemas['HouseholdBody']

export type Notice = Schemas['NoticeBody']
export type DataUse = Schemas['UseBody']
export type HeldElement = Schemas['ElementBody']
export type Correctable = Schemas['CorrectableBody']
/** A minor whose guardian the resident is. */
export type MyWard = Schemas['WardBody']
export type MyData = Schemas['MyDataBody']

export type DemoResident = Schemas['DemoResident']
export type DemoMessage = Schemas['DemoMessage']
