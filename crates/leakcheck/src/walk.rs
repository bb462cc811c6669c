//! The walk itself.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use aho_corasick::AhoCorasick;
use reqwest::header::{ACCEPT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, RANGE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder};
use url::Url;

use crate::crawl;
use crate::pattern::Coverage;
use crate::plant::{Canary, Plant};
use crate::report::{Finding, Report};
use crate::visitor::{Probe, Visitor};

/// Addresses a crawl visits at most, so that a calendar without end can't hold it.
const MOST_ADDRESSES: usize = 5_000;

/// A walk that can't go on.
#[derive(Debug, thiserror::Error)]
pub enum WalkError {
    /// The site doesn't answer.
    #[error("{url} does not answer: {source}")]
    Silent {
        /// The address.
        url: String,
        /// Why.
        source: reqwest::Error,
    },
    /// The site is at no usable address.
    #[error("{0} is not an address to walk")]
    Address(String),
    /// The words are too many to look for at once.
    #[error("can't look for these words: {0}")]
    Words(aho_corasick::BuildError),
}

/// Walks one site.
#[derive(Debug)]
pub struct Walker {
    base: Url,
    client: Client,
    /// Words that only the entitled may see, and where they were planted.
    words: Vec<(String, Option<Canary>)>,
    /// Finds all of them in one reading.
    finder: AhoCorasick,
    /// Seeds of the crawl, besides what links lead to.
    seeds: Vec<String>,
    coverage: Coverage,
    report: Report,
    /// Validators that entitled visitors were given, by address: others try them.
    validators: BTreeMap<String, String>,
}

