//! The library of pictures, in the database.

use content::media::{Focus, Limits, prepare};
use content::store::Change;
use content::{BasedOn, PictureDraft, PictureFilter, PictureKind, PictureWords, Store, StoreError};
use kernel::Access;

use crate::import::png;
use crate::setup::{World, article, draft, locale};

/// A picture of one shade, uploaded under a name.
async fn uploaded(store: &Store, shade: u8, name: &str) -> String {
    let picture = prepare(&png(shade), Limits::default()).expect("a picture");
    store.save_upload(&picture, name).await.expect("saved");
    picture.hash
}

fn words(tag: &str, alt: &str) -> PictureWords {
    PictureWords { locale: locale(tag), alt: alt.to_owned(), caption: String::new() }
}

async fn listed(store: &Store, filter: PictureFilter) -> Vec<String> {
    let found = store.pictures(&filter, 0, 50).await.expect("a list");
    found.into_iter().map(|picture| picture.name).collect()
}

fn text(text: &str) -> PictureFilter {
    PictureFilter { text: text.to_owned(), ..PictureFilter::default() }
}

test_db::both! {
    async fn pictures_are_found_by_name_words_and_use(db: TestDb) {
        let world = World::new(&db).await;
        let store = &world.store;
        let boat = uploaded(store, 1, "Boat_1.jpg").await;
        world.pass(1);
        let train = uploaded(store, 2, "train.png").await;
        world.pass(1);
        uploaded(store, 3, "100%.png").await;
        let described = PictureDraft { credit: "Ada".to_owned(), focus: Focus::default(), words: vec![words("de", "Ein Nachtzug")] };
        store.save_picture(&train, 1, &described).await.expect("saved");

        assert_eq!(listed(store, PictureFilter::default()).await, ["100%.png", "train.png", "Boat_1.jpg"], "newest first");
        assert_eq!(listed(store, text("boat_")).await, ["Boat_1.jpg"], "whatever the case");
        assert_eq!(listed(store, text("%")).await, ["100%.png"], "signs are only signs");
        assert_eq!(listed(store, text("nachtzug")).await, ["train.png"]);
        assert_eq!(listed(store, text("ada")).await, ["train.png"]);

        let cover = content::ArticleDraft { cover: Some(boat.clone()), ..article("sea", Access::Public) };
        let sea = store.save_article(cover).await.expect("saved");
        let used = |used| PictureFilter { used: Some(used), ..PictureFilter::default() };
        assert_eq!(listed(store, used(true)).await, ["Boat_1.jpg"]);
        let saved = world.text(sea, "de", &draft("meer", &format!("Text.\n\n![]({})", format_args!("/media/{train}"))), BasedOn::New).await;
        assert_eq!(listed(store, used(true)).await, ["train.png", "Boat_1.jpg"]);
        assert_eq!(listed(store, used(false)).await, ["100%.png"]);
        assert_eq!(listed(store, PictureFilter { kind: Some(PictureKind::Transparent), ..used(true) }).await, Vec::<String>::new());

        let uses = store.picture(&train).await.expect("read").expect("there").uses;
        assert_eq!(uses.iter().map(|used| (used.title.as_str(), used.cover)).collect::<Vec<_>>(), [("Title of *meer*", false)]);
        let uses = store.picture(&boat).await.expect("read").expect("there").uses;
        assert_eq!(uses.iter().map(|used| (used.article, used.cover)).collect::<Vec<_>>(), [(sea, true)]);
        // What only an old revision shows isn't shown.
        world.text(sea, "de", &draft("meer", "Text."), BasedOn::Version(saved.version)).await;
        assert!(store.picture(&train).await.expect("read").expect("there").uses.is_empty());
    }

    async fn what_is_said_of_a_picture_is_versioned_and_told(db: TestDb) {
        let world = World::new(&db).await;
        let store = &world.store;
        let hash = uploaded(store, 1, "boat.jpg").await;
        let cover = content::ArticleDraft { cover: Some(hash.clone()), ..article("sea", Access::Public) };
        let sea = store.save_article(cover).await.expect("saved");
        world.published(sea, "de", &draft("meer", "Text.")).await;
        let mut seen = store.outbox_head().await.expect("a head");
        let draft = |x, alt| PictureDraft { credit: "Ada".to_owned(), focus: Focus::new(x, 20).expect("a point"), words: vec![words("de", alt)] };
        store.save_picture(&hash, 1, &draft(30, "Boot")).await.expect("saved");
        assert_eq!(world.changes(&mut seen).await, [Change::Article(sea)], "pages show its credit");
        store.save_picture(&hash, 2, &draft(30, "Ein Boot")).await.expect("saved");
        assert_eq!(world.changes(&mut seen).await, [], "words are only a start");
        assert!(matches!(store.save_picture(&hash, 1, &draft(1, "zu spät")).await, Err(StoreError::PictureChanged(_))));
        let facts = store.picture(&hash).await.expect("read").expect("there");
        assert_eq!((facts.version, facts.words[0].alt.as_str()), (3, "Ein Boot"));
        let cover = world.read("de", "meer").await.cover.expect("a cover");
        assert_eq!((cover.focus, cover.credit.as_str()), (Focus::new(30, 20).expect("a point"), "Ada"));
    }

    async fn a_replaced_picture_is_replaced_everywhere(db: TestDb) {
        let world = World::new(&db).await;
        let store = &world.store;
        let (old, new) = (uploaded(store, 1, "old.jpg").await, uploaded(store, 2, "new.jpg").await);
        let said = PictureDraft { credit: "Ada".to_owned(), focus: Focus::default(), words: vec![words("de", "Boot")] };
        store.save_picture(&old, 1, &said).await.expect("saved");
        let cover = content::ArticleDraft { cover: Some(old.clone()), ..article("sea", Access::Paid) };
        let sea = store.save_article(cover).await.expect("saved");
        let body = format!("One.\n\n![Boat](/media/{old})\n\nThree.\n\nFour.\n\n![Again](/media/{old} \"Caption\")");
        world.published(sea, "de", &draft("meer", &body)).await;
        let unwritten = world.text(sea, "en", &draft("sea", &body), BasedOn::New).await;

        store.replace_picture(&old, &new).await.expect("replaced");
        let reading = world.read("de", "meer").await;
        assert_eq!(reading.cover.expect("a cover").hash, new);
        assert!(reading.teaser_html.contains(&new) && !reading.teaser_html.contains(&old), "{}", reading.teaser_html);
        let rest = store.remainder(&world.proof(sea), reading.translation, reading.version).await.expect("read").expect("a rest");
        assert!(rest.html.contains(&new) && !rest.html.contains(&old), "{}", rest.html);
        let kept = store.revision(unwritten.translation, 1).await.expect("read").expect("there");
        assert!(kept.draft.body.contains(&old), "revisions never change");
        store.publish(unwritten.translation, content::Dates::default()).await.expect("published");
        assert!(world.read("en", "sea").await.teaser_html.contains(&new));

        assert_eq!(store.picture(&old).await.expect("read"), None, "it left the library");
        let facts = store.picture(&new).await.expect("read").expect("there");
        assert_eq!((facts.entry.credit.as_str(), facts.words.len(), facts.uses.len()), ("Ada", 1, 3));
        assert!(facts.entry.used);
        assert_eq!(store.stored_picture(&old).await.expect("read").expect("known").replaced_by.as_deref(), Some(&*new));
        assert!(matches!(store.delete_picture(&new).await, Err(StoreError::PictureUsed(_))));
        // Replaced once more, the first leads to the last.
        let last = uploaded(store, 3, "last.jpg").await;
        store.replace_picture(&new, &last).await.expect("replaced");
        assert_eq!(store.stored_picture(&old).await.expect("read").expect("known").replaced_by, Some(last));
        // And back: nothing leads in a circle.
        store.replace_picture(&uploaded(store, 3, "").await, &uploaded(store, 1, "").await).await.expect("replaced");
        assert_eq!(world.read("de", "meer").await.cover.expect("a cover").hash, old);
        assert_eq!(store.stored_picture(&old).await.expect("read").expect("known").replaced_by, None);
    }

    async fn only_what_is_not_shown_is_deleted(db: TestDb) {
        let world = World::new(&db).await;
        let store = &world.store;
        let (first, second) = (uploaded(store, 1, "a").await, uploaded(store, 2, "b").await);
        let sea = world.article("sea", Access::Public).await;
        let saved = world.published(sea, "de", &draft("meer", &format!("![Boat](/media/{first})"))).await;
        assert!(matches!(store.delete_picture(&first).await, Err(StoreError::PictureUsed(_))));
        // A newer draft doesn't show it, but readers see it still.
        world.text(sea, "de", &draft("meer", "Text."), BasedOn::Version(saved.version)).await;
        assert!(matches!(store.delete_picture(&first).await, Err(StoreError::PictureUsed(_))));
        store.publish(saved.translation, content::Dates::default()).await.expect("published");
        assert_eq!(store.delete_picture(&first).await.expect("deleted"), vec![first.clone()]);
        assert!(matches!(store.delete_picture(&first).await, Err(StoreError::NoPicture(_))));
        assert_eq!(store.variants_due(9).await.expect("read").into_iter().map(|due| due.0).collect::<Vec<_>>(), vec![second.clone()]);
        store.variants_made(&second).await.expect("noted");
        assert!(store.variants_due(9).await.expect("read").is_empty());
    }
}
