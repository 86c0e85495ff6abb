/** What kinds of disclosure are called where the log is read. */
export const disclosureKindTitles = {
  pack: 'Pack',
  'working-chronology': 'Working chronology',
  template: 'Template for a chronology',
  picture: 'Picture of the timeline',
  letter: 'Letter',
  log: 'Disclosure log',
  'by-hand': 'Told or given by hand',
} as const

/** How something went, in words; what the app itself writes of one begins a sentence. */
export const methodTitles: Readonly<Record<string, string>> = {
  telephone: 'By telephone',
  meeting: 'In a meeting',
  paper: 'On paper, handed over',
  post: 'By post',
  email: 'By email',
  visit: 'On a visit',
}

export const methodInWords = (method: string): string =>
  Object.hasOwn(methodTitles, method)
    ? (methodTitles[method] ?? method)
    : method.charAt(0).toUpperCase() + method.slice(1)
