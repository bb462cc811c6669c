//! A source and its translation beside each other, row by row.
//!
//! A row pairs a block of the source with the block of the translation that was made from it, or
//! says that one of the two isn't there. Rows follow the source; what only the translation has
//! stands after what it follows there. Pure: what changes is told by hashes that the blocks
//! remember ([`BlockSource`]).

use std::collections::{HashMap, HashSet};

use crate::markdown::{Block, BlockId, BlockKind, BlockSource, Piece, PieceKind, join, outline, pieces};

/// A body with its blocks.
#[derive(Clone, Copy, Debug)]
pub struct Body<'a> {
    /// Markdown.
    pub markdown: &'a str,
    /// Its blocks, in order.
    pub blocks: &'a [Block],
}

/// A row of the two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about; unique among the rows.
    pub key: RowKey,
    /// What it is; none for markers and texts of footnotes.
    pub kind: Option<BlockKind>,
    /// The source's Markdown.
    pub source: Option<String>,
    /// The translation's Markdown.
    pub target: Option<String>,
    /// How the two stand to each other.
    pub standing: RowStanding,
    /// The source's block as the translation remembers it.
    pub link: Option<BlockSource>,
    /// The hash of the source's block now.
    pub hash: Option<String>,
}

/// The name of a row, by which a form says what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RowKey {
    /// A block of the source.
    Source(BlockId),
    /// A block that only the translation has.
    Own(BlockId),
    /// The text of a footnote.
    Note(String),
    /// Anything else, by its place: the paywall's marker, definitions of links.
    Kept(usize),
}

/// How a translated block stands to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowStanding {
    /// It was made from what the source says.
    Current,
    /// The source says something else now.
    Changed,
    /// The source has it since this translation was made, which lacks it.
    New,
    /// The translation lacks it.
    Missing,
    /// The source has taken it out.
    Gone,
    /// It never had a source.
    Own,
    /// No text: a marker, definitions of links.
    Kept,
}

impl RowStanding {
    /// Whether the source has moved on here and nobody has said yes to it.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Changed | Self::New | Self::Gone)
    }
}

impl RowKey {
    /// As a form writes it.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Source(id) => format!("s-{id}"),
            Self::Own(id) => format!("o-{id}"),
            Self::Note(name) => format!("n-{name}"),
            Self::Kept(place) => format!("k-{place}"),
        }
    }

    /// The name that a form wrote.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let (kind, name) = word.split_once('-')?;
        match kind {
            "s" => BlockId::parse(name).map(Self::Source),
            "o" => BlockId::parse(name).map(Self::Own),
            "n" => (!name.is_empty()).then(|| Self::Note(name.to_owned())),
            "k" => name.parse().ok().map(Self::Kept),
            _ => None,
        }
    }
}

/// The rows of a source and its translation. `then` is the source as the translation was made from
/// it, if it was. A translation that doesn't exist yet gets the source's markers and definitions.
#[must_use]
pub fn rows(source: Body<'_>, then: Option<Body<'_>>, target: Option<Body<'_>>) -> Vec<Row> {
    let known = then.map(Known::of);
    let mut targets = Targets::of(target);
    let begins = target.is_none();
    let mut rows: Vec<Row> = Vec::new();
    let mut kept = 0;
    // Where in `rows` each piece of the translation stands.
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut blocks = source.blocks.iter();
    for piece in pieces(source.markdown) {
        let row = match &piece.kind {
            PieceKind::Block => {
                let Some(block) = blocks.next() else { continue };
                block_row(block, piece.markdown, targets.take_linked(&block.id), known.as_ref())
            }
            PieceKind::Note(name) => note_row(name, piece.markdown, targets.take_note(name), known.as_ref()),
            PieceKind::Paywall | PieceKind::Other if begins => {
                kept += 1;
                (kept_row(kept, piece.markdown), None)
            }
            PieceKind::Paywall => {
                let Some((place, own)) = targets.take_paywall(source.blocks) else { continue };
                kept += 1;
                (kept_row(kept, own), Some(place))
            }
            PieceKind::Other => continue,
        };
        let (row, place) = row;
        if let Some(place) = place {
            places.insert(place, rows.len());
        }
        rows.push(row);
    }
    put_in(&mut rows, targets, places, kept);
    rows
}

