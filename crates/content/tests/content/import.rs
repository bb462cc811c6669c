//! Importing folders of Markdown.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use content::import::{Importer, Mode, Progress, Report};
use content::media::{Focus, MediaStore, Variant};
use content::store::{Found, Shelf};
use content::{Reading, State, Store};
use kernel::{Access, ManualClock};
use tempfile::TempDir;
use test_db::TestDb;

use crate::setup::{at, locale};

pub(crate) const SITE: &str = "\
default_locale = \"de\"
time_zone = \"Europe/Berlin\"
contact = \"service@example.org\"

[[locale]]
tag = \"de\"
name = \"Der Meridian\"
tagline = \"Eine Zeitung\"

[[locale]]
tag = \"en\"
name = \"The Meridian\"

[[section]]
key = \"world\"
[section.names]
de = { name = \"Welt\", slug = \"welt\", description = \"Draußen\" }
en = { name = \"World\", slug = \"world\" }

[[tag]]
key = \"sea\"
[tag.names]
de = { name = \"Meer\", slug = \"meer\" }

[[author]]
key = \"desk\"
[author.names]
de = { name = \"Redaktion\", slug = \"redaktion\" }
";

pub(crate) const ARTICLE: &str =
    "access = \"paid\"\nsource = \"de\"\nsection = \"world\"\ntags = [\"sea\"]\nauthors = [\"desk\"]\n";

pub(crate) const BODY: &str = "Der erste Absatz steht hier.\n\nDer zweite Absatz steht hier.\n\n\
    Der dritte Absatz steht hier.\n\nDer vierte Absatz ist geheim.";

/// A folder to import, and where it goes.
pub(crate) struct Desk {
    pub(crate) dir: TempDir,
    pub(crate) store: Store,
    pub(crate) clock: std::sync::Arc<ManualClock>,
    pub(crate) media: MediaStore,
    media_dir: TempDir,
}

impl Desk {
    /// With the settings of [`SITE`], at noon on 1 January 2026.
    pub(crate) fn new(db: &TestDb) -> Self {
        let clock = ManualClock::at(at("2026-01-01T12:00:00Z"));
        let store = Store::new(db.connection().clone(), clock.clone());
        let (dir, media_dir) =
            (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let media = MediaStore::open(media_dir.path()).expect("a media folder");
        let desk = Self { dir, store, clock, media, media_dir };
        desk.put("site.toml", SITE);
        desk
    }

    pub(crate) fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("written");
    }

    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.dir.path().join(name)).expect("removed");
    }

    /// An article of one German text, published on New Year's Eve.
    pub(crate) fn article(&self, key: &str) {
        self.put(&format!("{key}/article.toml"), ARTICLE);
        self.put(&format!("{key}/de.md"), text(key, "published_at = 2025-12-31T06:00:00", BODY));
    }

    pub(crate) async fn import_as(&self, mode: Mode) -> Report {
        let importer = Importer::new(self.store.clone(), self.media.clone());
        importer.run(self.dir.path(), mode, &|_| {}).await.expect("imported")
    }

    pub(crate) async fn import(&self) -> Report {
        self.import_as(Mode::Write).await
    }

    /// Imports what must be without errors: created, updated, unchanged.
    pub(crate) async fn import_well(&self) -> (u64, u64, u64) {
        let report = self.import().await;
        assert_eq!(report.errors, []);
        (report.created, report.updated, report.unchanged)
    }

    /// Errors as they are told, without the folder's own path.
    pub(crate) async fn errors(&self) -> Vec<String> {
        let dir = format!("{}/", self.dir.path().display());
        self.import().await.errors.iter().map(|error| error.to_string().replace(&dir, "")).collect()
    }

    pub(crate) async fn read(&self, tag: &str, slug: &str) -> Reading {
        match self.store.find(&locale(tag), slug).await.expect("found") {
            Found::Text(reading) => *reading,
            other => panic!("/{tag}/{slug} is {other:?}"),
        }
    }

    pub(crate) async fn find(&self, tag: &str, slug: &str) -> Found {
        self.store.find(&locale(tag), slug).await.expect("an answer")
    }

    fn pictures_kept(&self) -> usize {
        fn files(folder: &Path) -> Vec<PathBuf> {
            let entries =
                fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
            entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
        }
        files(self.media_dir.path()).len()
    }
}

pub(crate) fn text(slug: &str, lines: &str, body: &str) -> String {
    format!("+++\ntitle = \"Titel von *{slug}*\"\nslug = \"{slug}\"\n{lines}\n+++\n\n{body}\n")
}

pub(crate) fn png(shade: u8) -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    let image = image::RgbImage::from_pixel(600, 300, image::Rgb([shade, 0, 0]));
    image.write_to(&mut png, image::ImageFormat::Png).expect("encoded");
    png.into_inner()
}

test_db::both! {
    async fn a_folder_becomes_a_publication(db: TestDb) {
        let desk = Desk::new(&db);
        desk.put("plans.toml", "[[plan]]\nkey = \"standard\"");
        desk.put("notes/idea.txt", "not an article");
        desk.put("sea/article.toml", format!("{ARTICLE}cover = \"cover.png\"\ncover_credit = \"Art: Gazette\"\n"));
        desk.put("sea/cover.png", png(1));
        desk.put("sea/harbour.png", png(2));
        let body = "Eins.\n\n![Hafen](harbour.png \"Der Hafen\")\n\nZwei.\n\nDrei.\n\nVier, geheim.";
        let lines = "published_at = 2025-12-31T06:00:00\nupdated_at = 2026-01-01T06:00:00Z\nseo_title = \"Kurz\"\n\
            standfirst = \"Darunter\"\ndescription = \"Beschreibung\"\ncover_alt = \"Ein Schiff\"\ncover_caption = \"Bildzeile\"";
        desk.put("sea/de.md", text("meer", lines, body));
        desk.put("sea/en.md", text("sea", "published_at = 2025-12-31T07:00:00+01:00", BODY));
        assert_eq!(desk.import_well().await, (1, 0, 0));

        let site = desk.store.site().await.expect("settings");
        assert_eq!((site.locales.len(), site.time_zone.iana_name()), (2, Some("Europe/Berlin")));
        let reading = desk.read("de", "meer").await;
        assert_eq!((reading.title.as_str(), reading.seo_title.as_deref()), ("Titel von meer", Some("Kurz")));
        assert_eq!((reading.standfirst.as_str(), reading.description.as_str()), ("Darunter", "Beschreibung"));
        assert_eq!(reading.published_at, Some(at("2025-12-31T05:00:00Z")), "in the site's time zone");
        assert_eq!(reading.updated_at, Some(at("2026-01-01T06:00:00Z")));
        assert_eq!((&reading.access, reading.has_remainder), (&Access::Paid, true));
        assert_eq!((reading.tags.len(), reading.authors.len(), reading.editions.len()), (1, 1, 2));
        let cover = reading.cover.as_ref().expect("a cover");
        assert_eq!((cover.width, cover.alt.as_str(), cover.credit.as_str()), (600, "Ein Schiff", "Art: Gazette"));
        assert!(reading.teaser_html.contains("<figure"), "{}", reading.teaser_html);
        assert!(reading.teaser_html.contains("<figcaption>Der Hafen</figcaption>"));
        desk.media.variant(&cover.hash, Variant::Jpeg(480), Focus::default()).await.expect("the cover's bytes");
        assert_eq!(desk.read("en", "sea").await.staleness, None);
    }

    async fn importing_twice_changes_nothing(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        desk.article("b");
        desk.put("b/article.toml", format!("{ARTICLE}cover = \"cover.png\"\n"));
        desk.put("b/cover.png", png(1));
        desk.put("b/en.r1.md", text("b-en", "made_from = 1", "Old."));
        desk.put("b/en.md", text("b-en", "state = \"published\"", "One.\n\n![x](cover.png)"));
        desk.put("c/article.toml", "kind = \"page\"\naccess = \"public\"\nsource = \"de\"\n");
        desk.put("c/de.md", text("c", "state = \"in-review\"", BODY));
        assert_eq!(desk.import_well().await, (3, 0, 0));
        let head = desk.store.outbox_head().await.expect("a head");
        desk.clock.advance(jiff::SignedDuration::from_hours(1));
        assert_eq!(desk.import_well().await, (0, 0, 3));
        assert_eq!(desk.store.outbox_head().await.expect("a head"), head, "nothing was told");
    }

    async fn states_follow_from_dates_and_words(db: TestDb) {
        let desk = Desk::new(&db);
        let past = "published_at = 2025-12-31T06:00:00Z";
        let future = "published_at = 2026-01-01T14:00:00Z";
        for (key, lines) in [
            ("dated", past.to_owned()),
            ("coming", future.to_owned()),
            ("undated", String::new()),
            ("planned", format!("state = \"scheduled\"\n{future}")),
            ("now", "state = \"published\"".to_owned()),
            ("hidden", format!("state = \"draft\"\n{past}")),
            ("checked", format!("state = \"in-review\"\n{past}")),
            ("gone", format!("state = \"withdrawn\"\n{past}")),
        ] {
            desk.article(key);
            desk.put(&format!("{key}/de.md"), text(key, &lines, BODY));
        }
        assert_eq!(desk.import_well().await, (8, 0, 0));
        let state = async |key: &str| {
            let article = desk.store.article_by_key(key).await.expect("read").expect("there");
            desk.store.translations(article).await.expect("read")[0].state
        };
        for (key, expected) in [
            ("dated", State::Published),
            ("coming", State::Scheduled),
            ("undated", State::Draft),
            ("planned", State::Scheduled),
            ("now", State::Published),
            ("hidden", State::Draft),
            ("checked", State::InReview),
            ("gone", State::Withdrawn),
        ] {
            assert_eq!(state(key).await, expected, "{key}");
        }
        assert_eq!(desk.find("de", "gone").await, Found::Withdrawn);
        for key in ["coming", "undated", "hidden", "checked"] {
            assert_eq!(desk.find("de", key).await, Found::Nothing, "{key}");
        }
        assert_eq!(desk.read("de", "now").await.published_at, Some(at("2026-01-01T12:00:00Z")));

        desk.clock.set(at("2026-01-01T15:00:00Z"));
        assert_eq!(desk.store.publish_due().await.expect("published"), 2);
        assert_eq!(desk.import_well().await, (0, 0, 8), "what was published on schedule is as the file says");
    }

    async fn bad_files_are_named_by_line_and_the_others_go_in(db: TestDb) {
        let desk = Desk::new(&db);
        for key in ["good", "key", "nomatter", "syntax", "slug", "date", "day", "term", "access", "picture", "language",
            "source", "revision", "made", "notext", "utf8", "nosection", "title", "outside", "name", "future"] {
            desk.article(key);
        }
        let date = "published_at = 2025-12-31T06:00:00Z";
        desk.put("key/de.md", text("key", "colour = \"red\"", BODY));
        desk.put("nomatter/de.md", "Just text.");
        desk.put("syntax/de.md", text("syntax", "standfirst = \"open", BODY));
        desk.put("slug/de.md", text("Not A Slug", date, BODY));
        desk.put("date/de.md", text("date", "published_at = \"soon\"", BODY));
        desk.put("day/de.md", text("day", "\npublished_at = 2025-12-31", BODY));
        desk.put("term/article.toml", ARTICLE.replace("\"sea\"", "\"sea\", \"sky\""));
        desk.put("access/article.toml", ARTICLE.replace("\"paid\"", "\"everyone\""));
        desk.put("picture/de.md", text("picture", date, "One.\n\n![x](gone.jpg)"));
        desk.put("language/uk.md", text("language", date, BODY));
        desk.put("source/article.toml", ARTICLE.replace("source = \"de\"", "source = \"en\""));
        desk.put("revision/de.r2.md", text("revision", date, BODY));
        desk.put("made/en.md", text("made", "made_from = 2", BODY));
        desk.remove("notext/de.md");
        desk.put("utf8/de.md", b"+++\ntitle = \"\xff\"\n+++\n");
        desk.put("nosection/article.toml", ARTICLE.replace("section = \"world\"\n", ""));
        desk.put("title/de.md", text("title", date, BODY).replace("Titel von *title*", " "));
        desk.put("outside/de.md", text("outside", date, "![x](../../../../../../etc/passwd)"));
        desk.put("name/readme.md", "x");
        desk.put("future/de.md", text("future", "state = \"published\"\npublished_at = 2027-01-01T00:00:00Z", BODY));
        let errors = desk.errors().await;
        let begins = [
            "access/article.toml:1: “everyone” is no access rule, expected \"public\", \"members\", \"paid\" or a list of plans",
            "date/de.md:4: invalid type: string \"soon\", expected a TOML datetime",
            "day/de.md:5: “2025-12-31” is no moment, expected a date and time such as",
            "future/de.md:4: a published text has a date in the future, expected state = \"scheduled\"",
            "key/de.md:4: unknown field `colour`, expected one of `title`, `slug`",
            "language/uk.md:1: the publication isn't offered in uk, expected one of de, en",
            "made/en.md:4: the source has no revision 2, expected a number from 1 to 1",
            "name/readme.md:1: the file's name is no language, expected a name such as de.md",
            "nomatter/de.md:1: there is no front matter, expected TOML between two lines of +++",
            "nosection/article.toml:1: the story has no section, expected section =",
            "notext/article.toml:2: the source is de, but there is no text in it, expected a file de.md",
            "outside/de.md:7: “../../../../../../etc/passwd”",
            "picture/de.md:9: “gone.jpg” can't be found",
            "revision/de.r2.md:1: an earlier revision without de.r1.md, expected all of r1, r2",
            "slug/de.md:3: “Not A Slug” is not a slug",
            "source/article.toml:2: the source is en, but there is no text in it, expected a file en.md",
            "syntax/de.md:4: ",
            "term/article.toml:4: there is no tag with the key “sky”, expected a tag of site.toml",
            "title/de.md:2: the title is empty, expected a title",
            "utf8/de.md:2: this is not UTF-8, expected text in UTF-8",
        ];
        assert_eq!(errors.len(), begins.len(), "{errors:#?}");
        for (error, begin) in errors.iter().zip(begins) {
            assert!(error.starts_with(begin) && error.contains(", expected "), "{error}\n{begin}");
        }
        let listing = desk.store.shelf(&locale("de"), Shelf::All, 0, 30).await.expect("a page");
        assert_eq!((listing.total, listing.cards[0].slug.as_str()), (1, "good"), "wrong articles stay out whole");
    }

    async fn a_wrong_site_file_is_named_by_line(db: TestDb) {
        let desk = Desk::new(&db);
        for (from, to, expected) in [
            ("Europe/Berlin", "Europe/Bonn", "site.toml:2: there is no time zone “Europe/Bonn”, expected an IANA name"),
            ("default_locale = \"de\"", "default_locale = \"fr\"", "site.toml:1: default_locale is fr, which isn't offered, expected"),
            ("tag = \"en\"", "tag = \"de\"", "site.toml:11: the language de is offered twice, expected"),
            ("slug = \"welt\"", "slug = \"Welt\"", "site.toml:17: “Welt” is not a slug"),
            ("key = \"sea\"", "key = \"\"", "site.toml:21: the key “” is empty or another tag has it, expected"),
            ("contact", "teaser_paragraphs = 99\ncontact", "site.toml:3: teaser_paragraphs is 99, expected a number from 1 to 50"),
            ("contact", "kontact", "site.toml:3: unknown field `kontact`, expected one of"),
        ] {
            desk.put("site.toml", SITE.replacen(from, to, 1));
            let errors = desk.errors().await;
            assert!(errors.len() == 1 && errors[0].starts_with(expected), "{errors:?}\n{expected}");
        }
    }

    async fn a_dry_run_says_the_same_and_writes_nothing(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        desk.put("a/article.toml", format!("{ARTICLE}cover = \"cover.png\"\n"));
        desk.put("a/cover.png", png(1));
        desk.article("b");
        desk.put("b/de.md", text("a", "state = \"published\"", BODY));
        desk.put("c/article.toml", "nonsense");
        let dry = desk.import_as(Mode::DryRun).await;
        assert_eq!((dry.created, dry.updated, dry.unchanged, dry.translations), (1, 0, 0, 1));
        assert_eq!(dry.errors.len(), 2, "{:?}", dry.errors);
        assert_eq!(desk.store.outbox_head().await.expect("a head"), 0);
        assert_eq!(desk.store.article_by_key("a").await.expect("read"), None);
        assert_eq!(desk.store.all_terms().await.expect("terms"), []);
        assert_eq!((desk.store.site().await.expect("settings").locales.len(), desk.pictures_kept()), (1, 0));
        // A new article has its id only once it is written.
        let (done, dry) = (desk.import().await, dry);
        let prices = dry.prices.clone();
        assert_eq!(done.prices.len(), prices.len());
        assert_eq!(Report { prices, ..done }, dry, "what was said is what is done");
        let again = desk.import_as(Mode::DryRun).await;
        assert_eq!((again.created, again.unchanged), (0, 1));
    }

    async fn progress_counts_articles(db: TestDb) {
        let desk = Desk::new(&db);
        for key in ["a", "b", "c"] {
            desk.article(key);
        }
        desk.put("d/article.toml", "nonsense");
        let seen: Mutex<Vec<Progress>> = Mutex::default();
        let importer = Importer::new(desk.store.clone(), desk.media.clone());
        let note = |progress| seen.lock().expect("unpoisoned").push(progress);
        importer.run(desk.dir.path(), Mode::Write, &note).await.expect("imported");
        let done: Vec<_> = seen.lock().expect("unpoisoned").iter().map(|progress| (progress.done, progress.total)).collect();
        assert_eq!(done, [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]);
    }

    async fn a_folder_that_isnt_there_is_an_error(db: TestDb) {
        let desk = Desk::new(&db);
        let importer = Importer::new(desk.store.clone(), desk.media.clone());
        let refused = importer.run(Path::new("/nowhere/at/all"), Mode::Write, &|_| {}).await;
        assert!(refused.expect_err("no folder").to_string().starts_with("can't read /nowhere/at/all"));
    }

    async fn files_may_have_been_written_on_windows(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        assert_eq!(desk.import_well().await, (1, 0, 0));
        let text = text("a", "published_at = 2025-12-31T06:00:00", BODY).replace('\n', "\r\n");
        desk.put("a/de.md", format!("\u{feff}{text}"));
        assert_eq!(desk.import_well().await, (0, 0, 1));
    }
}
