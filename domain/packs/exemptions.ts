/** Data Protection Act 2018 Schedule 2 paragraph 16: information that identifies another individual. */
export const thirdPartyCode = 'Sch 2 para 16'

export const exemptionWords = `“${thirdPartyCode}” beside a replacement means Data Protection Act 2018 Schedule 2 paragraph 16: it would tell something about another person, who has not agreed and without whose agreement it is not reasonable to tell it.`

/** A replacement with the exemption by which it stands there, once. */
export const exempt = (replacement: string): string => {
  if (replacement.includes(thirdPartyCode)) return replacement
  return replacement.endsWith(']')
    ? `${replacement.slice(0, -1)}, ${thirdPartyCode}]`
    : `${replacement} [${thirdPartyCode}]`
}
