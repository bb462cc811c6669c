//! The walk itself.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::time::Duration;

use aho_corasick::AhoCorasick;
use reqwest::header::{ACCEPT_ENCODING, ETAG, IF_NONE_MATCH, RANGE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use url::Url;

use crate::oracle::Question;
use crate::pattern::Coverage;
use crate::plant::{Canary, Plant, Position};
use crate::report::{Finding, Report};
use crate::tags::Tags;
use crate::visitor::{Probe, Visitor};
use crate::{crawl, oracle, seeds};

/// Addresses a crawl visits at most, so that a calendar without end can't hold it.
pub(crate) const MOST_ADDRESSES: usize = 5_000;

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
    /// The languages of the site.
    pub(crate) locales: Vec<String>,
    /// Seeds of the crawl, besides what links lead to.
    seeds: Vec<String>,
    pub(crate) coverage: Coverage,
    report: Report,
    tags: Tags,
}

impl Walker {
    /// A walker for the site at `base` that looks for what was planted there. `table` is the router's:
    /// methods and patterns; all of it must be met.
    pub fn planted(
        base: Url,
        plant: &Plant,
        table: &[(&'static str, &'static str)],
    ) -> Result<Self, WalkError> {
        let words = plant.canaries.iter().map(|canary| (canary.word.clone(), Some(canary.clone()))).collect();
        let mut walker = Self::new(base, words, Coverage::of(table))?;
        walker.settle(plant.locales.iter().map(ToString::to_string).collect());
        walker.seeds.extend(plant.addresses.iter().cloned());
        Ok(walker)
    }

    /// A walker that looks for words of a site's own, in the languages that the site links to.
    pub async fn words(base: Url, words: Vec<String>) -> Result<Self, WalkError> {
        let words = words.into_iter().map(|word| (word, None)).collect();
        let mut walker = Self::new(base, words, Coverage::of(&[]))?;
        let languages = walker.languages().await?;
        walker.settle(languages);
        Ok(walker)
    }

    fn new(base: Url, words: Vec<(String, Option<Canary>)>, coverage: Coverage) -> Result<Self, WalkError> {
        if base.host_str().is_none() {
            return Err(WalkError::Address(base.to_string()));
        }
        let finder = AhoCorasick::new(words.iter().map(|(word, _)| word)).map_err(WalkError::Words)?;
        let client = Client::builder().redirect(Policy::none()).timeout(Duration::from_secs(30)).build();
        let client = client.map_err(|source| WalkError::Silent { url: base.to_string(), source })?;
        Ok(Self {
            base,
            client,
            words,
            finder,
            locales: Vec::new(),
            seeds: Vec::new(),
            coverage,
            report: Report::default(),
            tags: Tags::default(),
        })
    }

    fn settle(&mut self, locales: Vec<String>) {
        self.seeds = seeds::seeds(&self.coverage, &locales);
        self.locales = locales;
    }

    /// The languages of the site: where `/` leads, and what the page there links to.
    async fn languages(&mut self) -> Result<Vec<String>, WalkError> {
        let nobody = Visitor::anonymous();
        let mut found = BTreeSet::from(["/".to_owned()]);
        for _ in 0..2 {
            for address in found.clone() {
                if address == "/" || !seeds::languages([&address]).is_empty() {
                    let request = self.request(&nobody, Method::GET, &address)?;
                    let answer = self.send(request, &address).await?;
                    found.extend(self.links(&address, &answer)?);
                }
            }
        }
        Ok(seeds::languages(&found))
    }

    /// The site now answers at another address, with nothing in its memory.
    pub fn moved_to(&mut self, base: Url) {
        self.base = base;
    }

    /// Walks the whole site as `visitor`, with every probe, and searches it for every word.
    pub async fn walk(&mut self, visitor: &Visitor) -> Result<(), WalkError> {
        self.crawl(visitor).await?;
        // What those who may see a site's own word find is no oracle.
        if visitor.sees.is_empty() { self.search(visitor).await } else { Ok(()) }
    }

    /// Walks the whole site as `visitor`, with every probe.
    pub async fn crawl(&mut self, visitor: &Visitor) -> Result<(), WalkError> {
        let shown = self.crawl_below(visitor, "/").await?;
        self.missed(visitor, &shown);
        Ok(())
    }

    /// Walks the newsroom as `visitor`, with every probe.
    pub async fn crawl_newsroom(&mut self, visitor: &Visitor) -> Result<(), WalkError> {
        self.crawl_below(visitor, "/admin").await.map(|_| ())
    }