/// Puts what only the translation has after what it follows there.
fn put_in(rows: &mut Vec<Row>, targets: Targets, mut places: HashMap<usize, usize>, mut kept: usize) {
    for (index, part) in targets.parts.into_iter().enumerate() {
        let Some((piece, block)) = part else { continue };
        let after = index.checked_sub(1).and_then(|before| places.get(&before).copied());
        let at = after.map_or(0, |row| row + 1);
        let row = match (piece.kind, block) {
            (PieceKind::Block, Some(block)) => Row {
                key: RowKey::Own(block.id.clone()),
                kind: Some(block.kind),
                source: None,
                target: Some(piece.markdown),
                standing: if block.source.is_some() { RowStanding::Gone } else { RowStanding::Own },
                link: block.source,
                hash: None,
            },
            (PieceKind::Note(name), _) => {
                Row { target: Some(piece.markdown), ..plain(RowKey::Note(name), RowStanding::Own) }
            }
            _ => {
                kept += 1;
                kept_row(kept, piece.markdown)
            }
        };
        for place in places.values_mut().filter(|place| **place >= at) {
            *place += 1;
        }
        places.insert(index, at);
        rows.insert(at, row);
    }
}

/// The source as a translation was made from it.
struct Known<'a> {
    blocks: HashSet<&'a BlockId>,
    notes: HashSet<String>,
}

impl<'a> Known<'a> {
    fn of(body: Body<'a>) -> Self {
        let notes = pieces(body.markdown).into_iter().filter_map(|piece| match piece.kind {
            PieceKind::Note(name) => Some(name),
            _ => None,
        });
        Self { blocks: body.blocks.iter().map(|block| &block.id).collect(), notes: notes.collect() }
    }
}

/// The translation's pieces that no row has yet, in order.
struct Targets {
    parts: Vec<Option<(Piece, Option<Block>)>>,
}

impl Targets {
    fn of(body: Option<Body<'_>>) -> Self {
        let Some(body) = body else { return Self { parts: Vec::new() } };
        let mut blocks = body.blocks.iter().cloned();
        let parts = pieces(body.markdown).into_iter().map(|piece| {
            let block = if piece.kind == PieceKind::Block { blocks.next() } else { None };
            Some((piece, block))
        });
        Self { parts: parts.collect() }
    }

    fn take_linked(&mut self, source: &BlockId) -> Option<(usize, Piece, Option<Block>)> {
        self.take(|_, block| {
            block.and_then(|block| block.source.as_ref()).is_some_and(|link| link.id == *source)
        })
    }

    fn take_note(&mut self, name: &str) -> Option<(usize, Piece, Option<Block>)> {
        self.take(|piece, _| matches!(&piece.kind, PieceKind::Note(own) if own == name))
    }

    /// The translation's marker, if it stands where the source's does: after what was taken, before
    /// what is still to be.
    fn take_paywall(&mut self, source: &[Block]) -> Option<(usize, String)> {
        let is_paywall = |part: &Option<(Piece, Option<Block>)>| {
            part.as_ref().is_some_and(|(piece, _)| piece.kind == PieceKind::Paywall)
        };
        let place = self.parts.iter().position(is_paywall)?;
        let waits = |part: &Option<(Piece, Option<Block>)>| {
            let link = part.as_ref().and_then(|(_, block)| block.as_ref()?.source.as_ref());
            link.is_some_and(|link| source.iter().any(|block| block.id == link.id))
        };
        let (before, after) = self.parts.split_at(place);
        if before.iter().any(waits) || after.iter().any(Option::is_none) {
            return None;
        }
        let (piece, _) = self.parts.get_mut(place)?.take()?;
        Some((place, piece.markdown))
    }

