//! `/{locale}/{slug}`: an article or a static page.

use axum::extract::State;
use axum::response::Response;
use billing::Offer;
use content::markdown::Half;
use content::store::Found;
use content::{Kind, Preview as Unpublished, Reading};
use http::request::Parts;
use kernel::access::{Access, Reach, Refusal, decide};
use kernel::{Currency, Locale, PlanKey};

use crate::address;
use crate::app::App;
use crate::courtesy::{self, Notice, Way};
use crate::extract::{OfferedText, redirect};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::Encoded;
use crate::offers::story;
use crate::page_cache::{Page, Scope, Variant};
use crate::public::{elsewhere, passages, structured};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::serve_page::{cached, cached_noticed};
use crate::view::article::{ArticleView, ShareLink, SingleView, StaleView, WallView};
use crate::view::courtesy::NoticeView;
use crate::view::frame::Preview;
use crate::view::{Html, build};

/// Related stories under an article.
const RELATED: u64 = 3;

pub(crate) async fn show(
    State(app): State<App>,
    OfferedText { locale, slug, publication }: OfferedText,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    let reading = match app.content.find(&locale, &slug).await? {
        Found::Text(reading) => reading,
        Found::Moved { slug } => return redirect(&address::text(&locale, &slug)),
        Found::Withdrawn => return Err(Failure::Gone),
        Found::Elsewhere { editions, .. } => {
            let headers = &request.headers;
            return elsewhere::show(&app, &publication, &locale, &slug, &editions, &reader, headers).await;
        }
        Found::Nothing => return Err(Failure::NotFound),
    };
    let path = address::text(&locale, &slug);
    match courtesy::way(&app, &publication, &reader, &request, &reading).await? {
        Way::Answer(response) => Ok(response),
        Way::Own => {
            let shown = Shown { reach: reader.reach(app.clock.now()), notice: None };
            cached(&app, &reader, &request, &path, || {
                page(&app, &publication, &path, &reading, &reader, &shown)
            })
            .await
        }
        Way::Other(other) => {
            let shown = Shown { reach: other.reach.clone(), notice: Some(other.notice.clone()) };
            cached_noticed(&app, &reader, &request, &path, *other, || {
                page(&app, &publication, &path, &reading, &reader, &shown)
            })
            .await
        }
    }
}

/// As far as what a text is shown.
struct Shown {
    reach: Reach,
    notice: Option<Notice>,
}

/// Renders the text as far as this reader may see it.
async fn page(
    app: &App,
    publication: &Publication,
    path: &str,
    reading: &Reading,
    reader: &Reader,
    shown: &Shown,
) -> Result<Page, Failure> {
    let (remainder, refusal) = match decide(reading.article, &reading.access, &shown.reach) {
        Ok(entitled) => (app.content.remainder(&entitled, reading.translation, reading.version).await?, None),
        Err(refusal) => (None, reading.has_remainder.then_some(refusal)),
    };
    let walled = refusal.is_some();
    let notice = shown.notice.as_ref();
    let variant = match (reader, &refusal) {
        // Pages with a notice are private, whoever asks.
        (Reader::Visitor, Some(_)) if notice.is_some() => Variant::Member,
        (Reader::Visitor, None) if notice.is_some() => Variant::Full,
        (Reader::Visitor, _) => Variant::Visitor,
        (Reader::SignedIn(_), None) => Variant::Full,
        (Reader::SignedIn(_), Some(_)) => Variant::Member,
    };
    let signed_in = reader.is_signed_in();
    let parts = Rendering { remainder, refusal, notice, variant, signed_in, robots: None };
    let html = render(app, publication, path, reading, parts).await?;
    Ok(Page {
        body: Encoded::html(html),
        variant,
        scope: Scope::Article {
            article: reading.article,
            access: reading.access.clone(),
            locale: reading.locale.clone(),
            walled,
        },
        expires_at: None,
    })
}

/// How readers of some reach would see a text that isn't published. Nothing of it is kept.
pub(crate) async fn preview(
    app: &App,
    publication: &Publication,
    preview: &Unpublished,
    reach: &Reach,
) -> Result<String, Failure> {
    let reading = &preview.reading;
    let (remainder, refusal) = match decide(reading.article, &reading.access, reach) {
        Ok(entitled) => (preview.remainder(&entitled).cloned(), None),
        Err(refusal) => (None, reading.has_remainder.then_some(refusal)),
    };
    let signed_in = reach.signed_in() || reach.articles().next().is_some();
    let variant = match (signed_in, &refusal) {
        (false, _) => Variant::Visitor,
        (true, None) => Variant::Full,
        (true, Some(_)) => Variant::Member,
    };
    let robots = Some("noindex");
    let parts = Rendering { remainder, refusal, notice: None, variant, signed_in, robots };
    let path = address::text(&reading.locale, &reading.slug);
    render(app, publication, &path, reading, parts).await
}

