//! A query as a person types it, taken apart without ever failing.
//!
//! Words separated by spaces, `"phrases"` in straight or typographic quotes, and a hyphen before
//! what is not wanted. There is nothing else: no field names, operators or wildcards, and nothing
//! of it reaches an engine as syntax.

use kernel::Locale;

use crate::analysis::{Origin, Word, words};

/// Longest query that is looked at, in characters.
const LONGEST: usize = 300;
/// Most words that are looked for; the rest is ignored.
const MOST_WORDS: usize = 12;
/// Shortest beginning of a word that is completed, in letters, where words are written in letters.
const SHORTEST_BEGINNING: usize = 2;

/// What was asked, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    asks: Vec<Ask>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Ask {
    text: String,
    quoted: bool,
    wanted: bool,
}

/// What was asked, as words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// All of these must be found.
    pub(crate) wanted: Vec<Sought>,
    /// None of these may be found.
    pub(crate) unwanted: Vec<Sought>,
    /// Common words: they need not be found, but it is better if they are.
    pub(crate) besides: Vec<Sought>,
    /// Words that were typed side by side, two at a time: it is better if they stand so.
    pub(crate) pairs: Vec<Vec<Word>>,
}

/// Something to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sought {
    /// A word in any of its forms.
    Word(Word),
    /// The beginning of a word, or a word in any of its forms.
    Beginning(Word),
    /// These words just as they are, side by side; never empty.
    Phrase(Vec<Word>),
    /// A word, or one of these that it was probably meant to be, the likeliest first.
    Alike(Word, Vec<String>),
}

impl Question {
    /// Takes a query apart.
    pub(crate) fn parse(text: &str) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let mut asks: Vec<Ask> = Vec::new();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (ask, after) = next(rest);
            match asks.last_mut() {
                // Words that stand together are analysed together.
                Some(before) if before.is_plain() && ask.is_plain() => {
                    before.text.push(' ');
                    before.text.push_str(&ask.text);
                }
                _ => asks.push(ask),
            }
            rest = after.trim_start();
        }
        Self { asks }
    }

    /// The words that are wanted, stretch by stretch as they were typed, if they are in this
    /// language; and whether they were in quotes.
    pub(crate) fn said(&self, locale: &Locale) -> Vec<(Vec<Word>, bool)> {
        let wanted = self.asks.iter().filter(|ask| ask.wanted);
        wanted.map(|ask| (words(&ask.text, locale, Origin::Query), ask.quoted)).collect()
    }

    /// Those of some languages that the query seems to be in rather than in that of the page: more of
    /// its words are common in them.
    pub(crate) fn seems_to_be(&self, languages: &[Locale], page: &Locale) -> Vec<Locale> {
        if !self.asks.iter().any(|ask| ask.text.contains(char::is_whitespace)) {
            return Vec::new();
        }
        let common = |locale: &Locale| {
            let asks = self.asks.iter().filter(|ask| ask.wanted);
            let common =
                |ask: &Ask| words(&ask.text, locale, Origin::Query).iter().filter(|w| w.common).count();
            asks.map(common).sum::<usize>()
        };
        let here = common(page);
        let counted: Vec<(usize, &Locale)> =
            languages.iter().map(|locale| (common(locale), locale)).collect();
        let most = counted.iter().map(|(common, _)| *common).max().unwrap_or(0);
        let seeming = counted.into_iter().filter(|(common, _)| *common == most && most > here);
        seeming.map(|(_, locale)| locale.clone()).collect()
    }

    /// The words of the query if it is in this language.
    pub(crate) fn in_locale(&self, locale: &Locale) -> Asked {
        let mut asked = Asked::default();
        let mut left = MOST_WORDS;
        for (index, ask) in self.asks.iter().enumerate() {
            let mut words = words(&ask.text, locale, Origin::Query);
            let all = words.len() <= left;
            words.truncate(left);
            left -= words.len();
            if words.is_empty() {
                continue;
            }
            if !ask.wanted {
                let one = words.len() == 1 && !ask.quoted;
                asked.unwanted.extend(if one { words.pop().map(whole) } else { Some(phrase(words)) });
            } else if ask.quoted {
                asked.wanted.push(phrase(words));
            } else {
                asked.pairs.extend(words.windows(2).map(<[Word]>::to_vec));
                let last = (all && index + 1 == self.asks.len()).then(|| words.pop()).flatten();
                asked.wanted.extend(words.into_iter().map(whole));
                asked.wanted.extend(last.map(beginning));
            }
        }
        asked.without_common_words()
    }
}

