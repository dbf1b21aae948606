/** About three questions a minute, never less than one minute. */
export const minutesFor = (questions: number): number => Math.max(1, Math.round(questions / 3))
