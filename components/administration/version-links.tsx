import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Json } from '@/domain/canonical/canonical-json'

/** A version an act was about; `corrects`: the one it took the place of. */
interface ToldVersion {
  id: string
  version: number
  corrects: number | null
}

/** The versions that an act names one by one; null where the value is something else. */
export function toldVersions(value: Json | undefined): ToldVersion[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const told = value.flatMap((one): ToldVersion[] => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return []
    const { id, version, corrects = null } = one
    const isTold = typeof id === 'string' && typeof version === 'number'
    return isTold ? [{ id, version, corrects: typeof corrects === 'number' ? corrects : null }] : []
  })
  return told.length === value.length ? told : null
}

/** Each version an act was about, by its id, which leads to its story where `base` says where that is. */
export function VersionLinks({ versions, base }: { versions: readonly ToldVersion[]; base: string | null }) {
  const t = useTranslations('audit')
  return (
    <ul className="max-h-64 overflow-y-auto text-xs">
      {versions.map(({ id, version, corrects }) => (
        <li key={`${id} ${version}`} className="break-all">
          {base ? (
            <Link href={`${base}/${id}`} prefetch={false}>
              {id}
            </Link>
          ) : (
            id
          )}{' '}
          <span className="text-muted">
            {corrects === null ? t('firstVersion', { version }) : t('corrects', { version, corrects })}
          </span>
        </li>
      ))}
    </ul>
  )
}