    /// Walks what begins with `below`; gives the words that were shown.
    async fn crawl_below(&mut self, visitor: &Visitor, below: &str) -> Result<BTreeSet<String>, WalkError> {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut open: VecDeque<String> = self.seeds.iter().cloned().collect();
        let mut shown: BTreeSet<String> = BTreeSet::new();
        while let Some(address) = open.pop_front() {
            if seen.contains(&address) || !address.starts_with(below) {
                continue;
            }
            if seen.len() >= MOST_ADDRESSES {
                self.report.cut_short += 1;
                break;
            }
            seen.insert(address.clone());
            for probe in Probe::ALL {
                if probe == Probe::IfNoneMatch {
                    self.revalidate(visitor, &address).await?;
                    continue;
                }
                let Some(answer) = self.ask(visitor, &address, probe).await? else { continue };
                let words =
                    self.look(visitor, &format!("{probe:?} {address}"), &address, &answer.everything());
                if probe == Probe::Get {
                    shown.extend(words);
                    let found = self.links(&address, &answer)?;
                    open.extend(found.into_iter().filter(|found| !seen.contains(found)));
                }
            }
        }
        self.report.addresses += u64::try_from(seen.len()).unwrap_or(u64::MAX);
        Ok(shown)
    }

    /// Asks once more, as `visitor`, for the addresses where somebody was shown a word: enough to tell
    /// what another visitor left in the site's memory.
    pub async fn again(&mut self, visitor: &Visitor) -> Result<(), WalkError> {
        let mut shown: BTreeSet<String> = BTreeSet::new();
        for address in self.tags.closed() {
            let Some(answer) = self.ask(visitor, &address, Probe::Get).await? else { continue };
            shown.extend(self.look(
                visitor,
                &format!("Get {address}, again,"),
                &address,
                &answer.everything(),
            ));
            self.revalidate(visitor, &address).await?;
        }
        self.missed(visitor, &shown);
        Ok(())
    }

    /// Asks for a page that no link leads to.
    pub async fn page(&mut self, visitor: &Visitor, address: &str) -> Result<(), WalkError> {
        if let Some(answer) = self.ask(visitor, address, Probe::Get).await? {
            self.look(visitor, &format!("Get {address}"), address, &answer.everything());
        }
        Ok(())
    }

    /// Asks another listener than the site's.
    pub async fn open(&mut self, visitor: &Visitor, url: Url) -> Result<(), WalkError> {
        let answer = self.send(self.client.get(url.clone()), url.as_str()).await?;
        self.look(visitor, url.as_str(), "", &answer.everything());
        Ok(())
    }

    /// Looks through a text that reaches people in another way than by an address: a mail, an export.
    pub fn read(&mut self, visitor: &Visitor, surface: &str, text: &str) {
        self.report.answers += 1;
        self.look(visitor, surface, "", text);
    }

    /// Conditional requests with the validators that anybody was given here. "You have it already" to
    /// somebody who may not have it would make a cache between them and the site show it.
    async fn revalidate(&mut self, visitor: &Visitor, address: &str) -> Result<(), WalkError> {
        for (tag, words) in self.tags.of(address) {
            let request = self.request(visitor, Method::GET, address)?;
            let request = request.header(IF_NONE_MATCH, &tag).header(ACCEPT_ENCODING, "identity");
            let answer = self.send(request, address).await?;
            let surface = format!("{:?} {address}", Probe::IfNoneMatch);
            self.look(visitor, &surface, address, &answer.everything());
            if answer.status == StatusCode::NOT_MODIFIED {
                self.judge(visitor, &surface, address, &words);
            }
        }
        Ok(())
    }

    fn links(&self, address: &str, answer: &Answer) -> Result<BTreeSet<String>, WalkError> {
        let page = self.base.join(address).map_err(|_| WalkError::Address(address.to_owned()))?;
        Ok(crawl::addresses(&self.base, &page, &answer.everything()))
    }

    /// Closes the walk.
    #[must_use]
    pub fn finish(mut self) -> Report {
        self.report.unmet = self.coverage.unmet();
        self.report.unseen = self.coverage.unseen();
        self.report
    }

    /// Searches for every word, everywhere that takes one: found by the entitled, and for all others
    /// the same answer as for a word that exists nowhere.
    async fn search(&mut self, visitor: &Visitor) -> Result<(), WalkError> {
        let mut nothing: HashMap<String, String> = HashMap::new();
        for (word, planted, locale) in self.searches() {
            let closely = planted.as_ref().is_none_or(|canary| canary.position == Position::Middle);
            let questions = if closely { oracle::all(&word) } else { oracle::usual(&word) };
            for Question { place, text: form, more, finds } in questions {
                let nowhere = oracle::nowhere(&form, &word);
                let page = format!("/{locale}/{place}");
                let Some(answer) = self.find(visitor, &page, &form, more).await? else { continue };
                // All planted words are of one length, so this is the same question again and again.
                let question = format!("{page}?{nowhere}{more}");
                if !nothing.contains_key(&question) {
                    let Some(other) = self.find(visitor, &page, &nowhere, more).await? else { continue };
                    nothing.insert(question.clone(), other);
                }
                let Some(other) = nothing.get(&question) else { continue };
                let same = without_query(&answer, &form) == without_query(other, &nowhere);
                let may = planted
                    .as_ref()
                    .is_some_and(|canary| visitor.may_read(&canary.access) && canary.position.is_shown());
                let finding = || Finding {
                    visitor: visitor.name.clone(),
                    surface: format!("{place} for {form}{more}"),
                    word: word.clone(),
                    planted: planted.clone(),
                };
                let searchable = planted.as_ref().is_some_and(|canary| canary.position.is_searchable());
                if !may && !same {
                    self.report.oracles.push(finding());
                } else if may && searchable && same && finds {
                    self.report.missed.push(finding());
                }
            }
        }
        Ok(())
    }

