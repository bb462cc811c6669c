//! Stories by name, and the rules they have been under.

use content::{ArticleDraft, BasedOn, Draft};
use jiff::SignedDuration;
use kernel::{Access, ArticleId};

use crate::setup::{BODY, World, article, at, beginning, draft, locale};

test_db::both! {
    async fn a_story_remembers_its_rules(db: TestDb) {
        let world = World::new(&db).await;
        let (id, _) = world.story("a", Access::Paid).await;
        for access in [Access::Public, "plans:gold".parse().expect("a rule")] {
            world.pass(1);
            world.store.save_article(article("a", access)).await.expect("saved");
        }
        let tagged = ArticleDraft { tags: vec![], ..article("a", "plans:gold".parse().expect("a rule")) };
        world.pass(1);
        world.store.save_article(tagged).await.expect("saved");
        let hour = SignedDuration::from_hours(1);
        let rule = async |after: f64| {
            let moment = beginning() + SignedDuration::from_secs_f64(after * 3600.0);
            world.store.access_at(id, moment).await.expect("read").map(|access| access.to_string())
        };
        assert_eq!(rule(-0.1).await, None, "it wasn't here yet");
        for (after, expected) in [(0.0, "paid"), (0.9, "paid"), (1.0, "public"), (1.5, "public"), (2.0, "plans:gold"), (99.0, "plans:gold")] {
            assert_eq!(rule(after).await.as_deref(), Some(expected), "after {after} hours");
        }
        let nowhere = ArticleId::new(beginning() + hour);
        assert_eq!(world.store.access_at(nowhere, at("2030-01-01T00:00:00Z")).await.expect("read"), None);
        world.store.delete_article(id).await.expect("deleted");
        assert_eq!(rule(99.0).await, None, "its history goes with it");
    }

    async fn stories_are_found_by_any_of_their_slugs(db: TestDb) {
        let world = World::new(&db).await;
        let (a, saved) = world.story("a", Access::Paid).await;
        world.pass(1);
        world.published(a, "en", &draft("an-english-slug", BODY)).await;
        let (b, _) = world.story("an-english-slug", Access::Public).await;
        let draft_only = world.article("hidden", Access::Public).await;
        world.text(draft_only, "de", &draft("hidden", BODY), BasedOn::New).await;
        let moved = Draft { slug: "new".parse().expect("a slug"), ..draft("a", BODY) };
        world.text(a, "de", &moved, BasedOn::Version(saved.version)).await;
        world.store.publish(saved.translation, content::Dates::default()).await.expect("published");

        let find = async |tag: Option<&str>, slug: &str| {
            world.store.story_named(tag.map(locale).as_ref(), slug).await.expect("read")
        };
        assert_eq!(find(None, "new").await, Some(a));
        assert_eq!(find(Some("de"), "a").await, Some(a), "by its former slug");
        assert_eq!(find(Some("fr"), "new").await, None);
        assert_eq!(find(Some("en"), "an-english-slug").await, Some(a));
        assert_eq!(find(None, "an-english-slug").await, Some(b), "in the site's first language");
        assert_eq!(find(None, "hidden").await, None, "what isn't published has no name");

        let headings = world.store.headings(&[b, a, draft_only], &locale("en")).await.expect("read");
        let shown: Vec<_> = headings.iter().map(|heading| (heading.article, heading.locale.as_str(), heading.slug.as_str())).collect();
        assert_eq!(shown, [(b, "de", "an-english-slug"), (a, "en", "an-english-slug")]);
        assert_eq!(headings[1].first_published_at, beginning());
        assert!(world.store.headings(&[], &locale("en")).await.expect("read").is_empty());
    }
}