impl Ask {
    fn is_plain(&self) -> bool {
        self.wanted && !self.quoted
    }
}

impl Asked {
    /// Common words count only where there are no others, and in phrases.
    fn without_common_words(mut self) -> Self {
        if !self.wanted.iter().all(Sought::is_common) {
            let (common, wanted) = self.wanted.into_iter().partition(Sought::is_common);
            (self.wanted, self.besides) = (wanted, common);
        }
        self
    }
}

impl Sought {
    fn is_common(&self) -> bool {
        match self {
            Self::Word(word) | Self::Beginning(word) | Self::Alike(word, _) => word.common,
            Self::Phrase(_) => false,
        }
    }
}

/// A word that is typed to its end. A single character of a script without spaces is a word
/// wherever it stands, and so the beginning of pieces.
fn whole(word: Word) -> Sought {
    if word.gapless && letters(&word) == 1 { Sought::Beginning(word) } else { Sought::Word(word) }
}

/// The last word, which may still be being typed.
fn beginning(word: Word) -> Sought {
    if letters(&word) >= SHORTEST_BEGINNING { Sought::Beginning(word) } else { whole(word) }
}

fn phrase(mut words: Vec<Word>) -> Sought {
    match words.pop() {
        Some(word) if words.is_empty() && word.gapless => whole(word),
        last => {
            words.extend(last);
            Sought::Phrase(words)
        }
    }
}

/// Letters of a word that is one piece; otherwise none.
fn letters(word: &Word) -> usize {
    word.single().map_or(0, |surface| surface.chars().count())
}

