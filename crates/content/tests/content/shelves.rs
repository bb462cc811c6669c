//! Lists of stories.

use std::collections::HashMap;

use content::store::Shelf;
use content::{ArticleDraft, BasedOn, Card, Dates, Kind, TermKind};
use kernel::Access;

use crate::setup::{BODY, World, article, at, draft, locale};

fn slugs(cards: &[Card]) -> Vec<&str> {
    cards.iter().map(|card| card.slug.as_str()).collect()
}

/// Seven German stories, an hour apart, `s0` the oldest; a page; and one English story.
async fn seven(world: &World) {
    for number in 0..7 {
        let tags = match number % 3 {
            0 => vec!["sea".to_owned(), "rail".to_owned()],
            1 => vec!["rail".to_owned()],
            _ => vec!["books".to_owned()],
        };
        let section = if number < 4 { "world" } else { "science" };
        let story = ArticleDraft {
            tags,
            section: Some(section.to_owned()),
            ..article(&format!("s{number}"), Access::Paid)
        };
        let id = world.store.save_article(story).await.expect("saved");
        world.published(id, "de", &draft(&format!("s{number}"), BODY)).await;
        if number == 2 {
            world.published(id, "en", &draft("two", BODY)).await;
        }
        world.pass(1);
    }
    let page = ArticleDraft { kind: Kind::Page, section: None, ..article("about", Access::Public) };
    let id = world.store.save_article(page).await.expect("saved");
    world.published(id, "de", &draft("about", BODY)).await;
}

