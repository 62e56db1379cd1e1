import { describe, expect, it } from 'vitest'
import { findLoadedWords } from '@/domain/wording/loaded-words'

const wordsIn = (...given: Parameters<typeof findLoadedWords>) => findLoadedWords(...given).map(({ word }) => word)

describe('loaded words', () => {
  it('are found with their endings, in every language', () => {
    expect(wordsIn('Terrorists and the regime; villages were liberated.', 'en')).toEqual([
      'Terrorists',
      'regime',
      'liberated',
    ])
    expect(wordsIn('Сепаратистами названы террористы и их режим.', 'ru')).toEqual([
      'Сепаратистами',
      'террористы',
      'режим',
    ])
    expect(wordsIn('Ահաբեկիչները և նահատակների մասին։', 'hy')).toEqual(['Ահաբեկիչները', 'նահատակների'])
    expect(wordsIn('قال الإرهابيون والشهداء وللنظام', 'ar')).toEqual(['الإرهابيون', 'والشهداء', 'وللنظام'])
  })

  it('are not found inside other words', () => {
    expect(wordsIn('A regimen of heroin, commonly, theonly; an unliberated reading.', 'en')).toEqual([])
    expect(wordsIn('Вражда и сверхтолько', 'ru')).toEqual([])
    expect(wordsIn('انتظام', 'ar')).toEqual([])
  })

  it('are told by their place in the text, with an offer and why', () => {
    const text = 'They say martyrs.'
    const [found] = findLoadedWords(text, 'en')
    expect(found && text.slice(found.start, found.end)).toBe('martyrs')
    expect(found?.offer).toBe('person killed')
    expect(found?.why).not.toBe('')
  })

  it('stand in two words, with vowel signs or "ё" written as "е" too', () => {
    expect(wordsIn('an ethnic  cleansing', 'en')).toEqual(['ethnic  cleansing'])
    expect(wordsIn('внутренне перемещенные лица', 'ru')).toEqual(['внутренне перемещенные лица'])
    expect(wordsIn('شَهِيد', 'ar')).toEqual(['شَهِيد'])
  })

  it('come from the crisis, too, and its own offer goes first', () => {
    const own = [
      { word: 'junta', offer: 'the council', why: 'The crisis’s own.' },
      { word: 'regime*', offer: 'the council', why: 'The crisis’s own.' },
    ]
    expect(findLoadedWords('The junta, that regime', 'en', own).map(({ word, offer }) => [word, offer])).toEqual([
      ['junta', 'the council'],
      ['regime', 'the council'],
    ])
  })

  it('leave neutral words alone', () => {
    expect(wordsIn('The ombudsman reported at least two civilians killed.', 'en')).toEqual([])
    expect(wordsIn('Защитник прав человека сообщает о погибших.', 'ru')).toEqual([])
  })
})