/// The first thing asked for in a text that doesn't begin with a space, and the rest of it.
fn next(text: &str) -> (Ask, &str) {
    let excluded =
        text.strip_prefix('-').filter(|rest| rest.starts_with(|c: char| !c.is_whitespace() && c != '-'));
    let (wanted, text) = excluded.map_or((true, text), |rest| (false, rest));
    if let Some(quoted) = text.strip_prefix(is_quote)
        && let Some(end) = quoted.find(is_quote)
    {
        let after = quoted[end..].trim_start_matches(is_quote);
        return (Ask { text: quoted[..end].to_owned(), quoted: true, wanted }, after);
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (word, after) = text.split_at(end);
    (Ask { text: word.to_owned(), quoted: false, wanted }, after)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// One line a thing asked: `+` or `-`, then the words; phrases in quotes, a beginning with a star.
    fn asked(text: &str, tag: &str) -> String {
        let asked = Question::parse(text).in_locale(&tag.parse().expect("a locale"));
        let surface =
            |word: &Word| word.sought().iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join("");
        let show = |sought: &Sought| match sought {
            Sought::Word(word) | Sought::Alike(word, _) => surface(word),
            Sought::Beginning(word) => format!("{}*", surface(word)),
            Sought::Phrase(words) => {
                format!("\"{}\"", words.iter().map(surface).collect::<Vec<_>>().join(" "))
            }
        };
        let wanted = asked.wanted.iter().map(|sought| format!("+{}", show(sought)));
        let unwanted = asked.unwanted.iter().map(|sought| format!("-{}", show(sought)));
        wanted.chain(unwanted).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_phrases_and_exclusions() {
        for (text, expected) in [
            ("night trains", "+night +trains*"),
            ("\"night trains\" europe", "+\"night trains\" +europe*"),
            ("europe \"night trains\"", "+europe +\"night trains\""),
            ("„night trains“ «high speed»", "+\"night trains\" +\"high speed\""),
            ("trains -sleeper", "+trains -sleeper"),
            ("trains -\"sleeper car\" -e-mail", "+trains -\"sleeper car\" -\"e mail\""),
            ("-sleeper", "-sleeper"),
            ("\"unclosed phrase", "+unclosed +phrase*"),
            ("state-of-the-art", "+state +art*"),
            ("a - b -- c", "+b +c"),
            ("x", "+x"),
            ("\"\" - -- \"-\" !", ""),
            ("", ""),
        ] {
            assert_eq!(asked(text, "en"), expected, "{text}");
        }
    }

    #[test]
    fn common_words_count_only_alone_or_in_phrases() {
        assert_eq!(asked("die Garantie für", "de"), "+garantie");
        assert_eq!(asked("to be", "en"), "+to +be*");
        assert_eq!(asked("\"to be\" security", "en"), "+\"to be\" +security*");
    }

    #[test]
    fn common_words_tell_the_language() {
        let locales = ["de", "en", "fr", "uk"].map(|tag| tag.parse().expect("a locale"));
        let seems = |text: &str, page: usize| {
            let found = Question::parse(text).seems_to_be(&locales, &locales[page]);
            found.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(seems("the future of the navy", 0), "en");
        assert_eq!(seems("the future of the navy", 1), "");
        assert_eq!(seems("l'avenir de la marine", 0), "fr");
        assert_eq!(seems("що буде з безпекою", 1), "uk");
        assert_eq!(seems("marine", 0), "");
        assert_eq!(seems("marine geschichte", 1), "");
    }

    #[test]
    fn other_scripts() {
        assert_eq!(asked("猫 手 -\"犬\" -山", "ja"), "+猫* +手* -犬* -山*");
        assert_eq!(asked("צה\"ל", "he"), "+צה +ל");
        assert_eq!(asked("об'єкт -Київ", "uk"), "+обєкт -київ");
    }

    #[test]
    fn overlong_queries_are_cut() {
        let words: Vec<String> = (10..40).map(|n| format!("w{n}")).collect();
        let text = format!("{} -end", words.join(" "));
        let asked = Question::parse(&text).in_locale(&"en".parse().expect("a locale"));
        assert_eq!((asked.wanted.len(), asked.unwanted.len()), (12, 0));
        assert!(Question::parse(&"\"".repeat(100_000)).asks.len() < 400);
    }

    /// What people don't type, but machines do: quotes in quotes, signs without end, marks on
    /// nothing, letters that turn round, halves of pictures, and very much of it.
    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("\"".to_owned()),
            Just("„\"«“".to_owned()),
            Just("-\"-\"".to_owned()),
            Just(" - -- --- ".to_owned()),
            Just("a\u{301}\u{301}\u{301}\u{301}".to_owned()),
            Just("\u{202e}\u{2066}\u{200f}".to_owned()),
            Just("👩\u{200d}👩\u{200d}👧\u{fe0f}".to_owned()),
            Just("\0\u{1e}\u{1f}\u{ffff}".to_owned()),
            Just("\u{fdfa}\u{1e9b}\u{323}ﬁ".to_owned()),
            Just("安全保障".repeat(90)),
            Just("ความมั่นคง".repeat(30)),
            Just("l'".repeat(150)),
            Just("sicherheits".repeat(40)),
            Just("title:garantie AND (x OR y)~2^9 [a TO z] *?".to_owned()),
            "\\PC{0,12}",
            "[a-zäöüßі’ -]{0,40}",
        ];
        (proptest::collection::vec(piece, 0..20), 1..200usize)
            .prop_map(|(pieces, times)| pieces.concat().repeat(times.min(3 + pieces.len())))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        /// Whatever is sent, the work it makes has a bound: so many words, each so long.
        #[test]
        fn hostile_text_is_a_bounded_question(text in hostile(), tag in "(de|fr|uk|ja|zh|ko|ar|th|km|en|tr|he)") {
            let question = Question::parse(&text);
            prop_assert!(question.asks.len() <= LONGEST);
            let asked = question.in_locale(&tag.parse().expect("a locale"));
            let all: Vec<&Sought> =
                asked.wanted.iter().chain(&asked.unwanted).chain(&asked.besides).collect();
            let words: Vec<&Word> = all
                .iter()
                .flat_map(|sought| match sought {
                    Sought::Word(word) | Sought::Beginning(word) | Sought::Alike(word, _) => std::slice::from_ref(word),
                    Sought::Phrase(words) => words.as_slice(),
                })
                .collect();
            prop_assert!(words.len() <= MOST_WORDS && asked.pairs.len() < MOST_WORDS);
            prop_assert!(words.iter().map(|word| word.surface.len()).sum::<usize>() <= 2 * LONGEST);
            for word in words {
                prop_assert!(word.stems.len() + word.parts.iter().flatten().count() <= LONGEST);
            }
        }

        #[test]
        fn any_text_is_a_question(text in "([ \"-]|\\PC){0,80}", tag in "(en|de|ja|ar|th|und-x)") {
            let locale = tag.parse().unwrap_or_else(|_| "eo".parse().expect("a locale"));
            let asked = Question::parse(&text).in_locale(&locale);
            prop_assert!(asked.wanted.len() + asked.unwanted.len() <= 12);
            for sought in asked.wanted.iter().chain(&asked.unwanted) {
                if let Sought::Phrase(words) = sought {
                    prop_assert!(!words.is_empty());
                }
            }
        }
    }
}
