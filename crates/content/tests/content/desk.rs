//! What those see and do who write stories.

use content::check::Problem;
use content::store::{Change, Found};
use content::{
    AccessKind, BasedOn, DELETED_KEPT_DAYS, Dates, DeskFilter, Kind, Launched, State, StoreError, Typed,
};
use jiff::SignedDuration;
use kernel::access::{Standing, decide};
use kernel::{Access, Clock, MemberId};
use sea_orm::{ConnectionTrait, Statement};
use test_db::TestDb;

use crate::setup::{BODY, World, article, draft, locale};

/// A member to write as.
async fn member(db: &TestDb, world: &World) -> MemberId {
    let id = MemberId::new(world.clock.now());
    let sql = "INSERT INTO member (id, email, name, languages, created_at) VALUES ($1, $2, '', 'de', 0)";
    let email = format!("{id}@example.org");
    let backend = db.connection().get_database_backend();
    let statement = Statement::from_sql_and_values(backend, sql, [id.as_uuid().into(), email.into()]);
    db.connection().execute_raw(statement).await.expect("a member");
    id
}

impl World {
    async fn keys(&self, filter: &DeskFilter) -> Vec<String> {
        let page = self.store.desk(filter, None, 50, &locale("de")).await.expect("a list");
        assert_eq!(page.total, page.stories.len() as u64);
        page.stories.into_iter().map(|story| story.key).collect()
    }
}

