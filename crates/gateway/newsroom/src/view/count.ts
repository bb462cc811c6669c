// Words and minutes as they are typed, counted as `content::markdown::measure` does.
const WORDS_A_MINUTE = 220;
const CHARACTERS_A_MINUTE = 500;
const WITHOUT_SPACES = ["ja", "zh", "yue", "th", "lo", "km", "my", "bo"];

/** Words (UAX #29), and whole minutes of reading, at least one. */
export function count(text: string, locale: string): { words: number; minutes: number } {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(locale, { granularity: "word" }).segment(text)) if (isWordLike) words += 1;
  const amount = WITHOUT_SPACES.includes(locale.split("-")[0]!.toLowerCase())
    ? (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) / CHARACTERS_A_MINUTE
    : words / WORDS_A_MINUTE;
  return { words, minutes: Math.max(1, Math.ceil(amount)) };
}