/// What one of the article's pages is made of, besides the text that everyone sees.
struct Rendering<'a> {
    remainder: Option<Half>,
    refusal: Option<Refusal>,
    notice: Option<&'a Notice>,
    variant: Variant,
    signed_in: bool,
    robots: Option<&'static str>,
}

/// The page.
async fn render(
    app: &App,
    publication: &Publication,
    path: &str,
    reading: &Reading,
    parts: Rendering<'_>,
) -> Result<String, Failure> {
    let Rendering { remainder, refusal, notice, variant, signed_in, robots } = parts;
    let wall = match refusal {
        Some(refusal) => Some(wall_view(app, reading, path, refusal).await?),
        None => None,
    };
    let given = courtesy::current(app).await?.rules;
    let closed = matches!(reading.access, Access::Paid | Access::Plans(_));
    let may_give = given.gift_links > 0 && closed && notice.is_none() && variant == Variant::Full;
    let halves = std::iter::once(reading.teaser_html.as_str());
    let halves = halves.chain(remainder.as_ref().map(|half| half.html.as_str()));
    let passages = match reading.editions.len() {
        0 | 1 => Vec::new(),
        _ => halves.flat_map(passages::of).collect(),
    };
    let related = app.content.related(reading, RELATED).await?;
    let neighbours = app.content.neighbours(reading).await?;
    let view = ArticleView {
        kind: if reading.kind == Kind::Page { "page" } else { "story" },
        title: reading.title.clone(),
        title_html: Html(reading.title_html.clone()),
        standfirst: reading.standfirst.clone(),
        section: reading.section.as_ref().map(|section| build::term(section, &reading.locale)),
        authors: reading.authors.iter().map(|author| build::term(author, &reading.locale)).collect(),
        tags: reading.tags.iter().map(|tag| build::term(tag, &reading.locale)).collect(),
        published_at: reading.published_at.map(build::rfc3339),
        updated_at: reading.updated_at.map(build::rfc3339),
        minutes: reading.minutes,
        cover: reading.cover.as_ref().map(build::picture),
        editions: reading.editions.iter().map(|edition| build::edition(edition, &reading.locale)).collect(),
        passages,
        stale: stale(reading, wall.is_none()),
        teaser: Html(reading.teaser_html.clone()),
        remainder: remainder.map(|half| Html(half.html)),
        wall,
        notice: notice.map(|notice| notice_view(notice, reading)),
        gift: may_give.then(|| reading.article.to_string()),
        related: build::cards(&related),
        newer: neighbours.newer.as_ref().map(build::card),
        older: neighbours.older.as_ref().map(build::card),
        share: share(&app.settings.absolute(path), &reading.title),
    };
    let mut head = head(app, publication, path, reading, &view);
    // Search engines know the page that everyone sees.
    head.robots = if notice.is_some_and(Notice::opens) { Some("noindex") } else { robots };
    let frame = framing::frame(app, publication, &reading.locale, head, signed_in);
    framing::render(app, publication, "article.html", &frame, "article", view)
}

fn notice_view(notice: &Notice, reading: &Reading) -> NoticeView {
    let view = |kind| NoticeView {
        kind,
        name: String::new(),
        left: 0,
        limit: 0,
        resets: None,
        article: reading.article.to_string(),
        slug: reading.slug.clone(),
    };
    match notice.clone() {
        Notice::Institution { name } => NoticeView { name, ..view("institution") },
        Notice::Gift => view("gift"),
        Notice::Metered { left, limit, resets } => {
            NoticeView { left, limit, resets: Some(resets), ..view("metered") }
        }
        Notice::UsedUp { limit, resets } => NoticeView { limit, resets: Some(resets), ..view("used-up") },
        Notice::Offer { limit } => NoticeView { limit, ..view("offer") },
        Notice::NoCookie => view("no-cookie"),
    }
}

