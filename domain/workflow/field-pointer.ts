/** Whether a text is a JSON pointer (RFC 6901) of a usual length, to name a field of what was entered. */
export const isPointer = (text: string): boolean => text.length <= 200 && /^(\/([^~/\0]|~[01])*)+$/.test(text)
