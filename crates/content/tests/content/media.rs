//! Pictures in a folder and in a bucket: the same tests on both.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use content::media::{Focus, Limits, MediaError, MediaStore, S3, Variant, prepare};

use crate::import::png;

/// Moto's server, which ends with the test.
struct Bucket {
    process: Child,
    port: u16,
}

impl Bucket {
    fn start() -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bucket.py");
        let mut command = Command::new("python3");
        command.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().expect("python3 starts; install it (apt-get install python3)");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let Ok(port) = line.trim().parse() else {
            let mut errors = String::new();
            process.stderr.take().expect("piped").read_to_string(&mut errors).expect("readable");
            panic!("the bucket didn't start; install moto (pip install 'moto[server,s3]'):\n{errors}");
        };
        Self { process, port }
    }

    fn settings(&self) -> S3 {
        S3 {
            bucket: "pictures".to_owned(),
            region: "eu-central-1".to_owned(),
            endpoint: Some(format!("http://127.0.0.1:{}", self.port).parse().expect("a URL")),
            access_key_id: "test".to_owned(),
            secret_access_key: "test".to_owned(),
            prefix: "media".to_owned(),
        }
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs each test on a folder and on a bucket.
macro_rules! both_storages {
    ($(async fn $name:ident($store:ident: MediaStore) $body:block)+) => {
        $(mod $name {
            use super::*;

            async fn this_test($store: MediaStore) $body

            #[tokio::test]
            async fn folder() {
                let folder = tempfile::tempdir().expect("a folder");
                this_test(MediaStore::open(folder.path()).expect("opened")).await;
            }

            #[tokio::test]
            async fn bucket() {
                let bucket = Bucket::start();
                this_test(MediaStore::in_bucket(&bucket.settings()).expect("opened")).await;
            }
        })+
    };
}

both_storages! {
    async fn pictures_are_found_by_their_hash_only(store: MediaStore) {
        let picture = store.take_in(png(7), Limits::default()).await.expect("a picture");
        assert_eq!(picture, prepare(&png(7), Limits::default()).expect("the same"));
        store.put(&picture).await.expect("stored again");
        let get = async |hash: &str, variant| store.variant(hash, variant, Focus::default()).await;
        let first = get(&picture.hash, Variant::Webp(480)).await.expect("made");
        assert_eq!(first, get(&picture.hash, Variant::Webp(480)).await.expect("kept"));
        for hash in ["0".repeat(32).as_str(), "../../../../etc", "", &picture.hash.to_uppercase()] {
            assert!(matches!(get(hash, Variant::Preview).await, Err(MediaError::Unknown)), "{hash}");
        }
    }

    async fn cuts_are_kept_apart_by_their_focal_point(store: MediaStore) {
        let mut file = std::io::Cursor::new(Vec::new());
        image::RgbImage::from_fn(900, 300, |x, _| image::Rgb(if x < 450 { [255, 0, 0] } else { [0, 0, 255] }))
            .write_to(&mut file, image::ImageFormat::Png)
            .expect("encoded");
        let picture = store.take_in(file.into_inner(), Limits::default()).await.expect("a picture");
        let at = async |x| {
            let focus = Focus::new(x, 50).expect("a point");
            store.variant(&picture.hash, Variant::Square, focus).await.expect("made")
        };
        let (left, right) = (at(0).await, at(100).await);
        assert_ne!(left, right);
        assert_eq!(left, at(0).await, "what was made is kept under its point");
        store.make_all(&picture.hash, picture.width, Focus::default()).await.expect("all made");
    }

    async fn a_deleted_picture_is_gone_with_its_variants(store: MediaStore) {
        let [gone, stays] = [1, 2].map(png);
        let gone = store.take_in(gone, Limits::default()).await.expect("a picture");
        let stays = store.take_in(stays, Limits::default()).await.expect("a picture");
        for picture in [&gone, &stays] {
            store.make_all(&picture.hash, picture.width, Focus::default()).await.expect("made");
        }
        store.delete(&gone.hash).await.expect("deleted");
        store.delete(&gone.hash).await.expect("which may be said twice");
        let get = async |hash: &str| store.variant(hash, Variant::Jpeg(480), Focus::default()).await;
        assert!(matches!(get(&gone.hash).await, Err(MediaError::Unknown)));
        get(&stays.hash).await.expect("another picture stays");
    }

    async fn a_storage_that_works_says_so(store: MediaStore) {
        store.check().await.expect("works");
        store.check().await.expect("and leaves nothing behind");
    }
}

#[tokio::test]
async fn a_bucket_that_does_not_work_says_why() {
    let bucket = Bucket::start();
    let missing = S3 { bucket: "nowhere".to_owned(), ..bucket.settings() };
    let error = MediaStore::in_bucket(&missing).expect("opened").check().await.expect_err("no bucket");
    assert!(error.to_string().contains("NoSuchBucket"), "{error}");
}
