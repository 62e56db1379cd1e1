const base =
  'inline-flex min-h-10 items-center justify-center gap-2 rounded-md text-sm no-underline whitespace-nowrap hover:underline'
const looks = {
  primary: `${base} bg-accent px-3.5 font-semibold text-surface`,
  plain: `${base} border border-line px-3.5 bg-surface text-ink`,
  quiet: `${base} px-2 text-accent`,
} as const

/** How an action looks, for links and buttons alike: at most one `primary` stands in a group. */
export function buttonClass(look: keyof typeof looks): string {
  return looks[look]
}