    fn take(
        &mut self,
        wanted: impl Fn(&Piece, Option<&Block>) -> bool,
    ) -> Option<(usize, Piece, Option<Block>)> {
        let found = |part: &Option<(Piece, Option<Block>)>| {
            part.as_ref().is_some_and(|(piece, block)| wanted(piece, block.as_ref()))
        };
        let index = self.parts.iter().position(found)?;
        let (piece, block) = self.parts.get_mut(index)?.take()?;
        Some((index, piece, block))
    }
}

type Taken = Option<(usize, Piece, Option<Block>)>;

fn block_row(block: &Block, source: String, taken: Taken, known: Option<&Known<'_>>) -> (Row, Option<usize>) {
    let mut row = Row {
        key: RowKey::Source(block.id.clone()),
        kind: Some(block.kind),
        source: Some(source),
        target: None,
        standing: lacking(known.is_none_or(|known| known.blocks.contains(&block.id))),
        link: None,
        hash: Some(block.hash.clone()),
    };
    let Some((index, piece, own)) = taken else { return (row, None) };
    row.target = Some(piece.markdown);
    if let Some(own) = own {
        let current = own.source.as_ref().is_some_and(|link| link.hash == block.hash);
        row.standing = if current { RowStanding::Current } else { RowStanding::Changed };
        row.link = own.source;
    }
    (row, Some(index))
}

/// A footnote's text counts to the blocks that refer to it: they tell when it has changed.
fn note_row(name: &str, source: String, taken: Taken, known: Option<&Known<'_>>) -> (Row, Option<usize>) {
    let row = Row {
        source: Some(source),
        ..plain(RowKey::Note(name.to_owned()), lacking(known.is_none_or(|known| known.notes.contains(name))))
    };
    match taken {
        Some((index, piece, _)) => {
            (Row { target: Some(piece.markdown), standing: RowStanding::Current, ..row }, Some(index))
        }
        None => (row, None),
    }
}

fn kept_row(place: usize, markdown: String) -> Row {
    Row { target: Some(markdown), ..plain(RowKey::Kept(place), RowStanding::Kept) }
}

fn plain(key: RowKey, standing: RowStanding) -> Row {
    Row { key, kind: None, source: None, target: None, standing, link: None, hash: None }
}

fn lacking(was_known: bool) -> RowStanding {
    if was_known { RowStanding::Missing } else { RowStanding::New }
}

/// A body put together from rows, with the link of each of its blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// Markdown.
    pub body: String,
    /// The source block of each block; none if the pieces read otherwise together than apart, so that
    /// nobody can say which came from which.
    pub links: Option<Vec<Option<BlockSource>>>,
}

