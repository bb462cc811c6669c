//! Passkeys (`WebAuthn`). The library checks what a browser answers; challenges are kept here, in steps,
//! and never go to the browser in a form that it could change.

use kernel::time::from_millis;
use kernel::{Email, MemberId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::{Host, Url};
use uuid::Uuid;
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyAuthentication,
    PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, WebauthnError,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::factor::OwnPasskey;
use super::step::Purpose;
use crate::accounts::Accounts;
use crate::audit::{self, Actor};
use crate::database;
use crate::entity::{passkey, staff_step};
use crate::error::AccountError;
use crate::secret::StepToken;

/// Characters of the longest name of a passkey.
const LONGEST_NAME: usize = 60;

/// Passkeys of one site.
pub struct Passkeys(Webauthn);

/// A browser's answer isn't that of a known passkey to the challenge it was given.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
#[error("the passkey's answer isn't right, or came too late")]
pub struct Refused;

impl Passkeys {
    /// For the site at this address. A browser binds passkeys to a domain, so there are none for a site
    /// at a bare IP address; one on this machine is taken as `localhost`.
    pub fn of_site(base: &Url, name: &str) -> Result<Option<Self>, AccountError> {
        let mut origin = base.clone();
        let local = match base.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            _ => false,
        };
        if local {
            origin.set_host(Some("localhost")).map_err(|error| AccountError::Passkeys(error.to_string()))?;
        }
        let Some(Host::Domain(domain)) = origin.host() else { return Ok(None) };
        let domain = domain.to_owned();
        let webauthn =
            WebauthnBuilder::new(&domain, &origin).and_then(|builder| builder.rp_name(name).build());
        webauthn.map(|webauthn| Some(Self(webauthn))).map_err(unusable)
    }
}

impl std::fmt::Debug for Passkeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passkeys")
    }
}

impl Accounts {
    /// Begins adding a passkey; gives the step's token, and what `navigator.credentials.create` takes.
    pub async fn begin_passkey(
        &self,
        passkeys: &Passkeys,
        member: MemberId,
        email: &Email,
        name: &str,
    ) -> Result<(StepToken, Value), AccountError> {
        let known = self.passkeys(member).await?;
        let known = known.iter().map(|(_, key)| key.cred_id().clone()).collect();
        let shown = if name.is_empty() { email.as_str() } else { name };
        let started =
            passkeys.0.start_passkey_registration(member.as_uuid(), email.as_str(), shown, Some(known));
        let (options, state) = started.map_err(unusable)?;
        let mut options = written(&options)?;
        // So that it can sign in alone, where the device has room for it (WebAuthn 3, 5.4.6).
        if let Some(selection) = options.pointer_mut("/publicKey/authenticatorSelection") {
            selection["residentKey"] = json!("preferred");
        }
        let challenge = written(&state)?.to_string();
        Ok((self.begin_step(Purpose::Add, Some(member), Some(challenge)).await?, options))
    }

    /// Adds the passkey that a browser has made.
    pub async fn finish_passkey(
        &self,
        passkeys: &Passkeys,
        member: MemberId,
        token: &str,
        answer: Value,
        name: &str,
        actor: Actor,
    ) -> Result<Result<OwnPasskey, Refused>, AccountError> {
        let step = self.try_step(Purpose::Add, token).await?;
        let Some(step) = step.filter(|step| step.member_id == Some(member.as_uuid())) else {
            return Ok(Err(Refused));
        };
        let state: PasskeyRegistration = challenge(&step)?;
        let Ok(answer) = serde_json::from_value::<RegisterPublicKeyCredential>(answer) else {
            return Ok(Err(Refused));
        };
        let key = match passkeys.0.finish_passkey_registration(&answer, &state) {
            Ok(key) => key,
            Err(error) => return Ok(Err(refused(&error))),
        };
        if !self.end_step(&step).await? {
            return Ok(Err(Refused));
        }
        let now = self.now();
        let name: String = name.trim().chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
        let id = kernel::id::v7(now);
        let row = passkey::ActiveModel {
            id: Set(id),
            member_id: Set(member.as_uuid()),
            credential_id: Set(credential(&key)),
            name: Set(name.clone()),
            key: Set(written(&key)?.to_string()),
            created_at: Set(now.as_millisecond()),
            used_at: Set(None),
        };
        let transaction = database::begin(&self.database).await?;
        passkey::Entity::insert(row).exec_without_returning(&transaction).await?;
        let (subject, detail) = (member.to_string(), json!({ "passkey": id }));
        audit::record(&transaction, now, &actor, "passkey-added", &subject, &detail).await?;
        transaction.commit().await?;
        Ok(Ok(OwnPasskey { id, name, created_at: from_millis(now.as_millisecond()), used_at: None }))
    }

