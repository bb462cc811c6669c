//! Which source block each block of a translation was made from.
//!
//! Translations keep the order of their source, mostly one block for one, so the best monotone
//! alignment by kind and relative length is found by dynamic programming (Gale and Church, “A
//! Program for Aligning Sentences in Bilingual Corpora”, 1993). Links known from the translation's
//! earlier revision are strong hints.

use super::block::{Block, BlockKind, BlockSource};

/// Cost of leaving a block without a counterpart. A pair costs less if its lengths are within a
/// factor of about four of what is usual.
const ALONE: f64 = 1.5;
/// What a link known before is worth.
const KNOWN: f64 = -4.0;

/// Links each translated block to the source block it was made from, or to none. `length` gives a
/// block's Markdown length in characters, by index.
#[must_use]
pub fn align_to_source(
    mut translation: Vec<Block>,
    translation_lengths: &[usize],
    source: &[Block],
    source_lengths: &[usize],
) -> Vec<Block> {
    let (rows, columns) = (translation.len(), source.len());
    let scale = usual_ratio(translation_lengths, source_lengths);
    let pair = |row: usize, column: usize| {
        let (of, from) = (&translation[row], &source[column]);
        let known = of.source.as_ref().is_some_and(|link| link.id == from.id);
        if of.kind != from.kind && !(is_text(of.kind) && is_text(from.kind)) {
            return f64::INFINITY;
        }
        let lengths = (translation_lengths.get(row), source_lengths.get(column));
        let stretch = match lengths {
            (Some(&of), Some(&from)) => ((length(of) + 8.0) / (length(from) * scale + 8.0)).ln().abs(),
            _ => 0.0,
        };
        let other_kind = if of.kind == from.kind { 0.0 } else { 1.0 };
        stretch + other_kind + if known { KNOWN } else { 0.0 }
    };

    // best[row][column]: least cost of aligning the first `row` blocks with the first `column`.
    let mut best = vec![vec![0.0; columns + 1]; rows + 1];
    for row in 0..=rows {
        for column in 0..=columns {
            if row == 0 || column == 0 {
                best[row][column] = ALONE * length(row + column);
                continue;
            }
            let skip: f64 = (best[row - 1][column] + ALONE).min(best[row][column - 1] + ALONE);
            best[row][column] = skip.min(best[row - 1][column - 1] + pair(row - 1, column - 1));
        }
    }
    let mut links = vec![None; rows];
    let (mut row, mut column) = (rows, columns);
    while row > 0 && column > 0 {
        if close(best[row][column], best[row - 1][column - 1] + pair(row - 1, column - 1)) {
            links[row - 1] = Some(column - 1);
            (row, column) = (row - 1, column - 1);
        } else if close(best[row][column], best[row - 1][column] + ALONE) {
            row -= 1;
        } else {
            column -= 1;
        }
    }
    for (block, link) in translation.iter_mut().zip(links) {
        block.source =
            link.map(|index| BlockSource { id: source[index].id.clone(), hash: source[index].hash.clone() });
    }
    translation
}

/// How much longer the translation is, on the whole: languages differ.
fn usual_ratio(translation: &[usize], source: &[usize]) -> f64 {
    let total = |lengths: &[usize]| length(lengths.iter().sum::<usize>()) + 1.0;
    total(translation) / total(source)
}

/// Blocks that one translator writes as the other: a heading can become a paragraph.
fn is_text(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::List)
}

#[expect(clippy::cast_precision_loss, reason = "lengths of texts are far below 2^52")]
fn length(characters: usize) -> f64 {
    characters as f64
}

fn close(a: f64, b: f64) -> bool {
    a.is_finite() && (a - b).abs() < 1e-9
}

#[cfg(test)]
mod tests {
    use super::super::{BlockId, carry_ids, outline};
    use super::*;

    fn blocks(body: &str, seed: u64) -> (Vec<Block>, Vec<usize>) {
        let outlined = outline(body);
        let lengths = outlined.iter().map(|block| block.markdown.chars().count()).collect();
        let mut next = seed;
        let fresh = || {
            next += 1;
            BlockId::from_random(next.wrapping_mul(0x9E37_79B9_7F4A_7C15))
        };
        (carry_ids(&[], outlined, fresh), lengths)
    }

    fn links(source: &str, translation: &str) -> Vec<Option<usize>> {
        let (source, source_lengths) = blocks(source, 0);
        let (translation, lengths) = blocks(translation, 1000);
        let aligned = align_to_source(translation, &lengths, &source, &source_lengths);
        let place = |block: &Block| {
            let link = block.source.as_ref()?;
            source.iter().position(|from| from.id == link.id && from.hash == link.hash)
        };
        aligned.iter().map(place).collect()
    }

    #[test]
    fn one_for_one() {
        let source = "Eins, zwei, drei.\n\n## Titel\n\n- a\n- b\n\nVier und fünf und sechs.";
        let translation = "One, two, three.\n\n## Title\n\n- a\n- b\n\nFour and five and six.";
        assert_eq!(links(source, translation), [Some(0), Some(1), Some(2), Some(3)]);
    }

    #[test]
    fn blocks_without_counterpart_stay_alone() {
        let source = "A paragraph of some length stands here.\n\n## Heading\n\nAnother paragraph of a like length here.";
        let with_note = "Ein Absatz von einiger Länge steht hier.\n\n![x](x.jpg)\n\n## Titel\n\nNoch ein Absatz von ähnlicher Länge hier.";
        assert_eq!(links(source, with_note), [Some(0), None, Some(1), Some(2)]);
        let without_heading =
            "Ein Absatz von einiger Länge steht hier.\n\nNoch ein Absatz von ähnlicher Länge hier.";
        assert_eq!(links(source, without_heading), [Some(0), Some(2)]);
    }

    #[test]
    fn nothing_aligns_with_nothing() {
        assert_eq!(links("", "Text."), [None]);
        assert!(links("Text.", "").is_empty());
    }
}
