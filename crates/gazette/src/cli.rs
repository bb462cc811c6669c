//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use billing::courtesy::InstitutionId;
use clap::{Args, Parser, Subcommand, ValueEnum};
use kernel::{Email, Locale, PlanKey};
use url::Url;

/// A newspaper in one binary.
#[derive(Debug, Parser)]
#[command(name = "gazette", version, about)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) overrides: Overrides,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Settings that can be given for any command; they win over `gazette.toml` and the environment.
#[derive(Debug, Default, Args)]
pub(crate) struct Overrides {
    /// The configuration file [default: gazette.toml, if it is there]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The folder of database, index and pictures [default: ./data]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
    /// The address to listen on [default: 127.0.0.1:8080]
    #[arg(long, global = true, value_name = "ADDR")]
    pub(crate) listen: Option<SocketAddr>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the site, and do the work behind it
    Serve {
        /// What this process does, when the work is split over several
        #[arg(long, value_enum, default_value_t = Role::All)]
        role: Role,
    },
    /// Serve a throw-away publication with sample content and captured mail
    Demo,
    /// Bring the database's schema up to date
    Migrate,
    /// Bring content in
    #[command(subcommand)]
    Import(Import),
    /// Look after members
    #[command(subcommand)]
    Member(Member),
    /// Ask who may read what, and why
    #[command(subcommand)]
    Access(Access),
    /// Look after the money
    #[command(subcommand)]
    Billing(Billing),
    /// Give a few paid stories away each month, or see how many
    Meter(Meter),
    /// Let subscribers give stories away, or see how many
    GiftLinks(GiftLinks),
    /// Look after institutions, from whose networks people read
    #[command(subcommand)]
    Institution(Institution),
    /// Look after staff
    #[command(subcommand)]
    Staff(Staff),
    /// See what readers search for and what the search was taught; set up its server
    #[command(subcommand)]
    Search(Search),
    /// Build the search index anew, beside the old one, and swap it in; goes on where it was interrupted
    Reindex,
    /// Look for what is wrong: database against index, and what the site's search key can do
    Doctor {
        /// Make the index agree with the database; writes only what differs
        #[arg(long)]
        repair: bool,
    },
    /// Print the configuration in force, secrets masked
    Config,
    /// Prove that no paid word leaks: walk every surface of a site in every visitor state
    Leakcheck {
        /// The site to walk, if a proxy stands before it [default: the throw-away publication itself]
        url: Option<Url>,
        /// Words to look for on a site of your own, one a line, instead of planted ones; a .toml file
        /// also names cookies of readers and what they may see (docs/operating.md)
        #[arg(long, value_name = "FILE")]
        canaries: Option<PathBuf>,
        /// An empty PostgreSQL database to plant in [default: a temporary SQLite file]
        #[arg(long, value_name = "URL")]
        scratch_database: Option<String>,
    },
}

/// What a process does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Role {
    /// Everything
    All,
    /// Answer requests
    Web,
    /// Publish what is due, send mail
    Worker,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// A folder of Markdown articles (docs/import.md)
    Markdown {
        /// The folder
        dir: PathBuf,
        /// Say what would happen and write nothing
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Member {
    /// Give a member a plan
    Grant {
        /// The member; an account is made if there is none
        email: Email,
        /// The plan's key
        #[arg(long)]
        plan: PlanKey,
        /// First day on which it no longer counts, in the site's time zone [default: for good]
        #[arg(long, value_name = "YYYY-MM-DD")]
        until: Option<jiff::civil::Date>,
        /// Why, for those who look at it later
        #[arg(long, default_value = "command line")]
        reason: String,
    },
    /// List what a member was given
    Grants {
        /// The member
        email: Email,
    },
    /// End all that a member was given, now
    Revoke {
        /// The member
        email: Email,
        /// Only this one, by the id that `grants` lists
        #[arg(long, value_name = "ID")]
        grant: Option<billing::GrantId>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Access {
    /// Say why a member could, or couldn't, read a story at a moment
    Explain {
        /// The member
        email: Email,
        /// The story's slug, in any language
        slug: String,
        /// The moment, such as 2026-11-23T14:02:00+01:00 [default: now]
        #[arg(long, value_name = "TIME")]
        at: Option<jiff::Timestamp>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Billing {
    /// Compare every customer with Stripe, and repair what is wrong
    Reconcile,
    /// List the tasks that failed too often
    GivenUp,
    /// Try a task anew that was given up
    Replay {
        /// As `given-up` lists it, such as customer:cus_…
        task: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Meter {
    /// Stories for each visitor, 0 to 30
    #[arg(long, value_name = "N")]
    pub(crate) visitors: Option<u16>,
    /// Stories for each member without a plan, 0 to 30
    #[arg(long, value_name = "N")]
    pub(crate) members: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct GiftLinks {
    /// Links for each subscriber, 0 to 1000
    #[arg(long, value_name = "N")]
    pub(crate) per_month: Option<u16>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Institution {
    /// Give an institution a plan, for whoever reads from its networks
    Add {
        /// What readers are told they read through
        name: String,
        /// The plan's key
        #[arg(long)]
        plan: PlanKey,
        /// A network in CIDR notation, such as 192.0.2.0/24; may be given several times
        #[arg(long, required = true, value_name = "CIDR")]
        network: Vec<ipnet::IpNet>,
        /// First day on which it no longer counts, in the site's time zone [default: until it is ended]
        #[arg(long, value_name = "YYYY-MM-DD")]
        until: Option<jiff::civil::Date>,
    },
    /// List them, past ones too
    List,
    /// End one, now
    End {
        /// As `list` shows it
        id: InstitutionId,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Search {
    /// List what is searched for most, and what is never found
    Top {
        /// The language [default: the site's]
        #[arg(long)]
        locale: Option<Locale>,
        /// How many days to look back on, today among them
        #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=90))]
        days: u16,
    },
    /// List what words find besides themselves
    Synonyms {
        /// The language [default: the site's]
        #[arg(long)]
        locale: Option<Locale>,
    },
    /// List the stories that come first for a query
    Pins {
        /// The language [default: the site's]
        #[arg(long)]
        locale: Option<Locale>,
    },
    /// Make Meilisearch's keys, one that can only search and one for workers, and print them
    Provision {
        /// Meilisearch's master key; used once and kept nowhere
        #[arg(long, env = "MEILI_MASTER_KEY", hide_env_values = true, value_name = "KEY")]
        master_key: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Staff {
    /// Give somebody a role
    Add {
        /// Whom; an account is made if there is none
        email: Email,
        /// owner, admin, editor, author or translator
        #[arg(long)]
        role: String,
        /// A language in which an author or translator works; may be given several times [default: all]
        #[arg(long)]
        locale: Vec<Locale>,
    },
}