impl Walker {
    /// A walker for the site at `base` that looks for what was planted there. `patterns` is the
    /// router's table; all of it must be met.
    pub fn planted(base: Url, plant: &Plant, patterns: &[&'static str]) -> Result<Self, WalkError> {
        let words = plant.canaries.iter().map(|canary| (canary.word.clone(), Some(canary.clone()))).collect();
        let seeds = plant.locales.iter().flat_map(|locale| {
            let names = [
                "",
                "search",
                "search/suggest?q=xxxx",
                "search/feed.xml?q=xxxx",
                "search/opensearch.xml",
                "subscribe",
                "subscribe/done?checkout=00000000-0000-0000-0000-000000000000",
                "sign-in",
                "sign-in/link?token=x",
                "account",
                "account/export",
                "account/subscription",
                "account/subscription/change",
                "account/subscription/portal",
                "account/subscription/end",
                "account/subscription/resume",
                "account/subscription/stay",
                "account/subscription/pause",
                "account/subscription/end-pause",
                "cancel",
                "withdraw",
                "declared?receipt=x",
                "declared/proof?token=x",
                "archive",
                "feed.xml",
                "no-such-page",
            ];
            names.into_iter().map(move |name| format!("/{locale}/{name}"))
        });
        Self::new(base, words, seeds.collect(), Coverage::of(patterns))
    }

    /// A walker that looks for words of a site's own.
    pub fn words(base: Url, words: Vec<String>) -> Result<Self, WalkError> {
        let words = words.into_iter().map(|word| (word, None)).collect();
        Self::new(base, words, Vec::new(), Coverage::of(&[]))
    }

    fn new(
        base: Url,
        words: Vec<(String, Option<Canary>)>,
        mut seeds: Vec<String>,
        coverage: Coverage,
    ) -> Result<Self, WalkError> {
        if base.host_str().is_none() {
            return Err(WalkError::Address(base.to_string()));
        }
        let finder = AhoCorasick::new(words.iter().map(|(word, _)| word)).map_err(WalkError::Words)?;
        let client = Client::builder().redirect(Policy::none()).timeout(Duration::from_secs(30)).build();
        let client = client.map_err(|source| WalkError::Silent { url: base.to_string(), source })?;
        let fixed = [
            "/",
            "/robots.txt",
            "/sitemap.xml",
            "/manifest.webmanifest",
            "/healthz",
            "/readyz",
            "/dev/mailbox",
            "/webhooks/stripe",
            "/admin",
            "/admin/billing",
            "/admin/billing/replay",
            "/admin/declarations",
            "/admin/declarations/settle",
            "/metrics",
            "/admin/",
            "/api/v1/articles",
        ];
        seeds.extend(fixed.map(str::to_owned));
        Ok(Self {
            base,
            client,
            words,
            finder,
            seeds,
            coverage,
            report: Report::default(),
            validators: BTreeMap::new(),
        })
    }

    /// Walks the whole site as `visitor`, with every probe.
    pub async fn walk(&mut self, visitor: &Visitor) -> Result<(), WalkError> {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut open: VecDeque<String> = self.seeds.iter().cloned().collect();
        let mut shown: BTreeSet<String> = BTreeSet::new();
        while let Some(address) = open.pop_front() {
            if seen.len() >= MOST_ADDRESSES || !seen.insert(address.clone()) {
                continue;
            }
            self.coverage.meet(address.split('?').next().unwrap_or_default());
            for probe in Probe::ALL {
                let Some(answer) = self.ask(visitor, &address, probe).await? else { continue };
                let words = self.look(visitor, &format!("{probe:?} {address}"), &answer.everything());
                if probe == Probe::Get {
                    shown.extend(words);
                    let page = self.base.join(&address).map_err(|_| WalkError::Address(address.clone()))?;
                    let found = crawl::addresses(&self.base, &page, &answer.everything());
                    open.extend(found.into_iter().filter(|found| !seen.contains(found)));
                }
            }
        }
        self.report.addresses += u64::try_from(seen.len()).unwrap_or(u64::MAX);
        self.missed(visitor, &shown);
        self.search(visitor).await?;
        self.post(visitor).await
    }

    /// Closes the walk.
    #[must_use]
    pub fn finish(mut self) -> Report {
        self.report.unmet = self.coverage.unmet();
        self.report
    }

    /// Searches for every word, everywhere that takes one: found by the entitled, and for all others
    /// the same answer as for a word that exists nowhere.
    async fn search(&mut self, visitor: &Visitor) -> Result<(), WalkError> {
        for (word, planted) in self.words.clone() {
            let locale = planted.as_ref().map_or_else(|| "en".to_owned(), |canary| canary.locale.to_string());
            let begun = word.chars().take(9).collect();
            let asked = [
                ("search", word.clone()),
                ("search", format!("\"{word}\"")),
                ("search", begun),
                ("search/suggest", word.clone()),
                ("search/feed.xml", word.clone()),
            ];
            for (place, form) in asked {
                let nowhere: String =
                    form.chars().map(|c| if c.is_ascii_alphabetic() { 'x' } else { c }).collect();
                let page = format!("/{locale}/{place}");
                let Some(answer) = self.find(visitor, &page, &form).await? else { continue };
                let Some(other) = self.find(visitor, &page, &nowhere).await? else { continue };
                let same = without_query(&answer, &form) == without_query(&other, &nowhere);
                let may = planted
                    .as_ref()
                    .is_some_and(|canary| visitor.may_read(&canary.access) && canary.position.is_shown());
                let finding = || Finding {
                    visitor: visitor.name.clone(),
                    surface: format!("{place} for {form}"),
                    word: word.clone(),
                    planted: planted.clone(),
                };
                let searchable = planted.as_ref().is_some_and(|canary| canary.position.is_searchable());
                if !may && !same {
                    self.report.oracles.push(finding());
                } else if may && searchable && same && form == word && place == "search" {
                    self.report.missed.push(finding());
                }
            }
        }
        Ok(())
    }

    async fn find(
        &mut self,
        visitor: &Visitor,
        page: &str,
        words: &str,
    ) -> Result<Option<String>, WalkError> {
        let address = format!("{page}?q={}", encoded(words));
        Ok(self.ask(visitor, &address, Probe::Get).await?.map(|answer| answer.body))
    }

    /// Sends empty and foolish forms to every address that takes them.
    async fn post(&mut self, visitor: &Visitor) -> Result<(), WalkError> {
        let forms = [
            "sign-in",
            "sign-in/code",
            "sign-in/link",
            "account/profile",
            "account/sessions/0/revoke",
            "account/delete",
        ];
        for name in forms {
            let address = format!("/en/{name}");
            self.coverage.meet(&address);
            let form = "email=nobody&code=000000&token=x&name=Leak+check&language=en&language=de&confirm=no";
            let request = self.request(visitor, Method::POST, &address)?;
            let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(form);
            let answer = self.send(request, &address).await?;
            self.look(visitor, &format!("POST {address}"), &answer.everything());
        }
        // These are answered by mail too, which the mailbox shows.
        for name in ["cancel", "withdraw"] {
            let address = format!("/en/{name}");
            let form = "name=Leak+check&email=leak-check@example.org&contract=x&how=ordinary&when=soonest";
            let request = self.request(visitor, Method::POST, &address)?;
            let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(form);
            let answer = self.send(request, &address).await?;
            self.look(visitor, &format!("POST {address}"), &answer.everything());
        }
        // These end sessions, so they are asked only of somebody who has none.
        if !visitor.headers.iter().any(|(name, _)| name == "cookie") {
            for name in ["sign-out", "account/sessions/revoke-others"] {
                let address = format!("/en/{name}");
                self.coverage.meet(&address);
                let request = self.request(visitor, Method::POST, &address)?;
                let answer = self.send(request, &address).await?;
                self.look(visitor, &format!("POST {address}"), &answer.everything());
            }
        }
        Ok(())
    }

    /// Notes the words in an answer; those the visitor may not see are leaks.
    fn look(&mut self, visitor: &Visitor, surface: &str, answer: &str) -> Vec<String> {
        let seen: BTreeSet<usize> =
            self.finder.find_overlapping_iter(answer).map(|found| found.pattern().as_usize()).collect();
        let seen: Vec<_> = seen.into_iter().filter_map(|index| self.words.get(index)).cloned().collect();
        for (word, planted) in &seen {
            let may = planted
                .as_ref()
                .is_some_and(|canary| visitor.may_read(&canary.access) && canary.position.is_shown());
            if !may {
                self.report.leaks.push(Finding {
                    visitor: visitor.name.clone(),
                    surface: surface.to_owned(),
                    word: word.clone(),
                    planted: planted.clone(),
                });
            }
        }
        seen.into_iter().map(|(word, _)| word).collect()
    }

    /// Notes the words the visitor may see and didn't.
    fn missed(&mut self, visitor: &Visitor, shown: &BTreeSet<String>) {
        for (word, planted) in &self.words {
            let Some(canary) = planted else { continue };
            let must = visitor.may_read(&canary.access) && canary.position.is_shown();
            if must && !shown.contains(word) {
                self.report.missed.push(Finding {
                    visitor: visitor.name.clone(),
                    surface: "the whole site".to_owned(),
                    word: word.clone(),
                    planted: planted.clone(),
                });
            }
        }
    }

    /// One request; None if the probe makes no sense here.
    async fn ask(
        &mut self,
        visitor: &Visitor,
        address: &str,
        probe: Probe,
    ) -> Result<Option<Answer>, WalkError> {
        let method = if probe == Probe::Head { Method::HEAD } else { Method::GET };
        let mut request = self.request(visitor, method, address)?;
        request = match probe {
            Probe::Get | Probe::Head => request.header(ACCEPT_ENCODING, "identity"),
            Probe::Range => request.header(ACCEPT_ENCODING, "identity").header(RANGE, "bytes=1000-"),
            // The client asks for all codings it knows and unpacks them.
            Probe::Compressed => request,
            Probe::IfNoneMatch => match self.validators.get(address) {
                Some(validator) => {
                    request.header(IF_NONE_MATCH, validator.clone()).header(ACCEPT_ENCODING, "identity")
                }
                None => return Ok(None),
            },
        };
        let answer = self.send(request, address).await?;
        if let (Probe::Get, Some(validator)) = (probe, &answer.validator) {
            self.validators.insert(address.to_owned(), validator.clone());
        }
        Ok(Some(answer))
    }

    fn request(&self, visitor: &Visitor, method: Method, address: &str) -> Result<RequestBuilder, WalkError> {
        let url = self.base.join(address).map_err(|_| WalkError::Address(address.to_owned()))?;
        let request = self.client.request(method, url);
        Ok(visitor.headers.iter().fold(request, |request, (name, value)| request.header(name, value)))
    }

    async fn send(&mut self, request: RequestBuilder, address: &str) -> Result<Answer, WalkError> {
        let silent = |source| WalkError::Silent { url: address.to_owned(), source };
        let response = request.send().await.map_err(silent)?;
        self.report.answers += 1;
        let headers = response
            .headers()
            .iter()
            .map(|(name, value)| format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())));
        let headers: String = headers.collect();
        let validator = response.headers().get(ETAG).and_then(|tag| tag.to_str().ok()).map(str::to_owned);
        let body = response.bytes().await.map_err(silent)?;
        Ok(Answer { headers, validator, body: String::from_utf8_lossy(&body).into_owned() })
    }
}

struct Answer {
    headers: String,
    validator: Option<String>,
    body: String,
}

impl Answer {
    fn everything(&self) -> String {
        format!("{}\n{}", self.headers, self.body)
    }
}

/// An answer without the query, which answers repeat.
fn without_query(answer: &str, query: &str) -> String {
    let in_json = query.replace('"', "\\\"");
    [encoded(query), in_json, query.to_owned(), escaped(query)]
        .iter()
        .fold(answer.to_owned(), |answer, query| answer.replace(query, ""))
}

/// As in a query.
fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// As in HTML.
fn escaped(text: &str) -> String {
    text.replace('"', "&quot;")
}
