import localFont from 'next/font/local';

const hanken = localFont({
  src: '../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
  variable: '--font-hanken',
  weight: '100 900',
  display: 'swap',
});

/** Letters of other Latin alphabets (names with č, ł, ş): fetched only where a page has them. */
const hankenExt = localFont({
  src: '../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2',
  variable: '--font-hanken-ext',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

// The other alphabets of participants: their ranges keep them from pages that have none of their letters.

const arabic = localFont({
  src: '../node_modules/@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
  variable: '--font-arabic',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0600-06FF,U+0750-077F,U+0870-08FF,U+200C-200E,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FEFC',
    },
  ],
});

const ethiopic = localFont({
  src: '../node_modules/@fontsource-variable/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-wght-normal.woff2',
  variable: '--font-ethiopic',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+030E,U+1200-1399,U+2D80-2DDE,U+AB01-AB2E' }],
});

const cyrillic = localFont({
  src: '../node_modules/@fontsource-variable/noto-sans/files/noto-sans-cyrillic-wght-normal.woff2',
  variable: '--font-cyrillic',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' }],
});

// What the language switch says on every page, also where a device has no such letters: these alone (decision 27).

const arabicNames = localFont({
  src: './_fonts/language-names-arabic.woff2',
  variable: '--font-arabic-names',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0600-06FF' }],
});

const ethiopicNames = localFont({
  src: './_fonts/language-names-ethiopic.woff2',
  variable: '--font-ethiopic-names',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+1200-137F' }],
});

/** Class names that set the font variables of tokens.css. */
export const fontVariables = [hanken, hankenExt, arabic, ethiopic, cyrillic, arabicNames, ethiopicNames]
  .map(({ variable }) => variable)
  .join(' ');
