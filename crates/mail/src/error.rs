//! What can go wrong with mail.

/// Why mail couldn't be queued, or no courier set up.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The database failed; the same call may work later.
    #[error("the mail queue can't be read or written: {0}")]
    Database(#[from] sea_orm::DbErr),
    /// The sender isn't one.
    #[error("“{0}” is no sender; expected an address, or a name and an address: Gazette <mail@example.org>")]
    Sender(String),
    /// The address of the mail server isn't one. It isn't quoted, since it may hold a password.
    #[error(
        "{0}; expected smtp://user:password@host:587?tls=required (or opportunistic, or none), or smtps://…"
    )]
    Server(String),
}
