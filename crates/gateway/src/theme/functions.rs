//! What templates can call: texts, addresses of assets, and the formats of the page's language.

use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use kernel::{Direction, Locale, Money};
use minijinja::value::{Kwargs, Object, Serde};
use minijinja::{Environment, Error, ErrorKind, State, Value};

use super::Assets;
use crate::i18n::{Argument, Formats, Texts};

/// The language and the time zone a page is rendered for. Templates find it as `setting`, but only
/// pass it on.
#[derive(Debug)]
pub(super) struct Setting {
    interface: Locale,
    time_zone: TimeZone,
}

impl Setting {
    pub(super) fn new(interface: Locale, time_zone: TimeZone) -> Self {
        Self { interface, time_zone }
    }

    fn of(state: &State) -> Result<Arc<Self>, Error> {
        let missing =
            || Error::new(ErrorKind::UndefinedError, "no `setting` here: import the partial with context");
        state.lookup("setting").and_then(|value| value.downcast_object::<Self>()).ok_or_else(missing)
    }

    /// Dates and numbers are part of the interface's sentences, so they follow its language.
    fn formats(&self) -> Arc<Formats> {
        Formats::for_locale(&self.interface)
    }

    /// Text from the view as a moment in the site's time zone: RFC 3339, or a plain date.
    fn local(&self, text: &str) -> Result<civil::DateTime, Error> {
        let moment = text.parse::<Timestamp>().map(|at| self.time_zone.to_datetime(at));
        moment
            .or_else(|_| text.parse::<civil::Date>().map(civil::DateTime::from))
            .map_err(|_| Error::new(ErrorKind::InvalidOperation, format!("“{text}” is no date")))
    }
}

impl Object for Setting {}

/// Adds the functions and filters to an environment.
pub(super) fn add(templates: &mut Environment<'static>, texts: &Arc<Texts>, assets: &Arc<Assets>) {
    let texts = Arc::clone(texts);
    templates.add_function("t", move |state: &State, key: &str, args: Kwargs| {
        translate(state, &texts, key, &args)
    });
    let known = Arc::clone(assets);
    templates.add_function("has_asset", move |name: &str| known.get(name).is_some());
    let assets = Arc::clone(assets);
    templates.add_function("asset", move |name: &str| {
        let missing = || Error::new(ErrorKind::InvalidOperation, format!("there is no asset “{name}”"));
        assets.get(name).map(|asset| asset.href.clone()).ok_or_else(missing)
    });
    templates.add_filter("date", |state: &State, text: &str| {
        let setting = Setting::of(state)?;
        Ok::<_, Error>(setting.formats().date(setting.local(text)?.date()))
    });
    templates.add_filter("date_time", |state: &State, text: &str| {
        let setting = Setting::of(state)?;
        Ok::<_, Error>(setting.formats().date_time(setting.local(text)?))
    });
    templates.add_filter("month", |state: &State, text: &str| {
        let setting = Setting::of(state)?;
        Ok::<_, Error>(setting.formats().month(setting.local(text)?.date()))
    });
    templates.add_filter("number", |state: &State, number: i64| {
        Ok::<_, Error>(Setting::of(state)?.formats().number(number))
    });
    templates.add_filter("tenths", |state: &State, tenths: i64| {
        Ok::<_, Error>(Setting::of(state)?.formats().tenths(tenths))
    });
    templates.add_filter("money", |state: &State, money: Serde<Money>| {
        Ok::<_, Error>(Setting::of(state)?.formats().money(money.0))
    });
    templates.add_filter("list", |state: &State, names: Vec<String>| {
        Ok::<_, Error>(Setting::of(state)?.formats().list(&names))
    });
    templates.add_filter("list_parts", |state: &State, names: Value| {
        let len = names.len().unwrap_or(0);
        Ok::<_, Error>(Value::from(Serde(Setting::of(state)?.formats().list_parts(len))))
    });
    // A tag that isn't one can't come from a view; left to right is what a page without `dir` is.
    templates.add_filter("direction", |tag: &str| {
        let direction = tag.parse::<Locale>().map_or(Direction::Ltr, |locale| locale.direction());
        Value::from(Serde(direction))
    });
    templates.add_filter("iso", |text: &str| text.to_owned());
}

fn translate(state: &State, texts: &Texts, key: &str, kwargs: &Kwargs) -> Result<String, Error> {
    let setting = Setting::of(state)?;
    let mut args = Vec::new();
    for name in kwargs.args() {
        let value: Value = kwargs.get(name)?;
        let argument = match i64::try_from(value.clone()) {
            Ok(number) if value.is_number() => Argument::Number(number),
            _ => Argument::Text(value.to_string()),
        };
        args.push((name, argument));
    }
    texts
        .get(&setting.interface, key, &args)
        .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("there is no interface text “{key}”")))
}
