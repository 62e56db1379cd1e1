import { getTranslations } from 'next-intl/server'
import type { HeldRole } from '@/domain/workflow/actor'

/** Roles as people read them: "reviewer (all crises)". */
export async function roleNames(roles: readonly HeldRole[], titleOf: (crisis: string) => string): Promise<string[]> {
  const [t, tAccount] = await Promise.all([getTranslations('roles'), getTranslations('account.own')])
  return roles.map(({ role, crisis }) => `${t(role)} (${crisis === null ? tAccount('allCrises') : titleOf(crisis)})`)
}