fn head(app: &App, publication: &Publication, path: &str, reading: &Reading, view: &ArticleView) -> Head {
    let cover = reading.cover.as_ref();
    let story = reading.kind == Kind::Story;
    Head {
        path: path.to_owned(),
        title: reading.seo_title.clone().unwrap_or_else(|| reading.title.clone()),
        description: structured::described(reading).to_owned(),
        editions: reading
            .editions
            .iter()
            .map(|edition| (edition.locale.clone(), address::text(&edition.locale, &edition.slug)))
            .collect(),
        preview: Preview {
            kind: if story { "article" } else { "website" },
            image: cover
                .map(|cover| app.settings.absolute(&address::media_cut(&cover.hash, "og.jpg", cover.focus))),
            image_alt: cover.map(|cover| cover.alt.clone()).unwrap_or_default(),
            published_at: view.published_at.clone(),
            modified_at: view.updated_at.clone(),
            section: view.section.as_ref().map(|section| section.name.clone()),
            tags: view.tags.iter().map(|tag| tag.name.clone()).collect(),
        },
        json_ld: story.then(|| structured::article(app, publication, path, reading)),
        section: reading.section.as_ref().map(|section| section.key.clone()),
        ..Head::default()
    }
}

/// What the paywall says: the names of the plans that would open the text, in the page's language.
async fn wall_view(app: &App, reading: &Reading, path: &str, refusal: Refusal) -> Result<WallView, Failure> {
    let locale = &reading.locale;
    let (needs, wanted) = match refusal {
        Refusal::SignIn => ("sign-in", Vec::new()),
        Refusal::Subscribe => ("subscribe", Vec::new()),
        Refusal::Plan(plans) => ("plan", plans.into_iter().collect::<Vec<PlanKey>>()),
    };
    let (subscribe_href, why_href) = (address::subscribe(locale, path), address::why(locale, path));
    let single = if app.billing.sells() {
        let offers = app.billing.story_offers(reading.article, &reading.access).await?;
        single(locale, &reading.slug, &offers)
    } else {
        None
    };
    if wanted.is_empty() {
        return Ok(WallView { needs, plans: Vec::new(), subscribe_href, why_href, single });
    }
    let plans = app.billing.plans().await?;
    let names = wanted.iter().map(|key| {
        let plan = plans.iter().find(|plan| plan.key == *key);
        plan.and_then(|plan| plan.text(locale)).map_or_else(|| key.to_string(), |text| text.name.clone())
    });
    Ok(WallView { needs, plans: names.collect(), subscribe_href, why_href, single })
}

/// The story alone, in a currency of the page's region or else the first. Its page knows more of the
/// reader; this one is shared by all.
fn single(locale: &Locale, slug: &str, offers: &[Offer]) -> Option<SingleView> {
    let regional = Currency::of_region(locale.region().unwrap_or_default());
    let fits = |offer: &&Offer| regional.contains(&offer.amount.currency);
    let offer = offers.iter().find(fits).or_else(|| offers.first())?;
    Some(SingleView { amount: offer.amount, href: story::address_in(locale, slug, offer.amount.currency) })
}

/// Links lead only to what is there for this reader: behind the wall there is nothing to land on.
fn stale(reading: &Reading, open: bool) -> Option<StaleView> {
    let stale = reading.staleness.as_ref()?;
    let source = build::edition(&stale.source, &reading.locale);
    let blocks: Vec<_> = if open {
        stale.changed.iter().chain(&stale.added).collect()
    } else {
        stale.visible.iter().collect()
    };
    let links = blocks.into_iter().map(|block| format!("{}#{block}", source.href)).collect();
    Some(StaleView {
        changed: stale.changed.len(),
        added: stale.added.len(),
        removed: stale.removed,
        source,
        links,
    })
}

/// Links that carry the address and the title to where people share things. They are plain links:
/// nothing of those sites is loaded here.
fn share(url: &str, title: &str) -> Vec<ShareLink> {
    let link = |network, base: &str, pairs: &[(&str, &str)]| {
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        // mailto: (RFC 6068) knows no `+` for a space.
        ShareLink { network, href: format!("{base}?{}", query.replace('+', "%20")) }
    };
    let both = format!("{title} {url}");
    vec![
        link("mail", "mailto:", &[("subject", title), ("body", url)]),
        link("bluesky", "https://bsky.app/intent/compose", &[("text", &both)]),
        link("whatsapp", "https://wa.me/", &[("text", &both)]),
        link("linkedin", "https://www.linkedin.com/sharing/share-offsite/", &[("url", url)]),
    ]
}
