//! The article page; `article` in the templates.

use kernel::Money;
use serde::Serialize;

use super::courtesy::NoticeView;
use super::{CardView, Html, LanguageLink, Link, PictureView};

/// One text, as far as its reader may see it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ArticleView {
    /// `story` or `page`.
    pub(crate) kind: &'static str,
    pub(crate) title: String,
    pub(crate) title_html: Html,
    pub(crate) standfirst: String,
    pub(crate) section: Option<Link>,
    pub(crate) authors: Vec<Link>,
    pub(crate) tags: Vec<Link>,
    /// RFC 3339, UTC.
    pub(crate) published_at: Option<String>,
    pub(crate) updated_at: Option<String>,
    pub(crate) minutes: u32,
    pub(crate) cover: Option<PictureView>,
    /// The languages it can be read in, this one included.
    pub(crate) editions: Vec<LanguageLink>,
    pub(crate) teaser: Html,
    /// The rest, if the reader may have it; never loaded otherwise.
    pub(crate) remainder: Option<Html>,
    /// What stands in place of the rest, if the reader may not.
    pub(crate) wall: Option<WallView>,
    /// Why it is open without a plan, or what is left of what is free.
    pub(crate) notice: Option<NoticeView>,
    /// The story's id, if its reader may make a gift link to it.
    pub(crate) gift: Option<String>,
    /// The blocks this reader sees, where the text has other languages to find them in.
    pub(crate) passages: Vec<PassageView>,
    /// If the source has moved on since this translation was made.
    pub(crate) stale: Option<StaleView>,
    pub(crate) related: Vec<CardView>,
    pub(crate) newer: Option<CardView>,
    pub(crate) older: Option<CardView>,
    pub(crate) share: Vec<ShareLink>,
}

/// One block of the text, which has the same id in every language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PassageView {
    pub(crate) id: String,
    /// Its first words.
    pub(crate) words: Html,
}

/// The paywall card.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct WallView {
    /// What would open the rest: `sign-in`, `subscribe` or `plan`.
    pub(crate) needs: &'static str,
    /// Names of the plans that would, for `plan`.
    pub(crate) plans: Vec<String>,
    /// Where to subscribe, and come back from to this story.
    pub(crate) subscribe_href: String,
    /// Where a member is told why it stays closed.
    pub(crate) why_href: String,
    /// The story alone, if it is sold alone.
    pub(crate) single: Option<SingleView>,
}

/// The story alone: what it costs, and where.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SingleView {
    pub(crate) amount: Money,
    pub(crate) href: String,
}

/// The note on a translation that its source has left behind.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StaleView {
    /// The source: its language and address.
    pub(crate) source: LanguageLink,
    /// Paragraphs changed or new in the source, and gone from it.
    pub(crate) changed: usize,
    pub(crate) added: usize,
    pub(crate) removed: usize,
    /// Addresses of the changed and new paragraphs in the source, as far as this reader can see them.
    pub(crate) links: Vec<String>,
}

/// A plain link that shares the page; it loads nothing until it is followed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ShareLink {
    /// `mail`, `bluesky`, `whatsapp`, `linkedin`.
    pub(crate) network: &'static str,
    pub(crate) href: String,
}
