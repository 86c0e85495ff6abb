import type { Redaction } from '../redaction/redaction.ts'
import { exempt } from './exemptions.ts'
import { applySpans } from './rewrite-text.ts'

/**
 * A redaction for the person the data are about: what is their own stands as written, and every other replacement says by
 * which exemption it stands there. `kept` are the strings of their own that stand, exactly as written.
 * Source: Data Protection Act 2018 Schedule 2 paragraph 16; requirements section 4, "Access".
 */
export const withOwnData = (
  original: string,
  redaction: Redaction,
  subject: string,
): Redaction & { readonly kept: readonly string[] } => {
  const own = redaction.spans.filter(({ entity }) => entity === subject)
  const spans = redaction.spans
    .filter(({ entity }) => entity !== subject)
    .map((span) => ({ ...span, replacement: exempt(span.replacement) }))
  return {
    text: applySpans(original, spans),
    spans,
    candidates: redaction.candidates,
    kept: own.map(({ start, end }) => original.slice(start, end)),
  }
}
