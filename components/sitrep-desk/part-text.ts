import { toAttributes } from '@/components/sitrep-desk/prose-json'
import type { ReferenceValues } from '@/components/sitrep-desk/reference-values'
import type { DraftContent } from '@/domain/sitrep/draft'
import type { DraftPart } from '@/domain/sitrep/merge-drafts'
import type { SectionKey } from '@/domain/sitrep/section-keys'
import { type ProseDocument, type ProseRun, referenceKey, type Sector, sectors } from '@/domain/sitrep/written'
import { wallTimeOf } from '@/domain/time/local-time'

interface Ground {
  values: ReferenceValues
  timeZone: string
  headings: Record<SectionKey, string>
  t: (part: 'needs' | 'response' | 'gaps') => string
}

/** A part of a content as a person reads it, for setting two beside each other. */
export function partText(content: DraftContent, part: DraftPart, ground: Ground): string {
  const { values, timeZone, headings, t } = ground
  const line = (runs: readonly ProseRun[]) =>
    runs
      .map((run) =>
        typeof run === 'string' ? run : (values.get(referenceKey(run))?.text ?? `[${toAttributes(run).kind}]`),
      )
      .join('')
  const lines = (document: ProseDocument) =>
    document.map(({ kind, content: runs }) => (kind === 'bullet' ? `• ${line(runs)}` : line(runs))).join('\n')
  const time = (instant: string | null) =>
    instant === null ? '' : wallTimeOf(instant, timeZone).slice(0, 16).replace('T', ' ')
  const { written } = content
  switch (part) {
    case 'highlights':
      return written.highlights.map((runs) => `• ${line(runs)}`).join('\n')
    case 'overview':
    case 'access':
    case 'protection':
    case 'notes':
      return lines(written[part])
    case 'asOf':
    case 'knownAt':
    case 'nextIssue':
      return time(content[part])
    case 'period':
      return `${time(content.period.from)} – ${time(content.period.to)}`
    case 'expiresHours':
      return String(content.expiresHours ?? '')
    case 'languages':
      return content.languages.join(', ')
    case 'leftOut':
      return content.leftOut.map((key) => headings[key]).join(', ')
    case 'erratum':
      return [content.erratum?.what, content.erratum?.why].filter(Boolean).join('\n')
    case 'kind':
      return content.kind
    default: {
      const sector = written.sectors.find((one) => one.sector === part)
      if (!sector || !isSector(part)) return ''
      return (['needs', 'response', 'gaps'] as const)
        .filter((name) => sector[name].length > 0)
        .map((name) => `${t(name)}\n${lines(sector[name])}`)
        .join('\n\n')
    }
  }
}

const isSector = (part: DraftPart): part is Sector => (sectors as readonly string[]).includes(part)