test_db::both! {
    async fn the_list_is_narrowed_and_goes_on(db: TestDb) {
        let world = World::new(&db).await;
        let by = member(&db, &world).await;
        let paid = world.story("paid-one", Access::Paid).await;
        world.pass(1);
        let own = world.store.begin_article(article("own", Access::Public), Some(by)).await.expect("begun");
        world.text(own, "de", &draft("eigener-weg", BODY), BasedOn::New).await;
        world.pass(1);
        world.text(paid.0, "en", &draft("the-paid", BODY), BasedOn::New).await;
        let all = DeskFilter::default();
        assert_eq!(world.keys(&all).await, ["paid-one", "own"], "those last touched first");
        let is = |filter: DeskFilter, keys: &'static [&'static str]| (filter, keys);
        for (filter, keys) in [
            is(DeskFilter { state: Some(State::Draft), ..all.clone() }, &["paid-one", "own"]),
            is(DeskFilter { state: Some(State::Draft), locale: Some(locale("de")), ..all.clone() }, &["own"]),
            is(DeskFilter { locale: Some(locale("en")), ..all.clone() }, &["paid-one"]),
            is(DeskFilter { access: Some(AccessKind::Public), ..all.clone() }, &["own"]),
            is(DeskFilter { access: Some(AccessKind::Plans), ..all.clone() }, &[]),
            is(DeskFilter { words: "EIGENER-".to_owned(), ..all.clone() }, &["own"]),
            is(DeskFilter { words: "title of *PAID".to_owned(), ..all.clone() }, &["paid-one"]),
            is(DeskFilter { words: "100%".to_owned(), ..all.clone() }, &[]),
            is(DeskFilter { section: Some("world".to_owned()), author: Some("desk".to_owned()), ..all.clone() }, &["paid-one", "own"]),
            is(DeskFilter { section: Some("desk".to_owned()), ..all.clone() }, &[]),
            is(DeskFilter { begun_by: Some(by), ..all.clone() }, &["own"]),
            is(DeskFilter { kind: Some(Kind::Page), ..all.clone() }, &[]),
            is(DeskFilter { stale: true, ..all.clone() }, &[]),
        ] {
            assert_eq!(world.keys(&filter).await, keys, "{filter:?}");
        }
        world.text(paid.0, "de", &draft("paid-one", &BODY.replace("Third", "Another")), BasedOn::Version(1)).await;
        assert_eq!(world.keys(&DeskFilter { stale: true, ..all.clone() }).await, ["paid-one"]);
        let first = world.store.desk(&all, None, 1, &locale("de")).await.expect("a page");
        assert_eq!((first.stories.len(), first.total), (1, 2));
        let english = first.stories[0].texts.iter().find(|text| text.locale == locale("en")).expect("English");
        assert!(english.stale && english.state == State::Draft);
        assert_eq!(first.stories[0].section.as_ref().map(|section| section.name.as_str()), Some("Welt"));
        let second = world.store.desk(&all, first.next, 1, &locale("de")).await.expect("a page");
        assert_eq!((second.stories[0].key.as_str(), second.next), ("own", None));
        assert_eq!(second.stories[0].begun_by, Some(by));
    }

    async fn what_is_typed_is_kept_for_each_member(db: TestDb) {
        let world = World::new(&db).await;
        let (article, _) = world.story("a", Access::Paid).await;
        let (one, other) = (member(&db, &world).await, member(&db, &world).await);
        let typed = |body: &str| Typed { body: body.to_owned(), slug: "Not A Slug".to_owned(), ..Typed::default() };
        let german = locale("de");
        for (by, text) in [(one, "One."), (other, "Other."), (one, "One more.")] {
            world.store.keep_working_copy(article, &german, by, 1, &typed(text)).await.expect("kept");
        }
        let copy = async |by| world.store.working_copy(article, &german, by).await.expect("read");
        let kept = copy(one).await.expect("there");
        assert_eq!((kept.typed, kept.based_on, kept.saved_at), (typed("One more."), 1, world.clock.now()));
        assert_eq!(copy(other).await.expect("there").typed.body, "Other.");
        assert!(world.store.working_copy(article, &locale("en"), one).await.expect("read").is_none());
        let standing = world.store.translations(article).await.expect("read");
        assert_eq!(standing[0].version, 1, "no revision was made");
        world.store.drop_working_copy(article, &german, one).await.expect("dropped");
        assert!(copy(one).await.is_none() && copy(other).await.is_some());
    }

    async fn a_deleted_story_is_nowhere_and_comes_back_as_it_was(db: TestDb) {
        let world = World::new(&db).await;
        let (id, saved) = world.story("a", Access::Paid).await;
        let english = world.text(id, "en", &draft("a-en", BODY), BasedOn::New).await;
        let soon = world.clock.now() + SignedDuration::from_hours(1);
        world.store.schedule(english.translation, soon).await.expect("scheduled");
        let french = world.text(id, "fr", &draft("a-fr", BODY), BasedOn::New).await;
        let later = world.clock.now() + SignedDuration::from_hours(100);
        world.store.schedule(french.translation, later).await.expect("scheduled");
        let mut seen = world.store.outbox_head().await.expect("a head");
        world.store.delete_story(id).await.expect("deleted");
        let changes = world.changes(&mut seen).await;
        assert!(changes.contains(&Change::Article(id)));
        assert!(changes.iter().any(|change| matches!(change, Change::Translation { version: None, .. })), "{changes:?}");
        assert_eq!(world.find("de", "a").await, Found::Nothing);
        assert!(world.store.documents_of(&[id]).await.expect("read").is_empty());
        assert!(world.keys(&DeskFilter::default()).await.is_empty());
        assert!(world.store.story(id).await.expect("read").is_none());
        assert!(world.store.article("a").await.expect("read").is_none());
        assert!(world.store.preview(id, &locale("de"), &draft("a", BODY)).await.expect("read").is_none());
        world.pass(2);
        assert_eq!(world.store.publish_due().await.expect("looked"), 0, "its time has come, and nothing happens");
        let refused = world.store.publish(saved.translation, Dates::default()).await;
        assert!(matches!(refused, Err(StoreError::NoArticle(_))), "{refused:?}");
        let again = world.store.save_article(article("a", Access::Public)).await;
        assert!(matches!(again, Err(StoreError::Deleted(_))), "{again:?}");
        let taken = world.store.free_slug(None, &locale("de"), &"a".parse().expect("a slug")).await.expect("read");
        assert_eq!(taken.map(String::from).as_deref(), Some("a-2"), "its addresses stay its own");
        let deleted = world.store.deleted_stories(10).await.expect("read");
        assert_eq!((deleted.len(), deleted[0].title.as_str()), (1, "Title of a"));

        world.store.bring_back(id).await.expect("back");
        assert_eq!(world.read("de", "a").await.version, 1);
        assert!(world.changes(&mut seen).await.iter().any(|change| matches!(change, Change::Translation { version: Some(1), .. })));
        let story = world.store.story(id).await.expect("read").expect("there");
        let state = |tag: &str| story.text(&locale(tag)).expect("there").state;
        assert_eq!([state("de"), state("en"), state("fr")], [State::Published, State::Draft, State::Scheduled]);
        world.store.bring_back(id).await.expect("nothing to do");
        assert_eq!(world.store.remainder(&world.proof(id), saved.translation, 1).await.expect("read").expect("there").text, "Fourth one, secret.\nFifth one, secret.");

        world.store.delete_story(id).await.expect("deleted");
        world.pass(24 * DELETED_KEPT_DAYS - 1);
        assert_eq!(world.store.sweep_deleted().await.expect("swept"), 0);
        world.pass(2);
        assert_eq!(world.store.sweep_deleted().await.expect("swept"), 1);
        assert!(matches!(world.store.bring_back(id).await, Err(StoreError::NoArticle(_))));
    }

    async fn languages_are_published_together(db: TestDb) {
        let world = World::new(&db).await;
        let id = world.article("a", Access::Paid).await;
        let german = world.text(id, "de", &draft("a", BODY), BasedOn::New).await;
        let both = [locale("de"), locale("en")];
        let waits = world.store.wait_for(id, &both).await.expect("waits");
        assert_eq!(waits, Launched::Waits(both.to_vec()));
        let waits = world.store.ready(german.translation, true).await.expect("ready");
        assert_eq!(waits, Launched::Waits(vec![locale("en")]), "there is no English text yet");
        assert_eq!(world.find("de", "a").await, Found::Nothing);
        let english = world.text(id, "en", &draft("a-en", BODY), BasedOn::New).await;
        world.store.ready(german.translation, false).await.expect("not ready");
        let waits = world.store.ready(english.translation, true).await.expect("ready");
        assert_eq!(waits, Launched::Waits(vec![locale("de")]));
        let mut seen = world.store.outbox_head().await.expect("a head");
        let Launched::Published(texts) = world.store.ready(german.translation, true).await.expect("ready") else { panic!("both are ready") };
        assert_eq!(texts.len(), 2);
        let (de, en) = (world.read("de", "a").await, world.read("en", "a-en").await);
        assert_eq!(de.published_at, en.published_at, "at the same moment");
        assert_eq!(world.changes(&mut seen).await.len(), 2);
        let story = world.store.story(id).await.expect("read").expect("there");
        assert!(story.launch.is_empty(), "the launch is over");

        let (other, saved) = world.story("b", Access::Paid).await;
        world.text(other, "en", &draft("b-en", BODY), BasedOn::New).await;
        world.store.wait_for(other, &both).await.expect("waits");
        world.store.ready(saved.translation, true).await.expect("ready");
        let launched = world.store.wait_for(other, &both[..1]).await.expect("one is enough now");
        assert!(matches!(launched, Launched::Published(ref texts) if texts.len() == 1), "{launched:?}");
    }

    async fn a_preview_is_what_publishing_would_show(db: TestDb) {
        let world = World::new(&db).await;
        let (id, saved) = world.story("a", Access::Paid).await;
        let text = draft("a", &BODY.replace("Second", "Better second"));
        let preview = world.store.preview(id, &locale("de"), &text).await.expect("made").expect("there");
        assert!(preview.reading.teaser_text.contains("Better second") && !preview.reading.teaser_text.contains("secret"));
        let standing = Standing::Staff.reach(world.clock.now());
        let proof = decide(id, &Access::Paid, &standing).expect("staff may");
        assert!(preview.remainder(&proof).expect("there").text.contains("Fourth one, secret."));
        let (other, _) = world.story("b", Access::Paid).await;
        let elsewhere = decide(other, &Access::Paid, &standing).expect("staff may");
        assert!(preview.remainder(&elsewhere).is_none(), "a proof is of one story");
        assert_eq!(world.read("de", "a").await.teaser_text, "First one.\nSecond one.\nThird one.", "nothing is kept");
        world.text(id, "de", &text, BasedOn::Version(1)).await;
        world.store.publish(saved.translation, Dates::default()).await.expect("published");
        let live = world.read("de", "a").await;
        assert_eq!((live.teaser_html, live.editions, live.tags), (preview.reading.teaser_html, preview.reading.editions, preview.reading.tags));
    }

    async fn texts_are_checked(db: TestDb) {
        let world = World::new(&db).await;
        let (id, _) = world.story("a", Access::Paid).await;
        let (_, old) = world.story("b", Access::Public).await;
        world.store.save_translation(world.store.article_by_key("b").await.expect("read").expect("there"), &locale("de"), &draft("b-new", BODY), BasedOn::Version(1), None).await.expect("saved");
        world.store.publish(old.translation, Dates::default()).await.expect("published");
        let own = |address: &str| address.strip_prefix("/de/").map(|slug| (locale("de"), slug.to_owned()));
        let check = async |id, text: &content::Draft| {
            let issues = world.store.check(id, &locale("de"), text, own).await.expect("checked").expect("there");
            issues.into_iter().map(|issue| (issue.problem, issue.line, issue.detail)).collect::<Vec<_>>()
        };
        let body = "A [former](/de/b), [gone](/de/c), [other](https://example.org/de/c).[^n] [^x]\n\n![](/media/00)\n\n<!-- paywall -->\n\nRest.\n\n[^n]:\n";
        let found = check(id, &draft("a", body)).await;
        let named = |problem, line, detail: &str| (problem, Some(line), detail.to_owned());
        for expected in [
            named(Problem::BrokenLink, 1, "/de/c"),
            named(Problem::MissingNote, 1, "x"),
            named(Problem::NoAlt, 3, "/media/00"),
            named(Problem::NoPicture, 3, "/media/00"),
            named(Problem::EmptyNote, 9, "n"),
            (Problem::ShortTeaser, None, String::new()),
        ] {
            assert!(found.contains(&expected), "{expected:?} in {found:?}");
        }
        assert_eq!(found.len(), 6, "{found:?}");
        let mut short = draft("a", "Only this.");
        short.description = String::new();
        short.title = "Long ".repeat(30);
        let problems: Vec<_> = check(id, &short).await.into_iter().map(|(problem, ..)| problem).collect();
        assert_eq!(problems, [Problem::AllInTeaser, Problem::LongTitle, Problem::NoDescription]);
        let public = world.article("c", Access::Public).await;
        let problems: Vec<_> = check(public, &draft("c", body)).await.into_iter().map(|(problem, ..)| problem).collect();
        assert!(problems.contains(&Problem::MarkerForNothing), "{problems:?}");
        assert_eq!(check(public, &draft("c", "")).await, [(Problem::NoText, None, String::new())]);
    }
}
