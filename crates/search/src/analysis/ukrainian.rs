//! Endings of Ukrainian words. Snowball has no rules for them.
//!
//! Light: endings of nouns, adjectives and verbs are cut off, nothing before them. Where letters
//! change when a word is inflected (`рік`, `року`; `безпека`, `безпеці`) or an ending may be that of
//! a noun or of a verb, a word has more than one stem: words meet if they share one.

/// Shortest stem, in letters, and shortest of a verb, whose endings are more often part of a word.
const SHORTEST: usize = 3;
const SHORTEST_OF_VERB: usize = 4;

/// Endings of nouns and adjectives.
const OF_NOUN: &[&str] = &[
    "іями", "ією", "іям", "іях", "ями", "ами", "ові", "еві", "єві", "ого", "ому", "ими", "іми", "ої", "ою",
    "ею", "єю", "ії", "ію", "ія", "ій", "їй", "їв", "ів", "ий", "ям", "ам", "ом", "ем", "єм", "ях", "ах",
    "их", "іх", "їх", "їм", "им", "ім", "ей", "у", "ю", "а", "я", "о", "е", "є", "и", "і", "ї", "ь", "й",
];

/// Endings of verbs.
const OF_VERB: &[&str] = &[
    "уватиму",
    "уватиме",
    "уватимуть",
    "уватися",
    "увався",
    "увалася",
    "увалися",
    "ується",
    "уються",
    "увати",
    "ювати",
    "ував",
    "ював",
    "увала",
    "ювала",
    "увало",
    "ювало",
    "ували",
    "ювали",
    "уючи",
    "юючи",
    "уємо",
    "юємо",
    "уєте",
    "юєте",
    "уєш",
    "юєш",
    "ують",
    "юють",
    "ує",
    "ює",
    "атися",
    "ався",
    "алася",
    "алося",
    "алися",
    "ається",
    "аються",
    "ати",
    "яти",
    "ав",
    "яв",
    "ала",
    "яла",
    "ало",
    "яло",
    "али",
    "яли",
    "аючи",
    "яючи",
    "аємо",
    "яємо",
    "аєте",
    "яєте",
    "аєш",
    "яєш",
    "ають",
    "яють",
    "ає",
    "яє",
    "итися",
    "ився",
    "илася",
    "илося",
    "илися",
    "иться",
    "яться",
    "ити",
    "ив",
    "ила",
    "ило",
    "или",
    "ить",
    "ять",
    "имо",
    "ите",
    "иш",
    "лю",
    "ену",
    "еш",
    "емо",
    "ете",
    "уть",
    "ють",
];

/// Gives the stems of a word in lower case.
pub(super) fn stems(word: &str, mut give: impl FnMut(&str)) {
    if word.is_empty() {
        return;
    }
    let (stem, ending) = without(word, OF_NOUN, SHORTEST).unwrap_or((word, ""));
    match ending {
        "" | "ь" | "ів" | "їв" => {
            give(stem);
            closed_syllable(word.strip_suffix('ь').unwrap_or(word), &mut give);
        }
        "і" => {
            give(stem);
            softened(stem, &mut give);
        }
        _ => give(stem),
    }
    // `можливість`, `можливості`.
    if let Some(rest) = stem.strip_suffix("іст").filter(|rest| letters(rest) >= SHORTEST) {
        give(&[rest, "ост"].concat());
    }
    if let Some((stem, _)) = without(word, OF_VERB, SHORTEST_OF_VERB) {
        give(stem);
    }
}

/// A word without its longest ending, and that, if a stem is left.
fn without<'a>(word: &'a str, endings: &[&str], shortest: usize) -> Option<(&'a str, &'a str)> {
    let fits = |ending: &&&str| {
        word.strip_suffix(**ending).is_some_and(|stem| letters(stem) >= shortest && stem.contains(is_vowel))
    };
    let ending = endings.iter().filter(fits).max_by_key(|ending| ending.len())?;
    Some(word.split_at(word.len() - ending.len()))
}

/// In a syllable that ends in a consonant, `о` and `е` become `і`, and a vowel stands before `к` and
/// `ц` that is gone when an ending follows: `стіл`, `стола`; `будинок`, `будинку`.
fn closed_syllable(word: &str, give: &mut impl FnMut(&str)) {
    let mut from_end = word.char_indices().rev();
    let (Some((last, consonant)), Some((place, vowel))) = (from_end.next(), from_end.next()) else { return };
    if is_vowel(consonant) || letters(word) < SHORTEST {
        return;
    }
    let (before, after) = (&word[..place], &word[last..]);
    match (vowel, consonant) {
        ('і', _) => {
            give(&[before, "о", after].concat());
            give(&[before, "е", after].concat());
        }
        ('ї', _) => give(&[before, "є", after].concat()),
        ('о', 'к') | ('е', 'ц') if letters(before) >= SHORTEST => give(&[before, after].concat()),
        _ => {}
    }
}

/// Before `і`, the consonants `к`, `г` and `х` become `ц`, `з` and `с`: `безпека`, `безпеці`.
fn softened(stem: &str, give: &mut impl FnMut(&str)) {
    for (soft, hard) in [("ц", "к"), ("з", "г"), ("с", "х")] {
        if let Some(before) = stem.strip_suffix(soft) {
            give(&[before, hard].concat());
        }
    }
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'и' | 'і' | 'о' | 'у' | 'я' | 'є' | 'ї' | 'ю')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(word: &str) -> Vec<String> {
        let mut found = Vec::new();
        stems(word, |stem| found.push(stem.to_owned()));
        found
    }

    fn meet(a: &str, b: &str) -> bool {
        all(a).iter().any(|stem| all(b).contains(stem))
    }

    #[test]
    fn forms_of_a_word_meet() {
        for forms in [
            "гарантія гарантії гарантію гарантією гарантій гарантіям гарантіями гарантіях",
            "безпека безпеки безпеці безпеку безпекою",
            "україна україни україні україну україною",
            "український українська українського українському українські українських",
            "держава держави державі державу державою держав державам",
            "можливість можливості можливістю",
            "рік року роки років році",
            "київ києва києву києві",
            "харків харкова харкову харкові",
            "стіл стола столи столів",
            "будинок будинку будинки будинків",
            "українець українця українці українців",
            "школа школи школі шкіл школами",
            "слово слова слів словами",
            "новий нова нове нові нового новому нових новими",
            "говорити говорить говорив говорила говорили",
            "гарантувати гарантує гарантують гарантував гарантувала",
        ] {
            let forms: Vec<&str> = forms.split(' ').collect();
            for form in &forms {
                assert!(meet(forms[0], form), "{} {:?} {form} {:?}", forms[0], all(forms[0]), all(form));
            }
        }
    }

    #[test]
    fn different_words_don_t_meet() {
        for (a, b) in [("гарантія", "гармата"), ("безпека", "безладдя"), ("мова", "море"), ("дім", "дами")]
        {
            assert!(!meet(a, b), "{a} {:?} {b} {:?}", all(a), all(b));
        }
    }

    #[test]
    fn short_words_stay_whole() {
        assert_eq!(all("це"), ["це"]);
        assert_eq!(all("її"), ["її"]);
        assert!(all("").is_empty());
    }
}
