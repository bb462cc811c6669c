//! What staff set on pages.

/// Where an address leads at which there is nothing of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The address: a path.
    pub path: String,
    /// What is answered there.
    pub to: RedirectTo,
}

/// What is answered at such an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RedirectTo {
    /// It is elsewhere for good: a path of ours, or another site's address.
    Moved(String),
    /// It is elsewhere for now.
    Found(String),
    /// It is gone for good.
    Gone,
}

impl RedirectTo {
    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Moved(_) => 301,
            Self::Found(_) => 302,
            Self::Gone => 410,
        }
    }

    /// Where it leads, if anywhere.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        match self {
            Self::Moved(target) | Self::Found(target) => Some(target),
            Self::Gone => None,
        }
    }
}

/// A setting, and the version that a change of it names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting<T> {
    /// What is set; its default, as long as nothing was.
    pub value: T,
    /// Counts the changes; 0 before the first.
    pub version: i64,
}