    /// What is searched for where: a planted word in its language, a site's own in all.
    fn searches(&self) -> Vec<(String, Option<Canary>, String)> {
        let searches = self.words.iter().flat_map(|(word, planted)| {
            let locales = match planted {
                Some(canary) => vec![canary.locale.to_string()],
                None => self.locales.clone(),
            };
            locales.into_iter().map(move |locale| (word.clone(), planted.clone(), locale))
        });
        searches.collect()
    }

    async fn find(
        &mut self,
        visitor: &Visitor,
        page: &str,
        words: &str,
        more: &str,
    ) -> Result<Option<String>, WalkError> {
        let address = format!("{page}?q={}{more}", encoded(words));
        Ok(self.ask(visitor, &address, Probe::Get).await?.map(|answer| answer.body))
    }

    /// Notes the words in an answer; those the visitor may not see there are leaks.
    pub(crate) fn look(
        &mut self,
        visitor: &Visitor,
        surface: &str,
        address: &str,
        answer: &str,
    ) -> Vec<String> {
        let seen = self.words_in(answer);
        self.judge(visitor, surface, address, &seen);
        seen.into_iter().filter_map(|index| Some(self.words.get(index)?.0.clone())).collect()
    }

    /// Places of the words in a text.
    fn words_in(&self, text: &str) -> BTreeSet<usize> {
        self.finder.find_overlapping_iter(text).map(|found| found.pattern().as_usize()).collect()
    }

    fn judge(&mut self, visitor: &Visitor, surface: &str, address: &str, seen: &BTreeSet<usize>) {
        for (word, planted) in seen.iter().filter_map(|index| self.words.get(*index)) {
            if !visitor.may_see(word, planted.as_ref(), address) {
                self.report.leaks.push(Finding {
                    visitor: visitor.name.clone(),
                    surface: surface.to_owned(),
                    word: word.clone(),
                    planted: planted.clone(),
                });
            }
        }
    }

    /// Notes the words the visitor may see and didn't.
    fn missed(&mut self, visitor: &Visitor, shown: &BTreeSet<String>) {
        for (word, planted) in &self.words {
            if visitor.must_see(word, planted.as_ref()) && !shown.contains(word) {
                self.report.missed.push(Finding {
                    visitor: visitor.name.clone(),
                    surface: "the whole site".to_owned(),
                    word: word.clone(),
                    planted: planted.clone(),
                });
            }
        }
    }

    /// One request; None if the probe is no single one.
    async fn ask(
        &mut self,
        visitor: &Visitor,
        address: &str,
        probe: Probe,
    ) -> Result<Option<Answer>, WalkError> {
        let method = if probe == Probe::Head { Method::HEAD } else { Method::GET };
        let request = self.request(visitor, method.clone(), address)?;
        let request = match probe {
            Probe::Get | Probe::Head => request.header(ACCEPT_ENCODING, "identity"),
            Probe::Range => request.header(ACCEPT_ENCODING, "identity").header(RANGE, "bytes=1000-"),
            // The client asks for all codings it knows and unpacks them.
            Probe::Compressed => request,
            Probe::IfNoneMatch => return Ok(None),
        };
        let answer = self.send(request, address).await?;
        let path = address.split('?').next().unwrap_or_default();
        self.coverage.meet(&method, path, answer.status);
        if let (Probe::Get | Probe::Compressed, Some(tag)) = (probe, &answer.tag) {
            let words = self.words_in(&answer.body);
            self.tags.keep(address, tag, &words);
        }
        Ok(Some(answer))
    }

    pub(crate) fn request(
        &self,
        visitor: &Visitor,
        method: Method,
        address: &str,
    ) -> Result<RequestBuilder, WalkError> {
        let url = self.base.join(address).map_err(|_| WalkError::Address(address.to_owned()))?;
        let request = self.client.request(method, url);
        Ok(visitor.headers.iter().fold(request, |request, (name, value)| request.header(name, value)))
    }

    pub(crate) async fn send(&mut self, request: RequestBuilder, address: &str) -> Result<Answer, WalkError> {
        let silent = |source| WalkError::Silent { url: address.to_owned(), source };
        let response = request.send().await.map_err(silent)?;
        self.report.answers += 1;
        let status = response.status();
        let headers = response
            .headers()
            .iter()
            .map(|(name, value)| format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())));
        let headers: String = headers.collect();
        let tag = response.headers().get(ETAG).and_then(|tag| tag.to_str().ok()).map(str::to_owned);
        let body = response.bytes().await.map_err(silent)?;
        Ok(Answer { status, headers, tag, body: String::from_utf8_lossy(&body).into_owned() })
    }
}

/// What a site answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    headers: String,
    tag: Option<String>,
    body: String,
}

impl Answer {
    /// Headers, an empty line, the body.
    pub(crate) fn everything(&self) -> String {
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
