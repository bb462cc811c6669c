//! What stands at an address.

use content::store::Found;
use content::{ArticleDraft, BasedOn, Dates, Kind};
use kernel::Access;

use crate::setup::{BODY, World, article, draft, locale};

test_db::both! {
    async fn a_reading_says_everything_about_a_text(db: TestDb) {
        let world = World::new(&db).await;
        let (id, saved) = world.story("a", Access::Paid).await;
        let reading = world.read("de", "a").await;
        assert_eq!((reading.article, reading.translation, reading.version), (id, saved.translation, 1));
        assert_eq!((reading.kind, &reading.access), (Kind::Story, &Access::Paid));
        assert_eq!((reading.title.as_str(), reading.title_html.as_str()), ("Title of a", "Title of <em>a</em>"));
        assert_eq!(reading.words, 12);
        let section = reading.section.expect("a section");
        assert_eq!((section.name.as_str(), section.slug.as_deref()), ("Welt", Some("welt")));
        assert_eq!(reading.authors.len(), 1);
        assert_eq!(reading.editions.len(), 1);
        assert_eq!(reading.staleness, None);
    }

    async fn editions_come_in_the_sites_order(db: TestDb) {
        let world = World::new(&db).await;
        let id = world.article("a", Access::Paid).await;
        for tag in ["fr", "uk", "en", "de"] {
            world.published(id, tag, &draft(&format!("a-{tag}"), BODY)).await;
        }
        let editions = |reading: content::Reading| {
            reading.editions.into_iter().map(|edition| edition.locale.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(editions(world.read("en", "a-en").await), ["de", "en", "fr"], "Ukrainian isn't offered");
        assert_eq!(editions(world.read("uk", "a-uk").await), ["de", "en", "fr", "uk"]);
    }

    async fn terms_without_a_name_in_the_language_have_no_address(db: TestDb) {
        let world = World::new(&db).await;
        let tagged = ArticleDraft { tags: vec!["books".to_owned()], ..article("a", Access::Paid) };
        let id = world.store.save_article(tagged).await.expect("saved");
        world.published(id, "en", &draft("a", BODY)).await;
        let tag = world.read("en", "a").await.tags.pop().expect("a tag");
        assert_eq!((tag.name.as_str(), tag.slug, tag.locale), ("Bücher", None, locale("de")));
    }

    async fn a_former_address_leads_to_the_present_one(db: TestDb) {
        let world = World::new(&db).await;
        let (id, saved) = world.story("a", Access::Paid).await;
        for (version, slug) in [(1, "b"), (2, "c")] {
            world.text(id, "de", &draft(slug, BODY), BasedOn::Version(version)).await;
            world.store.publish(saved.translation, Dates::default()).await.expect("published");
        }
        for slug in ["a", "b"] {
            assert_eq!(world.find("de", slug).await, Found::Moved { slug: "c".to_owned() });
        }
        world.text(id, "de", &draft("a", BODY), BasedOn::Version(3)).await;
        world.store.publish(saved.translation, Dates::default()).await.expect("published");
        assert_eq!(world.read("de", "a").await.version, 4, "an address that is live leads nowhere else");
        assert_eq!(world.find("de", "c").await, Found::Moved { slug: "a".to_owned() });
        world.store.withdraw(saved.translation).await.expect("withdrawn");
        assert_eq!(world.find("de", "c").await, Found::Withdrawn);
    }

    async fn a_new_text_can_take_a_former_address(db: TestDb) {
        let world = World::new(&db).await;
        let (id, saved) = world.story("a", Access::Paid).await;
        world.text(id, "de", &draft("b", BODY), BasedOn::Version(1)).await;
        world.store.publish(saved.translation, Dates::default()).await.expect("published");
        let other = world.article("other", Access::Paid).await;
        world.text(other, "de", &draft("a", "Other."), BasedOn::New).await;
        assert_eq!(world.find("de", "a").await, Found::Moved { slug: "b".to_owned() }, "a draft takes nothing away");
        let drafted = world.store.translations(other).await.expect("read")[0].translation;
        world.store.publish(drafted, Dates::default()).await.expect("published");
        assert_eq!(world.read("de", "a").await.article, other);
    }

    async fn a_story_in_another_language_is_offered(db: TestDb) {
        let world = World::new(&db).await;
        let (id, _) = world.story("a", Access::Paid).await;
        world.published(id, "en", &draft("a-en", BODY)).await;
        let Found::Elsewhere { article, editions } = world.find("fr", "a-en").await else { panic!("not elsewhere") };
        let tags: Vec<_> = editions.iter().map(|edition| edition.locale.as_str()).collect();
        assert_eq!((article, tags.as_slice()), (id, ["de", "en"].as_slice()));
        let Found::Elsewhere { editions, .. } = world.find("en", "a").await else { panic!("not elsewhere") };
        assert!(editions.iter().any(|edition| edition.locale == locale("en") && edition.slug == "a-en"));
        assert_eq!(world.find("fr", "b").await, Found::Nothing);
    }

    async fn unpublished_texts_are_nothing(db: TestDb) {
        let world = World::new(&db).await;
        let id = world.article("a", Access::Paid).await;
        world.text(id, "de", &draft("a", BODY), BasedOn::New).await;
        for tag in ["de", "en"] {
            assert_eq!(world.find(tag, "a").await, Found::Nothing);
        }
    }

    async fn a_translation_is_stale_when_its_source_moves_on(db: TestDb) {
        let world = World::new(&db).await;
        let (id, source) = world.story("a", Access::Paid).await;
        let english = world.published(id, "en", &draft("a-en", BODY)).await;
        assert_eq!(world.read("en", "a-en").await.staleness, None);

        let edited = BODY.replace("Second one.", "Second one, corrected.\n\nA new one altogether, put in between.")
            .replace("\n\nFifth one, secret.", "");
        world.text(id, "de", &draft("a", &edited), BasedOn::Version(1)).await;
        assert_eq!(world.read("en", "a-en").await.staleness, None, "readers don't see it yet");
        world.store.publish(source.translation, Dates::default()).await.expect("published");
        let stale = world.read("en", "a-en").await.staleness.expect("stale");
        assert_eq!((stale.changed.len(), stale.added.len(), stale.removed), (1, 1, 1));
        assert_eq!(stale.source.slug, "a");
        assert_eq!(stale.visible, [stale.changed.clone(), stale.added.clone()].concat(), "both stand before the cut");
        let german = world.read("de", "a").await;
        assert!(german.teaser_html.contains(&format!("id=\"{}\"", stale.changed[0])), "an anchor of the source");
        assert_eq!(german.staleness, None);

        let mut text = draft("a-en", BODY);
        text.made_from = Some(2);
        world.text(id, "en", &text, BasedOn::Version(1)).await;
        world.store.publish(english.translation, Dates::default()).await.expect("published");
        assert_eq!(world.read("en", "a-en").await.staleness, None, "brought up to date");
    }

    async fn the_same_paragraph_has_the_same_anchor_in_every_language(db: TestDb) {
        let world = World::new(&db).await;
        let (id, _) = world.story("a", Access::Paid).await;
        world.published(id, "en", &draft("a-en", BODY)).await;
        let anchors = |html: &str| {
            html.split("id=\"").skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect::<Vec<_>>()
        };
        let german = anchors(&world.read("de", "a").await.teaser_html);
        assert_eq!((german.len(), &german), (3, &anchors(&world.read("en", "a-en").await.teaser_html)));
    }
}
