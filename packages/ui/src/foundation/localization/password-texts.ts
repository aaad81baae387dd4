/** English texts about choosing a password, for the components that ask for a new one. */
export const texts = {
  unstable__errors: {
    passwordComplexity: {
      maximumLength: 'at most {{ length }} characters',
      minimumLength: 'at least {{ length }} characters',
      requireLowercase: 'a lowercase letter',
      requireNumbers: 'a number',
      requireSpecialCharacter: 'a special character',
      requireUppercase: 'an uppercase letter',
      sentencePrefix: 'Your password needs',
    },
    zxcvbn: {
      couldBeStronger: 'This works, and a longer one would be stronger.',
      goodPassword: 'Your password has everything it needs.',
      notEnough: 'This password is not strong enough yet.',
      suggestions: {
        allUppercase: 'Capitalize some letters, not all of them.',
        anotherWord: 'Add more words that are less common.',
        associatedYears: 'Avoid years that mean something to you.',
        capitalization: 'Capitalize more than the first letter.',
        dates: 'Avoid dates and years that mean something to you.',
        l33t: 'Avoid obvious swaps such as “@” for “a”.',
        longerKeyboardPattern: 'Use longer keyboard patterns, and change direction a few times.',
        noNeed: 'A long phrase works without symbols, digits or capitals.',
        pwned: 'If you use this password elsewhere, change it there too.',
        recentYears: 'Avoid recent years.',
        repeated: 'Avoid repeated words and characters.',
        reverseWords: 'Avoid common words spelled backwards.',
        sequences: 'Avoid sequences such as “abc”.',
        useWords: 'Use several words, but not a well-known phrase.',
      },
    },
  },
} as const;
