//! Stems and stop words, by Snowball.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use tantivy::tokenizer::{Stemmer, StopWordFilter, TextAnalyzer, TokenStream, WhitespaceTokenizer};

use super::fold;
use super::language::Profile;

/// What the language's tools say of one word.
#[derive(Clone, Debug, Default)]
pub(super) struct Stemmed {
    /// Its stems, folded; two if the diacritics make a difference.
    pub(super) stems: Vec<String>,
    /// It is a stop word.
    pub(super) common: bool,
}

/// The tools of a language; both take words separated by spaces.
struct Tools {
    stemmer: TextAnalyzer,
    stop_words: Option<TextAnalyzer>,
}

static TOOLS: LazyLock<BTreeMap<&'static str, Tools>> = LazyLock::new(|| {
    let tools = |language| Tools {
        stemmer: TextAnalyzer::builder(WhitespaceTokenizer::default()).filter(Stemmer::new(language)).build(),
        stop_words: StopWordFilter::new(language)
            .map(|filter| TextAnalyzer::builder(WhitespaceTokenizer::default()).filter(filter).build()),
    };
    Profile::with_stemmer().map(|(tag, language)| (tag, tools(language))).collect()
});

/// Stems and stop words for a text's words, one entry each; no stems if the language has no tools.
///
/// A word is stemmed twice, as written and folded: the rules need the diacritics (`garantías`),
/// but who types without them (`garantias`) must arrive at a stem that the document has too.
pub(super) fn stems(profile: &Profile, plain: &[String], folded: &[String]) -> Vec<Stemmed> {
    let Some(tools) = TOOLS.get(profile.tag).filter(|_| !plain.is_empty()) else {
        return vec![Stemmed::default(); plain.len()];
    };
    let as_written = through(&tools.stemmer, plain);
    let as_folded = through(&tools.stemmer, folded);
    let common = tools.stop_words.as_ref().map(|filter| through(filter, plain));
    let words = plain.iter().enumerate();
    words
        .map(|(index, _)| {
            let found = [as_written.get(index), as_folded.get(index)];
            let found = found.into_iter().flatten().flatten().map(|stem| fold::bare(stem, profile));
            let mut stems: Vec<String> = found.filter(|stem| !stem.is_empty()).collect();
            stems.dedup();
            let kept = common.as_ref().is_none_or(|kept| kept.get(index).is_some_and(Option::is_some));
            Stemmed { stems, common: !kept }
        })
        .collect()
}

/// Sends words through a tool; `None` where it dropped one. One call for all words, because each
/// call has a cost of its own.
fn through(tool: &TextAnalyzer, words: &[String]) -> Vec<Option<String>> {
    let text = words.join(" ");
    let mut tool = tool.clone();
    let mut stream = tool.token_stream(&text);
    let mut out = vec![None; words.len()];
    let (mut index, mut start) = (0, 0);
    while stream.advance() {
        let token = stream.token();
        // Words that were dropped, or are empty, have no token.
        while start < token.offset_from {
            start += words.get(index).map_or(0, String::len) + 1;
            index += 1;
        }
        if let Some(slot) = out.get_mut(index).filter(|_| start == token.offset_from) {
            *slot = Some(token.text.clone());
        }
    }
    out
}