    /// Takes one of a member's passkeys away.
    pub async fn remove_passkey(&self, member: MemberId, id: Uuid, actor: Actor) -> Result<(), AccountError> {
        let transaction = database::begin(&self.database).await?;
        let removed = passkey::Entity::delete_many()
            .filter(passkey::Column::Id.eq(id))
            .filter(passkey::Column::MemberId.eq(member.as_uuid()))
            .exec(&transaction)
            .await?;
        if removed.rows_affected > 0 {
            let (subject, detail) = (member.to_string(), json!({ "passkey": id }));
            audit::record(&transaction, self.now(), &actor, "passkey-removed", &subject, &detail).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// Begins a sign-in by a passkey that the browser chooses; gives the step's token, and what
    /// `navigator.credentials.get` takes.
    pub async fn begin_passkey_entry(&self, passkeys: &Passkeys) -> Result<(StepToken, Value), AccountError> {
        let (options, state) = passkeys.0.start_discoverable_authentication().map_err(unusable)?;
        let mut options = written(&options)?;
        // The library has the autofill of forms in mind; we have a button.
        if let Some(options) = options.as_object_mut() {
            options.remove("mediation");
        }
        let challenge = written(&state)?.to_string();
        Ok((self.begin_step(Purpose::Passkey, None, Some(challenge)).await?, options))
    }

    /// Whose passkey has answered.
    pub(crate) async fn passkey_entered(
        &self,
        passkeys: &Passkeys,
        token: &str,
        answer: Value,
    ) -> Result<Result<MemberId, Refused>, AccountError> {
        let Some(step) = self.try_step(Purpose::Passkey, token).await? else { return Ok(Err(Refused)) };
        let Ok(answer) = serde_json::from_value::<PublicKeyCredential>(answer) else {
            return Ok(Err(Refused));
        };
        let Ok((named, _)) = passkeys.0.identify_discoverable_authentication(&answer) else {
            return Ok(Err(Refused));
        };
        let member = MemberId::from(named);
        if step.member_id.is_some_and(|expected| expected != named) {
            return Ok(Err(Refused));
        }
        let state: DiscoverableAuthentication = challenge(&step)?;
        let own = self.passkeys(member).await?;
        let Some((_, key)) =
            own.iter().find(|(_, key)| key.cred_id().as_slice() == answer.get_credential_id())
        else {
            return Ok(Err(Refused));
        };
        let finished =
            passkeys.0.finish_discoverable_authentication_v2(&answer, state, DiscoverableKey::from(key));
        let result = match finished {
            Ok(result) => result,
            Err(error) => return Ok(Err(refused(&error))),
        };
        if !self.end_step(&step).await? {
            return Ok(Err(Refused));
        }
        self.passkey_used(own, &result).await?;
        Ok(Ok(member))
    }

    /// Begins the second half of a sign-in, or a proof of who somebody is, by one of their passkeys;
    /// `None` if they have none.
    pub(crate) async fn challenge_passkeys(
        &self,
        passkeys: &Passkeys,
        member: MemberId,
    ) -> Result<Option<(String, Value)>, AccountError> {
        let own: Vec<Passkey> = self.passkeys(member).await?.into_iter().map(|(_, key)| key).collect();
        if own.is_empty() {
            return Ok(None);
        }
        let (options, state) = passkeys.0.start_passkey_authentication(&own).map_err(unusable)?;
        Ok(Some((written(&state)?.to_string(), written(&options)?)))
    }

    /// Whether a browser's answer to [`Self::challenge_passkeys`] is right.
    pub(crate) async fn passkey_answered(
        &self,
        passkeys: &Passkeys,
        step: &staff_step::Model,
        member: MemberId,
        answer: Value,
    ) -> Result<Result<(), Refused>, AccountError> {
        let state: PasskeyAuthentication = challenge(step)?;
        let Ok(answer) = serde_json::from_value::<PublicKeyCredential>(answer) else {
            return Ok(Err(Refused));
        };
        match passkeys.0.finish_passkey_authentication(&answer, &state) {
            Ok(result) => {
                self.passkey_used(self.passkeys(member).await?, &result).await?;
                Ok(Ok(()))
            }
            Err(error) => Ok(Err(refused(&error))),
        }
    }

    /// Keeps what the passkey's device counts, and when it was used.
    async fn passkey_used(
        &self,
        own: Vec<(Uuid, Passkey)>,
        result: &AuthenticationResult,
    ) -> Result<(), AccountError> {
        let used = own.into_iter().find(|(_, key)| key.cred_id() == result.cred_id());
        let Some((id, mut key)) = used else { return Ok(()) };
        key.update_credential(result);
        passkey::Entity::update_many()
            .col_expr(passkey::Column::Key, Expr::value(written(&key)?.to_string()))
            .col_expr(passkey::Column::UsedAt, Expr::value(self.now().as_millisecond()))
            .filter(passkey::Column::Id.eq(id))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    async fn passkeys(&self, member: MemberId) -> Result<Vec<(Uuid, Passkey)>, AccountError> {
        let rows = passkey::Entity::find()
            .filter(passkey::Column::MemberId.eq(member.as_uuid()))
            .all(&self.database)
            .await?;
        rows.into_iter().map(|row| Ok((row.id, read(&row.key, "passkey", "key")?))).collect()
    }
}

/// The library's name of a passkey, as text.
fn credential(key: &Passkey) -> String {
    kernel::hash::hex(key.cred_id().as_slice())
}

fn challenge<T: DeserializeOwned>(step: &staff_step::Model) -> Result<T, AccountError> {
    read(step.challenge.as_deref().unwrap_or_default(), "staff_step", "challenge")
}

fn read<T: DeserializeOwned>(
    text: &str,
    table: &'static str,
    column: &'static str,
) -> Result<T, AccountError> {
    serde_json::from_str(text)
        .map_err(|_| AccountError::Unreadable { table, column, value: "…".to_owned() })
}

fn written(value: &impl Serialize) -> Result<Value, AccountError> {
    serde_json::to_value(value).map_err(|error| AccountError::Passkeys(error.to_string()))
}

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err gives")]
fn unusable(error: WebauthnError) -> AccountError {
    AccountError::Passkeys(error.to_string())
}

fn refused(error: &WebauthnError) -> Refused {
    tracing::info!(%error, "a passkey was refused");
    Refused
}
