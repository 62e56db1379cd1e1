/** Words of protection and the ombudsman’s work. Their order counts: of two that are as near to a number the earlier is meant. */
export const protectionWords = [
  { indicator: 'separated-families', stems: ['separated famil\\p{L}*', 'разлуч[её]н\\p{L}*'] },
  {
    indicator: 'unaccompanied-children',
    stems: ['unaccompanied', 'without (?:their )?parents', 'несопровождаем\\p{L}*', 'առանց ծնող\\p{L}*'],
  },
  {
    indicator: 'complaints-received',
    stems: [
      'complaints?',
      'applications? (?:from|were|to)',
      'жалоб\\p{L}*',
      'обращени\\p{L}*',
      'բողոք\\p{L}*',
      'դիմում\\p{L}*',
      'شكاوى',
      'شكوى',
    ],
  },
  {
    indicator: 'without-water',
    stems: ['without (?:\\p{L}+ )?water', 'без воды', 'առանց ջրի', 'بلا (?:ماء|مياه)', 'بدون ماء'],
  },
  {
    indicator: 'without-power',
    stems: [
      'without (?:power|electricity|light)',
      'без (?:света|электричества)',
      'առանց լույսի',
      'بلا كهرباء',
      'بدون كهرباء',
    ],
  },
  {
    indicator: 'without-food',
    stems: ['without (?:enough )?food', 'without bread', 'без (?:еды|продовольствия)', 'بلا طعام'],
  },
  {
    indicator: 'without-medicine',
    stems: ['without medicine', 'need medicine', 'без лекарств', 'դեղ\\p{L}*', 'بلا دواء'],
  },
]
