/** The theme a reader chose; null follows the system. */
export function readTheme(cookie: string | undefined): 'light' | 'dark' | null {
  return cookie === 'light' || cookie === 'dark' ? cookie : null
}