test_db::both! {
    async fn teasers_are_the_visible_halves_of_what_is_published(db: TestDb) {
        let world = World::new(&db).await;
        let (id, german) = world.story("a", Access::Paid).await;
        let hidden = world.text(id, "en", &draft("a-en", BODY), BasedOn::New).await;
        let teasers = world.store.teasers(&[german.translation, hidden.translation]).await.expect("read");
        let blocks = ["First one.", "Second one.", "Third one."].map(str::to_owned).to_vec();
        assert_eq!(teasers, HashMap::from([(german.translation, blocks)]));
        assert!(world.store.teasers(&[]).await.expect("read").is_empty());
    }

    async fn shelves_are_paged_newest_first(db: TestDb) {
        let world = World::new(&db).await;
        seven(&world).await;
        let page = async |offset| world.store.shelf(&locale("de"), Shelf::All, offset, 3).await.expect("a page");
        assert_eq!((slugs(&page(0).await.cards), page(0).await.total), (vec!["s6", "s5", "s4"], 7));
        assert_eq!(slugs(&page(6).await.cards), ["s0"]);
        assert_eq!((slugs(&page(7).await.cards).len(), page(7).await.total), (0, 7));
        let card = &page(0).await.cards[0];
        assert_eq!(card.section.as_ref().map(|section| section.name.as_str()), Some("Wissen"));
        assert_eq!((card.authors.len(), card.minutes, &card.access), (1, 1, &Access::Paid));
        let english = world.store.shelf(&locale("en"), Shelf::All, 0, 3).await.expect("a page");
        assert_eq!(slugs(&english.cards), ["two"]);
    }

    async fn stories_of_the_same_moment_are_paged_without_loss(db: TestDb) {
        let world = World::new(&db).await;
        for key in ["a", "b", "c", "d", "e"] {
            world.story(key, Access::Paid).await;
        }
        let mut found = Vec::new();
        for offset in 0..5 {
            let page = world.store.shelf(&locale("de"), Shelf::All, offset, 1).await.expect("a page");
            found.extend(page.cards.into_iter().map(|card| card.slug));
        }
        found.sort();
        assert_eq!(found, ["a", "b", "c", "d", "e"]);
    }

    async fn shelves_of_terms_and_months(db: TestDb) {
        let world = World::new(&db).await;
        seven(&world).await;
        let tag = world.store.term_by_slug(TermKind::Tag, &locale("de"), "meer").await.expect("read").expect("there");
        let sea = world.store.shelf(&locale("de"), Shelf::Term(tag.id), 0, 10).await.expect("a page");
        assert_eq!((slugs(&sea.cards), sea.total), (vec!["s6", "s3", "s0"], 3));
        let month = Shelf::Month { from: at("2026-01-01T13:00:00Z"), to: at("2026-01-01T15:00:00Z") };
        let month = world.store.shelf(&locale("de"), month, 0, 10).await.expect("a page");
        assert_eq!((slugs(&month.cards), month.total), (vec!["s2", "s1"], 2));
        let times = world.store.published_times(&locale("de")).await.expect("times");
        assert_eq!((times.len(), times[0]), (7, at("2026-01-01T18:00:00Z")));
    }

    async fn the_front_page_has_the_newest_of_each_section(db: TestDb) {
        let world = World::new(&db).await;
        seven(&world).await;
        let sections = world.store.by_section(&locale("de"), 2).await.expect("sections");
        let found: Vec<_> = sections.iter().map(|(term, cards)| (term.key.as_str(), slugs(cards))).collect();
        assert_eq!(found, [("world", vec!["s3", "s2"]), ("science", vec!["s6", "s5"])]);
        assert_eq!(world.store.by_section(&locale("fr"), 2).await.expect("sections"), []);
    }

    async fn related_stories_share_tags_or_else_the_section_or_else_the_language(db: TestDb) {
        let world = World::new(&db).await;
        seven(&world).await;
        let reading = world.read("de", "s0").await;
        let related = world.store.related(&reading, 10).await.expect("related");
        assert_eq!(slugs(&related), ["s6", "s3", "s4", "s1", "s2", "s5"], "two tags, one tag, the section, the rest");
        assert_eq!(slugs(&world.store.related(&reading, 3).await.expect("related")), ["s6", "s3", "s4"]);
        assert_eq!(world.store.related(&world.read("en", "two").await, 3).await.expect("related"), []);
    }

    async fn neighbours_are_the_next_by_date(db: TestDb) {
        let world = World::new(&db).await;
        seven(&world).await;
        let of = async |slug: &str| {
            let neighbours = world.store.neighbours(&world.read("de", slug).await).await.expect("neighbours");
            (neighbours.newer.map(|card| card.slug), neighbours.older.map(|card| card.slug))
        };
        assert_eq!(of("s3").await, (Some("s4".to_owned()), Some("s2".to_owned())));
        assert_eq!(of("s0").await, (Some("s1".to_owned()), None));
        assert_eq!(of("s6").await, (None, Some("s5".to_owned())));
        assert_eq!(of("about").await, (None, None));
    }

    async fn pages_are_in_no_list_and_have_no_date(db: TestDb) {
        let world = World::new(&db).await;
        seven(&world).await;
        let pages = world.store.pages(&locale("de")).await.expect("pages");
        assert_eq!((slugs(&pages), pages[0].published_at), (vec!["about"], None));
        assert_eq!(world.read("de", "about").await.published_at, None);
    }

    async fn addresses_are_those_of_all_languages_last_changed_first(db: TestDb) {
        let world = World::new(&db).await;
        seven(&world).await;
        let two = world.read("en", "two").await;
        let dates = Dates { published_at: None, updated_at: Some(at("2026-02-01T00:00:00Z")) };
        world.store.publish(two.translation, dates).await.expect("published");
        let addresses = world.store.addresses().await.expect("addresses");
        assert_eq!(addresses.len(), 8);
        let slugs: Vec<_> = addresses[0].editions.iter().map(|(locale, slug)| (locale.as_str(), slug.as_str())).collect();
        assert_eq!(slugs, [("de", "s2"), ("en", "two")]);
        assert_eq!(addresses[0].changed_at, at("2026-02-01T00:00:00Z"));
    }

    async fn cards_are_found_by_id_while_published(db: TestDb) {
        let world = World::new(&db).await;
        let (_, shown) = world.story("a", Access::Paid).await;
        let (_, gone) = world.story("b", Access::Paid).await;
        world.store.withdraw(gone.translation).await.expect("withdrawn");
        let cards = world.store.cards(&[gone.translation, shown.translation]).await.expect("cards");
        assert_eq!(slugs(&cards), ["a"]);
        assert_eq!(world.store.cards(&[]).await.expect("none"), []);
    }

    async fn documents_hold_both_halves_and_come_in_pages(db: TestDb) {
        let world = World::new(&db).await;
        seven(&world).await;
        let mut found = Vec::new();
        loop {
            let after = found.last().map(|document: &content::Document| document.translation);
            let page = world.store.documents(after, 3).await.expect("a page");
            if page.is_empty() {
                break;
            }
            found.extend(page);
        }
        assert_eq!(found.len(), 9);
        let two = world.read("en", "two").await;
        let documents = world.store.documents_of(&[two.article]).await.expect("read");
        assert_eq!(documents.len(), 2);
        let document = documents.iter().find(|document| document.translation == two.translation).expect("there");
        assert!(document.remainder.contains("secret") && !document.teaser.contains("secret"));
        let names: Vec<_> = document.terms.iter().map(|term| term.name.as_str()).collect();
        assert_eq!(names, ["World", "Bücher", "Desk"]);
    }
}
