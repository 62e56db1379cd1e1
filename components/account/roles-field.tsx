'use client'

import { useTranslations } from 'next-intl'
import { LiveFields } from '@/components/forms/live-fields'
import { buttonClass } from '@/components/ui/button'
import { type HeldRole, type Role, roles } from '@/domain/workflow/actor'

/** Which roles a person has, each for all crises or for one: a line a role. */
export function RolesField({
  value,
  onChange,
  crises,
}: {
  value: HeldRole[]
  onChange: (roles: HeldRole[]) => void
  crises: { id: string; title: string }[]
}) {
  const t = useTranslations('people')
  const tRoles = useTranslations('roles')
  const change = (at: number, part: Partial<HeldRole>) =>
    onChange(value.map((held, index) => (index === at ? { ...held, ...part } : held)))
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">{t('roles')}</legend>
      <LiveFields>
        <div className="space-y-2">
          {value.map((held, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no more identity than its place
            <div key={index} className="flex flex-wrap items-center gap-2">
              <select
                aria-label={t('role')}
                value={held.role}
                onChange={(event) => change(index, { role: event.target.value as Role })}
                className="field min-h-11! w-auto! min-w-0 flex-[1_1_7rem]"
              >
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {tRoles(role)}
                  </option>
                ))}
              </select>
              <select
                aria-label={t('forCrisis')}
                value={held.crisis ?? ''}
                onChange={(event) => change(index, { crisis: event.target.value || null })}
                className="field min-h-11! w-auto! min-w-0 flex-[2_1_9rem]"
              >
                <option value="">{t('allCrises')}</option>
                {crises.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
              <button
                type="button"
                aria-label={`${t('removeRole')}: ${tRoles(held.role)}`}
                onClick={() => onChange(value.filter((_, at) => at !== index))}
                className={`${buttonClass('plain')} min-h-11 min-w-11`}
              >
                ×
              </button>
            </div>
          ))}
        </div>
        <button
          type="button"
          onClick={() => onChange([...value, { role: 'reader', crisis: null }])}
          className={`${buttonClass('quiet')} mt-1`}
        >
          {t('addRole')}
        </button>
      </LiveFields>
    </fieldset>
  )
}
