//! From texts to rows: the blocks of a revision, and both halves of a publication. Pure, so that an
//! import can do it for many texts at once, away from the database.

use jiff::Timestamp;
use kernel::{Access, Locale, TranslationId};

use super::{Pictures, StoreError, text};
use crate::entity::{article, publication, remainder, revision, translation};
use crate::markdown::{
    Block, BlockId, BlockSource, Cut, RenderOptions, align_to_source, carry_ids, outline, render, title_html,
    title_plain,
};
use crate::model::Draft;

/// A body that is there already, with its blocks.
#[derive(Clone, Copy)]
pub(crate) struct Earlier<'a> {
    pub(crate) body: &'a str,
    pub(crate) blocks: &'a [Block],
    /// The source's version it was made from.
    pub(crate) made_from: Option<i64>,
}

/// Where the links of a translation's blocks to the source's come from.
#[derive(Clone, Copy)]
pub(crate) enum Links<'a> {
    /// From comparing the two.
    Aligned,
    /// From somebody who saw them side by side: a link, or none, for each block.
    Given(&'a [Option<BlockSource>]),
}

/// The source's revision that a translation is made from.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) version: i64,
    pub(crate) text: Earlier<'a>,
}

/// Which revision it is going to be.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) translation: TranslationId,
    pub(crate) version: i64,
    pub(crate) now: Timestamp,
}

/// A revision and its blocks.
#[derive(Clone, Debug)]
pub(crate) struct Revised {
    pub(crate) row: revision::Model,
    pub(crate) blocks: Vec<Block>,
}

impl Revised {
    pub(crate) fn read(row: revision::Model) -> Result<Self, StoreError> {
        let blocks = text::json("blocks", &row.blocks)?;
        Ok(Self { row, blocks })
    }

    pub(crate) fn text(&self) -> Earlier<'_> {
        Earlier { body: &self.row.body, blocks: &self.blocks, made_from: self.row.source_version }
    }

    pub(crate) fn as_source(&self) -> Source<'_> {
        Source { version: self.row.version, text: self.text() }
    }
}

/// The revision that a draft becomes: its blocks keep the names they had in the revision before,
/// and remember the source's.
pub(crate) fn revise(
    place: Place,
    draft: &Draft,
    before: Option<Earlier<'_>>,
    source: Option<Source<'_>>,
    links: Links<'_>,
) -> Result<Revised, StoreError> {
    let blocks = blocks(place, &draft.body, before, source, links);
    let row = revision::Model {
        id: kernel::RevisionId::new(place.now).as_uuid(),
        translation_id: place.translation.as_uuid(),
        version: place.version,
        title: draft.title.clone(),
        standfirst: draft.standfirst.clone(),
        body: draft.body.clone(),
        description: draft.description.clone(),
        seo_title: draft.seo_title.clone(),
        cover_alt: draft.cover_alt.clone(),
        cover_caption: draft.cover_caption.clone(),
        blocks: text::to_json("blocks", &blocks)?,
        source_version: source.map(|source| source.version),
        author: None,
        created_at: place.now.as_millisecond(),
    };
    Ok(Revised { row, blocks })
}

fn blocks(
    place: Place,
    body: &str,
    before: Option<Earlier<'_>>,
    source: Option<Source<'_>>,
    links: Links<'_>,
) -> Vec<Block> {
    let after = outline(body);
    let lengths: Vec<usize> = after.iter().map(|block| block.markdown.chars().count()).collect();
    let known: Vec<(Block, String)> = before.map_or_else(Vec::new, |before| {
        let texts = outline(before.body).into_iter().map(|block| block.markdown);
        before.blocks.iter().cloned().zip(texts).collect()
    });
    let mut fresh = Fresh { place, next: 0 };
    let mut blocks = carry_ids(&known, after, || fresh.id());
    let Some(source) = source else { return blocks };
    if let Links::Given(links) = links
        && links.len() == blocks.len()
    {
        for (block, link) in blocks.iter_mut().zip(links) {
            block.source.clone_from(link);
        }
        return blocks;
    }
    let source_lengths: Vec<usize> =
        outline(source.text.body).iter().map(|block| block.markdown.chars().count()).collect();
    let carried: Vec<Option<BlockSource>> = blocks.iter().map(|block| block.source.clone()).collect();
    let mut aligned = align_to_source(blocks, &lengths, source.text.blocks, &source_lengths);
    // A block that was brought up to date by itself stays so while the rest isn't.
    if before.is_some_and(|before| before.made_from == Some(source.version)) {
        for (block, carried) in aligned.iter_mut().zip(carried) {
            if let (Some(link), Some(carried)) = (&mut block.source, carried)
                && link.id == carried.id
            {
                *link = carried;
            }
        }
    }
    aligned
}

