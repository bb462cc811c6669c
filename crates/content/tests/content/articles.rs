//! What holds for a story in every language.

use content::media::{Limits, prepare};
use content::store::{Change, Found};
use content::{ArticleDraft, BasedOn, Dates, StoreError, TermKind};
use kernel::Access;

use crate::setup::{BODY, World, article, draft};

fn picture(shade: u8) -> content::media::Prepared {
    let mut png = std::io::Cursor::new(Vec::new());
    let image = image::RgbImage::from_pixel(40, 20, image::Rgb([shade, 0, 0]));
    image.write_to(&mut png, image::ImageFormat::Png).expect("encoded");
    prepare(png.get_ref(), Limits::default()).expect("a picture")
}

test_db::both! {
    async fn a_change_of_an_article_is_refused_if_it_was_overtaken(db: TestDb) {
        let world = World::new(&db).await;
        world.article("a", Access::Paid).await;
        let (mine, version) = world.store.article("a").await.expect("read").expect("there");
        let (theirs, _) = world.store.article("a").await.expect("read").expect("there");
        assert_eq!((&mine, version), (&article("a", Access::Paid), 1));

        let theirs = ArticleDraft { access: Access::Members, ..theirs };
        world.store.revise_article(theirs.clone(), BasedOn::Version(version)).await.expect("the first is taken");
        let mine = ArticleDraft { access: Access::Public, ..mine };
        let refused = world.store.revise_article(mine.clone(), BasedOn::Version(version)).await;
        assert!(matches!(refused, Err(StoreError::ArticleChanged { found: 2, .. })), "{refused:?}");
        assert_eq!(world.store.article("a").await.expect("read").expect("there"), (theirs.clone(), 2));
        world.store.revise_article(theirs, BasedOn::Version(version)).await.expect("the same again is no change");
        world.store.revise_article(mine, BasedOn::Version(2)).await.expect("made from the newest");

        let new = article("b", Access::Paid);
        world.store.revise_article(new.clone(), BasedOn::New).await.expect("new");
        let taken = ArticleDraft { access: Access::Public, ..new };
        assert!(matches!(world.store.revise_article(taken, BasedOn::New).await, Err(StoreError::ArticleChanged { .. })));
    }

    async fn saving_the_same_article_changes_nothing(db: TestDb) {
        let world = World::new(&db).await;
        let (id, _) = world.story("a", Access::Paid).await;
        let mut seen = world.store.outbox_head().await.expect("a head");
        assert_eq!(world.article("a", Access::Paid).await, id);
        assert_eq!(world.changes(&mut seen).await, []);
        let tagged = ArticleDraft { tags: vec!["rail".to_owned(), "sea".to_owned()], ..article("a", Access::Paid) };
        world.store.save_article(tagged).await.expect("saved");
        assert_eq!(world.changes(&mut seen).await, [Change::Article(id)]);
        let tags: Vec<_> = world.read("de", "a").await.tags.into_iter().map(|tag| tag.name).collect();
        assert_eq!(tags, ["Bahn", "Meer"], "in the order given");
    }

    async fn terms_and_covers_must_exist(db: TestDb) {
        let world = World::new(&db).await;
        let unknown = ArticleDraft { section: Some("sea".to_owned()), ..article("a", Access::Paid) };
        let refused = world.store.save_article(unknown).await;
        assert!(matches!(refused, Err(StoreError::NoTerm { kind: TermKind::Section, .. })), "{refused:?}");
        let unknown = ArticleDraft { cover: Some("0".repeat(32)), ..article("a", Access::Paid) };
        assert!(matches!(world.store.save_article(unknown).await, Err(StoreError::NoPicture(_))));
        assert_eq!(world.store.article_by_key("a").await.expect("read"), None);
    }

    async fn another_access_rule_cuts_anew(db: TestDb) {
        let world = World::new(&db).await;
        let (id, saved) = world.story("a", Access::Public).await;
        let english = world.published(id, "en", &draft("a-en", BODY)).await;
        assert!(!world.read("de", "a").await.has_remainder);
        let mut seen = world.store.outbox_head().await.expect("a head");
        world.article("a", Access::Members).await;
        let changes = world.changes(&mut seen).await;
        assert!(changes.contains(&Change::Article(id)));
        let rendered = changes.iter().filter(|change| matches!(change, Change::Translation { version: Some(1), .. }));
        assert_eq!(rendered.count(), 2, "search must hear of each: {changes:?}");
        for (tag, slug, translation) in [("de", "a", saved.translation), ("en", "a-en", english.translation)] {
            let reading = world.read(tag, slug).await;
            assert!(reading.has_remainder && !reading.teaser_html.contains("secret"));
            assert_eq!(reading.access, Access::Members);
            assert!(world.store.remainder(&world.proof(id), translation, 1).await.expect("read").is_some());
        }
        world.article("a", Access::Public).await;
        assert!(world.read("de", "a").await.teaser_text.contains("secret"));
        assert!(world.store.remainder(&world.proof(id), saved.translation, 1).await.expect("read").is_none());
    }

    async fn a_new_rule_doesnt_publish_what_was_saved_since(db: TestDb) {
        let world = World::new(&db).await;
        let (id, _) = world.story("a", Access::Paid).await;
        world.text(id, "de", &draft("b", "Not yet."), content::BasedOn::Version(1)).await;
        world.article("a", Access::Public).await;
        let reading = world.read("de", "a").await;
        assert!(reading.version == 1 && reading.teaser_text.starts_with("First"));
    }

    async fn a_deleted_article_leaves_nothing(db: TestDb) {
        let world = World::new(&db).await;
        let (id, saved) = world.story("a", Access::Paid).await;
        world.text(id, "de", &draft("b", BODY), content::BasedOn::Version(1)).await;
        world.store.publish(saved.translation, Dates::default()).await.expect("published");
        let mut seen = world.store.outbox_head().await.expect("a head");
        world.store.delete_article(id).await.expect("deleted");
        for slug in ["a", "b"] {
            assert_eq!(world.find("de", slug).await, Found::Nothing);
        }
        assert!(world.store.remainder(&world.proof(id), saved.translation, 2).await.expect("read").is_none());
        assert_eq!(world.store.revisions(saved.translation).await.expect("read"), []);
        let changes = world.changes(&mut seen).await;
        assert!(matches!(changes[..], [Change::Translation { version: None, .. }, Change::Article(_)]), "{changes:?}");
        assert!(matches!(world.store.delete_article(id).await, Err(StoreError::NoArticle(_))));
    }

    async fn pictures_are_shown_with_what_the_text_says_of_them(db: TestDb) {
        let world = World::new(&db).await;
        let (cover, inside) = (picture(1), picture(2));
        world.store.save_media(&cover, "Art: Gazette").await.expect("saved");
        world.store.save_media(&inside, "").await.expect("saved");
        world.store.save_media(&cover, "").await.expect("saved again");
        let with_cover = ArticleDraft { cover: Some(cover.hash.clone()), ..article("a", Access::Public) };
        let id = world.store.save_article(with_cover).await.expect("saved");
        let body = format!("Text.\n\n![Inside](/media/{} \"Caption\")\n\n![Gone](/media/{})", inside.hash, "0".repeat(32));
        let mut text = draft("a", &body);
        (text.cover_alt, text.cover_caption) = ("What it shows".to_owned(), "Under it".to_owned());
        world.published(id, "de", &text).await;
        let reading = world.read("de", "a").await;
        let shown = reading.cover.expect("a cover");
        assert_eq!((shown.hash, shown.width, shown.height), (cover.hash, 40, 20));
        assert_eq!((shown.alt.as_str(), shown.caption.as_str()), ("What it shows", "Under it"));
        assert_eq!(shown.credit, "Art: Gazette", "saving it again without a credit keeps it");
        assert_eq!(reading.teaser_html.matches("<figure").count(), 1, "{}", reading.teaser_html);
    }
}
