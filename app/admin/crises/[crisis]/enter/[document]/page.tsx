import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { forRoles } from '@/app/_pages/for-roles'
import { loadChanges } from '@/app/_pages/load-changes'
import { loadEntryCrisis, toDeskDocument } from '@/app/_pages/load-entry-crisis'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { EntryCrisisProvider } from '@/components/entry/entry-context'
import { EntryDesk } from '@/components/entry/entry-desk'
import { MarkList } from '@/components/ui/page-heading'
import { marksOf } from '@/domain/sitrep/report-header'
import { readEntered } from '@/services/read-entered'

interface Props {
  params: Promise<{ crisis: string; document: string }>
  searchParams: Promise<{ again?: string | string[]; mend?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('entry')
  return { title: t('title') }
}

/** Entering from a document, and changing what was entered from it: its text on one side, the forms on the other. */
export default async function EnterFromDocumentPage({ params, searchParams }: Props) {
  const [{ crisis: slug, document: id }, { again, mend }] = await Promise.all([params, searchParams])
  const path = `/admin/crises/${slug}/enter/${id}`
  const found = await orStandIn(path, () => loadEntryCrisis(slug))
  const wanted = firstOf(mend)
  // Reviewers change what others entered; new entries are for contributors.
  return await forRoles(wanted ? ['contributor', 'reviewer'] : ['contributor'], found.crisis.id, async () => {
    const { document, entered } = await orStandIn(path, () => readEntered({ ...found, id }))
    const changes = await orStandIn(path, () => loadChanges(found, entered, wanted))
    if (wanted && !changes) notFound()
    const t = await getTranslations('entry')
    const shown = toDeskDocument(document, found)
    const facts = [
      document.publisher.name,
      shown.published,
      document.language,
      document.sha256 && `sha256 ${document.sha256.slice(0, 4)}…${document.sha256.slice(-4)}`,
    ]
    return (
      <EntryCrisisProvider crisis={found.forDesk}>
        <div className="pt-5 pb-3">
          <p className="text-xs text-muted">
            <Link href={`/admin/crises/${slug}/enter`}>{t('enterIn', { crisis: found.crisis.title })}</Link>
          </p>
          <h1 className="mt-1 text-lg font-semibold tracking-tight" lang={document.language} dir="auto">
            {document.title}
          </h1>
          <p className="text-xs text-muted">{facts.filter(Boolean).join(' · ')}</p>
          <MarkList marks={marksOf(found.wording)} />
        </div>
        <EntryDesk document={shown} entered={entered} again={firstOf(again)} changes={changes} />
      </EntryCrisisProvider>
    )
  })
}

const firstOf = (value: string | string[] | undefined) => [value ?? []].flat()[0] ?? null