/// Draws names for new blocks from what makes each of them unique: the translation's random id, the
/// version, and the place in it.
struct Fresh {
    place: Place,
    next: u64,
}

impl Fresh {
    fn id(&mut self) -> BlockId {
        self.next += 1;
        let (version, next) = (self.place.version.to_le_bytes(), self.next.to_le_bytes());
        let translation = self.place.translation.as_uuid();
        let hash = kernel::hash::hash_parts([&translation.as_bytes()[..], &version, &next]);
        // The first 64 of its 128 bits, which are all hex digits.
        BlockId::from_random(
            hash.get(..16).and_then(|digits| u64::from_str_radix(digits, 16).ok()).unwrap_or(self.next),
        )
    }
}

/// What a draft and a revision have in common tells whether a save changes anything. The source of
/// a translation counts only if the draft names it.
pub(crate) fn is_same(draft: &Draft, slug: &str, head: &revision::Model) -> bool {
    let made_from =
        head.source_version.is_none() || draft.made_from.is_none() || draft.made_from == head.source_version;
    made_from
        && draft.slug.as_str() == slug
        && draft.title == head.title
        && draft.standfirst == head.standfirst
        && draft.body == head.body
        && draft.description == head.description
        && draft.seo_title == head.seo_title
        && draft.cover_alt == head.cover_alt
        && draft.cover_caption == head.cover_caption
}

/// What a publication is made of.
pub(crate) struct Publishing<'a> {
    pub(crate) article: &'a article::Model,
    pub(crate) translation: &'a translation::Model,
    pub(crate) revised: &'a Revised,
    pub(crate) teaser_paragraphs: u32,
    pub(crate) pictures: &'a Pictures,
    pub(crate) published_at: i64,
    pub(crate) updated_at: Option<i64>,
}

/// Both halves of a publication.
#[derive(Clone, Debug)]
pub(crate) struct Halves {
    pub(crate) publication: publication::Model,
    pub(crate) remainder: Option<remainder::Model>,
}

/// Renders a revision for readers.
pub(crate) fn publication(publishing: &Publishing<'_>) -> Result<Halves, StoreError> {
    let Publishing { article, translation, revised: Revised { row, blocks }, pictures, .. } = *publishing;
    let locale: Locale = text::locale(&translation.locale)?;
    let cut = match text::access(&article.access)? {
        Access::Public => Cut::None,
        Access::Members | Access::Paid | Access::Plans(_) => Cut::After(publishing.teaser_paragraphs),
    };
    let options = RenderOptions { cut, locale: &locale, pictures: &|address| pictures.at(address) };
    let rendered = render(&row.body, blocks, &options);
    let remainder = rendered.remainder.map(|half| remainder::Model {
        translation_id: translation.id,
        version: row.version,
        html: half.html,
        text: half.text,
    });
    let publication = publication::Model {
        translation_id: translation.id,
        article_id: article.id,
        kind: article.kind.clone(),
        locale: translation.locale.clone(),
        slug: translation.slug.clone(),
        version: row.version,
        title: title_plain(&row.title),
        title_html: title_html(&row.title),
        standfirst: row.standfirst.clone(),
        description: row.description.clone(),
        seo_title: row.seo_title.clone(),
        cover_alt: row.cover_alt.clone(),
        cover_caption: row.cover_caption.clone(),
        teaser_html: rendered.teaser.html,
        teaser_text: rendered.teaser.text,
        has_remainder: remainder.is_some(),
        words: text::size(rendered.words),
        minutes: text::size(rendered.minutes),
        blocks: row.blocks.clone(),
        source_version: row.source_version,
        published_at: publishing.published_at,
        updated_at: publishing.updated_at,
    };
    Ok(Halves { publication, remainder })
}