/// Puts the texts of rows together; the first block of each gets the row's link.
#[must_use]
pub fn compose<'a>(rows: impl IntoIterator<Item = (&'a str, Option<BlockSource>)>) -> Composed {
    let mut links = Vec::new();
    let mut texts = Vec::new();
    for (text, link) in rows {
        let blocks = outline(text).len();
        links.extend((0..blocks).map(|place| if place == 0 { link.clone() } else { None }));
        texts.push(text);
    }
    let body = join(texts);
    let whole = outline(&body).len();
    Composed { links: (whole == links.len()).then_some(links), body }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{align_to_source, carry_ids};

    /// A body and its blocks, named after their place.
    fn text(body: &str, before: &[(Block, String)], seed: u64) -> Vec<(Block, String)> {
        let outlined = outline(body);
        let texts: Vec<String> = outlined.iter().map(|block| block.markdown.clone()).collect();
        let mut next = seed;
        let fresh = || {
            next += 1;
            BlockId::from_random(next.wrapping_mul(0x9E37_79B9_7F4A_7C15))
        };
        carry_ids(before, outlined, fresh).into_iter().zip(texts).collect()
    }

    fn blocks(text: &[(Block, String)]) -> Vec<Block> {
        text.iter().map(|(block, _)| block.clone()).collect()
    }

    fn lengths(text: &[(Block, String)]) -> Vec<usize> {
        text.iter().map(|(_, markdown)| markdown.len()).collect()
    }

    const THEN: &str = "Eins steht hier.[^1]\n\nZwei steht dort.\n\n<!-- paywall -->\n\nDrei ist das Ende.\n\n[^1]: Anmerkung";
    const NOW: &str =
        "Eins steht hier.[^1]\n\nZwei stand einmal dort.\n\n## Ganz neu hier\n\n[^1]: Anmerkung";
    const TARGET: &str = "One stands here.[^1]\n\nTwo stands there.\n\n<!-- paywall -->\n\nThree is the end.\n\n![own](own.jpg)\n\n[^1]: Note";

    fn world() -> (Vec<Block>, Vec<Block>, Vec<Block>) {
        let then = text(THEN, &[], 0);
        let now = text(NOW, &then, 1000);
        let target = text(TARGET, &[], 2000);
        let aligned = align_to_source(blocks(&target), &lengths(&target), &blocks(&then), &lengths(&then));
        (blocks(&then), blocks(&now), aligned)
    }

    #[test]
    fn rows_tell_what_happened() {
        use RowStanding::{Changed, Current, Gone, Kept, New, Own};

        let (then, now, target) = world();
        let rows = rows(
            Body { markdown: NOW, blocks: &now },
            Some(Body { markdown: THEN, blocks: &then }),
            Some(Body { markdown: TARGET, blocks: &target }),
        );
        let told: Vec<_> =
            rows.iter().map(|row| (row.standing, row.target.as_deref().unwrap_or_default())).collect();
        assert_eq!(
            told,
            [
                (Current, "One stands here.[^1]"),
                (Changed, "Two stands there."),
                (Kept, "<!-- paywall -->"),
                (Gone, "Three is the end."),
                (Own, "![own](own.jpg)"),
                (New, ""),
                (Current, "[^1]: Note"),
            ]
        );
        let keys: HashSet<_> = rows.iter().map(|row| row.key.word()).collect();
        assert_eq!(keys.len(), rows.len());
        assert!(rows.iter().all(|row| RowKey::parse(&row.key.word()).as_ref() == Some(&row.key)));
        assert_eq!(rows[5].source.as_deref(), Some("## Ganz neu hier"));
    }

    #[test]
    fn a_translation_that_begins_gets_the_markers() {
        let (then, ..) = world();
        let rows = rows(Body { markdown: THEN, blocks: &then }, None, None);
        let filled: Vec<_> = rows.iter().filter_map(|row| row.target.as_deref()).collect();
        assert_eq!(filled, ["<!-- paywall -->"]);
        assert!(rows.iter().all(|row| !row.standing.is_open()));
    }

    #[test]
    fn what_is_put_together_remembers_its_source() {
        let (then, now, target) = world();
        let rows = rows(
            Body { markdown: NOW, blocks: &now },
            Some(Body { markdown: THEN, blocks: &then }),
            Some(Body { markdown: TARGET, blocks: &target }),
        );
        let texts = rows.iter().map(|row| (row.target.as_deref().unwrap_or_default(), row.link.clone()));
        let composed = compose(texts);
        let hashes = |body: &str| outline(body).into_iter().map(|block| block.hash).collect::<Vec<_>>();
        assert_eq!(hashes(&composed.body), hashes(TARGET), "nothing changes by looking at it");
        let links = composed.links.expect("one for one");
        assert_eq!(links, target.iter().map(|block| block.source.clone()).collect::<Vec<_>>());

        let link = Some(BlockSource { id: then[0].id.clone(), hash: String::new() });
        let split = compose([("One.\n\nAnd more.", link.clone()), ("", None), ("Last.", None)]);
        assert_eq!(split.links, Some(vec![link, None, None]), "the first of a row keeps its link");
        assert_eq!(compose([("- a", None), ("- b", None)]).links, None, "two lists became one");
    }
}
